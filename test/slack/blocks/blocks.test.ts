import { describe, expect, it } from '@jest/globals';
import type { KnownBlock, ModalView } from '@slack/types';
import fc from 'fast-check';
import {
  type Check,
  homeView as home,
  modalView,
  problemsOf,
  refuseMessage,
  textLength,
} from 'slack-standin/block-kit';
import type { Answer, Answered } from '../../../src/answer/answer.ts';
import { citationLine, cite, shortCitation } from '../../../src/answer/citation.ts';
import type { CitedQuote } from '../../../src/answer/quote.ts';
import { type CitationStyle, citationStyles } from '../../../src/cite/citation-styles.ts';
import { sourceOf } from '../../../src/cite/source.ts';
import { languageCodes } from '../../../src/language/languages.ts';
import type { Article } from '../../../src/library/article.ts';
import { joinTopics } from '../../../src/library/differing-topics.ts';
import type { Library } from '../../../src/library/library.ts';
import type { PartialDate } from '../../../src/library/partial-date.ts';
import { proposalBlocks, settledBlocks } from '../../../src/slack/blocks/addition-blocks.ts';
import { answerBlocks } from '../../../src/slack/blocks/answer-blocks.ts';
import { answerModal } from '../../../src/slack/blocks/answer-modals.ts';
import { limits, type Reply } from '../../../src/slack/blocks/block-kit.ts';
import {
  type CiteParts,
  citeModal,
  readCited,
  readCiteView,
} from '../../../src/slack/blocks/cite-modal.ts';
import {
  forgottenBlocks,
  helpBlocks,
  incompleteBlocks,
  statusBlocks,
} from '../../../src/slack/blocks/command-blocks.ts';
import { contextModal } from '../../../src/slack/blocks/context-modal.ts';
import { homeView } from '../../../src/slack/blocks/home-view.ts';
import { eraseModal, removeModal } from '../../../src/slack/blocks/keeping-modals.ts';
import { recordModal } from '../../../src/slack/blocks/record-modal.ts';
import { articleBlocks, sourcesBlocks } from '../../../src/slack/blocks/sources-blocks.ts';
import { timelineBlocks, timelinePages } from '../../../src/slack/blocks/timeline-blocks.ts';
import { escapeSlackText } from '../../../src/slack/text.ts';
import { saying } from '../../../src/texts/message.ts';
import { queryTexts } from '../../../src/texts/query.ts';
import { sayIn } from '../../../src/texts/say.ts';
import { madeArticle } from '../../search/made-article.ts';
import { anyArticle, anyQuote, hostileText, longestQuote } from '../hostile.ts';

const say = sayIn('en');
const anySay = fc.constantFrom(...languageCodes).map(sayIn);
const texts = fc.array(hostileText, { maxLength: 15 });
/** Notes and problems, whatever stands in them. */
const sayings = texts.map((some) => some.map((text) => saying(queryTexts.tooCommon, { text })));
const reading = {
  question: hostileText,
  filters: fc.array(fc.record({ name: fc.constant('author' as const), value: hostileText })),
  notes: sayings,
  missing: texts,
};
const controls = {
  question: '01J0000000',
  page: 0,
  shareable: true,
  hasMore: true,
  feedback: true,
};

/** What Slack would say against a reply, beyond the stand-in's check our own budget. */
function refusals({ text, blocks }: Reply): unknown[] {
  const budget = [
    blocks.length > limits.blocksInMessage && `${blocks.length} blocks`,
    textLength(blocks) > limits.charactersInMessage && `${textLength(blocks)} characters`,
    text.length > limits.fallbackText && `fallback of ${text.length} characters`,
    text === '' && 'no fallback',
    /[<>]|&(?!(?:amp|lt|gt);)/.test(text) && `markup in the fallback: ${text}`,
  ].filter((problem) => problem !== false);
  const refusal = refuseMessage({ text, blocks });
  return refusal ? [...budget, refusal] : budget;
}

const viewProblems = (check: Check, view: object) => problemsOf(check, view, '/view');

