import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
import{renderTerminal}from"./chunk-YHTK6EY7.js";import{supervise}from"./chunk-HEZEWUIY.js";import{runPipeline}from"./chunk-W3JXPX5E.js";import{
parsePolicy,readPolicy}from"./chunk-IW537MJF.js";import{UserError,renderMarkdown,serializeReport}from"./chunk-INJYSMID.js";import"./chunk-JRU54YOW.js";
import"./chunk-NVV35YR3.js";export{UserError,parsePolicy,readPolicy,renderMarkdown,renderTerminal,runPipeline,serializeReport,supervise};
