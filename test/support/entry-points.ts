import { type AnswerParts, answer } from '../../src/answer/answer.ts';
import { textFragment } from '../../src/answer/citation.ts';
import { answerClaim } from '../../src/answer/claim.ts';
import { noteworthyIn } from '../../src/answer/noteworthy.ts';
import { openLibrary } from '../../src/answer/open-library.ts';
import { passagesOn, readTopics } from '../../src/answer/topics.ts';
import { readOrder } from '../../src/digests/order.ts';
import type { Article } from '../../src/library/article.ts';
import { joinTopics } from '../../src/library/differing-topics.ts';
import { parseArticle } from '../../src/library/parse-article.ts';
import { readThesaurus } from '../../src/library/thesaurus.ts';
import { readIntent } from '../../src/questions/intent.ts';
import { createSearch } from '../../src/search/engines/embedded-search.ts';
import { loadBackground } from '../../src/search/query/background.ts';
import { readSlackText } from '../../src/slack/text.ts';
import { verifyAll } from '../../src/verify/verify.ts';
import { withWording } from '../../src/verify/wording-writer.ts';
import { outcomeOf } from '../import/imported.ts';

/** Everything that takes a text from outside, by what a person would call it. */
export type EntryPoints = Readonly<Record<string, (text: string) => unknown>>;

/** The entry points of a bot with the shipped articles. */
export async function entryPoints(): Promise<EntryPoints> {
  const parts = await openLibrary(['seeds'], 'data/never-written.index');
  return { ...questionPoints(parts), ...(await verifyPoints(parts)), ...(await libraryPoints()) };
}

function questionPoints(parts: AnswerParts): EntryPoints {
  const ask = (text: string, thread: readonly string[] = []) => answer({ text, thread }, parts);
  const inQuotes = (text: string) => `"${text.replaceAll('"', '')}"`;
  return {
    'a message': (text) => readSlackText(text),
    'a command': (text) => readIntent(text),
    'a question': (text) => ask(text),
    'an earlier question': (text) => ask('and what about it?', [text]),
    'a filter': (text) => ask(`border author:${inQuotes(text)}`),
    'a phrase': (text) => ask(`border ${inQuotes(text)}`),
    'an excluded phrase': (text) => ask(`border -${inQuotes(text)}`),
    'a message whose claims are looked up': (text) =>
      answerClaim(text, (claim) => ask(claim.text), parts.library),
    'topics of a digest': async (text) => {
      const read = readTopics(text);
      if ('topics' in read) await passagesOn(read.topics.slice(0, 3), parts);
    },
    'an order for digests': (text) => readOrder(`09:00 ${text}`),
  };
}

async function verifyPoints(parts: AnswerParts): Promise<EntryPoints> {
  const library = await withWording(parts.library);
  const [article] = library.articles.values();
  const stored = article?.paragraphs[0]?.text.slice(0, 80) ?? '';
  return {
    'a quotation': (text) => verifyAll(text, library),
    'quotations of a message': (text) => verifyAll(`“${text}” and “${text}”`, library),
    'a name beside a quotation': (text) => verifyAll(`“${stored}” ${text}`, library),
  };
}

async function libraryPoints(): Promise<EntryPoints> {
  const background = await loadBackground();
  const thesaurus = { actors: [], synonyms: [] };
  return {
    'a text that is imported': (text) => outcomeOf(text, 'plain'),
    'Markdown that is imported': (text) => outcomeOf(text, 'markdown'),
    "an article's file": (text) => parseArticle(`---\nid: a\ntitle: A title\n---\n${text}`),
    "an article's record": (text) => parseArticle(`---\nid: a\ntitle: ${text}\n---\nSome text.`),
    'a thesaurus': (text) => readThesaurus(text),
    'a name of a thesaurus': (text) =>
      createSearch({
        articles: [],
        thesaurus: { actors: [[text, 'China']], synonyms: [[text, 'Russia']] },
        background,
      }),
    'the text of an article': async (text) => {
      const article = articleOf(text);
      const search = createSearch({ articles: [article], thesaurus, background });
      const library = {
        articles: new Map([['a', article]]),
        thesaurus,
        differing: joinTopics([]),
        problems: [],
      };
      await answer({ text: text.slice(0, 80) }, { library, search });
    },
    'the text of a digest': (text) =>
      noteworthyIn({
        articles: new Map([['a', articleOf(text)]]),
        thesaurus,
        differing: joinTopics([]),
        problems: [],
      }),
    'the address of a quote': (text) => textFragment('https://example.org/a', text),
  };
}

function articleOf(text: string): Article {
  const paragraphs = text.split('\n').map((line, index) => ({ number: index + 1, text: line }));
  return {
    ...{ id: 'a', title: 'A title', authors: [], language: 'en', text: 'original' },
    ...{ inferred: [], paragraphs },
  };
}
