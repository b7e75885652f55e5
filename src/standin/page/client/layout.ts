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
}

/** Builds the frame around a sidebar and a thread pane. */
export function createLayout(sidebar: HTMLElement, thread: HTMLElement): Layout {
  const narrow = matchMedia('(max-width: 760px)');
  const title = element('div', { class: 'title-slot' });
  const opener = element(
    'button',
    {
      type: 'button',
      class: 'button button-icon drawer-opener',
      'aria-label': 'Open the sidebar',
      'aria-controls': 'sidebar',
      'aria-expanded': 'false',
      'data-testid': 'drawer-opener',
      onclick: () => setDrawer(true),
    },
    icon('menu'),
  );
  const shade = element('div', { class: 'shade', onclick: () => setDrawer(false) });
  const main = element('main', { id: 'main', class: 'centre', 'aria-label': 'Conversation' });
  main.append(element('header', { class: 'pane-head' }, opener, title));
  const node = element('div', { class: 'layout' }, sidebar, shade, main, thread);
  const setDrawer = (open: boolean) => {
    const closing = node.classList.contains('drawer-open') && !open;
    node.classList.toggle('drawer-open', open);
    opener.setAttribute('aria-expanded', String(open));
    // Off the screen it must not be reached with Tab either.
    sidebar.inert = narrow.matches && !open;
    if (open) sidebar.querySelector<HTMLElement>('[aria-current]')?.focus();
    if (closing && narrow.matches) opener.focus();
  };
  sidebar.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && narrow.matches) setDrawer(false);
  });
  narrow.addEventListener('change', () => setDrawer(false));
  setDrawer(false);
  return { node, title, main, setDrawer };
}
