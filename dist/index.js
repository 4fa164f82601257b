import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
import{renderTerminal}from"./chunk-U3HJ77WL.js";import{supervise}from"./chunk-RB5SLI2J.js";import{parsePolicy,readPolicy,runPipeline}from"./chunk-PAPQCOYI.js";
import"./chunk-EYG4X75W.js";import{UserError,renderMarkdown,serializeReport}from"./chunk-TN2ZAFDB.js";import"./chunk-JRU54YOW.js";import"./chunk-NVV35YR3.js";export{UserError,parsePolicy,readPolicy,renderMarkdown,renderTerminal,runPipeline,serializeReport,supervise};
