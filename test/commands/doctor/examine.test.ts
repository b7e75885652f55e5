import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import SqliteFile from 'better-sqlite3';
import type { FakeSlackOptions } from 'slack-standin';
import { type ExamineOptions, examine } from '../../../src/commands/doctor/examine.ts';
import { findingToText } from '../../../src/commands/doctor/finding.ts';
import { thisMachine } from '../../../src/commands/doctor/machine-checks.ts';
import { run as doctor } from '../../../src/commands/doctor.ts';
import { type Environment, readConfig } from '../../../src/config.ts';
import { runCommand } from '../../support/run-command.ts';
import { startSlack } from '../../support/slack.ts';
import { afterTest, temporaryFolder } from '../../support/start-desk.ts';

async function healthy(options: FakeSlackOptions = {}) {
  const slack = await startSlack(options);
  afterTest(() => slack.close());
  const folder = await temporaryFolder();
  const env: Record<string, string> = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: `file:${join(folder, 'desk.db')}`,
    LIBRARY_DIRS: 'seeds',
  };
  return { slack, folder, env };
}

/** The lines that a person reads about what is wrong. */
async function faults(env: Environment, options: ExamineOptions = {}): Promise<string[]> {
  const findings = await examine(readConfig(env), options);
  return findings.filter(({ isWell }) => !isWell).map(findingToText);
}

