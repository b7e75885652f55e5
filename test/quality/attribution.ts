import { measureAttribution } from './measure-attribution.ts';
import { readArticles } from './read-articles.ts';

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('Usage: tsx test/quality/attribution.ts FOLDER...  (originals, or collections)');
  process.exit(64);
}
const articles = (await Promise.all(folders.map(readArticles))).flat();
const figures = await measureAttribution(articles, { samples: 500 });
for (const [name, figure] of Object.entries(figures)) {
  console.log(`${name}: ${Array.isArray(figure) ? `\n  ${figure.join('\n  ')}` : figure}`);
}
