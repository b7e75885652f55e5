import { randomBytes } from 'node:crypto';
import { RemoteSearch } from '../../../../src/search/engines/opensearch/remote-search.ts';
import type { SearchServerSettings } from '../../../../src/search/engines/opensearch/search-server.ts';
import { type OpenEngine, thesaurus } from '../engine-contract.ts';

/** Settings for a server under test, with indexes of a test's own. */
export function settingsFor(urls: readonly string[]): SearchServerSettings {
  return { urls, prefix: `test-${randomBytes(6).toString('hex')}`, auth: { kind: 'basic' } };
}

/** Opens an engine on a server; its indexes go when it is closed. */
export async function openRemote(urls: readonly string[]): Promise<OpenEngine> {
  const settings = settingsFor(urls);
  const remote = await RemoteSearch.open(settings, (message) => {
    throw new Error(message);
  });
  return {
    next: (articles) => remote.next({ articles, thesaurus }),
    async close() {
      await remote.close();
      await fetch(`${urls[0]}/${settings.prefix}-*`, { method: 'DELETE' });
    },
  };
}
