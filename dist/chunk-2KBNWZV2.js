import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
import{plain}from"./chunk-XP7G3QNA.js";function wantsColor(world,output){if((world.env.NO_COLOR??"")!=="")return false;if((world.env.FORCE_COLOR??"")!=="")return world.env.FORCE_COLOR!=="0";return output.
isTTY===true&&world.env.TERM!=="dumb"}function widthOf(output){const WIDEST=120;const UNKNOWN=100;const NARROWEST=40;return Math.max(NARROWEST,Math.min(output.columns??
UNKNOWN,WIDEST))}function tolerateClosedPipe(output){output.on?.("error",error=>{if(error.code!=="EPIPE")throw error})}var HEARTBEAT_MS=3e4;var REDRAW_MS=80;var CLEAR_LINE="\r\x1B[2K";function lineOf(progress){const count=progress.total>0?` ${progress.done}/${progress.total}`:"";
const detail=progress.detail===""?"":`, ${progress.detail}`;const model=progress.model===""?"":`${progress.model}: `;return`${model}${progress.stage}${count}${detail}`}
var stageOf=progress=>JSON.stringify([progress.model,progress.stage]);function progressView(output,quiet,now=Date.now){if(quiet)return{onProgress:()=>void 0,end:()=>void 0};
return output.isTTY===true?liveView(output,now):plainView(output,now)}function liveView(output,now){let stage="";let drawnAt=Number.NEGATIVE_INFINITY;return{onProgress(progress){
if(stageOf(progress)===stage&&now()-drawnAt<REDRAW_MS)return;stage=stageOf(progress);drawnAt=now();output.write(`${CLEAR_LINE}${plain(lineOf(progress),widthOf(output)-
1)}`)},end(){if(stage!=="")output.write(CLEAR_LINE);stage=""}}}function plainView(output,now){let stage="";let writtenAt=0;return{onProgress(progress){if(stageOf(
progress)===stage&&now()-writtenAt<HEARTBEAT_MS)return;stage=stageOf(progress);writtenAt=now();output.write(`${plain(lineOf(progress))}
`)},end:()=>void 0}}var SECONDS=new Map([["",1],["s",1],["m",60],["h",3600]]);var BYTES=new Map([["KiB",2**10],["MiB",2**20],["GiB",2**30],["KB",1e3],["MB",1e6],["GB",1e9]]);function readSeconds(text){
return read(text,SECONDS)}function readBytes(text){const bytes=read(text,BYTES);return bytes===void 0?void 0:Math.round(bytes)}function readShare(text){const[,index=0,
count=0]=(/^(\d{1,4})\/(\d{1,4})$/u.exec(text.trim())??[]).map(Number);return index<1||index>count?void 0:{index,count}}function read(text,units){const match=/^(\d+(?:\.\d+)?)\s*([A-Za-z]*)$/u.
exec(text.trim());const factor=units.get(match?.[2]??"?");const value=Number(match?.[1])*(factor??Number.NaN);return Number.isFinite(value)&&value>0?value:void 0}export{readSeconds,readBytes,readShare,wantsColor,widthOf,tolerateClosedPipe,progressView};
