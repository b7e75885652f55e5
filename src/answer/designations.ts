import type { Query } from '../search/query/query.ts';
import type { Findings, Search } from '../search/search.ts';

/** Letters and a number that are one name: S-400, Su-35, S400, F 16. */
const designation = /(?<![\p{L}\p{N}-])(\p{Lu}\p{L}{0,2})[- ]?(\d{1,4})(?![\p{L}\p{N}])/u;

/** Typed in small letters it has to be closed up: "su35". */
const smallDesignation = /(?<![\p{L}\p{N}-])(\p{L}{1,3})-?(\d{2,4})(?![\p{L}\p{N}])/u;

/**
 * Finds what a query asks for; a designation in it has to stand in a passage as one name, in whatever
 * way it is written there. Where no passage has it, its letters and number count as plain words.
 */
export async function findWithDesignation(
  query: Query,
  search: Search,
  limit: number,
): Promise<Findings> {
  const { text, phrases } = query;
  const found = designation.exec(text) ?? smallDesignation.exec(text);
  const [whole = '', letters = '', number = ''] = found ?? [];
  const isTime = /^(?:in|by|of|at|to|on|or|mid|may|jun|jul)$/i.test(letters);
  if (found && !isTime && phrases.length === 0) {
    for (const written of [`${letters}-${number}`, `${letters}${number}`]) {
      const strict = { ...query, text: text.replace(whole, written), phrases: [written] };
      const findings = await search.find(strict, limit);
      if (findings.hits.length > 0) return findings;
    }
  }
  return search.find(query, limit);
}
