import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
import{PolicyInvalidError,nearest,readPolicy,require__,require_yauzl,require_yazl,resolveInside}from"./chunk-IW537MJF.js";import{UserError,VERSION,errorOfThrown,
grouped,inUnit,messageOf,rangeInUnit,renderMarkdown,reusedNote,significant,stackOf,twoSided,writeAtomically,writeReport}from"./chunk-INJYSMID.js";import{__toESM}from"./chunk-NVV35YR3.js";import{mkdtemp as mkdtemp7,rm as rm15}from"node:fs/promises";import{tmpdir as tmpdir7}from"node:os";import{join as join30}from"node:path";import{stat}from"node:fs/promises";var GIVEN=[{key:"planPath",what:"plan",code:"plan-unreadable",fix:"Name the plan.json that an earlier `prune` or `run` left in its output folder."},{key:"candid\
atePath",what:"candidate",code:"candidate-missing",fix:"Name the model file that is to be judged; the path starts at the current folder."},{key:"baselinePath",what:"\
baseline",code:"baseline-unreadable",fix:"Name the report.json of a run on the base commit, or leave --baseline out."},{key:"baseWorkspace",what:"base",code:"ba\
se-missing",folder:true,fix:"Name the folder of a checkout of the base commit, or leave it out."}];async function requireGivenFiles(request){for(const{key,what,
code,folder=false,fix}of GIVEN){const path=request[key];if(path===void 0)continue;const stats=await stat(path).catch(()=>void 0);const right=folder?stats?.isDirectory():
stats?.isFile();if(right===true)continue;const why=stats===void 0?`there is no such ${folder?"folder":"file"}`:folder?"it is no folder":`it is ${stats.isDirectory()?
"a folder":"no regular file"}`;throw new UserError({code,message:`The ${what} cannot be read: ${why}.`,where:path,fix})}}var DataType={UNDEFINED:0,FLOAT:1,UINT8:2,INT8:3,UINT16:4,INT16:5,INT32:6,INT64:7,STRING:8,BOOL:9,FLOAT16:10,DOUBLE:11,UINT32:12,UINT64:13,COMPLEX64:14,COMPLEX128:15,
BFLOAT16:16,FLOAT8E4M3FN:17,FLOAT8E4M3FNUZ:18,FLOAT8E5M2:19,FLOAT8E5M2FNUZ:20,UINT4:21,INT4:22,FLOAT4E2M1:23};function requiredInputs(graph){return graph.inputs.
filter(input=>!graph.initializers.has(input.name))}function intAttribute(node,name,fallback){const attribute=node.attributes.get(name);return attribute?.kind===
"int"?Number(attribute.value):fallback}function intsAttribute(node,name){const attribute=node.attributes.get(name);return attribute?.kind==="ints"?attribute.value.
map(Number):void 0}function floatAttribute(node,name,fallback){const attribute=node.attributes.get(name);return attribute?.kind==="float"?attribute.value:fallback}
function stringAttribute(node,name){const attribute=node.attributes.get(name);return attribute?.kind==="string"?new TextDecoder().decode(attribute.value):void 0}var BITS=new Map([[DataType.FLOAT,32],[DataType.UINT8,8],[DataType.INT8,8],[DataType.UINT16,16],[DataType.INT16,16],[DataType.INT32,32],[DataType.INT64,64],[DataType.
BOOL,8],[DataType.FLOAT16,16],[DataType.DOUBLE,64],[DataType.UINT32,32],[DataType.UINT64,64],[DataType.COMPLEX64,64],[DataType.COMPLEX128,128],[DataType.BFLOAT16,
16],[DataType.FLOAT8E4M3FN,8],[DataType.FLOAT8E4M3FNUZ,8],[DataType.FLOAT8E5M2,8],[DataType.FLOAT8E5M2FNUZ,8],[DataType.UINT4,4],[DataType.INT4,4],[DataType.FLOAT4E2M1,
4],[24,8],[25,2],[26,2]]);var NAMES=new Map(Object.entries(DataType).map(([name,value2])=>[value2,name.toLowerCase()]));function elementBits(dataType){return BITS.
get(dataType)}function elementSize(dataType){const bits2=BITS.get(dataType);return bits2===void 0||bits2<8?void 0:bits2/8}function elementCount(dims){return dims.
reduce((product3,size)=>product3*size,1)}function rawLength(dataType,count){const bits2=BITS.get(dataType);return bits2===void 0?void 0:Math.ceil(count*bits2/8)}
function typeName(dataType){return NAMES.get(dataType)??`element type ${dataType}`}var HOST_ARRAYS={float32:Float32Array,float64:Float64Array,float16:Uint16Array,uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,int32:Int32Array,
uint32:Uint32Array,int64:BigInt64Array,uint64:BigUint64Array,bool:Uint8Array};var DATA_TYPES={float32:DataType.FLOAT,float64:DataType.DOUBLE,float16:DataType.FLOAT16,
uint8:DataType.UINT8,int8:DataType.INT8,uint16:DataType.UINT16,int16:DataType.INT16,int32:DataType.INT32,uint32:DataType.UINT32,int64:DataType.INT64,uint64:DataType.
UINT64,bool:DataType.BOOL};var ELEMENT_TYPES=new Map(Object.entries(DATA_TYPES).map(([type,dataType])=>[dataType,type]));function bytesOfElement(type){return type===
void 0?void 0:new HOST_ARRAYS[type](0).BYTES_PER_ELEMENT}function dataTypeOf(type){return DATA_TYPES[type]}function elementTypeOf(dataType){return ELEMENT_TYPES.
get(dataType)}function isElementType(type){return Object.hasOwn(HOST_ARRAYS,type)}function malformed(tensor){const wanted=HOST_ARRAYS[tensor.type];if(!(tensor.data instanceof
wanted))return`a ${tensor.type} tensor wants a ${wanted.name}`;const count=elementCount(tensor.dims);if(tensor.data.length!==count)return`shape [${tensor.dims.join(
", ")}] wants ${count} elements, got ${tensor.data.length}`;return void 0}function toOrt(ort,tensor){return new ort.Tensor(tensor.type,tensor.data,[...tensor.dims])}
function fromOrt(value2){const{type,data,dims}=value2;if(!isElementType(type)||!ArrayBuffer.isView(data))throw new Error(`a ${type} tensor cannot be read`);return{
type,dims,data:asBits(type,data)}}function asBits(type,data){if(type==="float16")return new Uint16Array(data.buffer,data.byteOffset,data.byteLength/2);return data}var MAX_PROTO_BYTES=2**31-1;var MAX_INLINE_BYTES=19e8;var MIN_OPSET=7;var MIN_IR_VERSION=3;var MAX_PLAUSIBLE_VERSION=1e3;var MIN_EXTERNAL_BYTES=1024;var MAX_SHOWN_NAME=80;
function shown(name){const cut=name.length>MAX_SHOWN_NAME?`${name.slice(0,MAX_SHOWN_NAME)}\u2026`:name;return JSON.stringify(cut)}function indexGraph(graph){const producer=new Map;const consumers=new Map;graph.nodes.forEach((node,index)=>{for(const output of node.outputs)if(output!=="")producer.
set(output,index);for(const value2 of valuesRead(node)){const readers=consumers.get(value2);if(readers===void 0)consumers.set(value2,[index]);else readers.push(
index)}});return{producer,consumers}}function valuesRead(node){const read2=new Set(node.inputs);for(const value2 of capturedValues(node))read2.add(value2);read2.
delete("");return read2}function subgraphs(node){const found=[];for(const attribute of node.attributes.values()){if(attribute.kind==="graph")found.push(attribute.
value);if(attribute.kind==="graphs")for(const graph of attribute.value)found.push(graph)}return found}function capturedValues(node){const captured=new Set;for(const graph of subgraphs(
node)){const own=definedNames(graph);const used=[...graph.nodes.flatMap(each=>[...valuesRead(each)]),...graph.outputs.map(({name})=>name)];for(const name of used)
if(name!==""&&!own.has(name))captured.add(name)}return captured}function definedNames(graph){const names=new Set([...graph.initializers.keys(),...graph.sparseInitializers]);
for(const{name}of graph.inputs)names.add(name);for(const node of graph.nodes)for(const output of node.outputs)names.add(output);names.delete("");return names}function allNames(graph){
const names=definedNames(graph);for(const info of[...graph.outputs,...graph.valueInfos])names.add(info.name);for(const node of graph.nodes){names.add(node.name);
for(const input of node.inputs)names.add(input);for(const inner of subgraphs(node))for(const name of allNames(inner))names.add(name)}return names}function topologicalOrder(graph){
const{producer,consumers}=indexGraph(graph);const waiting=graph.nodes.map(node=>new Set(makersOf(node,producer)));const order2=[];const ready2=new IndexHeap;waiting.
forEach((makers,index)=>{if(makers.size===0)ready2.push(index)});for(let index=ready2.pop();index!==void 0;index=ready2.pop()){order2.push(index);for(const output of graph.
nodes[index]?.outputs??[]){for(const reader of consumers.get(output)??[]){const makers=waiting[reader];if(makers?.delete(index)===true&&makers.size===0)ready2.push(
reader)}}}if(order2.length<graph.nodes.length)throw cycle(graph,new Set(order2));return order2}function makersOf(node,producer){return[...valuesRead(node)].map(
value2=>producer.get(value2)).filter(index=>index!==void 0)}function cycle(graph,done){const node=graph.nodes.find((_,index)=>!done.has(index));return new UserError(
{code:"graph-cycle",message:`The graph is cyclic: ${node?.opType??"a node"} ${shown(node?.name||node?.outputs[0]||"")} needs its own result.`,fix:"Export the mo\
del again."})}var IndexHeap=class{items=[];push(item){let at=this.items.push(item)-1;for(let up=at-1>>1;at>0&&this.at(up)>item;up=at-1>>1){this.items[at]=this.at(
up);at=up}this.items[at]=item}pop(){const top=this.items[0];const last=this.items.pop();if(last===void 0||this.items.length===0)return top;let at=0;for(let down=1;down<
this.items.length;down=2*at+1){if(down+1<this.items.length&&this.at(down+1)<this.at(down))down++;if(this.at(down)>=last)break;this.items[at]=this.at(down);at=down}
this.items[at]=last;return top}at(index){return this.items[index]}};function freshName(taken,base){const names=taken instanceof Set?taken:allNames(taken);let name=base;
for(let number=1;names.has(name);number++)name=`${base}_${number}`;names.add(name);return name}function makeNode(opType,inputs,outputs,options={}){const{name="",
domain="",attributes=[]}=options;return{name,opType,domain,inputs,outputs,attributes:new Map(attributes)}}function makeValueInfo(name,elemType,dims){return{name,
elemType,dims}}function makeGraph(parts){return{name:"graph",initializers:new Map,sparseInitializers:[],valueInfos:[],...parts}}var intOf=value2=>({kind:"int",value:BigInt(value2)});var intsOf=values=>({kind:"ints",value:values.map(BigInt)});var tensorOf=value2=>({kind:"tensor",value:value2});var SIZE_OPS=new Set(["Shape","Size"]);var RANDOM_OPS=new Set(["RandomNormal","RandomUniform","RandomNormalLike","RandomUniformLike","Bernoulli","Multinomial"]);
var ALL="all";var STEERING=new Map([["Reshape",[1]],["Expand",[1]],["Tile",[1]],["Slice",[1,2,3,4]],["Pad",[1,3]],["Resize",[1,2,3]],["Upsample",[1]],["Constant\
OfShape",[0]],["Range",[0,1,2]],["OneHot",[1]],["TopK",[1]],["Split",[1]],["Squeeze",[1]],["Unsqueeze",[1]],["CenterCropPad",[1]],["Col2Im",[1,2]],["MaxUnpool",
[2]],["DFT",[1]],["STFT",[1,3]],["AffineGrid",[1]],["ReduceSum",[1]],["ReduceMean",[1]],["ReduceMax",[1]],["ReduceMin",[1]],["ReduceProd",[1]],["ReduceL1",[1]],
["ReduceL2",[1]],["ReduceLogSum",[1]],["ReduceLogSumExp",[1]],["ReduceSumSquare",[1]],["HannWindow",[0]],["HammingWindow",[0]],["BlackmanWindow",[0]],["NonZero",
ALL],["Unique",ALL],["Compress",ALL],["NonMaxSuppression",ALL],["If",ALL],["Loop",ALL],["Scan",ALL],["SequenceAt",ALL],["ConcatFromSequence",ALL],["StringSplit",
ALL],["SplitToSequence",ALL]]);var FUSED_OPS=new Set(["Attention","BiasAdd","BiasGelu","BiasSoftmax","BiasSplitGelu","EmbedLayerNormalization","FastGelu","Fused\
Conv","FusedGemm","FusedMatMul","Gelu","MatMulIntegerToFloat","MultiHeadAttention","QuickGelu","RotaryEmbedding","SkipGroupNorm","SkipLayerNormalization","SkipS\
implifiedLayerNormalization"].map(name=>`com.microsoft:${name}`));function dataDependence(graph){const contents=new Set(requiredInputs(graph).map(({name})=>name));
const sizes=new Set;for(let before=-1;before!==contents.size+sizes.size;){before=contents.size+sizes.size;for(const node of graph.nodes)spread(node,contents,sizes)}
return{contents,sizes}}function spread(node,contents,sizes){const read2=[...valuesRead(node)];const sizeDepends=read2.some(name=>sizes.has(name));if(isSizeOp(node)){
if(sizeDepends)add(contents,node.outputs);return}if(sizeDepends||steeringDepends(node,read2,contents))add(sizes,node.outputs);if(sizeDepends||RANDOM_OPS.has(node.
opType)||read2.some(name=>contents.has(name)))add(contents,node.outputs)}function steeringDepends(node,read2,contents){const steering=node.domain===""||FUSED_OPS.
has(`${node.domain}:${node.opType}`)?STEERING.get(node.opType)??[]:ALL;if(steering===ALL)return read2.some(name=>contents.has(name));return steering.some(position=>contents.
has(node.inputs[position]??""))}function add(names,outputs){for(const output of outputs)if(output!=="")names.add(output)}function isSizeOp(node){return node.domain===
""&&SIZE_OPS.has(node.opType)}import{closeSync,openSync,readSync}from"node:fs";var bits=new Uint32Array(1);var value=new Float32Array(bits.buffer);function float16ToFloat32(half){const words=new Uint32Array(half.length);for(let i=0;i<half.
length;i++)words[i]=wordOfHalf(half[i]);return new Float32Array(words.buffer)}function float32ToFloat16(single){const words=new Uint32Array(single.buffer,single.
byteOffset,single.length);const out=new Uint16Array(single.length);for(let i=0;i<words.length;i++)out[i]=halfOfWord(words[i]);return out}function bfloat16ToFloat32(brain){
const words=new Uint32Array(brain.length);for(let i=0;i<brain.length;i++)words[i]=brain[i]<<16;return new Float32Array(words.buffer)}function float32ToBfloat16(single){
const words=new Uint32Array(single.buffer,single.byteOffset,single.length);const out=new Uint16Array(single.length);for(let i=0;i<words.length;i++)out[i]=brainOfWord(
words[i]);return out}function wordOfHalf(half){const sign=(half&32768)<<16;const exponent=half>>>10&31;const fraction=half&1023;if(exponent===0){value[0]=fraction*
2**-24;return sign|bits[0]}return sign|(exponent===31?2139095040:exponent+112<<23)|fraction<<13}function halfOfWord(word){const sign=word>>>16&32768;const magnitude=word&
2147483647;if(magnitude>2139095040)return sign|32256|magnitude>>>13&511;if(magnitude>=1199566848)return sign|31744;if(magnitude<947912704)return sign|subnormalHalf(
magnitude);const lowest=magnitude>>>13&1;return sign|magnitude-939524096+4095+lowest>>>13}function subnormalHalf(magnitude){bits[0]=magnitude;value[0]=value[0]+
.5;return bits[0]-1056964608}function brainOfWord(word){if((word&2147483647)>2139095040)return word>>>16|64;const lowest=word>>>16&1;return word+32767+lowest>>>
16&65535}function isMessage(arg,schema){const isMessage2=arg!==null&&typeof arg=="object"&&"$typeName"in arg&&typeof arg.$typeName=="string";if(!isMessage2){return false}
if(schema===void 0){return true}return schema.typeName===arg.$typeName}var ScalarType;(function(ScalarType2){ScalarType2[ScalarType2["DOUBLE"]=1]="DOUBLE";ScalarType2[ScalarType2["FLOAT"]=2]="FLOAT";ScalarType2[ScalarType2["INT64"]=
3]="INT64";ScalarType2[ScalarType2["UINT64"]=4]="UINT64";ScalarType2[ScalarType2["INT32"]=5]="INT32";ScalarType2[ScalarType2["FIXED64"]=6]="FIXED64";ScalarType2[ScalarType2["\
FIXED32"]=7]="FIXED32";ScalarType2[ScalarType2["BOOL"]=8]="BOOL";ScalarType2[ScalarType2["STRING"]=9]="STRING";ScalarType2[ScalarType2["BYTES"]=12]="BYTES";ScalarType2[ScalarType2["\
UINT32"]=13]="UINT32";ScalarType2[ScalarType2["SFIXED32"]=15]="SFIXED32";ScalarType2[ScalarType2["SFIXED64"]=16]="SFIXED64";ScalarType2[ScalarType2["SINT32"]=17]=
"SINT32";ScalarType2[ScalarType2["SINT64"]=18]="SINT64"})(ScalarType||(ScalarType={}));function varint64read(){const buf=this.buf;let pos=this.pos;let lo=0;let hi=0;for(let shift=0;shift<28;shift+=7){const b=buf[pos++];lo|=(b&127)<<shift;if((b&128)==
0){this.pos=pos;this.assertBounds();this.varint64Lo=lo;this.varint64Hi=hi;return}}const middleByte=buf[pos++];lo|=(middleByte&15)<<28;hi=(middleByte&112)>>4;if((middleByte&
128)==0){this.pos=pos;this.assertBounds();this.varint64Lo=lo;this.varint64Hi=hi;return}for(let shift=3;shift<=31;shift+=7){const b=buf[pos++];hi|=(b&127)<<shift;
if((b&128)==0){this.pos=pos;this.assertBounds();this.varint64Lo=lo;this.varint64Hi=hi;return}}throw new Error("invalid varint")}var TWO_PWR_32_DBL=4294967296;function int64FromString(dec){const minus=dec[0]==="-";if(minus){dec=dec.slice(1)}const base=1e6;let lowBits=0;let highBits=0;function add1e6digit(begin,end){
const digit1e6=Number(dec.slice(begin,end));highBits*=base;lowBits=lowBits*base+digit1e6;if(lowBits>=TWO_PWR_32_DBL){highBits=highBits+(lowBits/TWO_PWR_32_DBL|0);
lowBits=lowBits%TWO_PWR_32_DBL}}add1e6digit(-24,-18);add1e6digit(-18,-12);add1e6digit(-12,-6);add1e6digit(-6);return minus?negate(lowBits,highBits):newBits(lowBits,
highBits)}function int64ToString(lo,hi){let bits2=newBits(lo,hi);const negative=bits2.hi&2147483648;if(negative){bits2=negate(bits2.lo,bits2.hi)}const result=uInt64ToString(
bits2.lo,bits2.hi);return negative?"-"+result:result}function uInt64ToString(lo,hi){({lo,hi}=toUnsigned(lo,hi));if(hi<=2097151){return String(TWO_PWR_32_DBL*hi+
lo)}const low=lo&16777215;const mid=(lo>>>24|hi<<8)&16777215;const high=hi>>16&65535;let digitA=low+mid*6777216+high*6710656;let digitB=mid+high*8147497;let digitC=high*
2;const base=1e7;if(digitA>=base){digitB+=Math.floor(digitA/base);digitA%=base}if(digitB>=base){digitC+=Math.floor(digitB/base);digitB%=base}return digitC.toString()+
decimalFrom1e7WithLeadingZeros(digitB)+decimalFrom1e7WithLeadingZeros(digitA)}function toUnsigned(lo,hi){return{lo:lo>>>0,hi:hi>>>0}}function newBits(lo,hi){return{
lo:lo|0,hi:hi|0}}function negate(lowBits,highBits){highBits=~highBits;if(lowBits){lowBits=~lowBits+1}else{highBits+=1}return newBits(lowBits,highBits)}var decimalFrom1e7WithLeadingZeros=digit1e7=>{
const partial=String(digit1e7);return"0000000".slice(partial.length)+partial};function varint32write(value2,bytes){if(value2>>>0<128){bytes.push(value2);return}
if(value2>=0){while(value2>127){bytes.push(value2&127|128);value2=value2>>>7}bytes.push(value2)}else{for(let i=0;i<9;i++){bytes.push(value2&127|128);value2=value2>>
7}bytes.push(1)}}function varint32read(){let b=this.buf[this.pos++];if((b&128)===0){this.assertBounds();return b}let result=b&127;b=this.buf[this.pos++];result|=
(b&127)<<7;if((b&128)===0){this.assertBounds();return result}b=this.buf[this.pos++];result|=(b&127)<<14;if((b&128)===0){this.assertBounds();return result}b=this.
buf[this.pos++];result|=(b&127)<<21;if((b&128)===0){this.assertBounds();return result}b=this.buf[this.pos++];result|=(b&15)<<28;for(let readBytes2=5;(b&128)!==0&&
readBytes2<10;readBytes2++)b=this.buf[this.pos++];if((b&128)!==0)throw new Error("invalid varint");this.assertBounds();return result>>>0}var protoInt64=makeInt64Support();function makeInt64Support(){const dv=new DataView(new ArrayBuffer(8));const ok=typeof BigInt==="function"&&typeof dv.getBigInt64===
"function"&&typeof dv.getBigUint64==="function"&&typeof dv.setBigInt64==="function"&&typeof dv.setBigUint64==="function"&&(!!globalThis.Deno||!!globalThis.Bun||
typeof process!="object"||typeof process.env!="object"||process.env.BUF_BIGINT_DISABLE!=="1");if(ok){const MIN=BigInt("-9223372036854775808");const MAX=BigInt("\
9223372036854775807");const UMIN=BigInt("0");const UMAX=BigInt("18446744073709551615");return{zero:BigInt(0),supported:true,parse(value2){const bi=typeof value2==
"bigint"?value2:BigInt(value2);if(bi>MAX||bi<MIN){throw new Error(`invalid int64: ${value2}`)}return bi},uParse(value2){const bi=typeof value2=="bigint"?value2:
BigInt(value2);if(bi>UMAX||bi<UMIN){throw new Error(`invalid uint64: ${value2}`)}return bi},enc(value2){dv.setBigInt64(0,this.parse(value2),true);return{lo:dv.getInt32(
0,true),hi:dv.getInt32(4,true)}},uEnc(value2){dv.setBigInt64(0,this.uParse(value2),true);return{lo:dv.getInt32(0,true),hi:dv.getInt32(4,true)}},dec(lo,hi){dv.setInt32(
0,lo,true);dv.setInt32(4,hi,true);return dv.getBigInt64(0,true)},uDec(lo,hi){dv.setInt32(0,lo,true);dv.setInt32(4,hi,true);return dv.getBigUint64(0,true)}}}return{
zero:"0",supported:false,parse(value2){if(typeof value2!="string"){value2=value2.toString()}assertInt64String(value2);return value2},uParse(value2){if(typeof value2!=
"string"){value2=value2.toString()}assertUInt64String(value2);return value2},enc(value2){if(typeof value2!="string"){value2=value2.toString()}assertInt64String(
value2);return int64FromString(value2)},uEnc(value2){if(typeof value2!="string"){value2=value2.toString()}assertUInt64String(value2);return int64FromString(value2)},
dec(lo,hi){return int64ToString(lo,hi)},uDec(lo,hi){return uInt64ToString(lo,hi)}}}function assertInt64String(value2){if(!/^-?[0-9]+$/.test(value2)){throw new Error(
"invalid int64: "+value2)}}function assertUInt64String(value2){if(!/^[0-9]+$/.test(value2)){throw new Error("invalid uint64: "+value2)}}function scalarZeroValue(type,longAsString){switch(type){case ScalarType.STRING:return"";case ScalarType.BOOL:return false;case ScalarType.DOUBLE:case ScalarType.
FLOAT:return 0;case ScalarType.INT64:case ScalarType.UINT64:case ScalarType.SFIXED64:case ScalarType.FIXED64:case ScalarType.SINT64:return longAsString?"0":protoInt64.
zero;case ScalarType.BYTES:return new Uint8Array(0);default:return 0}}function isScalarZeroValue(type,value2){switch(type){case ScalarType.BOOL:return value2===
false;case ScalarType.STRING:return value2==="";case ScalarType.BYTES:return value2 instanceof Uint8Array&&!value2.byteLength;case ScalarType.DOUBLE:case ScalarType.
FLOAT:return Object.is(value2,0);default:return value2==0}}var IMPLICIT=2;function unsafeIsSet(target,field2){const name=field2.localName;if(field2.oneof){return target[field2.oneof.localName].case===name}if(field2.presence!=IMPLICIT){
return target[name]!==void 0&&Object.prototype.hasOwnProperty.call(target,name)}switch(field2.fieldKind){case"list":return target[name].length>0;case"map":return Object.
keys(target[name]).length>0;case"scalar":return!isScalarZeroValue(field2.scalar,target[name]);case"enum":return target[name]!==field2.enum.values[0].number}throw new Error(
"message field with implicit presence")}function unsafeIsSetExplicit(target,localName){return Object.prototype.hasOwnProperty.call(target,localName)&&target[localName]!==
void 0}function setOwn(obj,key,value2){if(key==="__proto__"){Object.defineProperty(obj,"__proto__",{value:value2,writable:true,enumerable:true,configurable:true})}else{
obj[key]=value2}}function unsafeClear(target,field2){const name=field2.localName;if(field2.oneof){const oneofLocalName=field2.oneof.localName;if(target[oneofLocalName].case===name){
target[oneofLocalName]={case:void 0}}}else if(field2.presence!=IMPLICIT){delete target[name]}else{switch(field2.fieldKind){case"map":target[name]={};break;case"\
list":target[name]=[];break;case"enum":target[name]=field2.enum.values[0].number;break;case"scalar":target[name]=scalarZeroValue(field2.scalar,field2.longAsString);
break}}}function isObject(arg){return arg!==null&&typeof arg=="object"&&!Array.isArray(arg)}function isWrapperDesc(messageDesc2){const f=messageDesc2.fields[0];return isWrapperTypeName(messageDesc2.typeName)&&f!==void 0&&f.fieldKind=="scalar"&&f.name==
"value"&&f.number==1}var wrapperTypeNames=new Set(["google.protobuf.DoubleValue","google.protobuf.FloatValue","google.protobuf.Int64Value","google.protobuf.UInt64Value","google.prot\
obuf.Int32Value","google.protobuf.UInt32Value","google.protobuf.BoolValue","google.protobuf.StringValue","google.protobuf.BytesValue"]);function isWrapperTypeName(name){
return wrapperTypeNames.has(name)}var EDITION_PROTO3=999;var EDITION_PROTO2=998;var IMPLICIT2=2;function create(schema,init4){if(isMessage(init4,schema)){return init4}return compiledCreate(schema)(
init4)}var compiledCreates=new WeakMap;function compiledCreate(desc){let compiled=compiledCreates.get(desc);if(compiled===void 0){compiled=compileCreate(desc);compiledCreates.
set(desc,compiled)}return compiled}var INIT_SINGULAR=0;var INIT_LIST=1;var INIT_MAP=2;var INIT_ONEOF=3;function compileCreate(desc){const typeName2=desc.typeName;
const{properties,prototype}=compileInitMessage(desc);return init4=>{let message;if(prototype!==void 0){message=Object.create(prototype);message.$typeName=typeName2}else{
message={$typeName:typeName2}}for(let i=0;i<properties.length;i++){const property=properties[i];const name=property.name;const initValue=init4===null||init4===void 0?
void 0:init4[name];switch(property.kind){case INIT_SINGULAR:if(initValue!=null){message[name]=property.convert!==void 0?property.convert(initValue):initValue}else if(property.
constant!==void 0){message[name]=property.constant}break;case INIT_LIST:message[name]=property.convert!==void 0&&Array.isArray(initValue)?initValue.map(property.
convert):initValue!==null&&initValue!==void 0?initValue:[];break;case INIT_MAP:if(property.convert===void 0||!isObject(initValue)){message[name]=initValue!==null&&
initValue!==void 0?initValue:{}}else{const converted={};const keys=Object.keys(initValue);for(let k=0;k<keys.length;k++){setOwn(converted,keys[k],property.convert(
initValue[keys[k]]))}message[name]=converted}break;case INIT_ONEOF:{const oneofValue=initValue;if((oneofValue===null||oneofValue===void 0?void 0:oneofValue.case)!=
null){const convert=property.convert.get(oneofValue.case);if(convert!==void 0){message[name]={case:oneofValue.case,value:convert(oneofValue.value)};break}}message[name]=
{case:void 0};break}}}return message}}function compileInitMessage(desc){var _a,_b;const properties=[];const prototype={};const usePrototype=needsPrototypeChain(
desc);for(const member of desc.members){const name=member.localName;if(member.kind=="oneof"){properties.push({name,kind:INIT_ONEOF,constant:void 0,convert:compileConvertOneof(
member)});continue}switch(member.fieldKind){case"message":{properties.push({name,kind:INIT_SINGULAR,constant:void 0,convert:compileConvertMessage(member)});break}case"\
list":{properties.push({name,kind:INIT_LIST,constant:void 0,convert:member.listKind=="message"?(_a=compileConvertMessage(member))!==null&&_a!==void 0?_a:(value2=>value2):
member.scalar==ScalarType.BYTES?toU8Arr:void 0});break}case"map":{properties.push({name,kind:INIT_MAP,constant:void 0,convert:member.mapKind=="message"?(_b=compileConvertMessage(
member))!==null&&_b!==void 0?_b:(value2=>value2):member.scalar==ScalarType.BYTES?toU8Arr:void 0});break}default:{const zeroValue=createZeroValue(member);properties.
push({name,kind:INIT_SINGULAR,constant:member.presence==IMPLICIT2?zeroValue:void 0,convert:member.fieldKind=="scalar"&&member.scalar==ScalarType.BYTES?toU8Arr:void 0});
if(usePrototype){prototype[name]=zeroValue}break}}}return{properties,prototype:usePrototype?prototype:void 0}}function compileConvertOneof(oneof){const converters=new Map;
for(const field2 of oneof.fields){let convert;if(field2.fieldKind=="message"){convert=compileConvertMessage(field2)}else if(field2.fieldKind=="scalar"&&field2.scalar==
ScalarType.BYTES){convert=toU8Arr}converters.set(field2.localName,convert!==null&&convert!==void 0?convert:(value2=>value2))}return converters}function compileConvertMessage(field2){
if(field2.fieldKind=="message"&&!field2.oneof&&isWrapperDesc(field2.message)){return field2.message.fields[0].scalar==ScalarType.BYTES?toU8Arr:void 0}if(field2.
message.typeName=="google.protobuf.Struct"&&field2.parent.typeName!=="google.protobuf.Value"){return void 0}const messageDesc2=field2.message;let compiled;return value2=>{
if(!isObject(value2)||isMessage(value2,messageDesc2)){return value2}compiled!==null&&compiled!==void 0?compiled:compiled=compiledCreate(messageDesc2);return compiled(
value2)}}function toU8Arr(value2){return Array.isArray(value2)?new Uint8Array(value2):value2}function needsPrototypeChain(desc){switch(desc.file.edition){case EDITION_PROTO3:
return false;case EDITION_PROTO2:return true;default:return desc.fields.some(f=>f.presence!=IMPLICIT2&&f.fieldKind!="message"&&!f.oneof)}}function createZeroValue(field2){
const defaultValue=field2.getDefaultValue();if(defaultValue!==void 0){return field2.fieldKind=="scalar"&&field2.longAsString?defaultValue.toString():defaultValue}
return field2.fieldKind=="scalar"?scalarZeroValue(field2.scalar,field2.longAsString):field2.enum.values[0].number}var FieldError=class extends Error{constructor(fieldOrOneof,message,name="FieldValueInvalidError"){super(message);this.name=name;this.field=()=>fieldOrOneof}};var te;function configureTextEncoding(textEncoding){var _a;te=Object.assign(Object.assign({},textEncoding),{encodeUtf8Into:(_a=textEncoding.encodeUtf8Into)!==null&&
_a!==void 0?_a:emulateEncodeInto(textEncoding.encodeUtf8.bind(textEncoding))})}function getTextEncoding(){if(!te){const globals=globalThis;if(!globals.TextEncoder||
!globals.TextDecoder){throw new Error("encoding API missing: install TextEncoder and TextDecoder on globalThis")}const textEncoder=new globals.TextEncoder;const textDecoder=new globals.
TextDecoder("utf-8",{ignoreBOM:true});let textDecoderStrict;const config={encodeUtf8(text2){return textEncoder.encode(text2)},decodeUtf8(bytes,strict){if(strict){
if(!textDecoderStrict){textDecoderStrict=new globals.TextDecoder("utf-8",{fatal:true,ignoreBOM:true})}return textDecoderStrict.decode(bytes)}return textDecoder.
decode(bytes)},checkUtf8(text2){try{encodeURIComponent(text2);return true}catch(_){return false}}};if(textEncoder.encodeInto){config.encodeUtf8Into=textEncoder.
encodeInto.bind(textEncoder)}const nativeStringIsWellFormed=String.prototype.isWellFormed;if(nativeStringIsWellFormed){config.checkUtf8=text2=>{return nativeStringIsWellFormed.
call(text2)}}configureTextEncoding(config)}return te}function emulateEncodeInto(encodeUtf8){return(text2,dest)=>{const bytes=encodeUtf8(text2);dest.set(bytes);return{
written:bytes.byteLength}}}var WireType;(function(WireType2){WireType2[WireType2["Varint"]=0]="Varint";WireType2[WireType2["Bit64"]=1]="Bit64";WireType2[WireType2["LengthDelimited"]=2]="L\
engthDelimited";WireType2[WireType2["StartGroup"]=3]="StartGroup";WireType2[WireType2["EndGroup"]=4]="EndGroup";WireType2[WireType2["Bit32"]=5]="Bit32"})(WireType||
(WireType={}));var UINT32_MAX=4294967295;var INT32_MAX=2147483647;var INT32_MIN=-2147483648;var BinaryWriter=class{constructor(encodeUtf8){this.stackPos=[];this.encodeUtf8Into=
encodeUtf8?emulateEncodeInto(encodeUtf8):getTextEncoding().encodeUtf8Into;this.buffer=EMPTY_BUFFER;this.viewCache=EMPTY_VIEW;this.pos=0}ensureCapacity(size){const required2=this.
pos+size;if(required2>this.buffer.length){let newLen=this.buffer.length||INITIAL_SIZE;while(newLen<required2)newLen*=2;const newBuf=new Uint8Array(newLen);if(this.
pos>0)newBuf.set(this.buffer);this.buffer=newBuf}}view(){const bytes=this.buffer;const view=this.viewCache;if(view.byteLength===bytes.byteLength)return view;const newView=new DataView(
bytes.buffer);this.viewCache=newView;return newView}finish(){const result=this.buffer.slice(0,this.pos);this.pos=0;this.stackPos=[];return result}fork(){this.stackPos.
push(this.pos);this.ensureCapacity(DEFAULT_LEN_PREFIX_SIZE);this.buffer[this.pos++]=0;return this}join(){const forkPos=this.stackPos.pop();if(forkPos===void 0)throw new Error(
"invalid state, fork stack empty");const len=this.pos-forkPos-DEFAULT_LEN_PREFIX_SIZE;const lenPrefixSize=varint32Size(len);if(lenPrefixSize>DEFAULT_LEN_PREFIX_SIZE){
this.ensureCapacity(lenPrefixSize-DEFAULT_LEN_PREFIX_SIZE);this.buffer.copyWithin(forkPos+lenPrefixSize,forkPos+DEFAULT_LEN_PREFIX_SIZE,this.pos)}this.pos=forkPos;
this.uint32(len);this.pos+=len;return this}tag(fieldNo,type){return this.uint32((fieldNo<<3|type)>>>0)}raw(chunk){this.ensureCapacity(chunk.length);this.buffer.
set(chunk,this.pos);this.pos+=chunk.length;return this}uint32(value2){assertUInt32(value2);this.ensureCapacity(5);if(value2<128){this.buffer[this.pos++]=value2;
return this}while(value2>127){this.buffer[this.pos++]=value2&127|128;value2>>>=7}this.buffer[this.pos++]=value2;return this}int32(value2){assertInt32(value2);if(value2>=
0){return this.uint32(value2)}this.ensureCapacity(10);for(let i=0;i<9;i++){this.buffer[this.pos++]=value2&127|128;value2>>=7}this.buffer[this.pos++]=1;return this}bool(value2){
this.ensureCapacity(1);this.buffer[this.pos++]=value2?1:0;return this}bytes(value2){this.uint32(value2.byteLength);return this.raw(value2)}string(value2){if(typeof value2!==
"string"){value2=String(value2)}const len=value2.length;if(len<=ASCII_MAX_LENGTH){this.ensureCapacity(len+1);const ascii=this.buffer;let pos=this.pos;ascii[pos++]=
len;let i=0;for(;i<len;i++){const code=value2.charCodeAt(i);if(code>127)break;ascii[pos++]=code}if(i==len){this.pos=pos;return this}}this.ensureCapacity(len*3+5);
const lenPrefixSizeGuess=varint32Size(len);const buf=this.buffer;const start=this.pos;const{written}=this.encodeUtf8Into(value2,buf.subarray(start+lenPrefixSizeGuess));
const lenPrefixSize=varint32Size(written);if(lenPrefixSize!=lenPrefixSizeGuess){buf.copyWithin(start+lenPrefixSize,start+lenPrefixSizeGuess,start+lenPrefixSizeGuess+
written)}this.uint32(written);this.pos+=written;return this}float(value2){assertFloat32(value2);this.ensureCapacity(4);this.view().setFloat32(this.pos,value2,true);
this.pos+=4;return this}double(value2){this.ensureCapacity(8);this.view().setFloat64(this.pos,value2,true);this.pos+=8;return this}fixed32(value2){assertUInt32(
value2);this.ensureCapacity(4);this.view().setUint32(this.pos,value2,true);this.pos+=4;return this}sfixed32(value2){assertInt32(value2);this.ensureCapacity(4);this.
view().setInt32(this.pos,value2,true);this.pos+=4;return this}sint32(value2){assertInt32(value2);return this.uint32((value2<<1^value2>>31)>>>0)}sfixed64(value2){
const tc=protoInt64.enc(value2);this.ensureCapacity(8);const view=this.view();view.setInt32(this.pos,tc.lo,true);view.setInt32(this.pos+4,tc.hi,true);this.pos+=
8;return this}fixed64(value2){const tc=protoInt64.uEnc(value2);this.ensureCapacity(8);const view=this.view();view.setInt32(this.pos,tc.lo,true);view.setInt32(this.
pos+4,tc.hi,true);this.pos+=8;return this}int64(value2){const tc=protoInt64.enc(value2);return this.writeVarint64(tc.lo,tc.hi)}sint64(value2){const tc=protoInt64.
enc(value2),sign=tc.hi>>31,lo=tc.lo<<1^sign,hi=(tc.hi<<1|tc.lo>>>31)^sign;return this.writeVarint64(lo,hi)}uint64(value2){const tc=protoInt64.uEnc(value2);return this.
writeVarint64(tc.lo,tc.hi)}writeVarint64(lo,hi){this.ensureCapacity(10);const buf=this.buffer;let pos=this.pos;for(let i=0;i<28;i=i+7){const shift=lo>>>i;const hasNext=!(shift>>>
7==0&&hi==0);buf[pos++]=(hasNext?shift|128:shift)&255;if(!hasNext){this.pos=pos;return this}}const splitBits=lo>>>28&15|(hi&7)<<4;const hasMoreBits=!(hi>>3==0);
buf[pos++]=(hasMoreBits?splitBits|128:splitBits)&255;if(!hasMoreBits){this.pos=pos;return this}for(let i=3;i<31;i=i+7){const shift=hi>>>i;const hasNext=!(shift>>>
7==0);buf[pos++]=(hasNext?shift|128:shift)&255;if(!hasNext){this.pos=pos;return this}}buf[pos++]=hi>>>31&1;this.pos=pos;return this}};var INITIAL_SIZE=128;var DEFAULT_LEN_PREFIX_SIZE=1;
var EMPTY_BUFFER=new Uint8Array(0);var EMPTY_VIEW=new DataView(EMPTY_BUFFER.buffer);var ASCII_MAX_LENGTH=32;function varint32Size(value2){if(value2<128)return 1;
if(value2<16384)return 2;if(value2<2097152)return 3;if(value2<268435456)return 4;return 5}var BinaryReader=class{constructor(buf,decodeUtf8=getTextEncoding().decodeUtf8){
this.decodeUtf8=decodeUtf8;this.varint64Lo=0;this.varint64Hi=0;this.varint64=varint64read;this.uint32=varint32read;this.buf=buf;this.len=buf.length;this.pos=0;this.
view=new DataView(buf.buffer,buf.byteOffset,buf.byteLength)}tag(){const start=this.pos;const tag=this.uint32();const bytesRead=this.pos-start;if(bytesRead>5||bytesRead==
5&&this.buf[this.pos-1]>15){throw new Error("illegal tag: varint overflows uint32")}const fieldNo=tag>>>3;const wireType=tag&7;if(fieldNo<=0||wireType>5){throw new Error(
"illegal tag: field no "+fieldNo+" wire type "+wireType)}return[fieldNo,wireType]}skip(wireType,fieldNo,recursionLimit=100){let start=this.pos;switch(wireType){case WireType.
Varint:while(this.buf[this.pos++]&128){}break;case WireType.Bit64:this.pos+=4;case WireType.Bit32:this.pos+=4;break;case WireType.LengthDelimited:let len=this.uint32();
this.pos+=len;break;case WireType.StartGroup:if(recursionLimit<=0){throw new Error("maximum recursion depth reached")}for(;;){const[fn,wt]=this.tag();if(wt===WireType.
EndGroup){if(fieldNo!==void 0&&fn!==fieldNo){throw new Error("invalid end group tag")}break}this.skip(wt,fn,recursionLimit-1)}break;default:throw new Error("can\
t skip wire type "+wireType)}this.assertBounds();return this.buf.subarray(start,this.pos)}assertBounds(){if(this.pos>this.len)throw new RangeError("premature EO\
F")}int32(){return this.uint32()|0}sint32(){let zze=this.uint32();return zze>>>1^-(zze&1)}int64(){this.varint64();return protoInt64.dec(this.varint64Lo,this.varint64Hi)}uint64(){
this.varint64();return protoInt64.uDec(this.varint64Lo,this.varint64Hi)}sint64(){this.varint64();let lo=this.varint64Lo;let hi=this.varint64Hi;let s=-(lo&1);lo=
(lo>>>1|(hi&1)<<31)^s;hi=hi>>>1^s;return protoInt64.dec(lo,hi)}bool(){const b=this.buf[this.pos];if(b<128){this.pos++;return b!==0}this.varint64();return this.varint64Lo!==
0||this.varint64Hi!==0}fixed32(){return this.view.getUint32((this.pos+=4)-4,true)}sfixed32(){return this.view.getInt32((this.pos+=4)-4,true)}fixed64(){return protoInt64.
uDec(this.sfixed32(),this.sfixed32())}sfixed64(){return protoInt64.dec(this.sfixed32(),this.sfixed32())}float(){return this.view.getFloat32((this.pos+=4)-4,true)}double(){
return this.view.getFloat64((this.pos+=8)-8,true)}bytes(){let len=this.uint32(),start=this.pos;this.pos+=len;this.assertBounds();return this.buf.subarray(start,
start+len)}string(strict){const len=this.uint32();const start=this.pos;this.pos+=len;this.assertBounds();const buf=this.buf;if(len<=ASCII_MAX_LENGTH){const codes=new Array(
len);for(let i=0;i<len;i++){const byte=buf[start+i];if(byte>127){return this.decodeUtf8(buf.subarray(start,this.pos),strict)}codes[i]=byte}return String.fromCharCode.
apply(String,codes)}return this.decodeUtf8(buf.subarray(start,this.pos),strict)}};function assertInt32(arg){if(typeof arg=="string"){arg=Number(arg)}else if(typeof arg!=
"number"){throw new Error("invalid int32: "+typeof arg)}if(!Number.isInteger(arg)||arg>INT32_MAX||arg<INT32_MIN)throw new Error("invalid int32: "+arg)}function assertUInt32(arg){
if(typeof arg=="string"){arg=Number(arg)}else if(typeof arg!="number"){throw new Error("invalid uint32: "+typeof arg)}if(!Number.isInteger(arg)||arg>UINT32_MAX||
arg<0)throw new Error("invalid uint32: "+arg)}function assertFloat32(arg){if(typeof arg=="string"){const o=arg;arg=Number(arg);if(Number.isNaN(arg)&&o!=="NaN"){
throw new Error("invalid float32: "+o)}}else if(typeof arg!="number"){throw new Error("invalid float32: "+typeof arg)}if(!Number.isFinite(Math.fround(arg))&&Number.
isFinite(arg)){throw new Error("invalid float32: "+arg)}}var NULL_VALUE=0;function localMessageMapper(field2){if(usesJsonRepresentation(field2)){return{toMessage:local=>wktStructToReflect(local),toLocal:message=>wktStructToLocal(
message)}}if(field2.fieldKind=="message"&&!field2.oneof&&isWrapperDesc(field2.message)){const wrapperDesc=field2.message;const valueLocalName=wrapperDesc.fields[0].
localName;return{toMessage:local=>{const message=create(wrapperDesc);if(local!==void 0){message[valueLocalName]=local}return message},toLocal:message=>message[valueLocalName]}}
const childDesc=field2.message;return{toMessage:local=>local===void 0?create(childDesc):local,toLocal:message=>message}}function usesJsonRepresentation(field2){
return field2.message.typeName=="google.protobuf.Struct"&&field2.parent.typeName!="google.protobuf.Value"}function wktStructToReflect(json){const struct={$typeName:"\
google.protobuf.Struct",fields:{}};if(isObject(json)){for(const k of Object.keys(json)){setOwn(struct.fields,k,wktValueToReflect(json[k]))}}return struct}function wktStructToLocal(val){
const json={};for(const k of Object.keys(val.fields)){setOwn(json,k,wktValueToLocal(val.fields[k]))}return json}function wktValueToLocal(val){switch(val.kind.case){case"\
structValue":return wktStructToLocal(val.kind.value);case"listValue":return val.kind.value.values.map(wktValueToLocal);case"nullValue":case void 0:return null;default:
return val.kind.value}}function wktValueToReflect(json){const value2={$typeName:"google.protobuf.Value",kind:{case:void 0}};switch(typeof json){case"number":value2.
kind={case:"numberValue",value:json};break;case"string":value2.kind={case:"stringValue",value:json};break;case"boolean":value2.kind={case:"boolValue",value:json};
break;case"object":if(json===null){value2.kind={case:"nullValue",value:NULL_VALUE}}else if(Array.isArray(json)){const listValue={$typeName:"google.protobuf.List\
Value",values:[]};if(Array.isArray(json)){for(const e of json){listValue.values.push(wktValueToReflect(e))}}value2.kind={case:"listValue",value:listValue}}else{
value2.kind={case:"structValue",value:wktStructToReflect(json)}}break}return value2}var nativeSetFromBase64=Uint8Array.prototype.setFromBase64;function base64Decode(base64Str){const len=base64Str.length;let size=len-(len+3>>2);if((len&3)==0&&base64Str[len-
1]=="="){size-=base64Str[len-2]=="="?2:1}const bytes=new Uint8Array(size);let written=-1;if(nativeSetFromBase64){try{const result=nativeSetFromBase64.call(bytes,
base64Str);if(result.read==len){written=result.written}}catch(_a){}}if(written<0){written=setFromBase64(bytes,base64Str)}return written==size?bytes:bytes.subarray(
0,written)}function setFromBase64(bytes,base64Str){const table3=getDecodeTable();let bytePos=0,groupPos=0,b,p=0;for(let i=0;i<base64Str.length;i++){b=table3[base64Str.
charCodeAt(i)];if(b===void 0){switch(base64Str[i]){case"=":groupPos=0;case"\n":case"\r":case"	":case" ":continue;default:throw Error("invalid base64 string")}}switch(groupPos){case 0:
p=b;groupPos=1;break;case 1:bytes[bytePos++]=p<<2|(b&48)>>4;p=b;groupPos=2;break;case 2:bytes[bytePos++]=(p&15)<<4|(b&60)>>2;p=b;groupPos=3;break;case 3:bytes[bytePos++]=
(p&3)<<6|b;groupPos=0;break}}if(groupPos==1)throw Error("invalid base64 string");return bytePos}var nativeToBase64=Uint8Array.prototype.toBase64;var encodeTableStd;var encodeTableUrl;var decodeTable;function getEncodeTable(encoding){if(!encodeTableStd){encodeTableStd="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghij\
klmnopqrstuvwxyz0123456789+/".split("");encodeTableUrl=encodeTableStd.slice(0,-2).concat("-","_")}return encoding=="url"?encodeTableUrl:encodeTableStd}function getDecodeTable(){
if(!decodeTable){decodeTable=[];const encodeTable=getEncodeTable("std");for(let i=0;i<encodeTable.length;i++)decodeTable[encodeTable[i].charCodeAt(0)]=i;decodeTable["\
-".charCodeAt(0)]=encodeTable.indexOf("+");decodeTable["_".charCodeAt(0)]=encodeTable.indexOf("/")}return decodeTable}function protoCamelCase(snakeCase){let capNext=false;const b=[];for(let i=0;i<snakeCase.length;i++){let c=snakeCase.charAt(i);switch(c){case"_":capNext=true;break;case"\
0":case"1":case"2":case"3":case"4":case"5":case"6":case"7":case"8":case"9":b.push(c);capNext=false;break;default:if(capNext){capNext=false;c=c.toUpperCase()}b.push(
c);break}}return b.join("")}var reservedObjectProperties=new Set(["constructor","toString","toJSON","valueOf"]);function safeObjectProperty(name){return reservedObjectProperties.has(name)?
name+"$":name}function restoreJsonNames(message){for(const f of message.field){if(!unsafeIsSetExplicit(f,"jsonName")){f.jsonName=protoCamelCase(f.name)}}message.nestedType.forEach(
restoreJsonNames)}function parseTextFormatEnumValue(descEnum,value2){const enumValue=descEnum.values.find(v=>v.name===value2);if(!enumValue){throw new Error(`cannot parse ${descEnum}\
 default value: ${value2}`)}return enumValue.number}function parseTextFormatScalarValue(type,value2){switch(type){case ScalarType.STRING:return value2;case ScalarType.
BYTES:{const u=unescapeBytesDefaultValue(value2);if(u===false){throw new Error(`cannot parse ${ScalarType[type]} default value: ${value2}`)}return u}case ScalarType.
INT64:case ScalarType.SFIXED64:case ScalarType.SINT64:return protoInt64.parse(value2);case ScalarType.UINT64:case ScalarType.FIXED64:return protoInt64.uParse(value2);case ScalarType.
DOUBLE:case ScalarType.FLOAT:switch(value2){case"inf":return Number.POSITIVE_INFINITY;case"-inf":return Number.NEGATIVE_INFINITY;case"nan":return Number.NaN;default:
return parseFloat(value2)}case ScalarType.BOOL:return value2==="true";case ScalarType.INT32:case ScalarType.UINT32:case ScalarType.SINT32:case ScalarType.FIXED32:case ScalarType.
SFIXED32:return parseInt(value2,10)}}function unescapeBytesDefaultValue(str){const b=[];const input={tail:str,c:"",next(){if(this.tail.length==0){return false}this.
c=this.tail[0];this.tail=this.tail.substring(1);return true},take(n){if(this.tail.length>=n){const r=this.tail.substring(0,n);this.tail=this.tail.substring(n);return r}
return false}};while(input.next()){switch(input.c){case"\\":if(input.next()){switch(input.c){case"\\":b.push(input.c.charCodeAt(0));break;case"b":b.push(8);break;case"\
f":b.push(12);break;case"n":b.push(10);break;case"r":b.push(13);break;case"t":b.push(9);break;case"v":b.push(11);break;case"0":case"1":case"2":case"3":case"4":case"\
5":case"6":case"7":{const s=input.c;const t=input.take(2);if(t===false){return false}const n=parseInt(s+t,8);if(Number.isNaN(n)){return false}b.push(n);break}case"\
x":{const s=input.c;const t=input.take(2);if(t===false){return false}const n=parseInt(s+t,16);if(Number.isNaN(n)){return false}b.push(n);break}case"u":{const s=input.
c;const t=input.take(4);if(t===false){return false}const n=parseInt(s+t,16);if(Number.isNaN(n)){return false}const chunk=new Uint8Array(4);const view=new DataView(
chunk.buffer);view.setInt32(0,n,true);b.push(chunk[0],chunk[1],chunk[2],chunk[3]);break}case"U":{const s=input.c;const t=input.take(8);if(t===false){return false}
const tc=protoInt64.uEnc(s+t);const chunk=new Uint8Array(8);const view=new DataView(chunk.buffer);view.setInt32(0,tc.lo,true);view.setInt32(4,tc.hi,true);b.push(
chunk[0],chunk[1],chunk[2],chunk[3],chunk[4],chunk[5],chunk[6],chunk[7]);break}}}break;default:b.push(input.c.charCodeAt(0))}}return new Uint8Array(b)}function*nestedTypes(desc){switch(desc.kind){case"file":for(const message of desc.messages){yield message;yield*nestedTypes(message)}yield*desc.enums;yield*desc.
services;yield*desc.extensions;break;case"message":for(const message of desc.nestedMessages){yield message;yield*nestedTypes(message)}yield*desc.nestedEnums;yield*desc.
nestedExtensions;break}}function createEmbeddedFileRegistry(fileDescriptorProto,resolve7){return buildFileRegistry([fileDescriptorProto,resolve7])}function buildFileRegistry(args,check){
const registry=createBaseRegistry();if(!args.length){return registry}if("$typeName"in args[0]&&args[0].$typeName=="google.protobuf.FileDescriptorSet"){for(const file of args[0].
file){check===null||check===void 0?void 0:check(file);addFile(file,registry)}return registry}if("$typeName"in args[0]){let recurseDeps=function(file){const deps=[];
for(const protoFileName of file.dependency){if(registry.getFile(protoFileName)!=void 0){continue}if(seen.has(protoFileName)){continue}const dep=resolve7(protoFileName);
if(!dep){throw new Error(`Unable to resolve ${protoFileName}, imported by ${file.name}`)}if("kind"in dep){registry.addFile(dep,false,true)}else{seen.add(dep.name);
deps.push(dep)}}return deps.concat(...deps.map(recurseDeps))};const input=args[0];const resolve7=args[1];const seen=new Set;for(const file of[input,...recurseDeps(
input)].reverse()){check===null||check===void 0?void 0:check(file);addFile(file,registry)}}else{for(const fileReg of args){for(const file of fileReg.files){registry.
addFile(file)}}}return registry}function createBaseRegistry(){const types=new Map;const extendees=new Map;const files=new Map;return{kind:"registry",types,extendees,[Symbol.iterator](){return types.
values()},get files(){return files.values()},addFile(file,skipTypes,withDeps){files.set(file.proto.name,file);if(!skipTypes){for(const type of nestedTypes(file)){
this.add(type)}}if(withDeps){for(const f of file.dependencies){this.addFile(f,skipTypes,withDeps)}}},add(desc){if(desc.kind=="extension"){let numberToExt=extendees.
get(desc.extendee.typeName);if(!numberToExt){extendees.set(desc.extendee.typeName,numberToExt=new Map)}numberToExt.set(desc.number,desc)}types.set(desc.typeName,
desc)},get(typeName2){return types.get(typeName2)},getFile(fileName){return files.get(fileName)},getMessage(typeName2){const t=types.get(typeName2);return(t===null||
t===void 0?void 0:t.kind)=="message"?t:void 0},getEnum(typeName2){const t=types.get(typeName2);return(t===null||t===void 0?void 0:t.kind)=="enum"?t:void 0},getExtension(typeName2){
const t=types.get(typeName2);return(t===null||t===void 0?void 0:t.kind)=="extension"?t:void 0},getExtensionFor(extendee,no){var _a;return(_a=extendees.get(extendee.
typeName))===null||_a===void 0?void 0:_a.get(no)},getService(typeName2){const t=types.get(typeName2);return(t===null||t===void 0?void 0:t.kind)=="service"?t:void 0}}}var EDITION_PROTO22=998;var EDITION_PROTO32=999;var EDITION_UNSTABLE=9999;var TYPE_STRING=9;var TYPE_GROUP=10;var TYPE_MESSAGE=11;var TYPE_BYTES=12;var TYPE_ENUM=14;
var LABEL_REPEATED=3;var LABEL_REQUIRED=2;var JS_STRING=1;var IDEMPOTENCY_UNKNOWN=0;var EXPLICIT=1;var IMPLICIT3=2;var LEGACY_REQUIRED=3;var PACKED=1;var DELIMITED=2;
var OPEN=1;var VERIFY=2;var maximumEdition=1002;var featureDefaults={998:{fieldPresence:1,enumType:2,repeatedFieldEncoding:2,utf8Validation:3,messageEncoding:1,jsonFormat:2,enforceNamingStyle:2,
defaultSymbolVisibility:1,enforceProtoLimits:1},999:{fieldPresence:2,enumType:1,repeatedFieldEncoding:1,utf8Validation:2,messageEncoding:1,jsonFormat:1,enforceNamingStyle:2,
defaultSymbolVisibility:1,enforceProtoLimits:1},1e3:{fieldPresence:1,enumType:1,repeatedFieldEncoding:1,utf8Validation:2,messageEncoding:1,jsonFormat:1,enforceNamingStyle:2,
defaultSymbolVisibility:1,enforceProtoLimits:1},1001:{fieldPresence:1,enumType:1,repeatedFieldEncoding:1,utf8Validation:2,messageEncoding:1,jsonFormat:1,enforceNamingStyle:1,
defaultSymbolVisibility:2,enforceProtoLimits:1},1002:{fieldPresence:1,enumType:1,repeatedFieldEncoding:1,utf8Validation:2,messageEncoding:1,jsonFormat:1,enforceNamingStyle:3,
defaultSymbolVisibility:4,enforceProtoLimits:2}};function addFile(proto,reg){var _a,_b;const file={kind:"file",proto,deprecated:(_b=(_a=proto.options)===null||_a===
void 0?void 0:_a.deprecated)!==null&&_b!==void 0?_b:false,edition:getFileEdition(proto),name:proto.name.replace(/\.proto$/,""),dependencies:findFileDependencies(
proto,reg),enums:[],messages:[],extensions:[],services:[],toString(){return`file ${proto.name}`}};const mapEntriesStore=new Map;const mapEntries={get(typeName2){
return mapEntriesStore.get(typeName2)},add(desc){var _a2;assert(((_a2=desc.proto.options)===null||_a2===void 0?void 0:_a2.mapEntry)===true);mapEntriesStore.set(
desc.typeName,desc)}};for(const enumProto of proto.enumType){addEnum(enumProto,file,void 0,reg)}for(const messageProto of proto.messageType){addMessage(messageProto,
file,void 0,reg,mapEntries)}for(const serviceProto of proto.service){addService(serviceProto,file,reg)}addExtensions(file,reg);for(const mapEntry of mapEntriesStore.
values()){addFields(mapEntry,reg,mapEntries)}for(const message of file.messages){addFields(message,reg,mapEntries);addExtensions(message,reg)}reg.addFile(file,true)}
function addExtensions(desc,reg){switch(desc.kind){case"file":for(const proto of desc.proto.extension){const ext=newField(proto,desc,reg);desc.extensions.push(ext);
reg.add(ext)}break;case"message":for(const proto of desc.proto.extension){const ext=newField(proto,desc,reg);desc.nestedExtensions.push(ext);reg.add(ext)}for(const message of desc.
nestedMessages){addExtensions(message,reg)}break}}function addFields(message,reg,mapEntries){const allOneofs=message.proto.oneofDecl.map(proto=>newOneof(proto,message));
const oneofsSeen=new Set;for(const proto of message.proto.field){const oneof=findOneof(proto,allOneofs);const field2=newField(proto,message,reg,oneof,mapEntries);
message.fields.push(field2);message.field[field2.localName]=field2;if(oneof===void 0){message.members.push(field2)}else{oneof.fields.push(field2);if(!oneofsSeen.
has(oneof)){oneofsSeen.add(oneof);message.members.push(oneof)}}}for(const oneof of allOneofs.filter(o=>oneofsSeen.has(o))){message.oneofs.push(oneof)}for(const child of message.
nestedMessages){addFields(child,reg,mapEntries)}}function addEnum(proto,file,parent,reg){var _a,_b,_c,_d,_e,_f,_g;var _h,_j;const sharedPrefix=findEnumSharedPrefix(
proto.name,proto.value);const desc={kind:"enum",proto,deprecated:(_b=(_a=proto.options)===null||_a===void 0?void 0:_a.deprecated)!==null&&_b!==void 0?_b:false,file,
parent,open:true,name:proto.name,typeName:makeTypeName(proto,parent,file),value:{},values:[],sharedPrefix,toString(){return`enum ${this.typeName}`}};desc.open=isEnumOpen(
desc);reg.add(desc);for(const p of proto.value){const name=p.name;const value2={kind:"enum_value",proto:p,deprecated:(_d=(_c=p.options)===null||_c===void 0?void 0:
_c.deprecated)!==null&&_d!==void 0?_d:false,parent:desc,name,localName:safeObjectProperty(sharedPrefix==void 0?name:name.substring(sharedPrefix.length)),number:p.
number,jsonName:(_e=findEnumValueJsonName(p))!==null&&_e!==void 0?_e:name,toString(){return`enum value ${desc.typeName}.${name}`}};desc.values.push(value2);(_f=
(_h=desc.value)[_j=p.number])!==null&&_f!==void 0?_f:_h[_j]=value2}((_g=parent===null||parent===void 0?void 0:parent.nestedEnums)!==null&&_g!==void 0?_g:file.enums).
push(desc)}function addMessage(proto,file,parent,reg,mapEntries){var _a,_b,_c,_d;const desc={kind:"message",proto,deprecated:(_b=(_a=proto.options)===null||_a===
void 0?void 0:_a.deprecated)!==null&&_b!==void 0?_b:false,file,parent,name:proto.name,typeName:makeTypeName(proto,parent,file),fields:[],field:{},oneofs:[],members:[],
nestedEnums:[],nestedMessages:[],nestedExtensions:[],toString(){return`message ${this.typeName}`}};if(((_c=proto.options)===null||_c===void 0?void 0:_c.mapEntry)===
true){mapEntries.add(desc)}else{((_d=parent===null||parent===void 0?void 0:parent.nestedMessages)!==null&&_d!==void 0?_d:file.messages).push(desc);reg.add(desc)}
for(const enumProto of proto.enumType){addEnum(enumProto,file,desc,reg)}for(const messageProto of proto.nestedType){addMessage(messageProto,file,desc,reg,mapEntries)}}
function addService(proto,file,reg){var _a,_b;const desc={kind:"service",proto,deprecated:(_b=(_a=proto.options)===null||_a===void 0?void 0:_a.deprecated)!==null&&
_b!==void 0?_b:false,file,name:proto.name,typeName:makeTypeName(proto,void 0,file),methods:[],method:{},toString(){return`service ${this.typeName}`}};file.services.
push(desc);reg.add(desc);for(const methodProto of proto.method){const method=newMethod(methodProto,desc,reg);desc.methods.push(method);desc.method[method.localName]=
method}}function newMethod(proto,parent,reg){var _a,_b,_c,_d;let methodKind;if(proto.clientStreaming&&proto.serverStreaming){methodKind="bidi_streaming"}else if(proto.
clientStreaming){methodKind="client_streaming"}else if(proto.serverStreaming){methodKind="server_streaming"}else{methodKind="unary"}const input=reg.getMessage(trimLeadingDot(
proto.inputType));const output=reg.getMessage(trimLeadingDot(proto.outputType));assert(input,`invalid MethodDescriptorProto: input_type ${proto.inputType} not f\
ound`);assert(output,`invalid MethodDescriptorProto: output_type ${proto.inputType} not found`);const name=proto.name;return{kind:"rpc",proto,deprecated:(_b=(_a=
proto.options)===null||_a===void 0?void 0:_a.deprecated)!==null&&_b!==void 0?_b:false,parent,name,localName:safeObjectProperty(name.length?safeObjectProperty(name[0].
toLowerCase()+name.substring(1)):name),methodKind,input,output,idempotency:(_d=(_c=proto.options)===null||_c===void 0?void 0:_c.idempotencyLevel)!==null&&_d!==void 0?
_d:IDEMPOTENCY_UNKNOWN,toString(){return`rpc ${parent.typeName}.${name}`}}}function newOneof(proto,parent){return{kind:"oneof",proto,deprecated:false,parent,fields:[],
name:proto.name,localName:safeObjectProperty(protoCamelCase(proto.name)),toString(){return`oneof ${parent.typeName}.${this.name}`}}}function newField(proto,parentOrFile,reg,oneof,mapEntries){
var _a,_b,_c;const isExtension=mapEntries===void 0;const field2={kind:"field",proto,deprecated:(_b=(_a=proto.options)===null||_a===void 0?void 0:_a.deprecated)!==
null&&_b!==void 0?_b:false,name:proto.name,number:proto.number,scalar:void 0,message:void 0,enum:void 0,presence:getFieldPresence(proto,oneof,isExtension,parentOrFile),
utf8Validation:isUtf8Validated(proto,parentOrFile),listKind:void 0,mapKind:void 0,mapKey:void 0,delimitedEncoding:void 0,packed:void 0,longAsString:false,getDefaultValue:void 0};
let toStr;if(isExtension){const file=parentOrFile.kind=="file"?parentOrFile:parentOrFile.file;const parent=parentOrFile.kind=="file"?void 0:parentOrFile;const typeName2=makeTypeName(
proto,parent,file);field2.kind="extension";field2.file=file;field2.parent=parent;field2.oneof=void 0;field2.typeName=typeName2;field2.jsonName=`[${typeName2}]`;
toStr=()=>`extension ${typeName2}`;const extendee=reg.getMessage(trimLeadingDot(proto.extendee));assert(extendee,`invalid FieldDescriptorProto: extendee ${proto.
extendee} not found`);field2.extendee=extendee}else{const parent=parentOrFile;assert(parent.kind=="message");field2.parent=parent;field2.oneof=oneof;field2.localName=
oneof?protoCamelCase(proto.name):safeObjectProperty(protoCamelCase(proto.name));field2.jsonName=proto.jsonName;toStr=()=>`field ${parent.typeName}.${proto.name}`}
Object.defineProperty(field2,"toString",{value:toStr,writable:true,enumerable:true,configurable:true});const label=proto.label;const type=proto.type;const jstype=(_c=
proto.options)===null||_c===void 0?void 0:_c.jstype;if(label===LABEL_REPEATED){const mapEntry=type==TYPE_MESSAGE?mapEntries===null||mapEntries===void 0?void 0:mapEntries.
get(trimLeadingDot(proto.typeName)):void 0;if(mapEntry){field2.fieldKind="map";const{key,value:value2}=findMapEntryFields(mapEntry);field2.mapKey=key.scalar;field2.
mapKind=value2.fieldKind;field2.message=value2.message;field2.delimitedEncoding=false;field2.enum=value2.enum;field2.scalar=value2.scalar;return field2}field2.fieldKind=
"list";switch(type){case TYPE_MESSAGE:case TYPE_GROUP:field2.listKind="message";field2.message=reg.getMessage(trimLeadingDot(proto.typeName));assert(field2.message);
field2.delimitedEncoding=isDelimitedEncoding(proto,parentOrFile);break;case TYPE_ENUM:field2.listKind="enum";field2.enum=reg.getEnum(trimLeadingDot(proto.typeName));
assert(field2.enum);break;default:field2.listKind="scalar";field2.scalar=type;field2.longAsString=jstype==JS_STRING;break}field2.packed=isPackedField(proto,parentOrFile);
return field2}switch(type){case TYPE_MESSAGE:case TYPE_GROUP:field2.fieldKind="message";field2.message=reg.getMessage(trimLeadingDot(proto.typeName));assert(field2.
message,`invalid FieldDescriptorProto: type_name ${proto.typeName} not found`);field2.delimitedEncoding=isDelimitedEncoding(proto,parentOrFile);field2.getDefaultValue=
()=>void 0;break;case TYPE_ENUM:{const enumeration=reg.getEnum(trimLeadingDot(proto.typeName));assert(enumeration!==void 0,`invalid FieldDescriptorProto: type_n\
ame ${proto.typeName} not found`);field2.fieldKind="enum";field2.enum=reg.getEnum(trimLeadingDot(proto.typeName));field2.getDefaultValue=()=>{return unsafeIsSetExplicit(
proto,"defaultValue")?parseTextFormatEnumValue(enumeration,proto.defaultValue):void 0};break}default:{field2.fieldKind="scalar";field2.scalar=type;field2.longAsString=
jstype==JS_STRING;field2.getDefaultValue=()=>{return unsafeIsSetExplicit(proto,"defaultValue")?parseTextFormatScalarValue(type,proto.defaultValue):void 0};break}}
return field2}function getFileEdition(proto){switch(proto.syntax){case"":case"proto2":return EDITION_PROTO22;case"proto3":return EDITION_PROTO32;case"editions":
if(proto.edition===EDITION_UNSTABLE){return maximumEdition}if(proto.edition in featureDefaults){return proto.edition}throw new Error(`${proto.name}: unsupported\
 edition`);default:throw new Error(`${proto.name}: unsupported syntax "${proto.syntax}"`)}}function findFileDependencies(proto,reg){return proto.dependency.map(
wantName=>{const dep=reg.getFile(wantName);if(!dep){throw new Error(`Cannot find ${wantName}, imported by ${proto.name}`)}return dep})}function findEnumSharedPrefix(enumName,values){
const prefix=camelToSnakeCase(enumName)+"_";for(const value2 of values){if(!value2.name.toLowerCase().startsWith(prefix)){return void 0}const shortName=value2.name.
substring(prefix.length);if(shortName.length==0){return void 0}if(/^\d/.test(shortName)){return void 0}}return prefix}function findEnumValueJsonName(proto){var _a,
_b;const extensionNumber=998;const fieldNumber=1;let jsonName;for(const uf of(_b=(_a=proto.options)===null||_a===void 0?void 0:_a.$unknown)!==null&&_b!==void 0?
_b:[]){if(uf.no!==extensionNumber||uf.wireType!==WireType.LengthDelimited){continue}const reader=new BinaryReader(new BinaryReader(uf.data).bytes());while(reader.
pos<reader.len){const[no,wireType]=reader.tag();if(no===fieldNumber&&wireType===WireType.LengthDelimited){jsonName=reader.string()}else{reader.skip(wireType,no)}}}
return jsonName}function camelToSnakeCase(camel){return(camel.substring(0,1)+camel.substring(1).replace(/[A-Z]/g,c=>"_"+c)).toLowerCase()}function makeTypeName(proto,parent,file){
let typeName2;if(parent){typeName2=`${parent.typeName}.${proto.name}`}else if(file.proto.package.length>0){typeName2=`${file.proto.package}.${proto.name}`}else{
typeName2=`${proto.name}`}return typeName2}function trimLeadingDot(typeName2){return typeName2.startsWith(".")?typeName2.substring(1):typeName2}function findOneof(proto,allOneofs){
if(!unsafeIsSetExplicit(proto,"oneofIndex")){return void 0}if(proto.proto3Optional){return void 0}const oneof=allOneofs[proto.oneofIndex];assert(oneof,`invalid \
FieldDescriptorProto: oneof #${proto.oneofIndex} for field #${proto.number} not found`);return oneof}function getFieldPresence(proto,oneof,isExtension,parent){if(proto.
label==LABEL_REQUIRED){return LEGACY_REQUIRED}if(proto.label==LABEL_REPEATED){return IMPLICIT3}if(!!oneof||proto.proto3Optional){return EXPLICIT}if(isExtension){
return EXPLICIT}const resolved2=resolveFeature("fieldPresence",{proto,parent});if(resolved2==IMPLICIT3&&(proto.type==TYPE_MESSAGE||proto.type==TYPE_GROUP)){return EXPLICIT}
return resolved2}function isPackedField(proto,parent){if(proto.label!=LABEL_REPEATED){return false}switch(proto.type){case TYPE_STRING:case TYPE_BYTES:case TYPE_GROUP:case TYPE_MESSAGE:
return false}const o=proto.options;if(o&&unsafeIsSetExplicit(o,"packed")){return o.packed}return PACKED==resolveFeature("repeatedFieldEncoding",{proto,parent})}
function findMapEntryFields(mapEntry){const key=mapEntry.fields.find(f=>f.number===1);const value2=mapEntry.fields.find(f=>f.number===2);assert(key&&key.fieldKind==
"scalar"&&key.scalar!=ScalarType.BYTES&&key.scalar!=ScalarType.FLOAT&&key.scalar!=ScalarType.DOUBLE&&value2&&value2.fieldKind!="list"&&value2.fieldKind!="map");
return{key,value:value2}}function isEnumOpen(desc){var _a;return OPEN==resolveFeature("enumType",{proto:desc.proto,parent:(_a=desc.parent)!==null&&_a!==void 0?_a:
desc.file})}function isDelimitedEncoding(proto,parent){if(proto.type==TYPE_GROUP){return true}return DELIMITED==resolveFeature("messageEncoding",{proto,parent})}
function isUtf8Validated(proto,parent){return VERIFY==resolveFeature("utf8Validation",{proto,parent})}function resolveFeature(name,ref){var _a,_b;const featureSet=(_a=
ref.proto.options)===null||_a===void 0?void 0:_a.features;if(featureSet){const val=featureSet[name];if(val!=0){return val}}if("kind"in ref){if(ref.kind=="messag\
e"){return resolveFeature(name,(_b=ref.parent)!==null&&_b!==void 0?_b:ref.file)}const editionDefaults=featureDefaults[ref.edition];if(!editionDefaults){throw new Error(
`feature default for edition ${ref.edition} not found`)}return editionDefaults[name]}return resolveFeature(name,ref.parent)}function assert(condition,msg){if(!condition){
throw new Error(msg)}}function boot(boot2){const root=bootFileDescriptorProto(boot2);root.messageType.forEach(restoreJsonNames);const reg=createEmbeddedFileRegistry(root,()=>void 0);
return reg.getFile(root.name)}function bootFileDescriptorProto(init4){const proto=Object.create({syntax:"",edition:0});return Object.assign(proto,Object.assign(
Object.assign({$typeName:"google.protobuf.FileDescriptorProto",dependency:[],publicDependency:[],weakDependency:[],optionDependency:[],service:[],extension:[]},
init4),{messageType:init4.messageType.map(bootDescriptorProto),enumType:init4.enumType.map(bootEnumDescriptorProto)}))}function bootDescriptorProto(init4){var _a,
_b,_c,_d,_e,_f,_g,_h;const proto=Object.create({visibility:0});return Object.assign(proto,{$typeName:"google.protobuf.DescriptorProto",name:init4.name,field:(_b=
(_a=init4.field)===null||_a===void 0?void 0:_a.map(bootFieldDescriptorProto))!==null&&_b!==void 0?_b:[],extension:[],nestedType:(_d=(_c=init4.nestedType)===null||
_c===void 0?void 0:_c.map(bootDescriptorProto))!==null&&_d!==void 0?_d:[],enumType:(_f=(_e=init4.enumType)===null||_e===void 0?void 0:_e.map(bootEnumDescriptorProto))!==
null&&_f!==void 0?_f:[],extensionRange:(_h=(_g=init4.extensionRange)===null||_g===void 0?void 0:_g.map(e=>Object.assign({$typeName:"google.protobuf.DescriptorPr\
oto.ExtensionRange"},e)))!==null&&_h!==void 0?_h:[],oneofDecl:[],reservedRange:[],reservedName:[]})}function bootFieldDescriptorProto(init4){const proto=Object.
create({label:1,typeName:"",extendee:"",defaultValue:"",oneofIndex:0,jsonName:"",proto3Optional:false});return Object.assign(proto,Object.assign(Object.assign({
$typeName:"google.protobuf.FieldDescriptorProto"},init4),{options:init4.options?bootFieldOptions(init4.options):void 0}))}function bootFieldOptions(init4){var _a,
_b,_c;const proto=Object.create({ctype:0,packed:false,jstype:0,lazy:false,unverifiedLazy:false,deprecated:false,weak:false,debugRedact:false,retention:0});return Object.
assign(proto,Object.assign(Object.assign({$typeName:"google.protobuf.FieldOptions"},init4),{targets:(_a=init4.targets)!==null&&_a!==void 0?_a:[],editionDefaults:(_c=
(_b=init4.editionDefaults)===null||_b===void 0?void 0:_b.map(e=>Object.assign({$typeName:"google.protobuf.FieldOptions.EditionDefault"},e)))!==null&&_c!==void 0?
_c:[],uninterpretedOption:[]}))}function bootEnumDescriptorProto(init4){const proto=Object.create({visibility:0});return Object.assign(proto,{$typeName:"google.\
protobuf.EnumDescriptorProto",name:init4.name,reservedName:[],reservedRange:[],value:init4.value.map(e=>Object.assign({$typeName:"google.protobuf.EnumValueDescr\
iptorProto"},e))})}function messageDesc(file,path,...paths){return paths.reduce((acc,cur)=>acc.nestedMessages[cur],file.messages[path])}var file_google_protobuf_descriptor=boot({"name":"google/protobuf/descriptor.proto","package":"google.protobuf","messageType":[{"name":"FileDescriptorSet","fiel\
d":[{"name":"file","number":1,"type":11,"label":3,"typeName":".google.protobuf.FileDescriptorProto"}],"extensionRange":[{"start":536e6,"end":536000001}]},{"name":"\
FileDescriptorProto","field":[{"name":"name","number":1,"type":9,"label":1},{"name":"package","number":2,"type":9,"label":1},{"name":"dependency","number":3,"ty\
pe":9,"label":3},{"name":"public_dependency","number":10,"type":5,"label":3},{"name":"weak_dependency","number":11,"type":5,"label":3},{"name":"option_dependenc\
y","number":15,"type":9,"label":3},{"name":"message_type","number":4,"type":11,"label":3,"typeName":".google.protobuf.DescriptorProto"},{"name":"enum_type","num\
ber":5,"type":11,"label":3,"typeName":".google.protobuf.EnumDescriptorProto"},{"name":"service","number":6,"type":11,"label":3,"typeName":".google.protobuf.Serv\
iceDescriptorProto"},{"name":"extension","number":7,"type":11,"label":3,"typeName":".google.protobuf.FieldDescriptorProto"},{"name":"options","number":8,"type":11,
"label":1,"typeName":".google.protobuf.FileOptions"},{"name":"source_code_info","number":9,"type":11,"label":1,"typeName":".google.protobuf.SourceCodeInfo"},{"n\
ame":"syntax","number":12,"type":9,"label":1},{"name":"edition","number":14,"type":14,"label":1,"typeName":".google.protobuf.Edition"}]},{"name":"DescriptorProt\
o","field":[{"name":"name","number":1,"type":9,"label":1},{"name":"field","number":2,"type":11,"label":3,"typeName":".google.protobuf.FieldDescriptorProto"},{"n\
ame":"extension","number":6,"type":11,"label":3,"typeName":".google.protobuf.FieldDescriptorProto"},{"name":"nested_type","number":3,"type":11,"label":3,"typeNa\
me":".google.protobuf.DescriptorProto"},{"name":"enum_type","number":4,"type":11,"label":3,"typeName":".google.protobuf.EnumDescriptorProto"},{"name":"extension\
_range","number":5,"type":11,"label":3,"typeName":".google.protobuf.DescriptorProto.ExtensionRange"},{"name":"oneof_decl","number":8,"type":11,"label":3,"typeNa\
me":".google.protobuf.OneofDescriptorProto"},{"name":"options","number":7,"type":11,"label":1,"typeName":".google.protobuf.MessageOptions"},{"name":"reserved_ra\
nge","number":9,"type":11,"label":3,"typeName":".google.protobuf.DescriptorProto.ReservedRange"},{"name":"reserved_name","number":10,"type":9,"label":3},{"name":"\
visibility","number":11,"type":14,"label":1,"typeName":".google.protobuf.SymbolVisibility"}],"nestedType":[{"name":"ExtensionRange","field":[{"name":"start","nu\
mber":1,"type":5,"label":1},{"name":"end","number":2,"type":5,"label":1},{"name":"options","number":3,"type":11,"label":1,"typeName":".google.protobuf.Extension\
RangeOptions"}]},{"name":"ReservedRange","field":[{"name":"start","number":1,"type":5,"label":1},{"name":"end","number":2,"type":5,"label":1}]}]},{"name":"Exten\
sionRangeOptions","field":[{"name":"uninterpreted_option","number":999,"type":11,"label":3,"typeName":".google.protobuf.UninterpretedOption"},{"name":"declarati\
on","number":2,"type":11,"label":3,"typeName":".google.protobuf.ExtensionRangeOptions.Declaration","options":{"retention":2}},{"name":"features","number":50,"ty\
pe":11,"label":1,"typeName":".google.protobuf.FeatureSet"},{"name":"verification","number":3,"type":14,"label":1,"typeName":".google.protobuf.ExtensionRangeOpti\
ons.VerificationState","defaultValue":"UNVERIFIED","options":{"retention":2}}],"nestedType":[{"name":"Declaration","field":[{"name":"number","number":1,"type":5,
"label":1},{"name":"full_name","number":2,"type":9,"label":1},{"name":"type","number":3,"type":9,"label":1},{"name":"reserved","number":5,"type":8,"label":1},{"\
name":"repeated","number":6,"type":8,"label":1}]}],"enumType":[{"name":"VerificationState","value":[{"name":"DECLARATION","number":0},{"name":"UNVERIFIED","numb\
er":1}]}],"extensionRange":[{"start":990,"end":999},{"start":1e3,"end":536870912}]},{"name":"FieldDescriptorProto","field":[{"name":"name","number":1,"type":9,"\
label":1},{"name":"number","number":3,"type":5,"label":1},{"name":"label","number":4,"type":14,"label":1,"typeName":".google.protobuf.FieldDescriptorProto.Label"},
{"name":"type","number":5,"type":14,"label":1,"typeName":".google.protobuf.FieldDescriptorProto.Type"},{"name":"type_name","number":6,"type":9,"label":1},{"name":"\
extendee","number":2,"type":9,"label":1},{"name":"default_value","number":7,"type":9,"label":1},{"name":"oneof_index","number":9,"type":5,"label":1},{"name":"js\
on_name","number":10,"type":9,"label":1},{"name":"options","number":8,"type":11,"label":1,"typeName":".google.protobuf.FieldOptions"},{"name":"proto3_optional",
"number":17,"type":8,"label":1}],"enumType":[{"name":"Type","value":[{"name":"TYPE_DOUBLE","number":1},{"name":"TYPE_FLOAT","number":2},{"name":"TYPE_INT64","nu\
mber":3},{"name":"TYPE_UINT64","number":4},{"name":"TYPE_INT32","number":5},{"name":"TYPE_FIXED64","number":6},{"name":"TYPE_FIXED32","number":7},{"name":"TYPE_\
BOOL","number":8},{"name":"TYPE_STRING","number":9},{"name":"TYPE_GROUP","number":10},{"name":"TYPE_MESSAGE","number":11},{"name":"TYPE_BYTES","number":12},{"na\
me":"TYPE_UINT32","number":13},{"name":"TYPE_ENUM","number":14},{"name":"TYPE_SFIXED32","number":15},{"name":"TYPE_SFIXED64","number":16},{"name":"TYPE_SINT32",
"number":17},{"name":"TYPE_SINT64","number":18}]},{"name":"Label","value":[{"name":"LABEL_OPTIONAL","number":1},{"name":"LABEL_REPEATED","number":3},{"name":"LA\
BEL_REQUIRED","number":2}]}]},{"name":"OneofDescriptorProto","field":[{"name":"name","number":1,"type":9,"label":1},{"name":"options","number":2,"type":11,"labe\
l":1,"typeName":".google.protobuf.OneofOptions"}]},{"name":"EnumDescriptorProto","field":[{"name":"name","number":1,"type":9,"label":1},{"name":"value","number":2,
"type":11,"label":3,"typeName":".google.protobuf.EnumValueDescriptorProto"},{"name":"options","number":3,"type":11,"label":1,"typeName":".google.protobuf.EnumOp\
tions"},{"name":"reserved_range","number":4,"type":11,"label":3,"typeName":".google.protobuf.EnumDescriptorProto.EnumReservedRange"},{"name":"reserved_name","nu\
mber":5,"type":9,"label":3},{"name":"visibility","number":6,"type":14,"label":1,"typeName":".google.protobuf.SymbolVisibility"}],"nestedType":[{"name":"EnumRese\
rvedRange","field":[{"name":"start","number":1,"type":5,"label":1},{"name":"end","number":2,"type":5,"label":1}]}]},{"name":"EnumValueDescriptorProto","field":[
{"name":"name","number":1,"type":9,"label":1},{"name":"number","number":2,"type":5,"label":1},{"name":"options","number":3,"type":11,"label":1,"typeName":".goog\
le.protobuf.EnumValueOptions"}]},{"name":"ServiceDescriptorProto","field":[{"name":"name","number":1,"type":9,"label":1},{"name":"method","number":2,"type":11,"\
label":3,"typeName":".google.protobuf.MethodDescriptorProto"},{"name":"options","number":3,"type":11,"label":1,"typeName":".google.protobuf.ServiceOptions"}]},{
"name":"MethodDescriptorProto","field":[{"name":"name","number":1,"type":9,"label":1},{"name":"input_type","number":2,"type":9,"label":1},{"name":"output_type",
"number":3,"type":9,"label":1},{"name":"options","number":4,"type":11,"label":1,"typeName":".google.protobuf.MethodOptions"},{"name":"client_streaming","number":5,
"type":8,"label":1,"defaultValue":"false"},{"name":"server_streaming","number":6,"type":8,"label":1,"defaultValue":"false"}]},{"name":"FileOptions","field":[{"n\
ame":"java_package","number":1,"type":9,"label":1},{"name":"java_outer_classname","number":8,"type":9,"label":1},{"name":"java_multiple_files","number":10,"type":8,
"label":1,"defaultValue":"false","options":{}},{"name":"java_generate_equals_and_hash","number":20,"type":8,"label":1,"options":{"deprecated":true}},{"name":"ja\
va_string_check_utf8","number":27,"type":8,"label":1,"defaultValue":"false"},{"name":"optimize_for","number":9,"type":14,"label":1,"typeName":".google.protobuf.\
FileOptions.OptimizeMode","defaultValue":"SPEED"},{"name":"go_package","number":11,"type":9,"label":1},{"name":"cc_generic_services","number":16,"type":8,"label":1,
"defaultValue":"false"},{"name":"java_generic_services","number":17,"type":8,"label":1,"defaultValue":"false"},{"name":"py_generic_services","number":18,"type":8,
"label":1,"defaultValue":"false"},{"name":"deprecated","number":23,"type":8,"label":1,"defaultValue":"false"},{"name":"cc_enable_arenas","number":31,"type":8,"l\
abel":1,"defaultValue":"true","options":{}},{"name":"objc_class_prefix","number":36,"type":9,"label":1},{"name":"csharp_namespace","number":37,"type":9,"label":1},
{"name":"swift_prefix","number":39,"type":9,"label":1},{"name":"php_class_prefix","number":40,"type":9,"label":1},{"name":"php_namespace","number":41,"type":9,"\
label":1},{"name":"php_metadata_namespace","number":44,"type":9,"label":1},{"name":"ruby_package","number":45,"type":9,"label":1},{"name":"features","number":50,
"type":11,"label":1,"typeName":".google.protobuf.FeatureSet"},{"name":"uninterpreted_option","number":999,"type":11,"label":3,"typeName":".google.protobuf.Unint\
erpretedOption"}],"enumType":[{"name":"OptimizeMode","value":[{"name":"SPEED","number":1},{"name":"CODE_SIZE","number":2},{"name":"LITE_RUNTIME","number":3}]}],
"extensionRange":[{"start":990,"end":999},{"start":1e3,"end":536870912}]},{"name":"MessageOptions","field":[{"name":"message_set_wire_format","number":1,"type":8,
"label":1,"defaultValue":"false"},{"name":"no_standard_descriptor_accessor","number":2,"type":8,"label":1,"defaultValue":"false"},{"name":"deprecated","number":3,
"type":8,"label":1,"defaultValue":"false"},{"name":"map_entry","number":7,"type":8,"label":1},{"name":"deprecated_legacy_json_field_conflicts","number":11,"type":8,
"label":1,"options":{"deprecated":true}},{"name":"features","number":12,"type":11,"label":1,"typeName":".google.protobuf.FeatureSet"},{"name":"uninterpreted_opt\
ion","number":999,"type":11,"label":3,"typeName":".google.protobuf.UninterpretedOption"}],"extensionRange":[{"start":990,"end":999},{"start":1e3,"end":536870912}]},
{"name":"FieldOptions","field":[{"name":"ctype","number":1,"type":14,"label":1,"typeName":".google.protobuf.FieldOptions.CType","defaultValue":"STRING"},{"name":"\
packed","number":2,"type":8,"label":1},{"name":"jstype","number":6,"type":14,"label":1,"typeName":".google.protobuf.FieldOptions.JSType","defaultValue":"JS_NORM\
AL"},{"name":"lazy","number":5,"type":8,"label":1,"defaultValue":"false"},{"name":"unverified_lazy","number":15,"type":8,"label":1,"defaultValue":"false"},{"nam\
e":"deprecated","number":3,"type":8,"label":1,"defaultValue":"false"},{"name":"weak","number":10,"type":8,"label":1,"defaultValue":"false","options":{"deprecate\
d":true}},{"name":"debug_redact","number":16,"type":8,"label":1,"defaultValue":"false"},{"name":"retention","number":17,"type":14,"label":1,"typeName":".google.\
protobuf.FieldOptions.OptionRetention"},{"name":"targets","number":19,"type":14,"label":3,"typeName":".google.protobuf.FieldOptions.OptionTargetType"},{"name":"\
edition_defaults","number":20,"type":11,"label":3,"typeName":".google.protobuf.FieldOptions.EditionDefault"},{"name":"features","number":21,"type":11,"label":1,
"typeName":".google.protobuf.FeatureSet"},{"name":"feature_support","number":22,"type":11,"label":1,"typeName":".google.protobuf.FieldOptions.FeatureSupport"},{
"name":"uninterpreted_option","number":999,"type":11,"label":3,"typeName":".google.protobuf.UninterpretedOption"}],"nestedType":[{"name":"EditionDefault","field":[
{"name":"edition","number":3,"type":14,"label":1,"typeName":".google.protobuf.Edition"},{"name":"value","number":2,"type":9,"label":1}]},{"name":"FeatureSupport",
"field":[{"name":"edition_introduced","number":1,"type":14,"label":1,"typeName":".google.protobuf.Edition"},{"name":"edition_deprecated","number":2,"type":14,"l\
abel":1,"typeName":".google.protobuf.Edition"},{"name":"deprecation_warning","number":3,"type":9,"label":1},{"name":"edition_removed","number":4,"type":14,"labe\
l":1,"typeName":".google.protobuf.Edition"},{"name":"removal_error","number":5,"type":9,"label":1}]}],"enumType":[{"name":"CType","value":[{"name":"STRING","num\
ber":0},{"name":"CORD","number":1},{"name":"STRING_PIECE","number":2}]},{"name":"JSType","value":[{"name":"JS_NORMAL","number":0},{"name":"JS_STRING","number":1},
{"name":"JS_NUMBER","number":2}]},{"name":"OptionRetention","value":[{"name":"RETENTION_UNKNOWN","number":0},{"name":"RETENTION_RUNTIME","number":1},{"name":"RE\
TENTION_SOURCE","number":2}]},{"name":"OptionTargetType","value":[{"name":"TARGET_TYPE_UNKNOWN","number":0},{"name":"TARGET_TYPE_FILE","number":1},{"name":"TARG\
ET_TYPE_EXTENSION_RANGE","number":2},{"name":"TARGET_TYPE_MESSAGE","number":3},{"name":"TARGET_TYPE_FIELD","number":4},{"name":"TARGET_TYPE_ONEOF","number":5},{
"name":"TARGET_TYPE_ENUM","number":6},{"name":"TARGET_TYPE_ENUM_ENTRY","number":7},{"name":"TARGET_TYPE_SERVICE","number":8},{"name":"TARGET_TYPE_METHOD","numbe\
r":9}]}],"extensionRange":[{"start":990,"end":999},{"start":1e3,"end":536870912}]},{"name":"OneofOptions","field":[{"name":"features","number":1,"type":11,"labe\
l":1,"typeName":".google.protobuf.FeatureSet"},{"name":"uninterpreted_option","number":999,"type":11,"label":3,"typeName":".google.protobuf.UninterpretedOption"}],
"extensionRange":[{"start":990,"end":999},{"start":1e3,"end":536870912}]},{"name":"EnumOptions","field":[{"name":"allow_alias","number":2,"type":8,"label":1},{"\
name":"deprecated","number":3,"type":8,"label":1,"defaultValue":"false"},{"name":"deprecated_legacy_json_field_conflicts","number":6,"type":8,"label":1,"options":{
"deprecated":true}},{"name":"features","number":7,"type":11,"label":1,"typeName":".google.protobuf.FeatureSet"},{"name":"uninterpreted_option","number":999,"typ\
e":11,"label":3,"typeName":".google.protobuf.UninterpretedOption"}],"extensionRange":[{"start":990,"end":999},{"start":1e3,"end":536870912}]},{"name":"EnumValue\
Options","field":[{"name":"deprecated","number":1,"type":8,"label":1,"defaultValue":"false"},{"name":"features","number":2,"type":11,"label":1,"typeName":".goog\
le.protobuf.FeatureSet"},{"name":"debug_redact","number":3,"type":8,"label":1,"defaultValue":"false"},{"name":"feature_support","number":4,"type":11,"label":1,"\
typeName":".google.protobuf.FieldOptions.FeatureSupport"},{"name":"uninterpreted_option","number":999,"type":11,"label":3,"typeName":".google.protobuf.Uninterpr\
etedOption"}],"extensionRange":[{"start":990,"end":999},{"start":1e3,"end":536870912}]},{"name":"ServiceOptions","field":[{"name":"features","number":34,"type":11,
"label":1,"typeName":".google.protobuf.FeatureSet"},{"name":"deprecated","number":33,"type":8,"label":1,"defaultValue":"false"},{"name":"uninterpreted_option","\
number":999,"type":11,"label":3,"typeName":".google.protobuf.UninterpretedOption"}],"extensionRange":[{"start":990,"end":999},{"start":1e3,"end":536870912}]},{"\
name":"MethodOptions","field":[{"name":"deprecated","number":33,"type":8,"label":1,"defaultValue":"false"},{"name":"idempotency_level","number":34,"type":14,"la\
bel":1,"typeName":".google.protobuf.MethodOptions.IdempotencyLevel","defaultValue":"IDEMPOTENCY_UNKNOWN"},{"name":"features","number":35,"type":11,"label":1,"ty\
peName":".google.protobuf.FeatureSet"},{"name":"uninterpreted_option","number":999,"type":11,"label":3,"typeName":".google.protobuf.UninterpretedOption"}],"enum\
Type":[{"name":"IdempotencyLevel","value":[{"name":"IDEMPOTENCY_UNKNOWN","number":0},{"name":"NO_SIDE_EFFECTS","number":1},{"name":"IDEMPOTENT","number":2}]}],"\
extensionRange":[{"start":990,"end":999},{"start":1e3,"end":536870912}]},{"name":"UninterpretedOption","field":[{"name":"name","number":2,"type":11,"label":3,"t\
ypeName":".google.protobuf.UninterpretedOption.NamePart"},{"name":"identifier_value","number":3,"type":9,"label":1},{"name":"positive_int_value","number":4,"typ\
e":4,"label":1},{"name":"negative_int_value","number":5,"type":3,"label":1},{"name":"double_value","number":6,"type":1,"label":1},{"name":"string_value","number":7,
"type":12,"label":1},{"name":"aggregate_value","number":8,"type":9,"label":1}],"nestedType":[{"name":"NamePart","field":[{"name":"name_part","number":1,"type":9,
"label":2},{"name":"is_extension","number":2,"type":8,"label":2}]}]},{"name":"FeatureSet","field":[{"name":"field_presence","number":1,"type":14,"label":1,"type\
Name":".google.protobuf.FeatureSet.FieldPresence","options":{"retention":1,"targets":[4,1],"editionDefaults":[{"value":"EXPLICIT","edition":900},{"value":"IMPLI\
CIT","edition":999},{"value":"EXPLICIT","edition":1e3}]}},{"name":"enum_type","number":2,"type":14,"label":1,"typeName":".google.protobuf.FeatureSet.EnumType","\
options":{"retention":1,"targets":[6,1],"editionDefaults":[{"value":"CLOSED","edition":900},{"value":"OPEN","edition":999}]}},{"name":"repeated_field_encoding",
"number":3,"type":14,"label":1,"typeName":".google.protobuf.FeatureSet.RepeatedFieldEncoding","options":{"retention":1,"targets":[4,1],"editionDefaults":[{"valu\
e":"EXPANDED","edition":900},{"value":"PACKED","edition":999}]}},{"name":"utf8_validation","number":4,"type":14,"label":1,"typeName":".google.protobuf.FeatureSe\
t.Utf8Validation","options":{"retention":1,"targets":[4,1],"editionDefaults":[{"value":"NONE","edition":900},{"value":"VERIFY","edition":999}]}},{"name":"messag\
e_encoding","number":5,"type":14,"label":1,"typeName":".google.protobuf.FeatureSet.MessageEncoding","options":{"retention":1,"targets":[4,1],"editionDefaults":[
{"value":"LENGTH_PREFIXED","edition":900}]}},{"name":"json_format","number":6,"type":14,"label":1,"typeName":".google.protobuf.FeatureSet.JsonFormat","options":{
"retention":1,"targets":[3,6,1],"editionDefaults":[{"value":"LEGACY_BEST_EFFORT","edition":900},{"value":"ALLOW","edition":999}]}},{"name":"enforce_naming_style",
"number":7,"type":14,"label":1,"typeName":".google.protobuf.FeatureSet.EnforceNamingStyle","options":{"retention":2,"targets":[1,2,3,4,5,6,7,8,9],"editionDefaul\
ts":[{"value":"STYLE_LEGACY","edition":900},{"value":"STYLE2024","edition":1001},{"value":"STYLE2026","edition":1002}]}},{"name":"default_symbol_visibility","nu\
mber":8,"type":14,"label":1,"typeName":".google.protobuf.FeatureSet.VisibilityFeature.DefaultSymbolVisibility","options":{"retention":2,"targets":[1],"editionDe\
faults":[{"value":"EXPORT_ALL","edition":900},{"value":"EXPORT_TOP_LEVEL","edition":1001},{"value":"STRICT","edition":1002}]}},{"name":"enforce_proto_limits","n\
umber":9,"type":14,"label":1,"typeName":".google.protobuf.FeatureSet.ProtoLimitsFeature.EnforceProtoLimits","options":{"retention":2,"targets":[6,3,4,5],"editio\
nDefaults":[{"value":"LEGACY_NO_EXPLICIT_LIMITS","edition":900},{"value":"PROTO_LIMITS2026","edition":1002}]}}],"nestedType":[{"name":"VisibilityFeature","enumT\
ype":[{"name":"DefaultSymbolVisibility","value":[{"name":"DEFAULT_SYMBOL_VISIBILITY_UNKNOWN","number":0},{"name":"EXPORT_ALL","number":1},{"name":"EXPORT_TOP_LE\
VEL","number":2},{"name":"LOCAL_ALL","number":3},{"name":"STRICT","number":4}]}]},{"name":"ProtoLimitsFeature","enumType":[{"name":"EnforceProtoLimits","value":[
{"name":"PROTO_LIMITS_UNKNOWN","number":0},{"name":"LEGACY_NO_EXPLICIT_LIMITS","number":1},{"name":"PROTO_LIMITS2026","number":2}]}]}],"enumType":[{"name":"Fiel\
dPresence","value":[{"name":"FIELD_PRESENCE_UNKNOWN","number":0},{"name":"EXPLICIT","number":1},{"name":"IMPLICIT","number":2},{"name":"LEGACY_REQUIRED","number":3}]},
{"name":"EnumType","value":[{"name":"ENUM_TYPE_UNKNOWN","number":0},{"name":"OPEN","number":1},{"name":"CLOSED","number":2}]},{"name":"RepeatedFieldEncoding","v\
alue":[{"name":"REPEATED_FIELD_ENCODING_UNKNOWN","number":0},{"name":"PACKED","number":1},{"name":"EXPANDED","number":2}]},{"name":"Utf8Validation","value":[{"n\
ame":"UTF8_VALIDATION_UNKNOWN","number":0},{"name":"VERIFY","number":2},{"name":"NONE","number":3}]},{"name":"MessageEncoding","value":[{"name":"MESSAGE_ENCODIN\
G_UNKNOWN","number":0},{"name":"LENGTH_PREFIXED","number":1},{"name":"DELIMITED","number":2}]},{"name":"JsonFormat","value":[{"name":"JSON_FORMAT_UNKNOWN","numb\
er":0},{"name":"ALLOW","number":1},{"name":"LEGACY_BEST_EFFORT","number":2}]},{"name":"EnforceNamingStyle","value":[{"name":"ENFORCE_NAMING_STYLE_UNKNOWN","numb\
er":0},{"name":"STYLE2024","number":1},{"name":"STYLE_LEGACY","number":2},{"name":"STYLE2026","number":3}]}],"extensionRange":[{"start":1e3,"end":9995},{"start":9995,
"end":1e4},{"start":1e4,"end":10001}]},{"name":"FeatureSetDefaults","field":[{"name":"defaults","number":1,"type":11,"label":3,"typeName":".google.protobuf.Feat\
ureSetDefaults.FeatureSetEditionDefault"},{"name":"minimum_edition","number":4,"type":14,"label":1,"typeName":".google.protobuf.Edition"},{"name":"maximum_editi\
on","number":5,"type":14,"label":1,"typeName":".google.protobuf.Edition"}],"nestedType":[{"name":"FeatureSetEditionDefault","field":[{"name":"edition","number":3,
"type":14,"label":1,"typeName":".google.protobuf.Edition"},{"name":"overridable_features","number":4,"type":11,"label":1,"typeName":".google.protobuf.FeatureSet"},
{"name":"fixed_features","number":5,"type":11,"label":1,"typeName":".google.protobuf.FeatureSet"}]}]},{"name":"SourceCodeInfo","field":[{"name":"location","numb\
er":1,"type":11,"label":3,"typeName":".google.protobuf.SourceCodeInfo.Location"}],"nestedType":[{"name":"Location","field":[{"name":"path","number":1,"type":5,"\
label":3,"options":{"packed":true}},{"name":"span","number":2,"type":5,"label":3,"options":{"packed":true}},{"name":"leading_comments","number":3,"type":9,"labe\
l":1},{"name":"trailing_comments","number":4,"type":9,"label":1},{"name":"leading_detached_comments","number":6,"type":9,"label":3}]}],"extensionRange":[{"start":536e6,
"end":536000001}]},{"name":"GeneratedCodeInfo","field":[{"name":"annotation","number":1,"type":11,"label":3,"typeName":".google.protobuf.GeneratedCodeInfo.Annot\
ation"}],"nestedType":[{"name":"Annotation","field":[{"name":"path","number":1,"type":5,"label":3,"options":{"packed":true}},{"name":"source_file","number":2,"t\
ype":9,"label":1},{"name":"begin","number":3,"type":5,"label":1},{"name":"end","number":4,"type":5,"label":1},{"name":"semantic","number":5,"type":14,"label":1,
"typeName":".google.protobuf.GeneratedCodeInfo.Annotation.Semantic"}],"enumType":[{"name":"Semantic","value":[{"name":"NONE","number":0},{"name":"SET","number":1},
{"name":"ALIAS","number":2}]}]}]}],"enumType":[{"name":"Edition","value":[{"name":"EDITION_UNKNOWN","number":0},{"name":"EDITION_LEGACY","number":900},{"name":"\
EDITION_PROTO2","number":998},{"name":"EDITION_PROTO3","number":999},{"name":"EDITION_2023","number":1e3},{"name":"EDITION_2024","number":1001},{"name":"EDITION\
_2026","number":1002},{"name":"EDITION_UNSTABLE","number":9999},{"name":"EDITION_1_TEST_ONLY","number":1},{"name":"EDITION_2_TEST_ONLY","number":2},{"name":"EDI\
TION_99997_TEST_ONLY","number":99997},{"name":"EDITION_99998_TEST_ONLY","number":99998},{"name":"EDITION_99999_TEST_ONLY","number":99999},{"name":"EDITION_MAX",
"number":2147483647}]},{"name":"SymbolVisibility","value":[{"name":"VISIBILITY_UNSET","number":0},{"name":"VISIBILITY_LOCAL","number":1},{"name":"VISIBILITY_EXP\
ORT","number":2}]}]});var FileDescriptorProtoSchema=messageDesc(file_google_protobuf_descriptor,1);var ExtensionRangeOptions_VerificationState;(function(ExtensionRangeOptions_VerificationState2){ExtensionRangeOptions_VerificationState2[ExtensionRangeOptions_VerificationState2["\
DECLARATION"]=0]="DECLARATION";ExtensionRangeOptions_VerificationState2[ExtensionRangeOptions_VerificationState2["UNVERIFIED"]=1]="UNVERIFIED"})(ExtensionRangeOptions_VerificationState||
(ExtensionRangeOptions_VerificationState={}));var FieldDescriptorProto_Type;(function(FieldDescriptorProto_Type2){FieldDescriptorProto_Type2[FieldDescriptorProto_Type2["DOUBLE"]=1]="DOUBLE";FieldDescriptorProto_Type2[FieldDescriptorProto_Type2["\
FLOAT"]=2]="FLOAT";FieldDescriptorProto_Type2[FieldDescriptorProto_Type2["INT64"]=3]="INT64";FieldDescriptorProto_Type2[FieldDescriptorProto_Type2["UINT64"]=4]=
"UINT64";FieldDescriptorProto_Type2[FieldDescriptorProto_Type2["INT32"]=5]="INT32";FieldDescriptorProto_Type2[FieldDescriptorProto_Type2["FIXED64"]=6]="FIXED64";
FieldDescriptorProto_Type2[FieldDescriptorProto_Type2["FIXED32"]=7]="FIXED32";FieldDescriptorProto_Type2[FieldDescriptorProto_Type2["BOOL"]=8]="BOOL";FieldDescriptorProto_Type2[FieldDescriptorProto_Type2["\
STRING"]=9]="STRING";FieldDescriptorProto_Type2[FieldDescriptorProto_Type2["GROUP"]=10]="GROUP";FieldDescriptorProto_Type2[FieldDescriptorProto_Type2["MESSAGE"]=
11]="MESSAGE";FieldDescriptorProto_Type2[FieldDescriptorProto_Type2["BYTES"]=12]="BYTES";FieldDescriptorProto_Type2[FieldDescriptorProto_Type2["UINT32"]=13]="UI\
NT32";FieldDescriptorProto_Type2[FieldDescriptorProto_Type2["ENUM"]=14]="ENUM";FieldDescriptorProto_Type2[FieldDescriptorProto_Type2["SFIXED32"]=15]="SFIXED32";
FieldDescriptorProto_Type2[FieldDescriptorProto_Type2["SFIXED64"]=16]="SFIXED64";FieldDescriptorProto_Type2[FieldDescriptorProto_Type2["SINT32"]=17]="SINT32";FieldDescriptorProto_Type2[FieldDescriptorProto_Type2["\
SINT64"]=18]="SINT64"})(FieldDescriptorProto_Type||(FieldDescriptorProto_Type={}));var FieldDescriptorProto_Label;(function(FieldDescriptorProto_Label2){FieldDescriptorProto_Label2[FieldDescriptorProto_Label2["OPTIONAL"]=1]="OPTIONAL";FieldDescriptorProto_Label2[FieldDescriptorProto_Label2["\
REPEATED"]=3]="REPEATED";FieldDescriptorProto_Label2[FieldDescriptorProto_Label2["REQUIRED"]=2]="REQUIRED"})(FieldDescriptorProto_Label||(FieldDescriptorProto_Label=
{}));var FileOptions_OptimizeMode;(function(FileOptions_OptimizeMode2){FileOptions_OptimizeMode2[FileOptions_OptimizeMode2["SPEED"]=1]="SPEED";FileOptions_OptimizeMode2[FileOptions_OptimizeMode2["\
CODE_SIZE"]=2]="CODE_SIZE";FileOptions_OptimizeMode2[FileOptions_OptimizeMode2["LITE_RUNTIME"]=3]="LITE_RUNTIME"})(FileOptions_OptimizeMode||(FileOptions_OptimizeMode=
{}));var FieldOptions_CType;(function(FieldOptions_CType2){FieldOptions_CType2[FieldOptions_CType2["STRING"]=0]="STRING";FieldOptions_CType2[FieldOptions_CType2["COR\
D"]=1]="CORD";FieldOptions_CType2[FieldOptions_CType2["STRING_PIECE"]=2]="STRING_PIECE"})(FieldOptions_CType||(FieldOptions_CType={}));var FieldOptions_JSType;(function(FieldOptions_JSType2){FieldOptions_JSType2[FieldOptions_JSType2["JS_NORMAL"]=0]="JS_NORMAL";FieldOptions_JSType2[FieldOptions_JSType2["\
JS_STRING"]=1]="JS_STRING";FieldOptions_JSType2[FieldOptions_JSType2["JS_NUMBER"]=2]="JS_NUMBER"})(FieldOptions_JSType||(FieldOptions_JSType={}));var FieldOptions_OptionRetention;(function(FieldOptions_OptionRetention2){FieldOptions_OptionRetention2[FieldOptions_OptionRetention2["RETENTION_UNKNOWN"]=0]="R\
ETENTION_UNKNOWN";FieldOptions_OptionRetention2[FieldOptions_OptionRetention2["RETENTION_RUNTIME"]=1]="RETENTION_RUNTIME";FieldOptions_OptionRetention2[FieldOptions_OptionRetention2["\
RETENTION_SOURCE"]=2]="RETENTION_SOURCE"})(FieldOptions_OptionRetention||(FieldOptions_OptionRetention={}));var FieldOptions_OptionTargetType;(function(FieldOptions_OptionTargetType2){FieldOptions_OptionTargetType2[FieldOptions_OptionTargetType2["TARGET_TYPE_UNKNOWN"]=
0]="TARGET_TYPE_UNKNOWN";FieldOptions_OptionTargetType2[FieldOptions_OptionTargetType2["TARGET_TYPE_FILE"]=1]="TARGET_TYPE_FILE";FieldOptions_OptionTargetType2[FieldOptions_OptionTargetType2["\
TARGET_TYPE_EXTENSION_RANGE"]=2]="TARGET_TYPE_EXTENSION_RANGE";FieldOptions_OptionTargetType2[FieldOptions_OptionTargetType2["TARGET_TYPE_MESSAGE"]=3]="TARGET_T\
YPE_MESSAGE";FieldOptions_OptionTargetType2[FieldOptions_OptionTargetType2["TARGET_TYPE_FIELD"]=4]="TARGET_TYPE_FIELD";FieldOptions_OptionTargetType2[FieldOptions_OptionTargetType2["\
TARGET_TYPE_ONEOF"]=5]="TARGET_TYPE_ONEOF";FieldOptions_OptionTargetType2[FieldOptions_OptionTargetType2["TARGET_TYPE_ENUM"]=6]="TARGET_TYPE_ENUM";FieldOptions_OptionTargetType2[FieldOptions_OptionTargetType2["\
TARGET_TYPE_ENUM_ENTRY"]=7]="TARGET_TYPE_ENUM_ENTRY";FieldOptions_OptionTargetType2[FieldOptions_OptionTargetType2["TARGET_TYPE_SERVICE"]=8]="TARGET_TYPE_SERVIC\
E";FieldOptions_OptionTargetType2[FieldOptions_OptionTargetType2["TARGET_TYPE_METHOD"]=9]="TARGET_TYPE_METHOD"})(FieldOptions_OptionTargetType||(FieldOptions_OptionTargetType=
{}));var MethodOptions_IdempotencyLevel;(function(MethodOptions_IdempotencyLevel2){MethodOptions_IdempotencyLevel2[MethodOptions_IdempotencyLevel2["IDEMPOTENCY_UNKNO\
WN"]=0]="IDEMPOTENCY_UNKNOWN";MethodOptions_IdempotencyLevel2[MethodOptions_IdempotencyLevel2["NO_SIDE_EFFECTS"]=1]="NO_SIDE_EFFECTS";MethodOptions_IdempotencyLevel2[MethodOptions_IdempotencyLevel2["\
IDEMPOTENT"]=2]="IDEMPOTENT"})(MethodOptions_IdempotencyLevel||(MethodOptions_IdempotencyLevel={}));var FeatureSet_VisibilityFeature_DefaultSymbolVisibility;(function(FeatureSet_VisibilityFeature_DefaultSymbolVisibility2){FeatureSet_VisibilityFeature_DefaultSymbolVisibility2[FeatureSet_VisibilityFeature_DefaultSymbolVisibility2["\
DEFAULT_SYMBOL_VISIBILITY_UNKNOWN"]=0]="DEFAULT_SYMBOL_VISIBILITY_UNKNOWN";FeatureSet_VisibilityFeature_DefaultSymbolVisibility2[FeatureSet_VisibilityFeature_DefaultSymbolVisibility2["\
EXPORT_ALL"]=1]="EXPORT_ALL";FeatureSet_VisibilityFeature_DefaultSymbolVisibility2[FeatureSet_VisibilityFeature_DefaultSymbolVisibility2["EXPORT_TOP_LEVEL"]=2]=
"EXPORT_TOP_LEVEL";FeatureSet_VisibilityFeature_DefaultSymbolVisibility2[FeatureSet_VisibilityFeature_DefaultSymbolVisibility2["LOCAL_ALL"]=3]="LOCAL_ALL";FeatureSet_VisibilityFeature_DefaultSymbolVisibility2[FeatureSet_VisibilityFeature_DefaultSymbolVisibility2["\
STRICT"]=4]="STRICT"})(FeatureSet_VisibilityFeature_DefaultSymbolVisibility||(FeatureSet_VisibilityFeature_DefaultSymbolVisibility={}));var FeatureSet_ProtoLimitsFeature_EnforceProtoLimits;(function(FeatureSet_ProtoLimitsFeature_EnforceProtoLimits2){FeatureSet_ProtoLimitsFeature_EnforceProtoLimits2[FeatureSet_ProtoLimitsFeature_EnforceProtoLimits2["\
PROTO_LIMITS_UNKNOWN"]=0]="PROTO_LIMITS_UNKNOWN";FeatureSet_ProtoLimitsFeature_EnforceProtoLimits2[FeatureSet_ProtoLimitsFeature_EnforceProtoLimits2["LEGACY_NO_\
EXPLICIT_LIMITS"]=1]="LEGACY_NO_EXPLICIT_LIMITS";FeatureSet_ProtoLimitsFeature_EnforceProtoLimits2[FeatureSet_ProtoLimitsFeature_EnforceProtoLimits2["PROTO_LIMI\
TS2026"]=2]="PROTO_LIMITS2026"})(FeatureSet_ProtoLimitsFeature_EnforceProtoLimits||(FeatureSet_ProtoLimitsFeature_EnforceProtoLimits={}));var FeatureSet_FieldPresence;(function(FeatureSet_FieldPresence2){FeatureSet_FieldPresence2[FeatureSet_FieldPresence2["FIELD_PRESENCE_UNKNOWN"]=0]="FIELD_PRESEN\
CE_UNKNOWN";FeatureSet_FieldPresence2[FeatureSet_FieldPresence2["EXPLICIT"]=1]="EXPLICIT";FeatureSet_FieldPresence2[FeatureSet_FieldPresence2["IMPLICIT"]=2]="IM\
PLICIT";FeatureSet_FieldPresence2[FeatureSet_FieldPresence2["LEGACY_REQUIRED"]=3]="LEGACY_REQUIRED"})(FeatureSet_FieldPresence||(FeatureSet_FieldPresence={}));var FeatureSet_EnumType;(function(FeatureSet_EnumType2){FeatureSet_EnumType2[FeatureSet_EnumType2["ENUM_TYPE_UNKNOWN"]=0]="ENUM_TYPE_UNKNOWN";FeatureSet_EnumType2[FeatureSet_EnumType2["\
OPEN"]=1]="OPEN";FeatureSet_EnumType2[FeatureSet_EnumType2["CLOSED"]=2]="CLOSED"})(FeatureSet_EnumType||(FeatureSet_EnumType={}));var FeatureSet_RepeatedFieldEncoding;(function(FeatureSet_RepeatedFieldEncoding2){FeatureSet_RepeatedFieldEncoding2[FeatureSet_RepeatedFieldEncoding2["REPEATED_\
FIELD_ENCODING_UNKNOWN"]=0]="REPEATED_FIELD_ENCODING_UNKNOWN";FeatureSet_RepeatedFieldEncoding2[FeatureSet_RepeatedFieldEncoding2["PACKED"]=1]="PACKED";FeatureSet_RepeatedFieldEncoding2[FeatureSet_RepeatedFieldEncoding2["\
EXPANDED"]=2]="EXPANDED"})(FeatureSet_RepeatedFieldEncoding||(FeatureSet_RepeatedFieldEncoding={}));var FeatureSet_Utf8Validation;(function(FeatureSet_Utf8Validation2){FeatureSet_Utf8Validation2[FeatureSet_Utf8Validation2["UTF8_VALIDATION_UNKNOWN"]=0]="UTF8_VA\
LIDATION_UNKNOWN";FeatureSet_Utf8Validation2[FeatureSet_Utf8Validation2["VERIFY"]=2]="VERIFY";FeatureSet_Utf8Validation2[FeatureSet_Utf8Validation2["NONE"]=3]="\
NONE"})(FeatureSet_Utf8Validation||(FeatureSet_Utf8Validation={}));var FeatureSet_MessageEncoding;(function(FeatureSet_MessageEncoding2){FeatureSet_MessageEncoding2[FeatureSet_MessageEncoding2["MESSAGE_ENCODING_UNKNOWN"]=0]="ME\
SSAGE_ENCODING_UNKNOWN";FeatureSet_MessageEncoding2[FeatureSet_MessageEncoding2["LENGTH_PREFIXED"]=1]="LENGTH_PREFIXED";FeatureSet_MessageEncoding2[FeatureSet_MessageEncoding2["\
DELIMITED"]=2]="DELIMITED"})(FeatureSet_MessageEncoding||(FeatureSet_MessageEncoding={}));var FeatureSet_JsonFormat;(function(FeatureSet_JsonFormat2){FeatureSet_JsonFormat2[FeatureSet_JsonFormat2["JSON_FORMAT_UNKNOWN"]=0]="JSON_FORMAT_UNKNOWN";FeatureSet_JsonFormat2[FeatureSet_JsonFormat2["\
ALLOW"]=1]="ALLOW";FeatureSet_JsonFormat2[FeatureSet_JsonFormat2["LEGACY_BEST_EFFORT"]=2]="LEGACY_BEST_EFFORT"})(FeatureSet_JsonFormat||(FeatureSet_JsonFormat={}));var FeatureSet_EnforceNamingStyle;(function(FeatureSet_EnforceNamingStyle2){FeatureSet_EnforceNamingStyle2[FeatureSet_EnforceNamingStyle2["ENFORCE_NAMING_STYLE_\
UNKNOWN"]=0]="ENFORCE_NAMING_STYLE_UNKNOWN";FeatureSet_EnforceNamingStyle2[FeatureSet_EnforceNamingStyle2["STYLE2024"]=1]="STYLE2024";FeatureSet_EnforceNamingStyle2[FeatureSet_EnforceNamingStyle2["\
STYLE_LEGACY"]=2]="STYLE_LEGACY";FeatureSet_EnforceNamingStyle2[FeatureSet_EnforceNamingStyle2["STYLE2026"]=3]="STYLE2026"})(FeatureSet_EnforceNamingStyle||(FeatureSet_EnforceNamingStyle=
{}));var GeneratedCodeInfo_Annotation_Semantic;(function(GeneratedCodeInfo_Annotation_Semantic2){GeneratedCodeInfo_Annotation_Semantic2[GeneratedCodeInfo_Annotation_Semantic2["\
NONE"]=0]="NONE";GeneratedCodeInfo_Annotation_Semantic2[GeneratedCodeInfo_Annotation_Semantic2["SET"]=1]="SET";GeneratedCodeInfo_Annotation_Semantic2[GeneratedCodeInfo_Annotation_Semantic2["\
ALIAS"]=2]="ALIAS"})(GeneratedCodeInfo_Annotation_Semantic||(GeneratedCodeInfo_Annotation_Semantic={}));var Edition;(function(Edition2){Edition2[Edition2["EDITION_UNKNOWN"]=0]="EDITION_UNKNOWN";Edition2[Edition2["EDITION_LEGACY"]=900]="EDITION_LEGACY";Edition2[Edition2["\
EDITION_PROTO2"]=998]="EDITION_PROTO2";Edition2[Edition2["EDITION_PROTO3"]=999]="EDITION_PROTO3";Edition2[Edition2["EDITION_2023"]=1e3]="EDITION_2023";Edition2[Edition2["\
EDITION_2024"]=1001]="EDITION_2024";Edition2[Edition2["EDITION_2026"]=1002]="EDITION_2026";Edition2[Edition2["EDITION_UNSTABLE"]=9999]="EDITION_UNSTABLE";Edition2[Edition2["\
EDITION_1_TEST_ONLY"]=1]="EDITION_1_TEST_ONLY";Edition2[Edition2["EDITION_2_TEST_ONLY"]=2]="EDITION_2_TEST_ONLY";Edition2[Edition2["EDITION_99997_TEST_ONLY"]=99997]=
"EDITION_99997_TEST_ONLY";Edition2[Edition2["EDITION_99998_TEST_ONLY"]=99998]="EDITION_99998_TEST_ONLY";Edition2[Edition2["EDITION_99999_TEST_ONLY"]=99999]="EDI\
TION_99999_TEST_ONLY";Edition2[Edition2["EDITION_MAX"]=2147483647]="EDITION_MAX"})(Edition||(Edition={}));var SymbolVisibility;(function(SymbolVisibility2){SymbolVisibility2[SymbolVisibility2["VISIBILITY_UNSET"]=0]="VISIBILITY_UNSET";SymbolVisibility2[SymbolVisibility2["\
VISIBILITY_LOCAL"]=1]="VISIBILITY_LOCAL";SymbolVisibility2[SymbolVisibility2["VISIBILITY_EXPORT"]=2]="VISIBILITY_EXPORT"})(SymbolVisibility||(SymbolVisibility={}));function makeReadContext(options){return Object.assign(Object.assign({readUnknownFields:true,recursionLimit:100},options),{depth:0})}function fromBinary(schema,bytes,options){
const message=create(schema);compiledReader(schema).read(message,new BinaryReader(bytes),makeReadContext(options),bytes.byteLength);return message}var compiledReaders=new WeakMap;function compiledReader(desc){let compiled=compiledReaders.get(desc);if(compiled===void 0){compiled=compileMessage(desc)}return compiled}
function compileMessage(desc){const descString=String(desc);const fieldReaders=new Map;const compiled={read:compileMessageReader(descString,fieldReaders),readGroup:compileGroupReader(
descString,fieldReaders)};compiledReaders.set(desc,compiled);for(const field2 of desc.fields){fieldReaders.set(field2.number,compileFieldReader(field2))}return compiled}
function compileMessageReader(descString,fieldReaders){return(message,reader,ctx,length)=>{var _a;if(++ctx.depth>ctx.recursionLimit){throw new Error(`cannot dec\
ode ${descString} from binary: maximum recursion depth of ${ctx.recursionLimit} reached`)}const end=reader.pos+length;const unknownFields=(_a=message.$unknown)!==
null&&_a!==void 0?_a:[];while(reader.pos<end){const[fieldNo,wireType]=reader.tag();const fieldReader=fieldReaders.get(fieldNo);if(fieldReader===void 0){const data=reader.
skip(wireType,fieldNo,ctx.recursionLimit-ctx.depth);if(ctx.readUnknownFields){unknownFields.push({no:fieldNo,wireType,data})}continue}fieldReader(message,reader,
ctx,wireType)}if(unknownFields.length>0){message.$unknown=unknownFields}ctx.depth--}}function compileGroupReader(descString,fieldReaders){return(message,reader,ctx,fieldNo)=>{
var _a;if(++ctx.depth>ctx.recursionLimit){throw new Error(`cannot decode ${descString} from binary: maximum recursion depth of ${ctx.recursionLimit} reached`)}let recordFieldNo;
let wireType;const unknownFields=(_a=message.$unknown)!==null&&_a!==void 0?_a:[];while(reader.pos<reader.len){[recordFieldNo,wireType]=reader.tag();if(wireType==
WireType.EndGroup){break}const fieldReader=fieldReaders.get(recordFieldNo);if(fieldReader===void 0){const data=reader.skip(wireType,recordFieldNo,ctx.recursionLimit-
ctx.depth);if(ctx.readUnknownFields){unknownFields.push({no:recordFieldNo,wireType,data})}continue}fieldReader(message,reader,ctx,wireType)}if(wireType!=WireType.
EndGroup||recordFieldNo!==fieldNo){throw new Error("invalid end group tag")}if(unknownFields.length>0){message.$unknown=unknownFields}ctx.depth--}}function compileFieldReader(field2){switch(field2.fieldKind){case"scalar":return compileScalarFieldReader(field2);case"enum":return compileEnumFieldReader(field2);case"\
message":return compileMessageFieldReader(field2);case"list":return compileListFieldReader(field2);case"map":return compileMapFieldReader(field2)}}function compileScalarFieldReader(field2){
const readScalar=compileScalarReader(field2.scalar,field2.utf8Validation,field2.longAsString);const localName=field2.localName;if(field2.oneof){const oneofLocalName=field2.
oneof.localName;return(message,reader)=>{message[oneofLocalName]={case:localName,value:readScalar(reader)}}}return(message,reader)=>{message[localName]=readScalar(
reader)}}function compileEnumFieldReader(field2){var _a;const localName=field2.localName;const oneofLocalName=(_a=field2.oneof)===null||_a===void 0?void 0:_a.localName;
if(field2.enum.open){if(oneofLocalName!==void 0){return(message,reader)=>{message[oneofLocalName]={case:localName,value:reader.int32()}}}return(message,reader)=>{
message[localName]=reader.int32()}}const values=field2.enum.values;const fieldNo=field2.number;return(message,reader,ctx,wireType)=>{var _a2;const val=reader.int32();
if(values.some(v=>v.number===val)){if(oneofLocalName!==void 0){message[oneofLocalName]={case:localName,value:val}}else{message[localName]=val}}else if(ctx.readUnknownFields){
const bytes=[];varint32write(val,bytes);const unknownFields=(_a2=message.$unknown)!==null&&_a2!==void 0?_a2:[];unknownFields.push({no:fieldNo,wireType,data:new Uint8Array(
bytes)});message.$unknown=unknownFields}}}function compileMessageFieldReader(field2){const localName=field2.localName;const{toMessage,toLocal}=localMessageMapper(
field2);const readChild=compileChildReader(field2);if(field2.oneof){const oneofLocalName=field2.oneof.localName;return(message,reader,ctx)=>{const oneof=message[oneofLocalName];
const child=toMessage(oneof.case===localName?oneof.value:void 0);readChild(child,reader,ctx);message[oneofLocalName]={case:localName,value:toLocal(child)}}}return(message,reader,ctx)=>{
const child=toMessage(message[localName]);readChild(child,reader,ctx);message[localName]=toLocal(child)}}function compileChildReader(field2){const compiledChild=compiledReader(
field2.message);if(field2.delimitedEncoding){const fieldNo=field2.number;return(child,reader,ctx)=>compiledChild.readGroup(child,reader,ctx,fieldNo)}return(child,reader,ctx)=>compiledChild.
read(child,reader,ctx,reader.uint32())}function compileListFieldReader(field2){const localName=field2.localName;if(field2.listKind=="message"){const{toMessage,toLocal}=localMessageMapper(
field2);const readChild=compileChildReader(field2);return(message,reader,ctx)=>{const child=toMessage(void 0);readChild(child,reader,ctx);message[localName].push(
toLocal(child))}}const scalarType=field2.listKind=="enum"?ScalarType.INT32:field2.scalar;const longAsString=field2.listKind=="scalar"?field2.longAsString:false;
const readScalar=compileScalarReader(scalarType,field2.utf8Validation,longAsString);const packedPossible=scalarType!=ScalarType.STRING&&scalarType!=ScalarType.BYTES;
return(message,reader,ctx,wireType)=>{const items=message[localName];if(wireType==WireType.LengthDelimited&&packedPossible){const end=reader.uint32()+reader.pos;
while(reader.pos<end){items.push(readScalar(reader))}}else{items.push(readScalar(reader))}}}function compileMapFieldReader(field2){const localName=field2.localName;
const readKey=compileScalarReader(field2.mapKey,field2.utf8Validation,false);const keyZero=scalarZeroValue(field2.mapKey,false);let readValue;let valueDefault;switch(field2.
mapKind){case"scalar":{const scalar=field2.scalar;const readScalar=compileScalarReader(scalar,field2.utf8Validation,false);readValue=reader=>readScalar(reader);
if(scalar==ScalarType.BYTES){valueDefault=()=>new Uint8Array(0)}else{const zero=scalarZeroValue(scalar,false);valueDefault=()=>zero}break}case"enum":{const zero=field2.
enum.values[0].number;readValue=reader=>reader.int32();valueDefault=()=>zero;break}case"message":{const{toMessage,toLocal}=localMessageMapper(field2);const readChild=compiledReader(
field2.message).read;readValue=(reader,ctx,existing)=>{const child=toMessage(existing);readChild(child,reader,ctx,reader.uint32());return toLocal(child)};valueDefault=
()=>toLocal(toMessage(void 0));break}}return(message,reader,ctx)=>{const record=message[localName];let key;let val;const len=reader.uint32();const end=reader.pos+
len;while(reader.pos<end){const[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:key=readKey(reader);break;case 2:val=readValue(reader,ctx,val);break;default:
reader.skip(wireType,fieldNo,ctx.recursionLimit-ctx.depth)}}if(key===void 0){key=keyZero}if(val===void 0){val=valueDefault()}setOwn(record,key,val)}}function compileScalarReader(type,utf8Validation,longAsString){
switch(type){case ScalarType.STRING:return reader=>reader.string(utf8Validation);case ScalarType.BOOL:return reader=>reader.bool();case ScalarType.DOUBLE:return reader=>reader.
double();case ScalarType.FLOAT:return reader=>reader.float();case ScalarType.INT32:return reader=>reader.int32();case ScalarType.INT64:if(longAsString){return reader=>String(
reader.int64())}return reader=>reader.int64();case ScalarType.UINT64:if(longAsString){return reader=>String(reader.uint64())}return reader=>reader.uint64();case ScalarType.
FIXED64:if(longAsString){return reader=>String(reader.fixed64())}return reader=>reader.fixed64();case ScalarType.BYTES:return reader=>reader.bytes();case ScalarType.
FIXED32:return reader=>reader.fixed32();case ScalarType.SFIXED32:return reader=>reader.sfixed32();case ScalarType.SFIXED64:if(longAsString){return reader=>String(
reader.sfixed64())}return reader=>reader.sfixed64();case ScalarType.SINT64:if(longAsString){return reader=>String(reader.sint64())}return reader=>reader.sint64();case ScalarType.
UINT32:return reader=>reader.uint32();case ScalarType.SINT32:return reader=>reader.sint32()}}function fileDesc(b64,imports){var _a;const root=fromBinary(FileDescriptorProtoSchema,base64Decode(b64));root.messageType.forEach(restoreJsonNames);root.dependency=
(_a=imports===null||imports===void 0?void 0:imports.map(f=>f.proto.name))!==null&&_a!==void 0?_a:[];const reg=createEmbeddedFileRegistry(root,protoFileName=>imports===
null||imports===void 0?void 0:imports.find(f=>f.proto.name===protoFileName));return reg.getFile(root.name)}var IMPLICIT4=2;var LEGACY_REQUIRED2=3;var writeDefaults={writeUnknownFields:true};function makeWriteOptions(options){return options?Object.assign(Object.assign(
{},writeDefaults),options):writeDefaults}function toBinary(schema,message,options){const writer=new BinaryWriter;compiledWriter(schema)(writer,makeWriteOptions(
options),message);return writer.finish()}var compiledWriters=new WeakMap;function compiledWriter(desc){let compiled=compiledWriters.get(desc);if(compiled===void 0){
compiled=compileMessage2(desc)}return compiled}function compileMessage2(desc){const typeName2=desc.typeName;const sortedFields=desc.fields.concat().sort((a,b)=>a.
number-b.number);const foreignField=sortedFields[0];const fieldWriters=[];const compiled=(writer,opts,message)=>{if(message.$typeName!==typeName2&&foreignField!==
void 0){throw new FieldError(foreignField,`cannot use ${foreignField} with message ${message.$typeName}`,"ForeignFieldError")}for(let i=0;i<fieldWriters.length;i++){
fieldWriters[i](writer,opts,message)}const unknown2=message.$unknown;if(unknown2!==void 0&&opts.writeUnknownFields){for(let i=0;i<unknown2.length;i++){const{no,
wireType,data}=unknown2[i];writer.tag(no,wireType).raw(data)}}};compiledWriters.set(desc,compiled);for(const field2 of sortedFields){fieldWriters.push(compileField(
field2))}return compiled}function compileField(field2){switch(field2.fieldKind){case"message":case"scalar":case"enum":return compileSingularField(field2);case"l\
ist":return compileListField(field2);case"map":return compileMapField(field2)}}function compileSingularField(field2){const writeValue=compileSingularValue(field2);
const localName=field2.localName;if(field2.oneof){const oneofLocalName=field2.oneof.localName;return(writer,opts,message)=>{const oneof=message[oneofLocalName];
if(oneof.case===localName){writeValue(writer,opts,oneof.value)}}}if(field2.presence!=IMPLICIT4){const requiredError=field2.presence==LEGACY_REQUIRED2?`cannot en\
code ${field2} to binary: required field not set`:void 0;return(writer,opts,message)=>{const value2=message[localName];if(value2!==void 0&&Object.prototype.hasOwnProperty.
call(message,localName)){writeValue(writer,opts,value2)}else if(requiredError!==void 0){throw new Error(requiredError)}}}if(field2.fieldKind=="enum"){const zero=field2.
enum.values[0].number;return(writer,opts,message)=>{const value2=message[localName];if(value2!==zero){writeValue(writer,opts,value2)}}}switch(field2.scalar){case ScalarType.
BOOL:return(writer,opts,message)=>{const value2=message[localName];if(value2!==false){writeValue(writer,opts,value2)}};case ScalarType.STRING:return(writer,opts,message)=>{
const value2=message[localName];if(value2!==""){writeValue(writer,opts,value2)}};case ScalarType.BYTES:return(writer,opts,message)=>{const value2=message[localName];
if(!(value2 instanceof Uint8Array)||value2.byteLength>0){writeValue(writer,opts,value2)}};case ScalarType.DOUBLE:case ScalarType.FLOAT:return(writer,opts,message)=>{
const value2=message[localName];if(!Object.is(value2,0)){writeValue(writer,opts,value2)}};default:return(writer,opts,message)=>{const value2=message[localName];
if(value2!=0){writeValue(writer,opts,value2)}}}}function compileSingularValue(field2){switch(field2.fieldKind){case"message":{const{toMessage}=localMessageMapper(
field2);const writeChild=compileChildWriter(field2);return(writer,opts,value2)=>{writeChild(writer,opts,toMessage(value2))}}case"scalar":case"enum":{const scalarType=field2.
fieldKind=="enum"?ScalarType.INT32:field2.scalar;const fieldNo=field2.number;const wireType=writeTypeOfScalar(scalarType);const writeScalar=compileScalarValue(scalarType,
field2.parent.typeName,field2.name);return(writer,opts,value2)=>{writer.tag(fieldNo,wireType);writeScalar(writer,value2)}}}}function compileListField(field2){const localName=field2.
localName;const fieldNo=field2.number;switch(field2.listKind){case"message":{const{toMessage}=localMessageMapper(field2);const writeChild=compileChildWriter(field2);
return(writer,opts,message)=>{const items=message[localName];for(let i=0;i<items.length;i++){writeChild(writer,opts,toMessage(items[i]))}}}case"scalar":case"enu\
m":{const scalarType=field2.listKind=="enum"?ScalarType.INT32:field2.scalar;const writeScalar=compileScalarValue(scalarType,field2.parent.typeName,field2.name);
if(field2.packed){return(writer,opts,message)=>{const items=message[localName];if(items.length==0){return}writer.tag(fieldNo,WireType.LengthDelimited).fork();for(let i=0;i<
items.length;i++){writeScalar(writer,items[i])}writer.join()}}const wireType=writeTypeOfScalar(scalarType);return(writer,opts,message)=>{const items=message[localName];
for(let i=0;i<items.length;i++){writer.tag(fieldNo,wireType);writeScalar(writer,items[i])}}}}}function compileMapField(field2){const localName=field2.localName;
const fieldNo=field2.number;const writeKey=compileMapKey(field2);if(field2.mapKind=="message"){const{toMessage}=localMessageMapper(field2);const writeMessage=compiledWriter(
field2.message);return(writer,opts,message)=>{const record=message[localName];const keys=Object.keys(record);for(let i=0;i<keys.length;i++){const key=keys[i];writer.
tag(fieldNo,WireType.LengthDelimited).fork();writeKey(writer,key);writer.tag(2,WireType.LengthDelimited).fork();writeMessage(writer,opts,toMessage(record[key]));
writer.join();writer.join()}}}const scalarType=field2.mapKind=="enum"?ScalarType.INT32:field2.scalar;const valueWireType=writeTypeOfScalar(scalarType);const writeScalar=compileScalarValue(
scalarType,field2.parent.typeName,field2.name);return(writer,opts,message)=>{const record=message[localName];const keys=Object.keys(record);for(let i=0;i<keys.length;i++){
const key=keys[i];writer.tag(fieldNo,WireType.LengthDelimited).fork();writeKey(writer,key);writer.tag(2,valueWireType);writeScalar(writer,record[key]);writer.join()}}}
function compileMapKey(field2){const wireType=writeTypeOfScalar(field2.mapKey);const writeScalar=compileScalarValue(field2.mapKey,field2.parent.typeName,field2.
name);const convertKey=compileMapKeyConverter(field2.mapKey);return(writer,key)=>{writer.tag(1,wireType);writeScalar(writer,convertKey(key))}}function compileMapKeyConverter(type){
switch(type){case ScalarType.STRING:return key=>key;case ScalarType.BOOL:return key=>key==="true"?true:key==="false"?false:key;case ScalarType.UINT64:case ScalarType.
FIXED64:return key=>{try{return protoInt64.uParse(key)}catch(_a){return key}};case ScalarType.INT64:case ScalarType.SFIXED64:case ScalarType.SINT64:return key=>{
try{return protoInt64.parse(key)}catch(_a){return key}};default:return key=>{const n=Number.parseInt(key);return Number.isFinite(n)?n:key}}}function compileScalarValue(type,messageName,fieldName){
const writeScalar=compileScalarWrite(type);return(writer,value2)=>{try{writeScalar(writer,value2)}catch(e){if(e instanceof Error){throw new Error(`cannot encode\
 field ${messageName}.${fieldName} to binary: ${e.message}`)}throw e}}}function compileScalarWrite(type){switch(type){case ScalarType.STRING:return(writer,value2)=>writer.
string(value2);case ScalarType.BOOL:return(writer,value2)=>writer.bool(value2);case ScalarType.DOUBLE:return(writer,value2)=>writer.double(value2);case ScalarType.
FLOAT:return(writer,value2)=>writer.float(value2);case ScalarType.INT32:return(writer,value2)=>writer.int32(value2);case ScalarType.INT64:return(writer,value2)=>writer.
int64(value2);case ScalarType.UINT64:return(writer,value2)=>writer.uint64(value2);case ScalarType.FIXED64:return(writer,value2)=>writer.fixed64(value2);case ScalarType.
BYTES:return(writer,value2)=>writer.bytes(value2);case ScalarType.FIXED32:return(writer,value2)=>writer.fixed32(value2);case ScalarType.SFIXED32:return(writer,value2)=>writer.
sfixed32(value2);case ScalarType.SFIXED64:return(writer,value2)=>writer.sfixed64(value2);case ScalarType.SINT64:return(writer,value2)=>writer.sint64(value2);case ScalarType.
UINT32:return(writer,value2)=>writer.uint32(value2);case ScalarType.SINT32:return(writer,value2)=>writer.sint32(value2)}}function compileChildWriter(field2){const fieldNo=field2.number;const writeMessage=compiledWriter(field2.message);if(field2.delimitedEncoding){return(writer,opts,child)=>{
writer.tag(fieldNo,WireType.StartGroup);writeMessage(writer,opts,child);writer.tag(fieldNo,WireType.EndGroup)}}return(writer,opts,child)=>{writer.tag(fieldNo,WireType.
LengthDelimited).fork();writeMessage(writer,opts,child);writer.join()}}function writeTypeOfScalar(type){switch(type){case ScalarType.BYTES:case ScalarType.STRING:
return WireType.LengthDelimited;case ScalarType.DOUBLE:case ScalarType.FIXED64:case ScalarType.SFIXED64:return WireType.Bit64;case ScalarType.FIXED32:case ScalarType.
SFIXED32:case ScalarType.FLOAT:return WireType.Bit32;default:return WireType.Varint}}function isFieldSet(message,field2){return field2.parent.typeName==message.$typeName&&unsafeIsSet(message,field2)}function clearField(message,field2){if(field2.
parent.typeName==message.$typeName){unsafeClear(message,field2)}}var file_onnx=fileDesc("Cgpvbm54LnByb3RvEgRvbm54IswFCg5BdHRyaWJ1dGVQcm90bxIMCgRuYW1lGAEgASgJEgkKAWYYAiABKAISCQoBaRgDIAEoAxIJCgFzGAQgASgMEhwKAXQYBSABKAsyES5vbm54\
LlRlbnNvclByb3RvEhsKAWcYBiABKAsyEC5vbm54LkdyYXBoUHJvdG8SDgoGZmxvYXRzGAcgAygCEgwKBGludHMYCCADKAMSDwoHc3RyaW5ncxgJIAMoDBIiCgd0ZW5zb3JzGAogAygLMhEub25ueC5UZW5zb3JQ\
cm90bxIgCgZncmFwaHMYCyADKAsyEC5vbm54LkdyYXBoUHJvdG8SEgoKZG9jX3N0cmluZxgNIAEoDBIbCgJ0cBgOIAEoCzIPLm9ubnguVHlwZVByb3RvEiQKC3R5cGVfcHJvdG9zGA8gAygLMg8ub25ueC5UeXBl\
UHJvdG8SMAoEdHlwZRgUIAEoDjIiLm9ubnguQXR0cmlidXRlUHJvdG8uQXR0cmlidXRlVHlwZRIVCg1yZWZfYXR0cl9uYW1lGBUgASgJEi4KDXNwYXJzZV90ZW5zb3IYFiABKAsyFy5vbm54LlNwYXJzZVRlbnNv\
clByb3RvEi8KDnNwYXJzZV90ZW5zb3JzGBcgAygLMhcub25ueC5TcGFyc2VUZW5zb3JQcm90byLZAQoNQXR0cmlidXRlVHlwZRINCglVTkRFRklORUQQABIJCgVGTE9BVBABEgcKA0lOVBACEgoKBlNUUklORxAD\
EgoKBlRFTlNPUhAEEgkKBUdSQVBIEAUSCgoGRkxPQVRTEAYSCAoESU5UUxAHEgsKB1NUUklOR1MQCBILCgdURU5TT1JTEAkSCgoGR1JBUEhTEAoSEQoNU1BBUlNFX1RFTlNPUhALEhIKDlNQQVJTRV9URU5TT1JT\
EAwSDgoKVFlQRV9QUk9UTxANEg8KC1RZUEVfUFJPVE9TEA4ihwEKDlZhbHVlSW5mb1Byb3RvEgwKBG5hbWUYASABKAkSHQoEdHlwZRgCIAEoCzIPLm9ubnguVHlwZVByb3RvEhIKCmRvY19zdHJpbmcYAyABKAwS\
NAoObWV0YWRhdGFfcHJvcHMYBCADKAsyHC5vbm54LlN0cmluZ1N0cmluZ0VudHJ5UHJvdG8ioQIKCU5vZGVQcm90bxINCgVpbnB1dBgBIAMoCRIOCgZvdXRwdXQYAiADKAkSDAoEbmFtZRgDIAEoCRIPCgdvcF90\
eXBlGAQgASgJEicKCWF0dHJpYnV0ZRgFIAMoCzIULm9ubnguQXR0cmlidXRlUHJvdG8SEgoKZG9jX3N0cmluZxgGIAEoDBIOCgZkb21haW4YByABKAkSEAoIb3ZlcmxvYWQYCCABKAkSNAoObWV0YWRhdGFfcHJv\
cHMYCSADKAsyHC5vbm54LlN0cmluZ1N0cmluZ0VudHJ5UHJvdG8SQQoVZGV2aWNlX2NvbmZpZ3VyYXRpb25zGAogAygLMiIub25ueC5Ob2RlRGV2aWNlQ29uZmlndXJhdGlvblByb3RvIjIKFEludEludExpc3RF\
bnRyeVByb3RvEgsKA2tleRgBIAEoAxINCgV2YWx1ZRgCIAMoAyKAAQocTm9kZURldmljZUNvbmZpZ3VyYXRpb25Qcm90bxIYChBjb25maWd1cmF0aW9uX2lkGAEgASgJEi4KDXNoYXJkaW5nX3NwZWMYAiADKAsy\
Fy5vbm54LlNoYXJkaW5nU3BlY1Byb3RvEhYKDnBpcGVsaW5lX3N0YWdlGAMgASgFIqMBChFTaGFyZGluZ1NwZWNQcm90bxITCgt0ZW5zb3JfbmFtZRgBIAEoCRIOCgZkZXZpY2UYAiADKAMSPQoZaW5kZXhfdG9f\
ZGV2aWNlX2dyb3VwX21hcBgDIAMoCzIaLm9ubnguSW50SW50TGlzdEVudHJ5UHJvdG8SKgoLc2hhcmRlZF9kaW0YBCADKAsyFS5vbm54LlNoYXJkZWREaW1Qcm90byJVCg9TaGFyZGVkRGltUHJvdG8SDAoEYXhp\
cxgBIAEoAxI0Cg9zaW1wbGVfc2hhcmRpbmcYAiADKAsyGy5vbm54LlNpbXBsZVNoYXJkZWREaW1Qcm90byJcChVTaW1wbGVTaGFyZGVkRGltUHJvdG8SEwoJZGltX3ZhbHVlGAEgASgDSAASEwoJZGltX3BhcmFt\
GAIgASgJSAASEgoKbnVtX3NoYXJkcxgDIAEoA0IFCgNkaW0i1gEKEVRyYWluaW5nSW5mb1Byb3RvEigKDmluaXRpYWxpemF0aW9uGAEgASgLMhAub25ueC5HcmFwaFByb3RvEiMKCWFsZ29yaXRobRgCIAEoCzIQ\
Lm9ubnguR3JhcGhQcm90bxI8ChZpbml0aWFsaXphdGlvbl9iaW5kaW5nGAMgAygLMhwub25ueC5TdHJpbmdTdHJpbmdFbnRyeVByb3RvEjQKDnVwZGF0ZV9iaW5kaW5nGAQgAygLMhwub25ueC5TdHJpbmdTdHJp\
bmdFbnRyeVByb3RvIqIDCgpNb2RlbFByb3RvEhIKCmlyX3ZlcnNpb24YASABKAMSFQoNcHJvZHVjZXJfbmFtZRgCIAEoCRIYChBwcm9kdWNlcl92ZXJzaW9uGAMgASgJEg4KBmRvbWFpbhgEIAEoCRIVCg1tb2Rl\
bF92ZXJzaW9uGAUgASgDEhIKCmRvY19zdHJpbmcYBiABKAwSHwoFZ3JhcGgYByABKAsyEC5vbm54LkdyYXBoUHJvdG8SLgoMb3BzZXRfaW1wb3J0GAggAygLMhgub25ueC5PcGVyYXRvclNldElkUHJvdG8SNAoO\
bWV0YWRhdGFfcHJvcHMYDiADKAsyHC5vbm54LlN0cmluZ1N0cmluZ0VudHJ5UHJvdG8SLgoNdHJhaW5pbmdfaW5mbxgUIAMoCzIXLm9ubnguVHJhaW5pbmdJbmZvUHJvdG8SJgoJZnVuY3Rpb25zGBkgAygLMhMu\
b25ueC5GdW5jdGlvblByb3RvEjUKDWNvbmZpZ3VyYXRpb24YGiADKAsyHi5vbm54LkRldmljZUNvbmZpZ3VyYXRpb25Qcm90byJNChhEZXZpY2VDb25maWd1cmF0aW9uUHJvdG8SDAoEbmFtZRgBIAEoCRITCgtu\
dW1fZGV2aWNlcxgCIAEoBRIOCgZkZXZpY2UYAyADKAkiNAoWU3RyaW5nU3RyaW5nRW50cnlQcm90bxILCgNrZXkYASABKAkSDQoFdmFsdWUYAiABKAwiawoQVGVuc29yQW5ub3RhdGlvbhITCgt0ZW5zb3JfbmFt\
ZRgBIAEoCRJCChxxdWFudF9wYXJhbWV0ZXJfdGVuc29yX25hbWVzGAIgAygLMhwub25ueC5TdHJpbmdTdHJpbmdFbnRyeVByb3RvIo4DCgpHcmFwaFByb3RvEh0KBG5vZGUYASADKAsyDy5vbm54Lk5vZGVQcm90\
bxIMCgRuYW1lGAIgASgJEiYKC2luaXRpYWxpemVyGAUgAygLMhEub25ueC5UZW5zb3JQcm90bxISCgpkb2Nfc3RyaW5nGAogASgMEiMKBWlucHV0GAsgAygLMhQub25ueC5WYWx1ZUluZm9Qcm90bxIkCgZvdXRw\
dXQYDCADKAsyFC5vbm54LlZhbHVlSW5mb1Byb3RvEigKCnZhbHVlX2luZm8YDSADKAsyFC5vbm54LlZhbHVlSW5mb1Byb3RvEjcKF3F1YW50aXphdGlvbl9hbm5vdGF0aW9uGA4gAygLMhYub25ueC5UZW5zb3JB\
bm5vdGF0aW9uEjMKEnNwYXJzZV9pbml0aWFsaXplchgPIAMoCzIXLm9ubnguU3BhcnNlVGVuc29yUHJvdG8SNAoObWV0YWRhdGFfcHJvcHMYECADKAsyHC5vbm54LlN0cmluZ1N0cmluZ0VudHJ5UHJvdG8ioAQK\
C1RlbnNvclByb3RvEgwKBGRpbXMYASADKAMSEQoJZGF0YV90eXBlGAIgASgFEioKB3NlZ21lbnQYAyABKAsyGS5vbm54LlRlbnNvclByb3RvLlNlZ21lbnQSGQoKZmxvYXRfZGF0YRgEIAMoAkIFqgECGAESGQoK\
aW50MzJfZGF0YRgFIAMoBUIFqgECGAESEwoLc3RyaW5nX2RhdGEYBiADKAwSGQoKaW50NjRfZGF0YRgHIAMoA0IFqgECGAESDAoEbmFtZRgIIAEoCRIQCghyYXdfZGF0YRgJIAEoDBIaCgtkb3VibGVfZGF0YRgK\
IAMoAUIFqgECGAESGgoLdWludDY0X2RhdGEYCyADKARCBaoBAhgBEhIKCmRvY19zdHJpbmcYDCABKAwSMwoNZXh0ZXJuYWxfZGF0YRgNIAMoCzIcLm9ubnguU3RyaW5nU3RyaW5nRW50cnlQcm90bxI1Cg1kYXRh\
X2xvY2F0aW9uGA4gASgOMh4ub25ueC5UZW5zb3JQcm90by5EYXRhTG9jYXRpb24SNAoObWV0YWRhdGFfcHJvcHMYECADKAsyHC5vbm54LlN0cmluZ1N0cmluZ0VudHJ5UHJvdG8aJQoHU2VnbWVudBINCgViZWdp\
bhgBIAEoAxILCgNlbmQYAiABKAMiKQoMRGF0YUxvY2F0aW9uEgsKB0RFRkFVTFQQABIMCghFWFRFUk5BTBABImgKEVNwYXJzZVRlbnNvclByb3RvEiEKBnZhbHVlcxgBIAEoCzIRLm9ubnguVGVuc29yUHJvdG8S\
IgoHaW5kaWNlcxgCIAEoCzIRLm9ubnguVGVuc29yUHJvdG8SDAoEZGltcxgDIAMoAyKVAQoQVGVuc29yU2hhcGVQcm90bxItCgNkaW0YASADKAsyIC5vbm54LlRlbnNvclNoYXBlUHJvdG8uRGltZW5zaW9uGlIK\
CURpbWVuc2lvbhITCglkaW1fdmFsdWUYASABKANIABITCglkaW1fcGFyYW0YAiABKAlIABISCgpkZW5vdGF0aW9uGAMgASgJQgcKBXZhbHVlIqUFCglUeXBlUHJvdG8SLQoLdGVuc29yX3R5cGUYASABKAsyFi5v\
bm54LlR5cGVQcm90by5UZW5zb3JIABIxCg1zZXF1ZW5jZV90eXBlGAQgASgLMhgub25ueC5UeXBlUHJvdG8uU2VxdWVuY2VIABInCghtYXBfdHlwZRgFIAEoCzITLm9ubnguVHlwZVByb3RvLk1hcEgAEi0KC29w\
YXF1ZV90eXBlGAcgASgLMhYub25ueC5UeXBlUHJvdG8uT3BhcXVlSAASOgoSc3BhcnNlX3RlbnNvcl90eXBlGAggASgLMhwub25ueC5UeXBlUHJvdG8uU3BhcnNlVGVuc29ySAASMQoNb3B0aW9uYWxfdHlwZRgJ\
IAEoCzIYLm9ubnguVHlwZVByb3RvLk9wdGlvbmFsSAASEgoKZGVub3RhdGlvbhgGIAEoCRpCCgZUZW5zb3ISEQoJZWxlbV90eXBlGAEgASgFEiUKBXNoYXBlGAIgASgLMhYub25ueC5UZW5zb3JTaGFwZVByb3Rv\
Gi4KCFNlcXVlbmNlEiIKCWVsZW1fdHlwZRgBIAEoCzIPLm9ubnguVHlwZVByb3RvGjwKA01hcBIQCghrZXlfdHlwZRgBIAEoBRIjCgp2YWx1ZV90eXBlGAIgASgLMg8ub25ueC5UeXBlUHJvdG8aJgoGT3BhcXVl\
Eg4KBmRvbWFpbhgBIAEoCRIMCgRuYW1lGAIgASgJGkgKDFNwYXJzZVRlbnNvchIRCgllbGVtX3R5cGUYASABKAUSJQoFc2hhcGUYAiABKAsyFi5vbm54LlRlbnNvclNoYXBlUHJvdG8aLgoIT3B0aW9uYWwSIgoJ\
ZWxlbV90eXBlGAEgASgLMg8ub25ueC5UeXBlUHJvdG9CBwoFdmFsdWUiNQoST3BlcmF0b3JTZXRJZFByb3RvEg4KBmRvbWFpbhgBIAEoCRIPCgd2ZXJzaW9uGAIgASgDIuMCCg1GdW5jdGlvblByb3RvEgwKBG5h\
bWUYASABKAkSDQoFaW5wdXQYBCADKAkSDgoGb3V0cHV0GAUgAygJEhEKCWF0dHJpYnV0ZRgGIAMoCRIdCgRub2RlGAcgAygLMg8ub25ueC5Ob2RlUHJvdG8SEgoKZG9jX3N0cmluZxgIIAEoDBIuCgxvcHNldF9p\
bXBvcnQYCSADKAsyGC5vbm54Lk9wZXJhdG9yU2V0SWRQcm90bxIOCgZkb21haW4YCiABKAkSLQoPYXR0cmlidXRlX3Byb3RvGAsgAygLMhQub25ueC5BdHRyaWJ1dGVQcm90bxIoCgp2YWx1ZV9pbmZvGAwgAygL\
MhQub25ueC5WYWx1ZUluZm9Qcm90bxIQCghvdmVybG9hZBgNIAEoCRI0Cg5tZXRhZGF0YV9wcm9wcxgOIAMoCzIcLm9ubnguU3RyaW5nU3RyaW5nRW50cnlQcm90b0IHkgMEEAIYAmIIZWRpdGlvbnNw6Ac");var AttributeProtoSchema=messageDesc(
file_onnx,0);var ValueInfoProtoSchema=messageDesc(file_onnx,1);var NodeProtoSchema=messageDesc(file_onnx,2);var ModelProtoSchema=messageDesc(file_onnx,9);var StringStringEntryProtoSchema=messageDesc(file_onnx,11);var GraphProtoSchema=messageDesc(file_onnx,13);var TensorProtoSchema=messageDesc(file_onnx,14);var TensorShapeProtoSchema=messageDesc(file_onnx,16);var TensorShapeProto_DimensionSchema=messageDesc(file_onnx,16,0);var TypeProtoSchema=messageDesc(file_onnx,
17);var TypeProto_TensorSchema=messageDesc(file_onnx,17,0);var OperatorSetIdProtoSchema=messageDesc(file_onnx,18);function decodeDims(message){let product3=1n;for(const size of message.dims){if(size<0n)throw badDims(message,"a negative size");product3*=size}const unsafe=[product3,
...message.dims].some(size=>size>BigInt(Number.MAX_SAFE_INTEGER));if(unsafe)throw badDims(message,"an impossible size");return message.dims.map(Number)}function decodeData(message,count,external){
if(message.dataLocation===1)return externalData(message,count,external);if(!isFieldSet(message,TensorProtoSchema.field.rawData)){checkCount(message,count);return{
kind:"typed"}}const expected=rawLength(message.dataType,count);if(message.dataType===DataType.STRING)throw badSize(message,"strings cannot be raw data");if(expected!==
void 0&&message.rawData.length!==expected){throw badSize(message,`it has ${message.rawData.length} bytes and needs ${expected}`)}return{kind:"raw",bytes:message.
rawData}}function externalData(message,count,external){const entries=new Map(message.externalData.map(entry=>[entry.key,entryText(entry)]));const{path,size}=external(
entries.get("location")??"");const offset=byteCount(message,entries.get("offset"))??0;const given=byteCount(message,entries.get("length"));const length=rawLength(
message.dataType,count)??given;if(length===void 0)throw badSize(message,`external data of ${typeName(message.dataType)} has no length`);if(given!==void 0&&given!==
length)throw badSize(message,`its length says ${given} bytes and it needs ${length}`);if(offset+length>size){throw new UserError({code:"external-short",message:`\
Tensor ${shown(message.name)} needs bytes ${offset} to ${offset+length} of ${shown(entries.get("location")??"")}, which has ${size}.`,fix:"The data file is inco\
mplete or belongs to another model: export both again."})}return{kind:"external",path,offset,length}}function entryText(entry){return new TextDecoder().decode(entry.
value)}function byteCount(message,text2){if(text2===void 0)return void 0;const value2=Number(text2);if(!/^\d{1,16}$/.test(text2)||!Number.isSafeInteger(value2))
throw badSize(message,`external offset or length ${shown(text2)} is no byte count`);return value2}function checkCount(message,count){const found=typedField(message)?.
length;if(found===void 0)return;const expected=typedLength(message.dataType,count);if(found!==expected)throw badSize(message,`it has ${found} values and needs ${expected}`)}
function typedLength(dataType,count){if(dataType===DataType.COMPLEX64||dataType===DataType.COMPLEX128)return 2*count;const bytes=rawLength(dataType,count)??count;
return Math.min(bytes,count)}function typedField(message){switch(message.dataType){case DataType.FLOAT:case DataType.COMPLEX64:return message.floatData;case DataType.
DOUBLE:case DataType.COMPLEX128:return message.doubleData;case DataType.INT64:return message.int64Data;case DataType.UINT32:case DataType.UINT64:return message.
uint64Data;case DataType.STRING:return message.stringData;default:return rawLength(message.dataType,1)===void 0?void 0:message.int32Data}}function badDims(message,what){
return new UserError({code:"tensor-dims",message:`Tensor ${shown(message.name)} has ${what} in its shape [${message.dims.slice(0,8).join(", ")}].`,fix:"The mode\
l is damaged: export it again."})}function badSize(message,what){const dims=message.dims.slice(0,8).join(", ");return new UserError({code:"tensor-size",message:`\
The data of tensor ${shown(message.name)} (${typeName(message.dataType)} [${dims}]) does not fit its shape: ${what}.`,fix:"The model is damaged: export it again\
."})}var Wire=class{constructor(message){this.message=message}message;record};function withWire(message,fields){const wire=new Wire(message);const record={...fields,
wire};wire.record=record;return record}function sourceOf(schema,record){const{wire}=record;if(wire===void 0)return void 0;if(!(wire instanceof Wire)||!isMessage(
wire.message,schema)){throw new Error(`a record carries the wire of something that is no ${schema.typeName}`)}return{message:wire.message,record:wire.record}}function shallowCopy(message){
return Object.assign(Object.create(Object.getPrototypeOf(message)),message)}var attributeMessages=new WeakMap;function modelFromMessage(message,external){if(message.graph===void 0){throw new UserError({code:"no-graph",message:"The file holds no graph.",fix:"Export the m\
odel again."})}refuseExternal([...message.functions,...message.trainingInfo]);return withWire(message,{irVersion:Number(message.irVersion),opsets:decodeOpsets(message),
producer:message.producerName,graph:graphFromMessage(message.graph,external),functions:message.functions.map(functionKey)})}function decodeOpsets(message){const opsets=new Map;
for(const{domain,version}of message.opsetImport){const key=plainDomain(domain);opsets.set(key,Math.max(Number(version),opsets.get(key)??0))}return opsets}function functionKey(message){
return`${plainDomain(message.domain)}:${message.name}`}function plainDomain(domain){return domain==="ai.onnx"?"":domain}function graphFromMessage(message,external){
refuseExternal(message.sparseInitializer);const initializers=new Map;for(const tensor of message.initializer){if(initializers.has(tensor.name))throw duplicate("\
initializer",tensor.name);initializers.set(tensor.name,tensorFromMessage(tensor,external))}return withWire(message,{name:message.name,nodes:message.node.map(node=>nodeFromMessage(
node,external)),initializers,sparseInitializers:message.sparseInitializer.map(sparse=>sparse.values?.name??""),inputs:message.input.map(valueInfoFromMessage),outputs:message.
output.map(valueInfoFromMessage),valueInfos:message.valueInfo.map(valueInfoFromMessage)})}function nodeFromMessage(message,external){const attributes=new Map;for(const attribute of message.
attribute){if(attributes.has(attribute.name))throw duplicate(`attribute of a ${shown(message.opType)} node`,attribute.name);attributes.set(attribute.name,attributeFromMessage(
attribute,external))}return withWire(message,{name:message.name,opType:message.opType,domain:plainDomain(message.domain),inputs:message.input,outputs:message.output,
attributes})}function attributeFromMessage(message,external){const attribute=attributeValue(message,external);if(attribute.kind==="opaque")refuseExternal([message]);
attributeMessages.set(attribute,message);return attribute}function attributeValue(message,external){if(message.refAttrName!=="")return{kind:"opaque"};switch(attributeType(
message)){case 1:return{kind:"float",value:message.f};case 2:return{kind:"int",value:message.i};case 3:return{kind:"string",value:message.s};case 4:return message.
t===void 0?{kind:"opaque"}:{kind:"tensor",value:tensorFromMessage(message.t,external)};case 5:return message.g===void 0?{kind:"opaque"}:{kind:"graph",value:graphFromMessage(
message.g,external)};case 6:return{kind:"floats",value:message.floats};case 7:return{kind:"ints",value:message.ints};case 8:return{kind:"strings",value:message.
strings};case 9:return{kind:"tensors",value:message.tensors.map(tensor=>tensorFromMessage(tensor,external))};case 10:return{kind:"graphs",value:message.graphs.map(
graph=>graphFromMessage(graph,external))};default:return{kind:"opaque"}}}function attributeType(message){if(message.type!==0||message.$unknown?.some(({no})=>no===
AttributeProtoSchema.field.type.number))return message.type;const set=UNTYPED.filter(([field2])=>isFieldSet(message,field2));return set.length===1&&set[0]!==void 0?
set[0][1]:0}var field=AttributeProtoSchema.field;var UNTYPED=[[field.f,1],[field.i,2],[field.s,3],[field.t,4],[field.g,5],[field.floats,6],[field.ints,7],[field.
strings,8],[field.tensors,9],[field.graphs,10]];function tensorFromMessage(message,external){const dims=decodeDims(message);return withWire(message,{name:message.
name,dataType:message.dataType,dims,data:decodeData(message,elementCount(dims),external)})}function valueInfoFromMessage(message){const tensor=tensorTypeOf(message.
type);return withWire(message,{name:message.name,elemType:tensor?.elemType??0,dims:tensor?.shape===void 0?null:decodeShape(tensor.shape)})}function tensorTypeOf(type){
return type?.value.case==="tensorType"?type.value.value:void 0}function decodeShape(shape){return shape.dim.map(({value:value2})=>{if(value2.case==="dimValue")return value2.
value<0n?null:Number(value2.value);return value2.case==="dimParam"&&value2.value!==""?value2.value:null})}function refuseExternal(parts){if(!parts.some(holdsExternal))
return;throw new UserError({code:"external-unsupported",message:"A function, training graph or sparse tensor keeps its data in an external file.",fix:"Save the \
model with that data inside the .onnx file."})}function holdsExternal(part2){if(Array.isArray(part2))return part2.length>0&&typeof part2[0]==="object"&&part2.some(
holdsExternal);if(typeof part2!=="object"||part2===null||part2 instanceof Uint8Array)return false;if("dataLocation"in part2&&part2.dataLocation===1)return true;
return Object.values(part2).some(holdsExternal)}function duplicate(what,name){return new UserError({code:"graph-duplicate",message:`The model has more than one ${what}\
 named ${shown(name)}.`,fix:"Export the model again."})}function hadExternalData(model){const source=sourceOf(ModelProtoSchema,model);return source===void 0?false:
holdsExternal(source.message.graph)}import{realpathSync,statSync}from"node:fs";import{isAbsolute,relative,resolve,sep}from"node:path";function externalResolver(directory,root=directory){const known2=new Map;return location=>{const found=known2.get(location)??resolveExternal(location,directory,
root);known2.set(location,found);return found}}var noExternalFiles=location=>{throw missing(location,"the model was given as bytes, without a folder")};function resolveExternal(location,directory,root){
const path=resolve(directory,location);if(location===""||location.includes("\0")){throw new UserError({code:"external-invalid",message:`The model names ${location===
""?"no":"an impossible"} external data file (${shown(location)}).`,fix:"Export the model again."})}if(isAbsolute(location)||location.includes("\\")||!isInside(path,
directory))throw outside(location);const real=realPath(path,location);const realRoot=realpathSync(root);if(!isInside(real,realRoot)||isInGitFolder(relative(realRoot,
real)))throw outside(location);const stats=statSync(real);if(!stats.isFile())throw missing(location,`it is ${kindOf(stats)}`);return{path:real,size:stats.size}}
function isInside(path,folder){const way=relative(resolve(folder),path);return way!==""&&way!==".."&&!way.startsWith(`..${sep}`)&&!isAbsolute(way)}function isInGitFolder(path){
return path.split(sep).some(part2=>part2.toLowerCase()===".git")}function realPath(path,location){try{return realpathSync(path)}catch(cause){throw missing(location,
"there is no such file",cause)}}function kindOf(stats){return stats.isDirectory()?"a folder":"no regular file"}function outside(location){return new UserError({
code:"external-outside",message:`External data ${shown(location)} lies outside the model's folder, or inside \`.git\`.`,fix:"Keep the data file beside the model\
, and its location relative."})}function missing(location,why,cause){return new UserError({code:"external-missing",message:`External data file ${shown(location)}\
 cannot be read: ${why}.`,fix:"Commit the data file beside the model (with Git LFS: `lfs: true` on actions/checkout).",cause})}function localFunctions(model){const messages=sourceOf(ModelProtoSchema,model)?.message.functions??[];return new Map(messages.filter(({overload})=>overload==="").
map(message=>[functionKey(message),functionOf(message)]))}function functionOf(message){const defaults=new Map(message.attributeProto.map(attribute=>[attribute.name,
attributeFromMessage(attribute,noExternalFiles)]));const opsets=new Map(message.opsetImport.map(({domain,version})=>[plainDomain(domain),Number(version)]));return{
key:functionKey(message),inputs:message.input,outputs:message.output,opsets,nodesFor:given=>message.node.map(each=>{const node=nodeFromMessage(each,noExternalFiles);
const attributes=new Map(node.attributes);for(const{name,refAttrName}of each.attribute){if(refAttrName==="")continue;const value2=given.get(refAttrName)??defaults.
get(refAttrName);if(value2===void 0)attributes.delete(name);else attributes.set(name,{...value2})}return{...node,attributes}})}}function messageFromTensor(tensor,placing){const source=sourceOf(TensorProtoSchema,tensor);const was=source?.record;const{data}=tensor;const placed2=data.kind===
"typed"?void 0:placing.place(tensor,data);const stays=data===was?.data&&(data.kind==="external"?isPlacedAs(source?.message,placed2):placed2===void 0);if(source!==
void 0&&was===tensor&&stays)return source.message;const message=source===void 0?create(TensorProtoSchema):shallowCopy(source.message);if(tensor.name!==(was?.name??
""))message.name=tensor.name;if(tensor.dataType!==was?.dataType)message.dataType=tensor.dataType;if(tensor.dims!==was?.dims)message.dims=tensor.dims.map(BigInt);
if(!stays)setData(message,data,placed2,placing);else if(data.kind==="typed")checkTyped(tensor,was);return message}function checkTyped(tensor,was){const same2=tensor.
dataType===was?.dataType&&String(tensor.dims)===String(was.dims);if(!same2)throw new Error(`tensor ${tensor.name} changed its type or dims and kept its typed da\
ta`)}function setData(message,data,placed2,placing){if(data.kind==="typed")throw new Error(`tensor ${message.name} says its data is typed and has none`);clearData(
message);if(placed2!==void 0){message.dataLocation=1;message.externalData=externalEntries(placed2);return}message.rawData=data.kind==="raw"?data.bytes:new Uint8Array(
0);if(data.kind==="external")placing.ranges.set(message,data)}function clearData(message){const{field:field2}=TensorProtoSchema;for(const each of[field2.floatData,
field2.int32Data,field2.int64Data,field2.doubleData,field2.uint64Data,field2.stringData,field2.rawData,field2.externalData,field2.dataLocation,field2.segment])clearField(
message,each)}function externalEntries({location,offset,length}){const entries=[["location",location],["offset",String(offset)],["length",String(length)]];return entries.
map(([key,value2])=>create(StringStringEntryProtoSchema,{key,value:new TextEncoder().encode(value2)}))}function isPlacedAs(message,placed2){if(message===void 0||
placed2===void 0)return false;const entries=new Map(message.externalData.map(entry=>[entry.key,entryText(entry)]));return entries.get("location")===placed2.location&&
(entries.get("offset")??"0")===String(placed2.offset)&&(entries.get("length")??String(placed2.length))===String(placed2.length)}function messageFromModel(model,placing){const source=sourceOf(ModelProtoSchema,model);const graph=messageFromGraph(model.graph,placing);if(source?.record===model&&
graph===source.message.graph)return source.message;const message=copyOrNew(ModelProtoSchema,source);const was=source?.record;message.graph=graph;if(model.irVersion!==
was?.irVersion)message.irVersion=BigInt(model.irVersion);if(model.producer!==(was?.producer??""))message.producerName=model.producer;if(model.opsets!==was?.opsets)
message.opsetImport=opsetMessages(model.opsets,message.opsetImport);if(model.functions!==was?.functions){const kept=new Set(model.functions);message.functions=message.
functions.filter(each=>kept.has(functionKey(each)))}return message}function opsetMessages(opsets,before){return[...opsets].map(([domain,version])=>{const same2=before.
find(each=>(each.domain==="ai.onnx"?"":each.domain)===domain&&Number(each.version)===version);return same2??create(OperatorSetIdProtoSchema,{domain,version:BigInt(
version)})})}function messageFromGraph(graph,placing){const source=sourceOf(GraphProtoSchema,graph);const was=source?.record;const old=source?.message;const node=sameOr(
old?.node,graph.nodes.map(each=>messageFromNode(each,placing)));const initializer=sameOr(old?.initializer,[...graph.initializers].map(([name,each])=>messageFromTensor(
each.name===name?each:{...each,name},placing)));const unchanged=was===graph&&node===old?.node&&initializer===old.initializer;if(unchanged)return old;const message=copyOrNew(
GraphProtoSchema,source);Object.assign(message,{node,initializer});if(graph.name!==(was?.name??""))message.name=graph.name;if(graph.inputs!==was?.inputs)message.
input=graph.inputs.map(messageFromValueInfo);if(graph.outputs!==was?.outputs)message.output=graph.outputs.map(messageFromValueInfo);if(graph.valueInfos!==was?.valueInfos)
message.valueInfo=graph.valueInfos.map(messageFromValueInfo);if(graph.sparseInitializers!==was?.sparseInitializers){const kept=new Set(graph.sparseInitializers);
message.sparseInitializer=message.sparseInitializer.filter(each=>kept.has(each.values?.name??""))}return message}function messageFromNode(node,placing){const source=sourceOf(
NodeProtoSchema,node);const was=source?.record;const attribute=attributeList(node,source,placing);if(was===node&&attribute===source?.message.attribute)return source.
message;const message=copyOrNew(NodeProtoSchema,source);message.attribute=attribute;if(node.inputs!==was?.inputs)message.input=[...node.inputs];if(node.outputs!==
was?.outputs)message.output=[...node.outputs];if(node.name!==(was?.name??""))message.name=node.name;if(node.opType!==was?.opType)message.opType=node.opType;if(node.
domain!==(was?.domain??""))message.domain=node.domain;return message}function attributeList(node,source,placing){const before=new Map(source?.message.attribute.
map(each=>[each.name,each]));const now=[...node.attributes].map(([name,attribute])=>{const own=attributeMessages.get(attribute);return messageFromAttribute(name,
attribute,own?.name===name?own:void 0,before.get(name),placing)});return sameOr(source?.message.attribute,now)}function messageFromAttribute(name,attribute,own,base,placing){
const holdsTensors=attribute.kind==="tensor"||attribute.kind==="tensors"||attribute.kind==="graph"||attribute.kind==="graphs";if(own!==void 0&&!holdsTensors)return own;
if(attribute.kind==="opaque"){if(base!==void 0)return base;throw new Error(`attribute ${name} is opaque and came from nowhere`)}const value2=attributeFields(attribute,
placing);if(own!==void 0&&isSameValue(own,value2))return own;return Object.assign(withoutValue(own??base,name),value2)}function attributeFields(attribute,placing){
switch(attribute.kind){case"float":return{type:1,f:attribute.value};case"int":return{type:2,i:attribute.value};case"string":return{type:3,s:attribute.value};case"\
tensor":return{type:4,t:messageFromTensor(attribute.value,placing)};case"graph":return{type:5,g:messageFromGraph(attribute.value,placing)};case"floats":return{type:6,
floats:[...attribute.value]};case"ints":return{type:7,ints:[...attribute.value]};case"strings":return{type:8,strings:[...attribute.value]};case"tensors":return{
type:9,tensors:attribute.value.map(each=>messageFromTensor(each,placing))};case"graphs":return{type:10,graphs:attribute.value.map(each=>messageFromGraph(each,placing))}}}
function isSameValue(message,value2){const{t,g,tensors,graphs}=value2;return(t===void 0||t===message.t)&&(g===void 0||g===message.g)&&(tensors===void 0||isSameList(
tensors,message.tensors))&&(graphs===void 0||isSameList(graphs,message.graphs))}function withoutValue(old,name){const message=create(AttributeProtoSchema,{name});
if(old===void 0)return message;if(old.docString.length>0)message.docString=old.docString;if(old.$unknown!==void 0)message.$unknown=old.$unknown;return message}function messageFromValueInfo(info){
const source=sourceOf(ValueInfoProtoSchema,info);const was=source?.record;if(source!==void 0&&was===info)return source.message;const message=copyOrNew(ValueInfoProtoSchema,
source);if(info.name!==(was?.name??""))message.name=info.name;if(info.elemType===(was?.elemType??0)&&info.dims===(was?.dims??null))return message;const before=tensorTypeOf(
message.type);const type=create(TypeProtoSchema);if(message.type!==void 0)Object.assign(type,message.type);const tensor=create(TypeProto_TensorSchema,{elemType:info.
elemType});if(info.dims!==null)tensor.shape=shapeMessage(info.dims,before?.shape);if(before?.$unknown!==void 0)tensor.$unknown=before.$unknown;type.value={case:"\
tensorType",value:tensor};message.type=type;return message}function shapeMessage(dims,before){const old=before?.dim.length===dims.length?before.dim:[];return create(
TensorShapeProtoSchema,{dim:dims.map((dim,axis)=>dimMessage(dim,old[axis]))})}function dimMessage(dim,before){const message=before===void 0?create(TensorShapeProto_DimensionSchema):
shallowCopy(before);if(typeof dim==="number")message.value={case:"dimValue",value:BigInt(dim)};else if(dim!==null)message.value={case:"dimParam",value:dim};else if(!isUnknown(
message))message.value={case:void 0};return message}function isUnknown({value:value2}){return value2.case==="dimValue"&&value2.value<0n||value2.case==="dimParam"&&
value2.value===""}function copyOrNew(schema,source){return source===void 0?create(schema):shallowCopy(source.message)}function sameOr(before,now){return before!==
void 0&&isSameList(now,before)?before:now}function isSameList(a,b){return a.length===b.length&&a.every((each,index)=>each===b[index])}function typedBytes(tensor){const source=sourceOf(TensorProtoSchema,tensor);if(source===void 0)throw new Error(`tensor ${tensor.name} says its data is typed and\
 has none`);return bytesOf(rawArray(source.message))}function rawArray(message){const{dataType}=message;switch(dataType){case DataType.FLOAT:case DataType.COMPLEX64:
return Float32Array.from(message.floatData);case DataType.DOUBLE:case DataType.COMPLEX128:return Float64Array.from(message.doubleData);case DataType.INT64:return BigInt64Array.
from(message.int64Data);case DataType.UINT64:return BigUint64Array.from(message.uint64Data);case DataType.UINT32:return Uint32Array.from(message.uint64Data,Number);case DataType.
INT32:return Int32Array.from(message.int32Data);default:return narrowArray(dataType,message.int32Data)}}function narrowArray(dataType,entries){if(elementSize(dataType)===
2)return Uint16Array.from(entries);if((elementBits(dataType)??64)<=8)return Uint8Array.from(entries);throw new Error(`a tensor of ${typeName(dataType)} has no r\
aw bytes`)}function bytesOf(view){return new Uint8Array(view.buffer,view.byteOffset,view.byteLength)}function tensorBytes(tensor){switch(tensor.data.kind){case"raw":return tensor.data.bytes;case"typed":return typedBytes(tensor);case"external":return readRange(tensor.
data)}}function readRange({path,offset,length}){const bytes=new Uint8Array(length);const file=openSync(path,"r");try{for(let at=0;at<length;){const count=readSync(
file,bytes,at,length-at,offset+at);if(count===0)throw new UserError({code:"external-short",message:"The external data file has become shorter.",where:path});at+=
count}}finally{closeSync(file)}return bytes}function tensorValues(tensor){const stored2=tensorBytes(tensor);const bytes=tensor.data.kind==="raw"?new Uint8Array(
stored2):stored2;const{buffer}=bytes;switch(tensor.dataType){case DataType.FLOAT:return new Float32Array(buffer);case DataType.DOUBLE:return new Float64Array(buffer);case DataType.
INT64:return new BigInt64Array(buffer);case DataType.UINT64:return new BigUint64Array(buffer);case DataType.INT32:return new Int32Array(buffer);case DataType.UINT32:
return new Uint32Array(buffer);case DataType.INT16:return new Int16Array(buffer);case DataType.INT8:return new Int8Array(buffer);case DataType.UINT16:case DataType.
FLOAT16:case DataType.BFLOAT16:return new Uint16Array(buffer);case DataType.UINT8:case DataType.BOOL:return bytes;default:throw new Error(`no array holds a tens\
or of ${typeName(tensor.dataType)}`)}}function isFloatType(dataType){return dataType===DataType.FLOAT||dataType===DataType.DOUBLE||dataType===DataType.FLOAT16||
dataType===DataType.BFLOAT16}function tensorToFloat32(tensor){const values=isFloatType(tensor.dataType)?tensorValues(tensor):void 0;if(values instanceof Float32Array)
return values;if(values instanceof Float64Array)return Float32Array.from(values);if(values instanceof Uint16Array)return tensor.dataType===DataType.FLOAT16?float16ToFloat32(
values):bfloat16ToFloat32(values);throw new Error(`a tensor of ${typeName(tensor.dataType)} is not floating-point`)}function tensorToNumbers(tensor){const is16=tensor.
dataType===DataType.FLOAT16||tensor.dataType===DataType.BFLOAT16;return Array.from(is16?tensorToFloat32(tensor):tensorValues(tensor),Number)}function makeTensor(name,dataType,dims,data){return{name,dataType,dims,data:{kind:"raw",bytes:rawBytes(name,dataType,dims,data)}}}function withValues(tensor,dims,data){
return{...tensor,dims,data:{kind:"raw",bytes:rawBytes(tensor.name,tensor.dataType,dims,data)}}}function int64Tensor(name,values){const list=typeof values==="obj\
ect"?values:[values];return makeTensor(name,DataType.INT64,typeof values==="object"?[list.length]:[],BigInt64Array.from(list,BigInt))}function rawBytes(name,dataType,dims,data){
const array=data instanceof Float32Array?fromFloat32(dataType,data):data;const bytes=new Uint8Array(array.buffer,array.byteOffset,array.byteLength);const expected=rawLength(
dataType,elementCount(dims));if(bytes.length!==expected){throw new Error(`tensor ${name}: ${bytes.length} bytes for ${typeName(dataType)} [${dims.join(", ")}], \
which needs ${expected??"no raw data"}`)}return bytes}function fromFloat32(dataType,values){switch(dataType){case DataType.FLOAT16:return float32ToFloat16(values);case DataType.
BFLOAT16:return float32ToBfloat16(values);case DataType.DOUBLE:return Float64Array.from(values);case DataType.FLOAT:return values;default:throw new Error(`float\
 values for a tensor of ${typeName(dataType)}`)}}import{randomBytes}from"node:crypto";import{open,rename,rm}from"node:fs/promises";import{basename,dirname,join}from"node:path";var BIG_BYTES=64*1024;var Chunks=class{list=[];size=0;push(chunk){if(chunk.length===0)return;this.list.push(chunk);this.size+=chunk.length}pushField(number,content){
const header=new BinaryWriter().tag(number,WireType.LengthDelimited).uint64(BigInt(content.size));this.push(header.finish());for(const chunk of content.list)this.
push(chunk)}};function frameModel(message,ranges){return new Framer(ranges).model(message)}var Framer=class{constructor(ranges){this.ranges=ranges}ranges;model(message){
return this.split(ModelProtoSchema,message,[this.fieldOf(ModelProtoSchema.field.graph,this.bigGraph,this.graph)])}graph=message=>this.split(GraphProtoSchema,message,
[this.fieldOf(GraphProtoSchema.field.node,this.bigNode,this.node),this.fieldOf(GraphProtoSchema.field.initializer,this.bigTensor,this.tensor)]);node=message=>this.
split(NodeProtoSchema,message,[this.fieldOf(NodeProtoSchema.field.attribute,this.bigAttribute,this.attribute)]);attribute=message=>this.split(AttributeProtoSchema,
message,[this.fieldOf(AttributeProtoSchema.field.t,this.bigTensor,this.tensor),this.fieldOf(AttributeProtoSchema.field.g,this.bigGraph,this.graph),this.fieldOf(
AttributeProtoSchema.field.tensors,this.bigTensor,this.tensor),this.fieldOf(AttributeProtoSchema.field.graphs,this.bigGraph,this.graph)]);tensor=message=>{const{
field:field2}=TensorProtoSchema;const raw=new Chunks;raw.push(this.ranges.get(message)??message.rawData);const chunks=new Chunks;chunks.push(toBinary(TensorProtoSchema,
partOf(TensorProtoSchema,message,each=>each.number<field2.rawData.number,false)));chunks.pushField(field2.rawData.number,raw);chunks.push(toBinary(TensorProtoSchema,
partOf(TensorProtoSchema,message,each=>each.number>field2.rawData.number,true)));return chunks};bigTensor=message=>message.rawData.length>=BIG_BYTES||this.ranges.
has(message);bigAttribute=message=>message.t!==void 0&&this.bigTensor(message.t)||message.g!==void 0&&this.bigGraph(message.g)||message.tensors.some(this.bigTensor)||
message.graphs.some(this.bigGraph);bigNode=message=>message.attribute.some(this.bigAttribute);bigGraph=message=>message.initializer.some(this.bigTensor)||message.
node.some(this.bigNode);fieldOf(field2,isBig,frame){return{field:field2,isBig:message=>isBig(message),frame:message=>frame(message)}}split(schema,message,fields){
const chunks=new Chunks;let after=0;for(const{field:field2,isBig,frame}of fields){chunks.push(toBinary(schema,partOf(schema,message,({number})=>number>after&&number<
field2.number,false)));for(const run of runsOf(childrenOf(message,field2),isBig)){if(run.big)chunks.pushField(field2.number,frame(run.children[0]));else chunks.
push(toBinary(schema,withChildren(schema,field2,run.children)))}after=field2.number}chunks.push(toBinary(schema,partOf(schema,message,({number})=>number>after,true)));
return chunks}};function runsOf(children,isBig){const runs=[];for(const child of children){const big=isBig(child);const last=runs.at(-1);if(!big&&last?.big===false)
last.children.push(child);else runs.push({big,children:[child]})}return runs}function childrenOf(message,field2){const value2=Reflect.get(message,field2.localName);
return Array.isArray(value2)?value2:value2===void 0?[]:[value2]}function withChildren(schema,field2,children){const part2=create(schema);Reflect.set(part2,field2.
localName,field2.fieldKind==="list"?children:children[0]);return part2}function partOf(schema,message,wanted,withUnknown){const part2=create(schema);for(const field2 of schema.
fields){if(wanted(field2)&&Object.hasOwn(message,field2.localName))Reflect.set(part2,field2.localName,Reflect.get(message,field2.localName))}if(withUnknown&&message.
$unknown!==void 0)part2.$unknown=message.$unknown;return part2}function encodeModel(model){const chunks=framed(model,()=>void 0);if(chunks.size>MAX_INLINE_BYTES)throw tooLarge(chunks.size);const bytes=new Uint8Array(chunks.
size);let at=0;for(const chunk of chunks.list){bytes.set(chunk instanceof Uint8Array?chunk:readRange(chunk),at);at+=chunk.length}return bytes}async function writeModel(model,path,options={}){
const{external="keep"}=options;const wantsFile=external==="file"||external==="keep"&&hadExternalData(model);if(!wantsFile){const chunks=framed(model,()=>void 0);
if(chunks.size<=MAX_INLINE_BYTES){await writeChunks(path,chunks.list);return{files:[path],bytes:chunks.size}}}return writeWithDataFile(model,path,(_,bytes)=>bytes>=
MIN_EXTERNAL_BYTES)}async function writeWithDataFile(model,path,toFile,keep=()=>void 0){const data=new DataFile(`${basename(path)}.data`);const chunks=framed(model,
(tensor,source)=>keep(tensor,source)??(toFile(tensor,byteLength(source))?data.add(source):void 0));if(chunks.size>MAX_INLINE_BYTES)throw tooLarge(chunks.size);const dataPath=join(
dirname(path),data.name);if(data.size>0)await writeChunks(dataPath,data.chunks());await writeChunks(path,chunks.list);return{files:data.size>0?[path,dataPath]:[
path],bytes:chunks.size+data.size}}function framed(model,place3){const ranges=new Map;const placing={place:place3,ranges};return frameModel(messageFromModel(model,
placing),ranges)}function byteLength(data){return data.kind==="raw"?data.bytes.length:data.length}var PAGE_BYTES=4096;var LINE_BYTES=64;var DataFile=class{constructor(name){
this.name=name}name;parts=[];size=0;add(data){const length=byteLength(data);const unit=length>=16*PAGE_BYTES?PAGE_BYTES:LINE_BYTES;const offset=Math.ceil(this.size/
unit)*unit;this.parts.push({offset,data});this.size=offset+length;return{location:this.name,offset,length}}chunks(){const chunks=new Chunks;for(const{offset,data}of this.
parts){chunks.push(new Uint8Array(offset-chunks.size));chunks.push(data.kind==="raw"?data.bytes:data)}return chunks.list}};var BUFFER_BYTES=1024*1024;var COPY_BYTES=1024*
1024;async function writeChunks(path,chunks){const temporary=join(dirname(path),`.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);try{const file=await open(
temporary,"wx");try{await stream(file,chunks)}finally{await file.close()}await rename(temporary,path)}catch(thrown){await rm(temporary,{force:true});throw thrown}}
async function stream(file,chunks){const buffer=new Uint8Array(BUFFER_BYTES);let filled=0;const flush=async()=>{await writeAll(file,buffer.subarray(0,filled));filled=
0};const sources=new Sources;try{for(const chunk of chunks){if(filled+chunk.length>buffer.length)await flush();if(!(chunk instanceof Uint8Array)){await flush();
await sources.copy(file,chunk)}else if(chunk.length>buffer.length){await writeAll(file,chunk)}else{buffer.set(chunk,filled);filled+=chunk.length}}await flush()}finally{
await sources.close()}}var MAX_WRITE_BYTES=2**30;async function writeAll(file,bytes){for(let at=0;at<bytes.length;){const{bytesWritten}=await file.write(bytes,at,
Math.min(bytes.length-at,MAX_WRITE_BYTES));at+=bytesWritten}}var Sources=class{handles=new Map;buffers=[new Uint8Array(COPY_BYTES),new Uint8Array(COPY_BYTES)];async copy(file,{
path,offset,length}){const source=this.handles.get(path)??await open(path,"r");this.handles.set(path,source);let[ahead,other]=this.buffers;const readAt=at=>source.
read(ahead,0,Math.min(ahead.length,length-at),offset+at);let reading=length>0?readAt(0):void 0;for(let at=0;reading!==void 0;){const{bytesRead}=await reading;if(bytesRead===
0)throw new UserError({code:"external-short",message:"The external data file has become shorter.",where:path});at+=bytesRead;const full=ahead.subarray(0,bytesRead);
[ahead,other]=[other,ahead];reading=at<length?readAt(at):void 0;await Promise.all([writeAll(file,full),reading])}}async close(){for(const handle of this.handles.
values())await handle.close()}};function tooLarge(size){return new UserError({code:"model-too-large",message:`The model would take ${size} bytes in one protobuf\
 message, and 2 GiB is the end.`,fix:"Keep its weights as raw data or external data, which can go to a file beside the model."})}var MOVEMENT_OPS=new Map([["Reshape",0],["Flatten",0],["Transpose",0],["Squeeze",0],["Unsqueeze",0],["Split",0],["Slice",0],["Gather",0],["Pad",0],["Expand",0],
["Tile",0],["DepthToSpace",0],["SpaceToDepth",0]]);import{basename as basename2,dirname as dirname2,join as join2,resolve as resolve2}from"node:path";import{realpath,rm as rm2}from"node:fs/promises";var WEIGHTS_FILE="weights.bin";async function storeWeights(model,directory){const folder=await realpath(directory);const path=join2(folder,WEIGHTS_FILE);const data=new DataFile(
WEIGHTS_FILE);const initializers=new Map([...model.graph.initializers].map(([name,tensor])=>[name,stored(tensor,path,data)]));await writeChunks(path,data.chunks());
return{...model,graph:{...model.graph,initializers}}}function stored(tensor,path,file){const bytes=rawLength(tensor.dataType,elementCount(tensor.dims));if(bytes===
void 0||bytes<MIN_EXTERNAL_BYTES)return tensor;const{data}=tensor;const{offset,length}=file.add(data.kind==="typed"?{kind:"raw",bytes:tensorBytes(tensor)}:data);
return{...tensor,data:{kind:"external",path,offset,length}}}var MAX_INLINE_TENSOR=256*1024;async function writeVariant(model,path){const folder=await realpath(dirname2(
resolve2(path)));const keep=(_,data)=>data.kind==="external"&&dirname2(data.path)===folder?{location:basename2(data.path),offset:data.offset,length:data.length}:
void 0;return writeWithDataFile(model,path,(_,bytes)=>bytes>=MAX_INLINE_TENSOR,keep)}var temporaries=0;async function writeTemporary(model,directory){temporaries+=
1;const path=join2(directory,`variant-${process.pid}-${temporaries}.onnx`);const{files}=await writeVariant(model,path);return{path,remove:async()=>{for(const file of files)
await rm2(file,{force:true})}}}var PROBING={optimization:"disabled",device:"cpu"};async function openVariant(bench,model){const{path,remove}=await writeTemporary(model,bench.directory);try{const session2=await bench.
runtime.open(path,PROBING);return{...session2,release:async()=>{await session2.release();await remove()}}}catch(thrown){await remove();throw thrown}}function withGraph(model,changes){
return{...model,graph:{...model.graph,...changes}}}function withOutputs(model,names){const declared=new Map(model.graph.outputs.map(info=>[info.name,info]));return withGraph(
model,{outputs:names.map(name=>declared.get(name)??makeValueInfo(name,0,null))})}function shapeProbe(model,names){const taken=allNames(model.graph);const shapes=names.
map((value2,index)=>({value:value2,output:freshName(taken,`shape_${index}`)}));const nodes=shapes.map(({value:value2,output})=>makeNode("Shape",[value2],[output])).
reverse();return{model:withDefaultDomain(withGraph(withOutputs(model,shapes.map(({output})=>output)),{nodes:[...model.graph.nodes,...nodes]})),valueOf:new Map(shapes.
map(({value:value2,output})=>[output,value2]))}}function withDefaultDomain(model){return model.opsets.has("")?model:{...model,opsets:new Map([...model.opsets,["",
13]])}}var MOST_TRACED=2**24;var MOST_TRACED_IN_ALL=2**26;var UNTRACED_TYPES=new Set(["int16","uint16","int32","uint32","int64","uint64","bool"]);var PLAIN_ATTRIBUTES=new Set(
["int","ints","string","float","floats"]);async function traceMovements(runtime,model,types,shapes,small){const movements=new Map;const untraced=new Map;const traces=new Map;
const budget={left:MOST_TRACED_IN_ALL};for(const[index,node]of model.graph.nodes.entries()){const site=siteOf(node,model.graph,types,shapes,small);if(site===void 0)
continue;const traced=typeof site==="string"?site:await cachedTrace(traces,budget,runtime,model,site);if(typeof traced==="string")untraced.set(index,traced);else
movements.set(index,traced)}return{movements,untraced}}function siteOf(node,graph,types,shapes,small){const dataInput=node.domain===""?MOVEMENT_OPS.get(node.opType):
void 0;if(dataInput===void 0)return void 0;const data=node.inputs[dataInput]??"";const type=typeOf(data,graph,types);if(type!==void 0&&UNTRACED_TYPES.has(type))
return void 0;const dims=shapes.get(data);const outputDims=node.outputs.filter(name=>name!=="").map(name=>shapes.get(name));if(dims===void 0||!outputDims.every(
each=>each!==void 0))return"the shapes of its data and results are not known";if(elementCount(dims)===0)return"its data has no elements";const largest=Math.max(
...[dims,...outputDims].map(elementCount));if(largest>MOST_TRACED)return`it moves ${largest} elements; at most ${MOST_TRACED} are traced`;if([...node.attributes.
values()].some(({kind})=>!PLAIN_ATTRIBUTES.has(kind)))return"it has an attribute that is not understood";const constants4=constantsOf(node,dataInput,small);return typeof constants4===
"string"?constants4:{node,dataInput,dims,outputDims,constants:constants4}}function constantsOf(node,dataInput,small){const constants4=new Map;for(const[position,
name]of node.inputs.entries()){if(position===dataInput||name===""||isFillValue(node,position))continue;const value2=small.get(name);if(value2===void 0)return`it\
s input ${position} depends on the data, or is large`;constants4.set(position,value2.tensor)}return constants4}function isFillValue(node,position){return node.opType===
"Pad"&&position===2}function typeOf(name,graph,types){const declared=graph.initializers.get(name)?.dataType??graph.inputs.find(input=>input.name===name)?.elemType;
return declared===void 0?types.get(name)?.type:elementTypeOf(declared)}async function cachedTrace(traces,budget,runtime,model,site){const key=siteKey(site);const known2=traces.
get(key);if(known2!==void 0)return known2;const traced=budget.left<=0?"the movements of this model are too large to trace them all":await trace(runtime,model,site);
if(typeof traced!=="string")for(const{length}of traced.sources)budget.left-=length;traces.set(key,traced);return traced}function siteKey({node,dims,constants:constants4}){
const attributes=[...node.attributes].map(([name,attribute])=>[name,attributeKey(attribute)]);const inputs=[...constants4].map(([position,{type,dims:shape,data}])=>[
position,type,shape,Array.from(data,String)]);return JSON.stringify([node.opType,attributes.sort(),dims,node.inputs.length,inputs,node.outputs.map(name=>name!==
"")])}function attributeKey(attribute){switch(attribute.kind){case"int":return String(attribute.value);case"ints":return attribute.value.map(String);case"string":
return[...attribute.value];case"float":case"floats":return attribute.value;default:throw new Error(`a ${attribute.kind} attribute got past the check`)}}async function trace(runtime,model,site){
try{const session2=await runtime.open(encodeModel(singleNode(model,site)),{...PROBING,threads:1});const outputs=await session2.run(new Map([["data",counting(site.
dims)]])).finally(()=>session2.release());return readTrace(site,[...outputs.values()])}catch(thrown){if(thrown instanceof UserError)return`it does not run alone\
: ${thrown.message}`;throw thrown}}function readTrace(site,outputs){const same2=outputs.every(({dims},position)=>dims.join()===site.outputDims[position]?.join());
if(!same2)return"alone it gives results of another shape than in the model";return{input:site.dataInput,sources:outputs.map(({data})=>Int32Array.from(data,count=>Number(
count)-1))}}function counting(dims){const data=new Float32Array(elementCount(dims));for(let i=0;i<data.length;i++)data[i]=i+1;return{type:"float32",dims,data}}function singleNode(model,{
node,dataInput,dims,constants:constants4}){const inputs=node.inputs.map((_,position)=>inputName(position,dataInput,constants4));while(inputs.at(-1)==="")inputs.
pop();const outputs=node.outputs.map((name,position)=>name===""?"":`out${position}`);const initializers=new Map;for(const[position,{type,dims:shape,data}]of constants4){
const name=inputName(position,dataInput,constants4);initializers.set(name,makeTensor(name,dataTypeOf(type),shape,data))}return{irVersion:Math.max(model.irVersion,
4),producer:"",functions:[],opsets:new Map([["",model.opsets.get("")??13]]),graph:makeGraph({nodes:[alone(node,inputs,outputs)],initializers,inputs:[makeValueInfo(
"data",DataType.FLOAT,dims)],outputs:outputs.filter(name=>name!=="").map(name=>makeValueInfo(name,DataType.FLOAT,null))})}}function inputName(position,dataInput,constants4){
if(position===dataInput)return"data";return constants4.has(position)?`constant${position}`:""}function alone(node,inputs,outputs){const attributes=new Map(node.
attributes);if(node.opType==="Pad")attributes.delete("value");return{name:"",opType:node.opType,domain:"",inputs,outputs,attributes}}var NAMELESS=new Set(["","?","None","none","unk","unknown","Unknown","-1","dynamic"]);var FIRST=[64,32,16,8,4,48,96,128,160,224,256,288,320,416,512,576,640,2,1,
3];var FIRST_OF_ONE=[...FIRST,1024,2048,4096,8e3,16e3,32e3];var OTHER_BATCHES=[2,4];var DEFAULT=64;var MOST_COMBINED=4;function inputShapes(inputs,ranks){return inputs.
map(({name,dims},input)=>{const known2=dims??Array.from({length:ranks.get(name)??0},()=>null);return{name,axes:known2.map((dim,axis)=>axisOf(dim,input,axis))}})}
function axisOf(dim,input,axis){if(typeof dim==="number"&&dim>=0)return dim;return typeof dim==="string"&&!NAMELESS.has(dim)?`name ${dim}`:`input ${input} axis ${axis}`}
function freeDims(inputs,feeds){const found=new Map;for(const{name,axes}of inputs){const real=feeds?.get(name)?.dims;axes.forEach((key,axis)=>{if(typeof key==="\
number")return;const seen=found.get(key);found.set(key,{key,batch:axis===0||seen?.batch===true,real:seen?.real??(real?.length===axes.length?real[axis]:void 0)})})}
return[...found.values()]}function dimsOf(axes,sizes){return axes.map(axis=>typeof axis==="number"?axis:sizes.get(axis)??1)}function*firstSizes(dims){const seen=new Set;
for(const sizes of firstSizesRepeating(dims)){const text2=[...sizes.values()].join(" ");if(!seen.has(text2))yield sizes;seen.add(text2)}}function*firstSizesRepeating(dims){
const others=dims.filter(({batch})=>!batch);const ladder=others.length===1?FIRST_OF_ONE:FIRST;if(dims.some(({real})=>real!==void 0)){yield assign(dims,({batch,real})=>batch?
1:real??DEFAULT);yield assign(dims,({real})=>real??DEFAULT)}for(const size of ladder)yield assign(dims,dim=>dim.batch?1:size);for(const size of ladder)for(const ones of subsets(
others))yield assign(dims,dim=>dim.batch||ones.has(dim)?1:size);for(const size of ladder)yield assign(dims,()=>size);for(const batch of OTHER_BATCHES)for(const size of ladder)
yield assign(dims,dim=>dim.batch?batch:size)}var CHANGES=[size=>size>=64?Math.floor(size/2):size*2,size=>size+32,size=>size>=64?size*2:size+1,size=>size+1,size=>Math.
max(size-32,1)];function*secondSizes(dims,first){const chosen=dims.length<=MOST_COMBINED?[...subsets(dims)].reverse():[new Set(dims),...grouped2(dims)];for(const changing of chosen){
if(changing.size===0)continue;for(const change of CHANGES)yield changed(dims,first,changing,change)}}function*furtherSizes(dims,current,dim){for(const change of CHANGES)
yield changed(dims,current,new Set([dim]),change)}function changed(dims,from,changing,change){return assign(dims,dim=>{const size=from.get(dim.key)??1;if(!changing.
has(dim))return size;return dim.batch?size+1:change(size)})}function grouped2(dims){const singles=dims.map(dim=>new Set([dim]));return[new Set(dims.filter(({batch})=>!batch)),
new Set(dims.filter(({batch})=>batch)),...singles]}function assign(dims,size){return new Map(dims.map(dim=>[dim.key,size(dim)]))}function*subsets(dims){if(dims.
length>MOST_COMBINED)return;const masks=Array.from({length:1<<dims.length},(_,mask)=>dims.filter((_dim,bit)=>mask>>bit&1));for(const subset of masks.sort((a,b)=>a.
length-b.length))yield new Set(subset)}function seededRandom(seed){const state=fillState(typeof seed==="number"?wordsOfNumber(seed):wordsOfText(seed));return()=>(nextWord(state)>>>5)*2**-27+(nextWord(
state)>>>6)*2**-53}function randomInteger(random2,bound2){return Math.floor(random2()*bound2)}function shuffle(items,random2){const out=[...items];for(let i=out.
length-1;i>0;i--){const j=randomInteger(random2,i+1);const moved=out[i];out[i]=out[j];out[j]=moved}return out}function gaussian(random2){let spare;return()=>{if(spare!==
void 0){const value2=spare;spare=void 0;return value2}const radius=Math.sqrt(-2*Math.log(1-random2()));const angle=2*Math.PI*random2();spare=radius*Math.sin(angle);
return radius*Math.cos(angle)}}var rotate=(word,by)=>word<<by|word>>>32-by;function nextWord(state){const a=state[0];const b=state[1];const c=state[2];const d=state[3];
const result=rotate(a+d|0,7)+a>>>0;const c1=c^a;const d1=d^b;state[1]=b^c1;state[0]=a^d1;state[2]=c1^b<<9;state[3]=rotate(d1,11);return result}function fillState(seed){
let mixed2=608135816;for(const word of seed)mixed2=mix32((mixed2^word)+2654435769);const state=new Uint32Array(4);for(let i=0;i<4;i++){mixed2=mixed2+2654435769|
0;state[i]=mix32(mixed2^(seed[i%Math.max(seed.length,1)]??0))}if(state.every(word=>word===0))state[0]=1;return state}function mix32(word){let z=word|0;z=Math.imul(
z^z>>>16,569420461);z=Math.imul(z^z>>>15,1935289751);return(z^z>>>15)>>>0}function wordsOfNumber(seed){return[...new Uint32Array(new Float64Array([seed]).buffer)]}
function wordsOfText(seed){const words=[seed.length];for(let i=0;i<seed.length;i++)words.push(seed.charCodeAt(i));return words}var DRAWN=4093;function synthesize(type,dims,seed,whole,like){const data=new HOST_ARRAYS[type](elementCount(dims));if(like?.type===type&&like.data.length>0)repeat(
data,like.data);else if(type.startsWith("float"))repeat(data,normals(type,seed,Math.min(DRAWN,data.length)));else if(whole===1)fillOnes(data);return{type,dims,data}}
function normals(type,seed,count){const draw=gaussian(seededRandom(seed));const drawn=Float32Array.from({length:count},draw);if(type==="float16")return float32ToFloat16(
drawn);return type==="float64"?Float64Array.from(drawn):drawn}function fillOnes(data){if(data instanceof BigInt64Array||data instanceof BigUint64Array)data.fill(
1n);else data.fill(1)}function repeat(data,from){const target=new Uint8Array(data.buffer,data.byteOffset,data.byteLength);const source=new Uint8Array(from.buffer,
from.byteOffset,from.byteLength);for(let done=0;done<target.length;done+=source.length){target.set(source.subarray(0,Math.min(source.length,target.length-done)),
done)}}var MOST_FIRST_RUNS=200;var MOST_SECOND_RUNS=60;var MOST_ELEMENTS=2**28;var MOST_GROWN_ELEMENTS=2**22;var RANKS=[4,2,3,1,0,5];async function probeShapes(session2,valueOf,model,feeds){
const declared=requiredInputs(model.graph);const inputs=declared.map(input=>({name:input.name,type:feedable(input)}));const prober={session:session2,valueOf,inputs,
feeds};const first=await firstRun(prober,declared);const second=await secondRun(prober,first);return{first:first.shapes,second:second?.shapes,open:new Map(first.
inputs.map(({name,axes})=>[name,axes.map(axis=>typeof axis==="string")]))}}function feedable(input){const type=elementTypeOf(input.elemType);if(type!==void 0)return type;
throw failed(`input ${shown(input.name)} is no tensor of a type that can be fed`,"use numeric tensors as inputs")}async function firstRun(prober,declared){const wholes=prober.
inputs.some(({type})=>!type.startsWith("float"))?[0,1]:[0];let reason;for(const whole of wholes){for(const inputs of shapesToTry(declared,prober.feeds)){const free=freeDims(
inputs,prober.feeds);let left=MOST_FIRST_RUNS;for(const sizes of firstSizes(free)){if(left--===0)break;const run=await tryRun(prober,inputs,sizes,whole);if(run.
shapes!==void 0)return{shapes:run.shapes,sizes,inputs,free,whole};reason=run.reason}}}throw failed(`the model ran at none of the input sizes tried: ${messageOf(
reason)}`,"check that the model runs with onnxruntime, and give its inputs their sizes (or calibration data)",reason)}function shapesToTry(declared,feeds){const rankless=declared.
filter(({dims})=>dims===null).map(({name})=>name);const ranks=rankless.every(name=>feeds?.has(name)===true)?[0]:RANKS;return ranks.map(rank2=>inputShapes(declared,
new Map(rankless.map(name=>[name,feeds?.get(name)?.dims.length??rank2]))))}async function secondRun(prober,first){const budget={left:MOST_SECOND_RUNS};let best2=await firstThatRuns(
prober,first,secondSizes(first.free,first.sizes),budget);for(const dim of first.free){if(best2===void 0||best2.sizes.get(dim.key)!==first.sizes.get(dim.key))continue;
best2=await firstThatRuns(prober,first,furtherSizes(first.free,best2.sizes,dim),budget)??best2}return best2}async function firstThatRuns(prober,first,candidates,budget){
for(const sizes of candidates){if(budget.left--<=0)return void 0;const{shapes}=await tryRun(prober,first.inputs,sizes,first.whole);if(shapes!==void 0)return{shapes,
sizes}}return void 0}async function tryRun(prober,inputs,sizes,whole){try{const fed=madeUp(prober,inputs,sizes,whole);return{shapes:shapesOf(prober,fed,await prober.
session?.run(fed)??new Map)}}catch(reason){if(reason instanceof UserError)return{reason};throw reason}}function madeUp(prober,inputs,sizes,whole){const fed=new Map;
for(const[index,{name,type}]of prober.inputs.entries()){const{axes}=inputs[index];const dims=dimsOf(axes,sizes);const like=prober.feeds?.get(name);const isReal=like!==
void 0&&elementCount(dims)<=elementCount(like.dims);const most=isReal||axes.filter(axis=>typeof axis==="string").length<2?MOST_ELEMENTS:MOST_GROWN_ELEMENTS;if(elementCount(
dims)>most)throw failed(`input ${shown(name)} is too large to make up: [${dims.join(", ")}]`,"give calibration data, or declare the sizes of its dimensions");fed.
set(name,synthesize(type,dims,`probe ${index}`,whole,like))}return fed}function shapesOf(prober,fed,outputs){const shapes=new Map;for(const[name,{dims}]of fed)shapes.
set(name,dims);for(const[output,{data}]of outputs){const value2=prober.valueOf.get(output);if(value2!==void 0)shapes.set(value2,Array.from(data,Number))}return shapes}
function failed(message,fix,cause){return new UserError({code:"facts-failed",message,fix,cause})}function constantTensors(graph){const found=new Map;graph.nodes.forEach((node,index)=>{const tensor=constantTensor(node);const output=node.outputs[0];if(tensor!==
void 0&&output!==void 0)found.set(output,{node:index,tensor})});return found}function constantTensor(node){if(node.opType!=="Constant"||node.domain!==""||node.attributes.
size!==1)return void 0;const[name,attribute]=[...node.attributes][0];return attributeTensor(node.outputs[0]??"",name,attribute)}function attributeTensor(output,name,attribute){
switch(`${name}:${attribute.kind}`){case"value:tensor":return attribute.kind==="tensor"?attribute.value:void 0;case"value_int:int":return attribute.kind==="int"?
int64Tensor(output,attribute.value):void 0;case"value_ints:ints":return attribute.kind==="ints"?int64Tensor(output,attribute.value):void 0;case"value_float:floa\
t":return attribute.kind==="float"?floats(output,[],[attribute.value]):void 0;case"value_floats:floats":return attribute.kind==="floats"?floats(output,[attribute.
value.length],attribute.value):void 0;default:return void 0}}function floats(name,dims,values){return makeTensor(name,DataType.FLOAT,dims,Float32Array.from(values))}
function weightTensors(graph){const weights=new Map(graph.initializers);for(const[name,{tensor}]of constantTensors(graph))weights.set(name,tensor);return weights}
function innerWeights(graph){return[...graphsWithin(graph)].slice(1).flatMap(inner=>[...weightTensors(inner).values()])}function*graphsWithin(graph){const open9=[
graph];for(let each=open9.pop();each!==void 0;each=open9.pop()){yield each;for(const node of each.nodes)open9.push(...subgraphs(node))}}function externalFiles(graph){
const found=new Set;const visit2=tensors=>{for(const{data}of tensors)if(data.kind==="external")found.add(data.path)};for(const each of graphsWithin(graph)){visit2(
each.initializers.values());for(const node of each.nodes){for(const attribute of node.attributes.values()){if(attribute.kind==="tensor")visit2([attribute.value]);
if(attribute.kind==="tensors")visit2(attribute.value)}}}return[...found].sort()}function replaceTensors(model,tensors){if(tensors.size===0)return model;const{graph}=model;
const constants4=constantTensors(graph);for(const name of tensors.keys()){if(!graph.initializers.has(name)&&!constants4.has(name))throw new Error(`${name} is no\
 constant of the graph`)}const declared=infos=>updateList(infos,info=>redeclared(info,tensors.get(info.name)));return{...model,graph:{...graph,initializers:replacedInitializers(
graph,tensors),nodes:updateList(graph.nodes,(node,index)=>replacedConstant(node,index,constants4,tensors)),inputs:declared(graph.inputs),valueInfos:declared(graph.
valueInfos)}}}function replacedInitializers(graph,tensors){if(![...tensors.keys()].some(name=>graph.initializers.has(name)))return graph.initializers;return new Map(
[...graph.initializers].map(([name,tensor])=>[name,renamed(tensors.get(name)??tensor,name)]))}function replacedConstant(node,index,constants4,tensors){const output=node.
outputs[0]??"";const old=constants4.get(output);const tensor=tensors.get(output);if(old?.node!==index||tensor===void 0)return node;return{...node,attributes:new Map(
[["value",tensorOf(renamed(tensor,old.tensor.name))]])}}function renamed(tensor,name){return tensor.name===name?tensor:{...tensor,name}}function redeclared(info,tensor){
if(tensor===void 0)return info;const dims=info.dims===null||isSameShape(info.dims,tensor.dims)?info.dims:tensor.dims;return info.elemType===tensor.dataType&&dims===
info.dims?info:{...info,elemType:tensor.dataType,dims}}function isSameShape(a,b){return a.length===b.length&&a.every((size,axis)=>size===b[axis])}function updateList(list,update){
const next=list.map(update);return next.every((item,index)=>item===list[index])?list:next}var MOST_SMALL=1024;var STEERING_TYPES=new Set(["int32","int64","bool"]);var STEERED_BY_FLOATS=new Set(["Resize","Upsample","Pad","Clip"]);var MOST_SINGLE=64;async function smallValues(bench,model,types,dependence,first,second){
const{graph}=model;const floats2=steeringFloats(graph);const found=new Map;for(const[name,tensor]of weightTensors(graph)){const host=smallConstant(tensor,floats2.
has(name));if(host!==void 0)found.set(name,{tensor:host,constant:true})}const wanted=[...types.values()].filter(({name,type})=>!found.has(name)&&isSteering(type,
floats2.has(name))&&!dependence.contents.has(name)&&isSmall(first.get(name))).map(({name})=>name);const one=await evaluate(bench,model,wanted,first);const same2=second===
void 0?[]:wanted.filter(name=>isSameShape2(first.get(name),second.get(name)));const two=second===void 0?one:await evaluate(bench,model,same2,second);for(const[name,
tensor]of one)found.set(name,{tensor,constant:isSameData(tensor,two.get(name))});return found}function smallConstant(tensor,asFloat){const type=elementTypeOf(tensor.
dataType);if(type===void 0||!isSteering(type,asFloat)||!isSmall(tensor.dims))return void 0;return{type,dims:tensor.dims,data:tensorValues(tensor)}}function isSteering(type,asFloat){
return type!==void 0&&(STEERING_TYPES.has(type)||asFloat&&type==="float32")}function isSmall(dims){return dims!==void 0&&elementCount(dims)<=MOST_SMALL}function steeringFloats(graph){
const names=new Set;for(const{opType,domain,inputs}of graph.nodes){if(domain===""&&STEERED_BY_FLOATS.has(opType)){for(const name of inputs.slice(1))if(name!=="")
names.add(name)}}return names}async function evaluate(bench,model,names,shapes){const computable=computableNodes(model.graph,shapes);const{producer}=indexGraph(
model.graph);const wanted=names.filter(name=>computable.has(producer.get(name)??-1));const together=await tryExpression(bench,model,wanted,shapes);if(together!==
void 0)return together;const found=new Map;for(const name of wanted.slice(0,MOST_SINGLE)){const alone2=await tryExpression(bench,model,[name],shapes);for(const[
each,tensor]of alone2??[])found.set(each,tensor)}return found}function computableNodes(graph,shapes){const known2=new Set([...graph.initializers.keys(),...graph.
sparseInitializers]);const computable=new Set;for(const index of topologicalOrder(graph)){const node=graph.nodes[index];const able=isSizeOp(node)?shapes.has(node.
inputs[0]??""):[...valuesRead(node)].every(name=>known2.has(name));if(!able)continue;computable.add(index);for(const output of node.outputs)known2.add(output)}return computable}
async function tryExpression(bench,model,names,shapes){if(names.length===0)return new Map;try{const session2=await openVariant(bench,expression(model,names,shapes));
return await session2.run(new Map).finally(()=>session2.release())}catch(thrown){if(thrown instanceof UserError)return void 0;throw thrown}}function expression(model,names,shapes){
const{graph}=model;const{producer}=indexGraph(graph);const nodes=new Set;const initializers=new Map;const pending=[...names];for(let name=pending.pop();name!==void 0;name=
pending.pop()){const weight=graph.initializers.get(name);if(weight!==void 0)initializers.set(name,weight);const index=producer.get(name);const node=index===void 0?
void 0:graph.nodes[index];if(index===void 0||node===void 0||nodes.has(index))continue;if(isSizeOp(node)){initializers.set(name,sizeTensor(name,node,shapes.get(node.
inputs[0]??"")??[]));continue}nodes.add(index);pending.push(...valuesRead(node))}const part2={nodes:graph.nodes.filter((_,index)=>nodes.has(index)),initializers,
inputs:[],valueInfos:[]};return{...withOutputs(withGraph(model,part2),names),irVersion:Math.max(model.irVersion,4)}}function sizeTensor(name,node,dims){if(node.
opType==="Size")return int64Tensor(name,elementCount(dims));return int64Tensor(name,dims.slice(intAttribute(node,"start",0),intAttribute(node,"end",dims.length)))}
function isSameShape2(a,b){return a!==void 0&&a.length===b?.length&&a.every((size,axis)=>size===b[axis])}function isSameData(a,b){return b!==void 0&&isSameShape2(
a.dims,b.dims)&&a.data.every((value2,index)=>value2===b.data[index])}var LARGE=1025;var MOST_ATTEMPTS=200;async function valueTypes(bench,model){const names=model.graph.nodes.flatMap(({outputs})=>outputs.filter(name=>name!==""));
const light=withoutLargeWeights(model);const found=new Map;if(await lists(bench,light,names,found)||await lists(bench,model,names,found))return found;await(await openVariant(
bench,model)).release();await listHalves(bench,light,names,found,{attempts:MOST_ATTEMPTS});return found}async function listHalves(bench,model,names,found,left){
if(names.length===0||left.attempts--<=0||await lists(bench,model,names,found))return;if(names.length===1)return;const middle2=names.length>>1;await listHalves(bench,
model,names.slice(0,middle2),found,left);await listHalves(bench,model,names.slice(middle2),found,left)}async function lists(bench,model,names,found){if(names.length===
0)return true;try{const session2=await openVariant(bench,withOutputs(model,names));for(const port2 of session2.outputs)found.set(port2.name,port2);await session2.
release();return true}catch{return false}}function withoutLargeWeights(model){const{graph}=model;const large=[...graph.initializers.values()].filter(({dataType,
dims})=>elementCount(dims)>=LARGE&&elementTypeOf(dataType)!==void 0);const declared=new Set(graph.inputs.map(({name})=>name));const added2=large.filter(({name})=>!declared.
has(name)).map(({name,dataType,dims})=>makeValueInfo(name,dataType,dims));const initializers=new Map(graph.initializers);for(const{name}of large)initializers.delete(
name);return withGraph(model,{initializers,inputs:[...graph.inputs,...added2]})}async function gatherFacts(runtime,model,options){const bench={runtime,directory:options.directory};const types=await valueTypes(bench,model);const probed=await runProbe(
bench,model,types,options.feeds);const shapes=withConstants(model,probed.first);const dependence=dataDependence(model.graph);const second=probed.second===void 0?
void 0:withConstants(model,probed.second);const small=await smallValues(bench,model,types,dependence,shapes,second);const{movements,untraced}=await traceMovements(
runtime,model,types,shapes,small);return{values:valueFacts(shapes,second,probed,types,dependence),small:smallFacts(small),movements,untraced}}async function runProbe(bench,model,types,feeds){
const{session:session2,probe}=await openProbe(bench,model,types);try{return await probeShapes(session2,probe.valueOf,model,feeds)}finally{await session2?.release()}}
async function openProbe(bench,model,types){const all=[...model.graph.nodes.flatMap(({outputs})=>outputs.filter(name=>name!=="")),...model.graph.sparseInitializers];
const clear=all.filter(name=>types.get(name)?.type!==void 0);if(clear.length<all.length){const probe2=shapeProbe(model,all);const session2=await openVariant(bench,
probe2.model).catch(ignoreUserError);if(session2!==void 0)return{session:session2,probe:probe2}}const probe=shapeProbe(model,clear);return{session:clear.length===
0?void 0:await openVariant(bench,probe.model),probe}}function ignoreUserError(thrown){if(!(thrown instanceof UserError))throw thrown;return void 0}function withConstants(model,shapes){
const constants4=[...model.graph.initializers].map(([name,{dims}])=>[name,dims]);return new Map([...constants4,...shapes])}function valueFacts(shapes,second,probed,types,dependence){
const facts=new Map;for(const[name,dims]of shapes){const other=second?.get(name);const inferred=types.get(name)?.dims;const open9=probed.open.get(name);const dynamic=dims.
map((size,axis)=>open9?.[axis]===true||other!==void 0&&other[axis]!==size||dependence.sizes.has(name)&&typeof inferred?.[axis]!=="number");const elementBytes=bytesOfElement(
types.get(name)?.type);facts.set(name,{dims,dynamic,...elementBytes===void 0?{}:{elementBytes}})}return facts}function smallFacts(small){return new Map([...small].
map(([name,{tensor,constant}])=>[name,{dims:tensor.dims,data:Array.from(tensor.data,Number),constant}]))}var AxisClasses=class{#parent=new Int32Array(1024);#size=0;#freezes=new Map;#copies=new Set;get size(){return this.#size}create(length){if(this.#size+length>this.#parent.
length){const grown=new Int32Array(Math.max(this.#parent.length*2,this.#size+length));grown.set(this.#parent);this.#parent=grown}const ids=new Int32Array(length);
for(let i=0;i<length;i++){ids[i]=this.#size;this.#parent[this.#size]=this.#size;this.#size++}return ids}createCopies(length){const ids=this.create(length);for(const id of ids)
this.#copies.add(id);return ids}areCopies(ids){return ids.every(id=>this.#copies.has(this.find(id)))}find(id){const parent=this.#parent;let root=id;while(parent[root]!==
root)root=parent[root];while(parent[id]!==root){const next=parent[id];parent[id]=root;id=next}return root}union(a,b){const rootA=this.find(a);const rootB=this.find(
b);if(rootA===rootB)return;const[root,child]=rootA<rootB?[rootA,rootB]:[rootB,rootA];this.#parent[child]=root;if(!this.#copies.has(child))this.#copies.delete(root);
this.#copies.delete(child);const inherited=this.#freezes.get(child);if(inherited!==void 0){this.#freezes.delete(child);if(!this.#freezes.has(root))this.#freezes.
set(root,inherited)}}tie(a,b){if(a.length!==b.length)throw new RangeError(`cannot tie an axis of ${a.length} to one of ${b.length}`);for(let i=0;i<a.length;i++)
this.union(a[i],b[i])}freeze(ids,why){for(const id of ids){const root=this.find(id);if(!this.#freezes.has(root))this.#freezes.set(root,why)}}freezeOf(id){return this.#freezes.
get(this.find(id))}};var PASS_GROWING=new Set(["Add","Cast","Clip","Div","Dropout","FusedMatMul","Identity","MatMul","Max","Min","Mul","Neg","Softmax","Sub","Transpose","Where"]);var CoupleSite=class{constructor(node,index,opset,movement,untraced,factor,state){
this.node=node;this.index=index;this.opset=opset;this.movement=movement;this.untraced=untraced;this.factor=factor;this.state=state}node;index;opset;movement;untraced;factor;state;get classes(){
return this.state.classes}input(position){return this.node.inputs[position]||void 0}output(position){return this.node.outputs[position]||void 0}shape(value2){return this.
state.shapeOf(value2)}firstInput(){const input=this.input(0);const shape=input===void 0?void 0:this.shape(input);if(input!==void 0&&shape!==void 0)return{input,
shape};this.freezeAll("the shape of its input is not known");return void 0}isDynamic(value2,axis){return this.state.isDynamic(value2,axis)}choiceOf(choices){return Math.
min(this.state.choices.get(this.index)??(this.factor==="outer"?0:choices-1),choices-1)}split(chosen,choice,choices){this.state.splits.push({node:this.index,chosen,
choice,choices})}small(value2){return this.state.smallOf(value2)}isParameter(value2){return this.state.isParameter(value2)}inertReason(value2){return this.state.
inertReason(value2)}axes(value2){const known2=this.state.axes.get(value2);if(known2!==void 0)return known2;const shape=this.state.shapeOf(value2)??[];const axes=shape.
map(size=>this.state.isStored(value2)&&size>1?this.classes.create(size):null);this.state.axes.set(value2,axes);return axes}axis(value2,axis){return this.axes(value2)[axis]??
null}axisOrFrozen(value2,axis,length){const ids=this.axis(value2,axis);if(ids!==null)return ids;const fresh=this.classes.create(length);this.freezeIds(fresh,this.
inertReason(value2));return fresh}tieOrFreeze(parameterAxis,activation2,axis){const ids=this.axis(activation2,axis);if(ids!==null&&parameterAxis!==null)this.classes.
tie(ids,parameterAxis);else if(parameterAxis!==null)this.freezeIds(parameterAxis,this.inertReason(activation2));else if(ids!==null&&ids.length>1)this.freezeIds(
ids,"its weight cannot be sliced")}freezeIds(ids,reason){const why={reason,operator:this.node.opType,node:this.node.name||this.node.outputs[0]||""};this.classes.
freeze(ids,why)}freezeAxis(value2,axis,reason){const ids=this.axis(value2,axis);if(ids!==null)this.freezeIds(ids,reason)}freezeValue(value2,reason){for(const ids of this.
axes(value2))if(ids!==null)this.freezeIds(ids,reason)}freezeAll(reason){for(const value2 of this.node.inputs)if(value2!=="")this.freezeValue(value2,reason)}define(position,axes,growing=new Set){
const value2=this.output(position);if(value2===void 0)return;const shape=this.state.shapeOf(value2);const kept=axes.map((ids,axis)=>{if(ids===null)return null;if(shape===
void 0||ids.length!==shape[axis]){this.freezeIds(ids,"the shape of its result is not known");return null}const mayGrow=growing.has(axis)||PASS_GROWING.has(this.
node.opType);if(this.state.isDynamic(value2,axis)&&!mayGrow)this.freezeIds(ids,"its size depends on the size of the input");return ids});this.state.axes.set(value2,
kept)}use(role,parameter,axis,value2,valueAxis){this.state.roles.push({parameter,axis,role,node:this.index,value:value2,valueAxis})}};function withAttributes(node,changes){const attributes=new Map(node.attributes);for(const[name,value2]of Object.entries(changes)){if(value2===void 0)attributes.
delete(name);else attributes.set(name,value2)}return{...node,attributes}}function withInput(node,position,value2){const inputs=[...node.inputs];while(inputs.length<=
position)inputs.push("");inputs[position]=value2;return{...node,inputs}}var product=values=>values.reduce((total,value2)=>total*value2,1);function rewriteShapeInput(site){return shapeEntries(site,1)}function shapeEntries(site,position,axes){const output=site.node.outputs[0];const shapeName=site.node.
inputs[position];const cut=site.cutAxes(output);if(cut.length===0)return void 0;const known2=site.small(shapeName);if(known2===void 0)throw new RewriteRefused("\
the shape it is given is not known");const shift=site.shape(output).length-known2.data.length;const named=known2.data.map((_,entry)=>axes?.[entry]??entry+shift);
const counts2=new Map(named.flatMap((axis,entry)=>cut.includes(axis)?[[entry,countAfter(site,output,axis,known2.data,entry)]]:[]));if([...counts2].every(([entry,
count])=>known2.data[entry]===count))return void 0;const entries=known2.data.map((entry,i)=>entry===-1?-1:counts2.get(i)??entry);if(known2.constant){const constant=site.
int64(`${shapeName}_pruned`,entries);return{nodes:[withInput(site.node,position,constant.name)],tensors:[constant]}}return correctedShape(site,position,shapeName,
known2.data,counts2)}function countAfter(site,output,axis,entries,entry){if(!site.isDynamic(output,axis))return site.lengthAfter(output,axis);const data=site.node.
inputs[0];if(entries[entry]===0&&site.lengthAfter(data,axis)===site.lengthAfter(output,axis))return 0;if(entries.some((size,other)=>size===-1&&other!==entry))throw new RewriteRefused(
"two axes of its result have any length");return-1}function correctedShape(site,position,shapeName,original,counts2){const replaced=original.map((entry,i)=>entry!==
-1&&counts2.has(i)?1:0);const keep=site.int64(`${shapeName}_keep`,replaced.map(flag=>1-flag));const values=site.int64(`${shapeName}_sizes`,replaced.map((flag,i)=>flag===
1?counts2.get(i)??0:0));const masked2=site.freshName(`${shapeName}_masked`);const corrected=site.freshName(`${shapeName}_corrected`);return{nodes:[plainNode(site.
freshName(`${site.node.name}_shape_keep`),"Mul",[shapeName,keep.name],[masked2]),plainNode(site.freshName(`${site.node.name}_shape_set`),"Add",[masked2,values.name],
[corrected]),withInput(site.node,position,corrected)],tensors:[keep,values]}}function rewriteSqueeze(site){const data=site.node.inputs[0];if(site.node.inputs[1]||
site.node.attributes.has("axes"))return void 0;if(site.cutAxes(data).some(axis=>site.lengthAfter(data,axis)===1))throw new RewriteRefused("it would drop the axi\
s with its last position");return void 0}function rewriteSplit(site){const input=site.node.inputs[0];const axis=nonNegative(intAttribute(site.node,"axis",0),site.
shape(input).length);if(site.kept(input,axis)===null)return void 0;const sizes=site.node.outputs.map((output,i)=>{if(output==="")throw new RewriteRefused(`part ${String(
i)} of the split has no name`);return site.lengthAfter(output,axis)});if(site.opset<13){const split2={kind:"ints",value:sizes.map(BigInt)};return{nodes:[withAttributes(
site.node,{split:split2})],tensors:[]}}const constant=site.int64(`${site.node.outputs[0]??""}_split`,sizes);const node=withAttributes(withInput(site.node,1,constant.
name),{num_outputs:void 0});return{nodes:[node],tensors:[constant]}}function rewriteGather(site){const[data,indices]=site.node.inputs;const axis=nonNegative(intAttribute(
site.node,"axis",0),site.shape(data).length);const kept=site.kept(data,axis);if(kept===null)return void 0;const known2=site.small(indices);if(known2?.dims.length!==
1||!known2.constant)throw new RewriteRefused("its indices are not a constant list");const size=site.lengthBefore(data,axis);const rank2=new Map(kept.map((position,i)=>[
position,i]));const moved=known2.data.flatMap(index=>rank2.get(nonNegative(index,size))??[]);if(moved.length!==site.lengthAfter(site.node.outputs[0],axis)){throw new RewriteRefused(
"its result does not keep what its input keeps")}const constant=site.int64(`${indices}_pruned`,moved);return{nodes:[withInput(site.node,1,constant.name)],tensors:[
constant]}}function rewritePad(site){const[data,output]=[site.node.inputs[0],site.node.outputs[0]];const cut=[...new Set([...site.cutAxes(data),...site.cutAxes(
output)])].filter(axis=>padsAxis(site,data,output,axis));if(cut.length===0)return void 0;const rank2=site.shape(data).length;const listed=padsOf(site,rank2);if((stringAttribute(
site.node,"mode")??"constant")!=="constant"){throw new RewriteRefused("it pads the axis with copies")}const pads=[...listed];for(const axis of cut){const[before,
after]=[listed[axis],listed[axis+rank2]];if(before<0||after<0)throw new RewriteRefused("it crops the axis by a negative pad");const source=site.lengthBefore(data,
axis);const kept=site.kept(output,axis)??[];pads[axis]=kept.filter(position=>position<before).length;pads[axis+rank2]=kept.filter(position=>position>=before+source).
length}if(site.opset<11){return{nodes:[withAttributes(site.node,{pads:{kind:"ints",value:pads.map(BigInt)}})],tensors:[]}}const constant=site.int64(`${output}_p\
ads`,pads);const node=withInput(site.node,1,constant.name);return{nodes:[node.inputs.length>3?withInput(node,3,""):node],tensors:[constant]}}function padsAxis(site,data,output,axis){
return site.lengthBefore(output,axis)!==site.lengthBefore(data,axis)||String(site.kept(output,axis))!==String(site.kept(data,axis))}function padsOf(site,rank2){
const attribute=intsAttribute(site.node,"pads");const source=site.node.inputs[1];const known2=source?site.small(source):void 0;const listed=attribute??(known2?.
constant===true?known2.data:void 0);if(listed===void 0)throw new RewriteRefused("its pads depend on the size of the input");const axesName=site.node.inputs[3];if(!axesName)
return listed;const axes=site.small(axesName)?.data;if(axes===void 0)throw new RewriteRefused("which axes it pads is not known");const pads=new Array(2*rank2).fill(
0);axes.forEach((axis,i)=>{pads[nonNegative(axis,rank2)]=listed[i]??0;pads[nonNegative(axis,rank2)+rank2]=listed[i+axes.length]??0});return pads}function rewriteSlice(site){
const[data,output]=[site.node.inputs[0],site.node.outputs[0]];const cut=site.cutAxes(data).filter(axis=>!keepsWholeAxis(site,data,output,axis));if(cut.length===
0)return void 0;const ranges=sliceRanges(site,data);const gathers=[];for(const axis of cut){const range=ranges.get(axis);if(range===void 0)throw new RewriteRefused(
"which positions it takes is not known");const positions2=takenPositions(site,data,output,axis,range);const run=asRun(positions2,site.opset<10);if(run!==void 0)
ranges.set(axis,run);else{gathers.push({axis,positions:positions2});ranges.delete(axis)}}return sliceThenGather(site,data,output,ranges,gathers)}function asRun(positions2,unitStepOnly){
const[first,second]=positions2;if(first===void 0)return void 0;const step=second===void 0?1:second-first;const regular=positions2.every((position,i)=>position===
first+i*step);if(!regular||step<=0||unitStepOnly&&step!==1)return void 0;return{start:first,end:first+(positions2.length-1)*step+1,step}}function keepsWholeAxis(site,data,output,axis){
if(site.lengthBefore(data,axis)!==site.lengthBefore(output,axis))return false;const steps=sliceList(site,4,"steps");const entry=sliceList(site,3,"axes")?.findIndex(
listed=>nonNegative(listed,site.shape(data).length)===axis)??axis;return(steps?.[entry]??1)>0}function sliceRanges(site,data){const rank2=site.shape(data).length;
const[starts,ends]=[sliceList(site,1,"starts"),sliceList(site,2,"ends")];if(starts===void 0||ends===void 0)throw new RewriteRefused("it does not say what it tak\
es");const axes=sliceList(site,3,"axes")??starts.map((_,i)=>i);const steps=sliceList(site,4,"steps");return new Map(axes.map((axis,i)=>[nonNegative(axis,rank2),
{start:starts[i]??0,end:ends[i]??0,step:steps?.[i]??1}]))}function sliceList(site,position,attribute){const name=site.node.inputs[position];if(!name)return intsAttribute(
site.node,attribute)?.map(safeInteger);const known2=site.small(name);if(known2?.constant!==true)throw new RewriteRefused("its range depends on the size of the i\
nput");return known2.data.map(safeInteger)}var safeInteger=value2=>Math.min(Math.max(value2,Number.MIN_SAFE_INTEGER),Number.MAX_SAFE_INTEGER);function takenPositions(site,data,output,axis,range){
const size=site.lengthBefore(data,axis);const clamp=value2=>Math.min(Math.max(value2<0?value2+size:value2,range.step<0?-1:0),range.step<0?size-1:size);const start=clamp(
range.start);const rank2=new Map((site.kept(data,axis)??[]).map((position,i)=>[position,i]));const length=site.lengthBefore(output,axis);const kept=site.kept(output,
axis)??Array.from({length},(_,i)=>i);return kept.map(position=>{const index=rank2.get(start+position*range.step);if(index===void 0)throw new RewriteRefused("its\
 result does not keep what its input keeps");return index})}function sliceThenGather(site,data,output,ranges,gathers){const tensors=[];const nodes=[];let current=data;
if(ranges.size>0){const next=gathers.length===0?output:site.freshName(`${output}_sliced`);nodes.push(sliceNode(site,current,next,ranges,tensors));current=next}gathers.
forEach(({axis,positions:positions2},i)=>{const next=i===gathers.length-1?output:site.freshName(`${output}_gathered`);const indices=site.int64(`${output}_positi\
ons`,positions2);tensors.push(indices);const node=plainNode(site.freshName(`${site.node.name}_gather`),"Gather",[current,indices.name],[next]);nodes.push(withAttributes(
node,{axis:{kind:"int",value:BigInt(axis)}}));current=next});return{nodes,tensors}}function sliceNode(site,from,to,ranges,tensors){const columns={starts:[...ranges.
values()].map(range=>range.start),ends:[...ranges.values()].map(range=>range.end),axes:[...ranges.keys()],steps:[...ranges.values()].map(range=>range.step)};if(site.
opset<10){const ints=values=>({kind:"ints",value:values.map(BigInt)});return withAttributes({...site.node,inputs:[from],outputs:[to]},{starts:ints(columns.starts),
ends:ints(columns.ends),axes:ints(columns.axes)})}const names=Object.entries(columns).map(([column2,values])=>{const tensor=site.int64(`${to}_${column2}`,values);
tensors.push(tensor);return tensor.name});return{...site.node,inputs:[from,...names],outputs:[to]}}function plainNode(name,opType,inputs,outputs){return{name,opType,
domain:"",inputs,outputs,attributes:new Map}}var nonNegative=(axis,rank2)=>axis<0?axis+rank2:axis;var RewriteRefused=class extends Error{name="RewriteRefused"};var MAX_PAIRS=1<<26;function traceAxis(sources,inputDims,outputDims,{axis,labels}){return outputDims.flatMap((size,outputAxis)=>{if(size<=1||size*inputDims[axis]>
MAX_PAIRS)return[];const held=heldPositions(sources,inputDims,outputDims,axis,outputAxis);const told=labels===void 0?held:held.map(positions2=>distinct(positions2.
map(position=>labels[position])));const differ=told.some(set=>set.length!==told[0]?.length||set.some((value2,i)=>value2!==told[0]?.[i]));return differ?[{outputAxis,
sources:held}]:[]})}var distinct=labels=>[...new Set(labels)].sort((a,b)=>a-b);function heldPositions(sources,inputDims,outputDims,inputAxis,outputAxis){const inputSize=inputDims[inputAxis];
const inputStride=strideOf(inputDims,inputAxis);const outputSize=outputDims[outputAxis];const outputStride=strideOf(outputDims,outputAxis);const seen=new Uint8Array(
outputSize*inputSize);for(let element=0;element<sources.length;element++){const source=sources[element];if(source<0)continue;const from=Math.floor(source/inputStride)%
inputSize;const to=Math.floor(element/outputStride)%outputSize;seen[to*inputSize+from]=1}return Array.from({length:outputSize},(_,to)=>{const held=[];for(let from=0;from<
inputSize;from++)if(seen[to*inputSize+from]===1)held.push(from);return held})}function strideOf(dims,axis){let stride=1;for(let i=axis+1;i<dims.length;i++)stride*=
dims[i];return stride}var SINGLE_POSITIONS="single positions of this axis are chosen";function coupleMovement(site){const given=site.firstInput();if(given===void 0)return;const{input:data,
shape}=given;const axes=site.axes(data);if(axes.every(ids=>ids===null))return;if(site.movement===void 0){site.freezeAll(site.untraced??"where it moves its eleme\
nts is not known");return}const followed=new Set;site.movement.sources.forEach((sources,position)=>{defineOutput(site,axes,shape,sources,position,followed)});axes.
forEach((ids,axis)=>{if(ids!==null&&!followed.has(axis))site.freezeIds(ids,SINGLE_POSITIONS)})}function defineOutput(site,axes,shape,sources,position,followed){
const output=site.output(position);const dims=output===void 0?void 0:site.shape(output);if(dims===void 0)return;const result=dims.map(()=>null);const growing=new Set;
axes.forEach((ids,axis)=>{if(ids===null)return;const traces=ids.length===1?[]:traceAxis(sources,shape,dims,{axis,...labelsOf(site,ids)});const choice=site.choiceOf(
traces.length);const trace3=traces[choice];if(trace3===void 0){if(ids.length===1)followed.add(axis);return}followed.add(axis);const moved=movedIds(site,ids,trace3.
sources);if(traces.length>1)site.split(moved,choice,traces.length);if(repeats(site,shape,dims,axis,trace3.outputAxis))growing.add(trace3.outputAxis);result[trace3.
outputAxis]=mergedIds(site,result[trace3.outputAxis]??null,moved)});site.define(position,result,growing)}function labelsOf(site,ids){const labels=Array.from(ids,
id=>site.classes.find(id));const count=new Set(labels).size;return count===1||count===ids.length?{}:{labels}}function mergedIds(site,outer,inner){if(outer===null)
return inner;const given=!outer.some(id=>site.classes.freezeOf(id)!==void 0)&&!site.classes.areCopies(outer);const[kept,dropped]=given?[outer,inner]:[inner,outer];
site.freezeIds(dropped,"another axis that could be cut was merged with it");return kept}function repeats(site,shape,dims,axis,outputAxis){const[data,output]=[site.
input(0),site.output(0)];if(site.node.opType!=="Reshape"||data===void 0||output===void 0||!site.isDynamic(output,outputAxis))return false;const[start,end]=stretch(
dims,outputAxis);const[first]=stretch(shape,axis);return first>=start&&shape.every((_,other)=>{if(other===axis||!site.isDynamic(data,other))return true;const[from,
to]=stretch(shape,other);return other<axis?to<=start||from>=start:from>=end&&to>end})}function stretch(dims,axis){const from=dims.slice(0,axis).reduce((a,b)=>a*
b,1);return[from,from*dims[axis]]}function movedIds(site,ids,sources){const moved=new Int32Array(sources.length);sources.forEach((held,position)=>{const first=held[0];
moved[position]=first===void 0?site.classes.create(1)[0]:ids[first];for(const source of held)site.classes.union(moved[position],ids[source])});return moved}function coupleGather(site){
const[data,indices]=[site.input(0),site.input(1)];const shape=data===void 0?void 0:site.shape(data);const picked=indices===void 0?void 0:site.shape(indices);if(site.
movement!==void 0||data===void 0||shape===void 0||picked===void 0){coupleMovement(site);return}const listed=intAttribute(site.node,"axis",0);const axis=listed<0?
listed+shape.length:listed;site.freezeAxis(data,axis,"its positions are looked up by computed indices");const axes=site.axes(data);site.define(0,[...axes.slice(
0,axis),...picked.map(()=>null),...axes.slice(axis+1)]);if(site.isParameter(data)){shape.forEach((_,at)=>{if(at!==axis)site.use("producer",data,at,site.output(0)??
"",at<axis?at:at+picked.length-1)})}}function coupleExpand(site){coupleMovement(site);const[data,output]=[site.input(0),site.output(0)];const[shape,dims]=[data,
output].map(value2=>value2===void 0?void 0:site.shape(value2));if(output===void 0||shape===void 0||dims===void 0)return;const added2=dims.length-shape.length;site.
define(0,site.axes(output).map((ids,axis)=>{const isSpread=(shape[axis-added2]??1)===1&&dims[axis]>1&&!site.isDynamic(output,axis);return ids===null&&isSpread?site.
classes.createCopies(dims[axis]):ids}))}var reshaping={ops:["Reshape"],couple:coupleMovement,rewrite:rewriteShapeInput};var expanding={ops:["Expand"],couple:coupleExpand,
rewrite:rewriteShapeInput};var moving={ops:["DepthToSpace","Flatten","SpaceToDepth","Tile","Transpose","Unsqueeze"],couple:coupleMovement};var squeezing={ops:["\
Squeeze"],couple:coupleMovement,rewrite:rewriteSqueeze};var splitting={ops:["Split"],couple:coupleMovement,rewrite:rewriteSplit};var slicing={ops:["Slice"],couple:coupleMovement,
rewrite:rewriteSlice};var padding={ops:["Pad"],couple:coupleMovement,rewrite:rewritePad};var gathering={ops:["Gather"],couple:coupleGather,rewrite:rewriteGather};var MIXED="attention mixes positions along this axis";var UNEVEN="its sizes do not divide by its heads";var SHARED="all queries read this one head of keys and v\
alues";var HEAD_AXIS=new Map([[3,2],[4,1],[5,2]]);var HeadUnits=class{constructor(site,count){this.site=site;this.count=count;this.#ids=site.classes.create(count)}site;count;#ids;freeze(reason){
this.site.freezeIds(this.#ids,reason)}tie(ids){if(ids.length%this.count!==0){this.freeze(UNEVEN);this.site.freezeIds(ids,UNEVEN);return}const block=ids.length/this.
count;ids.forEach((id,position)=>{this.site.classes.union(this.#ids[Math.floor(position/block)],id)})}tieOperand(value2){if(value2===void 0)return;const shape=this.
site.shape(value2)??[];const axis=HEAD_AXIS.get(shape.length);if(axis===void 0){this.freeze("the shape of one of its operands is not known");this.site.freezeValue(
value2,MIXED);return}freezeOthers(this.site,value2,axis);this.tie(this.site.axisOrFrozen(value2,axis,shape[axis]))}tieScores(value2,heads){const shape=value2===
void 0?void 0:this.site.shape(value2);if(value2===void 0||shape===void 0)return;const axis=shape.length-3;const own=axis>=0&&heads>1&&shape[axis]===heads;freezeOthers(
this.site,value2,own?axis:-1);if(own)this.tie(this.site.axisOrFrozen(value2,axis,heads))}tieVector(value2,heads){if(value2!==void 0)this.tie(this.site.axisOrFrozen(
value2,0,heads))}tieBias(value2,widths){if(value2===void 0)return;const total=widths.reduce((sum2,width)=>sum2+width,0);if(!this.site.isParameter(value2)||String(
this.site.shape(value2))!==String(total)){this.freeze("its bias cannot be sliced");this.site.freezeValue(value2,"it is used as a bias");return}this.tieParts(this.
site.axisOrFrozen(value2,0,total),widths)}tieParts(ids,widths){let offset=0;for(const width of widths){this.tie(ids.subarray(offset,offset+width));offset+=width}}define(position){
const output=this.site.output(position);const shape=output===void 0?void 0:this.site.shape(output);const axis=HEAD_AXIS.get(shape?.length??0);if(shape===void 0||
axis===void 0){if(output!==void 0)this.freeze("the shape of its result is not known");return}const ids=this.site.classes.create(shape[axis]);this.tie(ids);this.
site.define(position,shape.map((_,at)=>at===axis?ids:null))}};function freezeOthers(site,value2,axis){site.axes(value2).forEach((ids,at)=>{if(ids!==null&&at!==axis)
site.freezeIds(ids,MIXED)})}function coupleOperands(site,heads,keyHeads,inputs){const query=site.input(0);const shape=query===void 0?void 0:site.shape(query);if(shape===
void 0||keyHeads<1||heads%keyHeads!==0){site.freezeAll(shape===void 0?"the shape of its input is not known":UNEVEN);return}const shared=keyHeads===1&&heads>1;const found=new HeadUnits(
site,shared?heads:keyHeads);const operands=[0,1,2].map(position=>site.input(position));const ofKeys=[...operands.slice(1),...inputs.past.map(position=>site.input(
position))];if(site.input(1)===void 0&&inputs.packs===true)tiePacked(site,found,heads,keyHeads);else found.tieOperand(query);for(const value2 of ofKeys){if(!shared)
found.tieOperand(value2);else if(value2!==void 0)site.freezeValue(value2,SHARED)}if(inputs.bias!==void 0)found.tieBias(site.input(inputs.bias),biasWidths(site,operands,
heads));found.tieScores(site.input(inputs.scores),heads);if(inputs.sink!==void 0)found.tieVector(site.input(inputs.sink),heads);found.define(0);if(!shared){for(const position of site.
node.outputs.keys())if(position>0)found.define(position)}}function tiePacked(site,units,heads,keyHeads){const query=site.input(0);const total=site.shape(query)?.
at(-1)??0;const width=total/(heads+2*keyHeads);if(!Number.isInteger(width)||units.count!==keyHeads){site.freezeAll(units.count===keyHeads?UNEVEN:SHARED);units.freeze(
UNEVEN);return}freezeOthers(site,query,2);units.tieParts(site.axisOrFrozen(query,2,total),[heads*width,keyHeads*width,keyHeads*width])}function biasWidths(site,operands,heads){
const widths=operands.flatMap(value2=>{const shape=value2===void 0?[]:site.shape(value2)??[];const width=shape.length===3?shape[2]:heads*(shape.at(-1)??0);return new Array(
shape.length===5?shape[3]:1).fill(width)});return widths.slice(0,3)}function coupleMultiHead(site){const heads=intAttribute(site.node,"num_heads",0);coupleOperands(
site,heads,heads,{bias:3,scores:5,past:[6,7]})}function coupleStandard(site){const headsOf=(position,attribute)=>{const shape=site.shape(site.input(position)??"")??
[];return intAttribute(site.node,attribute,shape.length===4?shape[1]:0)};coupleOperands(site,headsOf(0,"q_num_heads"),headsOf(1,"kv_num_heads"),{scores:3,past:[
4,5]})}function coupleGroupQuery(site){coupleOperands(site,intAttribute(site.node,"num_heads",0),intAttribute(site.node,"kv_num_heads",0),{scores:10,past:[3,4],
sink:11,packs:true})}function coupleFused(site){const[input,weight]=[site.input(0),site.input(1)];const shape=weight===void 0?void 0:site.shape(weight);const heads=intAttribute(
site.node,"num_heads",0);if(input===void 0||weight===void 0||shape?.length!==2||heads<1||site.shape(input)?.length!==3){site.freezeAll("the shapes of its operan\
ds are not known");return}if(!site.isParameter(weight)||site.input(4)!==void 0||site.output(1)!==void 0){site.freezeAll(site.isParameter(weight)?"it keeps a cac\
he of keys and values":"its weight is computed from the input");return}const widths=fusedWidths(site.node.attributes,shape[1]);const units=new HeadUnits(site,heads);
freezeOthers(site,input,2);site.tieOrFreeze(site.axis(weight,0),input,2);site.use("consumer",weight,0,input,2);units.tieParts(site.axisOrFrozen(weight,1,shape[1]),
widths);site.use("producer",weight,1,site.output(0)??"",2);units.tieBias(site.input(2),widths);if(site.input(2)!==void 0)site.use("vector",site.input(2),0,site.
output(0)??"",2);units.tieScores(site.input(5),heads);units.define(0)}function fusedWidths(attributes,total){const listed=attributes.get("qkv_hidden_sizes");return listed?.
kind==="ints"&&listed.value.length===3?listed.value.map(Number):[total/3,total/3,total/3]}function rewriteHeads(site){const output=site.node.outputs[0];const axis=HEAD_AXIS.
get(site.shape(output).length)??0;const[before,after]=[site.lengthBefore(output,axis),site.lengthAfter(output,axis)];if(before===after)return void 0;const changes={};
for(const name of["num_heads","q_num_heads","kv_num_heads"]){const heads=intAttribute(site.node,name,0);const shared=name==="kv_num_heads"&&heads===1;if(heads>0&&
!shared)changes[name]={kind:"int",value:BigInt(heads*after/before)}}const widths=intsAttribute(site.node,"qkv_hidden_sizes");if(widths!==void 0)changes["qkv_hid\
den_sizes"]={kind:"ints",value:widths.map(width=>BigInt(width*after/before))};return{nodes:[withAttributes(site.node,changes)],tensors:[]}}function macsOfAttention({
inputs,outputs}){const[query,output]=[inputs[0],outputs[0]];const keys=inputs[1]??query;const length=keys?.[keys.length===4?2:1]??0;return query===void 0||output===
void 0?0:(product(query)/(query.length===5?3:1)+product(output))*length}function macsOfFused({node,inputs,outputs}){const[input,weight,output]=[inputs[0],inputs[1],
outputs[0]];if(input===void 0||weight===void 0||output===void 0)return 0;const[batch=0,length=0]=input;const[total=0,values=0]=[weight[1],output[2]];const queries=intsAttribute(
node,"qkv_hidden_sizes")===void 0?total/3:(total-values)/2;return batch*length*product(weight)+batch*length*length*(queries+values)}var multiHeadAttention={ops:[
"com.microsoft:MultiHeadAttention"],couple:coupleMultiHead,rewrite:rewriteHeads,macs:macsOfAttention};var groupQueryAttention={ops:["com.microsoft:GroupQueryAtt\
ention"],couple:coupleGroupQuery,rewrite:rewriteHeads,macs:macsOfAttention};var attention={ops:["Attention"],couple:coupleStandard,rewrite:rewriteHeads,macs:macsOfAttention};
var fusedAttention={ops:["com.microsoft:Attention"],couple:coupleFused,rewrite:rewriteHeads,macs:macsOfFused};function coupleConcat(site){const output=site.output(0);const shape=output===void 0?void 0:site.shape(output);const inputs=site.node.inputs.filter(name=>name!==
"");if(shape===void 0||inputs.some(name=>site.shape(name)?.length!==shape.length)){site.freezeAll("the shapes of what it joins are not known");return}const listed=intAttribute(
site.node,"axis",0);const joined3=listed<0?listed+shape.length:listed;site.define(0,shape.map((_,axis)=>axis===joined3?joinAxis(site,inputs,axis):tieAxis(site,inputs,
axis)))}function joinAxis(site,inputs,axis){if(inputs.every(value2=>site.axis(value2,axis)===null))return null;const pieces=inputs.map(value2=>site.axisOrFrozen(
value2,axis,site.shape(value2)?.[axis]??0));const joined3=new Int32Array(pieces.reduce((total,piece)=>total+piece.length,0));let offset=0;for(const piece of pieces){
joined3.set(piece,offset);offset+=piece.length}return joined3}function tieAxis(site,inputs,axis){const members=inputs.map(value2=>site.axis(value2,axis));const first=members[0]??
null;if(members.every(ids=>ids===null))return null;if(first===null||members.some(ids=>ids?.length!==first.length)){for(const ids of members)if(ids!==null)site.freezeIds(
ids,"it meets a value that cannot be pruned");return null}for(const ids of members)if(ids!==null)site.classes.tie(first,ids);return first}var concat={ops:["Conc\
at"],couple:coupleConcat};function coupleFilled(site){const[output,shapeInput]=[site.output(0),site.input(0)];const shape=output===void 0?void 0:site.shape(output);const known2=shapeInput===
void 0?void 0:site.small(shapeInput);if(output===void 0||shape===void 0||known2===void 0)return;site.define(0,shape.map((size,axis)=>{if(size<=1||site.isDynamic(
output,axis))return null;return known2.constant?site.classes.create(size):site.classes.createCopies(size)}))}var constantOfShape={ops:["ConstantOfShape"],couple:coupleFilled,
rewrite:site=>shapeEntries(site,0)};var CHANNEL=1;var ADDED=3;function partsOf(site,transposed){const input=site.input(0);const weight=site.input(1);const output=site.output(0);if(input===void 0||
weight===void 0||output===void 0)return"an input is missing";const rank2=site.shape(output)?.length;if(rank2===void 0||site.shape(input)===void 0)return"the sha\
pe of its result is not known";if(!site.isParameter(weight))return"its weight is computed from the input";const groups=intAttribute(site.node,"group",1);return{
input,weight,output,rank:rank2,groups,outputAxis:transposed?1:0,inputAxis:transposed?0:1}}function coupleConvolution(site,transposed){const parts=partsOf(site,transposed);
if(typeof parts==="string"){site.freezeAll(parts);return}site.axes(parts.input).forEach((ids,axis)=>{if(ids!==null&&axis!==CHANNEL)site.freezeIds(ids,"the convo\
lution mixes positions along this axis")});const channels=parts.groups===1?coupleDense(site,parts):coupleGroups(site,parts);const axes=new Array(parts.rank).fill(
null);axes[CHANNEL]=channels;coupleBias(site,parts,channels);coupleSum(site,channels);site.define(0,axes)}function coupleDense(site,parts){site.tieOrFreeze(site.
axis(parts.weight,parts.inputAxis),parts.input,CHANNEL);site.use("consumer",parts.weight,parts.inputAxis,parts.input,CHANNEL);site.use("producer",parts.weight,parts.
outputAxis,parts.output,CHANNEL);return site.axis(parts.weight,parts.outputAxis)}function coupleGroups(site,parts){const{groups}=parts;const read2=site.shape(parts.
input)?.[CHANNEL]??0;const made3=site.shape(parts.output)?.[CHANNEL]??0;const inputs=site.axisOrFrozen(parts.input,CHANNEL,read2);const outputs=site.classes.create(
made3);tieBlocks(site,inputs,read2/groups,outputs,made3/groups,groups);const weightIds=site.axis(parts.weight,0);if(weightIds!==null)site.classes.tie(weightIds,
parts.outputAxis===0?outputs:inputs);else site.freezeIds(outputs,"its weight cannot be sliced");const perGroup=site.axis(parts.weight,1);if(perGroup!==null)site.
freezeIds(perGroup,"a group keeps its width");const depthwise=read2===groups&&made3===groups;site.use(depthwise?"vector":"producer",parts.weight,0,parts.output,
CHANNEL);return outputs}function tieBlocks(site,inputs,inputWidth,outputs,outputWidth,groups){for(let group=0;group<groups;group++){const first=inputs[group*inputWidth];
for(let i=1;i<inputWidth;i++)site.classes.union(first,inputs[group*inputWidth+i]);for(let i=0;i<outputWidth;i++)site.classes.union(first,outputs[group*outputWidth+
i])}}function coupleBias(site,parts,channels){const bias=site.input(2);if(bias===void 0)return;const ids=site.axis(bias,0);if(!site.isParameter(bias)){if(channels!==
null)site.freezeIds(channels,"its bias is computed from the input");site.freezeValue(bias,"it is used as a bias")}else if(ids!==null&&channels!==null){site.classes.
tie(ids,channels);site.use("vector",bias,0,parts.output,CHANNEL)}else if(channels!==null){site.freezeIds(channels,"its bias cannot be sliced")}}function coupleSum(site,channels){
const added2=site.input(ADDED);if(added2===void 0)return;site.axes(added2).forEach((ids,axis)=>{if(ids!==null&&axis!==CHANNEL)site.freezeIds(ids,"the convolutio\
n mixes positions along this axis")});if(channels===null)site.freezeAxis(added2,CHANNEL,"it meets a value that cannot be pruned");else if(site.shape(added2)?.[CHANNEL]===
channels.length)site.classes.tie(site.axisOrFrozen(added2,CHANNEL,channels.length),channels);else site.freezeIds(channels,"it meets a value of unknown shape")}function rewriteConvolution(site){
const groups=intAttribute(site.node,"group",1);if(groups===1)return void 0;const input=site.node.inputs[0];const before=site.lengthBefore(input,CHANNEL);const after=site.
lengthAfter(input,CHANNEL);if(before===after)return void 0;const kept=BigInt(groups*after/before);return{nodes:[withAttributes(site.node,{group:{kind:"int",value:kept}})],
tensors:[]}}function macsOfConvolution({inputs,outputs}){const[weight,output]=[inputs[1],outputs[0]];return weight===void 0||output===void 0?0:product(output)*product(
weight.slice(1))}function macsOfTransposed({inputs}){const[input,weight]=inputs;return input===void 0||weight===void 0?0:product(input)*product(weight.slice(1))}
var convolution={ops:["Conv","com.microsoft:FusedConv"],couple:site=>{coupleConvolution(site,false)},rewrite:rewriteConvolution,macs:macsOfConvolution};var transposedConvolution={
ops:["ConvTranspose"],couple:site=>{coupleConvolution(site,true)},rewrite:rewriteConvolution,macs:macsOfTransposed};function parseEquation(text2){const[left="",right]=text2.replaceAll(" ","").split("->");const operands=left.split(",");if(text2.includes(".")||[...operands,right??
""].some(term=>new Set(term).size<term.length))return void 0;return{operands,result:right??impliedResult(operands)}}function impliedResult(operands){const all=operands.
join("");return[...new Set(all)].filter(letter=>all.indexOf(letter)===all.lastIndexOf(letter)).sort().join("")}function coupleEinsum(site){const equation=parseEquation(
stringAttribute(site.node,"equation")??"");const members=equation===void 0?void 0:membersOf(site,equation);if(equation===void 0||members===void 0){site.freezeAll(
"this form of Einsum is left alone");return}let reads=false;for(const[letter,axes]of members){if(!equation.result.includes(letter))reads=coupleSummed(site,axes,
reads)||reads}site.define(0,[...equation.result].map((letter,axis)=>coupleKept(site,members.get(letter)??[],axis)))}function membersOf(site,{operands}){const inputs=site.
node.inputs;if(inputs.length!==operands.length||inputs.length>2||inputs[0]===inputs[1])return void 0;const members=new Map;for(const[position,term]of operands.entries()){
const value2=inputs[position];const shape=site.shape(value2);if(shape?.length!==term.length)return void 0;for(const[axis,letter]of[...term].entries()){const others=members.
get(letter)??[];if(others.some(other=>site.shape(other.value)?.[other.axis]!==shape[axis]))return void 0;members.set(letter,[...others,{value:value2,axis,ids:site.
axis(value2,axis),isWeight:site.isParameter(value2)}])}}return members}function coupleSummed(site,axes,another){const weight=axes.find(member=>member.isWeight);
const activation2=axes.find(member=>!member.isWeight);if(weight===void 0||activation2===void 0||another){const reason=another?"another axis of the same product \
may be cut":"it is summed over";for(const{ids}of axes)if(ids!==null)site.freezeIds(ids,reason);return false}site.tieOrFreeze(weight.ids,activation2.value,activation2.
axis);site.use("consumer",weight.value,weight.axis,activation2.value,activation2.axis);return true}function coupleKept(site,axes,resultAxis){const[first,second]=axes;
if(first===void 0)return null;const output=site.output(0)??"";if(second===void 0){if(first.isWeight)site.use("producer",first.value,first.axis,output,resultAxis);
return first.ids}if(first.ids===null||second.ids===null){for(const{ids}of axes)if(ids!==null)site.freezeIds(ids,"it meets a value that cannot be pruned");return null}
site.classes.tie(first.ids,second.ids);for(const member of axes)if(member.isWeight)site.use("vector",member.value,member.axis,output,resultAxis);return first.ids}
function macsOfEinsum({node,inputs}){const equation=parseEquation(stringAttribute(node,"equation")??"");if(equation===void 0||inputs.length<2)return 0;const sizes=new Map(
equation.operands.flatMap((term,position)=>[...term].map((letter,axis)=>[letter,inputs[position]?.[axis]??0])));return product([...sizes.values()])}var einsum={
ops:["Einsum"],couple:coupleEinsum,macs:macsOfEinsum};var UNARY=["Abs","Acos","Acosh","Asin","Asinh","Atan","Atanh","Cast","Ceil","Celu","Clip","Cos","Cosh","Dropout","Elu","Erf","Exp","Floor","Gelu","HardSigmoid",
"HardSwish","Identity","IsInf","IsNaN","LeakyRelu","Log","Mish","Neg","Not","Reciprocal","Relu","Round","Selu","Shrink","Sigmoid","Sign","Sin","Sinh","Softplus",
"Softsign","Sqrt","Swish","Tan","Tanh","ThresholdedRelu","com.microsoft:Gelu","com.microsoft:FastGelu","com.microsoft:QuickGelu","com.microsoft:BiasGelu"];var BROADCAST=[
"Add","And","BitShift","BitwiseAnd","BitwiseNot","BitwiseOr","BitwiseXor","Div","Equal","Greater","GreaterOrEqual","Less","LessOrEqual","Max","Mean","Min","Mod",
"Mul","Or","PRelu","Pow","Sub","Sum","Where","Xor"];function coupleElementwise(site){const output=site.output(0);const shape=output===void 0?void 0:site.shape(output);
if(shape===void 0){site.freezeAll("the shape of its result is not known");return}const inputs=site.node.inputs.filter(name=>name!=="");const axes=shape.map((size,axis)=>coupleAxis(
site,inputs,size,axis-shape.length));site.node.outputs.forEach((_,position)=>{site.define(position,axes)})}function coupleAxis(site,inputs,size,fromEnd){if(size<=
1)return null;const members=[];for(const value2 of inputs){const shape=site.shape(value2);if(shape===void 0)return freezeAt(site,inputs,fromEnd,"it meets a valu\
e of unknown shape");const axis=shape.length+fromEnd;if(axis<0||shape[axis]!==size)continue;members.push({value:value2,axis,ids:site.axis(value2,axis),parameter:site.
isParameter(value2)})}const live=members.find(member=>!member.parameter&&member.ids!==null);const inert=members.find(member=>member.ids===null);if(inert!==void 0)
return freezeAt(site,inputs,fromEnd,`it meets a value that cannot follow: ${site.inertReason(inert.value)}`);if(live===void 0&&inputs.some(value2=>!site.isParameter(
value2))){return freezeAt(site,inputs,fromEnd,"a constant spreads a single position over this axis")}const first=members[0]?.ids??null;for(const member of members){
if(member.ids===null||first===null)continue;site.classes.tie(first,member.ids);if(member.parameter&&live!==void 0)site.use("vector",member.value,member.axis,live.
value,live.axis)}return first}function freezeAt(site,inputs,fromEnd,reason){for(const value2 of inputs){const rank2=site.shape(value2)?.length;if(rank2!==void 0&&
rank2+fromEnd>=0)site.freezeAxis(value2,rank2+fromEnd,reason)}return null}var elementwise={ops:[...UNARY,...BROADCAST],couple:coupleElementwise};function coupleGemm(site){const[a,b,output]=[site.input(0),site.input(1),site.output(0)];const[shapeA,shapeB]=[a&&site.shape(a),b&&site.shape(b)];if(!a||!b||!output||
shapeA?.length!==2||shapeB?.length!==2){site.freezeAll("the shapes of its operands are not known");return}if(!site.isParameter(b)||site.isParameter(a)){site.freezeAll(
"only a constant second operand can be sliced");return}const transA=intAttribute(site.node,"transA",0)!==0;const transB=intAttribute(site.node,"transB",0)!==0;const[
rowsOfA,innerOfA]=transA?[1,0]:[0,1];const[innerOfB,columnsOfB]=transB?[1,0]:[0,1];site.tieOrFreeze(site.axis(b,innerOfB),a,innerOfA);site.use("consumer",b,innerOfB,
a,innerOfA);site.use("producer",b,columnsOfB,output,1);const columns=site.axis(b,columnsOfB);coupleGemmBias(site,output,columns);site.define(0,[site.axis(a,rowsOfA),
columns])}function coupleGemmBias(site,output,columns){const c=site.input(2);const shape=c===void 0?void 0:site.shape(c);if(c===void 0)return;if(shape===void 0||
!site.isParameter(c)){if(columns!==null)site.freezeIds(columns,"its bias is computed from the input");site.freezeValue(c,"it is used as a bias");return}const last=shape.
length-1;const ids=last<0?null:site.axis(c,last);if(ids!==null&&columns!==null){site.classes.tie(ids,columns);site.use("vector",c,last,output,1)}else if(columns!==
null&&(shape[last]??1)>1){site.freezeIds(columns,"its bias cannot be sliced")}if(shape.length===2)site.freezeAxis(c,0,"a bias row belongs to a sample")}function coupleMatMul(site){
const[a,b,output]=[site.input(0),site.input(1),site.output(0)];const rankA=a===void 0?0:site.shape(a)?.length??0;const rankB=b===void 0?0:site.shape(b)?.length??
0;const shape=output===void 0?void 0:site.shape(output);if(a===void 0||b===void 0||output===void 0||shape===void 0||rankA<2||rankB<2){site.freezeAll("a MatMul o\
f vectors or of unknown shapes is left alone");return}const batches=["transBatchA","transBatchB"].some(name=>intAttribute(site.node,name,0)!==0);if(batches){site.
freezeAll("it transposes batch axes");return}const[rowsOfA,innerOfA]=isTransposed(site,"transA")?[rankA-1,rankA-2]:[rankA-2,rankA-1];const[innerOfB,columnsOfB]=isTransposed(
site,"transB")?[rankB-1,rankB-2]:[rankB-2,rankB-1];coupleContraction(site,a,innerOfA,b,innerOfB);const axes=shape.map((_,axis)=>axis<shape.length-2?coupleBatchAxis(
site,shape,axis-shape.length):null);axes[shape.length-2]=site.axis(a,rowsOfA);axes[shape.length-1]=site.axis(b,columnsOfB);if(site.isParameter(b))site.use("prod\
ucer",b,columnsOfB,output,shape.length-1);if(site.isParameter(a))site.use("producer",a,rowsOfA,output,shape.length-2);site.define(0,axes)}var isTransposed=(site,name)=>intAttribute(
site.node,name,0)!==0;function coupleContraction(site,a,axisA,b,axisB){const[constantA,constantB]=[site.isParameter(a),site.isParameter(b)];if(constantB&&!constantA){
site.tieOrFreeze(site.axis(b,axisB),a,axisA);site.use("consumer",b,axisB,a,axisA)}else if(constantA&&!constantB){site.tieOrFreeze(site.axis(a,axisA),b,axisB);site.
use("consumer",a,axisA,b,axisB)}else{site.freezeAxis(a,axisA,"it is contracted between two activations");site.freezeAxis(b,axisB,"it is contracted between two a\
ctivations")}}function coupleBatchAxis(site,shape,fromEnd){const size=shape[shape.length+fromEnd];if(size<=1)return null;const partners=site.node.inputs.slice(0,
2).flatMap(value2=>{const own=site.shape(value2);const axis=own.length+fromEnd;return axis>=0&&own[axis]===size?[{value:value2,axis,ids:site.axis(value2,axis)}]:
[]});const[first,second]=partners.map(partner=>partner.ids);if(first==null||partners.length===2&&second==null){for(const{ids}of partners)if(ids!==null)site.freezeIds(
ids,"it meets a value that cannot be pruned");return null}if(second!=null)site.classes.tie(first,second);return first}function macsOfGemm({node,inputs,outputs}){
const[a,output]=[inputs[0],outputs[0]];if(a===void 0||output===void 0)return 0;return product(output)*(a[intAttribute(node,"transA",0)!==0?0:1]??1)}function macsOfMatMul({
node,inputs,outputs}){const[a,output]=[inputs[0],outputs[0]];if(a===void 0||output===void 0)return 0;return product(output)*(a[a.length-(intAttribute(node,"tran\
sA",0)!==0?2:1)]??1)}var gemm={ops:["Gemm","com.microsoft:FusedGemm"],couple:coupleGemm,macs:macsOfGemm};var matMul={ops:["MatMul","com.microsoft:FusedMatMul"],
couple:coupleMatMul,macs:macsOfMatMul};var frozenProducts={ops:["MatMulInteger","QLinearMatMul"],couple:site=>{site.freezeAll("integer products are left alone")},
macs:macsOfMatMul};function coupleChannelNorm(site){const given=site.firstInput();if(given===void 0)return;const{input}=given;const channels=site.axis(input,1);for(const vector of site.
node.inputs.slice(1)){if(vector==="")continue;if(!site.isParameter(vector)){site.freezeAxis(input,1,"its statistics are computed from the input");site.freezeValue(
vector,"it is used as a statistic");continue}site.tieOrFreeze(site.axis(vector,0),input,1);if(channels!==null)site.use("vector",vector,0,input,1)}freezeMixed(site,
input);site.define(0,site.axes(input));for(let position=1;position<site.node.outputs.length;position++)site.define(position,[channels])}function freezeMixed(site,input){
const training=intAttribute(site.node,"training_mode",0)!==0;if(!training&&site.node.opType!=="InstanceNormalization")return;site.axes(input).forEach((_,axis)=>{
if(axis>1||axis===0&&training)site.freezeAxis(input,axis,"it is normalised across this axis")})}function coupleLayerNorm(site){const given=site.firstInput();if(given===
void 0)return;const{input,shape}=given;const axis=intAttribute(site.node,"axis",-1);const first=axis<0?axis+shape.length:axis;shape.forEach((_,at)=>{if(at>=first)
site.freezeAxis(input,at,"it is normalised across this axis")});for(const vector of site.node.inputs.slice(1))if(vector!=="")site.freezeValue(vector,"it scales \
a normalised axis");const axes=site.axes(input);site.define(0,axes);const leading=axes.map((ids,at)=>at<first?ids:null);for(let position=1;position<site.node.outputs.
length;position++)site.define(position,leading)}function coupleFusedNorm(site){site.freezeAll("it is normalised across this axis")}function coupleGroupNorm(site){
const given=site.firstInput();const groups=intAttribute(site.node,"num_groups",0);const channels=given?.shape[1]??0;if(given===void 0||groups<1||channels%groups!==
0){site.freezeAll("its channels do not divide by its groups");return}const{input}=given;site.axes(input).forEach((ids,axis)=>{if(ids!==null&&axis>1)site.freezeIds(
ids,"it is normalised across this axis")});const units=site.classes.create(groups);tieGroups(site,site.axisOrFrozen(input,1,channels),units);for(const vector of site.
node.inputs.slice(1,3)){const size=site.shape(vector)?.[0]??0;if(size%groups!==0||size===0)site.freezeIds(units,"its scale cannot be sliced");else tieGroups(site,
site.axisOrFrozen(vector,0,size),units);if(site.isParameter(vector))site.use("vector",vector,0,input,1)}site.define(0,site.axes(input))}function tieGroups(site,ids,units){
const width=ids.length/units.length;ids.forEach((id,position)=>{site.classes.union(units[Math.floor(position/width)],id)})}function rewriteGroupNorm(site){const input=site.
node.inputs[0];const[before,after]=[site.lengthBefore(input,1),site.lengthAfter(input,1)];if(before===after)return void 0;const groups=intAttribute(site.node,"n\
um_groups",1)*after/before;return{nodes:[withAttributes(site.node,{num_groups:{kind:"int",value:BigInt(groups)}})],tensors:[]}}var channelNorm={ops:["BatchNorma\
lization","InstanceNormalization"],couple:coupleChannelNorm};var layerNorm={ops:["LayerNormalization","RMSNormalization","SimplifiedLayerNormalization"],couple:coupleLayerNorm};
var groupNorm={ops:["GroupNormalization"],couple:coupleGroupNorm,rewrite:rewriteGroupNorm};var fusedNorm={ops:["SkipLayerNormalization","SkipSimplifiedLayerNorm\
alization","EmbedLayerNormalization"].map(name=>`com.microsoft:${name}`),couple:coupleFusedNorm};function couplePooling(site){const[input,output]=[site.input(0),site.output(0)];const rank2=output===void 0?void 0:site.shape(output)?.length;if(input===void 0||
rank2===void 0){site.freezeAll("the shape of its result is not known");return}if(site.output(1)!==void 0){site.freezeAll("its indices count across channels");return}
const axes=site.axes(input);axes.forEach((ids,axis)=>{if(ids!==null&&axis>1)site.freezeIds(ids,"pooling mixes positions along this axis")});site.define(0,Array.
from({length:rank2},(_,axis)=>axis<2?axes[axis]??null:null))}var pooling={ops:["AveragePool","GlobalAveragePool","GlobalLpPool","GlobalMaxPool","LpPool","MaxPoo\
l"],couple:couplePooling};function coupleQuantize(site){const given=site.firstInput();if(given===void 0)return;const{input,shape}=given;if(intAttribute(site.node,"block_size",0)!==0){site.
freezeAll("it is quantised in blocks");return}const listed=intAttribute(site.node,"axis",1);const axis=listed<0?listed+shape.length:listed;for(const parameter of site.
node.inputs.slice(1,3))if(parameter!=="")coupleScale(site,input,axis,parameter);site.define(0,site.axes(input))}function coupleScale(site,input,axis,parameter){
const size=site.shape(parameter)?.reduce((total,dim)=>total*dim,1);if(size===1)return;const ids=site.axis(input,axis);if(!site.isParameter(parameter)||size===void 0||
ids?.length!==size){site.freezeValue(parameter,"it scales an axis that cannot be pruned");site.freezeAxis(input,axis,"its scale cannot be sliced");return}const scale=site.
axis(parameter,0);if(scale===null){site.freezeIds(ids,"its scale cannot be sliced");return}site.classes.tie(ids,scale);site.use("vector",parameter,0,input,axis)}
var quantize={ops:["QuantizeLinear","DequantizeLinear"],couple:coupleQuantize};var[DATA,WEIGHT,RECURRENT,BIAS,HIDDEN,CELL,PEEPHOLE]=[0,1,2,3,5,6,7];function coupleRecurrent(site){const[data,weight,recurrent2]=[site.input(DATA),site.input(WEIGHT),
site.input(RECURRENT)];const shape=recurrent2===void 0?void 0:site.shape(recurrent2);if(data===void 0||weight===void 0||recurrent2===void 0||shape?.length!==3||
site.shape(data)?.length!==3){site.freezeAll("the shapes of its operands are not known");return}if(!site.isParameter(weight)||!site.isParameter(recurrent2)){site.
freezeAll("its weight is computed from the input");return}const states=site.classes.create(shape[2]);coupleInput(site,data,weight);for(const[position,axis2]of[[
WEIGHT,1],[RECURRENT,1],[RECURRENT,2],[BIAS,1],[PEEPHOLE,1],[HIDDEN,2],[CELL,2]]){tieStates(site,states,position,axis2)}const[value2,axis]=site.output(0)===void 0?
[site.output(1)??site.output(2)??"",2]:[site.output(0),3];site.use("producer",weight,1,value2,axis);site.use("vector",recurrent2,1,value2,axis);site.use("recurr\
ent",recurrent2,2,recurrent2,2);if(site.input(BIAS)!==void 0)site.use("vector",site.input(BIAS),1,value2,axis);site.define(0,[null,null,null,states]);for(const position of[
1,2])site.define(position,[null,null,states])}function coupleInput(site,data,weight){site.axes(data).forEach((ids,axis)=>{if(ids!==null&&axis!==2)site.freezeIds(
ids,"it is run along this axis")});site.tieOrFreeze(site.axis(weight,2),data,2);site.use("consumer",weight,2,data,2)}function tieStates(site,states,position,axis){
const value2=site.input(position);const size=value2===void 0?void 0:site.shape(value2)?.[axis];if(value2===void 0)return;if(size===void 0||size%states.length!==
0){site.freezeIds(states,"the shape of one of its operands is not known");site.freezeValue(value2,"it belongs to hidden states that cannot be cut");return}site.
axes(value2).forEach((ids,at)=>{if(ids!==null&&at!==axis&&!(position===WEIGHT&&at===2)&&position!==RECURRENT)site.freezeIds(ids,"it is run along this axis")});site.
axisOrFrozen(value2,axis,size).forEach((id,at)=>{site.classes.union(states[at%states.length],id)});if(position===RECURRENT||position===WEIGHT)site.freezeAxis(value2,
0,"it is a direction")}function rewriteRecurrent(site){const recurrent2=site.node.inputs[RECURRENT];const hidden=site.lengthAfter(recurrent2,2);if(hidden===site.
lengthBefore(recurrent2,2))return void 0;return{nodes:[withAttributes(site.node,{hidden_size:{kind:"int",value:BigInt(hidden)}})],tensors:[]}}function macsOfRecurrent({
node,inputs}){const[data,weight,recurrent2]=inputs;if(data===void 0||weight===void 0||recurrent2===void 0)return 0;const[first=0,second=0]=data;const runs=intAttribute(
node,"layout",0)===0?first*second:second*first;return runs*(product(weight)+product(recurrent2))}var recurrent={ops:["GRU","LSTM","RNN"],couple:coupleRecurrent,
rewrite:rewriteRecurrent,macs:macsOfRecurrent};var REDUCTIONS=["ReduceL1","ReduceL2","ReduceLogSum","ReduceLogSumExp","ReduceMax","ReduceMean","ReduceMin","ReduceProd","ReduceSum","ReduceSumSquare"];function coupleReduction(site){
const input=site.input(0);const shape=input===void 0?void 0:site.shape(input);const reduced=shape===void 0?void 0:reducedAxes(site,shape.length);if(input===void 0||
shape===void 0||reduced===void 0){site.freezeAll("which axes it reduces is not known");return}const keepDims=intAttribute(site.node,"keepdims",1)!==0;const axes=[];
site.axes(input).forEach((ids,axis)=>{if(!reduced.has(axis))axes.push(ids);else{if(ids!==null)site.freezeIds(ids,"it is reduced over this axis");if(keepDims)axes.
push(null)}});site.define(0,axes)}function reducedAxes(site,rank2){const source=site.input(1);const listed=source===void 0?intsAttribute(site.node,"axes"):site.
small(source)?.data;if(source!==void 0&&listed===void 0)return void 0;if(listed===void 0||listed.length===0){const noop=intAttribute(site.node,"noop_with_empty_\
axes",0)!==0;return new Set(noop?[]:Array.from({length:rank2},(_,axis)=>axis))}return new Set(listed.map(axis=>axis<0?axis+rank2:axis))}function coupleSoftmax(site){
const given=site.firstInput();if(given===void 0)return;const{input,shape:{length:rank2}}=given;const single=site.opset>=13;const axis=intAttribute(site.node,"ax\
is",single?-1:1);const first=axis<0?axis+rank2:axis;for(let at=first;at<(single?first+1:rank2);at++){site.freezeAxis(input,at,"it is normalised across this axis")}
site.define(0,site.axes(input))}function coupleArg(site){const given=site.firstInput();if(given===void 0)return;const{input,shape:{length:rank2}}=given;const axis=intAttribute(
site.node,"axis",0);const searched=axis<0?axis+rank2:axis;site.freezeAxis(input,searched,"its positions are compared");const axes=[...site.axes(input)];if(intAttribute(
site.node,"keepdims",1)!==0)axes[searched]=null;else axes.splice(searched,1);site.define(0,axes)}function coupleAlong(site){const given=site.firstInput();if(given===
void 0)return;const{input,shape}=given;const named=site.node.opType==="CumSum"?site.small(site.input(1)??""):void 0;const axis=site.node.opType==="CumSum"?named?.
data[0]:intAttribute(site.node,"axis",-1);if(axis===void 0){site.freezeAll("which axis it works along is not known");return}const along2=axis<0?axis+shape.length:
axis;site.freezeAxis(input,along2,"its positions depend on each other");const axes=site.axes(input).map((ids,at)=>at===along2?null:ids);site.node.outputs.forEach(
(_,position)=>{site.define(position,axes)})}var along={ops:["CumSum","LpNormalization","TopK"],couple:coupleAlong};var reduction={ops:REDUCTIONS,couple:coupleReduction};
var softmax={ops:["Softmax","LogSoftmax","Hardmax"],couple:coupleSoftmax};var argument={ops:["ArgMax","ArgMin"],couple:coupleArg};var shapeOf={ops:["Shape","Siz\
e"],couple:()=>void 0};var SIZES_INPUT=3;function coupleResize(site){const[input,output]=[site.input(0),site.output(0)];const before=input===void 0?void 0:site.shape(input);const after=output===
void 0?void 0:site.shape(output);if(input===void 0||before===void 0||after===void 0){site.freezeAll("the shape of its result is not known");return}if(stringAttribute(
site.node,"coordinate_transformation_mode")==="tf_crop_and_resize"){site.freezeAll("it crops a region given by a tensor");return}site.define(0,site.axes(input).
map((ids,axis)=>{if(ids===null||before[axis]===after[axis])return ids;site.freezeIds(ids,"it is resized along this axis");return null}))}function rewriteResize(site){
if(!site.node.inputs[SIZES_INPUT])return void 0;const rank2=site.shape(site.node.inputs[0]).length;const axes=intsAttribute(site.node,"axes")?.map(axis=>axis<0?
axis+rank2:axis);return shapeEntries(site,SIZES_INPUT,axes)}var resize={ops:["Resize","Upsample"],couple:coupleResize,rewrite:rewriteResize};var RULES=[elementwise,convolution,transposedConvolution,gemm,matMul,frozenProducts,channelNorm,layerNorm,pooling,reduction,softmax,argument,shapeOf,reshaping,expanding,
moving,squeezing,splitting,slicing,padding,gathering,concat,resize,quantize,constantOfShape,fusedNorm,groupNorm,fusedAttention,multiHeadAttention,groupQueryAttention,
attention,einsum,recurrent,along];var BY_OPERATOR=new Map(RULES.flatMap(rule=>rule.ops.map(op=>[op,rule])));function ruleFor(node){return BY_OPERATOR.get(node.domain===
""?node.opType:`${node.domain}:${node.opType}`)}function opsetOf(model){return model.opsets.get("")??1}function coupleGraph(model,facts,options={factor:"outer"}){const choices=new Map;for(;;){const{coupling,splits}=coupleOnce(
model,facts,options,choices);const indexed=splits.filter(({chosen,choice,choices:count})=>choice+1<count&&chosen.every(id=>coupling.classes.freezeOf(id)?.reason===
SINGLE_POSITIONS));if(indexed.length===0)return coupling;for(const{node,choice}of indexed)choices.set(node,choice+1)}}function coupleOnce(model,facts,options,choices){
const{graph}=model;const stored2=storedNames(graph);const parameters=new Set(stored2);const makers=new Map;const state={classes:new AxisClasses,axes:new Map,roles:[],
splits:[],choices,shapeOf:value2=>facts.values.get(value2)?.dims??graph.initializers.get(value2)?.dims,smallOf:value2=>facts.small.get(value2),isParameter:value2=>parameters.
has(value2),isStored:value2=>stored2.has(value2),isDynamic:(value2,axis)=>facts.values.get(value2)?.dynamic[axis]??false,inertReason:value2=>inertReason(value2,
makers,graph)};for(const index of topologicalOrder(graph)){const node=graph.nodes[index];markParameters(node,parameters);for(const output of node.outputs)if(output!==
"")makers.set(output,node);coupleNode(new CoupleSite(node,index,opsetOf(model),facts.movements.get(index),facts.untraced.get(index),options.factor,state))}freezeContract(
model,state);const filled=new Set(graph.nodes.flatMap(node=>node.opType==="ConstantOfShape"?node.outputs:[]));const coupling={classes:state.classes,axes:state.axes,
roles:state.roles,stored:new Set([...stored2,...filled]),filled,parameters};return{coupling,splits:state.splits}}function storedNames(graph){const names=new Set(
graph.initializers.keys());for(const node of graph.nodes){if(node.opType==="Constant"&&node.domain===""&&node.outputs[0])names.add(node.outputs[0])}return names}
function markParameters(node,parameters){if(subgraphs(node).length>0||node.inputs.length===0)return;if(node.inputs.every(input=>input===""||parameters.has(input))){
for(const output of node.outputs)if(output!=="")parameters.add(output)}}function coupleNode(site){const{node}=site;if(node.opType==="Constant"&&node.domain==="")
return;const rule=ruleFor(node);if(rule!==void 0){rule.couple(site);return}const label=node.domain===""?node.opType:`${node.domain}:${node.opType}`;site.freezeAll(
`no rule for ${label}`);for(const captured of capturedValues(node))site.freezeValue(captured,`a subgraph of ${label} reads it`)}function freezeContract(model,state){
const{graph}=model;const freeze=(value2,reason)=>{for(const ids of state.axes.get(value2)??[]){if(ids!==null)state.classes.freeze(ids,{reason,operator:"graph",node:value2})}};
for(const output of graph.outputs)freeze(output.name,"it is an output of the model");for(const input of graph.inputs){if(!graph.initializers.has(input.name))freeze(
input.name,"it is an input of the model")}}function inertReason(value2,makers,graph){const maker=makers.get(value2);if(maker!==void 0){const known2=ruleFor(maker)!==
void 0;return known2?`nothing that can be pruned makes it (${maker.opType})`:`no rule for ${maker.opType}`}return graph.inputs.some(input=>input.name===value2)?
"it is an input of the model":"nothing that can be pruned makes it"}function findGroups(model,coupling){const storedAxes=collectStoredAxes(coupling);const uses=usesByAxis(storedAxes,coupling);const bySignature=new Map;for(const[
root,axes]of axesByClass(storedAxes,coupling)){if(coupling.classes.freezeOf(root)!==void 0)continue;const signature=axes.join(",");const bucket=bySignature.get(
signature)??{axes,classes:[]};bucket.classes.push(root);bySignature.set(signature,bucket)}const names=new Set;const groups=[];const classes=new Map;const collected=[
...bySignature.values()].map(bucket=>({...bucket,axes:bucket.axes.map(i=>storedAxes[i])}));for(const bucket of collected.sort((a,b)=>firstNode(a.axes,uses)-firstNode(
b.axes,uses))){const axisUses=bucket.axes.flatMap(axis=>uses.get(keyOf(axis))??[]);if(!axisUses.some(use=>use.role==="producer"))continue;const group=makeGroup(
model.graph,coupling,bucket.classes,axisUses,names);groups.push(group);classes.set(group.name,Int32Array.from(bucket.classes))}return{groups,refusals:findRefusals(
model.graph,coupling,storedAxes,uses),classes}}var keyOf=axis=>`${String(axis.axis)}:${axis.tensor}`;function collectStoredAxes(coupling){const found=[];for(const[
value2,axes]of coupling.axes){if(!coupling.stored.has(value2))continue;axes.forEach((ids,axis)=>{if(ids!==null)found.push({tensor:value2,axis,ids})})}return found}
function usesByAxis(storedAxes,coupling){const byId=new Map;for(const axis of storedAxes){for(const id of axis.ids){const list=byId.get(id);if(list===void 0)byId.
set(id,[axis]);else if(list.at(-1)!==axis)list.push(axis)}}const uses=new Map;for(const role of coupling.roles){const origin=originOf(role,coupling,byId);if(origin===
void 0)continue;const key=keyOf(origin.stored);const use={tensor:origin.tensor,axis:origin.axis,role:role.role,node:role.node,value:role.value,valueAxis:role.valueAxis};
uses.set(key,[...uses.get(key)??[],use])}return uses}function originOf(role,coupling,byId){const ids=coupling.axes.get(role.parameter)?.[role.axis];if(ids==null||
ids.length===0)return void 0;if(coupling.stored.has(role.parameter))return{tensor:role.parameter,axis:role.axis,stored:{tensor:role.parameter,axis:role.axis,ids}};
const candidates=byId.get(ids[0])??[];const same2=candidates.find(axis=>axis.ids.length===ids.length&&axis.ids.every((id,i)=>id===ids[i]));if(same2!==void 0)return{
tensor:same2.tensor,axis:same2.axis,stored:same2};const[stored2]=candidates;return stored2===void 0?void 0:{tensor:role.parameter,axis:role.axis,stored:stored2}}
function axesByClass(storedAxes,coupling){const byClass=new Map;storedAxes.forEach(({ids},index)=>{for(const id of ids){const root=coupling.classes.find(id);const list=byClass.
get(root);if(list===void 0)byClass.set(root,[index]);else if(list.at(-1)!==index)list.push(index)}});return byClass}function firstNode(axes,uses){return Math.min(
...axes.flatMap(axis=>(uses.get(keyOf(axis))??[]).filter(use=>use.role==="producer").map(use=>use.node)),Number.MAX_SAFE_INTEGER)}function makeGroup(graph,coupling,classes,uses,taken){
const unitOf=new Map(classes.map((root,unit)=>[root,unit]));const positions2=classes.map(()=>uses.map(()=>[]));uses.forEach((use,column2)=>{(coupling.axes.get(use.
tensor)?.[use.axis]).forEach((id,position)=>{const unit=unitOf.get(coupling.classes.find(id));if(unit!==void 0)positions2[unit]?.[column2]?.push(position)})});const units=positions2.
map(perAxis=>({positions:perAxis}));const producers=uses.filter(use=>use.role==="producer").map(use=>graph.nodes[use.node]);const name=uniqueName(nameOf(producers[0]),
taken);return{name,aliases:aliasesOf(graph,uses),axes:uses,units,kind:[...new Set(producers.map(node=>node.opType))].join("+")}}function nameOf(node){return node.
name||(node.outputs.find(output=>output!=="")??node.opType)}function uniqueName(base,taken){let name=base;for(let i=2;taken.has(name);i++)name=`${base}#${String(
i)}`;taken.add(name);return name}function aliasesOf(graph,uses){const names=uses.filter(use=>use.role!=="consumer").flatMap(use=>{const node=graph.nodes[use.node];
return use.role==="producer"?[node.name,node.outputs[0]??"",use.tensor]:[use.tensor]});return[...new Set(names.filter(name=>name!==""))]}function findRefusals(graph,coupling,storedAxes,uses){
const refusals=[];for(const{tensor,axis,ids}of storedAxes){const producer=(uses.get(keyOf({tensor,axis}))??[]).find(use=>use.role==="producer");if(producer===void 0)
continue;const counts2=new Map;for(const id of ids){const freeze=coupling.classes.freezeOf(id);if(freeze===void 0)continue;const key=`${freeze.reason}
${freeze.operator}
${freeze.node}`;const refusal={name:nameOf(graph.nodes[producer.node]),reason:freeze.reason,operator:freeze.operator,node:freeze.node,units:0};counts2.set(key,{
refusal,units:(counts2.get(key)?.units??0)+1})}for(const{refusal,units}of counts2.values())refusals.push({...refusal,units,order:producer.node})}graph.nodes.forEach(
(node,order2)=>{if(subgraphs(node).some(hasLayers))refusals.push({name:nameOf(node),reason:"its layers lie in a subgraph, which is not analysed",operator:node.opType,
node:nameOf(node),units:0,order:order2})});return refusals.sort((a,b)=>a.order-b.order).map(({order:_order,...refusal})=>refusal)}var LAYERS=new Set(["Conv","Co\
nvTranspose","Gemm","MatMul","LSTM","GRU","RNN"]);function hasLayers(graph){return graph.nodes.some(node=>LAYERS.has(node.opType)||subgraphs(node).some(hasLayers))}function analyse(model,facts,fileBytes,committed){const coupling=coupleGraph(model,facts);return{model,facts,coupling,analysis:findGroups(model,coupling),tensors:weightTensors(
model.graph),fileBytes,...committed===void 0?{}:{committed}}}var UNCUT=()=>null;function shapeUnder(facts,value2,lengthAfter){return facts.values.get(value2)?.dims.map((size,axis)=>lengthAfter(value2,axis)??size)}function macsByNode(model,facts,lengthAfter=UNCUT){
const counted=new Map;model.graph.nodes.forEach((node,index)=>{const macs=ruleFor(node)?.macs?.({node,inputs:node.inputs.map(value2=>shapeUnder(facts,value2,lengthAfter)),
outputs:node.outputs.map(value2=>shapeUnder(facts,value2,lengthAfter))});if(macs!==void 0&&macs>0)counted.set(index,macs)});return counted}function macsByOperator(model,facts){
const totals=new Map;for(const[index,macs]of macsByNode(model,facts)){const operator=model.graph.nodes[index]?.opType??"";totals.set(operator,(totals.get(operator)??
0)+macs)}return Object.fromEntries([...totals].sort(([a],[b])=>a<b?-1:1))}var MULTIPLYING=new Set(["Attention","Conv","ConvInteger","ConvTranspose","DFT","Defor\
mConv","Einsum","GRU","Gemm","LSTM","MatMul","MatMulInteger","QLinearConv","QLinearMatMul","RNN","STFT",...["Attention","DynamicQuantizeLSTM","DynamicQuantizeMa\
tMul","FusedConv","FusedGemm","FusedMatMul","GroupQueryAttention","MatMulIntegerToFloat","MatMulNBits","MultiHeadAttention","QAttention","QGemm","QLinearConv"].
map(name=>`com.microsoft:${name}`)]);function uncountedOperators({graph}){const found=new Set;const visit2=(nodes,isMain)=>{for(const node of nodes){const name=node.
domain===""?node.opType:`${node.domain}:${node.opType}`;if(MULTIPLYING.has(name)&&!(isMain&&ruleFor(node)?.macs!==void 0))found.add(name);for(const inner of subgraphs(
node))visit2(inner.nodes,false)}};visit2(graph.nodes,true);return[...found].sort()}function uncountedNote(model){const operators=uncountedOperators(model);return operators.
length===0?void 0:`Multiply-accumulates inside ${operators.join(", ")} are not counted: the figures are of the other layers.`}var isParameter=({dataType,dims})=>isFloatType(
dataType)||dims.length>1;function costOf(model,tensors,facts,lengthAfter=UNCUT){let macs=0;for(const count of macsByNode(model,facts,lengthAfter).values())macs+=
count;let params=innerWeights(model.graph).filter(isParameter).reduce((sum2,{dims})=>sum2+product(dims),0);let bytes=0;for(const[name,tensor]of tensors){const elements2=product(
tensor.dims.map((size,axis)=>lengthAfter(name,axis)??size));if(isParameter(tensor))params+=elements2;bytes+=elements2*(elementBits(tensor.dataType)??0)/8}return{
macs,params,bytes}}function describeGroups(prunable,result){const macs=macsByNode(prunable.model,prunable.facts);const groups=prunable.analysis.groups.map(group=>({name:group.name,
kind:group.kind,units:group.units.length,...outcomeOf(group,result),parameters:parametersOf(prunable,group),macs:macsOf(group,macs)}));return[...groups,...prunable.
analysis.refusals.map(refusal=>describeRefusal(prunable,refusal,macs))]}function outcomeOf(group,result){const removed=result?.chosen.selection.removed.get(group.
name)?.length??0;if(removed>0)return{removed,status:"pruned",reason:""};const refusal=result?.refused.get(group.name);if(refusal!==void 0)return{removed,status:"\
refused",reason:reasonOf(refusal)};const kept=result?.kept.get(group.name);return{removed,status:"kept",reason:kept??(result===void 0?"can be pruned":"the targe\
t was met without it")}}function reasonOf(refusal){const place3=[refusal.operator,refusal.node].filter(part2=>part2!==void 0&&part2!==""&&part2!=="graph").join(
" ");return place3===""?refusal.reason:`${refusal.reason} (${place3})`}function describeRefusal(prunable,refusal,macs){const index=prunable.model.graph.nodes.findIndex(
node2=>nameOf(node2)===refusal.name);const node=prunable.model.graph.nodes[index];const weight=node?.inputs.map(input=>prunable.tensors.get(input)).find(tensor=>tensor!==
void 0&&tensor.dims.length>1);return{name:refusal.name,kind:node?.opType??"",units:refusal.units,removed:0,status:"refused",reason:reasonOf(refusal),parameters:weight?.
dims.reduce((a,b)=>a*b,1)??0,macs:macs.get(index)??0}}function parametersOf(prunable,group){const seen=new Set;return group.axes.reduce((total,use,column2)=>{const key=`${String(
use.axis)}:${use.tensor}`;const dims=prunable.tensors.get(use.tensor)?.dims;if(use.role==="consumer"||dims===void 0||seen.has(key))return total;seen.add(key);const positions2=group.
units.reduce((sum2,unit)=>sum2+(unit.positions[column2]?.length??0),0);return total+positions2*dims.reduce((a,b)=>a*b,1)/(dims[use.axis]??1)},0)}function macsOf(group,macs){
const nodes=new Set(group.axes.filter(use=>use.role!=="consumer").map(use=>use.node));return[...nodes].reduce((sum2,node)=>sum2+(macs.get(node)??0),0)}function emptyModelReport(name,path,seed){return{name,path,verdict:"ERROR",checks:[],metrics:[],measures:null,groups:[],ladder:[],notes:[],errors:[],proof:null,
device:null,provenance:{model:null,heldout:null,calibration:null,plan:null,prunedModel:null,heldoutSamples:null,calibrationSamples:null,seed},files:{model:null,
plan:null},seconds:{}}}import{readFile}from"node:fs/promises";import{join as join3}from"node:path";var CONSULTATIONS_FILE="consultations.json";async function consult(folder,model,heldout){const path=join3(folder,CONSULTATIONS_FILE);const known2=await readConsultations(
path);const isThis=one=>one.model===model&&one.heldout===heldout;const count=(known2.find(isThis)?.count??0)+1;const consultations=[...known2.filter(one=>!isThis(
one)),{model,heldout,count}];await writeAtomically(path,`${JSON.stringify({version:1,consultations},null,1)}
`);return count}async function readConsultations(path){try{const record=JSON.parse(await readFile(path,"utf8"));const list=typeof record==="object"&&record!==null&&
"consultations"in record?record.consultations:[];return Array.isArray(list)?list.filter(isConsultation):[]}catch{return[]}}function isConsultation(one){if(typeof one!==
"object"||one===null||!("model"in one)||!("heldout"in one)||!("count"in one))return false;return typeof one.model==="string"&&typeof one.heldout==="string"&&Number.
isSafeInteger(one.count)&&one.count>=0}function note(draft,facts){draft.report={...draft.report,provenance:{...draft.report.provenance,...facts}}}function withFindings({findings=[]},more){return findings.
length+more.length===0?{}:{findings:[...findings,...more]}}async function consulted({request,model},{report}){const{heldout}=report.provenance;const folder=request.
consultationsFolder;return folder!==void 0&&heldout!==null?{consultations:await consult(folder,model.name,heldout)}:{}}function fixedBatch(inputs){const sizes=inputs.filter(({dims})=>dims.length>0).map(({dims})=>dims[0]);const[first]=sizes;return typeof first==="number"&&first>0&&
sizes.every(size=>size===first)?first:void 0}function batchesFor(samples,session2,wanted){const size=fixedBatch(session2.inputs)??wanted;return{size,batches:samples.
batches(size)}}async function runBatch(session2,batch,outputs){const samples=batch.indices.length;const fixed=fixedBatch(session2.inputs);if(fixed===void 0||fixed<=
samples)return joined(session2.pieces(batch.feeds,outputs),samples);const results=await session2.run(filledFeeds(batch,fixed),outputs);return new Map([...results].
map(([name,tensor])=>[name,resized(tensor,fixed,samples)]))}async function joined(pieces,samples){const all=[];for await(const piece of pieces)all.push(piece);const[
first=new Map]=all;return all.length===1?first:new Map([...first.keys()].map(name=>[name,stacked(name,all.flatMap(piece=>piece.get(name)??[]),samples)]))}function stacked(name,tensors,samples){
const first=tensors[0];if(tensors.reduce((sum2,{dims})=>sum2+(dims[0]??NaN),0)!==samples){throw new UserError({code:"out-of-memory",message:`Memory does not hol\
d a batch of ${String(samples)} samples, which cannot be cut: the first axis of "${name}" does not run over samples.`,where:name,fix:"use a runner with more mem\
ory, or export the model with samples on the first axis of every output"})}const make=first.data.constructor;const data=new make(tensors.reduce((sum2,tensor)=>sum2+
tensor.data.length,0));let at=0;for(const tensor of tensors){data.set(tensor.data,at);at+=tensor.data.length}return{type:first.type,dims:[tensors.reduce((sum2,{
dims})=>sum2+(dims[0]??0),0),...first.dims.slice(1)],data}}function filledFeeds({indices,feeds},size){if(indices.length>=size)return feeds;return new Map([...feeds].
map(([name,tensor])=>[name,resized(tensor,indices.length,size)]))}function resized(tensor,from,to){if(tensor.dims[0]!==from)return tensor;const row=tensor.data.
length/from;const make=tensor.data.constructor;const data=new make(row*to);for(let sample=0;sample<to;sample++)copyRow(tensor.data,data,Math.min(sample,from-1)*
row,sample*row,row);return{type:tensor.type,dims:[to,...tensor.dims.slice(1)],data}}function copyRow(from,to,start,at,length){for(let i=0;i<length;i++)to[at+i]=
from[start+i]}var INSTALL='"ONNXRUNTIME_NODE_INSTALL=cuda12 npm rebuild onnxruntime-node --ignore-scripts=false" (in the action: input "device: cuda"), or set PRUNE_GATE_CUDA\
 (in the action: input "cuda-path") to a folder that holds libonnxruntime_providers_cuda.so and libonnxruntime_providers_shared.so of the same version';var ELSE='\
or set "device: cpu"';var ACCELERATORS={cuda:{backend:"cuda",providers:["cuda"],profiled:["CUDAExecutionProvider"],library:true,automatic:true,fix:`on Linux x64\
 with an NVIDIA driver, CUDA and cuDNN 9, run ${INSTALL}; ${ELSE}`},tensorrt:{backend:"tensorrt",providers:["tensorrt","cuda"],profiled:["TensorrtExecutionProvi\
der","NvTensorRTRTXExecutionProvider"],library:true,automatic:false,fix:`on Linux x64 with an NVIDIA driver, CUDA, cuDNN 9 and TensorRT 10, run ${INSTALL}, and \
libonnxruntime_providers_tensorrt.so; or set "device: cuda"`},directml:{backend:"dml",providers:["dml"],profiled:["DmlExecutionProvider"],library:false,automatic:true,
fix:`use a Windows runner with a DirectX 12 GPU and its driver; ${ELSE}`},coreml:{backend:"coreml",providers:["coreml"],profiled:["CoreMLExecutionProvider"],library:false,
automatic:true,fix:`use a macOS runner on Apple silicon; ${ELSE}`},webgpu:{backend:"webgpu",providers:["webgpu"],profiled:["WebGpuExecutionProvider"],library:false,
automatic:true,fix:`install a GPU driver and its Vulkan loader (Debian, Ubuntu: "apt-get install libvulkan1"; NVIDIA: also libegl1, libgl1, libglx0), or name a \
driver with VK_DRIVER_FILES; ${ELSE}`}};var ACCELERATOR_NAMES=Object.keys(ACCELERATORS);import{createHash as createHash3}from"node:crypto";import{createReadStream as createReadStream2}from"node:fs";import{mkdtemp as mkdtemp3,rm as rm5}from"node:fs/promises";
import{tmpdir as tmpdir3}from"node:os";import{join as join10}from"node:path";import{pipeline as pipeline2}from"node:stream/promises";async function withVariant(runtime,model,directory,use){const{path,remove}=await writeTemporary(model,directory);try{const session2=await runtime.open(path);try{
return await use(session2)}finally{await session2.release()}}finally{await remove()}}var MOST_NODES=1e5;function inlineFunctions(model){const functions=localFunctions(model);if(functions.size===0||sizeOf(model.graph.nodes,functions,new Map)>MOST_NODES)
return model;const opsets=new Map(model.opsets);const names=allNames(model.graph);let nodes=model.graph.nodes;for(;;){const written=nodes.flatMap(node=>writtenOut(
node,functions.get(keyOf2(node)),opsets,names));const changed2=written.length!==nodes.length||written.some((node,i)=>node!==nodes[i]);nodes=written;if(!changed2)
break}if(nodes===model.graph.nodes||nodes.every((node,i)=>node===model.graph.nodes[i]))return model;const graph={...model.graph,nodes};return{...model,opsets,graph,
functions:stillCalled(model.functions,graph,functions)}}var keyOf2=({domain,opType})=>`${domain}:${opType}`;function sizeOf(nodes,functions,known2){return nodes.
reduce((sum2,node)=>{const key=keyOf2(node);const called=functions.get(key);if(called===void 0)return sum2+1;const size=known2.get(key);if(size!==void 0)return sum2+
size;known2.set(key,Infinity);known2.set(key,sizeOf(called.nodesFor(node.attributes),functions,known2));return sum2+known2.get(key)},0)}function writtenOut(call,called,opsets,names){
if(called===void 0||!fits(called,opsets))return[call];const body=called.nodesFor(call.attributes);if(body.some(node=>subgraphs(node).length>0))return[call];for(const[
domain,version]of called.opsets)if(!opsets.has(domain))opsets.set(domain,version);const prefix=call.name||(call.outputs[0]??call.opType);const own=new Map([["",
""]]);called.inputs.forEach((name,i)=>{own.set(name,call.inputs[i]??"")});for(const[i,name]of called.outputs.entries()){if(own.has(name))return[call];if(call.outputs[i])
own.set(name,call.outputs[i])}const renamed2=name=>{const known2=own.get(name);if(known2!==void 0)return known2;const fresh=freshName(names,`${prefix}/${name}`);
own.set(name,fresh);return fresh};return body.map(node=>({...node,name:freshName(names,`${prefix}/${node.name||node.opType}`),inputs:node.inputs.map(renamed2),outputs:node.
outputs.map(renamed2)}))}function fits({opsets},model){return[...opsets].every(([domain,version])=>(model.get(domain)??version)===version)}function stillCalled(keys,graph,functions){
const called=new Set;const visit2=nodes=>{for(const node of nodes){for(const inner of subgraphs(node))visit2(inner.nodes);const key=keyOf2(node);if(called.has(key)||
!keys.includes(key))continue;called.add(key);visit2(functions.get(key)?.nodesFor(node.attributes)??[])}};visit2(graph.nodes);return keys.filter(key=>called.has(
key))}import{open as open2,realpath as realpath2,stat as stat2}from"node:fs/promises";import{dirname as dirname3,resolve as resolve3}from"node:path";var HEAD=512;var SIGNATURES=[[/^version https:\/\/git-lfs/,"a Git LFS pointer"],[/^(\s|\u00ef\u00bb\u00bf)*<(!doctype html|html|head|body)/i,"an HTML page, such\
 as a download error"],[/^(\s|\u00ef\u00bb\u00bf)*<(\?xml|[a-z])/i,"an XML file"],[/^PK(\u0003\u0004|\u0005\u0006)/,"a zip archive (PyTorch checkpoints are zip \
archives)"],[/^\u001f\u008b/,"a gzip file"],[/^\u0028\u00b5\u002f\u00fd/,"a zstd file"],[/^\u0080[\u0002-\u0005]/,"a Python pickle (PyTorch checkpoints are pick\
les)"],[/^\u0089HDF/,"an HDF5 file (Keras weights)"],[/^[^]{4}TFL3/,"a TensorFlow Lite model"],[/^[^]{4}ORTM/,"a model in onnxruntime's own ORT format"],[/^\u0093NUMPY/,
"a NumPy array"],[/^[^]{8}\{"/,"a safetensors file"],[/^\s*[[{]/,"a JSON file"]];function looksLike(bytes){const head2=Buffer.from(bytes.subarray(0,HEAD)).toString(
"latin1");const found=SIGNATURES.find(([pattern])=>pattern.test(head2));if(found!==void 0)return found[1];return/^[\t\n\r\u0020-\u007e]+$/.test(head2)?"a text f\
ile":void 0}var LFS_POINTER="a Git LFS pointer";function validated(model){validateVersions(model);const{graph}=model;const order2=validateGraph(graph,new Set);if(order2.every((node,index)=>node===index))return model;
return{...model,graph:{...graph,nodes:order2.map(node=>graph.nodes[node])}}}function validateVersions({irVersion,opsets,graph}){if(irVersion<MIN_IR_VERSION)throw unsupported(
`IR version ${irVersion}, and ${MIN_IR_VERSION} is the oldest that prune-gate reads`);if(irVersion>MAX_PLAUSIBLE_VERSION)throw unsupported(`IR version ${irVersion}\
, which does not exist`);const opset=opsets.get("");if(opset===void 0){if(graph.nodes.some(({domain})=>domain===""))throw unsupported("no version of the ONNX op\
erator set (the file may be cut short)");return}if(opset<MIN_OPSET)throw unsupported(`operator set ${opset}, and ${MIN_OPSET} is the oldest that prune-gate read\
s`);if(opset>MAX_PLAUSIBLE_VERSION)throw unsupported(`operator set ${opset}, which does not exist`)}function unsupported(what){return new UserError({code:"opset\
-unsupported",message:`The model names ${what}.`,fix:"Export the model again with opset 17, or convert it with onnx.version_converter."})}function validateGraph(graph,outer){
refuseDuplicates(graph);const visible=new Set([...outer,...definedNames(graph)]);for(const node of graph.nodes)refuseDangling(node,visible);for(const{name}of graph.
outputs)if(!visible.has(name))throw dangling(`Graph output ${shown(name)}`,name);for(const node of graph.nodes)for(const inner of subgraphs(node))validateGraph(
inner,visible);return topologicalOrder(graph)}function refuseDuplicates(graph){const inputs=new Set;for(const{name}of graph.inputs)enter(inputs,name,"graph inpu\
t");const made3=new Set([...inputs,...graph.initializers.keys(),...graph.sparseInitializers]);for(const node of graph.nodes)for(const output of node.outputs)if(output!==
"")enter(made3,output,"maker of value")}function enter(names,name,what){if(names.has(name)){throw new UserError({code:"graph-duplicate",message:`The graph has m\
ore than one ${what} ${shown(name)}.`,fix:"Export the model again."})}names.add(name)}function refuseDangling(node,visible){for(const name of[...node.inputs,...capturedValues(
node)]){if(name!==""&&!visible.has(name))throw dangling(`${shown(node.opType)} node ${shown(node.name||node.outputs[0]||"")}`,name)}}function dangling(reader,name){
return new UserError({code:"graph-dangling",message:`${reader} needs the value ${shown(name)}, which is neither an input, an initializer nor any node's output.`,
fix:"Export the model again."})}var MAX_DEPTH=100;var Fault=class extends Error{constructor(kind,offset){super(kind);this.kind=kind;this.offset=offset}kind;offset};function wireProblem(schema,bytes){
const walker=new Walker(bytes);try{walker.message(schema,bytes.length,1);return void 0}catch(thrown){if(!(thrown instanceof Fault))throw thrown;return{kind:thrown.
kind,offset:thrown.offset,begun:walker.begun}}}var Walker=class{constructor(bytes){this.bytes=bytes}bytes;at=0;begun=false;message(schema,end,depth){if(depth>MAX_DEPTH)
throw new Fault("malformed",this.at);const fields=fieldsByNumber(schema);while(this.at<end){const start=this.at;const tag=this.varint(end);const number=Math.floor(
tag/8);const wireType=tag%8;if(number===0||number>536870911)throw new Fault("malformed",start);const field2=fields.get(number);if(field2===void 0)this.unknown(number,
wireType,end,depth);else this.known(field2,wireType,end,depth,start);if(depth===1&&field2!==void 0)this.begun=true}}known(field2,wireType,end,depth,start){const wanted=wireTypeOf(
field2);const packed=field2.fieldKind==="list"&&wanted!==WireType.LengthDelimited&&wireType===WireType.LengthDelimited;if(wireType!==wanted&&!packed)throw new Fault(
"malformed",start);if(wireType!==WireType.LengthDelimited)return this.skip(wireType,end);const to=this.lengthEnd(end);if(field2.message!==void 0)return this.message(
field2.message,to,depth+1);if(packed)this.packed(wanted,to);this.at=to}packed(element,end){const size=element===WireType.Bit32?4:element===WireType.Bit64?8:0;if(size>
0&&(end-this.at)%size!==0)throw new Fault("malformed",this.at);if(size===0&&end>this.at&&this.bytes[end-1]>127)throw new Fault("malformed",this.at)}unknown(number,wireType,end,depth){
if(wireType!==WireType.StartGroup)return this.skip(wireType,end);if(depth>=MAX_DEPTH)throw new Fault("malformed",this.at);for(;;){const tag=this.varint(end);const wireType2=tag%
8;if(wireType2===WireType.EndGroup){if(Math.floor(tag/8)!==number)throw new Fault("malformed",this.at);return}this.unknown(Math.floor(tag/8),wireType2,end,depth+
1)}}skip(wireType,end){if(wireType===WireType.Varint)this.varint(end);else if(wireType===WireType.Bit64)this.advance(8,end);else if(wireType===WireType.Bit32)this.
advance(4,end);else if(wireType===WireType.LengthDelimited)this.at=this.lengthEnd(end);else throw new Fault("malformed",this.at)}lengthEnd(end){const length=this.
varint(end);if(this.at+length>end)this.overrun(end);return this.at+length}advance(size,end){if(this.at+size>end)this.overrun(end);this.at+=size}varint(end){let value2=0;
for(let index=0;index<10;index++){if(this.at>=end)this.overrun(end);const byte=this.bytes[this.at++];value2+=(byte&127)*2**(7*index);if(byte<128)return value2}throw new Fault(
"malformed",this.at)}overrun(end){throw new Fault(end===this.bytes.length?"truncated":"malformed",this.at)}};var known=new WeakMap;function fieldsByNumber(schema){
const fields=known.get(schema)??new Map(schema.fields.map(field2=>[field2.number,field2]));known.set(schema,fields);return fields}function wireTypeOf(field2){if(field2.
message!==void 0)return WireType.LengthDelimited;switch(field2.scalar){case ScalarType.STRING:case ScalarType.BYTES:return WireType.LengthDelimited;case ScalarType.
FLOAT:case ScalarType.FIXED32:case ScalarType.SFIXED32:return WireType.Bit32;case ScalarType.DOUBLE:case ScalarType.FIXED64:case ScalarType.SFIXED64:return WireType.
Bit64;default:return WireType.Varint}}async function readModel(path,options={}){try{const real=await findModel(path,options.root);return decodeModel(await readWhole(real),{directory:dirname3(resolve3(
path)),...options})}catch(thrown){throw located(thrown,path)}}function decodeModel(file,options={}){const bytes=new Uint8Array(file.buffer,file.byteOffset,file.
byteLength);refuseOtherFiles(bytes);const{directory,root}=options;const external=directory===void 0?noExternalFiles:externalResolver(directory,root);return validated(
modelFromMessage(parse(bytes),external))}function parse(bytes){try{return fromBinary(ModelProtoSchema,bytes)}catch(cause){throw new UserError({code:"model-corru\
pt",message:`The model cannot be decoded: ${messageOf(cause)}.`,fix:"Export the model again.",cause})}}function refuseOtherFiles(bytes){if(bytes.length===0)throw new UserError(
{code:"model-empty",message:"The file is empty.",fix:"Check how the model is written or fetched."});const problem2=wireProblem(ModelProtoSchema,bytes);if(problem2===
void 0)return;const kind=looksLike(bytes);if(kind===LFS_POINTER)throw lfsPointer();if(kind!==void 0||!problem2.begun)throw notOnnx(kind);throw problem2.kind==="\
truncated"?truncated(bytes.length):corrupt(problem2.offset)}function lfsPointer(){return new UserError({code:"lfs-pointer",message:"The file is a Git LFS pointe\
r, not the model itself.",fix:"Check out with LFS: add `with: { lfs: true }` to the actions/checkout step (locally: git lfs pull)."})}function notOnnx(kind){return new UserError(
{code:"not-onnx",message:kind===void 0?"The file is not an ONNX model.":`The file is not an ONNX model: it looks like ${kind}.`,fix:"Point `path` at an .onnx fi\
le."})}function truncated(size){return new UserError({code:"model-truncated",message:`The model is cut short: the file ends after ${size} bytes, in the middle o\
f a field.`,fix:"Fetch or export the model again."})}function corrupt(offset){return new UserError({code:"model-corrupt",message:`The model is damaged near byte\
 ${offset}.`,fix:"Fetch or export the model again."})}async function findModel(path,root){const real=await realpath2(path).catch(cause=>{throw unreadable(cause)});
if(root!==void 0&&!isInside(real,await realpath2(root))){throw new UserError({code:"model-outside",message:"The model lies outside the workspace.",fix:"Keep the\
 model inside the repository."})}return real}function unreadable(cause){const absent=cause instanceof Error&&"code"in cause&&cause.code==="ENOENT";return notFound(
absent?"there is no such file":messageOf(cause),cause)}function notFound(why,cause){return new UserError({code:"model-not-found",message:`The model cannot be re\
ad: ${why}.`,fix:"Check the path, in the policy or on the command line; it starts at the workspace (--workspace), letter case counts, and the file must be in th\
e checkout.",cause})}async function readWhole(path){const stats=await stat2(path);if(!stats.isFile())throw notFound(stats.isDirectory()?"it is a folder, where a\
 file is wanted":"it is not a regular file");if(stats.size>MAX_PROTO_BYTES)throw tooLarge2(stats.size);const file=await open2(path,"r").catch(cause=>{throw unreadable(
cause)});try{return await fill(file,new Uint8Array(stats.size))}finally{await file.close()}}async function fill(file,buffer){let at=0;while(at<buffer.length){const{
bytesRead}=await file.read(buffer,at,buffer.length-at,at);if(bytesRead===0)return buffer.subarray(0,at);at+=bytesRead}return buffer}function tooLarge2(size){return new UserError(
{code:"model-too-large",message:`The model file has ${size} bytes; a protobuf message ends at 2 GiB.`,fix:"Save the model with its weights as external data."})}
function located(thrown,path){if(!(thrown instanceof UserError)||thrown.where!==void 0)return thrown;const{code,message,fix,cause}=thrown;return new UserError({
code,message,where:path,...fix===void 0?{}:{fix},...cause===void 0?{}:{cause}})}import{availableParallelism}from"node:os";import{basename as basename4}from"node:path";import{existsSync as existsSync2,readdirSync as readdirSync2}from"node:fs";import{dirname as dirname4,join as join5}from"node:path";import{execFileSync}from"node:child_process";import{createHash}from"node:crypto";import{createReadStream,existsSync,readdirSync}from"node:fs";import{basename as basename3,
join as join4}from"node:path";import{pipeline}from"node:stream/promises";import{closeSync as closeSync2,openSync as openSync2,readSync as readSync2}from"node:fs";var PT_LOAD=1;var PT_DYNAMIC=2;var DT_NULL=0n;var DT_NEEDED=1n;var DT_STRTAB=5n;
var DT_STRSZ=10n;var MOST_BYTES=1<<20;function neededLibraries(path){const file=openSync2(path,"r");try{const read2=(offset,bytes)=>{if(bytes>MOST_BYTES)throw new Error(
`${path} is no ELF library`);const buffer=Buffer.alloc(bytes);if(readSync2(file,buffer,0,bytes,offset)!==bytes)throw new Error(`${path} ends early`);return buffer};
const header=read2(0,64);if(header.readUInt32BE(0)!==2135247942||header[4]!==2||header[5]!==1)throw new Error(`${path} is no 64-bit ELF library`);return namesOf(
segmentsOf(header,read2),read2)}finally{closeSync2(file)}}function segmentsOf(header,read2){const[at,size,count]=[Number(header.readBigUInt64LE(32)),header.readUInt16LE(
54),header.readUInt16LE(56)];return Array.from({length:count},(_,index)=>{const row=read2(at+index*size,56);return{type:row.readUInt32LE(0),offset:Number(row.readBigUInt64LE(
8)),address:Number(row.readBigUInt64LE(16)),bytes:Number(row.readBigUInt64LE(32))}})}function namesOf(segments,read2){const dynamic=segments.find(({type})=>type===
PT_DYNAMIC);if(dynamic===void 0)return[];const table3=read2(dynamic.offset,dynamic.bytes);const entries=[];for(let at=0;at+16<=table3.length&&table3.readBigInt64LE(
at)!==DT_NULL;at+=16)entries.push([table3.readBigInt64LE(at),Number(table3.readBigUInt64LE(at+8))]);const value2=tag=>entries.find(([each])=>each===tag)?.[1]??0;
const address=value2(DT_STRTAB);const home=segments.find(segment=>segment.type===PT_LOAD&&address>=segment.address&&address<segment.address+segment.bytes);if(home===
void 0)return[];const strings=read2(address-home.address+home.offset,value2(DT_STRSZ));return entries.filter(([tag])=>tag===DT_NEEDED).map(([,at])=>strings.toString(
"latin1",at,strings.indexOf(0,at)))}var NVIDIA=/^lib(?:cu|nv)/u;var CUDNN="libcudnn.so.9";var TIMEOUT_MS=1e4;function explainCuda(libraries,driver,places){if(driver===void 0&&places.find("libcuda.\
so.1")===void 0)return"there is no NVIDIA driver (libcuda.so.1 is not found, and nvidia-smi does not answer)";const wanted=libraries.filter(name=>NVIDIA.test(name)&&
name!=="libcuda.so.1");const version=cudaOf(wanted);if(driver?.cuda!==void 0&&version!==void 0&&driver.cuda[0]<version){return`onnxruntime's library wants CUDA ${version}\
, and the driver ${driver.driver} of ${driver.gpu} runs CUDA up to ${driver.cuda.join(".")}: it needs a newer driver, or a library built for CUDA ${driver.cuda[0]}`}
const missing3=[...wanted,...wanted.includes(CUDNN)?[]:[CUDNN]].filter(name=>places.find(name)===void 0);if(missing3.length===0)return void 0;const others=[...new Set(
missing3.flatMap(name=>places.others(name)))];const there=others.length===0?"":`; there are ${others.join(", ")}`;return`onnxruntime's library wants CUDA ${version??
"of an unknown version"} and cuDNN 9, and the loader does not find ${missing3.join(", ")}${there}`}function cudaOf(libraries){const runtime=libraries.map(name=>/^lib(?:cudart|cublas)\.so\.(\d+)$/u.
exec(name)?.[1]).find(each=>each!==void 0);return runtime===void 0?void 0:Number(runtime)}function loaderPlaces(env=process.env){const folders=[...(env.LD_LIBRARY_PATH??
"").split(":"),"/lib","/usr/lib","/lib/x86_64-linux-gnu","/usr/lib/x86_64-linux-gnu","/lib64","/usr/lib64"].filter(folder=>folder!=="");const cached=new Map([...printed(
"ldconfig",["-p"]).matchAll(/^\s*(\S+) \(.*\) => (\S+)$/gmu)].map(([,name="",path=""])=>[name,path]));const inFolders=name=>folders.map(folder=>join4(folder,name)).
find(path=>existsSync(path));return{find:name=>inFolders(name)??cached.get(name),others:name=>{const stem=`${name.split(".so")[0]??name}.so.`;const near=[...cached.
keys(),...folders.filter(folder=>existsSync(folder)).flatMap(folder=>readdirSync(folder))];return[...new Set(near.filter(each=>each.startsWith(stem)&&/\.so\.\d+$/u.
test(each)&&each!==name))].sort()}}}function nvidiaDriver(){const[first=""]=printed("nvidia-smi",["--query-gpu=name,driver_version","--format=csv,noheader"]).split(
"\n");const[gpu,driver]=first.split(",").map(part2=>part2.trim());if(gpu===void 0||driver===void 0)return void 0;const[,major,minor]=/CUDA Version: (\d+)\.(\d+)/u.
exec(printed("nvidia-smi",[]))??[];return{gpu,driver,cuda:major===void 0?void 0:[Number(major),Number(minor)]}}function printed(tool,args){const path=`${process.
env.PATH??""}:/sbin:/usr/sbin`;try{return execFileSync(tool,args,{encoding:"utf8",timeout:TIMEOUT_MS,stdio:["ignore","pipe","ignore"],env:{...process.env,PATH:path}})}catch{
return""}}function askedFor(provider){try{return neededLibraries(provider)}catch(thrown){return{reason:`its provider library is broken: ${messageOf(thrown)}`}}}
async function hashProviders(folder){const names=readdirSync(folder).filter(name=>/onnxruntime_providers_\w+\.(?:so|dll)$/u.test(name)).sort();const hashed=[];for(const name of names){
const hash=createHash("sha256");await pipeline(createReadStream(join4(folder,name)),hash);hashed.push({file:basename3(name),sha256:hash.digest("hex")})}return hashed}import{execFile}from"node:child_process";var OUT_OF_MEMORY=/bad allocation|bad_alloc|Failed to allocate memory|out of (?:device )?memory|requested .* bytes|ALLOC_FAILED|\[Invalid Buffer .*previous error|Too many storage buffers in shader|Buffer size .* exceeds the max buffer size/i;
var DEVICE_LOST=/device (?:was |is )?lost|DeviceLost|device-removed|DXGI_ERROR_DEVICE|CUDA (?:failure|error) (?:4|46|700|702|719|999|100)\b|cudaError(?:IllegalAddress|LaunchFailure|DevicesUnavailable|Unknown)/i;
var OPEN_FAILURES=[{pattern:DEVICE_LOST,code:"device-lost",fix:`look at the runner's driver log (dmesg, nvidia-smi) and run the job again; or set "device: cpu"`},
{pattern:/is not a registered function\/op|No Op registered for|no opset import for domain/i,code:"custom-op-refused",fix:"export the model with standard ONNX o\
perators; prune-gate never loads custom operator libraries"},{pattern:/Could not find an implementation for/,code:"operator-unsupported",fix:"onnxruntime has no\
 kernel for this operator, type or old version here; export with a newer opset or as float32"},{pattern:/^Unsupported data type: \d+$/,code:"type-unsupported",fix:"\
give the model inputs and outputs of plain numeric types (float32, float16, int64, ...); onnxruntime-node passes no others"},{pattern:/ONNX Runtime only \*guarantees\* support|under development and support for this is limited|Unknown model file format version|Unsupported model IR version/,
code:"opset-unsupported",fix:"export the model with an opset and IR version that this onnxruntime supports"},{pattern:/External data path|external data|file_length: .* out of bounds/i,
code:"external-data-invalid",fix:'commit the external data file beside the model (with Git LFS: checkout with "lfs: true") and keep it in step with the model'},
{pattern:/Protobuf parsing failed|ModelProto does not have a graph/,code:"model-unreadable",fix:'the file is no complete ONNX model; with Git LFS, check out wit\
h "lfs: true"'},{pattern:OUT_OF_MEMORY,code:"out-of-memory",fix:"use a runner with more memory"}];var RUN_FAILURES=[{pattern:DEVICE_LOST,code:"device-lost",fix:`\
look at the runner's driver log (dmesg, nvidia-smi) and run the job again; or set "device: cpu"`},{pattern:/requires f16 but the device does not support it/,code:"\
type-unsupported",fix:'this device has no float16; run the model with "device: cpu" or on another GPU'},{pattern:OUT_OF_MEMORY,code:"out-of-memory",fix:"use sma\
ller batches or a runner with more memory"},{pattern:/Got invalid dimensions for input|Invalid rank for input|Unexpected input data type/,code:"run-failed",fix:"\
make the data's shape and type match the model's input"}];var LONGEST=300;function openError(thrown,where){return explain(thrown,OPEN_FAILURES,{code:"model-reje\
cted",lead:"onnxruntime does not load the model",where,fix:"check the model with onnx.checker, or export it again; prune-gate needs a model that onnxruntime loa\
ds"})}function runError(thrown,where){return explain(thrown,RUN_FAILURES,{code:"run-failed",lead:"onnxruntime could not run the model",where,fix:"check that the\
 model runs on this data with onnxruntime alone"})}function explain(thrown,table3,otherwise){const raw=messageOf(thrown);const known2=table3.find(({pattern})=>pattern.
test(raw));return new UserError({code:known2?.code??otherwise.code,message:`${otherwise.lead}: ${shorten(raw)}`,where:otherwise.where,fix:known2?.fix??otherwise.
fix,cause:thrown})}function shorten(message){const told=message.replace(/\s+/g," ").replace(/^Load model from .*? failed: ?/,"").replace(/\/onnxruntime_src\/\S+:\d+ .{0,1000}? was false\. ?/g,
"").replace(/\/onnxruntime_src\/\S+\/(\S+:\d+) /g,"$1 ").trim();return told.length>LONGEST?`${told.slice(0,LONGEST)} ...`:told}var PROBE_LIMIT_MS=6e4;var RACE_LIMIT_MS=1e4;var PROBE_MODEL="CAg6SAoRCgF4CgF4EgF5IgZNYXRNdWwSBXByb2JlWhUKAXgSEAoOCAESCgoDEgFuCgMSAW5iFQoBeRIQCg4IARIKCgMSAW4KAx\
IBbkICEA0=";var RACE_SIZE=1024;var PROBE_SCRIPT=`
const [folder, providers, size] = process.argv.slice(1);
const ort = require(folder);
ort.env.logLevel = 'fatal';
const model = Buffer.from('${PROBE_MODEL}', 'base64');
const ones = (n) => ({ x: new ort.Tensor('float32', new Float32Array(n * n).fill(1), [n, n]) });
async function race(names) {
  const options = { executionProviders: names, enableMemPattern: names[0] !== 'dml', logSeverityLevel: 4, extra: { 'session.disable_cpu_ep_fallback': names[0] =\
== 'cpu' ? '0' : '1' } };
  const session = await ort.InferenceSession.create(model, options);
  const { y } = await session.run(ones(4));
  if (!y.data.every((value) => value === 4)) throw new Error('it computes wrong results');
  if (size === '0') return 0;
  const feeds = ones(Number(size));
  let best = Infinity;
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    await session.run(feeds);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
(async () => ({ ms: await race(JSON.parse(providers)), cpuMs: await race(['cpu']) }))()
  .catch((error) => ({ reason: error.message }))
  .then((probe) => process.stdout.write(JSON.stringify(probe), () => process.exit(0)));
`;var probes=new Map;function probeDevice(folder,providers,kind){const key=JSON.stringify([folder,providers,kind]);const running=probes.get(key)??runProbe2(folder,
providers,kind);probes.set(key,running);return running}function runProbe2(folder,providers,kind){return new Promise(resolve7=>{const args=["-e",PROBE_SCRIPT,folder,
JSON.stringify(providers),String(kind==="race"?RACE_SIZE:0)];const timeout=kind==="race"?RACE_LIMIT_MS:PROBE_LIMIT_MS;const limits={timeout,killSignal:"SIGKILL",
maxBuffer:1<<20};execFile(process.execPath,args,limits,(error,stdout)=>{if(error===null)resolve7(shortened(JSON.parse(stdout)));else if(error.killed===true)resolve7(
{reason:`a matrix product did not finish on it within ${timeout/1e3} s`});else resolve7({reason:`the process that tried it ended with ${error.signal??`code ${error.
code??0}`}`})})})}function shortened(probe){return"reason"in probe?{reason:shorten(probe.reason)}:probe}async function resolveDevice(loaded2,requested){if(requested==="cpu")return resolved(loaded2,requested,"cpu",[]);if(requested==="auto")return best(loaded2);settle(
requested);const reason=plainlyAbsent(loaded2,requested)??failure(await tried(loaded2,requested,"works"));if(reason===void 0)return resolved(loaded2,requested,requested,
[]);throw new UserError({code:"device-unavailable",message:`device "${requested}" does not work here: ${reason}`,where:"device",fix:ACCELERATORS[requested].fix})}
async function best(loaded2){const notes=[];for(const device of ACCELERATOR_NAMES.filter(name=>ACCELERATORS[name].automatic&&isListed(loaded2,name))){settle(device);
const reason=plainlyAbsent(loaded2,device)??notWorthProbing(device)??notBetter(await tried(loaded2,device,"race"));if(reason===void 0)return resolved(loaded2,"a\
uto",device,notes);notes.push(`${device}: ${reason}`)}return resolved(loaded2,"auto","cpu",notes)}async function surveyDevices(loaded2){const lines=[{device:"cp\
u",works:true,detail:`onnxruntime ${loaded2.version}`,fix:null}];for(const device of ACCELERATOR_NAMES){settle(device);const row=ACCELERATORS[device];const absent=plainlyAbsent(
loaded2,device);const works=absent===void 0?await tried(loaded2,device,"works"):{reason:absent};const reason=failure(works);lines.push(reason===void 0?{device,works:true,
detail:speedOf(await probeDevice(loaded2.folder,row.providers,"race")),fix:null}:{device,works:false,detail:reason,fix:row.fix})}return lines}function speedOf(probe){
if("reason"in probe)return`a large product of matrices fails on it: ${probe.reason}`;return`a product of 1024 x 1024 matrices takes ${probe.ms.toFixed(1)} ms, ${probe.
cpuMs.toFixed(1)} ms on the processor`}async function resolved(loaded2,requested,used,notes){const row=used==="cpu"?void 0:ACCELERATORS[used];const libraries=row?.
library===true?await hashProviders(dirname4(providerLibrary(loaded2.folder,row.backend))):[];return{info:{requested,used,notes,onnxruntime:loaded2.version,libraries},
providers:row?.providers??["cpu"]}}function settle(device){if(ACCELERATORS[device].providers.includes("cuda"))process.env.NVIDIA_TF32_OVERRIDE??="0"}function isListed(loaded2,device){
return loaded2.ort.listSupportedBackends().some(({name})=>name===ACCELERATORS[device].backend)}function plainlyAbsent(loaded2,device){const{backend,library}=ACCELERATORS[device];
if(!isListed(loaded2,device))return`this onnxruntime has no ${device} backend on ${process.platform}/${process.arch}`;return library&&!existsSync2(providerLibrary(
loaded2.folder,backend))?"its provider library is not installed":void 0}async function tried(loaded2,device,kind){const{backend,providers,library}=ACCELERATORS[device];
const probe=await probeDevice(loaded2.folder,providers,kind);if(!("reason"in probe)||!library||process.platform!=="linux")return probe;const asked=askedFor(providerLibrary(
loaded2.folder,backend));const missing3="reason"in asked?asked.reason:explainCuda(asked,nvidiaDriver(),loaderPlaces());return{reason:missing3===void 0?probe.reason:
`${missing3} (onnxruntime: ${probe.reason})`}}function providerLibrary(folder,backend){const file=process.platform==="win32"?`onnxruntime_providers_${backend}.d\
ll`:`libonnxruntime_providers_${backend}.so`;return join5(folder,"bin","napi-v6",process.platform,process.arch,file)}function notWorthProbing(device){if(device!==
"webgpu"||process.platform!=="linux")return void 0;const named=["VK_ICD_FILENAMES","VK_DRIVER_FILES","VK_ADD_DRIVER_FILES"].some(name=>process.env[name]!==void 0);
return named||hasGpuNode()?void 0:"no GPU device on this machine"}function hasGpuNode(){if(existsSync2("/dev/nvidia0")||existsSync2("/dev/dxg"))return true;return existsSync2(
"/dev/dri")&&readdirSync2("/dev/dri").some(name=>name.startsWith("renderD"))}function failure(probe){return"reason"in probe?probe.reason:void 0}function notBetter(probe){
if("reason"in probe)return probe.reason;const[ms,cpuMs]=[probe.ms.toFixed(1),probe.cpuMs.toFixed(1)];return probe.ms<probe.cpuMs?void 0:`slower than the process\
or (${ms} ms against ${cpuMs} ms for a product of matrices)`}import{existsSync as existsSync4,readFileSync}from"node:fs";import{createRequire}from"node:module";import{dirname as dirname5,join as join7,resolve as resolve4}from"node:path";import{createHash as createHash2}from"node:crypto";import{copyFileSync,cpSync,existsSync as existsSync3,linkSync,mkdirSync,mkdtempSync,readdirSync as readdirSync3,
realpathSync as realpathSync2,renameSync,rmSync,statSync as statSync2}from"node:fs";import{homedir}from"node:os";import{join as join6}from"node:path";var PROVIDER=/^(?:lib)?onnxruntime_providers_\w+\.(?:so|dll)$/u;function withProviders(packageFolder,libraries,cache=join6(homedir(),".cache","prune-gate","cuda")){
const names=existsSync3(libraries)?readdirSync3(libraries).filter(name=>PROVIDER.test(name)).sort():[];if(!names.some(name=>/providers_cuda/u.test(name))||!names.
some(name=>/providers_shared/u.test(name))){throw new UserError({code:"cuda-libraries-missing",message:"the folder of CUDA libraries holds no onnxruntime_provid\
ers_cuda and onnxruntime_providers_shared",where:libraries,fix:'set PRUNE_GATE_CUDA (in the action: input "cuda-path") to a folder with both, of the same onnxru\
ntime version, such as onnxruntime/capi of the Python package onnxruntime-gpu'})}const modules=join6(cache,keyOf3(packageFolder,libraries,names),"node_modules");
const folder=join6(modules,"onnxruntime-node");if(!existsSync3(folder))assemble({packageFolder,libraries,names,cache},modules);return folder}function keyOf3(packageFolder,libraries,names){
const facts=names.map(name=>{const{size,mtimeMs,ino}=statSync2(join6(libraries,name));return[name,size,mtimeMs,ino]});return createHash2("sha256").update(JSON.stringify(
[packageFolder,statSync2(join6(packageFolder,"package.json")).mtimeMs,libraries,facts])).digest("hex").slice(0,24)}function assemble({packageFolder,libraries,names,
cache},modules){mkdirSync(cache,{recursive:true,mode:448});const made3=mkdtempSync(join6(cache,"making-"));try{const target=join6(made3,"node_modules/onnxruntim\
e-node");const binaries=join6("bin","napi-v6",process.platform,process.arch);cpSync(packageFolder,target,{recursive:true,dereference:true,filter:path=>!path.startsWith(
join6(packageFolder,"bin"))});mkdirSync(join6(target,binaries),{recursive:true});for(const name of readdirSync3(join6(packageFolder,binaries)))place(join6(packageFolder,
binaries,name),join6(target,binaries,name));for(const name of names)place(join6(libraries,name),join6(target,binaries,name));const common=join6(packageFolder,".\
./onnxruntime-common");cpSync(common,join6(made3,"node_modules/onnxruntime-common"),{recursive:true,dereference:true});renameSync(made3,join6(modules,".."))}catch(thrown){
rmSync(made3,{recursive:true,force:true});if(!existsSync3(modules))throw thrown}}function place(from,to){rmSync(to,{force:true});try{linkSync(realpathSync2(from),
to)}catch{copyFileSync(from,to)}}var PACKAGE="onnxruntime-node";var loaded;function loadOnnxruntime(env=process.env){const from=env.PRUNE_GATE_RUNTIME??"";const libraries=env.PRUNE_GATE_CUDA??"";
const cache=env.PRUNE_GATE_CUDA_CACHE;const key=JSON.stringify([from,libraries,cache]);if(loaded?.from!==key)loaded={from:key,runtime:loadFrom(from,libraries,cache)};
return loaded.runtime}function loadFrom(from,libraries,cache){const found=findPackage(from);const folder=libraries===""?found:withProviders(found,resolve4(libraries),
cache);const ort=requireNative(folder);ort.env.logLevel="fatal";holdHalvesAsBits(ort);return{ort,folder,version:ort.env.versions.node??"unknown"}}function holdHalvesAsBits(ort){
const own=Object.getOwnPropertyDescriptor(globalThis,"Float16Array");if(own===void 0)return;Reflect.deleteProperty(globalThis,"Float16Array");try{new ort.Tensor(
"float16",new Uint16Array(0),[0])}finally{Object.defineProperty(globalThis,"Float16Array",own)}}function findPackage(from){if(from==="")return resolvePackage(import.meta.
url,"node_modules");const folder=resolve4(from);if(packageName(folder)===PACKAGE)return folder;return resolvePackage(join7(folder,"package.json"),folder)}function resolvePackage(origin,where){
try{return packageRoot(createRequire(origin).resolve(PACKAGE))}catch(cause){throw new UserError({code:"runtime-missing",message:`${PACKAGE} was not found`,where,
fix:`install it with "npm install ${PACKAGE}", or set PRUNE_GATE_RUNTIME to a folder that holds node_modules/${PACKAGE}`,cause})}}function packageRoot(file){let folder=dirname5(
file);while(packageName(folder)!==PACKAGE){const parent=dirname5(folder);if(parent===folder)throw new Error(`${file} lies in no ${PACKAGE} package`);folder=parent}
return folder}function packageName(folder){const file=join7(folder,"package.json");if(!existsSync4(file))return void 0;try{const parsed=JSON.parse(readFileSync(
file,"utf8"));return typeof parsed==="object"&&parsed!==null&&"name"in parsed?parsed.name:void 0}catch{return void 0}}function requireNative(folder){try{return createRequire(
join7(folder,"package.json"))(folder)}catch(cause){throw new UserError({code:"runtime-broken",message:`${PACKAGE} does not load on ${process.platform}/${process.
arch}: ${messageOf(cause).split("\n",1)[0]??""}`,where:folder,fix:"it has native builds for linux (glibc) x64 and arm64, win32 x64 and arm64, and darwin arm64; \
use one of these, and install it on the platform that runs it",cause})}}var Pieces=class{constructor(inputs,run,onShrink){this.inputs=inputs;this.run=run;this.onShrink=onShrink}inputs;run;onShrink;#most=Infinity;async*of(feeds,outputs){
const samples=this.#samples(feeds);for(let start=0;start<samples;){const end=Math.min(samples,start+this.#most);let results;try{results=await this.run(end-start===
samples?feeds:rows(feeds,this.inputs,samples,start,end),outputs)}catch(thrown){if(!isOutOfMemory(thrown)||end-start<2)throw thrown;this.#most=Math.ceil((end-start)/
2);this.onShrink(this.#most);continue}yield results;start=end}}#samples(feeds){const sizes=this.inputs.filter(isFree).map(({name})=>feeds.get(name)?.dims[0]);const[
first=1]=sizes;return first>0&&sizes.every(size=>size===first)?first:1}};var isFree=({dims})=>dims.length>0&&typeof dims[0]!=="number";function isOutOfMemory(thrown){
return thrown instanceof UserError&&thrown.code==="out-of-memory"}function rows(feeds,inputs,samples,start,end){return new Map(inputs.flatMap(input=>{const{name}=input;
const tensor=feeds.get(name);if(tensor===void 0)return[];if(!isFree(input))return[[name,tensor]];const row=tensor.data.length/samples;return[[name,{...tensor,dims:[
end-start,...tensor.dims.slice(1)],data:tensor.data.subarray(start*row,end*row)}]]}))}import{mkdtemp,readdir,readFile as readFile2,rm as rm3}from"node:fs/promises";import{tmpdir}from"node:os";import{join as join8}from"node:path";var KERNEL="_kernel_time";var COPY=/^Memcpy(?:From|To)Host$/u;var CPU="CPUExecutionProvider";var UNKNOWN="unknown";function placementOf(events){const run=events.
filter(({name})=>name==="model_run").reduce((last,each)=>(each.ts??0)>=(last?.ts??0)?each:last,void 0);const since=run?.ts??Infinity;const kernels=events.filter(
({cat,name,ts=0})=>cat==="Node"&&name?.endsWith(KERNEL)===true&&ts>=since);const nodes=kernels.filter(event=>!COPY.test(operatorOf(event)));if(run?.dur===void 0||
run.dur<=0||nodes.length===0)return null;const copies=kernels.filter(event=>COPY.test(operatorOf(event)));const counts2=new Map;for(const node of nodes)counts2.
set(providerOf(node),(counts2.get(providerOf(node))??0)+1);const elsewhere=nodes.filter(isElsewhere);const onCpu=sum(elsewhere.map(({dur=0})=>dur));const clocked=events.
filter(({cat,ts=0})=>cat==="Api"&&ts>=since);return{providers:[...counts2].map(([provider,count])=>({provider,nodes:count})).sort((a,b)=>b.nodes-a.nodes||(a.provider<
b.provider?-1:1)),nodeShare:1-elsewhere.length/nodes.length,timeShare:1-Math.min(1,onCpu/run.dur),transfers:copies.length,transferBytes:sum(copies.map(({args})=>Number(
args?.output_size??0))),kernelMs:clocked.length===0?null:sum(clocked.map(({dur=0})=>dur))/1e3}}var operatorOf=({args})=>typeof args?.op_name==="string"?args.op_name:
"";var providerOf=({args})=>typeof args?.provider==="string"?args.provider:UNKNOWN;var isElsewhere=node=>[CPU,UNKNOWN].includes(providerOf(node));var sum=values=>values.
reduce((total,value2)=>total+value2,0);var KERNEL2="_kernel_time";async function profileOf(runs,runWith){const folder=await mkdtemp(join8(tmpdir(),"prune-gate-profile-"));try{await runWith(join8(folder,
"profile"));const[file]=await readdir(folder);if(file===void 0)return{operators:[],arenaBytes:null,placement:null};return readProfile(JSON.parse(await readFile2(
join8(folder,file),"utf8")),runs)}finally{await rm3(folder,{recursive:true,force:true})}}function readProfile(events,runs){const kernels=events.filter(({cat,name})=>cat===
"Node"&&name?.endsWith(KERNEL2)===true);const[warmUp]=events.filter(({name})=>name==="model_run").map(({ts=0,dur=0})=>ts+dur).sort((a,b)=>a-b);const timed=kernels.
filter(({ts=0})=>ts>=(warmUp??0));const totals=new Map;for(const{dur=0,args}of timed){const operator=typeof args?.op_name==="string"?args.op_name:"unknown";const total=totals.
get(operator)??{us:0,count:0};totals.set(operator,{us:total.us+dur,count:total.count+1})}const operators=[...totals].map(([operator,{us,count}])=>({operator,ms:us/
1e3/runs,nodes:Math.round(count/runs)}));return{operators:operators.sort((a,b)=>b.ms-a.ms||(a.operator<b.operator?-1:1)),arenaBytes:arenaOf(kernels),placement:placementOf(
events)}}function arenaOf(kernels){const read2=(event,key)=>Number(event?.args?.[key]??NaN);const[first]=kernels;const before=read2(first,"mem_bytes_in_use")-read2(
first,"mem_in_use_delta");const peak=kernels.reduce((most,event)=>Math.max(most,read2(event,"mem_bytes_in_use")),-Infinity);const bytes=peak-before;return Number.
isFinite(bytes)&&bytes>=0?bytes:null}import{execFile as execFile2}from"node:child_process";import{mkdtemp as mkdtemp2,rm as rm4,writeFile}from"node:fs/promises";import{tmpdir as tmpdir2}from"node:os";
import{join as join9}from"node:path";var LIMIT_MS=12e4;var SCRIPT=`
const { readFileSync } = require('node:fs');
delete globalThis.Float16Array;
const job = JSON.parse(readFileSync(process.argv[1], 'utf8'));
const ort = require(job.packageFolder);
ort.env.logLevel = 'fatal';
const arrays = { float32: Float32Array, float64: Float64Array, float16: Uint16Array, uint8: Uint8Array, int8: Int8Array, uint16: Uint16Array,
  int16: Int16Array, int32: Int32Array, uint32: Uint32Array, int64: BigInt64Array, uint64: BigUint64Array, bool: Uint8Array };
const smi = (query) => require('node:child_process').execFileSync('nvidia-smi', [query, '--format=csv,noheader,nounits'], { encoding: 'utf8', timeout: 10000, st\
dio: ['ignore', 'pipe', 'ignore'] }).trim().split('\\n');
// Of this process where the driver lists it (CUDA), else what all of the GPU's memory grew by (WebGPU).
function onGpu(before) {
  try {
    const own = smi('--query-compute-apps=pid,used_memory').map((line) => line.split(',').map(Number)).find(([pid]) => pid === process.pid);
    const mib = own === undefined ? Number(smi('--query-gpu=memory.used')[0]) - before : own[1];
    return Number.isFinite(mib) && mib > 0 ? { deviceBytes: mib * 2 ** 20 } : {};
  } catch { return {}; }
}
function usedNow() { try { return Number(smi('--query-gpu=memory.used')[0]); } catch { return NaN; } }
const peak = () => process.resourceUsage().maxRSS * 1024;
(async () => {
  const feeds = Object.create(null);
  for (const { name, type, dims, file } of job.feeds) feeds[name] = new ort.Tensor(type, new arrays[type](new Uint8Array(readFileSync(file)).buffer), dims);
  const accelerated = job.providers[0] !== 'cpu';
  const usedBefore = accelerated ? usedNow() : NaN;
  const baseBytes = process.memoryUsage().rss;
  const session = await ort.InferenceSession.create(job.path, { executionProviders: job.providers, intraOpNumThreads: job.threads, interOpNumThreads: 1, enableM\
emPattern: job.providers[0] !== 'dml', logSeverityLevel: 4 });
  for (let run = 0; run < job.runs; run++) await session.run(feeds);
  const peakBytes = peak();
  return { baseBytes, peakBytes, ...(accelerated ? onGpu(usedBefore) : {}) };
})()
  .catch((error) => ({ reason: String(error.message) }))
  .then((result) => process.stdout.write(JSON.stringify(result), () => process.exit(0)));
`;async function residentMemory(request){const folder=await mkdtemp2(join9(tmpdir2(),"prune-gate-resident-"));try{const feeds=await Promise.all([...request.feeds].
map(async([name,{type,dims,data}],index)=>{const file=join9(folder,`${index}.bin`);await writeFile(file,new Uint8Array(data.buffer,data.byteOffset,data.byteLength));
return{name,type,dims,file}}));const job=join9(folder,"job.json");await writeFile(job,JSON.stringify({...request,feeds}));return await runScript(job)}finally{await rm4(
folder,{recursive:true,force:true})}}function runScript(job){return new Promise(resolve7=>{execFile2(process.execPath,["-e",SCRIPT,job],{timeout:LIMIT_MS,killSignal:"\
SIGKILL",maxBuffer:1<<20},(error,stdout)=>{if(error?.killed===true)resolve7(`it did not finish within ${LIMIT_MS/1e3} s`);else if(error!==null)resolve7(`the pro\
cess ended with ${error.signal??`code ${error.code??0}`}`);else resolve7(readResult(JSON.parse(stdout)))})})}function readResult({peakBytes,baseBytes,deviceBytes,
reason}){return peakBytes===void 0||baseBytes===void 0?shorten(reason??"it said nothing"):{peakBytes,baseBytes,...deviceBytes===void 0?{}:{deviceBytes}}}var open3=0;async function createRuntime(options={}){const loaded2=options.loaded??loadOnnxruntime();const threads=options.threads??availableParallelism();const device=await resolveDevice(
loaded2,options.device??"auto");let smallest;const onShrink=samples=>{smallest=Math.min(smallest??samples,samples)};return{device:device.info,smallestPiece:()=>smallest,
open:(model,given={})=>openSession({ort:loaded2.ort,onShrink},model,nativeOptions(device.providers,threads,given)),profile:(path,feeds,runs,given={})=>profileOf(
runs,prefix=>runProfiled(loaded2.ort,path,feeds,runs,{...nativeOptions(device.providers,threads,given),enableProfiling:true,profileFilePrefix:prefix,extra:OUTSIDE_ARENA})),
resident:(path,feeds,runs,given={})=>residentMemory({packageFolder:loaded2.folder,providers:given.device==="cpu"?["cpu"]:device.providers,path,feeds,runs,threads:given.
threads??threads})}}var OUTSIDE_ARENA={session:{use_device_allocator_for_initializers:"1"}};async function runProfiled(ort,path,feeds,runs,options){const label=basename4(
path);const native=await createNative(ort,path,options).catch(thrown=>{throw openError(thrown,label)});open3+=1;const profiled=session({ort,native,label,onShrink:()=>void 0});
try{for(let run=0;run<=runs;run++)await profiled.run(feeds);native.endProfiling()}finally{await profiled.release()}}function nativeOptions(providers,threads,given){
return{executionProviders:given.device==="cpu"?["cpu"]:providers,intraOpNumThreads:given.threads??threads,interOpNumThreads:1,enableMemPattern:providers[0]!=="d\
ml"||given.device==="cpu",executionMode:"sequential",graphOptimizationLevel:given.optimization??"all",logSeverityLevel:4}}async function openSession({ort,onShrink},model,options){
const label=typeof model==="string"?basename4(model):"a model in memory";const native=await createNative(ort,model,options).catch(thrown=>{throw openError(thrown,
label)});open3+=1;return session({ort,native,label,onShrink})}function createNative(ort,model,options){return typeof model==="string"?ort.InferenceSession.create(
model,options):ort.InferenceSession.create(model,options)}function session(opened){const inputs=opened.native.inputMetadata.map(port);const outputs=opened.native.
outputMetadata.map(port);let released=false;const run=async(feeds,wanted)=>{if(released)throw new Error("run() after release()");return runSession(opened,inputs,
outputs,feeds,wanted)};const pieces=new Pieces(inputs,run,opened.onShrink);return{inputs,outputs,run,pieces:(feeds,wanted)=>pieces.of(feeds,wanted),release:async()=>{
if(released)return;released=true;open3-=1;await opened.native.release()}}}function port(meta){if(!meta.isTensor)return{name:meta.name,type:void 0,dims:[]};return{
name:meta.name,type:isElementType(meta.type)?meta.type:void 0,dims:meta.shape.map(dim=>dim===""?null:dim)}}async function runSession(opened,inputs,outputs,feeds,wanted){
const names=wantedOutputs(opened.label,outputs,wanted);const fed=nativeFeeds(opened,inputs,feeds);const results=await opened.native.run(fed,names).catch(thrown=>{
throw runError(thrown,opened.label)});return new Map(names.map(name=>[name,readOutput(opened.label,results,name)]))}function wantedOutputs(label,outputs,wanted){
const names=wanted===void 0?outputs.filter(({type})=>type!==void 0).map(({name})=>name):[...wanted];if(names.length===0)throw refused(label,"the model has no ou\
tput that is a numeric tensor");if(names.includes("__proto__"))throw refused(label,'an output named "__proto__" cannot be read; rename it');return names}function nativeFeeds(opened,inputs,feeds){
const fed=Object.create(null);for(const{name,type,dims}of inputs){const tensor=feeds.get(name);if(tensor===void 0)throw refused(opened.label,`input "${name}" is\
 not fed`);if(tensor.type!==type)throw refused(opened.label,`input "${name}" is ${describe(type,dims)}, fed ${describe(tensor.type,tensor.dims)}`);const problem2=malformed(
tensor);if(problem2!==void 0)throw refused(opened.label,`input "${name}": ${problem2}`);fed[name]=toOrt(opened.ort,tensor)}return fed}function describe(type,dims){
return`${type??"a type that cannot be fed"} [${dims.map(dim=>dim??"?").join(", ")}]`}function readOutput(label,results,name){const value2=results[name];if(value2===
void 0)throw refused(label,`onnxruntime gave no output "${name}"`);try{return fromOrt(value2)}catch(thrown){throw refused(label,`output "${name}": ${messageOf(thrown)}`)}}
function refused(label,message){return new UserError({code:"run-failed",message,where:label,fix:"feed every input with the model's type and shape, and ask for n\
umeric outputs"})}async function openSubject(workspace,path,device){const file=await resolveInside(workspace,path);const read2=await readModel(file,{root:workspace});const external=externalFiles(
read2.graph);const directory=await mkdtemp3(join10(tmpdir3(),"prune-gate-"));const dispose=()=>rm5(directory,{recursive:true,force:true});try{const runtime=await createRuntime(
{device});const model=await storeWeights(inlineFunctions(read2),directory);const inputs=await withVariant(runtime,model,directory,session2=>Promise.resolve(session2.
inputs));const files=[file,...external];const{sha256:sha2562,bytes}=await hashFiles(files);return{path:file,files,sha256:sha2562,fileBytes:bytes,model,hadExternalData:external.
length>0,directory,runtime,inputs,dispose}}catch(thrown){await dispose();throw thrown}}async function placeVariant(subject,model,name){const path=join10(subject.
directory,`${name}.onnx`);await writeVariant(model,path);return path}async function hashFiles(files){const hash=createHash3("sha256");let bytes=0;for(const file of files){
await pipeline2(createReadStream2(file),async chunks=>{for await(const chunk of chunks){hash.update(chunk);bytes+=chunk.length}})}return{sha256:hash.digest("hex"),
bytes}}var SAMPLES=8;var PROFILED_RUNS=2;var TOLERANCES={float32:.001,float16:.03,quantized:.05};var LEAST_NODE_SHARE=.5;var LEAST_TIME_SHARE=.8;async function proveDevice(subject,samples,journal){
const{runtime}=subject;if(runtime.device.used==="cpu")return void 0;journal.enter("load",`${runtime.device.used} against the processor`);const path=await placeVariant(
subject,subject.model,"dense");const feeds=await someFeeds(subject,samples);const agreement2={samples:Math.max(1,[...feeds.values()][0]?.dims[0]??1),...await compare(
runtime,path,feeds,kindOf2(subject.model))};if(!(agreement2.difference<=agreement2.tolerance))throw disagreement(runtime.device.used,agreement2);const{placement}=await runtime.
profile(path,feeds,PROFILED_RUNS);return{agreement:{samples:agreement2.samples,difference:agreement2.difference,tolerance:agreement2.tolerance,type:agreement2.type},
...placement===null?{}:{placement},findings:placementFindings(runtime.device.used,placement,"dense")}}async function someFeeds(subject,samples){const size=fixedBatch(
subject.inputs)??SAMPLES;for await(const batch of samples.batches(size))return fixedBatch(subject.inputs)===void 0?batch.feeds:filledFeeds(batch,size);throw new UserError(
{code:"data-empty",message:"The dataset has no samples.",where:samples.description})}function kindOf2({graph}){if(graph.nodes.some(({opType})=>/Quantize|QLinear|Integer$/u.
test(opType)))return"quantized";const halves=[...weightTensors(graph).values()].some(({dataType})=>dataType===DataType.FLOAT16)||graph.inputs.some(({elemType})=>elemType===
DataType.FLOAT16);return halves?"float16":"float32"}async function compare(runtime,path,feeds,type){const expected=await outputsOf(runtime,path,feeds,"cpu");const found=await outputsOf(
runtime,path,feeds,void 0);let worst={type,tolerance:TOLERANCES[type],difference:0,output:""};for(const[output,tensor]of expected){const difference=differenceOf(
tensor,found.get(output));if(!(difference<=worst.difference))worst={...worst,difference,output}}return worst}async function outputsOf(runtime,path,feeds,device){
const session2=await runtime.open(path,device===void 0?{}:{device});try{return await session2.run(feeds)}finally{await session2.release()}}function differenceOf(expected,found){
if(found?.type!==expected.type||found.dims.join()!==expected.dims.join())return Infinity;if(DISCRETE.has(expected.type)){let unequal=0;for(let i=0;i<expected.data.
length;i++)if(expected.data[i]!==found.data[i])unequal+=1;return expected.data.length===0?0:unequal/expected.data.length}const[a,b]=[numbersOf(found),numbersOf(
expected)];let[apart,largest]=[0,0];for(let i=0;i<b.length;i++){const[x,y]=[Number(a[i]),Number(b[i])];if(Object.is(x,y)||x===y){if(Number.isFinite(y))largest=Math.
max(largest,Math.abs(y));continue}if(!Number.isFinite(x)||!Number.isFinite(y))return Infinity;apart=Math.max(apart,Math.abs(x-y));largest=Math.max(largest,Math.
abs(y))}return apart===0?0:apart/largest}var DISCRETE=new Set(["int64","uint64","int32","uint32","bool"]);var numbersOf=({type,data})=>type==="float16"?float16ToFloat32(
data):data;function disagreement(device,{difference,tolerance,type,samples,output}){const much=Number.isFinite(difference)?`by ${difference.toPrecision(2)} of i\
ts largest value`:"in shape, or in where it is not finite";return new UserError({code:"device-disagrees",message:`On "${device}" the dense model computes other \
outputs than on the processor: "${output}" differs ${much} over ${String(samples)} samples, and ${String(tolerance)} is tolerated for ${type} models.`,where:"de\
vice",fix:`update the device's driver and onnxruntime; until they agree, set "device: cpu"`})}function placementFindings(device,placement,role){if(placement===void 0)
return[];if(placement===null)return[finding(`onnxruntime's profile does not tell where the ${role} model ran, so nothing shows that "${device}" did.`,role)];const{
providers,nodeShare,timeShare,transfers}=placement;const own=device in ACCELERATORS?ACCELERATORS[device].profiled:[];if(nodeShare>0&&!providers.some(({provider})=>own.
includes(provider))){return[finding(`None of the ${role} model's nodes ran on "${device}", but on ${providers.map(({provider})=>provider).join(", ")}.`,role)]}if(nodeShare>=
LEAST_NODE_SHARE&&timeShare>=LEAST_TIME_SHARE)return[];const percent=share=>`${(100*share).toFixed(0)} %`;return[finding(`Only ${percent(nodeShare)} of the ${role}\
 model's nodes and ${percent(timeShare)} of its time are on "${device}" (at least ${percent(LEAST_NODE_SHARE)} and ${percent(LEAST_TIME_SHARE)} are expected), w\
ith ${String(transfers)} copies between device and processor in a run.`,role)]}function prunedFindings(device,{pruned}){return device==="cpu"?[]:placementFindings(
device,pruned.placement??null,"pruned")}function finding(message,role){return{code:"device-placement",level:"warning",message,where:`device: ${role} model`,fix:'\
Set "device: cpu", or export the model with operators and types that the device has kernels for; report.json lists the nodes by provider.'}}import{existsSync as existsSync6}from"node:fs";import{join as join13}from"node:path";var ARRAYS={float32:Float32Array,float64:Float64Array,float16:Uint16Array,uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,int32:Int32Array,uint32:Uint32Array,
int64:BigInt64Array,uint64:BigUint64Array,bool:Uint8Array};var bytesPerElement=type=>ARRAYS[type].BYTES_PER_ELEMENT;var isFloating=type=>type==="float32"||type===
"float64"||type==="float16";var newArray=(type,length)=>new ARRAYS[type](length);function elementsOf(type,bytes){const{BYTES_PER_ELEMENT:width}=ARRAYS[type];const source=bytes.
byteOffset%width===0?bytes:new Uint8Array(bytes);return new ARRAYS[type](source.buffer,source.byteOffset,source.byteLength/width)}function bytesOf2(data){return new Uint8Array(
data.buffer,data.byteOffset,data.byteLength)}function elementCount2(dims){return dims.reduce((product3,dim)=>product3*dim,1)}function copyTensor(tensor){return{
...tensor,data:tensor.data.slice()}}function describeType(type,dims){return`${type??"no tensor"} [${dims.map(dim=>dim??"?").join(",")}]`}function chooseColumns(table3,context){const{inputs,source}=context;for(const name of source.inputs.keys()){if(!inputs.some(port2=>port2.name===name))throw unknownInput(
name,context)}const target=chooseTarget(table3,context);const slices=(source.slices??[]).map(name=>columnNamed(name,table3,context));const apart=target===void 0?
slices:[target,...slices];const chosen=inputs.map(port2=>({port:port2,columns:columnsFor(port2,table3,apart,context)}));const unfed=chosen.filter(({columns})=>columns===
void 0).map(({port:port2})=>port2);if(unfed.length>0)throw unbound(unfed,table3,context);const bindings=chosen.map(({port:port2,columns=[]})=>({port:port2,columns}));
for(const column2 of[...bindings.flatMap(({columns})=>columns),...apart]){if(column2.problem!==void 0)throw column2.problem}for(const column2 of slices)requireNumber(
column2,context);return{bindings,target,slices}}function chooseTarget(table3,context){const name=context.source.target??table3.defaultTarget;return name===void 0?
void 0:columnNamed(name,table3,context)}function requireNumber(column2,{source}){if(elementCount2(column2.dims)===1)return;throw new UserError({code:"data-misma\
tch",message:`The column '${column2.name}' divides no samples into slices: it is ${describeColumn(column2)}, and a slice has one number a sample.`,where:source.
path,fix:"Name columns of one number a sample in `slices`."})}function columnsFor(port2,table3,apart,context){const mapped=context.source.inputs.get(port2.name);
if(mapped!==void 0)return mapped.map(name=>columnNamed(name,table3,context));const sameName=table3.columns.find(({name})=>name===port2.name);if(sameName!==void 0)
return[sameName];if(context.inputs.length>1)return void 0;const others=table3.columns.filter(column2=>!apart.includes(column2));if(others.length===1)return others;
return table3.tabular&&elementsWanted(port2)===others.length?others:void 0}function elementsWanted({dims:[,...sizes]}){return sizes.every(size=>typeof size==="n\
umber")?elementCount2(sizes):void 0}function columnNamed(name,table3,context){const column2=table3.columns.find(one=>one.name===name);if(column2!==void 0)return column2;
throw new UserError({code:"data-unknown-column",message:`The dataset ${context.source.path} has no column '${name}'${hint(name,table3.columns)}; it has ${listColumns(
table3)}.`,where:context.source.path,fix:"Name one of these columns in `inputs`, `target` or `slices`."})}function listColumns({columns}){const wide=columns.length>
MOST_DESCRIBED;const shown2=columns.slice(0,wide?MOST_NAMED:MOST_DESCRIBED).map(column2=>wide?column2.name:`${column2.name} (${describeColumn(column2)})`);return`${shown2.
join(", ")}${columns.length>shown2.length?` and ${columns.length-shown2.length} more`:""}`||"none"}var MOST_DESCRIBED=8;var MOST_NAMED=20;function hint(name,known2){
const near=nearest(name,known2.map(one=>one.name));return near===void 0?"":` (did you mean '${near}'?)`}function describeColumn(column2){return column2.problem===
void 0?describeType(column2.type,[column2.count,...column2.dims]):"unusable"}function unknownInput(name,{inputs,source}){return new UserError({code:"data-unknow\
n-input",message:`The policy feeds an input '${name}'${hint(name,inputs)}, but the model's inputs are ${listPorts(inputs)}.`,where:source.path,fix:"Name the mod\
el's inputs as keys of `inputs`, and the columns as values."})}function unbound(ports,table3,{source}){return new UserError({code:"data-unbound-input",message:`\
No column of ${source.path} feeds the model input ${listPorts(ports)}; its columns are ${listColumns(table3)}.`,where:source.path,fix:`Say which column feeds it\
: inputs: { ${ports.map(({name})=>`${name}: COLUMN`).join(", ")} }`})}function listPorts(ports){return ports.map(describePort).join(", ")}function describePort(port2){
return`${port2.name} ${describeType(port2.type,port2.dims)}`}function isIdentity({scale,mean:mean2,std:std2}){return scale===1&&mean2.every(value2=>value2===0)&&std2.every(value2=>value2===1)}function makeConverter(type,fit,normalization,shown2){
const convert=isFloating(type)?normaliser(type,fit,normalization):exactCaster(type,fit,shown2);return stored2=>({type,dims:[stored2.dims[0]??0,...fit.dims],data:convert(
stored2)})}function normaliser(type,fit,normalization){const affine=affineOf(fit,normalization);const tables=byteTables(affine);return stored2=>{if(type==="floa\
t32"&&stored2.type==="uint8")return lookUp(stored2.data,fit,affine,tables);const out=type==="float32"?new Float32Array(stored2.data.length):new Float64Array(stored2.
data.length);normalise(numbersOf2(stored2),out,fit,affine);return type==="float16"?float32ToFloat16(roundToOdd(out)):out}}function affineOf({dims,channels:{count,
inner}},{scale,mean:mean2,std:std2}){if(mean2.length===1&&std2.length===1){return{scale,mean:Float64Array.from(mean2),std:Float64Array.from(std2),channelOf:void 0}}
const spread3=values=>Float64Array.from({length:count},(_,channel)=>values[values.length===1?0:channel]??NaN);const channelOf=Uint32Array.from({length:elementCount2(
dims)},(_,position)=>Math.floor(position/inner)%count);return{scale,mean:spread3(mean2),std:spread3(std2),channelOf}}function normalise(from,out,{dims,gather:gather2},affine){
const{scale,mean:mean2,std:std2,channelOf}=affine;const size=elementCount2(dims);for(let base=0;base<out.length;base+=size){for(let i=0;i<size;i++){const channel=channelOf===
void 0?0:channelOf[i];const value2=from[base+(gather2===void 0?i:gather2[i])];out[base+i]=(value2/scale-mean2[channel])/std2[channel]}}}function byteTables({scale,
mean:mean2,std:std2}){return Float32Array.from({length:mean2.length*256},(_,i)=>{const channel=i>>>8;return((i&255)/scale-mean2[channel])/std2[channel]})}function lookUp(from,{
dims,gather:gather2},{channelOf},tables){const out=new Float32Array(from.length);const size=elementCount2(dims);for(let base=0;base<out.length;base+=size){for(let i=0;i<
size;i++){const channel=channelOf===void 0?0:channelOf[i];const byte=from[base+(gather2===void 0?i:gather2[i])];out[base+i]=tables[(channel<<8)+byte]}}return out}
function numbersOf2({type,data}){if(data instanceof BigInt64Array||data instanceof BigUint64Array)return Float64Array.from(data,Number);return type==="float16"?
float16ToFloat32(data):data}function roundToOdd(wide){const single=Float32Array.from(wide);const words=new Uint32Array(single.buffer);for(let i=0;i<single.length;i++){
const exact=wide[i];const rounded2=single[i];if(rounded2===exact||Number.isNaN(exact))continue;if(Math.abs(rounded2)>Math.abs(exact))words[i]=words[i]-1;words[i]=
words[i]|1}return single}var RANGES=new Map([["bool",[0n,1n]],["uint8",[0n,255n]],["int8",[-128n,127n]],["uint16",[0n,65535n]],["int16",[-32768n,32767n]],["uint\
32",[0n,2n**32n-1n]],["int32",[-(2n**31n),2n**31n-1n]],["uint64",[0n,2n**64n-1n]],["int64",[-(2n**63n),2n**63n-1n]]]);var isWide=data=>data instanceof BigInt64Array||
data instanceof BigUint64Array;function exactCaster(type,{dims,gather:gather2},shown2){const range=RANGES.get(type);if(range===void 0)throw new TypeError(`${type}\
 is no integer type`);const size=elementCount2(dims);const sourceOf2=to=>gather2===void 0?to:to-to%size+gather2[to%size];return stored2=>{const from=stored2.type===
"float16"?float16ToFloat32(stored2.data):stored2.data;const out=newArray(type,from.length);const fail=value2=>{throw lossy(value2,type,shown2)};if(isWide(from)||
isWide(out))castWide(from,out,sourceOf2,range,fail);else castNarrow(from,out,sourceOf2,range,fail);return out}}function castNarrow(from,out,sourceOf2,range,fail){
const low=Number(range[0]);const high=Number(range[1]);for(let to=0;to<out.length;to++){const value2=from[sourceOf2(to)];if(!(value2>=low&&value2<=high)||!Number.
isInteger(value2))fail(value2);out[to]=value2}}function castWide(from,out,sourceOf2,[low,high],fail){const wide=isWide(out);for(let to=0;to<out.length;to++){const value2=from[sourceOf2(
to)];if(typeof value2==="number"&&!Number.isSafeInteger(value2))fail(value2);const exact=BigInt(value2);if(exact<low||exact>high)fail(value2);out[to]=wide?exact:
Number(exact)}}function lossy(value2,type,shown2){return new UserError({code:"data-lossy-cast",message:`${shown2} holds ${value2}, which ${type} cannot hold exa\
ctly.`,where:shown2,fix:`Store the column as ${type}, or map another column to this input.`})}var refuse=(why,fix)=>({why,fix});var DEFAULT_FIX="Store one value per model input in the shape that the model wants, or map another column in `inputs`.";function fitSample(stored2,wanted,options){
const isImage2=stored2.length===2||stored2.length===3;if(isImage2&&options.layout!==void 0&&(wanted.length===3||wanted.length===1&&stored2.length===3)){return fitImage(
stored2,wanted,options.layout,options)}return fitPlain(stored2,wanted,options)}function fitImage(stored2,wanted,layout,options){const readings=readingsOf(stored2,
options.isPixels).map(reading=>({reading,...arrange(reading,layout)}));const fitting=readings.filter(({dims})=>fits2(dims,wanted)||isFlattened(dims,wanted));const chosen=fitting.
length>1?fitting.find(({reading})=>reading.name===plainReading(stored2)):fitting[0];if(chosen===void 0){if(fitting.length>1){return refuse("it could be rows x c\
olumns x channels or channels x rows x columns","Store images as [samples, rows, columns, channels].")}const shapes=readings.map(({dims,reading})=>`[${dims.join(
",")}] (${reading.name} to ${layout.slice(1)})`).join(" or ");return refuse(`with layout ${layout} a sample becomes ${shapes}`,"Check `layout`; set `preprocess.\
resize` where only rows and columns differ.")}const colour=colourOrder(chosen.channels.count,options.color);if(typeof colour!=="boolean")return colour;const gather2=gatherOf(
chosen.strides,chosen.dims,chosen.channelAxis,colour);const flat=wanted.length===1;const steps=[chosen.reading.name===layout.slice(1)?"":`${chosen.reading.name}\
 to ${layout.slice(1)}`,colour?"RGB to BGR":"",flat?"flattened":""];return{fit:{dims:flat?[elementCount2(chosen.dims)]:chosen.dims,gather:gather2,channels:chosen.
channels,isImage:true,how:steps.filter(step=>step!=="").join(", ")}}}function readingsOf(stored2,isPixels){if(stored2.length===2)return[{dims:stored2,channelAxis:void 0,
name:"HW"}];const rowsFirst={dims:stored2,channelAxis:2,name:"HWC"};return isPixels?[rowsFirst]:[rowsFirst,{dims:stored2,channelAxis:0,name:"CHW"}]}var MAX_CHANNELS=4;
function plainReading(stored2){const[first=0,,last=0]=stored2;if(last<=MAX_CHANNELS&&first>MAX_CHANNELS)return"HWC";return first<=MAX_CHANNELS&&last>MAX_CHANNELS?
"CHW":void 0}function arrange({dims,channelAxis},layout){const strides=rowMajorStrides(dims);const spatial=dims.map((_,axis)=>axis).filter(axis=>axis!==channelAxis);
const size=axis=>axis===void 0?1:dims[axis]??1;const order2=layout==="NCHW"?[channelAxis,...spatial]:[...spatial,channelAxis];const at=layout==="NCHW"?0:order2.
length-1;const inner=layout==="NCHW"?spatial.reduce((product3,axis)=>product3*size(axis),1):1;return{dims:order2.map(size),strides:order2.map(axis=>axis===void 0?
0:strides[axis]??0),channelAxis:at,channels:{count:size(channelAxis),inner}}}function rowMajorStrides(dims){const strides=new Array(dims.length).fill(1);for(let axis=dims.
length-2;axis>=0;axis--)strides[axis]=(strides[axis+1]??1)*(dims[axis+1]??1);return strides}function colourOrder(channels,color){if(color===void 0||color==="RGB"&&
channels===1)return false;if(channels!==3)return refuse(`\`color: ${color}\` needs 3 channels, and it has ${channels}`,"Leave `color` out.");return color==="BGR"}
function gatherOf(strides,dims,channelAxis,reversed2){const gather2=new Int32Array(elementCount2(dims));const index=new Array(dims.length).fill(0);let moved=false;
for(let to=0;to<gather2.length;to++){let from=0;for(const[axis,at]of index.entries()){from+=(reversed2&&axis===channelAxis?(dims[axis]??1)-1-at:at)*(strides[axis]??
0)}gather2[to]=from;moved||=from!==to;for(let axis=dims.length-1;axis>=0;axis--){index[axis]=(index[axis]??0)+1;if((index[axis]??0)<(dims[axis]??0))break;index[axis]=
0}}return moved?gather2:void 0}function fitPlain(stored2,wanted,options){const shape=plainShape(stored2,wanted);if("why"in shape)return shape;const channelAxis=plainChannelAxis(
stored2,options.statistics);if(typeof channelAxis!=="number")return channelAxis;const isImage2=stored2.length===3||wanted.length===3||stored2.length===2&&wanted.
length===1;const channels={count:stored2[channelAxis]??1,inner:elementCount2(stored2.slice(channelAxis+1))};const colour=isImage2?colourOrder(imageChannels(stored2,
channelAxis),options.color):false;if(typeof colour!=="boolean")return colour;const gather2=colour?gatherOf(rowMajorStrides(stored2),stored2,channelAxis,true):void 0;
return{fit:{dims:shape.dims,gather:gather2,channels,isImage:isImage2,how:[shape.how,colour?"RGB to BGR":""].filter(step=>step!=="").join(", ")}}}var imageChannels=(stored2,channelAxis)=>stored2.
length===3?stored2[channelAxis]??1:1;function plainShape(stored2,wanted){if(fits2(stored2,wanted))return{dims:stored2,how:""};const reshaped=fitWithoutOnes(stored2,
wanted);if(reshaped!==void 0)return{dims:reshaped,how:`reshaped to [${reshaped.join(",")}]`};if(isFlattened(stored2,wanted)){if(stored2.length===3&&longerThanOne(
stored2)===3){return{why:"flattening it could put channels first or last",fix:"Set `preprocess.layout` to the order in which the model was trained."}}return{dims:[
elementCount2(stored2)],how:"flattened"}}if(isUnflattened(stored2,wanted))return{dims:wanted,how:`reshaped to [${wanted.join(",")}]`};if(stored2.length===3&&wanted.
length===3){return{why:"their axes differ",fix:"Set `preprocess.layout` (NCHW or NHWC) to what the model wants, and `preprocess.resize` if rows and columns diff\
er."}}return{why:"their shapes differ",fix:DEFAULT_FIX}}function fits2(dims,wanted){return dims.length===wanted.length&&dims.every((size,axis)=>typeof wanted[axis]!==
"number"||wanted[axis]===size)}function fitWithoutOnes(stored2,wanted){const sizes=stored2.filter(size=>size!==1);const places=wanted.filter(size=>size!==1);const filled=sizes.
length===0&&places.every(size=>typeof size!=="number")?places.map(()=>1):sizes;if(!fits2(filled,places))return void 0;const next=filled[Symbol.iterator]();return wanted.
map(size=>size===1?1:next.next().value??1)}var longerThanOne=dims=>dims.filter(size=>size>1).length;function isFlattened(stored2,wanted){return wanted.length===
1&&stored2.length>1&&wanted[0]===elementCount2(stored2)}function isUnflattened(stored2,wanted){if(stored2.length!==1||!wanted.every(size=>typeof size==="number"))
return false;return elementCount2(wanted)===stored2[0]&&longerThanOne(wanted)<=2}function plainChannelAxis(stored2,statistics){const last=Math.max(stored2.length-
1,0);if(statistics===1||stored2.length<3)return last;const axes=[0,last].filter(axis2=>stored2[axis2]===statistics);const[axis]=axes;if(axes.length===1&&axis!==
void 0)return axis;return refuse(axes.length===0?`no axis has the ${statistics} channels that mean and std have`:`its channels could be first or last (${statistics}\
 either way)`,"Set `preprocess.layout`, and give mean and std one entry or one per channel.")}function sizeAfter(geometry){return geometry.crop??geometry.resize}function applyGeometry(image,geometry,shown2){const resized2=geometry.resize===void 0?image:resize2(
image,geometry.resize.width,geometry.resize.height);return geometry.crop===void 0?resized2:centreCrop(resized2,geometry.crop,shown2)}function resize2(image,width,height){
return resizeRows(resizeColumns(image,width),height)}var FRACTION=22;var HALF=1<<FRACTION-1;function triangleTaps(from,to){const scale=from/to;const support=Math.
max(scale,1);const width=Math.ceil(support)*2+1;const taps={first:new Int32Array(to),count:new Int32Array(to),weights:new Int32Array(to*width),width};for(let position=0;position<
to;position++){const centre=(position+.5)*scale;const first=Math.max(Math.trunc(centre-support+.5),0);const count=Math.min(Math.trunc(centre+support+.5),from)-first;
taps.first[position]=first;taps.count[position]=count;taps.weights.set(fixedWeights(first,count,centre,support),position*width)}return taps}function fixedWeights(first,count,centre,support){
const triangle=Array.from({length:count},(_,i)=>Math.max(1-Math.abs((i+first-centre+.5)/support),0));const sum2=triangle.reduce((total,weight)=>total+weight,0);
return triangle.map(weight=>Math.floor(weight/sum2*2**FRACTION+.5))}function resizeColumns(image,width){if(width===image.width)return image;const{height,channels}=image;
const taps=triangleTaps(image.width,width);const data=new Uint8Array(width*height*channels);for(let row=0;row<height;row++){for(let column2=0;column2<width;column2++){
const start=(row*image.width+taps.first[column2])*channels;for(let channel=0;channel<channels;channel++){data[(row*width+column2)*channels+channel]=weigh(image.
data,start+channel,channels,taps,column2)}}}return{width,height,channels,data}}function resizeRows(image,height){if(height===image.height)return image;const{width,
channels}=image;const taps=triangleTaps(image.height,height);const stride=width*channels;const data=new Uint8Array(height*stride);for(let row=0;row<height;row++){
const start=taps.first[row]*stride;for(let i=0;i<stride;i++)data[row*stride+i]=weigh(image.data,start+i,stride,taps,row)}return{width,height,channels,data}}function weigh(data,start,stride,taps,position){
const count=taps.count[position];const weights=position*taps.width;let sum2=HALF;for(let i=0;i<count;i++)sum2+=data[start+i*stride]*taps.weights[weights+i];return Math.
min(sum2>>FRACTION,255)}function centreCrop(image,size,shown2){if(size.width>image.width||size.height>image.height){throw new UserError({code:"crop-too-large",message:`\
The crop of ${size.width} x ${size.height} is larger than the image of ${image.width} x ${image.height}.`,where:shown2,fix:"Make `crop` smaller, or `resize` to \
at least that size first."})}const top=Math.floor((image.height-size.height)/2);const left=Math.floor((image.width-size.width)/2);const{channels}=image;const data=new Uint8Array(
size.width*size.height*channels);for(let row=0;row<size.height;row++){const from=((top+row)*image.width+left)*channels;data.set(image.data.subarray(from,from+size.
width*channels),row*size.width*channels)}return{...size,channels,data}}function bindInputs(bindings,context){checkNormalization(context);const plans=bindings.map(binding=>bindInput(binding,context));refuseIdlePreprocessing(plans,context);
return plans}function bindInput({port:port2,columns},context){const{type,dims:[batch,...wanted]}=port2;if(type===void 0)throw mismatch(port2,columns,"the input \
is no tensor of a type that prune-gate feeds","Such models are not supported.",context);if(batch===void 0)throw mismatch(port2,columns,"the input has no axis fo\
r the batch","Export the model with a batch axis.",context);const gathered=gather(port2,columns,context);const{layout,color,mean:mean2,std:std2}=context.preprocess;
const statistics=isFloating(type)?Math.max(mean2.length,std2.length):1;const result=fitSample(gathered.dims,wanted,{layout,color,isPixels:gathered.isPixels,statistics});
if("why"in result)throw mismatch(port2,columns,result.why,result.fix,context);const{fit}=result;if(statistics!==1&&statistics!==fit.channels.count){throw mismatch(
port2,columns,`mean and std have ${statistics} entries for ${fit.channels.count} channels`,"Give mean and std one entry, or one per channel.",context)}const convert=makeConverter(
type,fit,context.preprocess,columns.map(({name})=>name).join(", "));return planOf(port2,columns,gathered,fit,convert,context)}function planOf(port2,columns,gathered,fit,convert,context){
const normalised=port2.type!==void 0&&isFloating(port2.type)&&!isIdentity(context.preprocess);const steps=[fit.how,normalised?describeNormalization(context):""].
filter(step=>step!=="");const isImage2=fit.isImage||gathered.isPixels;return{port:port2,columns,isImage:isImage2,prepare:rows2=>convert(gathered.from(rows2)),description:`${describeColumns(
columns)} -> ${describePort(port2)}${steps.length===0?"":` (${steps.join(", ")})`}`}}function describeNormalization({preprocess:{scale,mean:mean2,std:std2}}){const list=values=>values.
length===1?String(values[0]):`[${values.join(", ")}]`;const scaled=scale===1?"x":`x / ${scale}`;const[first=0]=mean2;const shift=mean2.length===1&&first<0?` + ${-first}`:
` - ${list(mean2)}`;const shifted=mean2.every(value2=>value2===0)?scaled:`${scaled}${shift}`;if(std2.every(value2=>value2===1))return shifted;return`${shifted===
"x"?shifted:`(${shifted})`} / ${list(std2)}`}function gather(port2,columns,context){const[column2]=columns;if(column2===void 0)throw mismatch(port2,columns,"no \
column is named","Name at least one column.",context);if(columns.length>1)return stack(port2,columns,context);if(column2.origin==="stored"&&resizes(context)&&isImageLike(
column2,port2))return reshapeStored(port2,column2,context);return{type:column2.type,dims:column2.dims,isPixels:column2.origin==="image",from:rows2=>rowsOf(rows2,
column2)}}function rowsOf(rows2,{name}){const tensor=rows2.get(name);if(tensor===void 0)throw new Error(`column ${name} was not read`);return tensor}function stack(port2,columns,context){
const shaped=columns.find(({dims})=>dims.length>0);if(shaped!==void 0){throw mismatch(port2,columns,`column ${shaped.name} holds more than one number per sample`,
"Map one column, or several that hold one number each.",context)}const width=columns.length;const from=rows2=>{const parts=columns.map(column2=>rowsOf(rows2,column2).
data);const count=parts[0]?.length??0;const data=new Float64Array(count*width);for(const[at,part2]of parts.entries()){for(let row=0;row<count;row++)data[row*width+
at]=Number(part2[row])}return{type:"float64",dims:[count,width],data}};return{type:"float64",dims:[width],isPixels:false,from}}var resizes=({preprocess:{resize:resize3,
crop}})=>resize3!==void 0||crop!==void 0;var isImageLike=({dims},port2)=>dims.length===3||dims.length===2&&(port2.dims.length===4||port2.dims.length===2);var MAX_CHANNELS2=4;
function reshapeStored(port2,column2,context){const[height=0,width=0,channels=1]=column2.dims;const size=sizeAfter(context.preprocess);if(column2.type!=="uint8"||
channels>MAX_CHANNELS2||size===void 0){throw mismatch(port2,[column2],"resize and crop work on 8-bit images stored as rows x columns x channels","Store the imag\
es as uint8 [samples, rows, columns, channels], or resize them yourself.",context)}const dims=[size.height,size.width,...column2.dims.slice(2)];const from=rows2=>{
const stored2=rowsOf(rows2,column2).data;const each=height*width*channels;const count=stored2.length/each;const data=new Uint8Array(count*elementCount2(dims));for(let row=0;row<
count;row++){const image={width,height,channels,data:stored2.subarray(row*each,(row+1)*each)};data.set(applyGeometry(image,context.preprocess,context.source.path).
data,row*elementCount2(dims))}return{type:"uint8",dims:[count,...dims],data}};return{type:"uint8",dims,isPixels:column2.dims.length===3,from}}function describeColumns(columns){
const[first]=columns;if(columns.length===1&&first!==void 0)return`${first.name} ${describeColumn(first)}`;const names=columns.map(({name})=>name);const shown2=names.
length>6?`${names.slice(0,3).join(", ")} ... ${names.at(-1)??""}`:names.join(", ");return`${columns.length} columns (${shown2}) ${describeType("float64",[first?.
count??0,columns.length])}`}function mismatch(port2,columns,why,fix,context){return new UserError({code:"data-mismatch",where:context.source.path,fix,message:`T\
he model input and the data do not fit: model input ${describePort(port2)}; data column ${describeColumns(columns)}; ${why}.`})}function checkNormalization({preprocess:{
scale,mean:mean2,std:std2},source}){const usable=Number.isFinite(scale)&&scale!==0&&mean2.length>0&&mean2.every(Number.isFinite)&&std2.length>0&&std2.every(value2=>Number.
isFinite(value2)&&value2!==0);const equal=mean2.length===std2.length||mean2.length===1||std2.length===1;if(usable&&equal)return;throw new UserError({code:"prepr\
ocess-invalid",where:source.path,message:"In `preprocess`, scale and std must be finite and not 0, mean finite, and mean and std as long as each other (or 1).",
fix:"For instance: preprocess: { scale: 255, mean: [0.5], std: [0.5] }"})}function refuseIdlePreprocessing(plans,{preprocess,source}){const refuse2=(what,needs)=>{
throw new UserError({code:"preprocess-unused",message:`\`preprocess\` sets ${what}, but no model input ${needs}.`,where:source.path,fix:`Remove ${what} from \`pr\
eprocess\`.`})};if(!isIdentity(preprocess)&&!plans.some(({port:port2})=>port2.type!==void 0&&isFloating(port2.type))){refuse2("scale, mean or std","is floating-\
point")}if(plans.some(({isImage:isImage2})=>isImage2))return;for(const what of["layout","color","resize","crop"]){if(preprocess[what]!==void 0)refuse2(what,"is \
fed with images")}}function targetOf(rows2,target){return target===void 0?void 0:copyTensor(rowsOf(rows2,target))}function slicesOf(rows2,columns){return columns.
length===0?{}:{slices:new Map(columns.map(column2=>[column2.name,copyTensor(rowsOf(rows2,column2))]))}}import{createHash as createHash4}from"node:crypto";import{createReadStream as createReadStream3}from"node:fs";import{open as open4,stat as stat3}from"node:fs/promises";
import{relative as relative2,sep as sep2}from"node:path";var HEAD_BYTES=4096;var LFS_POINTER2="version https://git-lfs.github.com/spec/v1";async function locate(workspace,path){const absolute=await resolveInside(workspace,
path);const stats=await statOrFail(absolute,path);if(!stats.isFile()&&!stats.isDirectory())throw notFound2(path,"it is neither a file nor a folder");return{file:{
path:absolute,shown:shownPath(path),bytes:stats.size},directory:stats.isDirectory()}}async function locateFile(workspace,path){const{file,directory}=await locate(
workspace,path);if(directory)throw notFound2(path,"it is a folder, where a file is wanted");return file}function shownPath(path){return path.split(sep2).join("/").
replace(/^\.\//u,"")}function pathBelow(folder,path){return relative2(folder,path).split(sep2).join("/")}async function statOrFail(absolute,path){try{return await stat3(
absolute)}catch(error){throw notFound2(path,isAbsent(error)?"there is no such file":messageOf(error))}}function isAbsent(error){return error instanceof Error&&"\
code"in error&&error.code==="ENOENT"}function notFound2(path,why){return new UserError({code:"data-not-found",message:`Dataset ${path} cannot be read: ${why}.`,
where:shownPath(path),fix:"Give the path relative to the workspace, and check that the checkout brings the file."})}async function readHead(file){const handle=await open4(
file.path,"r");try{const head2=new Uint8Array(Math.min(HEAD_BYTES,file.bytes));const{bytesRead}=await handle.read(head2,0,head2.length,0);refuseLfsPointer(head2,
file);return head2.subarray(0,bytesRead)}finally{await handle.close()}}function refuseLfsPointer(head2,file){if(!Buffer.from(head2.buffer,head2.byteOffset,Math.
min(head2.length,LFS_POINTER2.length)).equals(Buffer.from(LFS_POINTER2)))return;throw new UserError({code:"lfs-pointer",message:`${file.shown} is a Git LFS poin\
ter, not the data it stands for.`,where:file.shown,fix:"Check out with `lfs: true` (actions/checkout), or run `git lfs pull`."})}async function hashFile(file){const hash=createHash4(
"sha256");for await(const chunk of createReadStream3(file.path,{highWaterMark:1<<20}))hash.update(chunk);return hash.digest("hex")}async function hashFiles2(files){
const[only]=files;if(files.length===1&&only!==void 0)return hashFile(only);const all=createHash4("sha256");for(const file of files)all.update(`${await hashFile(
file)}  ${file.shown}
`);return all.digest("hex")}import{pipeline as pipeline3}from"node:stream";import{Transform}from"stream";var is_object=function(obj){return typeof obj==="object"&&obj!==null&&!Array.isArray(obj)};var CsvError=class _CsvError extends Error{constructor(code,message,options,...contexts){if(Array.isArray(message))message=message.join(" ").trim();super(message);
if(Error.captureStackTrace!==void 0){Error.captureStackTrace(this,_CsvError)}this.code=code;for(const context of contexts){for(const key in context){const value2=context[key];
this[key]=Buffer.isBuffer(value2)?value2.toString(options.encoding):value2==null?value2:JSON.parse(JSON.stringify(value2))}}}};var normalize_columns_array=function(columns){const normalizedColumns=[];for(let i=0,l=columns.length;i<l;i++){const column2=columns[i];if(column2===void 0||column2===
null||column2===false){normalizedColumns[i]={disabled:true}}else if(typeof column2==="string"||typeof column2==="number"){normalizedColumns[i]={name:`${column2}`}}else if(is_object(
column2)){if(typeof column2.name!=="string"){throw new CsvError("CSV_OPTION_COLUMNS_MISSING_NAME",["Option columns missing name:",`property "name" is required a\
t position ${i}`,"when column is an object literal"])}normalizedColumns[i]=column2}else{throw new CsvError("CSV_INVALID_COLUMN_DEFINITION",["Invalid column defi\
nition:","expect a string or a literal object,",`got ${JSON.stringify(column2)} at position ${i}`])}}return normalizedColumns};var ResizeableBuffer=class{constructor(size=100){this.size=size;this.length=0;this.buf=Buffer.allocUnsafe(size)}prepend(val){if(Buffer.isBuffer(val)){const length=this.
length+val.length;if(length>=this.size){this.resize();if(length>=this.size){throw Error("INVALID_BUFFER_STATE")}}const buf=this.buf;this.buf=Buffer.allocUnsafe(
this.size);val.copy(this.buf,0);buf.copy(this.buf,val.length);this.length+=val.length}else{const length=this.length++;if(length===this.size){this.resize()}const buf=this.
clone();this.buf[0]=val;buf.copy(this.buf,1,0,length)}}append(val){const length=this.length++;if(length===this.size){this.resize()}this.buf[length]=val}clone(){
return Buffer.from(this.buf.slice(0,this.length))}resize(){const length=this.length;this.size=this.size*2;const buf=Buffer.allocUnsafe(this.size);this.buf.copy(
buf,0,0,length);this.buf=buf}toString(encoding){if(encoding){return this.buf.toString(encoding,0,this.length)}else{return Uint8Array.prototype.slice.call(this.buf.
slice(0,this.length))}}toJSON(){return this.toString("utf8")}reset(){this.length=0}};var ResizeableBuffer_default=ResizeableBuffer;var init_state=function(options){const timchars=[32,9,10,13,12,11,160,5760,8192,8193,8194,8195,8196,8197,8198,8199,8200,8201,8202,8232,8233,8239,8287,12288,65279].
reduce((acc,codepoint)=>{const encoded=Buffer.from(String.fromCharCode(codepoint),options.encoding);if(codepoint!==63&&encoded.length===1&&encoded[0]===63){return acc}
acc.push(encoded);return acc},[]);const timcharFirstBytes=new Uint8Array(256);for(const t of timchars)timcharFirstBytes[t[0]]=1;return{bomSkipped:false,bufBytesStart:0,
castField:options.cast_function,commenting:false,delimiterBufPrevious:void 0,delimiterDiscovered:false,error:void 0,enabled:options.from_line===1,escaping:false,
escapeIsQuote:Buffer.isBuffer(options.escape)&&Buffer.isBuffer(options.quote)&&Buffer.compare(options.escape,options.quote)===0,expectedRecordLength:Array.isArray(
options.columns)?options.columns.length:void 0,field:new ResizeableBuffer_default(20),firstLineToHeaders:options.cast_first_line_to_header,needMoreDataSize:Math.
max(options.comment!==null?options.comment.length:0,...options.delimiter?options.delimiter.map(delimiter=>delimiter.length):[],options.delimiter_auto?1:0,options.
quote!==null?options.quote.length:0,...timchars.map(t=>t.length)),previousBuf:void 0,quoting:false,stop:false,rawBuffer:new ResizeableBuffer_default(100),record:[],
recordHasError:false,record_length:0,recordDelimiterMaxLength:options.record_delimiter.length===0?0:Math.max(...options.record_delimiter.map(v=>v.length)),trimChars:[
Buffer.from(" ",options.encoding)[0],Buffer.from("	",options.encoding)[0]],wasQuoting:false,wasRowDelimiter:false,timchars,timcharFirstBytes}};var underscore=function(str){return str.replace(/([A-Z])/g,function(_,match){return"_"+match.toLowerCase()})};var normalize_options=function(opts){const options={};for(const opt in opts){options[underscore(opt)]=opts[opt]}if(options.encoding===void 0||options.encoding===
true){options.encoding="utf8"}else if(options.encoding===null||options.encoding===false){options.encoding=null}else if(typeof options.encoding!=="string"&&options.
encoding!==null){throw new CsvError("CSV_INVALID_OPTION_ENCODING",["Invalid option encoding:","encoding must be a string or null to return a buffer,",`got ${JSON.
stringify(options.encoding)}`],options)}if(options.bom===void 0||options.bom===null||options.bom===false){options.bom=false}else if(options.bom!==true){throw new CsvError(
"CSV_INVALID_OPTION_BOM",["Invalid option bom:","bom must be true,",`got ${JSON.stringify(options.bom)}`],options)}options.cast_function=null;if(options.cast===
void 0||options.cast===null||options.cast===false||options.cast===""){options.cast=void 0}else if(typeof options.cast==="function"){options.cast_function=options.
cast;options.cast=true}else if(options.cast!==true){throw new CsvError("CSV_INVALID_OPTION_CAST",["Invalid option cast:","cast must be true or a function,",`got\
 ${JSON.stringify(options.cast)}`],options)}if(options.cast_date===void 0||options.cast_date===null||options.cast_date===false||options.cast_date===""){options.
cast_date=false}else if(options.cast_date===true){options.cast_date=function(value2){const date=Date.parse(value2);return!isNaN(date)?new Date(date):value2}}else if(typeof options.
cast_date!=="function"){throw new CsvError("CSV_INVALID_OPTION_CAST_DATE",["Invalid option cast_date:","cast_date must be true or a function,",`got ${JSON.stringify(
options.cast_date)}`],options)}options.cast_first_line_to_header=void 0;if(options.columns===true){options.cast_first_line_to_header=void 0}else if(typeof options.
columns==="function"){options.cast_first_line_to_header=options.columns;options.columns=true}else if(Array.isArray(options.columns)){options.columns=normalize_columns_array(
options.columns)}else if(options.columns===void 0||options.columns===null||options.columns===false){options.columns=false}else{throw new CsvError("CSV_INVALID_O\
PTION_COLUMNS",["Invalid option columns:","expect an array, a function or true,",`got ${JSON.stringify(options.columns)}`],options)}if(options.group_columns_by_name===
void 0||options.group_columns_by_name===null||options.group_columns_by_name===false){options.group_columns_by_name=false}else if(options.group_columns_by_name!==
true){throw new CsvError("CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",["Invalid option group_columns_by_name:","expect an boolean,",`got ${JSON.stringify(options.
group_columns_by_name)}`],options)}else if(options.columns===false){throw new CsvError("CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",["Invalid option group_columns\
_by_name:","the `columns` mode must be activated."],options)}if(options.comment===void 0||options.comment===null||options.comment===false||options.comment===""){
options.comment=null}else{if(typeof options.comment==="string"){options.comment=Buffer.from(options.comment,options.encoding)}if(!Buffer.isBuffer(options.comment)){
throw new CsvError("CSV_INVALID_OPTION_COMMENT",["Invalid option comment:","comment must be a buffer or a string,",`got ${JSON.stringify(options.comment)}`],options)}}
if(options.comment_no_infix===void 0||options.comment_no_infix===null||options.comment_no_infix===false){options.comment_no_infix=false}else if(options.comment_no_infix!==
true){throw new CsvError("CSV_INVALID_OPTION_COMMENT",["Invalid option comment_no_infix:","value must be a boolean,",`got ${JSON.stringify(options.comment_no_infix)}`],
options)}if(options.delimiter_auto===void 0||options.delimiter_auto===null||options.delimiter_auto===false){options.delimiter_auto=false}else if(options.delimiter_auto===
true){options.delimiter_auto={}}else if(!is_object(options.delimiter_auto)){throw new CsvError("CSV_INVALID_OPTION_DELIMITER_AUTO",["Invalid option delimiter_au\
to:","delimiter_auto must be a boolean or a configuration object,",`got ${JSON.stringify(options.delimiter_auto)}`],options)}if(options.delimiter_auto){if(options.
delimiter_auto.preferred===void 0)options.delimiter_auto.preferred={[",".charCodeAt(0)]:1.8,["	".charCodeAt(0)]:1.8,[";".charCodeAt(0)]:1.6,[" ".charCodeAt(0)]:1.6,
[":".charCodeAt(0)]:1.5,[".".charCodeAt(0)]:1.4,["/".charCodeAt(0)]:1.4};else if(!is_object(options.delimiter_auto.preferred)){throw new CsvError("CSV_INVALID_O\
PTION_DELIMITER_AUTO",["Invalid option delimiter_auto:","preferred must be an object,",`got ${JSON.stringify(options.delimiter_auto.preferred)}`],options)}if(options.
delimiter_auto.score===void 0)options.delimiter_auto.score=(info,options2)=>{return(info.total-info.std)*(options2.preferred[info.char_code]||1)};else if(typeof options.
delimiter_auto.score!=="function"){throw new CsvError("CSV_INVALID_OPTION_DELIMITER_AUTO",["Invalid option delimiter_auto:","score must be a function,",`got ${JSON.
stringify(options.delimiter_auto.score)}`],options)}if(options.delimiter_auto.size===void 0)options.delimiter_auto.size=2048;else if(typeof options.delimiter_auto.
size!=="number"){throw new CsvError("CSV_INVALID_OPTION_DELIMITER_AUTO",["Invalid option delimiter_auto:","size must be a number,",`got ${JSON.stringify(options.
delimiter_auto.size)}`],options)}}const delimiter_json=JSON.stringify(options.delimiter);if(options.delimiter_auto!==false){options.delimiter=[]}if(!Array.isArray(
options.delimiter)){if(options.delimiter===void 0||options.delimiter===null||options.delimiter===false){options.delimiter=Buffer.from(",",options.encoding)}options.
delimiter=[options.delimiter]}options.delimiter=options.delimiter.map(function(delimiter){if(typeof delimiter==="string"){delimiter=Buffer.from(delimiter,options.
encoding)}if(!Buffer.isBuffer(delimiter)||delimiter.length===0){throw new CsvError("CSV_INVALID_OPTION_DELIMITER",["Invalid option delimiter:","delimiter must b\
e a non empty string or buffer or array of string|buffer,",`got ${delimiter_json}`],options)}return delimiter});if(options.escape===void 0||options.escape===true){
options.escape=Buffer.from('"',options.encoding)}else if(typeof options.escape==="string"){options.escape=Buffer.from(options.escape,options.encoding)}else if(options.
escape===null||options.escape===false){options.escape=null}if(options.escape!==null){if(!Buffer.isBuffer(options.escape)){throw new Error(`Invalid Option: escap\
e must be a buffer, a string or a boolean, got ${JSON.stringify(options.escape)}`)}}if(options.from===void 0||options.from===null){options.from=1}else{if(typeof options.
from==="string"&&/\d+/.test(options.from)){options.from=parseInt(options.from)}if(Number.isInteger(options.from)){if(options.from<0){throw new Error(`Invalid Op\
tion: from must be a positive integer, got ${JSON.stringify(opts.from)}`)}}else{throw new Error(`Invalid Option: from must be an integer, got ${JSON.stringify(options.
from)}`)}}if(options.from_line===void 0||options.from_line===null){options.from_line=1}else{if(typeof options.from_line==="string"&&/\d+/.test(options.from_line)){
options.from_line=parseInt(options.from_line)}if(Number.isInteger(options.from_line)){if(options.from_line<=0){throw new Error(`Invalid Option: from_line must b\
e a positive integer greater than 0, got ${JSON.stringify(opts.from_line)}`)}}else{throw new Error(`Invalid Option: from_line must be an integer, got ${JSON.stringify(
opts.from_line)}`)}}if(options.ignore_last_delimiters===void 0||options.ignore_last_delimiters===null){options.ignore_last_delimiters=false}else if(typeof options.
ignore_last_delimiters==="number"){options.ignore_last_delimiters=Math.floor(options.ignore_last_delimiters);if(options.ignore_last_delimiters===0){options.ignore_last_delimiters=
false}}else if(typeof options.ignore_last_delimiters!=="boolean"){throw new CsvError("CSV_INVALID_OPTION_IGNORE_LAST_DELIMITERS",["Invalid option `ignore_last_d\
elimiters`:","the value must be a boolean value or an integer,",`got ${JSON.stringify(options.ignore_last_delimiters)}`],options)}if(options.ignore_last_delimiters===
true&&options.columns===false){throw new CsvError("CSV_IGNORE_LAST_DELIMITERS_REQUIRES_COLUMNS",["The option `ignore_last_delimiters`","requires the activation \
of the `columns` option"],options)}if(options.info===void 0||options.info===null||options.info===false){options.info=false}else if(options.info!==true){throw new Error(
`Invalid Option: info must be true, got ${JSON.stringify(options.info)}`)}if(options.max_record_size===void 0||options.max_record_size===null||options.max_record_size===
false){options.max_record_size=0}else if(Number.isInteger(options.max_record_size)&&options.max_record_size>=0){}else if(typeof options.max_record_size==="strin\
g"&&/\d+/.test(options.max_record_size)){options.max_record_size=parseInt(options.max_record_size)}else{throw new Error(`Invalid Option: max_record_size must be\
 a positive integer, got ${JSON.stringify(options.max_record_size)}`)}if(options.objname===void 0||options.objname===null||options.objname===false){options.objname=
void 0}else if(Buffer.isBuffer(options.objname)){if(options.objname.length===0){throw new Error(`Invalid Option: objname must be a non empty buffer`)}if(options.
encoding===null){}else{options.objname=options.objname.toString(options.encoding)}}else if(typeof options.objname==="string"){if(options.objname.length===0){throw new Error(
`Invalid Option: objname must be a non empty string`)}}else if(typeof options.objname==="number"){}else{throw new Error(`Invalid Option: objname must be a strin\
g or a buffer, got ${options.objname}`)}if(options.objname!==void 0){if(typeof options.objname==="number"){if(options.columns!==false){throw Error("Invalid Opti\
on: objname index cannot be combined with columns or be defined as a field")}}else{if(options.columns===false){throw Error("Invalid Option: objname field must b\
e combined with columns or be defined as an index")}}}if(options.on_record===void 0||options.on_record===null){options.on_record=void 0}else if(typeof options.on_record!==
"function"){throw new CsvError("CSV_INVALID_OPTION_ON_RECORD",["Invalid option `on_record`:","expect a function,",`got ${JSON.stringify(options.on_record)}`],options)}
if(options.on_skip!==void 0&&options.on_skip!==null&&typeof options.on_skip!=="function"){throw new Error(`Invalid Option: on_skip must be a function, got ${JSON.
stringify(options.on_skip)}`)}if(options.quote===null||options.quote===false||options.quote===""){options.quote=null}else{if(options.quote===void 0||options.quote===
true){options.quote=Buffer.from('"',options.encoding)}else if(typeof options.quote==="string"){options.quote=Buffer.from(options.quote,options.encoding)}if(!Buffer.
isBuffer(options.quote)){throw new Error(`Invalid Option: quote must be a buffer or a string, got ${JSON.stringify(options.quote)}`)}}if(options.raw===void 0||options.
raw===null||options.raw===false){options.raw=false}else if(options.raw!==true){throw new Error(`Invalid Option: raw must be true, got ${JSON.stringify(options.raw)}`)}
if(options.record_delimiter===void 0){options.record_delimiter=[]}else if(typeof options.record_delimiter==="string"||Buffer.isBuffer(options.record_delimiter)){
if(options.record_delimiter.length===0){throw new CsvError("CSV_INVALID_OPTION_RECORD_DELIMITER",["Invalid option `record_delimiter`:","value must be a non empt\
y string or buffer,",`got ${JSON.stringify(options.record_delimiter)}`],options)}options.record_delimiter=[options.record_delimiter]}else if(!Array.isArray(options.
record_delimiter)){throw new CsvError("CSV_INVALID_OPTION_RECORD_DELIMITER",["Invalid option `record_delimiter`:","value must be a string, a buffer or array of \
string|buffer,",`got ${JSON.stringify(options.record_delimiter)}`],options)}options.record_delimiter=options.record_delimiter.map(function(rd,i){if(typeof rd!==
"string"&&!Buffer.isBuffer(rd)){throw new CsvError("CSV_INVALID_OPTION_RECORD_DELIMITER",["Invalid option `record_delimiter`:","value must be a string, a buffer\
 or array of string|buffer",`at index ${i},`,`got ${JSON.stringify(rd)}`],options)}else if(rd.length===0){throw new CsvError("CSV_INVALID_OPTION_RECORD_DELIMITE\
R",["Invalid option `record_delimiter`:","value must be a non empty string or buffer",`at index ${i},`,`got ${JSON.stringify(rd)}`],options)}if(typeof rd==="str\
ing"){rd=Buffer.from(rd,options.encoding)}return rd});if(typeof options.relax_column_count==="boolean"){}else if(options.relax_column_count===void 0||options.relax_column_count===
null){options.relax_column_count=false}else{throw new Error(`Invalid Option: relax_column_count must be a boolean, got ${JSON.stringify(options.relax_column_count)}`)}
if(typeof options.relax_column_count_less==="boolean"){}else if(options.relax_column_count_less===void 0||options.relax_column_count_less===null){options.relax_column_count_less=
false}else{throw new Error(`Invalid Option: relax_column_count_less must be a boolean, got ${JSON.stringify(options.relax_column_count_less)}`)}if(typeof options.
relax_column_count_more==="boolean"){}else if(options.relax_column_count_more===void 0||options.relax_column_count_more===null){options.relax_column_count_more=
false}else{throw new Error(`Invalid Option: relax_column_count_more must be a boolean, got ${JSON.stringify(options.relax_column_count_more)}`)}if(typeof options.
relax_quotes==="boolean"){}else if(options.relax_quotes===void 0||options.relax_quotes===null){options.relax_quotes=false}else{throw new Error(`Invalid Option: \
relax_quotes must be a boolean, got ${JSON.stringify(options.relax_quotes)}`)}if(typeof options.skip_empty_lines==="boolean"){}else if(options.skip_empty_lines===
void 0||options.skip_empty_lines===null){options.skip_empty_lines=false}else{throw new Error(`Invalid Option: skip_empty_lines must be a boolean, got ${JSON.stringify(
options.skip_empty_lines)}`)}if(typeof options.skip_records_with_empty_values==="boolean"){}else if(options.skip_records_with_empty_values===void 0||options.skip_records_with_empty_values===
null){options.skip_records_with_empty_values=false}else{throw new Error(`Invalid Option: skip_records_with_empty_values must be a boolean, got ${JSON.stringify(
options.skip_records_with_empty_values)}`)}if(typeof options.skip_records_with_error==="boolean"){}else if(options.skip_records_with_error===void 0||options.skip_records_with_error===
null){options.skip_records_with_error=false}else{throw new Error(`Invalid Option: skip_records_with_error must be a boolean, got ${JSON.stringify(options.skip_records_with_error)}`)}
if(options.rtrim===void 0||options.rtrim===null||options.rtrim===false){options.rtrim=false}else if(options.rtrim!==true){throw new Error(`Invalid Option: rtrim\
 must be a boolean, got ${JSON.stringify(options.rtrim)}`)}if(options.ltrim===void 0||options.ltrim===null||options.ltrim===false){options.ltrim=false}else if(options.
ltrim!==true){throw new Error(`Invalid Option: ltrim must be a boolean, got ${JSON.stringify(options.ltrim)}`)}if(options.trim===void 0||options.trim===null||options.
trim===false){options.trim=false}else if(options.trim!==true){throw new Error(`Invalid Option: trim must be a boolean, got ${JSON.stringify(options.trim)}`)}if(options.
trim===true&&opts.ltrim!==false){options.ltrim=true}else if(options.ltrim!==true){options.ltrim=false}if(options.trim===true&&opts.rtrim!==false){options.rtrim=
true}else if(options.rtrim!==true){options.rtrim=false}if(options.to===void 0||options.to===null){options.to=-1}else if(options.to!==-1){if(typeof options.to===
"string"&&/\d+/.test(options.to)){options.to=parseInt(options.to)}if(Number.isInteger(options.to)){if(options.to<=0){throw new Error(`Invalid Option: to must be\
 a positive integer greater than 0, got ${JSON.stringify(opts.to)}`)}}else{throw new Error(`Invalid Option: to must be an integer, got ${JSON.stringify(opts.to)}`)}}
if(options.to_line===void 0||options.to_line===null){options.to_line=-1}else if(options.to_line!==-1){if(typeof options.to_line==="string"&&/\d+/.test(options.to_line)){
options.to_line=parseInt(options.to_line)}if(Number.isInteger(options.to_line)){if(options.to_line<=0){throw new Error(`Invalid Option: to_line must be a positi\
ve integer greater than 0, got ${JSON.stringify(opts.to_line)}`)}}else{throw new Error(`Invalid Option: to_line must be an integer, got ${JSON.stringify(opts.to_line)}`)}}
return options};var delimiter_discover=function(records,options){if(!options){({delimiter_auto:options}=normalize_options({delimiter_auto:true}))}if(typeof records==="string"){
records=Buffer.from(records)}if(Buffer.isBuffer(records)){records=(data=>{const records2=[];const parser=transform({delimiter:[]});const push=record=>records2.push(
record);const close2=()=>{};const error=parser.parse(data,true,push,close2);if(error!==void 0)throw error;return records2})(records)}const info=Array(127).fill().
map(()=>({lines:[]}));records.map(([record],line2)=>{for(let i=0,l=record.length;i<l;i++){const code=record.charCodeAt(i);if(info[code].lines[line2]===void 0)info[code].
lines[line2]=0;info[code].lines[line2]++}});info.map((info2,i)=>{info2.char_code=i;info2.std=std(info2.lines);info2.total=info2.lines.reduce((acc,val)=>acc+val,
0);info2.preferred=!!options.preferred[i];info2.score=options.score(info2,options)});const result=info.reduce((acc,info2)=>acc.score>info2.score?acc:info2,{});return String.
fromCharCode(result.char_code)};var std=function(array){const n=array.length;if(n===0)return 0;const mean2=array.reduce((a,b)=>a+b)/n;return Math.sqrt(array.map(
x=>Math.pow(x-mean2,2)).reduce((a,b)=>a+b)/n)};var isRecordEmpty=function(record){return record.every(field2=>field2==null||field2.toString&&field2.toString().trim()==="")};var cr=13;var nl=10;var boms={utf8:Buffer.
from([239,187,191]),utf16le:Buffer.from([255,254])};var transform=function(original_options={}){const info={bytes:0,bytes_records:0,comment_lines:0,empty_lines:0,
invalid_field_length:0,lines:1,records:0};const options=normalize_options(original_options);return{info,original_options,options,state:init_state(options),__needMoreData:function(i,bufLen,end){
if(end)return false;const{encoding,escape,quote}=this.options;const{quoting,needMoreDataSize,recordDelimiterMaxLength}=this.state;const numOfCharLeft=bufLen-i-1;
const requiredLength=Math.max(needMoreDataSize,recordDelimiterMaxLength===0?Buffer.from("\r\n",encoding).length:recordDelimiterMaxLength,quoting?(escape===null?
0:escape.length)+quote.length:0,quoting?quote.length+recordDelimiterMaxLength:0);return numOfCharLeft<requiredLength},parse:function(nextBuf,end,push,close2){const{
bom,comment_no_infix,delimiter_auto,encoding,from_line,ltrim,max_record_size,raw,relax_quotes,rtrim,skip_empty_lines,to,to_line}=this.options;let{comment,escape,
quote,record_delimiter}=this.options;const{bomSkipped,delimiterDiscovered,delimiterBufPrevious,rawBuffer,escapeIsQuote}=this.state;if(!delimiterDiscovered&&delimiter_auto){
let delimiterBuf;if(delimiterBufPrevious===void 0){delimiterBuf=nextBuf}else if(delimiterBufPrevious!==void 0&&nextBuf===void 0){delimiterBuf=delimiterBufPrevious}else{
delimiterBuf=Buffer.concat([delimiterBufPrevious,nextBuf])}nextBuf=void 0;if(end||delimiterBuf.length>delimiter_auto.size){this.options.delimiter=[Buffer.from(delimiter_discover(
delimiterBuf,this.options.delimiter_auto))];this.state.previousBuf=delimiterBuf;this.state.delimiterBufPrevious=void 0;this.state.delimiterDiscovered=true}else{
this.state.delimiterBufPrevious=delimiterBuf;return}}const{previousBuf}=this.state;let buf;if(previousBuf===void 0){if(nextBuf===void 0){close2();return}else{buf=
nextBuf}}else if(previousBuf!==void 0&&nextBuf===void 0){buf=previousBuf}else{buf=Buffer.concat([previousBuf,nextBuf])}if(bomSkipped===false){if(bom===false){this.
state.bomSkipped=true}else if(buf.length<3){if(end===false){this.state.previousBuf=buf;return}}else{for(const encoding2 in boms){if(boms[encoding2].compare(buf,
0,boms[encoding2].length)===0){const bomLength=boms[encoding2].length;this.state.bufBytesStart+=bomLength;buf=buf.slice(bomLength);const options2=normalize_options(
{...this.original_options,encoding:encoding2});for(const key in options2){this.options[key]=options2[key]}({comment,escape,quote}=this.options);break}}this.state.
bomSkipped=true}}const bufLen=buf.length;let pos;for(pos=0;pos<bufLen;pos++){if(this.__needMoreData(pos,bufLen,end)){break}if(this.state.wasRowDelimiter===true){
this.info.lines++;this.state.wasRowDelimiter=false}if(to_line!==-1&&this.info.lines>to_line){this.state.stop=true;close2();return}if(this.state.quoting===false&&
record_delimiter.length===0){const record_delimiterCount=this.__autoDiscoverRecordDelimiter(buf,pos);if(record_delimiterCount){record_delimiter=this.options.record_delimiter}}
const chr=buf[pos];if(raw===true){rawBuffer.append(chr)}if((chr===cr||chr===nl)&&this.state.wasRowDelimiter===false){this.state.wasRowDelimiter=true}if(this.state.
escaping===true){this.state.escaping=false}else{if(escape!==null&&this.state.quoting===true&&this.__isEscape(buf,pos,chr)&&pos+escape.length<bufLen){if(escapeIsQuote){
if(this.__isQuote(buf,pos+escape.length)){this.state.escaping=true;pos+=escape.length-1;continue}}else{this.state.escaping=true;pos+=escape.length-1;continue}}if(this.
state.commenting===false&&this.__isQuote(buf,pos)){if(this.state.quoting===true){const nextChr=buf[pos+quote.length];const isNextChrTrimable=rtrim&&this.__isCharTrimable(
buf,pos+quote.length);const isNextChrComment=comment!==null&&this.__compareBytes(comment,buf,pos+quote.length,nextChr);const isNextChrDelimiter=this.__isDelimiter(
buf,pos+quote.length,nextChr);const isNextChrRecordDelimiter=record_delimiter.length===0?this.__autoDiscoverRecordDelimiter(buf,pos+quote.length):this.__isRecordDelimiter(
nextChr,buf,pos+quote.length);if(escape!==null&&this.__isEscape(buf,pos,chr)&&this.__isQuote(buf,pos+escape.length)){pos+=escape.length-1}else if(!nextChr||isNextChrDelimiter||
isNextChrRecordDelimiter||isNextChrComment||isNextChrTrimable){this.state.quoting=false;this.state.wasQuoting=true;pos+=quote.length-1;continue}else if(relax_quotes===
false){const err=this.__error(new CsvError("CSV_INVALID_CLOSING_QUOTE",["Invalid Closing Quote:",`got "${String.fromCharCode(nextChr)}"`,`at line ${this.info.lines}`,
"instead of delimiter, record delimiter, trimable character","(if activated) or comment"],this.options,this.__infoField()));if(err!==void 0)return err}else{this.
state.quoting=false;this.state.wasQuoting=true;this.state.field.prepend(quote);pos+=quote.length-1}}else{if(this.state.field.length!==0){if(relax_quotes===false){
const info2=this.__infoField();const bom2=Object.keys(boms).map(b=>boms[b].equals(this.state.field.toString())?b:false).filter(Boolean)[0];const err=this.__error(
new CsvError("INVALID_OPENING_QUOTE",["Invalid Opening Quote:",`a quote is found on field ${JSON.stringify(info2.column)} at line ${info2.lines}, value is ${JSON.
stringify(this.state.field.toString(encoding))}`,bom2?`(${bom2} bom)`:void 0],this.options,info2,{field:this.state.field}));if(err!==void 0)return err}}else{this.
state.quoting=true;pos+=quote.length-1;continue}}}if(this.state.quoting===false){const recordDelimiterLength=this.__isRecordDelimiter(chr,buf,pos);if(recordDelimiterLength!==
0){const skipCommentLine=this.state.commenting&&this.state.wasQuoting===false&&this.state.record.length===0&&this.state.field.length===0;if(skipCommentLine){this.
info.comment_lines++}else{if(this.state.enabled===false&&this.info.lines+(this.state.wasRowDelimiter===true?1:0)>=from_line){this.state.enabled=true;this.__resetField();
this.__resetRecord();pos+=recordDelimiterLength-1;continue}if(skip_empty_lines===true&&this.state.wasQuoting===false&&this.state.record.length===0&&this.state.field.
length===0){this.info.empty_lines++;pos+=recordDelimiterLength-1;continue}this.info.bytes=this.state.bufBytesStart+pos;const errField=this.__onField();if(errField!==
void 0)return errField;this.info.bytes=this.state.bufBytesStart+pos+recordDelimiterLength;const errRecord=this.__onRecord(push);if(errRecord!==void 0)return errRecord;
if(to!==-1&&this.info.records>=to){this.state.stop=true;close2();return}}this.state.commenting=false;pos+=recordDelimiterLength-1;continue}if(this.state.commenting){
continue}if(comment!==null&&(comment_no_infix===false||this.state.record.length===0&&this.state.field.length===0)){const commentCount=this.__compareBytes(comment,
buf,pos,chr);if(commentCount!==0){this.state.commenting=true;continue}}const delimiterLength=this.__isDelimiter(buf,pos,chr);if(delimiterLength!==0){this.info.bytes=
this.state.bufBytesStart+pos;const errField=this.__onField();if(errField!==void 0)return errField;pos+=delimiterLength-1;continue}}}if(this.state.commenting===false){
if(max_record_size!==0&&this.state.record_length+this.state.field.length>max_record_size){return this.__error(new CsvError("CSV_MAX_RECORD_SIZE",["Max Record Si\
ze:","record exceed the maximum number of tolerated bytes",`of ${max_record_size}`,`at line ${this.info.lines}`],this.options,this.__infoField()))}}const lappend=ltrim===
false||this.state.quoting===true||this.state.field.length!==0||!this.__isCharTrimable(buf,pos);const rappend=rtrim===false||this.state.wasQuoting===false;if(lappend===
true&&rappend===true){this.state.field.append(chr)}else if(rtrim===true&&!this.__isCharTrimable(buf,pos)){return this.__error(new CsvError("CSV_NON_TRIMABLE_CHA\
R_AFTER_CLOSING_QUOTE",["Invalid Closing Quote:","found non trimable byte after quote",`at line ${this.info.lines}`],this.options,this.__infoField()))}else{if(lappend===
false){pos+=this.__isCharTrimable(buf,pos)-1}continue}}if(end===true){if(this.state.quoting===true){const err=this.__error(new CsvError("CSV_QUOTE_NOT_CLOSED",[
"Quote Not Closed:",`the parsing is finished with an opening quote at line ${this.info.lines}`],this.options,this.__infoField()));if(err!==void 0)return err}else{
if(this.state.wasQuoting===true||this.state.record.length!==0||this.state.field.length!==0){this.info.bytes=this.state.bufBytesStart+pos;const errField=this.__onField();
if(errField!==void 0)return errField;const errRecord=this.__onRecord(push);if(errRecord!==void 0)return errRecord}else if(this.state.wasRowDelimiter===true){this.
info.empty_lines++}else if(this.state.commenting===true){this.info.comment_lines++}}}else{this.state.bufBytesStart+=pos;this.state.previousBuf=buf.slice(pos)}if(this.
state.wasRowDelimiter===true){this.info.lines++;this.state.wasRowDelimiter=false}},__onRecord:function(push){const{columns,group_columns_by_name,encoding,info:info2,
from,relax_column_count,relax_column_count_less,relax_column_count_more,raw,skip_records_with_empty_values}=this.options;const{enabled,record}=this.state;if(enabled===
false){return this.__resetRecord()}const recordLength=record.length;if(columns===true){if(skip_records_with_empty_values===true&&isRecordEmpty(record)){this.__resetRecord();
return}return this.__firstLineToColumns(record)}if(columns===false&&this.info.records===0){this.state.expectedRecordLength=recordLength}if(recordLength!==this.state.
expectedRecordLength){const err=columns===false?new CsvError("CSV_RECORD_INCONSISTENT_FIELDS_LENGTH",["Invalid Record Length:",`expect ${this.state.expectedRecordLength}\
,`,`got ${recordLength} on line ${this.info.lines}`],this.options,this.__infoField(),{record}):new CsvError("CSV_RECORD_INCONSISTENT_COLUMNS",["Invalid Record L\
ength:",`columns length is ${columns.length},`,`got ${recordLength} on line ${this.info.lines}`],this.options,this.__infoField(),{record});if(relax_column_count===
true||relax_column_count_less===true&&recordLength<this.state.expectedRecordLength||relax_column_count_more===true&&recordLength>this.state.expectedRecordLength){
this.info.invalid_field_length++;this.state.error=err}else{const finalErr=this.__error(err);if(finalErr)return finalErr}}if(skip_records_with_empty_values===true&&
isRecordEmpty(record)){this.__resetRecord();return}if(this.state.recordHasError===true){this.__resetRecord();this.state.recordHasError=false;return}this.info.records++;
if(from===1||this.info.records>=from){const{objname}=this.options;if(columns!==false){const obj={};for(let i=0,l=record.length;i<l;i++){if(columns[i]===void 0||
columns[i].disabled)continue;if(group_columns_by_name===true&&Object.hasOwn(obj,columns[i].name)){if(Array.isArray(obj[columns[i].name])){obj[columns[i].name]=obj[columns[i].
name].concat(record[i])}else{obj[columns[i].name]=[obj[columns[i].name],record[i]]}}else{Object.defineProperty(obj,columns[i].name,{value:record[i],enumerable:true,
writable:true,configurable:true})}}if(raw===true||info2===true){const extRecord=Object.assign({record:obj},raw===true?{raw:this.state.rawBuffer.toString(encoding)}:
{},info2===true?{info:this.__infoRecord()}:{});const err=this.__push(objname===void 0?extRecord:[obj[objname],extRecord],push);if(err){return err}}else{const err=this.
__push(objname===void 0?obj:[obj[objname],obj],push);if(err){return err}}}else{if(raw===true||info2===true){const extRecord=Object.assign({record},raw===true?{raw:this.
state.rawBuffer.toString(encoding)}:{},info2===true?{info:this.__infoRecord()}:{});const err=this.__push(objname===void 0?extRecord:[record[objname],extRecord],
push);if(err){return err}}else{const err=this.__push(objname===void 0?record:[record[objname],record],push);if(err){return err}}}}this.__resetRecord()},__firstLineToColumns:function(record){
const{firstLineToHeaders}=this.state;try{const headers=firstLineToHeaders===void 0?record:firstLineToHeaders.call(null,record);if(!Array.isArray(headers)){return this.
__error(new CsvError("CSV_INVALID_COLUMN_MAPPING",["Invalid Column Mapping:","expect an array from column function,",`got ${JSON.stringify(headers)}`],this.options,
this.__infoField(),{headers}))}const normalizedHeaders=normalize_columns_array(headers);this.state.expectedRecordLength=normalizedHeaders.length;this.options.columns=
normalizedHeaders;this.__resetRecord();return}catch(err){return err}},__resetRecord:function(){if(this.options.raw===true){this.state.rawBuffer.reset()}this.state.
error=void 0;this.state.record=[];this.state.record_length=0},__onField:function(){const{cast,encoding,rtrim,max_record_size}=this.options;const{enabled,wasQuoting}=this.
state;if(enabled===false){return this.__resetField()}let field2=this.state.field.toString(encoding);if(rtrim===true&&wasQuoting===false){field2=field2.trimRight()}
if(cast===true){const[err,f]=this.__cast(field2);if(err!==void 0)return err;field2=f}this.state.record.push(field2);if(max_record_size!==0&&typeof field2==="str\
ing"){this.state.record_length+=field2.length}this.__resetField()},__resetField:function(){this.state.field.reset();this.state.wasQuoting=false},__push:function(record,push){
const{on_record}=this.options;if(on_record!==void 0){const info2=this.__infoRecord();try{record=on_record.call(null,record,info2)}catch(err){return err}if(record===
void 0||record===null){return}}this.info.bytes_records+=this.info.bytes;push(record)},__cast:function(field2){const{columns,relax_column_count}=this.options;const isColumns=Array.
isArray(columns);if(isColumns===true&&relax_column_count&&this.options.columns.length<=this.state.record.length){return[void 0,void 0]}if(this.state.castField!==
null){try{const info2=this.__infoField();return[void 0,this.state.castField.call(null,field2,info2)]}catch(err){return[err]}}if(this.__isFloat(field2)){return[void 0,
parseFloat(field2)]}else if(this.options.cast_date!==false){const info2=this.__infoField();return[void 0,this.options.cast_date.call(null,field2,info2)]}return[
void 0,field2]},__compareBytes:function(sourceBuf,targetBuf,targetPos,firstByte){if(sourceBuf[0]!==firstByte)return 0;const sourceLength=sourceBuf.length;for(let i=1;i<
sourceLength;i++){if(sourceBuf[i]!==targetBuf[targetPos+i])return 0}return sourceLength},__isCharTrimable:function(buf,pos){const{timchars,timcharFirstBytes}=this.
state;const first=buf[pos];if(first===void 0||timcharFirstBytes[first]===0)return 0;loop1:for(let i=0;i<timchars.length;i++){const timchar=timchars[i];for(let j=0;j<
timchar.length;j++){if(timchar[j]!==buf[pos+j])continue loop1}return timchar.length}return 0},__isDelimiter:function(buf,pos,chr){const{delimiter,ignore_last_delimiters}=this.
options;if(ignore_last_delimiters===true&&this.state.record.length===this.options.columns.length-1){return 0}else if(ignore_last_delimiters!==false&&typeof ignore_last_delimiters===
"number"&&this.state.record.length===ignore_last_delimiters-1){return 0}loop1:for(let i=0;i<delimiter.length;i++){const del=delimiter[i];if(del[0]===chr){for(let j=1;j<
del.length;j++){if(del[j]!==buf[pos+j])continue loop1}return del.length}}return 0},__isEscape:function(buf,pos,chr){const{escape}=this.options;if(escape===null)
return false;const l=escape.length;if(escape[0]===chr){for(let i=0;i<l;i++){if(escape[i]!==buf[pos+i]){return false}}return true}return false},__isFloat:function(value2){
return value2-parseFloat(value2)+1>=0},__isQuote:function(buf,pos){const{quote}=this.options;if(quote===null)return false;const l=quote.length;for(let i=0;i<l;i++){
if(quote[i]!==buf[pos+i]){return false}}return true},__isRecordDelimiter:function(chr,buf,pos){const{record_delimiter}=this.options;const recordDelimiterLength=record_delimiter.
length;loop1:for(let i=0;i<recordDelimiterLength;i++){const rd=record_delimiter[i];const rdLength=rd.length;if(rd[0]!==chr){continue}for(let j=1;j<rdLength;j++){
if(rd[j]!==buf[pos+j]){continue loop1}}return rd.length}return 0},__autoDiscoverRecordDelimiter:function(buf,pos){const{encoding}=this.options;const rds=[Buffer.
from("\r\n",encoding),Buffer.from("\n",encoding),Buffer.from("\r",encoding)];loop:for(let i=0;i<rds.length;i++){const l=rds[i].length;for(let j=0;j<l;j++){if(rds[i][j]!==
buf[pos+j]){continue loop}}this.options.record_delimiter.push(rds[i]);this.state.recordDelimiterMaxLength=rds[i].length;return rds[i].length}return 0},__error:function(msg){
const{encoding,raw,skip_records_with_error}=this.options;const err=typeof msg==="string"?new Error(msg):msg;if(skip_records_with_error){this.state.recordHasError=
true;if(this.options.on_skip!==void 0){try{this.options.on_skip(err,raw?this.state.rawBuffer.toString(encoding):void 0)}catch(err2){return err2}}return void 0}else{
return err}},__infoDataSet:function(){return{...this.info,columns:this.options.columns}},__infoRecord:function(){const{columns,raw,encoding}=this.options;return{
...this.__infoDataSet(),bytes_records:this.info.bytes,error:this.state.error,header:columns===true,index:this.state.record.length,raw:raw?this.state.rawBuffer.toString(
encoding):void 0}},__infoField:function(){const{columns}=this.options;const isColumns=Array.isArray(columns);const bytes_records=this.info.bytes_records;return{
...this.__infoRecord(),bytes_records,column:isColumns===true?columns.length>this.state.record.length?columns[this.state.record.length].name:null:this.state.record.
length,quoting:this.state.wasQuoting}}}};var Parser=class extends Transform{constructor(opts={}){super({...{readableObjectMode:true},...opts,encoding:null});this.api=transform({on_skip:(err,chunk)=>{this.
emit("skip",err,chunk)},...opts});this.state=this.api.state;this.options=this.api.options;this.info=this.api.info}_transform(buf,_,callback){if(this.state.stop===
true){return}const err=this.api.parse(buf,false,record=>{this.push(record)},()=>{this.push(null);this.end();this.on("end",this.destroy)});if(err!==void 0){this.
state.stop=true}callback(err)}_flush(callback){if(this.state.stop===true){return}const err=this.api.parse(void 0,true,record=>{this.push(record)},()=>{this.push(
null);this.on("end",this.destroy)});callback(err)}};var parse2=function(){let data,options,callback;for(const i in arguments){const argument2=arguments[i];const type=typeof argument2;
if(data===void 0&&(typeof argument2==="string"||Buffer.isBuffer(argument2))){data=argument2}else if(options===void 0&&is_object(argument2)){options=argument2}else if(callback===
void 0&&type==="function"){callback=argument2}else{throw new CsvError("CSV_INVALID_ARGUMENT",["Invalid argument:",`got ${JSON.stringify(argument2)} at index ${i}`],
options||{})}}const parser=new Parser(options);if(callback){const records=options===void 0||options.objname===void 0?[]:Object.create(null);parser.on("readable",
function(){let record;while((record=this.read())!==null){if(options===void 0||options.objname===void 0){records.push(record)}else{Object.assign(records,{[record[0]]:record[1]})}}});
parser.on("error",function(err){callback(err,void 0,parser.api.__infoDataSet())});parser.on("end",function(){callback(void 0,records,parser.api.__infoDataSet())})}
if(data!==void 0){const writer=function(){parser.write(data);parser.end()};if(typeof setImmediate==="function"){setImmediate(writer)}else{setTimeout(writer,0)}}
return parser};import{createReadStream as createReadStream4}from"node:fs";import{TextDecoder as TextDecoder2}from"node:util";var NEWLINE=10;async function*textOf(file){const decoder=new TextDecoder2("utf-8",{fatal:true});let line2=1;for await(const piece of createReadStream4(file.path,
{highWaterMark:1<<18})){const bytes=piece;yield decodePiece(decoder,bytes,line2,file);line2+=countNewlines(bytes)}decodePiece(decoder,void 0,line2,file)}function decodePiece(decoder,bytes,line2,file){
try{return bytes===void 0?decoder.decode():decoder.decode(bytes,{stream:true})}catch{throw new UserError({code:"data-malformed",message:`${file.shown} is not UT\
F-8 text (line ${line2+badLine(bytes)}).`,where:file.shown,fix:"Save the file as UTF-8."})}}function badLine(bytes=new Uint8Array(0)){const decoder=new TextDecoder2(
"utf-8",{fatal:true});for(let start=0,line2=0;start<bytes.length;line2++){const newline=bytes.indexOf(NEWLINE,start);const end=newline<0?bytes.length:newline+1;
try{decoder.decode(bytes.subarray(start,end))}catch{return line2}start=end}return 0}function countNewlines(bytes){let count=0;for(let at=bytes.indexOf(NEWLINE);at>=
0;at=bytes.indexOf(NEWLINE,at+1))count++;return count}function malformed2(file,line2,what,fix){return new UserError({code:"data-malformed",message:`${file.shown}\
 line ${line2}: ${what}.`,where:`${file.shown}:${line2}`,fix})}function quoted(text2){return JSON.stringify(text2.length>60?`${text2.slice(0,60)}...`:text2)}var NUMBER=/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/u;
function parseNumber(text2){return NUMBER.test(text2)?Number(text2):void 0}var INT32_MIN2=-(2**31);var INT32_MAX2=2**31-1;var NumberType=class{widest="int32";add(value2){
if(this.widest==="float64")return;if(!Number.isSafeInteger(value2)||Object.is(value2,-0))this.widest="float64";else if(value2<INT32_MIN2||value2>INT32_MAX2)this.
widest="int64"}get type(){return this.widest}};function arrayOfNumbers(type,values){if(type==="int64")return BigInt64Array.from(Array.from(values,BigInt));return type===
"int32"?Int32Array.from(values):Float64Array.from(values)}var MAX_RECORD=16*2**20;var csv={name:"csv",matches:(_head,path)=>/\.csv$/iu.test(path),async open(file){const survey2=await surveyNumbers(file);const columns=survey2.
map(column2=>({name:column2.name,type:column2.numbers.type,dims:[],count:column2.count,problem:column2.problem,origin:"stored"}));return table(file,columns)}};function table(file,columns){
return{files:[file],columns,defaultTarget:void 0,tabular:true,notes:[],open:async names=>new CsvCursor(file,columns,names)}}async function surveyNumbers(file){let columns;
for await(const{cells,line:line2}of csvRecords(file)){if(columns===void 0){columns=headerNames(cells,file).map(name=>({name,numbers:new NumberType,count:0,problem:void 0}))}else{
for(const[i,column2]of columns.entries())surveyCell(column2,cells[i]??"",line2,file)}}if(columns===void 0)throw malformed2(file,1,"the file is empty","Write a h\
eader line and one line per sample.");return columns}function surveyCell(column2,cell,line2,file){column2.count++;const value2=parseNumber(cell);if(value2!==void 0)
column2.numbers.add(value2);else column2.problem??=malformed2(file,line2,`column ${quoted(column2.name)} holds ${quoted(cell)}, not a number`,"Write numbers: en\
code categories and labels as integers, and fill in missing values.")}function headerNames(cells,file){if(cells.every(cell=>parseNumber(cell)!==void 0)){throw malformed2(
file,1,"there is no header: the first line holds numbers only","Name the columns in the first line.")}const[only]=cells;if(cells.length===1&&only!==void 0&&/[;\t]/u.
test(only)){throw malformed2(file,1,"the cells are not separated by commas","Separate cells by `,` (and write decimal points).")}const seen=new Set;for(const[i,
cell]of cells.entries()){if(cell==="")throw malformed2(file,1,`column ${i+1} has no name`,"Name every column in the first line.");if(seen.has(cell))throw malformed2(
file,1,`two columns are named ${quoted(cell)}`,"Give each column a name of its own.");seen.add(cell)}return cells}async function*csvRecords(file){const parser=parse2(
{bom:true,info:true,trim:true,skip_empty_lines:true,max_record_size:MAX_RECORD});pipeline3(textOf(file),parser,()=>void 0);try{for await(const item of parser){const{
record,info}=item;yield{cells:record,line:info.lines}}}catch(error){throw csvFailure(error,file)}finally{parser.destroy()}}function csvFailure(error,file){if(!(error instanceof
CsvError))return error;const line2="lines"in error&&typeof error.lines==="number"?error.lines:1;const ragged=error.code.startsWith("CSV_RECORD_INCONSISTENT")?"G\
ive every line as many cells as the header.":"Check the quotes around this line.";return malformed2(file,line2,messageOf(error).replace(/\.$/u,""),ragged)}var CsvCursor=class{next=0;records;chosen;file;constructor(file,columns,names){
this.file=file;this.records=csvRecords(file);this.chosen=columns.flatMap((column2,at)=>names.includes(column2.name)?[{at,column:column2}]:[])}async take(indices){
const values=this.chosen.map(()=>new Float64Array(indices.length));for(const[row,index]of indices.entries()){const{cells,line:line2}=await this.recordAt(index);
for(const[i,{at}]of this.chosen.entries()){const value2=parseNumber(cells[at]??"");if(value2===void 0)throw malformed2(this.file,line2,"a cell is no number any \
more","Leave the file alone while it is read.");values[i][row]=value2}}return new Map(this.chosen.map(({column:column2},i)=>{const data=arrayOfNumbers(column2.type,
values[i]);return[column2.name,{type:column2.type,dims:[indices.length],data}]}))}async recordAt(index){for(;;){const result=await this.records.next();if(result.
done===true)throw malformed2(this.file,1,"it has become shorter","Leave the file alone while it is read.");if(this.next++===index+1)return result.value}}async close(){
await this.records.return(void 0)}};import{createReadStream as createReadStream5}from"node:fs";import{open as open5}from"node:fs/promises";import{pipeline as pipeline4}from"node:stream";import{crc32,
createGunzip,createInflateRaw}from"node:zlib";async function openReader(stretch2){if(stretch2.packing==="stored")return new PlainReader(stretch2,await open5(stretch2.path,"r"));return new InflatingReader(stretch2)}
var Checksum=class{crc=0;stretch;constructor(stretch2){this.stretch=stretch2}update(bytes){if(this.crc!==void 0&&this.stretch.crc!==void 0)this.crc=crc32(bytes,
this.crc)}spoil(){this.crc=void 0}verify(){const{crc,shown:shown2}=this.stretch;if(this.crc===void 0||crc===void 0||this.crc===crc)return;throw corrupt2(shown2,
"its checksum does not fit its bytes")}};var PlainReader=class{position=0;stretch;handle;checksum;constructor(stretch2,handle){this.stretch=stretch2;this.handle=
handle;this.checksum=new Checksum(stretch2)}async read(target){if(this.position+target.length>this.stretch.unpacked)throw truncated2(this.stretch.shown);for(let filled=0;filled<
target.length;){const at=this.stretch.start+this.position+filled;const{bytesRead}=await this.handle.read(target,filled,target.length-filled,at);if(bytesRead===0)
throw truncated2(this.stretch.shown);filled+=bytesRead}this.position+=target.length;this.checksum.update(target);if(this.position===this.stretch.unpacked)this.checksum.
verify()}async skip(bytes){if(bytes>0)this.checksum.spoil();this.position+=bytes}async close(){await this.handle.close()}};var NOTHING=new Uint8Array(0);var InflatingReader=class{position=0;pending=NOTHING;stretch;checksum;stream;chunks;constructor(stretch2){
const{start,length}=stretch2;this.stretch=stretch2;this.checksum=new Checksum(stretch2);this.stream=stretch2.packing==="gzip"?createGunzip():createInflateRaw();
pipeline4(createReadStream5(stretch2.path,{start,end:start+length-1}),this.stream,()=>void 0);this.chunks=this.stream[Symbol.asyncIterator]()}async read(target){
await this.consume(target.length,(bytes,at)=>target.set(bytes,at))}async skip(bytes){await this.consume(bytes,()=>void 0)}async close(){this.stream.destroy()}async consume(count,use){
for(let done=0;done<count;){if(this.pending.length===0)await this.pull();const part2=this.pending.subarray(0,count-done);use(part2,done);this.checksum.update(part2);
this.pending=this.pending.subarray(part2.length);done+=part2.length}this.position+=count;if(this.position===this.stretch.unpacked)await this.finish()}async pull(){
const chunk=await this.nextChunk();if(chunk===void 0)throw truncated2(this.stretch.shown);this.pending=chunk}async finish(){this.checksum.verify();if(this.pending.
length>0||await this.nextChunk()!==void 0){throw corrupt2(this.stretch.shown,`it unpacks to more than the ${this.stretch.unpacked} bytes it declares`)}}async nextChunk(){
try{const next=await this.chunks.next();return next.done===true?void 0:next.value}catch(error){if(messageOf(error).includes("unexpected end of file"))throw truncated2(
this.stretch.shown);throw corrupt2(this.stretch.shown,messageOf(error))}}};function truncated2(shown2){return new UserError({code:"data-truncated",message:`${shown2}\
 ends before all the values it declares.`,where:shown2,fix:"Write the file again; the copy here is cut short."})}function corrupt2(shown2,why){return new UserError(
{code:"data-corrupt",message:`${shown2} is damaged: ${why}.`,where:shown2,fix:"Write the file again."})}var MAX_FORTRAN_BYTES=256*2**20;var MAX_SAMPLE_BYTES=2**30;var sampleDims=array=>array.dims.slice(1);var sampleBytes=array=>elementCount2(sampleDims(array))*bytesPerElement(
array.type);function arrayColumn(array){return{name:array.name,type:array.type,dims:sampleDims(array),count:array.dims[0]??0,problem:arrayProblem(array),origin:"\
stored"}}function arrayProblem(array){const refuse2=(message,fix)=>new UserError({code:"data-unsupported",message,where:array.shown,fix});if(array.dims.length===
0){return refuse2(`${array.shown} is a single number, not one value per sample.`,"Save an array whose first axis counts the samples.")}if(sampleBytes(array)>MAX_SAMPLE_BYTES){
return refuse2(`${array.shown} has samples of ${sampleBytes(array)} bytes, over the limit of ${MAX_SAMPLE_BYTES}.`,"Check that its first axis counts the samples\
.")}if(isScattered(array)&&array.stretch.unpacked>MAX_FORTRAN_BYTES){return refuse2(`${array.shown} is stored in Fortran order and too large (${array.stretch.unpacked}\
 bytes) to be turned around in memory.`,"Save it in C order: numpy.save(path, numpy.ascontiguousarray(array)).")}return void 0}var isScattered=array=>array.fortran&&
array.dims.filter(dim=>dim>1).length>1;async function openArray(array){const reader=await openReader(array.stretch);try{await reader.read(new Uint8Array(array.headerBytes));
return new ArrayCursor(array,isScattered(array)?await turnedAround(array,reader):reader)}catch(error){await reader.close();throw error}}var ArrayCursor=class{next=0;block=new Uint8Array(
0);array;reader;constructor(array,reader){this.array=array;this.reader=reader}async take(indices){const width=sampleBytes(this.array);const bytes=this.room(indices.
length*width);for(let from=0;from<indices.length;){const run=runLength(indices,from);const start=indices[from]??0;await this.reader.skip((start-this.next)*width);
await this.reader.read(bytes.subarray(from*width,(from+run)*width));this.next=start+run;from+=run}if(this.array.bigEndian)swapBytes(bytes,bytesPerElement(this.array.
type));const dims=[indices.length,...sampleDims(this.array)];return{type:this.array.type,dims,data:elementsOf(this.array.type,bytes)}}async close(){await this.reader.
close()}room(bytes){if(this.block.length<bytes)this.block=new Uint8Array(bytes);return this.block.subarray(0,bytes)}};function runLength(indices,from){let to=from+
1;while(to<indices.length&&indices[to]===(indices[to-1]??0)+1)to++;return to-from}function swapBytes(bytes,width){const buffer=Buffer.from(bytes.buffer,bytes.byteOffset,
bytes.length);if(width===2)buffer.swap16();if(width===4)buffer.swap32();if(width===8)buffer.swap64()}async function turnedAround(array,reader){const width=bytesPerElement(
array.type);const stored2=new Uint8Array(elementCount2(array.dims)*width);await reader.read(stored2);const turned=new Uint8Array(stored2.length);const strides=fortranStrides(
array.dims);const index=new Array(array.dims.length).fill(0);for(let to=0;to<turned.length;to+=width){const from=index.reduce((sum2,at,axis)=>sum2+at*(strides[axis]??
0),0)*width;for(let byte=0;byte<width;byte++)turned[to+byte]=stored2[from+byte]??0;advance(index,array.dims)}return new MemoryReader(turned,reader)}function fortranStrides(dims){
let stride=1;return dims.map(dim=>{const own=stride;stride*=dim;return own})}function advance(index,dims){for(let axis=index.length-1;axis>=0;axis--){index[axis]=
(index[axis]??0)+1;if((index[axis]??0)<(dims[axis]??0))return;index[axis]=0}}var MemoryReader=class{position=0;bytes;source;constructor(bytes,source){this.bytes=
bytes;this.source=source}async read(target){target.set(this.bytes.subarray(this.position,this.position+target.length));this.position+=target.length}async skip(bytes){
this.position+=bytes}async close(){await this.source.close()}};async function openArrays(arrays){const cursors=[];const close2=async()=>{for(const{cursor}of cursors)
await cursor.close()};try{for(const array of arrays)cursors.push({name:array.name,cursor:await openArray(array)})}catch(error){await close2();throw error}const take=async indices=>{
const rows2=new Map;for(const{name,cursor}of cursors)rows2.set(name,await cursor.take(indices));return rows2};return{take,close:close2}}var MAX_HEADER_BYTES=65536;var MAGIC=[147,78,85,77,80,89];var TYPES=new Map([["b1","bool"],["u1","uint8"],["i1","int8"],["u2","uint16"],["i2","int16"],["u4","ui\
nt32"],["i4","int32"],["u8","uint64"],["i8","int64"],["f2","float16"],["f4","float32"],["f8","float64"]]);var isNpy=head2=>MAGIC.every((byte,i)=>head2[i]===byte);
async function readNpyHeader(reader,shown2){const fixed=await readBytes(reader,8);if(!isNpy(fixed))throw corrupt2(shown2,"it does not start as a .npy array does");
const version=fixed[6]??0;if(version<1||version>3)throw unsupported2(shown2,`.npy format version ${version}`,"Save it with a current numpy.");const lengthBytes=version===
1?2:4;const lengthField=await readBytes(reader,lengthBytes);const length=lengthBytes===2?lengthField.readUInt16LE(0):lengthField.readUInt32LE(0);if(length>MAX_HEADER_BYTES)
throw corrupt2(shown2,`its header claims ${length} bytes, over the limit of ${MAX_HEADER_BYTES}`);const text2=(await readBytes(reader,length)).toString(version===
3?"utf8":"latin1");return{...parseDictionary(text2,shown2),headerBytes:8+lengthBytes+length}}async function readBytes(reader,count){const bytes=Buffer.alloc(count);
await reader.read(bytes);return bytes}function parseDictionary(text2,shown2){const{type,bigEndian}=parseDescr(text2,shown2);const order2=/['"]fortran_order['"]\s*:\s*(True|False)/u.
exec(text2)?.[1];const shape=/['"]shape['"]\s*:\s*\(([\d\sL,]*)\)/u.exec(text2)?.[1];if(order2===void 0||shape===void 0)throw corrupt2(shown2,"its header names \
no fortran_order or shape");const dims=shape.split(",").map(part2=>part2.trim().replace(/L$/u,"")).filter(part2=>part2!=="").map(Number);const dataBytes=elementCount2(
dims)*bytesPerElement(type);if(!Number.isSafeInteger(dataBytes))throw corrupt2(shown2,`its shape (${shape}) is impossibly large`);return{type,bigEndian,fortran:order2===
"True",dims,dataBytes}}function parseDescr(text2,shown2){const descr=/['"]descr['"]\s*:\s*['"]([^'"]*)['"]/u.exec(text2)?.[1];if(descr===void 0){throw unsupported2(
shown2,"a structured array (several fields per element)","Save each field as an array of its own.")}const match=/^([<>|=]?)(.+)$/u.exec(descr);const type=TYPES.
get(match?.[2]??"");if(type!==void 0)return{type,bigEndian:match?.[1]===">"};if(descr.endsWith("O")){throw unsupported2(shown2,"an object array, which is a pick\
le and could run code",'Save numbers: array.astype("int64") or ("float32").')}throw unsupported2(shown2,`elements of numpy type '${descr.slice(0,40)}'`,'Save nu\
mbers: array.astype("int64") or ("float32").')}function unsupported2(shown2,what,fix){return new UserError({code:"data-unsupported",message:`${shown2} holds ${what}\
, which cannot be read.`,where:shown2,fix})}var npy={name:"npy",matches:isNpy,async open(file,context){return openPair(file,context,readNpyFile)}};async function openPair(file,context,read2){const files=[
file];const arrays=[await read2(file,"data")];const{labels}=context.source;if(labels!==void 0){const labelFile=await locateFile(context.workspace,labels);await readHead(
labelFile);files.push(labelFile);arrays.push(await read2(labelFile,"labels"))}return{files,columns:arrays.map(arrayColumn),defaultTarget:labels===void 0?void 0:
"labels",tabular:false,notes:[],open:columns=>openArrays(arrays.filter(array=>columns.includes(array.name)))}}async function readNpyFile(file,name){const whole={
path:file.path,shown:file.shown,start:0,length:file.bytes,packing:"stored",unpacked:file.bytes,crc:void 0};const array=await describeArray(whole,name);if(array.
unpacked>file.bytes)throw truncated2(file.shown);if(array.unpacked<file.bytes)throw corrupt2(file.shown,`${file.bytes-array.unpacked} bytes follow the array it \
declares`);return array.stored}async function describeArray(stretch2,name){const reader=await openReader(stretch2);try{const header=await readNpyHeader(reader,stretch2.
shown);const unpacked=header.headerBytes+header.dataBytes;return{stored:{...header,name,shown:stretch2.shown,stretch:{...stretch2,unpacked}},unpacked}}finally{await reader.
close()}}var TYPES2=new Map([[8,"uint8"],[9,"int8"],[11,"int16"],[12,"int32"],[13,"float32"],[14,"float64"]]);var isGzip=head2=>head2[0]===31&&head2[1]===139;var idx={name:"\
idx",matches:head2=>isGzip(head2)||head2[0]===0&&head2[1]===0&&TYPES2.has(head2[2]??0),async open(file,context){return openPair(file,context,readIdxFile)}};async function readIdxFile(file,name){
const packing=isGzip(await readHead(file))?"gzip":"stored";const stretch2={path:file.path,shown:file.shown,start:0,length:file.bytes,packing,unpacked:Number.MAX_SAFE_INTEGER,
crc:void 0};const array=await readHeader(stretch2,name);await checkLength(array,file);return array}async function readHeader(stretch2,name){const reader=await openReader(
stretch2);try{const magic=Buffer.alloc(4);await reader.read(magic);const type=TYPES2.get(magic[2]??0);const rank2=magic[3]??0;if(magic[0]!==0||magic[1]!==0||type===
void 0)throw corrupt2(stretch2.shown,"it does not start as an IDX file does");const sizes=Buffer.alloc(4*rank2);await reader.read(sizes);const dims=Array.from({
length:rank2},(_,axis)=>sizes.readUInt32BE(4*axis));const headerBytes=4+4*rank2;const unpacked=headerBytes+elementCount2(dims)*bytesPerElement(type);if(!Number.
isSafeInteger(unpacked))throw corrupt2(stretch2.shown,`its shape [${dims.join(",")}] is impossibly large`);return{name,shown:stretch2.shown,type,bigEndian:true,
fortran:false,dims,headerBytes,stretch:{...stretch2,unpacked}}}finally{await reader.close()}}async function checkLength({stretch:stretch2},file){if(stretch2.packing===
"stored"){if(stretch2.unpacked>file.bytes)throw truncated2(file.shown);if(stretch2.unpacked<file.bytes)throw corrupt2(file.shown,`${file.bytes-stretch2.unpacked}\
 bytes follow the array it declares`);return}const reader=await openReader(stretch2);try{await reader.skip(stretch2.unpacked)}finally{await reader.close()}}import{readFile as readFile4}from"node:fs/promises";import{existsSync as existsSync5}from"node:fs";import{readFile as readFile3}from"node:fs/promises";import{createRequire as createRequire2}from"node:module";import{
basename as basename5,join as join11}from"node:path";import{fileURLToPath}from"node:url";function initEmscriptenModule(moduleFactory,wasmModule,moduleOptionOverrides={}){let instantiateWasm;if(wasmModule){instantiateWasm=(imports,callback)=>{const instance=new WebAssembly.
Instance(wasmModule,imports);callback(instance);return instance.exports}}return moduleFactory({noInitialRun:true,instantiateWasm,...moduleOptionOverrides})}var Module=(()=>{var _scriptDir=import.meta.url;return(function(moduleArg={}){var Module3=moduleArg;var readyPromiseResolve,readyPromiseReject;var readyPromise=new Promise(
(resolve7,reject)=>{readyPromiseResolve=resolve7;readyPromiseReject=reject});const isServiceWorker2=globalThis.ServiceWorkerGlobalScope!==void 0;const isRunningInCloudFlareWorkers2=isServiceWorker2&&
typeof self!=="undefined"&&globalThis.caches&&globalThis.caches.default!==void 0;const isRunningInNode2=typeof process==="object"&&process.release&&process.release.
name==="node";if(isRunningInCloudFlareWorkers2||isRunningInNode2){if(!globalThis.ImageData){globalThis.ImageData=class ImageData{constructor(data,width,height){
this.data=data;this.width=width;this.height=height}}}if(import.meta.url===void 0){import.meta.url="https://localhost"}if(typeof self!=="undefined"&&self.location===
void 0){self.location={href:""}}}var moduleOverrides=Object.assign({},Module3);var arguments_=[];var thisProgram="./this.program";var quit_=(status,toThrow)=>{throw toThrow};
var ENVIRONMENT_IS_WEB=typeof window=="object";var ENVIRONMENT_IS_WORKER=typeof importScripts=="function";var ENVIRONMENT_IS_NODE=typeof process=="object"&&typeof process.
versions=="object"&&typeof process.versions.node=="string";var scriptDirectory="";function locateFile2(path){if(Module3["locateFile"]){return Module3["locateFil\
e"](path,scriptDirectory)}return scriptDirectory+path}var read_,readAsync,readBinary;if(ENVIRONMENT_IS_WEB||ENVIRONMENT_IS_WORKER){if(ENVIRONMENT_IS_WORKER){scriptDirectory=
self.location.href}else if(typeof document!="undefined"&&document.currentScript){scriptDirectory=document.currentScript.src}if(_scriptDir){scriptDirectory=_scriptDir}
if(scriptDirectory.startsWith("blob:")){scriptDirectory=""}else{scriptDirectory=scriptDirectory.substr(0,scriptDirectory.replace(/[?#].*/,"").lastIndexOf("/")+1)}
{read_=url=>{var xhr=new XMLHttpRequest;xhr.open("GET",url,false);xhr.send(null);return xhr.responseText};if(ENVIRONMENT_IS_WORKER){readBinary=url=>{var xhr=new XMLHttpRequest;
xhr.open("GET",url,false);xhr.responseType="arraybuffer";xhr.send(null);return new Uint8Array(xhr.response)}}readAsync=(url,onload,onerror)=>{var xhr=new XMLHttpRequest;
xhr.open("GET",url,true);xhr.responseType="arraybuffer";xhr.onload=()=>{if(xhr.status==200||xhr.status==0&&xhr.response){onload(xhr.response);return}onerror()};
xhr.onerror=onerror;xhr.send(null)}}}else{}var out=Module3["print"]||console.log.bind(console);var err=Module3["printErr"]||console.error.bind(console);Object.assign(
Module3,moduleOverrides);moduleOverrides=null;if(Module3["arguments"])arguments_=Module3["arguments"];if(Module3["thisProgram"])thisProgram=Module3["thisProgram"];
if(Module3["quit"])quit_=Module3["quit"];var wasmBinary;if(Module3["wasmBinary"])wasmBinary=Module3["wasmBinary"];var wasmMemory;var ABORT=false;var EXITSTATUS;
var HEAP8,HEAPU8,HEAP16,HEAPU16,HEAP32,HEAPU32,HEAPF32,HEAPF64;function updateMemoryViews(){var b=wasmMemory.buffer;Module3["HEAP8"]=HEAP8=new Int8Array(b);Module3["\
HEAP16"]=HEAP16=new Int16Array(b);Module3["HEAPU8"]=HEAPU8=new Uint8Array(b);Module3["HEAPU16"]=HEAPU16=new Uint16Array(b);Module3["HEAP32"]=HEAP32=new Int32Array(
b);Module3["HEAPU32"]=HEAPU32=new Uint32Array(b);Module3["HEAPF32"]=HEAPF32=new Float32Array(b);Module3["HEAPF64"]=HEAPF64=new Float64Array(b)}var __ATPRERUN__=[];
var __ATINIT__=[];var __ATPOSTRUN__=[];var runtimeInitialized=false;function preRun(){if(Module3["preRun"]){if(typeof Module3["preRun"]=="function")Module3["pre\
Run"]=[Module3["preRun"]];while(Module3["preRun"].length){addOnPreRun(Module3["preRun"].shift())}}callRuntimeCallbacks(__ATPRERUN__)}function initRuntime(){runtimeInitialized=
true;callRuntimeCallbacks(__ATINIT__)}function postRun(){if(Module3["postRun"]){if(typeof Module3["postRun"]=="function")Module3["postRun"]=[Module3["postRun"]];
while(Module3["postRun"].length){addOnPostRun(Module3["postRun"].shift())}}callRuntimeCallbacks(__ATPOSTRUN__)}function addOnPreRun(cb){__ATPRERUN__.unshift(cb)}
function addOnInit(cb){__ATINIT__.unshift(cb)}function addOnPostRun(cb){__ATPOSTRUN__.unshift(cb)}var runDependencies=0;var runDependencyWatcher=null;var dependenciesFulfilled=null;
function addRunDependency(id){runDependencies++;Module3["monitorRunDependencies"]?.(runDependencies)}function removeRunDependency(id){runDependencies--;Module3["\
monitorRunDependencies"]?.(runDependencies);if(runDependencies==0){if(runDependencyWatcher!==null){clearInterval(runDependencyWatcher);runDependencyWatcher=null}
if(dependenciesFulfilled){var callback=dependenciesFulfilled;dependenciesFulfilled=null;callback()}}}function abort(what){Module3["onAbort"]?.(what);what="Abort\
ed("+what+")";err(what);ABORT=true;EXITSTATUS=1;what+=". Build with -sASSERTIONS for more info.";var e=new WebAssembly.RuntimeError(what);readyPromiseReject(e);
throw e}var dataURIPrefix="data:application/octet-stream;base64,";var isDataURI=filename=>filename.startsWith(dataURIPrefix);var wasmBinaryFile;if(Module3["loca\
teFile"]){wasmBinaryFile="mozjpeg_dec.wasm";if(!isDataURI(wasmBinaryFile)){wasmBinaryFile=locateFile2(wasmBinaryFile)}}else{wasmBinaryFile=new URL("mozjpeg_dec.\
wasm",import.meta.url).href}function getBinarySync(file){if(file==wasmBinaryFile&&wasmBinary){return new Uint8Array(wasmBinary)}if(readBinary){return readBinary(
file)}throw"both async and sync fetching of the wasm failed"}function getBinaryPromise(binaryFile){if(!wasmBinary&&(ENVIRONMENT_IS_WEB||ENVIRONMENT_IS_WORKER)){
if(typeof fetch=="function"){return fetch(binaryFile,{credentials:"same-origin"}).then(response=>{if(!response["ok"]){throw`failed to load wasm binary file at '${binaryFile}\
'`}return response["arrayBuffer"]()}).catch(()=>getBinarySync(binaryFile))}}return Promise.resolve().then(()=>getBinarySync(binaryFile))}function instantiateArrayBuffer(binaryFile,imports,receiver){
return getBinaryPromise(binaryFile).then(binary=>WebAssembly.instantiate(binary,imports)).then(receiver,reason=>{err(`failed to asynchronously prepare wasm: ${reason}`);
abort(reason)})}function instantiateAsync(binary,binaryFile,imports,callback){if(!binary&&typeof WebAssembly.instantiateStreaming=="function"&&!isDataURI(binaryFile)&&
typeof fetch=="function"){return fetch(binaryFile,{credentials:"same-origin"}).then(response=>{var result=WebAssembly.instantiateStreaming(response,imports);return result.
then(callback,function(reason){err(`wasm streaming compile failed: ${reason}`);err("falling back to ArrayBuffer instantiation");return instantiateArrayBuffer(binaryFile,
imports,callback)})})}return instantiateArrayBuffer(binaryFile,imports,callback)}function createWasm(){var info={"a":wasmImports};function receiveInstance(instance,module){
wasmExports=instance.exports;wasmMemory=wasmExports["A"];updateMemoryViews();wasmTable=wasmExports["F"];addOnInit(wasmExports["B"]);removeRunDependency("wasm-in\
stantiate");return wasmExports}addRunDependency("wasm-instantiate");function receiveInstantiationResult(result){receiveInstance(result["instance"])}if(Module3["\
instantiateWasm"]){try{return Module3["instantiateWasm"](info,receiveInstance)}catch(e){err(`Module.instantiateWasm callback failed with error: ${e}`);readyPromiseReject(
e)}}instantiateAsync(wasmBinary,wasmBinaryFile,info,receiveInstantiationResult).catch(readyPromiseReject);return{}}function ExitStatus(status){this.name="ExitSt\
atus";this.message=`Program terminated with exit(${status})`;this.status=status}var callRuntimeCallbacks=callbacks=>{while(callbacks.length>0){callbacks.shift()(
Module3)}};var noExitRuntime=Module3["noExitRuntime"]||true;class ExceptionInfo{constructor(excPtr){this.excPtr=excPtr;this.ptr=excPtr-24}set_type(type){HEAPU32[this.
ptr+4>>2]=type}get_type(){return HEAPU32[this.ptr+4>>2]}set_destructor(destructor){HEAPU32[this.ptr+8>>2]=destructor}get_destructor(){return HEAPU32[this.ptr+8>>
2]}set_caught(caught){caught=caught?1:0;HEAP8[this.ptr+12]=caught}get_caught(){return HEAP8[this.ptr+12]!=0}set_rethrown(rethrown){rethrown=rethrown?1:0;HEAP8[this.
ptr+13]=rethrown}get_rethrown(){return HEAP8[this.ptr+13]!=0}init(type,destructor){this.set_adjusted_ptr(0);this.set_type(type);this.set_destructor(destructor)}set_adjusted_ptr(adjustedPtr){
HEAPU32[this.ptr+16>>2]=adjustedPtr}get_adjusted_ptr(){return HEAPU32[this.ptr+16>>2]}get_exception_ptr(){var isPointer=___cxa_is_pointer_type(this.get_type());
if(isPointer){return HEAPU32[this.excPtr>>2]}var adjusted2=this.get_adjusted_ptr();if(adjusted2!==0)return adjusted2;return this.excPtr}}var exceptionLast=0;var uncaughtExceptionCount=0;
var ___cxa_throw=(ptr,type,destructor)=>{var info=new ExceptionInfo(ptr);info.init(type,destructor);exceptionLast=ptr;uncaughtExceptionCount++;throw exceptionLast};
var __embind_register_bigint=(primitiveType,name,size,minRange,maxRange)=>{};var embind_init_charCodes=()=>{var codes=new Array(256);for(var i=0;i<256;++i){codes[i]=
String.fromCharCode(i)}embind_charCodes=codes};var embind_charCodes;var readLatin1String=ptr=>{var ret="";var c=ptr;while(HEAPU8[c]){ret+=embind_charCodes[HEAPU8[c++]]}
return ret};var awaitingDependencies={};var registeredTypes={};var typeDependencies={};var BindingError;var throwBindingError=message=>{throw new BindingError(message)};
var InternalError;var throwInternalError=message=>{throw new InternalError(message)};var whenDependentTypesAreResolved=(myTypes,dependentTypes,getTypeConverters)=>{
myTypes.forEach(function(type){typeDependencies[type]=dependentTypes});function onComplete(typeConverters2){var myTypeConverters=getTypeConverters(typeConverters2);
if(myTypeConverters.length!==myTypes.length){throwInternalError("Mismatched type converter count")}for(var i=0;i<myTypes.length;++i){registerType(myTypes[i],myTypeConverters[i])}}
var typeConverters=new Array(dependentTypes.length);var unregisteredTypes=[];var registered=0;dependentTypes.forEach((dt,i)=>{if(registeredTypes.hasOwnProperty(
dt)){typeConverters[i]=registeredTypes[dt]}else{unregisteredTypes.push(dt);if(!awaitingDependencies.hasOwnProperty(dt)){awaitingDependencies[dt]=[]}awaitingDependencies[dt].
push(()=>{typeConverters[i]=registeredTypes[dt];++registered;if(registered===unregisteredTypes.length){onComplete(typeConverters)}})}});if(0===unregisteredTypes.
length){onComplete(typeConverters)}};function sharedRegisterType(rawType,registeredInstance,options={}){var name=registeredInstance.name;if(!rawType){throwBindingError(
`type "${name}" must have a positive integer typeid pointer`)}if(registeredTypes.hasOwnProperty(rawType)){if(options.ignoreDuplicateRegistrations){return}else{throwBindingError(
`Cannot register type '${name}' twice`)}}registeredTypes[rawType]=registeredInstance;delete typeDependencies[rawType];if(awaitingDependencies.hasOwnProperty(rawType)){
var callbacks=awaitingDependencies[rawType];delete awaitingDependencies[rawType];callbacks.forEach(cb=>cb())}}function registerType(rawType,registeredInstance,options={}){
if(!("argPackAdvance"in registeredInstance)){throw new TypeError("registerType registeredInstance requires argPackAdvance")}return sharedRegisterType(rawType,registeredInstance,
options)}var GenericWireTypeSize=8;var __embind_register_bool=(rawType,name,trueValue,falseValue)=>{name=readLatin1String(name);registerType(rawType,{name,"from\
WireType":function(wt){return!!wt},"toWireType":function(destructors,o){return o?trueValue:falseValue},"argPackAdvance":GenericWireTypeSize,"readValueFromPointe\
r":function(pointer){return this["fromWireType"](HEAPU8[pointer])},destructorFunction:null})};var emval_freelist=[];var emval_handles=[];var __emval_decref=handle=>{
if(handle>9&&0===--emval_handles[handle+1]){emval_handles[handle]=void 0;emval_freelist.push(handle)}};var count_emval_handles=()=>emval_handles.length/2-5-emval_freelist.
length;var init_emval=()=>{emval_handles.push(0,1,void 0,1,null,1,true,1,false,1);Module3["count_emval_handles"]=count_emval_handles};var Emval={toValue:handle=>{
if(!handle){throwBindingError("Cannot use deleted val. handle = "+handle)}return emval_handles[handle]},toHandle:value2=>{switch(value2){case void 0:return 2;case null:
return 4;case true:return 6;case false:return 8;default:{const handle=emval_freelist.pop()||emval_handles.length;emval_handles[handle]=value2;emval_handles[handle+
1]=1;return handle}}}};function readPointer(pointer){return this["fromWireType"](HEAPU32[pointer>>2])}var EmValType={name:"emscripten::val","fromWireType":handle=>{
var rv=Emval.toValue(handle);__emval_decref(handle);return rv},"toWireType":(destructors,value2)=>Emval.toHandle(value2),"argPackAdvance":GenericWireTypeSize,"r\
eadValueFromPointer":readPointer,destructorFunction:null};var __embind_register_emval=rawType=>registerType(rawType,EmValType);var floatReadValueFromPointer=(name,width)=>{
switch(width){case 4:return function(pointer){return this["fromWireType"](HEAPF32[pointer>>2])};case 8:return function(pointer){return this["fromWireType"](HEAPF64[pointer>>
3])};default:throw new TypeError(`invalid float width (${width}): ${name}`)}};var __embind_register_float=(rawType,name,size)=>{name=readLatin1String(name);registerType(
rawType,{name,"fromWireType":value2=>value2,"toWireType":(destructors,value2)=>value2,"argPackAdvance":GenericWireTypeSize,"readValueFromPointer":floatReadValueFromPointer(
name,size),destructorFunction:null})};var createNamedFunction=(name,body)=>Object.defineProperty(body,"name",{value:name});var runDestructors=destructors=>{while(destructors.
length){var ptr=destructors.pop();var del=destructors.pop();del(ptr)}};function usesDestructorStack(argTypes){for(var i=1;i<argTypes.length;++i){if(argTypes[i]!==
null&&argTypes[i].destructorFunction===void 0){return true}}return false}function craftInvokerFunction(humanName,argTypes,classType,cppInvokerFunc,cppTargetFunc,isAsync){
var argCount=argTypes.length;if(argCount<2){throwBindingError("argTypes array size mismatch! Must at least get return value and 'this' types!")}var isClassMethodFunc=argTypes[1]!==
null&&classType!==null;var needsDestructorStack=usesDestructorStack(argTypes);var returns=argTypes[0].name!=="void";var expectedArgCount=argCount-2;var argsWired=new Array(
expectedArgCount);var invokerFuncArgs=[];var destructors=[];var invokerFn=function(...args){if(args.length!==expectedArgCount){throwBindingError(`function ${humanName}\
 called with ${args.length} arguments, expected ${expectedArgCount}`)}destructors.length=0;var thisWired;invokerFuncArgs.length=isClassMethodFunc?2:1;invokerFuncArgs[0]=
cppTargetFunc;if(isClassMethodFunc){thisWired=argTypes[1]["toWireType"](destructors,this);invokerFuncArgs[1]=thisWired}for(var i=0;i<expectedArgCount;++i){argsWired[i]=
argTypes[i+2]["toWireType"](destructors,args[i]);invokerFuncArgs.push(argsWired[i])}var rv=cppInvokerFunc(...invokerFuncArgs);function onDone(rv2){if(needsDestructorStack){
runDestructors(destructors)}else{for(var i2=isClassMethodFunc?1:2;i2<argTypes.length;i2++){var param=i2===1?thisWired:argsWired[i2-2];if(argTypes[i2].destructorFunction!==
null){argTypes[i2].destructorFunction(param)}}}if(returns){return argTypes[0]["fromWireType"](rv2)}}return onDone(rv)};return createNamedFunction(humanName,invokerFn)}
var ensureOverloadTable=(proto,methodName,humanName)=>{if(void 0===proto[methodName].overloadTable){var prevFunc=proto[methodName];proto[methodName]=function(...args){
if(!proto[methodName].overloadTable.hasOwnProperty(args.length)){throwBindingError(`Function '${humanName}' called with an invalid number of arguments (${args.length}\
) - expects one of (${proto[methodName].overloadTable})!`)}return proto[methodName].overloadTable[args.length].apply(this,args)};proto[methodName].overloadTable=
[];proto[methodName].overloadTable[prevFunc.argCount]=prevFunc}};var exposePublicSymbol=(name,value2,numArguments)=>{if(Module3.hasOwnProperty(name)){if(void 0===
numArguments||void 0!==Module3[name].overloadTable&&void 0!==Module3[name].overloadTable[numArguments]){throwBindingError(`Cannot register public name '${name}'\
 twice`)}ensureOverloadTable(Module3,name,name);if(Module3.hasOwnProperty(numArguments)){throwBindingError(`Cannot register multiple overloads of a function wit\
h the same number of arguments (${numArguments})!`)}Module3[name].overloadTable[numArguments]=value2}else{Module3[name]=value2;if(void 0!==numArguments){Module3[name].
numArguments=numArguments}}};var heap32VectorToArray=(count,firstElement)=>{var array=[];for(var i=0;i<count;i++){array.push(HEAPU32[firstElement+i*4>>2])}return array};
var replacePublicSymbol=(name,value2,numArguments)=>{if(!Module3.hasOwnProperty(name)){throwInternalError("Replacing nonexistent public symbol")}if(void 0!==Module3[name].
overloadTable&&void 0!==numArguments){Module3[name].overloadTable[numArguments]=value2}else{Module3[name]=value2;Module3[name].argCount=numArguments}};var dynCallLegacy=(sig,ptr,args)=>{
sig=sig.replace(/p/g,"i");var f=Module3["dynCall_"+sig];return f(ptr,...args)};var wasmTableMirror=[];var wasmTable;var getWasmTableEntry=funcPtr=>{var func=wasmTableMirror[funcPtr];
if(!func){if(funcPtr>=wasmTableMirror.length)wasmTableMirror.length=funcPtr+1;wasmTableMirror[funcPtr]=func=wasmTable.get(funcPtr)}return func};var dynCall=(sig,ptr,args=[])=>{
if(sig.includes("j")){return dynCallLegacy(sig,ptr,args)}var rtn=getWasmTableEntry(ptr)(...args);return rtn};var getDynCaller=(sig,ptr)=>(...args)=>dynCall(sig,
ptr,args);var embind__requireFunction=(signature,rawFunction)=>{signature=readLatin1String(signature);function makeDynCaller(){if(signature.includes("j")){return getDynCaller(
signature,rawFunction)}return getWasmTableEntry(rawFunction)}var fp=makeDynCaller();if(typeof fp!="function"){throwBindingError(`unknown function pointer with s\
ignature ${signature}: ${rawFunction}`)}return fp};var extendError=(baseErrorType,errorName)=>{var errorClass=createNamedFunction(errorName,function(message){this.
name=errorName;this.message=message;var stack2=new Error(message).stack;if(stack2!==void 0){this.stack=this.toString()+"\n"+stack2.replace(/^Error(:[^\n]*)?\n/,
"")}});errorClass.prototype=Object.create(baseErrorType.prototype);errorClass.prototype.constructor=errorClass;errorClass.prototype.toString=function(){if(this.
message===void 0){return this.name}else{return`${this.name}: ${this.message}`}};return errorClass};var UnboundTypeError;var getTypeName=type=>{var ptr=___getTypeName(
type);var rv=readLatin1String(ptr);_free(ptr);return rv};var throwUnboundTypeError=(message,types)=>{var unboundTypes=[];var seen={};function visit2(type){if(seen[type]){
return}if(registeredTypes[type]){return}if(typeDependencies[type]){typeDependencies[type].forEach(visit2);return}unboundTypes.push(type);seen[type]=true}types.forEach(
visit2);throw new UnboundTypeError(`${message}: `+unboundTypes.map(getTypeName).join([", "]))};var getFunctionName=signature=>{signature=signature.trim();const argsIndex=signature.
indexOf("(");if(argsIndex!==-1){return signature.substr(0,argsIndex)}else{return signature}};var __embind_register_function=(name,argCount,rawArgTypesAddr,signature,rawInvoker,fn,isAsync)=>{
var argTypes=heap32VectorToArray(argCount,rawArgTypesAddr);name=readLatin1String(name);name=getFunctionName(name);rawInvoker=embind__requireFunction(signature,rawInvoker);
exposePublicSymbol(name,function(){throwUnboundTypeError(`Cannot call ${name} due to unbound types`,argTypes)},argCount-1);whenDependentTypesAreResolved([],argTypes,
argTypes2=>{var invokerArgsArray=[argTypes2[0],null].concat(argTypes2.slice(1));replacePublicSymbol(name,craftInvokerFunction(name,invokerArgsArray,null,rawInvoker,
fn,isAsync),argCount-1);return[]})};var integerReadValueFromPointer=(name,width,signed)=>{switch(width){case 1:return signed?pointer=>HEAP8[pointer]:pointer=>HEAPU8[pointer];case 2:
return signed?pointer=>HEAP16[pointer>>1]:pointer=>HEAPU16[pointer>>1];case 4:return signed?pointer=>HEAP32[pointer>>2]:pointer=>HEAPU32[pointer>>2];default:throw new TypeError(
`invalid integer width (${width}): ${name}`)}};var __embind_register_integer=(primitiveType,name,size,minRange,maxRange)=>{name=readLatin1String(name);if(maxRange===
-1){maxRange=4294967295}var fromWireType=value2=>value2;if(minRange===0){var bitshift=32-8*size;fromWireType=value2=>value2<<bitshift>>>bitshift}var isUnsignedType=name.
includes("unsigned");var checkAssertions=(value2,toTypeName)=>{};var toWireType;if(isUnsignedType){toWireType=function(destructors,value2){checkAssertions(value2,
this.name);return value2>>>0}}else{toWireType=function(destructors,value2){checkAssertions(value2,this.name);return value2}}registerType(primitiveType,{name,"fr\
omWireType":fromWireType,"toWireType":toWireType,"argPackAdvance":GenericWireTypeSize,"readValueFromPointer":integerReadValueFromPointer(name,size,minRange!==0),
destructorFunction:null})};var __embind_register_memory_view=(rawType,dataTypeIndex,name)=>{var typeMapping=[Int8Array,Uint8Array,Int16Array,Uint16Array,Int32Array,
Uint32Array,Float32Array,Float64Array];var TA=typeMapping[dataTypeIndex];function decodeMemoryView(handle){var size=HEAPU32[handle>>2];var data=HEAPU32[handle+4>>
2];return new TA(HEAP8.buffer,data,size)}name=readLatin1String(name);registerType(rawType,{name,"fromWireType":decodeMemoryView,"argPackAdvance":GenericWireTypeSize,
"readValueFromPointer":decodeMemoryView},{ignoreDuplicateRegistrations:true})};var stringToUTF8Array=(str,heap2,outIdx,maxBytesToWrite)=>{if(!(maxBytesToWrite>0))
return 0;var startIdx=outIdx;var endIdx=outIdx+maxBytesToWrite-1;for(var i=0;i<str.length;++i){var u=str.charCodeAt(i);if(u>=55296&&u<=57343){var u1=str.charCodeAt(
++i);u=65536+((u&1023)<<10)|u1&1023}if(u<=127){if(outIdx>=endIdx)break;heap2[outIdx++]=u}else if(u<=2047){if(outIdx+1>=endIdx)break;heap2[outIdx++]=192|u>>6;heap2[outIdx++]=
128|u&63}else if(u<=65535){if(outIdx+2>=endIdx)break;heap2[outIdx++]=224|u>>12;heap2[outIdx++]=128|u>>6&63;heap2[outIdx++]=128|u&63}else{if(outIdx+3>=endIdx)break;
heap2[outIdx++]=240|u>>18;heap2[outIdx++]=128|u>>12&63;heap2[outIdx++]=128|u>>6&63;heap2[outIdx++]=128|u&63}}heap2[outIdx]=0;return outIdx-startIdx};var stringToUTF8=(str,outPtr,maxBytesToWrite)=>stringToUTF8Array(
str,HEAPU8,outPtr,maxBytesToWrite);var lengthBytesUTF8=str=>{var len=0;for(var i=0;i<str.length;++i){var c=str.charCodeAt(i);if(c<=127){len++}else if(c<=2047){len+=
2}else if(c>=55296&&c<=57343){len+=4;++i}else{len+=3}}return len};var UTF8ArrayToString=(heapOrArray,idx2,maxBytesToRead)=>{var endIdx=idx2+maxBytesToRead;var str="";
while(!(idx2>=endIdx)){var u0=heapOrArray[idx2++];if(!u0)return str;if(!(u0&128)){str+=String.fromCharCode(u0);continue}var u1=heapOrArray[idx2++]&63;if((u0&224)==
192){str+=String.fromCharCode((u0&31)<<6|u1);continue}var u2=heapOrArray[idx2++]&63;if((u0&240)==224){u0=(u0&15)<<12|u1<<6|u2}else{u0=(u0&7)<<18|u1<<12|u2<<6|heapOrArray[idx2++]&
63}if(u0<65536){str+=String.fromCharCode(u0)}else{var ch=u0-65536;str+=String.fromCharCode(55296|ch>>10,56320|ch&1023)}}return str};var UTF8ToString=(ptr,maxBytesToRead)=>ptr?
UTF8ArrayToString(HEAPU8,ptr,maxBytesToRead):"";var __embind_register_std_string=(rawType,name)=>{name=readLatin1String(name);var stdStringIsUTF8=name==="std::s\
tring";registerType(rawType,{name,"fromWireType"(value2){var length=HEAPU32[value2>>2];var payload=value2+4;var str;if(stdStringIsUTF8){var decodeStartPtr=payload;
for(var i=0;i<=length;++i){var currentBytePtr=payload+i;if(i==length||HEAPU8[currentBytePtr]==0){var maxRead=currentBytePtr-decodeStartPtr;var stringSegment=UTF8ToString(
decodeStartPtr,maxRead);if(str===void 0){str=stringSegment}else{str+=String.fromCharCode(0);str+=stringSegment}decodeStartPtr=currentBytePtr+1}}}else{var a=new Array(
length);for(var i=0;i<length;++i){a[i]=String.fromCharCode(HEAPU8[payload+i])}str=a.join("")}_free(value2);return str},"toWireType"(destructors,value2){if(value2 instanceof
ArrayBuffer){value2=new Uint8Array(value2)}var length;var valueIsOfTypeString=typeof value2=="string";if(!(valueIsOfTypeString||value2 instanceof Uint8Array||value2 instanceof
Uint8ClampedArray||value2 instanceof Int8Array)){throwBindingError("Cannot pass non-string to std::string")}if(stdStringIsUTF8&&valueIsOfTypeString){length=lengthBytesUTF8(
value2)}else{length=value2.length}var base=_malloc(4+length+1);var ptr=base+4;HEAPU32[base>>2]=length;if(stdStringIsUTF8&&valueIsOfTypeString){stringToUTF8(value2,
ptr,length+1)}else{if(valueIsOfTypeString){for(var i=0;i<length;++i){var charCode=value2.charCodeAt(i);if(charCode>255){_free(ptr);throwBindingError("String has\
 UTF-16 code units that do not fit in 8 bits")}HEAPU8[ptr+i]=charCode}}else{for(var i=0;i<length;++i){HEAPU8[ptr+i]=value2[i]}}}if(destructors!==null){destructors.
push(_free,base)}return base},"argPackAdvance":GenericWireTypeSize,"readValueFromPointer":readPointer,destructorFunction(ptr){_free(ptr)}})};var UTF16ToString=(ptr,maxBytesToRead)=>{
var str="";for(var i=0;!(i>=maxBytesToRead/2);++i){var codeUnit=HEAP16[ptr+i*2>>1];if(codeUnit==0)break;str+=String.fromCharCode(codeUnit)}return str};var stringToUTF16=(str,outPtr,maxBytesToWrite)=>{
maxBytesToWrite??=2147483647;if(maxBytesToWrite<2)return 0;maxBytesToWrite-=2;var startPtr=outPtr;var numCharsToWrite=maxBytesToWrite<str.length*2?maxBytesToWrite/
2:str.length;for(var i=0;i<numCharsToWrite;++i){var codeUnit=str.charCodeAt(i);HEAP16[outPtr>>1]=codeUnit;outPtr+=2}HEAP16[outPtr>>1]=0;return outPtr-startPtr};
var lengthBytesUTF16=str=>str.length*2;var UTF32ToString=(ptr,maxBytesToRead)=>{var i=0;var str="";while(!(i>=maxBytesToRead/4)){var utf32=HEAP32[ptr+i*4>>2];if(utf32==
0)break;++i;if(utf32>=65536){var ch=utf32-65536;str+=String.fromCharCode(55296|ch>>10,56320|ch&1023)}else{str+=String.fromCharCode(utf32)}}return str};var stringToUTF32=(str,outPtr,maxBytesToWrite)=>{
maxBytesToWrite??=2147483647;if(maxBytesToWrite<4)return 0;var startPtr=outPtr;var endPtr=startPtr+maxBytesToWrite-4;for(var i=0;i<str.length;++i){var codeUnit=str.
charCodeAt(i);if(codeUnit>=55296&&codeUnit<=57343){var trailSurrogate=str.charCodeAt(++i);codeUnit=65536+((codeUnit&1023)<<10)|trailSurrogate&1023}HEAP32[outPtr>>
2]=codeUnit;outPtr+=4;if(outPtr+4>endPtr)break}HEAP32[outPtr>>2]=0;return outPtr-startPtr};var lengthBytesUTF32=str=>{var len=0;for(var i=0;i<str.length;++i){var codeUnit=str.
charCodeAt(i);if(codeUnit>=55296&&codeUnit<=57343)++i;len+=4}return len};var __embind_register_std_wstring=(rawType,charSize,name)=>{name=readLatin1String(name);
var decodeString,encodeString,readCharAt,lengthBytesUTF;if(charSize===2){decodeString=UTF16ToString;encodeString=stringToUTF16;lengthBytesUTF=lengthBytesUTF16;readCharAt=
pointer=>HEAPU16[pointer>>1]}else if(charSize===4){decodeString=UTF32ToString;encodeString=stringToUTF32;lengthBytesUTF=lengthBytesUTF32;readCharAt=pointer=>HEAPU32[pointer>>
2]}registerType(rawType,{name,"fromWireType":value2=>{var length=HEAPU32[value2>>2];var str;var decodeStartPtr=value2+4;for(var i=0;i<=length;++i){var currentBytePtr=value2+
4+i*charSize;if(i==length||readCharAt(currentBytePtr)==0){var maxReadBytes=currentBytePtr-decodeStartPtr;var stringSegment=decodeString(decodeStartPtr,maxReadBytes);
if(str===void 0){str=stringSegment}else{str+=String.fromCharCode(0);str+=stringSegment}decodeStartPtr=currentBytePtr+charSize}}_free(value2);return str},"toWire\
Type":(destructors,value2)=>{if(!(typeof value2=="string")){throwBindingError(`Cannot pass non-string to C++ string type ${name}`)}var length=lengthBytesUTF(value2);
var ptr=_malloc(4+length+charSize);HEAPU32[ptr>>2]=length/charSize;encodeString(value2,ptr+4,length+charSize);if(destructors!==null){destructors.push(_free,ptr)}
return ptr},"argPackAdvance":GenericWireTypeSize,"readValueFromPointer":readPointer,destructorFunction(ptr){_free(ptr)}})};var __embind_register_void=(rawType,name)=>{
name=readLatin1String(name);registerType(rawType,{isVoid:true,name,"argPackAdvance":0,"fromWireType":()=>void 0,"toWireType":(destructors,o)=>void 0})};var __emscripten_memcpy_js=(dest,src,num)=>HEAPU8.
copyWithin(dest,src,src+num);var emval_methodCallers=[];var __emval_call=(caller,handle,destructorsRef,args)=>{caller=emval_methodCallers[caller];handle=Emval.toValue(
handle);return caller(null,handle,destructorsRef,args)};var emval_symbols={};var getStringOrSymbol=address=>{var symbol=emval_symbols[address];if(symbol===void 0){
return readLatin1String(address)}return symbol};var emval_get_global=()=>{if(typeof globalThis=="object"){return globalThis}function testGlobal(obj){obj["$$$emb\
ind_global$$$"]=obj;var success=typeof $$$embind_global$$$=="object"&&obj["$$$embind_global$$$"]==obj;if(!success){delete obj["$$$embind_global$$$"]}return success}
if(typeof $$$embind_global$$$=="object"){return $$$embind_global$$$}if(typeof global=="object"&&testGlobal(global)){$$$embind_global$$$=global}else if(typeof self==
"object"&&testGlobal(self)){$$$embind_global$$$=self}if(typeof $$$embind_global$$$=="object"){return $$$embind_global$$$}throw Error("unable to get global objec\
t.")};var __emval_get_global=name=>{if(name===0){return Emval.toHandle(emval_get_global())}else{name=getStringOrSymbol(name);return Emval.toHandle(emval_get_global()[name])}};
var emval_addMethodCaller=caller=>{var id=emval_methodCallers.length;emval_methodCallers.push(caller);return id};var requireRegisteredType=(rawType,humanName)=>{
var impl=registeredTypes[rawType];if(void 0===impl){throwBindingError(`${humanName} has unknown type ${getTypeName(rawType)}`)}return impl};var emval_lookupTypes=(argCount,argTypes)=>{
var a=new Array(argCount);for(var i=0;i<argCount;++i){a[i]=requireRegisteredType(HEAPU32[argTypes+i*4>>2],"parameter "+i)}return a};var reflectConstruct=Reflect.
construct;var emval_returnValue=(returnType,destructorsRef,handle)=>{var destructors=[];var result=returnType["toWireType"](destructors,handle);if(destructors.length){
HEAPU32[destructorsRef>>2]=Emval.toHandle(destructors)}return result};var __emval_get_method_caller=(argCount,argTypes,kind)=>{var types=emval_lookupTypes(argCount,
argTypes);var retType=types.shift();argCount--;var argN=new Array(argCount);var invokerFunction=(obj,func,destructorsRef,args)=>{var offset=0;for(var i=0;i<argCount;++i){
argN[i]=types[i]["readValueFromPointer"](args+offset);offset+=types[i]["argPackAdvance"]}var rv=kind===1?reflectConstruct(func,argN):func.apply(obj,argN);return emval_returnValue(
retType,destructorsRef,rv)};var functionName=`methodCaller<(${types.map(t=>t.name).join(", ")}) => ${retType.name}>`;return emval_addMethodCaller(createNamedFunction(
functionName,invokerFunction))};var __emval_incref=handle=>{if(handle>9){emval_handles[handle+1]+=1}};var __emval_run_destructors=handle=>{var destructors=Emval.
toValue(handle);runDestructors(destructors);__emval_decref(handle)};var _abort=()=>{abort("")};var getHeapMax=()=>2147483648;var growMemory=size=>{var b=wasmMemory.
buffer;var pages=(size-b.byteLength+65535)/65536;try{wasmMemory.grow(pages);updateMemoryViews();return 1}catch(e){}};var _emscripten_resize_heap=requestedSize=>{
var oldSize=HEAPU8.length;requestedSize>>>=0;var maxHeapSize=getHeapMax();if(requestedSize>maxHeapSize){return false}var alignUp=(x,multiple)=>x+(multiple-x%multiple)%
multiple;for(var cutDown=1;cutDown<=4;cutDown*=2){var overGrownHeapSize=oldSize*(1+.2/cutDown);overGrownHeapSize=Math.min(overGrownHeapSize,requestedSize+100663296);
var newSize=Math.min(maxHeapSize,alignUp(Math.max(requestedSize,overGrownHeapSize),65536));var replacement=growMemory(newSize);if(replacement){return true}}return false};
var ENV={};var getExecutableName=()=>thisProgram||"./this.program";var getEnvStrings=()=>{if(!getEnvStrings.strings){var lang=(typeof navigator=="object"&&navigator.
languages&&navigator.languages[0]||"C").replace("-","_")+".UTF-8";var env={"USER":"web_user","LOGNAME":"web_user","PATH":"/","PWD":"/","HOME":"/home/web_user","\
LANG":lang,"_":getExecutableName()};for(var x in ENV){if(ENV[x]===void 0)delete env[x];else env[x]=ENV[x]}var strings=[];for(var x in env){strings.push(`${x}=${env[x]}`)}
getEnvStrings.strings=strings}return getEnvStrings.strings};var stringToAscii=(str,buffer)=>{for(var i=0;i<str.length;++i){HEAP8[buffer++]=str.charCodeAt(i)}HEAP8[buffer]=
0};var _environ_get=(__environ,environ_buf)=>{var bufSize=0;getEnvStrings().forEach((string,i)=>{var ptr=environ_buf+bufSize;HEAPU32[__environ+i*4>>2]=ptr;stringToAscii(
string,ptr);bufSize+=string.length+1});return 0};var _environ_sizes_get=(penviron_count,penviron_buf_size)=>{var strings=getEnvStrings();HEAPU32[penviron_count>>
2]=strings.length;var bufSize=0;strings.forEach(string=>bufSize+=string.length+1);HEAPU32[penviron_buf_size>>2]=bufSize;return 0};var runtimeKeepaliveCounter=0;
var keepRuntimeAlive=()=>noExitRuntime||runtimeKeepaliveCounter>0;var _proc_exit=code=>{EXITSTATUS=code;if(!keepRuntimeAlive()){Module3["onExit"]?.(code);ABORT=
true}quit_(code,new ExitStatus(code))};var exitJS=(status,implicit)=>{EXITSTATUS=status;_proc_exit(status)};var _exit=exitJS;var _fd_close=fd=>52;var convertI32PairToI53Checked=(lo,hi)=>hi+
2097152>>>0<4194305-!!lo?(lo>>>0)+hi*4294967296:NaN;function _fd_seek(fd,offset_low,offset_high,whence,newOffset){var offset=convertI32PairToI53Checked(offset_low,
offset_high);return 70}var printCharBuffers=[null,[],[]];var printChar=(stream3,curr)=>{var buffer=printCharBuffers[stream3];if(curr===0||curr===10){(stream3===
1?out:err)(UTF8ArrayToString(buffer,0));buffer.length=0}else{buffer.push(curr)}};var _fd_write=(fd,iov,iovcnt,pnum)=>{var num=0;for(var i=0;i<iovcnt;i++){var ptr=HEAPU32[iov>>
2];var len=HEAPU32[iov+4>>2];iov+=8;for(var j=0;j<len;j++){printChar(fd,HEAPU8[ptr+j])}num+=len}HEAPU32[pnum>>2]=num;return 0};embind_init_charCodes();BindingError=
Module3["BindingError"]=class BindingError extends Error{constructor(message){super(message);this.name="BindingError"}};InternalError=Module3["InternalError"]=class InternalError extends Error{constructor(message){
super(message);this.name="InternalError"}};init_emval();UnboundTypeError=Module3["UnboundTypeError"]=extendError(Error,"UnboundTypeError");var wasmImports={o:___cxa_throw,
q:__embind_register_bigint,m:__embind_register_bool,l:__embind_register_emval,j:__embind_register_float,f:__embind_register_function,b:__embind_register_integer,
a:__embind_register_memory_view,e:__embind_register_std_string,c:__embind_register_std_wstring,n:__embind_register_void,v:__emscripten_memcpy_js,i:__emval_call,
d:__emval_decref,k:__emval_get_global,h:__emval_get_method_caller,y:__emval_incref,g:__emval_run_destructors,r:_abort,s:_emscripten_resize_heap,t:_environ_get,u:_environ_sizes_get,
z:_exit,w:_fd_close,p:_fd_seek,x:_fd_write};var wasmExports=createWasm();var ___wasm_call_ctors=()=>(___wasm_call_ctors=wasmExports["B"])();var ___getTypeName=a0=>(___getTypeName=
wasmExports["C"])(a0);var _malloc=a0=>(_malloc=wasmExports["D"])(a0);var _free=a0=>(_free=wasmExports["E"])(a0);var __emscripten_stack_restore=a0=>(__emscripten_stack_restore=
wasmExports["_emscripten_stack_restore"])(a0);var __emscripten_stack_alloc=a0=>(__emscripten_stack_alloc=wasmExports["_emscripten_stack_alloc"])(a0);var _emscripten_stack_get_current=()=>(_emscripten_stack_get_current=
wasmExports["emscripten_stack_get_current"])();var ___cxa_increment_exception_refcount=a0=>(___cxa_increment_exception_refcount=wasmExports["__cxa_increment_exc\
eption_refcount"])(a0);var ___cxa_is_pointer_type=a0=>(___cxa_is_pointer_type=wasmExports["G"])(a0);var dynCall_jiji=Module3["dynCall_jiji"]=(a0,a1,a2,a3,a4)=>(dynCall_jiji=
Module3["dynCall_jiji"]=wasmExports["H"])(a0,a1,a2,a3,a4);var calledRun;dependenciesFulfilled=function runCaller(){if(!calledRun)run();if(!calledRun)dependenciesFulfilled=
runCaller};function run(){if(runDependencies>0){return}preRun();if(runDependencies>0){return}function doRun(){if(calledRun)return;calledRun=true;Module3["called\
Run"]=true;if(ABORT)return;initRuntime();readyPromiseResolve(Module3);if(Module3["onRuntimeInitialized"])Module3["onRuntimeInitialized"]();postRun()}if(Module3["\
setStatus"]){Module3["setStatus"]("Running...");setTimeout(function(){setTimeout(function(){Module3["setStatus"]("")},1);doRun()},1)}else{doRun()}}if(Module3["p\
reInit"]){if(typeof Module3["preInit"]=="function")Module3["preInit"]=[Module3["preInit"]];while(Module3["preInit"].length>0){Module3["preInit"].pop()()}}run();
return readyPromise})})();var mozjpeg_dec_default=Module;var defaultDecodeOptions={preserveOrientation:false};var emscriptenModule;async function init(module,moduleOptionOverrides){let actualModule=module;let actualOptions=moduleOptionOverrides;if(arguments.length===1&&
!(module instanceof WebAssembly.Module)){actualModule=void 0;actualOptions=module}emscriptenModule=initEmscriptenModule(mozjpeg_dec_default,actualModule,actualOptions)}
async function decode(buffer,options={}){if(!emscriptenModule)init();const _options={...defaultDecodeOptions,...options};const module=await emscriptenModule;const result=module.
decode(buffer,_options.preserveOrientation);if(!result)throw new Error("Decoding error");return result}var wasm;var heap=new Array(128).fill(void 0);heap.push(void 0,null,true,false);var heap_next=heap.length;function addHeapObject(obj){if(heap_next===heap.length)
heap.push(heap.length+1);const idx2=heap_next;heap_next=heap[idx2];heap[idx2]=obj;return idx2}function getObject(idx2){return heap[idx2]}function dropObject(idx2){
if(idx2<132)return;heap[idx2]=heap_next;heap_next=idx2}function takeObject(idx2){const ret=getObject(idx2);dropObject(idx2);return ret}var cachedTextDecoder=typeof TextDecoder!==
"undefined"?new TextDecoder("utf-8",{ignoreBOM:true,fatal:true}):{decode:()=>{throw Error("TextDecoder not available")}};if(typeof TextDecoder!=="undefined"){cachedTextDecoder.
decode()}var cachedUint8Memory0=null;function getUint8Memory0(){if(cachedUint8Memory0===null||cachedUint8Memory0.byteLength===0){cachedUint8Memory0=new Uint8Array(wasm.memory.
buffer)}return cachedUint8Memory0}function getStringFromWasm0(ptr,len){ptr=ptr>>>0;return cachedTextDecoder.decode(getUint8Memory0().subarray(ptr,ptr+len))}var cachedUint8ClampedMemory0=null;
function getUint8ClampedMemory0(){if(cachedUint8ClampedMemory0===null||cachedUint8ClampedMemory0.byteLength===0){cachedUint8ClampedMemory0=new Uint8ClampedArray(
wasm.memory.buffer)}return cachedUint8ClampedMemory0}function getClampedArrayU8FromWasm0(ptr,len){ptr=ptr>>>0;return getUint8ClampedMemory0().subarray(ptr/1,ptr/
1+len)}var WASM_VECTOR_LEN=0;function passArray8ToWasm0(arg,malloc){const ptr=malloc(arg.length*1,1)>>>0;getUint8Memory0().set(arg,ptr/1);WASM_VECTOR_LEN=arg.length;
return ptr}var cachedInt32Memory0=null;function decode2(data){const ptr0=passArray8ToWasm0(data,wasm.__wbindgen_malloc);const len0=WASM_VECTOR_LEN;const ret=wasm.decode(ptr0,len0);return takeObject(ret)}
function decode_rgba16(data){const ptr0=passArray8ToWasm0(data,wasm.__wbindgen_malloc);const len0=WASM_VECTOR_LEN;const ret=wasm.decode_rgba16(ptr0,len0);return ImageDataRGBA16.
__wrap(ret)}var ImageDataRGBA16=class _ImageDataRGBA16{static __wrap(ptr){ptr=ptr>>>0;const obj=Object.create(_ImageDataRGBA16.prototype);obj.__wbg_ptr=ptr;return obj}__destroy_into_raw(){
const ptr=this.__wbg_ptr;this.__wbg_ptr=0;return ptr}free(){const ptr=this.__destroy_into_raw();wasm.__wbg_imagedatargba16_free(ptr)}get width(){const ret=wasm.
imagedatargba16_width(this.__wbg_ptr);return ret>>>0}get height(){const ret=wasm.imagedatargba16_height(this.__wbg_ptr);return ret>>>0}get data(){const ret=wasm.
imagedatargba16_data(this.__wbg_ptr);return takeObject(ret)}};async function __wbg_load(module,imports){if(typeof Response==="function"&&module instanceof Response){
if(typeof WebAssembly.instantiateStreaming==="function"){try{return await WebAssembly.instantiateStreaming(module,imports)}catch(e){if(module.headers.get("Conte\
nt-Type")!="application/wasm"){console.warn("`WebAssembly.instantiateStreaming` failed because your server does not serve wasm with `application/wasm` MIME type\
. Falling back to `WebAssembly.instantiate` which is slower. Original error:\n",e)}else{throw e}}}const bytes=await module.arrayBuffer();return await WebAssembly.
instantiate(bytes,imports)}else{const instance=await WebAssembly.instantiate(module,imports);if(instance instanceof WebAssembly.Instance){return{instance,module}}else{
return instance}}}function __wbg_get_imports(){const imports={};imports.wbg={};imports.wbg.__wbindgen_memory=function(){const ret=wasm.memory;return addHeapObject(
ret)};imports.wbg.__wbg_buffer_a448f833075b71ba=function(arg0){const ret=getObject(arg0).buffer;return addHeapObject(ret)};imports.wbg.__wbg_newwithbyteoffsetandlength_099217381c451830=
function(arg0,arg1,arg2){const ret=new Uint16Array(getObject(arg0),arg1>>>0,arg2>>>0);return addHeapObject(ret)};imports.wbg.__wbindgen_object_drop_ref=function(arg0){
takeObject(arg0)};imports.wbg.__wbg_newwithownedu8clampedarrayandsh_91db5987993a08fb=function(arg0,arg1,arg2,arg3){var v0=getClampedArrayU8FromWasm0(arg0,arg1).
slice();wasm.__wbindgen_free(arg0,arg1*1,1);const ret=new ImageData(v0,arg2>>>0,arg3>>>0);return addHeapObject(ret)};imports.wbg.__wbindgen_throw=function(arg0,arg1){
throw new Error(getStringFromWasm0(arg0,arg1))};return imports}function __wbg_init_memory(imports,maybe_memory){}function __wbg_finalize_init(instance,module){wasm=
instance.exports;__wbg_init.__wbindgen_wasm_module=module;cachedInt32Memory0=null;cachedUint8Memory0=null;cachedUint8ClampedMemory0=null;return wasm}async function __wbg_init(input){if(wasm!==void 0)return wasm;if(typeof input==="undefined"){input=new URL("squoosh_png_bg.wasm",import.meta.url)}const imports=__wbg_get_imports();
if(typeof input==="string"||typeof Request==="function"&&input instanceof Request||typeof URL==="function"&&input instanceof URL){input=fetch(input)}__wbg_init_memory(
imports);const{instance,module}=await __wbg_load(await input,imports);return __wbg_finalize_init(instance,module)}var squoosh_png_default=__wbg_init;var isServiceWorker=globalThis.ServiceWorkerGlobalScope!==void 0;var isRunningInCloudFlareWorkers=isServiceWorker&&typeof self!==
"undefined"&&globalThis.caches&&globalThis.caches.default!==void 0;var isRunningInNode=typeof process==="object"&&process.release&&process.release.name==="node";
if(isRunningInCloudFlareWorkers||isRunningInNode){if(!globalThis.ImageData){globalThis.ImageData=class ImageData{constructor(data,width,height){this.data=data;this.
width=width;this.height=height}}}if(import.meta.url===void 0){import.meta.url="https://localhost"}if(typeof self!=="undefined"&&self.location===void 0){self.location=
{href:""}}}var pngModule;async function init2(moduleOrPath){if(!pngModule){pngModule=squoosh_png_default(moduleOrPath)}return pngModule}async function decode3(data,options={}){
await init2();const{bitDepth=8}=options;if(bitDepth===16){const imageData2=await decode_rgba16(new Uint8Array(data));if(!imageData2)throw new Error("Encoding er\
ror.");return imageData2}const imageData=await decode2(new Uint8Array(data));if(!imageData)throw new Error("Encoding error.");return imageData}var decode_default=decode3;var Module2=(()=>{var _scriptDir=import.meta.url;return(function(Module3={}){var Module3=typeof Module3!="undefined"?Module3:{};var readyPromiseResolve,readyPromiseReject;
Module3["ready"]=new Promise(function(resolve7,reject){readyPromiseResolve=resolve7;readyPromiseReject=reject});const isServiceWorker2=globalThis.ServiceWorkerGlobalScope!==
void 0;const isRunningInCloudFlareWorkers2=isServiceWorker2&&typeof self!=="undefined"&&globalThis.caches&&globalThis.caches.default!==void 0;const isRunningInNode2=typeof process===
"object"&&process.release&&process.release.name==="node";if(isRunningInCloudFlareWorkers2||isRunningInNode2){if(!globalThis.ImageData){globalThis.ImageData=class ImageData{constructor(data,width,height){
this.data=data;this.width=width;this.height=height}}}if(import.meta.url===void 0){import.meta.url="https://localhost"}if(typeof self!=="undefined"&&self.location===
void 0){self.location={href:""}}}var moduleOverrides=Object.assign({},Module3);var arguments_=[];var thisProgram="./this.program";var quit_=(status,toThrow)=>{throw toThrow};
var ENVIRONMENT_IS_WEB=typeof window=="object";var ENVIRONMENT_IS_WORKER=typeof importScripts=="function";var ENVIRONMENT_IS_NODE=typeof process=="object"&&typeof process.
versions=="object"&&typeof process.versions.node=="string";var scriptDirectory="";function locateFile2(path){if(Module3["locateFile"]){return Module3["locateFil\
e"](path,scriptDirectory)}return scriptDirectory+path}var read_,readAsync,readBinary,setWindowTitle;if(ENVIRONMENT_IS_WEB||ENVIRONMENT_IS_WORKER){if(ENVIRONMENT_IS_WORKER){
scriptDirectory=self.location.href}else if(typeof document!="undefined"&&document.currentScript){scriptDirectory=document.currentScript.src}if(_scriptDir){scriptDirectory=
_scriptDir}if(scriptDirectory.indexOf("blob:")!==0){scriptDirectory=scriptDirectory.substr(0,scriptDirectory.replace(/[?#].*/,"").lastIndexOf("/")+1)}else{scriptDirectory=
""}{read_=url=>{var xhr=new XMLHttpRequest;xhr.open("GET",url,false);xhr.send(null);return xhr.responseText};if(ENVIRONMENT_IS_WORKER){readBinary=url=>{var xhr=new XMLHttpRequest;
xhr.open("GET",url,false);xhr.responseType="arraybuffer";xhr.send(null);return new Uint8Array(xhr.response)}}readAsync=(url,onload,onerror)=>{var xhr=new XMLHttpRequest;
xhr.open("GET",url,true);xhr.responseType="arraybuffer";xhr.onload=()=>{if(xhr.status==200||xhr.status==0&&xhr.response){onload(xhr.response);return}onerror()};
xhr.onerror=onerror;xhr.send(null)}}setWindowTitle=title=>document.title=title}else{}var out=Module3["print"]||console.log.bind(console);var err=Module3["printE\
rr"]||console.warn.bind(console);Object.assign(Module3,moduleOverrides);moduleOverrides=null;if(Module3["arguments"])arguments_=Module3["arguments"];if(Module3["\
thisProgram"])thisProgram=Module3["thisProgram"];if(Module3["quit"])quit_=Module3["quit"];var wasmBinary;if(Module3["wasmBinary"])wasmBinary=Module3["wasmBinary"];
var noExitRuntime=Module3["noExitRuntime"]||true;if(typeof WebAssembly!="object"){abort("no native wasm support detected")}var wasmMemory;var ABORT=false;var EXITSTATUS;
function UTF8ArrayToString(heapOrArray,idx2,maxBytesToRead){var endIdx=idx2+maxBytesToRead;var str="";while(!(idx2>=endIdx)){var u0=heapOrArray[idx2++];if(!u0)return str;
if(!(u0&128)){str+=String.fromCharCode(u0);continue}var u1=heapOrArray[idx2++]&63;if((u0&224)==192){str+=String.fromCharCode((u0&31)<<6|u1);continue}var u2=heapOrArray[idx2++]&
63;if((u0&240)==224){u0=(u0&15)<<12|u1<<6|u2}else{u0=(u0&7)<<18|u1<<12|u2<<6|heapOrArray[idx2++]&63}if(u0<65536){str+=String.fromCharCode(u0)}else{var ch=u0-65536;
str+=String.fromCharCode(55296|ch>>10,56320|ch&1023)}}return str}function UTF8ToString(ptr,maxBytesToRead){return ptr?UTF8ArrayToString(HEAPU8,ptr,maxBytesToRead):
""}function stringToUTF8Array(str,heap2,outIdx,maxBytesToWrite){if(!(maxBytesToWrite>0))return 0;var startIdx=outIdx;var endIdx=outIdx+maxBytesToWrite-1;for(var i=0;i<
str.length;++i){var u=str.charCodeAt(i);if(u>=55296&&u<=57343){var u1=str.charCodeAt(++i);u=65536+((u&1023)<<10)|u1&1023}if(u<=127){if(outIdx>=endIdx)break;heap2[outIdx++]=
u}else if(u<=2047){if(outIdx+1>=endIdx)break;heap2[outIdx++]=192|u>>6;heap2[outIdx++]=128|u&63}else if(u<=65535){if(outIdx+2>=endIdx)break;heap2[outIdx++]=224|u>>
12;heap2[outIdx++]=128|u>>6&63;heap2[outIdx++]=128|u&63}else{if(outIdx+3>=endIdx)break;heap2[outIdx++]=240|u>>18;heap2[outIdx++]=128|u>>12&63;heap2[outIdx++]=128|
u>>6&63;heap2[outIdx++]=128|u&63}}heap2[outIdx]=0;return outIdx-startIdx}function stringToUTF8(str,outPtr,maxBytesToWrite){return stringToUTF8Array(str,HEAPU8,outPtr,
maxBytesToWrite)}function lengthBytesUTF8(str){var len=0;for(var i=0;i<str.length;++i){var c=str.charCodeAt(i);if(c<=127){len++}else if(c<=2047){len+=2}else if(c>=
55296&&c<=57343){len+=4;++i}else{len+=3}}return len}var HEAP8,HEAPU8,HEAP16,HEAPU16,HEAP32,HEAPU32,HEAPF32,HEAPF64;function updateMemoryViews(){var b=wasmMemory.
buffer;Module3["HEAP8"]=HEAP8=new Int8Array(b);Module3["HEAP16"]=HEAP16=new Int16Array(b);Module3["HEAP32"]=HEAP32=new Int32Array(b);Module3["HEAPU8"]=HEAPU8=new Uint8Array(
b);Module3["HEAPU16"]=HEAPU16=new Uint16Array(b);Module3["HEAPU32"]=HEAPU32=new Uint32Array(b);Module3["HEAPF32"]=HEAPF32=new Float32Array(b);Module3["HEAPF64"]=
HEAPF64=new Float64Array(b)}var wasmTable;var __ATPRERUN__=[];var __ATINIT__=[];var __ATPOSTRUN__=[];var runtimeInitialized=false;function preRun(){if(Module3["\
preRun"]){if(typeof Module3["preRun"]=="function")Module3["preRun"]=[Module3["preRun"]];while(Module3["preRun"].length){addOnPreRun(Module3["preRun"].shift())}}
callRuntimeCallbacks(__ATPRERUN__)}function initRuntime(){runtimeInitialized=true;callRuntimeCallbacks(__ATINIT__)}function postRun(){if(Module3["postRun"]){if(typeof Module3["\
postRun"]=="function")Module3["postRun"]=[Module3["postRun"]];while(Module3["postRun"].length){addOnPostRun(Module3["postRun"].shift())}}callRuntimeCallbacks(__ATPOSTRUN__)}
function addOnPreRun(cb){__ATPRERUN__.unshift(cb)}function addOnInit(cb){__ATINIT__.unshift(cb)}function addOnPostRun(cb){__ATPOSTRUN__.unshift(cb)}var runDependencies=0;
var runDependencyWatcher=null;var dependenciesFulfilled=null;function addRunDependency(id){runDependencies++;if(Module3["monitorRunDependencies"]){Module3["moni\
torRunDependencies"](runDependencies)}}function removeRunDependency(id){runDependencies--;if(Module3["monitorRunDependencies"]){Module3["monitorRunDependencies"](
runDependencies)}if(runDependencies==0){if(runDependencyWatcher!==null){clearInterval(runDependencyWatcher);runDependencyWatcher=null}if(dependenciesFulfilled){
var callback=dependenciesFulfilled;dependenciesFulfilled=null;callback()}}}function abort(what){if(Module3["onAbort"]){Module3["onAbort"](what)}what="Aborted("+
what+")";err(what);ABORT=true;EXITSTATUS=1;what+=". Build with -sASSERTIONS for more info.";var e=new WebAssembly.RuntimeError(what);readyPromiseReject(e);throw e}
var dataURIPrefix="data:application/octet-stream;base64,";function isDataURI(filename){return filename.startsWith(dataURIPrefix)}var wasmBinaryFile;if(Module3["\
locateFile"]){wasmBinaryFile="webp_dec.wasm";if(!isDataURI(wasmBinaryFile)){wasmBinaryFile=locateFile2(wasmBinaryFile)}}else{wasmBinaryFile=new URL("webp_dec.wa\
sm",import.meta.url).href}function getBinary(file){try{if(file==wasmBinaryFile&&wasmBinary){return new Uint8Array(wasmBinary)}if(readBinary){return readBinary(file)}
throw"both async and sync fetching of the wasm failed"}catch(err2){abort(err2)}}function getBinaryPromise(binaryFile){if(!wasmBinary&&(ENVIRONMENT_IS_WEB||ENVIRONMENT_IS_WORKER)){
if(typeof fetch=="function"){return fetch(binaryFile,{credentials:"same-origin"}).then(function(response){if(!response["ok"]){throw"failed to load wasm binary f\
ile at '"+binaryFile+"'"}return response["arrayBuffer"]()}).catch(function(){return getBinary(binaryFile)})}}return Promise.resolve().then(function(){return getBinary(
binaryFile)})}function instantiateArrayBuffer(binaryFile,imports,receiver){return getBinaryPromise(binaryFile).then(function(binary){return WebAssembly.instantiate(
binary,imports)}).then(function(instance){return instance}).then(receiver,function(reason){err("failed to asynchronously prepare wasm: "+reason);abort(reason)})}
function instantiateAsync(binary,binaryFile,imports,callback){if(!binary&&typeof WebAssembly.instantiateStreaming=="function"&&!isDataURI(binaryFile)&&typeof fetch==
"function"){return fetch(binaryFile,{credentials:"same-origin"}).then(function(response){var result=WebAssembly.instantiateStreaming(response,imports);return result.
then(callback,function(reason){err("wasm streaming compile failed: "+reason);err("falling back to ArrayBuffer instantiation");return instantiateArrayBuffer(binaryFile,
imports,callback)})})}else{return instantiateArrayBuffer(binaryFile,imports,callback)}}function createWasm(){var info={"a":wasmImports};function receiveInstance(instance,module){
var exports=instance.exports;Module3["asm"]=exports;wasmMemory=Module3["asm"]["s"];updateMemoryViews();wasmTable=Module3["asm"]["y"];addOnInit(Module3["asm"]["t"]);
removeRunDependency("wasm-instantiate");return exports}addRunDependency("wasm-instantiate");function receiveInstantiationResult(result){receiveInstance(result["\
instance"])}if(Module3["instantiateWasm"]){try{return Module3["instantiateWasm"](info,receiveInstance)}catch(e){err("Module.instantiateWasm callback failed with\
 error: "+e);readyPromiseReject(e)}}instantiateAsync(wasmBinary,wasmBinaryFile,info,receiveInstantiationResult).catch(readyPromiseReject);return{}}function callRuntimeCallbacks(callbacks){
while(callbacks.length>0){callbacks.shift()(Module3)}}function ExceptionInfo(excPtr){this.excPtr=excPtr;this.ptr=excPtr-24;this.set_type=function(type){HEAPU32[this.
ptr+4>>2]=type};this.get_type=function(){return HEAPU32[this.ptr+4>>2]};this.set_destructor=function(destructor){HEAPU32[this.ptr+8>>2]=destructor};this.get_destructor=
function(){return HEAPU32[this.ptr+8>>2]};this.set_refcount=function(refcount){HEAP32[this.ptr>>2]=refcount};this.set_caught=function(caught){caught=caught?1:0;
HEAP8[this.ptr+12>>0]=caught};this.get_caught=function(){return HEAP8[this.ptr+12>>0]!=0};this.set_rethrown=function(rethrown){rethrown=rethrown?1:0;HEAP8[this.
ptr+13>>0]=rethrown};this.get_rethrown=function(){return HEAP8[this.ptr+13>>0]!=0};this.init=function(type,destructor){this.set_adjusted_ptr(0);this.set_type(type);
this.set_destructor(destructor);this.set_refcount(0);this.set_caught(false);this.set_rethrown(false)};this.add_ref=function(){var value2=HEAP32[this.ptr>>2];HEAP32[this.
ptr>>2]=value2+1};this.release_ref=function(){var prev=HEAP32[this.ptr>>2];HEAP32[this.ptr>>2]=prev-1;return prev===1};this.set_adjusted_ptr=function(adjustedPtr){
HEAPU32[this.ptr+16>>2]=adjustedPtr};this.get_adjusted_ptr=function(){return HEAPU32[this.ptr+16>>2]};this.get_exception_ptr=function(){var isPointer=___cxa_is_pointer_type(
this.get_type());if(isPointer){return HEAPU32[this.excPtr>>2]}var adjusted2=this.get_adjusted_ptr();if(adjusted2!==0)return adjusted2;return this.excPtr}}var exceptionLast=0;
var uncaughtExceptionCount=0;function ___cxa_throw(ptr,type,destructor){var info=new ExceptionInfo(ptr);info.init(type,destructor);exceptionLast=ptr;uncaughtExceptionCount++;
throw ptr}function __embind_register_bigint(primitiveType,name,size,minRange,maxRange){}function getShiftFromSize(size){switch(size){case 1:return 0;case 2:return 1;case 4:
return 2;case 8:return 3;default:throw new TypeError("Unknown type size: "+size)}}function embind_init_charCodes(){var codes=new Array(256);for(var i=0;i<256;++i){
codes[i]=String.fromCharCode(i)}embind_charCodes=codes}var embind_charCodes=void 0;function readLatin1String(ptr){var ret="";var c=ptr;while(HEAPU8[c]){ret+=embind_charCodes[HEAPU8[c++]]}
return ret}var awaitingDependencies={};var registeredTypes={};var typeDependencies={};var char_0=48;var char_9=57;function makeLegalFunctionName(name){if(void 0===
name){return"_unknown"}name=name.replace(/[^a-zA-Z0-9_]/g,"$");var f=name.charCodeAt(0);if(f>=char_0&&f<=char_9){return"_"+name}return name}function createNamedFunction(name,body){
name=makeLegalFunctionName(name);return{[name]:function(){return body.apply(this,arguments)}}[name]}function extendError(baseErrorType,errorName){var errorClass=createNamedFunction(
errorName,function(message){this.name=errorName;this.message=message;var stack2=new Error(message).stack;if(stack2!==void 0){this.stack=this.toString()+"\n"+stack2.
replace(/^Error(:[^\n]*)?\n/,"")}});errorClass.prototype=Object.create(baseErrorType.prototype);errorClass.prototype.constructor=errorClass;errorClass.prototype.
toString=function(){if(this.message===void 0){return this.name}else{return this.name+": "+this.message}};return errorClass}var BindingError=void 0;function throwBindingError(message){
throw new BindingError(message)}var InternalError=void 0;function throwInternalError(message){throw new InternalError(message)}function whenDependentTypesAreResolved(myTypes,dependentTypes,getTypeConverters){
myTypes.forEach(function(type){typeDependencies[type]=dependentTypes});function onComplete(typeConverters2){var myTypeConverters=getTypeConverters(typeConverters2);
if(myTypeConverters.length!==myTypes.length){throwInternalError("Mismatched type converter count")}for(var i=0;i<myTypes.length;++i){registerType(myTypes[i],myTypeConverters[i])}}
var typeConverters=new Array(dependentTypes.length);var unregisteredTypes=[];var registered=0;dependentTypes.forEach((dt,i)=>{if(registeredTypes.hasOwnProperty(
dt)){typeConverters[i]=registeredTypes[dt]}else{unregisteredTypes.push(dt);if(!awaitingDependencies.hasOwnProperty(dt)){awaitingDependencies[dt]=[]}awaitingDependencies[dt].
push(()=>{typeConverters[i]=registeredTypes[dt];++registered;if(registered===unregisteredTypes.length){onComplete(typeConverters)}})}});if(0===unregisteredTypes.
length){onComplete(typeConverters)}}function registerType(rawType,registeredInstance,options={}){if(!("argPackAdvance"in registeredInstance)){throw new TypeError(
"registerType registeredInstance requires argPackAdvance")}var name=registeredInstance.name;if(!rawType){throwBindingError('type "'+name+'" must have a positive\
 integer typeid pointer')}if(registeredTypes.hasOwnProperty(rawType)){if(options.ignoreDuplicateRegistrations){return}else{throwBindingError("Cannot register ty\
pe '"+name+"' twice")}}registeredTypes[rawType]=registeredInstance;delete typeDependencies[rawType];if(awaitingDependencies.hasOwnProperty(rawType)){var callbacks=awaitingDependencies[rawType];
delete awaitingDependencies[rawType];callbacks.forEach(cb=>cb())}}function __embind_register_bool(rawType,name,size,trueValue,falseValue){var shift=getShiftFromSize(
size);name=readLatin1String(name);registerType(rawType,{name,"fromWireType":function(wt){return!!wt},"toWireType":function(destructors,o){return o?trueValue:falseValue},
"argPackAdvance":8,"readValueFromPointer":function(pointer){var heap2;if(size===1){heap2=HEAP8}else if(size===2){heap2=HEAP16}else if(size===4){heap2=HEAP32}else{
throw new TypeError("Unknown boolean type size: "+name)}return this["fromWireType"](heap2[pointer>>shift])},destructorFunction:null})}var emval_free_list=[];var emval_handle_array=[
{},{value:void 0},{value:null},{value:true},{value:false}];function __emval_decref(handle){if(handle>4&&0===--emval_handle_array[handle].refcount){emval_handle_array[handle]=
void 0;emval_free_list.push(handle)}}function count_emval_handles(){var count=0;for(var i=5;i<emval_handle_array.length;++i){if(emval_handle_array[i]!==void 0){
++count}}return count}function get_first_emval(){for(var i=5;i<emval_handle_array.length;++i){if(emval_handle_array[i]!==void 0){return emval_handle_array[i]}}return null}
function init_emval(){Module3["count_emval_handles"]=count_emval_handles;Module3["get_first_emval"]=get_first_emval}var Emval={toValue:handle=>{if(!handle){throwBindingError(
"Cannot use deleted val. handle = "+handle)}return emval_handle_array[handle].value},toHandle:value2=>{switch(value2){case void 0:return 1;case null:return 2;case true:
return 3;case false:return 4;default:{var handle=emval_free_list.length?emval_free_list.pop():emval_handle_array.length;emval_handle_array[handle]={refcount:1,value:value2};
return handle}}}};function simpleReadValueFromPointer(pointer){return this["fromWireType"](HEAP32[pointer>>2])}function __embind_register_emval(rawType,name){name=
readLatin1String(name);registerType(rawType,{name,"fromWireType":function(handle){var rv=Emval.toValue(handle);__emval_decref(handle);return rv},"toWireType":function(destructors,value2){
return Emval.toHandle(value2)},"argPackAdvance":8,"readValueFromPointer":simpleReadValueFromPointer,destructorFunction:null})}function floatReadValueFromPointer(name,shift){
switch(shift){case 2:return function(pointer){return this["fromWireType"](HEAPF32[pointer>>2])};case 3:return function(pointer){return this["fromWireType"](HEAPF64[pointer>>
3])};default:throw new TypeError("Unknown float type: "+name)}}function __embind_register_float(rawType,name,size){var shift=getShiftFromSize(size);name=readLatin1String(
name);registerType(rawType,{name,"fromWireType":function(value2){return value2},"toWireType":function(destructors,value2){return value2},"argPackAdvance":8,"rea\
dValueFromPointer":floatReadValueFromPointer(name,shift),destructorFunction:null})}function runDestructors(destructors){while(destructors.length){var ptr=destructors.
pop();var del=destructors.pop();del(ptr)}}function craftInvokerFunction(humanName,argTypes,classType,cppInvokerFunc,cppTargetFunc,isAsync){var argCount=argTypes.
length;if(argCount<2){throwBindingError("argTypes array size mismatch! Must at least get return value and 'this' types!")}var isClassMethodFunc=argTypes[1]!==null&&
classType!==null;var needsDestructorStack=false;for(var i=1;i<argTypes.length;++i){if(argTypes[i]!==null&&argTypes[i].destructorFunction===void 0){needsDestructorStack=
true;break}}var returns=argTypes[0].name!=="void";var expectedArgCount=argCount-2;var argsWired=new Array(expectedArgCount);var invokerFuncArgs=[];var destructors=[];
return function(){if(arguments.length!==expectedArgCount){throwBindingError("function "+humanName+" called with "+arguments.length+" arguments, expected "+expectedArgCount+
" args!")}destructors.length=0;var thisWired;invokerFuncArgs.length=isClassMethodFunc?2:1;invokerFuncArgs[0]=cppTargetFunc;if(isClassMethodFunc){thisWired=argTypes[1]["\
toWireType"](destructors,this);invokerFuncArgs[1]=thisWired}for(var i2=0;i2<expectedArgCount;++i2){argsWired[i2]=argTypes[i2+2]["toWireType"](destructors,arguments[i2]);
invokerFuncArgs.push(argsWired[i2])}var rv=cppInvokerFunc.apply(null,invokerFuncArgs);function onDone(rv2){if(needsDestructorStack){runDestructors(destructors)}else{
for(var i3=isClassMethodFunc?1:2;i3<argTypes.length;i3++){var param=i3===1?thisWired:argsWired[i3-2];if(argTypes[i3].destructorFunction!==null){argTypes[i3].destructorFunction(
param)}}}if(returns){return argTypes[0]["fromWireType"](rv2)}}return onDone(rv)}}function ensureOverloadTable(proto,methodName,humanName){if(void 0===proto[methodName].
overloadTable){var prevFunc=proto[methodName];proto[methodName]=function(){if(!proto[methodName].overloadTable.hasOwnProperty(arguments.length)){throwBindingError(
"Function '"+humanName+"' called with an invalid number of arguments ("+arguments.length+") - expects one of ("+proto[methodName].overloadTable+")!")}return proto[methodName].
overloadTable[arguments.length].apply(this,arguments)};proto[methodName].overloadTable=[];proto[methodName].overloadTable[prevFunc.argCount]=prevFunc}}function exposePublicSymbol(name,value2,numArguments){
if(Module3.hasOwnProperty(name)){if(void 0===numArguments||void 0!==Module3[name].overloadTable&&void 0!==Module3[name].overloadTable[numArguments]){throwBindingError(
"Cannot register public name '"+name+"' twice")}ensureOverloadTable(Module3,name,name);if(Module3.hasOwnProperty(numArguments)){throwBindingError("Cannot regist\
er multiple overloads of a function with the same number of arguments ("+numArguments+")!")}Module3[name].overloadTable[numArguments]=value2}else{Module3[name]=
value2;if(void 0!==numArguments){Module3[name].numArguments=numArguments}}}function heap32VectorToArray(count,firstElement){var array=[];for(var i=0;i<count;i++){
array.push(HEAPU32[firstElement+i*4>>2])}return array}function replacePublicSymbol(name,value2,numArguments){if(!Module3.hasOwnProperty(name)){throwInternalError(
"Replacing nonexistant public symbol")}if(void 0!==Module3[name].overloadTable&&void 0!==numArguments){Module3[name].overloadTable[numArguments]=value2}else{Module3[name]=
value2;Module3[name].argCount=numArguments}}function dynCallLegacy(sig,ptr,args){var f=Module3["dynCall_"+sig];return args&&args.length?f.apply(null,[ptr].concat(
args)):f.call(null,ptr)}var wasmTableMirror=[];function getWasmTableEntry(funcPtr){var func=wasmTableMirror[funcPtr];if(!func){if(funcPtr>=wasmTableMirror.length)
wasmTableMirror.length=funcPtr+1;wasmTableMirror[funcPtr]=func=wasmTable.get(funcPtr)}return func}function dynCall(sig,ptr,args){if(sig.includes("j")){return dynCallLegacy(
sig,ptr,args)}var rtn=getWasmTableEntry(ptr).apply(null,args);return rtn}function getDynCaller(sig,ptr){var argCache=[];return function(){argCache.length=0;Object.
assign(argCache,arguments);return dynCall(sig,ptr,argCache)}}function embind__requireFunction(signature,rawFunction){signature=readLatin1String(signature);function makeDynCaller(){
if(signature.includes("j")){return getDynCaller(signature,rawFunction)}return getWasmTableEntry(rawFunction)}var fp=makeDynCaller();if(typeof fp!="function"){throwBindingError(
"unknown function pointer with signature "+signature+": "+rawFunction)}return fp}var UnboundTypeError=void 0;function getTypeName(type){var ptr=___getTypeName(type);
var rv=readLatin1String(ptr);_free(ptr);return rv}function throwUnboundTypeError(message,types){var unboundTypes=[];var seen={};function visit2(type){if(seen[type]){
return}if(registeredTypes[type]){return}if(typeDependencies[type]){typeDependencies[type].forEach(visit2);return}unboundTypes.push(type);seen[type]=true}types.forEach(
visit2);throw new UnboundTypeError(message+": "+unboundTypes.map(getTypeName).join([", "]))}function __embind_register_function(name,argCount,rawArgTypesAddr,signature,rawInvoker,fn,isAsync){
var argTypes=heap32VectorToArray(argCount,rawArgTypesAddr);name=readLatin1String(name);rawInvoker=embind__requireFunction(signature,rawInvoker);exposePublicSymbol(
name,function(){throwUnboundTypeError("Cannot call "+name+" due to unbound types",argTypes)},argCount-1);whenDependentTypesAreResolved([],argTypes,function(argTypes2){
var invokerArgsArray=[argTypes2[0],null].concat(argTypes2.slice(1));replacePublicSymbol(name,craftInvokerFunction(name,invokerArgsArray,null,rawInvoker,fn,isAsync),
argCount-1);return[]})}function integerReadValueFromPointer(name,shift,signed){switch(shift){case 0:return signed?function readS8FromPointer(pointer){return HEAP8[pointer]}:
function readU8FromPointer(pointer){return HEAPU8[pointer]};case 1:return signed?function readS16FromPointer(pointer){return HEAP16[pointer>>1]}:function readU16FromPointer(pointer){
return HEAPU16[pointer>>1]};case 2:return signed?function readS32FromPointer(pointer){return HEAP32[pointer>>2]}:function readU32FromPointer(pointer){return HEAPU32[pointer>>
2]};default:throw new TypeError("Unknown integer type: "+name)}}function __embind_register_integer(primitiveType,name,size,minRange,maxRange){name=readLatin1String(
name);if(maxRange===-1){maxRange=4294967295}var shift=getShiftFromSize(size);var fromWireType=value2=>value2;if(minRange===0){var bitshift=32-8*size;fromWireType=
value2=>value2<<bitshift>>>bitshift}var isUnsignedType=name.includes("unsigned");var checkAssertions=(value2,toTypeName)=>{};var toWireType;if(isUnsignedType){toWireType=
function(destructors,value2){checkAssertions(value2,this.name);return value2>>>0}}else{toWireType=function(destructors,value2){checkAssertions(value2,this.name);
return value2}}registerType(primitiveType,{name,"fromWireType":fromWireType,"toWireType":toWireType,"argPackAdvance":8,"readValueFromPointer":integerReadValueFromPointer(
name,shift,minRange!==0),destructorFunction:null})}function __embind_register_memory_view(rawType,dataTypeIndex,name){var typeMapping=[Int8Array,Uint8Array,Int16Array,
Uint16Array,Int32Array,Uint32Array,Float32Array,Float64Array];var TA=typeMapping[dataTypeIndex];function decodeMemoryView(handle){handle=handle>>2;var heap2=HEAPU32;
var size=heap2[handle];var data=heap2[handle+1];return new TA(heap2.buffer,data,size)}name=readLatin1String(name);registerType(rawType,{name,"fromWireType":decodeMemoryView,
"argPackAdvance":8,"readValueFromPointer":decodeMemoryView},{ignoreDuplicateRegistrations:true})}function __embind_register_std_string(rawType,name){name=readLatin1String(
name);var stdStringIsUTF8=name==="std::string";registerType(rawType,{name,"fromWireType":function(value2){var length=HEAPU32[value2>>2];var payload=value2+4;var str;
if(stdStringIsUTF8){var decodeStartPtr=payload;for(var i=0;i<=length;++i){var currentBytePtr=payload+i;if(i==length||HEAPU8[currentBytePtr]==0){var maxRead=currentBytePtr-
decodeStartPtr;var stringSegment=UTF8ToString(decodeStartPtr,maxRead);if(str===void 0){str=stringSegment}else{str+=String.fromCharCode(0);str+=stringSegment}decodeStartPtr=
currentBytePtr+1}}}else{var a=new Array(length);for(var i=0;i<length;++i){a[i]=String.fromCharCode(HEAPU8[payload+i])}str=a.join("")}_free(value2);return str},"\
toWireType":function(destructors,value2){if(value2 instanceof ArrayBuffer){value2=new Uint8Array(value2)}var length;var valueIsOfTypeString=typeof value2=="stri\
ng";if(!(valueIsOfTypeString||value2 instanceof Uint8Array||value2 instanceof Uint8ClampedArray||value2 instanceof Int8Array)){throwBindingError("Cannot pass no\
n-string to std::string")}if(stdStringIsUTF8&&valueIsOfTypeString){length=lengthBytesUTF8(value2)}else{length=value2.length}var base=_malloc(4+length+1);var ptr=base+
4;HEAPU32[base>>2]=length;if(stdStringIsUTF8&&valueIsOfTypeString){stringToUTF8(value2,ptr,length+1)}else{if(valueIsOfTypeString){for(var i=0;i<length;++i){var charCode=value2.
charCodeAt(i);if(charCode>255){_free(ptr);throwBindingError("String has UTF-16 code units that do not fit in 8 bits")}HEAPU8[ptr+i]=charCode}}else{for(var i=0;i<
length;++i){HEAPU8[ptr+i]=value2[i]}}}if(destructors!==null){destructors.push(_free,base)}return base},"argPackAdvance":8,"readValueFromPointer":simpleReadValueFromPointer,
destructorFunction:function(ptr){_free(ptr)}})}function UTF16ToString(ptr,maxBytesToRead){var str="";for(var i=0;!(i>=maxBytesToRead/2);++i){var codeUnit=HEAP16[ptr+
i*2>>1];if(codeUnit==0)break;str+=String.fromCharCode(codeUnit)}return str}function stringToUTF16(str,outPtr,maxBytesToWrite){if(maxBytesToWrite===void 0){maxBytesToWrite=
2147483647}if(maxBytesToWrite<2)return 0;maxBytesToWrite-=2;var startPtr=outPtr;var numCharsToWrite=maxBytesToWrite<str.length*2?maxBytesToWrite/2:str.length;for(var i=0;i<
numCharsToWrite;++i){var codeUnit=str.charCodeAt(i);HEAP16[outPtr>>1]=codeUnit;outPtr+=2}HEAP16[outPtr>>1]=0;return outPtr-startPtr}function lengthBytesUTF16(str){
return str.length*2}function UTF32ToString(ptr,maxBytesToRead){var i=0;var str="";while(!(i>=maxBytesToRead/4)){var utf32=HEAP32[ptr+i*4>>2];if(utf32==0)break;++i;
if(utf32>=65536){var ch=utf32-65536;str+=String.fromCharCode(55296|ch>>10,56320|ch&1023)}else{str+=String.fromCharCode(utf32)}}return str}function stringToUTF32(str,outPtr,maxBytesToWrite){
if(maxBytesToWrite===void 0){maxBytesToWrite=2147483647}if(maxBytesToWrite<4)return 0;var startPtr=outPtr;var endPtr=startPtr+maxBytesToWrite-4;for(var i=0;i<str.
length;++i){var codeUnit=str.charCodeAt(i);if(codeUnit>=55296&&codeUnit<=57343){var trailSurrogate=str.charCodeAt(++i);codeUnit=65536+((codeUnit&1023)<<10)|trailSurrogate&
1023}HEAP32[outPtr>>2]=codeUnit;outPtr+=4;if(outPtr+4>endPtr)break}HEAP32[outPtr>>2]=0;return outPtr-startPtr}function lengthBytesUTF32(str){var len=0;for(var i=0;i<
str.length;++i){var codeUnit=str.charCodeAt(i);if(codeUnit>=55296&&codeUnit<=57343)++i;len+=4}return len}function __embind_register_std_wstring(rawType,charSize,name){
name=readLatin1String(name);var decodeString,encodeString,getHeap,lengthBytesUTF,shift;if(charSize===2){decodeString=UTF16ToString;encodeString=stringToUTF16;lengthBytesUTF=
lengthBytesUTF16;getHeap=()=>HEAPU16;shift=1}else if(charSize===4){decodeString=UTF32ToString;encodeString=stringToUTF32;lengthBytesUTF=lengthBytesUTF32;getHeap=
()=>HEAPU32;shift=2}registerType(rawType,{name,"fromWireType":function(value2){var length=HEAPU32[value2>>2];var HEAP=getHeap();var str;var decodeStartPtr=value2+
4;for(var i=0;i<=length;++i){var currentBytePtr=value2+4+i*charSize;if(i==length||HEAP[currentBytePtr>>shift]==0){var maxReadBytes=currentBytePtr-decodeStartPtr;
var stringSegment=decodeString(decodeStartPtr,maxReadBytes);if(str===void 0){str=stringSegment}else{str+=String.fromCharCode(0);str+=stringSegment}decodeStartPtr=
currentBytePtr+charSize}}_free(value2);return str},"toWireType":function(destructors,value2){if(!(typeof value2=="string")){throwBindingError("Cannot pass non-s\
tring to C++ string type "+name)}var length=lengthBytesUTF(value2);var ptr=_malloc(4+length+charSize);HEAPU32[ptr>>2]=length>>shift;encodeString(value2,ptr+4,length+
charSize);if(destructors!==null){destructors.push(_free,ptr)}return ptr},"argPackAdvance":8,"readValueFromPointer":simpleReadValueFromPointer,destructorFunction:function(ptr){
_free(ptr)}})}function __embind_register_void(rawType,name){name=readLatin1String(name);registerType(rawType,{isVoid:true,name,"argPackAdvance":0,"fromWireType":function(){
return void 0},"toWireType":function(destructors,o){return void 0}})}var emval_symbols={};function getStringOrSymbol(address){var symbol=emval_symbols[address];
if(symbol===void 0){return readLatin1String(address)}return symbol}function emval_get_global(){if(typeof globalThis=="object"){return globalThis}function testGlobal(obj){
obj["$$$embind_global$$$"]=obj;var success=typeof $$$embind_global$$$=="object"&&obj["$$$embind_global$$$"]==obj;if(!success){delete obj["$$$embind_global$$$"]}
return success}if(typeof $$$embind_global$$$=="object"){return $$$embind_global$$$}if(typeof global=="object"&&testGlobal(global)){$$$embind_global$$$=global}else if(typeof self==
"object"&&testGlobal(self)){$$$embind_global$$$=self}if(typeof $$$embind_global$$$=="object"){return $$$embind_global$$$}throw Error("unable to get global objec\
t.")}function __emval_get_global(name){if(name===0){return Emval.toHandle(emval_get_global())}else{name=getStringOrSymbol(name);return Emval.toHandle(emval_get_global()[name])}}
function __emval_incref(handle){if(handle>4){emval_handle_array[handle].refcount+=1}}function requireRegisteredType(rawType,humanName){var impl=registeredTypes[rawType];
if(void 0===impl){throwBindingError(humanName+" has unknown type "+getTypeName(rawType))}return impl}function craftEmvalAllocator(argCount){var argsList=new Array(
argCount+1);return function(constructor,argTypes,args){argsList[0]=constructor;for(var i=0;i<argCount;++i){var argType=requireRegisteredType(HEAPU32[argTypes+i*
4>>2],"parameter "+i);argsList[i+1]=argType["readValueFromPointer"](args);args+=argType["argPackAdvance"]}var obj=new(constructor.bind.apply(constructor,argsList));
return Emval.toHandle(obj)}}var emval_newers={};function __emval_new(handle,argCount,argTypes,args){handle=Emval.toValue(handle);var newer=emval_newers[argCount];
if(!newer){newer=craftEmvalAllocator(argCount);emval_newers[argCount]=newer}return newer(handle,argTypes,args)}function _abort(){abort("")}function _emscripten_memcpy_big(dest,src,num){
HEAPU8.copyWithin(dest,src,src+num)}function getHeapMax(){return 2147483648}function emscripten_realloc_buffer(size){var b=wasmMemory.buffer;try{wasmMemory.grow(
size-b.byteLength+65535>>>16);updateMemoryViews();return 1}catch(e){}}function _emscripten_resize_heap(requestedSize){var oldSize=HEAPU8.length;requestedSize=requestedSize>>>
0;var maxHeapSize=getHeapMax();if(requestedSize>maxHeapSize){return false}let alignUp=(x,multiple)=>x+(multiple-x%multiple)%multiple;for(var cutDown=1;cutDown<=
4;cutDown*=2){var overGrownHeapSize=oldSize*(1+.2/cutDown);overGrownHeapSize=Math.min(overGrownHeapSize,requestedSize+100663296);var newSize=Math.min(maxHeapSize,
alignUp(Math.max(requestedSize,overGrownHeapSize),65536));var replacement=emscripten_realloc_buffer(newSize);if(replacement){return true}}return false}embind_init_charCodes();
BindingError=Module3["BindingError"]=extendError(Error,"BindingError");InternalError=Module3["InternalError"]=extendError(Error,"InternalError");init_emval();UnboundTypeError=
Module3["UnboundTypeError"]=extendError(Error,"UnboundTypeError");var wasmImports={"n":___cxa_throw,"o":__embind_register_bigint,"l":__embind_register_bool,"r":__embind_register_emval,
"k":__embind_register_float,"c":__embind_register_function,"b":__embind_register_integer,"a":__embind_register_memory_view,"g":__embind_register_std_string,"f":__embind_register_std_wstring,
"m":__embind_register_void,"d":__emval_decref,"e":__emval_get_global,"i":__emval_incref,"h":__emval_new,"j":_abort,"q":_emscripten_memcpy_big,"p":_emscripten_resize_heap};
var asm=createWasm();var ___wasm_call_ctors=function(){return(___wasm_call_ctors=Module3["asm"]["t"]).apply(null,arguments)};var _malloc=function(){return(_malloc=
Module3["asm"]["u"]).apply(null,arguments)};var _free=function(){return(_free=Module3["asm"]["v"]).apply(null,arguments)};var ___getTypeName=Module3["___getType\
Name"]=function(){return(___getTypeName=Module3["___getTypeName"]=Module3["asm"]["w"]).apply(null,arguments)};var __embind_initialize_bindings=Module3["__embind\
_initialize_bindings"]=function(){return(__embind_initialize_bindings=Module3["__embind_initialize_bindings"]=Module3["asm"]["x"]).apply(null,arguments)};var ___errno_location=function(){
return(___errno_location=Module3["asm"]["__errno_location"]).apply(null,arguments)};var ___cxa_is_pointer_type=function(){return(___cxa_is_pointer_type=Module3["\
asm"]["z"]).apply(null,arguments)};var calledRun;dependenciesFulfilled=function runCaller(){if(!calledRun)run();if(!calledRun)dependenciesFulfilled=runCaller};function run(){
if(runDependencies>0){return}preRun();if(runDependencies>0){return}function doRun(){if(calledRun)return;calledRun=true;Module3["calledRun"]=true;if(ABORT)return;
initRuntime();readyPromiseResolve(Module3);if(Module3["onRuntimeInitialized"])Module3["onRuntimeInitialized"]();postRun()}if(Module3["setStatus"]){Module3["setS\
tatus"]("Running...");setTimeout(function(){setTimeout(function(){Module3["setStatus"]("")},1);doRun()},1)}else{doRun()}}if(Module3["preInit"]){if(typeof Module3["\
preInit"]=="function")Module3["preInit"]=[Module3["preInit"]];while(Module3["preInit"].length>0){Module3["preInit"].pop()()}}run();return Module3.ready})})();var webp_dec_default=Module2;function initEmscriptenModule2(moduleFactory,wasmModule,moduleOptionOverrides={}){let instantiateWasm;if(wasmModule){instantiateWasm=(imports,callback)=>{const instance=new WebAssembly.
Instance(wasmModule,imports);callback(instance);return instance.exports}}return moduleFactory({noInitialRun:true,instantiateWasm,...moduleOptionOverrides})}var emscriptenModule2;async function init3(module,moduleOptionOverrides){let actualModule=module;let actualOptions=moduleOptionOverrides;if(arguments.length===1&&
!(module instanceof WebAssembly.Module)){actualModule=void 0;actualOptions=module}emscriptenModule2=initEmscriptenModule2(webp_dec_default,actualModule,actualOptions)}
async function decode4(buffer){if(!emscriptenModule2)init3();const module=await emscriptenModule2;const result=module.decode(buffer);if(!result)throw new Error(
"Decoding error");return result}var MAX_IMAGE_PIXELS=5e7;var MAX_IMAGE_BYTES=200*2**20;var PROBES=[{kind:"png",matches:bytes=>bytes.subarray(0,8).equals(PNG_MAGIC),size:pngSize},{kind:"jpeg",matches:bytes=>bytes[0]===
255&&bytes[1]===216&&bytes[2]===255,size:jpegSize},{kind:"webp",matches:bytes=>bytes.toString("latin1",0,4)==="RIFF"&&bytes.toString("latin1",8,12)==="WEBP",size:webpSize}];
var PNG_MAGIC=Buffer.from([137,80,78,71,13,10,26,10]);function probeImage(bytes,shown2){const probe=PROBES.find(({matches:matches2})=>matches2(bytes));if(probe===
void 0)throw unreadable2(shown2,"its content is neither PNG nor JPEG nor WebP, whatever its name says");const{width,height}=probe.size(bytes,shown2);if(width===
0||height===0)throw corrupt2(shown2,"it has no pixels");if(width*height>MAX_IMAGE_PIXELS){throw new UserError({code:"image-too-large",message:`${shown2} claims ${width}\
 x ${height} pixels, over the limit of ${MAX_IMAGE_PIXELS}.`,where:shown2,fix:"Store the image at a smaller size."})}return{kind:probe.kind,width,height}}function unreadable2(shown2,why){
return new UserError({code:"image-unreadable",message:`Image ${shown2} cannot be read: ${why}.`,where:shown2,fix:"Save it as an 8-bit PNG, a JPEG or a still Web\
P, or store the pixels in a .npz."})}function pngSize(bytes,shown2){if(bytes.length<33)throw truncated2(shown2);if(bytes.toString("latin1",12,16)!=="IHDR")throw corrupt2(
shown2,"its first chunk is no IHDR");if(bytes[24]===16)throw unreadable2(shown2,"it has 16 bits per channel, which would be cut to 8");for(let at=8;;){if(at+12>
bytes.length)throw truncated2(shown2);const type=bytes.toString("latin1",at+4,at+8);if(type==="acTL")throw unreadable2(shown2,"it is an animation");at+=12+bytes.
readUInt32BE(at);if(at>bytes.length)throw truncated2(shown2);if(type==="IEND")return{width:bytes.readUInt32BE(16),height:bytes.readUInt32BE(20)}}}var SOS=218;var EOI=217;
var isFrame=marker=>marker>=192&&marker<=207&&![196,200,204].includes(marker);var isRestart=marker=>marker>=208&&marker<=215;function jpegSize(bytes,shown2){let size;
for(let at=2;;){const marker=bytes[at+1];if(marker===void 0)throw truncated2(shown2);if(bytes[at]!==255)throw corrupt2(shown2,`byte ${at} should start a marker`);
if(marker===255){at++}else if(marker===EOI){if(size===void 0)throw corrupt2(shown2,"it has no frame");return size}else{if(at+4>bytes.length)throw truncated2(shown2);
if(isFrame(marker))size??=frameSize(bytes,at,shown2);at+=2+bytes.readUInt16BE(at+2);if(marker===SOS)at=nextMarker(bytes,at)}}}function frameSize(bytes,at,shown2){
if(at+10>bytes.length)throw truncated2(shown2);if(bytes[at+4]!==8)throw unreadable2(shown2,`it has ${bytes[at+4]??0} bits per channel`);if(bytes[at+9]===4)throw unreadable2(
shown2,"it is CMYK, for print");return{height:bytes.readUInt16BE(at+5),width:bytes.readUInt16BE(at+7)}}function nextMarker(bytes,from){let at=bytes.indexOf(255,
from);while(at>=0&&(bytes[at+1]===0||isRestart(bytes[at+1]??0)))at=bytes.indexOf(255,at+2);return at<0?bytes.length:at}var ANIMATED=2;function webpSize(bytes,shown2){
if(bytes.length<30||bytes.readUInt32LE(4)+8>bytes.length)throw truncated2(shown2);switch(bytes.toString("latin1",12,16)){case"VP8 ":return{width:bytes.readUInt16LE(
26)&16383,height:bytes.readUInt16LE(28)&16383};case"VP8L":{const packed=bytes.readUInt32LE(21);return{width:(packed&16383)+1,height:(packed>>>14&16383)+1}}case"\
VP8X":if(((bytes[20]??0)&ANIMATED)!==0)throw unreadable2(shown2,"it is an animation");return{width:bytes.readUIntLE(24,3)+1,height:bytes.readUIntLE(27,3)+1};default:
throw corrupt2(shown2,"its first chunk is no VP8, VP8L or VP8X")}}var CODECS={jpeg:{wasm:"@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm",init:async wasm2=>init(emscripten(wasm2)),decode},png:{wasm:"@jsquash/png/codec/pkg/squoosh_pn\
g_bg.wasm",init:async wasm2=>init2(wasm2),decode:decode_default},webp:{wasm:"@jsquash/webp/codec/dec/webp_dec.wasm",init:async wasm2=>init3(emscripten(wasm2)),decode:decode4}};
var CODEC_FILES=Object.values(CODECS).map(({wasm:wasm2})=>wasm2);function emscripten(wasmBinary){return{noInitialRun:true,wasmBinary,printErr:()=>void 0}}var ready=new Map;
async function decodeImage(bytes,shown2,channels){const{kind,width,height}=probeImage(bytes,shown2);const rgba=await decodeRgba(kind,bytes,shown2);if(rgba.length!==
width*height*4)throw corrupt2(shown2,"its pixels do not fit the size in its header");return{width,height,channels,data:channels===3?rgbOf(rgba):greyOf(rgba)}}async function decodeRgba(kind,bytes,shown2){
const codec=CODECS[kind];const starting=ready.get(kind)??startCodec(codec);ready.set(kind,starting);await starting;let image;try{image=await codec.decode(exactBuffer(
bytes))}catch(error){throw unreadable2(shown2,error instanceof Error?`the ${kind} decoder says '${messageOf(error)}'`:`the ${kind} decoder gave up`)}if(typeof image!==
"object"||image===null||!("data"in image)||!(image.data instanceof Uint8ClampedArray)){throw new TypeError(`the ${kind} decoder returned no pixels`)}return image.
data}async function startCodec(codec){await codec.init(exactBuffer(await readFile3(wasmPath(codec.wasm))))}function wasmPath(packagePath){const beside=join11(fileURLToPath(
new URL(".",import.meta.url)),basename5(packagePath));return existsSync5(beside)?beside:createRequire2(import.meta.url).resolve(packagePath)}function exactBuffer(bytes){
const copy=new ArrayBuffer(bytes.length);new Uint8Array(copy).set(bytes);return copy}function rgbOf(rgba){const rgb=new Uint8Array(rgba.length/4*3);for(let from=0,
to=0;from<rgba.length;from+=4,to+=3){rgb[to]=rgba[from];rgb[to+1]=rgba[from+1];rgb[to+2]=rgba[from+2]}return rgb}function greyOf(rgba){const grey=new Uint8Array(
rgba.length/4);for(let from=0,to=0;from<rgba.length;from+=4,to++){grey[to]=rgba[from]*19595+rgba[from+1]*38470+rgba[from+2]*7471+32768>>>16}return grey}import{readdir as readdir2}from"node:fs/promises";import{join as join12}from"node:path";var IMAGE_NAME=/\.(?:jpe?g|png|webp)$/iu;var MAX_IMAGES=2e6;async function listImages(folder,context){const{labels}=context.source;return labels===void 0?listFolder(
folder,context):listByLabels(folder,labels,context)}async function listByLabels(folder,path,context){const labelFile=await locateFile(context.workspace,path);await readHead(
labelFile);const images2=[];const labels=[];let columns;for await(const{cells,line:line2}of csvRecords(labelFile)){if(columns===void 0){columns=labelColumns(headerNames(
cells,labelFile),labelFile);continue}const label=parseNumber(cells[columns.label]??"");if(label===void 0)throw malformed2(labelFile,line2,`label ${quoted(cells[columns.
label]??"")} is no number`,"Write class numbers, counted from 0.");labels.push(label);images2.push(await locateFile(context.workspace,`${folder.shown}/${cells[columns.
file]??""}`))}return{images:images2,labels,labelFile,notes:[]}}function labelColumns(names,labelFile){const file=names.indexOf("file");const label=names.indexOf(
"label");if(file>=0&&label>=0)return{file,label};throw malformed2(labelFile,1,`the header is ${quoted(names.join(","))}, without 'file' or 'label'`,"Start the l\
abels file with the line: file,label")}async function listFolder(folder,context){const paths=[];let ignored=0;const classes=new Set;for(const entry of await readdir2(
folder.path,{withFileTypes:true,recursive:true})){const path=pathBelow(folder.path,join12(entry.parentPath,entry.name));if(isHidden(path))continue;if(entry.isDirectory()){
if(!path.includes("/"))classes.add(path)}else if(isImage(entry)){paths.push(path)}else if(entry.isSymbolicLink()){throw confusing(folder,`has the symbolic link ${quoted(
path)}, which is not followed`,"Put the folder itself in its place.")}else{ignored++}}if(paths.length>MAX_IMAGES)throw confusing(folder,`holds more than ${MAX_IMAGES}\
 images`,"Store the images in a .npz.");return describe2(folder,await locateAll(folder,paths,context),[...classes],ignored)}var isHidden=path=>path.split("/").some(
part2=>part2.startsWith("."));var isImage=entry=>(entry.isFile()||entry.isSymbolicLink())&&IMAGE_NAME.test(entry.name);async function locateAll(folder,paths,context){
const found=[];for(const path of[...paths].sort(byCodePoint)){found.push({path,file:await locateFile(context.workspace,join12(folder.shown,path))})}return found}
function byCodePoint(a,b){return Buffer.compare(Buffer.from(a),Buffer.from(b))}function describe2(folder,found,folders,ignored){const notes=ignored===0?[]:[`lef\
t out as no image: ${ignored}`];const nested=found.filter(({path})=>path.includes("/"));if(nested.length===0)return{images:found.map(({file})=>file),labels:void 0,
labelFile:void 0,notes};if(nested.length<found.length){throw confusing(folder,`has images both in class folders and beside them (${found.length-nested.length} b\
eside)`,"Move every image into its class folder, or name a labels file with `labels`.")}const{images:images2,labels,note:note2}=inClasses(folder,nested,folders);
return{images:images2,labels,labelFile:void 0,notes:[note2,...notes]}}function inClasses(folder,found,folders){const classes=[...folders].sort(byCodePoint);const numbers2=new Map(
classes.map((name,number)=>[name,number]));const classOf=path=>path.slice(0,path.indexOf("/"));const filled=new Set(found.map(({path})=>classOf(path)));const empty=classes.
filter(name=>!filled.has(name));if(empty.length>0){throw confusing(folder,`has class folders without an image (${empty.slice(0,5).map(quoted).join(", ")}), whic\
h would shift the class numbers`,"Remove them, or add their images.")}const ordered=found.map(({path,file})=>({file,label:numbers2.get(classOf(path))??0})).sort(
(a,b)=>a.label-b.label);return{images:ordered.map(({file})=>file),labels:ordered.map(({label})=>label),note:`classes ${classes.slice(0,20).map((name,number)=>`${number}\
 ${name}`).join(", ")}${classes.length>20?", ...":""}`}}function confusing(folder,what,fix){return new UserError({code:"data-folder",message:`Image folder ${folder.
shown} ${what}.`,where:shownPath(folder.shown),fix})}var images={name:"images",matches:()=>false,async open(folder,context){const list=await listImages(folder,context);const size=await commonSize(list.images,context);
const geometry={...size,channels:channelsWanted(context,size)};return table2(list,geometry,context)}};function table2(list,geometry,context){const{width,height,
channels}=geometry;const count=list.images.length;const image={name:"image",type:"uint8",dims:[height,width,channels],count,problem:void 0,origin:"image"};const files=list.
labelFile===void 0?list.images:[list.labelFile,...list.images];const notes=[...list.notes,`decoded to ${channels===3?"RGB":"grey"}`,...describeGeometry(context)];
if(list.labels===void 0){return{files,columns:[image],defaultTarget:void 0,tabular:false,notes,open:async names=>new ImageCursor(list,void 0,names,geometry,context)}}
const label={name:"label",type:labelType(list.labels),dims:[],count,problem:void 0,origin:"stored"};return{files,columns:[image,label],defaultTarget:"label",tabular:false,
notes,open:async names=>new ImageCursor(list,label,names,geometry,context)}}function labelType(labels){const numbers2=new NumberType;for(const label of labels)numbers2.
add(label);return numbers2.type}function describeGeometry({preprocess:{resize:resize3,crop}}){return[...resize3===void 0?[]:[`resized to ${resize3.width} x ${resize3.
height} (bilinear, antialiased)`],...crop===void 0?[]:[`centre crop of ${crop.width} x ${crop.height}`]]}async function commonSize(files,{preprocess}){let first;
for(const file of files){const header=probeImage(await readImage(file),file.shown);first??={header,file};const same2=header.width===first.header.width&&header.height===
first.header.height;if(!same2&&preprocess.resize===void 0&&preprocess.crop===void 0)throw differing(first,{header,file})}return sizeAfter(preprocess)??first?.header??
{width:0,height:0}}function differing(a,b){const size=({header,file})=>`${file.shown} is ${header.width} x ${header.height}`;return new UserError({code:"data-mi\
smatch",message:`The images have different sizes: ${size(a)}, ${size(b)}.`,where:b.file.shown,fix:"Set `preprocess.resize` to the size the model was trained wit\
h, for instance { width: 224, height: 224 }."})}async function readImage(file){if(file.bytes>MAX_IMAGE_BYTES)throw unreadable2(file.shown,`it has ${file.bytes} \
bytes, over the limit of ${MAX_IMAGE_BYTES}`);const bytes=await readFile4(file.path);refuseLfsPointer(bytes,file);return bytes}function channelsWanted({inputs,preprocess},{
width,height}){const[input]=inputs;return input!==void 0&&wantsGrey(input.dims.slice(1),preprocess.layout,width*height)?1:3}function wantsGrey(dims,layout,pixels){
if(dims.length===1)return dims[0]===pixels;if(dims.length===2)return true;return dims[layout==="NCHW"?0:2]===1||layout===void 0&&dims[0]===1&&dims[2]!==3}var ImageCursor=class{list;label;names;geometry;context;constructor(list,label,names,geometry,context){
this.list=list;this.label=label;this.names=names;this.geometry=geometry;this.context=context}async take(indices){const rows2=new Map;if(this.names.includes("ima\
ge"))rows2.set("image",await this.pixels(indices));if(this.label!==void 0&&this.names.includes("label")){const labels=indices.map(index=>this.list.labels?.[index]??
0);rows2.set("label",{type:this.label.type,dims:[indices.length],data:arrayOfNumbers(this.label.type,labels)})}return rows2}async close(){}async pixels(indices){
const{width,height,channels}=this.geometry;const size=width*height*channels;const data=new Uint8Array(indices.length*size);for(const[row,index]of indices.entries())
data.set(await this.decode(index),row*size);return{type:"uint8",dims:[indices.length,height,width,channels],data}}async decode(index){const file=this.list.images[index];
if(file===void 0)throw new RangeError(`no image ${index}`);const decoded=await decodeImage(await readImage(file),file.shown,this.geometry.channels);const{width,
height,data}=applyGeometry(decoded,this.context.preprocess,file.shown);if(width!==this.geometry.width||height!==this.geometry.height)throw unreadable2(file.shown,
"its size has changed");return data}};var MAX_LINE=64*2**20;var MAX_DEPTH2=8;var jsonl={name:"jsonl",matches:(_head,path)=>/\.(?:jsonl|ndjson)$/iu.test(path),async open(file){const columns=await surveyFields(
file);return{files:[file],columns,defaultTarget:void 0,tabular:false,notes:[],open:async names=>new JsonCursor(file,columns.filter(({name})=>names.includes(name)))}}};
async function surveyFields(file){const columns=new Map;let count=0;for await(const{line:line2,fields}of jsonLines(file)){if(count++===0)for(const[name,value2]of fields)
columns.set(name,beginSurvey(name,value2));for(const column2 of columns.values())surveyField(column2,fields.get(column2.name),line2,file)}return[...columns.values()].
map(({name,dims,numbers:numbers2,problem:problem2})=>({name,dims,count,type:numbers2.type,problem:problem2,origin:"stored"}))}var beginSurvey=(name,value2)=>({name,
dims:shapeOf2(value2),numbers:new NumberType,problem:void 0});function surveyField(column2,value2,line2,file){if(column2.problem!==void 0)return;const values=[];
const why=flatten(value2,column2.dims,values);for(const one of values)column2.numbers.add(one);if(why!==void 0){column2.problem=malformed2(file,line2,`field ${quoted(
column2.name)} ${why}`,"Write a number, or nested arrays of numbers of one shape, in every line.")}}function shapeOf2(value2){const dims=[];for(let inner=value2;Array.
isArray(inner)&&dims.length<MAX_DEPTH2;inner=inner[0])dims.push(inner.length);return dims}function flatten(value2,dims,into){const[size,...inner]=dims;if(size===
void 0){if(typeof value2!=="number")return value2===void 0?"is missing":`holds ${quoted(JSON.stringify(value2))} where a number is wanted`;into.push(value2);return void 0}
if(!Array.isArray(value2))return`is no array of ${size}, as in the first line`;if(value2.length!==size)return`has ${value2.length} elements where the first line\
 has ${size}`;for(const element of value2){const why=flatten(element,inner,into);if(why!==void 0)return why}return void 0}async function*jsonLines(file){let line2=0;
for await(const text2 of linesOf(file)){line2++;if(text2.trim()!=="")yield{line:line2,fields:parseLine(text2,line2,file)}}}async function*linesOf(file){let rest="";
let line2=1;for await(const text2 of textOf(file)){const parts=(rest+text2).split("\n");rest=parts.pop()??"";yield*parts;line2+=parts.length;if(rest.length>MAX_LINE)
throw malformed2(file,line2,`the line is longer than ${MAX_LINE} characters`,"Write one sample per line.")}if(rest!=="")yield rest}function parseLine(text2,line2,file){
let value2;try{value2=JSON.parse(text2)}catch(error){throw malformed2(file,line2,`it is not JSON (${messageOf(error)})`,"Write one JSON object per line.")}if(typeof value2!==
"object"||value2===null||Array.isArray(value2)){throw malformed2(file,line2,"it is not a JSON object","Write one JSON object per line.")}return new Map(Object.entries(
value2))}var JsonCursor=class{next=0;lines;file;columns;constructor(file,columns){this.file=file;this.lines=jsonLines(file);this.columns=columns}async take(indices){
const values=this.columns.map(({dims})=>new Float64Array(indices.length*elementCount2(dims)));for(const[row,index]of indices.entries()){const{fields,line:line2}=await this.
lineAt(index);for(const[i,{name,dims}]of this.columns.entries()){const numbers2=[];const why=flatten(fields.get(name),dims,numbers2);if(why!==void 0)throw malformed2(
this.file,line2,`field ${quoted(name)} ${why}`,"Leave the file alone while it is read.");values[i].set(numbers2,row*numbers2.length)}}return new Map(this.columns.
map(({name,dims,type},i)=>[name,{type,dims:[indices.length,...dims],data:arrayOfNumbers(type,values[i])}]))}async lineAt(index){for(;;){const result=await this.
lines.next();if(result.done===true)throw malformed2(this.file,1,"it has become shorter","Leave the file alone while it is read.");if(this.next++===index)return result.
value}}async close(){await this.lines.return(void 0)}};var import_yauzl=__toESM(require_yauzl(),1);var MAX_MEMBERS=1e4;var MAX_DEFLATE_RATIO=1032;var STORED=0;var DEFLATED=8;var npz={name:"npz",matches:head2=>head2[0]===80&&head2[1]===75,async open(file,context){
if(context.source.labels!==void 0){throw new UserError({code:"data-unsupported",message:`${file.shown} holds its labels itself: 'labels' names a second file onl\
y for IDX, .npy and image folders.`,where:file.shown,fix:"Name the array of labels with `target`."})}const members=[];for(const stretch2 of await memberStretches(
file))members.push(await readMember(stretch2.stretch,stretch2.name));const open9=columns=>openArrays(members.flatMap(({stored:stored2})=>stored2!==void 0&&columns.
includes(stored2.name)?[stored2]:[]));return{files:[file],columns:members.map(({column:column2})=>column2),defaultTarget:void 0,tabular:false,notes:[],open:open9}}};
async function readMember(stretch2,name){try{const{stored:stored2,unpacked}=await describeArray(stretch2,name);if(unpacked!==stretch2.unpacked){throw corrupt2(stretch2.
shown,`its shape needs ${unpacked} bytes, the archive holds ${stretch2.unpacked}`)}return{column:arrayColumn(stored2),stored:stored2}}catch(error){if(!(error instanceof
UserError))throw error;return{column:{name,type:"uint8",dims:[],count:0,problem:error,origin:"stored"},stored:void 0}}}async function memberStretches(file){const zip=await openZip(
file);try{const found=new Map;for await(const entry of zip.eachEntry()){if(!entry.fileName.endsWith(".npy"))continue;const name=entry.fileName.slice(0,-".npy".length);
if(found.has(name))throw corrupt2(file.shown,`it has two members named ${entry.fileName}`);if(found.size>=MAX_MEMBERS)throw corrupt2(file.shown,`it has more tha\
n ${MAX_MEMBERS} arrays`);found.set(name,await stretchOf(zip,entry,file))}return[...found].map(([name,stretch2])=>({name,stretch:stretch2}))}catch(error){throw error instanceof
UserError?error:corrupt2(file.shown,messageOf(error))}finally{zip.close()}}async function openZip(file){try{return await(0,import_yauzl.openPromise)(file.path,{
autoClose:false,strictFileNames:true})}catch(error){throw corrupt2(file.shown,messageOf(error))}}async function stretchOf(zip,entry,file){const shown2=`${file.shown}\
:${entry.fileName}`;if(entry.isEncrypted()||entry.compressionMethod!==STORED&&entry.compressionMethod!==DEFLATED){throw new UserError({code:"data-unsupported",message:`${shown2}\
 is encrypted or packed with an uncommon method.`,where:shown2,fix:"Save it with numpy.savez or numpy.savez_compressed."})}const deflated=entry.compressionMethod===
DEFLATED;if(deflated&&entry.uncompressedSize>MAX_DEFLATE_RATIO*entry.compressedSize){throw corrupt2(shown2,`${entry.compressedSize} bytes cannot unpack to the ${entry.
uncompressedSize} it declares`)}const{fileDataStart}=await zip.readLocalFileHeaderPromise(entry,{minimal:true});if(fileDataStart+entry.compressedSize>file.bytes)
throw corrupt2(shown2,"it reaches beyond the end of the archive");return{path:file.path,shown:shown2,start:fileDataStart,length:entry.compressedSize,packing:deflated?
"deflate":"stored",unpacked:entry.uncompressedSize,crc:entry.crc32}}var FORMATS=[npz,npy,idx,images,csv,jsonl];async function openTable(context){const{file,directory}=await locate(context.workspace,context.source.path);const head2=directory?
void 0:await readHead(file);const format=chooseFormat(context,head2);if(directory!==(format===images)){throw new UserError({code:"data-format",message:`${file.shown}\
 is ${directory?"a folder":"a file"}, but its format is '${format.name}'.`,where:file.shown,fix:directory?"Name one file, or set `format: images`.":"Name the fo\
lder that holds the images."})}return{format:format.name,table:await format.open(file,context)}}function chooseFormat({source},head2){const wanted=source.format===
"auto"&&head2===void 0?"images":source.format;const found=FORMATS.find(format=>wanted==="auto"?format.matches(head2??new Uint8Array(0),source.path):format.name===
wanted);if(found!==void 0)return found;throw new UserError({code:"data-format",message:`${source.path} is in no format that prune-gate reads.`,where:source.path,
fix:`Use one of ${FORMATS.map(({name})=>name).join(", ")}; set \`format\` where the name ends differently.`})}import{createHash as createHash5}from"node:crypto";var HASH_BATCH=32;var BoundSamples=class _BoundSamples{count;hasTarget;sha256;description;bound;chosen;constructor(bound2,total,chosen){this.bound=bound2;this.chosen=
chosen;this.count=chosen?.length??total;this.hasTarget=bound2.target!==void 0;this.sha256=bound2.sha256;this.description=bound2.description}async*batches(size){
if(!Number.isSafeInteger(size)||size<1)throw new RangeError(`a batch has a whole number of samples, not ${size}`);const{table:table3,plans,target,slices}=this.bound;
const names=new Set([...plans.flatMap(({columns})=>columns),...target===void 0?[]:[target],...slices].map(({name})=>name));const cursor=await table3.open([...names]);
try{for(let start=0;start<this.count;start+=size){const indices=this.indices(start,Math.min(start+size,this.count));const rows2=await cursor.take(indices);yield{
indices,feeds:new Map(plans.map(plan=>[plan.port.name,plan.prepare(rows2)])),target:targetOf(rows2,target),...slicesOf(rows2,slices)}}}finally{await cursor.close()}}subset(positions2){
for(const[i,position]of positions2.entries()){if(!Number.isSafeInteger(position)||position<0||position>=this.count){throw new RangeError(`position ${position} i\
s not one of ${this.count} samples`)}if(i>0&&position<=(positions2[i-1]??0))throw new RangeError("positions must ascend")}return new _BoundSamples(this.bound,this.
count,positions2.map(position=>this.chosen?.[position]??position))}async*targets(size){const{table:table3,target}=this.bound;if(target===void 0)return;const cursor=await table3.
open([target.name]);try{for(let start=0;start<this.count;start+=size){const given=targetOf(await cursor.take(this.indices(start,Math.min(start+size,this.count))),
target);if(given!==void 0)yield given}}finally{await cursor.close()}}async sampleHashes(see){const hashes=[];for await(const batch of this.batches(HASH_BATCH)){
const{indices,feeds}=batch;see?.(batch);for(const row of indices.keys())hashes.push(hashSample([...feeds.values()],row,indices.length))}return hashes}indices(from,to){
return this.chosen?.slice(from,to)??Array.from({length:to-from},(_,i)=>from+i)}};function hashSample(inputs,row,rows2){const hash=createHash5("sha256");for(const{
data}of inputs){const bytes=bytesOf2(data);const each=bytes.length/rows2;hash.update(`${each}:`).update(bytes.subarray(row*each,(row+1)*each))}return hash.digest(
"hex")}function evenlySpaced(count,wanted){const size=Math.min(count,wanted);return Array.from({length:size},(_,i)=>Math.floor(i*count/size))}async function openSamples(context){const{source}=context;const opened=await openTable(context);const choice=chooseColumns(opened.table,context);const count=commonCount(
choice,context);const plans=bindInputs(choice.bindings,context);const sha2562=await hashFiles2(opened.table.files);checkHash(sha2562,context);const chosen=source.
maxSamples!==void 0&&source.maxSamples<count?evenlySpaced(count,source.maxSamples):void 0;const description=describe3(opened,plans,choice,count,context);return new BoundSamples(
{table:opened.table,plans,target:choice.target,slices:choice.slices,sha256:sha2562,description},count,chosen)}function commonCount({bindings,target,slices},{source}){
const columns=[...bindings.flatMap(binding=>binding.columns),...target===void 0?[]:[target],...slices];const count=columns[0]?.count??0;const other=columns.find(
column2=>column2.count!==count);if(other!==void 0){throw new UserError({code:"data-length-mismatch",where:source.path,message:`Column ${columns[0]?.name??""} ha\
s ${count} samples, column ${other.name} has ${other.count}.`,fix:"Store one value per sample in every column."})}if(count>0&&columns.every(({dims})=>!dims.includes(
0))&&source.maxSamples!==0)return count;throw new UserError({code:"data-empty",message:`The dataset ${source.path} has no samples.`,where:source.path,fix:"No ev\
idence is never a pass: give it samples."})}function checkHash(sha2562,{source}){if(source.sha256===void 0||source.sha256.toLowerCase()===sha2562)return;throw new UserError(
{code:"data-hash-mismatch",where:source.path,message:`The dataset ${source.path} is not the one that the policy pins: its sha256 is ${sha2562}, the policy says ${source.
sha256}.`,fix:"If the change is meant, write the new sha256 into the policy."})}function describe3({format,table:table3},plans,{target,slices},count,{source}){const kept=source.
maxSamples!==void 0&&source.maxSamples<count?`, ${source.maxSamples} of them taken, evenly spaced`:"";return[`${source.path} (${format}, ${count} samples${kept}\
)`,...plans.map(({description})=>description),target===void 0?"no target":`target ${target.name} ${describeColumn(target)}`,...slices.length===0?[]:[`slices by ${slices.
map(({name})=>name).join(", ")}`],...table3.notes].join("; ")}function splitSeeded(count,share,seed){if(!(share>=0&&share<=1))throw new RangeError(`a share lies between 0 and 1, not ${share}`);const wanted=Math.round(count*
share);const size=count<2?wanted:Math.min(Math.max(wanted,1),count-1);const order2=shuffle(Array.from({length:count},(_,position)=>position),seededRandom(seed));
const ascending=positions2=>positions2.sort((a,b)=>a-b);return{share:ascending(order2.slice(0,size)),rest:ascending(order2.slice(size))}}var FOLDED=512;var WORDS=9;var WORD_BITS=28;var MOST_DIFFERING=8;var MOST_LENGTH_RATIO=2;var FEWEST_ELEMENTS=16;var FEWEST_SCALED=16;var MOST_COMPARED=5e3;function rowsOf2(feeds){
const tensors=[...feeds.values()].filter(({type})=>isFloating(type));const count=tensors[0]?.dims[0]??0;return{count,parts:tensors.filter(({dims})=>dims[0]===count).
map(({type,data})=>{const values=type==="float16"?float16ToFloat32(data):data;return{data:values,width:values.length/Math.max(1,count)}})}}var widthOf=({parts})=>parts.
reduce((sum2,{width})=>sum2+width,0);var Sketcher=class{buckets;signs;projections;folded;centre;variation;isFolded;centred=0;constructor(width){const random2=seededRandom(
`sketch ${width}`);this.folded=Math.min(width,FOLDED);this.isFolded=width>FOLDED;this.buckets=Uint16Array.from({length:width},(_,i)=>width<=FOLDED?i:Math.floor(
random2()*FOLDED));this.signs=Int8Array.from({length:width},()=>width<=FOLDED||random2()<.5?1:-1);this.projections=Float32Array.from({length:WORDS*WORD_BITS*this.
folded},()=>random2()+random2()+random2()-1.5);this.centre=new Float64Array(this.folded);this.variation=new Float64Array(this.folded)}centreOn(rows2){for(let row=0;row<
rows2.count;row++){this.centred++;this.fold(rows2,row).forEach((value2,i)=>{const difference=value2-this.centre[i];this.centre[i]=this.centre[i]+difference/this.
centred;this.variation[i]=this.variation[i]+difference*(value2-this.centre[i])})}}deviation(i){if(this.isFolded||this.centred<FEWEST_SCALED)return 1;const deviation=Math.
sqrt(this.variation[i]/this.centred);return deviation>0?deviation:Number.POSITIVE_INFINITY}sketch(rows2,row){const vector=this.fold(rows2,row);let square=0;for(let i=0;i<
vector.length;i++){const value2=(vector[i]-this.centre[i])/this.deviation(i);vector[i]=value2;square+=value2*value2}return{words:this.project(vector),length:Math.
sqrt(square)}}fold({parts},row){const vector=new Float64Array(this.folded);let at=0;for(const{data,width}of parts){for(let i=0;i<width;i++,at++){const bucket=this.
buckets[at];vector[bucket]=vector[bucket]+this.signs[at]*data[row*width+i]}}return vector}project(vector){const words=new Uint32Array(WORDS);for(let bit=0;bit<WORDS*
WORD_BITS;bit++){const start=bit*this.folded;let dot2=0;for(let i=0;i<vector.length;i++)dot2+=this.projections[start+i]*vector[i];const word=Math.floor(bit/WORD_BITS);
if(dot2>0)words[word]=words[word]|1<<bit%WORD_BITS}return words}};function nearDuplicates(among,reference){const index=Array.from({length:WORDS},()=>new Map);reference.
forEach(({words},sample)=>{words.forEach((word,at)=>{const found=index[at]?.get(word);if(found===void 0)index[at]?.set(word,[sample]);else found.push(sample)})});
return among.filter(sketch=>{const candidates=new Set;sketch.words.forEach((word,at)=>{for(const sample of index[at]?.get(word)??[])if(candidates.size<MOST_COMPARED)
candidates.add(sample)});for(const sample of candidates)if(isNear(sketch,reference[sample]))return true;return false}).length}function isNear(a,b){if(Math.max(a.
length,b.length)>MOST_LENGTH_RATIO*Math.min(a.length,b.length))return false;let differing2=0;for(let word=0;word<WORDS;word++){let bits2=(a.words[word]^b.words[word])>>>
0;for(;bits2!==0;bits2&=bits2-1)differing2++;if(differing2>MOST_DIFFERING)return false}return true}var CENTRED_ON=256;var BATCH=64;async function sketcherFor(reference){let sketcher;let width=0;const some=reference.subset(Array.from({length:Math.min(CENTRED_ON,
reference.count)},(_,i)=>i));for await(const{feeds}of some.batches(BATCH)){const rows2=rowsOf2(feeds);width=sketcher===void 0?widthOf(rows2):width;if(width<FEWEST_ELEMENTS||
widthOf(rows2)!==width)return void 0;sketcher??=new Sketcher(width);sketcher.centreOn(rows2)}return sketcher}async function look(samples,sketcher){const sketches=[];
const see=({feeds})=>{if(sketcher===void 0)return;const rows2=rowsOf2(feeds);for(let row=0;row<rows2.count;row++)sketches.push(sketcher.sketch(rows2,row))};return{
hashes:await samples.sampleHashes(see),sketches}}function nearlyAlike(heldout,calibration,where){const near=nearDuplicates(heldout,calibration);if(near===0)return[];
return[{code:"near-duplicates",level:"warning",where,message:`${near.toLocaleString("en-US")} of ${heldout.length.toLocaleString("en-US")} held-out samples are \
nearly alike to a calibration sample (correlation above about 0.995): what was fitted may judge itself.`,fix:"Look for frames of one recording, augmented copies\
, crops of one picture or repeated rows, and keep each source on one side."}]}var BORROWED_SHARE=.2;var DECIDING_SHARE=.25;var SEARCHING_SHARE=.25;var MOST_SEARCHING=2e3;async function openHeldout(workspace,data,inputs){return openSamples(
{workspace,source:data.heldout,preprocess:data.preprocess,inputs})}async function openRunSamples({workspace,pinnedData},policy,inputs,journal,searching=searchesByQuality(
policy)){const{data,seed}=policy;const isPinned=pinnedData!==void 0&&existsSync6(join13(pinnedData,data.heldout.path));const all=await openHeldout(isPinned?pinnedData:
workspace,data,inputs);const whole=fixedBatch(inputs)??1;if(data.calibration===void 0)return borrow(all,seed,whole,journal,searching);const calibration=await openSamples(
{workspace,source:data.calibration,preprocess:data.preprocess,inputs});const sketcher=await sketcherFor(calibration);const[judging,fitting]=[await look(all,sketcher),
await look(calibration,sketcher)];const known2=new Set(judging.hashes);const overlap=fitting.hashes.filter(hash=>known2.has(hash)).length;if(overlap>0){throw new UserError(
{code:"data-overlap",message:`${String(overlap)} of ${String(calibration.count)} calibration samples are also among the held-out ones: the verdict would judge w\
hat was fitted.`,where:data.calibration.path,fix:"Take those samples out of the calibration data, or leave `calibration` out: 20 % of the held-out file then cal\
ibrates."})}const findings=nearlyAlike(judging.sketches,fitting.sketches,data.calibration.path);return{heldout:all,calibration,findings,...splitCalibration(calibration,
seed,whole,searching)}}var searchesByQuality=({prune})=>prune.some(step=>step.method==="structured"&&step.target.kind==="accuracy-drop");async function borrow(all,seed,whole,journal,searching){
const{share,rest}=splitSeeded(all.count,BORROWED_SHARE,`${String(seed)}:${all.sha256}`);const heldout=all.subset(rest);const{hashes,sketches}=await look(all,await sketcherFor(
all));const judged=new Set(rest.map(position=>hashes[position]));const clean=share.filter(position=>!judged.has(hashes[position]));journal.note(`No calibration \
data in the policy: a seeded 20 % of the held-out file (${String(clean.length)} samples) calibrates, the verdict uses the other ${String(rest.length)}.`);const calibration=all.
subset(clean);const at=positions2=>positions2.flatMap(position=>sketches[position]??[]);const findings=nearlyAlike(at(rest),at(clean),"data.heldout in the polic\
y");return{heldout,calibration,findings,...splitCalibration(calibration,seed,whole,searching)}}function splitCalibration(calibration,seed,whole,searching){const least=(searching?
3:2)*whole;if(calibration.count<least){throw new UserError({code:"calibration-too-small",message:`There are ${String(calibration.count)} calibration samples; at\
 least ${String(least)} are needed, since one part fits${searching?", one is searched on":""} and the other decides${whole===1?"":`, and the model takes batches\
 of ${String(whole)}`}.`,where:"data.calibration in the policy",fix:"Add calibration samples (a few hundred are a good start; labels are not needed)."})}const share=Math.
max(whole,wholeBatches(DECIDING_SHARE*calibration.count,whole))/calibration.count;const{share:deciding,rest}=splitSeeded(calibration.count,share,`${String(seed)}\
:${calibration.sha256}:decide`);const decide2=calibration.subset(deciding);if(!searching)return{fit:calibration.subset(rest.slice(0,wholeBatches(rest.length,whole))),
decide:decide2};const wanted=Math.min(MOST_SEARCHING,Math.max(whole,wholeBatches(SEARCHING_SHARE*calibration.count,whole)));const parts=splitSeeded(rest.length,
wanted/rest.length,`${String(seed)}:${calibration.sha256}:search`);const at=positions2=>calibration.subset(positions2.slice(0,wholeBatches(positions2.length,whole)).
map(position=>rest[position]??0));return{fit:at(parts.rest),decide:decide2,search:at(parts.share)}}var wholeBatches=(count,whole)=>whole===1?count:count-count%whole;
async function firstFeeds(samples,inputs){const size=fixedBatch(inputs)??1;for await(const batch of samples.batches(size))return filledFeeds(batch,size);throw new UserError(
{code:"data-empty",message:"The dataset has no samples.",where:samples.description})}var BATCH_BYTES=256<<20;var MOST_PER_BATCH=64;function batchFor(inputs,facts){
const fixed=fixedBatch(inputs);if(fixed!==void 0)return fixed;let elements2=0;for(const{dims}of facts.values.values())elements2+=dims.reduce((a,b)=>a*b,1);return Math.
max(1,Math.min(MOST_PER_BATCH,Math.floor(BATCH_BYTES/(4*Math.max(1,elements2)))))}function repeatFeeds(feeds,batch){return new Map([...feeds].map(([name,tensor])=>{
const copies=Math.max(1,Math.ceil(batch/Math.max(1,tensor.dims[0]??1)));if(copies===1)return[name,tensor];const data=new tensor.data.constructor(tensor.data.length*
copies);for(let i=0;i<copies;i++)data.set(tensor.data,i*tensor.data.length);return[name,{...tensor,dims:[(tensor.dims[0]??1)*copies,...tensor.dims.slice(1)],data}]}))}var BATCH2=64;var RUNS=4;async function settleDevice(subject,samples,journal){const{device}=subject.runtime;if(device.requested!=="auto"||device.used==="cpu")return subject;
journal.enter("load",`${device.used} or the processor`);const path=await placeVariant(subject,subject.model,"dense");const feeds=repeatFeeds(await firstFeeds(samples,
subject.inputs),fixedBatch(subject.inputs)??BATCH2);const cpu=await createRuntime({device:"cpu"});const visits=async runtime=>Math.min((await visit(runtime,path,
feeds),await visit(runtime,path,feeds)),await visit(runtime,path,feeds));const[there,here]=[await visits(subject.runtime),await visits(cpu)];if(there<here)return subject;
const note2=`${device.used}: slower than the processor on this model (${there.toFixed(0)} ms against ${here.toFixed(0)} ms to open it and run ${String(RUNS)} ba\
tches)`;return{...subject,runtime:{...cpu,device:{...cpu.device,requested:"auto",notes:[...device.notes,note2]}}}}async function visit(runtime,path,feeds){const started=performance.
now();const session2=await runtime.open(path);try{for(let run=0;run<RUNS;run++)for await(const piece of session2.pieces(feeds))void piece}finally{await session2.
release()}return performance.now()-started}function reportedDevice({requested,used,notes,libraries}){return{requested,used,notes:[...notes],...libraries.length>0?{libraries:[...libraries]}:{}}}async function judgeDevice(draft,given,samples,journal){
const subject=await settleDevice(given,samples,journal);const device=reportedDevice(subject.runtime.device);draft.report={...draft.report,device};const evidence=await proveDevice(
subject,samples,journal);if(evidence===void 0)return subject;const{findings,...proof}=evidence;draft.report={...draft.report,device:{...device,...proof},...withFindings(
draft.report,findings)};return subject}function noteMemory({runtime},journal){const least=runtime.smallestPiece();if(least!==void 0)journal.note(`Memory ran out\
 on ${runtime.device.used}: batches were cut to as few as ${String(least)} samples, and none was lost.`)}async function inspectModel(workspace,path,device,journal){journal.enter("load",path);const subject=await openSubject(workspace,path,device);try{return(await inspectSubject(
subject,path,journal)).report}finally{await subject.dispose()}}async function inspectSubject(subject,path,journal){journal.enter("facts");const facts=await gatherFacts(
subject.runtime,subject.model,{directory:subject.directory});journal.enter("groups");const prunable=analyse(subject.model,facts,subject.fileBytes);const{macs,params}=costOf(
prunable.model,prunable.tensors,prunable.facts);journal.note(`The whole model: ${params.toLocaleString("en")} parameters, ${macs.toLocaleString("en")} multiply-\
accumulates a run at the smallest input sizes that work.`);const uncounted=uncountedNote(subject.model);if(uncounted!==void 0)journal.note(uncounted);const base=emptyModelReport(
path,path,0);const report={...base,verdict:"PASS",groups:describeGroups(prunable),device:reportedDevice(subject.runtime.device),provenance:{...base.provenance,model:subject.
sha256}};return{report,prunable}}import{createHash as createHash7}from"node:crypto";import{lstat,mkdir as mkdir3,readdir as readdir3,readFile as readFile6,rm as rm9}from"node:fs/promises";import{
join as join16,relative as relative3}from"node:path";var import__=__toESM(require__(),1);import{createHash as createHash6}from"node:crypto";var plan_schema_default={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"urn:prune-gate:plan:1",title:"Plan",description:"`plan.json`: every decisio\
n of a prune, so that `prune --plan` replays it exactly.",type:"object",required:["version","tool","model","policy","seed","steps","repair"],additionalProperties:false,
properties:{version:{title:"Version",description:"Version of this record's shape.",const:1},tool:{title:"Tool",description:"What made the plan.",type:"object",required:[
"name","version"],additionalProperties:false,properties:{name:{title:"Name",description:"Always `prune-gate`.",const:"prune-gate"},version:{title:"Version",description:"\
Version of prune-gate.",type:"string"}}},model:{title:"Model",description:"The dense model the plan is for. A replay on another one is refused.",type:"object",required:[
"path","sha256"],additionalProperties:false,properties:{path:{title:"Path",description:"Relative to the workspace.",type:"string"},sha256:{title:"Hash",description:"\
sha256 of the dense model.",type:"string",pattern:"^[0-9a-f]{64}$"}}},policy:{title:"Policy",description:"sha256 of the policy file; null where there was none.",
type:["string","null"],pattern:"^[0-9a-f]{64}$"},seed:{title:"Seed",description:"Seed of everything random.",type:"integer",minimum:0},steps:{title:"Steps",description:"\
In the order they were applied.",type:"array",items:{$ref:"#/$defs/PlanStep"}},repair:{title:"Repairs",description:"The repairs that were kept, in order.",type:"\
array",items:{$ref:"#/$defs/RepairName"}}},$defs:{RepairName:{title:"Repair",description:"A repair without training.",enum:["bias","refit","sequential","statist\
ics","update"]},PlanStep:{title:"A step",description:"`method` says which of the three shapes it has.",type:"object",required:["method"],discriminator:{propertyName:"\
method"},oneOf:[{$ref:"#/$defs/StructuredPlanStep"},{$ref:"#/$defs/UnstructuredPlanStep"},{$ref:"#/$defs/BlocksPlanStep"}]},BlocksPlanStep:{title:"Blocks step",
description:"Residual blocks dropped.",type:"object",required:["method","target","blocks","refused","repair"],additionalProperties:false,properties:{method:{title:"\
Method",description:"Whole residual blocks.",const:"blocks"},target:{title:"Target",description:"What was asked for.",$ref:"#/$defs/PlanTarget"},blocks:{title:"\
Blocks",description:"Names of the dropped blocks (of their additions), in the order in which they were chosen.",type:"array",items:{type:"string"},uniqueItems:true},
refused:{title:"Refused",description:"Blocks that could not be dropped, and why.",type:"array",items:{$ref:"#/$defs/PlanRefusal"}},repair:{title:"Repairs",description:"\
The repairs of this step that were kept, in order.",type:"array",items:{$ref:"#/$defs/RepairName"}}}},StructuredPlanStep:{title:"Structured step",description:"U\
nits removed from groups.",type:"object",required:["method","criterion","allocation","target","align","groups","refused"],additionalProperties:false,properties:{
method:{title:"Method",description:"Whole channels.",const:"structured"},criterion:{title:"Criterion",description:"How units were ranked.",enum:["l1","l2","acti\
vation","wifv","fpgm","bn-scale","obs","random"]},allocation:{title:"Allocation",description:"How the cut was spread.",enum:["uniform","global","auto"]},target:{
title:"Target",description:"What was asked for.",$ref:"#/$defs/PlanTarget"},align:{title:"Align",description:"What was asked for; `auto` where the runner was to\
 be probed.",type:["integer","string"],minimum:1,pattern:"^auto$",tsType:'number | "auto"'},groups:{title:"Groups",description:"Groups that lose units. Groups t\
hat are not listed stay whole.",type:"array",items:{$ref:"#/$defs/PlanGroup"}},refused:{title:"Refused",description:"What could not be pruned, and why.",type:"a\
rray",items:{$ref:"#/$defs/PlanRefusal"}},latency:{title:"Latency table",description:"What was timed for a target in latency: an input of the plan, not a result\
. `--latency-from` plans with it again. Absent: nothing was timed.",$ref:"#/$defs/LatencyTable"},search:{title:"Search",description:"What was tried for a target\
 by quality. Absent: nothing was searched for.",$ref:"#/$defs/DropSearch"}}},UnstructuredPlanStep:{title:"Unstructured step",description:"Weights set to zero.",
type:"object",required:["method","criterion","scope","sparsity","tensors"],additionalProperties:false,properties:{method:{title:"Method",description:"Single wei\
ghts.",const:"unstructured"},criterion:{title:"Criterion",description:"How weights were ranked.",enum:["magnitude","lamp","wanda","sparsegpt","obs"]},scope:{title:"\
Scope",description:"What was ranked together.",enum:["auto","global","layer","row"]},sparsity:{title:"Sparsity",description:"Share of the prunable weights that \
was asked for.",type:"number",minimum:0,maximum:1},pattern:{title:"Pattern",description:"`N:M`: at most N of M consecutive inputs stay. Absent: no pattern.",type:"\
string",pattern:"^[1-9][0-9]*:[1-9][0-9]*$"},block:{title:"Block",description:"Outputs x inputs of a tile. Absent: single weights.",type:"string",pattern:"^[1-9\
][0-9]*x[1-9][0-9]*$"},tensors:{title:"Tensors",description:"Weights that were changed.",type:"array",items:{$ref:"#/$defs/PlanTensor"}},repair:{title:"Repairs",
description:"The repairs of this step that were kept, in order. Absent in plans of older versions.",type:"array",items:{$ref:"#/$defs/RepairName"}}}},PlanTarget:{
title:"A target",description:"A factor (dense over pruned), a ratio, a drop of accuracy, or what loses nothing.",type:"object",required:["kind"],discriminator:{
propertyName:"kind"},oneOf:[{$ref:"#/$defs/FactorTarget"},{$ref:"#/$defs/RatioTarget"},{$ref:"#/$defs/DropTarget"},{$ref:"#/$defs/LosslessTarget"}]},FactorTarget:{
title:"Factor",description:"Dense over pruned.",type:"object",required:["kind","factor"],additionalProperties:false,properties:{kind:{title:"Kind",description:"\
Of what.",enum:["macs","params","size","latency"]},factor:{title:"Factor",description:"Above 1.",type:"number",exclusiveMinimum:1}}},RatioTarget:{title:"Ratio",
description:"Share of units.",type:"object",required:["kind","ratio"],additionalProperties:false,properties:{kind:{title:"Kind",description:"Of each group's uni\
ts.",const:"ratio"},ratio:{title:"Ratio",description:"Between 0 and 1.",type:"number",exclusiveMinimum:0,exclusiveMaximum:1}}},PlanGroup:{title:"A group",description:"\
Units removed from a group.",type:"object",required:["name","units","removed"],additionalProperties:false,properties:{name:{title:"Name",description:"The group'\
s name.",type:"string"},units:{title:"Units",description:"Units it had.",type:"integer",minimum:1},removed:{title:"Removed",description:"Ascending indices of th\
e units removed.",type:"array",items:{type:"integer",minimum:0},uniqueItems:true},merged:{title:"Merged",description:"Removed units that another one equals: wha\
t reads them was moved to that one first. Absent: none.",type:"array",items:{title:"A merge",description:"Two equal units.",type:"object",required:["unit","into"],
additionalProperties:false,properties:{unit:{title:"Unit",description:"That goes.",type:"integer",minimum:0},into:{title:"Into",description:"That stays.",type:"\
integer",minimum:0}}}}}},PlanRefusal:{title:"A refusal",description:"Why something could not be pruned.",type:"object",required:["name","reason","units"],additionalProperties:false,
properties:{name:{title:"Name",description:"Group or value.",type:"string"},reason:{title:"Reason",description:"In words.",type:"string"},operator:{title:"Opera\
tor",description:"Operator type that caused it.",type:"string"},node:{title:"Node",description:"Node that caused it.",type:"string"},units:{title:"Units",description:"\
Channels it concerns.",type:"integer",minimum:0}}},PlanTensor:{title:"A tensor",description:"Zeros of a weight.",type:"object",required:["name","elements","zero\
s"],additionalProperties:false,properties:{name:{title:"Name",description:"The weight's name.",type:"string"},elements:{title:"Elements",description:"Elements i\
t has.",type:"integer",minimum:0},zeros:{title:"Zeros",description:"Elements that are zero after the step.",type:"integer",minimum:0},mask:{title:"Mask",description:"\
One bit per element in stored order, the first in the lowest bit of the first byte, 1 where it stays; base64.",type:"string"}}},LatencyTable:{title:"A latency t\
able",description:"Times of the dense model and of cut ones, lower quartiles of runs taken in turns.",type:"object",required:["batch","threads","machine","group\
s","models"],additionalProperties:false,properties:{batch:{title:"Batch",description:"Samples a run.",type:"integer",minimum:1},threads:{title:"Threads",description:"\
Threads within an operator.",type:"integer",minimum:0},machine:{title:"Machine",description:"Device and processor.",type:"string"},groups:{title:"Groups",description:"\
Each group cut alone.",type:"array",items:{$ref:"#/$defs/GroupTimes"}},models:{title:"Models",description:"Whole models, as candidates were tried.",type:"array",
items:{$ref:"#/$defs/ModelTime"}}}},GroupTimes:{title:"Times of a group",description:"Of the part of the model that the group takes part in.",type:"object",required:[
"name","units","model","dense","floor","cuts"],additionalProperties:false,properties:{name:{title:"Name",description:"The group's name.",type:"string"},units:{title:"\
Units",description:"Units it has.",type:"integer",minimum:1},model:{title:"Milliseconds",description:"Milliseconds of the whole dense model.",type:"number",exclusiveMinimum:0},
dense:{title:"Milliseconds",description:"Milliseconds of the part, uncut.",type:"number",exclusiveMinimum:0},floor:{title:"Floor",description:"Noise: how far tw\
o timings of the uncut part differed, as a share; 0.01 at least. A cut pays where it is faster than every smaller one by more.",type:"number",minimum:0},cuts:{title:"\
Cuts",description:"Ascending.",type:"array",items:{title:"A cut",description:"The part without some units.",type:"object",required:["removed","ms"],additionalProperties:false,
properties:{removed:{title:"Removed",description:"Units removed.",type:"integer",minimum:1},ms:{title:"Milliseconds",description:"Milliseconds of the part.",type:"\
number",exclusiveMinimum:0}}}}}},ModelTime:{title:"Time of a model",description:"A selection, timed beside the dense model.",type:"object",required:["cut","dens\
e","ms"],additionalProperties:false,properties:{cut:{title:"Cut",description:"Units removed of each group that lost some; by name.",type:"array",items:{title:"A\
 group",description:"And what it lost.",type:"object",required:["name","removed"],additionalProperties:false,properties:{name:{title:"Name",description:"The gro\
up's name.",type:"string"},removed:{title:"Removed",description:"Units removed.",type:"integer",minimum:1}}}},dense:{title:"Milliseconds",description:"Milliseco\
nds of the dense model.",type:"number",exclusiveMinimum:0},ms:{title:"Milliseconds",description:"Milliseconds of the cut one.",type:"number",exclusiveMinimum:0}}},
DropTarget:{title:"Drop",description:"The most that accuracy may fall.",type:"object",required:["kind","drop"],additionalProperties:false,properties:{kind:{title:"\
Kind",description:"By quality.",const:"accuracy-drop"},drop:{title:"Drop",description:"0.01: one percentage point.",type:"number",minimum:0}}},LosslessTarget:{title:"\
Lossless",description:"Units that do nothing.",type:"object",required:["kind"],additionalProperties:false,properties:{kind:{title:"Kind",description:"Without lo\
ss.",const:"lossless"}}},DropSearch:{title:"A search",description:"Prunes tried on the search split of the calibration samples.",type:"object",required:["metric",
"samples","tried"],additionalProperties:false,properties:{metric:{title:"Metric",description:"`accuracy`, or `agreement` with the dense model where there are no\
 labels.",enum:["accuracy","agreement"]},samples:{title:"Samples",description:"Search samples.",type:"integer",minimum:1},tried:{title:"Tried",description:"In t\
he order they were tried.",type:"array",items:{title:"A prune",description:"And what it lost.",type:"object",required:["factor","drop","within"],additionalProperties:false,
properties:{factor:{title:"Factor",description:"Multiply-adds: dense over pruned.",type:"number"},drop:{title:"Drop",description:"Of the metric on the search sa\
mples.",type:"number"},within:{title:"Within",description:"Whether the drop was allowed.",type:"boolean"}}}}}}}};function makePlan(parts){return{version:1,tool:{name:"prune-gate",version:VERSION},...parts}}function serializePlan(plan){return`${JSON.stringify(plan,null,2)}
`}function planHash(plan){return createHash6("sha256").update(serializePlan(plan)).digest("hex")}function structuredPlanStep(prunable,step,result,search){const units=new Map(
prunable.analysis.groups.map(group=>[group.name,group.units.length]));const groups=[...result.chosen.selection.removed].map(([name,removed])=>({name,units:units.
get(name)??0,removed:[...removed],...result.merged?.has(name)===true?{merged:[...result.merged.get(name)??[]].map(([unit,into])=>({unit,into}))}:{}}));const refused2=[
...result.refused.values(),...prunable.analysis.refusals].map(plainRefusal);return{method:"structured",criterion:step.criterion,allocation:step.allocation,target:step.
target,align:step.align,groups,refused:refused2,...result.latency===void 0?{}:{latency:result.latency},...search===void 0?{}:{search}}}function plainRefusal({name,
reason,operator,node,units}){return{name,reason,...operator===void 0?{}:{operator},...node===void 0?{}:{node},units}}function selectionOfPlan(prunable,step){const units=new Map(
prunable.analysis.groups.map(group=>[group.name,group.units.length]));for(const group of step.groups){if(units.get(group.name)===group.units&&group.removed.every(
unit=>unit<group.units))continue;throw new UserError({code:"plan-mismatch",message:`The plan removes units of a group "${group.name}" of ${String(group.units)};\
 this model has ${units.has(group.name)?`one of ${String(units.get(group.name))}`:"none of that name"}.`,where:"plan.json",fix:"Replay a plan on the model it wa\
s made for (its sha256 is in the plan)."})}return{removed:new Map(step.groups.map(group=>[group.name,[...group.removed].sort((a,b)=>a-b)]))}}function mergesOfPlan(step){
return new Map(step.groups.flatMap(({name,merged})=>merged===void 0?[]:[[name,new Map(merged.map(({unit,into})=>[unit,into]))]]))}var validatePlan=new import__.Ajv2020(
{discriminator:true,allowUnionTypes:true}).addVocabulary(["tsType","expected"]).compile(plan_schema_default);function parsePlan(text2,where){const found=JSON.parse(
text2);if(validatePlan(found))return found;const[issue]=validatePlan.errors??[];throw new UserError({code:"plan-invalid",message:`The plan does not fit its sche\
ma: ${issue?.instancePath??""} ${issue?.message??""}.`,where})}import{constants}from"node:fs";import{copyFile,mkdir,readFile as readFile5,rm as rm6}from"node:fs/promises";import{basename as basename6,dirname as dirname6,join as join14}from"node:path";var FINISHED_FILE="prune.json";async function writeFinished(folder,{inputs,pruned,notes,plan,files,prunedModel}){const{partial,groups,ladder,proof}=pruned;const record={
version:1,inputs,plan,files:files.map(file=>basename6(file)),prunedModel,partial,notes,groups,ladder,proof};await writeAtomically(join14(folder,FINISHED_FILE),`${JSON.
stringify(record,null,1)}
`)}async function readFinished(folder,inputs,sameMachine){try{const record=await readRecord(folder);const names=Object.keys(inputs).filter(name=>sameMachine||name!==
"machine");const other=names.find(name=>record.inputs[name]!==inputs[name]);return other===void 0?await open6(folder,record):`it was made with another ${other}`}catch(thrown){
return`it cannot be read: ${messageOf(thrown)}`}}async function readRecord(folder){const record=JSON.parse(await readFile5(join14(folder,FINISHED_FILE),"utf8"));
if(record.version!==1)throw new Error("it has another version");const lists2=[record.files,record.notes,record.groups,record.ladder];if(!lists2.every(Array.isArray)||
record.files.some(file=>basename6(file)!==file))throw new Error("it is damaged");return record}async function open6(folder,record){const plan=parsePlan(await readFile5(
join14(folder,"plan.json"),"utf8"),"plan.json");if(planHash(plan)!==record.plan||plan.model.sha256!==record.inputs.model)return"its plan is another one";const files=record.
files.map(file=>join14(folder,file));if((await hashFiles(files)).sha256!==record.prunedModel)return"its model has another sha256";const model=await readModel(files[0]??
"",{root:folder});const{partial,groups,ladder,proof,notes}=record;return{pruned:{model,steps:plan.steps,repair:plan.repair,groups,ladder,proof,partial},notes,files}}
async function adoptFiles(files,folder){await mkdir(folder,{recursive:true});const copies=files.map(file=>join14(folder,basename6(file)));for(const[i,file]of files.
entries()){if(dirname6(file)===folder)continue;await rm6(copies[i]??"",{force:true});await copyFile(file,copies[i]??"",constants.COPYFILE_EXCL)}return copies}import{mkdir as mkdir2,rm as rm8}from"node:fs/promises";import{join as join15}from"node:path";var import_yazl=__toESM(require_yazl(),1);import{createWriteStream}from"node:fs";import{rename as rename2,rm as rm7}from"node:fs/promises";import{Readable}from"node:stream";
import{pipeline as pipeline5}from"node:stream/promises";var DESCR={bool:"|b1",uint8:"|u1",int8:"|i1",uint16:"<u2",int16:"<i2",uint32:"<u4",int32:"<i4",uint64:"<u8",int64:"<i8",float16:"<f2",float32:"<f4",float64:"<f8"};
var MEMBER={mtime:new Date(1980,0,1),mode:33188,compress:false,forceDosTimestamp:true};async function writeNpz(path,entries){const zip=new import_yazl.ZipFile;const names=memberNames(
entries.map(({name})=>name));for(const[i,entry]of entries.entries()){const header=npyHeader(entry.type,entry.dims);const size=header.length+elementCount2(entry.
dims)*bytesPerElement(entry.type);const open9=()=>Readable.from(memberBytes(header,entry),{objectMode:false});zip.addReadStreamLazy(`${names[i]??""}.npy`,{...MEMBER,
size},callback=>callback(null,open9()))}zip.end();await writeWhole(zip,path)}async function writeWhole(zip,path){const partial=`${path}.partial-${process.pid}`;
const abort=new AbortController;zip.once("error",error=>abort.abort(error));try{await pipeline5(zip.outputStream,createWriteStream(partial),{signal:abort.signal});
await rename2(partial,path)}catch(error){await rm7(partial,{force:true});throw abort.signal.aborted?abort.signal.reason:error}}var MAX_NAME=200;function memberNames(names){
const taken=new Set;return names.map(name=>{const plain2=name.replace(/[\\:\u0000-\u001f]/gu,"_").replace(/^\/+/u,"").split("/").map(part2=>part2===".."?"_":part2).
join("/");const short=plain2.slice(0,MAX_NAME)||"_";let unique=short;for(let again=2;taken.has(unique);again++)unique=`${short}_${again}`;taken.add(unique);return unique})}
async function*memberBytes(header,entry){yield header;for await(const chunk of entry.chunks)if(chunk.length>0)yield bytesOf2(chunk)}function npyHeader(type,dims){
const shape=dims.length===1?`${dims[0]??0},`:dims.join(", ");const dictionary=`{'descr': '${DESCR[type]}', 'fortran_order': False, 'shape': (${shape}), }`;const length=Math.
ceil((10+dictionary.length+1)/64)*64-10;const header=Buffer.alloc(10+length," ");header.set([147,78,85,77,80,89,1,0]);header.writeUInt16LE(length,8);header.write(
dictionary,10,"latin1");header[9+length]=10;return header}var REPRODUCTION="prove-failed";async function writeReproduction(folder,{dense,pruned,selection,feeds,mismatch:mismatch3}){const path=join15(folder,REPRODUCTION);
await rm8(path,{recursive:true,force:true});await mkdir2(path);await writeModel(dense,join15(path,"dense.onnx"),{external:"inline"});await writeModel(pruned,join15(
path,"pruned.onnx"),{external:"inline"});await writeNpz(join15(path,"feeds.npz"),[...feeds].map(([name,{type,dims,data}])=>({name,type,dims,chunks:[data]})));const differs=mismatch3===
void 0?null:{value:mismatch3.value,node:nameOf(mismatch3.node),operator:mismatch3.node.opType,detail:mismatch3.detail};const removed=[...selection.removed].map(
([group,units])=>({group,units}));await writeAtomically(join15(path,"cut.json"),`${JSON.stringify({differs,removed},null,2)}
`)}var RESERVED=new Set(["report.json","report.md","worker.log","identities.json",CONSULTATIONS_FILE,"prune","evaluate"]);function folderName(name){const plain2=name.
replace(/[^A-Za-z0-9._-]+/gu,"-").replace(/^[.-]+/u,"").slice(0,60);const usable=plain2===name&&!RESERVED.has(name.toLowerCase());return usable?plain2:`${plain2||
"model"}-${createHash7("sha256").update(name).digest("hex").slice(0,8)}`}var MODEL_FILE="model.onnx";var PLAN_FILE="plan.json";var SHARD_FILE=/^shard-(\d{1,4})-of-(\d{1,4})\.json$/u;
var DRAFT=/^\.?(?:model\.onnx(?:\.data)?|plan\.json|prune\.json)\.[0-9a-f]+\.tmp$/u;async function prepareModelFolder(outDir,folder,keep){const path=join16(outDir,
folder);const stats=await lstat(path).catch(()=>void 0);if(stats!==void 0&&!stats.isDirectory()){throw new UserError({code:"output-unusable",message:`The folder\
 for this model's files is ${stats.isSymbolicLink()?"a link":"a file"}.`,where:path,fix:"Remove it from the repository, or name another output folder."})}await mkdir3(
path,{recursive:true});const shards=(await readdir3(path)).filter(name=>SHARD_FILE.test(name)||DRAFT.test(name));const stale=[...shards,MODEL_FILE,`${MODEL_FILE}\
.data`,PLAN_FILE,FINISHED_FILE].map(name=>join16(path,name)).filter(file=>file!==keep);await Promise.all([...stale,join16(path,REPRODUCTION)].map(each=>rm9(each,
{recursive:true,force:true})))}async function writePruned(outDir,folder,model,external){const path=join16(outDir,folder,MODEL_FILE);const{files}=await writeModel(
model,path,{external:external?"file":"inline"});const{sha256:sha2562,bytes}=await hashFiles(files);return{path,files,file:slashed(relative3(outDir,path)),sha256:sha2562,
bytes}}async function adoptPruned(outDir,folder,from){const files=await adoptFiles(from,join16(outDir,folder));const path=files[0]??"";const{sha256:sha2562,bytes}=await hashFiles(
files);return{path,files,file:slashed(relative3(outDir,path)),sha256:sha2562,bytes}}async function writeIdentities(outDir,identities){await writeAtomically(join16(
outDir,"identities.json"),`${JSON.stringify(identities,null,2)}
`)}async function writePlan(outDir,folder,plan){const path=join16(outDir,folder,PLAN_FILE);await writeAtomically(path,serializePlan(plan));return slashed(relative3(
outDir,path))}var slashed=path=>path.split("\\").join("/");async function readPlan(path){try{return parsePlan(await readFile6(path,"utf8"),path)}catch(thrown){if(thrown instanceof
UserError)throw thrown;throw new UserError({code:"plan-unreadable",message:`The plan cannot be read: ${messageOf(thrown)}.`,where:path,fix:"Name the plan.json t\
hat an earlier `prune` or `run` left in its output folder."})}}async function writeReports(outDir,report){await writeReport(outDir,report,renderMarkdown(report))}var Journal=class{constructor(model,onProgress){this.model=model;this.onProgress=onProgress}model;onProgress;seconds={};notes=[];#stage="policy";#since=performance.
now();get stage(){return this.#stage}enter(stage,detail=""){this.finish();this.#stage=stage;this.onProgress({model:this.model,stage,done:0,total:0,detail})}finish(){
const now=performance.now();this.seconds[this.#stage]=Math.round((this.seconds[this.#stage]??0)*1e3+now-this.#since)/1e3;this.#since=now}progress(done,total,detail=""){
this.onProgress({model:this.model,stage:this.#stage,done,total,detail})}note(text2){if(!this.notes.includes(text2))this.notes.push(text2)}};import{readdir as readdir4,readFile as readFile8}from"node:fs/promises";import{basename as basename7,join as join23}from"node:path";var SERIES_LIMIT=5;function normalCdf(x){if(Number.isNaN(x))return Number.NaN;if(x<0)return upperTail(-x);return 1-upperTail(x)}function upperTail(x){return x<SERIES_LIMIT?
.5-middle(x):density(x)*millsRatio(x)}function density(x){return Math.exp(-.5*x*x)/Math.sqrt(2*Math.PI)}function middle(x){let term=x;let sum2=x;for(let odd=3;term>
sum2*1e-17;odd+=2){term*=x*x/odd;sum2+=term}return density(x)*sum2}function millsRatio(x){let tail=x;for(let depth=60;depth>=1;depth--)tail=x+depth/tail;return 1/
tail}function normalQuantile(p){if(!(p>=0&&p<=1))return Number.NaN;if(p>.5)return-normalQuantile(1-p);if(p===0)return Number.NEGATIVE_INFINITY;let x=0;for(let step=Number.
POSITIVE_INFINITY;step>1e-15*(1+Math.abs(x));){step=(normalCdf(x)-p)/density(x);x-=step}return x}function continuityFor(confidence){return confidence>=.95?.25:.5}function pairedDropInterval(counts2,confidence,continuity=continuityFor(confidence)){if(counts2.
samples<=0)return{low:-1,high:1};const z=normalQuantile(confidence);return{low:bound(counts2,z,continuity),high:-bound({denseOnly:counts2.prunedOnly,prunedOnly:counts2.
denseOnly,samples:counts2.samples},z,continuity)}}function bound(counts2,z,continuity){const{denseOnly:b,prunedOnly:c,samples:n}=counts2;const excess=d=>b-c-continuity-
n*d-z*Math.sqrt(n*variance(counts2,d));let low=-1;let high=(b-c)/n;if(excess(low)<=0)return-1;for(let step=0;step<64&&low<high;step++){const guess=(low+high)/2;
if(excess(guess)>0)low=guess;else high=guess}return(low+high)/2}function variance({denseOnly:b,prunedOnly:c,samples:n},d){const linear=-b-c+(2*n-b+c)*d;const constant=-c*
d*(1-d);const root=Math.sqrt(Math.max(0,linear*linear-8*n*constant));const prunedOnly=(root-linear)/(4*n);return Math.max(0,2*prunedOnly+d*(1-d))}function smallestDecidableDrop(samples,confidence){
return pairedDropInterval({denseOnly:0,prunedOnly:0,samples},confidence).high}var LANCZOS=[.9999999999998099,676.5203681218851,-1259.1392167224028,771.3234287776531,-176.6150291621406,12.507343278686905,-.13857109526572012,9984369578019572e-21,
15056327351493116e-23];function logGamma(x){const z=x-1;const shifted=z+7.5;const series=LANCZOS.reduce((sum2,term,i)=>i===0?term:sum2+term/(z+i),0);return .5*Math.
log(2*Math.PI)+(z+.5)*Math.log(shifted)-shifted+Math.log(series)}function incompleteBeta(x,a,b){if(x<=0)return 0;if(x>=1)return 1;if(x>(a+1)/(a+b+2))return 1-incompleteBeta(
1-x,b,a);const front=Math.exp(logGamma(a+b)-logGamma(a)-logGamma(b)+a*Math.log(x)+b*Math.log1p(-x))/a;return front/continuedFraction(x,a,b)}function continuedFraction(x,a,b){
const tiny=1e-300;let value2=1;let c=1;let d=0;for(let i=1;i<=5e3;i++){const m=i>>1;const term=i%2===0?m*(b-m)*x/((a+i-1)*(a+i)):-((a+m)*(a+b+m)*x)/((a+i-1)*(a+
i));d=1/nonZero(1+term*d,tiny);c=nonZero(1+term/c,tiny);value2*=c*d;if(Math.abs(c*d-1)<1e-15)break}return value2}var nonZero=(value2,tiny)=>Math.abs(value2)<tiny?
tiny:value2;function proportionInterval(right,samples,confidence){if(samples<=0)return{low:0,high:1};const alpha=1-confidence;return{low:right===0?0:rootOf(p=>incompleteBeta(
p,right,samples-right+1)-alpha),high:right===samples?1:rootOf(p=>incompleteBeta(p,right+1,samples-right)-confidence)}}function rootOf(rising){let low=0;let high=1;
for(let step=0;step<60;step++){const guess=(low+high)/2;if(rising(guess)>0)high=guess;else low=guess}return(low+high)/2}var EDGES=(()=>{const edges=[];let term=Math.exp(-1);for(let k=0,sum2=0;k<13;k++,term/=k)edges.push((sum2+=term)*2**32);return Float64Array.from(edges)})();function poissonCounts(key,into,first=0){
for(let i=0;i<into.length;i++){const word=mixed(key,first+i);let count=0;while(count<EDGES.length&&word>=EDGES[count])count++;into[i]=count}return into}function mixed(key,index){
let word=Math.imul(index^key>>>3,2654435761)^key;for(let round=0;round<2;round++){word=Math.imul(word^word>>>16,2246822507);word=Math.imul(word^word>>>13,3266489909)^
key;word^=word>>>16}return word>>>0}var REPLICATES=2e3;var JACKKNIFE_GROUPS=400;var DEFINED_SHARE=.95;function bootstrapIntervals(statistics,options){const{samples,random:random2,replicates=REPLICATES,
confidence}=options;const draws=statistics.map(()=>new Float64Array(replicates));const weights=new Uint32Array(samples);for(let replicate=0;replicate<replicates;replicate++){
poissonCounts(Math.floor(random2()*2**32),weights);statistics.forEach((statistic,s)=>{draws[s][replicate]=statistic(weights)})}return statistics.map((statistic,s)=>acceleratedInterval(
statistic,draws[s],samples,confidence))}function acceleratedInterval(statistic,draws,samples,confidence){const estimate2=statistic(new Uint32Array(samples).fill(
1));const defined=draws.filter(Number.isFinite).sort();if(!Number.isFinite(estimate2)||defined.length<DEFINED_SHARE*draws.length)return null;const bias=biasCorrection(
defined,estimate2);const acceleration=accelerationOf(statistic,samples);const at=p=>quantile(defined,adjusted(p,bias,acceleration));return{low:at(1-confidence),
high:at(confidence)}}function biasCorrection(sorted,estimate2){let below=0;for(const value2 of sorted)below+=value2<estimate2?1:value2===estimate2?.5:0;const edge=1/
(sorted.length+1);return normalQuantile(Math.min(1-edge,Math.max(edge,below/sorted.length)))}function accelerationOf(statistic,samples){const groups=Math.min(samples,
JACKKNIFE_GROUPS);const left=[];const weights=new Uint32Array(samples);for(let group=0;group<groups;group++){weights.fill(1);for(let i=group;i<samples;i+=groups)
weights[i]=0;const value2=statistic(weights);if(Number.isFinite(value2))left.push(value2)}const mean2=left.reduce((sum2,value2)=>sum2+value2,0)/left.length;let second=0;
let third=0;for(const value2 of left){second+=(mean2-value2)**2;third+=(mean2-value2)**3}return second>0?third/(6*second**1.5):0}function adjusted(p,bias,acceleration){
const shifted=bias+normalQuantile(p);const scale=1-acceleration*shifted;return scale>0?normalCdf(bias+shifted/scale):normalCdf(bias+shifted)}function quantile(sorted,p){
const position=Math.min(sorted.length-1,Math.max(0,(sorted.length+1)*p-1));const below=Math.floor(position);const low=sorted[below];const high=sorted[Math.min(sorted.
length-1,below+1)];return low+(high-low)*(position-below)}function medianRatioInterval(timings,options){const rounds=Math.min(timings.dense.length,timings.pruned.length);const dense=Float64Array.from({length:rounds},(_,i)=>timings.
dense[i]);const pruned=Float64Array.from({length:rounds},(_,i)=>timings.pruned[i]);const ratio=median(dense.slice())/median(pruned.slice());if(rounds===0)return{
ratio,low:Number.NaN,high:Number.NaN};const ratios=ratiosOfDraws(dense,pruned,options).sort();return{ratio,low:quantile(ratios,1-options.confidence),high:quantile(
ratios,options.confidence)}}function ratiosOfDraws(dense,pruned,options){const{random:random2,replicates=REPLICATES}=options;const block=Math.max(1,Math.round(Math.
cbrt(dense.length)));const drawnDense=new Float64Array(dense.length);const drawnPruned=new Float64Array(dense.length);const ratios=new Float64Array(replicates);
for(let replicate=0;replicate<replicates;replicate++){for(let filled=0;filled<dense.length;filled+=block){const start=Math.floor(random2()*(dense.length-block+1));
const length=Math.min(block,dense.length-filled);drawnDense.set(dense.subarray(start,start+length),filled);drawnPruned.set(pruned.subarray(start,start+length),filled)}
ratios[replicate]=median(drawnDense)/median(drawnPruned)}return ratios}function median(values){values.sort();const middle2=values.length>>1;const upper=values[middle2]??
Number.NaN;return values.length%2===1?upper:(upper+(values[middle2-1]??Number.NaN))/2}var MOST=1e4;function furtherSamplesPaired(counts2,limit,confidence){const decided=samples=>{const factor=samples/counts2.samples;const{low,high}=pairedDropInterval(
{denseOnly:counts2.denseOnly*factor,prunedOnly:counts2.prunedOnly*factor,samples},confidence);return high<=limit||low>limit};let enough=counts2.samples*MOST;if(counts2.
samples<=0||!decided(enough))return null;let few=counts2.samples;while(enough-few>1){const guess=Math.floor((few+enough)/2);if(decided(guess))enough=guess;else few=
guess}return enough-counts2.samples}function furtherSamplesScaled(value2,interval2,limit,samples){const half=limit>value2?interval2.high-value2:value2-interval2.
low;const factor=(half/Math.abs(limit-value2))**2;if(!Number.isFinite(factor)||factor>MOST)return null;return Math.max(1,Math.ceil(samples*(factor-1)-1e-9))}function holmAdjusted(pValues){const order2=[...pValues.keys()].sort((a,b)=>pValues[a]-pValues[b]);const adjusted2=new Array(pValues.length).fill(1);let largest=0;
order2.forEach((index,rank2)=>{largest=Math.max(largest,Math.min(1,(pValues.length-rank2)*pValues[index]));adjusted2[index]=largest});return adjusted2}function mcnemar({denseOnly,prunedOnly}){const discordant=denseOnly+prunedOnly;const fewer=Math.min(denseOnly,prunedOnly);if(discordant===0||2*fewer===discordant)
return 1;return Math.min(1,2*incompleteBeta(.5,discordant-fewer,fewer+1))}var CLASS_SLICES="class";var FIRST_CAPACITY=1024;var Growing=class{constructor(make){this.make=make;this.buffer=make(FIRST_CAPACITY)}make;buffer;count=0;get length(){return this.count}push(value2){
if(this.count===this.buffer.length){const larger=this.make(2*this.count);larger.set(this.buffer);this.buffer=larger}this.buffer[this.count++]=value2}append(values){
let capacity=this.buffer.length;while(capacity<this.count+values.length)capacity*=2;if(capacity>this.buffer.length){const larger=this.make(capacity);larger.set(
this.buffer.subarray(0,this.count));this.buffer=larger}this.buffer.set(values,this.count);this.count+=values.length}get values(){return this.buffer.subarray(0,this.
count)}};var Bits=class{bytes=growingBytes();last=0;count=0;get length(){return this.count}push(bit){if(bit)this.last|=1<<(this.count&7);this.count++;if((this.count&
7)!==0)return;this.bytes.push(this.last);this.last=0}packed(){const whole=this.bytes.values;const packed=new Uint8Array(Math.ceil(this.count/8));packed.set(whole);
if((this.count&7)!==0)packed[whole.length]=this.last;return packed}append(packed,count){const whole=(this.count&7)===0?count>>3:0;this.bytes.append(packed.subarray(
0,whole));this.count+=8*whole;for(let i=8*whole;i<count;i++)this.push((packed[i>>3]>>(i&7)&1)===1)}toFloats(){const packed=this.packed();return Float64Array.from(
{length:this.count},(_,i)=>packed[i>>3]>>(i&7)&1)}};function countPairs(dense,pruned){const[a,b]=[dense.packed(),pruned.packed()];let[both,denseOnly,prunedOnly]=[
0,0,0];for(let i=0;i<a.length;i++){both+=onesIn(a[i]&b[i]);denseOnly+=onesIn(a[i]&~b[i]);prunedOnly+=onesIn(~a[i]&b[i])}return{both,denseOnly,prunedOnly,neither:dense.
length-both-denseOnly-prunedOnly}}function onesIn(byte){let ones=byte-(byte>>1&85);ones=(ones&51)+(ones>>2&51);return ones+(ones>>4)&15}var growingFloats=()=>new Growing(
length=>new Float64Array(length));var growingIntegers=()=>new Growing(length=>new Int32Array(length));var growingBytes=()=>new Growing(length=>new Uint8Array(length));
function weightedSum(column2,weights){let sum2=0;if(weights===void 0)for(let i=0;i<column2.length;i++)sum2+=column2[i];else for(let i=0;i<column2.length;i++)sum2+=
weights[i]*column2[i];return sum2}function weightedMean(column2,weights){const total=weights===void 0?column2.length:weightedSum(weights,void 0);return total>0?
weightedSum(column2,weights)/total:Number.NaN}var FEWEST_SAMPLES=20;var FEW_CHANGES=5;var NO_DROP={drop:null,interval:null,paired:null,method:"not computed",remarks:[]};var PAIRED_METHOD="paired score inter\
val (Tango 1998), continuity-corrected";var BOOTSTRAP_METHOD=`paired BCa bootstrap, ${REPLICATES} Poisson draws`;function dropsOf(lanes,options){const sampled2=lanes.
filter(lane=>isJudged(lane)&&countsOf(lane)===null&&options.samples>=FEWEST_SAMPLES);const intervals=sampled2.length===0?[]:bootstrapIntervals(sampled2.map(lane=>dropStatistic(
lane)),{...options,random:seededRandom(`${options.seed}:bootstrap`)});return lanes.map(lane=>dropOf(lane,intervals[sampled2.indexOf(lane)]??null,options))}function isJudged(lane){
return lane.value("dense")!==null&&lane.value("pruned")!==null}function dropOf(lane,bootstrap,options){if(!isJudged(lane))return NO_DROP;const paired2=countsOf(
lane);if(paired2!==null){const interval2=pairedDropInterval({...paired2,samples:options.samples},options.confidence);return{drop:(paired2.denseOnly-paired2.prunedOnly)/
options.samples,interval:interval2,paired:paired2,method:PAIRED_METHOD,remarks:[]}}const drop2=dropStatistic(lane)(new Uint32Array(options.samples).fill(1));const remarks=bootstrap!==
null?shortOf(options.samples):[options.samples<FEWEST_SAMPLES?`${options.samples} samples are too few for a bootstrap interval (${FEWEST_SAMPLES} at least)`:"to\
o many bootstrap draws leave the figure undefined: no interval"];const widened=bootstrap===null?null:widenedForFewChanges(lane,drop2,bootstrap,options);return{drop:drop2,
interval:widened,paired:null,method:BOOTSTRAP_METHOD,remarks}}var ENOUGH_FOR_TAILS=1e3;var shortOf=samples=>samples>=ENOUGH_FOR_TAILS?[]:[`an interval by bootst\
rap of fewer than ${ENOUGH_FOR_TAILS.toLocaleString("en-US")} samples may be too short where few samples carry most of the figure`];function dropStatistic(lane,mask){
const sign=lane.definition.higherIsBetter?1:-1;const dense=lane.accumulator("dense");const pruned=lane.accumulator("pruned");const inside2=new Uint32Array(mask?.
length??0);return weights=>{const counted=mask===void 0?weights:masked(weights,mask,inside2);return sign*(dense.value(counted)-pruned.value(counted))}}function masked(weights,mask,into){
for(let i=0;i<into.length;i++)into[i]=weights[i]*mask[i];return into}var MOST_VISITS=2e9;var FEWEST_REPLICATES=400;function sliceDrops(lane,parts,options){const judged=parts.
filter(({samples})=>samples>=FEWEST_SAMPLES);const wanted=Math.floor(MOST_VISITS/Math.max(1,options.samples*judged.length));const intervals=judged.length===0?[]:
bootstrapIntervals(judged.map(({mask})=>dropStatistic(lane,mask)),{...options,replicates:Math.max(FEWEST_REPLICATES,Math.min(REPLICATES,wanted)),random:seededRandom(
`${options.seed}:slices`)});return parts.map(part2=>sliceDrop(lane,part2,intervals[judged.indexOf(part2)]??null,options))}function sliceDrop(lane,{mask,samples},interval2,options){
const weights=Uint32Array.from(mask);const[dense,pruned]=[lane.accumulator("dense").value(weights),lane.accumulator("pruned").value(weights)];if(!Number.isFinite(
dense)||!Number.isFinite(pruned))return{dense:null,pruned:null,drop:null,dropInterval:null};const drop2=lane.definition.higherIsBetter?dense-pruned:pruned-dense;
return{dense,pruned,drop:drop2,dropInterval:interval2===null?null:widenedForFewChanges(lane,drop2,interval2,{...options,samples},mask)}}function countsOf(lane){
const dense=lane.accumulator("dense").hits();const pruned=lane.accumulator("pruned").hits();if(dense===null||pruned===null)return null;return countPairs(dense,pruned)}
function widenedForFewChanges(lane,drop2,interval2,{samples,confidence},mask){const{discrete}=lane.accumulator("dense");const changed2=discrete===void 0?FEW_CHANGES:
changesBetween(lane.accumulator("dense"),lane.accumulator("pruned"),mask);if(discrete===void 0||changed2>=FEW_CHANGES)return interval2;const possible=pairedDropInterval(
{denseOnly:changed2,prunedOnly:0,samples},confidence).high*samples;const reach=possible*discrete.leverage(mask);return{low:Math.min(interval2.low,drop2-reach),high:Math.
max(interval2.high,drop2+reach)}}function changesBetween(dense,pruned,mask){const before=dense.discrete?.records()??[];const after=pruned.discrete?.records()??[];
let changed2=0;for(let i=0;i<before.length;i++)if(mask?.[i]!==0&&before[i]!==after[i])changed2++;return changed2}var Misfit=class extends Error{about;constructor(message,about="outputs"){super(message);this.name="Misfit";this.about=about}};var blocking=(code,text2,about="o\
utputs")=>({code,text:text2,blocking:true,about});var remark=(text2,about="outputs")=>({text:text2,blocking:false,about});function ofSamples(some,all){return`${some.
toLocaleString("en-US")} of ${all.toLocaleString("en-US")} samples`}function within(name,state){return[...state].map(([key,column2])=>[`${name}.${key}`,column2])}function part(state,name){const prefix=`${name}.`;return new Map([
...state].filter(([key])=>key.startsWith(prefix)).map(([key,column2])=>[key.slice(prefix.length),column2]))}function column(state,name){const found=state.get(name);
if(found===void 0)throw new Error(`a record lacks its column "${name}"`);return found}function scalars(state,name){return[...column(state,name)]}var maybe=value2=>Float64Array.
from(value2===void 0?[]:[value2]);var Z=1.645;var FEWEST=10;var chance=text2=>blocking("no-better-than-chance",text2);var ChanceWatch=class{labelled=[];answered=[];right=0;answer(label,predicted){
this.labelled[label]=(this.labelled[label]??0)+1;this.answered[predicted]=(this.answered[predicted]??0)+1;if(label===predicted)this.right++}state(){return new Map(
[["labelled",counts(this.labelled)],["answered",counts(this.answered)],["right",Float64Array.of(this.right)]])}absorb(state){this.labelled=added(this.labelled,column(
state,"labelled"));this.answered=added(this.answered,column(state,"answered"));this.right+=column(state,"right")[0]??0}findings(){const all=this.labelled.reduce(
(sum2,count)=>sum2+count,0);if(all<FEWEST)return[];const shares=counts(this.labelled).map((count,c)=>count/all*((this.answered[c]??0)/all));const expected=shares.
reduce((sum2,share)=>sum2+share,0);const spread3=shares.reduce((sum2,share,c)=>sum2+share*((this.labelled[c]??0)+(this.answered[c]??0))/all,0);const deviation=Math.
sqrt(Math.max(0,expected+expected**2-spread3)/all);if(this.right/all>expected+Z*deviation)return[];const guessed=Math.round(expected*all);return[chance(`${this.
right.toLocaleString("en-US")} of ${all.toLocaleString("en-US")} answers are right, and guessing would get about ${guessed.toLocaleString("en-US")}: no evidence\
 that it knows the task`)]}};function chanceOfAuc(auc,positives,negatives){if(positives+negatives<FEWEST||!(positives*negatives>0))return[];const deviation=Math.
sqrt((positives+negatives+1)/(12*positives*negatives));return auc>.5+Z*deviation?[]:[chance(`its ROC AUC is ${auc.toFixed(3)}, no better than a coin's 0.5 on ${(positives+
negatives).toLocaleString("en-US")} samples`)]}var chanceOfR2=r22=>r22>0||Number.isNaN(r22)?[]:[chance(`its R\xB2 is ${r22.toFixed(3)}: predicting the mean targ\
et for every sample would do as well`)];var chanceOfIou=(iou2,marked)=>iou2>marked||Number.isNaN(iou2)?[]:[chance(`its IoU is ${iou2.toFixed(3)}, and marking ev\
ery pixel would get ${marked.toFixed(3)}`)];var chanceOfError=(error,constant)=>error<constant||Number.isNaN(error)?[]:[chance(`its error is ${error.toPrecision(
3)}, and predicting the mean target for every sample would get at most ${constant.toPrecision(3)}`)];var orChance=(findings,chances)=>findings.some(finding2=>finding2.
blocking)?findings:[...findings,...chances()];var counts=of=>Float64Array.from({length:of.length},(_,c)=>of[c]??0);var added=(a,b)=>Array.from({length:Math.max(
a.length,b.length)},(_,c)=>(a[c]??0)+(b[c]??0));var Variety=class{first;varied=false;see(value2){if(this.first===void 0)this.first=value2;else if(value2!==this.first)this.varied=true}get only(){return this.varied?
void 0:this.first}state(){return new Map([["first",maybe(this.first)],["varied",Uint8Array.of(Number(this.varied))]])}absorb(state){for(const value2 of scalars(
state,"first"))this.see(value2);this.varied||=scalars(state,"varied")[0]===1}};var PredictionWatch=class{constructor(threshold){this.threshold=threshold}threshold;variety=new Variety;samples=0;broken=0;single=false;sample(grid,sample){
this.samples++;this.single||=grid.classes===1;if(!finiteRow(grid.values,sample,grid.positions*grid.classes))this.broken++}prediction(label){this.variety.see(label)}state(){
return new Map([...within("variety",this.variety.state()),["counts",Float64Array.of(this.samples,this.broken,Number(this.single))]])}absorb(state){const[samples=0,
broken2=0,single=0]=scalars(state,"counts");this.variety.absorb(part(state,"variety"));this.samples+=samples;this.broken+=broken2;this.single||=single===1}findings(){
const findings=[];if(this.single)findings.push(remark(`the output is a single score: read as two classes, positive above ${this.threshold}`));if(this.broken>0)findings.
push(notFinite(this.broken,this.samples));else if(this.samples>1&&this.variety.only!==void 0){findings.push(blocking("constant-predictions",`every prediction is\
 class ${this.variety.only}: a model that always gives the same answer is no evidence`))}return findings}};var LabelWatch=class{variety=new Variety;labels=0;odd=0;example;classes=2;lowest=Number.
POSITIVE_INFINITY;highest=Number.NEGATIVE_INFINITY;label(label,classes){this.labels++;this.lowest=Math.min(this.lowest,label);this.highest=Math.max(this.highest,
label);this.classes=Math.max(2,classes);if(Number.isInteger(label)&&label>=0&&label<this.classes){this.variety.see(label);return true}this.odd++;this.example??=
label;return false}state(){return new Map([...within("variety",this.variety.state()),["counts",Float64Array.of(this.labels,this.odd,this.classes,this.lowest,this.
highest)],["example",maybe(this.example)]])}absorb(state){const[labels=0,odd=0,classes=2,lowest=Number.POSITIVE_INFINITY,highest=Number.NEGATIVE_INFINITY]=scalars(
state,"counts");this.lowest=Math.min(this.lowest,lowest);this.highest=Math.max(this.highest,highest);this.variety.absorb(part(state,"variety"));this.labels+=labels;
this.odd+=odd;if(labels>0)this.classes=classes;this.example??=scalars(state,"example")[0]}shift(){return this.lowest>=1&&this.highest===this.classes?`; they run\
 up to ${this.highest} and none is 0, as though counted from 1`:""}findings(){if(this.odd>0){return[blocking("labels-out-of-range",`${this.odd.toLocaleString("e\
n-US")} of ${this.labels.toLocaleString("en-US")} labels are not a class index from 0 to ${this.classes-1}, the first is ${this.example??""}${this.shift()}`,"ta\
rgets")]}if(this.labels>1&&this.variety.only!==void 0){return[blocking("one-class",`all labels are class ${this.variety.only}: data of one class cannot show wha\
t a model tells apart`,"targets")]}return[]}};var OutputWatch=class{first;varied=false;samples=0;broken=0;sample(values,sample,width){this.samples++;if(!finiteRow(
values,sample,width))this.broken++;if(this.varied)return;const start=sample*width;this.first??=Float64Array.from({length:width},(_,i)=>values[start+i]);if(this.
first.length!==width||this.first.some((value2,i)=>value2!==values[start+i]))this.varied=true}state(){return new Map([["first",this.first??new Float64Array],["co\
unts",Float64Array.of(this.samples,this.broken,Number(this.varied))]])}absorb(state){const[samples=0,broken2=0,varied=0]=scalars(state,"counts");if(samples===0)
return;const row=Float64Array.from(column(state,"first"));this.varied||=varied===1||this.first!==void 0&&(row.length!==this.first.length||row.some((value2,i)=>value2!==
this.first?.[i]));this.first??=row;this.samples+=samples;this.broken+=broken2}findings(){if(this.broken>0)return[notFinite(this.broken,this.samples)];if(this.samples<
2||this.varied)return[];return[blocking("constant-predictions","the output is the same for every sample: a model that ignores its input is no evidence")]}};function finiteRow(values,sample,width){
for(let i=sample*width;i<(sample+1)*width;i++)if(!Number.isFinite(values[i]))return false;return true}var notFinite=(broken2,samples)=>blocking("not-finite",`Na\
N or infinite outputs in ${ofSamples(broken2,samples)}`);var HitRecords=class{constructor(spec){this.spec=spec;this.predictions=new PredictionWatch(spec.threshold)}spec;predictions;single=new Bits;right=growingFloats();answers=growingFloats();push(right,answers){
if(answers===1&&this.single!==void 0)return this.single.push(right===1);this.unfold();this.right.push(right);this.answers.push(answers)}unfold(){if(this.single===
void 0)return;const right=this.single.toFloats();this.single=void 0;this.right.append(right);this.answers.append(right.fill(1))}value(weights){if(this.single!==
void 0&&weights===void 0)return this.single.length>0?countPairs(this.single,this.single).both/this.single.length:Number.NaN;this.unfold();const answers=weightedSum(
this.answers.values,weights);return answers>0?weightedSum(this.right.values,weights)/answers:Number.NaN}hits(){return this.single??null}state(){const kept=this.
single===void 0?[["right",this.right.values],["answers",this.answers.values]]:[["bits",this.single.packed()],["samples",Float64Array.of(this.single.length)]];return new Map(
[...kept,...within("predictions",this.predictions.state())])}absorb(state){this.predictions.absorb(part(state,"predictions"));const bits2=state.get("bits");const samples=bits2===
void 0?0:scalars(state,"samples")[0]??0;if(bits2!==void 0&&this.single!==void 0)return this.single.append(bits2,samples);this.unfold();const more=new Bits;if(bits2!==
void 0)more.append(bits2,samples);this.right.append(bits2===void 0?column(state,"right"):more.toFloats());this.answers.append(bits2===void 0?column(state,"answe\
rs"):new Uint8Array(samples).fill(1))}findings(){return this.predictions.findings()}discrete={records:()=>{this.unfold();return this.right.values},leverage:mask=>{
this.unfold();const answers=mask===void 0?this.answers.values:this.answers.values.map((one,i)=>one*mask[i]);return answers.reduce((most,one)=>Math.max(most,one),
0)/weightedSum(answers,void 0)}}};function numbersOf3(tensor){const{data,type}=tensor;if(type==="float16"){if(!(data instanceof Uint16Array))throw new Misfit("float16 values did not arrive as 16\
-bit patterns");return float16ToFloat32(data)}return data instanceof BigInt64Array||data instanceof BigUint64Array?Float64Array.from(data,Number):data}function squeezed(tensor){
return tensor.dims.filter((size,axis)=>axis===0||size!==1)}function sameShape(a,b){return a.length===b.length&&a.every((size,axis)=>size===b[axis])}function elements(dims){
return dims.reduce((product3,size)=>product3*size,1)}var shapeText=tensor=>`[${tensor.dims.join(", ")}]`;function widthOf2(tensor){return elements(tensor.dims.slice(
1))}function requireSameShape(output,target){const given=requireTarget(target);if(sameShape(squeezed(output),squeezed(given)))return;throw new Misfit(`the outpu\
t has shape ${shapeText(output)} and the target ${shapeText(given)}: this metric compares them element by element`)}function requireTarget(target){if(target===void 0)
throw new Misfit("the data names no target: give `target` in the policy's data","targets");return target}function flatGrid(output){const[samples=0,classes=1]=squeezed(output);return{samples,positions:1,classes,values:numbersOf3(output),start:sample=>sample*classes,
step:1}}function positionGrid(output,axis){const dims=squeezed(output);const samples=dims[0]??0;const classes=(axis==="second"?dims[1]:dims[dims.length-1])??1;const positions2=elements(
dims)/Math.max(1,samples*classes);const values=numbersOf3(output);return axis==="second"?{samples,positions:positions2,classes,values,step:positions2,start:(s,p)=>s*
classes*positions2+p}:{samples,positions:positions2,classes,values,step:1,start:(s,p)=>(s*positions2+p)*classes}}function binaryGrid(output){const[samples=0,...rest]=squeezed(
output);const positions2=elements(rest);return{samples,positions:positions2,classes:1,values:numbersOf3(output),step:1,start:(s,p)=>s*positions2+p}}function labelledGrid(output,target){
const labels=squeezed(requireTarget(target));const scores=squeezed(output);if(scores.length<=2&&sameShape(labels,scores.slice(0,1)))return flatGrid(output);if(sameShape(
labels,scores)&&output.dims.length>scores.length)return binaryGrid(output);if(sameShape(labels,scores))throw new Misfit(`the target has the output's shape ${shapeText(
output)}: give class indices, not one-hot rows`,"targets");const fits3=["second","last"].filter(axis2=>scores.length>2&&sameShape(labels,without(scores,axis2===
"second"?1:scores.length-1)));const[axis,ambiguous]=fits3;if(axis!==void 0&&ambiguous===void 0)return positionGrid(output,axis);const problem2=ambiguous===void 0?
"one label is needed for each row of scores":"two axes could be the classes";throw new Misfit(`the output has shape ${shapeText(output)} and the target ${shapeText(
requireTarget(target))}: ${problem2}`)}function unlabelledGrid(output,dense){const scores=squeezed(output);if(!sameShape(scores,squeezed(dense)))throw new Misfit(
`the outputs differ in shape: ${shapeText(output)}, dense ${shapeText(dense)}`);if(scores.length<=2)return flatGrid(output);const fits3=["second","last"].filter(
axis2=>holdsProbabilities(positionGrid(dense,axis2)));const[axis,ambiguous]=fits3;if(axis!==void 0&&ambiguous===void 0)return positionGrid(output,axis);throw new Misfit(
`the output has shape ${shapeText(output)}, and neither its second nor its last axis alone holds probabilities: which axis holds the classes is not known (cosin\
e needs none)`)}function without(dims,axis){return dims.filter((_,index)=>index!==axis)}var SUM_TOLERANCE=.001;function holdsProbabilities(grid){for(let sample=0;sample<
grid.samples;sample++){for(let position=0;position<grid.positions;position++)if(!isDistribution(grid,sample,position))return false}return grid.samples>0&&grid.classes>
1}function isDistribution({values,classes,step,start},sample,position){const first=start(sample,position);let sum2=0;for(let c=0;c<classes;c++){const value2=values[first+
c*step];if(!(value2>=0))return false;sum2+=value2}return Math.abs(sum2-1)<=SUM_TOLERANCE}function predictedClass({values,classes,step,start},sample,position,threshold){
const first=start(sample,position);if(classes===1)return values[first]>threshold?1:0;let best2=0;for(let c=1;c<classes;c++)if(values[first+c*step]>values[first+
best2*step])best2=c;return best2}function rankOf({values,classes,step,start},sample,position,label){const first=start(sample,position);const own=values[first+label*
step];let before=0;for(let c=0;c<classes;c++){const score6=values[first+c*step];if(score6>own||score6===own&&c<label)before++}return before}var Accuracy=class extends HitRecords{labels=new LabelWatch;chance=new ChanceWatch;add(output,target){const grid=labelledGrid(output,target);const{top}=this.spec;
if(top>1&&top>=grid.classes)throw new Misfit(`top-${top} of ${grid.classes} classes is always right`);const labels=numbersOf3(requireTarget(target));for(let sample=0;sample<
grid.samples;sample++){this.predictions.sample(grid,sample);let right=0;for(let position=0;position<grid.positions;position++){right+=this.answer(grid,sample,position,
labels[sample*grid.positions+position])}this.push(right,grid.positions)}}answer(grid,sample,position,label){const predicted=predictedClass(grid,sample,position,
this.spec.threshold);this.predictions.prediction(predicted);if(!this.labels.label(label,grid.classes))return 0;this.chance.answer(label,predicted);if(this.spec.
top===1)return predicted===label?1:0;return rankOf(grid,sample,position,label)<this.spec.top?1:0}state(){return new Map([...super.state(),...within("labels",this.
labels.state()),...within("chance",this.chance.state())])}absorb(state){super.absorb(state);this.labels.absorb(part(state,"labels"));this.chance.absorb(part(state,
"chance"))}findings(){return orChance([...this.labels.findings(),...super.findings()],()=>this.chance.findings())}};var accuracy={name:"accuracy",higherIsBetter:true,
needsTarget:true,title:({top})=>top===1?"accuracy":`top-${top} accuracy`,create:spec=>new Accuracy(spec)};var Agreement=class extends HitRecords{add(output,_target,dense){const own=unlabelledGrid(output,dense);const reference=unlabelledGrid(dense,dense);for(let sample=0;sample<
own.samples;sample++){this.predictions.sample(own,sample);let same2=0;for(let position=0;position<own.positions;position++){const answer=predictedClass(own,sample,
position,this.spec.threshold);this.predictions.prediction(answer);if(answer===predictedClass(reference,sample,position,this.spec.threshold))same2++}this.push(same2,
own.positions)}}};var agreement={name:"agreement",higherIsBetter:true,needsTarget:false,title:()=>"top-1 agreement with the dense model",create:spec=>new Agreement(
spec)};var ClassRecords=class{constructor(spec,summary,reach){this.spec=spec;this.summary=summary;this.reach=reach;this.predictionWatch=new PredictionWatch(spec.threshold)}spec;summary;reach;labels=growingIntegers();predictions=growingIntegers();labelWatch=new LabelWatch;predictionWatch;classes=2;add(output,target){
const grid=labelledGrid(output,target);if(grid.positions!==1)throw new Misfit(`${this.spec.name} takes one label a sample, and the output ${shapeText(output)} h\
as several positions`);const labels=numbersOf3(requireTarget(target));this.classes=Math.max(2,grid.classes);for(let sample=0;sample<grid.samples;sample++){this.
predictionWatch.sample(grid,sample);const predicted=predictedClass(grid,sample,0,this.spec.threshold);this.predictionWatch.prediction(predicted);const label=labels[sample];
this.labels.push(this.labelWatch.label(label,grid.classes)?label:0);this.predictions.push(predicted)}}value(weights){return this.summary(this.counts(weights))}counts(weights){
const[labelled,predicted,right]=[0,1,2].map(()=>new Float64Array(this.classes));const labels=this.labels.values;const predictions=this.predictions.values;for(let i=0;i<
labels.length;i++){const weight=weights===void 0?1:weights[i];const label=labels[i];const guess=predictions[i];labelled[label]=labelled[label]+weight;predicted[guess]=
predicted[guess]+weight;if(label===guess)right[label]=right[label]+weight}return{labelled,predicted,right}}chance(){const watch=new ChanceWatch;const[labels,predictions]=[
this.labels.values,this.predictions.values];for(let i=0;i<labels.length;i++)watch.answer(labels[i],predictions[i]);return watch}hits(){return null}state(){return new Map(
[["labels",this.labels.values],["predictions",this.predictions.values],["classes",Int32Array.of(this.classes)],...within("labelWatch",this.labelWatch.state()),...within(
"predictionWatch",this.predictionWatch.state())])}absorb(state){this.labels.append(column(state,"labels"));this.predictions.append(column(state,"predictions"));
if(column(state,"labels").length>0)this.classes=scalars(state,"classes")[0]??this.classes;this.labelWatch.absorb(part(state,"labelWatch"));this.predictionWatch.
absorb(part(state,"predictionWatch"))}discrete={records:()=>this.predictions.values,leverage:mask=>{const present=this.counts(mask===void 0?void 0:Uint32Array.from(
mask)).labelled.filter(count=>count>0);return this.reach/(present.length*Math.min(...present))}};findings(){return orChance([...this.labelWatch.findings(),...this.
predictionWatch.findings()],()=>this.chance().findings())}};function meanRecall({labelled,right}){let sum2=0;let present=0;for(let c=0;c<labelled.length;c++){if(labelled[c]===0)continue;sum2+=right[c]/labelled[c];present++}
return sum2/present}var balancedAccuracy={name:"balanced-accuracy",higherIsBetter:true,needsTarget:true,title:()=>"balanced accuracy",create:spec=>new ClassRecords(
spec,meanRecall,1)};var MeanRecords=class{records=growingFloats();outputs=new OutputWatch;value(weights){return weightedMean(this.records.values,weights)}hits(){return null}state(){
return new Map([["records",this.records.values],...within("outputs",this.outputs.state())])}absorb(state){this.records.append(column(state,"records"));this.outputs.
absorb(part(state,"outputs"))}findings(){return this.outputs.findings()}};var ElementLoss=class extends MeanRecords{constructor(loss,ofConstant){super();this.loss=
loss;this.ofConstant=ofConstant}loss;ofConstant;targets=new OutputWatch;means=growingFloats();squares=growingFloats();add(output,target){requireSameShape(output,
target);const width=widthOf2(output);const given=numbersOf3(output);const wanted=numbersOf3(target);for(let sample=0;sample<(output.dims[0]??0);sample++){this.outputs.
sample(given,sample,width);this.targets.sample(wanted,sample,width);let[sum2,mean2,square]=[0,0,0];for(let i=sample*width;i<(sample+1)*width;i++){const value2=wanted[i];
sum2+=this.loss(given[i]-value2);mean2+=value2/width;square+=value2*value2/width}this.records.push(sum2/width);this.means.push(mean2);this.squares.push(square)}}state(){
return new Map([...super.state(),...within("targets",this.targets.state()),["means",this.means.values],["squares",this.squares.values]])}absorb(state){super.absorb(
state);this.targets.absorb(part(state,"targets"));this.means.append(column(state,"means"));this.squares.append(column(state,"squares"))}findings(){const variance2=weightedMean(
this.squares.values,void 0)-weightedMean(this.means.values,void 0)**2;return orChance([...targetFindings(this.targets),...this.outputs.findings()],()=>chanceOfError(
this.value(),this.ofConstant(Math.max(0,variance2))))}};function targetFindings(watch){return watch.findings().map(finding2=>({...finding2,about:"targets",code:finding2.
code==="not-finite"?"not-finite":"constant-target",text:finding2.text.startsWith("NaN")?finding2.text.replace("outputs","targets"):"the target is the same for e\
very sample"}))}var Cosine=class extends MeanRecords{add(output,_target,dense){if(!sameShape(output.dims,dense.dims))throw new Misfit(`the outputs differ in shape: ${shapeText(
output)}, dense ${shapeText(dense)}`);const width=widthOf2(output);if(width<2)throw new Misfit("the cosine of single numbers is only their sign: use agreement");
const own=numbersOf3(output);const reference=numbersOf3(dense);for(let sample=0;sample<(output.dims[0]??0);sample++){this.outputs.sample(own,sample,width);this.
records.push(cosineOf(own,reference,sample*width,width))}}};function cosineOf(a,b,start,width){let dot2=0;let aa=0;let bb=0;for(let i=start;i<start+width;i++){const x=a[i];
const y=b[i];dot2+=x*y;aa+=x*x;bb+=y*y}if(aa===0||bb===0)return aa===bb?1:0;return Math.min(1,Math.max(-1,dot2/Math.sqrt(aa)/Math.sqrt(bb)))}var cosine={name:"c\
osine",higherIsBetter:true,needsTarget:false,title:()=>"cosine similarity to the dense model's output",create:()=>new Cosine};var Iou=class{constructor(spec){this.spec=spec}spec;intersections=growingFloats();unions=growingFloats();pixels=0;marked=0;predicted=0;oddMask=false;broken=0;add(output,target){
requireSameShape(output,target);const width=widthOf2(output);const scores=numbersOf3(output);const mask=numbersOf3(target);for(let sample=0;sample<(output.dims[0]??
0);sample++)this.sample(scores,mask,sample*width,width)}sample(scores,mask,start,width){let both=0;let predicted=0;let marked=0;let finite2=true;for(let i=start;i<
start+width;i++){const score6=scores[i];const truth=mask[i];finite2&&=Number.isFinite(score6);this.oddMask||=truth!==0&&truth!==1&&truth!==255;const guess=score6>
this.spec.threshold;if(guess)predicted++;if(truth!==0)marked++;if(guess&&truth!==0)both++}if(!finite2)this.broken++;this.pixels+=width;this.predicted+=predicted;
this.marked+=marked;this.intersections.push(both);this.unions.push(predicted+marked-both)}value(weights){const union=weightedSum(this.unions.values,weights);return union>
0?weightedSum(this.intersections.values,weights)/union:Number.NaN}hits(){return null}state(){return new Map([["intersections",this.intersections.values],["union\
s",this.unions.values],["counts",Float64Array.of(this.pixels,this.marked,this.predicted,this.broken,Number(this.oddMask))]])}absorb(state){this.intersections.append(
column(state,"intersections"));this.unions.append(column(state,"unions"));const[pixels=0,marked=0,predicted=0,broken2=0,odd=0]=scalars(state,"counts");this.pixels+=
pixels;this.marked+=marked;this.predicted+=predicted;this.broken+=broken2;this.oddMask||=odd===1}findings(){const findings=[];if(this.oddMask)findings.push(blocking(
"labels-out-of-range","the target mask has values other than 0 and 1 (or 255)","targets"));if(this.marked===0)findings.push(blocking("one-class","no pixel of an\
y target mask is marked","targets"));if(this.marked===this.pixels)findings.push(blocking("one-class","every pixel of every target mask is marked","targets"));if(this.
broken>0)findings.push(blocking("not-finite",`NaN or infinite outputs in ${ofSamples(this.broken,this.unions.length)}`));else if(this.predicted===0)findings.push(
blocking("constant-predictions",`no pixel of any sample is above ${this.spec.threshold}`));else if(this.predicted===this.pixels)findings.push(blocking("constant\
-predictions",`every pixel of every sample is above ${this.spec.threshold}`));return orChance(findings,()=>chanceOfIou(this.value(),this.marked/this.pixels))}};
var iou={name:"iou",higherIsBetter:true,needsTarget:true,title:({threshold})=>`IoU at ${threshold}`,create:spec=>new Iou(spec)};var SMALLEST=1e-12;var READINGS=["probabilities","logits"];var Kl=class extends MeanRecords{reading;add(output,_target,dense){const own=unlabelledGrid(output,dense);
const reference=unlabelledGrid(dense,dense);if(own.classes<2)throw new Misfit(`the output has shape ${shapeText(output)}, and a single score is no distribution \
over classes: use agreement`);this.reading??=holdsProbabilities(reference)?"probabilities":"logits";const p=new Float64Array(own.classes);const q=new Float64Array(
own.classes);for(let sample=0;sample<own.samples;sample++){this.outputs.sample(own.values,sample,own.positions*own.classes);let sum2=0;for(let position=0;position<
own.positions;position++){this.distribution(reference,sample,position,p);this.distribution(own,sample,position,q);sum2+=divergence(p,q)}this.records.push(sum2/own.
positions)}}distribution(grid,sample,position,into){const start=grid.start(sample,position);for(let c=0;c<into.length;c++)into[c]=grid.values[start+c*grid.step];
if(this.reading==="logits")softmax2(into);else if(!isDistribution(grid,sample,position)&&into.every(Number.isFinite)){throw new Misfit("some rows of the output \
are probabilities (they sum to 1) and some are not")}}state(){return new Map([...super.state(),["reading",maybe(this.reading===void 0?void 0:READINGS.indexOf(this.
reading))]])}absorb(state){const[index]=scalars(state,"reading");const reading=index===void 0?void 0:READINGS[index];if(this.reading!==void 0&&reading!==void 0&&
reading!==this.reading){throw new Misfit("some rows of the output are probabilities (they sum to 1) and some are not")}this.reading??=reading;super.absorb(state)}findings(){
const how=this.reading==="probabilities"?"the outputs are probabilities and are taken as they are":"the outputs are logits: softmax makes them probabilities";return this.
reading===void 0?super.findings():[remark(how,"targets"),...super.findings()]}};function softmax2(logits){const largest=logits.reduce((a,b)=>Math.max(a,b),Number.
NEGATIVE_INFINITY);let sum2=0;for(let c=0;c<logits.length;c++)sum2+=logits[c]=Math.exp(logits[c]-largest);for(let c=0;c<logits.length;c++)logits[c]=logits[c]/sum2}
function divergence(p,q){let sum2=0;for(let c=0;c<p.length;c++){const mass=p[c];if(mass>0)sum2+=mass*Math.log(Math.max(mass,SMALLEST)/Math.max(q[c],SMALLEST))}return Math.
max(0,sum2)}var kl={name:"kl",higherIsBetter:false,needsTarget:false,title:()=>"KL divergence from the dense model",create:()=>new Kl};function meanF1({labelled,predicted,right}){let sum2=0;let present=0;for(let c=0;c<labelled.length;c++){const mentions=labelled[c]+predicted[c];if(mentions===0)
continue;sum2+=2*right[c]/mentions;present++}return sum2/present}var macroF1={name:"macro-f1",higherIsBetter:true,needsTarget:true,title:()=>"macro F1",create:spec=>new ClassRecords(
spec,meanF1,2)};var mae={name:"mae",higherIsBetter:false,needsTarget:true,title:()=>"mean absolute error",create:()=>new ElementLoss(Math.abs,Math.sqrt)};var mse={name:"mse",higherIsBetter:false,needsTarget:true,title:()=>"mean squared error",create:()=>new ElementLoss(difference=>difference*difference,variance2=>variance2)};var R2=class{errors=growingFloats();wanted=growingFloats();outputs=new OutputWatch;targets=new OutputWatch;add(output,target){requireSameShape(output,target);if(widthOf2(
output)!==1)throw new Misfit(`r2 is for one value a sample, and the output has shape ${shapeText(output)}: use mse`);const given=numbersOf3(output);const wanted=numbersOf3(
target);for(let sample=0;sample<given.length;sample++){this.outputs.sample(given,sample,1);this.targets.sample(wanted,sample,1);this.errors.push((given[sample]-
wanted[sample])**2);this.wanted.push(wanted[sample])}}value(weights){const wanted=this.wanted.values;const errors=this.errors.values;const mean2=weightedMean(wanted,
weights);let variation=0;let error=0;for(let i=0;i<wanted.length;i++){const weight=weights===void 0?1:weights[i];variation+=weight*(wanted[i]-mean2)**2;error+=weight*
errors[i]}return variation>0?1-error/variation:Number.NaN}hits(){return null}state(){return new Map([["errors",this.errors.values],["wanted",this.wanted.values],
...within("outputs",this.outputs.state()),...within("targets",this.targets.state())])}absorb(state){this.errors.append(column(state,"errors"));this.wanted.append(
column(state,"wanted"));this.outputs.absorb(part(state,"outputs"));this.targets.absorb(part(state,"targets"))}findings(){return orChance([...targetFindings(this.
targets),...this.outputs.findings()],()=>chanceOfR2(this.value()))}};var r2={name:"r2",higherIsBetter:true,needsTarget:true,title:()=>"R\xB2",create:()=>new R2};var RocAuc=class{scores=growingFloats();labels=growingBytes();labelWatch=new LabelWatch;outputs=new OutputWatch;order;add(output,target){const grid=labelledGrid(
output,target);if(grid.positions!==1||grid.classes>2)throw new Misfit(`ROC AUC is for two classes, and the output has shape ${shapeText(output)}`);const labels=numbersOf3(
requireTarget(target));for(let sample=0;sample<grid.samples;sample++){this.outputs.sample(grid.values,sample,grid.classes);const first=grid.values[sample*grid.classes];
this.scores.push(grid.classes===1?first:grid.values[sample*2+1]-first);const label=labels[sample];this.labels.push(this.labelWatch.label(label,2)?label:0)}this.
order=void 0}value(weights){const scores=this.scores.values;const labels=this.labels.values;this.order??=Uint32Array.from(scores.keys()).sort((a,b)=>scores[a]-scores[b]);
let negatives=0;let positives=0;let wins=0;for(let i=0;i<this.order.length;){const score6=scores[this.order[i]];let tiedNegatives=0;let tiedPositives=0;for(;i<this.
order.length&&scores[this.order[i]]===score6;i++){const sample=this.order[i];const weight=weights===void 0?1:weights[sample];if(labels[sample]===1)tiedPositives+=
weight;else tiedNegatives+=weight}wins+=tiedPositives*(negatives+tiedNegatives/2);negatives+=tiedNegatives;positives+=tiedPositives}return positives*negatives>0?
wins/(positives*negatives):Number.NaN}chance(){const positives=this.labels.values.reduce((sum2,label)=>sum2+label,0);return chanceOfAuc(this.value(),positives,this.
labels.length-positives)}hits(){return null}state(){return new Map([["scores",this.scores.values],["labels",this.labels.values],...within("labelWatch",this.labelWatch.
state()),...within("outputs",this.outputs.state())])}absorb(state){this.scores.append(column(state,"scores"));this.labels.append(column(state,"labels"));this.labelWatch.
absorb(part(state,"labelWatch"));this.outputs.absorb(part(state,"outputs"));this.order=void 0}findings(){return orChance([...this.labelWatch.findings(),...this.
outputs.findings()],()=>this.chance())}};var rocAuc={name:"roc-auc",higherIsBetter:true,needsTarget:true,title:()=>"ROC AUC",create:()=>new RocAuc};var METRICS=[accuracy,balancedAccuracy,macroF1,rocAuc,mse,mae,r2,iou,agreement,kl,cosine];var byName=new Map(METRICS.map(metric=>[metric.name,metric]));function metricNamed(name){
const metric=byName.get(name);if(metric===void 0)throw new Error(`metric '${name}' is in the schema but not in the registry`);return metric}var Lane=class{constructor(spec,output){this.spec=spec;this.output=output;this.definition=metricNamed(spec.name);this.accumulators={dense:this.definition.create(
spec),pruned:this.definition.create(spec)}}spec;output;definition;accumulators;misfits={dense:[],pruned:[]};add(side,samples,output,target,dense){if(this.misfits[side].
length>0)return;this.guarded(side,()=>{if(output===void 0||dense===void 0)throw new Misfit(`the output '${this.output}' is no tensor of numbers`);for(const tensor of[
output,dense]){if(tensor.dims[0]!==samples)throw new Misfit(`the output has shape [${tensor.dims.join(", ")}] for ${samples} samples: its first axis does not ru\
n over samples`)}this.accumulators[side].add(output,target,dense)})}guarded(side,act){try{act()}catch(thrown){if(!(thrown instanceof Misfit))throw thrown;this.misfits[side].
push(blocking("metric-misfit",thrown.message,thrown.about))}}misfitsOf(side){return this.misfits[side]}absorb(side,misfits,state){if(this.misfits[side].length>0)
return;if(misfits.length>0){this.misfits[side].push(...misfits);return}this.guarded(side,()=>{this.accumulators[side].absorb(state)})}accumulator(side){return this.
accumulators[side]}findings(side){const found=[...this.misfits[side],...this.misfits[side].length>0?[]:this.accumulators[side].findings()];return side==="dense"?
found:found.filter(({code})=>code!=="no-better-than-chance")}isVoid(side){return this.findings(side).some(finding2=>finding2.blocking)}value(side){if(this.isVoid(
side))return null;if(side==="pruned"&&!this.definition.needsTarget&&this.isVoid("dense"))return null;const value2=this.accumulators[side].value();return Number.
isFinite(value2)?value2:null}};function wordsOf(lane,sides){return[...new Set(sides.flatMap(side=>lane.findings(side).map(finding2=>inWords(side,finding2))))]}function blockersOf(lane,sides){
const found=sides.flatMap(side=>lane.findings(side).flatMap(finding2=>{if(!finding2.blocking)return[];const message=inWords(side,finding2);return[[message,{code:finding2.
code??"metric-misfit",message}]]}));return[...new Map(found).values()]}var inWords=(side,{about,text:text2})=>about==="targets"?text2:`${side} model: ${text2}`;var MOST_SLICES=1e3;var Slicing=class{constructor(by){this.by=by}by;codes=growingIntegers();byValue=new Map;divides=true;add(values,samples){const numbers2=values===
void 0?[]:numbersOf3(values);if(numbers2.length!==samples)return this.giveUp();for(let i=0;i<samples;i++)this.push(numbers2[i])}push(value2){if(!this.divides)return;
if(this.by===CLASS_SLICES&&!Number.isInteger(value2))return this.giveUp();const code=this.byValue.get(value2)??this.byValue.size;if(code===this.byValue.size)this.
byValue.set(value2,code);if(this.byValue.size>MOST_SLICES)return this.giveUp();this.codes.push(code)}giveUp(){this.divides=false;if(this.by===CLASS_SLICES)return;
throw new UserError({code:"slices-too-many",message:`The column '${this.by}' has more than ${MOST_SLICES} values: it tells samples apart, not slices.`,where:"da\
ta.heldout.slices in the policy",fix:"Name columns of a few values in `slices`; put numbers into bands first."})}record(){const{buffer,byteOffset,byteLength:byteLength2}=this.
codes.values;return{by:this.by,values:[...this.byValue.keys()],divides:this.divides,codes:this.divides?Buffer.from(buffer,byteOffset,byteLength2).toString("base\
64"):""}}absorb({values,codes,divides}){if(!divides)return this.giveUp();const bytes=Buffer.from(codes,"base64");for(const code of new Int32Array(new Uint8Array(
bytes).buffer))this.push(values[code]??Number.NaN)}parts(){if(!this.divides)return[];const codes=this.codes.values;return[...this.byValue].sort(([a],[b])=>a-b).
map(([value2,code])=>{const mask=Uint8Array.from(codes,one=>Number(one===code));return{by:this.by,value:String(value2),mask,samples:mask.reduce((sum2,one)=>sum2+
one,0)}})}};var Slices=class{classes=new Slicing(CLASS_SLICES);named=new Map;add({indices,target,slices=new Map}){this.classes.add(target,indices.length);for(const[
name,values]of slices)this.namedAs(name).add(values,indices.length)}namedAs(name){const slicing2=this.named.get(name)??new Slicing(name);this.named.set(name,slicing2);
return slicing2}records(){return[this.classes,...this.named.values()].map(slicing2=>slicing2.record())}absorb(records){for(const record of records)(record.by===
CLASS_SLICES?this.classes:this.namedAs(record.by)).absorb(record)}resultsOf(lane,sides,options){if(sides.some(side=>lane.value(side)===null))return[];const named=[
...this.named.values()].flatMap(slicing2=>slicing2.parts());const hits=sides.map(side=>lane.accumulator(side).hits());if(hits.every(one=>one!==null))return[...this.
severalClasses(),...named].map(part2=>hitResult(part2,hits,options));if(sides.length<2)return named.map(part2=>({...head(part2),dense:finite(lane.accumulator("d\
ense").value(Uint32Array.from(part2.mask))),pruned:null,drop:null,dropInterval:null,paired:null}));return sliceDrops(lane,named,options).map((drop2,i)=>({...head(
named[i]),...drop2,paired:null}))}severalClasses(){const parts=this.classes.parts();return parts.length>1?parts:[]}};var head=({by,value:value2,samples})=>({by,
value:value2,samples});var finite=value2=>Number.isFinite(value2)?value2:null;function hitResult(part2,[dense,pruned],{confidence}){const{samples}=part2;const right={
dense:0,pruned:0,both:0};const[before,after]=[dense?.packed(),pruned?.packed()];part2.mask.forEach((inside2,i)=>{if(inside2===0)return;const[a,b]=[bitAt(before,
i),bitAt(after,i)];right.dense+=a;right.pruned+=b;right.both+=a&b});if(pruned===void 0)return{...head(part2),dense:right.dense/samples,pruned:null,drop:null,dropInterval:null,
paired:null};const paired2={denseOnly:right.dense-right.both,prunedOnly:right.pruned-right.both};return{...head(part2),dense:right.dense/samples,pruned:right.pruned/
samples,drop:(paired2.denseOnly-paired2.prunedOnly)/samples,dropInterval:pairedDropInterval({...paired2,samples},confidence),paired:paired2}}var bitAt=(packed,i)=>(packed?.[i>>
3]??0)>>(i&7)&1;var SIDES=["dense","pruned"];var MAKE={f8:Float64Array,i4:Int32Array,u1:Uint8Array};function recordOf(lanes,slices,samples){const sideOf=(lane,side)=>({misfits:lane.
misfitsOf(side),columns:[...lane.accumulator(side).state()].map(writeColumn)});return{samples,slices:slices.records(),lanes:lanes.map(lane=>({metric:lane.spec.id,
output:lane.output,sides:{dense:sideOf(lane,"dense"),pruned:sideOf(lane,"pruned")}}))}}function lanesOfRecords(metrics,records){return metrics.map((spec,i)=>{const parts=records.
map(({lanes})=>lanes[i]);const lane=new Lane(spec,parts[0]?.output??"");for(const part2 of parts){if(part2===void 0||part2.metric!==spec.id||part2.output!==lane.
output)throw new Error(`a part has no metric "${spec.id}" of output "${lane.output}"`);for(const side of SIDES)lane.absorb(side,part2.sides[side].misfits,readState(
part2.sides[side].columns))}return lane})}function slicesOfRecords(records){const slices=new Slices;for(const{slices:found}of records)slices.absorb(found);return slices}
function writeColumn([name,column2]){const kind=column2 instanceof Float64Array?"f8":column2 instanceof Int32Array?"i4":"u1";return{name,kind,data:Buffer.from(column2.
buffer,column2.byteOffset,column2.byteLength).toString("base64")}}function readState(columns){return new Map(columns.map(({name,kind,data})=>{const bytes=Buffer.
from(data,"base64");return[name,new MAKE[kind](new Uint8Array(bytes).buffer)]}))}async function evaluatePair(options){const{lanes,slices,samples}=await watchPair(options);return resultsOf(lanes,slices,samples,options)}async function evaluatePart(options){
const{lanes,slices,samples}=await watchPair(options);return recordOf(lanes,slices,samples)}function evaluateRecords(records,metrics,options){return resultsOf(lanesOfRecords(
metrics,records),slicesOfRecords(records),records.reduce((sum2,{samples})=>sum2+samples,0),options)}async function watchPair(options){const lanes=lanesFor(options.
metrics,options.dense);for(const{output}of lanes)requireOutput(options.pruned,output);const watched={lanes,slices:new Slices};return{...watched,samples:await stream2(
watched,options,options.dense,options.pruned)}}function resultsOf(lanes,slices,samples,{confidence,seed}){const options={samples,confidence,seed};const drops=dropsOf(
lanes,options);return lanes.map((lane,i)=>({...resultOf(lane,BOTH,samples,confidence,drops[i]),...sliced(lane,slices,BOTH,options)}))}var BOTH=["dense","pruned"];
function sliced(lane,slices,sides,options){const found=options.samples===0?[]:slices.resultsOf(lane,sides,options);return found.length===0?{}:{slices:found}}async function evaluateOne(options){
const lanes=lanesFor(options.metrics,options.session);const slices=new Slices;const samples=await stream2({lanes,slices},options,options.session,void 0,options.
observe);const certainty={samples,confidence:options.confidence,seed:""};return lanes.map(lane=>({...resultOf(lane,["dense"],samples,options.confidence,void 0),
...sliced(lane,slices,["dense"],certainty)}))}function lanesFor(metrics,session2){return metrics.map(spec=>new Lane(spec,outputOf(spec,session2)))}function outputOf(spec,session2){
const names=session2.outputs.map(({name:name2})=>name2);const name=spec.output??names[0];if(name===void 0||spec.output===void 0&&names.length>1){throw new UserError(
{code:"ambiguous-output",message:`the model has ${names.length} outputs, and metric '${spec.id}' does not say which`,where:`metrics: ${spec.id}`,fix:`give \`outp\
ut\`: one of ${names.slice(0,20).map(one=>`'${one}'`).join(", ")}`})}requireOutput(session2,name);return name}function requireOutput(session2,name){const names=session2.
outputs.map(port2=>port2.name);if(names.includes(name))return;throw new UserError({code:"unknown-output",message:`the model has no output '${name}'`,where:`outp\
ut '${name}'`,fix:`use one of ${names.slice(0,20).map(one=>`'${one}'`).join(", ")}`})}async function stream2({lanes,slices},options,dense,pruned,observe){const readable=observe===
void 0?[]:dense.outputs.filter(({type})=>type!==void 0).map(({name})=>name);const wanted=[...new Set([...lanes.map(({output})=>output),...readable])];const{batches}=batchesFor(
options.samples,dense,options.batch);let seen=0;for await(const batch of batches){const reference=await runBatch(dense,batch,wanted);const candidate=pruned===void 0?
void 0:await runBatch(pruned,batch,wanted);for(const lane of lanes)feed(lane,batch,reference,candidate);slices.add(batch);await observe?.(batch,reference);seen+=
batch.indices.length;options.onProgress?.(seen,options.samples.count)}return seen}function feed(lane,batch,reference,candidate){const samples=batch.indices.length;
const dense=reference.get(lane.output);lane.add("dense",samples,dense,batch.target,dense);if(candidate!==void 0)lane.add("pruned",samples,candidate.get(lane.output),
batch.target,dense)}function resultOf(lane,sides,samples,confidence,drop2){const{definition,spec}=lane;const alone2=drop2===void 0&&!definition.needsTarget;const value2=side=>alone2||
samples===0||!sides.includes(side)?null:lane.value(side);const findings=samples===0?["there are no samples"]:[...alone2?[`${definition.title(spec)} needs a prun\
ed model to compare with`]:[],...wordsOf(lane,sides),...drop2?.remarks??[]];return{id:spec.id,metric:spec.name,higherIsBetter:definition.higherIsBetter,dense:value2(
"dense"),pruned:value2("pruned"),drop:drop2?.drop??null,dropInterval:drop2?.interval??null,confidence,method:drop2===void 0?definition.title(spec):`${definition.
title(spec)}; ${drop2.method}`,samples,paired:drop2?.paired??null,...drop2?.paired==null?{}:{mcnemar:mcnemar(drop2.paired)},findings,...problemsOf(lane,sides,alone2?
[]:sides.filter(side=>samples>0&&value2(side)===null))}}function problemsOf(lane,sides,empty){const known2=blockersOf(lane,sides);const problems2=known2.length>
0||empty.length===0?known2:[{code:"metric-undefined",message:`${empty.join(" and ")} model: the figure is not defined on this data`}];return problems2.length===
0?{}:{problems:problems2}}var SEVERITY=["PASS","WARN","INCONCLUSIVE","FAIL","ERROR"];function worstVerdict(verdicts){return SEVERITY[Math.max(0,...verdicts.map(verdict=>SEVERITY.indexOf(
verdict)))]??"ERROR"}function exitCodeOf(verdict,onInconclusive){switch(verdict){case"PASS":case"WARN":return 0;case"FAIL":return 1;case"ERROR":return 2;case"IN\
CONCLUSIVE":return onInconclusive==="fail"?3:0}}var EXIT_ORDER=[2,1,3,0];function overallVerdict(models,broken2){if(broken2||models.length===0)return{verdict:"E\
RROR",exitCode:2};const codes=models.map(({verdict,onInconclusive})=>exitCodeOf(verdict,onInconclusive));return{verdict:worstVerdict(models.map(({verdict})=>verdict)),
exitCode:EXIT_ORDER.find(code=>codes.includes(code))??2}}import{mkdtemp as mkdtemp4,rm as rm10}from"node:fs/promises";import{tmpdir as tmpdir4}from"node:os";import{join as join18,resolve as resolve5}from"node:path";var missing2=reason=>({kind:"missing",reason});var scaledFurther=({value:value2,interval:interval2,samples,confidence})=>(limit,surer=confidence)=>furtherSamplesScaled(
value2,stretchedInterval(value2,interval2,normalQuantile(surer)/normalQuantile(confidence)),limit,samples);var stretchedInterval=(value2,{low,high},by)=>({low:value2-
(value2-low)*by,high:value2+(high-value2)*by});function dropEvidence(metric,unit,confidence){if(!isMeasured(metric.drop))return missing2(reasonOf2(metric));return drop(
{...metric,drop:metric.drop},unit,confidence)??missing2(`the dense value of ${metric.id} is 0, so a drop relative to it means nothing: give the limit as an abso\
lute value`)}function drop({dense,drop:dropped,dropInterval,paired:paired2,samples},unit,confidence){const scale=unit==="relative"?Math.abs(dense??0):1;if(scale===
0)return void 0;const value2=dropped/scale;const scaled=({low,high})=>({low:low/scale,high:high/scale});const least=paired2===null?{}:{least:smallestDecidableDrop(
samples,confidence)/scale,samples};if(!isInterval(dropInterval))return{kind:"sampled",value:value2,interval:null,...least};const interval2=scaled(dropInterval);
if(paired2===null){return{kind:"sampled",value:value2,interval:interval2,further:scaledFurther({value:value2,interval:interval2,samples,confidence})}}const counts2={
...paired2,samples};return{kind:"sampled",value:value2,interval:interval2,...least,further:(limit,surer=confidence)=>furtherSamplesPaired(counts2,limit*scale,surer),
at:other=>scaled(pairedDropInterval(counts2,other))}}function slicesEvidence(metric,aspect,unit,confidence){const byClass=aspect==="class-drop";const chosen=(metric.
slices??[]).filter(({by})=>by===CLASS_SLICES===byClass);if(metric.drop===null)return missing2(reasonOf2(metric));if(chosen.length===0){return missing2(byClass?`${metric.
id} has no classes to divide by: that takes a metric of right or wrong answers, and one whole-number label a sample`:"the policy names no `slices` of the held-o\
ut data")}const slices=chosen.map(({by,value:value2,samples,...figures})=>{const evidence=isMeasured(figures.drop)?drop({...figures,drop:figures.drop,samples},unit,
confidence):void 0;return{by,value:value2,samples,evidence:evidence??null}});return{kind:"slices",what:byClass?"class":"slice",slices}}function levelEvidence(metric,which,confidence){
const value2=metric[which];if(!isMeasured(value2))return missing2(reasonOf2(metric));if(metric.paired===null)return{kind:"exact",value:value2,note:"judged by th\
e value alone: this metric has an interval for its drop only"};const{both,denseOnly,prunedOnly}=metric.paired;const right=both+(which==="dense"?denseOnly:prunedOnly);
const interval2=proportionInterval(right,metric.samples,confidence);return{kind:"sampled",value:value2,interval:interval2,further:scaledFurther({value:value2,interval:interval2,
samples:metric.samples,confidence}),at:other=>proportionInterval(right,metric.samples,other)}}var reductionOf=key=>({dense,pruned},unit)=>{const before=dense[key];
const after=pruned[key];if(!isMeasured(before)||!isMeasured(after))return missing2("it was not measured");if(before<=0)return missing2("the dense model has none\
, so nothing can be saved");if(unit!=="x")return{kind:"exact",value:1-after/before};return after>0?{kind:"exact",value:before/after}:missing2("the pruned model \
has none left")};var levelOf=key=>({pruned})=>{const value2=pruned[key];return isMeasured(value2)?{kind:"exact",value:value2}:missing2("it was not measured")};var memoryOf=(measures,key)=>measures.
memory?.[key]??null;var notMeasured=({pruned})=>missing2(pruned.memory?.notes.join("; ")||"it was not measured");var memoryLevel=key=>measures=>{const value2=memoryOf(
measures.pruned,key);return isMeasured(value2)?{kind:"exact",value:value2}:notMeasured(measures)};var memoryReduction=key=>(measures,unit)=>{const[before,after]=[
memoryOf(measures.dense,key),memoryOf(measures.pruned,key)];if(!isMeasured(before)||!isMeasured(after)||before<=0)return notMeasured(measures);if(unit!=="x")return{
kind:"exact",value:1-after/before};return after>0?{kind:"exact",value:before/after}:missing2("the pruned model needs none")};var speedupEvidence=({speedup,settings=[]})=>{
const all=settings.length>0?settings.map(setting=>setting.speedup):speedup===null?[]:[speedup];if(all.length===0||!all.flatMap(({ratio,low,high,noiseFloor})=>[ratio,
low,high,noiseFloor]).every(isMeasured))return missing2("latency was not measured");const interval2={low:Math.min(...all.map(({low,noiseFloor})=>low/(1+noiseFloor))),
high:Math.min(...all.map(({high,noiseFloor})=>high*(1+noiseFloor)))};const note2=`${floorNote(Math.max(...all.map(({noiseFloor})=>noiseFloor)))}${worstOf(all.length)}`;
return{kind:"sampled",value:Math.min(...all.map(({ratio})=>ratio)),interval:interval2,note:note2}};var latencyOf=key=>({pruned,speedup,settings=[]})=>{const own=pruned.
latency===null?[]:[{ms:pruned.latency[key],floor:speedup?.noiseFloor??0}];const all=settings.length>0?settings.map(setting=>({ms:setting.pruned[key],floor:setting.
speedup.noiseFloor})):own;if(all.length===0||!all.flatMap(({ms,floor})=>[ms,floor]).every(isMeasured))return missing2("latency was not measured");const most=at=>Math.
max(...all.map(at));const interval2={low:most(({ms,floor})=>ms/(1+floor)),high:most(({ms,floor})=>ms*(1+floor))};const note2=`${floorNote(most(({floor})=>floor))}${worstOf(
all.length)}`;return{kind:"sampled",value:most(({ms})=>ms),interval:interval2,note:note2}};var worstOf=settings=>settings>1?`, the worst of ${String(settings)} \
settings`:"";var floorNote=floor=>`widened by the \xB1${(floor*100).toFixed(1)} % noise floor of this machine`;function isMeasured(value2){return value2!==null&&
value2!==void 0&&Number.isFinite(value2)}function isInterval(interval2){return interval2!==null&&Number.isFinite(interval2.low)&&Number.isFinite(interval2.high)}
function reasonOf2(metric){return metric.findings.length>0?metric.findings.join("; "):`${metric.id} could not be computed`}var energyLevel=({pruned})=>{const energy=pruned.
energy;if(energy===void 0||!isMeasured(energy.joules))return missing2("energy was neither measured nor could it be estimated");return boundedLevel(energy.joules,
energy.low,energy.high,energy.source==="estimate"?ESTIMATED:void 0)};var ESTIMATED="an estimate from MACs and bytes moved, not measured";var energyReduction=({dense,
pruned},unit)=>{const[before,after]=[dense.energy,pruned.energy];if(before===void 0||after===void 0||!isMeasured(before.joules)||!isMeasured(after.joules))return missing2(
"energy was neither measured nor could it be estimated");return boundedReduction({value:before.joules,low:before.low,high:before.high},{value:after.joules,low:after.
low,high:after.high},unit,before.source==="estimate"?ESTIMATED:void 0)};var NOT_RUN="the policy's measuring command gave no such figure; it runs only where it i\
s allowed (--allow-commands)";var boardLevel=key=>({pruned})=>{const figure=pruned.board?.[key]??null;return figure===null?missing2(NOT_RUN):boundedLevel(figure.
value,figure.low,figure.high,void 0)};var boardReduction=key=>({dense,pruned},unit)=>{const[before,after]=[dense.board?.[key]??null,pruned.board?.[key]??null];return before===
null||after===null?missing2(NOT_RUN):boundedReduction(before,after,unit,void 0)};function boundedLevel(value2,low,high,note2){const said=note2===void 0?{}:{note:note2};
return low===null||high===null?{kind:"exact",value:value2,...said}:{kind:"sampled",value:value2,interval:{low,high},...said}}function boundedReduction(before,after,unit,note2){
const ratio=(a,b)=>unit==="x"?a/b:1-b/a;if(before.value<=0||after.value<=0)return missing2("a model took no more than the idle machine: it is too small to be me\
asured");const value2=ratio(before.value,after.value);if(before.low===null||before.high===null||after.low===null||after.high===null)return boundedLevel(value2,null,
null,note2);const[least,most]=[Math.max(before.low,Number.MIN_VALUE),Math.max(after.low,Number.MIN_VALUE)];return boundedLevel(value2,ratio(least,after.high),ratio(
before.high,most),note2)}function decide(check,evidence,rules){switch(evidence.kind){case"missing":case"no-baseline":return{outcome:"error",tooFew:false};case"exact":return{outcome:keeps(
check,{low:evidence.value,high:evidence.value})==="all"?"pass":"fail",tooFew:false};case"sampled":return decideSampled(check,evidence,rules);case"slices":return decideSlices(
check,evidence.slices,rules)}}function decideSampled(check,evidence,rules){const outcome=comparedAlone(check,evidence,rules);const tooFew2=evidence.least!==void 0&&
evidence.least>check.value&&outcome!=="fail";const p=rules.mode==="interval"?breachLevel(check,evidence,rules.confidence):void 0;return{outcome:tooFew2?"inconcl\
usive":outcome,tooFew:tooFew2,...p===void 0?{}:{p}}}function comparedAlone(check,{value:value2,interval:interval2},{mode}){if(mode==="point")return keeps(check,
{low:value2,high:value2})==="all"?"pass":"fail";if(interval2===null)return"inconclusive";const kept=keeps(check,interval2);return kept==="all"?"pass":kept==="no\
ne"?"fail":"inconclusive"}function decideSlices(check,slices,rules){const measured2=slices.flatMap(slice=>slice.evidence===null?[]:[{...slice,evidence:slice.evidence}]);
if(measured2.length===0)return{outcome:"inconclusive",tooFew:true,slices:[]};const decisions=measured2.map(({evidence})=>decideSampled(check,evidence,rules));const adjusted2=holmAdjusted(
decisions.map(({p:p2})=>p2??1));const alpha=errorRate(rules.confidence);const judged=measured2.map((slice,i)=>({...slice,outcome:sliceOutcome(slice.evidence,decisions[i],
adjusted2[i]??1,alpha,rules)}));judged.sort((a,b)=>b.evidence.value-a.evidence.value||b.samples-a.samples);const has=outcome2=>judged.some(slice=>slice.outcome===
outcome2);const outcome=has("fail")?"fail":has("inconclusive")||!has("pass")?"inconclusive":"pass";const p=rules.mode==="interval"?{p:Math.min(...adjusted2)}:{};
return{outcome,tooFew:!has("pass")&&!has("inconclusive")&&!has("fail"),slices:judged,...p}}function sliceOutcome(evidence,decision2,adjusted2,alpha,{mode}){if(decision2===
void 0||decision2.tooFew||mode==="interval"&&evidence.interval===null)return"not judged";if(decision2.outcome!=="fail")return decision2.outcome==="pass"?"pass":
"inconclusive";return mode==="point"||adjusted2<=alpha?"fail":"inconclusive"}function keeps({bound:bound2,value:limit},{low,high}){const[best2,worst]=bound2==="\
max"?[low,high]:[-high,-low];const edge=bound2==="max"?limit:-limit;if(worst<=edge)return"all";return best2>edge?"none":"some"}var errorRate=confidence=>1-confidence+
1e-12;var FURTHEST=8;function breachLevel(check,{value:value2,interval:interval2,at},confidence){if(interval2===null)return void 0;const other=at??(wanted=>stretchedInterval(
value2,interval2,normalQuantile(wanted)/normalQuantile(confidence)));const broken2=z=>keeps(check,other(normalCdf(z)))==="none";if(!broken2(0))return 1;let low=0;
let high=FURTHEST;for(let step=0;step<40;step++){const guess=(low+high)/2;if(broken2(guess))low=guess;else high=guess}return normalCdf(-low)}function furtherSamples(check,evidence,{
outcome,undone,slices=[]},confidence,checks){if(outcome!=="inconclusive")return null;const among=undone===true?checks:1;const surer=hypotheses=>1-(1-confidence)/
hypotheses;if(evidence.kind==="sampled")return evidence.further?.(check.value,surer(among))??null;const open9=["inconclusive","not judged","fail"].map(each=>slices.
filter(slice=>slice.outcome===each)).find(list=>list.length>0)??[];const needed=open9.map(({evidence:{interval:interval2,further}})=>{const broken2=interval2!==
null&&keeps(check,interval2)==="none";return further?.(check.value,surer(among*(broken2?slices.length:1)))??null});return needed.length===0||needed.includes(null)?
null:Math.max(...needed.map(Number))}var FIXES={"constant-predictions":"Look at the inputs and their preprocessing; where only the pruned model is constant, ask for less.","one-class":"Give held-ou\
t data of all classes: sorted data cut by max-samples or a shard may have one only.","constant-target":"Give held-out data whose targets differ, or name another\
 column as target.","not-finite":"Look at the inputs and their preprocessing; where only the pruned model overflows, ask for less.","labels-out-of-range":"Store\
 labels as class indices from 0, in the order of the model's outputs.","no-better-than-chance":"Look at the preprocessing (scale, mean, std, layout, colour orde\
r), and whether labels are numbered as the outputs are.","metric-misfit":"Choose a metric that fits the output, name another output, or correct the target colum\
n.","metric-undefined":"Choose another metric, or other held-out data."};var fixOf=code=>FIXES[code]??null;function findingsOf(metrics,checks){return[...metrics.
flatMap(problems),...checks.flatMap(tooFew)]}function problems({id,problems:found=[]}){return found.map(({code,message})=>({code,level:"error",message:`${id} ha\
s no value: ${message}.`,where:`metrics: ${id}`,fix:fixOf(code)}))}function tooFew({check,detail,outcome,tooFew:few}){if(few!==true)return[];return[{code:"too-f\
ew-samples",level:outcome==="inconclusive"?"undecided":"error",message:detail,where:`gate: ${check}`,fix:"Add held-out samples, or allow what so few can show (`\
prune-gate validate` says how much that is)."}]}function uncompared(check,{code,reason}){return{code,level:"warning",message:`${check} was not judged: ${reason}\
.`,where:`gate: ${check}`,fix:code==="baseline-other-machine"?null:"A run on the default branch leaves a record; on a terminal give --baseline REPORT or --base \
FOLDER. Absolute limits hold all the same."}}function sentence(parts){const{evidence,noun,check}=parts;if(evidence.kind==="missing"||evidence.kind==="no-baseline"){return noun===""?`A check cannot be judge\
d: ${evidence.reason}.`:`${check.check} cannot be judged: ${evidence.reason}.`}if(evidence.kind==="slices")return aboutSlices(parts,evidence.what);const value2=inUnit(
evidence.value,check.unit,[check.value]);return`${capital(noun)} is ${value2}${uncertainty(evidence,parts)}${ruling(parts,evidence)}.`}function uncertainty(evidence,{
check,confidence,mode}){if(evidence.kind==="exact")return evidence.note===void 0?"":` (${evidence.note})`;if(mode==="point")return" (the value alone, as the pol\
icy asks)";const{interval:interval2,note:note2}=evidence;if(interval2===null)return"";return` (${twoSided(confidence)} ${rangeInUnit(interval2.low,interval2.high,
check.unit,[check.value])}${note2===void 0?"":`, ${note2}`})`}var limitOf=({bound:bound2,text:text2})=>`${bound2==="max"?"at most":"at least"} ${text2}`;function ruling(parts,evidence){
const{check,decision:decision2}=parts;const limit=limitOf(check);switch(decision2.outcome){case"pass":return`, within the limit of ${limit}`;case"fail":return`,\
 beyond the limit of ${limit}`;case"inconclusive":return evidence.kind==="sampled"?undecided(parts,evidence):"";case"error":return""}}function undecided(parts,{
interval:interval2,least,samples:seen,further}){const{check,decision:decision2,samples,holm,confidence}=parts;const more=furtherText(samples,further!==void 0);const limit=limitOf(
check);if(decision2.tooFew){return`; ${seen===void 0?"so few":grouped(seen)} samples cannot keep a limit of ${limit}, whatever they show: the smallest they can \
is ${inUnit(least??0,check.unit,[check.value])}${more}`}if(interval2===null)return`, but too few samples carry an interval, so the limit of ${limit} is not deci\
ded`;if(decision2.undone===true&&holm!==void 0){return`, beyond the limit of ${limit} by itself, but not surely so${amongChecks(holm,confidence)}${more}`}return`\
; the limit of ${limit} lies inside the interval${more}`}var amongChecks=({of,adjusted:adjusted2},confidence)=>` as one of ${of} checks (Holm: p = ${adjusted2.toPrecision(
2)}, FAIL needs ${Number((1-confidence).toPrecision(6))})`;function furtherText(samples,helps,of=""){if(samples!==null)return`, and about ${grouped(Number(samples.
toPrecision(2)))} more samples${of} would decide`;return helps?`, so close to the figure that more samples${of} are not known to decide`:""}function aboutSlices(parts,what){
const{check,noun,decision:decision2}=parts;const[worst]=decision2.slices??[];if(worst===void 0)return`${check.check} cannot be judged: no ${what} has enough sam\
ples for a figure.`;const count=outcome=>(decision2.slices??[]).filter(slice=>slice.outcome===outcome).length;const of=`${grouped((decision2.slices??[]).length)}\
 ${plural(what)}`;const small=count("not judged");const tail=small===0?"":`; ${small} of ${of} ${small===1?"is":"are"} too small for the limit: not judged`;const value2=inUnit(
worst.evidence.value,check.unit,[check.value]);return`${capital(noun)} is largest in ${nameOf2(worst)}: ${value2}${uncertainty(worst.evidence,parts)} on ${grouped(
worst.samples)} samples; ${slicesRuling(parts,count,of)}${tail}.`}function slicesRuling({check,decision:decision2,holm,confidence,samples},count,of){const limit=limitOf(
check);switch(decision2.outcome){case"pass":return`${count("pass")} of ${of} keep the limit of ${limit}`;case"fail":return`${count("fail")} of ${of} break the l\
imit of ${limit} (Holm over the slices)`;case"inconclusive":{const open9=decision2.undone===true?count("fail"):decision2.tooFew?count("not judged"):count("incon\
clusive");const more=furtherText(samples,true,open9===1?" of it":" of each");if(decision2.undone===true&&holm!==void 0)return`${count("fail")} of ${of} break th\
e limit of ${limit}, but not surely so${amongChecks(holm,confidence)}${more}`;return decision2.tooFew?`no slice is large enough for the limit of ${limit}${more}`:
`the limit of ${limit} is not decided in ${count("inconclusive")} of ${of}${more}`}case"error":return""}}var nameOf2=({by,value:value2})=>by==="class"?`class ${value2}`:
`${by} = ${value2}`;var plural=what=>what==="class"?"classes":`${what}s`;var capital=text2=>text2.charAt(0).toUpperCase()+text2.slice(1);var comparesWithBase=({check})=>/\.(?:regression|drift)$/u.test(check);var NO_BASELINE={kind:"missing",reason:"there is no baseline"};var unknown=reason=>({kind:"\
no-baseline",code:"baseline-missing",reason});function metricAgainstBase(now,aspect,unit,confidence,baseline){if(baseline.kind==="missing")return unknown(baseline.
reason);const base=baseline.model.metrics.find(({id,metric})=>id===now.id&&metric===now.metric);if(base===void 0)return unknown(`the baseline has no ${now.id}`);
return(aspect==="drift"?drift(now,base,unit):regression(now,base,unit,confidence))??(isNumber(now.pruned)?unknown(`the baseline has no value of ${now.id}`):{kind:"\
missing",reason:now.findings.join("; ")||`${now.id} could not be computed`})}function drift(now,base,unit){if(!isNumber(now.drop)||!isNumber(base.drop))return void 0;
const scale=scaleOf(base.dense,unit);if(scale===0)return void 0;const interval2=now.dropInterval===null||base.dropInterval===null?null:differenceOf2(now.drop,now.
dropInterval,base.drop,base.dropInterval);return sampled((now.drop-base.drop)/scale,interval2,scale,now)}function regression(now,base,unit,confidence){if(!isNumber(
now.pruned)||!isNumber(base.pruned))return void 0;const scale=scaleOf(base.pruned,unit);if(scale===0)return void 0;const sign=now.higherIsBetter?1:-1;const value2=sign*
(base.pruned-now.pruned)/scale;const[before,after]=[levelOf2(base,confidence),levelOf2(now,confidence)];if(before===null||after===null)return{kind:"exact",value:value2,
note:"judged by the value alone: this metric has an interval for its drop only"};return sampled(value2,differenceOf2(base.pruned,before,now.pruned,after),scale,
now)}function levelOf2({paired:paired2,samples},confidence){return paired2===null?null:proportionInterval(paired2.both+paired2.prunedOnly,samples,confidence)}function differenceOf2(a,ofA,b,ofB){
return{low:a-b-Math.hypot(a-ofA.low,ofB.high-b),high:a-b+Math.hypot(ofA.high-a,b-ofB.low)}}var scaleOf=(reference,unit)=>unit==="relative"?Math.abs(reference??0):
1;function sampled(value2,ofDifference,scale,{samples,confidence}){if(ofDifference===null)return{kind:"sampled",value:value2,interval:null};const interval2={low:ofDifference.
low/scale,high:ofDifference.high/scale};return{kind:"sampled",value:value2,interval:interval2,further:scaledFurther({value:value2,interval:interval2,samples,confidence})}}
var growthOf=key=>({pruned},baseline)=>{if(baseline.kind==="missing")return unknown(baseline.reason);const before=baseline.model.measures?.pruned[key];const after=pruned[key];
if(!isNumber(after))return{kind:"missing",reason:"it was not measured"};return isNumber(before)&&before>0?{kind:"exact",value:after/before-1}:unknown("the basel\
ine has no figure of it")};function latencyGrowth({pruned,speedup},baseline){if(baseline.kind==="missing")return unknown(baseline.reason);if(!baseline.sameMachine)
return{kind:"no-baseline",code:"baseline-other-machine",reason:"the baseline was timed on another machine, so latency is not compared"};const[before,after]=[baseline.
model.measures?.pruned.latency,pruned.latency];if(after===null)return{kind:"missing",reason:"latency was not measured"};if(before==null||before.batch!==after.batch||
before.threads!==after.threads)return unknown("the baseline has no latency of this setting");const floor=(1+(speedup?.noiseFloor??0))*(1+(baseline.model.measures?.
speedup?.noiseFloor??0));const ratio=after.medianMs/before.medianMs;return{kind:"sampled",value:ratio-1,interval:{low:ratio/floor-1,high:ratio*floor-1},note:"th\
e noise floors of both runs"}}var isNumber=value2=>typeof value2==="number"&&Number.isFinite(value2);var SAVED=["relative","x"];var COUNT=["count","none"];var MEASURE_THRESHOLDS=[{check:"size.reduction",noun:"the reduction of the file",bound:"min",units:SAVED,read:reductionOf(
"fileBytes")},{check:"size.pruned",noun:"the pruned file",bound:"max",units:["bytes"],read:levelOf("fileBytes")},{check:"gzip.reduction",noun:"the reduction of \
the compressed file",bound:"min",units:SAVED,read:reductionOf("gzipBytes")},{check:"gzip.pruned",noun:"the compressed pruned file",bound:"max",units:["bytes"],read:levelOf(
"gzipBytes")},{check:"params.reduction",noun:"the reduction of parameters",bound:"min",units:SAVED,read:reductionOf("parameters")},{check:"params.pruned",noun:"\
the pruned model's parameters",bound:"max",units:COUNT,read:levelOf("parameters")},{check:"nonzeros.reduction",noun:"the reduction of non-zero weights",bound:"m\
in",units:SAVED,read:reductionOf("nonZeros")},{check:"nonzeros.pruned",noun:"the pruned model's non-zero weights",bound:"max",units:COUNT,read:levelOf("nonZeros")},
{check:"macs.reduction",noun:"the reduction of MACs",bound:"min",units:SAVED,read:reductionOf("macs")},{check:"macs.pruned",noun:"the pruned model's MACs",bound:"\
max",units:COUNT,read:levelOf("macs")},{check:"latency.speedup",noun:"the speed-up",bound:"min",units:["x"],read:speedupEvidence},{check:"latency.pruned",noun:"\
the pruned model's median latency",bound:"max",units:["ms"],read:latencyOf("medianMs")},{check:"latency.p95",noun:"the 95th percentile of the pruned model's lat\
ency",bound:"max",units:["ms"],read:latencyOf("p95Ms")},{check:"flash.pruned",noun:"what the pruned weights take of flash",bound:"max",units:["bytes"],read:memoryLevel(
"flashBytes")},{check:"flash.reduction",noun:"the reduction of flash",bound:"min",units:SAVED,read:memoryReduction("flashBytes")},{check:"ram.pruned",noun:"the \
arena of the pruned model's activations",bound:"max",units:["bytes"],read:memoryLevel("ramBytes")},{check:"ram.reduction",noun:"the reduction of the activations\
' arena",bound:"min",units:SAVED,read:memoryReduction("ramBytes")},{check:"energy.pruned",noun:"the energy of a run of the pruned model in joules",bound:"max",units:[
"none"],read:energyLevel},{check:"energy.reduction",noun:"the reduction of energy",bound:"min",units:SAVED,read:energyReduction},{check:"board-latency.pruned",noun:"\
the pruned model's latency on the board",bound:"max",units:["ms"],read:boardLevel("latency")},{check:"board-latency.speedup",noun:"the speed-up on the board",bound:"\
min",units:["x"],read:boardReduction("latency")},{check:"board-energy.pruned",noun:"the energy of a run on the board in joules",bound:"max",units:["none"],read:boardLevel(
"energy")},{check:"board-energy.reduction",noun:"the reduction of energy on the board",bound:"min",units:SAVED,read:boardReduction("energy")},{check:"board-memo\
ry.pruned",noun:"the pruned model's memory on the board",bound:"max",units:["bytes"],read:boardLevel("memory")},{check:"board-memory.reduction",noun:"the reduct\
ion of memory on the board",bound:"min",units:SAVED,read:boardReduction("memory")},{check:"size.regression",noun:"the growth of the pruned file since the base",
bound:"max",units:["relative"],read:(measures,_,base)=>growthOf("fileBytes")(measures,base)},{check:"gzip.regression",noun:"the growth of the compressed pruned \
file since the base",bound:"max",units:["relative"],read:(measures,_,base)=>growthOf("gzipBytes")(measures,base)},{check:"params.regression",noun:"the growth of\
 the pruned parameters since the base",bound:"max",units:["relative"],read:(measures,_,base)=>growthOf("parameters")(measures,base)},{check:"macs.regression",noun:"\
the growth of the pruned model's MACs since the base",bound:"max",units:["relative"],read:(measures,_,base)=>growthOf("macs")(measures,base)},{check:"latency.re\
gression",noun:"the growth of the pruned model's latency since the base",bound:"max",units:["relative"],read:(measures,_,base)=>latencyGrowth(measures,base)},{check:"\
resident.pruned",noun:"the resident memory of a run of the pruned model",bound:"max",units:["bytes"],read:memoryLevel("residentBytes")}];var METRIC_ASPECTS=["dr\
op","pruned","dense","slice-drop","class-drop","regression","drift"];var BY_CLASS=new Set(["accuracy","agreement"]);var SHARE={drop:["pp","relative"],level:["re\
lative","none"],share:true,higherIsBetter:true};var SCORE={drop:["pp","relative","none"],level:["none","relative"],share:true,higherIsBetter:true};var ERROR={drop:[
"none","relative"],level:["none"],share:false,higherIsBetter:false};var METRIC_UNITS={"accuracy":SHARE,"balanced-accuracy":SHARE,"macro-f1":SHARE,"iou":SHARE,"a\
greement":SHARE,"roc-auc":SCORE,"r2":SCORE,"cosine":SCORE,"mse":ERROR,"mae":ERROR,"kl":ERROR};var byCheck=new Map(MEASURE_THRESHOLDS.map(row=>[row.check,row]));
function thresholdOf(check,metrics){const dot2=check.check.lastIndexOf(".");const subject=check.check.slice(0,dot2);const aspect=check.check.slice(dot2+1);const metric=metrics.
find(({id})=>id===subject);if(metric!==void 0)return metricThreshold(metric,aspect,check.unit);const row=byCheck.get(check.check);if(row===void 0)return{problem:`\
there is no check '${check.check}'; known are ${knownChecks(metrics).join(", ")}${hint2(check.check,knownChecks(metrics))}`};const{noun,bound:bound2,units,read:read2}=row;
const evidence=({measures,baseline=NO_BASELINE})=>measures===null?{kind:"missing",reason:"the models were not measured"}:read2(measures,check.unit,baseline);return{
noun,bound:bound2,units,evidence}}var hint2=(word,known2,before="")=>{const near=nearest(word,known2);return near===void 0?"":`; did you mean '${before}${near}'\
?`};function metricThreshold(metric,aspect,unit){if(!isAspect(aspect)){const known2=checksOfMetric(metric);return{problem:`a metric has no '${aspect}'; known ar\
e ${known2.join(", ")}${hint2(aspect,known2.map(one=>one.slice(metric.id.length+1)),`${metric.id}.`)}`}}if(aspect==="class-drop"&&!BY_CLASS.has(metric.name)){return{
problem:`${metric.name} says nothing of one class alone: '${metric.id}.class-drop' is for ${[...BY_CLASS].join(" and ")}`}}const{drop:drop2,level,higherIsBetter}=METRIC_UNITS[metric.
name];const find=metrics=>metrics.find(({id})=>id===metric.id);const evidence=({metrics,confidence,baseline=NO_BASELINE})=>{const result=find(metrics);if(result===
void 0)return{kind:"missing",reason:`${metric.id} was not evaluated`};switch(aspect){case"drop":return dropEvidence(result,unit,confidence);case"class-drop":case"\
slice-drop":return slicesEvidence(result,aspect,unit,confidence);case"regression":case"drift":return metricAgainstBase(result,aspect,unit,confidence,baseline);case"\
pruned":case"dense":return levelEvidence(result,aspect,confidence)}};return aspect!=="pruned"&&aspect!=="dense"?{noun:NOUNS[aspect](metric.id),bound:"max",units:drop2,
evidence}:{noun:`${metric.id} of the ${aspect} model`,bound:higherIsBetter?"min":"max",units:level,evidence}}var NOUNS={"drop":id=>`the drop of ${id}`,"slice-dr\
op":id=>`the drop of ${id}`,"class-drop":id=>`the drop of ${id}`,"regression":id=>`what the pruned model lost of ${id} since the base`,"drift":id=>`what pruning\
 costs of ${id} more than it cost the base`};function isAspect(aspect){return METRIC_ASPECTS.includes(aspect)}var checksOfMetric=({id,name})=>METRIC_ASPECTS.filter(
aspect=>aspect!=="class-drop"||BY_CLASS.has(name)).map(aspect=>`${id}.${aspect}`);function knownChecks(metrics){return[...metrics.flatMap(checksOfMetric),...byCheck.
keys()]}function checkUnits(checks,metrics){return checks.flatMap(check=>{const message=problemOf(check,metrics);return message===void 0?[]:[{check,message}]})}
function problemOf(check,metrics){const threshold=thresholdOf(check,metrics);if("problem"in threshold)return threshold.problem;if(!Number.isFinite(check.value))
return`'${check.text}' is no number`;if(check.bound!==threshold.bound)return`${check.check} takes '${threshold.bound}', not '${check.bound}': ${threshold.noun} \
is limited from ${threshold.bound==="min"?"below":"above"}`;if(!threshold.units.includes(check.unit))return`${check.check} is given as ${threshold.units.map(unit=>UNIT_EXAMPLES[unit]).
join(" or ")}, not as '${check.text}'`;if(looksLikePercent(check,metrics))return`${check.check} lies between 0 and 1: write ${check.text}% where ${check.text} i\
s meant as a percentage`;return void 0}function looksLikePercent(check,metrics){const metric=metrics.find(({id})=>check.check.startsWith(`${id}.`));return metric!==
void 0&&METRIC_UNITS[metric.name].share&&check.unit==="none"&&Math.abs(check.value)>1}var UNIT_EXAMPLES={pp:"1pp (percentage points)",relative:"1% (a share)",x:"\
1.3x (dense over pruned)",bytes:"250 KiB",ms:"5 ms",count:"500k",none:"a bare number such as 0.5"};function judge(input){const all=input.checks.map(check=>openCheck(check,input));const opened=all.filter(({evidence})=>evidence.kind!=="no-baseline");const checks=adjust(
opened,input).map(one=>resultOf2(one,input));const findings=[...findingsOf(input.metrics,checks),...all.flatMap(({check,evidence})=>evidence.kind==="no-baseline"?
[uncompared(check.check,evidence)]:[])];const broken2=input.errors.length>0||findings.some(({level})=>level==="error");const verdict=broken2?"ERROR":verdictOfChecks(
checks);return{checks,findings,verdict,exitCode:exitCodeOf(verdict,input.onInconclusive)}}function openCheck(check,input){const specs=input.metrics.flatMap(({id,
metric})=>isMetricName(metric)?[{id,name:metric}]:[]);const problem2=problemOf(check,specs);const threshold=thresholdOf(check,specs);if(problem2!==void 0||"prob\
lem"in threshold){return{check,noun:"",evidence:{kind:"missing",reason:problem2??""},decision:{outcome:"error",tooFew:false}}}const evidence=threshold.evidence(
input);return{check,noun:threshold.noun,evidence,decision:decide(check,evidence,input)}}function adjust(opened,{confidence}){const sampled2=opened.filter(({decision:decision2})=>decision2.
p!==void 0);const adjusted2=holmAdjusted(sampled2.map(({decision:decision2})=>decision2.p??1));return opened.map(one=>{const at=sampled2.indexOf(one);if(at<0)return one;
const holm={p:one.decision.p??1,adjusted:adjusted2[at]??1,of:sampled2.length};const undone=one.decision.outcome==="fail"&&holm.adjusted>errorRate(confidence);return{
...one,holm,decision:undone?{...one.decision,outcome:"inconclusive",undone}:one.decision}})}function resultOf2({check,noun,evidence,decision:decision2,holm},input){
const{outcome,slices}=decision2;const shown2=evidence.kind==="slices"?slices?.[0]?.evidence:evidence;const samples=furtherSamples(check,evidence,decision2,input.
confidence,holm?.of??1);const detail=sentence({check,noun,evidence,decision:decision2,samples,confidence:input.confidence,mode:input.mode,...holm===void 0?{}:{holm}});
return{check:check.check,bound:check.bound,limit:check.value,unit:check.unit,limitText:check.text,level:check.level,outcome,value:shown2===void 0||!("value"in shown2)?
null:shown2.value,interval:shown2?.kind==="sampled"?shown2.interval:null,detail,samplesToDecide:samples,...decision2.tooFew?{tooFew:true}:{},...holm===void 0?{}:
{holm},...slices===void 0?{}:{slices:slices.map(({by,value:value2,samples:size,evidence:{value:dropped},outcome:each})=>({by,value:value2,samples:size,drop:dropped,
outcome:each}))},line:check.line,column:check.column}}var CRITICAL={pass:"PASS",fail:"FAIL",inconclusive:"INCONCLUSIVE",error:"ERROR"};function verdictOfChecks(checks){
if(checks.length===0)return"WARN";return worstVerdict(checks.map(({level,outcome})=>{if(level==="critical")return CRITICAL[outcome];return outcome==="pass"?"PAS\
S":"WARN"}))}function isMetricName(name){return Object.hasOwn(METRIC_UNITS,name)}import{createReadStream as createReadStream6}from"node:fs";import{stat as stat4}from"node:fs/promises";import{pipeline as pipeline6}from"node:stream/promises";import{
createGzip}from"node:zlib";var GZIP_LEVEL=6;async function measureSize(files,model){let fileBytes=0;let gzipBytes=0;for(const file of files){fileBytes+=(await stat4(file)).size;gzipBytes+=
await compressedBytes(file)}return{fileBytes,gzipBytes,...countParameters(model)}}async function compressedBytes(file){let bytes=0;await pipeline6(createReadStream6(
file),createGzip({level:GZIP_LEVEL}),async chunks=>{for await(const chunk of chunks)bytes+=chunk.length});return bytes}function countParameters(model){let parameters=0;
let nonZeros=0;for(const tensor of[...weightTensors(model.graph).values(),...innerWeights(model.graph)]){if(!isParameter2(tensor))continue;parameters+=elementCount(
tensor.dims);nonZeros+=countNonZeros(tensor)}return{parameters,nonZeros}}function isParameter2(tensor){return isFloatType(tensor.dataType)||tensor.dims.length>1}
function countNonZeros(tensor){const bytes=tensorBytes(tensor);const count=elementCount(tensor.dims);const size=count===0?0:bytes.length/count;if(!Number.isInteger(
size))return count;const signByte=isFloatType(tensor.dataType)?size-1:-1;let nonZeros=0;for(let element=0;element<count;element++){for(let i=0;i<size;i++){const byte=bytes[element*
size+i];if((i===signByte?byte&127:byte)!==0){nonZeros++;break}}}return nonZeros}import{execFile as execFile3}from"node:child_process";var MOST_OUTPUT=1<<20;var KEYS=["latency","energy","memory"];async function runMeasureCommand(request){const{command:[program="",...args],cwd,modelPath,role,timeoutSeconds}=request;
const output=await new Promise((resolve7,reject)=>{const options={cwd,timeout:timeoutSeconds*1e3,killSignal:"SIGKILL",maxBuffer:MOST_OUTPUT,env:{...process.env,
PRUNE_GATE_MODEL:modelPath,PRUNE_GATE_ROLE:role}};const child=execFile3(program,args,options,(error,stdout,stderr)=>{if(error===null)resolve7(stdout);else reject(
broken(request,error.killed===true?`it did not finish within ${timeoutSeconds} s`:`it ended with ${error.signal??`code ${String(error.code)}`}: ${stderr.trim().
slice(-300)}`))});child.stdin?.end()});return figuresOf(output,request)}function figuresOf(output,request){let value2;try{value2=JSON.parse(output)}catch{throw broken(
request,"it did not print JSON")}if(typeof value2!=="object"||value2===null||Array.isArray(value2))throw broken(request,"it did not print a JSON object");const unknown2=Object.
keys(value2).find(key=>!KEYS.includes(key));if(unknown2!==void 0)throw broken(request,`it printed an unknown key "${unknown2.slice(0,40)}"`);const figures=Object.
fromEntries(KEYS.map(key=>[key,figureOf(key,value2[key],request)]));if(KEYS.every(key=>figures[key]===null))throw broken(request,"it printed none of latency, en\
ergy and memory");return figures}function figureOf(key,given,request){if(given===void 0||given===null)return null;const{value:value2,low,high}=typeof given==="o\
bject"?{low:null,high:null,...given}:{value:given,low:null,high:null};const isSound=one=>typeof one==="number"&&Number.isFinite(one)&&one>0;const bounded=low!==
null||high!==null;if(!isSound(value2)||bounded&&!(isSound(low)&&isSound(high)&&low<=value2&&value2<=high)){throw broken(request,`its ${key} is neither a number \
above 0 nor { value, low, high } of such`)}return{value:value2,low:bounded?low:null,high:bounded?high:null}}function broken({command,role},what){return new UserError(
{code:"measure-command",message:`The policy's measuring command failed for the ${role} model: ${what}.`,where:command.join(" ").slice(0,200),fix:'It gets the mo\
del as PRUNE_GATE_MODEL and prints JSON such as {"latency": 3.2, "energy": 0.0014, "memory": 81920} (milliseconds, joules, bytes).'})}import{execFile as execFile4,spawn}from"node:child_process";import{readdirSync as readdirSync4,readFileSync as readFileSync2}from"node:fs";import{join as join17}from"node:path";
import{setImmediate as nextTurn,setTimeout as sleep}from"node:timers/promises";var POWERCAP="/sys/class/powercap";var NVIDIA_SMI="nvidia-smi";async function openMeter({gpu,powercap=POWERCAP,nvidiaSmi=NVIDIA_SMI}){return gpu?nvmlMeter(nvidiaSmi):
raplMeter(powercap)}function raplMeter(root){let names;try{names=readdirSync4(root).filter(name=>/^(?:intel|amd)-rapl:\d+$/u.test(name)).sort()}catch{return"thi\
s system exposes no energy counters"}if(names.length===0)return"this system exposes no energy counters of its processors";try{const zones=names.map(name=>{const path=join17(
root,name,"energy_uj");return{path,range:microjoules(join17(root,name,"max_energy_range_uj")),last:microjoules(path),total:0}});return{source:"rapl",what:`RAPL,\
 ${zones.length} processor package${zones.length===1?"":"s"}`,lagMs:0,joules:()=>readZones(zones),close:()=>void 0}}catch{return"the processor's energy counters\
 cannot be read (only root may, on most systems)"}}function microjoules(path){const value2=Number(readFileSync2(path,"utf8").trim());if(!Number.isFinite(value2))
throw new Error(`${path} holds no number`);return value2}function readZones(zones){try{for(const zone of zones){const now=microjoules(zone.path);zone.total+=now>=
zone.last?now-zone.last:now+zone.range-zone.last;zone.last=now}}catch{return void 0}return zones.reduce((sum2,{total})=>sum2+total,0)/1e6}var SAMPLE_MS=50;var NVML_LAG_MS=1200;
var FIRST_SAMPLE_MS=1e4;async function nvmlMeter(command){const asked=await new Promise(resolve7=>{execFile4(command,["-i","0","--query-gpu=power.draw","--forma\
t=csv,noheader,nounits"],{timeout:FIRST_SAMPLE_MS},(error,stdout)=>{resolve7(error===null?stdout:void 0)})});if(asked===void 0)return"nvidia-smi cannot be run";
if(!Number.isFinite(Number.parseFloat(asked)))return"the GPU does not tell its power";const child=spawn(command,["-i","0","--query-gpu=power.draw","--format=csv\
,noheader,nounits",`--loop-ms=${SAMPLE_MS}`],{stdio:["ignore","pipe","ignore"]});let[joules,watts,since,ended]=[0,Number.NaN,performance.now(),false];const end=()=>{
ended=true};child.on("error",end).on("exit",end);child.stdout.on("data",chunk=>{const now=performance.now();const lines=chunk.toString("latin1").trim().split("\n").
map(Number.parseFloat).filter(Number.isFinite);if(lines.length===0)return;const told=lines.reduce((sum2,one)=>sum2+one,0)/lines.length;if(Number.isFinite(watts))
joules+=told*(now-since)/1e3;[watts,since]=[told,now]});for(const start=performance.now();!Number.isFinite(watts)&&!ended&&performance.now()-start<FIRST_SAMPLE_MS;)
await sleep(SAMPLE_MS/5);if(!Number.isFinite(watts)){child.kill();return"nvidia-smi tells no power over time"}return{source:"nvml",what:"NVIDIA driver, power of\
 the first GPU",lagMs:NVML_LAG_MS,joules:()=>ended?void 0:joules,close:()=>{child.kill()}}}var WALL={now:()=>performance.now(),sleep:async ms=>{await sleep(ms)}};
var LAGGING_ROUNDS=6;var ENERGY_SPEC={rounds:12,windowMs:150};async function measureEnergy(meter,runs,spec){const found=runs.map(()=>[]);const idles=[];const{clock=WALL}=spec;
const rounds=meter.lagMs>0?Math.min(spec.rounds,LAGGING_ROUNDS):spec.rounds;const timed={meter,clock,leastMs:spec.windowMs};for(const run of runs)await run();for(let round=0;round<
rounds;round++){const idle=await window2(timed,()=>clock.sleep(SAMPLE_MS/5));if(idle===void 0)return"the counter cannot be read any more";idles.push(idle.joules/
idle.seconds);for(const[i,run]of runs.entries()){const busy=await window2(timed,run);if(busy===void 0)return"the counter cannot be read any more";found[i]?.push(
(busy.joules-busy.seconds*idle.joules/idle.seconds)/busy.count)}}const moved=found.flat().some(joules=>joules!==0);if(moved&&found.some(list=>mean(list)<=0))return"\
a model took no more than the idle machine: it is too small for the counter";if(found.some(list=>list.every(joules=>joules===0))||idles.every(watts=>watts===0)&&
found.flat().every(joules=>joules===0))return"the counter does not move";return found.map((list,i)=>({source:meter.source,joules:mean(list),...interval(list,spec,
i),idleWatts:mean(idles),detail:`${meter.what}; ${rounds} rounds, ${mean(idles).toPrecision(3)} W of the idle machine subtracted`}))}async function window2({meter,
clock,leastMs},act){if(meter.lagMs>0)await repeat2(act,meter.lagMs,clock);const before=meter.joules();const start=clock.now();const count=await repeat2(act,Math.
max(leastMs,meter.lagMs),clock);const after=meter.joules();return before===void 0||after===void 0?void 0:{joules:after-before,seconds:(clock.now()-start)/1e3,count}}
async function repeat2(act,ms,clock){const start=clock.now();let count=0;do{await act();count++;await nextTurn()}while(clock.now()-start<ms);return count}var DRAWS=2e3;
function interval(values,{confidence,seed},model){const random2=seededRandom(`${seed}:energy:${model}`);const means=Float64Array.from({length:DRAWS},()=>mean(values.
map(()=>values[Math.floor(random2()*values.length)]))).sort();const at=share=>means[Math.min(DRAWS-1,Math.max(0,Math.round(share*(DRAWS-1))))];return{low:at(1-confidence),
high:at(confidence)}}var mean=values=>values.reduce((sum2,value2)=>sum2+value2,0)/values.length;var[PER_MAC,PER_BYTE]=[46e-13,64e-11/4];function estimateEnergy({
macs,weightBytes:weightBytes2,activationBytes},why){return{source:"estimate",low:null,high:null,idleWatts:null,joules:macs===null?null:macs*PER_MAC+(weightBytes2+
2*activationBytes)*PER_BYTE,detail:`estimated from MACs and bytes moved (Horowitz, ISSCC 2014, 45 nm: 4.6 pJ a multiply-add, 640 pJ for 32 bits of DRAM), not me\
asured: ${why}`}}var VIEWS=new Set(["Reshape","Flatten","Squeeze","Unsqueeze","Identity","Dropout"]);var UNARY2=new Set(["Abs","BatchNormalization","Ceil","Celu","Clip","Elu","E\
rf","Exp","Floor","Gelu","HardSigmoid","HardSwish","LeakyRelu","Log","Mish","Neg","PRelu","Reciprocal","Relu","Round","Selu","Sigmoid","Sign","Softplus","Softsi\
gn","Sqrt","Tanh","ThresholdedRelu"]);var ALIGNMENT=16;function activationMemory(model,facts){const buffers=buffersOf(model.graph,facts);if(typeof buffers==="st\
ring")return buffers;return{liveBytes:mostAlive(buffers),arenaBytes:placed(buffers)}}function buffersOf(graph,facts){const order2=topologicalOrder(graph);const position=new Map(
order2.map((node,at)=>[node,at]));const{consumers}=indexGraph(graph);const outputs=new Set(graph.outputs.map(({name})=>name));const lastUse=value2=>outputs.has(
value2)?order2.length:Math.max(-1,...(consumers.get(value2)??[]).map(node=>position.get(node)??-1));const constants4=new Set([...weightTensors(graph).keys(),...graph.
sparseInitializers]);const held=new Map;const all=[];const add2=(value2,bytes,start)=>{const buffer={bytes,start,end:Math.max(start,lastUse(value2))};held.set(value2,
buffer);all.push(buffer)};for(const{name,elemType}of requiredInputs(graph)){const bytes=bytesOf3(name,elementSize(elemType),facts);if(bytes===void 0)return`the \
size of input ${name} is not known`;add2(name,bytes,0)}for(const[at,index]of order2.entries()){const node=graph.nodes[index];if(isConstant(node,constants4)){for(const output of node.
outputs)constants4.add(output);continue}for(const output of node.outputs){if(output==="")continue;const bytes=bytesOf3(output,facts.values.get(output)?.elementBytes,
facts);if(bytes===void 0)return`the size of ${output} is not known`;const shared=sharedBuffer(node,output,{at,bytes,held,consumers,outputs});if(shared===void 0)
add2(output,bytes,at);else{shared.bytes=isQuantiser(node)?Math.min(shared.bytes,bytes):Math.max(shared.bytes,bytes);shared.end=Math.max(shared.end,lastUse(output),
at);held.set(output,shared)}}}return all}function bytesOf3(value2,elementBytes,facts){const dims=facts.values.get(value2)?.dims;return dims===void 0||elementBytes===
void 0?void 0:elementCount(dims)*elementBytes}function isConstant(node,constants4){if(subgraphs(node).length>0||/^Random|^Bernoulli$|^Multinomial$/u.test(node.opType))
return false;return node.opType==="Constant"||node.inputs.length>0&&node.inputs.every(input=>input===""||constants4.has(input))}var isQuantiser=({opType})=>opType===
"QuantizeLinear"||opType==="DequantizeLinear";function sharedBuffer(node,output,{at,bytes,held,consumers,outputs}){const[input=""]=node.inputs;const buffer=held.
get(input);if(buffer===void 0||output!==node.outputs[0]||node.domain!=="")return void 0;if(VIEWS.has(node.opType))return buffer;if(UNARY2.has(node.opType))return buffer.
end<=at&&buffer.bytes===bytes?buffer:void 0;if(node.opType==="DequantizeLinear")return outputs.has(output)?void 0:buffer;const fused=node.opType==="QuantizeLine\
ar"&&buffer.start>0&&consumers.get(input)?.length===1&&!outputs.has(input);return fused&&buffer.end<=at?buffer:void 0}function mostAlive(buffers){const change=new Map;
for(const{start,end,bytes}of buffers){change.set(start,(change.get(start)??0)+bytes);change.set(end+1,(change.get(end+1)??0)-bytes)}let alive=0;let most=0;for(const[
,bytes]of[...change].sort(([a],[b])=>a-b)){alive+=bytes;most=Math.max(most,alive)}return most}function placed(buffers){const done=[];let top=0;for(const buffer of[
...buffers].sort((a,b)=>b.bytes-a.bytes||a.start-b.start)){const beside=done.filter(({start,end})=>start<=buffer.end&&end>=buffer.start).sort((a,b)=>a.offset-b.
offset);let offset=0;for(const other of beside){if(offset+buffer.bytes<=other.offset)break;offset=Math.max(offset,Math.ceil((other.offset+other.bytes)/ALIGNMENT)*
ALIGNMENT)}done.push({...buffer,offset});top=Math.max(top,offset+buffer.bytes)}return top}function weightBytes({graph}){const tensors=[...weightTensors(graph).values(),
...innerWeights(graph)];return tensors.reduce((bytes,{dataType,dims})=>bytes+(rawLength(dataType,elementCount(dims))??0),0)}async function energyOfBoth(request){const measured2=request.quick?"nobody asked for a measurement":await measure(request);if(typeof measured2!=="string")return measured2;
const[dense,pruned]=request.models;return[estimateEnergy(workOf(dense),measured2),estimateEnergy(workOf(pruned),measured2)]}async function measure({runtime,models,
feeds,threads,confidence,seed}){const meter=await openMeter({gpu:runtime.device.used==="cuda"});if(typeof meter==="string")return meter;const sessions=[];try{for(const{
path}of models)sessions.push(await runtime.open(path,{threads}));const runs=sessions.map(session2=>async()=>{await session2.run(feeds)});const found=await measureEnergy(
meter,runs,{...ENERGY_SPEC,confidence,seed});if(typeof found==="string")return found;const[dense,pruned]=found;return dense===void 0||pruned===void 0?"nothing w\
as measured":[dense,pruned]}finally{meter.close();for(const session2 of sessions)await session2.release()}}function workOf({model,facts,macs}){let activationBytes=0;
for(const{dims,elementBytes=0}of facts.values.values())activationBytes+=elementBytes*dims.reduce((a,b)=>a*b,1);return{macs,weightBytes:weightBytes(model),activationBytes}}var RUNS2=3;async function measureMemory({runtime,path,model,facts,feeds,threads,quick=false}){const activations=activationMemory(model,facts);const{arenaBytes}=quick?
{arenaBytes:null}:await runtime.profile(path,feeds,RUNS2,{threads});const resident=quick?"nobody asked for a measurement":await runtime.resident(path,feeds,RUNS2,
{threads});const known2=typeof activations==="string"?{liveBytes:null,ramBytes:null}:{liveBytes:activations.liveBytes,ramBytes:activations.arenaBytes};const measured2=typeof resident===
"string"?{residentBytes:null,residentBaseBytes:null}:{residentBytes:resident.peakBytes,residentBaseBytes:resident.baseBytes};return{flashBytes:weightBytes(model),
...known2,arenaBytes,...measured2,...typeof resident==="string"||resident.deviceBytes===void 0?{}:{deviceBytes:resident.deviceBytes},notes:[...typeof activations===
"string"?[`the activations' arena is not known: ${activations}`]:[],...typeof resident==="string"?[`resident memory was not measured: ${resident}`]:[]]}}var WARM_MS=500;var BLOCK=5;var LEAST_FLOOR=.01;var PARTS=[1,2,4];var FAR_OUT=3;async function measureLatency(request){const{runtime,densePath,prunedPath,spec}=request;
const options={threads:spec.threads};const sessions=[];try{for(const path of[densePath,densePath,prunedPath])sessions.push(await runtime.open(path,options));const[
dense,twin,pruned]=sessions;const[before,beforeTwin]=await timeTogether([dense,twin],request,"a/a");const[denseMs,twinMs,prunedMs]=await timeTogether([dense,twin,
pruned],request,"a/b");return{dense:summarise(denseMs,spec),pruned:summarise(prunedMs,spec),samples:{dense:denseMs,pruned:prunedMs},noiseFloor:Math.max(noiseFloorOf(
[before,beforeTwin]),noiseFloorOf([denseMs,twinMs]))}}finally{for(const session2 of sessions)await session2.release()}}async function timeTogether(sessions,{runtime,
feeds,spec,seed,onProgress},label){const next=seededRandom(`${seed}:${label}`);const started=performance.now();const cold=i=>i<spec.warmup||runtime.device.used!==
"cpu"&&spec.warmup>0&&performance.now()-started<WARM_MS;for(let i=0;cold(i);i++)for(const session2 of sessions)await session2.run(feeds);const timed=sessions.map(
session2=>({session:session2,ms:new Float64Array(spec.runs)}));for(let start=0;start<spec.runs;start+=BLOCK){const end=Math.min(start+BLOCK,spec.runs);for(const{
session:session2,ms}of shuffled(timed,next)){for(let run=start;run<end;run++)ms[run]=await timeOne(session2,feeds)}onProgress?.(end,spec.runs)}return timed.map(
({ms})=>ms)}function shuffled(list,next){const order2=[...list];for(let last=order2.length-1;last>0;last--){const other=Math.floor(next()*(last+1));[order2[last],
order2[other]]=[order2[other],order2[last]]}return order2}async function timeOne(session2,feeds){const start=performance.now();await session2.run(feeds);return performance.
now()-start}function noiseFloorOf([a,b]){const deviations=PARTS.flatMap(parts=>Array.from({length:parts},(_,part2)=>{const[from,to]=[part2,part2+1].map(at=>Math.
floor(at*a.length/parts));const ratio=quantile2(a.slice(from,to),.5)/quantile2(b.slice(from,to),.5);return Math.max(ratio,1/ratio)-1}));return Math.max(...deviations.
filter(Number.isFinite),LEAST_FLOOR)}function summarise(times,{batch,threads,runs}){const medianMs=quantile2(times,.5);return{medianMs,p95Ms:quantile2(times,.95),
runs,batch,threads,throughput:1e3*batch/medianMs,outliers:outliersOf(times),drift:driftOf(times)}}function outliersOf(times){const[lower,upper]=[quantile2(times,
.25),quantile2(times,.75)];return times.filter(ms=>ms>upper+FAR_OUT*(upper-lower)).length}function driftOf(times){const third=Math.max(1,Math.floor(times.length/
3));return quantile2(times.slice(-third),.5)/quantile2(times.slice(0,third),.5)-1}function quantile2(values,share){const sorted=values.slice().sort();const at=share*
(sorted.length-1);const[low,high]=[sorted[Math.floor(at)],sorted[Math.ceil(at)]];return low===void 0||high===void 0?NaN:low+(at-Math.floor(at))*(high-low)}var UNTIMED={batches:[1],threads:[1],warmup:0,runs:10};var isUntimed=({latency})=>latency===UNTIMED;var PROFILED_RUNS2=10;async function timeModels(request,journal){
const{subject,densePath,prunedPath,policy,feeds}=request;const fixed=fixedBatch(subject.inputs);if(fixed!==void 0&&String(policy.latency.batches)!==String(fixed))
journal.note(`Latency is of batches of ${String(fixed)}, the only size that the model takes.`);const settings=[];for(const spec of specsOf(policy.latency,fixed))
settings.push(await timeSetting(request,spec,journal));const[first]=settings;if(first===void 0)throw new Error("a policy without a batch size");const at={feeds:repeatFeeds(
feeds,first.dense.batch),threads:first.dense.threads};const profile=path=>subject.runtime.profile(path,at.feeds,PROFILED_RUNS2,{threads:at.threads});return{settings:[
first,...settings.slice(1)],profiles:{dense:await profile(densePath),pruned:await profile(prunedPath)}}}function specsOf({batches,threads,warmup,runs},fixed){const sizes=fixed===
void 0?batches:[fixed];return sizes.flatMap(batch=>threads.map(count=>({batch,threads:count,warmup,runs})))}async function timeSetting({subject,densePath,prunedPath,
policy,feeds,seed},spec,journal){return timePair({runtime:subject.runtime,densePath,prunedPath,feeds:repeatFeeds(feeds,spec.batch),confidence:policy.confidence},
spec,seed,journal)}async function timePair(pair,spec,seed,journal){const onProgress=(done,total)=>{journal?.progress(done,total,`runs at batch ${String(spec.batch)}`)};
const measured2=await measureLatency({...pair,spec,seed,onProgress});const{ratio,low,high}=medianRatioInterval(measured2.samples,{confidence:pair.confidence,random:seededRandom(
`${seed}:latency`)});return{dense:measured2.dense,pruned:measured2.pruned,speedup:{ratio,low,high,noiseFloor:measured2.noiseFloor}}}async function assess(subject,densePath,candidate,policy,heldout,feeds,journal,baseline){const measures=await measurePair(subject,densePath,candidate,policy,heldout,
feeds,journal);journal.enter("evaluate",`${String(heldout.count)} held-out samples`);const batch=await evaluationBatch(subject,feeds);const metrics=await withSessions(
subject.runtime,[densePath,candidate.path],([dense,pruned])=>evaluatePair({...evaluation(dense,pruned,heldout,policy,batch,journal),seed:evaluationSeed(subject.
sha256,heldout.sha256)}));journal.enter("gate");const judged=judgePair(policy,metrics,measures,baseline);const findings=[...judged.findings??[],...prunedFindings(
subject.runtime.device.used,measures)];return{metrics,measures,...judged,...findings.length>0?{findings}:{}}}async function measurePair(subject,densePath,candidate,policy,heldout,feeds,journal){
journal.enter("measure","size and MACs");const uncounted=uncountedNote(subject.model);if(uncounted!==void 0)journal.note(uncounted);const denseFacts=await gatherFacts(
subject.runtime,subject.model,{directory:subject.directory,feeds});const dense=await measureStill(subject.files,subject.model,denseFacts);const facts=await gatherFacts(
subject.runtime,candidate.model,{directory:subject.directory,feeds});const pruned=await measureStill(candidate.files,candidate.model,facts);journal.enter("measu\
re","memory");const at={runtime:subject.runtime,feeds,threads:policy.latency.threads[0]??1,quick:isUntimed(policy)};const memory={dense:await measureMemory({...at,
path:densePath,model:subject.model,facts:denseFacts}),pruned:await measureMemory({...at,path:candidate.path,model:candidate.model,facts})};journal.enter("measur\
e","latency");const timed=await timeModels({subject,densePath,prunedPath:candidate.path,policy,feeds,seed:heldout.sha256},journal);const energy=await measureBoth(
subject,[{path:densePath,model:subject.model,facts:denseFacts,macs:dense.macs},{path:candidate.path,model:candidate.model,facts,macs:pruned.macs}],policy,heldout,
feeds,journal);const board=await measureOnBoard([densePath,candidate.path],policy,journal);return withLatency(subject.runtime,{...dense,memory:memory.dense,energy:energy[0],
...board[0]},{...pruned,memory:memory.pruned,energy:energy[1],...board[1]},timed)}function measureBoth(subject,models,policy,heldout,feeds,journal){journal.enter(
"measure","energy");return energyOfBoth({runtime:subject.runtime,models,feeds,threads:policy.latency.threads[0]??1,confidence:policy.confidence,seed:heldout.sha256,
quick:isUntimed(policy)})}async function measureOnBoard([dense="",pruned=""],{measure:measure4},journal){if(measure4===void 0)return[{},{}];journal.enter("measu\
re","command");const cwd=await mkdtemp4(join18(tmpdir4(),"prune-gate-measure-"));const run=async(modelPath,role)=>({board:await runMeasureCommand({...measure4,cwd,
modelPath:resolve5(modelPath),role})});try{return[await run(dense,"dense"),await run(pruned,"pruned")]}finally{await rm10(cwd,{recursive:true,force:true})}}async function evaluationBatch(subject,feeds){
return batchFor(subject.inputs,await gatherFacts(subject.runtime,subject.model,{directory:subject.directory,feeds}))}function evaluation(dense,pruned,samples,policy,batch,journal){
return{dense,pruned,samples,metrics:policy.metrics,batch,confidence:policy.confidence,onProgress:(done,total)=>{journal.progress(done,total,"samples")}}}var evaluationSeed=(model,heldout)=>`${model}\
:${heldout}`;function judgePair(policy,metrics,measures,baseline){const{checks,findings,verdict}=judge({checks:policy.gate,metrics,measures,mode:policy.mode,confidence:policy.
confidence,onInconclusive:policy.onInconclusive,errors:[],baseline});return{checks,verdict,...findings.length>0?{findings}:{}}}async function measureStill(files,model,facts){
let macs=0;for(const count of macsByNode(model,facts).values())macs+=count;return{...await measureSize(files,model),macs,macsByOperator:macsByOperator(model,facts),
latency:null}}async function withSessions(runtime,paths,use){const sessions=[];try{for(const path of paths)sessions.push(await runtime.open(path));return await use(
sessions)}finally{for(const session2 of sessions)await session2.release()}}function withLatency({device},dense,pruned,{settings,profiles}){const[shown2]=settings;
const profiled=({operators,placement})=>({operators,...device.used==="cpu"||placement===null?{}:{placement}});return{dense:{...dense,latency:shown2.dense,...profiled(
profiles.dense)},pruned:{...pruned,latency:shown2.pruned,...profiled(profiles.pruned)},speedup:shown2.speedup,settings}}import{mkdtemp as mkdtemp5,rm as rm11}from"node:fs/promises";import{tmpdir as tmpdir5}from"node:os";import{join as join21}from"node:path";import{readdirSync as readdirSync5,readFileSync as readFileSync3}from"node:fs";import{arch,cpus,platform,release,totalmem}from"node:os";import{join as join19}from"node:path";
var CORES="/sys/devices/system/cpu";function environment(onnxruntime,coresFolder=CORES){const cores=cpus();return{os:`${platform()} ${release()}`,arch:arch(),cpu:cores[0]?.
model.trim()??"unknown",cores:cores.length,memoryBytes:totalmem(),node:process.versions.node,onnxruntime,governor:governors(coresFolder)}}function governors(folder){
const found=new Set(coresIn(folder).flatMap(core=>{try{return[readFileSync3(join19(folder,core,"cpufreq","scaling_governor"),"utf8").trim()]}catch{return[]}}));
return found.size===0?null:[...found].sort().join(", ")}function coresIn(folder){try{return readdirSync5(folder).filter(name=>/^cpu\d+$/u.test(name))}catch{return[]}}import{access,readFile as readFile7}from"node:fs/promises";import{dirname as dirname7,join as join20,resolve as resolve6}from"node:path";var TOLERANCE=1e-6;var PASSING=new Set(["latency","resident","energy","board-latency","board-energy","board-memory"]);async function readReport(path){const refuse2=why=>new UserError(
{code:"report-unreadable",message:`The report cannot be read: ${why}.`,where:path,fix:"Name the report.json that a `run` left in its output folder."});const text2=await readFile7(
path,"utf8").catch(thrown=>{throw refuse2(isAbsent2(thrown)?"there is no such file":messageOf(thrown))});let value2;try{value2=JSON.parse(text2)}catch(thrown){throw refuse2(
messageOf(thrown))}if(!isReport(value2))throw refuse2("it is no report of this version");if(value2.models.length===0)throw refuse2("it claims nothing: that run \
ended before it reached a model");return value2}var isAbsent2=thrown=>thrown.code==="ENOENT";function isReport(value2){if(typeof value2!=="object"||value2===null||
!("version"in value2)||!("models"in value2)||!("tool"in value2))return false;return value2.version===1&&Array.isArray(value2.models)&&value2.models.every(model=>typeof model===
"object"&&model!==null&&"name"in model&&"provenance"in model&&"files"in model&&"metrics"in model&&"checks"in model)}async function verifyFiles(reportPath,model){
const folder=dirname7(reportPath);const plan=await verifyPlan(folder,model);return{path:plan.outcome==="confirmed"?inside(folder,model.files.plan??""):void 0,lines:[
plan,await verifyModelFile(folder,model)]}}async function verifyPlan(folder,{files,provenance}){if(files.plan===null||provenance.plan===null)return line("plan",
"not checked","the report names none");const path=inside(folder,files.plan);if(path===void 0)return line("plan","differs","its path leads out of the report's fo\
lder");try{const found=planHash(parsePlan(await readFile7(path,"utf8"),path));return same("plan",provenance.plan,found)}catch(thrown){return line("plan","not ch\
ecked",messageOf(thrown))}}async function verifyModelFile(folder,{files,provenance}){if(files.model===null||provenance.prunedModel===null)return line("pruned mo\
del, file","not checked","the report names none");const path=inside(folder,files.model);if(path===void 0)return line("pruned model, file","differs","its path le\
ads out of the report's folder");try{const external=await access(`${path}.data`).then(()=>[`${path}.data`],()=>[]);return same("pruned model, file",provenance.prunedModel,
(await hashFiles([path,...external])).sha256)}catch(thrown){return line("pruned model, file","not checked",messageOf(thrown))}}function inside(folder,file){const path=resolve6(
folder,file);return path.startsWith(join20(resolve6(folder),"/"))?path:void 0}function compareReports(was,is,policy){const hash=(what,key)=>same(what,was.provenance[key],
is.provenance[key]);const number=(what,key)=>same(what,was.provenance[key],is.provenance[key]);return[same("policy",policy.was,policy.is),hash("dense model","mo\
del"),hash("held-out data","heldout"),hash("calibration data","calibration"),number("held-out samples","heldoutSamples"),number("calibration samples","calibrati\
onSamples"),number("seed","seed"),hash("pruned model, made again","prunedModel"),...was.metrics.map(metric=>verifyMetric(metric,is.metrics)),...was.checks.map(check=>verifyCheck(
check,is.checks))]}function verifyMetric(was,now){const is=now.find(({id})=>id===was.id);const what=`metric ${was.id}`;if(is===void 0)return line(what,"differs",
"the policy has no such metric now");const far=["dense","pruned","drop","samples"].find(key=>!close(was[key],is[key]));if(far!==void 0)return line(what,"differs",
`${far}: the report says ${text(was[far])}, now ${text(is[far])}`);const ends=[was.dropInterval?.low,was.dropInterval?.high].every((end,i)=>close(end??null,[is.
dropInterval?.low,is.dropInterval?.high][i]??null));return ends?line(what,"confirmed",`dense ${text(is.dense)}, pruned ${text(is.pruned)}`):line(what,"differs",
"its interval is another")}function verifyCheck(was,now){const what=`check ${was.check}`;if(PASSING.has(was.check.slice(0,was.check.lastIndexOf("."))))return line(
what,"not checked","it is of its moment and of its machine");const is=now.find(({check,bound:bound2})=>check===was.check&&bound2===was.bound);if(is===void 0&&comparesWithBase(
was))return line(what,"not checked","it compares with the base of the change, which is not here");if(is===void 0)return line(what,"differs","the policy has no s\
uch check now");if(is.limit!==was.limit||is.level!==was.level)return line(what,"differs","its limit is another now");return is.outcome===was.outcome?line(what,"\
confirmed",is.outcome):line(what,"differs",`the report says ${was.outcome}, now ${is.outcome}`)}function close(a,b){if(a===null||b===null)return a===b;return Math.
abs(a-b)<=TOLERANCE*Math.max(1,Math.abs(a))}var text=value2=>value2===null?"none":typeof value2==="string"?value2.slice(0,12):String(Number(value2.toPrecision(6)));
function same(what,was,is){if(was===is)return was===null?line(what,"not checked","there is none"):line(what,"confirmed",text(is));return line(what,"differs",`th\
e report says ${text(was)}, found ${text(is)}`)}function verifyEnvironment(was,is){const told=(what,a,b)=>a===b?line(what,"confirmed",a):line(what,"not checked",
`the report is of ${a}, this is ${b}: what differs may be due to that`);return[told("prune-gate",was.tool.version,is.tool.version),told("onnxruntime",was.environment?.
onnxruntime??"none",is.environment?.onnxruntime??"none"),told("processor",was.environment?.cpu??"none",is.environment?.cpu??"none")]}var line=(what,outcome,detail)=>({
what,outcome,detail});async function findBaseline(run,{report},runModel2){const{request,model,journal}=run;if(!model.gate.some(comparesWithBase))return{kind:"missing",reason:"no chec\
k compares with the base"};if(request.baseWorkspace!==void 0){const found=await computed(run,request.baseWorkspace,runModel2);if(found.kind==="known"||request.baselinePath===
void 0)return found;journal.note(`The base's record is compared with, and not its model: ${found.reason}.`)}if(request.baselinePath===void 0)return{kind:"missin\
g",reason:"there is no record of the base commit, nor its model"};journal.enter("baseline",request.baselinePath);try{return checkedBaseline(await readReport(request.
baselinePath),report,model.name)}catch(thrown){return{kind:"missing",reason:`the record of the base cannot be read: ${messageOf(thrown)}`}}}function checkedBaseline(record,now,name){
const base=record.models.find(model=>model.name===name);const other=what=>({kind:"missing",reason:`the record of the base is of ${what}`});if(base===void 0)return other(
"other models");if(base.verdict==="ERROR"||base.measures===null)return other("a run that ended in an error");if(record.tool.version!==VERSION)return other(`anot\
her release (${record.tool.version})`);const differs=["heldout","calibration","heldoutSamples","seed","settings"].find(key=>base.provenance[key]!==now.provenance[key]);
if(differs!==void 0)return other(differs==="settings"?"other settings of data, pruning or metrics":`another ${differs}`);const here=environment(loadOnnxruntime().
version);const there=record.environment;const sameMachine=there!==null&&["cpu","cores","arch","onnxruntime","governor"].every(key=>there[key]===here[key])&&base.
device?.used===now.device?.used;return{kind:"known",model:base,sameMachine}}async function computed(run,baseWorkspace,runModel2){const{model}=run;const outDir=await mkdtemp5(
join21(tmpdir5(),"prune-gate-base-"));const draft={report:emptyModelReport(model.name,model.path,model.seed)};try{const{planPath:_,baselinePath:__,baseWorkspace:___,
consultationsFolder:____,...request}=run.request;const finished=[{model:model.name,folder:join21(run.request.outDir,folderName(model.name))}];const journal=new Journal(
model.name,()=>{run.journal.progress(0,0,"the base of the change")});await runModel2({...run,plan:void 0,journal,model:{...model,gate:model.gate.filter(check=>!comparesWithBase(
check))},request:{...request,command:"run",outDir,finished,modelWorkspace:baseWorkspace}},draft);const{report}=draft;return report.measures===null?{kind:"missin\
g",reason:"the base's model was not measured"}:{kind:"known",model:report,sameMachine:true}}catch(thrown){return{kind:"missing",reason:`the base's model cannot \
be judged: ${messageOf(thrown)}`}}finally{await rm11(outDir,{recursive:true,force:true})}}import{join as join22}from"node:path";import{createHash as createHash8}from"node:crypto";function pruneInputs(subject,policy,device,heldout,calibration){const{cpu,arch:arch2,os}=environment("");return{tool:VERSION,onnxruntime:loadOnnxruntime().version,
machine:`${os.split(" ")[0]??""} ${arch2} ${cpu}`,device,model:subject.sha256,heldout:heldout.sha256,calibration:calibration.sha256,policy:sha256(JSON.stringify(
[policy.data,policy.prune,policy.metrics,policy.seed],plain))}}function inputsKey(inputs){return sha256(JSON.stringify(Object.entries(inputs).sort(([a],[b])=>a<
b?-1:1)))}function plain(_key,value2){return value2 instanceof Map?[...value2]:value2}function sha256(text2){return createHash8("sha256").update(text2).digest("\
hex")}async function runPart(run,part2,work,draft){const verdict=work.partial?"WARN":"PASS";if(part2.kind==="shard"){await evaluateShard(run,part2,work,draft);draft.report=
{...draft.report,verdict,files:{model:null,plan:null}};return}const densePath=await placeVariant(work.subject,work.subject.model,"dense");const{heldout}=work.samples;
const measures=await measurePair(work.subject,densePath,work.candidate,run.model,heldout,await firstFeeds(heldout,work.subject.inputs),run.journal);draft.report=
{...draft.report,...withFindings(draft.report,prunedFindings(work.subject.runtime.device.used,measures)),verdict,measures}}async function evaluateShard({request,
policy,model,journal},{index,count},{subject,samples,inputs,candidate},draft){const{heldout}=samples;const batch=await evaluationBatch(subject,await firstFeeds(
heldout,subject.inputs));const slice=sliceOf(heldout,fixedBatch(subject.inputs)??batch,index,count);journal.enter("evaluate",`${String(slice.count)} of ${String(
heldout.count)} held-out samples`);const densePath=await placeVariant(subject,subject.model,"dense");const record=await withSessions(subject.runtime,[densePath,
candidate.path],([dense,pruned])=>evaluatePart(evaluation(dense,pruned,slice,model,batch,journal)));const found={version:1,model:model.name,index,count,record,device:subject.
runtime.device.used,findings:(draft.report.findings??[]).filter(({code})=>code==="device-placement"),subject:{...shardSubject(inputs,draft.report.provenance.prunedModel??
"",policy.sha256),samples:heldout.count}};await writeAtomically(join22(request.outDir,folderName(model.name),`shard-${String(index)}-of-${String(count)}.json`),
`${JSON.stringify(found)}
`);journal.note(`Part ${String(index)} of ${String(count)}: ${String(slice.count)} of ${String(heldout.count)} held-out samples.`)}function shardSubject(inputs,prunedModel,policy){
return{inputs:inputsKey({...inputs,machine:""}),prunedModel,policy}}function sliceOf(samples,batch,index,count){const batches=Math.ceil(samples.count/batch);const start=Math.
floor(batches*(index-1)/count)*batch;const end=Math.min(samples.count,Math.floor(batches*index/count)*batch);return samples.subset(Array.from({length:Math.max(0,
end-start)},(_,i)=>start+i))}async function prunedReport({from}){try{return JSON.parse(await readFile8(join23(from,"report.json"),"utf8"))}catch(thrown){throw new UserError({code:"shard-mis\
sing",message:`The report of the pruning job is not there: ${messageOf(thrown)}.`,where:from,fix:"Give the job with `mode: prune` and this one the same artifact\
 name, and let this one need it."})}}async function mergeModel(run,merge,report,draft){const{request,policy,model,journal}=run;journal.enter("merge",model.name);
const pruned=report.models.find(({name})=>name===model.name);if(pruned===void 0)throw problem("shard-missing","The pruning job did not work on this model",model.
name);draft.report=pruned;const{measures,provenance}=pruned;if(pruned.verdict==="ERROR"||measures===null){if(pruned.errors.length===0)throw problem("shard-missi\
ng","The pruning job measured nothing",model.name);return}const folder=folderName(model.name);const finished=await handedOver(join23(merge.from,folder),provenance.
prunedModel);const wanted={...shardSubject(finished.inputs,provenance.prunedModel??"",policy.sha256),samples:provenance.heldoutSamples??0};const shards=inOrder(
await readShards(merge.shards,model.name),wanted,model.name);const metrics=evaluateRecords(shards.map(({record})=>record),model.metrics,{confidence:model.confidence,
seed:evaluationSeed(provenance.model??"",provenance.heldout??"")});await handOn(merge.from,request.outDir,folder,finished.files);const baseline=await findBaseline(
run,draft,()=>Promise.reject(new Error("parts of a run compute no base")));journal.enter("gate");const{checks,findings=[],verdict}=judgePair(model,metrics,measures,
baseline);draft.report={...pruned,...withFindings(pruned,[...deviceFindings(shards,pruned),...findings]),metrics:[...metrics],checks:[...checks],verdict:pruned.
verdict==="WARN"?worstVerdict([verdict,"WARN"]):verdict}}function deviceFindings(shards,{device,findings:known2=[]}){const own=new Map(shards.flatMap(({findings=[]})=>findings).
map(finding2=>[finding2.message,finding2]));const used=device?.used??"an unknown device";const others=shards.filter(shard=>shard.device!==used).map(shard=>`${String(
shard.index)} on ${shard.device??"an unknown device"}`);return[...[...own.values()].filter(({message})=>!known2.some(one=>one.message===message)),...others.length===
0?[]:[{code:"device-placement",level:"warning",where:"device: parts",fix:'Name one device instead of "auto", and run all jobs on the same kind of runner.',message:`\
The model was pruned and measured on ${used}, and not all parts were evaluated there: ${others.join(", ")}.`}]]}async function handedOver(folder,prunedModel){try{
const record=await readRecord(folder);const{sha256:sha2562}=await hashFiles(record.files.map(file=>join23(folder,file)));if(sha2562!==prunedModel)throw new Error(
`the pruned model has the sha256 ${sha2562}, expected ${prunedModel??"none"}`);return record}catch(thrown){throw problem("shard-damaged",`What the pruning job l\
eft cannot be used: ${messageOf(thrown)}`,folder)}}async function readShards(folder,model){const entries=await readdir4(folder,{recursive:true,withFileTypes:true}).
catch(()=>[]);const paths=entries.filter(entry=>entry.isFile()&&SHARD_FILE.test(entry.name)&&basename7(entry.parentPath)===folderName(model));return Promise.all(
paths.map(async({parentPath,name})=>{const path=join23(parentPath,name);try{const record=JSON.parse(await readFile8(path,"utf8"));if(record.version!==1||!Number.
isSafeInteger(record.index)||!Array.isArray(record.record.lanes))throw new Error("it is no record of a part");return record}catch(thrown){throw problem("shard-d\
amaged",`A part cannot be read: ${messageOf(thrown)}`,path)}}))}function inOrder(found,wanted,model){const[first]=found;if(first===void 0)throw problem("shard-m\
issing","No part was found",model);const foreign=found.find(({count,subject})=>count!==first.count||JSON.stringify(subject)!==JSON.stringify(wanted));if(foreign!==
void 0)throw problem("shard-foreign",`Part ${String(foreign.index)} of ${String(foreign.count)} is not about this model, data and policy, or another number of p\
arts`,model);const sorted=[...found].sort((a,b)=>a.index-b.index);const double=sorted.find(({index},i)=>sorted[i+1]?.index===index);if(double!==void 0)throw problem(
"shard-duplicate",`Part ${String(double.index)} of ${String(first.count)} is there twice`,model);const missing3=Array.from({length:first.count},(_,i)=>i+1).filter(
index=>!sorted.some(one=>one.index===index));if(missing3.length>0)throw problem("shard-missing",`Of ${String(first.count)} parts these are missing: ${missing3.join(
", ")}`,model);const samples=sorted.reduce((sum2,{record})=>sum2+record.samples,0);if(samples!==wanted.samples)throw problem("shard-damaged",`The parts have ${String(
samples)} samples together, and there are ${String(wanted.samples)}`,model);return sorted}function problem(code,what,where){return new UserError({code,message:`${what}\
.`,where,fix:"Run the workflow again, all jobs of it; each of the jobs 1/n to n/n must have run once, on the same commit, with the same policy and models."})}async function handOn(from,outDir,folder,files){
await prepareModelFolder(outDir,folder,void 0);await adoptFiles([...files,"plan.json",FINISHED_FILE].map(file=>join23(from,folder,file)),join23(outDir,folder))}import{realpath as realpath3}from"node:fs/promises";import{sep as sep3}from"node:path";async function placedInside(errors,workspace){const roots=[...new Set([await realpath3(
workspace).catch(()=>workspace),workspace])].map(root=>root.endsWith(sep3)?root:`${root}${sep3}`);const named=text2=>roots.filter(root=>root.length>1).reduce((left,root)=>left.
replaceAll(root,""),text2);return errors.map(error=>({...error,message:named(error.message),where:error.where===null?null:named(error.where)}))}var LABELLED=new Set(["accuracy","balanced-accuracy","macro-f1","roc-auc"]);var CERTAIN=new Set(["metric-misfit","not-finite","labels-out-of-range"]);var LABELS_AT_ONCE=1024;
async function preflight({session:session2,samples,metrics,batch}){const lanes=lanesFor(metrics,session2);for await(const first of batchesFor(samples,session2,batch).
batches){const outputs=await runBatch(session2,first,[...new Set(lanes.map(({output})=>output))]);const found=[];for(const lane of lanes){const output=outputs.get(
lane.output);lane.add("dense",first.indices.length,output,first.target,output);found.push(...await troubleOf(lane,output,first.target,samples))}return found}return[]}
var GLANCED=256;var GLANCE_MS=3e3;var FEWEST_GLANCED=64;var GUESSES=new Set(["no-better-than-chance","constant-predictions"]);async function glance({session:session2,
samples,metrics,batch}){const lanes=lanesFor(metrics,session2);const some=samples.count<=GLANCED?samples:samples.subset(evenlySpaced(samples.count,GLANCED));const started=performance.
now();let seen=0;for await(const each of batchesFor(some,session2,batch).batches){const outputs=await runBatch(session2,each,[...new Set(lanes.map(({output})=>output))]);
for(const lane of lanes)lane.add("dense",each.indices.length,outputs.get(lane.output),each.target,outputs.get(lane.output));seen+=each.indices.length;if(performance.
now()-started>GLANCE_MS)break}return seen<FEWEST_GLANCED?[]:lanes.flatMap(lane=>{const found=blockersOf(lane,["dense"]);return found.every(({code})=>GUESSES.has(
code))?found.map(problem2=>({...problem2,metric:lane.spec.id})):[]})}async function troubleOf(lane,output,target,samples){const{spec}=lane;const ofBatch=blockersOf(
lane,["dense"]).filter(({code})=>CERTAIN.has(code));const classes=LABELLED.has(spec.name)&&output!==void 0?classesOf(spec,output,target):void 0;const ofLabels=classes===
void 0?[]:(await watchLabels(samples,classes)).findings();const problems2=ofLabels.length>0?[...ofBatch.filter(({code})=>code!=="labels-out-of-range"),...ofLabels.
map(({code="metric-misfit",text:text2})=>({code,message:text2}))]:ofBatch;return problems2.map(problem2=>({...problem2,metric:spec.id}))}function classesOf(spec,output,target){
try{return spec.name==="roc-auc"?2:labelledGrid(output,target).classes}catch(thrown){if(thrown instanceof Misfit)return void 0;throw thrown}}async function watchLabels(samples,classes){
const watch=new LabelWatch;for await(const target of samples.targets?.(LABELS_AT_ONCE)??[]){const labels=numbersOf3(target);for(let i=0;i<labels.length;i++)watch.
label(labels[i],classes)}return watch}function removalOrder(scores){return Array.from(scores.keys()).sort((a,b)=>scores[a]-scores[b]||a-b)}function unitWidth(group){const column2=group.axes.findIndex(
use=>use.role==="producer");return Math.max(1,group.units[0]?.positions[column2]?.length??1)}var AUTO_CHANNELS=8;function blockUnits(group,align,target,halvings=0){
const channels=align==="auto"?AUTO_CHANNELS:align;let block=Math.max(1,Math.ceil(channels/unitWidth(group)));const removable2=target.kind==="ratio"?Math.min(target.
ratio,1/4)*group.units.length:group.units.length/4;while(block>1&&(block>group.units.length/2||align==="auto"&&block>removable2))block=Math.floor(block/2);return align===
"auto"?Math.max(1,block>>halvings):block}function orderSteps(scored,{allocation},countsOf2,tradeoff){const steps=scored.flatMap(entry=>groupSteps(entry,allocation,
countsOf2(entry.group),tradeoff));const rank2=new Map(scored.map(({group},index)=>[group.name,index]));return steps.sort((a,b)=>a.priority-b.priority||(rank2.get(
a.group)??0)-(rank2.get(b.group)??0)||a.removed-b.removed)}function removableCounts(group,align,target,halvings=0){const total=group.units.length;const block=blockUnits(
group,align,target,halvings);const counts2=[];for(let kept=Math.floor((total-1)/block)*block;kept>=Math.max(1,block);kept-=block)counts2.push(total-kept);return counts2}
function groupSteps(entry,allocation,counts2,tradeoff){const{group}=entry;const units=group.units.length;const priorityOf=priorities(entry,allocation,tradeoff);
let before=0;let floor=-Infinity;return counts2.map(removed=>{floor=Math.max(floor,priorityOf(before,removed));before=removed;return{group:group.name,removed,share:removed/
units,priority:floor}})}function priorities({group,scores,comparable},allocation,tradeoff){if(allocation==="uniform")return(_,removed)=>removed/group.units.length;
if(allocation==="auto"){if(tradeoff===void 0)throw new Error("auto allocation without sensitivities");return(before,removed)=>{const saved=tradeoff.saved(group.
name,removed)-tradeoff.saved(group.name,before);const lost=tradeoff.loss(group.name,removed)-tradeoff.loss(group.name,before);return saved>0?lost/saved:Infinity}}
const order2=removalOrder(scores);const scale=comparable?1:scores.reduce((sum2,score6)=>sum2+score6,0)/scores.length||1;return(before,removed)=>order2.slice(before,
removed).reduce((sum2,unit)=>sum2+scores[unit],0)/(removed-before)/scale}function removedAfter(steps,count){const removed=new Map;for(const step of steps.slice(
0,count))removed.set(step.group,Math.max(step.removed,removed.get(step.group)??0));return removed}async function shortestPrefix(total,reached){if(!await reached(
total))return void 0;let[low,high]=[0,total];while(low<high){const middle2=low+high>>>1;if(await reached(middle2))high=middle2;else low=middle2+1}return low}function stepsWithinRatio(steps,allocation,ratio,units){
const slack=1e-9;if(allocation==="uniform")return steps.filter(step=>step.share<=ratio+slack).length;let count=0;while(count<steps.length){const removed=[...removedAfter(
steps,count+1).values()].reduce((sum2,value2)=>sum2+value2,0);if(removed>ratio*units+slack)break;count++}return count}function makeCut(coupling,analysis,selection){const removed=new Set;for(const[name,units]of selection.removed){const classes=analysis.classes.get(name);if(classes===
void 0)throw new RangeError(`no group is named ${name}`);for(const unit of units)removed.add(classes[unit])}const cache=new Map;return{removed,kept(value2,axis){
const key=`${String(axis)}:${value2}`;const known2=cache.get(key);if(known2!==void 0)return known2;const kept=keptPositions(coupling,removed,value2,axis);cache.
set(key,kept);return kept}}}function keptPositions(coupling,removed,value2,axis){const ids=coupling.axes.get(value2)?.[axis];if(ids==null||removed.size===0)return null;
const kept=[];ids.forEach((id,position)=>{if(!removed.has(coupling.classes.find(id)))kept.push(position)});return kept.length===ids.length?null:kept}function matches(pattern,name){const[first,...rest]=pattern.split("*");const last=rest.pop();if(last===void 0)return name===first;if(name.length<first.length+last.
length||!name.startsWith(first)||!name.endsWith(last))return false;let from=first.length;for(const part2 of rest){const at=name.indexOf(part2,from);if(at<0)return false;
from=at+part2.length}return from+last.length<=name.length}function matchNames(items,namesOf2,patterns,known2=[]){const matched=new Set;for(const pattern of patterns){
const hits=items.filter(item=>namesOf2(item).some(name=>matches(pattern,name)));if(hits.length===0&&!known2.some(name=>matches(pattern,name)))throw unmatched(pattern);
for(const item of hits)matched.add(item)}return matched}function matchGroups(groups,patterns,known2){const matched=matchNames(groups,group=>[group.name,...group.
aliases],patterns,known2);return new Set([...matched].map(group=>group.name))}function unmatched(pattern){return new UserError({code:"pattern-unmatched",message:`\
The pattern "${pattern}" matches no node, output or weight of the model.`,where:"keep/only in the policy",fix:"Run `prune-gate inspect MODEL` to see the names; \
`*` stands for any run of characters."})}function keptByPolicy(prunable,step){const{groups}=prunable.analysis;const known2=[...allNames(prunable.model.graph)];const kept=new Map;for(const group of groups)
if(group.units.length<2)kept.set(group.name,"all its channels hang together");for(const name of matchGroups(groups,step.keep,known2))kept.set(name,"kept by the \
policy");if(step.only!==void 0){const only=matchGroups(groups,step.only,known2);for(const group of groups)if(!only.has(group.name))kept.set(group.name,"not amon\
g `only` in the policy")}return kept}function openGroups(prunable,step){const kept=keptByPolicy(prunable,step);return prunable.analysis.groups.filter(group=>!kept.
has(group.name))}var MOST_HALVINGS=3;function countedBudget(prunable,step,open9,halvings=0){const target=step.target.kind==="ratio"?MACS:step.target;const share=selection=>1/measureSelection(
prunable,{...step,target},selection,open9).achieved;const whole=share(NOTHING2);const cache=new Map;return{counts:group=>removableCounts(group,step.align,step.target,
halvings),saved:(entry,removed)=>{const key=`${String(removed)}:${entry.group.name}`;const saved=cache.get(key)??whole-share(selectionOf([entry],new Map([[entry.
group.name,removed]])));cache.set(key,saved);return saved},measure:selection=>Promise.resolve(measureSelection(prunable,step,selection,open9)),finer:()=>step.align===
"auto"&&halvings<MOST_HALVINGS?countedBudget(prunable,step,open9,halvings+1):void 0}}var NOTHING2={removed:new Map};var MACS={kind:"macs",factor:1};function sizeOf2(cost,dense,fileBytes){
return fileBytes-dense.bytes+cost.bytes}function factorOf(target,dense,cost,fileBytes){if(target.kind==="params")return ratioOf(dense.params,cost.params);if(target.
kind==="size")return ratioOf(fileBytes,sizeOf2(cost,dense,fileBytes));return ratioOf(dense.macs,cost.macs)}var ratioOf=(dense,pruned)=>pruned>0?dense/pruned:1;function measureSelection(prunable,step,selection,open9,speedup=NaN){
const cut=makeCut(prunable.coupling,prunable.analysis,selection);const cost=costOf(prunable.model,prunable.tensors,prunable.facts,(value2,axis)=>cut.kept(value2,
axis)?.length??null);const denseCost=prunable.committed??costOf(prunable.model,prunable.tensors,prunable.facts);const{target}=step;const progress=target.kind===
"ratio"?shareRemoved(step,target.ratio,selection,open9??openGroups(prunable,step)):progressOf(target,target.kind==="latency"?speedup:factorOf(target,denseCost,cost,
prunable.fileBytes));return{selection,cut,cost,denseCost,targetKind:target.kind,...progress}}function progressOf(target,achieved){return{achieved,reached:!("fac\
tor"in target)||achieved>=target.factor}}var SLACK=1e-9;function shareRemoved(step,ratio,selection,open9){const units=open9.reduce((sum2,group)=>sum2+group.units.
length,0);const removed=[...selection.removed.values()].reduce((sum2,list)=>sum2+list.length,0);const wanted=ratio*units+SLACK;const block=Math.max(1,...open9.flatMap(
group=>{const counts2=removableCounts(group,step.align,step.target);return counts2.map((count,i)=>count-(counts2[i-1]??0))}));const reached=step.allocation==="u\
niform"?open9.every(group=>gaveItsShare(step,ratio,selection,group)):removed+block>wanted;return{achieved:units===0?0:removed/units,reached:removed>0&&reached}}
function gaveItsShare(step,ratio,selection,group){const most=ratio*group.units.length+SLACK;const counts2=removableCounts(group,step.align,step.target).filter(count=>count<=
most);return Math.floor(most)<1||(selection.removed.get(group.name)?.length??0)>=Math.max(1,counts2.at(-1)??0)}function selectionOf(scored,removed){const chosen=new Map;
for(const{group,scores}of scored){const count=removed.get(group.name)??0;if(count>0)chosen.set(group.name,removalOrder(scores).slice(0,count).sort((a,b)=>a-b))}
return{removed:chosen}}function mostOf(prunable,step,open9){const removed=open9.map(group=>[group.name,Array.from({length:removableCounts(group,step.align,step.
target).at(-1)??0},(_,unit)=>unit)]);return measureSelection(prunable,step,{removed:new Map(removed.filter(([,units])=>units.length>0))},open9)}var WEIGHTED=new Set(["Conv","ConvTranspose","Gemm","MatMul"]);function chooseWeights(model,step){const stored2=weightTensors(model.graph);const found=new Map;for(const node of model.
graph.nodes){if(!WEIGHTED.has(node.opType)||node.domain!=="")continue;for(const input of node.inputs){const tensor=stored2.get(input);if(tensor===void 0||tensor.
dims.length<2||!isFloatType(tensor.dataType))continue;const before=found.get(input);const names=[...before?.names??[input],nameOf(node),...node.outputs];const kinds=new Set(
[...before?.kind.split(", ")??[],node.opType]);found.set(input,{name:input,tensor,kind:[...kinds].join(", "),names})}}const all=[...found.values()];const kept=matchNames(
all,weight=>weight.names,step.keep);const only=step.only===void 0?void 0:matchNames(all,weight=>weight.names,step.only);return all.filter(weight=>!kept.has(weight)&&
(only===void 0||only.has(weight)))}function gatherAxis(data,dims,axis,positions2,elementSize2){const size=dims[axis];if(size===void 0)throw badGather(`axis ${axis} of a tensor of rank ${dims.length}`);
const total=dims.reduce((product3,dim)=>product3*dim,elementSize2);if(total!==data.byteLength)throw badGather(`${data.byteLength} bytes for [${dims.join(", ")}]\
 x ${elementSize2} bytes`);checkPositions(positions2,size);const runBytes=dims.slice(axis+1).reduce((product3,dim)=>product3*dim,elementSize2);const outer=dims.
slice(0,axis).reduce((product3,dim)=>product3*dim,1);const out=new Uint8Array(outer*positions2.length*runBytes);if(runBytes===0)return out;const runs=consecutiveRuns(
positions2);let to=0;for(let block=0;block<outer;block+=1){const from=block*size*runBytes;for(const run of runs){const bytes=run.length*runBytes;copyBytes(data,
from+run.start*runBytes,out,to,bytes);to+=bytes}}return out}function gatherMatrix(matrix,width,rows2,columns){const out=new Float64Array(rows2.length*columns.length);
for(let i=0;i<rows2.length;i+=1){const from=(rows2[i]??0)*width;const to=i*columns.length;for(let j=0;j<columns.length;j+=1)out[to+j]=matrix[from+(columns[j]??0)]??
0}return out}function gatherVector(vector,positions2){const out=new Float64Array(positions2.length);for(let i=0;i<positions2.length;i+=1)out[i]=vector[positions2[i]??
0]??0;return out}function consecutiveRuns(positions2){const runs=[];let last;for(const position of positions2){if(last!==void 0&&position===last.start+last.length)
last.length+=1;else runs.push(last={start:position,length:1})}return runs}var SMALL_COPY=64;function copyBytes(from,fromAt,to,toAt,bytes){if(bytes>SMALL_COPY)to.
set(from.subarray(fromAt,fromAt+bytes),toAt);else for(let i=0;i<bytes;i+=1)to[toAt+i]=from[fromAt+i]??0}function checkPositions(positions2,size){for(const position of positions2){
if(!Number.isInteger(position)||position<0||position>=size){throw badGather(`position ${position} of an axis of size ${size}`)}}}function badGather(what){return new UserError(
{code:"bad-gather",message:`Cannot slice a tensor: ${what}.`})}var RewriteSite=class{constructor(node,opset,movement,shapes,smalls,isDynamic,kept,freshName2){this.node=node;this.opset=opset;this.movement=movement;this.shapes=
shapes;this.smalls=smalls;this.isDynamic=isDynamic;this.kept=kept;this.freshName=freshName2}node;opset;movement;shapes;smalls;isDynamic;kept;freshName;shape(value2){
return this.shapes(value2)??[]}small(value2){return this.smalls(value2)}lengthBefore(value2,axis){return this.shape(value2)[axis]??0}lengthAfter(value2,axis){return this.
kept(value2,axis)?.length??this.lengthBefore(value2,axis)}cutAxes(value2){return this.shape(value2).flatMap((_,axis)=>this.kept(value2,axis)===null?[]:[axis])}int64(base,values){
const data=new BigInt64Array(values.map(BigInt));return{name:this.freshName(base),dataType:DataType.INT64,dims:[values.length],data:{kind:"raw",bytes:new Uint8Array(
data.buffer)}}}};function applyCut(model,tensors,coupling,facts,cut){const obstacles=[...emptyAxes(coupling,cut)];const sliced2=sliceTensors(tensors,coupling,cut,obstacles);const rewritten=rewriteNodes(
model,facts,cut,obstacles);if(obstacles.length>0)return{model:void 0,obstacles};const withNodes={...model,graph:rewritten};const pruned=replaceTensors(withNodes,
sliced2);return{model:{...pruned,graph:resizeDeclarations(pruned.graph,cut)},obstacles:[]}}function*emptyAxes(coupling,cut){for(const[value2,axes]of coupling.axes){
for(let axis=0;axis<axes.length;axis++){if(axes[axis]!=null&&cut.kept(value2,axis)?.length===0){yield{reason:"nothing would be left along one of its axes",operator:"\
value",node:value2,values:[value2]}}}}}function sliceTensors(tensors,coupling,cut,obstacles){const sliced2=new Map;for(const name of coupling.stored){const axes=coupling.
axes.get(name);const tensor=tensors.get(name);if(coupling.filled.has(name)||axes?.some((_,axis)=>cut.kept(name,axis)!==null)!==true)continue;const size=tensor===
void 0?void 0:elementSize(tensor.dataType);if(tensor===void 0||size===void 0){obstacles.push({reason:"its element type cannot be sliced",operator:"initializer",
node:name,values:[name]});continue}sliced2.set(name,sliceTensor(tensor,size,axis=>cut.kept(name,axis)))}return sliced2}function sliceTensor(tensor,size,kept){let bytes=tensorBytes(
tensor);const dims=[...tensor.dims];dims.forEach((_,axis)=>{const positions2=kept(axis);if(positions2===null)return;bytes=gatherAxis(bytes,dims,axis,positions2,
size);dims[axis]=positions2.length});return{...tensor,dims,data:{kind:"raw",bytes}}}function rewriteNodes(model,facts,cut,obstacles){const{graph}=model;const names=allNames(
graph);const nodes=[];const initializers=new Map(graph.initializers);graph.nodes.forEach((node,index)=>{const site=new RewriteSite(node,opsetOf(model),facts.movements.
get(index),value2=>facts.values.get(value2)?.dims??graph.initializers.get(value2)?.dims,value2=>facts.small.get(value2),(value2,axis)=>facts.values.get(value2)?.
dynamic[axis]===true,(value2,axis)=>cut.kept(value2,axis),base=>freshName(names,base));const edit=tryRewrite(site,obstacles);for(const tensor of edit?.tensors??
[]){if(model.irVersion>=4)initializers.set(tensor.name,tensor);else nodes.push(makeNode("Constant",[],[tensor.name],{attributes:[["value",tensorOf(tensor)]]}))}
nodes.push(...edit?.nodes??[node])});return{...graph,nodes,initializers}}function tryRewrite(site,obstacles){const{node}=site;try{return ruleFor(node)?.rewrite?.(
site)}catch(thrown){if(!(thrown instanceof RewriteRefused))throw thrown;const values=[...node.inputs,...node.outputs].filter(value2=>value2!=="");obstacles.push(
{reason:thrown.message,operator:node.opType,node:nameOf(node),values});return void 0}}function resizeDeclarations(graph,cut){const resized2=info=>{if(info.dims===
null)return info;const dims=info.dims.map((dim,axis)=>cut.kept(info.name,axis)?.length??dim);return dims.every((dim,i)=>dim===info.dims?.[i])?info:{...info,dims}};
return{...graph,inputs:graph.inputs.map(resized2),valueInfos:graph.valueInfos.map(resized2)}}function fewOf(samples,most){return samples.count<=most?samples:samples.subset(evenlySpaced(samples.count,most))}async function withProducts(runtime,use){const session2=await runtime.open(encodeModel(productModel()));const multiply=async(a,b,m,n,k)=>{const feeds=new Map([[
"a",{type:"float64",dims:[m,k],data:a}],["b",{type:"float64",dims:[n,k],data:b}]]);return(await session2.run(feeds)).get("c")?.data};try{return await use(multiply)}finally{
await session2.release()}}function productModel(){const matrix=(name,rows2,columns)=>makeValueInfo(name,DataType.DOUBLE,[rows2,columns]);return{irVersion:8,opsets:new Map(
[["",13]]),producer:"prune-gate",functions:[],graph:makeGraph({nodes:[makeNode("Gemm",["a","b"],["c"],{attributes:[["transB",intOf(1)]]})],inputs:[matrix("a","m",
"k"),matrix("b","n","k")],outputs:[matrix("c","m","n")]})}}function addOuter(matrix,u,v,factor){const width=v.length;for(let i=0;i<u.length;i+=1){const scale=factor*u[i];for(let j=0;j<width;j+=1)matrix[i*width+j]=matrix[i*
width+j]+scale*v[j]}}function diagonal(matrix,d){const out=new Float64Array(d);for(let i=0;i<d;i+=1)out[i]=matrix[i*d+i];return out}function meanDiagonal(matrix,d){
if(d===0)return 0;return diagonal(matrix,d).reduce((sum2,value2)=>sum2+value2,0)/d}function withRidge(matrix,d,ridge){const out=Float64Array.from(matrix);for(let i=0;i<
d;i+=1)out[i*d+i]=out[i*d+i]+ridge;return out}function symmetrize(matrix,d){for(let i=0;i<d;i+=1){for(let j=0;j<i;j+=1){const mean2=(matrix[i*d+j]+matrix[j*d+i])/
2;matrix[i*d+j]=mean2;matrix[j*d+i]=mean2}}return matrix}var DEPTH=256;var ROWS=64;function addProduct(c,a,b,m,n,k,sign){for(let depth=0;depth<k;depth+=DEPTH){const length=Math.min(DEPTH,k-depth);for(let column2=0;column2<
n;column2+=ROWS){const columns=Math.min(ROWS,n-column2);addTile({data:c.data,offset:c.offset+column2,stride:c.stride},{data:a.data,offset:a.offset+depth,stride:a.
stride},{data:b.data,offset:b.offset+column2*b.stride+depth,stride:b.stride},m,columns,length,sign)}}}function addTile(c,a,b,m,n,k,sign){const rows2=m-m%2;const columns=n-
n%4;for(let i=0;i<rows2;i+=2){for(let j=0;j<columns;j+=4)addTwoByFour(c,a,b,i,j,k,sign);for(let j=columns;j<n;j+=1){addOne(c,a,b,i,j,k,sign);addOne(c,a,b,i+1,j,
k,sign)}}for(let i=rows2;i<m;i+=1)for(let j=0;j<n;j+=1)addOne(c,a,b,i,j,k,sign)}function addTwoByFour(c,a,b,i,j,k,sign){const x=a.data;const y=b.data;const a0=a.
offset+i*a.stride;const a1=a0+a.stride;const b0=b.offset+j*b.stride;const b1=b0+b.stride;const b2=b1+b.stride;const b3=b2+b.stride;let s00=0,s01=0,s02=0,s03=0,s10=0,
s11=0,s12=0,s13=0;for(let p=0;p<k;p+=1){const x0=x[a0+p];const x1=x[a1+p];const y0=y[b0+p];const y1=y[b1+p];const y2=y[b2+p];const y3=y[b3+p];s00+=x0*y0;s01+=x0*
y1;s02+=x0*y2;s03+=x0*y3;s10+=x1*y0;s11+=x1*y1;s12+=x1*y2;s13+=x1*y3}const out=c.data;const c0=c.offset+i*c.stride+j;const c1=c0+c.stride;out[c0]=out[c0]+sign*s00;
out[c0+1]=out[c0+1]+sign*s01;out[c0+2]=out[c0+2]+sign*s02;out[c0+3]=out[c0+3]+sign*s03;out[c1]=out[c1]+sign*s10;out[c1+1]=out[c1+1]+sign*s11;out[c1+2]=out[c1+2]+
sign*s12;out[c1+3]=out[c1+3]+sign*s13}function addOne(c,a,b,i,j,k,sign){const at=c.offset+i*c.stride+j;const sum2=dot(a.data,a.offset+i*a.stride,b.data,b.offset+
j*b.stride,k);c.data[at]=c.data[at]+sign*sum2}function dot(x,xAt,y,yAt,k){let sum2=0;for(let p=0;p<k;p+=1)sum2+=x[xAt+p]*y[yAt+p];return sum2}var PANEL=48;var WIDE_PANEL=256;function cholesky(matrix,d){const l=lowerCopy(matrix,d);for(let k=0;k<d;k+=PANEL){const width=Math.min(PANEL,d-k);factorPanel(l,
d,k,width);subtractPanel(l,d,k,width,k+width)}return clearUpper(l,d)}async function choleskyOutside(matrix,d,multiply){const l=lowerCopy(matrix,d);for(let k=0;k<
d;k+=WIDE_PANEL){const width=Math.min(WIDE_PANEL,d-k);factorWidePanel(l,d,k,width);const below=k+width;if(below<d)await subtractOutside(l,d,k,width,multiply)}return clearUpper(
l,d)}function factorPanel(l,d,k,width){for(let j=k;j<k+width;j+=1){const row=j*d+k;const pivot=l[row+j-k]-dot(l,row,l,row,j-k);if(!(pivot>0)||!Number.isFinite(pivot))
throw notPositiveDefinite(j,d);const root=Math.sqrt(pivot);l[row+j-k]=root;for(let i=j+1;i<k+width;i+=1){const at=i*d+k;l[at+j-k]=(l[at+j-k]-dot(l,at,l,row,j-k))/
root}}solveRows(l,d,k+width,d,l,d,k,width)}function factorWidePanel(l,d,k,width){const end=k+width;for(let j=k;j<end;j+=PANEL){const narrow=Math.min(PANEL,end-j);
factorPanel(l,d,j,narrow);const from=j+narrow;if(from===end)return;const panel=packPanel(l,d,j,narrow,from);const b={data:panel,offset:0,stride:narrow};addProduct(
{data:l,offset:from*d+from,stride:d},b,b,d-from,end-from,narrow,-1)}}function solveRows(x,stride,from,to,l,d,k,width){for(let i=from;i<to;i+=1){const row=i*stride+
k;for(let j=0;j<width;j+=1){const triangle=(k+j)*d+k;x[row+j]=(x[row+j]-dot(x,row,l,triangle,j))/l[triangle+j]}}}function packPanel(l,d,k,width,from){const panel=new Float64Array(
(d-from)*width);for(let i=from;i<d;i+=1)panel.set(l.subarray(i*d+k,i*d+k+width),(i-from)*width);return panel}var STRIP=96;function subtractPanel(l,d,k,width,from){
const panel=packPanel(l,d,k,width,from);for(let i=from;i<d;i+=STRIP){const rows2=Math.min(STRIP,d-i);addProduct({data:l,offset:i*d+from,stride:d},{data:panel,offset:(i-
from)*width,stride:width},{data:panel,offset:0,stride:width},rows2,i+rows2-from,width,-1)}}var OUTSIDE_STRIP=1024;async function subtractOutside(l,d,k,width,multiply){
const from=k+width;const panel=packPanel(l,d,k,width,from);for(let i=from;i<d;i+=OUTSIDE_STRIP){const rows2=Math.min(OUTSIDE_STRIP,d-i);const columns=i+rows2-from;
const strip=panel.subarray((i-from)*width,(i-from+rows2)*width);const product3=await multiply(strip,panel.subarray(0,columns*width),rows2,columns,width);for(let row=0;row<
rows2;row+=1){const to=(i+row)*d+from;const at=row*columns;for(let j=0;j<columns;j+=1)l[to+j]=l[to+j]-product3[at+j]}}}function solveCholesky(l,d,rhs){const x=Float64Array.
from(rhs);solveForward(l,d,x);solveBackward(transposeLower(l,d),d,x);return x}function solveForward(l,d,x){const rows2=x.length/d;for(let k=0;k<d;k+=PANEL){const width=Math.
min(PANEL,d-k);addProduct({data:x,offset:k,stride:d},{data:x,offset:0,stride:d},{data:l,offset:k*d,stride:d},rows2,width,k,-1);solveRows(x,d,0,rows2,l,d,k,width)}}
function solveBackward(u,d,x){const rows2=x.length/d;for(let end=d;end>0;end-=PANEL){const k=Math.max(0,end-PANEL);addProduct({data:x,offset:k,stride:d},{data:x,
offset:end,stride:d},{data:u,offset:k*d+end,stride:d},rows2,end-k,d-end,-1);for(let i=0;i<rows2;i+=1){for(let j=end-1;j>=k;j-=1){const at=i*d+j;const triangle=j*
d+j;x[at]=(x[at]-dot(x,at+1,u,triangle+1,end-1-j))/u[triangle]}}}}function inverseFromCholesky(l,d){const identity=new Float64Array(d*d);for(let i=0;i<d;i+=1)identity[i*
d+i]=1;return solveCholesky(l,d,identity)}function transposeLower(l,d){const u=new Float64Array(d*d);for(let i=0;i<d;i+=1)for(let j=0;j<=i;j+=1)u[j*d+i]=l[i*d+j];
return u}function lowerCopy(matrix,d){if(matrix.length!==d*d){throw new UserError({code:"bad-matrix",message:`The matrix has ${matrix.length} elements, not ${d}\
 x ${d}.`})}return Float64Array.from(matrix)}function clearUpper(l,d){for(let i=0;i<d;i+=1)l.fill(0,i*d+i+1,(i+1)*d);return l}function notPositiveDefinite(pivot,d){
return new UserError({code:"not-positive-definite",message:`Pivot ${pivot} of a ${d} x ${d} matrix is not positive: it is no covariance, or its ridge is too sma\
ll.`})}var RIDGE=.001;var CONSTANT=1e-10;var Elimination=class{#readers;#open;constructor(inputs){this.#readers=inputs.map(input=>new Reader(input));this.#open=new Set(
inputs[0]?.units.keys()??[])}get open(){return this.#open}error(unit){return this.#readers.reduce((sum2,reader)=>sum2+reader.error(unit),0)}leastHarmful(){let best2={
unit:-1,error:Infinity};for(const unit of this.#open){const error=this.error(unit);if(best2.unit<0||error<best2.error)best2={unit,error}}return best2}remove(unit){
this.#open.delete(unit);for(const reader of this.#readers)reader.remove(unit)}weights(){return this.#readers.map(reader=>reader.weights())}};var Reader=class{#d;#rows;#order;#runs;#weights;#inverse;#variance;#total;#gone=new Set;constructor({
weights,d,covariance,variance:variance2,units}){this.#d=d;this.#rows=d===0?0:weights.length/d;this.#order=unitOrder(d,units);this.#runs=runsOf2(units);this.#variance=
Float64Array.from(this.#order,input=>variance2[input]);this.#weights=this.#permuted(weights);const total=outputVariance(weights,this.#rows,d,covariance,variance2);
this.#total=total>0?total:1;this.#inverse=covariance===void 0?void 0:this.#invert(covariance)}error(unit){const[start,end]=this.#runs[unit];if(start===end)return 0;
return(this.#inverse===void 0?this.#independentError(start,end):this.#jointError(this.#inverse,start,end))/this.#total}remove(unit){const[start,end]=this.#runs[unit];
if(this.#inverse!==void 0&&end>start)this.#eliminate(this.#inverse,unit,start,end);for(let row=0;row<this.#rows;row++)this.#weights.fill(0,row*this.#d+start,row*
this.#d+end);this.#gone.add(unit)}weights(){const out=new Float64Array(this.#weights.length);for(let at=0;at<out.length;at++){const column2=at%this.#d;out[at-column2+
this.#order[column2]]=this.#weights[at]}return out}#permuted(weights){const least=CONSTANT*this.#variance.reduce((sum2,value2)=>sum2+value2,0)/this.#d;return Float64Array.
from(weights,(_,at)=>{const column2=at%this.#d;if(this.#variance[column2]<least)return 0;return weights[at-column2+this.#order[column2]]})}#invert(covariance){const d=this.#d;
const ridge=RIDGE*meanDiagonal(covariance,d);if(!(ridge>0))return void 0;const ordered=new Float64Array(d*d);for(let i=0;i<d;i++){const from=this.#order[i]*d;for(let j=0;j<
d;j++)ordered[i*d+j]=covariance[from+this.#order[j]]}return inverseFromCholesky(cholesky(withRidge(ordered,d,ridge),d),d)}#independentError(start,end){let error=0;
for(let row=0;row<this.#rows;row++){for(let column2=start;column2<end;column2++)error+=this.#weights[row*this.#d+column2]**2*this.#variance[column2]}return error}#jointError(inverse,start,end){
const width=end-start;if(width===1)return this.#ownError(inverse[start*this.#d+start],start);const factor=cholesky(this.#block(inverse,start,end),width);const solved=new Float64Array(
width);let error=0;for(let row=0;row<this.#rows;row++){const at=row*this.#d+start;for(let i=0;i<width;i++){let value2=this.#weights[at+i];for(let j=0;j<i;j++)value2-=
factor[i*width+j]*solved[j];solved[i]=value2/factor[i*width+i];error+=solved[i]**2}}return error}#ownError(precision,column2){let squares=0;for(let at=column2;at<
this.#weights.length;at+=this.#d)squares+=this.#weights[at]**2;return precision>0?squares/precision:0}#block(matrix,start,end){const block=new Float64Array((end-
start)**2);for(let i=start,to=0;i<end;i++)for(let j=start;j<end;j++,to++)block[to]=matrix[i*this.#d+j];return block}#eliminate(inverse,unit,start,end){const[d,width]=[
this.#d,end-start];const own=inverseFromCholesky(cholesky(this.#block(inverse,start,end),width),width);const gain=new Float64Array(width*d);for(let i=0;i<width;i++){
for(let p=0;p<width;p++)this.#addRow(gain,i*d,inverse,(start+p)*d,own[i*width+p],unit)}for(let row=0;row<this.#rows;row++)this.#subtract(this.#weights,row*d,start,
gain,width,unit);for(const[from,to]of this.#openRuns(unit))for(let row=from;row<to;row++)this.#subtract(inverse,row*d,start,gain,width,unit)}#subtract(target,at,start,gain,width,unit){
for(let p=0;p<width;p++)this.#addRow(target,at,gain,p*this.#d,-target[at+start+p],unit)}#addRow(target,at,source,from,factor,unit){if(factor===0)return;for(const[
start,end]of this.#openRuns(unit)){for(let column2=start;column2<end;column2++)target[at+column2]=target[at+column2]+factor*source[from+column2]}}#runsWithout;#openRuns(unit){
if(this.#runsWithout?.unit===unit)return this.#runsWithout.runs;const last=this.#runs.at(-1)?.[1]??0;const runs=[...this.#runs.filter((_,other)=>other!==unit&&!this.#gone.
has(other)),[last,this.#d]].reduce((joined3,[start,end])=>{const before=joined3.at(-1);if(before!==void 0&&before[1]===start)before[1]=end;else if(end>start)joined3.
push([start,end]);return joined3},[]);this.#runsWithout={unit,runs};return runs}};function unitOrder(d,units){const listed=units.flat();const seen=new Set(listed);
return Int32Array.from([...listed,...Array.from({length:d},(_,input)=>input).filter(input=>!seen.has(input))])}function runsOf2(units){let start=0;return units.
map(inputs=>{const run=[start,start+inputs.length];start=run[1];return run})}function outputVariance(weights,rows2,d,covariance,variance2){let total=0;for(let row=0;row<
rows2;row++){for(let i=0;i<d;i++){const weight=weights[row*d+i];if(covariance===void 0)total+=weight*weight*variance2[i];else if(weight!==0){let sum2=0;for(let j=0;j<
d;j++)sum2+=covariance[i*d+j]*weights[row*d+j];total+=weight*sum2}}}return total}function geometryOf(layer,kernel,input,output){const{node}=layer;const axes=kernel.length;const strides=intsAttribute(node,"strides")??new Array(axes).fill(1);const dilations=intsAttribute(
node,"dilations")??new Array(axes).fill(1);const[before,after]=paddingOf(layer,kernel,strides,dilations,input.slice(2),output.slice(2));return{kernel,strides,dilations,
before,after,output:output.slice(2)}}function paddingOf({node},kernel,strides,dilations,input,output){const automatic=stringAttribute(node,"auto_pad")??"NOTSET";
const pads=intsAttribute(node,"pads")??new Array(2*kernel.length).fill(0);if(automatic==="NOTSET")return[pads.slice(0,kernel.length),pads.slice(kernel.length)];
if(automatic==="VALID")return[kernel.map(()=>0),kernel.map(()=>0)];const total=kernel.map((size,i)=>Math.max(0,((output[i]??1)-1)*(strides[i]??1)+(size-1)*(dilations[i]??
1)+1-(input[i]??1)));const small=total.map(pad=>Math.floor(pad/2));const large=total.map((pad,i)=>pad-small[i]);return automatic==="SAME_UPPER"?[small,large]:[large,
small]}function unfoldConvolution(graph,input,geometry,lines){const{kernel,strides,dilations,before,after}=geometry;const rank2=kernel.length+2;const pads=[0,0,
...before,0,0,...after];const padded=pads.every(pad=>pad===0)?input:graph.pad(graph.toFloat(input),pads);const scaled=graph.node("Mul",[lines,graph.ints([strides[0]??
1])]);const pieces=tapsOf(kernel).map(tap=>{const at=graph.node("Add",[scaled,graph.ints([(tap[0]??0)*(dilations[0]??1)])]);const picked=graph.node("Gather",[padded,
at],{axis:intOf(2)});return kernel.length===1?picked:sliceRest(graph,picked,tap,geometry)});const joined3=pieces.length===1?pieces[0]:graph.node("Concat",pieces,
{axis:intOf(1)});return rowsOf3(graph,joined3,1,rank2)}function tapsOf(kernel){return kernel.reduce((taps,size)=>taps.flatMap(tap=>Array.from({length:size},(_,i)=>[
...tap,i])),[[]])}function sliceRest(graph,value2,tap,{kernel,strides,dilations,output}){const axes=kernel.map((_,i)=>i).slice(1);const starts=axes.map(i=>(tap[i]??
0)*(dilations[i]??1));const ends=axes.map((i,at)=>starts[at]+((output[i]??1)-1)*(strides[i]??1)+1);return graph.slice(value2,starts,ends,axes.map(i=>i+2),axes.map(
i=>strides[i]??1))}function rowsOf3(graph,value2,channelAxis,rank2){const perm=Array.from({length:rank2},(_,axis)=>axis).filter(axis=>axis!==channelAxis);const last=channelAxis===
rank2-1?graph.toFloat(value2):graph.transpose(graph.toFloat(value2),[...perm,channelAxis]);return graph.flatten(last,rank2-1)}function layerShape({outputAxis,inputAxis,kernelAxes},dims){const stride=axis=>dims.slice(axis+1).reduce((a,b)=>a*b,1);const taps=tapsOf(kernelAxes.map(axis=>dims[axis]??
1));const[outputs,channels]=[dims[outputAxis]??1,dims[inputAxis]??1];const positions2=new Int32Array(outputs*taps.length*channels);let at=0;for(let output=0;output<
outputs;output++){for(const tap of taps){const base=output*stride(outputAxis)+tap.reduce((sum2,position,k)=>sum2+position*stride(kernelAxes[k]),0);for(let channel=0;channel<
channels;channel++)positions2[at++]=base+channel*stride(inputAxis)}}return{outputs,taps:taps.length,channels,positions:positions2}}function toRows(values,{positions:positions2}){
return Float64Array.from(positions2,position=>values[position])}function toStored(rows2,{positions:positions2}){const values=new Float32Array(rows2.length);positions2.
forEach((position,i)=>{values[position]=rows2[i]});return values}function ranksOf({values}){return value2=>values.get(value2)?.dims.length}function layerContext(graph,rank2){const index=indexGraph(graph);const ownRank=value2=>rank2(
value2)??rank2(sumOf(graph,index,value2)??"");return{graph,index,tensors:weightTensors(graph),rank:ownRank}}function sumOf(graph,index,value2){const[reader,another]=index.
consumers.get(value2)??[];const node=graph.nodes[reader??-1];return another===void 0&&node?.opType==="Add"&&node.domain===""?node.outputs[0]:void 0}function layersOf(context){
return context.graph.nodes.flatMap((_,index)=>{const layer=layerAt(context,index);return typeof layer==="string"||layer.activated?[]:[layer]})}function layerAt(context,index){
const node=context.graph.nodes[index];const describe4=DESCRIBE.get(node.domain===""?node.opType:`${node.domain}:${node.opType}`);return describe4===void 0?`${node.
opType} is no linear layer`:describe4(context,node,index)}var DESCRIBE=new Map([["Conv",convolution2],["ConvTranspose",convolution2],["Gemm",gemm2],["MatMul",matMul2],
["Einsum",einsum2],["com.microsoft:FusedConv",convolution2],["com.microsoft:FusedGemm",gemm2],["com.microsoft:FusedMatMul",matMul2]]);function withActivation(layer){
const activated=layer.node.attributes.has("activation");return activated&&layer.bias.kind==="none"?"its bias cannot be changed in front of its activation":{...layer,
activated}}function convolution2(context,node,index){const weight=storedWeight(context,node.inputs[1]??"");if(typeof weight==="string")return weight;const transposed=node.
opType==="ConvTranspose";return withActivation({index,node,input:node.inputs[0]??"",inputChannel:1,weight:weight.tensor,elementType:weight.elementType,inputAxis:weight.
axis(transposed?0:1),outputAxis:weight.axis(transposed?1:0),kernelAxes:Array.from({length:weight.rank-2},(_,axis)=>weight.axis(axis+2)),groups:intAttribute(node,
"group",1),gain:1,output:node.outputs[0]??"",outputChannel:1,bias:operandBias(context,node,1)})}function gemm2(context,node,index){const weight=storedWeight(context,
node.inputs[1]??"");if(typeof weight==="string")return weight;const flipped=intAttribute(node,"transB",0)!==0;const beta=floatAttribute(node,"beta",1);return withActivation(
{index,node,input:node.inputs[0]??"",inputChannel:intAttribute(node,"transA",0)!==0?0:1,weight:weight.tensor,elementType:weight.elementType,inputAxis:weight.axis(
flipped?1:0),outputAxis:weight.axis(flipped?0:1),kernelAxes:[],groups:1,gain:floatAttribute(node,"alpha",1),output:node.outputs[0]??"",outputChannel:1,bias:beta===
0?{kind:"none",hidden:false}:operandBias(context,node,beta)})}function operandBias(context,node,factor){const operand=node.inputs[2]??"";if(operand==="")return{
kind:"operand",position:2,tensor:void 0,factor};return isRowVector(context.tensors.get(operand))?{kind:"operand",position:2,tensor:operand,factor}:{kind:"none",
hidden:true}}function matMul2(context,node,index){const[left,right]=[node.inputs[0]??"",node.inputs[1]??""];const ofRight=storedWeight(context,right);const weight=typeof ofRight===
"string"?storedWeight(context,left):ofRight;if(typeof weight==="string")return weight;const isRight=typeof ofRight!=="string";const[input,output]=[isRight?left:
right,node.outputs[0]??""];const[inputRank,outputRank,weightRank]=[context.rank(input),context.rank(output),weight.rank];if(inputRank===void 0||outputRank===void 0)
return"the rank of its operands is not known";if(inputRank<2||weightRank<2)return"it multiplies a vector";if(weightRank>2)return"its weight is a stack of matric\
es";const[transA,transB]=["transA","transB"].map(name=>intAttribute(node,name,0)!==0);if(["transBatchA","transBatchB"].some(name=>intAttribute(node,name,0)!==0))
return"it transposes batch axes";const last=(rank2,transposed)=>rank2-(transposed===true?2:1);const secondLast=(rank2,transposed)=>rank2-(transposed===true?1:2);
const shared={index,node,input,weight:weight.tensor,elementType:weight.elementType,kernelAxes:[],groups:1,gain:floatAttribute(node,"alpha",1),activated:false};if(!isRight){
return{...shared,inputChannel:secondLast(inputRank,transB),inputAxis:weight.axis(last(weightRank,transA)),outputAxis:weight.axis(secondLast(weightRank,transA)),
output,outputChannel:outputRank-2,bias:{kind:"none",hidden:false}}}const added2=addedBias(context,output);return{...shared,inputChannel:last(inputRank,transA),inputAxis:weight.
axis(secondLast(weightRank,transB)),outputAxis:weight.axis(last(weightRank,transB)),output:added2?.output??output,outputChannel:outputRank-1,bias:added2?.bias??
{kind:"none",hidden:false}}}function einsum2(context,node,index){const equation=parseEquation(stringAttribute(node,"equation")??"");const stored2=node.inputs.map(
input=>storedWeight(context,input));const at=stored2.findIndex(each=>typeof each!=="string");const weight=stored2[at];const[letters,read2]=[equation?.operands[at]??
"",equation?.operands[1-at]??""];if(weight===void 0||typeof weight==="string"||equation===void 0||node.inputs.length!==2)return"its weight is computed";const summed=[
...read2].filter(letter=>!equation.result.includes(letter));const own=[...letters].filter(letter=>!read2.includes(letter));if(letters.length!==2||summed.length!==
1||own.length!==1||!letters.includes(summed[0])||!equation.result.includes(own[0])){return"it is a product over several axes"}const output=node.outputs[0]??"";const outputChannel=equation.
result.indexOf(own[0]);const added2=outputChannel===equation.result.length-1?addedBias(context,output):void 0;return{index,node,input:node.inputs[1-at]??"",inputChannel:read2.
indexOf(summed[0]),weight:weight.tensor,elementType:weight.elementType,inputAxis:weight.axis(letters.indexOf(summed[0])),outputAxis:weight.axis(letters.indexOf(
own[0])),kernelAxes:[],groups:1,gain:1,activated:false,output:added2?.output??output,outputChannel,bias:added2?.bias??{kind:"none",hidden:false}}}function addedBias(context,value2){
const readers=context.index.consumers.get(value2)??[];const add2=readers.length===1?context.graph.nodes[readers[0]]:void 0;if(add2?.opType!=="Add"||add2.domain!==
""||context.graph.outputs.some(({name})=>name===value2))return void 0;const position=add2.inputs[0]===value2?1:0;const tensor=add2.inputs[position]??"";if(!isRowVector(
context.tensors.get(tensor)))return void 0;return{output:add2.outputs[0]??"",bias:{kind:"add",node:readers[0],position,tensor}}}function isRowVector(tensor){return tensor!==
void 0&&isFloatType(tensor.dataType)&&tensor.dims.slice(0,-1).every(size=>size===1)}function storedWeight(context,operand){let value2=operand;let perm;let cast;
for(;;){const tensor=context.tensors.get(value2);if(tensor!==void 0){if(!isFloatType(tensor.dataType))return"its weight is quantised";const order2=perm??tensor.
dims.map((_,axis)=>axis);return{tensor:value2,rank:order2.length,elementType:cast??tensor.dataType,axis:read2=>order2[read2]}}const maker=context.graph.nodes[context.
index.producer.get(value2)??-1];if(maker?.opType==="DequantizeLinear")return"its weight is quantised";if(maker===void 0||!["Transpose","Identity","Cast"].includes(
maker.opType))return"its weight is computed";if(maker.opType==="Cast")cast??=intAttribute(maker,"to",DataType.FLOAT);if(maker.opType==="Transpose"){const own=intsAttribute(
maker,"perm");const inner=own??reversed(context.rank(maker.inputs[0]??""));if(inner===void 0)return"its weight is transposed in an unknown way";perm=perm===void 0?
inner:perm.map(axis=>inner[axis])}value2=maker.inputs[0]??""}}function reversed(rank2){return rank2===void 0?void 0:Array.from({length:rank2},(_,axis)=>rank2-1-
axis)}function matmul(a,b,m,k,n){checkSize(b,k*n,"B");return matmulTransposed(a,transpose(b,k,n),m,n,k)}function matmulTransposed(a,b,m,n,k){checkSize(a,m*k,"A");checkSize(
b,n*k,"B");const out=new Float64Array(m*n);addProduct({data:out,offset:0,stride:n},{data:a,offset:0,stride:k},{data:b,offset:0,stride:k},m,n,k,1);return out}function multiplyVector(a,x,m,n){
checkSize(a,m*n,"A");checkSize(x,n,"x");const out=new Float64Array(m);for(let i=0;i<m;i+=1){let sum2=0;for(let j=0;j<n;j+=1)sum2+=a[i*n+j]*x[j];out[i]=sum2}return out}
var TILE=32;function transpose(matrix,rows2,columns){checkSize(matrix,rows2*columns,"matrix");const out=new Float64Array(matrix.length);for(let top=0;top<rows2;top+=
TILE){for(let left=0;left<columns;left+=TILE){const bottom=Math.min(top+TILE,rows2);const right=Math.min(left+TILE,columns);for(let i=top;i<bottom;i+=1){for(let j=left;j<
right;j+=1)out[j*rows2+i]=matrix[i*columns+j]}}}return out}function checkSize(matrix,expected,name){if(matrix.length!==expected){throw new UserError({code:"bad-\
matrix",message:`${name} has ${matrix.length} elements, its sizes say ${expected}.`})}}var SEQUENTIAL_RIDGES=[.1,.01,.001,1e-4];var OUTSIDE_FROM=600;async function bestRidge(fit,judge2,multiply){const d=fit.meanU.length;const mean2=meanDiagonal(fit.
covariance,d);if(!(mean2>0))return"its inputs are constant";const wanted=transpose(fit.cross,d,fit.meanR.length);let best2;for(const ridge of SEQUENTIAL_RIDGES){
const system=withRidge(fit.covariance,d,ridge*mean2);const factor=d>=OUTSIDE_FROM?await choleskyOutside(system,d,multiply):cholesky(system,d);const delta=solveCholesky(
factor,d,wanted);const constant=constantOf(fit,delta);const gain=await gainOn(judge2,delta,constant,multiply);if(gain>0&&(best2===void 0||gain>best2.gain))best2=
{delta,constant,ridge,gain}}return best2??"no fit lowers its error on the second split"}function constantOf({meanU,meanR},delta){const d=meanU.length;return meanR.
map((wanted,output)=>{let predicted=0;for(let i=0;i<d;i++)predicted+=delta[output*d+i]*meanU[i];return wanted-predicted})}async function gainOn({meanU,covariance,
meanR,cross},delta,constant,multiply){const[d,e]=[meanU.length,meanR.length];const spread3=d>=OUTSIDE_FROM?await multiply(delta,covariance,e,d,d):matmulTransposed(
delta,covariance,e,d,d);let gain=0;for(let output=0;output<e;output++){let offset=meanR[output]-constant[output];for(let i=0;i<d;i++){const at=output*d+i;gain+=
delta[at]*(2*cross[i*e+output]-spread3[at]);offset-=delta[at]*meanU[i]}gain+=meanR[output]**2-offset**2}return gain}var MOST_SAMPLES=4096;var ROWS_PER_INPUT=400;var MOST_POSITIONS=128;var FEWEST_ROWS_PER_INPUT=4;var MOST_INPUTS=4700;function planRows(layer,dims,lengths,samples,rowsPerInput=ROWS_PER_INPUT){
if(layer.groups!==1)return"a grouped convolution";if(layer.node.opType==="ConvTranspose")return"a transposed convolution";const[input,output]=[lengths(layer.input),
lengths(layer.output)];if(output===void 0||input===void 0)return"its shapes are not known";const outputs=dims[layer.outputAxis];const inputs=dims.reduce((a,b)=>a*
b,1)/outputs;if(inputs>MOST_INPUTS)return`${String(inputs)} inputs are too many`;const kernel=layer.kernelAxes.map(axis=>dims[axis]??1);const positions2=output.
reduce((a,b)=>a*b,1)/(outputs*(output[0]??1));const lineCount=kernel.length===0?1:output[2]??1;const perLine=kernel.length===0?positions2:positions2/lineCount;const wanted=Math.
min(MOST_POSITIONS,Math.max(8,Math.ceil(rowsPerInput*inputs/samples)));const lines=Math.max(1,Math.min(lineCount,Math.round(wanted/perLine)));const rows2=Math.round(
samples*lines*perLine);if(rows2<FEWEST_ROWS_PER_INPUT*inputs)return`${String(rows2)} calibration rows are too few for ${String(inputs)} inputs`;return{layer,kernel,
input,output,inputs,channels:dims[layer.inputAxis],outputs,lines,lineCount}}function featureRows(graph,input,plan,lines){const{layer,kernel}=plan;if(kernel.length===
0)return rowsOf3(graph,input,layer.inputChannel,plan.input.length);return unfoldConvolution(graph,input,geometryOf(layer,kernel,plan.input,plan.output),lines)}function outputRows(graph,value2,{
layer,kernel,output},lines){const picked=kernel.length===0?value2:graph.node("Gather",[value2,lines],{axis:intOf(2)});return rowsOf3(graph,picked,layer.outputChannel,
output.length)}function linesInput(graph,{kernel,lines}){return kernel.length===0?"":graph.input("lines",DataType.INT64,[lines])}function drawLines({lines,lineCount},random2){
const all=Array.from({length:lineCount},(_,line2)=>line2);const chosen=lines===lineCount?all:shuffle(all,random2).slice(0,lines).sort((a,b)=>a-b);return{type:"i\
nt64",dims:[lines],data:BigInt64Array.from(chosen,BigInt)}}function centred(graph,rows2){const mean2=graph.reduce("ReduceMean",rows2,[0],true);return{rows:graph.
node("Sub",[rows2,mean2]),mean:mean2}}function editLayers(model,edits,rank2){const context=layerContext(model.graph,rank2);const changes=new Changes(model.graph,context);for(const[value2,edit]of edits.
layers){const layer=layerAt(context,context.index.producer.get(value2)??-1);if(typeof layer==="string")throw new Error(`${value2}: ${layer}`);changes.apply(layer,
edit)}const tensors=new Map([...edits.weights].map(([name,values])=>{const stored2=context.tensors.get(name);return[name,withValues(stored2,stored2.dims,values)]}));
return changes.finish(replaceTensors(model,new Map([...tensors,...changes.replaced])))}var Changes=class{constructor(graph,context){this.context=context;this.#taken=
allNames(graph)}context;replaced=new Map;#added=new Map;#nodes=new Map;#taken;apply(layer,edit){const channels=edit.shift?.length??edit.biasScale?.length??0;const{
bias}=layer;if(bias.kind==="none")this.#insertAdd(layer,edit,channels);else if(bias.kind==="add")this.#change(bias.node,bias.position,bias.tensor,edit,channels,
1);else if(bias.tensor===void 0)this.#addOperand(layer,bias.position,shiftOf(edit,channels,bias.factor));else this.#change(layer.index,bias.position,bias.tensor,
edit,channels,bias.factor)}finish(model){const{graph}=model;const nodes=graph.nodes.flatMap((node,index)=>this.#nodes.get(index)??[node]);const declared=model.irVersion>=
4?[]:[...this.#added.values()].map(({name,dataType,dims})=>makeValueInfo(name,dataType,dims));return{...model,graph:{...graph,nodes,initializers:new Map([...graph.
initializers,...this.#added]),inputs:[...graph.inputs,...declared]}}}#change(index,position,tensor,edit,channels,factor){const stored2=this.context.tensors.get(
tensor);const old=tensorToFloat32(stored2);const shift=shiftOf(edit,channels,factor);const values=shift.map((value2,i)=>value2+(edit.biasScale?.[i]??1)*old[old.
length===1?0:i]);const dims=old.length===channels?stored2.dims:[channels];const readers=this.context.index.consumers.get(tensor)??[];const uses=readers.flatMap(
reader=>this.context.graph.nodes[reader]?.inputs.filter(input=>input===tensor)??[]);if(readers.length===1&&uses.length===1){this.replaced.set(tensor,withValues(
stored2,dims,values));return}const name=freshName(this.#taken,tensor===""?"bias":tensor);this.#added.set(name,makeTensor(name,stored2.dataType,dims,values));this.#setInput(
index,position,name)}#addOperand(layer,position,values){const name=freshName(this.#taken,`${layer.node.outputs[0]??""}_bias`);this.#added.set(name,makeTensor(name,
layer.elementType,[values.length],values));this.#setInput(layer.index,position,name)}#insertAdd(layer,edit,channels){const output=layer.node.outputs[0]??"";const rank2=this.
context.rank(output)??layer.outputChannel+1;const name=freshName(this.#taken,`${output}_bias`);const before=freshName(this.#taken,`${output}_before_bias`);const dims=[
channels,...new Array(rank2-1-layer.outputChannel).fill(1)];this.#added.set(name,makeTensor(name,layer.elementType,dims,shiftOf(edit,channels,1)));const node={...layer.
node,outputs:layer.node.outputs.map((value2,i)=>i===0?before:value2)};this.#nodes.set(layer.index,[node,makeNode("Add",[before,name],[output],{name})])}#setInput(index,position,value2){
const[node=this.context.graph.nodes[index],...rest]=this.#nodes.get(index)??[];const inputs=[...node.inputs];while(inputs.length<=position)inputs.push("");inputs[position]=
value2;this.#nodes.set(index,[{...node,inputs},...rest])}};function shiftOf(edit,channels,factor){return Float32Array.from({length:channels},(_,i)=>(edit.shift?.[i]??
0)/factor)}var MIN_POSITIONS=64;function statisticsSites(graph,facts,changed2,batch){const context=layerContext(graph,ranksOf(facts));const reached=downstreamNodes(graph,changed2);
const layers=new Map(layersOf(context).map(layer=>[layer.index,layer]));const uses=new Map;for(const{weight}of layers.values())uses.set(weight,(uses.get(weight)??
0)+1);const sites=[];const tooFew2=[];graph.nodes.forEach((node,index)=>{if(!reached.has(index))return;const layer=layers.get(index);const site=layer===void 0?normSite(
context,node,index):layerSite(context,layer,uses.get(layer.weight)===1);if(site===void 0)return;const[value2,channel]=site.kind==="norm"?[node.inputs[0]??"",1]:
[site.layer.output,site.layer.outputChannel];if(positions(facts,value2,channel,batch)>=MIN_POSITIONS)sites.push(site);else tooFew2.push(node.name||value2)});return{
sites,tooFew:tooFew2}}function normSite(context,node,index){if(node.opType!=="BatchNormalization"||node.domain!==""||intAttribute(node,"training_mode",0)!==0)return void 0;
const stored2=[3,4].every(position=>{const tensor=context.tensors.get(node.inputs[position]??"");return tensor!==void 0&&isFloatType(tensor.dataType)&&context.index.
consumers.get(node.inputs[position]??"")?.length===1});return stored2&&node.inputs[3]!==node.inputs[4]?{kind:"norm",index,node}:void 0}function layerSite(context,layer,isOnlyUse){
const index=context.index.producer.get(layer.output);const readers=(context.index.consumers.get(layer.output)??[]).map(reader=>context.graph.nodes[reader]?.opType);
if(index===void 0||readers.length===1&&readers[0]==="BatchNormalization")return void 0;const onlyReader=context.index.consumers.get(layer.weight)?.length===1;const hidden=layer.
bias.kind==="none"&&layer.bias.hidden;const perGroup=layer.groups>1&&layer.node.opType==="ConvTranspose";return{kind:"layer",index,layer,scalable:isOnlyUse&&onlyReader&&
!hidden&&!perGroup}}function positions(facts,value2,channel,batch){const dims=facts.values.get(value2)?.dims;return dims===void 0?0:dims.reduce((product3,size,axis)=>product3*
(axis===0?batch:axis===channel?1:size),1)}function downstreamNodes(graph,changed2){const{producer}=indexGraph(graph);const makers=changed2.map(value2=>producer.
get(value2)).filter(index=>index!==void 0);const behindBias=makers.map(index=>graph.nodes[index]).filter(node=>node?.opType==="Add").map(node=>producer.get(node?.
inputs[0]??""));const start=new Set([...makers,...behindBias]);const values=new Set;const reached=new Set;graph.nodes.forEach((node,index)=>{if(!start.has(index)&&
![...valuesRead(node)].some(value2=>values.has(value2)))return;reached.add(index);for(const output of node.outputs)values.add(output)});return reached}function targetOf2(graph,layer,open9,shapeOf4){const index=indexGraph(graph);const tensors=weightTensors(graph);const outputs=new Set(graph.outputs.map(({name})=>name));
let target={value:layer.output,scale:void 0};for(;;){const readers=index.consumers.get(target.value)??[];const reader=readers.length===1&&!outputs.has(target.value)?
graph.nodes[readers[0]]:void 0;const next=reader===void 0?void 0:follow(graph,index,tensors,target,reader,open9,shapeOf4);if(next===void 0)return{...target,rectified:reader?.
opType==="Relu"&&reader.domain===""};target=next}}function follow(graph,index,tensors,{value:value2,scale},node,open9,shapeOf4){const output=node.outputs[0]??"";
if(node.domain!=="")return void 0;if(node.opType==="Identity")return{value:output,scale};if(node.opType==="BatchNormalization"&&node.inputs[0]===value2){const own=normScale(
node,tensors);return own===void 0?void 0:{value:output,scale:scale===void 0?own:own.map((factor,i)=>factor*(scale[i]??1))}}if(node.opType!=="Add")return void 0;
const other=node.inputs[0]===value2?node.inputs[1]:node.inputs[0];if(other===void 0||other===value2||tensors.has(other)||!sameShape2(shapeOf4(value2),shapeOf4(other)))
return void 0;return dependsOn(graph,index,other,open9)?void 0:{value:output,scale}}function normScale(node,tensors){const[gamma,variance2]=[tensors.get(node.inputs[1]??
""),tensors.get(node.inputs[4]??"")];if(gamma===void 0||variance2===void 0)return void 0;const epsilon=floatAttribute(node,"epsilon",1e-5);const spread3=tensorToFloat32(
variance2);return Float64Array.from(tensorToFloat32(gamma),(factor,i)=>factor/Math.sqrt((spread3[i]??0)+epsilon))}function sameShape2(a,b){return a!==void 0&&b!==
void 0&&a.length===b.length&&a.every((size,i)=>size===b[i])}function dependsOn(graph,{producer},value2,sources){const seen=new Set;const queue=[value2];for(let current=queue.
pop();current!==void 0;current=queue.pop()){if(sources.has(current))return true;if(seen.has(current))continue;seen.add(current);queue.push(...(graph.nodes[producer.
get(current)??-1]?.inputs??[]).filter(input=>input!==""))}return false}var FALLBACK_OPSET=13;var PAD_INPUTS=11;var SLICE_INPUTS=10;var REDUCE_SUM_AXES_INPUT=13;var REDUCE_AXES_INPUT=18;var AuxiliaryGraph=class{#model;#opset;#taken;#nodes=[];#inputs=[];#outputs=[];#overrides=new Map;#constants=new Map;constructor(model){
this.#model=model;this.#opset=model.opsets.get("")??FALLBACK_OPSET;this.#taken=allNames(model.graph)}node(opType,inputs,attributes={}){const output=freshName(this.#taken,
`measured_${this.#nodes.length}`);this.#nodes.push(makeNode(opType,inputs,[output],{name:output,attributes:Object.entries(attributes)}));return output}fresh(base){
return freshName(this.#taken,base)}override(index,node){this.#overrides.set(index,node)}define(output,opType,inputs,attributes={}){this.#nodes.push(makeNode(opType,
inputs,[output],{attributes:Object.entries(attributes)}))}ints(values){const key=values.join(" ");const made3=this.#constants.get(key)??this.#constant(int64Tensor(
"",values));this.#constants.set(key,made3);return made3}floats(values,dims){return this.#constant(makeTensor("",DataType.FLOAT,dims,values))}output(value2,elemType=DataType.
FLOAT){this.#outputs.push(makeValueInfo(value2,elemType,null));return value2}shapeOutput(value2){return this.output(this.node("Shape",[value2]),DataType.INT64)}toFloat(value2){
return this.node("Cast",[value2],{to:intOf(DataType.FLOAT)})}transpose(value2,perm){return this.node("Transpose",[value2],{perm:intsOf(perm)})}flatten(value2,axis){
return this.node("Flatten",[value2],{axis:intOf(axis)})}reduce(opType,value2,axes,keepDims=false){const since=opType==="ReduceSum"?REDUCE_SUM_AXES_INPUT:REDUCE_AXES_INPUT;
const keepdims=intOf(keepDims?1:0);if(this.#opset>=since)return this.node(opType,[value2,this.ints(axes)],{keepdims});return this.node(opType,[value2],{keepdims,
axes:intsOf(axes)})}pad(value2,pads){return this.#opset>=PAD_INPUTS?this.node("Pad",[value2,this.ints(pads)]):this.node("Pad",[value2],{pads:intsOf(pads)})}slice(value2,starts,ends,axes,steps){
if(this.#opset>=SLICE_INPUTS){return this.node("Slice",[value2,this.ints(starts),this.ints(ends),this.ints(axes),this.ints(steps)])}return axes.reduce((sliced2,axis,i)=>{
const[start,end,step]=[starts[i]??0,ends[i]??0,steps[i]??1];const positions2=Array.from({length:Math.ceil((end-start)/step)},(_,at)=>start+at*step);return this.
node("Gather",[sliced2,this.ints(positions2)],{axis:intOf(axis)})},value2)}input(name,elemType,dims){const fresh=freshName(this.#taken,name);this.#inputs.push(makeValueInfo(
fresh,elemType,dims));return fresh}channelView(value2,axis){const channels=this.node("Gather",[this.node("Shape",[value2]),this.ints([axis])],{axis:intOf(0)});const dims=this.
node("Concat",[this.ints([0]),channels,this.ints([-1])],{axis:intOf(0)});return this.node("Reshape",[this.flatten(this.toFloat(value2),axis),dims])}build(){const{
graph}=this.#model;const wanted=this.#outputs.map(output=>output.name);const own=graph.nodes.map((node,index)=>this.#overrides.get(index)??node);const needed=neededNodes(
{...graph,nodes:[...own,...this.#nodes]},wanted);const nodes=this.#overrides.size===0?needed:inOrder2({...graph,nodes:needed});const read2=new Set(nodes.flatMap(
node=>[...valuesRead(node)]));const declared=new Set(graph.inputs.map(input=>input.name));const initializers=new Map([...graph.initializers].filter(([name])=>read2.
has(name)||declared.has(name)));return{...this.#model,opsets:new Map([["",this.#opset],...this.#model.opsets]),graph:{...graph,nodes,initializers,inputs:[...graph.
inputs,...this.#inputs],outputs:this.#outputs,valueInfos:[]}}}#constant(value2){return this.node("Constant",[],{value:tensorOf(value2)})}};function inOrder2(graph){
return topologicalOrder(graph).map(index=>graph.nodes[index])}function neededNodes(graph,wanted){const{producer}=indexGraph(graph);const needed=new Set;const open9=[
...wanted];for(let value2=open9.pop();value2!==void 0;value2=open9.pop()){const index=producer.get(value2);if(index===void 0||needed.has(index))continue;needed.
add(index);open9.push(...valuesRead(graph.nodes[index]))}return graph.nodes.filter((_,index)=>needed.has(index))}var CentredSums=class{constructor(wanted,d,e=0){this.wanted=wanted;this.d=d;this.e=e;this.#means={u:new Float64Array(d),v:new Float64Array(e)};this.#gram=new Float64Array(
wanted*wanted);this.#cross=new Float64Array(d*e)}wanted;d;e;#rows=0;#means;#gram;#cross;get rows(){return this.#rows}add(rows2,meanU,gram2,meanV=[],cross=[]){const total=this.#rows+
rows2;const weight=this.#rows*rows2/total;const{u,v}=this.#means;const stepU=Float64Array.from(u,(mean2,i)=>meanU[i]-mean2);const stepV=Float64Array.from(v,(mean2,i)=>meanV[i]-
mean2);addAll(this.#gram,gram2);addAll(this.#cross,cross);if(this.wanted>0)addOuter(this.#gram,stepU,stepU,weight);if(this.e>0)addOuter(this.#cross,stepU,stepV,
weight);stepU.forEach((step,i)=>{u[i]=u[i]+step*rows2/total});stepV.forEach((step,i)=>{v[i]=v[i]+step*rows2/total});this.#rows=total}finish(){const divide=values=>{
for(let i=0;i<values.length;i++)values[i]=values[i]/this.#rows;return values};return{rows:this.#rows,meanU:this.#means.u,covariance:divide(this.#gram),meanV:this.#means.
v,cross:divide(this.#cross)}}};function addAll(sum2,part2){for(let i=0;i<sum2.length;i++)sum2[i]=sum2[i]+part2[i]}function cheapestFrontier(graph,after,before,sizeOf3){const fixed=constants2(graph);let best2;for(let position=after+1;position<=before;position++){const values=liveAt(
graph,position,fixed);const size=values.reduce((sum2,value2)=>sum2+(sizeOf3(value2)??Infinity),0);if(Number.isFinite(size)&&(best2===void 0||size<best2.size))best2=
{position,values,size}}return best2}function constants2(graph){const fixed=new Set(graph.initializers.keys());for(const node of graph.nodes){if([...valuesRead(node)].
every(value2=>fixed.has(value2)))node.outputs.forEach(output=>fixed.add(output))}return fixed}function liveAt(graph,position,fixed){const made3=new Set([...graph.
inputs.map(({name})=>name),...graph.nodes.slice(0,position).flatMap(({outputs})=>outputs)]);const read2=new Set(graph.nodes.slice(position).flatMap(node=>[...valuesRead(
node)]));return[...read2].filter(value2=>value2!==""&&made3.has(value2)&&!fixed.has(value2))}function probedSamples(graph,facts){const fed=graph.inputs.find(({name})=>!graph.
initializers.has(name));return Math.max(1,facts.values.get(fed?.name??"")?.dims[0]??1)}function startFrom(model,inputs){const{graph}=model;const fed=new Set(inputs.
map(({name})=>name));const declared=graph.inputs.filter(({name})=>graph.initializers.has(name));return{...model,graph:{...graph,inputs:[...inputs,...declared],nodes:graph.
nodes.filter(({outputs})=>!outputs.some(output=>fed.has(output))),valueInfos:[]}}}import{join as join24}from"node:path";function mergeModels(first,second,shared=fedInputs(second)){if([...first.graph.nodes,...second.graph.nodes].some(node=>subgraphs(node).length>0))return void 0;const taken=allNames(
first.graph);const prefix=freePrefix(taken);const renamed2=value2=>value2===""||shared.has(value2)?value2:`${prefix}${value2}`;const nodes=second.graph.nodes.map(
node=>({...node,name:renamed2(node.name),inputs:node.inputs.map(renamed2),outputs:node.outputs.map(renamed2)}));const initializers=[...second.graph.initializers].
map(([name,tensor])=>[renamed2(name),{...tensor,name:renamed2(name)}]);const declared=second.graph.inputs.filter(({name})=>!shared.has(name)).map(info=>({...info,
name:renamed2(info.name)}));return{model:{...first,graph:{...first.graph,nodes:[...first.graph.nodes,...nodes],initializers:new Map([...first.graph.initializers,
...initializers]),inputs:[...first.graph.inputs,...declared],valueInfos:[]}},second:renamed2}}function fedInputs({graph}){return new Set(graph.inputs.map(({name})=>name).
filter(name=>!graph.initializers.has(name)))}function freePrefix(taken){let prefix="second/";while([...taken].some(name=>name.startsWith(prefix)))prefix=`_${prefix}`;
return prefix}import{open as open7,rm as rm12}from"node:fs/promises";var Spool=class _Spool{constructor(path,file){this.path=path;this.file=file}path;file;#batches=[];#buffers=[];#end=0;static async create(path){
return new _Spool(path,await open7(path,"wx+"))}get batches(){return this.#batches.length}async append(tensors){const places=[];for(const{type,dims,data}of tensors){
const bytes=new Uint8Array(data.buffer,data.byteOffset,data.byteLength);const make=data.constructor;places.push({type,dims,at:this.#end,bytes:bytes.length,view:buffer=>new make(
buffer)});for(let done=0;done<bytes.length;){done+=(await this.file.write(bytes,done,bytes.length-done,this.#end+done)).bytesWritten}this.#end+=bytes.length}this.#batches.
push(places)}async read(batch){const tensors=[];for(const[index,{type,dims,at,bytes,view}]of(this.#batches[batch]??[]).entries()){const buffer=this.#bufferOf(index,
bytes);for(let done=0;done<bytes;){const{bytesRead}=await this.file.read(new Uint8Array(buffer,done),0,bytes-done,at+done);if(bytesRead===0)throw new Error(`${this.
path} ends early`);done+=bytesRead}tensors.push({type,dims,data:view(buffer)})}return tensors}#bufferOf(index,bytes){const known2=this.#buffers[index];if(known2?.
byteLength===bytes)return known2;return this.#buffers[index]=new ArrayBuffer(bytes)}async remove(){await this.file.close();await rm12(this.path,{force:true})}};var MOST_SPOOL_BYTES=2**30;var TYPES3={float32:DataType.FLOAT,float64:DataType.DOUBLE,float16:DataType.FLOAT16,uint8:DataType.UINT8,int8:DataType.INT8,uint16:DataType.
UINT16,int16:DataType.INT16,int32:DataType.INT32,uint32:DataType.UINT32,int64:DataType.INT64,uint64:DataType.UINT64,bool:DataType.BOOL};var made=0;var PairedStreams=class{constructor(runtime,directory,dense,folds,batch){
this.runtime=runtime;this.directory=directory;this.dense=dense;this.folds=folds;this.batch=batch}runtime;directory;dense;folds;batch;#kept;merged(candidate){const kept=this.#kept;
if(kept===void 0)return mergeModels(this.dense,candidate);return mergeModels(startFrom(this.dense,kept.types.dense),startFrom(candidate,kept.types.candidate),new Set)}async*batches(candidate){
const kept=this.#kept;if(kept===void 0){for(const[fold,samples]of this.folds.entries())for await(const{feeds}of samples.batches(this.batch))yield{feeds,fold};return}
const names=[...kept.values,...kept.values.map(candidate)];for(const[index,fold]of kept.folds.entries()){const tensors=await kept.spool.read(index);yield{feeds:new Map(
names.map((name,i)=>[name,tensors[i]])),fold}}}bytesOf({size},runSize){const samples=this.folds.reduce((sum2,{count})=>sum2+count,0);return 2*4*size*samples/Math.
max(1,runSize)}async advance(candidate,frontier){const merged=this.merged(candidate);if(merged===void 0)return;const graph=new AuxiliaryGraph(merged.model);const{
values}=frontier;const names=[...values,...values.map(merged.second)].map(value2=>graph.output(graph.node("Identity",[value2]),DataType.UNDEFINED));made+=1;const spool=await Spool.
create(join24(this.directory,`streams-${String(process.pid)}-${String(made)}`));const folds=[];let first=[];try{await withVariant(this.runtime,graph.build(),this.
directory,async session2=>{for await(const{feeds,fold}of this.batches(merged.second)){const results=await session2.run(feeds);const tensors=names.map(name=>results.
get(name));if(folds.length===0)first=tensors;await spool.append(tensors);folds.push(fold)}})}catch(error){await spool.remove();if(error instanceof UserError&&error.
code==="out-of-memory")return;throw error}await this.#kept?.spool.remove();const infos=(model,tensors)=>values.map((value2,i)=>infoOf(model,value2,tensors[i]));
this.#kept={spool,folds,values,types:{dense:infos("dense",first.slice(0,values.length)),candidate:infos("candidate",first.slice(values.length))}}}async close(){
await this.#kept?.spool.remove();this.#kept=void 0}};function infoOf(model,value2,{type,dims}){return makeValueInfo(value2,TYPES3[type],dims.map((_,axis)=>`${model}\
_${String(axis)}_${value2}`))}var LayerWalk=class _LayerWalk{constructor(request){this.request=request;const{runtime,directory,dense,folds,batch}=request;this.#streams=new PairedStreams(runtime,
directory,dense,folds,batch);this.#makers=indexGraph(dense.graph).producer}request;#streams;#makers;#position=0;static open(request,start){const walk2=new _LayerWalk(
request);return walk2.#streams.merged(start)===void 0?void 0:walk2}async close(){await this.#streams.close()}async goTo(model,layer){const{dense}=this.request;const next=this.#makers.
get(layer.node.outputs[0]??"")??this.#makers.get(layer.output);if(next===void 0||next<=this.#position)return;const values=new Set([...model.graph.inputs.map(({name})=>name),
...model.graph.nodes.flatMap(({outputs})=>outputs)]);const frontier=cheapestFrontier(dense.graph,this.#position,next,value2=>values.has(value2)?this.#elements(value2):
void 0);if(frontier===void 0||this.#streams.bytesOf(frontier,probedSamples(dense.graph,this.request.facts))>MOST_SPOOL_BYTES)return;await this.#streams.advance(
model,frontier);this.#position=frontier.position}async shortfall(model,place3,known2){const{runtime,directory,folds}=this.request;const merged=this.#streams.merged(
model);if(merged===void 0)throw new Error("the models could be merged when the walk began");const{plan}=place3;const graph=new AuxiliaryGraph(merged.model);const lines=linesInput(
graph,plan);const names=productsOf(graph,merged.second,place3,lines,known2!==void 0);const random2=seededRandom(`${folds[0]?.sha256??""}:${plan.layer.output}`);
const sums=folds.map(()=>new CentredSums(known2===void 0?plan.inputs:0,plan.inputs,plan.outputs));await withVariant(runtime,graph.build(),directory,async session2=>{
for await(const{feeds,fold}of this.#streams.batches(merged.second)){const drawn=lines===""?[]:[[lines,drawLines(plan,random2)]];for await(const results of session2.
pieces(new Map([...feeds,...drawn]))){const read2=name=>name===void 0?[]:results.get(name)?.data;const rows2=Number((results.get(names.shape)?.data)[0]);sums[fold]?.
add(rows2,read2(names.meanU),read2(names.gram),read2(names.meanR),read2(names.cross))}}});const found=sums.map((sum2,fold)=>{const{rows:rows2,meanU,covariance,meanV,
cross}=sum2.finish();return{rows:rows2,meanU,covariance:known2?.[fold]?.covariance??covariance,meanR:meanV,cross}});return found.every(({covariance,cross})=>covariance.
every(Number.isFinite)&&cross.every(Number.isFinite))?found:void 0}#elements(value2){return this.request.facts.values.get(value2)?.dims.reduce((a,b)=>a*b,1)}};function productsOf(graph,second,{
plan,target,kept},lines,again){const{layer}=plan;const features=centred(graph,featureRows(graph,second(layer.input),plan,lines));const dense=kept===null?target.
value:graph.node("Gather",[target.value,graph.ints(kept)],{axis:intOf(layer.outputChannel)});const residual=lacking(graph,graph.toFloat(dense),graph.toFloat(second(
target.value)),again);const rows2=outputRows(graph,residual,plan,lines);const wanted=centred(graph,rows2);const turned=graph.transpose(features.rows,[1,0]);return{
shape:graph.shapeOutput(rows2),meanU:graph.output(features.mean),meanR:graph.output(wanted.mean),gram:again?void 0:graph.output(graph.node("MatMul",[turned,features.
rows])),cross:graph.output(graph.node("MatMul",[turned,wanted.rows]))}}function lacking(graph,dense,model,rectified){const difference=graph.node("Sub",[dense,model]);
if(!rectified)return difference;const zero=graph.floats(Float32Array.of(0),[1]);const seen=graph.toFloat(graph.node("Greater",[dense,zero]));const hidden=graph.
node("Sub",[graph.floats(Float32Array.of(1),[1]),seen]);return graph.node("Sub",[graph.node("Mul",[seen,difference]),graph.node("Mul",[hidden,graph.node("Relu",
[model])])])}var JUDGING_SAMPLES=512;var JUDGING_SHARE=1/4;var QUICK_SAMPLES=512;var QUICK_ROWS_PER_INPUT=96;async function sequentialRefit(request,start){const{prunable,quick=false}=request;
const mostSamples=quick?QUICK_SAMPLES:MOST_SAMPLES;const folds=[fewOf(request.samples,mostSamples),fewOf(request.judge,Math.max(64,Math.min(JUDGING_SAMPLES,JUDGING_SHARE*
mostSamples)))];const walk2=LayerWalk.open({...request,dense:prunable.model,facts:prunable.facts,folds},start);if(walk2===void 0)return void 0;const layers=layersToRefit(
request,start);const outcomes=[];let model=start;try{await withProducts(request.runtime,async multiply=>{for(const[index,layer]of layers.entries()){request.onProgress?.(
`sequential refit of layer ${String(index+1)} of ${String(layers.length)}`);const open9=new Set(layers.slice(index+1).map(({output})=>output));const fitted=await refitLayer(
{...request,samples:folds[0]},walk2,model,layer,open9,multiply);const named={weight:layer.weight,node:layer.node.name||layer.output};if(typeof fitted==="string")
outcomes.push({...named,ridge:void 0,reason:fitted});else{model=fitted.model;outcomes.push({...named,ridge:fitted.ridge,reason:`fitted on ${String(fitted.rows)}\
 rows of the repaired inputs, ridge ${String(fitted.ridge)}`})}}})}finally{await walk2.close()}return{model,outcomes}}function layersToRefit(request,model){const context=layerContext(
model.graph,ranksOf(request.prunable.facts));const reached=downstreamNodes(model.graph,changedValues(request));return layersOf(context).filter(layer=>reached.has(
layer.index))}function changedValues({prunable,cut,changed:changed2=[]}){const readers=prunable.coupling.roles.filter(role=>role.role==="consumer"&&cut.kept(role.
value,role.valueAxis)!==null);return[...readers.map(role=>prunable.model.graph.nodes[role.node]?.outputs[0]??""),...changed2]}async function refitLayer(request,walk2,model,layer,open9,multiply){
const place3=placeOf(request,model,layer,open9);if(typeof place3==="string")return place3;await walk2.goTo(model,layer);const lacking2=await walk2.shortfall(model,
place3);if(lacking2===void 0)return"its activations are not finite";const first=await solve(request,model,place3,lacking2,multiply);if(request.quick===true||!place3.
target.rectified||typeof first==="string")return first;const seen=await walk2.shortfall(first.model,place3,lacking2);const second=seen===void 0?void 0:await solve(
request,first.model,place3,seen,multiply);return second===void 0||typeof second==="string"?first:second}function placeOf({prunable,samples,cut,quick},model,layer,open9){
const tensor=weightTensors(model.graph).get(layer.weight);if(tensor===void 0)return"its weight is not stored";if(tensor.dataType!==DataType.FLOAT)return"only fl\
oat32 weights are fitted here";if(model.graph.nodes.filter(node=>node.inputs.includes(layer.weight)).length!==1)return"another node reads its weight";const lengths=value2=>prunable.
facts.values.get(value2)?.dims.map((size,axis)=>cut.kept(value2,axis)?.length??size);const plan=planRows(layer,tensor.dims,lengths,samples.count,quick===true?QUICK_ROWS_PER_INPUT:
ROWS_PER_INPUT);if(typeof plan==="string")return plan;return{plan,target:targetOf2(model.graph,layer,open9,lengths),kept:cut.kept(layer.output,layer.outputChannel)}}
async function solve(request,model,place3,[fit,judge2],multiply){if(fit===void 0||judge2===void 0)throw new Error("the walk has two folds");const solution=await bestRidge(
fit,judge2,multiply);return typeof solution==="string"?solution:{model:applyDelta(request.prunable,model,place3,solution),ridge:solution.ridge,rows:fit.rows}}function applyDelta(prunable,model,{
plan,target},{delta,constant}){const{layer}=plan;const tensor=weightTensors(model.graph).get(layer.weight);const shape=layerShape(layer,tensor.dims);const rows2=toRows(
tensorToFloat32(tensor),shape);const shift=new Float64Array(shape.outputs);for(let output=0;output<shape.outputs;output++){const scale=target.scale?.[output]??1;
if(Math.abs(scale)<1e-6)continue;for(let at=output*plan.inputs;at<(output+1)*plan.inputs;at++)rows2[at]=rows2[at]+delta[at]/scale/layer.gain;shift[output]=constant[output]/
scale}const edits={weights:new Map([[layer.weight,toStored(rows2,shape)]]),layers:new Map([[layer.node.outputs[0]??"",{shift}]])};return editLayers(model,edits,
ranksOf(prunable.facts))}var MOST_SAMPLES2=1024;var JUDGING_SAMPLES2=256;var ROWS_PER_INPUT2=96;var MOST_INPUTS2=1200;async function reselectUnits(request,selection){const{prunable,samples,
judge:judge2}=request;const{graph}=prunable.model;const layers=layersOf(layerContext(graph,ranksOf(prunable.facts)));const groups=prunable.analysis.groups.filter(
({name})=>selection.removed.has(name));const open9=openGroups2(request,groups,layers);if(open9.size===0)return void 0;const fixed=groups.filter(group=>![...open9.
values()].some(each=>each.group===group));const start=zeroed(prunable,fixed,selection);const walk2=LayerWalk.open({...request,dense:prunable.model,facts:prunable.
facts,folds:[fewOf(samples,MOST_SAMPLES2),fewOf(judge2,JUDGING_SAMPLES2)]},start);if(walk2===void 0)return void 0;const readers=groups.flatMap(({axes})=>axes.filter(
({role})=>role==="consumer").map(({node})=>graph.nodes[node]?.outputs[0]??""));const reached=downstreamNodes(graph,readers);const behind2=layers.filter(({index})=>reached.
has(index));try{return await withProducts(request.runtime,multiply=>new Reselection(request,walk2,selection,fixed,open9,multiply).walk(start,behind2))}finally{await walk2.
close()}}function inputsOf(channels,{taps,channels:count}){return channels.flatMap(channel=>Array.from({length:taps},(_,tap)=>tap*count+channel))}var Reselection=class{constructor(request,streams,selection,fixed,open9,multiply){
this.request=request;this.streams=streams;this.open=open9;this.multiply=multiply;this.#removed=new Map(selection.removed);for(const group of fixed){for(const[use,
positions2]of cutInputs(group,selection))this.#gone.set(use.node,new Set([...this.#gone.get(use.node)??[],...positions2]))}}request;streams;open;multiply;#removed;#gone=new Map;async walk(start,layers){
let model=start;for(const[index,layer]of layers.entries()){const later=new Set(layers.slice(index+1).map(({output})=>output));model=await this.#visit(model,layer,
later)}return{removed:this.#removed}}async#visit(model,layer,later){const{prunable}=this.request;const open9=this.open.get(layer.index);const place3=placeOf2(this.
request,model,layer,later);if(place3===void 0)return this.#asChosen(model,open9);await this.streams.goTo(model,layer);const lacking2=await this.streams.shortfall(
model,place3);if(lacking2===void 0)return this.#asChosen(model,open9);const columns=this.#columns(place3);const fit=await this.#fit(lacking2,columns,place3.plan.
inputs);const change=open9===void 0?fit:this.#eliminate(open9,place3,lacking2[0],columns,fit?.delta);return change===void 0?model:applyDelta(prunable,model,place3,
change)}#eliminate({group,column:column2},{plan,target},{covariance,meanU,meanR},columns,fitted){const{layer,inputs:d}=plan;const tensor=this.request.prunable.tensors.
get(layer.weight);const shape=layerShape(layer,tensor.dims);const now=toRows(tensorToFloat32(tensor),shape).map((value2,at)=>value2*layer.gain*(target.scale?.[Math.
floor(at/d)]??1));const weights=now.map((value2,at)=>value2+(fitted?.[at]??0));const units=group.units.map(unit=>inputsOf(unit.positions[column2]??[],shape));const staying=new Set(
columns);const gone=Array.from({length:d},(_,input)=>input).filter(input=>!staying.has(input));const elimination=new Elimination([{weights,d,covariance,variance:diagonal(
covariance,d),units:[...units,gone]}]);elimination.remove(units.length);const chosen=[];for(const count=this.#removed.get(group.name)?.length??0;chosen.length<count;){
const{unit}=elimination.leastHarmful();elimination.remove(unit);chosen.push(unit)}this.#removed.set(group.name,chosen.sort((a,b)=>a-b));const[left]=elimination.
weights();const delta=left.map((value2,at)=>value2-now[at]);return{delta,constant:constantOf2(meanU,meanR,delta)}}#asChosen(model,open9){if(open9===void 0)return model;
const stored2=weightsOf(model,open9.layer.weight);return stored2===void 0?model:withZeros(model,stored2,open9.layer.inputAxis,[...cutInputs(open9.group,{removed:this.#removed}).
values()].flat())}#columns({plan}){const gone=this.#gone.get(plan.layer.index)??new Set;return Array.from({length:plan.inputs},(_,input)=>input).filter(input=>!gone.
has(input%plan.channels))}async#fit(lacking2,columns,d){const[fit,judge2]=lacking2.map(each=>restricted(each,columns));const solution=await bestRidge(fit,judge2,
this.multiply);if(typeof solution==="string")return void 0;const{delta,constant}=solution;const outputs=constant.length;const whole=new Float64Array(outputs*d);
for(let output=0;output<outputs;output++)columns.forEach((column2,i)=>{whole[output*d+column2]=delta[output*columns.length+i]});return{delta:whole,constant}}};function constantOf2(meanU,meanR,delta){
const d=meanU.length;return meanR.map((wanted,output)=>{let moved=0;for(let i=0;i<d;i++)moved+=delta[output*d+i]*meanU[i];return wanted-moved})}function restricted({
rows:rows2,meanU,covariance,meanR,cross},columns){const[d,e]=[meanU.length,meanR.length];if(columns.length===d)return{rows:rows2,meanU,covariance,meanR,cross};const own=Float64Array.
from(columns,column2=>meanU[column2]);const inner=new Float64Array(columns.length**2);const outer=new Float64Array(columns.length*e);columns.forEach((row,i)=>{columns.
forEach((column2,j)=>{inner[i*columns.length+j]=covariance[row*d+column2]});outer.set(cross.subarray(row*e,(row+1)*e),i*e)});return{rows:rows2,meanU:own,covariance:inner,
meanR,cross:outer}}function openGroups2({prunable,samples},groups,layers){const byNode=new Map(layers.map(layer=>[layer.index,layer]));const index=indexGraph(prunable.
model.graph);const read2=new Map;for(const{axes}of groups)for(const{role,node}of axes)if(role==="consumer")read2.set(node,(read2.get(node)??0)+1);const open9=new Map;
for(const group of groups){const columns=[...group.axes.keys()].filter(column3=>["consumer","recurrent"].includes(group.axes[column3]?.role??""));const[column2=-1,
another]=columns;const use=group.axes[column2];const layer=byNode.get(use?.node??-1);if(use===void 0||layer===void 0||another!==void 0||read2.get(layer.index)!==
1)continue;if(layer.weight!==use.tensor||layer.inputAxis!==use.axis||(index.consumers.get(layer.weight)??[]).length!==1)continue;const tensor=prunable.tensors.get(
layer.weight);if(tensor?.dataType!==DataType.FLOAT)continue;const plan=planRows(layer,tensor.dims,value2=>prunable.facts.values.get(value2)?.dims,Math.min(samples.
count,MOST_SAMPLES2),ROWS_PER_INPUT2);if(typeof plan!=="string"&&plan.inputs<=MOST_INPUTS2)open9.set(layer.index,{group,column:column2,layer})}return open9}function placeOf2({
prunable,samples},model,layer,later){const tensor=prunable.tensors.get(layer.weight);if(tensor?.dataType!==DataType.FLOAT||model.graph.nodes.filter(node=>node.inputs.
includes(layer.weight)).length!==1)return void 0;const lengths=value2=>prunable.facts.values.get(value2)?.dims;const plan=planRows(layer,tensor.dims,lengths,Math.
min(samples.count,MOST_SAMPLES2),ROWS_PER_INPUT2);return typeof plan==="string"?void 0:{plan,target:targetOf2(model.graph,layer,later,lengths),kept:null}}function cutInputs(group,selection){
const units=selection.removed.get(group.name)??[];return new Map(group.axes.flatMap((use,column2)=>use.role==="consumer"?[[use,units.flatMap(unit=>group.units[unit]?.
positions[column2]??[])]]:[]))}function zeroed({model,tensors},groups,selection){let result=model;for(const group of groups){for(const[use,positions2]of cutInputs(
group,selection)){const stored2=weightsOf(result,use.tensor);if(tensors.get(use.tensor)?.dataType===DataType.FLOAT&&stored2!==void 0)result=withZeros(result,stored2,
use.axis,positions2)}}return result}var weightsOf=(model,name)=>weightTensors(model.graph).get(name);function withZeros(model,tensor,axis,positions2){const values=Float32Array.
from(tensorToFloat32(tensor));const inner=tensor.dims.slice(axis+1).reduce((a,b)=>a*b,1);const size=tensor.dims[axis]??1;for(let block=0;block<values.length;block+=
size*inner){for(const position of positions2)values.fill(0,block+position*inner,block+(position+1)*inner)}return replaceTensors(model,new Map([[tensor.name,withValues(
tensor,tensor.dims,values)]]))}var BUCKETS=4e3;function cheapestPlans(choices){const taken=[];let least=new Float64Array(BUCKETS+1).fill(Infinity);least[0]=0;for(const{options}of choices){const chosen=new Int16Array(
BUCKETS+1).fill(-1);const next=Float64Array.from(least);options.forEach(({loss,saved},index)=>{const steps=stepsOf(saved);for(let bucket=1;bucket<=BUCKETS;bucket++){
const total=least[Math.max(0,bucket-steps)]+loss;if(total<next[bucket]){next[bucket]=total;chosen[bucket]=index}}});taken.push(chosen);least=next}return buckets=>Number.
isFinite(least[buckets])?trace2(choices,taken,buckets):void 0}var stepsOf=saved=>Math.max(0,Math.floor(saved*BUCKETS));function trace2(choices,taken,buckets){const removed=new Map;
let bucket=buckets;for(let index=choices.length-1;index>=0;index--){const{group,options}=choices[index];const option=options[taken[index][bucket]];if(option===void 0)
continue;removed.set(group,option.removed);bucket=Math.max(0,bucket-stepsOf(option.saved))}return removed}import{join as join25}from"node:path";var made2=0;var DensePrefix=class{constructor(request){this.request=request;this.#makers=indexGraph(request.dense.graph).producer}request;#kept;#position=0;#makers;async goTo(values){
const{dense,facts,samples}=this.request;const before=Math.min(...values.map(value2=>this.#makers.get(value2)??0));if(before<=this.#position)return;const frontier=cheapestFrontier(
dense.graph,this.#position,before,name=>facts.values.get(name)?.dims.reduce((a,b)=>a*b,1));if(frontier===void 0||4*frontier.size*samples.count/probedSamples(dense.
graph,facts)>MOST_SPOOL_BYTES)return;if(await this.#advance(frontier.values))this.#position=frontier.position}covers(values){return values.every(value2=>(this.#makers.
get(value2)??-1)>=this.#position)}tail(candidate){const kept=this.#kept;if(kept===void 0)return{model:candidate,feeds:this.request.samples};return{model:startFrom(
candidate,kept.inputs),feeds:{batches:()=>read(kept)}}}async close(){await this.#kept?.spool.remove();this.#kept=void 0}async#advance(values){const{runtime,directory,
dense,batch}=this.request;const{model,feeds}=this.tail(dense);const graph=new AuxiliaryGraph(model);const names=values.map(value2=>graph.output(graph.node("Iden\
tity",[value2]),DataType.UNDEFINED));made2+=1;const spool=await Spool.create(join25(directory,`prefix-${String(process.pid)}-${String(made2)}`));let first;try{await withVariant(
runtime,graph.build(),directory,async session2=>{for await(const each of feeds.batches(batch)){const results=await session2.run(each.feeds);const tensors=names.
map(name=>results.get(name));first??=tensors;await spool.append(tensors)}})}catch(error){await spool.remove();if(error instanceof UserError&&error.code==="out-o\
f-memory")return false;throw error}await this.#kept?.spool.remove();this.#kept={spool,inputs:values.map((value2,i)=>infoOf("prefix",value2,first?.[i]))};return true}};
async function*read({spool,inputs}){for(let index=0;index<spool.batches;index++){const tensors=await spool.read(index);yield{feeds:new Map(inputs.map(({name},i)=>[
name,tensors[i]]))}}}var ROUNDING=1e-6;var Spread=class{#positions;#size=-1;#pooled=new Welford;add(values,samples){const size=values.length/samples;if(this.#size===-1){this.#size=size;
if(Number.isInteger(size))this.#positions=Array.from({length:size},()=>new Welford)}if(size!==this.#size)this.#positions=void 0;values.forEach((value2,i)=>{if(!Number.
isFinite(value2))return;this.#pooled.add(value2);this.#positions?.[i%size]?.add(value2)})}total(){const total=this.#positions?.reduce((sum2,position)=>sum2+position.
squares,0)??this.#pooled.squares;const{count,mean:mean2,squares}=this.#pooled;const scale=squares+count*mean2**2;return total>ROUNDING**2*scale?total:0}};var Welford=class{count=0;mean=0;squares=0;add(value2){
this.count+=1;const delta=value2-this.mean;this.mean+=delta/this.count;this.squares+=delta*(value2-this.mean)}};var SEEN_THROUGH=new Set(["Identity","Cast","Reshape","Squeeze","Unsqueeze","Flatten","Dropout","Transpose","ai.onnx.ml:ZipMap"]);var FINAL=new Set(["Softmax","\
LogSoftmax","Sigmoid","ArgMax"]);var FLOATS=new Set([DataType.FLOAT,DataType.FLOAT16,DataType.DOUBLE,DataType.BFLOAT16]);var SOFTMAX_ONE_AXIS=13;function yardstickOutputs(model,kinds=new Map){
const producers=new Map(model.graph.nodes.flatMap(node=>node.outputs.map(output=>[output,node])));const found=new Map;const notes=[];for(const info of model.graph.
outputs){const final=finalOperator(info.name,producers);const chosen=final===void 0?bareOutput(info,kinds.get(info.name)):behind(info.name,final,model);if(chosen===
void 0)notes.push(`output ${info.name} holds no floating-point values and is not compared`);else if(!found.has(chosen.value))found.set(chosen.value,chosen)}for(const{
output,centring}of found.values()){if(centring!==void 0)notes.push(`the loss compares the logits of output ${output} less each sample's mean over the classes, w\
hich a softmax does not see`)}return{outputs:[...found.values()],notes}}function finalOperator(output,producers){let node=producers.get(output);while(node!==void 0&&
SEEN_THROUGH.has(qualified(node)))node=producers.get(node.inputs[0]??"");return node!==void 0&&FINAL.has(qualified(node))?node:void 0}function qualified(node){return node.
domain===""?node.opType:`${node.domain}:${node.opType}`}function behind(output,final,model){const value2=final.inputs[0]??"";return value2===""?void 0:{output,value:value2,
centring:centringOf(final,model.opsets.get("")??1)}}function centringOf(final,opset){if(final.opType==="Sigmoid")return void 0;if(final.opType==="ArgMax")return{
axis:intAttribute(final,"axis",0),flattened:false};const flattened=opset<SOFTMAX_ONE_AXIS;return{axis:intAttribute(final,"axis",flattened?1:-1),flattened}}function bareOutput(info,kind){
if(!FLOATS.has(info.elemType))return void 0;const classes=info.dims?.length===2&&info.dims[1]!==1;const centred2=kind===void 0?classes:kind==="classes"&&classes;
return{output:info.name,value:info.name,centring:centred2?{axis:1,flattened:false}:void 0}}var MAX_CACHED_BYTES=256*2**20;async function createYardstick(request){const choice=yardstickOutputs(request.dense,request.kinds);if(choice.outputs.length===0)throw noYardstick(
"no output of the model holds floating-point values");const dense=await runDense(request,choice.outputs);const varying=dense.totals.map(total=>total>0);if(!varying.
includes(true))throw noYardstick("every output of the dense model is constant over the samples");const constant=choice.outputs.filter((_,i)=>varying[i]===false).
map(({output})=>`output ${output} is constant over the samples and is not compared`);return{outputs:choice.outputs,notes:[...choice.notes,...constant],loss:async(candidate,feeds)=>{
const errors=await squaredErrors(request,choice.outputs,dense.cached,candidate,feeds);const shares=errors.flatMap((error,i)=>varying[i]===true?[error/dense.totals[i]]:
[]);const loss=shares.reduce((sum2,share)=>sum2+share,0)/shares.length;return Number.isFinite(loss)?loss:Infinity}}}async function runDense(request,outputs){const spreads=outputs.
map(()=>new Spread);let cached=[];let bytes=0;const{model,names}=comparedModel(request.dense,outputs);await withVariant(request.runtime,model,request.denseDirectory??
request.directory,async session2=>{for await(const{feeds,indices}of request.samples.batches(request.batch)){const values=await runOutputs(session2,feeds,names);
values.forEach((value2,i)=>{spreads[i].add(value2,indices.length)});bytes+=values.reduce((sum2,value2)=>sum2+value2.byteLength,0);if(bytes>MAX_CACHED_BYTES)cached=
void 0;cached?.push(values)}});return{cached,totals:spreads.map(spread3=>spread3.total())}}async function squaredErrors(request,outputs,cached,candidate,own){const errors=outputs.
map(()=>0);const{model,names}=comparedModel(candidate,outputs);const compare2=async(session2,denseOf)=>{let batch=0;for await(const{feeds,candidateFeeds}of paired(
request,own)){const[expected,actual]=[await denseOf(feeds,batch),await runOutputs(session2,candidateFeeds,names)];outputs.forEach((_,i)=>{errors[i]=(errors[i]??
0)+squaredDistance(expected[i],actual[i])});batch+=1}};await withVariant(request.runtime,model,request.directory,async session2=>{if(cached!==void 0)return compare2(
session2,async(_,batch)=>cached[batch]);const dense=comparedModel(request.dense,outputs);return withVariant(request.runtime,dense.model,request.denseDirectory??
request.directory,denseSession=>compare2(session2,feeds=>runOutputs(denseSession,feeds,dense.names)))});return errors}async function*paired({samples,batch},own){
const others=own?.batches(batch)[Symbol.asyncIterator]();for await(const{feeds}of samples.batches(batch)){const next=await others?.next();yield{feeds,candidateFeeds:next?.
value?.feeds??feeds}}}function comparedModel(model,outputs){const graph=new AuxiliaryGraph(model);const names=outputs.map(output=>graph.output(comparedValue(graph,
output)));return{model:graph.build(),names}}function comparedValue(graph,{value:value2,centring}){const cast=graph.toFloat(value2);if(centring===void 0)return cast;
if(!centring.flattened)return graph.node("Sub",[cast,graph.reduce("ReduceMean",cast,[centring.axis],true)]);const flat=graph.flatten(cast,centring.axis);return graph.
node("Sub",[flat,graph.reduce("ReduceMean",flat,[1],true)])}async function runOutputs(session2,feeds,names){const parts=names.map(()=>[]);for await(const results of session2.
pieces(feeds))names.forEach((name,i)=>parts[i]?.push(results.get(name).data));return parts.map(joined2)}function joined2(parts){const[first=new Float32Array(0)]=parts;
if(parts.length===1)return first;const whole=new Float32Array(parts.reduce((sum2,{length})=>sum2+length,0));let at=0;for(const part2 of parts){whole.set(part2,at);
at+=part2.length}return whole}function squaredDistance(dense,candidate){if(dense===void 0||candidate===void 0||dense.length!==candidate.length)return NaN;let sum2=0;
for(let i=0;i<dense.length;i+=1){const expected=dense[i];if(Number.isFinite(expected))sum2+=(candidate[i]-expected)**2}return sum2}function noYardstick(why){return new UserError(
{code:"no-yardstick",message:`Candidates cannot be compared: ${why}.`,fix:"calibrate with samples on which the outputs differ, or leave this model out of the po\
licy"})}function tapCoverage(node,kernel,input,output){const perAxis=kernel.map((taps,axis)=>axisCoverage(node,taps,axis,kernel.length,input,output));return Float64Array.
from(perAxis.reduce((all,shares)=>all.flatMap(share=>shares.map(own=>share*own)),[1]))}function axisCoverage(node,taps,axis,axes,input,output){const stride=intsAttribute(
node,"strides")?.[axis]??1;const[size,made3]=[fixedSize(input,axis+2),fixedSize(output,axis+2)];const transposed=node.opType==="ConvTranspose";if(size===void 0||
made3===void 0||made3===0)return new Array(taps).fill(transposed?1/stride:1);const dilation=intsAttribute(node,"dilations")?.[axis]??1;const pad=padBefore(node,
axis,axes,{size,made:made3,stride,reach:(taps-1)*dilation+1});return Array.from({length:taps},(_,tap)=>{const[positions2,other]=transposed?[size,made3]:[made3,size];
let seen=0;for(let position=0;position<positions2;position+=1){const met=position*stride+tap*dilation-pad;if(met>=0&&met<other)seen+=1}return seen/made3})}function padBefore(node,axis,axes,{
size,made:made3,stride,reach}){const auto=stringAttribute(node,"auto_pad")??"NOTSET";if(auto==="VALID")return 0;const pads=intsAttribute(node,"pads");if(auto===
"NOTSET")return pads?.length===2*axes?pads[axis]??0:0;const[outer,inner]=node.opType==="ConvTranspose"?[made3,size]:[size,made3];const total=Math.max(0,(inner-1)*
stride+reach-outer);return auto==="SAME_LOWER"?Math.ceil(total/2):Math.floor(total/2)}function fixedSize(fact,axis){return fact?.dynamic[axis]===false?fact.dims[axis]:
void 0}var MIN_ROWS_PER_INPUT=4;var OUTSIDE_FROM2=1024;var DEAD=1e-10;function meansOnly(moments,cut){return{matrix:void 0,constants:moments.map(({mean:mean2})=>gatherVector(
mean2,cut)),explained:0}}function pooledMoments(parts){const[first]=parts;if(first===void 0)throw new Error("no moments to pool");if(parts.length===1)return first;
const count=parts.reduce((sum2,part2)=>sum2+part2.count,0);const mean2=weighted(parts,count,part2=>part2.mean);const pooled=parts.every(part2=>part2.covariance!==
void 0)?weighted(parts,count,part2=>secondMoment(part2)):void 0;const d=mean2.length;pooled?.forEach((value2,at)=>{pooled[at]=value2-mean2[Math.floor(at/d)]*mean2[at%
d]});const squares=weighted(parts,count,part2=>part2.variance.map((variance2,i)=>variance2+part2.mean[i]**2));return{count,mean:mean2,covariance:pooled,variance:squares.
map((square,i)=>Math.max(0,square-mean2[i]**2))}}function secondMoment({covariance,mean:mean2}){const d=mean2.length;return covariance.map((value2,at)=>value2+mean2[Math.
floor(at/d)]*mean2[at%d])}function weighted(parts,count,vector){const out=new Float64Array(vector(parts[0]).length);for(const part2 of parts)vector(part2).forEach(
(value2,i)=>{out[i]=out[i]+value2*part2.count/count});return out}async function predictCut(moments,kept,cut,ridge,multiply){const{covariance,variance:variance2}=pooledMoments(
moments);if(covariance===void 0)throw new Error("a fit needs covariances");const d=variance2.length;const system=gatherMatrix(covariance,d,kept,kept);addRidge(system,
kept.length,ridge);const target=gatherMatrix(covariance,d,cut,kept);const outside2=multiply!==void 0&&kept.length>=OUTSIDE_FROM2;const factor=outside2?await choleskyOutside(
system,kept.length,multiply):cholesky(system,kept.length);const matrix=solveCholesky(factor,kept.length,target);const constants4=moments.map(({mean:mean2})=>{const predicted=multiplyVector(
matrix,gatherVector(mean2,kept),cut.length,kept.length);return gatherVector(mean2,cut).map((value2,i)=>value2-predicted[i])});return{matrix,constants:constants4,
explained:explainedShare(matrix,target,variance2,cut)}}function addRidge(system,d,ridge){const mean2=meanDiagonal(system,d);for(let i=0;i<d;i+=1){const at=i*d+i;
if(system[at]>DEAD*mean2){system[at]=system[at]+ridge*mean2;continue}for(let j=0;j<d;j+=1)system[i*d+j]=system[j*d+i]=0;system[at]=1}}function explainedShare(matrix,target,variance2,cut){
const total=cut.reduce((sum2,position)=>sum2+variance2[position],0);const predicted=matrix.reduce((sum2,value2,i)=>sum2+value2*target[i],0);return total>0?Math.
min(1,Math.max(0,predicted/total)):0}function refitWeight(dense,{matrix},kept,cut){const all=Array.from({length:dense.rows},(_,row)=>row);const data=gatherMatrix(
dense.data,dense.inputs,all,kept);if(matrix!==void 0){const lost=gatherMatrix(dense.data,dense.inputs,all,cut);matmul(lost,matrix,dense.rows,cut.length,kept.length).
forEach((value2,i)=>{data[i]=data[i]+value2})}return{data,rows:dense.rows,inputs:kept.length}}function constantShift(dense,constant,cut,outputs,coverage,channels){
const shift=new Float64Array(channels);for(let row=0;row<dense.rows;row+=1){let sum2=0;cut.forEach((position,i)=>{sum2+=dense.data[row*dense.inputs+position]*constant[i]});
const output=outputs[row];shift[output]=shift[output]+sum2*coverage[row]}return shift}function denseRows(tensor,inputAxis,cut){let values=tensorToFloat32(tensor);const dims=[...tensor.dims];for(const axis of dims.keys()){const kept=axis===inputAxis?
null:cut.kept(tensor.name,axis);if(kept===null)continue;const bytes=new Uint8Array(values.buffer,values.byteOffset,values.byteLength);const gathered=gatherAxis(
bytes,dims,axis,kept,Float32Array.BYTES_PER_ELEMENT);values=new Float32Array(gathered.buffer,gathered.byteOffset,gathered.byteLength/Float32Array.BYTES_PER_ELEMENT);
dims[axis]=kept.length}return{...toMatrix(values,dims,inputAxis),dims}}function toMatrix(values,dims,inputAxis){const{outer,inputs,inner}=split(dims,inputAxis);
const data=new Float64Array(values.length);for(let o=0,from=0;o<outer;o+=1){for(let c=0;c<inputs;c+=1){for(let i=0;i<inner;i+=1,from+=1)data[(o*inner+i)*inputs+
c]=values[from]}}return{data,rows:outer*inner,inputs}}function fromMatrix({data,inputs},dims,inputAxis){const{outer,inner}=split(dims,inputAxis);const values=new Float32Array(
data.length);for(let o=0,to=0;o<outer;o+=1){for(let c=0;c<inputs;c+=1){for(let i=0;i<inner;i+=1,to+=1)values[to]=data[(o*inner+i)*inputs+c]}}return values}function rowPositions(dims,inputAxis,axis){
const others=dims.map((size,i)=>i===inputAxis?1:size);const stride=others.slice(axis+1).reduce((a,b)=>a*b,1);const rows2=others.reduce((a,b)=>a*b,1);return Int32Array.
from({length:rows2},(_,row)=>Math.floor(row/stride)%others[axis])}function split(dims,axis){const product3=sizes=>sizes.reduce((a,b)=>a*b,1);return{outer:product3(
dims.slice(0,axis)),inputs:dims[axis]??1,inner:product3(dims.slice(axis+1))}}function refitObstacle(job,moments){if(job.fixed!==void 0)return job.fixed;const own=momentsOf(job,moments);const[first]=own;if(first?.covariance===void 0)return`${first?.
mean.length??0} channels are too many for a covariance`;const rows2=own.reduce((sum2,{count})=>sum2+count,0);const needed=MIN_ROWS_PER_INPUT*job.kept.length;return rows2<
needed?`${rows2} calibration rows are too few for ${job.kept.length} inputs (${needed} needed)`:void 0}async function makeFix(context,job,ridge){const{prunable,
cut}=context;const moments=momentsOf(job,context.moments);const prediction=ridge===void 0?meansOnly(moments,job.cut):await predictCut(moments,job.kept,job.cut,ridge,
context.multiply);const tensor={...prunable.tensors.get(job.weight),name:job.weight};const dense=denseRows(tensor,job.inputAxis,cut);const weight=prediction.matrix===
void 0?void 0:newWeight(job,tensor,dense,prediction);if(ridge!==void 0&&weight===void 0)return makeFix(context,job,void 0);const shifts=new Map(job.layers.map((layer,i)=>[
layer.node.outputs[0]??"",layerShift(context,job,layer,dense,prediction.constants[i])]));return{method:ridge===void 0?"bias":"refit",weight,shifts,explained:prediction.
explained}}function newWeight(job,tensor,dense,prediction){const dims=dense.dims.with(job.inputAxis,job.kept.length);const values=fromMatrix(refitWeight(dense,prediction,
job.kept,job.cut),dims,job.inputAxis);const limit=tensor.dataType===DataType.FLOAT16?MAX_FLOAT16:Number.MAX_VALUE;return values.every(value2=>Math.abs(value2)<=
limit)?values:void 0}var MAX_FLOAT16=65504;function layerShift({prunable},job,layer,dense,constant){const{dims}=dense;const kernel=layer.kernelAxes.map(axis=>dims[axis]??
1);const{values}=prunable.facts;const coverage=tapCoverage(layer.node,kernel,values.get(layer.input),values.get(layer.node.outputs[0]??""));const taps=layer.kernelAxes.
map(axis=>rowPositions(dims,job.inputAxis,axis));const perRow2=Float64Array.from({length:dense.rows},(_,row)=>{const tap=taps.reduce((at,positions2,axis)=>at*kernel[axis]+
positions2[row],0);return coverage[tap]});const outputs=rowPositions(dims,job.inputAxis,layer.outputAxis);return constantShift(dense,constant,job.cut,outputs,perRow2,
dims[layer.outputAxis]??1).map(value2=>value2*layer.gain)}function momentsOf(job,moments){return job.layers.map(layer=>moments.get(layer.input))}function applyFixes(pruned,fixes,rank2){
const weights=new Map;const layers=new Map;for(const[job,fix]of fixes){if(fix.weight!==void 0)weights.set(job.weight,fix.weight);for(const[value2,shift]of fix.shifts)
layers.set(value2,{shift})}return editLayers(pruned,{weights,layers},rank2)}function repairJobs(prunable,cut){const context=layerContext(prunable.model.graph,ranksOf(prunable.facts));const byWeight=new Map;const unrepaired=[];const nodes=new Set;
for(const role of prunable.coupling.roles){if(role.role!=="consumer"||cut.kept(role.value,role.valueAxis)===null||nodes.has(role.node))continue;nodes.add(role.node);
const layer=layerAt(context,role.node);const node=prunable.model.graph.nodes[role.node];const name=node?.name||(node?.outputs[0]??"");if(typeof layer==="string")
unrepaired.push({name,reason:layer});else if(layer.groups>1)unrepaired.push({name,reason:"a grouped convolution loses whole groups"});else byWeight.set(layer.weight,
[...byWeight.get(layer.weight)??[],layer])}const jobs=[...byWeight].map(([weight,layers])=>makeJob(prunable,cut,weight,layers));return{jobs,unrepaired}}function makeJob(prunable,cut,weight,layers){
const[first]=layers;const size=prunable.tensors.get(weight)?.dims[first.inputAxis]??0;const kept=cut.kept(first.input,first.inputChannel)??[];const stays=new Set(
kept);const lost=Array.from({length:size},(_,position)=>position).filter(position=>!stays.has(position));return{weight,inputAxis:first.inputAxis,cut:lost,kept,layers,
fixed:whyFixed(prunable,weight,layers)}}function whyFixed(prunable,weight,layers){const readers=finalReaders(prunable,weight);const own=new Set(layers.map(layer=>layer.
index));const other=readers.find(index=>!own.has(index));if(other!==void 0)return`${prunable.model.graph.nodes[other]?.opType??"another node"} reads the same we\
ight`;if(layers.some(layer=>layer.inputAxis!==layers[0]?.inputAxis))return"two layers read the same weight along different axes";return void 0}function finalReaders({
model},weight){const open9=[weight];const found=new Set;for(let value2=open9.pop();value2!==void 0;value2=open9.pop()){const from=value2;model.graph.nodes.forEach(
(node,index)=>{if(!node.inputs.includes(from))return;if(["Transpose","Identity","Cast"].includes(node.opType))open9.push(node.outputs[0]??"");else found.add(index)})}
return[...found].sort((a,b)=>a-b)}var LEVELS=5;var MOST_SAMPLES3=256;var RIDGE2=.001;var CutMeter=class _CutMeter{constructor(request,yardstick,evidence,prefix,uncut){this.request=request;this.yardstick=
yardstick;this.evidence=evidence;this.prefix=prefix;this.uncut=uncut}request;yardstick;evidence;prefix;uncut;static async open(request,evidence,decide2){const{runtime,
prunable,directory,batch,kinds,reference}=request;const samples=fewOf(decide2,MOST_SAMPLES3);const dense={dense:reference?.model??prunable.model,denseDirectory:reference?.
directory??directory};const yardstick=await createYardstick({runtime,...dense,directory,samples,batch,...kinds===void 0?{}:{kinds}});const prefix=new DensePrefix(
{runtime,directory,dense:prunable.model,facts:prunable.facts,samples,batch});return new _CutMeter(request,yardstick,evidence,prefix,reference===void 0?0:await yardstick.
loss(prunable.model))}async loss(selection){const model=await withProducts(this.request.runtime,multiply=>cutAndRefit(this.request,selection,this.evidence.moments,
multiply));return model===void 0?void 0:this.yardstick.loss(model)}losses(group,order2){const readers=fittedReaders(group,this.evidence);if(readers===void 0)return removed=>this.
loss({removed:new Map([[group.name,order2.slice(0,removed).sort((a,b)=>a-b)]])});const{prunable}=this.request;const stored2=({weight})=>tensorToFloat32(prunable.
tensors.get(weight));const elimination=new Elimination(readers.map(({column:column2,fitted})=>{const reader=this.evidence.reader(group,column2,()=>({data:stored2(
fitted.layer),dims:[]}));if(reader===void 0)throw new Error("a fitted layer has moments");return reader}));const layers=readers.map(({fitted})=>fitted);const changed2=layers.
map(({layer})=>layer.node.outputs[0]??"");let gone=0;return async removed=>{await this.prefix.goTo(changed2);for(;gone<removed;gone++)elimination.remove(order2[gone]);
const candidate=withRows(this.request,layers,elimination.weights());if(!this.prefix.covers(changed2))return this.yardstick.loss(candidate);const{model,feeds}=this.
prefix.tail(candidate);return this.yardstick.loss(model,feeds)}}async close(){await this.prefix.close()}async repairedLoss(selection){const{request}=this;const{
prunable,calibration,decide:decide2,step}=request;const model=await withProducts(request.runtime,multiply=>cutAndRefit(request,selection,this.evidence.moments,multiply));
if(model===void 0)return void 0;const plain2=await this.yardstick.loss(model);if(calibration===void 0||decide2===void 0||!step.repair.includes("sequential"))return plain2;
const{runtime,directory,batch}=request;const cut=makeCut(prunable.coupling,prunable.analysis,selection);const refit=await sequentialRefit({runtime,directory,batch,
prunable,cut,samples:calibration,judge:decide2,quick:true},model);return refit===void 0?plain2:Math.min(plain2,await this.yardstick.loss(refit.model))}};async function measureSensitivity(meter,scored,counts2,onProgress){
const curves=new Map;const firstReader=({group})=>Math.min(...group.axes.flatMap(use=>use.role==="consumer"?[use.node]:[]));for(const entry of[...scored].sort((a,b)=>firstReader(
a)-firstReader(b))){curves.set(entry.group.name,await curveOf(meter,entry,spread2(counts2.get(entry.group.name)??[])));onProgress(curves.size)}return curves}function spread2(counts2){
if(counts2.length<=LEVELS)return[...counts2];return Array.from({length:LEVELS},(_,i)=>counts2[Math.round(i*(counts2.length-1)/(LEVELS-1))])}async function curveOf(meter,{
group,scores},levels){const order2=removalOrder(scores);const points=[{removed:0,loss:0}];const lossAfter=meter.losses(group,order2);for(const removed of levels){
const loss=await lossAfter(removed);if(loss===void 0)return points;points.push({removed,loss:Math.max(loss-meter.uncut,points.at(-1)?.loss??0)})}return points}function fittedReaders(group,evidence){
const columns=[...group.axes.keys()].filter(column2=>group.axes[column2]?.role==="consumer");const readers=columns.flatMap(column2=>{const use=group.axes[column2];
const fitted=use===void 0?void 0:evidence.layer(use);return fitted===void 0?[]:[{column:column2,fitted}]});const nodes=new Set(readers.map(({fitted})=>fitted.layer.
index));return readers.length>0&&readers.length===columns.length&&nodes.size===columns.length?readers:void 0}function withRows({prunable},layers,rows2){const weights=new Map;
const edits=new Map;layers.forEach(({layer,shape,inputs},i)=>{const own=rows2[i];const dense=toRows(tensorToFloat32(prunable.tensors.get(layer.weight)),shape);const d=inputs.
mean.length;const shift=Float64Array.from({length:shape.outputs},(_,output)=>{let sum2=0;for(let j=0;j<d;j++)sum2+=(dense[output*d+j]-own[output*d+j])*inputs.mean[j];
return sum2*layer.gain});weights.set(layer.weight,toStored(own,shape));edits.set(layer.node.outputs[0]??"",{shift})});return editLayers(prunable.model,{weights,
layers:edits},ranksOf(prunable.facts))}async function cutAndRefit({prunable},selection,moments,multiply){const cut=makeCut(prunable.coupling,prunable.analysis,selection);
const applied=applyCut(prunable.model,prunable.tensors,prunable.coupling,prunable.facts,cut);if(applied.model===void 0)return void 0;const fixes=new Map;for(const job of repairJobs(
prunable,cut).jobs){if(job.layers.some(layer=>!moments.has(layer.input)))continue;const ridge=refitObstacle(job,moments)===void 0?RIDGE2:void 0;fixes.set(job,await makeFix(
{prunable,cut,moments,multiply},job,ridge))}return applyFixes(applied.model,fixes,ranksOf(prunable.facts))}function lossAt(points,removed){const after=points.findIndex(
point=>point.removed>=removed);const index=after<0?points.length-1:after;const high=points[index];const low=points[index-1];if(high===void 0||low===void 0)return high?.
loss??0;return low.loss+(removed-low.removed)/(high.removed-low.removed)*(high.loss-low.loss)}var MOST_OVERSHOOT=1.05;async function selectUnits(budget,scored,step,sensitivity){const{target}=step;let best2=await selectBlocks(budget,scored,step,sensitivity);
if(!("factor"in target))return best2;for(let finer=budget.finer?.();finer!==void 0&&best2.achieved>MOST_OVERSHOOT*target.factor;finer=finer.finer?.()){const chosen=await selectBlocks(
finer,scored,step,sensitivity);if(chosen.reached&&chosen.achieved<best2.achieved)best2=chosen}return best2}async function selectBlocks(budget,scored,step,sensitivity){
const{target,allocation}=step;if(sensitivity!==void 0&&target.kind!=="ratio")return selectByKnapsack(budget,scored,sensitivity);const steps=orderSteps(scored,step,
group=>budget.counts(group),sensitivity===void 0?void 0:tradeoffOf(budget,scored,sensitivity));const choose=count=>budget.measure(selectionOf(scored,removedAfter(
steps,count)));if(target.kind==="ratio"){const units=scored.reduce((sum2,{group})=>sum2+group.units.length,0);return choose(stepsWithinRatio(steps,allocation,target.
ratio,units))}return choose(await shortestPrefix(steps.length,async count=>(await choose(count)).reached)??steps.length)}async function selectByKnapsack(budget,scored,sensitivity){
const tradeoff=tradeoffOf(budget,scored,sensitivity);const plans=cheapestPlans(scored.map(({group:{name},group})=>({group:name,options:budget.counts(group).filter(
removed=>Number.isFinite(tradeoff.loss(name,removed))).map(removed=>({removed,loss:tradeoff.loss(name,removed),saved:tradeoff.saved(name,removed)}))})));const most=new Map(
scored.map(({group})=>[group.name,budget.counts(group).at(-1)??0]));const choose=buckets=>budget.measure(selectionOf(scored,plans(buckets)??most));return choose(
await shortestPrefix(BUCKETS,async buckets=>(await choose(buckets)).reached)??BUCKETS)}function tradeoffOf(budget,scored,sensitivity){const entries=new Map(scored.
map(entry=>[entry.group.name,entry]));return{loss:(group,removed)=>lossAt(sensitivity.get(group)??[],removed),saved:(group,removed)=>{const entry=entries.get(group);
return entry===void 0||removed===0?0:budget.saved(entry,removed)}}}function fixedAllocation({step},budgetOf){return async open9=>selectUnits(await budgetOf(open9),open9,step)}async function autoAllocation(request,rated,evidence,scored,budgetOf){
const{step,decide:decide2}=request;if(decide2===void 0)throw new Error("auto allocation needs calibration split B");const{meter,curves:sensitivity}=request.measured?.
sensitivity??await measureCurves(request,await CutMeter.open(rated,evidence,decide2),scored,await budgetOf(scored));if(request.measured!==void 0)request.measured.
sensitivity={meter,curves:sensitivity};return async open9=>{const inner=open9.filter(({group})=>group.axes.filter(use=>use.role==="producer").length===1);const budget=await budgetOf(
open9);const measured2=[await selectUnits(budget,open9,step,sensitivity)];for(const power of POWERS)measured2.push(await selectUnits(budget,inner,step,raised(sensitivity,
power)));const fixed=[];for(const allocation of["global","uniform"])fixed.push(await selectUnits(budget,open9,{...step,allocation}));return reselected(budget,rated,
meter,await bestOf(meter,measured2,fixed))}}async function measureCurves(request,meter,scored,budget){const counts2=new Map(scored.map(({group})=>[group.name,budget.
counts(group)]));const curves=await measureSensitivity(meter,scored,counts2,done=>{request.onProgress?.("score",`sensitivity of group ${String(done)} of ${String(
scored.length)}`)}).finally(()=>meter.close());return{meter,curves}}var POWERS=[1,.5,1.5];function raised(sensitivity,power){return new Map([...sensitivity].map(
([name,points])=>[name,points.map(({removed,loss})=>({removed,loss:loss**power}))]))}async function bestOf(meter,measured2,fixed){const all=distinct2([...measured2,
...fixed]);const[best2]=await byLoss(all,candidate=>meter.loss(candidate.selection));const finalists=distinct2([...all.filter(candidate=>measured2.includes(candidate)),
...best2===void 0?[]:[best2.chosen]]);const[winner]=finalists.length<2?[]:await byLoss(finalists,candidate=>meter.repairedLoss(candidate.selection));const chosen=winner?.
chosen??best2?.chosen??finalists[0]??all[0];if(chosen===void 0)throw new Error("no candidate to choose from");return{chosen,loss:winner?.loss}}async function reselected(budget,rated,meter,{
chosen,loss}){const{calibration,decide:decide2,step}=rated;if(step.criterion!=="obs"||calibration===void 0||decide2===void 0||!step.repair.includes("sequential"))
return chosen;rated.onProgress?.("score","units again, on pruned activations");const selection=await reselectUnits({...rated,samples:calibration,judge:decide2},
chosen.selection);if(selection===void 0)return chosen;const before=loss??await meter.repairedLoss(chosen.selection)??Infinity;const after=await meter.repairedLoss(
selection)??Infinity;return after<before?budget.measure(selection):chosen}function distinct2(candidates){const reached=candidates.filter(candidate=>candidate.reached);
const known2=new Map;for(const candidate of reached.length>0?reached:candidates){const key=JSON.stringify([...candidate.selection.removed]);if(!known2.has(key))
known2.set(key,candidate)}return[...known2.values()]}async function byLoss(candidates,lossOf){const rated=[];for(const chosen of candidates){const loss=await lossOf(
chosen);if(loss!==void 0)rated.push({chosen,loss})}return rated.sort((a,b)=>a.loss-b.loss)}async function latencyBudget(prunable,step,meter,open9){const paying=new Map;for(const group of open9)paying.set(group.name,await meter.measure(group));return{counts:group=>paying.
get(group.name)??[],saved:({group},removed)=>meter.saved(group.name,removed),measure:async selection=>measureSelection(prunable,step,selection,open9,await meter.
speedup(selection)??1)}}function partOf2({model:{graph},coupling,analysis},group){const roots=new Set(analysis.classes.get(group.name));const touched=value2=>(coupling.axes.get(value2)??
[]).some(ids=>ids?.some(id=>roots.has(coupling.classes.find(id)))===true);const inside2=new Set(graph.nodes.filter(node=>[...node.inputs,...node.outputs].some(value2=>value2!==
""&&touched(value2))));if(inside2.size===0)return void 0;const made3=new Set([...inside2].flatMap(({outputs})=>outputs));const given=new Set(graph.outputs.map(({
name})=>name));const readOutside=new Set(graph.nodes.filter(node=>!inside2.has(node)).flatMap(readBy));const fixed=new Set([...graph.initializers.keys(),...graph.
sparseInitializers,...graph.nodes.filter(isConstant2).flatMap(({outputs})=>outputs)]);const inputs=new Set([...inside2].flatMap(readBy).filter(value2=>value2!==
""&&!made3.has(value2)&&!fixed.has(value2)));return{inputs:[...inputs].sort(),outputs:[...made3].filter(value2=>value2!==""&&(given.has(value2)||readOutside.has(
value2))).sort()}}var isConstant2=({opType,domain})=>opType==="Constant"&&domain==="";var readBy=node=>[...node.inputs,...capturedValues(node)];function extractPart(model,{
outputs},values){const nodes=backTo(model.graph,outputs,values);if(nodes===void 0)return void 0;const read2=new Set(nodes.flatMap(readBy));const inputs=[...values].
map(([name,{type,dims}])=>makeValueInfo(name,ELEMENT_TYPES2[type],dims));return{...model,graph:{...model.graph,nodes,inputs,outputs:outputs.map(name=>makeValueInfo(
name,DataType.UNDEFINED,null)),valueInfos:[],initializers:new Map([...model.graph.initializers].filter(([name])=>read2.has(name)))}}}function backTo(graph,outputs,values){
const makers=new Map(graph.nodes.flatMap(node=>node.outputs.map(output=>[output,node])));const needed=new Set;const open9=[...outputs];for(let value2=open9.pop();value2!==
void 0;value2=open9.pop()){if(value2===""||values.has(value2)||graph.initializers.has(value2)||graph.sparseInitializers.includes(value2))continue;const node=makers.
get(value2);if(node===void 0)return void 0;if(needed.has(node))continue;needed.add(node);open9.push(...readBy(node))}return graph.nodes.filter(node=>needed.has(
node))}var ELEMENT_TYPES2={float32:DataType.FLOAT,float64:DataType.DOUBLE,float16:DataType.FLOAT16,uint8:DataType.UINT8,int8:DataType.INT8,uint16:DataType.UINT16,
int16:DataType.INT16,int32:DataType.INT32,uint32:DataType.UINT32,int64:DataType.INT64,uint64:DataType.UINT64,bool:DataType.BOOL};function withValues2(model,values){
return{...model,graph:{...model.graph,outputs:values.map(name=>makeValueInfo(name,DataType.UNDEFINED,null)),valueInfos:[]}}}function feedsOfPart({inputs},feeds,found){
return new Map(inputs.flatMap(name=>{const tensor=feeds.get(name)??found.get(name);return tensor===void 0?[]:[[name,tensor]]}))}var LEAST_ROUNDS=5;var MOST_ROUNDS=40;var BLOCK2=3;async function race(racers,{runtime,directory,threads,budgetMs}){const files=[];const sessions=[];try{for(const{
model}of racers){const file=await writeTemporary(model,directory);files.push(file);sessions.push(await runtime.open(file.path,{threads}))}return await takeTurns(
sessions,racers.map(({feeds})=>feeds),budgetMs)}finally{for(const session2 of sessions)await session2.release();for(const file of files)await file.remove()}}async function takeTurns(sessions,feeds,budgetMs){
const time=async racer=>{const start=performance.now();await sessions[racer].run(feeds[racer]);return performance.now()-start};let once=0;for(let racer=0;racer<
sessions.length;racer++){await time(racer);once+=await time(racer)}const block=BLOCK2*once*LEAST_ROUNDS>budgetMs?1:BLOCK2;const rounds=Math.max(LEAST_ROUNDS,Math.
min(MOST_ROUNDS,Math.floor(budgetMs/(once*block))));const times=sessions.map(()=>[]);for(let round=0;round<rounds;round++){for(let turn=0;turn<sessions.length;turn++){
const racer=(turn+round)%sessions.length;for(let run=0;run<block;run++)times[racer]?.push(await time(racer))}}return times.map(lowerQuartile)}function lowerQuartile(values){
const sorted=[...values].sort((a,b)=>a-b);return sorted[Math.floor((sorted.length-1)/4)]??NaN}var LEVELS2=8;var FINEST_CHANNELS=4;var GROUP_BUDGET_MS=400;var MODEL_BUDGET_MS=400;var LEAST_FLOOR2=.01;var LatencyMeter=class{constructor(request){this.request=
request;for(const each of request.setting.given?.groups??[])this.#groups.set(each.name,each);for(const each of request.setting.given?.models??[])this.#models.set(
keyOf4(each.cut),each)}request;#groups=new Map;#models=new Map;async measure(group){const times=this.#groups.get(group.name)??this.#missing(group.name)??await this.#time(
group);this.#groups.set(group.name,times);return payingCuts(times)}saved(group,removed){const times=this.#groups.get(group);const cut=times?.cuts.find(each=>each.
removed===removed);return times===void 0||cut===void 0?0:(times.dense-cut.ms)/times.model}async speedup(selection){const cut=cutOf(selection);if(cut.length===0&&
this.request.reference===void 0)return 1;const known2=this.#models.get(keyOf4(cut))??this.#missing(keyOf4(cut));if(known2!==void 0)return known2.dense/known2.ms;
const pruned=this.#cut(selection);if(pruned===void 0)return void 0;const{prunable,setting:{feeds},reference}=this.request;const[dense=NaN,ms=NaN]=reference===void 0?
await this.#race([prunable.model,pruned].map(model=>({model,feeds})),MODEL_BUDGET_MS):await this.#raceApart(reference,pruned);this.#models.set(keyOf4(cut),{cut,
dense:rounded(dense),ms:rounded(ms)});return rounded(dense)/rounded(ms)}table(){const{batch,threads,machine,given}=this.request.setting;return given??{batch,threads,
machine,groups:[...this.#groups.values()],models:[...this.#models.values()]}}async#time(group){const counts2=timedCounts(group,this.request.align);const cuts=counts2.
flatMap(removed=>{const model2=this.#cut({removed:new Map([[group.name,Array.from({length:removed},(_,unit)=>unit)]])});return model2===void 0?[]:[{removed,model:model2}]});
const model=await this.#wholeTime();const models=cuts.map(each=>each.model);const[dense=NaN,twin=NaN,...times]=await this.#timeParts(group,models)??await this.#timeWhole(
models);const floor=Math.max(LEAST_FLOOR2,Math.abs(dense/twin-1));return{name:group.name,units:group.units.length,model,dense:rounded(Math.min(dense,twin)),floor:rounded(
floor),cuts:cuts.map(({removed},i)=>({removed,ms:rounded(times[i]??NaN)}))}}#whole;async#wholeTime(){const{prunable:{model},setting:{feeds}}=this.request;this.#whole??=
rounded((await this.#race([{model,feeds}],MODEL_BUDGET_MS))[0]??NaN);return this.#whole}async#timeParts(group,cuts){const{runtime,directory,prunable,setting}=this.
request;const part2=partOf2(prunable,group);if(part2===void 0||part2.outputs.length===0)return void 0;try{const made3=part2.inputs.filter(name=>!setting.feeds.has(
name));const found=made3.length===0?new Map:await withVariant(runtime,withValues2(prunable.model,made3),directory,session2=>session2.run(setting.feeds));const feeds=feedsOfPart(
part2,setting.feeds,found);const models=[prunable.model,prunable.model,...cuts].map(model=>extractPart(model,part2,feeds));const racers=models.flatMap(model=>model===
void 0?[]:[{model,feeds}]);return racers.length===models.length?await this.#race(racers,GROUP_BUDGET_MS):void 0}catch(thrown){if(thrown instanceof UserError)return void 0;
throw thrown}}#timeWhole(cuts){const{prunable:{model},setting:{feeds}}=this.request;return this.#race([model,model,...cuts].map(each=>({model:each,feeds})),GROUP_BUDGET_MS)}#race(racers,budgetMs){
const{runtime,directory,setting:{threads}}=this.request;return race(racers,{runtime,directory,threads,budgetMs})}async#raceApart(reference,pruned){const{runtime,
directory,setting:{threads,feeds}}=this.request;const options={runtime,threads,budgetMs:MODEL_BUDGET_MS/2};const[dense=NaN]=await race([{model:reference.model,feeds}],
{...options,directory:reference.directory});const[ms=NaN]=await race([{model:pruned,feeds}],{...options,directory});return[dense,ms]}#cut(selection){const{model,
tensors,coupling,facts,analysis}=this.request.prunable;return applyCut(model,tensors,coupling,facts,makeCut(coupling,analysis,selection)).model}#missing(what){if(this.
request.setting.given===void 0)return void 0;throw new UserError({code:"latency-table-incomplete",message:`The recorded latency table has no time for ${what===""?
"the model as it is":what}.`,where:"--latency-from",fix:"Use a table that was recorded for this model, policy and data, or leave the option out: latencies are t\
hen measured."})}};var keyOf4=cut=>cut.map(({name,removed})=>`${name}:${String(removed)}`).join(" ");function recordedSpeedup({models},{removed}){const key=keyOf4(
cutOf({removed}));const known2=models.find(({cut})=>keyOf4(cut)===key);return known2===void 0?NaN:known2.dense/known2.ms}var cutOf=({removed})=>[...removed].map(
([name,units])=>({name,removed:units.length})).filter(each=>each.removed>0).sort((a,b)=>a.name<b.name?-1:1);var rounded=value2=>Number(value2.toPrecision(4));function timedCounts(group,align){
const finest=align==="auto"?FINEST_CHANNELS:align;for(let times=1;;times++){const counts2=removableCounts(group,finest*times,{kind:"latency",factor:1});if(counts2.
length<=LEVELS2)return counts2}}function payingCuts({dense,floor,cuts}){let best2=dense;return cuts.flatMap(({removed,ms})=>{if(!(ms<best2*(1-floor)))return[];best2=
ms;return[removed]})}function needsTwin(model){return[...weightTensors(model.graph).values()].some(({dataType})=>isReduced(dataType))||model.graph.nodes.some(node=>node.opType==="De\
quantizeLinear"||node.opType==="QuantizeLinear")}var isReduced=dataType=>isFloatType(dataType)&&dataType!==DataType.FLOAT;function floatTwin(model){return needsTwin(
model)?{...model,graph:twinGraph(model.graph,weightTensors(model.graph))}:model}function twinGraph(graph,stored2){const nodes=graph.nodes.map(node=>twinNode(node,
stored2));const initializers=new Map([...graph.initializers].map(([name,tensor])=>[name,toFloat(tensor)]));const declared=info=>isReduced(info.elemType)?{name:info.
name,elemType:DataType.FLOAT,dims:info.dims}:info;return{...graph,nodes,initializers,inputs:graph.inputs.map(declared),outputs:graph.outputs.map(declared),valueInfos:[]}}
function twinNode(node,stored2){if(node.domain===""&&node.opType==="DequantizeLinear"){const weight=stored2.get(node.inputs[0]);if(weight===void 0)return passThrough(
node);return makeNode("Constant",[],node.outputs,{name:node.name,attributes:[["value",tensorOf(dequantise(node,weight,stored2))]]})}if(node.domain===""&&node.opType===
"QuantizeLinear")return passThrough(node);const attributes=new Map([...node.attributes].map(([name,attribute])=>[name,twinAttribute(node,name,attribute,stored2)]));
return{...node,attributes}}var passThrough=node=>makeNode("Identity",node.inputs.slice(0,1),node.outputs,{name:node.name});function twinAttribute(node,name,attribute,stored2){
if(attribute.kind==="tensor")return{kind:"tensor",value:toFloat(attribute.value)};if(attribute.kind==="graph")return{kind:"graph",value:twinGraph(attribute.value,
new Map([...stored2,...attribute.value.initializers]))};const isType=name==="to"&&node.opType==="Cast"||name==="dtype"&&node.domain==="";if(isType&&attribute.kind===
"int"&&isReduced(Number(attribute.value)))return{kind:"int",value:BigInt(DataType.FLOAT)};return attribute}function toFloat(tensor){return isReduced(tensor.dataType)?
makeTensor(tensor.name,DataType.FLOAT,tensor.dims,tensorToFloat32(tensor)):tensor}function realValues(model,tensor,stored2){if(isFloatType(tensor.dataType))return tensorToFloat32(
tensor);const value2=[...stored2].find(([,candidate])=>candidate===tensor)?.[0];const reader=model.graph.nodes.find(node=>node.opType==="DequantizeLinear"&&node.
inputs[0]===value2);return tensorToFloat32(reader===void 0?makeTensor(tensor.name,DataType.FLOAT,tensor.dims,Float32Array.from(tensorToNumbers(tensor))):dequantise(
reader,tensor,stored2))}function dequantise(node,weight,stored2){const scales=numbersOf4(stored2.get(node.inputs[1]??""))??[1];const zeros=numbersOf4(stored2.get(
node.inputs[2]??""))??[0];const listed=node.attributes.get("axis");const axis=listed?.kind==="int"?Number(listed.value):1;const at=axis<0?axis+weight.dims.length:
axis;const inner=weight.dims.slice(at+1).reduce((a,b)=>a*b,1);const size=weight.dims[at]??1;const values=Float32Array.from(tensorToNumbers(weight),(value2,i)=>{
const channel=Math.floor(i/inner)%size;const pick2=list=>(list.length===1?list[0]:list[channel])??0;return(value2-pick2(zeros))*pick2(scales)});return makeTensor(
node.outputs[0],DataType.FLOAT,weight.dims,values)}var numbersOf4=tensor=>tensor===void 0?void 0:tensorToNumbers(tensor);var STORED2=new Set([DataType.INT8,DataType.UINT8,DataType.INT16,DataType.UINT16,DataType.INT32]);function weightDequantisers(model){const stored2=weightTensors(
model.graph);const found=new Map;for(const node of model.graph.nodes){if(node.domain!==""||node.opType!=="DequantizeLinear"||intAttribute(node,"block_size",0)!==
0)continue;const[weight,scale,zero=""]=node.inputs.map(input=>stored2.get(input));if(weight===void 0||!STORED2.has(weight.dataType)||scale?.dataType!==DataType.
FLOAT)continue;if(zero===void 0&&(node.inputs[2]??"")!=="")continue;found.set(node.outputs[0]??"",node)}return found}function withFloatWeights(model){const dequantisers=weightDequantisers(
model);if(dequantisers.size===0)return model;const stored2=weightTensors(model.graph);const nodes=model.graph.nodes.map(node=>{if(dequantisers.get(node.outputs[0]??
"")!==node)return node;const value2=dequantise(node,stored2.get(node.inputs[0]??""),stored2);return makeNode("Constant",[],node.outputs,{name:node.name,attributes:[
["value",tensorOf(value2)]]})});return{...model,graph:{...model.graph,nodes}}}function floatPrunable(prunable){const model=withFloatWeights(prunable.model);if(model===
prunable.model)return prunable;const float=analyse(model,prunable.facts,prunable.fileBytes);const sizes=({analysis})=>JSON.stringify(analysis.groups.map(({name,
units})=>[name,units.length]));return sizes(float)===sizes(prunable)?float:prunable}var ProveFailed=class extends UserError{constructor(start,failed2){super({code:"prove-failed",message:`${start} pruned model differs from the dense model with t\
he same channels silenced.`,where:failed2.mismatch?.value??"the model",fix:"Exclude the groups named in the report with `keep`, and report this to prune-gate wi\
th the folder `prove-failed` of the output: it is a bug in its surgery."});this.failed=failed2;this.name="ProveFailed"}failed};function compareKept(dense,dims,kept,pruned){let offsets=new Float64Array([0]);let stride=dims.reduce((a,b)=>a*b,1);const last=dims.length-1;for(let axis=0;axis<
last;axis++){stride/=dims[axis];offsets=expand(offsets,positionsOf(dims,kept,axis),stride)}const row=last<0?Int32Array.of(0):positionsOf(dims,kept,last);let maxDifference=0;
let maxMagnitude=0;let index=0;for(const offset of offsets){for(const position of row){const a=pruned[index++];const b=dense[offset+position];const magnitude=Math.
abs(b);if(magnitude>maxMagnitude&&magnitude!==Infinity)maxMagnitude=magnitude;if(a===b)continue;const difference=Math.abs(a-b);if(Number.isNaN(difference)){if(!(Number.
isNaN(a)&&Number.isNaN(b)))maxDifference=Infinity;continue}if(difference>maxDifference)maxDifference=difference}}return{maxDifference,maxMagnitude}}function positionsOf(dims,kept,axis){
const listed=kept[axis];return listed==null?Int32Array.from({length:dims[axis]},(_,i)=>i):Int32Array.from(listed)}function expand(offsets,positions2,stride){const expanded=new Float64Array(
offsets.length*positions2.length);let i=0;for(const offset of offsets)for(const position of positions2)expanded[i++]=offset+position*stride;return expanded}function variesAlong(dense,dims,axis,positions2){
const size=dims[axis];const inner=dims.slice(axis+1).reduce((a,b)=>a*b,1);const[first=0,...others]=positions2;for(let block=0;block<dense.length;block+=size*inner){
for(const other of others){for(let i=0;i<inner;i++){const a=dense[block+first*inner+i];const b=dense[block+other*inner+i];if(a!==b&&!(Number.isNaN(a)&&Number.isNaN(
b)))return true}}}return false}function maskModel(model,coupling,facts,cut){const names=allNames(model.graph);const picks=opsetOf(model)>=9;const silence=makeTensor(freshName(names,"silence"),
DataType.FLOAT,[],new Float32Array(1));const masks=picks?[silence]:[];const edits=new Map;for(const use of coupling.roles){const kept=use.role==="consumer"||use.
role==="recurrent"?cut.kept(use.value,use.valueAxis):null;const dims=facts.values.get(use.value)?.dims;if(kept===null||dims===void 0)continue;const edit=edits.get(
use.node)??{before:[],node:model.graph.nodes[use.node]};const mask=maskTensor(freshName(names,`${use.value}_mask`),picks?DataType.BOOL:DataType.FLOAT,dims,use.valueAxis,
kept);const masked2=freshName(names,`${use.value}_masked`);masks.push(mask);const inputs=picks?[mask.name,use.value,silence.name]:[use.value,mask.name];edit.before.
push(makeNode(picks?"Where":"Mul",inputs,[masked2],{name:masked2}));edits.set(use.node,{...edit,node:{...edit.node,inputs:edit.node.inputs.map(input=>input===use.
value?masked2:input)}})}const nodes=model.graph.nodes.flatMap((node,index)=>{const edit=edits.get(index);return edit===void 0?[node]:[...edit.before,edit.node]});
const constants4=masks.map(mask=>makeNode("Constant",[],[mask.name],{attributes:[["value",{kind:"tensor",value:mask}]]}));return{...model,graph:{...model.graph,
nodes:[...constants4,...nodes]}}}function maskTensor(name,type,dims,axis,kept){const mask=type===DataType.BOOL?new Uint8Array(dims[axis]):new Float32Array(dims[axis]);
for(const position of kept)mask[position]=1;const shape=dims.slice(axis).map((_,i)=>i===0?mask.length:1);return makeTensor(name,type,shape,mask)}var MOST_ROUNDING=.01;var DRAWS2=4;var MOST_UNITS=8;var MARGIN=3;var UNIT=2**-23;function nudged(model,seed,units=MOST_UNITS){const moved=[...weightTensors(model.
graph)].filter(([,{dataType,dims}])=>dataType===DataType.FLOAT&&dims.some(size=>size>1)).map(([name,tensor])=>{const next=seededRandom(`${seed}:${name}`);const values=tensorToFloat32(
tensor).map(value2=>value2*(1+UNIT*(Math.floor((2*units+1)*next())-units)));return[name,withValues(tensor,tensor.dims,values)]});return replaceTensors(model,new Map(
moved))}function allowance(value2,again){if(value2===void 0||again===void 0||String(value2.dims)!==String(again.dims))return 0;const all=value2.dims.map(()=>null);
const{maxDifference,maxMagnitude}=compareKept(value2.data,value2.dims,all,again.data);return Number.isFinite(maxDifference)&&maxMagnitude>0?Math.min(MARGIN*(maxDifference/
maxMagnitude),MOST_ROUNDING):0}var TOLERANCE2=1e-4;var BOUNDED_SLACK=1e-6;var BOUNDED=new Set(["Erf","HardSigmoid","Sigmoid","Softmax","Softsign","Tanh"]);var POOL=65521;var BYTES_PER_RUN=128<<
20;async function prove(given){const{prunable,pruned}=given;const request=needsTwin(prunable.model)?{...given,feeds:floatFeeds(given.feeds)}:given;const masked2=dense2=>maskModel(
dense2,prunable.coupling,prunable.facts,given.cut);const proof=await compareModels(request,masked2(floatTwin(prunable.model)),floatTwin(pruned));if(!proof.holds||
!proof.constant)return{...proof,randomised:false};const[dense,cut]=randomPair(request);const again=await compareModels(request,masked2(dense),cut);return{holds:again.
holds,values:proof.values,worst:Math.max(proof.worst,again.worst),mismatch:again.mismatch,randomised:true,rounded:Math.max(proof.rounded,again.rounded)}}async function proveSilenced(given,silenced){
const{prunable,pruned}=given;const feeds=needsTwin(prunable.model)?floatFeeds(given.feeds):given.feeds;const cut=makeCut(prunable.coupling,prunable.analysis,{removed:new Map});
const proof=await compareModels({...given,feeds,cut,seed:"blocks"},silenced(floatTwin(prunable.model)),floatTwin(pruned));return{...proof,randomised:false}}function floatFeeds(feeds){
return new Map([...feeds].map(([name,tensor])=>{const{type,dims,data}=tensor;if(type==="float16")return[name,{type:"float32",dims,data:float16ToFloat32(data)}];
return[name,type==="float64"?{type:"float32",dims,data:Float32Array.from(data)}:tensor]}))}async function compareModels(request,masked2,pruned){const{prunable,runtime,
directory,cut,feeds}=request;const values=comparableValues(prunable,pruned);const side=(model,use)=>withVariant(runtime,withOutputs2(model,values),directory,use);
try{return await side(masked2,async denseSession=>{const compare2=allowances2=>side(pruned,prunedSession=>compareSessions(prunable,cut,feeds,values,allowances2,
denseSession,prunedSession));const compared=await compare2(new Map);if(compared.holds||compared.worst>MOST_ROUNDING)return compared;const allowances=new Map;for(let draw=0;draw<
DRAWS2;draw++){await side(nudged(masked2,`${request.seed}:${String(draw)}`),again=>raiseAllowances(allowances,prunable,feeds,values,denseSession,again))}return compare2(
allowances)})}catch(thrown){const blame=thrown instanceof UserError&&await canRun(request,masked2,values);const broken2=blame?await firstBroken(request,pruned,values):
void 0;if(broken2===void 0)throw thrown;return{holds:false,values:values.length,worst:Infinity,constant:false,rounded:0,mismatch:mismatchAt(prunable,broken2,messageOf(
thrown))}}}async function firstBroken(request,pruned,values){if(await canRun(request,pruned,values))return void 0;let[works,fails]=[0,values.length];while(fails-
works>1){const middle2=works+fails>>>1;if(await canRun(request,pruned,values.slice(0,middle2)))works=middle2;else fails=middle2}return values[works]}async function canRun({
runtime,directory,feeds},model,values){try{await withVariant(runtime,prefixOf(model,values),directory,session2=>session2.run(feeds,values.slice(-1)));return true}catch(thrown){
if(thrown instanceof UserError)return false;throw thrown}}function prefixOf(model,values){const makers=new Map(model.graph.nodes.flatMap(node=>node.outputs.map(
output=>[output,node])));const needed=new Set;const open9=[...values];for(let value2=open9.pop();value2!==void 0;value2=open9.pop()){const node=makers.get(value2);
if(node===void 0||needed.has(node))continue;needed.add(node);open9.push(...valuesRead(node))}const{graph}=withOutputs2({...model,graph:{...model.graph,outputs:[]}},
values);return{...model,graph:{...graph,nodes:graph.nodes.filter(node=>needed.has(node))}}}function comparableValues(prunable,pruned){const inPruned=new Set(pruned.
graph.nodes.flatMap(node=>node.outputs));return topologicalOrder(prunable.model.graph).flatMap(index=>prunable.model.graph.nodes[index].outputs.filter(value2=>value2!==
""&&inPruned.has(value2)&&prunable.facts.values.has(value2)&&!prunable.coupling.parameters.has(value2)))}function withOutputs2(model,values){const own=new Set(model.
graph.outputs.map(output=>output.name));const extra=values.filter(value2=>!own.has(value2)).map(value2=>makeValueInfo(value2,DataType.UNDEFINED,null));return{...model,
graph:{...model.graph,outputs:[...model.graph.outputs,...extra],valueInfos:[]}}}async function raiseAllowances(allowances,prunable,feeds,values,dense,again){for(const chunk of chunksOf(
prunable,floatsOf(dense,values))){const[expected,moved]=[await dense.run(feeds,chunk),await again.run(feeds,chunk)];for(const value2 of chunk){const allowed=allowance(
expected.get(value2),moved.get(value2));if(allowed>Math.max(TOLERANCE2,allowances.get(value2)??0))allowances.set(value2,allowed)}}}function floatsOf(session2,values){
const floats2=new Set(session2.outputs.filter(port2=>port2.type==="float32"||port2.type==="float64").map(port2=>port2.name));return values.filter(value2=>floats2.
has(value2))}async function compareSessions(prunable,cut,feeds,values,allowances,dense,pruned){const wanted=floatsOf(dense,values);const bounded=new Set(prunable.
model.graph.nodes.flatMap(node=>BOUNDED.has(node.opType)?node.outputs:[]));let worst=0;let constant=false;for(const chunk of chunksOf(prunable,wanted)){const[expected,
actual]=[await dense.run(feeds,chunk),await pruned.run(feeds,chunk)];for(const value2 of chunk){const limits={share:Math.max(TOLERANCE2,allowances.get(value2)??
0),slack:bounded.has(value2)?BOUNDED_SLACK:0};const result=compareValue(cut,value2,limits,expected.get(value2),actual.get(value2));worst=Math.max(worst,result.relative);
constant||=result.constant;if(result.detail!==void 0)return{holds:false,values:wanted.length,worst,constant,rounded:allowances.size,mismatch:mismatchAt(prunable,
value2,result.detail)}}}return{holds:wanted.length>0,values:wanted.length,worst,constant,rounded:allowances.size,mismatch:void 0}}function*chunksOf(prunable,values){
let chunk=[];let bytes=0;for(const value2 of values){const size=4*(prunable.facts.values.get(value2)?.dims??[]).reduce((a,b)=>a*b,1);if(chunk.length>0&&bytes+size>
BYTES_PER_RUN){yield chunk;chunk=[];bytes=0}chunk.push(value2);bytes+=size}if(chunk.length>0)yield chunk}function compareValue(cut,value2,{share,slack},dense,pruned){
if(dense===void 0||pruned===void 0)return{relative:Infinity,constant:false,detail:"it was not computed"};const kept=dense.dims.map((_,axis)=>cut.kept(value2,axis));
const expected=dense.dims.map((size,axis)=>kept[axis]?.length??size);if(expected.length!==pruned.dims.length||expected.some((size,axis)=>size!==pruned.dims[axis])){
return{relative:Infinity,constant:false,detail:`its shape is [${pruned.dims.join(", ")}], not [${expected.join(", ")}]`}}const result=compareKept(dense.data,dense.
dims,kept,pruned.data);const relative4=result.maxDifference<=slack?0:result.maxDifference/result.maxMagnitude;const wrong=result.maxDifference>Math.max(share*result.
maxMagnitude,slack);const constant=kept.some((positions2,axis)=>positions2!==null&&positions2.length>1&&!variesAlong(dense.data,dense.dims,axis,positions2));return{
relative:relative4,constant,detail:wrong?`it differs by ${relative4.toExponential(1)} of its largest element`:void 0}}function mismatchAt(prunable,value2,detail){
const node=prunable.model.graph.nodes.find(candidate=>candidate.outputs.includes(value2));return node===void 0?void 0:{value:value2,node,detail}}function randomPair({
prunable,pruned,cut,seed}){const dense=floatTwin(prunable.model);const weights=new Map;const sliced2=new Map;for(const[name,dims]of weightShapes(prunable,dense)){
const values=randomValues(prunable,name,dims,seed);const kept=dims.map((_,axis)=>cut.kept(name,axis));weights.set(name,makeTensor(name,DataType.FLOAT,dims,values));
sliced2.set(name,makeTensor(name,DataType.FLOAT,dims.map((size,axis)=>kept[axis]?.length??size),takeKept(values,dims,kept)))}return[withWeights(dense,weights),withWeights(
floatTwin(pruned),sliced2)]}function weightShapes({coupling,facts},dense){const shapes=new Map([...weightTensors(dense.graph)].flatMap(([name,{dataType,dims}])=>dataType===
DataType.FLOAT?[[name,dims]]:[]));for(const node of dense.graph.nodes){const[name=""]=node.outputs;const dims=coupling.filled.has(name)&&fillsFloats(node)?facts.
values.get(name)?.dims:void 0;if(dims!==void 0)shapes.set(name,dims)}return new Map([...shapes].filter(([name])=>coupling.axes.get(name)?.some(ids=>ids!==null)??
false))}function fillsFloats(node){const value2=node.attributes.get("value");return value2?.kind!=="tensor"||value2.value.dataType===DataType.FLOAT}function withWeights(model,weights){
const nodes=model.graph.nodes.map(node=>{const weight=node.opType==="ConstantOfShape"?weights.get(node.outputs[0]):void 0;return weight===void 0?node:makeNode("\
Constant",[],node.outputs,{name:node.name,attributes:[["value",tensorOf(weight)]]})});return replaceTensors({...model,graph:{...model.graph,nodes}},weights)}function randomValues({
model},name,dims,seed){const next=seededRandom(`${seed}:${name}`);const isVariance=model.graph.nodes.some(node=>node.opType==="BatchNormalization"&&node.inputs[4]===
name);const fanIn=Math.max(1,dims.slice(1).reduce((a,b)=>a*b,1));const spread3=dims.length>1?Math.sqrt(3/fanIn):1;const pool=Float32Array.from({length:POOL},()=>isVariance?
.5+next():(2*next()-1)*spread3);const values=new Float32Array(dims.reduce((a,b)=>a*b,1));for(let offset=0;offset<values.length;offset+=POOL)values.set(pool.subarray(
0,values.length-offset),offset);return values}function takeKept(values,dims,kept){let bytes=new Uint8Array(values.buffer,values.byteOffset,values.byteLength);const sizes=[
...dims];kept.forEach((positions2,axis)=>{if(positions2===null)return;bytes=gatherAxis(bytes,sizes,axis,positions2,Float32Array.BYTES_PER_ELEMENT);sizes[axis]=positions2.
length});return new Float32Array(bytes.buffer,bytes.byteOffset,bytes.byteLength/Float32Array.BYTES_PER_ELEMENT)}function score(context){const{group}=context;const total=new Float64Array(group.units.length);const seen=new Set;group.axes.forEach((use,column2)=>{const magnitude=use.
role==="consumer"&&!seen.has(use.value)?context.moments(use.value)?.magnitude:void 0;if(magnitude===void 0)return;seen.add(use.value);const own=group.units.map(
unit=>(unit.positions[column2]??[]).reduce((sum2,position)=>sum2+(magnitude[position]??0),0));const mean2=own.reduce((sum2,value2)=>sum2+value2,0)/own.length;own.
forEach((value2,unit)=>{total[unit]=total[unit]+(mean2>0?value2/mean2:0)})});return seen.size===0?"no weight reads it, so its activation cannot be measured":total}
var activation={name:"activation",needs:"magnitude",comparable:false,score};function sumOverUnits(context,columns,quantity){const scores=new Float64Array(context.group.units.length);for(const column2 of columns){const values=quantity(column2);
context.group.units.forEach((unit,u)=>{for(const position of unit.positions[column2]??[])scores[u]=scores[u]+values[position]})}return scores}function columnsOf(group,role){
const seen=new Set;return group.axes.flatMap((use,column2)=>{const key=`${String(use.axis)}:${use.tensor}`;if(use.role!==role||seen.has(key))return[];seen.add(key);
return[column2]})}function score2(context){const{group}=context;const batchNorms=group.axes.flatMap(use=>context.operator(use.node)==="BatchNormalization"?[use.node]:[]);const scales=columnsOf(
group,"vector").filter(column2=>{const use=group.axes[column2];return use!==void 0&&batchNorms.includes(use.node)&&group.axes.findIndex(other=>other.node===use.
node&&other.role==="vector")===column2});if(scales.length===0)return"bn-scale needs a BatchNormalization here; where it is folded into the weights use wifv";return sumOverUnits(
context,scales,column2=>{const use=group.axes[column2];if(use===void 0)throw new RangeError("column of no axis");return Float64Array.from(context.weights(use.tensor).
data,Math.abs)})}var bnScale={name:"bn-scale",needs:"nothing",comparable:false,score:score2};function unitVectors(context){const pieces=context.group.units.map(()=>[]);for(const column2 of columnsOf(context.group,"producer"))appendSlices(context,column2,
pieces);return pieces.map(parts=>concatenate(parts))}function appendSlices(context,column2,pieces){const use=context.group.axes[column2];if(use===void 0)return;
const{data,dims}=context.weights(use.tensor);const size=dims[use.axis];const inner=dims.slice(use.axis+1).reduce((a,b)=>a*b,1);const outer=data.length/(inner*size);
context.group.units.forEach((unit,u)=>{for(const position of unit.positions[column2]??[]){for(let block=0;block<outer;block++){const start=(block*size+position)*
inner;pieces[u]?.push(data.subarray(start,start+inner))}}})}function concatenate(parts){const joined3=new Float32Array(parts.reduce((total,part2)=>total+part2.length,
0));let offset=0;for(const part2 of parts){joined3.set(part2,offset);offset+=part2.length}return joined3}function distance(a,b){let sum2=0;for(let i=0;i<a.length;i++){
const difference=a[i]-b[i];sum2+=difference*difference}return Math.sqrt(sum2)}function score3(context){const vectors=unitVectors(context);if(vectors.some(vector=>vector.
length!==vectors[0]?.length))return"its units differ in size, so distances mean nothing";const scores=new Float64Array(vectors.length);for(let i=0;i<vectors.length;i++){
for(let j=i+1;j<vectors.length;j++){const d=distance(vectors[i],vectors[j]);scores[i]=scores[i]+d;scores[j]=scores[j]+d}}return scores}var fpgm={name:"fpgm",needs:"\
nothing",comparable:false,score:score3};function axisNorms(data,dims,axis,norm){const size=dims[axis]??1;const inner=dims.slice(axis+1).reduce((product3,dim)=>product3*dim,1);const sums=new Float64Array(
size);for(let at=0,run=0;at<data.length;at+=inner,run+=1){let sum2=0;for(let i=at;i<at+inner;i+=1){const value2=data[i];sum2+=norm==="l1"?Math.abs(value2):value2*
value2}sums[run%size]=sums[run%size]+sum2}return norm==="l2"?sums.map(Math.sqrt):sums}function norms(context,norm){return sumOverUnits(context,columnsOf(context.group,"producer"),column2=>{const use=context.group.axes[column2];if(use===void 0)throw new RangeError(
"column of no axis");const{data,dims}=context.weights(use.tensor);return axisNorms(data,dims,use.axis,norm)})}var l1={name:"l1",needs:"nothing",comparable:false,
score:context=>norms(context,"l1")};var l2={name:"l2",needs:"nothing",comparable:false,score:context=>norms(context,"square").map(Math.sqrt)};var TIE=1e-12;function score4(context){const readers=context.group.axes.flatMap((use,column2)=>use.role==="consumer"?context.reader(column2)??[]:[]);if(readers.
length===0)return"no weight reads it, so its effect cannot be measured";const scores=new Float64Array(context.group.units.length);const elimination=new Elimination(
readers);let floor=0;for(let rank2=1;elimination.open.size>0;rank2++){const{unit,error}=elimination.leastHarmful();elimination.remove(unit);floor=Math.max(floor,
error);scores[unit]=floor*(1+rank2*TIE)+rank2*Number.MIN_VALUE}return scores}var obs={name:"obs",needs:"covariance",comparable:true,score:score4};var random={name:"random",needs:"nothing",comparable:false,score:({group,seed})=>{const next=seededRandom(`${String(seed)}:${group.name}`);return Float64Array.from(
group.units,()=>next())}};function score5(context){const{group}=context;const total=new Float64Array(group.units.length);let consumers=0;group.axes.forEach((use,column2)=>{if(use.role!==
"consumer")return;const moments=context.moments(use.value);if(moments===void 0)return;const{data,dims}=context.weights(use.tensor);const squares=axisNorms(data,
dims,use.axis,"square");const own=Float64Array.from(group.units,unit=>(unit.positions[column2]??[]).reduce((sum2,position)=>sum2+(moments.variance[position]??0)*
(squares[position]??0),0));const mean2=own.reduce((sum2,value2)=>sum2+value2,0)/own.length;own.forEach((value2,unit)=>{total[unit]=total[unit]+(mean2>0?value2/mean2:
0)});consumers++});return consumers===0?"no weight reads it, so its effect cannot be measured":total}var wifv={name:"wifv",needs:"variance",comparable:true,score:score5};var CRITERIA=[l1,l2,activation,wifv,fpgm,bnScale,obs,random];function criterionNamed(name){const found=CRITERIA.find(criterion=>criterion.name===name);if(found===
void 0)throw new RangeError(`no criterion is named ${name}`);return found}var MAX_COVARIANCE_CHANNELS=4096;var MAX_PASS_FLOATS=2**25;async function gatherMoments(request){if(request.taps.length===0)return new Map;checkTaps(request);const surveyed=await survey(
request);const passes=splitPasses(surveyed);const found=new Map;for(const[index,pass]of passes.entries()){const done=index*request.samples.count;const gathered=await measurePass(
request,pass,count=>{request.onProgress?.(done+count,passes.length*request.samples.count)});for(const[value2,moments]of gathered)found.set(value2,moments)}return new Map(
request.taps.map(({value:value2})=>[value2,found.get(value2)]))}function checkTaps({model,taps}){const known2=new Set([...model.graph.inputs.map(({name})=>name),
...model.graph.nodes.flatMap(({outputs})=>outputs)]);const seen=new Set;for(const{value:value2}of taps){if(!known2.has(value2))throw new UserError({code:"tap-un\
known",message:"There is no such value to measure.",where:value2});if(seen.has(value2))throw new Error(`two taps on ${value2}`);seen.add(value2)}}async function survey(request){
const graph=new AuxiliaryGraph(request.model);const outputs=request.taps.map(({value:value2,axis})=>{const view=graph.channelView(value2,axis);return{shape:graph.
shapeOutput(view),mean:graph.output(graph.reduce("ReduceMean",view,[0,2]))}});const results=await runFirstBatch(request,graph.build());return request.taps.map((tap,index)=>{
const names=outputs[index];const[,channels=0,inner=0]=numbers(results,names.shape);const mean2=numbers(results,names.mean);if(!mean2.every(Number.isFinite))throw notFinite2(
tap.value);return{...tap,channels,inner,shift:Float32Array.from(mean2),covariance:tap.covariance&&channels<=MAX_COVARIANCE_CHANNELS}})}async function runFirstBatch(request,model){
return withVariant(request.runtime,model,request.directory,async session2=>{for await(const{feeds}of request.samples.batches(request.batch))for await(const results of session2.
pieces(feeds))return results;throw new UserError({code:"calibration-empty",message:"There are no calibration samples.",where:request.samples.description})})}function splitPasses(taps){
const passes=[];let room=0;for(const tap of taps){const floats2=tap.covariance?tap.channels**2:tap.channels;const current=passes.at(-1);if(current!==void 0&&floats2<=
room)current.push(tap);else passes.push([tap]);room=(current!==void 0&&floats2<=room?room:MAX_PASS_FLOATS)-floats2}return passes}async function measurePass(request,taps,onCount){
const graph=new AuxiliaryGraph(request.model);const names=taps.map(tap=>measure2(graph,tap));const sums=taps.map(tap=>({tap,count:0,first:new Float64Array(tap.channels),
second:new Float64Array(tap.covariance?tap.channels**2:tap.channels),absolute:tap.magnitude===true?new Float64Array(tap.channels):void 0}));await withVariant(request.
runtime,graph.build(),request.directory,async session2=>{let count=0;for await(const{feeds,indices}of request.samples.batches(request.batch)){for await(const results of session2.
pieces(feeds))sums.forEach((sum2,index)=>{accumulate(sum2,results,names[index])});count+=indices.length;onCount(count)}});return new Map(sums.map(sum2=>[sum2.tap.
value,toMoments(sum2)]))}function measure2(graph,tap){const view=graph.channelView(tap.value,tap.axis);const centred2=graph.node("Sub",[view,graph.floats(tap.shift,
[1,tap.channels,1])]);const second=tap.covariance?gram(graph,centred2,tap):graph.reduce("ReduceSumSquare",centred2,[0,2]);return{shape:graph.shapeOutput(view),first:graph.
output(graph.reduce("ReduceSum",centred2,[0,2])),second:graph.output(second),absolute:tap.magnitude===true?graph.output(graph.reduce("ReduceL1",view,[0,2])):void 0}}
function gram(graph,view,{channels,inner}){if(inner>=channels){const transposed=graph.transpose(view,[0,2,1]);return graph.reduce("ReduceSum",graph.node("MatMul",
[view,transposed]),[0])}const first=graph.transpose(view,[1,0,2]);const rows2=graph.node("Reshape",[first,graph.ints([channels,-1])]);return graph.node("MatMul",
[rows2,graph.transpose(rows2,[1,0])])}function accumulate(sums,results,names){const[outer=0,,inner=0]=numbers(results,names.shape);sums.count+=outer*inner;addTo(
sums.first,results.get(names.first)?.data);addTo(sums.second,results.get(names.second)?.data);if(names.absolute!==void 0&&sums.absolute!==void 0)addTo(sums.absolute,
results.get(names.absolute)?.data)}function addTo(sum2,part2){if(part2.length!==sum2.length)throw new Error(`expected ${sum2.length} sums, got ${part2.length}`);
for(let i=0;i<sum2.length;i+=1)sum2[i]=sum2[i]+part2[i]}function toMoments({tap,count,first,second,absolute}){if(!(count>0)||!first.every(Number.isFinite)||!second.
every(Number.isFinite))throw notFinite2(tap.value);const d=tap.channels;const off=first.map(sum2=>sum2/count);const mean2=off.map((value2,i)=>value2+tap.shift[i]);
const magnitude=absolute===void 0?{}:{magnitude:absolute.map(sum2=>sum2/count)};if(!tap.covariance){const variance2=second.map((sum2,i)=>Math.max(0,sum2/count-off[i]**
2));return{count,mean:mean2,covariance:void 0,variance:variance2,...magnitude}}const covariance=second;for(let i=0;i<d;i+=1){for(let j=0;j<d;j+=1){covariance[i*
d+j]=covariance[i*d+j]/count-off[i]*off[j]}covariance[i*d+i]=Math.max(0,covariance[i*d+i])}return{count,mean:mean2,covariance:symmetrize(covariance,d),variance:diagonal(
covariance,d),...magnitude}}function numbers(results,name){return Array.from(results.get(name)?.data??[],Number)}function notFinite2(value2){return new UserError(
{code:"activation-not-finite",message:"An activation holds NaN or infinity on the calibration samples, so nothing can be fitted to it.",where:value2,fix:"check \
the preprocessing in the policy, and the model on these samples"})}var PASS_FLOATS=2**24;function passesOf(plans){const passes=[];let floats2=Infinity;for(const plan of plans){floats2+=plan.inputs**2;if(floats2>PASS_FLOATS){passes.
push([]);floats2=plan.inputs**2}passes.at(-1)?.push(plan)}return passes}async function inputMoments(request,model,plans){const{samples,runtime,directory,batch}=request;
const graph=new AuxiliaryGraph(model);const places=plans.map(plan=>place2(graph,plan));const sums=plans.map(({inputs})=>new CentredSums(inputs,inputs));const random2=seededRandom(
`${samples.sha256}:${plans.map(({layer})=>layer.output).join(":")}`);await withVariant(runtime,graph.build(),directory,async session2=>{let done=0;for await(const{
feeds,indices}of samples.batches(batch)){const lines=plans.flatMap((plan,i)=>places[i]?.lines===""?[]:[[places[i]?.lines??"",drawLines(plan,random2)]]);for await(const results of session2.
pieces(new Map([...feeds,...lines]))){places.forEach((names,i)=>{const read2=name=>results.get(name)?.data;sums[i]?.add(Number((results.get(names.shape)?.data)[0]),
read2(names.mean),read2(names.gram))})}done+=indices.length;request.onProgress?.(`unfolded moments: ${String(done)} of ${String(samples.count)} samples`)}});return sums.
map((sum2,i)=>{const{rows:rows2,meanU,covariance}=sum2.finish();return covariance.every(Number.isFinite)?{rows:rows2,mean:meanU,covariance:symmetrize(covariance,
plans[i]?.inputs??0)}:void 0})}function place2(graph,plan){const lines=linesInput(graph,plan);const{rows:rows2,mean:mean2}=centred(graph,featureRows(graph,plan.
layer.input,plan,lines));return{lines,shape:graph.shapeOutput(rows2),mean:graph.output(mean2),gram:graph.output(graph.node("MatMul",[graph.transpose(rows2,[1,0]),
rows2]))}}var MOST_UNFOLDED_INPUTS=1200;var MOST_SAMPLES4=1024;var ROWS_PER_INPUT3=96;var MOST_FLOATS=2**25;var MOST_CHANNELS=2048;var Evidence=class _Evidence{constructor(moments,fitted){
this.moments=moments;this.fitted=fitted}moments;fitted;static NONE=new _Evidence(new Map,new Map);static async gather(request,groups,wanted){const{calibration}=request;
const uses=groups.flatMap(group=>group.axes.filter(use=>use.role==="consumer"));if(calibration===void 0||uses.length===0)return _Evidence.NONE;const taps=new Map(
uses.map(({value:value2,valueAxis})=>[value2,{value:value2,axis:valueAxis,...wanted}]));const moments=await gatherMoments({...request,model:request.prunable.model,
samples:calibration,taps:[...taps.values()],onProgress:(done,total)=>request.onProgress?.(`moments: ${String(done)} of ${String(total)} samples`)});return new _Evidence(
moments,wanted.covariance?await fitLayers(request,calibration,uses,moments):new Map)}layer(use){return this.fitted.get(use.node)}reader(group,column2,weights){const use=group.
axes[column2];const fitted=this.fitted.get(use.node);const{data,dims}=weights(use.tensor);const positions2=group.units.map(unit=>unit.positions[column2]??[]);return fitted===
void 0?channelReader(this.moments.get(use.value),data,dims,use.axis,positions2):unfoldedReader(fitted,data,positions2)}};function unfoldedReader({shape,inputs},data,positions2){
const{taps,channels}=shape;const d=taps*channels;const units=positions2.map(list=>Array.from({length:taps},(_,tap)=>list.map(channel=>tap*channels+channel)).flat());
return{weights:toRows(data,shape),d,covariance:inputs.covariance,variance:diagonal(inputs.covariance,d),units}}function channelReader(moments,data,dims,axis,positions2){
if(moments===void 0)return void 0;const{data:weights,inputs}=toMatrix(data,dims,axis);const covariance=inputs<=MOST_CHANNELS?moments.covariance:void 0;return{weights,
d:inputs,covariance,variance:moments.variance,units:positions2}}async function fitLayers(request,samples,uses,moments){const candidates=layersRead(request,uses);
const fitted=new Map;const plans=[];for(const layer of candidates){const plan=planOf2(request,layer,Math.min(samples.count,MOST_SAMPLES4));if(typeof plan==="str\
ing")continue;if(plan.inputs>plan.channels)plans.push(plan);else fitByChannel(request,layer,moments.get(layer.input),fitted)}for(const pass of passesOf(withinBudget(
plans))){const found=await inputMoments({...request,samples:fewOf(samples,MOST_SAMPLES4)},request.prunable.model,pass);pass.forEach(({layer},i)=>{const inputs=found[i];
if(inputs!==void 0)fitted.set(layer.index,{layer,shape:shapeOf3(request,layer),inputs})})}return fitted}function layersRead({prunable},uses){const{model,facts,tensors}=prunable;
const context=layerContext(model.graph,ranksOf(facts));const found=new Map;for(const use of uses){const layer=layerAt(context,use.node);if(typeof layer==="strin\
g"||layer.weight!==use.tensor||layer.inputAxis!==use.axis)continue;if(tensors.get(layer.weight)?.dataType!==DataType.FLOAT)continue;if((context.index.consumers.
get(layer.weight)??[]).length===1)found.set(use.node,layer)}return[...found.values()].sort((a,b)=>a.index-b.index)}var dimsOf2=({prunable},layer)=>prunable.tensors.
get(layer.weight)?.dims??[];var shapeOf3=(request,layer)=>layerShape(layer,dimsOf2(request,layer));function planOf2(request,layer,count){return planRows(layer,dimsOf2(
request,layer),value2=>request.prunable.facts.values.get(value2)?.dims,count,ROWS_PER_INPUT3)}function fitByChannel(request,layer,moments,fitted){if(moments?.covariance===
void 0||moments.variance.length>MOST_CHANNELS)return;fitted.set(layer.index,{layer,shape:shapeOf3(request,layer),inputs:{rows:moments.count,mean:moments.mean,covariance:moments.
covariance}})}function withinBudget(plans){let floats2=0;const chosen=new Set([...plans].sort((a,b)=>a.inputs-b.inputs).filter(({inputs})=>{if(inputs>MOST_UNFOLDED_INPUTS)
return false;floats2+=inputs**2;return floats2<=MOST_FLOATS}));return plans.filter(plan=>chosen.has(plan))}var TRANSPARENT=new Set(["Cast","DequantizeLinear","Identity"]);function parameterValues(prunable,name){const{model,tensors,facts}=prunable;const stored2=tensors.
get(name);if(stored2!==void 0)return{data:realValues(model,stored2,tensors),dims:stored2.dims};const dims=facts.values.get(name)?.dims??[];const index=model.graph.
nodes.findIndex(node2=>node2.outputs.includes(name));const node=model.graph.nodes[index];const movement=facts.movements.get(index);if(node!==void 0&&movement!==
void 0){const from=parameterValues(prunable,node.inputs[movement.input]??"").data;const sources=movement.sources[namedOutputs(node).indexOf(name)]??new Int32Array(
0);return{data:Float32Array.from(sources,source=>from[source]??0),dims}}if(node!==void 0&&TRANSPARENT.has(node.opType))return{data:parameterValues(prunable,node.
inputs[0]??"").data,dims};return{data:new Float32Array(dims.reduce((a,b)=>a*b,1)).fill(1),dims}}var namedOutputs=node=>node.outputs.filter(output=>output!=="");async function gatherEvidence(request,groups){const{step}=request;const{needs}=criterionNamed(step.criterion);if(needs==="nothing"&&step.allocation!=="auto")return Evidence.
NONE;const onProgress=detail=>{request.onProgress?.("score",detail)};return Evidence.gather({...request,onProgress},groups,{covariance:needs==="covariance"||step.
allocation==="auto",magnitude:needs==="magnitude"})}function scoreGroups(request,evidence,groups,refused2){const{prunable,step,seed}=request;const criterion=criterionNamed(
step.criterion);request.onProgress?.("score",criterion.name);const cache=new Map;const weights=name=>{const known2=cache.get(name)??parameterValues(prunable,name);
cache.set(name,known2);return known2};return groups.flatMap(group=>{const operator=node=>prunable.model.graph.nodes[node]?.opType??"";const reader=column2=>evidence.
reader(group,column2,weights);const scores=criterion.score({group,weights,reader,moments:value2=>evidence.moments.get(value2),operator,seed});if(typeof scores!==
"string"&&scores.every(Number.isFinite))return[{group,scores,comparable:criterion.comparable}];const reason=typeof scores==="string"?scores:"its weights or acti\
vations are not finite";refused2.set(group.name,{name:group.name,reason,units:group.units.length});return[]})}function wantedText(target){switch(target.kind){case"ratio":return`${(100*target.ratio).toFixed(0)} % of the units`;case"latency":return`${String(target.factor)}\
x less latency`;case"accuracy-drop":return`at most ${(100*target.drop).toFixed(2)} points less accuracy`;case"lossless":return"units that do nothing";case"macs":case"\
params":case"size":return`${String(target.factor)}x fewer ${target.kind}`}}function amountText({kind},achieved){if(kind==="ratio")return`${(100*achieved).toFixed(
1)} %`;return kind==="accuracy-drop"||kind==="lossless"?`${achieved.toFixed(2)}x fewer macs`:`${achieved.toFixed(2)}x`}function losslessError(refusals){const listed=[
...new Set(refusals.map(({name,reason})=>`${name}: ${reason}`))].slice(0,5).join("; ");return new UserError({code:"target-unreached",message:`No unit can go wit\
hout loss: none is unread, silent on all calibration samples, or equal to another.${listed===""?"":` In the way: ${listed}.`}`,where:"prune target in the policy",
fix:"Take this step out, or give a target that may lose something."})}var MAX_ATTEMPTS=5;async function pruneStructured(request){const{prunable,step}=request;const kept=keptByPolicy(prunable,step);const refused2=new Map;const failed2=[];
const rated={...request,prunable:floatPrunable(prunable)};const eligible=rated.prunable.analysis.groups.filter(group=>!kept.has(group.name));const most=mostOf(prunable,
step,eligible);if(step.target.kind!=="latency"&&!most.reached&&!step.allowPartial)throw unreachable(step,most,prunable);const measured2=request.measured??{};const evidence=measured2.
evidence??await gatherEvidence(rated,eligible);measured2.evidence=evidence;const scored=scoreGroups(rated,evidence,eligible,refused2);const{budgetOf,meter}=await openBudget(
request,scored,kept);const allocate=step.allocation==="auto"?await autoAllocation({...request,measured:measured2},rated,evidence,scored,budgetOf):fixedAllocation(
request,budgetOf);for(let attempt=1;attempt<=MAX_ATTEMPTS;attempt++){const{chosen,model}=await chooseAndApply(request,scored,refused2,allocate);if(chosen.selection.
removed.size===0&&(prunable.committed===void 0||!chosen.reached))throw unreached(step,chosen,prunable,refused2);request.onProgress?.("prove",`attempt ${String(attempt)}`);
const proof=await prove({...request,pruned:model,cut:chosen.cut,seed:String(request.seed)});if(proof.holds){if(!chosen.reached&&!step.allowPartial)throw unreached(
step,chosen,prunable,refused2);return{model,chosen,proof,attempts:attempt,refused:refused2,kept,...meter===void 0?{}:{latency:meter.table()}}}failed2.push({dense:prunable.
model,pruned:model,selection:chosen.selection,feeds:request.feeds,mismatch:proof.mismatch});refuseFeeding(prunable,chosen,proof,refused2)}throw new ProveFailed(
`After ${String(MAX_ATTEMPTS)} plans the`,failed2.at(-1))}async function replayStructured(request,selection,refused2=[]){const{prunable}=request;const open9=openGroups(
prunable,request.step).filter(({name})=>!refused2.includes(name));const given=request.latency?.given;const chosen=measureSelection(prunable,request.step,selection,
open9,given===void 0?NaN:recordedSpeedup(given,selection));request.onProgress?.("apply",`${String(selection.removed.size)} groups of the plan`);const applied=applyCut(
prunable.model,prunable.tensors,prunable.coupling,prunable.facts,chosen.cut);if(applied.model===void 0){const[obstacle]=applied.obstacles;throw new UserError({code:"\
plan-mismatch",message:`The plan cannot be applied: ${obstacle?.reason??""}.`,where:obstacle?.node??"plan.json"})}request.onProgress?.("prove","the plan");const proof=await prove(
{...request,pruned:applied.model,cut:chosen.cut,seed:String(request.seed)});if(!proof.holds){throw new ProveFailed("The plan was applied, but the",{dense:prunable.
model,pruned:applied.model,selection,feeds:request.feeds,mismatch:proof.mismatch})}return{model:applied.model,chosen,proof,attempts:1,refused:new Map,kept:new Map,
...given===void 0?{}:{latency:given}}}async function openBudget(request,scored,kept){const{prunable,step,latency:setting}=request;const groupsOf=open9=>open9.map(
({group})=>group);if(step.target.kind!=="latency")return{budgetOf:open9=>Promise.resolve(countedBudget(prunable,step,groupsOf(open9)))};if(setting===void 0)throw new Error(
"a target in latency needs to know how it is timed");const meter=new LatencyMeter({...request,align:step.align,setting});for(const[index,{group}]of scored.entries()){
request.onProgress?.("latency",`group ${String(index+1)} of ${String(scored.length)}`);if((await meter.measure(group)).length===0)kept.set(group.name,"no cut of\
 it makes the model faster on this machine")}return{budgetOf:open9=>latencyBudget(prunable,step,meter,groupsOf(open9)),meter}}async function chooseAndApply(request,scored,refused2,allocate){
const{prunable}=request;for(;;){const chosen=await allocate(scored.filter(({group})=>!refused2.has(group.name)));request.onProgress?.("apply",`${String(chosen.selection.
removed.size)} groups`);const applied=applyCut(prunable.model,prunable.tensors,prunable.coupling,prunable.facts,chosen.cut);if(applied.model!==void 0)return{chosen,
model:applied.model};const before=refused2.size;for(const obstacle of applied.obstacles)refuseObstacle(prunable,chosen,obstacle,refused2);if(refused2.size===before)
throw new Error(`no group explains the obstacle at ${applied.obstacles[0]?.node??""}`)}}function refuseObstacle(prunable,chosen,obstacle,refused2){for(const group of groupsTouching(
prunable,chosen,obstacle.values)){refused2.set(group.name,{name:group.name,reason:obstacle.reason,operator:obstacle.operator,node:obstacle.node,units:group.units.
length})}}function groupsTouching(prunable,chosen,values){const{coupling,analysis}=prunable;const touched=new Set;for(const value2 of values){for(const ids of coupling.
axes.get(value2)??[])for(const id of ids??[])touched.add(coupling.classes.find(id))}return analysis.groups.filter(group=>chosen.selection.removed.has(group.name)&&
(analysis.classes.get(group.name)??[]).some(root=>touched.has(root)))}function refuseFeeding(prunable,chosen,proof,refused2){const{mismatch:mismatch3}=proof;if(mismatch3===
void 0)throw new Error("a proof failed without a place");const makers=new Map(prunable.model.graph.nodes.flatMap(node=>node.outputs.map(output=>[output,node])));
const seen=new Set;let frontier=[mismatch3.node];while(frontier.length>0){const guilty=frontier.flatMap(node=>groupsTouching(prunable,chosen,[...node.inputs,...node.
outputs]));if(guilty.length>0){const reason=`prove failed at ${nameOf(mismatch3.node)}: ${mismatch3.detail}`;for(const group of guilty){refused2.set(group.name,
{name:group.name,reason,operator:mismatch3.node.opType,node:nameOf(mismatch3.node),units:group.units.length})}return}for(const node of frontier)seen.add(node);const upstream=frontier.
flatMap(node=>node.inputs.flatMap(input=>makers.get(input)??[]));frontier=[...new Set(upstream)].filter(node=>!seen.has(node))}throw new Error(`no group explain\
s the difference at ${nameOf(mismatch3.node)}`)}function unreached(step,chosen,prunable,refused2){return targetError(step,`was not reached; the best is ${amountText(
step.target,chosen.achieved)}`,[...refused2.values(),...prunable.analysis.refusals])}function unreachable(step,most,prunable){return targetError(step,`cannot be\
 reached; all that may be cut comes to ${amountText(step.target,most.achieved)}`,prunable.analysis.refusals)}function targetError({target},what,refusals){const listed=[
...new Set(refusals.map(refusal=>`${refusal.name}: ${refusal.reason}`))].slice(0,5).join("; ");return new UserError({code:"target-unreached",message:`The target\
 of ${wantedText(target)} ${what}.${listed===""?"":` In the way: ${listed}.`}`,where:"prune target in the policy",fix:"Lower the target, lower `align`, shorten \
`keep`, or set `allow-partial: true` to accept less with a warning."})}var FIXED_SECONDS=5;var MODELS_OPENED=30;var CALIBRATION_PASSES=12;var CUTS_PER_GROUP=5;var SAMPLES_PER_CUT=256;var CANDIDATES=6;var FINALISTS=4;var FINALIST_SAMPLES=512;
var OPENED_PER_LAYER=6;var CHOOSING={rowsPerInput:96,mostInputs:1200,mostSamples:1024};var MOMENT_RATE=8e9;var ELIMINATION_RATE=5e8;function secondsOfRun(request){
const{policy,samples,times:{open:open9,perSample}}=request;const{batches,threads,warmup,runs}=policy.latency;const timed=5*(runs+warmup)*threads.length*batches.
reduce((a,b)=>a+b,0);const always=FIXED_SECONDS+open9*MODELS_OPENED+perSample*(2*samples.heldout+CALIBRATION_PASSES*(samples.fit+samples.decide)+timed);return policy.
prune.reduce((sum2,step)=>sum2+(step.method==="structured"?secondsOfStep(request,step):walk(request,MOST_SAMPLES)),always)}function secondsOfStep(request,step){
const{prunable,samples,times:{open:open9,perSample}}=request;const refit=step.repair.includes("sequential")?walk(request,MOST_SAMPLES):0;if(step.allocation!=="a\
uto")return refit+(step.criterion==="obs"?choosing(request):0);const cut=open9+perSample*Math.min(SAMPLES_PER_CUT,samples.decide);const finalists=step.repair.includes(
"sequential")?FINALISTS*walk(request,FINALIST_SAMPLES):0;return refit+choosing(request)+cut*(CUTS_PER_GROUP*prunable.analysis.groups.length+CANDIDATES)+finalists}
function choosing({prunable,facts,samples}){const wide=plansOf(prunable,facts,Math.min(samples.fit,CHOOSING.mostSamples),CHOOSING.rowsPerInput).filter(({inputs})=>inputs<=
CHOOSING.mostInputs);return wide.reduce((sum2,{rows:rows2,inputs})=>sum2+rows2*inputs**2/MOMENT_RATE+2*inputs**3/ELIMINATION_RATE,0)}function walk({prunable,facts,
samples,times:{open:open9,perSample}},most){const[fit,judge2]=[Math.min(samples.fit,most),Math.min(samples.decide,most)];const plans=plansOf(prunable,facts,fit);
const moments=plans.reduce((sum2,{rows:rows2,inputs})=>sum2+rows2*(1+judge2/Math.max(1,fit))*inputs**2,0);return moments/MOMENT_RATE+4*perSample*(fit+judge2)+OPENED_PER_LAYER*
open9*plans.length}function plansOf(prunable,facts,samples,rowsPerInput){const lengths=value2=>facts.values.get(value2)?.dims;return layersOf(layerContext(prunable.
model.graph,ranksOf(facts))).flatMap(layer=>{const tensor=prunable.tensors.get(layer.weight);if(tensor?.dataType!==DataType.FLOAT)return[];const plan=planRows(layer,
tensor.dims,lengths,samples,rowsPerInput);if(typeof plan==="string")return[];const positions2=plan.output.reduce((a,b)=>a*b,1)/(plan.outputs*(plan.output[0]??1));
return[{rows:samples*plan.lines*positions2/plan.lineCount,inputs:plan.inputs}]})}async function estimate(subject,model,samples,journal){journal.enter("estimate");const feeds=await firstFeeds(samples.heldout,subject.inputs);const facts=await gatherFacts(
subject.runtime,subject.model,{directory:subject.directory,feeds});const prunable=analyse(subject.model,facts,subject.fileBytes);const batch=batchFor(subject.inputs,
facts);checkTargets(prunable,model,journal);const counts2={heldout:samples.heldout.count,fit:samples.fit.count,decide:samples.decide.count};const seconds=secondsOfRun(
{prunable,facts,policy:model,samples:counts2,times:await timeModel(subject,samples)});let elements2=0;for(const{dims}of facts.values.values())elements2+=dims.reduce(
(a,b)=>a*b,1);const weights=[...prunable.tensors.values()].reduce((sum2,{dims,dataType})=>sum2+dims.reduce((a,b)=>a*b,1)*(elementBits(dataType)??0)/8,0);const bytes=3*
weights+4*elements2*batch;const{macs,params}=costOf(prunable.model,prunable.tensors,facts);journal.note(`${String(prunable.analysis.groups.length)} groups can b\
e pruned; ${params.toLocaleString("en")} parameters, ${macs.toLocaleString("en")} multiply-accumulates a sample.`);journal.note(`${String(samples.heldout.count)}\
 held-out and ${String(samples.calibration.count)} calibration samples; a run would take about ${seconds<90?`${seconds.toFixed(0)} s`:`${(seconds/60).toFixed(0)}\
 min`} and ${(bytes/2**20).toFixed(0)} MiB beyond onnxruntime itself.`);const decidable=smallestDecidableDrop(samples.heldout.count,model.confidence);const findings=undecidable(
model,samples.heldout.count);journal.note(`Smallest accuracy drop limit that ${String(samples.heldout.count)} samples can decide where dense and pruned never di\
sagree: ${(100*decidable).toFixed(2)} pp.`);return findings}function checkTargets(prunable,model,journal){const open9=new Set;for(const step of model.prune){if(step.
method==="unstructured")chooseWeights(prunable.model,step);if(step.method!=="structured")continue;const own=openGroups(prunable,step);for(const group of own)open9.
add(group);const most=mostOf(prunable,step,step.target.kind==="ratio"?own:[...open9]);if(most.reached||step.target.kind==="latency")continue;const error=unreachable(
step,most,prunable);if(!step.allowPartial)throw error;journal.note(`${error.message} The policy accepts that with a warning (allow-partial).`)}}function undecidable({
gate,metrics,confidence},samples){const least=smallestDecidableDrop(samples,confidence);const hits=new Set(metrics.filter(({name})=>name==="accuracy"||name==="a\
greement").map(({id})=>`${id}.drop`));return gate.filter(({check,unit,value:value2})=>hits.has(check)&&unit==="pp"&&value2<least).map(({check,text:text2,value:value2})=>({
code:"too-few-samples",level:"undecided",where:`gate: ${check}`,message:`${String(samples)} held-out samples cannot keep ${check} at most ${text2}, whatever the\
y show: the smallest limit they can is ${(100*least).toFixed(2)} pp, and ${text2} takes ${String(samplesFor(value2,confidence))} samples at least.`,fix:"Add hel\
d-out samples, or allow what so few can show."}))}function samplesFor(limit,confidence){let[few,enough]=[1,2];while(smallestDecidableDrop(enough,confidence)>limit&&
enough<1e9)[few,enough]=[enough,2*enough];while(enough-few>1){const guess=Math.floor((few+enough)/2);if(smallestDecidableDrop(guess,confidence)>limit)few=guess;else
enough=guess}return enough}async function timeModel(subject,samples){const path=await placeVariant(subject,subject.model,"estimate");const feeds=await firstFeeds(
samples.heldout,subject.inputs);const opening=performance.now();return withSessions(subject.runtime,[path],async([session2])=>{const open9=(performance.now()-opening)/
1e3;await session2?.run(feeds);const running=performance.now();await session2?.run(feeds);return{open:open9,perSample:(performance.now()-running)/1e3/(fixedBatch(
subject.inputs)??1)}})}import{constants as constants3,createReadStream as createReadStream7}from"node:fs";import{access as access2,mkdtemp as mkdtemp6,open as open8,rm as rm13}from"node:fs/promises";
import{tmpdir as tmpdir6}from"node:os";import{dirname as dirname8,join as join26}from"node:path";var Dump=class _Dump{constructor(path,folder){this.path=path;this.folder=folder}path;folder;#columns=new Map;#skipped=new Set;static async open(path){await access2(
dirname8(path),constants3.W_OK).catch(thrown=>{const why=thrown.code==="ENOENT"?"there is no such folder":`its folder cannot be written to (${thrown.code??messageOf(
thrown)})`;throw new UserError({code:"dump-unwritable",message:`The dump cannot be written: ${why}.`,where:path,fix:"Name another file with --dump, or make its \
folder."})});return new _Dump(path,await mkdtemp6(join26(tmpdir6(),"prune-gate-dump-")))}get skipped(){return[...this.#skipped]}async add({indices,target},outputs){
if(target!==void 0)await this.#append("data","target",target);const numbers2=BigInt64Array.from(indices,BigInt);await this.#append("data","index",{type:"int64",
dims:[numbers2.length],data:numbers2});for(const[name,tensor]of outputs){if(tensor.dims[0]===indices.length)await this.#append("output",name,tensor);else this.#skipped.
add(name)}}async write(){const whole=[...this.#columns].flatMap(([key,column2])=>key===keyOf5("output",column2.name)&&this.#skipped.has(column2.name)?[]:[column2]);
await writeNpz(this.path,whole.map(({name,type,sample,file,rows:rows2})=>({name,type,dims:[rows2,...sample],chunks:bytesOf4(file)})))}async dispose(){for(const{
handle}of this.#columns.values())await handle.close();await rm13(this.folder,{recursive:true,force:true})}async#append(role,name,{type,dims,data}){const sample=dims.
slice(1);const column2=this.#columns.get(keyOf5(role,name))??await this.#create(role,name,type,sample);if(String(sample)!==String(column2.sample)){throw new UserError(
{code:"dump-ragged",message:`Output "${name}" has another shape in another batch: [${sample.join(", ")}], before [${column2.sample.join(", ")}].`,where:this.path,
fix:"An array in an npz file has one shape; dump data of one size."})}column2.rows+=dims[0]??0;await column2.handle.appendFile(new Uint8Array(data.buffer,data.byteOffset,
data.byteLength))}async#create(role,name,type,sample){const file=join26(this.folder,`${String(this.#columns.size)}.bin`);const column2={name,type,sample,file,handle:await open8(
file,"w"),rows:0};this.#columns.set(keyOf5(role,name),column2);return column2}};var keyOf5=(role,name)=>`${role}:${name}`;async function*bytesOf4(file){for await(const chunk of createReadStream7(
file))yield chunk}async function evaluateOnly(run,given,draft){const{request,model,journal}=run;journal.enter("data",model.data.heldout.path);const heldout=await openHeldout(request.
workspace,model.data,given.inputs);journal.note(heldout.description);note(draft,{heldout:heldout.sha256,heldoutSamples:heldout.count});const subject=await judgeDevice(
draft,given,heldout,journal);await evaluateOn(run,subject,heldout,draft);noteMemory(subject,journal)}async function evaluateOn(run,subject,heldout,draft){const{
request,model,journal}=run;const densePath=await placeVariant(subject,subject.model,"dense");const feeds=await firstFeeds(heldout,subject.inputs);if(request.candidatePath===
void 0){await evaluateDense(run,subject,draft,densePath,heldout,feeds);return}const candidate=await readModel(request.candidatePath);const assessment=await assess(
subject,densePath,{path:request.candidatePath,files:[request.candidatePath,...externalFiles(candidate.graph)],model:candidate},model,heldout,feeds,journal);draft.
report={...draft.report,...await consulted(run,draft),...assessment,...withFindings(draft.report,assessment.findings??[])}}async function evaluateDense({request,
model,journal},subject,draft,densePath,heldout,feeds){const facts=await gatherFacts(subject.runtime,subject.model,{directory:subject.directory,feeds});journal.enter(
"evaluate",`${String(heldout.count)} held-out samples`);const dump=request.dumpPath===void 0?void 0:await Dump.open(request.dumpPath);try{const metrics=await withSessions(
subject.runtime,[densePath],([session2])=>evaluateOne({session:session2,samples:heldout,metrics:model.metrics,batch:batchFor(subject.inputs,facts),confidence:model.
confidence,onProgress:(done,total)=>{journal.progress(done,total,"samples")},...dump===void 0?{}:{observe:(batch,outputs)=>dump.add(batch,outputs)}}));await dump?.
write();for(const name of dump?.skipped??[])journal.note(`Output ${name} is not in the dump: its first axis does not run over samples.`);draft.report={...draft.
report,metrics};requireValues(metrics,dump!==void 0);draft.report={...draft.report,verdict:"PASS"}}finally{await dump?.dispose()}}function requireValues(metrics,dumped){
const alone2=metrics.filter(({metric})=>metricNamed(metric).needsTarget);const missing3=alone2.find(({dense})=>dense===null);if(missing3!==void 0){throw new UserError(
{code:"metric-undefined",message:`${missing3.id} has no value: ${missing3.findings.join("; ")}.`,where:`metrics: ${missing3.id}`,fix:"Correct the data or the me\
tric; what cannot be computed cannot be judged either."})}if(alone2.length>0||dumped)return;throw new UserError({code:"nothing-evaluated",message:"All metrics o\
f the policy compare a pruned model with the dense one, and there is only the dense one.",where:"metrics in the policy",fix:"Name the other model with --candida\
te, or write the outputs with --dump."})}var LEAST_SAMPLES=100;var TOLERANCE3=1e-6;function redundantUnits(request,group){const readers=[...group.axes.keys()].filter(column2=>group.axes[column2]?.role===
"consumer");if(readers.length===0||group.axes.some(({role})=>role==="recurrent"))return[];const unread=new Set(unitsWhere(group,readers,readerIsZero(request,group)));
const silent=new Set(request.samples<LEAST_SAMPLES?[]:unitsWhere(group,readers,inputIsZero(request,group)));const idle=unit=>unread.has(unit)||silent.has(unit);
const equals=duplicates(request,group,readers,group.units.map((_,unit)=>unit).filter(unit=>!idle(unit)));return group.units.flatMap((_,unit)=>{if(unread.has(unit))
return[{unit,kind:"unread"}];if(silent.has(unit))return[{unit,kind:"silent"}];const of=equals.get(unit);return of===void 0?[]:[{unit,kind:"duplicate",of}]})}function unitsWhere(group,readers,holds){
const tests=readers.map(column2=>({column:column2,test:holds(column2)}));if(tests.some(({test})=>test===void 0))return[];return[...group.units.keys()].filter(unit=>tests.
every(({column:column2,test})=>(group.units[unit]?.positions[column2]??[]).every(position=>test?.(position)===true)))}function readerIsZero({prunable},group){return column2=>{
const{tensor,axis}=group.axes[column2];if(!prunable.tensors.has(tensor))return void 0;const{data,dims}=parameterValues(prunable,tensor);return position=>everySlice(
data,dims,axis,position,value2=>value2===0)}}function inputIsZero({moments},group){return column2=>{const found=moments.get(group.axes[column2].value);return found===
void 0?void 0:position=>found.mean[position]===0&&found.variance[position]===0}}function everySlice(data,dims,axis,position,holds){const inner=dims.slice(axis+1).
reduce((a,b)=>a*b,1);const size=dims[axis]??1;for(let outer=0;outer<data.length/(inner*size);outer++){const start=(outer*size+position)*inner;for(let i=start;i<
start+inner;i++)if(!holds(data[i]))return false}return true}function duplicates(request,group,readers,units){const found=new Map;if(!readers.every(column2=>canMerge(
request.prunable,group.axes[column2])))return found;const made3=makersOf2(request.prunable,group);const kept=[];for(const unit of units){const of=kept.find(other=>made3.
alike(unit,other)&&readers.every(column2=>arriveAlike(request,group,column2,unit,other)));if(of===void 0)kept.push(unit);else found.set(unit,of)}return found}function canMerge({
tensors,model},{tensor}){return tensors.get(tensor)?.dataType===DataType.FLOAT&&model.graph.nodes.filter(({inputs})=>inputs.includes(tensor)).length===1}function makersOf2(prunable,group){
const columns=[...group.axes.keys()].filter(column2=>group.axes[column2]?.role!=="consumer");const parts=columns.map(column2=>{const use=group.axes[column2];return{
column:column2,axis:use.axis,...parameterValues(prunable,use.tensor)}});return{alike:(a,b)=>parts.length>0&&parts.every(({column:column2,axis,data,dims})=>{const[
mine=[],theirs=[]]=[group.units[a]?.positions[column2],group.units[b]?.positions[column2]];return mine.length===theirs.length&&mine.every((position,i)=>sameSlice(
data,dims,axis,position,theirs[i]??-1))})}}function sameSlice(data,dims,axis,a,b){const inner=dims.slice(axis+1).reduce((x,y)=>x*y,1);const size=dims[axis]??1;for(let outer=0;outer<
data.length/(inner*size);outer++){const[from,to]=[(outer*size+a)*inner,(outer*size+b)*inner];for(let i=0;i<inner;i++){const[mine,theirs]=[data[from+i],data[to+i]];
if(Math.abs(mine-theirs)>TOLERANCE3*Math.abs(mine))return false}}return true}function arriveAlike({moments},group,column2,a,b){const found=moments.get(group.axes[column2].
value);if(found?.covariance===void 0)return false;const{mean:mean2,variance:variance2,covariance}=found;const[mine=[],theirs=[]]=[group.units[a]?.positions[column2],
group.units[b]?.positions[column2]];return mine.length===theirs.length&&mine.every((i,index)=>{const j=theirs[index]??-1;const scale=TOLERANCE3*(variance2[i]+mean2[i]**
2);const apart=variance2[i]+variance2[j]-2*covariance[i*mean2.length+j];return Math.abs(apart)<=10*scale&&(mean2[i]-mean2[j])**2<=scale})}function redundancyText(found){
const count=kind=>found.filter(each=>each.kind===kind).length;const pairs=found.flatMap(each=>each.kind==="duplicate"?[`${String(each.unit)} = ${String(each.of)}`]:
[]);const parts=["unread","silent"].flatMap(kind=>count(kind)===0?[]:[`${String(count(kind))} ${kind}`]);const shown2=pairs.slice(0,5).join(", ");return[...parts,
...pairs.length===0?[]:[`${String(pairs.length)} equal to another (${shown2}${pairs.length>5?", ...":""})`]].join(", ")}var MOST_LOSS=1e-8;var KINDS=[["unread","silent","duplicate"],["unread","duplicate"],["unread"]];async function pruneLossless(request){const{prunable,step}=request;
const kept=keptByPolicy(prunable,step);const open9=prunable.analysis.groups.filter(({name})=>!kept.has(name));request.onProgress?.("score","units that do nothin\
g");const moments=await readMoments(request,open9);const all=new Map(open9.map(group=>[group.name,redundantUnits({prunable,moments,samples:request.calibration?.
count??0},group)]));for(const kinds of KINDS){const redundant=new Map(open9.map(group=>[group.name,removable(group,(all.get(group.name)??[]).filter(({kind})=>kinds.
includes(kind)),step.align)]));const selection={removed:new Map([...redundant].filter(([,units])=>units.length>0).map(([name,units])=>[name,units.map(({unit})=>unit)]))};
if(selection.removed.size===0)continue;const result=await cutWithoutLoss({...request,open:open9},selection,mergesOf(redundant));if(result.loss<=MOST_LOSS)return{
...result,kept,redundant}}throw losslessError(prunable.analysis.refusals)}async function replayLossless(request,selection,merged){const result=await cutWithoutLoss(
{...request,open:request.prunable.analysis.groups},selection,merged);if(result.loss>MOST_LOSS)throw losslessError([]);return{...result,kept:new Map,redundant:new Map}}
async function readMoments({runtime,prunable,directory,calibration,batch},groups){const uses=groups.flatMap(({axes})=>axes.filter(({role})=>role==="consumer"));
if(calibration===void 0||uses.length===0)return new Map;const taps=new Map(uses.map(({value:value2,valueAxis})=>[value2,{value:value2,axis:valueAxis,covariance:true}]));
return gatherMoments({runtime,directory,batch,model:prunable.model,samples:calibration,taps:[...taps.values()]})}function removable({units},found,align){const block=align===
"auto"?1:Math.min(align,units.length);const least=Math.max(block,Math.ceil((units.length-found.length)/block)*block);const taken=[...found].sort((a,b)=>rank(a)-
rank(b)||a.unit-b.unit).slice(0,Math.max(0,units.length-least));return taken.sort((a,b)=>a.unit-b.unit)}var rank=({kind})=>["unread","duplicate","silent"].indexOf(
kind);function mergesOf(redundant){const merges=[...redundant].map(([name,units])=>[name,new Map(units.flatMap(each=>each.kind==="duplicate"?[[each.unit,each.of]]:
[]))]);return new Map(merges.filter(([,units])=>units.size>0))}async function cutWithoutLoss(request,selection,merged){const{runtime,directory,prunable:dense,step,
batch,seed,open:open9}=request;const model=mergeUnits(dense,merged);const prunable={...dense,model,tensors:weightTensors(model.graph)};const chosen=measureSelection(
prunable,step,selection,open9);request.onProgress?.("apply",`${String(selection.removed.size)} groups`);const applied=applyCut(model,prunable.tensors,prunable.coupling,
prunable.facts,chosen.cut);if(applied.model===void 0)throw losslessError(applied.obstacles.map(({reason,node})=>({name:node,reason})));request.onProgress?.("pro\
ve","attempt 1");const proof=await prove({...request,prunable,pruned:applied.model,cut:chosen.cut,seed:String(seed)});if(!proof.holds)throw new ProveFailed("The\
 units do nothing, but the",{dense:model,pruned:applied.model,selection,feeds:request.feeds,mismatch:proof.mismatch});let loss=0;for(const samples of[request.calibration,
request.decide]){if(samples===void 0)continue;const yardstick=await createYardstick({runtime,dense:dense.model,directory,samples,batch,...request.kinds===void 0?
{}:{kinds:request.kinds}});loss=Math.max(loss,await yardstick.loss(applied.model))}return{model:applied.model,chosen,proof,attempts:1,refused:new Map,merged,loss}}
function mergeUnits({model,tensors,analysis},merged){const values=new Map;for(const group of analysis.groups){for(const[unit,into]of merged.get(group.name)??[]){
group.axes.forEach(({tensor,axis,role},column2)=>{if(role!=="consumer")return;const stored2=tensors.get(tensor);const data=values.get(tensor)??Float32Array.from(
tensorToFloat32(stored2));values.set(tensor,data);moveSlices(data,stored2.dims,axis,group.units[unit]?.positions[column2]??[],group.units[into]?.positions[column2]??
[])})}}if(values.size===0)return model;return replaceTensors(model,new Map([...values].map(([name,data])=>{const stored2=tensors.get(name);return[name,withValues(
stored2,stored2.dims,data)]})))}function moveSlices(data,dims,axis,from,to){const inner=dims.slice(axis+1).reduce((a,b)=>a*b,1);const size=dims[axis]??1;from.forEach(
(position,i)=>{for(let outer=0;outer<data.length/(inner*size);outer++){const[source,target]=[position,to[i]??-1].map(at=>(outer*size+at)*inner);for(let k=0;k<inner;k++){
data[target+k]=data[target+k]+data[source+k];data[source+k]=0}}})}var LEAST_FACTOR=1.02;var RESOLUTION=1.05;var MOST_TRIES=8;async function searchByDrop(search){const{request,step,samples,journal}=search;const measured2={...request,
measured:{}};const metric=metricFor(search.policy,samples.hasTarget);let[low,high]=[1,mostOf(request.prunable,macsStep(step,LEAST_FACTOR),openGroups(request.prunable,
step)).achieved];const tried2=[];while(tried2.length<MOST_TRIES&&high/low>RESOLUTION){const factor=Math.max(LEAST_FACTOR,Math.sqrt(low*high));const one=await tryFactor(
search,measured2,metric,factor,tried2);tried2.push(one);journal.note(`Search ${String(tried2.length)}: ${one.factor.toFixed(2)}x fewer multiply-adds lose ${(100*
one.drop).toFixed(2)} points of ${metric.name} on ${String(samples.count)} search samples${one.within?"":": too many"}.`);if(one.within)low=Math.max(factor,one.
factor);else if(factor<=LEAST_FACTOR)break;else high=factor}return chosenOf(search,tried2,metric)}function chosenOf({drop:drop2,samples,step},tried2,metric){const[
cheapest2]=tried2.filter(({within:within2})=>within2).sort((a,b)=>b.factor-a.factor||a.drop-b.drop);const[mildest]=[...tried2].sort((a,b)=>a.drop-b.drop||b.factor-
a.factor);const best2=cheapest2??(step.allowPartial?mildest:void 0);if(best2===void 0){throw new UserError({code:"target-unreached",where:"prune target in the p\
olicy",message:`No cut stays within a drop of ${(100*drop2).toFixed(2)} points: the mildest tried, ${mildest?.factor.toFixed(2)??"1"}x fewer multiply-adds, lose\
s ${(100*(mildest?.drop??NaN)).toFixed(2)} on ${String(samples.count)} search samples.`,fix:"Allow a larger drop, add calibration samples, shorten `keep`, or se\
t `allow-partial: true` to accept the mildest cut with a warning."})}const record=tried2.map(({factor,drop:lost,within:within2})=>({factor:Number(factor.toPrecision(
4)),drop:Number(lost.toPrecision(4)),within:within2}));return{result:best2.result,repaired:best2.repaired,within:best2.within,search:{metric:metric.name==="agre\
ement"?"agreement":"accuracy",samples:samples.count,tried:record}}}async function tryFactor(search,request,metric,factor,before){const result=await pruneStructured(
{...request,step:{...macsStep(search.step,factor),allowPartial:true}});const same2=before.find(one=>JSON.stringify([...one.result.chosen.selection.removed])===JSON.
stringify([...result.chosen.selection.removed]));if(same2!==void 0)return same2;const repaired=await search.repair(result);const drop2=await dropOf2(search,repaired.
model,metric);return{factor:result.chosen.achieved,drop:drop2,within:drop2<=search.drop,result,repaired}}var macsStep=(step,factor)=>({...step,target:{kind:"mac\
s",factor}});function metricFor({metrics},labelled){const own=metrics.find(({name:name2})=>name2==="accuracy")??metrics.find(({name:name2})=>name2==="agreement");
const name=labelled?"accuracy":"agreement";return{id:name,name,output:own?.output,top:labelled?own?.top??1:1,threshold:own?.threshold??.5}}async function dropOf2({
subject,policy,request,samples},model,metric){const[found]=await withVariant(subject.runtime,subject.model,subject.directory,dense=>withVariant(subject.runtime,
model,request.directory,pruned=>evaluatePair({dense,pruned,samples,metrics:[metric],batch:request.batch,confidence:policy.confidence,seed:samples.sha256})));const drop2=metric.
name==="agreement"?1-(found?.pruned??NaN):found?.drop??NaN;if(Number.isFinite(drop2))return drop2;throw new UserError({code:"search-undecided",message:`The drop\
 of ${metric.name} has no value on the search samples: ${found?.findings.join("; ")??""}.`,where:"prune target in the policy",fix:"Name the output in the policy\
's accuracy metric, correct the labels of the calibration data, or give a target in macs, params, size or latency."})}var RANGES2=new Map([[DataType.INT8,{low:-128,high:127,make:values=>Int8Array.from(values)}],[DataType.UINT8,{low:0,high:255,make:values=>Uint8Array.from(values)}],
[DataType.INT16,{low:-32768,high:32767,make:values=>Int16Array.from(values)}],[DataType.UINT16,{low:0,high:65535,make:values=>Uint16Array.from(values)}],[DataType.
INT32,{low:-(2**31),high:2**31-1,make:values=>Int32Array.from(values)}]]);function requantised(model,quantised){const dequantisers=weightDequantisers(quantised);
if(dequantisers.size===0)return model;const stored2=weightTensors(quantised.graph);const wanted=weightTensors(model.graph);const changes=new Map;for(const[value2,
node]of dequantisers){const tensor=stored2.get(node.inputs[0]??"");const values=wanted.get(value2);if(values===void 0||tensor.dataType===DataType.INT32)continue;
const next=tensorToFloat32(values);if(!sameValues(next,tensorToFloat32(dequantise(node,tensor,stored2))))changes.set(value2,quantise(next,node,tensor,stored2))}
const scaleOf2=value2=>changes.get(value2)?.scales??scalesOf(dequantisers.get(value2),stored2);for(const[value2,node]of dequantisers){const tensor=stored2.get(node.
inputs[0]??"");const values=wanted.get(value2);if(values===void 0||tensor.dataType!==DataType.INT32)continue;const scales=productScales(quantised,value2,stored2,
scaleOf2)??scalesOf(node,stored2)??Float32Array.of(1);const next=tensorToFloat32(values);const same2=sameValues(next,tensorToFloat32(dequantise(node,tensor,stored2)))&&
sameValues(scales,scalesOf(node,stored2)??scales);if(!same2)changes.set(value2,quantiseBias(next,scales))}return write(model,quantised,dequantisers,changes)}function sameValues(a,b){
return a.length===b.length&&a.every((value2,i)=>value2===b[i])}function scalesOf(node,stored2){const scale=stored2.get(node?.inputs[1]??"");return scale===void 0?
void 0:tensorToFloat32(scale)}function channelsOf(node,tensor,count){if(count===1)return()=>0;const listed=intAttribute(node,"axis",1);const axis=listed<0?listed+
tensor.dims.length:listed;const inner=tensor.dims.slice(axis+1).reduce((a,b)=>a*b,1);return index=>Math.floor(index/inner)%(tensor.dims[axis]??1)}function quantise(values,node,tensor,stored2){
const range=RANGES2.get(tensor.dataType);const count=scalesOf(node,stored2)?.length??1;const channel=channelsOf(node,tensor,count);const zeroTensor=stored2.get(
node.inputs[2]??"");const before=zeroTensor===void 0?[0]:tensorToNumbers(zeroTensor);const middle2=range.low<0?0:(range.high+1)/2;const[least,most]=[new Float64Array(
count),new Float64Array(count)];values.forEach((value2,i)=>{least[channel(i)]=Math.min(least[channel(i)],value2);most[channel(i)]=Math.max(most[channel(i)],value2)});
const symmetric=before.every(zero=>zero===middle2);const limit=symmetricLimit(tensorToNumbers(tensor),middle2,range);const grids=Array.from({length:count},(_,c)=>symmetric?
{scale:Math.fround(Math.max(-least[c],most[c])/limit)||1,zero:middle2}:asymmetric(least[c],most[c],range));const levels=Float64Array.from(values,(value2,i)=>{const{
scale,zero}=grids[channel(i)];return Math.min(range.high,Math.max(range.low,Math.round(value2/scale)+zero))});return{levels,scales:Float32Array.from(grids,({scale})=>scale),
zeros:grids.map(({zero})=>zero)}}function symmetricLimit(levels,middle2,{high}){const used=levels.reduce((most,level)=>Math.max(most,Math.abs(level-middle2)),0);
const[all,half]=[high-middle2,Math.floor((high-middle2+1)/2)];return used>0&&used<=half?half:all}function asymmetric(least,most,{low,high}){const scale=Math.fround(
(most-least)/(high-low))||1;return{scale,zero:Math.min(high,Math.max(low,Math.round(low-least/scale)))}}function quantiseBias(values,scales){const{low,high}=RANGES2.
get(DataType.INT32);const levels=Float64Array.from(values,(value2,i)=>{const scale=scales[scales.length===1?0:i]||1;return Math.min(high,Math.max(low,Math.round(
value2/scale)))});return{levels,scales,zeros:Array.from(scales,()=>0)}}function productScales({graph},bias,stored2,scaleOf2){const index=indexGraph(graph);const readers=(index.
consumers.get(bias)??[]).map(reader=>graph.nodes[reader]);const[layer]=readers;if(readers.length!==1||layer?.inputs[2]!==bias)return void 0;const source=graph.nodes[index.
producer.get(layer.inputs[0]??"")??-1];const own=source?.opType==="DequantizeLinear"?scalesOf(source,stored2):void 0;const weights=scaleOf2(layer.inputs[1]??"");
if(own?.length!==1||weights===void 0)return void 0;return weights.map(scale=>scale*own[0])}function write(model,quantised,dequantisers,changes){const stored2=weightTensors(
quantised.graph);const{consumers}=indexGraph(quantised.graph);const taken=allNames(model.graph);const replaced=new Map;const added2=new Map;const put=(name,dataType,dims,values)=>{
const own=(consumers.get(name)??[]).length===1&&!replaced.has(name);const target=own?name:freshName(taken,name);(own?replaced:added2).set(target,makeTensor(target,
dataType,dims,values));return target};const nodes=model.graph.nodes.map(node=>{const value2=node.outputs[0]??"";const original=node.opType==="Constant"?dequantisers.
get(value2):void 0;if(original===void 0)return node;const change=changes.get(value2);return change===void 0?original:{...original,inputs:storedInputs(original,change,
stored2,put)}});const merged={...model,graph:{...model.graph,nodes,initializers:new Map([...model.graph.initializers,...added2])}};return replaceTensors(merged,
replaced)}function storedInputs({inputs},{levels,scales,zeros},stored2,put){const[name="",scaleName="",zeroName=""]=inputs;const[tensor,scale,zero]=[stored2.get(
name),stored2.get(scaleName),stored2.get(zeroName)];const dims=scale.dims.length===0&&scales.length===1?[]:[scales.length];const written=[put(name,tensor.dataType,
tensor.dims,RANGES2.get(tensor.dataType).make(levels)),put(scaleName,scale.dataType,dims,scales)];if(zero===void 0)return written;return[...written,put(zeroName,
zero.dataType,dims,RANGES2.get(zero.dataType).make(Float64Array.from(zeros)))]}async function keepWhatHelps(items,search){if(search.all<search.before)return{kept:new Set(items),loss:search.all};let best2={kept:new Set,loss:search.before};let left=search.
budget;const attempt=async part2=>{if(part2.length===0||left<=0)return;left-=1;const kept=new Set([...best2.kept,...part2]);const loss=await search.loss(kept);if(loss<
best2.loss)best2={kept,loss};else await attemptHalves(part2)};const attemptHalves=async part2=>{if(part2.length<2)return;const middle2=Math.ceil(part2.length/2);
await attempt(part2.slice(0,middle2));await attempt(part2.slice(middle2))};await attemptHalves(items);return best2}var MOST_NAMED2=4;function skippedNotes(what,skipped){const reasons=[...new Set(skipped.map(({reason})=>reason))];return reasons.map(reason=>{const layers=skipped.
filter(one=>one.reason===reason).map(({layer})=>layer);const named=layers.slice(0,layers.length>MOST_NAMED2+1?MOST_NAMED2:layers.length);const rest=layers.length-
named.length;return`${what} left out ${named.join(", ")}${rest===0?"":` and ${String(rest)} more`}: ${reason}`})}var MAX_RESCALE=10;var WEAK_SHARE=.01;async function denseTargets(request,sites){const layers=sites.filter(site=>site.kind==="layer").map(({layer})=>layer);const moments=await gatherMoments(
{...request,model:request.prunable.model,taps:layers.map(layer=>({value:layer.output,axis:layer.outputChannel,covariance:false}))});return new Map(layers.map(layer=>{
const{mean:mean2,variance:variance2}=moments.get(layer.output);const kept=request.cut.kept(layer.output,layer.outputChannel);const take=values=>kept===null?values:
Float64Array.from(kept,position=>values[position]);return[layer.output,{mean:take(mean2),variance:take(variance2)}]}))}async function correctStatistics(request,sites,targets,rescale){
const graph=new AuxiliaryGraph(request.model);const outputs=sites.map(site=>site.kind==="norm"?renormalise(graph,request.model,site):restandardise(graph,request,
site,targets.get(site.layer.output),rescale));const sums=sites.map(()=>new BatchSums);await withVariant(request.runtime,graph.build(),request.directory,async session2=>{
for await(const{feeds}of request.samples.batches(request.batch)){for await(const results of session2.pieces(feeds))sums.forEach((sum2,i)=>{sum2.add(results,outputs[i])})}});
return applyStatistics(request,sites,targets,sums.map(sum2=>sum2.moments()),rescale)}function measured(graph,value2,rank2,channel){const axes=Array.from({length:rank2},
(_,axis)=>axis).filter(axis=>axis!==channel);const mean2=graph.reduce("ReduceMean",value2,axes,true);const centred2=graph.node("Sub",[value2,mean2]);const variance2=graph.
reduce("ReduceMean",graph.node("Mul",[centred2,centred2]),axes,true);const names={mean:graph.output(mean2),variance:graph.output(variance2),shape:graph.shapeOutput(
value2),channel};return{names,mean:mean2,variance:variance2,centred:centred2}}function renormalise(graph,model,{index,node}){const[value2="",scale="",offset="",
oldMean=""]=node.inputs;const type=weightTensors(model.graph).get(oldMean)?.dataType??DataType.FLOAT;const view=graph.channelView(value2,1);const{names,mean:mean2,
variance:variance2}=measured(graph,view,3,1);const vector=moment=>graph.node("Cast",[graph.node("Reshape",[moment,graph.ints([-1])])],{to:intOf(type)});graph.override(
index,{...node,inputs:[value2,scale,offset,vector(mean2),vector(variance2)]});return names}function restandardise(graph,{model,prunable},{index,layer,scalable},target,rescale){
const node=model.graph.nodes[index];const rank2=prunable.facts.values.get(layer.output)?.dims.length??2;if(node===void 0)throw new Error("a site without a node");
const raw=graph.fresh(`${layer.output}_raw`);graph.override(index,{...node,outputs:node.outputs.map(value2=>value2===layer.output?raw:value2)});const{names,variance:variance2,
centred:centred2}=measured(graph,graph.toFloat(raw),rank2,layer.outputChannel);const dims=Array.from({length:rank2},(_,axis)=>axis===layer.outputChannel?target.
mean.length:1);const constant=values=>graph.floats(Float32Array.from(values),dims);const floor=weakFloor(target);const wanted=constant(target.variance.map(value2=>value2+
floor));const actual=graph.node("Add",[variance2,constant(target.variance.map(()=>floor))]);const ratio=graph.node("Sqrt",[graph.node("Div",[wanted,actual])]);const capped=graph.
node("Max",[graph.node("Min",[ratio,constant(target.mean.map(()=>MAX_RESCALE))]),constant(target.mean.map(()=>1/MAX_RESCALE))]);const scaled=rescale&&scalable?graph.
node("Mul",[centred2,capped]):centred2;const moved=graph.node("Add",[scaled,constant(target.mean)]);graph.define(layer.output,"Cast",[moved],{to:intOf(layer.elementType)});
return names}var TINY=1e-12;function weakFloor({variance:variance2}){return TINY+WEAK_SHARE*variance2.reduce((sum2,value2)=>sum2+value2,0)/Math.max(1,variance2.
length)}var BatchSums=class{#count=0;#first=new Float64Array(0);#second=new Float64Array(0);add(results,names){const mean2=results.get(names.mean)?.data;const variance2=results.
get(names.variance)?.data;const dims=Array.from(results.get(names.shape)?.data??[],Number);const count=dims.reduce((product3,size,axis)=>axis===names.channel?product3:
product3*size,1);if(this.#count===0)[this.#first,this.#second]=[new Float64Array(mean2.length),new Float64Array(mean2.length)];this.#count+=count;mean2.forEach(
(value2,i)=>{this.#first[i]=this.#first[i]+count*value2;this.#second[i]=this.#second[i]+count*(variance2[i]+value2**2)})}moments(){const mean2=this.#first.map(sum2=>sum2/
this.#count);const variance2=this.#second.map((sum2,i)=>Math.max(0,sum2/this.#count-mean2[i]**2));if(![...mean2,...variance2].every(Number.isFinite)){throw new UserError(
{code:"activation-not-finite",message:"An activation of the pruned model is NaN or infinite on the calibration samples."})}return{mean:mean2,variance:variance2}}};
function applyStatistics({model,prunable},sites,targets,found,rescale){const tensors=weightTensors(model.graph);const replaced=new Map;const weights=new Map;const layers=new Map;
sites.forEach((site,i)=>{const own=found[i];if(site.kind==="norm"){for(const[position,values]of[[3,own.mean],[4,own.variance]]){const name=site.node.inputs[position]??
"";const stored2=tensors.get(name);replaced.set(name,withValues(stored2,stored2.dims,Float32Array.from(values)))}return}const{layer}=site;const target=targets.get(
layer.output);const scale=rescale&&site.scalable?rescaleFactors(target,own):own.mean.map(()=>1);if(rescale&&site.scalable)weights.set(layer.weight,scaledWeight(
tensors.get(layer.weight),layer.outputAxis,scale));const shift=own.mean.map((mean2,channel)=>target.mean[channel]-scale[channel]*mean2);layers.set(layer.node.outputs[0]??
"",{biasScale:scale,shift})});const rank2=value2=>prunable.facts.values.get(value2)?.dims.length;return editLayers(replaceTensors(model,replaced),{weights,layers},
rank2)}function rescaleFactors(target,own){const floor=weakFloor(target);return own.variance.map((variance2,i)=>{const ratio=Math.sqrt((target.variance[i]+floor)/
(variance2+floor));return Math.min(MAX_RESCALE,Math.max(1/MAX_RESCALE,ratio))})}function scaledWeight(tensor,axis,scale){const values=tensorToFloat32(tensor);const channels=rowPositions(
tensor.dims,-1,axis);return values.map((value2,i)=>value2*scale[channels[i]])}var RIDGES=[.01,.001,1e-4];var SEARCH_BUDGET=12;async function repair(request){const dequantisers=weightDequantisers(request.prunable.model);return dequantisers.
size===0?repairFloat(request):repairQuantised(request,dequantisers)}async function repairQuantised(request,dequantisers){const{prunable,pruned,yardstick,onStep}=request;
const back=model2=>requantised(model2,pruned);const model=withFloatWeights(prunable.model);const result=await repairFloat({...request,prunable:{...prunable,model,
tensors:weightTensors(model.graph)},pruned:withFloatWeights(pruned),yardstick:{...yardstick,loss:candidate=>yardstick.loss(back(candidate))},...onStep===void 0?
{}:{onStep:(step,candidate)=>onStep(step,back(candidate))}});const decisions=result.decisions.map(each=>({...each,weight:dequantisers.get(each.weight)?.inputs[0]??
each.weight}));return{...result,model:back(result.model),decisions}}async function repairFloat(request){const loss=await request.yardstick.loss(request.pruned);
const state=new RepairState(request,loss);const{jobs,unrepaired}=repairJobs(request.prunable,request.cut);for(const{name,reason}of unrepaired)state.notes.push(`${name}\
 is not repaired: ${reason}`);if(request.steps.some(step=>step==="bias"||step==="refit")&&jobs.length>0)await repairWeights(request,state,jobs);if(request.steps.
includes("sequential")&&jobs.length+(request.changed?.length??0)>0)await repairSequentially(request,state);if(request.steps.includes("statistics"))await repairStatistics(
request,state);return{model:state.model,ladder:state.ladder,accepted:state.accepted,decisions:state.decisions,notes:state.notes}}var RepairState=class{constructor(request,loss){
this.request=request;this.loss=loss;this.model=request.pruned;this.ladder=[{step:"dense",loss:0,accepted:true,detail:"the model as it was committed"},{step:"pru\
ned",loss,accepted:true,detail:`${request.changed===void 0?"channels":"blocks"} removed, weights as they were`}]}request;loss;model;ladder;accepted=[];notes=[];decisions=[];async judge(step,tried2,model,detail){
const accepted=tried2<this.loss;this.ladder.push({step:`+ ${step}`,loss:tried2,accepted,detail:accepted?detail:`${detail}; dropped: the loss did not fall`});if(!accepted)
return false;this.model=model;this.loss=tried2;this.accepted.push(step);await this.request.onStep?.(step,model);return true}};async function repairWeights(request,state,jobs){
const moments=await inputMoments2(request,jobs);await withProducts(request.runtime,async multiply=>{const context={prunable:request.prunable,cut:request.cut,moments,
multiply};let fixes=new Map;if(request.steps.includes("bias"))fixes=await tryBias(request,state,context,jobs);if(request.steps.includes("refit"))fixes=await tryRefit(
request,state,context,jobs,fixes);state.decisions=jobs.map(job=>decision(job,fixes.get(job),request.steps.includes("refit")?refitObstacle(job,moments):"refit wa\
s not asked for"))})}async function inputMoments2(request,jobs){const refit=request.steps.includes("refit");const taps=new Map;for(const job of jobs){for(const{
input,inputChannel}of job.layers){const covariance=refit&&job.fixed===void 0||taps.get(input)?.covariance===true;taps.set(input,{value:input,axis:inputChannel,covariance})}}
const{runtime,directory,prunable,samples,batch,onProgress}=request;return gatherMoments({runtime,directory,samples,batch,model:prunable.model,taps:[...taps.values()],
onProgress:(done,total)=>onProgress?.(`moments: ${done} of ${total} samples`)})}async function tryBias(request,state,context,jobs){request.onProgress?.("bias");
const fixes=new Map;for(const job of jobs)fixes.set(job,await makeFix(context,job,void 0));const loss=await request.yardstick.loss(modelWith(request,fixes));return judgeFixes(
request,state,"bias",{fixes,loss},new Map,kept=>`${kept} of ${jobs.length} weights: cut inputs replaced by their means`)}async function tryRefit(request,state,context,jobs,before){
const best2=await bestRidge2(request,context,jobs,before);return judgeFixes(request,state,"refit",best2,before,kept=>`${kept} of ${jobs.length} weights, ridge ${best2.
ridge}`)}async function bestRidge2(request,context,jobs,before){let best2;for(const ridge of request.ridges??RIDGES){request.onProgress?.(`refit with ridge ${ridge}`);
const fixes=new Map;for(const job of jobs){const reachable=refitObstacle(job,context.moments)===void 0;if(reachable||!before.has(job))fixes.set(job,await makeFix(
context,job,reachable?ridge:void 0))}const loss=await request.yardstick.loss(modelWith(request,new Map([...before,...fixes])));if(best2===void 0||loss<best2.loss)
best2={ridge,fixes,loss}}if(best2===void 0)throw new Error("no ridge to try");return best2}async function judgeFixes(request,state,step,tried2,before,describe4){
const merged=jobs=>new Map([...before,...[...tried2.fixes].filter(([job])=>jobs.has(job))]);const found=await keepWhatHelps([...tried2.fixes.keys()],{before:state.
loss,all:tried2.loss,budget:SEARCH_BUDGET,loss:jobs=>request.yardstick.loss(modelWith(request,merged(jobs)))});if(found.kept.size===0){await state.judge(step,tried2.
loss,request.pruned,describe4(tried2.fixes.size));return before}const kept=merged(found.kept);await state.judge(step,found.loss,modelWith(request,kept),describe4(
found.kept.size));return kept}function modelWith({pruned,prunable},fixes){return applyFixes(pruned,fixes,value2=>prunable.facts.values.get(value2)?.dims.length)}
function decision(job,fix,obstacle){const nodes=job.layers.map(({node})=>node.name||(node.outputs[0]??""));if(fix===void 0)return{weight:job.weight,nodes,method:"\
none",reason:obstacle??"repair did not lower the loss"};const explained=`${(100*fix.explained).toFixed(0)} % of the cut inputs' variance is predicted by the kep\
t ones`;const reason=fix.method==="refit"?explained:obstacle??"a refit did not lower the loss";return{weight:job.weight,nodes,method:fix.method,reason}}async function repairSequentially(request,state){
const result=await sequentialRefit(request,state.model);if(result===void 0){state.ladder.push({step:"+ sequential",loss:state.loss,accepted:false,detail:"the gr\
aph has subgraphs"});return}const fitted=result.outcomes.filter(({ridge})=>ridge!==void 0);const skipped=result.outcomes.filter(({ridge})=>ridge===void 0);state.
notes.push(...skippedNotes("sequential refit",skipped.map(({node,reason})=>({layer:node,reason}))));const accepted=await state.judge("sequential",await request.
yardstick.loss(result.model),result.model,`${fitted.length} layers fitted on the repaired inputs`);if(accepted)state.decisions=withSequential(state.decisions,fitted)}
function withSequential(decisions,fitted){const byWeight=new Map(fitted.map(outcome=>[outcome.weight,outcome]));const updated=decisions.map(each=>{const outcome=byWeight.
get(each.weight);byWeight.delete(each.weight);return outcome===void 0?each:{...each,method:"sequential",reason:outcome.reason}});return[...updated,...[...byWeight.
values()].map(({weight,node,reason})=>({weight,nodes:[node],method:"sequential",reason}))]}async function repairStatistics(request,state){request.onProgress?.("\
statistics");const{sites,tooFew:tooFew2}=statisticsSites(state.model.graph,request.prunable.facts,changedValues(request),request.batch);if(tooFew2.length>0)state.
notes.push(`statistics of ${tooFew2.join(", ")} are left alone: one batch has too few positions`);if(sites.length===0){state.ladder.push({step:"+ statistics",loss:state.
loss,accepted:false,detail:"no layer whose statistics could be corrected"});return}const correction={...request,model:state.model};const targets=await denseTargets(
correction,sites);const tried2=[];for(const rescale of[true,false]){const model=await correctStatistics(correction,sites,targets,rescale);const what=rescale?"me\
ans and deviations":"means (and batch-norm statistics)";tried2.push({model,loss:await request.yardstick.loss(model),detail:`${sites.length} layers: ${what} rest\
ored`})}const[best2]=tried2.sort((a,b)=>a.loss-b.loss);if(best2!==void 0)await state.judge("statistics",best2.loss,best2.model,best2.detail)}import{mkdir as mkdir4}from"node:fs/promises";import{join as join27}from"node:path";function startOf(subject){return{model:subject.model,steps:[],repair:[],groups:[],ladder:[],proof:null,partial:false}}async function placeStep(subject,state){if(state.
steps.length===0)return{dense:state.model,directory:subject.directory};const directory=join27(subject.directory,`step-${String(state.steps.length)}`);await mkdir4(
directory,{recursive:true});return{dense:await storeWeights(state.model,directory),directory}}function outputKinds(policy){const classes=new Set(["accuracy","ba\
lanced-accuracy","macro-f1","roc-auc","agreement","kl"]);return new Map(policy.metrics.flatMap(({name,output})=>output===void 0?[]:[[output,classes.has(name)?"c\
lasses":"values"]]))}function openYardstick({runtime,model,directory},policy,samples,batch,step){return createYardstick({runtime,dense:model,denseDirectory:directory,
directory:step,samples,batch,kinds:outputKinds(policy)})}function roundedNote({rounded:rounded2}){return rounded2===0?"":`; ${String(rounded2)} of them to withi\
n the dense model's own rounding, which is above the tolerance there`}function reportLadder(ladder,before){return ladder.filter(({step})=>before.length===0||step!==
"dense").map(entry=>({...entry,loss:Number.isFinite(entry.loss)?entry.loss:null}))}function findBlocks(model,facts,isParameter3){const{graph}=model;const macs=macsByNode(model,facts);const index=indexGraph(graph);const refusals=[];const found=graph.
nodes.flatMap((node,at)=>{const residual=residualAt(graph,index,facts,isParameter3,at);if(residual===void 0)return[];const holds=residual==="apart"?new Set:heldNodes(
graph,residual);const layers=[...holds].filter(held=>(macs.get(held)??0)>0);if(residual==="apart")refusals.push(refusalOf(node,"its shortcut has layers of its o\
wn"));else if(layers.length>0)return[{...residual,holds,macs:layers.reduce((sum2,held)=>sum2+macs.get(held),0)}];return[]});const outer=found.filter(({holds,node})=>found.
some(other=>other.node!==node&&holds.has(other.node)));for(const{node}of outer)refusals.push(refusalOf(graph.nodes[node],"other blocks lie within it"));const inner=found.
filter(block=>!outer.includes(block));return{blocks:inner.map(block=>({...block,name:nameOf(graph.nodes[block.node]),aliases:aliasesOf2(graph,block.node,block.holds)})),
refusals}}var refusalOf=(node,reason)=>({name:nameOf(node),reason,operator:node.opType,node:nameOf(node),units:1});function residualAt(graph,index,facts,isParameter3,at){
const node=graph.nodes[at];const[a="",b=""]=node.inputs;if(node.opType!=="Add"||node.domain!==""||a===b||isParameter3(a)||isParameter3(b))return void 0;const shape=shapeKey(
facts,node.outputs[0]??"");if(shape===void 0||shapeKey(facts,a)!==shape||shapeKey(facts,b)!==shape)return void 0;if(liesUpstream(graph,index,a,b))return{node:at,
shortcut:a,branch:b};if(liesUpstream(graph,index,b,a))return{node:at,shortcut:b,branch:a};return"apart"}function shapeKey(facts,value2){const fact=facts.values.
get(value2);return fact===void 0?void 0:JSON.stringify([fact.dims,fact.dynamic])}function liesUpstream(graph,{producer},value2,of){const seen=new Set;const open9=[
of];for(let current=open9.pop();current!==void 0;current=open9.pop()){if(current===value2)return true;const maker=graph.nodes[producer.get(current)??-1];if(seen.
has(current)||maker===void 0)continue;seen.add(current);open9.push(...valuesRead(maker))}return false}function heldNodes(graph,residual){const without2=neededNodes2(
graph,[residual]);return new Set([...neededNodes2(graph,[])].filter(node=>!without2.has(node)))}function neededNodes2(graph,dropped){const{producer}=indexGraph(
graph);const shortcuts=new Map(dropped.map(({node,shortcut})=>[node,shortcut]));const needed=new Set;const open9=graph.outputs.map(({name})=>name);for(let value2=open9.
pop();value2!==void 0;value2=open9.pop()){const index=producer.get(value2);if(index===void 0||needed.has(index))continue;needed.add(index);const shortcut=shortcuts.
get(index);open9.push(...shortcut===void 0?valuesRead(graph.nodes[index]):[shortcut])}return needed}function aliasesOf2(graph,add2,holds){const nodes=[...holds,
add2].map(index=>graph.nodes[index]);const names=nodes.flatMap(node=>[node.name,...node.outputs,...node.inputs.filter(input=>graph.initializers.has(input))]);return[
...new Set(names.filter(name=>name!==""))]}function dropBlocks(model,blocks){const{graph}=model;const byNode=new Map(blocks.map(block=>[block.node,block]));const gone=lostNodes(graph,blocks);const nodes=graph.
nodes.flatMap((node,index)=>{const block=byNode.get(index);if(block!==void 0)return[makeNode("Identity",[block.shortcut],node.outputs,{name:node.name})];return gone.
has(index)?[]:[node]});return{...model,graph:withoutUnread({...graph,nodes},graph)}}function lostNodes(graph,blocks){const needed=neededNodes2(graph,blocks);return new Set(
[...neededNodes2(graph,[])].filter(index=>!needed.has(index)))}function withoutUnread(graph,before){const outputs=new Set(graph.outputs.map(({name})=>name));const[
readNow,readBefore]=[indexGraph(graph).consumers,indexGraph(before).consumers];const isLost=name=>readBefore.has(name)&&!readNow.has(name)&&!outputs.has(name);const made3=new Set(
[...graph.nodes.flatMap(node=>node.outputs),...graph.inputs.map(({name})=>name)]);const stored2=name=>before.initializers.has(name)||before.sparseInitializers.includes(
name);return{...graph,initializers:new Map([...graph.initializers].filter(([name])=>!isLost(name))),inputs:graph.inputs.filter(({name})=>!(stored2(name)&&isLost(
name))),valueInfos:graph.valueInfos.filter(({name})=>made3.has(name))}}function silenceBlocks(model,blocks){const zero=makeTensor(freshName(allNames(model.graph),
"silence"),DataType.FLOAT,[],new Float32Array(1));const byNode=new Map(blocks.map(block=>[block.node,block]));const nodes=model.graph.nodes.map((node,index)=>{const block=byNode.
get(index);return block===void 0?node:{...node,inputs:node.inputs.map(input=>input===block.branch?zero.name:input)}});const constant=makeNode("Constant",[],[zero.
name],{attributes:[["value",{kind:"tensor",value:zero}]]});return{...model,graph:{...model.graph,nodes:[constant,...nodes]}}}var SHORTLIST=6;async function chooseBlocks(choice){const losses=new Map;const prices=new Map;const most=measureBlocks(choice,choice.open,losses);if(!most.reached&&
!choice.step.allowPartial)return most;let best2={chosen:measureBlocks(choice,[],losses),loss:await choice.yardstick.loss(choice.prunable.model)};while(!best2.chosen.
reached){const left=choice.open.filter(block=>!best2.chosen.dropped.includes(block)).sort((a,b)=>(prices.get(a)??0)-(prices.get(b)??0));const round=[];for(const block of prices.
size===0?left:left.slice(0,SHORTLIST)){choice.onProgress?.(`without ${[...best2.chosen.dropped,block].map(({name})=>name).join(", ")}`);const candidate=await measure3(
choice,best2,block,losses);prices.set(block,candidate.price);if(best2.chosen.dropped.length===0)losses.set(block.name,candidate.loss);if(Number.isFinite(candidate.
loss))round.push(candidate)}const next=pick(round);if(next===void 0)return{...best2.chosen,losses};best2={chosen:next.measured,loss:next.loss}}return{...best2.chosen,
losses}}async function measure3(choice,before,block,losses){const dropped=[...before.chosen.dropped,block];const measured2=measureBlocks(choice,dropped,losses);
const loss=await choice.yardstick.loss(dropBlocks(choice.prunable.model,dropped));const saved=Math.max(Number.EPSILON,shareSaved(choice,measured2)-shareSaved(choice,
before.chosen));const added2=loss-before.loss;return{block,loss,price:added2<=0?added2:added2/saved,measured:measured2}}function shareSaved({step:{target}},{achieved,
dropped}){return target.kind==="ratio"?dropped.length:1-1/achieved}function pick(round){const finishing=round.filter(({measured:measured2})=>measured2.reached).
sort((a,b)=>a.loss-b.loss);return finishing[0]??[...round].sort((a,b)=>a.price-b.price)[0]}function measureBlocks({prunable,step:{target},open:open9},dropped,losses){
const{model,facts,tensors,fileBytes}=prunable;const without2=dropBlocks(model,dropped);const denseCost=prunable.committed??costOf(model,tensors,facts);const cost=costOf(
without2,weightTensors(without2.graph),facts);const shared={dropped,cost,denseCost,losses};if(target.kind==="ratio"){const wanted=Math.floor(target.ratio*open9.
length+1e-9);return{...shared,achieved:open9.length===0?0:dropped.length/open9.length,reached:dropped.length>=wanted}}const achieved=factorOf(target,denseCost,cost,
fileBytes);return{...shared,achieved,reached:achieved>=target.factor}}function blocksUnreached(step,{achieved,dropped},reasons){const{target}=step;const asked=target.
kind==="ratio"?`${(100*target.ratio).toFixed(1)} % of the blocks`:`${String(target.factor)}x fewer ${target.kind}`;const got=target.kind==="ratio"?`${(100*achieved).
toFixed(1)} %`:`${achieved.toFixed(2)}x`;return new UserError({code:"target-unreached",message:`The target of ${asked} was not reached: without ${String(dropped.
length)} residual blocks it is ${got}.${reasons.length===0?"":` ${reasons.join("; ")}.`}`,where:"prune step in the policy",fix:"Lower the target, drop `keep`/`o\
nly` patterns, set `allow-partial: true`, or use `method: structured` for models without residual blocks."})}var MOST_SAMPLES5=256;async function pruneBlocks(request){const{prunable,step,decide:decide2,onProgress}=request;const{blocks,refusals}=blocksOf(prunable);const kept=keptByPolicy2(
prunable,blocks,step);const open9=blocks.filter(block=>!kept.has(block.name));const yardstick=await request.openYardstick(fewOf(decide2,MOST_SAMPLES5));const chosen=await chooseBlocks(
{prunable,step,open:open9,yardstick,onProgress:detail=>onProgress?.("score",detail)});if(chosen.dropped.length===0||!chosen.reached&&!step.allowPartial)throw blocksUnreached(
step,chosen,reasonsOf(blocks,kept,refusals));return{...await proven(request,chosen),blocks,chosen,kept,refusals}}async function replayBlocks(request,planned){const{
blocks,refusals}=blocksOf(request.prunable);const dropped=planned.blocks.map(name=>{const block=blocks.find(each=>each.name===name);if(block!==void 0)return block;
throw new UserError({code:"plan-mismatch",message:`The plan drops a residual block "${name}", which this model does not have.`,where:"plan.json",fix:"Replay a p\
lan on the model it was made for (its sha256 is in the plan)."})});const chosen=measureBlocks({prunable:request.prunable,step:request.step,open:blocks},dropped,
new Map);return{...await proven(request,chosen),blocks,chosen,kept:new Map,refusals}}function blocksOf({model,facts,coupling}){return findBlocks(model,facts,value2=>coupling.
parameters.has(value2))}function keptByPolicy2({model},blocks,step){const known2=[...allNames(model.graph)];const namesOf2=({name,aliases})=>[name,...aliases];const kept=new Map;
for(const{name}of matchNames(blocks,namesOf2,step.keep,known2))kept.set(name,"kept by the policy");if(step.only===void 0)return kept;const only=matchNames(blocks,
namesOf2,step.only,known2);for(const block of blocks)if(!only.has(block))kept.set(block.name,"not among `only` in the policy");return kept}function reasonsOf(blocks,kept,refusals){
if(blocks.length===0&&refusals.length===0)return["The model has no residual blocks"];const reasons=[...[...kept].map(([name,reason])=>`${name}: ${reason}`),...refusals.
map(({name,reason})=>`${name}: ${reason}`)];return reasons.slice(0,5)}async function proven(request,{dropped}){const{runtime,directory,prunable,feeds}=request;request.
onProgress?.("prove",`${String(dropped.length)} blocks`);const model=dropBlocks(prunable.model,dropped);const proof=await proveSilenced({runtime,directory,prunable,
pruned:model,feeds},dense=>silenceBlocks(dense,dropped));if(proof.holds)return{model,proof};throw new ProveFailed("Blocks were dropped, but the",{dense:prunable.
model,pruned:model,selection:{removed:new Map},feeds,mismatch:proof.mismatch})}async function dropBlocksOf(run){const{subject,policy,step,samples,journal,state,planned}=run;journal.enter("facts");const{dense,directory}=await placeStep(subject,
state);const feeds=await firstFeeds(samples.fit,subject.inputs);const facts=await gatherFacts(subject.runtime,dense,{directory,feeds});journal.enter("groups");const prunable=analyse(
dense,facts,subject.fileBytes,state.committed);state.committed??=costOf(dense,prunable.tensors,facts);const batch=batchFor(subject.inputs,facts);const request={
runtime:subject.runtime,directory,prunable,step,decide:samples.decide,feeds,openYardstick:chosen=>openYardstick(subject,policy,chosen,batch,directory),onProgress:(stage,detail)=>{
journal.enter(stage,detail)}};const replayed=planned?.method==="blocks"?planned:void 0;const result=replayed===void 0?await pruneBlocks(request):await replayBlocks(
request,replayed);const{achieved,reached}=result.chosen;if(!reached){state.partial=true;journal.note(`The target was not reached: ${step.target.kind==="ratio"?`${(100*
achieved).toFixed(1)} % of the blocks`:`${achieved.toFixed(2)}x fewer ${step.target.kind}`}. The policy accepts that with a warning (allow-partial).`)}const repaired=await repairBehind(
run,request,batch,result,step.repair.filter(name=>replayed?.repair.includes(name)??true));state.model=repaired.model;state.proof=proofReport(result);state.steps.
push(planStep(step,result,repaired));state.repair.push(...repaired.accepted.filter(name=>!state.repair.includes(name)));state.ladder.push(...reportLadder(repaired.
ladder,state.ladder));state.groups.push(...describeBlocks(prunable,result))}async function repairBehind({samples,journal},request,batch,{model,chosen},steps){journal.
enter("repair","yardstick");const{runtime,directory,prunable}=request;const yardstick=await request.openYardstick(samples.decide);for(const note2 of yardstick.notes)
journal.note(note2);const repaired=await repair({runtime,directory,prunable,pruned:model,cut:makeCut(prunable.coupling,prunable.analysis,{removed:new Map}),steps,
changed:chosen.dropped.map(block=>sumOf2(prunable,block)),samples:samples.fit,judge:samples.decide,yardstick,batch,onProgress:detail=>{journal.progress(0,0,detail)}});
for(const note2 of repaired.notes)journal.note(note2);return repaired}var sumOf2=({model},{node})=>model.graph.nodes[node]?.outputs[0]??"";function planStep({target},{
chosen,refusals},{accepted}){return{method:"blocks",target,blocks:chosen.dropped.map(({name})=>name),refused:[...refusals],repair:[...accepted]}}function proofReport({
proof,chosen}){return{holds:proof.holds,values:proof.values,worst:proof.worst,tolerance:TOLERANCE2,attempts:1,detail:`${String(proof.values)} values of the prun\
ed model equal the dense model with the branches of ${String(chosen.dropped.length)} blocks silenced${roundedNote(proof)}`}}function describeBlocks(prunable,{blocks,
chosen,kept,refusals}){const dropped=new Set(chosen.dropped.map(({name})=>name));const described=blocks.map(block=>({name:block.name,kind:"residual block",units:1,
removed:dropped.has(block.name)?1:0,status:dropped.has(block.name)?"pruned":"kept",reason:reasonOf3(block,dropped,kept,chosen.losses),parameters:parametersOf2(prunable,
block),macs:block.macs}));const refused2=refusals.map(({name,reason})=>({name,kind:"Add",units:1,removed:0,status:"refused",reason,parameters:0,macs:0}));return[
...described,...refused2]}function reasonOf3({name},dropped,kept,losses){const loss=losses.get(name);const measured2=loss===void 0?"":`output loss ${loss.toPrecision(
3)} without it alone`;const reason=kept.get(name)??(dropped.has(name)?"":"the target was met without it");return[reason,measured2].filter(part2=>part2!=="").join(
"; ")}function parametersOf2({model,tensors},{holds}){const elsewhere=new Set(model.graph.nodes.flatMap((node,index)=>holds.has(index)?[]:node.inputs));const own=new Set(
[...holds].flatMap(index=>model.graph.nodes[index]?.inputs??[]).filter(input=>!elsewhere.has(input)));return[...own].reduce((sum2,name)=>sum2+(tensors.get(name)?.
dims??[0]).reduce((a,b)=>a*b,1),0)}function applyMasks(model,weights,masks){const replaced=new Map;for(const{name,tensor}of weights){const mask=masks.get(name);if(mask===void 0)continue;const bytes=tensorBytes(
tensor).slice();const size=elementSize(tensor.dataType);mask.forEach((stays,i)=>{if(stays===0)bytes.fill(0,i*size,(i+1)*size)});replaced.set(name,{...tensor,data:{
kind:"raw",bytes}})}return replaceTensors(model,replaced)}function applyFits(model,fits3,facts){const weights=new Map;const layers=new Map;for(const[{weight,plan,
shape},{rows:rows2,shift}]of fits3){weights.set(weight.name,toStored(rows2,shape));layers.set(plan.layer.node.outputs[0]??"",{shift})}return editLayers(model,{weights,
layers},ranksOf(facts))}var BINS=1<<16;function kthSmallestMagnitude(arrays,k){const total=arrays.reduce((sum2,values)=>sum2+values.length,0);if(!(k>=1&&k<=total))throw new RangeError(
`no element ${String(k)} among ${String(total)}`);const upper=new Float64Array(BINS);forEachBits(arrays,bits2=>{upper[bits2>>>16]=upper[bits2>>>16]+1});const high=findBin(
upper,k);const lower=new Float64Array(BINS);forEachBits(arrays,bits2=>{if(bits2>>>16===high.bin)lower[bits2&65535]=lower[bits2&65535]+1});const low=findBin(lower,
k-high.before);const found=new Float32Array(Uint32Array.of(high.bin<<16|low.bin).buffer);return{threshold:found[0],below:high.before+low.before}}function forEachBits(arrays,visit2){
for(const values of arrays){const bits2=new Uint32Array(values.buffer,values.byteOffset,values.length);for(const word of bits2)visit2(word&2147483647)}}function findBin(counts2,k){
let before=0;for(let bin=0;bin<counts2.length;bin++){const count=counts2[bin];if(before+count>=k)return{bin,before};before+=count}throw new RangeError("more ele\
ments asked for than counted")}function poolMasks(scores,count){if(count===0)return scores.map(own=>new Uint8Array(own.length).fill(1));const{threshold,below}=kthSmallestMagnitude(scores,count);
let ties=count-below;return scores.map(own=>Uint8Array.from(own,value2=>{const magnitude=Math.abs(value2);return magnitude<threshold||magnitude===threshold&&ties-- >
0?0:1}))}function magnitudes(values){return Float64Array.from(values,Math.abs)}function lampScores(values){const squares=Float64Array.from(values,value2=>value2**2);const ascending=Uint32Array.
from(squares,(_,i)=>i).sort((a,b)=>squares[a]-squares[b]||a-b);const scores=new Float64Array(squares.length);let sum2=0;for(let i=ascending.length-1;i>=0;i--){const at=ascending[i];
sum2+=squares[at];scores[at]=sum2===0?0:squares[at]/sum2}return scores}function wandaScores(weights,{mean:mean2,covariance}){const d=mean2.length;const norms2=Float64Array.
from(mean2,(value2,j)=>Math.sqrt(covariance[j*d+j]+value2**2));return weights.map((weight,i)=>Math.abs(weight)*norms2[i%d])}function surgeonScores(weights,upper,d){
const inverse=new Float64Array(d);for(let k=0;k<d;k++)for(let j=k;j<d;j++)inverse[j]=inverse[j]+upper[k*d+j]**2;return weights.map((weight,i)=>weight**2/inverse[i%
d])}function outputVariance2(weights,covariance,d){let sum2=0;for(let row=0;row<weights.length;row+=d){for(let i=0;i<d;i++){let product3=0;for(let k=0;k<d;k++)product3+=
covariance[i*d+k]*weights[row+k];sum2+=product3*weights[row+i]}}return sum2}function rankedMasks(weights,{criterion,scope,sparsity}){const pools=scope==="global"?[weights]:weights.map(weight=>[weight]);const masks=new Map;for(const pool of pools){
const scores=pool.map(({tensor})=>criterion==="lamp"?Float32Array.from(lampScores(tensorToFloat32(tensor))):tensorToFloat32(tensor));const count=Math.round(sparsity*
scores.reduce((sum2,own)=>sum2+own.length,0));if(count===0)continue;poolMasks(scores,count).forEach((mask,i)=>{masks.set(pool[i].name,mask)})}return masks}function countZeros(weights,masks){
return weights.flatMap(({name,tensor})=>{const mask=masks.get(name);if(mask===void 0)return[];const values=tensorToFloat32(tensor);return[{name,elements:mask.length,
zeros:mask.reduce((sum2,stays,i)=>sum2+(stays===0||values[i]===0?1:0),0)}]})}function describeLayers(model,facts,weights,samples){const context=layerContext(model.graph,ranksOf(facts));const byWeight=new Map;for(const layer of layersOf(context))
byWeight.set(layer.weight,[...byWeight.get(layer.weight)??[],layer]);const layers=[];const unfit=[];for(const weight of weights){const[layer,another]=byWeight.get(
weight.name)??[];const readers=model.graph.nodes.filter(node=>node.inputs.includes(weight.name)).length;const plan=layer===void 0?"no linear layer that can be f\
itted":another!==void 0||readers!==1?"several nodes read it":planRows(layer,weight.tensor.dims,value2=>facts.values.get(value2)?.dims,Math.min(samples,MOST_SAMPLES));
if(typeof plan==="string")unfit.push({weight,reason:plan});else layers.push({weight,plan,shape:layerShape(plan.layer,weight.tensor.dims)})}return{layers:layers.
sort((a,b)=>a.plan.layer.index-b.plan.layer.index),unfit}}function denseRows2({weight,shape}){return toRows(tensorToFloat32(weight.tensor),shape)}function storedMask(mask,{
positions:positions2}){const stored2=new Uint8Array(mask.length);positions2.forEach((position,i)=>{stored2[position]=mask[i]});return stored2}function rowsMask(stored2,{
positions:positions2}){return Uint8Array.from(positions2,position=>stored2[position])}function encodeMask(mask){const bytes=new Uint8Array(Math.ceil(mask.length/8));mask.forEach((stays,i)=>{if(stays===1)bytes[i>>3]=bytes[i>>3]|1<<(i&7)});return Buffer.
from(bytes).toString("base64")}function decodeMask(text2,elements2,name){const bytes=Buffer.from(text2,"base64");if(bytes.length!==Math.ceil(elements2/8)){throw new UserError(
{code:"plan-mismatch",message:`The plan's mask of ${name} is of another size than the weight.`,where:"plan.json"})}return Uint8Array.from({length:elements2},(_,i)=>bytes[i>>
3]>>(i&7)&1)}var DenseMoments=class{constructor(request,model,layers){this.request=request;this.model=model;this.layers=layers;let at=0;this.#passes=passesOf(layers.map(({plan})=>plan)).
map(pass=>pass.map(()=>at++))}request;model;layers;#passes;#current=new Map;async of(index){if(!this.#current.has(index)){const pass=this.#passes.find(indices=>indices.
includes(index))??[];this.#current=new Map;const found=await inputMoments({...this.request,samples:fewOf(this.request.samples,MOST_SAMPLES)},this.model,pass.map(
i=>this.layers[i].plan));this.#current=new Map(pass.map((i,k)=>[i,found[k]]))}return this.#current.get(index)}};var MOST_DIRECT=1e10;var TOLERANCE4=1e-7;var MOST_ROUNDS2=300;async function solveOnSupport(matrix,rhs,mask,outputs,d,multiply,mostDirect=MOST_DIRECT){const sizes=Array.
from({length:outputs},(_,row)=>mask.subarray(row*d,(row+1)*d).reduce((sum2,stays)=>sum2+stays,0));const work=sizes.reduce((sum2,size)=>sum2+size**3/6,0);return work<=
mostDirect?direct(matrix,rhs,mask,outputs,d):conjugateGradients(matrix,rhs,mask,outputs,d,multiply)}function direct(matrix,rhs,mask,outputs,d){const x=new Float64Array(
outputs*d);for(let row=0;row<outputs;row++){const at=row*d;const places=Int32Array.from({length:d},(_,i)=>i).filter(i=>mask[at+i]===1);const s=places.length;if(s===
0)continue;const inner=new Float64Array(s*s);for(let i=0;i<s;i++){const from=places[i]*d;for(let k=0;k<=i;k++)inner[i*s+k]=matrix[from+places[k]]}const solved=solveCholesky(
cholesky(inner,s),s,Float64Array.from(places,i=>rhs[at+i]));places.forEach((place3,i)=>{x[at+place3]=solved[i]})}return x}async function conjugateGradients(matrix,rhs,mask,outputs,d,multiply){
const x=new Float64Array(outputs*d);const residual=rhs.map((value2,i)=>mask[i]===1?value2:0);const scaled=()=>residual.map((value2,i)=>value2/matrix[i%d*(d+1)]);
const rows2=Array.from({length:outputs},(_,row)=>row);const dots=(a,b)=>rows2.map(row=>{let sum2=0;for(let i=row*d;i<(row+1)*d;i++)sum2+=a[i]*b[i];return sum2});
let direction=scaled();let rho=dots(residual,direction);const limits=dots(residual,residual).map(norm=>norm*TOLERANCE4**2);for(let round=0;round<MOST_ROUNDS2;round++){
const open9=dots(residual,residual).map((norm,row)=>norm>limits[row]);if(!open9.includes(true))break;const product3=(await multiply(direction,matrix,outputs,d,d)).
map((value2,i)=>mask[i]===1?value2:0);const curvature=dots(direction,product3);const step=rho.map((value2,row)=>open9[row]===true?value2/curvature[row]:0);for(let i=0;i<
x.length;i++){const size=step[Math.floor(i/d)];x[i]=x[i]+size*direction[i];residual[i]=residual[i]-size*product3[i]}const next=scaled();const before=rho;rho=dots(
residual,next);direction=next.map((value2,i)=>{const row=Math.floor(i/d);return open9[row]===true?value2+rho[row]/before[row]*direction[i]:direction[i]})}return x}function cheapest(part2,structure,zeros){switch(structure.kind){case"free":return withoutSmallest(part2.scores,zeros);case"row":return perRow(part2,zeros);case"\
pattern":return byPattern(part2,structure.n,structure.m);case"block":return byBlock(part2,structure.rows,structure.columns,zeros)}}function withoutSmallest(scores,count){
const keep=new Uint8Array(scores.length).fill(1);for(const at of order(scores).subarray(0,count))keep[at]=0;return keep}function order(scores){return Uint32Array.
from(scores,(_,i)=>i).sort((a,b)=>scores[a]-scores[b]||a-b)}function perRow({scores,rows:rows2,columns},zeros){const keep=new Uint8Array(scores.length);for(let row=0;row<
rows2;row++){const own=Math.round((row+1)*zeros/rows2)-Math.round(row*zeros/rows2);keep.set(withoutSmallest(scores.slice(row*columns,(row+1)*columns),own),row*columns)}
return keep}function byPattern({scores,rows:rows2,columns},n,m){const keep=new Uint8Array(scores.length).fill(1);for(let row=0;row<rows2;row++){for(let column2=0;column2<
columns;column2+=m){const at=row*columns+column2;const size=Math.min(m,columns-column2);keep.set(withoutSmallest(scores.slice(at,at+size),Math.max(0,size-n)),at)}}
return keep}function byBlock({scores,rows:rows2,columns},height,width,zeros){const tiles=[];for(let top=0;top<rows2;top+=height){for(let left2=0;left2<columns;left2+=
width){const cells=[];for(let row=top;row<Math.min(rows2,top+height);row++){for(let column2=left2;column2<Math.min(columns,left2+width);column2++)cells.push(row*
columns+column2)}tiles.push({score:cells.reduce((sum2,at)=>sum2+scores[at],0)/cells.length,cells})}}const keep=new Uint8Array(scores.length).fill(1);let left=zeros;
for(const{cells}of tiles.map((tile,i)=>({...tile,i})).sort((a,b)=>a.score-b.score||a.i-b.i)){if(left<cells.length/2)break;for(const at of cells)keep[at]=0;left-=
cells.length}return keep}function tileWidth(structure,preferred){if(structure.kind==="pattern")return structure.m;return structure.kind==="block"?structure.columns*
Math.ceil(preferred/structure.columns):preferred}var RIDGE3=.001;var TILE2=128;var OUTSIDE_FROM3=1e3;function ridged(covariance,d){return withRidge(covariance,d,Math.max(RIDGE3*meanDiagonal(covariance,d),Number.
MIN_VALUE*2**60))}async function inverseFactor(matrix,d,multiply){const turned=Float64Array.from(matrix).reverse();const lower=d>=OUTSIDE_FROM3?await choleskyOutside(
turned,d,multiply):cholesky(turned,d);const columns=new Float64Array(d*d);for(let i=0;i<d;i++)columns[i*d+i]=1;solveForward(lower,d,columns);const upper=new Float64Array(
d*d);for(let i=0;i<d;i++)for(let j=i;j<d;j++)upper[i*d+j]=columns[(d-1-j)*d+d-1-i];return upper}function sweep({weights,outputs,inputs:d},upper,choice){const updated=Float64Array.
from(weights);const mask="mask"in choice?choice.mask:new Uint8Array(weights.length).fill(1);const width="mask"in choice?d:tileWidth(choice.structure,TILE2);let zeroed2=0;
for(let start=0;start<d;start+=width){const end=Math.min(d,start+width);if(!("mask"in choice)){const share=Math.round(choice.zeros*end/d)-zeroed2;zeroed2+=chooseTile(
updated,mask,{outputs,d,start,end},upper,choice.structure,Math.max(0,share))}for(let j=start;j<end;j++)updateColumn(updated,mask,outputs,d,j,upper)}return{mask,
weights:updated}}function chooseTile(weights,mask,{outputs,d,start,end},upper,structure,zeros){const columns=end-start;const scores=new Float64Array(outputs*columns);
for(let o=0;o<outputs;o++){for(let c=0;c<columns;c++){const j=start+c;scores[o*columns+c]=(weights[o*d+j]/upper[j*d+j])**2}}const keep=cheapest({scores,rows:outputs,
columns},structure,zeros);for(let o=0;o<outputs;o++)mask.set(keep.subarray(o*columns,(o+1)*columns),o*d+start);return keep.reduce((sum2,stays)=>sum2+1-stays,0)}
function updateColumn(weights,mask,outputs,d,j,upper){const pivot=upper[j*d+j];for(let o=0;o<outputs;o++){const at=o*d;if(mask[at+j]===1)continue;const error=weights[at+
j]/pivot;if(error!==0)for(let k=j+1;k<d;k++)weights[at+k]=weights[at+k]-error*upper[j*d+k];weights[at+j]=0}}async function updateFit(layer,mask,moments,multiply){const{inputs,outputs}=layer.plan;const weights=denseRows2(layer);const upper=await inverseFactor(ridged(moments.
covariance,inputs),inputs,multiply);const updated=sweep({weights,outputs,inputs,covariance:moments.covariance},upper,{mask}).weights;return{rows:updated,shift:meanShift(
layer,weights,updated,moments.mean)}}async function refitFit(layer,mask,moments,ridge,multiply){const{inputs:d,outputs}=layer.plan;const weights=denseRows2(layer);
const gone=weights.map((value2,i)=>mask[i]===1?0:value2);const rhs=await product2(gone,moments.covariance,outputs,d,multiply);const matrix=withRidge(moments.covariance,
d,Math.max(ridge*meanDiagonal(moments.covariance,d),1e-30));const change=await solveOnSupport(matrix,rhs,mask,outputs,d,multiply);const rows2=weights.map((value2,i)=>mask[i]===
1?value2+change[i]:0);return{rows:rows2,shift:meanShift(layer,weights,rows2,moments.mean)}}var OUTSIDE_WORK=5e7;function product2(a,symmetric,rows2,d,multiply){
return rows2*d*d>=OUTSIDE_WORK?multiply(a,symmetric,rows2,d,d):Promise.resolve(matmulTransposed(a,symmetric,rows2,d,d))}function meanShift({plan},before,after,mean2){
const d=plan.inputs;return Float64Array.from({length:plan.outputs},(_,o)=>{let sum2=0;for(let i=0;i<d;i++)sum2+=(before[o*d+i]-after[o*d+i])*mean2[i];return sum2*
plan.layer.gain})}var SEQUENTIAL_RIDGE=.001;async function refitOnSupport(request,start,multiply,ridge=SEQUENTIAL_RIDGE){const{layers,facts}=request;const folds=[fewOf(request.samples,
MOST_SAMPLES)];const walk2=LayerWalk.open({...request,folds},start);if(walk2===void 0)return void 0;const skipped=[];let model=start;try{for(const[index,layer]of layers.
entries()){request.onProgress?.(`sequential refit of layer ${String(index+1)} of ${String(layers.length)}`);const open9=new Set(layers.slice(index+1).map(({plan})=>plan.
layer.output));const target=targetOf2(model.graph,layer.plan.layer,open9,value2=>facts.values.get(value2)?.dims);await walk2.goTo(model,layer.plan.layer);const[
lacking2]=await walk2.shortfall(model,{plan:layer.plan,target,kept:null})??[];const fit=lacking2===void 0?void 0:await fitLayer(request,model,layer,lacking2,target,
ridge,multiply);if(fit===void 0)skipped.push({layer:layer.weight.name,reason:"its activations or the fit are not finite"});else model=applyFits(model,new Map([[
layer,fit]]),facts)}}finally{await walk2.close()}return{model,refit:layers.length-skipped.length,skipped}}async function fitLayer({masks},model,layer,lacking2,{
scale},ridge,multiply){const{plan,weight,shape}=layer;const{inputs:d,outputs}=plan;const tensor=weightTensors(model.graph).get(weight.name);if(tensor===void 0)return void 0;
const mask=masks.get(weight.name)??new Uint8Array(outputs*d).fill(1);const matrix=withRidge(lacking2.covariance,d,Math.max(ridge*meanDiagonal(lacking2.covariance,
d),1e-30));const delta=await solveOnSupport(matrix,transpose(lacking2.cross,d,outputs),mask,outputs,d,multiply);const rows2=toRows(tensorToFloat32(tensor),shape);
const shift=new Float64Array(outputs);for(let o=0;o<outputs;o++){const factor=scale?.[o]??1;if(Math.abs(factor)<1e-6)continue;let offset=lacking2.meanR[o];for(let i=0;i<
d;i++){const change=delta[o*d+i];offset-=change*lacking2.meanU[i];rows2[o*d+i]=rows2[o*d+i]+change/factor/plan.layer.gain}shift[o]=offset/factor}return rows2.every(
Number.isFinite)&&shift.every(Number.isFinite)?{rows:rows2,shift}:void 0}var RIDGES2=[.01,.001,1e-4];var SEARCH_BUDGET2=8;var WHOLE={removed:new Set,kept:()=>null};async function repairSparse(request){const state=new State(request,await request.
yardstick.loss(request.pruned));if(request.steps.includes("update"))await state.update();if(request.steps.includes("refit"))await state.refit();if(request.steps.
includes("sequential"))await state.sequential();if(request.steps.includes("statistics"))await state.statistics();return{model:state.model,ladder:state.ladder,accepted:state.
accepted,notes:state.notes}}var State=class{constructor(request,loss){this.request=request;this.loss=loss;const{pruned,layers,masks,prunable}=request;this.model=
pruned;this.#facts=prunable.facts;this.#masks=new Map(layers.map(({weight,shape})=>[weight.name,rowsMask(masks.get(weight.name),shape)]));this.#moments=request.
moments??new DenseMoments(request,prunable.model,layers);this.ladder=[{step:"dense",loss:0,accepted:true,detail:"the model as it was committed"},{step:"pruned",
loss,accepted:true,detail:"weights set to zero, the others as they were"}]}request;loss;model;ladder;accepted=[];notes=[];#masks;#moments;#facts;#fits=new Map;async update(){
const{multiply}=this.request;const fits3=await this.#fitAll((layer,mask,moments)=>updateFit(layer,mask,moments,multiply));await this.#judgeFits("update",fits3,await this.#lossWith(
fits3),"made up for by the weights to their right")}async refit(){const{multiply}=this.request;let best2;for(const ridge of RIDGES2){const fits3=await this.#fitAll(
(layer,mask,moments)=>refitFit(layer,mask,moments,ridge,multiply));const loss=await this.#lossWith(fits3);if(best2===void 0||loss<best2.loss)best2={fits:fits3,loss,
ridge}}if(best2!==void 0)await this.#judgeFits("refit",best2.fits,best2.loss,`least squares, ridge ${String(best2.ridge)}`)}async sequential(){const{multiply,prunable}=this.
request;const result=await refitOnSupport({...this.request,dense:prunable.model,facts:this.#facts,masks:this.#masks},this.model,multiply);if(result===void 0){this.
ladder.push({step:"+ sequential",loss:this.loss,accepted:false,detail:"the graph has subgraphs"});return}this.notes.push(...skippedNotes("sequential refit",result.
skipped));await this.#judge("sequential",result.model,`${String(result.refit)} layers fitted on the repaired inputs`)}async statistics(){const{prunable,layers,batch}=this.
request;this.request.onProgress?.("statistics");const changed2=layers.map(({plan})=>plan.layer.node.outputs[0]??"");const{sites}=statisticsSites(this.model.graph,
this.#facts,changed2,batch);if(sites.length===0){this.ladder.push({step:"+ statistics",loss:this.loss,accepted:false,detail:"no layer whose statistics could be \
corrected"});return}const correction={...this.request,prunable,cut:WHOLE,model:this.model};const targets=await denseTargets(correction,sites);const tried2=[];for(const rescale of[
true,false]){const model=await correctStatistics(correction,sites,targets,rescale);tried2.push({model,loss:await this.request.yardstick.loss(model),detail:`${String(
sites.length)} layers: ${rescale?"means and deviations":"means"} restored`})}const[best2]=tried2.sort((a,b)=>a.loss-b.loss);if(best2!==void 0)await this.#judge(
"statistics",best2.model,best2.detail,best2.loss)}async#fitAll(fit){const fits3=new Map;for(const[index,layer]of this.request.layers.entries()){this.request.onProgress?.(
`fit of layer ${String(index+1)} of ${String(this.request.layers.length)}`);const moments=await this.#moments.of(index);if(moments!==void 0)fits3.set(layer,await fit(
layer,this.#masks.get(layer.weight.name),moments))}return fits3}#modelWith(fits3){const{pruned}=this.request;return applyFits(pruned,fits3,this.#facts)}#lossWith(fits3){
return this.request.yardstick.loss(this.#modelWith(new Map([...this.#fits,...fits3])))}async#judgeFits(step,fits3,all,detail){const only=kept=>new Map([...fits3].
filter(([layer])=>kept.has(layer)));const found=await keepWhatHelps([...fits3.keys()],{before:this.loss,all,budget:SEARCH_BUDGET2,loss:kept=>this.#lossWith(only(
kept))});const helps=found.kept.size>0;if(helps)this.#fits=new Map([...this.#fits,...only(found.kept)]);await this.#judge(step,helps?this.#modelWith(this.#fits):
this.model,`${String(helps?found.kept.size:fits3.size)} of ${String(fits3.size)} weights: ${detail}`,helps?found.loss:all)}async#judge(step,model,detail,measured2){
const tried2=measured2??await this.request.yardstick.loss(model);const accepted=tried2<this.loss;this.ladder.push({step:`+ ${step}`,loss:tried2,accepted,detail:accepted?
detail:`${detail}; dropped: the loss did not fall`});if(!accepted)return;this.model=model;this.loss=tried2;this.accepted.push(step)}};var MOST_WORK=6e10;function isAffordable(outputs,inputs){return outputs*inputs**3/3<=MOST_WORK}function removalOf({weights,outputs,inputs:d,covariance},structure,steps=d){
const inverse=inverseFromCholesky(cholesky(covariance,d),d);const removal={outputs,inputs:d,order:new Int32Array(outputs*steps).fill(-1),cost:new Float64Array(outputs*
steps).fill(Infinity),steps};for(let row=0;row<outputs;row++)new RowSurgeon(weights.slice(row*d,(row+1)*d),inverse,structure).run(removal,row);return removal}var COMPACT_AT=.85;
var RowSurgeon=class{constructor(weights,inverse,structure){this.structure=structure;this.#weights=weights;this.#inverse=Float64Array.from(inverse);this.#inputs=
Int32Array.from(weights,(_,i)=>i);this.#alive=new Uint8Array(weights.length).fill(1);if(structure.kind==="pattern"){this.#left=Int32Array.from({length:Math.ceil(
weights.length/structure.m)},(_,group)=>Math.min(structure.m,weights.length-group*structure.m))}}structure;#inputs;#weights;#inverse;#alive;#left;run(removal,row){
let alive=this.#inputs.length;for(let step=0;step<removal.steps;step++){const place3=this.#cheapest();if(place3<0)return;const at=row*removal.steps+step;removal.
order[at]=this.#inputs[place3];removal.cost[at]=this.#weights[place3]**2/this.#pivot(place3);this.#remove(place3);alive--;if(alive<COMPACT_AT*this.#inputs.length)
this.#compact(alive)}}#pivot(place3){return this.#inverse[place3*this.#inputs.length+place3]}#cheapest(){let best2=-1;let least=Infinity;for(let place3=0;place3<
this.#inputs.length;place3++){if(this.#alive[place3]===0||!this.#mayGo(this.#inputs[place3]))continue;const cost=this.#weights[place3]**2/this.#pivot(place3);if(cost<
least)[best2,least]=[place3,cost]}return best2}#mayGo(input){return this.structure.kind!=="pattern"||(this.#left?.[Math.floor(input/this.structure.m)]??0)>this.
structure.n}#remove(place3){const d=this.#inputs.length;const a=this.#inverse;const w=this.#weights;const pivotRow=a.slice(place3*d,(place3+1)*d);const pivot=pivotRow[place3];
const share=w[place3]/pivot;for(let i=0;i<d;i++){const factor=pivotRow[i]/pivot;w[i]=w[i]-share*pivotRow[i];if(this.#alive[i]===0||factor===0)continue;const at=i*
d;for(let k=0;k<d;k++)a[at+k]=a[at+k]-factor*pivotRow[k]}w[place3]=0;this.#alive[place3]=0;if(this.structure.kind==="pattern"&&this.#left!==void 0){const group=Math.
floor(this.#inputs[place3]/this.structure.m);this.#left[group]=this.#left[group]-1}}#compact(alive){const d=this.#inputs.length;const places=Int32Array.from({length:d},
(_,i)=>i).filter(i=>this.#alive[i]===1);const inverse=new Float64Array(alive*alive);places.forEach((from,i)=>{places.forEach((column2,k)=>{inverse[i*alive+k]=this.#inverse[from*
d+column2]})});this.#inverse=inverse;this.#weights=Float64Array.from(places,i=>this.#weights[i]);this.#inputs=places.map(i=>this.#inputs[i]);this.#alive=new Uint8Array(
alive).fill(1)}};function removeCheapest({outputs,inputs,order:order2,cost,steps},structure,zeros){const mask=new Uint8Array(outputs*inputs).fill(1);const counts2=structure.
kind==="free"?freeCounts(cost,outputs,steps,zeros):Int32Array.from({length:outputs},(_,row)=>structure.kind==="pattern"?steps:Math.round((row+1)*zeros/outputs)-
Math.round(row*zeros/outputs));counts2.forEach((count,row)=>{for(let step=0;step<count;step++){const input=order2[row*steps+step];if(input>=0)mask[row*inputs+input]=
0}});return mask}function freeCounts(cost,outputs,steps,zeros){const running=Float64Array.from(cost);for(let row=0;row<outputs;row++){for(let step=1;step<steps;step++){
const at=row*steps+step;running[at]=Math.max(running[at],running[at-1])}}const cheapest2=Uint32Array.from(running,(_,i)=>i).sort((a,b)=>running[a]-running[b]||a-
b).subarray(0,zeros);const counts2=new Int32Array(outputs);for(const at of cheapest2)counts2[Math.floor(at/steps)]=counts2[Math.floor(at/steps)]+1;return counts2}function structureOf({pattern,block,scope}){if(pattern!==void 0)return{kind:"pattern",...pattern};if(block!==void 0)return{kind:"block",...block};return scope===
"row"?{kind:"row"}:{kind:"free"}}async function chooserOf(layer,moments,criterion,structure,multiply,removals){const{outputs,inputs}=layer.plan;const weights=denseRows2(
layer);const ranked=scores2=>({scores:scores2,instead:void 0,choose:zeros=>cheapest({scores:scores2,rows:outputs,columns:inputs},structure,zeros)});if(criterion===
"magnitude")return ranked(magnitudes(weights));if(criterion==="lamp")return ranked(lampScores(weights));if(criterion==="wanda")return ranked(wandaScores(weights,
moments));const problem2={weights,outputs,inputs,covariance:ridged(moments.covariance,inputs)};const obstacle=criterion==="obs"?surgeonObstacle(outputs,inputs,structure):
void 0;const upper=await inverseFactor(problem2.covariance,inputs,multiply);const scores=surgeonScores(weights,upper,inputs);if(criterion==="sparsegpt"||obstacle!==
void 0){return{scores,instead:obstacle===void 0?void 0:`sparsegpt: ${obstacle}`,choose:zeros=>sweep(problem2,upper,{structure,zeros}).mask}}const removal=removals.
get(layer)??removalOf(problem2,structure);removals.set(layer,removal);return{scores,instead:void 0,choose:zeros=>removeCheapest(removal,structure,zeros)}}function surgeonObstacle(outputs,inputs,structure){
if(structure.kind==="block")return"blocks are not removed weight by weight";return isAffordable(outputs,inputs)?void 0:`${String(outputs)} x ${String(inputs)} w\
eights would take too long one by one`}var GRID=200;var FLOOR=1e-9;function spreadZeros(curves,zeros){const steps=curves.flatMap(({elements:elements2,points},layer)=>hullSteps(points,elements2).map(step=>({
...step,layer})));const ordered=steps.map((step,i)=>({...step,i})).sort((a,b)=>a.slope-b.slope||a.i-b.i);const counts2=curves.map(()=>0);let left=zeros;for(const{
layer,size}of ordered){if(left<=0)break;const taken=Math.min(size,left);counts2[layer]=counts2[layer]+taken;left-=taken}return counts2}function hullSteps(points,elements2){
const most=points.at(-1)?.share??0;const grid=Array.from({length:GRID+1},(_,i)=>({zeros:Math.round(most*elements2*i/GRID),loss:lossAt2(points,most*i/GRID)}));const hull=[];
for(const point of grid){for(;;){const[a,b]=[hull.at(-2),hull.at(-1)];if(a===void 0||b===void 0)break;if((b.loss-a.loss)*(point.zeros-a.zeros)<=(point.loss-a.loss)*
(b.zeros-a.zeros))break;hull.pop()}if(point.zeros>(hull.at(-1)?.zeros??-1))hull.push(point)}return hull.slice(1).map((point,i)=>{const before=hull[i];return{size:point.
zeros-before.zeros,slope:(point.loss-before.loss)/(point.zeros-before.zeros)}})}function lossAt2(points,share){const after=points.findIndex(point=>point.share>=
share);const[low,high]=[points[after-1],points[after]];if(high===void 0)return points.at(-1)?.loss??0;if(low===void 0||low.loss===0)return high.share===0?high.loss:
high.loss*(share/high.share)**3;const part2=(share-low.share)/(high.share-low.share);const floor=FLOOR*(points.at(-1)?.loss??1);return Math.exp((1-part2)*Math.log(
Math.max(low.loss,floor))+part2*Math.log(Math.max(high.loss,floor)))}var COMPARED_ON=256;var FIT_RIDGE=.001;async function selectMasks(request){const{dense,facts,weights,samples,step}=request;const layers=describeLayers(dense,facts,
weights,samples.count);const selection=new Selecting(request,layers);return selection.run(step.pattern===void 0?step.scope:"layer")}var Selecting=class{constructor(request,described){
this.request=request;this.described=described;const{step,dense}=request;this.#layers=described.layers.filter(layer=>{const obstacle=step.pattern!==void 0&&layer.
plan.channels%step.pattern.m!==0?`its ${String(layer.plan.channels)} input channels are no multiple of ${String(step.pattern.m)}`:void 0;if(obstacle!==void 0)this.#left.
set(layer.weight.name,obstacle);return obstacle===void 0});this.#moments=new DenseMoments(request,dense,this.#layers)}request;described;#left=new Map;#notes=[];#removals=new Map;#moments;#layers;async run(scope){
const{step,weights}=this.request;const byWeights=(step.criterion==="magnitude"||step.criterion==="lamp")&&structureOf(step).kind==="free"&&scope!=="auto";if(byWeights)
return this.#selected(rankedMasks(weights,{...step,scope}));const masks=this.#unfitMasks();const chosen=scope==="auto"?await this.#auto():await this.#choose(scope===
"global"?await this.#globalCounts():this.#equalCounts());for(const[layer,mask]of chosen)masks.set(layer.weight.name,storedMask(mask,layer.shape));if(step.criterion===
"obs")this.#noteStandIns();return this.#selected(masks)}#selected(masks){return{masks,layers:this.#layers,moments:this.#moments,left:this.#left,notes:this.#notes}}#unfitMasks(){
const{step}=this.request;const byWeights=(step.criterion==="magnitude"||step.criterion==="lamp")&&structureOf(step).kind==="free";if(byWeights)return rankedMasks(
this.described.unfit.map(({weight})=>weight),{...step,scope:"layer"});for(const{weight,reason}of this.described.unfit)this.#left.set(weight.name,reason);return new Map}#elements(layer){
return layer.plan.outputs*layer.plan.inputs}#equalCounts(){return this.#layers.map(layer=>Math.round(this.request.step.sparsity*this.#elements(layer)))}async#globalCounts(){
const{criterion,sparsity}=this.request.step;const scores=[];await this.#walk("ranking",(layer,moments,chooser)=>{const own=criterion==="magnitude"||criterion===
"lamp"?1:outputVariance2(denseRows2(layer),moments.covariance,layer.plan.inputs)||1;const unit=criterion==="wanda"?Math.sqrt(own):own;scores.push(Float32Array.from(
chooser.scores,score6=>score6/unit));return Promise.resolve()});const total=scores.reduce((sum2,own)=>sum2+own.length,0);return poolMasks(scores,Math.round(sparsity*
total)).map(mask=>mask.reduce((sum2,stays)=>sum2+1-stays,0))}async#choose(counts2){const chosen=new Map;let at=0;await this.#walk("choosing",(layer,_,chooser)=>{
chosen.set(layer,chooser.choose(counts2[at++]));return Promise.resolve()});return chosen}async#auto(){const{sparsity}=this.request.step;const yardstick=await this.#yardstick();
const curves=[];await this.#walk("sensitivity",async(layer,moments,chooser)=>{curves.push({elements:this.#elements(layer),points:await this.#curve(layer,moments,
chooser,yardstick)})});const total=this.#layers.reduce((sum2,layer)=>sum2+this.#elements(layer),0);const candidates=[spreadZeros(curves,Math.round(sparsity*total)),
this.#equalCounts()];let best2;for(const counts2 of candidates){const masks=await this.#choose(counts2);const loss=await yardstick.loss(await this.#refitted(masks));
if(best2===void 0||loss<best2.loss)best2={masks,loss}}if(best2===void 0)throw new Error("no allocation to try");return best2.masks}async#curve(layer,moments,chooser,yardstick){
const{sparsity}=this.request.step;const weights=denseRows2(layer);const variance2=outputVariance2(weights,moments.covariance,layer.plan.inputs)||1;const points=[
{share:0,loss:0}];let factor=1;for(const share of sharesAround(sparsity)){const mask=chooser.choose(Math.round(share*this.#elements(layer)));const fit=await refitFit(
layer,mask,moments,FIT_RIDGE,this.request.multiply);const error=outputVariance2(weights.map((value2,i)=>value2-fit.rows[i]),moments.covariance,layer.plan.inputs)/
variance2;if(share===sparsity)factor=await yardstick.loss(this.#with(new Map([[layer,fit]])))/Math.max(error,1e-12);points.push({share,loss:Math.max(error,points.
at(-1)?.loss??0)})}return points.map(({share,loss})=>({share,loss:Number.isFinite(factor)?loss*factor:loss}))}async#refitted(masks){const fits3=new Map;for(const[
index,layer]of this.#layers.entries()){const[mask,moments]=[masks.get(layer),await this.#moments.of(index)];if(mask!==void 0&&moments!==void 0)fits3.set(layer,await refitFit(
layer,mask,moments,FIT_RIDGE,this.request.multiply))}return this.#with(fits3)}#with(fits3){const{dense,facts}=this.request;return applyFits(dense,fits3,facts)}#yardstick(){
const{runtime,directory,dense,decide:decide2,batch}=this.request;return createYardstick({runtime,directory,dense,samples:fewOf(decide2,COMPARED_ON),batch})}async#walk(what,visit2){
const{step,multiply,onProgress}=this.request;for(const[index,layer]of this.#layers.entries()){onProgress?.(`${what}: layer ${String(index+1)} of ${String(this.#layers.
length)}`);const moments=await this.#moments.of(index)??silentMoments(layer);await visit2(layer,moments,await chooserOf(layer,moments,step.criterion,structureOf(
step),multiply,this.#removals))}}#noteStandIns(){const without2=this.#layers.filter(layer=>!this.#removals.has(layer)).map(({weight})=>weight.name);if(without2.
length>0)this.#notes.push(`${without2.join(", ")}: chosen by sparsegpt, for weight by weight would take too long`)}};function silentMoments({plan:{inputs}}){const covariance=new Float64Array(
inputs*inputs);for(let i=0;i<inputs;i++)covariance[i*inputs+i]=1;return{rows:0,mean:new Float64Array(inputs),covariance}}function sharesAround(sparsity){const stays=1-
sparsity;return[4,2.5,1.6,1,.6,.35,.2].map(factor=>factor===1?sparsity:1-Math.min(1,stays*factor)).filter(share=>share>0)}async function pruneWeightsOf(request){const{prunable,step}=request;const weights=chooseWeights(prunable.model,step);const{masks,layers,moments,left,notes}=await selectMasks(
{...request,dense:prunable.model,facts:prunable.facts,weights});const result=await finish({...request,moments},weights,masks,layers,step.repair);return{...result,
left,notes:[...notes,...result.notes]}}async function replayWeights(request,planned){const{prunable,step,samples}=request;const weights=chooseWeights(prunable.model,
step);const byName2=new Map(weights.map(weight=>[weight.name,weight]));const masks=new Map(planned.tensors.map(({name,mask,elements:elements2})=>{const own=byName2.
get(name)?.tensor.dims.reduce((a,b)=>a*b,1);if(mask===void 0||own!==elements2)throw mismatch2(name,mask===void 0?"holds no mask for it":`has it with ${String(elements2)}\
 weights`);return[name,decodeMask(mask,elements2,name)]}));const{layers}=describeLayers(prunable.model,prunable.facts,weights,samples.count);return finish(request,
weights,masks,layers,step.repair.filter(name=>planned.repair?.includes(name)??true))}function mismatch2(name,what){return new UserError({code:"plan-mismatch",message:`\
The plan ${what}: ${name}.`,where:"plan.json",fix:"Replay a plan on the model and with the version of prune-gate it was made for."})}async function finish(request,weights,masks,layers,steps){
const{prunable}=request;const pruned=applyMasks(prunable.model,weights,masks);const masked2=layers.filter(({weight})=>masks.has(weight.name));const{moments,...rest}=request;
const same2=moments!==void 0&&masked2.length===layers.length?{moments}:{};const repaired=await repairSparse({...rest,...same2,pruned,layers:masked2,masks,steps});
return{...repaired,weights,masks,tensors:countZeros(weights,masks),left:new Map}}async function pruneWeights({subject,policy,step,samples,journal,state,planned}){journal.enter("facts");const{runtime}=subject;const{dense,directory}=await placeStep(
subject,state);const feeds=await firstFeeds(samples.fit,subject.inputs);const facts=await gatherFacts(runtime,dense,{directory,feeds});const prunable=analyse(dense,
facts,subject.fileBytes);state.committed??=costOf(dense,prunable.tensors,facts);const batch=batchFor(subject.inputs,facts);journal.enter("repair","yardstick");const yardstick=await openYardstick(
subject,policy,samples.decide,batch,directory);for(const note2 of yardstick.notes)journal.note(note2);journal.enter("score",step.criterion);const result=await withProducts(
runtime,multiply=>{const request={runtime,directory,prunable,step,samples:samples.fit,decide:samples.decide,batch,yardstick,multiply,onProgress:detail=>{journal.
progress(0,0,detail)}};return planned?.method==="unstructured"?replayWeights(request,planned):pruneWeightsOf(request)});for(const note2 of result.notes)journal.
note(note2);state.model=result.model;state.steps.push(planStep2(step,result));state.repair.push(...result.accepted.filter(name=>!state.repair.includes(name)));state.
ladder.push(...reportLadder(result.ladder,state.ladder));const macs=macsByNode(dense,facts);state.groups.push(...describeWeights(result,weight=>dense.graph.nodes.
reduce((sum2,node,i)=>sum2+(node.inputs.includes(weight)?macs.get(i)??0:0),0)));noteZeros(result,journal)}function planStep2({criterion,scope,sparsity,pattern,block},{
tensors,masks,accepted}){return{method:"unstructured",criterion,scope,sparsity,...pattern===void 0?{}:{pattern:`${String(pattern.n)}:${String(pattern.m)}`},...block===
void 0?{}:{block:`${String(block.rows)}x${String(block.columns)}`},tensors:tensors.map(tensor=>({...tensor,mask:encodeMask(masks.get(tensor.name))})),repair:[...accepted]}}
function describeWeights({weights,tensors,left,accepted},macsOf2){const byName2=new Map(tensors.map(tensor=>[tensor.name,tensor]));return weights.map(({name,kind,
tensor})=>{const elements2=tensor.dims.reduce((a,b)=>a*b,1);const zeros=byName2.get(name)?.zeros??0;const repaired=accepted.length===0?"not repaired":accepted.join(
", ");return{name,kind,units:elements2,removed:zeros,status:byName2.has(name)?"pruned":"kept",reason:left.get(name)??(byName2.has(name)?repaired:"no weight of i\
t is among the cheapest"),parameters:elements2,macs:macsOf2(name)}})}function noteZeros({tensors},journal){const zeros=tensors.reduce((sum2,tensor)=>sum2+tensor.
zeros,0);const elements2=tensors.reduce((sum2,tensor)=>sum2+tensor.elements,0);if(zeros===0){throw new UserError({code:"target-unreached",message:"Unstructured \
pruning set no weight to zero.",where:"prune step in the policy",fix:"Raise `sparsity`, or check that `only` and `keep` leave Conv, Gemm or MatMul weights."})}journal.
note(`Unstructured: ${(100*zeros/elements2).toFixed(1)} % of ${String(elements2)} weights are zero. Zeros shrink compressed bytes only: the file and the latency\
 of dense kernels stay as they are.`)}async function pruneModel(run){const{subject,policy,samples,journal,plan}=run;const state=startOf(subject);if(plan!==void 0)checkPlan(plan,policy,subject);if(run.
timed!==void 0)checkPlan(run.timed,policy,subject);for(const[index,step]of policy.prune.entries()){const planned=plan?.steps[index];switch(step.method){case"str\
uctured":await structured(run,step,state,index);break;case"unstructured":await pruneWeights({subject,policy,step,samples,journal,state,planned});break;case"bloc\
ks":await dropBlocksOf({subject,policy,step,samples,journal,state,planned});break}}return state}function checkPlan(plan,policy,subject){const methods=steps=>steps.
map(step=>step.method).join(", ");if(plan.model.sha256===subject.sha256&&methods(plan.steps)===methods(policy.prune))return;throw new UserError({code:"plan-mism\
atch",message:plan.model.sha256===subject.sha256?`The plan has the steps ${methods(plan.steps)}; the policy has ${methods(policy.prune)}.`:`The plan was made fo\
r a model with sha256 ${plan.model.sha256}; this one has ${subject.sha256}.`,where:"plan.json",fix:"Replay a plan with the policy and the model it was made for."})}
async function structured(run,step,state,index){const{journal}=run;const{request,prunable}=await openStep(run,step,state,index);const{result,repaired,search,within:within2}=await cutAndRepair(
run,request,step,index);if(!within2||!result.chosen.reached){state.partial=true;journal.note(`The target was not reached: ${amountText(step.target,result.chosen.
achieved)}, asked were ${wantedText(step.target)}. The policy accepts that with a warning (allow-partial).`)}state.steps.push(structuredPlanStep(prunable,step,result,
search));state.proof=proofReport2(result);state.model=repaired.model;state.repair.push(...repaired.accepted.filter(name=>!state.repair.includes(name)));state.ladder.
push(...reportLadder(repaired.ladder,state.ladder));state.groups.push(...withDecisions(describeGroups(prunable,result),prunable,repaired))}async function cutAndRepair(run,request,step,index){
const{subject,policy,samples,journal,plan}=run;const planned=plan?.steps[index];const mend=(result2,steps=step.repair)=>repairCut(subject,request,policy,steps,samples,
journal,result2);if(planned?.method==="structured"){const selection=selectionOfPlan(request.prunable,planned);if(step.target.kind==="lossless")return untouched(
await replayLossless(request,selection,mergesOfPlan(planned)));const result2=await replayStructured(request,selection,planned.refused.map(({name})=>name));return{
result:result2,repaired:await mend(result2,plan?.repair.filter(isCutRepair)),within:true,...planned.search===void 0?{}:{search:planned.search}}}if(step.target.kind===
"lossless")return untouched(await pruneLossless(request));if(step.target.kind==="accuracy-drop"){if(samples.search===void 0)throw new Error("a target by quality\
 needs a search split");return searchByDrop({subject,policy,request,step,drop:step.target.drop,samples:samples.search,repair:mend,journal})}const result=await pruneStructured(
request);return{result,repaired:await mend(result),within:true}}function untouched(result){const ladder=[{step:"dense",loss:0,accepted:true,detail:"the model as\
 it was committed"},{step:"lossless",loss:result.loss,accepted:true,detail:"units that do nothing removed; what is left is rounding"}];const decisions=[...result.
redundant].map(([weight,units])=>({weight,nodes:[],method:"none",reason:redundancyText(units)}));return{result,repaired:{model:result.model,ladder,accepted:[],decisions,
notes:[]},within:true}}async function openStep({subject,policy,samples,journal,plan,timed,measured:measured2},step,state,index){journal.enter("facts");const{runtime}=subject;
const{dense,directory}=await placeStep(subject,state);const feeds=await firstFeeds(samples.fit,subject.inputs);const facts=await gatherFacts(runtime,dense,{directory,
feeds});journal.enter("groups");const prunable=analyse(dense,facts,subject.fileBytes,state.committed);state.committed??=costOf(prunable.model,prunable.tensors,facts);
const latency=step.target.kind==="latency"?{latency:latencySetting(subject,policy,feeds,(plan??timed)?.steps[index])}:{};const request={runtime,directory,prunable,
step,calibration:samples.fit,decide:samples.decide,batch:batchFor(subject.inputs,facts),feeds,seed:policy.seed,kinds:outputKinds(policy),...latency,...measured2===
void 0||state.steps.length>0?{}:{measured:measured2},...state.steps.length===0?{}:{reference:{model:subject.model,directory:subject.directory}},onProgress:(stage,detail)=>{
journal.enter(stage,detail)}};return{request,prunable}}function latencySetting({inputs,runtime},{latency},feeds,planned){const batch=fixedBatch(inputs)??latency.
batches[0]??1;const given=planned?.method==="structured"?planned.latency:void 0;return{feeds:repeatFeeds(feeds,batch),batch,threads:latency.threads[0]??1,machine:`${runtime.
device.used}, ${environment("").cpu}`,...given===void 0?{}:{given}}}function isCutRepair(name){return name!=="update"}async function repairCut(subject,request,policy,steps,samples,journal,result){
journal.enter("repair","yardstick");const{runtime,directory,prunable,batch}=request;const yardstick=await openYardstick(subject,policy,samples.decide,batch,directory);
for(const note2 of yardstick.notes)journal.note(note2);const repaired=await repair({runtime,directory,prunable,pruned:result.model,cut:result.chosen.cut,steps,samples:samples.
fit,judge:samples.decide,yardstick,batch,onProgress:detail=>{journal.progress(0,0,detail)}});for(const note2 of repaired.notes)journal.note(note2);return repaired}
function proofReport2({proof,attempts}){return{holds:proof.holds,values:proof.values,worst:proof.worst,tolerance:TOLERANCE2,attempts,detail:`${String(proof.values)}\
 values of the pruned model equal the dense model with the same channels silenced${proof.randomised?", also with random weights":""}${roundedNote(proof)}`}}function withDecisions(groups,prunable,repaired){
const byWeight=new Map(repaired.decisions.map(decision2=>[decision2.weight,decision2]));const readers=new Map(prunable.analysis.groups.map(group=>[group.name,group.
axes.filter(use=>use.role==="consumer").map(use=>use.tensor)]));return groups.map(group=>{if(group.status!=="pruned")return group;const without2=byWeight.get(group.
name);if(without2!==void 0)return{...group,reason:without2.reason};const decisions=[...new Set(readers.get(group.name)??[])].flatMap(weight=>byWeight.get(weight)??
[]);const reason=decisions.map(({weight,method,reason:why})=>`${weight}: ${method} (${why})`).join("; ");return{...group,reason:reason===""?"not repaired":reason}})}async function explainModel(run,subject,samples,draft){const{model:policy,journal,plan}=run;const[step]=policy.prune;if(step?.method!=="structured"){throw new UserError(
{code:"nothing-to-explain",message:"The first step of the policy is not structured: it has no groups of units to explain.",where:"prune in the policy",fix:"Expl\
ain a policy whose first step is { method: structured, ... }."})}const pruning={subject,policy,samples,journal,plan,measured:{}};const{request,prunable}=await openStep(
pruning,step,startOf(subject),0);const{result}=await cutAndRepair(pruning,request,{...step,repair:step.target.kind==="accuracy-drop"?step.repair:[]},0);const explained=await explainGroups(
request,step,result);draft.report={...draft.report,groups:describeGroups(prunable,result),explain:explained,verdict:"PASS"}}async function explainGroups(request,step,result){
const{prunable,calibration,decide:decide2}=request;if(decide2===void 0)throw new Error("explaining needs calibration split B");const open9=openGroups(prunable,step);
const counted={...step,allocation:"auto",target:{kind:"macs",factor:2}};const rated={...request,prunable:floatPrunable(prunable),step:counted};const evidence=request.
measured?.sensitivity===void 0?await gatherEvidence(rated,open9):request.measured.evidence??await gatherEvidence(rated,open9);const refused2=new Map;const scored=scoreGroups(
rated,evidence,open9,refused2);const budget=countedBudget(prunable,counted,open9);const{curves}=request.measured?.sensitivity??await measureCurves(rated,await CutMeter.
open(rated,evidence,decide2),scored,budget);const moments=await readMoments(request,open9);const find={prunable,moments,samples:calibration?.count??0};const told=scored.
map(entry=>({entry,curve:curves.get(entry.group.name)??[]}));const prices=told.flatMap(({entry,curve})=>priceOf(entry,curve,budget,result)??[]).sort((a,b)=>a-b);
return told.map(({entry,curve})=>{const{group,scores}=entry;const gone=new Set(result.chosen.selection.removed.get(group.name));return{name:group.name,kind:group.
kind,units:group.units.length,removed:gone.size,why:whyText(entry,curve,budget,result,prices),loss:gone.size===0?0:lossOrNull(curve,gone.size),saved:budget.saved(
entry,gone.size),curve:curve.filter(({loss})=>Number.isFinite(loss)).map(({removed,loss})=>({removed,loss,saved:removed===0?0:budget.saved(entry,removed)})),ranking:removalOrder(
scores).map(unit=>({unit,score:scores[unit],removed:gone.has(unit)})),redundant:redundantUnits(find,group)}})}function lossOrNull(curve,removed){const loss=curve.
length<2?NaN:lossAt(curve,removed);return Number.isFinite(loss)?loss:null}function priceOf(entry,curve,budget,{chosen}){const removed=chosen.selection.removed.get(
entry.group.name)?.length??0;return removed===0?void 0:priceAt(entry,curve,budget,removed)}function priceAt(entry,curve,budget,removed){const[loss,saved]=[lossOrNull(
curve,removed),budget.saved(entry,removed)];return loss===null||saved<=0?void 0:loss/saved}function whyText(entry,curve,budget,result,prices){const{group}=entry;
const removed=result.chosen.selection.removed.get(group.name)?.length??0;const reason=reasonKept(group,result);if(removed===0&&reason!==void 0)return`kept: ${reason}`;
const least=removed>0?removed:curve.find(point=>point.removed>0)?.removed??0;const price=priceAt(entry,curve,budget,least);if(least===0||price===void 0)return removed>
0?"cut; what it costs alone was not measured":"kept: it has no count to give at this alignment";const terms=`loss ${significant(price/100,2)} for each percent o\
f multiply-adds saved`;if(removed>0)return`cut: ${terms}, number ${String(prices.filter(other=>other<price).length+1)} of ${String(prices.length)} by price`;const dearest=prices.
at(-1);return`kept: the least cut would cost ${terms}${dearest===void 0?"":`; the dearest that was made costs ${significant(dearest/100,2)}${price<dearest?" (pl\
ans are compared as a whole, after repair)":""}`}`}function reasonKept({name},{kept,refused:refused2}){return refused2.get(name)?.reason??kept.get(name)}import{createHash as createHash9}from"node:crypto";import{mkdir as mkdir5,readFile as readFile9,rm as rm14}from"node:fs/promises";import{join as join28}from"node:path";var LEAST_RISE=.01;function kneeOf(points){const[first,last]=[points[0],points.at(-1)];if(points.length<3||first===void 0||last===void 0)return void 0;const values=points.
map(({value:value2})=>value2);const[low,high]=[Math.min(...values),Math.max(...values)];const width=last.saved-first.saved;if(!(high>low)||!(width>0))return void 0;
const rises=points.map(({saved,value:value2})=>{const along2=(saved-first.saved)/width;return(value2-(first.value+along2*(last.value-first.value)))/(high-low)});
const best2=rises.indexOf(Math.max(...rises));return(rises[best2]??0)>LEAST_RISE&&best2>0&&best2<points.length-1?best2:void 0}var FACTORS=[1.25,1.5,1.75,2,2.5,3,4];var RECORD="point.json";async function sweepModel(run,subject,samples,inputs,draft){const{search}=samples;if(search===void 0)
throw new Error("a sweep needs a search split");const{cost="macs",factors=FACTORS}=run.request.sweep??{};stepToSweep(run.model);const metric=metricFor(run.model,
search.hasTarget);const facts=await gatherFacts(subject.runtime,subject.model,{directory:subject.directory,feeds:await firstFeeds(samples.fit,subject.inputs)});
const{macs,params}=costOf(subject.model,weightTensors(subject.model.graph),facts);const densePath=await placeVariant(subject,subject.model,"dense");const sweep2={
run,subject,samples,inputs,metric,cost,densePath,batch:batchFor(subject.inputs,facts),measured:{}};const points=[];let[value2,stopped]=[null,null];for(const factor of[
...new Set(factors)].sort((a,b)=>a-b)){run.journal.enter("sweep",`${String(factor)}x fewer ${cost}`);const found=await pointAt(sweep2,factor);if(typeof found===
"string"){stopped=found;break}points.push(found.point);value2=found.dense;const dense={value:value2,macs,parameters:params,fileBytes:subject.fileBytes};draft.report=
{...draft.report,sweep:reportOf(sweep2,dense,points,stopped),verdict:"PASS"}}if(points.length===0)throw new UserError({code:"target-unreached",message:`The swee\
p has no point: ${stopped??"no factor was given"}`,where:"prune target in the policy",fix:"Ask for smaller factors (--points 1.1x,1.2x)."});draft.report={...draft.
report,sweep:reportOf(sweep2,{value:value2,macs,parameters:params,fileBytes:subject.fileBytes},points,stopped)}}function reportOf({samples,metric,cost},dense,points,stopped){
const curve=[{saved:0,value:dense.value??NaN},...points.map(point=>({saved:1-point.macs/dense.macs,value:point.value??NaN}))];const knee=curve.every(({value:value2})=>Number.
isFinite(value2))?kneeOf(curve):void 0;return{metric:metric.name==="agreement"?"agreement":"accuracy",samples:samples.search?.count??0,cost,dense,points:[...points],
knee:knee===void 0?null:points[knee-1]?.factor??null,stopped}}function stepToSweep({prune}){const at=prune.map(({method})=>method).lastIndexOf("structured");if(at>=
0)return at;throw new UserError({code:"nothing-to-sweep",message:"The policy has no structured step, whose target a sweep could vary.",where:"prune in the polic\
y",fix:"Add { method: structured, target: { macs: 2x } }."})}function policyAt(model,factor,cost){const at=stepToSweep(model);const prune=model.prune.map((step,index)=>index===
at?{...step,target:{kind:cost,factor},allowPartial:false}:step);return{...model,prune}}async function pointAt(sweep2,factor){const{run:{request,model,policy,journal},
subject,samples,inputs,cost}=sweep2;const folder=`${folderName(model.name)}/sweep/${String(factor)}x-${cost}`;const place3=join28(request.outDir,folder);const key=createHash9(
"sha256").update(JSON.stringify([inputsKey(inputs),factor,cost,model.latency,sweep2.metric])).digest("hex");const known2=await readRecord2(place3,key);if(known2!==
void 0)return{point:{...known2.point,reused:true},dense:known2.dense};await rm14(place3,{recursive:true,force:true});await mkdir5(place3,{recursive:true});const pruned=await orUnreached(
()=>pruneModel({subject,policy:policyAt(model,factor,cost),samples,journal,measured:sweep2.measured}));if(typeof pruned==="string")return pruned;journal.enter("\
sweep",`measuring ${String(factor)}x`);const written=await writePruned(request.outDir,folder,pruned.model,subject.hadExternalData);await writePlan(request.outDir,
folder,makePlan({model:{path:model.path,sha256:subject.sha256},policy:policy.sha256,seed:model.seed,steps:pruned.steps,repair:pruned.repair}));const{dense,...measured2}=await measurePoint(
sweep2,written.path);const facts=await gatherFacts(subject.runtime,pruned.model,{directory:subject.directory,feeds:await firstFeeds(samples.fit,subject.inputs)});
const{macs,params}=costOf(pruned.model,weightTensors(pruned.model.graph),facts);const point={factor,...measured2,macs,parameters:params,fileBytes:written.bytes,
folder,reused:false};const record={key,sha256:written.sha256,files:written.files.map(file=>file.slice(place3.length+1)),dense,point};await writeAtomically(join28(
place3,RECORD),`${JSON.stringify(record,null,1)}
`);return{point,dense}}async function orUnreached(prune){try{return await prune()}catch(thrown){if(thrown instanceof UserError&&thrown.code==="target-unreached")
return thrown.message;throw thrown}}async function readRecord2(place3,key){try{const record=JSON.parse(await readFile9(join28(place3,RECORD),"utf8"));if(record.
key!==key||record.files.some(file=>file.includes("/")||file.includes("\\")))return void 0;const{sha256:sha2562}=await hashFiles(record.files.map(file=>join28(place3,
file)));return sha2562===record.sha256?record:void 0}catch{return void 0}}async function measurePoint({run:{model,journal},subject,samples,metric,densePath,batch},path){
const search=samples.search??samples.decide;const[found]=await withSessions(subject.runtime,[densePath,path],([dense,pruned])=>evaluatePair({dense,pruned,samples:search,
metrics:[metric],batch,confidence:model.confidence,seed:search.sha256}));const{latency}=model;const size=fixedBatch(subject.inputs)??latency.batches[0]??1;const feeds=repeatFeeds(
await firstFeeds(samples.fit,subject.inputs),size);const spec={batch:size,threads:latency.threads[0]??1,warmup:latency.warmup,runs:latency.runs};const timed=await timePair(
{runtime:subject.runtime,densePath,prunedPath:path,feeds,confidence:model.confidence},spec,search.sha256,journal);const value2=found?.pruned??null;const agreement2=metric.
name==="agreement";return{dense:agreement2?1:found?.dense??null,value:value2,drop:agreement2&&value2!==null?1-value2:found?.drop??null,dropInterval:found?.dropInterval??
null,latencyMs:timed.pruned.medianMs,denseMs:timed.dense.medianMs,speedup:timed.speedup}}import{join as join29}from"node:path";async function obtainPrune(run,subject,samples,inputs,draft){const{request,model,journal}=run;if(run.plan!==void 0&&run.plan.policy!==run.policy.sha256){journal.
note("The policy has changed since the plan was made: what is cut is what the plan says; data and repair are what the policy says now.")}const folder=folderName(
model.name);await prepareModelFolder(request.outDir,folder,request.planPath);const finished=await finishedBefore(run,inputs);const opened=journal.notes.length;for(const text2 of finished?.
notes??[])journal.note(text2);const pruned=finished?.pruned??await pruneNow(run,subject,samples,folder);const notes=finished?.notes??journal.notes.slice(opened);
draft.report={...draft.report,groups:pruned.groups,ladder:pruned.ladder,proof:pruned.proof};journal.enter("write");const written=finished===void 0?await writePruned(
request.outDir,folder,pruned.model,subject.hadExternalData):await adoptPruned(request.outDir,folder,finished.files);const plan=makePlan({model:{path:model.path,
sha256:subject.sha256},policy:run.policy.sha256,seed:model.seed,steps:pruned.steps,repair:pruned.repair});const hash=planHash(plan);draft.report={...draft.report,
files:{model:written.file,plan:await writePlan(request.outDir,folder,plan)}};note(draft,{plan:hash,prunedModel:written.sha256});if(run.plan!==void 0)return{pruned,
written};await writeFinished(join29(request.outDir,folder),{inputs,pruned,notes,plan:hash,files:written.files,prunedModel:written.sha256});return{pruned,written}}
async function pruneNow({request,model,journal,plan,timed},subject,samples,folder){try{return await pruneModel({subject,policy:model,samples,journal,plan,timed})}catch(thrown){
if(thrown instanceof ProveFailed){await writeReproduction(join29(request.outDir,folder),thrown.failed);journal.note(`What shows the failed proof is in ${folder}\
/${REPRODUCTION} of the output folder: both models, the batch on which they differ, and the cut.`)}throw thrown}}async function finishedBefore({request,model,journal},inputs){
if(request.part?.kind==="shard")return required(await readFinished(join29(request.part.from,folderName(model.name)),inputs,false),model.name);const given=request.
finished?.find(one=>one.model===model.name);if(given===void 0)return void 0;const found=await readFinished(given.folder,inputs,true);if(typeof found!=="string"){
journal.note(reusedNote(inputsKey(inputs)));return found}journal.note(`The cached prune was passed over, and the model pruned again: ${found}.`);return void 0}function required(found,model){
if(typeof found!=="string")return found;throw new UserError({code:"shard-foreign",message:`What the pruning job left is not a prune of this model, data and poli\
cy: ${found}.`,where:model,fix:"Check out the same commit in every job, and give all jobs the same policy, models and artifact name."})}async function runModel(run,draft){const{request,model,journal}=run;draft.report={...emptyModelReport(model.name,model.path,model.seed),onInconclusive:model.onInconclusive};
checkGate(run.policy,model);journal.enter("load",model.path);const subject=await openSubject(request.modelWorkspace??request.workspace,model.path,request.device??
model.device);try{draft.report={...draft.report,device:reportedDevice(subject.runtime.device),provenance:{...draft.report.provenance,model:subject.sha256,policy:run.
policy.sha256,tool:VERSION,onnxruntime:loadOnnxruntime().version}};if(request.command==="evaluate")await evaluateOnly(run,subject,draft);else await pruneAndJudge(
run,subject,draft)}finally{await subject.dispose()}}function checkGate(policy,model){const issues=checkUnits(model.gate,model.metrics).map(({check,message})=>({
file:policy.path,line:check.line,column:check.column,path:check.check,message}));if(issues.length>0)throw new PolicyInvalidError(issues)}var PRECHECKED=new Set(
["run","validate"]);async function checkMetrics({model,journal},subject,samples){journal.enter("data","labels");const path=await placeVariant(subject,subject.model,
"dense");const[[first,...more],guesses]=await withSessions(subject.runtime,[path],async([session2])=>{const options={session:session2,samples,metrics:model.metrics,
batch:PREFLIGHT_BATCH};const troubles=await preflight(options);return[troubles,troubles.length>0?[]:await glance(options)]});if(first===void 0)return guesses.map(
guessWarning);throw new UserError({code:first.code,where:`metrics: ${first.metric}`,fix:fixOf(first.code)??"Correct the data or the metric.",message:[first,...more].
map(({metric,message})=>`${metric} cannot be measured: ${message}.`).join(" ")})}function withoutFeared({findings=[],...report},found){const isTrue=({code,where})=>found.
some(one=>one.level==="error"&&one.code===code&&one.where===where);return{...report,findings:findings.filter(finding2=>finding2.level!=="warning"||!isTrue(finding2))}}
var guessWarning=({metric,code,message})=>({code,level:"warning",where:`metrics: ${metric}`,message:`${metric} of some held-out samples: ${message}.`,fix:fixOf(
code)});var PREFLIGHT_BATCH=8;async function pruneAndJudge(run,given,draft){const{request,model,journal}=run;journal.enter("data",model.data.heldout.path);const samples=await openRunSamples(
request,model,given.inputs,journal,request.command==="sweep"||searchesByQuality(model));journal.note(samples.heldout.description);note(draft,{heldout:samples.heldout.
sha256,calibration:samples.calibration.sha256,evaluationSeed:evaluationSeed(given.sha256,samples.heldout.sha256),heldoutSamples:samples.heldout.count,calibrationSamples:samples.
calibration.count});draft.report={...draft.report,...withFindings(draft.report,samples.findings)};const subject=request.command==="identify"?given:await judgeDevice(
draft,given,samples.heldout,journal);await pruneOn(run,subject,samples,draft);noteMemory(subject,journal)}async function pruneOn(run,subject,samples,draft){const{
request,model,journal}=run;if(PRECHECKED.has(request.command)&&request.part?.kind!=="shard"){draft.report={...draft.report,...withFindings(draft.report,await checkMetrics(
run,subject,samples.heldout))}}if(request.command==="validate"){const undecidable2=await estimate(subject,model,samples,journal);draft.report={...draft.report,...withFindings(
draft.report,undecidable2),verdict:"PASS"};return}const inputs=pruneInputs(subject,model,request.device??model.device,samples.heldout,samples.calibration);note(
draft,{settings:inputs.policy});if(request.command==="identify"){run.identities.push({model:model.name,key:inputsKey(inputs),folder:folderName(model.name)});draft.
report={...draft.report,verdict:"PASS"};return}if(request.command==="sweep")return sweepModel(run,subject,samples,inputs,draft);if(request.command==="explain")return explainModel(
run,subject,samples,draft);const{pruned,written}=await obtainPrune(run,subject,samples,inputs,draft);if(request.command==="prune"){draft.report={...draft.report,
verdict:pruned.partial?"WARN":"PASS"};return}const candidate={path:written.path,files:written.files,model:pruned.model};if(request.part!==void 0)return runPart(
run,request.part,{subject,samples,inputs,candidate,partial:pruned.partial},draft);const densePath=await placeVariant(subject,subject.model,"dense");const feeds=await firstFeeds(
samples.heldout,subject.inputs);const baseline=await findBaseline(run,draft,runModel);const assessment=await assess(subject,densePath,candidate,model,samples.heldout,
feeds,journal,baseline);const verdict=pruned.partial?worstVerdict([assessment.verdict,"WARN"]):assessment.verdict;const findings=assessment.findings??[];draft.report=
{...draft.report,...await consulted(run,draft),...assessment,...withFindings(withoutFeared(draft.report,findings),findings),verdict}}async function runPipeline(request,onProgress){const started=new Date;const{models,errors,...outcome}=await outcomeOf2(request,onProgress);const named=list=>placedInside(
list,request.workspace);const placed2=await Promise.all(models.map(async model=>({...model,errors:await named(model.errors)})));const report=finishReport({...outcome,
models:placed2,errors:await named(errors)},started);await writeReports(request.outDir,report);return report}function outcomeOf2(request,onProgress){switch(request.
command){case"inspect":return inspectAll(request,onProgress);case"verify":return verifyAll(request,onProgress);case"devices":return tryDevices(request,onProgress);case"\
run":case"prune":case"evaluate":case"validate":case"identify":case"sweep":case"explain":return runPolicy(request,onProgress)}}async function runPolicy(request,onProgress){
const opening=new Journal("",onProgress);let policy;try{opening.enter("policy",request.policyPath);policy=await readPolicy({workspace:request.workspace,path:request.
policyPath,file:request.policyFile});const chosen=chooseModels(policy,request);await requireGivenFiles(request);const plan=request.planPath===void 0?void 0:await readPlan(
request.planPath);const timed=request.latencyFrom===void 0?void 0:await readPlan(request.latencyFrom);const shared=request.part?.kind==="merge"?await prunedReport(
request.part):void 0;const models=[];const identities=[];for(const model of chosen)models.push(await reportModel({request,policy,model,plan,timed,identities,shared},
onProgress));if(request.command==="identify")await writeIdentities(request.outDir,identities);return{policy,models,errors:[],environment:shared?.environment}}catch(thrown){
return{policy,models:[],errors:[errorOfThrown(thrown,opening.stage)]}}}function chooseModels(policy,request){const chosen=request.models.length===0?policy.models:
policy.models.filter(model=>request.models.includes(model.name));const missing3=request.models.find(name=>!policy.models.some(model=>model.name===name));if(missing3!==
void 0){throw new UserError({code:"model-unknown",message:`The policy has no model named "${missing3}".`,where:request.policyPath,fix:`Use one of: ${policy.models.
map(model=>model.name).join(", ")}.`})}const needsOne=request.planPath!==void 0||request.latencyFrom!==void 0||request.candidatePath!==void 0||request.dumpPath!==
void 0;if(needsOne&&chosen.length!==1){throw new UserError({code:"model-ambiguous",message:"A plan, a candidate or a dump belongs to one model.",where:request.policyPath,
fix:"Name it with --model."})}return chosen}async function reportModel(run,onProgress){const{untimed,allowCommands}=run.request;const model={...run.model,...untimed===
true?{latency:UNTIMED}:{},measure:allowCommands===true&&untimed!==true?run.model.measure:void 0};const journal=new Journal(model.name,onProgress);const draft={report:emptyModelReport(
model.name,model.path,model.seed)};const errors=[];try{const{part:part2}=run.request;if(part2?.kind==="merge"&&run.shared!==void 0)await mergeModel({...run,model,
journal},part2,run.shared,draft);else await runModel({...run,model,journal},draft)}catch(thrown){errors.push(errorOfThrown(thrown,journal.stage));if(!(thrown instanceof
UserError))process.stderr.write(`${stackOf(thrown)}
`)}journal.finish();if(run.model.measure!==void 0&&allowCommands!==true)journal.note("The policy names a measuring command, which was not run: commands are off \
unless they are allowed (--allow-commands).");return{...draft.report,...errors.length>0?{verdict:"ERROR",errors}:{},notes:[...draft.report.notes,...journal.notes],
seconds:journal.seconds}}async function tryDevices(request,onProgress){const journal=new Journal("",onProgress);try{journal.enter("load","devices");const devices=await surveyDevices(
loadOnnxruntime());const asked=devices.find(({device})=>device===request.device);const errors=asked?.works===false?[{code:"device-unavailable",message:`device "${asked.
device}" does not work here: ${asked.detail}`,where:"device",fix:asked.fix,stage:"load"}]:[];return{policy:void 0,models:[],errors,devices}}catch(thrown){return{
policy:void 0,models:[],errors:[errorOfThrown(thrown,journal.stage)]}}}async function inspectAll(request,onProgress){const models=[];for(const path of request.models){
const journal=new Journal(path,onProgress);try{const report=await inspectModel(request.workspace,path,request.device??"cpu",journal);journal.finish();models.push(
{...report,notes:journal.notes,seconds:journal.seconds})}catch(thrown){models.push({...emptyModelReport(path,path,0),errors:[errorOfThrown(thrown,journal.stage)],
notes:journal.notes})}}return{policy:void 0,models,errors:[]}}async function verifyAll(request,onProgress){const journal=new Journal("",onProgress);try{journal.
enter("verify",request.reportPath);const path=request.reportPath??"";const claimed=await readReport(path);const models=[];for(const model of claimed.models)models.
push(await verifyModel({request,path,claimed,model},onProgress));return{policy:void 0,models,errors:[]}}catch(thrown){return{policy:void 0,models:[],errors:[errorOfThrown(
thrown,journal.stage)]}}}async function verifyModel({request,path,claimed,model},onProgress){const scratch=await mkdtemp7(join30(tmpdir7(),"prune-gate-verify-"));
try{const{path:plan,lines}=await verifyFiles(path,model);const source=model.policy??claimed.policy;const again={...request,command:"run",policyPath:source?.path??
request.policyPath,models:[model.name],outDir:scratch,untimed:true,...model.device===null||request.device!==void 0?{}:{device:model.device.requested},...plan===
void 0?{}:{planPath:plan}};const{policy,models:[found],errors}=await runPolicy(again,onProgress);if(found===void 0)return{...emptyModelReport(model.name,model.path,
0),errors:[...errors],verification:[...lines]};const verification=[...verifyEnvironment(claimed,{tool:{name:"prune-gate",version:VERSION},environment:environment(
onnxruntimeVersion())}),...lines,...compareReports(model,found,{was:source?.sha256??"",is:policy?.sha256??""})];const verdict=found.errors.length>0?"ERROR":verification.
some(({outcome})=>outcome==="differs")?"FAIL":"PASS";return{...emptyModelReport(model.name,model.path,model.provenance.seed),provenance:found.provenance,errors:found.
errors,verification,verdict,seconds:found.seconds}}finally{await rm15(scratch,{recursive:true,force:true})}}function finishReport({policy,models,errors,devices,
environment:measuredOn},started){const judged=models.map(({verdict:verdict2,onInconclusive="fail"})=>({verdict:verdict2,onInconclusive}));const{verdict,exitCode}=devices!==
void 0&&errors.length===0?{verdict:"PASS",exitCode:0}:overallVerdict(judged,errors.length>0);return{version:1,tool:{name:"prune-gate",version:VERSION},verdict,exitCode,
policy:policy===void 0?null:{path:policy.path,sha256:policy.sha256},models:[...models],errors:[...errors],...devices===void 0?{}:{devices:[...devices]},environment:measuredOn??
environment(onnxruntimeVersion()),startedAt:started.toISOString(),seconds:Math.round(Date.now()-started.getTime())/1e3}}function onnxruntimeVersion(){try{return loadOnnxruntime().
version}catch{return""}}export{runPipeline};
