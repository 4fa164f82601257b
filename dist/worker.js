import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
import{runPipeline}from"./chunk-7C3SO4VF.js";import"./chunk-ZWPRO7HZ.js";import{UserError,errorOfThrown,stackOf}from"./chunk-XP7G3QNA.js";import"./chunk-JRU54YOW.js";
import"./chunk-NVV35YR3.js";import{Worker}from"node:worker_threads";var last;function send(message){if(process.connected)process.send?.(message,void 0,void 0,()=>void 0)}function failureOf(thrown){if(!(thrown instanceof UserError))
process.stderr.write(`${stackOf(thrown)}
`);return{...errorOfThrown(thrown,last?.stage??null),model:last===void 0||last.model===""?null:last.model}}async function work(request){try{const report=await runPipeline(
request,progress=>{last=progress;send({kind:"progress",progress})});send({kind:"report",report})}catch(thrown){send({kind:"failure",failure:failureOf(thrown)})}}
function endWithParent(){const script=`
    const { workerData: { parent, self } } = require('node:worker_threads');
    setInterval(() => {
      try { process.kill(parent, 0); if (process.ppid === parent || process.platform === 'win32') return; } catch {}
      process.kill(self, 'SIGKILL');
    }, 1000);
  `;new Worker(script,{eval:true,workerData:{parent:Number(process.argv[2]),self:process.pid}}).unref()}endWithParent();for(const signal of["SIGINT","SIGTERM","\
SIGHUP"])process.on(signal,()=>void 0);process.on("uncaughtException",thrown=>{send({kind:"failure",failure:failureOf(thrown)})});process.once("message",request=>{
void work(request)});
