/** A message's contents: blocks, and the text that notifications and screen readers use. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly object[];
}

/**
 * What became of a post. `later`: it was not taken, and may be in `retryAfter` ms. `refused`: it was
 * not taken, and would not be again. `unsure`: it may have been posted all the same.
 */
export type Delivery =
  | { readonly kind: 'posted'; readonly ts: string | undefined }
  | { readonly kind: 'later'; readonly code: string; readonly retryAfter: number }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unsure'; readonly code: string };

/** Whether a message stands where it belongs already; `unknown` where nobody may look. */
export type Found =
  | { readonly kind: 'found'; readonly ts: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'later'; readonly code: string; readonly retryAfter: number };

/** What a message carries so that it can be found again. */
export interface Tag {
  readonly type: 'answer' | 'digest' | 'addition' | 'notice';
  readonly id: string;
}

/** Where a message goes: into a conversation, or to the address that Slack gave for the answer. */
export type Destination =
  | { readonly channel: string; readonly thread?: string | undefined }
  | {
      readonly responseUrl: string;
      /** Absent: only the person who asked sees it. */
      readonly shared?: { readonly thread?: string | undefined };
    };

/** Where to look for a message: from a time on (a Slack timestamp, such as `1700000000.000100`). */
export interface Whereabouts {
  readonly channel: string;
  readonly thread?: string | undefined;
  readonly oldest: string;
}

/** Brings messages to people. It never rejects for what Slack says or fails to say. */
export interface Poster {
  post(to: Destination, message: Message, tag: Tag): Promise<Delivery>;
  find(tag: Tag, where: Whereabouts): Promise<Found>;
}
