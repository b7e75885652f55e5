import { element } from '../dom/element.ts';

/** Says in so many words what the page cannot show, so that nothing is missing unnoticed. */
export function drawUnsupported(what: 'block' | 'element', type: string): HTMLElement {
  return element(
    'p',
    { class: 'unsupported', 'data-testid': 'unsupported' },
    `unsupported ${what}: ${type}`,
  );
}
