import { createHash } from 'node:crypto';
import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import type { Abbreviation } from '../../../language/english/abbreviations.ts';
import { termOf } from '../../../language/words.ts';
import type { Article } from '../../../library/article.ts';
import { digestsOf } from '../../../library/article-digest.ts';
import { splitIntoPassages } from '../../../library/passage.ts';
import { runWithPauses } from '../../../library/pause.ts';
import type { Statistics } from '../../engine.ts';
import type { ArticlesById } from '../../rank/matches.ts';
import { SearchFault } from '../../search-fault.ts';
import { type LibraryCounts, titleTextOf } from '../library-counts.ts';
import type { IndexClient, IndexState, StandingIndex } from './index-client.ts';
import { tokenOf } from './index-definition.ts';
import {
  type ArticleSource,
  type Document,
  documentsOf,
  idsOf,
  type PassageSource,
} from './passage-documents.ts';
import { PublishingLock } from './publishing-lock.ts';
import { changesOf, noCounts, partsOf, takePart } from './stored-statistics.ts';

/** An index as one process knows it. */
export interface KnownIndex {
  readonly index: string;
  readonly statistics: Statistics;
}

type Hashes = ReadonlyMap<Article['id'], string>;

/** A change of more articles, and of more than this share of them, makes a new index. */
const maxInPlace = 50;
const maxShareInPlace = 0.2;

/** So many changes are read one by one; then all statistics are written again. */
const maxChanges = 50;

/** Whoever finds somebody else at work looks again after so many ms. */
const lookAgain = 250;

/** So many terms of a new index are counted there before it is searched. */
const checkedTerms = 20;

/** Keeps an index of OpenSearch to the articles of a library, whichever process has them first. */
export class RemoteIndex {
  readonly #client: IndexClient;
  readonly #lock: PublishingLock;
  #held:
    | {
        readonly index: string;
        readonly version: number;
        readonly articles: Map<Article['id'], HeldArticle>;
      }
    | undefined;
  #known: { readonly index: string; version: number; readonly counts: LibraryCounts } | undefined;

  constructor(client: IndexClient) {
    this.#client = client;
    this.#lock = new PublishingLock(client.server, `${client.alias}.lock`);
  }

  /** Resolves when the index holds these articles, with what it says of their words. One at a time. */
  async hold(articles: ArticlesById): Promise<KnownIndex> {
    const hashes = await runWithPauses(digestsOf(articles.values()));
    const digest = digestOf(hashes);
    for (;;) {
      const standing = await this.#client.standing();
      if (standing?.state.digest === digest && !standing.state.isChanging) {
        const counts = await this.#countsOf(standing);
        return { index: standing.index, statistics: counts.statistics() };
      }
      const isDone = await this.#lock.hold(() => this.#publish(articles, hashes, digest));
      if (!isDone) await wait(lookAgain);
    }
  }

  async #publish(articles: ArticlesById, hashes: Hashes, digest: string): Promise<void> {
    const standing = await this.#client.standing();
    if (standing?.state.digest === digest && !standing.state.isChanging) return;
    const change = standing && (await this.#changeOf(standing, hashes));
    try {
      if (standing && change) await this.#changeInPlace(standing, change, articles, digest);
      else await this.#build(articles, digest);
    } catch (error) {
      // What was counted on the way is not what the index holds.
      this.#known = undefined;
      this.#held = undefined;
      throw error;
    }
  }

