import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../dom/icon.tsx';
import { createRovingStops, type RovingStops } from '../dom/roving-stops.ts';

const nearPx = 60;
const marginPx = 8;

interface MessageListProps {
  /** What screen readers call the list. */
  readonly label: string;
  readonly testId: string;
  /** What is shown: another place starts at its end. */
  readonly place: string;
  /** What the last entry is. */
  readonly newest: string;
  /** Whether the reader just wrote that: the list then scrolls to it in any case. */
  readonly isMine: boolean;
  readonly children: ComponentChildren;
}

/**
 * A scrolling list of messages. When the reader is at its end it stays there as something is
 * added or resized; when they are further up it stays put and offers to go to what is new.
 */
export function MessageList(props: MessageListProps) {
  const { label, testId, place, newest, isMine, children } = props;
  const list = useRef<HTMLOListElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useRef({ place: '', newest: '', follows: true });
  const [hasNew, setNew] = useState(false);
  const toEnd = () => {
    shown.current.follows = true;
    setNew(false);
    if (scroller.current) scroller.current.scrollTop = endOf(scroller.current);
  };
  useRovingStops(list);
  useLayoutEffect(() => {
    const { current: before } = shown;
    const isNew = newest !== before.newest;
    if (place !== before.place || before.follows || (isNew && isMine)) toEnd();
    else if (isNew) setNew(true);
    Object.assign(before, { place, newest });
  });
  useEffect(() => {
    const { current: node } = scroller;
    if (!node || !list.current) return;
    // A thread that opens beside the list, or an image that loads in it, must not move its end away.
    const observer = new ResizeObserver(() => {
      if (shown.current.follows && node.scrollTop < endOf(node)) toEnd();
    });
    observer.observe(node);
    observer.observe(list.current);
    return () => observer.disconnect();
  }, []);
  const takeScroll = ({ currentTarget: node }: { currentTarget: HTMLElement }) => {
    shown.current.follows = node.scrollTop > endOf(node) - nearPx;
    if (shown.current.follows) setNew(false);
  };
  return (
    <div class="scroll-frame">
      <div class="scroller" ref={scroller} onScroll={takeScroll}>
        <ol class="messages" ref={list} data-testid={testId} aria-label={label}>
          {children}
        </ol>
      </div>
      <button
        type="button"
        class="new-pill"
        hidden={!hasNew}
        data-testid={`${testId}-new`}
        onClick={toEnd}
      >
        <Icon name="down" />
        New messages
      </button>
    </div>
  );
}

/** The end is where the newest message begins, if it is too long to be seen whole. */
function endOf(scroller: HTMLElement): number {
  const { scrollHeight, clientHeight } = scroller;
  const last = scroller.firstElementChild?.lastElementChild;
  const start = last instanceof HTMLElement ? last.offsetTop - marginPx : scrollHeight;
  return Math.max(0, Math.min(scrollHeight - clientHeight, start));
}

/** Makes the list one stop for Tab, within which the arrow keys go from message to message. */
function useRovingStops(list: { readonly current: HTMLElement | null }): void {
  const stops = useRef<RovingStops | undefined>(undefined);
  useLayoutEffect(() => {
    if (list.current) stops.current ??= createRovingStops(list.current, '.message');
    stops.current?.update();
  });
}
