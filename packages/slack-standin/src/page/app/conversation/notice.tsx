import type { Notice } from '../../../wire.ts';
import { Stretches } from '../blocks/marked.tsx';
import { Icon } from '../dom/icon.tsx';
import { usePage } from '../page.ts';
import { server } from '../server.ts';
import { parseMrkdwn } from '../text/parse-mrkdwn.ts';

/** Slack's own line at the end of a list: why something failed, until it is dismissed. */
export function NoticeLine({ notice }: { readonly notice: Notice }) {
  const page = usePage();
  const dismiss = () => void page.told(server.dismissNotice(page.place.user, notice.id));
  return (
    <li class="message notice" data-testid="notice" tabIndex={-1}>
      <span class="avatar avatar-notice" aria-hidden="true">
        <Icon name="alert" />
      </span>
      <div class="message-body">
        <p class="only-you">
          <Icon name="eye" />
          Only visible to you
        </p>
        <div class="message-head">
          <span class="message-author">Slackbot</span>
        </div>
        <div class="message-content">
          <Stretches of={parseMrkdwn(notice.text)} />
        </div>
      </div>
      <button
        type="button"
        class="button button-icon"
        title="Dismiss"
        aria-label="Dismiss this notice"
        data-testid="notice-dismiss"
        onClick={dismiss}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}
