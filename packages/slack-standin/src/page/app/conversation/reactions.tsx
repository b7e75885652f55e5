import { emojiCharacter } from '../../../text/emoji.ts';
import type { Message } from '../../../wire.ts';
import { Icon } from '../dom/icon.tsx';
import { MenuButton } from '../dom/menu.tsx';
import { displayName } from '../names.ts';
import { type Page, usePage } from '../page.ts';
import { server } from '../server.ts';

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

interface ReactionsProps {
  readonly message: Message;
  readonly channel: string;
}

/** The reactions below a message, each a button that joins in or takes one's own back. */
export function Reactions({ message, channel }: ReactionsProps) {
  const page = usePage();
  const nameOf = (id: string) => {
    const user = page.names.user(id);
    return user ? displayName(user) : id;
  };
  return (
    <ul class="reactions" aria-label="Reactions">
      {(message.reactions ?? []).map(({ name, users }) => {
        const people = users.map(nameOf).join(', ');
        return (
          <li key={name}>
            <button
              type="button"
              class="reaction"
              title={`${people} reacted with :${name}:`}
              aria-label={`${name}, ${users.length} from ${people}`}
              aria-pressed={users.includes(page.place.user)}
              data-testid="reaction"
              onClick={() => void react(message, channel, page, name)}
            >
              {`${emojiCharacter(name)} ${users.length}`}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** The button that offers emoji to react with. */
export function ReactButton({ message, channel }: ReactionsProps) {
  const page = usePage();
  const items = () =>
    offered.map((name) => ({
      label: (
        <span title={`:${name}:`}>
          <span aria-hidden="true">{emojiCharacter(name)}</span>
          <span class="visually-hidden">{name.replaceAll('_', ' ')}</span>
        </span>
      ),
      testId: `react-${name}`,
      choose: () => void react(message, channel, page, name),
    }));
  return (
    <MenuButton
      menu="Reactions"
      items={items}
      look="menu-grid"
      class="button button-icon"
      title="Add a reaction"
      aria-label="Add a reaction"
      data-testid="react"
    >
      <Icon name="smile" />
    </MenuButton>
  );
}

/** Adds one's reaction; takes it back where one has it already. */
function react(message: Message, channel: string, page: Page, name: string) {
  const { user } = page.place;
  const mine = message.reactions?.some((one) => one.name === name && one.users.includes(user));
  return page.told(server.react({ user, channel, ts: message.ts }, name, mine === true));
}
