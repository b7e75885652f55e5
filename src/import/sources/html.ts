import { cleanText } from '../../library/paragraphs.ts';
import { whyUnparsed } from '../html/bounds.ts';
import { readJsonLd } from '../html/json-ld.ts';
import { articleOf } from '../html/main-text.ts';
import { parsePage, readMainText } from '../html/page.ts';
import { readPageRecord } from '../html/record.ts';
import { whyNoArticle } from '../html/walls.ts';
import { languageOf } from '../record/language.ts';
import {
  type FoundRecord,
  inferred,
  type ReadSource,
  recordOf,
  type SourceInput,
} from '../source.ts';
import { divided } from './divided.ts';

/** Reads a web page: its main text, and its record by what it says for machines and for people. */
export function readHtml(html: string, { url }: Pick<SourceInput, 'url'>): ReadSource {
  const unparsed = whyUnparsed(html);
  if (unparsed) return { problem: unparsed };
  const document = parsePage(html);
  const record = readPageRecord(document, url);
  const articles = readJsonLd(document);
  const shown = {
    text: cleanText(document.body?.textContent ?? '').slice(0, 20_000),
    noscript: [...document.querySelectorAll('noscript')].map((each) => each.textContent).join(' '),
    isFetched: url !== undefined,
  };
  const title = document.querySelector('title')?.textContent ?? '';
  const page = readMainText(document);
  const { blocks: found, removed, said } = articleOf(page, record);
  const blocks = divided(found);
  const problem = whyNoArticle({ ...shown, text: `${title} ${shown.text}` }, blocks, articles);
  if (problem) return { problem };
  const text = blocks.map((block) => block.text).join('\n');
  return {
    documents: [{ format: 'html', blocks, record: completed(record, said, text, url), removed }],
  };
}

/** What the lines above the text say goes into the record where the page says nothing else. */
function completed(
  record: FoundRecord,
  said: FoundRecord,
  text: string,
  url: string | undefined,
): FoundRecord {
  const byText = languageOf(text);
  // Templates state their own language whatever an article is written in.
  const isOther =
    ['ru', 'zh', 'uk', 'ja', 'ko'].includes(byText) && !record.language?.startsWith(byText);
  return recordOf({
    ...record,
    authors: record.authors ?? inferred(said.authors?.value),
    publisher: record.publisher ?? inferred(said.publisher?.value),
    published: record.published ?? inferred(said.published?.value),
    url:
      record.url ?? (url ? { value: url.replace(/#:~:text=.*$/, ''), from: 'stated' } : undefined),
    language: isOther ? byText : (record.language ?? byText),
  });
}
