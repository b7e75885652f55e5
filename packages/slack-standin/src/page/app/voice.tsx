import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './dom/icon.tsx';

/** What the page has to say for itself. */
export interface Said {
  /** For screen readers only: what others wrote. */
  readonly news: string;
  /** Whether the server does not answer. */
  readonly isAway: boolean;
  /** What went wrong last; a new object each time, even for the same words. */
  readonly complaint: { readonly text: string } | undefined;
}

const complaintMs = 8000;

/** The page's own voice: a banner for a server that is away, trouble that goes by, and news. */
export function Voice({ said }: { readonly said: Said }) {
  const { news, isAway, complaint } = said;
  return (
    <>
      <p class="banner" role="alert" data-testid="away-banner" hidden={!isAway}>
        {/* The words come and go with the banner, because only a change of content is read aloud. */}
        {isAway &&
          'The fake Slack is not answering. This page reconnects by itself once it is back.'}
      </p>
      <Complaint complaint={complaint} />
      <p class="visually-hidden" role="status" data-testid="announcer">
        {news}
      </p>
    </>
  );
}

function Complaint({ complaint }: Pick<Said, 'complaint'>) {
  const node = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (!complaint) return;
    // Shown again each time, so that it stands above a dialog that was opened meanwhile.
    node.current?.hidePopover();
    node.current?.showPopover();
    const timer = setTimeout(() => node.current?.hidePopover(), complaintMs);
    return () => clearTimeout(timer);
  }, [complaint]);
  return (
    <p ref={node} class="complaint" role="alert" data-testid="complaint" popover="manual">
      <Icon name="alert" />
      <span>{complaint?.text}</span>
    </p>
  );
}
