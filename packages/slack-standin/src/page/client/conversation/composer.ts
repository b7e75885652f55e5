import { element } from '../dom/element.ts';
import { icon } from '../dom/icon.ts';
import type { PageState } from '../state.ts';
import { type Attachments, createAttachments } from './attachments.ts';
import { createSuggestionBox, type SuggestionBox } from './suggestion-box.ts';
import { type Suggestion, suggest } from './suggestions.ts';

/** Sends a text with files; resolves to the reason when it was not sent. */
export type Send = (text: string, files: readonly File[]) => Promise<string | undefined>;

/** Where people write: Enter sends, Shift+Enter begins a new line, `/` and `@` are completed. */
export class Composer {
  readonly node: HTMLElement;
  readonly #field: HTMLTextAreaElement;
  readonly #button: HTMLButtonElement;
  readonly #trouble: HTMLElement;
  readonly #box: SuggestionBox;
  readonly #attachments: Attachments;
  readonly #send: Send;
  readonly #recall: () => void;
  readonly #drafts = new Map<string, string>();
  #state: PageState | undefined;
  #place = '';

  /** `recall` is asked for the message that was written last, to change it. */
  constructor(testId: string, send: Send, recall: () => void, ...tools: readonly HTMLElement[]) {
    this.#send = send;
    this.#recall = recall;
    this.#field = drawField(testId);
    this.#button = drawButton(testId);
    this.#trouble = element('p', {
      class: 'composer-trouble',
      role: 'alert',
      'data-testid': `${testId}-trouble`,
    });
    this.#box = createSuggestionBox(this.#field, `${testId}-suggestions`, (item, from) =>
      this.#complete(item, from),
    );
    this.#attachments = createAttachments(testId, () => this.#changed());
    this.#field.addEventListener('paste', (event) => this.#takeFiles(event, event.clipboardData));
    this.#field.addEventListener('input', () => this.#changed());
    this.#field.addEventListener('blur', () => this.#box.show(undefined));
    this.#field.addEventListener('keydown', (event) => this.#takeKey(event));
    this.#button.addEventListener('click', () => void this.#submit());
    const { node: attached, button: attach } = this.#attachments;
    const parts = [this.#field, attach, ...tools, this.#button];
    const box = element('div', { class: 'composer-box' }, ...parts);
    this.node = element('div', { class: 'composer' }, this.#box.node, attached, box, this.#trouble);
    this.node.addEventListener('dragover', (event) => event.preventDefault());
    this.node.addEventListener('drop', (event) => this.#takeFiles(event, event.dataTransfer));
  }

  /**
   * `place` names whom the text is for: every place keeps the draft that was begun there. `label`
   * stands in the empty box, and is what screen readers call it.
   */
  update(place: string, label: string, state: PageState): void {
    this.#state = state;
    this.#field.placeholder = label;
    this.#field.setAttribute('aria-label', label);
    if (place === this.#place) return;
    this.#drafts.set(this.#place, this.#field.value);
    this.#field.value = this.#drafts.get(place) ?? '';
    this.#place = place;
    this.#changed();
  }

  /** Sends a text that was chosen instead of written; what is being written stays as it is. */
  async send(text: string): Promise<void> {
    this.#trouble.textContent = '';
    this.#trouble.textContent = (await this.#send(text, [])) ?? '';
  }

  /** Puts the caret into the box, unless that would make a keyboard cover half the screen. */
  focus(): void {
    if (matchMedia('(hover: none)').matches) return;
    this.#field.focus({ preventScroll: true });
  }

  #isEmpty(): boolean {
    return this.#field.value.trim() === '' && this.#attachments.files.length === 0;
  }

  /** Attaches what was pasted or dropped; text goes its usual way. */
  #takeFiles(event: Event, transfer: DataTransfer | null): void {
    const files = [...(transfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    this.#attachments.add(files);
  }

  #changed(): void {
    this.#button.disabled = this.#isEmpty();
    this.#trouble.textContent = '';
    const before = this.#field.value.slice(0, this.#field.selectionStart);
    const state = document.activeElement === this.#field ? this.#state : undefined;
    this.#box.show(state ? suggest(before, state) : undefined);
  }

  #complete({ insert }: Suggestion, from: number): void {
    const { value, selectionStart } = this.#field;
    const rest = value.slice(selectionStart).replace(/^ /, '');
    this.#field.value = value.slice(0, from) + insert + rest;
    this.#field.setSelectionRange(from + insert.length, from + insert.length);
    this.#changed();
  }

  #takeKey(event: KeyboardEvent): void {
    // While an input method is composing, Enter and Esc are its own.
    if (event.isComposing) return;
    const forList = this.#box.takeKey(event);
    const sends = event.key === 'Enter' && !event.shiftKey;
    if (forList || sends) event.preventDefault();
    if (forList) event.stopPropagation();
    else if (sends) void this.#submit();
    else if (event.key === 'ArrowUp' && this.#field.value === '') {
      event.preventDefault();
      this.#recall();
    }
  }

  /** Empties the box at once, as Slack does, and gives the text back when it was refused. */
  async #submit(): Promise<void> {
    const text = this.#field.value;
    const place = this.#place;
    if (this.#isEmpty()) return;
    this.#field.value = '';
    const files = this.#attachments.take();
    const refused = await this.#send(text, files);
    if (refused === undefined) return;
    if (place !== this.#place) {
      this.#drafts.set(place, text);
      return;
    }
    if (this.#field.value === '') this.#field.value = text;
    this.#attachments.add(files);
    this.#trouble.textContent = refused;
  }
}

function drawField(testId: string): HTMLTextAreaElement {
  return element('textarea', {
    class: 'composer-field',
    rows: 1,
    dir: 'auto',
    'data-testid': testId,
  });
}

function drawButton(testId: string): HTMLButtonElement {
  const attributes = {
    type: 'button',
    class: 'button button-send',
    title: 'Send',
    'aria-label': 'Send',
    'data-testid': `${testId}-send`,
  };
  return element('button', attributes, icon('send'));
}