/** The texts that stand in blocks of one type, each joined. */
function textsOf(blocks: readonly KnownBlock[], type: string): string[] {
  const joined = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return '';
    return Object.entries(value)
      .map(([name, entry]) =>
        name === 'text' && typeof entry === 'string' ? entry : joined(entry),
      )
      .join('');
  };
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && value.type === type) found.push(joined(value));
    else for (const entry of Object.values(value)) visit(entry);
  };
  visit(blocks);
  return found;
}

/** The words of each passage: an original's in a quote, a brief's behind "In brief, after …". */
function wordsIn(blocks: readonly KnownBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'rich_text') return [];
    const [part] = block.elements;
    if (part?.type === 'rich_text_quote') return textsOf([block], 'rich_text_quote');
    const [label, ...words] = part?.type === 'rich_text_section' ? part.elements : [];
    const isBrief = label?.type === 'text' && label.text.startsWith('In brief, after ');
    return isBrief ? [words.map((each) => ('text' in each ? each.text : '')).join('')] : [];
  });
}

function libraryOf(articles: readonly Article[], problems: readonly string[] = []): Library {
  const byId = new Map(articles.map((article) => [article.id, article]));
  return {
    articles: byId,
    thesaurus: { actors: [], synonyms: [] },
    differing: joinTopics([]),
    problems,
  };
}

function answered(quotes: readonly CitedQuote[]): Answered {
  return {
    kind: 'answered',
    question: 'q',
    filters: [],
    notes: [],
    missing: [],
    quotes,
    further: [],
    differing: [],
  };
}

