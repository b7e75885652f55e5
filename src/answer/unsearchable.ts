import { SearchFault, type SearchFaultKind } from '../search/search-fault.ts';

/** Why the library could not be searched, where that is what an error says. */
export function whyUnsearchable(error: unknown): SearchFaultKind | undefined {
  return error instanceof SearchFault ? error.kind : undefined;
}

/** What was found; undefined where the library could not be searched. */
export function unlessUnsearchable<T>(found: Promise<T>): Promise<T | undefined> {
  return found.catch((error: unknown) => {
    if (whyUnsearchable(error) === undefined) throw error;
    return undefined;
  });
}
