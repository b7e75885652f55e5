import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'dotenv';
import { readConfig } from '../src/config.ts';

const example = parse(readFileSync(new URL('../.env.example', import.meta.url)));
const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };

function namesRead(env: Record<string, string>): string[] {
  const names = new Set<string>();
  const recording = new Proxy(env, {
    get: (target, name) => {
      names.add(String(name));
      return Reflect.get(target, name);
    },
  });
  readConfig(recording);
  return [...names];
}

describe('.env.example', () => {
  it('lists exactly the settings that are read, over both transports', () => {
    const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' };
    const names = new Set([...namesRead(tokens), ...namesRead(http)]);
    expect(Object.keys(example).sort()).toEqual([...names].sort());
  });

  it('holds the defaults', () => {
    expect(readConfig({ ...example, ...tokens })).toEqual(readConfig(tokens));
  });

  it('lacks only what nobody but its reader knows', () => {
    expect(() => readConfig(example)).toThrow(/SLACK_BOT_TOKEN is not set.*\n.*SLACK_APP_TOKEN is/);
  });
});
