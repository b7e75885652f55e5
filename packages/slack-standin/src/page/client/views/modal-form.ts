import { plainWords } from '../blocks/text-object.ts';
import { element } from '../dom/element.ts';
import { icon } from '../dom/icon.ts';
import type { View } from '../state.ts';

/** What a person can do with a modal as a whole. */
export interface FormActions {
  readonly close: () => void;
  readonly submit: (button: HTMLButtonElement) => void;
}

/** Draws a modal's frame around its body: title, buttons, and a problem that is no field's own. */
export function drawModalForm(
  view: View,
  body: HTMLElement,
  actions: FormActions,
  problem?: string,
): HTMLElement {
  const { submit, foot } = drawFoot(view, actions);
  const send = (event: Event) => {
    event.preventDefault();
    if (submit && !submit.disabled) actions.submit(submit);
  };
  return element(
    'form',
    // The server finds what is wrong with the values, as Slack does, not the browser.
    { class: 'dialog-form', novalidate: true, onsubmit: send },
    drawHead(view, actions),
    element('div', { class: 'dialog-body' }, body),
    problem !== undefined && drawProblem(problem),
    foot,
  );
}

function drawHead(view: View, { close }: FormActions): HTMLElement {
  const attributes = { type: 'button', class: 'button button-icon', onclick: close };
  return element(
    'header',
    { class: 'dialog-head' },
    element('h2', { 'data-testid': 'modal-title' }, view.title ? plainWords(view.title) : ''),
    element(
      'button',
      { ...attributes, 'aria-label': 'Close', title: 'Close', 'data-testid': 'modal-x' },
      icon('close'),
    ),
  );
}

function drawProblem(problem: string): HTMLElement {
  const attributes = { class: 'dialog-problem', role: 'alert', 'data-testid': 'modal-problem' };
  return element('p', attributes, icon('alert'), problem);
}

function drawFoot(view: View, { close }: FormActions) {
  const submits = view.submit || view.blocks.some(({ type }) => type === 'input');
  const submit = submits
    ? element(
        'button',
        {
          type: 'submit',
          class: 'button button-primary',
          'data-testid': 'modal-submit',
          'data-focus-key': 'submit',
        },
        view.submit ? plainWords(view.submit) : 'Submit',
      )
    : undefined;
  const leave = element(
    'button',
    {
      type: 'button',
      class: 'button',
      onclick: close,
      'data-testid': 'modal-close',
      'data-focus-key': 'close',
    },
    view.close ? plainWords(view.close) : submits ? 'Cancel' : 'Close',
  );
  return { submit, foot: element('footer', { class: 'dialog-foot' }, leave, submit) };
}
