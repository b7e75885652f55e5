import { element } from '../dom/element.ts';
import { icon } from '../dom/icon.ts';
import { createKeyedList, type KeyedItem } from '../dom/keyed-list.ts';
import { createRovingStops, type RovingStops } from '../dom/roving-stops.ts';

const nearPx = 60;
const marginPx = 8;

/**
 * A scrolling list of messages. While somebody reads at its end it stays there when something is
 * added or resized; while they read further up it stays put and offers to go to what is new.
 */
export class MessageList {
  readonly node: HTMLElement;
  readonly #list: HTMLElement;
  readonly #scroller: HTMLElement;
  readonly #pill: HTMLElement;
  readonly #draw: (items: readonly KeyedItem[]) => void;
  readonly #stops: RovingStops;
  #place = '';
  #newest: string | undefined;
  #follows = true;

  /** `label` is what screen readers call the list. */
  constructor(label: string, testId: string) {
    this.#list = element('ol', {
      class: 'messages',
      'data-testid': testId,
      'aria-label': label,
    });
    this.#draw = createKeyedList(this.#list);
    this.#stops = createRovingStops(this.#list, '.message');
    this.#scroller = element('div', { class: 'scroller' }, this.#list);
    this.#pill = drawPill(`${testId}-new`, () => this.#toEnd());
    this.node = element('div', { class: 'scroll-frame' }, this.#scroller, this.#pill);
    this.#scroller.addEventListener('scroll', () => {
      this.#follows = this.#scroller.scrollTop > this.#end() - nearPx;
      if (this.#follows) this.#pill.hidden = true;
    });
    // A thread that opens beside the list, or an image that loads in it, must not move its end away.
    const observer = new ResizeObserver(() => {
      if (this.#follows && this.#scroller.scrollTop < this.#end()) this.#toEnd();
    });
    observer.observe(this.#scroller);
    observer.observe(this.#list);
  }

  /**
   * Shows the items. `place` names what is shown: another place starts at its end. What somebody
   * just wrote themselves (`isMine`) is gone to in any case.
   */
  update(items: readonly KeyedItem[], place: string, isMine: boolean): void {
    const newest = items.at(-1)?.key;
    const isNew = newest !== this.#newest;
    const moved = place !== this.#place;
    this.#draw(items);
    this.#stops.update();
    if (moved || this.#follows || (isNew && isMine)) this.#toEnd();
    else if (isNew) this.#pill.hidden = false;
    this.#place = place;
    this.#newest = newest;
  }

  /** The end is where the newest message begins, if it is too long to be seen whole. */
  #end(): number {
    const { scrollHeight, clientHeight } = this.#scroller;
    const last = this.#list.lastElementChild;
    const start = last instanceof HTMLElement ? last.offsetTop - marginPx : scrollHeight;
    return Math.max(0, Math.min(scrollHeight - clientHeight, start));
  }

  #toEnd(): void {
    this.#follows = true;
    this.#pill.hidden = true;
    this.#scroller.scrollTop = this.#end();
  }
}

function drawPill(testId: string, choose: () => void): HTMLElement {
  return element(
    'button',
    { type: 'button', class: 'new-pill', hidden: true, 'data-testid': testId, onclick: choose },
    icon('down'),
    'New messages',
  );
}
