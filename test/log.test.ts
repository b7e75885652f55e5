import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boltLogger, createLog } from '../src/log.ts';

function capture(level = 'info') {
  const lines: string[] = [];
  const log = createLog(level, { write: (line) => lines.push(line) });
  return { log, bolt: boltLogger(log), lines };
}

describe('the log', () => {
  it('is lines of JSON with a time, a level and a message', () => {
    const { log, lines } = capture();
    log.info('Ready');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { level: 30, time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/), msg: 'Ready' },
    ]);
  });

  it.each([
    'xoxb-1234-5678-AbCdEf',
    'xoxp-1234-AbCdEf',
    'xoxe.xoxp-1-AbCdEf',
    'xapp-1-A111-222-AbCdEf',
    '"token":"xoxb-1234-AbCdEf"',
    'postgres://desk:AbCdEf@db/desk',
  ])('never holds a secret such as %s, wherever it stands', (secret) => {
    const { log, bolt, lines } = capture('trace');
    log.info(`before ${secret} after`);
    log.warn({ nested: { secret } }, 'An object');
    log.error(new Error(secret));
    bolt.info('a', secret);
    bolt.warn(secret);
    bolt.error(new Error(secret));
    expect(lines).toHaveLength(6);
    expect(lines.join('')).not.toMatch(/AbCdEf/);
    expect(lines[0]).toMatch(/before .*….* after/);
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  });

  it('says what it was told in one line that steers no terminal, whatever that is', () => {
    const { log, bolt, lines } = capture();
    const steering = fc.constantFrom(
      ...[
        '\n{"level":60,"msg":"forged"}',
        '\r',
        '\u001b[31m',
        '\u009b31m',
        '\u202e',
        '\u2028',
        '"',
        '\\',
      ],
    );
    const told = fc.array(fc.oneof(steering, fc.string({ unit: 'binary', maxLength: 20 })));
    fc.assert(
      fc.property(
        told.map((parts) => parts.join('')),
        (text) => {
          lines.length = 0;
          log.warn(`Left out: ${text}.md`);
          bolt.error(text);
          log.error({ file: text }, 'A file');
          expect(lines).toHaveLength(3);
          for (const line of lines) {
            expect(line).toMatch(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*\n$/u);
          }
          const [left, fault, file] = lines.map((line) => JSON.parse(line));
          expect([left.msg, fault.msg, file.file].map(readable)).toEqual(
            [`Left out: ${text}.md`, text, text].map(readable),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps addresses without a password whole', () => {
    const { log, lines } = capture();
    log.info('see http://127.0.0.1:3333/a@b and desk@example.org');
    expect(lines[0]).toContain('see http://127.0.0.1:3333/a@b and desk@example.org');
  });
});

/** Half a character has no form in UTF-8. */
function readable(text: string): string {
  return text.replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '?',
  );
}

describe("Bolt's messages", () => {
  it('of level debug are dropped: they hold what people wrote', () => {
    const { bolt, lines } = capture('trace');
    bolt.debug('what people wrote');
    expect(lines).toEqual([]);
    expect(bolt.getLevel()).toBe('trace');
  });

  it('about errors hold the stack, and none of the properties', () => {
    const { log, bolt, lines } = capture();
    const error = Object.assign(new Error('no luck'), { request: { text: 'what people wrote' } });
    bolt.error('Failed:', error);
    log.error(error);
    log.error({ err: error }, 'Failed');
    for (const line of lines) {
      expect(line).toMatch(/Error: no luck\\n +at .*log\.test\.ts/);
      expect(line).not.toContain('what people wrote');
    }
    expect(lines).toHaveLength(3);
  });

  it('of other kinds are written as text, objects without their contents', () => {
    const { bolt, lines } = capture();
    bolt.warn('a', 1, undefined, null, { text: 'what people wrote' });
    expect(JSON.parse(lines[0] ?? '').msg).toBe('a 1 undefined null [object Object]');
  });

  it('keep their level and name to themselves', () => {
    const { log, bolt } = capture();
    bolt.setLevel(bolt.getLevel());
    bolt.setName('x');
    expect(log.level).toBe('info');
  });
});
