import type { ChannelView } from '../../../wire.ts';
import { Icon } from '../dom/icon.tsx';
import { MenuButton } from '../dom/menu.tsx';
import { channelLabel, displayName } from '../names.ts';
import { type Page, usePage } from '../page.ts';
import { server } from '../server.ts';
import { Composer } from './composer.tsx';
import { EmptyChannel } from './empty-channel.tsx';
import { Messages } from './message-items.tsx';
import { MessageList } from './message-list.tsx';
import { NoticeLine } from './notice.tsx';
import { editMessage, lastOwn } from './own-message.tsx';
import { PromptRow } from './prompt-row.tsx';
import { draftPlace, sendChosen } from './send.ts';
import { channelMessages } from './thread.ts';

/** The middle of the page: a channel's messages, and where one writes. */
export function ChannelPane({ channel }: { readonly channel: ChannelView }) {
  const page = usePage();
  const place = draftPlace(page.place, false);
  const messages = channelMessages(channel);
  const notices = page.state.notices.filter(
    (notice) => notice.channel === channel.id || !page.names.channel(notice.channel),
  );
  const note = remark(channel, page);
  const recall = () => {
    const message = lastOwn(messages, page.place.user);
    if (message) editMessage(message, channel.id, page);
  };
  return (
    <div class="pane" data-testid="channel-pane">
      <h2 class="visually-hidden">Messages</h2>
      <MessageList
        label="Messages"
        testId="messages"
        place={place}
        newest={notices.at(-1)?.id ?? messages.at(-1)?.ts ?? ''}
        isMine={messages.at(-1)?.user === page.place.user}
      >
        {messages.length === 0 && <EmptyChannel key="empty" channel={channel} />}
        <Messages key="messages" messages={messages} channel={channel} />
        {notices.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} />
        ))}
      </MessageList>
      {/* An empty channel says it already, in its own words. */}
      <p
        class="composer-aside"
        data-testid="channel-note"
        hidden={note === '' || messages.length === 0}
      >
        {note}
      </p>
      <PromptRow
        key={channel.id}
        suggested={channel.suggested_prompts}
        send={(text) => void sendChosen(text, page)}
      />
      <Composer
        testId="composer"
        place={place}
        label={`Message ${channelLabel(channel, page.names)}`}
        recall={recall}
      >
        <GlobalShortcuts />
      </Composer>
    </div>
  );
}

function remark(channel: ChannelView, page: Page): string {
  if (!channel.is_member) return `You are not a member of #${channel.name}.`;
  if (channel.bot_is_member) return '';
  return `${page.names.bot?.name ?? 'The bot'} is not in this channel and does not see messages here.`;
}

/** The button beside the message box that offers the app's global shortcuts, where it has some. */
function GlobalShortcuts() {
  const page = usePage();
  const offered = page.state.shortcuts.filter(({ type }) => type === 'global');
  if (offered.length === 0) return null;
  const { user, channel } = page.place;
  const items = () =>
    offered.map(({ callback_id, name }) => ({
      label: name,
      testId: `shortcut-${callback_id}`,
      choose: () => void page.told(server.useShortcut(user, callback_id, channel)),
    }));
  return (
    <MenuButton
      menu="Shortcuts"
      items={items}
      class="button button-icon"
      title="Shortcuts"
      aria-label="Shortcuts"
      data-testid="global-shortcuts"
    >
      <Icon name="bolt" />
    </MenuButton>
  );
}

/** The header's words about a channel: its name and who is in it. */
export function ChannelTitle({ channel }: { readonly channel: ChannelView }) {
  const { names } = usePage();
  const people = names.users
    .filter((user) => !user.is_bot || channel.bot_is_member)
    .map(displayName);
  return (
    <div class="pane-title">
      <h1 data-testid="channel-title">
        <Icon name={channel.kind === 'im' ? 'chat' : 'hash'} />
        {channelLabel(channel, names).replace(/^#/, '')}
      </h1>
      <p class="pane-subtitle">
        {channel.kind === 'im' ? 'App · direct message' : people.join(', ')}
      </p>
    </div>
  );
}
