import type { Message } from '../../../wire.ts';
import { usePage } from '../page.ts';
import { clockTime, dayLabel } from '../text/message-time.ts';
import { UserAvatar } from './avatar.tsx';
import { countReplies, type ThreadSummary } from './thread.ts';

interface ThreadLinkProps {
  readonly root: Message;
  readonly thread: ThreadSummary;
}

/** The line under a message that opens its thread. */
export function ThreadLink({ root, thread }: ThreadLinkProps) {
  const page = usePage();
  const { tz } = page.names.me;
  const day = dayLabel(thread.lastTs, tz, new Date());
  const last = `Last reply ${day === 'Today' ? 'today' : day} at ${clockTime(thread.lastTs, tz)}`;
  return (
    <button
      type="button"
      class="thread-link"
      data-testid="thread-link"
      onClick={() => page.go({ thread: root.ts })}
    >
      {thread.users.slice(0, 4).map((id) => (
        <UserAvatar key={id} id={id} />
      ))}
      <span class="thread-count">{countReplies(thread.count)}</span>
      <span class="thread-last">{last}</span>
    </button>
  );
}
