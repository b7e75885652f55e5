import { type LanguageCode, languageOf } from '../language/script.ts';
import type { Query } from '../search/query/query.ts';
import type { Findings, Search } from '../search/search.ts';

/** What was found for a question: in its own language, and in each of the others. */
export interface FoundAcross {
  readonly own: Findings;
  readonly others: readonly { readonly language: LanguageCode; readonly findings: Findings }[];
}

/**
 * Searches a library of several languages once for each, since scores of what was asked for and of
 * its translations do not compare. Where the library has but one, or a language was asked for, or none
 * of its passages are in the question's, that is one search in everything.
 */
export async function findAcross(
  query: Query,
  limit: number,
  search: Search,
): Promise<FoundAcross> {
  const found = await search.find(query, limit);
  const { languages } = found;
  const asked = languageOf(query.text);
  const isOne = languages.length < 2 || query.filters.some(({ name }) => name === 'lang');
  if (isOne || !languages.includes(asked)) return { own: found, others: [] };
  const findIn = (language: LanguageCode) =>
    search.find(
      { ...query, filters: [...query.filters, { name: 'lang', value: language }] },
      limit,
    );
  const others = languages.filter((language) => language !== asked);
  return {
    own: await findIn(asked),
    others: await Promise.all(
      others.map(async (language) => ({ language, findings: await findIn(language) })),
    ),
  };
}

const names: Readonly<Record<LanguageCode, string>> = {
  en: 'English',
  ru: 'Russian',
  zh: 'Chinese',
};

/** What stands above the quotes of passages in another language. */
export function headingOf(language: LanguageCode): string {
  return `Also in ${names[language]} sources`;
}
