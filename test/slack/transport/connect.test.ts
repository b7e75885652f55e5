import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { boltLogger } from '../../../src/log.ts';
import { connect } from '../../../src/slack/transport/connect.ts';

const log = boltLogger(pino({ level: 'silent' }));

describe('a port that can not be listened on', () => {
  it.each([
    ['EADDRINUSE', 'PORT names a port that another program uses. Set it to a free one.'],
    ['EACCES', 'PORT names a port that this account may not open. Set it to a free one.'],
  ])('ends the bot with the setting: %s', async (code, message) => {
    const listen = () =>
      Promise.reject(Object.assign(new Error('listen'), { code, syscall: 'listen' }));
    await expect(connect('PORT', log, listen)).rejects.toThrow(message);
  });
});
