import { tsImport } from 'tsx/esm/api';

// A thread does not inherit tsx, which runs the bot from its source (privatenumber/tsx issue 354).
export const { held, change, complete, find } = await tsImport(
  './search-worker.ts',
  import.meta.url,
);
