import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { reasonOf, reasonTexts } from '../../src/texts/import-reasons.ts';
import { sayIn } from '../../src/texts/say.ts';

/** What only the terminal says. */
const ofTerminal = /(?:inputs|article-place|attachments|save-article|importer)\.ts$/;

const advice = 'save the page from your browser, or print it as PDF, and import that file';

/** Texts of the sources that begin as a reason does, with something in their gaps. */
function reasonsIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !ofTerminal.test(file))
    .flatMap((file) => {
      const source = readFileSync(join(folder, file), 'utf8');
      const literals = source.matchAll(
        /(?<mark>['"`])(?<text>(?:its? (?!is\b.*\?)|only (?:http|its)|port |the (?:site|rest|mail) |there is no |Slack asks )(?:(?!\k<mark>).){3,}?)\k<mark>/g,
      );
      return [...literals].map(({ groups }) => groups?.text ?? '');
    })
    .map((text) => text.replaceAll('${advice}', advice).replace(/\$\{[^}]*\}/g, '7'));
}

/** Parts of reasons, and what they are parts of. */
const parts: Readonly<Record<string, string>> = {
  'it is empty until its scripts run': `it is empty until its scripts run; ${advice}`,
  'it holds no article': `it holds no article; ${advice}`,
  'it has 7 bytes': 'it has 7 bytes; divide it into articles of at most 7',
  "its encoding can't be told7; save it as UTF-8": "its encoding can't be told; save it as UTF-8",
};

/** With a gap that is not always there, or for a format of a list. */
const further = [
  "its encoding can't be told (perhaps koi8-r); save it as UTF-8",
  'it is video/mp4, which is not read',
  'something broke while I read it; it is in my log as 7',
];

const all = [...reasonsIn('src/import'), ...reasonsIn('src/feeds'), ...reasonsIn('src/additions')];
const reasons = [...new Set([...all.map((text) => parts[text] ?? text), ...further])];

describe('why something cannot be read', () => {
  it('is found in the sources at all', () => {
    expect(reasons.length).toBeGreaterThan(45);
  });

  it.each(reasons)('is said in each language: %s', (reason) => {
    const found = reasonOf(reason);
    expect(typeof found).toBe('object');
    if (typeof found === 'string') return;
    expect(sayIn('en')(found)).toBe(reason);
    expect(sayIn('ru')(found)).toMatch(/\p{Script=Cyrillic}/u);
    expect(sayIn('zh')(found)).toMatch(/\p{Script=Han}/u);
  });

  it('is given for each text that there is', () => {
    const given = new Set(
      reasons
        .map((reason) => reasonOf(reason))
        .map((found) => typeof found === 'object' && found.message),
    );
    const others = Object.entries(reasonTexts).filter(([, message]) => !given.has(message));
    expect(others.map(([name]) => name)).toEqual([]);
  });

  it('is left as it is where nobody knows it', () => {
    expect(reasonOf('the moon is full')).toBe('the moon is full');
  });
});
