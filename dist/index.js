import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
import{renderTerminal}from"./chunk-JZKGADUM.js";import{supervise}from"./chunk-MP6WCMEU.js";import{parsePolicy,readPolicy,runPipeline}from"./chunk-CVV4ZVZX.js";
import{UserError,renderMarkdown,serializeReport}from"./chunk-QXQBRT64.js";import"./chunk-JRU54YOW.js";import"./chunk-NVV35YR3.js";export{UserError,parsePolicy,readPolicy,renderMarkdown,renderTerminal,runPipeline,serializeReport,supervise};
