import { createRequire as createRequireForBundle } from 'node:module';
const require = createRequireForBundle(import.meta.url);
function statusOf(thrown){const answered=typeof thrown==="object"&&thrown!==null&&"response"in thrown&&thrown.response!==void 0;return answered&&"status"in thrown&&
typeof thrown.status==="number"?thrown.status:0}var LONGEST_WAIT_SECONDS=60;var UNTOLD_WAIT_SECONDS=60;function waitAsked(thrown){const headers=thrown?.response?.
headers??{};const untilReset=headers["x-ratelimit-remaining"]==="0"?Math.max(0,Number(headers["x-ratelimit-reset"])-Date.now()/1e3)+1:void 0;const seconds=Number(
headers["retry-after"]??untilReset??UNTOLD_WAIT_SECONDS);return Number.isFinite(seconds)&&seconds<=LONGEST_WAIT_SECONDS?seconds:void 0}export{statusOf,LONGEST_WAIT_SECONDS,waitAsked};
