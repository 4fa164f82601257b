import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
var UserError=class extends Error{code;where;fix;constructor(parts){super(parts.message,parts.cause===void 0?void 0:{cause:parts.cause});this.name="UserError";this.
code=parts.code;this.where=parts.where;this.fix=parts.fix}};function isOutOfMemory(thrown){return thrown instanceof UserError&&thrown.code==="out-of-memory"}function isOfTheMachine(thrown){
return isOutOfMemory(thrown)||thrown instanceof UserError&&thrown.code==="device-lost"}function messageOf(thrown){return thrown instanceof Error?thrown.message:
String(thrown)}function stackOf(thrown){return thrown instanceof Error?thrown.stack??thrown.message:String(thrown)}function errorOfThrown(thrown,stage){if(thrown instanceof UserError){const{code:code2,message,where,fix}=thrown;return{code:code2,message,where:where??null,fix:fix??
null,stage}}return{code:"internal-error",message:`prune-gate has a bug: ${messageOf(thrown)}`,where:null,fix:"please report it with the output of `prune-gate in\
spect`, and with worker.log of the output folder where there is one",stage}}var MINUS="\u2212";var MOST_DECIMALS=6;function fixed(value,decimals,{sign=false}={}){const digits=Math.abs(value).toFixed(decimals);if(Number(digits)===0)return digits;
if(value<0)return`${MINUS}${digits}`;return sign?`+${digits}`:digits}function significant(value,digits=3,{sign=false}={}){if(value===0)return"0";const size=Math.
abs(value);if(size<1e-4||size>=1e9)return fixSign(value,size.toExponential(digits-1).replace(/\.?0*e/u,"e"),sign);const decimals=Math.max(0,digits-1-Math.floor(
Math.log10(size)));return fixSign(value,String(Number(size.toFixed(decimals))),sign)}function fixSign(value,digits,sign){if(value<0)return`${MINUS}${digits}`;return sign?
`+${digits}`:digits}function decimalsToTell(values,least){const printed=decimals2=>new Set(values.filter(Number.isFinite).map(value=>fixed(value,decimals2))).size;
const distinct=printed(MOST_DECIMALS);let decimals=least;while(decimals<MOST_DECIMALS&&printed(decimals)<distinct)decimals++;return decimals}function percent(share,decimals=1,options={}){
return`${fixed(share*100,decimals,options)} %`}function points(share,decimals=1,options={}){return`${fixed(share*100,decimals,options)} pp`}var BYTES=[{unit:"Gi\
B",size:2**30},{unit:"MiB",size:2**20},{unit:"KiB",size:2**10},{unit:"bytes",size:1}];var COUNTS=[{unit:"G",size:1e9},{unit:"M",size:1e6},{unit:"k",size:1e3},{unit:"",
size:1}];var MILLISECONDS=[{unit:"ms",size:1}];function scaleFor(values,scales){const largest=Math.max(...values.map(Math.abs));return scales.find(scale=>largest>=
scale.size)??scales[scales.length-1]}function scaled(values,scales){const{size,unit}=scaleFor(values,scales);const inUnit2=values.map(value=>value/size);if(size===
1&&inUnit2.every(Number.isInteger))return{texts:inUnit2.map(value=>fixed(value,0)),unit};const smallest=Math.min(...inUnit2.map(Math.abs).filter(value=>value>0));
const least=smallest>=10?0:smallest>=1||!Number.isFinite(smallest)?1:smallest>=.1?2:3;const decimals=Math.min(3,decimalsToTell(inUnit2,least));return{texts:inUnit2.
map(value=>fixed(value,decimals)),unit}}function joined({texts,unit}){return`${texts.join(" \u2192 ")}${unit===""?"":` ${unit}`}`}var bytes=(...values)=>joined(
scaled(values,BYTES));var counts=(...values)=>joined(scaled(values,COUNTS));var milliseconds=(...values)=>joined(scaled(values,MILLISECONDS));function factor(value,decimals=2){
return`${fixed(value,decimals)}x`}function change(dense,pruned){if(dense===0)return pruned===0?"\xB10 %":"from 0";const share=(pruned-dense)/Math.abs(dense);const text=percent(
share,Math.abs(share)<.1&&share!==0?1:0,{sign:true});return share===0||/^0(?:\.0)? %$/u.test(text)?"\xB10 %":text}function grouped(value){return fixed(value,0).
replace(/\B(?=(?:\d{3})+$)/gu,",")}var trimmed=(value,{sign=false}={})=>fixSign(value,String(Number(Math.abs(value).toFixed(4))),sign&&value!==0);function twoSided(confidence){
return`${trimmed((2*confidence-1)*100)} % CI`}function limitInUnit(limit,unit){switch(unit){case"pp":return`${trimmed(limit*100)} pp`;case"relative":return`${trimmed(
limit*100)} %`;case"x":return`${trimmed(limit)}x`;case"bytes":case"ms":case"count":case"none":return inUnit(limit,unit)}}function rangeInUnit(low,high,unit,beside=[]){
const[start,end]=[low,high].map(value=>inUnit(value,unit,beside));return`${unit==="pp"||unit==="relative"||unit==="x"?start.replace(/(?: pp| %|x)$/u,""):start} \
to ${end}`}function inUnit(value,unit,beside=[]){const all=[value,...beside];switch(unit){case"pp":return points(value,decimalsToTell(all.map(one=>one*100),1));case"\
relative":return percent(value,decimalsToTell(all.map(one=>one*100),1));case"x":return factor(value,decimalsToTell(all,2));case"bytes":return bytes(value);case"\
ms":return milliseconds(value);case"count":return counts(value);case"none":return significant(value,4)}}var SHARES=new Set(["accuracy","balanced-accuracy","macro-f1","iou","agreement"]);function shownMetrics(model){const checked=model.metrics.filter(({id})=>checksOf(
model,id).length>0);return checked.length>0?checked:model.metrics.slice(0,1)}function metricCell(model,metric){const checks=checksOf(model,metric.id);const text=metric.
dense===null||metric.pruned===null?notMeasured(model,metric):metricText(metric,metric.dense,metric.pruned,checks);return{label:metric.id,text,outcome:worst(checks)}}
function notMeasured(model,{dense,pruned,metric}){const show=value=>value===null?"no value":levelText(metric,value);if(dense!==null&&pruned===null&&model.measures===
null&&model.verdict==="PASS")return show(dense);return dense===null&&pruned===null?"no value":`${show(dense)} \u2192 ${show(pruned)}`}var isShare=metric=>SHARES.
has(metric);function levelText(metric,value){return isShare(metric)?percent(value):significant(value,4)}function metricText(metric,dense,pruned,checks){const share=isShare(
metric.metric);const both=share?`${fixed(dense*100,shareDecimals(metric))} \u2192 ${percent(pruned,shareDecimals(metric))}`:`${significant(dense,4)} \u2192 ${significant(
pruned,4)}`;return`${both} (${[moved(metric,pruned-dense),interval(metric),...checks.map(check=>metricLimit(check,metric))].filter(part=>part!=="").join("; ")})`}
function differenceText(metric,difference,unit){if(!isShare(metric))return significant(difference,3,{sign:true});return`${fixed(difference*100,1,{sign:true})}${unit?
" pp":""}`}function shareDecimals({drop}){return drop!==null&&drop!==0&&Math.abs(drop)<5e-4?2:1}function moved(metric,difference){if(!isShare(metric.metric))return significant(
difference,3,{sign:true});return`${fixed(difference*100,shareDecimals(metric),{sign:true})} pp`}function interval(metric){if(metric.dropInterval===null)return"";
const{low,high}=metric.dropInterval;const ends=metric.higherIsBetter?[-high,-low]:[low,high];const show=end=>isShare(metric.metric)?fixed(end*100,shareDecimals(
metric),{sign:true}):significant(end,3,{sign:true});return`${twoSided(metric.confidence)} ${ends.map(show).join(" to ")}`}function metricLimit(check,metric){const worst2=/\.(?<what>class|slice)-drop$/u.
exec(check.check)?.groups?.what;if(worst2!==void 0){const allowed2=`limit ${limitInUnit(metric.higherIsBetter?-check.limit:check.limit,check.unit)}`;return check.
value===null?`worst ${worst2}: ${allowed2}`:`worst ${worst2} ${inUnit(metric.higherIsBetter?-check.value:check.value,check.unit,[check.limit])}, ${allowed2}`}const since=/\.(?<what>regression|drift)$/u.
exec(check.check)?.groups?.what;if(since!==void 0)return`${since} ${check.value===null?"unknown":inUnit(check.value,check.unit,[check.limit])}, limit ${limitText(
check)}`;if(!check.check.endsWith(".drop"))return`limit ${check.bound==="min"?"\u2265":"\u2264"} ${limitText(check)}`;const allowed=metric.higherIsBetter?-check.
limit:check.limit;if(check.unit==="pp")return`limit ${fixed(allowed*100,decimalsToTell([allowed*100,(metric.drop??0)*(metric.higherIsBetter?-100:100)],1),{sign:true})}`;
if(check.unit==="relative")return`limit ${trimmed(allowed*100,{sign:true})} % of dense`;return`limit ${significant(allowed,3,{sign:true})}`}var limitText=({limit,
unit})=>limitInUnit(limit,unit);var storage=({measures})=>(measures?.pruned.sparseWeights??0)>0?["sparse storage"]:[];function countedCell(model,label,subject,key,show,remarks=[]){
const checks=checksOf(model,subject);const dense=model.measures?.dense[key]??null;const pruned=model.measures?.pruned[key]??null;if(dense===null||pruned===null)
return{label,text:"not measured",outcome:worst(checks)};const parts=[change(dense,pruned),...remarks,...checks.map(countedLimit)];return{label,text:`${show(dense,
pruned)} (${parts.join("; ")})`,outcome:worst(checks)}}function countedLimit(check){if(check.check.endsWith(".regression"))return`since the base ${check.value===
null?"unknown":percent(check.value,1,{sign:true})}, limit +${limitText(check)}`;if(!check.check.endsWith(".reduction"))return`limit ${limitText(check)}`;return check.
unit==="x"?`limit ${limitText(check)}`:`limit ${trimmed(-check.limit*100)} %`}var MEMORY_CELLS=[{label:"flash",subject:"flash",key:"flashBytes"},{label:"RAM",subject:"\
ram",key:"ramBytes"},{label:"resident",subject:"resident",key:"residentBytes"}];function memoryCells(model){return MEMORY_CELLS.flatMap(({label,subject,key})=>{
const checks=checksOf(model,subject);if(checks.length===0)return[];const[dense,pruned]=[model.measures?.dense.memory?.[key]??null,model.measures?.pruned.memory?.[key]??
null];const text=dense===null||pruned===null?"not measured":`${bytes(dense,pruned)} (${[change(dense,pruned),...checks.map(countedLimit)].join("; ")})`;return[{
label,text,outcome:worst(checks)}]})}var sizeCell=model=>countedCell(model,"size","size","fileBytes",bytes,storage(model));var gzipCell=model=>countedCell(model,
"size, gzip","gzip","gzipBytes",bytes);var parametersCell=model=>countedCell(model,"parameters","params","parameters",counts);var nonZerosCell=model=>countedCell(
model,"non-zeros","nonzeros","nonZeros",counts);var macsCell=model=>countedCell(model,"MACs","macs","macs",counts);function latencyCell(model){const checks=checksOf(
model,"latency");const dense=model.measures?.dense.latency?.medianMs;const pruned=model.measures?.pruned.latency?.medianMs;if(dense===void 0||pruned===void 0)return{
label:"latency",text:"not measured",outcome:worst(checks)};const parts=[...speedupParts(model),...checks.map(check=>`limit ${limitText(check)}`)];return{label:"\
latency",text:`${milliseconds(dense,pruned)}${parts.length>0?` (${parts.join("; ")})`:""}`,outcome:worst(checks)}}function speedupParts(model){const speedup=model.
measures?.speedup??null;if(speedup===null)return[];const ends=`${fixed(speedup.low,2)} to ${fixed(speedup.high,2)}`;return[factor(speedup.ratio),insideFloor(model)?
`inside the \xB1${noiseFloor(speedup.noiseFloor)} noise floor`:`CI ${ends}`]}var noiseFloor=floor=>percent(floor,floor<.095?1:0);function insideFloor({measures}){
const speedup=measures?.speedup??null;if(speedup===null)return false;const floor=1+speedup.noiseFloor;return speedup.low/floor<=1&&speedup.high*floor>=1}function checksOf(model,subject){
return model.checks.filter(({check})=>check.slice(0,check.lastIndexOf("."))===subject)}var BADNESS=["pass","inconclusive","fail","error"];function worst(checks){
return checks.length===0?void 0:BADNESS[Math.max(...checks.map(({outcome})=>BADNESS.indexOf(outcome)))]}var zeroShare=({nonZeros,parameters})=>1-nonZeros/Math.max(
1,parameters);function measureCells(model){const{measures}=model;const limited=subject=>checksOf(model,subject).length>0;const sparse=measures!==null&&zeroShare(
measures.pruned)-zeroShare(measures.dense)>=.05;const timed=measures!==null&&measures.dense.latency!==null;return[sizeCell(model),...limited("gzip")||sparse?[gzipCell(
model)]:[],...limited("latency")||timed?[latencyCell(model)]:[],macsCell(model),...limited("params")?[parametersCell(model)]:[],...limited("nonzeros")||sparse?[
nonZerosCell(model)]:[],...memoryCells(model)]}function headline(report){const{models,verdict}=report;const same=models.filter(model=>model.verdict===verdict).length;if(models.length<=1)return`prune-gate: ${verdict}`;
return`prune-gate: ${verdict}, ${same===models.length?`${same} models`:`${same} of ${models.length} models`}`}var ORDER=["error","fail","inconclusive","pass"];function brokenChecks(model){
const rank=({outcome,level})=>(level==="critical"?0:ORDER.length)+ORDER.indexOf(outcome);return model.checks.filter(({outcome})=>outcome!=="pass").sort((a,b)=>rank(
a)-rank(b))}function wordsAbout(model){return[...brokenChecks(model).map(({detail,level})=>level==="advisory"?`Advisory: ${detail}`:detail),...remarksAbout(model)]}
function remarksAbout(model){return[...findingWords(model),...unjudgedMetrics(model),...noGate(model),...zerosOnly(model),...slowInSpite(model)]}var judgesNothing=model=>model.
checks.length===0&&model.verdict==="PASS";function findingWords({findings=[],checks}){const words=findings.flatMap(({code:code2,level,message,fix})=>{const core=message.
replace(/^\S+ has no value: /u,"").replace(/\.$/u,"");const said=checks.some(({detail,outcome})=>outcome!=="pass"&&detail.includes(core));if(said)return fix===null?
[]:[`What to do about ${code2}: ${fix}`];return[`${LEVELS[level]} ${code2}: ${message}${fix===null?"":` What to do: ${fix}`}`]});return[...new Set(words)]}var LEVELS={
error:"Finding",undecided:"Finding",warning:"Warning"};function unjudgedMetrics(model){if(model.verification!==void 0)return[];if(judgesNothing(model))return model.
metrics.flatMap(({id,findings})=>findings.map(finding=>`${id}: ${finding}`));return model.metrics.filter(({id,drop,problems})=>drop===null&&problems===void 0&&!model.
checks.some(({check})=>check.startsWith(`${id}.`))).map(({id,findings})=>`${id} has no value: ${findings.join("; ")||"it could not be computed"}.`)}function noGate(model){
return model.verification===void 0&&model.checks.length===0&&model.errors.length===0&&!judgesNothing(model)?["The policy checks nothing of this model, so nothin\
g was shown."]:[]}function zerosOnly({measures}){if(measures===null)return[];const{dense,pruned}=measures;if(zeroShare(pruned)-zeroShare(dense)<.05)return[];if((pruned.
sparseWeights??0)>0){return[`${percent(zeroShare(pruned),0)} of the ${pruned.parameters.toLocaleString("en")} remaining parameters are zero; the file leaves out\
 those of ${String(pruned.sparseWeights??0)} tensors (sparse storage: file ${change(dense.fileBytes,pruned.fileBytes)}, gzip ${change(dense.gzipBytes,pruned.gzipBytes)}\
). onnxruntime makes them dense at load: memory and latency are those of dense weights.`]}return[`${percent(zeroShare(pruned),0)} of the ${pruned.parameters.toLocaleString(
"en")} remaining parameters are zero. Zeros shrink compressed bytes only (gzip ${change(dense.gzipBytes,pruned.gzipBytes)}, file ${change(dense.fileBytes,pruned.
fileBytes)}); they do not speed up dense kernels.`]}function slowInSpite(model){const{measures}=model;if(measures===null||measures.speedup===null||measures.dense.
macs===null||measures.pruned.macs===null)return[];const{ratio,noiseFloor:floor}=measures.speedup;const fewer=1-measures.pruned.macs/Math.max(1,measures.dense.macs);
if(fewer<.1||ratio>1&&!insideFloor(model))return[];if(floor>LOUD){return[`MACs fell by ${percent(fewer,0)}; whether latency did too is lost in the noise of this\
 machine (${factor(ratio)}, inside the \xB1${noiseFloor(floor)} noise floor): time it on a quieter one, or with more \`latency.runs\`.`]}const how=insideFloor(model)?
`${factor(ratio)}, inside the \xB1${noiseFloor(floor)} noise floor`:factor(ratio);return[`MACs fell by ${percent(fewer,0)}, but latency did not (${how})${profileWords(
measures)}.`]}var LOUD=.1;var MULTIPLYING=/Conv|Gemm|MatMul|Attention|LSTM|GRU|RNN|Einsum/u;var MOST_OPERATORS=3;function profileWords({dense,pruned}){const[before,
after]=[dense.operators??[],pruned.operators??[]];if(after.length===0)return": channel counts that do not fill a kernel's blocks, or layers that move memory rat\
her than multiply, cost as much as before";const sum=operators=>operators.reduce((total,{ms})=>total+ms,0);const parts=after.slice(0,MOST_OPERATORS).map(({operator,
ms})=>`${operator} ${milliseconds(before.find(one=>one.operator===operator)?.ms??0,ms)}`);const multiplying=after.filter(({operator})=>MULTIPLYING.test(operator)||
operator in pruned.macsByOperator);const share=1-sum(multiplying)/Math.max(sum(after),Number.MIN_VALUE);const why=share>.5?`${percent(share,0)} of its time goes\
 to operators that multiply nothing`:"channel counts that do not fill a kernel's blocks cost as much as full ones";return`. By onnxruntime's profile: ${parts.join(
", ")}, of ${milliseconds(sum(before),sum(after))} in all; ${why}`}function errorParts(error){const during=error.stage===null?"":` (during ${error.stage})`;return{
code:error.code,text:`${error.message}${during}`,where:error.where,fix:error.fix}}var DEFAULT_POLICY=".github/prune-gate.yml";var NAME_LIMIT=80;var TEXT_LIMIT=600;var ELLIPSIS="\u2026";var UNSEEN="\uFFFD";function plain(text,limit=TEXT_LIMIT){return shorten(visible(near(text,limit)),limit).
replace(/(^|\s):(?=:)/gu,"$1: ").replaceAll("##[","# #[")}function prose(text,limit=TEXT_LIMIT){return shorten(visible(near(text,limit)),limit).replace(MEANINGFUL,
found=>PARTED.test(found)?`${found}${ZERO_WIDTH}`:entity(found))}var ZERO_WIDTH="&#8203;";var MEANINGFUL=/[&<>|`*[\]\\~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|[@#](?=\S)|:(?=\/\/)|www(?=\.)/giu;
var PARTED=/^(?:[@#:]|www)$/iu;function code(name,limit=NAME_LIMIT){const text=shorten(visible(near(name,limit)),limit);if(/^[\p{L}\p{N}./:+=,()_-]+(?: [\p{L}\p{N}./:+=,()_-]+)*$/u.
test(text))return`\`${text}\``;return`<code>${text===""?"(no name)":text.replace(/[^\p{L}\p{N} ]/gu,entity)}</code>`}function linkTarget(address){if(!/^https?:\/\/[^\s<>"`\\]+$/u.
test(address))return void 0;return address.replaceAll("(","%28").replaceAll(")","%29")}function entity(character){return`&#${character.codePointAt(0)??65533};`}
function near(text,limit){const reach=4*limit;return text.length<=2*reach?text:`${text.slice(0,reach)}${text.slice(-reach)}`}function visible(text){return text.
replace(/[\t\n\v\f\r\u0085\p{Zl}\p{Zp}]+/gu," ").replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu,UNSEEN).trim()}function shorten(text,limit){const characters=Array.from(
text);if(characters.length<=limit)return text;const head=Math.ceil((limit-1)*.7);const tail=limit-1-head;return`${characters.slice(0,head).join("")}${ELLIPSIS}${characters.
slice(characters.length-tail).join("")}`}var isNumber=value=>typeof value==="number"&&Number.isFinite(value);function baselineTable(report,baseline,most){const rows=report.models.flatMap(model=>{const before=baseline.
models.find(one=>one.name===model.name);const cells=before===void 0?[]:[...metricCells(before,model),sizeCell2(before,model)].filter(cell=>cell!=="");return cells.
length===0?[]:[`| ${prose(model.name,NAME_LIMIT)} | ${cells.join("; ")} |`]});if(rows.length===0)return"";const more=rows.length>most?[`
\u2026 and ${rows.length-most} more.`]:[];return["| model | pruned, base commit \u2192 this change |","| --- | --- |",...rows.slice(0,most),...more].join("\n")}
function metricCells(before,now){return now.metrics.map(metric=>{const old=(before.metrics??[]).find(({id})=>id===metric.id)?.pruned;if(!isNumber(old)||!isNumber(
metric.pruned))return"";return`${prose(metric.id,NAME_LIMIT)} ${shown(old)} \u2192 ${shown(metric.pruned)}`})}var shown=value=>value>=0&&value<=1?percent(value,
1):String(Number(value.toPrecision(4)));function sizeCell2(before,now){const old=before.measures?.pruned?.fileBytes;const size=now.measures?.pruned.fileBytes;return isNumber(
old)&&isNumber(size)?`size ${bytes(old,size)}`:""}var EXPLAIN_NOTE="Loss: squared error of the output over its variance, on calibration split B, when only this group is cut that far and what reads it is refit. \
Saved: share of the multiply-adds. `report.json` ranks every unit.";var lossText=loss=>loss===null?"not measured":significant(loss,3);function explainRows(groups){
if(groups.length===0)return[];return[["group","units","removed","loss","saved","sensitivity","why"],...groups.map(group=>[group.name,String(group.units),String(
group.removed),group.removed===0?"":lossText(group.loss),percent(group.saved),curveText(group),[group.why,redundantText(group)].filter(text=>text!=="").join("; ")])]}
var curveText=({curve})=>curve.filter(({removed})=>removed>0).map(({removed,loss})=>`${String(removed)}: ${significant(loss,2)}`).join(", ");var MOST_NAMED=8;function redundantText({
redundant}){if(redundant.length===0)return"";const named=redundant.slice(0,MOST_NAMED).map(({unit,kind,of})=>of===void 0?`${String(unit)} ${kind}`:`${String(unit)}\
 equals ${String(of)}`);return`does nothing: ${named.join(", ")}${redundant.length>MOST_NAMED?` and ${String(redundant.length-MOST_NAMED)} more`:""}`}function explainWords(group){
const{name,kind,units,removed,ranking}=group;const[least,most]=[ranking.slice(0,MOST_NAMED),ranking.slice(-MOST_NAMED).reverse()].map(list=>list.map(({unit})=>String(
unit)).join(", "));return{title:`${name} (${kind}): ${String(removed)} of ${String(units)} units go`,lines:[group.why,...group.curve.length>1?[`loss by units re\
moved: ${curveText(group)}`]:[],...ranking.length>0?[`least important: ${least??""}; most: ${most??""}`]:[],...group.redundant.length>0?[redundantText(group)]:[]]}}var MOST_SHOWN=10;var sliceName=({by,value})=>by==="class"?`class ${value}`:`${by} = ${value}`;function lostMost(model){return model.metrics.flatMap(metric=>{const measured2=(metric.
slices??[]).filter(({drop})=>drop!==null);return[...measured2].sort((a,b)=>(b.drop??0)-(a.drop??0)||b.samples-a.samples).slice(0,MOST_SHOWN).filter(slice=>(slice.
drop??0)>0||outcomeOf(model,metric,slice)!=="").map(slice=>lostSlice(model,metric,slice))})}var FEWEST_SIZABLE=10;function lostSlice(model,metric,slice){const{dense,
pruned,dropInterval:interval2}=slice;const sign=metric.higherIsBetter?-1:1;const ends=interval2===null?[]:(metric.higherIsBetter?[interval2.high,interval2.low]:
[interval2.low,interval2.high]).map(end=>differenceText(metric.metric,sign*end,false));const change2=differenceText(metric.metric,sign*(slice.drop??0),true);return{
metric:metric.id,name:sliceName(slice),samples:grouped(slice.samples),sizable:slice.samples>=FEWEST_SIZABLE&&(slice.drop??0)>0,figures:`${levelText(metric.metric,
dense??0)} \u2192 ${levelText(metric.metric,pruned??0)}`,change:ends.length===0?change2:`${change2} (${twoSided(metric.confidence)} ${ends.join(" to ")})`,outcome:outcomeOf(
model,metric,slice)}}function outcomeOf(model,{id},{by,value}){const judged=model.checks.filter(({check})=>check.startsWith(`${id}.`)).flatMap(({slices=[]})=>slices);
return judged.find(one=>one.by===by&&one.value===value)?.outcome??""}var SECTIONS=[{title:"Claims of the report",section:verificationTable},{title:"Groups explained",section:explainTable,note:EXPLAIN_NOTE},{title:"Checks",section:checksTable},
{title:"Slices that lost most",section:slicesTable,note:"The same metrics on parts of the held-out samples. Pruning tends to hurt rare classes first; an interva\
l of few samples is wide."},{title:"What cutting cost and what repair won back",section:ladderTable,note:"Squared error of the output over its variance, on cali\
bration samples that fitted nothing. The held-out samples decide nothing here."},{title:"How this was measured",section:measuredList},{title:"Layers: pruned, ke\
pt, refused, and why",section:groupsTable}];function detailsOf(report,budget){return SECTIONS.slice(0,budget.details).flatMap(({title:title2,section,note})=>{const bodies=report.
models.flatMap(model=>{const body=section(model,budget.tableRows,report);return body===""?[]:[report.models.length>1?`**${prose(model.name,NAME_LIMIT)}**

${body}`:body]});return bodies.length===0?[]:[{title:title2,body:[...note===void 0?[]:[note],...bodies].join("\n\n")}]})}function table(header,rows,most){if(rows.
length===0)return"";const line=cells=>`| ${cells.join(" | ")} |`;const more=rows.length>most?[`
\u2026 and ${grouped(rows.length-most)} more in \`report.json\`.`]:[];return[line(header),line(header.map(()=>"---")),...rows.slice(0,most).map(line),...more].join(
"\n")}function checksTable(model,rows){const cells=model.checks.map(check=>[code(check.check),measured(check),`${check.bound==="max"?"at most":"at least"} ${limitText(
check)}`,check.level,check.outcome]);return table(["check","measured","limit","level","outcome"],cells,rows)}function verificationTable({verification=[]},rows){
return table(["claim","outcome","found"],verification.map(({what,outcome,detail})=>[prose(what,NAME_LIMIT),outcome,prose(detail,300)]),rows)}function explainTable({
explain=[]},rows){const[header=[],...cells]=explainRows(explain);return table(header,cells.map(([group="",...rest])=>[code(group),...rest.map(text=>prose(text,300))]),
rows)}function slicesTable(model,rows){const cells=lostMost(model).map(lost=>[code(lost.metric),code(lost.name),lost.samples,lost.figures,lost.change,lost.outcome]);
return table(["metric","slice","samples","dense \u2192 pruned","change","limit on the worst"],cells,rows)}function measured(check){if(check.value===null)return"\
no value";const{interval:interval2}=check;const value=inUnit(check.value,check.unit,[check.limit]);return interval2===null?value:`${value} (${rangeInUnit(interval2.
low,interval2.high,check.unit,[check.limit])})`}function ladderTable({ladder},rows){const cells=ladder.map(step=>[prose(step.step),lossText2(step.loss),step.accepted?
"yes":"no",prose(step.detail,200)]);return table(["step","loss","kept",""],cells,rows)}var lossText2=loss=>loss===null?"not finite":significant(loss,3);function ladderLine(ladder){
return ladder.map(({step,loss,accepted})=>`${step} ${lossText2(loss)}${accepted?"":" (not kept)"}`).join(" \u2192 ")}function groupsTable({groups},rows){if(groups.
length===0)return"";const order=["pruned","refused","kept"];const sorted=[...groups].sort((a,b)=>order.indexOf(a.status)-order.indexOf(b.status));const cells=sorted.
map(group=>[code(group.name),prose(group.kind,60),groupStatus(group),prose(group.reason,160)]);return`${groupsLine(groups)}.

${table(["group","kind","units","why"],cells,rows)}`}function groupStatus({status,removed,units}){return status==="pruned"?`pruned ${removed} of ${units}`:`${status}\
, ${units}`}function groupsLine(groups){const of=status=>groups.filter(group=>group.status===status);const pruned=of("pruned");const sum=key=>grouped(pruned.reduce(
(total,group)=>total+group[key],0));return`${grouped(pruned.length)} of ${grouped(groups.length)} groups pruned (${sum("removed")} of their ${sum("units")} unit\
s), ${grouped(of("kept").length)} kept, ${grouped(of("refused").length)} refused`}function measuredList(model,rows,report){const lines=[...model.metrics.flatMap(
metricLines),...consultationLines(model),...latencyLines(model),...memoryLines(model),...energyLines(model),...boardLines(model),...proofLines(model),...deviceLines(
model,report),...provenanceLines(model,report),...model.notes.map(note=>prose(note))];const more=lines.length>2*rows?[`\u2026 and ${grouped(lines.length-2*rows)}\
 more in \`report.json\``]:[];return[...lines.slice(0,2*rows),...more].map(line=>`- ${line}`).join("\n")}function metricLines(metric){const{paired,confidence,samples}=metric;
const counts2=paired===null?"":` Both models right: ${grouped(paired.both)}, only dense: ${grouped(paired.denseOnly)}, only pruned: ${grouped(paired.prunedOnly)}\
, neither: ${grouped(paired.neither)}${mcnemarText(metric)}.`;const bound=`${trimmed(confidence*100)} %`;const interval2=metric.dropInterval===null?"":` The int\
erval is two one-sided bounds at ${bound} each, which make the two-sided ${twoSided(confidence)}.`;const findings=metric.findings.map(finding=>` ${prose(finding,
300)}.`).join("");return[`${code(metric.id)}: ${prose(metric.method)}, on ${grouped(samples)} held-out samples.${interval2}${counts2}${findings}`]}var mcnemarText=({
metric,mcnemar})=>mcnemar===void 0||metric==="agreement"?"":` (McNemar's exact p = ${significant(mcnemar,2)}: whether they are equally right, which decides noth\
ing here)`;function consultationLines({consultations}){if(consultations===void 0)return[];const chance=consultations>1?": each look lets chance have another go,\
 and a PASS after many is worth less than its confidence says":"";return[`These held-out samples were consulted ${consultations===1?"once":`${grouped(consultations)}\
 times`} for this model, this run included${chance}.`]}function latencyLines({measures}){const dense=measures?.dense.latency??null;const pruned=measures?.pruned.
latency??null;if(dense===null||pruned===null)return[];const speedup=measures?.speedup??null;const floor=speedup===null?"":`; speed-up ${significant(speedup.low,
3)}x to ${significant(speedup.high,3)}x by bootstrap, and dense timed against itself differs by \xB1${percent(speedup.noiseFloor,1)}`;return[`Latency: medians o\
f ${grouped(pruned.runs)} runs each, ${settingText(pruned)}; 95th percentiles ${milliseconds(dense.p95Ms,pruned.p95Ms)}${floor}.${steadiness(dense,pruned)}`,...(measures?.
settings??[]).slice(1).map(otherSetting),...operatorLines(measures)]}var settingText=({batch,threads})=>`batch ${batch}, ${threads} thread${threads===1?"":"s"}`;
function steadiness(dense,pruned){if(dense.throughput===void 0||pruned.throughput===void 0)return"";const drift=[dense.drift??0,pruned.drift??0].map(share=>percent(
share,1,{sign:true})).join(" and ");return` Throughput ${significant(dense.throughput,4)} \u2192 ${significant(pruned.throughput,4)} samples a second. From the \
first to the last third of the runs the medians moved by ${drift}; ${grouped(dense.outliers??0)} and ${grouped(pruned.outliers??0)} runs are outliers, and none \
was left out.`}function otherSetting({dense,pruned,speedup}){return`Latency at ${settingText(pruned)}: ${milliseconds(dense.medianMs,pruned.medianMs)}, ${significant(
speedup.ratio,3)}x (${significant(speedup.low,3)}x to ${significant(speedup.high,3)}x, noise floor \xB1${percent(speedup.noiseFloor,1)}).${steadiness(dense,pruned)}`}
var MOST_OPERATORS2=6;function operatorLines(measures){const[dense,pruned]=[measures?.dense.operators??[],measures?.pruned.operators??[]];if(dense.length===0||pruned.
length===0)return[];const text=operators=>operators.slice(0,MOST_OPERATORS2).map(({operator,ms,nodes})=>`${prose(operator,40)} ${milliseconds(ms)} (${nodes})`).
join(", ");return[`Time by operator, from onnxruntime's profile, with the number of nodes that ran. Dense: ${text(dense)}. Pruned: ${text(pruned)}.`]}function memoryLines({
measures}){const[dense,pruned]=[measures?.dense.memory,measures?.pruned.memory];if(dense===void 0||pruned===void 0)return[];const both=key=>{const[before,after]=[
dense[key],pruned[key]];return before===null||after===null?"not known":bytes(before,after)};const notes=[...new Set([...dense.notes,...pruned.notes])].map(note=>`\
 ${prose(note,200)}.`).join("");const onGpu=dense.deviceBytes===void 0||pruned.deviceBytes===void 0?"":` On the GPU it had ${bytes(dense.deviceBytes,pruned.deviceBytes)}\
, the driver's context included.`;return[`Memory of one sample: weights ${both("flashBytes")} (flash); activations ${both("ramBytes")} in a static arena (RAM), \
of which at most ${both("liveBytes")} live at once; onnxruntime's own arena had ${both("arenaBytes")} in use. A process that only runs the model took ${both("re\
sidentBytes")}, of which ${both("residentBaseBytes")} before it opened it.${onGpu}${notes}`]}function energyLines({measures}){const[dense,pruned]=[measures?.dense.
energy,measures?.pruned.energy];if(dense===void 0||pruned===void 0)return[];const ends=({low,high})=>low===null||high===null?"":` (${millijoules(low)} to ${millijoules(
high)})`;const figure=energy=>energy.joules===null?"not known":`${millijoules(energy.joules)}${ends(energy)}`;return[`${dense.source==="estimate"?"Energy of a r\
un, ESTIMATED and not measured":"Energy of a run, measured"}: ${figure(dense)} \u2192 ${figure(pruned)}. ${prose(dense.detail,300)}.`]}var millijoules=joules=>`${significant(
joules*1e3,3)} mJ`;function boardLines({measures}){const[dense,pruned]=[measures?.dense.board,measures?.pruned.board];if(dense===void 0||pruned===void 0)return[];
const parts=["latency","energy","memory"].flatMap(key=>{const[before,after]=[dense[key],pruned[key]];return before===null||after===null?[]:[`${key} ${significant(
before.value,4)} \u2192 ${significant(after.value,4)} ${{latency:"ms",energy:"J",memory:"bytes"}[key]}`]});return[`On the board, by the policy's measuring comma\
nd: ${parts.join("; ")}.`]}function proofLines({proof}){if(proof===null)return[];const claim=proof.holds?"Proven":"Not proven";return[`${claim}: the pruned mode\
l equals the dense one with the same slices zeroed, before repair (${grouped(proof.values)} values, worst difference ${significant(proof.worst,2)}, tolerance ${significant(
proof.tolerance,2)}). ${prose(proof.detail,200)}`.trim()]}function deviceLines({device},{environment}){const notes=(device?.notes??[]).map(note=>` ${prose(note,
200)}.`).join("");const gpus=(device?.gpus??[]).length===0?"":`, GPUs: ${(device?.gpus??[]).map(gpu=>prose(gpu,80)).join(", ")}`;return[...device===null?[]:[`De\
vice (execution provider): ${prose(device.used,40)} (asked for: ${prose(device.requested,40)})${gpus}.${notes}`],...deviceProof(device),...environment===null?[]:
[`Machine: ${prose(environment.cpu,80)}, ${environment.cores} cores${environment.governor===void 0?"":` (governor: ${environment.governor===null?"not told":prose(
environment.governor,40)})`}, ${prose(environment.os,60)} ${prose(environment.arch,20)}; Node ${prose(environment.node,20)}, onnxruntime ${prose(environment.onnxruntime,
20)}.`]]}function deviceProof(device){const{agreement,placement,libraries=[],versions=[]}=device??{};const percent2=share=>`${trimmed(Math.round(share*1e3)/10)}\
 %`;return[...agreement===void 0?[]:[`Its outputs agree with the processor's: they differ by ${significant(agreement.difference,2)} of the largest value at most\
, over ${grouped(agreement.samples)} samples (tolerance for ${agreement.type} models: ${significant(agreement.tolerance,2)}).`],...placement===void 0?[]:[`Of th\
e dense model's nodes ${percent2(placement.nodeShare)} ran there (${placement.providers.map(({provider,nodes})=>`${prose(provider,40)} ${grouped(nodes)}`).join(
", ")}), and ${percent2(placement.timeShare)} of a run's time is not the processor's; copies in between: ${grouped(placement.transfers)} a run, ${grouped(placement.
transferBytes)} bytes.`],...versions.length===0?[]:[`Found: ${versions.map(({what,found,where})=>`${what} ${found===null?where===null?"not found":"of an unknown\
 version":prose(found,40)}${where===null?"":` (${code(where,NAME_LIMIT)})`}`).join(", ")}.`],...libraries.map(({file,sha256})=>`${code(file)}: sha256 \`${/^[0-9a-f]{64}$/u.
test(sha256)?sha256.slice(0,12):"invalid"}\`.`)]}function provenanceLines({provenance,path},{tool}){const hash=(name,sha)=>sha===null?[]:[`${name} \`${/^[0-9a-f]{64}$/u.
test(sha)?sha.slice(0,12):"invalid"}\``];const hashes=[...hash("model",provenance.model),...hash("held-out",provenance.heldout),...hash("calibration",provenance.
calibration),...hash("plan",provenance.plan),...hash("pruned model",provenance.prunedModel)];const calibration=provenance.calibrationSamples===null?"":`, ${grouped(
provenance.calibrationSamples)} calibration samples`;const samples=provenance.heldoutSamples===null?"":`: ${grouped(provenance.heldoutSamples)} held-out samples${calibration}`;
return[`Model ${code(path,2*NAME_LIMIT)}${samples}; seed ${provenance.seed}, prune-gate ${prose(tool.version,20)}.`,...hashes.length>0?[`sha256, first 12 digits\
: ${hashes.join(", ")}.`]:[]]}var MOST_COMMITS=20;var MOST_MODELS=30;var HISTORY_BYTES=6e3;var VERDICTS=["PASS","WARN","FAIL","INCONCLUSIVE","ERROR"];function historyEntry(report,commit,run){
return{commit,run,verdict:report.verdict,models:report.models.slice(0,MOST_MODELS).map(figuresOf)}}function figuresOf({name,metrics:[metric],measures}){return{name:name.
slice(0,NAME_LIMIT),metric:metric?.id.slice(0,NAME_LIMIT)??"",pruned:metric?.pruned??null,fileBytes:measures?.pruned.fileBytes??null}}function withEntry(history,entry){
const newest=new Map;for(const one of[...history,entry].sort((a,b)=>a.run-b.run))newest.set(one.commit,one);newest.set(entry.commit,entry);return[...newest.values()].
sort((a,b)=>a.run-b.run).slice(-MOST_COMMITS)}var LINE=/^<!-- prune-gate-history: ([A-Za-z0-9_-]{1,8192}) -->$/mu;function hideHistory(history){for(let from=0;from<
history.length;from+=1){const text=Buffer.from(JSON.stringify(history.slice(from))).toString("base64url");if(text.length<=HISTORY_BYTES)return`<!-- prune-gate-h\
istory: ${text} -->`}return""}function historyIn(bodies){return bodies.flatMap(body=>parse(LINE.exec(body.replaceAll("\r\n","\n"))?.[1])).reduce((all,entry)=>withEntry(
all,entry),[])}function parse(text){if(text===void 0)return[];try{const value=JSON.parse(Buffer.from(text,"base64url").toString("utf8"));return Array.isArray(value)?
value.filter(isEntry):[]}catch{return[]}}var isFigure=value=>value===null||typeof value==="number"&&Number.isFinite(value);var isName=value=>typeof value==="str\
ing"&&value.length<=NAME_LIMIT;function isEntry(value){if(typeof value!=="object"||value===null)return false;const{commit,run,verdict,models}=value;return typeof commit===
"string"&&/^[0-9a-f]{40,64}$/u.test(commit)&&Number.isSafeInteger(run)&&VERDICTS.includes(verdict)&&Array.isArray(models)&&models.length<=MOST_MODELS&&models.every(
isFigures)}function isFigures(value){if(typeof value!=="object"||value===null)return false;const{name,metric,pruned,fileBytes}=value;return isName(name)&&isName(
metric)&&isFigure(pruned)&&isFigure(fileBytes)}var MOST_SHOWN2=6;function historyText(history,report){const shown2=history.slice(-MOST_SHOWN2);const lines=shown2.
length<2?[]:report.models.slice(0,MOST_MODELS).flatMap(({name})=>lineOf(name,shown2));const[first]=lines;if(first===void 0)return"";if(report.models.length===1)
return`Over the commits of this pull request: ${first.text}.`;const items=lines.map(({name,text})=>`- ${prose(name,NAME_LIMIT)}: ${text}`).join("\n");return`<de\
tails><summary>Over the commits of this pull request</summary>

${items}

</details>`}function lineOf(name,shown2){const cut=name.slice(0,NAME_LIMIT);const steps=shown2.flatMap(({commit,verdict,models})=>{const figures=models.find(one=>one.
name===cut);return figures===void 0?[]:[`${code(commit.slice(0,7))} ${figuresText(figures)||verdict}`]});return steps.length<2?[]:[{name,text:steps.join(" \u2192 ")}]}
function figuresText({metric,pruned,fileBytes}){const value=pruned===null?[]:[`${prose(metric,NAME_LIMIT)} ${pruned>=0&&pruned<=1?percent(pruned,1):String(Number(
pruned.toPrecision(4)))}`];return[...value,...fileBytes===null?[]:[bytes(fileBytes)]].join(", ")}var SAID="Not pruned again: nothing that the prune depends on has changed";function reusedNote(key){return`${SAID} (${key.slice(0,12)}). The result of an earlie\
r run was taken from the cache and measured anew.`}var isReused=({notes})=>notes.some(note=>note.startsWith(SAID));var MOST_NAMES=30;function reusedLine(models){
const reused=models.filter(isReused);if(reused.length===0)return"";const names2=reused.slice(0,MOST_NAMES).map(({name})=>prose(name,NAME_LIMIT)).join(", ");const more=reused.
length>MOST_NAMES?` and ${reused.length-MOST_NAMES} more`:"";return`Pruned in this run: ${models.length-reused.length} of ${models.length}. Unchanged, from the \
cache and measured anew: ${names2}${more}.`}function atMostWarn(report){const models=report.models.map(model=>model.verdict==="PASS"?{...model,verdict:"WARN"}:model);return{...report,models,verdict:report.
verdict==="PASS"?"WARN":report.verdict}}var MOST_NAMES2=10;var MOST_LINES=30;function sourceLines({sources=[]}){const several=sources.length>1;return sources.slice(
0,MOST_LINES).flatMap(source=>{const lines=[...policyLine(source),...dataLine(source),...unpinnedLine(source)];return lines.length===0?[]:[`> ${several?`${code(
source.policy,2*NAME_LIMIT)}: `:""}${lines.join(" ")}`]})}var place=({from,commit,policyChange})=>`${from==="ref"&&policyChange!=="new"?"at":"at base"} ${code(commit.
slice(0,7))}`;function policyLine(source){switch(source.policyChange){case"none":return[];case"new":return[`There is no policy ${place(source)} yet, so that thi\
s change's own is used. Once it is merged, a change is judged by the policy that it is based on.`];case"removed":return[`**This change removes the policy.** It \
is judged by the one ${place(source)}.`];case"edited":return source.dataChanged.length>0?[`**This change edits the policy and the held-out data** (${names(source.
dataChanged)}). ${decision(source,"policy and data")}`]:[`**This change edits the policy.** ${decision(source,"policy")}`];case"moved":return[`The policy ${place(
source)} names ${names(source.moved)}, which this change moved: this change's own policy is used. ${cap(source)}`];case"unusable":return[`The policy ${place(source)}\
 cannot be used (${prose(source.detail??"",200)}): this change's own is. ${cap(source)}`]}}function dataLine(source){if(source.dataChanged.length===0||source.policyChange===
"edited")return[];return[`**This change edits the held-out data** (${names(source.dataChanged)}). ${decision(source,"data")}`]}function decision(source,what){const{
from,other,approved,label}=source;const why=approved?`By the label ${code(label??"")} this change's own ${what} decide${what==="policy"?"s":""}`:`The verdict is\
 by the ${what} ${place(source)}`;if(other===null)return`${why}.${from==="checkout"||approved?"":" This change's own was not judged."}`;return`${why}; by ${approved?
`the ${what} ${place({...source,from:other.from})}`:`this change's own`} it would be **${other.verdict}**.`}function cap({approved,label}){if(approved)return`Th\
e label ${code(label??"")} approves it.`;return`The verdict is WARN at most${label===null?"":`, until the label ${code(label)} approves it`}.`}function unpinnedLine(source){
const{dataUnpinned}=source;return dataUnpinned.length===0?[]:[`Held-out data that is not ${place(source)} was read as it lies (${names(dataUnpinned)}); a \`sha25\
6\` in the policy would pin it.`]}function names(paths){const more=paths.length>MOST_NAMES2?` and ${paths.length-MOST_NAMES2} more`:"";return`${paths.slice(0,MOST_NAMES2).
map(path=>code(path,2*NAME_LIMIT)).join(", ")}${more}`}function otherVerdicts({sources=[]}){return sources.flatMap(source=>{const{other,policy,commit}=source;if(other===
null)return[];const whose=other.from==="checkout"?"this change's own policy and data":`the policy and data at ${commit.slice(0,7)}`;return[{title:`By ${whose}: ${other.
verdict}${sources.length>1?` (${prose(policy,NAME_LIMIT)})`:""}`,other}]})}function policyPlace({sources=[]}){const[first]=sources;return first!==void 0&&sources.
every(({from,commit})=>from!=="checkout"&&commit===first.commit)?` ${place(first)}`:""}var HEADER=["cut","metric","drop","MACs","parameters","size","latency",""];function sweepRows({metric,cost,dense,points:points2,knee}){const header=[...HEADER];
header[1]=metric;const first=["dense",shareText(dense.value),"",counts(dense.macs),counts(dense.parameters),bytes(dense.fileBytes),milliseconds(points2[0]?.denseMs??
NaN),""];return[header,first,...points2.map(point=>pointRow(point,cost,knee))]}function pointRow(point,cost,knee){const{drop,dropInterval:interval2,speedup}=point;
const dropText=drop===null?"":`${points(drop)}${interval2===null?"":` (${points(interval2.low)} to ${points(interval2.high)})`}`;return[`${factor(point.factor)}\
 ${cost}`,shareText(point.value),dropText,counts(point.macs),counts(point.parameters),bytes(point.fileBytes),`${milliseconds(point.latencyMs)} (${factor(speedup.
ratio)})`,point.factor===knee?"knee":""]}var shareText=value=>value===null?"no value":percent(value);function sweepNote({samples,metric,stopped,knee,part}){const parts=[
`On ${String(samples)} calibration samples that neither fitted nor decided anything${metric==="agreement"?" (agreement with the dense model, since they have no \
labels)":""}; the held-out samples took no part.`,part!==void 0?`Part ${String(part.index)} of ${String(part.count)} of the curve: \`prune-gate sweep --merge\` pu\
ts the parts together, and finds the knee.`:knee===null?"The curve has no knee: no point stands out above the line from the dense model to the last.":`Knee: ${factor(
knee)}, the point farthest above the line from the dense model to the last.`,...stopped===null?[]:["The next point could not be reached."]];return parts.join(" ")}
function sweepMarkdown(sweep){const[header=[],...rows]=sweepRows(sweep);const line=cells=>`| ${cells.join(" | ")} |`;const table2=[line(header),line(header.map(
()=>"---")),...rows.map(cells=>line(cells.map(cell=>cell==="knee"?"**knee**":cell)))].join("\n");const models=`Models and plans: ${sweep.points.map(({folder})=>code(
folder)).join(", ")}.`;return[sweepNote(sweep),table2,`<details><summary>Chart</summary>

${chartOf(sweep)}

</details>`,models].join("\n\n")}function chartOf({metric,dense,points:points2}){const places=['"100 %"',...points2.map(({macs})=>`"${(100*macs/dense.macs).toFixed(
0)} %"`)];const quality=[dense.value,...points2.map(({value})=>value)].map(value=>100*(value??0));const speed=[1,...points2.map(({speedup})=>speedup.ratio)];return[
chart(metric,`${metric} (%)`,places,quality),chart("speed-up","dense over pruned",places,speed)].join("\n\n")}function chart(title2,axis,places,values){const[low,
high]=[Math.floor(Math.min(...values)),Math.ceil(Math.max(...values))];return["```mermaid","xychart-beta",`  title "${title2} over multiply-adds left"`,`  x-axi\
s [${places.join(", ")}]`,`  y-axis "${axis}" ${String(low)} --> ${String(Math.max(high,low+1))}`,`  line [${values.map(value=>value.toFixed(2)).join(", ")}]`,"\
```"].join("\n")}var COMMENT_BYTES=65e3;var SUMMARY_BYTES=1e6;var WHOLE=Number.POSITIVE_INFINITY;var BUDGETS=[...[2e3,250,100,40,10].map(tableRows=>({tableRows,details:WHOLE,words:WHOLE,
models:WHOLE})),...[5,4,3,2,1,0].map(details=>({tableRows:10,details,words:WHOLE,models:WHOLE})),...[100,30,10,3,0].map(words=>({tableRows:10,details:0,words,models:WHOLE})),
...[200,100,50,20,5,0].map(models=>({tableRows:10,details:0,words:0,models}))];function renderMarkdown(report,options={}){const{maxBytes=COMMENT_BYTES,links={}}=options;
for(const[i,budget]of BUDGETS.entries()){const text=renderWithin(report,links,budget,i>0);if(byteLength(text)<=maxBytes)return text}return`${title(report,links)}\

`}function renderSummary(report,links={}){return renderMarkdown(report,{maxBytes:SUMMARY_BYTES,links})}function byteLength(text){return new TextEncoder().encode(
text).length}function renderWithin(report,links,budget,trimmed2){const parts=[title(report,links),untrustedLine(links),...sourceLines(report),errorLines(report.
errors,budget),modelTable(report.models,budget),reusedLine(report.models),...wordsWithin(report.models,budget.words),budget.models===0?"":historyText(links.history??
[],report),...sweepsWithin(report.models,budget),...detailsOf(report,budget).map(({title:title2,body})=>`<details><summary>${title2}</summary>

${body}

</details>`),...othersWithin(report,budget),...baselineWithin(report,links,budget),trimmed2?"Parts were left out to fit: `report.json` has everything.":"",footer(
report,links)];return`${parts.filter(part=>part!=="").join("\n\n")}
`}function title(report,{untrusted}){return`## ${headline(report)}${untrusted===void 0?"":" (untrusted run)"}`}function untrustedLine({untrusted}){if(untrusted===
void 0)return"";const{commit,repository,conclusion}=untrusted;const ended=conclusion===null?"has not ended":`ended as ${code(conclusion)}`;return`> **Untrusted \
run.** ${code(repository)} at ${code(commit.slice(0,7))} reports this of itself: workflow, policy and data are those of the pull request, and nobody has checked\
 the figures. The run ${ended}. This comment is no check, and nothing should depend on it.`}function baselineWithin(report,{baseline},budget){const table2=baseline===
void 0||budget.details===0?"":baselineTable(report,baseline,budget.tableRows);return table2===""?[]:[`<details><summary>Against the base commit</summary>

${table2}

</details>`]}function sweepsWithin(models,budget){if(budget.details===0)return[];return models.flatMap(({name,sweep})=>sweep===void 0?[]:[`### ${prose(name,NAME_LIMIT)}`,
sweepMarkdown(sweep)])}function othersWithin(report,budget){if(budget.details===0)return[];return otherVerdicts(report).map(({title:title2,other:{models,errors}})=>{
const body=[errorLines(errors,budget),modelTable(models,budget),...wordsWithin(models,budget.words)].filter(part=>part!=="").join("\n\n");return`<details><summa\
ry>${title2}</summary>

${body}

</details>`})}function capped(items,most){return items.slice(0,most)}function wordsWithin(models,most){const words=models.map(modelWords).filter(text=>text!=="");
const more=words.length>most&&most>0?[`\u2026 and ${words.length-most} more models in \`report.json\`.`]:[];return[...capped(words,most),...more]}function errorLines(errors,budget){
return capped(errors,Math.max(1,Math.min(20,budget.words))).map(errorLine).join("\n")}function errorLine(error){const{code:name,text,where,fix}=errorParts(error);
return`- ${code(name)}: ${prose(text)}${where===null?"":` At ${code(where,2*NAME_LIMIT)}.`}${fix===null?"":` What to do: ${prose(fix)}`}`}function modelTable(models,budget){
const measured2=models.some(({metrics,measures})=>metrics.length>0||measures!==null)?models:[];const shown2=capped(worstFirst(measured2,budget.models),budget.models);
if(shown2.length===0)return measured2.length>0?`${measured2.length} models; see \`report.json\`.`:"";const rows=shown2.map(model=>({model,cells:rowCells(model)}));
const labels=[...new Set(rows.flatMap(({cells})=>cells.map(({label})=>label)))];const header=["model",...labels.map(label=>prose(label,NAME_LIMIT)),"verdict"];const lines=rows.
map(({model,cells})=>tableRow(model,labels,cells));const more=measured2.length>shown2.length?[`
\u2026 and ${measured2.length-shown2.length} more models in \`report.json\`.`]:[];return[row(header),row(header.map(()=>"---")),...lines,...more].join("\n")}function worstFirst(models,most){
if(models.length<=most)return models;return[...models].sort((a,b)=>Number(a.verdict==="PASS")-Number(b.verdict==="PASS"))}var MOST_METRICS=3;function rowCells(model){
return[...shownMetrics(model).slice(0,MOST_METRICS).map(metric=>metricCell(model,metric)),...measureCells(model)]}function tableRow(model,labels,cells){const bad=model.
verdict==="FAIL"||model.verdict==="ERROR";const emphasis=(text,strong)=>strong?`**${text}**`:text;const texts=labels.map(label=>{const cell=cells.find(one=>one.
label===label);return cell===void 0?"":emphasis(cell.text,cell.outcome==="fail"||cell.outcome==="error")});return row([emphasis(prose(model.name,NAME_LIMIT),bad),
...texts,emphasis(model.verdict,bad)])}var row=cells=>`| ${cells.join(" | ")} |`;var MOST_SENTENCES=12;function modelWords(model){const sentences=[...wordsAbout(
model).map(sentence=>prose(sentence))];const errors=model.errors.map(errorLine);if(sentences.length===0&&errors.length===0)return"";const more=sentences.length>
MOST_SENTENCES?[`\u2026 and ${sentences.length-MOST_SENTENCES} more.`]:[];const text=[`**${prose(model.name,NAME_LIMIT)}**:`,...capped(sentences,MOST_SENTENCES),
...more].join(" ");return[text,...errors.length>0?["",...capped(errors,MOST_SENTENCES)]:[]].join("\n")}function footer(report,links){const run=links.run===void 0?
void 0:linkTarget(links.run);const commit=policyPlace(report);const worst2=report.models.find(({verdict})=>verdict===report.verdict)??report.models[0];const parts=[
policyText(report,commit),run===void 0?"report: `report.json`":`report and pruned models: [run artifact](${run})`,worst2===void 0?"":`reproduce: ${code(`npx pru\
ne-gate run${policyOption(worst2.policy?.path??report.policy?.path)} --model ${worst2.name}`,4*NAME_LIMIT)}`];return parts.filter(part=>part!=="").join(" \xB7 ")}
function policyOption(path=DEFAULT_POLICY){if(path===DEFAULT_POLICY)return"";return` --policy ${/^[\w./-]+$/u.test(path)?path:`'${path.replaceAll("'",String.raw`'\''`)}\
'`}`}function policyText({policy,models},commit){const named=[...new Set(models.flatMap(model=>model.policy===void 0?[]:[model.policy.path]))];if(named.length>1)
return`Policies ${capped(named,10).map(path=>code(path,2*NAME_LIMIT)).join(", ")}${named.length>10?", \u2026":""}${commit}`;return policy===null?"":`Policy ${code(
policy.path,2*NAME_LIMIT)}${commit}`}var KEY_ORDER=["version","tool","check","bound","limit","unit","limitText","level","outcome","code","message","where","fix","stage","id","name","path","sha256",
"verdict","exitCode","onInconclusive","policy","from","commit","policyChange","moved","dataChanged","dataUnpinned","label","approved","other","sources","models",
"checks","metrics","measures","groups","ladder","notes","errors","devices","proof","device","provenance","files","environment","startedAt","seconds"];var place2=new Map(
KEY_ORDER.map((key,i)=>[key,i]));function serializeReport(report){return`${write(report,"")}
`}function write(value,indent){if(value===null||typeof value!=="object")return JSON.stringify(value)??"null";const inner=`${indent}  `;const items=Array.isArray(
value)?value.map(item=>write(item,inner)):entriesOf(value).map(([key,item])=>`${JSON.stringify(key)}: ${write(item,inner)}`);const[open,close]=Array.isArray(value)?
["[","]"]:["{","}"];return items.length===0?`${open}${close}`:`${open}
${inner}${items.join(`,
${inner}`)}
${indent}${close}`}function entriesOf(record){const entries=Object.entries(record);return entries.filter(([,value])=>value!==void 0).sort(([a],[b])=>compareKeys(
a,b))}function compareKeys(a,b){const[first,second]=[place2.get(a)??KEY_ORDER.length,place2.get(b)??KEY_ORDER.length];if(first!==second)return first-second;return a<
b?-1:a>b?1:0}import{constants}from"node:fs";import{access,lstat,mkdir,realpath,rename,rm,writeFile}from"node:fs/promises";import{dirname,join,relative}from"node:path";import nodePath from"node:path";function isInside(folder,path,rules=nodePath){const way=rules.relative(folder,path);return way!==".."&&!way.startsWith(`..${rules.
sep}`)&&!rules.isAbsolute(way)}function isBelow(folder,path,rules=nodePath){return rules.relative(folder,path)!==""&&isInside(folder,path,rules)}function slashed(path,{
sep}=nodePath){return path.split(sep).join("/")}function wayTo(folder,path,rules=nodePath){return slashed(rules.relative(folder,path),rules)}function isGitFolder(name){
return name.toLowerCase()===".git"}var DEVICE=/^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3]) *(?:\.|$)/iu;function windowsProblem(name){
if(DEVICE.test(name))return`"${name}" is a device on Windows`;if(/[. ]$/u.test(name)&&name!=="."&&name!=="..")return`"${name}" ends in a dot or a space, which W\
indows leaves out`;const[letter]=/[<>:"|?*]/u.exec(name)??[];return letter===void 0?void 0:`"${name}" holds a \`${letter}\`, which no name has on Windows`}var OTHER_FOLDERS={base:"by-base",ref:"by-base",checkout:"by-change"};var STALE=["report.json","report.md","worker.log"];async function prepareOutput(outDir,workspace){
await refuseLinkAway(outDir,workspace);await makeWritable(outDir);await Promise.all(STALE.map(name=>rm(join(outDir,name),{force:true})))}async function refuseLinkAway(outDir,workspace){
if(!isInside(workspace,outDir))return;const place3=await placeOf(outDir);if(place3!==void 0&&isInside(await realpath(workspace),place3))return;throw new UserError(
{code:"output-outside",message:"the output folder lies in the workspace by its name, but a link leads it elsewhere",where:outDir,fix:"remove the link from the r\
epository, or name another folder"})}async function placeOf(path){for(let folder=path;;folder=dirname(folder)){const real=await realpath(folder).catch(()=>void 0);
if(real!==void 0)return join(real,relative(folder,path));const isLink=await lstat(folder).then(stats=>stats.isSymbolicLink(),()=>false);if(isLink)return void 0}}
async function makeWritable(outDir){try{await mkdir(outDir,{recursive:true});await access(outDir,constants.W_OK)}catch(cause){const code2=cause.code??String(cause);
throw new UserError({code:"output-unusable",message:`the output folder cannot be ${code2==="EEXIST"||code2==="ENOTDIR"?"made: a file is in its way":`written to \
(${code2})`}`,where:outDir,fix:"name another folder with --out (output-dir in the action), or make this one writable"})}}async function writeAtomically(path,text){
const draft=`${path}.${process.pid}.tmp`;await mkdir(dirname(path),{recursive:true});try{await rm(draft,{force:true});await writeFile(draft,text,{flag:"wx"});await rename(
draft,path)}finally{await rm(draft,{force:true})}}async function writeReport(outDir,report,markdown){await writeAtomically(join(outDir,"report.json"),serializeReport(
report));await writeAtomically(join(outDir,"report.md"),markdown)}var VERSION="0.1.0";export{UserError,isOutOfMemory,isOfTheMachine,messageOf,stackOf,errorOfThrown,DEFAULT_POLICY,NAME_LIMIT,plain,significant,bytes,counts,grouped,twoSided,rangeInUnit,
inUnit,metricCell,limitText,measureCells,headline,remarksAbout,explainWords,lostMost,ladderLine,groupsLine,historyEntry,withEntry,hideHistory,historyIn,reusedNote,
atMostWarn,sweepRows,sweepNote,COMMENT_BYTES,renderMarkdown,renderSummary,VERSION,isInside,isBelow,slashed,wayTo,isGitFolder,windowsProblem,serializeReport,OTHER_FOLDERS,
prepareOutput,refuseLinkAway,writeAtomically,writeReport};
