import { createContext, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageState } from '../../wire.ts';
import type { ViewValues } from './blocks/held-values.ts';
import type { Drafts } from './conversation/drafts.ts';
import type { Names } from './names.ts';
import type { Place } from './place.ts';
import type { Reply } from './server.ts';
import type { Unread } from './unread.ts';

/** Draws something over the page; it calls `close` when it is done with. */
export type Overlay = (close: () => void) => VNode;

/** What every part of the page sees and may ask for. */
export interface Page {
  readonly state: PageState;
  readonly place: Place;
  readonly names: Names;
  readonly unread: Unread;
  readonly drafts: Drafts;
  /** What was typed into views. */
  readonly values: ViewValues;
  /** The address of a place, for links that can be opened in a new window. */
  addressOf(change: Partial<Place>): string;
  /** Goes somewhere else and keeps the address in step. */
  go(change: Partial<Place>): void;
  /** Shows the reason when a request was refused; gives it back either way. */
  told(reply: Promise<Reply>): Promise<Reply>;
  /** Asks for the state again and draws it. */
  refresh(): Promise<void>;
  /** Opens something over the page, above what is open already. */
  open(overlay: Overlay): void;
}

export const PageContext = createContext<Page | undefined>(undefined);

/** The page that a part belongs to. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('This part of the page is drawn outside of a page.');
  return page;
}
