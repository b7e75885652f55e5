import { setTimeout as wait } from 'node:timers/promises';
import { startSearchNodes } from '../support/opensearch/search-nodes.ts';
import { copyWords, publish } from '../support/served-desk.ts';

/** The search server of a run, which its bots share. */
export interface RunSearch {
  /** What the bots have to be told of it. */
  readonly settings: Readonly<Record<string, string>>;
  /** How often a node was killed. */
  readonly kills: number;
  /** Kills a node and starts it again, until the signal; resolves when it is there again. */
  killNodes(random: () => number, isOver: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** How long a node is left alone, and is away, in ms: on average half of it. */
const [up, away] = [6000, 3000];

/** The one that is killed: the others have a copy of all that it holds. */
const victim = 2;

/** A cluster of three nodes; the shipped articles are taken into the database. */
export async function startRunSearch(folder: string, databaseUrl: string): Promise<RunSearch> {
  await publish(['seeds'], databaseUrl);
  const words = await copyWords(folder);
  const nodes = await startSearchNodes(3);
  let kills = 0;
  return {
    settings: { SEARCH_URL: nodes.urls.join(','), LIBRARY_DIRS: words },
    get kills() {
      return kills;
    },
    async killNodes(random, isOver) {
      while (!isOver.aborted) {
        await wait(random() * up, undefined, { signal: isOver }).catch(() => undefined);
        if (isOver.aborted) return;
        await nodes.killNode(victim);
        kills += 1;
        await wait(random() * away);
        await nodes.startNode(victim);
      }
    },
    close: () => nodes.close(),
  };
}
