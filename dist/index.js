import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
import{renderTerminal}from"./chunk-W3NMHSIA.js";import{supervise}from"./chunk-U3KBGNLC.js";import{runPipeline}from"./chunk-DCGOVNBQ.js";import{
parsePolicy,readPolicy}from"./chunk-ZRXSXSLP.js";import{UserError,renderMarkdown,serializeReport}from"./chunk-YQUV7YNF.js";import"./chunk-JRU54YOW.js";
import"./chunk-NVV35YR3.js";export{UserError,parsePolicy,readPolicy,renderMarkdown,renderTerminal,runPipeline,serializeReport,supervise};
