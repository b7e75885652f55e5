import { furnitureRule } from '../furniture.ts';
import { readBody } from '../plain/body.ts';
import { readHead } from '../plain/head.ts';
import { isTimeLine, readHeadLine } from '../plain/head-line.ts';
import { type PlainBlock, readLines } from '../plain/lines.ts';
import { mendedText } from '../plain/mended.ts';
import { withoutFootnotes } from '../plain/notes.ts';
import { joinPages, withoutPageMarks } from '../plain/pages.ts';
import { joinBroken } from '../plain/wrapped.ts';
import { languageOf } from '../record/language.ts';
import {
  type FoundRecord,
  inferred,
  type Removal,
  recordOf,
  type SourceDocument,
} from '../source.ts';

/** Reads plain text: what it says of itself above and below its paragraphs, and these. */
export function readPlainText(text: string, known?: FoundRecord): SourceDocument {
  const { text: mended, removed } = mendedText(text);
  const lines = withoutPageMarks(readLines(mended, removed), removed);
  const joined = joinPages(joinBroken(lines, standsAlone, removed), standsAlone, removed);
  return readPlainBlocks(joined, removed, known);
}

/**
 * Reads the lines and paragraphs of a text of which no more is known than how they are divided, and
 * what is `known` of its record already.
 */
export function readPlainBlocks(
  all: readonly PlainBlock[],
  before: readonly Removal[],
  known: FoundRecord = {},
): SourceDocument {
  const { blocks, removed } = withoutFootnotes(all);
  const head = readHead(blocks, known.title?.value);
  const said = { ...head.record, ...known };
  const body = readBody(head.body, {
    title: said.title?.value ?? '',
    authors: [...(said.authors?.value ?? []), ...(head.record.authors?.value ?? [])],
  });
  const record: FoundRecord = recordOf({
    ...said,
    authors:
      said.authors ??
      inferred(body.introduced ? [body.introduced] : undefined) ??
      body.said.authors,
    publisher: said.publisher ?? body.said.publisher ?? inferred(publisherIn(blocks)),
    published: said.published ?? body.said.published ?? dateBelow(blocks),
    language: said.language ?? languageOf(blocks.map((block) => block.text).join('\n')),
  });
  const everything = [...before, ...removed, ...head.removed, ...body.removed];
  return { format: 'text', blocks: body.blocks, record, removed: everything };
}

/** Lines that no paragraph runs on into. */
function standsAlone({ text }: PlainBlock): boolean {
  return furnitureRule(text) !== undefined || readHeadLine(text) !== undefined || isTimeLine(text);
}

/** A date among the last lines, which is the article's, and never one that its sentences name. */
function dateBelow(blocks: readonly PlainBlock[]): FoundRecord['published'] {
  for (const { text } of blocks.slice(-3)) {
    const line = readHeadLine(text);
    if (line?.rule === 'date line') return line.record.published;
  }
  return undefined;
}

/** Who published, by a disclaimer: "do not reflect Harbin Post's point of view". */
function publisherIn(blocks: readonly PlainBlock[]): string | undefined {
  const clue =
    /\breflect (?:the views of )?(?:the )?(\p{Lu}[^.;]{1,40}?)['’](?:s)? (?:point of view|views?|opinions?|position)/u;
  for (const { text } of blocks.slice(-5)) {
    const found = clue.exec(text.slice(0, 1_000))?.[1];
    if (found) return found.trim();
  }
  return undefined;
}
