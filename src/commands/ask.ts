import { type AnswerParts, answer, defaultQuotes, hasPassages } from '../answer/answer.ts';
import { openLibrary } from '../answer/open-library.ts';
import { timelineOf } from '../answer/timeline.ts';
import { readDictionaryFiles, readLibraryDirs, readMeaningSettings } from '../config.ts';
import { openDictionaries } from '../library/dictionaries/open-dictionaries.ts';
import { type Intent, readIntent } from '../questions/intent.ts';
import { type Meaning, openMeaning } from '../search/meaning/open-meaning.ts';
import { checkQuotations } from '../verify/check-quotations.ts';
import type { Verdict } from '../verify/verdict.ts';
import { command, type Io, inFolder, Stop, wrongUse } from './command.ts';
import { withStoredArticles } from './stored-articles.ts';
import { answerToJson, answerToText } from './text/answer-text.ts';
import { articleToJson, articleToText, sourcesToJson, sourcesToText } from './text/sources-text.ts';
import { verdictToJson, verdictToText } from './text/verdict-text.ts';

/** EX_NOINPUT of sysexits.h. */
const noLibrary = 66;

/** The exit code where the library has no answer, no such quotation, no such article. */
const notFound = 3;

const answerCodes = { answered: 0, perhaps: 2, unknown: notFound, unreadable: wrongUse } as const;

/** 1 for words that the library has otherwise than they are quoted, or not of whom the text names. */
function verdictCode(verdict: Verdict): number {
  switch (verdict.kind) {
    case 'exact':
      return verdict.speaker === undefined || verdict.speaker === 'confirmed' ? 0 : 1;
    case 'altered':
    case 'stitched':
      return 1;
    case 'not-found':
    case 'brief-only':
      return notFound;
    case 'refused':
      return wrongUse;
  }
}

const usage = `Usage: npm run ask -- [--json] [--limit N] [--thread "earlier question"]... "question"
       npm run ask -- [--json] "timeline question"
       npm run ask -- [--json] --verify '"quotation" — Name'
       npm run ask -- [--json] sources|"article ID"
       npm run ask -- "ask question that begins with such a word"`;

const options = {
  json: { type: 'boolean' },
  limit: { type: 'string' },
  thread: { type: 'string', multiple: true },
  verify: { type: 'boolean' },
} as const;

/** What was asked for besides the words themselves. */
interface Wish {
  readonly json: boolean;
  readonly limit: number;
  readonly thread: readonly string[];
}

/** Answers in the terminal what Slack answers, by the same words. */
export const run = command(usage, { allowPositionals: true, options }, async (given, io) => {
  const { values, positionals } = given;
  const text = positionals.join(' ').trim();
  if (text === '') {
    const what = values.verify ? 'quotation' : 'question';
    throw new Stop(wrongUse, `There is no ${what}.\n${usage}`);
  }
  const wish = {
    json: values.json ?? false,
    limit: readLimit(values.limit),
    thread: values.thread ?? [],
  };
  const intent: Intent = values.verify ? { kind: 'verify', text } : readIntent(text);
  return carryOut(intent, wish, io);
});

function readLimit(value = String(defaultQuotes)): number {
  const limit = Number(value);
  if (/^\d+$/.test(value) && limit >= 1 && limit <= 50) return limit;
  throw new Stop(wrongUse, `--limit is "${value}"; write a whole number from 1 to 50.\n${usage}`);
}

async function carryOut(intent: Intent, wish: Wish, io: Io): Promise<number> {
  switch (intent.kind) {
    case 'question':
    case 'timeline':
      return ask(intent, wish, io);
    case 'verify':
      return check(intent.text, wish, io);
    case 'sources':
      return showSources(wish, io);
    case 'article':
      return showArticle(intent.id, wish, io);
    case 'help':
    case 'greeting':
      io.out(usage);
      return 0;
    case 'incomplete':
      throw new Stop(wrongUse, `Nothing follows “${intent.word}”.\n${usage}`);
    default:
      throw new Stop(
        wrongUse,
        `“${intent.kind}” works in Slack only. To look for the word: npm run ask -- "ask ${intent.kind}"`,
      );
  }
}

async function ask(
  intent: Intent & { kind: 'question' | 'timeline' },
  { json, limit, thread }: Wish,
  io: Io,
): Promise<number> {
  const meaning = await openMeaning(readMeaningSettings(io.env), io.err);
  const parts = await open(io, meaning);
  const began = performance.now();
  const found = await answer({ text: intent.text, thread }, parts, limit);
  const timeline =
    intent.kind === 'timeline' && hasPassages(found)
      ? timelineOf(found, parts.library, intent.order)
      : [];
  const ms = Math.round((performance.now() - began) * 10) / 10;
  await meaning?.close();
  io.out(
    json
      ? JSON.stringify({ ...answerToJson(found, parts.library, timeline), ms }, null, 2)
      : answerToText(found, timeline),
  );
  return answerCodes[found.kind];
}

async function check(text: string, { json }: Wish, io: Io): Promise<number> {
  const { library } = await open(io);
  const verdicts = await checkQuotations(text, library);
  const [one] = verdicts.map(verdictToJson);
  io.out(
    json
      ? JSON.stringify(verdicts.length > 1 ? verdicts.map(verdictToJson) : one, null, 2)
      : verdicts.map(verdictToText).join('\n\n'),
  );
  return Math.max(...verdicts.map(verdictCode));
}

async function showSources({ json }: Wish, io: Io): Promise<number> {
  const { library } = await open(io);
  io.out(json ? JSON.stringify(sourcesToJson(library), null, 2) : sourcesToText(library));
  return 0;
}

async function showArticle(id: string, { json }: Wish, io: Io): Promise<number> {
  const { library } = await open(io);
  const article = library.articles.get(id);
  if (!article) {
    io.err(
      `The library has no article “${id}”. It has ${[...library.articles.keys()].join(', ')}.`,
    );
    return notFound;
  }
  io.out(json ? JSON.stringify(articleToJson(article), null, 2) : articleToText(article));
  return 0;
}

async function open(io: Io, meaning?: Meaning): Promise<AnswerParts> {
  const folders = readLibraryDirs(io.env).map((folder) => inFolder(io, folder));
  const parts = await withStoredArticles(io, ({ existing }) =>
    openLibrary(folders, undefined, meaning, existing),
  );
  const { articles, problems } = parts.library;
  for (const problem of problems) io.err(`Left out: ${problem}`);
  const files = readDictionaryFiles(io.env).map((file) => inFolder(io, file));
  const dictionary = await openDictionaries(files, io.err);
  if (articles.size > 0) return { ...parts, dictionary };
  throw new Stop(noLibrary, `There is no article in ${folders.join(', ')} (LIBRARY_DIRS).`);
}
