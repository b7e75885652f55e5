import { usualSettings } from '../../src/search/settings.ts';
import { chanceOf, mean } from './measures.ts';
import { progress } from './progress.ts';
import { SettingsBench, triedValues } from './settings-bench.ts';

/** More questions of a collection change the third digit only. */
const mostQuestions = 1000;

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: npm run experiment -- constants FOLDER');
  process.exit(64);
}
const bench = await SettingsBench.open(folder, mostQuestions);
const variants = Object.entries(triedValues).flatMap(([name, values]) =>
  values
    .filter((value) => usualSettings[name as keyof typeof triedValues] !== value)
    .map((value) => ({
      label: `${name} ${value}`,
      settings: { ...usualSettings, [name]: value },
    })),
);
const usual = await bench.figures(usualSettings);
const draw = progress('settings', variants.length);
const results = new Map([['usual', usual]]);
for (const [done, { label, settings }] of variants.entries()) {
  results.set(label, await bench.figures(settings));
  draw(done + 1);
}
console.log('nDCG@10; * where the difference from the usual value has a chance below 5 %');
console.table(
  Object.fromEntries(
    [...results].map(([label, figures]) => [
      label,
      {
        ...Object.fromEntries(bench.names.map((name, i) => [name, starred(figures[i], usual[i])])),
        mean: mean(figures.map(mean)).toFixed(4),
      },
    ]),
  ),
);

function starred(figures: readonly number[] = [], before: readonly number[] = []): string {
  return `${mean(figures).toFixed(4)}${chanceOf(figures, before, 500) < 0.05 ? ' *' : ''}`;
}
