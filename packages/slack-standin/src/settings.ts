import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isObject } from './block-kit/check.ts';
import type { FakeSlackOptions } from './fake-slack.ts';
import { readManifest } from './workspace/app-config.ts';

/** A settings file that cannot be used, with what is wrong in it. */
export class SettingsError extends Error {}

type Read = (value: unknown, folder: string) => Partial<FakeSlackOptions>;

/** What a settings file may hold. */
const fields: Readonly<Record<string, Read>> = {
  port: (port) => {
    if (Number.isInteger(port) && Number(port) >= 0 && Number(port) <= 65_535) {
      return { port: Number(port) };
    }
    throw new SettingsError('port must be a whole number from 0 to 65535');
  },
  manifest: (path, folder) => {
    if (typeof path !== 'string') throw new SettingsError('manifest must be the path of a file');
    return { app: readManifest(readJson(resolve(folder, path))) };
  },
  team: (team) => ({ team: named(team, 'team') }),
  people: (people) => ({ people: list(people, 'people').map((one) => named(one, 'people')) }),
  channels: (channels) => ({
    channels: list(channels, 'channels').map((one) => named(one, 'channels')),
  }),
  teams: (teams) => ({
    teams: list(teams, 'teams').map((one) => {
      if (!isObject(one)) throw new SettingsError('each of teams must be an object');
      const { team, people = [], channels = [], ...others } = one;
      const [unknown] = Object.keys(others);
      if (unknown) throw new SettingsError(`a team has team, people and channels, no "${unknown}"`);
      return {
        team: named(team, 'teams, as its team,'),
        people: list(people, 'people').map((person) => named(person, 'people')),
        channels: list(channels, 'channels').map((channel) => named(channel, 'channels')),
      };
    }),
  }),
  oauth: (oauth) => {
    const { clientId, clientSecret, tokenRotation } = isObject(oauth) ? oauth : {};
    if (typeof clientId === 'string' && typeof clientSecret === 'string') {
      return { oauth: { clientId, clientSecret, tokenRotation: tokenRotation === true } };
    }
    throw new SettingsError('oauth must have a clientId and a clientSecret');
  },
  examples: (examples) => ({
    examples: list(examples, 'examples').map((one) => {
      if (isObject(one) && typeof one.text === 'string' && typeof one.what === 'string') {
        return { text: one.text, what: one.what };
      }
      throw new SettingsError('each of examples must have a text and a what');
    }),
  }),
  enforceRateLimits: (enforceRateLimits) => {
    if (typeof enforceRateLimits === 'boolean') return { enforceRateLimits };
    throw new SettingsError('enforceRateLimits must be true or false');
  },
  http: (http) => {
    if (isObject(http) && typeof http.url === 'string' && typeof http.signingSecret === 'string') {
      const { url, signingSecret } = http;
      return { delivery: { kind: 'http', url, signingSecret } };
    }
    throw new SettingsError('http must have a url and a signingSecret');
  },
};

/**
 * Reads a settings file: JSON with any of `port`, `manifest` (a path, from the file's own folder),
 * `team`, `people`, `channels`, `teams`, `oauth`, `examples`, `enforceRateLimits` and `http`. Throws a `SettingsError`
 * that names the file and what is wrong in it.
 */
export function readSettings(path: string): FakeSlackOptions {
  const settings = readJson(path);
  if (!isObject(settings)) throw new SettingsError(`${path} must hold a JSON object.`);
  let options: FakeSlackOptions = {};
  for (const [name, value] of Object.entries(settings)) {
    const read = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!read) {
      const known = Object.keys(fields).join(', ');
      throw new SettingsError(`${path}: there is no setting "${name}"; there are: ${known}.`);
    }
    try {
      options = { ...options, ...read(value, dirname(path)) };
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      throw new SettingsError(`${path}: ${error.message}.`);
    }
  }
  return options;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new SettingsError(`${path} cannot be read as JSON (${(error as Error).message})`);
  }
}

function list(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new SettingsError(`${name} must be a list`);
}

/** Something with a name; what else it may have is looked at where it is used. */
function named(value: unknown, name: string): { readonly name: string } {
  if (isObject(value) && typeof value.name === 'string' && value.name !== '') {
    return value as { readonly name: string };
  }
  throw new SettingsError(`each of ${name} must have a name`);
}
