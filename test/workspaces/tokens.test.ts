import { describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/store/open-store.ts';
import { type Installation, Installations } from '../../src/workspaces/installations.ts';
import { createSeal } from '../../src/workspaces/seal.ts';
import { Tokens } from '../../src/workspaces/tokens.ts';
import { afterTest, temporaryFolder } from '../support/start-desk.ts';

const key = (byte: number) => Buffer.alloc(32, byte);
const hour = 60 * 60_000;

/** Two processes' views of one database. */
async function twoProcesses() {
  const url = `file:${await temporaryFolder()}/desk.db`;
  return [1, 2].map(() => {
    const store = openStore({ url, keepsTexts: true, tell() {} });
    afterTest(() => store.close());
    return new Installations(store.installations, createSeal([key(1)]));
  }) as [Installations, Installations];
}

describe('what is sealed', () => {
  const seal = createSeal([key(1)]);
  const sealed = seal.close('xoxb-1', 'T1');

  it('is opened with its key, also when a newer one stands before it', () => {
    expect(seal.open(sealed, 'T1')).toBe('xoxb-1');
    expect(createSeal([key(2), key(1)]).open(sealed, 'T1')).toBe('xoxb-1');
  });

  it('is opened with no other key, for no other workspace, and not when a byte is changed', () => {
    expect(() => createSeal([key(2)]).open(sealed, 'T1')).toThrow(/TOKEN_KEY/);
    expect(() => seal.open(sealed, 'T2')).toThrow(/TOKEN_KEY/);
    expect(() => seal.open(`A${sealed.slice(1)}`, 'T1')).toThrow(/TOKEN_KEY/);
    expect(() => seal.open('', 'T1')).toThrow(/TOKEN_KEY/);
  });

  it('never looks the same twice', () => {
    expect(seal.close('xoxb-1', 'T1')).not.toBe(sealed);
  });
});

describe('a token that is about to end', () => {
  const installation = (expiresAt: number): Installation => {
    return { team: 'T1', token: 'xoxb-old', refreshToken: 'xoxe-1', expiresAt };
  };

  it('is renewed by one of many that need it, in two processes', async () => {
    const [one, two] = await twoProcesses();
    await one.save(installation(Date.now() + hour));
    let renewals = 0;
    const renew = async (held: Installation): Promise<Installation> => {
      renewals += 1;
      return {
        ...held,
        token: 'xoxb-new',
        refreshToken: 'xoxe-2',
        expiresAt: Date.now() + 12 * hour,
      };
    };
    const all = [one, one, two, two].map((installations) => new Tokens({ installations, renew }));
    const tokens = await Promise.all(all.map((each) => each.of('T1')));
    expect(renewals).toBe(1);
    expect(tokens).toContain('xoxb-new');
    expect(await new Tokens({ installations: two, renew }).of('T1')).toBe('xoxb-new');
  });

  it('is used as long as it holds when Slack gives no other', async () => {
    const [one] = await twoProcesses();
    await one.save(installation(Date.now() + hour));
    const renew = async () => Promise.reject(new Error('away'));
    expect(await new Tokens({ installations: one, renew }).of('T1')).toBe('xoxb-old');
  });

  it('is waited for where another process renews one that has ended', async () => {
    const [one, two] = await twoProcesses();
    await one.save(installation(Date.now() - hour));
    let give: (given: Installation) => void = () => {};
    const slow = new Promise<Installation>((resolve) => (give = resolve));
    const first = new Tokens({ installations: one, renew: () => slow }).of('T1');
    const isMine = async () => !(await two.rows.beginRenewal({ team: 'T1', version: 1 }, 1));
    while (!(await isMine())) await two.find('T1');
    const renew = async () => Promise.reject(new Error('no second renewal'));
    const second = new Tokens({ installations: two, renew }).of('T1');
    give({ ...installation(Date.now() + 12 * hour), token: 'xoxb-new' });
    expect(await Promise.all([first, second])).toEqual(['xoxb-new', 'xoxb-new']);
  });

  it('is none where nobody installed the bot', async () => {
    const [one] = await twoProcesses();
    const renew = async (held: Installation) => held;
    await expect(new Tokens({ installations: one, renew }).of('T9')).rejects.toThrow(
      'T9 has not installed the bot',
    );
  });

  it('is forgotten with everything of its workspace, unless that was installed again since', async () => {
    const [one] = await twoProcesses();
    await one.save(installation(Date.now() + hour));
    expect(await one.rows.forget('T1', Date.now() - hour)).toBe(false);
    expect(await one.find('T1')).toBeDefined();
    expect(await one.rows.forget('T1', Date.now() + 1)).toBe(true);
    expect(await one.find('T1')).toBeUndefined();
  });
});
