import type { ChannelView, Message } from '../../../wire.ts';
import { usePage } from '../page.ts';
import { dayKey, dayLabel } from '../text/message-time.ts';
import { MessageLine } from './message.tsx';
import { summarizeThread, threadStatus } from './thread.ts';

const groupWithinSeconds = 300;

interface MessagesProps {
  readonly messages: readonly Message[];
  readonly channel: ChannelView;
  readonly isInThread?: boolean;
}

/** A run of messages, in a channel with a divider before each day. */
export function Messages({ messages, channel, isInThread = false }: MessagesProps) {
  const { tz } = usePage().names.me;
  return (
    <>
      {messages.flatMap((message, index) => {
        const previous = messages[index - 1];
        const isNewDay = !previous || dayKey(previous.ts, tz) !== dayKey(message.ts, tz);
        const line = (
          <MessageLine
            key={message.ts}
            message={message}
            channel={channel.id}
            isGrouped={!isNewDay && follows(message, previous)}
            isInThread={isInThread}
            thread={isInThread ? undefined : summarizeThread(channel, message)}
            status={isInThread ? undefined : threadStatus(channel, message.ts)}
          />
        );
        if (!isNewDay || isInThread) return [line];
        const label = dayLabel(message.ts, tz, new Date());
        return [
          <li key={`day-${dayKey(message.ts, tz)}`} class="day" data-testid="day">
            <span>{label}</span>
          </li>,
          line,
        ];
      })}
    </>
  );
}

/** Whether a message goes on where the same person's last one ended. */
function follows(message: Message, previous: Message): boolean {
  return (
    previous.user === message.user &&
    previous.username === message.username &&
    previous.ephemeral_to === undefined &&
    message.ephemeral_to === undefined &&
    Number(message.ts) - Number(previous.ts) < groupWithinSeconds
  );
}
