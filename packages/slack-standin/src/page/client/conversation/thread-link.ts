import { element } from '../dom/element.ts';
import type { Page } from '../page.ts';
import { displayName } from '../people.ts';
import type { Message } from '../state.ts';
import { clockTime, dayLabel } from '../text/message-time.ts';
import { drawAvatar } from './avatar.ts';
import type { ThreadSummary } from './thread.ts';

/** "1 reply", "3 replies". */
export function countReplies(count: number): string {
  return count === 1 ? '1 reply' : `${count} replies`;
}

/** Draws the line under a message that opens its thread. */
export function drawThreadLink(root: Message, thread: ThreadSummary, page: Page): HTMLElement {
  const faces = thread.users.slice(0, 4).map((id) => {
    const user = page.names.user(id);
    return drawAvatar(id, user ? displayName(user) : id, user?.is_bot ?? false);
  });
  const { tz } = page.names.me;
  const day = dayLabel(thread.lastTs, tz, new Date());
  const last = `Last reply ${day.toLowerCase() === 'today' ? 'today' : day} at ${clockTime(thread.lastTs, tz)}`;
  return element(
    'button',
    {
      type: 'button',
      class: 'thread-link',
      'data-testid': 'thread-link',
      'data-focus-key': 'thread-link',
      onclick: () => page.go({ thread: root.ts }),
    },
    ...faces,
    element('span', { class: 'thread-count' }, countReplies(thread.count)),
    element('span', { class: 'thread-last' }, last),
  );
}
