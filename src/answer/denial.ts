import { negations } from '../language/english/negations.ts';
import type { Hit } from '../search/search.ts';
import { chooseQuote, spansWithin } from './quote.ts';

/** Asks whether something is so. */
const yesOrNo =
  /^\s*(?:(?:so|but|and|well),?\s+)?(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)\s/i;

/** Before a word, or up to three before it: "no formal military alliance", "far from being allies". */
const denial = new RegExp(
  String.raw`(?:\b(?:${negations.join('|')}|far from|den(?:y|ies|ied)|reject(?:s|ed)?)\b|n['’]t\b)(?:\s+\S{1,40}){0,3}\s*$`,
  'i',
);

/** So far before a word a denial of it is looked for, in characters. */
const reach = 80;

/** On so many further pages. */
const pagesSeen = 3;

/**
 * Pages of hits; where somebody asks whether something is so and the first page only has what may say
 * yes, its last hit gives way to one of the next that says no.
 */
export function withDenial(question: string, pages: readonly (readonly Hit[])[]): Hit[][] {
  const [first = [], ...others] = pages.map((page) => [...page]);
  const last = first.at(-1);
  const all = [first, ...others];
  if (!last || first.length < 2 || !yesOrNo.test(question) || first.some(denies)) return all;
  for (const page of others.slice(0, pagesSeen)) {
    const at = page.findIndex(denies);
    const denying = page[at];
    if (!denying) continue;
    first[first.length - 1] = denying;
    page[at] = last;
    return all;
  }
  return all;
}

/** Whether what would be quoted of a hit denies a word of the question that is no name. */
function denies(hit: Hit): boolean {
  const { article, paragraph } = hit.passage;
  const text = article.paragraphs[paragraph - 1]?.text ?? '';
  const quote = chooseQuote(hit, text);
  return spansWithin(hit.matches, quote).some(({ start, isCommon }) => {
    const isName = /\p{Lu}/u.test(text.charAt(start));
    return (
      !isCommon && !isName && denial.test(text.slice(Math.max(quote.start, start - reach), start))
    );
  });
}
