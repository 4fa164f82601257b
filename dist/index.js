import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
import{renderTerminal}from"./chunk-6HDVZFOH.js";import{supervise}from"./chunk-X2EKHODD.js";import{runPipeline}from"./chunk-PIIDLN3M.js";import{
parsePolicy,readPolicy}from"./chunk-EAUZVJIA.js";import{UserError,renderMarkdown,serializeReport}from"./chunk-OHPABKZU.js";import"./chunk-JRU54YOW.js";
import"./chunk-NVV35YR3.js";export{UserError,parsePolicy,readPolicy,renderMarkdown,renderTerminal,runPipeline,serializeReport,supervise};
