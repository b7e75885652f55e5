import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compose, escapeMarkup } from '../src/people/composer.ts';
import { pingsOf } from '../src/workspace/pings.ts';
import { Workspace } from '../src/workspace/workspace.ts';
import { exampleApp, exampleRoster } from './support/example-workspace.ts';

const workspace = new Workspace({
  clock: () => 1_700_000_000_000,
  app: exampleApp,
  ...exampleRoster,
});

describe('what a person types', () => {
  it.each([
    ['plain words', 'plain words'],
    ['@scout tea?', '<@U0SCOUT> tea?'],
    ['hey @Ada, look', 'hey <@U0ADA>, look'],
    ['@adamant is nobody', '@adamant is nobody'],
    ['mail me@lin.example', 'mail me@lin.example'],
    ['see #random.', 'see <#C0RANDOM|random>.'],
    ['#nowhere', '#nowhere'],
    ['@channel @here @everyone', '<!channel> <!here> <!everyone>'],
    ['https://a.example/b?c=1&d=2, and so on', '<https://a.example/b?c=1&amp;d=2>, and so on'],
    ['<!channel> & <@U0ADA>', '&lt;!channel&gt; &amp; &lt;@U0ADA&gt;'],
    ['bravo :tada: at 10:30:45', 'bravo :tada: at 10:30:45'],
    ['bravo 🎉, read 📚👍', 'bravo :tada:, read :books::+1:'],
    [':constructor: is none', ':constructor: is none'],
    ['1 < 2 > 0', '1 &lt; 2 &gt; 0'],
  ])('%s is stored as %s', (typed, stored) => {
    expect(compose(typed, workspace).text).toBe(stored);
  });

  it('comes back unchanged from the stored text when it names nobody', () => {
    const words = fc.string().filter((text) => !/[@#]|https?:/i.test(text));
    fc.assert(
      fc.property(words, (typed) => {
        expect(compose(typed, workspace).text).toBe(escapeMarkup(typed));
      }),
    );
  });

  it('never makes markup that the composer did not resolve', () => {
    const pieces = fc.constantFrom('<!channel>', '<@U0ADA>', '<', '>', '&', '|', ' ', 'a', '!');
    fc.assert(
      fc.property(fc.array(pieces), (typed) => {
        const { text } = compose(typed.join(''), workspace);
        expect(text).not.toMatch(/[<>]/);
        expect(pingsOf({ text })).toEqual([]);
      }),
    );
  });
});

describe('the people that a message pings', () => {
  it('is told from markup, markdown and rich text elements, each once', () => {
    const pings = pingsOf({
      text: '<!here> <@U0ADA|ada>',
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: '<!subteam^S1> <@U0ADA>' } },
        { type: 'markdown', text: '<!channel>' },
        { type: 'section', text: { type: 'plain_text', text: '<!everyone>' } },
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'text', text: '<@U0LIN>' },
                { type: 'broadcast', range: 'everyone' },
              ],
            },
          ],
        },
      ],
    });
    expect(pings).toEqual(['!here', '@U0ADA', '!subteam^S1', '!channel', '!everyone']);
  });
});
