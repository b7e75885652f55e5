import { useState } from 'preact/hooks';
import type { Message, Status } from '../../../wire.ts';
import { Blocks } from '../blocks/block.tsx';
import { HeldValues } from '../blocks/held-values.ts';
import { Stretches } from '../blocks/marked.tsx';
import { BlockContext } from '../blocks/setting.ts';
import { Icon } from '../dom/icon.tsx';
import { displayName } from '../names.ts';
import { usePage } from '../page.ts';
import { clockTime, fullTime, timeOf } from '../text/message-time.ts';
import { parseMrkdwn } from '../text/parse-mrkdwn.ts';
import { Avatar } from './avatar.tsx';
import { Files } from './files.tsx';
import { MessageActions } from './message-actions.tsx';
import { Reactions } from './reactions.tsx';
import { StatusLine } from './status.tsx';
import type { ThreadSummary } from './thread.ts';
import { ThreadLink } from './thread-link.tsx';

interface MessageProps {
  readonly message: Message;
  readonly channel: string;
  /** Whether it goes on where the same person's last message ended, so that it needs no head. */
  readonly isGrouped: boolean;
  readonly isInThread: boolean;
  readonly thread: ThreadSummary | undefined;
  /** What the app says it is doing about the message. */
  readonly status: Status | undefined;
}

/** A message with all that belongs to it. */
export function MessageLine(props: MessageProps) {
  const { message, channel, isGrouped, isInThread, thread, status } = props;
  const page = usePage();
  const user = page.names.user(message.user);
  const isBot = message.bot_id !== undefined || (user?.is_bot ?? false);
  const name = message.username ?? (user ? displayName(user) : message.user);
  const isEphemeral = message.ephemeral_to !== undefined;
  const looks = [
    'message',
    isGrouped && 'grouped',
    isEphemeral && 'ephemeral',
    page.place.message === message.ts && 'pointed',
  ];
  return (
    <li
      class={looks.filter(Boolean).join(' ')}
      tabIndex={-1}
      data-testid="message"
      data-ts={message.ts}
      data-user={message.user}
      data-ephemeral={isEphemeral ? 'true' : undefined}
    >
      <Avatar id={message.user} name={name} isBot={isBot} />
      <div class="message-body">
        {isEphemeral && (
          <p class="only-you" data-testid="ephemeral-mark">
            <Icon name="eye" />
            Only visible to you
          </p>
        )}
        <div class="message-head">
          <bdi class="message-author" data-testid="author">
            {name}
          </bdi>
          {isBot && (
            <span class="badge" data-testid="app-badge">
              APP
            </span>
          )}
          <Time ts={message.ts} />
        </div>
        <Content message={message} channel={channel} />
        {message.files && message.files.length > 0 && <Files files={message.files} />}
        {message.reactions && message.reactions.length > 0 && (
          <Reactions message={message} channel={channel} />
        )}
        {thread && <ThreadLink root={message} thread={thread} />}
        {status && <StatusLine status={status} />}
      </div>
      <MessageActions message={message} channel={channel} isInThread={isInThread} />
    </li>
  );
}

function Time({ ts }: { readonly ts: string }) {
  const { tz } = usePage().names.me;
  const at = timeOf(ts);
  return (
    <time
      class="message-time"
      dateTime={Number.isNaN(at.getTime()) ? undefined : at.toISOString()}
      title={fullTime(ts, tz)}
    >
      {clockTime(ts, tz)}
    </time>
  );
}

interface ContentProps {
  readonly message: Message;
  readonly channel: string;
}

function Content({ message, channel }: ContentProps) {
  const [held] = useState(() => new HeldValues());
  const setting = {
    container: { type: 'message', channel, ts: message.ts },
    here: channel,
    held,
    headingLevel: 3,
  } as const;
  return (
    <div class="message-content" data-testid="message-content">
      {message.blocks?.length ? (
        <BlockContext.Provider value={setting}>
          <Blocks blocks={message.blocks} />
        </BlockContext.Provider>
      ) : (
        <Stretches of={parseMrkdwn(message.text)} />
      )}
      {message.edited !== undefined && <span class="edited">(edited)</span>}
    </div>
  );
}
