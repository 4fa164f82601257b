import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
import{UserError,isGitFolder,isInside,wayTo,windowsProblem}from"./chunk-XP7G3QNA.js";import{require_dist}from"./chunk-JRU54YOW.js";import{__commonJS,
__require,__toESM}from"./chunk-NVV35YR3.js";var require_identity=__commonJS({"node_modules/yaml/dist/nodes/identity.js"(exports){"use strict";var ALIAS=Symbol.for("yaml.alias");var DOC=Symbol.for("yaml.do\
cument");var MAP=Symbol.for("yaml.map");var PAIR=Symbol.for("yaml.pair");var SCALAR=Symbol.for("yaml.scalar");var SEQ=Symbol.for("yaml.seq");var NODE_TYPE=Symbol.
for("yaml.node.type");var isAlias2=node=>!!node&&typeof node==="object"&&node[NODE_TYPE]===ALIAS;var isDocument=node=>!!node&&typeof node==="object"&&node[NODE_TYPE]===
DOC;var isMap2=node=>!!node&&typeof node==="object"&&node[NODE_TYPE]===MAP;var isPair=node=>!!node&&typeof node==="object"&&node[NODE_TYPE]===PAIR;var isScalar2=node=>!!node&&
typeof node==="object"&&node[NODE_TYPE]===SCALAR;var isSeq2=node=>!!node&&typeof node==="object"&&node[NODE_TYPE]===SEQ;function isCollection(node){if(node&&typeof node===
"object")switch(node[NODE_TYPE]){case MAP:case SEQ:return true}return false}function isNode2(node){if(node&&typeof node==="object")switch(node[NODE_TYPE]){case ALIAS:case MAP:case SCALAR:case SEQ:
return true}return false}var hasAnchor=node=>(isScalar2(node)||isCollection(node))&&!!node.anchor;exports.ALIAS=ALIAS;exports.DOC=DOC;exports.MAP=MAP;exports.NODE_TYPE=
NODE_TYPE;exports.PAIR=PAIR;exports.SCALAR=SCALAR;exports.SEQ=SEQ;exports.hasAnchor=hasAnchor;exports.isAlias=isAlias2;exports.isCollection=isCollection;exports.
isDocument=isDocument;exports.isMap=isMap2;exports.isNode=isNode2;exports.isPair=isPair;exports.isScalar=isScalar2;exports.isSeq=isSeq2}});var require_visit=__commonJS({"node_modules/yaml/dist/visit.js"(exports){"use strict";var identity=require_identity();var BREAK=Symbol("break visit");var SKIP=Symbol(
"skip children");var REMOVE=Symbol("remove node");function visit2(node,visitor){const visitor_=initVisitor(visitor);if(identity.isDocument(node)){const cd=visit_(
null,node.contents,visitor_,Object.freeze([node]));if(cd===REMOVE)node.contents=null}else visit_(null,node,visitor_,Object.freeze([]))}visit2.BREAK=BREAK;visit2.
SKIP=SKIP;visit2.REMOVE=REMOVE;function visit_(key,node,visitor,path){const ctrl=callVisitor(key,node,visitor,path);if(identity.isNode(ctrl)||identity.isPair(ctrl)){
replaceNode(key,path,ctrl);return visit_(key,ctrl,visitor,path)}if(typeof ctrl!=="symbol"){if(identity.isCollection(node)){path=Object.freeze(path.concat(node));
for(let i=0;i<node.items.length;++i){const ci=visit_(i,node.items[i],visitor,path);if(typeof ci==="number")i=ci-1;else if(ci===BREAK)return BREAK;else if(ci===REMOVE){
node.items.splice(i,1);i-=1}}}else if(identity.isPair(node)){path=Object.freeze(path.concat(node));const ck=visit_("key",node.key,visitor,path);if(ck===BREAK)return BREAK;else if(ck===
REMOVE)node.key=null;const cv=visit_("value",node.value,visitor,path);if(cv===BREAK)return BREAK;else if(cv===REMOVE)node.value=null}}return ctrl}async function visitAsync(node,visitor){
const visitor_=initVisitor(visitor);if(identity.isDocument(node)){const cd=await visitAsync_(null,node.contents,visitor_,Object.freeze([node]));if(cd===REMOVE)node.
contents=null}else await visitAsync_(null,node,visitor_,Object.freeze([]))}visitAsync.BREAK=BREAK;visitAsync.SKIP=SKIP;visitAsync.REMOVE=REMOVE;async function visitAsync_(key,node,visitor,path){
const ctrl=await callVisitor(key,node,visitor,path);if(identity.isNode(ctrl)||identity.isPair(ctrl)){replaceNode(key,path,ctrl);return visitAsync_(key,ctrl,visitor,
path)}if(typeof ctrl!=="symbol"){if(identity.isCollection(node)){path=Object.freeze(path.concat(node));for(let i=0;i<node.items.length;++i){const ci=await visitAsync_(
i,node.items[i],visitor,path);if(typeof ci==="number")i=ci-1;else if(ci===BREAK)return BREAK;else if(ci===REMOVE){node.items.splice(i,1);i-=1}}}else if(identity.
isPair(node)){path=Object.freeze(path.concat(node));const ck=await visitAsync_("key",node.key,visitor,path);if(ck===BREAK)return BREAK;else if(ck===REMOVE)node.
key=null;const cv=await visitAsync_("value",node.value,visitor,path);if(cv===BREAK)return BREAK;else if(cv===REMOVE)node.value=null}}return ctrl}function initVisitor(visitor){
if(typeof visitor==="object"&&(visitor.Collection||visitor.Node||visitor.Value)){return Object.assign({Alias:visitor.Node,Map:visitor.Node,Scalar:visitor.Node,Seq:visitor.
Node},visitor.Value&&{Map:visitor.Value,Scalar:visitor.Value,Seq:visitor.Value},visitor.Collection&&{Map:visitor.Collection,Seq:visitor.Collection},visitor)}return visitor}
function callVisitor(key,node,visitor,path){if(typeof visitor==="function")return visitor(key,node,path);if(identity.isMap(node))return visitor.Map?.(key,node,path);
if(identity.isSeq(node))return visitor.Seq?.(key,node,path);if(identity.isPair(node))return visitor.Pair?.(key,node,path);if(identity.isScalar(node))return visitor.
Scalar?.(key,node,path);if(identity.isAlias(node))return visitor.Alias?.(key,node,path);return void 0}function replaceNode(key,path,node){const parent=path[path.
length-1];if(identity.isCollection(parent)){parent.items[key]=node}else if(identity.isPair(parent)){if(key==="key")parent.key=node;else parent.value=node}else if(identity.
isDocument(parent)){parent.contents=node}else{const pt=identity.isAlias(parent)?"alias":"scalar";throw new Error(`Cannot replace node with ${pt} parent`)}}exports.
visit=visit2;exports.visitAsync=visitAsync}});var require_directives=__commonJS({"node_modules/yaml/dist/doc/directives.js"(exports){"use strict";var identity=require_identity();var visit2=require_visit();var escapeChars={
"!":"%21",",":"%2C","[":"%5B","]":"%5D","{":"%7B","}":"%7D"};var escapeTagName=tn=>tn.replace(/[!,[\]{}]/g,ch=>escapeChars[ch]);var Directives=class _Directives{constructor(yaml,tags){
this.docStart=null;this.docEnd=false;this.yaml=Object.assign({},_Directives.defaultYaml,yaml);this.tags=Object.assign({},_Directives.defaultTags,tags)}clone(){const copy=new _Directives(
this.yaml,this.tags);copy.docStart=this.docStart;return copy}atDocument(){const res=new _Directives(this.yaml,this.tags);switch(this.yaml.version){case"1.1":this.
atNextDocument=true;break;case"1.2":this.atNextDocument=false;this.yaml={explicit:_Directives.defaultYaml.explicit,version:"1.2"};this.tags=Object.assign({},_Directives.
defaultTags);break}return res}add(line,onError){if(this.atNextDocument){this.yaml={explicit:_Directives.defaultYaml.explicit,version:"1.1"};this.tags=Object.assign(
{},_Directives.defaultTags);this.atNextDocument=false}const parts=line.trim().split(/[ \t]+/);const name=parts.shift();switch(name){case"%TAG":{if(parts.length!==
2){onError(0,"%TAG directive should contain exactly two parts");if(parts.length<2)return false}const[handle,prefix]=parts;this.tags[handle]=prefix;return true}case"\
%YAML":{this.yaml.explicit=true;if(parts.length!==1){onError(0,"%YAML directive should contain exactly one part");return false}const[version]=parts;if(version===
"1.1"||version==="1.2"){this.yaml.version=version;return true}else{const isValid=/^\d+\.\d+$/.test(version);onError(6,`Unsupported YAML version ${version}`,isValid);
return false}}default:onError(0,`Unknown directive ${name}`,true);return false}}tagName(source,onError){if(source==="!")return"!";if(source[0]!=="!"){onError(`N\
ot a valid tag: ${source}`);return null}if(source[1]==="<"){const verbatim=source.slice(2,-1);if(verbatim==="!"||verbatim==="!!"){onError(`Verbatim tags aren't \
resolved, so ${source} is invalid.`);return null}if(source[source.length-1]!==">")onError("Verbatim tags must end with a >");return verbatim}const[,handle,suffix]=source.
match(/^(.*!)([^!]*)$/s);if(!suffix)onError(`The ${source} tag has no suffix`);const prefix=this.tags[handle];if(prefix){try{return prefix+decodeURIComponent(suffix)}catch(error){
onError(String(error));return null}}if(handle==="!")return source;onError(`Could not resolve tag: ${source}`);return null}tagString(tag){for(const[handle,prefix]of Object.
entries(this.tags)){if(tag.startsWith(prefix))return handle+escapeTagName(tag.substring(prefix.length))}return tag[0]==="!"?tag:`!<${tag}>`}toString(doc){const lines2=this.
yaml.explicit?[`%YAML ${this.yaml.version||"1.2"}`]:[];const tagEntries=Object.entries(this.tags);let tagNames;if(doc&&tagEntries.length>0&&identity.isNode(doc.
contents)){const tags={};visit2.visit(doc.contents,(_key,node)=>{if(identity.isNode(node)&&node.tag)tags[node.tag]=true});tagNames=Object.keys(tags)}else tagNames=
[];for(const[handle,prefix]of tagEntries){if(handle==="!!"&&prefix==="tag:yaml.org,2002:")continue;if(!doc||tagNames.some(tn=>tn.startsWith(prefix)))lines2.push(
`%TAG ${handle} ${prefix}`)}return lines2.join("\n")}};Directives.defaultYaml={explicit:false,version:"1.2"};Directives.defaultTags={"!!":"tag:yaml.org,2002:"};
exports.Directives=Directives}});var require_anchors=__commonJS({"node_modules/yaml/dist/doc/anchors.js"(exports){"use strict";var identity=require_identity();var visit2=require_visit();function anchorIsValid(anchor){
if(/[\x00-\x19\s,[\]{}]/.test(anchor)){const sa=JSON.stringify(anchor);const msg=`Anchor must not contain whitespace or control characters: ${sa}`;throw new Error(
msg)}return true}function anchorNames(root){const anchors=new Set;visit2.visit(root,{Value(_key,node){if(node.anchor)anchors.add(node.anchor)}});return anchors}
function findNewAnchor(prefix,exclude){for(let i=1;true;++i){const name=`${prefix}${i}`;if(!exclude.has(name))return name}}function createNodeAnchors(doc,prefix){
const aliasObjects=[];const sourceObjects=new Map;let prevAnchors=null;return{onAnchor:source=>{aliasObjects.push(source);prevAnchors??(prevAnchors=anchorNames(
doc));const anchor=findNewAnchor(prefix,prevAnchors);prevAnchors.add(anchor);return anchor},setAnchors:()=>{for(const source of aliasObjects){const ref=sourceObjects.
get(source);if(typeof ref==="object"&&ref.anchor&&(identity.isScalar(ref.node)||identity.isCollection(ref.node))){ref.node.anchor=ref.anchor}else{const error=new Error(
"Failed to resolve repeated object (this should not happen)");error.source=source;throw error}}},sourceObjects}}exports.anchorIsValid=anchorIsValid;exports.anchorNames=
anchorNames;exports.createNodeAnchors=createNodeAnchors;exports.findNewAnchor=findNewAnchor}});var require_applyReviver=__commonJS({"node_modules/yaml/dist/doc/applyReviver.js"(exports){"use strict";function applyReviver(reviver,obj,key,val){if(val&&typeof val===
"object"){if(Array.isArray(val)){for(let i=0,len=val.length;i<len;++i){const v0=val[i];const v1=applyReviver(reviver,val,String(i),v0);if(v1===void 0)delete val[i];else if(v1!==
v0)val[i]=v1}}else if(val instanceof Map){for(const k of Array.from(val.keys())){const v0=val.get(k);const v1=applyReviver(reviver,val,k,v0);if(v1===void 0)val.
delete(k);else if(v1!==v0)val.set(k,v1)}}else if(val instanceof Set){for(const v0 of Array.from(val)){const v1=applyReviver(reviver,val,v0,v0);if(v1===void 0)val.
delete(v0);else if(v1!==v0){val.delete(v0);val.add(v1)}}}else{for(const[k,v0]of Object.entries(val)){const v1=applyReviver(reviver,val,k,v0);if(v1===void 0)delete val[k];else if(v1!==
v0)val[k]=v1}}}return reviver.call(obj,key,val)}exports.applyReviver=applyReviver}});var require_toJS=__commonJS({"node_modules/yaml/dist/nodes/toJS.js"(exports){"use strict";var identity=require_identity();function toJS(value,arg,ctx){if(Array.
isArray(value))return value.map((v,i)=>toJS(v,String(i),ctx));if(value&&typeof value.toJSON==="function"){if(!ctx||!identity.hasAnchor(value))return value.toJSON(
arg,ctx);const data={aliasCount:0,count:1,res:void 0};ctx.anchors.set(value,data);ctx.onCreate=res2=>{data.res=res2;delete ctx.onCreate};const res=value.toJSON(
arg,ctx);if(ctx.onCreate)ctx.onCreate(res);return res}if(typeof value==="bigint"&&!ctx?.keep)return Number(value);return value}exports.toJS=toJS}});var require_Node=__commonJS({"node_modules/yaml/dist/nodes/Node.js"(exports){"use strict";var applyReviver=require_applyReviver();var identity=require_identity();
var toJS=require_toJS();var NodeBase=class{constructor(type){Object.defineProperty(this,identity.NODE_TYPE,{value:type})}clone(){const copy=Object.create(Object.
getPrototypeOf(this),Object.getOwnPropertyDescriptors(this));if(this.range)copy.range=this.range.slice();return copy}toJS(doc,{mapAsMap,maxAliasCount,onAnchor,reviver}={}){
if(!identity.isDocument(doc))throw new TypeError("A document argument is required");const ctx={anchors:new Map,doc,keep:true,mapAsMap:mapAsMap===true,mapKeyWarned:false,
maxAliasCount:typeof maxAliasCount==="number"?maxAliasCount:100};const res=toJS.toJS(this,"",ctx);if(typeof onAnchor==="function")for(const{count:count2,res:res2}of ctx.
anchors.values())onAnchor(res2,count2);return typeof reviver==="function"?applyReviver.applyReviver(reviver,{"":res},"",res):res}};exports.NodeBase=NodeBase}});var require_Alias=__commonJS({"node_modules/yaml/dist/nodes/Alias.js"(exports){"use strict";var anchors=require_anchors();var visit2=require_visit();var identity=require_identity();
var Node=require_Node();var toJS=require_toJS();var Alias=class extends Node.NodeBase{constructor(source){super(identity.ALIAS);this.source=source;Object.defineProperty(
this,"tag",{set(){throw new Error("Alias nodes cannot have tags")}})}resolve(doc,ctx){if(ctx?.maxAliasCount===0)throw new ReferenceError("Alias resolution is di\
sabled");let nodes;if(ctx?.aliasResolveCache){nodes=ctx.aliasResolveCache}else{nodes=[];visit2.visit(doc,{Node:(_key,node)=>{if(identity.isAlias(node)||identity.
hasAnchor(node))nodes.push(node)}});if(ctx)ctx.aliasResolveCache=nodes}let found=void 0;for(const node of nodes){if(node===this)break;if(node.anchor===this.source)
found=node}if(found&&ctx){const{anchors:anchors2,doc:doc2,maxAliasCount}=ctx;let data=anchors2.get(found);if(!data){toJS.toJS(found,null,ctx);data=anchors2.get(
found)}if(data?.res===void 0){const msg="This should not happen: Alias anchor was not resolved?";throw new ReferenceError(msg)}if(maxAliasCount>=0){data.count+=
1;if(data.aliasCount===0)data.aliasCount=getAliasCount(doc2,found,anchors2);if(data.count*data.aliasCount>maxAliasCount){const msg="Excessive alias count indica\
tes a resource exhaustion attack";throw new ReferenceError(msg)}}}return found}toJSON(_arg,ctx){if(!ctx)return{source:this.source};const source=this.resolve(ctx.
doc,ctx);if(!source){const msg=`Unresolved alias (the anchor must be set before the alias): ${this.source}`;throw new ReferenceError(msg)}return ctx.anchors.get(
source).res}toString(ctx,_onComment,_onChompKeep){const src=`*${this.source}`;if(ctx){anchors.anchorIsValid(this.source);if(ctx.options.verifyAliasOrder&&!ctx.anchors.
has(this.source)){const msg=`Unresolved alias (the anchor must be set before the alias): ${this.source}`;throw new Error(msg)}if(ctx.implicitKey)return`${src} `}
return src}};function getAliasCount(doc,node,anchors2){if(identity.isAlias(node)){const source=node.resolve(doc);const anchor=anchors2&&source&&anchors2.get(source);
return anchor?anchor.count*anchor.aliasCount:0}else if(identity.isCollection(node)){let count2=0;for(const item of node.items){const c=getAliasCount(doc,item,anchors2);
if(c>count2)count2=c}return count2}else if(identity.isPair(node)){const kc=getAliasCount(doc,node.key,anchors2);const vc=getAliasCount(doc,node.value,anchors2);
return Math.max(kc,vc)}return 1}exports.Alias=Alias}});var require_Scalar=__commonJS({"node_modules/yaml/dist/nodes/Scalar.js"(exports){"use strict";var identity=require_identity();var Node=require_Node();var toJS=require_toJS();
var isScalarValue=value=>!value||typeof value!=="function"&&typeof value!=="object";var Scalar=class extends Node.NodeBase{constructor(value){super(identity.SCALAR);
this.value=value}toJSON(arg,ctx){return ctx?.keep?this.value:toJS.toJS(this.value,arg,ctx)}toString(){return String(this.value)}};Scalar.BLOCK_FOLDED="BLOCK_FOL\
DED";Scalar.BLOCK_LITERAL="BLOCK_LITERAL";Scalar.PLAIN="PLAIN";Scalar.QUOTE_DOUBLE="QUOTE_DOUBLE";Scalar.QUOTE_SINGLE="QUOTE_SINGLE";exports.Scalar=Scalar;exports.
isScalarValue=isScalarValue}});var require_createNode=__commonJS({"node_modules/yaml/dist/doc/createNode.js"(exports){"use strict";var Alias=require_Alias();var identity=require_identity();var Scalar=require_Scalar();
var defaultTagPrefix="tag:yaml.org,2002:";function findTagObject(value,tagName,tags){if(tagName){const match=tags.filter(t=>t.tag===tagName);const tagObj=match.
find(t=>!t.format)??match[0];if(!tagObj)throw new Error(`Tag ${tagName} not found`);return tagObj}return tags.find(t=>t.identify?.(value)&&!t.format)}function createNode(value,tagName,ctx){
if(identity.isDocument(value))value=value.contents;if(identity.isNode(value))return value;if(identity.isPair(value)){const map=ctx.schema[identity.MAP].createNode?.(
ctx.schema,null,ctx);map.items.push(value);return map}if(value instanceof String||value instanceof Number||value instanceof Boolean||typeof BigInt!=="undefined"&&
value instanceof BigInt){value=value.valueOf()}const{aliasDuplicateObjects,onAnchor,onTagObj,schema,sourceObjects}=ctx;let ref=void 0;if(aliasDuplicateObjects&&
value&&typeof value==="object"){ref=sourceObjects.get(value);if(ref){ref.anchor??(ref.anchor=onAnchor(value));return new Alias.Alias(ref.anchor)}else{ref={anchor:null,
node:null};sourceObjects.set(value,ref)}}if(tagName?.startsWith("!!"))tagName=defaultTagPrefix+tagName.slice(2);let tagObj=findTagObject(value,tagName,schema.tags);
if(!tagObj){if(value&&typeof value.toJSON==="function"){value=value.toJSON()}if(!value||typeof value!=="object"){const node2=new Scalar.Scalar(value);if(ref)ref.
node=node2;return node2}tagObj=value instanceof Map?schema[identity.MAP]:Symbol.iterator in Object(value)?schema[identity.SEQ]:schema[identity.MAP]}if(onTagObj){
onTagObj(tagObj);delete ctx.onTagObj}const node=tagObj?.createNode?tagObj.createNode(ctx.schema,value,ctx):typeof tagObj?.nodeClass?.from==="function"?tagObj.nodeClass.
from(ctx.schema,value,ctx):new Scalar.Scalar(value);if(tagName)node.tag=tagName;else if(!tagObj.default)node.tag=tagObj.tag;if(ref)ref.node=node;return node}exports.
createNode=createNode}});var require_Collection=__commonJS({"node_modules/yaml/dist/nodes/Collection.js"(exports){"use strict";var createNode=require_createNode();var identity=require_identity();
var Node=require_Node();function collectionFromPath(schema,path,value){let v=value;for(let i=path.length-1;i>=0;--i){const k=path[i];if(typeof k==="number"&&Number.
isInteger(k)&&k>=0){const a=[];a[k]=v;v=a}else{v=new Map([[k,v]])}}return createNode.createNode(v,void 0,{aliasDuplicateObjects:false,keepUndefined:false,onAnchor:()=>{
throw new Error("This should not happen, please report a bug.")},schema,sourceObjects:new Map})}var isEmptyPath=path=>path==null||typeof path==="object"&&!!path[Symbol.
iterator]().next().done;var Collection=class extends Node.NodeBase{constructor(type,schema){super(type);Object.defineProperty(this,"schema",{value:schema,configurable:true,
enumerable:false,writable:true})}clone(schema){const copy=Object.create(Object.getPrototypeOf(this),Object.getOwnPropertyDescriptors(this));if(schema)copy.schema=
schema;copy.items=copy.items.map(it=>identity.isNode(it)||identity.isPair(it)?it.clone(schema):it);if(this.range)copy.range=this.range.slice();return copy}addIn(path,value){
if(isEmptyPath(path))this.add(value);else{const[key,...rest]=path;const node=this.get(key,true);if(identity.isCollection(node))node.addIn(rest,value);else if(node===
void 0&&this.schema)this.set(key,collectionFromPath(this.schema,rest,value));else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`)}}deleteIn(path){
const[key,...rest]=path;if(rest.length===0)return this.delete(key);const node=this.get(key,true);if(identity.isCollection(node))return node.deleteIn(rest);else throw new Error(
`Expected YAML collection at ${key}. Remaining path: ${rest}`)}getIn(path,keepScalar){const[key,...rest]=path;const node=this.get(key,true);if(rest.length===0)return!keepScalar&&
identity.isScalar(node)?node.value:node;else return identity.isCollection(node)?node.getIn(rest,keepScalar):void 0}hasAllNullValues(allowScalar){return this.items.
every(node=>{if(!identity.isPair(node))return false;const n=node.value;return n==null||allowScalar&&identity.isScalar(n)&&n.value==null&&!n.commentBefore&&!n.comment&&
!n.tag})}hasIn(path){const[key,...rest]=path;if(rest.length===0)return this.has(key);const node=this.get(key,true);return identity.isCollection(node)?node.hasIn(
rest):false}setIn(path,value){const[key,...rest]=path;if(rest.length===0){this.set(key,value)}else{const node=this.get(key,true);if(identity.isCollection(node))
node.setIn(rest,value);else if(node===void 0&&this.schema)this.set(key,collectionFromPath(this.schema,rest,value));else throw new Error(`Expected YAML collectio\
n at ${key}. Remaining path: ${rest}`)}}};exports.Collection=Collection;exports.collectionFromPath=collectionFromPath;exports.isEmptyPath=isEmptyPath}});var require_stringifyComment=__commonJS({"node_modules/yaml/dist/stringify/stringifyComment.js"(exports){"use strict";var stringifyComment=str=>str.replace(/^(?!$)(?: $)?/gm,
"#");function indentComment(comment,indent){if(/^\n+$/.test(comment))return comment.substring(1);return indent?comment.replace(/^(?! *$)/gm,indent):comment}var lineComment=(str,indent,comment)=>str.
endsWith("\n")?indentComment(comment,indent):comment.includes("\n")?"\n"+indentComment(comment,indent):(str.endsWith(" ")?"":" ")+comment;exports.indentComment=
indentComment;exports.lineComment=lineComment;exports.stringifyComment=stringifyComment}});var require_foldFlowLines=__commonJS({"node_modules/yaml/dist/stringify/foldFlowLines.js"(exports){"use strict";var FOLD_FLOW="flow";var FOLD_BLOCK="block";var FOLD_QUOTED="\
quoted";function foldFlowLines(text,indent,mode="flow",{indentAtStart,lineWidth=80,minContentWidth=20,onFold,onOverflow}={}){if(!lineWidth||lineWidth<0)return text;
if(lineWidth<minContentWidth)minContentWidth=0;const endStep=Math.max(1+minContentWidth,1+lineWidth-indent.length);if(text.length<=endStep)return text;const folds=[];
const escapedFolds={};let end=lineWidth-indent.length;if(typeof indentAtStart==="number"){if(indentAtStart>lineWidth-Math.max(2,minContentWidth))folds.push(0);else
end=lineWidth-indentAtStart}let split=void 0;let prev=void 0;let overflow=false;let i=-1;let escStart=-1;let escEnd=-1;if(mode===FOLD_BLOCK){i=consumeMoreIndentedLines(
text,i,indent.length);if(i!==-1)end=i+endStep}for(let ch;ch=text[i+=1];){if(mode===FOLD_QUOTED&&ch==="\\"){escStart=i;switch(text[i+1]){case"x":i+=3;break;case"\
u":i+=5;break;case"U":i+=9;break;default:i+=1}escEnd=i}if(ch==="\n"){if(mode===FOLD_BLOCK)i=consumeMoreIndentedLines(text,i,indent.length);end=i+indent.length+endStep;
split=void 0}else{if(ch===" "&&prev&&prev!==" "&&prev!=="\n"&&prev!=="	"){const next=text[i+1];if(next&&next!==" "&&next!=="\n"&&next!=="	")split=i}if(i>=end){if(split){
folds.push(split);end=split+endStep;split=void 0}else if(mode===FOLD_QUOTED){while(prev===" "||prev==="	"){prev=ch;ch=text[i+=1];overflow=true}const j=i>escEnd+
1?i-2:escStart-1;if(escapedFolds[j])return text;folds.push(j);escapedFolds[j]=true;end=j+endStep;split=void 0}else{overflow=true}}}prev=ch}if(overflow&&onOverflow)
onOverflow();if(folds.length===0)return text;if(onFold)onFold();let res=text.slice(0,folds[0]);for(let i2=0;i2<folds.length;++i2){const fold=folds[i2];const end2=folds[i2+
1]||text.length;if(fold===0)res=`
${indent}${text.slice(0,end2)}`;else{if(mode===FOLD_QUOTED&&escapedFolds[fold])res+=`${text[fold]}\\`;res+=`
${indent}${text.slice(fold+1,end2)}`}}return res}function consumeMoreIndentedLines(text,i,indent){let end=i;let start=i+1;let ch=text[start];while(ch===" "||ch===
"	"){if(i<start+indent){ch=text[++i]}else{do{ch=text[++i]}while(ch&&ch!=="\n");end=i;start=i+1;ch=text[start]}}return end}exports.FOLD_BLOCK=FOLD_BLOCK;exports.
FOLD_FLOW=FOLD_FLOW;exports.FOLD_QUOTED=FOLD_QUOTED;exports.foldFlowLines=foldFlowLines}});var require_stringifyString=__commonJS({"node_modules/yaml/dist/stringify/stringifyString.js"(exports){"use strict";var Scalar=require_Scalar();var foldFlowLines=require_foldFlowLines();
var getFoldOptions=(ctx,isBlock)=>({indentAtStart:isBlock?ctx.indent.length:ctx.indentAtStart,lineWidth:ctx.options.lineWidth,minContentWidth:ctx.options.minContentWidth});
var containsDocumentMarker=str=>/^(%|---|\.\.\.)/m.test(str);function lineLengthOverLimit(str,lineWidth,indentLength){if(!lineWidth||lineWidth<0)return false;const limit=lineWidth-
indentLength;const strLen=str.length;if(strLen<=limit)return false;for(let i=0,start=0;i<strLen;++i){if(str[i]==="\n"){if(i-start>limit)return true;start=i+1;if(strLen-
start<=limit)return false}}return true}function doubleQuotedString(value,ctx){const json=JSON.stringify(value);if(ctx.options.doubleQuotedAsJSON)return json;const{
implicitKey}=ctx;const minMultiLineLength=ctx.options.doubleQuotedMinMultiLineLength;const indent=ctx.indent||(containsDocumentMarker(value)?"  ":"");let str="";
let start=0;for(let i=0,ch=json[i];ch;ch=json[++i]){if(ch===" "&&json[i+1]==="\\"&&json[i+2]==="n"){str+=json.slice(start,i)+"\\ ";i+=1;start=i;ch="\\"}if(ch===
"\\")switch(json[i+1]){case"u":{str+=json.slice(start,i);const code=json.substr(i+2,4);switch(code){case"0000":str+="\\0";break;case"0007":str+="\\a";break;case"\
000b":str+="\\v";break;case"001b":str+="\\e";break;case"0085":str+="\\N";break;case"00a0":str+="\\_";break;case"2028":str+="\\L";break;case"2029":str+="\\P";break;default:
if(code.substr(0,2)==="00")str+="\\x"+code.substr(2);else str+=json.substr(i,6)}i+=5;start=i+1}break;case"n":if(implicitKey||json[i+2]==='"'||json.length<minMultiLineLength){
i+=1}else{str+=json.slice(start,i)+"\n\n";while(json[i+2]==="\\"&&json[i+3]==="n"&&json[i+4]!=='"'){str+="\n";i+=2}str+=indent;if(json[i+2]===" ")str+="\\";i+=1;
start=i+1}break;default:i+=1}}str=start?str+json.slice(start):json;return implicitKey?str:foldFlowLines.foldFlowLines(str,indent,foldFlowLines.FOLD_QUOTED,getFoldOptions(
ctx,false))}function singleQuotedString(value,ctx){if(ctx.options.singleQuote===false||ctx.implicitKey&&value.includes("\n")||/[ \t]\n|\n[ \t]/.test(value))return doubleQuotedString(
value,ctx);const indent=ctx.indent||(containsDocumentMarker(value)?"  ":"");const res="'"+value.replace(/'/g,"''").replace(/\n+/g,`$&
${indent}`)+"'";return ctx.implicitKey?res:foldFlowLines.foldFlowLines(res,indent,foldFlowLines.FOLD_FLOW,getFoldOptions(ctx,false))}function quotedString(value,ctx){
const{singleQuote}=ctx.options;let qs;if(singleQuote===false)qs=doubleQuotedString;else{const hasDouble=value.includes('"');const hasSingle=value.includes("'");
if(hasDouble&&!hasSingle)qs=singleQuotedString;else if(hasSingle&&!hasDouble)qs=doubleQuotedString;else qs=singleQuote?singleQuotedString:doubleQuotedString}return qs(
value,ctx)}var blockEndNewlines;try{blockEndNewlines=new RegExp("(^|(?<!\n))\n+(?!\n|$)","g")}catch{blockEndNewlines=/\n+(?!\n|$)/g}function blockString({comment,
type,value},ctx,onComment,onChompKeep){const{blockQuote,commentString,lineWidth}=ctx.options;if(!blockQuote||/\n[\t ]+$/.test(value)){return quotedString(value,
ctx)}const indent=ctx.indent||(ctx.forceBlockIndent||containsDocumentMarker(value)?"  ":"");const literal=blockQuote==="literal"?true:blockQuote==="folded"||type===
Scalar.Scalar.BLOCK_FOLDED?false:type===Scalar.Scalar.BLOCK_LITERAL?true:!lineLengthOverLimit(value,lineWidth,indent.length);if(!value)return literal?"|\n":">\n";
let chomp;let endStart;for(endStart=value.length;endStart>0;--endStart){const ch=value[endStart-1];if(ch!=="\n"&&ch!=="	"&&ch!==" ")break}let end=value.substring(
endStart);const endNlPos=end.indexOf("\n");if(endNlPos===-1){chomp="-"}else if(value===end||endNlPos!==end.length-1){chomp="+";if(onChompKeep)onChompKeep()}else{
chomp=""}if(end){value=value.slice(0,-end.length);if(end[end.length-1]==="\n")end=end.slice(0,-1);end=end.replace(blockEndNewlines,`$&${indent}`)}let startWithSpace=false;
let startEnd;let startNlPos=-1;for(startEnd=0;startEnd<value.length;++startEnd){const ch=value[startEnd];if(ch===" ")startWithSpace=true;else if(ch==="\n")startNlPos=
startEnd;else break}let start=value.substring(0,startNlPos<startEnd?startNlPos+1:startEnd);if(start){value=value.substring(start.length);start=start.replace(/\n+/g,
`$&${indent}`)}const indentSize=indent?"2":"1";let header=(startWithSpace?indentSize:"")+chomp;if(comment){header+=" "+commentString(comment.replace(/ ?[\r\n]+/g,
" "));if(onComment)onComment()}if(!literal){const foldedValue=value.replace(/\n+/g,"\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g,"$1$2").replace(
/\n+/g,`$&${indent}`);let literalFallback=false;const foldOptions=getFoldOptions(ctx,true);if(blockQuote!=="folded"&&type!==Scalar.Scalar.BLOCK_FOLDED){foldOptions.
onOverflow=()=>{literalFallback=true}}const body=foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`,indent,foldFlowLines.FOLD_BLOCK,foldOptions);if(!literalFallback)
return`>${header}
${indent}${body}`}value=value.replace(/\n+/g,`$&${indent}`);return`|${header}
${indent}${start}${value}${end}`}function plainString(item,ctx,onComment,onChompKeep){const{type,value}=item;const{actualString,implicitKey,indent,indentStep,inFlow}=ctx;
if(implicitKey&&value.includes("\n")||inFlow&&/[[\]{},]/.test(value)){return quotedString(value,ctx)}if(/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.
test(value)){return implicitKey||inFlow||!value.includes("\n")?quotedString(value,ctx):blockString(item,ctx,onComment,onChompKeep)}if(!implicitKey&&!inFlow&&type!==
Scalar.Scalar.PLAIN&&value.includes("\n")){return blockString(item,ctx,onComment,onChompKeep)}if(containsDocumentMarker(value)){if(indent===""){ctx.forceBlockIndent=
true;return blockString(item,ctx,onComment,onChompKeep)}else if(implicitKey&&indent===indentStep){return quotedString(value,ctx)}}const str=value.replace(/\n+/g,
`$&
${indent}`);if(actualString){const test=tag=>tag.default&&tag.tag!=="tag:yaml.org,2002:str"&&tag.test?.test(str);const{compat,tags}=ctx.doc.schema;if(tags.some(
test)||compat?.some(test))return quotedString(value,ctx)}return implicitKey?str:foldFlowLines.foldFlowLines(str,indent,foldFlowLines.FOLD_FLOW,getFoldOptions(ctx,
false))}function stringifyString(item,ctx,onComment,onChompKeep){const{implicitKey,inFlow}=ctx;const ss=typeof item.value==="string"?item:Object.assign({},item,
{value:String(item.value)});let{type}=item;if(type!==Scalar.Scalar.QUOTE_DOUBLE){if(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))type=Scalar.
Scalar.QUOTE_DOUBLE}const _stringify=_type=>{switch(_type){case Scalar.Scalar.BLOCK_FOLDED:case Scalar.Scalar.BLOCK_LITERAL:return implicitKey||inFlow?quotedString(
ss.value,ctx):blockString(ss,ctx,onComment,onChompKeep);case Scalar.Scalar.QUOTE_DOUBLE:return doubleQuotedString(ss.value,ctx);case Scalar.Scalar.QUOTE_SINGLE:
return singleQuotedString(ss.value,ctx);case Scalar.Scalar.PLAIN:return plainString(ss,ctx,onComment,onChompKeep);default:return null}};let res=_stringify(type);
if(res===null){const{defaultKeyType,defaultStringType}=ctx.options;const t=implicitKey&&defaultKeyType||defaultStringType;res=_stringify(t);if(res===null)throw new Error(
`Unsupported default string type ${t}`)}return res}exports.stringifyString=stringifyString}});var require_stringify=__commonJS({"node_modules/yaml/dist/stringify/stringify.js"(exports){"use strict";var anchors=require_anchors();var identity=require_identity();
var stringifyComment=require_stringifyComment();var stringifyString=require_stringifyString();function createStringifyContext(doc,options2){const opt=Object.assign(
{blockQuote:true,commentString:stringifyComment.stringifyComment,defaultKeyType:null,defaultStringType:"PLAIN",directives:null,doubleQuotedAsJSON:false,doubleQuotedMinMultiLineLength:40,
falseStr:"false",flowCollectionPadding:true,indentSeq:true,lineWidth:80,minContentWidth:20,nullStr:"null",simpleKeys:false,singleQuote:null,trailingComma:false,
trueStr:"true",verifyAliasOrder:true},doc.schema.toStringOptions,options2);let inFlow;switch(opt.collectionStyle){case"block":inFlow=false;break;case"flow":inFlow=
true;break;default:inFlow=null}return{anchors:new Set,doc,flowCollectionPadding:opt.flowCollectionPadding?" ":"",indent:"",indentStep:typeof opt.indent==="numbe\
r"?" ".repeat(opt.indent):"  ",inFlow,options:opt}}function getTagObject(tags,item){if(item.tag){const match=tags.filter(t=>t.tag===item.tag);if(match.length>0)
return match.find(t=>t.format===item.format)??match[0]}let tagObj=void 0;let obj;if(identity.isScalar(item)){obj=item.value;let match=tags.filter(t=>t.identify?.(
obj));if(match.length>1){const testMatch=match.filter(t=>t.test);if(testMatch.length>0)match=testMatch}tagObj=match.find(t=>t.format===item.format)??match.find(
t=>!t.format)}else{obj=item;tagObj=tags.find(t=>t.nodeClass&&obj instanceof t.nodeClass)}if(!tagObj){const name=obj?.constructor?.name??(obj===null?"null":typeof obj);
throw new Error(`Tag not resolved for ${name} value`)}return tagObj}function stringifyProps(node,tagObj,{anchors:anchors$1,doc}){if(!doc.directives)return"";const props=[];
const anchor=(identity.isScalar(node)||identity.isCollection(node))&&node.anchor;if(anchor&&anchors.anchorIsValid(anchor)){anchors$1.add(anchor);props.push(`&${anchor}`)}
const tag=node.tag??(tagObj.default?null:tagObj.tag);if(tag)props.push(doc.directives.tagString(tag));return props.join(" ")}function stringify(item,ctx,onComment,onChompKeep){
if(identity.isPair(item))return item.toString(ctx,onComment,onChompKeep);if(identity.isAlias(item)){if(ctx.doc.directives)return item.toString(ctx);if(ctx.resolvedAliases?.
has(item)){throw new TypeError(`Cannot stringify circular structure without alias nodes`)}else{if(ctx.resolvedAliases)ctx.resolvedAliases.add(item);else ctx.resolvedAliases=
new Set([item]);item=item.resolve(ctx.doc)}}let tagObj=void 0;const node=identity.isNode(item)?item:ctx.doc.createNode(item,{onTagObj:o=>tagObj=o});tagObj??(tagObj=
getTagObject(ctx.doc.schema.tags,node));const props=stringifyProps(node,tagObj,ctx);if(props.length>0)ctx.indentAtStart=(ctx.indentAtStart??0)+props.length+1;const str=typeof tagObj.
stringify==="function"?tagObj.stringify(node,ctx,onComment,onChompKeep):identity.isScalar(node)?stringifyString.stringifyString(node,ctx,onComment,onChompKeep):
node.toString(ctx,onComment,onChompKeep);if(!props)return str;return identity.isScalar(node)||str[0]==="{"||str[0]==="["?`${props} ${str}`:`${props}
${ctx.indent}${str}`}exports.createStringifyContext=createStringifyContext;exports.stringify=stringify}});var require_stringifyPair=__commonJS({"node_modules/yaml/dist/stringify/stringifyPair.js"(exports){"use strict";var identity=require_identity();var Scalar=require_Scalar();
var stringify=require_stringify();var stringifyComment=require_stringifyComment();function stringifyPair({key,value},ctx,onComment,onChompKeep){const{allNullValues,
doc,indent,indentStep,options:{commentString,indentSeq,simpleKeys}}=ctx;let keyComment=identity.isNode(key)&&key.comment||null;if(simpleKeys){if(keyComment){throw new Error(
"With simple keys, key nodes cannot have comments")}if(identity.isCollection(key)||!identity.isNode(key)&&typeof key==="object"){const msg="With simple keys, co\
llection cannot be used as a key value";throw new Error(msg)}}let explicitKey=!simpleKeys&&(!key||keyComment&&value==null&&!ctx.inFlow||identity.isCollection(key)||
(identity.isScalar(key)?key.type===Scalar.Scalar.BLOCK_FOLDED||key.type===Scalar.Scalar.BLOCK_LITERAL:typeof key==="object"));ctx=Object.assign({},ctx,{allNullValues:false,
implicitKey:!explicitKey&&(simpleKeys||!allNullValues),indent:indent+indentStep});let keyCommentDone=false;let chompKeep=false;let str=stringify.stringify(key,ctx,
()=>keyCommentDone=true,()=>chompKeep=true);if(!explicitKey&&!ctx.inFlow&&str.length>1024){if(simpleKeys)throw new Error("With simple keys, single line scalar m\
ust not span more than 1024 characters");explicitKey=true}if(ctx.inFlow){if(allNullValues||value==null){if(keyCommentDone&&onComment)onComment();return str===""?
"?":explicitKey?`? ${str}`:str}}else if(allNullValues&&!simpleKeys||value==null&&explicitKey){str=`? ${str}`;if(keyComment&&!keyCommentDone){str+=stringifyComment.
lineComment(str,ctx.indent,commentString(keyComment))}else if(chompKeep&&onChompKeep)onChompKeep();return str}if(keyCommentDone)keyComment=null;if(explicitKey){
if(keyComment)str+=stringifyComment.lineComment(str,ctx.indent,commentString(keyComment));str=`? ${str}
${indent}:`}else{str=`${str}:`;if(keyComment)str+=stringifyComment.lineComment(str,ctx.indent,commentString(keyComment))}let vsb,vcb,valueComment;if(identity.isNode(
value)){vsb=!!value.spaceBefore;vcb=value.commentBefore;valueComment=value.comment}else{vsb=false;vcb=null;valueComment=null;if(value&&typeof value==="object")value=
doc.createNode(value)}ctx.implicitKey=false;if(!explicitKey&&!keyComment&&identity.isScalar(value))ctx.indentAtStart=str.length+1;chompKeep=false;if(!indentSeq&&
indentStep.length>=2&&!ctx.inFlow&&!explicitKey&&identity.isSeq(value)&&!value.flow&&!value.tag&&!value.anchor){ctx.indent=ctx.indent.substring(2)}let valueCommentDone=false;
const valueStr=stringify.stringify(value,ctx,()=>valueCommentDone=true,()=>chompKeep=true);let ws=" ";if(keyComment||vsb||vcb){ws=vsb?"\n":"";if(vcb){const cs=commentString(
vcb);ws+=`
${stringifyComment.indentComment(cs,ctx.indent)}`}if(valueStr===""&&!ctx.inFlow){if(ws==="\n"&&valueComment)ws="\n\n"}else{ws+=`
${ctx.indent}`}}else if(!explicitKey&&identity.isCollection(value)){const vs0=valueStr[0];const nl0=valueStr.indexOf("\n");const hasNewline=nl0!==-1;const flow=ctx.
inFlow??value.flow??value.items.length===0;if(hasNewline||!flow){let hasPropsLine=false;if(hasNewline&&(vs0==="&"||vs0==="!")){let sp0=valueStr.indexOf(" ");if(vs0===
"&"&&sp0!==-1&&sp0<nl0&&valueStr[sp0+1]==="!"){sp0=valueStr.indexOf(" ",sp0+1)}if(sp0===-1||nl0<sp0)hasPropsLine=true}if(!hasPropsLine)ws=`
${ctx.indent}`}}else if(valueStr===""||valueStr[0]==="\n"){ws=""}str+=ws+valueStr;if(ctx.inFlow){if(valueCommentDone&&onComment)onComment()}else if(valueComment&&
!valueCommentDone){str+=stringifyComment.lineComment(str,ctx.indent,commentString(valueComment))}else if(chompKeep&&onChompKeep){onChompKeep()}return str}exports.
stringifyPair=stringifyPair}});var require_log=__commonJS({"node_modules/yaml/dist/log.js"(exports){"use strict";var node_process=__require("process");function debug(logLevel,...messages){if(logLevel===
"debug")console.log(...messages)}function warn(logLevel,warning){if(logLevel==="debug"||logLevel==="warn"){if(typeof node_process.emitWarning==="function")node_process.
emitWarning(warning);else console.warn(warning)}}exports.debug=debug;exports.warn=warn}});var require_merge=__commonJS({"node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports){"use strict";var identity=require_identity();var Scalar=require_Scalar();
var MERGE_KEY="<<";var merge={identify:value=>value===MERGE_KEY||typeof value==="symbol"&&value.description===MERGE_KEY,default:"key",tag:"tag:yaml.org,2002:mer\
ge",test:/^<<$/,resolve:()=>Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)),{addToJSMap:addMergeToJSMap}),stringify:()=>MERGE_KEY};var isMergeKey=(ctx,key)=>(merge.
identify(key)||identity.isScalar(key)&&(!key.type||key.type===Scalar.Scalar.PLAIN)&&merge.identify(key.value))&&ctx?.doc.schema.tags.some(tag=>tag.tag===merge.tag&&
tag.default);function addMergeToJSMap(ctx,map,value){const source=resolveAliasValue(ctx,value);if(identity.isSeq(source))for(const it of source.items)mergeValue(
ctx,map,it);else if(Array.isArray(source))for(const it of source)mergeValue(ctx,map,it);else mergeValue(ctx,map,source)}function mergeValue(ctx,map,value){const source=resolveAliasValue(
ctx,value);if(!identity.isMap(source))throw new Error("Merge sources must be maps or map aliases");const srcMap=source.toJSON(null,ctx,Map);for(const[key,value2]of srcMap){
if(map instanceof Map){if(!map.has(key))map.set(key,value2)}else if(map instanceof Set){map.add(key)}else if(!Object.prototype.hasOwnProperty.call(map,key)){Object.
defineProperty(map,key,{value:value2,writable:true,enumerable:true,configurable:true})}}return map}function resolveAliasValue(ctx,value){return ctx&&identity.isAlias(
value)?value.resolve(ctx.doc,ctx):value}exports.addMergeToJSMap=addMergeToJSMap;exports.isMergeKey=isMergeKey;exports.merge=merge}});var require_addPairToJSMap=__commonJS({"node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports){"use strict";var log=require_log();var merge=require_merge();var stringify=require_stringify();
var identity=require_identity();var toJS=require_toJS();function addPairToJSMap(ctx,map,{key,value}){if(identity.isNode(key)&&key.addToJSMap)key.addToJSMap(ctx,
map,value);else if(merge.isMergeKey(ctx,key))merge.addMergeToJSMap(ctx,map,value);else{const jsKey=toJS.toJS(key,"",ctx);if(map instanceof Map){map.set(jsKey,toJS.
toJS(value,jsKey,ctx))}else if(map instanceof Set){map.add(jsKey)}else{const stringKey=stringifyKey(key,jsKey,ctx);const jsValue=toJS.toJS(value,stringKey,ctx);
if(stringKey in map)Object.defineProperty(map,stringKey,{value:jsValue,writable:true,enumerable:true,configurable:true});else map[stringKey]=jsValue}}return map}
function stringifyKey(key,jsKey,ctx){if(jsKey===null)return"";if(typeof jsKey!=="object")return String(jsKey);if(identity.isNode(key)&&ctx?.doc){const strCtx=stringify.
createStringifyContext(ctx.doc,{});strCtx.anchors=new Set;for(const node of ctx.anchors.keys())strCtx.anchors.add(node.anchor);strCtx.inFlow=true;strCtx.inStringifyKey=
true;const strKey=key.toString(strCtx);if(!ctx.mapKeyWarned){let jsonStr=JSON.stringify(strKey);if(jsonStr.length>40)jsonStr=jsonStr.substring(0,36)+'..."';log.
warn(ctx.doc.options.logLevel,`Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
ctx.mapKeyWarned=true}return strKey}return JSON.stringify(jsKey)}exports.addPairToJSMap=addPairToJSMap}});var require_Pair=__commonJS({"node_modules/yaml/dist/nodes/Pair.js"(exports){"use strict";var createNode=require_createNode();var stringifyPair=require_stringifyPair();
var addPairToJSMap=require_addPairToJSMap();var identity=require_identity();function createPair(key,value,ctx){const k=createNode.createNode(key,void 0,ctx);const v=createNode.
createNode(value,void 0,ctx);return new Pair(k,v)}var Pair=class _Pair{constructor(key,value=null){Object.defineProperty(this,identity.NODE_TYPE,{value:identity.
PAIR});this.key=key;this.value=value}clone(schema){let{key,value}=this;if(identity.isNode(key))key=key.clone(schema);if(identity.isNode(value))value=value.clone(
schema);return new _Pair(key,value)}toJSON(_,ctx){const pair=ctx?.mapAsMap?new Map:{};return addPairToJSMap.addPairToJSMap(ctx,pair,this)}toString(ctx,onComment,onChompKeep){
return ctx?.doc?stringifyPair.stringifyPair(this,ctx,onComment,onChompKeep):JSON.stringify(this)}};exports.Pair=Pair;exports.createPair=createPair}});var require_stringifyCollection=__commonJS({"node_modules/yaml/dist/stringify/stringifyCollection.js"(exports){"use strict";var identity=require_identity();var stringify=require_stringify();
var stringifyComment=require_stringifyComment();function stringifyCollection(collection,ctx,options2){const flow=ctx.inFlow??collection.flow;const stringify2=flow?
stringifyFlowCollection:stringifyBlockCollection;return stringify2(collection,ctx,options2)}function stringifyBlockCollection({comment,items},ctx,{blockItemPrefix,
flowChars,itemIndent,onChompKeep,onComment}){const{indent,options:{commentString}}=ctx;const itemCtx=Object.assign({},ctx,{indent:itemIndent,type:null});let chompKeep=false;
const lines2=[];for(let i=0;i<items.length;++i){const item=items[i];let comment2=null;if(identity.isNode(item)){if(!chompKeep&&item.spaceBefore)lines2.push("");
addCommentBefore(ctx,lines2,item.commentBefore,chompKeep);if(item.comment)comment2=item.comment}else if(identity.isPair(item)){const ik=identity.isNode(item.key)?
item.key:null;if(ik){if(!chompKeep&&ik.spaceBefore)lines2.push("");addCommentBefore(ctx,lines2,ik.commentBefore,chompKeep)}}chompKeep=false;let str2=stringify.stringify(
item,itemCtx,()=>comment2=null,()=>chompKeep=true);if(comment2)str2+=stringifyComment.lineComment(str2,itemIndent,commentString(comment2));if(chompKeep&&comment2)
chompKeep=false;lines2.push(blockItemPrefix+str2)}let str;if(lines2.length===0){str=flowChars.start+flowChars.end}else{str=lines2[0];for(let i=1;i<lines2.length;++i){
const line=lines2[i];str+=line?`
${indent}${line}`:"\n"}}if(comment){str+="\n"+stringifyComment.indentComment(commentString(comment),indent);if(onComment)onComment()}else if(chompKeep&&onChompKeep)
onChompKeep();return str}function stringifyFlowCollection({items},ctx,{flowChars,itemIndent}){const{indent,indentStep,flowCollectionPadding:fcPadding,options:{commentString}}=ctx;
itemIndent+=indentStep;const itemCtx=Object.assign({},ctx,{indent:itemIndent,inFlow:true,type:null});let reqNewline=false;let linesAtValue=0;const lines2=[];for(let i=0;i<
items.length;++i){const item=items[i];let comment=null;if(identity.isNode(item)){if(item.spaceBefore)lines2.push("");addCommentBefore(ctx,lines2,item.commentBefore,
false);if(item.comment)comment=item.comment}else if(identity.isPair(item)){const ik=identity.isNode(item.key)?item.key:null;if(ik){if(ik.spaceBefore)lines2.push(
"");addCommentBefore(ctx,lines2,ik.commentBefore,false);if(ik.comment)reqNewline=true}const iv=identity.isNode(item.value)?item.value:null;if(iv){if(iv.comment)
comment=iv.comment;if(iv.commentBefore)reqNewline=true}else if(item.value==null&&ik?.comment){comment=ik.comment}}if(comment)reqNewline=true;let str=stringify.stringify(
item,itemCtx,()=>comment=null);reqNewline||(reqNewline=lines2.length>linesAtValue||str.includes("\n"));if(i<items.length-1){str+=","}else if(ctx.options.trailingComma){
if(ctx.options.lineWidth>0){reqNewline||(reqNewline=lines2.reduce((sum,line)=>sum+line.length+2,2)+(str.length+2)>ctx.options.lineWidth)}if(reqNewline){str+=","}}
if(comment)str+=stringifyComment.lineComment(str,itemIndent,commentString(comment));lines2.push(str);linesAtValue=lines2.length}const{start,end}=flowChars;if(lines2.
length===0){return start+end}else{if(!reqNewline){const len=lines2.reduce((sum,line)=>sum+line.length+2,2);reqNewline=ctx.options.lineWidth>0&&len>ctx.options.lineWidth}
if(reqNewline){let str=start;for(const line of lines2)str+=line?`
${indentStep}${indent}${line}`:"\n";return`${str}
${indent}${end}`}else{return`${start}${fcPadding}${lines2.join(" ")}${fcPadding}${end}`}}}function addCommentBefore({indent,options:{commentString}},lines2,comment,chompKeep){
if(comment&&chompKeep)comment=comment.replace(/^\n+/,"");if(comment){const ic=stringifyComment.indentComment(commentString(comment),indent);lines2.push(ic.trimStart())}}
exports.stringifyCollection=stringifyCollection}});var require_YAMLMap=__commonJS({"node_modules/yaml/dist/nodes/YAMLMap.js"(exports){"use strict";var stringifyCollection=require_stringifyCollection();var addPairToJSMap=require_addPairToJSMap();
var Collection=require_Collection();var identity=require_identity();var Pair=require_Pair();var Scalar=require_Scalar();function findPair(items,key){const k=identity.
isScalar(key)?key.value:key;for(const it of items){if(identity.isPair(it)){if(it.key===key||it.key===k)return it;if(identity.isScalar(it.key)&&it.key.value===k)
return it}}return void 0}var YAMLMap=class extends Collection.Collection{static get tagName(){return"tag:yaml.org,2002:map"}constructor(schema){super(identity.MAP,
schema);this.items=[]}static from(schema,obj,ctx){const{keepUndefined,replacer}=ctx;const map=new this(schema);const add=(key,value)=>{if(typeof replacer==="fun\
ction")value=replacer.call(obj,key,value);else if(Array.isArray(replacer)&&!replacer.includes(key))return;if(value!==void 0||keepUndefined)map.items.push(Pair.createPair(
key,value,ctx))};if(obj instanceof Map){for(const[key,value]of obj)add(key,value)}else if(obj&&typeof obj==="object"){for(const key of Object.keys(obj))add(key,
obj[key])}if(typeof schema.sortMapEntries==="function"){map.items.sort(schema.sortMapEntries)}return map}add(pair,overwrite){let _pair;if(identity.isPair(pair))
_pair=pair;else if(!pair||typeof pair!=="object"||!("key"in pair)){_pair=new Pair.Pair(pair,pair?.value)}else _pair=new Pair.Pair(pair.key,pair.value);const prev=findPair(
this.items,_pair.key);const sortEntries=this.schema?.sortMapEntries;if(prev){if(!overwrite)throw new Error(`Key ${_pair.key} already set`);if(identity.isScalar(
prev.value)&&Scalar.isScalarValue(_pair.value))prev.value.value=_pair.value;else prev.value=_pair.value}else if(sortEntries){const i=this.items.findIndex(item=>sortEntries(
_pair,item)<0);if(i===-1)this.items.push(_pair);else this.items.splice(i,0,_pair)}else{this.items.push(_pair)}}delete(key){const it=findPair(this.items,key);if(!it)
return false;const del=this.items.splice(this.items.indexOf(it),1);return del.length>0}get(key,keepScalar){const it=findPair(this.items,key);const node=it?.value;
return(!keepScalar&&identity.isScalar(node)?node.value:node)??void 0}has(key){return!!findPair(this.items,key)}set(key,value){this.add(new Pair.Pair(key,value),
true)}toJSON(_,ctx,Type){const map=Type?new Type:ctx?.mapAsMap?new Map:{};if(ctx?.onCreate)ctx.onCreate(map);for(const item of this.items)addPairToJSMap.addPairToJSMap(
ctx,map,item);return map}toString(ctx,onComment,onChompKeep){if(!ctx)return JSON.stringify(this);for(const item of this.items){if(!identity.isPair(item))throw new Error(
`Map items must all be pairs; found ${JSON.stringify(item)} instead`)}if(!ctx.allNullValues&&this.hasAllNullValues(false))ctx=Object.assign({},ctx,{allNullValues:true});
return stringifyCollection.stringifyCollection(this,ctx,{blockItemPrefix:"",flowChars:{start:"{",end:"}"},itemIndent:ctx.indent||"",onChompKeep,onComment})}};exports.
YAMLMap=YAMLMap;exports.findPair=findPair}});var require_map=__commonJS({"node_modules/yaml/dist/schema/common/map.js"(exports){"use strict";var identity=require_identity();var YAMLMap=require_YAMLMap();var map={
collection:"map",default:true,nodeClass:YAMLMap.YAMLMap,tag:"tag:yaml.org,2002:map",resolve(map2,onError){if(!identity.isMap(map2))onError("Expected a mapping f\
or this tag");return map2},createNode:(schema,obj,ctx)=>YAMLMap.YAMLMap.from(schema,obj,ctx)};exports.map=map}});var require_YAMLSeq=__commonJS({"node_modules/yaml/dist/nodes/YAMLSeq.js"(exports){"use strict";var createNode=require_createNode();var stringifyCollection=require_stringifyCollection();
var Collection=require_Collection();var identity=require_identity();var Scalar=require_Scalar();var toJS=require_toJS();var YAMLSeq=class extends Collection.Collection{static get tagName(){
return"tag:yaml.org,2002:seq"}constructor(schema){super(identity.SEQ,schema);this.items=[]}add(value){this.items.push(value)}delete(key){const idx=asItemIndex(key);
if(typeof idx!=="number")return false;const del=this.items.splice(idx,1);return del.length>0}get(key,keepScalar){const idx=asItemIndex(key);if(typeof idx!=="num\
ber")return void 0;const it=this.items[idx];return!keepScalar&&identity.isScalar(it)?it.value:it}has(key){const idx=asItemIndex(key);return typeof idx==="number"&&
idx<this.items.length}set(key,value){const idx=asItemIndex(key);if(typeof idx!=="number")throw new Error(`Expected a valid index, not ${key}.`);const prev=this.
items[idx];if(identity.isScalar(prev)&&Scalar.isScalarValue(value))prev.value=value;else this.items[idx]=value}toJSON(_,ctx){const seq=[];if(ctx?.onCreate)ctx.onCreate(
seq);let i=0;for(const item of this.items)seq.push(toJS.toJS(item,String(i++),ctx));return seq}toString(ctx,onComment,onChompKeep){if(!ctx)return JSON.stringify(
this);return stringifyCollection.stringifyCollection(this,ctx,{blockItemPrefix:"- ",flowChars:{start:"[",end:"]"},itemIndent:(ctx.indent||"")+"  ",onChompKeep,onComment})}static from(schema,obj,ctx){
const{replacer}=ctx;const seq=new this(schema);if(obj&&Symbol.iterator in Object(obj)){let i=0;for(let it of obj){if(typeof replacer==="function"){const key=obj instanceof
Set?it:String(i++);it=replacer.call(obj,key,it)}seq.items.push(createNode.createNode(it,void 0,ctx))}}return seq}};function asItemIndex(key){let idx=identity.isScalar(
key)?key.value:key;if(idx&&typeof idx==="string")idx=Number(idx);return typeof idx==="number"&&Number.isInteger(idx)&&idx>=0?idx:null}exports.YAMLSeq=YAMLSeq}});var require_seq=__commonJS({"node_modules/yaml/dist/schema/common/seq.js"(exports){"use strict";var identity=require_identity();var YAMLSeq=require_YAMLSeq();var seq={
collection:"seq",default:true,nodeClass:YAMLSeq.YAMLSeq,tag:"tag:yaml.org,2002:seq",resolve(seq2,onError){if(!identity.isSeq(seq2))onError("Expected a sequence \
for this tag");return seq2},createNode:(schema,obj,ctx)=>YAMLSeq.YAMLSeq.from(schema,obj,ctx)};exports.seq=seq}});var require_string=__commonJS({"node_modules/yaml/dist/schema/common/string.js"(exports){"use strict";var stringifyString=require_stringifyString();var string={
identify:value=>typeof value==="string",default:true,tag:"tag:yaml.org,2002:str",resolve:str=>str,stringify(item,ctx,onComment,onChompKeep){ctx=Object.assign({actualString:true},
ctx);return stringifyString.stringifyString(item,ctx,onComment,onChompKeep)}};exports.string=string}});var require_null=__commonJS({"node_modules/yaml/dist/schema/common/null.js"(exports){"use strict";var Scalar=require_Scalar();var nullTag={identify:value=>value==
null,createNode:()=>new Scalar.Scalar(null),default:true,tag:"tag:yaml.org,2002:null",test:/^(?:~|[Nn]ull|NULL)?$/,resolve:()=>new Scalar.Scalar(null),stringify:({
source},ctx)=>typeof source==="string"&&nullTag.test.test(source)?source:ctx.options.nullStr};exports.nullTag=nullTag}});var require_bool=__commonJS({"node_modules/yaml/dist/schema/core/bool.js"(exports){"use strict";var Scalar=require_Scalar();var boolTag={identify:value=>typeof value===
"boolean",default:true,tag:"tag:yaml.org,2002:bool",test:/^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,resolve:str=>new Scalar.Scalar(str[0]==="t"||str[0]==="T"),stringify({
source,value},ctx){if(source&&boolTag.test.test(source)){const sv=source[0]==="t"||source[0]==="T";if(value===sv)return source}return value?ctx.options.trueStr:
ctx.options.falseStr}};exports.boolTag=boolTag}});var require_stringifyNumber=__commonJS({"node_modules/yaml/dist/stringify/stringifyNumber.js"(exports){"use strict";function stringifyNumber({format,minFractionDigits,
tag,value}){if(typeof value==="bigint")return String(value);const num=typeof value==="number"?value:Number(value);if(!isFinite(num))return isNaN(num)?".nan":num<
0?"-.inf":".inf";let n=Object.is(value,-0)?"-0":JSON.stringify(value);if(!format&&minFractionDigits&&(!tag||tag==="tag:yaml.org,2002:float")&&/^-?\d/.test(n)&&!n.
includes("e")){let i=n.indexOf(".");if(i<0){i=n.length;n+="."}let d=minFractionDigits-(n.length-i-1);while(d-- >0)n+="0"}return n}exports.stringifyNumber=stringifyNumber}});var require_float=__commonJS({"node_modules/yaml/dist/schema/core/float.js"(exports){"use strict";var Scalar=require_Scalar();var stringifyNumber=require_stringifyNumber();
var floatNaN={identify:value=>typeof value==="number",default:true,tag:"tag:yaml.org,2002:float",test:/^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,resolve:str=>str.
slice(-3).toLowerCase()==="nan"?NaN:str[0]==="-"?Number.NEGATIVE_INFINITY:Number.POSITIVE_INFINITY,stringify:stringifyNumber.stringifyNumber};var floatExp={identify:value=>typeof value===
"number",default:true,tag:"tag:yaml.org,2002:float",format:"EXP",test:/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,resolve:str=>parseFloat(str),stringify(node){
const num=Number(node.value);return isFinite(num)?num.toExponential():stringifyNumber.stringifyNumber(node)}};var float={identify:value=>typeof value==="number",
default:true,tag:"tag:yaml.org,2002:float",test:/^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,resolve(str){const node=new Scalar.Scalar(parseFloat(str));const dot=str.indexOf(
".");if(dot!==-1&&str[str.length-1]==="0")node.minFractionDigits=str.length-dot-1;return node},stringify:stringifyNumber.stringifyNumber};exports.float=float;exports.
floatExp=floatExp;exports.floatNaN=floatNaN}});var require_int=__commonJS({"node_modules/yaml/dist/schema/core/int.js"(exports){"use strict";var stringifyNumber=require_stringifyNumber();var intIdentify=value=>typeof value===
"bigint"||Number.isInteger(value);var intResolve=(str,offset,radix,{intAsBigInt})=>intAsBigInt?BigInt(str):parseInt(str.substring(offset),radix);function intStringify(node,radix,prefix){
const{value}=node;if(intIdentify(value)&&value>=0)return prefix+value.toString(radix);return stringifyNumber.stringifyNumber(node)}var intOct={identify:value=>intIdentify(
value)&&value>=0,default:true,tag:"tag:yaml.org,2002:int",format:"OCT",test:/^0o[0-7]+$/,resolve:(str,_onError,opt)=>intResolve(str,2,8,opt),stringify:node=>intStringify(
node,8,"0o")};var int={identify:intIdentify,default:true,tag:"tag:yaml.org,2002:int",test:/^[-+]?[0-9]+$/,resolve:(str,_onError,opt)=>intResolve(str,0,10,opt),stringify:stringifyNumber.
stringifyNumber};var intHex={identify:value=>intIdentify(value)&&value>=0,default:true,tag:"tag:yaml.org,2002:int",format:"HEX",test:/^0x[0-9a-fA-F]+$/,resolve:(str,_onError,opt)=>intResolve(
str,2,16,opt),stringify:node=>intStringify(node,16,"0x")};exports.int=int;exports.intHex=intHex;exports.intOct=intOct}});var require_schema=__commonJS({"node_modules/yaml/dist/schema/core/schema.js"(exports){"use strict";var map=require_map();var _null=require_null();var seq=require_seq();
var string=require_string();var bool=require_bool();var float=require_float();var int=require_int();var schema=[map.map,seq.seq,string.string,_null.nullTag,bool.
boolTag,int.intOct,int.int,int.intHex,float.floatNaN,float.floatExp,float.float];exports.schema=schema}});var require_schema2=__commonJS({"node_modules/yaml/dist/schema/json/schema.js"(exports){"use strict";var Scalar=require_Scalar();var map=require_map();var seq=require_seq();
function intIdentify(value){return typeof value==="bigint"||Number.isInteger(value)}var stringifyJSON=({value})=>JSON.stringify(value);var jsonScalars=[{identify:value=>typeof value===
"string",default:true,tag:"tag:yaml.org,2002:str",resolve:str=>str,stringify:stringifyJSON},{identify:value=>value==null,createNode:()=>new Scalar.Scalar(null),
default:true,tag:"tag:yaml.org,2002:null",test:/^null$/,resolve:()=>null,stringify:stringifyJSON},{identify:value=>typeof value==="boolean",default:true,tag:"ta\
g:yaml.org,2002:bool",test:/^true$|^false$/,resolve:str=>str==="true",stringify:stringifyJSON},{identify:intIdentify,default:true,tag:"tag:yaml.org,2002:int",test:/^-?(?:0|[1-9][0-9]*)$/,
resolve:(str,_onError,{intAsBigInt})=>intAsBigInt?BigInt(str):parseInt(str,10),stringify:({value})=>intIdentify(value)?value.toString():JSON.stringify(value)},{
identify:value=>typeof value==="number",default:true,tag:"tag:yaml.org,2002:float",test:/^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,resolve:str=>parseFloat(
str),stringify:stringifyJSON}];var jsonError={default:true,tag:"",test:/^/,resolve(str,onError){onError(`Unresolved plain scalar ${JSON.stringify(str)}`);return str}};
var schema=[map.map,seq.seq].concat(jsonScalars,jsonError);exports.schema=schema}});var require_binary=__commonJS({"node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports){"use strict";var node_buffer=__require("buffer");var Scalar=require_Scalar();
var stringifyString=require_stringifyString();var binary2={identify:value=>value instanceof Uint8Array,default:false,tag:"tag:yaml.org,2002:binary",resolve(src,onError){
if(typeof node_buffer.Buffer==="function"){return node_buffer.Buffer.from(src,"base64")}else if(typeof atob==="function"){const str=atob(src.replace(/[\n\r]/g,""));
const buffer=new Uint8Array(str.length);for(let i=0;i<str.length;++i)buffer[i]=str.charCodeAt(i);return buffer}else{onError("This environment does not support r\
eading binary tags; either Buffer or atob is required");return src}},stringify({comment,type,value},ctx,onComment,onChompKeep){if(!value)return"";const buf=value;
let str;if(typeof node_buffer.Buffer==="function"){str=buf instanceof node_buffer.Buffer?buf.toString("base64"):node_buffer.Buffer.from(buf.buffer).toString("ba\
se64")}else if(typeof btoa==="function"){let s="";for(let i=0;i<buf.length;++i)s+=String.fromCharCode(buf[i]);str=btoa(s)}else{throw new Error("This environment\
 does not support writing binary tags; either Buffer or btoa is required")}type??(type=Scalar.Scalar.BLOCK_LITERAL);if(type!==Scalar.Scalar.QUOTE_DOUBLE){const lineWidth=Math.
max(ctx.options.lineWidth-ctx.indent.length,ctx.options.minContentWidth);const n=Math.ceil(str.length/lineWidth);const lines2=new Array(n);for(let i=0,o=0;i<n;++i,
o+=lineWidth){lines2[i]=str.substr(o,lineWidth)}str=lines2.join(type===Scalar.Scalar.BLOCK_LITERAL?"\n":" ")}return stringifyString.stringifyString({comment,type,
value:str},ctx,onComment,onChompKeep)}};exports.binary=binary2}});var require_pairs=__commonJS({"node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports){"use strict";var identity=require_identity();var Pair=require_Pair();var Scalar=require_Scalar();
var YAMLSeq=require_YAMLSeq();function resolvePairs(seq,onError){if(identity.isSeq(seq)){for(let i=0;i<seq.items.length;++i){let item=seq.items[i];if(identity.isPair(
item))continue;else if(identity.isMap(item)){if(item.items.length>1)onError("Each pair must have its own sequence indicator");const pair=item.items[0]||new Pair.
Pair(new Scalar.Scalar(null));if(item.commentBefore)pair.key.commentBefore=pair.key.commentBefore?`${item.commentBefore}
${pair.key.commentBefore}`:item.commentBefore;if(item.comment){const cn=pair.value??pair.key;cn.comment=cn.comment?`${item.comment}
${cn.comment}`:item.comment}item=pair}seq.items[i]=identity.isPair(item)?item:new Pair.Pair(item)}}else onError("Expected a sequence for this tag");return seq}function createPairs(schema,iterable,ctx){
const{replacer}=ctx;const pairs2=new YAMLSeq.YAMLSeq(schema);pairs2.tag="tag:yaml.org,2002:pairs";let i=0;if(iterable&&Symbol.iterator in Object(iterable))for(let it of iterable){
if(typeof replacer==="function")it=replacer.call(iterable,String(i++),it);let key,value;if(Array.isArray(it)){if(it.length===2){key=it[0];value=it[1]}else throw new TypeError(
`Expected [key, value] tuple: ${it}`)}else if(it&&it instanceof Object){const keys=Object.keys(it);if(keys.length===1){key=keys[0];value=it[key]}else{throw new TypeError(
`Expected tuple with one key, not ${keys.length} keys`)}}else{key=it}pairs2.items.push(Pair.createPair(key,value,ctx))}return pairs2}var pairs={collection:"seq",
default:false,tag:"tag:yaml.org,2002:pairs",resolve:resolvePairs,createNode:createPairs};exports.createPairs=createPairs;exports.pairs=pairs;exports.resolvePairs=
resolvePairs}});var require_omap=__commonJS({"node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports){"use strict";var identity=require_identity();var toJS=require_toJS();var YAMLMap=require_YAMLMap();
var YAMLSeq=require_YAMLSeq();var pairs=require_pairs();var YAMLOMap=class _YAMLOMap extends YAMLSeq.YAMLSeq{constructor(){super();this.add=YAMLMap.YAMLMap.prototype.
add.bind(this);this.delete=YAMLMap.YAMLMap.prototype.delete.bind(this);this.get=YAMLMap.YAMLMap.prototype.get.bind(this);this.has=YAMLMap.YAMLMap.prototype.has.
bind(this);this.set=YAMLMap.YAMLMap.prototype.set.bind(this);this.tag=_YAMLOMap.tag}toJSON(_,ctx){if(!ctx)return super.toJSON(_);const map=new Map;if(ctx?.onCreate)
ctx.onCreate(map);for(const pair of this.items){let key,value;if(identity.isPair(pair)){key=toJS.toJS(pair.key,"",ctx);value=toJS.toJS(pair.value,key,ctx)}else{
key=toJS.toJS(pair,"",ctx)}if(map.has(key))throw new Error("Ordered maps must not include duplicate keys");map.set(key,value)}return map}static from(schema,iterable,ctx){
const pairs$1=pairs.createPairs(schema,iterable,ctx);const omap2=new this;omap2.items=pairs$1.items;return omap2}};YAMLOMap.tag="tag:yaml.org,2002:omap";var omap={
collection:"seq",identify:value=>value instanceof Map,nodeClass:YAMLOMap,default:false,tag:"tag:yaml.org,2002:omap",resolve(seq,onError){const pairs$1=pairs.resolvePairs(
seq,onError);const seenKeys=[];for(const{key}of pairs$1.items){if(identity.isScalar(key)){if(seenKeys.includes(key.value)){onError(`Ordered maps must not includ\
e duplicate keys: ${key.value}`)}else{seenKeys.push(key.value)}}}return Object.assign(new YAMLOMap,pairs$1)},createNode:(schema,iterable,ctx)=>YAMLOMap.from(schema,
iterable,ctx)};exports.YAMLOMap=YAMLOMap;exports.omap=omap}});var require_bool2=__commonJS({"node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports){"use strict";var Scalar=require_Scalar();function boolStringify({value,source},ctx){
const boolObj=value?trueTag:falseTag;if(source&&boolObj.test.test(source))return source;return value?ctx.options.trueStr:ctx.options.falseStr}var trueTag={identify:value=>value===
true,default:true,tag:"tag:yaml.org,2002:bool",test:/^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,resolve:()=>new Scalar.Scalar(true),stringify:boolStringify};var falseTag={
identify:value=>value===false,default:true,tag:"tag:yaml.org,2002:bool",test:/^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,resolve:()=>new Scalar.Scalar(false),
stringify:boolStringify};exports.falseTag=falseTag;exports.trueTag=trueTag}});var require_float2=__commonJS({"node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports){"use strict";var Scalar=require_Scalar();var stringifyNumber=require_stringifyNumber();
var floatNaN={identify:value=>typeof value==="number",default:true,tag:"tag:yaml.org,2002:float",test:/^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,resolve:str=>str.
slice(-3).toLowerCase()==="nan"?NaN:str[0]==="-"?Number.NEGATIVE_INFINITY:Number.POSITIVE_INFINITY,stringify:stringifyNumber.stringifyNumber};var floatExp={identify:value=>typeof value===
"number",default:true,tag:"tag:yaml.org,2002:float",format:"EXP",test:/^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,resolve:str=>parseFloat(str.replace(
/_/g,"")),stringify(node){const num=Number(node.value);return isFinite(num)?num.toExponential():stringifyNumber.stringifyNumber(node)}};var float={identify:value=>typeof value===
"number",default:true,tag:"tag:yaml.org,2002:float",test:/^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,resolve(str){const node=new Scalar.Scalar(parseFloat(str.replace(/_/g,
"")));const dot=str.indexOf(".");if(dot!==-1){const f=str.substring(dot+1).replace(/_/g,"");if(f[f.length-1]==="0")node.minFractionDigits=f.length}return node},
stringify:stringifyNumber.stringifyNumber};exports.float=float;exports.floatExp=floatExp;exports.floatNaN=floatNaN}});var require_int2=__commonJS({"node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports){"use strict";var stringifyNumber=require_stringifyNumber();var intIdentify=value=>typeof value===
"bigint"||Number.isInteger(value);function intResolve(str,offset,radix,{intAsBigInt}){const sign=str[0];if(sign==="-"||sign==="+")offset+=1;str=str.substring(offset).
replace(/_/g,"");if(intAsBigInt){switch(radix){case 2:str=`0b${str}`;break;case 8:str=`0o${str}`;break;case 16:str=`0x${str}`;break}const n2=BigInt(str);return sign===
"-"?BigInt(-1)*n2:n2}const n=parseInt(str,radix);return sign==="-"?-1*n:n}function intStringify(node,radix,prefix){const{value}=node;if(intIdentify(value)){const str=value.
toString(radix);return value<0?"-"+prefix+str.substr(1):prefix+str}return stringifyNumber.stringifyNumber(node)}var intBin={identify:intIdentify,default:true,tag:"\
tag:yaml.org,2002:int",format:"BIN",test:/^[-+]?0b[0-1_]+$/,resolve:(str,_onError,opt)=>intResolve(str,2,2,opt),stringify:node=>intStringify(node,2,"0b")};var intOct={
identify:intIdentify,default:true,tag:"tag:yaml.org,2002:int",format:"OCT",test:/^[-+]?0[0-7_]+$/,resolve:(str,_onError,opt)=>intResolve(str,1,8,opt),stringify:node=>intStringify(
node,8,"0")};var int={identify:intIdentify,default:true,tag:"tag:yaml.org,2002:int",test:/^[-+]?[0-9][0-9_]*$/,resolve:(str,_onError,opt)=>intResolve(str,0,10,opt),
stringify:stringifyNumber.stringifyNumber};var intHex={identify:intIdentify,default:true,tag:"tag:yaml.org,2002:int",format:"HEX",test:/^[-+]?0x[0-9a-fA-F_]+$/,
resolve:(str,_onError,opt)=>intResolve(str,2,16,opt),stringify:node=>intStringify(node,16,"0x")};exports.int=int;exports.intBin=intBin;exports.intHex=intHex;exports.
intOct=intOct}});var require_set=__commonJS({"node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports){"use strict";var identity=require_identity();var Pair=require_Pair();var YAMLMap=require_YAMLMap();
var YAMLSet=class _YAMLSet extends YAMLMap.YAMLMap{constructor(schema){super(schema);this.tag=_YAMLSet.tag}add(key){let pair;if(identity.isPair(key))pair=key;else if(key&&
typeof key==="object"&&"key"in key&&"value"in key&&key.value===null)pair=new Pair.Pair(key.key,null);else pair=new Pair.Pair(key,null);const prev=YAMLMap.findPair(
this.items,pair.key);if(!prev)this.items.push(pair)}get(key,keepPair){const pair=YAMLMap.findPair(this.items,key);return!keepPair&&identity.isPair(pair)?identity.
isScalar(pair.key)?pair.key.value:pair.key:pair}set(key,value){if(typeof value!=="boolean")throw new Error(`Expected boolean value for set(key, value) in a YAML\
 set, not ${typeof value}`);const prev=YAMLMap.findPair(this.items,key);if(prev&&!value){this.items.splice(this.items.indexOf(prev),1)}else if(!prev&&value){this.
items.push(new Pair.Pair(key))}}toJSON(_,ctx){return super.toJSON(_,ctx,Set)}toString(ctx,onComment,onChompKeep){if(!ctx)return JSON.stringify(this);if(this.hasAllNullValues(
true))return super.toString(Object.assign({},ctx,{allNullValues:true}),onComment,onChompKeep);else throw new Error("Set items must all have null values")}static from(schema,iterable,ctx){
const{replacer}=ctx;const set2=new this(schema);if(iterable&&Symbol.iterator in Object(iterable))for(let value of iterable){if(typeof replacer==="function")value=
replacer.call(iterable,value,value);set2.items.push(Pair.createPair(value,null,ctx))}return set2}};YAMLSet.tag="tag:yaml.org,2002:set";var set={collection:"map",
identify:value=>value instanceof Set,nodeClass:YAMLSet,default:false,tag:"tag:yaml.org,2002:set",createNode:(schema,iterable,ctx)=>YAMLSet.from(schema,iterable,
ctx),resolve(map,onError){if(identity.isMap(map)){if(map.hasAllNullValues(true))return Object.assign(new YAMLSet,map);else onError("Set items must all have null\
 values")}else onError("Expected a mapping for this tag");return map}};exports.YAMLSet=YAMLSet;exports.set=set}});var require_timestamp=__commonJS({"node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports){"use strict";var stringifyNumber=require_stringifyNumber();function parseSexagesimal(str,asBigInt){
const sign=str[0];const parts=sign==="-"||sign==="+"?str.substring(1):str;const num=n=>asBigInt?BigInt(n):Number(n);const res=parts.replace(/_/g,"").split(":").
reduce((res2,p)=>res2*num(60)+num(p),num(0));return sign==="-"?num(-1)*res:res}function stringifySexagesimal(node){let{value}=node;let num=n=>n;if(typeof value===
"bigint")num=n=>BigInt(n);else if(isNaN(value)||!isFinite(value))return stringifyNumber.stringifyNumber(node);let sign="";if(value<0){sign="-";value*=num(-1)}const _60=num(
60);const parts=[value%_60];if(value<60){parts.unshift(0)}else{value=(value-parts[0])/_60;parts.unshift(value%_60);if(value>=60){value=(value-parts[0])/_60;parts.
unshift(value)}}return sign+parts.map(n=>String(n).padStart(2,"0")).join(":").replace(/000000\d*$/,"")}var intTime={identify:value=>typeof value==="bigint"||Number.
isInteger(value),default:true,tag:"tag:yaml.org,2002:int",format:"TIME",test:/^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,resolve:(str,_onError,{intAsBigInt})=>parseSexagesimal(
str,intAsBigInt),stringify:stringifySexagesimal};var floatTime={identify:value=>typeof value==="number",default:true,tag:"tag:yaml.org,2002:float",format:"TIME",
test:/^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,resolve:str=>parseSexagesimal(str,false),stringify:stringifySexagesimal};var timestamp={identify:value=>value instanceof
Date,default:true,tag:"tag:yaml.org,2002:timestamp",test:RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[\
0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),resolve(str){const match=str.match(timestamp.test);if(!match)throw new Error("!!timestamp expects a d\
ate, starting with yyyy-mm-dd");const[,year,month,day,hour,minute,second]=match.map(Number);const millisec=match[7]?Number((match[7]+"00").substr(1,3)):0;let date=Date.
UTC(year,month-1,day,hour||0,minute||0,second||0,millisec);const tz=match[8];if(tz&&tz!=="Z"){let d=parseSexagesimal(tz,false);if(Math.abs(d)<30)d*=60;date-=6e4*
d}return new Date(date)},stringify:({value})=>value?.toISOString().replace(/(T00:00:00)?\.000Z$/,"")??""};exports.floatTime=floatTime;exports.intTime=intTime;exports.
timestamp=timestamp}});var require_schema3=__commonJS({"node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports){"use strict";var map=require_map();var _null=require_null();var seq=require_seq();
var string=require_string();var binary2=require_binary();var bool=require_bool2();var float=require_float2();var int=require_int2();var merge=require_merge();var omap=require_omap();
var pairs=require_pairs();var set=require_set();var timestamp=require_timestamp();var schema=[map.map,seq.seq,string.string,_null.nullTag,bool.trueTag,bool.falseTag,
int.intBin,int.intOct,int.int,int.intHex,float.floatNaN,float.floatExp,float.float,binary2.binary,merge.merge,omap.omap,pairs.pairs,set.set,timestamp.intTime,timestamp.
floatTime,timestamp.timestamp];exports.schema=schema}});var require_tags=__commonJS({"node_modules/yaml/dist/schema/tags.js"(exports){"use strict";var map=require_map();var _null=require_null();var seq=require_seq();
var string=require_string();var bool=require_bool();var float=require_float();var int=require_int();var schema=require_schema();var schema$1=require_schema2();var binary2=require_binary();
var merge=require_merge();var omap=require_omap();var pairs=require_pairs();var schema$2=require_schema3();var set=require_set();var timestamp=require_timestamp();
var schemas=new Map([["core",schema.schema],["failsafe",[map.map,seq.seq,string.string]],["json",schema$1.schema],["yaml11",schema$2.schema],["yaml-1.1",schema$2.
schema]]);var tagsByName={binary:binary2.binary,bool:bool.boolTag,float:float.float,floatExp:float.floatExp,floatNaN:float.floatNaN,floatTime:timestamp.floatTime,
int:int.int,intHex:int.intHex,intOct:int.intOct,intTime:timestamp.intTime,map:map.map,merge:merge.merge,null:_null.nullTag,omap:omap.omap,pairs:pairs.pairs,seq:seq.
seq,set:set.set,timestamp:timestamp.timestamp};var coreKnownTags={"tag:yaml.org,2002:binary":binary2.binary,"tag:yaml.org,2002:merge":merge.merge,"tag:yaml.org,\
2002:omap":omap.omap,"tag:yaml.org,2002:pairs":pairs.pairs,"tag:yaml.org,2002:set":set.set,"tag:yaml.org,2002:timestamp":timestamp.timestamp};function getTags(customTags,schemaName,addMergeTag){
const schemaTags=schemas.get(schemaName);if(schemaTags&&!customTags){return addMergeTag&&!schemaTags.includes(merge.merge)?schemaTags.concat(merge.merge):schemaTags.
slice()}let tags=schemaTags;if(!tags){if(Array.isArray(customTags))tags=[];else{const keys=Array.from(schemas.keys()).filter(key=>key!=="yaml11").map(key=>JSON.
stringify(key)).join(", ");throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`)}}if(Array.isArray(customTags)){for(const tag of customTags)
tags=tags.concat(tag)}else if(typeof customTags==="function"){tags=customTags(tags.slice())}if(addMergeTag)tags=tags.concat(merge.merge);return tags.reduce((tags2,tag)=>{
const tagObj=typeof tag==="string"?tagsByName[tag]:tag;if(!tagObj){const tagName=JSON.stringify(tag);const keys=Object.keys(tagsByName).map(key=>JSON.stringify(
key)).join(", ");throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`)}if(!tags2.includes(tagObj))tags2.push(tagObj);return tags2},[])}exports.coreKnownTags=
coreKnownTags;exports.getTags=getTags}});var require_Schema=__commonJS({"node_modules/yaml/dist/schema/Schema.js"(exports){"use strict";var identity=require_identity();var map=require_map();var seq=require_seq();
var string=require_string();var tags=require_tags();var sortMapEntriesByKey=(a,b)=>a.key<b.key?-1:a.key>b.key?1:0;var Schema=class _Schema{constructor({compat,customTags,
merge,resolveKnownTags,schema,sortMapEntries,toStringDefaults}){this.compat=Array.isArray(compat)?tags.getTags(compat,"compat"):compat?tags.getTags(null,compat):
null;this.name=typeof schema==="string"&&schema||"core";this.knownTags=resolveKnownTags?tags.coreKnownTags:{};this.tags=tags.getTags(customTags,this.name,merge);
this.toStringOptions=toStringDefaults??null;Object.defineProperty(this,identity.MAP,{value:map.map});Object.defineProperty(this,identity.SCALAR,{value:string.string});
Object.defineProperty(this,identity.SEQ,{value:seq.seq});this.sortMapEntries=typeof sortMapEntries==="function"?sortMapEntries:sortMapEntries===true?sortMapEntriesByKey:
null}clone(){const copy=Object.create(_Schema.prototype,Object.getOwnPropertyDescriptors(this));copy.tags=this.tags.slice();return copy}};exports.Schema=Schema}});var require_stringifyDocument=__commonJS({"node_modules/yaml/dist/stringify/stringifyDocument.js"(exports){"use strict";var identity=require_identity();var stringify=require_stringify();
var stringifyComment=require_stringifyComment();function stringifyDocument(doc,options2){const lines2=[];let hasDirectives=options2.directives===true;if(options2.
directives!==false&&doc.directives){const dir=doc.directives.toString(doc);if(dir){lines2.push(dir);hasDirectives=true}else if(doc.directives.docStart)hasDirectives=
true}if(hasDirectives)lines2.push("---");const ctx=stringify.createStringifyContext(doc,options2);const{commentString}=ctx.options;if(doc.commentBefore){if(lines2.
length!==1)lines2.unshift("");const cs=commentString(doc.commentBefore);lines2.unshift(stringifyComment.indentComment(cs,""))}let chompKeep=false;let contentComment=null;
if(doc.contents){if(identity.isNode(doc.contents)){if(doc.contents.spaceBefore&&hasDirectives)lines2.push("");if(doc.contents.commentBefore){const cs=commentString(
doc.contents.commentBefore);lines2.push(stringifyComment.indentComment(cs,""))}ctx.forceBlockIndent=!!doc.comment;contentComment=doc.contents.comment}const onChompKeep=contentComment?
void 0:()=>chompKeep=true;let body=stringify.stringify(doc.contents,ctx,()=>contentComment=null,onChompKeep);if(contentComment)body+=stringifyComment.lineComment(
body,"",commentString(contentComment));if((body[0]==="|"||body[0]===">")&&lines2[lines2.length-1]==="---"){lines2[lines2.length-1]=`--- ${body}`}else lines2.push(
body)}else{lines2.push(stringify.stringify(doc.contents,ctx))}if(doc.directives?.docEnd){if(doc.comment){const cs=commentString(doc.comment);if(cs.includes("\n")){
lines2.push("...");lines2.push(stringifyComment.indentComment(cs,""))}else{lines2.push(`... ${cs}`)}}else{lines2.push("...")}}else{let dc=doc.comment;if(dc&&chompKeep)
dc=dc.replace(/^\n+/,"");if(dc){if((!chompKeep||contentComment)&&lines2[lines2.length-1]!=="")lines2.push("");lines2.push(stringifyComment.indentComment(commentString(
dc),""))}}return lines2.join("\n")+"\n"}exports.stringifyDocument=stringifyDocument}});var require_Document=__commonJS({"node_modules/yaml/dist/doc/Document.js"(exports){"use strict";var Alias=require_Alias();var Collection=require_Collection();var identity=require_identity();
var Pair=require_Pair();var toJS=require_toJS();var Schema=require_Schema();var stringifyDocument=require_stringifyDocument();var anchors=require_anchors();var applyReviver=require_applyReviver();
var createNode=require_createNode();var directives=require_directives();var Document=class _Document{constructor(value,replacer,options2){this.commentBefore=null;
this.comment=null;this.errors=[];this.warnings=[];Object.defineProperty(this,identity.NODE_TYPE,{value:identity.DOC});let _replacer=null;if(typeof replacer==="f\
unction"||Array.isArray(replacer)){_replacer=replacer}else if(options2===void 0&&replacer){options2=replacer;replacer=void 0}const opt=Object.assign({intAsBigInt:false,
keepSourceTokens:false,logLevel:"warn",prettyErrors:true,strict:true,stringKeys:false,uniqueKeys:true,version:"1.2"},options2);this.options=opt;let{version}=opt;
if(options2?._directives){this.directives=options2._directives.atDocument();if(this.directives.yaml.explicit)version=this.directives.yaml.version}else this.directives=
new directives.Directives({version});this.setSchema(version,options2);this.contents=value===void 0?null:this.createNode(value,_replacer,options2)}clone(){const copy=Object.
create(_Document.prototype,{[identity.NODE_TYPE]:{value:identity.DOC}});copy.commentBefore=this.commentBefore;copy.comment=this.comment;copy.errors=this.errors.
slice();copy.warnings=this.warnings.slice();copy.options=Object.assign({},this.options);if(this.directives)copy.directives=this.directives.clone();copy.schema=this.
schema.clone();copy.contents=identity.isNode(this.contents)?this.contents.clone(copy.schema):this.contents;if(this.range)copy.range=this.range.slice();return copy}add(value){
if(assertCollection(this.contents))this.contents.add(value)}addIn(path,value){if(assertCollection(this.contents))this.contents.addIn(path,value)}createAlias(node,name){
if(!node.anchor){const prev=anchors.anchorNames(this);node.anchor=!name||prev.has(name)?anchors.findNewAnchor(name||"a",prev):name}return new Alias.Alias(node.anchor)}createNode(value,replacer,options2){
let _replacer=void 0;if(typeof replacer==="function"){value=replacer.call({"":value},"",value);_replacer=replacer}else if(Array.isArray(replacer)){const keyToStr=v=>typeof v===
"number"||v instanceof String||v instanceof Number;const asStr=replacer.filter(keyToStr).map(String);if(asStr.length>0)replacer=replacer.concat(asStr);_replacer=
replacer}else if(options2===void 0&&replacer){options2=replacer;replacer=void 0}const{aliasDuplicateObjects,anchorPrefix,flow,keepUndefined,onTagObj,tag}=options2??
{};const{onAnchor,setAnchors,sourceObjects}=anchors.createNodeAnchors(this,anchorPrefix||"a");const ctx={aliasDuplicateObjects:aliasDuplicateObjects??true,keepUndefined:keepUndefined??
false,onAnchor,onTagObj,replacer:_replacer,schema:this.schema,sourceObjects};const node=createNode.createNode(value,tag,ctx);if(flow&&identity.isCollection(node))
node.flow=true;setAnchors();return node}createPair(key,value,options2={}){const k=this.createNode(key,null,options2);const v=this.createNode(value,null,options2);
return new Pair.Pair(k,v)}delete(key){return assertCollection(this.contents)?this.contents.delete(key):false}deleteIn(path){if(Collection.isEmptyPath(path)){if(this.
contents==null)return false;this.contents=null;return true}return assertCollection(this.contents)?this.contents.deleteIn(path):false}get(key,keepScalar){return identity.
isCollection(this.contents)?this.contents.get(key,keepScalar):void 0}getIn(path,keepScalar){if(Collection.isEmptyPath(path))return!keepScalar&&identity.isScalar(
this.contents)?this.contents.value:this.contents;return identity.isCollection(this.contents)?this.contents.getIn(path,keepScalar):void 0}has(key){return identity.
isCollection(this.contents)?this.contents.has(key):false}hasIn(path){if(Collection.isEmptyPath(path))return this.contents!==void 0;return identity.isCollection(
this.contents)?this.contents.hasIn(path):false}set(key,value){if(this.contents==null){this.contents=Collection.collectionFromPath(this.schema,[key],value)}else if(assertCollection(
this.contents)){this.contents.set(key,value)}}setIn(path,value){if(Collection.isEmptyPath(path)){this.contents=value}else if(this.contents==null){this.contents=
Collection.collectionFromPath(this.schema,Array.from(path),value)}else if(assertCollection(this.contents)){this.contents.setIn(path,value)}}setSchema(version,options2={}){
if(typeof version==="number")version=String(version);let opt;switch(version){case"1.1":if(this.directives)this.directives.yaml.version="1.1";else this.directives=
new directives.Directives({version:"1.1"});opt={resolveKnownTags:false,schema:"yaml-1.1"};break;case"1.2":case"next":if(this.directives)this.directives.yaml.version=
version;else this.directives=new directives.Directives({version});opt={resolveKnownTags:true,schema:"core"};break;case null:if(this.directives)delete this.directives;
opt=null;break;default:{const sv=JSON.stringify(version);throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`)}}if(options2.schema instanceof
Object)this.schema=options2.schema;else if(opt)this.schema=new Schema.Schema(Object.assign(opt,options2));else throw new Error(`With a null YAML version, the { \
schema: Schema } option is required`)}toJS({json,jsonArg,mapAsMap,maxAliasCount,onAnchor,reviver}={}){const ctx={anchors:new Map,doc:this,keep:!json,mapAsMap:mapAsMap===
true,mapKeyWarned:false,maxAliasCount:typeof maxAliasCount==="number"?maxAliasCount:100};const res=toJS.toJS(this.contents,jsonArg??"",ctx);if(typeof onAnchor===
"function")for(const{count:count2,res:res2}of ctx.anchors.values())onAnchor(res2,count2);return typeof reviver==="function"?applyReviver.applyReviver(reviver,{"":res},
"",res):res}toJSON(jsonArg,onAnchor){return this.toJS({json:true,jsonArg,mapAsMap:false,onAnchor})}toString(options2={}){if(this.errors.length>0)throw new Error(
"Document with errors cannot be stringified");if("indent"in options2&&(!Number.isInteger(options2.indent)||Number(options2.indent)<=0)){const s=JSON.stringify(options2.
indent);throw new Error(`"indent" option must be a positive integer, not ${s}`)}return stringifyDocument.stringifyDocument(this,options2)}};function assertCollection(contents){
if(identity.isCollection(contents))return true;throw new Error("Expected a YAML collection as document contents")}exports.Document=Document}});var require_errors=__commonJS({"node_modules/yaml/dist/errors.js"(exports){"use strict";var YAMLError=class extends Error{constructor(name,pos,code,message){super();
this.name=name;this.code=code;this.message=message;this.pos=pos}};var YAMLParseError=class extends YAMLError{constructor(pos,code,message){super("YAMLParseError",
pos,code,message)}};var YAMLWarning=class extends YAMLError{constructor(pos,code,message){super("YAMLWarning",pos,code,message)}};var prettifyError=(src,lc)=>error=>{
if(error.pos[0]===-1)return;error.linePos=error.pos.map(pos=>lc.linePos(pos));const{line,col}=error.linePos[0];error.message+=` at line ${line}, column ${col}`;
let ci=col-1;let lineStr=src.substring(lc.lineStarts[line-1],lc.lineStarts[line]).replace(/[\n\r]+$/,"");if(ci>=60&&lineStr.length>80){const trimStart=Math.min(
ci-39,lineStr.length-79);lineStr="\u2026"+lineStr.substring(trimStart);ci-=trimStart-1}if(lineStr.length>80)lineStr=lineStr.substring(0,79)+"\u2026";if(line>1&&
/^ *$/.test(lineStr.substring(0,ci))){let prev=src.substring(lc.lineStarts[line-2],lc.lineStarts[line-1]);if(prev.length>80)prev=prev.substring(0,79)+"\u2026\n";
lineStr=prev+lineStr}if(/[^ ]/.test(lineStr)){let count2=1;const end=error.linePos[1];if(end?.line===line&&end.col>col){count2=Math.max(1,Math.min(end.col-col,80-
ci))}const pointer=" ".repeat(ci)+"^".repeat(count2);error.message+=`:

${lineStr}
${pointer}
`}};exports.YAMLError=YAMLError;exports.YAMLParseError=YAMLParseError;exports.YAMLWarning=YAMLWarning;exports.prettifyError=prettifyError}});var require_resolve_props=__commonJS({"node_modules/yaml/dist/compose/resolve-props.js"(exports){"use strict";function resolveProps(tokens,{flow,indicator,next,
offset,onError,parentIndent,startOnNewline}){let spaceBefore=false;let atNewline=startOnNewline;let hasSpace=startOnNewline;let comment="";let commentSep="";let hasNewline=false;
let reqSpace=false;let tab=null;let anchor=null;let tag=null;let newlineAfterProp=null;let comma=null;let found=null;let start=null;for(const token of tokens){if(reqSpace){
if(token.type!=="space"&&token.type!=="newline"&&token.type!=="comma")onError(token.offset,"MISSING_CHAR","Tags and anchors must be separated from the next toke\
n by white space");reqSpace=false}if(tab){if(atNewline&&token.type!=="comment"&&token.type!=="newline"){onError(tab,"TAB_AS_INDENT","Tabs are not allowed as ind\
entation")}tab=null}switch(token.type){case"space":if(!flow&&(indicator!=="doc-start"||next?.type!=="flow-collection")&&token.source.includes("	")){tab=token}hasSpace=
true;break;case"comment":{if(!hasSpace)onError(token,"MISSING_CHAR","Comments must be separated from other tokens by white space characters");const cb=token.source.
substring(1)||" ";if(!comment)comment=cb;else comment+=commentSep+cb;commentSep="";atNewline=false;break}case"newline":if(atNewline){if(comment)comment+=token.source;else if(!found||
indicator!=="seq-item-ind")spaceBefore=true}else commentSep+=token.source;atNewline=true;hasNewline=true;if(anchor||tag)newlineAfterProp=token;hasSpace=true;break;case"\
anchor":if(anchor)onError(token,"MULTIPLE_ANCHORS","A node can have at most one anchor");if(token.source.endsWith(":"))onError(token.offset+token.source.length-
1,"BAD_ALIAS","Anchor ending in : is ambiguous",true);anchor=token;start??(start=token.offset);atNewline=false;hasSpace=false;reqSpace=true;break;case"tag":{if(tag)
onError(token,"MULTIPLE_TAGS","A node can have at most one tag");tag=token;start??(start=token.offset);atNewline=false;hasSpace=false;reqSpace=true;break}case indicator:
if(anchor||tag)onError(token,"BAD_PROP_ORDER",`Anchors and tags must be after the ${token.source} indicator`);if(found)onError(token,"UNEXPECTED_TOKEN",`Unexpec\
ted ${token.source} in ${flow??"collection"}`);found=token;atNewline=indicator==="seq-item-ind"||indicator==="explicit-key-ind";hasSpace=false;break;case"comma":
if(flow){if(comma)onError(token,"UNEXPECTED_TOKEN",`Unexpected , in ${flow}`);comma=token;atNewline=false;hasSpace=false;break}default:onError(token,"UNEXPECTED\
_TOKEN",`Unexpected ${token.type} token`);atNewline=false;hasSpace=false}}const last=tokens[tokens.length-1];const end=last?last.offset+last.source.length:offset;
if(reqSpace&&next&&next.type!=="space"&&next.type!=="newline"&&next.type!=="comma"&&(next.type!=="scalar"||next.source!=="")){onError(next.offset,"MISSING_CHAR",
"Tags and anchors must be separated from the next token by white space")}if(tab&&(atNewline&&tab.indent<=parentIndent||next?.type==="block-map"||next?.type==="b\
lock-seq"))onError(tab,"TAB_AS_INDENT","Tabs are not allowed as indentation");return{comma,found,spaceBefore,comment,hasNewline,anchor,tag,newlineAfterProp,end,
start:start??end}}exports.resolveProps=resolveProps}});var require_util_contains_newline=__commonJS({"node_modules/yaml/dist/compose/util-contains-newline.js"(exports){"use strict";function containsNewline(key){if(!key)
return null;switch(key.type){case"alias":case"scalar":case"double-quoted-scalar":case"single-quoted-scalar":if(key.source.includes("\n"))return true;if(key.end){
for(const st of key.end)if(st.type==="newline")return true}return false;case"flow-collection":for(const it of key.items){for(const st of it.start)if(st.type==="\
newline")return true;if(it.sep){for(const st of it.sep)if(st.type==="newline")return true}if(containsNewline(it.key)||containsNewline(it.value))return true}return false;default:
return true}}exports.containsNewline=containsNewline}});var require_util_flow_indent_check=__commonJS({"node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports){"use strict";var utilContainsNewline=require_util_contains_newline();
function flowIndentCheck(indent,fc,onError){if(fc?.type==="flow-collection"){const end=fc.end[0];if(end.indent===indent&&(end.source==="]"||end.source==="}")&&utilContainsNewline.
containsNewline(fc)){const msg="Flow end indicator should be more indented than parent";onError(end,"BAD_INDENT",msg,true)}}}exports.flowIndentCheck=flowIndentCheck}});var require_util_map_includes=__commonJS({"node_modules/yaml/dist/compose/util-map-includes.js"(exports){"use strict";var identity=require_identity();function mapIncludes(ctx,items,search){
const{uniqueKeys}=ctx.options;if(uniqueKeys===false)return false;const isEqual=typeof uniqueKeys==="function"?uniqueKeys:(a,b)=>a===b||identity.isScalar(a)&&identity.
isScalar(b)&&a.value===b.value;return items.some(pair=>isEqual(pair.key,search))}exports.mapIncludes=mapIncludes}});var require_resolve_block_map=__commonJS({"node_modules/yaml/dist/compose/resolve-block-map.js"(exports){"use strict";var Pair=require_Pair();var YAMLMap=require_YAMLMap();
var resolveProps=require_resolve_props();var utilContainsNewline=require_util_contains_newline();var utilFlowIndentCheck=require_util_flow_indent_check();var utilMapIncludes=require_util_map_includes();
var startColMsg="All mapping items must start at the same column";function resolveBlockMap({composeNode,composeEmptyNode},ctx,bm,onError,tag){const NodeClass=tag?.
nodeClass??YAMLMap.YAMLMap;const map=new NodeClass(ctx.schema);if(ctx.atRoot)ctx.atRoot=false;let offset=bm.offset;let commentEnd=null;for(const collItem of bm.
items){const{start,key,sep,value}=collItem;const keyProps=resolveProps.resolveProps(start,{indicator:"explicit-key-ind",next:key??sep?.[0],offset,onError,parentIndent:bm.
indent,startOnNewline:true});const implicitKey=!keyProps.found;if(implicitKey){if(key){if(key.type==="block-seq")onError(offset,"BLOCK_AS_IMPLICIT_KEY","A block\
 sequence may not be used as an implicit map key");else if("indent"in key&&key.indent!==bm.indent)onError(offset,"BAD_INDENT",startColMsg)}if(!keyProps.anchor&&
!keyProps.tag&&!sep){commentEnd=keyProps.end;if(keyProps.comment){if(map.comment)map.comment+="\n"+keyProps.comment;else map.comment=keyProps.comment}continue}if(keyProps.
newlineAfterProp||utilContainsNewline.containsNewline(key)){onError(key??start[start.length-1],"MULTILINE_IMPLICIT_KEY","Implicit keys need to be on a single li\
ne")}}else if(keyProps.found?.indent!==bm.indent){onError(offset,"BAD_INDENT",startColMsg)}ctx.atKey=true;const keyStart=keyProps.end;const keyNode2=key?composeNode(
ctx,key,keyProps,onError):composeEmptyNode(ctx,keyStart,start,null,keyProps,onError);if(ctx.schema.compat)utilFlowIndentCheck.flowIndentCheck(bm.indent,key,onError);
ctx.atKey=false;if(utilMapIncludes.mapIncludes(ctx,map.items,keyNode2))onError(keyStart,"DUPLICATE_KEY","Map keys must be unique");const valueProps=resolveProps.
resolveProps(sep??[],{indicator:"map-value-ind",next:value,offset:keyNode2.range[2],onError,parentIndent:bm.indent,startOnNewline:!key||key.type==="block-scalar"});
offset=valueProps.end;if(valueProps.found){if(implicitKey){if(value?.type==="block-map"&&!valueProps.hasNewline)onError(offset,"BLOCK_AS_IMPLICIT_KEY","Nested m\
appings are not allowed in compact mappings");if(ctx.options.strict&&keyProps.start<valueProps.found.offset-1024)onError(keyNode2.range,"KEY_OVER_1024_CHARS","T\
he : indicator must be at most 1024 chars after the start of an implicit block mapping key")}const valueNode=value?composeNode(ctx,value,valueProps,onError):composeEmptyNode(
ctx,offset,sep,null,valueProps,onError);if(ctx.schema.compat)utilFlowIndentCheck.flowIndentCheck(bm.indent,value,onError);offset=valueNode.range[2];const pair=new Pair.
Pair(keyNode2,valueNode);if(ctx.options.keepSourceTokens)pair.srcToken=collItem;map.items.push(pair)}else{if(implicitKey)onError(keyNode2.range,"MISSING_CHAR","\
Implicit map keys need to be followed by map values");if(valueProps.comment){if(keyNode2.comment)keyNode2.comment+="\n"+valueProps.comment;else keyNode2.comment=
valueProps.comment}const pair=new Pair.Pair(keyNode2);if(ctx.options.keepSourceTokens)pair.srcToken=collItem;map.items.push(pair)}}if(commentEnd&&commentEnd<offset)
onError(commentEnd,"IMPOSSIBLE","Map comment with trailing content");map.range=[bm.offset,offset,commentEnd??offset];return map}exports.resolveBlockMap=resolveBlockMap}});var require_resolve_block_seq=__commonJS({"node_modules/yaml/dist/compose/resolve-block-seq.js"(exports){"use strict";var YAMLSeq=require_YAMLSeq();var resolveProps=require_resolve_props();
var utilFlowIndentCheck=require_util_flow_indent_check();function resolveBlockSeq({composeNode,composeEmptyNode},ctx,bs,onError,tag){const NodeClass=tag?.nodeClass??
YAMLSeq.YAMLSeq;const seq=new NodeClass(ctx.schema);if(ctx.atRoot)ctx.atRoot=false;if(ctx.atKey)ctx.atKey=false;let offset=bs.offset;let commentEnd=null;for(const{
start,value}of bs.items){const props=resolveProps.resolveProps(start,{indicator:"seq-item-ind",next:value,offset,onError,parentIndent:bs.indent,startOnNewline:true});
if(!props.found){if(props.anchor||props.tag||value){if(value?.type==="block-seq")onError(props.end,"BAD_INDENT","All sequence items must start at the same colum\
n");else onError(offset,"MISSING_CHAR","Sequence item without - indicator")}else{commentEnd=props.end;if(props.comment)seq.comment=props.comment;continue}}const node=value?
composeNode(ctx,value,props,onError):composeEmptyNode(ctx,props.end,start,null,props,onError);if(ctx.schema.compat)utilFlowIndentCheck.flowIndentCheck(bs.indent,
value,onError);offset=node.range[2];seq.items.push(node)}seq.range=[bs.offset,offset,commentEnd??offset];return seq}exports.resolveBlockSeq=resolveBlockSeq}});var require_resolve_end=__commonJS({"node_modules/yaml/dist/compose/resolve-end.js"(exports){"use strict";function resolveEnd(end,offset,reqSpace,onError){let comment="";
if(end){let hasSpace=false;let sep="";for(const token of end){const{source,type}=token;switch(type){case"space":hasSpace=true;break;case"comment":{if(reqSpace&&
!hasSpace)onError(token,"MISSING_CHAR","Comments must be separated from other tokens by white space characters");const cb=source.substring(1)||" ";if(!comment)comment=
cb;else comment+=sep+cb;sep="";break}case"newline":if(comment)sep+=source;hasSpace=true;break;default:onError(token,"UNEXPECTED_TOKEN",`Unexpected ${type} at no\
de end`)}offset+=source.length}}return{comment,offset}}exports.resolveEnd=resolveEnd}});var require_resolve_flow_collection=__commonJS({"node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports){"use strict";var identity=require_identity();
var Pair=require_Pair();var YAMLMap=require_YAMLMap();var YAMLSeq=require_YAMLSeq();var resolveEnd=require_resolve_end();var resolveProps=require_resolve_props();
var utilContainsNewline=require_util_contains_newline();var utilMapIncludes=require_util_map_includes();var blockMsg="Block collections are not allowed within f\
low collections";var isBlock=token=>token&&(token.type==="block-map"||token.type==="block-seq");function resolveFlowCollection({composeNode,composeEmptyNode},ctx,fc,onError,tag){
const isMap2=fc.start.source==="{";const fcName=isMap2?"flow map":"flow sequence";const NodeClass=tag?.nodeClass??(isMap2?YAMLMap.YAMLMap:YAMLSeq.YAMLSeq);const coll=new NodeClass(
ctx.schema);coll.flow=true;const atRoot=ctx.atRoot;if(atRoot)ctx.atRoot=false;if(ctx.atKey)ctx.atKey=false;let offset=fc.offset+fc.start.source.length;for(let i=0;i<
fc.items.length;++i){const collItem=fc.items[i];const{start,key,sep,value}=collItem;const props=resolveProps.resolveProps(start,{flow:fcName,indicator:"explicit\
-key-ind",next:key??sep?.[0],offset,onError,parentIndent:fc.indent,startOnNewline:false});if(!props.found){if(!props.anchor&&!props.tag&&!sep&&!value){if(i===0&&
props.comma)onError(props.comma,"UNEXPECTED_TOKEN",`Unexpected , in ${fcName}`);else if(i<fc.items.length-1)onError(props.start,"UNEXPECTED_TOKEN",`Unexpected e\
mpty item in ${fcName}`);if(props.comment){if(coll.comment)coll.comment+="\n"+props.comment;else coll.comment=props.comment}offset=props.end;continue}if(!isMap2&&
ctx.options.strict&&utilContainsNewline.containsNewline(key))onError(key,"MULTILINE_IMPLICIT_KEY","Implicit keys of flow sequence pairs need to be on a single l\
ine")}if(i===0){if(props.comma)onError(props.comma,"UNEXPECTED_TOKEN",`Unexpected , in ${fcName}`)}else{if(!props.comma)onError(props.start,"MISSING_CHAR",`Miss\
ing , between ${fcName} items`);if(props.comment){let prevItemComment="";loop:for(const st of start){switch(st.type){case"comma":case"space":break;case"comment":
prevItemComment=st.source.substring(1);break loop;default:break loop}}if(prevItemComment){let prev=coll.items[coll.items.length-1];if(identity.isPair(prev))prev=
prev.value??prev.key;if(prev.comment)prev.comment+="\n"+prevItemComment;else prev.comment=prevItemComment;props.comment=props.comment.substring(prevItemComment.
length+1)}}}if(!isMap2&&!sep&&!props.found){const valueNode=value?composeNode(ctx,value,props,onError):composeEmptyNode(ctx,props.end,sep,null,props,onError);coll.
items.push(valueNode);offset=valueNode.range[2];if(isBlock(value))onError(valueNode.range,"BLOCK_IN_FLOW",blockMsg)}else{ctx.atKey=true;const keyStart=props.end;
const keyNode2=key?composeNode(ctx,key,props,onError):composeEmptyNode(ctx,keyStart,start,null,props,onError);if(isBlock(key))onError(keyNode2.range,"BLOCK_IN_F\
LOW",blockMsg);ctx.atKey=false;const valueProps=resolveProps.resolveProps(sep??[],{flow:fcName,indicator:"map-value-ind",next:value,offset:keyNode2.range[2],onError,
parentIndent:fc.indent,startOnNewline:false});if(valueProps.found){if(!isMap2&&!props.found&&ctx.options.strict){if(sep)for(const st of sep){if(st===valueProps.
found)break;if(st.type==="newline"){onError(st,"MULTILINE_IMPLICIT_KEY","Implicit keys of flow sequence pairs need to be on a single line");break}}if(props.start<
valueProps.found.offset-1024)onError(valueProps.found,"KEY_OVER_1024_CHARS","The : indicator must be at most 1024 chars after the start of an implicit flow sequ\
ence key")}}else if(value){if("source"in value&&value.source?.[0]===":")onError(value,"MISSING_CHAR",`Missing space after : in ${fcName}`);else onError(valueProps.
start,"MISSING_CHAR",`Missing , or : between ${fcName} items`)}const valueNode=value?composeNode(ctx,value,valueProps,onError):valueProps.found?composeEmptyNode(
ctx,valueProps.end,sep,null,valueProps,onError):null;if(valueNode){if(isBlock(value))onError(valueNode.range,"BLOCK_IN_FLOW",blockMsg)}else if(valueProps.comment){
if(keyNode2.comment)keyNode2.comment+="\n"+valueProps.comment;else keyNode2.comment=valueProps.comment}const pair=new Pair.Pair(keyNode2,valueNode);if(ctx.options.
keepSourceTokens)pair.srcToken=collItem;if(isMap2){const map=coll;if(utilMapIncludes.mapIncludes(ctx,map.items,keyNode2))onError(keyStart,"DUPLICATE_KEY","Map k\
eys must be unique");map.items.push(pair)}else{const map=new YAMLMap.YAMLMap(ctx.schema);map.flow=true;map.items.push(pair);const endRange=(valueNode??keyNode2).
range;map.range=[keyNode2.range[0],endRange[1],endRange[2]];coll.items.push(map)}offset=valueNode?valueNode.range[2]:valueProps.end}}const expectedEnd=isMap2?"}":
"]";const[ce,...ee]=fc.end;let cePos=offset;if(ce?.source===expectedEnd)cePos=ce.offset+ce.source.length;else{const name=fcName[0].toUpperCase()+fcName.substring(
1);const msg=atRoot?`${name} must end with a ${expectedEnd}`:`${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;onError(offset,
atRoot?"MISSING_CHAR":"BAD_INDENT",msg);if(ce&&ce.source.length!==1)ee.unshift(ce)}if(ee.length>0){const end=resolveEnd.resolveEnd(ee,cePos,ctx.options.strict,onError);
if(end.comment){if(coll.comment)coll.comment+="\n"+end.comment;else coll.comment=end.comment}coll.range=[fc.offset,cePos,end.offset]}else{coll.range=[fc.offset,
cePos,cePos]}return coll}exports.resolveFlowCollection=resolveFlowCollection}});var require_compose_collection=__commonJS({"node_modules/yaml/dist/compose/compose-collection.js"(exports){"use strict";var identity=require_identity();var Scalar=require_Scalar();
var YAMLMap=require_YAMLMap();var YAMLSeq=require_YAMLSeq();var resolveBlockMap=require_resolve_block_map();var resolveBlockSeq=require_resolve_block_seq();var resolveFlowCollection=require_resolve_flow_collection();
function resolveCollection(CN,ctx,token,onError,tagName,tag){const coll=token.type==="block-map"?resolveBlockMap.resolveBlockMap(CN,ctx,token,onError,tag):token.
type==="block-seq"?resolveBlockSeq.resolveBlockSeq(CN,ctx,token,onError,tag):resolveFlowCollection.resolveFlowCollection(CN,ctx,token,onError,tag);const Coll=coll.
constructor;if(tagName==="!"||tagName===Coll.tagName){coll.tag=Coll.tagName;return coll}if(tagName)coll.tag=tagName;return coll}function composeCollection(CN,ctx,token,props,onError){
const tagToken=props.tag;const tagName=!tagToken?null:ctx.directives.tagName(tagToken.source,msg=>onError(tagToken,"TAG_RESOLVE_FAILED",msg));if(token.type==="b\
lock-seq"){const{anchor,newlineAfterProp:nl}=props;const lastProp=anchor&&tagToken?anchor.offset>tagToken.offset?anchor:tagToken:anchor??tagToken;if(lastProp&&(!nl||
nl.offset<lastProp.offset)){const message="Missing newline after block sequence props";onError(lastProp,"MISSING_CHAR",message)}}const expType=token.type==="blo\
ck-map"?"map":token.type==="block-seq"?"seq":token.start.source==="{"?"map":"seq";if(!tagToken||!tagName||tagName==="!"||tagName===YAMLMap.YAMLMap.tagName&&expType===
"map"||tagName===YAMLSeq.YAMLSeq.tagName&&expType==="seq"){return resolveCollection(CN,ctx,token,onError,tagName)}let tag=ctx.schema.tags.find(t=>t.tag===tagName&&
t.collection===expType);if(!tag){const kt=ctx.schema.knownTags[tagName];if(kt?.collection===expType){ctx.schema.tags.push(Object.assign({},kt,{default:false}));
tag=kt}else{if(kt){onError(tagToken,"BAD_COLLECTION_TYPE",`${kt.tag} used for ${expType} collection, but expects ${kt.collection??"scalar"}`,true)}else{onError(
tagToken,"TAG_RESOLVE_FAILED",`Unresolved tag: ${tagName}`,true)}return resolveCollection(CN,ctx,token,onError,tagName)}}const coll=resolveCollection(CN,ctx,token,
onError,tagName,tag);const res=tag.resolve?.(coll,msg=>onError(tagToken,"TAG_RESOLVE_FAILED",msg),ctx.options)??coll;const node=identity.isNode(res)?res:new Scalar.
Scalar(res);node.range=coll.range;node.tag=tagName;if(tag?.format)node.format=tag.format;return node}exports.composeCollection=composeCollection}});var require_resolve_block_scalar=__commonJS({"node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports){"use strict";var Scalar=require_Scalar();function resolveBlockScalar(ctx,scalar,onError){
const start=scalar.offset;const header=parseBlockScalarHeader(scalar,ctx.options.strict,onError);if(!header)return{value:"",type:null,comment:"",range:[start,start,
start]};const type=header.mode===">"?Scalar.Scalar.BLOCK_FOLDED:Scalar.Scalar.BLOCK_LITERAL;const lines2=scalar.source?splitLines(scalar.source):[];let chompStart=lines2.
length;for(let i=lines2.length-1;i>=0;--i){const content=lines2[i][1];if(content===""||content==="\r")chompStart=i;else break}if(chompStart===0){const value2=header.
chomp==="+"&&lines2.length>0?"\n".repeat(Math.max(1,lines2.length-1)):"";let end2=start+header.length;if(scalar.source)end2+=scalar.source.length;return{value:value2,
type,comment:header.comment,range:[start,end2,end2]}}let trimIndent=scalar.indent+header.indent;let offset=scalar.offset+header.length;let contentStart=0;for(let i=0;i<
chompStart;++i){const[indent,content]=lines2[i];if(content===""||content==="\r"){if(header.indent===0&&indent.length>trimIndent)trimIndent=indent.length}else{if(indent.
length<trimIndent){const message="Block scalars with more-indented leading empty lines must use an explicit indentation indicator";onError(offset+indent.length,
"MISSING_CHAR",message)}if(header.indent===0)trimIndent=indent.length;contentStart=i;if(trimIndent===0&&!ctx.atRoot){const message="Block scalar values in colle\
ctions must be indented";onError(offset,"BAD_INDENT",message)}break}offset+=indent.length+content.length+1}for(let i=lines2.length-1;i>=chompStart;--i){if(lines2[i][0].
length>trimIndent)chompStart=i+1}let value="";let sep="";let prevMoreIndented=false;for(let i=0;i<contentStart;++i)value+=lines2[i][0].slice(trimIndent)+"\n";for(let i=contentStart;i<
chompStart;++i){let[indent,content]=lines2[i];offset+=indent.length+content.length+1;const crlf=content[content.length-1]==="\r";if(crlf)content=content.slice(0,
-1);if(content&&indent.length<trimIndent){const src=header.indent?"explicit indentation indicator":"first line";const message=`Block scalar lines must not be le\
ss indented than their ${src}`;onError(offset-content.length-(crlf?2:1),"BAD_INDENT",message);indent=""}if(type===Scalar.Scalar.BLOCK_LITERAL){value+=sep+indent.
slice(trimIndent)+content;sep="\n"}else if(indent.length>trimIndent||content[0]==="	"){if(sep===" ")sep="\n";else if(!prevMoreIndented&&sep==="\n")sep="\n\n";value+=
sep+indent.slice(trimIndent)+content;sep="\n";prevMoreIndented=true}else if(content===""){if(sep==="\n")value+="\n";else sep="\n"}else{value+=sep+content;sep=" ";
prevMoreIndented=false}}switch(header.chomp){case"-":break;case"+":for(let i=chompStart;i<lines2.length;++i)value+="\n"+lines2[i][0].slice(trimIndent);if(value[value.
length-1]!=="\n")value+="\n";break;default:value+="\n"}const end=start+header.length+scalar.source.length;return{value,type,comment:header.comment,range:[start,
end,end]}}function parseBlockScalarHeader({offset,props},strict,onError){if(props[0].type!=="block-scalar-header"){onError(props[0],"IMPOSSIBLE","Block scalar h\
eader not found");return null}const{source}=props[0];const mode=source[0];let indent=0;let chomp="";let error=-1;for(let i=1;i<source.length;++i){const ch=source[i];
if(!chomp&&(ch==="-"||ch==="+"))chomp=ch;else{const n=Number(ch);if(!indent&&n)indent=n;else if(error===-1)error=offset+i}}if(error!==-1)onError(error,"UNEXPECT\
ED_TOKEN",`Block scalar header includes extra characters: ${source}`);let hasSpace=false;let comment="";let length=source.length;for(let i=1;i<props.length;++i){
const token=props[i];switch(token.type){case"space":hasSpace=true;case"newline":length+=token.source.length;break;case"comment":if(strict&&!hasSpace){const message="\
Comments must be separated from other tokens by white space characters";onError(token,"MISSING_CHAR",message)}length+=token.source.length;comment=token.source.substring(
1);break;case"error":onError(token,"UNEXPECTED_TOKEN",token.message);length+=token.source.length;break;default:{const message=`Unexpected token in block scalar \
header: ${token.type}`;onError(token,"UNEXPECTED_TOKEN",message);const ts=token.source;if(ts&&typeof ts==="string")length+=ts.length}}}return{mode,indent,chomp,
comment,length}}function splitLines(source){const split=source.split(/\n( *)/);const first=split[0];const m=first.match(/^( *)/);const line0=m?.[1]?[m[1],first.
slice(m[1].length)]:["",first];const lines2=[line0];for(let i=1;i<split.length;i+=2)lines2.push([split[i],split[i+1]]);return lines2}exports.resolveBlockScalar=
resolveBlockScalar}});var require_resolve_flow_scalar=__commonJS({"node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports){"use strict";var Scalar=require_Scalar();var resolveEnd=require_resolve_end();
function resolveFlowScalar(scalar,strict,onError){const{offset,type,source,end}=scalar;let _type;let value;const _onError=(rel,code,msg)=>onError(offset+rel,code,
msg);switch(type){case"scalar":_type=Scalar.Scalar.PLAIN;value=plainValue(source,_onError);break;case"single-quoted-scalar":_type=Scalar.Scalar.QUOTE_SINGLE;value=
singleQuotedValue(source,_onError);break;case"double-quoted-scalar":_type=Scalar.Scalar.QUOTE_DOUBLE;value=doubleQuotedValue(source,_onError);break;default:onError(
scalar,"UNEXPECTED_TOKEN",`Expected a flow scalar value, but found: ${type}`);return{value:"",type:null,comment:"",range:[offset,offset+source.length,offset+source.
length]}}const valueEnd=offset+source.length;const re=resolveEnd.resolveEnd(end,valueEnd,strict,onError);return{value,type:_type,comment:re.comment,range:[offset,
valueEnd,re.offset]}}function plainValue(source,onError){let badChar="";switch(source[0]){case"	":badChar="a tab character";break;case",":badChar="flow indicato\
r character ,";break;case"%":badChar="directive indicator character %";break;case"|":case">":{badChar=`block scalar indicator ${source[0]}`;break}case"@":case"`":{
badChar=`reserved character ${source[0]}`;break}}if(badChar)onError(0,"BAD_SCALAR_START",`Plain value cannot start with ${badChar}`);return unfoldLines(source)}
function singleQuotedValue(source,onError){if(source[source.length-1]!=="'"||source.length===1)onError(source.length,"MISSING_CHAR","Missing closing 'quote");return unfoldLines(
source.slice(1,-1)).replace(/''/g,"'")}function unfoldLines(source){const line=/(.*?)\r?\n/sy;let match=line.exec(source);if(!match)return source;let trimEnd,trimBoth;
try{trimEnd=new RegExp("(?<![ 	])[ 	]+$");trimBoth=new RegExp("^[ 	]+|(?<![ 	])[ 	]+$","g")}catch{trimEnd=/[ \t]+$/;trimBoth=/^[ \t]+|[ \t]+$/g}let res=match[1].
replace(trimEnd,"");let sep=" ";let pos=line.lastIndex;while(match=line.exec(source)){const lm=match[1].replace(trimBoth,"");if(lm===""){if(sep==="\n")res+=sep;else
sep="\n"}else{res+=sep+lm;sep=" "}pos=line.lastIndex}const last=/[ \t]*(.*)/sy;last.lastIndex=pos;match=last.exec(source);return res+sep+(match?.[1]??"")}function doubleQuotedValue(source,onError){
let res="";for(let i=1;i<source.length-1;++i){const ch=source[i];if(ch==="\r"&&source[i+1]==="\n")continue;if(ch==="\n"){const{fold,offset}=foldNewline(source,i);
res+=fold;i=offset}else if(ch==="\\"){let next=source[++i];const cc=escapeCodes[next];if(cc)res+=cc;else if(next==="\n"){next=source[i+1];while(next===" "||next===
"	")next=source[++i+1]}else if(next==="\r"&&source[i+1]==="\n"){next=source[++i+1];while(next===" "||next==="	")next=source[++i+1]}else if(next==="x"||next==="u"||
next==="U"){const length=next==="x"?2:next==="u"?4:8;res+=parseCharCode(source,i+1,length,onError);i+=length}else{const raw=source.substr(i-1,2);onError(i-1,"BA\
D_DQ_ESCAPE",`Invalid escape sequence ${raw}`);res+=raw}}else if(ch===" "||ch==="	"){const wsStart=i;let next=source[i+1];while(next===" "||next==="	")next=source[++i+
1];if(next!=="\n"&&!(next==="\r"&&source[i+2]==="\n"))res+=i>wsStart?source.slice(wsStart,i+1):ch}else{res+=ch}}if(source[source.length-1]!=='"'||source.length===
1)onError(source.length,"MISSING_CHAR",'Missing closing "quote');return res}function foldNewline(source,offset){let fold="";let ch=source[offset+1];while(ch==="\
 "||ch==="	"||ch==="\n"||ch==="\r"){if(ch==="\r"&&source[offset+2]!=="\n")break;if(ch==="\n")fold+="\n";offset+=1;ch=source[offset+1]}if(!fold)fold=" ";return{fold,
offset}}var escapeCodes={"0":"\0",a:"\x07",b:"\b",e:"\x1B",f:"\f",n:"\n",r:"\r",t:"	",v:"\v",N:"\x85",_:"\xA0",L:"\u2028",P:"\u2029"," ":" ",'"':'"',"/":"/","\\":"\
\\","	":"	"};function parseCharCode(source,offset,length,onError){const cc=source.substr(offset,length);const ok=cc.length===length&&/^[0-9a-fA-F]+$/.test(cc);const code=ok?
parseInt(cc,16):NaN;try{return String.fromCodePoint(code)}catch{const raw=source.substr(offset-2,length+2);onError(offset-2,"BAD_DQ_ESCAPE",`Invalid escape sequ\
ence ${raw}`);return raw}}exports.resolveFlowScalar=resolveFlowScalar}});var require_compose_scalar=__commonJS({"node_modules/yaml/dist/compose/compose-scalar.js"(exports){"use strict";var identity=require_identity();var Scalar=require_Scalar();
var resolveBlockScalar=require_resolve_block_scalar();var resolveFlowScalar=require_resolve_flow_scalar();function composeScalar(ctx,token,tagToken,onError){const{
value,type,comment,range}=token.type==="block-scalar"?resolveBlockScalar.resolveBlockScalar(ctx,token,onError):resolveFlowScalar.resolveFlowScalar(token,ctx.options.
strict,onError);const tagName=tagToken?ctx.directives.tagName(tagToken.source,msg=>onError(tagToken,"TAG_RESOLVE_FAILED",msg)):null;let tag;if(ctx.options.stringKeys&&
ctx.atKey){tag=ctx.schema[identity.SCALAR]}else if(tagName)tag=findScalarTagByName(ctx.schema,value,tagName,tagToken,onError);else if(token.type==="scalar")tag=
findScalarTagByTest(ctx,value,token,onError);else tag=ctx.schema[identity.SCALAR];let scalar;try{const res=tag.resolve(value,msg=>onError(tagToken??token,"TAG_R\
ESOLVE_FAILED",msg),ctx.options);scalar=identity.isScalar(res)?res:new Scalar.Scalar(res)}catch(error){const msg=error instanceof Error?error.message:String(error);
onError(tagToken??token,"TAG_RESOLVE_FAILED",msg);scalar=new Scalar.Scalar(value)}scalar.range=range;scalar.source=value;if(type)scalar.type=type;if(tagName)scalar.
tag=tagName;if(tag.format)scalar.format=tag.format;if(comment)scalar.comment=comment;return scalar}function findScalarTagByName(schema,value,tagName,tagToken,onError){
if(tagName==="!")return schema[identity.SCALAR];const matchWithTest=[];for(const tag of schema.tags){if(!tag.collection&&tag.tag===tagName){if(tag.default&&tag.
test)matchWithTest.push(tag);else return tag}}for(const tag of matchWithTest)if(tag.test?.test(value))return tag;const kt=schema.knownTags[tagName];if(kt&&!kt.collection){
schema.tags.push(Object.assign({},kt,{default:false,test:void 0}));return kt}onError(tagToken,"TAG_RESOLVE_FAILED",`Unresolved tag: ${tagName}`,tagName!=="tag:y\
aml.org,2002:str");return schema[identity.SCALAR]}function findScalarTagByTest({atKey,directives,schema},value,token,onError){const tag=schema.tags.find(tag2=>(tag2.
default===true||atKey&&tag2.default==="key")&&tag2.test?.test(value))||schema[identity.SCALAR];if(schema.compat){const compat=schema.compat.find(tag2=>tag2.default&&
tag2.test?.test(value))??schema[identity.SCALAR];if(tag.tag!==compat.tag){const ts=directives.tagString(tag.tag);const cs=directives.tagString(compat.tag);const msg=`\
Value may be parsed as either ${ts} or ${cs}`;onError(token,"TAG_RESOLVE_FAILED",msg,true)}}return tag}exports.composeScalar=composeScalar}});var require_util_empty_scalar_position=__commonJS({"node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports){"use strict";function emptyScalarPosition(offset,before,pos){
if(before){pos??(pos=before.length);for(let i=pos-1;i>=0;--i){let st=before[i];switch(st.type){case"space":case"comment":case"newline":offset-=st.source.length;
continue}st=before[++i];while(st?.type==="space"){offset+=st.source.length;st=before[++i]}break}}return offset}exports.emptyScalarPosition=emptyScalarPosition}});var require_compose_node=__commonJS({"node_modules/yaml/dist/compose/compose-node.js"(exports){"use strict";var Alias=require_Alias();var identity=require_identity();
var composeCollection=require_compose_collection();var composeScalar=require_compose_scalar();var resolveEnd=require_resolve_end();var utilEmptyScalarPosition=require_util_empty_scalar_position();
var CN={composeNode,composeEmptyNode};function composeNode(ctx,token,props,onError){const atKey=ctx.atKey;const{spaceBefore,comment,anchor,tag}=props;let node;let isSrcToken=true;
switch(token.type){case"alias":node=composeAlias(ctx,token,onError);if(anchor||tag)onError(token,"ALIAS_PROPS","An alias node must not specify any properties");
break;case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":case"block-scalar":node=composeScalar.composeScalar(ctx,token,tag,onError);if(anchor)node.
anchor=anchor.source.substring(1);break;case"block-map":case"block-seq":case"flow-collection":try{node=composeCollection.composeCollection(CN,ctx,token,props,onError);
if(anchor)node.anchor=anchor.source.substring(1)}catch(error){const message=error instanceof Error?error.message:String(error);onError(token,"RESOURCE_EXHAUSTIO\
N",message)}break;default:{const message=token.type==="error"?token.message:`Unsupported token (type: ${token.type})`;onError(token,"UNEXPECTED_TOKEN",message);
isSrcToken=false}}node??(node=composeEmptyNode(ctx,token.offset,void 0,null,props,onError));if(anchor&&node.anchor==="")onError(anchor,"BAD_ALIAS","Anchor canno\
t be an empty string");if(atKey&&ctx.options.stringKeys&&(!identity.isScalar(node)||typeof node.value!=="string"||node.tag&&node.tag!=="tag:yaml.org,2002:str")){
const msg="With stringKeys, all keys must be strings";onError(tag??token,"NON_STRING_KEY",msg)}if(spaceBefore)node.spaceBefore=true;if(comment){if(token.type===
"scalar"&&token.source==="")node.comment=comment;else node.commentBefore=comment}if(ctx.options.keepSourceTokens&&isSrcToken)node.srcToken=token;return node}function composeEmptyNode(ctx,offset,before,pos,{
spaceBefore,comment,anchor,tag,end},onError){const token={type:"scalar",offset:utilEmptyScalarPosition.emptyScalarPosition(offset,before,pos),indent:-1,source:""};
const node=composeScalar.composeScalar(ctx,token,tag,onError);if(anchor){node.anchor=anchor.source.substring(1);if(node.anchor==="")onError(anchor,"BAD_ALIAS","\
Anchor cannot be an empty string")}if(spaceBefore)node.spaceBefore=true;if(comment){node.comment=comment;node.range[2]=end}return node}function composeAlias({options:options2},{
offset,source,end},onError){const alias=new Alias.Alias(source.substring(1));if(alias.source==="")onError(offset,"BAD_ALIAS","Alias cannot be an empty string");
if(alias.source.endsWith(":"))onError(offset+source.length-1,"BAD_ALIAS","Alias ending in : is ambiguous",true);const valueEnd=offset+source.length;const re=resolveEnd.
resolveEnd(end,valueEnd,options2.strict,onError);alias.range=[offset,valueEnd,re.offset];if(re.comment)alias.comment=re.comment;return alias}exports.composeEmptyNode=
composeEmptyNode;exports.composeNode=composeNode}});var require_compose_doc=__commonJS({"node_modules/yaml/dist/compose/compose-doc.js"(exports){"use strict";var Document=require_Document();var composeNode=require_compose_node();
var resolveEnd=require_resolve_end();var resolveProps=require_resolve_props();function composeDoc(options2,directives,{offset,start,value,end},onError){const opts=Object.
assign({_directives:directives},options2);const doc=new Document.Document(void 0,opts);const ctx={atKey:false,atRoot:true,directives:doc.directives,options:doc.
options,schema:doc.schema};const props=resolveProps.resolveProps(start,{indicator:"doc-start",next:value??end?.[0],offset,onError,parentIndent:0,startOnNewline:true});
if(props.found){doc.directives.docStart=true;if(value&&(value.type==="block-map"||value.type==="block-seq")&&!props.hasNewline)onError(props.end,"MISSING_CHAR",
"Block collection cannot start on same line with directives-end marker")}doc.contents=value?composeNode.composeNode(ctx,value,props,onError):composeNode.composeEmptyNode(
ctx,props.end,start,null,props,onError);const contentEnd=doc.contents.range[2];const re=resolveEnd.resolveEnd(end,contentEnd,false,onError);if(re.comment)doc.comment=
re.comment;doc.range=[offset,contentEnd,re.offset];return doc}exports.composeDoc=composeDoc}});var require_composer=__commonJS({"node_modules/yaml/dist/compose/composer.js"(exports){"use strict";var node_process=__require("process");var directives=require_directives();
var Document=require_Document();var errors=require_errors();var identity=require_identity();var composeDoc=require_compose_doc();var resolveEnd=require_resolve_end();
function getErrorPos(src){if(typeof src==="number")return[src,src+1];if(Array.isArray(src))return src.length===2?src:[src[0],src[1]];const{offset,source}=src;return[
offset,offset+(typeof source==="string"?source.length:1)]}function parsePrelude(prelude){let comment="";let atComment=false;let afterEmptyLine=false;for(let i=0;i<
prelude.length;++i){const source=prelude[i];switch(source[0]){case"#":comment+=(comment===""?"":afterEmptyLine?"\n\n":"\n")+(source.substring(1)||" ");atComment=
true;afterEmptyLine=false;break;case"%":if(prelude[i+1]?.[0]!=="#")i+=1;atComment=false;break;default:if(!atComment)afterEmptyLine=true;atComment=false}}return{
comment,afterEmptyLine}}var Composer=class{constructor(options2={}){this.doc=null;this.atDirectives=false;this.prelude=[];this.errors=[];this.warnings=[];this.onError=
(source,code,message,warning)=>{const pos=getErrorPos(source);if(warning)this.warnings.push(new errors.YAMLWarning(pos,code,message));else this.errors.push(new errors.
YAMLParseError(pos,code,message))};this.directives=new directives.Directives({version:options2.version||"1.2"});this.options=options2}decorate(doc,afterDoc){const{
comment,afterEmptyLine}=parsePrelude(this.prelude);if(comment){const dc=doc.contents;if(afterDoc){doc.comment=doc.comment?`${doc.comment}
${comment}`:comment}else if(afterEmptyLine||doc.directives.docStart||!dc){doc.commentBefore=comment}else if(identity.isCollection(dc)&&!dc.flow&&dc.items.length>
0){let it=dc.items[0];if(identity.isPair(it))it=it.key;const cb=it.commentBefore;it.commentBefore=cb?`${comment}
${cb}`:comment}else{const cb=dc.commentBefore;dc.commentBefore=cb?`${comment}
${cb}`:comment}}if(afterDoc){for(let i=0;i<this.errors.length;++i)doc.errors.push(this.errors[i]);for(let i=0;i<this.warnings.length;++i)doc.warnings.push(this.
warnings[i])}else{doc.errors=this.errors;doc.warnings=this.warnings}this.prelude=[];this.errors=[];this.warnings=[]}streamInfo(){return{comment:parsePrelude(this.
prelude).comment,directives:this.directives,errors:this.errors,warnings:this.warnings}}*compose(tokens,forceDoc=false,endOffset=-1){for(const token of tokens)yield*this.
next(token);yield*this.end(forceDoc,endOffset)}*next(token){if(node_process.env.LOG_STREAM)console.dir(token,{depth:null});switch(token.type){case"directive":this.
directives.add(token.source,(offset,message,warning)=>{const pos=getErrorPos(token);pos[0]+=offset;this.onError(pos,"BAD_DIRECTIVE",message,warning)});this.prelude.
push(token.source);this.atDirectives=true;break;case"document":{const doc=composeDoc.composeDoc(this.options,this.directives,token,this.onError);if(this.atDirectives&&
!doc.directives.docStart)this.onError(token,"MISSING_CHAR","Missing directives-end/doc-start indicator line");this.decorate(doc,false);if(this.doc)yield this.doc;
this.doc=doc;this.atDirectives=false;break}case"byte-order-mark":case"space":break;case"comment":case"newline":this.prelude.push(token.source);break;case"error":{
const msg=token.source?`${token.message}: ${JSON.stringify(token.source)}`:token.message;const error=new errors.YAMLParseError(getErrorPos(token),"UNEXPECTED_TO\
KEN",msg);if(this.atDirectives||!this.doc)this.errors.push(error);else this.doc.errors.push(error);break}case"doc-end":{if(!this.doc){const msg="Unexpected doc-\
end without preceding document";this.errors.push(new errors.YAMLParseError(getErrorPos(token),"UNEXPECTED_TOKEN",msg));break}this.doc.directives.docEnd=true;const end=resolveEnd.
resolveEnd(token.end,token.offset+token.source.length,this.doc.options.strict,this.onError);this.decorate(this.doc,true);if(end.comment){const dc=this.doc.comment;
this.doc.comment=dc?`${dc}
${end.comment}`:end.comment}this.doc.range[2]=end.offset;break}default:this.errors.push(new errors.YAMLParseError(getErrorPos(token),"UNEXPECTED_TOKEN",`Unsuppo\
rted token ${token.type}`))}}*end(forceDoc=false,endOffset=-1){if(this.doc){this.decorate(this.doc,true);yield this.doc;this.doc=null}else if(forceDoc){const opts=Object.
assign({_directives:this.directives},this.options);const doc=new Document.Document(void 0,opts);if(this.atDirectives)this.onError(endOffset,"MISSING_CHAR","Miss\
ing directives-end indicator line");doc.range=[0,endOffset,endOffset];this.decorate(doc,false);yield doc}}};exports.Composer=Composer}});var require_cst_scalar=__commonJS({"node_modules/yaml/dist/parse/cst-scalar.js"(exports){"use strict";var resolveBlockScalar=require_resolve_block_scalar();var resolveFlowScalar=require_resolve_flow_scalar();
var errors=require_errors();var stringifyString=require_stringifyString();function resolveAsScalar(token,strict=true,onError){if(token){const _onError=(pos,code,message)=>{
const offset=typeof pos==="number"?pos:Array.isArray(pos)?pos[0]:pos.offset;if(onError)onError(offset,code,message);else throw new errors.YAMLParseError([offset,
offset+1],code,message)};switch(token.type){case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":return resolveFlowScalar.resolveFlowScalar(token,
strict,_onError);case"block-scalar":return resolveBlockScalar.resolveBlockScalar({options:{strict}},token,_onError)}}return null}function createScalarToken(value,context){
const{implicitKey=false,indent,inFlow=false,offset=-1,type="PLAIN"}=context;const source=stringifyString.stringifyString({type,value},{implicitKey,indent:indent>
0?" ".repeat(indent):"",inFlow,options:{blockQuote:true,lineWidth:-1}});const end=context.end??[{type:"newline",offset:-1,indent,source:"\n"}];switch(source[0]){case"\
|":case">":{const he=source.indexOf("\n");const head=source.substring(0,he);const body=source.substring(he+1)+"\n";const props=[{type:"block-scalar-header",offset,
indent,source:head}];if(!addEndtoBlockProps(props,end))props.push({type:"newline",offset:-1,indent,source:"\n"});return{type:"block-scalar",offset,indent,props,
source:body}}case'"':return{type:"double-quoted-scalar",offset,indent,source,end};case"'":return{type:"single-quoted-scalar",offset,indent,source,end};default:return{
type:"scalar",offset,indent,source,end}}}function setScalarValue(token,value,context={}){let{afterKey=false,implicitKey=false,inFlow=false,type}=context;let indent="\
indent"in token?token.indent:null;if(afterKey&&typeof indent==="number")indent+=2;if(!type)switch(token.type){case"single-quoted-scalar":type="QUOTE_SINGLE";break;case"\
double-quoted-scalar":type="QUOTE_DOUBLE";break;case"block-scalar":{const header=token.props[0];if(header.type!=="block-scalar-header")throw new Error("Invalid \
block scalar header");type=header.source[0]===">"?"BLOCK_FOLDED":"BLOCK_LITERAL";break}default:type="PLAIN"}const source=stringifyString.stringifyString({type,value},
{implicitKey:implicitKey||indent===null,indent:indent!==null&&indent>0?" ".repeat(indent):"",inFlow,options:{blockQuote:true,lineWidth:-1}});switch(source[0]){case"\
|":case">":setBlockScalarValue(token,source);break;case'"':setFlowScalarValue(token,source,"double-quoted-scalar");break;case"'":setFlowScalarValue(token,source,
"single-quoted-scalar");break;default:setFlowScalarValue(token,source,"scalar")}}function setBlockScalarValue(token,source){const he=source.indexOf("\n");const head=source.
substring(0,he);const body=source.substring(he+1)+"\n";if(token.type==="block-scalar"){const header=token.props[0];if(header.type!=="block-scalar-header")throw new Error(
"Invalid block scalar header");header.source=head;token.source=body}else{const{offset}=token;const indent="indent"in token?token.indent:-1;const props=[{type:"b\
lock-scalar-header",offset,indent,source:head}];if(!addEndtoBlockProps(props,"end"in token?token.end:void 0))props.push({type:"newline",offset:-1,indent,source:"\
\n"});for(const key of Object.keys(token))if(key!=="type"&&key!=="offset")delete token[key];Object.assign(token,{type:"block-scalar",indent,props,source:body})}}
function addEndtoBlockProps(props,end){if(end)for(const st of end)switch(st.type){case"space":case"comment":props.push(st);break;case"newline":props.push(st);return true}
return false}function setFlowScalarValue(token,source,type){switch(token.type){case"scalar":case"double-quoted-scalar":case"single-quoted-scalar":token.type=type;
token.source=source;break;case"block-scalar":{const end=token.props.slice(1);let oa=source.length;if(token.props[0].type==="block-scalar-header")oa-=token.props[0].
source.length;for(const tok of end)tok.offset+=oa;delete token.props;Object.assign(token,{type,source,end});break}case"block-map":case"block-seq":{const offset=token.
offset+source.length;const nl={type:"newline",offset,indent:token.indent,source:"\n"};delete token.items;Object.assign(token,{type,source,end:[nl]});break}default:{
const indent="indent"in token?token.indent:-1;const end="end"in token&&Array.isArray(token.end)?token.end.filter(st=>st.type==="space"||st.type==="comment"||st.
type==="newline"):[];for(const key of Object.keys(token))if(key!=="type"&&key!=="offset")delete token[key];Object.assign(token,{type,indent,source,end})}}}exports.
createScalarToken=createScalarToken;exports.resolveAsScalar=resolveAsScalar;exports.setScalarValue=setScalarValue}});var require_cst_stringify=__commonJS({"node_modules/yaml/dist/parse/cst-stringify.js"(exports){"use strict";var stringify=cst=>"type"in cst?stringifyToken(cst):
stringifyItem(cst);function stringifyToken(token){switch(token.type){case"block-scalar":{let res="";for(const tok of token.props)res+=stringifyToken(tok);return res+
token.source}case"block-map":case"block-seq":{let res="";for(const item of token.items)res+=stringifyItem(item);return res}case"flow-collection":{let res=token.
start.source;for(const item of token.items)res+=stringifyItem(item);for(const st of token.end)res+=st.source;return res}case"document":{let res=stringifyItem(token);
if(token.end)for(const st of token.end)res+=st.source;return res}default:{let res=token.source;if("end"in token&&token.end)for(const st of token.end)res+=st.source;
return res}}}function stringifyItem({start,key,sep,value}){let res="";for(const st of start)res+=st.source;if(key)res+=stringifyToken(key);if(sep)for(const st of sep)
res+=st.source;if(value)res+=stringifyToken(value);return res}exports.stringify=stringify}});var require_cst_visit=__commonJS({"node_modules/yaml/dist/parse/cst-visit.js"(exports){"use strict";var BREAK=Symbol("break visit");var SKIP=Symbol("skip childr\
en");var REMOVE=Symbol("remove item");function visit2(cst,visitor){if("type"in cst&&cst.type==="document")cst={start:cst.start,value:cst.value};_visit(Object.freeze(
[]),cst,visitor)}visit2.BREAK=BREAK;visit2.SKIP=SKIP;visit2.REMOVE=REMOVE;visit2.itemAtPath=(cst,path)=>{let item=cst;for(const[field,index]of path){const tok=item?.[field];
if(tok&&"items"in tok){item=tok.items[index]}else return void 0}return item};visit2.parentCollection=(cst,path)=>{const parent=visit2.itemAtPath(cst,path.slice(
0,-1));const field=path[path.length-1][0];const coll=parent?.[field];if(coll&&"items"in coll)return coll;throw new Error("Parent collection not found")};function _visit(path,item,visitor){
let ctrl=visitor(item,path);if(typeof ctrl==="symbol")return ctrl;for(const field of["key","value"]){const token=item[field];if(token&&"items"in token){for(let i=0;i<
token.items.length;++i){const ci=_visit(Object.freeze(path.concat([[field,i]])),token.items[i],visitor);if(typeof ci==="number")i=ci-1;else if(ci===BREAK)return BREAK;else if(ci===
REMOVE){token.items.splice(i,1);i-=1}}if(typeof ctrl==="function"&&field==="key")ctrl=ctrl(item,path)}}return typeof ctrl==="function"?ctrl(item,path):ctrl}exports.
visit=visit2}});var require_cst=__commonJS({"node_modules/yaml/dist/parse/cst.js"(exports){"use strict";var cstScalar=require_cst_scalar();var cstStringify=require_cst_stringify();
var cstVisit=require_cst_visit();var BOM="\uFEFF";var DOCUMENT="";var FLOW_END="";var SCALAR="";var isCollection=token=>!!token&&"items"in token;var isScalar2=token=>!!token&&
(token.type==="scalar"||token.type==="single-quoted-scalar"||token.type==="double-quoted-scalar"||token.type==="block-scalar");function prettyToken(token){switch(token){case BOM:
return"<BOM>";case DOCUMENT:return"<DOC>";case FLOW_END:return"<FLOW_END>";case SCALAR:return"<SCALAR>";default:return JSON.stringify(token)}}function tokenType(source){
switch(source){case BOM:return"byte-order-mark";case DOCUMENT:return"doc-mode";case FLOW_END:return"flow-error-end";case SCALAR:return"scalar";case"---":return"\
doc-start";case"...":return"doc-end";case"":case"\n":case"\r\n":return"newline";case"-":return"seq-item-ind";case"?":return"explicit-key-ind";case":":return"map\
-value-ind";case"{":return"flow-map-start";case"}":return"flow-map-end";case"[":return"flow-seq-start";case"]":return"flow-seq-end";case",":return"comma"}switch(source[0]){case"\
 ":case"	":return"space";case"#":return"comment";case"%":return"directive-line";case"*":return"alias";case"&":return"anchor";case"!":return"tag";case"'":return"\
single-quoted-scalar";case'"':return"double-quoted-scalar";case"|":case">":return"block-scalar-header"}return null}exports.createScalarToken=cstScalar.createScalarToken;
exports.resolveAsScalar=cstScalar.resolveAsScalar;exports.setScalarValue=cstScalar.setScalarValue;exports.stringify=cstStringify.stringify;exports.visit=cstVisit.
visit;exports.BOM=BOM;exports.DOCUMENT=DOCUMENT;exports.FLOW_END=FLOW_END;exports.SCALAR=SCALAR;exports.isCollection=isCollection;exports.isScalar=isScalar2;exports.
prettyToken=prettyToken;exports.tokenType=tokenType}});var require_lexer=__commonJS({"node_modules/yaml/dist/parse/lexer.js"(exports){"use strict";var cst=require_cst();function isEmpty(ch){switch(ch){case void 0:case"\
 ":case"\n":case"\r":case"	":return true;default:return false}}var hexDigits=new Set("0123456789ABCDEFabcdef");var tagChars=new Set("0123456789ABCDEFGHIJKLMNOPQ\
RSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");var flowIndicatorChars=new Set(",[]{}");var invalidAnchorChars=new Set(" ,[]{}\n\r	");var isNotAnchorChar=ch=>!ch||
invalidAnchorChars.has(ch);var Lexer2=class{constructor(){this.atEnd=false;this.blockScalarIndent=-1;this.blockScalarKeep=false;this.buffer="";this.flowKey=false;
this.flowLevel=0;this.indentNext=0;this.indentValue=0;this.lineEndPos=null;this.next=null;this.pos=0}*lex(source,incomplete=false){if(source){if(typeof source!==
"string")throw TypeError("source is not a string");this.buffer=this.buffer?this.buffer+source:source;this.lineEndPos=null}this.atEnd=!incomplete;let next=this.next??
"stream";while(next&&(incomplete||this.hasChars(1)))next=yield*this.parseNext(next)}atLineEnd(){let i=this.pos;let ch=this.buffer[i];while(ch===" "||ch==="	")ch=
this.buffer[++i];if(!ch||ch==="#"||ch==="\n")return true;if(ch==="\r")return this.buffer[i+1]==="\n";return false}charAt(n){return this.buffer[this.pos+n]}continueScalar(offset){
let ch=this.buffer[offset];if(this.indentNext>0){let indent=0;while(ch===" ")ch=this.buffer[++indent+offset];if(ch==="\r"){const next=this.buffer[indent+offset+
1];if(next==="\n"||!next&&!this.atEnd)return offset+indent+1}return ch==="\n"||indent>=this.indentNext||!ch&&!this.atEnd?offset+indent:-1}if(ch==="-"||ch==="."){
const dt=this.buffer.substr(offset,3);if((dt==="---"||dt==="...")&&isEmpty(this.buffer[offset+3]))return-1}return offset}getLine(){let end=this.lineEndPos;if(typeof end!==
"number"||end!==-1&&end<this.pos){end=this.buffer.indexOf("\n",this.pos);this.lineEndPos=end}if(end===-1)return this.atEnd?this.buffer.substring(this.pos):null;
if(this.buffer[end-1]==="\r")end-=1;return this.buffer.substring(this.pos,end)}hasChars(n){return this.pos+n<=this.buffer.length}setNext(state){this.buffer=this.
buffer.substring(this.pos);this.pos=0;this.lineEndPos=null;this.next=state;return null}peek(n){return this.buffer.substr(this.pos,n)}*parseNext(next){switch(next){case"\
stream":return yield*this.parseStream();case"line-start":return yield*this.parseLineStart();case"block-start":return yield*this.parseBlockStart();case"doc":return yield*this.
parseDocument();case"flow":return yield*this.parseFlowCollection();case"quoted-scalar":return yield*this.parseQuotedScalar();case"block-scalar":return yield*this.
parseBlockScalar();case"plain-scalar":return yield*this.parsePlainScalar()}}*parseStream(){let line=this.getLine();if(line===null)return this.setNext("stream");
if(line[0]===cst.BOM){yield*this.pushCount(1);line=line.substring(1)}if(line[0]==="%"){let dirEnd=line.length;let cs=line.indexOf("#");while(cs!==-1){const ch=line[cs-
1];if(ch===" "||ch==="	"){dirEnd=cs-1;break}else{cs=line.indexOf("#",cs+1)}}while(true){const ch=line[dirEnd-1];if(ch===" "||ch==="	")dirEnd-=1;else break}const n=(yield*this.
pushCount(dirEnd))+(yield*this.pushSpaces(true));yield*this.pushCount(line.length-n);this.pushNewline();return"stream"}if(this.atLineEnd()){const sp=yield*this.
pushSpaces(true);yield*this.pushCount(line.length-sp);yield*this.pushNewline();return"stream"}yield cst.DOCUMENT;return yield*this.parseLineStart()}*parseLineStart(){
const ch=this.charAt(0);if(!ch&&!this.atEnd)return this.setNext("line-start");if(ch==="-"||ch==="."){if(!this.atEnd&&!this.hasChars(4))return this.setNext("line\
-start");const s=this.peek(3);if((s==="---"||s==="...")&&isEmpty(this.charAt(3))){yield*this.pushCount(3);this.indentValue=0;this.indentNext=0;return s==="---"?
"doc":"stream"}}this.indentValue=yield*this.pushSpaces(false);if(this.indentNext>this.indentValue&&!isEmpty(this.charAt(1)))this.indentNext=this.indentValue;return yield*this.
parseBlockStart()}*parseBlockStart(){const[ch0,ch1]=this.peek(2);if(!ch1&&!this.atEnd)return this.setNext("block-start");if((ch0==="-"||ch0==="?"||ch0===":")&&isEmpty(
ch1)){const n=(yield*this.pushCount(1))+(yield*this.pushSpaces(true));this.indentNext=this.indentValue+1;this.indentValue+=n;return"block-start"}return"doc"}*parseDocument(){
yield*this.pushSpaces(true);const line=this.getLine();if(line===null)return this.setNext("doc");let n=yield*this.pushIndicators();switch(line[n]){case"#":yield*this.
pushCount(line.length-n);case void 0:yield*this.pushNewline();return yield*this.parseLineStart();case"{":case"[":yield*this.pushCount(1);this.flowKey=false;this.
flowLevel=1;return"flow";case"}":case"]":yield*this.pushCount(1);return"doc";case"*":yield*this.pushUntil(isNotAnchorChar);return"doc";case'"':case"'":return yield*this.
parseQuotedScalar();case"|":case">":n+=yield*this.parseBlockScalarHeader();n+=yield*this.pushSpaces(true);yield*this.pushCount(line.length-n);yield*this.pushNewline();
return yield*this.parseBlockScalar();default:return yield*this.parsePlainScalar()}}*parseFlowCollection(){let nl,sp;let indent=-1;do{nl=yield*this.pushNewline();
if(nl>0){sp=yield*this.pushSpaces(false);this.indentValue=indent=sp}else{sp=0}sp+=yield*this.pushSpaces(true)}while(nl+sp>0);const line=this.getLine();if(line===
null)return this.setNext("flow");if(indent!==-1&&indent<this.indentNext&&line[0]!=="#"||indent===0&&(line.startsWith("---")||line.startsWith("..."))&&isEmpty(line[3])){
const atFlowEndMarker=indent===this.indentNext-1&&this.flowLevel===1&&(line[0]==="]"||line[0]==="}");if(!atFlowEndMarker){this.flowLevel=0;yield cst.FLOW_END;return yield*this.
parseLineStart()}}let n=0;while(line[n]===","){n+=yield*this.pushCount(1);n+=yield*this.pushSpaces(true);this.flowKey=false}n+=yield*this.pushIndicators();switch(line[n]){case void 0:
return"flow";case"#":yield*this.pushCount(line.length-n);return"flow";case"{":case"[":yield*this.pushCount(1);this.flowKey=false;this.flowLevel+=1;return"flow";case"\
}":case"]":yield*this.pushCount(1);this.flowKey=true;this.flowLevel-=1;return this.flowLevel?"flow":"doc";case"*":yield*this.pushUntil(isNotAnchorChar);return"f\
low";case'"':case"'":this.flowKey=true;return yield*this.parseQuotedScalar();case":":{const next=this.charAt(1);if(this.flowKey||isEmpty(next)||next===","){this.
flowKey=false;yield*this.pushCount(1);yield*this.pushSpaces(true);return"flow"}}default:this.flowKey=false;return yield*this.parsePlainScalar()}}*parseQuotedScalar(){
const quote2=this.charAt(0);let end=this.buffer.indexOf(quote2,this.pos+1);if(quote2==="'"){while(end!==-1&&this.buffer[end+1]==="'")end=this.buffer.indexOf("'",
end+2)}else{while(end!==-1){let n=0;while(this.buffer[end-1-n]==="\\")n+=1;if(n%2===0)break;end=this.buffer.indexOf('"',end+1)}}const qb=this.buffer.substring(0,
end);let nl=qb.indexOf("\n",this.pos);if(nl!==-1){while(nl!==-1){const cs=this.continueScalar(nl+1);if(cs===-1)break;nl=qb.indexOf("\n",cs)}if(nl!==-1){end=nl-(qb[nl-
1]==="\r"?2:1)}}if(end===-1){if(!this.atEnd)return this.setNext("quoted-scalar");end=this.buffer.length}yield*this.pushToIndex(end+1,false);return this.flowLevel?
"flow":"doc"}*parseBlockScalarHeader(){this.blockScalarIndent=-1;this.blockScalarKeep=false;let i=this.pos;while(true){const ch=this.buffer[++i];if(ch==="+")this.
blockScalarKeep=true;else if(ch>"0"&&ch<="9")this.blockScalarIndent=Number(ch)-1;else if(ch!=="-")break}return yield*this.pushUntil(ch=>isEmpty(ch)||ch==="#")}*parseBlockScalar(){
let nl=this.pos-1;let indent=0;let ch;loop:for(let i2=this.pos;ch=this.buffer[i2];++i2){switch(ch){case" ":indent+=1;break;case"\n":nl=i2;indent=0;break;case"\r":{
const next=this.buffer[i2+1];if(!next&&!this.atEnd)return this.setNext("block-scalar");if(next==="\n")break}default:break loop}}if(!ch&&!this.atEnd)return this.
setNext("block-scalar");if(indent>=this.indentNext){if(this.blockScalarIndent===-1)this.indentNext=indent;else{this.indentNext=this.blockScalarIndent+(this.indentNext===
0?1:this.indentNext)}do{const cs=this.continueScalar(nl+1);if(cs===-1)break;nl=this.buffer.indexOf("\n",cs)}while(nl!==-1);if(nl===-1){if(!this.atEnd)return this.
setNext("block-scalar");nl=this.buffer.length}}let i=nl+1;ch=this.buffer[i];while(ch===" ")ch=this.buffer[++i];if(ch==="	"){while(ch==="	"||ch===" "||ch==="\r"||
ch==="\n")ch=this.buffer[++i];nl=i-1}else if(!this.blockScalarKeep){do{let i2=nl-1;let ch2=this.buffer[i2];if(ch2==="\r")ch2=this.buffer[--i2];const lastChar=i2;
while(ch2===" ")ch2=this.buffer[--i2];if(ch2==="\n"&&i2>=this.pos&&i2+1+indent>lastChar)nl=i2;else break}while(true)}yield cst.SCALAR;yield*this.pushToIndex(nl+
1,true);return yield*this.parseLineStart()}*parsePlainScalar(){const inFlow=this.flowLevel>0;let end=this.pos-1;let i=this.pos-1;let ch;while(ch=this.buffer[++i]){
if(ch===":"){const next=this.buffer[i+1];if(isEmpty(next)||inFlow&&flowIndicatorChars.has(next))break;end=i}else if(isEmpty(ch)){let next=this.buffer[i+1];if(ch===
"\r"){if(next==="\n"){i+=1;ch="\n";next=this.buffer[i+1]}else end=i}if(next==="#"||inFlow&&flowIndicatorChars.has(next))break;if(ch==="\n"){const cs=this.continueScalar(
i+1);if(cs===-1)break;i=Math.max(i,cs-2)}}else{if(inFlow&&flowIndicatorChars.has(ch))break;end=i}}if(!ch&&!this.atEnd)return this.setNext("plain-scalar");yield cst.
SCALAR;yield*this.pushToIndex(end+1,true);return inFlow?"flow":"doc"}*pushCount(n){if(n>0){yield this.buffer.substr(this.pos,n);this.pos+=n;return n}return 0}*pushToIndex(i,allowEmpty){
const s=this.buffer.slice(this.pos,i);if(s){yield s;this.pos+=s.length;return s.length}else if(allowEmpty)yield"";return 0}*pushIndicators(){let n=0;loop:while(true){
switch(this.charAt(0)){case"!":n+=yield*this.pushTag();n+=yield*this.pushSpaces(true);continue loop;case"&":n+=yield*this.pushUntil(isNotAnchorChar);n+=yield*this.
pushSpaces(true);continue loop;case"-":case"?":case":":{const inFlow=this.flowLevel>0;const ch1=this.charAt(1);if(isEmpty(ch1)||inFlow&&flowIndicatorChars.has(ch1)){
if(!inFlow)this.indentNext=this.indentValue+1;else if(this.flowKey)this.flowKey=false;n+=yield*this.pushCount(1);n+=yield*this.pushSpaces(true);continue loop}}}
break loop}return n}*pushTag(){if(this.charAt(1)==="<"){let i=this.pos+2;let ch=this.buffer[i];while(!isEmpty(ch)&&ch!==">")ch=this.buffer[++i];return yield*this.
pushToIndex(ch===">"?i+1:i,false)}else{let i=this.pos+1;let ch=this.buffer[i];while(ch){if(tagChars.has(ch))ch=this.buffer[++i];else if(ch==="%"&&hexDigits.has(
this.buffer[i+1])&&hexDigits.has(this.buffer[i+2])){ch=this.buffer[i+=3]}else break}return yield*this.pushToIndex(i,false)}}*pushNewline(){const ch=this.buffer[this.
pos];if(ch==="\n")return yield*this.pushCount(1);else if(ch==="\r"&&this.charAt(1)==="\n")return yield*this.pushCount(2);else return 0}*pushSpaces(allowTabs){let i=this.
pos-1;let ch;do{ch=this.buffer[++i]}while(ch===" "||allowTabs&&ch==="	");const n=i-this.pos;if(n>0){yield this.buffer.substr(this.pos,n);this.pos=i}return n}*pushUntil(test){
let i=this.pos;let ch=this.buffer[i];while(!test(ch))ch=this.buffer[++i];return yield*this.pushToIndex(i,false)}};exports.Lexer=Lexer2}});var require_line_counter=__commonJS({"node_modules/yaml/dist/parse/line-counter.js"(exports){"use strict";var LineCounter2=class{constructor(){this.lineStarts=[];
this.addNewLine=offset=>this.lineStarts.push(offset);this.linePos=offset=>{let low=0;let high=this.lineStarts.length;while(low<high){const mid=low+high>>1;if(this.
lineStarts[mid]<offset)low=mid+1;else high=mid}if(this.lineStarts[low]===offset)return{line:low+1,col:1};if(low===0)return{line:0,col:offset};const start=this.lineStarts[low-
1];return{line:low,col:offset-start+1}}}};exports.LineCounter=LineCounter2}});var require_parser=__commonJS({"node_modules/yaml/dist/parse/parser.js"(exports){"use strict";var node_process=__require("process");var cst=require_cst();var lexer=require_lexer();
function includesToken(list,type){for(let i=0;i<list.length;++i)if(list[i].type===type)return true;return false}function findNonEmptyIndex(list){for(let i=0;i<list.
length;++i){switch(list[i].type){case"space":case"comment":case"newline":break;default:return i}}return-1}function isFlowToken(token){switch(token?.type){case"a\
lias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":case"flow-collection":return true;default:return false}}function getPrevProps(parent){switch(parent.
type){case"document":return parent.start;case"block-map":{const it=parent.items[parent.items.length-1];return it.sep??it.start}case"block-seq":return parent.items[parent.
items.length-1].start;default:return[]}}function getFirstKeyStartProps(prev){if(prev.length===0)return[];let i=prev.length;loop:while(--i>=0){switch(prev[i].type){case"\
doc-start":case"explicit-key-ind":case"map-value-ind":case"seq-item-ind":case"newline":break loop}}while(prev[++i]?.type==="space"){}return prev.splice(i,prev.length)}
function arrayPushArray(target,source){if(source.length<1e5)Array.prototype.push.apply(target,source);else for(let i=0;i<source.length;++i)target.push(source[i])}
function fixFlowSeqItems(fc){if(fc.start.type==="flow-seq-start"){for(const it of fc.items){if(it.sep&&!it.value&&!includesToken(it.start,"explicit-key-ind")&&!includesToken(
it.sep,"map-value-ind")){if(it.key)it.value=it.key;delete it.key;if(isFlowToken(it.value)){if(it.value.end)arrayPushArray(it.value.end,it.sep);else it.value.end=
it.sep}else arrayPushArray(it.start,it.sep);delete it.sep}}}}var Parser2=class{constructor(onNewLine){this.atNewLine=true;this.atScalar=false;this.indent=0;this.
offset=0;this.onKeyLine=false;this.stack=[];this.source="";this.type="";this.lexer=new lexer.Lexer;this.onNewLine=onNewLine}*parse(source,incomplete=false){if(this.
onNewLine&&this.offset===0)this.onNewLine(0);for(const lexeme of this.lexer.lex(source,incomplete))yield*this.next(lexeme);if(!incomplete)yield*this.end()}*next(source){
this.source=source;if(node_process.env.LOG_TOKENS)console.log("|",cst.prettyToken(source));if(this.atScalar){this.atScalar=false;yield*this.step();this.offset+=
source.length;return}const type=cst.tokenType(source);if(!type){const message=`Not a YAML token: ${source}`;yield*this.pop({type:"error",offset:this.offset,message,
source});this.offset+=source.length}else if(type==="scalar"){this.atNewLine=false;this.atScalar=true;this.type="scalar"}else{this.type=type;yield*this.step();switch(type){case"\
newline":this.atNewLine=true;this.indent=0;if(this.onNewLine)this.onNewLine(this.offset+source.length);break;case"space":if(this.atNewLine&&source[0]===" ")this.
indent+=source.length;break;case"explicit-key-ind":case"map-value-ind":case"seq-item-ind":if(this.atNewLine)this.indent+=source.length;break;case"doc-mode":case"\
flow-error-end":return;default:this.atNewLine=false}this.offset+=source.length}}*end(){while(this.stack.length>0)yield*this.pop()}get sourceToken(){const st={type:this.
type,offset:this.offset,indent:this.indent,source:this.source};return st}*step(){const top=this.peek(1);if(this.type==="doc-end"&&top?.type!=="doc-end"){while(this.
stack.length>0)yield*this.pop();this.stack.push({type:"doc-end",offset:this.offset,source:this.source});return}if(!top)return yield*this.stream();switch(top.type){case"\
document":return yield*this.document(top);case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":return yield*this.scalar(top);case"bloc\
k-scalar":return yield*this.blockScalar(top);case"block-map":return yield*this.blockMap(top);case"block-seq":return yield*this.blockSequence(top);case"flow-coll\
ection":return yield*this.flowCollection(top);case"doc-end":return yield*this.documentEnd(top)}yield*this.pop()}peek(n){return this.stack[this.stack.length-n]}*pop(error){
const token=error??this.stack.pop();if(!token){const message="Tried to pop an empty stack";yield{type:"error",offset:this.offset,source:"",message}}else if(this.
stack.length===0){yield token}else{const top=this.peek(1);if(token.type==="block-scalar"){token.indent="indent"in top?top.indent:0}else if(token.type==="flow-co\
llection"&&top.type==="document"){token.indent=0}if(token.type==="flow-collection")fixFlowSeqItems(token);switch(top.type){case"document":top.value=token;break;case"\
block-scalar":top.props.push(token);break;case"block-map":{const it=top.items[top.items.length-1];if(it.value){top.items.push({start:[],key:token,sep:[]});this.
onKeyLine=true;return}else if(it.sep){it.value=token}else{Object.assign(it,{key:token,sep:[]});this.onKeyLine=!it.explicitKey;return}break}case"block-seq":{const it=top.
items[top.items.length-1];if(it.value)top.items.push({start:[],value:token});else it.value=token;break}case"flow-collection":{const it=top.items[top.items.length-
1];if(!it||it.value)top.items.push({start:[],key:token,sep:[]});else if(it.sep)it.value=token;else Object.assign(it,{key:token,sep:[]});return}default:yield*this.
pop();yield*this.pop(token)}if((top.type==="document"||top.type==="block-map"||top.type==="block-seq")&&(token.type==="block-map"||token.type==="block-seq")){const last=token.
items[token.items.length-1];if(last&&!last.sep&&!last.value&&last.start.length>0&&findNonEmptyIndex(last.start)===-1&&(token.indent===0||last.start.every(st=>st.
type!=="comment"||st.indent<token.indent))){if(top.type==="document")top.end=last.start;else top.items.push({start:last.start});token.items.splice(-1,1)}}}}*stream(){
switch(this.type){case"directive-line":yield{type:"directive",offset:this.offset,source:this.source};return;case"byte-order-mark":case"space":case"comment":case"\
newline":yield this.sourceToken;return;case"doc-mode":case"doc-start":{const doc={type:"document",offset:this.offset,start:[]};if(this.type==="doc-start")doc.start.
push(this.sourceToken);this.stack.push(doc);return}}yield{type:"error",offset:this.offset,message:`Unexpected ${this.type} token in YAML stream`,source:this.source}}*document(doc){
if(doc.value)return yield*this.lineEnd(doc);switch(this.type){case"doc-start":{if(findNonEmptyIndex(doc.start)!==-1){yield*this.pop();yield*this.step()}else doc.
start.push(this.sourceToken);return}case"anchor":case"tag":case"space":case"comment":case"newline":doc.start.push(this.sourceToken);return}const bv=this.startBlockValue(
doc);if(bv)this.stack.push(bv);else{yield{type:"error",offset:this.offset,message:`Unexpected ${this.type} token in YAML document`,source:this.source}}}*scalar(scalar){
if(this.type==="map-value-ind"){const prev=getPrevProps(this.peek(2));const start=getFirstKeyStartProps(prev);let sep;if(scalar.end){sep=scalar.end;sep.push(this.
sourceToken);delete scalar.end}else sep=[this.sourceToken];const map={type:"block-map",offset:scalar.offset,indent:scalar.indent,items:[{start,key:scalar,sep}]};
this.onKeyLine=true;this.stack[this.stack.length-1]=map}else yield*this.lineEnd(scalar)}*blockScalar(scalar){switch(this.type){case"space":case"comment":case"ne\
wline":scalar.props.push(this.sourceToken);return;case"scalar":scalar.source=this.source;this.atNewLine=true;this.indent=0;if(this.onNewLine){let nl=this.source.
indexOf("\n")+1;while(nl!==0){this.onNewLine(this.offset+nl);nl=this.source.indexOf("\n",nl)+1}}yield*this.pop();break;default:yield*this.pop();yield*this.step()}}*blockMap(map){
const it=map.items[map.items.length-1];switch(this.type){case"newline":this.onKeyLine=false;if(it.value){const end="end"in it.value?it.value.end:void 0;const last=Array.
isArray(end)?end[end.length-1]:void 0;if(last?.type==="comment")end?.push(this.sourceToken);else map.items.push({start:[this.sourceToken]})}else if(it.sep){it.sep.
push(this.sourceToken)}else{it.start.push(this.sourceToken)}return;case"space":case"comment":if(it.value){map.items.push({start:[this.sourceToken]})}else if(it.
sep){it.sep.push(this.sourceToken)}else{if(this.atIndentedComment(it.start,map.indent)){const prev=map.items[map.items.length-2];const end=prev?.value?.end;if(Array.
isArray(end)){arrayPushArray(end,it.start);end.push(this.sourceToken);map.items.pop();return}}it.start.push(this.sourceToken)}return}if(this.indent>=map.indent){
const atMapIndent=!this.onKeyLine&&this.indent===map.indent;const atNextItem=atMapIndent&&(it.sep||it.explicitKey)&&this.type!=="seq-item-ind";let start=[];if(atNextItem&&
it.sep&&!it.value){const nl=[];for(let i=0;i<it.sep.length;++i){const st=it.sep[i];switch(st.type){case"newline":nl.push(i);break;case"space":break;case"comment":
if(st.indent>map.indent)nl.length=0;break;default:nl.length=0}}if(nl.length>=2)start=it.sep.splice(nl[1])}switch(this.type){case"anchor":case"tag":if(atNextItem||
it.value){start.push(this.sourceToken);map.items.push({start});this.onKeyLine=true}else if(it.sep){it.sep.push(this.sourceToken)}else{it.start.push(this.sourceToken)}
return;case"explicit-key-ind":if(!it.sep&&!it.explicitKey){it.start.push(this.sourceToken);it.explicitKey=true}else if(atNextItem||it.value){start.push(this.sourceToken);
map.items.push({start,explicitKey:true})}else{this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:[this.sourceToken],explicitKey:true}]})}
this.onKeyLine=true;return;case"map-value-ind":if(it.explicitKey){if(!it.sep){if(includesToken(it.start,"newline")){Object.assign(it,{key:null,sep:[this.sourceToken]})}else{
const start2=getFirstKeyStartProps(it.start);this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:start2,key:null,sep:[this.sourceToken]}]})}}else if(it.
value){map.items.push({start:[],key:null,sep:[this.sourceToken]})}else if(includesToken(it.sep,"map-value-ind")){this.stack.push({type:"block-map",offset:this.offset,
indent:this.indent,items:[{start,key:null,sep:[this.sourceToken]}]})}else if(isFlowToken(it.key)&&!includesToken(it.sep,"newline")){const start2=getFirstKeyStartProps(
it.start);const key=it.key;const sep=it.sep;sep.push(this.sourceToken);delete it.key;delete it.sep;this.stack.push({type:"block-map",offset:this.offset,indent:this.
indent,items:[{start:start2,key,sep}]})}else if(start.length>0){it.sep=it.sep.concat(start,this.sourceToken)}else{it.sep.push(this.sourceToken)}}else{if(!it.sep){
Object.assign(it,{key:null,sep:[this.sourceToken]})}else if(it.value||atNextItem){map.items.push({start,key:null,sep:[this.sourceToken]})}else if(includesToken(
it.sep,"map-value-ind")){this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:[],key:null,sep:[this.sourceToken]}]})}else{it.sep.
push(this.sourceToken)}}this.onKeyLine=true;return;case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":{const fs=this.flowScalar(this.
type);if(atNextItem||it.value){map.items.push({start,key:fs,sep:[]});this.onKeyLine=true}else if(it.sep){this.stack.push(fs)}else{Object.assign(it,{key:fs,sep:[]});
this.onKeyLine=true}return}default:{const bv=this.startBlockValue(map);if(bv){if(bv.type==="block-seq"){if(!it.explicitKey&&it.sep&&!includesToken(it.sep,"newli\
ne")){yield*this.pop({type:"error",offset:this.offset,message:"Unexpected block-seq-ind on same line with key",source:this.source});return}}else if(atMapIndent){
map.items.push({start})}this.stack.push(bv);return}}}}yield*this.pop();yield*this.step()}*blockSequence(seq){const it=seq.items[seq.items.length-1];switch(this.
type){case"newline":if(it.value){const end="end"in it.value?it.value.end:void 0;const last=Array.isArray(end)?end[end.length-1]:void 0;if(last?.type==="comment")
end?.push(this.sourceToken);else seq.items.push({start:[this.sourceToken]})}else it.start.push(this.sourceToken);return;case"space":case"comment":if(it.value)seq.
items.push({start:[this.sourceToken]});else{if(this.atIndentedComment(it.start,seq.indent)){const prev=seq.items[seq.items.length-2];const end=prev?.value?.end;
if(Array.isArray(end)){arrayPushArray(end,it.start);end.push(this.sourceToken);seq.items.pop();return}}it.start.push(this.sourceToken)}return;case"anchor":case"\
tag":if(it.value||this.indent<=seq.indent)break;it.start.push(this.sourceToken);return;case"seq-item-ind":if(this.indent!==seq.indent)break;if(it.value||includesToken(
it.start,"seq-item-ind"))seq.items.push({start:[this.sourceToken]});else it.start.push(this.sourceToken);return}if(this.indent>seq.indent){const bv=this.startBlockValue(
seq);if(bv){this.stack.push(bv);return}}yield*this.pop();yield*this.step()}*flowCollection(fc){const it=fc.items[fc.items.length-1];if(this.type==="flow-error-e\
nd"){let top;do{yield*this.pop();top=this.peek(1)}while(top?.type==="flow-collection")}else if(fc.end.length===0){switch(this.type){case"comma":case"explicit-ke\
y-ind":if(!it||it.sep)fc.items.push({start:[this.sourceToken]});else it.start.push(this.sourceToken);return;case"map-value-ind":if(!it||it.value)fc.items.push({
start:[],key:null,sep:[this.sourceToken]});else if(it.sep)it.sep.push(this.sourceToken);else Object.assign(it,{key:null,sep:[this.sourceToken]});return;case"spa\
ce":case"comment":case"newline":case"anchor":case"tag":if(!it||it.value)fc.items.push({start:[this.sourceToken]});else if(it.sep)it.sep.push(this.sourceToken);else
it.start.push(this.sourceToken);return;case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":{const fs=this.flowScalar(this.type);if(!it||
it.value)fc.items.push({start:[],key:fs,sep:[]});else if(it.sep)this.stack.push(fs);else Object.assign(it,{key:fs,sep:[]});return}case"flow-map-end":case"flow-s\
eq-end":fc.end.push(this.sourceToken);return}const bv=this.startBlockValue(fc);if(bv)this.stack.push(bv);else{yield*this.pop();yield*this.step()}}else{const parent=this.
peek(2);if(parent.type==="block-map"&&(this.type==="map-value-ind"&&parent.indent===fc.indent||this.type==="newline"&&!parent.items[parent.items.length-1].sep)){
yield*this.pop();yield*this.step()}else if(this.type==="map-value-ind"&&parent.type!=="flow-collection"){const prev=getPrevProps(parent);const start=getFirstKeyStartProps(
prev);fixFlowSeqItems(fc);const sep=fc.end.splice(1,fc.end.length);sep.push(this.sourceToken);const map={type:"block-map",offset:fc.offset,indent:fc.indent,items:[
{start,key:fc,sep}]};this.onKeyLine=true;this.stack[this.stack.length-1]=map}else{yield*this.lineEnd(fc)}}}flowScalar(type){if(this.onNewLine){let nl=this.source.
indexOf("\n")+1;while(nl!==0){this.onNewLine(this.offset+nl);nl=this.source.indexOf("\n",nl)+1}}return{type,offset:this.offset,indent:this.indent,source:this.source}}startBlockValue(parent){
switch(this.type){case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":return this.flowScalar(this.type);case"block-scalar-header":return{
type:"block-scalar",offset:this.offset,indent:this.indent,props:[this.sourceToken],source:""};case"flow-map-start":case"flow-seq-start":return{type:"flow-collec\
tion",offset:this.offset,indent:this.indent,start:this.sourceToken,items:[],end:[]};case"seq-item-ind":return{type:"block-seq",offset:this.offset,indent:this.indent,
items:[{start:[this.sourceToken]}]};case"explicit-key-ind":{this.onKeyLine=true;const prev=getPrevProps(parent);const start=getFirstKeyStartProps(prev);start.push(
this.sourceToken);return{type:"block-map",offset:this.offset,indent:this.indent,items:[{start,explicitKey:true}]}}case"map-value-ind":{this.onKeyLine=true;const prev=getPrevProps(
parent);const start=getFirstKeyStartProps(prev);return{type:"block-map",offset:this.offset,indent:this.indent,items:[{start,key:null,sep:[this.sourceToken]}]}}}
return null}atIndentedComment(start,indent){if(this.type!=="comment")return false;if(this.indent<=indent)return false;return start.every(st=>st.type==="newline"||
st.type==="space")}*documentEnd(docEnd){if(this.type!=="doc-mode"){if(docEnd.end)docEnd.end.push(this.sourceToken);else docEnd.end=[this.sourceToken];if(this.type===
"newline")yield*this.pop()}}*lineEnd(token){switch(this.type){case"comma":case"doc-start":case"doc-end":case"flow-seq-end":case"flow-map-end":case"map-value-ind":
yield*this.pop();yield*this.step();break;case"newline":this.onKeyLine=false;case"space":case"comment":default:if(token.end)token.end.push(this.sourceToken);else
token.end=[this.sourceToken];if(this.type==="newline")yield*this.pop()}}};exports.Parser=Parser2}});var require_public_api=__commonJS({"node_modules/yaml/dist/public-api.js"(exports){"use strict";var composer=require_composer();var Document=require_Document();
var errors=require_errors();var log=require_log();var identity=require_identity();var lineCounter=require_line_counter();var parser=require_parser();function parseOptions(options2){
const prettyErrors=options2.prettyErrors!==false;const lineCounter$1=options2.lineCounter||prettyErrors&&new lineCounter.LineCounter||null;return{lineCounter:lineCounter$1,
prettyErrors}}function parseAllDocuments(source,options2={}){const{lineCounter:lineCounter2,prettyErrors}=parseOptions(options2);const parser$1=new parser.Parser(
lineCounter2?.addNewLine);const composer$1=new composer.Composer(options2);const docs=Array.from(composer$1.compose(parser$1.parse(source)));if(prettyErrors&&lineCounter2)
for(const doc of docs){doc.errors.forEach(errors.prettifyError(source,lineCounter2));doc.warnings.forEach(errors.prettifyError(source,lineCounter2))}if(docs.length>
0)return docs;return Object.assign([],{empty:true},composer$1.streamInfo())}function parseDocument2(source,options2={}){const{lineCounter:lineCounter2,prettyErrors}=parseOptions(
options2);const parser$1=new parser.Parser(lineCounter2?.addNewLine);const composer$1=new composer.Composer(options2);let doc=null;for(const _doc of composer$1.
compose(parser$1.parse(source),true,source.length)){if(!doc)doc=_doc;else if(doc.options.logLevel!=="silent"){doc.errors.push(new errors.YAMLParseError(_doc.range.
slice(0,2),"MULTIPLE_DOCS","Source contains multiple documents; please use YAML.parseAllDocuments()"));break}}if(prettyErrors&&lineCounter2){doc.errors.forEach(
errors.prettifyError(source,lineCounter2));doc.warnings.forEach(errors.prettifyError(source,lineCounter2))}return doc}function parse2(src,reviver,options2){let _reviver=void 0;
if(typeof reviver==="function"){_reviver=reviver}else if(options2===void 0&&reviver&&typeof reviver==="object"){options2=reviver}const doc=parseDocument2(src,options2);
if(!doc)return null;doc.warnings.forEach(warning=>log.warn(doc.options.logLevel,warning));if(doc.errors.length>0){if(doc.options.logLevel!=="silent")throw doc.errors[0];else
doc.errors=[]}return doc.toJS(Object.assign({reviver:_reviver},options2))}function stringify(value,replacer,options2){let _replacer=null;if(typeof replacer==="f\
unction"||Array.isArray(replacer)){_replacer=replacer}else if(options2===void 0&&replacer){options2=replacer}if(typeof options2==="string")options2=options2.length;
if(typeof options2==="number"){const indent=Math.round(options2);options2=indent<1?void 0:indent>8?{indent:8}:{indent}}if(value===void 0){const{keepUndefined}=options2??
replacer??{};if(!keepUndefined)return void 0}if(identity.isDocument(value)&&!_replacer)return value.toString(options2);return new Document.Document(value,_replacer,
options2).toString(options2)}exports.parse=parse2;exports.parseAllDocuments=parseAllDocuments;exports.parseDocument=parseDocument2;exports.stringify=stringify}});var require_dist2=__commonJS({"node_modules/yaml/dist/index.js"(exports){"use strict";var composer=require_composer();var Document=require_Document();var Schema=require_Schema();
var errors=require_errors();var Alias=require_Alias();var identity=require_identity();var Pair=require_Pair();var Scalar=require_Scalar();var YAMLMap=require_YAMLMap();
var YAMLSeq=require_YAMLSeq();var cst=require_cst();var lexer=require_lexer();var lineCounter=require_line_counter();var parser=require_parser();var publicApi=require_public_api();
var visit2=require_visit();exports.Composer=composer.Composer;exports.Document=Document.Document;exports.Schema=Schema.Schema;exports.YAMLError=errors.YAMLError;
exports.YAMLParseError=errors.YAMLParseError;exports.YAMLWarning=errors.YAMLWarning;exports.Alias=Alias.Alias;exports.isAlias=identity.isAlias;exports.isCollection=
identity.isCollection;exports.isDocument=identity.isDocument;exports.isMap=identity.isMap;exports.isNode=identity.isNode;exports.isPair=identity.isPair;exports.
isScalar=identity.isScalar;exports.isSeq=identity.isSeq;exports.Pair=Pair.Pair;exports.Scalar=Scalar.Scalar;exports.YAMLMap=YAMLMap.YAMLMap;exports.YAMLSeq=YAMLSeq.
YAMLSeq;exports.CST=cst;exports.Lexer=lexer.Lexer;exports.LineCounter=lineCounter.LineCounter;exports.Parser=parser.Parser;exports.parse=publicApi.parse;exports.
parseAllDocuments=publicApi.parseAllDocuments;exports.parseDocument=publicApi.parseDocument;exports.stringify=publicApi.stringify;exports.visit=visit2.visit;exports.
visitAsync=visit2.visitAsync}});var require_code=__commonJS({"node_modules/ajv/dist/compile/codegen/code.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});exports.
regexpCode=exports.getEsmExportName=exports.getProperty=exports.safeStringify=exports.stringify=exports.strConcat=exports.addCodeArg=exports.str=exports._=exports.
nil=exports._Code=exports.Name=exports.IDENTIFIER=exports._CodeOrName=void 0;var _CodeOrName=class{};exports._CodeOrName=_CodeOrName;exports.IDENTIFIER=/^[a-z$_][a-z$_0-9]*$/i;
var Name=class extends _CodeOrName{constructor(s){super();if(!exports.IDENTIFIER.test(s))throw new Error("CodeGen: name must be a valid identifier");this.str=s}toString(){
return this.str}emptyStr(){return false}get names(){return{[this.str]:1}}};exports.Name=Name;var _Code=class extends _CodeOrName{constructor(code){super();this.
_items=typeof code==="string"?[code]:code}toString(){return this.str}emptyStr(){if(this._items.length>1)return false;const item=this._items[0];return item===""||
item==='""'}get str(){var _a;return(_a=this._str)!==null&&_a!==void 0?_a:this._str=this._items.reduce((s,c)=>`${s}${c}`,"")}get names(){var _a;return(_a=this._names)!==
null&&_a!==void 0?_a:this._names=this._items.reduce((names,c)=>{if(c instanceof Name)names[c.str]=(names[c.str]||0)+1;return names},{})}};exports._Code=_Code;exports.
nil=new _Code("");function _(strs,...args){const code=[strs[0]];let i=0;while(i<args.length){addCodeArg(code,args[i]);code.push(strs[++i])}return new _Code(code)}
exports._=_;var plus=new _Code("+");function str(strs,...args){const expr=[safeStringify(strs[0])];let i=0;while(i<args.length){expr.push(plus);addCodeArg(expr,
args[i]);expr.push(plus,safeStringify(strs[++i]))}optimize(expr);return new _Code(expr)}exports.str=str;function addCodeArg(code,arg){if(arg instanceof _Code)code.
push(...arg._items);else if(arg instanceof Name)code.push(arg);else code.push(interpolate(arg))}exports.addCodeArg=addCodeArg;function optimize(expr){let i=1;while(i<
expr.length-1){if(expr[i]===plus){const res=mergeExprItems(expr[i-1],expr[i+1]);if(res!==void 0){expr.splice(i-1,3,res);continue}expr[i++]="+"}i++}}function mergeExprItems(a,b){
if(b==='""')return a;if(a==='""')return b;if(typeof a=="string"){if(b instanceof Name||a[a.length-1]!=='"')return;if(typeof b!="string")return`${a.slice(0,-1)}${b}\
"`;if(b[0]==='"')return a.slice(0,-1)+b.slice(1);return}if(typeof b=="string"&&b[0]==='"'&&!(a instanceof Name))return`"${a}${b.slice(1)}`;return}function strConcat(c1,c2){
return c2.emptyStr()?c1:c1.emptyStr()?c2:str`${c1}${c2}`}exports.strConcat=strConcat;function interpolate(x){return typeof x=="number"||typeof x=="boolean"||x===
null?x:safeStringify(Array.isArray(x)?x.join(","):x)}function stringify(x){return new _Code(safeStringify(x))}exports.stringify=stringify;function safeStringify(x){
return JSON.stringify(x).replace(/\u2028/g,"\\u2028").replace(/\u2029/g,"\\u2029")}exports.safeStringify=safeStringify;function getProperty(key){return typeof key==
"string"&&exports.IDENTIFIER.test(key)?new _Code(`.${key}`):_`[${key}]`}exports.getProperty=getProperty;function getEsmExportName(key){if(typeof key=="string"&&
exports.IDENTIFIER.test(key)){return new _Code(`${key}`)}throw new Error(`CodeGen: invalid export name: ${key}, use explicit $id name mapping`)}exports.getEsmExportName=
getEsmExportName;function regexpCode(rx){return new _Code(rx.toString())}exports.regexpCode=regexpCode}});var require_scope=__commonJS({"node_modules/ajv/dist/compile/codegen/scope.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});exports.
ValueScope=exports.ValueScopeName=exports.Scope=exports.varKinds=exports.UsedValueState=void 0;var code_1=require_code();var ValueError=class extends Error{constructor(name){
super(`CodeGen: "code" for ${name} not defined`);this.value=name.value}};var UsedValueState;(function(UsedValueState2){UsedValueState2[UsedValueState2["Started"]=
0]="Started";UsedValueState2[UsedValueState2["Completed"]=1]="Completed"})(UsedValueState||(exports.UsedValueState=UsedValueState={}));exports.varKinds={const:new code_1.
Name("const"),let:new code_1.Name("let"),var:new code_1.Name("var")};var Scope=class{constructor({prefixes,parent}={}){this._names={};this._prefixes=prefixes;this.
_parent=parent}toName(nameOrPrefix){return nameOrPrefix instanceof code_1.Name?nameOrPrefix:this.name(nameOrPrefix)}name(prefix){return new code_1.Name(this._newName(
prefix))}_newName(prefix){const ng=this._names[prefix]||this._nameGroup(prefix);return`${prefix}${ng.index++}`}_nameGroup(prefix){var _a,_b;if(((_b=(_a=this._parent)===
null||_a===void 0?void 0:_a._prefixes)===null||_b===void 0?void 0:_b.has(prefix))||this._prefixes&&!this._prefixes.has(prefix)){throw new Error(`CodeGen: prefix\
 "${prefix}" is not allowed in this scope`)}return this._names[prefix]={prefix,index:0}}};exports.Scope=Scope;var ValueScopeName=class extends code_1.Name{constructor(prefix,nameStr){
super(nameStr);this.prefix=prefix}setValue(value,{property,itemIndex}){this.value=value;this.scopePath=(0,code_1._)`.${new code_1.Name(property)}[${itemIndex}]`}};
exports.ValueScopeName=ValueScopeName;var line=(0,code_1._)`\n`;var ValueScope=class extends Scope{constructor(opts){super(opts);this._values={};this._scope=opts.
scope;this.opts={...opts,_n:opts.lines?line:code_1.nil}}get(){return this._scope}name(prefix){return new ValueScopeName(prefix,this._newName(prefix))}value(nameOrPrefix,value){
var _a;if(value.ref===void 0)throw new Error("CodeGen: ref must be passed in value");const name=this.toName(nameOrPrefix);const{prefix}=name;const valueKey=(_a=
value.key)!==null&&_a!==void 0?_a:value.ref;let vs=this._values[prefix];if(vs){const _name=vs.get(valueKey);if(_name)return _name}else{vs=this._values[prefix]=new Map}
vs.set(valueKey,name);const s=this._scope[prefix]||(this._scope[prefix]=[]);const itemIndex=s.length;s[itemIndex]=value.ref;name.setValue(value,{property:prefix,
itemIndex});return name}getValue(prefix,keyOrRef){const vs=this._values[prefix];if(!vs)return;return vs.get(keyOrRef)}scopeRefs(scopeName,values=this._values){return this.
_reduceValues(values,name=>{if(name.scopePath===void 0)throw new Error(`CodeGen: name "${name}" has no value`);return(0,code_1._)`${scopeName}${name.scopePath}`})}scopeCode(values=this.
_values,usedValues,getCode){return this._reduceValues(values,name=>{if(name.value===void 0)throw new Error(`CodeGen: name "${name}" has no value`);return name.value.
code},usedValues,getCode)}_reduceValues(values,valueCode,usedValues={},getCode){let code=code_1.nil;for(const prefix in values){const vs=values[prefix];if(!vs)continue;
const nameSet=usedValues[prefix]=usedValues[prefix]||new Map;vs.forEach(name=>{if(nameSet.has(name))return;nameSet.set(name,UsedValueState.Started);let c=valueCode(
name);if(c){const def=this.opts.es5?exports.varKinds.var:exports.varKinds.const;code=(0,code_1._)`${code}${def} ${name} = ${c};${this.opts._n}`}else if(c=getCode===
null||getCode===void 0?void 0:getCode(name)){code=(0,code_1._)`${code}${c}${this.opts._n}`}else{throw new ValueError(name)}nameSet.set(name,UsedValueState.Completed)})}
return code}};exports.ValueScope=ValueScope}});var require_codegen=__commonJS({"node_modules/ajv/dist/compile/codegen/index.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
exports.or=exports.and=exports.not=exports.CodeGen=exports.operators=exports.varKinds=exports.ValueScopeName=exports.ValueScope=exports.Scope=exports.Name=exports.
regexpCode=exports.stringify=exports.getProperty=exports.nil=exports.strConcat=exports.str=exports._=void 0;var code_1=require_code();var scope_1=require_scope();
var code_2=require_code();Object.defineProperty(exports,"_",{enumerable:true,get:function(){return code_2._}});Object.defineProperty(exports,"str",{enumerable:true,
get:function(){return code_2.str}});Object.defineProperty(exports,"strConcat",{enumerable:true,get:function(){return code_2.strConcat}});Object.defineProperty(exports,
"nil",{enumerable:true,get:function(){return code_2.nil}});Object.defineProperty(exports,"getProperty",{enumerable:true,get:function(){return code_2.getProperty}});
Object.defineProperty(exports,"stringify",{enumerable:true,get:function(){return code_2.stringify}});Object.defineProperty(exports,"regexpCode",{enumerable:true,
get:function(){return code_2.regexpCode}});Object.defineProperty(exports,"Name",{enumerable:true,get:function(){return code_2.Name}});var scope_2=require_scope();
Object.defineProperty(exports,"Scope",{enumerable:true,get:function(){return scope_2.Scope}});Object.defineProperty(exports,"ValueScope",{enumerable:true,get:function(){
return scope_2.ValueScope}});Object.defineProperty(exports,"ValueScopeName",{enumerable:true,get:function(){return scope_2.ValueScopeName}});Object.defineProperty(
exports,"varKinds",{enumerable:true,get:function(){return scope_2.varKinds}});exports.operators={GT:new code_1._Code(">"),GTE:new code_1._Code(">="),LT:new code_1.
_Code("<"),LTE:new code_1._Code("<="),EQ:new code_1._Code("==="),NEQ:new code_1._Code("!=="),NOT:new code_1._Code("!"),OR:new code_1._Code("||"),AND:new code_1.
_Code("&&"),ADD:new code_1._Code("+")};var Node=class{optimizeNodes(){return this}optimizeNames(_names,_constants){return this}};var Def=class extends Node{constructor(varKind,name,rhs){
super();this.varKind=varKind;this.name=name;this.rhs=rhs}render({es5,_n}){const varKind=es5?scope_1.varKinds.var:this.varKind;const rhs=this.rhs===void 0?"":` =\
 ${this.rhs}`;return`${varKind} ${this.name}${rhs};`+_n}optimizeNames(names,constants){if(!names[this.name.str])return;if(this.rhs)this.rhs=optimizeExpr(this.rhs,
names,constants);return this}get names(){return this.rhs instanceof code_1._CodeOrName?this.rhs.names:{}}};var Assign=class extends Node{constructor(lhs,rhs,sideEffects){
super();this.lhs=lhs;this.rhs=rhs;this.sideEffects=sideEffects}render({_n}){return`${this.lhs} = ${this.rhs};`+_n}optimizeNames(names,constants){if(this.lhs instanceof
code_1.Name&&!names[this.lhs.str]&&!this.sideEffects)return;this.rhs=optimizeExpr(this.rhs,names,constants);return this}get names(){const names=this.lhs instanceof
code_1.Name?{}:{...this.lhs.names};return addExprNames(names,this.rhs)}};var AssignOp=class extends Assign{constructor(lhs,op,rhs,sideEffects){super(lhs,rhs,sideEffects);
this.op=op}render({_n}){return`${this.lhs} ${this.op}= ${this.rhs};`+_n}};var Label=class extends Node{constructor(label){super();this.label=label;this.names={}}render({
_n}){return`${this.label}:`+_n}};var Break=class extends Node{constructor(label){super();this.label=label;this.names={}}render({_n}){const label=this.label?` ${this.
label}`:"";return`break${label};`+_n}};var Throw=class extends Node{constructor(error){super();this.error=error}render({_n}){return`throw ${this.error};`+_n}get names(){
return this.error.names}};var AnyCode=class extends Node{constructor(code){super();this.code=code}render({_n}){return`${this.code};`+_n}optimizeNodes(){return`${this.
code}`?this:void 0}optimizeNames(names,constants){this.code=optimizeExpr(this.code,names,constants);return this}get names(){return this.code instanceof code_1._CodeOrName?
this.code.names:{}}};var ParentNode=class extends Node{constructor(nodes=[]){super();this.nodes=nodes}render(opts){return this.nodes.reduce((code,n)=>code+n.render(
opts),"")}optimizeNodes(){const{nodes}=this;let i=nodes.length;while(i--){const n=nodes[i].optimizeNodes();if(Array.isArray(n))nodes.splice(i,1,...n);else if(n)
nodes[i]=n;else nodes.splice(i,1)}return nodes.length>0?this:void 0}optimizeNames(names,constants){const{nodes}=this;let i=nodes.length;while(i--){const n=nodes[i];
if(n.optimizeNames(names,constants))continue;subtractNames(names,n.names);nodes.splice(i,1)}return nodes.length>0?this:void 0}get names(){return this.nodes.reduce(
(names,n)=>addNames(names,n.names),{})}};var BlockNode=class extends ParentNode{render(opts){return"{"+opts._n+super.render(opts)+"}"+opts._n}};var Root=class extends ParentNode{};
var Else=class extends BlockNode{};Else.kind="else";var If=class _If extends BlockNode{constructor(condition,nodes){super(nodes);this.condition=condition}render(opts){
let code=`if(${this.condition})`+super.render(opts);if(this.else)code+="else "+this.else.render(opts);return code}optimizeNodes(){super.optimizeNodes();const cond=this.
condition;if(cond===true)return this.nodes;let e=this.else;if(e){const ns=e.optimizeNodes();e=this.else=Array.isArray(ns)?new Else(ns):ns}if(e){if(cond===false)
return e instanceof _If?e:e.nodes;if(this.nodes.length)return this;return new _If(not(cond),e instanceof _If?[e]:e.nodes)}if(cond===false||!this.nodes.length)return void 0;
return this}optimizeNames(names,constants){var _a;this.else=(_a=this.else)===null||_a===void 0?void 0:_a.optimizeNames(names,constants);if(!(super.optimizeNames(
names,constants)||this.else))return;this.condition=optimizeExpr(this.condition,names,constants);return this}get names(){const names=super.names;addExprNames(names,
this.condition);if(this.else)addNames(names,this.else.names);return names}};If.kind="if";var For=class extends BlockNode{};For.kind="for";var ForLoop=class extends For{constructor(iteration){
super();this.iteration=iteration}render(opts){return`for(${this.iteration})`+super.render(opts)}optimizeNames(names,constants){if(!super.optimizeNames(names,constants))
return;this.iteration=optimizeExpr(this.iteration,names,constants);return this}get names(){return addNames(super.names,this.iteration.names)}};var ForRange=class extends For{constructor(varKind,name,from,to){
super();this.varKind=varKind;this.name=name;this.from=from;this.to=to}render(opts){const varKind=opts.es5?scope_1.varKinds.var:this.varKind;const{name,from,to}=this;
return`for(${varKind} ${name}=${from}; ${name}<${to}; ${name}++)`+super.render(opts)}get names(){const names=addExprNames(super.names,this.from);return addExprNames(
names,this.to)}};var ForIter=class extends For{constructor(loop,varKind,name,iterable){super();this.loop=loop;this.varKind=varKind;this.name=name;this.iterable=
iterable}render(opts){return`for(${this.varKind} ${this.name} ${this.loop} ${this.iterable})`+super.render(opts)}optimizeNames(names,constants){if(!super.optimizeNames(
names,constants))return;this.iterable=optimizeExpr(this.iterable,names,constants);return this}get names(){return addNames(super.names,this.iterable.names)}};var Func=class extends BlockNode{constructor(name,args,async){
super();this.name=name;this.args=args;this.async=async}render(opts){const _async=this.async?"async ":"";return`${_async}function ${this.name}(${this.args})`+super.
render(opts)}};Func.kind="func";var Return=class extends ParentNode{render(opts){return"return "+super.render(opts)}};Return.kind="return";var Try=class extends BlockNode{render(opts){
let code="try"+super.render(opts);if(this.catch)code+=this.catch.render(opts);if(this.finally)code+=this.finally.render(opts);return code}optimizeNodes(){var _a,
_b;super.optimizeNodes();(_a=this.catch)===null||_a===void 0?void 0:_a.optimizeNodes();(_b=this.finally)===null||_b===void 0?void 0:_b.optimizeNodes();return this}optimizeNames(names,constants){
var _a,_b;super.optimizeNames(names,constants);(_a=this.catch)===null||_a===void 0?void 0:_a.optimizeNames(names,constants);(_b=this.finally)===null||_b===void 0?
void 0:_b.optimizeNames(names,constants);return this}get names(){const names=super.names;if(this.catch)addNames(names,this.catch.names);if(this.finally)addNames(
names,this.finally.names);return names}};var Catch=class extends BlockNode{constructor(error){super();this.error=error}render(opts){return`catch(${this.error})`+
super.render(opts)}};Catch.kind="catch";var Finally=class extends BlockNode{render(opts){return"finally"+super.render(opts)}};Finally.kind="finally";var CodeGen=class{constructor(extScope,opts={}){
this._values={};this._blockStarts=[];this._constants={};this.opts={...opts,_n:opts.lines?"\n":""};this._extScope=extScope;this._scope=new scope_1.Scope({parent:extScope});
this._nodes=[new Root]}toString(){return this._root.render(this.opts)}name(prefix){return this._scope.name(prefix)}scopeName(prefix){return this._extScope.name(
prefix)}scopeValue(prefixOrName,value){const name=this._extScope.value(prefixOrName,value);const vs=this._values[name.prefix]||(this._values[name.prefix]=new Set);
vs.add(name);return name}getScopeValue(prefix,keyOrRef){return this._extScope.getValue(prefix,keyOrRef)}scopeRefs(scopeName){return this._extScope.scopeRefs(scopeName,
this._values)}scopeCode(){return this._extScope.scopeCode(this._values)}_def(varKind,nameOrPrefix,rhs,constant){const name=this._scope.toName(nameOrPrefix);if(rhs!==
void 0&&constant)this._constants[name.str]=rhs;this._leafNode(new Def(varKind,name,rhs));return name}const(nameOrPrefix,rhs,_constant){return this._def(scope_1.
varKinds.const,nameOrPrefix,rhs,_constant)}let(nameOrPrefix,rhs,_constant){return this._def(scope_1.varKinds.let,nameOrPrefix,rhs,_constant)}var(nameOrPrefix,rhs,_constant){
return this._def(scope_1.varKinds.var,nameOrPrefix,rhs,_constant)}assign(lhs,rhs,sideEffects){return this._leafNode(new Assign(lhs,rhs,sideEffects))}add(lhs,rhs){
return this._leafNode(new AssignOp(lhs,exports.operators.ADD,rhs))}code(c){if(typeof c=="function")c();else if(c!==code_1.nil)this._leafNode(new AnyCode(c));return this}object(...keyValues){
const code=["{"];for(const[key,value]of keyValues){if(code.length>1)code.push(",");code.push(key);if(key!==value||this.opts.es5){code.push(":");(0,code_1.addCodeArg)(
code,value)}}code.push("}");return new code_1._Code(code)}if(condition,thenBody,elseBody){this._blockNode(new If(condition));if(thenBody&&elseBody){this.code(thenBody).
else().code(elseBody).endIf()}else if(thenBody){this.code(thenBody).endIf()}else if(elseBody){throw new Error('CodeGen: "else" body without "then" body')}return this}elseIf(condition){
return this._elseNode(new If(condition))}else(){return this._elseNode(new Else)}endIf(){return this._endBlockNode(If,Else)}_for(node,forBody){this._blockNode(node);
if(forBody)this.code(forBody).endFor();return this}for(iteration,forBody){return this._for(new ForLoop(iteration),forBody)}forRange(nameOrPrefix,from,to,forBody,varKind=this.
opts.es5?scope_1.varKinds.var:scope_1.varKinds.let){const name=this._scope.toName(nameOrPrefix);return this._for(new ForRange(varKind,name,from,to),()=>forBody(
name))}forOf(nameOrPrefix,iterable,forBody,varKind=scope_1.varKinds.const){const name=this._scope.toName(nameOrPrefix);if(this.opts.es5){const arr=iterable instanceof
code_1.Name?iterable:this.var("_arr",iterable);return this.forRange("_i",0,(0,code_1._)`${arr}.length`,i=>{this.var(name,(0,code_1._)`${arr}[${i}]`);forBody(name)})}
return this._for(new ForIter("of",varKind,name,iterable),()=>forBody(name))}forIn(nameOrPrefix,obj,forBody,varKind=this.opts.es5?scope_1.varKinds.var:scope_1.varKinds.
const){if(this.opts.ownProperties){return this.forOf(nameOrPrefix,(0,code_1._)`Object.keys(${obj})`,forBody)}const name=this._scope.toName(nameOrPrefix);return this.
_for(new ForIter("in",varKind,name,obj),()=>forBody(name))}endFor(){return this._endBlockNode(For)}label(label){return this._leafNode(new Label(label))}break(label){
return this._leafNode(new Break(label))}return(value){const node=new Return;this._blockNode(node);this.code(value);if(node.nodes.length!==1)throw new Error('Cod\
eGen: "return" should have one node');return this._endBlockNode(Return)}try(tryBody,catchCode,finallyCode){if(!catchCode&&!finallyCode)throw new Error('CodeGen:\
 "try" without "catch" and "finally"');const node=new Try;this._blockNode(node);this.code(tryBody);if(catchCode){const error=this.name("e");this._currNode=node.
catch=new Catch(error);catchCode(error)}if(finallyCode){this._currNode=node.finally=new Finally;this.code(finallyCode)}return this._endBlockNode(Catch,Finally)}throw(error){
return this._leafNode(new Throw(error))}block(body,nodeCount){this._blockStarts.push(this._nodes.length);if(body)this.code(body).endBlock(nodeCount);return this}endBlock(nodeCount){
const len=this._blockStarts.pop();if(len===void 0)throw new Error("CodeGen: not in self-balancing block");const toClose=this._nodes.length-len;if(toClose<0||nodeCount!==
void 0&&toClose!==nodeCount){throw new Error(`CodeGen: wrong number of nodes: ${toClose} vs ${nodeCount} expected`)}this._nodes.length=len;return this}func(name,args=code_1.
nil,async,funcBody){this._blockNode(new Func(name,args,async));if(funcBody)this.code(funcBody).endFunc();return this}endFunc(){return this._endBlockNode(Func)}optimize(n=1){
while(n-- >0){this._root.optimizeNodes();this._root.optimizeNames(this._root.names,this._constants)}}_leafNode(node){this._currNode.nodes.push(node);return this}_blockNode(node){
this._currNode.nodes.push(node);this._nodes.push(node)}_endBlockNode(N1,N2){const n=this._currNode;if(n instanceof N1||N2&&n instanceof N2){this._nodes.pop();return this}
throw new Error(`CodeGen: not in block "${N2?`${N1.kind}/${N2.kind}`:N1.kind}"`)}_elseNode(node){const n=this._currNode;if(!(n instanceof If)){throw new Error('\
CodeGen: "else" without "if"')}this._currNode=n.else=node;return this}get _root(){return this._nodes[0]}get _currNode(){const ns=this._nodes;return ns[ns.length-
1]}set _currNode(node){const ns=this._nodes;ns[ns.length-1]=node}};exports.CodeGen=CodeGen;function addNames(names,from){for(const n in from)names[n]=(names[n]||
0)+(from[n]||0);return names}function addExprNames(names,from){return from instanceof code_1._CodeOrName?addNames(names,from.names):names}function optimizeExpr(expr,names,constants){
if(expr instanceof code_1.Name)return replaceName(expr);if(!canOptimize(expr))return expr;return new code_1._Code(expr._items.reduce((items,c)=>{if(c instanceof
code_1.Name)c=replaceName(c);if(c instanceof code_1._Code)items.push(...c._items);else items.push(c);return items},[]));function replaceName(n){const c=constants[n.
str];if(c===void 0||names[n.str]!==1)return n;delete names[n.str];return c}function canOptimize(e){return e instanceof code_1._Code&&e._items.some(c=>c instanceof
code_1.Name&&names[c.str]===1&&constants[c.str]!==void 0)}}function subtractNames(names,from){for(const n in from)names[n]=(names[n]||0)-(from[n]||0)}function not(x){
return typeof x=="boolean"||typeof x=="number"||x===null?!x:(0,code_1._)`!${par(x)}`}exports.not=not;var andCode=mappend(exports.operators.AND);function and(...args){
return args.reduce(andCode)}exports.and=and;var orCode=mappend(exports.operators.OR);function or(...args){return args.reduce(orCode)}exports.or=or;function mappend(op){
return(x,y)=>x===code_1.nil?y:y===code_1.nil?x:(0,code_1._)`${par(x)} ${op} ${par(y)}`}function par(x){return x instanceof code_1.Name?x:(0,code_1._)`(${x})`}}});var require_util=__commonJS({"node_modules/ajv/dist/compile/util.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});exports.checkStrictMode=
exports.getErrorPath=exports.Type=exports.useFunc=exports.setEvaluated=exports.evaluatedPropsToName=exports.mergeEvaluated=exports.eachItem=exports.unescapeJsonPointer=
exports.escapeJsonPointer=exports.escapeFragment=exports.unescapeFragment=exports.schemaRefOrVal=exports.schemaHasRulesButRef=exports.schemaHasRules=exports.checkUnknownRules=
exports.alwaysValidSchema=exports.toHash=void 0;var codegen_1=require_codegen();var code_1=require_code();function toHash(arr){const hash={};for(const item of arr)
hash[item]=true;return hash}exports.toHash=toHash;function alwaysValidSchema(it,schema){if(typeof schema=="boolean")return schema;if(Object.keys(schema).length===
0)return true;checkUnknownRules(it,schema);return!schemaHasRules(schema,it.self.RULES.all)}exports.alwaysValidSchema=alwaysValidSchema;function checkUnknownRules(it,schema=it.
schema){const{opts,self}=it;if(!opts.strictSchema)return;if(typeof schema==="boolean")return;const rules=self.RULES.keywords;for(const key in schema){if(!rules[key])
checkStrictMode(it,`unknown keyword: "${key}"`)}}exports.checkUnknownRules=checkUnknownRules;function schemaHasRules(schema,rules){if(typeof schema=="boolean")return!schema;
for(const key in schema)if(rules[key])return true;return false}exports.schemaHasRules=schemaHasRules;function schemaHasRulesButRef(schema,RULES){if(typeof schema==
"boolean")return!schema;for(const key in schema)if(key!=="$ref"&&RULES.all[key])return true;return false}exports.schemaHasRulesButRef=schemaHasRulesButRef;function schemaRefOrVal({
topSchemaRef,schemaPath},schema,keyword,$data){if(!$data){if(typeof schema=="number"||typeof schema=="boolean")return schema;if(typeof schema=="string")return(0,
codegen_1._)`${schema}`}return(0,codegen_1._)`${topSchemaRef}${schemaPath}${(0,codegen_1.getProperty)(keyword)}`}exports.schemaRefOrVal=schemaRefOrVal;function unescapeFragment(str){
return unescapeJsonPointer(decodeURIComponent(str))}exports.unescapeFragment=unescapeFragment;function escapeFragment(str){return encodeURIComponent(escapeJsonPointer(
str))}exports.escapeFragment=escapeFragment;function escapeJsonPointer(str){if(typeof str=="number")return`${str}`;return str.replace(/~/g,"~0").replace(/\//g,"\
~1")}exports.escapeJsonPointer=escapeJsonPointer;function unescapeJsonPointer(str){return str.replace(/~1/g,"/").replace(/~0/g,"~")}exports.unescapeJsonPointer=
unescapeJsonPointer;function eachItem(xs,f){if(Array.isArray(xs)){for(const x of xs)f(x)}else{f(xs)}}exports.eachItem=eachItem;function makeMergeEvaluated({mergeNames,
mergeToName,mergeValues,resultToName}){return(gen,from,to,toName)=>{const res=to===void 0?from:to instanceof codegen_1.Name?(from instanceof codegen_1.Name?mergeNames(
gen,from,to):mergeToName(gen,from,to),to):from instanceof codegen_1.Name?(mergeToName(gen,to,from),from):mergeValues(from,to);return toName===codegen_1.Name&&!(res instanceof
codegen_1.Name)?resultToName(gen,res):res}}exports.mergeEvaluated={props:makeMergeEvaluated({mergeNames:(gen,from,to)=>gen.if((0,codegen_1._)`${to} !== true && ${from} !== undefined`,
()=>{gen.if((0,codegen_1._)`${from} === true`,()=>gen.assign(to,true),()=>gen.assign(to,(0,codegen_1._)`${to} || {}`).code((0,codegen_1._)`Object.assign(${to}, ${from})`))}),
mergeToName:(gen,from,to)=>gen.if((0,codegen_1._)`${to} !== true`,()=>{if(from===true){gen.assign(to,true)}else{gen.assign(to,(0,codegen_1._)`${to} || {}`);setEvaluated(
gen,to,from)}}),mergeValues:(from,to)=>from===true?true:{...from,...to},resultToName:evaluatedPropsToName}),items:makeMergeEvaluated({mergeNames:(gen,from,to)=>gen.
if((0,codegen_1._)`${to} !== true && ${from} !== undefined`,()=>gen.assign(to,(0,codegen_1._)`${from} === true ? true : ${to} > ${from} ? ${to} : ${from}`)),mergeToName:(gen,from,to)=>gen.
if((0,codegen_1._)`${to} !== true`,()=>gen.assign(to,from===true?true:(0,codegen_1._)`${to} > ${from} ? ${to} : ${from}`)),mergeValues:(from,to)=>from===true?true:
Math.max(from,to),resultToName:(gen,items)=>gen.var("items",items)})};function evaluatedPropsToName(gen,ps){if(ps===true)return gen.var("props",true);const props=gen.
var("props",(0,codegen_1._)`{}`);if(ps!==void 0)setEvaluated(gen,props,ps);return props}exports.evaluatedPropsToName=evaluatedPropsToName;function setEvaluated(gen,props,ps){
Object.keys(ps).forEach(p=>gen.assign((0,codegen_1._)`${props}${(0,codegen_1.getProperty)(p)}`,true))}exports.setEvaluated=setEvaluated;var snippets={};function useFunc(gen,f){
return gen.scopeValue("func",{ref:f,code:snippets[f.code]||(snippets[f.code]=new code_1._Code(f.code))})}exports.useFunc=useFunc;var Type;(function(Type2){Type2[Type2["\
Num"]=0]="Num";Type2[Type2["Str"]=1]="Str"})(Type||(exports.Type=Type={}));function getErrorPath(dataProp,dataPropType,jsPropertySyntax){if(dataProp instanceof codegen_1.
Name){const isNumber=dataPropType===Type.Num;return jsPropertySyntax?isNumber?(0,codegen_1._)`"[" + ${dataProp} + "]"`:(0,codegen_1._)`"['" + ${dataProp} + "']"`:
isNumber?(0,codegen_1._)`"/" + ${dataProp}`:(0,codegen_1._)`"/" + ${dataProp}.replace(/~/g, "~0").replace(/\\//g, "~1")`}return jsPropertySyntax?(0,codegen_1.getProperty)(
dataProp).toString():"/"+escapeJsonPointer(dataProp)}exports.getErrorPath=getErrorPath;function checkStrictMode(it,msg,mode=it.opts.strictSchema){if(!mode)return;
msg=`strict mode: ${msg}`;if(mode===true)throw new Error(msg);it.self.logger.warn(msg)}exports.checkStrictMode=checkStrictMode}});var require_names=__commonJS({"node_modules/ajv/dist/compile/names.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});var codegen_1=require_codegen();
var names={data:new codegen_1.Name("data"),valCxt:new codegen_1.Name("valCxt"),instancePath:new codegen_1.Name("instancePath"),parentData:new codegen_1.Name("pa\
rentData"),parentDataProperty:new codegen_1.Name("parentDataProperty"),rootData:new codegen_1.Name("rootData"),dynamicAnchors:new codegen_1.Name("dynamicAnchors"),
vErrors:new codegen_1.Name("vErrors"),errors:new codegen_1.Name("errors"),this:new codegen_1.Name("this"),self:new codegen_1.Name("self"),scope:new codegen_1.Name(
"scope"),json:new codegen_1.Name("json"),jsonPos:new codegen_1.Name("jsonPos"),jsonLen:new codegen_1.Name("jsonLen"),jsonPart:new codegen_1.Name("jsonPart")};exports.
default=names}});var require_errors2=__commonJS({"node_modules/ajv/dist/compile/errors.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});exports.
extendErrors=exports.resetErrorsCount=exports.reportExtraError=exports.reportError=exports.keyword$DataError=exports.keywordError=void 0;var codegen_1=require_codegen();
var util_1=require_util();var names_1=require_names();exports.keywordError={message:({keyword})=>(0,codegen_1.str)`must pass "${keyword}" keyword validation`};exports.
keyword$DataError={message:({keyword,schemaType})=>schemaType?(0,codegen_1.str)`"${keyword}" keyword must be ${schemaType} ($data)`:(0,codegen_1.str)`"${keyword}" keyword is invalid ($data)`};
function reportError(cxt,error=exports.keywordError,errorPaths,overrideAllErrors){const{it}=cxt;const{gen,compositeRule,allErrors}=it;const errObj=errorObjectCode(
cxt,error,errorPaths);if(overrideAllErrors!==null&&overrideAllErrors!==void 0?overrideAllErrors:compositeRule||allErrors){addError(gen,errObj)}else{returnErrors(
it,(0,codegen_1._)`[${errObj}]`)}}exports.reportError=reportError;function reportExtraError(cxt,error=exports.keywordError,errorPaths){const{it}=cxt;const{gen,compositeRule,
allErrors}=it;const errObj=errorObjectCode(cxt,error,errorPaths);addError(gen,errObj);if(!(compositeRule||allErrors)){returnErrors(it,names_1.default.vErrors)}}
exports.reportExtraError=reportExtraError;function resetErrorsCount(gen,errsCount){gen.assign(names_1.default.errors,errsCount);gen.if((0,codegen_1._)`${names_1.
default.vErrors} !== null`,()=>gen.if(errsCount,()=>gen.assign((0,codegen_1._)`${names_1.default.vErrors}.length`,errsCount),()=>gen.assign(names_1.default.vErrors,
null)))}exports.resetErrorsCount=resetErrorsCount;function extendErrors({gen,keyword,schemaValue,data,errsCount,it}){if(errsCount===void 0)throw new Error("ajv \
implementation error");const err=gen.name("err");gen.forRange("i",errsCount,names_1.default.errors,i=>{gen.const(err,(0,codegen_1._)`${names_1.default.vErrors}[${i}]`);
gen.if((0,codegen_1._)`${err}.instancePath === undefined`,()=>gen.assign((0,codegen_1._)`${err}.instancePath`,(0,codegen_1.strConcat)(names_1.default.instancePath,
it.errorPath)));gen.assign((0,codegen_1._)`${err}.schemaPath`,(0,codegen_1.str)`${it.errSchemaPath}/${keyword}`);if(it.opts.verbose){gen.assign((0,codegen_1._)`${err}.schema`,
schemaValue);gen.assign((0,codegen_1._)`${err}.data`,data)}})}exports.extendErrors=extendErrors;function addError(gen,errObj){const err=gen.const("err",errObj);
gen.if((0,codegen_1._)`${names_1.default.vErrors} === null`,()=>gen.assign(names_1.default.vErrors,(0,codegen_1._)`[${err}]`),(0,codegen_1._)`${names_1.default.
vErrors}.push(${err})`);gen.code((0,codegen_1._)`${names_1.default.errors}++`)}function returnErrors(it,errs){const{gen,validateName,schemaEnv}=it;if(schemaEnv.
$async){gen.throw((0,codegen_1._)`new ${it.ValidationError}(${errs})`)}else{gen.assign((0,codegen_1._)`${validateName}.errors`,errs);gen.return(false)}}var E={keyword:new codegen_1.
Name("keyword"),schemaPath:new codegen_1.Name("schemaPath"),params:new codegen_1.Name("params"),propertyName:new codegen_1.Name("propertyName"),message:new codegen_1.
Name("message"),schema:new codegen_1.Name("schema"),parentSchema:new codegen_1.Name("parentSchema")};function errorObjectCode(cxt,error,errorPaths){const{createErrors}=cxt.
it;if(createErrors===false)return(0,codegen_1._)`{}`;return errorObject(cxt,error,errorPaths)}function errorObject(cxt,error,errorPaths={}){const{gen,it}=cxt;const keyValues=[
errorInstancePath(it,errorPaths),errorSchemaPath(cxt,errorPaths)];extraErrorProps(cxt,error,keyValues);return gen.object(...keyValues)}function errorInstancePath({
errorPath},{instancePath}){const instPath=instancePath?(0,codegen_1.str)`${errorPath}${(0,util_1.getErrorPath)(instancePath,util_1.Type.Str)}`:errorPath;return[
names_1.default.instancePath,(0,codegen_1.strConcat)(names_1.default.instancePath,instPath)]}function errorSchemaPath({keyword,it:{errSchemaPath}},{schemaPath,parentSchema}){
let schPath=parentSchema?errSchemaPath:(0,codegen_1.str)`${errSchemaPath}/${keyword}`;if(schemaPath){schPath=(0,codegen_1.str)`${schPath}${(0,util_1.getErrorPath)(
schemaPath,util_1.Type.Str)}`}return[E.schemaPath,schPath]}function extraErrorProps(cxt,{params,message},keyValues){const{keyword,data,schemaValue,it}=cxt;const{
opts,propertyName,topSchemaRef,schemaPath}=it;keyValues.push([E.keyword,keyword],[E.params,typeof params=="function"?params(cxt):params||(0,codegen_1._)`{}`]);if(opts.
messages){keyValues.push([E.message,typeof message=="function"?message(cxt):message])}if(opts.verbose){keyValues.push([E.schema,schemaValue],[E.parentSchema,(0,
codegen_1._)`${topSchemaRef}${schemaPath}`],[names_1.default.data,data])}if(propertyName)keyValues.push([E.propertyName,propertyName])}}});var require_boolSchema=__commonJS({"node_modules/ajv/dist/compile/validate/boolSchema.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
exports.boolOrEmptySchema=exports.topBoolOrEmptySchema=void 0;var errors_1=require_errors2();var codegen_1=require_codegen();var names_1=require_names();var boolError={
message:"boolean schema is false"};function topBoolOrEmptySchema(it){const{gen,schema,validateName}=it;if(schema===false){falseSchemaError(it,false)}else if(typeof schema==
"object"&&schema.$async===true){gen.return(names_1.default.data)}else{gen.assign((0,codegen_1._)`${validateName}.errors`,null);gen.return(true)}}exports.topBoolOrEmptySchema=
topBoolOrEmptySchema;function boolOrEmptySchema(it,valid2){const{gen,schema}=it;if(schema===false){gen.var(valid2,false);falseSchemaError(it)}else{gen.var(valid2,
true)}}exports.boolOrEmptySchema=boolOrEmptySchema;function falseSchemaError(it,overrideAllErrors){const{gen,data}=it;const cxt={gen,keyword:"false schema",data,
schema:false,schemaCode:false,schemaValue:false,params:{},it};(0,errors_1.reportError)(cxt,boolError,void 0,overrideAllErrors)}}});var require_rules=__commonJS({"node_modules/ajv/dist/compile/rules.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});exports.getRules=
exports.isJSONType=void 0;var _jsonTypes=["string","number","integer","boolean","null","object","array"];var jsonTypes=new Set(_jsonTypes);function isJSONType(x){
return typeof x=="string"&&jsonTypes.has(x)}exports.isJSONType=isJSONType;function getRules(){const groups={number:{type:"number",rules:[]},string:{type:"string",
rules:[]},array:{type:"array",rules:[]},object:{type:"object",rules:[]}};return{types:{...groups,integer:true,boolean:true,null:true},rules:[{rules:[]},groups.number,
groups.string,groups.array,groups.object],post:{rules:[]},all:{},keywords:{}}}exports.getRules=getRules}});var require_applicability=__commonJS({"node_modules/ajv/dist/compile/validate/applicability.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",
{value:true});exports.shouldUseRule=exports.shouldUseGroup=exports.schemaHasRulesForType=void 0;function schemaHasRulesForType({schema,self},type){const group=self.
RULES.types[type];return group&&group!==true&&shouldUseGroup(schema,group)}exports.schemaHasRulesForType=schemaHasRulesForType;function shouldUseGroup(schema,group){
return group.rules.some(rule=>shouldUseRule(schema,rule))}exports.shouldUseGroup=shouldUseGroup;function shouldUseRule(schema,rule){var _a;return schema[rule.keyword]!==
void 0||((_a=rule.definition.implements)===null||_a===void 0?void 0:_a.some(kwd=>schema[kwd]!==void 0))}exports.shouldUseRule=shouldUseRule}});var require_dataType=__commonJS({"node_modules/ajv/dist/compile/validate/dataType.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
exports.reportTypeError=exports.checkDataTypes=exports.checkDataType=exports.coerceAndCheckDataType=exports.getJSONTypes=exports.getSchemaTypes=exports.DataType=
void 0;var rules_1=require_rules();var applicability_1=require_applicability();var errors_1=require_errors2();var codegen_1=require_codegen();var util_1=require_util();
var DataType;(function(DataType2){DataType2[DataType2["Correct"]=0]="Correct";DataType2[DataType2["Wrong"]=1]="Wrong"})(DataType||(exports.DataType=DataType={}));
function getSchemaTypes(schema){const types=getJSONTypes(schema.type);const hasNull=types.includes("null");if(hasNull){if(schema.nullable===false)throw new Error(
"type: null contradicts nullable: false")}else{if(!types.length&&schema.nullable!==void 0){throw new Error('"nullable" cannot be used without "type"')}if(schema.
nullable===true)types.push("null")}return types}exports.getSchemaTypes=getSchemaTypes;function getJSONTypes(ts){const types=Array.isArray(ts)?ts:ts?[ts]:[];if(types.
every(rules_1.isJSONType))return types;throw new Error("type must be JSONType or JSONType[]: "+types.join(","))}exports.getJSONTypes=getJSONTypes;function coerceAndCheckDataType(it,types){
const{gen,data,opts}=it;const coerceTo=coerceToTypes(types,opts.coerceTypes);const checkTypes=types.length>0&&!(coerceTo.length===0&&types.length===1&&(0,applicability_1.
schemaHasRulesForType)(it,types[0]));if(checkTypes){const wrongType=checkDataTypes(types,data,opts.strictNumbers,DataType.Wrong);gen.if(wrongType,()=>{if(coerceTo.
length)coerceData(it,types,coerceTo);else reportTypeError(it)})}return checkTypes}exports.coerceAndCheckDataType=coerceAndCheckDataType;var COERCIBLE=new Set(["\
string","number","integer","boolean","null"]);function coerceToTypes(types,coerceTypes){return coerceTypes?types.filter(t=>COERCIBLE.has(t)||coerceTypes==="arra\
y"&&t==="array"):[]}function coerceData(it,types,coerceTo){const{gen,data,opts}=it;const dataType=gen.let("dataType",(0,codegen_1._)`typeof ${data}`);const coerced=gen.
let("coerced",(0,codegen_1._)`undefined`);if(opts.coerceTypes==="array"){gen.if((0,codegen_1._)`${dataType} == 'object' && Array.isArray(${data}) && ${data}.length == 1`,
()=>gen.assign(data,(0,codegen_1._)`${data}[0]`).assign(dataType,(0,codegen_1._)`typeof ${data}`).if(checkDataTypes(types,data,opts.strictNumbers),()=>gen.assign(
coerced,data)))}gen.if((0,codegen_1._)`${coerced} !== undefined`);for(const t of coerceTo){if(COERCIBLE.has(t)||t==="array"&&opts.coerceTypes==="array"){coerceSpecificType(
t)}}gen.else();reportTypeError(it);gen.endIf();gen.if((0,codegen_1._)`${coerced} !== undefined`,()=>{gen.assign(data,coerced);assignParentData(it,coerced)});function coerceSpecificType(t){
switch(t){case"string":gen.elseIf((0,codegen_1._)`${dataType} == "number" || ${dataType} == "boolean"`).assign(coerced,(0,codegen_1._)`"" + ${data}`).elseIf((0,
codegen_1._)`${data} === null`).assign(coerced,(0,codegen_1._)`""`);return;case"number":gen.elseIf((0,codegen_1._)`${dataType} == "boolean" || ${data} === null
              || (${dataType} == "string" && ${data} && ${data} == +${data})`).assign(coerced,(0,codegen_1._)`+${data}`);return;case"integer":gen.elseIf((0,codegen_1.
_)`${dataType} === "boolean" || ${data} === null
              || (${dataType} === "string" && ${data} && ${data} == +${data} && !(${data} % 1))`).assign(coerced,(0,codegen_1._)`+${data}`);return;case"boolean":
gen.elseIf((0,codegen_1._)`${data} === "false" || ${data} === 0 || ${data} === null`).assign(coerced,false).elseIf((0,codegen_1._)`${data} === "true" || ${data} === 1`).
assign(coerced,true);return;case"null":gen.elseIf((0,codegen_1._)`${data} === "" || ${data} === 0 || ${data} === false`);gen.assign(coerced,null);return;case"ar\
ray":gen.elseIf((0,codegen_1._)`${dataType} === "string" || ${dataType} === "number"
              || ${dataType} === "boolean" || ${data} === null`).assign(coerced,(0,codegen_1._)`[${data}]`)}}}function assignParentData({gen,parentData,parentDataProperty},expr){
gen.if((0,codegen_1._)`${parentData} !== undefined`,()=>gen.assign((0,codegen_1._)`${parentData}[${parentDataProperty}]`,expr))}function checkDataType(dataType,data,strictNums,correct=DataType.
Correct){const EQ=correct===DataType.Correct?codegen_1.operators.EQ:codegen_1.operators.NEQ;let cond;switch(dataType){case"null":return(0,codegen_1._)`${data} ${EQ} null`;case"\
array":cond=(0,codegen_1._)`Array.isArray(${data})`;break;case"object":cond=(0,codegen_1._)`${data} && typeof ${data} == "object" && !Array.isArray(${data})`;break;case"\
integer":cond=numCond((0,codegen_1._)`!(${data} % 1) && !isNaN(${data})`);break;case"number":cond=numCond();break;default:return(0,codegen_1._)`typeof ${data} ${EQ} ${dataType}`}
return correct===DataType.Correct?cond:(0,codegen_1.not)(cond);function numCond(_cond=codegen_1.nil){return(0,codegen_1.and)((0,codegen_1._)`typeof ${data} == "number"`,
_cond,strictNums?(0,codegen_1._)`isFinite(${data})`:codegen_1.nil)}}exports.checkDataType=checkDataType;function checkDataTypes(dataTypes,data,strictNums,correct){
if(dataTypes.length===1){return checkDataType(dataTypes[0],data,strictNums,correct)}let cond;const types=(0,util_1.toHash)(dataTypes);if(types.array&&types.object){
const notObj=(0,codegen_1._)`typeof ${data} != "object"`;cond=types.null?notObj:(0,codegen_1._)`!${data} || ${notObj}`;delete types.null;delete types.array;delete types.
object}else{cond=codegen_1.nil}if(types.number)delete types.integer;for(const t in types)cond=(0,codegen_1.and)(cond,checkDataType(t,data,strictNums,correct));return cond}
exports.checkDataTypes=checkDataTypes;var typeError={message:({schema})=>`must be ${schema}`,params:({schema,schemaValue})=>typeof schema=="string"?(0,codegen_1.
_)`{type: ${schema}}`:(0,codegen_1._)`{type: ${schemaValue}}`};function reportTypeError(it){const cxt=getTypeErrorContext(it);(0,errors_1.reportError)(cxt,typeError)}
exports.reportTypeError=reportTypeError;function getTypeErrorContext(it){const{gen,data,schema}=it;const schemaCode=(0,util_1.schemaRefOrVal)(it,schema,"type");
return{gen,keyword:"type",data,schema:schema.type,schemaCode,schemaValue:schemaCode,parentSchema:schema,params:{},it}}}});var require_defaults=__commonJS({"node_modules/ajv/dist/compile/validate/defaults.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
exports.assignDefaults=void 0;var codegen_1=require_codegen();var util_1=require_util();function assignDefaults(it,ty){const{properties,items}=it.schema;if(ty===
"object"&&properties){for(const key in properties){assignDefault(it,key,properties[key].default)}}else if(ty==="array"&&Array.isArray(items)){items.forEach((sch,i)=>assignDefault(
it,i,sch.default))}}exports.assignDefaults=assignDefaults;function assignDefault(it,prop,defaultValue){const{gen,compositeRule,data,opts}=it;if(defaultValue===void 0)
return;const childData=(0,codegen_1._)`${data}${(0,codegen_1.getProperty)(prop)}`;if(compositeRule){(0,util_1.checkStrictMode)(it,`default is ignored for: ${childData}`);
return}let condition=(0,codegen_1._)`${childData} === undefined`;if(opts.useDefaults==="empty"){condition=(0,codegen_1._)`${condition} || ${childData} === null || ${childData} === ""`}
gen.if(condition,(0,codegen_1._)`${childData} = ${(0,codegen_1.stringify)(defaultValue)}`)}}});var require_code2=__commonJS({"node_modules/ajv/dist/vocabularies/code.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});exports.
validateUnion=exports.validateArray=exports.usePattern=exports.callValidateCode=exports.schemaProperties=exports.allSchemaProperties=exports.noPropertyInData=exports.
propertyInData=exports.isOwnProperty=exports.hasPropFunc=exports.reportMissingProp=exports.checkMissingProp=exports.checkReportMissingProp=void 0;var codegen_1=require_codegen();
var util_1=require_util();var names_1=require_names();var util_2=require_util();function checkReportMissingProp(cxt,prop){const{gen,data,it}=cxt;gen.if(noPropertyInData(
gen,data,prop,it.opts.ownProperties),()=>{cxt.setParams({missingProperty:(0,codegen_1._)`${prop}`},true);cxt.error()})}exports.checkReportMissingProp=checkReportMissingProp;
function checkMissingProp({gen,data,it:{opts}},properties,missing2){return(0,codegen_1.or)(...properties.map(prop=>(0,codegen_1.and)(noPropertyInData(gen,data,prop,
opts.ownProperties),(0,codegen_1._)`${missing2} = ${prop}`)))}exports.checkMissingProp=checkMissingProp;function reportMissingProp(cxt,missing2){cxt.setParams({
missingProperty:missing2},true);cxt.error()}exports.reportMissingProp=reportMissingProp;function hasPropFunc(gen){return gen.scopeValue("func",{ref:Object.prototype.
hasOwnProperty,code:(0,codegen_1._)`Object.prototype.hasOwnProperty`})}exports.hasPropFunc=hasPropFunc;function isOwnProperty(gen,data,property){return(0,codegen_1.
_)`${hasPropFunc(gen)}.call(${data}, ${property})`}exports.isOwnProperty=isOwnProperty;function propertyInData(gen,data,property,ownProperties){const cond=(0,codegen_1.
_)`${data}${(0,codegen_1.getProperty)(property)} !== undefined`;return ownProperties?(0,codegen_1._)`${cond} && ${isOwnProperty(gen,data,property)}`:cond}exports.
propertyInData=propertyInData;function noPropertyInData(gen,data,property,ownProperties){const cond=(0,codegen_1._)`${data}${(0,codegen_1.getProperty)(property)} === undefined`;
return ownProperties?(0,codegen_1.or)(cond,(0,codegen_1.not)(isOwnProperty(gen,data,property))):cond}exports.noPropertyInData=noPropertyInData;function allSchemaProperties(schemaMap){
return schemaMap?Object.keys(schemaMap).filter(p=>p!=="__proto__"):[]}exports.allSchemaProperties=allSchemaProperties;function schemaProperties(it,schemaMap){return allSchemaProperties(
schemaMap).filter(p=>!(0,util_1.alwaysValidSchema)(it,schemaMap[p]))}exports.schemaProperties=schemaProperties;function callValidateCode({schemaCode,data,it:{gen,
topSchemaRef,schemaPath,errorPath},it},func,context,passSchema){const dataAndSchema=passSchema?(0,codegen_1._)`${schemaCode}, ${data}, ${topSchemaRef}${schemaPath}`:
data;const valCxt=[[names_1.default.instancePath,(0,codegen_1.strConcat)(names_1.default.instancePath,errorPath)],[names_1.default.parentData,it.parentData],[names_1.
default.parentDataProperty,it.parentDataProperty],[names_1.default.rootData,names_1.default.rootData]];if(it.opts.dynamicRef)valCxt.push([names_1.default.dynamicAnchors,
names_1.default.dynamicAnchors]);const args=(0,codegen_1._)`${dataAndSchema}, ${gen.object(...valCxt)}`;return context!==codegen_1.nil?(0,codegen_1._)`${func}.call(${context}, ${args})`:
(0,codegen_1._)`${func}(${args})`}exports.callValidateCode=callValidateCode;var newRegExp=(0,codegen_1._)`new RegExp`;function usePattern({gen,it:{opts}},pattern){
const u=opts.unicodeRegExp?"u":"";const{regExp}=opts.code;const rx=regExp(pattern,u);return gen.scopeValue("pattern",{key:rx.toString(),ref:rx,code:(0,codegen_1.
_)`${regExp.code==="new RegExp"?newRegExp:(0,util_2.useFunc)(gen,regExp)}(${pattern}, ${u})`})}exports.usePattern=usePattern;function validateArray(cxt){const{gen,
data,keyword,it}=cxt;const valid2=gen.name("valid");if(it.allErrors){const validArr=gen.let("valid",true);validateItems(()=>gen.assign(validArr,false));return validArr}
gen.var(valid2,true);validateItems(()=>gen.break());return valid2;function validateItems(notValid){const len=gen.const("len",(0,codegen_1._)`${data}.length`);gen.
forRange("i",0,len,i=>{cxt.subschema({keyword,dataProp:i,dataPropType:util_1.Type.Num},valid2);gen.if((0,codegen_1.not)(valid2),notValid)})}}exports.validateArray=
validateArray;function validateUnion(cxt){const{gen,schema,keyword,it}=cxt;if(!Array.isArray(schema))throw new Error("ajv implementation error");const alwaysValid=schema.
some(sch=>(0,util_1.alwaysValidSchema)(it,sch));if(alwaysValid&&!it.opts.unevaluated)return;const valid2=gen.let("valid",false);const schValid=gen.name("_valid");
gen.block(()=>schema.forEach((_sch,i)=>{const schCxt=cxt.subschema({keyword,schemaProp:i,compositeRule:true},schValid);gen.assign(valid2,(0,codegen_1._)`${valid2} || ${schValid}`);
const merged=cxt.mergeValidEvaluated(schCxt,schValid);if(!merged)gen.if((0,codegen_1.not)(valid2))}));cxt.result(valid2,()=>cxt.reset(),()=>cxt.error(true))}exports.
validateUnion=validateUnion}});var require_keyword=__commonJS({"node_modules/ajv/dist/compile/validate/keyword.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
exports.validateKeywordUsage=exports.validSchemaType=exports.funcKeywordCode=exports.macroKeywordCode=void 0;var codegen_1=require_codegen();var names_1=require_names();
var code_1=require_code2();var errors_1=require_errors2();function macroKeywordCode(cxt,def){const{gen,keyword,schema,parentSchema,it}=cxt;const macroSchema=def.
macro.call(it.self,schema,parentSchema,it);const schemaRef=useKeyword(gen,keyword,macroSchema);if(it.opts.validateSchema!==false)it.self.validateSchema(macroSchema,
true);const valid2=gen.name("valid");cxt.subschema({schema:macroSchema,schemaPath:codegen_1.nil,errSchemaPath:`${it.errSchemaPath}/${keyword}`,topSchemaRef:schemaRef,
compositeRule:true},valid2);cxt.pass(valid2,()=>cxt.error(true))}exports.macroKeywordCode=macroKeywordCode;function funcKeywordCode(cxt,def){var _a;const{gen,keyword,
schema,parentSchema,$data,it}=cxt;checkAsyncKeyword(it,def);const validate=!$data&&def.compile?def.compile.call(it.self,schema,parentSchema,it):def.validate;const validateRef=useKeyword(
gen,keyword,validate);const valid2=gen.let("valid");cxt.block$data(valid2,validateKeyword);cxt.ok((_a=def.valid)!==null&&_a!==void 0?_a:valid2);function validateKeyword(){
if(def.errors===false){assignValid();if(def.modifying)modifyData(cxt);reportErrs(()=>cxt.error())}else{const ruleErrs=def.async?validateAsync():validateSync();if(def.
modifying)modifyData(cxt);reportErrs(()=>addErrs(cxt,ruleErrs))}}function validateAsync(){const ruleErrs=gen.let("ruleErrs",null);gen.try(()=>assignValid((0,codegen_1.
_)`await `),e=>gen.assign(valid2,false).if((0,codegen_1._)`${e} instanceof ${it.ValidationError}`,()=>gen.assign(ruleErrs,(0,codegen_1._)`${e}.errors`),()=>gen.
throw(e)));return ruleErrs}function validateSync(){const validateErrs=(0,codegen_1._)`${validateRef}.errors`;gen.assign(validateErrs,null);assignValid(codegen_1.
nil);return validateErrs}function assignValid(_await=def.async?(0,codegen_1._)`await `:codegen_1.nil){const passCxt=it.opts.passContext?names_1.default.this:names_1.
default.self;const passSchema=!("compile"in def&&!$data||def.schema===false);gen.assign(valid2,(0,codegen_1._)`${_await}${(0,code_1.callValidateCode)(cxt,validateRef,
passCxt,passSchema)}`,def.modifying)}function reportErrs(errors){var _a2;gen.if((0,codegen_1.not)((_a2=def.valid)!==null&&_a2!==void 0?_a2:valid2),errors)}}exports.
funcKeywordCode=funcKeywordCode;function modifyData(cxt){const{gen,data,it}=cxt;gen.if(it.parentData,()=>gen.assign(data,(0,codegen_1._)`${it.parentData}[${it.parentDataProperty}]`))}
function addErrs(cxt,errs){const{gen}=cxt;gen.if((0,codegen_1._)`Array.isArray(${errs})`,()=>{gen.assign(names_1.default.vErrors,(0,codegen_1._)`${names_1.default.
vErrors} === null ? ${errs} : ${names_1.default.vErrors}.concat(${errs})`).assign(names_1.default.errors,(0,codegen_1._)`${names_1.default.vErrors}.length`);(0,
errors_1.extendErrors)(cxt)},()=>cxt.error())}function checkAsyncKeyword({schemaEnv},def){if(def.async&&!schemaEnv.$async)throw new Error("async keyword in sync\
 schema")}function useKeyword(gen,keyword,result){if(result===void 0)throw new Error(`keyword "${keyword}" failed to compile`);return gen.scopeValue("keyword",typeof result==
"function"?{ref:result}:{ref:result,code:(0,codegen_1.stringify)(result)})}function validSchemaType(schema,schemaType,allowUndefined=false){return!schemaType.length||
schemaType.some(st=>st==="array"?Array.isArray(schema):st==="object"?schema&&typeof schema=="object"&&!Array.isArray(schema):typeof schema==st||allowUndefined&&
typeof schema=="undefined")}exports.validSchemaType=validSchemaType;function validateKeywordUsage({schema,opts,self,errSchemaPath},def,keyword){if(Array.isArray(
def.keyword)?!def.keyword.includes(keyword):def.keyword!==keyword){throw new Error("ajv implementation error")}const deps=def.dependencies;if(deps===null||deps===
void 0?void 0:deps.some(kwd=>!Object.prototype.hasOwnProperty.call(schema,kwd))){throw new Error(`parent schema must have dependencies of ${keyword}: ${deps.join(
",")}`)}if(def.validateSchema){const valid2=def.validateSchema(schema[keyword]);if(!valid2){const msg=`keyword "${keyword}" value is invalid at path "${errSchemaPath}\
": `+self.errorsText(def.validateSchema.errors);if(opts.validateSchema==="log")self.logger.error(msg);else throw new Error(msg)}}}exports.validateKeywordUsage=validateKeywordUsage}});var require_subschema=__commonJS({"node_modules/ajv/dist/compile/validate/subschema.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
exports.extendSubschemaMode=exports.extendSubschemaData=exports.getSubschema=void 0;var codegen_1=require_codegen();var util_1=require_util();function getSubschema(it,{
keyword,schemaProp,schema,schemaPath,errSchemaPath,topSchemaRef}){if(keyword!==void 0&&schema!==void 0){throw new Error('both "keyword" and "schema" passed, onl\
y one allowed')}if(keyword!==void 0){const sch=it.schema[keyword];return schemaProp===void 0?{schema:sch,schemaPath:(0,codegen_1._)`${it.schemaPath}${(0,codegen_1.
getProperty)(keyword)}`,errSchemaPath:`${it.errSchemaPath}/${keyword}`}:{schema:sch[schemaProp],schemaPath:(0,codegen_1._)`${it.schemaPath}${(0,codegen_1.getProperty)(
keyword)}${(0,codegen_1.getProperty)(schemaProp)}`,errSchemaPath:`${it.errSchemaPath}/${keyword}/${(0,util_1.escapeFragment)(schemaProp)}`}}if(schema!==void 0){
if(schemaPath===void 0||errSchemaPath===void 0||topSchemaRef===void 0){throw new Error('"schemaPath", "errSchemaPath" and "topSchemaRef" are required with "sche\
ma"')}return{schema,schemaPath,topSchemaRef,errSchemaPath}}throw new Error('either "keyword" or "schema" must be passed')}exports.getSubschema=getSubschema;function extendSubschemaData(subschema,it,{
dataProp,dataPropType:dpType,data,dataTypes,propertyName}){if(data!==void 0&&dataProp!==void 0){throw new Error('both "data" and "dataProp" passed, only one all\
owed')}const{gen}=it;if(dataProp!==void 0){const{errorPath,dataPathArr,opts}=it;const nextData=gen.let("data",(0,codegen_1._)`${it.data}${(0,codegen_1.getProperty)(
dataProp)}`,true);dataContextProps(nextData);subschema.errorPath=(0,codegen_1.str)`${errorPath}${(0,util_1.getErrorPath)(dataProp,dpType,opts.jsPropertySyntax)}`;
subschema.parentDataProperty=(0,codegen_1._)`${dataProp}`;subschema.dataPathArr=[...dataPathArr,subschema.parentDataProperty]}if(data!==void 0){const nextData=data instanceof
codegen_1.Name?data:gen.let("data",data,true);dataContextProps(nextData);if(propertyName!==void 0)subschema.propertyName=propertyName}if(dataTypes)subschema.dataTypes=
dataTypes;function dataContextProps(_nextData){subschema.data=_nextData;subschema.dataLevel=it.dataLevel+1;subschema.dataTypes=[];it.definedProperties=new Set;subschema.
parentData=it.data;subschema.dataNames=[...it.dataNames,_nextData]}}exports.extendSubschemaData=extendSubschemaData;function extendSubschemaMode(subschema,{jtdDiscriminator,
jtdMetadata,compositeRule,createErrors,allErrors}){if(compositeRule!==void 0)subschema.compositeRule=compositeRule;if(createErrors!==void 0)subschema.createErrors=
createErrors;if(allErrors!==void 0)subschema.allErrors=allErrors;subschema.jtdDiscriminator=jtdDiscriminator;subschema.jtdMetadata=jtdMetadata}exports.extendSubschemaMode=
extendSubschemaMode}});var require_fast_deep_equal=__commonJS({"node_modules/fast-deep-equal/index.js"(exports,module){"use strict";module.exports=function equal(a,b){if(a===b)return true;
if(a&&b&&typeof a=="object"&&typeof b=="object"){if(a.constructor!==b.constructor)return false;var length,i,keys;if(Array.isArray(a)){length=a.length;if(length!=
b.length)return false;for(i=length;i--!==0;)if(!equal(a[i],b[i]))return false;return true}if(a.constructor===RegExp)return a.source===b.source&&a.flags===b.flags;
if(a.valueOf!==Object.prototype.valueOf)return a.valueOf()===b.valueOf();if(a.toString!==Object.prototype.toString)return a.toString()===b.toString();keys=Object.
keys(a);length=keys.length;if(length!==Object.keys(b).length)return false;for(i=length;i--!==0;)if(!Object.prototype.hasOwnProperty.call(b,keys[i]))return false;
for(i=length;i--!==0;){var key=keys[i];if(!equal(a[key],b[key]))return false}return true}return a!==a&&b!==b}}});var require_json_schema_traverse=__commonJS({"node_modules/json-schema-traverse/index.js"(exports,module){"use strict";var traverse=module.exports=function(schema,opts,cb){
if(typeof opts=="function"){cb=opts;opts={}}cb=opts.cb||cb;var pre=typeof cb=="function"?cb:cb.pre||function(){};var post=cb.post||function(){};_traverse(opts,pre,
post,schema,"",schema)};traverse.keywords={additionalItems:true,items:true,contains:true,additionalProperties:true,propertyNames:true,not:true,if:true,then:true,
else:true};traverse.arrayKeywords={items:true,allOf:true,anyOf:true,oneOf:true};traverse.propsKeywords={$defs:true,definitions:true,properties:true,patternProperties:true,
dependencies:true};traverse.skipKeywords={default:true,enum:true,const:true,required:true,maximum:true,minimum:true,exclusiveMaximum:true,exclusiveMinimum:true,
multipleOf:true,maxLength:true,minLength:true,pattern:true,format:true,maxItems:true,minItems:true,uniqueItems:true,maxProperties:true,minProperties:true};function _traverse(opts,pre,post,schema,jsonPtr,rootSchema,parentJsonPtr,parentKeyword,parentSchema,keyIndex){
if(schema&&typeof schema=="object"&&!Array.isArray(schema)){pre(schema,jsonPtr,rootSchema,parentJsonPtr,parentKeyword,parentSchema,keyIndex);for(var key in schema){
var sch=schema[key];if(Array.isArray(sch)){if(key in traverse.arrayKeywords){for(var i=0;i<sch.length;i++)_traverse(opts,pre,post,sch[i],jsonPtr+"/"+key+"/"+i,rootSchema,
jsonPtr,key,schema,i)}}else if(key in traverse.propsKeywords){if(sch&&typeof sch=="object"){for(var prop in sch)_traverse(opts,pre,post,sch[prop],jsonPtr+"/"+key+
"/"+escapeJsonPtr(prop),rootSchema,jsonPtr,key,schema,prop)}}else if(key in traverse.keywords||opts.allKeys&&!(key in traverse.skipKeywords)){_traverse(opts,pre,
post,sch,jsonPtr+"/"+key,rootSchema,jsonPtr,key,schema)}}post(schema,jsonPtr,rootSchema,parentJsonPtr,parentKeyword,parentSchema,keyIndex)}}function escapeJsonPtr(str){
return str.replace(/~/g,"~0").replace(/\//g,"~1")}}});var require_resolve=__commonJS({"node_modules/ajv/dist/compile/resolve.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});exports.
getSchemaRefs=exports.resolveUrl=exports.normalizeId=exports._getFullPath=exports.getFullPath=exports.inlineRef=void 0;var util_1=require_util();var equal=require_fast_deep_equal();
var traverse=require_json_schema_traverse();var SIMPLE_INLINED=new Set(["type","format","pattern","maxLength","minLength","maxProperties","minProperties","maxIt\
ems","minItems","maximum","minimum","uniqueItems","multipleOf","required","enum","const"]);function inlineRef(schema,limit=true){if(typeof schema=="boolean")return true;
if(limit===true)return!hasRef(schema);if(!limit)return false;return countKeys(schema)<=limit}exports.inlineRef=inlineRef;var REF_KEYWORDS=new Set(["$ref","$recu\
rsiveRef","$recursiveAnchor","$dynamicRef","$dynamicAnchor"]);function hasRef(schema){for(const key in schema){if(REF_KEYWORDS.has(key))return true;const sch=schema[key];
if(Array.isArray(sch)&&sch.some(hasRef))return true;if(typeof sch=="object"&&hasRef(sch))return true}return false}function countKeys(schema){let count2=0;for(const key in schema){
if(key==="$ref")return Infinity;count2++;if(SIMPLE_INLINED.has(key))continue;if(typeof schema[key]=="object"){(0,util_1.eachItem)(schema[key],sch=>count2+=countKeys(
sch))}if(count2===Infinity)return Infinity}return count2}function getFullPath(resolver,id="",normalize){if(normalize!==false)id=normalizeId(id);const p=resolver.
parse(id);return _getFullPath(resolver,p)}exports.getFullPath=getFullPath;function _getFullPath(resolver,p){const serialized=resolver.serialize(p);return serialized.
split("#")[0]+"#"}exports._getFullPath=_getFullPath;var TRAILING_SLASH_HASH=/#\/?$/;function normalizeId(id){return id?id.replace(TRAILING_SLASH_HASH,""):""}exports.
normalizeId=normalizeId;function resolveUrl(resolver,baseId,id){id=normalizeId(id);return resolver.resolve(baseId,id)}exports.resolveUrl=resolveUrl;var ANCHOR=/^[a-z_][-a-z0-9._]*$/i;
function getSchemaRefs(schema,baseId){if(typeof schema=="boolean")return{};const{schemaId,uriResolver}=this.opts;const schId=normalizeId(schema[schemaId]||baseId);
const baseIds={"":schId};const pathPrefix=getFullPath(uriResolver,schId,false);const localRefs={};const schemaRefs=new Set;traverse(schema,{allKeys:true},(sch,jsonPtr,_,parentJsonPtr)=>{
if(parentJsonPtr===void 0)return;const fullPath=pathPrefix+jsonPtr;let innerBaseId=baseIds[parentJsonPtr];if(typeof sch[schemaId]=="string")innerBaseId=addRef.call(
this,sch[schemaId]);addAnchor.call(this,sch.$anchor);addAnchor.call(this,sch.$dynamicAnchor);baseIds[jsonPtr]=innerBaseId;function addRef(ref){const _resolve=this.
opts.uriResolver.resolve;ref=normalizeId(innerBaseId?_resolve(innerBaseId,ref):ref);if(schemaRefs.has(ref))throw ambiguos(ref);schemaRefs.add(ref);let schOrRef=this.
refs[ref];if(typeof schOrRef=="string")schOrRef=this.refs[schOrRef];if(typeof schOrRef=="object"){checkAmbiguosRef(sch,schOrRef.schema,ref)}else if(ref!==normalizeId(
fullPath)){if(ref[0]==="#"){checkAmbiguosRef(sch,localRefs[ref],ref);localRefs[ref]=sch}else{this.refs[ref]=fullPath}}return ref}function addAnchor(anchor){if(typeof anchor==
"string"){if(!ANCHOR.test(anchor))throw new Error(`invalid anchor "${anchor}"`);addRef.call(this,`#${anchor}`)}}});return localRefs;function checkAmbiguosRef(sch1,sch2,ref){
if(sch2!==void 0&&!equal(sch1,sch2))throw ambiguos(ref)}function ambiguos(ref){return new Error(`reference "${ref}" resolves to more than one schema`)}}exports.
getSchemaRefs=getSchemaRefs}});var require_validate=__commonJS({"node_modules/ajv/dist/compile/validate/index.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
exports.getData=exports.KeywordCxt=exports.validateFunctionCode=void 0;var boolSchema_1=require_boolSchema();var dataType_1=require_dataType();var applicability_1=require_applicability();
var dataType_2=require_dataType();var defaults_1=require_defaults();var keyword_1=require_keyword();var subschema_1=require_subschema();var codegen_1=require_codegen();
var names_1=require_names();var resolve_1=require_resolve();var util_1=require_util();var errors_1=require_errors2();function validateFunctionCode(it){if(isSchemaObj(
it)){checkKeywords(it);if(schemaCxtHasRules(it)){topSchemaObjCode(it);return}}validateFunction(it,()=>(0,boolSchema_1.topBoolOrEmptySchema)(it))}exports.validateFunctionCode=
validateFunctionCode;function validateFunction({gen,validateName,schema,schemaEnv,opts},body){if(opts.code.es5){gen.func(validateName,(0,codegen_1._)`${names_1.
default.data}, ${names_1.default.valCxt}`,schemaEnv.$async,()=>{gen.code((0,codegen_1._)`"use strict"; ${funcSourceUrl(schema,opts)}`);destructureValCxtES5(gen,
opts);gen.code(body)})}else{gen.func(validateName,(0,codegen_1._)`${names_1.default.data}, ${destructureValCxt(opts)}`,schemaEnv.$async,()=>gen.code(funcSourceUrl(
schema,opts)).code(body))}}function destructureValCxt(opts){return(0,codegen_1._)`{${names_1.default.instancePath}="", ${names_1.default.parentData}, ${names_1.
default.parentDataProperty}, ${names_1.default.rootData}=${names_1.default.data}${opts.dynamicRef?(0,codegen_1._)`, ${names_1.default.dynamicAnchors}={}`:codegen_1.
nil}}={}`}function destructureValCxtES5(gen,opts){gen.if(names_1.default.valCxt,()=>{gen.var(names_1.default.instancePath,(0,codegen_1._)`${names_1.default.valCxt}.${names_1.
default.instancePath}`);gen.var(names_1.default.parentData,(0,codegen_1._)`${names_1.default.valCxt}.${names_1.default.parentData}`);gen.var(names_1.default.parentDataProperty,
(0,codegen_1._)`${names_1.default.valCxt}.${names_1.default.parentDataProperty}`);gen.var(names_1.default.rootData,(0,codegen_1._)`${names_1.default.valCxt}.${names_1.
default.rootData}`);if(opts.dynamicRef)gen.var(names_1.default.dynamicAnchors,(0,codegen_1._)`${names_1.default.valCxt}.${names_1.default.dynamicAnchors}`)},()=>{
gen.var(names_1.default.instancePath,(0,codegen_1._)`""`);gen.var(names_1.default.parentData,(0,codegen_1._)`undefined`);gen.var(names_1.default.parentDataProperty,
(0,codegen_1._)`undefined`);gen.var(names_1.default.rootData,names_1.default.data);if(opts.dynamicRef)gen.var(names_1.default.dynamicAnchors,(0,codegen_1._)`{}`)})}
function topSchemaObjCode(it){const{schema,opts,gen}=it;validateFunction(it,()=>{if(opts.$comment&&schema.$comment)commentKeyword(it);checkNoDefault(it);gen.let(
names_1.default.vErrors,null);gen.let(names_1.default.errors,0);if(opts.unevaluated)resetEvaluated(it);typeAndKeywords(it);returnResults(it)});return}function resetEvaluated(it){
const{gen,validateName}=it;it.evaluated=gen.const("evaluated",(0,codegen_1._)`${validateName}.evaluated`);gen.if((0,codegen_1._)`${it.evaluated}.dynamicProps`,()=>gen.
assign((0,codegen_1._)`${it.evaluated}.props`,(0,codegen_1._)`undefined`));gen.if((0,codegen_1._)`${it.evaluated}.dynamicItems`,()=>gen.assign((0,codegen_1._)`${it.
evaluated}.items`,(0,codegen_1._)`undefined`))}function funcSourceUrl(schema,opts){const schId=typeof schema=="object"&&schema[opts.schemaId];return schId&&(opts.
code.source||opts.code.process)?(0,codegen_1._)`/*# sourceURL=${schId} */`:codegen_1.nil}function subschemaCode(it,valid2){if(isSchemaObj(it)){checkKeywords(it);
if(schemaCxtHasRules(it)){subSchemaObjCode(it,valid2);return}}(0,boolSchema_1.boolOrEmptySchema)(it,valid2)}function schemaCxtHasRules({schema,self}){if(typeof schema==
"boolean")return!schema;for(const key in schema)if(self.RULES.all[key])return true;return false}function isSchemaObj(it){return typeof it.schema!="boolean"}function subSchemaObjCode(it,valid2){
const{schema,gen,opts}=it;if(opts.$comment&&schema.$comment)commentKeyword(it);updateContext(it);checkAsyncSchema(it);const errsCount=gen.const("_errs",names_1.
default.errors);typeAndKeywords(it,errsCount);gen.var(valid2,(0,codegen_1._)`${errsCount} === ${names_1.default.errors}`)}function checkKeywords(it){(0,util_1.checkUnknownRules)(
it);checkRefsAndKeywords(it)}function typeAndKeywords(it,errsCount){if(it.opts.jtd)return schemaKeywords(it,[],false,errsCount);const types=(0,dataType_1.getSchemaTypes)(
it.schema);const checkedTypes=(0,dataType_1.coerceAndCheckDataType)(it,types);schemaKeywords(it,types,!checkedTypes,errsCount)}function checkRefsAndKeywords(it){
const{schema,errSchemaPath,opts,self}=it;if(schema.$ref&&opts.ignoreKeywordsWithRef&&(0,util_1.schemaHasRulesButRef)(schema,self.RULES)){self.logger.warn(`$ref:\
 keywords ignored in schema at path "${errSchemaPath}"`)}}function checkNoDefault(it){const{schema,opts}=it;if(schema.default!==void 0&&opts.useDefaults&&opts.strictSchema){
(0,util_1.checkStrictMode)(it,"default is ignored in the schema root")}}function updateContext(it){const schId=it.schema[it.opts.schemaId];if(schId)it.baseId=(0,
resolve_1.resolveUrl)(it.opts.uriResolver,it.baseId,schId)}function checkAsyncSchema(it){if(it.schema.$async&&!it.schemaEnv.$async)throw new Error("async schema\
 in sync schema")}function commentKeyword({gen,schemaEnv,schema,errSchemaPath,opts}){const msg=schema.$comment;if(opts.$comment===true){gen.code((0,codegen_1._)`${names_1.
default.self}.logger.log(${msg})`)}else if(typeof opts.$comment=="function"){const schemaPath=(0,codegen_1.str)`${errSchemaPath}/$comment`;const rootName=gen.scopeValue(
"root",{ref:schemaEnv.root});gen.code((0,codegen_1._)`${names_1.default.self}.opts.$comment(${msg}, ${schemaPath}, ${rootName}.schema)`)}}function returnResults(it){
const{gen,schemaEnv,validateName,ValidationError,opts}=it;if(schemaEnv.$async){gen.if((0,codegen_1._)`${names_1.default.errors} === 0`,()=>gen.return(names_1.default.
data),()=>gen.throw((0,codegen_1._)`new ${ValidationError}(${names_1.default.vErrors})`))}else{gen.assign((0,codegen_1._)`${validateName}.errors`,names_1.default.
vErrors);if(opts.unevaluated)assignEvaluated(it);gen.return((0,codegen_1._)`${names_1.default.errors} === 0`)}}function assignEvaluated({gen,evaluated,props,items}){
if(props instanceof codegen_1.Name)gen.assign((0,codegen_1._)`${evaluated}.props`,props);if(items instanceof codegen_1.Name)gen.assign((0,codegen_1._)`${evaluated}.items`,
items)}function schemaKeywords(it,types,typeErrors,errsCount){const{gen,schema,data,allErrors,opts,self}=it;const{RULES}=self;if(schema.$ref&&(opts.ignoreKeywordsWithRef||
!(0,util_1.schemaHasRulesButRef)(schema,RULES))){gen.block(()=>keywordCode(it,"$ref",RULES.all.$ref.definition));return}if(!opts.jtd)checkStrictTypes(it,types);
gen.block(()=>{for(const group of RULES.rules)groupKeywords(group);groupKeywords(RULES.post)});function groupKeywords(group){if(!(0,applicability_1.shouldUseGroup)(
schema,group))return;if(group.type){gen.if((0,dataType_2.checkDataType)(group.type,data,opts.strictNumbers));iterateKeywords(it,group);if(types.length===1&&types[0]===
group.type&&typeErrors){gen.else();(0,dataType_2.reportTypeError)(it)}gen.endIf()}else{iterateKeywords(it,group)}if(!allErrors)gen.if((0,codegen_1._)`${names_1.
default.errors} === ${errsCount||0}`)}}function iterateKeywords(it,group){const{gen,schema,opts:{useDefaults}}=it;if(useDefaults)(0,defaults_1.assignDefaults)(it,
group.type);gen.block(()=>{for(const rule of group.rules){if((0,applicability_1.shouldUseRule)(schema,rule)){keywordCode(it,rule.keyword,rule.definition,group.type)}}})}
function checkStrictTypes(it,types){if(it.schemaEnv.meta||!it.opts.strictTypes)return;checkContextTypes(it,types);if(!it.opts.allowUnionTypes)checkMultipleTypes(
it,types);checkKeywordTypes(it,it.dataTypes)}function checkContextTypes(it,types){if(!types.length)return;if(!it.dataTypes.length){it.dataTypes=types;return}types.
forEach(t=>{if(!includesType(it.dataTypes,t)){strictTypesError(it,`type "${t}" not allowed by context "${it.dataTypes.join(",")}"`)}});narrowSchemaTypes(it,types)}
function checkMultipleTypes(it,ts){if(ts.length>1&&!(ts.length===2&&ts.includes("null"))){strictTypesError(it,"use allowUnionTypes to allow union type keyword")}}
function checkKeywordTypes(it,ts){const rules=it.self.RULES.all;for(const keyword in rules){const rule=rules[keyword];if(typeof rule=="object"&&(0,applicability_1.
shouldUseRule)(it.schema,rule)){const{type}=rule.definition;if(type.length&&!type.some(t=>hasApplicableType(ts,t))){strictTypesError(it,`missing type "${type.join(
",")}" for keyword "${keyword}"`)}}}}function hasApplicableType(schTs,kwdT){return schTs.includes(kwdT)||kwdT==="number"&&schTs.includes("integer")}function includesType(ts,t){
return ts.includes(t)||t==="integer"&&ts.includes("number")}function narrowSchemaTypes(it,withTypes){const ts=[];for(const t of it.dataTypes){if(includesType(withTypes,
t))ts.push(t);else if(withTypes.includes("integer")&&t==="number")ts.push("integer")}it.dataTypes=ts}function strictTypesError(it,msg){const schemaPath=it.schemaEnv.
baseId+it.errSchemaPath;msg+=` at "${schemaPath}" (strictTypes)`;(0,util_1.checkStrictMode)(it,msg,it.opts.strictTypes)}var KeywordCxt=class{constructor(it,def,keyword){
(0,keyword_1.validateKeywordUsage)(it,def,keyword);this.gen=it.gen;this.allErrors=it.allErrors;this.keyword=keyword;this.data=it.data;this.schema=it.schema[keyword];
this.$data=def.$data&&it.opts.$data&&this.schema&&this.schema.$data;this.schemaValue=(0,util_1.schemaRefOrVal)(it,this.schema,keyword,this.$data);this.schemaType=
def.schemaType;this.parentSchema=it.schema;this.params={};this.it=it;this.def=def;if(this.$data){this.schemaCode=it.gen.const("vSchema",getData(this.$data,it))}else{
this.schemaCode=this.schemaValue;if(!(0,keyword_1.validSchemaType)(this.schema,def.schemaType,def.allowUndefined)){throw new Error(`${keyword} value must be ${JSON.
stringify(def.schemaType)}`)}}if("code"in def?def.trackErrors:def.errors!==false){this.errsCount=it.gen.const("_errs",names_1.default.errors)}}result(condition,successAction,failAction){
this.failResult((0,codegen_1.not)(condition),successAction,failAction)}failResult(condition,successAction,failAction){this.gen.if(condition);if(failAction)failAction();else
this.error();if(successAction){this.gen.else();successAction();if(this.allErrors)this.gen.endIf()}else{if(this.allErrors)this.gen.endIf();else this.gen.else()}}pass(condition,failAction){
this.failResult((0,codegen_1.not)(condition),void 0,failAction)}fail(condition){if(condition===void 0){this.error();if(!this.allErrors)this.gen.if(false);return}
this.gen.if(condition);this.error();if(this.allErrors)this.gen.endIf();else this.gen.else()}fail$data(condition){if(!this.$data)return this.fail(condition);const{
schemaCode}=this;this.fail((0,codegen_1._)`${schemaCode} !== undefined && (${(0,codegen_1.or)(this.invalid$data(),condition)})`)}error(append,errorParams,errorPaths){
if(errorParams){this.setParams(errorParams);this._error(append,errorPaths);this.setParams({});return}this._error(append,errorPaths)}_error(append,errorPaths){;(append?
errors_1.reportExtraError:errors_1.reportError)(this,this.def.error,errorPaths)}$dataError(){(0,errors_1.reportError)(this,this.def.$dataError||errors_1.keyword$DataError)}reset(){
if(this.errsCount===void 0)throw new Error('add "trackErrors" to keyword definition');(0,errors_1.resetErrorsCount)(this.gen,this.errsCount)}ok(cond){if(!this.allErrors)
this.gen.if(cond)}setParams(obj,assign){if(assign)Object.assign(this.params,obj);else this.params=obj}block$data(valid2,codeBlock,$dataValid=codegen_1.nil){this.
gen.block(()=>{this.check$data(valid2,$dataValid);codeBlock()})}check$data(valid2=codegen_1.nil,$dataValid=codegen_1.nil){if(!this.$data)return;const{gen,schemaCode,
schemaType,def}=this;gen.if((0,codegen_1.or)((0,codegen_1._)`${schemaCode} === undefined`,$dataValid));if(valid2!==codegen_1.nil)gen.assign(valid2,true);if(schemaType.
length||def.validateSchema){gen.elseIf(this.invalid$data());this.$dataError();if(valid2!==codegen_1.nil)gen.assign(valid2,false)}gen.else()}invalid$data(){const{
gen,schemaCode,schemaType,def,it}=this;return(0,codegen_1.or)(wrong$DataType(),invalid$DataSchema());function wrong$DataType(){if(schemaType.length){if(!(schemaCode instanceof
codegen_1.Name))throw new Error("ajv implementation error");const st=Array.isArray(schemaType)?schemaType:[schemaType];return(0,codegen_1._)`${(0,dataType_2.checkDataTypes)(
st,schemaCode,it.opts.strictNumbers,dataType_2.DataType.Wrong)}`}return codegen_1.nil}function invalid$DataSchema(){if(def.validateSchema){const validateSchemaRef=gen.
scopeValue("validate$data",{ref:def.validateSchema});return(0,codegen_1._)`!${validateSchemaRef}(${schemaCode})`}return codegen_1.nil}}subschema(appl,valid2){const subschema=(0,
subschema_1.getSubschema)(this.it,appl);(0,subschema_1.extendSubschemaData)(subschema,this.it,appl);(0,subschema_1.extendSubschemaMode)(subschema,appl);const nextContext={
...this.it,...subschema,items:void 0,props:void 0};subschemaCode(nextContext,valid2);return nextContext}mergeEvaluated(schemaCxt,toName){const{it,gen}=this;if(!it.
opts.unevaluated)return;if(it.props!==true&&schemaCxt.props!==void 0){it.props=util_1.mergeEvaluated.props(gen,schemaCxt.props,it.props,toName)}if(it.items!==true&&
schemaCxt.items!==void 0){it.items=util_1.mergeEvaluated.items(gen,schemaCxt.items,it.items,toName)}}mergeValidEvaluated(schemaCxt,valid2){const{it,gen}=this;if(it.
opts.unevaluated&&(it.props!==true||it.items!==true)){gen.if(valid2,()=>this.mergeEvaluated(schemaCxt,codegen_1.Name));return true}}};exports.KeywordCxt=KeywordCxt;
function keywordCode(it,keyword,def,ruleType){const cxt=new KeywordCxt(it,def,keyword);if("code"in def){def.code(cxt,ruleType)}else if(cxt.$data&&def.validate){
(0,keyword_1.funcKeywordCode)(cxt,def)}else if("macro"in def){(0,keyword_1.macroKeywordCode)(cxt,def)}else if(def.compile||def.validate){(0,keyword_1.funcKeywordCode)(
cxt,def)}}var JSON_POINTER=/^\/(?:[^~]|~0|~1)*$/;var RELATIVE_JSON_POINTER=/^([0-9]+)(#|\/(?:[^~]|~0|~1)*)?$/;function getData($data,{dataLevel,dataNames,dataPathArr}){
let jsonPointer;let data;if($data==="")return names_1.default.rootData;if($data[0]==="/"){if(!JSON_POINTER.test($data))throw new Error(`Invalid JSON-pointer: ${$data}`);
jsonPointer=$data;data=names_1.default.rootData}else{const matches=RELATIVE_JSON_POINTER.exec($data);if(!matches)throw new Error(`Invalid JSON-pointer: ${$data}`);
const up=+matches[1];jsonPointer=matches[2];if(jsonPointer==="#"){if(up>=dataLevel)throw new Error(errorMsg("property/index",up));return dataPathArr[dataLevel-up]}
if(up>dataLevel)throw new Error(errorMsg("data",up));data=dataNames[dataLevel-up];if(!jsonPointer)return data}let expr=data;const segments2=jsonPointer.split("/");
for(const segment of segments2){if(segment){data=(0,codegen_1._)`${data}${(0,codegen_1.getProperty)((0,util_1.unescapeJsonPointer)(segment))}`;expr=(0,codegen_1.
_)`${expr} && ${data}`}}return expr;function errorMsg(pointerType,up){return`Cannot access ${pointerType} ${up} levels up, current level is ${dataLevel}`}}exports.
getData=getData}});var require_validation_error=__commonJS({"node_modules/ajv/dist/runtime/validation_error.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
var ValidationError=class extends Error{constructor(errors){super("validation failed");this.errors=errors;this.ajv=this.validation=true}};exports.default=ValidationError}});var require_ref_error=__commonJS({"node_modules/ajv/dist/compile/ref_error.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});var resolve_1=require_resolve();
var MissingRefError=class extends Error{constructor(resolver,baseId,ref,msg){super(msg||`can't resolve reference ${ref} from id ${baseId}`);this.missingRef=(0,resolve_1.
resolveUrl)(resolver,baseId,ref);this.missingSchema=(0,resolve_1.normalizeId)((0,resolve_1.getFullPath)(resolver,this.missingRef))}};exports.default=MissingRefError}});var require_compile=__commonJS({"node_modules/ajv/dist/compile/index.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});exports.
resolveSchema=exports.getCompilingSchema=exports.resolveRef=exports.compileSchema=exports.SchemaEnv=void 0;var codegen_1=require_codegen();var validation_error_1=require_validation_error();
var names_1=require_names();var resolve_1=require_resolve();var util_1=require_util();var validate_1=require_validate();var SchemaEnv=class{constructor(env){var _a;
this.refs={};this.dynamicAnchors={};let schema;if(typeof env.schema=="object")schema=env.schema;this.schema=env.schema;this.schemaId=env.schemaId;this.root=env.
root||this;this.baseId=(_a=env.baseId)!==null&&_a!==void 0?_a:(0,resolve_1.normalizeId)(schema===null||schema===void 0?void 0:schema[env.schemaId||"$id"]);this.
schemaPath=env.schemaPath;this.localRefs=env.localRefs;this.meta=env.meta;this.$async=schema===null||schema===void 0?void 0:schema.$async;this.refs={}}};exports.
SchemaEnv=SchemaEnv;function compileSchema(sch){const _sch=getCompilingSchema.call(this,sch);if(_sch)return _sch;const rootId=(0,resolve_1.getFullPath)(this.opts.
uriResolver,sch.root.baseId);const{es5,lines:lines2}=this.opts.code;const{ownProperties}=this.opts;const gen=new codegen_1.CodeGen(this.scope,{es5,lines:lines2,
ownProperties});let _ValidationError;if(sch.$async){_ValidationError=gen.scopeValue("Error",{ref:validation_error_1.default,code:(0,codegen_1._)`require("ajv/dist/runtime/validation_error").default`})}
const validateName=gen.scopeName("validate");sch.validateName=validateName;const schemaCxt={gen,allErrors:this.opts.allErrors,data:names_1.default.data,parentData:names_1.
default.parentData,parentDataProperty:names_1.default.parentDataProperty,dataNames:[names_1.default.data],dataPathArr:[codegen_1.nil],dataLevel:0,dataTypes:[],definedProperties:new Set,
topSchemaRef:gen.scopeValue("schema",this.opts.code.source===true?{ref:sch.schema,code:(0,codegen_1.stringify)(sch.schema)}:{ref:sch.schema}),validateName,ValidationError:_ValidationError,
schema:sch.schema,schemaEnv:sch,rootId,baseId:sch.baseId||rootId,schemaPath:codegen_1.nil,errSchemaPath:sch.schemaPath||(this.opts.jtd?"":"#"),errorPath:(0,codegen_1.
_)`""`,opts:this.opts,self:this};let sourceCode;try{this._compilations.add(sch);(0,validate_1.validateFunctionCode)(schemaCxt);gen.optimize(this.opts.code.optimize);
const validateCode=gen.toString();sourceCode=`${gen.scopeRefs(names_1.default.scope)}return ${validateCode}`;if(this.opts.code.process)sourceCode=this.opts.code.
process(sourceCode,sch);const makeValidate=new Function(`${names_1.default.self}`,`${names_1.default.scope}`,sourceCode);const validate=makeValidate(this,this.scope.
get());this.scope.value(validateName,{ref:validate});validate.errors=null;validate.schema=sch.schema;validate.schemaEnv=sch;if(sch.$async)validate.$async=true;if(this.
opts.code.source===true){validate.source={validateName,validateCode,scopeValues:gen._values}}if(this.opts.unevaluated){const{props,items}=schemaCxt;validate.evaluated=
{props:props instanceof codegen_1.Name?void 0:props,items:items instanceof codegen_1.Name?void 0:items,dynamicProps:props instanceof codegen_1.Name,dynamicItems:items instanceof
codegen_1.Name};if(validate.source)validate.source.evaluated=(0,codegen_1.stringify)(validate.evaluated)}sch.validate=validate;return sch}catch(e){delete sch.validate;
delete sch.validateName;if(sourceCode)this.logger.error("Error compiling schema, function code:",sourceCode);throw e}finally{this._compilations.delete(sch)}}exports.
compileSchema=compileSchema;function resolveRef(root,baseId,ref){var _a;ref=(0,resolve_1.resolveUrl)(this.opts.uriResolver,baseId,ref);const schOrFunc=root.refs[ref];
if(schOrFunc)return schOrFunc;let _sch=resolve2.call(this,root,ref);if(_sch===void 0){const schema=(_a=root.localRefs)===null||_a===void 0?void 0:_a[ref];const{
schemaId}=this.opts;if(schema)_sch=new SchemaEnv({schema,schemaId,root,baseId})}if(_sch===void 0)return;return root.refs[ref]=inlineOrCompile.call(this,_sch)}exports.
resolveRef=resolveRef;function inlineOrCompile(sch){if((0,resolve_1.inlineRef)(sch.schema,this.opts.inlineRefs))return sch.schema;return sch.validate?sch:compileSchema.
call(this,sch)}function getCompilingSchema(schEnv){for(const sch of this._compilations){if(sameSchemaEnv(sch,schEnv))return sch}}exports.getCompilingSchema=getCompilingSchema;
function sameSchemaEnv(s1,s2){return s1.schema===s2.schema&&s1.root===s2.root&&s1.baseId===s2.baseId}function resolve2(root,ref){let sch;while(typeof(sch=this.refs[ref])==
"string")ref=sch;return sch||this.schemas[ref]||resolveSchema.call(this,root,ref)}function resolveSchema(root,ref){const p=this.opts.uriResolver.parse(ref);const refPath=(0,
resolve_1._getFullPath)(this.opts.uriResolver,p);let baseId=(0,resolve_1.getFullPath)(this.opts.uriResolver,root.baseId,void 0);if(Object.keys(root.schema).length>
0&&refPath===baseId){return getJsonPointer.call(this,p,root)}const id=(0,resolve_1.normalizeId)(refPath);const schOrRef=this.refs[id]||this.schemas[id];if(typeof schOrRef==
"string"){const sch=resolveSchema.call(this,root,schOrRef);if(typeof(sch===null||sch===void 0?void 0:sch.schema)!=="object")return;return getJsonPointer.call(this,
p,sch)}if(typeof(schOrRef===null||schOrRef===void 0?void 0:schOrRef.schema)!=="object")return;if(!schOrRef.validate)compileSchema.call(this,schOrRef);if(id===(0,
resolve_1.normalizeId)(ref)){const{schema}=schOrRef;const{schemaId}=this.opts;const schId=schema[schemaId];if(schId)baseId=(0,resolve_1.resolveUrl)(this.opts.uriResolver,
baseId,schId);return new SchemaEnv({schema,schemaId,root,baseId})}return getJsonPointer.call(this,p,schOrRef)}exports.resolveSchema=resolveSchema;var PREVENT_SCOPE_CHANGE=new Set(
["properties","patternProperties","enum","dependencies","definitions"]);function getJsonPointer(parsedRef,{baseId,schema,root}){var _a;if(((_a=parsedRef.fragment)===
null||_a===void 0?void 0:_a[0])!=="/")return;for(const part of parsedRef.fragment.slice(1).split("/")){if(typeof schema==="boolean")return;const partSchema=schema[(0,
util_1.unescapeFragment)(part)];if(partSchema===void 0)return;schema=partSchema;const schId=typeof schema==="object"&&schema[this.opts.schemaId];if(!PREVENT_SCOPE_CHANGE.
has(part)&&schId){baseId=(0,resolve_1.resolveUrl)(this.opts.uriResolver,baseId,schId)}}let env;if(typeof schema!="boolean"&&schema.$ref&&!(0,util_1.schemaHasRulesButRef)(
schema,this.RULES)){const $ref=(0,resolve_1.resolveUrl)(this.opts.uriResolver,baseId,schema.$ref);env=resolveSchema.call(this,root,$ref)}const{schemaId}=this.opts;
env=env||new SchemaEnv({schema,schemaId,root,baseId});if(env.schema!==env.root.schema)return env;return void 0}}});var require_data=__commonJS({"node_modules/ajv/dist/refs/data.json"(exports,module){module.exports={$id:"https://raw.githubusercontent.com/ajv-validator/ajv/mas\
ter/lib/refs/data.json#",description:"Meta-schema for $data reference (JSON AnySchema extension proposal)",type:"object",required:["$data"],properties:{$data:{type:"\
string",anyOf:[{format:"relative-json-pointer"},{format:"json-pointer"}]}},additionalProperties:false}}});var require_utils=__commonJS({"node_modules/fast-uri/lib/utils.js"(exports,module){"use strict";var isUUID=RegExp.prototype.test.bind(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iu);
var isIPv4=RegExp.prototype.test.bind(/^(?:(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]\d|\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]\d|\d)$/u);var isPort=RegExp.prototype.test.
bind(/^\d*$/u);var isHexPair=RegExp.prototype.test.bind(/^[\da-f]{2}$/iu);var isUnreserved=RegExp.prototype.test.bind(/^[\da-z\-._~]$/iu);var isPathCharacter=RegExp.
prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/]$/u);var isQueryFragmentCharacter=RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/?]$/u);var isUserinfoCharacter=RegExp.
prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:]$/u);var BYTE_HEX=new Array(256);{const HEX_DIGITS="0123456789ABCDEF";for(let i=0;i<256;i++){BYTE_HEX[i]="%"+HEX_DIGITS[i>>
4]+HEX_DIGITS[i&15]}}function percentEncodeNonAscii(cp){if(cp<2048){return BYTE_HEX[192|cp>>6]+BYTE_HEX[128|cp&63]}if(cp<65536){return BYTE_HEX[224|cp>>12]+BYTE_HEX[128|
cp>>6&63]+BYTE_HEX[128|cp&63]}return BYTE_HEX[240|cp>>18]+BYTE_HEX[128|cp>>12&63]+BYTE_HEX[128|cp>>6&63]+BYTE_HEX[128|cp&63]}function stringArrayToHexStripped(input){
let acc="";let code=0;let i=0;for(i=0;i<input.length;i++){code=input[i].charCodeAt(0);if(code===48){continue}if(!(code>=48&&code<=57||code>=65&&code<=70||code>=
97&&code<=102)){return""}acc+=input[i];break}for(i+=1;i<input.length;i++){code=input[i].charCodeAt(0);if(!(code>=48&&code<=57||code>=65&&code<=70||code>=97&&code<=
102)){return""}acc+=input[i]}return acc}var isHextet=RegExp.prototype.test.bind(/^[\dA-Fa-f]{1,4}$/);var isIPvFuture=RegExp.prototype.test.bind(/^[vV][\dA-Fa-f]+\.[A-Za-z\d\-._~!$&'()*+,;=:]+$/);
var isZoneCharacter=RegExp.prototype.test.bind(/^[A-Za-z\d\-._~]$/);var nonSimpleDomain=RegExp.prototype.test.bind(/[^!"$&'()*+,\-.;=_`a-z{}~]/u);function isZoneIdentifier(zone){
if(zone.length===0)return false;for(let i=0;i<zone.length;i++){if(isZoneCharacter(zone[i]))continue;if(zone[i]==="%"&&i+2<zone.length&&isHexPair(zone.slice(i+1,
i+3))){i+=2;continue}return false}return true}function compressIPv6ZeroRun(hextets){let bestStart=-1;let bestLength=0;let runStart=-1;let runLength=0;for(let i=0;i<
hextets.length;i++){if(hextets[i]==="0"){if(runStart===-1)runStart=i;runLength++;if(runLength>bestLength){bestLength=runLength;bestStart=runStart}}else{runStart=
-1;runLength=0}}if(bestLength<2)return hextets.join(":");const head=hextets.slice(0,bestStart).join(":");const tail=hextets.slice(bestStart+bestLength).join(":");
return head+"::"+tail}function normalizeIPv6Address(input){const compression=input.indexOf("::");if(compression!==-1&&input.indexOf("::",compression+1)!==-1)return void 0;
const left=compression===-1?input.split(":"):input.slice(0,compression).split(":");const right=compression===-1?[]:input.slice(compression+2).split(":");if(compression!==
-1){if(left.length===1&&left[0]==="")left.length=0;if(right.length===1&&right[0]==="")right.length=0}const parts=left.concat(right);let hextetCount=0;for(let i=0;i<
parts.length;i++){const part=parts[i];if(part==="")return void 0;if(part.indexOf(".")!==-1){if(i!==parts.length-1||compression!==-1&&right.length===0||!isIPv4(part))
return void 0;hextetCount+=2;continue}if(!isHextet(part))return void 0;parts[i]=parseInt(part,16).toString(16);hextetCount++}if(compression===-1){if(hextetCount!==
8)return void 0;return compressIPv6ZeroRun(parts)}if(hextetCount>=8)return void 0;const expanded=parts.slice(0,left.length);for(let i=hextetCount;i<8;i++)expanded.
push("0");for(let i=left.length;i<parts.length;i++)expanded.push(parts[i]);return compressIPv6ZeroRun(expanded)}function normalizeIPv6(host){const bracketed=host[0]===
"["&&host[host.length-1]==="]";const hasBracket=host[0]==="["||host[host.length-1]==="]";if(hasBracket&&!bracketed)return{host,isIPV6:false,error:true};let input=bracketed?
host.slice(1,-1):host;if(bracketed&&isIPvFuture(input)){input=input.toLowerCase();return{host:`[${input}]`,escapedHost:input,isIPV6:false,isIPVFuture:true}}if(findToken(
input,":")<2){return{host,isIPV6:false,error:bracketed}}let zoneIdentifier="";const zoneSeparator=input.indexOf("%");if(zoneSeparator!==-1){const separatorLength=input.
slice(zoneSeparator,zoneSeparator+3).toLowerCase()==="%25"?3:1;zoneIdentifier=input.slice(zoneSeparator+separatorLength);if(!isZoneIdentifier(zoneIdentifier))return{
host,isIPV6:false,error:true};input=input.slice(0,zoneSeparator)}const address=normalizeIPv6Address(input);if(address===void 0)return{host,isIPV6:false,error:true};
return{host:address+(zoneIdentifier?"%"+zoneIdentifier:""),escapedHost:address+(zoneIdentifier?"%25"+zoneIdentifier:""),isIPV6:true}}function findToken(str,token){
let ind=0;for(let i=0;i<str.length;i++){if(str[i]===token)ind++}return ind}function removeDotSegments(path){let input=path;const output=[];let nextSlash=-1;let len=0;
while(len=input.length){if(len===1){if(input==="."){break}else if(input==="/"){output.push("/");break}else{output.push(input);break}}else if(len===2){if(input[0]===
"."){if(input[1]==="."){break}else if(input[1]==="/"){input=input.slice(2);continue}}else if(input[0]==="/"){if(input[1]==="."||input[1]==="/"){output.push("/");
break}}}else if(len===3){if(input==="/.."){if(output.length!==0){output.pop()}output.push("/");break}}if(input[0]==="."){if(input[1]==="."){if(input[2]==="/"){input=
input.slice(3);continue}}else if(input[1]==="/"){input=input.slice(2);continue}}else if(input[0]==="/"){if(input[1]==="."){if(input[2]==="/"){input=input.slice(
2);continue}else if(input[2]==="."){if(input[3]==="/"){input=input.slice(3);if(output.length!==0){output.pop()}continue}}}}if((nextSlash=input.indexOf("/",1))===
-1){output.push(input);break}else{output.push(input.slice(0,nextSlash));input=input.slice(nextSlash)}}return output.join("")}function removeDotSegmentsRelative(path){
if(path===""||path[0]==="/"){return removeDotSegments(path)}const segments2=path.split("/");const last=segments2.length-1;const output=[];let trailingDirectory=false;
for(let i=0;i<=last;i++){const segment=segments2[i];if(segment==="."||segment===".."){if(segment===".."){if(output.length!==0&&output[output.length-1]!==".."){output.
pop()}else{output.push("..")}}trailingDirectory=i===last}else{output.push(segment)}}if(trailingDirectory&&output[output.length-1]!==".."){output.push("")}if(output.
length===0||output[0]===""||output[0].includes(":")){output.unshift(".")}return output.join("/")}var HOST_DELIMS={"@":"%40","/":"%2F","?":"%3F","#":"%23",":":"%\
3A"};var HOST_DELIM_RE=/[@/?#:]/g;var HOST_DELIM_NO_COLON_RE=/[@/?#]/g;function reescapeHostDelimiters(host,isIP){const re=isIP?HOST_DELIM_NO_COLON_RE:HOST_DELIM_RE;
re.lastIndex=0;return host.replace(re,ch=>HOST_DELIMS[ch])}function normalizePercentEncoding(input,decodeUnreserved=false){if(input.indexOf("%")===-1){return input}
let output="";for(let i=0;i<input.length;i++){if(input[i]==="%"&&i+2<input.length){const hex=input.slice(i+1,i+3);if(isHexPair(hex)){const normalizedHex=hex.toUpperCase();
const decoded=String.fromCharCode(parseInt(normalizedHex,16));if(decodeUnreserved&&isUnreserved(decoded)){output+=decoded}else{output+="%"+normalizedHex}i+=2;continue}}
output+=input[i]}return output}function normalizePathEncoding(input){let output="";for(let i=0;i<input.length;i++){const ch=input[i];if(ch==="%"&&i+2<input.length){
const hex=input.slice(i+1,i+3);if(isHexPair(hex)){const normalizedHex=hex.toUpperCase();const decoded=String.fromCharCode(parseInt(normalizedHex,16));if(decoded!==
"."&&isUnreserved(decoded)){output+=decoded}else{output+="%"+normalizedHex}i+=2;continue}}if(isPathCharacter(ch)){output+=ch}else{const code=input.charCodeAt(i);
if(code<128){output+=isEscapeSafe(code)?ch:BYTE_HEX[code]}else if(code<55296||code>57343){output+=percentEncodeNonAscii(code)}else if(code<=56319&&i+1<input.length){
const low=input.charCodeAt(i+1);if(low>=56320&&low<=57343){output+=percentEncodeNonAscii(65536+(code-55296<<10)+(low-56320));i++}else{output+=percentEncodeNonAscii(
65533)}}else{output+=percentEncodeNonAscii(65533)}}}return output}function serializePathEncoding(input,pathNoScheme=false){let output="";let firstSegment=pathNoScheme&&
input[0]!=="/";for(let i=0;i<input.length;i++){const ch=input[i];if(ch==="%"&&i+2<input.length){const hex=input.slice(i+1,i+3);if(isHexPair(hex)){output+="%"+hex.
toUpperCase();i+=2;continue}}if(ch==="/"){firstSegment=false}if(isPathCharacter(ch)&&(ch!==":"||!firstSegment)){output+=ch}else{const code=input.charCodeAt(i);if(code<
128){output+=BYTE_HEX[code]}else if(code<55296||code>57343){output+=percentEncodeNonAscii(code)}else if(code<=56319&&i+1<input.length){const low=input.charCodeAt(
i+1);if(low>=56320&&low<=57343){output+=percentEncodeNonAscii(65536+(code-55296<<10)+(low-56320));i++}else{output+=percentEncodeNonAscii(65533)}}else{output+=percentEncodeNonAscii(
65533)}}}return output}function encodeComponent(input,isAllowed){let output="";for(let i=0;i<input.length;i++){const ch=input[i];if(ch==="%"&&i+2<input.length){
const hex=input.slice(i+1,i+3);if(isHexPair(hex)){output+="%"+hex.toUpperCase();i+=2;continue}}if(isAllowed(ch)){output+=ch}else{const code=input.charCodeAt(i);
if(code<128){output+=BYTE_HEX[code]}else if(code<55296||code>57343){output+=percentEncodeNonAscii(code)}else if(code<=56319&&i+1<input.length){const low=input.charCodeAt(
i+1);if(low>=56320&&low<=57343){output+=percentEncodeNonAscii(65536+(code-55296<<10)+(low-56320));i++}else{output+=percentEncodeNonAscii(65533)}}else{output+=percentEncodeNonAscii(
65533)}}}return output}function encodeUserinfo(input){return encodeComponent(input,isUserinfoCharacter)}function encodeQuery(input){return encodeComponent(input,
isQueryFragmentCharacter)}function encodeFragment(input){return encodeComponent(input,isQueryFragmentCharacter)}function isEscapeSafe(cp){return cp>=48&&cp<=57||
cp>=65&&cp<=90||cp>=97&&cp<=122||cp===42||cp===43||cp===45||cp===46||cp===47||cp===64||cp===95}function normalizeQueryFragmentEncoding(input){let output="";for(let i=0;i<
input.length;i++){const ch=input[i];if(ch==="%"&&i+2<input.length){const hex=input.slice(i+1,i+3);if(isHexPair(hex)){const normalizedHex=hex.toUpperCase();const decoded=String.
fromCharCode(parseInt(normalizedHex,16));if(isUnreserved(decoded)){output+=decoded}else{output+="%"+normalizedHex}i+=2;continue}}if(isQueryFragmentCharacter(ch)){
output+=ch}else{const code=input.charCodeAt(i);if(code<128){output+=isEscapeSafe(code)?ch:BYTE_HEX[code]}else if(code<55296||code>57343){output+=percentEncodeNonAscii(
code)}else if(code<=56319&&i+1<input.length){const low=input.charCodeAt(i+1);if(low>=56320&&low<=57343){output+=percentEncodeNonAscii(65536+(code-55296<<10)+(low-
56320));i++}else{output+=percentEncodeNonAscii(65533)}}else{output+=percentEncodeNonAscii(65533)}}}return output}function escapePreservingEscapes(input){let output="";
for(let i=0;i<input.length;i++){if(input[i]==="%"&&i+2<input.length){const hex=input.slice(i+1,i+3);if(isHexPair(hex)){output+="%"+hex.toUpperCase();i+=2;continue}}
output+=escape(input[i])}return output}function recomposeAuthority(component){const uriTokens=[];if(component.userinfo!==void 0){uriTokens.push(encodeUserinfo(component.
userinfo));uriTokens.push("@")}if(component.host!==void 0){let host=component.host;if(!isIPv4(host)){let ipV6res=normalizeIPv6(host);if(ipV6res.isIPV6!==true&&ipV6res.
isIPVFuture!==true){host=normalizePercentEncoding(host,true);ipV6res=normalizeIPv6(host)}if(ipV6res.isIPV6===true||ipV6res.isIPVFuture===true){host=`[${ipV6res.
escapedHost}]`}else{host=reescapeHostDelimiters(host,false)}}uriTokens.push(host)}if(typeof component.port==="number"||typeof component.port==="string"){const port=String(
component.port);if(!isPort(port)){throw new TypeError("URI port is malformed.")}uriTokens.push(":");uriTokens.push(port)}return uriTokens.length?uriTokens.join(
""):void 0}module.exports={nonSimpleDomain,recomposeAuthority,reescapeHostDelimiters,normalizePercentEncoding,normalizePathEncoding,serializePathEncoding,normalizeQueryFragmentEncoding,
encodeUserinfo,encodeQuery,encodeFragment,escapePreservingEscapes,removeDotSegments,removeDotSegmentsRelative,isIPv4,isUUID,normalizeIPv6,stringArrayToHexStripped}}});var require_schemes=__commonJS({"node_modules/fast-uri/lib/schemes.js"(exports,module){"use strict";var{isUUID}=require_utils();var URN_REG=/^([\da-z][\d\-a-z]{0,31}):((?:[\w!$'()*+,\-./:;=@]|%[\da-f]{2})+)$/iu;
var supportedSchemeNames=["http","https","ws","wss","urn","urn:uuid"];function isValidSchemeName(name){return supportedSchemeNames.indexOf(name)!==-1}function wsIsSecure(wsComponent){
if(wsComponent.secure===true){return true}else if(wsComponent.secure===false){return false}else if(wsComponent.scheme){return wsComponent.scheme.length===3&&(wsComponent.
scheme[0]==="w"||wsComponent.scheme[0]==="W")&&(wsComponent.scheme[1]==="s"||wsComponent.scheme[1]==="S")&&(wsComponent.scheme[2]==="s"||wsComponent.scheme[2]===
"S")}else{return false}}function httpParse(component){if(!component.host){component.error=component.error||"HTTP URIs must have a host."}return component}function httpSerialize(component){
const secure=String(component.scheme).toLowerCase()==="https";if(component.port===(secure?443:80)||component.port===""){component.port=void 0}if(!component.path){
component.path="/"}return component}function wsParse(wsComponent){wsComponent.secure=wsIsSecure(wsComponent);wsComponent.resourceName=(wsComponent.path||"/")+(wsComponent.
query?"?"+wsComponent.query:"");wsComponent.path=void 0;wsComponent.query=void 0;return wsComponent}function wsSerialize(wsComponent){if(wsComponent.port===(wsIsSecure(
wsComponent)?443:80)||wsComponent.port===""){wsComponent.port=void 0}if(typeof wsComponent.secure==="boolean"){wsComponent.scheme=wsComponent.secure?"wss":"ws";
wsComponent.secure=void 0}if(wsComponent.resourceName){const queryIndex=wsComponent.resourceName.indexOf("?");const path=queryIndex===-1?wsComponent.resourceName:
wsComponent.resourceName.slice(0,queryIndex);wsComponent.path=path&&path!=="/"?path:void 0;wsComponent.query=queryIndex===-1?void 0:wsComponent.resourceName.slice(
queryIndex+1);wsComponent.resourceName=void 0}wsComponent.fragment=void 0;return wsComponent}function urnParse(urnComponent,options2){if(!urnComponent.path){urnComponent.
error="URN can not be parsed";return urnComponent}const matches=urnComponent.path.match(URN_REG);if(matches&&matches[0]===urnComponent.path){const scheme=options2.
scheme||urnComponent.scheme||"urn";urnComponent.nid=matches[1].toLowerCase();urnComponent.nss=matches[2];const urnScheme=`${scheme}:${options2.nid||urnComponent.
nid}`;const schemeHandler=getSchemeHandler(urnScheme);urnComponent.path=void 0;if(schemeHandler){urnComponent=schemeHandler.parse(urnComponent,options2)}}else{urnComponent.
error=urnComponent.error||"URN can not be parsed."}return urnComponent}function urnSerialize(urnComponent,options2){if(urnComponent.nid===void 0){throw new Error(
"URN without nid cannot be serialized")}const scheme=options2.scheme||urnComponent.scheme||"urn";const nid=urnComponent.nid.toLowerCase();const urnScheme=`${scheme}\
:${options2.nid||nid}`;const schemeHandler=getSchemeHandler(urnScheme);if(schemeHandler){urnComponent=schemeHandler.serialize(urnComponent,options2)}const uriComponent=urnComponent;
const nss=urnComponent.nss;uriComponent.path=`${nid||options2.nid}:${nss}`;options2.skipEscape=true;return uriComponent}function urnuuidParse(urnComponent,options2){
const uuidComponent=urnComponent;uuidComponent.uuid=uuidComponent.nss;uuidComponent.nss=void 0;if(!options2.tolerant&&(!uuidComponent.uuid||!isUUID(uuidComponent.
uuid))){uuidComponent.error=uuidComponent.error||"UUID is not valid."}return uuidComponent}function urnuuidSerialize(uuidComponent){const urnComponent=uuidComponent;
urnComponent.nss=(uuidComponent.uuid||"").toLowerCase();return urnComponent}var http={scheme:"http",domainHost:true,parse:httpParse,serialize:httpSerialize};var https={
scheme:"https",domainHost:http.domainHost,parse:httpParse,serialize:httpSerialize};var ws={scheme:"ws",domainHost:true,parse:wsParse,serialize:wsSerialize};var wss={
scheme:"wss",domainHost:ws.domainHost,parse:ws.parse,serialize:ws.serialize};var urn={scheme:"urn",parse:urnParse,serialize:urnSerialize,skipNormalize:true};var urnuuid={
scheme:"urn:uuid",parse:urnuuidParse,serialize:urnuuidSerialize,skipNormalize:true};var SCHEMES={http,https,ws,wss,urn,"urn:uuid":urnuuid};Object.setPrototypeOf(
SCHEMES,null);function getSchemeHandler(scheme){return scheme&&(SCHEMES[scheme]||SCHEMES[scheme.toLowerCase()])||void 0}module.exports={wsIsSecure,SCHEMES,isValidSchemeName,
getSchemeHandler}}});var require_fast_uri=__commonJS({"node_modules/fast-uri/index.js"(exports,module){"use strict";var{normalizeIPv6,removeDotSegments,removeDotSegmentsRelative,recomposeAuthority,
normalizePercentEncoding,normalizePathEncoding,serializePathEncoding,normalizeQueryFragmentEncoding,encodeQuery,encodeFragment,reescapeHostDelimiters,isIPv4,nonSimpleDomain}=require_utils();
var{SCHEMES,getSchemeHandler}=require_schemes();var VALID_SCHEME=/^[A-Za-z][A-Za-z0-9+.-]*$/u;var MALFORMED_SCHEME_ERROR="URI scheme is malformed.";var MALFORMED_HOST_ERROR="\
URI host is malformed.";var FORBIDDEN_DOMAIN_HOST_CHARACTER=/[\0-\x20"#/:<>?@[\\\]^`{|}\x7F]/u;function validateScheme(scheme){const stringScheme=String(scheme);
if(!VALID_SCHEME.test(stringScheme)){throw new TypeError(MALFORMED_SCHEME_ERROR)}return stringScheme}function normalize(uri,options2){if(typeof uri==="string"){
uri=normalizeString(uri,options2)}else if(typeof uri==="object"){uri=parse2(serialize(uri,options2),options2)}return uri}function resolve2(baseURI,relativeURI,options2){
const schemelessOptions=options2?Object.assign({scheme:"null"},options2):{scheme:"null"};const{parsed:baseParsed,malformedAuthorityOrPort:baseMalformed,malformedPercentEncoding:baseMalformedPercentEncoding,
malformedSchemeSpecific:baseMalformedSchemeSpecific,malformedHost:baseMalformedHost,malformedScheme:baseMalformedScheme}=parseWithStatus(baseURI,schemelessOptions);
const{parsed:relativeParsed,malformedAuthorityOrPort:relativeMalformed,malformedPercentEncoding:relativeMalformedPercentEncoding,malformedSchemeSpecific:relativeMalformedSchemeSpecific,
malformedHost:relativeMalformedHost,malformedScheme:relativeMalformedScheme}=parseWithStatus(relativeURI,schemelessOptions);if(baseMalformed||relativeMalformed||
baseMalformedPercentEncoding||relativeMalformedPercentEncoding||baseMalformedSchemeSpecific||relativeMalformedSchemeSpecific||baseMalformedHost||relativeMalformedHost||
baseMalformedScheme||relativeMalformedScheme){throw new Error(baseParsed.error||relativeParsed.error||"URI is malformed.")}const resolved=resolveComponent(baseParsed,
relativeParsed,schemelessOptions,true);const resolvedSchemeHandler=getSchemeHandler(options2&&options2.scheme||resolved.scheme);const resolvedHost=resolved.host;
const resolvedHostIsIP=resolvedHost!==void 0&&resolvedHost!==""&&(isIPv4(resolvedHost)||normalizeIPv6(resolvedHost).isIPV6);if(hasForbiddenDomainHost(resolved,options2||
{},resolvedSchemeHandler,resolvedHostIsIP)){throw new Error(MALFORMED_HOST_ERROR)}canonicalizeHost(resolved,options2||{},resolvedSchemeHandler,resolvedHostIsIP);
const encodedASCIIHost=resolvedHost&&resolvedHost.indexOf("%")!==-1&&!new RegExp("\\P{ASCII}","u").test(resolvedHost);if(resolved.error&&!encodedASCIIHost){throw new Error(
resolved.error)}schemelessOptions.skipEscape=true;return serialize(resolved,schemelessOptions)}function resolveComponent(base,relative,options2,skipNormalization){
const target={};if(!skipNormalization){base=parse2(serialize(base,options2),options2);relative=parse2(serialize(relative,options2),options2)}options2=options2||
{};if(!options2.tolerant&&relative.scheme){target.scheme=relative.scheme;target.userinfo=relative.userinfo;target.host=relative.host;target.port=relative.port;target.
path=removeDotSegments(relative.path||"");target.query=relative.query}else{if(relative.userinfo!==void 0||relative.host!==void 0||relative.port!==void 0){target.
userinfo=relative.userinfo;target.host=relative.host;target.port=relative.port;target.path=removeDotSegments(relative.path||"");target.query=relative.query}else{
if(!relative.path){target.path=base.path;if(relative.query!==void 0){target.query=relative.query}else{target.query=base.query}}else{if(relative.path[0]==="/"){target.
path=removeDotSegments(relative.path)}else{const baseHasAuthority=base.userinfo!==void 0||base.host!==void 0||base.port!==void 0;if(baseHasAuthority&&!base.path){
target.path="/"+relative.path}else if(!base.path){target.path=relative.path}else{target.path=base.path.slice(0,base.path.lastIndexOf("/")+1)+relative.path}target.
path=base.scheme===void 0&&!baseHasAuthority&&target.path[0]!=="/"?removeDotSegmentsRelative(target.path):removeDotSegments(target.path)}target.query=relative.query}
target.userinfo=base.userinfo;target.host=base.host;target.port=base.port}target.scheme=base.scheme}target.fragment=relative.fragment;return target}function equal(uriA,uriB,options2){
const normalizedA=normalizeComparableURI(uriA,options2);const normalizedB=normalizeComparableURI(uriB,options2);return normalizedA!==void 0&&normalizedB!==void 0&&
normalizedA===normalizedB}function serialize(cmpts,opts){const component={host:cmpts.host,scheme:cmpts.scheme,userinfo:cmpts.userinfo,port:cmpts.port,path:cmpts.
path,query:cmpts.query,nid:cmpts.nid,nss:cmpts.nss,uuid:cmpts.uuid,fragment:cmpts.fragment,reference:cmpts.reference,resourceName:cmpts.resourceName,secure:cmpts.
secure,error:""};const options2=Object.assign({},opts);const uriTokens=[];if(component.scheme){component.scheme=validateScheme(component.scheme)}const schemeHandler=getSchemeHandler(
options2.scheme||component.scheme);if(schemeHandler&&schemeHandler.serialize)schemeHandler.serialize(component,options2);const hasAuthority=component.userinfo!==
void 0||component.host!==void 0||component.port!==void 0;const schemelessReference=(component.scheme===void 0||options2.reference==="suffix")&&!hasAuthority;const pathNoScheme=!options2.
skipEscape&&schemelessReference;if(component.path!==void 0){if(!options2.skipEscape){component.path=serializePathEncoding(component.path,pathNoScheme)}else{component.
path=normalizePercentEncoding(component.path)}}if(options2.reference!=="suffix"&&component.scheme){component.scheme=validateScheme(component.scheme);uriTokens.push(
component.scheme,":")}const authority=recomposeAuthority(component);if(authority!==void 0){if(options2.reference!=="suffix"){uriTokens.push("//")}uriTokens.push(
authority);if(component.path&&component.path[0]!=="/"){uriTokens.push("/")}}if(component.path!==void 0){let s=component.path;if(!options2.absolutePath&&(!schemeHandler||
!schemeHandler.absolutePath)){s=schemelessReference&&s[0]!=="/"?removeDotSegmentsRelative(s):removeDotSegments(s)}if(schemelessReference){s=serializePathEncoding(
s,true)}if(authority===void 0&&s[0]==="/"&&s[1]==="/"){s="/%2F"+s.slice(2)}uriTokens.push(s)}if(component.query!==void 0){uriTokens.push("?",encodeQuery(component.
query))}if(component.fragment!==void 0){uriTokens.push("#",encodeFragment(component.fragment))}return uriTokens.join("")}var URI_PARSE=/^(?:([^#/:?]+):)?(?:\/\/((?:([^#/?@]*)@)?(\[[^#/?\]]+\]|[^#/:?]*)(?::(\d*))?))?([^#?]*)(?:\?([^#]*))?(?:#((?:.|[\n\r])*))?/u;
var AUTHORITY_PREFIX=/^(?:[^#/:?]+:)?\/\/([^/?#]*)/;var AUTHORITY_INTRODUCER_REGION=/^(?:[^#/:?]+:)?([/\\\t\n\r]*)/;function getParseError(parsed,matches){if(matches[2]!==
void 0&&parsed.path&&parsed.path[0]!=="/"){return'URI path must start with "/" when authority is present.'}if(typeof parsed.port==="number"&&(parsed.port<0||parsed.
port>65535)){return"URI port is malformed."}return void 0}function hasMalformedPercentEncoding(component){if(component===void 0)return false;let percent=component.
indexOf("%");while(percent!==-1){if(percent+2>=component.length||!/^[\da-f]{2}$/iu.test(component.slice(percent+1,percent+3))){return true}percent=component.indexOf(
"%",percent+3)}return false}function isIPLiteral(host){return host[0]==="["&&host[host.length-1]==="]"}function hasMalformedComponentPercentEncoding(matches){const host=matches[4];
return hasMalformedPercentEncoding(matches[3])||host!==void 0&&!isIPLiteral(host)&&hasMalformedPercentEncoding(host)||hasMalformedPercentEncoding(matches[6])||hasMalformedPercentEncoding(
matches[7])||hasMalformedPercentEncoding(matches[8])}function canonicalizeHost(parsed,options2,schemeHandler,isIP){if(hasForbiddenDomainHost(parsed,options2,schemeHandler,
isIP)){parsed.error=parsed.error||MALFORMED_HOST_ERROR;return true}if(!options2.unicodeSupport&&(!schemeHandler||!schemeHandler.unicodeSupport)&&parsed.host&&!isIPLiteral(
parsed.host)&&(options2.domainHost||schemeHandler&&schemeHandler.domainHost)&&isIP===false&&nonSimpleDomain(parsed.host)){let url;try{url=new URL("http://"+parsed.
host)}catch(e){parsed.error=parsed.error||"Host's domain name can not be converted to ASCII: "+e;return true}if(!isHostOnlyURL(url)){parsed.error=parsed.error||
MALFORMED_HOST_ERROR;return true}parsed.host=url.hostname}return false}function hasForbiddenDomainHost(parsed,options2,schemeHandler,isIP){return Boolean(parsed.
host&&isIP===false&&!isIPLiteral(parsed.host)&&(options2.domainHost||schemeHandler&&schemeHandler.domainHost)&&FORBIDDEN_DOMAIN_HOST_CHARACTER.test(parsed.host))}
function isHostOnlyURL(url){return url.username===""&&url.password===""&&url.port===""&&url.pathname==="/"&&url.search===""&&url.hash===""&&url.hostname!==""}function parseWithStatus(uri,opts){
const options2=Object.assign({},opts);const parsed={scheme:void 0,userinfo:void 0,host:"",port:void 0,path:"",query:void 0,fragment:void 0};let malformedAuthorityOrPort=false;
let malformedPercentEncoding=false;let malformedSchemeSpecific=false;let malformedHost=false;let malformedIPLiteral=false;let malformedScheme=false;let isIP=false;
if(options2.reference==="suffix"){if(options2.scheme){uri=options2.scheme+":"+uri}else{uri="//"+uri}}const authorityMatch=uri.match(AUTHORITY_PREFIX);if(authorityMatch!==
null&&authorityMatch[1].indexOf("\\")!==-1){parsed.error="URI authority must not contain a literal backslash.";malformedAuthorityOrPort=true}const introducerMatch=uri.
match(AUTHORITY_INTRODUCER_REGION);if(introducerMatch!==null){const region=introducerMatch[1];const normalizedRegion=region.replace(/[\t\n\r]/g,"");if(normalizedRegion.
length>=2){if(normalizedRegion.slice(0,2)!=="//"){parsed.error=parsed.error||"URI authority must not contain a literal backslash.";malformedAuthorityOrPort=true}else if(region.
length!==normalizedRegion.length){parsed.error=parsed.error||"URI authority introducer must not contain whitespace.";malformedAuthorityOrPort=true}}}const matches=uri.
match(URI_PARSE);if(matches){parsed.scheme=matches[1];parsed.userinfo=matches[3];parsed.host=matches[4];parsed.port=parseInt(matches[5],10);parsed.path=matches[6]||
"";parsed.query=matches[7];parsed.fragment=matches[8];if(parsed.scheme!==void 0){if(VALID_SCHEME.test(parsed.scheme)){parsed.scheme=parsed.scheme.toLowerCase()}else{
parsed.error=parsed.error||MALFORMED_SCHEME_ERROR;malformedScheme=true}}malformedPercentEncoding=hasMalformedComponentPercentEncoding(matches);if(malformedPercentEncoding){
parsed.error=parsed.error||"URI contains malformed percent-encoding."}if(isNaN(parsed.port)){parsed.port=matches[5]}const parseError=getParseError(parsed,matches);
if(parseError!==void 0){parsed.error=parsed.error||parseError;malformedAuthorityOrPort=true}if(parsed.host){const ipv4result=isIPv4(parsed.host);if(ipv4result===
false){const bracketedIPLiteral=isIPLiteral(parsed.host);const hasIPLiteralBracket=parsed.host.indexOf("[")!==-1||parsed.host.indexOf("]")!==-1;const ipv6result=normalizeIPv6(
parsed.host);isIP=ipv6result.isIPV6||ipv6result.isIPVFuture===true;malformedIPLiteral=hasIPLiteralBracket&&(!bracketedIPLiteral||ipv6result.error===true);parsed.
host=isIP?ipv6result.host:ipv6result.host.toLowerCase();if(malformedIPLiteral){parsed.error=parsed.error||MALFORMED_HOST_ERROR;malformedAuthorityOrPort=true}}else{
isIP=true}}if(parsed.scheme===void 0&&parsed.userinfo===void 0&&parsed.host===void 0&&parsed.port===void 0&&parsed.query===void 0&&!parsed.path){parsed.reference=
"same-document"}else if(parsed.scheme===void 0){parsed.reference="relative"}else if(parsed.fragment===void 0){parsed.reference="absolute"}else{parsed.reference=
"uri"}if(options2.reference&&options2.reference!=="suffix"&&options2.reference!==parsed.reference){parsed.error=parsed.error||"URI is not a "+options2.reference+
" reference."}const schemeHandler=getSchemeHandler(options2.scheme||parsed.scheme);if(!malformedIPLiteral){malformedHost=canonicalizeHost(parsed,options2,schemeHandler,
isIP)}if(uri.indexOf("%")!==-1&&parsed.host!==void 0&&!malformedIPLiteral){let host=isIP?parsed.host:normalizePercentEncoding(parsed.host,true);if(!isIP){host=normalizePercentEncoding(
host.toLowerCase())}parsed.host=isIP||options2.scheme!=="null"?reescapeHostDelimiters(host,isIP):host}if(!schemeHandler||schemeHandler&&!schemeHandler.skipNormalize){
if(parsed.path){parsed.path=normalizePathEncoding(parsed.path)}if(parsed.query){parsed.query=normalizeQueryFragmentEncoding(parsed.query)}if(parsed.fragment){parsed.
fragment=normalizeQueryFragmentEncoding(parsed.fragment)}}if(schemeHandler&&schemeHandler.parse){schemeHandler.parse(parsed,options2);if(schemeHandler===SCHEMES.
urn&&parsed.nid===void 0){malformedSchemeSpecific=true}}}else{parsed.error=parsed.error||"URI can not be parsed."}return{parsed,malformedAuthorityOrPort,malformedPercentEncoding,
malformedSchemeSpecific,malformedHost,malformedScheme}}function parse2(uri,opts){return parseWithStatus(uri,opts).parsed}function normalizeString(uri,opts){return normalizeStringWithStatus(
uri,opts).normalized}function normalizeStringWithStatus(uri,opts){const{parsed,malformedAuthorityOrPort,malformedPercentEncoding,malformedSchemeSpecific,malformedHost,
malformedScheme}=parseWithStatus(uri,opts);return{normalized:malformedAuthorityOrPort||malformedPercentEncoding||malformedSchemeSpecific||malformedHost||malformedScheme?
uri:serialize(parsed,opts),malformedAuthorityOrPort,malformedPercentEncoding,malformedSchemeSpecific,malformedHost,malformedScheme}}function normalizeComparableURI(uri,opts){
if(typeof uri!=="string"&&typeof uri!=="object"){return void 0}let value;try{value=typeof uri==="string"?uri:serialize(uri,opts)}catch{return void 0}const{normalized,
malformedAuthorityOrPort,malformedPercentEncoding,malformedSchemeSpecific,malformedHost,malformedScheme}=normalizeStringWithStatus(value,opts);return malformedAuthorityOrPort||
malformedPercentEncoding||malformedSchemeSpecific||malformedHost||malformedScheme?void 0:normalized}var fastUri={SCHEMES,normalize,resolve:resolve2,resolveComponent,
equal,serialize,parse:parse2};module.exports=fastUri;module.exports.default=fastUri;module.exports.fastUri=fastUri}});var require_uri=__commonJS({"node_modules/ajv/dist/runtime/uri.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});var uri=require_fast_uri();
uri.code='require("ajv/dist/runtime/uri").default';exports.default=uri}});var require_core=__commonJS({"node_modules/ajv/dist/core.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});exports.CodeGen=exports.
Name=exports.nil=exports.stringify=exports.str=exports._=exports.KeywordCxt=void 0;var validate_1=require_validate();Object.defineProperty(exports,"KeywordCxt",
{enumerable:true,get:function(){return validate_1.KeywordCxt}});var codegen_1=require_codegen();Object.defineProperty(exports,"_",{enumerable:true,get:function(){
return codegen_1._}});Object.defineProperty(exports,"str",{enumerable:true,get:function(){return codegen_1.str}});Object.defineProperty(exports,"stringify",{enumerable:true,
get:function(){return codegen_1.stringify}});Object.defineProperty(exports,"nil",{enumerable:true,get:function(){return codegen_1.nil}});Object.defineProperty(exports,
"Name",{enumerable:true,get:function(){return codegen_1.Name}});Object.defineProperty(exports,"CodeGen",{enumerable:true,get:function(){return codegen_1.CodeGen}});
var validation_error_1=require_validation_error();var ref_error_1=require_ref_error();var rules_1=require_rules();var compile_1=require_compile();var codegen_2=require_codegen();
var resolve_1=require_resolve();var dataType_1=require_dataType();var util_1=require_util();var $dataRefSchema=require_data();var uri_1=require_uri();var defaultRegExp=(str,flags)=>new RegExp(
str,flags);defaultRegExp.code="new RegExp";var META_IGNORE_OPTIONS=["removeAdditional","useDefaults","coerceTypes"];var EXT_SCOPE_NAMES=new Set(["validate","ser\
ialize","parse","wrapper","root","schema","keyword","pattern","formats","validate$data","func","obj","Error"]);var removedOptions={errorDataPath:"",format:"`val\
idateFormats: false` can be used instead.",nullable:'"nullable" keyword is supported by default.',jsonPointers:"Deprecated jsPropertySyntax can be used instead.",
extendRefs:"Deprecated ignoreKeywordsWithRef can be used instead.",missingRefs:"Pass empty schema with $id that should be ignored to ajv.addSchema.",processCode:"\
Use option `code: {process: (code, schemaEnv: object) => string}`",sourceCode:"Use option `code: {source: true}`",strictDefaults:"It is default now, see option \
`strict`.",strictKeywords:"It is default now, see option `strict`.",uniqueItems:'"uniqueItems" keyword is always validated.',unknownFormats:"Disable strict mode\
 or pass `true` to `ajv.addFormat` (or `formats` option).",cache:"Map is used as cache, schema object as key.",serialize:"Map is used as cache, schema object as\
 key.",ajvErrors:"It is default now."};var deprecatedOptions={ignoreKeywordsWithRef:"",jsPropertySyntax:"",unicode:'"minLength"/"maxLength" account for unicode \
characters by default.'};var MAX_EXPRESSION=200;function requiredOptions(o){var _a,_b,_c,_d,_e,_f,_g,_h,_j,_k,_l,_m,_o,_p,_q,_r,_s,_t,_u,_v,_w,_x,_y,_z,_0;const s=o.
strict;const _optz=(_a=o.code)===null||_a===void 0?void 0:_a.optimize;const optimize=_optz===true||_optz===void 0?1:_optz||0;const regExp=(_c=(_b=o.code)===null||
_b===void 0?void 0:_b.regExp)!==null&&_c!==void 0?_c:defaultRegExp;const uriResolver=(_d=o.uriResolver)!==null&&_d!==void 0?_d:uri_1.default;return{strictSchema:(_f=
(_e=o.strictSchema)!==null&&_e!==void 0?_e:s)!==null&&_f!==void 0?_f:true,strictNumbers:(_h=(_g=o.strictNumbers)!==null&&_g!==void 0?_g:s)!==null&&_h!==void 0?_h:
true,strictTypes:(_k=(_j=o.strictTypes)!==null&&_j!==void 0?_j:s)!==null&&_k!==void 0?_k:"log",strictTuples:(_m=(_l=o.strictTuples)!==null&&_l!==void 0?_l:s)!==
null&&_m!==void 0?_m:"log",strictRequired:(_p=(_o=o.strictRequired)!==null&&_o!==void 0?_o:s)!==null&&_p!==void 0?_p:false,code:o.code?{...o.code,optimize,regExp}:
{optimize,regExp},loopRequired:(_q=o.loopRequired)!==null&&_q!==void 0?_q:MAX_EXPRESSION,loopEnum:(_r=o.loopEnum)!==null&&_r!==void 0?_r:MAX_EXPRESSION,meta:(_s=
o.meta)!==null&&_s!==void 0?_s:true,messages:(_t=o.messages)!==null&&_t!==void 0?_t:true,inlineRefs:(_u=o.inlineRefs)!==null&&_u!==void 0?_u:true,schemaId:(_v=o.
schemaId)!==null&&_v!==void 0?_v:"$id",addUsedSchema:(_w=o.addUsedSchema)!==null&&_w!==void 0?_w:true,validateSchema:(_x=o.validateSchema)!==null&&_x!==void 0?_x:
true,validateFormats:(_y=o.validateFormats)!==null&&_y!==void 0?_y:true,unicodeRegExp:(_z=o.unicodeRegExp)!==null&&_z!==void 0?_z:true,int32range:(_0=o.int32range)!==
null&&_0!==void 0?_0:true,uriResolver}}var Ajv=class{constructor(opts={}){this.schemas={};this.refs={};this.formats=Object.create(null);this._compilations=new Set;
this._loading={};this._cache=new Map;opts=this.opts={...opts,...requiredOptions(opts)};const{es5,lines:lines2}=this.opts.code;this.scope=new codegen_2.ValueScope(
{scope:{},prefixes:EXT_SCOPE_NAMES,es5,lines:lines2});this.logger=getLogger(opts.logger);const formatOpt=opts.validateFormats;opts.validateFormats=false;this.RULES=
(0,rules_1.getRules)();checkOptions.call(this,removedOptions,opts,"NOT SUPPORTED");checkOptions.call(this,deprecatedOptions,opts,"DEPRECATED","warn");this._metaOpts=
getMetaSchemaOptions.call(this);if(opts.formats)addInitialFormats.call(this);this._addVocabularies();this._addDefaultMetaSchema();if(opts.keywords)addInitialKeywords.
call(this,opts.keywords);if(typeof opts.meta=="object")this.addMetaSchema(opts.meta);addInitialSchemas.call(this);opts.validateFormats=formatOpt}_addVocabularies(){
this.addKeyword("$async")}_addDefaultMetaSchema(){const{$data,meta,schemaId}=this.opts;let _dataRefSchema=$dataRefSchema;if(schemaId==="id"){_dataRefSchema={...$dataRefSchema};
_dataRefSchema.id=_dataRefSchema.$id;delete _dataRefSchema.$id}if(meta&&$data)this.addMetaSchema(_dataRefSchema,_dataRefSchema[schemaId],false)}defaultMeta(){const{
meta,schemaId}=this.opts;return this.opts.defaultMeta=typeof meta=="object"?meta[schemaId]||meta:void 0}validate(schemaKeyRef,data){let v;if(typeof schemaKeyRef==
"string"){v=this.getSchema(schemaKeyRef);if(!v)throw new Error(`no schema with key or ref "${schemaKeyRef}"`)}else{v=this.compile(schemaKeyRef)}const valid2=v(data);
if(!("$async"in v))this.errors=v.errors;return valid2}compile(schema,_meta){const sch=this._addSchema(schema,_meta);return sch.validate||this._compileSchemaEnv(
sch)}compileAsync(schema,meta){if(typeof this.opts.loadSchema!="function"){throw new Error("options.loadSchema should be a function")}const{loadSchema}=this.opts;
return runCompileAsync.call(this,schema,meta);async function runCompileAsync(_schema,_meta){await loadMetaSchema.call(this,_schema.$schema);const sch=this._addSchema(
_schema,_meta);return sch.validate||_compileAsync.call(this,sch)}async function loadMetaSchema($ref){if($ref&&!this.getSchema($ref)){await runCompileAsync.call(
this,{$ref},true)}}async function _compileAsync(sch){try{return this._compileSchemaEnv(sch)}catch(e){if(!(e instanceof ref_error_1.default))throw e;checkLoaded.
call(this,e);await loadMissingSchema.call(this,e.missingSchema);return _compileAsync.call(this,sch)}}function checkLoaded({missingSchema:ref,missingRef}){if(this.
refs[ref]){throw new Error(`AnySchema ${ref} is loaded but ${missingRef} cannot be resolved`)}}async function loadMissingSchema(ref){const _schema=await _loadSchema.
call(this,ref);if(!this.refs[ref])await loadMetaSchema.call(this,_schema.$schema);if(!this.refs[ref])this.addSchema(_schema,ref,meta)}async function _loadSchema(ref){
const p=this._loading[ref];if(p)return p;try{return await(this._loading[ref]=loadSchema(ref))}finally{delete this._loading[ref]}}}addSchema(schema,key,_meta,_validateSchema=this.
opts.validateSchema){if(Array.isArray(schema)){for(const sch of schema)this.addSchema(sch,void 0,_meta,_validateSchema);return this}let id;if(typeof schema==="o\
bject"){const{schemaId}=this.opts;id=schema[schemaId];if(id!==void 0&&typeof id!="string"){throw new Error(`schema ${schemaId} must be string`)}}key=(0,resolve_1.
normalizeId)(key||id);this._checkUnique(key);this.schemas[key]=this._addSchema(schema,_meta,key,_validateSchema,true);return this}addMetaSchema(schema,key,_validateSchema=this.
opts.validateSchema){this.addSchema(schema,key,true,_validateSchema);return this}validateSchema(schema,throwOrLogError){if(typeof schema=="boolean")return true;
let $schema;$schema=schema.$schema;if($schema!==void 0&&typeof $schema!="string"){throw new Error("$schema must be a string")}$schema=$schema||this.opts.defaultMeta||
this.defaultMeta();if(!$schema){this.logger.warn("meta-schema not available");this.errors=null;return true}const valid2=this.validate($schema,schema);if(!valid2&&
throwOrLogError){const message="schema is invalid: "+this.errorsText();if(this.opts.validateSchema==="log")this.logger.error(message);else throw new Error(message)}
return valid2}getSchema(keyRef){let sch;while(typeof(sch=getSchEnv.call(this,keyRef))=="string")keyRef=sch;if(sch===void 0){const{schemaId}=this.opts;const root=new compile_1.
SchemaEnv({schema:{},schemaId});sch=compile_1.resolveSchema.call(this,root,keyRef);if(!sch)return;this.refs[keyRef]=sch}return sch.validate||this._compileSchemaEnv(
sch)}removeSchema(schemaKeyRef){if(schemaKeyRef instanceof RegExp){this._removeAllSchemas(this.schemas,schemaKeyRef);this._removeAllSchemas(this.refs,schemaKeyRef);
return this}switch(typeof schemaKeyRef){case"undefined":this._removeAllSchemas(this.schemas);this._removeAllSchemas(this.refs);this._cache.clear();return this;case"\
string":{const sch=getSchEnv.call(this,schemaKeyRef);if(typeof sch=="object")this._cache.delete(sch.schema);delete this.schemas[schemaKeyRef];delete this.refs[schemaKeyRef];
return this}case"object":{const cacheKey=schemaKeyRef;this._cache.delete(cacheKey);let id=schemaKeyRef[this.opts.schemaId];if(id){id=(0,resolve_1.normalizeId)(id);
delete this.schemas[id];delete this.refs[id]}return this}default:throw new Error("ajv.removeSchema: invalid parameter")}}addVocabulary(definitions){for(const def of definitions)
this.addKeyword(def);return this}addKeyword(kwdOrDef,def){let keyword;if(typeof kwdOrDef=="string"){keyword=kwdOrDef;if(typeof def=="object"){this.logger.warn("\
these parameters are deprecated, see docs for addKeyword");def.keyword=keyword}}else if(typeof kwdOrDef=="object"&&def===void 0){def=kwdOrDef;keyword=def.keyword;
if(Array.isArray(keyword)&&!keyword.length){throw new Error("addKeywords: keyword must be string or non-empty array")}}else{throw new Error("invalid addKeywords\
 parameters")}checkKeyword.call(this,keyword,def);if(!def){(0,util_1.eachItem)(keyword,kwd=>addRule.call(this,kwd));return this}keywordMetaschema.call(this,def);
const definition={...def,type:(0,dataType_1.getJSONTypes)(def.type),schemaType:(0,dataType_1.getJSONTypes)(def.schemaType)};(0,util_1.eachItem)(keyword,definition.
type.length===0?k=>addRule.call(this,k,definition):k=>definition.type.forEach(t=>addRule.call(this,k,definition,t)));return this}getKeyword(keyword){const rule=this.
RULES.all[keyword];return typeof rule=="object"?rule.definition:!!rule}removeKeyword(keyword){const{RULES}=this;delete RULES.keywords[keyword];delete RULES.all[keyword];
for(const group of RULES.rules){const i=group.rules.findIndex(rule=>rule.keyword===keyword);if(i>=0)group.rules.splice(i,1)}return this}addFormat(name,format){if(typeof format==
"string")format=new RegExp(format);this.formats[name]=format;return this}errorsText(errors=this.errors,{separator=", ",dataVar="data"}={}){if(!errors||errors.length===
0)return"No errors";return errors.map(e=>`${dataVar}${e.instancePath} ${e.message}`).reduce((text,msg)=>text+separator+msg)}$dataMetaSchema(metaSchema,keywordsJsonPointers){
const rules=this.RULES.all;metaSchema=JSON.parse(JSON.stringify(metaSchema));for(const jsonPointer of keywordsJsonPointers){const segments2=jsonPointer.split("/").
slice(1);let keywords=metaSchema;for(const seg of segments2)keywords=keywords[seg];for(const key in rules){const rule=rules[key];if(typeof rule!="object")continue;
const{$data}=rule.definition;const schema=keywords[key];if($data&&schema)keywords[key]=schemaOrData(schema)}}return metaSchema}_removeAllSchemas(schemas,regex){
for(const keyRef in schemas){const sch=schemas[keyRef];if(!regex||regex.test(keyRef)){if(typeof sch=="string"){delete schemas[keyRef]}else if(sch&&!sch.meta){this.
_cache.delete(sch.schema);delete schemas[keyRef]}}}}_addSchema(schema,meta,baseId,validateSchema=this.opts.validateSchema,addSchema=this.opts.addUsedSchema){let id;
const{schemaId}=this.opts;if(typeof schema=="object"){id=schema[schemaId]}else{if(this.opts.jtd)throw new Error("schema must be object");else if(typeof schema!=
"boolean")throw new Error("schema must be object or boolean")}let sch=this._cache.get(schema);if(sch!==void 0)return sch;baseId=(0,resolve_1.normalizeId)(id||baseId);
const localRefs=resolve_1.getSchemaRefs.call(this,schema,baseId);sch=new compile_1.SchemaEnv({schema,schemaId,meta,baseId,localRefs});this._cache.set(sch.schema,
sch);if(addSchema&&!baseId.startsWith("#")){if(baseId)this._checkUnique(baseId);this.refs[baseId]=sch}if(validateSchema)this.validateSchema(schema,true);return sch}_checkUnique(id){
if(this.schemas[id]||this.refs[id]){throw new Error(`schema with key or id "${id}" already exists`)}}_compileSchemaEnv(sch){if(sch.meta)this._compileMetaSchema(
sch);else compile_1.compileSchema.call(this,sch);if(!sch.validate)throw new Error("ajv implementation error");return sch.validate}_compileMetaSchema(sch){const currentOpts=this.
opts;this.opts=this._metaOpts;try{compile_1.compileSchema.call(this,sch)}finally{this.opts=currentOpts}}};Ajv.ValidationError=validation_error_1.default;Ajv.MissingRefError=
ref_error_1.default;exports.default=Ajv;function checkOptions(checkOpts,options2,msg,log="error"){for(const key in checkOpts){const opt=key;if(opt in options2)this.
logger[log](`${msg}: option ${key}. ${checkOpts[opt]}`)}}function getSchEnv(keyRef){keyRef=(0,resolve_1.normalizeId)(keyRef);return this.schemas[keyRef]||this.refs[keyRef]}
function addInitialSchemas(){const optsSchemas=this.opts.schemas;if(!optsSchemas)return;if(Array.isArray(optsSchemas))this.addSchema(optsSchemas);else for(const key in optsSchemas)
this.addSchema(optsSchemas[key],key)}function addInitialFormats(){for(const name in this.opts.formats){const format=this.opts.formats[name];if(format)this.addFormat(
name,format)}}function addInitialKeywords(defs){if(Array.isArray(defs)){this.addVocabulary(defs);return}this.logger.warn("keywords option as map is deprecated, \
pass array");for(const keyword in defs){const def=defs[keyword];if(!def.keyword)def.keyword=keyword;this.addKeyword(def)}}function getMetaSchemaOptions(){const metaOpts={
...this.opts};for(const opt of META_IGNORE_OPTIONS)delete metaOpts[opt];return metaOpts}var noLogs={log(){},warn(){},error(){}};function getLogger(logger){if(logger===
false)return noLogs;if(logger===void 0)return console;if(logger.log&&logger.warn&&logger.error)return logger;throw new Error("logger must implement log, warn an\
d error methods")}var KEYWORD_NAME=/^[a-z_$][a-z0-9_$:-]*$/i;function checkKeyword(keyword,def){const{RULES}=this;(0,util_1.eachItem)(keyword,kwd=>{if(RULES.keywords[kwd])
throw new Error(`Keyword ${kwd} is already defined`);if(!KEYWORD_NAME.test(kwd))throw new Error(`Keyword ${kwd} has invalid name`)});if(!def)return;if(def.$data&&
!("code"in def||"validate"in def)){throw new Error('$data keyword must have "code" or "validate" function')}}function addRule(keyword,definition,dataType){var _a;
const post=definition===null||definition===void 0?void 0:definition.post;if(dataType&&post)throw new Error('keyword with "post" flag cannot have "type"');const{
RULES}=this;let ruleGroup=post?RULES.post:RULES.rules.find(({type:t})=>t===dataType);if(!ruleGroup){ruleGroup={type:dataType,rules:[]};RULES.rules.push(ruleGroup)}
RULES.keywords[keyword]=true;if(!definition)return;const rule={keyword,definition:{...definition,type:(0,dataType_1.getJSONTypes)(definition.type),schemaType:(0,
dataType_1.getJSONTypes)(definition.schemaType)}};if(definition.before)addBeforeRule.call(this,ruleGroup,rule,definition.before);else ruleGroup.rules.push(rule);
RULES.all[keyword]=rule;(_a=definition.implements)===null||_a===void 0?void 0:_a.forEach(kwd=>this.addKeyword(kwd))}function addBeforeRule(ruleGroup,rule,before){
const i=ruleGroup.rules.findIndex(_rule=>_rule.keyword===before);if(i>=0){ruleGroup.rules.splice(i,0,rule)}else{ruleGroup.rules.push(rule);this.logger.warn(`rul\
e ${before} is not defined`)}}function keywordMetaschema(def){let{metaSchema}=def;if(metaSchema===void 0)return;if(def.$data&&this.opts.$data)metaSchema=schemaOrData(
metaSchema);def.validateSchema=this.compile(metaSchema,true)}var $dataRef={$ref:"https://raw.githubusercontent.com/ajv-validator/ajv/master/lib/refs/data.json#"};
function schemaOrData(schema){return{anyOf:[schema,$dataRef]}}}});var require_id=__commonJS({"node_modules/ajv/dist/vocabularies/core/id.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});var def={
keyword:"id",code(){throw new Error('NOT SUPPORTED: keyword "id", use "$id" for schema ID')}};exports.default=def}});var require_ref=__commonJS({"node_modules/ajv/dist/vocabularies/core/ref.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});exports.
callRef=exports.getValidate=void 0;var ref_error_1=require_ref_error();var code_1=require_code2();var codegen_1=require_codegen();var names_1=require_names();var compile_1=require_compile();
var util_1=require_util();var def={keyword:"$ref",schemaType:"string",code(cxt){const{gen,schema:$ref,it}=cxt;const{baseId,schemaEnv:env,validateName,opts,self}=it;
const{root}=env;if(($ref==="#"||$ref==="#/")&&baseId===root.baseId)return callRootRef();const schOrEnv=compile_1.resolveRef.call(self,root,baseId,$ref);if(schOrEnv===
void 0)throw new ref_error_1.default(it.opts.uriResolver,baseId,$ref);if(schOrEnv instanceof compile_1.SchemaEnv)return callValidate(schOrEnv);return inlineRefSchema(
schOrEnv);function callRootRef(){if(env===root)return callRef(cxt,validateName,env,env.$async);const rootName=gen.scopeValue("root",{ref:root});return callRef(cxt,
(0,codegen_1._)`${rootName}.validate`,root,root.$async)}function callValidate(sch){const v=getValidate(cxt,sch);callRef(cxt,v,sch,sch.$async)}function inlineRefSchema(sch){
const schName=gen.scopeValue("schema",opts.code.source===true?{ref:sch,code:(0,codegen_1.stringify)(sch)}:{ref:sch});const valid2=gen.name("valid");const schCxt=cxt.
subschema({schema:sch,dataTypes:[],schemaPath:codegen_1.nil,topSchemaRef:schName,errSchemaPath:$ref},valid2);cxt.mergeEvaluated(schCxt);cxt.ok(valid2)}}};function getValidate(cxt,sch){
const{gen}=cxt;return sch.validate?gen.scopeValue("validate",{ref:sch.validate}):(0,codegen_1._)`${gen.scopeValue("wrapper",{ref:sch})}.validate`}exports.getValidate=
getValidate;function callRef(cxt,v,sch,$async){const{gen,it}=cxt;const{allErrors,schemaEnv:env,opts}=it;const passCxt=opts.passContext?names_1.default.this:codegen_1.
nil;if($async)callAsyncRef();else callSyncRef();function callAsyncRef(){if(!env.$async)throw new Error("async schema referenced by sync schema");const valid2=gen.
let("valid");gen.try(()=>{gen.code((0,codegen_1._)`await ${(0,code_1.callValidateCode)(cxt,v,passCxt)}`);addEvaluatedFrom(v);if(!allErrors)gen.assign(valid2,true)},
e=>{gen.if((0,codegen_1._)`!(${e} instanceof ${it.ValidationError})`,()=>gen.throw(e));addErrorsFrom(e);if(!allErrors)gen.assign(valid2,false)});cxt.ok(valid2)}
function callSyncRef(){cxt.result((0,code_1.callValidateCode)(cxt,v,passCxt),()=>addEvaluatedFrom(v),()=>addErrorsFrom(v))}function addErrorsFrom(source){const errs=(0,
codegen_1._)`${source}.errors`;gen.assign(names_1.default.vErrors,(0,codegen_1._)`${names_1.default.vErrors} === null ? ${errs} : ${names_1.default.vErrors}.concat(${errs})`);
gen.assign(names_1.default.errors,(0,codegen_1._)`${names_1.default.vErrors}.length`)}function addEvaluatedFrom(source){var _a;if(!it.opts.unevaluated)return;const schEvaluated=(_a=
sch===null||sch===void 0?void 0:sch.validate)===null||_a===void 0?void 0:_a.evaluated;if(it.props!==true){if(schEvaluated&&!schEvaluated.dynamicProps){if(schEvaluated.
props!==void 0){it.props=util_1.mergeEvaluated.props(gen,schEvaluated.props,it.props)}}else{const props=gen.var("props",(0,codegen_1._)`${source}.evaluated.props`);
it.props=util_1.mergeEvaluated.props(gen,props,it.props,codegen_1.Name)}}if(it.items!==true){if(schEvaluated&&!schEvaluated.dynamicItems){if(schEvaluated.items!==
void 0){it.items=util_1.mergeEvaluated.items(gen,schEvaluated.items,it.items)}}else{const items=gen.var("items",(0,codegen_1._)`${source}.evaluated.items`);it.items=
util_1.mergeEvaluated.items(gen,items,it.items,codegen_1.Name)}}}}exports.callRef=callRef;exports.default=def}});var require_core2=__commonJS({"node_modules/ajv/dist/vocabularies/core/index.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
var id_1=require_id();var ref_1=require_ref();var core=["$schema","$id","$defs","$vocabulary",{keyword:"$comment"},"definitions",id_1.default,ref_1.default];exports.
default=core}});var require_limitNumber=__commonJS({"node_modules/ajv/dist/vocabularies/validation/limitNumber.js"(exports){"use strict";Object.defineProperty(exports,"__esModu\
le",{value:true});var codegen_1=require_codegen();var ops=codegen_1.operators;var KWDs={maximum:{okStr:"<=",ok:ops.LTE,fail:ops.GT},minimum:{okStr:">=",ok:ops.GTE,
fail:ops.LT},exclusiveMaximum:{okStr:"<",ok:ops.LT,fail:ops.GTE},exclusiveMinimum:{okStr:">",ok:ops.GT,fail:ops.LTE}};var error={message:({keyword,schemaCode})=>(0,
codegen_1.str)`must be ${KWDs[keyword].okStr} ${schemaCode}`,params:({keyword,schemaCode})=>(0,codegen_1._)`{comparison: ${KWDs[keyword].okStr}, limit: ${schemaCode}}`};
var def={keyword:Object.keys(KWDs),type:"number",schemaType:"number",$data:true,error,code(cxt){const{keyword,data,schemaCode}=cxt;cxt.fail$data((0,codegen_1._)`${data} ${KWDs[keyword].
fail} ${schemaCode} || isNaN(${data})`)}};exports.default=def}});var require_multipleOf=__commonJS({"node_modules/ajv/dist/vocabularies/validation/multipleOf.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",
{value:true});var codegen_1=require_codegen();var error={message:({schemaCode})=>(0,codegen_1.str)`must be multiple of ${schemaCode}`,params:({schemaCode})=>(0,
codegen_1._)`{multipleOf: ${schemaCode}}`};var def={keyword:"multipleOf",type:"number",schemaType:"number",$data:true,error,code(cxt){const{gen,data,schemaCode,
it}=cxt;const prec=it.opts.multipleOfPrecision;const res=gen.let("res");const invalid2=prec?(0,codegen_1._)`Math.abs(Math.round(${res}) - ${res}) > 1e-${prec}`:
(0,codegen_1._)`${res} !== parseInt(${res})`;cxt.fail$data((0,codegen_1._)`(${schemaCode} === 0 || (${res} = ${data}/${schemaCode}, ${invalid2}))`)}};exports.default=
def}});var require_ucs2length=__commonJS({"node_modules/ajv/dist/runtime/ucs2length.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
function ucs2length(str){const len=str.length;let length=0;let pos=0;let value;while(pos<len){length++;value=str.charCodeAt(pos++);if(value>=55296&&value<=56319&&
pos<len){value=str.charCodeAt(pos);if((value&64512)===56320)pos++}}return length}exports.default=ucs2length;ucs2length.code='require("ajv/dist/runtime/ucs2lengt\
h").default'}});var require_limitLength=__commonJS({"node_modules/ajv/dist/vocabularies/validation/limitLength.js"(exports){"use strict";Object.defineProperty(exports,"__esModu\
le",{value:true});var codegen_1=require_codegen();var util_1=require_util();var ucs2length_1=require_ucs2length();var error={message({keyword,schemaCode}){const comp=keyword===
"maxLength"?"more":"fewer";return(0,codegen_1.str)`must NOT have ${comp} than ${schemaCode} characters`},params:({schemaCode})=>(0,codegen_1._)`{limit: ${schemaCode}}`};
var def={keyword:["maxLength","minLength"],type:"string",schemaType:"number",$data:true,error,code(cxt){const{keyword,data,schemaCode,it}=cxt;const op=keyword===
"maxLength"?codegen_1.operators.GT:codegen_1.operators.LT;const len=it.opts.unicode===false?(0,codegen_1._)`${data}.length`:(0,codegen_1._)`${(0,util_1.useFunc)(
cxt.gen,ucs2length_1.default)}(${data})`;cxt.fail$data((0,codegen_1._)`${len} ${op} ${schemaCode}`)}};exports.default=def}});var require_pattern=__commonJS({"node_modules/ajv/dist/vocabularies/validation/pattern.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
var code_1=require_code2();var util_1=require_util();var codegen_1=require_codegen();var error={message:({schemaCode})=>(0,codegen_1.str)`must match pattern "${schemaCode}"`,
params:({schemaCode})=>(0,codegen_1._)`{pattern: ${schemaCode}}`};var def={keyword:"pattern",type:"string",schemaType:"string",$data:true,error,code(cxt){const{
gen,data,$data,schema,schemaCode,it}=cxt;const u=it.opts.unicodeRegExp?"u":"";if($data){const{regExp}=it.opts.code;const regExpCode=regExp.code==="new RegExp"?(0,
codegen_1._)`new RegExp`:(0,util_1.useFunc)(gen,regExp);const valid2=gen.let("valid");gen.try(()=>gen.assign(valid2,(0,codegen_1._)`${regExpCode}(${schemaCode}, ${u}).test(${data})`),
()=>gen.assign(valid2,false));cxt.fail$data((0,codegen_1._)`!${valid2}`)}else{const regExp=(0,code_1.usePattern)(cxt,schema);cxt.fail$data((0,codegen_1._)`!${regExp}.test(${data})`)}}};
exports.default=def}});var require_limitProperties=__commonJS({"node_modules/ajv/dist/vocabularies/validation/limitProperties.js"(exports){"use strict";Object.defineProperty(exports,"\
__esModule",{value:true});var codegen_1=require_codegen();var error={message({keyword,schemaCode}){const comp=keyword==="maxProperties"?"more":"fewer";return(0,
codegen_1.str)`must NOT have ${comp} than ${schemaCode} properties`},params:({schemaCode})=>(0,codegen_1._)`{limit: ${schemaCode}}`};var def={keyword:["maxPrope\
rties","minProperties"],type:"object",schemaType:"number",$data:true,error,code(cxt){const{keyword,data,schemaCode}=cxt;const op=keyword==="maxProperties"?codegen_1.
operators.GT:codegen_1.operators.LT;cxt.fail$data((0,codegen_1._)`Object.keys(${data}).length ${op} ${schemaCode}`)}};exports.default=def}});var require_required=__commonJS({"node_modules/ajv/dist/vocabularies/validation/required.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
var code_1=require_code2();var codegen_1=require_codegen();var util_1=require_util();var error={message:({params:{missingProperty}})=>(0,codegen_1.str)`must have required property '${missingProperty}'`,
params:({params:{missingProperty}})=>(0,codegen_1._)`{missingProperty: ${missingProperty}}`};var def={keyword:"required",type:"object",schemaType:"array",$data:true,
error,code(cxt){const{gen,schema,schemaCode,data,$data,it}=cxt;const{opts}=it;if(!$data&&schema.length===0)return;const useLoop=schema.length>=opts.loopRequired;
if(it.allErrors)allErrorsMode();else exitOnErrorMode();if(opts.strictRequired){const props=cxt.parentSchema.properties;const{definedProperties}=cxt.it;for(const requiredKey of schema){
if((props===null||props===void 0?void 0:props[requiredKey])===void 0&&!definedProperties.has(requiredKey)){const schemaPath=it.schemaEnv.baseId+it.errSchemaPath;
const msg=`required property "${requiredKey}" is not defined at "${schemaPath}" (strictRequired)`;(0,util_1.checkStrictMode)(it,msg,it.opts.strictRequired)}}}function allErrorsMode(){
if(useLoop||$data){cxt.block$data(codegen_1.nil,loopAllRequired)}else{for(const prop of schema){(0,code_1.checkReportMissingProp)(cxt,prop)}}}function exitOnErrorMode(){
const missing2=gen.let("missing");if(useLoop||$data){const valid2=gen.let("valid",true);cxt.block$data(valid2,()=>loopUntilMissing(missing2,valid2));cxt.ok(valid2)}else{
gen.if((0,code_1.checkMissingProp)(cxt,schema,missing2));(0,code_1.reportMissingProp)(cxt,missing2);gen.else()}}function loopAllRequired(){gen.forOf("prop",schemaCode,
prop=>{cxt.setParams({missingProperty:prop});gen.if((0,code_1.noPropertyInData)(gen,data,prop,opts.ownProperties),()=>cxt.error())})}function loopUntilMissing(missing2,valid2){
cxt.setParams({missingProperty:missing2});gen.forOf(missing2,schemaCode,()=>{gen.assign(valid2,(0,code_1.propertyInData)(gen,data,missing2,opts.ownProperties));
gen.if((0,codegen_1.not)(valid2),()=>{cxt.error();gen.break()})},codegen_1.nil)}}};exports.default=def}});var require_limitItems=__commonJS({"node_modules/ajv/dist/vocabularies/validation/limitItems.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",
{value:true});var codegen_1=require_codegen();var error={message({keyword,schemaCode}){const comp=keyword==="maxItems"?"more":"fewer";return(0,codegen_1.str)`must NOT have ${comp} than ${schemaCode} items`},
params:({schemaCode})=>(0,codegen_1._)`{limit: ${schemaCode}}`};var def={keyword:["maxItems","minItems"],type:"array",schemaType:"number",$data:true,error,code(cxt){
const{keyword,data,schemaCode}=cxt;const op=keyword==="maxItems"?codegen_1.operators.GT:codegen_1.operators.LT;cxt.fail$data((0,codegen_1._)`${data}.length ${op} ${schemaCode}`)}};
exports.default=def}});var require_equal=__commonJS({"node_modules/ajv/dist/runtime/equal.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});var equal=require_fast_deep_equal();
equal.code='require("ajv/dist/runtime/equal").default';exports.default=equal}});var require_uniqueItems=__commonJS({"node_modules/ajv/dist/vocabularies/validation/uniqueItems.js"(exports){"use strict";Object.defineProperty(exports,"__esModu\
le",{value:true});var dataType_1=require_dataType();var codegen_1=require_codegen();var util_1=require_util();var equal_1=require_equal();var error={message:({params:{
i,j}})=>(0,codegen_1.str)`must NOT have duplicate items (items ## ${j} and ${i} are identical)`,params:({params:{i,j}})=>(0,codegen_1._)`{i: ${i}, j: ${j}}`};var def={
keyword:"uniqueItems",type:"array",schemaType:"boolean",$data:true,error,code(cxt){const{gen,data,$data,schema,parentSchema,schemaCode,it}=cxt;if(!$data&&!schema)
return;const valid2=gen.let("valid");const itemTypes=parentSchema.items?(0,dataType_1.getSchemaTypes)(parentSchema.items):[];cxt.block$data(valid2,validateUniqueItems,
(0,codegen_1._)`${schemaCode} === false`);cxt.ok(valid2);function validateUniqueItems(){const i=gen.let("i",(0,codegen_1._)`${data}.length`);const j=gen.let("j");
cxt.setParams({i,j});gen.assign(valid2,true);gen.if((0,codegen_1._)`${i} > 1`,()=>(canOptimize()?loopN:loopN2)(i,j))}function canOptimize(){return itemTypes.length>
0&&!itemTypes.some(t=>t==="object"||t==="array")}function loopN(i,j){const item=gen.name("item");const wrongType=(0,dataType_1.checkDataTypes)(itemTypes,item,it.
opts.strictNumbers,dataType_1.DataType.Wrong);const indices=gen.const("indices",(0,codegen_1._)`{}`);gen.for((0,codegen_1._)`;${i}--;`,()=>{gen.let(item,(0,codegen_1.
_)`${data}[${i}]`);gen.if(wrongType,(0,codegen_1._)`continue`);if(itemTypes.length>1)gen.if((0,codegen_1._)`typeof ${item} == "string"`,(0,codegen_1._)`${item} += "_"`);
gen.if((0,codegen_1._)`typeof ${indices}[${item}] == "number"`,()=>{gen.assign(j,(0,codegen_1._)`${indices}[${item}]`);cxt.error();gen.assign(valid2,false).break()}).
code((0,codegen_1._)`${indices}[${item}] = ${i}`)})}function loopN2(i,j){const eql=(0,util_1.useFunc)(gen,equal_1.default);const outer=gen.name("outer");gen.label(
outer).for((0,codegen_1._)`;${i}--;`,()=>gen.for((0,codegen_1._)`${j} = ${i}; ${j}--;`,()=>gen.if((0,codegen_1._)`${eql}(${data}[${i}], ${data}[${j}])`,()=>{cxt.
error();gen.assign(valid2,false).break(outer)})))}}};exports.default=def}});var require_const=__commonJS({"node_modules/ajv/dist/vocabularies/validation/const.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
var codegen_1=require_codegen();var util_1=require_util();var equal_1=require_equal();var error={message:"must be equal to constant",params:({schemaCode})=>(0,codegen_1.
_)`{allowedValue: ${schemaCode}}`};var def={keyword:"const",$data:true,error,code(cxt){const{gen,data,$data,schemaCode,schema}=cxt;if($data||schema&&typeof schema==
"object"){cxt.fail$data((0,codegen_1._)`!${(0,util_1.useFunc)(gen,equal_1.default)}(${data}, ${schemaCode})`)}else{cxt.fail((0,codegen_1._)`${schema} !== ${data}`)}}};
exports.default=def}});var require_enum=__commonJS({"node_modules/ajv/dist/vocabularies/validation/enum.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
var codegen_1=require_codegen();var util_1=require_util();var equal_1=require_equal();var error={message:"must be equal to one of the allowed values",params:({schemaCode})=>(0,
codegen_1._)`{allowedValues: ${schemaCode}}`};var def={keyword:"enum",schemaType:"array",$data:true,error,code(cxt){const{gen,data,$data,schema,schemaCode,it}=cxt;
if(!$data&&schema.length===0)throw new Error("enum must have non-empty array");const useLoop=schema.length>=it.opts.loopEnum;let eql;const getEql=()=>eql!==null&&
eql!==void 0?eql:eql=(0,util_1.useFunc)(gen,equal_1.default);let valid2;if(useLoop||$data){valid2=gen.let("valid");cxt.block$data(valid2,loopEnum)}else{if(!Array.
isArray(schema))throw new Error("ajv implementation error");const vSchema=gen.const("vSchema",schemaCode);valid2=(0,codegen_1.or)(...schema.map((_x,i)=>equalCode(
vSchema,i)))}cxt.pass(valid2);function loopEnum(){gen.assign(valid2,false);gen.forOf("v",schemaCode,v=>gen.if((0,codegen_1._)`${getEql()}(${data}, ${v})`,()=>gen.
assign(valid2,true).break()))}function equalCode(vSchema,i){const sch=schema[i];return typeof sch==="object"&&sch!==null?(0,codegen_1._)`${getEql()}(${data}, ${vSchema}[${i}])`:
(0,codegen_1._)`${data} === ${sch}`}}};exports.default=def}});var require_validation=__commonJS({"node_modules/ajv/dist/vocabularies/validation/index.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
var limitNumber_1=require_limitNumber();var multipleOf_1=require_multipleOf();var limitLength_1=require_limitLength();var pattern_1=require_pattern();var limitProperties_1=require_limitProperties();
var required_1=require_required();var limitItems_1=require_limitItems();var uniqueItems_1=require_uniqueItems();var const_1=require_const();var enum_1=require_enum();
var validation=[limitNumber_1.default,multipleOf_1.default,limitLength_1.default,pattern_1.default,limitProperties_1.default,required_1.default,limitItems_1.default,
uniqueItems_1.default,{keyword:"type",schemaType:["string","array"]},{keyword:"nullable",schemaType:"boolean"},const_1.default,enum_1.default];exports.default=validation}});var require_additionalItems=__commonJS({"node_modules/ajv/dist/vocabularies/applicator/additionalItems.js"(exports){"use strict";Object.defineProperty(exports,"\
__esModule",{value:true});exports.validateAdditionalItems=void 0;var codegen_1=require_codegen();var util_1=require_util();var error={message:({params:{len}})=>(0,
codegen_1.str)`must NOT have more than ${len} items`,params:({params:{len}})=>(0,codegen_1._)`{limit: ${len}}`};var def={keyword:"additionalItems",type:"array",
schemaType:["boolean","object"],before:"uniqueItems",error,code(cxt){const{parentSchema,it}=cxt;const{items}=parentSchema;if(!Array.isArray(items)){(0,util_1.checkStrictMode)(
it,'"additionalItems" is ignored when "items" is not an array of schemas');return}validateAdditionalItems(cxt,items)}};function validateAdditionalItems(cxt,items){
const{gen,schema,data,keyword,it}=cxt;it.items=true;const len=gen.const("len",(0,codegen_1._)`${data}.length`);if(schema===false){cxt.setParams({len:items.length});
cxt.pass((0,codegen_1._)`${len} <= ${items.length}`)}else if(typeof schema=="object"&&!(0,util_1.alwaysValidSchema)(it,schema)){const valid2=gen.var("valid",(0,
codegen_1._)`${len} <= ${items.length}`);gen.if((0,codegen_1.not)(valid2),()=>validateItems(valid2));cxt.ok(valid2)}function validateItems(valid2){gen.forRange(
"i",items.length,len,i=>{cxt.subschema({keyword,dataProp:i,dataPropType:util_1.Type.Num},valid2);if(!it.allErrors)gen.if((0,codegen_1.not)(valid2),()=>gen.break())})}}
exports.validateAdditionalItems=validateAdditionalItems;exports.default=def}});var require_items=__commonJS({"node_modules/ajv/dist/vocabularies/applicator/items.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
exports.validateTuple=void 0;var codegen_1=require_codegen();var util_1=require_util();var code_1=require_code2();var def={keyword:"items",type:"array",schemaType:[
"object","array","boolean"],before:"uniqueItems",code(cxt){const{schema,it}=cxt;if(Array.isArray(schema))return validateTuple(cxt,"additionalItems",schema);it.items=
true;if((0,util_1.alwaysValidSchema)(it,schema))return;cxt.ok((0,code_1.validateArray)(cxt))}};function validateTuple(cxt,extraItems,schArr=cxt.schema){const{gen,
parentSchema,data,keyword,it}=cxt;checkStrictTuple(parentSchema);if(it.opts.unevaluated&&schArr.length&&it.items!==true){it.items=util_1.mergeEvaluated.items(gen,
schArr.length,it.items)}const valid2=gen.name("valid");const len=gen.const("len",(0,codegen_1._)`${data}.length`);schArr.forEach((sch,i)=>{if((0,util_1.alwaysValidSchema)(
it,sch))return;gen.if((0,codegen_1._)`${len} > ${i}`,()=>cxt.subschema({keyword,schemaProp:i,dataProp:i},valid2));cxt.ok(valid2)});function checkStrictTuple(sch){
const{opts,errSchemaPath}=it;const l=schArr.length;const fullTuple=l===sch.minItems&&(l===sch.maxItems||sch[extraItems]===false);if(opts.strictTuples&&!fullTuple){
const msg=`"${keyword}" is ${l}-tuple, but minItems or maxItems/${extraItems} are not specified or different at path "${errSchemaPath}"`;(0,util_1.checkStrictMode)(
it,msg,opts.strictTuples)}}}exports.validateTuple=validateTuple;exports.default=def}});var require_prefixItems=__commonJS({"node_modules/ajv/dist/vocabularies/applicator/prefixItems.js"(exports){"use strict";Object.defineProperty(exports,"__esModu\
le",{value:true});var items_1=require_items();var def={keyword:"prefixItems",type:"array",schemaType:["array"],before:"uniqueItems",code:cxt=>(0,items_1.validateTuple)(
cxt,"items")};exports.default=def}});var require_items2020=__commonJS({"node_modules/ajv/dist/vocabularies/applicator/items2020.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",
{value:true});var codegen_1=require_codegen();var util_1=require_util();var code_1=require_code2();var additionalItems_1=require_additionalItems();var error={message:({
params:{len}})=>(0,codegen_1.str)`must NOT have more than ${len} items`,params:({params:{len}})=>(0,codegen_1._)`{limit: ${len}}`};var def={keyword:"items",type:"\
array",schemaType:["object","boolean"],before:"uniqueItems",error,code(cxt){const{schema,parentSchema,it}=cxt;const{prefixItems}=parentSchema;it.items=true;if((0,
util_1.alwaysValidSchema)(it,schema))return;if(prefixItems)(0,additionalItems_1.validateAdditionalItems)(cxt,prefixItems);else cxt.ok((0,code_1.validateArray)(cxt))}};
exports.default=def}});var require_contains=__commonJS({"node_modules/ajv/dist/vocabularies/applicator/contains.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
var codegen_1=require_codegen();var util_1=require_util();var error={message:({params:{min,max}})=>max===void 0?(0,codegen_1.str)`must contain at least ${min} valid item(s)`:
(0,codegen_1.str)`must contain at least ${min} and no more than ${max} valid item(s)`,params:({params:{min,max}})=>max===void 0?(0,codegen_1._)`{minContains: ${min}}`:
(0,codegen_1._)`{minContains: ${min}, maxContains: ${max}}`};var def={keyword:"contains",type:"array",schemaType:["object","boolean"],before:"uniqueItems",trackErrors:true,
error,code(cxt){const{gen,schema,parentSchema,data,it}=cxt;let min;let max;const{minContains,maxContains}=parentSchema;if(it.opts.next){min=minContains===void 0?
1:minContains;max=maxContains}else{min=1}const len=gen.const("len",(0,codegen_1._)`${data}.length`);cxt.setParams({min,max});if(max===void 0&&min===0){(0,util_1.
checkStrictMode)(it,`"minContains" == 0 without "maxContains": "contains" keyword ignored`);return}if(max!==void 0&&min>max){(0,util_1.checkStrictMode)(it,`"min\
Contains" > "maxContains" is always invalid`);cxt.fail();return}if((0,util_1.alwaysValidSchema)(it,schema)){let cond=(0,codegen_1._)`${len} >= ${min}`;if(max!==
void 0)cond=(0,codegen_1._)`${cond} && ${len} <= ${max}`;cxt.pass(cond);return}it.items=true;const valid2=gen.name("valid");if(max===void 0&&min===1){validateItems(
valid2,()=>gen.if(valid2,()=>gen.break()))}else if(min===0){gen.let(valid2,true);if(max!==void 0)gen.if((0,codegen_1._)`${data}.length > 0`,validateItemsWithCount)}else{
gen.let(valid2,false);validateItemsWithCount()}cxt.result(valid2,()=>cxt.reset());function validateItemsWithCount(){const schValid=gen.name("_valid");const count2=gen.
let("count",0);validateItems(schValid,()=>gen.if(schValid,()=>checkLimits(count2)))}function validateItems(_valid,block){gen.forRange("i",0,len,i=>{cxt.subschema(
{keyword:"contains",dataProp:i,dataPropType:util_1.Type.Num,compositeRule:true},_valid);block()})}function checkLimits(count2){gen.code((0,codegen_1._)`${count2}++`);
if(max===void 0){gen.if((0,codegen_1._)`${count2} >= ${min}`,()=>gen.assign(valid2,true).break())}else{gen.if((0,codegen_1._)`${count2} > ${max}`,()=>gen.assign(
valid2,false).break());if(min===1)gen.assign(valid2,true);else gen.if((0,codegen_1._)`${count2} >= ${min}`,()=>gen.assign(valid2,true))}}}};exports.default=def}});var require_dependencies=__commonJS({"node_modules/ajv/dist/vocabularies/applicator/dependencies.js"(exports){"use strict";Object.defineProperty(exports,"__esMo\
dule",{value:true});exports.validateSchemaDeps=exports.validatePropertyDeps=exports.error=void 0;var codegen_1=require_codegen();var util_1=require_util();var code_1=require_code2();
exports.error={message:({params:{property,depsCount,deps}})=>{const property_ies=depsCount===1?"property":"properties";return(0,codegen_1.str)`must have ${property_ies} ${deps} when property ${property} is present`},
params:({params:{property,depsCount,deps,missingProperty}})=>(0,codegen_1._)`{property: ${property},
    missingProperty: ${missingProperty},
    depsCount: ${depsCount},
    deps: ${deps}}`};var def={keyword:"dependencies",type:"object",schemaType:"object",error:exports.error,code(cxt){const[propDeps,schDeps]=splitDependencies(cxt);
validatePropertyDeps(cxt,propDeps);validateSchemaDeps(cxt,schDeps)}};function splitDependencies({schema}){const propertyDeps={};const schemaDeps={};for(const key in schema){
if(key==="__proto__")continue;const deps=Array.isArray(schema[key])?propertyDeps:schemaDeps;deps[key]=schema[key]}return[propertyDeps,schemaDeps]}function validatePropertyDeps(cxt,propertyDeps=cxt.
schema){const{gen,data,it}=cxt;if(Object.keys(propertyDeps).length===0)return;const missing2=gen.let("missing");for(const prop in propertyDeps){const deps=propertyDeps[prop];
if(deps.length===0)continue;const hasProperty=(0,code_1.propertyInData)(gen,data,prop,it.opts.ownProperties);cxt.setParams({property:prop,depsCount:deps.length,
deps:deps.join(", ")});if(it.allErrors){gen.if(hasProperty,()=>{for(const depProp of deps){(0,code_1.checkReportMissingProp)(cxt,depProp)}})}else{gen.if((0,codegen_1.
_)`${hasProperty} && (${(0,code_1.checkMissingProp)(cxt,deps,missing2)})`);(0,code_1.reportMissingProp)(cxt,missing2);gen.else()}}}exports.validatePropertyDeps=
validatePropertyDeps;function validateSchemaDeps(cxt,schemaDeps=cxt.schema){const{gen,data,keyword,it}=cxt;const valid2=gen.name("valid");for(const prop in schemaDeps){
if((0,util_1.alwaysValidSchema)(it,schemaDeps[prop]))continue;gen.if((0,code_1.propertyInData)(gen,data,prop,it.opts.ownProperties),()=>{const schCxt=cxt.subschema(
{keyword,schemaProp:prop},valid2);cxt.mergeValidEvaluated(schCxt,valid2)},()=>gen.var(valid2,true));cxt.ok(valid2)}}exports.validateSchemaDeps=validateSchemaDeps;
exports.default=def}});var require_propertyNames=__commonJS({"node_modules/ajv/dist/vocabularies/applicator/propertyNames.js"(exports){"use strict";Object.defineProperty(exports,"__es\
Module",{value:true});var codegen_1=require_codegen();var util_1=require_util();var error={message:"property name must be valid",params:({params})=>(0,codegen_1.
_)`{propertyName: ${params.propertyName}}`};var def={keyword:"propertyNames",type:"object",schemaType:["object","boolean"],error,code(cxt){const{gen,schema,data,
it}=cxt;if((0,util_1.alwaysValidSchema)(it,schema))return;const valid2=gen.name("valid");gen.forIn("key",data,key=>{cxt.setParams({propertyName:key});cxt.subschema(
{keyword:"propertyNames",data:key,dataTypes:["string"],propertyName:key,compositeRule:true},valid2);gen.if((0,codegen_1.not)(valid2),()=>{cxt.error(true);if(!it.
allErrors)gen.break()})});cxt.ok(valid2)}};exports.default=def}});var require_additionalProperties=__commonJS({"node_modules/ajv/dist/vocabularies/applicator/additionalProperties.js"(exports){"use strict";Object.defineProperty(
exports,"__esModule",{value:true});var code_1=require_code2();var codegen_1=require_codegen();var names_1=require_names();var util_1=require_util();var error={message:"\
must NOT have additional properties",params:({params})=>(0,codegen_1._)`{additionalProperty: ${params.additionalProperty}}`};var def={keyword:"additionalPropert\
ies",type:["object"],schemaType:["boolean","object"],allowUndefined:true,trackErrors:true,error,code(cxt){const{gen,schema,parentSchema,data,errsCount,it}=cxt;if(!errsCount)
throw new Error("ajv implementation error");const{allErrors,opts}=it;it.props=true;if(opts.removeAdditional!=="all"&&(0,util_1.alwaysValidSchema)(it,schema))return;
const props=(0,code_1.allSchemaProperties)(parentSchema.properties);const patProps=(0,code_1.allSchemaProperties)(parentSchema.patternProperties);checkAdditionalProperties();
cxt.ok((0,codegen_1._)`${errsCount} === ${names_1.default.errors}`);function checkAdditionalProperties(){gen.forIn("key",data,key=>{if(!props.length&&!patProps.
length)additionalPropertyCode(key);else gen.if(isAdditional(key),()=>additionalPropertyCode(key))})}function isAdditional(key){let definedProp;if(props.length>8){
const propsSchema=(0,util_1.schemaRefOrVal)(it,parentSchema.properties,"properties");definedProp=(0,code_1.isOwnProperty)(gen,propsSchema,key)}else if(props.length){
definedProp=(0,codegen_1.or)(...props.map(p=>(0,codegen_1._)`${key} === ${p}`))}else{definedProp=codegen_1.nil}if(patProps.length){definedProp=(0,codegen_1.or)(
definedProp,...patProps.map(p=>(0,codegen_1._)`${(0,code_1.usePattern)(cxt,p)}.test(${key})`))}return(0,codegen_1.not)(definedProp)}function deleteAdditional(key){
gen.code((0,codegen_1._)`delete ${data}[${key}]`)}function additionalPropertyCode(key){if(opts.removeAdditional==="all"||opts.removeAdditional&&schema===false){
deleteAdditional(key);return}if(schema===false){cxt.setParams({additionalProperty:key});cxt.error();if(!allErrors)gen.break();return}if(typeof schema=="object"&&
!(0,util_1.alwaysValidSchema)(it,schema)){const valid2=gen.name("valid");if(opts.removeAdditional==="failing"){applyAdditionalSchema(key,valid2,false);gen.if((0,
codegen_1.not)(valid2),()=>{cxt.reset();deleteAdditional(key)})}else{applyAdditionalSchema(key,valid2);if(!allErrors)gen.if((0,codegen_1.not)(valid2),()=>gen.break())}}}
function applyAdditionalSchema(key,valid2,errors){const subschema={keyword:"additionalProperties",dataProp:key,dataPropType:util_1.Type.Str};if(errors===false){
Object.assign(subschema,{compositeRule:true,createErrors:false,allErrors:false})}cxt.subschema(subschema,valid2)}}};exports.default=def}});var require_properties=__commonJS({"node_modules/ajv/dist/vocabularies/applicator/properties.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",
{value:true});var validate_1=require_validate();var code_1=require_code2();var util_1=require_util();var additionalProperties_1=require_additionalProperties();var def={
keyword:"properties",type:"object",schemaType:"object",code(cxt){const{gen,schema,parentSchema,data,it}=cxt;if(it.opts.removeAdditional==="all"&&parentSchema.additionalProperties===
void 0){additionalProperties_1.default.code(new validate_1.KeywordCxt(it,additionalProperties_1.default,"additionalProperties"))}const allProps=(0,code_1.allSchemaProperties)(
schema);for(const prop of allProps){it.definedProperties.add(prop)}if(it.opts.unevaluated&&allProps.length&&it.props!==true){it.props=util_1.mergeEvaluated.props(
gen,(0,util_1.toHash)(allProps),it.props)}const properties=allProps.filter(p=>!(0,util_1.alwaysValidSchema)(it,schema[p]));if(properties.length===0)return;const valid2=gen.
name("valid");for(const prop of properties){if(hasDefault(prop)){applyPropertySchema(prop)}else{gen.if((0,code_1.propertyInData)(gen,data,prop,it.opts.ownProperties));
applyPropertySchema(prop);if(!it.allErrors)gen.else().var(valid2,true);gen.endIf()}cxt.it.definedProperties.add(prop);cxt.ok(valid2)}function hasDefault(prop){return it.
opts.useDefaults&&!it.compositeRule&&schema[prop].default!==void 0}function applyPropertySchema(prop){cxt.subschema({keyword:"properties",schemaProp:prop,dataProp:prop},
valid2)}}};exports.default=def}});var require_patternProperties=__commonJS({"node_modules/ajv/dist/vocabularies/applicator/patternProperties.js"(exports){"use strict";Object.defineProperty(exports,
"__esModule",{value:true});var code_1=require_code2();var codegen_1=require_codegen();var util_1=require_util();var util_2=require_util();var def={keyword:"patt\
ernProperties",type:"object",schemaType:"object",code(cxt){const{gen,schema,data,parentSchema,it}=cxt;const{opts}=it;const patterns=(0,code_1.allSchemaProperties)(
schema);const alwaysValidPatterns=patterns.filter(p=>(0,util_1.alwaysValidSchema)(it,schema[p]));if(patterns.length===0||alwaysValidPatterns.length===patterns.length&&
(!it.opts.unevaluated||it.props===true)){return}const checkProperties=opts.strictSchema&&!opts.allowMatchingProperties&&parentSchema.properties;const valid2=gen.
name("valid");if(it.props!==true&&!(it.props instanceof codegen_1.Name)){it.props=(0,util_2.evaluatedPropsToName)(gen,it.props)}const{props}=it;validatePatternProperties();
function validatePatternProperties(){for(const pat of patterns){if(checkProperties)checkMatchingProperties(pat);if(it.allErrors){validateProperties(pat)}else{gen.
var(valid2,true);validateProperties(pat);gen.if(valid2)}}}function checkMatchingProperties(pat){for(const prop in checkProperties){if(new RegExp(pat).test(prop)){
(0,util_1.checkStrictMode)(it,`property ${prop} matches pattern ${pat} (use allowMatchingProperties)`)}}}function validateProperties(pat){gen.forIn("key",data,key=>{
gen.if((0,codegen_1._)`${(0,code_1.usePattern)(cxt,pat)}.test(${key})`,()=>{const alwaysValid=alwaysValidPatterns.includes(pat);if(!alwaysValid){cxt.subschema({
keyword:"patternProperties",schemaProp:pat,dataProp:key,dataPropType:util_2.Type.Str},valid2)}if(it.opts.unevaluated&&props!==true){gen.assign((0,codegen_1._)`${props}[${key}]`,
true)}else if(!alwaysValid&&!it.allErrors){gen.if((0,codegen_1.not)(valid2),()=>gen.break())}})})}}};exports.default=def}});var require_not=__commonJS({"node_modules/ajv/dist/vocabularies/applicator/not.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
var util_1=require_util();var def={keyword:"not",schemaType:["object","boolean"],trackErrors:true,code(cxt){const{gen,schema,it}=cxt;if((0,util_1.alwaysValidSchema)(
it,schema)){cxt.fail();return}const valid2=gen.name("valid");cxt.subschema({keyword:"not",compositeRule:true,createErrors:false,allErrors:false},valid2);cxt.failResult(
valid2,()=>cxt.reset(),()=>cxt.error())},error:{message:"must NOT be valid"}};exports.default=def}});var require_anyOf=__commonJS({"node_modules/ajv/dist/vocabularies/applicator/anyOf.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
var code_1=require_code2();var def={keyword:"anyOf",schemaType:"array",trackErrors:true,code:code_1.validateUnion,error:{message:"must match a schema in anyOf"}};
exports.default=def}});var require_oneOf=__commonJS({"node_modules/ajv/dist/vocabularies/applicator/oneOf.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
var codegen_1=require_codegen();var util_1=require_util();var error={message:"must match exactly one schema in oneOf",params:({params})=>(0,codegen_1._)`{passingSchemas: ${params.
passing}}`};var def={keyword:"oneOf",schemaType:"array",trackErrors:true,error,code(cxt){const{gen,schema,parentSchema,it}=cxt;if(!Array.isArray(schema))throw new Error(
"ajv implementation error");if(it.opts.discriminator&&parentSchema.discriminator)return;const schArr=schema;const valid2=gen.let("valid",false);const passing=gen.
let("passing",null);const schValid=gen.name("_valid");cxt.setParams({passing});gen.block(validateOneOf);cxt.result(valid2,()=>cxt.reset(),()=>cxt.error(true));function validateOneOf(){
schArr.forEach((sch,i)=>{let schCxt;if((0,util_1.alwaysValidSchema)(it,sch)){gen.var(schValid,true)}else{schCxt=cxt.subschema({keyword:"oneOf",schemaProp:i,compositeRule:true},
schValid)}if(i>0){gen.if((0,codegen_1._)`${schValid} && ${valid2}`).assign(valid2,false).assign(passing,(0,codegen_1._)`[${passing}, ${i}]`).else()}gen.if(schValid,
()=>{gen.assign(valid2,true);gen.assign(passing,i);if(schCxt)cxt.mergeEvaluated(schCxt,codegen_1.Name)})})}}};exports.default=def}});var require_allOf=__commonJS({"node_modules/ajv/dist/vocabularies/applicator/allOf.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
var util_1=require_util();var def={keyword:"allOf",schemaType:"array",code(cxt){const{gen,schema,it}=cxt;if(!Array.isArray(schema))throw new Error("ajv implemen\
tation error");const valid2=gen.name("valid");schema.forEach((sch,i)=>{if((0,util_1.alwaysValidSchema)(it,sch))return;const schCxt=cxt.subschema({keyword:"allOf",
schemaProp:i},valid2);cxt.ok(valid2);cxt.mergeEvaluated(schCxt)})}};exports.default=def}});var require_if=__commonJS({"node_modules/ajv/dist/vocabularies/applicator/if.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
var codegen_1=require_codegen();var util_1=require_util();var error={message:({params})=>(0,codegen_1.str)`must match "${params.ifClause}" schema`,params:({params})=>(0,
codegen_1._)`{failingKeyword: ${params.ifClause}}`};var def={keyword:"if",schemaType:["object","boolean"],trackErrors:true,error,code(cxt){const{gen,parentSchema,
it}=cxt;if(parentSchema.then===void 0&&parentSchema.else===void 0){(0,util_1.checkStrictMode)(it,'"if" without "then" and "else" is ignored')}const hasThen=hasSchema(
it,"then");const hasElse=hasSchema(it,"else");if(!hasThen&&!hasElse)return;const valid2=gen.let("valid",true);const schValid=gen.name("_valid");validateIf();cxt.
reset();if(hasThen&&hasElse){const ifClause=gen.let("ifClause");cxt.setParams({ifClause});gen.if(schValid,validateClause("then",ifClause),validateClause("else",
ifClause))}else if(hasThen){gen.if(schValid,validateClause("then"))}else{gen.if((0,codegen_1.not)(schValid),validateClause("else"))}cxt.pass(valid2,()=>cxt.error(
true));function validateIf(){const schCxt=cxt.subschema({keyword:"if",compositeRule:true,createErrors:false,allErrors:false},schValid);cxt.mergeEvaluated(schCxt)}
function validateClause(keyword,ifClause){return()=>{const schCxt=cxt.subschema({keyword},schValid);gen.assign(valid2,schValid);cxt.mergeValidEvaluated(schCxt,valid2);
if(ifClause)gen.assign(ifClause,(0,codegen_1._)`${keyword}`);else cxt.setParams({ifClause:keyword})}}}};function hasSchema(it,keyword){const schema=it.schema[keyword];
return schema!==void 0&&!(0,util_1.alwaysValidSchema)(it,schema)}exports.default=def}});var require_thenElse=__commonJS({"node_modules/ajv/dist/vocabularies/applicator/thenElse.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
var util_1=require_util();var def={keyword:["then","else"],schemaType:["object","boolean"],code({keyword,parentSchema,it}){if(parentSchema.if===void 0)(0,util_1.
checkStrictMode)(it,`"${keyword}" without "if" is ignored`)}};exports.default=def}});var require_applicator=__commonJS({"node_modules/ajv/dist/vocabularies/applicator/index.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
var additionalItems_1=require_additionalItems();var prefixItems_1=require_prefixItems();var items_1=require_items();var items2020_1=require_items2020();var contains_1=require_contains();
var dependencies_1=require_dependencies();var propertyNames_1=require_propertyNames();var additionalProperties_1=require_additionalProperties();var properties_1=require_properties();
var patternProperties_1=require_patternProperties();var not_1=require_not();var anyOf_1=require_anyOf();var oneOf_1=require_oneOf();var allOf_1=require_allOf();
var if_1=require_if();var thenElse_1=require_thenElse();function getApplicator(draft2020=false){const applicator=[not_1.default,anyOf_1.default,oneOf_1.default,
allOf_1.default,if_1.default,thenElse_1.default,propertyNames_1.default,additionalProperties_1.default,dependencies_1.default,properties_1.default,patternProperties_1.
default];if(draft2020)applicator.push(prefixItems_1.default,items2020_1.default);else applicator.push(additionalItems_1.default,items_1.default);applicator.push(
contains_1.default);return applicator}exports.default=getApplicator}});var require_dynamicAnchor=__commonJS({"node_modules/ajv/dist/vocabularies/dynamic/dynamicAnchor.js"(exports){"use strict";Object.defineProperty(exports,"__esMod\
ule",{value:true});exports.dynamicAnchor=void 0;var codegen_1=require_codegen();var names_1=require_names();var compile_1=require_compile();var ref_1=require_ref();
var def={keyword:"$dynamicAnchor",schemaType:"string",code:cxt=>dynamicAnchor(cxt,cxt.schema)};function dynamicAnchor(cxt,anchor){const{gen,it}=cxt;it.schemaEnv.
root.dynamicAnchors[anchor]=true;const v=(0,codegen_1._)`${names_1.default.dynamicAnchors}${(0,codegen_1.getProperty)(anchor)}`;const validate=it.errSchemaPath===
"#"?it.validateName:_getValidate(cxt);gen.if((0,codegen_1._)`!${v}`,()=>gen.assign(v,validate))}exports.dynamicAnchor=dynamicAnchor;function _getValidate(cxt){const{
schemaEnv,schema,self}=cxt.it;const{root,baseId,localRefs,meta}=schemaEnv.root;const{schemaId}=self.opts;const sch=new compile_1.SchemaEnv({schema,schemaId,root,
baseId,localRefs,meta});compile_1.compileSchema.call(self,sch);return(0,ref_1.getValidate)(cxt,sch)}exports.default=def}});var require_dynamicRef=__commonJS({"node_modules/ajv/dist/vocabularies/dynamic/dynamicRef.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{
value:true});exports.dynamicRef=void 0;var codegen_1=require_codegen();var names_1=require_names();var ref_1=require_ref();var def={keyword:"$dynamicRef",schemaType:"\
string",code:cxt=>dynamicRef(cxt,cxt.schema)};function dynamicRef(cxt,ref){const{gen,keyword,it}=cxt;if(ref[0]!=="#")throw new Error(`"${keyword}" only supports\
 hash fragment reference`);const anchor=ref.slice(1);if(it.allErrors){_dynamicRef()}else{const valid2=gen.let("valid",false);_dynamicRef(valid2);cxt.ok(valid2)}
function _dynamicRef(valid2){if(it.schemaEnv.root.dynamicAnchors[anchor]){const v=gen.let("_v",(0,codegen_1._)`${names_1.default.dynamicAnchors}${(0,codegen_1.getProperty)(
anchor)}`);gen.if(v,_callRef(v,valid2),_callRef(it.validateName,valid2))}else{_callRef(it.validateName,valid2)()}}function _callRef(validate,valid2){return valid2?
()=>gen.block(()=>{(0,ref_1.callRef)(cxt,validate);gen.let(valid2,true)}):()=>(0,ref_1.callRef)(cxt,validate)}}exports.dynamicRef=dynamicRef;exports.default=def}});var require_recursiveAnchor=__commonJS({"node_modules/ajv/dist/vocabularies/dynamic/recursiveAnchor.js"(exports){"use strict";Object.defineProperty(exports,"__e\
sModule",{value:true});var dynamicAnchor_1=require_dynamicAnchor();var util_1=require_util();var def={keyword:"$recursiveAnchor",schemaType:"boolean",code(cxt){
if(cxt.schema)(0,dynamicAnchor_1.dynamicAnchor)(cxt,"");else(0,util_1.checkStrictMode)(cxt.it,"$recursiveAnchor: false is ignored")}};exports.default=def}});var require_recursiveRef=__commonJS({"node_modules/ajv/dist/vocabularies/dynamic/recursiveRef.js"(exports){"use strict";Object.defineProperty(exports,"__esModul\
e",{value:true});var dynamicRef_1=require_dynamicRef();var def={keyword:"$recursiveRef",schemaType:"string",code:cxt=>(0,dynamicRef_1.dynamicRef)(cxt,cxt.schema)};
exports.default=def}});var require_dynamic=__commonJS({"node_modules/ajv/dist/vocabularies/dynamic/index.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
var dynamicAnchor_1=require_dynamicAnchor();var dynamicRef_1=require_dynamicRef();var recursiveAnchor_1=require_recursiveAnchor();var recursiveRef_1=require_recursiveRef();
var dynamic=[dynamicAnchor_1.default,dynamicRef_1.default,recursiveAnchor_1.default,recursiveRef_1.default];exports.default=dynamic}});var require_dependentRequired=__commonJS({"node_modules/ajv/dist/vocabularies/validation/dependentRequired.js"(exports){"use strict";Object.defineProperty(exports,
"__esModule",{value:true});var dependencies_1=require_dependencies();var def={keyword:"dependentRequired",type:"object",schemaType:"object",error:dependencies_1.
error,code:cxt=>(0,dependencies_1.validatePropertyDeps)(cxt)};exports.default=def}});var require_dependentSchemas=__commonJS({"node_modules/ajv/dist/vocabularies/applicator/dependentSchemas.js"(exports){"use strict";Object.defineProperty(exports,
"__esModule",{value:true});var dependencies_1=require_dependencies();var def={keyword:"dependentSchemas",type:"object",schemaType:"object",code:cxt=>(0,dependencies_1.
validateSchemaDeps)(cxt)};exports.default=def}});var require_limitContains=__commonJS({"node_modules/ajv/dist/vocabularies/validation/limitContains.js"(exports){"use strict";Object.defineProperty(exports,"__es\
Module",{value:true});var util_1=require_util();var def={keyword:["maxContains","minContains"],type:"array",schemaType:"number",code({keyword,parentSchema,it}){
if(parentSchema.contains===void 0){(0,util_1.checkStrictMode)(it,`"${keyword}" without "contains" is ignored`)}}};exports.default=def}});var require_next=__commonJS({"node_modules/ajv/dist/vocabularies/next.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});var dependentRequired_1=require_dependentRequired();
var dependentSchemas_1=require_dependentSchemas();var limitContains_1=require_limitContains();var next=[dependentRequired_1.default,dependentSchemas_1.default,limitContains_1.
default];exports.default=next}});var require_unevaluatedProperties=__commonJS({"node_modules/ajv/dist/vocabularies/unevaluated/unevaluatedProperties.js"(exports){"use strict";Object.defineProperty(
exports,"__esModule",{value:true});var codegen_1=require_codegen();var util_1=require_util();var names_1=require_names();var error={message:"must NOT have uneva\
luated properties",params:({params})=>(0,codegen_1._)`{unevaluatedProperty: ${params.unevaluatedProperty}}`};var def={keyword:"unevaluatedProperties",type:"obje\
ct",schemaType:["boolean","object"],trackErrors:true,error,code(cxt){const{gen,schema,data,errsCount,it}=cxt;if(!errsCount)throw new Error("ajv implementation e\
rror");const{allErrors,props}=it;if(props instanceof codegen_1.Name){gen.if((0,codegen_1._)`${props} !== true`,()=>gen.forIn("key",data,key=>gen.if(unevaluatedDynamic(
props,key),()=>unevaluatedPropCode(key))))}else if(props!==true){gen.forIn("key",data,key=>props===void 0?unevaluatedPropCode(key):gen.if(unevaluatedStatic(props,
key),()=>unevaluatedPropCode(key)))}it.props=true;cxt.ok((0,codegen_1._)`${errsCount} === ${names_1.default.errors}`);function unevaluatedPropCode(key){if(schema===
false){cxt.setParams({unevaluatedProperty:key});cxt.error();if(!allErrors)gen.break();return}if(!(0,util_1.alwaysValidSchema)(it,schema)){const valid2=gen.name(
"valid");cxt.subschema({keyword:"unevaluatedProperties",dataProp:key,dataPropType:util_1.Type.Str},valid2);if(!allErrors)gen.if((0,codegen_1.not)(valid2),()=>gen.
break())}}function unevaluatedDynamic(evaluatedProps,key){return(0,codegen_1._)`!${evaluatedProps} || !${evaluatedProps}[${key}]`}function unevaluatedStatic(evaluatedProps,key){
const ps=[];for(const p in evaluatedProps){if(evaluatedProps[p]===true)ps.push((0,codegen_1._)`${key} !== ${p}`)}return(0,codegen_1.and)(...ps)}}};exports.default=
def}});var require_unevaluatedItems=__commonJS({"node_modules/ajv/dist/vocabularies/unevaluated/unevaluatedItems.js"(exports){"use strict";Object.defineProperty(exports,
"__esModule",{value:true});var codegen_1=require_codegen();var util_1=require_util();var error={message:({params:{len}})=>(0,codegen_1.str)`must NOT have more than ${len} items`,
params:({params:{len}})=>(0,codegen_1._)`{limit: ${len}}`};var def={keyword:"unevaluatedItems",type:"array",schemaType:["boolean","object"],error,code(cxt){const{
gen,schema,data,it}=cxt;const items=it.items||0;if(items===true)return;const len=gen.const("len",(0,codegen_1._)`${data}.length`);if(schema===false){cxt.setParams(
{len:items});cxt.fail((0,codegen_1._)`${len} > ${items}`)}else if(typeof schema=="object"&&!(0,util_1.alwaysValidSchema)(it,schema)){const valid2=gen.var("valid",
(0,codegen_1._)`${len} <= ${items}`);gen.if((0,codegen_1.not)(valid2),()=>validateItems(valid2,items));cxt.ok(valid2)}it.items=true;function validateItems(valid2,from){
gen.forRange("i",from,len,i=>{cxt.subschema({keyword:"unevaluatedItems",dataProp:i,dataPropType:util_1.Type.Num},valid2);if(!it.allErrors)gen.if((0,codegen_1.not)(
valid2),()=>gen.break())})}}};exports.default=def}});var require_unevaluated=__commonJS({"node_modules/ajv/dist/vocabularies/unevaluated/index.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{
value:true});var unevaluatedProperties_1=require_unevaluatedProperties();var unevaluatedItems_1=require_unevaluatedItems();var unevaluated=[unevaluatedProperties_1.
default,unevaluatedItems_1.default];exports.default=unevaluated}});var require_format=__commonJS({"node_modules/ajv/dist/vocabularies/format/format.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
var codegen_1=require_codegen();var error={message:({schemaCode})=>(0,codegen_1.str)`must match format "${schemaCode}"`,params:({schemaCode})=>(0,codegen_1._)`{format: ${schemaCode}}`};
var def={keyword:"format",type:["number","string"],schemaType:"string",$data:true,error,code(cxt,ruleType){const{gen,data,$data,schema,schemaCode,it}=cxt;const{
opts,errSchemaPath,schemaEnv,self}=it;if(!opts.validateFormats)return;if($data)validate$DataFormat();else validateFormat();function validate$DataFormat(){const fmts=gen.
scopeValue("formats",{ref:self.formats,code:opts.code.formats});const fDef=gen.const("fDef",(0,codegen_1._)`${fmts}[${schemaCode}]`);const fType=gen.let("fType");
const format=gen.let("format");gen.if((0,codegen_1._)`typeof ${fDef} == "object" && !(${fDef} instanceof RegExp)`,()=>gen.assign(fType,(0,codegen_1._)`${fDef}.type || "string"`).
assign(format,(0,codegen_1._)`${fDef}.validate`),()=>gen.assign(fType,(0,codegen_1._)`"string"`).assign(format,fDef));cxt.fail$data((0,codegen_1.or)(unknownFmt(),
invalidFmt()));function unknownFmt(){if(opts.strictSchema===false)return codegen_1.nil;return(0,codegen_1._)`${schemaCode} && !${format}`}function invalidFmt(){
const callFormat=schemaEnv.$async?(0,codegen_1._)`(${fDef}.async ? await ${format}(${data}) : ${format}(${data}))`:(0,codegen_1._)`${format}(${data})`;const validData=(0,
codegen_1._)`(typeof ${format} == "function" ? ${callFormat} : ${format}.test(${data}))`;return(0,codegen_1._)`${format} && ${format} !== true && ${fType} === ${ruleType} && !${validData}`}}
function validateFormat(){const formatDef=self.formats[schema];if(!formatDef){unknownFormat();return}if(formatDef===true)return;const[fmtType,format,fmtRef]=getFormat(
formatDef);if(fmtType===ruleType)cxt.pass(validCondition());function unknownFormat(){if(opts.strictSchema===false){self.logger.warn(unknownMsg());return}throw new Error(
unknownMsg());function unknownMsg(){return`unknown format "${schema}" ignored in schema at path "${errSchemaPath}"`}}function getFormat(fmtDef){const code=fmtDef instanceof
RegExp?(0,codegen_1.regexpCode)(fmtDef):opts.code.formats?(0,codegen_1._)`${opts.code.formats}${(0,codegen_1.getProperty)(schema)}`:void 0;const fmt=gen.scopeValue(
"formats",{key:schema,ref:fmtDef,code});if(typeof fmtDef=="object"&&!(fmtDef instanceof RegExp)){return[fmtDef.type||"string",fmtDef.validate,(0,codegen_1._)`${fmt}.validate`]}
return["string",fmtDef,fmt]}function validCondition(){if(typeof formatDef=="object"&&!(formatDef instanceof RegExp)&&formatDef.async){if(!schemaEnv.$async)throw new Error(
"async format in sync schema");return(0,codegen_1._)`await ${fmtRef}(${data})`}return typeof format=="function"?(0,codegen_1._)`${fmtRef}(${data})`:(0,codegen_1.
_)`${fmtRef}.test(${data})`}}}};exports.default=def}});var require_format2=__commonJS({"node_modules/ajv/dist/vocabularies/format/index.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
var format_1=require_format();var format=[format_1.default];exports.default=format}});var require_metadata=__commonJS({"node_modules/ajv/dist/vocabularies/metadata.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
exports.contentVocabulary=exports.metadataVocabulary=void 0;exports.metadataVocabulary=["title","description","default","deprecated","readOnly","writeOnly","exa\
mples"];exports.contentVocabulary=["contentMediaType","contentEncoding","contentSchema"]}});var require_draft2020=__commonJS({"node_modules/ajv/dist/vocabularies/draft2020.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
var core_1=require_core2();var validation_1=require_validation();var applicator_1=require_applicator();var dynamic_1=require_dynamic();var next_1=require_next();
var unevaluated_1=require_unevaluated();var format_1=require_format2();var metadata_1=require_metadata();var draft2020Vocabularies=[dynamic_1.default,core_1.default,
validation_1.default,(0,applicator_1.default)(true),format_1.default,metadata_1.metadataVocabulary,metadata_1.contentVocabulary,next_1.default,unevaluated_1.default];
exports.default=draft2020Vocabularies}});var require_types=__commonJS({"node_modules/ajv/dist/vocabularies/discriminator/types.js"(exports){"use strict";Object.defineProperty(exports,"__esModule",{value:true});
exports.DiscrError=void 0;var DiscrError;(function(DiscrError2){DiscrError2["Tag"]="tag";DiscrError2["Mapping"]="mapping"})(DiscrError||(exports.DiscrError=DiscrError=
{}))}});var require_discriminator=__commonJS({"node_modules/ajv/dist/vocabularies/discriminator/index.js"(exports){"use strict";Object.defineProperty(exports,"__esModul\
e",{value:true});var codegen_1=require_codegen();var types_1=require_types();var compile_1=require_compile();var ref_error_1=require_ref_error();var util_1=require_util();
var error={message:({params:{discrError,tagName}})=>discrError===types_1.DiscrError.Tag?`tag "${tagName}" must be string`:`value of tag "${tagName}" must be in \
oneOf`,params:({params:{discrError,tag,tagName}})=>(0,codegen_1._)`{error: ${discrError}, tag: ${tagName}, tagValue: ${tag}}`};var def={keyword:"discriminator",
type:"object",schemaType:"object",error,code(cxt){const{gen,data,schema,parentSchema,it}=cxt;const{oneOf:oneOf2}=parentSchema;if(!it.opts.discriminator){throw new Error(
"discriminator: requires discriminator option")}const tagName=schema.propertyName;if(typeof tagName!="string")throw new Error("discriminator: requires propertyN\
ame");if(schema.mapping)throw new Error("discriminator: mapping is not supported");if(!oneOf2)throw new Error("discriminator: requires oneOf keyword");const valid2=gen.
let("valid",false);const tag=gen.const("tag",(0,codegen_1._)`${data}${(0,codegen_1.getProperty)(tagName)}`);gen.if((0,codegen_1._)`typeof ${tag} == "string"`,()=>validateMapping(),
()=>cxt.error(false,{discrError:types_1.DiscrError.Tag,tag,tagName}));cxt.ok(valid2);function validateMapping(){const mapping=getMapping();gen.if(false);for(const tagValue in mapping){
gen.elseIf((0,codegen_1._)`${tag} === ${tagValue}`);gen.assign(valid2,applyTagSchema(mapping[tagValue]))}gen.else();cxt.error(false,{discrError:types_1.DiscrError.
Mapping,tag,tagName});gen.endIf()}function applyTagSchema(schemaProp){const _valid=gen.name("valid");const schCxt=cxt.subschema({keyword:"oneOf",schemaProp},_valid);
cxt.mergeEvaluated(schCxt,codegen_1.Name);return _valid}function getMapping(){var _a;const oneOfMapping={};const topRequired=hasRequired(parentSchema);let tagRequired=true;
for(let i=0;i<oneOf2.length;i++){let sch=oneOf2[i];if((sch===null||sch===void 0?void 0:sch.$ref)&&!(0,util_1.schemaHasRulesButRef)(sch,it.self.RULES)){const ref=sch.
$ref;sch=compile_1.resolveRef.call(it.self,it.schemaEnv.root,it.baseId,ref);if(sch instanceof compile_1.SchemaEnv)sch=sch.schema;if(sch===void 0)throw new ref_error_1.
default(it.opts.uriResolver,it.baseId,ref)}const propSch=(_a=sch===null||sch===void 0?void 0:sch.properties)===null||_a===void 0?void 0:_a[tagName];if(typeof propSch!=
"object"){throw new Error(`discriminator: oneOf subschemas (or referenced schemas) must have "properties/${tagName}"`)}tagRequired=tagRequired&&(topRequired||hasRequired(
sch));addMappings(propSch,i)}if(!tagRequired)throw new Error(`discriminator: "${tagName}" must be required`);return oneOfMapping;function hasRequired({required}){
return Array.isArray(required)&&required.includes(tagName)}function addMappings(sch,i){if(sch.const){addMapping(sch.const,i)}else if(sch.enum){for(const tagValue of sch.
enum){addMapping(tagValue,i)}}else{throw new Error(`discriminator: "properties/${tagName}" must have "const" or "enum"`)}}function addMapping(tagValue,i){if(typeof tagValue!=
"string"||tagValue in oneOfMapping){throw new Error(`discriminator: "${tagName}" values must be unique strings`)}oneOfMapping[tagValue]=i}}}};exports.default=def}});var require_schema4=__commonJS({"node_modules/ajv/dist/refs/json-schema-2020-12/schema.json"(exports,module){module.exports={$schema:"https://json-schema.org/dr\
aft/2020-12/schema",$id:"https://json-schema.org/draft/2020-12/schema",$vocabulary:{"https://json-schema.org/draft/2020-12/vocab/core":true,"https://json-schema\
.org/draft/2020-12/vocab/applicator":true,"https://json-schema.org/draft/2020-12/vocab/unevaluated":true,"https://json-schema.org/draft/2020-12/vocab/validation":true,
"https://json-schema.org/draft/2020-12/vocab/meta-data":true,"https://json-schema.org/draft/2020-12/vocab/format-annotation":true,"https://json-schema.org/draft\
/2020-12/vocab/content":true},$dynamicAnchor:"meta",title:"Core and Validation specifications meta-schema",allOf:[{$ref:"meta/core"},{$ref:"meta/applicator"},{$ref:"\
meta/unevaluated"},{$ref:"meta/validation"},{$ref:"meta/meta-data"},{$ref:"meta/format-annotation"},{$ref:"meta/content"}],type:["object","boolean"],$comment:"T\
his meta-schema also defines keywords that have appeared in previous drafts in order to prevent incompatible extensions as they remain in common use.",properties:{
definitions:{$comment:'"definitions" has been replaced by "$defs".',type:"object",additionalProperties:{$dynamicRef:"#meta"},deprecated:true,default:{}},dependencies:{
$comment:'"dependencies" has been split and replaced by "dependentSchemas" and "dependentRequired" in order to serve their differing semantics.',type:"object",additionalProperties:{
anyOf:[{$dynamicRef:"#meta"},{$ref:"meta/validation#/$defs/stringArray"}]},deprecated:true,default:{}},$recursiveAnchor:{$comment:'"$recursiveAnchor" has been r\
eplaced by "$dynamicAnchor".',$ref:"meta/core#/$defs/anchorString",deprecated:true},$recursiveRef:{$comment:'"$recursiveRef" has been replaced by "$dynamicRef".',
$ref:"meta/core#/$defs/uriReferenceString",deprecated:true}}}}});var require_applicator2=__commonJS({"node_modules/ajv/dist/refs/json-schema-2020-12/meta/applicator.json"(exports,module){module.exports={$schema:"https://json-\
schema.org/draft/2020-12/schema",$id:"https://json-schema.org/draft/2020-12/meta/applicator",$vocabulary:{"https://json-schema.org/draft/2020-12/vocab/applicato\
r":true},$dynamicAnchor:"meta",title:"Applicator vocabulary meta-schema",type:["object","boolean"],properties:{prefixItems:{$ref:"#/$defs/schemaArray"},items:{$dynamicRef:"\
#meta"},contains:{$dynamicRef:"#meta"},additionalProperties:{$dynamicRef:"#meta"},properties:{type:"object",additionalProperties:{$dynamicRef:"#meta"},default:{}},
patternProperties:{type:"object",additionalProperties:{$dynamicRef:"#meta"},propertyNames:{format:"regex"},default:{}},dependentSchemas:{type:"object",additionalProperties:{
$dynamicRef:"#meta"},default:{}},propertyNames:{$dynamicRef:"#meta"},if:{$dynamicRef:"#meta"},then:{$dynamicRef:"#meta"},else:{$dynamicRef:"#meta"},allOf:{$ref:"\
#/$defs/schemaArray"},anyOf:{$ref:"#/$defs/schemaArray"},oneOf:{$ref:"#/$defs/schemaArray"},not:{$dynamicRef:"#meta"}},$defs:{schemaArray:{type:"array",minItems:1,
items:{$dynamicRef:"#meta"}}}}}});var require_unevaluated2=__commonJS({"node_modules/ajv/dist/refs/json-schema-2020-12/meta/unevaluated.json"(exports,module){module.exports={$schema:"https://jso\
n-schema.org/draft/2020-12/schema",$id:"https://json-schema.org/draft/2020-12/meta/unevaluated",$vocabulary:{"https://json-schema.org/draft/2020-12/vocab/uneval\
uated":true},$dynamicAnchor:"meta",title:"Unevaluated applicator vocabulary meta-schema",type:["object","boolean"],properties:{unevaluatedItems:{$dynamicRef:"#m\
eta"},unevaluatedProperties:{$dynamicRef:"#meta"}}}}});var require_content=__commonJS({"node_modules/ajv/dist/refs/json-schema-2020-12/meta/content.json"(exports,module){module.exports={$schema:"https://json-schema.\
org/draft/2020-12/schema",$id:"https://json-schema.org/draft/2020-12/meta/content",$vocabulary:{"https://json-schema.org/draft/2020-12/vocab/content":true},$dynamicAnchor:"\
meta",title:"Content vocabulary meta-schema",type:["object","boolean"],properties:{contentEncoding:{type:"string"},contentMediaType:{type:"string"},contentSchema:{
$dynamicRef:"#meta"}}}}});var require_core3=__commonJS({"node_modules/ajv/dist/refs/json-schema-2020-12/meta/core.json"(exports,module){module.exports={$schema:"https://json-schema.org/d\
raft/2020-12/schema",$id:"https://json-schema.org/draft/2020-12/meta/core",$vocabulary:{"https://json-schema.org/draft/2020-12/vocab/core":true},$dynamicAnchor:"\
meta",title:"Core vocabulary meta-schema",type:["object","boolean"],properties:{$id:{$ref:"#/$defs/uriReferenceString",$comment:"Non-empty fragments not allowed\
.",pattern:"^[^#]*#?$"},$schema:{$ref:"#/$defs/uriString"},$ref:{$ref:"#/$defs/uriReferenceString"},$anchor:{$ref:"#/$defs/anchorString"},$dynamicRef:{$ref:"#/$\
defs/uriReferenceString"},$dynamicAnchor:{$ref:"#/$defs/anchorString"},$vocabulary:{type:"object",propertyNames:{$ref:"#/$defs/uriString"},additionalProperties:{
type:"boolean"}},$comment:{type:"string"},$defs:{type:"object",additionalProperties:{$dynamicRef:"#meta"}}},$defs:{anchorString:{type:"string",pattern:"^[A-Za-z\
_][-A-Za-z0-9._]*$"},uriString:{type:"string",format:"uri"},uriReferenceString:{type:"string",format:"uri-reference"}}}}});var require_format_annotation=__commonJS({"node_modules/ajv/dist/refs/json-schema-2020-12/meta/format-annotation.json"(exports,module){module.exports={$schema:"\
https://json-schema.org/draft/2020-12/schema",$id:"https://json-schema.org/draft/2020-12/meta/format-annotation",$vocabulary:{"https://json-schema.org/draft/202\
0-12/vocab/format-annotation":true},$dynamicAnchor:"meta",title:"Format vocabulary meta-schema for annotation results",type:["object","boolean"],properties:{format:{
type:"string"}}}}});var require_meta_data=__commonJS({"node_modules/ajv/dist/refs/json-schema-2020-12/meta/meta-data.json"(exports,module){module.exports={$schema:"https://json-sch\
ema.org/draft/2020-12/schema",$id:"https://json-schema.org/draft/2020-12/meta/meta-data",$vocabulary:{"https://json-schema.org/draft/2020-12/vocab/meta-data":true},
$dynamicAnchor:"meta",title:"Meta-data vocabulary meta-schema",type:["object","boolean"],properties:{title:{type:"string"},description:{type:"string"},default:true,
deprecated:{type:"boolean",default:false},readOnly:{type:"boolean",default:false},writeOnly:{type:"boolean",default:false},examples:{type:"array",items:true}}}}});var require_validation2=__commonJS({"node_modules/ajv/dist/refs/json-schema-2020-12/meta/validation.json"(exports,module){module.exports={$schema:"https://json-\
schema.org/draft/2020-12/schema",$id:"https://json-schema.org/draft/2020-12/meta/validation",$vocabulary:{"https://json-schema.org/draft/2020-12/vocab/validatio\
n":true},$dynamicAnchor:"meta",title:"Validation vocabulary meta-schema",type:["object","boolean"],properties:{type:{anyOf:[{$ref:"#/$defs/simpleTypes"},{type:"\
array",items:{$ref:"#/$defs/simpleTypes"},minItems:1,uniqueItems:true}]},const:true,enum:{type:"array",items:true},multipleOf:{type:"number",exclusiveMinimum:0},
maximum:{type:"number"},exclusiveMaximum:{type:"number"},minimum:{type:"number"},exclusiveMinimum:{type:"number"},maxLength:{$ref:"#/$defs/nonNegativeInteger"},
minLength:{$ref:"#/$defs/nonNegativeIntegerDefault0"},pattern:{type:"string",format:"regex"},maxItems:{$ref:"#/$defs/nonNegativeInteger"},minItems:{$ref:"#/$def\
s/nonNegativeIntegerDefault0"},uniqueItems:{type:"boolean",default:false},maxContains:{$ref:"#/$defs/nonNegativeInteger"},minContains:{$ref:"#/$defs/nonNegative\
Integer",default:1},maxProperties:{$ref:"#/$defs/nonNegativeInteger"},minProperties:{$ref:"#/$defs/nonNegativeIntegerDefault0"},required:{$ref:"#/$defs/stringAr\
ray"},dependentRequired:{type:"object",additionalProperties:{$ref:"#/$defs/stringArray"}}},$defs:{nonNegativeInteger:{type:"integer",minimum:0},nonNegativeIntegerDefault0:{
$ref:"#/$defs/nonNegativeInteger",default:0},simpleTypes:{enum:["array","boolean","integer","null","number","object","string"]},stringArray:{type:"array",items:{
type:"string"},uniqueItems:true,default:[]}}}}});var require_json_schema_2020_12=__commonJS({"node_modules/ajv/dist/refs/json-schema-2020-12/index.js"(exports){"use strict";Object.defineProperty(exports,"__esM\
odule",{value:true});var metaSchema=require_schema4();var applicator=require_applicator2();var unevaluated=require_unevaluated2();var content=require_content();
var core=require_core3();var format=require_format_annotation();var metadata=require_meta_data();var validation=require_validation2();var META_SUPPORT_DATA=["/p\
roperties"];function addMetaSchema2020($data){;[metaSchema,applicator,unevaluated,content,core,with$data(this,format),metadata,with$data(this,validation)].forEach(
sch=>this.addMetaSchema(sch,void 0,false));return this;function with$data(ajv,sch){return $data?ajv.$dataMetaSchema(sch,META_SUPPORT_DATA):sch}}exports.default=
addMetaSchema2020}});var require__=__commonJS({"node_modules/ajv/dist/2020.js"(exports,module){"use strict";Object.defineProperty(exports,"__esModule",{value:true});exports.MissingRefError=
exports.ValidationError=exports.CodeGen=exports.Name=exports.nil=exports.stringify=exports.str=exports._=exports.KeywordCxt=exports.Ajv2020=void 0;var core_1=require_core();
var draft2020_1=require_draft2020();var discriminator_1=require_discriminator();var json_schema_2020_12_1=require_json_schema_2020_12();var META_SCHEMA_ID="http\
s://json-schema.org/draft/2020-12/schema";var Ajv20202=class extends core_1.default{constructor(opts={}){super({...opts,dynamicRef:true,next:true,unevaluated:true})}_addVocabularies(){
super._addVocabularies();draft2020_1.default.forEach(v=>this.addVocabulary(v));if(this.opts.discriminator)this.addKeyword(discriminator_1.default)}_addDefaultMetaSchema(){
super._addDefaultMetaSchema();const{$data,meta}=this.opts;if(!meta)return;json_schema_2020_12_1.default.call(this,$data);this.refs["http://json-schema.org/schem\
a"]=META_SCHEMA_ID}defaultMeta(){return this.opts.defaultMeta=super.defaultMeta()||(this.getSchema(META_SCHEMA_ID)?META_SCHEMA_ID:void 0)}};exports.Ajv2020=Ajv20202;
module.exports=exports=Ajv20202;module.exports.Ajv2020=Ajv20202;Object.defineProperty(exports,"__esModule",{value:true});exports.default=Ajv20202;var validate_1=require_validate();
Object.defineProperty(exports,"KeywordCxt",{enumerable:true,get:function(){return validate_1.KeywordCxt}});var codegen_1=require_codegen();Object.defineProperty(
exports,"_",{enumerable:true,get:function(){return codegen_1._}});Object.defineProperty(exports,"str",{enumerable:true,get:function(){return codegen_1.str}});Object.
defineProperty(exports,"stringify",{enumerable:true,get:function(){return codegen_1.stringify}});Object.defineProperty(exports,"nil",{enumerable:true,get:function(){
return codegen_1.nil}});Object.defineProperty(exports,"Name",{enumerable:true,get:function(){return codegen_1.Name}});Object.defineProperty(exports,"CodeGen",{enumerable:true,
get:function(){return codegen_1.CodeGen}});var validation_error_1=require_validation_error();Object.defineProperty(exports,"ValidationError",{enumerable:true,get:function(){
return validation_error_1.default}});var ref_error_1=require_ref_error();Object.defineProperty(exports,"MissingRefError",{enumerable:true,get:function(){return ref_error_1.
default}})}});var require_pend=__commonJS({"node_modules/pend/index.js"(exports,module){module.exports=Pend;function Pend(){this.pending=0;this.max=Infinity;this.listeners=[];
this.waiting=[];this.error=null}Pend.prototype.go=function(fn){if(this.pending<this.max){pendGo(this,fn)}else{this.waiting.push(fn)}};Pend.prototype.wait=function(cb){
if(this.pending===0){cb(this.error)}else{this.listeners.push(cb)}};Pend.prototype.hold=function(){return pendHold(this)};function pendHold(self){self.pending+=1;
var called=false;return onCb;function onCb(err){if(called)throw new Error("callback called twice");called=true;self.error=self.error||err;self.pending-=1;if(self.
waiting.length>0&&self.pending<self.max){pendGo(self,self.waiting.shift())}else if(self.pending===0){var listeners=self.listeners;self.listeners=[];listeners.forEach(
cbListener)}}function cbListener(listener){listener(self.error)}}function pendGo(self,fn){fn(pendHold(self))}}});var require_fd_slicer=__commonJS({"node_modules/yauzl/fd-slicer.js"(exports){var fs=__require("fs");var util=__require("util");var stream=__require("stream");var Readable=stream.
Readable;var PassThrough=stream.PassThrough;var Pend=require_pend();var EventEmitter=__require("events").EventEmitter;exports.BufferSlicer=BufferSlicer;exports.
FdSlicer=FdSlicer;util.inherits(FdSlicer,EventEmitter);function FdSlicer(fd){EventEmitter.call(this);this.fd=fd;this.pend=new Pend;this.pend.max=1;this.refCount=
0}FdSlicer.prototype.read=function(buffer,offset,length,position,callback){var self=this;self.pend.go(function(cb){fs.read(self.fd,buffer,offset,length,position,
function(err,bytesRead,buffer2){cb();callback(err,bytesRead,buffer2)})})};FdSlicer.prototype.createReadStream=function(options2){return new ReadStream(this,options2)};
FdSlicer.prototype.ref=function(){this.refCount+=1};FdSlicer.prototype.unref=function(){var self=this;self.refCount-=1;if(self.refCount<0)throw new Error("inval\
id unref");if(self.refCount>0)return;fs.close(self.fd,onCloseDone);function onCloseDone(err){if(err){self.emit("error",err)}else{self.emit("close")}}};util.inherits(
ReadStream,Readable);function ReadStream(context,options2){options2=options2||{};Readable.call(this,options2);this.context=context;this.context.ref();this.start=
options2.start||0;this.endOffset=options2.end;this.pos=this.start}ReadStream.prototype._read=function(n){var self=this;var toRead=Math.min(self._readableState.highWaterMark,
n);if(self.endOffset!=null){toRead=Math.min(toRead,self.endOffset-self.pos)}if(toRead<=0){self.push(null);this._cleanup();return}self.context.pend.go(function(cb){
var buffer=Buffer.allocUnsafe(toRead);fs.read(self.context.fd,buffer,0,toRead,self.pos,function(err,bytesRead){if(err){self.destroy(err)}else if(bytesRead===0){
self.push(null);self._cleanup()}else{self.pos+=bytesRead;self.push(buffer.slice(0,bytesRead))}cb()})})};ReadStream.prototype._destroy=function(err,cb){this._cleanup();
cb(err)};ReadStream.prototype._cleanup=function(){if(this.context!=null){this.context.unref();this.context=null}};util.inherits(BufferSlicer,EventEmitter);function BufferSlicer(buffer){
EventEmitter.call(this);this.refCount=0;this.buffer=buffer}BufferSlicer.prototype.read=function(buffer,offset,length,position,callback){if(!(0<=offset&&offset<=
buffer.length))throw new RangeError("offset outside buffer: 0 <= "+offset+" <= "+buffer.length);if(position<0)throw new RangeError("position is negative: "+position);
if(offset+length>buffer.length){length=buffer.length-offset}if(position+length>this.buffer.length){length=this.buffer.length-position}if(length<=0){setImmediate(
function(){callback(null,0)});return}this.buffer.copy(buffer,offset,position,position+length);setImmediate(function(){callback(null,length)})};BufferSlicer.prototype.
createReadStream=function(options2){options2=options2||{};var readStream=new PassThrough(options2);readStream.start=options2.start||0;readStream.endOffset=options2.
end;readStream.pos=readStream.endOffset||this.buffer.length;var entireSlice=this.buffer.slice(readStream.start,readStream.pos);var maxChunkSize=65536;var offset=0;
while(true){var nextOffset=offset+maxChunkSize;if(nextOffset>=entireSlice.length){if(offset<entireSlice.length){readStream.write(entireSlice.slice(offset,entireSlice.
length))}break}readStream.write(entireSlice.slice(offset,nextOffset));offset=nextOffset}readStream.end();return readStream};BufferSlicer.prototype.ref=function(){
this.refCount+=1};BufferSlicer.prototype.unref=function(){this.refCount-=1;if(this.refCount<0){throw new Error("invalid unref")}}}});var require_crc32=__commonJS({"node_modules/yauzl/crc32.js"(exports,module){var CRC_TABLE=new Int32Array([0,1996959894,3993919788,2567524794,124634137,1886057615,
3915621685,2657392035,249268274,2044508324,3772115230,2547177864,162941995,2125561021,3887607047,2428444049,498536548,1789927666,4089016648,2227061214,450548861,
1843258603,4107580753,2211677639,325883990,1684777152,4251122042,2321926636,335633487,1661365465,4195302755,2366115317,997073096,1281953886,3579855332,2724688242,
1006888145,1258607687,3524101629,2768942443,901097722,1119000684,3686517206,2898065728,853044451,1172266101,3705015759,2882616665,651767980,1373503546,3369554304,
3218104598,565507253,1454621731,3485111705,3099436303,671266974,1594198024,3322730930,2970347812,795835527,1483230225,3244367275,3060149565,1994146192,31158534,
2563907772,4023717930,1907459465,112637215,2680153253,3904427059,2013776290,251722036,2517215374,3775830040,2137656763,141376813,2439277719,3865271297,1802195444,
476864866,2238001368,4066508878,1812370925,453092731,2181625025,4111451223,1706088902,314042704,2344532202,4240017532,1658658271,366619977,2362670323,4224994405,
1303535960,984961486,2747007092,3569037538,1256170817,1037604311,2765210733,3554079995,1131014506,879679996,2909243462,3663771856,1141124467,855842277,2852801631,
3708648649,1342533948,654459306,3188396048,3373015174,1466479909,544179635,3110523913,3462522015,1591671054,702138776,2966460450,3352799412,1504918807,783551873,
3082640443,3233442989,3988292384,2596254646,62317068,1957810842,3939845945,2647816111,81470997,1943803523,3814918930,2489596804,225274430,2053790376,3826175755,
2466906013,167816743,2097651377,4027552580,2265490386,503444072,1762050814,4150417245,2154129355,426522225,1852507879,4275313526,2312317920,282753626,1742555852,
4189708143,2394877945,397917763,1622183637,3604390888,2714866558,953729732,1340076626,3518719985,2797360999,1068828381,1219638859,3624741850,2936675148,906185462,
1090812512,3747672003,2825379669,829329135,1181335161,3412177804,3160834842,628085408,1382605366,3423369109,3138078467,570562233,1426400815,3317316542,2998733608,
733239954,1555261956,3268935591,3050360625,752459403,1541320221,2607071920,3965973030,1969922972,40735498,2617837225,3943577151,1913087877,83908371,2512341634,3803740692,
2075208622,213261112,2463272603,3855990285,2094854071,198958881,2262029012,4057260610,1759359992,534414190,2176718541,4139329115,1873836001,414664567,2282248934,
4279200368,1711684554,285281116,2405801727,4167216745,1634467795,376229701,2685067896,3608007406,1308918612,956543938,2808555105,3495958263,1231636301,1047427035,
2932959818,3654703836,1088359270,936918e3,2847714899,3736837829,1202900863,817233897,3183342108,3401237130,1404277552,615818150,3134207493,3453421203,1423857449,
601450431,3009837614,3294710456,1567103746,711928724,3020668471,3272380065,1510334235,755167117]);function crc32(buf){let crc=-1;for(let x of buf){crc=CRC_TABLE[(crc^
x)&255]^crc>>>8}return(crc^-1)>>>0}module.exports=crc32}});var require_yauzl=__commonJS({"node_modules/yauzl/index.js"(exports){var fs=__require("fs");var zlib=__require("zlib");var fd_slicer=require_fd_slicer();var util=__require("util");
var EventEmitter=__require("events").EventEmitter;var Transform=__require("stream").Transform;var PassThrough=__require("stream").PassThrough;var Writable=__require("stream").
Writable;var crc32=typeof zlib.crc32==="function"?zlib.crc32:require_crc32();exports.open=open2;exports.fromFd=fromFd;exports.fromBuffer=fromBuffer;exports.fromRandomAccessReader=
fromRandomAccessReader;exports.openPromise=openPromise;exports.fromFdPromise=fromFdPromise;exports.fromBufferPromise=fromBufferPromise;exports.fromRandomAccessReaderPromise=
fromRandomAccessReaderPromise;exports.dosDateTimeToDate=dosDateTimeToDate;exports.getFileNameLowLevel=getFileNameLowLevel;exports.validateFileName=validateFileName;
exports.parseExtraFields=parseExtraFields;exports.ZipFile=ZipFile;exports.Entry=Entry;exports.LocalFileHeader=LocalFileHeader;exports.RandomAccessReader=RandomAccessReader;
function openPromise(path,options2){return new Promise((resolve2,reject)=>{open2(path,{...options2,lazyEntries:true},function(err,zipfile){if(err)return reject(
err);resolve2(zipfile)})})}function fromFdPromise(fd,options2){return new Promise((resolve2,reject)=>{fromFd(fd,{...options2,lazyEntries:true},function(err,zipfile){
if(err)return reject(err);resolve2(zipfile)})})}function fromBufferPromise(buffer,options2){return new Promise((resolve2,reject)=>{fromBuffer(buffer,{...options2,
lazyEntries:true},function(err,zipfile){if(err)return reject(err);resolve2(zipfile)})})}function fromRandomAccessReaderPromise(reader,totalSize,options2){return new Promise(
(resolve2,reject)=>{fromRandomAccessReader(reader,totalSize,{...options2,lazyEntries:true},function(err,zipfile){if(err)return reject(err);resolve2(zipfile)})})}
function open2(path,options2,callback){if(typeof options2==="function"){callback=options2;options2=null}if(options2==null)options2={};if(options2.autoClose==null)
options2.autoClose=true;if(options2.lazyEntries==null)options2.lazyEntries=false;if(options2.decodeStrings==null)options2.decodeStrings=true;if(options2.validateEntrySizes==
null)options2.validateEntrySizes=true;if(options2.strictFileNames==null)options2.strictFileNames=false;if(callback==null)callback=defaultCallback;fs.open(path,"\
r",function(err,fd){if(err)return callback(err);fromFd(fd,options2,function(err2,zipfile){if(err2)fs.close(fd,defaultCallback);callback(err2,zipfile)})})}function fromFd(fd,options2,callback){
if(typeof options2==="function"){callback=options2;options2=null}if(options2==null)options2={};if(options2.autoClose==null)options2.autoClose=false;if(options2.
lazyEntries==null)options2.lazyEntries=false;if(options2.decodeStrings==null)options2.decodeStrings=true;if(options2.validateEntrySizes==null)options2.validateEntrySizes=
true;if(options2.strictFileNames==null)options2.strictFileNames=false;if(callback==null)callback=defaultCallback;fs.fstat(fd,function(err,stats){if(err)return callback(
err);var reader=new fd_slicer.FdSlicer(fd);fromRandomAccessReader(reader,stats.size,options2,callback)})}function fromBuffer(buffer,options2,callback){if(typeof options2===
"function"){callback=options2;options2=null}if(options2==null)options2={};options2.autoClose=false;if(options2.lazyEntries==null)options2.lazyEntries=false;if(options2.
decodeStrings==null)options2.decodeStrings=true;if(options2.validateEntrySizes==null)options2.validateEntrySizes=true;if(options2.strictFileNames==null)options2.
strictFileNames=false;var reader=new fd_slicer.BufferSlicer(buffer);fromRandomAccessReader(reader,buffer.length,options2,callback)}function fromRandomAccessReader(reader,totalSize,options2,callback){
if(typeof options2==="function"){callback=options2;options2=null}if(options2==null)options2={};if(options2.autoClose==null)options2.autoClose=true;if(options2.lazyEntries==
null)options2.lazyEntries=false;if(options2.decodeStrings==null)options2.decodeStrings=true;var decodeStrings=!!options2.decodeStrings;if(options2.validateEntrySizes==
null)options2.validateEntrySizes=true;if(options2.strictFileNames==null)options2.strictFileNames=false;if(callback==null)callback=defaultCallback;if(typeof totalSize!==
"number")throw new Error("expected totalSize parameter to be a number");if(totalSize>Number.MAX_SAFE_INTEGER){throw new Error("zip file too large. only file siz\
es up to 2^52 are supported due to JavaScript's Number type being an IEEE 754 double.")}reader.ref();var eocdrWithoutCommentSize=22;var zip64EocdlSize=20;var maxCommentSize=65535;
var bufferSize=Math.min(zip64EocdlSize+eocdrWithoutCommentSize+maxCommentSize,totalSize);var buffer=newBuffer(bufferSize);var bufferReadStart=totalSize-buffer.length;
readAndAssertNoEof(reader,buffer,0,bufferSize,bufferReadStart,function(err){if(err)return callback(err);for(var i=bufferSize-eocdrWithoutCommentSize;i>=0;i-=1){
if(buffer.readUInt32LE(i)!==101010256)continue;var eocdrBuffer=buffer.subarray(i);var diskNumber=eocdrBuffer.readUInt16LE(4);var entryCount=eocdrBuffer.readUInt16LE(
10);var centralDirectoryOffset=eocdrBuffer.readUInt32LE(16);var commentLength=eocdrBuffer.readUInt16LE(20);var expectedCommentLength=eocdrBuffer.length-eocdrWithoutCommentSize;
if(commentLength!==expectedCommentLength){return callback(new Error("Invalid comment length. Expected: "+expectedCommentLength+". Found: "+commentLength+". Are \
there extra bytes at the end of the file? Or is the end of central dir signature `PK\u263A\u263B` in the comment?"))}var comment=decodeStrings?decodeBuffer(eocdrBuffer.
subarray(22),false):eocdrBuffer.subarray(22);if(i-zip64EocdlSize>=0&&buffer.readUInt32LE(i-zip64EocdlSize)===117853008){var zip64EocdlBuffer=buffer.subarray(i-zip64EocdlSize,
i-zip64EocdlSize+zip64EocdlSize);var zip64EocdrOffset=readUInt64LE(zip64EocdlBuffer,8);var zip64EocdrBuffer=newBuffer(56);return readAndAssertNoEof(reader,zip64EocdrBuffer,
0,zip64EocdrBuffer.length,zip64EocdrOffset,function(err2){if(err2)return callback(err2);if(zip64EocdrBuffer.readUInt32LE(0)!==101075792){return callback(new Error(
"invalid zip64 end of central directory record signature"))}diskNumber=zip64EocdrBuffer.readUInt32LE(16);if(diskNumber!==0){return callback(new Error("multi-dis\
k zip files are not supported: found disk number: "+diskNumber))}entryCount=readUInt64LE(zip64EocdrBuffer,32);centralDirectoryOffset=readUInt64LE(zip64EocdrBuffer,
48);return callback(null,new ZipFile(reader,centralDirectoryOffset,totalSize,entryCount,comment,options2.autoClose,options2.lazyEntries,decodeStrings,options2.validateEntrySizes,
options2.strictFileNames))})}if(diskNumber!==0){return callback(new Error("multi-disk zip files are not supported: found disk number: "+diskNumber))}return callback(
null,new ZipFile(reader,centralDirectoryOffset,totalSize,entryCount,comment,options2.autoClose,options2.lazyEntries,decodeStrings,options2.validateEntrySizes,options2.
strictFileNames))}callback(new Error("End of central directory record signature not found. Either not a zip file, or file is truncated."))})}util.inherits(ZipFile,
EventEmitter);function ZipFile(reader,centralDirectoryOffset,fileSize,entryCount,comment,autoClose,lazyEntries,decodeStrings,validateEntrySizes,strictFileNames){
var self=this;EventEmitter.call(self);self.reader=reader;self.reader.on("error",function(err){emitError(self,err)});self.reader.once("close",function(){self.emit(
"close")});self.readEntryCursor=centralDirectoryOffset;self.fileSize=fileSize;self.entryCount=entryCount;self.comment=comment;self.entriesRead=0;self.autoClose=
!!autoClose;self.lazyEntries=!!lazyEntries;self.decodeStrings=!!decodeStrings;self.validateEntrySizes=!!validateEntrySizes;self.strictFileNames=!!strictFileNames;
self.isOpen=true;self.emittedError=false;self.hasEachEntryBeenCalled=false;if(!self.lazyEntries)self._readEntry()}ZipFile.prototype.close=function(){if(!this.isOpen)
return;this.isOpen=false;this.reader.unref()};function emitErrorAndAutoClose(self,err){if(self.autoClose)self.close();emitError(self,err)}function emitError(self,err){
if(self.emittedError)return;self.emittedError=true;self.emit("error",err)}ZipFile.prototype.readEntry=function(){if(!this.lazyEntries)throw new Error("readEntry\
() called without lazyEntries:true");this._readEntry()};ZipFile.prototype._readEntry=function(){var self=this;if(self.entryCount===self.entriesRead){setImmediate(
function(){if(self.autoClose)self.close();if(self.emittedError)return;self.emit("end")});return}if(self.emittedError)return;var buffer=newBuffer(46);readAndAssertNoEof(
self.reader,buffer,0,buffer.length,self.readEntryCursor,function(err){if(err)return emitErrorAndAutoClose(self,err);if(self.emittedError)return;var entry=new Entry;
var signature=buffer.readUInt32LE(0);if(signature!==33639248)return emitErrorAndAutoClose(self,new Error("invalid central directory file header signature: 0x"+signature.
toString(16)));entry.versionMadeBy=buffer.readUInt16LE(4);entry.versionNeededToExtract=buffer.readUInt16LE(6);entry.generalPurposeBitFlag=buffer.readUInt16LE(8);
entry.compressionMethod=buffer.readUInt16LE(10);entry.lastModFileTime=buffer.readUInt16LE(12);entry.lastModFileDate=buffer.readUInt16LE(14);entry.crc32=buffer.readUInt32LE(
16);entry.compressedSize=buffer.readUInt32LE(20);entry.uncompressedSize=buffer.readUInt32LE(24);entry.fileNameLength=buffer.readUInt16LE(28);entry.extraFieldLength=
buffer.readUInt16LE(30);entry.fileCommentLength=buffer.readUInt16LE(32);entry.internalFileAttributes=buffer.readUInt16LE(36);entry.externalFileAttributes=buffer.
readUInt32LE(38);entry.relativeOffsetOfLocalHeader=buffer.readUInt32LE(42);if(entry.generalPurposeBitFlag&64)return emitErrorAndAutoClose(self,new Error("strong\
 encryption is not supported"));self.readEntryCursor+=46;buffer=newBuffer(entry.fileNameLength+entry.extraFieldLength+entry.fileCommentLength);readAndAssertNoEof(
self.reader,buffer,0,buffer.length,self.readEntryCursor,function(err2){if(err2)return emitErrorAndAutoClose(self,err2);if(self.emittedError)return;entry.fileNameRaw=
buffer.subarray(0,entry.fileNameLength);var fileCommentStart=entry.fileNameLength+entry.extraFieldLength;entry.extraFieldRaw=buffer.subarray(entry.fileNameLength,
fileCommentStart);entry.fileCommentRaw=buffer.subarray(fileCommentStart,fileCommentStart+entry.fileCommentLength);try{entry.extraFields=parseExtraFields(entry.extraFieldRaw)}catch(err3){
return emitErrorAndAutoClose(self,err3)}if(self.decodeStrings){var isUtf82=(entry.generalPurposeBitFlag&2048)!==0;entry.fileComment=decodeBuffer(entry.fileCommentRaw,
isUtf82);entry.fileName=getFileNameLowLevel(entry.generalPurposeBitFlag,entry.fileNameRaw,entry.extraFields,self.strictFileNames);var errorMessage=validateFileName(
entry.fileName);if(errorMessage!=null)return emitErrorAndAutoClose(self,new Error(errorMessage))}else{entry.fileComment=entry.fileCommentRaw;entry.fileName=entry.
fileNameRaw}entry.comment=entry.fileComment;self.readEntryCursor+=buffer.length;self.entriesRead+=1;for(var i=0;i<entry.extraFields.length;i++){var extraField=entry.
extraFields[i];if(extraField.id!==1)continue;var zip64EiefBuffer=extraField.data;var index=0;if(entry.uncompressedSize===4294967295){if(index+8>zip64EiefBuffer.
length){return emitErrorAndAutoClose(self,new Error("zip64 extended information extra field does not include uncompressed size"))}entry.uncompressedSize=readUInt64LE(
zip64EiefBuffer,index);index+=8}if(entry.compressedSize===4294967295){if(index+8>zip64EiefBuffer.length){return emitErrorAndAutoClose(self,new Error("zip64 exte\
nded information extra field does not include compressed size"))}entry.compressedSize=readUInt64LE(zip64EiefBuffer,index);index+=8}if(entry.relativeOffsetOfLocalHeader===
4294967295){if(index+8>zip64EiefBuffer.length){return emitErrorAndAutoClose(self,new Error("zip64 extended information extra field does not include relative hea\
der offset"))}entry.relativeOffsetOfLocalHeader=readUInt64LE(zip64EiefBuffer,index);index+=8}break}if(self.validateEntrySizes&&entry.compressionMethod===0){var expectedCompressedSize=entry.
uncompressedSize;if(entry.isEncrypted()){expectedCompressedSize+=12}if(entry.compressedSize!==expectedCompressedSize){var msg="compressed/uncompressed size mism\
atch for stored file: "+entry.compressedSize+" != "+entry.uncompressedSize;return emitErrorAndAutoClose(self,new Error(msg))}}self.emit("entry",entry);if(!self.
lazyEntries)self._readEntry()})})};ZipFile.prototype.eachEntry=function(){const self=this;if(!self.lazyEntries)throw new Error("eachEntry() requires lazyEntries\
: true");if(self.hasEachEntryBeenCalled)throw new Error("eachEntry() must only be called once per ZipFile");self.hasEachEntryBeenCalled=true;let pendingResolveReject=null;
self.on("entry",onEntry);self.on("end",onEnd);self.on("error",onError);function cleanup(){self.removeListener("entry",onEntry);self.removeListener("end",onEnd);
self.removeListener("error",onError);if(self.autoClose)self.close()}function onEntry(entry){let{resolve:resolve2}=pendingResolveReject;pendingResolveReject=null;
resolve2({value:entry})}function onEnd(){let{resolve:resolve2}=pendingResolveReject;pendingResolveReject=null;cleanup();resolve2({done:true})}function onError(err){
let{reject}=pendingResolveReject;pendingResolveReject=null;cleanup();reject(err)}return{[Symbol.asyncIterator](){return this},next(){const promise=new Promise((resolve2,reject)=>{
if(pendingResolveReject!=null)throw new Error("next() called before previous Promise was resolved.");pendingResolveReject={resolve:resolve2,reject}});self.readEntry();
return promise},return(value){cleanup();return Promise.resolve({done:true,value})},throw(value){cleanup();return Promise.reject(value)}}};ZipFile.prototype.openReadStream=
function(entry,options2,callback){var self=this;var relativeStart=0;var relativeEnd=entry.compressedSize;if(callback==null){callback=options2;options2=null}if(options2==
null){options2={}}else{if(options2.decodeFileData===false){if(options2.decrypt!=null){throw new Error("cannot use options.decrypt when options.decodeFileData ==\
= false")}if(options2.decompress!=null){throw new Error("cannot use options.decompress when options.decodeFileData === false")}}else{if(options2.decrypt!=null){
if(!entry.isEncrypted()){throw new Error("options.decrypt can only be specified for encrypted entries. See also option decodeFileData.")}if(options2.decrypt!==false)
throw new Error("invalid options.decrypt value: "+options2.decrypt);if(entry.isCompressed()){if(options2.decompress!==false)throw new Error("entry is encrypted \
and compressed, and options.decompress !== false. See also option decodeFileData.")}}if(options2.decompress!=null){if(!entry.isCompressed()){throw new Error("op\
tions.decompress can only be specified for compressed entries. See also option decodeFileData.")}if(!(options2.decompress===false||options2.decompress===true)){
throw new Error("invalid options.decompress value: "+options2.decompress)}decompress=options2.decompress}}if(options2.start!=null){relativeStart=options2.start;
if(relativeStart<0)throw new Error("options.start < 0");if(relativeStart>entry.compressedSize)throw new Error("options.start > entry.compressedSize")}if(options2.
end!=null){relativeEnd=options2.end;if(relativeEnd<0)throw new Error("options.end < 0");if(relativeEnd>entry.compressedSize)throw new Error("options.end > entry\
.compressedSize");if(relativeEnd<relativeStart)throw new Error("options.end < options.start")}}var rawMode=options2.decodeFileData===false||(entry.compressionMethod===
0||entry.compressionMethod===8&&options2.decompress===false)&&(!entry.isEncrypted()||options2.decrypt===false);if(options2.start!=null||options2.end!=null){if(!rawMode)
throw new Error("start/end range require options.decodeFileData === false for non-trivial encoded entries.")}if(!self.isOpen)return callback(new Error("closed"));
if(entry.isEncrypted()&&!rawMode){if(options2.decrypt!==false)return callback(new Error("entry is encrypted, and options.decodeFileData !== false"))}var decompress;
if(rawMode){decompress=false}else if(entry.compressionMethod===8){decompress=options2.decodeFileData!==true}else{return callback(new Error("unsupported compress\
ion method: "+entry.compressionMethod))}self.readLocalFileHeader(entry,{minimal:true},function(err,localFileHeader){if(err)return callback(err);self.openReadStreamLowLevel(
localFileHeader.fileDataStart,entry.compressedSize,relativeStart,relativeEnd,decompress,entry.uncompressedSize,callback)})};ZipFile.prototype.openReadStreamLowLevel=
function(fileDataStart,compressedSize,relativeStart,relativeEnd,decompress,uncompressedSize,callback){var self=this;var fileDataEnd=fileDataStart+compressedSize;
var readStream=self.reader.createReadStream({start:fileDataStart+relativeStart,end:fileDataStart+relativeEnd});var endpointStream=readStream;if(decompress){var destroyed=false;
var inflateFilter=zlib.createInflateRaw();readStream.on("error",function(err){setImmediate(function(){if(!destroyed)inflateFilter.emit("error",err)})});readStream.
pipe(inflateFilter);if(self.validateEntrySizes){endpointStream=new AssertByteCountStream(uncompressedSize);inflateFilter.on("error",function(err){setImmediate(function(){
if(!destroyed)endpointStream.emit("error",err)})});inflateFilter.pipe(endpointStream)}else{endpointStream=inflateFilter}installDestroyFn(endpointStream,function(){
destroyed=true;if(inflateFilter!==endpointStream)inflateFilter.unpipe(endpointStream);readStream.unpipe(inflateFilter);readStream.destroy()})}callback(null,endpointStream)};
ZipFile.prototype.readLocalFileHeader=function(entry,options2,callback){var self=this;if(callback==null){callback=options2;options2=null}if(options2==null)options2=
{};self.reader.ref();var buffer=newBuffer(30);readAndAssertNoEof(self.reader,buffer,0,buffer.length,entry.relativeOffsetOfLocalHeader,function(err){try{if(err)return callback(
err);var signature=buffer.readUInt32LE(0);if(signature!==67324752){return callback(new Error("invalid local file header signature: 0x"+signature.toString(16)))}
var fileNameLength=buffer.readUInt16LE(26);var extraFieldLength=buffer.readUInt16LE(28);var fileDataStart=entry.relativeOffsetOfLocalHeader+30+fileNameLength+extraFieldLength;
if(fileDataStart+entry.compressedSize>self.fileSize){return callback(new Error("file data overflows file bounds: "+fileDataStart+" + "+entry.compressedSize+" > "+
self.fileSize))}if(options2.minimal){return callback(null,{fileDataStart})}var localFileHeader=new LocalFileHeader;localFileHeader.fileDataStart=fileDataStart;localFileHeader.
versionNeededToExtract=buffer.readUInt16LE(4);localFileHeader.generalPurposeBitFlag=buffer.readUInt16LE(6);localFileHeader.compressionMethod=buffer.readUInt16LE(
8);localFileHeader.lastModFileTime=buffer.readUInt16LE(10);localFileHeader.lastModFileDate=buffer.readUInt16LE(12);localFileHeader.crc32=buffer.readUInt32LE(14);
localFileHeader.compressedSize=buffer.readUInt32LE(18);localFileHeader.uncompressedSize=buffer.readUInt32LE(22);localFileHeader.fileNameLength=fileNameLength;localFileHeader.
extraFieldLength=extraFieldLength;buffer=newBuffer(fileNameLength+extraFieldLength);self.reader.ref();readAndAssertNoEof(self.reader,buffer,0,buffer.length,entry.
relativeOffsetOfLocalHeader+30,function(err2){try{if(err2)return callback(err2);localFileHeader.fileName=buffer.subarray(0,fileNameLength);localFileHeader.extraField=
buffer.subarray(fileNameLength);return callback(null,localFileHeader)}finally{self.reader.unref()}})}finally{self.reader.unref()}})};ZipFile.prototype.openReadStreamPromise=
function(entry,options2){return new Promise((resolve2,reject)=>{this.openReadStream(entry,options2,function(err,readStream){if(err)return reject(err);resolve2(readStream)})})};
ZipFile.prototype.openReadStreamLowLevelPromise=function(fileDataStart,compressedSize,relativeStart,relativeEnd,decompress,uncompressedSize){return new Promise(
(resolve2,reject)=>{this.openReadStream(fileDataStart,compressedSize,relativeStart,relativeEnd,decompress,uncompressedSize,function(err,readStream){if(err)return reject(
err);resolve2(readStream)})})};ZipFile.prototype.readLocalFileHeaderPromise=function(entry,options2){return new Promise((resolve2,reject)=>{this.readLocalFileHeader(
entry,options2,function(err,localFileHeader){if(err)return reject(err);resolve2(localFileHeader)})})};function Entry(){}Entry.prototype.getLastModDate=function(options2){
if(options2==null)options2={};if(!options2.forceDosFormat){for(var i=0;i<this.extraFields.length;i++){var extraField=this.extraFields[i];if(extraField.id===21589){
var data=extraField.data;if(data.length<5)continue;var flags=data[0];var HAS_MTIME=1;if(!(flags&HAS_MTIME))continue;var posixTimestamp=data.readInt32LE(1);return new Date(
posixTimestamp*1e3)}else if(extraField.id===10){var data=extraField.data;if(data.length!==32)continue;if(data.readUInt16LE(4)!==1)continue;if(data.readUInt16LE(
6)!==24)continue;var hundredNanoSecondsSince1601=data.readUInt32LE(8)+4294967296*data.readInt32LE(12);var millisecondsSince1970=hundredNanoSecondsSince1601/1e4-
116444736e5;return new Date(millisecondsSince1970)}}}return dosDateTimeToDate(this.lastModFileDate,this.lastModFileTime,options2.timezone)};Entry.prototype.canDecodeFileData=
function(){return!this.isEncrypted()&&(this.compressionMethod===0||this.compressionMethod===8)};Entry.prototype.isEncrypted=function(){return(this.generalPurposeBitFlag&
1)!==0};Entry.prototype.isCompressed=function(){return this.compressionMethod===8};function LocalFileHeader(){}function dosDateTimeToDate(date,time,timezone){var day=date&
31;var month=(date>>5&15)-1;var year=(date>>9&127)+1980;var millisecond=0;var second=(time&31)*2;var minute=time>>5&63;var hour=time>>11&31;if(timezone==null||timezone===
"local"){return new Date(year,month,day,hour,minute,second,millisecond)}else if(timezone==="UTC"){return new Date(Date.UTC(year,month,day,hour,minute,second,millisecond))}else{
throw new Error("unrecognized options.timezone: "+options.timezone)}}function getFileNameLowLevel(generalPurposeBitFlag,fileNameBuffer,extraFields,strictFileNames){
var fileName=null;for(var i=0;i<extraFields.length;i++){var extraField=extraFields[i];if(extraField.id===28789){if(extraField.data.length<6){continue}if(extraField.
data.readUInt8(0)!==1){continue}var oldNameCrc32=extraField.data.readUInt32LE(1);if(crc32(fileNameBuffer)!==oldNameCrc32){continue}fileName=decodeBuffer(extraField.
data.subarray(5),true);break}}if(fileName==null){var isUtf82=(generalPurposeBitFlag&2048)!==0;fileName=decodeBuffer(fileNameBuffer,isUtf82)}if(!strictFileNames){
fileName=fileName.replace(/\\/g,"/")}return fileName}function validateFileName(fileName){if(fileName.indexOf("\\")!==-1){return"invalid characters in fileName: "+
fileName}if(/^[a-zA-Z]:/.test(fileName)||/^\//.test(fileName)){return"absolute path: "+fileName}if(fileName.split("/").indexOf("..")!==-1){return"invalid relati\
ve path: "+fileName}return null}function parseExtraFields(extraFieldBuffer){var extraFields=[];var i=0;while(i<extraFieldBuffer.length-3){var headerId=extraFieldBuffer.
readUInt16LE(i+0);var dataSize=extraFieldBuffer.readUInt16LE(i+2);var dataStart=i+4;var dataEnd=dataStart+dataSize;if(dataEnd>extraFieldBuffer.length)throw new Error(
"extra field length exceeds extra field buffer size");var dataBuffer=extraFieldBuffer.subarray(dataStart,dataEnd);extraFields.push({id:headerId,data:dataBuffer});
i=dataEnd}return extraFields}function readAndAssertNoEof(reader,buffer,offset,length,position,callback){if(length===0){return setImmediate(function(){callback(null,
newBuffer(0))})}reader.read(buffer,offset,length,position,function(err,bytesRead){if(err)return callback(err);if(bytesRead<length){return callback(new Error("un\
expected EOF"))}callback()})}util.inherits(AssertByteCountStream,Transform);function AssertByteCountStream(byteCount){Transform.call(this);this.actualByteCount=
0;this.expectedByteCount=byteCount}AssertByteCountStream.prototype._transform=function(chunk,encoding,cb){this.actualByteCount+=chunk.length;if(this.actualByteCount>
this.expectedByteCount){var msg="too many bytes in the stream. expected "+this.expectedByteCount+". got at least "+this.actualByteCount;return cb(new Error(msg))}
cb(null,chunk)};AssertByteCountStream.prototype._flush=function(cb){if(this.actualByteCount<this.expectedByteCount){var msg="not enough bytes in the stream. exp\
ected "+this.expectedByteCount+". got only "+this.actualByteCount;return cb(new Error(msg))}cb()};util.inherits(RandomAccessReader,EventEmitter);function RandomAccessReader(){
EventEmitter.call(this);this.refCount=0}RandomAccessReader.prototype.ref=function(){this.refCount+=1};RandomAccessReader.prototype.unref=function(){var self=this;
self.refCount-=1;if(self.refCount>0)return;if(self.refCount<0)throw new Error("invalid unref");self.close(onCloseDone);function onCloseDone(err){if(err)return self.
emit("error",err);self.emit("close")}};RandomAccessReader.prototype.createReadStream=function(options2){if(options2==null)options2={};var start=options2.start;var end=options2.
end;if(start===end){var emptyStream=new PassThrough;setImmediate(function(){emptyStream.end()});return emptyStream}var stream=this._readStreamForRange(start,end);
var destroyed=false;var refUnrefFilter=new RefUnrefFilter(this);stream.on("error",function(err){setImmediate(function(){if(!destroyed)refUnrefFilter.emit("error",
err)})});installDestroyFn(refUnrefFilter,function(){stream.unpipe(refUnrefFilter);refUnrefFilter.unref();stream.destroy()});var byteCounter=new AssertByteCountStream(
end-start);refUnrefFilter.on("error",function(err){setImmediate(function(){if(!destroyed)byteCounter.emit("error",err)})});installDestroyFn(byteCounter,function(){
destroyed=true;refUnrefFilter.unpipe(byteCounter);refUnrefFilter.destroy()});return stream.pipe(refUnrefFilter).pipe(byteCounter)};RandomAccessReader.prototype.
_readStreamForRange=function(start,end){throw new Error("not implemented")};RandomAccessReader.prototype.read=function(buffer,offset,length,position,callback){var readStream=this.
createReadStream({start:position,end:position+length});var writeStream=new Writable;var written=0;writeStream._write=function(chunk,encoding,cb){chunk.copy(buffer,
offset+written,0,chunk.length);written+=chunk.length;cb()};writeStream.on("finish",callback);readStream.on("error",function(error){callback(error)});readStream.
pipe(writeStream)};RandomAccessReader.prototype.close=function(callback){setImmediate(callback)};util.inherits(RefUnrefFilter,PassThrough);function RefUnrefFilter(context){
PassThrough.call(this);this.context=context;this.context.ref();this.unreffedYet=false}RefUnrefFilter.prototype._flush=function(cb){this.unref();cb()};RefUnrefFilter.
prototype.unref=function(cb){if(this.unreffedYet)return;this.unreffedYet=true;this.context.unref()};var cp437="\0\u263A\u263B\u2665\u2666\u2663\u2660\u2022\u25D8\u25CB\u25D9\u2642\u2640\u266A\u266B\u263C\u25BA\u25C4\u2195\u203C\xB6\xA7\u25AC\u21A8\u2191\u2193\u2192\u2190\u221F\u2194\u25B2\u25BC !\"#$%&'()*+,-./0\
123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\u2302\xC7\xFC\xE9\xE2\xE4\xE0\xE5\xE7\xEA\xEB\xE8\xEF\xEE\xEC\xC4\xC5\xC9\xE6\xC6\xF4\xF6\xF2\xFB\xF9\xFF\xD6\xDC\xA2\xA3\xA5\u20A7\u0192\xE1\xED\xF3\xFA\xF1\xD1\xAA\xBA\xBF\u2310\xAC\xBD\xBC\xA1\xAB\xBB\u2591\u2592\u2593\u2502\u2524\u2561\u2562\u2556\u2555\u2563\u2551\u2557\u255D\u255C\u255B\u2510\u2514\u2534\u252C\u251C\u2500\u253C\u255E\u255F\u255A\u2554\u2569\u2566\u2560\u2550\u256C\u2567\u2568\
\u2564\u2565\u2559\u2558\u2552\u2553\u256B\u256A\u2518\u250C\u2588\u2584\u258C\u2590\u2580\u03B1\xDF\u0393\u03C0\u03A3\u03C3\xB5\u03C4\u03A6\u0398\u03A9\u03B4\u221E\u03C6\u03B5\u2229\u2261\xB1\u2265\u2264\u2320\u2321\xF7\u2248\xB0\u2219\xB7\u221A\u207F\xB2\u25A0\xA0";
function decodeBuffer(buffer,isUtf82){if(isUtf82){return buffer.toString("utf8")}else{var result="";for(var i=0;i<buffer.length;i++){result+=cp437[buffer[i]]}return result}}
function readUInt64LE(buffer,offset){var lower32=buffer.readUInt32LE(offset);var upper32=buffer.readUInt32LE(offset+4);return upper32*4294967296+lower32}var newBuffer;
if(typeof Buffer.allocUnsafe==="function"){newBuffer=function(len){return Buffer.allocUnsafe(len)}}else{newBuffer=function(len){return new Buffer(len)}}function installDestroyFn(stream,fn){
if(typeof stream.destroy==="function"){stream._destroy=function(err,cb){fn();if(cb!=null)cb(err)}}else{stream.destroy=fn}}function defaultCallback(err){if(err)throw err}}});var require_yazl=__commonJS({"node_modules/yazl/index.js"(exports){var fs=__require("fs");var Transform=__require("stream").Transform;var PassThrough=__require("stream").
PassThrough;var zlib=__require("zlib");var util=__require("util");var EventEmitter=__require("events").EventEmitter;var errorMonitor=__require("events").errorMonitor;
var crc32=require_dist();exports.ZipFile=ZipFile;exports.dateToDosDateTime=dateToDosDateTime;util.inherits(ZipFile,EventEmitter);function ZipFile(){this.outputStream=
new PassThrough;this.entries=[];this.outputStreamCursor=0;this.ended=false;this.allDone=false;this.forceZip64Eocd=false;this.errored=false;this.on(errorMonitor,
function(){this.errored=true})}ZipFile.prototype.addFile=function(realPath,metadataPath,options2){var self=this;metadataPath=validateMetadataPath(metadataPath,false);
if(options2==null)options2={};if(shouldIgnoreAdding(self))return;var entry=new Entry(metadataPath,false,options2);self.entries.push(entry);fs.stat(realPath,function(err,stats){
if(err)return self.emit("error",err);if(!stats.isFile())return self.emit("error",new Error("not a file: "+realPath));entry.uncompressedSize=stats.size;if(options2.
mtime==null)entry.setLastModDate(stats.mtime);if(options2.mode==null)entry.setFileAttributesMode(stats.mode);entry.setFileDataPumpFunction(function(){var readStream=fs.
createReadStream(realPath);entry.state=Entry.FILE_DATA_IN_PROGRESS;readStream.on("error",function(err2){self.emit("error",err2)});pumpFileDataReadStream(self,entry,
readStream)});pumpEntries(self)})};ZipFile.prototype.addReadStream=function(readStream,metadataPath,options2){this.addReadStreamLazy(metadataPath,options2,function(cb){
cb(null,readStream)})};ZipFile.prototype.addReadStreamLazy=function(metadataPath,options2,getReadStreamFunction){var self=this;if(typeof options2==="function"){
getReadStreamFunction=options2;options2=null}if(options2==null)options2={};metadataPath=validateMetadataPath(metadataPath,false);if(shouldIgnoreAdding(self))return;
var entry=new Entry(metadataPath,false,options2);self.entries.push(entry);entry.setFileDataPumpFunction(function(){entry.state=Entry.FILE_DATA_IN_PROGRESS;getReadStreamFunction(
function(err,readStream){if(err)return self.emit("error",err);pumpFileDataReadStream(self,entry,readStream)})});pumpEntries(self)};ZipFile.prototype.addBuffer=function(buffer,metadataPath,options2){
var self=this;metadataPath=validateMetadataPath(metadataPath,false);if(buffer.length>1073741823)throw new Error("buffer too large: "+buffer.length+" > 107374182\
3");if(options2==null)options2={};if(options2.size!=null)throw new Error("options.size not allowed");if(shouldIgnoreAdding(self))return;var entry=new Entry(metadataPath,
false,options2);entry.uncompressedSize=buffer.length;entry.crc32=crc32.unsigned(buffer);entry.crcAndFileSizeKnown=true;self.entries.push(entry);if(entry.compressionLevel===
0){setCompressedBuffer(buffer)}else{zlib.deflateRaw(buffer,{level:entry.compressionLevel},function(err,compressedBuffer){setCompressedBuffer(compressedBuffer)})}
function setCompressedBuffer(compressedBuffer){entry.compressedSize=compressedBuffer.length;entry.setFileDataPumpFunction(function(){writeToOutputStream(self,compressedBuffer);
writeToOutputStream(self,entry.getDataDescriptor());entry.state=Entry.FILE_DATA_DONE;setImmediate(function(){pumpEntries(self)})});pumpEntries(self)}};ZipFile.prototype.
addEmptyDirectory=function(metadataPath,options2){var self=this;metadataPath=validateMetadataPath(metadataPath,true);if(options2==null)options2={};if(options2.size!=
null)throw new Error("options.size not allowed");if(options2.compress!=null)throw new Error("options.compress not allowed");if(options2.compressionLevel!=null)throw new Error(
"options.compressionLevel not allowed");if(shouldIgnoreAdding(self))return;var entry=new Entry(metadataPath,true,options2);self.entries.push(entry);entry.setFileDataPumpFunction(
function(){writeToOutputStream(self,entry.getDataDescriptor());entry.state=Entry.FILE_DATA_DONE;pumpEntries(self)});pumpEntries(self)};var eocdrSignatureBuffer=bufferFrom(
[80,75,5,6]);ZipFile.prototype.end=function(options2,calculatedTotalSizeCallback){if(typeof options2==="function"){calculatedTotalSizeCallback=options2;options2=
null}if(options2==null)options2={};if(this.ended)return;this.ended=true;if(this.errored)return;this.calculatedTotalSizeCallback=calculatedTotalSizeCallback;this.
forceZip64Eocd=!!options2.forceZip64Format;if(options2.comment){if(typeof options2.comment==="string"){this.comment=encodeCp437(options2.comment)}else{this.comment=
options2.comment}if(this.comment.length>65535)throw new Error("comment is too large");if(bufferIncludes(this.comment,eocdrSignatureBuffer))throw new Error("comm\
ent contains end of central directory record signature")}else{this.comment=EMPTY_BUFFER}pumpEntries(this)};function writeToOutputStream(self,buffer){self.outputStream.
write(buffer);self.outputStreamCursor+=buffer.length}function pumpFileDataReadStream(self,entry,readStream){var crc32Watcher=new Crc32Watcher;var uncompressedSizeCounter=new ByteCounter;
var compressor=entry.compressionLevel!==0?new zlib.DeflateRaw({level:entry.compressionLevel}):new PassThrough;var compressedSizeCounter=new ByteCounter;readStream.
pipe(crc32Watcher).pipe(uncompressedSizeCounter).pipe(compressor).pipe(compressedSizeCounter).pipe(self.outputStream,{end:false});compressedSizeCounter.on("end",
function(){entry.crc32=crc32Watcher.crc32;if(entry.uncompressedSize==null){entry.uncompressedSize=uncompressedSizeCounter.byteCount}else{if(entry.uncompressedSize!==
uncompressedSizeCounter.byteCount)return self.emit("error",new Error("file data stream has unexpected number of bytes"))}entry.compressedSize=compressedSizeCounter.
byteCount;self.outputStreamCursor+=entry.compressedSize;writeToOutputStream(self,entry.getDataDescriptor());entry.state=Entry.FILE_DATA_DONE;pumpEntries(self)})}
function determineCompressionLevel(options2){if(options2.compress!=null&&options2.compressionLevel!=null){if(!!options2.compress!==!!options2.compressionLevel)throw new Error(
"conflicting settings for compress and compressionLevel")}if(options2.compressionLevel!=null)return options2.compressionLevel;if(options2.compress===false)return 0;
return 6}function pumpEntries(self){if(self.allDone||self.errored)return;if(self.ended&&self.calculatedTotalSizeCallback!=null){var calculatedTotalSize=calculateTotalSize(
self);if(calculatedTotalSize!=null){self.calculatedTotalSizeCallback(calculatedTotalSize);self.calculatedTotalSizeCallback=null}}var entry=getFirstNotDoneEntry();
function getFirstNotDoneEntry(){for(var i=0;i<self.entries.length;i++){var entry2=self.entries[i];if(entry2.state<Entry.FILE_DATA_DONE)return entry2}return null}
if(entry!=null){if(entry.state<Entry.READY_TO_PUMP_FILE_DATA)return;if(entry.state===Entry.FILE_DATA_IN_PROGRESS)return;entry.relativeOffsetOfLocalHeader=self.outputStreamCursor;
var localFileHeader=entry.getLocalFileHeader();writeToOutputStream(self,localFileHeader);entry.doFileDataPump()}else{if(self.ended){self.offsetOfStartOfCentralDirectory=
self.outputStreamCursor;self.entries.forEach(function(entry2){var centralDirectoryRecord=entry2.getCentralDirectoryRecord();writeToOutputStream(self,centralDirectoryRecord)});
writeToOutputStream(self,getEndOfCentralDirectoryRecord(self));self.outputStream.end();self.allDone=true}}}function calculateTotalSize(self){var pretendOutputCursor=0;
var centralDirectorySize=0;for(var i=0;i<self.entries.length;i++){var entry=self.entries[i];if(entry.compressionLevel!==0)return-1;if(entry.state>=Entry.READY_TO_PUMP_FILE_DATA){
if(entry.uncompressedSize==null)return-1}else{if(entry.uncompressedSize==null)return null}entry.relativeOffsetOfLocalHeader=pretendOutputCursor;var useZip64Format=entry.
useZip64Format();pretendOutputCursor+=LOCAL_FILE_HEADER_FIXED_SIZE+entry.utf8FileName.length;pretendOutputCursor+=entry.uncompressedSize;if(!entry.crcAndFileSizeKnown){
if(useZip64Format){pretendOutputCursor+=ZIP64_DATA_DESCRIPTOR_SIZE}else{pretendOutputCursor+=DATA_DESCRIPTOR_SIZE}}centralDirectorySize+=CENTRAL_DIRECTORY_RECORD_FIXED_SIZE+
entry.utf8FileName.length+entry.fileComment.length;if(!entry.forceDosTimestamp){centralDirectorySize+=INFO_ZIP_UNIVERSAL_TIMESTAMP_EXTRA_FIELD_SIZE}if(useZip64Format){
centralDirectorySize+=ZIP64_EXTENDED_INFORMATION_EXTRA_FIELD_SIZE}}var endOfCentralDirectorySize=0;if(self.forceZip64Eocd||self.entries.length>=65535||centralDirectorySize>=
65535||pretendOutputCursor>=4294967295){endOfCentralDirectorySize+=ZIP64_END_OF_CENTRAL_DIRECTORY_RECORD_SIZE+ZIP64_END_OF_CENTRAL_DIRECTORY_LOCATOR_SIZE}endOfCentralDirectorySize+=
END_OF_CENTRAL_DIRECTORY_RECORD_SIZE+self.comment.length;return pretendOutputCursor+centralDirectorySize+endOfCentralDirectorySize}function shouldIgnoreAdding(self){
if(self.ended)throw new Error("cannot add entries after calling end()");if(self.errored)return true;return false}var ZIP64_END_OF_CENTRAL_DIRECTORY_RECORD_SIZE=56;
var ZIP64_END_OF_CENTRAL_DIRECTORY_LOCATOR_SIZE=20;var END_OF_CENTRAL_DIRECTORY_RECORD_SIZE=22;function getEndOfCentralDirectoryRecord(self,actuallyJustTellMeHowLongItWouldBe){
var needZip64Format=false;var normalEntriesLength=self.entries.length;if(self.forceZip64Eocd||self.entries.length>=65535){normalEntriesLength=65535;needZip64Format=
true}var sizeOfCentralDirectory=self.outputStreamCursor-self.offsetOfStartOfCentralDirectory;var normalSizeOfCentralDirectory=sizeOfCentralDirectory;if(self.forceZip64Eocd||
sizeOfCentralDirectory>=4294967295){normalSizeOfCentralDirectory=4294967295;needZip64Format=true}var normalOffsetOfStartOfCentralDirectory=self.offsetOfStartOfCentralDirectory;
if(self.forceZip64Eocd||self.offsetOfStartOfCentralDirectory>=4294967295){normalOffsetOfStartOfCentralDirectory=4294967295;needZip64Format=true}if(actuallyJustTellMeHowLongItWouldBe){
if(needZip64Format){return ZIP64_END_OF_CENTRAL_DIRECTORY_RECORD_SIZE+ZIP64_END_OF_CENTRAL_DIRECTORY_LOCATOR_SIZE+END_OF_CENTRAL_DIRECTORY_RECORD_SIZE}else{return END_OF_CENTRAL_DIRECTORY_RECORD_SIZE}}
var eocdrBuffer=bufferAlloc(END_OF_CENTRAL_DIRECTORY_RECORD_SIZE+self.comment.length);eocdrBuffer.writeUInt32LE(101010256,0);eocdrBuffer.writeUInt16LE(0,4);eocdrBuffer.
writeUInt16LE(0,6);eocdrBuffer.writeUInt16LE(normalEntriesLength,8);eocdrBuffer.writeUInt16LE(normalEntriesLength,10);eocdrBuffer.writeUInt32LE(normalSizeOfCentralDirectory,
12);eocdrBuffer.writeUInt32LE(normalOffsetOfStartOfCentralDirectory,16);eocdrBuffer.writeUInt16LE(self.comment.length,20);self.comment.copy(eocdrBuffer,22);if(!needZip64Format)
return eocdrBuffer;var zip64EocdrBuffer=bufferAlloc(ZIP64_END_OF_CENTRAL_DIRECTORY_RECORD_SIZE);zip64EocdrBuffer.writeUInt32LE(101075792,0);writeUInt64LE(zip64EocdrBuffer,
ZIP64_END_OF_CENTRAL_DIRECTORY_RECORD_SIZE-12,4);zip64EocdrBuffer.writeUInt16LE(VERSION_MADE_BY,12);zip64EocdrBuffer.writeUInt16LE(VERSION_NEEDED_TO_EXTRACT_ZIP64,
14);zip64EocdrBuffer.writeUInt32LE(0,16);zip64EocdrBuffer.writeUInt32LE(0,20);writeUInt64LE(zip64EocdrBuffer,self.entries.length,24);writeUInt64LE(zip64EocdrBuffer,
self.entries.length,32);writeUInt64LE(zip64EocdrBuffer,sizeOfCentralDirectory,40);writeUInt64LE(zip64EocdrBuffer,self.offsetOfStartOfCentralDirectory,48);var zip64EocdlBuffer=bufferAlloc(
ZIP64_END_OF_CENTRAL_DIRECTORY_LOCATOR_SIZE);zip64EocdlBuffer.writeUInt32LE(117853008,0);zip64EocdlBuffer.writeUInt32LE(0,4);writeUInt64LE(zip64EocdlBuffer,self.
outputStreamCursor,8);zip64EocdlBuffer.writeUInt32LE(1,16);return Buffer.concat([zip64EocdrBuffer,zip64EocdlBuffer,eocdrBuffer])}function validateMetadataPath(metadataPath,isDirectory){
if(metadataPath==="")throw new Error("empty metadataPath");metadataPath=metadataPath.replace(/\\/g,"/");if(/^[a-zA-Z]:/.test(metadataPath)||/^\//.test(metadataPath))
throw new Error("absolute path: "+metadataPath);if(metadataPath.split("/").indexOf("..")!==-1)throw new Error("invalid relative path: "+metadataPath);var looksLikeDirectory=/\/$/.
test(metadataPath);if(isDirectory){if(!looksLikeDirectory)metadataPath+="/"}else{if(looksLikeDirectory)throw new Error("file path cannot end with '/': "+metadataPath)}
return metadataPath}var EMPTY_BUFFER=bufferAlloc(0);function Entry(metadataPath,isDirectory,options2){this.utf8FileName=bufferFrom(metadataPath);if(this.utf8FileName.
length>65535)throw new Error("utf8 file name too long. "+utf8FileName.length+" > 65535");this.isDirectory=isDirectory;this.state=Entry.WAITING_FOR_METADATA;this.
setLastModDate(options2.mtime!=null?options2.mtime:new Date);this.forceDosTimestamp=!!options2.forceDosTimestamp;if(options2.mode!=null){this.setFileAttributesMode(
options2.mode)}else{this.setFileAttributesMode(isDirectory?16893:33204)}if(isDirectory){this.crcAndFileSizeKnown=true;this.crc32=0;this.uncompressedSize=0;this.
compressedSize=0}else{this.crcAndFileSizeKnown=false;this.crc32=null;this.uncompressedSize=null;this.compressedSize=null;if(options2.size!=null)this.uncompressedSize=
options2.size}if(isDirectory){this.compressionLevel=0}else{this.compressionLevel=determineCompressionLevel(options2)}this.forceZip64Format=!!options2.forceZip64Format;
if(options2.fileComment){if(typeof options2.fileComment==="string"){this.fileComment=bufferFrom(options2.fileComment,"utf-8")}else{this.fileComment=options2.fileComment}
if(this.fileComment.length>65535)throw new Error("fileComment is too large")}else{this.fileComment=EMPTY_BUFFER}}Entry.WAITING_FOR_METADATA=0;Entry.READY_TO_PUMP_FILE_DATA=
1;Entry.FILE_DATA_IN_PROGRESS=2;Entry.FILE_DATA_DONE=3;Entry.prototype.setLastModDate=function(date){this.mtime=date;var dosDateTime=dateToDosDateTime(date);this.
lastModFileTime=dosDateTime.time;this.lastModFileDate=dosDateTime.date};Entry.prototype.setFileAttributesMode=function(mode){if((mode&65535)!==mode)throw new Error(
"invalid mode. expected: 0 <= "+mode+" <= 65535");this.externalFileAttributes=mode<<16>>>0};Entry.prototype.setFileDataPumpFunction=function(doFileDataPump){this.
doFileDataPump=doFileDataPump;this.state=Entry.READY_TO_PUMP_FILE_DATA};Entry.prototype.useZip64Format=function(){return this.forceZip64Format||this.uncompressedSize!=
null&&this.uncompressedSize>4294967294||this.compressedSize!=null&&this.compressedSize>4294967294||this.relativeOffsetOfLocalHeader!=null&&this.relativeOffsetOfLocalHeader>
4294967294};var LOCAL_FILE_HEADER_FIXED_SIZE=30;var VERSION_NEEDED_TO_EXTRACT_UTF8=20;var VERSION_NEEDED_TO_EXTRACT_ZIP64=45;var VERSION_MADE_BY=3<<8|63;var FILE_NAME_IS_UTF8=1<<
11;var UNKNOWN_CRC32_AND_FILE_SIZES=1<<3;Entry.prototype.getLocalFileHeader=function(){var crc322=0;var compressedSize=0;var uncompressedSize=0;if(this.crcAndFileSizeKnown){
crc322=this.crc32;compressedSize=this.compressedSize;uncompressedSize=this.uncompressedSize}var fixedSizeStuff=bufferAlloc(LOCAL_FILE_HEADER_FIXED_SIZE);var generalPurposeBitFlag=FILE_NAME_IS_UTF8;
if(!this.crcAndFileSizeKnown)generalPurposeBitFlag|=UNKNOWN_CRC32_AND_FILE_SIZES;fixedSizeStuff.writeUInt32LE(67324752,0);fixedSizeStuff.writeUInt16LE(VERSION_NEEDED_TO_EXTRACT_UTF8,
4);fixedSizeStuff.writeUInt16LE(generalPurposeBitFlag,6);fixedSizeStuff.writeUInt16LE(this.getCompressionMethod(),8);fixedSizeStuff.writeUInt16LE(this.lastModFileTime,
10);fixedSizeStuff.writeUInt16LE(this.lastModFileDate,12);fixedSizeStuff.writeUInt32LE(crc322,14);fixedSizeStuff.writeUInt32LE(compressedSize,18);fixedSizeStuff.
writeUInt32LE(uncompressedSize,22);fixedSizeStuff.writeUInt16LE(this.utf8FileName.length,26);fixedSizeStuff.writeUInt16LE(0,28);return Buffer.concat([fixedSizeStuff,
this.utf8FileName])};var DATA_DESCRIPTOR_SIZE=16;var ZIP64_DATA_DESCRIPTOR_SIZE=24;Entry.prototype.getDataDescriptor=function(){if(this.crcAndFileSizeKnown){return EMPTY_BUFFER}
if(!this.useZip64Format()){var buffer=bufferAlloc(DATA_DESCRIPTOR_SIZE);buffer.writeUInt32LE(134695760,0);buffer.writeUInt32LE(this.crc32,4);buffer.writeUInt32LE(
this.compressedSize,8);buffer.writeUInt32LE(this.uncompressedSize,12);return buffer}else{var buffer=bufferAlloc(ZIP64_DATA_DESCRIPTOR_SIZE);buffer.writeUInt32LE(
134695760,0);buffer.writeUInt32LE(this.crc32,4);writeUInt64LE(buffer,this.compressedSize,8);writeUInt64LE(buffer,this.uncompressedSize,16);return buffer}};var CENTRAL_DIRECTORY_RECORD_FIXED_SIZE=46;
var INFO_ZIP_UNIVERSAL_TIMESTAMP_EXTRA_FIELD_SIZE=9;var ZIP64_EXTENDED_INFORMATION_EXTRA_FIELD_SIZE=28;Entry.prototype.getCentralDirectoryRecord=function(){var fixedSizeStuff=bufferAlloc(
CENTRAL_DIRECTORY_RECORD_FIXED_SIZE);var generalPurposeBitFlag=FILE_NAME_IS_UTF8;if(!this.crcAndFileSizeKnown)generalPurposeBitFlag|=UNKNOWN_CRC32_AND_FILE_SIZES;
var izutefBuffer=EMPTY_BUFFER;if(!this.forceDosTimestamp){izutefBuffer=bufferAlloc(INFO_ZIP_UNIVERSAL_TIMESTAMP_EXTRA_FIELD_SIZE);izutefBuffer.writeUInt16LE(21589,
0);izutefBuffer.writeUInt16LE(INFO_ZIP_UNIVERSAL_TIMESTAMP_EXTRA_FIELD_SIZE-4,2);var EB_UT_FL_MTIME=1<<0;var EB_UT_FL_ATIME=1<<1;izutefBuffer.writeUInt8(EB_UT_FL_MTIME|
EB_UT_FL_ATIME,4);var timestamp=Math.floor(this.mtime.getTime()/1e3);if(timestamp<-2147483648)timestamp=-2147483648;if(timestamp>2147483647)timestamp=2147483647;
izutefBuffer.writeUInt32LE(timestamp,5)}var normalCompressedSize=this.compressedSize;var normalUncompressedSize=this.uncompressedSize;var normalRelativeOffsetOfLocalHeader=this.
relativeOffsetOfLocalHeader;var versionNeededToExtract=VERSION_NEEDED_TO_EXTRACT_UTF8;var zeiefBuffer=EMPTY_BUFFER;if(this.useZip64Format()){normalCompressedSize=
4294967295;normalUncompressedSize=4294967295;normalRelativeOffsetOfLocalHeader=4294967295;versionNeededToExtract=VERSION_NEEDED_TO_EXTRACT_ZIP64;zeiefBuffer=bufferAlloc(
ZIP64_EXTENDED_INFORMATION_EXTRA_FIELD_SIZE);zeiefBuffer.writeUInt16LE(1,0);zeiefBuffer.writeUInt16LE(ZIP64_EXTENDED_INFORMATION_EXTRA_FIELD_SIZE-4,2);writeUInt64LE(
zeiefBuffer,this.uncompressedSize,4);writeUInt64LE(zeiefBuffer,this.compressedSize,12);writeUInt64LE(zeiefBuffer,this.relativeOffsetOfLocalHeader,20)}fixedSizeStuff.
writeUInt32LE(33639248,0);fixedSizeStuff.writeUInt16LE(VERSION_MADE_BY,4);fixedSizeStuff.writeUInt16LE(versionNeededToExtract,6);fixedSizeStuff.writeUInt16LE(generalPurposeBitFlag,
8);fixedSizeStuff.writeUInt16LE(this.getCompressionMethod(),10);fixedSizeStuff.writeUInt16LE(this.lastModFileTime,12);fixedSizeStuff.writeUInt16LE(this.lastModFileDate,
14);fixedSizeStuff.writeUInt32LE(this.crc32,16);fixedSizeStuff.writeUInt32LE(normalCompressedSize,20);fixedSizeStuff.writeUInt32LE(normalUncompressedSize,24);fixedSizeStuff.
writeUInt16LE(this.utf8FileName.length,28);fixedSizeStuff.writeUInt16LE(izutefBuffer.length+zeiefBuffer.length,30);fixedSizeStuff.writeUInt16LE(this.fileComment.
length,32);fixedSizeStuff.writeUInt16LE(0,34);fixedSizeStuff.writeUInt16LE(0,36);fixedSizeStuff.writeUInt32LE(this.externalFileAttributes,38);fixedSizeStuff.writeUInt32LE(
normalRelativeOffsetOfLocalHeader,42);return Buffer.concat([fixedSizeStuff,this.utf8FileName,izutefBuffer,zeiefBuffer,this.fileComment])};Entry.prototype.getCompressionMethod=
function(){var NO_COMPRESSION=0;var DEFLATE_COMPRESSION=8;return this.compressionLevel===0?NO_COMPRESSION:DEFLATE_COMPRESSION};var minDosDate=new Date(1980,0,1);
var maxDosDate=new Date(2107,11,31,23,59,58);function dateToDosDateTime(jsDate){if(jsDate<minDosDate)jsDate=minDosDate;else if(jsDate>maxDosDate)jsDate=maxDosDate;
var date=0;date|=jsDate.getDate()&31;date|=(jsDate.getMonth()+1&15)<<5;date|=(jsDate.getFullYear()-1980&127)<<9;var time=0;time|=Math.floor(jsDate.getSeconds()/
2);time|=(jsDate.getMinutes()&63)<<5;time|=(jsDate.getHours()&31)<<11;return{date,time}}function writeUInt64LE(buffer,n,offset){var high=Math.floor(n/4294967296);
var low=n%4294967296;buffer.writeUInt32LE(low,offset);buffer.writeUInt32LE(high,offset+4)}util.inherits(ByteCounter,Transform);function ByteCounter(options2){Transform.
call(this,options2);this.byteCount=0}ByteCounter.prototype._transform=function(chunk,encoding,cb){this.byteCount+=chunk.length;cb(null,chunk)};util.inherits(Crc32Watcher,
Transform);function Crc32Watcher(options2){Transform.call(this,options2);this.crc32=0}Crc32Watcher.prototype._transform=function(chunk,encoding,cb){this.crc32=crc32.
unsigned(chunk,this.crc32);cb(null,chunk)};var cp437="\0\u263A\u263B\u2665\u2666\u2663\u2660\u2022\u25D8\u25CB\u25D9\u2642\u2640\u266A\u266B\u263C\u25BA\u25C4\u2195\u203C\xB6\xA7\u25AC\u21A8\u2191\u2193\u2192\u2190\u221F\u2194\u25B2\u25BC !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghi\
jklmnopqrstuvwxyz{|}~\u2302\xC7\xFC\xE9\xE2\xE4\xE0\xE5\xE7\xEA\xEB\xE8\xEF\xEE\xEC\xC4\xC5\xC9\xE6\xC6\xF4\xF6\xF2\xFB\xF9\xFF\xD6\xDC\xA2\xA3\xA5\u20A7\u0192\xE1\xED\xF3\xFA\xF1\xD1\xAA\xBA\xBF\u2310\xAC\xBD\xBC\xA1\xAB\xBB\u2591\u2592\u2593\u2502\u2524\u2561\u2562\u2556\u2555\u2563\u2551\u2557\u255D\u255C\u255B\u2510\u2514\u2534\u252C\u251C\u2500\u253C\u255E\u255F\u255A\u2554\u2569\u2566\u2560\u2550\u256C\u2567\u2568\u2564\u2565\u2559\u2558\u2552\u2553\u256B\u256A\u2518\u250C\u2588\u2584\u258C\u2590\u2580\u03B1\xDF\u0393\u03C0\u03A3\u03C3\xB5\u03C4\u03A6\u0398\u03A9\u03B4\u221E\u03C6\u03B5\u2229\u2261\xB1\u2265\u2264\u2320\u2321\xF7\u2248\xB0\u2219\xB7\u221A\u207F\xB2\u25A0\xA0";
if(cp437.length!==256)throw new Error("assertion failure");var reverseCp437=null;function encodeCp437(string){if(/^[\x20-\x7e]*$/.test(string)){return bufferFrom(
string,"utf-8")}if(reverseCp437==null){reverseCp437={};for(var i=0;i<cp437.length;i++){reverseCp437[cp437[i]]=i}}var result=bufferAlloc(string.length);for(var i=0;i<
string.length;i++){var b=reverseCp437[string[i]];if(b==null)throw new Error("character not encodable in CP437: "+JSON.stringify(string[i]));result[i]=b}return result}
function bufferAlloc(size){bufferAlloc=modern;try{return bufferAlloc(size)}catch(e){bufferAlloc=legacy;return bufferAlloc(size)}function modern(size2){return Buffer.
allocUnsafe(size2)}function legacy(size2){return new Buffer(size2)}}function bufferFrom(something,encoding){bufferFrom=modern;try{return bufferFrom(something,encoding)}catch(e){
bufferFrom=legacy;return bufferFrom(something,encoding)}function modern(something2,encoding2){return Buffer.from(something2,encoding2)}function legacy(something2,encoding2){
return new Buffer(something2,encoding2)}}function bufferIncludes(buffer,content){bufferIncludes=modern;try{return bufferIncludes(buffer,content)}catch(e){bufferIncludes=
legacy;return bufferIncludes(buffer,content)}function modern(buffer2,content2){return buffer2.includes(content2)}function legacy(buffer2,content2){for(var i=0;i<=
buffer2.length-content2.length;i++){for(var j=0;;j++){if(j===content2.length)return true;if(buffer2[i+j]!==content2[j])break}}return false}}}});import{createHash}from"node:crypto";var BUDGET_CHECKS={flash:"flash.pruned",ram:"ram.pruned",macs:"macs.pruned",resident:"resident.pruned",latency:"latency.pruned"};function budgetLimits(budget){return Object.
keys(BUDGET_CHECKS).flatMap(key=>{const written=budget[key];return written===void 0?[]:[{key,check:BUDGET_CHECKS[key],written}]})}function mergedModels(file){const defaults=file.defaults??{};return file.models.map((model,index)=>{const path=["models",index];const isOwn=key=>Object.hasOwn(model,
key)||!Object.hasOwn(defaults,key);return{model:{...defaults,...model},path,pathOf:key=>isOwn(key)?[...path,key]:["defaults",key]}})}var LONGEST=64;function nearest(word,candidates){if(word.length===0||word.length>LONGEST)return void 0;const plainWord=plain(word);let best;let bestDistance=Number.
POSITIVE_INFINITY;for(const candidate of candidates){const distance=editDistance(plainWord,plain(candidate));if(distance<bestDistance&&distance<=allowed(plainWord,
candidate))[best,bestDistance]=[candidate,distance]}return best??candidates.find(candidate=>isShortFor(word.toLowerCase(),candidate))}var SHORTEST=2;function isShortFor(word,candidate){
return word.length>=SHORTEST&&(candidate.startsWith(word)||candidate.split("-").includes(word))}function plain(word){return word.toLowerCase().replace(/[-_ ]/g,
"")}function allowed(word,candidate){return Math.floor(Math.max(word.length,candidate.length)/3)}function editDistance(a,b){let beforeLast=[];let last=Array.from(
{length:b.length+1},(_,j)=>j);for(let i=1;i<=a.length;i++){const row=[i];for(let j=1;j<=b.length;j++)row.push(cell(a,b,i,j,row,last,beforeLast));[beforeLast,last]=
[last,row]}return last[b.length]??0}function cell(a,b,i,j,row,last,beforeLast){const at2=(cells,index)=>cells[index]??Number.POSITIVE_INFINITY;const same=a[i-1]===
b[j-1]?0:1;const swapped=i>1&&j>1&&a[i-1]===b[j-2]&&a[i-2]===b[j-1];const steps=[at2(row,j-1)+1,at2(last,j)+1,at2(last,j-1)+same];return Math.min(...steps,swapped?
at2(beforeLast,j-2)+1:Number.POSITIVE_INFINITY)}function explain(error,root){const broken={keyword:error.keyword,path:segments(error.instancePath,root),found:error.data,params:error.params,parent:error.parentSchema??
{}};return(EXPLANATIONS.get(error.keyword)??unexplained)(broken)}function segments(pointer,root){let at2=root;return pointer.split("/").slice(1).map(escaped=>{const key=escaped.
replace(/~1/g,"/").replace(/~0/g,"~");const segment=Array.isArray(at2)?Number(key):key;at2=at2[segment];return segment})}var EXPLANATIONS=new Map([["type",broken=>wrong(
broken,broken.parent.expected??typesOf(broken.params.type),quoteHint(broken))],["enum",broken=>oneOf(broken,broken.params.allowedValues.map(String))],["const",broken=>wrong(
broken,String(broken.params.allowedValue))],["pattern",broken=>wrong(broken,broken.parent.expected??`text that matches ${String(broken.params.pattern)}`)],["req\
uired",({path,params})=>({path,aboutKey:false,message:`missing key "${String(params.missingProperty)}"`})],["additionalProperties",unknownKey],["discriminator",
()=>void 0],["oneOf",eitherKey],["dependentRequired",({path,params})=>({path:[...path,String(params.property)],aboutKey:true,message:`has a meaning beside "${String(
params.missingProperty)}" alone`})],["minProperties",broken=>exactlyOne(broken)],["maxProperties",broken=>exactlyOne(broken)],["uniqueItems",broken=>at(broken,`\
entries ${String(broken.params.j)} and ${String(broken.params.i)} are the same (counted from 0)`)],["minItems",({params,...broken})=>at(broken,`expected at leas\
t ${String(params.limit)} ${entries(params.limit)}; found ${count(broken.found)}`)],["maxItems",({params,...broken})=>at(broken,`expected at most ${String(params.
limit)} ${entries(params.limit)}; found ${count(broken.found)}`)],["minLength",broken=>wrong(broken,broken.parent.expected??"text that is not empty")],["maxLeng\
th",broken=>at(broken,`expected at most ${String(broken.params.limit)} characters; found ${String(broken.found).length}`)],["minimum",broken=>wrong(broken,`a nu\
mber of at least ${String(broken.params.limit)}`)],["maximum",broken=>wrong(broken,`a number of at most ${String(broken.params.limit)}`)],["exclusiveMinimum",broken=>wrong(
broken,`a number above ${String(broken.params.limit)}`)],["exclusiveMaximum",broken=>wrong(broken,`a number below ${String(broken.params.limit)}`)]]);function at({
path},message){return{path,aboutKey:false,message}}function wrong(broken,expected,hint=""){return at(broken,`expected ${expected}; found ${describe(broken.found)}${hint}`)}
function unexplained(broken){return at(broken,`breaks the rule "${broken.keyword}" of the schema; found ${describe(broken.found)}`)}function oneOf(broken,allowed2){
return wrong(broken,`one of ${allowed2.join(", ")}`,didYouMean(broken.found,allowed2))}function unknownKey({path,params,parent}){const key=String(params.additionalProperty);
const known=Object.keys(parent.properties??{}).filter(name=>name!=="$schema");const hint=didYouMean(key,known)||`; expected one of ${known.join(", ")}`;return{path:[
...path,key],aboutKey:true,message:`unknown key${hint}`}}function eitherKey({path,parent,params}){const names=(parent.oneOf??[]).flatMap(({required=[]})=>required).
join(" and ");return{path,aboutKey:false,message:`expected exactly one of ${names}; found ${params.passingSchemas===null?"neither":"both"}`}}function exactlyOne({
path,parent,found}){const keys=Object.keys(found);if(parent.properties===void 0)return{path,aboutKey:false,message:`too many keys: ${keys.length}`};const beside=Object.
keys(parent.dependentRequired??{});const names=Object.keys(parent.properties).filter(name=>!beside.includes(name)).join(", ");return{path,aboutKey:false,message:`\
expected exactly one of ${names}; found ${keys.length===0?"none":keys.length}`}}function didYouMean(found,allowed2){const near=typeof found==="string"?nearest(found,
allowed2):void 0;return near===void 0?"":`; did you mean "${near}"?`}function quoteHint({params,found,parent}){const meant=params.type==="string"&&parent.expected===
void 0&&(typeof found==="number"||typeof found==="boolean");return meant?" (put it in quotes)":""}var TYPE_WORDS=new Map([["string","text"],["number","a number"],
["integer","a whole number"],["boolean","true or false"],["array","a list"],["object","keys and values"],["null","nothing"]]);function typesOf(type){return[type].
flat().map(name=>TYPE_WORDS.get(String(name))??String(name)).join(" or ")}function entries(limit){return limit===1?"entry":"entries"}function count(found){const length=Array.
isArray(found)?found.length:0;return length===0?"none":String(length)}function describe(found){if(found===null||found===void 0)return"nothing";if(Array.isArray(
found))return"a list";if(typeof found==="string")return quote(found);return typeof found==="number"||typeof found==="boolean"?String(found):"keys and values"}function quote(text){
const short=text.length>60?`${text.slice(0,57)}...`:text;return JSON.stringify(short).replace(/[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,escapeCharacter)}
function escapeCharacter(character){return`\\u${character.charCodeAt(0).toString(16).padStart(4,"0")}`}var decimal=(unit,shift)=>({unit,shift,times:1});var binary=power=>({unit:"bytes",shift:0,times:2**power});var SUFFIXES=new Map([["",decimal("none",0)],["pp",decimal(
"pp",-2)],["%",decimal("relative",-2)],["x",decimal("x",0)],["B",decimal("bytes",0)],["kB",decimal("bytes",3)],["MB",decimal("bytes",6)],["GB",decimal("bytes",9)],
["KiB",binary(10)],["MiB",binary(20)],["GiB",binary(30)],["us",decimal("ms",-3)],["ms",decimal("ms",0)],["s",decimal("ms",3)],["k",decimal("count",3)],["M",decimal(
"count",6)],["G",decimal("count",9)]]);var AMBIGUOUS=new Map([["KB","KB means 1,000 bytes to some and 1,024 to others: write kB or KiB"],["K","K is a count to s\
ome and 1,024 bytes to others: write k or KiB"],["Kb","Kb may be bits or bytes: write kB or KiB"],["kb","kb may be bits or bytes: write kB or KiB"],["Mb","Mb ma\
y be bits or bytes: write MB or MiB"],["mb","mb may be bits or bytes: write MB or MiB"],["Gb","Gb may be bits or bytes: write GB or GiB"],["m","m may be milli o\
r million: write M for a million or ms for milliseconds"],["p","p may be percent or percentage points: write % or pp"],["percent","percent may be relative or ab\
solute: write % (relative to dense) or pp (percentage points)"]]);var ACCEPTED_FORMS="1pp, 1%, 2x, 250 KiB (B, kB, MB, GB, KiB, MiB, GiB), 5 ms (us, ms, s), 500\
k (k, M, G) or 0.5";var NUMBER=/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?/;function parseQuantity(written){const text=String(written).trim();const digits=NUMBER.
exec(text)?.[0];if(digits===void 0)return{ok:false,reason:`expected a number and its unit, such as ${ACCEPTED_FORMS}`};const name=text.slice(digits.length).trim();
const suffix=SUFFIXES.get(name);if(suffix===void 0)return{ok:false,reason:refusalOf(name)};const value=shifted(digits,suffix.shift)*suffix.times;if(!Number.isFinite(
value))return{ok:false,reason:"the number is too large"};return{ok:true,quantity:{value,unit:suffix.unit}}}function refusalOf(name){if(name.startsWith(","))return"\
a comma is read neither as a decimal point nor as a separator of thousands: write 1.5 or 1500";return AMBIGUOUS.get(name)??`unknown unit ${JSON.stringify(name.slice(
0,20))}: expected a form such as ${ACCEPTED_FORMS}`}function shifted(digits,shift){const[mantissa="",exponent="0"]=digits.toLowerCase().split("e");return Number(
`${mantissa}e${Number(exponent)+shift}`)}function parseFactor(text){const parsed=parseQuantity(text);if(!parsed.ok)return refuse(`expected a factor such as 2x; found ${quote(text)}`);const{value,unit}=parsed.
quantity;if(unit==="none")return refuse(`expected a factor with its unit; found ${quote(text)}; did you mean "${value}x"?`);if(unit!=="x")return refuse(`expecte\
d a factor such as 2x; found ${quote(text)}`);if(value<=1)return refuse(`expected a factor above 1 (dense over pruned); found ${quote(text)}`);return{ok:true,value}}
var LEFT={macs:{unit:"count",example:"20M"},params:{unit:"count",example:"250k"},size:{unit:"bytes",example:"256 KiB"}};function parseAmount(kind,text){const parsed=parseQuantity(
text);const{unit,example}=LEFT[kind];if(parsed.ok&&parsed.quantity.unit===unit){const{value}=parsed.quantity;return value>0?{ok:true,value:{most:value}}:refuse(
`expected more than nothing, such as ${example}; found ${quote(text)}`)}if(parsed.ok&&parsed.quantity.unit!=="x"&&parsed.quantity.unit!=="none")return refuse(`e\
xpected a factor such as 2x, or what may be left, such as ${example}; found ${quote(text)}`);const factor=parseFactor(text);return factor.ok?{ok:true,value:{factor:factor.
value}}:factor}function parseShare(written){const parsed=parseQuantity(written);const found=typeof written==="number"?String(written):quote(written);const expected="\
expected a share between 0 and 1, such as 30% or 0.3";if(!parsed.ok||parsed.quantity.unit!=="none"&&parsed.quantity.unit!=="relative")return refuse(`${expected}\
; found ${found}`);const{value,unit}=parsed.quantity;if(value>0&&value<1)return{ok:true,value};const meantPercent=unit==="none"&&value>1&&value<100;return refuse(
`${expected}; found ${found}${meantPercent?`; did you mean "${value}%"?`:""}`)}function parseDrop(written){const parsed=parseQuantity(written);const found=typeof written===
"number"?String(written):quote(written);if(!parsed.ok||parsed.quantity.unit!=="pp")return refuse(`expected percentage points such as 1pp; found ${found}`);const{
value}=parsed.quantity;return value>0&&value<1?{ok:true,value}:refuse(`expected more than 0pp and less than 100pp; found ${found}`)}function parseLimit(written){
const parsed=parseQuantity(written);if(parsed.ok)return{ok:true,value:parsed.quantity};return refuse(`${parsed.reason}; found ${typeof written==="number"?written:
quote(written)}`)}function refuse(reason){return{ok:false,reason}}var DEFAULTS={model:{device:"auto",mode:"interval",confidence:.95,onInconclusive:"fail",seed:0},latency:{batch:1,threads:1,warmup:10,runs:100},measure:{timeout:120},
source:{format:"auto"},preprocess:{scale:1,mean:[0],std:[1]},structured:{criterion:"obs",allocation:"auto",align:"auto",keep:[],repair:["bias","refit","sequenti\
al","statistics"],allowPartial:false},unstructured:{criterion:"obs",scope:"auto",repair:["update","refit","sequential","statistics"],keep:[],store:"dense"},blocks:{
keep:[],repair:["sequential","statistics"],allowPartial:false},metric:{top:1,threshold:.5},check:{level:"critical"}};function canonicalPolicy(file,{path,sha256,
document}){return deepFreeze({version:1,path,sha256,models:mergedModels(file).map(merged=>canonicalModel(merged,document))})}function canonicalModel({model,pathOf},document){
return{name:model.name,path:model.path,device:model.device??DEFAULTS.model.device,data:{heldout:canonicalSource(model.data.heldout),calibration:model.data.calibration===
void 0?void 0:canonicalSource(model.data.calibration),preprocess:canonicalPreprocess(model.data.preprocess??{})},prune:(model.prune??[]).map(canonicalStep),metrics:(model.
metrics??[]).map(canonicalMetric),gate:[...(model.gate??[]).map((check,index)=>canonicalCheck(check,[...pathOf("gate"),index],document)),...budgetLimits(model.budget??
{}).map(limit=>budgetCheck(limit,pathOf("budget"),document))],mode:model.mode??DEFAULTS.model.mode,confidence:model.confidence??DEFAULTS.model.confidence,onInconclusive:model["\
on-inconclusive"]??DEFAULTS.model.onInconclusive,latency:canonicalLatency({...DEFAULTS.latency,...model.latency}),measure:model.measure===void 0?void 0:{command:model.
measure.command,timeoutSeconds:model.measure.timeout??DEFAULTS.measure.timeout},seed:model.seed??DEFAULTS.model.seed}}function canonicalLatency({batch,threads,warmup,
runs}){return{batches:[batch].flat(),threads:[threads].flat(),warmup,runs}}function canonicalSource(source){return{path:source.path,format:source.format??DEFAULTS.
source.format,inputs:new Map(Object.entries(source.inputs??{}).map(([input,columns])=>[input,typeof columns==="string"?[columns]:columns])),target:source.target,
labels:source.labels,slices:source.slices,sha256:source.sha256,maxSamples:source["max-samples"]}}function canonicalPreprocess({scale,mean,std,layout,color,resize,
crop}){return{scale:scale??DEFAULTS.preprocess.scale,mean:mean??DEFAULTS.preprocess.mean,std:std??DEFAULTS.preprocess.std,layout,color,resize,crop}}function canonicalStep(step){
switch(step.method){case"structured":return canonicalStructured(step);case"unstructured":return canonicalUnstructured(step);case"blocks":return canonicalBlocks(
step)}}function canonicalBlocks(step){const defaults=DEFAULTS.blocks;return{method:"blocks",target:countedTarget(step.target),keep:step.keep??defaults.keep,only:step.
only,repair:step.repair??defaults.repair,allowPartial:step["allow-partial"]??defaults.allowPartial}}function canonicalStructured(step){const defaults=DEFAULTS.structured;
return{method:"structured",criterion:step.criterion??defaults.criterion,allocation:step.allocation??defaults.allocation,target:canonicalTarget(step.target),align:step.
align??defaults.align,keep:step.keep??defaults.keep,only:step.only,repair:step.repair??defaults.repair,allowPartial:step["allow-partial"]??defaults.allowPartial}}
function canonicalUnstructured(step){const defaults=DEFAULTS.unstructured;const pattern=step.pattern===void 0?void 0:pairOf(step.pattern,":");const block=step.block===
void 0?void 0:pairOf(step.block,"x");return{method:"unstructured",criterion:step.criterion??defaults.criterion,scope:step.scope??defaults.scope,sparsity:pattern===
void 0?valid(parseShare(step.sparsity??"")):1-pattern[0]/pattern[1],pattern:pattern===void 0?void 0:{n:pattern[0],m:pattern[1]},block:block===void 0?void 0:{rows:block[0],
columns:block[1]},repair:step.repair??defaults.repair,keep:step.keep??defaults.keep,only:step.only,store:step.store??defaults.store}}function pairOf(text,between){
const[first,second]=text.split(between).map(Number);return[first??NaN,second??NaN]}function canonicalTarget(target){const{latency,lossless,cost,"accuracy-drop":drop}=target;
if(latency!==void 0)return{kind:"latency",factor:valid(parseFactor(latency))};if(drop!==void 0)return{kind:"accuracy-drop",drop:valid(parseDrop(drop)),...cost===
void 0||cost==="macs"?{}:{cost}};return lossless===void 0?countedTarget(target):{kind:"lossless"}}function countedTarget({macs,params,size,ratio}){if(macs!==void 0)
return{kind:"macs",...valid(parseAmount("macs",macs))};if(params!==void 0)return{kind:"params",...valid(parseAmount("params",params))};if(size!==void 0)return{kind:"\
size",...valid(parseAmount("size",size))};return{kind:"ratio",ratio:valid(parseShare(ratio??""))}}function canonicalMetric({name,id,output,top,threshold}){return{
id:id??name,name,output,top:top??DEFAULTS.metric.top,threshold:threshold??DEFAULTS.metric.threshold}}function canonicalCheck({check,max,min,level},path,document){
const bound=max===void 0?"min":"max";const written=max??min??"";const{value,unit}=valid(parseLimit(written));const text=document.source([...path,bound])??String(
written);return{check,bound,value,unit,text:text.trim(),level:level??DEFAULTS.check.level,...document.place(path)}}function budgetCheck({key,check,written},budget,document){
const path=[...budget,key];const{value,unit}=valid(parseLimit(written));const text=document.source(path)??String(written);return{check,bound:"max",value,unit,text:text.
trim(),level:"critical",...document.place(path)}}function valid(parsed){if(!parsed.ok)throw new Error(`a policy that passed its rules has a bad quantity: ${parsed.
reason}`);return parsed.value}function deepFreeze(value){if(typeof value!=="object"||value===null)return value;const parts=value instanceof Map?value.values():Object.
values(value);for(const part of parts)deepFreeze(part);return Object.freeze(value)}var import_yaml=__toESM(require_dist2(),1);var MAX_DEPTH=64;var MAX_ALIASES=100;function readDocument(text){const lines2=new import_yaml.LineCounter;const placeAt=offset=>{
const{line,col}=lines2.linePos(offset);return{line:Math.max(line,1),column:Math.max(col,1)}};const deep=offsetBeyondDepth(text,lines2.addNewLine);if(deep!==void 0)
return refuse2([{...placeAt(deep),message:`nested more than ${MAX_DEPTH} levels deep`}]);const document=(0,import_yaml.parseDocument)(text,{prettyErrors:false,stringKeys:true,
uniqueKeys:false,version:"1.2"});const problems=problemsOf(document,placeAt);if(problems.length>0)return refuse2(problems);return valueOf(document,node=>placeAt(
node?.range?.[0]??0))}function refuse2(problems){return{ok:false,problems}}function offsetBeyondDepth(text,onNewLine){const parser=new import_yaml.Parser(onNewLine);
onNewLine(0);for(const lexeme of new import_yaml.Lexer().lex(text)){for(const token of parser.next(lexeme))void token;if(parser.stack.length>MAX_DEPTH)return parser.
offset}return void 0}function problemsOf(document,placeAt){const problems=[...told(document.errors),...document.warnings].map(error=>({...placeAt(error.pos[0]),
message:messageFor(error)}));if(document.directives.yaml.version!=="1.2")problems.push({line:1,column:1,message:"expected YAML 1.2; found a %YAML directive of a\
nother version"});(0,import_yaml.visit)(document,{Node:(_key,node)=>{if((0,import_yaml.isAlias)(node))return;if(node.tag!==void 0)problems.push({...placeAt(node.
range?.[0]??0),message:NO_TAGS});if((0,import_yaml.isMap)(node))problems.push(...repeatedKeys(node).map(key=>({...placeAt(key.range?.[0]??0),message:"this key i\
s given twice"})))}});return problems}function told(errors){const tabs=errors.filter(({code})=>code==="TAB_AS_INDENT");return tabs.length>0?tabs:errors.slice(0,
1)}function repeatedKeys(map){const seen=new Set;return map.items.flatMap(({key})=>{if(!(0,import_yaml.isScalar)(key))return[];const repeated=seen.has(String(key.
value));seen.add(String(key.value));return repeated?[key]:[]})}var NO_TAGS="tags (`!name`) are not used in a policy; put a text that starts with ! in quotes";var MESSAGES=new Map(
[["MULTIPLE_DOCS","a second document starts here; a policy is one document"],["NON_STRING_KEY","a key must be a plain word or a string"],["TAG_RESOLVE_FAILED",NO_TAGS],
["TAB_AS_INDENT","a tab indents this line; YAML wants spaces"],["BLOCK_AS_IMPLICIT_KEY","a value here has a second `: ` in it, or lines below that are indented \
deeper; put text with `: ` in quotes, and begin the keys of one map in one column"]]);var INDENT="this line is indented otherwise than those it belongs with: th\
e keys of one map, and the `-` of one list, begin in the same column";var INDENTATION=/^(?:All mapping items must start at the same column|Sequence item without - indicator)/u;
function messageFor(error){if(INDENTATION.test(error.message))return INDENT;return MESSAGES.get(error.code)??`cannot be read: ${lowerFirst(error.message)}`}function lowerFirst(text){
return text.charAt(0).toLowerCase()+text.slice(1)}function valueOf(document,placeOf){const at2=path=>nodesAlong(document,path);try{return{ok:true,document:{value:document.
toJS({maxAliasCount:MAX_ALIASES}),place:path=>placeOf(at2(path).at(-1)),keyPlace:path=>placeOf(keyNode(document,path)??at2(path).at(-1)),source:path=>sourceOf(at2(
path)[path.length])}}}catch(cause){if(!(cause instanceof ReferenceError))throw cause;const unresolved=cause.message.startsWith("Unresolved");const message=unresolved?
"an alias (`*name`) stands before its anchor (`&name`)":`aliases stand for too much (more than ${MAX_ALIASES} copies)`;return refuse2([{...placeOf(firstAlias(document,
unresolved)),message}])}}function firstAlias(document,unresolved){let found;(0,import_yaml.visit)(document,{Alias:(_key,alias)=>{if(unresolved&&alias.resolve(document)!==
void 0)return void 0;found=alias;return import_yaml.visit.BREAK}});return found}function nodesAlong(document,path){const nodes=[];let node=document.contents;for(let depth=0;depth<=
path.length;depth++){const resolved=(0,import_yaml.isAlias)(node)?node.resolve(document):node;if(!isNode(resolved))break;nodes.push(resolved);const segment=path[depth];
node=segment===void 0?void 0:child(resolved,segment)}return nodes}function isNode(value){return(0,import_yaml.isMap)(value)||(0,import_yaml.isSeq)(value)||(0,import_yaml.isScalar)(
value)}function child(node,segment){if((0,import_yaml.isSeq)(node))return node.items[Number(segment)];return pairOf2(node,segment)?.value}function pairOf2(node,key){
return(0,import_yaml.isMap)(node)?node.items.find(pair=>(0,import_yaml.isScalar)(pair.key)&&String(pair.key.value)===String(key)):void 0}function keyNode(document,path){
const[parent,last]=[nodesAlong(document,path.slice(0,-1))[path.length-1],path.at(-1)];const key=last===void 0?void 0:pairOf2(parent,last)?.key;return isNode(key)?
key:void 0}function sourceOf(node){if(!(0,import_yaml.isScalar)(node))return void 0;return node.source??String(node.value)}var SHOWN=20;function formatIssue(issue){const place=`${issue.file}:${issue.line}:${issue.column}`;return issue.path===""?`${place}: ${issue.message}`:`${place}\
 ${issue.path}: ${issue.message}`}var PolicyInvalidError=class extends UserError{errors;constructor(issues){const errors=inOrder(issues);const first=errors[0];super(
{code:"policy-invalid",message:[`the policy has ${errors.length===1?"a problem":`${errors.length} problems`}`,...lines(errors)].join("\n"),...first===void 0?{}:
{where:`${first.file}:${first.line}:${first.column}`},fix:"correct the places named above; docs/policy.md describes every key"});this.name="PolicyInvalidError";
this.errors=errors}};function lines(errors){const shown=errors.slice(0,SHOWN).map(formatIssue);return errors.length>SHOWN?[...shown,`... and ${errors.length-SHOWN}\
 more`]:shown}function inOrder(issues){const unique=new Map(issues.map(issue=>[formatIssue(issue),issue]));return[...unique.values()].sort((a,b)=>a.line-b.line||
a.column-b.column)}import{open,stat}from"node:fs/promises";var MINIMAL_POLICY=`version: 1
models:
  - name: my-model
    path: models/my-model.onnx
    data:
      heldout: { path: data/test.npz, target: y }
    prune:
      - { method: structured, target: { macs: 1.5x } }
    metrics:
      - { name: accuracy }
    gate:
      - { check: accuracy.drop, max: 1pp }
`;var MAX_POLICY_BYTES=2**20;async function readPolicyBytes(absolute,path){const stats=await stat(absolute).catch(cause=>{throw missing(path,cause)});if(!stats.isFile())
throw unreadable(path,`it is ${stats.isDirectory()?"a folder":"no regular file"}`);const handle=await open(absolute).catch(cause=>{throw unreadable(path,"it can\
not be opened",cause)});const chunks=[];for await(const chunk of handle.createReadStream({end:MAX_POLICY_BYTES}))chunks.push(chunk);const bytes=Buffer.concat(chunks);
if(bytes.length>MAX_POLICY_BYTES)throw policyTooLarge(path,Math.max(stats.size,bytes.length));return bytes}function decodePolicy(bytes,path){try{return utf8(bytes)}catch{
throw fileProblem(path,[{line:firstBadLine(bytes),column:1,message:"this line is not UTF-8; save the file as UTF-8"}])}}function utf8(bytes){return new TextDecoder(
"utf-8",{fatal:true}).decode(bytes)}function firstBadLine(bytes){let[line,start]=[1,0];for(let end=bytes.indexOf(10);end>=0;end=bytes.indexOf(10,start)){if(!isUtf8(
bytes.subarray(start,end)))break;[line,start]=[line+1,end+1]}return line}function isUtf8(bytes){try{utf8(bytes);return true}catch{return false}}function fileProblem(file,problems){
return new PolicyInvalidError(problems.map(problem=>({file,path:"",...problem})))}function policyTooLarge(path,bytes){return fileProblem(path,[{line:1,column:1,
message:`the file has ${bytes} bytes; a policy has at most ${MAX_POLICY_BYTES}`}])}function missing(path,cause){return new UserError({code:"policy-missing",message:"\
there is no policy",where:path,fix:`write one, for example:

${MINIMAL_POLICY}`,cause})}function unreadable(path,why,cause){return new UserError({code:"policy-unreadable",message:`the policy cannot be read: ${why}`,where:path,
fix:"name a file with --policy (action: input policy)",cause})}import{lstat,realpath}from"node:fs/promises";import{dirname,join,posix,resolve}from"node:path";function pathProblem(path,platform=process.platform){const parts=path.split("/");if(path.trim()==="")return"expected a path; found an empty text";if(/[\u0000-\u001f\u007f]/.
test(path))return"a path cannot hold control characters";if(path.startsWith("/")||/^[A-Za-z]:/.test(path))return"expected a path relative to the workspace; foun\
d an absolute one";if(path.startsWith("~"))return"expected a path relative to the workspace; `~` is not expanded";if(path.includes("\\"))return"expected `/` bet\
ween folders; found `\\`";if(parts.includes(".."))return"expected a path inside the workspace; found `..` in it";if(parts.some(isGitFolder))return"the `.git` fo\
lder may hold credentials; no path may lead into it";return platform==="win32"?parts.map(windowsProblem).find(problem=>problem!==void 0):void 0}async function resolveInside(workspace,path){
const problem=pathProblem(path);if(problem!==void 0)throw outside(path,problem);const root=await realpath(workspace);const real=await realpathOfExisting(resolve(
root,path),path);if(!isInside(root,real))throw outside(path,"a symbolic link leads out of the workspace");const inside=wayTo(root,real);if(inside.split("/").some(
isGitFolder))throw outside(path,"a symbolic link leads into the `.git` folder");const name=process.platform==="linux"?void 0:misspelt(path,inside);if(name!==void 0)
throw outside(path,`the file's name is \`${name}\`, and letter case counts: the repository has it under no other`);return real}function misspelt(written,onDisk){
const plain2=posix.normalize(written).replace(/\/$/u,"");const folded=text=>text.normalize("NFC").toLowerCase();return plain2!==onDisk&&folded(plain2)===folded(
onDisk)?onDisk:void 0}async function realpathOfExisting(absolute,written){try{return await realpath(absolute)}catch(cause){if(!isMissing(cause))throw outside(written,
"the path cannot be followed",cause);if(await isLink(absolute))throw outside(written,"a symbolic link leads nowhere",cause);const parent=dirname(absolute);return join(
await realpathOfExisting(parent,written),absolute.slice(parent.length))}}function isMissing(cause){const code=cause instanceof Error&&"code"in cause?cause.code:
void 0;return code==="ENOENT"||code==="ENOTDIR"}async function isLink(path){try{return(await lstat(path)).isSymbolicLink()}catch{return false}}function outside(path,message,cause){
return new UserError({code:"path-outside",message,where:path,fix:"write a path relative to the root of the repository, such as data/test.npz",cause})}function formatPath(path){return path.map((segment,index)=>{if(typeof segment==="number")return`[${segment}]`;if(!/^[A-Za-z_$][\w$-]{0,63}$/.test(segment))return`\
[${quote(segment)}]`;return index===0?segment:`.${segment}`}).join("")}var policy_schema_default={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"urn:prune-gate:policy:1",title:"Policy file",description:"What to prune, \
how to measure it, and what must hold before a pull request may merge. YAML 1.2 or JSON, `.github/prune-gate.yml` by default.",type:"object",required:["version",
"models"],additionalProperties:false,properties:{$schema:{title:"Schema",description:"Ignored by prune-gate; lets an editor find the schema of a JSON policy.",type:"\
string",examples:["./policy.schema.json"]},version:{title:"Version",description:"Version of this file's shape. A file of another version is refused.",const:1,examples:[
1]},defaults:{title:"Defaults",description:"Values for every model that does not give the key itself. A model's own value replaces the whole value given here.",
$ref:"#/$defs/ModelDefaults",examples:[{device:"cpu",confidence:.9}]},models:{title:"Models",description:"The models to prune and judge. The verdict of a run is\
 the worst of its models' verdicts.",type:"array",minItems:1,maxItems:256,items:{$ref:"#/$defs/Model"},examples:[[{name:"keyword-spotter",path:"models/kws.onnx",
data:{heldout:{path:"data/test.npz"}}}]]}},$defs:{Model:{title:"A model",description:"One entry of `models`. `prune`, `metrics` and `gate` are required here or \
in `defaults`; a `budget` may stand for `gate`.",type:"object",required:["name","path","data"],additionalProperties:false,properties:{name:{title:"Name",description:"\
Names the model in reports, in `--model` and in the names of written files. Unique in the policy, letter case aside.",type:"string",pattern:"^[A-Za-z0-9][A-Za-z\
0-9._-]{0,99}$",expected:"a name of letters, digits, `.`, `_` and `-` (at most 100, a letter or digit first)",examples:["keyword-spotter","resnet20"]},path:{title:"\
Path",description:"The dense ONNX model that the repository commits.",$ref:"#/$defs/Path",examples:["models/kws.onnx"]},data:{title:"Data",description:"The samp\
les to calibrate with and to judge by.",$ref:"#/$defs/Data",examples:[{heldout:{path:"data/test.npz",target:"y"}}]},device:{$ref:"#/$defs/Device"},prune:{$ref:"\
#/$defs/Prune"},metrics:{$ref:"#/$defs/Metrics"},gate:{$ref:"#/$defs/Gate"},mode:{$ref:"#/$defs/Mode"},confidence:{$ref:"#/$defs/Confidence"},"on-inconclusive":{
$ref:"#/$defs/OnInconclusive"},latency:{$ref:"#/$defs/Latency"},budget:{$ref:"#/$defs/Budget"},measure:{$ref:"#/$defs/Measure"},seed:{$ref:"#/$defs/Seed"}}},ModelDefaults:{
title:"Defaults for models",description:"The keys of a model that a policy may give once for all of them.",type:"object",additionalProperties:false,properties:{
device:{$ref:"#/$defs/Device"},prune:{$ref:"#/$defs/Prune"},metrics:{$ref:"#/$defs/Metrics"},gate:{$ref:"#/$defs/Gate"},mode:{$ref:"#/$defs/Mode"},confidence:{$ref:"\
#/$defs/Confidence"},"on-inconclusive":{$ref:"#/$defs/OnInconclusive"},latency:{$ref:"#/$defs/Latency"},budget:{$ref:"#/$defs/Budget"},measure:{$ref:"#/$defs/Me\
asure"},seed:{$ref:"#/$defs/Seed"}}},Path:{title:"Path",description:"Relative to the root of the workspace, with `/` between folders; no `..`, and no symbolic l\
ink that leaves the workspace.",type:"string",minLength:1,maxLength:1024},Device:{title:"Device",description:"What onnxruntime runs on. `auto` takes the fastest\
 that works and says which; a device named here that is not there is an error, never a silent run on the CPU.",enum:["auto","cpu","cuda","tensorrt","webgpu","di\
rectml","coreml"],default:"auto",examples:["cpu"]},Prune:{title:"Steps",description:"Pruning steps, taken in this order.",type:"array",minItems:1,maxItems:16,items:{
$ref:"#/$defs/PruneStep"},examples:[[{method:"structured",target:{macs:"2x"}}]]},Metrics:{title:"Metrics",description:"What is measured on the held-out samples,\
 dense and pruned side by side. A gate without a metric would measure nothing, so there is at least one.",type:"array",minItems:1,maxItems:64,items:{$ref:"#/$de\
fs/Metric"},examples:[[{name:"accuracy"}]]},Gate:{title:"Gate",description:"The checks. All are evaluated, then one verdict is given.",type:"array",minItems:1,maxItems:256,
items:{$ref:"#/$defs/Check"},examples:[[{check:"accuracy.drop",max:"1pp"}]]},Mode:{title:"Mode",description:"`interval`: a check passes where the whole confiden\
ce interval keeps the limit, fails where none of it does, and is inconclusive between. `point`: the measured value alone is compared.",enum:["interval","point"],
default:"interval",examples:["point"]},Confidence:{title:"Confidence",description:"Confidence of each one-sided bound.",type:"number",exclusiveMinimum:.5,exclusiveMaximum:1,
default:.95,examples:[.99]},OnInconclusive:{title:"On inconclusive",description:"What an INCONCLUSIVE verdict does to the exit code: `fail` exits with 3; `warn`\
 and `pass` exit with 0, with and without a warning. The verdict keeps its name.",enum:["fail","warn","pass"],default:"fail",examples:["warn"]},Seed:{title:"See\
d",description:"Seed of everything random (split, bootstrap, `random` criterion), mixed with content hashes.",type:"integer",minimum:0,maximum:4294967295,default:0,
examples:[7]},Latency:{title:"Latency",description:"How latency is measured: dense and pruned model by turns, after a warm-up, with a fixed number of threads.",
type:"object",additionalProperties:false,examples:[{batch:8,threads:2}],properties:{batch:{title:"Batch",description:"Samples in each timed run. With a list eac\
h size is timed with each number of threads, limits must hold for all, and the first is shown.",type:["integer","array"],minimum:1,maximum:65536,minItems:1,maxItems:4,
uniqueItems:true,items:{type:"integer",minimum:1,maximum:65536},tsType:"number | readonly number[]",default:1,examples:[32,[1,8]]},threads:{title:"Threads",description:"\
Threads that onnxruntime may use within an operator; or a list, as for `batch`.",type:["integer","array"],minimum:1,maximum:256,minItems:1,maxItems:4,uniqueItems:true,
items:{type:"integer",minimum:1,maximum:256},tsType:"number | readonly number[]",default:1,examples:[2,[1,2]]},warmup:{title:"Warm-up",description:"Runs of each\
 model that are not timed.",type:"integer",minimum:0,maximum:1e5,default:10,examples:[20]},runs:{title:"Runs",description:"Timed runs of each model.",type:"inte\
ger",minimum:10,maximum:1e6,default:100,examples:[500]}}},Measure:{title:"Measure",description:"A program that measures a model, on a board say, for the checks \
`board-latency`, `board-energy` and `board-memory`. It runs once for each model, only where whoever starts prune-gate allows it (`--allow-commands`), without a \
shell and without a token. See methods.md.",type:"object",required:["command"],additionalProperties:false,examples:[{command:["python3","/opt/board/measure.py"]}],
properties:{command:{title:"Command",description:"The program and its arguments. It finds the model's path in PRUNE_GATE_MODEL and prints JSON with `latency` (m\
s), `energy` (J) or `memory` (bytes): a number each, or `{ value, low, high }`.",type:"array",minItems:1,maxItems:64,items:{type:"string",minLength:1,maxLength:1024},
examples:[["python3","/opt/board/measure.py"]]},timeout:{title:"Timeout",description:"Seconds that it may take for one model.",type:"integer",minimum:1,maximum:3600,
default:120,examples:[300]}}},Budget:{title:"Budget",description:"What the target device has: each limit is a critical check of the pruned model, beside those o\
f `gate`.",type:"object",additionalProperties:false,examples:[{flash:"256 KiB",ram:"96 KiB",macs:"8M"}],properties:{flash:{title:"Flash",description:"Bytes of a\
ll weights (`flash.pruned`).",$ref:"#/$defs/Limit",examples:["256 KiB"]},ram:{title:"RAM",description:"Bytes of the arena that the activations of one sample nee\
d (`ram.pruned`).",$ref:"#/$defs/Limit",examples:["96 KiB"]},macs:{title:"MACs",description:"Multiply-adds of one sample (`macs.pruned`).",$ref:"#/$defs/Limit",
examples:["8M"]},resident:{title:"Resident memory",description:"Peak memory of a process that only runs the model, for mobile and server targets (`resident.prun\
ed`).",$ref:"#/$defs/Limit",examples:["200 MiB"]},latency:{title:"Latency",description:"Median time of a run on this machine (`latency.pruned`).",$ref:"#/$defs/\
Limit",examples:["5 ms"]}}},Data:{title:"Data",description:"Held-out samples, calibration samples, and what is done to both before they reach the model.",type:"\
object",required:["heldout"],additionalProperties:false,properties:{heldout:{title:"Held-out",description:"The samples that decide. Read once, at the end; no de\
cision of pruning looks at them.",$ref:"#/$defs/DataSource",examples:[{path:"data/test.npz",target:"y"}]},calibration:{title:"Calibration",description:"The samp\
les that scoring and repair work from; labels are not used. Without it a seeded 20 % of the held-out source calibrates and the verdict uses the rest. A sample i\
n both is an error.",$ref:"#/$defs/DataSource",examples:[{path:"data/calib.npz","max-samples":2e3}]},preprocess:{title:"Preprocess",description:"Applied to both\
 sources.",$ref:"#/$defs/Preprocess",examples:[{scale:255,mean:[.286],std:[.353],layout:"NCHW"}]}}},DataSource:{title:"A data source",description:"A file or fol\
der of samples: `.npy` or `.npz`, IDX, a folder of images, CSV or JSON lines.",type:"object",required:["path"],additionalProperties:false,properties:{path:{title:"\
Path",description:"The file, or the folder of images.",$ref:"#/$defs/Path",examples:["data/test.npz","data/images"]},format:{title:"Format",description:"`auto` \
tells the format from the name and the first bytes.",enum:["auto","npz","npy","idx","images","csv","jsonl"],default:"auto",examples:["csv"]},inputs:{title:"Inpu\
ts",description:"Model input to column: a member of the archive, or one or several columns of a table. Without it inputs are matched by name, or the only one wi\
th the only one.",type:"object",maxProperties:256,additionalProperties:{type:["string","array"],minLength:1,minItems:1,maxItems:65536,items:{type:"string",minLength:1},
tsType:"string | readonly string[]"},examples:[{input:"x"},{features:["age","income"]}]},target:{title:"Target",description:"Column of the label or the target. \
Not needed by `agreement`, `kl` and `cosine`.",type:"string",minLength:1,examples:["y"]},labels:{title:"Labels",description:"A file of labels: for a folder of i\
mages without a folder per class a CSV of file name and label; for IDX the label file.",$ref:"#/$defs/Path",examples:["data/labels.csv","data/t10k-labels-idx1-u\
byte.gz"]},slices:{title:"Slices",description:"Of held-out data: columns that divide the samples, one number each (encode categories as integers), for `<metric>\
.slice-drop` and for the report. Classes are slices by themselves (`<metric>.class-drop`).",type:"array",minItems:1,maxItems:16,uniqueItems:true,items:{type:"st\
ring",minLength:1,maxLength:64},examples:[["speaker","device"]]},sha256:{title:"Hash",description:"The source's expected sha256. Other data is an error: a pull \
request cannot swap the test set unseen. Write it in quotes.",type:"string",pattern:"^[0-9a-f]{64}$",expected:"64 hexadecimal digits in lower case, in quotes",examples:[
"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"]},"max-samples":{title:"Samples at most",description:"Use only this many samples, spread even\
ly over the source.",type:"integer",minimum:1,examples:[2e3]}}},Preprocess:{title:"Preprocess",description:"`y = (x / scale - mean) / std` on floating-point inp\
uts, after resizing and cropping where the samples are pictures.",type:"object",additionalProperties:false,properties:{scale:{title:"Scale",description:"Divides\
 every value first.",type:"number",exclusiveMinimum:0,default:1,examples:[255]},mean:{title:"Mean",description:"Subtracted after scaling: one value, or one per \
channel.",type:"array",minItems:1,maxItems:65536,items:{type:"number"},default:[0],examples:[[.485,.456,.406]]},std:{title:"Standard deviation",description:"Div\
ides last: one value, or one per channel.",type:"array",minItems:1,maxItems:65536,items:{type:"number",exclusiveMinimum:0},default:[1],examples:[[.229,.224,.225]]},
layout:{title:"Layout",description:"Axis order the model wants of pictures. Without it: as stored.",enum:["NCHW","NHWC"],examples:["NCHW"]},color:{title:"Colour",
description:"Channel order the model wants. Without it: as stored.",enum:["RGB","BGR"],examples:["BGR"]},resize:{title:"Resize",description:"Pictures are resize\
d to this size first.",$ref:"#/$defs/Size",examples:[{width:256,height:256}]},crop:{title:"Crop",description:"The centre of the resized picture that is kept. No\
t larger than `resize`.",$ref:"#/$defs/Size",examples:[{width:224,height:224}]}}},Size:{title:"A size",description:"Width and height in pixels.",expected:"{ wid\
th: ..., height: ... }",type:"object",required:["width","height"],additionalProperties:false,properties:{width:{title:"Width",description:"Pixels.",type:"intege\
r",minimum:1,maximum:16384,examples:[224]},height:{title:"Height",description:"Pixels.",type:"integer",minimum:1,maximum:16384,examples:[224]}}},PruneStep:{title:"\
A step",description:"`method` says which of the three shapes it has.",type:"object",required:["method"],properties:{method:{enum:["structured","unstructured","b\
locks"]}},discriminator:{propertyName:"method"},oneOf:[{$ref:"#/$defs/StructuredStep"},{$ref:"#/$defs/UnstructuredStep"},{$ref:"#/$defs/BlocksStep"}]},StructuredStep:{
title:"Structured step",description:"Removes whole channels, neurons or filters: the model gets smaller, and faster where its runtime can use it.",type:"object",
required:["method","target"],additionalProperties:false,properties:{method:{title:"Method",description:"Whole channels.",const:"structured",examples:["structure\
d"]},target:{title:"Target",description:"How much to remove.",$ref:"#/$defs/Target",examples:[{macs:"2x"},{ratio:"30%"}]},criterion:{title:"Criterion",description:"\
How units are ranked. `obs`: the output error that is left once the other units make up for the loss (structured Optimal Brain Surgeon). `wifv`: variance of the\
 activation times the squared norm of the weights that read it. Both read activations and work on folded batch norm, where norms mislead. `activation`: mean mag\
nitude of what the next layers read. `l1`, `l2`: norm of the weights. `fpgm`: distance to the geometric median. `bn-scale`: the batch-norm scale. `random`: a ba\
seline.",$ref:"#/$defs/Criterion",default:"obs",examples:["l1"]},allocation:{title:"Allocation",description:"How the cut is spread over the groups. `auto`: by m\
easurement, each group cut and refit alone at several counts, so that cuts go where they cost least output error for what they save. `global`: one ranking of al\
l units, so that groups that can spare more give more. `uniform`: the same share of each group.",$ref:"#/$defs/Allocation",default:"auto",examples:["uniform"]},
align:{title:"Align",description:"Kept counts are multiples of this: kernels work in blocks, and 31 channels can run slower than 32. `auto`: with a target in la\
tency, whatever the times on this machine say; else 8, and less where that would be more than a quarter of a group's width, or more than a ratio can remove. 1 s\
witches it off.",type:["integer","string"],minimum:1,maximum:1024,pattern:"^auto$",expected:"a whole number of at least 1, or auto",tsType:'number | "auto"',default:"\
auto",examples:[8]},keep:{title:"Keep",description:"Groups that stay whole: patterns over node, output and weight names.",$ref:"#/$defs/Patterns",default:[],examples:[
["/classifier/*"]]},only:{title:"Only",description:"The only groups that may be cut. Without it: all.",$ref:"#/$defs/Patterns",type:"array",minItems:1,examples:[
["/layer3/*","/layer4/*"]]},repair:{title:"Repair",description:"Repairs without training, in this order; each is kept only if the loss on the second calibration\
 split falls. `bias`: mean of what was cut into the bias. `refit`: least squares of the weights that read the cut channels. `sequential`: every layer after a cu\
t in turn, fitted on what it gets in the repaired model; the strongest and the slowest. `statistics`: mean and variance of batch norm. An empty list switches re\
pair off.",type:"array",uniqueItems:true,items:{$ref:"#/$defs/Repair"},default:["bias","refit","sequential","statistics"],examples:[["refit"]]},"allow-partial":{
title:"Allow partial",description:"Where the target cannot be reached: `true` goes on with the best there is and gives WARN; `false` is the error `target-unreac\
hed`.",type:"boolean",default:false,examples:[true]}}},UnstructuredStep:{title:"Unstructured step",description:"Sets single weights to zero, and fits those that\
 stay. It shrinks the compressed file, the file itself only with `store: sparse`, and never the latency of dense kernels; the report says so. Give `sparsity` or\
 `pattern`.",type:"object",required:["method"],additionalProperties:false,properties:{method:{title:"Method",description:"Single weights.",const:"unstructured",
examples:["unstructured"]},sparsity:{title:"Sparsity",description:"Share of the prunable weights to set to zero.",$ref:"#/$defs/Share",examples:["50%",.5]},pattern:{
title:"Pattern",description:"`2:4`: at most 2 of every 4 consecutive input channels of each output stay, the form that sparse tensor cores compute with. Any N:M\
. Weights whose input channels are no multiple of M stay dense.",type:"string",pattern:"^[1-9][0-9]{0,3}:[1-9][0-9]{0,3}$",expected:"a pattern such as 2:4",examples:[
"2:4","1:8"]},block:{title:"Block",description:"Weights become zero in tiles of so many outputs x inputs (inputs are listed tap by tap, then channel by channel)\
. Without it: one by one. Not together with `pattern`.",type:"string",pattern:"^[1-9][0-9]{0,3}x[1-9][0-9]{0,3}$",expected:"a tile such as 1x4",examples:["1x4",
"4x4"]},criterion:{title:"Criterion",description:"How weights are ranked. `magnitude`: the absolute value. `lamp`: its square, relative to those of the layer th\
at are no smaller. `wanda`: the absolute value times the norm of its input. `sparsegpt`: the error that is left when the other weights of the row make up for it\
, column by column. `obs`: the same, exactly, one weight at a time; for the layers where that would take too long, `sparsegpt`.",$ref:"#/$defs/SparseCriterion",
default:"obs",examples:["magnitude"]},scope:{title:"Scope",description:"How zeros are spread. `auto`: by measurement, so that they go where they cost least outp\
ut error. `global`: one ranking over all weights. `layer`: the same share of each weight tensor. `row`: the same share of each output of each. A pattern spreads\
 them by itself.",enum:["auto","global","layer","row"],default:"auto",examples:["layer"]},repair:{title:"Repair",description:"Repairs without training, in this \
order; zeros stay zero, and each is kept only if the loss on the second calibration split falls. `update`: SparseGPT's, each weight that goes is made up for by \
those after it. `refit`: least squares of the weights that stay. `sequential`: layer after layer, fitted on what it gets in the repaired model; the strongest an\
d the slowest. `statistics`: mean and variance of batch norm. An empty list switches repair off.",type:"array",uniqueItems:true,items:{$ref:"#/$defs/SparseRepai\
r"},default:["update","refit","sequential","statistics"],examples:[["update"]]},store:{title:"Store",description:"How the pruned model's file holds weights with\
 zeros. `dense`: every element. `sparse`: as `sparse_initializer` where that is smaller, which takes more than two thirds of zeros in float32, eight ninths in i\
nt8. onnxruntime makes such weights dense when it loads the model, so that latency and memory stay as they are, and other runtimes may not read them. The file i\
s kept only if it is smaller and computes the same bits. A model that comes with sparse weights is written so in any case.",enum:["dense","sparse"],default:"den\
se",examples:["sparse"]},keep:{title:"Keep",description:"Weights that stay as they are: patterns over node, output and weight names.",$ref:"#/$defs/Patterns",default:[],
examples:[["/classifier/*"]]},only:{title:"Only",description:"The only weights that may become zero. Without it: all.",$ref:"#/$defs/Patterns",type:"array",minItems:1,
examples:[["*.conv*.weight"]]}}},BlocksStep:{title:"Blocks step",description:"Drops whole residual blocks, of which the shortcut is left: the model gets less de\
ep, and faster everywhere. Which ones is measured: those whose loss costs least output error for what it saves.",type:"object",required:["method","target"],additionalProperties:false,
properties:{method:{title:"Method",description:"Whole residual blocks.",const:"blocks",examples:["blocks"]},target:{title:"Target",description:"How much to remo\
ve. `ratio` is the share of the blocks that can be dropped, rounded down.",$ref:"#/$defs/Target",examples:[{macs:"1.2x"},{ratio:"25%"}]},keep:{title:"Keep",description:"\
Blocks that stay: patterns over names of their nodes, outputs and weights.",$ref:"#/$defs/Patterns",default:[],examples:[["/layer1/*"]]},only:{title:"Only",description:"\
The only blocks that may be dropped. Without it: all.",$ref:"#/$defs/Patterns",type:"array",minItems:1,examples:[["/layer3/*"]]},repair:{title:"Repair",description:"\
Repairs without training, in this order; each is kept only if the loss on the second calibration split falls. `sequential`: every layer behind a dropped block i\
n turn, fitted on what it gets in the repaired model. `statistics`: mean and variance of batch norm. An empty list switches repair off.",type:"array",uniqueItems:true,
items:{$ref:"#/$defs/BlockRepair"},default:["sequential","statistics"],examples:[["sequential"]]},"allow-partial":{title:"Allow partial",description:"Where the \
target cannot be reached: `true` goes on with the best there is and gives WARN; `false` is the error `target-unreached`.",type:"boolean",default:false,examples:[
true]}}},BlockRepair:{title:"Repair behind blocks",description:"A repair of the layers behind a dropped block.",enum:["sequential","statistics"]},SparseCriterion:{
title:"Criterion of weights",description:"Ranks single weights.",enum:["magnitude","lamp","wanda","sparsegpt","obs"]},SparseRepair:{title:"Repair of weights",description:"\
A repair of the weights that stay.",enum:["update","refit","sequential","statistics"]},Criterion:{title:"Criterion",description:"Ranks the units of structured p\
runing.",enum:["l1","l2","activation","wifv","fpgm","bn-scale","obs","random"]},Allocation:{title:"Allocation",description:"Spreads a cut over groups.",enum:["u\
niform","global","auto"]},Repair:{title:"Repair",description:"A repair without training.",enum:["bias","refit","sequential","statistics"]},Target:{title:"A targ\
et",description:"Exactly one of these keys; `cost` may stand beside `accuracy-drop`.",expected:"{ macs: 2x } (or params, size, latency, ratio, accuracy-drop, lo\
ssless)",type:"object",minProperties:1,maxProperties:2,dependentRequired:{cost:["accuracy-drop"]},additionalProperties:false,properties:{macs:{title:"MACs",description:"\
Multiply-adds of the committed model over those of the pruned one, whatever steps came before; or the most that the pruned one may have, such as `20M`.",$ref:"#\
/$defs/Amount",examples:["2x","20M"]},params:{title:"Parameters",description:"Parameters of the committed model over those of the pruned one; or the most that t\
he pruned one may have, such as `250k`.",$ref:"#/$defs/Amount",examples:["1.5x","250k"]},size:{title:"Size",description:"File bytes of the committed model over \
those of the pruned one; or the most that the pruned one may have, such as `256 KiB`. Of structured steps the file is counted as it would be written, with what \
repair adds to it.",$ref:"#/$defs/Amount",examples:["2x","256 KiB"]},latency:{title:"Latency",description:"Milliseconds of the committed model over those of the\
 pruned one, timed on the machine that prunes, with the policy's first batch size and number of threads. Each group is timed at several counts, and a cut that d\
oes not pay is never made. The times are recorded in the plan, and `prune --latency-from plan.json` plans with them again.",$ref:"#/$defs/Factor",examples:["1.5\
x"]},ratio:{title:"Ratio",description:"Share of each group's units to remove. Groups that cannot be pruned do not count; what alignment rounds off does not eith\
er.",$ref:"#/$defs/Share",examples:["30%",.3]},"accuracy-drop":{title:"Accuracy drop",description:"The most that accuracy may fall: the cheapest model that stay\
s within it is searched for (`cost` says what is cheap). Drops are measured on a part of the calibration samples that neither fits nor decides anything else, by\
 their labels (`target` of `data.calibration`); without labels, by how often the pruned model answers otherwise than the dense one. The held-out samples take no\
 part. Only of structured steps.",$ref:"#/$defs/Limit",examples:["1pp","0.5pp"]},cost:{title:"Cost",description:"Beside `accuracy-drop`: what the search makes a\
s small as it can.",enum:["macs","params","size","latency"],default:"macs",examples:["size"]},lossless:{title:"Lossless",description:"`true`: remove only units \
that do nothing: those that no layer reads, those that are zero on every calibration sample, and those that another unit equals. What they did is moved, not los\
t; outputs must agree on all calibration samples. `criterion`, `allocation`, `repair` are not looked at, and `align` only where it is a number. Only of structur\
ed steps.",const:true,examples:[true]}}},Factor:{title:"Factor",description:"Dense over pruned, above 1, with the unit `x`.",expected:"a factor above 1 with its\
 unit, such as 2x",type:"string",minLength:1,maxLength:64,examples:["2x","1.5x"]},Amount:{title:"Amount",description:"Dense over pruned, above 1, with the unit \
`x`; or the most that may be left, with a unit of its own: `20M` multiply-adds, `250k` parameters, `256 KiB`.",expected:"a factor above 1 such as 2x, or the mos\
t that may be left such as 20M or 256 KiB",type:"string",minLength:1,maxLength:64,examples:["2x","20M","256 KiB"]},Share:{title:"Share",description:"Between 0 a\
nd 1, or in `%`.",expected:"a share between 0 and 1, such as 30% or 0.3",type:["string","number"],minLength:1,maxLength:64,examples:["30%",.3]},Patterns:{title:"\
Patterns",description:"`*` stands for any run of characters (`/` included), every other character for itself. A pattern that matches nothing is an error.",type:"\
array",maxItems:1024,items:{type:"string",minLength:1,maxLength:1024}},Metric:{title:"A metric",description:"One measure of quality on the held-out samples.",type:"\
object",required:["name"],additionalProperties:false,properties:{name:{title:"Name",description:"`agreement`, `kl` and `cosine` compare the pruned outputs with \
the dense ones and need no labels.",$ref:"#/$defs/MetricName",examples:["accuracy"]},id:{title:"Id",description:"What checks call this metric; the metric's name\
 where it is not given. Unique within the model.",type:"string",pattern:"^[a-z0-9][a-z0-9_-]{0,63}$",expected:"a name of lower-case letters, digits, `_` and `-`\
 (at most 64, a letter or digit first)",examples:["top5"]},output:{title:"Output",description:"The model output to look at. Needed where the model has several.",
type:"string",minLength:1,examples:["logits"]},top:{title:"Top",description:"`accuracy` only: right where the label is among this many highest scores.",type:"in\
teger",minimum:1,maximum:65536,default:1,examples:[5]},threshold:{title:"Threshold",description:"Where a single score counts as positive.",type:"number",default:.5,
examples:[0]}}},MetricName:{title:"Metric",description:"The metrics there are.",enum:["accuracy","balanced-accuracy","macro-f1","roc-auc","mse","mae","r2","iou",
"agreement","kl","cosine"]},Check:{title:"A check",description:"One limit, with exactly one of `max` and `min`.",expected:"keys and values such as { check: accu\
racy.drop, max: 1pp }",type:"object",required:["check"],oneOf:[{required:["max"]},{required:["min"]}],additionalProperties:false,properties:{check:{title:"Check",
description:"`<metric id>.<aspect>`, or `<measure>.<aspect>` for what is measured of every model (`size`, `latency`, `macs`, ...). A metric has `drop`, `pruned`\
, `dense`, `slice-drop` (the worst slice) and, where each sample is right or wrong, `class-drop` (the worst class); against the base of a change `regression` an\
d `drift`.",type:"string",pattern:"^[a-z0-9][a-z0-9_-]*\\.[a-z][a-z0-9-]*$",expected:"`<metric id>.<aspect>` or `<measure>.<aspect>`, such as accuracy.drop or s\
ize.reduction",maxLength:128,examples:["accuracy.drop","size.reduction","latency.speedup"]},max:{title:"Maximum",description:"The value must not be above this.",
$ref:"#/$defs/Limit",examples:["1pp"]},min:{title:"Minimum",description:"The value must not be below this.",$ref:"#/$defs/Limit",examples:["40%","1.3x"]},level:{
title:"Level",description:"A breached `critical` check gives FAIL, an `advisory` one that does not pass gives WARN.",enum:["critical","advisory"],default:"criti\
cal",examples:["advisory"]}}},Limit:{title:"Limit",description:"A number with its unit: `1pp` (percentage points, absolute), `1%` (relative to dense), `2x` (den\
se over pruned), `250 KiB`, `5 ms`, `500k` (a count), or a bare number where the value has no unit.",expected:"a number with its unit, such as 1pp, 1%, 2x, 250 \
KiB or 5 ms",type:["string","number"],minLength:1,maxLength:64,examples:["1pp","40%","1.3x","250 KiB","5 ms"]}}};var MEASURES=["size","gzip","params","nonzeros","macs","latency","flash","ram","resident","energy","board-latency","board-energy","board-memory"];function patternProblem(pattern){if(pattern.trim()==="")return"a pattern cannot be empty";if(/[\u0000-\u001f\u007f]/.test(pattern))return"a pattern cannot hold \
control characters";return void 0}function checkRules(file){const models=mergedModels(file);return[...uniqueNames(file),...policyPaths(file).flatMap(({at:at2,path})=>told2(at2,pathProblem(path))),
...models.flatMap(merged=>[...missingParts(merged),...metricRules(merged),...gateRules(merged),...pruneRules(merged),...preprocessRules(merged.model.data.preprocess??
{},[...merged.path,"data","preprocess"]),...sliceRules(merged.model.data,[...merged.path,"data"])])]}function complaint(path,message){return{path,aboutKey:false,
message}}function told2(path,problem){return problem===void 0?[]:[complaint(path,problem)]}function uniqueNames(file){const names=file.models.map(({name})=>name.
toLowerCase());return names.flatMap((name,index)=>{const first=names.indexOf(name);return first===index?[]:[complaint(["models",index,"name"],`models[${first}] \
has this name too${file.models[first]?.name===file.models[index]?.name?"":" (letter case aside)"}`)]})}function policyPaths(file){return file.models.flatMap(({path,
data},index)=>{const at2=["models",index];const sources=["heldout","calibration"].flatMap(name=>["path","labels"].map(key=>({at:[...at2,"data",name,key],path:data[name]?.[key]})));
return[{at:[...at2,"path"],path},...sources].flatMap(named=>named.path===void 0?[]:[{at:named.at,path:named.path}])})}function missingParts({model,path}){return[
"prune","metrics","gate"].filter(key=>model[key]===void 0&&!(key==="gate"&&model.budget!==void 0)).map(key=>complaint(path,`missing key "${key}": give it here o\
r in defaults`))}var metricId=({id,name})=>id??name;function metricRules({model,pathOf}){const metrics=model.metrics??[];const ids=metrics.map(metricId);return metrics.
flatMap((metric,index)=>{const path=[...pathOf("metrics"),index];const first=ids.indexOf(metricId(metric));const place=metric.id===void 0?path:[...path,"id"];return[
...told2(place,first===index?void 0:`metrics[${first}] is called ${quote(metricId(metric))} too; give one of them another \`id\``),...told2(place,isMeasure(metricId(
metric))?`${quote(metricId(metric))} is the name of a measure; choose another \`id\``:void 0),...unusedOptions(metric,path)]})}function isMeasure(name){return MEASURES.
some(measure=>measure===name)}var USED_BY={top:["accuracy"],threshold:["accuracy","balanced-accuracy","macro-f1","iou","agreement"]};function unusedOptions(metric,path){
return["top","threshold"].filter(option=>metric[option]!==void 0&&!USED_BY[option].includes(metric.name)).map(option=>complaint([...path,option],`${metric.name}\
 does not use \`${option}\` (${USED_BY[option].join(", ")} ${USED_BY[option].length===1?"does":"do"}); remove it`))}function gateRules({model,pathOf}){const ids=(model.
metrics??[]).map(metricId);const checks=(model.gate??[]).flatMap((check,index)=>{const path=[...pathOf("gate"),index];return[...told2([...path,"check"],subjectProblem(
check,model.name,ids)??sliceProblem(check,model.data)),...limitProblem(check,path)]});return[...checks,...budgetLimits(model.budget??{}).flatMap(({key,written})=>quantityProblem(
written,[...pathOf("budget"),key]))]}function subjectProblem({check},model,ids){const subject=check.slice(0,check.indexOf("."));if(ids.length===0||ids.includes(
subject)||isMeasure(subject))return void 0;const near=nearest(subject,[...ids,...MEASURES]);const hint=near===void 0?"":`; did you mean "${near}${check.slice(subject.
length)}"?`;return`model ${model} has no metric ${quote(subject)} (it has ${[...new Set(ids)].join(", ")}), nor is it a measure (${MEASURES.join(", ")})${hint}`}
function limitProblem(check,path){return["max","min"].flatMap(bound=>quantityProblem(check[bound],[...path,bound]))}function quantityProblem(written,path){const parsed=written===
void 0?void 0:parseLimit(written);return parsed===void 0||parsed.ok?[]:[complaint(path,parsed.reason)]}function pruneRules({model,pathOf}){return(model.prune??[]).
flatMap((step,index)=>{const path=[...pathOf("prune"),index];const amount=step.method==="unstructured"?sparsityRules(step,path):[...targetRules(step.target,[...path,
"target"]),...countedOnly(step,[...path,"target"])];return[...amount,...patternRules(step,path)]})}function countedOnly({method,target},path){const measured=["l\
atency","accuracy-drop","lossless"].filter(kind=>method==="blocks"&&target[kind]!==void 0);return measured.map(kind=>complaint([...path,kind],`blocks are not dr\
opped by ${kind}; use macs, params, size or ratio, or a structured step`))}var TARGET_KINDS=Object.keys(policy_schema_default.$defs.Target.properties).filter(key=>key!==
"cost");function targetRules(target,path){const kinds=TARGET_KINDS.filter(kind=>kind in target);if(kinds.length>1)return[complaint(path,`expected exactly one of\
 ${TARGET_KINDS.join(", ")}; found ${String(kinds.length)}`)];const factors=["macs","params","size","latency"].flatMap(kind=>{const written=target[kind];const parsed=written===
void 0?void 0:kind==="latency"?parseFactor(written):parseAmount(kind,written);return parsed===void 0||parsed.ok?[]:[complaint([...path,kind],parsed.reason)]});const share=target.
ratio===void 0?[]:shareProblem([...path,"ratio"],target.ratio);const drop=target["accuracy-drop"]===void 0?void 0:parseDrop(target["accuracy-drop"]);return[...factors,
...share,...drop===void 0||drop.ok?[]:[complaint([...path,"accuracy-drop"],drop.reason)]]}function sparsityRules({sparsity,pattern,block},path){if(pattern===void 0)
return sparsity===void 0?[complaint(path,'missing key "sparsity" (or "pattern")')]:shareProblem([...path,"sparsity"],sparsity);const[n=0,m=0]=pattern.split(":").
map(Number);return[...told2([...path,"sparsity"],sparsity===void 0?void 0:"a pattern says how many weights stay; remove `sparsity` or `pattern`"),...told2([...path,
"pattern"],n<m?void 0:`expected fewer to stay than there are, such as 2:4; found ${quote(pattern)}`),...told2([...path,"block"],block===void 0?void 0:"a pattern\
 is made of single weights; remove `block` or `pattern`")]}function shareProblem(path,written){const parsed=parseShare(written);return parsed.ok?[]:[complaint(path,
parsed.reason)]}function patternRules(step,path){return["keep","only"].flatMap(key=>(step[key]??[]).flatMap((pattern,index)=>told2([...path,key,index],patternProblem(
pattern))))}function preprocessRules({mean,std,resize,crop},path){const[means,stds]=[mean?.length??1,std?.length??1];const fits=means===stds||means===1||stds===
1;const inside=resize===void 0||crop===void 0||crop.width<=resize.width&&crop.height<=resize.height;return[...told2([...path,"std"],fits?void 0:`mean has ${means}\
 values, std has ${stds}: give one each, or one per channel`),...told2([...path,"crop"],inside?void 0:"the crop is larger than the resized picture")]}function sliceProblem({
check},{heldout}){return check.endsWith(".slice-drop")&&heldout.slices===void 0?"there are no slices: name columns of the held-out data in `data.heldout.slices`\
 (classes have `class-drop`)":void 0}var BY_LABEL="class";function sliceRules({heldout,calibration},path){return[...told2([...path,"calibration","slices"],calibration?.
slices===void 0?void 0:"only held-out samples are judged by slices; move it to `heldout`"),...(heldout.slices??[]).flatMap((name,index)=>told2([...path,"heldout",
"slices",index],name===BY_LABEL?`slices by the label are called ${quote(BY_LABEL)} and need no column; give this column another name`:void 0))]}var import__=__toESM(require__(),1);var compiled;function validator(){if(compiled!==void 0)return compiled;const ajv=new import__.Ajv2020({allErrors:true,verbose:true,discriminator:true,strict:true,
allowUnionTypes:true,strictRequired:false});ajv.addVocabulary(["tsType","expected"]);compiled=ajv.compile(policy_schema_default);return compiled}function checkShape(value){
const validate=validator();if(validate(value))return{ok:true,file:value};const complaints=worthTelling(validate.errors??[]).map(error=>explain(error,value)).filter(
complaint2=>complaint2!==void 0);return{ok:false,complaints:complaints.filter(complaint2=>!isExplainedByTypo(complaint2,complaints))}}var MAX_TOLD=1e3;function worthTelling(errors){
const mistyped=new Set(errors.filter(({keyword})=>keyword==="type").map(({instancePath})=>instancePath));return errors.filter(({keyword,instancePath,schemaPath})=>keyword===
"type"||!(mistyped.has(instancePath)||/\/oneOf\/\d+\/required$/.test(schemaPath))).slice(0,MAX_TOLD)}function isExplainedByTypo({path,message},all){const missing2=/^missing key "(.*)"$/.
exec(message)?.[1];if(missing2===void 0)return false;return all.some(other=>other.aboutKey&&other.path.length===path.length+1&&path.every((segment,i)=>segment===
other.path[i])&&other.message.endsWith(`did you mean "${missing2}"?`))}async function readPolicy({workspace,path,file:instead}){const bytes=await readPolicyBytes(instead??await insideOf(workspace,path),path);const{policy,file,document}=parse(
decodePolicy(bytes,path),path,sha256Of(bytes));const outside2=await pathsOutside(file,workspace);if(outside2.length>0)throw invalid(outside2,path,document);return policy}
async function insideOf(workspace,path){try{return await resolveInside(workspace,path)}catch(thrown){if(!(thrown instanceof UserError))throw thrown;throw new UserError(
{code:thrown.code,message:`the policy must lie inside the workspace, ${workspace}: ${thrown.message}`,where:path,cause:thrown,fix:"move it there, or name the fo\
lder that holds both the policy and the files that it names with --workspace (in the action: a path that starts at the root of the repository)"})}}function parsePolicy(text,path){
const bytes=Buffer.from(text,"utf8");if(bytes.length>MAX_POLICY_BYTES)throw policyTooLarge(path,bytes.length);return parse(text,path,sha256Of(bytes)).policy}function parse(written,path,sha256){
const text=written.replace(/^\ufeff/,"");const read=readDocument(text);if(!read.ok)throw fileProblem(path,read.problems);if(path.toLowerCase().endsWith(".json")&&
!isJson(text))throw fileProblem(path,[NOT_JSON]);const{document}=read;const checked=checkShape(document.value);if(!checked.ok)throw invalid(checked.complaints,path,
document);const complaints=checkRules(checked.file);if(complaints.length>0)throw invalid(complaints,path,document);return{policy:canonicalPolicy(checked.file,{path,
sha256,document}),file:checked.file,document}}var NOT_JSON={line:1,column:1,message:"not JSON (comments, trailing commas and words without quotes are YAML: name\
 the file .yml)"};function isJson(text){try{JSON.parse(text);return true}catch{return false}}function sha256Of(bytes){return createHash("sha256").update(bytes).
digest("hex")}async function pathsOutside(file,workspace){const found=[];for(const{at:at2,path}of policyPaths(file)){try{await resolveInside(workspace,path)}catch(thrown){
if(!(thrown instanceof UserError))throw thrown;found.push({path:at2,aboutKey:false,message:thrown.message})}}return found}function invalid(complaints,file,document){
return new PolicyInvalidError(complaints.map(({path,aboutKey,message})=>({file,...aboutKey?document.keyPlace(path):document.place(path),path:formatPath(path),message})))}export{require_yauzl,require_yazl,resolveInside,nearest,PolicyInvalidError,require__,readPolicy,parsePolicy};
