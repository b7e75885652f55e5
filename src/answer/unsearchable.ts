import { SearchFault, type SearchFaultKind } from '../search/search-fault.ts';

/** Why the library could not be searched, where that is what an error says. */
export function whyUnsearchable(error: unknown): SearchFaultKind | undefined {
  return error instanceof SearchFault ? error.kind : undefined;
}
