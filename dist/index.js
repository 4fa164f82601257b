import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
import{renderTerminal}from"./chunk-OCSACI3D.js";import{supervise}from"./chunk-UHZNBXSK.js";import{parsePolicy,readPolicy,runPipeline}from"./chunk-2TYV65VS.js";
import"./chunk-EYG4X75W.js";import{UserError,renderMarkdown,serializeReport}from"./chunk-LJ34OVUN.js";import"./chunk-JRU54YOW.js";import"./chunk-NVV35YR3.js";export{UserError,parsePolicy,readPolicy,renderMarkdown,renderTerminal,runPipeline,serializeReport,supervise};
