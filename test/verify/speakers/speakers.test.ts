import { describe, expect, it } from '@jest/globals';
import { joinTopics } from '../../../src/library/differing-topics.ts';
import { parseArticle } from '../../../src/library/parse-article.ts';
import { verify } from '../../../src/verify/verify.ts';
import { withWording } from '../../../src/verify/wording-writer.ts';
import { libraryOf, readSpeakerPairs, type SpeakerPair } from './speaker-set.ts';

/** What becomes of a pair when the quotation is checked as people write it. */
async function statusOf(pair: SpeakerPair): Promise<string> {
  const verdict = verify(`“${pair.words}” — ${pair.name}`, await libraryOf(pair));
  if (verdict.kind === 'refused') return 'refused';
  if (!('speaker' in verdict) || !verdict.speaker)
    throw new Error(`“${pair.words}” — ${pair.name}: ${verdict.kind}`);
  return verdict.speaker;
}

async function judged(file: string) {
  const pairs = readSpeakerPairs(file).map(async (pair) => ({
    pair,
    status: await statusOf(pair),
  }));
  return { file, pairs: await Promise.all(pairs) };
}

const files = [
  'english.txt',
  'russian.txt',
  'chinese.txt',
  'second/english.txt',
  'second/russian.txt',
  'second/chinese.txt',
  'third/english.txt',
  'third/russian.txt',
  'third/chinese.txt',
  'fourth/english.txt',
  'fourth/russian.txt',
  'fourth/chinese.txt',
];

const all = await Promise.all(files.map(judged));

describe.each(all)('who said what, in $file', ({ pairs }) => {
  const told = (some: typeof pairs) =>
    some.map(({ pair, status }) => `${status}: “${pair.words}” — ${pair.name}`);

  it('is never confirmed for a wrong name', () => {
    const wrong = pairs.filter(({ pair }) => pair.truth === 'wrong');
    expect(told(wrong.filter(({ status }) => status === 'confirmed'))).toEqual([]);
    expect(wrong.length).toBeGreaterThan(10);
  });

  it('is never contradicted for the right one', () => {
    const right = pairs.filter(({ pair }) => pair.truth !== 'wrong');
    expect(told(right.filter(({ status }) => status === 'contradicted'))).toEqual([]);
  });

  it('is shown where the paragraph names the speaker', () => {
    const right = pairs.filter(
      ({ pair, status }) => pair.truth === 'right' && status !== 'refused',
    );
    const missed = told(right.filter(({ status }) => status === 'not-shown'));
    expect([missed.length / right.length <= 0.03, missed.length > 3 ? missed : []]).toEqual([
      true,
      [],
    ]);
  });
});

describe('a name in another script', () => {
  it('is who is meant where the thesaurus says so', async () => {
    const parsed = parseArticle(
      '---\nid: a\ntitle: A\nauthors: [Jane Doe]\n---\n«Река — это не стена», — сказал Олег Варнин.\n',
    );
    if ('problems' in parsed) throw new Error(parsed.problems.join());
    const thesaurus = { actors: [['Oleg Varnin', 'Олег Варнин', '奥列格·瓦尔宁']], synonyms: [] };
    const library = await withWording({
      articles: new Map([['a', parsed.article]]),
      thesaurus,
      differing: joinTopics([]),
      problems: [],
    });
    const speakerOf = (name: string) => {
      const verdict = verify(`«Река — это не стена» — ${name}`, library);
      return 'speaker' in verdict ? verdict.speaker : verdict.kind;
    };
    expect(['Oleg Varnin', 'Varnin', '奥列格·瓦尔宁', 'Lin Guowei'].map(speakerOf)).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
      'not-shown',
    ]);
  });
});
