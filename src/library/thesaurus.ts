import { readYamlFields, showValue, type Unreadable } from './field-reader.ts';
import { cleanText } from './paragraphs.ts';

/** Names and words for one thing, such as [PRC, China]. */
export type NameGroup = readonly string[];

/** What the library's owners know about names, as data. */
export interface Thesaurus {
  /** Names under which one actor goes: each also finds the others, at a lower weight. */
  readonly actors: readonly NameGroup[];
  /** Used only for words that no article holds. */
  readonly synonyms: readonly NameGroup[];
  /** What one thing is called in several languages: each finds passages that use another. */
  readonly translations?: readonly NameGroup[];
}

/** A thesaurus, or every reason why the file is none. */
export type ReadThesaurus = { readonly thesaurus: Thesaurus } | Unreadable;

const maxNameLength = 120;

/** Longer lists would keep everybody waiting while they are read. */
const maxFileLength = 100_000;

/** Reads a `thesaurus.yaml`: `actors`, `synonyms` and `translations`, each a list of lists of words or phrases. */
export function readThesaurus(yaml: string): ReadThesaurus {
  if (yaml.length > maxFileLength) {
    const problem = `the file has ${yaml.length} characters; write at most ${maxFileLength}`;
    return { problems: [problem] };
  }
  const read = readYamlFields(yaml);
  if ('problem' in read) return { problems: [`the file ${read.problem}`] };
  const { actors, synonyms, translations, ...unknown } = read.fields;
  const problems = Object.keys(unknown).map(
    (name) => `${showValue(name)} is no list; the lists are actors, synonyms and translations`,
  );
  const thesaurus = {
    actors: readGroups('actors', actors, problems),
    synonyms: readGroups('synonyms', synonyms, problems),
    translations: readGroups('translations', translations, problems),
  };
  return problems.length > 0 ? { problems } : { thesaurus };
}

function readGroups(name: string, value: unknown, problems: string[]): NameGroup[] {
  const listed = value === undefined || value === '' ? [] : value;
  const groups: unknown[] = Array.isArray(listed) ? listed : [listed];
  return groups.flatMap((group) => {
    const names = Array.isArray(group) ? group.map(readName) : [];
    if (names.length > 1 && names.every((each) => each !== undefined)) return [names];
    problems.push(
      `\`${name}\` holds ${showValue(group)}; write lists of two or more names of at most ${maxNameLength} characters, such as - [PRC, China]`,
    );
    return [];
  });
}

function readName(value: unknown): string | undefined {
  const name = typeof value === 'string' ? cleanText(value) : '';
  return name !== '' && name.length <= maxNameLength ? name : undefined;
}
