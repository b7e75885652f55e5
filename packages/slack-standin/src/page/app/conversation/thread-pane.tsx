import { useLayoutEffect } from 'preact/hooks';
import type { ChannelView, Message } from '../../../wire.ts';
import { Icon } from '../dom/icon.tsx';
import { channelLabel } from '../names.ts';
import { type Page, usePage } from '../page.ts';
import { Composer } from './composer.tsx';
import { Messages } from './message-items.tsx';
import { MessageList } from './message-list.tsx';
import { editMessage, lastOwn } from './own-message.tsx';
import { draftPlace, focusComposer } from './send.ts';
import { StatusLine } from './status.tsx';
import { countReplies, threadReplies, threadStatus } from './thread.ts';

interface ThreadPaneProps {
  readonly channel: ChannelView;
  /** The message that begins the thread. */
  readonly root: Message;
}

/** The pane at the right: one thread, and where one replies. */
export function ThreadPane({ channel, root }: ThreadPaneProps) {
  const page = usePage();
  const place = draftPlace(page.place, true);
  const replies = threadReplies(channel, root.ts);
  const count = replies.filter((reply) => !reply.ephemeral_to).length;
  const status = threadStatus(channel, root.ts);
  useLayoutEffect(() => focusComposer('thread-composer'), [place]);
  const close = () => {
    page.go({ thread: undefined });
    focusThread(root.ts);
  };
  const recall = () => {
    const message = lastOwn(replies, page.place.user);
    if (message) editMessage(message, channel.id, page);
  };
  return (
    <aside
      class="thread"
      aria-label="Thread"
      data-testid="thread-pane"
      onKeyDown={({ key }) => key === 'Escape' && close()}
    >
      <Head subtitle={subtitleOf(channel, root.ts, page)} close={close} />
      <MessageList
        label="Thread"
        testId="thread-messages"
        place={place}
        newest={status ? status.status : (replies.at(-1)?.ts ?? root.ts)}
        isMine={replies.at(-1)?.user === page.place.user}
      >
        <Messages key="root" messages={[root]} channel={channel} isInThread />
        {count > 0 && (
          <li key="count" class="reply-count" data-testid="reply-count">
            <span>{countReplies(count)}</span>
          </li>
        )}
        <Messages key="replies" messages={replies} channel={channel} isInThread />
        {status && (
          <li key="status" class="status-line">
            <StatusLine status={status} />
          </li>
        )}
      </MessageList>
      <Composer
        testId="thread-composer"
        place={place}
        label="Reply in thread"
        thread={root.ts}
        recall={recall}
      />
    </aside>
  );
}

interface HeadProps {
  readonly subtitle: string;
  readonly close: () => void;
}

function Head({ subtitle, close }: HeadProps) {
  return (
    <header class="pane-head">
      <div class="pane-title">
        <h2>Thread</h2>
        <p class="pane-subtitle">{subtitle}</p>
      </div>
      <button
        type="button"
        class="button button-icon"
        title="Close thread"
        aria-label="Close thread"
        data-testid="thread-close"
        onClick={close}
      >
        <Icon name="close" />
      </button>
    </header>
  );
}

/** Where the thread stands, and what the app calls it. */
function subtitleOf(channel: ChannelView, ts: string, page: Page): string {
  const named = channel.titles.find(({ thread_ts }) => thread_ts === ts);
  const label = channelLabel(channel, page.names);
  return named ? `${label} · ${named.title}` : label;
}

/** Puts the focus on what leads to a thread that was closed. */
function focusThread(ts: string): void {
  document.querySelector<HTMLElement>(`.pane [data-ts="${CSS.escape(ts)}"] .thread-link`)?.focus();
}
