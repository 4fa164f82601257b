import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
import{NAME_LIMIT,explainWords,groupsLine,headline,ladderLine,limitText,lostMost,measureCells,metricCell,plain,remarksAbout,sweepNote,sweepRows}from"./chunk-XP7G3QNA.js";
import{__commonJS,__toESM}from"./chunk-NVV35YR3.js";var require_picocolors=__commonJS({"node_modules/picocolors/picocolors.js"(exports,module){var p=process||{};var argv=p.argv||[];var env=p.env||{};var isColorSupported=!(!!env.
NO_COLOR||argv.includes("--no-color"))&&(!!env.FORCE_COLOR||argv.includes("--color")||p.platform==="win32"||(p.stdout||{}).isTTY&&env.TERM!=="dumb"||!!env.CI);var formatter=(open,close,replace=open)=>input=>{
let string=""+input,index=string.indexOf(close,open.length);return~index?open+replaceClose(string,close,replace,index)+close:open+string+close};var replaceClose=(string,close,replace,index)=>{
let result="",cursor=0;do{result+=string.substring(cursor,index)+replace;cursor=index+close.length;index=string.indexOf(close,cursor)}while(~index);return result+
string.substring(cursor)};var createColors=(enabled=isColorSupported)=>{let f=enabled?formatter:()=>String;return{isColorSupported:enabled,reset:f("\x1B[0m","\x1B[\
0m"),bold:f("\x1B[1m","\x1B[22m","\x1B[22m\x1B[1m"),dim:f("\x1B[2m","\x1B[22m","\x1B[22m\x1B[2m"),italic:f("\x1B[3m","\x1B[23m"),underline:f("\x1B[4m","\x1B[24m"),
inverse:f("\x1B[7m","\x1B[27m"),hidden:f("\x1B[8m","\x1B[28m"),strikethrough:f("\x1B[9m","\x1B[29m"),black:f("\x1B[30m","\x1B[39m"),red:f("\x1B[31m","\x1B[39m"),
green:f("\x1B[32m","\x1B[39m"),yellow:f("\x1B[33m","\x1B[39m"),blue:f("\x1B[34m","\x1B[39m"),magenta:f("\x1B[35m","\x1B[39m"),cyan:f("\x1B[36m","\x1B[39m"),white:f(
"\x1B[37m","\x1B[39m"),gray:f("\x1B[90m","\x1B[39m"),bgBlack:f("\x1B[40m","\x1B[49m"),bgRed:f("\x1B[41m","\x1B[49m"),bgGreen:f("\x1B[42m","\x1B[49m"),bgYellow:f(
"\x1B[43m","\x1B[49m"),bgBlue:f("\x1B[44m","\x1B[49m"),bgMagenta:f("\x1B[45m","\x1B[49m"),bgCyan:f("\x1B[46m","\x1B[49m"),bgWhite:f("\x1B[47m","\x1B[49m"),blackBright:f(
"\x1B[90m","\x1B[39m"),redBright:f("\x1B[91m","\x1B[39m"),greenBright:f("\x1B[92m","\x1B[39m"),yellowBright:f("\x1B[93m","\x1B[39m"),blueBright:f("\x1B[94m","\x1B[\
39m"),magentaBright:f("\x1B[95m","\x1B[39m"),cyanBright:f("\x1B[96m","\x1B[39m"),whiteBright:f("\x1B[97m","\x1B[39m"),bgBlackBright:f("\x1B[100m","\x1B[49m"),bgRedBright:f(
"\x1B[101m","\x1B[49m"),bgGreenBright:f("\x1B[102m","\x1B[49m"),bgYellowBright:f("\x1B[103m","\x1B[49m"),bgBlueBright:f("\x1B[104m","\x1B[49m"),bgMagentaBright:f(
"\x1B[105m","\x1B[49m"),bgCyanBright:f("\x1B[106m","\x1B[49m"),bgWhiteBright:f("\x1B[107m","\x1B[49m")}};module.exports=createColors();module.exports.createColors=
createColors}});var import_picocolors=__toESM(require_picocolors(),1);var MOST_GROUPS=12;function renderTerminal(report,options){const page={colors:import_picocolors.default.createColors(options.color),width:Math.max(40,options.width),
folder:options.folder??""};const blocks=[[`${page.colors.bold(verdictPaint(page,report.verdict)(headline(report)))}${deedText(report,options)}`],report.errors.flatMap(
error=>errorBlock(page,error,"")),...report.models.map(model=>modelBlock(page,model)),[...reportLine(page,report),...footer(page,report)]];return`${blocks.filter(
block=>block.length>0).map(block=>block.join("\n")).join("\n\n")}
`}function deedText({models,verdict},{deed}){return deed===void 0||verdict!=="PASS"||models.some(({checks})=>checks.length>0)?"":` (${deed}, nothing judged)`}function modelBlock(page,model){
const{colors}=page;const path=model.path===model.name?"":`  ${colors.dim(plain(model.path,2*NAME_LIMIT))}`;const title=`${colors.bold(plain(model.name,NAME_LIMIT))}\
  ${verdictPaint(page,model.verdict)(model.verdict)}${path}`;return[title,...model.errors.flatMap(error=>errorBlock(page,error,"  ")),...figures(page,model),...verificationLines(
page,model),...sweepLines(page,model),...explainLines(page,model),...checkLines(page,model),...sliceLines(page,model),...remarksAbout(model).flatMap(sentence=>wrapped(
page,plain(sentence),"  ")),...consultationLine(page,model),...groupLines(page,model),...model.ladder.length>0?labelled(page,"loss",plain(ladderLine(model.ladder))):
[],...proofLine(page,model),...model.notes.flatMap(note=>wrapped(page,colors.dim(plain(note)),"  ")),...fileLines(page,model)]}var LABEL_WIDTH=12;function figures(page,model){
const cells=[...model.metrics.map(metric=>metricCell(model,metric)),...model.measures===null?[]:measureCells(model)];return cells.flatMap(cell=>labelled(page,plain(
cell.label,30),cell.text,cellPaint(page,cell)))}function labelled(page,label,text,paint=same=>same){const indent=" ".repeat(2+LABEL_WIDTH);const lines=wrapped(page,
text,indent).map(paint);const[first=""]=lines;const start=label.length<LABEL_WIDTH?[`  ${page.colors.dim(label.padEnd(LABEL_WIDTH))}${first.replace(indent,"")}`]:
[`  ${page.colors.dim(label)}`,first];return[...start,...lines.slice(1)]}function cellPaint({colors},{outcome}){switch(outcome){case"fail":case"error":return colors.
red;case"inconclusive":return colors.yellow;case"pass":case void 0:return same=>same}}function checkLines(page,model){return model.checks.flatMap(check=>{const mark=outcomePaint(
page,check)(MARKS[check.outcome].padEnd(LABEL_WIDTH));const text=check.outcome==="pass"?`${plain(check.check,NAME_LIMIT)} ${check.bound==="max"?"at most":"at le\
ast"} ${limitText(check)}`:plain(check.detail);const[first="",...rest]=wrapped(page,check.level==="advisory"?`(advisory) ${text}`:text," ".repeat(2+LABEL_WIDTH));
return[`  ${mark}${first.trimStart()}`,...rest]})}function verificationLines(page,{verification=[]}){const paint={"confirmed":page.colors.green,"differs":page.colors.
red,"not checked":page.colors.yellow};return verification.flatMap(({what,outcome,detail})=>{const[first="",...rest]=wrapped(page,`${plain(what,NAME_LIMIT)}: ${plain(
detail,300)}`," ".repeat(2+LABEL_WIDTH));return[`  ${paint[outcome](VERIFIED[outcome].padEnd(LABEL_WIDTH))}${first.trimStart()}`,...rest]})}function sweepLines(page,{
sweep}){return sweep===void 0?[]:[...alignedRows(page,sweepRows(sweep)),...wrapped(page,sweepNote(sweep),"  ")]}function explainLines(page,{explain=[]}){return explain.
flatMap(group=>{const{title,lines}=explainWords(group);return[`  ${page.colors.bold(plain(title,2*NAME_LIMIT))}`,...lines.flatMap(line=>wrapped(page,plain(line),
"    "))]})}function alignedRows({colors},rows){const widths=(rows[0]??[]).map((_,column)=>Math.max(...rows.map(row=>row[column]?.length??0)));const lines=rows.
map(row=>`  ${row.map((cell,column)=>column===0?cell.padEnd(widths[column]??0):cell.padStart(widths[column]??0)).join("  ")}`.trimEnd());return[colors.dim(lines[0]??
""),...lines.slice(1)]}var VERIFIED={"confirmed":"confirmed","differs":"DIFFERS","not checked":"not checked"};function consultationLine(page,{consultations=1}){
return consultations===1?[]:labelled(page,"held-out",`judged by these samples ${consultations} times with this output folder: each time lets chance have another\
 go`)}var MOST_SLICES=3;function sliceLines(page,model){const lost=lostMost(model).filter(({sizable})=>sizable);return[...new Set(lost.map(({metric})=>metric))].
flatMap(id=>{const shown=lost.filter(({metric})=>metric===id).slice(0,MOST_SLICES).map(({name,change,samples})=>`${plain(name,NAME_LIMIT)} ${change} on ${samples}`);
return labelled(page,"lost most",`${plain(id,NAME_LIMIT)}: ${shown.join("; ")}`)})}var MARKS={pass:"pass",fail:"FAIL",inconclusive:"undecided",error:"ERROR"};function outcomePaint({
colors},{outcome,level}){if(outcome==="pass")return colors.green;return outcome==="inconclusive"||level==="advisory"?colors.yellow:colors.red}function verdictPaint({
colors},verdict){switch(verdict){case"PASS":return colors.green;case"WARN":case"INCONCLUSIVE":return colors.yellow;case"FAIL":case"ERROR":return colors.red}}function groupLines(page,{
groups}){if(groups.length===0)return[];const blocked=[...groups.filter(({status})=>status==="refused"),...groups.filter(({status})=>status==="kept")];const lines=blocked.
slice(0,MOST_GROUPS).flatMap(({name,status,reason})=>wrapped(page,`${status} ${plain(name,50)}: ${plain(reason,160)}`," ".repeat(2+LABEL_WIDTH)));const more=blocked.
length>MOST_GROUPS?[`${" ".repeat(2+LABEL_WIDTH)}\u2026 and ${blocked.length-MOST_GROUPS} more in report.json`]:[];return[...labelled(page,"groups",groupsLine(groups)),
...lines,...more]}function proofLine(page,{proof}){if(proof===null)return[];return labelled(page,"proof",proof.holds?"pruned equals dense with the same slices z\
eroed":`does not hold: ${plain(proof.detail,200)}`,proof.holds?void 0:page.colors.red)}function fileLines(page,{files}){return[files.model,files.plan].flatMap(file=>file===
null?[]:labelled(page,"wrote",plain(inFolder(page,file),4*NAME_LIMIT)))}function errorBlock(page,{code,message,stage,where,fix},indent){const[first="",...rest]=message.
split("\n");const during=stage===null?"":` (during ${plain(stage,NAME_LIMIT)})`;const further=`${indent}  `;return[...wrapped(page,`${page.colors.red(plain(code,
NAME_LIMIT))}: ${plain(first)}${during}`,indent),...textLines(page,rest,further),...where===null?[]:wrapped(page,`at ${plain(where,300)}`,further),...fix===null?
[]:textLines(page,`what to do: ${fix}`.split("\n"),further)]}var MOST_LINES=40;function textLines(page,lines,indent){const shown=lines.slice(0,MOST_LINES).flatMap(
line=>{const own=/^ {0,20}/u.exec(line)?.[0]??"";return wrapped(page,plain(line),indent+own).map(text=>text.trimEnd())});return lines.length>MOST_LINES?[...shown,
`${indent}\u2026 and ${lines.length-MOST_LINES} more lines`]:shown}function inFolder({folder},file){return folder===""?file:`${folder}/${file}`}var UNWRITTEN=new Set(
["output-unusable","output-outside","internal-error"]);function reportLine(page,{errors}){return page.folder===""||errors.some(({code})=>UNWRITTEN.has(code))?[]:
[`report: ${plain(inFolder(page,"report.md"),4*NAME_LIMIT)}, and report.json beside it`]}function footer({colors},{seconds,policy,tool}){const by=policy===null?
"":` \xB7 policy ${plain(policy.path,2*NAME_LIMIT)}`;return[colors.dim(`prune-gate ${plain(tool.version,20)} \xB7 ${seconds.toFixed(1)} s${by}`)]}function wrapped({
width},text,indent){const lines=[];let line="";for(const word of text.split(" ")){const longer=line===""?word:`${line} ${word}`;if(line!==""&&visibleLength(indent+
longer)>width){lines.push(indent+line);line=word}else line=longer}return[...lines,indent+line]}function visibleLength(text){return Array.from(text.replace(/\u001B\[[0-9;]*m/gu,
"")).length}export{require_picocolors,renderTerminal};
