import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../../library/article.ts';
import type { ClosableSearch, Search } from '../search.ts';
import type { Embedder } from './embedder.ts';
import { createHttpEmbedder, type HttpEmbedderSettings } from './http-embedder.ts';
import type { MeaningParts, MeaningSearch } from './meaning-search.ts';
import { piecesOf } from './pieces.ts';
import { keyOf, VectorFile } from './vector-file.ts';

/** Where meaning comes from; without an address and a model in the folder, words alone are searched. */
export interface MeaningSettings {
  /** Holds the in-process model, where `npm run model` brought one. */
  readonly modelDir: string;
  /** A server of vectors, which goes before the folder. */
  readonly server?: HttpEmbedderSettings;
}

/** Where vectors are kept between two starts. */
const vectorFolder = 'data/vectors';

/** The model of one process, whatever its library turns into. */
export interface Meaning {
  /** Adds meaning to a search by words; closing it leaves the model open. */
  over(
    words: Search & Partial<ClosableSearch>,
    articles: readonly Article[],
    options?: { readonly keepsOnlyThese?: boolean },
  ): MeaningSearch;
  /** Forgets the vectors of some articles, in the file too. */
  forget(articles: readonly Article[]): Promise<void>;
  close(): Promise<void>;
}

/** Whether the folder holds a model. */
async function hasModel({ modelDir }: Pick<MeaningSettings, 'modelDir'>): Promise<boolean> {
  const files = ['model.onnx', 'tokenizer.json'].map((name) => access(join(modelDir, name)));
  return Promise.all(files).then(
    () => true,
    () => false,
  );
}

/**
 * Opens the model that the settings name. Undefined where they name none, and where it can't be
 * opened, which `tell` hears: questions are then answered by words. `timeout` is how long a question
 * waits for its vector, in ms, where that is not to be 400.
 */
export async function openMeaning(
  settings: MeaningSettings,
  tell: (message: string) => void,
  timeout?: number,
): Promise<Meaning | undefined> {
  try {
    const embedder = await openEmbedder(settings);
    return embedder && meaningOf(embedder, { tell, ...(timeout !== undefined && { timeout }) });
  } catch (error) {
    tell(
      `The model in ${settings.modelDir} can't be opened (${(error as Error).message}); questions are answered by words. \`npm run model\` brings it again`,
    );
    return undefined;
  }
}

/** Opens the model that the settings name, if they name one; rejects when it can't be opened. */
export async function openEmbedder(settings: MeaningSettings): Promise<Embedder | undefined> {
  if (settings.server) return createHttpEmbedder(settings.server);
  if (!(await hasModel(settings))) return undefined;
  // Only here: without a model nothing of it is loaded.
  const { openOnnxEmbedder } = await import('./onnx-embedder.ts');
  return openOnnxEmbedder(settings.modelDir);
}

async function meaningOf(
  embedder: Embedder,
  options: Pick<MeaningParts, 'tell' | 'timeout'>,
): Promise<Meaning> {
  const file = `${embedder.id.replace(/[^\w.-]+/g, '-')}.vec`;
  const vectors = await VectorFile.open(join(vectorFolder, file), embedder.id);
  const { MeaningSearch: SearchByMeaning } = await import('./meaning-search.ts');
  return {
    over: (words, articles, { keepsOnlyThese = false } = {}) =>
      new SearchByMeaning(words, articles, { embedder, vectors, keepsOnlyThese, ...options }),
    forget: async (articles) => {
      const pieces = articles.flatMap((article) => [...piecesOf(article, true)]);
      await vectors.remove(pieces.map(({ text }) => keyOf(text, 'passage')));
    },
    close: () => embedder.close(),
  };
}