  /** What has to come in and go; undefined where a new index is better. */
  async #changeOf(standing: StandingIndex, hashes: Hashes): Promise<Change | undefined> {
    if (standing.state.isChanging) return undefined;
    const held = await this.#heldBy(standing);
    const gone = [...held.values()].filter((each) => hashes.get(each.article) !== each.hash);
    const added = [...hashes].flatMap(([id, hash]) => (held.get(id)?.hash === hash ? [] : [id]));
    const isLarge = gone.length + added.length > Math.max(maxInPlace, held.size * maxShareInPlace);
    return isLarge ? undefined : { gone, added };
  }

  /** The articles of an index, read again only when another process has changed it. */
  async #heldBy({ index, state }: StandingIndex): Promise<Map<Article['id'], HeldArticle>> {
    if (this.#held?.index === index && this.#held.version === state.version) {
      return this.#held.articles;
    }
    const articles = new Map<Article['id'], HeldArticle>();
    const fields = ['article', 'hash', 'passages'] as const;
    for await (const each of this.#client.articles<HeldArticle>(index, fields)) {
      articles.set(each.article, each);
    }
    this.#held = { index, version: state.version, articles };
    return articles;
  }

  async #build(articles: ArticlesById, digest: string): Promise<void> {
    const index = await this.#client.create();
    try {
      const counts = noCounts();
      const titles = new Set<string>();
      for (const some of groupsOf(articles.values())) {
        const documents: Document[] = [];
        for (const article of some) {
          count(counts, article, (title) => !titles.has(title) && titles.add(title) !== undefined);
          documents.push(...documentsOf(article));
          await setImmediate();
        }
        await this.#client.write(index, documents);
      }
      counts.takeChanged();
      const parts = await partsOf(counts, 'base-1');
      const base = { version: 1, parts: parts.length };
      await this.#client.write(
        index,
        [...parts, stateOf({ version: 1, digest, base, changes: [] })],
        [],
        true,
      );
      await this.#check(index, counts);
      await this.#client.switchTo(index);
      this.#known = { index, version: 1, counts };
    } catch (error) {
      await this.#client.remove(index).catch(() => undefined);
      throw error;
    }
  }

  /** An index that does not hold what was sent must not be searched. */
  async #check(index: string, counts: LibraryCounts): Promise<void> {
    const step = Math.ceil(counts.lexicon.terms.length / checkedTerms) || 1;
    const numbers = [...counts.lexicon.terms.keys()].filter((at) => at % step === 0);
    const found = await this.#client.count(index, [
      { match_all: {} },
      ...numbers.map((at) => ({ term: { both: tokenOf(counts.lexicon.terms[at]) } })),
    ]);
    const expected = [counts.size, ...numbers.map((at) => counts.holders.at(at))];
    const wrong = expected.filter((each, at) => each !== found[at]).length;
    if (wrong > 0)
      throw new SearchFault(
        'broken',
        `${wrong} of ${expected.length} counts of a new index are wrong`,
      );
  }

  async #changeInPlace(
    { index, state }: StandingIndex,
    { gone, added }: Change,
    articles: ArticlesById,
    digest: string,
  ): Promise<void> {
    const counts = await this.#countsOf({ index, state });
    // From here on a process that ends leaves an index that the next one makes anew.
    await this.#client.write(index, [stateOf({ ...state, isChanging: true })]);
    const coming = added.flatMap((id) => articles.get(id) ?? []);
    const goneIds = gone.flatMap((each) => idsOf(each.article, each.passages));
    const sources = await this.#client.read<PassageSource | ArticleSource>(index, goneIds);
    const passages = sources.filter((each): each is PassageSource => each.kind === 'passage');
    const records = sources.filter((each): each is ArticleSource => each.kind === 'article');
    await this.#countChange(index, counts, { records, passages, coming });
    const documents = coming.flatMap(documentsOf);
    const kept = new Set(documents.map(({ id }) => id));
    const version = state.version + 1;
    const changes = await changesOf(counts, `change-${version}`);
    await this.#client.write(
      index,
      [...documents, ...changes],
      goneIds.filter((id) => !kept.has(id)),
      true,
    );
    const next = {
      ...{ version, digest, base: state.base },
      changes: [...state.changes, { version, parts: changes.length }],
    };
    await this.#client.write(index, [stateOf(await this.#shortened(index, next, counts))]);
    this.#known = { index, version, counts };
    this.#noteHeld({ index, version, gone, documents });
  }

  #noteHeld(made: {
    readonly index: string;
    readonly version: number;
    readonly gone: readonly HeldArticle[];
    readonly documents: readonly Document[];
  }): void {
    const { index, version, gone, documents } = made;
    const articles = this.#held?.articles ?? new Map<Article['id'], HeldArticle>();
    for (const { article } of gone) articles.delete(article);
    for (const { source } of documents) {
      const { kind, article, hash, passages } = source as ArticleSource;
      if (kind === 'article') articles.set(article, { article, hash, passages });
    }
    this.#held = { index, version, articles };
  }

  /** Takes the passages that go out of the counts, and those that come in. */
  async #countChange(
    index: string,
    counts: LibraryCounts,
    { records, passages, coming }: Counted,
  ): Promise<void> {
    const titles = new Map<string, { before: number; by: number; forms: readonly string[] }>();
    const note = (key: string, forms: readonly string[], by: number) => {
      const title = titles.get(key) ?? { before: 0, by: 0, forms };
      titles.set(key, { ...title, by: title.by + by });
    };
    for (const { forms, titleForms, titleKey, language } of passages) {
      const [text, title] = [readForms(counts, forms), readForms(counts, titleForms)];
      note(titleKey, title.forms, -1);
      counts.countPassage({ language, text, titleWords: title.words, abbreviations: [] }, -1);
    }
    for (const { payload } of records) {
      const explained = JSON.parse(Buffer.from(payload, 'base64').toString()) as Abbreviation[];
      counts.countAbbreviations(explained, -1);
    }
    for (const article of coming) {
      count(counts, article, () => false);
      for (const { source } of documentsOf(article)) {
        const { kind, titleKey, titleForms } = source as PassageSource;
        if (kind === 'passage') note(titleKey, titleForms.split(' ').filter(Boolean), 1);
      }
    }
    const keys = [...titles.keys()];
    const before = await this.#client.count(
      index,
      keys.map((titleKey) => ({ term: { titleKey } })),
    );
    for (const [at, key] of keys.entries()) {
      const { by = 0, forms = [] } = titles.get(key) ?? {};
      const was = before[at] ?? 0;
      const read = readForms(counts, forms.join(' '));
      if (was === 0 && by > 0) counts.countTitle(read, 1);
      if (was > 0 && was + by === 0) counts.countTitle(read, -1);
    }
  }

  /** With all statistics written again where many changes have come together. */
  async #shortened(index: string, state: Omit<IndexState, 'isChanging'>, counts: LibraryCounts) {
    if (state.changes.length <= maxChanges) return state;
    const { version } = state;
    const parts = await partsOf(counts, `base-${version}`);
    const before = [
      ...namesOf('base', state.base.version, state.base.parts),
      ...state.changes.flatMap((each) => namesOf('change', each.version, each.parts)),
    ];
    await this.#client.write(index, parts);
    // Who reads the old state just now reads the new one then.
    await this.#client.write(index, [], before);
    return { ...state, base: { version, parts: parts.length }, changes: [] };
  }

  /** The counts of an index: all of them, or what has changed since they were read. */
  async #countsOf({ index, state }: StandingIndex): Promise<LibraryCounts> {
    const known =
      this.#known?.index === index && this.#known.version >= state.base.version
        ? this.#known
        : undefined;
    const current = known ?? { index, version: state.base.version, counts: noCounts() };
    const base = known ? [] : namesOf('base', state.base.version, state.base.parts);
    const changes = state.changes
      .filter(({ version }) => version > current.version)
      .flatMap(({ version, parts }) => namesOf('change', version, parts));
    const names = [...base, ...changes];
    const read = await this.#client.read<{ payload: string }>(index, names);
    if (read.length < names.length) {
      throw new SearchFault(
        'broken',
        `${names.length - read.length} parts of the statistics are missing`,
      );
    }
    for (const { payload } of read) await takePart(current.counts, payload);
    current.counts.takeChanged();
    current.version = state.version;
    this.#known = current;
    return current.counts;
  }
}

