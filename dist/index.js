import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
import{renderTerminal}from"./chunk-BS4ERSLH.js";import{supervise}from"./chunk-GNYDMXV7.js";import{runPipeline}from"./chunk-7C3SO4VF.js";import{
parsePolicy,readPolicy}from"./chunk-ZWPRO7HZ.js";import{UserError,renderMarkdown,serializeReport}from"./chunk-XP7G3QNA.js";import"./chunk-JRU54YOW.js";
import"./chunk-NVV35YR3.js";export{UserError,parsePolicy,readPolicy,renderMarkdown,renderTerminal,runPipeline,serializeReport,supervise};
