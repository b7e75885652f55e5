import { freshId } from '../blocks/block-context.ts';
import { element } from '../dom/element.ts';
import type { Suggestion, Suggestions } from './suggestions.ts';

/** A list above a text box that completes what is typed there. */
export interface SuggestionBox {
  readonly node: HTMLElement;
  show(suggestions: Suggestions | undefined): void;
  /** Answers a key of the text box; true when the key was meant for the list. */
  takeKey(event: KeyboardEvent): boolean;
}

/** Makes a closed list for `field`; `take` puts a suggestion into the text. */
export function createSuggestionBox(
  field: HTMLTextAreaElement,
  testId: string,
  take: (suggestion: Suggestion, from: number) => void,
): SuggestionBox {
  const id = freshId();
  const node = element('ul', {
    id,
    class: 'suggestions',
    role: 'listbox',
    'aria-label': 'Suggestions',
    'data-testid': testId,
    hidden: true,
  });
  field.setAttribute('aria-controls', id);
  field.setAttribute('aria-autocomplete', 'list');
  let shown: Suggestions | undefined;
  let at = 0;
  const mark = (index: number) => {
    at = index;
    for (const [position, line] of [...node.children].entries()) {
      line.setAttribute('aria-selected', String(position === index));
      if (position === index) line.scrollIntoView({ block: 'nearest' });
    }
    field.setAttribute('aria-activedescendant', `${id}-${index}`);
  };
  const show = (suggestions: Suggestions | undefined) => {
    shown = suggestions;
    node.hidden = !suggestions;
    const from = suggestions?.from ?? 0;
    const draw = (item: Suggestion, index: number) =>
      drawLine(item, `${id}-${index}`, () => take(item, from));
    node.replaceChildren(...(suggestions?.items ?? []).map(draw));
    if (suggestions) mark(0);
    else field.removeAttribute('aria-activedescendant');
  };
  const takeKey = (event: KeyboardEvent) => {
    if (!shown) return false;
    const { from, items } = shown;
    const marked = items[at];
    const typed = field.value.slice(from, field.selectionStart);
    if (event.key === 'ArrowDown') mark((at + 1) % items.length);
    else if (event.key === 'ArrowUp') mark((at - 1 + items.length) % items.length);
    else if (event.key === 'Escape') show(undefined);
    else if (event.key === 'Tab' && marked) take(marked, from);
    // A name that is already there in full needs no completing: Enter then sends.
    else if (event.key === 'Enter' && marked && typed !== marked.insert.trim()) take(marked, from);
    else return false;
    return true;
  };
  return { node, show, takeKey };
}

function drawLine(item: Suggestion, id: string, take: () => void): HTMLElement {
  return element(
    'li',
    {
      id,
      role: 'option',
      class: 'suggestion',
      'data-testid': 'suggestion',
      // The press, not the click: the text box must not lose the focus.
      onpointerdown: (event: PointerEvent) => {
        event.preventDefault();
        take();
      },
    },
    element('strong', {}, item.label),
    element('span', {}, item.detail),
  );
}
