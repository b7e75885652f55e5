import { isFamilyFirst } from '../language/family-first.ts';

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

/** Words of agencies, offices and newsrooms, which have no family name. */
const bodyWord =
  /(?:^|\s)(?:the|of|for|and|&|agency|agencies|news|press|staff|team|desk|board|bureau|ministry|department|office|institute|institution|university|college|school|center|centre|council|committee|commission|group|association|organi[sz]ation|foundation|federation|government|embassy|editors?|editorial|reporters?|correspondents?|times|post|daily|journal|review|network|company|corp|inc|ltd|llc|bank|fund|union|think\s?tank)\.?(?=[\s,]|$)/i;

const particle = /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|bin|ibn|al|ten|ter|zu|zur)$/;
const suffix = /^(?:Jr|Sr|I{2,3}|IV)\.?$/;
const mostWordsOfPerson = 6;

/** Reads a name as a byline prints it; `Family, Given` says outright which part is which. */
export function readAuthorName(name: string): AuthorName {
  const [family, given, ...more] = name.split(/\s*,\s*/);
  if (family && given && more.length === 0 && !bodyWord.test(name)) {
    return suffix.test(given)
      ? withSuffix(readAuthorName(family), given, name)
      : personOf(family.split(' '), given);
  }
  const words = name.split(' ');
  if (words.length < 2 || words.length > mostWordsOfPerson) return { kind: 'whole', name };
  if (bodyWord.test(name) || /[\d,]|\p{Script=Han}/u.test(name)) return { kind: 'whole', name };
  return readPerson(words);
}

function readPerson(words: readonly string[]): AuthorName {
  const name = words.join(' ');
  const last = words.at(-1) ?? '';
  if (words.length > 2 && suffix.test(last)) {
    return withSuffix(readAuthorName(words.slice(0, -1).join(' ')), last, name);
  }
  const [first = '', ...others] = words;
  if (isFamilyFirst(first, others)) {
    return { kind: 'person', family: first, given: others.join(' '), familyFirst: true };
  }
  const from = words.findIndex((word, index) => index > 0 && particle.test(word));
  const at = from > 0 ? from : words.length - 1;
  return personOf(words.slice(at), words.slice(0, at).join(' '));
}

function personOf(familyWords: readonly string[], given: string): AuthorName {
  const at = familyWords.findIndex((word) => !particle.test(word));
  const particles = familyWords.slice(0, Math.max(at, 0)).join(' ');
  const family = familyWords.slice(Math.max(at, 0)).join(' ');
  return { kind: 'person', family, given, ...(particles && { particle: particles }) };
}

function withSuffix(name: AuthorName, end: string, whole: string): AuthorName {
  return name.kind === 'person' ? { ...name, suffix: end } : { kind: 'whole', name: whole };
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

/** `Hammond, A.`: with the given names' initials. */
export function initialedName(name: AuthorName): string {
  if (name.kind === 'whole') return name.name;
  const initials = name.given
    .split(/[\s.]+/)
    .filter(Boolean)
    .map((given) => given.split('-').map(initialOf).join('-'));
  const sorted = `${fullFamily(name)}, ${initials.join(' ')}`;
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
