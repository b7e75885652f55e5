import { element } from './dom/element.ts';
import { icon } from './dom/icon.ts';

/** The page's own voice: for screen readers, for short-lived trouble, and for a server that is away. */
export interface Announcer {
  readonly nodes: readonly HTMLElement[];
  /** Says something to screen readers only. */
  say(text: string): void;
  /** Shows something that went wrong, for a while. */
  complain(text: string): void;
  /** Shows or hides the banner that says that the server is away. */
  setAway(away: boolean): void;
}

const complaintMs = 8000;

/** Makes the voice; its nodes belong at the top of the page. */
export function createAnnouncer(): Announcer {
  const status = element('p', {
    class: 'visually-hidden',
    role: 'status',
    'data-testid': 'announcer',
  });
  const words = element('span', {});
  const complaint = element(
    'p',
    { class: 'complaint', role: 'alert', 'data-testid': 'complaint', popover: 'manual' },
    icon('alert'),
    words,
  );
  const banner = element('p', { class: 'banner', role: 'alert', 'data-testid': 'away-banner' });
  banner.hidden = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    nodes: [banner, complaint, status],
    say: (text) => {
      status.textContent = text;
    },
    complain: (text) => {
      words.textContent = text;
      // Shown anew each time, so that it stands above a dialog that was opened meanwhile.
      complaint.hidePopover();
      complaint.showPopover();
      clearTimeout(timer);
      timer = setTimeout(() => complaint.hidePopover(), complaintMs);
    },
    setAway: (away) => {
      if (banner.hidden === !away) return;
      // The words come and go with the banner, because only a change of content is read aloud.
      banner.textContent = away
        ? 'The stand-in is not answering. This page reconnects by itself once it is back.'
        : '';
      banner.hidden = !away;
    },
  };
}
