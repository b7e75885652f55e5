import type { Article } from '../../library/article.ts';
import type { Thesaurus } from '../../library/thesaurus.ts';
import { isNameAlone, isNamedIn, isUnnamed } from './chinese.ts';
import { type Likeness, likeness, partsOf, wordsOf } from './person-name.ts';
import type { Voice } from './voice.ts';
import { readerFor } from './voices.ts';

/** A name with the other names under which the thesaurus knows who bears it. */
export function namesOf(named: string, { actors, synonyms }: Thesaurus): string[] {
  const groups = [...actors, ...synonyms].filter((group) =>
    group.some((name) => name.toLowerCase() === named.toLowerCase() || isOneOf(named, name)),
  );
  return [named, ...(groups.length === 1 ? (groups[0] ?? []) : [])];
}

function isOneOf(named: string, name: string): boolean {
  return partsOf(name).length > 1 && likeness(named, name) === 'same';
}

/** How likely one of some names means whom a text names. */
export function likenessToVoice(
  aliases: readonly string[],
  voice: Voice,
  article: Article,
): Likeness {
  const comparable = aliases.filter((alias) => scriptOf(alias) === scriptOf(voice.phrase));
  if (comparable.length === 0) return 'unknown';
  const all = comparable.map((alias) => oneLikeness(alias, voice, article));
  if (all.includes('same')) return 'same';
  if (comparable.some((alias) => isNamedBy(alias, voice.perhapsOf))) return 'unknown';
  return all.every((each) => each === 'other') ? 'other' : 'unknown';
}

function isNamedBy(alias: string, text: string | undefined): boolean {
  const words = text ? wordsOf(text) : [];
  return partsOf(alias).some((part) => words.includes(part));
}

function oneLikeness(alias: string, voice: Voice, article: Article): Likeness {
  if (voice.kind === 'pronoun') return 'unknown';
  if (voice.kind === 'description') return likenessToDescription(alias, voice);
  if (scriptOf(voice.phrase) === 'Han') return likenessToClause(alias, voice.name);
  const direct = likeness(alias, voice.name, voice.isGenitive);
  if (direct === 'unknown' && isWholePhrase(alias, voice)) return 'same';
  if (direct !== 'unknown' || partsOf(voice.name).length > 1) return direct;
  const full = fullNamesIn(article).filter((name) => likeness(voice.name, name) === 'same');
  const [one] = full;
  if (!one || full.some((other) => likeness(other, one) !== 'same')) return 'unknown';
  return likeness(alias, one);
}

/** "President of Russia Oleg Varnin", word by word as the text has it. */
function isWholePhrase(alias: string, { name, phrase, isGenitive }: Voice): boolean {
  const [ours, theirs] = [partsOf(alias), partsOf(phrase)];
  return (
    !isGenitive &&
    ours.every((part) => theirs.includes(part)) &&
    partsOf(name).every((part) => ours.includes(part))
  );
}

/** "Customs officer" is "a customs officer", but "Xi" is no "adviser to Xi". */
function likenessToDescription(alias: string, { phrase, isIndefinite }: Voice): Likeness {
  const words = (text: string) =>
    (text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []).filter(
      (word) => !/^(?:an?|the|one|some)$/.test(word),
    );
  const [ours, theirs] = [words(alias), words(phrase)];
  const head = theirs.slice(
    0,
    Math.max(
      theirs.findIndex((word) => /^(?:of|to|for|in|at|from|with|close)$/.test(word)),
      0,
    ),
  );
  if (ours.length > 0 && [theirs, head].some((some) => some.join(' ') === ours.join(' ')))
    return 'same';
  const isShared = ours.some((word) => theirs.some((each) => each.startsWith(word.slice(0, 4))));
  return isShared || !isIndefinite ? 'unknown' : 'other';
}

function likenessToClause(alias: string, clause: string): Likeness {
  if (isNamedIn(clause, alias)) return 'same';
  if (isUnnamed(clause)) {
    if (clause === alias || clause.slice(2) === alias) return 'same';
    return clause.includes(alias) ? 'unknown' : 'other';
  }
  if (clause.includes(alias) || alias.length < 2) return 'unknown';
  return isNameAlone(clause) && ![...alias].every((character) => clause.includes(character))
    ? 'other'
    : 'unknown';
}

type Script = 'Han' | 'Cyrillic' | 'Latin';

function scriptOf(text: string): Script {
  if (/\p{Script=Han}/u.test(text)) return 'Han';
  return /\p{Script=Cyrillic}/u.test(text) ? 'Cyrillic' : 'Latin';
}

const fullNames = new WeakMap<Article, readonly string[]>();

/** Longest part of an article that is read for the names in it, in characters. */
const mostRead = 200_000;

/** The names of more than one word in an article. */
function fullNamesIn(article: Article): readonly string[] {
  const kept = fullNames.get(article);
  if (kept) return kept;
  const text = article.paragraphs
    .map((paragraph) => paragraph.text)
    .join('\n')
    .slice(0, mostRead);
  const names = readerFor(text)
    .names(text)
    .filter((name) => partsOf(name).length > 1);
  const all = [...new Set(names)];
  fullNames.set(article, all);
  return all;
}
