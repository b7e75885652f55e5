import { describe, expect, it } from '@jest/globals';
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { codeOf, PostError, toPostError } from '../../../src/slack/api/web-api.ts';

const platform = (error: string) => new WebAPIPlatformError({ ok: false, error });
const network = (code: string) =>
  new WebAPIRequestError(
    new TypeError('fetch failed', { cause: Object.assign(new Error(), { code }) }),
  );

describe('a failed post', () => {
  it.each(['not_in_channel', 'invalid_blocks', 'channel_not_found', 'invalid_auth'])(
    'is refused when Slack says %s',
    (code) => {
      expect(toPostError(platform(code))).toMatchObject({ kind: 'refused', code });
    },
  );

  it.each(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'])(
    'may have arrived when Slack has trouble of its own: %s',
    (code) => {
      expect(toPostError(platform(code))).toMatchObject({ kind: 'unsure', code });
    },
  );

  it('waits as long as Slack wants when there were too many', () => {
    expect(toPostError(new WebAPIRateLimitedError(7))).toMatchObject({
      kind: 'later',
      code: 'ratelimited',
      retryAfter: 7000,
    });
    expect(toPostError(platform('ratelimited'))).toMatchObject({ kind: 'later' });
  });

  it.each([
    [404, 'refused'],
    [500, 'unsure'],
    [503, 'unsure'],
  ])('with HTTP status %i is %s', (status, kind) => {
    const error = new WebAPIHTTPError(status, '', {});
    expect(toPostError(error)).toMatchObject({ kind, code: `http_${status}` });
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])(
    'that never left (%s) is tried again later',
    (code) => {
      expect(toPostError(network(code))).toMatchObject({ kind: 'later', code });
    },
  );

  it.each(['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE'])(
    'whose answer was lost (%s) is unsure',
    (code) => {
      expect(toPostError(network(code))).toMatchObject({ kind: 'unsure', code });
    },
  );

  it('that took too long is unsure', () => {
    const timeout = AbortSignal.abort(new DOMException('too long', 'TimeoutError')).reason;
    expect(toPostError(timeout)).toMatchObject({ kind: 'unsure', code: 'TimeoutError' });
  });

  it('stays what it is, and keeps its cause', () => {
    const cause = platform('internal_error');
    const error = toPostError(cause);
    expect(error).toBeInstanceOf(PostError);
    expect(error.cause).toBe(cause);
    expect(toPostError(error)).toBe(error);
  });
});

describe('the code of an error', () => {
  it('is the innermost one', () => {
    expect(codeOf(network('EPIPE').original)).toBe('EPIPE');
    expect(codeOf(new RangeError('x'))).toBe('RangeError');
  });

  it('is unknown for what is no error', () => {
    for (const thrown of [undefined, null, 'text', 1, {}, { code: 1, name: 2 }]) {
      expect(codeOf(thrown)).toBe('unknown');
    }
  });

  it('is found even when causes go round in a circle', () => {
    const error = Object.assign(new Error('x'), { code: 'ROUND' });
    error.cause = error;
    expect(codeOf(error)).toBe('ROUND');
  });
});
