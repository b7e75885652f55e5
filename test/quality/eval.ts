import { readFile } from 'node:fs/promises';
import { openLibrary } from '../../src/answer/open-library.ts';
import { readArguments, stop, wrongUse } from '../../src/commands/command-line.ts';
import { readEnvironment, readLibraryDirs } from '../../src/config.ts';
import { judge, readJudgedQuestions, type Verdict } from './judged-questions.ts';

/** EX_DATAERR of sysexits.h. */
const wrongFile = 65;

const usage = 'Usage: npm run eval -- [--json] FILE.jsonl';

const { values, positionals } = readArguments(usage, {
  allowPositionals: true,
  options: { json: { type: 'boolean' } },
});
const [file] = positionals;
if (!file) stop(wrongUse, usage);
const questions = await readFile(file, 'utf8')
  .then(readJudgedQuestions)
  .catch((error: Error) => stop(wrongFile, `${file}: ${error.message}`));
const parts = await openLibrary(readLibraryDirs(readEnvironment()));
const verdicts: Verdict[] = [];
for (const judged of questions) {
  verdicts.push(await judge(judged, parts));
}
const figures = figuresOf(verdicts);
if (values.json) console.log(JSON.stringify(figures, null, 2));
else {
  console.table(figures.kinds);
  console.log(`answerable with an expected passage shown: ${figures.answerable}`);
  console.log(`unanswerable and refused: ${figures.unanswerable}`);
  for (const { id, question, shown } of figures.wrong) {
    console.log(`wrong ${id}: ${question} -> ${shown.join(', ') || 'unknown'}`);
  }
}

function figuresOf(all: readonly Verdict[]) {
  const kinds = [...new Set(all.map(({ judged }) => judged.kind))];
  const share = (some: readonly Verdict[]) =>
    `${some.filter(({ right }) => right).length}/${some.length}`;
  return {
    kinds: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        { right: share(all.filter(({ judged }) => judged.kind === kind)) },
      ]),
    ),
    answerable: share(all.filter(({ judged }) => judged.expect.length > 0)),
    unanswerable: share(all.filter(({ judged }) => judged.expect.length === 0)),
    wrong: all
      .filter(({ right }) => !right)
      .map(({ judged, answer }) => ({
        id: judged.id,
        question: judged.question,
        shown:
          answer.kind === 'answered'
            ? answer.quotes.map(({ article, paragraph }) => `${article}:${paragraph}`)
            : [],
      })),
  };
}
