import { readFile } from 'node:fs/promises';
import { openLibrary } from '../../src/answer/open-library.ts';
import { command, Stop, wrongUse } from '../../src/commands/command.ts';
import { runAsProcess } from '../../src/commands/process.ts';
import { readLibraryDirs } from '../../src/config.ts';
import { judge, readJudgedQuestions, type Verdict } from './judged-questions.ts';

/** EX_DATAERR of sysexits.h. */
const wrongFile = 65;

const usage = 'Usage: npm run eval -- [--json] FILE.jsonl';

const options = { json: { type: 'boolean' } } as const;

/** Asks the questions of a file and prints how often the right passage was shown. */
const run = command(usage, { allowPositionals: true, options }, async (given, { env, out }) => {
  const [file] = given.positionals;
  if (!file) throw new Stop(wrongUse, usage);
  const questions = await readFile(file, 'utf8')
    .then(readJudgedQuestions)
    .catch((error: Error) => {
      throw new Stop(wrongFile, `${file}: ${error.message}`);
    });
  const parts = await openLibrary(readLibraryDirs(env));
  const verdicts: Verdict[] = [];
  for (const judged of questions) {
    verdicts.push(await judge(judged, parts));
  }
  const figures = figuresOf(verdicts);
  if (given.values.json) out(JSON.stringify(figures, null, 2));
  else {
    console.table(figures.kinds);
    out(`answerable with an expected passage shown: ${figures.answerable}`);
    out(`unanswerable and refused: ${figures.unanswerable}`);
    for (const { id, question, shown } of figures.wrong) {
      out(`wrong ${id}: ${question} -> ${shown.join(', ') || 'unknown'}`);
    }
  }
  return 0;
});

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

await runAsProcess(run, process.argv.slice(2));
