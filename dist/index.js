import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
import{renderTerminal}from"./chunk-557UUDWI.js";import{supervise}from"./chunk-XCBOROW6.js";import{runPipeline}from"./chunk-2X3H5AAH.js";import{
parsePolicy,readPolicy}from"./chunk-GWFU77U3.js";import{UserError,renderMarkdown,serializeReport}from"./chunk-B7TSEGE6.js";import"./chunk-JRU54YOW.js";
import"./chunk-NVV35YR3.js";export{UserError,parsePolicy,readPolicy,renderMarkdown,renderTerminal,runPipeline,serializeReport,supervise};
