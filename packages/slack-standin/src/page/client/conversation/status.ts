import { element } from '../dom/element.ts';
import type { Page } from '../page.ts';
import type { Status } from '../state.ts';

const turnMs = 2500;

/** Draws what the app says it is doing, such as "sino-russia is thinking…", until it says more. */
export function drawStatus(status: Status, page: Page): HTMLElement {
  const name = page.names.bot?.name ?? 'The app';
  const words = element('span', {}, statusWords(status, name));
  const dots = [1, 2, 3].map(() => element('span', { class: 'dot' }));
  const node = element(
    'p',
    { class: 'status', 'data-testid': 'status' },
    element('span', { class: 'dots', 'aria-hidden': 'true' }, ...dots),
    words,
  );
  takeTurns(node, words, status.loading_messages);
  return node;
}

/** The words of a status: "NAME is thinking…", or the first of the messages that are shown in turn. */
export function statusWords({ status, loading_messages }: Status, name: string): string {
  return loading_messages[0] ?? `${name} ${status}`;
}

function takeTurns(node: HTMLElement, words: HTMLElement, messages: readonly string[]): void {
  if (messages.length < 2) return;
  let turn = 0;
  const timer = setInterval(() => {
    turn = (turn + 1) % messages.length;
    words.textContent = messages[turn] ?? '';
    if (!node.isConnected) clearInterval(timer);
  }, turnMs);
}
