import { verify } from '../../src/verify/verify.ts';
import { libraryOf, readSpeakerPairs, type SpeakerPair } from '../verify/speakers/speaker-set.ts';

/** Prints for each shape of sentence how often names are confirmed, contradicted and not shown: `npx tsx test/quality/speakers.ts`. */
const counts = new Map<string, Map<string, number>>();
const languages = ['english', 'russian', 'chinese'];
const folders = ['', 'second/', 'third/', 'fourth/'];
for (const language of folders.flatMap((folder) => languages.map((name) => folder + name))) {
  for (const pair of readSpeakerPairs(`${language}.txt`)) {
    await count(`${language}: ${pair.shape}`, pair);
    await count(`${language}: all`, pair);
  }
}
const columns = [
  'right confirmed',
  'right not-shown',
  'right contradicted',
  'wrong confirmed',
  'wrong not-shown',
  'wrong contradicted',
  'pronoun confirmed',
  'pronoun not-shown',
];
console.log(`| shape | ${columns.join(' | ')} |\n|---|${columns.map(() => '---:|').join('')}`);
for (const [shape, row] of counts) {
  console.log(`| ${shape} | ${columns.map((column) => row.get(column) ?? 0).join(' | ')} |`);
}

async function count(shape: string, pair: SpeakerPair): Promise<void> {
  const verdict = verify(`“${pair.words}” — ${pair.name}`, await libraryOf(pair));
  const status = 'speaker' in verdict ? verdict.speaker : verdict.kind;
  const row = counts.get(shape) ?? new Map<string, number>();
  const column = `${pair.truth} ${status}`;
  row.set(column, (row.get(column) ?? 0) + 1);
  counts.set(shape, row);
}
