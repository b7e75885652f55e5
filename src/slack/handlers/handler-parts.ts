import type { Context, Logger } from '@slack/bolt';
import type { NewAddition } from '../../additions/addition.ts';
import type { Librarians } from '../../additions/librarians.ts';
import type { Answer, AskedQuestion } from '../../answer/answer.ts';
import type { ArticleStore } from '../../library/article-store.ts';
import type { Library } from '../../library/library.ts';
import type { Admission, SayTo } from '../../questions/people.ts';
import type { NewQuestion, NewShare, Viewer } from '../../questions/question.ts';
import type { Store } from '../../store/open-store.ts';
import type { DigestReplyParts } from '../replies/compose-digest.ts';

/** What handlers work with. */
export interface HandlerParts {
  /** Resolves when it is safe that a question will be answered; false: it was known. */
  readonly ask: (question: NewQuestion) => Promise<boolean>;
  /** The same for an answer that is to be shared. */
  readonly share: (share: NewShare) => Promise<boolean>;
  /** The same for something that is to be added to the library. */
  readonly add: (addition: NewAddition) => Promise<boolean>;
  /** Who may change the library. */
  readonly librarians: Librarians;
  readonly store: Pick<Store, 'archive' | 'feedback' | 'threads' | 'questions'>;
  readonly library: Library;
  /** The articles of the library as people change them. */
  readonly articles: ArticleStore;
  readonly answer: (question: AskedQuestion) => Promise<Answer>;
  /** The slash command, with its slash. */
  readonly command: string;
  /** Whether untagged follow-ups in threads are answered. */
  readonly threadFollowups: boolean;
  /** The host off this machine that questions and articles are sent to. */
  readonly sendsTo?: string | undefined;
  /** Absent in a bot without digests. */
  readonly digests?: DigestReplyParts | undefined;
  /** Who may have an answer. */
  readonly admission: Admission;
  /** Speaks to each person in their language. */
  readonly sayTo: SayTo;
  /** Base of the Web API; absent for Slack's own. */
  readonly apiUrl?: string | undefined;
  readonly log: Logger;
}

/** Whether Slack brought an event before. */
export function isRepeated({ retryNum = 0 }: Pick<Context, 'retryNum'>): boolean {
  return retryNum > 0;
}

/** Who clicked something, and where it stands, as every interaction of Slack says it. */
export function viewerIn(body: {
  readonly team?: { readonly id: string } | null;
  readonly user: { readonly id: string };
  readonly channel?: { readonly id: string };
}): Viewer {
  return { team: body.team?.id ?? '', person: body.user.id, channel: body.channel?.id };
}
