import { type Kysely, sql } from 'kysely';

/** Any tables: a migration outlives the types that they have now. */
type Old = Kysely<Record<string, Record<string, Value>>>;
type Value = string | number | null;

/** What still wanted a reply in version 0.1. */
const open = ['claimed', 'posting', 'waiting'];

/** What still wanted to be posted of digests in version 0.1. */
const openRuns = ['waiting', 'posting', 'replying'];

/**
 * Gives what is to be posted a table of its own. Version 0.1 kept the state of a reply with its
 * question, a share as a question whose text was another's id, and the state of a digest with its run.
 */
export async function makeJobs(db: Old): Promise<void> {
  await createTables(db);
  await moveMessagesAbout(db);
  await moveShares(db);
  await moveQuestions(db);
  await moveRuns(db);
}

async function createTables(db: Old): Promise<void> {
  await db.schema
    .createTable('jobs')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('payload', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('leased_until', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('suspicion', 'text', (column) => column.notNull())
    .addColumn('draft', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('finished_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('jobs_by_state')
    .on('jobs')
    .columns(['state', 'leased_until'])
    .execute();
  await db.schema
    .createTable('shares')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('thread', 'text')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('shared_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('shares_by_thread')
    .on('shares')
    .columns(['team', 'channel', 'thread'])
    .execute();
  await db.schema.alterTable('questions').addColumn('about_thread', 'text').execute();
}

/** Of a message that somebody had looked up, `ts` was the thread in which it stands. */
async function moveMessagesAbout(db: Old): Promise<void> {
  await db
    .updateTable('questions')
    .set({ about_thread: sql.ref('ts'), ts: null })
    .where('surface', 'in', ['find sources', 'check quote'])
    .execute();
}

async function moveShares(db: Old): Promise<void> {
  const shares = await db
    .selectFrom('questions')
    .selectAll()
    .where('surface', '=', 'share')
    .execute();
  for (const share of shares) {
    const { id, team, channel, thread, person, text, response_url, status, asked_at } = share;
    const isOpen = open.includes(String(status));
    const payload = { team, channel, person, thread: thread ?? undefined, question: text };
    await insertJob(db, share, {
      kind: 'share',
      payload: isOpen ? { ...payload, responseUrl: response_url } : null,
    });
    if (status !== 'answered' || text === null) continue;
    await db
      .insertInto('shares')
      .values({ id, team, channel, thread, person, question: text, shared_at: asked_at })
      .execute();
  }
  await db.deleteFrom('questions').where('surface', '=', 'share').execute();
}

async function moveQuestions(db: Old): Promise<void> {
  const rows = await db.selectFrom('questions').selectAll().where('status', 'in', open).execute();
  for (const row of rows) {
    const payload = {
      team: row.team,
      channel: row.channel,
      person: row.person,
      source: row.surface,
      text: row.text ?? '',
      eventId: row.event_id ?? undefined,
      thread: row.thread ?? undefined,
      ts: row.ts ?? undefined,
      aboutThread: row.about_thread ?? undefined,
      responseUrl: row.response_url ?? undefined,
    };
    await insertJob(db, row, { kind: 'question', payload });
  }
  // The keys of what is done, so that nothing of it is answered again.
  await sql`
    insert into jobs (key, id, kind, state, holder, leased_until, attempts, suspicion, created_at, finished_at)
    select key, id, 'question', 'done', holder, 0, attempts, 'none', asked_at, coalesce(answered_at, asked_at)
    from questions where status in ('answered', 'expired')`.execute(db);
  await db
    .updateTable('questions')
    .set({ status: 'open', response_url: null })
    .where('status', 'in', open)
    .execute();
}

async function moveRuns(db: Old): Promise<void> {
  const runs = await db.selectFrom('runs').selectAll().where('status', 'in', openRuns).execute();
  for (const run of runs) {
    const { id, subscription, slot, due_at, content } = run;
    const isBegun = run.status !== 'waiting';
    await insertJob(
      db,
      { ...run, key: `digest:${subscription}:${slot}`, status: isBegun ? 'posting' : 'waiting' },
      { kind: 'digest', payload: { subscription, slot, dueAt: due_at }, draft: content },
    );
    await db
      .updateTable('runs')
      .set({ status: 'waiting', content: null })
      .where('id', '=', id ?? '')
      .execute();
  }
  const untold = await db.selectFrom('runs').selectAll().where('untold', '=', 1).execute();
  for (const run of untold) {
    const reason = run.reason ?? 'late';
    await insertJob(
      db,
      {
        ...run,
        key: `digest-failure:${run.id}:${reason}`,
        id: `${run.id}-told`,
        status: 'waiting',
      },
      { kind: 'digest failure', payload: { run: run.id, reason } },
    );
    const told = { untold: 0, told_reason: reason };
    await db
      .updateTable('runs')
      .set(told)
      .where('id', '=', run.id ?? '')
      .execute();
  }
}

/** The row of a job from the row that it was kept in; one without a payload is done. */
async function insertJob(
  db: Old,
  row: Readonly<Record<string, Value>>,
  {
    kind,
    payload,
    draft = null,
  }: { kind: string; payload: object | null; draft?: Value | undefined },
): Promise<void> {
  const { key, id, holder, leased_until, attempts, status } = row;
  const isOpen = payload !== null;
  const createdAt = row.asked_at ?? row.due_at ?? 0;
  await db
    .insertInto('jobs')
    .values({
      ...{ key, id, kind, holder, leased_until, attempts, draft },
      payload: isOpen ? JSON.stringify(payload) : null,
      state: isOpen ? status : 'done',
      suspicion: 'none',
      created_at: createdAt,
      finished_at: isOpen ? null : createdAt,
    })
    .execute();
}
