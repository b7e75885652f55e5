import { isDateLine } from './date-line.ts';

/** A kind of line that belongs to a page, not to the article on it. */
interface LineRule {
  readonly name: string;
  readonly matches: (line: string) => boolean;
}

const agency =
  '(?:CNN|AP|Associated Press|Reuters|AFP|TASS|Xinhua|BBC(?: News)?|UPI|dpa|Bloomberg|Interfax|RIA Novosti|Sputnik|Kyodo|Yonhap|Arab News|VOA|RFE/RL|PTI|ANI|NBC News|CNBC)';
const place = String.raw`\p{Lu}[\p{L}.'’-]*(?:,? (?:\p{Lu}[\p{L}.'’-]*|\d{1,2}))*?`;
const dash = '[—–-]{1,2}';

/** `Moscow CNN —`, `BEIJING, July 4 (Reuters) - `, on a line of its own or before a paragraph. */
const dateline = new RegExp(
  String.raw`^${place},? ?(?:\((?<inside>${agency})\)|(?<bare>${agency})) ?${dash}(?: |$)`,
  'u',
);

/** `BEIJING — `; whether that is a place is for the text to say. */
const shoutedDateline = /^(\p{Lu}{4,}(?: \p{Lu}+)*)(?:, \p{Lu}[\p{L}.]+ \d{1,2})? [—–] /u;

const rules: readonly LineRule[] = [
  byPattern(
    'share counts',
    /^(?:\d[\d.,]*(?:\s?[km])?\s?(?:views?|comments?|shares?|likes?|reactions?|retweets?|reads?)[\s·|,•]*)+$/i,
  ),
  byPattern(
    'page control',
    /^(?:follow(?: us)?|share(?: this(?: article| story| page)?)?|tweet|print|e-?mail|save|subscribe(?: now)?|sign (?:in|up)|log in|(?:read|show|see|view) (?:more|all)|advertisement|related(?: (?:articles|stories|content|topics))?|recommended(?: for you)?|listen|watch(?: now)?|(?:leave a )?comments?|back to top|more from .{1,40})\s*[:>»…]*$/i,
  ),
  byPattern('video caption', /^.{0,120}\b\d{1,2}:\d{2}(?::\d{2})?\s*[-–—|]\s*Source:\s*.{1,60}$/i),
  byPattern(
    'picture credit',
    /^(?:photo(?:graph)?s?|image|picture|credit|source)(?: credit| by)?:\s*[^.]{1,80}$/i,
  ),
  {
    name: 'date line',
    matches: (line) => /^(?:first|last|updated|published|posted)\b/i.test(line) && isDateLine(line),
  },
  byPattern('byline', /^(?:By|BY) \p{Lu}.{0,110}[^.!?…]$/u),
  byPattern(
    'disclaimer',
    /^(?:disclaimer\s*:|editor['’]?s['’]? note\s*:|the (?:views|opinions) (?:and (?:views|opinions) )?expressed (?:in|by|here)|(?:views|opinions) expressed (?:in|by|here))/i,
  ),
  byPattern(
    'copyright',
    /^(?:©|\(c\)|copyright\b)[^.]{0,120}\.?$|^.{0,120}\ball rights reserved\.?$/i,
  ),
];

function byPattern(name: string, pattern: RegExp): LineRule {
  return { name, matches: (line) => pattern.test(line) };
}

/** The name of the rule that leaves a line out wherever it stands; undefined when there is none. */
export function furnitureRule(line: string): string | undefined {
  return rules.find(({ matches }) => matches(line))?.name;
}

/** Whether a line opens the box of highlights above an article. */
export function opensHighlights(line: string): boolean {
  return /^(?:story highlights|highlights|key points|at a glance)\s*:?$/i.test(line);
}

/** The place and agency before a paragraph, or on a line of their own; empty where there are none. */
export function datelineOf(line: string): string {
  return dateline.exec(line)?.[0] ?? '';
}

/** The agency that a dateline names. */
export function agencyOf(line: string): string | undefined {
  const found = dateline.exec(line)?.groups;
  return found?.inside ?? found?.bare;
}

/**
 * `BEIJING — ` before the first paragraph. The article has to name the place elsewhere: "NATO — " and
 * "BRICS — " begin sentences.
 */
export function shoutedDatelineOf(line: string, article: string): string {
  const [found = '', shouted = ''] = shoutedDateline.exec(line) ?? [];
  const name = shouted.toLowerCase().replace(/(?:^| )\p{L}/gu, (letter) => letter.toUpperCase());
  return found && article.includes(name) ? found : '';
}
