import { describe, expect, it } from '@jest/globals';
import {
  ConfigError,
  type Environment,
  readConfig,
  readLibraryDirs,
  readTryPort,
} from '../src/config.ts';

const socket = { SLACK_BOT_TOKEN: 'xoxb-1-abc', SLACK_APP_TOKEN: 'xapp-1-def' };
const http = { SLACK_BOT_TOKEN: 'xoxb-1-abc', SLACK_SIGNING_SECRET: '0123456789abcdef' };

function refusal(env: Environment): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

/** The problems of one setting besides those that a whole configuration would have. */
function problems(setting: Environment): string[] {
  return refusal({ ...socket, ...setting })
    .split('\n')
    .slice(1);
}

describe('the settings', () => {
  it('need two tokens; all others have their defaults', () => {
    expect(readConfig(socket)).toEqual({
      slack: {
        botToken: 'xoxb-1-abc',
        transport: { kind: 'socket', appToken: 'xapp-1-def' },
        command: '/sino-russia',
      },
      libraryDirs: ['seeds', 'data/library'],
      meaning: { modelDir: 'data/models' },
      dictionaries: [],
      databaseUrl: 'file:data/desk.db',
      keepQuestionsDays: 30,
      allowExternal: false,
      librarians: [],
      logLevel: 'info',
    });
  });

  it('take empty values for absent ones, and no heed of white space around values', () => {
    const empty = { PORT: '', SLACK_API_URL: ' ', LIBRARY_DIRS: ' , ', LOG_LEVEL: '' };
    expect(readConfig({ ...socket, ...empty })).toEqual(readConfig(socket));
    expect(readConfig({ ...socket, SLACK_BOT_TOKEN: ' xoxb-1-abc\n' })).toEqual(readConfig(socket));
  });

  it('may all be set', () => {
    const env = {
      ...socket,
      SLACK_API_URL: 'http://127.0.0.1:3333/api/',
      SLACK_COMMAND: '/desk_2',
      LIBRARY_DIRS: 'seeds, /srv/articles ,',
      DATABASE_URL: 'postgres://desk:pw@db/desk',
      KEEP_QUESTIONS_DAYS: '0',
      THREAD_FOLLOWUPS: 'TRUE',
      LOG_LEVEL: 'debug',
    };
    expect(readConfig(env)).toMatchObject({
      slack: { apiUrl: 'http://127.0.0.1:3333/api/', command: '/desk_2' },
      libraryDirs: ['seeds', '/srv/articles'],
      databaseUrl: 'postgres://desk:pw@db/desk',
      keepQuestionsDays: 0,
      threadFollowups: true,
      logLevel: 'debug',
    });
  });

  it('mean HTTP when there is a signing secret and no app token', () => {
    const transport = { kind: 'http', signingSecret: http.SLACK_SIGNING_SECRET, port: 3000 };
    expect(readConfig(http).slack.transport).toEqual(transport);
    expect(readConfig({ ...http, PORT: '8080' }).slack.transport).toEqual({
      ...transport,
      port: 8080,
    });
    expect(readConfig({ ...http, ...socket }).slack.transport.kind).toBe('socket');
  });
});

