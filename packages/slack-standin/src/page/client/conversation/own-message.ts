import { confirmAction } from '../blocks/confirm.ts';
import { openDialog } from '../dom/dialog.ts';
import { element } from '../dom/element.ts';
import type { Page } from '../page.ts';
import { type MessageRef, server } from '../server.ts';
import type { Message } from '../state.ts';
import { typedText } from '../text/typed-text.ts';

/** Opens a box with the words of one's message, to be changed. */
export function editMessage(message: Message, channel: string, page: Page): void {
  const field = element('textarea', {
    class: 'field',
    rows: 5,
    dir: 'auto',
    'aria-label': 'Message',
    'data-testid': 'edit-field',
  });
  field.value = typedText(message.text, page.names);
  const save = () => {
    const text = field.value.trim();
    if (text === '') return;
    dialog.remove();
    void page.told(server.editMessage(refOf(message, channel, page), text));
  };
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    save();
  });
  const button = (label: string, look: string, testId: string, onclick: () => void) => {
    const attributes = { type: 'button', class: `button ${look}`, 'data-testid': testId, onclick };
    return element('button', attributes, label);
  };
  const close = () => dialog.remove();
  const dialog = openDialog(
    { label: 'Edit message', testId: 'edit', class: 'dialog' },
    [
      element('header', { class: 'dialog-head' }, element('h2', {}, 'Edit message')),
      element('div', { class: 'dialog-body' }, field),
      element(
        'footer',
        { class: 'dialog-foot' },
        button('Cancel', '', 'edit-cancel', close),
        button('Save', 'button-primary', 'edit-save', save),
      ),
    ],
    close,
  );
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

/** Deletes one's message, once one has said that one means it. */
export async function deleteMessage(message: Message, channel: string, page: Page): Promise<void> {
  const plain = (text: string) => ({ type: 'plain_text', text }) as const;
  const confirm = {
    title: plain('Delete message'),
    text: plain('Do you want to delete this message? It cannot be brought back.'),
    confirm: plain('Delete'),
    deny: plain('Cancel'),
    style: 'danger',
  } as const;
  if (!(await confirmAction(confirm, page.names))) return;
  await page.told(server.deleteMessage(refOf(message, channel, page)));
}

/** The last message in a list that a person wrote and can still change. */
export function lastOwn(messages: readonly Message[], user: string): Message | undefined {
  return messages.findLast((message) => isOwn(message, user));
}

/** Whether a person can change and delete a message. */
export function isOwn(message: Message, user: string): boolean {
  return message.user === user && message.subtype !== 'tombstone';
}

function refOf({ ts }: Message, channel: string, page: Page): MessageRef {
  return { user: page.place.user, channel, ts };
}
