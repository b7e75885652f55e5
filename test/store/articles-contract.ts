import { expect, it } from '@jest/globals';
import type { Article } from '../../src/library/article.ts';
import type { Act, ArticleVersion, Proposal } from '../../src/library/article-store.ts';
import { StoredArticles } from '../../src/store/articles.ts';
import type { Database } from '../../src/store/database.ts';
import { Feedback } from '../../src/store/feedback.ts';
import { StoredFeeds } from '../../src/store/feeds.ts';
import { QuestionArchive } from '../../src/store/question-archive.ts';
import { madeArticle } from '../search/made-article.ts';
import { openQuestions, useOf } from '../support/asked.ts';

const sha256 = 'a'.repeat(64);
const words = ['The pact was signed in the harbour.', 'Nobody said what it had cost them.'];
const pact = madeArticle('pact-2020', words, {
  title: 'The Pact',
  published: '2020-05' as Article['published'],
  url: 'https://www.example.org/pact/?utm_source=x',
  source: { file: 'pact.pdf', sha256 },
} as Partial<Article>);

let acts = 0;

/** Something that somebody does for the first time. */
function act(person = 'U1', more: Partial<Act> = {}): Act {
  acts += 1;
  return { key: `act ${acts}`, person, team: 'T1', channel: 'C1', ...more };
}

function open(database: Database, library = 'main') {
  const use = useOf(database);
  return new StoredArticles({ read: use, write: use }, { library });
}

function proposed(proposal: Proposal | 'withdrawn'): Proposal {
  if (proposal === 'withdrawn') throw new Error('It was withdrawn');
  return proposal;
}

const proposal = { article: pact, format: 'pdf', leftOut: ['Share this'] };

const articleOf = ({ article }: ArticleVersion) => article;

