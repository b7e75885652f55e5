import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../free-port.ts';

/** Where the jars of a test server are, which `.ci/run` brings; without them nothing can be started. */
export const jars = process.env.TEST_SEARCH_JARS;

/** A cluster of real nodes, each a process of its own. */
export interface SearchNodes {
  readonly urls: readonly string[];
  /** Kills a node, counted from 0, without a word of warning. */
  killNode(node: number): Promise<void>;
  /** Starts one again that was killed; resolves when it answers as part of the cluster. */
  startNode(node: number): Promise<void>;
  /** Resolves when every copy of every index is there. */
  becomeWhole(): Promise<void>;
  close(): Promise<void>;
}

/** Starts so many nodes on free ports; resolves when they answer. */
export async function startSearchNodes(count: number): Promise<SearchNodes> {
  const folder = await mkdtemp(join(tmpdir(), 'search-nodes-'));
  const ports = await Promise.all(Array.from({ length: count * 2 }, () => freePort()));
  const [http, transport] = [ports.slice(0, count), ports.slice(count)];
  const cluster = `tests-${randomBytes(6).toString('hex')}`;
  // The code that is compiled first starts a node in half the time.
  const java = ['-Xms384m', '-Xmx384m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
  const source = 'test/support/opensearch/SearchNode.java';
  const start = (node: number): ChildProcess => {
    const own = [join(folder, String(node)), http[node], cluster, node, ...transport].map(String);
    const args = [...java, '-cp', join(jars ?? '', '*'), source, ...own];
    return spawn('java', args, { stdio: 'ignore' });
  };
  const nodes = http.map((_, node) => start(node));
  const urls = http.map((port) => `http://127.0.0.1:${port}`);
  const until = async (node: number, path: string) => {
    while (!(await isTrueAt(`${urls[node]}/_cluster/health?${path}&timeout=1s`))) {
      const { exitCode, signalCode } = nodes[node] ?? {};
      if (exitCode !== null) throw new Error(`The search node ended (${exitCode}, ${signalCode})`);
      await wait(200);
    }
  };
  const kill = async (node: number) => {
    const child = nodes[node];
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  const isElected = `wait_for_nodes=ge(${Math.min(count, 2)})`;
  await Promise.all(nodes.map((_, node) => until(node, isElected)));
  return {
    urls,
    killNode: kill,
    async startNode(node) {
      nodes[node] = start(node);
      await until(node, isElected);
    },
    becomeWhole: () => until(0, `wait_for_nodes=${count}&wait_for_status=green`),
    async close() {
      await Promise.all(nodes.map((_, node) => kill(node)));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Whether a node answers, and what it was asked to wait for has come. */
function isTrueAt(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}
