import { element } from './dom/element.ts';
import { icon } from './dom/icon.ts';

/** The fixed frame of the page, into which the panes are put. */
export interface Layout {
  readonly node: HTMLElement;
  /** Where the title of the middle pane goes. */
  readonly title: HTMLElement;
  readonly main: HTMLElement;
  /** Opens or closes the sidebar where it is a drawer; elsewhere it always stands open. */
  setDrawer(open: boolean): void;
  /** Makes room for the thread pane, which on narrow screens covers the middle. */
  setThread(open: boolean): void;
}

/** Builds the frame around a sidebar and a thread pane; `tool` stands in the header of the middle. */
export function createLayout(sidebar: HTMLElement, thread: HTMLElement, tool: HTMLElement): Layout {
  const narrow = matchMedia('(max-width: 760px)');
  const title = element('div', { class: 'title-slot' });
  const opener = drawOpener(() => setDrawer(true));
  const shade = element('div', { class: 'shade', onclick: () => setDrawer(false) });
  const main = drawMain();
  main.append(element('header', { class: 'pane-head' }, opener, title, tool));
  const node = element('div', { class: 'layout' }, sidebar, shade, main, thread);
  const has = (state: string) => node.classList.contains(state);
  // What is off the screen, or covered, must not be reached with Tab either.
  const settle = () => {
    sidebar.inert = narrow.matches && !has('drawer-open');
    main.inert = narrow.matches && (has('drawer-open') || has('with-thread'));
  };
  const setThread = (open: boolean) => {
    node.classList.toggle('with-thread', open);
    settle();
  };
  const setDrawer = (open: boolean) => {
    const closing = has('drawer-open') && !open;
    node.classList.toggle('drawer-open', open);
    opener.setAttribute('aria-expanded', String(open));
    settle();
    if (open) sidebar.querySelector<HTMLElement>('[aria-current]')?.focus();
    if (closing && narrow.matches) opener.focus();
  };
  sidebar.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && narrow.matches) setDrawer(false);
  });
  narrow.addEventListener('change', () => setDrawer(false));
  setDrawer(false);
  return { node, title, main, setDrawer, setThread };
}

function drawOpener(open: () => void): HTMLElement {
  return element(
    'button',
    {
      type: 'button',
      class: 'button button-icon drawer-opener',
      'aria-label': 'Open the sidebar',
      'aria-controls': 'sidebar',
      'aria-expanded': 'false',
      'data-testid': 'drawer-opener',
      onclick: open,
    },
    icon('menu'),
  );
}

function drawMain(): HTMLElement {
  const attributes = { id: 'main', class: 'centre', tabindex: -1, 'aria-label': 'Conversation' };
  return element('main', attributes);
}
