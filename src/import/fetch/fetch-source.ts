import type { SourceInput } from '../source.ts';

/** Fetches what stands at an address, or says why that is refused. Nothing of it throws. */
export type FetchSource = (address: string) => Promise<SourceInput | { readonly problem: string }>;
