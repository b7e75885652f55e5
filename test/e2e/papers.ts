import type { Site } from 'slack-standin';

/** Paragraphs of a made-up article, long enough to be taken for one. */
export const roadParagraphs = [
  'The two harbour towns of Mirna and Sel agreed on Tuesday to build a road along the strait, which both had refused for eleven years.',
  'Engineers of both towns will share one office in Mirna, and the first forty kilometres are to be open before the ice comes in November.',
  '“We have waited for each other long enough,” said Ilsa Verre, who leads the council of Sel, after the vote on the bridge of Old Mirna.',
  'Fishermen fear for the herring grounds below the cliffs, and asked for a survey of the seabed before a single stone is moved.',
  'The survey is to cost three million crowns, half of which the ferry company pays, since its boats will be idle while the blasting lasts.',
];

interface Page {
  readonly title?: string;
  readonly author?: string;
  readonly published?: string;
  readonly paragraphs?: readonly string[];
}

/** A page of a made-up paper that says in its head what it is. */
export function pageOf({
  title = 'Two Towns Agree on a Road',
  author = 'Mara Keel',
  published = '2024-03-05',
  paragraphs = roadParagraphs,
}: Page = {}) {
  const record = {
    '@type': 'NewsArticle',
    headline: title,
    author: { '@type': 'Person', name: author },
    publisher: { '@type': 'Organization', name: 'The Strait Gazette' },
    datePublished: published,
  };
  const script = JSON.stringify(record).replaceAll('<', '\\u003c');
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const body = `<!doctype html><html lang="en"><head><title>${escaped(title)} | The Strait Gazette</title>
<script type="application/ld+json">${script}</script></head>
<body><article><h1>${escaped(title)}</h1>${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('\n')}</article></body></html>`;
  return { type: 'text/html; charset=utf-8', body };
}

/** Where the road's page is. */
export const road = 'https://gazette.example/road';

/** A made-up paper of which links can be added. */
export const papers: Site = { '//gazette.example/road': pageOf() };
