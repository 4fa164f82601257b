import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
import{progressView,readBytes,readSeconds}from"./chunk-IEY7JFNS.js";import{reportFailure,supervise}from"./chunk-UHZNBXSK.js";import{require_yauzl,require_yazl}from"./chunk-EYG4X75W.js";
import{COMMENT_BYTES,NAME_LIMIT,UserError,errorOfThrown,headline,messageOf,plain,prepareOutput,renderMarkdown,renderSummary,stackOf,writeReport}from"./chunk-LJ34OVUN.js";
import{HttpClient,cp,debug,error,getExecOutput,info,mkdirP,notice,rmRF,setOutput,setSecret,summary,warning}from"./chunk-LEBSUFOT.js";import"./chunk-JRU54YOW.js";
import"./chunk-ZVSUI5L2.js";import{__commonJS,__toESM}from"./chunk-NVV35YR3.js";var require_constants=__commonJS({"node_modules/semver/internal/constants.js"(exports,module){"use strict";var SEMVER_SPEC_VERSION="2.0.0";var MAX_LENGTH=256;var MAX_SAFE_INTEGER=Number.
MAX_SAFE_INTEGER||9007199254740991;var MAX_SAFE_COMPONENT_LENGTH=16;var MAX_SAFE_BUILD_LENGTH=MAX_LENGTH-6;var WHITESPACE_CHARACTERS=["	","\n","\v","\f","\r"," ",
"\xA0","\u1680","\u2000","\u2001","\u2002","\u2003","\u2004","\u2005","\u2006","\u2007","\u2008","\u2009","\u200A","\u2028","\u2029","\u202F","\u205F","\u3000",
"\uFEFF"];var RELEASE_TYPES=["major","premajor","minor","preminor","patch","prepatch","prerelease"];module.exports={MAX_LENGTH,MAX_SAFE_COMPONENT_LENGTH,MAX_SAFE_BUILD_LENGTH,
MAX_SAFE_INTEGER,WHITESPACE_CHARACTERS,RELEASE_TYPES,SEMVER_SPEC_VERSION,FLAG_INCLUDE_PRERELEASE:1,FLAG_LOOSE:2}}});var require_debug=__commonJS({"node_modules/semver/internal/debug.js"(exports,module){"use strict";var debug3=typeof process==="object"&&process.env&&process.env.
NODE_DEBUG&&/\bsemver\b/i.test(process.env.NODE_DEBUG)?(...args)=>console.error("SEMVER",...args):()=>{};module.exports=debug3}});var require_re=__commonJS({"node_modules/semver/internal/re.js"(exports,module){"use strict";var{MAX_SAFE_COMPONENT_LENGTH,MAX_SAFE_BUILD_LENGTH,MAX_LENGTH}=require_constants();
var debug3=require_debug();exports=module.exports={};var re=exports.re=[];var safeRe=exports.safeRe=[];var src=exports.src=[];var safeSrc=exports.safeSrc=[];var t=exports.
t={};var R=0;var LETTERDASHNUMBER="[a-zA-Z0-9-]";var safeRegexReplacements=[["\\s",1],["\\d",MAX_LENGTH],[LETTERDASHNUMBER,MAX_SAFE_BUILD_LENGTH]];var makeSafeRegex=value=>{
for(const[token,max]of safeRegexReplacements){value=value.split(`${token}*`).join(`${token}{0,${max}}`).split(`${token}+`).join(`${token}{1,${max}}`)}return value};
var createToken=(name,value,isGlobal)=>{const safe=makeSafeRegex(value);const index=R++;debug3(name,index,value);t[name]=index;src[index]=value;safeSrc[index]=safe;
re[index]=new RegExp(value,isGlobal?"g":void 0);safeRe[index]=new RegExp(safe,isGlobal?"g":void 0)};createToken("NUMERICIDENTIFIER","0|[1-9]\\d*");createToken("\
NUMERICIDENTIFIERLOOSE","\\d+");createToken("NONNUMERICIDENTIFIER",`\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`);createToken("MAINVERSION",`(${src[t.NUMERICIDENTIFIER]})\
\\.(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})`);createToken("MAINVERSIONLOOSE",`(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]}\
)\\.(${src[t.NUMERICIDENTIFIERLOOSE]})`);createToken("PRERELEASEIDENTIFIER",`(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIER]})`);createToken("PRERE\
LEASEIDENTIFIERLOOSE",`(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIERLOOSE]})`);createToken("PRERELEASE",`(?:-(${src[t.PRERELEASEIDENTIFIER]}(?:\\.${src[t.
PRERELEASEIDENTIFIER]})*))`);createToken("PRERELEASELOOSE",`(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`);createToken(
"BUILDIDENTIFIER",`${LETTERDASHNUMBER}+`);createToken("BUILD",`(?:\\+(${src[t.BUILDIDENTIFIER]}(?:\\.${src[t.BUILDIDENTIFIER]})*))`);createToken("FULLPLAIN",`v?${src[t.
MAINVERSION]}${src[t.PRERELEASE]}?${src[t.BUILD]}?`);createToken("FULL",`^${src[t.FULLPLAIN]}$`);createToken("LOOSEPLAIN",`[v=\\s]*${src[t.MAINVERSIONLOOSE]}${src[t.
PRERELEASELOOSE]}?${src[t.BUILD]}?`);createToken("LOOSE",`^${src[t.LOOSEPLAIN]}$`);createToken("GTLT","((?:<|>)?=?)");createToken("XRANGEIDENTIFIERLOOSE",`${src[t.
NUMERICIDENTIFIERLOOSE]}|x|X|\\*`);createToken("XRANGEIDENTIFIER",`${src[t.NUMERICIDENTIFIER]}|x|X|\\*`);createToken("XRANGEPLAIN",`[v=\\s]*(${src[t.XRANGEIDENTIFIER]}\
)(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:${src[t.PRERELEASE]})?${src[t.BUILD]}?)?)?`);createToken("XRANGEPLAINLOOSE",`[v=\\s]*(${src[t.
XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:${src[t.PRERELEASELOOSE]})?${src[t.BUILD]}?)?)?`);createToken(
"XRANGE",`^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`);createToken("XRANGELOOSE",`^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`);createToken("COERCEPLAIN",`${"\
(^|[^\\d])(\\d{1,"}${MAX_SAFE_COMPONENT_LENGTH}})(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`);createToken("COERC\
E",`${src[t.COERCEPLAIN]}(?:$|[^\\d])`);createToken("COERCEFULL",src[t.COERCEPLAIN]+`(?:${src[t.PRERELEASE]})?(?:${src[t.BUILD]})?(?:$|[^\\d])`);createToken("CO\
ERCERTL",src[t.COERCE],true);createToken("COERCERTLFULL",src[t.COERCEFULL],true);createToken("LONETILDE","(?:~>?)");createToken("TILDETRIM",`(\\s*)${src[t.LONETILDE]}\
\\s+`,true);exports.tildeTrimReplace="$1~";createToken("TILDE",`^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`);createToken("TILDELOOSE",`^${src[t.LONETILDE]}${src[t.
XRANGEPLAINLOOSE]}$`);createToken("LONECARET","(?:\\^)");createToken("CARETTRIM",`(\\s*)${src[t.LONECARET]}\\s+`,true);exports.caretTrimReplace="$1^";createToken(
"CARET",`^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`);createToken("CARETLOOSE",`^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`);createToken("COMPARATORLOOSE",
`^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`);createToken("COMPARATOR",`^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`);createToken("COMPARATORTRIM",`(\\s*)${src[t.
GTLT]}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`,true);exports.comparatorTrimReplace="$1$2$3";createToken("HYPHENRANGE",`^\\s*(${src[t.XRANGEPLAIN]})\\s+-\
\\s+(${src[t.XRANGEPLAIN]})\\s*$`);createToken("HYPHENRANGELOOSE",`^\\s*(${src[t.XRANGEPLAINLOOSE]})\\s+-\\s+(${src[t.XRANGEPLAINLOOSE]})\\s*$`);createToken("ST\
AR","(<|>)?=?\\s*\\*");createToken("GTE0","^\\s*>=\\s*0\\.0\\.0\\s*$");createToken("GTE0PRE","^\\s*>=\\s*0\\.0\\.0-0\\s*$")}});var require_parse_options=__commonJS({"node_modules/semver/internal/parse-options.js"(exports,module){"use strict";var looseOption=Object.freeze({loose:true});var emptyOpts=Object.
freeze({});var parseOptions=options=>{if(!options){return emptyOpts}if(typeof options!=="object"){return looseOption}return options};module.exports=parseOptions}});var require_identifiers=__commonJS({"node_modules/semver/internal/identifiers.js"(exports,module){"use strict";var numeric=/^[0-9]+$/;var compareIdentifiers=(a,b)=>{
if(typeof a==="number"&&typeof b==="number"){return a===b?0:a<b?-1:1}const anum=numeric.test(a);const bnum=numeric.test(b);if(anum&&bnum){a=+a;b=+b}return a===b?
0:anum&&!bnum?-1:bnum&&!anum?1:a<b?-1:1};var rcompareIdentifiers=(a,b)=>compareIdentifiers(b,a);module.exports={compareIdentifiers,rcompareIdentifiers}}});var require_semver=__commonJS({"node_modules/semver/classes/semver.js"(exports,module){"use strict";var debug3=require_debug();var{MAX_LENGTH,MAX_SAFE_INTEGER}=require_constants();
var{safeRe:re,t}=require_re();var parseOptions=require_parse_options();var{compareIdentifiers}=require_identifiers();var isPrereleaseIdentifier=(prerelease,identifier)=>{
const identifiers=identifier.split(".");if(identifiers.length>prerelease.length){return false}for(let i=0;i<identifiers.length;i++){if(compareIdentifiers(prerelease[i],
identifiers[i])!==0){return false}}return true};var SemVer=class _SemVer{constructor(version,options){options=parseOptions(options);if(version instanceof _SemVer){
if(version.loose===!!options.loose&&version.includePrerelease===!!options.includePrerelease){return version}else{version=version.version}}else if(typeof version!==
"string"){throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`)}if(version.length>MAX_LENGTH){throw new TypeError(`version is \
longer than ${MAX_LENGTH} characters`)}debug3("SemVer",version,options);this.options=options;this.loose=!!options.loose;this.includePrerelease=!!options.includePrerelease;
const m=version.trim().match(options.loose?re[t.LOOSE]:re[t.FULL]);if(!m){throw new TypeError(`Invalid Version: ${version}`)}this.raw=version;this.major=+m[1];this.
minor=+m[2];this.patch=+m[3];if(this.major>MAX_SAFE_INTEGER||this.major<0){throw new TypeError("Invalid major version")}if(this.minor>MAX_SAFE_INTEGER||this.minor<
0){throw new TypeError("Invalid minor version")}if(this.patch>MAX_SAFE_INTEGER||this.patch<0){throw new TypeError("Invalid patch version")}if(!m[4]){this.prerelease=
[]}else{this.prerelease=m[4].split(".").map(id=>{if(/^[0-9]+$/.test(id)){const num=+id;if(num>=0&&num<MAX_SAFE_INTEGER){return num}}return id})}this.build=m[5]?
m[5].split("."):[];this.format()}format(){this.version=`${this.major}.${this.minor}.${this.patch}`;if(this.prerelease.length){this.version+=`-${this.prerelease.
join(".")}`}return this.version}toString(){return this.version}compare(other){debug3("SemVer.compare",this.version,this.options,other);if(!(other instanceof _SemVer)){
if(typeof other==="string"&&other===this.version){return 0}other=new _SemVer(other,this.options)}if(other.version===this.version){return 0}return this.compareMain(
other)||this.comparePre(other)}compareMain(other){if(!(other instanceof _SemVer)){other=new _SemVer(other,this.options)}if(this.major<other.major){return-1}if(this.
major>other.major){return 1}if(this.minor<other.minor){return-1}if(this.minor>other.minor){return 1}if(this.patch<other.patch){return-1}if(this.patch>other.patch){
return 1}return 0}comparePre(other){if(!(other instanceof _SemVer)){other=new _SemVer(other,this.options)}if(this.prerelease.length&&!other.prerelease.length){return-1}else if(!this.
prerelease.length&&other.prerelease.length){return 1}else if(!this.prerelease.length&&!other.prerelease.length){return 0}let i=0;do{const a=this.prerelease[i];const b=other.
prerelease[i];debug3("prerelease compare",i,a,b);if(a===void 0&&b===void 0){return 0}else if(b===void 0){return 1}else if(a===void 0){return-1}else if(a===b){continue}else{
return compareIdentifiers(a,b)}}while(++i)}compareBuild(other){if(!(other instanceof _SemVer)){other=new _SemVer(other,this.options)}let i=0;do{const a=this.build[i];
const b=other.build[i];debug3("build compare",i,a,b);if(a===void 0&&b===void 0){return 0}else if(b===void 0){return 1}else if(a===void 0){return-1}else if(a===b){
continue}else{return compareIdentifiers(a,b)}}while(++i)}inc(release,identifier,identifierBase){if(release.startsWith("pre")){if(!identifier&&identifierBase===false){
throw new Error("invalid increment argument: identifier is empty")}if(identifier){const match=`-${identifier}`.match(this.options.loose?re[t.PRERELEASELOOSE]:re[t.
PRERELEASE]);if(!match||match[1]!==identifier){throw new Error(`invalid identifier: ${identifier}`)}}}switch(release){case"premajor":this.prerelease.length=0;this.
patch=0;this.minor=0;this.major++;this.inc("pre",identifier,identifierBase);break;case"preminor":this.prerelease.length=0;this.patch=0;this.minor++;this.inc("pr\
e",identifier,identifierBase);break;case"prepatch":this.prerelease.length=0;this.inc("patch",identifier,identifierBase);this.inc("pre",identifier,identifierBase);
break;case"prerelease":if(this.prerelease.length===0){this.inc("patch",identifier,identifierBase)}this.inc("pre",identifier,identifierBase);break;case"release":
if(this.prerelease.length===0){throw new Error(`version ${this.raw} is not a prerelease`)}this.prerelease.length=0;break;case"major":if(this.minor!==0||this.patch!==
0||this.prerelease.length===0){this.major++}this.minor=0;this.patch=0;this.prerelease=[];break;case"minor":if(this.patch!==0||this.prerelease.length===0){this.minor++}
this.patch=0;this.prerelease=[];break;case"patch":if(this.prerelease.length===0){this.patch++}this.prerelease=[];break;case"pre":{const base=Number(identifierBase)?
1:0;if(this.prerelease.length===0){this.prerelease=[base]}else{let i=this.prerelease.length;while(--i>=0){if(typeof this.prerelease[i]==="number"){this.prerelease[i]++;
i=-2}}if(i===-1){if(identifier===this.prerelease.join(".")&&identifierBase===false){throw new Error("invalid increment argument: identifier already exists")}this.
prerelease.push(base)}}if(identifier){let prerelease=[identifier,base];if(identifierBase===false){prerelease=[identifier]}if(isPrereleaseIdentifier(this.prerelease,
identifier)){const prereleaseBase=this.prerelease[identifier.split(".").length];if(isNaN(prereleaseBase)){this.prerelease=prerelease}}else{this.prerelease=prerelease}}
break}default:throw new Error(`invalid increment argument: ${release}`)}this.raw=this.format();if(this.build.length){this.raw+=`+${this.build.join(".")}`}return this}};
module.exports=SemVer}});var require_parse=__commonJS({"node_modules/semver/functions/parse.js"(exports,module){"use strict";var SemVer=require_semver();var parse=(version,options,throwErrors=false)=>{
if(version instanceof SemVer){return version}try{return new SemVer(version,options)}catch(er){if(!throwErrors){return null}throw er}};module.exports=parse}});var require_valid=__commonJS({"node_modules/semver/functions/valid.js"(exports,module){"use strict";var parse=require_parse();var valid2=(version,options)=>{const v=parse(
version,options);return v?v.version:null};module.exports=valid2}});var require_clean=__commonJS({"node_modules/semver/functions/clean.js"(exports,module){"use strict";var parse=require_parse();var clean2=(version,options)=>{const s=parse(
version.trim().replace(/^[=v]+/,""),options);return s?s.version:null};module.exports=clean2}});var require_inc=__commonJS({"node_modules/semver/functions/inc.js"(exports,module){"use strict";var SemVer=require_semver();var inc=(version,release,options,identifier,identifierBase)=>{
if(typeof options==="string"){identifierBase=identifier;identifier=options;options=void 0}try{return new SemVer(version instanceof SemVer?version.version:version,
options).inc(release,identifier,identifierBase).version}catch(er){return null}};module.exports=inc}});var require_diff=__commonJS({"node_modules/semver/functions/diff.js"(exports,module){"use strict";var parse=require_parse();var diff=(version1,version2)=>{const v1=parse(
version1,null,true);const v2=parse(version2,null,true);const comparison=v1.compare(v2);if(comparison===0){return null}const v1Higher=comparison>0;const highVersion=v1Higher?
v1:v2;const lowVersion=v1Higher?v2:v1;const highHasPre=!!highVersion.prerelease.length;const lowHasPre=!!lowVersion.prerelease.length;if(lowHasPre&&!highHasPre){
if(!lowVersion.patch&&!lowVersion.minor){return"major"}if(lowVersion.compareMain(highVersion)===0){if(lowVersion.minor&&!lowVersion.patch){return"minor"}return"\
patch"}}const prefix=highHasPre?"pre":"";if(v1.major!==v2.major){return prefix+"major"}if(v1.minor!==v2.minor){return prefix+"minor"}if(v1.patch!==v2.patch){return prefix+
"patch"}return"prerelease"};module.exports=diff}});var require_major=__commonJS({"node_modules/semver/functions/major.js"(exports,module){"use strict";var SemVer=require_semver();var major=(a,loose)=>new SemVer(
a,loose).major;module.exports=major}});var require_minor=__commonJS({"node_modules/semver/functions/minor.js"(exports,module){"use strict";var SemVer=require_semver();var minor=(a,loose)=>new SemVer(
a,loose).minor;module.exports=minor}});var require_patch=__commonJS({"node_modules/semver/functions/patch.js"(exports,module){"use strict";var SemVer=require_semver();var patch=(a,loose)=>new SemVer(
a,loose).patch;module.exports=patch}});var require_prerelease=__commonJS({"node_modules/semver/functions/prerelease.js"(exports,module){"use strict";var parse=require_parse();var prerelease=(version,options)=>{
const parsed=parse(version,options);return parsed&&parsed.prerelease.length?parsed.prerelease:null};module.exports=prerelease}});var require_compare=__commonJS({"node_modules/semver/functions/compare.js"(exports,module){"use strict";var SemVer=require_semver();var compare=(a,b,loose)=>new SemVer(
a,loose).compare(new SemVer(b,loose));module.exports=compare}});var require_rcompare=__commonJS({"node_modules/semver/functions/rcompare.js"(exports,module){"use strict";var compare=require_compare();var rcompare=(a,b,loose)=>compare(
b,a,loose);module.exports=rcompare}});var require_compare_loose=__commonJS({"node_modules/semver/functions/compare-loose.js"(exports,module){"use strict";var compare=require_compare();var compareLoose=(a,b)=>compare(
a,b,true);module.exports=compareLoose}});var require_compare_build=__commonJS({"node_modules/semver/functions/compare-build.js"(exports,module){"use strict";var SemVer=require_semver();var compareBuild=(a,b,loose)=>{
const versionA=new SemVer(a,loose);const versionB=new SemVer(b,loose);return versionA.compare(versionB)||versionA.compareBuild(versionB)};module.exports=compareBuild}});var require_sort=__commonJS({"node_modules/semver/functions/sort.js"(exports,module){"use strict";var compareBuild=require_compare_build();var sort=(list,loose)=>list.
sort((a,b)=>compareBuild(a,b,loose));module.exports=sort}});var require_rsort=__commonJS({"node_modules/semver/functions/rsort.js"(exports,module){"use strict";var compareBuild=require_compare_build();var rsort=(list,loose)=>list.
sort((a,b)=>compareBuild(b,a,loose));module.exports=rsort}});var require_gt=__commonJS({"node_modules/semver/functions/gt.js"(exports,module){"use strict";var compare=require_compare();var gt2=(a,b,loose)=>compare(a,b,loose)>
0;module.exports=gt2}});var require_lt=__commonJS({"node_modules/semver/functions/lt.js"(exports,module){"use strict";var compare=require_compare();var lt=(a,b,loose)=>compare(a,b,loose)<
0;module.exports=lt}});var require_eq=__commonJS({"node_modules/semver/functions/eq.js"(exports,module){"use strict";var compare=require_compare();var eq=(a,b,loose)=>compare(a,b,loose)===
0;module.exports=eq}});var require_neq=__commonJS({"node_modules/semver/functions/neq.js"(exports,module){"use strict";var compare=require_compare();var neq=(a,b,loose)=>compare(a,b,loose)!==
0;module.exports=neq}});var require_gte=__commonJS({"node_modules/semver/functions/gte.js"(exports,module){"use strict";var compare=require_compare();var gte=(a,b,loose)=>compare(a,b,loose)>=
0;module.exports=gte}});var require_lte=__commonJS({"node_modules/semver/functions/lte.js"(exports,module){"use strict";var compare=require_compare();var lte=(a,b,loose)=>compare(a,b,loose)<=
0;module.exports=lte}});var require_cmp=__commonJS({"node_modules/semver/functions/cmp.js"(exports,module){"use strict";var eq=require_eq();var neq=require_neq();var gt2=require_gt();var gte=require_gte();
var lt=require_lt();var lte=require_lte();var cmp=(a,op,b,loose)=>{switch(op){case"===":if(typeof a==="object"){a=a.version}if(typeof b==="object"){b=b.version}
return a===b;case"!==":if(typeof a==="object"){a=a.version}if(typeof b==="object"){b=b.version}return a!==b;case"":case"=":case"==":return eq(a,b,loose);case"!=":
return neq(a,b,loose);case">":return gt2(a,b,loose);case">=":return gte(a,b,loose);case"<":return lt(a,b,loose);case"<=":return lte(a,b,loose);default:throw new TypeError(
`Invalid operator: ${op}`)}};module.exports=cmp}});var require_coerce=__commonJS({"node_modules/semver/functions/coerce.js"(exports,module){"use strict";var SemVer=require_semver();var parse=require_parse();var{
safeRe:re,t}=require_re();var coerce=(version,options)=>{if(version instanceof SemVer){return version}if(typeof version==="number"){version=String(version)}if(typeof version!==
"string"){return null}options=options||{};let match=null;if(!options.rtl){match=version.match(options.includePrerelease?re[t.COERCEFULL]:re[t.COERCE])}else{const coerceRtlRegex=options.
includePrerelease?re[t.COERCERTLFULL]:re[t.COERCERTL];let next;while((next=coerceRtlRegex.exec(version))&&(!match||match.index+match[0].length!==version.length)){
if(!match||next.index+next[0].length!==match.index+match[0].length){match=next}coerceRtlRegex.lastIndex=next.index+next[1].length+next[2].length}coerceRtlRegex.
lastIndex=-1}if(match===null){return null}const major=match[2];const minor=match[3]||"0";const patch=match[4]||"0";const prerelease=options.includePrerelease&&match[5]?
`-${match[5]}`:"";const build=options.includePrerelease&&match[6]?`+${match[6]}`:"";return parse(`${major}.${minor}.${patch}${prerelease}${build}`,options)};module.
exports=coerce}});var require_truncate=__commonJS({"node_modules/semver/functions/truncate.js"(exports,module){"use strict";var parse=require_parse();var constants=require_constants();
var SemVer=require_semver();var truncate=(version,truncation,options)=>{if(!constants.RELEASE_TYPES.includes(truncation)){return null}const clonedVersion=cloneInputVersion(
version,options);return clonedVersion&&doTruncation(clonedVersion,truncation)};var cloneInputVersion=(version,options)=>{const versionStringToParse=version instanceof
SemVer?version.version:version;return parse(versionStringToParse,options)};var doTruncation=(version,truncation)=>{if(isPrerelease(truncation)){return version.version}
version.prerelease=[];switch(truncation){case"major":version.minor=0;version.patch=0;break;case"minor":version.patch=0;break}return version.format()};var isPrerelease=type=>{
return type.startsWith("pre")};module.exports=truncate}});var require_lrucache=__commonJS({"node_modules/semver/internal/lrucache.js"(exports,module){"use strict";var LRUCache=class{constructor(){this.max=1e3;this.map=
new Map}get(key){const value=this.map.get(key);if(value===void 0){return void 0}else{this.map.delete(key);this.map.set(key,value);return value}}delete(key){return this.
map.delete(key)}set(key,value){const deleted=this.delete(key);if(!deleted&&value!==void 0){if(this.map.size>=this.max){const firstKey=this.map.keys().next().value;
this.delete(firstKey)}this.map.set(key,value)}return this}};module.exports=LRUCache}});var require_trim_comparator_whitespace=__commonJS({"node_modules/semver/internal/trim-comparator-whitespace.js"(exports,module){"use strict";var{MAX_LENGTH,MAX_SAFE_BUILD_LENGTH,
WHITESPACE_CHARACTERS}=require_constants();var whitespace=new Uint8Array(65536);for(const char of WHITESPACE_CHARACTERS){whitespace[char.charCodeAt(0)]=1}var isWhitespace=char=>char!==
void 0&&whitespace[char.charCodeAt(0)]===1;var isVersionPrefix=char=>char==="v"||char==="="||isWhitespace(char);var isDigit=char=>char!==void 0&&char>="0"&&char<=
"9";var isLetter=char=>char!==void 0&&(char>="a"&&char<="z"||char>="A"&&char<="Z");var isIdentifierCharacter=char=>isDigit(char)||isLetter(char)||char==="-";var isVersionStart=char=>isDigit(
char)||char==="x"||char==="X"||char==="*";var findDigitsEndIndex=(range,start,limit,digitRuns)=>{if(!isDigit(range[start])){return start}if(start>=digitRuns.start&&
start<digitRuns.end){return Math.min(start+limit,digitRuns.end)}if(start>=digitRuns.previousStart&&start<digitRuns.previousEnd){return Math.min(start+limit,digitRuns.
previousEnd)}let end2=start+1;while(isDigit(range[end2])){end2++}digitRuns.previousStart=digitRuns.start;digitRuns.previousEnd=digitRuns.end;digitRuns.start=start;
digitRuns.end=end2;return Math.min(start+limit,end2)};var findVersionNumberEndIndex=(range,start,loose,digitRuns)=>{if(!loose&&range[start]==="0"){return start+
1}return findDigitsEndIndex(range,start,loose?MAX_LENGTH:MAX_LENGTH+1,digitRuns)};var findPrereleaseIdentifierEndIndex=(range,start,loose,digitRuns)=>{const digitsEnd=findDigitsEndIndex(
range,start,MAX_LENGTH,digitRuns);if(isLetter(range[digitsEnd])||range[digitsEnd]==="-"){let end2=digitsEnd+1;const limit=end2+MAX_SAFE_BUILD_LENGTH;while(end2<
limit&&isIdentifierCharacter(range[end2])){end2++}return end2}return findVersionNumberEndIndex(range,start,loose,digitRuns)};var findPrereleaseEndIndex=(range,start,loose,digitRuns)=>{
const hyphen=range[start]==="-";if(!loose&&!hyphen){return start}const identifierStart=start+(hyphen?1:0);let end2=findPrereleaseIdentifierEndIndex(range,identifierStart,
loose,digitRuns);if(end2===identifierStart){if(!loose||!hyphen){return start}end2=findPrereleaseIdentifierEndIndex(range,start,loose,digitRuns)}while(range[end2]===
"."){const next=findPrereleaseIdentifierEndIndex(range,end2+1,loose,digitRuns);if(next===end2+1){break}end2=next}return end2};var findBuildIdentifierEndIndex=(range,start)=>{
let end2=start;while(end2-start<MAX_SAFE_BUILD_LENGTH&&isIdentifierCharacter(range[end2])){end2++}return end2};var findBuildEndIndex=(range,start)=>{if(range[start]!==
"+"){return start}let end2=findBuildIdentifierEndIndex(range,start+1);if(end2===start+1){return start}while(range[end2]==="."){const next=findBuildIdentifierEndIndex(
range,end2+1);if(next===end2+1){break}end2=next}return end2};var findLooseFullVersionEndIndex=(range,start,digitRuns)=>{let end2=start;for(let component=0;component<
3;component++){const next=findVersionNumberEndIndex(range,end2,true,digitRuns);if(next===end2){return start}end2=next;if(component<2){if(range[end2]!=="."){return start}
end2++}}const prereleaseEnd=findPrereleaseEndIndex(range,end2,true,digitRuns);return findBuildEndIndex(range,prereleaseEnd)};var findPartialVersionComponentEndIndex=(range,start,digitRuns)=>{
if(isDigit(range[start])){return findVersionNumberEndIndex(range,start,false,digitRuns)}return isVersionStart(range[start])?start+1:start};var findPartialVersionEndIndex=(range,start,digitRuns)=>{
let end2=findPartialVersionComponentEndIndex(range,start,digitRuns);for(let component=0;component<2;component++){if(range[end2]!=="."){return end2}const next=findPartialVersionComponentEndIndex(
range,end2+1,digitRuns);if(next===end2+1){return end2}end2=next}const prereleaseEnd=findPrereleaseEndIndex(range,end2,false,digitRuns);return findBuildEndIndex(
range,prereleaseEnd)};var findVersionEndIndex=(range,start,digitRuns)=>{const fullVersionEnd=findLooseFullVersionEndIndex(range,start,digitRuns);return fullVersionEnd!==
start?fullVersionEnd:findPartialVersionEndIndex(range,start,digitRuns)};var findRemovableWhitespaceIndex=(range,matchStart)=>{let position=matchStart;if(isWhitespace(
range[position])){position++}if(range[position]==="<"||range[position]===">"){position++}if(range[position]==="="){position++}return isWhitespace(range[position])?
position:-1};var trimComparatorWhitespace=range=>{let result="";let copyFrom=0;let cursor=0;const digitRuns={start:-1,end:-1,previousStart:-1,previousEnd:-1};while(cursor<
range.length){const matchStart=cursor;if(range[cursor]==="<"||range[cursor]===">"){cursor++}else if(!isVersionPrefix(range[cursor])&&!isVersionStart(range[cursor])){
cursor++;continue}while(cursor<range.length&&isVersionPrefix(range[cursor])){cursor++}if(!isVersionStart(range[cursor])){continue}const whitespacePosition=findRemovableWhitespaceIndex(
range,matchStart);if(whitespacePosition!==-1){result+=range.slice(copyFrom,whitespacePosition);copyFrom=whitespacePosition+1}cursor=findVersionEndIndex(range,cursor,
digitRuns)}return result+range.slice(copyFrom)};module.exports=trimComparatorWhitespace}});var require_range=__commonJS({"node_modules/semver/classes/range.js"(exports,module){"use strict";var SPACE_CHARACTERS=/\s+/g;var Range=class _Range{constructor(range,options){
options=parseOptions(options);if(range instanceof _Range){if(range.loose===!!options.loose&&range.includePrerelease===!!options.includePrerelease){return range}else{
return new _Range(range.raw,options)}}if(range instanceof Comparator){this.raw=range.value;this.set=[[range]];this.formatted=void 0;return this}this.options=options;
this.loose=!!options.loose;this.includePrerelease=!!options.includePrerelease;this.raw=range.trim().replace(SPACE_CHARACTERS," ");this.set=this.raw.split("||").
map(r=>this.parseRange(r.trim())).filter(c=>c.length);if(!this.set.length){throw new TypeError(`Invalid SemVer Range: ${this.raw}`)}if(this.set.length>1){const first=this.
set[0];this.set=this.set.filter(c=>!isNullSet(c[0]));if(this.set.length===0){this.set=[first]}else if(this.set.length>1){for(const c of this.set){if(c.length===
1&&isAny(c[0])){this.set=[c];break}}}}this.formatted=void 0}get range(){if(this.formatted===void 0){this.formatted="";for(let i=0;i<this.set.length;i++){if(i>0){
this.formatted+="||"}const comps=this.set[i];for(let k=0;k<comps.length;k++){if(k>0){this.formatted+=" "}this.formatted+=comps[k].toString().trim()}}}return this.
formatted}format(){return this.range}toString(){return this.range}parseRange(range){range=range.replace(BUILDSTRIPRE,"");const memoOpts=(this.options.includePrerelease&&
FLAG_INCLUDE_PRERELEASE)|(this.options.loose&&FLAG_LOOSE);const memoKey=memoOpts+":"+range;const cached=cache.get(memoKey);if(cached){return cached}const loose=this.
options.loose;const hr=loose?re[t.HYPHENRANGELOOSE]:re[t.HYPHENRANGE];range=range.replace(hr,hyphenReplace(this.options.includePrerelease));debug3("hyphen repla\
ce",range);range=trimComparatorWhitespace(range);debug3("comparator trim",range);range=range.replace(re[t.TILDETRIM],tildeTrimReplace);debug3("tilde trim",range);
range=range.replace(re[t.CARETTRIM],caretTrimReplace);debug3("caret trim",range);let rangeList=range.split(" ").map(comp=>parseComparator(comp,this.options)).join(
" ").split(/\s+/).map(comp=>replaceGTE0(comp,this.options));if(loose){rangeList=rangeList.filter(comp=>{debug3("loose invalid filter",comp,this.options);return!!comp.
match(re[t.COMPARATORLOOSE])})}debug3("range list",rangeList);const rangeMap=new Map;const comparators=rangeList.map(comp=>new Comparator(comp,this.options));for(const comp of comparators){
if(isNullSet(comp)){return[comp]}rangeMap.set(comp.value,comp)}if(rangeMap.size>1&&rangeMap.has("")){rangeMap.delete("")}const result=[...rangeMap.values()];cache.
set(memoKey,result);return result}intersects(range,options){if(!(range instanceof _Range)){throw new TypeError("a Range is required")}return this.set.some(thisComparators=>{
return isSatisfiable(thisComparators,options)&&range.set.some(rangeComparators=>{return isSatisfiable(rangeComparators,options)&&thisComparators.every(thisComparator=>{
return rangeComparators.every(rangeComparator=>{return thisComparator.intersects(rangeComparator,options)})})})})}test(version){if(!version){return false}if(typeof version===
"string"){try{version=new SemVer(version,this.options)}catch(er){return false}}for(let i=0;i<this.set.length;i++){if(testSet(this.set[i],version,this.options)){
return true}}return false}};module.exports=Range;var LRU=require_lrucache();var cache=new LRU;var parseOptions=require_parse_options();var Comparator=require_comparator();
var debug3=require_debug();var SemVer=require_semver();var trimComparatorWhitespace=require_trim_comparator_whitespace();var{safeRe:re,src,t,tildeTrimReplace,caretTrimReplace}=require_re();
var{FLAG_INCLUDE_PRERELEASE,FLAG_LOOSE}=require_constants();var BUILDSTRIPRE=new RegExp(src[t.BUILD],"g");var isNullSet=c=>c.value==="<0.0.0-0";var isAny=c=>c.value===
"";var isSatisfiable=(comparators,options)=>{let result=true;const remainingComparators=comparators.slice();let testComparator=remainingComparators.pop();while(result&&
remainingComparators.length){result=remainingComparators.every(otherComparator=>{return testComparator.intersects(otherComparator,options)});testComparator=remainingComparators.
pop()}return result};var parseComparator=(comp,options)=>{comp=comp.replace(re[t.BUILD],"");debug3("comp",comp,options);comp=replaceCarets(comp,options);debug3(
"caret",comp);comp=replaceTildes(comp,options);debug3("tildes",comp);comp=replaceXRanges(comp,options);debug3("xrange",comp);comp=replaceStars(comp,options);debug3(
"stars",comp);return comp};var isX=id=>!id||id.toLowerCase()==="x"||id==="*";var invalidXRangeOrder=(M,m,p)=>isX(M)&&!isX(m)||isX(m)&&p&&!isX(p);var replaceTildes=(comp,options)=>{
return comp.trim().split(/\s+/).map(c=>replaceTilde(c,options)).join(" ")};var replaceTilde=(comp,options)=>{const r=options.loose?re[t.TILDELOOSE]:re[t.TILDE];
const z=options.includePrerelease?"-0":"";return comp.replace(r,(_,M,m,p,pr)=>{debug3("tilde",comp,_,M,m,p,pr);let ret;if(isX(M)){ret=""}else if(isX(m)){ret=`>=${M}\
.0.0${z} <${+M+1}.0.0-0`}else if(isX(p)){ret=`>=${M}.${m}.0${z} <${M}.${+m+1}.0-0`}else if(pr){debug3("replaceTilde pr",pr);ret=`>=${M}.${m}.${p}-${pr} <${M}.${+m+
1}.0-0`}else{ret=`>=${M}.${m}.${p} <${M}.${+m+1}.0-0`}debug3("tilde return",ret);return ret})};var replaceCarets=(comp,options)=>{return comp.trim().split(/\s+/).
map(c=>replaceCaret(c,options)).join(" ")};var replaceCaret=(comp,options)=>{debug3("caret",comp,options);const r=options.loose?re[t.CARETLOOSE]:re[t.CARET];const z=options.
includePrerelease?"-0":"";return comp.replace(r,(_,M,m,p,pr)=>{debug3("caret",comp,_,M,m,p,pr);let ret;if(isX(M)){ret=""}else if(isX(m)){ret=`>=${M}.0.0${z} <${+M+
1}.0.0-0`}else if(isX(p)){if(M==="0"){ret=`>=${M}.${m}.0${z} <${M}.${+m+1}.0-0`}else{ret=`>=${M}.${m}.0${z} <${+M+1}.0.0-0`}}else if(pr){debug3("replaceCaret pr",
pr);if(M==="0"){if(m==="0"){ret=`>=${M}.${m}.${p}-${pr} <${M}.${m}.${+p+1}-0`}else{ret=`>=${M}.${m}.${p}-${pr} <${M}.${+m+1}.0-0`}}else{ret=`>=${M}.${m}.${p}-${pr}\
 <${+M+1}.0.0-0`}}else{debug3("no pr");if(M==="0"){if(m==="0"){ret=`>=${M}.${m}.${p} <${M}.${m}.${+p+1}-0`}else{ret=`>=${M}.${m}.${p} <${M}.${+m+1}.0-0`}}else{ret=
`>=${M}.${m}.${p} <${+M+1}.0.0-0`}}debug3("caret return",ret);return ret})};var replaceXRanges=(comp,options)=>{debug3("replaceXRanges",comp,options);return comp.
split(/\s+/).map(c=>replaceXRange(c,options)).join(" ")};var replaceXRange=(comp,options)=>{comp=comp.trim();const r=options.loose?re[t.XRANGELOOSE]:re[t.XRANGE];
return comp.replace(r,(ret,gtlt,M,m,p,pr)=>{debug3("xRange",comp,ret,gtlt,M,m,p,pr);if(invalidXRangeOrder(M,m,p)){return comp}const xM=isX(M);const xm=xM||isX(m);
const xp=xm||isX(p);const anyX=xp;if(gtlt==="="&&anyX){gtlt=""}pr=options.includePrerelease?"-0":"";if(xM){if(gtlt===">"||gtlt==="<"){ret="<0.0.0-0"}else{ret="*"}}else if(gtlt&&
anyX){if(xm){m=0}p=0;if(gtlt===">"){gtlt=">=";if(xm){M=+M+1;m=0;p=0}else{m=+m+1;p=0}}else if(gtlt==="<="){gtlt="<";if(xm){M=+M+1}else{m=+m+1}}if(gtlt==="<"){pr=
"-0"}ret=`${gtlt+M}.${m}.${p}${pr}`}else if(xm){ret=`>=${M}.0.0${pr} <${+M+1}.0.0-0`}else if(xp){ret=`>=${M}.${m}.0${pr} <${M}.${+m+1}.0-0`}debug3("xRange retur\
n",ret);return ret})};var replaceStars=(comp,options)=>{debug3("replaceStars",comp,options);return comp.trim().replace(re[t.STAR],"")};var replaceGTE0=(comp,options)=>{
debug3("replaceGTE0",comp,options);return comp.trim().replace(re[options.includePrerelease?t.GTE0PRE:t.GTE0],"")};var hyphenReplace=incPr=>($0,from,fM,fm,fp,fpr,fb,to,tM,tm,tp,tpr)=>{
if(isX(fM)){from=""}else if(isX(fm)){from=`>=${fM}.0.0${incPr?"-0":""}`}else if(isX(fp)){from=`>=${fM}.${fm}.0${incPr?"-0":""}`}else if(fpr){from=`>=${from}`}else{
from=`>=${from}${incPr?"-0":""}`}if(isX(tM)){to=""}else if(isX(tm)){to=`<${+tM+1}.0.0-0`}else if(isX(tp)){to=`<${tM}.${+tm+1}.0-0`}else if(tpr){to=`<=${tM}.${tm}\
.${tp}-${tpr}`}else if(incPr){to=`<${tM}.${tm}.${+tp+1}-0`}else{to=`<=${to}`}return`${from} ${to}`.trim()};var testSet=(set,version,options)=>{for(let i=0;i<set.
length;i++){if(!set[i].test(version)){return false}}if(version.prerelease.length&&!options.includePrerelease){for(let i=0;i<set.length;i++){debug3(set[i].semver);
if(set[i].semver===Comparator.ANY){continue}if(set[i].semver.prerelease.length>0){const allowed=set[i].semver;if(allowed.major===version.major&&allowed.minor===
version.minor&&allowed.patch===version.patch){return true}}}return false}return true}}});var require_comparator=__commonJS({"node_modules/semver/classes/comparator.js"(exports,module){"use strict";var ANY=Symbol("SemVer ANY");var Comparator=class _Comparator{static get ANY(){
return ANY}constructor(comp,options){options=parseOptions(options);if(comp instanceof _Comparator){if(comp.loose===!!options.loose){return comp}else{comp=comp.value}}
comp=comp.trim().split(/\s+/).join(" ");debug3("comparator",comp,options);this.options=options;this.loose=!!options.loose;this.parse(comp);if(this.semver===ANY){
this.value=""}else{this.value=this.operator+this.semver.version}debug3("comp",this)}parse(comp){const r=this.options.loose?re[t.COMPARATORLOOSE]:re[t.COMPARATOR];
const m=comp.match(r);if(!m){throw new TypeError(`Invalid comparator: ${comp}`)}this.operator=m[1]!==void 0?m[1]:"";if(this.operator==="="){this.operator=""}if(!m[2]){
this.semver=ANY}else{this.semver=new SemVer(m[2],this.options.loose)}}toString(){return this.value}test(version){debug3("Comparator.test",version,this.options.loose);
if(this.semver===ANY||version===ANY){return true}if(typeof version==="string"){try{version=new SemVer(version,this.options)}catch(er){return false}}return cmp(version,
this.operator,this.semver,this.options)}intersects(comp,options){if(!(comp instanceof _Comparator)){throw new TypeError("a Comparator is required")}if(this.operator===
""){if(this.value===""){return true}return new Range(comp.value,options).test(this.value)}else if(comp.operator===""){if(comp.value===""){return true}return new Range(
this.value,options).test(comp.semver)}options=parseOptions(options);if(options.includePrerelease&&(this.value==="<0.0.0-0"||comp.value==="<0.0.0-0")){return false}
if(!options.includePrerelease&&(this.value.startsWith("<0.0.0")||comp.value.startsWith("<0.0.0"))){return false}if(this.operator.startsWith(">")&&comp.operator.
startsWith(">")){return true}if(this.operator.startsWith("<")&&comp.operator.startsWith("<")){return true}if(this.semver.version===comp.semver.version&&this.operator.
includes("=")&&comp.operator.includes("=")){return true}if(cmp(this.semver,"<",comp.semver,options)&&this.operator.startsWith(">")&&comp.operator.startsWith("<")){
return true}if(cmp(this.semver,">",comp.semver,options)&&this.operator.startsWith("<")&&comp.operator.startsWith(">")){return true}return false}};module.exports=
Comparator;var parseOptions=require_parse_options();var{safeRe:re,t}=require_re();var cmp=require_cmp();var debug3=require_debug();var SemVer=require_semver();var Range=require_range()}});var require_satisfies=__commonJS({"node_modules/semver/functions/satisfies.js"(exports,module){"use strict";var Range=require_range();var satisfies3=(version,range,options)=>{
try{range=new Range(range,options)}catch(er){return false}return range.test(version)};module.exports=satisfies3}});var require_to_comparators=__commonJS({"node_modules/semver/ranges/to-comparators.js"(exports,module){"use strict";var Range=require_range();var toComparators=(range,options)=>new Range(
range,options).set.map(comp=>comp.map(c=>c.value).join(" ").trim().split(" "));module.exports=toComparators}});var require_max_satisfying=__commonJS({"node_modules/semver/ranges/max-satisfying.js"(exports,module){"use strict";var SemVer=require_semver();var Range=require_range();
var maxSatisfying=(versions,range,options)=>{let max=null;let maxSV=null;let rangeObj=null;try{rangeObj=new Range(range,options)}catch(er){return null}versions.
forEach(v=>{if(rangeObj.test(v)){if(!max||maxSV.compare(v)===-1){max=v;maxSV=new SemVer(max,options)}}});return max};module.exports=maxSatisfying}});var require_min_satisfying=__commonJS({"node_modules/semver/ranges/min-satisfying.js"(exports,module){"use strict";var SemVer=require_semver();var Range=require_range();
var minSatisfying=(versions,range,options)=>{let min=null;let minSV=null;let rangeObj=null;try{rangeObj=new Range(range,options)}catch(er){return null}versions.
forEach(v=>{if(rangeObj.test(v)){if(!min||minSV.compare(v)===1){min=v;minSV=new SemVer(min,options)}}});return min};module.exports=minSatisfying}});var require_min_version=__commonJS({"node_modules/semver/ranges/min-version.js"(exports,module){"use strict";var SemVer=require_semver();var Range=require_range();
var gt2=require_gt();var minVersion=(range,loose)=>{range=new Range(range,loose);let minver=new SemVer("0.0.0");if(range.test(minver)){return minver}minver=new SemVer(
"0.0.0-0");if(range.test(minver)){return minver}minver=null;for(let i=0;i<range.set.length;++i){const comparators=range.set[i];let setMin=null;comparators.forEach(
comparator=>{const compver=new SemVer(comparator.semver.version);switch(comparator.operator){case">":if(compver.prerelease.length===0){compver.patch++}else{compver.
prerelease.push(0)}compver.raw=compver.format();case"":case">=":if(!setMin||gt2(compver,setMin)){setMin=compver}break;case"<":case"<=":break;default:throw new Error(
`Unexpected operation: ${comparator.operator}`)}});if(setMin&&(!minver||gt2(minver,setMin))){minver=setMin}}if(minver&&range.test(minver)){return minver}return null};
module.exports=minVersion}});var require_valid2=__commonJS({"node_modules/semver/ranges/valid.js"(exports,module){"use strict";var Range=require_range();var validRange=(range,options)=>{try{
return new Range(range,options).range||"*"}catch(er){return null}};module.exports=validRange}});var require_outside=__commonJS({"node_modules/semver/ranges/outside.js"(exports,module){"use strict";var SemVer=require_semver();var Comparator=require_comparator();
var{ANY}=Comparator;var Range=require_range();var satisfies3=require_satisfies();var gt2=require_gt();var lt=require_lt();var lte=require_lte();var gte=require_gte();
var outside=(version,range,hilo,options)=>{version=new SemVer(version,options);range=new Range(range,options);let gtfn,ltefn,ltfn,comp,ecomp;switch(hilo){case">":
gtfn=gt2;ltefn=lte;ltfn=lt;comp=">";ecomp=">=";break;case"<":gtfn=lt;ltefn=gte;ltfn=gt2;comp="<";ecomp="<=";break;default:throw new TypeError('Must provide a hi\
lo val of "<" or ">"')}if(satisfies3(version,range,options)){return false}for(let i=0;i<range.set.length;++i){const comparators=range.set[i];let high=null;let low=null;
comparators.forEach(comparator=>{if(comparator.semver===ANY){comparator=new Comparator(">=0.0.0")}high=high||comparator;low=low||comparator;if(gtfn(comparator.semver,
high.semver,options)){high=comparator}else if(ltfn(comparator.semver,low.semver,options)){low=comparator}});if(high.operator===comp||high.operator===ecomp){return false}
if((!low.operator||low.operator===comp)&&ltefn(version,low.semver)){return false}else if(low.operator===ecomp&&ltfn(version,low.semver)){return false}}return true};
module.exports=outside}});var require_gtr=__commonJS({"node_modules/semver/ranges/gtr.js"(exports,module){"use strict";var outside=require_outside();var gtr=(version,range,options)=>outside(
version,range,">",options);module.exports=gtr}});var require_ltr=__commonJS({"node_modules/semver/ranges/ltr.js"(exports,module){"use strict";var outside=require_outside();var ltr=(version,range,options)=>outside(
version,range,"<",options);module.exports=ltr}});var require_intersects=__commonJS({"node_modules/semver/ranges/intersects.js"(exports,module){"use strict";var Range=require_range();var intersects=(r1,r2,options)=>{
r1=new Range(r1,options);r2=new Range(r2,options);return r1.intersects(r2,options)};module.exports=intersects}});var require_simplify=__commonJS({"node_modules/semver/ranges/simplify.js"(exports,module){"use strict";var satisfies3=require_satisfies();var compare=require_compare();
module.exports=(versions,range,options)=>{const set=[];let first=null;let prev=null;const v=versions.sort((a,b)=>compare(a,b,options));for(const version of v){const included=satisfies3(
version,range,options);if(included){prev=version;if(!first){first=version}}else{if(prev){set.push([first,prev])}prev=null;first=null}}if(first){set.push([first,
null])}const ranges=[];for(const[min,max]of set){if(min===max){ranges.push(min)}else if(!max&&min===v[0]){ranges.push("*")}else if(!max){ranges.push(`>=${min}`)}else if(min===
v[0]){ranges.push(`<=${max}`)}else{ranges.push(`${min} - ${max}`)}}const simplified=ranges.join(" || ");const original=typeof range.raw==="string"?range.raw:String(
range);return simplified.length<original.length?simplified:range}}});var require_subset=__commonJS({"node_modules/semver/ranges/subset.js"(exports,module){"use strict";var Range=require_range();var Comparator=require_comparator();
var{ANY}=Comparator;var satisfies3=require_satisfies();var compare=require_compare();var subset=(sub,dom,options={})=>{if(sub===dom){return true}sub=new Range(sub,
options);dom=new Range(dom,options);let sawNonNull=false;OUTER:for(const simpleSub of sub.set){for(const simpleDom of dom.set){const isSub=simpleSubset(simpleSub,
simpleDom,options);sawNonNull=sawNonNull||isSub!==null;if(isSub){continue OUTER}}if(sawNonNull){return false}}return true};var minimumVersionWithPreRelease=[new Comparator(
">=0.0.0-0")];var minimumVersion=[new Comparator(">=0.0.0")];var simpleSubset=(sub,dom,options)=>{if(sub===dom){return true}if(sub.length===1&&sub[0].semver===ANY){
if(dom.length===1&&dom[0].semver===ANY){return true}else if(options.includePrerelease){sub=minimumVersionWithPreRelease}else{sub=minimumVersion}}if(dom.length===
1&&dom[0].semver===ANY){if(options.includePrerelease){return true}else{dom=minimumVersion}}const eqSet=new Set;let gt2,lt;for(const c of sub){if(c.operator===">"||
c.operator===">="){gt2=higherGT(gt2,c,options)}else if(c.operator==="<"||c.operator==="<="){lt=lowerLT(lt,c,options)}else{eqSet.add(c.semver)}}if(eqSet.size>1){
return null}let gtltComp;if(gt2&&lt){gtltComp=compare(gt2.semver,lt.semver,options);if(gtltComp>0){return null}else if(gtltComp===0&&(gt2.operator!==">="||lt.operator!==
"<=")){return null}}for(const eq of eqSet){if(gt2&&!satisfies3(eq,String(gt2),options)){return null}if(lt&&!satisfies3(eq,String(lt),options)){return null}for(const c of dom){
if(!satisfies3(eq,String(c),options)){return false}}return true}let higher,lower;let hasDomLT,hasDomGT;let needDomLTPre=lt&&!options.includePrerelease&&lt.semver.
prerelease.length?lt.semver:false;let needDomGTPre=gt2&&!options.includePrerelease&&gt2.semver.prerelease.length?gt2.semver:false;if(needDomLTPre&&needDomLTPre.
prerelease.length===1&&lt.operator==="<"&&needDomLTPre.prerelease[0]===0){needDomLTPre=false}for(const c of dom){hasDomGT=hasDomGT||c.operator===">"||c.operator===
">=";hasDomLT=hasDomLT||c.operator==="<"||c.operator==="<=";if(gt2){if(needDomGTPre){if(c.semver.prerelease&&c.semver.prerelease.length&&c.semver.major===needDomGTPre.
major&&c.semver.minor===needDomGTPre.minor&&c.semver.patch===needDomGTPre.patch){needDomGTPre=false}}if(c.operator===">"||c.operator===">="){higher=higherGT(gt2,
c,options);if(higher===c&&higher!==gt2){return false}}else if(gt2.operator===">="&&!c.test(gt2.semver)){return false}}if(lt){if(needDomLTPre){if(c.semver.prerelease&&
c.semver.prerelease.length&&c.semver.major===needDomLTPre.major&&c.semver.minor===needDomLTPre.minor&&c.semver.patch===needDomLTPre.patch){needDomLTPre=false}}if(c.
operator==="<"||c.operator==="<="){lower=lowerLT(lt,c,options);if(lower===c&&lower!==lt){return false}}else if(lt.operator==="<="&&!c.test(lt.semver)){return false}}
if(!c.operator&&(lt||gt2)&&gtltComp!==0){return false}}if(gt2&&hasDomLT&&!lt&&gtltComp!==0){return false}if(lt&&hasDomGT&&!gt2&&gtltComp!==0){return false}if(needDomGTPre||
needDomLTPre){return false}return true};var higherGT=(a,b,options)=>{if(!a){return b}const comp=compare(a.semver,b.semver,options);return comp>0?a:comp<0?b:b.operator===
">"&&a.operator===">="?b:a};var lowerLT=(a,b,options)=>{if(!a){return b}const comp=compare(a.semver,b.semver,options);return comp<0?a:comp>0?b:b.operator==="<"&&
a.operator==="<="?b:a};module.exports=subset}});var require_semver2=__commonJS({"node_modules/semver/index.js"(exports,module){"use strict";var internalRe=require_re();var constants=require_constants();var SemVer=require_semver();
var identifiers=require_identifiers();var parse=require_parse();var valid2=require_valid();var clean2=require_clean();var inc=require_inc();var diff=require_diff();
var major=require_major();var minor=require_minor();var patch=require_patch();var prerelease=require_prerelease();var compare=require_compare();var rcompare=require_rcompare();
var compareLoose=require_compare_loose();var compareBuild=require_compare_build();var sort=require_sort();var rsort=require_rsort();var gt2=require_gt();var lt=require_lt();
var eq=require_eq();var neq=require_neq();var gte=require_gte();var lte=require_lte();var cmp=require_cmp();var coerce=require_coerce();var truncate=require_truncate();
var Comparator=require_comparator();var Range=require_range();var satisfies3=require_satisfies();var toComparators=require_to_comparators();var maxSatisfying=require_max_satisfying();
var minSatisfying=require_min_satisfying();var minVersion=require_min_version();var validRange=require_valid2();var outside=require_outside();var gtr=require_gtr();
var ltr=require_ltr();var intersects=require_intersects();var simplifyRange=require_simplify();var subset=require_subset();module.exports={parse,valid:valid2,clean:clean2,
inc,diff,major,minor,patch,prerelease,compare,rcompare,compareLoose,compareBuild,sort,rsort,gt:gt2,lt,eq,neq,gte,lte,cmp,coerce,truncate,Comparator,Range,satisfies:satisfies3,
toComparators,maxSatisfying,minSatisfying,minVersion,validRange,outside,gtr,ltr,intersects,simplifyRange,subset,SemVer,re:internalRe.re,src:internalRe.src,tokens:internalRe.
t,SEMVER_SPEC_VERSION:constants.SEMVER_SPEC_VERSION,RELEASE_TYPES:constants.RELEASE_TYPES,compareIdentifiers:identifiers.compareIdentifiers,rcompareIdentifiers:identifiers.
rcompareIdentifiers}}});import{resolve as resolve3}from"node:path";import{fileURLToPath}from"node:url";function exitCodeOf(report,failOn){if(failOn==="warn"&&report.verdict==="WARN")return 1;if(failOn==="error"&&report.verdict!=="ERROR")return 0;return report.exitCode}import{resolve}from"node:path";var COMMENT_KEY=/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u;var RUN_LINE=/^<!-- prune-gate-run: (\d{1,15})\.(\d{1,6}) -->/u;var ownerLine=key=>`<!-- prune-gate:${key} \
-->`;function withMarker(key,run,markdown){return`${ownerLine(key)}
<!-- prune-gate-run: ${run.id}.${run.attempt} -->
${markdown}`}function runOf(key,body){const owner=ownerLine(key);if(!body.startsWith(owner))return void 0;const found=RUN_LINE.exec(body.slice(owner.length).trimStart());
return{id:Number(found?.[1]??0),attempt:Number(found?.[2]??0)}}function compareRuns(left,right){return left.id-right.id||left.attempt-right.attempt}var FAIL_ON=["warn","fail","error"];var DEVICES=["auto","cpu","cuda","webgpu"];var MODES=["run","prune","merge"];var INPUTS={"mode":"run","shard":"","policy":".\
github/prune-gate.yml","models":"","device":"","github-token":"${{ github.token }}","comment":"true","comment-key":"default","output-dir":"prune-gate-out","time\
-limit":"60m","memory-limit":"","runtime-path":"","cache":"true","artifact":"prune-gate","retention-days":"","check-run":"false","fail-on":"fail"};function readInputs(env,workspace){
const text2=name=>inputText(env,name);const runtimePath=text2("runtime-path");const policies=listOf(text2("policy")||INPUTS.policy);const mode=choice("mode",text2(
"mode"),MODES)??INPUTS.mode;return{mode,shard:shardOf(text2("shard"),mode),policy:policies[0]??INPUTS.policy,policies,models:listOf(text2("models")),device:choice(
"device",text2("device"),DEVICES),token:text2("github-token"),comment:choice("comment",text2("comment")||INPUTS.comment,["true","false"])==="true",commentKey:matching(
"comment-key",text2("comment-key")||INPUTS["comment-key"]),outDir:outputFolder(env,workspace),timeLimitSeconds:quantity("time-limit",text2("time-limit"),readSeconds,
"90s, 30m or 2h"),memoryLimitBytes:quantity("memory-limit",text2("memory-limit"),readBytes,"512MiB or 8GiB"),runtimePath:runtimePath===""?"":resolve(workspace,runtimePath),
cache:choice("cache",text2("cache")||INPUTS.cache,["true","false"])==="true",artifact:text2("artifact"),retentionDays:quantity("retention-days",text2("retention\
-days"),readDays,"a number of days from 1 to 400"),checkRun:choice("check-run",text2("check-run")||INPUTS["check-run"],["true","false"])==="true",failOn:choice(
"fail-on",text2("fail-on"),FAIL_ON)??INPUTS["fail-on"]}}function listOf(text2){return text2.split(/[,\n]/u).map(one=>one.trim()).filter(one=>one!=="")}function shardOf(text2,mode){
if(text2==="")return void 0;const[,index=0,count=0]=(/^(\d{1,4})\/(\d{1,4})$/u.exec(text2)??[]).map(Number);if(index<1||index>count)throw invalid("shard",text2,
"one part of all, such as 3/8");if(mode!=="run")throw invalid("shard",text2,`none with mode: ${mode}`);return{index,count}}function readDays(text2){const days=/^\d{1,3}$/u.
test(text2)?Number(text2):0;return days>=1&&days<=400?days:void 0}function outputFolder(env,workspace){return resolve(workspace,inputText(env,"output-dir")||INPUTS["\
output-dir"])}function inputText(env,name){return(env[`INPUT_${name.toUpperCase()}`]??"").trim()}function choice(name,text2,allowed){if(text2==="")return void 0;
const found=allowed.find(one=>one===text2);if(found===void 0)throw invalid(name,text2,`one of ${allowed.join(", ")}`);return found}function matching(name,text2){
if(!COMMENT_KEY.test(text2))throw invalid(name,text2,'letters, digits, ".", "_" and "-", at most 64');return text2}function quantity(name,text2,read2,examples){
if(text2==="")return void 0;const value=read2(text2);if(value===void 0)throw invalid(name,text2,examples);return value}function invalid(name,found,expected){return new UserError(
{code:"input-invalid",message:`the input ${name} is "${found.slice(0,100)}", expected ${expected}`,where:`with: ${name}`,fix:"correct it in the workflow; docs/a\
ction.md lists the inputs"})}import{join}from"node:path";var VERDICTS=["PASS","WARN","INCONCLUSIVE","FAIL","ERROR"];var EXIT_CODES=[2,1,3,0];function combineReports(parts){const reports=parts.map(({report})=>report);const[
first]=reports;if(first===void 0)throw new Error("there is no report to combine");const names=reports.flatMap(({models})=>models.map(({name})=>name));const isTwice=name=>names.
indexOf(name)!==names.lastIndexOf(name);return{...first,verdict:VERDICTS[Math.max(...reports.map(({verdict})=>VERDICTS.indexOf(verdict)))]??"ERROR",exitCode:EXIT_CODES.
find(code=>reports.some(({exitCode})=>exitCode===code))??2,models:parts.flatMap(part=>part.report.models.map(model=>placed(model,part,isTwice))),errors:parts.flatMap(
({policy,report})=>report.errors.map(error2=>told(error2,policy))),environment:reports.find(({environment})=>environment!==null)?.environment??null,seconds:reports.
reduce((sum,{seconds})=>sum+seconds,0)}}function placed(model,{policy,folder,report},isTwice){const below=file=>file===null?null:`${folder}/${file}`;return{...model,
name:isTwice(model.name)?`${model.name} (${policy})`:model.name,policy:report.policy??{path:policy,sha256:""},files:{...model.files,model:below(model.files.model),
plan:below(model.files.plan)}}}function told(error2,policy){return{...error2,where:error2.where===null?policy:`${error2.where} (${policy})`}}async function judgeEach(setting,workspace,judge2){const{inputs}=setting;if(inputs.policies.length<=1)return judge2(setting);if(inputs.mode!=="run"||inputs.shard!==
void 0){throw new UserError({code:"input-invalid",message:"a run that several jobs share has one policy",where:"with: policy",fix:"use a workflow for each polic\
y, with an artifact name of its own"})}const parts=[];for(const[i,policy]of inputs.policies.entries()){const folder=`policy-${i+1}`;const report=await judge2({...setting,
inputs:{...inputs,policy,policies:[policy],outDir:join(inputs.outDir,folder)}});parts.push({policy,folder,report})}const combined=combineReports(parts);await prepareOutput(
inputs.outDir,workspace);await writeReport(inputs.outDir,combined,renderMarkdown(combined));return combined}import{mkdtempSync as mkdtempSync2,readFileSync as readFileSync2,writeFileSync}from"node:fs";import{tmpdir as tmpdir2}from"node:os";import{join as join8}from"node:path";import{createHash as createHash2}from"node:crypto";import{mkdtemp as mkdtemp2,readFile,rm as rm2}from"node:fs/promises";import{join as join5}from"node:path";function harmless(text2){const line=text2.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu," ").replaceAll("##[","# #[");return line.trimStart().startsWith(
"::")?`. ${line}`:line}function info2(text2){info(harmless(text2))}function notice2(text2){notice(harmless(text2),{title:"prune-gate"})}function debug2(text2){for(const line of text2.
split("\n"))debug(harmless(line))}function maskSecret(secret){if(secret!=="")setSecret(secret)}function failure(text2){error(text2,{title:"prune-gate"})}import{createHash}from"node:crypto";import{mkdir as mkdir2,mkdtemp,rename,rm}from"node:fs/promises";import{dirname as dirname2,join as join3}from"node:path";var import_yauzl=__toESM(require_yauzl(),1);var import_yazl=__toESM(require_yazl(),1);import{createWriteStream}from"node:fs";import{mkdir}from"node:fs/promises";
import{dirname,join as join2}from"node:path";import{pipeline}from"node:stream/promises";var MEMBER={mtime:new Date(1980,0,1),mode:33188,forceDosTimestamp:true,compressionLevel:1};
var MOST_FILES=200;async function pack(folder,paths,archive){const zip=new import_yazl.ZipFile;for(const path2 of[...paths].sort())zip.addFile(join2(folder,path2),
path2,MEMBER);const abort=new AbortController;zip.once("error",error2=>{abort.abort(error2)});zip.end();await pipeline(zip.outputStream,createWriteStream(archive),
{signal:abort.signal})}async function unpack(archive,folder,{isExpected,mostBytes}){const zip=await(0,import_yauzl.openPromise)(archive,{autoClose:false});const paths=[];
let bytes=0;try{for await(const entry of zip.eachEntry()){bytes+=entry.uncompressedSize;if(!isExpected(entry.fileName)||paths.includes(entry.fileName))throw new Error(
`it holds ${JSON.stringify(entry.fileName.slice(0,80))}, which does not belong there`);if(bytes>mostBytes||paths.length===MOST_FILES)throw new Error("it is larg\
er than it may be");await extract(zip,entry,join2(folder,entry.fileName));paths.push(entry.fileName)}}finally{zip.close()}return paths}async function extract(zip,entry,path2){
await mkdir(dirname(path2),{recursive:true});await pipeline(await zip.openReadStreamPromise(entry),createWriteStream(path2,{flags:"wx"}))}import{createReadStream,createWriteStream as createWriteStream2}from"node:fs";import{stat}from"node:fs/promises";import{Transform}from"node:stream";import{buffer}from"node:stream/consumers";
import{pipeline as pipeline2}from"node:stream/promises";var SERVICE="twirp/github.actions.results.api.v1.CacheService";var SILENCE_MS=2e4;var ATTEMPTS=3;var MOST_BYTES=4*2**30;function cacheService(env){const url=env.
ACTIONS_RESULTS_URL??"";const token=env.ACTIONS_RUNTIME_TOKEN??"";if(url===""||token==="")return"this runner offers no cache service";if((env.ACTIONS_CACHE_SERVICE_V2??
"")==="")return"this runner has version 1 of the cache service, and version 2 is needed";return{url,token,secondMs:Number(env.PRUNE_GATE_SECOND_MS??1e3)}}async function fetchEntry(service,key,version,path2){
const answer=await call(service,"GetCacheEntryDownloadURL",{key,restore_keys:[],version});const address=text(answer,"signed_download_url");if(answer.ok!==true||
address==="")return false;const matched=text(answer,"matched_key");if(matched!==key)throw new Error("the cache service answered with an entry of another key");await patiently(
service,async()=>{const response=await client().get(address);await refuseFailure(response,"reading the entry");await pipeline2(response.message,atMost(MOST_BYTES),
createWriteStream2(path2));const said2=Number(response.message.headers["content-length"]??Number.NaN);const got=(await stat(path2)).size;if(Number.isFinite(said2)&&
said2!==got)throw new Error(`the entry broke off after ${got} of ${said2} bytes`)});return true}async function storeEntry(service,key,version,path2){const{size}=await stat(
path2);if(size>MOST_BYTES)throw new Error(`the entry has ${size} bytes, and ${MOST_BYTES} is the most that is stored`);const reserved=await call(service,"Create\
CacheEntry",{key,version});const address=text(reserved,"signed_upload_url");if(reserved.ok!==true||address==="")return false;await patiently(service,async()=>{const headers={
"content-length":String(size),"content-type":"application/octet-stream","x-ms-blob-type":"BlockBlob","x-ms-version":"2025-01-05"};const response=await client().
sendStream("PUT",address,createReadStream(path2),headers);await refuseFailure(response,"writing the entry");await bodyOf(response)});const finished=await call(service,
"FinalizeCacheEntryUpload",{key,version,size_bytes:String(size)});if(finished.ok!==true)throw new Error("the cache service did not confirm the entry");return true}
async function call(service,method,message){return patiently(service,async()=>{const response=await client().post(new URL(`${SERVICE}/${method}`,withSlash(service.
url)).href,JSON.stringify(message),{"content-type":"application/json","authorization":`Bearer ${service.token}`});const status=response.message.statusCode??0;const body=await bodyOf(
response);if(status===404||status===409)return{ok:false};if(status<200||status>299)throw new ServiceError(`${method}: the cache service answered with status ${status}`,
status);const answer=JSON.parse(body);if(typeof answer!=="object"||answer===null||Array.isArray(answer))throw new Error(`${method}: the cache service did not an\
swer with an object`);return answer})}async function bodyOf(response){return(await buffer(response.message)).toString("utf8")}var ServiceError=class extends Error{constructor(message,status){
super(message);this.status=status}status};async function refuseFailure(response,what){const status=response.message.statusCode??0;if(status>=200&&status<300)return;
await bodyOf(response);throw new ServiceError(`${what}: the blob store answered with status ${status}`,status)}async function patiently({secondMs},act){for(let attempt=1;;attempt+=
1){try{return await act()}catch(thrown){const refused=thrown instanceof ServiceError&&thrown.status<500;if(refused||attempt===ATTEMPTS)throw thrown instanceof Error?
thrown:new Error(messageOf(thrown));await new Promise(resolve4=>{setTimeout(resolve4,attempt*secondMs)})}}}function client(){return new HttpClient("prune-gate",
[],{socketTimeout:SILENCE_MS,keepAlive:false})}function atMost(limit){let bytes=0;return new Transform({transform(chunk,_encoding,callback){bytes+=chunk.length;
if(bytes>limit)callback(new Error(`the entry has more than ${limit} bytes`));else callback(null,chunk)}})}function text(message,name){const value=message[name]??
message[name.replaceAll(/_([a-z])/gu,(_,letter)=>letter.toUpperCase())];return typeof value==="string"?value:""}var withSlash=url=>url.endsWith("/")?url:`${url}\
/`;var VERSION=createHash("sha256").update("prune-gate zip 1").digest("hex");async function restoreEntry({key,what,temp,env},folder,expected){const service=cacheService(
env);if(typeof service==="string")return said(`${what}: not from the cache: ${service}`);const work=await mkdtemp(join3(temp,"prune-gate-cache-"));try{const archive=join3(
work,"entry.zip");if(!await fetchEntry(service,key,VERSION,archive))return false;await unpack(archive,join3(work,"files"),expected);await rm(folder,{recursive:true,
force:true});await mkdir2(dirname2(folder),{recursive:true});await rename(join3(work,"files"),folder);return true}catch(thrown){notice2(`${what}: the cache is n\
ot used: ${messageOf(thrown)}`);return false}finally{await rm(work,{recursive:true,force:true})}}async function saveEntry({key,what,temp,env},folder,paths){const service=cacheService(
env);if(typeof service==="string")return;const work=await mkdtemp(join3(temp,"prune-gate-cache-"));try{const archive=join3(work,"entry.zip");await pack(folder,paths,
archive);info2(await storeEntry(service,key,VERSION,archive)?`${what}: saved to the cache`:`${what}: the cache has it already`)}catch(thrown){info2(`${what}: no\
t saved to the cache: ${messageOf(thrown)}`)}finally{await rm(work,{recursive:true,force:true})}}function said(text2){info2(text2);return false}import{readFileSync}from"node:fs";function readScope(env){const branch=defaultBranch(env.GITHUB_EVENT_PATH);const base=env.GITHUB_BASE_REF??"";return{ref:env.GITHUB_REF??"",baseRef:base===""?void 0:
`refs/heads/${base}`,defaultRef:branch===void 0?void 0:`refs/heads/${branch}`}}function onDefaultBranch({ref,defaultRef}){return defaultRef!==void 0&&ref===defaultRef}
async function reasonForDistrust(scope,key,repository,client2){if(onDefaultBranch(scope))return void 0;if(client2===void 0)return"there is no token to ask which\
 branch saved it";try{const{data}=await client2.rest.actions.getActionsCacheList({...repository,key,per_page:100});const refs=data.actions_caches.filter(entry=>entry.
key===key).map(({ref})=>ref);const visible=[scope.ref,scope.baseRef].filter(ref=>ref!==scope.defaultRef);const stranger=refs.find(ref=>ref===void 0||visible.includes(
ref));if(data.total_count>data.actions_caches.length)return"too many entries have its key";if(refs.length===0)return"no branch is known to have saved it";return stranger===
void 0&&refs.includes(scope.defaultRef)?void 0:`it was saved for ${stranger??refs[0]??"another ref"}, not on the default branch`}catch(thrown){return`GitHub doe\
s not say which branch saved it (${messageOf(thrown)}): grant "permissions: actions: read" to the job`}}function defaultBranch(eventPath){try{const payload=JSON.
parse(readFileSync(eventPath??"","utf8"));const branch=payload.repository?.default_branch;return typeof branch==="string"&&branch!==""?branch:void 0}catch{return void 0}}import{existsSync,readdirSync}from"node:fs";import{join as join4}from"node:path";var EXPECTED=/^(?:prune\.json|plan\.json|model\.onnx[A-Za-z0-9._-]*)$/u;var MOST_BYTES2=4*2**30;function hasResults({env}){return typeof cacheService(env)!=="st\
ring"}async function restoreResults(cache,identities){const found=[];for(const{model,key}of identities){const place=placeOf(cache,key,model);const folder=join4(
cache.temp,"prune-gate-results",key);if(!await restoreEntry(place,folder,{isExpected:path2=>EXPECTED.test(path2),mostBytes:MOST_BYTES2}))continue;const reason=await reasonForDistrust(
cache.scope,place.key,cache.repository,cache.client);if(reason===void 0)found.push({model,folder});else info2(`${place.what}: the cache is not used: ${reason}`)}
return found}async function saveResults(cache,identities,restored,report,outDir){if(!onDefaultBranch(cache.scope))return;for(const{model,key,folder}of identities){
const judged=report.models.find(({name})=>name===model);const path2=join4(outDir,folder);if(judged===void 0||judged.verdict==="ERROR"||restored.some(one=>one.model===
model)||!existsSync(path2))continue;await saveEntry(placeOf(cache,key,model),path2,readdirSync(path2).filter(name=>EXPECTED.test(name)))}}function placeOf({temp,
env},key,model){return{key:`prune-gate-prune-${key}`,what:`prune of ${model}`,temp,env}}var FILE="report.json";var MOST_BYTES3=64*2**20;async function saveBaseline(cache,policy,commit,report,outDir){if(!hasResults(cache)||!onDefaultBranch(cache.scope)||
report.verdict==="ERROR")return;await saveEntry(placeOf2(cache,policy,commit),outDir,[FILE])}async function restoreBaseline(cache,policy,commit){if(!hasResults(
cache))return void 0;const place=placeOf2(cache,policy,commit);const folder=await mkdtemp2(join5(cache.temp,"prune-gate-baseline-"));try{if(!await restoreEntry(
place,join5(folder,"entry"),{isExpected:path2=>path2===FILE,mostBytes:MOST_BYTES3}))return void 0;const reason=await reasonForDistrust(cache.scope,place.key,cache.
repository,cache.client);if(reason!==void 0)throw new Error(reason);const report=JSON.parse(await readFile(join5(folder,"entry",FILE),"utf8"));if(report.version!==
1||!Array.isArray(report.models))throw new Error("it is no report");return report}catch(thrown){info2(`${place.what}: not shown: ${messageOf(thrown)}`);return void 0}finally{
await rm2(folder,{recursive:true,force:true})}}function placeOf2({temp,env},policy,commit){const use=createHash2("sha256").update(policy).digest("hex").slice(0,
16);return{key:`prune-gate-baseline-${use}-${commit}`,what:`baseline of ${commit.slice(0,7)}`,temp,env}}import{mkdtempSync}from"node:fs";import{tmpdir}from"node:os";import{join as join7}from"node:path";import{existsSync as existsSync2,readdirSync as readdirSync2}from"node:fs";import{join as join6}from"node:path";var REPORT_FILES=["report.json","report.md","worker.log"];var HANDED_ON=/^(?:prune\.json|plan\.json|model\.onnx(?:\.data)?|shard-\d{1,4}-of-\d{1,4}\.json)$/u;var WITHIN_MS=6e5;
async function uploadReport(name,report,outDir,event,options){return upload(name,artifactFiles(report,outDir),outDir,event,options)}async function uploadPart(name,outDir,event,options){
const entries=readdirSync2(outDir,{recursive:true,withFileTypes:true});const files=entries.filter(entry=>entry.isFile()&&HANDED_ON.test(entry.name)).map(entry=>join6(
entry.parentPath,entry.name));return upload(name,[...files.sort(),...REPORT_FILES.map(file=>join6(outDir,file)).filter(path2=>existsSync2(path2))],outDir,event,
options)}async function upload(name,files,outDir,event,{retentionDays,replace}){if((process.env.ACTIONS_RUNTIME_TOKEN??"")==="")return{kind:"failed",reason:"thi\
s runner offers no artifact service"};try{const client2=await artifactClient();if(replace===true)await inTime(client2.deleteArtifact(name)).catch(()=>void 0);const{
id}=await inTime(client2.uploadArtifact(name,files,outDir,retentionDays===void 0?{}:{retentionDays}));return id===void 0?{kind:"failed",reason:"the service gave\
 no id"}:{kind:"uploaded",url:`${event.runUrl}/artifacts/${id}`}}catch(thrown){return{kind:"failed",reason:messageOf(thrown)}}}function artifactFiles(report,outDir){
const written=report.models.flatMap(({files:{model,plan}})=>[model,model===null?null:`${model}.data`,plan]);return[...REPORT_FILES,...written].filter(file=>file!==
null).map(file=>join6(outDir,file)).filter(path2=>existsSync2(path2))}async function fetchArtifacts(isWanted,folder){try{const client2=await artifactClient();const{
artifacts}=await inTime(client2.listArtifacts({latest:true}));for(const{id,name,digest}of artifacts.filter(one=>isWanted(one.name))){const{digestMismatch}=await inTime(
client2.downloadArtifact(id,{path:join6(folder,name),...digest===void 0?{}:{expectedHash:digest}}));if(digestMismatch===true)throw new Error(`the artifact ${name}\
 is damaged`)}}catch(thrown){throw new UserError({code:"artifact-failed",message:`What other jobs of this run left cannot be fetched: ${messageOf(thrown)}.`,fix:"\
Run the failed jobs again. Enterprise Server has no artifacts of this kind: run everything in one job there."})}}async function artifactClient(){const{DefaultArtifactClient}=await import("./chunk-THXEUWA5.js");
return new DefaultArtifactClient}async function inTime(work){let timer;const late=new Promise((_,reject)=>{timer=setTimeout(()=>{reject(new Error("the artifact \
service did not answer"))},WITHIN_MS)});try{return await Promise.race([work,late])}finally{clearTimeout(timer)}}function isPart({mode,shard}){return mode==="prune"||shard!==void 0}async function supervisePart(request,options,{inputs,event},env){const startedAt=new Date;if(inputs.
artifact==="")throw invalid2("the jobs of a shared run hand their work on as artifacts","give the input artifact a name, the same in all of them");const report=await supervise(
{...request,part:await gather(inputs,env)},options);if(!isPart(inputs))return report;const outcome=await uploadPart(partName(inputs),request.outDir,event,{retentionDays:inputs.
retentionDays,replace:event.run.attempt>1});if(outcome.kind==="uploaded")return report;return reportFailure(request.outDir,{code:"part-not-handed-on",message:`T\
he work of this job was not uploaded: ${outcome.reason}`,where:partName(inputs),stage:null,fix:"Each job of the matrix needs a shard of its own (1/n to n/n), an\
d each workflow that shares a run an artifact name of its own"},startedAt)}function partName({artifact,shard}){return shard===void 0?`${artifact}-pruned`:`${artifact}\
-shard-${shard.index}-of-${shard.count}`}async function gather({mode,shard,artifact},env){if(mode==="prune")return{kind:"prune"};const folder=mkdtempSync(join7(
env.RUNNER_TEMP??tmpdir(),"prune-gate-parts-"));const pruned=`${artifact}-pruned`;const from=join7(folder,pruned);if(shard!==void 0){await fetchArtifacts(name=>name===
pruned,folder);return{kind:"shard",...shard,from}}const isShard=name=>name.startsWith(`${artifact}-shard-`)&&/^\d{1,4}-of-\d{1,4}$/u.test(name.slice(`${artifact}\
-shard-`.length));await fetchArtifacts(name=>name===pruned||isShard(name),folder);return{kind:"merge",from,shards:folder}}function invalid2(message,fix){return new UserError(
{code:"input-invalid",message,where:"with: artifact",fix})}async function superviseCached(request,options,setting,env){const{inputs,event}=setting;if(isPart(inputs))return supervisePart(request,options,setting,env);const based={
...request,...await baselineFile(setting,env)};if(inputs.mode==="merge")return supervisePart(based,options,setting,env);if(!inputs.cache||!hasResults({env}))return supervise(
based,options);const cache=await resultsCache(setting,env);const identities=await identify(request,options,cache.temp);const finished=await restoreResults(cache,
identities);const report=await supervise({...based,finished},options);await saveResults(cache,identities,finished,report,request.outDir);await saveBaseline(cache,
inputs.policy,event.headSha,report,request.outDir);return report}async function baselineOf({inputs,event},env){if(!inputs.cache||event.baseSha===null||!hasResults(
{env}))return void 0;return restoreBaseline(await resultsCache({inputs,event},env),inputs.policy,event.baseSha)}async function baselineFile(setting,env){try{const report=await baselineOf(
setting,env);if(report===void 0)return{};const baselinePath=join8(mkdtempSync2(join8(env.RUNNER_TEMP??tmpdir2(),"prune-gate-base-")),"report.json");writeFileSync(
baselinePath,JSON.stringify(report));return{baselinePath}}catch(thrown){info2(`the base of the change is not compared with: ${messageOf(thrown)}`);return{}}}async function resultsCache({
inputs,event},env){const{createClient}=await import("./chunk-2CTGT7WJ.js");const client2=inputs.token===""?void 0:createClient({token:inputs.token,apiUrl:env.
GITHUB_API_URL??"https://api.github.com"});return{scope:readScope(env),repository:{owner:event.owner,repo:event.repo},client:client2,temp:env.RUNNER_TEMP??tmpdir2(),
env}}async function identify(request,options,temp){try{const outDir=mkdtempSync2(join8(temp,"prune-gate-identify-"));await supervise({...request,command:"identi\
fy",outDir},{...options,onProgress:()=>void 0});return JSON.parse(readFileSync2(join8(outDir,"identities.json"),"utf8"))}catch(thrown){info2(`the cache of finis\
hed prunes is not asked: ${messageOf(thrown)}`);return[]}}function annotations(report){const all=report.models.flatMap(model=>{const policy=model.policy??report.policy;return policy===null?[]:judgedOf(model).map(check=>annotationOf(
model,check,policy.path))});return[...all.filter(({level})=>level==="error"),...all.filter(({level})=>level==="warning")]}function judgedOf({checks,onInconclusive}){
return checks.filter(({outcome,level})=>outcome!=="pass"&&!(outcome==="inconclusive"&&level==="critical"&&onInconclusive==="pass"))}function annotationOf(model,check,file){
return{level:check.level==="critical"&&check.outcome!=="inconclusive"?"error":"warning",file,line:check.line,column:check.column,title:`${plain(model.name,NAME_LIMIT)}\
: ${plain(check.check,NAME_LIMIT)} ${WORD[check.outcome]}`,message:plain(check.detail)}}var WORD={pass:"passed",fail:"failed",inconclusive:"is undecided",error:"\
could not be judged"};var MOST=50;var PRINT={error,warning};function annotate(report){for(const{level,file,line,column,title,message}of annotations(report).slice(0,MOST)){PRINT[level](
harmless(message),{title:harmless(title),file:harmless(file),startLine:line,startColumn:column})}const errors=[...report.errors,...report.models.flatMap(model=>model.
errors)];for(const error2 of errors.slice(0,MOST))error(harmless(sentenceOf(error2)),{title:harmless(`prune-gate: ${error2.code}`)})}function sentenceOf({message,
where,fix}){return`${message}${where===null?"":` (${where})`}${fix===null?"":`. What to do: ${fix}`}`}function statusOf(thrown){const answered=typeof thrown==="object"&&thrown!==null&&"response"in thrown&&thrown.response!==void 0;return answered&&"status"in thrown&&
typeof thrown.status==="number"?thrown.status:0}var ACTIONS_BOT="github-actions[bot]";var PER_PAGE=100;var byId=(left,right)=>left.id-right.id;var NEXT_PAGE=/;\s*rel="?next"?/u;async function listMarked(client2,place){
const{owner,repo,pullRequest,key}=place;const marked=[];for(let page=1;;page+=1){const{data,headers}=await client2.rest.issues.listComments({owner,repo,issue_number:pullRequest,
per_page:PER_PAGE,page});if(!Array.isArray(data))throw new Error("the list of comments is cut off");for(const{id,html_url:url,user,body}of data){const run=runOf(
key,body??"");if(run!==void 0)marked.push({id,url,author:user?.login,run})}if(data.length<PER_PAGE&&!NEXT_PAGE.test(headers.link??""))return marked.sort(byId)}}
async function createComment(client2,place,body){const{owner,repo,pullRequest,run}=place;const{data}=await client2.rest.issues.createComment({owner,repo,issue_number:pullRequest,
body,request:{retries:0}});return{id:data.id,url:data.html_url,author:data.user?.login,run}}async function updateComment(client2,place,comment,body){await client2.
rest.issues.updateComment({owner:place.owner,repo:place.repo,comment_id:comment.id,body});return{...comment,run:place.run}}async function deleteComments(client2,place,comments){
for(const{id}of comments){try{await client2.rest.issues.deleteComment({owner:place.owner,repo:place.repo,comment_id:id})}catch(thrown){if(statusOf(thrown)!==404)
throw thrown}}}async function ownLogin(client2){try{const{viewer}=await client2.graphql("query { viewer { login } }");return viewer.login}catch{return ACTIONS_BOT}}var MOST_WRITES=4;async function upsertComment(client2,event,pullRequest,key,markdown){const place={owner:event.owner,repo:event.repo,pullRequest,key,run:event.
run};try{return await settle(client2,place,withMarker(key,event.run,markdown))}catch(thrown){return{kind:"failed",reason:reasonOf(thrown)}}}async function settle(client2,place,body){
let author;let kind="updated";let failure2=new Error("other runs keep changing the comment");let written;for(let writes=0;;writes+=1){const marked=including(await listMarked(
client2,place),written);if(marked.length>0)author??=await ownLogin(client2);const own=marked.filter(comment=>comment.author===author);const newer=own.find(comment=>compareRuns(
comment.run,place.run)>0);if(newer!==void 0)return await yieldTo(client2,place,newer,own);const[first,...others]=own;const isSettled=writes>0&&others.length===0&&
first!==void 0&&compareRuns(first.run,place.run)===0;if(isSettled)return{kind,url:first.url};if(writes===MOST_WRITES)throw failure2;try{if(first===void 0)kind="\
created";written=first===void 0?await createComment(client2,place,body):await updateComment(client2,place,first,body);author=written.author;await deleteComments(
client2,place,others)}catch(thrown){if(!mayHaveHappened(thrown))throw thrown;failure2=thrown instanceof Error?thrown:new Error(messageOf(thrown))}}}async function yieldTo(client2,place,newer,own){
await deleteComments(client2,place,own.filter(comment=>comment!==newer&&compareRuns(comment.run,place.run)===0));return{kind:"superseded",url:newer.url}}function including(listed,written){
if(written===void 0||listed.some(({id})=>id===written.id))return listed;return[...listed,written].sort(byId)}function mayHaveHappened(thrown){const status=statusOf(
thrown);return status===0||status===404||status>=500}function reasonOf(thrown){const status=statusOf(thrown);if(status===429||status===403&&/rate limit/iu.test(
messageOf(thrown)))return"GitHub's rate limit is used up";if(status===403||status===401){return'the token may not comment on this pull request: grant "permissio\
ns: pull-requests: write" to the job; on pull requests from forks the token is always read-only'}if(status===404)return'the token does not see this pull request\
: grant "permissions: pull-requests: write" to the job';return status===0?"GitHub's API did not answer":`GitHub's API answered with status ${status}`}import{join as join9}from"node:path";var OUTPUTS={"verdict":({report})=>report.verdict,"report-json":({outDir})=>join9(outDir,"report.json"),"report-markdown":({outDir})=>join9(outDir,"report.md"),
"model-path":source=>firstFile(source,"model"),"plan-path":source=>firstFile(source,"plan"),"models":source=>JSON.stringify(source.report.models.map(model=>summaryOf(
model,source.outDir))),"accuracy-drop":({report})=>worst(report,Math.max,model=>model.metrics[0]?.drop??null),"size-reduction":({report})=>worst(report,Math.min,
({measures})=>measures===null?null:reduction(measures.dense.fileBytes,measures.pruned.fileBytes)),"macs-reduction":({report})=>worst(report,Math.min,({measures})=>measures===
null?null:reduction(measures.dense.macs,measures.pruned.macs)),"latency-speedup":({report})=>worst(report,Math.min,({measures})=>measures?.speedup?.ratio??null),
"comment-url":({commentUrl})=>commentUrl,"artifact-url":({artifactUrl})=>artifactUrl};function setOutputs(source){for(const[name,value]of Object.entries(OUTPUTS))
setOutput(name,value(source))}function firstFile({report,outDir},kind){const file=report.models.map(({files})=>files[kind]).find(name=>name!==null);return file===
void 0||file===null?"":join9(outDir,file)}function summaryOf({name,verdict,files},outDir){const path2=file=>file===null?null:join9(outDir,file);return{name,verdict,
model:path2(files.model),plan:path2(files.plan)}}function worst(report,pick,value){const values=report.models.map(value);const known=values.filter(one=>one!==null&&
Number.isFinite(one));return known.length===0||known.length<values.length?"":String(pick(...known))}function reduction(dense,pruned){return dense===null||pruned===
null||dense===0?null:1-pruned/dense}async function writeSummary(markdown){try{await summary.addRaw(markdown,true).write();return void 0}catch(thrown){return`the job summary was not written: ${messageOf(
thrown)}`}}var BATCH=50;var MESSAGE_BYTES=6e4;var REQUEST_BYTES=5e5;var TITLE_CHARACTERS=255;async function writeCheckRun(client2,event,name,report,exitCode,links){const{owner,
repo}=event;const[first=[],...others]=batchesOf(report);const output={title:headline(report).slice(0,TITLE_CHARACTERS),summary:renderMarkdown(report,{maxBytes:COMMENT_BYTES,
links})};try{const{id,url}=await createOnce(client2,event,name,{status:"completed",conclusion:conclusionOf(report,exitCode),output:{...output,annotations:first}});
for(const annotations2 of others)await client2.rest.checks.update({owner,repo,check_run_id:id,output:{...output,annotations:annotations2}});return{kind:"written",
url}}catch(thrown){const status=statusOf(thrown);const reason=status===403||status===404?'the token may not write check runs: grant "permissions: checks: write"\
 to the job':messageOf(thrown);return{kind:"failed",reason}}}async function createOnce(client2,event,name,body){const place={owner:event.owner,repo:event.repo};
const external=`${event.run.id}.${event.run.attempt}`;const create=async()=>{const{data}=await client2.rest.checks.create({...place,name,head_sha:event.headSha,
external_id:external,details_url:event.runUrl,...body,request:{retries:0}});return{id:data.id,url:data.html_url??event.runUrl}};try{return await create()}catch(thrown){
const status=statusOf(thrown);if(status!==0&&status<500)throw thrown;const{data}=await client2.rest.checks.listForRef({...place,ref:event.headSha,check_name:name,
filter:"all",per_page:100});const made=data.check_runs.find(run=>run.external_id===external);return made===void 0?create():{id:made.id,url:made.html_url??event.
runUrl}}}function conclusionOf({verdict},exitCode){if(exitCode!==0)return"failure";return verdict==="PASS"?"success":"neutral"}function batchesOf(report){const batches=[];
let bytes=REQUEST_BYTES;for(const{level,file,line,title,message}of annotations(report)){const one={path:file,start_line:line,end_line:line,annotation_level:level===
"error"?"failure":"warning",title:title.slice(0,TITLE_CHARACTERS),message:cutToBytes(message,MESSAGE_BYTES)};const size=Buffer.byteLength(one.message);const last=batches.
at(-1);if(last===void 0||last.length===BATCH||bytes+size>REQUEST_BYTES){batches.push([one]);bytes=size}else{last.push(one);bytes+=size}}return batches}function cutToBytes(text2,most){
const bytes=Buffer.from(text2,"utf8");if(bytes.length<=most)return text2;return new TextDecoder().decode(bytes.subarray(0,most),{stream:true})}async function publishCheckRun(report,links,{inputs,event},env){if(!inputs.checkRun||isPart(inputs))return;if(inputs.token==="")return notice2("no check run: th\
e input github-token is empty");if(event.kind==="workflow_run")return notice2("no check run: what a workflow_run reports is not turned into a check");const{createClient}=await import("./chunk-2CTGT7WJ.js");
const client2=createClient({token:inputs.token,apiUrl:env.GITHUB_API_URL??"https://api.github.com"});const name=inputs.commentKey==="default"?"prune-gate":`prun\
e-gate (${inputs.commentKey})`;const outcome=await writeCheckRun(client2,event,name,report,exitCodeOf(report,inputs.failOn),links);if(outcome.kind==="failed")notice2(
`no check run: ${outcome.reason}`);else info2(`check run: ${outcome.url}`)}async function publish(report,outDir,setting,env){const artifactUrl=setting===void 0?"":await quietly("artifact","",()=>publishArtifact(report,outDir,setting));
const baseline=setting===void 0||isPart(setting.inputs)?void 0:await quietly("baseline",void 0,()=>baselineOf(setting,env));const links=setting===void 0?{}:{run:artifactUrl===
""?setting.event.runUrl:artifactUrl,...baseline===void 0?{}:{baseline}};await quietly("summary",void 0,async()=>{const problem=await writeSummary(renderSummary(
report,links));if(problem!==void 0)notice2(problem)});const commentUrl=setting===void 0?"":await quietly("comment","",()=>publishComment(report,links,setting,env));
if(setting!==void 0)await quietly("check run",void 0,()=>publishCheckRun(report,links,setting,env));await quietly("annotations",void 0,async()=>{annotate(report)});
await quietly("outputs",void 0,async()=>{setOutputs({report,outDir,commentUrl,artifactUrl})})}async function quietly(what,otherwise,act){try{return await act()}catch(thrown){
notice2(`${what}: not published: ${messageOf(thrown)}`);return otherwise}}async function publishArtifact(report,outDir,{inputs,event}){if(inputs.artifact===""||
isPart(inputs))return"";const outcome=await uploadReport(inputs.artifact,report,outDir,event,{retentionDays:inputs.retentionDays});if(outcome.kind==="uploaded")
return outcome.url;notice2(`no artifact: ${outcome.reason}`);return""}async function publishComment(report,links,{inputs,event},env){const reason=reasonForNone(
report,inputs,event);if(event.pullRequest===null||reason!==void 0){info2(`no comment: ${reason??`${event.kind} has no pull request`}`);return""}const{createClient}=await import("./chunk-2CTGT7WJ.js");
const client2=createClient({token:inputs.token,apiUrl:env.GITHUB_API_URL??"https://api.github.com"});const markdown=renderMarkdown(report,{maxBytes:COMMENT_BYTES,
links});const outcome=await upsertComment(client2,event,event.pullRequest,inputs.commentKey,markdown);if(outcome.kind==="failed"){notice2(`no comment: ${outcome.
reason}. The report is in the job summary`);return""}info2(`comment ${outcome.kind}: ${outcome.url}`);return outcome.url}function reasonForNone(report,inputs,event){
if(!inputs.comment)return"the input comment is false";if(isPart(inputs))return"this job does a part of a run, and the one that merges comments";if(event.pullRequest===
null)return`${event.kind} carries no pull request`;if(inputs.token==="")return"the input github-token is empty";return report.errors.some(({code})=>code==="inte\
rrupted")?"the run was interrupted":void 0}import{existsSync as existsSync3,readFileSync as readFileSync3,statSync}from"node:fs";import{dirname as dirname3,join as join10,resolve as resolve2}from"node:path";function refuseUnsafeCheckout(event,workspace,policyPath){if(event.kind!=="pull_request_target")return;const places=[workspace,dirname3(resolve2(workspace,policyPath))];
if(places.every(place=>headCommit(place)===event.baseSha))return;throw new UserError({code:"unsafe-checkout",message:"pull_request_target with a checkout of the\
 pull request runs a stranger's files beside a writable token",where:workspace,fix:'use "on: pull_request" with "permissions: { contents: read, pull-requests: w\
rite }"; docs/action.md has the workflow, and one for forks'})}function headCommit(folder){const git=gitFolder(resolve2(folder));if(git===void 0)return void 0;const head=read(
join10(git,"HEAD"));const ref=/^ref: (refs\/[^\s]+)$/u.exec(head??"")?.[1];return ref===void 0?head:read(join10(git,ref))??packedRef(git,ref)}function gitFolder(from){
for(let folder=from;;folder=dirname3(folder)){const git=join10(folder,".git");if(existsSync3(git))return statSync(git).isDirectory()?git:void 0;if(dirname3(folder)===
folder)return void 0}}function packedRef(git,ref){const line=read(join10(git,"packed-refs"))?.split("\n").find(one=>one.endsWith(` ${ref}`));return line?.split(
" ")[0]}function read(path2){try{return readFileSync3(path2,"utf8").trim()}catch{return void 0}}import{readFileSync as readFileSync4}from"node:fs";var EVENT_KINDS=["pull_request","pull_request_target","push","merge_group","schedule","workflow_dispatch","workflow_run"];var SHA=/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;
var NO_COMMIT=/^0+$/u;var MAX_PAYLOAD_BYTES=32*2**20;var COMMITS={pull_request:payload=>({base:at(payload,"pull_request","base","sha"),head:at(payload,"pull_req\
uest","head","sha")}),pull_request_target:payload=>COMMITS.pull_request(payload),push:payload=>({base:at(payload,"before"),head:at(payload,"after")}),merge_group:payload=>({
base:at(payload,"merge_group","base_sha"),head:at(payload,"merge_group","head_sha")}),workflow_run:payload=>({base:void 0,head:at(payload,"workflow_run","head_s\
ha")}),schedule:()=>({base:void 0,head:void 0}),workflow_dispatch:()=>({base:void 0,head:void 0}),other:()=>({base:void 0,head:void 0})};function readEvent(env){
const kind=EVENT_KINDS.find(name=>name===env.GITHUB_EVENT_NAME)??"other";const payload=readPayload(env.GITHUB_EVENT_PATH);const[owner="",repo=""]=required(env,"\
GITHUB_REPOSITORY").split("/");const{base,head}=COMMITS[kind](payload);const id=positive(env,"GITHUB_RUN_ID");return{kind,owner,repo,baseSha:shaOr(base,null),headSha:shaOr(
head,required(env,"GITHUB_SHA")),pullRequest:numberOrNull(at(payload,"pull_request","number")),fork:isFork(payload),run:{id,attempt:env.GITHUB_RUN_ATTEMPT===void 0?
1:positive(env,"GITHUB_RUN_ATTEMPT")},runUrl:`${env.GITHUB_SERVER_URL??"https://github.com"}/${owner}/${repo}/actions/runs/${id}`}}function readPayload(path2){if(path2===
void 0||path2==="")return{};try{const text2=readFileSync4(path2);if(text2.length>MAX_PAYLOAD_BYTES)throw new Error(`it has ${text2.length} bytes`);const payload=JSON.
parse(text2.toString("utf8"));if(typeof payload!=="object"||payload===null||Array.isArray(payload))throw new Error("it is not an object");return payload}catch(cause){
throw invalid3("GITHUB_EVENT_PATH",`the event's payload cannot be read: ${messageOf(cause)}`,cause)}}function isFork(payload){if(at(payload,"pull_request","head")===
void 0)return false;const head=at(payload,"pull_request","head","repo","full_name");return head===void 0||head!==at(payload,"pull_request","base","repo","full_n\
ame")}function at(value,...path2){return path2.reduce((inner,key)=>typeof inner==="object"&&inner!==null&&Object.hasOwn(inner,key)?inner[key]:void 0,value)}function shaOr(value,otherwise){
return typeof value==="string"&&SHA.test(value)&&!NO_COMMIT.test(value)?value:otherwise}function numberOrNull(value){return typeof value==="number"&&Number.isSafeInteger(
value)&&value>0?value:null}function required(env,name){const value=env[name];if(value===void 0||value==="")throw invalid3(name,`${name} is not set`);return value}
function positive(env,name){const value=Number(required(env,name));if(!Number.isSafeInteger(value)||value<=0)throw invalid3(name,`${name} is not a whole number \
above 0`);return value}function invalid3(where,message,cause){return new UserError({code:"event-invalid",message,where,cause,fix:"the action runs inside a GitHu\
b Actions job; elsewhere use the command line: npx prune-gate run"})}import{existsSync as existsSync6}from"node:fs";import{tmpdir as tmpdir3}from"node:os";import{join as join14}from"node:path";import*as fs from"fs";var semver=__toESM(require_semver2(),1);import*as os from"os";import*as path from"path";var semver2=__toESM(require_semver2(),1);import{ok}from"assert";var __awaiter=function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve4){resolve4(value)})}return new(P||
(P=Promise))(function(resolve4,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}function rejected(value){try{step(generator["\
throw"](value))}catch(e){reject(e)}}function step(result){result.done?resolve4(result.value):adopt(result.value).then(fulfilled,rejected)}step((generator=generator.
apply(thisArg,_arguments||[])).next())})};var IS_WINDOWS=process.platform==="win32";var IS_MAC=process.platform==="darwin";function cacheDir(sourceDir,tool,version,arch2){return __awaiter(this,void 0,void 0,function*(){version=semver2.clean(version)||version;arch2=arch2||os.arch();debug(
`Caching tool ${tool} ${version} ${arch2}`);debug(`source dir: ${sourceDir}`);if(!fs.statSync(sourceDir).isDirectory()){throw new Error("sourceDir is not a dire\
ctory")}const destPath=yield _createToolPath(tool,version,arch2);for(const itemName of fs.readdirSync(sourceDir)){const s=path.join(sourceDir,itemName);yield cp(
s,destPath,{recursive:true})}_completeToolPath(tool,version,arch2);return destPath})}function find(toolName,versionSpec,arch2){if(!toolName){throw new Error("toolName parameter is required")}if(!versionSpec){throw new Error("versionSpec paramete\
r is required")}arch2=arch2||os.arch();if(!isExplicitVersion(versionSpec)){const localVersions=findAllVersions(toolName,arch2);const match=evaluateVersions(localVersions,
versionSpec);versionSpec=match}let toolPath="";if(versionSpec){versionSpec=semver2.clean(versionSpec)||"";const cachePath=path.join(_getCacheDirectory(),toolName,
versionSpec,arch2);debug(`checking cache: ${cachePath}`);if(fs.existsSync(cachePath)&&fs.existsSync(`${cachePath}.complete`)){debug(`Found tool in cache ${toolName}\
 ${versionSpec} ${arch2}`);toolPath=cachePath}else{debug("not found")}}return toolPath}function findAllVersions(toolName,arch2){const versions=[];arch2=arch2||os.arch();
const toolPath=path.join(_getCacheDirectory(),toolName);if(fs.existsSync(toolPath)){const children=fs.readdirSync(toolPath);for(const child of children){if(isExplicitVersion(
child)){const fullPath=path.join(toolPath,child,arch2||"");if(fs.existsSync(fullPath)&&fs.existsSync(`${fullPath}.complete`)){versions.push(child)}}}}return versions}function _createToolPath(tool,version,arch2){return __awaiter(this,void 0,void 0,function*(){const folderPath=path.join(_getCacheDirectory(),tool,semver2.clean(
version)||version,arch2||"");debug(`destination ${folderPath}`);const markerPath=`${folderPath}.complete`;yield rmRF(folderPath);yield rmRF(markerPath);yield mkdirP(
folderPath);return folderPath})}function _completeToolPath(tool,version,arch2){const folderPath=path.join(_getCacheDirectory(),tool,semver2.clean(version)||version,
arch2||"");const markerPath=`${folderPath}.complete`;fs.writeFileSync(markerPath,"");debug("finished caching tool")}function isExplicitVersion(versionSpec){const c=semver2.clean(
versionSpec)||"";debug(`isExplicit: ${c}`);const valid2=semver2.valid(c)!=null;debug(`explicit? ${valid2}`);return valid2}function evaluateVersions(versions,versionSpec){
let version="";debug(`evaluating ${versions.length} versions`);versions=versions.sort((a,b)=>{if(semver2.gt(a,b)){return 1}return-1});for(let i=versions.length-
1;i>=0;i--){const potential=versions[i];const satisfied=semver2.satisfies(potential,versionSpec);if(satisfied){version=potential;break}}if(version){debug(`match\
ed: ${version}`)}else{debug("match not found")}return version}function _getCacheDirectory(){const cacheDirectory=process.env["RUNNER_TOOL_CACHE"]||"";ok(cacheDirectory,
"Expected RUNNER_TOOL_CACHE to be defined");return cacheDirectory}import{createHash as createHash3}from"node:crypto";import{createReadStream as createReadStream2}from"node:fs";import{lstat,readdir,readFile as readFile2}from"node:fs/promises";
import{join as join12,relative,sep}from"node:path";import{pipeline as pipeline3}from"node:stream/promises";async function readHashes(assets,platform){const text2=await readFile2(join12(assets,"sha256.json"),"utf8");const{version,files,platforms}=JSON.parse(text2);const native=Object.
hasOwn(platforms,platform)?platforms[platform]:void 0;if(native===void 0){throw new UserError({code:"platform-unsupported",message:`onnxruntime-node ${version} \
has no build for ${platform}`,fix:`run the job on one of: ${Object.keys(platforms).join(", ")}`})}const digest=createHash3("sha256").update(text2).digest("hex").
slice(0,16);return{version,digest,files:new Map([...Object.entries(files),...Object.entries(native)])}}async function mismatch(modules,{files},exact){for(const[
path2,expected]of files){const found=await sha256(join12(modules,path2));if(found===void 0)return`${path2} is missing`;if(found!==expected)return`${path2} has t\
he sha256 ${found}, expected ${expected}`}if(!exact)return void 0;const extra=(await filesBelow(modules)).find(path2=>!files.has(path2));return extra===void 0?void 0:
`${extra} does not belong there`}async function sha256(path2){const hash=createHash3("sha256");try{if(!(await lstat(path2)).isFile())return void 0;await pipeline3(
createReadStream2(path2),hash)}catch{return void 0}return hash.digest("hex")}async function filesBelow(folder){const entries=await readdir(folder,{recursive:true,
withFileTypes:true});return entries.filter(entry=>!entry.isDirectory()).map(entry=>relative(folder,join12(entry.parentPath,entry.name)).split(sep).join("/")).sort()}import{copyFile,mkdir as mkdir3,mkdtemp as mkdtemp3,realpath,rename as rename2,rm as rm3}from"node:fs/promises";import{existsSync as existsSync5}from"node:fs";import{
dirname as dirname5,join as join13}from"node:path";var ARGUMENTS=["ci","--ignore-scripts","--omit=dev","--no-audit","--no-fund","--no-update-notifier","--loglevel=error"];var SECRETS=/^(?:INPUT_|ACTIONS_|GITHUB_TOKEN$|GH_TOKEN$)/u;
var BESIDE_NODE=["node_modules/npm/bin/npm-cli.js","../lib/node_modules/npm/bin/npm-cli.js"];var COMPLAINT_CHARACTERS=1e3;async function installWithNpm(assets,temp,hashes,folder){
const work=await mkdtemp3(join13(temp,"prune-gate-npm-"));try{for(const name of["package.json","package-lock.json"])await copyFile(join13(assets,name),join13(work,
name));await runNpm(work);await rm3(folder,{recursive:true,force:true});const modules=join13(await realpath(work),"node_modules");for(const path2 of hashes.files.
keys())await move(join13(modules,path2),join13(folder,"node_modules",path2))}finally{await rm3(work,{recursive:true,force:true})}}async function move(from,to){if(!existsSync5(
from)||await realpath(from)!==from)return;await mkdir3(dirname5(to),{recursive:true});await rename2(from,to)}async function runNpm(cwd){const{command,first}=npmCommand();
const env=Object.fromEntries(Object.entries(process.env).filter(([name])=>!SECRETS.test(name)));const{exitCode,stderr}=await getExecOutput(command,[...first,...ARGUMENTS],
{cwd,env,silent:true,ignoreReturnCode:true}).catch(thrown=>({exitCode:-1,stderr:messageOf(thrown)}));if(exitCode===0)return;throw new UserError({code:"npm-faile\
d",message:`npm could not install onnxruntime-node (exit code ${exitCode}): ${stderr.trim().slice(-COMPLAINT_CHARACTERS)}`,fix:"check the runner's access to its\
 npm registry, or give a folder that holds it already in the input runtime-path"})}function npmCommand(){const windows=process.platform==="win32";const folders=(process.
env.PATH??process.env.Path??"").split(windows?";":":").filter(folder=>folder!=="");if(folders.some(folder=>existsSync5(join13(folder,windows?"npm.cmd":"npm"))))
return{command:"npm",first:[]};const script=BESIDE_NODE.map(path2=>join13(dirname5(process.execPath),path2)).find(path2=>existsSync5(path2));if(script!==void 0)
return{command:`"${process.execPath}"`,first:[script]};throw new UserError({code:"npm-missing",message:"npm is not on the PATH, and onnxruntime-node is not on t\
his runner yet",fix:"add the step actions/setup-node before this one, or give a folder that holds node_modules/onnxruntime-node in the input runtime-path"})}var TOOL="prune-gate-runtime";var MODULES="node_modules/";var MOST_BYTES4=2**30;async function obtainRuntime({assets,givenPath}){const hashes=await readHashes(assets,
`${process.platform}-${process.arch}`);if(givenPath!=="")return checkGiven(givenPath,hashes);const temp=process.env.RUNNER_TEMP??tmpdir3();const folder=join14(temp,
TOOL);return await fromToolCache(hashes)??await fromCache(temp,folder,hashes)??await fromNpm(assets,temp,folder,hashes)}async function checkGiven(path2,hashes){
const modules=[join14(path2,"node_modules"),path2,join14(path2,"..")].find(folder=>existsSync6(join14(folder,"onnxruntime-node","package.json")));if(modules===void 0){
throw new UserError({code:"runtime-missing",message:"the folder of the input runtime-path holds no onnxruntime-node",where:path2,fix:`fill it with: npm install \
--ignore-scripts --prefix FOLDER onnxruntime-node@${hashes.version}`})}const reason=await mismatch(modules,hashes,false);if(reason!==void 0)throw tampered(path2,
reason,hashes);info2(`onnxruntime-node ${hashes.version} from ${path2}`);return join14(modules,"onnxruntime-node")}async function fromToolCache(hashes){if((process.
env.RUNNER_TOOL_CACHE??"")==="")return void 0;const found=find(TOOL,hashes.version);return found===""?void 0:usable(found,hashes,"the tool cache")}async function fromCache(temp,folder,hashes){
const isExpected=path2=>path2.startsWith(MODULES)&&hashes.files.has(path2.slice(MODULES.length));if(!await restoreEntry(entryPlace(temp,hashes),folder,{isExpected,
mostBytes:MOST_BYTES4}))return void 0;const restored=await usable(folder,hashes,"the cache");return restored===void 0?void 0:await keep(restored,hashes)}async function fromNpm(assets,temp,folder,hashes){
info2(`fetching onnxruntime-node ${hashes.version} with npm`);await installWithNpm(assets,temp,hashes,folder);const reason=await mismatch(join14(folder,"node_mo\
dules"),hashes,true);if(reason!==void 0)throw tampered(folder,reason,hashes);await saveEntry(entryPlace(temp,hashes),folder,[...hashes.files.keys()].map(path2=>`${MODULES}${path2}`));
return keep(folder,hashes)}async function usable(folder,hashes,source){const reason=await mismatch(join14(folder,"node_modules"),hashes,true);if(reason===void 0){
info2(`onnxruntime-node ${hashes.version} from ${source}`);return folder}notice2(`onnxruntime-node from ${source} is not used: ${reason}`);return void 0}async function keep(folder,hashes){
if((process.env.RUNNER_TOOL_CACHE??"")==="")return folder;try{return await cacheDir(folder,TOOL,hashes.version)}catch(thrown){info2(`not kept in the tool cache:\
 ${messageOf(thrown)}`);return folder}}function entryPlace(temp,hashes){const key=`${TOOL}-${hashes.version}-${process.platform}-${process.arch}-${hashes.digest}`;
return{key,what:`onnxruntime-node ${hashes.version}`,temp,env:process.env}}function tampered(where,reason,hashes){return new UserError({code:"runtime-mismatch",
message:`onnxruntime-node is not the one that this release was built with: ${reason}`,where,fix:`use onnxruntime-node ${hashes.version} as published; a folder o\
f the input runtime-path is filled with npm install --ignore-scripts`})}var RUNTIME_ASSETS=fileURLToPath(new URL("./runtime",import.meta.url));var ERROR=2;async function main(env){const startedAt=new Date;const workspace=resolve3(env.
GITHUB_WORKSPACE??process.cwd());const outDir=outputFolder(env,workspace);let setting;let report;try{setting=readSetting(env,workspace);report=await judgeEach(setting,
workspace,one=>judge(one,workspace,env))}catch(thrown){debug2(stackOf(thrown));report=await reportFailure(outDir,errorOfThrown(thrown,null),startedAt)}info2(headline(
report));await publish(report,outDir,setting,env);return exitCodeOf(report,setting?.inputs.failOn??"fail")}function readSetting(env,workspace){const inputs=readInputs(
env,workspace);maskSecret(inputs.token);return{inputs,event:readEvent(env)}}async function judge(setting,workspace,env){const{inputs,event}=setting;refuseUnsafeCheckout(
event,workspace,inputs.policy);const runtime=await obtainRuntime({assets:RUNTIME_ASSETS,givenPath:inputs.runtimePath});const{onProgress}=progressView({write:text2=>{
info2(text2)}},false);return superviseCached({command:"run",workspace,policyPath:inputs.policy,outDir:inputs.outDir,models:inputs.models,...inputs.device===void 0?
{}:{device:inputs.device}},{timeLimitSeconds:inputs.timeLimitSeconds,memoryLimitBytes:inputs.memoryLimitBytes,onProgress,env:{...env,PRUNE_GATE_RUNTIME:runtime}},
setting,env)}function end(code){process.exitCode=code;process.stdout.write("",()=>process.exit(code))}function crash(thrown){failure(`prune-gate has a bug: ${stackOf(
thrown)}`);end(ERROR)}process.on("uncaughtException",crash);main(process.env).then(end,crash);
