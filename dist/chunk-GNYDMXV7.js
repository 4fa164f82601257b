import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
import{UserError,VERSION,messageOf,prepareOutput,refuseLinkAway,renderMarkdown,writeAtomically,writeReport}from"./chunk-XP7G3QNA.js";import{existsSync}from"node:fs";import{mkdtemp,rm}from"node:fs/promises";import{tmpdir}from"node:os";import{join}from"node:path";import{fileURLToPath}from"node:url";import{fork}from"node:child_process";import{execFile}from"node:child_process";import{readFileSync,writeFileSync}from"node:fs";import{totalmem}from"node:os";import{promisify}from"node:util";var KIB=1024;
var DEFAULT_SHARE=.8;var run=promisify(execFile);function defaultMemoryLimit(){const container=process.constrainedMemory();return Math.floor(DEFAULT_SHARE*Math.
min(totalmem(),container===0?Infinity:container))}function watchMemory(pid,limit,onExceeded){const{read,every}=methodFor(process.platform);let timer;let stopped=false;
const look=async()=>{const bytes=await read(pid);if(stopped)return;if(bytes!==void 0&&bytes>limit)onExceeded(bytes);else timer=setTimeout(()=>void look(),every)};
void look();return()=>{stopped=true;clearTimeout(timer)}}function preferAsVictim(pid){try{writeFileSync(`/proc/${pid}/oom_score_adj`,"1000")}catch{}}function methodFor(platform){
if(platform==="linux")return{read:readProc,every:100};if(platform==="win32")return{read:readTasklist,every:1e3};return{read:readPs,every:500}}function readProc(pid){
try{const status=readFileSync(`/proc/${pid}/status`,"utf8");const fields=[...status.matchAll(/^Vm(?:RSS|Swap):\s+(\d+) kB$/gmu)];return fields.length===0?void 0:
fields.reduce((sum,field)=>sum+Number(field[1])*KIB,0)}catch{return void 0}}async function readPs(pid){return kilobytes(run("ps",["-o","rss=","-p",String(pid)]),
/^\s*(\d+)\s*$/u)}async function readTasklist(pid){return kilobytes(run("tasklist",["/FI",`PID eq ${pid}`,"/FO","CSV","/NH"]),/"([^"]*)"\s*$/u)}async function kilobytes(started,pattern){
try{const digits=pattern.exec((await started).stdout)?.[1]?.replace(/\D/gu,"")??"";return digits===""?void 0:Number(digits)*KIB}catch{return void 0}}var KINDS=new Set(["progress","report","failure"]);var EXIT_CODES={PASS:[0],WARN:[0],FAIL:[1],ERROR:[2],INCONCLUSIVE:[0,3]};function readMessage(received){if(typeof received!==
"object"||received===null||!("kind"in received))return void 0;return KINDS.has(received.kind)?received:void 0}function isCoherent(report){if(typeof report!=="ob\
ject"||report===null)return false;const{version,verdict,exitCode,models,errors}=report;if(version!==1||typeof verdict!=="string"||!Object.hasOwn(EXIT_CODES,verdict))
return false;return Array.isArray(models)&&Array.isArray(errors)&&EXIT_CODES[verdict].includes(exitCode)}import{StringDecoder}from"node:string_decoder";var LIMIT=64*1024;var Tail=class{kept="";constructor(streams){for(const stream of streams){const decoder=new StringDecoder(
"utf8");stream?.on("data",bytes=>{this.add(decoder.write(bytes))});stream?.on("error",()=>void 0)}}add(text){this.kept=(this.kept+text).slice(-LIMIT)}text(){return this.
kept}};var MIB=2**20;var LONGEST_TIMER_MS=2**31-1;var GONE_WITHIN_MS=5e3;var INTERRUPTS=["SIGINT","SIGTERM","SIGHUP"];var HEAP_EXHAUSTED=/JavaScript heap out of memory|Reached heap limit/u;
async function runChild(request,options){const child=start(options);const output=new Tail([child.stdout,child.stderr]);let progress;const gone=new Promise(resolve=>{
child.once("close",()=>{resolve()})});const ending=await new Promise(resolve=>{const stops=[onMessages(child,resolve,said=>{progress=said;options.onProgress(said)}),
onExit(child,output,resolve),onLimits(child,options,resolve),onInterrupts(options.signal,resolve)];void gone.then(()=>{for(const stop of stops)stop()});if(child.
connected)child.send(request,()=>void 0)});child.kill("SIGKILL");await settled(gone,child);return{ending,progress,output:output.text()}}function start(options){
return fork(options.workerPath,[String(process.pid)],{env:options.env,execArgv:[`--max-old-space-size=${Math.max(1,Math.floor(options.memoryLimitBytes/MIB))}`],
stdio:["ignore","pipe","pipe","ipc"],serialization:"json"})}function onMessages(child,settle,onProgress){const listener=received=>{const message=readMessage(received);
if(message?.kind==="progress")onProgress(message.progress);else if(message?.kind==="failure")settle({kind:"failure",failure:message.failure});else if(message?.kind===
"report"&&isCoherent(message.report))settle({kind:"report",report:message.report})};child.on("message",listener);return()=>child.off("message",listener)}function onExit(child,output,settle){
child.once("error",error=>{settle({kind:"not-started",message:messageOf(error)})});child.once("close",(code,signal)=>{if(HEAP_EXHAUSTED.test(output.text()))settle(
{kind:"memory-limit",bytes:void 0});else settle({kind:"exited",code,signal})});return()=>void 0}function onLimits(child,options,settle){const limit=Math.min(options.
timeLimitSeconds*1e3,LONGEST_TIMER_MS);const timer=setTimeout(()=>{settle({kind:"time-limit"})},limit);if(child.pid===void 0)return()=>{clearTimeout(timer)};preferAsVictim(
child.pid);const stopWatch=watchMemory(child.pid,options.memoryLimitBytes,bytes=>{settle({kind:"memory-limit",bytes})});return()=>{clearTimeout(timer);stopWatch()}}
function onInterrupts(signal,settle){const interrupted=by=>{settle({kind:"interrupted",by})};const listeners=INTERRUPTS.map(name=>({name,listener:()=>{interrupted(
name)}}));const aborted=()=>{interrupted("its caller")};for(const{name,listener}of listeners)process.on(name,listener);signal?.addEventListener("abort",aborted);
if(signal?.aborted===true)aborted();return()=>{for(const{name,listener}of listeners)process.off(name,listener);signal?.removeEventListener("abort",aborted)}}async function settled(gone,child){
let timer;const patience=new Promise(resolve=>{timer=setTimeout(resolve,GONE_WITHIN_MS)});await Promise.race([gone,patience]);clearTimeout(timer);child.unref()}var NAMES=new Set(["PATH","HOME","LANG","LANGUAGE","TZ","SYSTEMROOT","WINDIR","SYSTEMDRIVE","COMSPEC","PATHEXT","USERPROFILE","APPDATA","LOCALAPPDATA","LD_LIBRA\
RY_PATH","DYLD_LIBRARY_PATH","XDG_RUNTIME_DIR","XDG_DATA_DIRS"]);var PREFIXES=["PRUNE_GATE_","LC_","VK_","CUDA_","NVIDIA_"];function scrubEnvironment(env){const allowed=name=>NAMES.
has(name.toUpperCase())||PREFIXES.some(prefix=>name.toUpperCase().startsWith(prefix));return Object.fromEntries(Object.entries(env).filter(([name,value])=>value!==
void 0&&allowed(name)))}var GIB=2**30;function errorOf(ending,progress,limits){if(ending.kind==="failure"){const{code,message,where,fix,stage,model}=ending.failure;return{code,message,
where:where??model,fix,stage:stage??progress?.stage??null}}return{...explain(ending,limits,during(progress)),where:progress===void 0||progress.model===""?null:progress.
model,stage:progress?.stage??null}}function failureReport(error,startedAt,endedAt){return{version:1,tool:{name:"prune-gate",version:VERSION},verdict:"ERROR",exitCode:2,
policy:null,models:[],errors:[error],environment:null,startedAt:startedAt.toISOString(),seconds:(endedAt.getTime()-startedAt.getTime())/1e3}}function during(progress){
if(progress===void 0)return"before its first stage";return progress.model===""?`in stage "${progress.stage}"`:`in stage "${progress.stage}" of model "${progress.
model}"`}function explain(ending,limits,stage){switch(ending.kind){case"time-limit":return{code:"time-limit",message:`stopped after the time limit of ${limits.timeLimitSeconds}\
 s, ${stage}`,fix:"raise the time limit (input time-limit, option --time-limit) if the model is only slow; one that loops without end never finishes"};case"memo\
ry-limit":return{code:"memory-limit",message:`stopped at the memory limit of ${gib(limits.memoryLimitBytes)}${reached(ending.bytes)}, ${stage}`,fix:"raise the m\
emory limit (input memory-limit, option --memory-limit), use a larger machine, or lower max-samples in the policy"};case"interrupted":return{code:"interrupted",
message:`interrupted by ${ending.by}, ${stage}`,fix:"run it again"};case"exited":return{code:"worker-crashed",message:`the worker process ${died(ending)}, ${stage}`,
fix:"see worker.log in the output folder"};case"not-started":return{code:"worker-crashed",message:`the worker process could not be started: ${ending.message}`,fix:null}}}
function gib(bytes){return`${(bytes/GIB).toFixed(2)} GiB`}function reached(bytes){return bytes===void 0?" (JavaScript heap)":` (${gib(bytes)} in use)`}function died({
code,signal}){if(signal==="SIGKILL")return"was killed by SIGKILL from outside; an out-of-memory killer does that";if(signal!==null)return`was ended by ${signal}`;
return code===0?"ended without a report":`ended with exit code ${code??"unknown"} without a report`}var DEFAULT_TIME_LIMIT_SECONDS=3600;async function supervise(request,options){const startedAt=new Date;const limits={timeLimitSeconds:options.timeLimitSeconds??
DEFAULT_TIME_LIMIT_SECONDS,memoryLimitBytes:options.memoryLimitBytes??defaultMemoryLimit()};await prepareOutput(request.outDir,request.workspace);const course=await withScratch(
scratch=>runChild(request,{...limits,workerPath:options.workerPath??workerScript(),env:{...scrubEnvironment(options.env),...temporaryFolder(scratch)},onProgress:options.
onProgress,signal:options.signal}));const{ending,progress,output}=course;if(ending.kind==="report")return ending.report;if(output!=="")await writeAtomically(join(
request.outDir,"worker.log"),output);return reportFailure(request,errorOf(ending,progress,limits),startedAt)}async function withScratch(use){const scratch=await mkdtemp(
join(tmpdir(),"prune-gate-run-"));try{return await use(scratch)}finally{await rm(scratch,{recursive:true,force:true,maxRetries:3}).catch(()=>void 0)}}function temporaryFolder(path){
return{TMPDIR:path,TMP:path,TEMP:path}}async function reportFailure({outDir,workspace},error,startedAt){await refuseLinkAway(outDir,workspace);const report=failureReport(
error,startedAt,new Date);await writeReport(outDir,report,renderMarkdown(report));return report}function workerScript(){const candidates=["./worker.js","../dist\
/worker.js"].map(path=>fileURLToPath(new URL(path,import.meta.url)));const found=candidates.find(path=>existsSync(path));if(found!==void 0)return found;throw new UserError(
{code:"worker-missing",message:"dist/worker.js is not there",where:candidates[0]??"",fix:"npm run build"})}export{failureReport,supervise,reportFailure};
