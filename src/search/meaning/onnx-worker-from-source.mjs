import { tsImport } from 'tsx/esm/api';

// A thread does not inherit tsx, which runs the bot from its source (privatenumber/tsx issue 354).
export const { embed, ready } = await tsImport('./onnx-worker.ts', import.meta.url);
