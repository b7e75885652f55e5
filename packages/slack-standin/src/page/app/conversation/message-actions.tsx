import type { Message } from '../../../wire.ts';
import { Icon } from '../dom/icon.tsx';
import { MenuButton, type MenuItem } from '../dom/menu.tsx';
import { type Page, usePage } from '../page.ts';
import { server } from '../server.ts';
import { typedText } from '../text/typed-text.ts';
import { deleteMessage, editMessage, isOwn } from './own-message.tsx';
import { ReactButton } from './reactions.tsx';

interface MessageActionsProps {
  readonly message: Message;
  readonly channel: string;
  readonly isInThread: boolean;
}

/** What can be done with a message: react, reply in its thread, use the app's shortcuts on it. */
export function MessageActions({ message, channel, isInThread }: MessageActionsProps) {
  const page = usePage();
  // As in Slack, a message that only one person sees has neither a thread nor shortcuts.
  if (message.ephemeral_to !== undefined || message.subtype === 'tombstone') return null;
  return (
    <fieldset class="message-actions" aria-label="Message actions">
      <ReactButton message={message} channel={channel} />
      {!isInThread && <ReplyButton message={message} />}
      <MenuButton
        menu="Message actions"
        items={() => menuItems(message, channel, isInThread, page)}
        class="button button-icon"
        title="More actions"
        aria-label="More actions"
        data-testid="message-more"
      >
        <Icon name="more" />
      </MenuButton>
    </fieldset>
  );
}

function ReplyButton({ message }: { readonly message: Message }) {
  const page = usePage();
  return (
    <button
      type="button"
      class="button button-icon reply-in-thread"
      title="Reply in thread"
      aria-label="Reply in thread"
      data-testid="reply-in-thread"
      onClick={() => page.go({ thread: threadOf(message) })}
    >
      <Icon name="reply" />
    </button>
  );
}

function menuItems(message: Message, channel: string, isInThread: boolean, page: Page): MenuItem[] {
  const { user } = page.place;
  const reply = { label: 'Reply in thread', choose: () => page.go({ thread: threadOf(message) }) };
  return [
    ...(isInThread ? [] : [reply]),
    ...page.state.shortcuts
      .filter(({ type }) => type === 'message')
      .map(({ callback_id, name }) => ({
        label: (
          <span class="menu-shortcut">
            <Icon name="bolt" />
            {name}
          </span>
        ),
        testId: `shortcut-${callback_id}`,
        choose: () => void page.told(server.useShortcut(user, callback_id, channel, message.ts)),
      })),
    { label: 'Copy text', choose: () => void copy(typedText(message.text, page.names)) },
    { label: 'Copy link', choose: () => void copy(permalink(message, channel)) },
    ...(isOwn(message, user) ? ownItems(message, channel, page) : []),
  ];
}

function ownItems(message: Message, channel: string, page: Page): MenuItem[] {
  return [
    {
      label: 'Edit message',
      testId: 'edit-message',
      choose: () => editMessage(message, channel, page),
    },
    {
      label: 'Delete message',
      testId: 'delete-message',
      choose: () => void deleteMessage(message, channel, page),
    },
  ];
}

function threadOf({ ts, thread_ts }: Message): string {
  return thread_ts ?? ts;
}

/** The address that Slack gives a message. */
function permalink({ ts, thread_ts: thread }: Message, channel: string): string {
  const query = thread ? `?thread_ts=${thread}&cid=${channel}` : '';
  return `${location.origin}/archives/${channel}/p${ts.replace('.', '')}${query}`;
}

/** Without permission for the clipboard there is nothing to be done about it. */
function copy(text: string): Promise<void> {
  return navigator.clipboard.writeText(text).catch(() => undefined);
}