describe('an answer', () => {
  it('is taken by Slack, whatever is asked and found', () => {
    const quotes = fc.array(anyQuote, { minLength: 1, maxLength: 10 });
    const answer = fc.record({
      ...reading,
      quotes,
      further: fc.constant([]),
      differing: fc.constant([]),
    });
    fc.assert(
      fc.property(answer, fc.boolean(), anySay, (found, hasControls, say) => {
        const reply = answerBlocks(
          { kind: 'answered', ...found },
          say,
          hasControls ? controls : undefined,
        );
        expect(refusals(reply)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('shows every quote and citation whole, or not at all and says where it stands', () => {
    fc.assert(
      fc.property(fc.array(anyQuote, { minLength: 1, maxLength: 10 }), (quotes) => {
        const { blocks } = answerBlocks(answered(quotes), say, controls);
        const shown = wordsIn(blocks);
        const cited = textsOf(blocks, 'section').map((text) =>
          text.replace(/Read in context.*$/, ''),
        );
        expect(cited).toHaveLength(shown.length);
        const pairs = quotes.flatMap(({ text, citation }) =>
          [citationLine, shortCitation].map((cite) => `${text}\n— ${cite(citation, say)}`),
        );
        expect(pairs).toEqual(
          expect.arrayContaining(shown.map((text, index) => `${text}\n${cited[index]}`)),
        );
        const hint = textsOf(blocks, 'context').find((text) => text.startsWith('Too long'));
        expect(hint !== undefined).toBe(shown.length < quotes.length);
      }),
      { numRuns: 100 },
    );
  });

  it('cites each article in full once, and shortly after that', () => {
    const quoteFrom = (id: string, author: string, text: string) => {
      const article = madeArticle(id, [text], { authors: [author], title: id });
      const place = { start: 0, end: text.length };
      const paragraph = { number: 1, text };
      return { ...longestQuote(id), text, citation: cite(article, paragraph, place) };
    };
    const quotes = [
      quoteFrom('a', 'Ann', 'One.'),
      quoteFrom('b', 'Bob', 'Two.'),
      quoteFrom('a', 'Ann', 'Three.'),
    ];
    const { blocks } = answerBlocks(answered(quotes), say, controls);
    const cited = textsOf(blocks, 'section').map((text) => text.replace(/Read in.*$/, ''));
    expect(cited).toEqual([
      '— Ann, "a," n.d., para. 1, counted (original)',
      '— Bob, "b," n.d., para. 1, counted (original)',
      '— Ann, n.d., para. 1, counted (original)',
    ]);
  });

  it('says where sources differ above the quotes, within the same limits', () => {
    const sides = fc.array(
      fc.record({ quote: anyQuote, sentence: hostileText, figure: hostileText }),
      { minLength: 2, maxLength: 5 },
    );
    fc.assert(
      fc.property(sides, hostileText, anySay, (differing, title, say) => {
        const quotes = differing.map(({ quote }) => quote);
        const found = { ...answered(quotes), differing: [{ title, sides: differing }] };
        expect(refusals(answerBlocks(found, say, controls))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('shows three of the longest quotes with the longest citations', () => {
    const quotes = ['a', 'b', 'c'].map(longestQuote);
    const note = saying(queryTexts.tooCommon, { text: 'x'.repeat(500) });
    const notes = Array(10).fill(note);
    const filters = Array(9).fill({ name: 'author', value: 'x'.repeat(500) });
    const reply = answerBlocks({ ...answered(quotes), notes, filters }, say, controls);
    expect(refusals(reply)).toEqual([]);
    expect(textsOf(reply.blocks, 'rich_text_quote')).toEqual(quotes.map(({ text }) => text));
  });

  it('names those of ten longest quotes for which there is no room', () => {
    const quotes = [...'abcdefghij'].map(longestQuote);
    const { blocks } = answerBlocks(answered(quotes), say, controls);
    expect(textsOf(blocks, 'rich_text_quote')).toHaveLength(4);
    expect(textsOf(blocks, 'context')).toContain(
      `Too long for this message: ${[...'efghij'].map((id) => `${id}, para. 99999`).join('; ')}.`,
    );
  });

  it('has the first quote and its citation, escaped, as its text', () => {
    const quote = { ...longestQuote('a'), text: 'Tom & <Jerry>' };
    const other = longestQuote('b');
    const { text } = answerBlocks(answered([quote, other]), say);
    expect(text).toBe(
      `“Tom &amp; &lt;Jerry&gt;” — ${escapeSlackText(citationLine(quote.citation, say))}`,
    );
    const ampersands = { ...quote, text: '&'.repeat(800) };
    expect(answerBlocks(answered([ampersands]), say).text).toBe(
      escapeSlackText(citationLine(quote.citation, say)),
    );
  });

  it('sets a brief as our retelling, without a quote and without quotation marks', () => {
    const words = 'Seoul waits.';
    const brief = madeArticle('a', [words], { text: 'brief', authors: ['Ann'], title: 'A' });
    const place = { start: 0, end: words.length };
    const citation = cite(brief, { number: 1, text: words }, place);
    const quote = { ...longestQuote('a'), text: words, citation };
    const { text, blocks } = answerBlocks(answered([quote]), say);
    expect(text).toBe(
      'In brief, after Ann: Seoul waits. — Ann, "A," n.d., para. 1, counted (brief)',
    );
    expect(textsOf(blocks, 'rich_text_quote')).toEqual([]);
    expect(textsOf(blocks, 'rich_text_section')).toContain('In brief, after Ann: Seoul waits.');
  });

  it('sets the words asked for in bold, and links the citation', () => {
    const url = 'https://example.org/a';
    const article = madeArticle('a', ['x'], { authors: ['Ann'], title: 'A', url });
    const words16 = { start: 0, end: 15 };
    const citation = cite(article, { number: 1, text: 'THAAD and Seoul' }, words16);
    const link = `${url}#:~:text=THAAD%20and%20Seoul`;
    const quote = {
      ...longestQuote('a'),
      text: 'THAAD and Seoul',
      matches: [
        { start: 0, end: 5 },
        { start: 3, end: 9 },
        { start: 10, end: 15 },
        { start: 15, end: 15 },
      ],
      citation,
    };
    const [, words, source] = answerBlocks(answered([quote]), say).blocks;
    const bold = { bold: true };
    expect(words).toMatchObject({
      elements: [
        {
          type: 'rich_text_quote',
          elements: [
            { type: 'text', text: 'THAAD', style: bold },
            { type: 'text', text: ' and ' },
            { type: 'text', text: 'Seoul', style: bold },
          ],
        },
      ],
    });
    expect(source).toMatchObject({
      elements: [
        {
          elements: [
            {
              type: 'link',
              url: link,
              text: '— Ann, "A," n.d., para. 1, counted (original)',
            },
          ],
        },
      ],
    });
    expect(JSON.stringify(answerBlocks(answered([quote]), say, controls).blocks)).toContain(link);
  });
});

describe('a timeline', () => {
  it('is taken by Slack, whatever it holds, and shows every quote whole or says where it stands', () => {
    const when = fc.record({
      date: fc.option(fc.constantFrom('2017' as PartialDate, '2017-11-05' as PartialDate), {
        nil: undefined,
      }),
      words: hostileText,
      first: fc.constant('2017-01-01'),
      last: fc.constant('2017-12-31'),
      kind: fc.constantFrom('written' as const, 'approximate' as const, 'published' as const),
    });
    const entry = fc.record({
      quote: anyQuote,
      when: fc.option(when, { nil: undefined }),
    });
    const entries = fc.array(entry, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.record(reading), entries, fc.nat(3), (read, quotes, page) => {
        const answer = { ...read, ...answered(quotes.map(({ quote }) => quote)) };
        const timeline = { answer, entries: quotes, order: 'newest' as const, page };
        const reply = timelineBlocks(timeline, say, controls);
        const shown = wordsIn(reply.blocks);
        const due = (timelinePages(quotes)[page] ?? []).map(({ quote }) => quote.text);
        expect(due).toEqual(expect.arrayContaining(shown));
        const hint = textsOf(reply.blocks, 'context').find((text) => text.startsWith('Too long'));
        expect(hint !== undefined).toBe(shown.length < due.length);
        expect(refusals(reply)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('an answer that is none', () => {
  it('is taken by Slack, whatever was asked', () => {
    const unknown = fc.record({
      kind: fc.constant('unknown' as const),
      ...reading,
      nearest: texts,
      ruledOut: fc.boolean(),
    });
    const unreadable = fc.record({
      kind: fc.constant('unreadable' as const),
      question: hostileText,
      problems: sayings,
    });
    fc.assert(
      fc.property(fc.oneof(unknown, unreadable), anySay, (answer, say) => {
        expect(refusals(answerBlocks(answer, say, controls))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('says what is missing, what was ruled out, and what comes nearest', () => {
    const unknown: Answer = {
      kind: 'unknown',
      question: 'q',
      filters: [],
      notes: [],
      missing: Array.from({ length: 12 }, (_, index) => `w${index}`),
      nearest: ['A <title>'],
      ruledOut: true,
    };
    const { text } = answerBlocks(unknown, say);
    expect(text).toMatch(/^The library has no answer to that\. Nothing here mentions: “w0”, /);
    expect(text).toMatch(/“w9” and 2 more\. Without the filters/);
    expect(text).toMatch(/The nearest titles, which do not answer it: “A &lt;title&gt;”\.$/);
  });
});

describe('the other replies', () => {
  it('are taken by Slack, whatever the library holds', () => {
    const library = fc
      .tuple(fc.array(anyArticle, { maxLength: 30 }), texts)
      .map(([articles, problems]) => libraryOf(articles, problems));
    fc.assert(
      fc.property(library, hostileText, anySay, (held, typed, say) => {
        const [first = typed] = held.articles.keys();
        const replies = [
          sourcesBlocks(held, '/sino-russia', say),
          ...cardsOf(held.articles.get(first), held.problems),
          articleBlocks(held, first, [], say),
          articleBlocks(held, typed, [], say),
          statusBlocks(held, say),
        ];
        expect(replies.flatMap(refusals)).toEqual([]);
      }),
      { numRuns: 50 },
    );
    const command = `/${'x'.repeat(31)}`;
    const incomplete = (['timeline', 'verify', 'article', 'add', 'ask'] as const).map((word) =>
      incompleteBlocks(word, command, say),
    );
    const fixed = [
      helpBlocks(command, say),
      forgottenBlocks(0, say),
      forgottenBlocks(1, say),
      ...incomplete,
    ];
    expect(fixed.flatMap(refusals)).toEqual([]);
  });

  it('list whole articles, newest first, and say how many are not listed', () => {
    const many = Array.from({ length: 30 }, (_, index) => {
      const { article: id } = longestQuote(`a-${index}`);
      const published = `${1990 + index}` as NonNullable<Article['published']>;
      return { id, title: `T${index}`, published };
    });
    const articles = many.map((record) => ({
      ...record,
      authors: [],
      language: 'en',
      text: 'brief' as const,
      inferred: [],
      paragraphs: [],
    }));
    const { blocks } = sourcesBlocks(libraryOf(articles), '/desk', say);
    expect(textsOf(blocks, 'rich_text')).toEqual(['The library holds 30 articles.']);
    const lines = textsOf(blocks, 'section');
    expect(lines[0]).toBe('"T29," 2019 (brief) — a-29Read');
    expect(lines).toHaveLength(25);
    expect(textsOf(blocks, 'context')[0]).toMatch(/^5 more are not listed\. \/desk article ID/);
  });
});

describe('the record of an article', () => {
  it('names the file that an original was made from, not the one that a brief retells', () => {
    const source = { file: 'page.html', sha256: 'a'.repeat(64) };
    const library = libraryOf([
      madeArticle('own', ['Said.'], { source }),
      madeArticle('retold', ['Said.'], { source, text: 'brief' }),
    ]);
    expect(JSON.stringify(articleBlocks(library, 'own', [], say))).toContain(
      'Made from page.html.',
    );
    expect(JSON.stringify(articleBlocks(library, 'retold', [], say))).not.toContain('page.html');
  });
});

/** A proposal of an article, of which something was left out. */
function proposalOf(article: Article, leftOut: readonly string[]) {
  const asked = { person: 'U1', team: 'T1', channel: 'C1', proposedAt: 0 };
  return { ...asked, id: 'p1', state: 'waiting' as const, article, format: 'html', leftOut };
}

/** Every card that an article may have. */
function cardsOf(article: Article | undefined, leftOut: readonly string[]) {
  if (!article) return [];
  const proposal = proposalOf(article, leftOut);
  const other = { ...article, paragraphs: article.paragraphs.slice(1) };
  const settled = { kind: 'accepted', person: 'U1', id: article.id, title: article.title } as const;
  return [
    proposalBlocks({ proposal, librarians: [] }, say),
    proposalBlocks({ proposal, before: other, librarians: ['U1', 'U2'], unread: 3 }, say),
    settledBlocks(settled, say),
  ];
}

describe('views', () => {
  it('name on the Home tab what waits to be looked over', () => {
    const library = libraryOf([
      madeArticle('a', ['Said.'], { review: ['title', 'published'] }),
      madeArticle('b', ['Said.']),
    ]);
    const tab = homeView({
      library,
      command: '/desk',
      say,
      past: [],
      shelf: { waiting: [], latest: [] },
    });
    expect(JSON.stringify(tab)).toContain(
      '1 article waits to be looked over: a (title, published).',
    );
  });

  it('are taken by Slack, whatever they show', () => {
    const past = fc.array(
      fc.record({
        id: fc.constant('01J0000000'),
        text: hostileText,
        outcome: fc.constantFrom('answered', 'unknown'),
        askedAt: fc.constant(0),
        canOpen: fc.boolean(),
      }),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(past, texts, anyArticle, anyQuote, anySay, (questions, problems, ...others) => {
        const [article, quote, say] = others;
        const library = libraryOf([article], problems);
        const waiting = [proposalOf(article, problems)];
        const shelf = { waiting, latest: [article] };
        const tab = homeView({ library, command: '/desk', say, past: questions, shelf });
        const form = { callback: 'form', metadata: '{}' };
        const end = article.paragraphs[0]?.text.length ?? 0;
        const place = { quote: { ...quote, article: article.id, end }, middle: 1 };
        const restored = answerBlocks({ ...answered([quote]), kind: 'perhaps' }, say);
        const problemsFound = [
          ...viewProblems(home, tab),
          ...viewProblems(modalView, contextModal(article, place, say)),
          ...viewProblems(modalView, recordModal(article, form, say)),
          ...viewProblems(modalView, removeModal(article, say)),
          ...viewProblems(modalView, eraseModal(article, say)),
          ...viewProblems(modalView, answerModal('01J0000000', restored, say)),
          ...citationStyles.flatMap((style) =>
            viewProblems(modalView, citeModal(citedOften(article), say, { style, page: 0 })),
          ),
        ];
        expect(problemsFound).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a modal with citations', () => {
  const view = (parts: CiteParts, value: string) => citeModal(parts, say, readCiteView(value));
  const nextPage = ({ blocks }: ModalView): string | undefined =>
    /"action_id":"cite_page","value":"([^"]*)"/.exec(JSON.stringify(blocks))?.[1];

  it('shows every entry on one page and only there, however many there are', () => {
    fc.assert(
      fc.property(anyArticle, fc.constantFrom(...citationStyles), (article, style) => {
        const parts = citedOften(article);
        const shown: number[] = [];
        let next: string | undefined = `${style.id} 0`;
        for (let page = 0; next?.endsWith(` ${page}`) && page < 60; page += 1) {
          const modal = view(parts, next);
          expect(viewProblems(modalView, modal)).toEqual([]);
          shown.push(entriesIn(modal, style));
          next = nextPage(modal);
        }
        const sum = shown.reduce((total, each) => total + each, 0);
        const [, tooLong = '0'] =
          /Too long to be shown here: (\d+)/.exec(JSON.stringify(view(parts, style.id))) ?? [];
        expect(sum + Number(tooLong)).toBe(style.kind === 'prose' ? 40 : 20);
        expect(next === undefined || next === `${style.id} 0`).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('knows again what it cites, and nothing from what is none of ours', () => {
    const thread = { channel: 'C024GENRL', thread: '1700000000.000100' };
    const quote = { article: 'a-1', paragraph: 2, start: 3, end: 4 };
    for (const cited of [
      { quotes: [quote, quote], thread },
      { quotes: [], thread },
      { quotes: [quote] },
    ]) {
      const { private_metadata } = view({ title: 'Cite', cited, quotes: [] }, 'apa');
      expect(readCited(private_metadata ?? '')).toEqual(cited);
    }
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(readCited(text)).toEqual({ quotes: [] });
        expect(readCiteView(text)).toMatchObject({ style: citationStyles[0] });
      }),
    );
  });
});

/** How many citations a modal shows; a file of them counts for as many as it holds. */
function entriesIn({ blocks }: ModalView, { kind }: CitationStyle): number {
  const entries = blocks.filter(({ type }) => type === 'rich_text');
  if (kind === 'prose') return entries.length;
  return Number(/"text":"(\d+) articles? as /.exec(JSON.stringify(entries))?.[1] ?? 0);
}

/** A quote of each of twenty articles, often more than a view has room for. */
function citedOften(article: Article): CiteParts {
  const [paragraph] = article.paragraphs;
  if (!paragraph) throw new Error('no paragraph');
  const place = { paragraph: 1, start: 0, end: paragraph.text.length };
  const quotes = Array.from({ length: 20 }, (_, index) => {
    const id = `${index}-${article.id}`;
    const source = sourceOf({ ...article, id }, paragraph, place);
    return { quote: { article: id, ...place }, source };
  });
  const thread = { channel: 'C024GENRL', thread: '1700000000.000100' };
  const cited = { quotes: [], thread };
  return { title: 'Cite this thread', cited, quotes, notes: ['20 quotes.'] };
}
