/**
 * The page of the fake Slack.
 *
 * Addresses: `/?user=lin&channel=general&thread=TS`, `/?user=ada&channel=dm`, `/?user=ada&view=home`;
 * people and channels by name or id; `&message=TS` goes to a message.
 *
 * For tests, by `data-testid`:
 *
 * - Sidebar: `sidebar`, `workspace`, `person-switch` (opens a `menu` with `person-<name>`),
 *   `place-<channel>`, `place-dm`, `place-home`, `unread`; on narrow screens `drawer-opener`.
 * - Middle: `channel-title`, `channel-pane`, `channel-note`, `messages`, `day`, `empty-channel`,
 *   `example`, `example-menu`, `prompts`, `prompt`, `messages-new`, `home`.
 * - Message: `message` (with `data-ts`, `data-user`, `data-ephemeral`), `author`, `app-badge`,
 *   `ephemeral-mark`, `message-content`, `file`, `thread-link`, `reply-in-thread`, `message-more`
 *   (opens a `menu` with `shortcut-<callback_id>`, `edit-message`, `delete-message`), `react` (opens
 *   one with `react-<name>`), `reaction`, `status`; `notice`, `notice-dismiss`; `edit` with
 *   `edit-field`, `edit-save`, `edit-cancel`.
 * - Thread: `thread-pane`, `thread-messages`, `thread-messages-new`, `reply-count`, `thread-close`.
 * - Writing: `composer`, `thread-composer`, each also with `-send`, `-suggestions`, `-trouble`,
 *   `-attach` and `-files`; `suggestion`, `attachment`, `global-shortcuts`.
 * - Blocks: every block has `data-block="<type>"`; elements have `data-action-id`, and `button`,
 *   `overflow`, `field`, `option`, `card`, `feedback-positive`, `feedback-negative`, `icon-button`; `quote`, `input`
 *   (with `data-block-id`), `field-error`, `unsupported`; `confirm`, `confirm-agree`, `confirm-deny`.
 * - Modals: `modal`, `modal-title`, `modal-submit`, `modal-close`, `modal-x`, `modal-problem`.
 * - Voice: `away-banner`, `complaint`, `announcer`.
 */
import type { PageState } from '../../wire.ts';
import { App } from './app.tsx';
import { findUser, userInAddress } from './place.ts';
import { server } from './server.ts';

const retryAfterMs = 1500;

/** Asks until the server answers, so that the page may be opened before it is up. */
async function firstState(user?: string): Promise<PageState> {
  const state = await server.state(user);
  if (state) return state;
  const waiting = document.querySelector('.waiting');
  if (waiting) waiting.textContent = 'Waiting for the fake Slack to answer…';
  await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
  return firstState(user);
}

async function start(root: HTMLElement): Promise<void> {
  const anyone = await firstState();
  const user = findUser(anyone, userInAddress(location.search) ?? '');
  const state = user && user !== anyone.me.id ? await firstState(user) : anyone;
  root.replaceChildren();
  new App(root, state);
}

const root = document.querySelector<HTMLElement>('#page');
if (root) void start(root);
