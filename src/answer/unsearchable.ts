import type { Library } from '../library/library.ts';
import { SearchFault, type SearchFaultKind } from '../search/search-fault.ts';

/** Why the library could not be searched, where that is what an error says. */
export function whyUnsearchable(error: unknown): SearchFaultKind | undefined {
  return error instanceof SearchFault ? error.kind : undefined;
}

/** Throws where something would be said to be absent before anybody can know that. */
export function requireWhole({ isWhole }: Pick<Library, 'isWhole'>): void {
  if (isWhole !== false) return;
  throw new SearchFault('unread', 'its database has not been read yet');
}
