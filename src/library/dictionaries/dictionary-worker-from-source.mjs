import { tsImport } from 'tsx/esm/api';

// A thread does not inherit tsx, which runs the bot from its source (privatenumber/tsx issue 354).
await tsImport('./dictionary-worker.ts', import.meta.url);
