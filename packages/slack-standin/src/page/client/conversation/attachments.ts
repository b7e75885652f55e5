import { element } from '../dom/element.ts';
import { icon } from '../dom/icon.ts';
import type { SentFile } from '../server.ts';
import { describeSize } from './file-list.ts';

/** The files that somebody is about to send with a message. */
export interface Attachments {
  /** The list of them, above the message box. */
  readonly node: HTMLElement;
  /** The button that chooses more. */
  readonly button: HTMLElement;
  readonly files: readonly File[];
  add(files: Iterable<File>): void;
  /** Empties the list, and gives back what was in it. */
  take(): readonly File[];
}

/** Makes an empty list; `changed` is called whenever it changes. */
export function createAttachments(testId: string, changed: () => void): Attachments {
  let files: readonly File[] = [];
  const node = element('ul', {
    class: 'attachments',
    'aria-label': 'Attached files',
    hidden: true,
  });
  const show = (now: readonly File[]) => {
    files = now;
    node.hidden = files.length === 0;
    node.replaceChildren(...files.map((file) => drawAttachment(file, () => remove(file))));
    changed();
  };
  const remove = (file: File) => {
    show(files.filter((one) => one !== file));
    button.focus();
  };
  const input = drawChooser(`${testId}-files`, (chosen) => show([...files, ...chosen]));
  const button = drawButton(testId, () => input.click());
  return {
    node,
    button: element('span', { class: 'attach' }, button, input),
    get files() {
      return files;
    },
    add: (more) => show([...files, ...more]),
    take: () => {
      const taken = files;
      show([]);
      return taken;
    },
  };
}

/** Reads a file for sending; undefined when that cannot be done, as with a folder that was dropped. */
export async function readForSending(file: File): Promise<SentFile | undefined> {
  const address = await new Promise<string | undefined>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => resolve(undefined);
    reader.readAsDataURL(file);
  });
  if (address === undefined) return undefined;
  return { name: file.name, base64: address.slice(address.indexOf(',') + 1) };
}

function drawButton(testId: string, open: () => void): HTMLElement {
  const attributes = {
    type: 'button',
    class: 'button button-icon',
    title: 'Attach a file',
    'aria-label': 'Attach a file',
    'data-testid': `${testId}-attach`,
    onclick: open,
  };
  return element('button', attributes, icon('clip'));
}

/** Draws the browser's own chooser of files, which is opened by a button elsewhere. */
export function drawChooser(
  testId: string,
  chosen: (files: readonly File[]) => void,
): HTMLInputElement {
  const attributes = { type: 'file', multiple: true, hidden: true, 'data-testid': testId };
  const input = element('input', attributes);
  input.addEventListener('change', () => {
    chosen([...(input.files ?? [])]);
    // The same file may be chosen again.
    input.value = '';
  });
  return input;
}

/** Draws a file that was chosen, with a button that leaves it out again. */
export function drawAttachment(
  file: { readonly name: string; readonly size: number },
  remove: () => void,
): HTMLElement {
  const attributes = {
    type: 'button',
    class: 'button button-icon',
    title: 'Remove',
    'aria-label': `Remove ${file.name}`,
    onclick: remove,
  };
  return element(
    'li',
    { class: 'attachment', 'data-testid': 'attachment' },
    icon('file'),
    element(
      'span',
      { class: 'file-words' },
      element('bdi', { class: 'file-title' }, file.name),
      element('small', {}, describeSize(file.size)),
    ),
    element('button', attributes, icon('close')),
  );
}
