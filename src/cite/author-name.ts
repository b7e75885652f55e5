import { isFamilyFirst } from '../language/family-first.ts';
import { bareName } from './bare-name.ts';
import {
  doubtfulOrganisationWords,
  givenNames,
  nameParticles,
  organisationWords,
} from './name-words.ts';

/** A byline's name: a person with a family name to sort by, or a name that is printed as it stands. */
export type AuthorName =
  | {
      readonly kind: 'person';
      readonly family: string;
      readonly given: string;
      /** `van`, `von der`: before the family name, but in Chicago's lists behind the given one. */
      readonly particle?: string;
      readonly suffix?: string;
      /** East Asian order: the family name comes first even where names are not turned round. */
      readonly familyFirst?: boolean;
    }
  | { readonly kind: 'whole'; readonly name: string };

const suffix = /^(?:Jr|Sr|I{2,3}|IV|V)\.?$/;
const initials = /^(?:\p{Lu}\p{Ll}?\.-?)+$|^\p{Lu}$/u;
const patronymic = /(?:вич|вна|ична|ovich|evich|ovna|evna|ichna)$/u;
const maxWordsOfPerson = 6;

/**
 * Reads a name as a byline prints it; `Family, Given` says outright which part is which. Titles,
 * degrees, ranks and what stands in brackets are no part of a name.
 */
export function readAuthorName(printed: string): AuthorName {
  const name = bareName(printed);
  const parts = name.split(/\s*,\s*/);
  if (parts.length > 1) return readTurned(parts) ?? { kind: 'whole', name };
  const words = name.split(' ');
  if (words.length < 2 || words.length > maxWordsOfPerson) return { kind: 'whole', name };
  return isOrganisation(words) || /[\d,]|\p{Script=Han}/u.test(name)
    ? { kind: 'whole', name }
    : readPerson(words);
}

/** `Keller, Paul T.`, `Keller, Paul T., Jr.` or `Keller, Jr., Paul T.`; undefined for none of these. */
function readTurned(parts: readonly string[]): AuthorName | undefined {
  const end = parts.slice(1).find((part) => suffix.test(part));
  const [family, given, ...more] = parts.filter((part) => part !== end);
  if (!family || more.length > 0) return undefined;
  if (!given) return end ? withSuffix(readAuthorName(family), end) : undefined;
  if (isOrganisation([...family.split(' '), ...given.split(' ')])) return undefined;
  const words = given.split(' ');
  const last = words.length > 1 && suffix.test(words.at(-1) ?? '') ? words.pop() : undefined;
  const person = personOf(family.split(' '), words.join(' '));
  return withSuffix(person, end ?? last);
}

/** By a word of the list; by "Scrapy developers", "BBC Monitoring"; but "Emily Post" is a person. */
function isOrganisation(words: readonly string[]): boolean {
  const keys = words.map((word) => word.toLowerCase().replace(/[.,]$/, ''));
  if (keys.some((key) => organisationWords.has(key))) return true;
  if (keys.some((key) => doubtfulOrganisationWords.has(key))) {
    return words.length > 2 || !givenNames.has(keys[0] ?? '');
  }
  const last = words.at(-1) ?? '';
  const isCommon = /^\p{Ll}{3,}$/u.test(last) && !nameParticles.has(last);
  const isAcronym = words.some((word) => /^\p{Lu}{3,}\d*$/u.test(word));
  return isCommon || (isAcronym && words.some((word) => /\p{Ll}/u.test(word)));
}

function readPerson(words: readonly string[]): AuthorName {
  const last = words.at(-1) ?? '';
  if (words.length > 2 && suffix.test(last)) {
    return withSuffix(readAuthorName(words.slice(0, -1).join(' ')), last);
  }
  const [first = '', ...others] = words;
  // Russian lists have the family name first: before initials, and before a patronymic.
  const isTurned = !initials.test(first) && others.every((word) => initials.test(word));
  if (isTurned || (words.length === 3 && patronymic.test(last))) {
    return { kind: 'person', family: first, given: others.join(' ') };
  }
  if (isFamilyFirst(first, others)) {
    return { kind: 'person', family: first, given: others.join(' '), familyFirst: true };
  }
  const from = words.findIndex(
    (word, at) => at > 0 && at < words.length - 1 && nameParticles.has(word.toLowerCase()),
  );
  const at = from > 0 ? from : words.length - 1;
  return personOf(words.slice(at), words.slice(0, at).join(' '));
}

/** A particle with a capital is part of the family name: `Van der Meer`. */
function personOf(familyWords: readonly string[], given: string): AuthorName & { kind: 'person' } {
  const at = familyWords.findIndex((word) => !nameParticles.has(word));
  const particles = familyWords.slice(0, Math.max(at, 0)).join(' ');
  const family = familyWords.slice(Math.max(at, 0)).join(' ');
  return { kind: 'person', family, given, ...(particles && { particle: particles }) };
}

function withSuffix(name: AuthorName, end: string | undefined): AuthorName {
  return name.kind === 'person' && end ? { ...name, suffix: end } : name;
}

/** `Andrew Hammond`, in the order in which people say it. */
export function spokenName(name: AuthorName): string {
  if (name.kind === 'whole') return name.name;
  const { family, given, familyFirst } = name;
  const spoken = familyFirst ? `${family} ${given}` : `${given} ${fullFamily(name)}`;
  return name.suffix ? `${spoken} ${name.suffix}` : spoken;
}

/**
 * `Hammond, Andrew`, for lists that are sorted; a name in East Asian order needs no turning. Chicago
 * sorts `Leyen, Ursula von der`, MLA `von der Leyen, Ursula`.
 */
export function sortedName(name: AuthorName, style: 'Chicago' | 'MLA'): string {
  if (name.kind === 'whole') return name.name;
  const { family, given, familyFirst } = name;
  const behind = style === 'Chicago' ? name.particle : undefined;
  const turned = behind ? `${family}, ${given} ${behind}` : `${fullFamily(name)}, ${given}`;
  const sorted = familyFirst ? `${family} ${given}` : turned;
  return name.suffix ? `${sorted}, ${name.suffix}` : sorted;
}

/** `Hammond, A.`: with the given names' initials. Those that are initials already stay: `Ya. Yu.` */
export function initialedName(name: AuthorName): string {
  if (name.kind === 'whole') return name.name;
  const given = name.given.match(/\p{Lu}\p{Ll}?\.-?(?!\p{Ll})|[^\s.]+/gu) ?? [];
  const all = given.map((each) =>
    /\.-?$/.test(each) ? each : each.split('-').map(initialOf).join('-'),
  );
  const sorted = `${fullFamily(name)}, ${all.join(' ').replaceAll('- ', '-')}`;
  return name.suffix ? `${sorted}, ${name.suffix}` : sorted;
}

/** `Hammond`, as a text names somebody in brackets. */
export function shortName(name: AuthorName): string {
  return name.kind === 'whole' ? name.name : fullFamily(name);
}

/** `von der Leyen`. */
export function fullFamily({ family, particle: before }: AuthorName & { kind: 'person' }): string {
  return before ? `${before} ${family}` : family;
}

function initialOf(name: string): string {
  const [first = ''] = name;
  return `${first.toUpperCase()}.`;
}