describe('npm run doctor', () => {
  it('finds a healthy bot well', async () => {
    const { env } = await healthy();
    const findings = await examine(readConfig(env));
    expect(findings.map(findingToText)).toEqual([
      'well   settings: all there, for Socket Mode',
      expect.stringMatching(/^well {3}SLACK_BOT_TOKEN: Slack knows it as sino-russia in /),
      expect.stringMatching(/^well {3}scopes: all \d that the settings need/),
      'well   LIBRARIANS: not set: every full member may change the library',
      expect.stringMatching(/^well {3}clock: within \d s of Slack's$/),
      'well   SLACK_APP_TOKEN: Slack opens Socket Mode for it',
      'well   ALLOW_EXTERNAL: false: only full members of the workspace are answered; guests, and people of other workspaces in shared channels, hear why not',
      expect.stringMatching(/^well {3}time zone: \S+; the zones of channels are known$/),
      'well   languages: this Node.js knows all of them (full ICU)',
      'well   library: 5 articles (5 of them briefs), 84 paragraphs in seeds (LIBRARY_DIRS)',
      expect.stringMatching(/^well {3}meaning: /),
      'well   database: it opens, its tables are up to date, and it can be written to',
    ]);
  });

  it('says that people from elsewhere are answered', async () => {
    const { env } = await healthy();
    const findings = await examine(readConfig({ ...env, ALLOW_EXTERNAL: 'true' }));
    expect(findings.map(findingToText)).toContainEqual(
      expect.stringMatching(/^well {3}ALLOW_EXTERNAL: true: guests, .* are answered with passages/),
    );
  });

  it('says which of the librarians Slack does not know', async () => {
    const { env } = await healthy();
    const known = await examine(readConfig({ ...env, LIBRARIANS: 'U024ADABR, U024LINZH' }));
    const may = 'well   LIBRARIANS: 2 may change the library; others propose';
    expect(known.map(findingToText)).toContain(may);
    const unknown = await examine(readConfig({ ...env, LIBRARIANS: 'U024ADABR,U0NOBODY' }));
    expect(unknown.map(findingToText)).toContainEqual(
      expect.stringMatching(/LIBRARIANS: Slack knows nobody active as U0NOBODY/),
    );
  });

  it('says that a token is refused, and where the right one is', async () => {
    const { env } = await healthy();
    expect(await faults({ ...env, SLACK_BOT_TOKEN: 'xoxb-wrong' })).toEqual([
      'WRONG  SLACK_BOT_TOKEN: Slack refuses it (invalid_auth)\n       What to do: copy the Bot User OAuth Token (xoxb-…) from OAuth & Permissions; install the app to the workspace first.',
    ]);
    expect(await faults({ ...env, SLACK_APP_TOKEN: 'xapp-wrong' })).toEqual([
      expect.stringMatching(
        /^WRONG {2}SLACK_APP_TOKEN: Slack refuses it \(invalid_auth\)\n.*Socket Mode on/,
      ),
    ]);
  });

  it('says that the app-level token lacks its scope', async () => {
    const { env, slack } = await healthy();
    slack.faults.next('apps.connections.open', { kind: 'refused', error: 'missing_scope' });
    expect(await faults(env)).toEqual([
      expect.stringMatching(/give the app-level token the scope connections:write/),
    ]);
  });

  it('says which scopes are missing for the settings', async () => {
    const { env } = await healthy({ app: { scopes: ['chat:write', 'im:history'] } });
    expect(await faults({ ...env, THREAD_FOLLOWUPS: 'true' })).toEqual([
      expect.stringMatching(
        /^WRONG {2}scopes: the token lacks .*app_mentions:read.*channels:history.*\n.*`npm run manifest`.*install the app again\.$/,
      ),
    ]);
  });

  it('is content with a token that may not read follow-ups, unless the setting asks for them', async () => {
    const { env } = await healthy();
    expect(await faults(env)).toEqual([]);
    expect(await faults({ ...env, THREAD_FOLLOWUPS: 'true' })).toEqual([
      expect.stringMatching(/the token lacks channels:history/),
    ]);
  });

  it("says how far the clock is off Slack's", async () => {
    const { env } = await healthy();
    const ahead = await faults(env, { now: () => Date.now() + 400_000 });
    expect(ahead).toEqual([
      expect.stringMatching(/^WRONG {2}clock: (?:399|400|401) s ahead of Slack's\n.*NTP/),
    ]);
    const behind = await faults(env, { now: () => Date.now() - 90_000 });
    expect(behind[0]).toMatch(/(?:89|90|91) s behind Slack's/);
  });

  it("says that Slack can't be reached", async () => {
    const { env, slack } = await healthy();
    await slack.close();
    expect(await faults(env)).toEqual([
      expect.stringMatching(/^WRONG {2}Slack: http:\S+ can't be reached \(ECONNREFUSED\)\n.*proxy/),
    ]);
  });

  it('says that the time zone is unknown, or its data wrong', async () => {
    const { env } = await healthy();
    const unknown = { ...thisMachine, timeZone: () => undefined };
    expect(await faults(env, { machine: unknown })).toEqual([
      expect.stringMatching(/^WRONG {2}time zone: this machine does not say .*\n.*set TZ/),
    ]);
    const old = { ...thisMachine, hourIn: () => 11 };
    expect((await faults(env, { machine: old }))[0]).toMatch(/summer time .* comes out wrong/);
    const broken = {
      ...thisMachine,
      timeZone: () => {
        throw new RangeError('Invalid time zone specified: Mars/Base');
      },
    };
    expect((await faults(env, { machine: broken }))[0]).toMatch(
      /can't be read \(Invalid time zone/,
    );
  });

  it('says that Node.js knows English only', async () => {
    const { env } = await healthy();
    const small = { ...thisMachine, january: () => 'January' };
    expect(await faults(env, { machine: small })).toEqual([
      expect.stringMatching(/^WRONG {2}languages: .*English only.*\n.*NODE_ICU_DATA/),
    ]);
  });

  it('says what is wrong with the library, file by file', async () => {
    const { env, folder } = await healthy();
    await writeFile(join(folder, 'a.md'), '---\nid: A B\n---\nText.\n');
    const [none, ...files] = await faults({ ...env, LIBRARY_DIRS: folder });
    expect(none).toMatch(/^WRONG {2}library: there is no article in .*\n.*npm run import/);
    expect(files.join('\n')).toMatch(/a\.md: `id` is "A B"/);
    expect(await faults({ ...env, LIBRARY_DIRS: 'seeds,nowhere' })).toEqual([
      expect.stringMatching(/^WRONG {2}library: nowhere: there is no such folder/),
    ]);
  });

  it('says what is wrong with the database', async () => {
    const { env, folder } = await healthy();
    await writeFile(
      join(folder, 'text.db'),
      'This is no database, but it is long enough. '.repeat(50),
    );
    expect(await faults({ ...env, DATABASE_URL: `file:${join(folder, 'text.db')}` })).toEqual([
      expect.stringMatching(
        /^WRONG {2}database: .* is damaged or no SQLite database\n.*What to do: restore it/,
      ),
    ]);
    const away = await faults({ ...env, DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/desk' });
    expect(away).toEqual([expect.stringMatching(/^WRONG {2}database: .* is away\n.*start it/)]);
    expect(away.join()).not.toMatch(/secret/);
  });

  it('says that another program has locked the database', async () => {
    const { env, folder } = await healthy();
    expect(await faults(env)).toEqual([]);
    const other = new SqliteFile(join(folder, 'desk.db'));
    other.exec('begin exclusive');
    const found = await faults(env);
    other.close();
    expect(found).toEqual([
      expect.stringMatching(/is locked by another program\n.*close that program/),
    ]);
  });

  it('says that the database may be read but not written to', async () => {
    const { env, folder } = await healthy();
    expect(await faults(env)).toEqual([]);
    const other = new SqliteFile(join(folder, 'desk.db'));
    other.exec('begin immediate');
    const found = await faults(env);
    other.close();
    expect(found).toEqual([expect.stringMatching(/^WRONG {2}database: .* is locked/)]);
  });

  it('says that the database is of a newer version', async () => {
    const { env, folder } = await healthy();
    expect(await faults(env)).toEqual([]);
    const other = new SqliteFile(join(folder, 'desk.db'));
    other.exec("insert into kysely_migration values ('9999-from-the-future', '2099-01-01')");
    other.close();
    expect(await faults(env)).toEqual([
      expect.stringMatching(/was written by a newer version of the bot\n.*run that version/),
    ]);
  });
});

describe('the command', () => {
  const run = async (env: Record<string, string>) => {
    const { code, stdout, stderr } = await runCommand(doctor, [], env);
    return { code, output: stdout + stderr };
  };

  it('ends with 0 when all is well, 1 when something is wrong, 78 for settings', async () => {
    const { env } = await healthy();
    const all = await run(env);
    expect(all).toEqual({ code: 0, output: expect.stringMatching(/\nAll is well\.\n$/) });
    const some = await run({ ...env, SLACK_BOT_TOKEN: 'xoxb-wrong' });
    expect(some).toEqual({ code: 1, output: expect.stringMatching(/1 of 10 need attention\.\n$/) });
    expect(some.output).not.toMatch(/xoxb-wrong|xapp-standin/);
    const none = await run({});
    expect(none).toEqual({ code: 78, output: expect.stringMatching(/SLACK_BOT_TOKEN is not set/) });
  });
});
