/**
 * Writes down how citeproc prints our records, for the tests to compare with:
 *
 *   npx tsx test/cite/record-oracle.ts FOLDER
 *
 * FOLDER holds apa.csl, chicago-author-date.csl, chicago-notes-bibliography.csl and
 * modern-language-association.csl of github.com/citation-style-language/styles (we used 0819c0e of
 * 21 August 2026), and locales-en-US.xml of github.com/citation-style-language/locales (938c09c).
 * The styles' licence (CC BY-SA 3.0) is why they are not kept here.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import CSL from 'citeproc';
import { type CslItem, toCslItem } from '../../src/cite/csl-json.ts';
import { generatedRecords } from './oracle-records.ts';

const styles = [
  'chicago-notes-bibliography',
  'chicago-author-date',
  'apa',
  'modern-language-association',
];

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Name the folder of the styles.');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

// A language that citeproc does not know keeps it from changing a title's capitals, as we do.
const items = generatedRecords().map(
  (record): CslItem => ({ ...toCslItem({ record }), note: '', language: 'x-none' }),
);
const byId = new Map(items.map((item) => [item.id, item]));
const system = {
  retrieveLocale: () => read('locales-en-US.xml'),
  retrieveItem: (id: string) => byId.get(id),
};

const printed = styles.map((style) => {
  const engine = new CSL.Engine(system, read(`${style}.csl`), 'en-US');
  const entries = items.map(({ id }) => {
    engine.updateItems([id]);
    const cite = engine.previewCitationCluster(
      { citationItems: [{ id }], properties: { noteIndex: 1 } },
      [],
      [],
      'html',
    );
    return [id, { list: toPlain(engine.makeBibliography()[1].join('')), cite: toPlain(cite) }];
  });
  return [style, Object.fromEntries(entries)];
});
writeFileSync(
  new URL('oracle.json', import.meta.url),
  `${JSON.stringify(Object.fromEntries(printed), null, 1)}\n`,
);

/** HTML as text, with italics between underscores. */
function toPlain(html: string): string {
  return html
    .replace(/<\/?i>/g, '_')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#38;', '&')
    .replaceAll('&#60;', '<')
    .replaceAll('&#62;', '>')
    .trim();
}
