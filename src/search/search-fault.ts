/**
 * Why the library could not be searched. `unread`: the database of its articles was away since the
 * start. Of a search server: `away`, nobody answers; `slow`, not in time; `busy`, it takes
 * no more; `incomplete`, a part of the passages can't be searched; `missing`, it has no index of the
 * library; `outdated`, one of another version of this program; `refused`, the user, the password or the
 * rights; `broken`, anything else.
 */
export type SearchFaultKind =
  | 'unread'
  | 'away'
  | 'slow'
  | 'busy'
  | 'incomplete'
  | 'missing'
  | 'outdated'
  | 'refused'
  | 'broken';

/** The library can't be searched now, which is not the same as that it holds nothing. */
export class SearchFault extends Error {
  override readonly name = 'SearchFault';
  readonly kind: SearchFaultKind;
  /** Of HTTP, where there was an answer. */
  readonly status: number | undefined;

  /** `detail` never holds a word of a question. */
  constructor(kind: SearchFaultKind, detail: string, status?: number) {
    super(`The library can't be searched (${kind}): ${detail}`);
    this.kind = kind;
    this.status = status;
  }
}
