import { emojiCharacter } from '../../../text/emoji.ts';
import { element } from '../dom/element.ts';
import { icon } from '../dom/icon.ts';
import { drawMenuButton } from '../dom/menu-button.ts';
import type { Page } from '../page.ts';
import { displayName } from '../people.ts';
import { type MessageRef, server } from '../server.ts';
import type { Message } from '../state.ts';

const offered = [
  '+1',
  '-1',
  'eyes',
  'white_check_mark',
  'tada',
  'thinking_face',
  'raised_hands',
  'question',
  'bookmark',
  'books',
  'mag',
  'x',
];

/** Draws the reactions below a message, each a button that joins in or takes one's own back. */
export function drawReactions(message: Message, channel: string, page: Page): HTMLElement {
  const chips = (message.reactions ?? []).map(({ name, users }) => {
    const people = users.map((id) => {
      const user = page.names.user(id);
      return user ? displayName(user) : id;
    });
    const mine = users.includes(page.place.user);
    const attributes = {
      type: 'button',
      class: 'reaction',
      title: `${people.join(', ')} reacted with :${name}:`,
      'aria-label': `${name}, ${users.length} from ${people.join(', ')}`,
      'aria-pressed': String(mine),
      'data-testid': 'reaction',
      'data-focus-key': `reaction-${name}`,
      onclick: () => void react(message, channel, page, name),
    };
    return element(
      'li',
      {},
      element('button', attributes, `${emojiCharacter(name)} ${users.length}`),
    );
  });
  return element('ul', { class: 'reactions', 'aria-label': 'Reactions' }, ...chips);
}

/** Draws the button that offers emoji to react with. */
export function drawReactButton(message: Message, channel: string, page: Page): HTMLElement {
  const items = offered.map((name) => ({
    label: element(
      'span',
      { title: `:${name}:` },
      element('span', { 'aria-hidden': 'true' }, emojiCharacter(name)),
      element('span', { class: 'visually-hidden' }, name.replaceAll('_', ' ')),
    ),
    testId: `react-${name}`,
    choose: () => void react(message, channel, page, name),
  }));
  return drawMenuButton(
    {
      class: 'button button-icon',
      title: 'Add a reaction',
      'aria-label': 'Add a reaction',
      'data-testid': 'react',
      'data-focus-key': 'react',
    },
    { label: 'Reactions', items: () => items, look: 'menu-grid' },
    icon('smile'),
  );
}

/** Adds one's reaction; takes it back where one has it already. */
function react(message: Message, channel: string, page: Page, name: string) {
  const { user } = page.place;
  const ref: MessageRef = { user, channel, ts: message.ts };
  const mine = message.reactions?.some((one) => one.name === name && one.users.includes(user));
  return page.told(server.react(ref, name, mine === true));
}
