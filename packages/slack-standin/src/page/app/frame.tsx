import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChannelView } from '../../wire.ts';
import { ChannelPane, ChannelTitle } from './conversation/channel-pane.tsx';
import { ExampleMenu } from './conversation/examples.tsx';
import { ThreadPane } from './conversation/thread-pane.tsx';
import { Icon } from './dom/icon.tsx';
import { type Overlay, usePage } from './page.ts';
import { Sidebar } from './sidebar.tsx';
import { HomePane, HomeTitle } from './views/home-pane.tsx';
import { TopModal } from './views/modal.tsx';
import { type Said, Voice } from './voice.tsx';

interface FrameProps {
  readonly channel: ChannelView;
  readonly said: Said;
  readonly overlays: readonly { readonly overlay: Overlay; readonly close: () => void }[];
}

/** The whole page: the sidebar, the middle, a thread beside it, and what is open over them. */
export function Frame({ channel, said, overlays }: FrameProps) {
  const { home, thread } = usePage().place;
  const root = home ? undefined : channel.messages.find(({ ts }) => ts === thread);
  return (
    <>
      <a class="skip" href="#main">
        Skip to the conversation
      </a>
      <Voice said={said} />
      <Panes thread={root && <ThreadPane channel={channel} root={root} />}>
        {(opener) => (
          <>
            <header class="pane-head">
              {opener}
              <div class="title-slot">
                {home ? <HomeTitle /> : <ChannelTitle channel={channel} />}
              </div>
              <ExampleMenu channel={channel} />
            </header>
            {home ? <HomePane /> : <ChannelPane channel={channel} />}
          </>
        )}
      </Panes>
      <TopModal />
      {overlays.map(({ overlay, close }, index) => (
        <Over key={index} overlay={overlay} close={close} />
      ))}
    </>
  );
}

function Over({ overlay, close }: { readonly overlay: Overlay; readonly close: () => void }) {
  return overlay(close);
}

interface PanesProps {
  readonly thread: ComponentChildren;
  /** The middle, given the button that opens the sidebar where that is a drawer. */
  readonly children: (opener: ComponentChildren) => ComponentChildren;
}

/**
 * The panes side by side. On narrow screens the sidebar is a drawer, and a thread covers the middle:
 * what is off the screen, or covered, is not reached with Tab either.
 */
function Panes({ thread, children }: PanesProps) {
  const isNarrow = useMedia('(max-width: 760px)');
  const opener = useRef<HTMLButtonElement>(null);
  const { isOpen, setOpen } = useDrawer(isNarrow, opener);
  const looks = ['layout', isOpen && 'drawer-open', thread && 'with-thread'];
  const close = () => setOpen(false);
  return (
    <div class={looks.filter(Boolean).join(' ')}>
      <Sidebar isAway={isNarrow && !isOpen} leave={close} onEscape={() => isNarrow && close()} />
      {/* biome-ignore lint/a11y: the drawer is left with Escape as well. */}
      <div class="shade" onClick={close} />
      <main
        id="main"
        class="centre"
        tabIndex={-1}
        aria-label="Conversation"
        inert={isNarrow && (isOpen || Boolean(thread))}
      >
        {children(
          <button
            ref={opener}
            type="button"
            class="button button-icon drawer-opener"
            aria-label="Open the sidebar"
            aria-controls="sidebar"
            aria-expanded={isOpen}
            data-testid="drawer-opener"
            onClick={() => setOpen(true)}
          >
            <Icon name="menu" />
          </button>,
        )}
      </main>
      {thread}
    </div>
  );
}

/** Whether the drawer is open; the focus goes into it, and back to its button. */
function useDrawer(isNarrow: boolean, opener: { readonly current: HTMLElement | null }) {
  const [isOpen, setOpen] = useState(false);
  const wasOpen = useRef(false);
  useEffect(() => setOpen(false), [isNarrow]);
  useLayoutEffect(() => {
    if (isOpen) document.querySelector<HTMLElement>('#sidebar [aria-current]')?.focus();
    else if (wasOpen.current && isNarrow) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, isNarrow, opener]);
  return { isOpen, setOpen };
}

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useLayoutEffect(() => {
    const media = matchMedia(query);
    const look = () => setMatches(media.matches);
    look();
    media.addEventListener('change', look);
    return () => media.removeEventListener('change', look);
  }, [query]);
  return matches;
}
