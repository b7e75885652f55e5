import type { Option } from '@slack/types';
import { element } from '../dom/element.ts';
import { freshId } from './block-context.ts';
import { plainWords } from './text-object.ts';

/** The list below a text field: the arrow keys mark an option, Enter or a click chooses it. */
export class OptionList {
  readonly node: HTMLElement;
  readonly #field: HTMLInputElement;
  readonly #choose: (option: Option) => void;
  readonly #id = freshId();
  #shown: readonly Option[] = [];
  #marked = -1;

  constructor(field: HTMLInputElement, choose: (option: Option) => void) {
    this.#field = field;
    this.#choose = choose;
    const label = { 'aria-label': 'Options', hidden: true };
    this.node = element('ul', { id: this.#id, class: 'option-list', role: 'listbox', ...label });
    field.setAttribute('aria-controls', this.#id);
    field.setAttribute('aria-autocomplete', 'list');
    field.addEventListener('keydown', (event) => this.#takeKey(event));
    field.addEventListener('blur', () => this.close());
    this.close();
  }

  /** Shows options, the first one marked. */
  open(options: readonly Option[]): void {
    this.#shown = options;
    this.node.replaceChildren(
      ...options.map((option, index) =>
        drawOption(option, `${this.#id}-${index}`, () => this.#take(option)),
      ),
    );
    this.node.hidden = options.length === 0;
    this.#field.setAttribute('aria-expanded', String(!this.node.hidden));
    this.#mark(options.length > 0 ? 0 : -1);
  }

  close(): void {
    this.open([]);
  }

  #take(option: Option): void {
    this.close();
    this.#choose(option);
  }

  #takeKey(event: KeyboardEvent): void {
    const { length } = this.#shown;
    const marked = this.#shown[this.#marked];
    if (!marked) return;
    if (event.key === 'ArrowDown') this.#mark((this.#marked + 1) % length);
    else if (event.key === 'ArrowUp') this.#mark((this.#marked - 1 + length) % length);
    else if (event.key === 'Enter') this.#take(marked);
    else if (event.key === 'Escape') this.close();
    else return;
    // Neither the form nor the dialog around the field is meant.
    event.preventDefault();
    event.stopPropagation();
  }

  #mark(index: number): void {
    this.#marked = index;
    for (const [at, line] of [...this.node.children].entries()) {
      line.setAttribute('aria-selected', String(at === index));
      if (at === index) line.scrollIntoView({ block: 'nearest' });
    }
    if (index < 0) this.#field.removeAttribute('aria-activedescendant');
    else this.#field.setAttribute('aria-activedescendant', `${this.#id}-${index}`);
  }
}

function drawOption(option: Option, id: string, take: () => void): HTMLElement {
  const choose = (event: PointerEvent) => {
    // The press, not the click: the field must not lose the focus before.
    event.preventDefault();
    take();
  };
  return element(
    'li',
    { id, role: 'option', class: 'suggestion', 'data-testid': 'option', onpointerdown: choose },
    element('span', { class: 'option-text' }, plainWords(option.text)),
    option.description && element('small', {}, plainWords(option.description)),
  );
}
