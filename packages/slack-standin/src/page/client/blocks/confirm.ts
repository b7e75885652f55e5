import type { ConfirmationDialog } from '@slack/types';
import { openDialog } from '../dom/dialog.ts';
import { element } from '../dom/element.ts';
import type { Names } from '../people.ts';
import { drawText, plainWords } from './text-object.ts';

/** Asks before an action where its element demands it; resolves to whether the person went on. */
export function confirmAction(
  confirm: ConfirmationDialog | undefined,
  names: Names,
): Promise<boolean> {
  if (!confirm) return Promise.resolve(true);
  return new Promise((resolve) => {
    const decide = (agreed: boolean) => {
      dialog.remove();
      resolve(agreed);
    };
    const choice = (label: string, agreed: boolean, look: string, testId: string) => {
      const attributes = { type: 'button', class: `button ${look}`, 'data-testid': testId };
      return element('button', { ...attributes, onclick: () => decide(agreed) }, label);
    };
    const title = confirm.title ? plainWords(confirm.title) : 'Are you sure?';
    const deny = confirm.deny ? plainWords(confirm.deny) : 'Cancel';
    const agree = confirm.confirm ? plainWords(confirm.confirm) : 'Yes';
    const look = confirm.style === 'danger' ? 'button-danger' : 'button-primary';
    const dialog = openDialog(
      { label: title, testId: 'confirm', class: 'dialog dialog-small' },
      [
        element('header', { class: 'dialog-head' }, element('h2', {}, title)),
        element('div', { class: 'dialog-body' }, ...drawText(confirm.text, names)),
        element(
          'footer',
          { class: 'dialog-foot' },
          choice(deny, false, '', 'confirm-deny'),
          choice(agree, true, look, 'confirm-agree'),
        ),
      ],
      () => decide(false),
    );
  });
}
