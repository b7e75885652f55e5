import { parseDocument } from 'yaml';
import { cleanText } from './paragraphs.ts';

/** Names and words for one thing, such as [PRC, China]. */
export type NameGroup = readonly string[];

/** What the library's owners know about names, as data. */
export interface Thesaurus {
  /** Names under which one actor goes: each also finds the others, at a lower weight. */
  readonly actors: readonly NameGroup[];
  /** Used only for words that no article holds. */
  readonly synonyms: readonly NameGroup[];
}

/** Reads a `thesaurus.yaml`: `actors` and `synonyms`, each a list of lists of words or phrases. */
export function readThesaurus(
  yaml: string,
): { readonly thesaurus: Thesaurus } | { readonly problem: string } {
  const document = parseDocument(yaml, { schema: 'failsafe' });
  const [broken] = document.errors;
  if (broken) return { problem: `the file is not YAML: ${broken.message.split('\n')[0]}` };
  const { actors = [], synonyms = [], ...unknown } = document.toJS({ maxAliasCount: 10 }) ?? {};
  const [other] = Object.keys(unknown);
  if (other) return { problem: `\`${other}\` is no list; the lists are actors and synonyms` };
  if (!areGroups(actors) || !areGroups(synonyms)) {
    return { problem: 'write lists of two or more words under a name, such as - [PRC, China]' };
  }
  return { thesaurus: { actors: actors.map(clean), synonyms: synonyms.map(clean) } };
}

function areGroups(value: unknown): value is NameGroup[] {
  const isName = (name: unknown) => typeof name === 'string' && name !== '';
  return (
    Array.isArray(value) &&
    value.every((group) => Array.isArray(group) && group.length > 1 && group.every(isName))
  );
}

function clean(group: NameGroup): NameGroup {
  return group.map(cleanText);
}
