import { drawStretches } from '../blocks/marked-nodes.ts';
import { element } from '../dom/element.ts';
import { icon } from '../dom/icon.ts';
import type { KeyedItem } from '../dom/keyed-list.ts';
import type { Page } from '../page.ts';
import { server } from '../server.ts';
import type { Notice } from '../state.ts';
import { parseMrkdwn } from '../text/parse-mrkdwn.ts';

/** The stand-in's own lines at the end of a list: why something failed, until dismissed. */
export function noticeItems(notices: readonly Notice[], page: Page): KeyedItem[] {
  return notices.map((notice) => ({
    key: `notice-${notice.id}`,
    signature: notice.text,
    draw: () => drawNotice(notice, page),
  }));
}

function drawNotice(notice: Notice, page: Page): HTMLElement {
  const dismiss = () => void page.told(server.dismissNotice(page.place.user, notice.id));
  return element(
    'li',
    { class: 'message notice', 'data-testid': 'notice', tabindex: -1 },
    element('span', { class: 'avatar avatar-notice', 'aria-hidden': 'true' }, icon('alert')),
    element(
      'div',
      { class: 'message-body' },
      element('p', { class: 'only-you' }, icon('eye'), 'Only visible to you'),
      element(
        'div',
        { class: 'message-head' },
        element('span', { class: 'message-author' }, 'Slackbot'),
      ),
      element(
        'div',
        { class: 'message-content' },
        ...drawStretches(parseMrkdwn(notice.text), page.names),
      ),
    ),
    element(
      'button',
      {
        type: 'button',
        class: 'button button-icon',
        title: 'Dismiss',
        'aria-label': 'Dismiss this notice',
        'data-testid': 'notice-dismiss',
        onclick: dismiss,
      },
      icon('close'),
    ),
  );
}
