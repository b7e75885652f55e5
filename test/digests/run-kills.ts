import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../../src/store/database.ts';
import { deskApp, startSlack } from '../support/slack.ts';
import { startDigests } from './digest-bench.ts';

/**
 * Bot processes on one database, killed around due times:
 * `node --import tsx test/digest/run-kills.ts [kills] [processes] [postgres://… | nothing for SQLite]`.
 * Every quarter of an hour some digests are due; each has to stand in its channel exactly once.
 */
const [kills = '200', processes = '2', database] = process.argv.slice(2);
const url = database ?? `file:${join(mkdtempSync(join(tmpdir(), 'digests-')), 'desk.db')}`;
/** A quarter of an hour takes 15 s, and the lease of a run, two minutes, 2 s. */
const speed = 60;
const began = Date.now();
const start = Date.UTC(2026, 10, 23);
const clock = (): number => start + (Date.now() - began) * speed;
const teams = 16;
const quarter = 15 * 60_000;

const slack = await startSlack({
  clock,
  app: { scopes: [...deskApp.scopes, 'channels:history'] },
});
const channel = slack.workspace.channel('general')?.id ?? '';
await subscribe();

const living = new Set<ChildProcess>();
for (let count = 0; count < Number(processes); count += 1) await live();
const firstDue = Math.ceil((clock() + quarter) / quarter) * quarter;
let killed = 0;
for (let due = firstDue; killed < Number(kills); due += quarter) {
  await wait(Math.max(0, (due - clock()) / speed));
  await posting(due);
  await wait(Math.random() * 200);
  for (const victim of [...living].slice(0, Math.min(2, Number(kills) - killed))) {
    victim.kill('SIGKILL');
    living.delete(victim);
    killed += 1;
    await live();
    await wait(Math.random() * 200);
  }
}
const lastDue = clock();
// The lease of whatever was killed last has to run out.
await wait((20 * 60_000) / speed + 10_000);
for (const child of living) child.kill('SIGKILL');
await report();
await slack.close();
process.exit();

/** Waits until some process posts the digests of a due time; at most until the next one is near. */
async function posting(due: number): Promise<void> {
  const before = messages().length;
  while (messages().length === before && clock() < due + 0.9 * quarter) await wait(5);
}

function messages() {
  return slack.workspace.channel('general')?.messages ?? [];
}

async function live(): Promise<void> {
  const env = {
    PATH: process.env.PATH,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: url,
    LIBRARY_DIRS: 'seeds',
  };
  const args = [began, start, speed].map(String);
  const script = new URL('./digest-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  living.add(child);
  const isUp = await new Promise<boolean>((resolve) => {
    child.stdout?.once('data', () => resolve(true));
    child.once('exit', () => resolve(false));
  });
  // One that could not start, as while a source is being edited, is started again.
  if (!isUp) {
    living.delete(child);
    await live();
  }
}

async function subscribe(): Promise<void> {
  const desk = await startDigests(clock(), { url });
  for (let step = 0; step < 96 * teams; step += 1) {
    const minutes = (step % 96) * 15;
    const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    const settings = { time, zone: 'UTC', weekdays: [1, 2, 3, 4, 5, 6, 7], archive: true };
    desk.clock.now = clock();
    await desk.digests.set({ team: `T${step}`, channel }, 'U024ADABR', settings, undefined);
  }
  await desk.database.close();
}

async function report(): Promise<void> {
  const { db, close } = await openDatabase(url);
  const runs = await db.selectFrom('runs').selectAll().where('due_at', '<', lastDue).execute();
  const late = await db
    .selectFrom('subscriptions')
    .select('id')
    .where('due_at', '<', lastDue)
    .execute();
  const posts = new Map<string, number>();
  for (const { metadata } of messages()) {
    const run = String((metadata?.event_payload as { run?: string } | undefined)?.run);
    posts.set(run, (posts.get(run) ?? 0) + 1);
  }
  const count = (pick: (times: number) => boolean) =>
    runs.filter(({ id }) => pick(posts.get(id) ?? 0)).length;
  const lost = count((times) => times === 0) + late.length;
  const doubled = count((times) => times > 1);
  process.stdout.write(
    `${url.split(':')[0]}: ${processes} processes, ${killed} kills, ${runs.length} due digests: ${lost} lost, ${doubled} doubled; ${runs.filter(({ status }) => status !== 'posted').length} not posted in the book; ${Math.round((Date.now() - began) / 1000)} s\n`,
  );
  await close();
}
