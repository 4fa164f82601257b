import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
import{renderTerminal}from"./chunk-NMIX5NKL.js";import{supervise}from"./chunk-TKDI5OC3.js";import{runPipeline}from"./chunk-3IIHGJCF.js";import{
parsePolicy,readPolicy}from"./chunk-GH4TRIPM.js";import{UserError,renderMarkdown,serializeReport}from"./chunk-N6D2UBDR.js";import"./chunk-JRU54YOW.js";
import"./chunk-NVV35YR3.js";export{UserError,parsePolicy,readPolicy,renderMarkdown,renderTerminal,runPipeline,serializeReport,supervise};