/** What the articles of a library promise, whichever database keeps them. */
export function keepsArticles(openDatabase: () => Promise<Database>): void {
  const fresh = async () => open(await openDatabase());

  it('hold what was added, as it was added', async () => {
    const store = await fresh();
    expect(await store.add(pact, act())).toEqual({ kind: 'done', version: 1 });
    expect((await store.latest(['pact-2020', 'nothing'])).map(articleOf)).toEqual([pact]);
    const other = { ...pact, title: 'Another' };
    expect(await store.add(other, act())).toEqual({ kind: 'taken' });
  });

  it('do once what is asked for twice by one click, at the same time too', async () => {
    const store = await fresh();
    const click = act();
    const outcomes = await Promise.all([1, 2, 3].map(() => store.add(pact, click)));
    const kinds = outcomes.map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['done', 'repeated', 'repeated']);
    expect(await store.historyOf('pact-2020')).toHaveLength(1);
  });

  it('keep a proposal until one person accepts it, and tell the next one who did', async () => {
    const store = await fresh();
    const { id } = proposed(await store.propose(proposal, act('U1')));
    expect((await store.latest(['pact-2020'])).map(articleOf)).toEqual([]);
    expect(await store.proposals(10)).toMatchObject([
      { id, person: 'U1', leftOut: ['Share this'] },
    ]);
    const two = await Promise.all([store.accept(id, act('U2')), store.accept(id, act('U3'))]);
    expect(two.map(({ kind }) => kind).sort()).toEqual(['done', 'overtaken']);
    const winner = two[0]?.kind === 'done' ? 'U2' : 'U3';
    expect(two.find(({ kind }) => kind === 'overtaken')).toMatchObject({
      by: { deed: 'added', person: winner },
    });
    expect((await store.latest(['pact-2020'])).map(articleOf)).toEqual([pact]);
    expect(await store.proposals(10)).toEqual([]);
    expect(await store.proposal(id)).toMatchObject({ state: 'accepted', settledBy: winner });
    const history = await store.historyOf('pact-2020');
    expect(history.map(({ deed, person }) => [deed, person])).toEqual([
      ['added', winner],
      ['proposed', 'U1'],
    ]);
  });

  it('keep one proposal of what two people propose, and of what one delivers twice', async () => {
    const store = await fresh();
    const first = act('U1');
    const three = [first, first, act('U2')].map((each) => store.propose(proposal, each));
    const ids = (await Promise.all(three)).map((each) => proposed(each).id);
    expect(new Set(ids).size).toBe(1);
  });

  it('take a proposal as it was amended, under another id too, and forget one that is discarded', async () => {
    const store = await fresh();
    const { id } = proposed(await store.propose(proposal, act()));
    const amended = { ...pact, id: 'pact-2020-2', title: 'The Pact of 2020' };
    expect(await store.amend(id, amended, act('U2'))).toMatchObject({ kind: 'done' });
    await store.accept(id, act('U2'));
    expect((await store.latest(['pact-2020-2'])).map(articleOf)).toEqual([amended]);
    const history = await store.historyOf('pact-2020-2');
    expect(history.map(({ deed, fields }) => [deed, fields])).toEqual([
      ['added', []],
      ['corrected', ['id', 'title']],
      ['proposed', []],
    ]);
    const other = { ...proposal, article: madeArticle('other-2021', ['Other words.']) };
    const second = proposed(await store.propose(other, act()));
    expect(await store.discard(second.id, act('U3'))).toMatchObject({ kind: 'done' });
    expect(await store.proposal(second.id)).toMatchObject({
      state: 'discarded',
      article: undefined,
    });
    expect(await store.accept(second.id, act())).toMatchObject({
      kind: 'overtaken',
      by: { deed: 'discarded', person: 'U3' },
    });
  });

  it('keep each version when a record is corrected or the source has changed', async () => {
    const store = await fresh();
    await store.add(pact, act());
    const corrected = { ...pact, authors: ['Jane Roe'] };
    expect(await store.correct(pact, corrected, act('U2'))).toEqual({ kind: 'done', version: 2 });
    expect(await store.correct(pact, { ...pact, title: 'Late' }, act('U3'))).toMatchObject({
      kind: 'overtaken',
      by: { deed: 'corrected', person: 'U2', fields: ['authors'] },
    });
    const changed = { ...corrected, paragraphs: [{ number: 1, text: 'Other words.' }] };
    expect(await store.replace(corrected, changed, act(''))).toEqual({ kind: 'done', version: 3 });
    expect((await store.latest(['pact-2020'])).map(articleOf)).toEqual([changed]);
    const versions = await store.versionsOf('pact-2020');
    expect(versions.map(({ version, article }) => [version, article])).toEqual([
      [3, changed],
      [2, corrected],
      [1, pact],
    ]);
    expect((await store.historyOf('pact-2020'))[0]).toMatchObject({
      deed: 'replaced',
      fields: ['text'],
      version: 3,
    });
  });

  it('keep the article of a folder as the first version of its correction', async () => {
    const store = await fresh();
    const corrected = { ...pact, title: 'The Pact, corrected' };
    expect(await store.correct(pact, corrected, act())).toEqual({ kind: 'done', version: 2 });
    expect((await store.versionsOf('pact-2020')).map(({ article }) => article)).toEqual([
      corrected,
      pact,
    ]);
    const { changes } = await store.changesSince(0, 10);
    expect(changes).toMatchObject([{ version: 2, folderDigest: expect.any(String) }]);
  });

  it('take in the articles of a folder, and only what is new in them', async () => {
    const store = await fresh();
    const publish = async (...articles: Article[]) =>
      (await store.publish(articles)).map(({ became }) => became);
    const other = madeArticle('other', ['Other words.']);
    expect(await publish(pact, other)).toEqual(['added', 'added']);
    expect(await publish(pact, other)).toEqual(['unchanged', 'unchanged']);
    const corrected = { ...pact, title: 'The Pact, corrected' };
    await store.correct(pact, corrected, act());
    expect(await publish(pact)).toEqual(['unchanged']);
    expect((await store.latest(['pact-2020'])).map(articleOf)).toEqual([corrected]);
    const edited = { ...pact, title: 'The Pact, edited' };
    expect(await publish(edited)).toEqual(['replaced']);
    expect(await publish(edited)).toEqual(['unchanged']);
    expect(await publish(pact)).toEqual(['replaced']);
    expect((await store.versionsOf('pact-2020')).map(({ article }) => article.title)).toEqual([
      ...['The Pact', 'The Pact, edited', 'The Pact, corrected', 'The Pact'],
    ]);
    expect((await store.historyOf('pact-2020'))[0]).toMatchObject({
      deed: 'replaced',
      person: '',
      fields: ['title'],
    });
    await store.remove(other, act());
    await store.erase(pact, act());
    expect(await publish(pact, other)).toEqual(['withdrawn', 'removed']);
  });

  it('take in many at once, each with a watermark of its own', async () => {
    const store = await fresh();
    await store.publish(Array.from({ length: 45 }, (_, i) => madeArticle(`p-${i}`, ['Words.'])));
    const ids = new Set<string>();
    for (let [from, isComplete] = [0, false]; !isComplete; ) {
      const page = await store.changesSince(from, 7);
      for (const { id } of page.changes) ids.add(id);
      [from, isComplete] = [page.watermark, page.isComplete];
    }
    expect(ids.size).toBe(45);
  });

  it('take a removed article out, keep its words, and bring it back', async () => {
    const store = await fresh();
    await store.add(pact, act());
    expect(await store.remove(pact, act('U2'))).toMatchObject({ kind: 'done' });
    expect(await store.remove(pact, act('U3'))).toMatchObject({
      kind: 'overtaken',
      by: { deed: 'removed', person: 'U2' },
    });
    expect((await store.latest(['pact-2020'])).map(articleOf)).toEqual([]);
    expect(await store.counts()).toMatchObject({ articles: 0 });
    expect((await store.versionsOf('pact-2020')).map(({ article }) => article)).toEqual([pact]);
    expect(await store.restore('pact-2020', act())).toMatchObject({ kind: 'done' });
    expect(await store.restore('pact-2020', act())).toMatchObject({ kind: 'overtaken' });
    expect((await store.latest(['pact-2020'])).map(articleOf)).toEqual([pact]);
  });

  it('keep what was erased out: by its id, its file and its address', async () => {
    const store = await fresh();
    await store.add(pact, act());
    const before = proposed(
      await store.propose({ ...proposal, article: { ...pact, id: 'copy' } }, act()),
    );
    expect(await store.erase(pact, act('U2'))).toMatchObject({ kind: 'done' });
    expect(await store.versionsOf('pact-2020')).toEqual([]);
    expect(await store.proposal(before.id)).toMatchObject({ article: undefined });
    expect(await store.add(pact, act())).toEqual({ kind: 'withdrawn' });
    const sameFile = madeArticle('a', words, { source: { file: 'other.pdf', sha256 } });
    expect(await store.add(sameFile, act())).toEqual({ kind: 'withdrawn' });
    const sameAddress = madeArticle('b', words, { url: 'https://example.org/pact' });
    expect(await store.propose({ ...proposal, article: sameAddress }, act())).toBe('withdrawn');
    expect(await store.restore('pact-2020', act())).toEqual({ kind: 'withdrawn' });
    expect(await store.isErased(sameAddress)).toBe(true);
    expect(await store.isErased(madeArticle('c', words))).toBe(false);
    expect((await store.historyOf('pact-2020'))[0]).toMatchObject({ deed: 'erased', person: 'U2' });
  });

  it('forget, with the words of an article, the questions that copied them', async () => {
    const database = await openDatabase();
    const { answer, ask } = openQuestions(useOf(database), { clock: () => 1 });
    const long = 'It was agreed in the year of the flood that the harbour be shared by both.';
    const given = { outcome: 'answered', answer: '[]', replyTs: '1.2' } as const;
    const copied = await answer('k1', given, { text: `verify "${long}"` });
    const own = await answer('k2', given, { text: 'Who agreed to share the harbour, and when?' });
    const waiting = await ask('k3', { text: `check: ${long}` });
    const feedback = new Feedback(useOf(database));
    const verdict = { person: 'U1', verdict: 'unhelpful' } as const;
    await feedback.setFeedback({ ...verdict, question: copied.id, reason: `It says: ${long}` });
    await feedback.setFeedback({ ...verdict, question: own.id, reason: 'It is about a harbour.' });
    // The store never had it: it is a folder's.
    await open(database).erase(madeArticle('flood', [long]), act());
    const archive = new QuestionArchive(useOf(database));
    expect(await archive.byId(copied.id)).toMatchObject({ text: undefined });
    expect(await archive.byId(waiting.id)).toMatchObject({ text: undefined, status: 'open' });
    expect(await archive.byId(own.id)).toMatchObject({ text: own.text });
    const reasons = await database.db
      .selectFrom('feedback')
      .select('reason')
      .orderBy('reason')
      .execute();
    expect(reasons.map(({ reason }) => reason).sort()).toEqual(['It is about a harbour.', null]);
  });

  it('forget what a feed said of an article, and not that it had it', async () => {
    const database = await openDatabase();
    const feeds = new StoredFeeds(useOf(database), 'main');
    const lease = { holder: 'p1', until: 0 };
    const feed = { id: 'f1', address: 'https://a.example/feed', title: 'A', failures: 0 };
    const by = { team: 'T1', person: 'U1', addedAt: 1, validators: {}, wasTold: false };
    await feeds.add({ ...feed, ...by, nextAt: 1 }, lease);
    const item = (key: string, title: string) => ({
      ...{ feed: feed.id, key, address: `https://a.example/${key}`, tries: 0 },
      record: { title, authors: ['Mara Keel'] },
    });
    await feeds.note([item('pact', 'The Pact'), item('ice', 'Ice')], 'link', 1);
    await feeds.settle(item('pact', 'The Pact'), 'article', 'pact-2020');
    await open(database).erase(pact, act());
    const rows = await database.db
      .selectFrom('feed_items')
      .select(['key', 'record', 'state'])
      .execute();
    expect(JSON.stringify(rows)).not.toMatch(/The Pact/);
    expect(JSON.stringify(rows)).toMatch(/Ice/);
    expect(await feeds.known(feed.id, ['pact'])).toEqual(new Set(['pact']));
  });

  it('tell what changed since a watermark, each article once, in pages too', async () => {
    const store = await fresh();
    expect(await store.watermark()).toBe(0);
    const three = ['a', 'b', 'c'].map((id) => madeArticle(id, [`Words of ${id}.`]));
    for (const article of three) await store.add(article, act());
    const seen = await store.watermark();
    await store.remove(three[1] as Article, act());
    await store.correct(three[0] as Article, { ...(three[0] as Article), title: 'New' }, act());
    const since = await store.changesSince(seen, 10);
    expect(since.changes.map(({ id, state }) => [id, state])).toEqual([
      ['b', 'removed'],
      ['a', 'held'],
    ]);
    expect(since).toMatchObject({ watermark: await store.watermark(), isComplete: true });
    expect((await store.changesSince(since.watermark, 10)).changes).toEqual([]);
    const first = await store.changesSince(0, 2);
    const second = await store.changesSince(first.watermark, 2);
    expect([first.isComplete, second.isComplete]).toEqual([false, true]);
    const ids = [...first.changes, ...second.changes].map(({ id }) => id);
    expect(ids).toEqual(['c', 'b', 'a']);
  });

  it('lose no change that is made while others are', async () => {
    const store = await fresh();
    const all = Array.from({ length: 8 }, (_, i) => madeArticle(`m-${i}`, ['Words.']));
    await Promise.all(all.map((article) => store.add(article, act())));
    const { changes, watermark } = await store.changesSince(0, 100);
    expect(new Set(changes.map((change) => change.watermark)).size).toBe(8);
    expect(watermark).toBe(8);
  });

  it('are read by pages and counted, without what was removed', async () => {
    const store = await fresh();
    const dated = (id: string, published?: string) =>
      madeArticle(id, ['One.', 'Two.'], published ? ({ published } as Partial<Article>) : {});
    const all = [dated('a'), dated('b', '2019'), dated('c', '2021-03-02'), dated('d', '2021-03')];
    for (const article of all) await store.add(article, act());
    await store.add(madeArticle('e', ['Ours.'], { text: 'brief', review: ['title'] }), act());
    await store.propose(proposal, act());
    const records = await store.records(0, 4);
    expect(records.map(({ id }) => id)).toEqual(['c', 'd', 'b', 'a']);
    expect(records[0]).not.toHaveProperty('paragraphs');
    expect((await store.records(4, 4)).map(({ id }) => id)).toEqual(['e']);
    const page = await store.pageAfter(undefined, 3);
    expect(page).toEqual(all.slice(0, 3));
    expect((await store.pageAfter('c', 3)).map(({ id }) => id)).toEqual(['d', 'e']);
    expect(await store.counts()).toEqual({
      articles: 5,
      briefs: 1,
      paragraphs: 9,
      toReview: 1,
      waiting: 1,
    });
    await store.remove(all[0] as Article, act());
    expect(await store.counts()).toMatchObject({ articles: 4, paragraphs: 7 });
  });

  it('are those of one library: another one knows nothing of them', async () => {
    const database = await openDatabase();
    const [mine, theirs] = [open(database, 'mine'), open(database, 'theirs')];
    const click = act();
    await mine.add(pact, click);
    const { id } = proposed(
      await mine.propose({ ...proposal, article: { ...pact, id: 'b' } }, act()),
    );
    expect(await theirs.watermark()).toBe(0);
    expect((await theirs.latest(['pact-2020'])).map(articleOf)).toEqual([]);
    expect(await theirs.versionsOf('pact-2020')).toEqual([]);
    expect(await theirs.historyOf('pact-2020')).toEqual([]);
    expect(await theirs.proposal(id)).toBeUndefined();
    expect(await theirs.accept(id, act())).toMatchObject({ kind: 'overtaken' });
    expect(await theirs.restore('pact-2020', act())).toMatchObject({ kind: 'overtaken' });
    await theirs.erase(pact, act());
    expect((await mine.latest(['pact-2020'])).map(articleOf)).toEqual([pact]);
    expect(await mine.add(madeArticle('c', words, { url: pact.url ?? '' }), act())).toMatchObject({
      kind: 'done',
    });
  });

  it('keep no name of a person who was forgotten', async () => {
    const database = await openDatabase();
    const store = open(database);
    const { id } = proposed(await store.propose(proposal, act('U1')));
    await store.accept(id, act('U2'));
    const archive = new QuestionArchive(useOf(database));
    await archive.forget('T1', 'U1');
    await archive.forget('T1', 'U2');
    const history = await store.historyOf('pact-2020');
    expect(history.map(({ deed, person }) => [deed, person])).toEqual([
      ['added', ''],
      ['proposed', ''],
    ]);
    expect(await store.proposal(id)).toMatchObject({ person: '', settledBy: '' });
  });
}
