import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
import{progressView,readBytes,readSeconds}from"./chunk-VYWQ4Y5N.js";import{reportFailure,supervise}from"./chunk-MP6WCMEU.js";import{COMMENT_BYTES,NAME_LIMIT,
UserError,errorOfThrown,headline,messageOf,plain,renderMarkdown,renderSummary,stackOf}from"./chunk-QXQBRT64.js";import{AbortError,AnonymousCredential,BearerCredentialHandler,
BufferScheduler,ExtendedServiceClient,HttpClient,HttpClientError,HttpCodes,Poller,StorageBrowserPolicyFactory,StorageRetryPolicyFactory,StorageSharedKeyCredential,
UserDelegationKeyCredential,authorizeRequestOnTenantChallenge,bearerTokenAuthenticationPolicy,convertHttpClient,cp,createClientLogger,createClientPipeline,createRequestPolicyFactoryPolicy,
createSerializer,createTracingClient,debug,decompressResponsePolicyName,delay,error,exec,getCachedDefaultHttpClient,getDefaultProxySettings,getExecOutput,info,isDebug,
isNodeLike,isTokenCredential,mkdirP,notice,parseXML,randomUUID,require_commonjs,require_commonjs2,rmRF,setOutput,setSecret,storageBrowserPolicy,storageCorrectContentLengthPolicy,
storageRequestFailureDetailsParserPolicy,storageRetryPolicy,storageSharedKeyCredentialPolicy,stringifyXML,summary,warning,which}from"./chunk-Q34DJ7AR.js";
import"./chunk-ZVSUI5L2.js";import{__commonJS,__export,__toESM}from"./chunk-NVV35YR3.js";var require_constants=__commonJS({"node_modules/semver/internal/constants.js"(exports,module){"use strict";var SEMVER_SPEC_VERSION="2.0.0";var MAX_LENGTH=256;var MAX_SAFE_INTEGER=Number.
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
freeze({});var parseOptions=options=>{if(!options){return emptyOpts}if(typeof options!=="object"){return looseOption}return options};module.exports=parseOptions}});var require_identifiers=__commonJS({"node_modules/semver/internal/identifiers.js"(exports,module){"use strict";var numeric2=/^[0-9]+$/;var compareIdentifiers=(a,b)=>{
if(typeof a==="number"&&typeof b==="number"){return a===b?0:a<b?-1:1}const anum=numeric2.test(a);const bnum=numeric2.test(b);if(anum&&bnum){a=+a;b=+b}return a===
b?0:anum&&!bnum?-1:bnum&&!anum?1:a<b?-1:1};var rcompareIdentifiers=(a,b)=>compareIdentifiers(b,a);module.exports={compareIdentifiers,rcompareIdentifiers}}});var require_semver=__commonJS({"node_modules/semver/classes/semver.js"(exports,module){"use strict";var debug3=require_debug();var{MAX_LENGTH,MAX_SAFE_INTEGER}=require_constants();
var{safeRe:re,t}=require_re();var parseOptions=require_parse_options();var{compareIdentifiers}=require_identifiers();var isPrereleaseIdentifier=(prerelease,identifier)=>{
const identifiers=identifier.split(".");if(identifiers.length>prerelease.length){return false}for(let i=0;i<identifiers.length;i++){if(compareIdentifiers(prerelease[i],
identifiers[i])!==0){return false}}return true};var SemVer=class _SemVer{constructor(version3,options){options=parseOptions(options);if(version3 instanceof _SemVer){
if(version3.loose===!!options.loose&&version3.includePrerelease===!!options.includePrerelease){return version3}else{version3=version3.version}}else if(typeof version3!==
"string"){throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version3}".`)}if(version3.length>MAX_LENGTH){throw new TypeError(`version i\
s longer than ${MAX_LENGTH} characters`)}debug3("SemVer",version3,options);this.options=options;this.loose=!!options.loose;this.includePrerelease=!!options.includePrerelease;
const m=version3.trim().match(options.loose?re[t.LOOSE]:re[t.FULL]);if(!m){throw new TypeError(`Invalid Version: ${version3}`)}this.raw=version3;this.major=+m[1];
this.minor=+m[2];this.patch=+m[3];if(this.major>MAX_SAFE_INTEGER||this.major<0){throw new TypeError("Invalid major version")}if(this.minor>MAX_SAFE_INTEGER||this.
minor<0){throw new TypeError("Invalid minor version")}if(this.patch>MAX_SAFE_INTEGER||this.patch<0){throw new TypeError("Invalid patch version")}if(!m[4]){this.
prerelease=[]}else{this.prerelease=m[4].split(".").map(id=>{if(/^[0-9]+$/.test(id)){const num=+id;if(num>=0&&num<MAX_SAFE_INTEGER){return num}}return id})}this.
build=m[5]?m[5].split("."):[];this.format()}format(){this.version=`${this.major}.${this.minor}.${this.patch}`;if(this.prerelease.length){this.version+=`-${this.
prerelease.join(".")}`}return this.version}toString(){return this.version}compare(other){debug3("SemVer.compare",this.version,this.options,other);if(!(other instanceof
_SemVer)){if(typeof other==="string"&&other===this.version){return 0}other=new _SemVer(other,this.options)}if(other.version===this.version){return 0}return this.
compareMain(other)||this.comparePre(other)}compareMain(other){if(!(other instanceof _SemVer)){other=new _SemVer(other,this.options)}if(this.major<other.major){return-1}
if(this.major>other.major){return 1}if(this.minor<other.minor){return-1}if(this.minor>other.minor){return 1}if(this.patch<other.patch){return-1}if(this.patch>other.
patch){return 1}return 0}comparePre(other){if(!(other instanceof _SemVer)){other=new _SemVer(other,this.options)}if(this.prerelease.length&&!other.prerelease.length){
return-1}else if(!this.prerelease.length&&other.prerelease.length){return 1}else if(!this.prerelease.length&&!other.prerelease.length){return 0}let i=0;do{const a=this.
prerelease[i];const b=other.prerelease[i];debug3("prerelease compare",i,a,b);if(a===void 0&&b===void 0){return 0}else if(b===void 0){return 1}else if(a===void 0){
return-1}else if(a===b){continue}else{return compareIdentifiers(a,b)}}while(++i)}compareBuild(other){if(!(other instanceof _SemVer)){other=new _SemVer(other,this.
options)}let i=0;do{const a=this.build[i];const b=other.build[i];debug3("build compare",i,a,b);if(a===void 0&&b===void 0){return 0}else if(b===void 0){return 1}else if(a===
void 0){return-1}else if(a===b){continue}else{return compareIdentifiers(a,b)}}while(++i)}inc(release,identifier,identifierBase){if(release.startsWith("pre")){if(!identifier&&
identifierBase===false){throw new Error("invalid increment argument: identifier is empty")}if(identifier){const match3=`-${identifier}`.match(this.options.loose?
re[t.PRERELEASELOOSE]:re[t.PRERELEASE]);if(!match3||match3[1]!==identifier){throw new Error(`invalid identifier: ${identifier}`)}}}switch(release){case"premajor":
this.prerelease.length=0;this.patch=0;this.minor=0;this.major++;this.inc("pre",identifier,identifierBase);break;case"preminor":this.prerelease.length=0;this.patch=
0;this.minor++;this.inc("pre",identifier,identifierBase);break;case"prepatch":this.prerelease.length=0;this.inc("patch",identifier,identifierBase);this.inc("pre",
identifier,identifierBase);break;case"prerelease":if(this.prerelease.length===0){this.inc("patch",identifier,identifierBase)}this.inc("pre",identifier,identifierBase);
break;case"release":if(this.prerelease.length===0){throw new Error(`version ${this.raw} is not a prerelease`)}this.prerelease.length=0;break;case"major":if(this.
minor!==0||this.patch!==0||this.prerelease.length===0){this.major++}this.minor=0;this.patch=0;this.prerelease=[];break;case"minor":if(this.patch!==0||this.prerelease.
length===0){this.minor++}this.patch=0;this.prerelease=[];break;case"patch":if(this.prerelease.length===0){this.patch++}this.prerelease=[];break;case"pre":{const base=Number(
identifierBase)?1:0;if(this.prerelease.length===0){this.prerelease=[base]}else{let i=this.prerelease.length;while(--i>=0){if(typeof this.prerelease[i]==="number"){
this.prerelease[i]++;i=-2}}if(i===-1){if(identifier===this.prerelease.join(".")&&identifierBase===false){throw new Error("invalid increment argument: identifier\
 already exists")}this.prerelease.push(base)}}if(identifier){let prerelease=[identifier,base];if(identifierBase===false){prerelease=[identifier]}if(isPrereleaseIdentifier(
this.prerelease,identifier)){const prereleaseBase=this.prerelease[identifier.split(".").length];if(isNaN(prereleaseBase)){this.prerelease=prerelease}}else{this.
prerelease=prerelease}}break}default:throw new Error(`invalid increment argument: ${release}`)}this.raw=this.format();if(this.build.length){this.raw+=`+${this.build.
join(".")}`}return this}};module.exports=SemVer}});var require_parse=__commonJS({"node_modules/semver/functions/parse.js"(exports,module){"use strict";var SemVer=require_semver();var parse=(version3,options,throwErrors=false)=>{
if(version3 instanceof SemVer){return version3}try{return new SemVer(version3,options)}catch(er){if(!throwErrors){return null}throw er}};module.exports=parse}});var require_valid=__commonJS({"node_modules/semver/functions/valid.js"(exports,module){"use strict";var parse=require_parse();var valid2=(version3,options)=>{const v=parse(
version3,options);return v?v.version:null};module.exports=valid2}});var require_clean=__commonJS({"node_modules/semver/functions/clean.js"(exports,module){"use strict";var parse=require_parse();var clean3=(version3,options)=>{const s=parse(
version3.trim().replace(/^[=v]+/,""),options);return s?s.version:null};module.exports=clean3}});var require_inc=__commonJS({"node_modules/semver/functions/inc.js"(exports,module){"use strict";var SemVer=require_semver();var inc=(version3,release,options,identifier,identifierBase)=>{
if(typeof options==="string"){identifierBase=identifier;identifier=options;options=void 0}try{return new SemVer(version3 instanceof SemVer?version3.version:version3,
options).inc(release,identifier,identifierBase).version}catch(er){return null}};module.exports=inc}});var require_diff=__commonJS({"node_modules/semver/functions/diff.js"(exports,module){"use strict";var parse=require_parse();var diff=(version1,version22)=>{const v1=parse(
version1,null,true);const v2=parse(version22,null,true);const comparison=v1.compare(v2);if(comparison===0){return null}const v1Higher=comparison>0;const highVersion=v1Higher?
v1:v2;const lowVersion=v1Higher?v2:v1;const highHasPre=!!highVersion.prerelease.length;const lowHasPre=!!lowVersion.prerelease.length;if(lowHasPre&&!highHasPre){
if(!lowVersion.patch&&!lowVersion.minor){return"major"}if(lowVersion.compareMain(highVersion)===0){if(lowVersion.minor&&!lowVersion.patch){return"minor"}return"\
patch"}}const prefix2=highHasPre?"pre":"";if(v1.major!==v2.major){return prefix2+"major"}if(v1.minor!==v2.minor){return prefix2+"minor"}if(v1.patch!==v2.patch){
return prefix2+"patch"}return"prerelease"};module.exports=diff}});var require_major=__commonJS({"node_modules/semver/functions/major.js"(exports,module){"use strict";var SemVer=require_semver();var major=(a,loose)=>new SemVer(
a,loose).major;module.exports=major}});var require_minor=__commonJS({"node_modules/semver/functions/minor.js"(exports,module){"use strict";var SemVer=require_semver();var minor=(a,loose)=>new SemVer(
a,loose).minor;module.exports=minor}});var require_patch=__commonJS({"node_modules/semver/functions/patch.js"(exports,module){"use strict";var SemVer=require_semver();var patch=(a,loose)=>new SemVer(
a,loose).patch;module.exports=patch}});var require_prerelease=__commonJS({"node_modules/semver/functions/prerelease.js"(exports,module){"use strict";var parse=require_parse();var prerelease=(version3,options)=>{
const parsed=parse(version3,options);return parsed&&parsed.prerelease.length?parsed.prerelease:null};module.exports=prerelease}});var require_compare=__commonJS({"node_modules/semver/functions/compare.js"(exports,module){"use strict";var SemVer=require_semver();var compare=(a,b,loose)=>new SemVer(
a,loose).compare(new SemVer(b,loose));module.exports=compare}});var require_rcompare=__commonJS({"node_modules/semver/functions/rcompare.js"(exports,module){"use strict";var compare=require_compare();var rcompare=(a,b,loose)=>compare(
b,a,loose);module.exports=rcompare}});var require_compare_loose=__commonJS({"node_modules/semver/functions/compare-loose.js"(exports,module){"use strict";var compare=require_compare();var compareLoose=(a,b)=>compare(
a,b,true);module.exports=compareLoose}});var require_compare_build=__commonJS({"node_modules/semver/functions/compare-build.js"(exports,module){"use strict";var SemVer=require_semver();var compareBuild=(a,b,loose)=>{
const versionA=new SemVer(a,loose);const versionB=new SemVer(b,loose);return versionA.compare(versionB)||versionA.compareBuild(versionB)};module.exports=compareBuild}});var require_sort=__commonJS({"node_modules/semver/functions/sort.js"(exports,module){"use strict";var compareBuild=require_compare_build();var sort=(list,loose)=>list.
sort((a,b)=>compareBuild(a,b,loose));module.exports=sort}});var require_rsort=__commonJS({"node_modules/semver/functions/rsort.js"(exports,module){"use strict";var compareBuild=require_compare_build();var rsort=(list,loose)=>list.
sort((a,b)=>compareBuild(b,a,loose));module.exports=rsort}});var require_gt=__commonJS({"node_modules/semver/functions/gt.js"(exports,module){"use strict";var compare=require_compare();var gt2=(a,b,loose)=>compare(a,b,loose)>
0;module.exports=gt2}});var require_lt=__commonJS({"node_modules/semver/functions/lt.js"(exports,module){"use strict";var compare=require_compare();var lt=(a,b,loose)=>compare(a,b,loose)<
0;module.exports=lt}});var require_eq=__commonJS({"node_modules/semver/functions/eq.js"(exports,module){"use strict";var compare=require_compare();var eq=(a,b,loose)=>compare(a,b,loose)===
0;module.exports=eq}});var require_neq=__commonJS({"node_modules/semver/functions/neq.js"(exports,module){"use strict";var compare=require_compare();var neq=(a,b,loose)=>compare(a,b,loose)!==
0;module.exports=neq}});var require_gte=__commonJS({"node_modules/semver/functions/gte.js"(exports,module){"use strict";var compare=require_compare();var gte2=(a,b,loose)=>compare(a,b,
loose)>=0;module.exports=gte2}});var require_lte=__commonJS({"node_modules/semver/functions/lte.js"(exports,module){"use strict";var compare=require_compare();var lte2=(a,b,loose)=>compare(a,b,
loose)<=0;module.exports=lte2}});var require_cmp=__commonJS({"node_modules/semver/functions/cmp.js"(exports,module){"use strict";var eq=require_eq();var neq=require_neq();var gt2=require_gt();var gte2=require_gte();
var lt=require_lt();var lte2=require_lte();var cmp=(a,op,b,loose)=>{switch(op){case"===":if(typeof a==="object"){a=a.version}if(typeof b==="object"){b=b.version}
return a===b;case"!==":if(typeof a==="object"){a=a.version}if(typeof b==="object"){b=b.version}return a!==b;case"":case"=":case"==":return eq(a,b,loose);case"!=":
return neq(a,b,loose);case">":return gt2(a,b,loose);case">=":return gte2(a,b,loose);case"<":return lt(a,b,loose);case"<=":return lte2(a,b,loose);default:throw new TypeError(
`Invalid operator: ${op}`)}};module.exports=cmp}});var require_coerce=__commonJS({"node_modules/semver/functions/coerce.js"(exports,module){"use strict";var SemVer=require_semver();var parse=require_parse();var{
safeRe:re,t}=require_re();var coerce=(version3,options)=>{if(version3 instanceof SemVer){return version3}if(typeof version3==="number"){version3=String(version3)}
if(typeof version3!=="string"){return null}options=options||{};let match3=null;if(!options.rtl){match3=version3.match(options.includePrerelease?re[t.COERCEFULL]:
re[t.COERCE])}else{const coerceRtlRegex=options.includePrerelease?re[t.COERCERTLFULL]:re[t.COERCERTL];let next;while((next=coerceRtlRegex.exec(version3))&&(!match3||
match3.index+match3[0].length!==version3.length)){if(!match3||next.index+next[0].length!==match3.index+match3[0].length){match3=next}coerceRtlRegex.lastIndex=next.
index+next[1].length+next[2].length}coerceRtlRegex.lastIndex=-1}if(match3===null){return null}const major=match3[2];const minor=match3[3]||"0";const patch=match3[4]||
"0";const prerelease=options.includePrerelease&&match3[5]?`-${match3[5]}`:"";const build=options.includePrerelease&&match3[6]?`+${match3[6]}`:"";return parse(`${major}\
.${minor}.${patch}${prerelease}${build}`,options)};module.exports=coerce}});var require_truncate=__commonJS({"node_modules/semver/functions/truncate.js"(exports,module){"use strict";var parse=require_parse();var constants2=require_constants();
var SemVer=require_semver();var truncate=(version3,truncation,options)=>{if(!constants2.RELEASE_TYPES.includes(truncation)){return null}const clonedVersion=cloneInputVersion(
version3,options);return clonedVersion&&doTruncation(clonedVersion,truncation)};var cloneInputVersion=(version3,options)=>{const versionStringToParse=version3 instanceof
SemVer?version3.version:version3;return parse(versionStringToParse,options)};var doTruncation=(version3,truncation)=>{if(isPrerelease(truncation)){return version3.
version}version3.prerelease=[];switch(truncation){case"major":version3.minor=0;version3.patch=0;break;case"minor":version3.patch=0;break}return version3.format()};
var isPrerelease=type=>{return type.startsWith("pre")};module.exports=truncate}});var require_lrucache=__commonJS({"node_modules/semver/internal/lrucache.js"(exports,module){"use strict";var LRUCache=class{constructor(){this.max=1e3;this.map=
new Map}get(key){const value=this.map.get(key);if(value===void 0){return void 0}else{this.map.delete(key);this.map.set(key,value);return value}}delete(key){return this.
map.delete(key)}set(key,value){const deleted=this.delete(key);if(!deleted&&value!==void 0){if(this.map.size>=this.max){const firstKey=this.map.keys().next().value;
this.delete(firstKey)}this.map.set(key,value)}return this}};module.exports=LRUCache}});var require_trim_comparator_whitespace=__commonJS({"node_modules/semver/internal/trim-comparator-whitespace.js"(exports,module){"use strict";var{MAX_LENGTH,MAX_SAFE_BUILD_LENGTH,
WHITESPACE_CHARACTERS}=require_constants();var whitespace=new Uint8Array(65536);for(const char of WHITESPACE_CHARACTERS){whitespace[char.charCodeAt(0)]=1}var isWhitespace=char=>char!==
void 0&&whitespace[char.charCodeAt(0)]===1;var isVersionPrefix=char=>char==="v"||char==="="||isWhitespace(char);var isDigit=char=>char!==void 0&&char>="0"&&char<=
"9";var isLetter=char=>char!==void 0&&(char>="a"&&char<="z"||char>="A"&&char<="Z");var isIdentifierCharacter=char=>isDigit(char)||isLetter(char)||char==="-";var isVersionStart=char=>isDigit(
char)||char==="x"||char==="X"||char==="*";var findDigitsEndIndex=(range3,start,limit,digitRuns)=>{if(!isDigit(range3[start])){return start}if(start>=digitRuns.start&&
start<digitRuns.end){return Math.min(start+limit,digitRuns.end)}if(start>=digitRuns.previousStart&&start<digitRuns.previousEnd){return Math.min(start+limit,digitRuns.
previousEnd)}let end2=start+1;while(isDigit(range3[end2])){end2++}digitRuns.previousStart=digitRuns.start;digitRuns.previousEnd=digitRuns.end;digitRuns.start=start;
digitRuns.end=end2;return Math.min(start+limit,end2)};var findVersionNumberEndIndex=(range3,start,loose,digitRuns)=>{if(!loose&&range3[start]==="0"){return start+
1}return findDigitsEndIndex(range3,start,loose?MAX_LENGTH:MAX_LENGTH+1,digitRuns)};var findPrereleaseIdentifierEndIndex=(range3,start,loose,digitRuns)=>{const digitsEnd=findDigitsEndIndex(
range3,start,MAX_LENGTH,digitRuns);if(isLetter(range3[digitsEnd])||range3[digitsEnd]==="-"){let end2=digitsEnd+1;const limit=end2+MAX_SAFE_BUILD_LENGTH;while(end2<
limit&&isIdentifierCharacter(range3[end2])){end2++}return end2}return findVersionNumberEndIndex(range3,start,loose,digitRuns)};var findPrereleaseEndIndex=(range3,start,loose,digitRuns)=>{
const hyphen=range3[start]==="-";if(!loose&&!hyphen){return start}const identifierStart=start+(hyphen?1:0);let end2=findPrereleaseIdentifierEndIndex(range3,identifierStart,
loose,digitRuns);if(end2===identifierStart){if(!loose||!hyphen){return start}end2=findPrereleaseIdentifierEndIndex(range3,start,loose,digitRuns)}while(range3[end2]===
"."){const next=findPrereleaseIdentifierEndIndex(range3,end2+1,loose,digitRuns);if(next===end2+1){break}end2=next}return end2};var findBuildIdentifierEndIndex=(range3,start)=>{
let end2=start;while(end2-start<MAX_SAFE_BUILD_LENGTH&&isIdentifierCharacter(range3[end2])){end2++}return end2};var findBuildEndIndex=(range3,start)=>{if(range3[start]!==
"+"){return start}let end2=findBuildIdentifierEndIndex(range3,start+1);if(end2===start+1){return start}while(range3[end2]==="."){const next=findBuildIdentifierEndIndex(
range3,end2+1);if(next===end2+1){break}end2=next}return end2};var findLooseFullVersionEndIndex=(range3,start,digitRuns)=>{let end2=start;for(let component=0;component<
3;component++){const next=findVersionNumberEndIndex(range3,end2,true,digitRuns);if(next===end2){return start}end2=next;if(component<2){if(range3[end2]!=="."){return start}
end2++}}const prereleaseEnd=findPrereleaseEndIndex(range3,end2,true,digitRuns);return findBuildEndIndex(range3,prereleaseEnd)};var findPartialVersionComponentEndIndex=(range3,start,digitRuns)=>{
if(isDigit(range3[start])){return findVersionNumberEndIndex(range3,start,false,digitRuns)}return isVersionStart(range3[start])?start+1:start};var findPartialVersionEndIndex=(range3,start,digitRuns)=>{
let end2=findPartialVersionComponentEndIndex(range3,start,digitRuns);for(let component=0;component<2;component++){if(range3[end2]!=="."){return end2}const next=findPartialVersionComponentEndIndex(
range3,end2+1,digitRuns);if(next===end2+1){return end2}end2=next}const prereleaseEnd=findPrereleaseEndIndex(range3,end2,false,digitRuns);return findBuildEndIndex(
range3,prereleaseEnd)};var findVersionEndIndex=(range3,start,digitRuns)=>{const fullVersionEnd=findLooseFullVersionEndIndex(range3,start,digitRuns);return fullVersionEnd!==
start?fullVersionEnd:findPartialVersionEndIndex(range3,start,digitRuns)};var findRemovableWhitespaceIndex=(range3,matchStart)=>{let position=matchStart;if(isWhitespace(
range3[position])){position++}if(range3[position]==="<"||range3[position]===">"){position++}if(range3[position]==="="){position++}return isWhitespace(range3[position])?
position:-1};var trimComparatorWhitespace=range3=>{let result="";let copyFrom=0;let cursor=0;const digitRuns={start:-1,end:-1,previousStart:-1,previousEnd:-1};while(cursor<
range3.length){const matchStart=cursor;if(range3[cursor]==="<"||range3[cursor]===">"){cursor++}else if(!isVersionPrefix(range3[cursor])&&!isVersionStart(range3[cursor])){
cursor++;continue}while(cursor<range3.length&&isVersionPrefix(range3[cursor])){cursor++}if(!isVersionStart(range3[cursor])){continue}const whitespacePosition=findRemovableWhitespaceIndex(
range3,matchStart);if(whitespacePosition!==-1){result+=range3.slice(copyFrom,whitespacePosition);copyFrom=whitespacePosition+1}cursor=findVersionEndIndex(range3,
cursor,digitRuns)}return result+range3.slice(copyFrom)};module.exports=trimComparatorWhitespace}});var require_range=__commonJS({"node_modules/semver/classes/range.js"(exports,module){"use strict";var SPACE_CHARACTERS=/\s+/g;var Range=class _Range{constructor(range3,options){
options=parseOptions(options);if(range3 instanceof _Range){if(range3.loose===!!options.loose&&range3.includePrerelease===!!options.includePrerelease){return range3}else{
return new _Range(range3.raw,options)}}if(range3 instanceof Comparator){this.raw=range3.value;this.set=[[range3]];this.formatted=void 0;return this}this.options=
options;this.loose=!!options.loose;this.includePrerelease=!!options.includePrerelease;this.raw=range3.trim().replace(SPACE_CHARACTERS," ");this.set=this.raw.split(
"||").map(r=>this.parseRange(r.trim())).filter(c=>c.length);if(!this.set.length){throw new TypeError(`Invalid SemVer Range: ${this.raw}`)}if(this.set.length>1){
const first=this.set[0];this.set=this.set.filter(c=>!isNullSet(c[0]));if(this.set.length===0){this.set=[first]}else if(this.set.length>1){for(const c of this.set){
if(c.length===1&&isAny(c[0])){this.set=[c];break}}}}this.formatted=void 0}get range(){if(this.formatted===void 0){this.formatted="";for(let i=0;i<this.set.length;i++){
if(i>0){this.formatted+="||"}const comps=this.set[i];for(let k=0;k<comps.length;k++){if(k>0){this.formatted+=" "}this.formatted+=comps[k].toString().trim()}}}return this.
formatted}format(){return this.range}toString(){return this.range}parseRange(range3){range3=range3.replace(BUILDSTRIPRE,"");const memoOpts=(this.options.includePrerelease&&
FLAG_INCLUDE_PRERELEASE)|(this.options.loose&&FLAG_LOOSE);const memoKey=memoOpts+":"+range3;const cached=cache.get(memoKey);if(cached){return cached}const loose=this.
options.loose;const hr=loose?re[t.HYPHENRANGELOOSE]:re[t.HYPHENRANGE];range3=range3.replace(hr,hyphenReplace(this.options.includePrerelease));debug3("hyphen rep\
lace",range3);range3=trimComparatorWhitespace(range3);debug3("comparator trim",range3);range3=range3.replace(re[t.TILDETRIM],tildeTrimReplace);debug3("tilde tri\
m",range3);range3=range3.replace(re[t.CARETTRIM],caretTrimReplace);debug3("caret trim",range3);let rangeList=range3.split(" ").map(comp26=>parseComparator(comp26,
this.options)).join(" ").split(/\s+/).map(comp26=>replaceGTE0(comp26,this.options));if(loose){rangeList=rangeList.filter(comp26=>{debug3("loose invalid filter",
comp26,this.options);return!!comp26.match(re[t.COMPARATORLOOSE])})}debug3("range list",rangeList);const rangeMap=new Map;const comparators=rangeList.map(comp26=>new Comparator(
comp26,this.options));for(const comp26 of comparators){if(isNullSet(comp26)){return[comp26]}rangeMap.set(comp26.value,comp26)}if(rangeMap.size>1&&rangeMap.has("")){
rangeMap.delete("")}const result=[...rangeMap.values()];cache.set(memoKey,result);return result}intersects(range3,options){if(!(range3 instanceof _Range)){throw new TypeError(
"a Range is required")}return this.set.some(thisComparators=>{return isSatisfiable(thisComparators,options)&&range3.set.some(rangeComparators=>{return isSatisfiable(
rangeComparators,options)&&thisComparators.every(thisComparator=>{return rangeComparators.every(rangeComparator=>{return thisComparator.intersects(rangeComparator,
options)})})})})}test(version3){if(!version3){return false}if(typeof version3==="string"){try{version3=new SemVer(version3,this.options)}catch(er){return false}}
for(let i=0;i<this.set.length;i++){if(testSet(this.set[i],version3,this.options)){return true}}return false}};module.exports=Range;var LRU=require_lrucache();var cache=new LRU;
var parseOptions=require_parse_options();var Comparator=require_comparator();var debug3=require_debug();var SemVer=require_semver();var trimComparatorWhitespace=require_trim_comparator_whitespace();
var{safeRe:re,src,t,tildeTrimReplace,caretTrimReplace}=require_re();var{FLAG_INCLUDE_PRERELEASE,FLAG_LOOSE}=require_constants();var BUILDSTRIPRE=new RegExp(src[t.
BUILD],"g");var isNullSet=c=>c.value==="<0.0.0-0";var isAny=c=>c.value==="";var isSatisfiable=(comparators,options)=>{let result=true;const remainingComparators=comparators.
slice();let testComparator=remainingComparators.pop();while(result&&remainingComparators.length){result=remainingComparators.every(otherComparator=>{return testComparator.
intersects(otherComparator,options)});testComparator=remainingComparators.pop()}return result};var parseComparator=(comp26,options)=>{comp26=comp26.replace(re[t.
BUILD],"");debug3("comp",comp26,options);comp26=replaceCarets(comp26,options);debug3("caret",comp26);comp26=replaceTildes(comp26,options);debug3("tildes",comp26);
comp26=replaceXRanges(comp26,options);debug3("xrange",comp26);comp26=replaceStars(comp26,options);debug3("stars",comp26);return comp26};var isX=id=>!id||id.toLowerCase()===
"x"||id==="*";var invalidXRangeOrder=(M,m,p)=>isX(M)&&!isX(m)||isX(m)&&p&&!isX(p);var replaceTildes=(comp26,options)=>{return comp26.trim().split(/\s+/).map(c=>replaceTilde(
c,options)).join(" ")};var replaceTilde=(comp26,options)=>{const r=options.loose?re[t.TILDELOOSE]:re[t.TILDE];const z=options.includePrerelease?"-0":"";return comp26.
replace(r,(_,M,m,p,pr)=>{debug3("tilde",comp26,_,M,m,p,pr);let ret;if(isX(M)){ret=""}else if(isX(m)){ret=`>=${M}.0.0${z} <${+M+1}.0.0-0`}else if(isX(p)){ret=`>=${M}\
.${m}.0${z} <${M}.${+m+1}.0-0`}else if(pr){debug3("replaceTilde pr",pr);ret=`>=${M}.${m}.${p}-${pr} <${M}.${+m+1}.0-0`}else{ret=`>=${M}.${m}.${p} <${M}.${+m+1}.\
0-0`}debug3("tilde return",ret);return ret})};var replaceCarets=(comp26,options)=>{return comp26.trim().split(/\s+/).map(c=>replaceCaret(c,options)).join(" ")};
var replaceCaret=(comp26,options)=>{debug3("caret",comp26,options);const r=options.loose?re[t.CARETLOOSE]:re[t.CARET];const z=options.includePrerelease?"-0":"";
return comp26.replace(r,(_,M,m,p,pr)=>{debug3("caret",comp26,_,M,m,p,pr);let ret;if(isX(M)){ret=""}else if(isX(m)){ret=`>=${M}.0.0${z} <${+M+1}.0.0-0`}else if(isX(
p)){if(M==="0"){ret=`>=${M}.${m}.0${z} <${M}.${+m+1}.0-0`}else{ret=`>=${M}.${m}.0${z} <${+M+1}.0.0-0`}}else if(pr){debug3("replaceCaret pr",pr);if(M==="0"){if(m===
"0"){ret=`>=${M}.${m}.${p}-${pr} <${M}.${m}.${+p+1}-0`}else{ret=`>=${M}.${m}.${p}-${pr} <${M}.${+m+1}.0-0`}}else{ret=`>=${M}.${m}.${p}-${pr} <${+M+1}.0.0-0`}}else{
debug3("no pr");if(M==="0"){if(m==="0"){ret=`>=${M}.${m}.${p} <${M}.${m}.${+p+1}-0`}else{ret=`>=${M}.${m}.${p} <${M}.${+m+1}.0-0`}}else{ret=`>=${M}.${m}.${p} <${+M+
1}.0.0-0`}}debug3("caret return",ret);return ret})};var replaceXRanges=(comp26,options)=>{debug3("replaceXRanges",comp26,options);return comp26.split(/\s+/).map(
c=>replaceXRange(c,options)).join(" ")};var replaceXRange=(comp26,options)=>{comp26=comp26.trim();const r=options.loose?re[t.XRANGELOOSE]:re[t.XRANGE];return comp26.
replace(r,(ret,gtlt,M,m,p,pr)=>{debug3("xRange",comp26,ret,gtlt,M,m,p,pr);if(invalidXRangeOrder(M,m,p)){return comp26}const xM=isX(M);const xm=xM||isX(m);const xp=xm||
isX(p);const anyX=xp;if(gtlt==="="&&anyX){gtlt=""}pr=options.includePrerelease?"-0":"";if(xM){if(gtlt===">"||gtlt==="<"){ret="<0.0.0-0"}else{ret="*"}}else if(gtlt&&
anyX){if(xm){m=0}p=0;if(gtlt===">"){gtlt=">=";if(xm){M=+M+1;m=0;p=0}else{m=+m+1;p=0}}else if(gtlt==="<="){gtlt="<";if(xm){M=+M+1}else{m=+m+1}}if(gtlt==="<"){pr=
"-0"}ret=`${gtlt+M}.${m}.${p}${pr}`}else if(xm){ret=`>=${M}.0.0${pr} <${+M+1}.0.0-0`}else if(xp){ret=`>=${M}.${m}.0${pr} <${M}.${+m+1}.0-0`}debug3("xRange retur\
n",ret);return ret})};var replaceStars=(comp26,options)=>{debug3("replaceStars",comp26,options);return comp26.trim().replace(re[t.STAR],"")};var replaceGTE0=(comp26,options)=>{
debug3("replaceGTE0",comp26,options);return comp26.trim().replace(re[options.includePrerelease?t.GTE0PRE:t.GTE0],"")};var hyphenReplace=incPr=>($0,from,fM,fm,fp,fpr,fb,to,tM,tm,tp,tpr)=>{
if(isX(fM)){from=""}else if(isX(fm)){from=`>=${fM}.0.0${incPr?"-0":""}`}else if(isX(fp)){from=`>=${fM}.${fm}.0${incPr?"-0":""}`}else if(fpr){from=`>=${from}`}else{
from=`>=${from}${incPr?"-0":""}`}if(isX(tM)){to=""}else if(isX(tm)){to=`<${+tM+1}.0.0-0`}else if(isX(tp)){to=`<${tM}.${+tm+1}.0-0`}else if(tpr){to=`<=${tM}.${tm}\
.${tp}-${tpr}`}else if(incPr){to=`<${tM}.${tm}.${+tp+1}-0`}else{to=`<=${to}`}return`${from} ${to}`.trim()};var testSet=(set,version3,options)=>{for(let i=0;i<set.
length;i++){if(!set[i].test(version3)){return false}}if(version3.prerelease.length&&!options.includePrerelease){for(let i=0;i<set.length;i++){debug3(set[i].semver);
if(set[i].semver===Comparator.ANY){continue}if(set[i].semver.prerelease.length>0){const allowed=set[i].semver;if(allowed.major===version3.major&&allowed.minor===
version3.minor&&allowed.patch===version3.patch){return true}}}return false}return true}}});var require_comparator=__commonJS({"node_modules/semver/classes/comparator.js"(exports,module){"use strict";var ANY=Symbol("SemVer ANY");var Comparator=class _Comparator{static get ANY(){
return ANY}constructor(comp26,options){options=parseOptions(options);if(comp26 instanceof _Comparator){if(comp26.loose===!!options.loose){return comp26}else{comp26=
comp26.value}}comp26=comp26.trim().split(/\s+/).join(" ");debug3("comparator",comp26,options);this.options=options;this.loose=!!options.loose;this.parse(comp26);
if(this.semver===ANY){this.value=""}else{this.value=this.operator+this.semver.version}debug3("comp",this)}parse(comp26){const r=this.options.loose?re[t.COMPARATORLOOSE]:
re[t.COMPARATOR];const m=comp26.match(r);if(!m){throw new TypeError(`Invalid comparator: ${comp26}`)}this.operator=m[1]!==void 0?m[1]:"";if(this.operator==="="){
this.operator=""}if(!m[2]){this.semver=ANY}else{this.semver=new SemVer(m[2],this.options.loose)}}toString(){return this.value}test(version3){debug3("Comparator.\
test",version3,this.options.loose);if(this.semver===ANY||version3===ANY){return true}if(typeof version3==="string"){try{version3=new SemVer(version3,this.options)}catch(er){
return false}}return cmp(version3,this.operator,this.semver,this.options)}intersects(comp26,options){if(!(comp26 instanceof _Comparator)){throw new TypeError("a\
 Comparator is required")}if(this.operator===""){if(this.value===""){return true}return new Range(comp26.value,options).test(this.value)}else if(comp26.operator===
""){if(comp26.value===""){return true}return new Range(this.value,options).test(comp26.semver)}options=parseOptions(options);if(options.includePrerelease&&(this.
value==="<0.0.0-0"||comp26.value==="<0.0.0-0")){return false}if(!options.includePrerelease&&(this.value.startsWith("<0.0.0")||comp26.value.startsWith("<0.0.0"))){
return false}if(this.operator.startsWith(">")&&comp26.operator.startsWith(">")){return true}if(this.operator.startsWith("<")&&comp26.operator.startsWith("<")){return true}
if(this.semver.version===comp26.semver.version&&this.operator.includes("=")&&comp26.operator.includes("=")){return true}if(cmp(this.semver,"<",comp26.semver,options)&&
this.operator.startsWith(">")&&comp26.operator.startsWith("<")){return true}if(cmp(this.semver,">",comp26.semver,options)&&this.operator.startsWith("<")&&comp26.
operator.startsWith(">")){return true}return false}};module.exports=Comparator;var parseOptions=require_parse_options();var{safeRe:re,t}=require_re();var cmp=require_cmp();
var debug3=require_debug();var SemVer=require_semver();var Range=require_range()}});var require_satisfies=__commonJS({"node_modules/semver/functions/satisfies.js"(exports,module){"use strict";var Range=require_range();var satisfies3=(version3,range3,options)=>{
try{range3=new Range(range3,options)}catch(er){return false}return range3.test(version3)};module.exports=satisfies3}});var require_to_comparators=__commonJS({"node_modules/semver/ranges/to-comparators.js"(exports,module){"use strict";var Range=require_range();var toComparators=(range3,options)=>new Range(
range3,options).set.map(comp26=>comp26.map(c=>c.value).join(" ").trim().split(" "));module.exports=toComparators}});var require_max_satisfying=__commonJS({"node_modules/semver/ranges/max-satisfying.js"(exports,module){"use strict";var SemVer=require_semver();var Range=require_range();
var maxSatisfying=(versions,range3,options)=>{let max=null;let maxSV=null;let rangeObj=null;try{rangeObj=new Range(range3,options)}catch(er){return null}versions.
forEach(v=>{if(rangeObj.test(v)){if(!max||maxSV.compare(v)===-1){max=v;maxSV=new SemVer(max,options)}}});return max};module.exports=maxSatisfying}});var require_min_satisfying=__commonJS({"node_modules/semver/ranges/min-satisfying.js"(exports,module){"use strict";var SemVer=require_semver();var Range=require_range();
var minSatisfying=(versions,range3,options)=>{let min=null;let minSV=null;let rangeObj=null;try{rangeObj=new Range(range3,options)}catch(er){return null}versions.
forEach(v=>{if(rangeObj.test(v)){if(!min||minSV.compare(v)===1){min=v;minSV=new SemVer(min,options)}}});return min};module.exports=minSatisfying}});var require_min_version=__commonJS({"node_modules/semver/ranges/min-version.js"(exports,module){"use strict";var SemVer=require_semver();var Range=require_range();
var gt2=require_gt();var minVersion=(range3,loose)=>{range3=new Range(range3,loose);let minver=new SemVer("0.0.0");if(range3.test(minver)){return minver}minver=
new SemVer("0.0.0-0");if(range3.test(minver)){return minver}minver=null;for(let i=0;i<range3.set.length;++i){const comparators=range3.set[i];let setMin=null;comparators.
forEach(comparator=>{const compver=new SemVer(comparator.semver.version);switch(comparator.operator){case">":if(compver.prerelease.length===0){compver.patch++}else{
compver.prerelease.push(0)}compver.raw=compver.format();case"":case">=":if(!setMin||gt2(compver,setMin)){setMin=compver}break;case"<":case"<=":break;default:throw new Error(
`Unexpected operation: ${comparator.operator}`)}});if(setMin&&(!minver||gt2(minver,setMin))){minver=setMin}}if(minver&&range3.test(minver)){return minver}return null};
module.exports=minVersion}});var require_valid2=__commonJS({"node_modules/semver/ranges/valid.js"(exports,module){"use strict";var Range=require_range();var validRange=(range3,options)=>{try{
return new Range(range3,options).range||"*"}catch(er){return null}};module.exports=validRange}});var require_outside=__commonJS({"node_modules/semver/ranges/outside.js"(exports,module){"use strict";var SemVer=require_semver();var Comparator=require_comparator();
var{ANY}=Comparator;var Range=require_range();var satisfies3=require_satisfies();var gt2=require_gt();var lt=require_lt();var lte2=require_lte();var gte2=require_gte();
var outside=(version3,range3,hilo,options)=>{version3=new SemVer(version3,options);range3=new Range(range3,options);let gtfn,ltefn,ltfn,comp26,ecomp;switch(hilo){case"\
>":gtfn=gt2;ltefn=lte2;ltfn=lt;comp26=">";ecomp=">=";break;case"<":gtfn=lt;ltefn=gte2;ltfn=gt2;comp26="<";ecomp="<=";break;default:throw new TypeError('Must pro\
vide a hilo val of "<" or ">"')}if(satisfies3(version3,range3,options)){return false}for(let i=0;i<range3.set.length;++i){const comparators=range3.set[i];let high=null;
let low=null;comparators.forEach(comparator=>{if(comparator.semver===ANY){comparator=new Comparator(">=0.0.0")}high=high||comparator;low=low||comparator;if(gtfn(
comparator.semver,high.semver,options)){high=comparator}else if(ltfn(comparator.semver,low.semver,options)){low=comparator}});if(high.operator===comp26||high.operator===
ecomp){return false}if((!low.operator||low.operator===comp26)&&ltefn(version3,low.semver)){return false}else if(low.operator===ecomp&&ltfn(version3,low.semver)){
return false}}return true};module.exports=outside}});var require_gtr=__commonJS({"node_modules/semver/ranges/gtr.js"(exports,module){"use strict";var outside=require_outside();var gtr=(version3,range3,options)=>outside(
version3,range3,">",options);module.exports=gtr}});var require_ltr=__commonJS({"node_modules/semver/ranges/ltr.js"(exports,module){"use strict";var outside=require_outside();var ltr=(version3,range3,options)=>outside(
version3,range3,"<",options);module.exports=ltr}});var require_intersects=__commonJS({"node_modules/semver/ranges/intersects.js"(exports,module){"use strict";var Range=require_range();var intersects=(r1,r2,options)=>{
r1=new Range(r1,options);r2=new Range(r2,options);return r1.intersects(r2,options)};module.exports=intersects}});var require_simplify=__commonJS({"node_modules/semver/ranges/simplify.js"(exports,module){"use strict";var satisfies3=require_satisfies();var compare=require_compare();
module.exports=(versions,range3,options)=>{const set=[];let first=null;let prev=null;const v=versions.sort((a,b)=>compare(a,b,options));for(const version3 of v){
const included=satisfies3(version3,range3,options);if(included){prev=version3;if(!first){first=version3}}else{if(prev){set.push([first,prev])}prev=null;first=null}}
if(first){set.push([first,null])}const ranges=[];for(const[min,max]of set){if(min===max){ranges.push(min)}else if(!max&&min===v[0]){ranges.push("*")}else if(!max){
ranges.push(`>=${min}`)}else if(min===v[0]){ranges.push(`<=${max}`)}else{ranges.push(`${min} - ${max}`)}}const simplified=ranges.join(" || ");const original=typeof range3.
raw==="string"?range3.raw:String(range3);return simplified.length<original.length?simplified:range3}}});var require_subset=__commonJS({"node_modules/semver/ranges/subset.js"(exports,module){"use strict";var Range=require_range();var Comparator=require_comparator();
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
needDomLTPre){return false}return true};var higherGT=(a,b,options)=>{if(!a){return b}const comp26=compare(a.semver,b.semver,options);return comp26>0?a:comp26<0?
b:b.operator===">"&&a.operator===">="?b:a};var lowerLT=(a,b,options)=>{if(!a){return b}const comp26=compare(a.semver,b.semver,options);return comp26<0?a:comp26>
0?b:b.operator==="<"&&a.operator==="<="?b:a};module.exports=subset}});var require_semver2=__commonJS({"node_modules/semver/index.js"(exports,module){"use strict";var internalRe=require_re();var constants2=require_constants();var SemVer=require_semver();
var identifiers=require_identifiers();var parse=require_parse();var valid2=require_valid();var clean3=require_clean();var inc=require_inc();var diff=require_diff();
var major=require_major();var minor=require_minor();var patch=require_patch();var prerelease=require_prerelease();var compare=require_compare();var rcompare=require_rcompare();
var compareLoose=require_compare_loose();var compareBuild=require_compare_build();var sort=require_sort();var rsort=require_rsort();var gt2=require_gt();var lt=require_lt();
var eq=require_eq();var neq=require_neq();var gte2=require_gte();var lte2=require_lte();var cmp=require_cmp();var coerce=require_coerce();var truncate=require_truncate();
var Comparator=require_comparator();var Range=require_range();var satisfies3=require_satisfies();var toComparators=require_to_comparators();var maxSatisfying=require_max_satisfying();
var minSatisfying=require_min_satisfying();var minVersion=require_min_version();var validRange=require_valid2();var outside=require_outside();var gtr=require_gtr();
var ltr=require_ltr();var intersects=require_intersects();var simplifyRange=require_simplify();var subset=require_subset();module.exports={parse,valid:valid2,clean:clean3,
inc,diff,major,minor,patch,prerelease,compare,rcompare,compareLoose,compareBuild,sort,rsort,gt:gt2,lt,eq,neq,gte:gte2,lte:lte2,cmp,coerce,truncate,Comparator,Range,
satisfies:satisfies3,toComparators,maxSatisfying,minSatisfying,minVersion,validRange,outside,gtr,ltr,intersects,simplifyRange,subset,SemVer,re:internalRe.re,src:internalRe.
src,tokens:internalRe.t,SEMVER_SPEC_VERSION:constants2.SEMVER_SPEC_VERSION,RELEASE_TYPES:constants2.RELEASE_TYPES,compareIdentifiers:identifiers.compareIdentifiers,
rcompareIdentifiers:identifiers.rcompareIdentifiers}}});var require_package=__commonJS({"node_modules/@actions/cache/package.json"(exports,module){module.exports={name:"@actions/cache",version:"6.3.0",description:"Ac\
tions cache lib",keywords:["github","actions","cache"],homepage:"https://github.com/actions/toolkit/tree/main/packages/cache",license:"MIT",type:"module",main:"\
lib/cache.js",types:"lib/cache.d.ts",exports:{".":{types:"./lib/cache.d.ts",import:"./lib/cache.js"}},directories:{lib:"lib",test:"__tests__"},files:["lib","!.D\
S_Store"],publishConfig:{access:"public"},repository:{type:"git",url:"git+https://github.com/actions/toolkit.git",directory:"packages/cache"},scripts:{"audit-mo\
derate":"npm install && npm audit --json --audit-level=moderate > audit.json",test:'echo "Error: run tests from root" && exit 1',tsc:"tsc && cp src/internal/sha\
red/package-version.cjs lib/internal/shared/"},bugs:{url:"https://github.com/actions/toolkit/issues"},dependencies:{"@actions/core":"^3.0.1","@actions/exec":"^3\
.0.0","@actions/glob":"^0.7.0","@actions/http-client":"^4.0.1","@actions/io":"^3.0.2","@azure/core-rest-pipeline":"~1.23.0","@azure/storage-blob":"~12.31.0","@p\
rotobuf-ts/runtime-rpc":"^2.11.1",semver:"^7.8.5"},devDependencies:{"@protobuf-ts/plugin":"^2.11.1","@types/node":"^25.9.8","@types/semver":"^7.8.0",typescript:"\
^5.9.3"},overrides:{"uri-js":"npm:uri-js-replace@^1.0.1","node-fetch":"^3.3.2"}}}});var require_package_version=__commonJS({"node_modules/@actions/cache/lib/internal/shared/package-version.cjs"(exports,module){var packageJson=require_package();
module.exports={version:packageJson.version}}});import{resolve as resolve4}from"node:path";import{fileURLToPath}from"node:url";function exitCodeOf(report,failOn){if(failOn==="warn"&&report.verdict==="WARN")return 1;if(failOn==="error"&&report.verdict!=="ERROR")return 0;return report.exitCode}import{resolve}from"node:path";var COMMENT_KEY=/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u;var RUN_LINE=/^<!-- prune-gate-run: (\d{1,15})\.(\d{1,6}) -->/u;var ownerLine=key=>`<!-- prune-gate:${key} \
-->`;function withMarker(key,run,markdown){return`${ownerLine(key)}
<!-- prune-gate-run: ${run.id}.${run.attempt} -->
${markdown}`}function runOf(key,body2){const owner=ownerLine(key);if(!body2.startsWith(owner))return void 0;const found=RUN_LINE.exec(body2.slice(owner.length).
trimStart());return{id:Number(found?.[1]??0),attempt:Number(found?.[2]??0)}}function compareRuns(left,right){return left.id-right.id||left.attempt-right.attempt}var FAIL_ON=["warn","fail","error"];var DEVICES=["auto","cpu","cuda","webgpu"];var INPUTS={"policy":".github/prune-gate.yml","models":"","device":"","github-tok\
en":"${{ github.token }}","comment":"true","comment-key":"default","output-dir":"prune-gate-out","time-limit":"60m","memory-limit":"","runtime-path":"","artifac\
t":"prune-gate","fail-on":"fail"};function readInputs(env,workspace){const text=name=>inputText(env,name);const runtimePath=text("runtime-path");return{policy:text(
"policy")||INPUTS.policy,models:text("models").split(/[,\n]/u).map(name=>name.trim()).filter(name=>name!==""),device:choice("device",text("device"),DEVICES),token:text(
"github-token"),comment:choice("comment",text("comment")||INPUTS.comment,["true","false"])==="true",commentKey:matching("comment-key",text("comment-key")||INPUTS["\
comment-key"]),outDir:outputFolder(env,workspace),timeLimitSeconds:quantity("time-limit",text("time-limit"),readSeconds,"90s, 30m or 2h"),memoryLimitBytes:quantity(
"memory-limit",text("memory-limit"),readBytes,"512MiB or 8GiB"),runtimePath:runtimePath===""?"":resolve(workspace,runtimePath),artifact:text("artifact"),failOn:choice(
"fail-on",text("fail-on"),FAIL_ON)??INPUTS["fail-on"]}}function outputFolder(env,workspace){return resolve(workspace,inputText(env,"output-dir")||INPUTS["output\
-dir"])}function inputText(env,name){return(env[`INPUT_${name.toUpperCase()}`]??"").trim()}function choice(name,text,allowed){if(text==="")return void 0;const found=allowed.
find(one=>one===text);if(found===void 0)throw invalid(name,text,`one of ${allowed.join(", ")}`);return found}function matching(name,text){if(!COMMENT_KEY.test(text))
throw invalid(name,text,'letters, digits, ".", "_" and "-", at most 64');return text}function quantity(name,text,read2,examples){if(text==="")return void 0;const value=read2(
text);if(value===void 0)throw invalid(name,text,examples);return value}function invalid(name,found,expected){return new UserError({code:"input-invalid",message:`\
the input ${name} is "${found.slice(0,100)}", expected ${expected}`,where:`with: ${name}`,fix:"correct it in the workflow; docs/action.md lists the inputs"})}function annotations(report){const{policy}=report;if(policy===null)return[];const all=report.models.flatMap(model=>model.checks.filter(({outcome})=>outcome!=="p\
ass").map(check=>annotationOf(model,check,policy.path)));return[...all.filter(({level})=>level==="error"),...all.filter(({level})=>level==="warning")]}function annotationOf(model,check,file){
return{level:check.level==="critical"&&check.outcome!=="inconclusive"?"error":"warning",file,line:check.line,column:check.column,title:`${plain(model.name,NAME_LIMIT)}\
: ${plain(check.check,NAME_LIMIT)} ${WORD[check.outcome]}`,message:plain(check.detail)}}var WORD={pass:"passed",fail:"failed",inconclusive:"is undecided",error:"\
could not be judged"};function harmless(text){const line=text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu," ").replaceAll("##[","# #[");return line.trimStart().startsWith(
"::")?`. ${line}`:line}function info2(text){info(harmless(text))}function notice2(text){notice(harmless(text),{title:"prune-gate"})}function debug2(text){for(const line of text.
split("\n"))debug(harmless(line))}function maskSecret(secret){if(secret!=="")setSecret(secret)}function failure(text){error(text,{title:"prune-gate"})}var MOST=50;var PRINT={error,warning};function annotate(report){for(const{level,file,line,column,title,message}of annotations(report).slice(0,MOST)){PRINT[level](
harmless(message),{title:harmless(title),file:harmless(file),startLine:line,startColumn:column})}const errors=[...report.errors,...report.models.flatMap(model=>model.
errors)];for(const error2 of errors.slice(0,MOST))error(harmless(sentenceOf(error2)),{title:harmless(`prune-gate: ${error2.code}`)})}function sentenceOf({message,
where:where2,fix}){return`${message}${where2===null?"":` (${where2})`}${fix===null?"":`. What to do: ${fix}`}`}import{existsSync}from"node:fs";import{join}from"node:path";var REPORT_FILES=["report.json","report.md","worker.log"];async function uploadReport(name,report,outDir,event){if((process.env.ACTIONS_RUNTIME_TOKEN??"")==="")
return{kind:"failed",reason:"this runner offers no artifact service"};const written=report.models.flatMap(({files:files2})=>[files2.model,files2.plan]).filter(file=>file!==
null);const files=[...REPORT_FILES,...written].map(file=>join(outDir,file)).filter(path10=>existsSync(path10));try{const{DefaultArtifactClient}=await import("./chunk-7HNBHAMP.js");
const{id}=await new DefaultArtifactClient().uploadArtifact(name,files,outDir);return id===void 0?{kind:"failed",reason:"the service gave no id"}:{kind:"uploaded",
url:`${event.runUrl}/artifacts/${id}`}}catch(thrown){return{kind:"failed",reason:messageOf(thrown)}}}function statusOf(thrown){const answered=typeof thrown==="object"&&thrown!==null&&"response"in thrown&&thrown.response!==void 0;return answered&&"status"in thrown&&
typeof thrown.status==="number"?thrown.status:0}var ACTIONS_BOT="github-actions[bot]";var PER_PAGE=100;var byId=(left,right)=>left.id-right.id;var NEXT_PAGE=/;\s*rel="?next"?/u;async function listMarked(client,place){
const{owner,repo,pullRequest,key}=place;const marked=[];for(let page=1;;page+=1){const{data,headers}=await client.rest.issues.listComments({owner,repo,issue_number:pullRequest,
per_page:PER_PAGE,page});if(!Array.isArray(data))throw new Error("the list of comments is cut off");for(const{id,html_url:url2,user,body:body2}of data){const run=runOf(
key,body2??"");if(run!==void 0)marked.push({id,url:url2,author:user?.login,run})}if(data.length<PER_PAGE&&!NEXT_PAGE.test(headers.link??""))return marked.sort(byId)}}
async function createComment(client,place,body2){const{owner,repo,pullRequest,run}=place;const{data}=await client.rest.issues.createComment({owner,repo,issue_number:pullRequest,
body:body2,request:{retries:0}});return{id:data.id,url:data.html_url,author:data.user?.login,run}}async function updateComment(client,place,comment,body2){await client.
rest.issues.updateComment({owner:place.owner,repo:place.repo,comment_id:comment.id,body:body2});return{...comment,run:place.run}}async function deleteComments(client,place,comments){
for(const{id}of comments){try{await client.rest.issues.deleteComment({owner:place.owner,repo:place.repo,comment_id:id})}catch(thrown){if(statusOf(thrown)!==404)
throw thrown}}}async function ownLogin(client){try{const{viewer}=await client.graphql("query { viewer { login } }");return viewer.login}catch{return ACTIONS_BOT}}var MOST_WRITES=4;async function upsertComment(client,event,pullRequest,key,markdown){const place={owner:event.owner,repo:event.repo,pullRequest,key,run:event.run};
try{return await settle(client,place,withMarker(key,event.run,markdown))}catch(thrown){return{kind:"failed",reason:reasonOf(thrown)}}}async function settle(client,place,body2){
let author;let kind="updated";let failure2=new Error("other runs keep changing the comment");let written;for(let writes=0;;writes+=1){const marked=including(await listMarked(
client,place),written);if(marked.length>0)author??=await ownLogin(client);const own=marked.filter(comment=>comment.author===author);const newer=own.find(comment=>compareRuns(
comment.run,place.run)>0);if(newer!==void 0)return await yieldTo(client,place,newer,own);const[first,...others]=own;const isSettled=writes>0&&others.length===0&&
first!==void 0&&compareRuns(first.run,place.run)===0;if(isSettled)return{kind,url:first.url};if(writes===MOST_WRITES)throw failure2;try{if(first===void 0)kind="\
created";written=first===void 0?await createComment(client,place,body2):await updateComment(client,place,first,body2);author=written.author;await deleteComments(
client,place,others)}catch(thrown){if(!mayHaveHappened(thrown))throw thrown;failure2=thrown instanceof Error?thrown:new Error(messageOf(thrown))}}}async function yieldTo(client,place,newer,own){
await deleteComments(client,place,own.filter(comment=>comment!==newer&&compareRuns(comment.run,place.run)===0));return{kind:"superseded",url:newer.url}}function including(listed,written){
if(written===void 0||listed.some(({id})=>id===written.id))return listed;return[...listed,written].sort(byId)}function mayHaveHappened(thrown){const status=statusOf(
thrown);return status===0||status===404||status>=500}function reasonOf(thrown){const status=statusOf(thrown);if(status===429||status===403&&/rate limit/iu.test(
messageOf(thrown)))return"GitHub's rate limit is used up";if(status===403||status===401){return'the token may not comment on this pull request: grant "permissio\
ns: pull-requests: write" to the job; on pull requests from forks the token is always read-only'}if(status===404)return'the token does not see this pull request\
: grant "permissions: pull-requests: write" to the job';return status===0?"GitHub's API did not answer":`GitHub's API answered with status ${status}`}import{join as join2}from"node:path";var OUTPUTS={"verdict":({report})=>report.verdict,"report-json":({outDir})=>join2(outDir,"report.json"),"report-markdown":({outDir})=>join2(outDir,"report.md"),
"model-path":source=>firstFile(source,"model"),"plan-path":source=>firstFile(source,"plan"),"models":source=>JSON.stringify(source.report.models.map(model=>summaryOf(
model,source.outDir))),"accuracy-drop":({report})=>worst(report,Math.max,model=>model.metrics[0]?.drop??null),"size-reduction":({report})=>worst(report,Math.min,
({measures})=>measures===null?null:reduction(measures.dense.fileBytes,measures.pruned.fileBytes)),"macs-reduction":({report})=>worst(report,Math.min,({measures})=>measures===
null?null:reduction(measures.dense.macs,measures.pruned.macs)),"latency-speedup":({report})=>worst(report,Math.min,({measures})=>measures?.speedup?.ratio??null),
"comment-url":({commentUrl})=>commentUrl,"artifact-url":({artifactUrl})=>artifactUrl};function setOutputs(source){for(const[name,value]of Object.entries(OUTPUTS))
setOutput(name,value(source))}function firstFile({report,outDir},kind){const file=report.models.map(({files})=>files[kind]).find(name=>name!==null);return file===
void 0||file===null?"":join2(outDir,file)}function summaryOf({name,verdict,files},outDir){const path10=file=>file===null?null:join2(outDir,file);return{name,verdict,
model:path10(files.model),plan:path10(files.plan)}}function worst(report,pick,value){const values=report.models.map(value);const known=values.filter(one=>one!==
null&&Number.isFinite(one));return known.length===0||known.length<values.length?"":String(pick(...known))}function reduction(dense,pruned){return dense===null||
pruned===null||dense===0?null:1-pruned/dense}async function writeSummary(markdown){try{await summary.addRaw(markdown,true).write();return void 0}catch(thrown){return`the job summary was not written: ${messageOf(
thrown)}`}}async function publish(report,outDir,setting,env){const artifactUrl=setting===void 0?"":await quietly("artifact","",()=>publishArtifact(report,outDir,setting));
const links=setting===void 0?{}:{run:artifactUrl===""?setting.event.runUrl:artifactUrl};await quietly("summary",void 0,async()=>{const problem=await writeSummary(
renderSummary(report,links));if(problem!==void 0)notice2(problem)});const commentUrl=setting===void 0?"":await quietly("comment","",()=>publishComment(report,links,
setting,env));await quietly("annotations",void 0,async()=>{annotate(report)});await quietly("outputs",void 0,async()=>{setOutputs({report,outDir,commentUrl,artifactUrl})})}
async function quietly(what,otherwise,act){try{return await act()}catch(thrown){notice2(`${what}: not published: ${messageOf(thrown)}`);return otherwise}}async function publishArtifact(report,outDir,{
inputs,event}){if(inputs.artifact==="")return"";const outcome=await uploadReport(inputs.artifact,report,outDir,event);if(outcome.kind==="uploaded")return outcome.
url;notice2(`no artifact: ${outcome.reason}`);return""}async function publishComment(report,links,{inputs,event},env){const reason=reasonForNone(report,inputs,event);
if(event.pullRequest===null||reason!==void 0){info2(`no comment: ${reason??`${event.kind} has no pull request`}`);return""}const{createClient}=await import("./chunk-2CTGT7WJ.js");
const client=createClient({token:inputs.token,apiUrl:env.GITHUB_API_URL??"https://api.github.com"});const markdown=renderMarkdown(report,{maxBytes:COMMENT_BYTES,
links});const outcome=await upsertComment(client,event,event.pullRequest,inputs.commentKey,markdown);if(outcome.kind==="failed"){notice2(`no comment: ${outcome.
reason}. The report is in the job summary`);return""}info2(`comment ${outcome.kind}: ${outcome.url}`);return outcome.url}function reasonForNone(report,inputs,event){
if(!inputs.comment)return"the input comment is false";if(event.pullRequest===null)return`${event.kind} carries no pull request`;if(inputs.token==="")return"the \
input github-token is empty";return report.errors.some(({code})=>code==="interrupted")?"the run was interrupted":void 0}import{existsSync as existsSync2,readFileSync,statSync}from"node:fs";import{dirname,join as join3,resolve as resolve2}from"node:path";function refuseUnsafeCheckout(event,workspace,policyPath){if(event.kind!=="pull_request_target")return;const places=[workspace,dirname(resolve2(workspace,policyPath))];
if(places.every(place=>headCommit(place)===event.baseSha))return;throw new UserError({code:"unsafe-checkout",message:"pull_request_target with a checkout of the\
 pull request runs a stranger's files beside a writable token",where:workspace,fix:'use "on: pull_request" with "permissions: { contents: read, pull-requests: w\
rite }"; docs/action.md has the workflow, and one for forks'})}function headCommit(folder){const git=gitFolder(resolve2(folder));if(git===void 0)return void 0;const head=read(
join3(git,"HEAD"));const ref=/^ref: (refs\/[^\s]+)$/u.exec(head??"")?.[1];return ref===void 0?head:read(join3(git,ref))??packedRef(git,ref)}function gitFolder(from){
for(let folder=from;;folder=dirname(folder)){const git=join3(folder,".git");if(existsSync2(git))return statSync(git).isDirectory()?git:void 0;if(dirname(folder)===
folder)return void 0}}function packedRef(git,ref){const line=read(join3(git,"packed-refs"))?.split("\n").find(one=>one.endsWith(` ${ref}`));return line?.split("\
 ")[0]}function read(path10){try{return readFileSync(path10,"utf8").trim()}catch{return void 0}}import{readFileSync as readFileSync2}from"node:fs";var EVENT_KINDS=["pull_request","pull_request_target","push","merge_group","schedule","workflow_dispatch","workflow_run"];var SHA=/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;
var NO_COMMIT=/^0+$/u;var MAX_PAYLOAD_BYTES=32*2**20;var COMMITS={pull_request:payload=>({base:at(payload,"pull_request","base","sha"),head:at(payload,"pull_req\
uest","head","sha")}),pull_request_target:payload=>COMMITS.pull_request(payload),push:payload=>({base:at(payload,"before"),head:at(payload,"after")}),merge_group:payload=>({
base:at(payload,"merge_group","base_sha"),head:at(payload,"merge_group","head_sha")}),workflow_run:payload=>({base:void 0,head:at(payload,"workflow_run","head_s\
ha")}),schedule:()=>({base:void 0,head:void 0}),workflow_dispatch:()=>({base:void 0,head:void 0}),other:()=>({base:void 0,head:void 0})};function readEvent(env){
const kind=EVENT_KINDS.find(name=>name===env.GITHUB_EVENT_NAME)??"other";const payload=readPayload(env.GITHUB_EVENT_PATH);const[owner="",repo=""]=required(env,"\
GITHUB_REPOSITORY").split("/");const{base,head}=COMMITS[kind](payload);const id=positive(env,"GITHUB_RUN_ID");return{kind,owner,repo,baseSha:shaOr(base,null),headSha:shaOr(
head,required(env,"GITHUB_SHA")),pullRequest:numberOrNull(at(payload,"pull_request","number")),fork:isFork(payload),run:{id,attempt:env.GITHUB_RUN_ATTEMPT===void 0?
1:positive(env,"GITHUB_RUN_ATTEMPT")},runUrl:`${env.GITHUB_SERVER_URL??"https://github.com"}/${owner}/${repo}/actions/runs/${id}`}}function readPayload(path10){
if(path10===void 0||path10==="")return{};try{const text=readFileSync2(path10);if(text.length>MAX_PAYLOAD_BYTES)throw new Error(`it has ${text.length} bytes`);const payload=JSON.
parse(text.toString("utf8"));if(typeof payload!=="object"||payload===null||Array.isArray(payload))throw new Error("it is not an object");return payload}catch(cause){
throw invalid2("GITHUB_EVENT_PATH",`the event's payload cannot be read: ${messageOf(cause)}`,cause)}}function isFork(payload){if(at(payload,"pull_request","head")===
void 0)return false;const head=at(payload,"pull_request","head","repo","full_name");return head===void 0||head!==at(payload,"pull_request","base","repo","full_n\
ame")}function at(value,...path10){return path10.reduce((inner,key)=>typeof inner==="object"&&inner!==null&&Object.hasOwn(inner,key)?inner[key]:void 0,value)}function shaOr(value,otherwise){
return typeof value==="string"&&SHA.test(value)&&!NO_COMMIT.test(value)?value:otherwise}function numberOrNull(value){return typeof value==="number"&&Number.isSafeInteger(
value)&&value>0?value:null}function required(env,name){const value=env[name];if(value===void 0||value==="")throw invalid2(name,`${name} is not set`);return value}
function positive(env,name){const value=Number(required(env,name));if(!Number.isSafeInteger(value)||value<=0)throw invalid2(name,`${name} is not a whole number \
above 0`);return value}function invalid2(where2,message,cause){return new UserError({code:"event-invalid",message,where:where2,cause,fix:"the action runs inside\
 a GitHub Actions job; elsewhere use the command line: npx prune-gate run"})}import{existsSync as existsSync7}from"node:fs";import{tmpdir}from"node:os";import{join as join11}from"node:path";import*as path8 from"path";import*as fs from"fs";function getOptions(copy){const result={followSymbolicLinks:true,implicitDescendants:true,matchDirectories:true,omitBrokenSymbolicLinks:true,excludeHiddenFiles:false};
if(copy){if(typeof copy.followSymbolicLinks==="boolean"){result.followSymbolicLinks=copy.followSymbolicLinks;debug(`followSymbolicLinks '${result.followSymbolicLinks}\
'`)}if(typeof copy.implicitDescendants==="boolean"){result.implicitDescendants=copy.implicitDescendants;debug(`implicitDescendants '${result.implicitDescendants}\
'`)}if(typeof copy.matchDirectories==="boolean"){result.matchDirectories=copy.matchDirectories;debug(`matchDirectories '${result.matchDirectories}'`)}if(typeof copy.
omitBrokenSymbolicLinks==="boolean"){result.omitBrokenSymbolicLinks=copy.omitBrokenSymbolicLinks;debug(`omitBrokenSymbolicLinks '${result.omitBrokenSymbolicLinks}\
'`)}if(typeof copy.excludeHiddenFiles==="boolean"){result.excludeHiddenFiles=copy.excludeHiddenFiles;debug(`excludeHiddenFiles '${result.excludeHiddenFiles}'`)}}
return result}import*as path5 from"path";import*as path from"path";import assert from"assert";var IS_WINDOWS=process.platform==="win32";function dirname3(p){p=safeTrimTrailingSeparator(p);if(IS_WINDOWS&&
/^\\\\[^\\]+(\\[^\\]+)?$/.test(p)){return p}let result=path.dirname(p);if(IS_WINDOWS&&/^\\\\[^\\]+\\[^\\]+\\$/.test(result)){result=safeTrimTrailingSeparator(result)}
return result}function ensureAbsoluteRoot(root,itemPath){assert(root,`ensureAbsoluteRoot parameter 'root' must not be empty`);assert(itemPath,`ensureAbsoluteRoo\
t parameter 'itemPath' must not be empty`);if(hasAbsoluteRoot(itemPath)){return itemPath}if(IS_WINDOWS){if(itemPath.match(/^[A-Z]:[^\\/]|^[A-Z]:$/i)){let cwd=process.
cwd();assert(cwd.match(/^[A-Z]:\\/i),`Expected current directory to start with an absolute drive root. Actual '${cwd}'`);if(itemPath[0].toUpperCase()===cwd[0].toUpperCase()){
if(itemPath.length===2){return`${itemPath[0]}:\\${cwd.substr(3)}`}else{if(!cwd.endsWith("\\")){cwd+="\\"}return`${itemPath[0]}:\\${cwd.substr(3)}${itemPath.substr(
2)}`}}else{return`${itemPath[0]}:\\${itemPath.substr(2)}`}}else if(normalizeSeparators(itemPath).match(/^\\$|^\\[^\\]/)){const cwd=process.cwd();assert(cwd.match(
/^[A-Z]:\\/i),`Expected current directory to start with an absolute drive root. Actual '${cwd}'`);return`${cwd[0]}:\\${itemPath.substr(1)}`}}assert(hasAbsoluteRoot(
root),`ensureAbsoluteRoot parameter 'root' must have an absolute root`);if(root.endsWith("/")||IS_WINDOWS&&root.endsWith("\\")){}else{root+=path.sep}return root+
itemPath}function hasAbsoluteRoot(itemPath){assert(itemPath,`hasAbsoluteRoot parameter 'itemPath' must not be empty`);itemPath=normalizeSeparators(itemPath);if(IS_WINDOWS){
return itemPath.startsWith("\\\\")||/^[A-Z]:\\/i.test(itemPath)}return itemPath.startsWith("/")}function hasRoot(itemPath){assert(itemPath,`isRooted parameter '\
itemPath' must not be empty`);itemPath=normalizeSeparators(itemPath);if(IS_WINDOWS){return itemPath.startsWith("\\")||/^[A-Z]:/i.test(itemPath)}return itemPath.
startsWith("/")}function normalizeSeparators(p){p=p||"";if(IS_WINDOWS){p=p.replace(/\//g,"\\");const isUnc=/^\\\\+[^\\]/.test(p);return(isUnc?"\\":"")+p.replace(
/\\\\+/g,"\\")}return p.replace(/\/\/+/g,"/")}function safeTrimTrailingSeparator(p){if(!p){return""}p=normalizeSeparators(p);if(!p.endsWith(path.sep)){return p}
if(p===path.sep){return p}if(IS_WINDOWS&&/^[A-Z]:\\$/i.test(p)){return p}return p.substr(0,p.length-1)}var MatchKind;(function(MatchKind2){MatchKind2[MatchKind2["None"]=0]="None";MatchKind2[MatchKind2["Directory"]=1]="Directory";MatchKind2[MatchKind2["File"]=2]="\
File";MatchKind2[MatchKind2["All"]=3]="All"})(MatchKind||(MatchKind={}));var IS_WINDOWS2=process.platform==="win32";function getSearchPaths(patterns){patterns=patterns.filter(x=>!x.negate);const searchPathMap={};for(const pattern of patterns){
const key=IS_WINDOWS2?pattern.searchPath.toUpperCase():pattern.searchPath;searchPathMap[key]="candidate"}const result=[];for(const pattern of patterns){const key=IS_WINDOWS2?
pattern.searchPath.toUpperCase():pattern.searchPath;if(searchPathMap[key]==="included"){continue}let foundAncestor=false;let tempKey=key;let parent=dirname3(tempKey);
while(parent!==tempKey){if(searchPathMap[parent]){foundAncestor=true;break}tempKey=parent;parent=dirname3(tempKey)}if(!foundAncestor){result.push(pattern.searchPath);
searchPathMap[key]="included"}}return result}function match(patterns,itemPath){let result=MatchKind.None;for(const pattern of patterns){if(pattern.negate){result&=
~pattern.match(itemPath)}else{result|=pattern.match(itemPath)}}return result}function partialMatch(patterns,itemPath){return patterns.some(x=>!x.negate&&x.partialMatch(
itemPath))}import*as os from"os";import*as path4 from"path";import assert3 from"assert";var range=(a,b,str)=>{let begs,beg,left,right=void 0,result;let ai=str.indexOf(a);let bi=str.indexOf(b,ai+1);let i=ai;if(ai>=0&&bi>0){if(a===b){return[ai,bi]}begs=
[];left=str.length;while(i>=0&&!result){if(i===ai){begs.push(i);ai=str.indexOf(a,i+1)}else if(begs.length===1){const r=begs.pop();if(r!==void 0)result=[r,bi]}else{
beg=begs.pop();if(beg!==void 0&&beg<left){left=beg;right=bi}bi=str.indexOf(b,i+1)}i=ai<bi&&ai>=0?ai:bi}if(begs.length&&right!==void 0){result=[left,right]}}return result};var escSlash="\0SLASH"+Math.random().toFixed(16)+"\0";var escOpen="\0OPEN"+Math.random().toFixed(16)+"\0";var escClose="\0CLOSE"+Math.random().toFixed(16)+"\0";
var escComma="\0COMMA"+Math.random().toFixed(16)+"\0";var escPeriod="\0PERIOD"+Math.random().toFixed(16)+"\0";var escSlashPattern=new RegExp(escSlash,"g");var escOpenPattern=new RegExp(
escOpen,"g");var escClosePattern=new RegExp(escClose,"g");var escCommaPattern=new RegExp(escComma,"g");var escPeriodPattern=new RegExp(escPeriod,"g");var slashPattern=/\\\\/g;
var openPattern=/\\{/g;var closePattern=/\\}/g;var commaPattern=/\\,/g;var periodPattern=/\\\./g;var EXPANSION_MAX=1e5;var EXPANSION_MAX_LENGTH=4e6;var EXPANSION_MAX_DEPTH=1e3;
var EXPANSION_MAX_REWRITES=1e3;var EXPANSION_MAX_STEPS=2e7;var CALL_STEPS=16;function numeric(str){return!isNaN(str)?parseInt(str,10):str.charCodeAt(0)}function escapeBraces(str){
return str.replace(slashPattern,escSlash).replace(openPattern,escOpen).replace(closePattern,escClose).replace(commaPattern,escComma).replace(periodPattern,escPeriod)}
function unescapeBraces(str){return str.replace(escSlashPattern,"\\").replace(escOpenPattern,"{").replace(escClosePattern,"}").replace(escCommaPattern,",").replace(
escPeriodPattern,".")}function pushAll(target,items){for(let i=0;i<items.length;i++){target.push(items[i])}}function balancedWithBudget(str,masked,budget){if(budget.
remaining<0){return void 0}const r=range("{","}",masked);const unmatched=r!==void 0&&masked.indexOf("{")<r[0];budget.remaining-=r&&!unmatched?r[1]+1:str.length;
if(!r||budget.remaining<0){return void 0}return{end:r[1],pre:str.slice(0,r[0]),body:str.slice(r[0]+1,r[1]),post:str.slice(r[1]+1),unmatched}}function maskUnmatchedOpens(masked,budget){
budget.remaining-=masked.length;const open=[];for(let i=0;i<masked.length;i++){const c=masked.charCodeAt(i);if(c===123){open.push(i)}else if(c===125&&open.length){
open.pop()}}let out="";let last=0;for(let i=0;i<open.length;i++){const at2=open[i];out+=masked.slice(last,at2)+"\0";last=at2+1}return out+masked.slice(last)}function commaSetFollows(str,budget){
budget.remaining-=str.length;if(budget.remaining<0){return false}let close=false;for(let i=str.length-1;i>=0;i--){const c=str.charCodeAt(i);if(c===125){close=true}else if(c===
10||c===13||c===8232||c===8233){close=false}else if(c===44&&close&&str.charCodeAt(i+1)!==44){return true}}return false}function parseCommaParts(str,budget){const parts=[];
let carry="";for(;;){const m=balancedWithBudget(str,str,budget);if(budget.remaining<0){return void 0}if(!m){const tail=str.split(",");tail[0]=carry+tail[0];pushAll(
parts,tail);return parts}const{pre,body:body2,post}=m;const p=pre.split(",");p[0]=carry+p[0];p[p.length-1]+="{"+body2+"}";if(!post.length){pushAll(parts,p);return parts}
carry=p.pop();pushAll(parts,p);str=post}}function bound(value,fallback){return value===void 0||isNaN(value)?fallback:value}function expand(str,options={}){if(!str){
return[]}const max=bound(options.max,EXPANSION_MAX);const maxLength=bound(options.maxLength,EXPANSION_MAX_LENGTH);const maxDepth=bound(options.maxDepth,EXPANSION_MAX_DEPTH);
const maxRewrites=bound(options.maxRewrites,EXPANSION_MAX_REWRITES);const maxSteps=bound(options.maxSteps,EXPANSION_MAX_STEPS);if(str.slice(0,2)==="{}"){str="\\{\
\\}"+str.slice(2)}return expand_(escapeBraces(str),max,maxLength,maxDepth,0,maxRewrites,{remaining:maxSteps},true).map(unescapeBraces)}function embrace(str){return"\
{"+str+"}"}function isPadded(el){return/^-?0\d/.test(el)}function lte(i,y){return i<=y}function gte(i,y){return i>=y}function combine(acc,pre,values,max,maxLength,dropEmpties,budget){
const out=[];let length=0;let nonEmpty;outer:for(let a=0;a<acc.length;a++){const prefix2=acc[a]+pre;let vs=values;if(dropEmpties&&!prefix2){if(!nonEmpty)nonEmpty=
values.filter(v=>v);vs=nonEmpty}for(let v=0;v<vs.length;v++){if(out.length>=max)break outer;const expansion=prefix2+vs[v];if(length+expansion.length>maxLength)break outer;
out.push(expansion);length+=expansion.length}}budget.remaining-=out.length;return out}function expandSequence(body2,isAlphaSequence,max,maxLength,budget){const n=body2.
split(/\.\./);const N=[];if(n[0]===void 0||n[1]===void 0){return N}const x=numeric(n[0]);const y=numeric(n[1]);const width=Math.max(n[0].length,n[1].length);let incr=n.
length===3&&n[2]!==void 0?Math.max(Math.abs(numeric(n[2])),1):1;let test=lte;const reverse=y<x;if(reverse){incr*=-1;test=gte}const pad=n.some(isPadded);const cost=pad?
width:1;let length=0;for(let i=x;test(i,y)&&N.length<max;i+=incr){budget.remaining-=cost;if(budget.remaining<0){return void 0}let c;if(isAlphaSequence){c=String.
fromCharCode(i);if(c==="\\"){c=""}}else{c=String(i);if(pad){const need=width-c.length;if(need>0){const z=new Array(need+1).join("0");if(i<0){c="-"+z+c.slice(1)}else{
c=z+c}}}}if(length+c.length>maxLength)break;N.push(c);length+=c.length}return N}function expand_(str,max,maxLength,maxDepth,depth,maxRewrites,budget,isTop){budget.
remaining-=CALL_STEPS;if(depth>maxDepth){return[str]}let acc=[""];let rewrites=0;let dropEmpties=false;let firstGroup=true;let masked=str;for(;;){const m=balancedWithBudget(
str,masked,budget);if(!m){return combine(acc,str,[""],max,maxLength,dropEmpties,budget)}if(m.unmatched){masked=maskUnmatchedOpens(masked,budget)}const pre=m.pre;
const literal=()=>combine(acc,pre+"{"+m.body+"}"+m.post,[""],max,maxLength,dropEmpties,budget);if(/\$$/.test(pre)){acc=combine(acc,pre+"{"+m.body+"}",[""],max,maxLength,
dropEmpties&&!m.post.length,budget);firstGroup=false;if(!m.post.length)break;str=m.post;masked=masked.slice(m.end+1);continue}const isNumericSequence=/^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.
test(m.body);const isAlphaSequence=/^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.test(m.body);const isSequence=isNumericSequence||isAlphaSequence;const isOptions=m.body.
indexOf(",")>=0;if(!isSequence&&!isOptions){if(rewrites<maxRewrites&&commaSetFollows(m.post,budget)){rewrites++;str=m.pre+"{"+m.body+escClose+m.post;masked=masked.
slice(0,m.end)+escClose+masked.slice(m.end+1);isTop=true;continue}return literal()}if(firstGroup){dropEmpties=isTop&&!isSequence;firstGroup=false}let values;if(isSequence){
values=expandSequence(m.body,isAlphaSequence,max,maxLength,budget);if(!values){return literal()}}else{let n=parseCommaParts(m.body,budget);if(!n){return literal()}
if(n.length===1&&n[0]!==void 0){n=expand_(n[0],max,maxLength,maxDepth,depth+1,maxRewrites,budget,false).map(embrace);if(budget.remaining<0){return literal()}if(n.
length===1){const next2=combine(acc,pre+n[0],[""],max,maxLength,dropEmpties&&!m.post.length,budget);if(budget.remaining<0){return literal()}acc=next2;if(!m.post.
length)break;str=m.post;masked=masked.slice(m.end+1);continue}}let dropsEmpties=dropEmpties&&!m.post.length&&!pre;for(let d=0;dropsEmpties&&d<acc.length;d++){if(acc[d]){
dropsEmpties=false}}values=[];let valuesLength=0;outer:for(let j=0;j<n.length;j++){const expanded=expand_(n[j],max,maxLength,maxDepth,depth+1,maxRewrites,budget,
false);if(budget.remaining<0){return literal()}for(let k=0;k<expanded.length;k++){const v=expanded[k];if(dropsEmpties&&!v)continue;if(values.length>=max||valuesLength+
v.length>maxLength){break outer}values.push(v);valuesLength+=v.length}}}const next=combine(acc,pre,values,max,maxLength,dropEmpties&&!m.post.length,budget);if(budget.
remaining<0){return literal()}acc=next;if(!m.post.length)break;str=m.post;masked=masked.slice(m.end+1)}return acc}var MAX_PATTERN_LENGTH=1024*64;var assertValidPattern=pattern=>{if(typeof pattern!=="string"){throw new TypeError("invalid pattern")}if(pattern.length>MAX_PATTERN_LENGTH){
throw new TypeError("pattern is too long")}};var posixClasses={"[:alnum:]":["\\p{L}\\p{Nl}\\p{Nd}",true],"[:alpha:]":["\\p{L}\\p{Nl}",true],"[:ascii:]":["\\x00-\\x7f",false],"[:blank:]":["\\p{Zs}\\t",true],
"[:cntrl:]":["\\p{Cc}",true],"[:digit:]":["\\p{Nd}",true],"[:graph:]":["\\p{Z}\\p{C}",true,true],"[:lower:]":["\\p{Ll}",true],"[:print:]":["\\p{C}",true],"[:pun\
ct:]":["\\p{P}",true],"[:space:]":["\\p{Z}\\t\\r\\n\\v\\f",true],"[:upper:]":["\\p{Lu}",true],"[:word:]":["\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}",true],"[:xdigit:]":["A-F\
a-f0-9",false]};var braceEscape=s=>s.replace(/[[\]\\-]/g,"\\$&");var regexpEscape=s=>s.replace(/[-[\]{}()*+?.,\\^$|#\s]/g,"\\$&");var rangesToString=ranges=>ranges.
join("");var parseClass=(glob,position)=>{const pos=position;if(glob.charAt(pos)!=="["){throw new Error("not in a brace expression")}const ranges=[];const negs=[];
let i=pos+1;let sawStart=false;let uflag=false;let escaping=false;let negate=false;let endPos=pos;let rangeStart="";WHILE:while(i<glob.length){const c=glob.charAt(
i);if((c==="!"||c==="^")&&i===pos+1){negate=true;i++;continue}if(c==="]"&&sawStart&&!escaping){endPos=i+1;break}sawStart=true;if(c==="\\"){if(!escaping){escaping=
true;i++;continue}}if(c==="["&&!escaping){for(const[cls,[unip,u,neg]]of Object.entries(posixClasses)){if(glob.startsWith(cls,i)){if(rangeStart){return["$.",false,
glob.length-pos,true]}i+=cls.length;if(neg)negs.push(unip);else ranges.push(unip);uflag=uflag||u;continue WHILE}}}escaping=false;if(rangeStart){if(c>rangeStart){
ranges.push(braceEscape(rangeStart)+"-"+braceEscape(c))}else if(c===rangeStart){ranges.push(braceEscape(c))}rangeStart="";i++;continue}if(glob.startsWith("-]",i+
1)){ranges.push(braceEscape(c+"-"));i+=2;continue}if(glob.startsWith("-",i+1)){rangeStart=c;i+=2;continue}ranges.push(braceEscape(c));i++}if(endPos<i){return["",
false,0,false]}if(!ranges.length&&!negs.length){return["$.",false,glob.length-pos,true]}if(negs.length===0&&ranges.length===1&&/^\\?.$/.test(ranges[0])&&!negate){
const r=ranges[0].length===2?ranges[0].slice(-1):ranges[0];return[regexpEscape(r),false,endPos-pos,false]}const sranges="["+(negate?"^":"")+rangesToString(ranges)+
"]";const snegs="["+(negate?"":"^")+rangesToString(negs)+"]";const comb=ranges.length&&negs.length?"("+sranges+"|"+snegs+")":ranges.length?sranges:snegs;return[
comb,uflag,endPos-pos,true]};var unescape=(s,{windowsPathsNoEscape=false,magicalBraces=true}={})=>{if(magicalBraces){return windowsPathsNoEscape?s.replace(/\[([^/\\])\]/g,"$1"):s.replace(/((?!\\).|^)\[([^/\\])\]/g,
"$1$2").replace(/\\([^/])/g,"$1")}return windowsPathsNoEscape?s.replace(/\[([^/\\{}])\]/g,"$1"):s.replace(/((?!\\).|^)\[([^/\\{}])\]/g,"$1$2").replace(/\\([^/{}])/g,
"$1")};var _a;var types=new Set(["!","?","+","*","@"]);var isExtglobType=c=>types.has(c);var isExtglobAST=c=>isExtglobType(c.type);var adoptionMap=new Map([["!",["@"]],
["?",["?","@"]],["@",["@"]],["*",["*","+","?","@"]],["+",["+","@"]]]);var adoptionWithSpaceMap=new Map([["!",["?"]],["@",["?"]],["+",["?","*"]]]);var adoptionAnyMap=new Map(
[["!",["?","@"]],["?",["?","@"]],["@",["?","@"]],["*",["*","+","?","@"]],["+",["+","@","?","*"]]]);var usurpMap=new Map([["!",new Map([["!","@"]])],["?",new Map(
[["*","*"],["+","*"]])],["@",new Map([["!","!"],["?","?"],["@","@"],["*","*"],["+","+"]])],["+",new Map([["?","*"],["*","*"]])]]);var startNoTraversal="(?!(?:^|\
/)\\.\\.?(?:$|/))";var startNoDot="(?!\\.)";var addPatternStart=new Set(["[","."]);var justDots=new Set(["..","."]);var reSpecials=new Set("().*{}+?[]^$\\!");var regExpEscape=s=>s.
replace(/[-[\]{}()*+?.,\\^$|#\s]/g,"\\$&");var qmark="[^/]";var star=qmark+"*?";var starNoEmpty=qmark+"+?";var ID=0;var AST=class{type;#root;#hasMagic;#uflag=false;#parts=[];#parent;#parentIndex;#negs;#filledNegs=false;#options;#toString;#emptyExt=false;id=++ID;get depth(){
return(this.#parent?.depth??-1)+1}[Symbol.for("nodejs.util.inspect.custom")](){return{"@@type":"AST",id:this.id,type:this.type,root:this.#root.id,parent:this.#parent?.
id,depth:this.depth,partsLength:this.#parts.length,parts:this.#parts}}constructor(type,parent,options={}){this.type=type;if(type)this.#hasMagic=true;this.#parent=
parent;this.#root=this.#parent?this.#parent.#root:this;this.#options=this.#root===this?options:this.#root.#options;this.#negs=this.#root===this?[]:this.#root.#negs;
if(type==="!"&&!this.#root.#filledNegs)this.#negs.push(this);this.#parentIndex=this.#parent?this.#parent.#parts.length:0}get hasMagic(){if(this.#hasMagic!==void 0)
return this.#hasMagic;for(const p of this.#parts){if(typeof p==="string")continue;if(p.type||p.hasMagic)return this.#hasMagic=true}return this.#hasMagic}toString(){
return this.#toString!==void 0?this.#toString:!this.type?this.#toString=this.#parts.map(p=>String(p)).join(""):this.#toString=this.type+"("+this.#parts.map(p=>String(
p)).join("|")+")"}#fillNegs(){if(this!==this.#root)throw new Error("should only call on root");if(this.#filledNegs)return this;this.toString();this.#filledNegs=
true;let n;while(n=this.#negs.pop()){if(n.type!=="!")continue;let p=n;let pp=p.#parent;while(pp){for(let i=p.#parentIndex+1;!pp.type&&i<pp.#parts.length;i++){for(const part of n.#parts){
if(typeof part==="string"){throw new Error("string part in extglob AST??")}part.copyIn(pp.#parts[i])}}p=pp;pp=p.#parent}}return this}push(...parts){for(const p of parts){
if(p==="")continue;if(typeof p!=="string"&&!(p instanceof _a&&p.#parent===this)){throw new Error("invalid part: "+p)}this.#parts.push(p)}}toJSON(){const ret=this.
type===null?this.#parts.slice().map(p=>typeof p==="string"?p:p.toJSON()):[this.type,...this.#parts.map(p=>p.toJSON())];if(this.isStart()&&!this.type)ret.unshift(
[]);if(this.isEnd()&&(this===this.#root||this.#root.#filledNegs&&this.#parent?.type==="!")){ret.push({})}return ret}isStart(){if(this.#root===this)return true;if(!this.#parent?.
isStart())return false;if(this.#parentIndex===0)return true;const p=this.#parent;for(let i=0;i<this.#parentIndex;i++){const pp=p.#parts[i];if(!(pp instanceof _a&&
pp.type==="!")){return false}}return true}isEnd(){if(this.#root===this)return true;if(this.#parent?.type==="!")return true;if(!this.#parent?.isEnd())return false;
if(!this.type)return this.#parent?.isEnd();const pl=this.#parent?this.#parent.#parts.length:0;return this.#parentIndex===pl-1}copyIn(part){if(typeof part==="str\
ing")this.push(part);else this.push(part.clone(this))}clone(parent){const c=new _a(this.type,parent);for(const p of this.#parts){c.copyIn(p)}return c}static#parseAST(str,ast,pos,opt,extDepth){
const maxDepth=opt.maxExtglobRecursion??2;let escaping=false;let inBrace=false;let braceStart=-1;let braceNeg=false;if(ast.type===null){let i2=pos;let acc2="";while(i2<
str.length){const c=str.charAt(i2++);if(escaping||c==="\\"){escaping=!escaping;acc2+=c;continue}if(inBrace){if(i2===braceStart+1){if(c==="^"||c==="!"){braceNeg=
true}}else if(c==="]"&&!(i2===braceStart+2&&braceNeg)){inBrace=false}acc2+=c;continue}else if(c==="["){inBrace=true;braceStart=i2;braceNeg=false;acc2+=c;continue}
const doRecurse=!opt.noext&&isExtglobType(c)&&str.charAt(i2)==="("&&extDepth<=maxDepth;if(doRecurse){ast.push(acc2);acc2="";const ext2=new _a(c,ast);i2=_a.#parseAST(
str,ext2,i2,opt,extDepth+1);ast.push(ext2);continue}acc2+=c}ast.push(acc2);return i2}let i=pos+1;let part=new _a(null,ast);const parts=[];let acc="";while(i<str.
length){const c=str.charAt(i++);if(escaping||c==="\\"){escaping=!escaping;acc+=c;continue}if(inBrace){if(i===braceStart+1){if(c==="^"||c==="!"){braceNeg=true}}else if(c===
"]"&&!(i===braceStart+2&&braceNeg)){inBrace=false}acc+=c;continue}else if(c==="["){inBrace=true;braceStart=i;braceNeg=false;acc+=c;continue}const doRecurse=!opt.
noext&&isExtglobType(c)&&str.charAt(i)==="("&&(extDepth<=maxDepth||ast&&ast.#canAdoptType(c));if(doRecurse){const depthAdd=ast&&ast.#canAdoptType(c)?0:1;part.push(
acc);acc="";const ext2=new _a(c,part);part.push(ext2);i=_a.#parseAST(str,ext2,i,opt,extDepth+depthAdd);continue}if(c==="|"){part.push(acc);acc="";parts.push(part);
part=new _a(null,ast);continue}if(c===")"){if(acc===""&&ast.#parts.length===0){ast.#emptyExt=true}part.push(acc);acc="";ast.push(...parts,part);return i}acc+=c}
ast.type=null;ast.#hasMagic=void 0;ast.#parts=[str.substring(pos-1)];return i}#canAdoptWithSpace(child){return this.#canAdopt(child,adoptionWithSpaceMap)}#canAdopt(child,map=adoptionMap){
if(!child||typeof child!=="object"||child.type!==null||child.#parts.length!==1||this.type===null){return false}const gc=child.#parts[0];if(!gc||typeof gc!=="obj\
ect"||gc.type===null){return false}return this.#canAdoptType(gc.type,map)}#canAdoptType(c,map=adoptionAnyMap){return!!map.get(this.type)?.includes(c)}#adoptWithSpace(child,index){
const gc=child.#parts[0];const blank=new _a(null,gc,this.options);blank.#parts.push("");gc.push(blank);this.#adopt(child,index)}#adopt(child,index){const gc=child.#parts[0];
this.#parts.splice(index,1,...gc.#parts);for(const p of gc.#parts){if(typeof p==="object")p.#parent=this}this.#toString=void 0}#canUsurpType(c){const m=usurpMap.
get(this.type);return!!m?.has(c)}#canUsurp(child){if(!child||typeof child!=="object"||child.type!==null||child.#parts.length!==1||this.type===null||this.#parts.
length!==1){return false}const gc=child.#parts[0];if(!gc||typeof gc!=="object"||gc.type===null){return false}return this.#canUsurpType(gc.type)}#usurp(child){const m=usurpMap.
get(this.type);const gc=child.#parts[0];const nt=m?.get(gc.type);if(!nt)return false;this.#parts=gc.#parts;for(const p of this.#parts){if(typeof p==="object"){p.#parent=
this}}this.type=nt;this.#toString=void 0;this.#emptyExt=false}static fromGlob(pattern,options={}){const ast=new _a(null,void 0,options);_a.#parseAST(pattern,ast,
0,options,0);return ast}toMMPattern(){if(this!==this.#root)return this.#root.toMMPattern();const glob=this.toString();const[re,body2,hasMagic,uflag]=this.toRegExpSource();
const anyMagic=hasMagic||this.#hasMagic||this.#options.nocase&&!this.#options.nocaseMagicOnly&&glob.toUpperCase()!==glob.toLowerCase();if(!anyMagic){return body2}
const flags=(this.#options.nocase?"i":"")+(uflag?"u":"");return Object.assign(new RegExp(`^${re}$`,flags),{_src:re,_glob:glob})}get options(){return this.#options}toRegExpSource(allowDot){
const dot=allowDot??!!this.#options.dot;if(this.#root===this){this.#flatten();this.#fillNegs()}if(!isExtglobAST(this)){const noEmpty=this.isStart()&&this.isEnd()&&
!this.#parts.some(s=>typeof s!=="string");const src=this.#parts.map(p=>{const[re,_,hasMagic,uflag]=typeof p==="string"?_a.#parseGlob(p,this.#hasMagic,noEmpty):p.
toRegExpSource(allowDot);this.#hasMagic=this.#hasMagic||hasMagic;this.#uflag=this.#uflag||uflag;return re}).join("");let start2="";if(this.isStart()){if(typeof this.#parts[0]===
"string"){const dotTravAllowed=this.#parts.length===1&&justDots.has(this.#parts[0]);if(!dotTravAllowed){const aps=addPatternStart;const needNoTrav=dot&&aps.has(
src.charAt(0))||src.startsWith("\\.")&&aps.has(src.charAt(2))||src.startsWith("\\.\\.")&&aps.has(src.charAt(4));const needNoDot=!dot&&!allowDot&&aps.has(src.charAt(
0));start2=needNoTrav?startNoTraversal:needNoDot?startNoDot:""}}}let end2="";if(this.isEnd()&&this.#root.#filledNegs&&this.#parent?.type==="!"){end2="(?:$|\\/)"}
const final2=start2+src+end2;return[final2,unescape(src),this.#hasMagic=!!this.#hasMagic,this.#uflag]}const repeated=this.type==="*"||this.type==="+";const start=this.
type==="!"?"(?:(?!(?:":"(?:";let body2=this.#partsToRegExp(dot);if(this.isStart()&&this.isEnd()&&!body2&&this.type!=="!"){const s=this.toString();const me=this;
me.#parts=[s];me.type=null;me.#hasMagic=void 0;return[s,unescape(this.toString()),false,false]}let bodyDotAllowed=!repeated||allowDot||dot||!startNoDot?"":this.#partsToRegExp(
true);if(bodyDotAllowed===body2){bodyDotAllowed=""}if(bodyDotAllowed){body2=`(?:${body2})(?:${bodyDotAllowed})*?`}let final="";if(this.type==="!"&&this.#emptyExt){
final=(this.isStart()&&!dot?startNoDot:"")+starNoEmpty}else{const close=this.type==="!"?"))"+(this.isStart()&&!dot&&!allowDot?startNoDot:"")+star+")":this.type===
"@"?")":this.type==="?"?")?":this.type==="+"&&bodyDotAllowed?")":this.type==="*"&&bodyDotAllowed?`)?`:`)${this.type}`;final=start+body2+close}return[final,unescape(
body2),this.#hasMagic=!!this.#hasMagic,this.#uflag]}#flatten(){if(!isExtglobAST(this)){for(const p of this.#parts){if(typeof p==="object"){p.#flatten()}}}else{let iterations=0;
let done=false;do{done=true;for(let i=0;i<this.#parts.length;i++){const c=this.#parts[i];if(typeof c==="object"){c.#flatten();if(this.#canAdopt(c)){done=false;this.#adopt(
c,i)}else if(this.#canAdoptWithSpace(c)){done=false;this.#adoptWithSpace(c,i)}else if(this.#canUsurp(c)){done=false;this.#usurp(c)}}}}while(!done&&++iterations<
10)}this.#toString=void 0}#partsToRegExp(dot){return this.#parts.map(p=>{if(typeof p==="string"){throw new Error("string type in extglob ast??")}const[re,_,_hasMagic,
uflag]=p.toRegExpSource(dot);this.#uflag=this.#uflag||uflag;return re}).filter(p=>!(this.isStart()&&this.isEnd())||!!p).join("|")}static#parseGlob(glob,hasMagic,noEmpty=false){
let escaping=false;let re="";let uflag=false;let inStar=false;for(let i=0;i<glob.length;i++){const c=glob.charAt(i);if(escaping){escaping=false;re+=(reSpecials.
has(c)?"\\":"")+c;continue}if(c==="*"){if(inStar)continue;inStar=true;re+=noEmpty&&/^[*]+$/.test(glob)?starNoEmpty:star;hasMagic=true;continue}else{inStar=false}
if(c==="\\"){if(i===glob.length-1){re+="\\\\"}else{escaping=true}continue}if(c==="["){const[src,needUflag,consumed,magic]=parseClass(glob,i);if(consumed){re+=src;
uflag=uflag||needUflag;i+=consumed-1;hasMagic=hasMagic||magic;continue}}if(c==="?"){re+=qmark;hasMagic=true;continue}re+=regExpEscape(c)}return[re,unescape(glob),
!!hasMagic,uflag]}};_a=AST;var escape=(s,{windowsPathsNoEscape=false,magicalBraces=false}={})=>{if(magicalBraces){return windowsPathsNoEscape?s.replace(/[?*()[\]{}]/g,"[$&]"):s.replace(/[?*()[\]\\{}]/g,
"\\$&")}return windowsPathsNoEscape?s.replace(/[?*()[\]]/g,"[$&]"):s.replace(/[?*()[\]\\]/g,"\\$&")};var minimatch=(p,pattern,options={})=>{assertValidPattern(pattern);if(!options.nocomment&&pattern.charAt(0)==="#"){return false}return new Minimatch(pattern,options).
match(p)};var starDotExtRE=/^\*+([^+@!?*[(]*)$/;var starDotExtTest=ext2=>f=>!f.startsWith(".")&&f.endsWith(ext2);var starDotExtTestDot=ext2=>f=>f.endsWith(ext2);
var starDotExtTestNocase=ext2=>{ext2=ext2.toLowerCase();return f=>!f.startsWith(".")&&f.toLowerCase().endsWith(ext2)};var starDotExtTestNocaseDot=ext2=>{ext2=ext2.
toLowerCase();return f=>f.toLowerCase().endsWith(ext2)};var starDotStarRE=/^\*+\.\*+$/;var starDotStarTest=f=>!f.startsWith(".")&&f.includes(".");var starDotStarTestDot=f=>f!==
"."&&f!==".."&&f.includes(".");var dotStarRE=/^\.\*+$/;var dotStarTest=f=>f!=="."&&f!==".."&&f.startsWith(".");var starRE=/^\*+$/;var starTest=f=>f.length!==0&&
!f.startsWith(".");var starTestDot=f=>f.length!==0&&f!=="."&&f!=="..";var qmarksRE=/^\?+([^+@!?*[(]*)?$/;var qmarksTestNocase=([$0,ext2=""])=>{const noext=qmarksTestNoExt(
[$0]);if(!ext2)return noext;ext2=ext2.toLowerCase();return f=>noext(f)&&f.toLowerCase().endsWith(ext2)};var qmarksTestNocaseDot=([$0,ext2=""])=>{const noext=qmarksTestNoExtDot(
[$0]);if(!ext2)return noext;ext2=ext2.toLowerCase();return f=>noext(f)&&f.toLowerCase().endsWith(ext2)};var qmarksTestDot=([$0,ext2=""])=>{const noext=qmarksTestNoExtDot(
[$0]);return!ext2?noext:f=>noext(f)&&f.endsWith(ext2)};var qmarksTest=([$0,ext2=""])=>{const noext=qmarksTestNoExt([$0]);return!ext2?noext:f=>noext(f)&&f.endsWith(
ext2)};var qmarksTestNoExt=([$0])=>{const len=$0.length;return f=>f.length===len&&!f.startsWith(".")};var qmarksTestNoExtDot=([$0])=>{const len=$0.length;return f=>f.
length===len&&f!=="."&&f!==".."};var defaultPlatform=typeof process==="object"&&process?typeof process.env==="object"&&process.env&&process.env.__MINIMATCH_TESTING_PLATFORM__||
process.platform:"posix";var path2={win32:{sep:"\\"},posix:{sep:"/"}};var sep2=defaultPlatform==="win32"?path2.win32.sep:path2.posix.sep;minimatch.sep=sep2;var GLOBSTAR=Symbol(
"globstar **");minimatch.GLOBSTAR=GLOBSTAR;var qmark2="[^/]";var star2=qmark2+"*?";var twoStarDot="(?:(?!(?:\\/|^)(?:\\.{1,2})($|\\/)).)*?";var twoStarNoDot="(?\
:(?!(?:\\/|^)\\.).)*?";var filter=(pattern,options={})=>p=>minimatch(p,pattern,options);minimatch.filter=filter;var ext=(a,b={})=>Object.assign({},a,b);var defaults=def=>{
if(!def||typeof def!=="object"||!Object.keys(def).length){return minimatch}const orig=minimatch;const m=(p,pattern,options={})=>orig(p,pattern,ext(def,options));
return Object.assign(m,{Minimatch:class Minimatch extends orig.Minimatch{constructor(pattern,options={}){super(pattern,ext(def,options))}static defaults(options){
return orig.defaults(ext(def,options)).Minimatch}},AST:class AST extends orig.AST{constructor(type,parent,options={}){super(type,parent,ext(def,options))}static fromGlob(pattern,options={}){
return orig.AST.fromGlob(pattern,ext(def,options))}},unescape:(s,options={})=>orig.unescape(s,ext(def,options)),escape:(s,options={})=>orig.escape(s,ext(def,options)),
filter:(pattern,options={})=>orig.filter(pattern,ext(def,options)),defaults:options=>orig.defaults(ext(def,options)),makeRe:(pattern,options={})=>orig.makeRe(pattern,
ext(def,options)),braceExpand:(pattern,options={})=>orig.braceExpand(pattern,ext(def,options)),match:(list,pattern,options={})=>orig.match(list,pattern,ext(def,
options)),sep:orig.sep,GLOBSTAR})};minimatch.defaults=defaults;var braceExpand=(pattern,options={})=>{assertValidPattern(pattern);if(options.nobrace||!/\{(?:(?!\{).)*\}/.
test(pattern)){return[pattern]}return expand(pattern,{max:options.braceExpandMax})};minimatch.braceExpand=braceExpand;var makeRe=(pattern,options={})=>new Minimatch(
pattern,options).makeRe();minimatch.makeRe=makeRe;var match2=(list,pattern,options={})=>{const mm=new Minimatch(pattern,options);list=list.filter(f=>mm.match(f));
if(mm.options.nonull&&!list.length){list.push(pattern)}return list};minimatch.match=match2;var globMagic=/[?*]|[+@!]\(.*?\)|\[|\]/;var regExpEscape2=s=>s.replace(
/[-[\]{}()*+?.,\\^$|#\s]/g,"\\$&");var Minimatch=class{options;set;pattern;windowsPathsNoEscape;nonegate;negate;comment;empty;preserveMultipleSlashes;partial;globSet;globParts;nocase;isWindows;platform;windowsNoMagicRoot;maxGlobstarRecursion;regexp;constructor(pattern,options={}){
assertValidPattern(pattern);options=options||{};this.options=options;this.maxGlobstarRecursion=options.maxGlobstarRecursion??200;this.pattern=pattern;this.platform=
options.platform||defaultPlatform;this.isWindows=this.platform==="win32";const awe="allowWindowsEscape";this.windowsPathsNoEscape=!!options.windowsPathsNoEscape||
options[awe]===false;if(this.windowsPathsNoEscape){this.pattern=this.pattern.replace(/\\/g,"/")}this.preserveMultipleSlashes=!!options.preserveMultipleSlashes;this.
regexp=null;this.negate=false;this.nonegate=!!options.nonegate;this.comment=false;this.empty=false;this.partial=!!options.partial;this.nocase=!!this.options.nocase;
this.windowsNoMagicRoot=options.windowsNoMagicRoot!==void 0?options.windowsNoMagicRoot:!!(this.isWindows&&this.nocase);this.globSet=[];this.globParts=[];this.set=
[];this.make()}hasMagic(){if(this.options.magicalBraces&&this.set.length>1){return true}for(const pattern of this.set){for(const part of pattern){if(typeof part!==
"string")return true}}return false}debug(..._){}make(){const pattern=this.pattern;const options=this.options;if(!options.nocomment&&pattern.charAt(0)==="#"){this.
comment=true;return}if(!pattern){this.empty=true;return}this.parseNegate();this.globSet=[...new Set(this.braceExpand())];if(options.debug){this.debug=(...args)=>console.
error(...args)}this.debug(this.pattern,this.globSet);const rawGlobParts=this.globSet.map(s=>this.slashSplit(s));this.globParts=this.preprocess(rawGlobParts);this.
debug(this.pattern,this.globParts);let set=this.globParts.map((s,_,__)=>{if(this.isWindows&&this.windowsNoMagicRoot){const isUNC=s[0]===""&&s[1]===""&&(s[2]==="\
?"||!globMagic.test(s[2]))&&!globMagic.test(s[3]);const isDrive=/^[a-z]:/i.test(s[0]);if(isUNC){return[...s.slice(0,4),...s.slice(4).map(ss=>this.parse(ss))]}else if(isDrive){
return[s[0],...s.slice(1).map(ss=>this.parse(ss))]}}return s.map(ss=>this.parse(ss))});this.debug(this.pattern,set);this.set=set.filter(s=>s.indexOf(false)===-1);
if(this.isWindows){for(let i=0;i<this.set.length;i++){const p=this.set[i];if(p[0]===""&&p[1]===""&&this.globParts[i][2]==="?"&&typeof p[3]==="string"&&/^[a-z]:$/i.
test(p[3])){p[2]="?"}}}this.debug(this.pattern,this.set)}preprocess(globParts){if(this.options.noglobstar){for(const partset of globParts){for(let j=0;j<partset.
length;j++){if(partset[j]==="**"){partset[j]="*"}}}}const{optimizationLevel=1}=this.options;if(optimizationLevel>=2){globParts=this.firstPhasePreProcess(globParts);
globParts=this.secondPhasePreProcess(globParts)}else if(optimizationLevel>=1){globParts=this.levelOneOptimize(globParts)}else{globParts=this.adjascentGlobstarOptimize(
globParts)}return globParts}adjascentGlobstarOptimize(globParts){return globParts.map(parts=>{let gs=-1;while(-1!==(gs=parts.indexOf("**",gs+1))){let i=gs;while(parts[i+
1]==="**"){i++}if(i!==gs){parts.splice(gs,i-gs)}}return parts})}levelOneOptimize(globParts){return globParts.map(parts=>{parts=parts.reduce((set,part)=>{const prev=set[set.
length-1];if(part==="**"&&prev==="**"){return set}if(part===".."){if(prev&&prev!==".."&&prev!=="."&&prev!=="**"){set.pop();return set}}set.push(part);return set},
[]);return parts.length===0?[""]:parts})}levelTwoFileOptimize(parts){if(!Array.isArray(parts)){parts=this.slashSplit(parts)}let didSomething=false;do{didSomething=
false;if(!this.preserveMultipleSlashes){for(let i=1;i<parts.length-1;i++){const p=parts[i];if(i===1&&p===""&&parts[0]==="")continue;if(p==="."||p===""){didSomething=
true;parts.splice(i,1);i--}}if(parts[0]==="."&&parts.length===2&&(parts[1]==="."||parts[1]==="")){didSomething=true;parts.pop()}}let dd=0;while(-1!==(dd=parts.indexOf(
"..",dd+1))){const p=parts[dd-1];if(p&&p!=="."&&p!==".."&&p!=="**"&&!(this.isWindows&&/^[a-z]:$/i.test(p))){didSomething=true;parts.splice(dd-1,2);dd-=2}}}while(didSomething);
return parts.length===0?[""]:parts}firstPhasePreProcess(globParts){let didSomething=false;do{didSomething=false;for(let parts of globParts){let gs=-1;while(-1!==
(gs=parts.indexOf("**",gs+1))){let gss=gs;while(parts[gss+1]==="**"){gss++}if(gss>gs){parts.splice(gs+1,gss-gs)}let next=parts[gs+1];const p=parts[gs+2];const p2=parts[gs+
3];if(next!=="..")continue;if(!p||p==="."||p===".."||!p2||p2==="."||p2===".."){continue}didSomething=true;parts.splice(gs,1);const other=parts.slice(0);other[gs]=
"**";globParts.push(other);gs--}if(!this.preserveMultipleSlashes){for(let i=1;i<parts.length-1;i++){const p=parts[i];if(i===1&&p===""&&parts[0]==="")continue;if(p===
"."||p===""){didSomething=true;parts.splice(i,1);i--}}if(parts[0]==="."&&parts.length===2&&(parts[1]==="."||parts[1]==="")){didSomething=true;parts.pop()}}let dd=0;
while(-1!==(dd=parts.indexOf("..",dd+1))){const p=parts[dd-1];if(p&&p!=="."&&p!==".."&&p!=="**"){didSomething=true;const needDot=dd===1&&parts[dd+1]==="**";const splin=needDot?
["."]:[];parts.splice(dd-1,2,...splin);if(parts.length===0)parts.push("");dd-=2}}}}while(didSomething);return globParts}secondPhasePreProcess(globParts){for(let i=0;i<
globParts.length-1;i++){for(let j=i+1;j<globParts.length;j++){const matched=this.partsMatch(globParts[i],globParts[j],!this.preserveMultipleSlashes);if(matched){
globParts[i]=[];globParts[j]=matched;break}}}return globParts.filter(gs=>gs.length)}partsMatch(a,b,emptyGSMatch=false){let ai=0;let bi=0;let result=[];let which2="";
while(ai<a.length&&bi<b.length){if(a[ai]===b[bi]){result.push(which2==="b"?b[bi]:a[ai]);ai++;bi++}else if(emptyGSMatch&&a[ai]==="**"&&b[bi]===a[ai+1]){result.push(
a[ai]);ai++}else if(emptyGSMatch&&b[bi]==="**"&&a[ai]===b[bi+1]){result.push(b[bi]);bi++}else if(a[ai]==="*"&&b[bi]&&(this.options.dot||!b[bi].startsWith("."))&&
b[bi]!=="**"){if(which2==="b")return false;which2="a";result.push(a[ai]);ai++;bi++}else if(b[bi]==="*"&&a[ai]&&(this.options.dot||!a[ai].startsWith("."))&&a[ai]!==
"**"){if(which2==="a")return false;which2="b";result.push(b[bi]);ai++;bi++}else{return false}}return a.length===b.length&&result}parseNegate(){if(this.nonegate)
return;const pattern=this.pattern;let negate=false;let negateOffset=0;for(let i=0;i<pattern.length&&pattern.charAt(i)==="!";i++){negate=!negate;negateOffset++}if(negateOffset)
this.pattern=pattern.slice(negateOffset);this.negate=negate}matchOne(file,pattern,partial=false){let fileStartIndex=0;let patternStartIndex=0;if(this.isWindows){
const fileDrive=typeof file[0]==="string"&&/^[a-z]:$/i.test(file[0]);const fileUNC=!fileDrive&&file[0]===""&&file[1]===""&&file[2]==="?"&&/^[a-z]:$/i.test(file[3]);
const patternDrive=typeof pattern[0]==="string"&&/^[a-z]:$/i.test(pattern[0]);const patternUNC=!patternDrive&&pattern[0]===""&&pattern[1]===""&&pattern[2]==="?"&&
typeof pattern[3]==="string"&&/^[a-z]:$/i.test(pattern[3]);const fdi=fileUNC?3:fileDrive?0:void 0;const pdi=patternUNC?3:patternDrive?0:void 0;if(typeof fdi==="\
number"&&typeof pdi==="number"){const[fd,pd]=[file[fdi],pattern[pdi]];if(fd.toLowerCase()===pd.toLowerCase()){pattern[pdi]=fd;patternStartIndex=pdi;fileStartIndex=
fdi}}}const{optimizationLevel=1}=this.options;if(optimizationLevel>=2){file=this.levelTwoFileOptimize(file)}if(pattern.includes(GLOBSTAR)){return this.#matchGlobstar(
file,pattern,partial,fileStartIndex,patternStartIndex)}return this.#matchOne(file,pattern,partial,fileStartIndex,patternStartIndex)}#matchGlobstar(file,pattern,partial,fileIndex,patternIndex){
const firstgs=pattern.indexOf(GLOBSTAR,patternIndex);const lastgs=pattern.lastIndexOf(GLOBSTAR);const[head,body2,tail]=partial?[pattern.slice(patternIndex,firstgs),
pattern.slice(firstgs+1),[]]:[pattern.slice(patternIndex,firstgs),pattern.slice(firstgs+1,lastgs),pattern.slice(lastgs+1)];if(head.length){const fileHead=file.slice(
fileIndex,fileIndex+head.length);if(!this.#matchOne(fileHead,head,partial,0,0)){return false}fileIndex+=head.length;patternIndex+=head.length}let fileTailMatch=0;
if(tail.length){if(tail.length+fileIndex>file.length)return false;let tailStart=file.length-tail.length;if(this.#matchOne(file,tail,partial,tailStart,0)){fileTailMatch=
tail.length}else{if(file[file.length-1]!==""||fileIndex+tail.length===file.length){return false}tailStart--;if(!this.#matchOne(file,tail,partial,tailStart,0)){return false}
fileTailMatch=tail.length+1}}if(!body2.length){let sawSome=!!fileTailMatch;for(let i2=fileIndex;i2<file.length-fileTailMatch;i2++){const f=String(file[i2]);sawSome=
true;if(f==="."||f===".."||!this.options.dot&&f.startsWith(".")){return false}}return partial||sawSome}const bodySegments=[[[],0]];let currentBody=bodySegments[0];
let nonGsParts=0;const nonGsPartsSums=[0];for(const b of body2){if(b===GLOBSTAR){nonGsPartsSums.push(nonGsParts);currentBody=[[],0];bodySegments.push(currentBody)}else{
currentBody[0].push(b);nonGsParts++}}let i=bodySegments.length-1;const fileLength=file.length-fileTailMatch;for(const b of bodySegments){b[1]=fileLength-(nonGsPartsSums[i--]+
b[0].length)}return!!this.#matchGlobStarBodySections(file,bodySegments,fileIndex,0,partial,0,!!fileTailMatch)}#matchGlobStarBodySections(file,bodySegments,fileIndex,bodyIndex,partial,globStarDepth,sawTail){
const bs=bodySegments[bodyIndex];if(!bs){for(let i=fileIndex;i<file.length;i++){sawTail=true;const f=file[i];if(f==="."||f===".."||!this.options.dot&&f.startsWith(
".")){return false}}return sawTail}const[body2,after]=bs;while(fileIndex<=after){const m=this.#matchOne(file.slice(0,fileIndex+body2.length),body2,partial,fileIndex,
0);if(m&&globStarDepth<this.maxGlobstarRecursion){const sub=this.#matchGlobStarBodySections(file,bodySegments,fileIndex+body2.length,bodyIndex+1,partial,globStarDepth+
1,sawTail);if(sub!==false){return sub}}const f=file[fileIndex];if(f==="."||f===".."||!this.options.dot&&f.startsWith(".")){return false}fileIndex++}return partial||
null}#matchOne(file,pattern,partial,fileIndex,patternIndex){let fi;let pi;let pl;let fl;for(fi=fileIndex,pi=patternIndex,fl=file.length,pl=pattern.length;fi<fl&&
pi<pl;fi++,pi++){this.debug("matchOne loop");let p=pattern[pi];let f=file[fi];this.debug(pattern,p,f);if(p===false||p===GLOBSTAR){return false}let hit;if(typeof p===
"string"){hit=f===p;this.debug("string match",p,f,hit)}else{hit=p.test(f);this.debug("pattern match",p,f,hit)}if(!hit)return false}if(fi===fl&&pi===pl){return true}else if(fi===
fl){return partial}else if(pi===pl){return fi===fl-1&&file[fi]===""}else{throw new Error("wtf?")}}braceExpand(){return braceExpand(this.pattern,this.options)}parse(pattern){
assertValidPattern(pattern);const options=this.options;if(pattern==="**")return GLOBSTAR;if(pattern==="")return"";let m;let fastTest=null;if(m=pattern.match(starRE)){
fastTest=options.dot?starTestDot:starTest}else if(m=pattern.match(starDotExtRE)){fastTest=(options.nocase?options.dot?starDotExtTestNocaseDot:starDotExtTestNocase:
options.dot?starDotExtTestDot:starDotExtTest)(m[1])}else if(m=pattern.match(qmarksRE)){fastTest=(options.nocase?options.dot?qmarksTestNocaseDot:qmarksTestNocase:
options.dot?qmarksTestDot:qmarksTest)(m)}else if(m=pattern.match(starDotStarRE)){fastTest=options.dot?starDotStarTestDot:starDotStarTest}else if(m=pattern.match(
dotStarRE)){fastTest=dotStarTest}const re=AST.fromGlob(pattern,this.options).toMMPattern();if(fastTest&&typeof re==="object"){Reflect.defineProperty(re,"test",{
value:fastTest})}return re}makeRe(){if(this.regexp||this.regexp===false)return this.regexp;const set=this.set;if(!set.length){this.regexp=false;return this.regexp}
const options=this.options;const twoStar=options.noglobstar?star2:options.dot?twoStarDot:twoStarNoDot;const flags=new Set(options.nocase?["i"]:[]);let re=set.map(
pattern=>{const pp=pattern.map(p=>{if(p instanceof RegExp){for(const f of p.flags.split(""))flags.add(f)}return typeof p==="string"?regExpEscape2(p):p===GLOBSTAR?
GLOBSTAR:p._src});pp.forEach((p,i)=>{const next=pp[i+1];const prev=pp[i-1];if(p!==GLOBSTAR||prev===GLOBSTAR){return}if(prev===void 0){if(next!==void 0&&next!==GLOBSTAR){
pp[i+1]="(?:\\/|"+twoStar+"\\/)?"+next}else{pp[i]=twoStar}}else if(next===void 0){pp[i-1]=prev+"(?:\\/|\\/"+twoStar+")?"}else if(next!==GLOBSTAR){pp[i-1]=prev+"\
(?:\\/|\\/"+twoStar+"\\/)"+next;pp[i+1]=GLOBSTAR}});const filtered=pp.filter(p=>p!==GLOBSTAR);if(this.partial&&filtered.length>=1){const prefixes=[];for(let i=1;i<=
filtered.length;i++){prefixes.push(filtered.slice(0,i).join("/"))}return"(?:"+prefixes.join("|")+")"}return filtered.join("/")}).join("|");const[open,close]=set.
length>1?["(?:",")"]:["",""];re="^"+open+re+close+"$";if(this.partial){re="^(?:\\/|"+open+re.slice(1,-1)+close+")$"}if(this.negate)re="^(?!"+re+").+$";try{this.
regexp=new RegExp(re,[...flags].join(""))}catch{this.regexp=false}return this.regexp}slashSplit(p){if(this.preserveMultipleSlashes){return p.split("/")}else if(this.
isWindows&&/^\/\/[^/]+/.test(p)){return["",...p.split(/\/+/)]}else{return p.split(/\/+/)}}match(f,partial=this.partial){this.debug("match",f,this.pattern);if(this.
comment){return false}if(this.empty){return f===""}if(f==="/"&&partial){return true}const options=this.options;if(this.isWindows){f=f.split("\\").join("/")}const ff=this.
slashSplit(f);this.debug(this.pattern,"split",ff);const set=this.set;this.debug(this.pattern,"set",set);let filename=ff[ff.length-1];if(!filename){for(let i=ff.
length-2;!filename&&i>=0;i--){filename=ff[i]}}for(const pattern of set){let file=ff;if(options.matchBase&&pattern.length===1){file=[filename]}const hit=this.matchOne(
file,pattern,partial);if(hit){if(options.flipNegate){return true}return!this.negate}}if(options.flipNegate){return false}return this.negate}static defaults(def){
return minimatch.defaults(def).Minimatch}};minimatch.AST=AST;minimatch.Minimatch=Minimatch;minimatch.escape=escape;minimatch.unescape=unescape;import*as path3 from"path";import assert2 from"assert";var IS_WINDOWS3=process.platform==="win32";var Path=class{constructor(itemPath){this.segments=[];if(typeof itemPath==="string"){assert2(
itemPath,`Parameter 'itemPath' must not be empty`);itemPath=safeTrimTrailingSeparator(itemPath);if(!hasRoot(itemPath)){this.segments=itemPath.split(path3.sep)}else{
let remaining=itemPath;let dir=dirname3(remaining);while(dir!==remaining){const basename3=path3.basename(remaining);this.segments.unshift(basename3);remaining=dir;
dir=dirname3(remaining)}this.segments.unshift(remaining)}}else{assert2(itemPath.length>0,`Parameter 'itemPath' must not be an empty array`);for(let i=0;i<itemPath.
length;i++){let segment=itemPath[i];assert2(segment,`Parameter 'itemPath' must not contain any empty segments`);segment=normalizeSeparators(itemPath[i]);if(i===
0&&hasRoot(segment)){segment=safeTrimTrailingSeparator(segment);assert2(segment===dirname3(segment),`Parameter 'itemPath' root segment contains information for \
multiple segments`);this.segments.push(segment)}else{assert2(!segment.includes(path3.sep),`Parameter 'itemPath' contains unexpected path separators`);this.segments.
push(segment)}}}}toString(){let result=this.segments[0];let skipSlash=result.endsWith(path3.sep)||IS_WINDOWS3&&/^[A-Z]:$/i.test(result);for(let i=1;i<this.segments.
length;i++){if(skipSlash){skipSlash=false}else{result+=path3.sep}result+=this.segments[i]}return result}};var IS_WINDOWS4=process.platform==="win32";var Pattern=class _Pattern{constructor(patternOrNegate,isImplicitPattern=false,segments,homedir2){this.negate=false;let pattern;
if(typeof patternOrNegate==="string"){pattern=patternOrNegate.trim()}else{segments=segments||[];assert3(segments.length,`Parameter 'segments' must not empty`);const root=_Pattern.
getLiteral(segments[0]);assert3(root&&hasAbsoluteRoot(root),`Parameter 'segments' first element must be a root path`);pattern=new Path(segments).toString().trim();
if(patternOrNegate){pattern=`!${pattern}`}}while(pattern.startsWith("!")){this.negate=!this.negate;pattern=pattern.substr(1).trim()}pattern=_Pattern.fixupPattern(
pattern,homedir2);this.segments=new Path(pattern).segments;this.trailingSeparator=normalizeSeparators(pattern).endsWith(path4.sep);pattern=safeTrimTrailingSeparator(
pattern);let foundGlob=false;const searchSegments=this.segments.map(x=>_Pattern.getLiteral(x)).filter(x=>!foundGlob&&!(foundGlob=x===""));this.searchPath=new Path(
searchSegments).toString();this.rootRegExp=new RegExp(_Pattern.regExpEscape(searchSegments[0]),IS_WINDOWS4?"i":"");this.isImplicitPattern=isImplicitPattern;const minimatchOptions={
dot:true,nobrace:true,nocase:IS_WINDOWS4,nocomment:true,noext:true,nonegate:true};pattern=IS_WINDOWS4?pattern.replace(/\\/g,"/"):pattern;this.minimatch=new Minimatch(
pattern,minimatchOptions)}match(itemPath){if(this.segments[this.segments.length-1]==="**"){itemPath=normalizeSeparators(itemPath);if(!itemPath.endsWith(path4.sep)&&
this.isImplicitPattern===false){itemPath=`${itemPath}${path4.sep}`}}else{itemPath=safeTrimTrailingSeparator(itemPath)}if(this.minimatch.match(itemPath)){return this.
trailingSeparator?MatchKind.Directory:MatchKind.All}return MatchKind.None}partialMatch(itemPath){itemPath=safeTrimTrailingSeparator(itemPath);if(dirname3(itemPath)===
itemPath){return this.rootRegExp.test(itemPath)}return this.minimatch.matchOne(itemPath.split(IS_WINDOWS4?/\\+/:/\/+/),this.minimatch.set[0],true)}static globEscape(s){
return(IS_WINDOWS4?s:s.replace(/\\/g,"\\\\")).replace(/(\[)(?=[^/]+\])/g,"[[]").replace(/\?/g,"[?]").replace(/\*/g,"[*]")}static fixupPattern(pattern,homedir2){
assert3(pattern,"pattern cannot be empty");const literalSegments=new Path(pattern).segments.map(x=>_Pattern.getLiteral(x));assert3(literalSegments.every((x,i)=>(x!==
"."||i===0)&&x!==".."),`Invalid pattern '${pattern}'. Relative pathing '.' and '..' is not allowed.`);assert3(!hasRoot(pattern)||literalSegments[0],`Invalid pat\
tern '${pattern}'. Root segment must not contain globs.`);pattern=normalizeSeparators(pattern);if(pattern==="."||pattern.startsWith(`.${path4.sep}`)){pattern=_Pattern.
globEscape(process.cwd())+pattern.substr(1)}else if(pattern==="~"||pattern.startsWith(`~${path4.sep}`)){homedir2=homedir2||os.homedir();assert3(homedir2,"Unable\
 to determine HOME directory");assert3(hasAbsoluteRoot(homedir2),`Expected HOME directory to be a rooted path. Actual '${homedir2}'`);pattern=_Pattern.globEscape(
homedir2)+pattern.substr(1)}else if(IS_WINDOWS4&&(pattern.match(/^[A-Z]:$/i)||pattern.match(/^[A-Z]:[^\\]/i))){let root=ensureAbsoluteRoot("C:\\dummy-root",pattern.
substr(0,2));if(pattern.length>2&&!root.endsWith("\\")){root+="\\"}pattern=_Pattern.globEscape(root)+pattern.substr(2)}else if(IS_WINDOWS4&&(pattern==="\\"||pattern.
match(/^\\[^\\]/))){let root=ensureAbsoluteRoot("C:\\dummy-root","\\");if(!root.endsWith("\\")){root+="\\"}pattern=_Pattern.globEscape(root)+pattern.substr(1)}else{
pattern=ensureAbsoluteRoot(_Pattern.globEscape(process.cwd()),pattern)}return normalizeSeparators(pattern)}static getLiteral(segment){let literal="";for(let i=0;i<
segment.length;i++){const c=segment[i];if(c==="\\"&&!IS_WINDOWS4&&i+1<segment.length){literal+=segment[++i];continue}else if(c==="*"||c==="?"){return""}else if(c===
"["&&i+1<segment.length){let set="";let closed=-1;for(let i2=i+1;i2<segment.length;i2++){const c2=segment[i2];if(c2==="\\"&&!IS_WINDOWS4&&i2+1<segment.length){set+=
segment[++i2];continue}else if(c2==="]"){closed=i2;break}else{set+=c2}}if(closed>=0){if(set.length>1){return""}if(set){literal+=set;i=closed;continue}}}literal+=
c}return literal}static regExpEscape(s){return s.replace(/[[\\^$.|?*+()]/g,"\\$&")}};var SearchState=class{constructor(path10,level){this.path=path10;this.level=level}};var __awaiter=function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve5){resolve5(value)})}return new(P||
(P=Promise))(function(resolve5,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}function rejected(value){try{step(generator["\
throw"](value))}catch(e){reject(e)}}function step(result){result.done?resolve5(result.value):adopt(result.value).then(fulfilled,rejected)}step((generator=generator.
apply(thisArg,_arguments||[])).next())})};var __asyncValues=function(o){if(!Symbol.asyncIterator)throw new TypeError("Symbol.asyncIterator is not defined.");var m=o[Symbol.
asyncIterator],i;return m?m.call(o):(o=typeof __values==="function"?__values(o):o[Symbol.iterator](),i={},verb("next"),verb("throw"),verb("return"),i[Symbol.asyncIterator]=
function(){return this},i);function verb(n){i[n]=o[n]&&function(v){return new Promise(function(resolve5,reject){v=o[n](v),settle2(resolve5,reject,v.done,v.value)})}}
function settle2(resolve5,reject,d,v){Promise.resolve(v).then(function(v2){resolve5({value:v2,done:d})},reject)}};var __await=function(v){return this instanceof
__await?(this.v=v,this):new __await(v)};var __asyncGenerator=function(thisArg,_arguments,generator){if(!Symbol.asyncIterator)throw new TypeError("Symbol.asyncIt\
erator is not defined.");var g=generator.apply(thisArg,_arguments||[]),i,q=[];return i=Object.create((typeof AsyncIterator==="function"?AsyncIterator:Object).prototype),
verb("next"),verb("throw"),verb("return",awaitReturn),i[Symbol.asyncIterator]=function(){return this},i;function awaitReturn(f){return function(v){return Promise.
resolve(v).then(f,reject)}}function verb(n,f){if(g[n]){i[n]=function(v){return new Promise(function(a,b){q.push([n,v,a,b])>1||resume(n,v)})};if(f)i[n]=f(i[n])}}
function resume(n,v){try{step(g[n](v))}catch(e){settle2(q[0][3],e)}}function step(r){r.value instanceof __await?Promise.resolve(r.value.v).then(fulfill,reject):
settle2(q[0][2],r)}function fulfill(value){resume("next",value)}function reject(value){resume("throw",value)}function settle2(f,v){if(f(v),q.shift(),q.length)resume(
q[0][0],q[0][1])}};var IS_WINDOWS5=process.platform==="win32";var DefaultGlobber=class _DefaultGlobber{constructor(options){this.patterns=[];this.searchPaths=[];
this.options=getOptions(options)}getSearchPaths(){return this.searchPaths.slice()}glob(){return __awaiter(this,void 0,void 0,function*(){var _a2,e_1,_b,_c;const result=[];
try{for(var _d=true,_e=__asyncValues(this.globGenerator()),_f;_f=yield _e.next(),_a2=_f.done,!_a2;_d=true){_c=_f.value;_d=false;const itemPath=_c;result.push(itemPath)}}catch(e_1_1){
e_1={error:e_1_1}}finally{try{if(!_d&&!_a2&&(_b=_e.return))yield _b.call(_e)}finally{if(e_1)throw e_1.error}}return result})}globGenerator(){return __asyncGenerator(
this,arguments,function*globGenerator_1(){const options=getOptions(this.options);const patterns=[];for(const pattern of this.patterns){patterns.push(pattern);if(options.
implicitDescendants&&(pattern.trailingSeparator||pattern.segments[pattern.segments.length-1]!=="**")){patterns.push(new Pattern(pattern.negate,true,pattern.segments.
concat("**")))}}const stack=[];for(const searchPath of getSearchPaths(patterns)){debug(`Search path '${searchPath}'`);try{yield __await(fs.promises.lstat(searchPath))}catch(err){
if(err.code==="ENOENT"){continue}throw err}stack.unshift(new SearchState(searchPath,1))}const traversalChain=[];while(stack.length){const item=stack.pop();const match3=match(
patterns,item.path);const partialMatch2=!!match3||partialMatch(patterns,item.path);if(!match3&&!partialMatch2){continue}const stats=yield __await(_DefaultGlobber.
stat(item,options,traversalChain));if(!stats){continue}if(options.excludeHiddenFiles&&path5.basename(item.path).match(/^\./)){continue}if(stats.isDirectory()){if(match3&
MatchKind.Directory&&options.matchDirectories){yield yield __await(item.path)}else if(!partialMatch2){continue}const childLevel=item.level+1;const childItems=(yield __await(
fs.promises.readdir(item.path))).map(x=>new SearchState(path5.join(item.path,x),childLevel));stack.push(...childItems.reverse())}else if(match3&MatchKind.File){
yield yield __await(item.path)}}})}static create(patterns,options){return __awaiter(this,void 0,void 0,function*(){const result=new _DefaultGlobber(options);if(IS_WINDOWS5){
patterns=patterns.replace(/\r\n/g,"\n");patterns=patterns.replace(/\r/g,"\n")}const lines=patterns.split("\n").map(x=>x.trim());for(const line of lines){if(!line||
line.startsWith("#")){continue}else{result.patterns.push(new Pattern(line))}}result.searchPaths.push(...getSearchPaths(result.patterns));return result})}static stat(item,options,traversalChain){
return __awaiter(this,void 0,void 0,function*(){let stats;if(options.followSymbolicLinks){try{stats=yield fs.promises.stat(item.path)}catch(err){if(err.code==="\
ENOENT"){if(options.omitBrokenSymbolicLinks){debug(`Broken symlink '${item.path}'`);return void 0}throw new Error(`No information found for the path '${item.path}\
'. This may indicate a broken symbolic link.`)}throw err}}else{stats=yield fs.promises.lstat(item.path)}if(stats.isDirectory()&&options.followSymbolicLinks){const realPath=yield fs.promises.
realpath(item.path);while(traversalChain.length>=item.level){traversalChain.pop()}if(traversalChain.some(x=>x===realPath)){debug(`Symlink cycle detected for pat\
h '${item.path}' and realpath '${realPath}'`);return void 0}traversalChain.push(realPath)}return stats})}};var __awaiter2=function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve5){resolve5(value)})}return new(P||
(P=Promise))(function(resolve5,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}function rejected(value){try{step(generator["\
throw"](value))}catch(e){reject(e)}}function step(result){result.done?resolve5(result.value):adopt(result.value).then(fulfilled,rejected)}step((generator=generator.
apply(thisArg,_arguments||[])).next())})};function create(patterns,options){return __awaiter2(this,void 0,void 0,function*(){return yield DefaultGlobber.create(
patterns,options)})}var semver=__toESM(require_semver2(),1);import*as crypto from"crypto";import*as fs2 from"fs";import*as path6 from"path";import*as util from"util";var CacheFilename;(function(CacheFilename2){CacheFilename2["Gzip"]="cache.tgz";CacheFilename2["Zstd"]="cache.tzst"})(CacheFilename||(CacheFilename={}));var CompressionMethod;
(function(CompressionMethod2){CompressionMethod2["Gzip"]="gzip";CompressionMethod2["ZstdWithoutLong"]="zstd-without-long";CompressionMethod2["Zstd"]="zstd"})(CompressionMethod||
(CompressionMethod={}));var ArchiveToolType;(function(ArchiveToolType2){ArchiveToolType2["GNU"]="gnu";ArchiveToolType2["BSD"]="bsd"})(ArchiveToolType||(ArchiveToolType=
{}));var DefaultRetryAttempts=2;var DefaultRetryDelay=5e3;var SocketTimeout=5e3;var GnuTarPathOnWindows=`${process.env["PROGRAMFILES"]}\\Git\\usr\\bin\\tar.exe`;
var SystemTarPathOnWindows=`${process.env["SYSTEMDRIVE"]}\\Windows\\System32\\tar.exe`;var TarFilename="cache.tar";var ManifestFilename="manifest.txt";var CacheFileSizeLimit=10*
Math.pow(1024,3);var CacheReadDeniedMessagePrefix="cache read denied:";var __awaiter3=function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve5){resolve5(value)})}return new(P||
(P=Promise))(function(resolve5,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}function rejected(value){try{step(generator["\
throw"](value))}catch(e){reject(e)}}function step(result){result.done?resolve5(result.value):adopt(result.value).then(fulfilled,rejected)}step((generator=generator.
apply(thisArg,_arguments||[])).next())})};var __asyncValues2=function(o){if(!Symbol.asyncIterator)throw new TypeError("Symbol.asyncIterator is not defined.");var m=o[Symbol.
asyncIterator],i;return m?m.call(o):(o=typeof __values==="function"?__values(o):o[Symbol.iterator](),i={},verb("next"),verb("throw"),verb("return"),i[Symbol.asyncIterator]=
function(){return this},i);function verb(n){i[n]=o[n]&&function(v){return new Promise(function(resolve5,reject){v=o[n](v),settle2(resolve5,reject,v.done,v.value)})}}
function settle2(resolve5,reject,d,v){Promise.resolve(v).then(function(v2){resolve5({value:v2,done:d})},reject)}};var versionSalt="1.0";function createTempDirectory(){
return __awaiter3(this,void 0,void 0,function*(){const IS_WINDOWS8=process.platform==="win32";let tempDirectory=process.env["RUNNER_TEMP"]||"";if(!tempDirectory){
let baseLocation;if(IS_WINDOWS8){baseLocation=process.env["USERPROFILE"]||"C:\\"}else{if(process.platform==="darwin"){baseLocation="/Users"}else{baseLocation="/\
home"}}tempDirectory=path6.join(baseLocation,"actions","temp")}const dest=path6.join(tempDirectory,crypto.randomUUID());yield mkdirP(dest);return dest})}function getArchiveFileSizeInBytes(filePath){
return fs2.statSync(filePath).size}function resolvePaths(patterns){return __awaiter3(this,void 0,void 0,function*(){var _a2,e_1,_b,_c;var _d;const paths=[];const workspace=(_d=
process.env["GITHUB_WORKSPACE"])!==null&&_d!==void 0?_d:process.cwd();const globber=yield create(patterns.join("\n"),{implicitDescendants:false});try{for(var _e=true,
_f=__asyncValues2(globber.globGenerator()),_g;_g=yield _f.next(),_a2=_g.done,!_a2;_e=true){_c=_g.value;_e=false;const file=_c;const relativeFile=path6.relative(
workspace,file).replace(new RegExp(`\\${path6.sep}`,"g"),"/");debug(`Matched: ${relativeFile}`);if(relativeFile===""){paths.push(".")}else{paths.push(`${relativeFile}`)}}}catch(e_1_1){
e_1={error:e_1_1}}finally{try{if(!_e&&!_a2&&(_b=_f.return))yield _b.call(_f)}finally{if(e_1)throw e_1.error}}return paths})}function unlinkFile(filePath){return __awaiter3(
this,void 0,void 0,function*(){return util.promisify(fs2.unlink)(filePath)})}function getVersion(app_1){return __awaiter3(this,arguments,void 0,function*(app,additionalArgs=[]){
let versionOutput="";additionalArgs.push("--version");debug(`Checking ${app} ${additionalArgs.join(" ")}`);try{yield exec(`${app}`,additionalArgs,{ignoreReturnCode:true,
silent:true,listeners:{stdout:data=>versionOutput+=data.toString(),stderr:data=>versionOutput+=data.toString()}})}catch(err){debug(err.message)}versionOutput=versionOutput.
trim();debug(versionOutput);return versionOutput})}function getCompressionMethod(){return __awaiter3(this,void 0,void 0,function*(){const versionOutput=yield getVersion(
"zstd",["--quiet"]);const version3=semver.clean(versionOutput);debug(`zstd version: ${version3}`);if(versionOutput===""){return CompressionMethod.Gzip}else{return CompressionMethod.
ZstdWithoutLong}})}function getCacheFileName(compressionMethod){return compressionMethod===CompressionMethod.Gzip?CacheFilename.Gzip:CacheFilename.Zstd}function getGnuTarPathOnWindows(){
return __awaiter3(this,void 0,void 0,function*(){if(fs2.existsSync(GnuTarPathOnWindows)){return GnuTarPathOnWindows}const versionOutput=yield getVersion("tar");
return versionOutput.toLowerCase().includes("gnu tar")?which("tar"):""})}function assertDefined(name,value){if(value===void 0){throw Error(`Expected ${name} but\
 value was undefiend`)}return value}function getCacheVersion(paths,compressionMethod,enableCrossOsArchive=false){const components=paths.slice();if(compressionMethod){
components.push(compressionMethod)}if(process.platform==="win32"&&!enableCrossOsArchive){components.push("windows-only")}components.push(versionSalt);return crypto.createHash(
"sha256").update(components.join("|")).digest("hex")}function getRuntimeToken(){const token=process.env["ACTIONS_RUNTIME_TOKEN"];if(!token){throw new Error("Una\
ble to get the ACTIONS_RUNTIME_TOKEN env variable")}return token}import*as fs5 from"fs";import{URL as URL2}from"url";var logger=createClientLogger("storage-blob");var SDK_VERSION="12.31.0";var SERVICE_VERSION="2026-02-06";var BLOCK_BLOB_MAX_UPLOAD_BLOB_BYTES=256*1024*1024;var BLOCK_BLOB_MAX_STAGE_BLOCK_BYTES=4e3*1024*1024;
var BLOCK_BLOB_MAX_BLOCKS=5e4;var DEFAULT_BLOCK_BUFFER_SIZE_BYTES=8*1024*1024;var DEFAULT_BLOB_DOWNLOAD_BLOCK_BYTES=4*1024*1024;var DEFAULT_MAX_DOWNLOAD_RETRY_REQUESTS=5;
var REQUEST_TIMEOUT=100*1e3;var StorageOAuthScopes="https://storage.azure.com/.default";var URLConstants={Parameters:{FORCE_BROWSER_NO_CACHE:"_",SIGNATURE:"sig",
SNAPSHOT:"snapshot",VERSIONID:"versionid",TIMEOUT:"timeout"}};var ETagNone="";var ETagAny="*";var SIZE_1_MB=1*1024*1024;var BATCH_MAX_PAYLOAD_IN_BYTES=4*SIZE_1_MB;var EncryptionAlgorithmAES25="AES256";var DevelopmentConnectionString=`DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUw\
JPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;`;var StorageBlobLoggingAllowedHeaderNames=[
"Access-Control-Allow-Origin","Cache-Control","Content-Length","Content-Type","Date","Request-Id","traceparent","Transfer-Encoding","User-Agent","x-ms-client-re\
quest-id","x-ms-date","x-ms-error-code","x-ms-request-id","x-ms-return-client-request-id","x-ms-version","Accept-Ranges","Content-Disposition","Content-Encoding",
"Content-Language","Content-MD5","Content-Range","ETag","Last-Modified","Server","Vary","x-ms-content-crc64","x-ms-copy-action","x-ms-copy-completion-time","x-m\
s-copy-id","x-ms-copy-progress","x-ms-copy-status","x-ms-has-immutability-policy","x-ms-has-legal-hold","x-ms-lease-state","x-ms-lease-status","x-ms-range","x-m\
s-request-server-encrypted","x-ms-server-encrypted","x-ms-snapshot","x-ms-source-range","If-Match","If-Modified-Since","If-None-Match","If-Unmodified-Since","x-\
ms-access-tier","x-ms-access-tier-change-time","x-ms-access-tier-inferred","x-ms-account-kind","x-ms-archive-status","x-ms-blob-append-offset","x-ms-blob-cache-\
control","x-ms-blob-committed-block-count","x-ms-blob-condition-appendpos","x-ms-blob-condition-maxsize","x-ms-blob-content-disposition","x-ms-blob-content-enco\
ding","x-ms-blob-content-language","x-ms-blob-content-length","x-ms-blob-content-md5","x-ms-blob-content-type","x-ms-blob-public-access","x-ms-blob-sequence-num\
ber","x-ms-blob-type","x-ms-copy-destination-snapshot","x-ms-creation-time","x-ms-default-encryption-scope","x-ms-delete-snapshots","x-ms-delete-type-permanent",
"x-ms-deny-encryption-scope-override","x-ms-encryption-algorithm","x-ms-if-sequence-number-eq","x-ms-if-sequence-number-le","x-ms-if-sequence-number-lt","x-ms-i\
ncremental-copy","x-ms-lease-action","x-ms-lease-break-period","x-ms-lease-duration","x-ms-lease-id","x-ms-lease-time","x-ms-page-write","x-ms-proposed-lease-id",
"x-ms-range-get-content-md5","x-ms-rehydrate-priority","x-ms-sequence-number-action","x-ms-sku-name","x-ms-source-content-md5","x-ms-source-if-match","x-ms-sour\
ce-if-modified-since","x-ms-source-if-none-match","x-ms-source-if-unmodified-since","x-ms-tag-count","x-ms-encryption-key-sha256","x-ms-copy-source-error-code",
"x-ms-copy-source-status-code","x-ms-if-tags","x-ms-source-if-tags"];var StorageBlobLoggingAllowedQueryParameters=["comp","maxresults","rscc","rscd","rsce","rsc\
l","rsct","se","si","sip","sp","spr","sr","srt","ss","st","sv","include","marker","prefix","copyid","restype","blockid","blocklisttype","delimiter","prevsnapsho\
t","ske","skoid","sks","skt","sktid","skv","snapshot"];var BlobUsesCustomerSpecifiedEncryptionMsg="BlobUsesCustomerSpecifiedEncryption";var BlobDoesNotUseCustomerSpecifiedEncryption="\
BlobDoesNotUseCustomerSpecifiedEncryption";var PathStylePorts=["10000","10001","10002","10003","10004","10100","10101","10102","10103","10104","11000","11001","\
11002","11003","11004","11100","11101","11102","11103","11104"];function isPipelineLike(pipeline3){if(!pipeline3||typeof pipeline3!=="object"){return false}const castPipeline=pipeline3;return Array.isArray(castPipeline.factories)&&
typeof castPipeline.options==="object"&&typeof castPipeline.toServiceClientOptions==="function"}var Pipeline=class{factories;options;constructor(factories,options={}){
this.factories=factories;this.options=options}toServiceClientOptions(){return{httpClient:this.options.httpClient,requestPolicyFactories:this.factories}}};function newPipeline(credential,pipelineOptions={}){
if(!credential){credential=new AnonymousCredential}const pipeline3=new Pipeline([],pipelineOptions);pipeline3._credential=credential;return pipeline3}function processDownlevelPipeline(pipeline3){
const knownFactoryFunctions=[isAnonymousCredential,isStorageSharedKeyCredential,isCoreHttpBearerTokenFactory,isStorageBrowserPolicyFactory,isStorageRetryPolicyFactory,
isStorageTelemetryPolicyFactory,isCoreHttpPolicyFactory];if(pipeline3.factories.length){const novelFactories=pipeline3.factories.filter(factory=>{return!knownFactoryFunctions.
some(knownFactory=>knownFactory(factory))});if(novelFactories.length){const hasInjector=novelFactories.some(factory=>isInjectorPolicyFactory(factory));return{wrappedPolicies:createRequestPolicyFactoryPolicy(
novelFactories),afterRetry:hasInjector}}}return void 0}function getCoreClientOptions(pipeline3){const{httpClient:v1Client,...restOptions}=pipeline3.options;let httpClient=pipeline3.
_coreHttpClient;if(!httpClient){httpClient=v1Client?convertHttpClient(v1Client):getCachedDefaultHttpClient();pipeline3._coreHttpClient=httpClient}let corePipeline=pipeline3.
_corePipeline;if(!corePipeline){const packageDetails=`azsdk-js-azure-storage-blob/${SDK_VERSION}`;const userAgentPrefix=restOptions.userAgentOptions&&restOptions.
userAgentOptions.userAgentPrefix?`${restOptions.userAgentOptions.userAgentPrefix} ${packageDetails}`:`${packageDetails}`;corePipeline=createClientPipeline({...restOptions,
loggingOptions:{additionalAllowedHeaderNames:StorageBlobLoggingAllowedHeaderNames,additionalAllowedQueryParameters:StorageBlobLoggingAllowedQueryParameters,logger:logger.
info},userAgentOptions:{userAgentPrefix},serializationOptions:{stringifyXML,serializerOptions:{xml:{xmlCharKey:"#"}}},deserializationOptions:{parseXML,serializerOptions:{
xml:{xmlCharKey:"#"}}}});corePipeline.removePolicy({phase:"Retry"});corePipeline.removePolicy({name:decompressResponsePolicyName});corePipeline.addPolicy(storageCorrectContentLengthPolicy());
corePipeline.addPolicy(storageRetryPolicy(restOptions.retryOptions),{phase:"Retry"});corePipeline.addPolicy(storageRequestFailureDetailsParserPolicy());corePipeline.
addPolicy(storageBrowserPolicy());const downlevelResults=processDownlevelPipeline(pipeline3);if(downlevelResults){corePipeline.addPolicy(downlevelResults.wrappedPolicies,
downlevelResults.afterRetry?{afterPhase:"Retry"}:void 0)}const credential=getCredentialFromPipeline(pipeline3);if(isTokenCredential(credential)){corePipeline.addPolicy(
bearerTokenAuthenticationPolicy({credential,scopes:restOptions.audience??StorageOAuthScopes,challengeCallbacks:{authorizeRequestOnChallenge:authorizeRequestOnTenantChallenge}}),
{phase:"Sign"})}else if(credential instanceof StorageSharedKeyCredential){corePipeline.addPolicy(storageSharedKeyCredentialPolicy({accountName:credential.accountName,
accountKey:credential.accountKey}),{phase:"Sign"})}pipeline3._corePipeline=corePipeline}return{...restOptions,allowInsecureConnection:true,httpClient,pipeline:corePipeline}}
function getCredentialFromPipeline(pipeline3){if(pipeline3._credential){return pipeline3._credential}let credential=new AnonymousCredential;for(const factory of pipeline3.
factories){if(isTokenCredential(factory.credential)){credential=factory.credential}else if(isStorageSharedKeyCredential(factory)){return factory}}return credential}
function isStorageSharedKeyCredential(factory){if(factory instanceof StorageSharedKeyCredential){return true}return factory.constructor.name==="StorageSharedKey\
Credential"}function isAnonymousCredential(factory){if(factory instanceof AnonymousCredential){return true}return factory.constructor.name==="AnonymousCredentia\
l"}function isCoreHttpBearerTokenFactory(factory){return isTokenCredential(factory.credential)}function isStorageBrowserPolicyFactory(factory){if(factory instanceof
StorageBrowserPolicyFactory){return true}return factory.constructor.name==="StorageBrowserPolicyFactory"}function isStorageRetryPolicyFactory(factory){if(factory instanceof
StorageRetryPolicyFactory){return true}return factory.constructor.name==="StorageRetryPolicyFactory"}function isStorageTelemetryPolicyFactory(factory){return factory.
constructor.name==="TelemetryPolicyFactory"}function isInjectorPolicyFactory(factory){return factory.constructor.name==="InjectorPolicyFactory"}function isCoreHttpPolicyFactory(factory){
const knownPolicies=["GenerateClientRequestIdPolicy","TracingPolicy","LogPolicy","ProxyPolicy","DisableResponseDecompressionPolicy","KeepAlivePolicy","Deseriali\
zationPolicy"];const mockHttpClient={sendRequest:async request=>{return{request,headers:request.headers.clone(),status:500}}};const mockRequestPolicyOptions={log(_logLevel,_message){},
shouldLog(_logLevel){return false}};const policyInstance=factory.create(mockHttpClient,mockRequestPolicyOptions);const policyName=policyInstance.constructor.name;
return knownPolicies.some(knownPolicyName=>{return policyName.startsWith(knownPolicyName)})}var KnownEncryptionAlgorithmType;(function(KnownEncryptionAlgorithmType3){KnownEncryptionAlgorithmType3["AES256"]="AES256"})(KnownEncryptionAlgorithmType||(KnownEncryptionAlgorithmType=
{}));var KnownFileShareTokenIntent;(function(KnownFileShareTokenIntent2){KnownFileShareTokenIntent2["Backup"]="backup"})(KnownFileShareTokenIntent||(KnownFileShareTokenIntent=
{}));var KnownBlobExpiryOptions;(function(KnownBlobExpiryOptions2){KnownBlobExpiryOptions2["NeverExpire"]="NeverExpire";KnownBlobExpiryOptions2["RelativeToCreat\
ion"]="RelativeToCreation";KnownBlobExpiryOptions2["RelativeToNow"]="RelativeToNow";KnownBlobExpiryOptions2["Absolute"]="Absolute"})(KnownBlobExpiryOptions||(KnownBlobExpiryOptions=
{}));var KnownStorageErrorCode;(function(KnownStorageErrorCode2){KnownStorageErrorCode2["AccountAlreadyExists"]="AccountAlreadyExists";KnownStorageErrorCode2["A\
ccountBeingCreated"]="AccountBeingCreated";KnownStorageErrorCode2["AccountIsDisabled"]="AccountIsDisabled";KnownStorageErrorCode2["AuthenticationFailed"]="Authe\
nticationFailed";KnownStorageErrorCode2["AuthorizationFailure"]="AuthorizationFailure";KnownStorageErrorCode2["ConditionHeadersNotSupported"]="ConditionHeadersN\
otSupported";KnownStorageErrorCode2["ConditionNotMet"]="ConditionNotMet";KnownStorageErrorCode2["EmptyMetadataKey"]="EmptyMetadataKey";KnownStorageErrorCode2["I\
nsufficientAccountPermissions"]="InsufficientAccountPermissions";KnownStorageErrorCode2["InternalError"]="InternalError";KnownStorageErrorCode2["InvalidAuthenti\
cationInfo"]="InvalidAuthenticationInfo";KnownStorageErrorCode2["InvalidHeaderValue"]="InvalidHeaderValue";KnownStorageErrorCode2["InvalidHttpVerb"]="InvalidHtt\
pVerb";KnownStorageErrorCode2["InvalidInput"]="InvalidInput";KnownStorageErrorCode2["InvalidMd5"]="InvalidMd5";KnownStorageErrorCode2["InvalidMetadata"]="Invali\
dMetadata";KnownStorageErrorCode2["InvalidQueryParameterValue"]="InvalidQueryParameterValue";KnownStorageErrorCode2["InvalidRange"]="InvalidRange";KnownStorageErrorCode2["\
InvalidResourceName"]="InvalidResourceName";KnownStorageErrorCode2["InvalidUri"]="InvalidUri";KnownStorageErrorCode2["InvalidXmlDocument"]="InvalidXmlDocument";
KnownStorageErrorCode2["InvalidXmlNodeValue"]="InvalidXmlNodeValue";KnownStorageErrorCode2["Md5Mismatch"]="Md5Mismatch";KnownStorageErrorCode2["MetadataTooLarge"]=
"MetadataTooLarge";KnownStorageErrorCode2["MissingContentLengthHeader"]="MissingContentLengthHeader";KnownStorageErrorCode2["MissingRequiredQueryParameter"]="Mi\
ssingRequiredQueryParameter";KnownStorageErrorCode2["MissingRequiredHeader"]="MissingRequiredHeader";KnownStorageErrorCode2["MissingRequiredXmlNode"]="MissingRe\
quiredXmlNode";KnownStorageErrorCode2["MultipleConditionHeadersNotSupported"]="MultipleConditionHeadersNotSupported";KnownStorageErrorCode2["OperationTimedOut"]=
"OperationTimedOut";KnownStorageErrorCode2["OutOfRangeInput"]="OutOfRangeInput";KnownStorageErrorCode2["OutOfRangeQueryParameterValue"]="OutOfRangeQueryParamete\
rValue";KnownStorageErrorCode2["RequestBodyTooLarge"]="RequestBodyTooLarge";KnownStorageErrorCode2["ResourceTypeMismatch"]="ResourceTypeMismatch";KnownStorageErrorCode2["\
RequestUrlFailedToParse"]="RequestUrlFailedToParse";KnownStorageErrorCode2["ResourceAlreadyExists"]="ResourceAlreadyExists";KnownStorageErrorCode2["ResourceNotF\
ound"]="ResourceNotFound";KnownStorageErrorCode2["ServerBusy"]="ServerBusy";KnownStorageErrorCode2["UnsupportedHeader"]="UnsupportedHeader";KnownStorageErrorCode2["\
UnsupportedXmlNode"]="UnsupportedXmlNode";KnownStorageErrorCode2["UnsupportedQueryParameter"]="UnsupportedQueryParameter";KnownStorageErrorCode2["UnsupportedHtt\
pVerb"]="UnsupportedHttpVerb";KnownStorageErrorCode2["AppendPositionConditionNotMet"]="AppendPositionConditionNotMet";KnownStorageErrorCode2["BlobAlreadyExists"]=
"BlobAlreadyExists";KnownStorageErrorCode2["BlobImmutableDueToPolicy"]="BlobImmutableDueToPolicy";KnownStorageErrorCode2["BlobNotFound"]="BlobNotFound";KnownStorageErrorCode2["\
BlobOverwritten"]="BlobOverwritten";KnownStorageErrorCode2["BlobTierInadequateForContentLength"]="BlobTierInadequateForContentLength";KnownStorageErrorCode2["Bl\
obUsesCustomerSpecifiedEncryption"]="BlobUsesCustomerSpecifiedEncryption";KnownStorageErrorCode2["BlockCountExceedsLimit"]="BlockCountExceedsLimit";KnownStorageErrorCode2["\
BlockListTooLong"]="BlockListTooLong";KnownStorageErrorCode2["CannotChangeToLowerTier"]="CannotChangeToLowerTier";KnownStorageErrorCode2["CannotVerifyCopySource"]=
"CannotVerifyCopySource";KnownStorageErrorCode2["ContainerAlreadyExists"]="ContainerAlreadyExists";KnownStorageErrorCode2["ContainerBeingDeleted"]="ContainerBei\
ngDeleted";KnownStorageErrorCode2["ContainerDisabled"]="ContainerDisabled";KnownStorageErrorCode2["ContainerNotFound"]="ContainerNotFound";KnownStorageErrorCode2["\
ContentLengthLargerThanTierLimit"]="ContentLengthLargerThanTierLimit";KnownStorageErrorCode2["CopyAcrossAccountsNotSupported"]="CopyAcrossAccountsNotSupported";
KnownStorageErrorCode2["CopyIdMismatch"]="CopyIdMismatch";KnownStorageErrorCode2["FeatureVersionMismatch"]="FeatureVersionMismatch";KnownStorageErrorCode2["Incr\
ementalCopyBlobMismatch"]="IncrementalCopyBlobMismatch";KnownStorageErrorCode2["IncrementalCopyOfEarlierVersionSnapshotNotAllowed"]="IncrementalCopyOfEarlierVer\
sionSnapshotNotAllowed";KnownStorageErrorCode2["IncrementalCopySourceMustBeSnapshot"]="IncrementalCopySourceMustBeSnapshot";KnownStorageErrorCode2["InfiniteLeas\
eDurationRequired"]="InfiniteLeaseDurationRequired";KnownStorageErrorCode2["InvalidBlobOrBlock"]="InvalidBlobOrBlock";KnownStorageErrorCode2["InvalidBlobTier"]=
"InvalidBlobTier";KnownStorageErrorCode2["InvalidBlobType"]="InvalidBlobType";KnownStorageErrorCode2["InvalidBlockId"]="InvalidBlockId";KnownStorageErrorCode2["\
InvalidBlockList"]="InvalidBlockList";KnownStorageErrorCode2["InvalidOperation"]="InvalidOperation";KnownStorageErrorCode2["InvalidPageRange"]="InvalidPageRange";
KnownStorageErrorCode2["InvalidSourceBlobType"]="InvalidSourceBlobType";KnownStorageErrorCode2["InvalidSourceBlobUrl"]="InvalidSourceBlobUrl";KnownStorageErrorCode2["\
InvalidVersionForPageBlobOperation"]="InvalidVersionForPageBlobOperation";KnownStorageErrorCode2["LeaseAlreadyPresent"]="LeaseAlreadyPresent";KnownStorageErrorCode2["\
LeaseAlreadyBroken"]="LeaseAlreadyBroken";KnownStorageErrorCode2["LeaseIdMismatchWithBlobOperation"]="LeaseIdMismatchWithBlobOperation";KnownStorageErrorCode2["\
LeaseIdMismatchWithContainerOperation"]="LeaseIdMismatchWithContainerOperation";KnownStorageErrorCode2["LeaseIdMismatchWithLeaseOperation"]="LeaseIdMismatchWith\
LeaseOperation";KnownStorageErrorCode2["LeaseIdMissing"]="LeaseIdMissing";KnownStorageErrorCode2["LeaseIsBreakingAndCannotBeAcquired"]="LeaseIsBreakingAndCannot\
BeAcquired";KnownStorageErrorCode2["LeaseIsBreakingAndCannotBeChanged"]="LeaseIsBreakingAndCannotBeChanged";KnownStorageErrorCode2["LeaseIsBrokenAndCannotBeRene\
wed"]="LeaseIsBrokenAndCannotBeRenewed";KnownStorageErrorCode2["LeaseLost"]="LeaseLost";KnownStorageErrorCode2["LeaseNotPresentWithBlobOperation"]="LeaseNotPres\
entWithBlobOperation";KnownStorageErrorCode2["LeaseNotPresentWithContainerOperation"]="LeaseNotPresentWithContainerOperation";KnownStorageErrorCode2["LeaseNotPr\
esentWithLeaseOperation"]="LeaseNotPresentWithLeaseOperation";KnownStorageErrorCode2["MaxBlobSizeConditionNotMet"]="MaxBlobSizeConditionNotMet";KnownStorageErrorCode2["\
NoAuthenticationInformation"]="NoAuthenticationInformation";KnownStorageErrorCode2["NoPendingCopyOperation"]="NoPendingCopyOperation";KnownStorageErrorCode2["Op\
erationNotAllowedOnIncrementalCopyBlob"]="OperationNotAllowedOnIncrementalCopyBlob";KnownStorageErrorCode2["PendingCopyOperation"]="PendingCopyOperation";KnownStorageErrorCode2["\
PreviousSnapshotCannotBeNewer"]="PreviousSnapshotCannotBeNewer";KnownStorageErrorCode2["PreviousSnapshotNotFound"]="PreviousSnapshotNotFound";KnownStorageErrorCode2["\
PreviousSnapshotOperationNotSupported"]="PreviousSnapshotOperationNotSupported";KnownStorageErrorCode2["SequenceNumberConditionNotMet"]="SequenceNumberCondition\
NotMet";KnownStorageErrorCode2["SequenceNumberIncrementTooLarge"]="SequenceNumberIncrementTooLarge";KnownStorageErrorCode2["SnapshotCountExceeded"]="SnapshotCou\
ntExceeded";KnownStorageErrorCode2["SnapshotOperationRateExceeded"]="SnapshotOperationRateExceeded";KnownStorageErrorCode2["SnapshotsPresent"]="SnapshotsPresent";
KnownStorageErrorCode2["SourceConditionNotMet"]="SourceConditionNotMet";KnownStorageErrorCode2["SystemInUse"]="SystemInUse";KnownStorageErrorCode2["TargetCondit\
ionNotMet"]="TargetConditionNotMet";KnownStorageErrorCode2["UnauthorizedBlobOverwrite"]="UnauthorizedBlobOverwrite";KnownStorageErrorCode2["BlobBeingRehydrated"]=
"BlobBeingRehydrated";KnownStorageErrorCode2["BlobArchived"]="BlobArchived";KnownStorageErrorCode2["BlobNotArchived"]="BlobNotArchived";KnownStorageErrorCode2["\
AuthorizationSourceIPMismatch"]="AuthorizationSourceIPMismatch";KnownStorageErrorCode2["AuthorizationProtocolMismatch"]="AuthorizationProtocolMismatch";KnownStorageErrorCode2["\
AuthorizationPermissionMismatch"]="AuthorizationPermissionMismatch";KnownStorageErrorCode2["AuthorizationServiceMismatch"]="AuthorizationServiceMismatch";KnownStorageErrorCode2["\
AuthorizationResourceTypeMismatch"]="AuthorizationResourceTypeMismatch";KnownStorageErrorCode2["BlobAccessTierNotSupportedForAccountType"]="BlobAccessTierNotSup\
portedForAccountType"})(KnownStorageErrorCode||(KnownStorageErrorCode={}));var mappers_exports={};__export(mappers_exports,{AccessPolicy:()=>AccessPolicy,AppendBlobAppendBlockExceptionHeaders:()=>AppendBlobAppendBlockExceptionHeaders,AppendBlobAppendBlockFromUrlExceptionHeaders:()=>AppendBlobAppendBlockFromUrlExceptionHeaders,
AppendBlobAppendBlockFromUrlHeaders:()=>AppendBlobAppendBlockFromUrlHeaders,AppendBlobAppendBlockHeaders:()=>AppendBlobAppendBlockHeaders,AppendBlobCreateExceptionHeaders:()=>AppendBlobCreateExceptionHeaders,
AppendBlobCreateHeaders:()=>AppendBlobCreateHeaders,AppendBlobSealExceptionHeaders:()=>AppendBlobSealExceptionHeaders,AppendBlobSealHeaders:()=>AppendBlobSealHeaders,
ArrowConfiguration:()=>ArrowConfiguration,ArrowField:()=>ArrowField,BlobAbortCopyFromURLExceptionHeaders:()=>BlobAbortCopyFromURLExceptionHeaders,BlobAbortCopyFromURLHeaders:()=>BlobAbortCopyFromURLHeaders,
BlobAcquireLeaseExceptionHeaders:()=>BlobAcquireLeaseExceptionHeaders,BlobAcquireLeaseHeaders:()=>BlobAcquireLeaseHeaders,BlobBreakLeaseExceptionHeaders:()=>BlobBreakLeaseExceptionHeaders,
BlobBreakLeaseHeaders:()=>BlobBreakLeaseHeaders,BlobChangeLeaseExceptionHeaders:()=>BlobChangeLeaseExceptionHeaders,BlobChangeLeaseHeaders:()=>BlobChangeLeaseHeaders,
BlobCopyFromURLExceptionHeaders:()=>BlobCopyFromURLExceptionHeaders,BlobCopyFromURLHeaders:()=>BlobCopyFromURLHeaders,BlobCreateSnapshotExceptionHeaders:()=>BlobCreateSnapshotExceptionHeaders,
BlobCreateSnapshotHeaders:()=>BlobCreateSnapshotHeaders,BlobDeleteExceptionHeaders:()=>BlobDeleteExceptionHeaders,BlobDeleteHeaders:()=>BlobDeleteHeaders,BlobDeleteImmutabilityPolicyExceptionHeaders:()=>BlobDeleteImmutabilityPolicyExceptionHeaders,
BlobDeleteImmutabilityPolicyHeaders:()=>BlobDeleteImmutabilityPolicyHeaders,BlobDownloadExceptionHeaders:()=>BlobDownloadExceptionHeaders,BlobDownloadHeaders:()=>BlobDownloadHeaders,
BlobFlatListSegment:()=>BlobFlatListSegment,BlobGetAccountInfoExceptionHeaders:()=>BlobGetAccountInfoExceptionHeaders,BlobGetAccountInfoHeaders:()=>BlobGetAccountInfoHeaders,
BlobGetPropertiesExceptionHeaders:()=>BlobGetPropertiesExceptionHeaders,BlobGetPropertiesHeaders:()=>BlobGetPropertiesHeaders,BlobGetTagsExceptionHeaders:()=>BlobGetTagsExceptionHeaders,
BlobGetTagsHeaders:()=>BlobGetTagsHeaders,BlobHierarchyListSegment:()=>BlobHierarchyListSegment,BlobItemInternal:()=>BlobItemInternal,BlobName:()=>BlobName,BlobPrefix:()=>BlobPrefix,
BlobPropertiesInternal:()=>BlobPropertiesInternal,BlobQueryExceptionHeaders:()=>BlobQueryExceptionHeaders,BlobQueryHeaders:()=>BlobQueryHeaders,BlobReleaseLeaseExceptionHeaders:()=>BlobReleaseLeaseExceptionHeaders,
BlobReleaseLeaseHeaders:()=>BlobReleaseLeaseHeaders,BlobRenewLeaseExceptionHeaders:()=>BlobRenewLeaseExceptionHeaders,BlobRenewLeaseHeaders:()=>BlobRenewLeaseHeaders,
BlobServiceProperties:()=>BlobServiceProperties,BlobServiceStatistics:()=>BlobServiceStatistics,BlobSetExpiryExceptionHeaders:()=>BlobSetExpiryExceptionHeaders,
BlobSetExpiryHeaders:()=>BlobSetExpiryHeaders,BlobSetHttpHeadersExceptionHeaders:()=>BlobSetHttpHeadersExceptionHeaders,BlobSetHttpHeadersHeaders:()=>BlobSetHttpHeadersHeaders,
BlobSetImmutabilityPolicyExceptionHeaders:()=>BlobSetImmutabilityPolicyExceptionHeaders,BlobSetImmutabilityPolicyHeaders:()=>BlobSetImmutabilityPolicyHeaders,BlobSetLegalHoldExceptionHeaders:()=>BlobSetLegalHoldExceptionHeaders,
BlobSetLegalHoldHeaders:()=>BlobSetLegalHoldHeaders,BlobSetMetadataExceptionHeaders:()=>BlobSetMetadataExceptionHeaders,BlobSetMetadataHeaders:()=>BlobSetMetadataHeaders,
BlobSetTagsExceptionHeaders:()=>BlobSetTagsExceptionHeaders,BlobSetTagsHeaders:()=>BlobSetTagsHeaders,BlobSetTierExceptionHeaders:()=>BlobSetTierExceptionHeaders,
BlobSetTierHeaders:()=>BlobSetTierHeaders,BlobStartCopyFromURLExceptionHeaders:()=>BlobStartCopyFromURLExceptionHeaders,BlobStartCopyFromURLHeaders:()=>BlobStartCopyFromURLHeaders,
BlobTag:()=>BlobTag,BlobTags:()=>BlobTags,BlobUndeleteExceptionHeaders:()=>BlobUndeleteExceptionHeaders,BlobUndeleteHeaders:()=>BlobUndeleteHeaders,Block:()=>Block,
BlockBlobCommitBlockListExceptionHeaders:()=>BlockBlobCommitBlockListExceptionHeaders,BlockBlobCommitBlockListHeaders:()=>BlockBlobCommitBlockListHeaders,BlockBlobGetBlockListExceptionHeaders:()=>BlockBlobGetBlockListExceptionHeaders,
BlockBlobGetBlockListHeaders:()=>BlockBlobGetBlockListHeaders,BlockBlobPutBlobFromUrlExceptionHeaders:()=>BlockBlobPutBlobFromUrlExceptionHeaders,BlockBlobPutBlobFromUrlHeaders:()=>BlockBlobPutBlobFromUrlHeaders,
BlockBlobStageBlockExceptionHeaders:()=>BlockBlobStageBlockExceptionHeaders,BlockBlobStageBlockFromURLExceptionHeaders:()=>BlockBlobStageBlockFromURLExceptionHeaders,
BlockBlobStageBlockFromURLHeaders:()=>BlockBlobStageBlockFromURLHeaders,BlockBlobStageBlockHeaders:()=>BlockBlobStageBlockHeaders,BlockBlobUploadExceptionHeaders:()=>BlockBlobUploadExceptionHeaders,
BlockBlobUploadHeaders:()=>BlockBlobUploadHeaders,BlockList:()=>BlockList,BlockLookupList:()=>BlockLookupList,ClearRange:()=>ClearRange,ContainerAcquireLeaseExceptionHeaders:()=>ContainerAcquireLeaseExceptionHeaders,
ContainerAcquireLeaseHeaders:()=>ContainerAcquireLeaseHeaders,ContainerBreakLeaseExceptionHeaders:()=>ContainerBreakLeaseExceptionHeaders,ContainerBreakLeaseHeaders:()=>ContainerBreakLeaseHeaders,
ContainerChangeLeaseExceptionHeaders:()=>ContainerChangeLeaseExceptionHeaders,ContainerChangeLeaseHeaders:()=>ContainerChangeLeaseHeaders,ContainerCreateExceptionHeaders:()=>ContainerCreateExceptionHeaders,
ContainerCreateHeaders:()=>ContainerCreateHeaders,ContainerDeleteExceptionHeaders:()=>ContainerDeleteExceptionHeaders,ContainerDeleteHeaders:()=>ContainerDeleteHeaders,
ContainerFilterBlobsExceptionHeaders:()=>ContainerFilterBlobsExceptionHeaders,ContainerFilterBlobsHeaders:()=>ContainerFilterBlobsHeaders,ContainerGetAccessPolicyExceptionHeaders:()=>ContainerGetAccessPolicyExceptionHeaders,
ContainerGetAccessPolicyHeaders:()=>ContainerGetAccessPolicyHeaders,ContainerGetAccountInfoExceptionHeaders:()=>ContainerGetAccountInfoExceptionHeaders,ContainerGetAccountInfoHeaders:()=>ContainerGetAccountInfoHeaders,
ContainerGetPropertiesExceptionHeaders:()=>ContainerGetPropertiesExceptionHeaders,ContainerGetPropertiesHeaders:()=>ContainerGetPropertiesHeaders,ContainerItem:()=>ContainerItem,
ContainerListBlobFlatSegmentExceptionHeaders:()=>ContainerListBlobFlatSegmentExceptionHeaders,ContainerListBlobFlatSegmentHeaders:()=>ContainerListBlobFlatSegmentHeaders,
ContainerListBlobHierarchySegmentExceptionHeaders:()=>ContainerListBlobHierarchySegmentExceptionHeaders,ContainerListBlobHierarchySegmentHeaders:()=>ContainerListBlobHierarchySegmentHeaders,
ContainerProperties:()=>ContainerProperties,ContainerReleaseLeaseExceptionHeaders:()=>ContainerReleaseLeaseExceptionHeaders,ContainerReleaseLeaseHeaders:()=>ContainerReleaseLeaseHeaders,
ContainerRenameExceptionHeaders:()=>ContainerRenameExceptionHeaders,ContainerRenameHeaders:()=>ContainerRenameHeaders,ContainerRenewLeaseExceptionHeaders:()=>ContainerRenewLeaseExceptionHeaders,
ContainerRenewLeaseHeaders:()=>ContainerRenewLeaseHeaders,ContainerRestoreExceptionHeaders:()=>ContainerRestoreExceptionHeaders,ContainerRestoreHeaders:()=>ContainerRestoreHeaders,
ContainerSetAccessPolicyExceptionHeaders:()=>ContainerSetAccessPolicyExceptionHeaders,ContainerSetAccessPolicyHeaders:()=>ContainerSetAccessPolicyHeaders,ContainerSetMetadataExceptionHeaders:()=>ContainerSetMetadataExceptionHeaders,
ContainerSetMetadataHeaders:()=>ContainerSetMetadataHeaders,ContainerSubmitBatchExceptionHeaders:()=>ContainerSubmitBatchExceptionHeaders,ContainerSubmitBatchHeaders:()=>ContainerSubmitBatchHeaders,
CorsRule:()=>CorsRule,DelimitedTextConfiguration:()=>DelimitedTextConfiguration,FilterBlobItem:()=>FilterBlobItem,FilterBlobSegment:()=>FilterBlobSegment,GeoReplication:()=>GeoReplication,
JsonTextConfiguration:()=>JsonTextConfiguration,KeyInfo:()=>KeyInfo,ListBlobsFlatSegmentResponse:()=>ListBlobsFlatSegmentResponse,ListBlobsHierarchySegmentResponse:()=>ListBlobsHierarchySegmentResponse,
ListContainersSegmentResponse:()=>ListContainersSegmentResponse,Logging:()=>Logging,Metrics:()=>Metrics,PageBlobClearPagesExceptionHeaders:()=>PageBlobClearPagesExceptionHeaders,
PageBlobClearPagesHeaders:()=>PageBlobClearPagesHeaders,PageBlobCopyIncrementalExceptionHeaders:()=>PageBlobCopyIncrementalExceptionHeaders,PageBlobCopyIncrementalHeaders:()=>PageBlobCopyIncrementalHeaders,
PageBlobCreateExceptionHeaders:()=>PageBlobCreateExceptionHeaders,PageBlobCreateHeaders:()=>PageBlobCreateHeaders,PageBlobGetPageRangesDiffExceptionHeaders:()=>PageBlobGetPageRangesDiffExceptionHeaders,
PageBlobGetPageRangesDiffHeaders:()=>PageBlobGetPageRangesDiffHeaders,PageBlobGetPageRangesExceptionHeaders:()=>PageBlobGetPageRangesExceptionHeaders,PageBlobGetPageRangesHeaders:()=>PageBlobGetPageRangesHeaders,
PageBlobResizeExceptionHeaders:()=>PageBlobResizeExceptionHeaders,PageBlobResizeHeaders:()=>PageBlobResizeHeaders,PageBlobUpdateSequenceNumberExceptionHeaders:()=>PageBlobUpdateSequenceNumberExceptionHeaders,
PageBlobUpdateSequenceNumberHeaders:()=>PageBlobUpdateSequenceNumberHeaders,PageBlobUploadPagesExceptionHeaders:()=>PageBlobUploadPagesExceptionHeaders,PageBlobUploadPagesFromURLExceptionHeaders:()=>PageBlobUploadPagesFromURLExceptionHeaders,
PageBlobUploadPagesFromURLHeaders:()=>PageBlobUploadPagesFromURLHeaders,PageBlobUploadPagesHeaders:()=>PageBlobUploadPagesHeaders,PageList:()=>PageList,PageRange:()=>PageRange,
QueryFormat:()=>QueryFormat,QueryRequest:()=>QueryRequest,QuerySerialization:()=>QuerySerialization,RetentionPolicy:()=>RetentionPolicy,ServiceFilterBlobsExceptionHeaders:()=>ServiceFilterBlobsExceptionHeaders,
ServiceFilterBlobsHeaders:()=>ServiceFilterBlobsHeaders,ServiceGetAccountInfoExceptionHeaders:()=>ServiceGetAccountInfoExceptionHeaders,ServiceGetAccountInfoHeaders:()=>ServiceGetAccountInfoHeaders,
ServiceGetPropertiesExceptionHeaders:()=>ServiceGetPropertiesExceptionHeaders,ServiceGetPropertiesHeaders:()=>ServiceGetPropertiesHeaders,ServiceGetStatisticsExceptionHeaders:()=>ServiceGetStatisticsExceptionHeaders,
ServiceGetStatisticsHeaders:()=>ServiceGetStatisticsHeaders,ServiceGetUserDelegationKeyExceptionHeaders:()=>ServiceGetUserDelegationKeyExceptionHeaders,ServiceGetUserDelegationKeyHeaders:()=>ServiceGetUserDelegationKeyHeaders,
ServiceListContainersSegmentExceptionHeaders:()=>ServiceListContainersSegmentExceptionHeaders,ServiceListContainersSegmentHeaders:()=>ServiceListContainersSegmentHeaders,
ServiceSetPropertiesExceptionHeaders:()=>ServiceSetPropertiesExceptionHeaders,ServiceSetPropertiesHeaders:()=>ServiceSetPropertiesHeaders,ServiceSubmitBatchExceptionHeaders:()=>ServiceSubmitBatchExceptionHeaders,
ServiceSubmitBatchHeaders:()=>ServiceSubmitBatchHeaders,SignedIdentifier:()=>SignedIdentifier,StaticWebsite:()=>StaticWebsite,StorageError:()=>StorageError,UserDelegationKey:()=>UserDelegationKey});
var BlobServiceProperties={serializedName:"BlobServiceProperties",xmlName:"StorageServiceProperties",type:{name:"Composite",className:"BlobServiceProperties",modelProperties:{
blobAnalyticsLogging:{serializedName:"Logging",xmlName:"Logging",type:{name:"Composite",className:"Logging"}},hourMetrics:{serializedName:"HourMetrics",xmlName:"\
HourMetrics",type:{name:"Composite",className:"Metrics"}},minuteMetrics:{serializedName:"MinuteMetrics",xmlName:"MinuteMetrics",type:{name:"Composite",className:"\
Metrics"}},cors:{serializedName:"Cors",xmlName:"Cors",xmlIsWrapped:true,xmlElementName:"CorsRule",type:{name:"Sequence",element:{type:{name:"Composite",className:"\
CorsRule"}}}},defaultServiceVersion:{serializedName:"DefaultServiceVersion",xmlName:"DefaultServiceVersion",type:{name:"String"}},deleteRetentionPolicy:{serializedName:"\
DeleteRetentionPolicy",xmlName:"DeleteRetentionPolicy",type:{name:"Composite",className:"RetentionPolicy"}},staticWebsite:{serializedName:"StaticWebsite",xmlName:"\
StaticWebsite",type:{name:"Composite",className:"StaticWebsite"}}}}};var Logging={serializedName:"Logging",type:{name:"Composite",className:"Logging",modelProperties:{
version:{serializedName:"Version",required:true,xmlName:"Version",type:{name:"String"}},deleteProperty:{serializedName:"Delete",required:true,xmlName:"Delete",type:{
name:"Boolean"}},read:{serializedName:"Read",required:true,xmlName:"Read",type:{name:"Boolean"}},write:{serializedName:"Write",required:true,xmlName:"Write",type:{
name:"Boolean"}},retentionPolicy:{serializedName:"RetentionPolicy",xmlName:"RetentionPolicy",type:{name:"Composite",className:"RetentionPolicy"}}}}};var RetentionPolicy={
serializedName:"RetentionPolicy",type:{name:"Composite",className:"RetentionPolicy",modelProperties:{enabled:{serializedName:"Enabled",required:true,xmlName:"En\
abled",type:{name:"Boolean"}},days:{constraints:{InclusiveMinimum:1},serializedName:"Days",xmlName:"Days",type:{name:"Number"}}}}};var Metrics={serializedName:"\
Metrics",type:{name:"Composite",className:"Metrics",modelProperties:{version:{serializedName:"Version",xmlName:"Version",type:{name:"String"}},enabled:{serializedName:"\
Enabled",required:true,xmlName:"Enabled",type:{name:"Boolean"}},includeAPIs:{serializedName:"IncludeAPIs",xmlName:"IncludeAPIs",type:{name:"Boolean"}},retentionPolicy:{
serializedName:"RetentionPolicy",xmlName:"RetentionPolicy",type:{name:"Composite",className:"RetentionPolicy"}}}}};var CorsRule={serializedName:"CorsRule",type:{
name:"Composite",className:"CorsRule",modelProperties:{allowedOrigins:{serializedName:"AllowedOrigins",required:true,xmlName:"AllowedOrigins",type:{name:"String"}},
allowedMethods:{serializedName:"AllowedMethods",required:true,xmlName:"AllowedMethods",type:{name:"String"}},allowedHeaders:{serializedName:"AllowedHeaders",required:true,
xmlName:"AllowedHeaders",type:{name:"String"}},exposedHeaders:{serializedName:"ExposedHeaders",required:true,xmlName:"ExposedHeaders",type:{name:"String"}},maxAgeInSeconds:{
constraints:{InclusiveMinimum:0},serializedName:"MaxAgeInSeconds",required:true,xmlName:"MaxAgeInSeconds",type:{name:"Number"}}}}};var StaticWebsite={serializedName:"\
StaticWebsite",type:{name:"Composite",className:"StaticWebsite",modelProperties:{enabled:{serializedName:"Enabled",required:true,xmlName:"Enabled",type:{name:"B\
oolean"}},indexDocument:{serializedName:"IndexDocument",xmlName:"IndexDocument",type:{name:"String"}},errorDocument404Path:{serializedName:"ErrorDocument404Path",
xmlName:"ErrorDocument404Path",type:{name:"String"}},defaultIndexDocumentPath:{serializedName:"DefaultIndexDocumentPath",xmlName:"DefaultIndexDocumentPath",type:{
name:"String"}}}}};var StorageError={serializedName:"StorageError",type:{name:"Composite",className:"StorageError",modelProperties:{message:{serializedName:"Mes\
sage",xmlName:"Message",type:{name:"String"}},copySourceStatusCode:{serializedName:"CopySourceStatusCode",xmlName:"CopySourceStatusCode",type:{name:"Number"}},copySourceErrorCode:{
serializedName:"CopySourceErrorCode",xmlName:"CopySourceErrorCode",type:{name:"String"}},copySourceErrorMessage:{serializedName:"CopySourceErrorMessage",xmlName:"\
CopySourceErrorMessage",type:{name:"String"}},code:{serializedName:"Code",xmlName:"Code",type:{name:"String"}},authenticationErrorDetail:{serializedName:"Authen\
ticationErrorDetail",xmlName:"AuthenticationErrorDetail",type:{name:"String"}}}}};var BlobServiceStatistics={serializedName:"BlobServiceStatistics",xmlName:"Sto\
rageServiceStats",type:{name:"Composite",className:"BlobServiceStatistics",modelProperties:{geoReplication:{serializedName:"GeoReplication",xmlName:"GeoReplicat\
ion",type:{name:"Composite",className:"GeoReplication"}}}}};var GeoReplication={serializedName:"GeoReplication",type:{name:"Composite",className:"GeoReplication",
modelProperties:{status:{serializedName:"Status",required:true,xmlName:"Status",type:{name:"Enum",allowedValues:["live","bootstrap","unavailable"]}},lastSyncOn:{
serializedName:"LastSyncTime",required:true,xmlName:"LastSyncTime",type:{name:"DateTimeRfc1123"}}}}};var ListContainersSegmentResponse={serializedName:"ListCont\
ainersSegmentResponse",xmlName:"EnumerationResults",type:{name:"Composite",className:"ListContainersSegmentResponse",modelProperties:{serviceEndpoint:{serializedName:"\
ServiceEndpoint",required:true,xmlName:"ServiceEndpoint",xmlIsAttribute:true,type:{name:"String"}},prefix:{serializedName:"Prefix",xmlName:"Prefix",type:{name:"\
String"}},marker:{serializedName:"Marker",xmlName:"Marker",type:{name:"String"}},maxPageSize:{serializedName:"MaxResults",xmlName:"MaxResults",type:{name:"Numbe\
r"}},containerItems:{serializedName:"ContainerItems",required:true,xmlName:"Containers",xmlIsWrapped:true,xmlElementName:"Container",type:{name:"Sequence",element:{
type:{name:"Composite",className:"ContainerItem"}}}},continuationToken:{serializedName:"NextMarker",xmlName:"NextMarker",type:{name:"String"}}}}};var ContainerItem={
serializedName:"ContainerItem",xmlName:"Container",type:{name:"Composite",className:"ContainerItem",modelProperties:{name:{serializedName:"Name",required:true,xmlName:"\
Name",type:{name:"String"}},deleted:{serializedName:"Deleted",xmlName:"Deleted",type:{name:"Boolean"}},version:{serializedName:"Version",xmlName:"Version",type:{
name:"String"}},properties:{serializedName:"Properties",xmlName:"Properties",type:{name:"Composite",className:"ContainerProperties"}},metadata:{serializedName:"\
Metadata",xmlName:"Metadata",type:{name:"Dictionary",value:{type:{name:"String"}}}}}}};var ContainerProperties={serializedName:"ContainerProperties",type:{name:"\
Composite",className:"ContainerProperties",modelProperties:{lastModified:{serializedName:"Last-Modified",required:true,xmlName:"Last-Modified",type:{name:"DateT\
imeRfc1123"}},etag:{serializedName:"Etag",required:true,xmlName:"Etag",type:{name:"String"}},leaseStatus:{serializedName:"LeaseStatus",xmlName:"LeaseStatus",type:{
name:"Enum",allowedValues:["locked","unlocked"]}},leaseState:{serializedName:"LeaseState",xmlName:"LeaseState",type:{name:"Enum",allowedValues:["available","lea\
sed","expired","breaking","broken"]}},leaseDuration:{serializedName:"LeaseDuration",xmlName:"LeaseDuration",type:{name:"Enum",allowedValues:["infinite","fixed"]}},
publicAccess:{serializedName:"PublicAccess",xmlName:"PublicAccess",type:{name:"Enum",allowedValues:["container","blob"]}},hasImmutabilityPolicy:{serializedName:"\
HasImmutabilityPolicy",xmlName:"HasImmutabilityPolicy",type:{name:"Boolean"}},hasLegalHold:{serializedName:"HasLegalHold",xmlName:"HasLegalHold",type:{name:"Boo\
lean"}},defaultEncryptionScope:{serializedName:"DefaultEncryptionScope",xmlName:"DefaultEncryptionScope",type:{name:"String"}},preventEncryptionScopeOverride:{serializedName:"\
DenyEncryptionScopeOverride",xmlName:"DenyEncryptionScopeOverride",type:{name:"Boolean"}},deletedOn:{serializedName:"DeletedTime",xmlName:"DeletedTime",type:{name:"\
DateTimeRfc1123"}},remainingRetentionDays:{serializedName:"RemainingRetentionDays",xmlName:"RemainingRetentionDays",type:{name:"Number"}},isImmutableStorageWithVersioningEnabled:{
serializedName:"ImmutableStorageWithVersioningEnabled",xmlName:"ImmutableStorageWithVersioningEnabled",type:{name:"Boolean"}}}}};var KeyInfo={serializedName:"Ke\
yInfo",type:{name:"Composite",className:"KeyInfo",modelProperties:{startsOn:{serializedName:"Start",required:true,xmlName:"Start",type:{name:"String"}},expiresOn:{
serializedName:"Expiry",required:true,xmlName:"Expiry",type:{name:"String"}}}}};var UserDelegationKey={serializedName:"UserDelegationKey",type:{name:"Composite",
className:"UserDelegationKey",modelProperties:{signedObjectId:{serializedName:"SignedOid",required:true,xmlName:"SignedOid",type:{name:"String"}},signedTenantId:{
serializedName:"SignedTid",required:true,xmlName:"SignedTid",type:{name:"String"}},signedStartsOn:{serializedName:"SignedStart",required:true,xmlName:"SignedSta\
rt",type:{name:"String"}},signedExpiresOn:{serializedName:"SignedExpiry",required:true,xmlName:"SignedExpiry",type:{name:"String"}},signedService:{serializedName:"\
SignedService",required:true,xmlName:"SignedService",type:{name:"String"}},signedVersion:{serializedName:"SignedVersion",required:true,xmlName:"SignedVersion",type:{
name:"String"}},value:{serializedName:"Value",required:true,xmlName:"Value",type:{name:"String"}}}}};var FilterBlobSegment={serializedName:"FilterBlobSegment",xmlName:"\
EnumerationResults",type:{name:"Composite",className:"FilterBlobSegment",modelProperties:{serviceEndpoint:{serializedName:"ServiceEndpoint",required:true,xmlName:"\
ServiceEndpoint",xmlIsAttribute:true,type:{name:"String"}},where:{serializedName:"Where",required:true,xmlName:"Where",type:{name:"String"}},blobs:{serializedName:"\
Blobs",required:true,xmlName:"Blobs",xmlIsWrapped:true,xmlElementName:"Blob",type:{name:"Sequence",element:{type:{name:"Composite",className:"FilterBlobItem"}}}},
continuationToken:{serializedName:"NextMarker",xmlName:"NextMarker",type:{name:"String"}}}}};var FilterBlobItem={serializedName:"FilterBlobItem",xmlName:"Blob",
type:{name:"Composite",className:"FilterBlobItem",modelProperties:{name:{serializedName:"Name",required:true,xmlName:"Name",type:{name:"String"}},containerName:{
serializedName:"ContainerName",required:true,xmlName:"ContainerName",type:{name:"String"}},tags:{serializedName:"Tags",xmlName:"Tags",type:{name:"Composite",className:"\
BlobTags"}}}}};var BlobTags={serializedName:"BlobTags",xmlName:"Tags",type:{name:"Composite",className:"BlobTags",modelProperties:{blobTagSet:{serializedName:"B\
lobTagSet",required:true,xmlName:"TagSet",xmlIsWrapped:true,xmlElementName:"Tag",type:{name:"Sequence",element:{type:{name:"Composite",className:"BlobTag"}}}}}}};
var BlobTag={serializedName:"BlobTag",xmlName:"Tag",type:{name:"Composite",className:"BlobTag",modelProperties:{key:{serializedName:"Key",required:true,xmlName:"\
Key",type:{name:"String"}},value:{serializedName:"Value",required:true,xmlName:"Value",type:{name:"String"}}}}};var SignedIdentifier={serializedName:"SignedIden\
tifier",xmlName:"SignedIdentifier",type:{name:"Composite",className:"SignedIdentifier",modelProperties:{id:{serializedName:"Id",required:true,xmlName:"Id",type:{
name:"String"}},accessPolicy:{serializedName:"AccessPolicy",xmlName:"AccessPolicy",type:{name:"Composite",className:"AccessPolicy"}}}}};var AccessPolicy={serializedName:"\
AccessPolicy",type:{name:"Composite",className:"AccessPolicy",modelProperties:{startsOn:{serializedName:"Start",xmlName:"Start",type:{name:"String"}},expiresOn:{
serializedName:"Expiry",xmlName:"Expiry",type:{name:"String"}},permissions:{serializedName:"Permission",xmlName:"Permission",type:{name:"String"}}}}};var ListBlobsFlatSegmentResponse={
serializedName:"ListBlobsFlatSegmentResponse",xmlName:"EnumerationResults",type:{name:"Composite",className:"ListBlobsFlatSegmentResponse",modelProperties:{serviceEndpoint:{
serializedName:"ServiceEndpoint",required:true,xmlName:"ServiceEndpoint",xmlIsAttribute:true,type:{name:"String"}},containerName:{serializedName:"ContainerName",
required:true,xmlName:"ContainerName",xmlIsAttribute:true,type:{name:"String"}},prefix:{serializedName:"Prefix",xmlName:"Prefix",type:{name:"String"}},marker:{serializedName:"\
Marker",xmlName:"Marker",type:{name:"String"}},maxPageSize:{serializedName:"MaxResults",xmlName:"MaxResults",type:{name:"Number"}},segment:{serializedName:"Segm\
ent",xmlName:"Blobs",type:{name:"Composite",className:"BlobFlatListSegment"}},continuationToken:{serializedName:"NextMarker",xmlName:"NextMarker",type:{name:"St\
ring"}}}}};var BlobFlatListSegment={serializedName:"BlobFlatListSegment",xmlName:"Blobs",type:{name:"Composite",className:"BlobFlatListSegment",modelProperties:{
blobItems:{serializedName:"BlobItems",required:true,xmlName:"BlobItems",xmlElementName:"Blob",type:{name:"Sequence",element:{type:{name:"Composite",className:"B\
lobItemInternal"}}}}}}};var BlobItemInternal={serializedName:"BlobItemInternal",xmlName:"Blob",type:{name:"Composite",className:"BlobItemInternal",modelProperties:{
name:{serializedName:"Name",xmlName:"Name",type:{name:"Composite",className:"BlobName"}},deleted:{serializedName:"Deleted",required:true,xmlName:"Deleted",type:{
name:"Boolean"}},snapshot:{serializedName:"Snapshot",required:true,xmlName:"Snapshot",type:{name:"String"}},versionId:{serializedName:"VersionId",xmlName:"Versi\
onId",type:{name:"String"}},isCurrentVersion:{serializedName:"IsCurrentVersion",xmlName:"IsCurrentVersion",type:{name:"Boolean"}},properties:{serializedName:"Pr\
operties",xmlName:"Properties",type:{name:"Composite",className:"BlobPropertiesInternal"}},metadata:{serializedName:"Metadata",xmlName:"Metadata",type:{name:"Di\
ctionary",value:{type:{name:"String"}}}},blobTags:{serializedName:"BlobTags",xmlName:"Tags",type:{name:"Composite",className:"BlobTags"}},objectReplicationMetadata:{
serializedName:"ObjectReplicationMetadata",xmlName:"OrMetadata",type:{name:"Dictionary",value:{type:{name:"String"}}}},hasVersionsOnly:{serializedName:"HasVersi\
onsOnly",xmlName:"HasVersionsOnly",type:{name:"Boolean"}}}}};var BlobName={serializedName:"BlobName",type:{name:"Composite",className:"BlobName",modelProperties:{
encoded:{serializedName:"Encoded",xmlName:"Encoded",xmlIsAttribute:true,type:{name:"Boolean"}},content:{serializedName:"content",xmlName:"content",xmlIsMsText:true,
type:{name:"String"}}}}};var BlobPropertiesInternal={serializedName:"BlobPropertiesInternal",xmlName:"Properties",type:{name:"Composite",className:"BlobProperti\
esInternal",modelProperties:{createdOn:{serializedName:"Creation-Time",xmlName:"Creation-Time",type:{name:"DateTimeRfc1123"}},lastModified:{serializedName:"Last\
-Modified",required:true,xmlName:"Last-Modified",type:{name:"DateTimeRfc1123"}},etag:{serializedName:"Etag",required:true,xmlName:"Etag",type:{name:"String"}},contentLength:{
serializedName:"Content-Length",xmlName:"Content-Length",type:{name:"Number"}},contentType:{serializedName:"Content-Type",xmlName:"Content-Type",type:{name:"Str\
ing"}},contentEncoding:{serializedName:"Content-Encoding",xmlName:"Content-Encoding",type:{name:"String"}},contentLanguage:{serializedName:"Content-Language",xmlName:"\
Content-Language",type:{name:"String"}},contentMD5:{serializedName:"Content-MD5",xmlName:"Content-MD5",type:{name:"ByteArray"}},contentDisposition:{serializedName:"\
Content-Disposition",xmlName:"Content-Disposition",type:{name:"String"}},cacheControl:{serializedName:"Cache-Control",xmlName:"Cache-Control",type:{name:"String"}},
blobSequenceNumber:{serializedName:"x-ms-blob-sequence-number",xmlName:"x-ms-blob-sequence-number",type:{name:"Number"}},blobType:{serializedName:"BlobType",xmlName:"\
BlobType",type:{name:"Enum",allowedValues:["BlockBlob","PageBlob","AppendBlob"]}},leaseStatus:{serializedName:"LeaseStatus",xmlName:"LeaseStatus",type:{name:"En\
um",allowedValues:["locked","unlocked"]}},leaseState:{serializedName:"LeaseState",xmlName:"LeaseState",type:{name:"Enum",allowedValues:["available","leased","ex\
pired","breaking","broken"]}},leaseDuration:{serializedName:"LeaseDuration",xmlName:"LeaseDuration",type:{name:"Enum",allowedValues:["infinite","fixed"]}},copyId:{
serializedName:"CopyId",xmlName:"CopyId",type:{name:"String"}},copyStatus:{serializedName:"CopyStatus",xmlName:"CopyStatus",type:{name:"Enum",allowedValues:["pe\
nding","success","aborted","failed"]}},copySource:{serializedName:"CopySource",xmlName:"CopySource",type:{name:"String"}},copyProgress:{serializedName:"CopyProg\
ress",xmlName:"CopyProgress",type:{name:"String"}},copyCompletedOn:{serializedName:"CopyCompletionTime",xmlName:"CopyCompletionTime",type:{name:"DateTimeRfc1123"}},
copyStatusDescription:{serializedName:"CopyStatusDescription",xmlName:"CopyStatusDescription",type:{name:"String"}},serverEncrypted:{serializedName:"ServerEncry\
pted",xmlName:"ServerEncrypted",type:{name:"Boolean"}},incrementalCopy:{serializedName:"IncrementalCopy",xmlName:"IncrementalCopy",type:{name:"Boolean"}},destinationSnapshot:{
serializedName:"DestinationSnapshot",xmlName:"DestinationSnapshot",type:{name:"String"}},deletedOn:{serializedName:"DeletedTime",xmlName:"DeletedTime",type:{name:"\
DateTimeRfc1123"}},remainingRetentionDays:{serializedName:"RemainingRetentionDays",xmlName:"RemainingRetentionDays",type:{name:"Number"}},accessTier:{serializedName:"\
AccessTier",xmlName:"AccessTier",type:{name:"Enum",allowedValues:["P4","P6","P10","P15","P20","P30","P40","P50","P60","P70","P80","Hot","Cool","Archive","Cold"]}},
accessTierInferred:{serializedName:"AccessTierInferred",xmlName:"AccessTierInferred",type:{name:"Boolean"}},archiveStatus:{serializedName:"ArchiveStatus",xmlName:"\
ArchiveStatus",type:{name:"Enum",allowedValues:["rehydrate-pending-to-hot","rehydrate-pending-to-cool","rehydrate-pending-to-cold"]}},customerProvidedKeySha256:{
serializedName:"CustomerProvidedKeySha256",xmlName:"CustomerProvidedKeySha256",type:{name:"String"}},encryptionScope:{serializedName:"EncryptionScope",xmlName:"\
EncryptionScope",type:{name:"String"}},accessTierChangedOn:{serializedName:"AccessTierChangeTime",xmlName:"AccessTierChangeTime",type:{name:"DateTimeRfc1123"}},
tagCount:{serializedName:"TagCount",xmlName:"TagCount",type:{name:"Number"}},expiresOn:{serializedName:"Expiry-Time",xmlName:"Expiry-Time",type:{name:"DateTimeR\
fc1123"}},isSealed:{serializedName:"Sealed",xmlName:"Sealed",type:{name:"Boolean"}},rehydratePriority:{serializedName:"RehydratePriority",xmlName:"RehydratePrio\
rity",type:{name:"Enum",allowedValues:["High","Standard"]}},lastAccessedOn:{serializedName:"LastAccessTime",xmlName:"LastAccessTime",type:{name:"DateTimeRfc1123"}},
immutabilityPolicyExpiresOn:{serializedName:"ImmutabilityPolicyUntilDate",xmlName:"ImmutabilityPolicyUntilDate",type:{name:"DateTimeRfc1123"}},immutabilityPolicyMode:{
serializedName:"ImmutabilityPolicyMode",xmlName:"ImmutabilityPolicyMode",type:{name:"Enum",allowedValues:["Mutable","Unlocked","Locked"]}},legalHold:{serializedName:"\
LegalHold",xmlName:"LegalHold",type:{name:"Boolean"}}}}};var ListBlobsHierarchySegmentResponse={serializedName:"ListBlobsHierarchySegmentResponse",xmlName:"Enum\
erationResults",type:{name:"Composite",className:"ListBlobsHierarchySegmentResponse",modelProperties:{serviceEndpoint:{serializedName:"ServiceEndpoint",required:true,
xmlName:"ServiceEndpoint",xmlIsAttribute:true,type:{name:"String"}},containerName:{serializedName:"ContainerName",required:true,xmlName:"ContainerName",xmlIsAttribute:true,
type:{name:"String"}},prefix:{serializedName:"Prefix",xmlName:"Prefix",type:{name:"String"}},marker:{serializedName:"Marker",xmlName:"Marker",type:{name:"String"}},
maxPageSize:{serializedName:"MaxResults",xmlName:"MaxResults",type:{name:"Number"}},delimiter:{serializedName:"Delimiter",xmlName:"Delimiter",type:{name:"String"}},
segment:{serializedName:"Segment",xmlName:"Blobs",type:{name:"Composite",className:"BlobHierarchyListSegment"}},continuationToken:{serializedName:"NextMarker",xmlName:"\
NextMarker",type:{name:"String"}}}}};var BlobHierarchyListSegment={serializedName:"BlobHierarchyListSegment",xmlName:"Blobs",type:{name:"Composite",className:"B\
lobHierarchyListSegment",modelProperties:{blobPrefixes:{serializedName:"BlobPrefixes",xmlName:"BlobPrefixes",xmlElementName:"BlobPrefix",type:{name:"Sequence",element:{
type:{name:"Composite",className:"BlobPrefix"}}}},blobItems:{serializedName:"BlobItems",required:true,xmlName:"BlobItems",xmlElementName:"Blob",type:{name:"Sequ\
ence",element:{type:{name:"Composite",className:"BlobItemInternal"}}}}}}};var BlobPrefix={serializedName:"BlobPrefix",type:{name:"Composite",className:"BlobPref\
ix",modelProperties:{name:{serializedName:"Name",xmlName:"Name",type:{name:"Composite",className:"BlobName"}}}}};var BlockLookupList={serializedName:"BlockLooku\
pList",xmlName:"BlockList",type:{name:"Composite",className:"BlockLookupList",modelProperties:{committed:{serializedName:"Committed",xmlName:"Committed",xmlElementName:"\
Committed",type:{name:"Sequence",element:{type:{name:"String"}}}},uncommitted:{serializedName:"Uncommitted",xmlName:"Uncommitted",xmlElementName:"Uncommitted",type:{
name:"Sequence",element:{type:{name:"String"}}}},latest:{serializedName:"Latest",xmlName:"Latest",xmlElementName:"Latest",type:{name:"Sequence",element:{type:{name:"\
String"}}}}}}};var BlockList={serializedName:"BlockList",type:{name:"Composite",className:"BlockList",modelProperties:{committedBlocks:{serializedName:"Committe\
dBlocks",xmlName:"CommittedBlocks",xmlIsWrapped:true,xmlElementName:"Block",type:{name:"Sequence",element:{type:{name:"Composite",className:"Block"}}}},uncommittedBlocks:{
serializedName:"UncommittedBlocks",xmlName:"UncommittedBlocks",xmlIsWrapped:true,xmlElementName:"Block",type:{name:"Sequence",element:{type:{name:"Composite",className:"\
Block"}}}}}}};var Block={serializedName:"Block",type:{name:"Composite",className:"Block",modelProperties:{name:{serializedName:"Name",required:true,xmlName:"Nam\
e",type:{name:"String"}},size:{serializedName:"Size",required:true,xmlName:"Size",type:{name:"Number"}}}}};var PageList={serializedName:"PageList",type:{name:"C\
omposite",className:"PageList",modelProperties:{pageRange:{serializedName:"PageRange",xmlName:"PageRange",xmlElementName:"PageRange",type:{name:"Sequence",element:{
type:{name:"Composite",className:"PageRange"}}}},clearRange:{serializedName:"ClearRange",xmlName:"ClearRange",xmlElementName:"ClearRange",type:{name:"Sequence",
element:{type:{name:"Composite",className:"ClearRange"}}}},continuationToken:{serializedName:"NextMarker",xmlName:"NextMarker",type:{name:"String"}}}}};var PageRange={
serializedName:"PageRange",xmlName:"PageRange",type:{name:"Composite",className:"PageRange",modelProperties:{start:{serializedName:"Start",required:true,xmlName:"\
Start",type:{name:"Number"}},end:{serializedName:"End",required:true,xmlName:"End",type:{name:"Number"}}}}};var ClearRange={serializedName:"ClearRange",xmlName:"\
ClearRange",type:{name:"Composite",className:"ClearRange",modelProperties:{start:{serializedName:"Start",required:true,xmlName:"Start",type:{name:"Number"}},end:{
serializedName:"End",required:true,xmlName:"End",type:{name:"Number"}}}}};var QueryRequest={serializedName:"QueryRequest",xmlName:"QueryRequest",type:{name:"Com\
posite",className:"QueryRequest",modelProperties:{queryType:{serializedName:"QueryType",required:true,xmlName:"QueryType",type:{name:"String"}},expression:{serializedName:"\
Expression",required:true,xmlName:"Expression",type:{name:"String"}},inputSerialization:{serializedName:"InputSerialization",xmlName:"InputSerialization",type:{
name:"Composite",className:"QuerySerialization"}},outputSerialization:{serializedName:"OutputSerialization",xmlName:"OutputSerialization",type:{name:"Composite",
className:"QuerySerialization"}}}}};var QuerySerialization={serializedName:"QuerySerialization",type:{name:"Composite",className:"QuerySerialization",modelProperties:{
format:{serializedName:"Format",xmlName:"Format",type:{name:"Composite",className:"QueryFormat"}}}}};var QueryFormat={serializedName:"QueryFormat",type:{name:"C\
omposite",className:"QueryFormat",modelProperties:{type:{serializedName:"Type",required:true,xmlName:"Type",type:{name:"Enum",allowedValues:["delimited","json",
"arrow","parquet"]}},delimitedTextConfiguration:{serializedName:"DelimitedTextConfiguration",xmlName:"DelimitedTextConfiguration",type:{name:"Composite",className:"\
DelimitedTextConfiguration"}},jsonTextConfiguration:{serializedName:"JsonTextConfiguration",xmlName:"JsonTextConfiguration",type:{name:"Composite",className:"Js\
onTextConfiguration"}},arrowConfiguration:{serializedName:"ArrowConfiguration",xmlName:"ArrowConfiguration",type:{name:"Composite",className:"ArrowConfiguration"}},
parquetTextConfiguration:{serializedName:"ParquetTextConfiguration",xmlName:"ParquetTextConfiguration",type:{name:"Dictionary",value:{type:{name:"any"}}}}}}};var DelimitedTextConfiguration={
serializedName:"DelimitedTextConfiguration",xmlName:"DelimitedTextConfiguration",type:{name:"Composite",className:"DelimitedTextConfiguration",modelProperties:{
columnSeparator:{serializedName:"ColumnSeparator",xmlName:"ColumnSeparator",type:{name:"String"}},fieldQuote:{serializedName:"FieldQuote",xmlName:"FieldQuote",type:{
name:"String"}},recordSeparator:{serializedName:"RecordSeparator",xmlName:"RecordSeparator",type:{name:"String"}},escapeChar:{serializedName:"EscapeChar",xmlName:"\
EscapeChar",type:{name:"String"}},headersPresent:{serializedName:"HeadersPresent",xmlName:"HasHeaders",type:{name:"Boolean"}}}}};var JsonTextConfiguration={serializedName:"\
JsonTextConfiguration",xmlName:"JsonTextConfiguration",type:{name:"Composite",className:"JsonTextConfiguration",modelProperties:{recordSeparator:{serializedName:"\
RecordSeparator",xmlName:"RecordSeparator",type:{name:"String"}}}}};var ArrowConfiguration={serializedName:"ArrowConfiguration",xmlName:"ArrowConfiguration",type:{
name:"Composite",className:"ArrowConfiguration",modelProperties:{schema:{serializedName:"Schema",required:true,xmlName:"Schema",xmlIsWrapped:true,xmlElementName:"\
Field",type:{name:"Sequence",element:{type:{name:"Composite",className:"ArrowField"}}}}}}};var ArrowField={serializedName:"ArrowField",xmlName:"Field",type:{name:"\
Composite",className:"ArrowField",modelProperties:{type:{serializedName:"Type",required:true,xmlName:"Type",type:{name:"String"}},name:{serializedName:"Name",xmlName:"\
Name",type:{name:"String"}},precision:{serializedName:"Precision",xmlName:"Precision",type:{name:"Number"}},scale:{serializedName:"Scale",xmlName:"Scale",type:{
name:"Number"}}}}};var ServiceSetPropertiesHeaders={serializedName:"Service_setPropertiesHeaders",type:{name:"Composite",className:"ServiceSetPropertiesHeaders",
modelProperties:{clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms\
-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},errorCode:{serializedName:"\
x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ServiceSetPropertiesExceptionHeaders={serializedName:"Service_setPropertiesExceptionHead\
ers",type:{name:"Composite",className:"ServiceSetPropertiesExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-co\
de",type:{name:"String"}}}}};var ServiceGetPropertiesHeaders={serializedName:"Service_getPropertiesHeaders",type:{name:"Composite",className:"ServiceGetProperti\
esHeaders",modelProperties:{clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"\
x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},errorCode:{
serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ServiceGetPropertiesExceptionHeaders={serializedName:"Service_getPropert\
iesExceptionHeaders",type:{name:"Composite",className:"ServiceGetPropertiesExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"\
x-ms-error-code",type:{name:"String"}}}}};var ServiceGetStatisticsHeaders={serializedName:"Service_getStatisticsHeaders",type:{name:"Composite",className:"Servi\
ceGetStatisticsHeaders",modelProperties:{clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{
serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"Strin\
g"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"\
String"}}}}};var ServiceGetStatisticsExceptionHeaders={serializedName:"Service_getStatisticsExceptionHeaders",type:{name:"Composite",className:"ServiceGetStatis\
ticsExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ServiceListContainersSegmentHeaders={
serializedName:"Service_listContainersSegmentHeaders",type:{name:"Composite",className:"ServiceListContainersSegmentHeaders",modelProperties:{clientRequestId:{serializedName:"\
x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"\
String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-co\
de",type:{name:"String"}}}}};var ServiceListContainersSegmentExceptionHeaders={serializedName:"Service_listContainersSegmentExceptionHeaders",type:{name:"Compos\
ite",className:"ServiceListContainersSegmentExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"\
String"}}}}};var ServiceGetUserDelegationKeyHeaders={serializedName:"Service_getUserDelegationKeyHeaders",type:{name:"Composite",className:"ServiceGetUserDelega\
tionKeyHeaders",modelProperties:{clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"\
x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"\
date",xmlName:"date",type:{name:"DateTimeRfc1123"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ServiceGetUserDelegationKeyExceptionHeaders={
serializedName:"Service_getUserDelegationKeyExceptionHeaders",type:{name:"Composite",className:"ServiceGetUserDelegationKeyExceptionHeaders",modelProperties:{errorCode:{
serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ServiceGetAccountInfoHeaders={serializedName:"Service_getAccountInfoHead\
ers",type:{name:"Composite",className:"ServiceGetAccountInfoHeaders",modelProperties:{clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-cli\
ent-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-\
version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},skuName:{serializedName:"x-ms-sk\
u-name",xmlName:"x-ms-sku-name",type:{name:"Enum",allowedValues:["Standard_LRS","Standard_GRS","Standard_RAGRS","Standard_ZRS","Premium_LRS"]}},accountKind:{serializedName:"\
x-ms-account-kind",xmlName:"x-ms-account-kind",type:{name:"Enum",allowedValues:["Storage","BlobStorage","StorageV2","FileStorage","BlockBlobStorage"]}},isHierarchicalNamespaceEnabled:{
serializedName:"x-ms-is-hns-enabled",xmlName:"x-ms-is-hns-enabled",type:{name:"Boolean"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",
type:{name:"String"}}}}};var ServiceGetAccountInfoExceptionHeaders={serializedName:"Service_getAccountInfoExceptionHeaders",type:{name:"Composite",className:"Se\
rviceGetAccountInfoExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ServiceSubmitBatchHeaders={
serializedName:"Service_submitBatchHeaders",type:{name:"Composite",className:"ServiceSubmitBatchHeaders",modelProperties:{contentType:{serializedName:"content-t\
ype",xmlName:"content-type",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"\
x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"\
String"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ServiceSubmitBatchExceptionHeaders={serializedName:"\
Service_submitBatchExceptionHeaders",type:{name:"Composite",className:"ServiceSubmitBatchExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-erro\
r-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ServiceFilterBlobsHeaders={serializedName:"Service_filterBlobsHeaders",type:{name:"Composite",className:"\
ServiceFilterBlobsHeaders",modelProperties:{clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{
serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"Strin\
g"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"\
String"}}}}};var ServiceFilterBlobsExceptionHeaders={serializedName:"Service_filterBlobsExceptionHeaders",type:{name:"Composite",className:"ServiceFilterBlobsEx\
ceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ContainerCreateHeaders={serializedName:"\
Container_createHeaders",type:{name:"Composite",className:"ContainerCreateHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{name:"Strin\
g"}},lastModified:{serializedName:"last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},clientRequestId:{serializedName:"x-ms-client-request-id",
xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"\
x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},errorCode:{serializedName:"\
x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ContainerCreateExceptionHeaders={serializedName:"Container_createExceptionHeaders",type:{
name:"Composite",className:"ContainerCreateExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"\
String"}}}}};var ContainerGetPropertiesHeaders={serializedName:"Container_getPropertiesHeaders",type:{name:"Composite",className:"ContainerGetPropertiesHeaders",
modelProperties:{metadata:{serializedName:"x-ms-meta",headerCollectionPrefix:"x-ms-meta-",xmlName:"x-ms-meta",type:{name:"Dictionary",value:{type:{name:"String"}}}},
etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc112\
3"}},leaseDuration:{serializedName:"x-ms-lease-duration",xmlName:"x-ms-lease-duration",type:{name:"Enum",allowedValues:["infinite","fixed"]}},leaseState:{serializedName:"\
x-ms-lease-state",xmlName:"x-ms-lease-state",type:{name:"Enum",allowedValues:["available","leased","expired","breaking","broken"]}},leaseStatus:{serializedName:"\
x-ms-lease-status",xmlName:"x-ms-lease-status",type:{name:"Enum",allowedValues:["locked","unlocked"]}},clientRequestId:{serializedName:"x-ms-client-request-id",
xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"\
x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},blobPublicAccess:{serializedName:"\
x-ms-blob-public-access",xmlName:"x-ms-blob-public-access",type:{name:"Enum",allowedValues:["container","blob"]}},hasImmutabilityPolicy:{serializedName:"x-ms-ha\
s-immutability-policy",xmlName:"x-ms-has-immutability-policy",type:{name:"Boolean"}},hasLegalHold:{serializedName:"x-ms-has-legal-hold",xmlName:"x-ms-has-legal-\
hold",type:{name:"Boolean"}},defaultEncryptionScope:{serializedName:"x-ms-default-encryption-scope",xmlName:"x-ms-default-encryption-scope",type:{name:"String"}},
denyEncryptionScopeOverride:{serializedName:"x-ms-deny-encryption-scope-override",xmlName:"x-ms-deny-encryption-scope-override",type:{name:"Boolean"}},isImmutableStorageWithVersioningEnabled:{
serializedName:"x-ms-immutable-storage-with-versioning-enabled",xmlName:"x-ms-immutable-storage-with-versioning-enabled",type:{name:"Boolean"}},errorCode:{serializedName:"\
x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ContainerGetPropertiesExceptionHeaders={serializedName:"Container_getPropertiesException\
Headers",type:{name:"Composite",className:"ContainerGetPropertiesExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-er\
ror-code",type:{name:"String"}}}}};var ContainerDeleteHeaders={serializedName:"Container_deleteHeaders",type:{name:"Composite",className:"ContainerDeleteHeaders",
modelProperties:{clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms\
-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"\
date",xmlName:"date",type:{name:"DateTimeRfc1123"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ContainerDeleteExceptionHeaders={
serializedName:"Container_deleteExceptionHeaders",type:{name:"Composite",className:"ContainerDeleteExceptionHeaders",modelProperties:{errorCode:{serializedName:"\
x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ContainerSetMetadataHeaders={serializedName:"Container_setMetadataHeaders",type:{name:"C\
omposite",className:"ContainerSetMetadataHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"\
last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",
type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"\
x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"\
x-ms-error-code",type:{name:"String"}}}}};var ContainerSetMetadataExceptionHeaders={serializedName:"Container_setMetadataExceptionHeaders",type:{name:"Composite",
className:"ContainerSetMetadataExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};
var ContainerGetAccessPolicyHeaders={serializedName:"Container_getAccessPolicyHeaders",type:{name:"Composite",className:"ContainerGetAccessPolicyHeaders",modelProperties:{
blobPublicAccess:{serializedName:"x-ms-blob-public-access",xmlName:"x-ms-blob-public-access",type:{name:"Enum",allowedValues:["container","blob"]}},etag:{serializedName:"\
etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},clientRequestId:{
serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request\
-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{
name:"DateTimeRfc1123"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ContainerGetAccessPolicyExceptionHeaders={
serializedName:"Container_getAccessPolicyExceptionHeaders",type:{name:"Composite",className:"ContainerGetAccessPolicyExceptionHeaders",modelProperties:{errorCode:{
serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ContainerSetAccessPolicyHeaders={serializedName:"Container_setAccessPoli\
cyHeaders",type:{name:"Composite",className:"ContainerSetAccessPolicyHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},
lastModified:{serializedName:"last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"\
x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"\
x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},errorCode:{serializedName:"\
x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ContainerSetAccessPolicyExceptionHeaders={serializedName:"Container_setAccessPolicyExcep\
tionHeaders",type:{name:"Composite",className:"ContainerSetAccessPolicyExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x\
-ms-error-code",type:{name:"String"}}}}};var ContainerRestoreHeaders={serializedName:"Container_restoreHeaders",type:{name:"Composite",className:"ContainerResto\
reHeaders",modelProperties:{clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"\
x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"\
date",xmlName:"date",type:{name:"DateTimeRfc1123"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ContainerRestoreExceptionHeaders={
serializedName:"Container_restoreExceptionHeaders",type:{name:"Composite",className:"ContainerRestoreExceptionHeaders",modelProperties:{errorCode:{serializedName:"\
x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ContainerRenameHeaders={serializedName:"Container_renameHeaders",type:{name:"Composite",
className:"ContainerRenameHeaders",modelProperties:{clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},
requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{
name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",
type:{name:"String"}}}}};var ContainerRenameExceptionHeaders={serializedName:"Container_renameExceptionHeaders",type:{name:"Composite",className:"ContainerRenam\
eExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ContainerSubmitBatchHeaders={
serializedName:"Container_submitBatchHeaders",type:{name:"Composite",className:"ContainerSubmitBatchHeaders",modelProperties:{contentType:{serializedName:"conte\
nt-type",xmlName:"content-type",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"\
x-ms-version",xmlName:"x-ms-version",type:{name:"String"}}}}};var ContainerSubmitBatchExceptionHeaders={serializedName:"Container_submitBatchExceptionHeaders",type:{
name:"Composite",className:"ContainerSubmitBatchExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"\
String"}}}}};var ContainerFilterBlobsHeaders={serializedName:"Container_filterBlobsHeaders",type:{name:"Composite",className:"ContainerFilterBlobsHeaders",modelProperties:{
clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"\
x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"\
date",type:{name:"DateTimeRfc1123"}}}}};var ContainerFilterBlobsExceptionHeaders={serializedName:"Container_filterBlobsExceptionHeaders",type:{name:"Composite",
className:"ContainerFilterBlobsExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};
var ContainerAcquireLeaseHeaders={serializedName:"Container_acquireLeaseHeaders",type:{name:"Composite",className:"ContainerAcquireLeaseHeaders",modelProperties:{
etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc112\
3"}},leaseId:{serializedName:"x-ms-lease-id",xmlName:"x-ms-lease-id",type:{name:"String"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-m\
s-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"\
x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}}}}};var ContainerAcquireLeaseExceptionHeaders={
serializedName:"Container_acquireLeaseExceptionHeaders",type:{name:"Composite",className:"ContainerAcquireLeaseExceptionHeaders",modelProperties:{errorCode:{serializedName:"\
x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ContainerReleaseLeaseHeaders={serializedName:"Container_releaseLeaseHeaders",type:{name:"\
Composite",className:"ContainerReleaseLeaseHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"\
last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",
type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"\
x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}}}}};var ContainerReleaseLeaseExceptionHeaders={serializedName:"\
Container_releaseLeaseExceptionHeaders",type:{name:"Composite",className:"ContainerReleaseLeaseExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-m\
s-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ContainerRenewLeaseHeaders={serializedName:"Container_renewLeaseHeaders",type:{name:"Compos\
ite",className:"ContainerRenewLeaseHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"last\
-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},leaseId:{serializedName:"x-ms-lease-id",xmlName:"x-ms-lease-id",type:{name:"String"}},clientRequestId:{
serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request\
-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{
name:"DateTimeRfc1123"}}}}};var ContainerRenewLeaseExceptionHeaders={serializedName:"Container_renewLeaseExceptionHeaders",type:{name:"Composite",className:"Con\
tainerRenewLeaseExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ContainerBreakLeaseHeaders={
serializedName:"Container_breakLeaseHeaders",type:{name:"Composite",className:"ContainerBreakLeaseHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"\
etag",type:{name:"String"}},lastModified:{serializedName:"last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},leaseTime:{serializedName:"x-ms-\
lease-time",xmlName:"x-ms-lease-time",type:{name:"Number"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"\
String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-versi\
on",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}}}}};var ContainerBreakLeaseExceptionHeaders={serializedName:"\
Container_breakLeaseExceptionHeaders",type:{name:"Composite",className:"ContainerBreakLeaseExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-er\
ror-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ContainerChangeLeaseHeaders={serializedName:"Container_changeLeaseHeaders",type:{name:"Composit\
e",className:"ContainerChangeLeaseHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"last-\
modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},leaseId:{serializedName:"x-ms-lease-id",xmlName:"x-ms-lease-id",type:{name:"String"}},clientRequestId:{
serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request\
-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{
name:"DateTimeRfc1123"}}}}};var ContainerChangeLeaseExceptionHeaders={serializedName:"Container_changeLeaseExceptionHeaders",type:{name:"Composite",className:"C\
ontainerChangeLeaseExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ContainerListBlobFlatSegmentHeaders={
serializedName:"Container_listBlobFlatSegmentHeaders",type:{name:"Composite",className:"ContainerListBlobFlatSegmentHeaders",modelProperties:{contentType:{serializedName:"\
content-type",xmlName:"content-type",type:{name:"String"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"\
String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-versi\
on",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-er\
ror-code",type:{name:"String"}}}}};var ContainerListBlobFlatSegmentExceptionHeaders={serializedName:"Container_listBlobFlatSegmentExceptionHeaders",type:{name:"\
Composite",className:"ContainerListBlobFlatSegmentExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{
name:"String"}}}}};var ContainerListBlobHierarchySegmentHeaders={serializedName:"Container_listBlobHierarchySegmentHeaders",type:{name:"Composite",className:"Co\
ntainerListBlobHierarchySegmentHeaders",modelProperties:{contentType:{serializedName:"content-type",xmlName:"content-type",type:{name:"String"}},clientRequestId:{
serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request\
-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{
name:"DateTimeRfc1123"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ContainerListBlobHierarchySegmentExceptionHeaders={
serializedName:"Container_listBlobHierarchySegmentExceptionHeaders",type:{name:"Composite",className:"ContainerListBlobHierarchySegmentExceptionHeaders",modelProperties:{
errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var ContainerGetAccountInfoHeaders={serializedName:"Container_get\
AccountInfoHeaders",type:{name:"Composite",className:"ContainerGetAccountInfoHeaders",modelProperties:{clientRequestId:{serializedName:"x-ms-client-request-id",
xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"\
x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},skuName:{serializedName:"x-\
ms-sku-name",xmlName:"x-ms-sku-name",type:{name:"Enum",allowedValues:["Standard_LRS","Standard_GRS","Standard_RAGRS","Standard_ZRS","Premium_LRS"]}},accountKind:{
serializedName:"x-ms-account-kind",xmlName:"x-ms-account-kind",type:{name:"Enum",allowedValues:["Storage","BlobStorage","StorageV2","FileStorage","BlockBlobStor\
age"]}},isHierarchicalNamespaceEnabled:{serializedName:"x-ms-is-hns-enabled",xmlName:"x-ms-is-hns-enabled",type:{name:"Boolean"}}}}};var ContainerGetAccountInfoExceptionHeaders={
serializedName:"Container_getAccountInfoExceptionHeaders",type:{name:"Composite",className:"ContainerGetAccountInfoExceptionHeaders",modelProperties:{errorCode:{
serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobDownloadHeaders={serializedName:"Blob_downloadHeaders",type:{name:"C\
omposite",className:"BlobDownloadHeaders",modelProperties:{lastModified:{serializedName:"last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},createdOn:{
serializedName:"x-ms-creation-time",xmlName:"x-ms-creation-time",type:{name:"DateTimeRfc1123"}},metadata:{serializedName:"x-ms-meta",headerCollectionPrefix:"x-m\
s-meta-",xmlName:"x-ms-meta",type:{name:"Dictionary",value:{type:{name:"String"}}}},objectReplicationPolicyId:{serializedName:"x-ms-or-policy-id",xmlName:"x-ms-\
or-policy-id",type:{name:"String"}},objectReplicationRules:{serializedName:"x-ms-or",headerCollectionPrefix:"x-ms-or-",xmlName:"x-ms-or",type:{name:"Dictionary",
value:{type:{name:"String"}}}},contentLength:{serializedName:"content-length",xmlName:"content-length",type:{name:"Number"}},contentType:{serializedName:"conten\
t-type",xmlName:"content-type",type:{name:"String"}},contentRange:{serializedName:"content-range",xmlName:"content-range",type:{name:"String"}},etag:{serializedName:"\
etag",xmlName:"etag",type:{name:"String"}},contentMD5:{serializedName:"content-md5",xmlName:"content-md5",type:{name:"ByteArray"}},contentEncoding:{serializedName:"\
content-encoding",xmlName:"content-encoding",type:{name:"String"}},cacheControl:{serializedName:"cache-control",xmlName:"cache-control",type:{name:"String"}},contentDisposition:{
serializedName:"content-disposition",xmlName:"content-disposition",type:{name:"String"}},contentLanguage:{serializedName:"content-language",xmlName:"content-lan\
guage",type:{name:"String"}},blobSequenceNumber:{serializedName:"x-ms-blob-sequence-number",xmlName:"x-ms-blob-sequence-number",type:{name:"Number"}},blobType:{
serializedName:"x-ms-blob-type",xmlName:"x-ms-blob-type",type:{name:"Enum",allowedValues:["BlockBlob","PageBlob","AppendBlob"]}},copyCompletedOn:{serializedName:"\
x-ms-copy-completion-time",xmlName:"x-ms-copy-completion-time",type:{name:"DateTimeRfc1123"}},copyStatusDescription:{serializedName:"x-ms-copy-status-descriptio\
n",xmlName:"x-ms-copy-status-description",type:{name:"String"}},copyId:{serializedName:"x-ms-copy-id",xmlName:"x-ms-copy-id",type:{name:"String"}},copyProgress:{
serializedName:"x-ms-copy-progress",xmlName:"x-ms-copy-progress",type:{name:"String"}},copySource:{serializedName:"x-ms-copy-source",xmlName:"x-ms-copy-source",
type:{name:"String"}},copyStatus:{serializedName:"x-ms-copy-status",xmlName:"x-ms-copy-status",type:{name:"Enum",allowedValues:["pending","success","aborted","f\
ailed"]}},leaseDuration:{serializedName:"x-ms-lease-duration",xmlName:"x-ms-lease-duration",type:{name:"Enum",allowedValues:["infinite","fixed"]}},leaseState:{serializedName:"\
x-ms-lease-state",xmlName:"x-ms-lease-state",type:{name:"Enum",allowedValues:["available","leased","expired","breaking","broken"]}},leaseStatus:{serializedName:"\
x-ms-lease-status",xmlName:"x-ms-lease-status",type:{name:"Enum",allowedValues:["locked","unlocked"]}},clientRequestId:{serializedName:"x-ms-client-request-id",
xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"\
x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},versionId:{serializedName:"x-ms-version-id",xmlName:"x-ms-version-id",type:{name:"String"}},isCurrentVersion:{
serializedName:"x-ms-is-current-version",xmlName:"x-ms-is-current-version",type:{name:"Boolean"}},acceptRanges:{serializedName:"accept-ranges",xmlName:"accept-r\
anges",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},blobCommittedBlockCount:{serializedName:"x-ms-blob-commit\
ted-block-count",xmlName:"x-ms-blob-committed-block-count",type:{name:"Number"}},isServerEncrypted:{serializedName:"x-ms-server-encrypted",xmlName:"x-ms-server-\
encrypted",type:{name:"Boolean"}},encryptionKeySha256:{serializedName:"x-ms-encryption-key-sha256",xmlName:"x-ms-encryption-key-sha256",type:{name:"String"}},encryptionScope:{
serializedName:"x-ms-encryption-scope",xmlName:"x-ms-encryption-scope",type:{name:"String"}},blobContentMD5:{serializedName:"x-ms-blob-content-md5",xmlName:"x-m\
s-blob-content-md5",type:{name:"ByteArray"}},tagCount:{serializedName:"x-ms-tag-count",xmlName:"x-ms-tag-count",type:{name:"Number"}},isSealed:{serializedName:"\
x-ms-blob-sealed",xmlName:"x-ms-blob-sealed",type:{name:"Boolean"}},lastAccessed:{serializedName:"x-ms-last-access-time",xmlName:"x-ms-last-access-time",type:{name:"\
DateTimeRfc1123"}},immutabilityPolicyExpiresOn:{serializedName:"x-ms-immutability-policy-until-date",xmlName:"x-ms-immutability-policy-until-date",type:{name:"D\
ateTimeRfc1123"}},immutabilityPolicyMode:{serializedName:"x-ms-immutability-policy-mode",xmlName:"x-ms-immutability-policy-mode",type:{name:"Enum",allowedValues:[
"Mutable","Unlocked","Locked"]}},legalHold:{serializedName:"x-ms-legal-hold",xmlName:"x-ms-legal-hold",type:{name:"Boolean"}},errorCode:{serializedName:"x-ms-er\
ror-code",xmlName:"x-ms-error-code",type:{name:"String"}},contentCrc64:{serializedName:"x-ms-content-crc64",xmlName:"x-ms-content-crc64",type:{name:"ByteArray"}}}}};
var BlobDownloadExceptionHeaders={serializedName:"Blob_downloadExceptionHeaders",type:{name:"Composite",className:"BlobDownloadExceptionHeaders",modelProperties:{
errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobGetPropertiesHeaders={serializedName:"Blob_getPropertiesH\
eaders",type:{name:"Composite",className:"BlobGetPropertiesHeaders",modelProperties:{lastModified:{serializedName:"last-modified",xmlName:"last-modified",type:{
name:"DateTimeRfc1123"}},createdOn:{serializedName:"x-ms-creation-time",xmlName:"x-ms-creation-time",type:{name:"DateTimeRfc1123"}},metadata:{serializedName:"x-\
ms-meta",headerCollectionPrefix:"x-ms-meta-",xmlName:"x-ms-meta",type:{name:"Dictionary",value:{type:{name:"String"}}}},objectReplicationPolicyId:{serializedName:"\
x-ms-or-policy-id",xmlName:"x-ms-or-policy-id",type:{name:"String"}},objectReplicationRules:{serializedName:"x-ms-or",headerCollectionPrefix:"x-ms-or-",xmlName:"\
x-ms-or",type:{name:"Dictionary",value:{type:{name:"String"}}}},blobType:{serializedName:"x-ms-blob-type",xmlName:"x-ms-blob-type",type:{name:"Enum",allowedValues:[
"BlockBlob","PageBlob","AppendBlob"]}},copyCompletedOn:{serializedName:"x-ms-copy-completion-time",xmlName:"x-ms-copy-completion-time",type:{name:"DateTimeRfc11\
23"}},copyStatusDescription:{serializedName:"x-ms-copy-status-description",xmlName:"x-ms-copy-status-description",type:{name:"String"}},copyId:{serializedName:"\
x-ms-copy-id",xmlName:"x-ms-copy-id",type:{name:"String"}},copyProgress:{serializedName:"x-ms-copy-progress",xmlName:"x-ms-copy-progress",type:{name:"String"}},
copySource:{serializedName:"x-ms-copy-source",xmlName:"x-ms-copy-source",type:{name:"String"}},copyStatus:{serializedName:"x-ms-copy-status",xmlName:"x-ms-copy-\
status",type:{name:"Enum",allowedValues:["pending","success","aborted","failed"]}},isIncrementalCopy:{serializedName:"x-ms-incremental-copy",xmlName:"x-ms-incre\
mental-copy",type:{name:"Boolean"}},destinationSnapshot:{serializedName:"x-ms-copy-destination-snapshot",xmlName:"x-ms-copy-destination-snapshot",type:{name:"St\
ring"}},leaseDuration:{serializedName:"x-ms-lease-duration",xmlName:"x-ms-lease-duration",type:{name:"Enum",allowedValues:["infinite","fixed"]}},leaseState:{serializedName:"\
x-ms-lease-state",xmlName:"x-ms-lease-state",type:{name:"Enum",allowedValues:["available","leased","expired","breaking","broken"]}},leaseStatus:{serializedName:"\
x-ms-lease-status",xmlName:"x-ms-lease-status",type:{name:"Enum",allowedValues:["locked","unlocked"]}},contentLength:{serializedName:"content-length",xmlName:"c\
ontent-length",type:{name:"Number"}},contentType:{serializedName:"content-type",xmlName:"content-type",type:{name:"String"}},etag:{serializedName:"etag",xmlName:"\
etag",type:{name:"String"}},contentMD5:{serializedName:"content-md5",xmlName:"content-md5",type:{name:"ByteArray"}},contentEncoding:{serializedName:"content-enc\
oding",xmlName:"content-encoding",type:{name:"String"}},contentDisposition:{serializedName:"content-disposition",xmlName:"content-disposition",type:{name:"Strin\
g"}},contentLanguage:{serializedName:"content-language",xmlName:"content-language",type:{name:"String"}},cacheControl:{serializedName:"cache-control",xmlName:"c\
ache-control",type:{name:"String"}},blobSequenceNumber:{serializedName:"x-ms-blob-sequence-number",xmlName:"x-ms-blob-sequence-number",type:{name:"Number"}},clientRequestId:{
serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request\
-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{
name:"DateTimeRfc1123"}},acceptRanges:{serializedName:"accept-ranges",xmlName:"accept-ranges",type:{name:"String"}},blobCommittedBlockCount:{serializedName:"x-m\
s-blob-committed-block-count",xmlName:"x-ms-blob-committed-block-count",type:{name:"Number"}},isServerEncrypted:{serializedName:"x-ms-server-encrypted",xmlName:"\
x-ms-server-encrypted",type:{name:"Boolean"}},encryptionKeySha256:{serializedName:"x-ms-encryption-key-sha256",xmlName:"x-ms-encryption-key-sha256",type:{name:"\
String"}},encryptionScope:{serializedName:"x-ms-encryption-scope",xmlName:"x-ms-encryption-scope",type:{name:"String"}},accessTier:{serializedName:"x-ms-access-\
tier",xmlName:"x-ms-access-tier",type:{name:"String"}},accessTierInferred:{serializedName:"x-ms-access-tier-inferred",xmlName:"x-ms-access-tier-inferred",type:{
name:"Boolean"}},archiveStatus:{serializedName:"x-ms-archive-status",xmlName:"x-ms-archive-status",type:{name:"String"}},accessTierChangedOn:{serializedName:"x-\
ms-access-tier-change-time",xmlName:"x-ms-access-tier-change-time",type:{name:"DateTimeRfc1123"}},versionId:{serializedName:"x-ms-version-id",xmlName:"x-ms-vers\
ion-id",type:{name:"String"}},isCurrentVersion:{serializedName:"x-ms-is-current-version",xmlName:"x-ms-is-current-version",type:{name:"Boolean"}},tagCount:{serializedName:"\
x-ms-tag-count",xmlName:"x-ms-tag-count",type:{name:"Number"}},expiresOn:{serializedName:"x-ms-expiry-time",xmlName:"x-ms-expiry-time",type:{name:"DateTimeRfc11\
23"}},isSealed:{serializedName:"x-ms-blob-sealed",xmlName:"x-ms-blob-sealed",type:{name:"Boolean"}},rehydratePriority:{serializedName:"x-ms-rehydrate-priority",
xmlName:"x-ms-rehydrate-priority",type:{name:"Enum",allowedValues:["High","Standard"]}},lastAccessed:{serializedName:"x-ms-last-access-time",xmlName:"x-ms-last-\
access-time",type:{name:"DateTimeRfc1123"}},immutabilityPolicyExpiresOn:{serializedName:"x-ms-immutability-policy-until-date",xmlName:"x-ms-immutability-policy-\
until-date",type:{name:"DateTimeRfc1123"}},immutabilityPolicyMode:{serializedName:"x-ms-immutability-policy-mode",xmlName:"x-ms-immutability-policy-mode",type:{
name:"Enum",allowedValues:["Mutable","Unlocked","Locked"]}},legalHold:{serializedName:"x-ms-legal-hold",xmlName:"x-ms-legal-hold",type:{name:"Boolean"}},errorCode:{
serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobGetPropertiesExceptionHeaders={serializedName:"Blob_getPropertiesExc\
eptionHeaders",type:{name:"Composite",className:"BlobGetPropertiesExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-e\
rror-code",type:{name:"String"}}}}};var BlobDeleteHeaders={serializedName:"Blob_deleteHeaders",type:{name:"Composite",className:"BlobDeleteHeaders",modelProperties:{
clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"\
x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"\
date",type:{name:"DateTimeRfc1123"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobDeleteExceptionHeaders={
serializedName:"Blob_deleteExceptionHeaders",type:{name:"Composite",className:"BlobDeleteExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-erro\
r-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobUndeleteHeaders={serializedName:"Blob_undeleteHeaders",type:{name:"Composite",className:"Blob\
UndeleteHeaders",modelProperties:{clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"\
x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"\
date",xmlName:"date",type:{name:"DateTimeRfc1123"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobUndeleteExceptionHeaders={
serializedName:"Blob_undeleteExceptionHeaders",type:{name:"Composite",className:"BlobUndeleteExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-\
error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobSetExpiryHeaders={serializedName:"Blob_setExpiryHeaders",type:{name:"Composite",className:"\
BlobSetExpiryHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"last-modified",xmlName:"la\
st-modified",type:{name:"DateTimeRfc1123"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{
serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"Strin\
g"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}}}}};var BlobSetExpiryExceptionHeaders={serializedName:"Blob_setExpiryExceptionHead\
ers",type:{name:"Composite",className:"BlobSetExpiryExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{
name:"String"}}}}};var BlobSetHttpHeadersHeaders={serializedName:"Blob_setHttpHeadersHeaders",type:{name:"Composite",className:"BlobSetHttpHeadersHeaders",modelProperties:{
etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc112\
3"}},blobSequenceNumber:{serializedName:"x-ms-blob-sequence-number",xmlName:"x-ms-blob-sequence-number",type:{name:"Number"}},clientRequestId:{serializedName:"x\
-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"\
String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc\
1123"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobSetHttpHeadersExceptionHeaders={serializedName:"B\
lob_setHttpHeadersExceptionHeaders",type:{name:"Composite",className:"BlobSetHttpHeadersExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error\
-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobSetImmutabilityPolicyHeaders={serializedName:"Blob_setImmutabilityPolicyHeaders",type:{name:"C\
omposite",className:"BlobSetImmutabilityPolicyHeaders",modelProperties:{clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",
type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"\
x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},immutabilityPolicyExpiry:{serializedName:"x-ms-imm\
utability-policy-until-date",xmlName:"x-ms-immutability-policy-until-date",type:{name:"DateTimeRfc1123"}},immutabilityPolicyMode:{serializedName:"x-ms-immutabil\
ity-policy-mode",xmlName:"x-ms-immutability-policy-mode",type:{name:"Enum",allowedValues:["Mutable","Unlocked","Locked"]}}}}};var BlobSetImmutabilityPolicyExceptionHeaders={
serializedName:"Blob_setImmutabilityPolicyExceptionHeaders",type:{name:"Composite",className:"BlobSetImmutabilityPolicyExceptionHeaders",modelProperties:{errorCode:{
serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobDeleteImmutabilityPolicyHeaders={serializedName:"Blob_deleteImmutabi\
lityPolicyHeaders",type:{name:"Composite",className:"BlobDeleteImmutabilityPolicyHeaders",modelProperties:{clientRequestId:{serializedName:"x-ms-client-request-\
id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{
serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}}}}};var BlobDeleteImmutabilityPolicyExceptionHeaders={
serializedName:"Blob_deleteImmutabilityPolicyExceptionHeaders",type:{name:"Composite",className:"BlobDeleteImmutabilityPolicyExceptionHeaders",modelProperties:{
errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobSetLegalHoldHeaders={serializedName:"Blob_setLegalHoldHea\
ders",type:{name:"Composite",className:"BlobSetLegalHoldHeaders",modelProperties:{clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-\
request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-vers\
ion",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},legalHold:{serializedName:"x-ms-lega\
l-hold",xmlName:"x-ms-legal-hold",type:{name:"Boolean"}}}}};var BlobSetLegalHoldExceptionHeaders={serializedName:"Blob_setLegalHoldExceptionHeaders",type:{name:"\
Composite",className:"BlobSetLegalHoldExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"Strin\
g"}}}}};var BlobSetMetadataHeaders={serializedName:"Blob_setMetadataHeaders",type:{name:"Composite",className:"BlobSetMetadataHeaders",modelProperties:{etag:{serializedName:"\
etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},clientRequestId:{
serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request\
-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},versionId:{serializedName:"x-ms-version-id",xmlName:"\
x-ms-version-id",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},isServerEncrypted:{serializedName:"x-ms-request\
-server-encrypted",xmlName:"x-ms-request-server-encrypted",type:{name:"Boolean"}},encryptionKeySha256:{serializedName:"x-ms-encryption-key-sha256",xmlName:"x-ms\
-encryption-key-sha256",type:{name:"String"}},encryptionScope:{serializedName:"x-ms-encryption-scope",xmlName:"x-ms-encryption-scope",type:{name:"String"}},errorCode:{
serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobSetMetadataExceptionHeaders={serializedName:"Blob_setMetadataExcepti\
onHeaders",type:{name:"Composite",className:"BlobSetMetadataExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-c\
ode",type:{name:"String"}}}}};var BlobAcquireLeaseHeaders={serializedName:"Blob_acquireLeaseHeaders",type:{name:"Composite",className:"BlobAcquireLeaseHeaders",
modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"last-modified",xmlName:"last-modified",type:{name:"\
DateTimeRfc1123"}},leaseId:{serializedName:"x-ms-lease-id",xmlName:"x-ms-lease-id",type:{name:"String"}},clientRequestId:{serializedName:"x-ms-client-request-id",
xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"\
x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}}}}};var BlobAcquireLeaseExceptionHeaders={
serializedName:"Blob_acquireLeaseExceptionHeaders",type:{name:"Composite",className:"BlobAcquireLeaseExceptionHeaders",modelProperties:{errorCode:{serializedName:"\
x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobReleaseLeaseHeaders={serializedName:"Blob_releaseLeaseHeaders",type:{name:"Composite",
className:"BlobReleaseLeaseHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"last-modifie\
d",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"\
String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-versi\
on",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}}}}};var BlobReleaseLeaseExceptionHeaders={serializedName:"Blo\
b_releaseLeaseExceptionHeaders",type:{name:"Composite",className:"BlobReleaseLeaseExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",
xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobRenewLeaseHeaders={serializedName:"Blob_renewLeaseHeaders",type:{name:"Composite",className:"BlobRene\
wLeaseHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"last-modified",xmlName:"last-modi\
fied",type:{name:"DateTimeRfc1123"}},leaseId:{serializedName:"x-ms-lease-id",xmlName:"x-ms-lease-id",type:{name:"String"}},clientRequestId:{serializedName:"x-ms\
-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"Str\
ing"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc112\
3"}}}}};var BlobRenewLeaseExceptionHeaders={serializedName:"Blob_renewLeaseExceptionHeaders",type:{name:"Composite",className:"BlobRenewLeaseExceptionHeaders",modelProperties:{
errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobChangeLeaseHeaders={serializedName:"Blob_changeLeaseHeade\
rs",type:{name:"Composite",className:"BlobChangeLeaseHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"\
last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",
type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},leaseId:{serializedName:"x-ms-lease-id",xmlName:"\
x-ms-lease-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"da\
te",type:{name:"DateTimeRfc1123"}}}}};var BlobChangeLeaseExceptionHeaders={serializedName:"Blob_changeLeaseExceptionHeaders",type:{name:"Composite",className:"B\
lobChangeLeaseExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobBreakLeaseHeaders={
serializedName:"Blob_breakLeaseHeaders",type:{name:"Composite",className:"BlobBreakLeaseHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{
name:"String"}},lastModified:{serializedName:"last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},leaseTime:{serializedName:"x-ms-lease-time",
xmlName:"x-ms-lease-time",type:{name:"Number"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},
requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{
name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}}}}};var BlobBreakLeaseExceptionHeaders={serializedName:"Blob_breakLease\
ExceptionHeaders",type:{name:"Composite",className:"BlobBreakLeaseExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-e\
rror-code",type:{name:"String"}}}}};var BlobCreateSnapshotHeaders={serializedName:"Blob_createSnapshotHeaders",type:{name:"Composite",className:"BlobCreateSnaps\
hotHeaders",modelProperties:{snapshot:{serializedName:"x-ms-snapshot",xmlName:"x-ms-snapshot",type:{name:"String"}},etag:{serializedName:"etag",xmlName:"etag",type:{
name:"String"}},lastModified:{serializedName:"last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},clientRequestId:{serializedName:"x-ms-client\
-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},
version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},versionId:{serializedName:"x-ms-version-id",xmlName:"x-ms-version-id",type:{
name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},isServerEncrypted:{serializedName:"x-ms-request-server-encrypted",xmlName:"\
x-ms-request-server-encrypted",type:{name:"Boolean"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobCreateSnapshotExceptionHeaders={
serializedName:"Blob_createSnapshotExceptionHeaders",type:{name:"Composite",className:"BlobCreateSnapshotExceptionHeaders",modelProperties:{errorCode:{serializedName:"\
x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobStartCopyFromURLHeaders={serializedName:"Blob_startCopyFromURLHeaders",type:{name:"C\
omposite",className:"BlobStartCopyFromURLHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"\
last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",
type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"\
x-ms-version",type:{name:"String"}},versionId:{serializedName:"x-ms-version-id",xmlName:"x-ms-version-id",type:{name:"String"}},date:{serializedName:"date",xmlName:"\
date",type:{name:"DateTimeRfc1123"}},copyId:{serializedName:"x-ms-copy-id",xmlName:"x-ms-copy-id",type:{name:"String"}},copyStatus:{serializedName:"x-ms-copy-st\
atus",xmlName:"x-ms-copy-status",type:{name:"Enum",allowedValues:["pending","success","aborted","failed"]}},errorCode:{serializedName:"x-ms-error-code",xmlName:"\
x-ms-error-code",type:{name:"String"}}}}};var BlobStartCopyFromURLExceptionHeaders={serializedName:"Blob_startCopyFromURLExceptionHeaders",type:{name:"Composite",
className:"BlobStartCopyFromURLExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}},copySourceErrorCode:{
serializedName:"x-ms-copy-source-error-code",xmlName:"x-ms-copy-source-error-code",type:{name:"String"}},copySourceStatusCode:{serializedName:"x-ms-copy-source-\
status-code",xmlName:"x-ms-copy-source-status-code",type:{name:"Number"}}}}};var BlobCopyFromURLHeaders={serializedName:"Blob_copyFromURLHeaders",type:{name:"Co\
mposite",className:"BlobCopyFromURLHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"last\
-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{
name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms\
-version",type:{name:"String"}},versionId:{serializedName:"x-ms-version-id",xmlName:"x-ms-version-id",type:{name:"String"}},date:{serializedName:"date",xmlName:"\
date",type:{name:"DateTimeRfc1123"}},copyId:{serializedName:"x-ms-copy-id",xmlName:"x-ms-copy-id",type:{name:"String"}},copyStatus:{defaultValue:"success",isConstant:true,
serializedName:"x-ms-copy-status",type:{name:"String"}},contentMD5:{serializedName:"content-md5",xmlName:"content-md5",type:{name:"ByteArray"}},xMsContentCrc64:{
serializedName:"x-ms-content-crc64",xmlName:"x-ms-content-crc64",type:{name:"ByteArray"}},encryptionScope:{serializedName:"x-ms-encryption-scope",xmlName:"x-ms-\
encryption-scope",type:{name:"String"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobCopyFromURLExceptionHeaders={
serializedName:"Blob_copyFromURLExceptionHeaders",type:{name:"Composite",className:"BlobCopyFromURLExceptionHeaders",modelProperties:{errorCode:{serializedName:"\
x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}},copySourceErrorCode:{serializedName:"x-ms-copy-source-error-code",xmlName:"x-ms-copy-source-err\
or-code",type:{name:"String"}},copySourceStatusCode:{serializedName:"x-ms-copy-source-status-code",xmlName:"x-ms-copy-source-status-code",type:{name:"Number"}}}}};
var BlobAbortCopyFromURLHeaders={serializedName:"Blob_abortCopyFromURLHeaders",type:{name:"Composite",className:"BlobAbortCopyFromURLHeaders",modelProperties:{clientRequestId:{
serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request\
-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{
name:"DateTimeRfc1123"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobAbortCopyFromURLExceptionHeaders={
serializedName:"Blob_abortCopyFromURLExceptionHeaders",type:{name:"Composite",className:"BlobAbortCopyFromURLExceptionHeaders",modelProperties:{errorCode:{serializedName:"\
x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobSetTierHeaders={serializedName:"Blob_setTierHeaders",type:{name:"Composite",className:"\
BlobSetTierHeaders",modelProperties:{clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{
serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"Strin\
g"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobSetTierExceptionHeaders={serializedName:"Blob_setTie\
rExceptionHeaders",type:{name:"Composite",className:"BlobSetTierExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-err\
or-code",type:{name:"String"}}}}};var BlobGetAccountInfoHeaders={serializedName:"Blob_getAccountInfoHeaders",type:{name:"Composite",className:"BlobGetAccountInf\
oHeaders",modelProperties:{clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"\
x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"\
date",xmlName:"date",type:{name:"DateTimeRfc1123"}},skuName:{serializedName:"x-ms-sku-name",xmlName:"x-ms-sku-name",type:{name:"Enum",allowedValues:["Standard_L\
RS","Standard_GRS","Standard_RAGRS","Standard_ZRS","Premium_LRS"]}},accountKind:{serializedName:"x-ms-account-kind",xmlName:"x-ms-account-kind",type:{name:"Enum",
allowedValues:["Storage","BlobStorage","StorageV2","FileStorage","BlockBlobStorage"]}},isHierarchicalNamespaceEnabled:{serializedName:"x-ms-is-hns-enabled",xmlName:"\
x-ms-is-hns-enabled",type:{name:"Boolean"}}}}};var BlobGetAccountInfoExceptionHeaders={serializedName:"Blob_getAccountInfoExceptionHeaders",type:{name:"Composit\
e",className:"BlobGetAccountInfoExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};
var BlobQueryHeaders={serializedName:"Blob_queryHeaders",type:{name:"Composite",className:"BlobQueryHeaders",modelProperties:{lastModified:{serializedName:"last\
-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},metadata:{serializedName:"x-ms-meta",headerCollectionPrefix:"x-ms-meta-",xmlName:"x-ms-meta",type:{
name:"Dictionary",value:{type:{name:"String"}}}},contentLength:{serializedName:"content-length",xmlName:"content-length",type:{name:"Number"}},contentType:{serializedName:"\
content-type",xmlName:"content-type",type:{name:"String"}},contentRange:{serializedName:"content-range",xmlName:"content-range",type:{name:"String"}},etag:{serializedName:"\
etag",xmlName:"etag",type:{name:"String"}},contentMD5:{serializedName:"content-md5",xmlName:"content-md5",type:{name:"ByteArray"}},contentEncoding:{serializedName:"\
content-encoding",xmlName:"content-encoding",type:{name:"String"}},cacheControl:{serializedName:"cache-control",xmlName:"cache-control",type:{name:"String"}},contentDisposition:{
serializedName:"content-disposition",xmlName:"content-disposition",type:{name:"String"}},contentLanguage:{serializedName:"content-language",xmlName:"content-lan\
guage",type:{name:"String"}},blobSequenceNumber:{serializedName:"x-ms-blob-sequence-number",xmlName:"x-ms-blob-sequence-number",type:{name:"Number"}},blobType:{
serializedName:"x-ms-blob-type",xmlName:"x-ms-blob-type",type:{name:"Enum",allowedValues:["BlockBlob","PageBlob","AppendBlob"]}},copyCompletionTime:{serializedName:"\
x-ms-copy-completion-time",xmlName:"x-ms-copy-completion-time",type:{name:"DateTimeRfc1123"}},copyStatusDescription:{serializedName:"x-ms-copy-status-descriptio\
n",xmlName:"x-ms-copy-status-description",type:{name:"String"}},copyId:{serializedName:"x-ms-copy-id",xmlName:"x-ms-copy-id",type:{name:"String"}},copyProgress:{
serializedName:"x-ms-copy-progress",xmlName:"x-ms-copy-progress",type:{name:"String"}},copySource:{serializedName:"x-ms-copy-source",xmlName:"x-ms-copy-source",
type:{name:"String"}},copyStatus:{serializedName:"x-ms-copy-status",xmlName:"x-ms-copy-status",type:{name:"Enum",allowedValues:["pending","success","aborted","f\
ailed"]}},leaseDuration:{serializedName:"x-ms-lease-duration",xmlName:"x-ms-lease-duration",type:{name:"Enum",allowedValues:["infinite","fixed"]}},leaseState:{serializedName:"\
x-ms-lease-state",xmlName:"x-ms-lease-state",type:{name:"Enum",allowedValues:["available","leased","expired","breaking","broken"]}},leaseStatus:{serializedName:"\
x-ms-lease-status",xmlName:"x-ms-lease-status",type:{name:"Enum",allowedValues:["locked","unlocked"]}},clientRequestId:{serializedName:"x-ms-client-request-id",
xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"\
x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},acceptRanges:{serializedName:"accept-ranges",xmlName:"accept-ranges",type:{name:"String"}},date:{serializedName:"\
date",xmlName:"date",type:{name:"DateTimeRfc1123"}},blobCommittedBlockCount:{serializedName:"x-ms-blob-committed-block-count",xmlName:"x-ms-blob-committed-block\
-count",type:{name:"Number"}},isServerEncrypted:{serializedName:"x-ms-server-encrypted",xmlName:"x-ms-server-encrypted",type:{name:"Boolean"}},encryptionKeySha256:{
serializedName:"x-ms-encryption-key-sha256",xmlName:"x-ms-encryption-key-sha256",type:{name:"String"}},encryptionScope:{serializedName:"x-ms-encryption-scope",xmlName:"\
x-ms-encryption-scope",type:{name:"String"}},blobContentMD5:{serializedName:"x-ms-blob-content-md5",xmlName:"x-ms-blob-content-md5",type:{name:"ByteArray"}},errorCode:{
serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}},contentCrc64:{serializedName:"x-ms-content-crc64",xmlName:"x-ms-content-crc64",
type:{name:"ByteArray"}}}}};var BlobQueryExceptionHeaders={serializedName:"Blob_queryExceptionHeaders",type:{name:"Composite",className:"BlobQueryExceptionHeade\
rs",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobGetTagsHeaders={serializedName:"Blob\
_getTagsHeaders",type:{name:"Composite",className:"BlobGetTagsHeaders",modelProperties:{clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-c\
lient-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-m\
s-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},errorCode:{serializedName:"x-m\
s-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobGetTagsExceptionHeaders={serializedName:"Blob_getTagsExceptionHeaders",type:{name:"Comp\
osite",className:"BlobGetTagsExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobSetTagsHeaders={
serializedName:"Blob_setTagsHeaders",type:{name:"Composite",className:"BlobSetTagsHeaders",modelProperties:{clientRequestId:{serializedName:"x-ms-client-request\
-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{
serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},errorCode:{
serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlobSetTagsExceptionHeaders={serializedName:"Blob_setTagsExceptionHeader\
s",type:{name:"Composite",className:"BlobSetTagsExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"\
String"}}}}};var PageBlobCreateHeaders={serializedName:"PageBlob_createHeaders",type:{name:"Composite",className:"PageBlobCreateHeaders",modelProperties:{etag:{
serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},contentMD5:{
serializedName:"content-md5",xmlName:"content-md5",type:{name:"ByteArray"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-reques\
t-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"\
x-ms-version",type:{name:"String"}},versionId:{serializedName:"x-ms-version-id",xmlName:"x-ms-version-id",type:{name:"String"}},date:{serializedName:"date",xmlName:"\
date",type:{name:"DateTimeRfc1123"}},isServerEncrypted:{serializedName:"x-ms-request-server-encrypted",xmlName:"x-ms-request-server-encrypted",type:{name:"Boole\
an"}},encryptionKeySha256:{serializedName:"x-ms-encryption-key-sha256",xmlName:"x-ms-encryption-key-sha256",type:{name:"String"}},encryptionScope:{serializedName:"\
x-ms-encryption-scope",xmlName:"x-ms-encryption-scope",type:{name:"String"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"S\
tring"}}}}};var PageBlobCreateExceptionHeaders={serializedName:"PageBlob_createExceptionHeaders",type:{name:"Composite",className:"PageBlobCreateExceptionHeader\
s",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var PageBlobUploadPagesHeaders={serializedName:"\
PageBlob_uploadPagesHeaders",type:{name:"Composite",className:"PageBlobUploadPagesHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{name:"\
String"}},lastModified:{serializedName:"last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},contentMD5:{serializedName:"content-md5",xmlName:"\
content-md5",type:{name:"ByteArray"}},xMsContentCrc64:{serializedName:"x-ms-content-crc64",xmlName:"x-ms-content-crc64",type:{name:"ByteArray"}},blobSequenceNumber:{
serializedName:"x-ms-blob-sequence-number",xmlName:"x-ms-blob-sequence-number",type:{name:"Number"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"\
x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"\
x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},isServerEncrypted:{serializedName:"\
x-ms-request-server-encrypted",xmlName:"x-ms-request-server-encrypted",type:{name:"Boolean"}},encryptionKeySha256:{serializedName:"x-ms-encryption-key-sha256",xmlName:"\
x-ms-encryption-key-sha256",type:{name:"String"}},encryptionScope:{serializedName:"x-ms-encryption-scope",xmlName:"x-ms-encryption-scope",type:{name:"String"}},
errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var PageBlobUploadPagesExceptionHeaders={serializedName:"PageBlob\
_uploadPagesExceptionHeaders",type:{name:"Composite",className:"PageBlobUploadPagesExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",
xmlName:"x-ms-error-code",type:{name:"String"}}}}};var PageBlobClearPagesHeaders={serializedName:"PageBlob_clearPagesHeaders",type:{name:"Composite",className:"\
PageBlobClearPagesHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"last-modified",xmlName:"\
last-modified",type:{name:"DateTimeRfc1123"}},contentMD5:{serializedName:"content-md5",xmlName:"content-md5",type:{name:"ByteArray"}},xMsContentCrc64:{serializedName:"\
x-ms-content-crc64",xmlName:"x-ms-content-crc64",type:{name:"ByteArray"}},blobSequenceNumber:{serializedName:"x-ms-blob-sequence-number",xmlName:"x-ms-blob-sequ\
ence-number",type:{name:"Number"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"\
x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"\
date",xmlName:"date",type:{name:"DateTimeRfc1123"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var PageBlobClearPagesExceptionHeaders={
serializedName:"PageBlob_clearPagesExceptionHeaders",type:{name:"Composite",className:"PageBlobClearPagesExceptionHeaders",modelProperties:{errorCode:{serializedName:"\
x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var PageBlobUploadPagesFromURLHeaders={serializedName:"PageBlob_uploadPagesFromURLHeaders",type:{
name:"Composite",className:"PageBlobUploadPagesFromURLHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"\
last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},contentMD5:{serializedName:"content-md5",xmlName:"content-md5",type:{name:"ByteArray"}},xMsContentCrc64:{
serializedName:"x-ms-content-crc64",xmlName:"x-ms-content-crc64",type:{name:"ByteArray"}},blobSequenceNumber:{serializedName:"x-ms-blob-sequence-number",xmlName:"\
x-ms-blob-sequence-number",type:{name:"Number"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"\
x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},isServerEncrypted:{serializedName:"\
x-ms-request-server-encrypted",xmlName:"x-ms-request-server-encrypted",type:{name:"Boolean"}},encryptionKeySha256:{serializedName:"x-ms-encryption-key-sha256",xmlName:"\
x-ms-encryption-key-sha256",type:{name:"String"}},encryptionScope:{serializedName:"x-ms-encryption-scope",xmlName:"x-ms-encryption-scope",type:{name:"String"}},
errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var PageBlobUploadPagesFromURLExceptionHeaders={serializedName:"P\
ageBlob_uploadPagesFromURLExceptionHeaders",type:{name:"Composite",className:"PageBlobUploadPagesFromURLExceptionHeaders",modelProperties:{errorCode:{serializedName:"\
x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}},copySourceErrorCode:{serializedName:"x-ms-copy-source-error-code",xmlName:"x-ms-copy-source-err\
or-code",type:{name:"String"}},copySourceStatusCode:{serializedName:"x-ms-copy-source-status-code",xmlName:"x-ms-copy-source-status-code",type:{name:"Number"}}}}};
var PageBlobGetPageRangesHeaders={serializedName:"PageBlob_getPageRangesHeaders",type:{name:"Composite",className:"PageBlobGetPageRangesHeaders",modelProperties:{
lastModified:{serializedName:"last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},etag:{serializedName:"etag",xmlName:"etag",type:{name:"Strin\
g"}},blobContentLength:{serializedName:"x-ms-blob-content-length",xmlName:"x-ms-blob-content-length",type:{name:"Number"}},clientRequestId:{serializedName:"x-ms\
-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"Str\
ing"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc112\
3"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var PageBlobGetPageRangesExceptionHeaders={serializedName:"P\
ageBlob_getPageRangesExceptionHeaders",type:{name:"Composite",className:"PageBlobGetPageRangesExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms\
-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var PageBlobGetPageRangesDiffHeaders={serializedName:"PageBlob_getPageRangesDiffHeaders",type:{name:"\
Composite",className:"PageBlobGetPageRangesDiffHeaders",modelProperties:{lastModified:{serializedName:"last-modified",xmlName:"last-modified",type:{name:"DateTi\
meRfc1123"}},etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},blobContentLength:{serializedName:"x-ms-blob-content-length",xmlName:"x-ms-blob-co\
ntent-length",type:{name:"Number"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"\
x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"\
date",xmlName:"date",type:{name:"DateTimeRfc1123"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var PageBlobGetPageRangesDiffExceptionHeaders={
serializedName:"PageBlob_getPageRangesDiffExceptionHeaders",type:{name:"Composite",className:"PageBlobGetPageRangesDiffExceptionHeaders",modelProperties:{errorCode:{
serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var PageBlobResizeHeaders={serializedName:"PageBlob_resizeHeaders",type:{name:"\
Composite",className:"PageBlobResizeHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"las\
t-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},blobSequenceNumber:{serializedName:"x-ms-blob-sequence-number",xmlName:"x-ms-blob-sequence-nu\
mber",type:{name:"Number"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"\
x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"\
date",xmlName:"date",type:{name:"DateTimeRfc1123"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var PageBlobResizeExceptionHeaders={
serializedName:"PageBlob_resizeExceptionHeaders",type:{name:"Composite",className:"PageBlobResizeExceptionHeaders",modelProperties:{errorCode:{serializedName:"x\
-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var PageBlobUpdateSequenceNumberHeaders={serializedName:"PageBlob_updateSequenceNumberHeaders",
type:{name:"Composite",className:"PageBlobUpdateSequenceNumberHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{
serializedName:"last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},blobSequenceNumber:{serializedName:"x-ms-blob-sequence-number",xmlName:"x-\
ms-blob-sequence-number",type:{name:"Number"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{
serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"Strin\
g"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"\
String"}}}}};var PageBlobUpdateSequenceNumberExceptionHeaders={serializedName:"PageBlob_updateSequenceNumberExceptionHeaders",type:{name:"Composite",className:"\
PageBlobUpdateSequenceNumberExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var PageBlobCopyIncrementalHeaders={
serializedName:"PageBlob_copyIncrementalHeaders",type:{name:"Composite",className:"PageBlobCopyIncrementalHeaders",modelProperties:{etag:{serializedName:"etag",
xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},clientRequestId:{serializedName:"\
x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"\
String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc\
1123"}},copyId:{serializedName:"x-ms-copy-id",xmlName:"x-ms-copy-id",type:{name:"String"}},copyStatus:{serializedName:"x-ms-copy-status",xmlName:"x-ms-copy-stat\
us",type:{name:"Enum",allowedValues:["pending","success","aborted","failed"]}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"\
String"}}}}};var PageBlobCopyIncrementalExceptionHeaders={serializedName:"PageBlob_copyIncrementalExceptionHeaders",type:{name:"Composite",className:"PageBlobCo\
pyIncrementalExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var AppendBlobCreateHeaders={
serializedName:"AppendBlob_createHeaders",type:{name:"Composite",className:"AppendBlobCreateHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",
type:{name:"String"}},lastModified:{serializedName:"last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},contentMD5:{serializedName:"content-md\
5",xmlName:"content-md5",type:{name:"ByteArray"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},
requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{
name:"String"}},versionId:{serializedName:"x-ms-version-id",xmlName:"x-ms-version-id",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"\
DateTimeRfc1123"}},isServerEncrypted:{serializedName:"x-ms-request-server-encrypted",xmlName:"x-ms-request-server-encrypted",type:{name:"Boolean"}},encryptionKeySha256:{
serializedName:"x-ms-encryption-key-sha256",xmlName:"x-ms-encryption-key-sha256",type:{name:"String"}},encryptionScope:{serializedName:"x-ms-encryption-scope",xmlName:"\
x-ms-encryption-scope",type:{name:"String"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var AppendBlobCreateExceptionHeaders={
serializedName:"AppendBlob_createExceptionHeaders",type:{name:"Composite",className:"AppendBlobCreateExceptionHeaders",modelProperties:{errorCode:{serializedName:"\
x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var AppendBlobAppendBlockHeaders={serializedName:"AppendBlob_appendBlockHeaders",type:{name:"\
Composite",className:"AppendBlobAppendBlockHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"\
last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},contentMD5:{serializedName:"content-md5",xmlName:"content-md5",type:{name:"ByteArray"}},xMsContentCrc64:{
serializedName:"x-ms-content-crc64",xmlName:"x-ms-content-crc64",type:{name:"ByteArray"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms\
-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x\
-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},blobAppendOffset:{serializedName:"\
x-ms-blob-append-offset",xmlName:"x-ms-blob-append-offset",type:{name:"String"}},blobCommittedBlockCount:{serializedName:"x-ms-blob-committed-block-count",xmlName:"\
x-ms-blob-committed-block-count",type:{name:"Number"}},isServerEncrypted:{serializedName:"x-ms-request-server-encrypted",xmlName:"x-ms-request-server-encrypted",
type:{name:"Boolean"}},encryptionKeySha256:{serializedName:"x-ms-encryption-key-sha256",xmlName:"x-ms-encryption-key-sha256",type:{name:"String"}},encryptionScope:{
serializedName:"x-ms-encryption-scope",xmlName:"x-ms-encryption-scope",type:{name:"String"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-cod\
e",type:{name:"String"}}}}};var AppendBlobAppendBlockExceptionHeaders={serializedName:"AppendBlob_appendBlockExceptionHeaders",type:{name:"Composite",className:"\
AppendBlobAppendBlockExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var AppendBlobAppendBlockFromUrlHeaders={
serializedName:"AppendBlob_appendBlockFromUrlHeaders",type:{name:"Composite",className:"AppendBlobAppendBlockFromUrlHeaders",modelProperties:{etag:{serializedName:"\
etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},contentMD5:{serializedName:"\
content-md5",xmlName:"content-md5",type:{name:"ByteArray"}},xMsContentCrc64:{serializedName:"x-ms-content-crc64",xmlName:"x-ms-content-crc64",type:{name:"ByteAr\
ray"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",
type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},blobAppendOffset:{serializedName:"x-ms-blob-append-offset",xmlName:"\
x-ms-blob-append-offset",type:{name:"String"}},blobCommittedBlockCount:{serializedName:"x-ms-blob-committed-block-count",xmlName:"x-ms-blob-committed-block-coun\
t",type:{name:"Number"}},encryptionKeySha256:{serializedName:"x-ms-encryption-key-sha256",xmlName:"x-ms-encryption-key-sha256",type:{name:"String"}},encryptionScope:{
serializedName:"x-ms-encryption-scope",xmlName:"x-ms-encryption-scope",type:{name:"String"}},isServerEncrypted:{serializedName:"x-ms-request-server-encrypted",xmlName:"\
x-ms-request-server-encrypted",type:{name:"Boolean"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var AppendBlobAppendBlockFromUrlExceptionHeaders={
serializedName:"AppendBlob_appendBlockFromUrlExceptionHeaders",type:{name:"Composite",className:"AppendBlobAppendBlockFromUrlExceptionHeaders",modelProperties:{
errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}},copySourceErrorCode:{serializedName:"x-ms-copy-source-error-code",xmlName:"\
x-ms-copy-source-error-code",type:{name:"String"}},copySourceStatusCode:{serializedName:"x-ms-copy-source-status-code",xmlName:"x-ms-copy-source-status-code",type:{
name:"Number"}}}}};var AppendBlobSealHeaders={serializedName:"AppendBlob_sealHeaders",type:{name:"Composite",className:"AppendBlobSealHeaders",modelProperties:{
etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"last-modified",xmlName:"last-modified",type:{name:"DateTimeRfc112\
3"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",
xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",
xmlName:"date",type:{name:"DateTimeRfc1123"}},isSealed:{serializedName:"x-ms-blob-sealed",xmlName:"x-ms-blob-sealed",type:{name:"Boolean"}}}}};var AppendBlobSealExceptionHeaders={
serializedName:"AppendBlob_sealExceptionHeaders",type:{name:"Composite",className:"AppendBlobSealExceptionHeaders",modelProperties:{errorCode:{serializedName:"x\
-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlockBlobUploadHeaders={serializedName:"BlockBlob_uploadHeaders",type:{name:"Composite",className:"\
BlockBlobUploadHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"last-modified",xmlName:"\
last-modified",type:{name:"DateTimeRfc1123"}},contentMD5:{serializedName:"content-md5",xmlName:"content-md5",type:{name:"ByteArray"}},clientRequestId:{serializedName:"\
x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"\
String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},versionId:{serializedName:"x-ms-version-id",xmlName:"x-ms-version-\
id",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},isServerEncrypted:{serializedName:"x-ms-request-server-encry\
pted",xmlName:"x-ms-request-server-encrypted",type:{name:"Boolean"}},encryptionKeySha256:{serializedName:"x-ms-encryption-key-sha256",xmlName:"x-ms-encryption-k\
ey-sha256",type:{name:"String"}},encryptionScope:{serializedName:"x-ms-encryption-scope",xmlName:"x-ms-encryption-scope",type:{name:"String"}},errorCode:{serializedName:"\
x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlockBlobUploadExceptionHeaders={serializedName:"BlockBlob_uploadExceptionHeaders",type:{
name:"Composite",className:"BlockBlobUploadExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"\
String"}}}}};var BlockBlobPutBlobFromUrlHeaders={serializedName:"BlockBlob_putBlobFromUrlHeaders",type:{name:"Composite",className:"BlockBlobPutBlobFromUrlHeade\
rs",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"last-modified",xmlName:"last-modified",type:{
name:"DateTimeRfc1123"}},contentMD5:{serializedName:"content-md5",xmlName:"content-md5",type:{name:"ByteArray"}},clientRequestId:{serializedName:"x-ms-client-re\
quest-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{
serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},versionId:{serializedName:"x-ms-version-id",xmlName:"x-ms-version-id",type:{name:"Str\
ing"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},isServerEncrypted:{serializedName:"x-ms-request-server-encrypted",xmlName:"x-ms\
-request-server-encrypted",type:{name:"Boolean"}},encryptionKeySha256:{serializedName:"x-ms-encryption-key-sha256",xmlName:"x-ms-encryption-key-sha256",type:{name:"\
String"}},encryptionScope:{serializedName:"x-ms-encryption-scope",xmlName:"x-ms-encryption-scope",type:{name:"String"}},errorCode:{serializedName:"x-ms-error-co\
de",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlockBlobPutBlobFromUrlExceptionHeaders={serializedName:"BlockBlob_putBlobFromUrlExceptionHeaders",type:{
name:"Composite",className:"BlockBlobPutBlobFromUrlExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{
name:"String"}},copySourceErrorCode:{serializedName:"x-ms-copy-source-error-code",xmlName:"x-ms-copy-source-error-code",type:{name:"String"}},copySourceStatusCode:{
serializedName:"x-ms-copy-source-status-code",xmlName:"x-ms-copy-source-status-code",type:{name:"Number"}}}}};var BlockBlobStageBlockHeaders={serializedName:"Bl\
ockBlob_stageBlockHeaders",type:{name:"Composite",className:"BlockBlobStageBlockHeaders",modelProperties:{contentMD5:{serializedName:"content-md5",xmlName:"cont\
ent-md5",type:{name:"ByteArray"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"\
x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"\
date",xmlName:"date",type:{name:"DateTimeRfc1123"}},xMsContentCrc64:{serializedName:"x-ms-content-crc64",xmlName:"x-ms-content-crc64",type:{name:"ByteArray"}},isServerEncrypted:{
serializedName:"x-ms-request-server-encrypted",xmlName:"x-ms-request-server-encrypted",type:{name:"Boolean"}},encryptionKeySha256:{serializedName:"x-ms-encrypti\
on-key-sha256",xmlName:"x-ms-encryption-key-sha256",type:{name:"String"}},encryptionScope:{serializedName:"x-ms-encryption-scope",xmlName:"x-ms-encryption-scope",
type:{name:"String"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlockBlobStageBlockExceptionHeaders={serializedName:"\
BlockBlob_stageBlockExceptionHeaders",type:{name:"Composite",className:"BlockBlobStageBlockExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-er\
ror-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlockBlobStageBlockFromURLHeaders={serializedName:"BlockBlob_stageBlockFromURLHeaders",type:{name:"\
Composite",className:"BlockBlobStageBlockFromURLHeaders",modelProperties:{contentMD5:{serializedName:"content-md5",xmlName:"content-md5",type:{name:"ByteArray"}},
xMsContentCrc64:{serializedName:"x-ms-content-crc64",xmlName:"x-ms-content-crc64",type:{name:"ByteArray"}},clientRequestId:{serializedName:"x-ms-client-request-\
id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{
serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"date",xmlName:"date",type:{name:"DateTimeRfc1123"}},isServerEncrypted:{
serializedName:"x-ms-request-server-encrypted",xmlName:"x-ms-request-server-encrypted",type:{name:"Boolean"}},encryptionKeySha256:{serializedName:"x-ms-encrypti\
on-key-sha256",xmlName:"x-ms-encryption-key-sha256",type:{name:"String"}},encryptionScope:{serializedName:"x-ms-encryption-scope",xmlName:"x-ms-encryption-scope",
type:{name:"String"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlockBlobStageBlockFromURLExceptionHeaders={
serializedName:"BlockBlob_stageBlockFromURLExceptionHeaders",type:{name:"Composite",className:"BlockBlobStageBlockFromURLExceptionHeaders",modelProperties:{errorCode:{
serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}},copySourceErrorCode:{serializedName:"x-ms-copy-source-error-code",xmlName:"x-ms\
-copy-source-error-code",type:{name:"String"}},copySourceStatusCode:{serializedName:"x-ms-copy-source-status-code",xmlName:"x-ms-copy-source-status-code",type:{
name:"Number"}}}}};var BlockBlobCommitBlockListHeaders={serializedName:"BlockBlob_commitBlockListHeaders",type:{name:"Composite",className:"BlockBlobCommitBlock\
ListHeaders",modelProperties:{etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},lastModified:{serializedName:"last-modified",xmlName:"last-modifi\
ed",type:{name:"DateTimeRfc1123"}},contentMD5:{serializedName:"content-md5",xmlName:"content-md5",type:{name:"ByteArray"}},xMsContentCrc64:{serializedName:"x-ms\
-content-crc64",xmlName:"x-ms-content-crc64",type:{name:"ByteArray"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",
type:{name:"String"}},requestId:{serializedName:"x-ms-request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"\
x-ms-version",type:{name:"String"}},versionId:{serializedName:"x-ms-version-id",xmlName:"x-ms-version-id",type:{name:"String"}},date:{serializedName:"date",xmlName:"\
date",type:{name:"DateTimeRfc1123"}},isServerEncrypted:{serializedName:"x-ms-request-server-encrypted",xmlName:"x-ms-request-server-encrypted",type:{name:"Boole\
an"}},encryptionKeySha256:{serializedName:"x-ms-encryption-key-sha256",xmlName:"x-ms-encryption-key-sha256",type:{name:"String"}},encryptionScope:{serializedName:"\
x-ms-encryption-scope",xmlName:"x-ms-encryption-scope",type:{name:"String"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"S\
tring"}}}}};var BlockBlobCommitBlockListExceptionHeaders={serializedName:"BlockBlob_commitBlockListExceptionHeaders",type:{name:"Composite",className:"BlockBlob\
CommitBlockListExceptionHeaders",modelProperties:{errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlockBlobGetBlockListHeaders={
serializedName:"BlockBlob_getBlockListHeaders",type:{name:"Composite",className:"BlockBlobGetBlockListHeaders",modelProperties:{lastModified:{serializedName:"la\
st-modified",xmlName:"last-modified",type:{name:"DateTimeRfc1123"}},etag:{serializedName:"etag",xmlName:"etag",type:{name:"String"}},contentType:{serializedName:"\
content-type",xmlName:"content-type",type:{name:"String"}},blobContentLength:{serializedName:"x-ms-blob-content-length",xmlName:"x-ms-blob-content-length",type:{
name:"Number"}},clientRequestId:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}},requestId:{serializedName:"x-ms-\
request-id",xmlName:"x-ms-request-id",type:{name:"String"}},version:{serializedName:"x-ms-version",xmlName:"x-ms-version",type:{name:"String"}},date:{serializedName:"\
date",xmlName:"date",type:{name:"DateTimeRfc1123"}},errorCode:{serializedName:"x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var BlockBlobGetBlockListExceptionHeaders={
serializedName:"BlockBlob_getBlockListExceptionHeaders",type:{name:"Composite",className:"BlockBlobGetBlockListExceptionHeaders",modelProperties:{errorCode:{serializedName:"\
x-ms-error-code",xmlName:"x-ms-error-code",type:{name:"String"}}}}};var contentType={parameterPath:["options","contentType"],mapper:{defaultValue:"application/xml",isConstant:true,serializedName:"Content-Type",type:{name:"String"}}};
var blobServiceProperties={parameterPath:"blobServiceProperties",mapper:BlobServiceProperties};var accept={parameterPath:"accept",mapper:{defaultValue:"applicat\
ion/xml",isConstant:true,serializedName:"Accept",type:{name:"String"}}};var url={parameterPath:"url",mapper:{serializedName:"url",required:true,xmlName:"url",type:{
name:"String"}},skipEncoding:true};var restype={parameterPath:"restype",mapper:{defaultValue:"service",isConstant:true,serializedName:"restype",type:{name:"Stri\
ng"}}};var comp={parameterPath:"comp",mapper:{defaultValue:"properties",isConstant:true,serializedName:"comp",type:{name:"String"}}};var timeoutInSeconds={parameterPath:[
"options","timeoutInSeconds"],mapper:{constraints:{InclusiveMinimum:0},serializedName:"timeout",xmlName:"timeout",type:{name:"Number"}}};var version={parameterPath:"\
version",mapper:{defaultValue:"2026-02-06",isConstant:true,serializedName:"x-ms-version",type:{name:"String"}}};var requestId={parameterPath:["options","request\
Id"],mapper:{serializedName:"x-ms-client-request-id",xmlName:"x-ms-client-request-id",type:{name:"String"}}};var accept1={parameterPath:"accept",mapper:{defaultValue:"\
application/xml",isConstant:true,serializedName:"Accept",type:{name:"String"}}};var comp1={parameterPath:"comp",mapper:{defaultValue:"stats",isConstant:true,serializedName:"\
comp",type:{name:"String"}}};var comp2={parameterPath:"comp",mapper:{defaultValue:"list",isConstant:true,serializedName:"comp",type:{name:"String"}}};var prefix={
parameterPath:["options","prefix"],mapper:{serializedName:"prefix",xmlName:"prefix",type:{name:"String"}}};var marker={parameterPath:["options","marker"],mapper:{
serializedName:"marker",xmlName:"marker",type:{name:"String"}}};var maxPageSize={parameterPath:["options","maxPageSize"],mapper:{constraints:{InclusiveMinimum:1},
serializedName:"maxresults",xmlName:"maxresults",type:{name:"Number"}}};var include={parameterPath:["options","include"],mapper:{serializedName:"include",xmlName:"\
include",xmlElementName:"ListContainersIncludeType",type:{name:"Sequence",element:{type:{name:"Enum",allowedValues:["metadata","deleted","system"]}}}},collectionFormat:"\
CSV"};var keyInfo={parameterPath:"keyInfo",mapper:KeyInfo};var comp3={parameterPath:"comp",mapper:{defaultValue:"userdelegationkey",isConstant:true,serializedName:"\
comp",type:{name:"String"}}};var restype1={parameterPath:"restype",mapper:{defaultValue:"account",isConstant:true,serializedName:"restype",type:{name:"String"}}};
var body={parameterPath:"body",mapper:{serializedName:"body",required:true,xmlName:"body",type:{name:"Stream"}}};var comp4={parameterPath:"comp",mapper:{defaultValue:"\
batch",isConstant:true,serializedName:"comp",type:{name:"String"}}};var contentLength={parameterPath:"contentLength",mapper:{serializedName:"Content-Length",required:true,
xmlName:"Content-Length",type:{name:"Number"}}};var multipartContentType={parameterPath:"multipartContentType",mapper:{serializedName:"Content-Type",required:true,
xmlName:"Content-Type",type:{name:"String"}}};var comp5={parameterPath:"comp",mapper:{defaultValue:"blobs",isConstant:true,serializedName:"comp",type:{name:"Str\
ing"}}};var where={parameterPath:["options","where"],mapper:{serializedName:"where",xmlName:"where",type:{name:"String"}}};var restype2={parameterPath:"restype",
mapper:{defaultValue:"container",isConstant:true,serializedName:"restype",type:{name:"String"}}};var metadata={parameterPath:["options","metadata"],mapper:{serializedName:"\
x-ms-meta",xmlName:"x-ms-meta",headerCollectionPrefix:"x-ms-meta-",type:{name:"Dictionary",value:{type:{name:"String"}}}}};var access={parameterPath:["options",
"access"],mapper:{serializedName:"x-ms-blob-public-access",xmlName:"x-ms-blob-public-access",type:{name:"Enum",allowedValues:["container","blob"]}}};var defaultEncryptionScope={
parameterPath:["options","containerEncryptionScope","defaultEncryptionScope"],mapper:{serializedName:"x-ms-default-encryption-scope",xmlName:"x-ms-default-encry\
ption-scope",type:{name:"String"}}};var preventEncryptionScopeOverride={parameterPath:["options","containerEncryptionScope","preventEncryptionScopeOverride"],mapper:{
serializedName:"x-ms-deny-encryption-scope-override",xmlName:"x-ms-deny-encryption-scope-override",type:{name:"Boolean"}}};var leaseId={parameterPath:["options",
"leaseAccessConditions","leaseId"],mapper:{serializedName:"x-ms-lease-id",xmlName:"x-ms-lease-id",type:{name:"String"}}};var ifModifiedSince={parameterPath:["op\
tions","modifiedAccessConditions","ifModifiedSince"],mapper:{serializedName:"If-Modified-Since",xmlName:"If-Modified-Since",type:{name:"DateTimeRfc1123"}}};var ifUnmodifiedSince={
parameterPath:["options","modifiedAccessConditions","ifUnmodifiedSince"],mapper:{serializedName:"If-Unmodified-Since",xmlName:"If-Unmodified-Since",type:{name:"\
DateTimeRfc1123"}}};var comp6={parameterPath:"comp",mapper:{defaultValue:"metadata",isConstant:true,serializedName:"comp",type:{name:"String"}}};var comp7={parameterPath:"\
comp",mapper:{defaultValue:"acl",isConstant:true,serializedName:"comp",type:{name:"String"}}};var containerAcl={parameterPath:["options","containerAcl"],mapper:{
serializedName:"containerAcl",xmlName:"SignedIdentifiers",xmlIsWrapped:true,xmlElementName:"SignedIdentifier",type:{name:"Sequence",element:{type:{name:"Composi\
te",className:"SignedIdentifier"}}}}};var comp8={parameterPath:"comp",mapper:{defaultValue:"undelete",isConstant:true,serializedName:"comp",type:{name:"String"}}};
var deletedContainerName={parameterPath:["options","deletedContainerName"],mapper:{serializedName:"x-ms-deleted-container-name",xmlName:"x-ms-deleted-container-\
name",type:{name:"String"}}};var deletedContainerVersion={parameterPath:["options","deletedContainerVersion"],mapper:{serializedName:"x-ms-deleted-container-ver\
sion",xmlName:"x-ms-deleted-container-version",type:{name:"String"}}};var comp9={parameterPath:"comp",mapper:{defaultValue:"rename",isConstant:true,serializedName:"\
comp",type:{name:"String"}}};var sourceContainerName={parameterPath:"sourceContainerName",mapper:{serializedName:"x-ms-source-container-name",required:true,xmlName:"\
x-ms-source-container-name",type:{name:"String"}}};var sourceLeaseId={parameterPath:["options","sourceLeaseId"],mapper:{serializedName:"x-ms-source-lease-id",xmlName:"\
x-ms-source-lease-id",type:{name:"String"}}};var comp10={parameterPath:"comp",mapper:{defaultValue:"lease",isConstant:true,serializedName:"comp",type:{name:"Str\
ing"}}};var action={parameterPath:"action",mapper:{defaultValue:"acquire",isConstant:true,serializedName:"x-ms-lease-action",type:{name:"String"}}};var duration={
parameterPath:["options","duration"],mapper:{serializedName:"x-ms-lease-duration",xmlName:"x-ms-lease-duration",type:{name:"Number"}}};var proposedLeaseId={parameterPath:[
"options","proposedLeaseId"],mapper:{serializedName:"x-ms-proposed-lease-id",xmlName:"x-ms-proposed-lease-id",type:{name:"String"}}};var action1={parameterPath:"\
action",mapper:{defaultValue:"release",isConstant:true,serializedName:"x-ms-lease-action",type:{name:"String"}}};var leaseId1={parameterPath:"leaseId",mapper:{serializedName:"\
x-ms-lease-id",required:true,xmlName:"x-ms-lease-id",type:{name:"String"}}};var action2={parameterPath:"action",mapper:{defaultValue:"renew",isConstant:true,serializedName:"\
x-ms-lease-action",type:{name:"String"}}};var action3={parameterPath:"action",mapper:{defaultValue:"break",isConstant:true,serializedName:"x-ms-lease-action",type:{
name:"String"}}};var breakPeriod={parameterPath:["options","breakPeriod"],mapper:{serializedName:"x-ms-lease-break-period",xmlName:"x-ms-lease-break-period",type:{
name:"Number"}}};var action4={parameterPath:"action",mapper:{defaultValue:"change",isConstant:true,serializedName:"x-ms-lease-action",type:{name:"String"}}};var proposedLeaseId1={
parameterPath:"proposedLeaseId",mapper:{serializedName:"x-ms-proposed-lease-id",required:true,xmlName:"x-ms-proposed-lease-id",type:{name:"String"}}};var include1={
parameterPath:["options","include"],mapper:{serializedName:"include",xmlName:"include",xmlElementName:"ListBlobsIncludeItem",type:{name:"Sequence",element:{type:{
name:"Enum",allowedValues:["copy","deleted","metadata","snapshots","uncommittedblobs","versions","tags","immutabilitypolicy","legalhold","deletedwithversions"]}}}},
collectionFormat:"CSV"};var startFrom={parameterPath:["options","startFrom"],mapper:{serializedName:"startFrom",xmlName:"startFrom",type:{name:"String"}}};var delimiter={
parameterPath:"delimiter",mapper:{serializedName:"delimiter",required:true,xmlName:"delimiter",type:{name:"String"}}};var snapshot={parameterPath:["options","sn\
apshot"],mapper:{serializedName:"snapshot",xmlName:"snapshot",type:{name:"String"}}};var versionId={parameterPath:["options","versionId"],mapper:{serializedName:"\
versionid",xmlName:"versionid",type:{name:"String"}}};var range2={parameterPath:["options","range"],mapper:{serializedName:"x-ms-range",xmlName:"x-ms-range",type:{
name:"String"}}};var rangeGetContentMD5={parameterPath:["options","rangeGetContentMD5"],mapper:{serializedName:"x-ms-range-get-content-md5",xmlName:"x-ms-range-\
get-content-md5",type:{name:"Boolean"}}};var rangeGetContentCRC64={parameterPath:["options","rangeGetContentCRC64"],mapper:{serializedName:"x-ms-range-get-conte\
nt-crc64",xmlName:"x-ms-range-get-content-crc64",type:{name:"Boolean"}}};var encryptionKey={parameterPath:["options","cpkInfo","encryptionKey"],mapper:{serializedName:"\
x-ms-encryption-key",xmlName:"x-ms-encryption-key",type:{name:"String"}}};var encryptionKeySha256={parameterPath:["options","cpkInfo","encryptionKeySha256"],mapper:{
serializedName:"x-ms-encryption-key-sha256",xmlName:"x-ms-encryption-key-sha256",type:{name:"String"}}};var encryptionAlgorithm={parameterPath:["options","cpkIn\
fo","encryptionAlgorithm"],mapper:{serializedName:"x-ms-encryption-algorithm",xmlName:"x-ms-encryption-algorithm",type:{name:"String"}}};var ifMatch={parameterPath:[
"options","modifiedAccessConditions","ifMatch"],mapper:{serializedName:"If-Match",xmlName:"If-Match",type:{name:"String"}}};var ifNoneMatch={parameterPath:["opt\
ions","modifiedAccessConditions","ifNoneMatch"],mapper:{serializedName:"If-None-Match",xmlName:"If-None-Match",type:{name:"String"}}};var ifTags={parameterPath:[
"options","modifiedAccessConditions","ifTags"],mapper:{serializedName:"x-ms-if-tags",xmlName:"x-ms-if-tags",type:{name:"String"}}};var deleteSnapshots={parameterPath:[
"options","deleteSnapshots"],mapper:{serializedName:"x-ms-delete-snapshots",xmlName:"x-ms-delete-snapshots",type:{name:"Enum",allowedValues:["include","only"]}}};
var blobDeleteType={parameterPath:["options","blobDeleteType"],mapper:{serializedName:"deletetype",xmlName:"deletetype",type:{name:"String"}}};var comp11={parameterPath:"\
comp",mapper:{defaultValue:"expiry",isConstant:true,serializedName:"comp",type:{name:"String"}}};var expiryOptions={parameterPath:"expiryOptions",mapper:{serializedName:"\
x-ms-expiry-option",required:true,xmlName:"x-ms-expiry-option",type:{name:"String"}}};var expiresOn={parameterPath:["options","expiresOn"],mapper:{serializedName:"\
x-ms-expiry-time",xmlName:"x-ms-expiry-time",type:{name:"String"}}};var blobCacheControl={parameterPath:["options","blobHttpHeaders","blobCacheControl"],mapper:{
serializedName:"x-ms-blob-cache-control",xmlName:"x-ms-blob-cache-control",type:{name:"String"}}};var blobContentType={parameterPath:["options","blobHttpHeaders",
"blobContentType"],mapper:{serializedName:"x-ms-blob-content-type",xmlName:"x-ms-blob-content-type",type:{name:"String"}}};var blobContentMD5={parameterPath:["o\
ptions","blobHttpHeaders","blobContentMD5"],mapper:{serializedName:"x-ms-blob-content-md5",xmlName:"x-ms-blob-content-md5",type:{name:"ByteArray"}}};var blobContentEncoding={
parameterPath:["options","blobHttpHeaders","blobContentEncoding"],mapper:{serializedName:"x-ms-blob-content-encoding",xmlName:"x-ms-blob-content-encoding",type:{
name:"String"}}};var blobContentLanguage={parameterPath:["options","blobHttpHeaders","blobContentLanguage"],mapper:{serializedName:"x-ms-blob-content-language",
xmlName:"x-ms-blob-content-language",type:{name:"String"}}};var blobContentDisposition={parameterPath:["options","blobHttpHeaders","blobContentDisposition"],mapper:{
serializedName:"x-ms-blob-content-disposition",xmlName:"x-ms-blob-content-disposition",type:{name:"String"}}};var comp12={parameterPath:"comp",mapper:{defaultValue:"\
immutabilityPolicies",isConstant:true,serializedName:"comp",type:{name:"String"}}};var immutabilityPolicyExpiry={parameterPath:["options","immutabilityPolicyExp\
iry"],mapper:{serializedName:"x-ms-immutability-policy-until-date",xmlName:"x-ms-immutability-policy-until-date",type:{name:"DateTimeRfc1123"}}};var immutabilityPolicyMode={
parameterPath:["options","immutabilityPolicyMode"],mapper:{serializedName:"x-ms-immutability-policy-mode",xmlName:"x-ms-immutability-policy-mode",type:{name:"En\
um",allowedValues:["Mutable","Unlocked","Locked"]}}};var comp13={parameterPath:"comp",mapper:{defaultValue:"legalhold",isConstant:true,serializedName:"comp",type:{
name:"String"}}};var legalHold={parameterPath:"legalHold",mapper:{serializedName:"x-ms-legal-hold",required:true,xmlName:"x-ms-legal-hold",type:{name:"Boolean"}}};
var encryptionScope={parameterPath:["options","encryptionScope"],mapper:{serializedName:"x-ms-encryption-scope",xmlName:"x-ms-encryption-scope",type:{name:"Stri\
ng"}}};var comp14={parameterPath:"comp",mapper:{defaultValue:"snapshot",isConstant:true,serializedName:"comp",type:{name:"String"}}};var tier={parameterPath:["o\
ptions","tier"],mapper:{serializedName:"x-ms-access-tier",xmlName:"x-ms-access-tier",type:{name:"Enum",allowedValues:["P4","P6","P10","P15","P20","P30","P40","P\
50","P60","P70","P80","Hot","Cool","Archive","Cold"]}}};var rehydratePriority={parameterPath:["options","rehydratePriority"],mapper:{serializedName:"x-ms-rehydr\
ate-priority",xmlName:"x-ms-rehydrate-priority",type:{name:"Enum",allowedValues:["High","Standard"]}}};var sourceIfModifiedSince={parameterPath:["options","sour\
ceModifiedAccessConditions","sourceIfModifiedSince"],mapper:{serializedName:"x-ms-source-if-modified-since",xmlName:"x-ms-source-if-modified-since",type:{name:"\
DateTimeRfc1123"}}};var sourceIfUnmodifiedSince={parameterPath:["options","sourceModifiedAccessConditions","sourceIfUnmodifiedSince"],mapper:{serializedName:"x-\
ms-source-if-unmodified-since",xmlName:"x-ms-source-if-unmodified-since",type:{name:"DateTimeRfc1123"}}};var sourceIfMatch={parameterPath:["options","sourceModi\
fiedAccessConditions","sourceIfMatch"],mapper:{serializedName:"x-ms-source-if-match",xmlName:"x-ms-source-if-match",type:{name:"String"}}};var sourceIfNoneMatch={
parameterPath:["options","sourceModifiedAccessConditions","sourceIfNoneMatch"],mapper:{serializedName:"x-ms-source-if-none-match",xmlName:"x-ms-source-if-none-m\
atch",type:{name:"String"}}};var sourceIfTags={parameterPath:["options","sourceModifiedAccessConditions","sourceIfTags"],mapper:{serializedName:"x-ms-source-if-\
tags",xmlName:"x-ms-source-if-tags",type:{name:"String"}}};var copySource={parameterPath:"copySource",mapper:{serializedName:"x-ms-copy-source",required:true,xmlName:"\
x-ms-copy-source",type:{name:"String"}}};var blobTagsString={parameterPath:["options","blobTagsString"],mapper:{serializedName:"x-ms-tags",xmlName:"x-ms-tags",type:{
name:"String"}}};var sealBlob={parameterPath:["options","sealBlob"],mapper:{serializedName:"x-ms-seal-blob",xmlName:"x-ms-seal-blob",type:{name:"Boolean"}}};var legalHold1={
parameterPath:["options","legalHold"],mapper:{serializedName:"x-ms-legal-hold",xmlName:"x-ms-legal-hold",type:{name:"Boolean"}}};var xMsRequiresSync={parameterPath:"\
xMsRequiresSync",mapper:{defaultValue:"true",isConstant:true,serializedName:"x-ms-requires-sync",type:{name:"String"}}};var sourceContentMD5={parameterPath:["op\
tions","sourceContentMD5"],mapper:{serializedName:"x-ms-source-content-md5",xmlName:"x-ms-source-content-md5",type:{name:"ByteArray"}}};var copySourceAuthorization={
parameterPath:["options","copySourceAuthorization"],mapper:{serializedName:"x-ms-copy-source-authorization",xmlName:"x-ms-copy-source-authorization",type:{name:"\
String"}}};var copySourceTags={parameterPath:["options","copySourceTags"],mapper:{serializedName:"x-ms-copy-source-tag-option",xmlName:"x-ms-copy-source-tag-opt\
ion",type:{name:"Enum",allowedValues:["REPLACE","COPY"]}}};var fileRequestIntent={parameterPath:["options","fileRequestIntent"],mapper:{serializedName:"x-ms-fil\
e-request-intent",xmlName:"x-ms-file-request-intent",type:{name:"String"}}};var comp15={parameterPath:"comp",mapper:{defaultValue:"copy",isConstant:true,serializedName:"\
comp",type:{name:"String"}}};var copyActionAbortConstant={parameterPath:"copyActionAbortConstant",mapper:{defaultValue:"abort",isConstant:true,serializedName:"x\
-ms-copy-action",type:{name:"String"}}};var copyId={parameterPath:"copyId",mapper:{serializedName:"copyid",required:true,xmlName:"copyid",type:{name:"String"}}};
var comp16={parameterPath:"comp",mapper:{defaultValue:"tier",isConstant:true,serializedName:"comp",type:{name:"String"}}};var tier1={parameterPath:"tier",mapper:{
serializedName:"x-ms-access-tier",required:true,xmlName:"x-ms-access-tier",type:{name:"Enum",allowedValues:["P4","P6","P10","P15","P20","P30","P40","P50","P60",
"P70","P80","Hot","Cool","Archive","Cold"]}}};var queryRequest={parameterPath:["options","queryRequest"],mapper:QueryRequest};var comp17={parameterPath:"comp",mapper:{
defaultValue:"query",isConstant:true,serializedName:"comp",type:{name:"String"}}};var comp18={parameterPath:"comp",mapper:{defaultValue:"tags",isConstant:true,serializedName:"\
comp",type:{name:"String"}}};var ifModifiedSince1={parameterPath:["options","blobModifiedAccessConditions","ifModifiedSince"],mapper:{serializedName:"x-ms-blob-\
if-modified-since",xmlName:"x-ms-blob-if-modified-since",type:{name:"DateTimeRfc1123"}}};var ifUnmodifiedSince1={parameterPath:["options","blobModifiedAccessCon\
ditions","ifUnmodifiedSince"],mapper:{serializedName:"x-ms-blob-if-unmodified-since",xmlName:"x-ms-blob-if-unmodified-since",type:{name:"DateTimeRfc1123"}}};var ifMatch1={
parameterPath:["options","blobModifiedAccessConditions","ifMatch"],mapper:{serializedName:"x-ms-blob-if-match",xmlName:"x-ms-blob-if-match",type:{name:"String"}}};
var ifNoneMatch1={parameterPath:["options","blobModifiedAccessConditions","ifNoneMatch"],mapper:{serializedName:"x-ms-blob-if-none-match",xmlName:"x-ms-blob-if-\
none-match",type:{name:"String"}}};var tags={parameterPath:["options","tags"],mapper:BlobTags};var transactionalContentMD5={parameterPath:["options","transactio\
nalContentMD5"],mapper:{serializedName:"Content-MD5",xmlName:"Content-MD5",type:{name:"ByteArray"}}};var transactionalContentCrc64={parameterPath:["options","tr\
ansactionalContentCrc64"],mapper:{serializedName:"x-ms-content-crc64",xmlName:"x-ms-content-crc64",type:{name:"ByteArray"}}};var blobType={parameterPath:"blobTy\
pe",mapper:{defaultValue:"PageBlob",isConstant:true,serializedName:"x-ms-blob-type",type:{name:"String"}}};var blobContentLength={parameterPath:"blobContentLeng\
th",mapper:{serializedName:"x-ms-blob-content-length",required:true,xmlName:"x-ms-blob-content-length",type:{name:"Number"}}};var blobSequenceNumber={parameterPath:[
"options","blobSequenceNumber"],mapper:{defaultValue:0,serializedName:"x-ms-blob-sequence-number",xmlName:"x-ms-blob-sequence-number",type:{name:"Number"}}};var contentType1={
parameterPath:["options","contentType"],mapper:{defaultValue:"application/octet-stream",isConstant:true,serializedName:"Content-Type",type:{name:"String"}}};var body1={
parameterPath:"body",mapper:{serializedName:"body",required:true,xmlName:"body",type:{name:"Stream"}}};var accept2={parameterPath:"accept",mapper:{defaultValue:"\
application/xml",isConstant:true,serializedName:"Accept",type:{name:"String"}}};var comp19={parameterPath:"comp",mapper:{defaultValue:"page",isConstant:true,serializedName:"\
comp",type:{name:"String"}}};var pageWrite={parameterPath:"pageWrite",mapper:{defaultValue:"update",isConstant:true,serializedName:"x-ms-page-write",type:{name:"\
String"}}};var ifSequenceNumberLessThanOrEqualTo={parameterPath:["options","sequenceNumberAccessConditions","ifSequenceNumberLessThanOrEqualTo"],mapper:{serializedName:"\
x-ms-if-sequence-number-le",xmlName:"x-ms-if-sequence-number-le",type:{name:"Number"}}};var ifSequenceNumberLessThan={parameterPath:["options","sequenceNumberAc\
cessConditions","ifSequenceNumberLessThan"],mapper:{serializedName:"x-ms-if-sequence-number-lt",xmlName:"x-ms-if-sequence-number-lt",type:{name:"Number"}}};var ifSequenceNumberEqualTo={
parameterPath:["options","sequenceNumberAccessConditions","ifSequenceNumberEqualTo"],mapper:{serializedName:"x-ms-if-sequence-number-eq",xmlName:"x-ms-if-sequen\
ce-number-eq",type:{name:"Number"}}};var pageWrite1={parameterPath:"pageWrite",mapper:{defaultValue:"clear",isConstant:true,serializedName:"x-ms-page-write",type:{
name:"String"}}};var sourceUrl={parameterPath:"sourceUrl",mapper:{serializedName:"x-ms-copy-source",required:true,xmlName:"x-ms-copy-source",type:{name:"String"}}};
var sourceRange={parameterPath:"sourceRange",mapper:{serializedName:"x-ms-source-range",required:true,xmlName:"x-ms-source-range",type:{name:"String"}}};var sourceContentCrc64={
parameterPath:["options","sourceContentCrc64"],mapper:{serializedName:"x-ms-source-content-crc64",xmlName:"x-ms-source-content-crc64",type:{name:"ByteArray"}}};
var range1={parameterPath:"range",mapper:{serializedName:"x-ms-range",required:true,xmlName:"x-ms-range",type:{name:"String"}}};var comp20={parameterPath:"comp",
mapper:{defaultValue:"pagelist",isConstant:true,serializedName:"comp",type:{name:"String"}}};var prevsnapshot={parameterPath:["options","prevsnapshot"],mapper:{
serializedName:"prevsnapshot",xmlName:"prevsnapshot",type:{name:"String"}}};var prevSnapshotUrl={parameterPath:["options","prevSnapshotUrl"],mapper:{serializedName:"\
x-ms-previous-snapshot-url",xmlName:"x-ms-previous-snapshot-url",type:{name:"String"}}};var sequenceNumberAction={parameterPath:"sequenceNumberAction",mapper:{serializedName:"\
x-ms-sequence-number-action",required:true,xmlName:"x-ms-sequence-number-action",type:{name:"Enum",allowedValues:["max","update","increment"]}}};var comp21={parameterPath:"\
comp",mapper:{defaultValue:"incrementalcopy",isConstant:true,serializedName:"comp",type:{name:"String"}}};var blobType1={parameterPath:"blobType",mapper:{defaultValue:"\
AppendBlob",isConstant:true,serializedName:"x-ms-blob-type",type:{name:"String"}}};var comp22={parameterPath:"comp",mapper:{defaultValue:"appendblock",isConstant:true,
serializedName:"comp",type:{name:"String"}}};var maxSize={parameterPath:["options","appendPositionAccessConditions","maxSize"],mapper:{serializedName:"x-ms-blob\
-condition-maxsize",xmlName:"x-ms-blob-condition-maxsize",type:{name:"Number"}}};var appendPosition={parameterPath:["options","appendPositionAccessConditions","\
appendPosition"],mapper:{serializedName:"x-ms-blob-condition-appendpos",xmlName:"x-ms-blob-condition-appendpos",type:{name:"Number"}}};var sourceRange1={parameterPath:[
"options","sourceRange"],mapper:{serializedName:"x-ms-source-range",xmlName:"x-ms-source-range",type:{name:"String"}}};var comp23={parameterPath:"comp",mapper:{
defaultValue:"seal",isConstant:true,serializedName:"comp",type:{name:"String"}}};var blobType2={parameterPath:"blobType",mapper:{defaultValue:"BlockBlob",isConstant:true,
serializedName:"x-ms-blob-type",type:{name:"String"}}};var copySourceBlobProperties={parameterPath:["options","copySourceBlobProperties"],mapper:{serializedName:"\
x-ms-copy-source-blob-properties",xmlName:"x-ms-copy-source-blob-properties",type:{name:"Boolean"}}};var comp24={parameterPath:"comp",mapper:{defaultValue:"bloc\
k",isConstant:true,serializedName:"comp",type:{name:"String"}}};var blockId={parameterPath:"blockId",mapper:{serializedName:"blockid",required:true,xmlName:"blo\
ckid",type:{name:"String"}}};var blocks={parameterPath:"blocks",mapper:BlockLookupList};var comp25={parameterPath:"comp",mapper:{defaultValue:"blocklist",isConstant:true,
serializedName:"comp",type:{name:"String"}}};var listType={parameterPath:"listType",mapper:{defaultValue:"committed",serializedName:"blocklisttype",required:true,
xmlName:"blocklisttype",type:{name:"Enum",allowedValues:["committed","uncommitted","all"]}}};var ServiceImpl=class{client;constructor(client){this.client=client}setProperties(blobServiceProperties2,options){return this.client.sendOperationRequest({blobServiceProperties:blobServiceProperties2,
options},setPropertiesOperationSpec)}getProperties(options){return this.client.sendOperationRequest({options},getPropertiesOperationSpec)}getStatistics(options){
return this.client.sendOperationRequest({options},getStatisticsOperationSpec)}listContainersSegment(options){return this.client.sendOperationRequest({options},listContainersSegmentOperationSpec)}getUserDelegationKey(keyInfo2,options){
return this.client.sendOperationRequest({keyInfo:keyInfo2,options},getUserDelegationKeyOperationSpec)}getAccountInfo(options){return this.client.sendOperationRequest(
{options},getAccountInfoOperationSpec)}submitBatch(contentLength2,multipartContentType2,body2,options){return this.client.sendOperationRequest({contentLength:contentLength2,
multipartContentType:multipartContentType2,body:body2,options},submitBatchOperationSpec)}filterBlobs(options){return this.client.sendOperationRequest({options},
filterBlobsOperationSpec)}};var xmlSerializer=createSerializer(mappers_exports,true);var setPropertiesOperationSpec={path:"/",httpMethod:"PUT",responses:{202:{headersMapper:ServiceSetPropertiesHeaders},
default:{bodyMapper:StorageError,headersMapper:ServiceSetPropertiesExceptionHeaders}},requestBody:blobServiceProperties,queryParameters:[restype,comp,timeoutInSeconds],
urlParameters:[url],headerParameters:[contentType,accept,version,requestId],isXML:true,contentType:"application/xml; charset=utf-8",mediaType:"xml",serializer:xmlSerializer};
var getPropertiesOperationSpec={path:"/",httpMethod:"GET",responses:{200:{bodyMapper:BlobServiceProperties,headersMapper:ServiceGetPropertiesHeaders},default:{bodyMapper:StorageError,
headersMapper:ServiceGetPropertiesExceptionHeaders}},queryParameters:[restype,comp,timeoutInSeconds],urlParameters:[url],headerParameters:[version,requestId,accept1],
isXML:true,serializer:xmlSerializer};var getStatisticsOperationSpec={path:"/",httpMethod:"GET",responses:{200:{bodyMapper:BlobServiceStatistics,headersMapper:ServiceGetStatisticsHeaders},
default:{bodyMapper:StorageError,headersMapper:ServiceGetStatisticsExceptionHeaders}},queryParameters:[restype,timeoutInSeconds,comp1],urlParameters:[url],headerParameters:[
version,requestId,accept1],isXML:true,serializer:xmlSerializer};var listContainersSegmentOperationSpec={path:"/",httpMethod:"GET",responses:{200:{bodyMapper:ListContainersSegmentResponse,
headersMapper:ServiceListContainersSegmentHeaders},default:{bodyMapper:StorageError,headersMapper:ServiceListContainersSegmentExceptionHeaders}},queryParameters:[
timeoutInSeconds,comp2,prefix,marker,maxPageSize,include],urlParameters:[url],headerParameters:[version,requestId,accept1],isXML:true,serializer:xmlSerializer};
var getUserDelegationKeyOperationSpec={path:"/",httpMethod:"POST",responses:{200:{bodyMapper:UserDelegationKey,headersMapper:ServiceGetUserDelegationKeyHeaders},
default:{bodyMapper:StorageError,headersMapper:ServiceGetUserDelegationKeyExceptionHeaders}},requestBody:keyInfo,queryParameters:[restype,timeoutInSeconds,comp3],
urlParameters:[url],headerParameters:[contentType,accept,version,requestId],isXML:true,contentType:"application/xml; charset=utf-8",mediaType:"xml",serializer:xmlSerializer};
var getAccountInfoOperationSpec={path:"/",httpMethod:"GET",responses:{200:{headersMapper:ServiceGetAccountInfoHeaders},default:{bodyMapper:StorageError,headersMapper:ServiceGetAccountInfoExceptionHeaders}},
queryParameters:[comp,timeoutInSeconds,restype1],urlParameters:[url],headerParameters:[version,requestId,accept1],isXML:true,serializer:xmlSerializer};var submitBatchOperationSpec={
path:"/",httpMethod:"POST",responses:{202:{bodyMapper:{type:{name:"Stream"},serializedName:"parsedResponse"},headersMapper:ServiceSubmitBatchHeaders},default:{bodyMapper:StorageError,
headersMapper:ServiceSubmitBatchExceptionHeaders}},requestBody:body,queryParameters:[timeoutInSeconds,comp4],urlParameters:[url],headerParameters:[accept,version,
requestId,contentLength,multipartContentType],isXML:true,contentType:"application/xml; charset=utf-8",mediaType:"xml",serializer:xmlSerializer};var filterBlobsOperationSpec={
path:"/",httpMethod:"GET",responses:{200:{bodyMapper:FilterBlobSegment,headersMapper:ServiceFilterBlobsHeaders},default:{bodyMapper:StorageError,headersMapper:ServiceFilterBlobsExceptionHeaders}},
queryParameters:[timeoutInSeconds,marker,maxPageSize,comp5,where],urlParameters:[url],headerParameters:[version,requestId,accept1],isXML:true,serializer:xmlSerializer};var ContainerImpl=class{client;constructor(client){this.client=client}create(options){return this.client.sendOperationRequest({options},createOperationSpec)}getProperties(options){
return this.client.sendOperationRequest({options},getPropertiesOperationSpec2)}delete(options){return this.client.sendOperationRequest({options},deleteOperationSpec)}setMetadata(options){
return this.client.sendOperationRequest({options},setMetadataOperationSpec)}getAccessPolicy(options){return this.client.sendOperationRequest({options},getAccessPolicyOperationSpec)}setAccessPolicy(options){
return this.client.sendOperationRequest({options},setAccessPolicyOperationSpec)}restore(options){return this.client.sendOperationRequest({options},restoreOperationSpec)}rename(sourceContainerName2,options){
return this.client.sendOperationRequest({sourceContainerName:sourceContainerName2,options},renameOperationSpec)}submitBatch(contentLength2,multipartContentType2,body2,options){
return this.client.sendOperationRequest({contentLength:contentLength2,multipartContentType:multipartContentType2,body:body2,options},submitBatchOperationSpec2)}filterBlobs(options){
return this.client.sendOperationRequest({options},filterBlobsOperationSpec2)}acquireLease(options){return this.client.sendOperationRequest({options},acquireLeaseOperationSpec)}releaseLease(leaseId2,options){
return this.client.sendOperationRequest({leaseId:leaseId2,options},releaseLeaseOperationSpec)}renewLease(leaseId2,options){return this.client.sendOperationRequest(
{leaseId:leaseId2,options},renewLeaseOperationSpec)}breakLease(options){return this.client.sendOperationRequest({options},breakLeaseOperationSpec)}changeLease(leaseId2,proposedLeaseId2,options){
return this.client.sendOperationRequest({leaseId:leaseId2,proposedLeaseId:proposedLeaseId2,options},changeLeaseOperationSpec)}listBlobFlatSegment(options){return this.
client.sendOperationRequest({options},listBlobFlatSegmentOperationSpec)}listBlobHierarchySegment(delimiter2,options){return this.client.sendOperationRequest({delimiter:delimiter2,
options},listBlobHierarchySegmentOperationSpec)}getAccountInfo(options){return this.client.sendOperationRequest({options},getAccountInfoOperationSpec2)}};var xmlSerializer2=createSerializer(
mappers_exports,true);var createOperationSpec={path:"/{containerName}",httpMethod:"PUT",responses:{201:{headersMapper:ContainerCreateHeaders},default:{bodyMapper:StorageError,
headersMapper:ContainerCreateExceptionHeaders}},queryParameters:[timeoutInSeconds,restype2],urlParameters:[url],headerParameters:[version,requestId,accept1,metadata,
access,defaultEncryptionScope,preventEncryptionScopeOverride],isXML:true,serializer:xmlSerializer2};var getPropertiesOperationSpec2={path:"/{containerName}",httpMethod:"\
GET",responses:{200:{headersMapper:ContainerGetPropertiesHeaders},default:{bodyMapper:StorageError,headersMapper:ContainerGetPropertiesExceptionHeaders}},queryParameters:[
timeoutInSeconds,restype2],urlParameters:[url],headerParameters:[version,requestId,accept1,leaseId],isXML:true,serializer:xmlSerializer2};var deleteOperationSpec={
path:"/{containerName}",httpMethod:"DELETE",responses:{202:{headersMapper:ContainerDeleteHeaders},default:{bodyMapper:StorageError,headersMapper:ContainerDeleteExceptionHeaders}},
queryParameters:[timeoutInSeconds,restype2],urlParameters:[url],headerParameters:[version,requestId,accept1,leaseId,ifModifiedSince,ifUnmodifiedSince],isXML:true,
serializer:xmlSerializer2};var setMetadataOperationSpec={path:"/{containerName}",httpMethod:"PUT",responses:{200:{headersMapper:ContainerSetMetadataHeaders},default:{
bodyMapper:StorageError,headersMapper:ContainerSetMetadataExceptionHeaders}},queryParameters:[timeoutInSeconds,restype2,comp6],urlParameters:[url],headerParameters:[
version,requestId,accept1,metadata,leaseId,ifModifiedSince],isXML:true,serializer:xmlSerializer2};var getAccessPolicyOperationSpec={path:"/{containerName}",httpMethod:"\
GET",responses:{200:{bodyMapper:{type:{name:"Sequence",element:{type:{name:"Composite",className:"SignedIdentifier"}}},serializedName:"SignedIdentifiers",xmlName:"\
SignedIdentifiers",xmlIsWrapped:true,xmlElementName:"SignedIdentifier"},headersMapper:ContainerGetAccessPolicyHeaders},default:{bodyMapper:StorageError,headersMapper:ContainerGetAccessPolicyExceptionHeaders}},
queryParameters:[timeoutInSeconds,restype2,comp7],urlParameters:[url],headerParameters:[version,requestId,accept1,leaseId],isXML:true,serializer:xmlSerializer2};
var setAccessPolicyOperationSpec={path:"/{containerName}",httpMethod:"PUT",responses:{200:{headersMapper:ContainerSetAccessPolicyHeaders},default:{bodyMapper:StorageError,
headersMapper:ContainerSetAccessPolicyExceptionHeaders}},requestBody:containerAcl,queryParameters:[timeoutInSeconds,restype2,comp7],urlParameters:[url],headerParameters:[
contentType,accept,version,requestId,access,leaseId,ifModifiedSince,ifUnmodifiedSince],isXML:true,contentType:"application/xml; charset=utf-8",mediaType:"xml",serializer:xmlSerializer2};
var restoreOperationSpec={path:"/{containerName}",httpMethod:"PUT",responses:{201:{headersMapper:ContainerRestoreHeaders},default:{bodyMapper:StorageError,headersMapper:ContainerRestoreExceptionHeaders}},
queryParameters:[timeoutInSeconds,restype2,comp8],urlParameters:[url],headerParameters:[version,requestId,accept1,deletedContainerName,deletedContainerVersion],
isXML:true,serializer:xmlSerializer2};var renameOperationSpec={path:"/{containerName}",httpMethod:"PUT",responses:{200:{headersMapper:ContainerRenameHeaders},default:{
bodyMapper:StorageError,headersMapper:ContainerRenameExceptionHeaders}},queryParameters:[timeoutInSeconds,restype2,comp9],urlParameters:[url],headerParameters:[
version,requestId,accept1,sourceContainerName,sourceLeaseId],isXML:true,serializer:xmlSerializer2};var submitBatchOperationSpec2={path:"/{containerName}",httpMethod:"\
POST",responses:{202:{bodyMapper:{type:{name:"Stream"},serializedName:"parsedResponse"},headersMapper:ContainerSubmitBatchHeaders},default:{bodyMapper:StorageError,
headersMapper:ContainerSubmitBatchExceptionHeaders}},requestBody:body,queryParameters:[timeoutInSeconds,comp4,restype2],urlParameters:[url],headerParameters:[accept,
version,requestId,contentLength,multipartContentType],isXML:true,contentType:"application/xml; charset=utf-8",mediaType:"xml",serializer:xmlSerializer2};var filterBlobsOperationSpec2={
path:"/{containerName}",httpMethod:"GET",responses:{200:{bodyMapper:FilterBlobSegment,headersMapper:ContainerFilterBlobsHeaders},default:{bodyMapper:StorageError,
headersMapper:ContainerFilterBlobsExceptionHeaders}},queryParameters:[timeoutInSeconds,marker,maxPageSize,comp5,where,restype2],urlParameters:[url],headerParameters:[
version,requestId,accept1],isXML:true,serializer:xmlSerializer2};var acquireLeaseOperationSpec={path:"/{containerName}",httpMethod:"PUT",responses:{201:{headersMapper:ContainerAcquireLeaseHeaders},
default:{bodyMapper:StorageError,headersMapper:ContainerAcquireLeaseExceptionHeaders}},queryParameters:[timeoutInSeconds,restype2,comp10],urlParameters:[url],headerParameters:[
version,requestId,accept1,ifModifiedSince,ifUnmodifiedSince,action,duration,proposedLeaseId],isXML:true,serializer:xmlSerializer2};var releaseLeaseOperationSpec={
path:"/{containerName}",httpMethod:"PUT",responses:{200:{headersMapper:ContainerReleaseLeaseHeaders},default:{bodyMapper:StorageError,headersMapper:ContainerReleaseLeaseExceptionHeaders}},
queryParameters:[timeoutInSeconds,restype2,comp10],urlParameters:[url],headerParameters:[version,requestId,accept1,ifModifiedSince,ifUnmodifiedSince,action1,leaseId1],
isXML:true,serializer:xmlSerializer2};var renewLeaseOperationSpec={path:"/{containerName}",httpMethod:"PUT",responses:{200:{headersMapper:ContainerRenewLeaseHeaders},
default:{bodyMapper:StorageError,headersMapper:ContainerRenewLeaseExceptionHeaders}},queryParameters:[timeoutInSeconds,restype2,comp10],urlParameters:[url],headerParameters:[
version,requestId,accept1,ifModifiedSince,ifUnmodifiedSince,leaseId1,action2],isXML:true,serializer:xmlSerializer2};var breakLeaseOperationSpec={path:"/{contain\
erName}",httpMethod:"PUT",responses:{202:{headersMapper:ContainerBreakLeaseHeaders},default:{bodyMapper:StorageError,headersMapper:ContainerBreakLeaseExceptionHeaders}},
queryParameters:[timeoutInSeconds,restype2,comp10],urlParameters:[url],headerParameters:[version,requestId,accept1,ifModifiedSince,ifUnmodifiedSince,action3,breakPeriod],
isXML:true,serializer:xmlSerializer2};var changeLeaseOperationSpec={path:"/{containerName}",httpMethod:"PUT",responses:{200:{headersMapper:ContainerChangeLeaseHeaders},
default:{bodyMapper:StorageError,headersMapper:ContainerChangeLeaseExceptionHeaders}},queryParameters:[timeoutInSeconds,restype2,comp10],urlParameters:[url],headerParameters:[
version,requestId,accept1,ifModifiedSince,ifUnmodifiedSince,leaseId1,action4,proposedLeaseId1],isXML:true,serializer:xmlSerializer2};var listBlobFlatSegmentOperationSpec={
path:"/{containerName}",httpMethod:"GET",responses:{200:{bodyMapper:ListBlobsFlatSegmentResponse,headersMapper:ContainerListBlobFlatSegmentHeaders},default:{bodyMapper:StorageError,
headersMapper:ContainerListBlobFlatSegmentExceptionHeaders}},queryParameters:[timeoutInSeconds,comp2,prefix,marker,maxPageSize,restype2,include1,startFrom],urlParameters:[
url],headerParameters:[version,requestId,accept1],isXML:true,serializer:xmlSerializer2};var listBlobHierarchySegmentOperationSpec={path:"/{containerName}",httpMethod:"\
GET",responses:{200:{bodyMapper:ListBlobsHierarchySegmentResponse,headersMapper:ContainerListBlobHierarchySegmentHeaders},default:{bodyMapper:StorageError,headersMapper:ContainerListBlobHierarchySegmentExceptionHeaders}},
queryParameters:[timeoutInSeconds,comp2,prefix,marker,maxPageSize,restype2,include1,startFrom,delimiter],urlParameters:[url],headerParameters:[version,requestId,
accept1],isXML:true,serializer:xmlSerializer2};var getAccountInfoOperationSpec2={path:"/{containerName}",httpMethod:"GET",responses:{200:{headersMapper:ContainerGetAccountInfoHeaders},
default:{bodyMapper:StorageError,headersMapper:ContainerGetAccountInfoExceptionHeaders}},queryParameters:[comp,timeoutInSeconds,restype1],urlParameters:[url],headerParameters:[
version,requestId,accept1],isXML:true,serializer:xmlSerializer2};var BlobImpl=class{client;constructor(client){this.client=client}download(options){return this.client.sendOperationRequest({options},downloadOperationSpec)}getProperties(options){
return this.client.sendOperationRequest({options},getPropertiesOperationSpec3)}delete(options){return this.client.sendOperationRequest({options},deleteOperationSpec2)}undelete(options){
return this.client.sendOperationRequest({options},undeleteOperationSpec)}setExpiry(expiryOptions2,options){return this.client.sendOperationRequest({expiryOptions:expiryOptions2,
options},setExpiryOperationSpec)}setHttpHeaders(options){return this.client.sendOperationRequest({options},setHttpHeadersOperationSpec)}setImmutabilityPolicy(options){
return this.client.sendOperationRequest({options},setImmutabilityPolicyOperationSpec)}deleteImmutabilityPolicy(options){return this.client.sendOperationRequest(
{options},deleteImmutabilityPolicyOperationSpec)}setLegalHold(legalHold2,options){return this.client.sendOperationRequest({legalHold:legalHold2,options},setLegalHoldOperationSpec)}setMetadata(options){
return this.client.sendOperationRequest({options},setMetadataOperationSpec2)}acquireLease(options){return this.client.sendOperationRequest({options},acquireLeaseOperationSpec2)}releaseLease(leaseId2,options){
return this.client.sendOperationRequest({leaseId:leaseId2,options},releaseLeaseOperationSpec2)}renewLease(leaseId2,options){return this.client.sendOperationRequest(
{leaseId:leaseId2,options},renewLeaseOperationSpec2)}changeLease(leaseId2,proposedLeaseId2,options){return this.client.sendOperationRequest({leaseId:leaseId2,proposedLeaseId:proposedLeaseId2,
options},changeLeaseOperationSpec2)}breakLease(options){return this.client.sendOperationRequest({options},breakLeaseOperationSpec2)}createSnapshot(options){return this.
client.sendOperationRequest({options},createSnapshotOperationSpec)}startCopyFromURL(copySource2,options){return this.client.sendOperationRequest({copySource:copySource2,
options},startCopyFromURLOperationSpec)}copyFromURL(copySource2,options){return this.client.sendOperationRequest({copySource:copySource2,options},copyFromURLOperationSpec)}abortCopyFromURL(copyId2,options){
return this.client.sendOperationRequest({copyId:copyId2,options},abortCopyFromURLOperationSpec)}setTier(tier2,options){return this.client.sendOperationRequest({
tier:tier2,options},setTierOperationSpec)}getAccountInfo(options){return this.client.sendOperationRequest({options},getAccountInfoOperationSpec3)}query(options){
return this.client.sendOperationRequest({options},queryOperationSpec)}getTags(options){return this.client.sendOperationRequest({options},getTagsOperationSpec)}setTags(options){
return this.client.sendOperationRequest({options},setTagsOperationSpec)}};var xmlSerializer3=createSerializer(mappers_exports,true);var downloadOperationSpec={path:"\
/{containerName}/{blob}",httpMethod:"GET",responses:{200:{bodyMapper:{type:{name:"Stream"},serializedName:"parsedResponse"},headersMapper:BlobDownloadHeaders},206:{
bodyMapper:{type:{name:"Stream"},serializedName:"parsedResponse"},headersMapper:BlobDownloadHeaders},default:{bodyMapper:StorageError,headersMapper:BlobDownloadExceptionHeaders}},
queryParameters:[timeoutInSeconds,snapshot,versionId],urlParameters:[url],headerParameters:[version,requestId,accept1,leaseId,ifModifiedSince,ifUnmodifiedSince,
range2,rangeGetContentMD5,rangeGetContentCRC64,encryptionKey,encryptionKeySha256,encryptionAlgorithm,ifMatch,ifNoneMatch,ifTags],isXML:true,serializer:xmlSerializer3};
var getPropertiesOperationSpec3={path:"/{containerName}/{blob}",httpMethod:"HEAD",responses:{200:{headersMapper:BlobGetPropertiesHeaders},default:{bodyMapper:StorageError,
headersMapper:BlobGetPropertiesExceptionHeaders}},queryParameters:[timeoutInSeconds,snapshot,versionId],urlParameters:[url],headerParameters:[version,requestId,
accept1,leaseId,ifModifiedSince,ifUnmodifiedSince,encryptionKey,encryptionKeySha256,encryptionAlgorithm,ifMatch,ifNoneMatch,ifTags],isXML:true,serializer:xmlSerializer3};
var deleteOperationSpec2={path:"/{containerName}/{blob}",httpMethod:"DELETE",responses:{202:{headersMapper:BlobDeleteHeaders},default:{bodyMapper:StorageError,headersMapper:BlobDeleteExceptionHeaders}},
queryParameters:[timeoutInSeconds,snapshot,versionId,blobDeleteType],urlParameters:[url],headerParameters:[version,requestId,accept1,leaseId,ifModifiedSince,ifUnmodifiedSince,
ifMatch,ifNoneMatch,ifTags,deleteSnapshots],isXML:true,serializer:xmlSerializer3};var undeleteOperationSpec={path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{
200:{headersMapper:BlobUndeleteHeaders},default:{bodyMapper:StorageError,headersMapper:BlobUndeleteExceptionHeaders}},queryParameters:[timeoutInSeconds,comp8],urlParameters:[
url],headerParameters:[version,requestId,accept1],isXML:true,serializer:xmlSerializer3};var setExpiryOperationSpec={path:"/{containerName}/{blob}",httpMethod:"P\
UT",responses:{200:{headersMapper:BlobSetExpiryHeaders},default:{bodyMapper:StorageError,headersMapper:BlobSetExpiryExceptionHeaders}},queryParameters:[timeoutInSeconds,
comp11],urlParameters:[url],headerParameters:[version,requestId,accept1,expiryOptions,expiresOn],isXML:true,serializer:xmlSerializer3};var setHttpHeadersOperationSpec={
path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{200:{headersMapper:BlobSetHttpHeadersHeaders},default:{bodyMapper:StorageError,headersMapper:BlobSetHttpHeadersExceptionHeaders}},
queryParameters:[comp,timeoutInSeconds],urlParameters:[url],headerParameters:[version,requestId,accept1,leaseId,ifModifiedSince,ifUnmodifiedSince,ifMatch,ifNoneMatch,
ifTags,blobCacheControl,blobContentType,blobContentMD5,blobContentEncoding,blobContentLanguage,blobContentDisposition],isXML:true,serializer:xmlSerializer3};var setImmutabilityPolicyOperationSpec={
path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{200:{headersMapper:BlobSetImmutabilityPolicyHeaders},default:{bodyMapper:StorageError,headersMapper:BlobSetImmutabilityPolicyExceptionHeaders}},
queryParameters:[timeoutInSeconds,snapshot,versionId,comp12],urlParameters:[url],headerParameters:[version,requestId,accept1,ifUnmodifiedSince,immutabilityPolicyExpiry,
immutabilityPolicyMode],isXML:true,serializer:xmlSerializer3};var deleteImmutabilityPolicyOperationSpec={path:"/{containerName}/{blob}",httpMethod:"DELETE",responses:{
200:{headersMapper:BlobDeleteImmutabilityPolicyHeaders},default:{bodyMapper:StorageError,headersMapper:BlobDeleteImmutabilityPolicyExceptionHeaders}},queryParameters:[
timeoutInSeconds,snapshot,versionId,comp12],urlParameters:[url],headerParameters:[version,requestId,accept1],isXML:true,serializer:xmlSerializer3};var setLegalHoldOperationSpec={
path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{200:{headersMapper:BlobSetLegalHoldHeaders},default:{bodyMapper:StorageError,headersMapper:BlobSetLegalHoldExceptionHeaders}},
queryParameters:[timeoutInSeconds,snapshot,versionId,comp13],urlParameters:[url],headerParameters:[version,requestId,accept1,legalHold],isXML:true,serializer:xmlSerializer3};
var setMetadataOperationSpec2={path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{200:{headersMapper:BlobSetMetadataHeaders},default:{bodyMapper:StorageError,
headersMapper:BlobSetMetadataExceptionHeaders}},queryParameters:[timeoutInSeconds,comp6],urlParameters:[url],headerParameters:[version,requestId,accept1,metadata,
leaseId,ifModifiedSince,ifUnmodifiedSince,encryptionKey,encryptionKeySha256,encryptionAlgorithm,ifMatch,ifNoneMatch,ifTags,encryptionScope],isXML:true,serializer:xmlSerializer3};
var acquireLeaseOperationSpec2={path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{201:{headersMapper:BlobAcquireLeaseHeaders},default:{bodyMapper:StorageError,
headersMapper:BlobAcquireLeaseExceptionHeaders}},queryParameters:[timeoutInSeconds,comp10],urlParameters:[url],headerParameters:[version,requestId,accept1,ifModifiedSince,
ifUnmodifiedSince,action,duration,proposedLeaseId,ifMatch,ifNoneMatch,ifTags],isXML:true,serializer:xmlSerializer3};var releaseLeaseOperationSpec2={path:"/{cont\
ainerName}/{blob}",httpMethod:"PUT",responses:{200:{headersMapper:BlobReleaseLeaseHeaders},default:{bodyMapper:StorageError,headersMapper:BlobReleaseLeaseExceptionHeaders}},
queryParameters:[timeoutInSeconds,comp10],urlParameters:[url],headerParameters:[version,requestId,accept1,ifModifiedSince,ifUnmodifiedSince,action1,leaseId1,ifMatch,
ifNoneMatch,ifTags],isXML:true,serializer:xmlSerializer3};var renewLeaseOperationSpec2={path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{200:{headersMapper:BlobRenewLeaseHeaders},
default:{bodyMapper:StorageError,headersMapper:BlobRenewLeaseExceptionHeaders}},queryParameters:[timeoutInSeconds,comp10],urlParameters:[url],headerParameters:[
version,requestId,accept1,ifModifiedSince,ifUnmodifiedSince,leaseId1,action2,ifMatch,ifNoneMatch,ifTags],isXML:true,serializer:xmlSerializer3};var changeLeaseOperationSpec2={
path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{200:{headersMapper:BlobChangeLeaseHeaders},default:{bodyMapper:StorageError,headersMapper:BlobChangeLeaseExceptionHeaders}},
queryParameters:[timeoutInSeconds,comp10],urlParameters:[url],headerParameters:[version,requestId,accept1,ifModifiedSince,ifUnmodifiedSince,leaseId1,action4,proposedLeaseId1,
ifMatch,ifNoneMatch,ifTags],isXML:true,serializer:xmlSerializer3};var breakLeaseOperationSpec2={path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{202:{
headersMapper:BlobBreakLeaseHeaders},default:{bodyMapper:StorageError,headersMapper:BlobBreakLeaseExceptionHeaders}},queryParameters:[timeoutInSeconds,comp10],urlParameters:[
url],headerParameters:[version,requestId,accept1,ifModifiedSince,ifUnmodifiedSince,action3,breakPeriod,ifMatch,ifNoneMatch,ifTags],isXML:true,serializer:xmlSerializer3};
var createSnapshotOperationSpec={path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{201:{headersMapper:BlobCreateSnapshotHeaders},default:{bodyMapper:StorageError,
headersMapper:BlobCreateSnapshotExceptionHeaders}},queryParameters:[timeoutInSeconds,comp14],urlParameters:[url],headerParameters:[version,requestId,accept1,metadata,
leaseId,ifModifiedSince,ifUnmodifiedSince,encryptionKey,encryptionKeySha256,encryptionAlgorithm,ifMatch,ifNoneMatch,ifTags,encryptionScope],isXML:true,serializer:xmlSerializer3};
var startCopyFromURLOperationSpec={path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{202:{headersMapper:BlobStartCopyFromURLHeaders},default:{bodyMapper:StorageError,
headersMapper:BlobStartCopyFromURLExceptionHeaders}},queryParameters:[timeoutInSeconds],urlParameters:[url],headerParameters:[version,requestId,accept1,metadata,
leaseId,ifModifiedSince,ifUnmodifiedSince,ifMatch,ifNoneMatch,ifTags,immutabilityPolicyExpiry,immutabilityPolicyMode,tier,rehydratePriority,sourceIfModifiedSince,
sourceIfUnmodifiedSince,sourceIfMatch,sourceIfNoneMatch,sourceIfTags,copySource,blobTagsString,sealBlob,legalHold1],isXML:true,serializer:xmlSerializer3};var copyFromURLOperationSpec={
path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{202:{headersMapper:BlobCopyFromURLHeaders},default:{bodyMapper:StorageError,headersMapper:BlobCopyFromURLExceptionHeaders}},
queryParameters:[timeoutInSeconds],urlParameters:[url],headerParameters:[version,requestId,accept1,metadata,leaseId,ifModifiedSince,ifUnmodifiedSince,ifMatch,ifNoneMatch,
ifTags,immutabilityPolicyExpiry,immutabilityPolicyMode,encryptionScope,tier,sourceIfModifiedSince,sourceIfUnmodifiedSince,sourceIfMatch,sourceIfNoneMatch,copySource,
blobTagsString,legalHold1,xMsRequiresSync,sourceContentMD5,copySourceAuthorization,copySourceTags,fileRequestIntent],isXML:true,serializer:xmlSerializer3};var abortCopyFromURLOperationSpec={
path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{204:{headersMapper:BlobAbortCopyFromURLHeaders},default:{bodyMapper:StorageError,headersMapper:BlobAbortCopyFromURLExceptionHeaders}},
queryParameters:[timeoutInSeconds,comp15,copyId],urlParameters:[url],headerParameters:[version,requestId,accept1,leaseId,copyActionAbortConstant],isXML:true,serializer:xmlSerializer3};
var setTierOperationSpec={path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{200:{headersMapper:BlobSetTierHeaders},202:{headersMapper:BlobSetTierHeaders},
default:{bodyMapper:StorageError,headersMapper:BlobSetTierExceptionHeaders}},queryParameters:[timeoutInSeconds,snapshot,versionId,comp16],urlParameters:[url],headerParameters:[
version,requestId,accept1,leaseId,ifTags,rehydratePriority,tier1],isXML:true,serializer:xmlSerializer3};var getAccountInfoOperationSpec3={path:"/{containerName}\
/{blob}",httpMethod:"GET",responses:{200:{headersMapper:BlobGetAccountInfoHeaders},default:{bodyMapper:StorageError,headersMapper:BlobGetAccountInfoExceptionHeaders}},
queryParameters:[comp,timeoutInSeconds,restype1],urlParameters:[url],headerParameters:[version,requestId,accept1],isXML:true,serializer:xmlSerializer3};var queryOperationSpec={
path:"/{containerName}/{blob}",httpMethod:"POST",responses:{200:{bodyMapper:{type:{name:"Stream"},serializedName:"parsedResponse"},headersMapper:BlobQueryHeaders},
206:{bodyMapper:{type:{name:"Stream"},serializedName:"parsedResponse"},headersMapper:BlobQueryHeaders},default:{bodyMapper:StorageError,headersMapper:BlobQueryExceptionHeaders}},
requestBody:queryRequest,queryParameters:[timeoutInSeconds,snapshot,comp17],urlParameters:[url],headerParameters:[contentType,accept,version,requestId,leaseId,ifModifiedSince,
ifUnmodifiedSince,encryptionKey,encryptionKeySha256,encryptionAlgorithm,ifMatch,ifNoneMatch,ifTags],isXML:true,contentType:"application/xml; charset=utf-8",mediaType:"\
xml",serializer:xmlSerializer3};var getTagsOperationSpec={path:"/{containerName}/{blob}",httpMethod:"GET",responses:{200:{bodyMapper:BlobTags,headersMapper:BlobGetTagsHeaders},
default:{bodyMapper:StorageError,headersMapper:BlobGetTagsExceptionHeaders}},queryParameters:[timeoutInSeconds,snapshot,versionId,comp18],urlParameters:[url],headerParameters:[
version,requestId,accept1,leaseId,ifTags,ifModifiedSince1,ifUnmodifiedSince1,ifMatch1,ifNoneMatch1],isXML:true,serializer:xmlSerializer3};var setTagsOperationSpec={
path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{204:{headersMapper:BlobSetTagsHeaders},default:{bodyMapper:StorageError,headersMapper:BlobSetTagsExceptionHeaders}},
requestBody:tags,queryParameters:[timeoutInSeconds,versionId,comp18],urlParameters:[url],headerParameters:[contentType,accept,version,requestId,leaseId,ifTags,ifModifiedSince1,
ifUnmodifiedSince1,ifMatch1,ifNoneMatch1,transactionalContentMD5,transactionalContentCrc64],isXML:true,contentType:"application/xml; charset=utf-8",mediaType:"x\
ml",serializer:xmlSerializer3};var PageBlobImpl=class{client;constructor(client){this.client=client}create(contentLength2,blobContentLength2,options){return this.client.sendOperationRequest({
contentLength:contentLength2,blobContentLength:blobContentLength2,options},createOperationSpec2)}uploadPages(contentLength2,body2,options){return this.client.sendOperationRequest(
{contentLength:contentLength2,body:body2,options},uploadPagesOperationSpec)}clearPages(contentLength2,options){return this.client.sendOperationRequest({contentLength:contentLength2,
options},clearPagesOperationSpec)}uploadPagesFromURL(sourceUrl2,sourceRange2,contentLength2,range3,options){return this.client.sendOperationRequest({sourceUrl:sourceUrl2,
sourceRange:sourceRange2,contentLength:contentLength2,range:range3,options},uploadPagesFromURLOperationSpec)}getPageRanges(options){return this.client.sendOperationRequest(
{options},getPageRangesOperationSpec)}getPageRangesDiff(options){return this.client.sendOperationRequest({options},getPageRangesDiffOperationSpec)}resize(blobContentLength2,options){
return this.client.sendOperationRequest({blobContentLength:blobContentLength2,options},resizeOperationSpec)}updateSequenceNumber(sequenceNumberAction2,options){
return this.client.sendOperationRequest({sequenceNumberAction:sequenceNumberAction2,options},updateSequenceNumberOperationSpec)}copyIncremental(copySource2,options){
return this.client.sendOperationRequest({copySource:copySource2,options},copyIncrementalOperationSpec)}};var xmlSerializer4=createSerializer(mappers_exports,true);
var createOperationSpec2={path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{201:{headersMapper:PageBlobCreateHeaders},default:{bodyMapper:StorageError,
headersMapper:PageBlobCreateExceptionHeaders}},queryParameters:[timeoutInSeconds],urlParameters:[url],headerParameters:[version,requestId,accept1,contentLength,
metadata,leaseId,ifModifiedSince,ifUnmodifiedSince,encryptionKey,encryptionKeySha256,encryptionAlgorithm,ifMatch,ifNoneMatch,ifTags,blobCacheControl,blobContentType,
blobContentMD5,blobContentEncoding,blobContentLanguage,blobContentDisposition,immutabilityPolicyExpiry,immutabilityPolicyMode,encryptionScope,tier,blobTagsString,
legalHold1,blobType,blobContentLength,blobSequenceNumber],isXML:true,serializer:xmlSerializer4};var uploadPagesOperationSpec={path:"/{containerName}/{blob}",httpMethod:"\
PUT",responses:{201:{headersMapper:PageBlobUploadPagesHeaders},default:{bodyMapper:StorageError,headersMapper:PageBlobUploadPagesExceptionHeaders}},requestBody:body1,
queryParameters:[timeoutInSeconds,comp19],urlParameters:[url],headerParameters:[version,requestId,contentLength,leaseId,ifModifiedSince,ifUnmodifiedSince,range2,
encryptionKey,encryptionKeySha256,encryptionAlgorithm,ifMatch,ifNoneMatch,ifTags,encryptionScope,transactionalContentMD5,transactionalContentCrc64,contentType1,
accept2,pageWrite,ifSequenceNumberLessThanOrEqualTo,ifSequenceNumberLessThan,ifSequenceNumberEqualTo],isXML:true,contentType:"application/xml; charset=utf-8",mediaType:"\
binary",serializer:xmlSerializer4};var clearPagesOperationSpec={path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{201:{headersMapper:PageBlobClearPagesHeaders},
default:{bodyMapper:StorageError,headersMapper:PageBlobClearPagesExceptionHeaders}},queryParameters:[timeoutInSeconds,comp19],urlParameters:[url],headerParameters:[
version,requestId,accept1,contentLength,leaseId,ifModifiedSince,ifUnmodifiedSince,range2,encryptionKey,encryptionKeySha256,encryptionAlgorithm,ifMatch,ifNoneMatch,
ifTags,encryptionScope,ifSequenceNumberLessThanOrEqualTo,ifSequenceNumberLessThan,ifSequenceNumberEqualTo,pageWrite1],isXML:true,serializer:xmlSerializer4};var uploadPagesFromURLOperationSpec={
path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{201:{headersMapper:PageBlobUploadPagesFromURLHeaders},default:{bodyMapper:StorageError,headersMapper:PageBlobUploadPagesFromURLExceptionHeaders}},
queryParameters:[timeoutInSeconds,comp19],urlParameters:[url],headerParameters:[version,requestId,accept1,contentLength,leaseId,ifModifiedSince,ifUnmodifiedSince,
encryptionKey,encryptionKeySha256,encryptionAlgorithm,ifMatch,ifNoneMatch,ifTags,encryptionScope,sourceIfModifiedSince,sourceIfUnmodifiedSince,sourceIfMatch,sourceIfNoneMatch,
sourceContentMD5,copySourceAuthorization,fileRequestIntent,pageWrite,ifSequenceNumberLessThanOrEqualTo,ifSequenceNumberLessThan,ifSequenceNumberEqualTo,sourceUrl,
sourceRange,sourceContentCrc64,range1],isXML:true,serializer:xmlSerializer4};var getPageRangesOperationSpec={path:"/{containerName}/{blob}",httpMethod:"GET",responses:{
200:{bodyMapper:PageList,headersMapper:PageBlobGetPageRangesHeaders},default:{bodyMapper:StorageError,headersMapper:PageBlobGetPageRangesExceptionHeaders}},queryParameters:[
timeoutInSeconds,marker,maxPageSize,snapshot,comp20],urlParameters:[url],headerParameters:[version,requestId,accept1,leaseId,ifModifiedSince,ifUnmodifiedSince,range2,
ifMatch,ifNoneMatch,ifTags],isXML:true,serializer:xmlSerializer4};var getPageRangesDiffOperationSpec={path:"/{containerName}/{blob}",httpMethod:"GET",responses:{
200:{bodyMapper:PageList,headersMapper:PageBlobGetPageRangesDiffHeaders},default:{bodyMapper:StorageError,headersMapper:PageBlobGetPageRangesDiffExceptionHeaders}},
queryParameters:[timeoutInSeconds,marker,maxPageSize,snapshot,comp20,prevsnapshot],urlParameters:[url],headerParameters:[version,requestId,accept1,leaseId,ifModifiedSince,
ifUnmodifiedSince,range2,ifMatch,ifNoneMatch,ifTags,prevSnapshotUrl],isXML:true,serializer:xmlSerializer4};var resizeOperationSpec={path:"/{containerName}/{blob\
}",httpMethod:"PUT",responses:{200:{headersMapper:PageBlobResizeHeaders},default:{bodyMapper:StorageError,headersMapper:PageBlobResizeExceptionHeaders}},queryParameters:[
comp,timeoutInSeconds],urlParameters:[url],headerParameters:[version,requestId,accept1,leaseId,ifModifiedSince,ifUnmodifiedSince,encryptionKey,encryptionKeySha256,
encryptionAlgorithm,ifMatch,ifNoneMatch,ifTags,encryptionScope,blobContentLength],isXML:true,serializer:xmlSerializer4};var updateSequenceNumberOperationSpec={path:"\
/{containerName}/{blob}",httpMethod:"PUT",responses:{200:{headersMapper:PageBlobUpdateSequenceNumberHeaders},default:{bodyMapper:StorageError,headersMapper:PageBlobUpdateSequenceNumberExceptionHeaders}},
queryParameters:[comp,timeoutInSeconds],urlParameters:[url],headerParameters:[version,requestId,accept1,leaseId,ifModifiedSince,ifUnmodifiedSince,ifMatch,ifNoneMatch,
ifTags,blobSequenceNumber,sequenceNumberAction],isXML:true,serializer:xmlSerializer4};var copyIncrementalOperationSpec={path:"/{containerName}/{blob}",httpMethod:"\
PUT",responses:{202:{headersMapper:PageBlobCopyIncrementalHeaders},default:{bodyMapper:StorageError,headersMapper:PageBlobCopyIncrementalExceptionHeaders}},queryParameters:[
timeoutInSeconds,comp21],urlParameters:[url],headerParameters:[version,requestId,accept1,ifModifiedSince,ifUnmodifiedSince,ifMatch,ifNoneMatch,ifTags,copySource],
isXML:true,serializer:xmlSerializer4};var AppendBlobImpl=class{client;constructor(client){this.client=client}create(contentLength2,options){return this.client.sendOperationRequest({contentLength:contentLength2,
options},createOperationSpec3)}appendBlock(contentLength2,body2,options){return this.client.sendOperationRequest({contentLength:contentLength2,body:body2,options},
appendBlockOperationSpec)}appendBlockFromUrl(sourceUrl2,contentLength2,options){return this.client.sendOperationRequest({sourceUrl:sourceUrl2,contentLength:contentLength2,
options},appendBlockFromUrlOperationSpec)}seal(options){return this.client.sendOperationRequest({options},sealOperationSpec)}};var xmlSerializer5=createSerializer(
mappers_exports,true);var createOperationSpec3={path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{201:{headersMapper:AppendBlobCreateHeaders},default:{
bodyMapper:StorageError,headersMapper:AppendBlobCreateExceptionHeaders}},queryParameters:[timeoutInSeconds],urlParameters:[url],headerParameters:[version,requestId,
accept1,contentLength,metadata,leaseId,ifModifiedSince,ifUnmodifiedSince,encryptionKey,encryptionKeySha256,encryptionAlgorithm,ifMatch,ifNoneMatch,ifTags,blobCacheControl,
blobContentType,blobContentMD5,blobContentEncoding,blobContentLanguage,blobContentDisposition,immutabilityPolicyExpiry,immutabilityPolicyMode,encryptionScope,blobTagsString,
legalHold1,blobType1],isXML:true,serializer:xmlSerializer5};var appendBlockOperationSpec={path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{201:{headersMapper:AppendBlobAppendBlockHeaders},
default:{bodyMapper:StorageError,headersMapper:AppendBlobAppendBlockExceptionHeaders}},requestBody:body1,queryParameters:[timeoutInSeconds,comp22],urlParameters:[
url],headerParameters:[version,requestId,contentLength,leaseId,ifModifiedSince,ifUnmodifiedSince,encryptionKey,encryptionKeySha256,encryptionAlgorithm,ifMatch,ifNoneMatch,
ifTags,encryptionScope,transactionalContentMD5,transactionalContentCrc64,contentType1,accept2,maxSize,appendPosition],isXML:true,contentType:"application/xml; c\
harset=utf-8",mediaType:"binary",serializer:xmlSerializer5};var appendBlockFromUrlOperationSpec={path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{201:{
headersMapper:AppendBlobAppendBlockFromUrlHeaders},default:{bodyMapper:StorageError,headersMapper:AppendBlobAppendBlockFromUrlExceptionHeaders}},queryParameters:[
timeoutInSeconds,comp22],urlParameters:[url],headerParameters:[version,requestId,accept1,contentLength,leaseId,ifModifiedSince,ifUnmodifiedSince,encryptionKey,encryptionKeySha256,
encryptionAlgorithm,ifMatch,ifNoneMatch,ifTags,encryptionScope,sourceIfModifiedSince,sourceIfUnmodifiedSince,sourceIfMatch,sourceIfNoneMatch,sourceContentMD5,copySourceAuthorization,
fileRequestIntent,transactionalContentMD5,sourceUrl,sourceContentCrc64,maxSize,appendPosition,sourceRange1],isXML:true,serializer:xmlSerializer5};var sealOperationSpec={
path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{200:{headersMapper:AppendBlobSealHeaders},default:{bodyMapper:StorageError,headersMapper:AppendBlobSealExceptionHeaders}},
queryParameters:[timeoutInSeconds,comp23],urlParameters:[url],headerParameters:[version,requestId,accept1,leaseId,ifModifiedSince,ifUnmodifiedSince,ifMatch,ifNoneMatch,
appendPosition],isXML:true,serializer:xmlSerializer5};var BlockBlobImpl=class{client;constructor(client){this.client=client}upload(contentLength2,body2,options){return this.client.sendOperationRequest({contentLength:contentLength2,
body:body2,options},uploadOperationSpec)}putBlobFromUrl(contentLength2,copySource2,options){return this.client.sendOperationRequest({contentLength:contentLength2,
copySource:copySource2,options},putBlobFromUrlOperationSpec)}stageBlock(blockId2,contentLength2,body2,options){return this.client.sendOperationRequest({blockId:blockId2,
contentLength:contentLength2,body:body2,options},stageBlockOperationSpec)}stageBlockFromURL(blockId2,contentLength2,sourceUrl2,options){return this.client.sendOperationRequest(
{blockId:blockId2,contentLength:contentLength2,sourceUrl:sourceUrl2,options},stageBlockFromURLOperationSpec)}commitBlockList(blocks2,options){return this.client.
sendOperationRequest({blocks:blocks2,options},commitBlockListOperationSpec)}getBlockList(listType2,options){return this.client.sendOperationRequest({listType:listType2,
options},getBlockListOperationSpec)}};var xmlSerializer6=createSerializer(mappers_exports,true);var uploadOperationSpec={path:"/{containerName}/{blob}",httpMethod:"\
PUT",responses:{201:{headersMapper:BlockBlobUploadHeaders},default:{bodyMapper:StorageError,headersMapper:BlockBlobUploadExceptionHeaders}},requestBody:body1,queryParameters:[
timeoutInSeconds],urlParameters:[url],headerParameters:[version,requestId,contentLength,metadata,leaseId,ifModifiedSince,ifUnmodifiedSince,encryptionKey,encryptionKeySha256,
encryptionAlgorithm,ifMatch,ifNoneMatch,ifTags,blobCacheControl,blobContentType,blobContentMD5,blobContentEncoding,blobContentLanguage,blobContentDisposition,immutabilityPolicyExpiry,
immutabilityPolicyMode,encryptionScope,tier,blobTagsString,legalHold1,transactionalContentMD5,transactionalContentCrc64,contentType1,accept2,blobType2],isXML:true,
contentType:"application/xml; charset=utf-8",mediaType:"binary",serializer:xmlSerializer6};var putBlobFromUrlOperationSpec={path:"/{containerName}/{blob}",httpMethod:"\
PUT",responses:{201:{headersMapper:BlockBlobPutBlobFromUrlHeaders},default:{bodyMapper:StorageError,headersMapper:BlockBlobPutBlobFromUrlExceptionHeaders}},queryParameters:[
timeoutInSeconds],urlParameters:[url],headerParameters:[version,requestId,accept1,contentLength,metadata,leaseId,ifModifiedSince,ifUnmodifiedSince,encryptionKey,
encryptionKeySha256,encryptionAlgorithm,ifMatch,ifNoneMatch,ifTags,blobCacheControl,blobContentType,blobContentMD5,blobContentEncoding,blobContentLanguage,blobContentDisposition,
encryptionScope,tier,sourceIfModifiedSince,sourceIfUnmodifiedSince,sourceIfMatch,sourceIfNoneMatch,sourceIfTags,copySource,blobTagsString,sourceContentMD5,copySourceAuthorization,
copySourceTags,fileRequestIntent,transactionalContentMD5,blobType2,copySourceBlobProperties],isXML:true,serializer:xmlSerializer6};var stageBlockOperationSpec={
path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{201:{headersMapper:BlockBlobStageBlockHeaders},default:{bodyMapper:StorageError,headersMapper:BlockBlobStageBlockExceptionHeaders}},
requestBody:body1,queryParameters:[timeoutInSeconds,comp24,blockId],urlParameters:[url],headerParameters:[version,requestId,contentLength,leaseId,encryptionKey,
encryptionKeySha256,encryptionAlgorithm,encryptionScope,transactionalContentMD5,transactionalContentCrc64,contentType1,accept2],isXML:true,contentType:"applicat\
ion/xml; charset=utf-8",mediaType:"binary",serializer:xmlSerializer6};var stageBlockFromURLOperationSpec={path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{
201:{headersMapper:BlockBlobStageBlockFromURLHeaders},default:{bodyMapper:StorageError,headersMapper:BlockBlobStageBlockFromURLExceptionHeaders}},queryParameters:[
timeoutInSeconds,comp24,blockId],urlParameters:[url],headerParameters:[version,requestId,accept1,contentLength,leaseId,encryptionKey,encryptionKeySha256,encryptionAlgorithm,
encryptionScope,sourceIfModifiedSince,sourceIfUnmodifiedSince,sourceIfMatch,sourceIfNoneMatch,sourceContentMD5,copySourceAuthorization,fileRequestIntent,sourceUrl,
sourceContentCrc64,sourceRange1],isXML:true,serializer:xmlSerializer6};var commitBlockListOperationSpec={path:"/{containerName}/{blob}",httpMethod:"PUT",responses:{
201:{headersMapper:BlockBlobCommitBlockListHeaders},default:{bodyMapper:StorageError,headersMapper:BlockBlobCommitBlockListExceptionHeaders}},requestBody:blocks,
queryParameters:[timeoutInSeconds,comp25],urlParameters:[url],headerParameters:[contentType,accept,version,requestId,metadata,leaseId,ifModifiedSince,ifUnmodifiedSince,
encryptionKey,encryptionKeySha256,encryptionAlgorithm,ifMatch,ifNoneMatch,ifTags,blobCacheControl,blobContentType,blobContentMD5,blobContentEncoding,blobContentLanguage,
blobContentDisposition,immutabilityPolicyExpiry,immutabilityPolicyMode,encryptionScope,tier,blobTagsString,legalHold1,transactionalContentMD5,transactionalContentCrc64],
isXML:true,contentType:"application/xml; charset=utf-8",mediaType:"xml",serializer:xmlSerializer6};var getBlockListOperationSpec={path:"/{containerName}/{blob}",
httpMethod:"GET",responses:{200:{bodyMapper:BlockList,headersMapper:BlockBlobGetBlockListHeaders},default:{bodyMapper:StorageError,headersMapper:BlockBlobGetBlockListExceptionHeaders}},
queryParameters:[timeoutInSeconds,snapshot,comp25,listType],urlParameters:[url],headerParameters:[version,requestId,accept1,leaseId,ifTags],isXML:true,serializer:xmlSerializer6};var StorageClient=class extends ExtendedServiceClient{url;version;constructor(url2,options){if(url2===void 0){throw new Error("'url' cannot be null")}if(!options){
options={}}const defaults2={requestContentType:"application/json; charset=utf-8"};const packageDetails=`azsdk-js-azure-storage-blob/12.30.0`;const userAgentPrefix=options.
userAgentOptions&&options.userAgentOptions.userAgentPrefix?`${options.userAgentOptions.userAgentPrefix} ${packageDetails}`:`${packageDetails}`;const optionsWithDefaults={
...defaults2,...options,userAgentOptions:{userAgentPrefix},endpoint:options.endpoint??options.baseUri??"{url}"};super(optionsWithDefaults);this.url=url2;this.version=
options.version||"2026-02-06";this.service=new ServiceImpl(this);this.container=new ContainerImpl(this);this.blob=new BlobImpl(this);this.pageBlob=new PageBlobImpl(
this);this.appendBlob=new AppendBlobImpl(this);this.blockBlob=new BlockBlobImpl(this)}service;container;blob;pageBlob;appendBlob;blockBlob};var StorageContextClient=class extends StorageClient{async sendOperationRequest(operationArguments,operationSpec){const operationSpecToSend={...operationSpec};if(operationSpecToSend.
path==="/{containerName}"||operationSpecToSend.path==="/{containerName}/{blob}"){operationSpecToSend.path=""}return super.sendOperationRequest(operationArguments,
operationSpecToSend)}};function escapeURLPath(url2){const urlParsed=new URL(url2);let path10=urlParsed.pathname;path10=path10||"/";path10=escape2(path10);urlParsed.pathname=path10;return urlParsed.
toString()}function getProxyUriFromDevConnString(connectionString){let proxyUri="";if(connectionString.search("DevelopmentStorageProxyUri=")!==-1){const matchCredentials=connectionString.
split(";");for(const element of matchCredentials){if(element.trim().startsWith("DevelopmentStorageProxyUri=")){proxyUri=element.trim().match("DevelopmentStorage\
ProxyUri=(.*)")[1]}}}return proxyUri}function getValueInConnString(connectionString,argument){const elements=connectionString.split(";");for(const element of elements){
if(element.trim().startsWith(argument)){return element.trim().match(argument+"=(.*)")[1]}}return""}function extractConnectionStringParts(connectionString){let proxyUri="";
if(connectionString.startsWith("UseDevelopmentStorage=true")){proxyUri=getProxyUriFromDevConnString(connectionString);connectionString=DevelopmentConnectionString}
let blobEndpoint=getValueInConnString(connectionString,"BlobEndpoint");blobEndpoint=blobEndpoint.endsWith("/")?blobEndpoint.slice(0,-1):blobEndpoint;if(connectionString.
search("DefaultEndpointsProtocol=")!==-1&&connectionString.search("AccountKey=")!==-1){let defaultEndpointsProtocol="";let accountName="";let accountKey=Buffer.
from("accountKey","base64");let endpointSuffix="";accountName=getValueInConnString(connectionString,"AccountName");accountKey=Buffer.from(getValueInConnString(connectionString,
"AccountKey"),"base64");if(!blobEndpoint){defaultEndpointsProtocol=getValueInConnString(connectionString,"DefaultEndpointsProtocol");const protocol=defaultEndpointsProtocol.
toLowerCase();if(protocol!=="https"&&protocol!=="http"){throw new Error("Invalid DefaultEndpointsProtocol in the provided Connection String. Expecting 'https' o\
r 'http'")}endpointSuffix=getValueInConnString(connectionString,"EndpointSuffix");if(!endpointSuffix){throw new Error("Invalid EndpointSuffix in the provided Co\
nnection String")}blobEndpoint=`${defaultEndpointsProtocol}://${accountName}.blob.${endpointSuffix}`}if(!accountName){throw new Error("Invalid AccountName in th\
e provided Connection String")}else if(accountKey.length===0){throw new Error("Invalid AccountKey in the provided Connection String")}return{kind:"AccountConnSt\
ring",url:blobEndpoint,accountName,accountKey,proxyUri}}else{let accountSas=getValueInConnString(connectionString,"SharedAccessSignature");let accountName=getValueInConnString(
connectionString,"AccountName");if(!accountName){accountName=getAccountNameFromUrl(blobEndpoint)}if(!blobEndpoint){throw new Error("Invalid BlobEndpoint in the \
provided SAS Connection String")}else if(!accountSas){throw new Error("Invalid SharedAccessSignature in the provided SAS Connection String")}if(accountSas.startsWith(
"?")){accountSas=accountSas.substring(1)}return{kind:"SASConnString",url:blobEndpoint,accountName,accountSas}}}function escape2(text){return encodeURIComponent(
text).replace(/%2F/g,"/").replace(/'/g,"%27").replace(/\+/g,"%20").replace(/%25/g,"%")}function appendToURLPath(url2,name){const urlParsed=new URL(url2);let path10=urlParsed.
pathname;path10=path10?path10.endsWith("/")?`${path10}${name}`:`${path10}/${name}`:name;urlParsed.pathname=path10;return urlParsed.toString()}function setURLParameter(url2,name,value){
const urlParsed=new URL(url2);const encodedName=encodeURIComponent(name);const encodedValue=value?encodeURIComponent(value):void 0;const searchString=urlParsed.
search===""?"?":urlParsed.search;const searchPieces=[];for(const pair of searchString.slice(1).split("&")){if(pair){const[key]=pair.split("=",2);if(key!==encodedName){
searchPieces.push(pair)}}}if(encodedValue){searchPieces.push(`${encodedName}=${encodedValue}`)}urlParsed.search=searchPieces.length?`?${searchPieces.join("&")}`:
"";return urlParsed.toString()}function getURLParameter(url2,name){const urlParsed=new URL(url2);return urlParsed.searchParams.get(name)??void 0}function getURLScheme(url2){try{const urlParsed=new URL(url2);return urlParsed.protocol.endsWith(":")?urlParsed.protocol.slice(0,-1):urlParsed.protocol}catch(e){
return void 0}}function appendToURLQuery(url2,queryParts){const urlParsed=new URL(url2);let query=urlParsed.search;if(query){query+="&"+queryParts}else{query=queryParts}urlParsed.
search=query;return urlParsed.toString()}function truncatedISO8061Date(date,withMilliseconds=true){const dateString=date.toISOString();return withMilliseconds?dateString.
substring(0,dateString.length-1)+"0000Z":dateString.substring(0,dateString.length-5)+"Z"}function base64encode(content){return!isNodeLike?btoa(content):Buffer.from(
content).toString("base64")}function generateBlockID(blockIDPrefix,blockIndex){const maxSourceStringLength=48;const maxBlockIndexLength=6;const maxAllowedBlockIDPrefixLength=maxSourceStringLength-
maxBlockIndexLength;if(blockIDPrefix.length>maxAllowedBlockIDPrefixLength){blockIDPrefix=blockIDPrefix.slice(0,maxAllowedBlockIDPrefixLength)}const res=blockIDPrefix+
padStart(blockIndex.toString(),maxSourceStringLength-blockIDPrefix.length,"0");return base64encode(res)}function padStart(currentString,targetLength,padString=" "){if(String.prototype.padStart){return currentString.padStart(targetLength,padString)}padString=padString||
" ";if(currentString.length>targetLength){return currentString}else{targetLength=targetLength-currentString.length;if(targetLength>padString.length){padString+=
padString.repeat(targetLength/padString.length)}return padString.slice(0,targetLength)+currentString}}function iEqual(str1,str2){return str1.toLocaleLowerCase()===str2.toLocaleLowerCase()}function getAccountNameFromUrl(url2){const parsedUrl=new URL(url2);let accountName;
try{if(parsedUrl.hostname.split(".")[1]==="blob"){accountName=parsedUrl.hostname.split(".")[0]}else if(isIpEndpointStyle(parsedUrl)){accountName=parsedUrl.pathname.
split("/")[1]}else{accountName=""}return accountName}catch(error2){throw new Error("Unable to extract accountName with provided information.")}}function isIpEndpointStyle(parsedUrl){
const host=parsedUrl.host;return/^.*:.*:.*$|^(localhost|host.docker.internal)(:[0-9]+)?$|^(\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])(\.(\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])){3}(:[0-9]+)?$/.
test(host)||Boolean(parsedUrl.port)&&PathStylePorts.includes(parsedUrl.port)}function toBlobTagsString(tags2){if(tags2===void 0){return void 0}const tagPairs=[];
for(const key in tags2){if(Object.prototype.hasOwnProperty.call(tags2,key)){const value=tags2[key];tagPairs.push(`${encodeURIComponent(key)}=${encodeURIComponent(
value)}`)}}return tagPairs.join("&")}function toBlobTags(tags2){if(tags2===void 0){return void 0}const res={blobTagSet:[]};for(const key in tags2){if(Object.prototype.
hasOwnProperty.call(tags2,key)){const value=tags2[key];res.blobTagSet.push({key,value})}}return res}function toTags(tags2){if(tags2===void 0){return void 0}const res={};
for(const blobTag of tags2.blobTagSet){res[blobTag.key]=blobTag.value}return res}function toQuerySerialization(textConfiguration){if(textConfiguration===void 0){
return void 0}switch(textConfiguration.kind){case"csv":return{format:{type:"delimited",delimitedTextConfiguration:{columnSeparator:textConfiguration.columnSeparator||
",",fieldQuote:textConfiguration.fieldQuote||"",recordSeparator:textConfiguration.recordSeparator,escapeChar:textConfiguration.escapeCharacter||"",headersPresent:textConfiguration.
hasHeaders||false}}};case"json":return{format:{type:"json",jsonTextConfiguration:{recordSeparator:textConfiguration.recordSeparator}}};case"arrow":return{format:{
type:"arrow",arrowConfiguration:{schema:textConfiguration.schema}}};case"parquet":return{format:{type:"parquet"}};default:throw Error("Invalid BlobQueryTextConf\
iguration.")}}function parseObjectReplicationRecord(objectReplicationRecord){if(!objectReplicationRecord){return void 0}if("policy-id"in objectReplicationRecord){
return void 0}const orProperties=[];for(const key in objectReplicationRecord){const ids=key.split("_");const policyPrefix="or-";if(ids[0].startsWith(policyPrefix)){
ids[0]=ids[0].substring(policyPrefix.length)}const rule={ruleId:ids[1],replicationStatus:objectReplicationRecord[key]};const policyIndex=orProperties.findIndex(
policy=>policy.policyId===ids[0]);if(policyIndex>-1){orProperties[policyIndex].rules.push(rule)}else{orProperties.push({policyId:ids[0],rules:[rule]})}}return orProperties}function httpAuthorizationToString(httpAuthorization){return httpAuthorization?httpAuthorization.scheme+" "+httpAuthorization.value:void 0}function*ExtractPageRangeInfoItems(getPageRangesSegment){let pageRange=[];let clearRange=[];if(getPageRangesSegment.pageRange)pageRange=getPageRangesSegment.pageRange;
if(getPageRangesSegment.clearRange)clearRange=getPageRangesSegment.clearRange;let pageRangeIndex=0;let clearRangeIndex=0;while(pageRangeIndex<pageRange.length&&
clearRangeIndex<clearRange.length){if(pageRange[pageRangeIndex].start<clearRange[clearRangeIndex].start){yield{start:pageRange[pageRangeIndex].start,end:pageRange[pageRangeIndex].
end,isClear:false};++pageRangeIndex}else{yield{start:clearRange[clearRangeIndex].start,end:clearRange[clearRangeIndex].end,isClear:true};++clearRangeIndex}}for(;pageRangeIndex<
pageRange.length;++pageRangeIndex){yield{start:pageRange[pageRangeIndex].start,end:pageRange[pageRangeIndex].end,isClear:false}}for(;clearRangeIndex<clearRange.
length;++clearRangeIndex){yield{start:clearRange[clearRangeIndex].start,end:clearRange[clearRangeIndex].end,isClear:true}}}function assertResponse(response){if(`_response`in response){return response}throw new TypeError(`Unexpected response object ${response}`)}var StorageClient2=class{url;accountName;pipeline;credential;storageClientContext;isHttps;constructor(url2,pipeline3){this.url=escapeURLPath(url2);this.accountName=
getAccountNameFromUrl(url2);this.pipeline=pipeline3;this.storageClientContext=new StorageContextClient(this.url,getCoreClientOptions(pipeline3));this.isHttps=iEqual(
getURLScheme(this.url)||"","https");this.credential=getCredentialFromPipeline(pipeline3);const storageClientContext=this.storageClientContext;storageClientContext.
requestContentType=void 0}};var tracingClient=createTracingClient({packageName:"@azure/storage-blob",packageVersion:SDK_VERSION,namespace:"Microsoft.Storage"});var BlobSASPermissions=class _BlobSASPermissions{static parse(permissions){const blobSASPermissions=new _BlobSASPermissions;for(const char of permissions){switch(char){case"\
r":blobSASPermissions.read=true;break;case"a":blobSASPermissions.add=true;break;case"c":blobSASPermissions.create=true;break;case"w":blobSASPermissions.write=true;
break;case"d":blobSASPermissions.delete=true;break;case"x":blobSASPermissions.deleteVersion=true;break;case"t":blobSASPermissions.tag=true;break;case"m":blobSASPermissions.
move=true;break;case"e":blobSASPermissions.execute=true;break;case"i":blobSASPermissions.setImmutabilityPolicy=true;break;case"y":blobSASPermissions.permanentDelete=
true;break;default:throw new RangeError(`Invalid permission: ${char}`)}}return blobSASPermissions}static from(permissionLike){const blobSASPermissions=new _BlobSASPermissions;
if(permissionLike.read){blobSASPermissions.read=true}if(permissionLike.add){blobSASPermissions.add=true}if(permissionLike.create){blobSASPermissions.create=true}
if(permissionLike.write){blobSASPermissions.write=true}if(permissionLike.delete){blobSASPermissions.delete=true}if(permissionLike.deleteVersion){blobSASPermissions.
deleteVersion=true}if(permissionLike.tag){blobSASPermissions.tag=true}if(permissionLike.move){blobSASPermissions.move=true}if(permissionLike.execute){blobSASPermissions.
execute=true}if(permissionLike.setImmutabilityPolicy){blobSASPermissions.setImmutabilityPolicy=true}if(permissionLike.permanentDelete){blobSASPermissions.permanentDelete=
true}return blobSASPermissions}read=false;add=false;create=false;write=false;delete=false;deleteVersion=false;tag=false;move=false;execute=false;setImmutabilityPolicy=false;permanentDelete=false;toString(){
const permissions=[];if(this.read){permissions.push("r")}if(this.add){permissions.push("a")}if(this.create){permissions.push("c")}if(this.write){permissions.push(
"w")}if(this.delete){permissions.push("d")}if(this.deleteVersion){permissions.push("x")}if(this.tag){permissions.push("t")}if(this.move){permissions.push("m")}if(this.
execute){permissions.push("e")}if(this.setImmutabilityPolicy){permissions.push("i")}if(this.permanentDelete){permissions.push("y")}return permissions.join("")}};var ContainerSASPermissions=class _ContainerSASPermissions{static parse(permissions){const containerSASPermissions=new _ContainerSASPermissions;for(const char of permissions){
switch(char){case"r":containerSASPermissions.read=true;break;case"a":containerSASPermissions.add=true;break;case"c":containerSASPermissions.create=true;break;case"\
w":containerSASPermissions.write=true;break;case"d":containerSASPermissions.delete=true;break;case"l":containerSASPermissions.list=true;break;case"t":containerSASPermissions.
tag=true;break;case"x":containerSASPermissions.deleteVersion=true;break;case"m":containerSASPermissions.move=true;break;case"e":containerSASPermissions.execute=
true;break;case"i":containerSASPermissions.setImmutabilityPolicy=true;break;case"y":containerSASPermissions.permanentDelete=true;break;case"f":containerSASPermissions.
filterByTags=true;break;default:throw new RangeError(`Invalid permission ${char}`)}}return containerSASPermissions}static from(permissionLike){const containerSASPermissions=new _ContainerSASPermissions;
if(permissionLike.read){containerSASPermissions.read=true}if(permissionLike.add){containerSASPermissions.add=true}if(permissionLike.create){containerSASPermissions.
create=true}if(permissionLike.write){containerSASPermissions.write=true}if(permissionLike.delete){containerSASPermissions.delete=true}if(permissionLike.list){containerSASPermissions.
list=true}if(permissionLike.deleteVersion){containerSASPermissions.deleteVersion=true}if(permissionLike.tag){containerSASPermissions.tag=true}if(permissionLike.
move){containerSASPermissions.move=true}if(permissionLike.execute){containerSASPermissions.execute=true}if(permissionLike.setImmutabilityPolicy){containerSASPermissions.
setImmutabilityPolicy=true}if(permissionLike.permanentDelete){containerSASPermissions.permanentDelete=true}if(permissionLike.filterByTags){containerSASPermissions.
filterByTags=true}return containerSASPermissions}read=false;add=false;create=false;write=false;delete=false;deleteVersion=false;list=false;tag=false;move=false;execute=false;setImmutabilityPolicy=false;permanentDelete=false;filterByTags=false;toString(){
const permissions=[];if(this.read){permissions.push("r")}if(this.add){permissions.push("a")}if(this.create){permissions.push("c")}if(this.write){permissions.push(
"w")}if(this.delete){permissions.push("d")}if(this.deleteVersion){permissions.push("x")}if(this.list){permissions.push("l")}if(this.tag){permissions.push("t")}if(this.
move){permissions.push("m")}if(this.execute){permissions.push("e")}if(this.setImmutabilityPolicy){permissions.push("i")}if(this.permanentDelete){permissions.push(
"y")}if(this.filterByTags){permissions.push("f")}return permissions.join("")}};function ipRangeToString(ipRange){return ipRange.end?`${ipRange.start}-${ipRange.end}`:ipRange.start}var SASProtocol;(function(SASProtocol2){SASProtocol2["Https"]="https";SASProtocol2["HttpsAndHttp"]="https,http"})(SASProtocol||(SASProtocol={}));var SASQueryParameters=class{version;protocol;startsOn;expiresOn;permissions;services;resourceTypes;identifier;delegatedUserObjectId;encryptionScope;resource;signature;cacheControl;contentDisposition;contentEncoding;contentLanguage;contentType;ipRangeInner;signedOid;signedTenantId;signedStartsOn;signedExpiresOn;signedService;signedVersion;preauthorizedAgentObjectId;correlationId;get ipRange(){
if(this.ipRangeInner){return{end:this.ipRangeInner.end,start:this.ipRangeInner.start}}return void 0}constructor(version3,signature,permissionsOrOptions,services,resourceTypes,protocol,startsOn,expiresOn2,ipRange,identifier,resource,cacheControl,contentDisposition,contentEncoding,contentLanguage,contentType2,userDelegationKey,preauthorizedAgentObjectId,correlationId,encryptionScope2,delegatedUserObjectId){
this.version=version3;this.signature=signature;if(permissionsOrOptions!==void 0&&typeof permissionsOrOptions!=="string"){this.permissions=permissionsOrOptions.permissions;
this.services=permissionsOrOptions.services;this.resourceTypes=permissionsOrOptions.resourceTypes;this.protocol=permissionsOrOptions.protocol;this.startsOn=permissionsOrOptions.
startsOn;this.expiresOn=permissionsOrOptions.expiresOn;this.ipRangeInner=permissionsOrOptions.ipRange;this.identifier=permissionsOrOptions.identifier;this.delegatedUserObjectId=
permissionsOrOptions.delegatedUserObjectId;this.encryptionScope=permissionsOrOptions.encryptionScope;this.resource=permissionsOrOptions.resource;this.cacheControl=
permissionsOrOptions.cacheControl;this.contentDisposition=permissionsOrOptions.contentDisposition;this.contentEncoding=permissionsOrOptions.contentEncoding;this.
contentLanguage=permissionsOrOptions.contentLanguage;this.contentType=permissionsOrOptions.contentType;if(permissionsOrOptions.userDelegationKey){this.signedOid=
permissionsOrOptions.userDelegationKey.signedObjectId;this.signedTenantId=permissionsOrOptions.userDelegationKey.signedTenantId;this.signedStartsOn=permissionsOrOptions.
userDelegationKey.signedStartsOn;this.signedExpiresOn=permissionsOrOptions.userDelegationKey.signedExpiresOn;this.signedService=permissionsOrOptions.userDelegationKey.
signedService;this.signedVersion=permissionsOrOptions.userDelegationKey.signedVersion;this.preauthorizedAgentObjectId=permissionsOrOptions.preauthorizedAgentObjectId;
this.correlationId=permissionsOrOptions.correlationId}}else{this.services=services;this.resourceTypes=resourceTypes;this.expiresOn=expiresOn2;this.permissions=permissionsOrOptions;
this.protocol=protocol;this.startsOn=startsOn;this.ipRangeInner=ipRange;this.delegatedUserObjectId=delegatedUserObjectId;this.encryptionScope=encryptionScope2;this.
identifier=identifier;this.resource=resource;this.cacheControl=cacheControl;this.contentDisposition=contentDisposition;this.contentEncoding=contentEncoding;this.
contentLanguage=contentLanguage;this.contentType=contentType2;if(userDelegationKey){this.signedOid=userDelegationKey.signedObjectId;this.signedTenantId=userDelegationKey.
signedTenantId;this.signedStartsOn=userDelegationKey.signedStartsOn;this.signedExpiresOn=userDelegationKey.signedExpiresOn;this.signedService=userDelegationKey.
signedService;this.signedVersion=userDelegationKey.signedVersion;this.preauthorizedAgentObjectId=preauthorizedAgentObjectId;this.correlationId=correlationId}}}toString(){
const params=["sv","ss","srt","spr","st","se","sip","si","ses","skoid","sktid","skt","ske","sks","skv","sr","sp","sig","rscc","rscd","rsce","rscl","rsct","saoid",
"scid","sduoid"];const queries=[];for(const param of params){switch(param){case"sv":this.tryAppendQueryParameter(queries,param,this.version);break;case"ss":this.
tryAppendQueryParameter(queries,param,this.services);break;case"srt":this.tryAppendQueryParameter(queries,param,this.resourceTypes);break;case"spr":this.tryAppendQueryParameter(
queries,param,this.protocol);break;case"st":this.tryAppendQueryParameter(queries,param,this.startsOn?truncatedISO8061Date(this.startsOn,false):void 0);break;case"\
se":this.tryAppendQueryParameter(queries,param,this.expiresOn?truncatedISO8061Date(this.expiresOn,false):void 0);break;case"sip":this.tryAppendQueryParameter(queries,
param,this.ipRange?ipRangeToString(this.ipRange):void 0);break;case"si":this.tryAppendQueryParameter(queries,param,this.identifier);break;case"ses":this.tryAppendQueryParameter(
queries,param,this.encryptionScope);break;case"skoid":this.tryAppendQueryParameter(queries,param,this.signedOid);break;case"sktid":this.tryAppendQueryParameter(
queries,param,this.signedTenantId);break;case"skt":this.tryAppendQueryParameter(queries,param,this.signedStartsOn?truncatedISO8061Date(this.signedStartsOn,false):
void 0);break;case"ske":this.tryAppendQueryParameter(queries,param,this.signedExpiresOn?truncatedISO8061Date(this.signedExpiresOn,false):void 0);break;case"sks":
this.tryAppendQueryParameter(queries,param,this.signedService);break;case"skv":this.tryAppendQueryParameter(queries,param,this.signedVersion);break;case"sr":this.
tryAppendQueryParameter(queries,param,this.resource);break;case"sp":this.tryAppendQueryParameter(queries,param,this.permissions);break;case"sig":this.tryAppendQueryParameter(
queries,param,this.signature);break;case"rscc":this.tryAppendQueryParameter(queries,param,this.cacheControl);break;case"rscd":this.tryAppendQueryParameter(queries,
param,this.contentDisposition);break;case"rsce":this.tryAppendQueryParameter(queries,param,this.contentEncoding);break;case"rscl":this.tryAppendQueryParameter(queries,
param,this.contentLanguage);break;case"rsct":this.tryAppendQueryParameter(queries,param,this.contentType);break;case"saoid":this.tryAppendQueryParameter(queries,
param,this.preauthorizedAgentObjectId);break;case"scid":this.tryAppendQueryParameter(queries,param,this.correlationId);break;case"sduoid":this.tryAppendQueryParameter(
queries,param,this.delegatedUserObjectId);break}}return queries.join("&")}tryAppendQueryParameter(queries,key,value){if(!value){return}key=encodeURIComponent(key);
value=encodeURIComponent(value);if(key.length>0&&value.length>0){queries.push(`${key}=${value}`)}}};function generateBlobSASQueryParameters(blobSASSignatureValues,sharedKeyCredentialOrUserDelegationKey,accountName){return generateBlobSASQueryParametersInternal(
blobSASSignatureValues,sharedKeyCredentialOrUserDelegationKey,accountName).sasQueryParameters}function generateBlobSASQueryParametersInternal(blobSASSignatureValues,sharedKeyCredentialOrUserDelegationKey,accountName){
const version3=blobSASSignatureValues.version?blobSASSignatureValues.version:SERVICE_VERSION;const sharedKeyCredential=sharedKeyCredentialOrUserDelegationKey instanceof
StorageSharedKeyCredential?sharedKeyCredentialOrUserDelegationKey:void 0;let userDelegationKeyCredential;if(sharedKeyCredential===void 0&&accountName!==void 0){
userDelegationKeyCredential=new UserDelegationKeyCredential(accountName,sharedKeyCredentialOrUserDelegationKey)}if(sharedKeyCredential===void 0&&userDelegationKeyCredential===
void 0){throw TypeError("Invalid sharedKeyCredential, userDelegationKey or accountName.")}if(version3>="2020-12-06"){if(sharedKeyCredential!==void 0){return generateBlobSASQueryParameters20201206(
blobSASSignatureValues,sharedKeyCredential)}else{if(version3>="2025-07-05"){return generateBlobSASQueryParametersUDK20250705(blobSASSignatureValues,userDelegationKeyCredential)}else{
return generateBlobSASQueryParametersUDK20201206(blobSASSignatureValues,userDelegationKeyCredential)}}}if(version3>="2018-11-09"){if(sharedKeyCredential!==void 0){
return generateBlobSASQueryParameters20181109(blobSASSignatureValues,sharedKeyCredential)}else{if(version3>="2020-02-10"){return generateBlobSASQueryParametersUDK20200210(
blobSASSignatureValues,userDelegationKeyCredential)}else{return generateBlobSASQueryParametersUDK20181109(blobSASSignatureValues,userDelegationKeyCredential)}}}
if(version3>="2015-04-05"){if(sharedKeyCredential!==void 0){return generateBlobSASQueryParameters20150405(blobSASSignatureValues,sharedKeyCredential)}else{throw new RangeError(
"'version' must be >= '2018-11-09' when generating user delegation SAS using user delegation key.")}}throw new RangeError("'version' must be >= '2015-04-05'.")}
function generateBlobSASQueryParameters20150405(blobSASSignatureValues,sharedKeyCredential){blobSASSignatureValues=SASSignatureValuesSanityCheckAndAutofill(blobSASSignatureValues);
if(!blobSASSignatureValues.identifier&&!(blobSASSignatureValues.permissions&&blobSASSignatureValues.expiresOn)){throw new RangeError("Must provide 'permissions'\
 and 'expiresOn' for Blob SAS generation when 'identifier' is not provided.")}let resource="c";if(blobSASSignatureValues.blobName){resource="b"}let verifiedPermissions;
if(blobSASSignatureValues.permissions){if(blobSASSignatureValues.blobName){verifiedPermissions=BlobSASPermissions.parse(blobSASSignatureValues.permissions.toString()).
toString()}else{verifiedPermissions=ContainerSASPermissions.parse(blobSASSignatureValues.permissions.toString()).toString()}}const stringToSign=[verifiedPermissions?
verifiedPermissions:"",blobSASSignatureValues.startsOn?truncatedISO8061Date(blobSASSignatureValues.startsOn,false):"",blobSASSignatureValues.expiresOn?truncatedISO8061Date(
blobSASSignatureValues.expiresOn,false):"",getCanonicalName(sharedKeyCredential.accountName,blobSASSignatureValues.containerName,blobSASSignatureValues.blobName),
blobSASSignatureValues.identifier,blobSASSignatureValues.ipRange?ipRangeToString(blobSASSignatureValues.ipRange):"",blobSASSignatureValues.protocol?blobSASSignatureValues.
protocol:"",blobSASSignatureValues.version,blobSASSignatureValues.cacheControl?blobSASSignatureValues.cacheControl:"",blobSASSignatureValues.contentDisposition?
blobSASSignatureValues.contentDisposition:"",blobSASSignatureValues.contentEncoding?blobSASSignatureValues.contentEncoding:"",blobSASSignatureValues.contentLanguage?
blobSASSignatureValues.contentLanguage:"",blobSASSignatureValues.contentType?blobSASSignatureValues.contentType:""].join("\n");const signature=sharedKeyCredential.
computeHMACSHA256(stringToSign);return{sasQueryParameters:new SASQueryParameters(blobSASSignatureValues.version,signature,verifiedPermissions,void 0,void 0,blobSASSignatureValues.
protocol,blobSASSignatureValues.startsOn,blobSASSignatureValues.expiresOn,blobSASSignatureValues.ipRange,blobSASSignatureValues.identifier,resource,blobSASSignatureValues.
cacheControl,blobSASSignatureValues.contentDisposition,blobSASSignatureValues.contentEncoding,blobSASSignatureValues.contentLanguage,blobSASSignatureValues.contentType),
stringToSign}}function generateBlobSASQueryParameters20181109(blobSASSignatureValues,sharedKeyCredential){blobSASSignatureValues=SASSignatureValuesSanityCheckAndAutofill(
blobSASSignatureValues);if(!blobSASSignatureValues.identifier&&!(blobSASSignatureValues.permissions&&blobSASSignatureValues.expiresOn)){throw new RangeError("Mu\
st provide 'permissions' and 'expiresOn' for Blob SAS generation when 'identifier' is not provided.")}let resource="c";let timestamp=blobSASSignatureValues.snapshotTime;
if(blobSASSignatureValues.blobName){resource="b";if(blobSASSignatureValues.snapshotTime){resource="bs"}else if(blobSASSignatureValues.versionId){resource="bv";timestamp=
blobSASSignatureValues.versionId}}let verifiedPermissions;if(blobSASSignatureValues.permissions){if(blobSASSignatureValues.blobName){verifiedPermissions=BlobSASPermissions.
parse(blobSASSignatureValues.permissions.toString()).toString()}else{verifiedPermissions=ContainerSASPermissions.parse(blobSASSignatureValues.permissions.toString()).
toString()}}const stringToSign=[verifiedPermissions?verifiedPermissions:"",blobSASSignatureValues.startsOn?truncatedISO8061Date(blobSASSignatureValues.startsOn,
false):"",blobSASSignatureValues.expiresOn?truncatedISO8061Date(blobSASSignatureValues.expiresOn,false):"",getCanonicalName(sharedKeyCredential.accountName,blobSASSignatureValues.
containerName,blobSASSignatureValues.blobName),blobSASSignatureValues.identifier,blobSASSignatureValues.ipRange?ipRangeToString(blobSASSignatureValues.ipRange):
"",blobSASSignatureValues.protocol?blobSASSignatureValues.protocol:"",blobSASSignatureValues.version,resource,timestamp,blobSASSignatureValues.cacheControl?blobSASSignatureValues.
cacheControl:"",blobSASSignatureValues.contentDisposition?blobSASSignatureValues.contentDisposition:"",blobSASSignatureValues.contentEncoding?blobSASSignatureValues.
contentEncoding:"",blobSASSignatureValues.contentLanguage?blobSASSignatureValues.contentLanguage:"",blobSASSignatureValues.contentType?blobSASSignatureValues.contentType:
""].join("\n");const signature=sharedKeyCredential.computeHMACSHA256(stringToSign);return{sasQueryParameters:new SASQueryParameters(blobSASSignatureValues.version,
signature,verifiedPermissions,void 0,void 0,blobSASSignatureValues.protocol,blobSASSignatureValues.startsOn,blobSASSignatureValues.expiresOn,blobSASSignatureValues.
ipRange,blobSASSignatureValues.identifier,resource,blobSASSignatureValues.cacheControl,blobSASSignatureValues.contentDisposition,blobSASSignatureValues.contentEncoding,
blobSASSignatureValues.contentLanguage,blobSASSignatureValues.contentType),stringToSign}}function generateBlobSASQueryParameters20201206(blobSASSignatureValues,sharedKeyCredential){
blobSASSignatureValues=SASSignatureValuesSanityCheckAndAutofill(blobSASSignatureValues);if(!blobSASSignatureValues.identifier&&!(blobSASSignatureValues.permissions&&
blobSASSignatureValues.expiresOn)){throw new RangeError("Must provide 'permissions' and 'expiresOn' for Blob SAS generation when 'identifier' is not provided.")}
let resource="c";let timestamp=blobSASSignatureValues.snapshotTime;if(blobSASSignatureValues.blobName){resource="b";if(blobSASSignatureValues.snapshotTime){resource=
"bs"}else if(blobSASSignatureValues.versionId){resource="bv";timestamp=blobSASSignatureValues.versionId}}let verifiedPermissions;if(blobSASSignatureValues.permissions){
if(blobSASSignatureValues.blobName){verifiedPermissions=BlobSASPermissions.parse(blobSASSignatureValues.permissions.toString()).toString()}else{verifiedPermissions=
ContainerSASPermissions.parse(blobSASSignatureValues.permissions.toString()).toString()}}const stringToSign=[verifiedPermissions?verifiedPermissions:"",blobSASSignatureValues.
startsOn?truncatedISO8061Date(blobSASSignatureValues.startsOn,false):"",blobSASSignatureValues.expiresOn?truncatedISO8061Date(blobSASSignatureValues.expiresOn,false):
"",getCanonicalName(sharedKeyCredential.accountName,blobSASSignatureValues.containerName,blobSASSignatureValues.blobName),blobSASSignatureValues.identifier,blobSASSignatureValues.
ipRange?ipRangeToString(blobSASSignatureValues.ipRange):"",blobSASSignatureValues.protocol?blobSASSignatureValues.protocol:"",blobSASSignatureValues.version,resource,
timestamp,blobSASSignatureValues.encryptionScope,blobSASSignatureValues.cacheControl?blobSASSignatureValues.cacheControl:"",blobSASSignatureValues.contentDisposition?
blobSASSignatureValues.contentDisposition:"",blobSASSignatureValues.contentEncoding?blobSASSignatureValues.contentEncoding:"",blobSASSignatureValues.contentLanguage?
blobSASSignatureValues.contentLanguage:"",blobSASSignatureValues.contentType?blobSASSignatureValues.contentType:""].join("\n");const signature=sharedKeyCredential.
computeHMACSHA256(stringToSign);return{sasQueryParameters:new SASQueryParameters(blobSASSignatureValues.version,signature,verifiedPermissions,void 0,void 0,blobSASSignatureValues.
protocol,blobSASSignatureValues.startsOn,blobSASSignatureValues.expiresOn,blobSASSignatureValues.ipRange,blobSASSignatureValues.identifier,resource,blobSASSignatureValues.
cacheControl,blobSASSignatureValues.contentDisposition,blobSASSignatureValues.contentEncoding,blobSASSignatureValues.contentLanguage,blobSASSignatureValues.contentType,
void 0,void 0,void 0,blobSASSignatureValues.encryptionScope),stringToSign}}function generateBlobSASQueryParametersUDK20181109(blobSASSignatureValues,userDelegationKeyCredential){
blobSASSignatureValues=SASSignatureValuesSanityCheckAndAutofill(blobSASSignatureValues);if(!blobSASSignatureValues.permissions||!blobSASSignatureValues.expiresOn){
throw new RangeError("Must provide 'permissions' and 'expiresOn' for Blob SAS generation when generating user delegation SAS.")}let resource="c";let timestamp=blobSASSignatureValues.
snapshotTime;if(blobSASSignatureValues.blobName){resource="b";if(blobSASSignatureValues.snapshotTime){resource="bs"}else if(blobSASSignatureValues.versionId){resource=
"bv";timestamp=blobSASSignatureValues.versionId}}let verifiedPermissions;if(blobSASSignatureValues.permissions){if(blobSASSignatureValues.blobName){verifiedPermissions=
BlobSASPermissions.parse(blobSASSignatureValues.permissions.toString()).toString()}else{verifiedPermissions=ContainerSASPermissions.parse(blobSASSignatureValues.
permissions.toString()).toString()}}const stringToSign=[verifiedPermissions?verifiedPermissions:"",blobSASSignatureValues.startsOn?truncatedISO8061Date(blobSASSignatureValues.
startsOn,false):"",blobSASSignatureValues.expiresOn?truncatedISO8061Date(blobSASSignatureValues.expiresOn,false):"",getCanonicalName(userDelegationKeyCredential.
accountName,blobSASSignatureValues.containerName,blobSASSignatureValues.blobName),userDelegationKeyCredential.userDelegationKey.signedObjectId,userDelegationKeyCredential.
userDelegationKey.signedTenantId,userDelegationKeyCredential.userDelegationKey.signedStartsOn?truncatedISO8061Date(userDelegationKeyCredential.userDelegationKey.
signedStartsOn,false):"",userDelegationKeyCredential.userDelegationKey.signedExpiresOn?truncatedISO8061Date(userDelegationKeyCredential.userDelegationKey.signedExpiresOn,
false):"",userDelegationKeyCredential.userDelegationKey.signedService,userDelegationKeyCredential.userDelegationKey.signedVersion,blobSASSignatureValues.ipRange?
ipRangeToString(blobSASSignatureValues.ipRange):"",blobSASSignatureValues.protocol?blobSASSignatureValues.protocol:"",blobSASSignatureValues.version,resource,timestamp,
blobSASSignatureValues.cacheControl,blobSASSignatureValues.contentDisposition,blobSASSignatureValues.contentEncoding,blobSASSignatureValues.contentLanguage,blobSASSignatureValues.
contentType].join("\n");const signature=userDelegationKeyCredential.computeHMACSHA256(stringToSign);return{sasQueryParameters:new SASQueryParameters(blobSASSignatureValues.
version,signature,verifiedPermissions,void 0,void 0,blobSASSignatureValues.protocol,blobSASSignatureValues.startsOn,blobSASSignatureValues.expiresOn,blobSASSignatureValues.
ipRange,blobSASSignatureValues.identifier,resource,blobSASSignatureValues.cacheControl,blobSASSignatureValues.contentDisposition,blobSASSignatureValues.contentEncoding,
blobSASSignatureValues.contentLanguage,blobSASSignatureValues.contentType,userDelegationKeyCredential.userDelegationKey),stringToSign}}function generateBlobSASQueryParametersUDK20200210(blobSASSignatureValues,userDelegationKeyCredential){
blobSASSignatureValues=SASSignatureValuesSanityCheckAndAutofill(blobSASSignatureValues);if(!blobSASSignatureValues.permissions||!blobSASSignatureValues.expiresOn){
throw new RangeError("Must provide 'permissions' and 'expiresOn' for Blob SAS generation when generating user delegation SAS.")}let resource="c";let timestamp=blobSASSignatureValues.
snapshotTime;if(blobSASSignatureValues.blobName){resource="b";if(blobSASSignatureValues.snapshotTime){resource="bs"}else if(blobSASSignatureValues.versionId){resource=
"bv";timestamp=blobSASSignatureValues.versionId}}let verifiedPermissions;if(blobSASSignatureValues.permissions){if(blobSASSignatureValues.blobName){verifiedPermissions=
BlobSASPermissions.parse(blobSASSignatureValues.permissions.toString()).toString()}else{verifiedPermissions=ContainerSASPermissions.parse(blobSASSignatureValues.
permissions.toString()).toString()}}const stringToSign=[verifiedPermissions?verifiedPermissions:"",blobSASSignatureValues.startsOn?truncatedISO8061Date(blobSASSignatureValues.
startsOn,false):"",blobSASSignatureValues.expiresOn?truncatedISO8061Date(blobSASSignatureValues.expiresOn,false):"",getCanonicalName(userDelegationKeyCredential.
accountName,blobSASSignatureValues.containerName,blobSASSignatureValues.blobName),userDelegationKeyCredential.userDelegationKey.signedObjectId,userDelegationKeyCredential.
userDelegationKey.signedTenantId,userDelegationKeyCredential.userDelegationKey.signedStartsOn?truncatedISO8061Date(userDelegationKeyCredential.userDelegationKey.
signedStartsOn,false):"",userDelegationKeyCredential.userDelegationKey.signedExpiresOn?truncatedISO8061Date(userDelegationKeyCredential.userDelegationKey.signedExpiresOn,
false):"",userDelegationKeyCredential.userDelegationKey.signedService,userDelegationKeyCredential.userDelegationKey.signedVersion,blobSASSignatureValues.preauthorizedAgentObjectId,
void 0,blobSASSignatureValues.correlationId,blobSASSignatureValues.ipRange?ipRangeToString(blobSASSignatureValues.ipRange):"",blobSASSignatureValues.protocol?blobSASSignatureValues.
protocol:"",blobSASSignatureValues.version,resource,timestamp,blobSASSignatureValues.cacheControl,blobSASSignatureValues.contentDisposition,blobSASSignatureValues.
contentEncoding,blobSASSignatureValues.contentLanguage,blobSASSignatureValues.contentType].join("\n");const signature=userDelegationKeyCredential.computeHMACSHA256(
stringToSign);return{sasQueryParameters:new SASQueryParameters(blobSASSignatureValues.version,signature,verifiedPermissions,void 0,void 0,blobSASSignatureValues.
protocol,blobSASSignatureValues.startsOn,blobSASSignatureValues.expiresOn,blobSASSignatureValues.ipRange,blobSASSignatureValues.identifier,resource,blobSASSignatureValues.
cacheControl,blobSASSignatureValues.contentDisposition,blobSASSignatureValues.contentEncoding,blobSASSignatureValues.contentLanguage,blobSASSignatureValues.contentType,
userDelegationKeyCredential.userDelegationKey,blobSASSignatureValues.preauthorizedAgentObjectId,blobSASSignatureValues.correlationId),stringToSign}}function generateBlobSASQueryParametersUDK20201206(blobSASSignatureValues,userDelegationKeyCredential){
blobSASSignatureValues=SASSignatureValuesSanityCheckAndAutofill(blobSASSignatureValues);if(!blobSASSignatureValues.permissions||!blobSASSignatureValues.expiresOn){
throw new RangeError("Must provide 'permissions' and 'expiresOn' for Blob SAS generation when generating user delegation SAS.")}let resource="c";let timestamp=blobSASSignatureValues.
snapshotTime;if(blobSASSignatureValues.blobName){resource="b";if(blobSASSignatureValues.snapshotTime){resource="bs"}else if(blobSASSignatureValues.versionId){resource=
"bv";timestamp=blobSASSignatureValues.versionId}}let verifiedPermissions;if(blobSASSignatureValues.permissions){if(blobSASSignatureValues.blobName){verifiedPermissions=
BlobSASPermissions.parse(blobSASSignatureValues.permissions.toString()).toString()}else{verifiedPermissions=ContainerSASPermissions.parse(blobSASSignatureValues.
permissions.toString()).toString()}}const stringToSign=[verifiedPermissions?verifiedPermissions:"",blobSASSignatureValues.startsOn?truncatedISO8061Date(blobSASSignatureValues.
startsOn,false):"",blobSASSignatureValues.expiresOn?truncatedISO8061Date(blobSASSignatureValues.expiresOn,false):"",getCanonicalName(userDelegationKeyCredential.
accountName,blobSASSignatureValues.containerName,blobSASSignatureValues.blobName),userDelegationKeyCredential.userDelegationKey.signedObjectId,userDelegationKeyCredential.
userDelegationKey.signedTenantId,userDelegationKeyCredential.userDelegationKey.signedStartsOn?truncatedISO8061Date(userDelegationKeyCredential.userDelegationKey.
signedStartsOn,false):"",userDelegationKeyCredential.userDelegationKey.signedExpiresOn?truncatedISO8061Date(userDelegationKeyCredential.userDelegationKey.signedExpiresOn,
false):"",userDelegationKeyCredential.userDelegationKey.signedService,userDelegationKeyCredential.userDelegationKey.signedVersion,blobSASSignatureValues.preauthorizedAgentObjectId,
void 0,blobSASSignatureValues.correlationId,blobSASSignatureValues.ipRange?ipRangeToString(blobSASSignatureValues.ipRange):"",blobSASSignatureValues.protocol?blobSASSignatureValues.
protocol:"",blobSASSignatureValues.version,resource,timestamp,blobSASSignatureValues.encryptionScope,blobSASSignatureValues.cacheControl,blobSASSignatureValues.
contentDisposition,blobSASSignatureValues.contentEncoding,blobSASSignatureValues.contentLanguage,blobSASSignatureValues.contentType].join("\n");const signature=userDelegationKeyCredential.
computeHMACSHA256(stringToSign);return{sasQueryParameters:new SASQueryParameters(blobSASSignatureValues.version,signature,verifiedPermissions,void 0,void 0,blobSASSignatureValues.
protocol,blobSASSignatureValues.startsOn,blobSASSignatureValues.expiresOn,blobSASSignatureValues.ipRange,blobSASSignatureValues.identifier,resource,blobSASSignatureValues.
cacheControl,blobSASSignatureValues.contentDisposition,blobSASSignatureValues.contentEncoding,blobSASSignatureValues.contentLanguage,blobSASSignatureValues.contentType,
userDelegationKeyCredential.userDelegationKey,blobSASSignatureValues.preauthorizedAgentObjectId,blobSASSignatureValues.correlationId,blobSASSignatureValues.encryptionScope),
stringToSign}}function generateBlobSASQueryParametersUDK20250705(blobSASSignatureValues,userDelegationKeyCredential){blobSASSignatureValues=SASSignatureValuesSanityCheckAndAutofill(
blobSASSignatureValues);if(!blobSASSignatureValues.permissions||!blobSASSignatureValues.expiresOn){throw new RangeError("Must provide 'permissions' and 'expires\
On' for Blob SAS generation when generating user delegation SAS.")}let resource="c";let timestamp=blobSASSignatureValues.snapshotTime;if(blobSASSignatureValues.
blobName){resource="b";if(blobSASSignatureValues.snapshotTime){resource="bs"}else if(blobSASSignatureValues.versionId){resource="bv";timestamp=blobSASSignatureValues.
versionId}}let verifiedPermissions;if(blobSASSignatureValues.permissions){if(blobSASSignatureValues.blobName){verifiedPermissions=BlobSASPermissions.parse(blobSASSignatureValues.
permissions.toString()).toString()}else{verifiedPermissions=ContainerSASPermissions.parse(blobSASSignatureValues.permissions.toString()).toString()}}const stringToSign=[
verifiedPermissions?verifiedPermissions:"",blobSASSignatureValues.startsOn?truncatedISO8061Date(blobSASSignatureValues.startsOn,false):"",blobSASSignatureValues.
expiresOn?truncatedISO8061Date(blobSASSignatureValues.expiresOn,false):"",getCanonicalName(userDelegationKeyCredential.accountName,blobSASSignatureValues.containerName,
blobSASSignatureValues.blobName),userDelegationKeyCredential.userDelegationKey.signedObjectId,userDelegationKeyCredential.userDelegationKey.signedTenantId,userDelegationKeyCredential.
userDelegationKey.signedStartsOn?truncatedISO8061Date(userDelegationKeyCredential.userDelegationKey.signedStartsOn,false):"",userDelegationKeyCredential.userDelegationKey.
signedExpiresOn?truncatedISO8061Date(userDelegationKeyCredential.userDelegationKey.signedExpiresOn,false):"",userDelegationKeyCredential.userDelegationKey.signedService,
userDelegationKeyCredential.userDelegationKey.signedVersion,blobSASSignatureValues.preauthorizedAgentObjectId,void 0,blobSASSignatureValues.correlationId,void 0,
blobSASSignatureValues.delegatedUserObjectId,blobSASSignatureValues.ipRange?ipRangeToString(blobSASSignatureValues.ipRange):"",blobSASSignatureValues.protocol?blobSASSignatureValues.
protocol:"",blobSASSignatureValues.version,resource,timestamp,blobSASSignatureValues.encryptionScope,blobSASSignatureValues.cacheControl,blobSASSignatureValues.
contentDisposition,blobSASSignatureValues.contentEncoding,blobSASSignatureValues.contentLanguage,blobSASSignatureValues.contentType].join("\n");const signature=userDelegationKeyCredential.
computeHMACSHA256(stringToSign);return{sasQueryParameters:new SASQueryParameters(blobSASSignatureValues.version,signature,verifiedPermissions,void 0,void 0,blobSASSignatureValues.
protocol,blobSASSignatureValues.startsOn,blobSASSignatureValues.expiresOn,blobSASSignatureValues.ipRange,blobSASSignatureValues.identifier,resource,blobSASSignatureValues.
cacheControl,blobSASSignatureValues.contentDisposition,blobSASSignatureValues.contentEncoding,blobSASSignatureValues.contentLanguage,blobSASSignatureValues.contentType,
userDelegationKeyCredential.userDelegationKey,blobSASSignatureValues.preauthorizedAgentObjectId,blobSASSignatureValues.correlationId,blobSASSignatureValues.encryptionScope,
blobSASSignatureValues.delegatedUserObjectId),stringToSign}}function getCanonicalName(accountName,containerName,blobName){const elements=[`/blob/${accountName}/${containerName}`];
if(blobName){elements.push(`/${blobName}`)}return elements.join("")}function SASSignatureValuesSanityCheckAndAutofill(blobSASSignatureValues){const version3=blobSASSignatureValues.
version?blobSASSignatureValues.version:SERVICE_VERSION;if(blobSASSignatureValues.snapshotTime&&version3<"2018-11-09"){throw RangeError("'version' must be >= '20\
18-11-09' when providing 'snapshotTime'.")}if(blobSASSignatureValues.blobName===void 0&&blobSASSignatureValues.snapshotTime){throw RangeError("Must provide 'blo\
bName' when providing 'snapshotTime'.")}if(blobSASSignatureValues.versionId&&version3<"2019-10-10"){throw RangeError("'version' must be >= '2019-10-10' when pro\
viding 'versionId'.")}if(blobSASSignatureValues.blobName===void 0&&blobSASSignatureValues.versionId){throw RangeError("Must provide 'blobName' when providing 'v\
ersionId'.")}if(blobSASSignatureValues.permissions&&blobSASSignatureValues.permissions.setImmutabilityPolicy&&version3<"2020-08-04"){throw RangeError("'version'\
 must be >= '2020-08-04' when provided 'i' permission.")}if(blobSASSignatureValues.permissions&&blobSASSignatureValues.permissions.deleteVersion&&version3<"2019\
-10-10"){throw RangeError("'version' must be >= '2019-10-10' when providing 'x' permission.")}if(blobSASSignatureValues.permissions&&blobSASSignatureValues.permissions.
permanentDelete&&version3<"2019-10-10"){throw RangeError("'version' must be >= '2019-10-10' when providing 'y' permission.")}if(blobSASSignatureValues.permissions&&
blobSASSignatureValues.permissions.tag&&version3<"2019-12-12"){throw RangeError("'version' must be >= '2019-12-12' when providing 't' permission.")}if(version3<
"2020-02-10"&&blobSASSignatureValues.permissions&&(blobSASSignatureValues.permissions.move||blobSASSignatureValues.permissions.execute)){throw RangeError("'vers\
ion' must be >= '2020-02-10' when providing the 'm' or 'e' permission.")}if(version3<"2021-04-10"&&blobSASSignatureValues.permissions&&blobSASSignatureValues.permissions.
filterByTags){throw RangeError("'version' must be >= '2021-04-10' when providing the 'f' permission.")}if(version3<"2020-02-10"&&(blobSASSignatureValues.preauthorizedAgentObjectId||
blobSASSignatureValues.correlationId)){throw RangeError("'version' must be >= '2020-02-10' when providing 'preauthorizedAgentObjectId' or 'correlationId'.")}if(blobSASSignatureValues.
encryptionScope&&version3<"2020-12-06"){throw RangeError("'version' must be >= '2020-12-06' when provided 'encryptionScope' in SAS.")}blobSASSignatureValues.version=
version3;return blobSASSignatureValues}var BlobLeaseClient=class{_leaseId;_url;_containerOrBlobOperation;_isContainer;get leaseId(){return this._leaseId}get url(){return this._url}constructor(client,leaseId2){
const clientContext=client.storageClientContext;this._url=client.url;if(client.name===void 0){this._isContainer=true;this._containerOrBlobOperation=clientContext.
container}else{this._isContainer=false;this._containerOrBlobOperation=clientContext.blob}if(!leaseId2){leaseId2=randomUUID()}this._leaseId=leaseId2}async acquireLease(duration2,options={}){
if(this._isContainer&&(options.conditions?.ifMatch&&options.conditions?.ifMatch!==ETagNone||options.conditions?.ifNoneMatch&&options.conditions?.ifNoneMatch!==ETagNone||
options.conditions?.tagConditions)){throw new RangeError("The IfMatch, IfNoneMatch and tags access conditions are ignored by the service. Values other than unde\
fined or their default values are not acceptable.")}return tracingClient.withSpan("BlobLeaseClient-acquireLease",options,async updatedOptions=>{return assertResponse(
await this._containerOrBlobOperation.acquireLease({abortSignal:options.abortSignal,duration:duration2,modifiedAccessConditions:{...options.conditions,ifTags:options.
conditions?.tagConditions},proposedLeaseId:this._leaseId,tracingOptions:updatedOptions.tracingOptions}))})}async changeLease(proposedLeaseId2,options={}){if(this.
_isContainer&&(options.conditions?.ifMatch&&options.conditions?.ifMatch!==ETagNone||options.conditions?.ifNoneMatch&&options.conditions?.ifNoneMatch!==ETagNone||
options.conditions?.tagConditions)){throw new RangeError("The IfMatch, IfNoneMatch and tags access conditions are ignored by the service. Values other than unde\
fined or their default values are not acceptable.")}return tracingClient.withSpan("BlobLeaseClient-changeLease",options,async updatedOptions=>{const response=assertResponse(
await this._containerOrBlobOperation.changeLease(this._leaseId,proposedLeaseId2,{abortSignal:options.abortSignal,modifiedAccessConditions:{...options.conditions,
ifTags:options.conditions?.tagConditions},tracingOptions:updatedOptions.tracingOptions}));this._leaseId=proposedLeaseId2;return response})}async releaseLease(options={}){
if(this._isContainer&&(options.conditions?.ifMatch&&options.conditions?.ifMatch!==ETagNone||options.conditions?.ifNoneMatch&&options.conditions?.ifNoneMatch!==ETagNone||
options.conditions?.tagConditions)){throw new RangeError("The IfMatch, IfNoneMatch and tags access conditions are ignored by the service. Values other than unde\
fined or their default values are not acceptable.")}return tracingClient.withSpan("BlobLeaseClient-releaseLease",options,async updatedOptions=>{return assertResponse(
await this._containerOrBlobOperation.releaseLease(this._leaseId,{abortSignal:options.abortSignal,modifiedAccessConditions:{...options.conditions,ifTags:options.
conditions?.tagConditions},tracingOptions:updatedOptions.tracingOptions}))})}async renewLease(options={}){if(this._isContainer&&(options.conditions?.ifMatch&&options.
conditions?.ifMatch!==ETagNone||options.conditions?.ifNoneMatch&&options.conditions?.ifNoneMatch!==ETagNone||options.conditions?.tagConditions)){throw new RangeError(
"The IfMatch, IfNoneMatch and tags access conditions are ignored by the service. Values other than undefined or their default values are not acceptable.")}return tracingClient.
withSpan("BlobLeaseClient-renewLease",options,async updatedOptions=>{return this._containerOrBlobOperation.renewLease(this._leaseId,{abortSignal:options.abortSignal,
modifiedAccessConditions:{...options.conditions,ifTags:options.conditions?.tagConditions},tracingOptions:updatedOptions.tracingOptions})})}async breakLease(breakPeriod2,options={}){
if(this._isContainer&&(options.conditions?.ifMatch&&options.conditions?.ifMatch!==ETagNone||options.conditions?.ifNoneMatch&&options.conditions?.ifNoneMatch!==ETagNone||
options.conditions?.tagConditions)){throw new RangeError("The IfMatch, IfNoneMatch and tags access conditions are ignored by the service. Values other than unde\
fined or their default values are not acceptable.")}return tracingClient.withSpan("BlobLeaseClient-breakLease",options,async updatedOptions=>{const operationOptions={
abortSignal:options.abortSignal,breakPeriod:breakPeriod2,modifiedAccessConditions:{...options.conditions,ifTags:options.conditions?.tagConditions},tracingOptions:updatedOptions.
tracingOptions};return assertResponse(await this._containerOrBlobOperation.breakLease(operationOptions))})}};import{Readable}from"node:stream";var RetriableReadableStream=class extends Readable{start;offset;end;getter;source;retries=0;maxRetryRequests;onProgress;options;constructor(source,getter,offset,count,options={}){
super({highWaterMark:options.highWaterMark});this.getter=getter;this.source=source;this.start=offset;this.offset=offset;this.end=offset+count-1;this.maxRetryRequests=
options.maxRetryRequests&&options.maxRetryRequests>=0?options.maxRetryRequests:0;this.onProgress=options.onProgress;this.options=options;this.setSourceEventHandlers()}_read(){
this.source.resume()}setSourceEventHandlers(){this.source.on("data",this.sourceDataHandler);this.source.on("end",this.sourceErrorOrEndHandler);this.source.on("e\
rror",this.sourceErrorOrEndHandler);this.source.on("aborted",this.sourceAbortedHandler)}removeSourceEventHandlers(){this.source.removeListener("data",this.sourceDataHandler);
this.source.removeListener("end",this.sourceErrorOrEndHandler);this.source.removeListener("error",this.sourceErrorOrEndHandler);this.source.removeListener("abor\
ted",this.sourceAbortedHandler)}sourceDataHandler=data=>{if(this.options.doInjectErrorOnce){this.options.doInjectErrorOnce=void 0;this.source.pause();this.sourceErrorOrEndHandler();
this.source.destroy();return}this.offset+=data.length;if(this.onProgress){this.onProgress({loadedBytes:this.offset-this.start})}if(!this.push(data)){this.source.
pause()}};sourceAbortedHandler=()=>{const abortError=new AbortError("The operation was aborted.");this.destroy(abortError)};sourceErrorOrEndHandler=err=>{if(err&&
err.name==="AbortError"){this.destroy(err);return}this.removeSourceEventHandlers();if(this.offset-1===this.end){this.push(null)}else if(this.offset<=this.end){if(this.
retries<this.maxRetryRequests){this.retries+=1;this.getter(this.offset).then(newSource=>{this.source=newSource;this.setSourceEventHandlers();return}).catch(error2=>{
this.destroy(error2)})}else{this.destroy(new Error(`Data corruption failure: received less data than required and reached maxRetires limitation. Received data o\
ffset: ${this.offset-1}, data needed offset: ${this.end}, retries: ${this.retries}, max retries: ${this.maxRetryRequests}`))}}else{this.destroy(new Error(`Data \
corruption failure: Received more data than original request, data needed offset is ${this.end}, received offset: ${this.offset-1}`))}};_destroy(error2,callback){
this.removeSourceEventHandlers();this.source.destroy();callback(error2===null?void 0:error2)}};var BlobDownloadResponse=class{get acceptRanges(){return this.originalResponse.acceptRanges}get cacheControl(){return this.originalResponse.cacheControl}get contentDisposition(){
return this.originalResponse.contentDisposition}get contentEncoding(){return this.originalResponse.contentEncoding}get contentLanguage(){return this.originalResponse.
contentLanguage}get blobSequenceNumber(){return this.originalResponse.blobSequenceNumber}get blobType(){return this.originalResponse.blobType}get contentLength(){
return this.originalResponse.contentLength}get contentMD5(){return this.originalResponse.contentMD5}get contentRange(){return this.originalResponse.contentRange}get contentType(){
return this.originalResponse.contentType}get copyCompletedOn(){return this.originalResponse.copyCompletedOn}get copyId(){return this.originalResponse.copyId}get copyProgress(){
return this.originalResponse.copyProgress}get copySource(){return this.originalResponse.copySource}get copyStatus(){return this.originalResponse.copyStatus}get copyStatusDescription(){
return this.originalResponse.copyStatusDescription}get leaseDuration(){return this.originalResponse.leaseDuration}get leaseState(){return this.originalResponse.
leaseState}get leaseStatus(){return this.originalResponse.leaseStatus}get date(){return this.originalResponse.date}get blobCommittedBlockCount(){return this.originalResponse.
blobCommittedBlockCount}get etag(){return this.originalResponse.etag}get tagCount(){return this.originalResponse.tagCount}get errorCode(){return this.originalResponse.
errorCode}get isServerEncrypted(){return this.originalResponse.isServerEncrypted}get blobContentMD5(){return this.originalResponse.blobContentMD5}get lastModified(){
return this.originalResponse.lastModified}get lastAccessed(){return this.originalResponse.lastAccessed}get createdOn(){return this.originalResponse.createdOn}get metadata(){
return this.originalResponse.metadata}get requestId(){return this.originalResponse.requestId}get clientRequestId(){return this.originalResponse.clientRequestId}get version(){
return this.originalResponse.version}get versionId(){return this.originalResponse.versionId}get isCurrentVersion(){return this.originalResponse.isCurrentVersion}get encryptionKeySha256(){
return this.originalResponse.encryptionKeySha256}get contentCrc64(){return this.originalResponse.contentCrc64}get objectReplicationDestinationPolicyId(){return this.
originalResponse.objectReplicationDestinationPolicyId}get objectReplicationSourceProperties(){return this.originalResponse.objectReplicationSourceProperties}get isSealed(){
return this.originalResponse.isSealed}get immutabilityPolicyExpiresOn(){return this.originalResponse.immutabilityPolicyExpiresOn}get immutabilityPolicyMode(){return this.
originalResponse.immutabilityPolicyMode}get legalHold(){return this.originalResponse.legalHold}get contentAsBlob(){return this.originalResponse.blobBody}get readableStreamBody(){
return isNodeLike?this.blobDownloadStream:void 0}get _response(){return this.originalResponse._response}originalResponse;blobDownloadStream;constructor(originalResponse,getter,offset,count,options={}){
this.originalResponse=originalResponse;this.blobDownloadStream=new RetriableReadableStream(this.originalResponse.readableStreamBody,getter,offset,count,options)}};import{Readable as Readable2}from"node:stream";var AVRO_SYNC_MARKER_SIZE=16;var AVRO_INIT_BYTES=new Uint8Array([79,98,106,1]);var AVRO_CODEC_KEY="avro.codec";var AVRO_SCHEMA_KEY="avro.schema";var AvroParser=class _AvroParser{static async readFixedBytes(stream2,length,options={}){const bytes=await stream2.read(length,{abortSignal:options.abortSignal});
if(bytes.length!==length){throw new Error("Hit stream end.")}return bytes}static async readByte(stream2,options={}){const buf=await _AvroParser.readFixedBytes(stream2,
1,options);return buf[0]}static async readZigZagLong(stream2,options={}){let zigZagEncoded=0;let significanceInBit=0;let byte,haveMoreByte,significanceInFloat;do{
byte=await _AvroParser.readByte(stream2,options);haveMoreByte=byte&128;zigZagEncoded|=(byte&127)<<significanceInBit;significanceInBit+=7}while(haveMoreByte&&significanceInBit<
28);if(haveMoreByte){zigZagEncoded=zigZagEncoded;significanceInFloat=268435456;do{byte=await _AvroParser.readByte(stream2,options);zigZagEncoded+=(byte&127)*significanceInFloat;
significanceInFloat*=128}while(byte&128);const res=(zigZagEncoded%2?-(zigZagEncoded+1):zigZagEncoded)/2;if(res<Number.MIN_SAFE_INTEGER||res>Number.MAX_SAFE_INTEGER){
throw new Error("Integer overflow.")}return res}return zigZagEncoded>>1^-(zigZagEncoded&1)}static async readLong(stream2,options={}){return _AvroParser.readZigZagLong(
stream2,options)}static async readInt(stream2,options={}){return _AvroParser.readZigZagLong(stream2,options)}static async readNull(){return null}static async readBoolean(stream2,options={}){
const b=await _AvroParser.readByte(stream2,options);if(b===1){return true}else if(b===0){return false}else{throw new Error("Byte was not a boolean.")}}static async readFloat(stream2,options={}){
const u8arr=await _AvroParser.readFixedBytes(stream2,4,options);const view=new DataView(u8arr.buffer,u8arr.byteOffset,u8arr.byteLength);return view.getFloat32(0,
true)}static async readDouble(stream2,options={}){const u8arr=await _AvroParser.readFixedBytes(stream2,8,options);const view=new DataView(u8arr.buffer,u8arr.byteOffset,
u8arr.byteLength);return view.getFloat64(0,true)}static async readBytes(stream2,options={}){const size=await _AvroParser.readLong(stream2,options);if(size<0){throw new Error(
"Bytes size was negative.")}return stream2.read(size,{abortSignal:options.abortSignal})}static async readString(stream2,options={}){const u8arr=await _AvroParser.
readBytes(stream2,options);const utf8decoder=new TextDecoder;return utf8decoder.decode(u8arr)}static async readMapPair(stream2,readItemMethod,options={}){const key=await _AvroParser.
readString(stream2,options);const value=await readItemMethod(stream2,options);return{key,value}}static async readMap(stream2,readItemMethod,options={}){const readPairMethod=(s,opts={})=>{
return _AvroParser.readMapPair(s,readItemMethod,opts)};const pairs=await _AvroParser.readArray(stream2,readPairMethod,options);const dict={};for(const pair of pairs){
dict[pair.key]=pair.value}return dict}static async readArray(stream2,readItemMethod,options={}){const items=[];for(let count=await _AvroParser.readLong(stream2,
options);count!==0;count=await _AvroParser.readLong(stream2,options)){if(count<0){await _AvroParser.readLong(stream2,options);count=-count}while(count--){const item=await readItemMethod(
stream2,options);items.push(item)}}return items}};var AvroComplex;(function(AvroComplex2){AvroComplex2["RECORD"]="record";AvroComplex2["ENUM"]="enum";AvroComplex2["\
ARRAY"]="array";AvroComplex2["MAP"]="map";AvroComplex2["UNION"]="union";AvroComplex2["FIXED"]="fixed"})(AvroComplex||(AvroComplex={}));var AvroPrimitive;(function(AvroPrimitive2){
AvroPrimitive2["NULL"]="null";AvroPrimitive2["BOOLEAN"]="boolean";AvroPrimitive2["INT"]="int";AvroPrimitive2["LONG"]="long";AvroPrimitive2["FLOAT"]="float";AvroPrimitive2["\
DOUBLE"]="double";AvroPrimitive2["BYTES"]="bytes";AvroPrimitive2["STRING"]="string"})(AvroPrimitive||(AvroPrimitive={}));var AvroType=class _AvroType{static fromSchema(schema){
if(typeof schema==="string"){return _AvroType.fromStringSchema(schema)}else if(Array.isArray(schema)){return _AvroType.fromArraySchema(schema)}else{return _AvroType.
fromObjectSchema(schema)}}static fromStringSchema(schema){switch(schema){case AvroPrimitive.NULL:case AvroPrimitive.BOOLEAN:case AvroPrimitive.INT:case AvroPrimitive.
LONG:case AvroPrimitive.FLOAT:case AvroPrimitive.DOUBLE:case AvroPrimitive.BYTES:case AvroPrimitive.STRING:return new AvroPrimitiveType(schema);default:throw new Error(
`Unexpected Avro type ${schema}`)}}static fromArraySchema(schema){return new AvroUnionType(schema.map(_AvroType.fromSchema))}static fromObjectSchema(schema){const type=schema.
type;try{return _AvroType.fromStringSchema(type)}catch{}switch(type){case AvroComplex.RECORD:if(schema.aliases){throw new Error(`aliases currently is not suppor\
ted, schema: ${schema}`)}if(!schema.name){throw new Error(`Required attribute 'name' doesn't exist on schema: ${schema}`)}const fields={};if(!schema.fields){throw new Error(
`Required attribute 'fields' doesn't exist on schema: ${schema}`)}for(const field of schema.fields){fields[field.name]=_AvroType.fromSchema(field.type)}return new AvroRecordType(
fields,schema.name);case AvroComplex.ENUM:if(schema.aliases){throw new Error(`aliases currently is not supported, schema: ${schema}`)}if(!schema.symbols){throw new Error(
`Required attribute 'symbols' doesn't exist on schema: ${schema}`)}return new AvroEnumType(schema.symbols);case AvroComplex.MAP:if(!schema.values){throw new Error(
`Required attribute 'values' doesn't exist on schema: ${schema}`)}return new AvroMapType(_AvroType.fromSchema(schema.values));case AvroComplex.ARRAY:case AvroComplex.
FIXED:default:throw new Error(`Unexpected Avro type ${type} in ${schema}`)}}};var AvroPrimitiveType=class extends AvroType{_primitive;constructor(primitive){super();
this._primitive=primitive}read(stream2,options={}){switch(this._primitive){case AvroPrimitive.NULL:return AvroParser.readNull();case AvroPrimitive.BOOLEAN:return AvroParser.
readBoolean(stream2,options);case AvroPrimitive.INT:return AvroParser.readInt(stream2,options);case AvroPrimitive.LONG:return AvroParser.readLong(stream2,options);case AvroPrimitive.
FLOAT:return AvroParser.readFloat(stream2,options);case AvroPrimitive.DOUBLE:return AvroParser.readDouble(stream2,options);case AvroPrimitive.BYTES:return AvroParser.
readBytes(stream2,options);case AvroPrimitive.STRING:return AvroParser.readString(stream2,options);default:throw new Error("Unknown Avro Primitive")}}};var AvroEnumType=class extends AvroType{_symbols;constructor(symbols){
super();this._symbols=symbols}async read(stream2,options={}){const value=await AvroParser.readInt(stream2,options);return this._symbols[value]}};var AvroUnionType=class extends AvroType{_types;constructor(types2){
super();this._types=types2}async read(stream2,options={}){const typeIndex=await AvroParser.readInt(stream2,options);return this._types[typeIndex].read(stream2,options)}};
var AvroMapType=class extends AvroType{_itemType;constructor(itemType){super();this._itemType=itemType}read(stream2,options={}){const readItemMethod=(s,opts)=>{
return this._itemType.read(s,opts)};return AvroParser.readMap(stream2,readItemMethod,options)}};var AvroRecordType=class extends AvroType{_name;_fields;constructor(fields,name){
super();this._fields=fields;this._name=name}async read(stream2,options={}){const record={};record["$schema"]=this._name;for(const key in this._fields){if(Object.
prototype.hasOwnProperty.call(this._fields,key)){record[key]=await this._fields[key].read(stream2,options)}}return record}};function arraysEqual(a,b){if(a===b)return true;if(a==null||b==null)return false;if(a.length!==b.length)return false;for(let i=0;i<a.length;++i){if(a[i]!==b[i])return false}
return true}var AvroReader=class{_dataStream;_headerStream;_syncMarker;_metadata;_itemType;_itemsRemainingInBlock;_initialBlockOffset;_blockOffset;get blockOffset(){return this.
_blockOffset}_objectIndex;get objectIndex(){return this._objectIndex}_initialized;constructor(dataStream,headerStream,currentBlockOffset,indexWithinCurrentBlock){
this._dataStream=dataStream;this._headerStream=headerStream||dataStream;this._initialized=false;this._blockOffset=currentBlockOffset||0;this._objectIndex=indexWithinCurrentBlock||
0;this._initialBlockOffset=currentBlockOffset||0}async initialize(options={}){const header=await AvroParser.readFixedBytes(this._headerStream,AVRO_INIT_BYTES.length,
{abortSignal:options.abortSignal});if(!arraysEqual(header,AVRO_INIT_BYTES)){throw new Error("Stream is not an Avro file.")}this._metadata=await AvroParser.readMap(
this._headerStream,AvroParser.readString,{abortSignal:options.abortSignal});const codec=this._metadata[AVRO_CODEC_KEY];if(!(codec===void 0||codec===null||codec===
"null")){throw new Error("Codecs are not supported")}this._syncMarker=await AvroParser.readFixedBytes(this._headerStream,AVRO_SYNC_MARKER_SIZE,{abortSignal:options.
abortSignal});const schema=JSON.parse(this._metadata[AVRO_SCHEMA_KEY]);this._itemType=AvroType.fromSchema(schema);if(this._blockOffset===0){this._blockOffset=this.
_initialBlockOffset+this._dataStream.position}this._itemsRemainingInBlock=await AvroParser.readLong(this._dataStream,{abortSignal:options.abortSignal});await AvroParser.
readLong(this._dataStream,{abortSignal:options.abortSignal});this._initialized=true;if(this._objectIndex&&this._objectIndex>0){for(let i=0;i<this._objectIndex;i++){
await this._itemType.read(this._dataStream,{abortSignal:options.abortSignal});this._itemsRemainingInBlock--}}}hasNext(){return!this._initialized||this._itemsRemainingInBlock>
0}async*parseObjects(options={}){if(!this._initialized){await this.initialize(options)}while(this.hasNext()){const result=await this._itemType.read(this._dataStream,
{abortSignal:options.abortSignal});this._itemsRemainingInBlock--;this._objectIndex++;if(this._itemsRemainingInBlock===0){const marker2=await AvroParser.readFixedBytes(
this._dataStream,AVRO_SYNC_MARKER_SIZE,{abortSignal:options.abortSignal});this._blockOffset=this._initialBlockOffset+this._dataStream.position;this._objectIndex=
0;if(!arraysEqual(this._syncMarker,marker2)){throw new Error("Stream is not a valid Avro file.")}try{this._itemsRemainingInBlock=await AvroParser.readLong(this.
_dataStream,{abortSignal:options.abortSignal})}catch{this._itemsRemainingInBlock=0}if(this._itemsRemainingInBlock>0){await AvroParser.readLong(this._dataStream,
{abortSignal:options.abortSignal})}}yield result}}};var AvroReadable=class{};import{Buffer as Buffer2}from"buffer";var ABORT_ERROR=new AbortError("Reading from the avro stream was aborted.");var AvroReadableFromStream=class extends AvroReadable{_position;_readable;toUint8Array(data){
if(typeof data==="string"){return Buffer2.from(data)}return data}constructor(readable){super();this._readable=readable;this._position=0}get position(){return this.
_position}async read(size,options={}){if(options.abortSignal?.aborted){throw ABORT_ERROR}if(size<0){throw new Error(`size parameter should be positive: ${size}`)}
if(size===0){return new Uint8Array}if(!this._readable.readable){throw new Error("Stream no longer readable.")}const chunk=this._readable.read(size);if(chunk){this.
_position+=chunk.length;return this.toUint8Array(chunk)}else{return new Promise((resolve5,reject)=>{const cleanUp=()=>{this._readable.removeListener("readable",
readableCallback);this._readable.removeListener("error",rejectCallback);this._readable.removeListener("end",rejectCallback);this._readable.removeListener("close",
rejectCallback);if(options.abortSignal){options.abortSignal.removeEventListener("abort",abortHandler)}};const readableCallback=()=>{const callbackChunk=this._readable.
read(size);if(callbackChunk){this._position+=callbackChunk.length;cleanUp();resolve5(this.toUint8Array(callbackChunk))}};const rejectCallback=()=>{cleanUp();reject()};
const abortHandler=()=>{cleanUp();reject(ABORT_ERROR)};this._readable.on("readable",readableCallback);this._readable.once("error",rejectCallback);this._readable.
once("end",rejectCallback);this._readable.once("close",rejectCallback);if(options.abortSignal){options.abortSignal.addEventListener("abort",abortHandler)}})}}};var BlobQuickQueryStream=class extends Readable2{source;avroReader;avroIter;avroPaused=true;onProgress;onError;constructor(source,options={}){super();this.source=
source;this.onProgress=options.onProgress;this.onError=options.onError;this.avroReader=new AvroReader(new AvroReadableFromStream(this.source));this.avroIter=this.
avroReader.parseObjects({abortSignal:options.abortSignal})}_read(){if(this.avroPaused){this.readInternal().catch(err=>{this.emit("error",err)})}}async readInternal(){
this.avroPaused=false;let avroNext;do{avroNext=await this.avroIter.next();if(avroNext.done){break}const obj=avroNext.value;const schema=obj.$schema;if(typeof schema!==
"string"){throw Error("Missing schema in avro record.")}switch(schema){case"com.microsoft.azure.storage.queryBlobContents.resultData":{const data=obj.data;if(data instanceof
Uint8Array===false){throw Error("Invalid data in avro result record.")}if(!this.push(Buffer.from(data))){this.avroPaused=true}}break;case"com.microsoft.azure.st\
orage.queryBlobContents.progress":{const bytesScanned=obj.bytesScanned;if(typeof bytesScanned!=="number"){throw Error("Invalid bytesScanned in avro progress rec\
ord.")}if(this.onProgress){this.onProgress({loadedBytes:bytesScanned})}}break;case"com.microsoft.azure.storage.queryBlobContents.end":if(this.onProgress){const totalBytes=obj.
totalBytes;if(typeof totalBytes!=="number"){throw Error("Invalid totalBytes in avro end record.")}this.onProgress({loadedBytes:totalBytes})}this.push(null);break;case"\
com.microsoft.azure.storage.queryBlobContents.error":if(this.onError){const fatal=obj.fatal;if(typeof fatal!=="boolean"){throw Error("Invalid fatal in avro erro\
r record.")}const name=obj.name;if(typeof name!=="string"){throw Error("Invalid name in avro error record.")}const description=obj.description;if(typeof description!==
"string"){throw Error("Invalid description in avro error record.")}const position=obj.position;if(typeof position!=="number"){throw Error("Invalid position in a\
vro error record.")}this.onError({position,name,isFatal:fatal,description})}break;default:throw Error(`Unknown schema ${schema} in avro progress record.`)}}while(!avroNext.
done&&!this.avroPaused)}};var BlobQueryResponse=class{get acceptRanges(){return this.originalResponse.acceptRanges}get cacheControl(){return this.originalResponse.cacheControl}get contentDisposition(){
return this.originalResponse.contentDisposition}get contentEncoding(){return this.originalResponse.contentEncoding}get contentLanguage(){return this.originalResponse.
contentLanguage}get blobSequenceNumber(){return this.originalResponse.blobSequenceNumber}get blobType(){return this.originalResponse.blobType}get contentLength(){
return this.originalResponse.contentLength}get contentMD5(){return this.originalResponse.contentMD5}get contentRange(){return this.originalResponse.contentRange}get contentType(){
return this.originalResponse.contentType}get copyCompletedOn(){return void 0}get copyId(){return this.originalResponse.copyId}get copyProgress(){return this.originalResponse.
copyProgress}get copySource(){return this.originalResponse.copySource}get copyStatus(){return this.originalResponse.copyStatus}get copyStatusDescription(){return this.
originalResponse.copyStatusDescription}get leaseDuration(){return this.originalResponse.leaseDuration}get leaseState(){return this.originalResponse.leaseState}get leaseStatus(){
return this.originalResponse.leaseStatus}get date(){return this.originalResponse.date}get blobCommittedBlockCount(){return this.originalResponse.blobCommittedBlockCount}get etag(){
return this.originalResponse.etag}get errorCode(){return this.originalResponse.errorCode}get isServerEncrypted(){return this.originalResponse.isServerEncrypted}get blobContentMD5(){
return this.originalResponse.blobContentMD5}get lastModified(){return this.originalResponse.lastModified}get metadata(){return this.originalResponse.metadata}get requestId(){
return this.originalResponse.requestId}get clientRequestId(){return this.originalResponse.clientRequestId}get version(){return this.originalResponse.version}get encryptionKeySha256(){
return this.originalResponse.encryptionKeySha256}get contentCrc64(){return this.originalResponse.contentCrc64}get blobBody(){return void 0}get readableStreamBody(){
return isNodeLike?this.blobDownloadStream:void 0}get _response(){return this.originalResponse._response}originalResponse;blobDownloadStream;constructor(originalResponse,options={}){
this.originalResponse=originalResponse;this.blobDownloadStream=new BlobQuickQueryStream(this.originalResponse.readableStreamBody,options)}};var BlockBlobTier;(function(BlockBlobTier2){BlockBlobTier2["Hot"]="Hot";BlockBlobTier2["Cool"]="Cool";BlockBlobTier2["Cold"]="Cold";BlockBlobTier2["Archive"]="A\
rchive"})(BlockBlobTier||(BlockBlobTier={}));var PremiumPageBlobTier;(function(PremiumPageBlobTier2){PremiumPageBlobTier2["P4"]="P4";PremiumPageBlobTier2["P6"]=
"P6";PremiumPageBlobTier2["P10"]="P10";PremiumPageBlobTier2["P15"]="P15";PremiumPageBlobTier2["P20"]="P20";PremiumPageBlobTier2["P30"]="P30";PremiumPageBlobTier2["\
P40"]="P40";PremiumPageBlobTier2["P50"]="P50";PremiumPageBlobTier2["P60"]="P60";PremiumPageBlobTier2["P70"]="P70";PremiumPageBlobTier2["P80"]="P80"})(PremiumPageBlobTier||
(PremiumPageBlobTier={}));function toAccessTier(tier2){if(tier2===void 0){return void 0}return tier2}function ensureCpkIfSpecified(cpk,isHttps){if(cpk&&!isHttps){
throw new RangeError("Customer-provided encryption key must be used over HTTPS.")}if(cpk&&!cpk.encryptionAlgorithm){cpk.encryptionAlgorithm=EncryptionAlgorithmAES25}}
var StorageBlobAudience;(function(StorageBlobAudience2){StorageBlobAudience2["StorageOAuthScopes"]="https://storage.azure.com/.default";StorageBlobAudience2["Di\
skComputeOAuthScopes"]="https://disk.compute.azure.com/.default"})(StorageBlobAudience||(StorageBlobAudience={}));function rangeResponseFromModel(response){const pageRange=(response._response.parsedBody.pageRange||[]).map(x=>({offset:x.start,count:x.end-x.start}));const clearRange=(response.
_response.parsedBody.clearRange||[]).map(x=>({offset:x.start,count:x.end-x.start}));return{...response,pageRange,clearRange,_response:{...response._response,parsedBody:{
pageRange,clearRange}}}}var BlobBeginCopyFromUrlPoller=class extends Poller{intervalInMs;constructor(options){const{blobClient,copySource:copySource2,intervalInMs=15e3,onProgress,resumeFrom,
startCopyFromURLOptions}=options;let state;if(resumeFrom){state=JSON.parse(resumeFrom).state}const operation=makeBlobBeginCopyFromURLPollOperation({...state,blobClient,
copySource:copySource2,startCopyFromURLOptions});super(operation);if(typeof onProgress==="function"){this.onProgress(onProgress)}this.intervalInMs=intervalInMs}delay(){
return delay(this.intervalInMs)}};var cancel=async function cancel2(options={}){const state=this.state;const{copyId:copyId2}=state;if(state.isCompleted){return makeBlobBeginCopyFromURLPollOperation(
state)}if(!copyId2){state.isCancelled=true;return makeBlobBeginCopyFromURLPollOperation(state)}await state.blobClient.abortCopyFromURL(copyId2,{abortSignal:options.
abortSignal});state.isCancelled=true;return makeBlobBeginCopyFromURLPollOperation(state)};var update=async function update2(options={}){const state=this.state;const{
blobClient,copySource:copySource2,startCopyFromURLOptions}=state;if(!state.isStarted){state.isStarted=true;const result=await blobClient.startCopyFromURL(copySource2,
startCopyFromURLOptions);state.copyId=result.copyId;if(result.copyStatus==="success"){state.result=result;state.isCompleted=true}}else if(!state.isCompleted){try{
const result=await state.blobClient.getProperties({abortSignal:options.abortSignal});const{copyStatus,copyProgress}=result;const prevCopyProgress=state.copyProgress;
if(copyProgress){state.copyProgress=copyProgress}if(copyStatus==="pending"&&copyProgress!==prevCopyProgress&&typeof options.fireProgress==="function"){options.fireProgress(
state)}else if(copyStatus==="success"){state.result=result;state.isCompleted=true}else if(copyStatus==="failed"){state.error=new Error(`Blob copy failed with re\
ason: "${result.copyStatusDescription||"unknown"}"`);state.isCompleted=true}}catch(err){state.error=err;state.isCompleted=true}}return makeBlobBeginCopyFromURLPollOperation(
state)};var toString=function toString2(){return JSON.stringify({state:this.state},(key,value)=>{if(key==="blobClient"){return void 0}return value})};function makeBlobBeginCopyFromURLPollOperation(state){
return{state:{...state},cancel,toString,update}}function rangeToString(iRange){if(iRange.offset<0){throw new RangeError(`Range.offset cannot be smaller than 0.`)}if(iRange.count&&iRange.count<=0){throw new RangeError(
`Range.count must be larger than 0. Leave it undefined if you want a range from offset to the end.`)}return iRange.count?`bytes=${iRange.offset}-${iRange.offset+
iRange.count-1}`:`bytes=${iRange.offset}-`}import{EventEmitter}from"events";var BatchStates;(function(BatchStates2){BatchStates2[BatchStates2["Good"]=0]="Good";BatchStates2[BatchStates2["Error"]=1]="Erro\
r"})(BatchStates||(BatchStates={}));var Batch=class{concurrency;actives=0;completed=0;offset=0;operations=[];state=BatchStates.Good;emitter;constructor(concurrency=5){
if(concurrency<1){throw new RangeError("concurrency must be larger than 0")}this.concurrency=concurrency;this.emitter=new EventEmitter}addOperation(operation){this.
operations.push(async()=>{try{this.actives++;await operation();this.actives--;this.completed++;this.parallelExecute()}catch(error2){this.emitter.emit("error",error2)}})}async do(){
if(this.operations.length===0){return Promise.resolve()}this.parallelExecute();return new Promise((resolve5,reject)=>{this.emitter.on("finish",resolve5);this.emitter.
on("error",error2=>{this.state=BatchStates.Error;reject(error2)})})}nextOperation(){if(this.offset<this.operations.length){return this.operations[this.offset++]}
return null}parallelExecute(){if(this.state===BatchStates.Error){return}if(this.completed>=this.operations.length){this.emitter.emit("finish");return}while(this.
actives<this.concurrency){const operation=this.nextOperation();if(operation){operation()}else{return}}}};import fs3 from"node:fs";import util2 from"node:util";async function streamToBuffer(stream2,buffer2,offset,end2,encoding){let pos=0;const count=end2-offset;return new Promise((resolve5,reject)=>{const timeout=setTimeout(
()=>reject(new Error(`The operation cannot be completed in timeout.`)),REQUEST_TIMEOUT);stream2.on("readable",()=>{if(pos>=count){clearTimeout(timeout);resolve5();
return}let chunk=stream2.read();if(!chunk){return}if(typeof chunk==="string"){chunk=Buffer.from(chunk,encoding)}const chunkLength=pos+chunk.length>count?count-pos:
chunk.length;buffer2.fill(chunk.slice(0,chunkLength),offset+pos,offset+pos+chunkLength);pos+=chunkLength});stream2.on("end",()=>{clearTimeout(timeout);if(pos<count){
reject(new Error(`Stream drains before getting enough data needed. Data read: ${pos}, data need: ${count}`))}resolve5()});stream2.on("error",msg=>{clearTimeout(
timeout);reject(msg)})})}async function readStreamToLocalFile(rs,file){return new Promise((resolve5,reject)=>{const ws=fs3.createWriteStream(file);rs.on("error",err=>{reject(err)});ws.on(
"error",err=>{reject(err)});ws.on("close",resolve5);rs.pipe(ws)})}var fsStat=util2.promisify(fs3.stat);var fsCreateReadStream=fs3.createReadStream;var BlobClient=class _BlobClient extends StorageClient2{blobContext;_name;_containerName;_versionId;_snapshot;get name(){return this._name}get containerName(){return this.
_containerName}constructor(urlOrConnectionString,credentialOrPipelineOrContainerName,blobNameOrOptions,options){options=options||{};let pipeline3;let url2;if(isPipelineLike(
credentialOrPipelineOrContainerName)){url2=urlOrConnectionString;pipeline3=credentialOrPipelineOrContainerName}else if(isNodeLike&&credentialOrPipelineOrContainerName instanceof
StorageSharedKeyCredential||credentialOrPipelineOrContainerName instanceof AnonymousCredential||isTokenCredential(credentialOrPipelineOrContainerName)){url2=urlOrConnectionString;
options=blobNameOrOptions;pipeline3=newPipeline(credentialOrPipelineOrContainerName,options)}else if(!credentialOrPipelineOrContainerName&&typeof credentialOrPipelineOrContainerName!==
"string"){url2=urlOrConnectionString;if(blobNameOrOptions&&typeof blobNameOrOptions!=="string"){options=blobNameOrOptions}pipeline3=newPipeline(new AnonymousCredential,
options)}else if(credentialOrPipelineOrContainerName&&typeof credentialOrPipelineOrContainerName==="string"&&blobNameOrOptions&&typeof blobNameOrOptions==="stri\
ng"){const containerName=credentialOrPipelineOrContainerName;const blobName=blobNameOrOptions;const extractedCreds=extractConnectionStringParts(urlOrConnectionString);
if(extractedCreds.kind==="AccountConnString"){if(isNodeLike){const sharedKeyCredential=new StorageSharedKeyCredential(extractedCreds.accountName,extractedCreds.
accountKey);url2=appendToURLPath(appendToURLPath(extractedCreds.url,encodeURIComponent(containerName)),encodeURIComponent(blobName));if(!options.proxyOptions){options.
proxyOptions=getDefaultProxySettings(extractedCreds.proxyUri)}pipeline3=newPipeline(sharedKeyCredential,options)}else{throw new Error("Account connection string\
 is only supported in Node.js environment")}}else if(extractedCreds.kind==="SASConnString"){url2=appendToURLPath(appendToURLPath(extractedCreds.url,encodeURIComponent(
containerName)),encodeURIComponent(blobName))+"?"+extractedCreds.accountSas;pipeline3=newPipeline(new AnonymousCredential,options)}else{throw new Error("Connect\
ion string must be either an Account connection string or a SAS connection string")}}else{throw new Error("Expecting non-empty strings for containerName and blo\
bName parameters")}super(url2,pipeline3);({blobName:this._name,containerName:this._containerName}=this.getBlobAndContainerNamesFromUrl());this.blobContext=this.
storageClientContext.blob;this._snapshot=getURLParameter(this.url,URLConstants.Parameters.SNAPSHOT);this._versionId=getURLParameter(this.url,URLConstants.Parameters.
VERSIONID)}withSnapshot(snapshot2){return new _BlobClient(setURLParameter(this.url,URLConstants.Parameters.SNAPSHOT,snapshot2.length===0?void 0:snapshot2),this.
pipeline)}withVersion(versionId2){return new _BlobClient(setURLParameter(this.url,URLConstants.Parameters.VERSIONID,versionId2.length===0?void 0:versionId2),this.
pipeline)}getAppendBlobClient(){return new AppendBlobClient(this.url,this.pipeline)}getBlockBlobClient(){return new BlockBlobClient(this.url,this.pipeline)}getPageBlobClient(){
return new PageBlobClient(this.url,this.pipeline)}async download(offset=0,count,options={}){options.conditions=options.conditions||{};options.conditions=options.
conditions||{};ensureCpkIfSpecified(options.customerProvidedKey,this.isHttps);return tracingClient.withSpan("BlobClient-download",options,async updatedOptions=>{
const res=assertResponse(await this.blobContext.download({abortSignal:options.abortSignal,leaseAccessConditions:options.conditions,modifiedAccessConditions:{...options.
conditions,ifTags:options.conditions?.tagConditions},requestOptions:{onDownloadProgress:isNodeLike?void 0:options.onProgress},range:offset===0&&!count?void 0:rangeToString(
{offset,count}),rangeGetContentMD5:options.rangeGetContentMD5,rangeGetContentCRC64:options.rangeGetContentCrc64,snapshot:options.snapshot,cpkInfo:options.customerProvidedKey,
tracingOptions:updatedOptions.tracingOptions}));const wrappedRes={...res,_response:res._response,objectReplicationDestinationPolicyId:res.objectReplicationPolicyId,
objectReplicationSourceProperties:parseObjectReplicationRecord(res.objectReplicationRules)};if(!isNodeLike){return wrappedRes}if(options.maxRetryRequests===void 0||
options.maxRetryRequests<0){options.maxRetryRequests=DEFAULT_MAX_DOWNLOAD_RETRY_REQUESTS}if(res.contentLength===void 0){throw new RangeError(`File download resp\
onse doesn't contain valid content length header`)}if(!res.etag){throw new RangeError(`File download response doesn't contain valid etag header`)}return new BlobDownloadResponse(
wrappedRes,async start=>{const updatedDownloadOptions={leaseAccessConditions:options.conditions,modifiedAccessConditions:{ifMatch:options.conditions.ifMatch||res.
etag,ifModifiedSince:options.conditions.ifModifiedSince,ifNoneMatch:options.conditions.ifNoneMatch,ifUnmodifiedSince:options.conditions.ifUnmodifiedSince,ifTags:options.
conditions?.tagConditions},range:rangeToString({count:offset+res.contentLength-start,offset:start}),rangeGetContentMD5:options.rangeGetContentMD5,rangeGetContentCRC64:options.
rangeGetContentCrc64,snapshot:options.snapshot,cpkInfo:options.customerProvidedKey};return(await this.blobContext.download({abortSignal:options.abortSignal,...updatedDownloadOptions})).
readableStreamBody},offset,res.contentLength,{maxRetryRequests:options.maxRetryRequests,onProgress:options.onProgress})})}async exists(options={}){return tracingClient.
withSpan("BlobClient-exists",options,async updatedOptions=>{try{ensureCpkIfSpecified(options.customerProvidedKey,this.isHttps);await this.getProperties({abortSignal:options.
abortSignal,customerProvidedKey:options.customerProvidedKey,conditions:options.conditions,tracingOptions:updatedOptions.tracingOptions});return true}catch(e){if(e.
statusCode===404){return false}else if(e.statusCode===409&&(e.details.errorCode===BlobUsesCustomerSpecifiedEncryptionMsg||e.details.errorCode===BlobDoesNotUseCustomerSpecifiedEncryption)){
return true}throw e}})}async getProperties(options={}){options.conditions=options.conditions||{};ensureCpkIfSpecified(options.customerProvidedKey,this.isHttps);
return tracingClient.withSpan("BlobClient-getProperties",options,async updatedOptions=>{const res=assertResponse(await this.blobContext.getProperties({abortSignal:options.
abortSignal,leaseAccessConditions:options.conditions,modifiedAccessConditions:{...options.conditions,ifTags:options.conditions?.tagConditions},cpkInfo:options.customerProvidedKey,
tracingOptions:updatedOptions.tracingOptions}));return{...res,_response:res._response,objectReplicationDestinationPolicyId:res.objectReplicationPolicyId,objectReplicationSourceProperties:parseObjectReplicationRecord(
res.objectReplicationRules)}})}async delete(options={}){options.conditions=options.conditions||{};return tracingClient.withSpan("BlobClient-delete",options,async updatedOptions=>{
return assertResponse(await this.blobContext.delete({abortSignal:options.abortSignal,deleteSnapshots:options.deleteSnapshots,leaseAccessConditions:options.conditions,
modifiedAccessConditions:{...options.conditions,ifTags:options.conditions?.tagConditions},tracingOptions:updatedOptions.tracingOptions}))})}async deleteIfExists(options={}){
return tracingClient.withSpan("BlobClient-deleteIfExists",options,async updatedOptions=>{try{const res=assertResponse(await this.delete(updatedOptions));return{
succeeded:true,...res,_response:res._response}}catch(e){if(e.details?.errorCode==="BlobNotFound"){return{succeeded:false,...e.response?.parsedHeaders,_response:e.
response}}throw e}})}async undelete(options={}){return tracingClient.withSpan("BlobClient-undelete",options,async updatedOptions=>{return assertResponse(await this.
blobContext.undelete({abortSignal:options.abortSignal,tracingOptions:updatedOptions.tracingOptions}))})}async setHTTPHeaders(blobHTTPHeaders,options={}){options.
conditions=options.conditions||{};ensureCpkIfSpecified(options.customerProvidedKey,this.isHttps);return tracingClient.withSpan("BlobClient-setHTTPHeaders",options,
async updatedOptions=>{return assertResponse(await this.blobContext.setHttpHeaders({abortSignal:options.abortSignal,blobHttpHeaders:blobHTTPHeaders,leaseAccessConditions:options.
conditions,modifiedAccessConditions:{...options.conditions,ifTags:options.conditions?.tagConditions},tracingOptions:updatedOptions.tracingOptions}))})}async setMetadata(metadata2,options={}){
options.conditions=options.conditions||{};ensureCpkIfSpecified(options.customerProvidedKey,this.isHttps);return tracingClient.withSpan("BlobClient-setMetadata",
options,async updatedOptions=>{return assertResponse(await this.blobContext.setMetadata({abortSignal:options.abortSignal,leaseAccessConditions:options.conditions,
metadata:metadata2,modifiedAccessConditions:{...options.conditions,ifTags:options.conditions?.tagConditions},cpkInfo:options.customerProvidedKey,encryptionScope:options.
encryptionScope,tracingOptions:updatedOptions.tracingOptions}))})}async setTags(tags2,options={}){return tracingClient.withSpan("BlobClient-setTags",options,async updatedOptions=>{
return assertResponse(await this.blobContext.setTags({abortSignal:options.abortSignal,leaseAccessConditions:options.conditions,modifiedAccessConditions:{...options.
conditions,ifTags:options.conditions?.tagConditions},blobModifiedAccessConditions:options.conditions,tracingOptions:updatedOptions.tracingOptions,tags:toBlobTags(
tags2)}))})}async getTags(options={}){return tracingClient.withSpan("BlobClient-getTags",options,async updatedOptions=>{const response=assertResponse(await this.
blobContext.getTags({abortSignal:options.abortSignal,leaseAccessConditions:options.conditions,modifiedAccessConditions:{...options.conditions,ifTags:options.conditions?.
tagConditions},blobModifiedAccessConditions:options.conditions,tracingOptions:updatedOptions.tracingOptions}));const wrappedResponse={...response,_response:response.
_response,tags:toTags({blobTagSet:response.blobTagSet})||{}};return wrappedResponse})}getBlobLeaseClient(proposeLeaseId){return new BlobLeaseClient(this,proposeLeaseId)}async createSnapshot(options={}){
options.conditions=options.conditions||{};ensureCpkIfSpecified(options.customerProvidedKey,this.isHttps);return tracingClient.withSpan("BlobClient-createSnapsho\
t",options,async updatedOptions=>{return assertResponse(await this.blobContext.createSnapshot({abortSignal:options.abortSignal,leaseAccessConditions:options.conditions,
metadata:options.metadata,modifiedAccessConditions:{...options.conditions,ifTags:options.conditions?.tagConditions},cpkInfo:options.customerProvidedKey,encryptionScope:options.
encryptionScope,tracingOptions:updatedOptions.tracingOptions}))})}async beginCopyFromURL(copySource2,options={}){const client={abortCopyFromURL:(...args)=>this.
abortCopyFromURL(...args),getProperties:(...args)=>this.getProperties(...args),startCopyFromURL:(...args)=>this.startCopyFromURL(...args)};const poller=new BlobBeginCopyFromUrlPoller(
{blobClient:client,copySource:copySource2,intervalInMs:options.intervalInMs,onProgress:options.onProgress,resumeFrom:options.resumeFrom,startCopyFromURLOptions:options});
await poller.poll();return poller}async abortCopyFromURL(copyId2,options={}){return tracingClient.withSpan("BlobClient-abortCopyFromURL",options,async updatedOptions=>{
return assertResponse(await this.blobContext.abortCopyFromURL(copyId2,{abortSignal:options.abortSignal,leaseAccessConditions:options.conditions,tracingOptions:updatedOptions.
tracingOptions}))})}async syncCopyFromURL(copySource2,options={}){options.conditions=options.conditions||{};options.sourceConditions=options.sourceConditions||{};
return tracingClient.withSpan("BlobClient-syncCopyFromURL",options,async updatedOptions=>{return assertResponse(await this.blobContext.copyFromURL(copySource2,{
abortSignal:options.abortSignal,metadata:options.metadata,leaseAccessConditions:options.conditions,modifiedAccessConditions:{...options.conditions,ifTags:options.
conditions?.tagConditions},sourceModifiedAccessConditions:{sourceIfMatch:options.sourceConditions?.ifMatch,sourceIfModifiedSince:options.sourceConditions?.ifModifiedSince,
sourceIfNoneMatch:options.sourceConditions?.ifNoneMatch,sourceIfUnmodifiedSince:options.sourceConditions?.ifUnmodifiedSince},sourceContentMD5:options.sourceContentMD5,
copySourceAuthorization:httpAuthorizationToString(options.sourceAuthorization),tier:toAccessTier(options.tier),blobTagsString:toBlobTagsString(options.tags),immutabilityPolicyExpiry:options.
immutabilityPolicy?.expiriesOn,immutabilityPolicyMode:options.immutabilityPolicy?.policyMode,legalHold:options.legalHold,encryptionScope:options.encryptionScope,
copySourceTags:options.copySourceTags,fileRequestIntent:options.sourceShareTokenIntent,tracingOptions:updatedOptions.tracingOptions}))})}async setAccessTier(tier2,options={}){
return tracingClient.withSpan("BlobClient-setAccessTier",options,async updatedOptions=>{return assertResponse(await this.blobContext.setTier(toAccessTier(tier2),
{abortSignal:options.abortSignal,leaseAccessConditions:options.conditions,modifiedAccessConditions:{...options.conditions,ifTags:options.conditions?.tagConditions},
rehydratePriority:options.rehydratePriority,tracingOptions:updatedOptions.tracingOptions}))})}async downloadToBuffer(param1,param2,param3,param4={}){let buffer2;
let offset=0;let count=0;let options=param4;if(param1 instanceof Buffer){buffer2=param1;offset=param2||0;count=typeof param3==="number"?param3:0}else{offset=typeof param1===
"number"?param1:0;count=typeof param2==="number"?param2:0;options=param3||{}}let blockSize=options.blockSize??0;if(blockSize<0){throw new RangeError("blockSize \
option must be >= 0")}if(blockSize===0){blockSize=DEFAULT_BLOB_DOWNLOAD_BLOCK_BYTES}if(offset<0){throw new RangeError("offset option must be >= 0")}if(count&&count<=
0){throw new RangeError("count option must be greater than 0")}if(!options.conditions){options.conditions={}}return tracingClient.withSpan("BlobClient-downloadT\
oBuffer",options,async updatedOptions=>{if(!count){const response=await this.getProperties({...options,tracingOptions:updatedOptions.tracingOptions});count=response.
contentLength-offset;if(count<0){throw new RangeError(`offset ${offset} shouldn't be larger than blob size ${response.contentLength}`)}}if(!buffer2){try{buffer2=
Buffer.alloc(count)}catch(error2){throw new Error(`Unable to allocate the buffer of size: ${count}(in bytes). Please try passing your own buffer to the "downloa\
dToBuffer" method or try using other methods like "download" or "downloadToFile".	 ${error2.message}`)}}if(buffer2.length<count){throw new RangeError(`The buffe\
r's size should be equal to or larger than the request count of bytes: ${count}`)}let transferProgress=0;const batch=new Batch(options.concurrency);for(let off=offset;off<
offset+count;off=off+blockSize){batch.addOperation(async()=>{let chunkEnd=offset+count;if(off+blockSize<chunkEnd){chunkEnd=off+blockSize}const response=await this.
download(off,chunkEnd-off,{abortSignal:options.abortSignal,conditions:options.conditions,maxRetryRequests:options.maxRetryRequestsPerBlock,customerProvidedKey:options.
customerProvidedKey,tracingOptions:updatedOptions.tracingOptions});const stream2=response.readableStreamBody;await streamToBuffer(stream2,buffer2,off-offset,chunkEnd-
offset);transferProgress+=chunkEnd-off;if(options.onProgress){options.onProgress({loadedBytes:transferProgress})}})}await batch.do();return buffer2})}async downloadToFile(filePath,offset=0,count,options={}){
return tracingClient.withSpan("BlobClient-downloadToFile",options,async updatedOptions=>{const response=await this.download(offset,count,{...options,tracingOptions:updatedOptions.
tracingOptions});if(response.readableStreamBody){await readStreamToLocalFile(response.readableStreamBody,filePath)}response.blobDownloadStream=void 0;return response})}getBlobAndContainerNamesFromUrl(){
let containerName;let blobName;try{const parsedUrl=new URL(this.url);if(parsedUrl.host.split(".")[1]==="blob"){const pathComponents=parsedUrl.pathname.match("/(\
[^/]*)(/(.*))?");containerName=pathComponents[1];blobName=pathComponents[3]}else if(isIpEndpointStyle(parsedUrl)){const pathComponents=parsedUrl.pathname.match(
"/([^/]*)/([^/]*)(/(.*))?");containerName=pathComponents[2];blobName=pathComponents[4]}else{const pathComponents=parsedUrl.pathname.match("/([^/]*)(/(.*))?");containerName=
pathComponents[1];blobName=pathComponents[3]}containerName=decodeURIComponent(containerName);blobName=decodeURIComponent(blobName);blobName=blobName.replace(/\\/g,
"/");if(!containerName){throw new Error("Provided containerName is invalid.")}return{blobName,containerName}}catch(error2){throw new Error("Unable to extract bl\
obName and containerName with provided information.")}}async startCopyFromURL(copySource2,options={}){return tracingClient.withSpan("BlobClient-startCopyFromURL",
options,async updatedOptions=>{options.conditions=options.conditions||{};options.sourceConditions=options.sourceConditions||{};return assertResponse(await this.
blobContext.startCopyFromURL(copySource2,{abortSignal:options.abortSignal,leaseAccessConditions:options.conditions,metadata:options.metadata,modifiedAccessConditions:{
...options.conditions,ifTags:options.conditions?.tagConditions},sourceModifiedAccessConditions:{sourceIfMatch:options.sourceConditions.ifMatch,sourceIfModifiedSince:options.
sourceConditions.ifModifiedSince,sourceIfNoneMatch:options.sourceConditions.ifNoneMatch,sourceIfUnmodifiedSince:options.sourceConditions.ifUnmodifiedSince,sourceIfTags:options.
sourceConditions.tagConditions},immutabilityPolicyExpiry:options.immutabilityPolicy?.expiriesOn,immutabilityPolicyMode:options.immutabilityPolicy?.policyMode,legalHold:options.
legalHold,rehydratePriority:options.rehydratePriority,tier:toAccessTier(options.tier),blobTagsString:toBlobTagsString(options.tags),sealBlob:options.sealBlob,tracingOptions:updatedOptions.
tracingOptions}))})}generateSasUrl(options){return new Promise(resolve5=>{if(!(this.credential instanceof StorageSharedKeyCredential)){throw new RangeError("Can\
 only generate the SAS when the client is initialized with a shared key credential")}const sas=generateBlobSASQueryParameters({containerName:this._containerName,
blobName:this._name,snapshotTime:this._snapshot,versionId:this._versionId,...options},this.credential).toString();resolve5(appendToURLQuery(this.url,sas))})}generateSasStringToSign(options){
if(!(this.credential instanceof StorageSharedKeyCredential)){throw new RangeError("Can only generate the SAS when the client is initialized with a shared key cr\
edential")}return generateBlobSASQueryParametersInternal({containerName:this._containerName,blobName:this._name,snapshotTime:this._snapshot,versionId:this._versionId,
...options},this.credential).stringToSign}generateUserDelegationSasUrl(options,userDelegationKey){return new Promise(resolve5=>{const sas=generateBlobSASQueryParameters(
{containerName:this._containerName,blobName:this._name,snapshotTime:this._snapshot,versionId:this._versionId,...options},userDelegationKey,this.accountName).toString();
resolve5(appendToURLQuery(this.url,sas))})}generateUserDelegationSasStringToSign(options,userDelegationKey){return generateBlobSASQueryParametersInternal({containerName:this.
_containerName,blobName:this._name,snapshotTime:this._snapshot,versionId:this._versionId,...options},userDelegationKey,this.accountName).stringToSign}async deleteImmutabilityPolicy(options={}){
return tracingClient.withSpan("BlobClient-deleteImmutabilityPolicy",options,async updatedOptions=>{return assertResponse(await this.blobContext.deleteImmutabilityPolicy(
{tracingOptions:updatedOptions.tracingOptions}))})}async setImmutabilityPolicy(immutabilityPolicy,options={}){return tracingClient.withSpan("BlobClient-setImmut\
abilityPolicy",options,async updatedOptions=>{return assertResponse(await this.blobContext.setImmutabilityPolicy({immutabilityPolicyExpiry:immutabilityPolicy.expiriesOn,
immutabilityPolicyMode:immutabilityPolicy.policyMode,tracingOptions:updatedOptions.tracingOptions}))})}async setLegalHold(legalHoldEnabled,options={}){return tracingClient.
withSpan("BlobClient-setLegalHold",options,async updatedOptions=>{return assertResponse(await this.blobContext.setLegalHold(legalHoldEnabled,{tracingOptions:updatedOptions.
tracingOptions}))})}async getAccountInfo(options={}){return tracingClient.withSpan("BlobClient-getAccountInfo",options,async updatedOptions=>{return assertResponse(
await this.blobContext.getAccountInfo({abortSignal:options.abortSignal,tracingOptions:updatedOptions.tracingOptions}))})}};var AppendBlobClient=class _AppendBlobClient extends BlobClient{appendBlobContext;constructor(urlOrConnectionString,credentialOrPipelineOrContainerName,blobNameOrOptions,options){
let pipeline3;let url2;options=options||{};if(isPipelineLike(credentialOrPipelineOrContainerName)){url2=urlOrConnectionString;pipeline3=credentialOrPipelineOrContainerName}else if(isNodeLike&&
credentialOrPipelineOrContainerName instanceof StorageSharedKeyCredential||credentialOrPipelineOrContainerName instanceof AnonymousCredential||isTokenCredential(
credentialOrPipelineOrContainerName)){url2=urlOrConnectionString;options=blobNameOrOptions;pipeline3=newPipeline(credentialOrPipelineOrContainerName,options)}else if(!credentialOrPipelineOrContainerName&&
typeof credentialOrPipelineOrContainerName!=="string"){url2=urlOrConnectionString;pipeline3=newPipeline(new AnonymousCredential,options)}else if(credentialOrPipelineOrContainerName&&
typeof credentialOrPipelineOrContainerName==="string"&&blobNameOrOptions&&typeof blobNameOrOptions==="string"){const containerName=credentialOrPipelineOrContainerName;
const blobName=blobNameOrOptions;const extractedCreds=extractConnectionStringParts(urlOrConnectionString);if(extractedCreds.kind==="AccountConnString"){if(isNodeLike){
const sharedKeyCredential=new StorageSharedKeyCredential(extractedCreds.accountName,extractedCreds.accountKey);url2=appendToURLPath(appendToURLPath(extractedCreds.
url,encodeURIComponent(containerName)),encodeURIComponent(blobName));if(!options.proxyOptions){options.proxyOptions=getDefaultProxySettings(extractedCreds.proxyUri)}
pipeline3=newPipeline(sharedKeyCredential,options)}else{throw new Error("Account connection string is only supported in Node.js environment")}}else if(extractedCreds.
kind==="SASConnString"){url2=appendToURLPath(appendToURLPath(extractedCreds.url,encodeURIComponent(containerName)),encodeURIComponent(blobName))+"?"+extractedCreds.
accountSas;pipeline3=newPipeline(new AnonymousCredential,options)}else{throw new Error("Connection string must be either an Account connection string or a SAS c\
onnection string")}}else{throw new Error("Expecting non-empty strings for containerName and blobName parameters")}super(url2,pipeline3);this.appendBlobContext=this.
storageClientContext.appendBlob}withSnapshot(snapshot2){return new _AppendBlobClient(setURLParameter(this.url,URLConstants.Parameters.SNAPSHOT,snapshot2.length===
0?void 0:snapshot2),this.pipeline)}async create(options={}){options.conditions=options.conditions||{};ensureCpkIfSpecified(options.customerProvidedKey,this.isHttps);
return tracingClient.withSpan("AppendBlobClient-create",options,async updatedOptions=>{return assertResponse(await this.appendBlobContext.create(0,{abortSignal:options.
abortSignal,blobHttpHeaders:options.blobHTTPHeaders,leaseAccessConditions:options.conditions,metadata:options.metadata,modifiedAccessConditions:{...options.conditions,
ifTags:options.conditions?.tagConditions},cpkInfo:options.customerProvidedKey,encryptionScope:options.encryptionScope,immutabilityPolicyExpiry:options.immutabilityPolicy?.
expiriesOn,immutabilityPolicyMode:options.immutabilityPolicy?.policyMode,legalHold:options.legalHold,blobTagsString:toBlobTagsString(options.tags),tracingOptions:updatedOptions.
tracingOptions}))})}async createIfNotExists(options={}){const conditions={ifNoneMatch:ETagAny};return tracingClient.withSpan("AppendBlobClient-createIfNotExists",
options,async updatedOptions=>{try{const res=assertResponse(await this.create({...updatedOptions,conditions}));return{succeeded:true,...res,_response:res._response}}catch(e){
if(e.details?.errorCode==="BlobAlreadyExists"){return{succeeded:false,...e.response?.parsedHeaders,_response:e.response}}throw e}})}async seal(options={}){options.
conditions=options.conditions||{};return tracingClient.withSpan("AppendBlobClient-seal",options,async updatedOptions=>{return assertResponse(await this.appendBlobContext.
seal({abortSignal:options.abortSignal,appendPositionAccessConditions:options.conditions,leaseAccessConditions:options.conditions,modifiedAccessConditions:{...options.
conditions,ifTags:options.conditions?.tagConditions},tracingOptions:updatedOptions.tracingOptions}))})}async appendBlock(body2,contentLength2,options={}){options.
conditions=options.conditions||{};ensureCpkIfSpecified(options.customerProvidedKey,this.isHttps);return tracingClient.withSpan("AppendBlobClient-appendBlock",options,
async updatedOptions=>{return assertResponse(await this.appendBlobContext.appendBlock(contentLength2,body2,{abortSignal:options.abortSignal,appendPositionAccessConditions:options.
conditions,leaseAccessConditions:options.conditions,modifiedAccessConditions:{...options.conditions,ifTags:options.conditions?.tagConditions},requestOptions:{onUploadProgress:options.
onProgress},transactionalContentMD5:options.transactionalContentMD5,transactionalContentCrc64:options.transactionalContentCrc64,cpkInfo:options.customerProvidedKey,
encryptionScope:options.encryptionScope,tracingOptions:updatedOptions.tracingOptions}))})}async appendBlockFromURL(sourceURL,sourceOffset,count,options={}){options.
conditions=options.conditions||{};options.sourceConditions=options.sourceConditions||{};ensureCpkIfSpecified(options.customerProvidedKey,this.isHttps);return tracingClient.
withSpan("AppendBlobClient-appendBlockFromURL",options,async updatedOptions=>{return assertResponse(await this.appendBlobContext.appendBlockFromUrl(sourceURL,0,
{abortSignal:options.abortSignal,sourceRange:rangeToString({offset:sourceOffset,count}),sourceContentMD5:options.sourceContentMD5,sourceContentCrc64:options.sourceContentCrc64,
leaseAccessConditions:options.conditions,appendPositionAccessConditions:options.conditions,modifiedAccessConditions:{...options.conditions,ifTags:options.conditions?.
tagConditions},sourceModifiedAccessConditions:{sourceIfMatch:options.sourceConditions?.ifMatch,sourceIfModifiedSince:options.sourceConditions?.ifModifiedSince,sourceIfNoneMatch:options.
sourceConditions?.ifNoneMatch,sourceIfUnmodifiedSince:options.sourceConditions?.ifUnmodifiedSince},copySourceAuthorization:httpAuthorizationToString(options.sourceAuthorization),
cpkInfo:options.customerProvidedKey,encryptionScope:options.encryptionScope,fileRequestIntent:options.sourceShareTokenIntent,tracingOptions:updatedOptions.tracingOptions}))})}};
var BlockBlobClient=class _BlockBlobClient extends BlobClient{_blobContext;blockBlobContext;constructor(urlOrConnectionString,credentialOrPipelineOrContainerName,blobNameOrOptions,options){
let pipeline3;let url2;options=options||{};if(isPipelineLike(credentialOrPipelineOrContainerName)){url2=urlOrConnectionString;pipeline3=credentialOrPipelineOrContainerName}else if(isNodeLike&&
credentialOrPipelineOrContainerName instanceof StorageSharedKeyCredential||credentialOrPipelineOrContainerName instanceof AnonymousCredential||isTokenCredential(
credentialOrPipelineOrContainerName)){url2=urlOrConnectionString;options=blobNameOrOptions;pipeline3=newPipeline(credentialOrPipelineOrContainerName,options)}else if(!credentialOrPipelineOrContainerName&&
typeof credentialOrPipelineOrContainerName!=="string"){url2=urlOrConnectionString;if(blobNameOrOptions&&typeof blobNameOrOptions!=="string"){options=blobNameOrOptions}
pipeline3=newPipeline(new AnonymousCredential,options)}else if(credentialOrPipelineOrContainerName&&typeof credentialOrPipelineOrContainerName==="string"&&blobNameOrOptions&&
typeof blobNameOrOptions==="string"){const containerName=credentialOrPipelineOrContainerName;const blobName=blobNameOrOptions;const extractedCreds=extractConnectionStringParts(
urlOrConnectionString);if(extractedCreds.kind==="AccountConnString"){if(isNodeLike){const sharedKeyCredential=new StorageSharedKeyCredential(extractedCreds.accountName,
extractedCreds.accountKey);url2=appendToURLPath(appendToURLPath(extractedCreds.url,encodeURIComponent(containerName)),encodeURIComponent(blobName));if(!options.
proxyOptions){options.proxyOptions=getDefaultProxySettings(extractedCreds.proxyUri)}pipeline3=newPipeline(sharedKeyCredential,options)}else{throw new Error("Acc\
ount connection string is only supported in Node.js environment")}}else if(extractedCreds.kind==="SASConnString"){url2=appendToURLPath(appendToURLPath(extractedCreds.
url,encodeURIComponent(containerName)),encodeURIComponent(blobName))+"?"+extractedCreds.accountSas;pipeline3=newPipeline(new AnonymousCredential,options)}else{throw new Error(
"Connection string must be either an Account connection string or a SAS connection string")}}else{throw new Error("Expecting non-empty strings for containerName\
 and blobName parameters")}super(url2,pipeline3);this.blockBlobContext=this.storageClientContext.blockBlob;this._blobContext=this.storageClientContext.blob}withSnapshot(snapshot2){
return new _BlockBlobClient(setURLParameter(this.url,URLConstants.Parameters.SNAPSHOT,snapshot2.length===0?void 0:snapshot2),this.pipeline)}async query(query,options={}){
ensureCpkIfSpecified(options.customerProvidedKey,this.isHttps);if(!isNodeLike){throw new Error("This operation currently is only supported in Node.js.")}return tracingClient.
withSpan("BlockBlobClient-query",options,async updatedOptions=>{const response=assertResponse(await this._blobContext.query({abortSignal:options.abortSignal,queryRequest:{
queryType:"SQL",expression:query,inputSerialization:toQuerySerialization(options.inputTextConfiguration),outputSerialization:toQuerySerialization(options.outputTextConfiguration)},
leaseAccessConditions:options.conditions,modifiedAccessConditions:{...options.conditions,ifTags:options.conditions?.tagConditions},cpkInfo:options.customerProvidedKey,
tracingOptions:updatedOptions.tracingOptions}));return new BlobQueryResponse(response,{abortSignal:options.abortSignal,onProgress:options.onProgress,onError:options.
onError})})}async upload(body2,contentLength2,options={}){options.conditions=options.conditions||{};ensureCpkIfSpecified(options.customerProvidedKey,this.isHttps);
return tracingClient.withSpan("BlockBlobClient-upload",options,async updatedOptions=>{return assertResponse(await this.blockBlobContext.upload(contentLength2,body2,
{abortSignal:options.abortSignal,blobHttpHeaders:options.blobHTTPHeaders,leaseAccessConditions:options.conditions,metadata:options.metadata,modifiedAccessConditions:{
...options.conditions,ifTags:options.conditions?.tagConditions},requestOptions:{onUploadProgress:options.onProgress},cpkInfo:options.customerProvidedKey,encryptionScope:options.
encryptionScope,immutabilityPolicyExpiry:options.immutabilityPolicy?.expiriesOn,immutabilityPolicyMode:options.immutabilityPolicy?.policyMode,legalHold:options.
legalHold,tier:toAccessTier(options.tier),blobTagsString:toBlobTagsString(options.tags),tracingOptions:updatedOptions.tracingOptions}))})}async syncUploadFromURL(sourceURL,options={}){
options.conditions=options.conditions||{};ensureCpkIfSpecified(options.customerProvidedKey,this.isHttps);return tracingClient.withSpan("BlockBlobClient-syncUplo\
adFromURL",options,async updatedOptions=>{return assertResponse(await this.blockBlobContext.putBlobFromUrl(0,sourceURL,{...options,blobHttpHeaders:options.blobHTTPHeaders,
leaseAccessConditions:options.conditions,modifiedAccessConditions:{...options.conditions,ifTags:options.conditions?.tagConditions},sourceModifiedAccessConditions:{
sourceIfMatch:options.sourceConditions?.ifMatch,sourceIfModifiedSince:options.sourceConditions?.ifModifiedSince,sourceIfNoneMatch:options.sourceConditions?.ifNoneMatch,
sourceIfUnmodifiedSince:options.sourceConditions?.ifUnmodifiedSince,sourceIfTags:options.sourceConditions?.tagConditions},cpkInfo:options.customerProvidedKey,copySourceAuthorization:httpAuthorizationToString(
options.sourceAuthorization),tier:toAccessTier(options.tier),blobTagsString:toBlobTagsString(options.tags),copySourceTags:options.copySourceTags,fileRequestIntent:options.
sourceShareTokenIntent,tracingOptions:updatedOptions.tracingOptions}))})}async stageBlock(blockId2,body2,contentLength2,options={}){ensureCpkIfSpecified(options.
customerProvidedKey,this.isHttps);return tracingClient.withSpan("BlockBlobClient-stageBlock",options,async updatedOptions=>{return assertResponse(await this.blockBlobContext.
stageBlock(blockId2,contentLength2,body2,{abortSignal:options.abortSignal,leaseAccessConditions:options.conditions,requestOptions:{onUploadProgress:options.onProgress},
transactionalContentMD5:options.transactionalContentMD5,transactionalContentCrc64:options.transactionalContentCrc64,cpkInfo:options.customerProvidedKey,encryptionScope:options.
encryptionScope,tracingOptions:updatedOptions.tracingOptions}))})}async stageBlockFromURL(blockId2,sourceURL,offset=0,count,options={}){ensureCpkIfSpecified(options.
customerProvidedKey,this.isHttps);return tracingClient.withSpan("BlockBlobClient-stageBlockFromURL",options,async updatedOptions=>{return assertResponse(await this.
blockBlobContext.stageBlockFromURL(blockId2,0,sourceURL,{abortSignal:options.abortSignal,leaseAccessConditions:options.conditions,sourceContentMD5:options.sourceContentMD5,
sourceContentCrc64:options.sourceContentCrc64,sourceRange:offset===0&&!count?void 0:rangeToString({offset,count}),cpkInfo:options.customerProvidedKey,encryptionScope:options.
encryptionScope,copySourceAuthorization:httpAuthorizationToString(options.sourceAuthorization),fileRequestIntent:options.sourceShareTokenIntent,tracingOptions:updatedOptions.
tracingOptions}))})}async commitBlockList(blocks2,options={}){options.conditions=options.conditions||{};ensureCpkIfSpecified(options.customerProvidedKey,this.isHttps);
return tracingClient.withSpan("BlockBlobClient-commitBlockList",options,async updatedOptions=>{return assertResponse(await this.blockBlobContext.commitBlockList(
{latest:blocks2},{abortSignal:options.abortSignal,blobHttpHeaders:options.blobHTTPHeaders,leaseAccessConditions:options.conditions,metadata:options.metadata,modifiedAccessConditions:{
...options.conditions,ifTags:options.conditions?.tagConditions},cpkInfo:options.customerProvidedKey,encryptionScope:options.encryptionScope,immutabilityPolicyExpiry:options.
immutabilityPolicy?.expiriesOn,immutabilityPolicyMode:options.immutabilityPolicy?.policyMode,legalHold:options.legalHold,tier:toAccessTier(options.tier),blobTagsString:toBlobTagsString(
options.tags),tracingOptions:updatedOptions.tracingOptions}))})}async getBlockList(listType2,options={}){return tracingClient.withSpan("BlockBlobClient-getBlock\
List",options,async updatedOptions=>{const res=assertResponse(await this.blockBlobContext.getBlockList(listType2,{abortSignal:options.abortSignal,leaseAccessConditions:options.
conditions,modifiedAccessConditions:{...options.conditions,ifTags:options.conditions?.tagConditions},tracingOptions:updatedOptions.tracingOptions}));if(!res.committedBlocks){
res.committedBlocks=[]}if(!res.uncommittedBlocks){res.uncommittedBlocks=[]}return res})}async uploadData(data,options={}){return tracingClient.withSpan("BlockBl\
obClient-uploadData",options,async updatedOptions=>{if(isNodeLike){let buffer2;if(data instanceof Buffer){buffer2=data}else if(data instanceof ArrayBuffer){buffer2=
Buffer.from(data)}else{data=data;buffer2=Buffer.from(data.buffer,data.byteOffset,data.byteLength)}return this.uploadSeekableInternal((offset,size)=>buffer2.slice(
offset,offset+size),buffer2.byteLength,updatedOptions)}else{const browserBlob=new Blob([data]);return this.uploadSeekableInternal((offset,size)=>browserBlob.slice(
offset,offset+size),browserBlob.size,updatedOptions)}})}async uploadBrowserData(browserData,options={}){return tracingClient.withSpan("BlockBlobClient-uploadBro\
wserData",options,async updatedOptions=>{const browserBlob=new Blob([browserData]);return this.uploadSeekableInternal((offset,size)=>browserBlob.slice(offset,offset+
size),browserBlob.size,updatedOptions)})}async uploadSeekableInternal(bodyFactory,size,options={}){let blockSize=options.blockSize??0;if(blockSize<0||blockSize>
BLOCK_BLOB_MAX_STAGE_BLOCK_BYTES){throw new RangeError(`blockSize option must be >= 0 and <= ${BLOCK_BLOB_MAX_STAGE_BLOCK_BYTES}`)}const maxSingleShotSize=options.
maxSingleShotSize??BLOCK_BLOB_MAX_UPLOAD_BLOB_BYTES;if(maxSingleShotSize<0||maxSingleShotSize>BLOCK_BLOB_MAX_UPLOAD_BLOB_BYTES){throw new RangeError(`maxSingleS\
hotSize option must be >= 0 and <= ${BLOCK_BLOB_MAX_UPLOAD_BLOB_BYTES}`)}if(blockSize===0){if(size>BLOCK_BLOB_MAX_STAGE_BLOCK_BYTES*BLOCK_BLOB_MAX_BLOCKS){throw new RangeError(
`${size} is too larger to upload to a block blob.`)}if(size>maxSingleShotSize){blockSize=Math.ceil(size/BLOCK_BLOB_MAX_BLOCKS);if(blockSize<DEFAULT_BLOB_DOWNLOAD_BLOCK_BYTES){
blockSize=DEFAULT_BLOB_DOWNLOAD_BLOCK_BYTES}}}if(!options.blobHTTPHeaders){options.blobHTTPHeaders={}}if(!options.conditions){options.conditions={}}return tracingClient.
withSpan("BlockBlobClient-uploadSeekableInternal",options,async updatedOptions=>{if(size<=maxSingleShotSize){return assertResponse(await this.upload(bodyFactory(
0,size),size,updatedOptions))}const numBlocks=Math.floor((size-1)/blockSize)+1;if(numBlocks>BLOCK_BLOB_MAX_BLOCKS){throw new RangeError(`The buffer's size is to\
o big or the BlockSize is too small;the number of blocks must be <= ${BLOCK_BLOB_MAX_BLOCKS}`)}const blockList=[];const blockIDPrefix=randomUUID();let transferProgress=0;
const batch=new Batch(options.concurrency);for(let i=0;i<numBlocks;i++){batch.addOperation(async()=>{const blockID=generateBlockID(blockIDPrefix,i);const start=blockSize*
i;const end2=i===numBlocks-1?size:start+blockSize;const contentLength2=end2-start;blockList.push(blockID);await this.stageBlock(blockID,bodyFactory(start,contentLength2),
contentLength2,{abortSignal:options.abortSignal,conditions:options.conditions,encryptionScope:options.encryptionScope,tracingOptions:updatedOptions.tracingOptions});
transferProgress+=contentLength2;if(options.onProgress){options.onProgress({loadedBytes:transferProgress})}})}await batch.do();return this.commitBlockList(blockList,
updatedOptions)})}async uploadFile(filePath,options={}){return tracingClient.withSpan("BlockBlobClient-uploadFile",options,async updatedOptions=>{const size=(await fsStat(
filePath)).size;return this.uploadSeekableInternal((offset,count)=>{return()=>fsCreateReadStream(filePath,{autoClose:true,end:count?offset+count-1:Infinity,start:offset})},
size,{...options,tracingOptions:updatedOptions.tracingOptions})})}async uploadStream(stream2,bufferSize=DEFAULT_BLOCK_BUFFER_SIZE_BYTES,maxConcurrency=5,options={}){
if(!options.blobHTTPHeaders){options.blobHTTPHeaders={}}if(!options.conditions){options.conditions={}}return tracingClient.withSpan("BlockBlobClient-uploadStrea\
m",options,async updatedOptions=>{let blockNum=0;const blockIDPrefix=randomUUID();let transferProgress=0;const blockList=[];const scheduler=new BufferScheduler(
stream2,bufferSize,maxConcurrency,async(body2,length)=>{const blockID=generateBlockID(blockIDPrefix,blockNum);blockList.push(blockID);blockNum++;await this.stageBlock(
blockID,body2,length,{customerProvidedKey:options.customerProvidedKey,conditions:options.conditions,encryptionScope:options.encryptionScope,tracingOptions:updatedOptions.
tracingOptions});transferProgress+=length;if(options.onProgress){options.onProgress({loadedBytes:transferProgress})}},Math.ceil(maxConcurrency/4*3));await scheduler.
do();return assertResponse(await this.commitBlockList(blockList,{...options,tracingOptions:updatedOptions.tracingOptions}))})}};var PageBlobClient=class _PageBlobClient extends BlobClient{pageBlobContext;constructor(urlOrConnectionString,credentialOrPipelineOrContainerName,blobNameOrOptions,options){
let pipeline3;let url2;options=options||{};if(isPipelineLike(credentialOrPipelineOrContainerName)){url2=urlOrConnectionString;pipeline3=credentialOrPipelineOrContainerName}else if(isNodeLike&&
credentialOrPipelineOrContainerName instanceof StorageSharedKeyCredential||credentialOrPipelineOrContainerName instanceof AnonymousCredential||isTokenCredential(
credentialOrPipelineOrContainerName)){url2=urlOrConnectionString;options=blobNameOrOptions;pipeline3=newPipeline(credentialOrPipelineOrContainerName,options)}else if(!credentialOrPipelineOrContainerName&&
typeof credentialOrPipelineOrContainerName!=="string"){url2=urlOrConnectionString;pipeline3=newPipeline(new AnonymousCredential,options)}else if(credentialOrPipelineOrContainerName&&
typeof credentialOrPipelineOrContainerName==="string"&&blobNameOrOptions&&typeof blobNameOrOptions==="string"){const containerName=credentialOrPipelineOrContainerName;
const blobName=blobNameOrOptions;const extractedCreds=extractConnectionStringParts(urlOrConnectionString);if(extractedCreds.kind==="AccountConnString"){if(isNodeLike){
const sharedKeyCredential=new StorageSharedKeyCredential(extractedCreds.accountName,extractedCreds.accountKey);url2=appendToURLPath(appendToURLPath(extractedCreds.
url,encodeURIComponent(containerName)),encodeURIComponent(blobName));if(!options.proxyOptions){options.proxyOptions=getDefaultProxySettings(extractedCreds.proxyUri)}
pipeline3=newPipeline(sharedKeyCredential,options)}else{throw new Error("Account connection string is only supported in Node.js environment")}}else if(extractedCreds.
kind==="SASConnString"){url2=appendToURLPath(appendToURLPath(extractedCreds.url,encodeURIComponent(containerName)),encodeURIComponent(blobName))+"?"+extractedCreds.
accountSas;pipeline3=newPipeline(new AnonymousCredential,options)}else{throw new Error("Connection string must be either an Account connection string or a SAS c\
onnection string")}}else{throw new Error("Expecting non-empty strings for containerName and blobName parameters")}super(url2,pipeline3);this.pageBlobContext=this.
storageClientContext.pageBlob}withSnapshot(snapshot2){return new _PageBlobClient(setURLParameter(this.url,URLConstants.Parameters.SNAPSHOT,snapshot2.length===0?
void 0:snapshot2),this.pipeline)}async create(size,options={}){options.conditions=options.conditions||{};ensureCpkIfSpecified(options.customerProvidedKey,this.isHttps);
return tracingClient.withSpan("PageBlobClient-create",options,async updatedOptions=>{return assertResponse(await this.pageBlobContext.create(0,size,{abortSignal:options.
abortSignal,blobHttpHeaders:options.blobHTTPHeaders,blobSequenceNumber:options.blobSequenceNumber,leaseAccessConditions:options.conditions,metadata:options.metadata,
modifiedAccessConditions:{...options.conditions,ifTags:options.conditions?.tagConditions},cpkInfo:options.customerProvidedKey,encryptionScope:options.encryptionScope,
immutabilityPolicyExpiry:options.immutabilityPolicy?.expiriesOn,immutabilityPolicyMode:options.immutabilityPolicy?.policyMode,legalHold:options.legalHold,tier:toAccessTier(
options.tier),blobTagsString:toBlobTagsString(options.tags),tracingOptions:updatedOptions.tracingOptions}))})}async createIfNotExists(size,options={}){return tracingClient.
withSpan("PageBlobClient-createIfNotExists",options,async updatedOptions=>{try{const conditions={ifNoneMatch:ETagAny};const res=assertResponse(await this.create(
size,{...options,conditions,tracingOptions:updatedOptions.tracingOptions}));return{succeeded:true,...res,_response:res._response}}catch(e){if(e.details?.errorCode===
"BlobAlreadyExists"){return{succeeded:false,...e.response?.parsedHeaders,_response:e.response}}throw e}})}async uploadPages(body2,offset,count,options={}){options.
conditions=options.conditions||{};ensureCpkIfSpecified(options.customerProvidedKey,this.isHttps);return tracingClient.withSpan("PageBlobClient-uploadPages",options,
async updatedOptions=>{return assertResponse(await this.pageBlobContext.uploadPages(count,body2,{abortSignal:options.abortSignal,leaseAccessConditions:options.conditions,
modifiedAccessConditions:{...options.conditions,ifTags:options.conditions?.tagConditions},requestOptions:{onUploadProgress:options.onProgress},range:rangeToString(
{offset,count}),sequenceNumberAccessConditions:options.conditions,transactionalContentMD5:options.transactionalContentMD5,transactionalContentCrc64:options.transactionalContentCrc64,
cpkInfo:options.customerProvidedKey,encryptionScope:options.encryptionScope,tracingOptions:updatedOptions.tracingOptions}))})}async uploadPagesFromURL(sourceURL,sourceOffset,destOffset,count,options={}){
options.conditions=options.conditions||{};options.sourceConditions=options.sourceConditions||{};ensureCpkIfSpecified(options.customerProvidedKey,this.isHttps);return tracingClient.
withSpan("PageBlobClient-uploadPagesFromURL",options,async updatedOptions=>{return assertResponse(await this.pageBlobContext.uploadPagesFromURL(sourceURL,rangeToString(
{offset:sourceOffset,count}),0,rangeToString({offset:destOffset,count}),{abortSignal:options.abortSignal,sourceContentMD5:options.sourceContentMD5,sourceContentCrc64:options.
sourceContentCrc64,leaseAccessConditions:options.conditions,sequenceNumberAccessConditions:options.conditions,modifiedAccessConditions:{...options.conditions,ifTags:options.
conditions?.tagConditions},sourceModifiedAccessConditions:{sourceIfMatch:options.sourceConditions?.ifMatch,sourceIfModifiedSince:options.sourceConditions?.ifModifiedSince,
sourceIfNoneMatch:options.sourceConditions?.ifNoneMatch,sourceIfUnmodifiedSince:options.sourceConditions?.ifUnmodifiedSince},cpkInfo:options.customerProvidedKey,
encryptionScope:options.encryptionScope,copySourceAuthorization:httpAuthorizationToString(options.sourceAuthorization),fileRequestIntent:options.sourceShareTokenIntent,
tracingOptions:updatedOptions.tracingOptions}))})}async clearPages(offset=0,count,options={}){options.conditions=options.conditions||{};return tracingClient.withSpan(
"PageBlobClient-clearPages",options,async updatedOptions=>{return assertResponse(await this.pageBlobContext.clearPages(0,{abortSignal:options.abortSignal,leaseAccessConditions:options.
conditions,modifiedAccessConditions:{...options.conditions,ifTags:options.conditions?.tagConditions},range:rangeToString({offset,count}),sequenceNumberAccessConditions:options.
conditions,cpkInfo:options.customerProvidedKey,encryptionScope:options.encryptionScope,tracingOptions:updatedOptions.tracingOptions}))})}async getPageRanges(offset=0,count,options={}){
options.conditions=options.conditions||{};return tracingClient.withSpan("PageBlobClient-getPageRanges",options,async updatedOptions=>{const response=assertResponse(
await this.pageBlobContext.getPageRanges({abortSignal:options.abortSignal,leaseAccessConditions:options.conditions,modifiedAccessConditions:{...options.conditions,
ifTags:options.conditions?.tagConditions},range:rangeToString({offset,count}),tracingOptions:updatedOptions.tracingOptions}));return rangeResponseFromModel(response)})}async listPageRangesSegment(offset=0,count,marker2,options={}){
return tracingClient.withSpan("PageBlobClient-getPageRangesSegment",options,async updatedOptions=>{return assertResponse(await this.pageBlobContext.getPageRanges(
{abortSignal:options.abortSignal,leaseAccessConditions:options.conditions,modifiedAccessConditions:{...options.conditions,ifTags:options.conditions?.tagConditions},
range:rangeToString({offset,count}),marker:marker2,maxPageSize:options.maxPageSize,tracingOptions:updatedOptions.tracingOptions}))})}async*listPageRangeItemSegments(offset=0,count,marker2,options={}){
let getPageRangeItemSegmentsResponse;if(!!marker2||marker2===void 0){do{getPageRangeItemSegmentsResponse=await this.listPageRangesSegment(offset,count,marker2,options);
marker2=getPageRangeItemSegmentsResponse.continuationToken;yield await getPageRangeItemSegmentsResponse}while(marker2)}}async*listPageRangeItems(offset=0,count,options={}){
let marker2;for await(const getPageRangesSegment of this.listPageRangeItemSegments(offset,count,marker2,options)){yield*ExtractPageRangeInfoItems(getPageRangesSegment)}}listPageRanges(offset=0,count,options={}){
options.conditions=options.conditions||{};const iter=this.listPageRangeItems(offset,count,options);return{next(){return iter.next()},[Symbol.asyncIterator](){return this},
byPage:(settings={})=>{return this.listPageRangeItemSegments(offset,count,settings.continuationToken,{maxPageSize:settings.maxPageSize,...options})}}}async getPageRangesDiff(offset,count,prevSnapshot,options={}){
options.conditions=options.conditions||{};return tracingClient.withSpan("PageBlobClient-getPageRangesDiff",options,async updatedOptions=>{const result=assertResponse(
await this.pageBlobContext.getPageRangesDiff({abortSignal:options.abortSignal,leaseAccessConditions:options.conditions,modifiedAccessConditions:{...options.conditions,
ifTags:options.conditions?.tagConditions},prevsnapshot:prevSnapshot,range:rangeToString({offset,count}),tracingOptions:updatedOptions.tracingOptions}));return rangeResponseFromModel(
result)})}async listPageRangesDiffSegment(offset,count,prevSnapshotOrUrl,marker2,options={}){return tracingClient.withSpan("PageBlobClient-getPageRangesDiffSegm\
ent",options,async updatedOptions=>{return assertResponse(await this.pageBlobContext.getPageRangesDiff({abortSignal:options?.abortSignal,leaseAccessConditions:options?.
conditions,modifiedAccessConditions:{...options?.conditions,ifTags:options?.conditions?.tagConditions},prevsnapshot:prevSnapshotOrUrl,range:rangeToString({offset,
count}),marker:marker2,maxPageSize:options?.maxPageSize,tracingOptions:updatedOptions.tracingOptions}))})}async*listPageRangeDiffItemSegments(offset,count,prevSnapshotOrUrl,marker2,options){
let getPageRangeItemSegmentsResponse;if(!!marker2||marker2===void 0){do{getPageRangeItemSegmentsResponse=await this.listPageRangesDiffSegment(offset,count,prevSnapshotOrUrl,
marker2,options);marker2=getPageRangeItemSegmentsResponse.continuationToken;yield await getPageRangeItemSegmentsResponse}while(marker2)}}async*listPageRangeDiffItems(offset,count,prevSnapshotOrUrl,options){
let marker2;for await(const getPageRangesSegment of this.listPageRangeDiffItemSegments(offset,count,prevSnapshotOrUrl,marker2,options)){yield*ExtractPageRangeInfoItems(
getPageRangesSegment)}}listPageRangesDiff(offset,count,prevSnapshot,options={}){options.conditions=options.conditions||{};const iter=this.listPageRangeDiffItems(
offset,count,prevSnapshot,{...options});return{next(){return iter.next()},[Symbol.asyncIterator](){return this},byPage:(settings={})=>{return this.listPageRangeDiffItemSegments(
offset,count,prevSnapshot,settings.continuationToken,{maxPageSize:settings.maxPageSize,...options})}}}async getPageRangesDiffForManagedDisks(offset,count,prevSnapshotUrl2,options={}){
options.conditions=options.conditions||{};return tracingClient.withSpan("PageBlobClient-GetPageRangesDiffForManagedDisks",options,async updatedOptions=>{const response=assertResponse(
await this.pageBlobContext.getPageRangesDiff({abortSignal:options.abortSignal,leaseAccessConditions:options.conditions,modifiedAccessConditions:{...options.conditions,
ifTags:options.conditions?.tagConditions},prevSnapshotUrl:prevSnapshotUrl2,range:rangeToString({offset,count}),tracingOptions:updatedOptions.tracingOptions}));return rangeResponseFromModel(
response)})}async resize(size,options={}){options.conditions=options.conditions||{};return tracingClient.withSpan("PageBlobClient-resize",options,async updatedOptions=>{
return assertResponse(await this.pageBlobContext.resize(size,{abortSignal:options.abortSignal,leaseAccessConditions:options.conditions,modifiedAccessConditions:{
...options.conditions,ifTags:options.conditions?.tagConditions},encryptionScope:options.encryptionScope,tracingOptions:updatedOptions.tracingOptions}))})}async updateSequenceNumber(sequenceNumberAction2,sequenceNumber,options={}){
options.conditions=options.conditions||{};return tracingClient.withSpan("PageBlobClient-updateSequenceNumber",options,async updatedOptions=>{return assertResponse(
await this.pageBlobContext.updateSequenceNumber(sequenceNumberAction2,{abortSignal:options.abortSignal,blobSequenceNumber:sequenceNumber,leaseAccessConditions:options.
conditions,modifiedAccessConditions:{...options.conditions,ifTags:options.conditions?.tagConditions},tracingOptions:updatedOptions.tracingOptions}))})}async startCopyIncremental(copySource2,options={}){
return tracingClient.withSpan("PageBlobClient-startCopyIncremental",options,async updatedOptions=>{return assertResponse(await this.pageBlobContext.copyIncremental(
copySource2,{abortSignal:options.abortSignal,modifiedAccessConditions:{...options.conditions,ifTags:options.conditions?.tagConditions},tracingOptions:updatedOptions.
tracingOptions}))})}};var MutexLockStatus;(function(MutexLockStatus2){MutexLockStatus2[MutexLockStatus2["LOCKED"]=0]="LOCKED";MutexLockStatus2[MutexLockStatus2["UNLOCKED"]=1]="UNLOCK\
ED"})(MutexLockStatus||(MutexLockStatus={}));var KnownEncryptionAlgorithmType2;(function(KnownEncryptionAlgorithmType3){KnownEncryptionAlgorithmType3["AES256"]="AES256"})(KnownEncryptionAlgorithmType2||(KnownEncryptionAlgorithmType2=
{}));var InvalidResponseError=class extends Error{constructor(message){super(message);this.name="InvalidResponseError"}};var NetworkError=class extends Error{constructor(code){const message=`Unable to make request: ${code}
If you are using self-hosted runners, please make sure your runner has access to all GitHub endpoints: https://docs.github.com/en/actions/hosting-your-own-runne\
rs/managing-self-hosted-runners/about-self-hosted-runners#communication-between-self-hosted-runners-and-github`;super(message);this.code=code;this.name="Network\
Error"}};NetworkError.isNetworkErrorCode=code=>{if(!code)return false;return["ECONNRESET","ENOTFOUND","ETIMEDOUT","ECONNREFUSED","EHOSTUNREACH"].includes(code)};
var UsageError=class extends Error{constructor(){const message=`Cache storage quota has been hit. Unable to upload any new cache entries.
More info on storage limits: https://docs.github.com/en/billing/managing-billing-for-github-actions/about-billing-for-github-actions#calculating-minute-and-stor\
age-spending`;super(message);this.name="UsageError"}};UsageError.isUsageErrorMessage=msg=>{if(!msg)return false;return msg.includes("insufficient usage")};var RateLimitError=class extends Error{constructor(message){
super(message);this.name="RateLimitError"}};var __awaiter4=function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve5){resolve5(value)})}return new(P||
(P=Promise))(function(resolve5,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}function rejected(value){try{step(generator["\
throw"](value))}catch(e){reject(e)}}function step(result){result.done?resolve5(result.value):adopt(result.value).then(fulfilled,rejected)}step((generator=generator.
apply(thisArg,_arguments||[])).next())})};var UploadProgress=class{constructor(contentLength2){this.contentLength=contentLength2;this.sentBytes=0;this.displayedComplete=
false;this.startTime=Date.now()}setSentBytes(sentBytes){this.sentBytes=sentBytes}getTransferredBytes(){return this.sentBytes}isDone(){return this.getTransferredBytes()===
this.contentLength}display(){if(this.displayedComplete){return}const transferredBytes=this.sentBytes;const percentage=(100*(transferredBytes/this.contentLength)).
toFixed(1);const elapsedTime=Date.now()-this.startTime;const uploadSpeed=(transferredBytes/(1024*1024)/(elapsedTime/1e3)).toFixed(1);info(`Sent ${transferredBytes}\
 of ${this.contentLength} (${percentage}%), ${uploadSpeed} MBs/sec`);if(this.isDone()){this.displayedComplete=true}}onProgress(){return progress=>{this.setSentBytes(
progress.loadedBytes)}}startDisplayTimer(delayInMs=1e3){const displayCallback=()=>{this.display();if(!this.isDone()){this.timeoutHandle=setTimeout(displayCallback,
delayInMs)}};this.timeoutHandle=setTimeout(displayCallback,delayInMs)}stopDisplayTimer(){if(this.timeoutHandle){clearTimeout(this.timeoutHandle);this.timeoutHandle=
void 0}this.display()}};function uploadCacheArchiveSDK(signedUploadURL,archivePath,options){return __awaiter4(this,void 0,void 0,function*(){var _a2;const blobClient=new BlobClient(
signedUploadURL);const blockBlobClient=blobClient.getBlockBlobClient();const uploadProgress=new UploadProgress((_a2=options===null||options===void 0?void 0:options.
archiveSizeBytes)!==null&&_a2!==void 0?_a2:0);const uploadOptions={blockSize:options===null||options===void 0?void 0:options.uploadChunkSize,concurrency:options===
null||options===void 0?void 0:options.uploadConcurrency,maxSingleShotSize:128*1024*1024,onProgress:uploadProgress.onProgress()};try{uploadProgress.startDisplayTimer();
debug(`BlobClient: ${blobClient.name}:${blobClient.accountName}:${blobClient.containerName}`);const response=yield blockBlobClient.uploadFile(archivePath,uploadOptions);
if(response._response.status>=400){throw new InvalidResponseError(`uploadCacheArchiveSDK: upload failed with status code ${response._response.status}`)}return response}catch(error2){
warning(`uploadCacheArchiveSDK: internal error uploading cache archive: ${error2.message}`);throw error2}finally{uploadProgress.stopDisplayTimer()}})}import*as buffer from"buffer";import*as fs4 from"fs";import*as stream from"stream";import*as util3 from"util";var __awaiter5=function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve5){resolve5(value)})}return new(P||
(P=Promise))(function(resolve5,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}function rejected(value){try{step(generator["\
throw"](value))}catch(e){reject(e)}}function step(result){result.done?resolve5(result.value):adopt(result.value).then(fulfilled,rejected)}step((generator=generator.
apply(thisArg,_arguments||[])).next())})};function isSuccessStatusCode(statusCode){if(!statusCode){return false}return statusCode>=200&&statusCode<300}function isServerErrorStatusCode(statusCode){
if(!statusCode){return true}return statusCode>=500}function isRetryableStatusCode(statusCode){if(!statusCode){return false}const retryableStatusCodes=[HttpCodes.
BadGateway,HttpCodes.ServiceUnavailable,HttpCodes.GatewayTimeout];return retryableStatusCodes.includes(statusCode)}function sleep(milliseconds){return __awaiter5(
this,void 0,void 0,function*(){return new Promise(resolve5=>setTimeout(resolve5,milliseconds))})}function retry(name_1,method_1,getStatusCode_1){return __awaiter5(
this,arguments,void 0,function*(name,method,getStatusCode,maxAttempts=DefaultRetryAttempts,delay2=DefaultRetryDelay,onError=void 0){let errorMessage="";let attempt=1;
while(attempt<=maxAttempts){let response=void 0;let statusCode=void 0;let isRetryable=false;try{response=yield method()}catch(error2){if(onError){response=onError(
error2)}isRetryable=true;errorMessage=error2.message}if(response){statusCode=getStatusCode(response);if(!isServerErrorStatusCode(statusCode)){return response}}if(statusCode){
isRetryable=isRetryableStatusCode(statusCode);errorMessage=`Cache service responded with ${statusCode}`}debug(`${name} - Attempt ${attempt} of ${maxAttempts} fa\
iled with error: ${errorMessage}`);if(!isRetryable){debug(`${name} - Error is not retryable`);break}yield sleep(delay2);attempt++}throw Error(`${name} failed: ${errorMessage}`)})}
function retryTypedResponse(name_1,method_1){return __awaiter5(this,arguments,void 0,function*(name,method,maxAttempts=DefaultRetryAttempts,delay2=DefaultRetryDelay){
return yield retry(name,method,response=>response.statusCode,maxAttempts,delay2,error2=>{if(error2 instanceof HttpClientError){return{statusCode:error2.statusCode,
result:null,headers:{},error:error2}}else{return void 0}})})}function retryHttpClientResponse(name_1,method_1){return __awaiter5(this,arguments,void 0,function*(name,method,maxAttempts=DefaultRetryAttempts,delay2=DefaultRetryDelay){
return yield retry(name,method,response=>response.message.statusCode,maxAttempts,delay2)})}var __awaiter6=function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve5){resolve5(value)})}return new(P||
(P=Promise))(function(resolve5,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}function rejected(value){try{step(generator["\
throw"](value))}catch(e){reject(e)}}function step(result){result.done?resolve5(result.value):adopt(result.value).then(fulfilled,rejected)}step((generator=generator.
apply(thisArg,_arguments||[])).next())})};function pipeResponseToStream(response,output){return __awaiter6(this,void 0,void 0,function*(){const pipeline3=util3.promisify(
stream.pipeline);yield pipeline3(response.message,output)})}var DownloadProgress=class{constructor(contentLength2){this.contentLength=contentLength2;this.segmentIndex=
0;this.segmentSize=0;this.segmentOffset=0;this.receivedBytes=0;this.displayedComplete=false;this.startTime=Date.now()}nextSegment(segmentSize){this.segmentOffset=
this.segmentOffset+this.segmentSize;this.segmentIndex=this.segmentIndex+1;this.segmentSize=segmentSize;this.receivedBytes=0;debug(`Downloading segment at offset\
 ${this.segmentOffset} with length ${this.segmentSize}...`)}setReceivedBytes(receivedBytes){this.receivedBytes=receivedBytes}getTransferredBytes(){return this.segmentOffset+
this.receivedBytes}isDone(){return this.getTransferredBytes()===this.contentLength}display(){if(this.displayedComplete){return}const transferredBytes=this.segmentOffset+
this.receivedBytes;const percentage=(100*(transferredBytes/this.contentLength)).toFixed(1);const elapsedTime=Date.now()-this.startTime;const downloadSpeed=(transferredBytes/
(1024*1024)/(elapsedTime/1e3)).toFixed(1);info(`Received ${transferredBytes} of ${this.contentLength} (${percentage}%), ${downloadSpeed} MBs/sec`);if(this.isDone()){
this.displayedComplete=true}}onProgress(){return progress=>{this.setReceivedBytes(progress.loadedBytes)}}startDisplayTimer(delayInMs=1e3){const displayCallback=()=>{
this.display();if(!this.isDone()){this.timeoutHandle=setTimeout(displayCallback,delayInMs)}};this.timeoutHandle=setTimeout(displayCallback,delayInMs)}stopDisplayTimer(){
if(this.timeoutHandle){clearTimeout(this.timeoutHandle);this.timeoutHandle=void 0}this.display()}};function downloadCacheHttpClient(archiveLocation,archivePath){
return __awaiter6(this,void 0,void 0,function*(){const writeStream=fs4.createWriteStream(archivePath);const httpClient=new HttpClient("actions/cache");const downloadResponse=yield retryHttpClientResponse(
"downloadCache",()=>__awaiter6(this,void 0,void 0,function*(){return httpClient.get(archiveLocation)}));downloadResponse.message.socket.setTimeout(SocketTimeout,
()=>{downloadResponse.message.destroy();debug(`Aborting download, socket timed out after ${SocketTimeout} ms`)});yield pipeResponseToStream(downloadResponse,writeStream);
const contentLengthHeader=downloadResponse.message.headers["content-length"];if(contentLengthHeader){const expectedLength=parseInt(contentLengthHeader);const actualLength=getArchiveFileSizeInBytes(
archivePath);if(actualLength!==expectedLength){throw new Error(`Incomplete download. Expected file size: ${expectedLength}, actual file size: ${actualLength}`)}}else{
debug("Unable to validate download, no Content-Length header")}})}function downloadCacheHttpClientConcurrent(archiveLocation,archivePath,options){return __awaiter6(
this,void 0,void 0,function*(){var _a2;const archiveDescriptor=yield fs4.promises.open(archivePath,"w");const httpClient=new HttpClient("actions/cache",void 0,{
socketTimeout:options.timeoutInMs,keepAlive:true});try{const res=yield retryHttpClientResponse("downloadCacheMetadata",()=>__awaiter6(this,void 0,void 0,function*(){
return yield httpClient.request("HEAD",archiveLocation,null,{})}));const lengthHeader=res.message.headers["content-length"];if(lengthHeader===void 0||lengthHeader===
null){throw new Error("Content-Length not found on blob response")}const length=parseInt(lengthHeader);if(Number.isNaN(length)){throw new Error(`Could not inter\
pret Content-Length: ${length}`)}const downloads=[];const blockSize=4*1024*1024;for(let offset=0;offset<length;offset+=blockSize){const count=Math.min(blockSize,
length-offset);downloads.push({offset,promiseGetter:()=>__awaiter6(this,void 0,void 0,function*(){return yield downloadSegmentRetry(httpClient,archiveLocation,offset,
count)})})}downloads.reverse();let actives=0;let bytesDownloaded=0;const progress=new DownloadProgress(length);progress.startDisplayTimer();const progressFn=progress.
onProgress();const activeDownloads=[];let nextDownload;const waitAndWrite=()=>__awaiter6(this,void 0,void 0,function*(){const segment=yield Promise.race(Object.
values(activeDownloads));yield archiveDescriptor.write(segment.buffer,0,segment.count,segment.offset);actives--;delete activeDownloads[segment.offset];bytesDownloaded+=
segment.count;progressFn({loadedBytes:bytesDownloaded})});while(nextDownload=downloads.pop()){activeDownloads[nextDownload.offset]=nextDownload.promiseGetter();
actives++;if(actives>=((_a2=options.downloadConcurrency)!==null&&_a2!==void 0?_a2:10)){yield waitAndWrite()}}while(actives>0){yield waitAndWrite()}}finally{httpClient.
dispose();yield archiveDescriptor.close()}})}function downloadSegmentRetry(httpClient,archiveLocation,offset,count){return __awaiter6(this,void 0,void 0,function*(){
const retries=5;let failures=0;while(true){try{const timeout=3e4;const result=yield promiseWithTimeout(timeout,downloadSegment(httpClient,archiveLocation,offset,
count));if(typeof result==="string"){throw new Error("downloadSegmentRetry failed due to timeout")}return result}catch(err){if(failures>=retries){throw err}failures++}}})}
function downloadSegment(httpClient,archiveLocation,offset,count){return __awaiter6(this,void 0,void 0,function*(){const partRes=yield retryHttpClientResponse("\
downloadCachePart",()=>__awaiter6(this,void 0,void 0,function*(){return yield httpClient.get(archiveLocation,{Range:`bytes=${offset}-${offset+count-1}`})}));if(!partRes.
readBodyBuffer){throw new Error("Expected HttpClientResponse to implement readBodyBuffer")}return{offset,count,buffer:yield partRes.readBodyBuffer()}})}function downloadCacheStorageSDK(archiveLocation,archivePath,options){
return __awaiter6(this,void 0,void 0,function*(){var _a2;const client=new BlockBlobClient(archiveLocation,void 0,{retryOptions:{tryTimeoutInMs:options.timeoutInMs}});
const properties=yield client.getProperties();const contentLength2=(_a2=properties.contentLength)!==null&&_a2!==void 0?_a2:-1;if(contentLength2<0){debug("Unable\
 to determine content length, downloading file with http-client...");yield downloadCacheHttpClient(archiveLocation,archivePath)}else{const maxSegmentSize=Math.min(
134217728,buffer.constants.MAX_LENGTH);const downloadProgress=new DownloadProgress(contentLength2);const fd=fs4.openSync(archivePath,"w");try{downloadProgress.startDisplayTimer();
const controller=new AbortController;const abortSignal=controller.signal;while(!downloadProgress.isDone()){const segmentStart=downloadProgress.segmentOffset+downloadProgress.
segmentSize;const segmentSize=Math.min(maxSegmentSize,contentLength2-segmentStart);downloadProgress.nextSegment(segmentSize);const result=yield promiseWithTimeout(
options.segmentTimeoutInMs||36e5,client.downloadToBuffer(segmentStart,segmentSize,{abortSignal,concurrency:options.downloadConcurrency,onProgress:downloadProgress.
onProgress()}));if(result==="timeout"){controller.abort();throw new Error("Aborting cache download as the download time exceeded the timeout.")}else if(Buffer.isBuffer(
result)){fs4.writeFileSync(fd,result)}}}finally{downloadProgress.stopDisplayTimer();fs4.closeSync(fd)}}})}var promiseWithTimeout=(timeoutMs,promise)=>__awaiter6(
void 0,void 0,void 0,function*(){let timeoutHandle;const timeoutPromise=new Promise(resolve5=>{timeoutHandle=setTimeout(()=>resolve5("timeout"),timeoutMs)});return Promise.
race([promise,timeoutPromise]).then(result=>{clearTimeout(timeoutHandle);return result})});function getUploadOptions(copy){const result={useAzureSdk:false,uploadConcurrency:4,uploadChunkSize:32*1024*1024};if(copy){if(typeof copy.useAzureSdk==="boolean"){
result.useAzureSdk=copy.useAzureSdk}if(typeof copy.uploadConcurrency==="number"){result.uploadConcurrency=copy.uploadConcurrency}if(typeof copy.uploadChunkSize===
"number"){result.uploadChunkSize=copy.uploadChunkSize}}result.uploadConcurrency=!isNaN(Number(process.env["CACHE_UPLOAD_CONCURRENCY"]))?Math.min(32,Number(process.
env["CACHE_UPLOAD_CONCURRENCY"])):result.uploadConcurrency;result.uploadChunkSize=!isNaN(Number(process.env["CACHE_UPLOAD_CHUNK_SIZE"]))?Math.min(128*1024*1024,
Number(process.env["CACHE_UPLOAD_CHUNK_SIZE"])*1024*1024):result.uploadChunkSize;debug(`Use Azure SDK: ${result.useAzureSdk}`);debug(`Upload concurrency: ${result.
uploadConcurrency}`);debug(`Upload chunk size: ${result.uploadChunkSize}`);return result}function getDownloadOptions(copy){const result={useAzureSdk:false,concurrentBlobDownloads:true,
downloadConcurrency:8,timeoutInMs:3e4,segmentTimeoutInMs:6e5,lookupOnly:false};if(copy){if(typeof copy.useAzureSdk==="boolean"){result.useAzureSdk=copy.useAzureSdk}
if(typeof copy.concurrentBlobDownloads==="boolean"){result.concurrentBlobDownloads=copy.concurrentBlobDownloads}if(typeof copy.downloadConcurrency==="number"){result.
downloadConcurrency=copy.downloadConcurrency}if(typeof copy.timeoutInMs==="number"){result.timeoutInMs=copy.timeoutInMs}if(typeof copy.segmentTimeoutInMs==="num\
ber"){result.segmentTimeoutInMs=copy.segmentTimeoutInMs}if(typeof copy.lookupOnly==="boolean"){result.lookupOnly=copy.lookupOnly}}const segmentDownloadTimeoutMins=process.
env["SEGMENT_DOWNLOAD_TIMEOUT_MINS"];if(segmentDownloadTimeoutMins&&!isNaN(Number(segmentDownloadTimeoutMins))&&isFinite(Number(segmentDownloadTimeoutMins))){result.
segmentTimeoutInMs=Number(segmentDownloadTimeoutMins)*60*1e3}debug(`Use Azure SDK: ${result.useAzureSdk}`);debug(`Download concurrency: ${result.downloadConcurrency}`);
debug(`Request timeout (ms): ${result.timeoutInMs}`);debug(`Cache segment download timeout mins env var: ${process.env["SEGMENT_DOWNLOAD_TIMEOUT_MINS"]}`);debug(
`Segment download timeout (ms): ${result.segmentTimeoutInMs}`);debug(`Lookup only: ${result.lookupOnly}`);return result}function isGhes(){const ghUrl=new URL(process.env["GITHUB_SERVER_URL"]||"https://github.com");const hostname=ghUrl.hostname.trimEnd().toUpperCase();const isGitHubHost=hostname===
"GITHUB.COM";const isGheHost=hostname.endsWith(".GHE.COM");const isLocalHost=hostname.endsWith(".LOCALHOST");return!isGitHubHost&&!isGheHost&&!isLocalHost}function getCacheServiceVersion(){
if(isGhes())return"v1";return process.env["ACTIONS_CACHE_SERVICE_V2"]?"v2":"v1"}var KNOWN_CACHE_MODES=["none","read","write","write-only"];function getCacheMode(){
return(process.env["ACTIONS_CACHE_MODE"]||"").trim().toLowerCase()}function isCacheReadable(mode){if(!KNOWN_CACHE_MODES.includes(mode))return true;return mode===
"read"||mode==="write"}function isCacheWritable(mode){if(!KNOWN_CACHE_MODES.includes(mode))return true;return mode==="write"||mode==="write-only"}function getCacheServiceURL(){
const version3=getCacheServiceVersion();switch(version3){case"v1":return process.env["ACTIONS_CACHE_URL"]||process.env["ACTIONS_RESULTS_URL"]||"";case"v2":return process.
env["ACTIONS_RESULTS_URL"]||"";default:throw new Error(`Unsupported cache service version: ${version3}`)}}var import_package_version=__toESM(require_package_version(),1);function getUserAgentString(){return`@actions/cache-${import_package_version.version}`}var __awaiter7=function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve5){resolve5(value)})}return new(P||
(P=Promise))(function(resolve5,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}function rejected(value){try{step(generator["\
throw"](value))}catch(e){reject(e)}}function step(result){result.done?resolve5(result.value):adopt(result.value).then(fulfilled,rejected)}step((generator=generator.
apply(thisArg,_arguments||[])).next())})};function getCacheApiUrl(resource){const baseUrl=getCacheServiceURL();if(!baseUrl){throw new Error("Cache Service Url n\
ot found, unable to restore cache.")}const url2=`${baseUrl}_apis/artifactcache/${resource}`;debug(`Resource Url: ${url2}`);return url2}function createAcceptHeader(type,apiVersion){
return`${type};api-version=${apiVersion}`}function getRequestOptions(){const requestOptions={headers:{Accept:createAcceptHeader("application/json","6.0-preview.\
1")}};return requestOptions}function createHttpClient(){const token=process.env["ACTIONS_RUNTIME_TOKEN"]||"";const bearerCredentialHandler=new BearerCredentialHandler(
token);return new HttpClient(getUserAgentString(),[bearerCredentialHandler],getRequestOptions())}function getCacheEntry(keys,paths,options){return __awaiter7(this,
void 0,void 0,function*(){var _a2;const httpClient=createHttpClient();const version3=getCacheVersion(paths,options===null||options===void 0?void 0:options.compressionMethod,
options===null||options===void 0?void 0:options.enableCrossOsArchive);const resource=`cache?keys=${encodeURIComponent(keys.join(","))}&version=${version3}`;const response=yield retryTypedResponse(
"getCacheEntry",()=>__awaiter7(this,void 0,void 0,function*(){return httpClient.getJson(getCacheApiUrl(resource))}));if(response.statusCode===204){if(isDebug()){
yield printCachesListForDiagnostics(keys[0],httpClient,version3)}return null}if(!isSuccessStatusCode(response.statusCode)){const errorMessage=(_a2=response.error)===
null||_a2===void 0?void 0:_a2.message;if(errorMessage===null||errorMessage===void 0?void 0:errorMessage.includes(CacheReadDeniedMessagePrefix)){throw new Error(
errorMessage)}throw new Error(`Cache service responded with ${response.statusCode}`)}const cacheResult=response.result;const cacheDownloadUrl=cacheResult===null||
cacheResult===void 0?void 0:cacheResult.archiveLocation;if(!cacheDownloadUrl){throw new Error("Cache not found.")}setSecret(cacheDownloadUrl);debug(`Cache Resul\
t:`);debug(JSON.stringify(cacheResult));return cacheResult})}function printCachesListForDiagnostics(key,httpClient,version3){return __awaiter7(this,void 0,void 0,
function*(){const resource=`caches?key=${encodeURIComponent(key)}`;const response=yield retryTypedResponse("listCache",()=>__awaiter7(this,void 0,void 0,function*(){
return httpClient.getJson(getCacheApiUrl(resource))}));if(response.statusCode===200){const cacheListResult=response.result;const totalCount=cacheListResult===null||
cacheListResult===void 0?void 0:cacheListResult.totalCount;if(totalCount&&totalCount>0){debug(`No matching cache found for cache key '${key}', version '${version3}\
 and scope ${process.env["GITHUB_REF"]}. There exist one or more cache(s) with similar key but they have different version or scope. See more info on cache matc\
hing here: https://docs.github.com/en/actions/using-workflows/caching-dependencies-to-speed-up-workflows#matching-a-cache-key 
Other caches with similar key:`);for(const cacheEntry of(cacheListResult===null||cacheListResult===void 0?void 0:cacheListResult.artifactCaches)||[]){debug(`Cac\
he Key: ${cacheEntry===null||cacheEntry===void 0?void 0:cacheEntry.cacheKey}, Cache Version: ${cacheEntry===null||cacheEntry===void 0?void 0:cacheEntry.cacheVersion}\
, Cache Scope: ${cacheEntry===null||cacheEntry===void 0?void 0:cacheEntry.scope}, Cache Created: ${cacheEntry===null||cacheEntry===void 0?void 0:cacheEntry.creationTime}`)}}}})}
function downloadCache(archiveLocation,archivePath,options){return __awaiter7(this,void 0,void 0,function*(){const archiveUrl=new URL2(archiveLocation);const downloadOptions=getDownloadOptions(
options);if(archiveUrl.hostname.endsWith(".blob.core.windows.net")){if(downloadOptions.useAzureSdk){yield downloadCacheStorageSDK(archiveLocation,archivePath,downloadOptions)}else if(downloadOptions.
concurrentBlobDownloads){yield downloadCacheHttpClientConcurrent(archiveLocation,archivePath,downloadOptions)}else{yield downloadCacheHttpClient(archiveLocation,
archivePath)}}else{yield downloadCacheHttpClient(archiveLocation,archivePath)}})}function reserveCache(key,paths,options){return __awaiter7(this,void 0,void 0,function*(){
const httpClient=createHttpClient();const version3=getCacheVersion(paths,options===null||options===void 0?void 0:options.compressionMethod,options===null||options===
void 0?void 0:options.enableCrossOsArchive);const reserveCacheRequest={key,version:version3,cacheSize:options===null||options===void 0?void 0:options.cacheSize};
const response=yield retryTypedResponse("reserveCache",()=>__awaiter7(this,void 0,void 0,function*(){return httpClient.postJson(getCacheApiUrl("caches"),reserveCacheRequest)}));
return response})}function getContentRange(start,end2){return`bytes ${start}-${end2}/*`}function uploadChunk(httpClient,resourceUrl,openStream,start,end2){return __awaiter7(
this,void 0,void 0,function*(){debug(`Uploading chunk of size ${end2-start+1} bytes at offset ${start} with content range: ${getContentRange(start,end2)}`);const additionalHeaders={
"Content-Type":"application/octet-stream","Content-Range":getContentRange(start,end2)};const uploadChunkResponse=yield retryHttpClientResponse(`uploadChunk (sta\
rt: ${start}, end: ${end2})`,()=>__awaiter7(this,void 0,void 0,function*(){return httpClient.sendStream("PATCH",resourceUrl,openStream(),additionalHeaders)}));if(!isSuccessStatusCode(
uploadChunkResponse.message.statusCode)){throw new Error(`Cache service responded with ${uploadChunkResponse.message.statusCode} during upload chunk.`)}})}function uploadFile(httpClient,cacheId,archivePath,options){
return __awaiter7(this,void 0,void 0,function*(){const fileSize=getArchiveFileSizeInBytes(archivePath);const resourceUrl=getCacheApiUrl(`caches/${cacheId.toString()}`);
const fd=fs5.openSync(archivePath,"r");const uploadOptions=getUploadOptions(options);const concurrency=assertDefined("uploadConcurrency",uploadOptions.uploadConcurrency);
const maxChunkSize=assertDefined("uploadChunkSize",uploadOptions.uploadChunkSize);const parallelUploads=[...new Array(concurrency).keys()];debug("Awaiting all u\
ploads");let offset=0;try{yield Promise.all(parallelUploads.map(()=>__awaiter7(this,void 0,void 0,function*(){while(offset<fileSize){const chunkSize=Math.min(fileSize-
offset,maxChunkSize);const start=offset;const end2=offset+chunkSize-1;offset+=maxChunkSize;yield uploadChunk(httpClient,resourceUrl,()=>fs5.createReadStream(archivePath,
{fd,start,end:end2,autoClose:false}).on("error",error2=>{throw new Error(`Cache upload failed because file read failed with ${error2.message}`)}),start,end2)}})))}finally{
fs5.closeSync(fd)}return})}function commitCache(httpClient,cacheId,filesize){return __awaiter7(this,void 0,void 0,function*(){const commitCacheRequest={size:filesize};
return yield retryTypedResponse("commitCache",()=>__awaiter7(this,void 0,void 0,function*(){return httpClient.postJson(getCacheApiUrl(`caches/${cacheId.toString()}`),
commitCacheRequest)}))})}function saveCache(cacheId,archivePath,signedUploadURL,options){return __awaiter7(this,void 0,void 0,function*(){const uploadOptions=getUploadOptions(
options);if(uploadOptions.useAzureSdk){if(!signedUploadURL){throw new Error("Azure Storage SDK can only be used when a signed URL is provided.")}yield uploadCacheArchiveSDK(
signedUploadURL,archivePath,options)}else{const httpClient=createHttpClient();debug("Upload cache");yield uploadFile(httpClient,cacheId,archivePath,options);debug(
"Commiting cache");const cacheSize=getArchiveFileSizeInBytes(archivePath);info(`Cache Size: ~${Math.round(cacheSize/(1024*1024))} MB (${cacheSize} B)`);const commitCacheResponse=yield commitCache(
httpClient,cacheId,cacheSize);if(!isSuccessStatusCode(commitCacheResponse.statusCode)){throw new Error(`Cache service responded with ${commitCacheResponse.statusCode}\
 during commit cache.`)}info("Cache saved successfully")}})}var import_runtime_rpc=__toESM(require_commonjs2(),1);var import_runtime11=__toESM(require_commonjs(),1);var import_runtime12=__toESM(require_commonjs(),1);var import_runtime13=__toESM(require_commonjs(),1);
var import_runtime14=__toESM(require_commonjs(),1);var import_runtime15=__toESM(require_commonjs(),1);var import_runtime6=__toESM(require_commonjs(),1);var import_runtime7=__toESM(require_commonjs(),1);var import_runtime8=__toESM(require_commonjs(),1);var import_runtime9=__toESM(require_commonjs(),1);
var import_runtime10=__toESM(require_commonjs(),1);var import_runtime=__toESM(require_commonjs(),1);var import_runtime2=__toESM(require_commonjs(),1);var import_runtime3=__toESM(require_commonjs(),1);var import_runtime4=__toESM(require_commonjs(),1);
var import_runtime5=__toESM(require_commonjs(),1);var CacheScope$Type=class extends import_runtime5.MessageType{constructor(){super("github.actions.results.enti\
ties.v1.CacheScope",[{no:1,name:"scope",kind:"scalar",T:9},{no:2,name:"permission",kind:"scalar",T:3}])}create(value){const message={scope:"",permission:"0"};globalThis.
Object.defineProperty(message,import_runtime4.MESSAGE_TYPE,{enumerable:false,value:this});if(value!==void 0)(0,import_runtime3.reflectionMergePartial)(this,message,
value);return message}internalBinaryRead(reader,length,options,target){let message=target!==null&&target!==void 0?target:this.create(),end2=reader.pos+length;while(reader.
pos<end2){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.scope=reader.string();break;case 2:message.permission=reader.int64().toString();break;default:
let u=options.readUnknownField;if(u==="throw")throw new globalThis.Error(`Unknown field ${fieldNo} (wire type ${wireType}) for ${this.typeName}`);let d=reader.skip(
wireType);if(u!==false)(u===true?import_runtime2.UnknownFieldHandler.onRead:u)(this.typeName,message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){
if(message.scope!=="")writer.tag(1,import_runtime.WireType.LengthDelimited).string(message.scope);if(message.permission!=="0")writer.tag(2,import_runtime.WireType.
Varint).int64(message.permission);let u=options.writeUnknownFields;if(u!==false)(u==true?import_runtime2.UnknownFieldHandler.onWrite:u)(this.typeName,message,writer);
return writer}};var CacheScope=new CacheScope$Type;var CacheMetadata$Type=class extends import_runtime10.MessageType{constructor(){super("github.actions.results.entities.v1.CacheMetadata",[{no:1,name:"repository\
_id",kind:"scalar",T:3},{no:2,name:"scope",kind:"message",repeat:1,T:()=>CacheScope}])}create(value){const message={repositoryId:"0",scope:[]};globalThis.Object.
defineProperty(message,import_runtime9.MESSAGE_TYPE,{enumerable:false,value:this});if(value!==void 0)(0,import_runtime8.reflectionMergePartial)(this,message,value);
return message}internalBinaryRead(reader,length,options,target){let message=target!==null&&target!==void 0?target:this.create(),end2=reader.pos+length;while(reader.
pos<end2){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.repositoryId=reader.int64().toString();break;case 2:message.scope.push(CacheScope.internalBinaryRead(
reader,reader.uint32(),options));break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.Error(`Unknown field ${fieldNo} (wire type ${wireType}\
) for ${this.typeName}`);let d=reader.skip(wireType);if(u!==false)(u===true?import_runtime7.UnknownFieldHandler.onRead:u)(this.typeName,message,fieldNo,wireType,
d)}}return message}internalBinaryWrite(message,writer,options){if(message.repositoryId!=="0")writer.tag(1,import_runtime6.WireType.Varint).int64(message.repositoryId);
for(let i=0;i<message.scope.length;i++)CacheScope.internalBinaryWrite(message.scope[i],writer.tag(2,import_runtime6.WireType.LengthDelimited).fork(),options).join();
let u=options.writeUnknownFields;if(u!==false)(u==true?import_runtime7.UnknownFieldHandler.onWrite:u)(this.typeName,message,writer);return writer}};var CacheMetadata=new CacheMetadata$Type;var CreateCacheEntryRequest$Type=class extends import_runtime15.MessageType{constructor(){super("github.actions.results.api.v1.CreateCacheEntryRequest",[{no:1,name:"\
metadata",kind:"message",T:()=>CacheMetadata},{no:2,name:"key",kind:"scalar",T:9},{no:3,name:"version",kind:"scalar",T:9}])}create(value){const message={key:"",
version:""};globalThis.Object.defineProperty(message,import_runtime14.MESSAGE_TYPE,{enumerable:false,value:this});if(value!==void 0)(0,import_runtime13.reflectionMergePartial)(
this,message,value);return message}internalBinaryRead(reader,length,options,target){let message=target!==null&&target!==void 0?target:this.create(),end2=reader.
pos+length;while(reader.pos<end2){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.metadata=CacheMetadata.internalBinaryRead(reader,reader.uint32(),
options,message.metadata);break;case 2:message.key=reader.string();break;case 3:message.version=reader.string();break;default:let u=options.readUnknownField;if(u===
"throw")throw new globalThis.Error(`Unknown field ${fieldNo} (wire type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);if(u!==false)(u===true?import_runtime12.UnknownFieldHandler.
onRead:u)(this.typeName,message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){if(message.metadata)CacheMetadata.internalBinaryWrite(
message.metadata,writer.tag(1,import_runtime11.WireType.LengthDelimited).fork(),options).join();if(message.key!=="")writer.tag(2,import_runtime11.WireType.LengthDelimited).
string(message.key);if(message.version!=="")writer.tag(3,import_runtime11.WireType.LengthDelimited).string(message.version);let u=options.writeUnknownFields;if(u!==
false)(u==true?import_runtime12.UnknownFieldHandler.onWrite:u)(this.typeName,message,writer);return writer}};var CreateCacheEntryRequest=new CreateCacheEntryRequest$Type;
var CreateCacheEntryResponse$Type=class extends import_runtime15.MessageType{constructor(){super("github.actions.results.api.v1.CreateCacheEntryResponse",[{no:1,
name:"ok",kind:"scalar",T:8},{no:2,name:"signed_upload_url",kind:"scalar",T:9},{no:3,name:"message",kind:"scalar",T:9}])}create(value){const message={ok:false,signedUploadUrl:"",
message:""};globalThis.Object.defineProperty(message,import_runtime14.MESSAGE_TYPE,{enumerable:false,value:this});if(value!==void 0)(0,import_runtime13.reflectionMergePartial)(
this,message,value);return message}internalBinaryRead(reader,length,options,target){let message=target!==null&&target!==void 0?target:this.create(),end2=reader.
pos+length;while(reader.pos<end2){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.ok=reader.bool();break;case 2:message.signedUploadUrl=reader.
string();break;case 3:message.message=reader.string();break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.Error(`Unknown field ${fieldNo}\
 (wire type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);if(u!==false)(u===true?import_runtime12.UnknownFieldHandler.onRead:u)(this.typeName,
message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){if(message.ok!==false)writer.tag(1,import_runtime11.WireType.Varint).bool(
message.ok);if(message.signedUploadUrl!=="")writer.tag(2,import_runtime11.WireType.LengthDelimited).string(message.signedUploadUrl);if(message.message!=="")writer.
tag(3,import_runtime11.WireType.LengthDelimited).string(message.message);let u=options.writeUnknownFields;if(u!==false)(u==true?import_runtime12.UnknownFieldHandler.
onWrite:u)(this.typeName,message,writer);return writer}};var CreateCacheEntryResponse=new CreateCacheEntryResponse$Type;var FinalizeCacheEntryUploadRequest$Type=class extends import_runtime15.MessageType{constructor(){
super("github.actions.results.api.v1.FinalizeCacheEntryUploadRequest",[{no:1,name:"metadata",kind:"message",T:()=>CacheMetadata},{no:2,name:"key",kind:"scalar",
T:9},{no:3,name:"size_bytes",kind:"scalar",T:3},{no:4,name:"version",kind:"scalar",T:9}])}create(value){const message={key:"",sizeBytes:"0",version:""};globalThis.
Object.defineProperty(message,import_runtime14.MESSAGE_TYPE,{enumerable:false,value:this});if(value!==void 0)(0,import_runtime13.reflectionMergePartial)(this,message,
value);return message}internalBinaryRead(reader,length,options,target){let message=target!==null&&target!==void 0?target:this.create(),end2=reader.pos+length;while(reader.
pos<end2){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.metadata=CacheMetadata.internalBinaryRead(reader,reader.uint32(),options,message.metadata);
break;case 2:message.key=reader.string();break;case 3:message.sizeBytes=reader.int64().toString();break;case 4:message.version=reader.string();break;default:let u=options.
readUnknownField;if(u==="throw")throw new globalThis.Error(`Unknown field ${fieldNo} (wire type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);
if(u!==false)(u===true?import_runtime12.UnknownFieldHandler.onRead:u)(this.typeName,message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){
if(message.metadata)CacheMetadata.internalBinaryWrite(message.metadata,writer.tag(1,import_runtime11.WireType.LengthDelimited).fork(),options).join();if(message.
key!=="")writer.tag(2,import_runtime11.WireType.LengthDelimited).string(message.key);if(message.sizeBytes!=="0")writer.tag(3,import_runtime11.WireType.Varint).int64(
message.sizeBytes);if(message.version!=="")writer.tag(4,import_runtime11.WireType.LengthDelimited).string(message.version);let u=options.writeUnknownFields;if(u!==
false)(u==true?import_runtime12.UnknownFieldHandler.onWrite:u)(this.typeName,message,writer);return writer}};var FinalizeCacheEntryUploadRequest=new FinalizeCacheEntryUploadRequest$Type;
var FinalizeCacheEntryUploadResponse$Type=class extends import_runtime15.MessageType{constructor(){super("github.actions.results.api.v1.FinalizeCacheEntryUpload\
Response",[{no:1,name:"ok",kind:"scalar",T:8},{no:2,name:"entry_id",kind:"scalar",T:3},{no:3,name:"message",kind:"scalar",T:9}])}create(value){const message={ok:false,
entryId:"0",message:""};globalThis.Object.defineProperty(message,import_runtime14.MESSAGE_TYPE,{enumerable:false,value:this});if(value!==void 0)(0,import_runtime13.reflectionMergePartial)(
this,message,value);return message}internalBinaryRead(reader,length,options,target){let message=target!==null&&target!==void 0?target:this.create(),end2=reader.
pos+length;while(reader.pos<end2){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.ok=reader.bool();break;case 2:message.entryId=reader.int64().
toString();break;case 3:message.message=reader.string();break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.Error(`Unknown field ${fieldNo}\
 (wire type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);if(u!==false)(u===true?import_runtime12.UnknownFieldHandler.onRead:u)(this.typeName,
message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){if(message.ok!==false)writer.tag(1,import_runtime11.WireType.Varint).bool(
message.ok);if(message.entryId!=="0")writer.tag(2,import_runtime11.WireType.Varint).int64(message.entryId);if(message.message!=="")writer.tag(3,import_runtime11.WireType.
LengthDelimited).string(message.message);let u=options.writeUnknownFields;if(u!==false)(u==true?import_runtime12.UnknownFieldHandler.onWrite:u)(this.typeName,message,
writer);return writer}};var FinalizeCacheEntryUploadResponse=new FinalizeCacheEntryUploadResponse$Type;var GetCacheEntryDownloadURLRequest$Type=class extends import_runtime15.MessageType{constructor(){
super("github.actions.results.api.v1.GetCacheEntryDownloadURLRequest",[{no:1,name:"metadata",kind:"message",T:()=>CacheMetadata},{no:2,name:"key",kind:"scalar",
T:9},{no:3,name:"restore_keys",kind:"scalar",repeat:2,T:9},{no:4,name:"version",kind:"scalar",T:9}])}create(value){const message={key:"",restoreKeys:[],version:""};
globalThis.Object.defineProperty(message,import_runtime14.MESSAGE_TYPE,{enumerable:false,value:this});if(value!==void 0)(0,import_runtime13.reflectionMergePartial)(
this,message,value);return message}internalBinaryRead(reader,length,options,target){let message=target!==null&&target!==void 0?target:this.create(),end2=reader.
pos+length;while(reader.pos<end2){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.metadata=CacheMetadata.internalBinaryRead(reader,reader.uint32(),
options,message.metadata);break;case 2:message.key=reader.string();break;case 3:message.restoreKeys.push(reader.string());break;case 4:message.version=reader.string();
break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.Error(`Unknown field ${fieldNo} (wire type ${wireType}) for ${this.typeName}`);
let d=reader.skip(wireType);if(u!==false)(u===true?import_runtime12.UnknownFieldHandler.onRead:u)(this.typeName,message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){
if(message.metadata)CacheMetadata.internalBinaryWrite(message.metadata,writer.tag(1,import_runtime11.WireType.LengthDelimited).fork(),options).join();if(message.
key!=="")writer.tag(2,import_runtime11.WireType.LengthDelimited).string(message.key);for(let i=0;i<message.restoreKeys.length;i++)writer.tag(3,import_runtime11.WireType.
LengthDelimited).string(message.restoreKeys[i]);if(message.version!=="")writer.tag(4,import_runtime11.WireType.LengthDelimited).string(message.version);let u=options.
writeUnknownFields;if(u!==false)(u==true?import_runtime12.UnknownFieldHandler.onWrite:u)(this.typeName,message,writer);return writer}};var GetCacheEntryDownloadURLRequest=new GetCacheEntryDownloadURLRequest$Type;
var GetCacheEntryDownloadURLResponse$Type=class extends import_runtime15.MessageType{constructor(){super("github.actions.results.api.v1.GetCacheEntryDownloadURL\
Response",[{no:1,name:"ok",kind:"scalar",T:8},{no:2,name:"signed_download_url",kind:"scalar",T:9},{no:3,name:"matched_key",kind:"scalar",T:9}])}create(value){const message={
ok:false,signedDownloadUrl:"",matchedKey:""};globalThis.Object.defineProperty(message,import_runtime14.MESSAGE_TYPE,{enumerable:false,value:this});if(value!==void 0)
(0,import_runtime13.reflectionMergePartial)(this,message,value);return message}internalBinaryRead(reader,length,options,target){let message=target!==null&&target!==
void 0?target:this.create(),end2=reader.pos+length;while(reader.pos<end2){let[fieldNo,wireType]=reader.tag();switch(fieldNo){case 1:message.ok=reader.bool();break;case 2:
message.signedDownloadUrl=reader.string();break;case 3:message.matchedKey=reader.string();break;default:let u=options.readUnknownField;if(u==="throw")throw new globalThis.
Error(`Unknown field ${fieldNo} (wire type ${wireType}) for ${this.typeName}`);let d=reader.skip(wireType);if(u!==false)(u===true?import_runtime12.UnknownFieldHandler.
onRead:u)(this.typeName,message,fieldNo,wireType,d)}}return message}internalBinaryWrite(message,writer,options){if(message.ok!==false)writer.tag(1,import_runtime11.WireType.
Varint).bool(message.ok);if(message.signedDownloadUrl!=="")writer.tag(2,import_runtime11.WireType.LengthDelimited).string(message.signedDownloadUrl);if(message.
matchedKey!=="")writer.tag(3,import_runtime11.WireType.LengthDelimited).string(message.matchedKey);let u=options.writeUnknownFields;if(u!==false)(u==true?import_runtime12.UnknownFieldHandler.
onWrite:u)(this.typeName,message,writer);return writer}};var GetCacheEntryDownloadURLResponse=new GetCacheEntryDownloadURLResponse$Type;var CacheService=new import_runtime_rpc.ServiceType(
"github.actions.results.api.v1.CacheService",[{name:"CreateCacheEntry",options:{},I:CreateCacheEntryRequest,O:CreateCacheEntryResponse},{name:"FinalizeCacheEntr\
yUpload",options:{},I:FinalizeCacheEntryUploadRequest,O:FinalizeCacheEntryUploadResponse},{name:"GetCacheEntryDownloadURL",options:{},I:GetCacheEntryDownloadURLRequest,
O:GetCacheEntryDownloadURLResponse}]);var CacheServiceClientJSON=class{constructor(rpc){this.rpc=rpc;this.CreateCacheEntry.bind(this);this.FinalizeCacheEntryUpload.bind(this);this.GetCacheEntryDownloadURL.
bind(this)}CreateCacheEntry(request){const data=CreateCacheEntryRequest.toJson(request,{useProtoFieldName:true,emitDefaultValues:false});const promise=this.rpc.
request("github.actions.results.api.v1.CacheService","CreateCacheEntry","application/json",data);return promise.then(data2=>CreateCacheEntryResponse.fromJson(data2,
{ignoreUnknownFields:true}))}FinalizeCacheEntryUpload(request){const data=FinalizeCacheEntryUploadRequest.toJson(request,{useProtoFieldName:true,emitDefaultValues:false});
const promise=this.rpc.request("github.actions.results.api.v1.CacheService","FinalizeCacheEntryUpload","application/json",data);return promise.then(data2=>FinalizeCacheEntryUploadResponse.
fromJson(data2,{ignoreUnknownFields:true}))}GetCacheEntryDownloadURL(request){const data=GetCacheEntryDownloadURLRequest.toJson(request,{useProtoFieldName:true,
emitDefaultValues:false});const promise=this.rpc.request("github.actions.results.api.v1.CacheService","GetCacheEntryDownloadURL","application/json",data);return promise.
then(data2=>GetCacheEntryDownloadURLResponse.fromJson(data2,{ignoreUnknownFields:true}))}};function maskSigUrl(url2){if(!url2)return;try{const parsedUrl=new URL(url2);const signature=parsedUrl.searchParams.get("sig");if(signature){setSecret(signature);
setSecret(encodeURIComponent(signature))}}catch(error2){debug(`Failed to parse URL: ${url2} ${error2 instanceof Error?error2.message:String(error2)}`)}}function maskSecretUrls(body2){
if(typeof body2!=="object"||body2===null){debug("body is not an object or is null");return}if("signed_upload_url"in body2&&typeof body2.signed_upload_url==="str\
ing"){maskSigUrl(body2.signed_upload_url)}if("signed_download_url"in body2&&typeof body2.signed_download_url==="string"){maskSigUrl(body2.signed_download_url)}}var __awaiter8=function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve5){resolve5(value)})}return new(P||
(P=Promise))(function(resolve5,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}function rejected(value){try{step(generator["\
throw"](value))}catch(e){reject(e)}}function step(result){result.done?resolve5(result.value):adopt(result.value).then(fulfilled,rejected)}step((generator=generator.
apply(thisArg,_arguments||[])).next())})};var CacheServiceClient=class{constructor(userAgent,maxAttempts,baseRetryIntervalMilliseconds,retryMultiplier){this.maxAttempts=
5;this.baseRetryIntervalMilliseconds=3e3;this.retryMultiplier=1.5;const token=getRuntimeToken();this.baseUrl=getCacheServiceURL();if(maxAttempts){this.maxAttempts=
maxAttempts}if(baseRetryIntervalMilliseconds){this.baseRetryIntervalMilliseconds=baseRetryIntervalMilliseconds}if(retryMultiplier){this.retryMultiplier=retryMultiplier}
this.httpClient=new HttpClient(userAgent,[new BearerCredentialHandler(token)])}request(service,method,contentType2,data){return __awaiter8(this,void 0,void 0,function*(){
const url2=new URL(`/twirp/${service}/${method}`,this.baseUrl).href;debug(`[Request] ${method} ${url2}`);const headers={"Content-Type":contentType2};try{const{body:body2}=yield this.
retryableRequest(()=>__awaiter8(this,void 0,void 0,function*(){return this.httpClient.post(url2,JSON.stringify(data),headers)}));return body2}catch(error2){throw new Error(
`Failed to ${method}: ${error2.message}`)}})}retryableRequest(operation){return __awaiter8(this,void 0,void 0,function*(){let attempt=0;let errorMessage="";let rawBody="";
while(attempt<this.maxAttempts){let isRetryable=false;try{const response=yield operation();const statusCode=response.message.statusCode;rawBody=yield response.readBody();
debug(`[Response] - ${response.message.statusCode}`);debug(`Headers: ${JSON.stringify(response.message.headers,null,2)}`);const body2=JSON.parse(rawBody);maskSecretUrls(
body2);debug(`Body: ${JSON.stringify(body2,null,2)}`);if(this.isSuccessStatusCode(statusCode)){return{response,body:body2}}isRetryable=this.isRetryableHttpStatusCode(
statusCode);errorMessage=`Failed request: (${statusCode}) ${response.message.statusMessage}`;if(body2.msg){if(UsageError.isUsageErrorMessage(body2.msg)){throw new UsageError}
errorMessage=`${errorMessage}: ${body2.msg}`}if(statusCode===HttpCodes.TooManyRequests){const retryAfterHeader=response.message.headers["retry-after"];if(retryAfterHeader){
const parsedSeconds=parseInt(retryAfterHeader,10);if(!isNaN(parsedSeconds)&&parsedSeconds>0){warning(`You've hit a rate limit, your rate limit will reset in ${parsedSeconds}\
 seconds`)}}throw new RateLimitError(`Rate limited: ${errorMessage}`)}}catch(error2){if(error2 instanceof SyntaxError){debug(`Raw Body: ${rawBody}`)}if(error2 instanceof
UsageError){throw error2}if(error2 instanceof RateLimitError){throw error2}if(NetworkError.isNetworkErrorCode(error2===null||error2===void 0?void 0:error2.code)){
throw new NetworkError(error2===null||error2===void 0?void 0:error2.code)}isRetryable=true;errorMessage=error2.message}if(!isRetryable){throw new Error(`Receive\
d non-retryable error: ${errorMessage}`)}if(attempt+1===this.maxAttempts){throw new Error(`Failed to make request after ${this.maxAttempts} attempts: ${errorMessage}`)}
const retryTimeMilliseconds=this.getExponentialRetryTimeMilliseconds(attempt);info(`Attempt ${attempt+1} of ${this.maxAttempts} failed with error: ${errorMessage}\
. Retrying request in ${retryTimeMilliseconds} ms...`);yield this.sleep(retryTimeMilliseconds);attempt++}throw new Error(`Request failed`)})}isSuccessStatusCode(statusCode){
if(!statusCode)return false;return statusCode>=200&&statusCode<300}isRetryableHttpStatusCode(statusCode){if(!statusCode)return false;const retryableStatusCodes=[
HttpCodes.BadGateway,HttpCodes.GatewayTimeout,HttpCodes.InternalServerError,HttpCodes.ServiceUnavailable];return retryableStatusCodes.includes(statusCode)}sleep(milliseconds){
return __awaiter8(this,void 0,void 0,function*(){return new Promise(resolve5=>setTimeout(resolve5,milliseconds))})}getExponentialRetryTimeMilliseconds(attempt){
if(attempt<0){throw new Error("attempt should be a positive integer")}if(attempt===0){return this.baseRetryIntervalMilliseconds}const minTime=this.baseRetryIntervalMilliseconds*
Math.pow(this.retryMultiplier,attempt);const maxTime=minTime*this.retryMultiplier;return Math.trunc(Math.random()*(maxTime-minTime)+minTime)}};function internalCacheTwirpClient(options){
const client=new CacheServiceClient(getUserAgentString(),options===null||options===void 0?void 0:options.maxAttempts,options===null||options===void 0?void 0:options.
retryIntervalMs,options===null||options===void 0?void 0:options.retryMultiplier);return new CacheServiceClientJSON(client)}import{existsSync as existsSync4,writeFileSync as writeFileSync2}from"fs";import*as path7 from"path";var __awaiter9=function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve5){resolve5(value)})}return new(P||
(P=Promise))(function(resolve5,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}function rejected(value){try{step(generator["\
throw"](value))}catch(e){reject(e)}}function step(result){result.done?resolve5(result.value):adopt(result.value).then(fulfilled,rejected)}step((generator=generator.
apply(thisArg,_arguments||[])).next())})};var IS_WINDOWS6=process.platform==="win32";function getTarPath(){return __awaiter9(this,void 0,void 0,function*(){switch(process.
platform){case"win32":{const gnuTar=yield getGnuTarPathOnWindows();const systemTar=SystemTarPathOnWindows;if(gnuTar){return{path:gnuTar,type:ArchiveToolType.GNU}}else if(existsSync4(
systemTar)){return{path:systemTar,type:ArchiveToolType.BSD}}break}case"darwin":{const gnuTar=yield which("gtar",false);if(gnuTar){return{path:gnuTar,type:ArchiveToolType.
GNU}}else{return{path:yield which("tar",true),type:ArchiveToolType.BSD}}}default:break}return{path:yield which("tar",true),type:ArchiveToolType.GNU}})}function getTarArgs(tarPath_1,compressionMethod_1,type_1){
return __awaiter9(this,arguments,void 0,function*(tarPath,compressionMethod,type,archivePath=""){const args=[`"${tarPath.path}"`];const cacheFileName=getCacheFileName(
compressionMethod);const tarFile="cache.tar";const workingDirectory=getWorkingDirectory();const BSD_TAR_ZSTD=tarPath.type===ArchiveToolType.BSD&&compressionMethod!==
CompressionMethod.Gzip&&IS_WINDOWS6;switch(type){case"create":args.push("--posix","-cf",BSD_TAR_ZSTD?tarFile:cacheFileName.replace(new RegExp(`\\${path7.sep}`,"\
g"),"/"),"--exclude",BSD_TAR_ZSTD?tarFile:cacheFileName.replace(new RegExp(`\\${path7.sep}`,"g"),"/"),"-P","-C",workingDirectory.replace(new RegExp(`\\${path7.sep}`,
"g"),"/"),"--files-from",ManifestFilename);break;case"extract":args.push("-xf",BSD_TAR_ZSTD?tarFile:archivePath.replace(new RegExp(`\\${path7.sep}`,"g"),"/"),"-\
P","-C",BSD_TAR_ZSTD?quoteAbsolutePath(workingDirectory):workingDirectory.replace(new RegExp(`\\${path7.sep}`,"g"),"/"));break;case"list":args.push("-tf",BSD_TAR_ZSTD?
tarFile:archivePath.replace(new RegExp(`\\${path7.sep}`,"g"),"/"),"-P");break}if(tarPath.type===ArchiveToolType.GNU){switch(process.platform){case"win32":args.push(
"--force-local");break;case"darwin":args.push("--delay-directory-restore");break}}return args})}function getCommands(compressionMethod_1,type_1){return __awaiter9(
this,arguments,void 0,function*(compressionMethod,type,archivePath=""){let args;const tarPath=yield getTarPath();const tarArgs=yield getTarArgs(tarPath,compressionMethod,
type,archivePath);const compressionArgs=type!=="create"?yield getDecompressionProgram(tarPath,compressionMethod,archivePath):yield getCompressionProgram(tarPath,
compressionMethod);const BSD_TAR_ZSTD=tarPath.type===ArchiveToolType.BSD&&compressionMethod!==CompressionMethod.Gzip&&IS_WINDOWS6;if(BSD_TAR_ZSTD&&type!=="creat\
e"){args=[[...compressionArgs].join(" "),[...tarArgs].join(" ")]}else{args=[[...tarArgs].join(" "),[...compressionArgs].join(" ")]}return{commands:BSD_TAR_ZSTD?
args:[args.join(" ")],requiresTempDirectory:BSD_TAR_ZSTD&&type!=="create"}})}function getWorkingDirectory(){var _a2;return(_a2=process.env["GITHUB_WORKSPACE"])!==
null&&_a2!==void 0?_a2:process.cwd()}function quoteAbsolutePath(filePath){return`"${path7.resolve(filePath).replace(new RegExp(`\\${path7.sep}`,"g"),"/")}"`}function getDecompressionProgram(tarPath,compressionMethod,archivePath){
return __awaiter9(this,void 0,void 0,function*(){const BSD_TAR_ZSTD=tarPath.type===ArchiveToolType.BSD&&compressionMethod!==CompressionMethod.Gzip&&IS_WINDOWS6;
switch(compressionMethod){case CompressionMethod.Zstd:return BSD_TAR_ZSTD?["zstd -d --long=30 --force -o",TarFilename,quoteAbsolutePath(archivePath)]:["--use-co\
mpress-program",IS_WINDOWS6?'"zstd -d --long=30"':"unzstd --long=30"];case CompressionMethod.ZstdWithoutLong:return BSD_TAR_ZSTD?["zstd -d --force -o",TarFilename,
quoteAbsolutePath(archivePath)]:["--use-compress-program",IS_WINDOWS6?'"zstd -d"':"unzstd"];default:return["-z"]}})}function getCompressionProgram(tarPath,compressionMethod){
return __awaiter9(this,void 0,void 0,function*(){const cacheFileName=getCacheFileName(compressionMethod);const BSD_TAR_ZSTD=tarPath.type===ArchiveToolType.BSD&&
compressionMethod!==CompressionMethod.Gzip&&IS_WINDOWS6;switch(compressionMethod){case CompressionMethod.Zstd:return BSD_TAR_ZSTD?["zstd -T0 --long=30 --force -\
o",cacheFileName.replace(new RegExp(`\\${path7.sep}`,"g"),"/"),TarFilename]:["--use-compress-program",IS_WINDOWS6?'"zstd -T0 --long=30"':"zstdmt --long=30"];case CompressionMethod.
ZstdWithoutLong:return BSD_TAR_ZSTD?["zstd -T0 --force -o",cacheFileName.replace(new RegExp(`\\${path7.sep}`,"g"),"/"),TarFilename]:["--use-compress-program",IS_WINDOWS6?
'"zstd -T0"':"zstdmt"];default:return["-z"]}})}function execCommands(commands,cwd){return __awaiter9(this,void 0,void 0,function*(){for(const command of commands){
try{yield exec(command,void 0,{cwd,env:Object.assign(Object.assign({},process.env),{MSYS:"winsymlinks:nativestrict"})})}catch(error2){throw new Error(`${command.
split(" ")[0]} failed with error: ${error2===null||error2===void 0?void 0:error2.message}`)}}})}function execReadCommands(archivePath,compressionMethod,type){return __awaiter9(
this,void 0,void 0,function*(){const{commands,requiresTempDirectory}=yield getCommands(compressionMethod,type,archivePath);const tempDirectory=requiresTempDirectory?
yield createTempDirectory():void 0;try{yield execCommands(commands,tempDirectory)}finally{if(tempDirectory){try{yield rmRF(tempDirectory)}catch(error2){debug(`F\
ailed to delete temporary tar directory: ${error2}`)}}}})}function listTar(archivePath,compressionMethod){return __awaiter9(this,void 0,void 0,function*(){yield execReadCommands(
archivePath,compressionMethod,"list")})}function extractTar(archivePath,compressionMethod){return __awaiter9(this,void 0,void 0,function*(){const workingDirectory=getWorkingDirectory();
yield mkdirP(workingDirectory);yield execReadCommands(archivePath,compressionMethod,"extract")})}function createTar(archiveFolder,sourceDirectories,compressionMethod){
return __awaiter9(this,void 0,void 0,function*(){writeFileSync2(path7.join(archiveFolder,ManifestFilename),sourceDirectories.join("\n"));const{commands}=yield getCommands(
compressionMethod,"create");yield execCommands(commands,archiveFolder)})}var __awaiter10=function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve5){resolve5(value)})}return new(P||
(P=Promise))(function(resolve5,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}function rejected(value){try{step(generator["\
throw"](value))}catch(e){reject(e)}}function step(result){result.done?resolve5(result.value):adopt(result.value).then(fulfilled,rejected)}step((generator=generator.
apply(thisArg,_arguments||[])).next())})};var ValidationError=class _ValidationError extends Error{constructor(message){super(message);this.name="ValidationErro\
r";Object.setPrototypeOf(this,_ValidationError.prototype)}};var ReserveCacheError=class _ReserveCacheError extends Error{constructor(message){super(message);this.
name="ReserveCacheError";Object.setPrototypeOf(this,_ReserveCacheError.prototype)}};var CACHE_WRITE_DENIED_PREFIX="cache write denied:";var CacheWriteDeniedError=class _CacheWriteDeniedError extends ReserveCacheError{constructor(message){
super(message);this.name="CacheWriteDeniedError";Object.setPrototypeOf(this,_CacheWriteDeniedError.prototype)}};var CACHE_READ_DENIED_PREFIX=CacheReadDeniedMessagePrefix;
var CacheReadDeniedError=class _CacheReadDeniedError extends Error{constructor(message){super(message);this.name="CacheReadDeniedError";Object.setPrototypeOf(this,
_CacheReadDeniedError.prototype)}};var FinalizeCacheError=class _FinalizeCacheError extends Error{constructor(message){super(message);this.name="FinalizeCacheEr\
ror";Object.setPrototypeOf(this,_FinalizeCacheError.prototype)}};function checkPaths(paths){if(!paths||paths.length===0){throw new ValidationError(`Path Validat\
ion Error: At least one directory or file path is required`)}}function checkKey(key){if(key.length>512){throw new ValidationError(`Key Validation Error: ${key} \
cannot be larger than 512 characters.`)}const regex=/^[^,]*$/;if(!regex.test(key)){throw new ValidationError(`Key Validation Error: ${key} cannot contain commas\
.`)}}function isFeatureAvailable(){const cacheServiceVersion=getCacheServiceVersion();switch(cacheServiceVersion){case"v2":return!!process.env["ACTIONS_RESULTS_\
URL"];case"v1":default:return!!process.env["ACTIONS_CACHE_URL"]}}function restoreCache(paths_1,primaryKey_1,restoreKeys_1,options_1){return __awaiter10(this,arguments,
void 0,function*(paths,primaryKey,restoreKeys,options,enableCrossOsArchive=false){const cacheServiceVersion=getCacheServiceVersion();debug(`Cache service versio\
n: ${cacheServiceVersion}`);checkPaths(paths);const cacheMode=getCacheMode();if(!isCacheReadable(cacheMode)){info(`Cache restore skipped: the effective cache-mo\
de '${cacheMode}' does not permit reads.`);debug(`Skipped restore for paths [${paths.join(", ")}] with primary key '${primaryKey}'.`);return void 0}switch(cacheServiceVersion){case"\
v2":return yield restoreCacheV2(paths,primaryKey,restoreKeys,options,enableCrossOsArchive);case"v1":default:return yield restoreCacheV1(paths,primaryKey,restoreKeys,
options,enableCrossOsArchive)}})}function restoreCacheV1(paths_1,primaryKey_1,restoreKeys_1,options_1){return __awaiter10(this,arguments,void 0,function*(paths,primaryKey,restoreKeys,options,enableCrossOsArchive=false){
var _a2;restoreKeys=restoreKeys||[];const keys=[primaryKey,...restoreKeys];debug("Resolved Keys:");debug(JSON.stringify(keys));if(keys.length>10){throw new ValidationError(
`Key Validation Error: Keys are limited to a maximum of 10.`)}for(const key of keys){checkKey(key)}const compressionMethod=yield getCompressionMethod();let archivePath="";
try{let cacheEntry;try{cacheEntry=yield getCacheEntry(keys,paths,{compressionMethod,enableCrossOsArchive})}catch(error2){const errorMessage=(_a2=error2===null||
error2===void 0?void 0:error2.message)!==null&&_a2!==void 0?_a2:"";if(errorMessage.includes(CACHE_READ_DENIED_PREFIX)){throw new CacheReadDeniedError(errorMessage)}
throw error2}if(!(cacheEntry===null||cacheEntry===void 0?void 0:cacheEntry.archiveLocation)){return void 0}if(options===null||options===void 0?void 0:options.lookupOnly){
info("Lookup only - skipping download");return cacheEntry.cacheKey}archivePath=path8.join(yield createTempDirectory(),getCacheFileName(compressionMethod));debug(
`Archive Path: ${archivePath}`);yield downloadCache(cacheEntry.archiveLocation,archivePath,options);if(isDebug()){yield listTar(archivePath,compressionMethod)}const archiveFileSize=getArchiveFileSizeInBytes(
archivePath);info(`Cache Size: ~${Math.round(archiveFileSize/(1024*1024))} MB (${archiveFileSize} B)`);yield extractTar(archivePath,compressionMethod);info("Cac\
he restored successfully");return cacheEntry.cacheKey}catch(error2){const typedError=error2;if(typedError.name===ValidationError.name){throw error2}else{if(typedError instanceof
HttpClientError&&typeof typedError.statusCode==="number"&&typedError.statusCode>=500){error(`Failed to restore: ${error2.message}`)}else{warning(`Failed to rest\
ore: ${error2.message}`)}}}finally{try{yield unlinkFile(archivePath)}catch(error2){debug(`Failed to delete archive: ${error2}`)}}return void 0})}function restoreCacheV2(paths_1,primaryKey_1,restoreKeys_1,options_1){
return __awaiter10(this,arguments,void 0,function*(paths,primaryKey,restoreKeys,options,enableCrossOsArchive=false){var _a2;options=Object.assign(Object.assign(
{},options),{useAzureSdk:true});restoreKeys=restoreKeys||[];const keys=[primaryKey,...restoreKeys];debug("Resolved Keys:");debug(JSON.stringify(keys));if(keys.length>
10){throw new ValidationError(`Key Validation Error: Keys are limited to a maximum of 10.`)}for(const key of keys){checkKey(key)}let archivePath="";try{const twirpClient=internalCacheTwirpClient();
const compressionMethod=yield getCompressionMethod();const request={key:primaryKey,restoreKeys,version:getCacheVersion(paths,compressionMethod,enableCrossOsArchive)};
let response;try{response=yield twirpClient.GetCacheEntryDownloadURL(request)}catch(error2){const errorMessage=(_a2=error2===null||error2===void 0?void 0:error2.
message)!==null&&_a2!==void 0?_a2:"";if(errorMessage.includes(CACHE_READ_DENIED_PREFIX)){throw new CacheReadDeniedError(errorMessage)}throw error2}if(!response.
ok){debug(`Cache not found for version ${request.version} of keys: ${keys.join(", ")}`);return void 0}const isRestoreKeyMatch=request.key!==response.matchedKey;
if(isRestoreKeyMatch){info(`Cache hit for restore-key: ${response.matchedKey}`)}else{info(`Cache hit for: ${response.matchedKey}`)}if(options===null||options===
void 0?void 0:options.lookupOnly){info("Lookup only - skipping download");return response.matchedKey}archivePath=path8.join(yield createTempDirectory(),getCacheFileName(
compressionMethod));debug(`Archive path: ${archivePath}`);debug(`Starting download of archive to: ${archivePath}`);yield downloadCache(response.signedDownloadUrl,
archivePath,options);const archiveFileSize=getArchiveFileSizeInBytes(archivePath);info(`Cache Size: ~${Math.round(archiveFileSize/(1024*1024))} MB (${archiveFileSize}\
 B)`);if(isDebug()){yield listTar(archivePath,compressionMethod)}yield extractTar(archivePath,compressionMethod);info("Cache restored successfully");return response.
matchedKey}catch(error2){const typedError=error2;if(typedError.name===ValidationError.name){throw error2}else{if(typedError instanceof HttpClientError&&typeof typedError.
statusCode==="number"&&typedError.statusCode>=500){error(`Failed to restore: ${error2.message}`)}else{warning(`Failed to restore: ${error2.message}`)}}}finally{
try{if(archivePath){yield unlinkFile(archivePath)}}catch(error2){debug(`Failed to delete archive: ${error2}`)}}return void 0})}function saveCache2(paths_1,key_1,options_1){
return __awaiter10(this,arguments,void 0,function*(paths,key,options,enableCrossOsArchive=false){const cacheServiceVersion=getCacheServiceVersion();debug(`Cache\
 service version: ${cacheServiceVersion}`);checkPaths(paths);checkKey(key);const cacheMode=getCacheMode();if(!isCacheWritable(cacheMode)){info(`Cache save skipp\
ed: the effective cache-mode '${cacheMode}' does not permit writes.`);debug(`Skipped save for paths [${paths.join(", ")}] with key '${key}'.`);return-1}switch(cacheServiceVersion){case"\
v2":return yield saveCacheV2(paths,key,options,enableCrossOsArchive);case"v1":default:return yield saveCacheV1(paths,key,options,enableCrossOsArchive)}})}function saveCacheV1(paths_1,key_1,options_1){
return __awaiter10(this,arguments,void 0,function*(paths,key,options,enableCrossOsArchive=false){var _a2,_b,_c,_d,_e,_f;const compressionMethod=yield getCompressionMethod();
let cacheId=-1;const cachePaths=yield resolvePaths(paths);debug("Cache Paths:");debug(`${JSON.stringify(cachePaths)}`);if(cachePaths.length===0){throw new Error(
`Path Validation Error: Path(s) specified in the action for caching do(es) not exist, hence no cache is being saved.`)}const archiveFolder=yield createTempDirectory();
const archivePath=path8.join(archiveFolder,getCacheFileName(compressionMethod));debug(`Archive Path: ${archivePath}`);try{yield createTar(archiveFolder,cachePaths,
compressionMethod);if(isDebug()){yield listTar(archivePath,compressionMethod)}const fileSizeLimit=10*1024*1024*1024;const archiveFileSize=getArchiveFileSizeInBytes(
archivePath);debug(`File Size: ${archiveFileSize}`);if(archiveFileSize>fileSizeLimit&&!isGhes()){throw new Error(`Cache size of ~${Math.round(archiveFileSize/(1024*
1024))} MB (${archiveFileSize} B) is over the 10GB limit, not saving cache.`)}debug("Reserving Cache");const reserveCacheResponse=yield reserveCache(key,paths,{
compressionMethod,enableCrossOsArchive,cacheSize:archiveFileSize});if((_a2=reserveCacheResponse===null||reserveCacheResponse===void 0?void 0:reserveCacheResponse.
result)===null||_a2===void 0?void 0:_a2.cacheId){cacheId=(_b=reserveCacheResponse===null||reserveCacheResponse===void 0?void 0:reserveCacheResponse.result)===null||
_b===void 0?void 0:_b.cacheId}else if((reserveCacheResponse===null||reserveCacheResponse===void 0?void 0:reserveCacheResponse.statusCode)===400){throw new Error(
(_d=(_c=reserveCacheResponse===null||reserveCacheResponse===void 0?void 0:reserveCacheResponse.error)===null||_c===void 0?void 0:_c.message)!==null&&_d!==void 0?
_d:`Cache size of ~${Math.round(archiveFileSize/(1024*1024))} MB (${archiveFileSize} B) is over the data cap limit, not saving cache.`)}else{const detailMessage=(_e=
reserveCacheResponse===null||reserveCacheResponse===void 0?void 0:reserveCacheResponse.error)===null||_e===void 0?void 0:_e.message;if(detailMessage===null||detailMessage===
void 0?void 0:detailMessage.startsWith(CACHE_WRITE_DENIED_PREFIX)){throw new CacheWriteDeniedError(`Unable to reserve cache with key ${key}. More details: ${detailMessage}`)}
throw new ReserveCacheError(`Unable to reserve cache with key ${key}, another job may be creating this cache. More details: ${(_f=reserveCacheResponse===null||reserveCacheResponse===
void 0?void 0:reserveCacheResponse.error)===null||_f===void 0?void 0:_f.message}`)}debug(`Saving Cache (ID: ${cacheId})`);yield saveCache(cacheId,archivePath,"",
options)}catch(error2){const typedError=error2;if(typedError.name===ValidationError.name){throw error2}else if(typedError.name===ReserveCacheError.name){info(`F\
ailed to save: ${typedError.message}`)}else{if(typedError instanceof HttpClientError&&typeof typedError.statusCode==="number"&&typedError.statusCode>=500){error(
`Failed to save: ${typedError.message}`)}else{warning(`Failed to save: ${typedError.message}`)}}}finally{try{yield unlinkFile(archivePath)}catch(error2){debug(`\
Failed to delete archive: ${error2}`)}}return cacheId})}function saveCacheV2(paths_1,key_1,options_1){return __awaiter10(this,arguments,void 0,function*(paths,key,options,enableCrossOsArchive=false){
var _a2;options=Object.assign(Object.assign({},options),{uploadChunkSize:64*1024*1024,uploadConcurrency:8,useAzureSdk:true});const compressionMethod=yield getCompressionMethod();
const twirpClient=internalCacheTwirpClient();let cacheId=-1;const cachePaths=yield resolvePaths(paths);debug("Cache Paths:");debug(`${JSON.stringify(cachePaths)}`);
if(cachePaths.length===0){throw new Error(`Path Validation Error: Path(s) specified in the action for caching do(es) not exist, hence no cache is being saved.`)}
const archiveFolder=yield createTempDirectory();const archivePath=path8.join(archiveFolder,getCacheFileName(compressionMethod));debug(`Archive Path: ${archivePath}`);
try{yield createTar(archiveFolder,cachePaths,compressionMethod);if(isDebug()){yield listTar(archivePath,compressionMethod)}const archiveFileSize=getArchiveFileSizeInBytes(
archivePath);debug(`File Size: ${archiveFileSize}`);options.archiveSizeBytes=archiveFileSize;debug("Reserving Cache");const version3=getCacheVersion(paths,compressionMethod,
enableCrossOsArchive);const request={key,version:version3};let signedUploadUrl;try{const response=yield twirpClient.CreateCacheEntry(request);if(!response.ok){if(response.
message&&!response.message.startsWith(CACHE_WRITE_DENIED_PREFIX)){warning(`Cache reservation failed: ${response.message}`)}throw new Error(response.message||"Re\
sponse was not ok")}signedUploadUrl=response.signedUploadUrl}catch(error2){debug(`Failed to reserve cache: ${error2}`);const errorMessage=(_a2=error2===null||error2===
void 0?void 0:error2.message)!==null&&_a2!==void 0?_a2:"";if(errorMessage.startsWith(CACHE_WRITE_DENIED_PREFIX)){throw new CacheWriteDeniedError(`Unable to rese\
rve cache with key ${key}. More details: ${errorMessage}`)}throw new ReserveCacheError(`Unable to reserve cache with key ${key}, another job may be creating thi\
s cache.`)}debug(`Attempting to upload cache located at: ${archivePath}`);yield saveCache(cacheId,archivePath,signedUploadUrl,options);const finalizeRequest={key,
version:version3,sizeBytes:`${archiveFileSize}`};const finalizeResponse=yield twirpClient.FinalizeCacheEntryUpload(finalizeRequest);debug(`FinalizeCacheEntryUpl\
oadResponse: ${finalizeResponse.ok}`);if(!finalizeResponse.ok){if(finalizeResponse.message){throw new FinalizeCacheError(finalizeResponse.message)}throw new Error(
`Unable to finalize cache with key ${key}, another job may be finalizing this cache.`)}cacheId=parseInt(finalizeResponse.entryId)}catch(error2){const typedError=error2;
if(typedError.name===ValidationError.name){throw error2}else if(typedError.name===ReserveCacheError.name){info(`Failed to save: ${typedError.message}`)}else if(typedError.
name===FinalizeCacheError.name){warning(typedError.message)}else{if(typedError instanceof HttpClientError&&typeof typedError.statusCode==="number"&&typedError.statusCode>=
500){error(`Failed to save: ${typedError.message}`)}else{warning(`Failed to save: ${typedError.message}`)}}}finally{try{yield unlinkFile(archivePath)}catch(error2){
debug(`Failed to delete archive: ${error2}`)}}return cacheId})}import*as fs6 from"fs";var semver2=__toESM(require_semver2(),1);import*as os2 from"os";import*as path9 from"path";var semver3=__toESM(require_semver2(),1);import{ok}from"assert";var __awaiter11=function(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve5){resolve5(value)})}return new(P||
(P=Promise))(function(resolve5,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}function rejected(value){try{step(generator["\
throw"](value))}catch(e){reject(e)}}function step(result){result.done?resolve5(result.value):adopt(result.value).then(fulfilled,rejected)}step((generator=generator.
apply(thisArg,_arguments||[])).next())})};var IS_WINDOWS7=process.platform==="win32";var IS_MAC=process.platform==="darwin";function cacheDir(sourceDir,tool,version3,arch2){return __awaiter11(this,void 0,void 0,function*(){version3=semver3.clean(version3)||version3;arch2=arch2||os2.arch();
debug(`Caching tool ${tool} ${version3} ${arch2}`);debug(`source dir: ${sourceDir}`);if(!fs6.statSync(sourceDir).isDirectory()){throw new Error("sourceDir is no\
t a directory")}const destPath=yield _createToolPath(tool,version3,arch2);for(const itemName of fs6.readdirSync(sourceDir)){const s=path9.join(sourceDir,itemName);
yield cp(s,destPath,{recursive:true})}_completeToolPath(tool,version3,arch2);return destPath})}function find(toolName,versionSpec,arch2){if(!toolName){throw new Error("toolName parameter is required")}if(!versionSpec){throw new Error("versionSpec paramete\
r is required")}arch2=arch2||os2.arch();if(!isExplicitVersion(versionSpec)){const localVersions=findAllVersions(toolName,arch2);const match3=evaluateVersions(localVersions,
versionSpec);versionSpec=match3}let toolPath="";if(versionSpec){versionSpec=semver3.clean(versionSpec)||"";const cachePath=path9.join(_getCacheDirectory(),toolName,
versionSpec,arch2);debug(`checking cache: ${cachePath}`);if(fs6.existsSync(cachePath)&&fs6.existsSync(`${cachePath}.complete`)){debug(`Found tool in cache ${toolName}\
 ${versionSpec} ${arch2}`);toolPath=cachePath}else{debug("not found")}}return toolPath}function findAllVersions(toolName,arch2){const versions=[];arch2=arch2||os2.arch();
const toolPath=path9.join(_getCacheDirectory(),toolName);if(fs6.existsSync(toolPath)){const children=fs6.readdirSync(toolPath);for(const child of children){if(isExplicitVersion(
child)){const fullPath=path9.join(toolPath,child,arch2||"");if(fs6.existsSync(fullPath)&&fs6.existsSync(`${fullPath}.complete`)){versions.push(child)}}}}return versions}function _createToolPath(tool,version3,arch2){return __awaiter11(this,void 0,void 0,function*(){const folderPath=path9.join(_getCacheDirectory(),tool,semver3.clean(
version3)||version3,arch2||"");debug(`destination ${folderPath}`);const markerPath=`${folderPath}.complete`;yield rmRF(folderPath);yield rmRF(markerPath);yield mkdirP(
folderPath);return folderPath})}function _completeToolPath(tool,version3,arch2){const folderPath=path9.join(_getCacheDirectory(),tool,semver3.clean(version3)||version3,
arch2||"");const markerPath=`${folderPath}.complete`;fs6.writeFileSync(markerPath,"");debug("finished caching tool")}function isExplicitVersion(versionSpec){const c=semver3.clean(
versionSpec)||"";debug(`isExplicit: ${c}`);const valid2=semver3.valid(c)!=null;debug(`explicit? ${valid2}`);return valid2}function evaluateVersions(versions,versionSpec){
let version3="";debug(`evaluating ${versions.length} versions`);versions=versions.sort((a,b)=>{if(semver3.gt(a,b)){return 1}return-1});for(let i=versions.length-
1;i>=0;i--){const potential=versions[i];const satisfied=semver3.satisfies(potential,versionSpec);if(satisfied){version3=potential;break}}if(version3){debug(`mat\
ched: ${version3}`)}else{debug("match not found")}return version3}function _getCacheDirectory(){const cacheDirectory=process.env["RUNNER_TOOL_CACHE"]||"";ok(cacheDirectory,
"Expected RUNNER_TOOL_CACHE to be defined");return cacheDirectory}import{createHash as createHash2}from"node:crypto";import{createReadStream as createReadStream2}from"node:fs";import{lstat,readdir,readFile}from"node:fs/promises";
import{join as join9,relative as relative2,sep as sep7}from"node:path";import{pipeline as pipeline2}from"node:stream/promises";async function readHashes(assets,platform){const text=await readFile(join9(assets,"sha256.json"),"utf8");const{version:version3,files,platforms}=JSON.parse(text);
const native=Object.hasOwn(platforms,platform)?platforms[platform]:void 0;if(native===void 0){throw new UserError({code:"platform-unsupported",message:`onnxrunt\
ime-node ${version3} has no build for ${platform}`,fix:`run the job on one of: ${Object.keys(platforms).join(", ")}`})}const digest=createHash2("sha256").update(
text).digest("hex").slice(0,16);return{version:version3,digest,files:new Map([...Object.entries(files),...Object.entries(native)])}}async function mismatch(modules,{
files},exact){for(const[path10,expected]of files){const found=await sha256(join9(modules,path10));if(found===void 0)return`${path10} is missing`;if(found!==expected)
return`${path10} has the sha256 ${found}, expected ${expected}`}if(!exact)return void 0;const extra=(await filesBelow(modules)).find(path10=>!files.has(path10));
return extra===void 0?void 0:`${extra} does not belong there`}async function sha256(path10){const hash=createHash2("sha256");try{if(!(await lstat(path10)).isFile())
return void 0;await pipeline2(createReadStream2(path10),hash)}catch{return void 0}return hash.digest("hex")}async function filesBelow(folder){const entries=await readdir(
folder,{recursive:true,withFileTypes:true});return entries.filter(entry=>!entry.isDirectory()).map(entry=>relative2(folder,join9(entry.parentPath,entry.name)).split(
sep7).join("/")).sort()}import{copyFile,mkdir,mkdtemp,realpath,rename,rm}from"node:fs/promises";import{existsSync as existsSync6}from"node:fs";import{dirname as dirname5,join as join10}from"node:path";var ARGUMENTS=["ci","--ignore-scripts","--omit=dev","--no-audit","--no-fund","--no-update-notifier","--loglevel=error"];var SECRETS=/^(?:INPUT_|ACTIONS_|GITHUB_TOKEN$|GH_TOKEN$)/u;
var BESIDE_NODE=["node_modules/npm/bin/npm-cli.js","../lib/node_modules/npm/bin/npm-cli.js"];var COMPLAINT_CHARACTERS=1e3;async function installWithNpm(assets,temp,hashes,folder){
const work=await mkdtemp(join10(temp,"prune-gate-npm-"));try{for(const name of["package.json","package-lock.json"])await copyFile(join10(assets,name),join10(work,
name));await runNpm(work);await rm(folder,{recursive:true,force:true});const modules=join10(await realpath(work),"node_modules");for(const path10 of hashes.files.
keys())await move(join10(modules,path10),join10(folder,"node_modules",path10))}finally{await rm(work,{recursive:true,force:true})}}async function move(from,to){
if(!existsSync6(from)||await realpath(from)!==from)return;await mkdir(dirname5(to),{recursive:true});await rename(from,to)}async function runNpm(cwd){const{command,
first}=npmCommand();const env=Object.fromEntries(Object.entries(process.env).filter(([name])=>!SECRETS.test(name)));const{exitCode,stderr}=await getExecOutput(command,
[...first,...ARGUMENTS],{cwd,env,silent:true,ignoreReturnCode:true}).catch(thrown=>({exitCode:-1,stderr:messageOf(thrown)}));if(exitCode===0)return;throw new UserError(
{code:"npm-failed",message:`npm could not install onnxruntime-node (exit code ${exitCode}): ${stderr.trim().slice(-COMPLAINT_CHARACTERS)}`,fix:"check the runner\
's access to its npm registry, or give a folder that holds it already in the input runtime-path"})}function npmCommand(){const windows=process.platform==="win32";
const folders=(process.env.PATH??process.env.Path??"").split(windows?";":":").filter(folder=>folder!=="");if(folders.some(folder=>existsSync6(join10(folder,windows?
"npm.cmd":"npm"))))return{command:"npm",first:[]};const script=BESIDE_NODE.map(path10=>join10(dirname5(process.execPath),path10)).find(path10=>existsSync6(path10));
if(script!==void 0)return{command:`"${process.execPath}"`,first:[script]};throw new UserError({code:"npm-missing",message:"npm is not on the PATH, and onnxrunti\
me-node is not on this runner yet",fix:"add the step actions/setup-node before this one, or give a folder that holds node_modules/onnxruntime-node in the input \
runtime-path"})}var TOOL="prune-gate-runtime";async function obtainRuntime({assets,givenPath}){const hashes=await readHashes(assets,`${process.platform}-${process.arch}`);if(givenPath!==
"")return checkGiven(givenPath,hashes);const temp=process.env.RUNNER_TEMP??tmpdir();const folder=join11(temp,TOOL);return await fromToolCache(hashes)??await fromCache(
folder,hashes)??await fromNpm(assets,temp,folder,hashes)}async function checkGiven(path10,hashes){const modules=[join11(path10,"node_modules"),path10,join11(path10,
"..")].find(folder=>existsSync7(join11(folder,"onnxruntime-node","package.json")));if(modules===void 0){throw new UserError({code:"runtime-missing",message:"the\
 folder of the input runtime-path holds no onnxruntime-node",where:path10,fix:`fill it with: npm install --ignore-scripts --prefix FOLDER onnxruntime-node@${hashes.
version}`})}const reason=await mismatch(modules,hashes,false);if(reason!==void 0)throw tampered(path10,reason,hashes);info2(`onnxruntime-node ${hashes.version} \
from ${path10}`);return join11(modules,"onnxruntime-node")}async function fromToolCache(hashes){if((process.env.RUNNER_TOOL_CACHE??"")==="")return void 0;const found=find(
TOOL,hashes.version);return found===""?void 0:usable(found,hashes,"the tool cache")}async function fromCache(folder,hashes){if(!isFeatureAvailable())return void 0;
try{if(await restoreCache([folder],cacheKey(hashes))===void 0)return void 0}catch(thrown){notice2(`the cache was not read: ${messageOf(thrown)}`);return void 0}
const restored=await usable(folder,hashes,"the cache");return restored===void 0?void 0:await keep(restored,hashes)}async function fromNpm(assets,temp,folder,hashes){
info2(`fetching onnxruntime-node ${hashes.version} with npm`);await installWithNpm(assets,temp,hashes,folder);const reason=await mismatch(join11(folder,"node_mo\
dules"),hashes,true);if(reason!==void 0)throw tampered(folder,reason,hashes);await save(folder,hashes);return keep(folder,hashes)}async function usable(folder,hashes,source){
const reason=await mismatch(join11(folder,"node_modules"),hashes,true);if(reason===void 0){info2(`onnxruntime-node ${hashes.version} from ${source}`);return folder}
notice2(`onnxruntime-node from ${source} is not used: ${reason}`);return void 0}async function keep(folder,hashes){if((process.env.RUNNER_TOOL_CACHE??"")==="")return folder;
try{return await cacheDir(folder,TOOL,hashes.version)}catch(thrown){info2(`not kept in the tool cache: ${messageOf(thrown)}`);return folder}}async function save(folder,hashes){
if(!isFeatureAvailable())return;try{await saveCache2([folder],cacheKey(hashes))}catch(thrown){info2(`not saved to the cache: ${messageOf(thrown)}`)}}function cacheKey(hashes){
return`${TOOL}-${hashes.version}-${process.platform}-${process.arch}-${hashes.digest}`}function tampered(where2,reason,hashes){return new UserError({code:"runti\
me-mismatch",message:`onnxruntime-node is not the one that this release was built with: ${reason}`,where:where2,fix:`use onnxruntime-node ${hashes.version} as p\
ublished; a folder of the input runtime-path is filled with npm install --ignore-scripts`})}var RUNTIME_ASSETS=fileURLToPath(new URL("./runtime",import.meta.url));var ERROR=2;async function main(env){const startedAt=new Date;const workspace=resolve4(env.
GITHUB_WORKSPACE??process.cwd());const outDir=outputFolder(env,workspace);let setting;let report;try{setting=readSetting(env,workspace);report=await judge(setting,
workspace,env)}catch(thrown){debug2(stackOf(thrown));report=await reportFailure(outDir,errorOfThrown(thrown,null),startedAt)}info2(headline(report));await publish(
report,outDir,setting,env);return exitCodeOf(report,setting?.inputs.failOn??"fail")}function readSetting(env,workspace){const inputs=readInputs(env,workspace);maskSecret(
inputs.token);return{inputs,event:readEvent(env)}}async function judge({inputs,event},workspace,env){refuseUnsafeCheckout(event,workspace,inputs.policy);const runtime=await obtainRuntime(
{assets:RUNTIME_ASSETS,givenPath:inputs.runtimePath});const{onProgress}=progressView({write:text=>{info2(text)}},false);return supervise({command:"run",workspace,
policyPath:inputs.policy,outDir:inputs.outDir,models:inputs.models,...inputs.device===void 0?{}:{device:inputs.device}},{timeLimitSeconds:inputs.timeLimitSeconds,
memoryLimitBytes:inputs.memoryLimitBytes,onProgress,env:{...env,PRUNE_GATE_RUNTIME:runtime}})}function end(code){process.exitCode=code;process.stdout.write("",()=>process.
exit(code))}function crash(thrown){failure(`prune-gate has a bug: ${stackOf(thrown)}`);end(ERROR)}process.on("uncaughtException",crash);main(process.env).then(end,
crash);
