import { splitSentences } from '../language/sentences.ts';
import type { Library } from '../library/library.ts';
import { type Mention, Parties } from './differing-parties.ts';

/** Something goes from one actor to another: goods, money, weapons. */
interface Flow {
  readonly giver: string;
  readonly taker: string;
  /** Money that is put into a country is none of what it buys. */
  readonly isInvestment: boolean;
}

const words = (list: string) =>
  new RegExp(String.raw`\b(?:${list.trim().split(/\s+/).join('|')})\b`, 'giu');

/** Who gives stands before these, who gets it behind "to". */
const giving = words(`
  sells? sold selling suppl(?:y|ies|ied|ying) suppliers? exports? exported exporting exporters? ships? shipped
  shipments? delivers? delivered delivering deliver(?:y|ies) sends? sent sending lends? lent lending loans? loaned
  transfers? transferred gives? gave given provides? provided providing sales? aid
`);

/** Who gets it stands before these, who gives behind "from". */
const taking = words(`
  buys? bought buying buyers? purchases? purchased purchasing imports? imported importing importers? acquires?
  acquired acquiring receives? received receiving gets? got obtains? obtained borrows? borrowed borrowing orders?
  ordered customers?
`);

/** Who gives stands before these, or behind "from", who gets it behind "in". */
const investing = words('invests? invested investing investments?');

/** Both ways. */
const mutual =
  /\b(?:in return|in exchange|each other|one another|vice versa|mutual|swap(?:s|ped)?)\b/i;

/** So far behind its word the preposition stands, with who it leads to right behind it, in characters. */
const near = 60;

/**
 * Whether quotes tell only of the opposite of what a question asks for: what China bought from Russia,
 * where it asks what Russia bought from China. Only where both say for certain who gives and who gets.
 */
export function isReversed(
  question: string,
  quotes: readonly { readonly text: string }[],
  { thesaurus }: Pick<Library, 'thesaurus'>,
): boolean {
  const parties = new Parties(thesaurus, []);
  const [asked, ...others] = flowsIn(question, parties);
  if (!asked || others.some((other) => !isSame(other, asked))) return false;
  const told = quotes.flatMap(({ text }) =>
    splitSentences(text, 'en').flatMap(({ start, end }) => {
      const sentence = text.slice(start, end);
      const flows = flowsIn(sentence, parties);
      const back = flows.map((flow) => ({ ...flow, giver: flow.taker, taker: flow.giver }));
      return mutual.test(sentence) ? [...flows, ...back] : flows;
    }),
  );
  const opposite = { ...asked, giver: asked.taker, taker: asked.giver };
  const isTold = (wanted: Flow) => told.some((flow) => isSame(flow, wanted));
  return isTold(opposite) && !isTold(asked);
}

function isSame(one: Flow, other: Flow): boolean {
  return (
    one.giver === other.giver &&
    one.taker === other.taker &&
    one.isInvestment === other.isInvestment
  );
}

function flowsIn(sentence: string, parties: Parties): Flow[] {
  const mentions = parties.mentions(sentence);
  if (new Set(mentions.map(({ actor }) => actor)).size < 2) return [];
  const flows = [
    ...pairs(sentence, mentions, giving, 'to').map(trade),
    ...pairs(sentence, mentions, taking, 'from').map(([taker, giver]) => trade([giver, taker])),
    ...pairs(sentence, mentions, investing, 'in').map((pair) => ({
      ...trade(pair),
      isInvestment: true,
    })),
  ];
  return flows.filter(({ giver, taker }) => giver !== taker);
}

function trade([giver, taker]: readonly [string, string]): Flow {
  return { giver, taker, isInvestment: false };
}

/** Who stands before each of some words, and who behind the preposition that follows. */
function pairs(
  sentence: string,
  mentions: readonly Mention[],
  pattern: RegExp,
  preposition: string,
): [string, string][] {
  const leading = new RegExp(String.raw`\b${preposition}\s+(?:the\s+)?$`, 'i');
  return [...sentence.matchAll(pattern)].flatMap(({ index, 0: word }): [string, string][] => {
    const end = index + word.length;
    const before = mentions.findLast((mention) => mention.end <= index);
    const behind = mentions.find(
      ({ start }) =>
        start >= end && start - end <= near && leading.test(sentence.slice(end, start)),
    );
    return before && behind ? [[before.actor, behind.actor]] : [];
  });
}
