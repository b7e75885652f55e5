import { answer, usualQuotes } from '../answer/answer.ts';
import { openLibrary } from '../answer/open-library.ts';
import { readEnvironment, readLibraryDirs } from '../config.ts';
import type { Verdict } from '../verify/verdict.ts';
import { verifyAll } from '../verify/verify.ts';
import { readArguments, stop, wrongUse } from './command-line.ts';
import { answerToJson, answerToText } from './text/answer-text.ts';
import { verdictToJson, verdictToText } from './text/verdict-text.ts';

/** Exit codes, the last one of sysexits.h. */
const exitCodes = { answered: 0, unknown: 3, unreadable: wrongUse, noLibrary: 66 } as const;

/** Exit codes of --verify: 1 for words that the library has otherwise than they are quoted. */
const verdictCodes: Readonly<Record<Verdict['kind'], number>> = {
  exact: 0,
  altered: 1,
  stitched: 1,
  misattributed: 1,
  'not-found': 3,
  refused: wrongUse,
};

const usage = `Usage: npm run ask -- [--json] [--limit N] [--thread "earlier question"]... "question"
       npm run ask -- [--json] --verify '"quotation" — Name'`;

const { values, positionals } = readArguments(usage, {
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    limit: { type: 'string' },
    thread: { type: 'string', multiple: true },
    verify: { type: 'boolean' },
  },
});
const limit = Number(values.limit ?? usualQuotes);
const text = positionals.join(' ').trim();
if (text === '') {
  stop(wrongUse, `There is no ${values.verify ? 'quotation' : 'question'}.\n${usage}`);
}
if (!/^\d+$/.test(values.limit ?? '1') || limit < 1 || limit > 50) {
  stop(wrongUse, `--limit is "${values.limit}"; write a whole number from 1 to 50.\n${usage}`);
}
const folders = readLibraryDirs(readEnvironment());
const parts = await openLibrary(folders);
const { library } = parts;
for (const problem of library.problems) console.error(`Left out: ${problem}`);
if (library.articles.size === 0) {
  stop(exitCodes.noLibrary, `There is no article in ${folders.join(', ')} (LIBRARY_DIRS).`);
}
if (values.verify) {
  const verdicts = verifyAll(text, library);
  const [one] = verdicts.map(verdictToJson);
  console.log(
    values.json
      ? JSON.stringify(verdicts.length > 1 ? verdicts.map(verdictToJson) : one, null, 2)
      : verdicts.map(verdictToText).join('\n\n'),
  );
  process.exit(Math.max(...verdicts.map(({ kind }) => verdictCodes[kind])));
}
const began = performance.now();
const found = await answer({ text, thread: values.thread ?? [] }, parts, limit);
const ms = Math.round((performance.now() - began) * 10) / 10;
console.log(
  values.json
    ? JSON.stringify({ ...answerToJson(found, library), ms }, null, 2)
    : answerToText(found, library),
);
process.exitCode = exitCodes[found.kind];
