import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
import{progressView,readBytes,readSeconds,readShare}from"./chunk-2KBNWZV2.js";import{reportFailure,supervise}from"./chunk-GNYDMXV7.js";import{parsePolicy,
require__,require_yauzl,require_yazl,resolveInside}from"./chunk-ZWPRO7HZ.js";import{COMMENT_BYTES,NAME_LIMIT,OTHER_FOLDERS,UserError,atMostWarn,errorOfThrown,
headline,hideHistory,historyEntry,historyIn,isBelow,isInside,messageOf,plain,prepareOutput,renderMarkdown,renderSummary,stackOf,wayTo,withEntry,writeReport}from"./chunk-XP7G3QNA.js";
import{HttpClient,cp,debug,error,getExecOutput,info,mkdirP,notice,rmRF,setOutput,setSecret,summary,warning}from"./chunk-LEBSUFOT.js";import"./chunk-JRU54YOW.js";
import{statusOf,waitAsked}from"./chunk-OGMWHXZJ.js";import"./chunk-ZVSUI5L2.js";import{__commonJS,__toESM}from"./chunk-NVV35YR3.js";var require_constants=__commonJS({"node_modules/semver/internal/constants.js"(exports,module){"use strict";var SEMVER_SPEC_VERSION="2.0.0";var MAX_LENGTH=256;var MAX_SAFE_INTEGER=Number.
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
module.exports=SemVer}});var require_parse=__commonJS({"node_modules/semver/functions/parse.js"(exports,module){"use strict";var SemVer=require_semver();var parse3=(version,options,throwErrors=false)=>{
if(version instanceof SemVer){return version}try{return new SemVer(version,options)}catch(er){if(!throwErrors){return null}throw er}};module.exports=parse3}});var require_valid=__commonJS({"node_modules/semver/functions/valid.js"(exports,module){"use strict";var parse3=require_parse();var valid2=(version,options)=>{const v=parse3(
version,options);return v?v.version:null};module.exports=valid2}});var require_clean=__commonJS({"node_modules/semver/functions/clean.js"(exports,module){"use strict";var parse3=require_parse();var clean2=(version,options)=>{const s=parse3(
version.trim().replace(/^[=v]+/,""),options);return s?s.version:null};module.exports=clean2}});var require_inc=__commonJS({"node_modules/semver/functions/inc.js"(exports,module){"use strict";var SemVer=require_semver();var inc=(version,release,options,identifier,identifierBase)=>{
if(typeof options==="string"){identifierBase=identifier;identifier=options;options=void 0}try{return new SemVer(version instanceof SemVer?version.version:version,
options).inc(release,identifier,identifierBase).version}catch(er){return null}};module.exports=inc}});var require_diff=__commonJS({"node_modules/semver/functions/diff.js"(exports,module){"use strict";var parse3=require_parse();var diff=(version1,version2)=>{const v1=parse3(
version1,null,true);const v2=parse3(version2,null,true);const comparison=v1.compare(v2);if(comparison===0){return null}const v1Higher=comparison>0;const highVersion=v1Higher?
v1:v2;const lowVersion=v1Higher?v2:v1;const highHasPre=!!highVersion.prerelease.length;const lowHasPre=!!lowVersion.prerelease.length;if(lowHasPre&&!highHasPre){
if(!lowVersion.patch&&!lowVersion.minor){return"major"}if(lowVersion.compareMain(highVersion)===0){if(lowVersion.minor&&!lowVersion.patch){return"minor"}return"\
patch"}}const prefix=highHasPre?"pre":"";if(v1.major!==v2.major){return prefix+"major"}if(v1.minor!==v2.minor){return prefix+"minor"}if(v1.patch!==v2.patch){return prefix+
"patch"}return"prerelease"};module.exports=diff}});var require_major=__commonJS({"node_modules/semver/functions/major.js"(exports,module){"use strict";var SemVer=require_semver();var major=(a,loose)=>new SemVer(
a,loose).major;module.exports=major}});var require_minor=__commonJS({"node_modules/semver/functions/minor.js"(exports,module){"use strict";var SemVer=require_semver();var minor=(a,loose)=>new SemVer(
a,loose).minor;module.exports=minor}});var require_patch=__commonJS({"node_modules/semver/functions/patch.js"(exports,module){"use strict";var SemVer=require_semver();var patch=(a,loose)=>new SemVer(
a,loose).patch;module.exports=patch}});var require_prerelease=__commonJS({"node_modules/semver/functions/prerelease.js"(exports,module){"use strict";var parse3=require_parse();var prerelease=(version,options)=>{
const parsed=parse3(version,options);return parsed&&parsed.prerelease.length?parsed.prerelease:null};module.exports=prerelease}});var require_compare=__commonJS({"node_modules/semver/functions/compare.js"(exports,module){"use strict";var SemVer=require_semver();var compare=(a,b,loose)=>new SemVer(
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
`Invalid operator: ${op}`)}};module.exports=cmp}});var require_coerce=__commonJS({"node_modules/semver/functions/coerce.js"(exports,module){"use strict";var SemVer=require_semver();var parse3=require_parse();var{
safeRe:re,t}=require_re();var coerce=(version,options)=>{if(version instanceof SemVer){return version}if(typeof version==="number"){version=String(version)}if(typeof version!==
"string"){return null}options=options||{};let match=null;if(!options.rtl){match=version.match(options.includePrerelease?re[t.COERCEFULL]:re[t.COERCE])}else{const coerceRtlRegex=options.
includePrerelease?re[t.COERCERTLFULL]:re[t.COERCERTL];let next;while((next=coerceRtlRegex.exec(version))&&(!match||match.index+match[0].length!==version.length)){
if(!match||next.index+next[0].length!==match.index+match[0].length){match=next}coerceRtlRegex.lastIndex=next.index+next[1].length+next[2].length}coerceRtlRegex.
lastIndex=-1}if(match===null){return null}const major=match[2];const minor=match[3]||"0";const patch=match[4]||"0";const prerelease=options.includePrerelease&&match[5]?
`-${match[5]}`:"";const build=options.includePrerelease&&match[6]?`+${match[6]}`:"";return parse3(`${major}.${minor}.${patch}${prerelease}${build}`,options)};module.
exports=coerce}});var require_truncate=__commonJS({"node_modules/semver/functions/truncate.js"(exports,module){"use strict";var parse3=require_parse();var constants3=require_constants();
var SemVer=require_semver();var truncate=(version,truncation,options)=>{if(!constants3.RELEASE_TYPES.includes(truncation)){return null}const clonedVersion=cloneInputVersion(
version,options);return clonedVersion&&doTruncation(clonedVersion,truncation)};var cloneInputVersion=(version,options)=>{const versionStringToParse=version instanceof
SemVer?version.version:version;return parse3(versionStringToParse,options)};var doTruncation=(version,truncation)=>{if(isPrerelease(truncation)){return version.
version}version.prerelease=[];switch(truncation){case"major":version.minor=0;version.patch=0;break;case"minor":version.patch=0;break}return version.format()};var isPrerelease=type=>{
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
var outside2=(version,range,hilo,options)=>{version=new SemVer(version,options);range=new Range(range,options);let gtfn,ltefn,ltfn,comp,ecomp;switch(hilo){case"\
>":gtfn=gt2;ltefn=lte;ltfn=lt;comp=">";ecomp=">=";break;case"<":gtfn=lt;ltefn=gte;ltfn=gt2;comp="<";ecomp="<=";break;default:throw new TypeError('Must provide a\
 hilo val of "<" or ">"')}if(satisfies3(version,range,options)){return false}for(let i=0;i<range.set.length;++i){const comparators=range.set[i];let high=null;let low=null;
comparators.forEach(comparator=>{if(comparator.semver===ANY){comparator=new Comparator(">=0.0.0")}high=high||comparator;low=low||comparator;if(gtfn(comparator.semver,
high.semver,options)){high=comparator}else if(ltfn(comparator.semver,low.semver,options)){low=comparator}});if(high.operator===comp||high.operator===ecomp){return false}
if((!low.operator||low.operator===comp)&&ltefn(version,low.semver)){return false}else if(low.operator===ecomp&&ltfn(version,low.semver)){return false}}return true};
module.exports=outside2}});var require_gtr=__commonJS({"node_modules/semver/ranges/gtr.js"(exports,module){"use strict";var outside2=require_outside();var gtr=(version,range,options)=>outside2(
version,range,">",options);module.exports=gtr}});var require_ltr=__commonJS({"node_modules/semver/ranges/ltr.js"(exports,module){"use strict";var outside2=require_outside();var ltr=(version,range,options)=>outside2(
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
a.operator==="<="?b:a};module.exports=subset}});var require_semver2=__commonJS({"node_modules/semver/index.js"(exports,module){"use strict";var internalRe=require_re();var constants3=require_constants();var SemVer=require_semver();
var identifiers=require_identifiers();var parse3=require_parse();var valid2=require_valid();var clean2=require_clean();var inc=require_inc();var diff=require_diff();
var major=require_major();var minor=require_minor();var patch=require_patch();var prerelease=require_prerelease();var compare=require_compare();var rcompare=require_rcompare();
var compareLoose=require_compare_loose();var compareBuild=require_compare_build();var sort=require_sort();var rsort=require_rsort();var gt2=require_gt();var lt=require_lt();
var eq=require_eq();var neq=require_neq();var gte=require_gte();var lte=require_lte();var cmp=require_cmp();var coerce=require_coerce();var truncate=require_truncate();
var Comparator=require_comparator();var Range=require_range();var satisfies3=require_satisfies();var toComparators=require_to_comparators();var maxSatisfying=require_max_satisfying();
var minSatisfying=require_min_satisfying();var minVersion=require_min_version();var validRange=require_valid2();var outside2=require_outside();var gtr=require_gtr();
var ltr=require_ltr();var intersects=require_intersects();var simplifyRange=require_simplify();var subset=require_subset();module.exports={parse:parse3,valid:valid2,
clean:clean2,inc,diff,major,minor,patch,prerelease,compare,rcompare,compareLoose,compareBuild,sort,rsort,gt:gt2,lt,eq,neq,gte,lte,cmp,coerce,truncate,Comparator,
Range,satisfies:satisfies3,toComparators,maxSatisfying,minSatisfying,minVersion,validRange,outside:outside2,gtr,ltr,intersects,simplifyRange,subset,SemVer,re:internalRe.
re,src:internalRe.src,tokens:internalRe.t,SEMVER_SPEC_VERSION:constants3.SEMVER_SPEC_VERSION,RELEASE_TYPES:constants3.RELEASE_TYPES,compareIdentifiers:identifiers.
compareIdentifiers,rcompareIdentifiers:identifiers.rcompareIdentifiers}}});import{mkdtemp as mkdtemp6}from"node:fs/promises";import{tmpdir as tmpdir6}from"node:os";import{join as join23,resolve as resolve8}from"node:path";import{fileURLToPath}from"node:url";function exitCodeOf(report,failOn){if(failOn==="warn"&&report.verdict==="WARN")return 1;if(failOn==="error"&&report.verdict!=="ERROR")return 0;return report.exitCode}import{resolve}from"node:path";import{createHash}from"node:crypto";var COMMENT_KEY=/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u;function ownerKey(key,policies,models,usualPolicy){const isUsual=models.
length===0&&policies.length===1&&policies[0]===usualPolicy;return isUsual?key:`${key}/${createHash("sha256").update(JSON.stringify([[...policies].sort(),[...models].
sort()])).digest("hex").slice(0,12)}`}var RUN_LINE=/^<!-- prune-gate-run: (\d{1,15})\.(\d{1,6}) -->/u;var ownerLine=key=>`<!-- prune-gate:${key} -->`;function withMarker(key,run,markdown){
return`${ownerLine(key)}
<!-- prune-gate-run: ${run.id}.${run.attempt} -->
${markdown}`}function runOf(key,body){const owner=ownerLine(key);if(!body.startsWith(owner))return void 0;const found=RUN_LINE.exec(body.slice(owner.length).trimStart());
return{id:Number(found?.[1]??0),attempt:Number(found?.[2]??0)}}function compareRuns(left,right){return left.id-right.id||left.attempt-right.attempt}function retired(body){
return body.replace("<!-- prune-gate:","<!-- prune-gate-outdated:")}var ONCE={retries:0,once:true};var ACTIONS_BOT="github-actions[bot]";var PER_PAGE=100;var byId=(left,right)=>left.id-right.id;var NEXT_PAGE=/;\s*rel="?next"?/u;
async function listMarked(client3,place){const{owner,repo,pullRequest,key}=place;const marked=[];for(let page=1;;page+=1){const{data,headers}=await client3.rest.
issues.listComments({owner,repo,issue_number:pullRequest,per_page:PER_PAGE,page});if(!Array.isArray(data))throw new Error("the list of comments is cut off");for(const{
id,node_id:node,html_url:url,user,body}of data){const run=runOf(key,body??"");if(run!==void 0)marked.push({id,node,url,author:user?.login,run,body:body??""})}if(data.
length<PER_PAGE&&!NEXT_PAGE.test(headers.link??""))return marked.sort(byId)}}async function isThere(client3,{owner,repo},{id}){try{await client3.rest.issues.getComment(
{owner,repo,comment_id:id});return true}catch(thrown){if(statusOf(thrown)!==404)throw thrown;return false}}async function createComment(client3,place,body){const{
owner,repo,pullRequest,run}=place;const{data}=await client3.rest.issues.createComment({owner,repo,issue_number:pullRequest,body,request:ONCE});return{id:data.id,
node:data.node_id,url:data.html_url,author:data.user?.login,run,body}}async function updateComment(client3,place,comment,body){await client3.rest.issues.updateComment(
{owner:place.owner,repo:place.repo,comment_id:comment.id,body,request:ONCE});return{...comment,run:place.run,body}}async function deleteComments(client3,place,comments){
for(const{id}of comments){try{await client3.rest.issues.deleteComment({owner:place.owner,repo:place.repo,comment_id:id,request:ONCE})}catch(thrown){if(statusOf(
thrown)!==404)throw thrown}}}async function isOutdated(client3,{owner,repo,pullRequest},commit){try{const{data}=await client3.rest.pulls.get({owner,repo,pull_number:pullRequest});
return data.head.sha!==commit}catch{return false}}var EDITS="query($id: ID!) { node(id: $id) { ... on IssueComment { userContentEdits(first: 20) { nodes { diff \
editor { login } } } } } }";async function editsOf(client3,{key},comment){const{node}=await client3.graphql(EDITS,{id:comment.node});return(node?.userContentEdits?.
nodes??[]).flatMap(({diff,editor})=>{const run=diff===null||!isSameLogin(editor?.login,comment.author)?void 0:runOf(key,diff);return run===void 0?[]:[{...comment,
run,body:diff??""}]})}var isSameLogin=(left,right)=>left?.replace(/\[bot\]$/u,"")===right?.replace(/\[bot\]$/u,"");var HIDE="mutation($id: ID!) { minimizeCommen\
t(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } } }";async function hideComments(client3,place,comments){for(const comment of comments){
try{await client3.graphql(HIDE,{id:comment.node});await updateComment(client3,place,comment,retired(comment.body))}catch(thrown){if(statusOf(thrown)!==404)throw thrown}}}
async function ownLogin(client3){try{const{viewer}=await client3.graphql("query { viewer { login } }");return viewer.login}catch{return ACTIONS_BOT}}var COMMENT_MODES=["update","recreate","hide","delete"];var MOST_WRITES=4;var MOST_CHANGES=8;var MOST_LOOKS=4;async function upsertComment(client3,event,pullRequest,key,writing){
const place={owner:event.owner,repo:event.repo,pullRequest,key,run:event.run};try{return await settle(client3,place,event,writing)}catch(thrown){return{kind:"fa\
iled",reason:reasonOf(thrown)}}}async function settle(client3,place,event,writing){let author;let failure2=new Contended;const done={writes:0,written:void 0,edited:void 0,
created:false,gaveWayTo:void 0};for(let changes=0;;changes+=1){const marked=await including(client3,place,await look(client3,place,done.writes>0),done.written);
if(marked.length>0)author=done.written?.author??author??await ownLogin(client3);const overwritten=await overwrittenBy(client3,place,done);const step=overwritten??
nextStep(marked.filter(comment=>comment.author===author),place,writing,done);if("outcome"in step)return step.outcome;const isLate=step.overwrites!==void 0&&await isOutdated(
client3,place,event.headSha);if(isLate&&step.ours.length===0)return{kind:"superseded",url:step.overwrites.url};if(step.isOwnWrite===true&&done.writes===MOST_WRITES||
changes===MOST_CHANGES)throw failure2;try{await(isLate?giveWay(client3,place,step.overwrites,step.ours,done):step.take(client3));failure2=new Contended}catch(thrown){
const seconds=secondsToWait(thrown,changes);if(seconds===void 0)throw thrown;failure2=thrown;await client3.pause(seconds)}}}async function look(client3,place,hasWritten){
for(let attempt=1;;attempt+=1){try{return await listMarked(client3,place)}catch(thrown){if(!hasWritten||attempt===MOST_LOOKS)throw thrown;await client3.pause(attempt*
attempt)}}}var MOST_LAGS=3;async function overwrittenBy(client3,place,done){const{edited}=done;if(edited===void 0)return void 0;const edits=await editsWith(client3,
place,edited);const[now]=edits;const newest=edits.reduce((best,one)=>best===void 0||compareRuns(one.run,best.run)>0?one:best,void 0);done.edited=void 0;if(now===
void 0||newest===void 0||compareRuns(newest.run,now.run)<=0)return void 0;return{ours:[],take:on=>putBack(on,place,newest,edited,done)}}async function editsWith(client3,place,edited){
for(let attempt=1;;attempt+=1){const edits=await editsOf(client3,place,edited).catch(()=>[]);if(attempt===MOST_LAGS||edits.length===0||edits.some(({body})=>body===
edited.body))return edits;await client3.pause(attempt)}}function nextStep(own,place,{mode,write},done){const ours=own.filter(comment=>compareRuns(comment.run,place.
run)===0);const newer=own.find(comment=>compareRuns(comment.run,place.run)>0);if(newer!==void 0&&ours.length===0)return{outcome:{kind:"superseded",url:newer.url}};
if(newer!==void 0)return{ours,take:client3=>giveWay(client3,place,newer,ours,done)};const lost=done.gaveWayTo;if(lost!==void 0&&own.every(comment=>compareRuns(comment.
run,lost.run)<0))return{ours,take:client3=>putBack(client3,place,lost,own[0],done)};const kept=keptOf(own,place,mode);const others=own.filter(comment=>comment!==
kept);const isWritten=mode==="delete"||done.writes>0&&kept!==void 0&&compareRuns(kept.run,place.run)===0;if(isWritten&&others.length>0)return{ours,take:client3=>mode===
"hide"?hideComments(client3,place,others):deleteComments(client3,place,others)};if(isWritten)return{outcome:kept===void 0?{kind:"deleted",url:""}:{kind:done.created?
"created":"updated",url:kept.url}};return{isOwnWrite:true,ours,overwrites:own.find(comment=>compareRuns(comment.run,place.run)<0),take:async client3=>{const body=withMarker(
place.key,place.run,write(own.map(comment=>comment.body)));done.writes+=1;done.created||=kept===void 0;done.written=kept===void 0?await createComment(client3,place,
body):await edit(client3,place,kept,body,done)}}}async function giveWay(client3,place,to,ours,done){done.gaveWayTo=to;done.written=void 0;await deleteComments(client3,
place,ours)}async function putBack(client3,place,lost,into,done){const there=into===void 0?await createComment(client3,place,lost.body):await edit(client3,place,
into,lost.body,done);done.written={...there,run:lost.run}}async function edit(client3,place,comment,body,done){done.edited={...comment,body};return updateComment(
client3,place,comment,body)}function keptOf(own,{run},mode){if(mode==="delete")return void 0;return mode==="update"?own[0]:own.find(comment=>compareRuns(comment.
run,run)===0)}async function including(client3,place,listed,written){if(written===void 0||listed.some(({id})=>id===written.id)||!await isThere(client3,place,written))
return listed;return[...listed,written].sort(byId)}function secondsToWait(thrown,writes){const status=statusOf(thrown);if(status===0||status===404||status>=500)
return(writes+1)**2;return isRateLimit(thrown)?waitAsked(thrown):void 0}function isRateLimit(thrown){const status=statusOf(thrown);return status===429||status===
403&&/rate limit/iu.test(messageOf(thrown))}var Contended=class extends Error{message="other runs keep changing the comment"};function reasonOf(thrown){if(thrown instanceof
Contended)return thrown.message;const status=statusOf(thrown);if(isRateLimit(thrown))return"GitHub's rate limit is used up";if(status===403||status===401){return'\
the token may not comment on this pull request: grant "permissions: pull-requests: write" to the job; on pull requests from forks the token is always read-only'}
if(status===404)return'the token does not see this pull request: grant "permissions: pull-requests: write" to the job';return status===0?"GitHub's API did not a\
nswer":`GitHub's API answered with status ${status}`}var FAIL_ON=["warn","fail","error"];var DEVICES=["auto","cpu","cuda","tensorrt","webgpu","directml","coreml"];var MODES=["run","prune","merge","publish"];var INPUTS={
"mode":"run","shard":"","policy":".github/prune-gate.yml","policy-ref":"","approval-label":"","models":"","device":"","github-token":"${{ github.token }}","comm\
ent":"true","comment-key":"default","comment-mode":"update","output-dir":"prune-gate-out","time-limit":"60m","memory-limit":"","runtime-path":"","cuda-path":"",
"cache":"true","artifact":"prune-gate","retention-days":"","check-run":"false","allow-commands":"false","fail-on":"fail"};function readInputs(env,workspace){const text3=name=>inputText(
env,name);const runtimePath=text3("runtime-path");const cudaPath=text3("cuda-path")||(env.PRUNE_GATE_CUDA??"").trim();const policies=listOf(text3("policy")||INPUTS.
policy);const mode=choice("mode",text3("mode"),MODES)??INPUTS.mode;return{mode,shard:shardOf(text3("shard"),mode),policy:policies[0]??INPUTS.policy,policies,policyRef:text3(
"policy-ref"),approvalLabel:text3("approval-label"),models:listOf(text3("models")),device:choice("device",text3("device"),DEVICES),token:text3("github-token"),comment:choice(
"comment",text3("comment")||INPUTS.comment,["true","false"])==="true",commentKey:matching("comment-key",text3("comment-key")||INPUTS["comment-key"]),commentMode:choice(
"comment-mode",text3("comment-mode"),COMMENT_MODES)??INPUTS["comment-mode"],outDir:outputFolder(env,workspace),timeLimitSeconds:quantity("time-limit",text3("tim\
e-limit"),readSeconds,"90s, 30m or 2h"),memoryLimitBytes:quantity("memory-limit",text3("memory-limit"),readBytes,"512MiB or 8GiB"),runtimePath:runtimePath===""?
"":resolve(workspace,runtimePath),cudaPath:cudaPath===""?"":resolve(workspace,cudaPath),cache:choice("cache",text3("cache")||INPUTS.cache,["true","false"])==="t\
rue",artifact:text3("artifact"),retentionDays:quantity("retention-days",text3("retention-days"),readDays,"a number of days from 1 to 400"),checkRun:choice("chec\
k-run",text3("check-run")||INPUTS["check-run"],["true","false"])==="true",allowCommands:choice("allow-commands",text3("allow-commands")||INPUTS["allow-commands"],
["true","false"])==="true",failOn:choice("fail-on",text3("fail-on"),FAIL_ON)??INPUTS["fail-on"]}}function listOf(text3){return text3.split(/[,\n]/u).map(one=>one.
trim()).filter(one=>one!=="")}function shardOf(text3,mode){if(text3==="")return void 0;const share=readShare(text3);if(share===void 0)throw invalid("shard",text3,
"one part of all, such as 3/8");if(mode!=="run")throw invalid("shard",text3,`none with mode: ${mode}`);return share}function readDays(text3){const days=/^\d{1,3}$/u.
test(text3)?Number(text3):0;return days>=1&&days<=400?days:void 0}function outputFolder(env,workspace){return resolve(workspace,inputText(env,"output-dir")||INPUTS["\
output-dir"])}function inputText(env,name){return(env[`INPUT_${name.toUpperCase()}`]??"").trim()}function choice(name,text3,allowed){if(text3==="")return void 0;
const found=allowed.find(one=>one===text3);if(found===void 0)throw invalid(name,text3,`one of ${allowed.join(", ")}`);return found}function matching(name,text3){
if(!COMMENT_KEY.test(text3))throw invalid(name,text3,'letters, digits, ".", "_" and "-", at most 64');return text3}function quantity(name,text3,read2,examples){
if(text3==="")return void 0;const value=read2(text3);if(value===void 0)throw invalid(name,text3,examples);return value}function invalid(name,found,expected){return new UserError(
{code:"input-invalid",message:`the input ${name} is "${found.slice(0,100)}", expected ${expected}`,where:`with: ${name}`,fix:"correct it in the workflow; docs/a\
ction.md lists the inputs"})}import{dirname as dirname9,join as join15}from"node:path";function harmless(text3){const line=text3.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu," ").replaceAll("##[","# #[");return line.trimStart().startsWith(
"::")?`. ${line}`:line}function info2(text3){info(harmless(text3))}function notice2(text3){notice(harmless(text3),{title:"prune-gate"})}function debug2(text3){for(const line of text3.
split("\n"))debug(harmless(line))}function maskSecret(secret){if(secret!=="")setSecret(secret)}function failure(text3){error(text3,{title:"prune-gate"})}import{existsSync,mkdtempSync}from"node:fs";import{rm}from"node:fs/promises";import{tmpdir}from"node:os";import{join as join2}from"node:path";import{lstatSync,readdirSync,statSync}from"node:fs";import{basename,join}from"node:path";var REPORT_FILES=["report.json","report.md","worker.log"];var HANDED_ON=/^(?:prune\.json|plan\.json|model\.onnx(?:\.data)?|shard-\d{1,4}-of-\d{1,4}\.json)$/u;var ANSWER_WITHIN_MS=6e4;
var MS_A_MEBIBYTE=1e3;async function uploadReport(name,report,outDir,event,options){return upload(name,artifactFiles(report,outDir),outDir,event,options)}async function uploadForPublisher(name,outDir,event,options){
return upload(name,[join(outDir,"report.json")],outDir,event,options)}async function uploadPart(name,{outDir,others,without},event,options){const entries=readdirSync(
outDir,{recursive:true,withFileTypes:true});const files=entries.filter(entry=>entry.isFile()&&HANDED_ON.test(entry.name)).map(entry=>join(entry.parentPath,entry.
name));const wanted=files.filter(file=>!without.has(wayTo(outDir,file))).sort();const reports=[".",...new Set(others)].flatMap(folder=>REPORT_FILES.map(file=>join(
outDir,folder,file))).filter(isPlainFile);return upload(name,[...wanted,...reports],outDir,event,options)}async function upload(name,files,outDir,event,{retentionDays,
replace}){if((process.env.ACTIONS_RUNTIME_TOKEN??"")==="")return{kind:"failed",reason:"this runner offers no artifact service"};try{const client3=await artifactClient();
if(replace===true)await inTime(client3.deleteArtifact(name)).catch(()=>void 0);const{id}=await inTime(client3.uploadArtifact(name,files,outDir,retentionDays===void 0?
{}:{retentionDays}),sizeOf(files));return id===void 0?{kind:"failed",reason:"the service gave no id"}:{kind:"uploaded",url:`${event.runUrl}/artifacts/${id}`}}catch(thrown){
return{kind:"failed",reason:messageOf(thrown)}}}function artifactFiles(report,outDir){const written=report.models.flatMap(({files:{model,plan}})=>[model,model===
null?null:`${model}.data`,plan]);const others=(report.sources??[]).flatMap(({other})=>other===null?[]:[other.report,other.report.replace(/json$/u,"md")]);const named=[
...REPORT_FILES,...written,...others].filter(file=>file!==null).map(file=>join(outDir,file)).filter(isPlainFile);const failed=report.models.some(({errors})=>errors.
some(({code})=>code==="prove-failed"));return failed?[...named,...reproductions(outDir)]:named}var isPlainFile=path2=>lstatSync(path2,{throwIfNoEntry:false})?.isFile()===
true;function reproductions(outDir){return readdirSync(outDir,{recursive:true,withFileTypes:true}).filter(entry=>entry.isFile()&&basename(entry.parentPath)==="p\
rove-failed").map(entry=>join(entry.parentPath,entry.name)).sort()}async function fetchArtifacts(isWanted,folder){try{const client3=await artifactClient();const{
artifacts}=await inTime(client3.listArtifacts({latest:true}));for(const{id,name,digest,size}of artifacts.filter(one=>isWanted(one.name))){const{digestMismatch}=await inTime(
client3.downloadArtifact(id,{path:join(folder,name),...digest===void 0?{}:{expectedHash:digest}}),size);if(digestMismatch===true)throw new Error(`the artifact ${name}\
 is damaged`)}}catch(thrown){throw new UserError({code:"artifact-failed",message:`What other jobs of this run left cannot be fetched: ${messageOf(thrown)}.`,fix:"\
Run the failed jobs again. Enterprise Server has no artifacts of this kind: run everything in one job there."})}}async function artifactClient(){const{DefaultArtifactClient}=await import("./chunk-THXEUWA5.js");
return new DefaultArtifactClient}var sizeOf=files=>files.reduce((sum,file)=>sum+statSync(file).size,0);async function inTime(work,bytes=0){let timer;const withinMs=Number(
process.env.PRUNE_GATE_ANSWER_MS??ANSWER_WITHIN_MS)+bytes/2**20*MS_A_MEBIBYTE;const late=new Promise((_,reject)=>{timer=setTimeout(()=>{reject(new Error("the ar\
tifact service did not answer"))},withinMs)});try{return await Promise.race([work,late])}finally{clearTimeout(timer)}}function isPart({mode,shard}){return mode==="prune"||shard!==void 0}async function gatherParts(inputs,env){const{mode,shard,artifact,outDir}=inputs;if(mode!=="m\
erge"&&!isPart(inputs))return void 0;if(artifact==="")throw invalid2("the jobs of a shared run hand their work on as artifacts","give the input artifact a name,\
 the same in all of them");for(const folder2 of Object.values(OTHER_FOLDERS))await rm(join2(outDir,folder2),{recursive:true,force:true});if(mode==="prune")return{
forDecisive:()=>({part:{kind:"prune"}}),forOther:()=>({part:{kind:"prune"}})};const folder=mkdtempSync(join2(env.RUNNER_TEMP??tmpdir(),"prune-gate-parts-"));const pruned=`${artifact}\
-pruned`;const isShard=name=>name.startsWith(`${artifact}-shard-`)&&/^\d{1,4}-of-\d{1,4}$/u.test(name.slice(`${artifact}-shard-`.length));await fetchArtifacts(name=>name===
pruned||mode==="merge"&&isShard(name),folder);return partsIn(folder,join2(folder,pruned),shard)}function partsIn(shards,pruned,shard){const hasOwn=from=>existsSync(
join2(pruned,OTHER_FOLDERS[from]));const partAt=(below,known)=>{const from=below===void 0?pruned:join2(pruned,below);if(shard===void 0)return{part:{kind:"merge",
from,shards,...below===void 0?{}:{below}}};return{part:{kind:"shard",...shard,from,...known===void 0?{}:{known}}}};return{forDecisive:from=>partAt(hasOwn(from)?
OTHER_FOLDERS[from]:void 0),forOther:(from,decides,outDir)=>{if(hasOwn(from))return partAt(OTHER_FOLDERS[from],outDir);return hasOwn(decides)?partAt(void 0,outDir):
void 0}}}async function handOn(report,other,request,{inputs,event}){if(!isPart(inputs))return report;const startedAt=new Date;const files={outDir:request.outDir,
others:Object.values(OTHER_FOLDERS),without:alike(report,other)};const outcome=await uploadPart(partName(inputs),files,event,{retentionDays:inputs.retentionDays,
replace:event.run.attempt>1});if(outcome.kind==="uploaded")return report;return reportFailure(request,{code:"part-not-handed-on",message:`The work of this job w\
as not uploaded: ${outcome.reason}`,where:partName(inputs),stage:null,fix:"Each job of the matrix needs a shard of its own (1/n to n/n), and each workflow that \
shares a run an artifact name of its own"},startedAt)}function alike({models},other){const isAlike=({name,provenance})=>models.some(model=>model.name===name&&model.
provenance.prunedModel===provenance.prunedModel);const same=other?.models.filter(isAlike).flatMap(({files:{model}})=>model===null?[]:[model,`${model}.data`])??[];
return new Set(other===null?[]:same.map(file=>`${OTHER_FOLDERS[other.from]}/${file}`))}function partName({artifact,shard}){return shard===void 0?`${artifact}-pr\
uned`:`${artifact}-shard-${shard.index}-of-${shard.count}`}function invalid2(message,fix){return new UserError({code:"input-invalid",message,where:"with: artifa\
ct",fix})}import{mkdtempSync as mkdtempSync2,readFileSync as readFileSync4,writeFileSync}from"node:fs";import{tmpdir as tmpdir2}from"node:os";import{join as join8}from"node:path";import{createHash as createHash3}from"node:crypto";import{mkdtemp as mkdtemp2,readFile,rm as rm3}from"node:fs/promises";import{join as join6}from"node:path";import{createHash as createHash2}from"node:crypto";import{mkdir as mkdir2,mkdtemp,rename,rm as rm2}from"node:fs/promises";import{dirname as dirname2,join as join4}from"node:path";var import_yauzl=__toESM(require_yauzl(),1);var import_yazl=__toESM(require_yazl(),1);import{createWriteStream}from"node:fs";import{mkdir}from"node:fs/promises";
import{dirname,join as join3}from"node:path";import{pipeline}from"node:stream/promises";var MEMBER={mtime:new Date(1980,0,1),mode:33188,forceDosTimestamp:true,compressionLevel:1};
var MOST_FILES=200;async function pack(folder,paths,archive){const zip=new import_yazl.ZipFile;for(const path2 of[...paths].sort())zip.addFile(join3(folder,path2),
path2,MEMBER);const abort=new AbortController;zip.once("error",error2=>{abort.abort(error2)});zip.end();await pipeline(zip.outputStream,createWriteStream(archive),
{signal:abort.signal})}async function unpack(archive,folder,{isExpected,mostBytes}){const zip=await(0,import_yauzl.openPromise)(archive,{autoClose:false});const paths=[];
let bytes=0;try{for await(const entry of zip.eachEntry()){bytes+=entry.uncompressedSize;if(!isExpected(entry.fileName)||paths.includes(entry.fileName))throw new Error(
`it holds ${JSON.stringify(entry.fileName.slice(0,80))}, which does not belong there`);if(bytes>mostBytes||paths.length===MOST_FILES)throw new Error("it is larg\
er than it may be");await extract(zip,entry,join3(folder,entry.fileName));paths.push(entry.fileName)}}finally{zip.close()}return paths}async function extract(zip,entry,path2){
await mkdir(dirname(path2),{recursive:true});await pipeline(await zip.openReadStreamPromise(entry),createWriteStream(path2,{flags:"wx"}))}import{createReadStream,createWriteStream as createWriteStream2}from"node:fs";import{stat}from"node:fs/promises";import{Transform}from"node:stream";import{buffer}from"node:stream/consumers";
import{pipeline as pipeline2}from"node:stream/promises";var SERVICE="twirp/github.actions.results.api.v1.CacheService";var SILENCE_MS=2e4;var ATTEMPTS=3;var MOST_BYTES=4*2**30;function cacheService(env){const url=env.
ACTIONS_RESULTS_URL??"";const token=env.ACTIONS_RUNTIME_TOKEN??"";if(url===""||token==="")return"this runner offers no cache service";if((env.ACTIONS_CACHE_SERVICE_V2??
"")==="")return"this runner has version 1 of the cache service, and version 2 is needed";return{url,token,secondMs:Number(env.PRUNE_GATE_SECOND_MS??1e3),silenceMs:Number(
env.PRUNE_GATE_ANSWER_MS??SILENCE_MS)}}async function fetchEntry(service,key,version,path2){const answer=await call(service,"GetCacheEntryDownloadURL",{key,restore_keys:[],
version});const address=text(answer,"signed_download_url");if(answer.ok!==true||address==="")return false;const matched=text(answer,"matched_key");if(matched!==
key)throw new Error("the cache service answered with an entry of another key");await patiently(service,async()=>{const response=await client(service).get(address);
await refuseFailure(response,"reading the entry");await pipeline2(response.message,atMost(MOST_BYTES),createWriteStream2(path2));const said2=Number(response.message.
headers["content-length"]??Number.NaN);const got=(await stat(path2)).size;if(Number.isFinite(said2)&&said2!==got)throw new Error(`the entry broke off after ${got}\
 of ${said2} bytes`)});return true}async function storeEntry(service,key,version,path2){const{size}=await stat(path2);if(size>MOST_BYTES)throw new Error(`the en\
try has ${size} bytes, and ${MOST_BYTES} is the most that is stored`);const reserved=await call(service,"CreateCacheEntry",{key,version});const address=text(reserved,
"signed_upload_url");if(reserved.ok!==true||address==="")return false;await patiently(service,async()=>{const headers={"content-length":String(size),"content-ty\
pe":"application/octet-stream","x-ms-blob-type":"BlockBlob","x-ms-version":"2025-01-05"};const response=await client(service).sendStream("PUT",address,createReadStream(
path2),headers);await refuseFailure(response,"writing the entry");await bodyOf(response)});const finished=await call(service,"FinalizeCacheEntryUpload",{key,version,
size_bytes:String(size)});if(finished.ok!==true)throw new Error("the cache service did not confirm the entry");return true}async function call(service,method,message){
return patiently(service,async()=>{const response=await client(service).post(new URL(`${SERVICE}/${method}`,withSlash(service.url)).href,JSON.stringify(message),
{"content-type":"application/json","authorization":`Bearer ${service.token}`});const status=response.message.statusCode??0;const body=await bodyOf(response);if(status===
404||status===409)return{ok:false};if(status<200||status>299)throw new ServiceError(`${method}: the cache service answered with status ${status}`,status);const answer=JSON.
parse(body);if(typeof answer!=="object"||answer===null||Array.isArray(answer))throw new Error(`${method}: the cache service did not answer with an object`);return answer})}
async function bodyOf(response){return(await buffer(response.message)).toString("utf8")}var ServiceError=class extends Error{constructor(message,status){super(message);
this.status=status}status};async function refuseFailure(response,what){const status=response.message.statusCode??0;if(status>=200&&status<300)return;await bodyOf(
response);throw new ServiceError(`${what}: the blob store answered with status ${status}`,status)}var silent=new Set;var SILENCE=/^Request timeout/u;async function patiently({
url,secondMs},act){if(silent.has(url))throw new Error("the service did not answer before, and is not asked again");for(let attempt=1;;attempt+=1){try{return await act()}catch(thrown){
const refused=thrown instanceof ServiceError&&thrown.status<500;if(attempt===ATTEMPTS&&SILENCE.test(messageOf(thrown)))silent.add(url);if(refused||attempt===ATTEMPTS)
throw thrown instanceof Error?thrown:new Error(messageOf(thrown));await new Promise(resolve9=>{setTimeout(resolve9,attempt*secondMs)})}}}function client({silenceMs}){
return new HttpClient("prune-gate",[],{socketTimeout:silenceMs,keepAlive:false})}function atMost(limit){let bytes=0;return new Transform({transform(chunk,_encoding,callback){
bytes+=chunk.length;if(bytes>limit)callback(new Error(`the entry has more than ${limit} bytes`));else callback(null,chunk)}})}function text(message,name){const value=message[name]??
message[name.replaceAll(/_([a-z])/gu,(_,letter)=>letter.toUpperCase())];return typeof value==="string"?value:""}var withSlash=url=>url.endsWith("/")?url:`${url}\
/`;var VERSION=createHash2("sha256").update("prune-gate zip 1").digest("hex");async function restoreEntry({key,what,temp,env},folder,expected){const service=cacheService(
env);if(typeof service==="string")return said(`${what}: not from the cache: ${service}`);const work=await mkdtemp(join4(temp,"prune-gate-cache-"));try{const archive=join4(
work,"entry.zip");if(!await fetchEntry(service,key,VERSION,archive))return false;await unpack(archive,join4(work,"files"),expected);await rm2(folder,{recursive:true,
force:true});await mkdir2(dirname2(folder),{recursive:true});await rename(join4(work,"files"),folder);return true}catch(thrown){notice2(`${what}: the cache is n\
ot used: ${messageOf(thrown)}`);return false}finally{await rm2(work,{recursive:true,force:true})}}async function saveEntry({key,what,temp,env},folder,paths){const service=cacheService(
env);if(typeof service==="string")return;const work=await mkdtemp(join4(temp,"prune-gate-cache-"));try{const archive=join4(work,"entry.zip");await pack(folder,paths,
archive);info2(await storeEntry(service,key,VERSION,archive)?`${what}: saved to the cache`:`${what}: the cache has it already`)}catch(thrown){info2(`${what}: no\
t saved to the cache: ${messageOf(thrown)}`)}finally{await rm2(work,{recursive:true,force:true})}}function said(text3){info2(text3);return false}import{readFileSync}from"node:fs";function readScope(env){const branch=defaultBranch(env.GITHUB_EVENT_PATH);const base=env.GITHUB_BASE_REF??"";return{ref:env.GITHUB_REF??"",baseRef:base===""?void 0:
`refs/heads/${base}`,defaultRef:branch===void 0?void 0:`refs/heads/${branch}`}}function onDefaultBranch({ref,defaultRef}){return defaultRef!==void 0&&ref===defaultRef}
async function reasonForDistrust(scope,key,repository,client3){if(onDefaultBranch(scope))return void 0;if(client3===void 0)return"there is no token to ask which\
 branch saved it";try{const{data}=await client3.rest.actions.getActionsCacheList({...repository,key,per_page:100});const refs=data.actions_caches.filter(entry=>entry.
key===key).map(({ref})=>ref);const visible=[scope.ref,scope.baseRef].filter(ref=>ref!==scope.defaultRef);const stranger=refs.find(ref=>ref===void 0||visible.includes(
ref));if(data.total_count>data.actions_caches.length)return"too many entries have its key";if(refs.length===0)return"no branch is known to have saved it";return stranger===
void 0&&refs.includes(scope.defaultRef)?void 0:`it was saved for ${stranger??refs[0]??"another ref"}, not on the default branch`}catch(thrown){return`GitHub doe\
s not say which branch saved it (${messageOf(thrown)}): grant "permissions: actions: read" to the job`}}function defaultBranch(eventPath){try{const payload=JSON.
parse(readFileSync(eventPath??"","utf8"));const branch=payload.repository?.default_branch;return typeof branch==="string"&&branch!==""?branch:void 0}catch{return void 0}}import{existsSync as existsSync2,readdirSync as readdirSync2,readFileSync as readFileSync2}from"node:fs";import{join as join5}from"node:path";var EXPECTED=/^(?:prune\.json|plan\.json|model\.onnx[A-Za-z0-9._-]*)$/u;var MOST_BYTES2=4*2**30;function hasResults({env}){return typeof cacheService(env)!=="st\
ring"}async function restoreResults(cache,identities){const found=[];for(const{model,key}of identities){const place=placeOf(cache,key,model);const folder=join5(
cache.temp,"prune-gate-results",key);if(!await restoreEntry(place,folder,{isExpected:path2=>EXPECTED.test(path2),mostBytes:MOST_BYTES2}))continue;const reason=await reasonForDistrust(
cache.scope,place.key,cache.repository,cache.client);if(reason===void 0)found.push({model,folder});else info2(`${place.what}: the cache is not used: ${reason}`)}
return found}async function saveResults(cache,identities,restored,report,outDir){if(!onDefaultBranch(cache.scope))return;for(const{model,key,folder}of identities){
const judged=report.models.find(({name})=>name===model);const path2=join5(outDir,folder);if(judged===void 0||judged.verdict==="ERROR"||restored.some(one=>one.model===
model)||!existsSync2(path2))continue;const made=keyIn(path2);if(made!==key){info2(`prune of ${model}: not saved to the cache: ${made===void 0?"its prune.json ca\
nnot be read":"it was made on another device than the one that was looked for"}`);continue}await saveEntry(placeOf(cache,key,model),path2,readdirSync2(path2).filter(
name=>EXPECTED.test(name)))}}function keyIn(folder){try{return JSON.parse(readFileSync2(join5(folder,"prune.json"),"utf8")).key}catch{return void 0}}function placeOf({
temp,env},key,model){return{key:`prune-gate-prune-${key}`,what:`prune of ${model}`,temp,env}}var FILE="report.json";var MOST_BYTES3=64*2**20;async function saveBaseline(cache,policy,commit,report,outDir){if(!hasResults(cache)||!onDefaultBranch(cache.scope)||
report.verdict==="ERROR")return;await saveEntry(placeOf2(cache,policy,commit),outDir,[FILE])}async function restoreBaseline(cache,policy,commit){if(!hasResults(
cache))return void 0;const place=placeOf2(cache,policy,commit);const folder=await mkdtemp2(join6(cache.temp,"prune-gate-baseline-"));try{if(!await restoreEntry(
place,join6(folder,"entry"),{isExpected:path2=>path2===FILE,mostBytes:MOST_BYTES3}))return void 0;const reason=await reasonForDistrust(cache.scope,place.key,cache.
repository,cache.client);if(reason!==void 0)throw new Error(reason);const report=JSON.parse(await readFile(join6(folder,"entry",FILE),"utf8"));if(report.version!==
1||!Array.isArray(report.models))throw new Error("it is no report");return report}catch(thrown){info2(`${place.what}: not shown: ${messageOf(thrown)}`);return void 0}finally{
await rm3(folder,{recursive:true,force:true})}}function placeOf2({temp,env},policy,commit){const use=createHash3("sha256").update(policy).digest("hex").slice(0,
16);return{key:`prune-gate-baseline-${use}-${commit}`,what:`baseline of ${commit.slice(0,7)}`,temp,env}}import{existsSync as existsSync3,readdirSync as readdirSync3,readFileSync as readFileSync3,statSync as statSync2}from"node:fs";import{dirname as dirname3,join as join7,
resolve as resolve2}from"node:path";function gitCheckout(from){for(let root=resolve2(from);;root=dirname3(root)){const git=join7(root,".git");if(existsSync3(git))
return statSync2(git).isDirectory()?{kind:"repository",root,folder:git,common:git}:pointedAt(root,git);if(dirname3(root)===root)return void 0}}function pointedAt(root,file){
const target=/^gitdir: (.+)$/u.exec(read(file)??"")?.[1];const folder=target===void 0?void 0:resolve2(root,target);if(folder===void 0||!existsSync3(join7(folder,
"HEAD")))return void 0;const shared=read(join7(folder,"commondir"));return shared===void 0?{kind:"submodule",root,folder,common:folder}:{kind:"worktree",root,folder,
common:resolve2(folder,shared)}}function ownCheckout(from){const found=gitCheckout(from);return found?.kind==="submodule"?void 0:found}function headCommit(folder){
const git=gitCheckout(folder);if(git===void 0)return void 0;const head=read(join7(git.folder,"HEAD"));const ref=/^ref: (refs\/[^\s]+)$/u.exec(head??"")?.[1];return ref===
void 0?head:read(join7(git.folder,ref))??read(join7(git.common,ref))??packedRef(git.common,ref)}var PULL_REF=/\brefs\/(?:remotes\/)?pull\/(\d{1,9})\/(?:head|merge)\b/u;
function pullRequestsAt(folder,commit){const git=gitCheckout(folder);if(git===void 0||commit==="")return[];const{common}=git;const loose=["refs/pull","refs/remo\
tes/pull"].flatMap(parent=>namesIn(join7(common,parent)).flatMap(number=>["head","merge"].map(name=>`${read(join7(common,parent,number,name))??""} ${parent}/${number}\
/${name}`)));const fetched=[common,...namesIn(join7(common,"worktrees")).map(name=>join7(common,"worktrees",name))].map(one=>join7(one,"FETCH_HEAD"));const listed=[
join7(common,"packed-refs"),...fetched].flatMap(file=>read(file)?.split("\n")??[]);const numbers=[...loose,...listed].filter(line=>line.startsWith(commit)).flatMap(
line=>Number(PULL_REF.exec(line)?.[1]??Number.NaN)).filter(Number.isInteger);return git.kind==="submodule"?numbers.map(()=>"elsewhere"):numbers}function packedRef(git,ref){
const line=read(join7(git,"packed-refs"))?.split("\n").find(one=>one.endsWith(` ${ref}`));return line?.split(" ")[0]}function namesIn(folder){return existsSync3(
folder)?readdirSync3(folder):[]}function read(path2){try{return readFileSync3(path2,"utf8").trim()}catch{return void 0}}async function superviseCached(request,options,setting,env){const{inputs}=setting;if(isPart(inputs))return supervise(request,options);const based={...request,...await baselineFile(
setting,env)};if(inputs.mode==="merge")return mergeParts(based,options,setting,env);if(!inputs.cache||!hasResults({env}))return supervise(based,options);const cache=await resultsCache(
setting,env);const identities=await identify(request,options,cache.temp);const finished=await restoreResults(cache,identities);const report=await supervise({...based,
finished},options);await saveResults(cache,identities,finished,report,request.outDir);await keepBaseline(cache,setting,report,request);return report}async function mergeParts(request,options,setting,env){
const report=await supervise(request,options);if(setting.inputs.cache&&hasResults({env})){await keepBaseline(await resultsCache(setting,env),setting,report,request)}
return report}async function keepBaseline(cache,{inputs,event},report,{workspace,outDir}){const judged=headCommit(workspace)??event.headSha;if(judged===event.headSha)
await saveBaseline(cache,inputs.policy,judged,report,outDir);else info2(`the report is not kept as a baseline: ${judged.slice(0,7)} is checked out, and not ${event.
headSha.slice(0,7)}`)}async function baselineOf({inputs,event},env){if(!inputs.cache||event.baseSha===null||!hasResults({env}))return void 0;return restoreBaseline(
await resultsCache({inputs,event},env),inputs.policy,event.baseSha)}async function baselineFile(setting,env){try{const report=await baselineOf(setting,env);if(report===
void 0)return{};const baselinePath=join8(mkdtempSync2(join8(env.RUNNER_TEMP??tmpdir2(),"prune-gate-base-")),"report.json");writeFileSync(baselinePath,JSON.stringify(
report));return{baselinePath}}catch(thrown){info2(`the base of the change is not compared with: ${messageOf(thrown)}`);return{}}}async function resultsCache({inputs,
event},env){const{clientOf}=await import("./chunk-IXJEVDEX.js");const client3=inputs.token===""?void 0:clientOf(inputs.token,env);return{scope:readScope(env),
repository:{owner:event.owner,repo:event.repo},client:client3,temp:env.RUNNER_TEMP??tmpdir2(),env}}async function identify(request,options,temp){try{const outDir=mkdtempSync2(
join8(temp,"prune-gate-identify-"));await supervise({...request,command:"identify",outDir},{...options,onProgress:()=>void 0});return JSON.parse(readFileSync4(join8(
outDir,"identities.json"),"utf8"))}catch(thrown){info2(`the cache of finished prunes is not asked: ${messageOf(thrown)}`);return[]}}import{realpathSync}from"node:fs";import{dirname as dirname8,resolve as resolve6}from"node:path";var WITHOUT_RIGHTS=new Set(["pull_request","pull_request_review","pull_request_review_comment","merge_group"]);var BY_WRITERS=new Set(["push","schedule","workfl\
ow_dispatch","repository_dispatch","workflow_run","workflow_call","release","create","delete","label","milestone","registry_package","branch_protection_rule","p\
age_build","public"]);var OF_ANY_COMMIT=new Set(["deployment","deployment_status"]);async function refuseUnsafeCheckout(run,folders){const trusts=trustOf(run);if(trusts===
void 0)return;const seen=new Map;for(const folder of folders){const commit=headCommit(folder)??"";const numbers=pullRequestsAt(folder,commit);const key=`${commit}\
 ${numbers.join()}`;if(!seen.has(key))seen.set(key,await trusts(commit,numbers));if(seen.get(key)!==true)throw unsafe(run.name,folder,commit)}}function trustOf({
event,name,sha,client:client3}){const ofRun=[event.baseSha,sha].filter(one=>one!==null&&one!=="");if(event.kind==="pull_request_target"||event.kind==="workflow_\
run"&&event.fork)return commit=>Promise.resolve(ofRun.includes(commit));if(WITHOUT_RIGHTS.has(name))return void 0;if(BY_WRITERS.has(name))return async(commit,numbers)=>commit===
sha||numbers.length===0||(await Promise.all(numbers.map(async number=>number!=="elsewhere"&&isOwnPullRequest(await client3(),event,number)))).every(Boolean);return async commit=>!OF_ANY_COMMIT.
has(name)&&commit===sha&&sha!==""||commit!==""&&isHeadOfBranch(await client3(),event,commit)}async function isHeadOfBranch(client3,{owner,repo},commit){try{return(await client3.
rest.repos.listBranchesForHeadCommit({owner,repo,commit_sha:commit})).data.length>0}catch(thrown){return untold(thrown)}}async function isOwnPullRequest(client3,{
owner,repo},number){try{const{data}=await client3.rest.pulls.get({owner,repo,pull_number:number});return data.head.repo?.full_name===`${owner}/${repo}`}catch(thrown){
return untold(thrown)}}function untold(thrown){notice2(`GitHub does not say whose commit this is, so that it counts as a stranger's: ${messageOf(thrown)}`);return false}
function unsafe(name,folder,commit){const what=commit===""?"which commit is checked out here cannot be told":`${commit.slice(0,7)} is checked out here`;return new UserError(
{code:"unsafe-checkout",message:`${name} with a checkout of a pull request runs a stranger's files beside a writable token: ${what}`,where:folder,fix:'use "on: \
pull_request" with "permissions: { contents: read, pull-requests: write }", and for pull requests from forks a second workflow, "on: workflow_run" with "mode: p\
ublish", that checks nothing out; docs/recipes.md has both (Pull requests from forks)'})}import{existsSync as existsSync6}from"node:fs";import{mkdtemp as mkdtemp3,readFile as readFile3,stat as stat5,writeFile}from"node:fs/promises";import{tmpdir as tmpdir3}from"node:os";
import{dirname as dirname7,join as join14,resolve as resolve5}from"node:path";import{spawn}from"node:child_process";import{Readable as Readable2}from"node:stream";import{buffer as buffer2}from"node:stream/consumers";import{createHash as createHash4}from"node:crypto";import{createReadStream as createReadStream2,createWriteStream as createWriteStream3}from"node:fs";import{readFile as readFile2,
rm as rm4,stat as stat2}from"node:fs/promises";import{Readable,Transform as Transform2}from"node:stream";import{pipeline as pipeline3}from"node:stream/promises";var MOST_LINKS=8;var MOST_LINK_BYTES=4096;var MOST_FOLDERS=2e3;var CommitFiles=class{constructor(commit,source){this.commit=commit;this.source=source}commit;source;blobs=0;small=new Map;trees=new Map;async open(){
await this.list(this.commit)}async find(path2){const{entry,isWhole}=await this.follow(path2);return isWhole?entry:void 0}async hiddenBy(path2){const{entry,isWhole}=await this.
follow(path2);return!isWhole&&(entry?.kind==="submodule"||entry?.kind==="link")?entry.kind:void 0}async submoduleAt(path2){const{entry,at:at2,inside}=await this.
follow(path2);return entry?.kind==="submodule"?{path:at2,commit:entry.id,inside}:void 0}async follow(path2,links=0){const parts=path2.split("/").filter(part=>part!==
""&&part!==".");const{entry,depth}=await this.walk(parts);const[at2,inside]=[parts.slice(0,depth).join("/"),parts.slice(depth).join("/")];if(entry?.kind!=="link")
return{entry,isWhole:depth===parts.length,at:at2,inside};const target=await this.bytes(entry.id,MOST_LINK_BYTES);const resolved=target===void 0?void 0:resolveLink(
at2,target.toString("utf8"));if(resolved===void 0||links===MOST_LINKS)return{entry,isWhole:false,at:at2,inside};return this.follow([resolved,...parts.slice(depth)].
join("/"),links+1)}async filesBelow(folder){const files=new Map;const folders=[{prefix:"",id:folder.id}];for(const{prefix,id}of folders){for(const[name,entry]of await this.
list(id)){if(entry.kind==="folder")folders.push({prefix:`${prefix}${name}/`,id:entry.id});else files.set(`${prefix}${name}`,entry)}if(folders.length>MOST_FOLDERS)
throw new Error(`it has more than ${MOST_FOLDERS} folders`)}return files}async namesIn(folder){const entry=await this.find(folder);return entry?.kind==="folder"?
[...await this.list(entry.id)].filter(([,{kind}])=>kind==="file").map(([name])=>name):[]}async bytes(id,most){const known=this.small.get(id);if(known!==void 0)return known.
length>most?void 0:known;const chunks=[];let length=0;for await(const chunk of await this.content(id)){chunks.push(chunk);length+=chunk.length;if(length>most)return void 0}
const content=Buffer.concat(chunks);if(digestOf(id,content.length).update(content).digest("hex")!==id)throw new Error(`${this.source.what} gave something else t\
han ${id}`);if(content.length<=MOST_POINTER_BYTES)this.small.set(id,content);return content}async save(id,path2){const known=this.small.get(id);await pipeline3(
known===void 0?await this.content(id):Readable.from([known]),createWriteStream3(path2,{flags:"wx"}));if(await blobId(path2,id.length)===id)return;await rm4(path2);
throw new Error(`${this.source.what} gave something else than ${id}`)}content(id){this.blobs+=1;if(this.blobs>this.source.mostBlobs)throw new Error(`more than ${this.
source.mostBlobs} files would have to be fetched by ${this.source.what}`);return this.source.blob(id)}async walk(parts){let entry={kind:"folder",id:this.commit};
let depth=0;for(;depth<parts.length&&entry?.kind==="folder";depth+=1)entry=(await this.list(entry.id)).get(parts[depth]??"");return{entry,depth}}list(id){const known=this.
trees.get(id)??this.source.tree(id);this.trees.set(id,known);return known}};async function blobId(path2,length=40){const hash=digestOf("0".repeat(length),(await stat2(
path2)).size);await pipeline3(createReadStream2(path2),new Transform2({transform(chunk,_encoding,callback){hash.update(chunk);callback()}}));return hash.digest(
"hex")}var TELLS_BINARY=8e3;async function textBlobId(path2,length=40){const before=(await stat2(path2)).size;let size=0;for await(const chunk of withoutReturns(
path2)){if(size===0&&chunk.subarray(0,TELLS_BINARY).includes(0))return void 0;size+=chunk.length}if(size===before)return void 0;const hash=digestOf("0".repeat(length),
size);for await(const chunk of withoutReturns(path2))hash.update(chunk);return hash.digest("hex")}async function*withoutReturns(path2){let held="";for await(const chunk of createReadStream2(
path2)){const text3=held+chunk.toString("latin1");held=text3.endsWith("\r")?"\r":"";yield Buffer.from(text3.slice(0,text3.length-held.length).replaceAll("\r\n",
"\n"),"latin1")}yield Buffer.from(held,"latin1")}function digestOf(id,size){return createHash4(id.length===64?"sha256":"sha1").update(`blob ${size}\0`)}function resolveLink(from,target){
if(target.startsWith("/"))return void 0;const parts=from.split("/").slice(0,-1);for(const part of target.split("/")){if(part===".."){if(parts.pop()===void 0)return void 0}else if(part!==
"."&&part!=="")parts.push(part)}return parts.join("/")}var MOST_POINTER_BYTES=1024;function lfsPointer(content){const text3=content.toString("utf8");if(content.
length>MOST_POINTER_BYTES||!text3.startsWith("version https://git-lfs.github.com/spec/v1\n"))return void 0;const sha2562=/^oid sha256:([0-9a-f]{64})$/mu.exec(text3)?.[1];
const bytes=Number(/^size (\d{1,15})$/mu.exec(text3)?.[1]??Number.NaN);return sha2562===void 0||Number.isNaN(bytes)?void 0:{sha256:sha2562,bytes}}function unreadable(commit,reason){return new UserError({code:"base-unreadable",message:`What the commit ${commit.slice(0,7)} has cannot be read: ${reason}. A c\
hange is judged by the policy and the data that it is based on, never by its own alone.`,where:commit,fix:'grant "permissions: contents: read" to the job, or ch\
eck out with "fetch-depth: 0", so that the commit is there without asking'})}var MOST_API_BLOBS=300;async function openCommit(commit,{owner,repo,gitFolder,client:client3}){const reasons=[];const sources=[...gitFolder===void 0?[]:[localObjects(
gitFolder)],...client3===void 0?[]:[apiObjects(client3,owner,repo)]];for(const source of sources){try{const files=new CommitFiles(commit,source);await files.open();
return files}catch(thrown){debug2(`${source.what}: ${messageOf(thrown)}`);reasons.push(`${source.what}: ${messageOf(thrown)}`)}}throw unreadable(commit,reasons.
at(-1)??"there is neither a token nor a checkout that has it")}function apiObjects(client3,owner,repo){return{what:"GitHub's API",mostBlobs:MOST_API_BLOBS,async tree(id){
const{data}=await client3.rest.git.getTree({owner,repo,tree_sha:id});if(data.truncated||!Array.isArray(data.tree))throw new Error("the folder has more entries t\
han it lists");return new Map(data.tree.map(({path:path2="",mode="",sha="",size})=>[path2,{kind:kindOf(mode),id:sha,bytes:size}]))},async blob(id){const{data}=await client3.
rest.git.getBlob({owner,repo,file_sha:id});if(data.encoding!=="base64")throw new Error(`an encoding of ${data.encoding}`);return Readable2.from([Buffer.from(data.
content,"base64")])}}}function kindOf(mode){if(mode==="040000"||mode==="40000")return"folder";if(mode==="120000")return"link";return mode==="160000"?"submodule":
"file"}function localObjects(gitFolder){const cat=(type,id)=>catFile(gitFolder,type,id);return{what:"the checkout",mostBlobs:Number.POSITIVE_INFINITY,tree:async id=>parseTree(
await buffer2(cat("tree",id)),id.length/2),blob:async id=>cat("blob",id)}}function catFile(gitFolder,type,id){if(!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u.test(id))throw new Error(
`no object is named ${id.slice(0,80)}`);const child=spawn("git",["-c","safe.directory=*",`--git-dir=${gitFolder}`,"cat-file",type,id],{stdio:["ignore","pipe","i\
gnore"],env:{PATH:process.env.PATH??"",HOME:process.env.HOME??"",GIT_NO_LAZY_FETCH:"1",GIT_TERMINAL_PROMPT:"0",GIT_NO_REPLACE_OBJECTS:"1"}});const out=child.stdout;
child.once("error",error2=>{out.destroy(error2)});return Readable2.from((async function*read2(){const ended=new Promise(resolve9=>{child.once("close",resolve9)});
for await(const chunk of out)yield chunk;if(await ended!==0)throw new Error(`it does not have ${id}`)})())}function parseTree(bytes,idBytes){const entries=new Map;
for(let at2=0;at2<bytes.length;){const[space,zero]=[bytes.indexOf(32,at2),bytes.indexOf(0,at2)];if(space<0||zero<space||zero+1+idBytes>bytes.length)throw new Error(
"a tree is damaged");const id=bytes.subarray(zero+1,zero+1+idBytes).toString("hex");entries.set(bytes.subarray(space+1,zero).toString("utf8"),{kind:kindOf(bytes.
subarray(at2,space).toString("latin1")),id});at2=zero+1+idBytes}return entries}import{createWriteStream as createWriteStream4,existsSync as existsSync5}from"node:fs";import{copyFile as copyFile2,rm as rm5,stat as stat4}from"node:fs/promises";
import{join as join10}from"node:path";import{pipeline as pipeline5}from"node:stream/promises";import{buffer as buffer3}from"node:stream/consumers";import{createHash as createHash5}from"node:crypto";import{constants,createReadStream as createReadStream3,existsSync as existsSync4}from"node:fs";import{copyFile,
lstat,mkdir as mkdir3,readdir,stat as stat3}from"node:fs/promises";import{dirname as dirname5,join as join9}from"node:path";import{pipeline as pipeline4}from"node:stream/promises";import{execFile}from"node:child_process";import{dirname as dirname4}from"node:path";import{promisify}from"node:util";function parseAttributes(text3){const rules=[];const macros=new Map;for(const line of text3.replace(/^\uFEFF/u,"").split("\n")){const[,quoted,bare,rest=""]=/^[ \t\r]*(?:"([^"\\]*)"(?=[ \t\r]|$)|([^ \t\r]+))(.*)$/su.
exec(line)??[];const pattern=quoted??bare;if(pattern===void 0||pattern.startsWith("#")||bare?.startsWith('"')===true)continue;const names=rest.split(/[ \t\r]+/u).
filter(name=>name!=="");if(pattern.startsWith("[attr]"))macros.set(pattern.slice("[attr]".length),names);else rules.push({pattern,names})}return{rules,macros}}function attributesOf(files){
const macros=new Map([["binary",["-diff","-merge","-text"]],...files[0]?.lines.macros??[]]);const decided=new Map;for(const{lines,path:path2}of files.toReversed()){
for(const{pattern,names}of lines.rules.toReversed())if(matches(pattern,path2))decide(decided,names,macros)}return new Map([...decided].flatMap(([name,state])=>state===
void 0?[]:[[name,state]]))}function decide(decided,names,macros){for(const given of names.toReversed()){const[,sign="",name="",value]=/^([-!]?)([^=]*)(?:=(.*))?$/su.
exec(given)??[];if(decided.has(name))continue;const state=sign==="!"?void 0:sign===""?value??true:false;decided.set(name,state);if(state===true)decide(decided,macros.
get(name)??[],macros)}}function matches(given,at2){const[pattern,path2]=[bytewise(given),bytewise(at2)];if(pattern.startsWith("!")||pattern.endsWith("/"))return false;
const isPath=pattern.includes("/");const regex=isPath?pathRegex(pattern.replace(/^\//u,"").split("/")):nameRegex(pattern);if(regex===void 0)return false;try{return new RegExp(
`^${regex}$`,"su").test(isPath?path2:path2.slice(path2.lastIndexOf("/")+1))}catch{return false}}var bytewise=text3=>Buffer.from(text3,"utf8").toString("latin1");
function pathRegex(names){const last=names.length-1;const parts=names.map((name,i)=>{if(/^\*{2,}$/u.test(name))return i===last?".+":"(?:.*/)?";const regex=nameRegex(
name);return regex===void 0||i===last?regex:`${regex}/`});return parts.includes(void 0)?void 0:parts.join("")}function nameRegex(name){let regex="";for(let rest=name;rest!==
"";){const[token]=/^(?:\*+|\?|\\.|\[[!^]?(?:\\.|[^\\])(?:\\.|[^\]\\])*\]|[^\\[*?])/su.exec(rest)??[];if(token===void 0)return void 0;const one=tokenRegex(token);
if(one===void 0)return void 0;regex+=one;rest=rest.slice(token.length)}return regex}function tokenRegex(token){if(token.startsWith("*"))return"[^/]*";if(token===
"?")return"[^/]";if(token.length===1)return literal(token);if(token.startsWith("\\"))return literal(token.slice(1));const[,not,body=""]=/^\[([!^]?)(.*)\]$/su.exec(
token)??[];if(body.includes("[:"))return void 0;const members=body.replaceAll(/\\(.)|[[\]^\\]/gsu,(one,escaped)=>escaped===void 0?`\\${one}`:literal(escaped,true));
return`(?!/)[${not===""?"":"^"}${members}]`}function literal(character,inClass=false){return(inClass?/[\]\\^[-]/u:/[\\^$.*+?()[\]{}|/]/u).test(character)?`\\${character}`:
character}var MOST_ATTRIBUTE_BYTES=2**20;function returnsIn(files,local,platform=process.platform){let configured;const read2=new Map;const linesIn=folder=>{const lines=read2.
get(folder)??readLines(files,folder);read2.set(folder,lines);return lines};return async path2=>{const said2=saidOf(await attributesAt(linesIn,path2));return said2??
(platform==="win32"||await(configured??=isConfigured(gitCheckout(dirname4(local))?.folder)))}}function saidOf(attributes){const text3=attributes.get("text");if(text3===
false||text3===void 0&&attributes.get("crlf")===false)return false;const eol=attributes.get("eol");return eol==="crlf"?true:eol==="lf"?false:void 0}async function attributesAt(linesIn,path2){
const parts=path2.split("/").filter(part=>part!=="");return attributesOf(await Promise.all(parts.map(async(_,depth)=>({lines:await linesIn(parts.slice(0,depth).
join("/")),path:parts.slice(depth).join("/")}))))}async function readLines(files,folder){const entry=await files.find(folder===""?".gitattributes":`${folder}/.g\
itattributes`);const text3=entry?.kind==="file"?await files.bytes(entry.id,MOST_ATTRIBUTE_BYTES):void 0;return parseAttributes(text3?.toString("utf8")??"")}async function isConfigured(git){
if(git===void 0)return false;const env={PATH:process.env.PATH??"",HOME:process.env.HOME??""};const{stdout}=await promisify(execFile)("git",[`--git-dir=${git}`,"\
config","--get-regexp","^core\\.(autocrlf|eol)$"],{env}).catch(()=>({stdout:""}));const set=new Map(stdout.split("\n").map(line=>[line.split(" ")[0]??"",(line.split(
" ")[1]??"").toLowerCase()]));return["true","yes","on","1",""].includes(set.get("core.autocrlf")??"false")||set.get("core.eol")==="crlf"}async function compareWith(files,path2,local,composes=process.platform==="darwin"){const entry=await files.find(path2);if(entry===void 0)return"absent";if(!existsSync4(
local))return"changed";const isFolder=(await stat3(local)).isDirectory();if(isFolder!==(entry.kind==="folder"))return"changed";const checkout={files,mayHaveReturns:returnsIn(
files,local)};if(!isFolder)return await isSame(checkout,path2,entry,local)?"same":"changed";const listed=await files.filesBelow(entry);const here=(await filesIn(
local)).filter(name=>name!==".git"||path2!=="");if(here.length!==listed.size)return"changed";const seen=new Set;for(const name of here){const one=listed.get(name)??
(composes?listed.get(name.normalize("NFC")):void 0);if(one===void 0||seen.has(one))return"changed";seen.add(one);if(!await isSame(checkout,`${path2}/${name}`,one,
join9(local,name)))return"changed"}return"same"}async function restoreFrom(files,path2,local,to,fetchLfs){const entry=await files.find(path2);if(entry===void 0)
return;const checkout={files,mayHaveReturns:returnsIn(files,local)};if(entry.kind!=="folder")return restoreOne(checkout,path2,entry,local,to,fetchLfs);await mkdir3(
to,{recursive:true});for(const[name,one]of await files.filesBelow(entry))await restoreOne(checkout,`${path2}/${name}`,one,join9(local,name),join9(to,name),fetchLfs)}
async function restoreOne(checkout,path2,entry,local,to,fetchLfs){if(entry.kind!=="file")throw new Error(`it holds a ${entry.kind}, which is not followed`);await mkdir3(
dirname5(to),{recursive:true});if(await isSame(checkout,path2,entry,local))return copyFile(local,to,constants.COPYFILE_FICLONE);const{files}=checkout;const pointer=await pointerOf(
files,entry);if(pointer===void 0)await files.save(entry.id,to);else await fetchLfs(pointer,to)}async function isSame({files,mayHaveReturns},path2,entry,local){if(entry.
kind!=="file"||!await isFile(local))return false;if(await blobId(local,entry.id.length)===entry.id)return true;if(await textBlobId(local,entry.id.length)===entry.
id)return mayHaveReturns(path2);const pointer=await pointerOf(files,entry);return pointer!==void 0&&(await stat3(local)).size===pointer.bytes&&await sha256Of(local)===
pointer.sha256}async function isFile(path2){return(await lstat(path2).catch(()=>void 0))?.isFile()===true}async function pointerOf(files,{id,bytes}){if(bytes!==
void 0&&bytes>MOST_POINTER_BYTES)return void 0;const start=await files.bytes(id,MOST_POINTER_BYTES);return start===void 0?void 0:lfsPointer(start)}async function sha256Of(path2){
const hash=createHash5("sha256");await pipeline4(createReadStream3(path2),hash);return hash.digest("hex")}async function filesIn(folder){const entries=await readdir(
folder,{recursive:true,withFileTypes:true});return entries.filter(entry=>!entry.isDirectory()).map(entry=>wayTo(folder,join9(entry.parentPath,entry.name)))}var MEDIA="application/vnd.git-lfs+json";var SILENCE_MS2=2e4;function lfsFetcher(origin){return async(pointer,path2)=>{const{sha256:sha2562,bytes}=pointer;const stored=origin.
gitFolder===void 0?"":join10(origin.gitFolder,"lfs/objects",sha2562.slice(0,2),sha2562.slice(2,4),sha2562);if(stored!==""&&existsSync5(stored))await copyFile2(stored,
path2);else await download(origin,pointer,path2);if((await stat4(path2)).size===bytes&&await sha256Of(path2)===sha2562)return;await rm5(path2);throw new Error(`\
Git LFS gave something else than ${sha2562}`)}}async function download(origin,{sha256:sha2562,bytes},path2){const{href,header}=await addressOf(origin,sha2562,bytes);
const response=await client2().get(href,header);if(response.message.statusCode!==200)throw new Error(`Git LFS answered with status ${response.message.statusCode??
0}`);await pipeline5(response.message,createWriteStream4(path2,{flags:"wx"}))}async function addressOf({server,owner,repo,token},oid,size){const auth=token===""?
{}:{authorization:`Basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`};const response=await client2().post(`${server}/${owner}/${repo}.git/info\
/lfs/objects/batch`,JSON.stringify({operation:"download",transfers:["basic"],objects:[{oid,size}]}),{"accept":MEDIA,"content-type":MEDIA,...auth});const body=(await buffer3(
response.message)).toString("utf8");if(response.message.statusCode!==200)throw new Error(`Git LFS answered with status ${response.message.statusCode??0}`);const found=JSON.
parse(body).objects?.find(object=>object.oid===oid);const{href,header={}}=found?.actions?.download??{};if(href===void 0)throw new Error(`Git LFS does not have ${oid}${found?.
error?.message===void 0?"":`: ${found.error.message}`}`);return{href,header}}function client2(){return new HttpClient("prune-gate",[],{socketTimeout:SILENCE_MS2,
keepAlive:false})}import{join as join11,resolve as resolve3}from"node:path";async function placeOf3(files,path2,root){const submodule=await files.submoduleAt(path2);if(submodule===void 0)return{files,path:path2};const folder=resolve3(join11(
root,submodule.path));const git=gitCheckout(folder);if(git===void 0||git.root!==folder)return void 0;const inner=await openCommit(submodule.commit,{owner:"",repo:"",
gitFolder:git.folder,client:void 0}).catch(()=>void 0);if(inner===void 0||await inner.hiddenBy(submodule.inside)==="link")return void 0;return placeOf3(inner,submodule.
inside,folder)}var CHANGES=new Set(["pull_request","pull_request_target","merge_group"]);var COMMIT=/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;function baseOf({kind,baseSha}){if(!CHANGES.
has(kind))return void 0;if(baseSha===null)throw unreadable("",`the event ${kind} names no base commit`);return baseSha}async function resolveRef(client3,event,ref){
if(COMMIT.test(ref))return ref;const full=/^refs\/(.+)$/u.exec(ref)?.[1];const found=new Set;for(const candidate of full===void 0?[`heads/${ref}`,`tags/${ref}`]:
[full]){try{found.add(await commitOf(client3,event,candidate))}catch(thrown){if(statusOf(thrown)!==404)throw unknownRef(ref,messageOf(thrown))}}const[commit,other]=found;
if(other!==void 0)throw unknownRef(ref,`there is a branch and a tag of that name, and they differ: write refs/heads/${ref} or refs/tags/${ref}`);if(commit===void 0)
throw unknownRef(ref,"there is no such branch or tag");return commit}function unknownRef(ref,reason){return new UserError({code:"policy-ref-unknown",message:`th\
e commit of the policy cannot be found: ${reason}`,where:`with: policy-ref: ${ref}`,fix:'name a branch, a tag or a whole commit id of this repository, and grant\
 "permissions: contents: read" to the job'})}async function commitOf(client3,{owner,repo},ref){const{data:{object}}=await client3.rest.git.getRef({owner,repo,ref});
if(object.type!=="tag")return object.sha;return(await client3.rest.git.getTag({owner,repo,tag_sha:object.sha})).data.object.sha}var QUEUE_BRANCH=/\/pr-(\d{1,9})-[0-9a-f]{40,64}$/u;
async function hasLabel(client3,event,label,ref){const number=event.pullRequest??Number(QUEUE_BRANCH.exec(ref)?.[1]??0);if(number===0)return false;try{const{data}=await client3.
rest.issues.listLabelsOnIssue({owner:event.owner,repo:event.repo,issue_number:number,per_page:100});return data.some(({name})=>name.toLowerCase()===label.toLowerCase())}catch(thrown){
return statusOf(thrown)===403?'the token may not read the labels: grant "permissions: pull-requests: read" to the job':messageOf(thrown)}}import{basename as basename2,dirname as dirname6,extname,join as join13}from"node:path";import{constants as constants2}from"node:fs";import{cp as cp2}from"node:fs/promises";import{join as join12,resolve as resolve4}from"node:path";function inRepository({workspace,root},path2){const place=resolve4(workspace,path2);return isBelow(root,place)?wayTo(root,place):void 0}async function inspectData(files,models,checkout){
const changed=new Set;const unpinned=new Set;for(const{data:{heldout}}of models){for(const path2 of pathsOf(heldout)){const place=inRepository(checkout,path2);const state=place===
void 0?"absent":await compareAt(files,place,checkout,path2);if(state==="changed")changed.add(path2);if(state==="absent"&&heldout.sha256===void 0)unpinned.add(path2)}}
return{changed:[...changed],unpinned:[...unpinned]}}async function compareAt(files,place,{root,workspace},path2){const found=await placeOf3(files,place,root);return found===
void 0?"changed":compareWith(found.files,found.path,await resolveInside(workspace,path2))}async function pinData(files,models,{changed},checkout,folder,fetchLfs){
const done=new Set;const touched=new Set(models.map(({data:{heldout}})=>heldout).filter(heldout=>pathsOf(heldout).some(path2=>changed.includes(path2))).map(({path:path2})=>path2));
for(const{data:{heldout}}of models){if(!touched.has(heldout.path))continue;for(const path2 of pathsOf(heldout)){if(done.has(path2))continue;done.add(path2);const place=inRepository(
checkout,path2);try{const local=await resolveInside(checkout.workspace,path2);const found=place===void 0?void 0:await placeOf3(files,place,checkout.root);if(place!==
void 0&&found===void 0)throw new Error("the base has it in a submodule, whose commit there is not in this checkout");if(found===void 0||await found.files.find(found.
path)===void 0)await cp2(local,join12(folder,path2),{recursive:true,mode:constants2.COPYFILE_FICLONE});else await restoreFrom(found.files,found.path,local,join12(
folder,path2),fetchLfs)}catch(thrown){throw unavailable(files.commit,path2,thrown)}}}}var pathsOf=({path:path2,labels})=>labels===void 0?[path2]:[path2,labels];
function unavailable(commit,path2,cause){return new UserError({code:"base-data-unavailable",where:path2,cause,message:`This change touches the held-out data, an\
d what the base commit ${commit.slice(0,7)} has of it cannot be had: ${messageOf(cause)}. A change is not judged by data of its own alone.`,fix:`check out with \
"fetch-depth: 0" (and "lfs: true" where the data is in Git LFS, "submodules: true" where it is in a submodule): GitHub's API gives files of up to 100 MB. Or nam\
e a label in the input approval-label, and set it once the new data has been reviewed`})}var AGAINST_BASE=/\.(?:regression|drift)$/u;var WEIGHTS=new Set([".data",".bin",".weight",".weights"]);var comparedWithBase=models=>models.filter(({gate})=>gate.
some(({check})=>AGAINST_BASE.test(check)));async function restoreModels(files,models,checkout,folder,fetchLfs){const absent=[];const failed=new Map;for(const{path:path2}of models){
try{const found=await filesOf(files,checkout,path2);if(found.length===0)absent.push(path2);for(const file of found)await restoreFrom(files,inRepository(checkout,
file)??"",await placeOf4(checkout,file),join13(folder,file),fetchLfs)}catch(thrown){failed.set(path2,messageOf(thrown))}}return{absent,failed}}var placeOf4=({workspace},file)=>resolveInside(
workspace,file).catch(()=>"");async function filesOf(files,checkout,path2){const place=inRepository(checkout,path2);if(place===void 0)throw new Error("it lies o\
utside the repository");const model=await files.find(place);const hidden=await files.hiddenBy(place);if(hidden!==void 0)throw new Error(`the base has it behind \
a ${hidden}, which is not followed`);if(model?.kind!=="file")return[];const above=dirname6(place)==="."?"":dirname6(place);const stem=basename2(place,extname(place));
const beside=[...await files.namesIn(above)].filter(name=>name!==basename2(place)&&extname(name)!==".onnx"&&(name.startsWith(`${stem}.`)||name.startsWith(`${stem}\
_`)||WEIGHTS.has(extname(name))));return[path2,...beside.map(name=>join13(dirname6(path2),name))]}async function chooseSources(setting,workspace,env){const{inputs,event}=setting;const base=baseOf(event);const git=ownCheckout(dirname7(resolve5(workspace,inputs.
policy)))??ownCheckout(workspace);const checkout={workspace:resolve5(workspace),root:git?.root??resolve5(workspace)};const{clientOf}=await import("./chunk-IXJEVDEX.js");
const client3=clientOf(inputs.token,env,{answerWithinMs:ANSWER_WITHIN_MS2,allWithinMs:ALL_WITHIN_MS});const open=commit2=>openCommit(commit2,{owner:event.owner,
repo:event.repo,gitFolder:git?.folder,client:client3});if(base===void 0&&inputs.policyRef===""){const allowCommands=inputs.allowCommands&&isDefaultBranchCheckedOut(
setting,workspace,env);return{allowCommands,...await basesModels({setting,env,checkout},[{}],event.baseSha===null?void 0:()=>open(event.baseSha??""))}}const commit=inputs.
policyRef===""?base??"":await resolveRef(client3,event,inputs.policyRef);const files=await open(commit);const baseFiles=base===void 0||base===commit?files:await open(
base);try{const ground={setting,env,client:client3,checkout,files,baseFiles:base===void 0?void 0:baseFiles};return await withBaseModels(ground,await choose(ground))}catch(thrown){
throw thrown instanceof UserError?thrown:unreadable(commit,messageOf(thrown))}}function isDefaultBranchCheckedOut({inputs,event},workspace,env){return onDefaultBranch(
readScope(env))&&[workspace,dirname7(resolve5(workspace,inputs.policy))].every(place=>headCommit(place)===event.headSha)}var ANSWER_WITHIN_MS2=3e5;var ALL_WITHIN_MS=12e5;
async function choose(ground){const{setting:{inputs},env,checkout,files,baseFiles}=ground;const from=inputs.policyRef===""?"base":"ref";const found=await policyIn(
files,checkout,inputs.policy);const own=await ownPolicy(checkout.workspace,inputs.policy);const facts={policy:inputs.policy,policyChange:"new",commit:files.commit,
moved:[],dataChanged:[],dataUnpinned:[],detail:null,label:inputs.approvalLabel===""?null:inputs.approvalLabel,approved:false};const checkoutOwn={from:"checkout",
reading:{}};if(found===void 0){if(from==="ref")throw refHasNone(inputs.policyRef,inputs.policy);const hidden=await hiddenBy(files,checkout,inputs.policy);if(hidden===
void 0)return{facts,decides:checkoutOwn,other:void 0,capped:false};const approved2=await isApproved(ground);const detail2=`the base has it behind a ${hidden}, w\
hich ${hidden==="link"?"is not followed":"is not checked out here with the commit that it has there"}`;return{facts:{...facts,policyChange:"unusable",detail:detail2,
approved:approved2},decides:checkoutOwn,other:void 0,capped:!approved2}}const temp=await mkdtemp3(join14(env.RUNNER_TEMP??tmpdir3(),"prune-gate-policy-"));const policyFile=join14(
temp,"policy");await writeFile(policyFile,found);const edited=own===void 0?"removed":sameText(own,found)?"none":"edited";const parsed=modelsOf(found,inputs);const models=typeof parsed===
"string"?[]:parsed;const moved=baseFiles===void 0?[]:await movedFiles(baseFiles,models,checkout);const data=baseFiles===void 0?NO_DATA:await inspectData(baseFiles,
models,checkout);const isStranded=edited==="edited"&&(moved.length>0||typeof parsed==="string");const touched=edited!=="none"||data.changed.length>0;const approved=touched&&
await isApproved(ground);const pinnedData=await pinned(ground,models,data,join14(temp,"data"),approved);const policyChange=!isStranded?edited:moved.length>0?"mo\
ved":"unusable";const detail=isStranded&&typeof parsed==="string"?parsed:null;const all={...facts,policyChange,moved:isStranded?moved:[],dataChanged:[...data.changed],
dataUnpinned:[...data.unpinned],detail,approved};const allowCommands=inputs.allowCommands&&await isBases(ground,found);const theirs={from,reading:{policyFile,...pinnedData,
allowCommands}};if(isStranded)return{facts:all,decides:{from:"checkout",reading:approved?{}:pinnedData},other:void 0,capped:!approved};if(!touched||own===void 0)
return{facts:all,decides:theirs,other:void 0,capped:false};const canBoth=data.changed.length===0||"pinnedData"in pinnedData;return approved?{facts:all,decides:checkoutOwn,
other:canBoth?theirs:void 0,capped:false}:{facts:all,decides:theirs,other:checkoutOwn,capped:false}}async function withBaseModels(ground,sources){const{baseFiles}=ground;
const{decides,other}=sources;const readings=[decides,...other===void 0?[]:[other]].map(({reading})=>reading);const more=await basesModels(ground,readings,baseFiles===
void 0?void 0:()=>Promise.resolve(baseFiles));const given=one=>({...one,reading:{...one.reading,...more}});return{...sources,decides:given(decides),other:other===
void 0?void 0:given(other)}}async function basesModels({setting:{inputs,event},env,checkout},readings,open){const compared=comparedWithBase((await Promise.all(readings.
map(reading=>modelsBy(reading,inputs,checkout.workspace)))).flat());const models=[...new Map(compared.map(model=>[model.path,model])).values()];if(models.length===
0||inputs.mode==="prune"||inputs.shard!==void 0)return{};if(open===void 0)return{withoutBase:"all"};try{const folder=await mkdtemp3(join14(env.RUNNER_TEMP??tmpdir3(),
"prune-gate-base-"));const{absent,failed}=await restoreModels(await open(),models,checkout,folder,fetcherOf({setting:{inputs,event},env,checkout}));for(const[path2,
reason]of failed)notice2(`the base's model is not pruned in this job: ${path2}: ${reason}`);const isThere2=inputs.mode==="run"&&absent.length+failed.size<models.
length;return{...absent.length===0?{}:{withoutBase:absent},...isThere2?{baseWorkspace:folder}:{}}}catch(thrown){notice2(`the base's models are not pruned in thi\
s job: ${messageOf(thrown)}`);return{}}}async function modelsBy({policyFile},inputs,workspace){const text3=policyFile===void 0?await ownPolicy(workspace,inputs.
policy):await readFile3(policyFile);const models=text3===void 0?[]:modelsOf(text3,inputs);return typeof models==="string"?[]:models}var fetcherOf=({setting:{inputs,
event},env,checkout})=>lfsFetcher({server:env.GITHUB_SERVER_URL??"https://github.com",owner:event.owner,repo:event.repo,token:inputs.token,gitFolder:ownCheckout(
checkout.root)?.common});var NO_DATA={changed:[],unpinned:[]};async function pinned(ground,models,data,folder,approved){const{checkout,baseFiles}=ground;if(baseFiles===
void 0||data.changed.length===0)return{};try{await pinData(baseFiles,models,data,checkout,folder,fetcherOf(ground));return{pinnedData:folder}}catch(thrown){if(!approved)
throw thrown;notice2(`the base's data is not judged as well: ${messageOf(thrown)}`);return{}}}var MOST_POLICY_BYTES=2**20+1;async function policyIn(files,checkout,path2){
const place=inRepository(checkout,path2);if(place===void 0)return void 0;try{const found=await placeOf3(files,place,checkout.root);const entry=await found?.files.
find(found.path);if(found===void 0||entry?.kind!=="file")return void 0;const bytes=await found.files.bytes(entry.id,MOST_POLICY_BYTES);if(bytes===void 0)throw new Error(
`the policy has more than ${MOST_POLICY_BYTES} bytes`);return bytes}catch(thrown){throw unreadable(files.commit,messageOf(thrown))}}async function hiddenBy(files,checkout,path2){
const place=inRepository(checkout,path2);if(place===void 0)return void 0;try{const found=await placeOf3(files,place,checkout.root);return found===void 0?"submod\
ule":await found.files.hiddenBy(found.path)}catch(thrown){throw unreadable(files.commit,messageOf(thrown))}}async function ownPolicy(workspace,path2){try{const file=await resolveInside(
workspace,path2);return(await stat5(file)).size>MOST_POLICY_BYTES?Buffer.alloc(0):await readFile3(file)}catch{return void 0}}var sameText=(left,right)=>plainLines(
left)===plainLines(right);var plainLines=text3=>text3.toString("latin1").replaceAll("\r\n","\n");function modelsOf(bytes,{policy,models}){try{const all=parsePolicy(
bytes.toString("utf8"),policy).models;return models.length===0?all:all.filter(({name})=>models.includes(name))}catch(thrown){return messageOf(thrown)}}async function movedFiles(files,models,checkout){
const named=new Set(models.flatMap(({path:path2,data:{calibration}})=>[path2,calibration?.path,calibration?.labels].filter(one=>one!==void 0)));const moved=[];for(const path2 of named){
const place=inRepository(checkout,path2);if(place!==void 0&&!existsSync6(resolve5(checkout.workspace,path2))&&await files.find(place)!==void 0)moved.push(path2)}
return moved}async function isApproved({setting:{inputs,event},env,client:client3}){if(inputs.approvalLabel==="")return false;const answer=await hasLabel(client3,
event,inputs.approvalLabel,env.GITHUB_REF??"");if(typeof answer==="boolean")return answer;notice2(`not approved: ${answer}`);return false}async function isBases({
setting:{inputs},checkout,files,baseFiles},found){if(baseFiles===void 0)return false;const bases=baseFiles===files?found:await policyIn(baseFiles,checkout,inputs.
policy);return bases?.equals(found)===true}function refHasNone(ref,path2){return new UserError({code:"policy-missing",message:`there is no policy at ${ref}`,where:path2,
fix:"correct the input policy-ref or policy"})}async function refuseUnsafePolicy(setting,workspace,env){await refuseUnsafe(setting,workspace,[setting.inputs.policy],env)}async function refuseUnsafeFiles(setting,workspace,readings,env){
const paths=await Promise.all(readings.map(reading=>pathsIn(reading,setting,workspace)));await refuseUnsafe(setting,workspace,[...new Set(paths.flat())],env)}async function refuseUnsafe({
inputs,event},workspace,paths,env){let made;const client3=()=>made??=import("./chunk-IXJEVDEX.js").then(({clientOf})=>clientOf(inputs.token,env));await refuseUnsafeCheckout(
{event,name:env.GITHUB_EVENT_NAME??"",sha:env.GITHUB_SHA??"",client:client3},paths.map(path2=>folderOf(resolve6(workspace,path2))))}async function pathsIn(reading,{
inputs},workspace){const models=await modelsBy(reading,inputs,workspace);return models.flatMap(({path:path2,data:{heldout,calibration}})=>[path2,heldout.path,heldout.
labels,calibration?.path,calibration?.labels].filter(one=>one!==void 0))}function folderOf(path2){try{return realpathSync.native(path2)}catch{return dirname8(path2)===
path2?path2:folderOf(dirname8(path2))}}async function judgeBySources(request,options,setting,env){const startedAt=new Date;let sources;try{sources=await chooseSources(setting,request.workspace,env);await refuseUnsafeFiles(
setting,request.workspace,"decides"in sources?[sources.decides,sources.other].flatMap(one=>one?.reading??[]):[sources],env)}catch(thrown){return reportFailure(request,
errorOfThrown(thrown,"policy"),startedAt)}const parts=await gatherParts(setting.inputs,env);if(!("decides"in sources)){const report2=await superviseCached({...request,
...sources,...parts?.forDecisive("checkout")},options,setting,env);return handOn(report2,null,request,setting)}const{facts,decides:{from,reading},other,capped}=sources;
const judged=await superviseCached({...request,...reading,...parts?.forDecisive(from)},options,setting,env);const otherwise=other===void 0?null:await judgeOther(
{request,options,from,decided:judged,parts},other);const decided=await handOn(judged,otherwise,request,setting);const report={...capped?atMostWarn(decided):decided,
sources:[{...facts,from,other:isPart(setting.inputs)?null:otherwise}]};await writeReport(request.outDir,report,renderMarkdown(report));return report}async function judgeOther({
request,options,from:decides,decided,parts},{from,reading}){if(decided.errors.length>0)return null;const part=parts?.forOther(from,decides,request.outDir);if(parts!==
void 0&&part===void 0)return null;const folder=OTHER_FOLDERS[from];const outDir=join15(request.outDir,folder);const found=await supervise({...request,...reading,
...part,outDir,finished:finishedIn(request.outDir,decided.models)},options);const[error2]=[...found.errors,...found.models.flatMap(({errors})=>errors)];if(part!==
void 0&&error2!==void 0)notice2(`the part by ${from==="checkout"?"this change's own policy":"the base's policy"} failed, and its verdict will be an ERROR: ${error2.
message}`);return{from,verdict:found.verdict,models:found.models.map(model=>({...model,groups:[],ladder:[],notes:[]})),errors:found.errors,report:`${folder}/rep\
ort.json`}}function finishedIn(outDir,models){return models.flatMap(({name,files:{plan}})=>plan===null?[]:[{model:name,folder:dirname9(join15(outDir,plan))}])}import{join as join16}from"node:path";var VERDICTS=["PASS","WARN","INCONCLUSIVE","FAIL","ERROR"];var EXIT_CODES=[2,1,3,0];function combineReports(parts){const reports=parts.map(({report})=>report);const[
first]=reports;if(first===void 0)throw new Error("there is no report to combine");const names=reports.flatMap(({models})=>models.map(({name})=>name));const isTwice=name=>names.
indexOf(name)!==names.lastIndexOf(name);return{...first,verdict:VERDICTS[Math.max(...reports.map(({verdict})=>VERDICTS.indexOf(verdict)))]??"ERROR",exitCode:EXIT_CODES.
find(code=>reports.some(({exitCode})=>exitCode===code))??2,...sourcesOf(parts),models:parts.flatMap(part=>part.report.models.map(model=>placed(model,part,isTwice))),
errors:parts.flatMap(({policy,report})=>report.errors.map(error2=>told(error2,policy))),environment:reports.find(({environment})=>environment!==null)?.environment??
null,seconds:reports.reduce((sum,{seconds})=>sum+seconds,0)}}function sourcesOf(parts){const sources=parts.flatMap(({folder,report})=>(report.sources??[]).map(source=>({
...source,other:source.other===null?null:{...source.other,report:`${folder}/${source.other.report}`}})));return sources.length===0?{}:{sources}}function placed(model,{
policy,folder,report},isTwice){const below=file=>file===null?null:`${folder}/${file}`;return{...model,name:isTwice(model.name)?`${model.name} (${policy})`:model.
name,policy:report.policy??{path:policy,sha256:""},files:{...model.files,model:below(model.files.model),plan:below(model.files.plan)}}}function told(error2,policy){
return{...error2,where:error2.where===null?policy:`${error2.where} (${policy})`}}async function judgeEach(setting,workspace,judge2){const{inputs}=setting;if(inputs.policies.length<=1)return judge2(setting);if(inputs.mode!=="run"||inputs.shard!==
void 0){throw new UserError({code:"input-invalid",message:"a run that several jobs share has one policy",where:"with: policy",fix:"use a workflow for each polic\
y, with an artifact name of its own"})}const parts=[];for(const[i,policy]of inputs.policies.entries()){const folder=`policy-${i+1}`;const report=await judge2({...setting,
inputs:{...inputs,policy,policies:[policy],outDir:join16(inputs.outDir,folder)}});parts.push({policy,folder,report})}const combined=combineReports(parts);await prepareOutput(
inputs.outDir,workspace);await writeReport(inputs.outDir,combined,renderMarkdown(combined));return combined}var import_yauzl2=__toESM(require_yauzl(),1);var MOST_ARCHIVE_BYTES=8*2**20;var MOST_MEMBERS=100;var SILENCE_MS3=2e4;var WITHIN_MS=12e4;var ATTEMPTS2=3;var UnfitArtifact=class extends Error{};async function fetchForeignFile(client3,{
owner,repo,runId,artifact,file,mostBytes},secondMs){const{data}=await client3.rest.actions.listWorkflowRunArtifacts({owner,repo,run_id:runId,name:artifact,per_page:100});
const[newest]=data.artifacts.filter(({name,expired})=>name===artifact&&!expired).sort((left,right)=>right.id-left.id);if(newest===void 0)return void 0;if(newest.
size_in_bytes>MOST_ARCHIVE_BYTES)throw new UnfitArtifact(tooLarge(newest.size_in_bytes));const{headers}=await client3.rest.actions.downloadArtifact({owner,repo,
artifact_id:newest.id,archive_format:"zip",request:{redirect:"manual"}});if(headers.location===void 0)throw new Error("GitHub did not say where the artifact is");
const archive=await patiently2(()=>download2(headers.location??""),secondMs);return member(archive,file,mostBytes)}async function download2(address){const{message}=await new HttpClient(
"prune-gate",[],{socketTimeout:SILENCE_MS3,allowRedirects:false,keepAlive:false}).get(address);const timer=setTimeout(()=>{message.destroy(new Error("the artifa\
ct did not arrive in time"))},WITHIN_MS);try{const chunks=[];let bytes=0;for await(const chunk of message){bytes+=chunk.length;if(bytes>MOST_ARCHIVE_BYTES)throw new UnfitArtifact(
tooLarge(bytes));chunks.push(chunk)}const status=message.statusCode??0;if(status!==200)throw new Error(`the artifact store answered with status ${status}`);return Buffer.
concat(chunks)}finally{clearTimeout(timer);message.destroy()}}async function patiently2(act,secondMs){for(let attempt=1;;attempt+=1){try{return await act()}catch(thrown){
if(thrown instanceof UnfitArtifact||attempt===ATTEMPTS2)throw thrown;await new Promise(resolve9=>{setTimeout(resolve9,attempt*secondMs)})}}}async function member(archive,file,mostBytes){
try{const zip=await(0,import_yauzl2.fromBufferPromise)(archive,{autoClose:false});let members=0;for await(const entry of zip.eachEntry()){members+=1;if(members>
MOST_MEMBERS)throw new Error(`more than ${MOST_MEMBERS} members`);if(entry.fileName===file)return await contentOf(zip,entry,mostBytes)}throw new Error(`it holds\
 no ${file}`)}catch(thrown){throw new UnfitArtifact(`the artifact cannot be read: ${plain(messageOf(thrown),200)}`,{cause:thrown})}}async function contentOf(zip,entry,mostBytes){
if(entry.uncompressedSize>mostBytes)throw new Error(`${entry.fileName} has ${entry.uncompressedSize} bytes, and ${mostBytes} is the most that is read`);const chunks=[];
for await(const chunk of await zip.openReadStreamPromise(entry))chunks.push(chunk);return Buffer.concat(chunks)}var tooLarge=bytes=>`the artifact has ${bytes} b\
ytes or more, and ${MOST_ARCHIVE_BYTES} is the most that is read`;import{join as join17}from"node:path";var OUTPUTS={"verdict":({report})=>report.verdict,"report-json":({outDir})=>join17(outDir,"report.json"),"report-markdown":({outDir})=>join17(outDir,"report.md"),
"model-path":source=>firstFile(source,"model"),"plan-path":source=>firstFile(source,"plan"),"models":source=>JSON.stringify(source.report.models.map(model=>summaryOf(
model,source.outDir))),"accuracy-drop":({report})=>worst(report,Math.max,model=>model.metrics[0]?.drop??null),"size-reduction":({report})=>worst(report,Math.min,
({measures})=>measures===null?null:reduction(measures.dense.fileBytes,measures.pruned.fileBytes)),"macs-reduction":({report})=>worst(report,Math.min,({measures})=>measures===
null?null:reduction(measures.dense.macs,measures.pruned.macs)),"latency-speedup":({report})=>worst(report,Math.min,({measures})=>measures?.speedup?.ratio??null),
"comment-url":({commentUrl})=>commentUrl,"artifact-url":({artifactUrl})=>artifactUrl};function setOutputs(source){for(const[name,value]of Object.entries(OUTPUTS))
setOutput(name,value(source))}function setCommentUrl(url){setOutput("comment-url",url)}function firstFile({report,outDir},kind){const file=report.models.map(({files})=>files[kind]).
find(name=>name!==null);return file===void 0||file===null?"":join17(outDir,file)}function summaryOf({name,verdict,files},outDir){const path2=file=>file===null?null:
join17(outDir,file);return{name,verdict,model:path2(files.model),plan:path2(files.plan)}}function worst(report,pick,value){const values=report.models.map(value);
const known=values.filter(one=>one!==null&&Number.isFinite(one));return known.length===0||known.length<values.length?"":String(pick(...known))}function reduction(dense,pruned){
return dense===null||pruned===null||dense===0?null:1-pruned/dense}async function writeSummary(markdown){try{await summary.addRaw(markdown,true).write();return void 0}catch(thrown){return`the job summary was not written: ${messageOf(
thrown)}`}}import{readFileSync as readFileSync5}from"node:fs";var EVENT_KINDS=["pull_request","pull_request_target","push","merge_group","schedule","workflow_dispatch","workflow_run"];var SHA=/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;
var NO_COMMIT=/^0+$/u;var MAX_PAYLOAD_BYTES=32*2**20;var COMMITS={pull_request:payload=>({base:at(payload,"pull_request","base","sha"),head:at(payload,"pull_req\
uest","head","sha")}),pull_request_target:payload=>COMMITS.pull_request(payload),push:payload=>({base:at(payload,"before"),head:at(payload,"after")}),merge_group:payload=>({
base:at(payload,"merge_group","base_sha"),head:at(payload,"merge_group","head_sha")}),workflow_run:()=>({base:void 0,head:void 0}),schedule:()=>({base:void 0,head:void 0}),
workflow_dispatch:()=>({base:void 0,head:void 0}),other:()=>({base:void 0,head:void 0})};function readEvent(env){const kind=EVENT_KINDS.find(name=>name===env.GITHUB_EVENT_NAME)??
"other";const payload=readPayload(env.GITHUB_EVENT_PATH);const[owner="",repo=""]=required(env,"GITHUB_REPOSITORY").split("/");const{base,head}=COMMITS[kind](payload);
const id=positive(env,"GITHUB_RUN_ID");return{kind,owner,repo,baseSha:shaOr(base,null),headSha:shaOr(head,required(env,"GITHUB_SHA")),pullRequest:numberOrNull(at(
payload,"pull_request","number")),fork:isFork(payload),run:{id,attempt:env.GITHUB_RUN_ATTEMPT===void 0?1:positive(env,"GITHUB_RUN_ATTEMPT")},runUrl:`${env.GITHUB_SERVER_URL??
"https://github.com"}/${owner}/${repo}/actions/runs/${id}`}}function readPayload(path2){if(path2===void 0||path2==="")return{};try{const text3=readFileSync5(path2);
if(text3.length>MAX_PAYLOAD_BYTES)throw new Error(`it has ${text3.length} bytes`);const payload=JSON.parse(text3.toString("utf8"));if(typeof payload!=="object"||
payload===null||Array.isArray(payload))throw new Error("it is not an object");return payload}catch(cause){throw invalid3("GITHUB_EVENT_PATH",`the event's payloa\
d cannot be read: ${messageOf(cause)}`,cause)}}function isFork(payload){const ran=at(payload,"workflow_run");if(ran!==void 0)return at(ran,"head_repository","fu\
ll_name")!==at(ran,"repository","full_name");if(at(payload,"pull_request","head")===void 0)return false;const head=at(payload,"pull_request","head","repo","full\
_name");return head===void 0||head!==at(payload,"pull_request","base","repo","full_name")}function at(value,...path2){return path2.reduce((inner,key)=>typeof inner===
"object"&&inner!==null&&Object.hasOwn(inner,key)?inner[key]:void 0,value)}function shaOr(value,otherwise){return typeof value==="string"&&SHA.test(value)&&!NO_COMMIT.
test(value)?value:otherwise}function numberOrNull(value){return typeof value==="number"&&Number.isSafeInteger(value)&&value>0?value:null}function required(env,name){
const value=env[name];if(value===void 0||value==="")throw invalid3(name,`${name} is not set`);return value}function positive(env,name){const value=Number(required(
env,name));if(!Number.isSafeInteger(value)||value<=0)throw invalid3(name,`${name} is not a whole number above 0`);return value}function invalid3(where,message,cause){
return new UserError({code:"event-invalid",message,where,cause,fix:"the action runs inside a GitHub Actions job; elsewhere use the command line: npx prune-gate \
run"})}function readTriggeringRun(env){const run=at(readPayload(env.GITHUB_EVENT_PATH),"workflow_run");const id=positive2(at(run,"id"));const headSha=shaOr(at(run,"hea\
d_sha"),void 0);if(id===void 0||headSha===void 0){throw new UserError({code:"event-invalid",message:"the payload names no workflow run with a head commit",where:"\
GITHUB_EVENT_PATH",fix:'mode: publish belongs into a workflow with "on: workflow_run"; docs/recipes.md has it'})}return{run:{id,attempt:positive2(at(run,"run_at\
tempt"))??1},headSha,head:headOf(run),event:text2(at(run,"event"))??"",conclusion:text2(at(run,"conclusion"))??null,url:text2(at(run,"html_url"))??""}}function headOf(run){
const owner=text2(at(run,"head_repository","owner","login"));const repository=text2(at(run,"head_repository","full_name"));const branch=text2(at(run,"head_branc\
h"));return owner===void 0||repository===void 0||branch===void 0?null:{owner,branch,repository}}async function findPullRequest(client3,{owner,repo},{head,headSha}){
if(head===null)return{reason:"the fork that it came from is gone"};const{data}=await client3.rest.pulls.list({owner,repo,state:"open",head:`${head.owner}:${head.
branch}`,per_page:100});const found=data.filter(one=>one.head.sha===headSha&&one.head.repo?.full_name===head.repository);const[first,...others]=found;if(first===
void 0)return{reason:`no open pull request has its commit ${headSha.slice(0,7)} as its head (any more)`};return others.length===0?{number:first.number}:{reason:`${found.
length} pull requests have its commit as their head, and nothing tells which one it ran for`}}function text2(value){return typeof value==="string"&&value!==""?value:
void 0}function positive2(value){return typeof value==="number"&&Number.isSafeInteger(value)&&value>0?value:void 0}var import__=__toESM(require__(),1);var report_schema_default={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"urn:prune-gate:report:1",title:"Report",description:"`report.json`: every\
thing a reader or a later step may want to know about a run. Markdown, terminal and annotations are views of this record. `null` says that a value is not known.",
type:"object",required:["version","tool","verdict","exitCode","policy","models","errors","environment","startedAt","seconds"],additionalProperties:false,properties:{
version:{title:"Version",description:"Version of this record's shape.",const:1},tool:{title:"Tool",description:"What wrote the report.",type:"object",required:[
"name","version"],additionalProperties:false,properties:{name:{title:"Name",description:"Always `prune-gate`.",const:"prune-gate"},version:{title:"Version",description:"\
Version of prune-gate.",type:"string"}}},verdict:{title:"Verdict",description:"The worst of the models' verdicts; ERROR where `errors` is not empty.",$ref:"#/$d\
efs/Verdict"},exitCode:{title:"Exit code",description:"0 pass or warn, 1 fail, 2 error, 3 inconclusive; see exit-codes.md.",enum:[0,1,2,3]},policy:{title:"Polic\
y",description:"The policy that was read; null where none could be.",anyOf:[{type:"object",required:["path","sha256"],additionalProperties:false,properties:{path:{
title:"Path",description:"Relative to the workspace.",type:"string"},sha256:{title:"Hash",description:"sha256 of the file's bytes.",type:"string",pattern:"^[0-9\
a-f]{64}$"}}},{type:"null"}]},models:{title:"Models",description:"One entry for each model, in the policy's order.",type:"array",items:{$ref:"#/$defs/ModelRepor\
t"}},errors:{title:"Errors",description:"Errors that belong to no model (policy unreadable, supervisor).",type:"array",items:{$ref:"#/$defs/ReportError"}},environment:{
title:"Environment",description:"Where it ran; null where it was not reached.",anyOf:[{$ref:"#/$defs/Environment"},{type:"null"}]},startedAt:{title:"Started at",
description:"ISO 8601, UTC.",type:"string",pattern:"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$"},seconds:{title:"Seconds",description:"Wall time of \
the whole run.",type:"number",minimum:0},sources:{title:"Sources",description:"Of each policy of the action: which commit's policy and held-out data decided, an\
d what others would have said. Absent where the checkout's own were used without a question, as on the command line.",type:"array",items:{$ref:"#/$defs/Source"}},
devices:{title:"Devices",description:"What `prune-gate devices` found. Absent for other commands.",type:"array",items:{$ref:"#/$defs/DeviceLine"}}},$defs:{Verdict:{
title:"Verdict",description:"PASS: every check passed. WARN: only advisory checks did not pass, or a target was reached in part. FAIL: a critical check failed. \
INCONCLUSIVE: the evidence does not decide a critical check. ERROR: something could not be done.",enum:["PASS","WARN","FAIL","INCONCLUSIVE","ERROR"]},Interval:{
title:"An interval",description:"Both ends belong to it.",type:"object",required:["low","high"],additionalProperties:false,properties:{low:{title:"Low",description:"\
Lower end.",type:"number"},high:{title:"High",description:"Upper end.",type:"number"}}},ReportError:{title:"An error",description:"What happened, where, and wha\
t to do about it.",type:"object",required:["code","message","where","fix","stage"],additionalProperties:false,properties:{code:{title:"Code",description:"Stable\
 identifier, kebab-case, such as `policy-invalid`.",type:"string"},message:{title:"Message",description:"What happened.",type:"string"},where:{title:"Where",description:"\
File, node, policy path or URL.",type:["string","null"]},fix:{title:"Fix",description:"What to do next.",type:["string","null"]},stage:{title:"Stage",description:"\
Pipeline stage during which it happened.",type:["string","null"]}}},ModelReport:{title:"A model's report",description:"What was done to one model and what was f\
ound.",type:"object",required:["name","path","verdict","checks","metrics","measures","groups","ladder","notes","errors","proof","device","provenance","files","s\
econds"],additionalProperties:false,properties:{name:{title:"Name",description:"As in the policy.",type:"string"},path:{title:"Path",description:"The dense mode\
l, relative to the workspace.",type:"string"},verdict:{title:"Verdict",description:"Of this model.",$ref:"#/$defs/Verdict"},policy:{title:"Policy",description:"\
The policy that this model is judged by, where a run has several; absent where the report's own is the only one.",type:"object",required:["path","sha256"],additionalProperties:false,
properties:{path:{title:"Path",description:"Relative to the workspace.",type:"string"},sha256:{title:"sha256",description:"sha256 of the file's bytes; empty whe\
re it could not be read.",type:"string"}}},onInconclusive:{title:"On inconclusive",description:"What the policy says of an undecided critical check: `fail` fail\
s the run, `warn` marks it on the run's page, `pass` does neither. Absent where no policy was read.",enum:["fail","warn","pass"]},checks:{title:"Checks",description:"\
Every check of the gate, in the policy's order.",type:"array",items:{$ref:"#/$defs/CheckResult"}},metrics:{title:"Metrics",description:"Every metric, in the pol\
icy's order.",type:"array",items:{$ref:"#/$defs/MetricResult"}},findings:{title:"Findings",description:"Degenerate data or outputs, too few samples, samples tha\
t are nearly alike: each with its code. Absent where there are none.",type:"array",items:{$ref:"#/$defs/Finding"}},verification:{title:"Verification",description:"\
Of `verify`: each claim of the report, and whether it holds. Absent otherwise.",type:"array",items:{$ref:"#/$defs/VerificationLine"}},sweep:{title:"Sweep",description:"\
Of `sweep`: the trade-off curve. Absent otherwise.",$ref:"#/$defs/SweepReport"},explain:{title:"Explain",description:"Of `explain`: each group that may be cut, \
what goes, why, and what it costs. Absent otherwise.",type:"array",items:{$ref:"#/$defs/GroupExplained"}},consultations:{title:"Consultations",description:"How \
often these held-out samples were consulted for this model, this run included: with this output folder on a terminal. Absent where nobody counts; in the action \
the comment counts, and not this file.",type:"integer",minimum:1},measures:{title:"Measures",description:"Size, multiply-adds and latency; null where they were \
not measured.",anyOf:[{$ref:"#/$defs/MeasurePair"},{type:"null"}]},groups:{title:"Groups",description:"Every group of coupled channels: pruned, kept or refused,\
 and why.",type:"array",items:{$ref:"#/$defs/GroupReport"}},ladder:{title:"Loss ladder",description:"What cutting cost and what each repair won back, on the sec\
ond calibration split.",type:"array",items:{$ref:"#/$defs/LadderStep"}},notes:{title:"Notes",description:"Decisions and findings in words: splits, repairs dropp\
ed, budget not met, ...",type:"array",items:{type:"string"}},errors:{title:"Errors",description:"Errors of this model.",type:"array",items:{$ref:"#/$defs/Report\
Error"}},proof:{title:"Proof",description:"That the pruned model equals the masked dense model; null where nothing structured was cut.",anyOf:[{$ref:"#/$defs/Pr\
oofReport"},{type:"null"}]},device:{title:"Device",description:"What the model ran on.",anyOf:[{type:"object",required:["requested","used","notes"],additionalProperties:false,
properties:{requested:{title:"Requested",description:"The policy's or the caller's.",type:"string"},used:{title:"Used",description:"The one that ran.",type:"str\
ing"},notes:{title:"Notes",description:"Why `auto` took no faster one.",type:"array",items:{type:"string"}},gpus:{title:"GPUs",description:"Their names, or what\
 the machine tells of them. Absent for `cpu`, and where nobody tells.",type:"array",items:{type:"string"}},libraries:{title:"Libraries",description:"Provider li\
braries that are not part of the npm package (CUDA, TensorRT). Absent for other devices.",type:"array",items:{type:"object",required:["file","sha256"],additionalProperties:false,
properties:{file:{title:"File",description:"Name.",type:"string"},sha256:{title:"Hash",description:"sha256.",type:"string"}}}},versions:{title:"Versions",description:"\
Of the NVIDIA driver, CUDA, cuDNN and TensorRT, as found before the device was started. Absent for other devices.",type:"array",items:{$ref:"#/$defs/FoundVersio\
n"}},agreement:{$ref:"#/$defs/Agreement",title:"Agreement",description:"With the processor. Absent for `cpu`."},placement:{$ref:"#/$defs/Placement",title:"Place\
ment",description:"Of the dense model. Absent for `cpu`."}}},{type:"null"}]},provenance:{title:"Provenance",description:"Hashes and counts of what went in and c\
ame out.",$ref:"#/$defs/Provenance"},files:{title:"Files",description:"Written files, relative to the output folder.",type:"object",required:["model","plan"],additionalProperties:false,
properties:{model:{title:"Model",description:"The pruned model.",type:["string","null"]},plan:{title:"Plan",description:"The plan, for `prune --plan`.",type:["s\
tring","null"]}}},seconds:{title:"Seconds",description:"Wall time of each stage.",type:"object",additionalProperties:{type:"number",minimum:0}}}},CheckResult:{title:"\
A check's result",description:"One limit and what was measured against it.",type:"object",required:["check","bound","limit","unit","limitText","level","outcome",
"value","interval","detail","samplesToDecide","line","column"],additionalProperties:false,properties:{check:{title:"Check",description:"As in the policy.",type:"\
string"},bound:{title:"Bound",description:"Which side the limit is on.",enum:["min","max"]},limit:{title:"Limit",description:"Canonical: shares as fractions, by\
tes, milliseconds, factors.",type:"number"},unit:{title:"Unit",description:"Unit of `limit`, `value` and `interval`.",$ref:"#/$defs/LimitUnit"},limitText:{title:"\
Limit as written",description:"As in the policy.",type:"string"},level:{title:"Level",description:"What a breach does: FAIL or WARN.",enum:["critical","advisory"]},
outcome:{title:"Outcome",description:"What came of it.",enum:["pass","fail","inconclusive","error"]},value:{title:"Value",description:"What was measured; null w\
here nothing could be: then the outcome is `error`.",type:["number","null"]},interval:{title:"Interval",description:"Confidence interval of the value; null for \
exact values.",anyOf:[{$ref:"#/$defs/Interval"},{type:"null"}]},detail:{title:"Detail",description:"One plain sentence.",type:"string"},tooFew:{title:"Too few s\
amples",description:"True where so few samples cannot keep the limit, whatever they show. Absent otherwise.",type:"boolean"},samplesToDecide:{title:"Samples to \
decide",description:"For `inconclusive`: about how many more samples would decide, if the rates seen so far are the true ones; of slices, how many more of each \
undecided one. Null where unknown, and where samples do not help (latency).",type:["integer","null"],minimum:0},holm:{title:"Holm",description:"Several sampled \
checks at once: how sure it is that the limit is broken. Absent where the check is exact, in mode `point`, or has no interval.",type:"object",required:["p","adj\
usted","of"],additionalProperties:false,properties:{p:{title:"p",description:"Smallest error rate at which the whole interval lies beyond the limit.",type:"numb\
er",minimum:0,maximum:1},adjusted:{title:"Adjusted",description:"After Holm's adjustment: FAIL needs at most 1 - `confidence`.",type:"number",minimum:0,maximum:1},
of:{title:"Of",description:"Sampled checks of this model.",type:"integer",minimum:0}}},slices:{title:"Slices",description:"Of a limit on the worst slice: each s\
lice, those that lost most first. Absent of other checks.",type:"array",items:{$ref:"#/$defs/SliceOutcome"}},line:{title:"Line",description:"Line of the check i\
n the policy file, from 1.",type:"integer",minimum:1},column:{title:"Column",description:"Column of the check in the policy file, from 1.",type:"integer",minimum:1}}},
LimitUnit:{title:"Unit of a limit",description:"`pp`: absolute difference of shares. `relative`: share of the dense value. `x`: dense over pruned.",enum:["pp","\
relative","x","bytes","ms","count","none"]},MetricResult:{title:"A metric's result",description:"Dense and pruned model on the same held-out samples.",type:"obj\
ect",required:["id","metric","higherIsBetter","dense","pruned","drop","dropInterval","confidence","method","samples","paired","findings"],additionalProperties:false,
properties:{id:{title:"Id",description:"What checks call it.",type:"string"},metric:{title:"Metric",description:"The metric's name.",type:"string"},higherIsBetter:{
title:"Higher is better",description:"Direction of the metric.",type:"boolean"},dense:{title:"Dense",description:"Value of the dense model; null where it could \
not be computed.",type:["number","null"]},pruned:{title:"Pruned",description:"Value of the pruned model; null where it could not be computed.",type:["number","n\
ull"]},drop:{title:"Drop",description:"What was lost: dense - pruned where higher is better, else pruned - dense.",type:["number","null"]},dropInterval:{title:"\
Interval of the drop",description:"Two-sided interval whose one-sided bounds each have `confidence`.",anyOf:[{$ref:"#/$defs/Interval"},{type:"null"}]},confidence:{
title:"Confidence",description:"Of each one-sided bound.",type:"number",minimum:0,maximum:1},method:{title:"Method",description:"How the interval was made.",type:"\
string"},samples:{title:"Samples",description:"Held-out samples used.",type:"integer",minimum:0},paired:{title:"Paired counts",description:"Where the metric is \
right-or-wrong per sample; else null.",anyOf:[{type:"object",required:["both","denseOnly","prunedOnly","neither"],additionalProperties:false,properties:{both:{title:"\
Both",description:"Samples both models get right.",type:"integer",minimum:0},denseOnly:{title:"Dense only",description:"Samples only the dense model gets right.",
type:"integer",minimum:0},prunedOnly:{title:"Pruned only",description:"Samples only the pruned model gets right.",type:"integer",minimum:0},neither:{title:"Neit\
her",description:"Samples neither gets right.",type:"integer",minimum:0}}},{type:"null"}]},mcnemar:{title:"McNemar",description:"Exact two-sided p-value of McNe\
mar's test, which asks whether the models are equally right; a description, no check uses it. Absent where there are no paired counts.",type:"number",minimum:0,
maximum:1},slices:{title:"Slices",description:"The metric on parts of the held-out samples: by class, where each sample is right or wrong, and by the columns th\
at the policy names. Absent where there are none.",type:"array",items:{$ref:"#/$defs/SliceResult"}},problems:{title:"Problems",description:"What makes the figur\
e no evidence: then it has no value. Absent where there is nothing.",type:"array",items:{$ref:"#/$defs/MetricProblem"}},findings:{title:"Findings",description:"\
What is odd about the data or the outputs.",type:"array",items:{type:"string"}}}},VerificationLine:{title:"A verified claim",description:"One claim of a report \
and what was found now.",type:"object",required:["what","outcome","detail"],additionalProperties:false,properties:{what:{title:"What",description:"Policy, data,\
 plan, model, a metric or a check.",type:"string"},outcome:{title:"Outcome",description:"`not checked`: it could not be, or is of its moment, as latency is.",enum:[
"confirmed","differs","not checked"]},detail:{title:"Detail",description:"What was found, or why it was not checked.",type:"string"}}},MetricProblem:{title:"A p\
roblem of a metric",description:"Outputs, data and metric do not make a figure.",type:"object",required:["code","message"],additionalProperties:false,properties:{
code:{title:"Code",description:"Stable identifier: `constant-predictions`, `one-class`, `constant-target`, `not-finite`, `labels-out-of-range`, `no-better-than-\
chance`, `metric-misfit` or `metric-undefined`.",type:"string"},message:{title:"Message",description:"In words, with the model that it is about.",type:"string"}}},
Finding:{title:"A finding",description:"What makes the run no evidence, or less of it than it seems.",type:"object",required:["code","level","message","where","\
fix"],additionalProperties:false,properties:{code:{title:"Code",description:"Stable identifier, kebab-case.",type:"string"},level:{title:"Level",description:"`e\
rror`: the verdict is ERROR. `undecided`: a check is not decided for want of samples. `warning`: said, and no more.",enum:["error","undecided","warning"]},message:{
title:"Message",description:"What was found.",type:"string"},where:{title:"Where",description:"Metric, check or file.",type:["string","null"]},fix:{title:"Fix",
description:"What to do about it.",type:["string","null"]}}},SliceResult:{title:"A slice",description:"A metric on a part of the held-out samples.",type:"object",
required:["by","value","samples","dense","pruned","drop","dropInterval","paired"],additionalProperties:false,properties:{by:{title:"By",description:"`class` for\
 the label, else the column.",type:"string"},value:{title:"Value",description:"The class or the value of the column.",type:"string"},samples:{title:"Samples",description:"\
Held-out samples in it.",type:"integer",minimum:0},dense:{title:"Dense",description:"Null where it is not defined.",type:["number","null"]},pruned:{title:"Prune\
d",description:"Null where it is not defined.",type:["number","null"]},drop:{title:"Drop",description:"In the direction that is worse.",type:["number","null"]},
dropInterval:{title:"Interval of the drop",description:"As for all samples.",anyOf:[{$ref:"#/$defs/Interval"},{type:"null"}]},paired:{title:"Paired counts",description:"\
Samples that only one model gets right; null for other metrics.",anyOf:[{type:"object",required:["denseOnly","prunedOnly"],additionalProperties:false,properties:{
denseOnly:{title:"Dense only",description:"Right by the dense model alone.",type:"integer",minimum:0},prunedOnly:{title:"Pruned only",description:"Right by the \
pruned model alone.",type:"integer",minimum:0}}},{type:"null"}]}}},SliceOutcome:{title:"A slice under its limit",description:"What a limit on the worst slice fo\
und of one slice.",type:"object",required:["by","value","samples","drop","outcome"],additionalProperties:false,properties:{by:{title:"By",description:"`class` f\
or the label, else the column.",type:"string"},value:{title:"Value",description:"The class or the value of the column.",type:"string"},samples:{title:"Samples",
description:"Held-out samples in it.",type:"integer",minimum:0},drop:{title:"Drop",description:"In the check's unit.",type:"number"},outcome:{title:"Outcome",description:"\
`not judged`: too few samples for this limit, even if the models never disagreed.",enum:["pass","fail","inconclusive","not judged"]}}},Energy:{title:"Energy",description:"\
Joules of one run, batch 1, and where they come from.",type:"object",required:["source","joules","low","high","idleWatts","detail"],additionalProperties:false,properties:{
source:{title:"Source",description:"`rapl`: the processor's counters. `nvml`: the NVIDIA driver. `estimate`: not measured, but computed from MACs and bytes move\
d.",enum:["rapl","nvml","estimate"]},joules:{title:"Joules",description:"What the idle machine takes is subtracted; null where it is not known.",type:["number",
"null"]},low:{title:"Low",description:"Lower end of the interval; null for an estimate.",type:["number","null"]},high:{title:"High",description:"Upper end of th\
e interval; null for an estimate.",type:["number","null"]},idleWatts:{title:"Idle",description:"Watts of the idle machine; null for an estimate.",type:["number",
"null"]},detail:{title:"Detail",description:"How it was measured, or from what it was estimated and why it was not measured.",type:"string"}}},BoardFigure:{title:"\
A board's figure",description:"With its bounds, where the command gives them.",type:"object",required:["value","low","high"],additionalProperties:false,properties:{
value:{title:"Value",description:"Milliseconds, joules or bytes.",type:"number"},low:{title:"Low",description:"Lower bound.",type:["number","null"]},high:{title:"\
High",description:"Upper bound.",type:["number","null"]}}},BoardFigures:{title:"A board's figures",description:"As the policy's measuring command printed them; \
null where it did not.",type:"object",required:["latency","energy","memory"],additionalProperties:false,properties:{latency:{title:"Latency",description:"Millis\
econds of one run.",anyOf:[{$ref:"#/$defs/BoardFigure"},{type:"null"}]},energy:{title:"Energy",description:"Joules of one run.",anyOf:[{$ref:"#/$defs/BoardFigur\
e"},{type:"null"}]},memory:{title:"Memory",description:"Bytes.",anyOf:[{$ref:"#/$defs/BoardFigure"},{type:"null"}]}}},Measures:{title:"Measures",description:"Me\
asured of one model.",type:"object",required:["fileBytes","gzipBytes","parameters","nonZeros","macs","macsByOperator","latency"],additionalProperties:false,properties:{
fileBytes:{title:"File",description:"Bytes, external data included.",type:"integer",minimum:0},gzipBytes:{title:"Compressed",description:"Bytes after gzip.",type:"\
integer",minimum:0},parameters:{title:"Parameters",description:"Elements of all weights.",type:"integer",minimum:0},nonZeros:{title:"Non-zeros",description:"Ele\
ments of all weights that are not zero.",type:"integer",minimum:0},sparseWeights:{title:"Sparse weights",description:"Weights that the file holds as `sparse_ini\
tializer`: `fileBytes` is of this storage. Absent where there are none.",type:"integer",minimum:1},macs:{title:"MACs",description:"Multiply-adds of one sample; \
null where a shape is not known.",type:["number","null"],minimum:0},macsByOperator:{title:"MACs by operator",description:"Multiply-adds of one sample by operato\
r type.",type:"object",additionalProperties:{type:"number",minimum:0}},energy:{title:"Energy",description:"Joules of one run. Absent where it was not looked at.",
$ref:"#/$defs/Energy"},board:{title:"Board",description:"What the policy's measuring command printed. Absent where none ran.",$ref:"#/$defs/BoardFigures"},latency:{
title:"Latency",description:"Null where it was not measured.",anyOf:[{$ref:"#/$defs/LatencySummary"},{type:"null"}]},operators:{title:"Time by operator",description:"\
The slowest first. Absent where no profile was taken.",type:"array",items:{$ref:"#/$defs/OperatorTime"}},memory:{title:"Memory",description:"What a device needs\
 to run one sample. Absent where it was not looked at.",$ref:"#/$defs/Memory"},placement:{$ref:"#/$defs/Placement",title:"Placement",description:"Where its node\
s ran. Absent for `cpu`."}}},Memory:{title:"Memory",description:"Weights in flash and activations in RAM, as computed for a microcontroller, and what onnxruntim\
e took on this machine. methods.md has the method.",type:"object",required:["flashBytes","liveBytes","ramBytes","arenaBytes","residentBytes","residentBaseBytes",
"notes"],additionalProperties:false,properties:{flashBytes:{title:"Flash",description:"Bytes of all weights.",type:"number",minimum:0},liveBytes:{title:"Live",description:"\
Most bytes of activations alive at once: no arena can be smaller. null where a shape is not known.",type:["number","null"],minimum:0},ramBytes:{title:"RAM",description:"\
The arena that a static planner needs for the activations. null where a shape is not known.",type:["number","null"],minimum:0},arenaBytes:{title:"Measured arena",
description:"Most bytes of activations that onnxruntime's arena had in use: fusion and padding move it; inputs are not in it. null where the profile does not te\
ll.",type:["number","null"],minimum:0},residentBytes:{title:"Resident",description:"Most memory of a process that only runs this model, Node and onnxruntime inc\
luded. null where it could not be measured.",type:["number","null"],minimum:0},residentBaseBytes:{title:"Resident before",description:"The same process before i\
t opened the model.",type:["number","null"],minimum:0},notes:{title:"Notes",description:"Why a value is null.",type:"array",items:{type:"string"}},deviceBytes:{
title:"On the GPU",description:"GPU memory that the process with this model had, context and arena included, by nvidia-smi. Absent for `cpu` and where there is \
no nvidia-smi.",type:"number",minimum:0}}},LatencySummary:{title:"Latency",description:"Wall time of a run.",type:"object",required:["medianMs","p95Ms","runs","\
batch","threads"],additionalProperties:false,properties:{medianMs:{title:"Median",description:"Milliseconds.",type:"number",minimum:0},p95Ms:{title:"95th percen\
tile",description:"Milliseconds.",type:"number",minimum:0},runs:{title:"Runs",description:"Timed runs.",type:"integer",minimum:0},batch:{title:"Batch",description:"\
Samples in each run.",type:"integer",minimum:0},threads:{title:"Threads",description:"Threads within an operator; 0: onnxruntime's choice.",type:"integer",minimum:0},
throughput:{title:"Throughput",description:"Samples a second, at the median.",type:"number",minimum:0},outliers:{title:"Outliers",description:"Runs slower than \
the upper quartile by more than three interquartile ranges; none is left out.",type:"integer",minimum:0},drift:{title:"Drift",description:"Median of the last th\
ird of the runs over that of the first, less one: 0.05 got 5 % slower meanwhile.",type:"number"}}},Speedup:{title:"A speed-up",description:"How many times faste\
r the pruned model is, and how sure that is.",type:"object",required:["ratio","low","high","noiseFloor"],additionalProperties:false,properties:{ratio:{title:"Ra\
tio",description:"Dense median over pruned median; above 1 is faster.",type:"number",minimum:0},low:{title:"Low",description:"Lower end of the bootstrap interva\
l.",type:"number"},high:{title:"High",description:"Upper end of the bootstrap interval.",type:"number"},noiseFloor:{title:"Noise floor",description:"From timing\
 the dense model against itself: 0.04 is 4 %.",type:"number",minimum:0}}},TimedSetting:{title:"Latency at one setting",description:"One batch size with one numb\
er of threads.",type:"object",required:["dense","pruned","speedup"],additionalProperties:false,properties:{dense:{title:"Dense",description:"The model as commit\
ted.",$ref:"#/$defs/LatencySummary"},pruned:{title:"Pruned",description:"The pruned model.",$ref:"#/$defs/LatencySummary"},speedup:{title:"Speed-up",description:"\
Of this setting.",$ref:"#/$defs/Speedup"}}},OperatorTime:{title:"Time of an operator",description:"From onnxruntime's profile of the first setting: what ran aft\
er its fusions.",type:"object",required:["operator","ms","nodes"],additionalProperties:false,properties:{operator:{title:"Operator",description:"As onnxruntime \
runs it.",type:"string"},ms:{title:"Time",description:"Milliseconds of one run, over all nodes of this operator.",type:"number",minimum:0},nodes:{title:"Nodes",
description:"Nodes of this operator that one run executes.",type:"integer",minimum:0}}},MeasurePair:{title:"Measures of both models",description:"Dense and prun\
ed.",type:"object",required:["dense","pruned","speedup"],additionalProperties:false,properties:{dense:{title:"Dense",description:"The model as committed.",$ref:"\
#/$defs/Measures"},pruned:{title:"Pruned",description:"The pruned model.",$ref:"#/$defs/Measures"},speedup:{title:"Speed-up",description:"Dense median over prun\
ed median; null where latency was not measured.",anyOf:[{$ref:"#/$defs/Speedup"},{type:"null"}]},settings:{title:"Settings",description:"Every batch size with e\
very number of threads; the first is that of `latency` and `speedup` above. Absent where latency was not measured.",type:"array",items:{$ref:"#/$defs/TimedSetti\
ng"}}}},GroupReport:{title:"A group",description:"Channels that live or die together.",type:"object",required:["name","kind","units","removed","status","reason",
"parameters","macs"],additionalProperties:false,properties:{name:{title:"Name",description:"A node, output or weight name.",type:"string"},kind:{title:"Kind",description:"\
Operator types of the producing nodes.",type:"string"},units:{title:"Units",description:"Channels there were; weights, for an unstructured step.",type:"integer",
minimum:0},removed:{title:"Removed",description:"Channels removed; weights that are zero, for an unstructured step.",type:"integer",minimum:0},status:{title:"St\
atus",description:"What became of it.",enum:["pruned","kept","refused"]},reason:{title:"Reason",description:"Why it was kept or refused; for pruned groups, what\
 repair did.",type:"string"},parameters:{title:"Parameters",description:"Elements of the weight slices that make the group's channels; what reads them is counte\
d where it makes channels.",type:"number",minimum:0},macs:{title:"MACs",description:"Multiply-adds of the layers that make the group's channels; those that read\
 them shrink with them.",type:"number",minimum:0}}},LadderStep:{title:"A step of the ladder",description:"A state of the model and its loss.",type:"object",required:[
"step","loss","accepted","detail"],additionalProperties:false,properties:{step:{title:"Step",description:"dense, pruned, + bias, + refit, + sequential, + statis\
tics; of unstructured steps also + update.",type:"string"},loss:{title:"Loss",description:"Squared output error over output variance, on calibration split B; nu\
ll where the outputs were not finite.",type:["number","null"]},accepted:{title:"Accepted",description:"False where the repair was tried and dropped because the \
loss did not fall.",type:"boolean"},detail:{title:"Detail",description:"In words.",type:"string"}}},ProofReport:{title:"Proof",description:"Pruned model against\
 masked dense model, before any repair.",type:"object",required:["holds","values","worst","tolerance","attempts","detail"],additionalProperties:false,properties:{
holds:{title:"Holds",description:"Every value agreed within the tolerance.",type:"boolean"},values:{title:"Values",description:"Values compared.",type:"integer",
minimum:0},worst:{title:"Worst",description:"Largest max|a-b| / max|b| of a value.",type:"number",minimum:0},tolerance:{title:"Tolerance",description:"What was \
allowed.",type:"number",minimum:0},attempts:{title:"Attempts",description:"Plans made until the proof held.",type:"integer",minimum:0},detail:{title:"Detail",description:"\
In words.",type:"string"}}},Provenance:{title:"Provenance",description:"sha256 of inputs and outputs; null where there is none.",type:"object",required:["model",
"heldout","calibration","plan","prunedModel","heldoutSamples","calibrationSamples","seed"],additionalProperties:false,properties:{model:{title:"Model",description:"\
Of the dense model.",type:["string","null"],pattern:"^[0-9a-f]{64}$"},heldout:{title:"Held-out",description:"Of the held-out source.",type:["string","null"],pattern:"\
^[0-9a-f]{64}$"},calibration:{title:"Calibration",description:"Of the calibration source.",type:["string","null"],pattern:"^[0-9a-f]{64}$"},plan:{title:"Plan",description:"\
Of the plan.",type:["string","null"],pattern:"^[0-9a-f]{64}$"},prunedModel:{title:"Pruned model",description:"Of the pruned model.",type:["string","null"],pattern:"\
^[0-9a-f]{64}$"},heldoutSamples:{title:"Held-out samples",description:"Samples the verdict used.",type:["integer","null"],minimum:0},calibrationSamples:{title:"\
Calibration samples",description:"Samples calibration used.",type:["integer","null"],minimum:0},policy:{title:"Policy",description:"Of the policy file. Absent w\
here none was read.",type:"string"},tool:{title:"Tool",description:"Version of prune-gate.",type:"string"},onnxruntime:{title:"onnxruntime",description:"Version\
 of onnxruntime.",type:"string"},settings:{title:"Settings",description:"sha256 over what the policy says about data, pruning, metrics and seed.",type:"string"},
evaluationSeed:{title:"Seed of the evaluation",description:"What the bootstrap's draws follow from: the hashes of model and held-out data.",type:"string"},seed:{
title:"Seed",description:"The policy's.",type:"integer",minimum:0}}},Environment:{title:"Environment",description:"The machine and the versions.",type:"object",
required:["os","arch","cpu","cores","memoryBytes","node","onnxruntime"],additionalProperties:false,properties:{os:{title:"Operating system",description:"Name an\
d release.",type:"string"},arch:{title:"Architecture",description:"Such as `x64`.",type:"string"},cpu:{title:"CPU",description:"Model name.",type:"string"},cores:{
title:"Cores",description:"Logical cores.",type:"integer",minimum:0},memoryBytes:{title:"Memory",description:"Bytes.",type:"number",minimum:0},node:{title:"Node",
description:"Version.",type:"string"},onnxruntime:{title:"onnxruntime",description:"Version.",type:"string"},governor:{title:"Governor",description:"What steers\
 the cores' frequency, such as `performance`; several are joined by `, `. null where the system does not tell.",type:["string","null"]}}},Source:{title:"Source",
description:"Where a policy and its held-out data were read. A change cannot loosen what it is judged by: what its base commit says decides.",type:"object",required:[
"policy","from","commit","policyChange","moved","dataChanged","dataUnpinned","detail","label","approved","other"],additionalProperties:false,properties:{policy:{
title:"Policy",description:"The policy's path, relative to the workspace.",type:"string"},from:{title:"From",description:"Whose policy decided: the `base` commi\
t's, that of the commit that `policy-ref` names (`ref`), or the `checkout`'s own.",enum:["base","ref","checkout"]},commit:{title:"Commit",description:"The commi\
t that the policy was looked up in.",type:"string",pattern:"^[0-9a-f]{40}([0-9a-f]{24})?$"},policyChange:{title:"Policy change",description:"What the change did\
 to the policy: `none`, `edited`, `removed`; `new`: that commit has none; `moved`: it names files that the change moved; `unusable`: it cannot be read as a poli\
cy (`detail`).",enum:["none","edited","removed","new","moved","unusable"]},moved:{title:"Moved",description:"Files that the commit's policy names, which are the\
re and not in the checkout.",type:"array",items:{type:"string"}},dataChanged:{title:"Data changed",description:"Held-out files and folders that differ from the \
commit's.",type:"array",items:{type:"string"}},dataUnpinned:{title:"Data unpinned",description:"Held-out files and folders that the commit does not have, withou\
t a `sha256` in its policy: they were read as they lay.",type:"array",items:{type:"string"}},detail:{title:"Detail",description:"Why the commit's policy cannot \
be used; null where it can.",type:["string","null"]},label:{title:"Label",description:"The label that approves a change of policy or data (`approval-label`); nu\
ll where none is configured.",type:["string","null"]},approved:{title:"Approved",description:"Whether the pull request has it.",type:"boolean"},other:{title:"Ot\
her",description:"The verdict by the other policy and data, where the change touched either; null where there is none.",anyOf:[{$ref:"#/$defs/OtherVerdict"},{type:"\
null"}]}}},OtherVerdict:{title:"Other verdict",description:"What did not decide, and is shown beside it. Its own report is in a folder of the output folder.",type:"\
object",required:["from","verdict","models","errors","report"],additionalProperties:false,properties:{from:{title:"From",description:"Whose policy and data: tho\
se of the `base` commit (or `ref`), or the `checkout`'s.",enum:["base","ref","checkout"]},verdict:{title:"Verdict",description:"What it would have been.",$ref:"\
#/$defs/Verdict"},models:{title:"Models",description:"As in the report, but for groups, steps and notes.",type:"array",items:{$ref:"#/$defs/ModelReport"}},errors:{
title:"Errors",description:"Errors that belong to no model.",type:"array",items:{$ref:"#/$defs/ReportError"}},report:{title:"Report",description:"Its report.jso\
n, relative to the output folder.",type:"string"}}},Placement:{title:"Placement",description:"Where the model's nodes ran, by onnxruntime's own profile of one r\
un.",type:"object",required:["providers","nodeShare","timeShare","transfers","transferBytes","kernelMs"],additionalProperties:false,properties:{providers:{title:"\
Providers",description:"Nodes by execution provider, most first.",type:"array",items:{type:"object",required:["provider","nodes"],additionalProperties:false,properties:{
provider:{title:"Provider",description:"In onnxruntime's words.",type:"string"},nodes:{title:"Nodes",description:"How many ran there, copies between providers n\
ot counted.",type:"integer",minimum:0}}}},nodeShare:{title:"Share of nodes",description:"Of all nodes, those on the device; 0 to 1.",type:"number",minimum:0,maximum:1},
timeShare:{title:"Share of time",description:"Of the time of one run, what the nodes on the processor did not take; 0 to 1. docs/devices.md says why it is count\
ed this way round.",type:"number",minimum:0,maximum:1},transfers:{title:"Transfers",description:"Copies between processor and device inside one run; inputs and \
outputs are not counted.",type:"integer",minimum:0},transferBytes:{title:"Bytes transferred",description:"By these copies.",type:"number",minimum:0},kernelMs:{title:"\
Kernels",description:"Milliseconds of all kernels of one run by the device's own clock; null where the provider does not report them.",type:["number","null"],minimum:0}}},
Agreement:{title:"Agreement",description:"The dense model's outputs on the device against the processor's, before any figure of the device counts.",type:"object",
required:["samples","difference","tolerance","type"],additionalProperties:false,properties:{samples:{title:"Samples",description:"Held-out samples that were com\
pared, by their inputs alone.",type:"integer",minimum:1},difference:{title:"Difference",description:"The largest of all outputs, over the output's largest magni\
tude.",type:"number",minimum:0},tolerance:{title:"Tolerance",description:"Of the model's type.",type:"number",minimum:0},type:{title:"Type",description:"Which t\
olerance it is.",enum:["float32","float16","quantized"]}}},DeviceLine:{title:"A device",description:"One device that prune-gate knows, tried on this machine.",type:"\
object",required:["device","works","detail","fix"],additionalProperties:false,properties:{device:{title:"Device",description:"Its name in the policy.",type:"str\
ing"},works:{title:"Works",description:"Whether a model ran on it.",type:"boolean"},detail:{title:"Detail",description:"How fast it is, or why it does not work.",
type:"string"},fix:{title:"Fix",description:"What to do about it; null where it works.",type:["string","null"]},versions:{title:"Versions",description:"Of the N\
VIDIA driver, CUDA, cuDNN and TensorRT, as found before the device was started. Absent for other devices, and without a provider library.",type:"array",items:{$ref:"\
#/$defs/FoundVersion"}}}},FoundVersion:{title:"A version that was looked for",description:"What a provider library needs, and what is there.",type:"object",required:[
"what","found","where","needs"],additionalProperties:false,properties:{what:{title:"What",description:"`driver` is NVIDIA's.",enum:["driver","CUDA","cuDNN","Ten\
sorRT"]},found:{title:"Found",description:"Its version; null where none was found, or none tells.",type:["string","null"]},where:{title:"Where",description:"The\
 file or tool that tells; null where nothing was found.",type:["string","null"]},needs:{title:"Needs",description:"What the provider library asks for; null wher\
e it does not tell.",type:["string","null"]}}},SweepReport:{title:"A trade-off curve",description:"Prunes at rising cuts, each repaired in full. Quality is meas\
ured on calibration samples that neither fitted nor decided anything; the held-out samples take no part.",type:"object",required:["metric","samples","cost","den\
se","points","knee","stopped"],additionalProperties:false,properties:{metric:{title:"Metric",description:"`accuracy`, or `agreement` with the dense model where \
the calibration samples have no labels.",enum:["accuracy","agreement"]},samples:{title:"Samples",description:"Search samples.",type:"integer",minimum:0},cost:{title:"\
Cost",description:"What the factors are of.",enum:["macs","params","size","latency"]},dense:{title:"Dense",description:"The model as it was committed.",type:"ob\
ject",required:["value","macs","parameters","fileBytes"],additionalProperties:false,properties:{value:{title:"Value",description:"Of the metric; 1 for agreement\
.",type:["number","null"]},macs:{title:"MACs",description:"Multiply-accumulates a sample.",type:"integer",minimum:0},parameters:{title:"Parameters",description:"\
Of the model.",type:"integer",minimum:0},fileBytes:{title:"File bytes",description:"Of the model, external data included.",type:"integer",minimum:0}}},points:{title:"\
Points",description:"By rising factor.",type:"array",items:{$ref:"#/$defs/SweepPoint"}},knee:{title:"Knee",description:"Factor of the point farthest above the s\
traight line from the dense model to the last point (Satop\xE4\xE4 et al. 2011); null where the curve has none.",type:["number","null"]},stopped:{title:"Stopped",
description:"Why no further point was tried; null where all were.",type:["string","null"]},part:{title:"Part",description:"Of a sweep that several machines shar\
e: which part of the points this is. Absent for the whole curve.",type:"object",required:["index","count"],additionalProperties:false,properties:{index:{title:"\
Index",description:"From 1.",type:"integer",minimum:1},count:{title:"Count",description:"Parts of the whole.",type:"integer",minimum:1}}}}},SweepPoint:{title:"A\
 point",description:"One pruned model.",type:"object",required:["factor","value","drop","dropInterval","macs","parameters","fileBytes","latencyMs","denseMs","sp\
eedup","folder","reused"],additionalProperties:false,properties:{factor:{title:"Factor",description:"Asked for: dense over pruned.",type:"number"},value:{title:"\
Value",description:"Of the metric.",type:["number","null"]},drop:{title:"Drop",description:"Dense less pruned, of the same samples.",type:["number","null"]},dropInterval:{
title:"Drop interval",description:"Of the drop; null where it has none.",type:["object","null"],required:["low","high"],additionalProperties:false,properties:{low:{
title:"Low",description:"Lower bound.",type:"number"},high:{title:"High",description:"Upper bound.",type:"number"}}},macs:{title:"MACs",description:"Multiply-ac\
cumulates a sample.",type:"integer",minimum:0},parameters:{title:"Parameters",description:"Of the model.",type:"integer",minimum:0},fileBytes:{title:"File bytes",
description:"Of the model, external data included.",type:"integer",minimum:0},latencyMs:{title:"Latency",description:"Median milliseconds.",type:"number"},denseMs:{
title:"Dense latency",description:"Median milliseconds of the dense model, timed beside it.",type:"number"},speedup:{title:"Speed-up",description:"Dense over pr\
uned, of medians.",type:"object",required:["ratio","low","high","noiseFloor"],additionalProperties:false,properties:{ratio:{title:"Ratio",description:"Estimate.",
type:"number"},low:{title:"Low",description:"Lower bound.",type:"number"},high:{title:"High",description:"Upper bound.",type:"number"},noiseFloor:{title:"Noise \
floor",description:"0.04: two timings of the dense model differed by 4 %.",type:"number"}}},folder:{title:"Folder",description:"Where its model and plan lie, be\
low the output folder.",type:"string"},reused:{title:"Reused",description:"Whether an earlier sweep had finished it.",type:"boolean"}}},GroupExplained:{title:"A\
 group, explained",description:"What a plan does with one group of coupled units.",type:"object",required:["name","kind","units","removed","why","loss","saved",
"curve","ranking","redundant"],additionalProperties:false,properties:{name:{title:"Name",description:"The group's name.",type:"string"},kind:{title:"Kind",description:"\
Operator types that make its units.",type:"string"},units:{title:"Units",description:"Units it has.",type:"integer",minimum:1},removed:{title:"Removed",description:"\
Units that go.",type:"integer",minimum:0},why:{title:"Why",description:"In words.",type:"string"},loss:{title:"Loss",description:"Output loss when only this gro\
up is cut that far and what reads it is refit; null where that was not measured.",type:["number","null"]},saved:{title:"Saved",description:"Share of the model's\
 multiply-accumulates that this cut alone saves.",type:"number"},curve:{title:"Curve",description:"Sensitivity: the same at several counts, ascending.",type:"ar\
ray",items:{title:"A count",description:"Only this group cut.",type:"object",required:["removed","loss","saved"],additionalProperties:false,properties:{removed:{
title:"Removed",description:"Units removed.",type:"integer",minimum:0},loss:{title:"Loss",description:"Output loss on calibration split B.",type:"number"},saved:{
title:"Saved",description:"Share of multiply-accumulates.",type:"number"}}}},ranking:{title:"Ranking",description:"Units by rising importance.",type:"array",items:{
title:"A unit",description:"And its rank.",type:"object",required:["unit","score","removed"],additionalProperties:false,properties:{unit:{title:"Unit",description:"\
Index within the group.",type:"integer",minimum:0},score:{title:"Score",description:"By the criterion of the policy.",type:"number"},removed:{title:"Removed",description:"\
Whether it goes.",type:"boolean"}}}},redundant:{title:"Redundant",description:"Units of the dense model that do nothing (`target: lossless` removes them).",type:"\
array",items:{title:"A unit",description:"And what is wrong with it.",type:"object",required:["unit","kind"],additionalProperties:false,properties:{unit:{title:"\
Unit",description:"Index within the group.",type:"integer",minimum:0},kind:{title:"Kind",description:"Nothing reads it; it is zero on all calibration samples; a\
nother unit equals it.",enum:["unread","silent","duplicate"]},of:{title:"Of",description:"The unit that equals it.",type:"integer",minimum:0}}}}}}}};var MOST_REPORT_BYTES=8*2**20;var UnfitReport=class extends Error{};var compiled;function validator(){compiled??=new import__.Ajv2020({allErrors:false,strict:true,
allowUnionTypes:true,strictRequired:false}).compile(report_schema_default);return compiled}function parseReport(bytes){if(bytes.length>MOST_REPORT_BYTES)throw new UnfitReport(
`the report has ${bytes.length} bytes, and ${MOST_REPORT_BYTES} is the most that is read`);const value=parse(bytes);const validate=validator();if(validate(value))
return value;throw new UnfitReport(`the report is not one of this version: ${complaint(validate.errors?.[0])}`)}function parse(bytes){try{return JSON.parse(new TextDecoder(
"utf-8",{fatal:true}).decode(bytes))}catch(thrown){throw new UnfitReport(`the report is no JSON: ${plain(messageOf(thrown),200)}`,{cause:thrown})}}function complaint(error2){
return plain(`${error2?.instancePath===""?"the whole":error2?.instancePath??""} ${error2?.message??"is unknown"}`,200)}var DIGITS=16;var MOST_LOOKS2=60;var MOST_COUNT=1e6;var LINE=/^<!-- prune-gate-looks: ([A-Za-z0-9_-]{1,16384}) -->$/mu;function countLooks(bodies,report,run){const before=looksIn(
bodies);const looks=new Map(before.map(look2=>[keyOf(look2),look2]));const models=report.models.map(model=>{const{heldout}=model.provenance;if(heldout===null||model.
metrics.length===0)return model;const here={model:model.name.slice(0,NAME_LIMIT),heldout:heldout.slice(0,DIGITS)};const known=looks.get(keyOf(here));const count=known===
void 0?1:known.run===run?known.count:known.count+1;looks.delete(keyOf(here));looks.set(keyOf(here),{...here,count,run});return{...model,consultations:count}});return{
looks:[...looks.values()].slice(-MOST_LOOKS2),report:{...report,models}}}var hideLooks=looks=>looks.length===0?"":`<!-- prune-gate-looks: ${Buffer.from(JSON.stringify(
looks)).toString("base64url")} -->`;function looksIn(bodies){const found=new Map;for(const look2 of bodies.flatMap(body=>parse2(LINE.exec(body.replaceAll("\r\n",
"\n"))?.[1]))){if(look2.count>(found.get(keyOf(look2))?.count??0))found.set(keyOf(look2),look2)}return[...found.values()]}var keyOf=({model,heldout})=>`${heldout}\
 ${model}`;function parse2(text3){if(text3===void 0)return[];try{const value=JSON.parse(Buffer.from(text3,"base64url").toString("utf8"));return Array.isArray(value)?
value.slice(0,MOST_LOOKS2).filter(isLook):[]}catch{return[]}}function isLook(value){if(typeof value!=="object"||value===null)return false;const{model,heldout,count,
run}=value;return typeof model==="string"&&model.length<=NAME_LIMIT&&typeof heldout==="string"&&/^[0-9a-f]{16}$/u.test(heldout)&&Number.isSafeInteger(count)&&count>
0&&count<=MOST_COUNT&&typeof run==="string"&&/^\d{1,15}\.\d{1,6}$/u.test(run)}function writingOf(report,links,{commit,run},{commentMode:mode}){return{mode,write:previous=>{const history=withEntry(historyIn(previous),historyEntry(report,commit,
run.id));const counted=countLooks(previous,report,`${run.id}.${run.attempt}`);const hidden=[hideHistory(history),hideLooks(counted.looks)].filter(line=>line!=="").
join("\n");const markdown=renderMarkdown(counted.report,{maxBytes:COMMENT_BYTES-hidden.length-1,links:{...links,history}});return hidden===""?markdown:`${markdown}\

${hidden}
`}}}var commentOwner=({commentKey,policies,models})=>ownerKey(commentKey,policies,models,INPUTS.policy);function annotations(report){const all=report.models.flatMap(model=>{const policy=model.policy??report.policy;if(policy===null)return[];const elsewhere=report.sources?.
find(source=>source.policy===policy.path&&source.from!=="checkout"&&source.policyChange==="edited");return judgedOf(model).map(check=>annotationOf(model,check,policy.
path,elsewhere))});return[...all.filter(({level})=>level==="error"),...all.filter(({level})=>level==="warning")]}function judgedOf({checks,onInconclusive}){return checks.
filter(({outcome,level})=>outcome!=="pass"&&!(outcome==="inconclusive"&&level==="critical"&&onInconclusive==="pass"))}function annotationOf(model,check,file,elsewhere){
const place=elsewhere===void 0?{line:check.line,column:check.column}:{line:1,column:1};return{level:check.level==="critical"&&check.outcome!=="inconclusive"?"er\
ror":"warning",file,...place,title:`${plain(model.name,NAME_LIMIT)}: ${plain(check.check,NAME_LIMIT)} ${WORD[check.outcome]}`,message:plain(elsewhere===void 0?check.
detail:`${check.detail} (Line ${check.line} of the policy at ${elsewhere.commit.slice(0,7)}, which decides.)`)}}var WORD={pass:"passed",fail:"failed",inconclusive:"\
is undecided",error:"could not be judged"};var MOST=50;var PRINT={error,warning};function annotate(report){for(const{level,file,line,column,title,message}of annotations(report).slice(0,MOST)){PRINT[level](
harmless(message),{title:harmless(title),file:harmless(file),startLine:line,startColumn:column})}const errors=[...report.errors,...report.models.flatMap(model=>model.
errors)];for(const error2 of errors.slice(0,MOST))error(harmless(sentenceOf(error2)),{title:harmless(`prune-gate: ${error2.code}`)})}function sentenceOf({message,
where,fix}){return`${message}${where===null?"":` (${where})`}${fix===null?"":`. What to do: ${fix}`}`}var BATCH=50;var MESSAGE_BYTES=6e4;var REQUEST_BYTES=5e5;var TITLE_CHARACTERS=255;async function writeCheckRun(client3,event,name,report,exitCode,links){const{owner,
repo}=event;const[first=[],...others]=batchesOf(report);const output={title:headline(report).slice(0,TITLE_CHARACTERS),summary:renderMarkdown(report,{maxBytes:COMMENT_BYTES,
links})};try{const{id,url}=await createOnce(client3,event,name,{status:"completed",conclusion:conclusionOf(report,exitCode),output:{...output,annotations:first}});
for(const annotations2 of others)await client3.rest.checks.update({owner,repo,check_run_id:id,output:{...output,annotations:annotations2}});return{kind:"written",
url}}catch(thrown){const status=statusOf(thrown);const reason=status===403||status===404?'the token may not write check runs: grant "permissions: checks: write"\
 to the job':messageOf(thrown);return{kind:"failed",reason}}}async function createOnce(client3,event,name,body){const place={owner:event.owner,repo:event.repo};
const external=`${event.run.id}.${event.run.attempt}`;const create=async()=>{const{data}=await client3.rest.checks.create({...place,name,head_sha:event.headSha,
external_id:external,details_url:event.runUrl,...body,request:{retries:0}});return{id:data.id,url:data.html_url??event.runUrl}};try{return await create()}catch(thrown){
const status=statusOf(thrown);if(status!==0&&status<500)throw thrown;const{data}=await client3.rest.checks.listForRef({...place,ref:event.headSha,check_name:name,
filter:"all",per_page:100});const made=data.check_runs.find(run=>run.external_id===external);return made===void 0?create():{id:made.id,url:made.html_url??event.
runUrl}}}function conclusionOf({verdict},exitCode){if(exitCode!==0)return"failure";return verdict==="PASS"?"success":"neutral"}function batchesOf(report){const batches=[];
let bytes=REQUEST_BYTES;for(const{level,file,line,title,message}of annotations(report)){const one={path:file,start_line:line,end_line:line,annotation_level:level===
"error"?"failure":"warning",title:title.slice(0,TITLE_CHARACTERS),message:cutToBytes(message,MESSAGE_BYTES)};const size=Buffer.byteLength(one.message);const last=batches.
at(-1);if(last===void 0||last.length===BATCH||bytes+size>REQUEST_BYTES){batches.push([one]);bytes=size}else{last.push(one);bytes+=size}}return batches}function cutToBytes(text3,most){
const bytes=Buffer.from(text3,"utf8");if(bytes.length<=most)return text3;return new TextDecoder().decode(bytes.subarray(0,most),{stream:true})}async function publishCheckRun(report,links,{inputs,event},client3){if(!inputs.checkRun||isPart(inputs))return;if(inputs.token==="")return notice2("no check run\
: the input github-token is empty");if(event.kind==="workflow_run")return notice2("no check run: what a workflow_run reports is not turned into a check");const name=inputs.
commentKey==="default"?"prune-gate":`prune-gate (${inputs.commentKey})`;const outcome=await writeCheckRun(await client3(),event,name,report,exitCodeOf(report,inputs.
failOn),links);if(outcome.kind==="failed")notice2(`no check run: ${outcome.reason}`);else info2(`check run: ${outcome.url}`)}async function publish(report,outDir,setting,env){const artifactUrl=setting===void 0?"":await quietly("artifact","",()=>publishArtifact(report,outDir,setting));
const baseline=setting===void 0||isPart(setting.inputs)?void 0:await quietly("baseline",void 0,()=>baselineOf(setting,env));const links=setting===void 0?{}:{run:artifactUrl===
""?setting.event.runUrl:artifactUrl,...baseline===void 0?{}:{baseline}};await quietly("summary",void 0,async()=>{const problem=await writeSummary(renderSummary(
report,links));if(problem!==void 0)notice2(problem)});const client3=clientOnce(setting,env);const commentUrl=setting===void 0?"":await quietly("comment","",()=>publishComment(
report,links,outDir,setting,client3));if(setting!==void 0)await quietly("check run",void 0,()=>publishCheckRun(report,links,setting,client3));await quietly("ann\
otations",void 0,async()=>{annotate(report)});await quietly("outputs",void 0,async()=>{setOutputs({report,outDir,commentUrl,artifactUrl})})}function clientOnce(setting,env){
let client3;return async()=>{const{clientOf}=await import("./chunk-IXJEVDEX.js");client3??=clientOf(setting?.inputs.token??"",env);return client3}}async function quietly(what,otherwise,act){
try{return await act()}catch(thrown){notice2(`${what}: not published: ${messageOf(thrown)}`);return otherwise}}async function publishArtifact(report,outDir,{inputs,
event}){if(inputs.artifact===""||isPart(inputs))return"";const outcome=await uploadReport(inputs.artifact,report,outDir,event,{retentionDays:inputs.retentionDays});
if(outcome.kind==="uploaded")return outcome.url;notice2(`no artifact: ${outcome.reason}`);return""}async function publishComment(report,links,outDir,{inputs,event},client3){
const reason=reasonForNone(report,inputs,event);if(event.pullRequest===null||reason!==void 0){info2(`no comment: ${reason??`${event.kind} has no pull request`}`);
return""}const writing=writingOf(report,links,{commit:event.headSha,run:event.run},inputs);const outcome=await upsertComment(await client3(),event,event.pullRequest,
commentOwner(inputs),writing);if(outcome.kind==="failed"){notice2(`no comment: ${outcome.reason}. The report is in the job summary${await leaveForPublisher(outDir,
inputs,event)}`);return""}info2(`comment ${outcome.kind}${outcome.url===""?"":`: ${outcome.url}`}`);return outcome.url}function foreignArtifact(artifact){return`${artifact}\
-report`}async function leaveForPublisher(outDir,inputs,event){if(event.kind!=="pull_request"||inputs.artifact==="")return"";const name=foreignArtifact(inputs.artifact);
const outcome=await uploadForPublisher(name,outDir,event,{retentionDays:inputs.retentionDays,replace:event.run.attempt>1});if(outcome.kind==="failed")return"";return`\
, and in the artifact ${name}: a second workflow, on workflow_run with "mode: publish", comments with it; docs/recipes.md has it (Pull requests from forks)`}function reasonForNone(report,inputs,event){
if(!inputs.comment)return"the input comment is false";if(isPart(inputs))return"this job does a part of a run, and the one that merges comments";if(event.pullRequest===
null)return`${event.kind} carries no pull request`;if(inputs.token==="")return"the input github-token is empty";return report.errors.some(({code})=>code==="inte\
rrupted")?"the run was interrupted":void 0}async function publishForeign(setting,env){refuseMisplaced(setting);if(setting.inputs.checkRun)notice2("no check run: what another run reports is not turned int\
o a check");const other=readTriggeringRun(env);if(other.event!=="pull_request")return nothing(other,`it was started by ${other.event||"nothing known"}, not by a\
 pull request`);try{return await publishReportOf(other,setting,env)}catch(thrown){if(thrown instanceof UserError)throw thrown;return nothing(other,`${messageOf(
thrown)}. The job needs "permissions: actions: read" and "pull-requests: write"`)}}async function publishReportOf(other,{inputs,event},env){const{clientOf,secondOf}=await import("./chunk-IXJEVDEX.js");
const client3=clientOf(inputs.token,env);const artifact=foreignArtifact(inputs.artifact);const place={owner:event.owner,repo:event.repo};const report=await checked(
()=>fetchForeignFile(client3,{...place,runId:other.run.id,artifact,file:"report.json",mostBytes:MOST_REPORT_BYTES},secondOf(env)));if(report===void 0)return nothing(
other,`it left no artifact ${artifact}: it commented itself, or did not get so far`);const found=await findPullRequest(client3,place,other);if("reason"in found)
return nothing(other,found.reason);const links={run:other.url,untrusted:{commit:other.headSha,repository:other.head?.repository??"",conclusion:other.conclusion}};
const problem=await writeSummary(renderSummary(report,links));if(problem!==void 0)notice2(problem);const outcome=await upsertComment(client3,{...event,run:other.
run},found.number,commentOwner(inputs),writingOf(report,links,{commit:other.headSha,run:other.run},inputs));if(outcome.kind==="failed")return nothing(other,outcome.
reason);info2(`comment ${outcome.kind}: ${outcome.url}`);setCommentUrl(outcome.url);return 0}async function checked(fetch){try{const bytes=await fetch();return bytes===
void 0?void 0:parseReport(bytes)}catch(thrown){if(!(thrown instanceof UnfitArtifact||thrown instanceof UnfitReport))throw thrown;throw new UserError({code:"arti\
fact-invalid",message:`The report of the other run is not published: ${messageOf(thrown)}`,fix:"look at that run: what it left is not what prune-gate of this ve\
rsion leaves"})}}function nothing({run},reason){notice2(`no comment: of run ${run.id}: ${reason}`);return 0}function refuseMisplaced({inputs,event}){const refuse=(message,where)=>new UserError(
{code:"input-invalid",message:`mode: publish: ${message}`,where,fix:"docs/recipes.md has the workflow (Pull requests from forks)"});if(event.kind!=="workflow_ru\
n")throw refuse(`this run was started by ${event.kind}, and it publishes what another run found`,"on: workflow_run");if(inputs.token==="")throw refuse("the inpu\
t github-token is empty","with: github-token");if(inputs.artifact==="")throw refuse("the input artifact is empty","with: artifact")}import{createHash as createHash6}from"node:crypto";import{createReadStream as createReadStream4}from"node:fs";import{copyFile as copyFile4,mkdir as mkdir5,mkdtemp as mkdtemp5,
readdir as readdir2,readFile as readFile4,rm as rm7,writeFile as writeFile2}from"node:fs/promises";import{tmpdir as tmpdir4}from"node:os";import{join as join20}from"node:path";
import{pipeline as pipeline6}from"node:stream/promises";import*as fs from"fs";var semver=__toESM(require_semver2(),1);import*as os from"os";import*as path from"path";var semver2=__toESM(require_semver2(),1);import{ok}from"assert";var __awaiter=function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve9){resolve9(value)})}return new(P||
(P=Promise))(function(resolve9,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}function rejected(value){try{step(generator["\
throw"](value))}catch(e){reject(e)}}function step(result){result.done?resolve9(result.value):adopt(result.value).then(fulfilled,rejected)}step((generator=generator.
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
"Expected RUNNER_TOOL_CACHE to be defined");return cacheDirectory}import{realpathSync as realpathSync2}from"node:fs";import{resolve as resolve7}from"node:path";function liesInside(path2,workspace){return[resolve7(path2),real(path2)].some(at2=>[resolve7(workspace),real(workspace)].some(root=>isInside(root,at2)))}function real(path2){
try{return realpathSync2.native(path2)}catch{return resolve7(path2)}}import{copyFile as copyFile3,mkdir as mkdir4,mkdtemp as mkdtemp4,realpath,rename as rename2,rm as rm6}from"node:fs/promises";import{existsSync as existsSync8}from"node:fs";
import{dirname as dirname11,join as join19}from"node:path";var ARGUMENTS=["ci","--ignore-scripts","--omit=dev","--no-audit","--no-fund","--no-update-notifier","--loglevel=error"];var SECRETS=/^(?:INPUT_|ACTIONS_|GITHUB_TOKEN$|GH_TOKEN$)/u;
var BESIDE_NODE=["node_modules/npm/bin/npm-cli.js","../lib/node_modules/npm/bin/npm-cli.js"];var COMPLAINT_CHARACTERS=1e3;async function installWithNpm(assets,temp,hashes,folder){
const work=await mkdtemp4(join19(temp,"prune-gate-npm-"));try{for(const name of["package.json","package-lock.json"])await copyFile3(join19(assets,name),join19(work,
name));await runNpm(work);await rm6(folder,{recursive:true,force:true});const modules=join19(await realpath(work),"node_modules");for(const path2 of hashes.files.
keys())await move(join19(modules,path2),join19(folder,"node_modules",path2))}finally{await rm6(work,{recursive:true,force:true})}}async function move(from,to){if(!existsSync8(
from)||await realpath(from)!==from)return;await mkdir4(dirname11(to),{recursive:true});await rename2(from,to)}async function runNpm(cwd,args=ARGUMENTS,extra={}){
const{command,first}=npmCommand();const env={...Object.fromEntries(Object.entries(process.env).filter(([name])=>!SECRETS.test(name))),...extra};const{exitCode,stderr}=await getExecOutput(
command,[...first,...args],{cwd,env,silent:true,ignoreReturnCode:true}).catch(thrown=>({exitCode:-1,stderr:messageOf(thrown)}));if(exitCode===0)return;throw new UserError(
{code:"npm-failed",message:`npm could not install onnxruntime-node (exit code ${exitCode}): ${stderr.trim().slice(-COMPLAINT_CHARACTERS)}`,fix:"check the runner\
's access to its npm registry, or give a folder that holds it already in the input runtime-path"})}function npmCommand(){const windows=process.platform==="win32";
const folders=(process.env.PATH??process.env.Path??"").split(windows?";":":").filter(folder=>folder!=="");if(folders.some(folder=>existsSync8(join19(folder,windows?
"npm.cmd":"npm"))))return{command:"npm",first:[]};const script=BESIDE_NODE.map(path2=>join19(dirname11(process.execPath),path2)).find(path2=>existsSync8(path2));
if(script!==void 0)return{command:`"${process.execPath}"`,first:[script]};throw new UserError({code:"npm-missing",message:"npm is not on the PATH, and onnxrunti\
me-node is not on this runner yet",fix:"add the step actions/setup-node before this one, or give a folder that holds node_modules/onnxruntime-node in the input \
runtime-path"})}var TOOL="prune-gate-cuda";var HASHES="sha256.json";var NEEDS=new Set(["cuda","tensorrt"]);var LIBRARY=/^libonnxruntime_providers_\w+\.so$/u;var REBUILD=["rebui\
ld","onnxruntime-node","--ignore-scripts=false","--foreground-scripts","--loglevel=error"];var binaries=modules=>join20(modules,"onnxruntime-node/bin/napi-v6",process.
platform,process.arch);async function obtainCuda(request){if(request.givenPath!=="")return await outside(request.givenPath,request.workspace);if(!NEEDS.has(request.
device??"")||process.platform!=="linux"||process.arch!=="x64")return void 0;if((await librariesIn(binaries(join20(request.runtime,"..")))).length>0)return void 0;
return await fromToolCache(request.version)??await install(request)}async function outside(folder,workspace){const inside=[folder,...(await librariesIn(folder)).
map(name=>join20(folder,name))].find(path2=>liesInside(path2,workspace));if(inside===void 0)return folder;throw new UserError({code:"cuda-libraries-untrusted",message:"\
the folder of CUDA libraries is in the checkout, where every pull request can put code of its own",where:inside,fix:"keep the libraries outside of the checkout,\
 where only the owner of the runner writes, and name that folder by its absolute path in the input cuda-path"})}async function librariesIn(folder){return(await readdir2(
folder).catch(()=>[])).filter(name=>LIBRARY.test(name)).sort()}async function fromToolCache(version){if((process.env.RUNNER_TOOL_CACHE??"")==="")return void 0;const folder=find(
TOOL,version);if(folder==="")return void 0;const kept=await readFile4(join20(folder,HASHES),"utf8").catch(()=>"");if(kept!==""&&kept===await hashesOf(folder)){info2(
`CUDA libraries of onnxruntime ${version} from the tool cache`);return folder}notice2("CUDA libraries from the tool cache are not used: they are not those that \
were kept");return void 0}async function hashesOf(folder){const hashes={};for(const name of await librariesIn(folder)){const hash=createHash6("sha256");await pipeline6(
createReadStream4(join20(folder,name)),hash);hashes[name]=hash.digest("hex")}return`${JSON.stringify(hashes,null,2)}
`}async function keep(folder,work,version){if((process.env.RUNNER_TOOL_CACHE??"")==="")return folder;const kept=await cacheDir(folder,TOOL,version).catch(thrown=>{
info2(`CUDA libraries are not kept in the tool cache: ${messageOf(thrown)}`)});if(kept===void 0)return folder;await rm7(work,{recursive:true,force:true});return kept}
async function install({assets,version}){info2(`fetching CUDA libraries with the install script of onnxruntime-node ${version}`);const work=await mkdtemp5(join20(
process.env.RUNNER_TEMP??tmpdir4(),"prune-gate-cuda-"));const folder=join20(work,"libraries");try{for(const name of["package.json","package-lock.json"])await copyFile4(
join20(assets,name),join20(work,name));await runNpm(work,ARGUMENTS);await runNpm(work,REBUILD,{ONNXRUNTIME_NODE_INSTALL:"cuda12"});await mkdir5(folder);const from=binaries(
join20(work,"node_modules"));for(const name of await librariesIn(from))await copyFile4(join20(from,name),join20(folder,name));if((await librariesIn(folder)).length===
0)throw new Error("its install script brought none");await writeFile2(join20(folder,HASHES),await hashesOf(folder));return await keep(folder,work,version)}catch(thrown){
await rm7(work,{recursive:true,force:true});throw new UserError({code:"cuda-libraries-missing",message:`CUDA libraries of onnxruntime ${version} could not be fe\
tched: ${messageOf(thrown)}`,fix:"let the runner reach the feed that onnxruntime-node's install script names, or give a folder that holds libonnxruntime_provide\
rs_cuda.so and libonnxruntime_providers_shared.so in the input cuda-path",cause:thrown})}}import{existsSync as existsSync9}from"node:fs";import{tmpdir as tmpdir5}from"node:os";import{join as join22}from"node:path";import{createHash as createHash7}from"node:crypto";import{createReadStream as createReadStream5}from"node:fs";import{lstat as lstat2,readdir as readdir3,readFile as readFile5}from"node:fs/promises";
import{join as join21}from"node:path";import{pipeline as pipeline7}from"node:stream/promises";function platformName({platform,arch:arch2,glibc}=thisMachine()){return`${platform}-${arch2}${platform==="linux"&&!glibc?" without glibc (musl)":""}`}function thisMachine(){
const{platform,arch:arch2,report}=process;if(platform!=="linux")return{platform,arch:arch2,glibc:false};Object.assign(report,{excludeNetwork:true});const{header}=report.
getReport();return{platform,arch:arch2,glibc:header.glibcVersionRuntime!==void 0}}async function readHashes(assets,platform){const text3=await readFile5(join21(
assets,"sha256.json"),"utf8");const{version,files,platforms}=JSON.parse(text3);const native=Object.hasOwn(platforms,platform)?platforms[platform]:void 0;if(native===
void 0){throw new UserError({code:"platform-unsupported",message:`onnxruntime-node ${version} has no build for ${platform}`,fix:`run the job on one of: ${Object.
keys(platforms).join(", ")}; Linux with glibc, such as ubuntu-latest or a container of Debian`})}const digest=createHash7("sha256").update(text3).digest("hex").
slice(0,16);return{version,digest,files:new Map([...Object.entries(files),...Object.entries(native)])}}async function mismatch(modules,{files},exact){for(const[
path2,expected]of files){const found=await sha256(join21(modules,path2));if(found===void 0)return`${path2} is missing`;if(found!==expected)return`${path2} has t\
he sha256 ${found}, expected ${expected}`}if(!exact)return void 0;const extra=(await filesBelow(modules)).find(path2=>!files.has(path2));return extra===void 0?void 0:
`${extra} does not belong there`}async function unlistedLibrary(modules,{files}){const folder=`onnxruntime-node/bin/napi-v6/${process.platform}/${process.arch}`;
const extra=(await filesBelow(join21(modules,folder))).map(name=>`${folder}/${name}`).find(path2=>!files.has(path2));return extra===void 0?void 0:`${extra} does\
 not belong there, in a checkout that every pull request can write`}async function sha256(path2){const hash=createHash7("sha256");try{if(!(await lstat2(path2)).
isFile())return void 0;await pipeline7(createReadStream5(path2),hash)}catch{return void 0}return hash.digest("hex")}async function filesBelow(folder){const entries=await readdir3(
folder,{recursive:true,withFileTypes:true});return entries.filter(entry=>!entry.isDirectory()).map(entry=>wayTo(folder,join21(entry.parentPath,entry.name))).sort()}var TOOL2="prune-gate-runtime";var MODULES="node_modules/";var MOST_BYTES4=2**30;function packageIn(folder){const inside=join22(folder,"node_modules","onnxrunti\
me-node");return existsSync9(inside)?inside:folder}async function obtainRuntime({assets,givenPath,workspace}){const hashes=await readHashes(assets,platformName());
if(givenPath!=="")return checkGiven(givenPath,hashes,workspace);const temp=process.env.RUNNER_TEMP??tmpdir5();const folder=join22(temp,TOOL2);return await fromToolCache2(
hashes)??await fromCache(temp,folder,hashes)??await fromNpm(assets,temp,folder,hashes)}async function checkGiven(path2,hashes,workspace){const modules=[join22(path2,
"node_modules"),path2,join22(path2,"..")].find(folder=>existsSync9(join22(folder,"onnxruntime-node","package.json")));if(modules===void 0){throw new UserError({
code:"runtime-missing",message:"the folder of the input runtime-path holds no onnxruntime-node",where:path2,fix:`fill it with: npm install --ignore-scripts --pr\
efix FOLDER onnxruntime-node@${hashes.version}`})}const reason=await mismatch(modules,hashes,false)??(liesInside(modules,workspace)?await unlistedLibrary(modules,
hashes):void 0);if(reason!==void 0)throw tampered(path2,reason,hashes);info2(`onnxruntime-node ${hashes.version} from ${path2}`);return join22(modules,"onnxrunt\
ime-node")}async function fromToolCache2(hashes){if((process.env.RUNNER_TOOL_CACHE??"")==="")return void 0;const found=find(TOOL2,hashes.version);return found===
""?void 0:usable(found,hashes,"the tool cache")}async function fromCache(temp,folder,hashes){const isExpected=path2=>path2.startsWith(MODULES)&&hashes.files.has(
path2.slice(MODULES.length));if(!await restoreEntry(entryPlace(temp,hashes),folder,{isExpected,mostBytes:MOST_BYTES4}))return void 0;const restored=await usable(
folder,hashes,"the cache");return restored===void 0?void 0:await keep2(restored,hashes)}async function fromNpm(assets,temp,folder,hashes){info2(`fetching onnxru\
ntime-node ${hashes.version} with npm`);await installWithNpm(assets,temp,hashes,folder);const reason=await mismatch(join22(folder,"node_modules"),hashes,true);if(reason!==
void 0)throw tampered(folder,reason,hashes);await saveEntry(entryPlace(temp,hashes),folder,[...hashes.files.keys()].map(path2=>`${MODULES}${path2}`));return keep2(
folder,hashes)}async function usable(folder,hashes,source){const reason=await mismatch(join22(folder,"node_modules"),hashes,true);if(reason===void 0){info2(`onn\
xruntime-node ${hashes.version} from ${source}`);return folder}notice2(`onnxruntime-node from ${source} is not used: ${reason}`);return void 0}async function keep2(folder,hashes){
if((process.env.RUNNER_TOOL_CACHE??"")==="")return folder;try{return await cacheDir(folder,TOOL2,hashes.version)}catch(thrown){info2(`not kept in the tool cache\
: ${messageOf(thrown)}`);return folder}}function entryPlace(temp,hashes){const key=`${TOOL2}-${hashes.version}-${process.platform}-${process.arch}-${hashes.digest}`;
return{key,what:`onnxruntime-node ${hashes.version}`,temp,env:process.env}}function tampered(where,reason,hashes){return new UserError({code:"runtime-mismatch",
message:`onnxruntime-node is not the one that this release was built with: ${reason}`,where,fix:`use onnxruntime-node ${hashes.version} as published; a folder o\
f the input runtime-path is filled with npm install --ignore-scripts`})}var RUNTIME_ASSETS=fileURLToPath(new URL("./runtime",import.meta.url));var ERROR=2;async function main(env){const startedAt=new Date;const workspace=resolve8(env.
GITHUB_WORKSPACE??process.cwd());let outDir=outputFolder(env,workspace);let setting;let report;try{setting=readSetting(env,workspace);if(setting.inputs.mode==="\
publish")return await publishForeign(setting,env);report=await judgeEach(setting,workspace,one=>judge(one,workspace,env))}catch(thrown){debug2(stackOf(thrown));
outDir=await folderForFailure(outDir,workspace,env);report=await reportFailure({outDir,workspace},errorOfThrown(thrown,null),startedAt)}info2(headline(report));
await publish(report,outDir,setting,env);return exitCodeOf(report,setting?.inputs.failOn??"fail")}async function folderForFailure(outDir,workspace,env){try{await prepareOutput(
outDir,workspace);return outDir}catch{return mkdtemp6(join23(env.RUNNER_TEMP??tmpdir6(),"prune-gate-out-"))}}function readSetting(env,workspace){const inputs=readInputs(
env,workspace);maskSecret(inputs.token);return{inputs,event:readEvent(env)}}async function judge(setting,workspace,env){const{inputs}=setting;await refuseUnsafePolicy(
setting,workspace,env);const runtime=await obtainRuntime({assets:RUNTIME_ASSETS,givenPath:inputs.runtimePath,workspace});const{version}=await readHashes(RUNTIME_ASSETS,
platformName());const cuda=inputs.runtimePath!==""&&inputs.cudaPath===""?void 0:await obtainCuda({assets:RUNTIME_ASSETS,workspace,givenPath:inputs.cudaPath,device:inputs.
device,runtime:packageIn(runtime),version});const{onProgress}=progressView({write:text3=>{info2(text3)}},false);return judgeBySources({command:"run",workspace,policyPath:inputs.
policy,outDir:inputs.outDir,models:inputs.models,...inputs.device===void 0?{}:{device:inputs.device}},{timeLimitSeconds:inputs.timeLimitSeconds,memoryLimitBytes:inputs.
memoryLimitBytes,onProgress,env:{...env,PRUNE_GATE_RUNTIME:runtime,PRUNE_GATE_CUDA_CACHE:join23(env.RUNNER_TEMP??tmpdir6(),"prune-gate-cuda-runtime"),PRUNE_GATE_CUDA:cuda??
""}},setting,env)}function end(code){process.exitCode=code;process.stdout.write("",()=>process.exit(code))}function crash(thrown){failure(`prune-gate has a bug:\
 ${stackOf(thrown)}`);end(ERROR)}process.exitCode=ERROR;process.on("uncaughtException",crash);main(process.env).then(end,crash);
