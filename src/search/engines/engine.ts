import MiniSearch, { type Options } from 'minisearch';
import { termOf } from '../../language/words.ts';

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

/** An engine as it is saved. */
export function engineToJson(engine: Engine): string {
  return JSON.stringify(engine);
}

/** The engine that was saved so. */
export function engineFromJson(json: string): Engine {
  return MiniSearch.loadJSON(json, options);
}
