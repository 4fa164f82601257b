import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
import{renderTerminal}from"./chunk-F2IP6TPE.js";import{supervise}from"./chunk-FKBSNBRY.js";import{runPipeline}from"./chunk-UCSYJU6M.js";import{
parsePolicy,readPolicy}from"./chunk-Y6YIU7PF.js";import{UserError,renderMarkdown,serializeReport}from"./chunk-3ZYEVQ23.js";import"./chunk-JRU54YOW.js";
import"./chunk-NVV35YR3.js";export{UserError,parsePolicy,readPolicy,renderMarkdown,renderTerminal,runPipeline,serializeReport,supervise};
