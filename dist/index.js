import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
import{renderTerminal}from"./chunk-UX6MLSHC.js";import{supervise}from"./chunk-RMDEQADG.js";import{parsePolicy,readPolicy,runPipeline}from"./chunk-4R3ZNWGO.js";
import"./chunk-EYG4X75W.js";import{UserError,renderMarkdown,serializeReport}from"./chunk-MOWC5PKB.js";import"./chunk-JRU54YOW.js";import"./chunk-NVV35YR3.js";export{UserError,parsePolicy,readPolicy,renderMarkdown,renderTerminal,runPipeline,serializeReport,supervise};
