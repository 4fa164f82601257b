import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
import{LONGEST_WAIT_SECONDS,waitAsked}from"./chunk-OGMWHXZJ.js";import{GitHub,defaults,getOctokitOptions,require_light,retry}from"./chunk-JCB5ICUM.js";
import"./chunk-ZVSUI5L2.js";import{__toESM}from"./chunk-NVV35YR3.js";var import_light=__toESM(require_light(),1);var VERSION="0.0.0-development";var noop=()=>Promise.resolve();function wrapRequest(state,request,options){return state.
retryLimiter.schedule(doRequest,state,request,options)}async function doRequest(state,request,options){const{pathname}=new URL(options.url,"http://github.test");
const isAuth=isAuthRequest(options.method,pathname);const isWrite=!isAuth&&options.method!=="GET"&&options.method!=="HEAD";const isSearch=options.method==="GET"&&
pathname.startsWith("/search/");const isGraphQL=pathname.startsWith("/graphql");const retryCount=~~request.retryCount;const jobOptions=retryCount>0?{priority:0,
weight:0}:{};if(state.clustering){jobOptions.expiration=1e3*60}if(isWrite||isGraphQL){await state.write.key(state.id).schedule(jobOptions,noop)}if(isWrite&&state.
triggersNotification(pathname)){await state.notifications.key(state.id).schedule(jobOptions,noop)}if(isSearch){await state.search.key(state.id).schedule(jobOptions,
noop)}const req=(isAuth?state.auth:state.global).key(state.id).schedule(jobOptions,request,options);if(isGraphQL){const res=await req;if(res.data.errors!=null&&
res.data.errors.some(error=>error.type==="RATE_LIMITED")){const error=Object.assign(new Error("GraphQL Rate Limit Exceeded"),{response:res,data:res.data});throw error}}
return req}function isAuthRequest(method,pathname){return method==="PATCH"&&/^\/applications\/[^/]+\/token\/scoped$/.test(pathname)||method==="POST"&&(/^\/applications\/[^/]+\/token$/.
test(pathname)||/^\/app\/installations\/[^/]+\/access_tokens$/.test(pathname)||pathname==="/login/oauth/access_token")}var triggers_notification_paths_default=[
"/orgs/{org}/invitations","/orgs/{org}/invitations/{invitation_id}","/orgs/{org}/teams/{team_slug}/discussions","/orgs/{org}/teams/{team_slug}/discussions/{disc\
ussion_number}/comments","/repos/{owner}/{repo}/collaborators/{username}","/repos/{owner}/{repo}/commits/{commit_sha}/comments","/repos/{owner}/{repo}/issues","\
/repos/{owner}/{repo}/issues/{issue_number}/comments","/repos/{owner}/{repo}/issues/{issue_number}/sub_issue","/repos/{owner}/{repo}/issues/{issue_number}/sub_i\
ssues/priority","/repos/{owner}/{repo}/pulls","/repos/{owner}/{repo}/pulls/{pull_number}/comments","/repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_\
id}/replies","/repos/{owner}/{repo}/pulls/{pull_number}/merge","/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers","/repos/{owner}/{repo}/pulls/{pul\
l_number}/reviews","/repos/{owner}/{repo}/releases","/teams/{team_id}/discussions","/teams/{team_id}/discussions/{discussion_number}/comments"];function routeMatcher(paths){
const regexes=paths.map(path=>path.split("/").map(c=>c.startsWith("{")?"(?:.+?)":c).join("/"));const regex2=`^(?:${regexes.map(r=>`(?:${r})`).join("|")})[^/]*$`;
return new RegExp(regex2,"i")}var regex=routeMatcher(triggers_notification_paths_default);var triggersNotification=regex.test.bind(regex);var groups={};var createGroups=function(Bottleneck,common){
groups.global=new Bottleneck.Group({id:"octokit-global",maxConcurrent:10,...common});groups.auth=new Bottleneck.Group({id:"octokit-auth",maxConcurrent:1,...common});
groups.search=new Bottleneck.Group({id:"octokit-search",maxConcurrent:1,minTime:2e3,...common});groups.write=new Bottleneck.Group({id:"octokit-write",maxConcurrent:1,
minTime:1e3,...common});groups.notifications=new Bottleneck.Group({id:"octokit-notifications",maxConcurrent:1,minTime:3e3,...common})};function throttling(octokit,octokitOptions){
const{enabled=true,Bottleneck=import_light.default,id="no-id",timeout=1e3*60*2,connection}=octokitOptions.throttle||{};if(!enabled){return{}}const common={timeout};
if(typeof connection!=="undefined"){common.connection=connection}const state=Object.assign({clustering:connection!=null,triggersNotification,fallbackSecondaryRateRetryAfter:60,
retryAfterBaseValue:1e3,id},octokitOptions.throttle);if(typeof state.onSecondaryRateLimit!=="function"||typeof state.onRateLimit!=="function"){throw new Error(`\
octokit/plugin-throttling error:
        You must pass the onSecondaryRateLimit and onRateLimit error handlers.
        See https://octokit.github.io/rest.js/#throttling

        const octokit = new Octokit({
          throttle: {
            onSecondaryRateLimit: (retryAfter, options) => {/* ... */},
            onRateLimit: (retryAfter, options) => {/* ... */}
          }
        })
    `)}let initialized=false;const initializeBottleneck=()=>{if(initialized){return}initialized=true;if(groups.global==null){createGroups(Bottleneck,common)}state.
global=state.global??groups.global;state.auth=state.auth??groups.auth;state.search=state.search??groups.search;state.write=state.write??groups.write;state.notifications=
state.notifications??groups.notifications;state.retryLimiter=state.retryLimiter??new Bottleneck;const events={};const emitter=new Bottleneck.Events(events);events.
on("secondary-limit",state.onSecondaryRateLimit);events.on("rate-limit",state.onRateLimit);events.on("error",e=>octokit.log.warn("Error in throttling-plugin lim\
it handler",e));state.retryLimiter.on("failed",async function(error,info){const[state2,request,options]=info.args;const{pathname}=new URL(options.url,"http://gi\
thub.test");const shouldRetryGraphQL=pathname.startsWith("/graphql")&&error.status!==401;if(!(shouldRetryGraphQL||error.status===403||error.status===429)){return}
const retryCount=~~request.retryCount;request.retryCount=retryCount;options.request.retryCount=retryCount;const{wantRetry,retryAfter=0}=await(async function(){if(/\bsecondary rate\b/i.
test(error.message)){const retryAfter2=Number(error.response.headers["retry-after"])||state2.fallbackSecondaryRateRetryAfter;const wantRetry2=await emitter.trigger(
"secondary-limit",retryAfter2,options,octokit,retryCount);return{wantRetry:wantRetry2,retryAfter:retryAfter2}}if(error.response.headers!=null&&error.response.headers["\
x-ratelimit-remaining"]==="0"||(error.response.data?.errors??[]).some(error2=>error2.type==="RATE_LIMITED")){const rateLimitReset=new Date(~~error.response.headers["\
x-ratelimit-reset"]*1e3).getTime();const retryAfter2=Math.max(Math.ceil((rateLimitReset-Date.now())/1e3)+1,0);const wantRetry2=await emitter.trigger("rate-limit",
retryAfter2,options,octokit,retryCount);return{wantRetry:wantRetry2,retryAfter:retryAfter2}}return{}})();if(wantRetry){request.retryCount++;return retryAfter*state2.
retryAfterBaseValue}})};octokit.hook.wrap("request",(request,options)=>{initializeBottleneck();return wrapRequest(state,request,options)});return{}}throttling.VERSION=
VERSION;throttling.triggersNotification=triggersNotification;var ANSWER_WITHIN_MS=2e4;var LARGE=/\/git\/blobs\//u;var PUBLISH_WITHIN_MS=18e4;var RETRIES=2;var Patient=GitHub.plugin(plain429,pauses,retry,throttling);function clientOf(token,env,deadlines={}){
const answerWithinMs=Number(env.PRUNE_GATE_ANSWER_MS??deadlines.answerWithinMs??ANSWER_WITHIN_MS);return createClient({...deadlines,answerWithinMs,token,apiUrl:env.
GITHUB_API_URL??"https://api.github.com",secondMs:secondOf(env)})}function secondOf(env){return Number(env.PRUNE_GATE_SECOND_MS??1e3)}function createClient(options){
const secondMs=options.secondMs??1e3;const waits=(seconds,request,_client,retries)=>!isOnce(request)&&retries<RETRIES&&seconds<=LONGEST_WAIT_SECONDS;const settings={
baseUrl:options.apiUrl,log:{debug:silent,info:silent,warn:silent,error:silent},retry:{retries:RETRIES,retryAfterBaseValue:secondMs,doNotRetry:[400,401,403,404,410,
413,422,429,451]},throttle:{enabled:options.paced??true,onRateLimit:waits,onSecondaryRateLimit:waits,retryAfterBaseValue:secondMs,...options.lane===void 0?{}:{id:options.
lane}},request:{fetch:withDeadlines(defaults.request.fetch,options)}};return new Patient(options.token===""?settings:getOctokitOptions(options.token,settings))}
function silent(){}function plain429(octokit){octokit.hook.error("request",(thrown,options)=>{const isPlain="response"in thrown&&thrown.status===429&&!/\bsecondary rate\b/iu.
test(thrown.message)&&thrown.response?.headers["x-ratelimit-remaining"]!=="0";const seconds=isPlain&&!isOnce(options)?waitAsked(thrown):void 0;if(seconds===void 0)
throw thrown;throw octokit.retry.retryRequest(thrown,RETRIES,seconds)})}function isOnce(options){return options.request?.once===true}function pauses(_octokit,{retry:{
retryAfterBaseValue=1e3}={}}){return{pause:seconds=>new Promise(resolve=>{setTimeout(resolve,seconds*retryAfterBaseValue)})}}function withDeadlines(inner,{answerWithinMs=ANSWER_WITHIN_MS,
allWithinMs=PUBLISH_WITHIN_MS}){const end=performance.now()+allWithinMs;return async(input,init)=>{const deadline=new AbortController;const withinMs=LARGE.test(
input instanceof Request?input.url:input.toString())?answerWithinMs:Math.min(answerWithinMs,ANSWER_WITHIN_MS);const timer=setTimeout(()=>{deadline.abort(tooLate())},
Math.min(withinMs,end-performance.now()));try{if(performance.now()>=end)throw tooLate();const answer=await inner(input,{...init,signal:deadline.signal});const body=await answer.
arrayBuffer();const{status,statusText}=answer;return new Response(body.byteLength===0?null:body,{status,statusText,headers:onOurClock(answer.headers)})}finally{
clearTimeout(timer)}}}function tooLate(){return new DOMException("The operation was aborted due to timeout","TimeoutError")}function onOurClock(told){const headers=new Headers(
told);const theirs=Date.parse(told.get("date")??"");const reset=Number(told.get("x-ratelimit-reset")??Number.NaN);if(Number.isFinite(theirs)&&Number.isFinite(reset))
headers.set("x-ratelimit-reset",String(Math.round(reset+(Date.now()-theirs)/1e3)));return headers}export{clientOf,createClient,secondOf};
