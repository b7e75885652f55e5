import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { languageCodes } from '../../src/language/languages.ts';
import type { Locale } from '../../src/texts/locale.ts';
import type { Message } from '../../src/texts/message.ts';
import { sayIn } from '../../src/texts/say.ts';
import { readCatalogue } from './catalogue.ts';

const catalogue = await readCatalogue();

/** Every text with a name to find it by. */
const all = [...catalogue].flatMap(([topic, texts]) =>
  Object.entries(texts).map(([name, message]) => ({
    at: `${topic}.${name}`,
    name,
    topic,
    message,
  })),
);

const parse = (text: string, locale: Locale) =>
  new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst();
type Part = ReturnType<typeof parse>[number];

/** A text's gaps, and its choices by number with the forms that they have. */
function gapsIn(parts: readonly Part[]): { name: string; forms?: string[]; isChoice?: boolean }[] {
  return parts.flatMap((part) => {
    if (!('value' in part) || typeof part.value !== 'string' || part.type === 0) return [];
    if (!('options' in part)) return [{ name: part.value }];
    const forms = Object.keys(part.options);
    const inner = Object.values(part.options).flatMap(({ value }) => gapsIn(value));
    const isCounted = 'pluralType' in part;
    return [{ name: part.value, ...(isCounted ? { forms } : { isChoice: true }) }, ...inner];
  });
}

/** What people type, and what is called so in every language. */
const latin = new Set(
  [
    'ask digest timeline newest oldest verify sources article status forget mute unmute help preview now',
    'feed add feeds pause until resume off on about weekdays author publisher before after text original brief lang en ru zh',
    'http https PDF MB DOCX EPUB RTF Word Markdown RSS Atom JSON Feed UTF CSL OCR robots txt',
    'Slack THAAD IANA Europe Berlin Asia Shanghai Moscow CNN passages npm run import',
  ].flatMap((line) => line.split(' ')),
);

/** The words in Latin letters of a text, without the names of its gaps and choices. */
function latinIn(text: string): string[] {
  const said = text.replace(/\{\w+(?:, \w+(?:,|(?=\})))?|\b(?:one|few|many|other)(?= \{)/g, '');
  return said.match(/(?<![/\w])[A-Za-z]{2,}/g) ?? [];
}

describe('the texts of the bot', () => {
  it('have the same gaps in every language', () => {
    const names = ({ message }: { message: Message }, locale: Locale) =>
      [...new Set(gapsIn(parse(message[locale], locale)).map(({ name }) => name))].sort();
    const unlike = all.filter((text) =>
      languageCodes.some((locale) => names(text, locale).join() !== names(text, 'en').join()),
    );
    expect(unlike.map(({ at }) => at)).toEqual([]);
  });

  it('have exactly the plural forms of their language', () => {
    const wrong = all.flatMap(({ at, message }) =>
      languageCodes.flatMap((locale) => {
        const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
        return gapsIn(parse(message[locale], locale))
          .filter(({ forms }) => forms && forms.toSorted().join() !== wanted.toSorted().join())
          .map(({ name }) => `${at}, ${locale}: ${name}`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('show everything that stands in their gaps', () => {
    const hidden = all.flatMap(({ at, message }) =>
      languageCodes
        .filter((locale) => {
          const gaps = gapsIn(parse(message[locale], locale)).filter(
            ({ forms, isChoice }) => !forms && !isChoice,
          );
          const chosen = new Set(gaps.map(({ name }) => name));
          const values = Object.fromEntries([...chosen].map((name) => [name, 7]));
          const others = gapsIn(parse(message[locale], locale));
          for (const { name } of others) values[name] = 7;
          const text = sayIn(locale)({ message, values });
          return (text.match(/7/g)?.length ?? 0) < chosen.size;
        })
        .map((locale) => `${at}, ${locale}`),
    );
    expect(hidden).toEqual([]);
  });

  it('are in the letters of their language', () => {
    const left = all.flatMap(({ at, message }) => [
      ...[...latinIn(message.ru), ...latinIn(message.zh)]
        .filter((word) => !latin.has(word))
        .map((word) => `${at}: ${word}`),
      ...(/[\p{Script=Cyrillic}\p{Script=Han}]/u.test(message.en) ? [at] : []),
      ...(/\p{Script=Han}/u.test(message.ru) ? [at] : []),
      ...(/\p{Script=Cyrillic}/u.test(message.zh) ? [at] : []),
    ]);
    expect(left).toEqual([]);
  });

  it('are punctuated as their language is', () => {
    const wrong = all.filter(
      ({ message: { ru, zh } }) =>
        /["“”]/.test(ru) ||
        / - /.test(ru) ||
        /\p{Script=Han}[,.:;?!()]|[,;?!]\p{Script=Han}|["«»]/u.test(zh) ||
        /\.\.\./.test(ru + zh),
    );
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });

  it('are all said somewhere', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.startsWith('texts/'))
      .map((path) => readFileSync(join('src', path), 'utf8'));
    // Reasons of the import are found by their English; a test of their own says that each is given.
    const sought = all.filter(({ topic }) => topic !== 'reasonTexts');
    const unsaid = sought.filter(({ topic, name }) => {
      const users = files.filter((file) => file.includes(topic));
      // Where one is chosen by a key, the key is its name.
      return !users.some((file) => new RegExp(`exts\\.${name}\\b|exts\\[`).test(file));
    });
    expect(unsaid.map(({ at }) => at)).toEqual([]);
  });
});
