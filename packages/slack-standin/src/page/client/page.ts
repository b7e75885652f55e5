import type { Names } from './people.ts';
import type { Place } from './place.ts';
import type { Reply } from './server.ts';
import type { PageState } from './state.ts';

/** What every part of the page sees and may ask for. */
export interface Page {
  readonly state: PageState;
  readonly place: Place;
  readonly names: Names;
  /** The address of a place, for links that can be opened in a new window. */
  addressOf(change: Partial<Place>): string;
  /** Goes somewhere else and keeps the address in step. */
  go(change: Partial<Place>): void;
  /** Shows the reason when a request was refused; gives it back either way. */
  told(reply: Promise<Reply>): Promise<Reply>;
  /** Asks for the state again and draws it. */
  refresh(): Promise<void>;
}