describe('a bot that workspaces install', () => {
  const install = {
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'client secret',
    SLACK_STATE_SECRET: 'state secret',
    SLACK_SIGNING_SECRET: 'shhh',
    TOKEN_KEY: Buffer.alloc(32).toString('base64'),
    PUBLIC_URL: 'https://desk.example',
  };

  it('needs no token, and may share libraries', () => {
    const { slack } = readConfig({ ...install, WORKSPACE_LIBRARIES: 'T0A=desk, T0B=desk' });
    expect(slack).toMatchObject({
      botToken: '',
      transport: { kind: 'http' },
      install: { clientId: '1.2', libraries: { T0A: 'desk', T0B: 'desk' } },
    });
  });

  it.each([
    [{ TOKEN_KEY: 'short' }, 'TOKEN_KEY is no key of 32 bytes in base64'],
    [{ TOKEN_KEY: '' }, 'TOKEN_KEY is not set, but SLACK_CLIENT_ID is'],
    [{ PUBLIC_URL: 'http://desk.example' }, 'Set it to an https address'],
    [{ PUBLIC_URL: '' }, 'PUBLIC_URL is not set'],
    [{ SLACK_SIGNING_SECRET: '' }, 'SLACK_SIGNING_SECRET is not set'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_BOT_TOKEN is set beside SLACK_CLIENT_ID'],
    [{ WORKSPACE_LIBRARIES: 'desk' }, 'WORKSPACE_LIBRARIES is not of the form'],
  ])('says what is wrong with %p', (change, problem) => {
    expect(() => readConfig({ ...install, ...change })).toThrow(problem);
  });
});

describe('what is missing or wrong', () => {
  it('is told all at once, with the remedy for each', () => {
    const env = {
      PORT: '0',
      SLACK_API_URL: 'ftp://files',
      SLACK_COMMAND: 'sino-russia',
      DATABASE_URL: 'desk.db',
      KEEP_QUESTIONS_DAYS: '-1',
      THREAD_FOLLOWUPS: 'yes',
      LOG_LEVEL: 'loud',
    };
    expect(refusal(env).split('\n')).toEqual([
      'Settings are missing or wrong:',
      '  - SLACK_API_URL is "ftp://files". Set it to an http or https address, or leave it out.',
      '  - SLACK_BOT_TOKEN is not set. Set it to the token that begins with xoxb- (app settings, OAuth & Permissions).',
      '  - PORT is "0". Set it to a whole number from 1 to 65535.',
      '  - SLACK_APP_TOKEN is not set. For Socket Mode set it to the app-level token (xapp-…, scope connections:write); for HTTP mode set SLACK_SIGNING_SECRET instead.',
      '  - SLACK_COMMAND is "sino-russia". Set it to a slash and 1 to 31 lower-case letters, digits, - or _.',
      '  - DATABASE_URL is "desk.db". Set it to file:PATH or postgres://USER:PASSWORD@HOST/NAME.',
      '  - KEEP_QUESTIONS_DAYS is "-1". Set it to a whole number from 0 to 3650.',
      '  - THREAD_FOLLOWUPS is "yes". Set it to false or true.',
      '  - LOG_LEVEL is "loud". Set it to one of fatal, error, warn, info, debug, trace, silent.',
    ]);
  });

  it.each([
    ['SLACK_BOT_TOKEN', 'xapp-1-abc', 'begins with xapp-'],
    ['SLACK_BOT_TOKEN', 'xoxp-1-abc', 'begins with xoxp-'],
    ['SLACK_BOT_TOKEN', 'hunter2', 'is no whole token'],
    ['SLACK_BOT_TOKEN', 'xoxb-', 'is no whole token'],
    ['SLACK_BOT_TOKEN', 'xoxb-1 abc', 'is no whole token'],
    ['SLACK_APP_TOKEN', 'xoxb-1-abc', 'begins with xoxb-'],
    ['SLACK_APP_TOKEN', 'hunter2', 'is no whole token'],
  ])('%s, that is %s, %s', (name, value, found) => {
    expect(problems({ [name]: value })).toEqual([
      expect.stringMatching(new RegExp(`^ {2}- ${name} ${found}\\. Set it to the token`)),
    ]);
  });

  it.each([
    ['KEEP_QUESTIONS_DAYS', '1.5'],
    ['KEEP_QUESTIONS_DAYS', '1e2'],
    ['KEEP_QUESTIONS_DAYS', '3651'],
    ['PORT', '65536'],
    ['PORT', 'http'],
    ['SLACK_COMMAND', '/Two Words'],
    ['SLACK_COMMAND', `/${'x'.repeat(32)}`],
    ['SLACK_API_URL', 'slack.com'],
    ['DATABASE_URL', 'file:'],
    ['DATABASE_URL', 'mysql://db/desk'],
  ])('is told for %s=%s with what was found', (name, value) => {
    expect(problems({ [name]: value })).toEqual([
      expect.stringContaining(`${name} is "${value}". Set it to`),
    ]);
  });

  it('is told for a token in place of the signing secret', () => {
    const message = refusal({ ...http, SLACK_SIGNING_SECRET: 'xoxb-secret' });
    expect(message).toMatch(/- SLACK_SIGNING_SECRET is no signing secret\. Set it to the one/);
  });

  const names = [
    ...Object.keys(socket),
    'SLACK_SIGNING_SECRET',
    'PORT',
    'SLACK_API_URL',
    'SLACK_COMMAND',
    'DATABASE_URL',
    'KEEP_QUESTIONS_DAYS',
    'THREAD_FOLLOWUPS',
    'LOG_LEVEL',
  ];
  it.each([
    'xoxb-123-hunter2',
    'xapp-1-hunter2 ',
    'mysql://desk:hunter2@db/desk',
    'host=db user=desk password=hunter2',
    'postgres:desk:hunter2',
    'hunter2a8f9e0d1c2b3a4f5e6d7c8b9',
  ])('is told without repeating a secret, in whatever setting %s stands', (secret) => {
    const told = names.map((name) => refusal({ ...http, [name]: secret })).join('\n');
    expect(told).toMatch(/SLACK_COMMAND/);
    expect(told).not.toMatch(/hunter2|a8f9e0d1c2b3a4f5e6d7c8b9/);
  });
});

describe('a server of vectors', () => {
  it('on this machine is asked at once, one elsewhere only by https and with leave', () => {
    const here = { ...socket, EMBEDDINGS_URL: 'http://127.0.0.1:8000' };
    expect(readConfig(here).meaning.server).toEqual({
      url: 'http://127.0.0.1:8000',
      model: 'default',
      style: 'plain',
    });
    const elsewhere = { ...socket, EMBEDDINGS_URL: 'https://vectors.example' };
    expect(refusal(elsewhere)).toMatch(/not this machine.*EMBEDDINGS_REMOTE=yes/);
    const allowed = { ...elsewhere, EMBEDDINGS_REMOTE: 'yes' };
    expect(readConfig(allowed).meaning.server?.url).toBe('https://vectors.example');
    expect(refusal({ ...allowed, EMBEDDINGS_URL: 'http://vectors.example' })).toMatch(/https/);
  });
});

describe('parts of the settings', () => {
  it('are read alone where no token is needed', () => {
    expect(readLibraryDirs({})).toEqual(['seeds', 'data/library']);
    expect(readTryPort({})).toBe(3333);
    expect(readTryPort({ TRY_PORT: '0' })).toBe(0);
    expect(() => readTryPort({ TRY_PORT: 'x' })).toThrow(
      'TRY_PORT is "x". Set it to a whole number from 0 to 65535.',
    );
  });
});
