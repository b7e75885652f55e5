import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { escapeShortened, escapeSlackText, readSlackText, shorten } from '../../src/slack/text.ts';

const any = fc.string({ unit: fc.oneof(fc.constantFrom('&', '<', '>', ' ', '😀'), fc.string()) });

describe('what people type', () => {
  it.each([
    ['<@UBOT> why THAAD?', 'why THAAD?'],
    ['why, <@UBOT>, THAAD?', 'why, , THAAD?'],
    ['why THAAD? <@UBOT>', 'why THAAD?'],
    ['<@UBOT|desk><@UBOT> a', 'a'],
    ['<@U2> said', 'said'],
    ['<@U2|ann> said', 'said'],
    ['<#C1|general> and <#C1|>', '#general and #C1'],
    ['<!channel> *x* <@U1>', '*x*'],
    ['<!here|here> a <!subteam^S1|@editors> <!subteam^S1>', 'a'],
    ['<!date^1700000000^{date}|Nov 14>', 'Nov 14'],
    ['<https://example.org/?a=1&amp;b=2>', 'https://example.org/?a=1&b=2'],
    ['<https://example.org|example.org> <mailto:a@b.c|a@b.c>', 'example.org a@b.c'],
    ['<tel:+123|call> <slack://open>', 'call slack://open'],
    ['1 &lt; 2 &amp;&amp; 3 &gt; 2', '1 < 2 && 3 > 2'],
    ['&amp;lt;!here&amp;gt; &quot;', '&lt;!here&gt; &quot;'],
    ['&lt;@UBOT&gt;', '<@UBOT>'],
    ['a\n\n b\tc\u00a0d ', 'a b c d'],
    ['a\u202e\u0000b', 'ab'],
    ['<not markup> <>', '<not markup> <>'],
    ['THAAD :tada: :wave::skin-tone-2: :+1: :e-mail:?', 'THAAD ?'],
    [
      'at 10:30:45, ratio 1:2:3, before:2018 a:b: c',
      'at 10:30:45, ratio 1:2:3, before:2018 a:b: c',
    ],
    ['"dual freeze" -pipeline author:hammond', '"dual freeze" -pipeline author:hammond'],
  ])('%j is read as %j', (typed, text) => {
    expect(readSlackText(typed)).toBe(text);
  });

  it('is read as typed, whatever Slack escaped of it', () => {
    const typed = fc
      .string({ unit: 'grapheme-ascii' })
      .map((text) => text.replace(/\s+/g, ' '))
      .filter((text) => !/:[^ ]+:/.test(text));
    fc.assert(
      fc.property(typed, (text) => {
        expect(readSlackText(escapeSlackText(text))).toBe(text.trim());
      }),
    );
  });

  it('is read in no time, even if made to be slow', () => {
    const bombs = ['<!', '<@U|', '<https:', '&amp;', ' ', ':a', ':1-', ': '].map((bomb) =>
      bomb.repeat(20_000),
    );
    const start = performance.now();
    for (const bomb of bombs) readSlackText(bomb);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('escaped text', () => {
  it('holds no bracket, and no ampersand but those of entities', () => {
    fc.assert(
      fc.property(any, (text) => {
        expect(escapeSlackText(text)).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/);
      }),
    );
  });

  it('is shortened between entities', () => {
    fc.assert(
      fc.property(any, fc.integer({ min: 8, max: 40 }), (text, most) => {
        const short = escapeShortened(text, most);
        expect(short.length).toBeLessThanOrEqual(most);
        expect(short).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/);
      }),
    );
    expect(escapeShortened('a & b', 100)).toBe('a &amp; b');
    expect(escapeShortened('<<<<', 11)).toBe('&lt;&lt;…');
  });
});

describe('a shortened text', () => {
  it('is cut at a word and marked', () => {
    expect(shorten('one two three', 13)).toBe('one two three');
    expect(shorten('one two three', 12)).toBe('one two…');
    expect(shorten('onetwothree', 6)).toBe('onetw…');
  });

  it('is never too long, and never ends in half a character', () => {
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 60 }), (text, most) => {
        const short = shorten(text, most);
        expect(short.length).toBeLessThanOrEqual(most);
        if (!/\p{Cs}/u.test(text)) expect(short).not.toMatch(/\p{Cs}/u);
        expect(text.startsWith(short.replace(/…$/, ''))).toBe(true);
      }),
    );
  });
});