/** What is known of an article of an index. */
type HeldArticle = Pick<ArticleSource, 'article' | 'hash' | 'passages'>;

/** Articles that go out of an index, and the ids of those that come in. */
interface Change {
  readonly gone: readonly HeldArticle[];
  readonly added: readonly Article['id'][];
}

interface Counted {
  /** Of the articles that go. */
  readonly records: readonly ArticleSource[];
  readonly passages: readonly PassageSource[];
  readonly coming: readonly Article[];
}

function stateOf(state: Omit<IndexState, 'isChanging'> & Partial<IndexState>): Document {
  return { id: 'state', source: { kind: 'state', state: { isChanging: false, ...state } } };
}

function namesOf(kind: 'base' | 'change', version: number, parts: number): string[] {
  return Array.from({ length: parts }, (_, at) => `${kind}-${version}-${at}`);
}

/** Counts the passages of an article, and the titles that are new. */
function count(counts: LibraryCounts, article: Article, isNew: (title: string) => boolean): void {
  for (const passage of splitIntoPassages(article)) {
    const text = titleTextOf(passage);
    const title = counts.read(text);
    if (isNew(text)) counts.countTitle(title, 1);
    counts.countPassage(counts.passageOf(passage, title.words), 1);
  }
}

/** Words as the index gives them back, by their forms. */
function readForms(counts: LibraryCounts, text: string) {
  const forms = text === '' ? [] : text.split(' ');
  const formNumbers = forms.map((form) => {
    const term = termOf(form);
    return term === undefined ? -1 : counts.lexicon.numberOfForm(form, term);
  });
  return { forms, formNumbers, words: counts.termsOf(formNumbers) };
}

function digestOf(hashes: Hashes): string {
  const lines = [...hashes].map(([id, hash]) => `${id}\t${hash}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('base64url');
}

/** So many articles are read for one request. */
function* groupsOf(articles: Iterable<Article>): Generator<Article[]> {
  let group: Article[] = [];
  let paragraphs = 0;
  for (const article of articles) {
    group.push(article);
    paragraphs += article.paragraphs.length;
    if (paragraphs < 500) continue;
    yield group;
    [group, paragraphs] = [[], 0];
  }
  if (group.length > 0) yield group;
}
