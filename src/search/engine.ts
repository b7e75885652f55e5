import MiniSearch, { type Options } from 'minisearch';
import { termOf } from './words.ts';

/** A passage as it is indexed. */
export interface IndexedPassage {
  readonly id: number;
  /** The forms of its words and of its title and heading, parted by spaces. */
  readonly forms: string;
}

/** The embedded search engine; passages go by number. */
export type Engine = MiniSearch<IndexedPassage>;

const options: Options<IndexedPassage> = {
  fields: ['forms'],
  tokenize: (forms) => forms.split(' '),
  processTerm: (form) => termOf(form),
};

/** An engine that holds no passage yet. */
export function createEngine(): Engine {
  return new MiniSearch(options);
}

/** What is saved of an engine, as lines of JSON: the first for all but the terms, then one a term. */
export function* engineToLines(engine: Engine): Generator<string> {
  const { index, ...rest } = engine.toJSON();
  yield JSON.stringify(rest);
  for (const entry of index) yield JSON.stringify(entry);
}

type Saved = Parameters<typeof MiniSearch.loadJSAsync>[0];

/**
 * The engine that was saved as these lines. They are parsed one by one, because `loadJSONAsync`
 * parses all of its JSON at once, which would hold up a large library's start.
 */
export function linesToEngine(lines: readonly unknown[]): Promise<Engine> {
  const [rest, ...index] = lines as [Omit<Saved, 'index'>, ...Saved['index']];
  return MiniSearch.loadJSAsync({ ...rest, index }, options);
}
