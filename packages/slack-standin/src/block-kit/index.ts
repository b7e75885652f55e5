export { type Check, type Problem, problemsOf } from './check.ts';
export { limits } from './limits.ts';
export { messageBlocks, refuseMessage, textLength } from './message-check.ts';
export { homeView, modalView } from './view-check.ts';
