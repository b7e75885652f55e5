import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type AnswerParts, answer, hasPassages } from '../../src/answer/answer.ts';
import { openLibrary } from '../../src/answer/open-library.ts';
import { joinTopics } from '../../src/library/differing-topics.ts';
import { languagesOf, paragraphOf } from '../../src/library/library.ts';
import { createSearch } from '../../src/search/engines/embedded-search.ts';
import { loadBackground } from '../../src/search/query/background.ts';
import { readCollection } from './collection.ts';
import { readJudgedQuestions } from './judged-questions.ts';

/**
 * How often "Nothing here mentions: …" may be false: prints each note whose word has a relative in the
 * passages that it stands above (of a number: the number; of other words: the first two thirds of it, or
 * it in parts), to be judged by a reader, and how many questions had a note at all.
 * `missing-notes.ts FILE.jsonl|COLLECTION...`; files are asked of the shipped articles.
 */
for (const path of process.argv.slice(2)) {
  const { parts, questions } = await (path.endsWith('.jsonl') ? ofFile(path) : ofCollection(path));
  let notes = 0;
  const doubtful: string[] = [];
  for (const question of questions) {
    const found = await answer({ text: question }, parts);
    if (!('missing' in found) || found.missing.length === 0) continue;
    notes += 1;
    const shown = hasPassages(found) ? found.quotes : [];
    const texts = shown.map(
      ({ article, paragraph }) => paragraphOf(parts.library, article, paragraph)?.text ?? '',
    );
    for (const word of found.missing) {
      if (isRelated(word, texts.join('\n'))) doubtful.push(`${word}: ${question}`);
    }
  }
  console.log(
    JSON.stringify({
      ...{ questions: basename(path), asked: questions.length, notes },
      doubtful: doubtful.length,
    }),
  );
  for (const line of doubtful) console.log(`  ${line}`);
}

function isRelated(missing: string, text: string): boolean {
  const said = text.toLowerCase();
  return missing
    .toLowerCase()
    .split(/[\s-]+/)
    .every((word) => {
      const stem = /^\d/.test(word)
        ? word
        : word.slice(0, Math.max(4, Math.ceil((word.length * 2) / 3)));
      return new RegExp(String.raw`(?<![\p{L}\d])${stem.replace(/[^\p{L}\d]/gu, '.')}`, 'u').test(
        said,
      );
    });
}

async function ofFile(path: string) {
  const judged = readJudgedQuestions(await readFile(path, 'utf8'));
  const questions = judged.filter(({ thread = [] }) => thread.length === 0);
  return { parts: await openLibrary(['seeds']), questions: questions.map((one) => one.question) };
}

async function ofCollection(
  path: string,
): Promise<{ parts: AnswerParts; questions: readonly string[] }> {
  const { articles, questions } = await readCollection(path);
  const thesaurus = { actors: [], synonyms: [] };
  const background = await loadBackground(languagesOf(articles));
  const library = {
    articles: new Map(articles.map((each) => [each.id, each])),
    ...{ thesaurus, differing: joinTopics([]), problems: [] },
  };
  const search = createSearch({ articles, thesaurus, background });
  return { parts: { library, search }, questions: questions.map(({ text }) => text) };
}
