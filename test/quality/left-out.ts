import { type RankingSettings, usualSettings } from '../../src/search/settings.ts';
import { mean } from './measures.ts';
import { SettingsBench, triedValues } from './settings-bench.ts';

/**
 * Leave one collection out: all constants are chosen anew on the other collections, from the lowest
 * values, one constant after the other until none gains (coordinate ascent on their mean nDCG@10), and
 * only then is the one that was left out looked at.
 */
const mostQuestions = 500;

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: npm run experiment -- left-out FOLDER');
  process.exit(64);
}
const bench = await SettingsBench.open(folder, mostQuestions);
const known = new Map<string, number[]>();
const usual = await means(usualSettings);
const rows: Record<string, Record<string, string>> = {};
for (const [left, name] of bench.names.entries()) {
  const chosen = await chooseWithout(left);
  const figure = (await means(chosen))[left] ?? 0;
  rows[name] = {
    'nDCG@10': figure.toFixed(4),
    usual: (usual[left] ?? 0).toFixed(4),
    ...Object.fromEntries(
      Object.keys(triedValues).map((key) => [key, String(settingOf(chosen, key))]),
    ),
  };
  console.error(`${name} left out: ${known.size} settings measured so far`);
}
console.table(rows);

async function chooseWithout(left: number): Promise<RankingSettings> {
  const gainOf = async (settings: RankingSettings) =>
    mean((await means(settings)).filter((_, i) => i !== left));
  const lowest = Object.entries(triedValues).map(([key, [value]]) => [key, value]);
  let best: RankingSettings = { ...usualSettings, ...Object.fromEntries(lowest) };
  let gain = await gainOf(best);
  for (let improved = true; improved; ) {
    improved = false;
    for (const [key, values] of Object.entries(triedValues)) {
      for (const value of values) {
        const settings = { ...best, [key]: value };
        const next = await gainOf(settings);
        if (next <= gain) continue;
        [best, gain, improved] = [settings, next, true];
      }
    }
  }
  return best;
}

async function means(settings: RankingSettings): Promise<number[]> {
  const key = JSON.stringify(settings);
  const before = known.get(key);
  if (before) return before;
  const figures = (await bench.figures(settings)).map(mean);
  known.set(key, figures);
  return figures;
}

function settingOf(settings: RankingSettings, key: string): number {
  return settings[key as keyof RankingSettings];
}
