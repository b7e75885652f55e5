import { createHash } from 'node:crypto';
import type { Article, ArticleRecord } from '../library/article.ts';

/** Longest name within an id, in characters. */
const maxNameLength = 60;

const latin: Readonly<Record<string, string>> = Object.fromEntries(
  'а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya є ye і i ї yi ґ g'
    .split(' ')
    .map((letter, index, all) => [letter, all[index + 1] ?? ''] as const)
    .filter((_, index) => index % 2 === 0),
);

/**
 * A free id: the names of the authors, else the publisher or the title's first words, with the
 * year. What has no Latin letters and none in Cyrillic ones takes some digits of the source's digest,
 * so that it is the same whatever was imported before.
 */
export function articleId(
  record: Pick<ArticleRecord, 'title' | 'authors' | 'publisher' | 'published' | 'language'>,
  sha256: string,
  held: { has(id: Article['id']): boolean },
): string {
  const { title, authors, publisher, published, language } = record;
  const families = authors.slice(0, 2).map(familyName).join(' ');
  const words = title.split(' ').slice(0, 5).join(' ');
  const name = slugOf(families) || slugOf(words) || slugOf(publisher ?? '');
  const year = published?.slice(0, 4) ?? '';
  const digits = createHash('sha256').update(`${title}\n${sha256}`).digest('hex').slice(0, 6);
  const parts = name ? [name, year] : [language.toLowerCase(), year, digits];
  const id = parts.filter(Boolean).join('-');
  let free = id;
  for (let number = 2; held.has(free); number += 1) free = `${id}-${number}`;
  return free;
}

/** `Kestner, Jr.` and `Dell III` are no families. */
function familyName(author: string): string {
  const plain = author.replace(/,? (?:Jr\.?|Sr\.?|II|III|IV|V)$/u, '');
  return plain.split(' ').at(-1) ?? '';
}

function slugOf(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/\p{Script=Cyrillic}/gu, (letter) => latin[letter]?.replace('-', '') ?? '')
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '');
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxNameLength)
    .replace(/^-|-$/g, '');
}
