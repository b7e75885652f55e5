import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Where the jars of a test server are, which `.ci/run` brings; without them nothing can be started. */
export const jars = process.env.TEST_SEARCH_JARS;

/** A cluster of real nodes. */
export interface SearchNodes {
  readonly urls: readonly string[];
  /** Ends a node, counted from 0; or starts it again. */
  closeNode(node: number): Promise<void>;
  startNode(node: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts so many nodes on free ports; resolves when they answer. */
export async function startSearchNodes(count: number): Promise<SearchNodes> {
  const folder = await mkdtemp(join(tmpdir(), 'search-nodes-'));
  const port = await freePorts(count);
  const java = ['-Xms384m', '-Xmx384m', '-XX:+UseSerialGC', '-cp', join(jars ?? '', '*')];
  const source = 'test/support/opensearch/SearchNodes.java';
  const child = spawn('java', [...java, source, folder, String(count), String(port)], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const urls = Array.from({ length: count }, (_, node) => `http://127.0.0.1:${port + node}`);
  const until = async (urlsThere: readonly string[], isThere: boolean) => {
    for (let there = !isThere; there !== isThere; ) {
      if (child.exitCode !== null) throw new Error(`The search nodes ended (${child.exitCode})`);
      await wait(200);
      const answers = await Promise.all(urlsThere.map((url) => answersAt(url, count)));
      there = isThere ? answers.every(Boolean) : answers.some(Boolean);
    }
  };
  await until(urls, true);
  return {
    urls,
    async closeNode(node) {
      child.stdin?.write(`close ${node}\n`);
      await until(urls.slice(node, node + 1), false);
    },
    async startNode(node) {
      child.stdin?.write(`start ${node}\n`);
      await until(urls.slice(node, node + 1), true);
    },
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Whether a node answers, as one of a cluster that has elected its manager. */
async function answersAt(url: string, count: number): Promise<boolean> {
  const path = `_cluster/health?local=true&wait_for_nodes=ge(${Math.min(count, 2)})&timeout=1s`;
  return fetch(`${url}/${path}`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** The first of some neighbouring ports that nobody listens at. */
async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = await portFrom(0);
    const others = Array.from({ length: count - 1 }, (_, at) => portFrom(first + at + 1));
    const isFree = await Promise.all(others).then(
      () => true,
      () => false,
    );
    if (isFree && first > 10_000) return first;
  }
}

function portFrom(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
