import { orderTexts as texts } from '../../texts/digest-orders.ts';
import { type Saying, saying } from '../../texts/message.ts';
import { readZone } from '../zones.ts';
import { form, mark, type Phrases } from './phrases.ts';
import { isAbbreviation, zonesNamed } from './towns.ts';

/** The time zone that was read, or what is wrong with those that were. */
export interface ReadPlaces {
  readonly zone?: string;
  readonly problems: readonly Saying[];
}

/** The longest names that are looked up, in words. */
const maxWords = 4;

const offset = form(
  String.raw`(?:(?:utc|gmt)\s?)?[-+−]\d{1,2}(?::?\d\d)?|(?:utc|gmt)\s?[-+−]\s?\d{1,2}`,
);

const iana = /(?<![\p{L}\p{N}/])[a-z_]+\/[a-z_]+(?:[/_ +-][a-z0-9_]+){0,3}/gu;

/** Takes the time zone out of an order: its IANA name, a town, a country's time, or an abbreviation. */
export function takePlaces(phrases: Phrases): ReadPlaces {
  const found = new Set<string>();
  const problems: Saying[] = [];
  phrases.take(offset, ({ 0: said }) => {
    problems.push(saying(texts.offset, { said }));
  });
  for (const { 0: said, index } of [...phrases.text.matchAll(iana)]) {
    const length = ianaLength(said);
    if (length === 0) continue;
    const read = readZone(said.slice(0, length).replace(/ /g, '_'));
    if (read) found.add(read);
    phrases.cover(index, length);
  }
  takeTowns(phrases, found, problems);
  if (found.size > 1) problems.push(saying(texts.whichZone, { zones: [...found].join(', ') }));
  return found.size === 1 ? { zone: [...found][0], problems } : { problems };
}

/** How much of what looks like a zone's name is one: "america/new york weekdays" goes on. */
function ianaLength(said: string): number {
  const ends = [said.length, ...[...said.matchAll(/ /g)].map(({ index }) => index).reverse()];
  return ends.find((end) => readZone(said.slice(0, end).replace(/ /g, '_'))) ?? 0;
}

/** What tells that a name is one of a time zone: "9am Moscow", "in Moscow", "Moscow time". */
const before = new RegExp(
  String.raw`(?:${mark.time}\s*[,(]?\s*|(?<!\p{L})(?:in|zone|by)\s+)$`,
  'u',
);
const after = new RegExp(
  String.raw`^\s*\)?\s*(?:${mark.time}|(?:standard\s|daylight\s|summer\s|local\s)?time(?:\s?zone)?(?!\p{L}))`,
  'u',
);

function takeTowns(phrases: Phrases, found: Set<string>, problems: Saying[]): void {
  const words = [...phrases.text.matchAll(/[\p{L}][\p{L}.'-]*/gu)];
  for (let at = 0; at < words.length; at += 1) {
    for (let count = Math.min(maxWords, words.length - at); count > 0; count -= 1) {
      const first = words[at];
      const last = words[at + count - 1];
      if (!first || !last) continue;
      const end = last.index + last[0].length;
      const name = phrases.text.slice(first.index, end);
      // Nothing else may stand between the words of a name.
      if (!/^[\p{L}.'-]+(?:,? [\p{L}.'-]+)*$/u.test(name)) continue;
      if (!isMeant(phrases, first.index, end)) continue;
      const named = zonesNamed(name);
      if (named.length === 0) continue;
      const [zone, ...others] = named;
      const said = phrases.typed.slice(first.index, end);
      if (others.length > 0)
        problems.push(saying(texts.severalZones, { said, zones: named.join(', ') }));
      else if (zone) found.add(zone);
      phrases.cover(first.index, end - first.index);
      at += count - 1;
      break;
    }
  }
}

function isMeant({ text, typed }: Phrases, start: number, end: number): boolean {
  const said = typed.slice(start, end);
  const isShouted = said === said.toUpperCase() && isAbbreviation(text.slice(start, end));
  return isShouted || before.test(text.slice(0, start)) || after.test(text.slice(end));
}
