import { describe, expect, it } from '@jest/globals';
import { limits } from '../src/block-kit/limits.ts';
import type { Inline, Stretch } from '../src/page/app/text/marked-text.ts';
import { parseMarkdown } from '../src/page/app/text/parse-markdown.ts';
import { parseMrkdwn } from '../src/page/app/text/parse-mrkdwn.ts';
import { formatSlackDate } from '../src/page/app/text/slack-date.ts';

/** Writes what was read as tags, so that a test can be read in one line. */
function write(stretches: readonly Stretch[]): string {
  return stretches.map(writeStretch).join('');
}

function writeStretch(stretch: Stretch): string {
  switch (stretch.kind) {
    case 'lines':
      return stretch.children.map(writeInline).join('');
    case 'heading':
      return `[h${stretch.level} ${stretch.children.map(writeInline).join('')}]`;
    case 'quote':
      return `[quote ${write(stretch.children)}]`;
    case 'code-block':
      return `[pre ${stretch.text}]`;
    case 'list':
      return `[${stretch.ordered ? `ol ${stretch.start}` : 'ul'}: ${stretch.items.map(write).join(' | ')}]`;
    case 'rule':
      return '[rule]';
  }
}

function writeInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'link':
      return `[link ${inline.url} ${inline.children.map(writeInline).join('')}]`;
    case 'user':
    case 'channel':
      return `[${inline.kind} ${inline.id}]`;
    case 'broadcast':
      return `[broadcast ${inline.range}]`;
    case 'code':
    case 'emoji':
    case 'date':
      return `[${inline.kind} ${'text' in inline ? inline.text : 'name' in inline ? inline.name : inline.format}]`;
    default:
      return `[${inline.kind} ${inline.children.map(writeInline).join('')}]`;
  }
}

describe('mrkdwn on the page', () => {
  it.each([
    ['*bold* _italic_ ~gone~ `code`', '[bold bold] [italic italic] [strike gone] [code code]'],
    ['*bold and _both_*', '[bold bold and [italic both]]'],
    ['(*bold*), *"bold"*.', '([bold bold]), [bold "bold"].'],
    ['`*not bold*`', '[code *not bold*]'],
    ['*a `*` b*', '[bold a [code *] b]'],
    ['<@U0ADA> and <#C0GENERAL|general>', '[user U0ADA] and [channel C0GENERAL]'],
    ['<!here> <!channel|@channel>', '[broadcast here] [broadcast channel]'],
    [
      '<https://a.example/?x=1&amp;y=2|a &lt;label&gt;>',
      '[link https://a.example/?x=1&y=2 a <label>]',
    ],
    ['see https://a.example/x.', 'see [link https://a.example/x https://a.example/x].'],
    ['<!date^1392734382^{date_num}|then>', '[date {date_num}]'],
    ['&gt; a quote\n&gt; of two lines\nthen', '[quote a quote\nof two lines]then'],
    ['&gt;&gt;&gt; all\nthe rest', '[quote all\nthe rest]'],
    ['before\n```\n*raw* &lt;b&gt;\n```\nafter', 'before[pre *raw* <b>]after'],
    [':tada: 10:30:45', '[emoji tada] 10[emoji 30]45'],
  ])('reads %j', (text, written) => {
    expect(write(parseMrkdwn(text))).toBe(written);
  });

  it.each([
    'snake_case_name and 2*3*4',
    '* not bold *',
    '*not\nbold*',
    'a ` lone tick',
    '``` an open fence',
    '<javascript:alert(1)|click>',
    '<data:text/html,x>',
    '<not a link',
    'a < b > c',
  ])('leaves %j as it was written', (text) => {
    expect(write(parseMrkdwn(text))).toBe(text);
  });

  it('decodes the three escapes once, and nothing else', () => {
    expect(write(parseMrkdwn('&lt;b&gt; &amp;lt; &quot; &#60;'))).toBe('<b> &lt; &quot; &#60;');
  });

  it('does not link bare addresses in verbatim text', () => {
    expect(write(parseMrkdwn('https://a.example', { verbatim: true }))).toBe('https://a.example');
  });

  it.each(['*a ', '_', '<', '`a', ':a', '*_~'])(
    'reads 40,000 characters of %j in a blink',
    (part) => {
      const text = part.repeat(40_000 / part.length);
      const start = performance.now();
      parseMrkdwn(text);
      expect(performance.now() - start).toBeLessThan(2000);
    },
  );
});

describe('markdown blocks on the page', () => {
  it.each([
    ['# One\n## Two', '[h1 One][h2 Two]'],
    ['**bold** *it* __b__ ~~s~~ `c`', '[bold bold] [italic it] [bold b] [strike s] [code c]'],
    ['[a label](https://a.example/x)', '[link https://a.example/x a label]'],
    ['[no](javascript:alert(1))', '[no](javascript:alert(1))'],
    ['- one\n- two\n  - inner', '[ul: one | two[ul: inner]]'],
    ['3. three\n4. four', '[ol 3: three | four]'],
    ['> quoted\n> **twice**\n\nafter', '[quote quoted\n[bold twice]]after'],
    ['```js\nlet a = 1;\n```', '[pre let a = 1;]'],
    ['a\n\n---\n\nb', 'a[rule]b'],
    ['hello <!here>', 'hello [broadcast here]'],
    ['**ask <@U0ADA>** :tada:', '[bold ask [user U0ADA]] [emoji tada]'],
    ['&lt;!here&gt; `<!here>`', '<!here> [code <!here>]'],
    ['<b>bold</b> and <!nothing>', '<b>bold</b> and <!nothing>'],
    ['see https://a.example/x.', 'see [link https://a.example/x https://a.example/x].'],
  ])('reads %j', (text, written) => {
    expect(write(parseMarkdown(text))).toBe(written);
  });

  it.each(['>', '1. ', ' - a\n', '*_', '**a', '[a](', '`a', '<@U'])(
    'reads as many characters of %j as a block may have in good time',
    (part) => {
      const text = part.repeat(limits.markdown / part.length);
      const before = process.cpuUsage();
      parseMarkdown(text);
      expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
    },
  );
});

describe('dates in Slack text', () => {
  it('are written in the time zone of the reader', () => {
    const at = Date.parse('2026-03-02T23:30:00Z') / 1000;
    expect(formatSlackDate(at, '{date_num}', 'Europe/Berlin')).toBe('2026-03-03');
    expect(formatSlackDate(at, 'on {date_long}', 'UTC')).toBe('on Monday, March 2, 2026');
    expect(formatSlackDate(at, '{unknown} {time}', 'UTC')).toMatch(/^\{unknown\} 11:30\sPM$/);
  });
});
