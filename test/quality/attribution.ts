import { measureAttribution } from './measure-attribution.ts';
import { readArticles } from './read-articles.ts';

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('Usage: tsx test/quality/attribution.ts FOLDER...  (originals, or collections)');
  process.exit(64);
}
const articles = (await Promise.all(folders.map(readArticles))).flat();
for (const [name, figure] of Object.entries(measureAttribution(articles, { samples: 500 }))) {
  console.log(`${name}: ${Array.isArray(figure) ? `\n  ${figure.join('\n  ')}` : figure}`);
}
