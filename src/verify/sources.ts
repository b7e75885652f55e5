import type { Article } from '../library/article.ts';
import type { Library } from '../library/library.ts';
import { likeness } from './speaker/person-name.ts';

const organisation =
  /\b(?:News|Times|Post|Journal|Affairs|Institute|University|Diplomat|Council|Review|Daily|Agency|Press|Magazine|Centre|Center|Foundation|Guardian|Economist|Network|Morning|Tribune|Herald|Ministry|Policy|Gazette|BBC|CNN|Reuters|AFP|AP|TASS|Xinhua)\b|^\p{Lu}{2,6}$|^[Tt]he /u;

/** Whether a name is of a paper, an agency or an office. */
function isOrganisation(name: string): boolean {
  return organisation.test(name);
}

/**
 * The first of the sources that a text names which the article's record contradicts: the author or
 * publisher of other articles, or a paper that is not the article's. What its paragraphs name may be right.
 */
export function contradictedSource(
  sources: readonly string[],
  article: Article,
  library: Library,
): string | undefined {
  if (sources.length === 0) return undefined;
  const owners = ownersOf(article);
  const others = [...library.articles.values()].flatMap(ownersOf);
  const words = new Set(
    wordsIn(
      [article.title, article.id, ...owners, ...article.paragraphs.map(({ text }) => text)].join(
        ' ',
      ),
    ),
  );
  return sources.find((source) => {
    if (owners.some((owner) => likeness(source, owner) !== 'other')) return false;
    if (wordsIn(source).some((word) => word.length > 2 && word !== 'the' && words.has(word)))
      return false;
    const isKnown = others.some((other) => likeness(source, other) === 'same');
    return isKnown || (isOrganisation(source) && article.publisher !== undefined);
  });
}

function ownersOf({ authors, publisher }: Article): string[] {
  return [...authors, ...(publisher ? [publisher] : [])];
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
