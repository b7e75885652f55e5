import { plainWords } from '../blocks/text-object.ts';
import { type OpenDialog, openDialog } from '../dom/dialog.ts';
import type { Page } from '../page.ts';
import { server } from '../server.ts';
import type { ElementValues, View } from '../state.ts';
import { drawModalForm } from './modal-form.ts';
import { createValueCollector } from './value-collector.ts';
import { drawViewBody } from './view-body.ts';

interface Shown {
  readonly view: View;
  readonly signature: string;
  readonly user: string;
  readonly dialog: OpenDialog;
}

type Errors = Readonly<Record<string, string>>;

/**
 * Shows the top one of a person's modals over the page. What was typed outlives updates of the view,
 * and views that are pushed over it.
 */
export class ModalHost {
  readonly #page: Page;
  readonly #collector = createValueCollector();
  readonly #remembered = new Map<string, ElementValues>();
  #shown: Shown | undefined;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Brings the dialog in step with the page's state. */
  update(): void {
    const { state, place } = this.#page;
    const view = state.modals.at(-1);
    const shown = this.#shown;
    // Values that the server notes meanwhile are no reason to draw the fields anew.
    const signature = JSON.stringify({ ...view, state: undefined, hash: undefined });
    const same = shown?.view.id === view?.id && shown?.user === place.user;
    if (same && (!shown || shown.signature === signature)) return;
    this.#remember();
    if (shown && view && same) {
      this.#shown = { ...shown, view, signature };
      this.#redraw(view.errors ?? {});
      return;
    }
    shown?.dialog.remove();
    this.#shown = undefined;
    if (view) this.#open(view, signature);
  }

  #open(view: View, signature: string): void {
    const label = view.title ? plainWords(view.title) : 'Dialog';
    const look = { label, testId: 'modal', class: 'dialog' };
    const dialog = openDialog(look, [], () => this.#close());
    this.#shown = { view, signature, user: this.#page.place.user, dialog };
    this.#redraw(view.errors ?? {});
    focusFirst(dialog.node);
  }

  #redraw(errors: Errors, problem?: string): void {
    if (!this.#shown) return;
    const { view, dialog } = this.#shown;
    const values = this.#remembered.get(view.id) ?? {};
    this.#collector.clear();
    const body = drawViewBody(view, this.#page, this.#collector, values, errors);
    const actions = {
      close: () => this.#close(),
      submit: (button: HTMLButtonElement) => void this.#submit(button),
    };
    replaceContent(dialog.node, drawModalForm(view, body, actions, problem));
  }

  #remember(): void {
    if (this.#shown) this.#remembered.set(this.#shown.view.id, this.#collector.collect());
  }

  #close(): void {
    if (!this.#shown) return;
    const { view, user } = this.#shown;
    void this.#page.told(server.closeView(user, view.id)).then(() => this.#page.refresh());
  }

  async #submit(button: HTMLButtonElement): Promise<void> {
    if (!this.#shown) return;
    const { view, user } = this.#shown;
    this.#remember();
    const values = this.#collector.collect();
    button.disabled = true;
    const reply = await server.submitView(user, view.id, values);
    await this.#page.refresh();
    button.disabled = false;
    if (reply.ok || this.#shown?.view.id !== view.id) return;
    const problem = reply.error && `We had some trouble connecting. Try again? (${reply.error})`;
    this.#redraw(reply.errors ?? {}, problem);
    this.#shown.dialog.node.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }
}

/** Puts the new content in and gives the focus back to the field that had it. */
function replaceContent(dialog: HTMLElement, form: HTMLElement): void {
  const key = (document.activeElement as HTMLElement | null)?.dataset?.focusKey;
  const scrolled = dialog.querySelector('.dialog-body')?.scrollTop ?? 0;
  const had = dialog.contains(document.activeElement);
  dialog.replaceChildren(form);
  const body = dialog.querySelector('.dialog-body');
  if (body) body.scrollTop = scrolled;
  if (!had) return;
  const fields = [...dialog.querySelectorAll<HTMLElement>('[data-focus-key]')];
  (fields.find((field) => field.dataset.focusKey === key) ?? dialog).focus();
}

function focusFirst(dialog: HTMLElement): void {
  const asked = dialog.querySelector<HTMLElement>('[autofocus]');
  const field = dialog.querySelector<HTMLElement>(
    '.dialog-body :is(input, textarea, select):not([disabled])',
  );
  (asked ?? field ?? dialog.querySelector<HTMLElement>('.dialog-foot button'))?.focus();
}
