import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { LargeSearch } from '../../../../src/search/engines/fts5/large-search.ts';
import { LocalHost } from '../../../../src/search/engines/fts5/passage-host.ts';
import { thesaurus } from '../engine-contract.ts';
import { isOnAParWithMemory } from '../parity.ts';

describe('the engine of an index file', () => {
  isOnAParWithMemory(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parity-'));
    const large = new LargeSearch(new LocalHost(join(folder, 'search.db')));
    return {
      next: (articles) => large.next({ articles, thesaurus }),
      close: async () => {
        await large.close();
        await rm(folder, { recursive: true });
      },
    };
  });
});
