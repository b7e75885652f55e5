import { describe, expect, it } from '@jest/globals';
import { postgresUrl } from '../store/postgres-database.ts';
import { served } from '../support/served-desk.ts';
import { afterTest, fromBot, seen, startDesk, temporaryFolder } from '../support/start-desk.ts';

const url = process.env.TEST_SEARCH_URL;
const describeThere = url && postgresUrl ? describe : describe.skip;

describeThere('the whole bot with its articles in a database and their index on a server', () => {
  it('answers from there', async () => {
    const folder = await temporaryFolder();
    const settings = await served({ LIBRARY_DIRS: 'seeds' }, { folder, afterTest });
    const { slack } = await startDesk({}, settings);
    await slack.say({ user: 'ada', channel: 'general', text: '@sino-russia thaad' });
    const answer = await slack.waitFor(() => fromBot(slack, 'general')[0]);
    expect(seen(answer)).toMatch(/3 passages from 2 articles/);
    expect(await searchesOf(`${settings.SEARCH_INDEX}-*`)).toBeGreaterThan(0);
  });
});

/** How often the server was searched in these indexes. */
async function searchesOf(indexes: string): Promise<number> {
  const response = await fetch(`${url}/${indexes}/_stats/search`);
  const { _all } = (await response.json()) as {
    _all: { primaries: { search: { query_total: number } } };
  };
  return _all.primaries.search.query_total;
}
