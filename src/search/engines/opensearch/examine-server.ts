import { IndexClient } from './index-client.ts';
import { SearchServer, type SearchServerSettings } from './search-server.ts';

/** What the person who runs the bot wants to know of a search server. */
export interface ExaminedServer {
  readonly version: string;
  /** Whether it lacks what the bot asks of it. */
  readonly isOld: boolean;
  /** How many articles the index holds; undefined where there is none yet. */
  readonly articles: number | undefined;
}

/** Asks a server for its version, its index and, with an index that comes and goes, for our rights there. */
export async function examineServer(settings: SearchServerSettings): Promise<ExaminedServer> {
  const server = await SearchServer.open(settings);
  try {
    const { version } = await server.send<{ version: { number: string } }>(
      { method: 'GET', path: '/' },
      5000,
    );
    if (isBefore(version.number, [2, 11])) {
      return { version: version.number, isOld: true, articles: undefined };
    }
    const client = new IndexClient(server);
    const trial = `${settings.prefix}-doctor-${process.pid}`;
    await server.send({ method: 'PUT', path: `/${trial}` });
    await client.remove(trial);
    const standing = await client.standing();
    const articles = standing && (await client.countArticles(standing.index));
    return { version: version.number, isOld: false, articles };
  } finally {
    await server.close();
  }
}

function isBefore(version: string, [major, minor]: readonly [number, number]): boolean {
  const [ours = 0, theirs = 0] = version.split('.').map(Number);
  return ours < major || (ours === major && theirs < minor);
}
