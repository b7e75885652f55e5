import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { AnswerParts } from '../../src/answer/answer.ts';
import { openLibrary } from '../../src/answer/open-library.ts';
import { command, Stop, wrongUse } from '../../src/commands/command.ts';
import { runAsProcess } from '../../src/commands/process.ts';
import { readDictionaryFiles, readLibraryDirs, readMeaningSettings } from '../../src/config.ts';
import type { Dictionary } from '../../src/library/dictionaries/dictionary.ts';
import { openDictionaries } from '../../src/library/dictionaries/open-dictionaries.ts';
import { openMeaning } from '../../src/search/meaning/open-meaning.ts';
import { curvesOf } from './calibration.ts';
import { figuresOfCollection } from './collection-figures.ts';
import {
  type JudgedQuestion,
  judge,
  outcomes,
  readJudgedQuestions,
  type Verdict,
} from './judged-questions.ts';

/** How long a question may wait for its vector, in ms: a busy machine must not change the figures. */
const maxWait = 60_000;

/** EX_DATAERR of sysexits.h. */
const wrongFile = 65;

const usage = `Usage: npm run eval -- [--json] [--queries FOLDER] [--fold] [--every N] [--others FOLDER]... FILE.jsonl|FOLDER...
       npm run eval -- --calibrate FILE.jsonl`;

const options = {
  json: { type: 'boolean' },
  queries: { type: 'string' },
  fold: { type: 'boolean' },
  every: { type: 'string' },
  others: { type: 'string', multiple: true },
  calibrate: { type: 'string' },
} as const;

/**
 * Asks judged questions of the library, and the questions of collections of those; prints what became
 * of them: one line of JSON for each kind and each collection, or tables. `--queries` asks collections
 * the questions of the same ids in another folder, `--fold` asks them in the other Chinese script.
 * `--every` asks each so many-th of them, `--others` also some of another collection's, which these can't answer.
 * `--calibrate` prints what would become of the questions with other values of the gate, as JSON Lines.
 */
const run = command(usage, { allowPositionals: true, options }, async (given, { env, out }) => {
  const { positionals: paths, values } = given;
  if (values.calibrate !== undefined) return calibrate(values.calibrate, env, out);
  if (paths.length === 0) throw new Stop(wrongUse, usage);
  const dictionary = await openDictionaries(readDictionaryFiles(env), console.error);
  const every = Number(values.every ?? 1);
  const meaning = await openMeaning(readMeaningSettings(env), console.error, maxWait);
  const asking = { ...values, every, dictionary, meaning };
  for (const path of paths) {
    if ((await kindOf(path)) === 'folder') {
      const figures = [];
      for (const folder of await collectionsIn(path))
        figures.push(await figuresOfCollection(folder, asking));
      if (values.json) for (const each of figures) out(JSON.stringify(each));
      else console.table(figures);
      continue;
    }
    const verdicts = await judgeAll(await readQuestions(path), env, dictionary);
    const kinds = tally(basename(path, '.jsonl'), verdicts);
    if (values.json) for (const each of kinds) out(JSON.stringify(each));
    else {
      console.table(kinds);
      for (const line of verdicts.flatMap(remark)) out(line);
    }
  }
  await meaning?.close();
  return 0;
});

async function kindOf(path: string): Promise<'file' | 'folder'> {
  const found = await stat(path).catch((error: Error) => {
    throw new Stop(wrongFile, `${path} cannot be read (${error.message}); name a file or folder.`);
  });
  return found.isDirectory() ? 'folder' : 'file';
}

async function readQuestions(path: string): Promise<JudgedQuestion[]> {
  try {
    return readJudgedQuestions(await readFile(path, 'utf8'));
  } catch (error) {
    throw new Stop(wrongFile, `${path}: ${(error as Error).message}`);
  }
}

/** A collection, or the collections in a folder. */
async function collectionsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  if (entries.some(({ name }) => name === 'corpus.jsonl')) return [folder];
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  if (folders.length === 0) throw new Stop(wrongFile, `${folder} holds no corpus.jsonl.`);
  return folders.sort().map((name) => join(folder, name));
}

async function calibrate(
  path: string,
  env: NodeJS.ProcessEnv,
  out: (line: string) => void,
): Promise<number> {
  const questions = await readQuestions(path);
  await withLibrary(env, async (parts, hasMeaning) => {
    const name = basename(path, '.jsonl');
    for await (const point of curvesOf(questions, parts, hasMeaning)) {
      out(JSON.stringify({ name, ...point }));
    }
  });
  return 0;
}

async function judgeAll(
  questions: readonly JudgedQuestion[],
  env: NodeJS.ProcessEnv,
  dictionary: Dictionary | undefined,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  await withLibrary(env, async (parts) => {
    for (const judged of questions) verdicts.push(await judge(judged, { ...parts, dictionary }));
  });
  return verdicts;
}

async function withLibrary(
  env: NodeJS.ProcessEnv,
  use: (parts: AnswerParts, hasMeaning: boolean) => Promise<void>,
): Promise<void> {
  const meaning = await openMeaning(readMeaningSettings(env), console.error, maxWait);
  await use(await openLibrary(readLibraryDirs(env), undefined, meaning), meaning !== undefined);
  await meaning?.close();
}

function tally(name: string, verdicts: readonly Verdict[]) {
  const kinds = [...new Set(verdicts.map(({ judged }) => judged.kind))];
  return kinds.map((kind) => {
    const some = verdicts.filter(({ judged }) => judged.kind === kind);
    const told = some.filter(({ isTold }) => isTold !== undefined);
    const decided = some.filter(({ judged }) => judged.decisive !== undefined);
    return {
      name,
      kind,
      questions: some.length,
      ...Object.fromEntries(
        outcomes.map((outcome) => [
          outcome,
          some.filter((each) => each.outcome === outcome).length,
        ]),
      ),
      ...(told.length > 0 && { told: told.filter(({ isTold }) => isTold).length }),
      ...(decided.length > 0 && { named: decided.filter(({ isNamed }) => isNamed).length }),
    };
  });
}

/** What is worth a look: all that was not as it should be. */
function remark({ judged, answer, outcome, isTold }: Verdict): string[] {
  const { id, question, thread = [], expect } = judged;
  const isRight = expect.length === 0 ? outcome === 'unknown' : outcome === 'answered';
  if (isRight && isTold !== false) return [];
  const quotes = 'quotes' in answer ? answer.quotes : [];
  const places = quotes.map(({ article, paragraph }) => `${article}:${paragraph}`);
  const missing = 'missing' in answer ? answer.missing : [];
  return [
    [
      `${outcome}${isTold === false ? ', not told' : ''} ${id}: ${[...thread, question].join(' > ')}`,
      places.length > 0 && `-> ${places.join(', ')}`,
      missing.length > 0 && `(missing: ${missing.join(', ')})`,
    ]
      .filter(Boolean)
      .join(' '),
  ];
}

await runAsProcess(run, process.argv.slice(2));
