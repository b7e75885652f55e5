import type { Logger } from '@slack/bolt';
import type { Answer, Question as AskedQuestion } from '../../answer/answer.ts';
import type { Library } from '../../library/library.ts';
import type { Admission } from '../../questions/people.ts';
import type { FeedbackBook } from '../../store/feedback.ts';
import type { Archive } from '../../store/question-archive.ts';
import type { QuestionBook } from '../../store/question-book.ts';
import type { ThreadBook } from '../../store/threads.ts';
import type { Desk } from '../desk.ts';
import type { DigestOffice } from '../replies/compose-digest.ts';

/** What surfaces work with. */
export interface SurfaceParts {
  readonly desk: Desk;
  readonly book: QuestionBook & Archive & FeedbackBook & ThreadBook;
  readonly library: Library;
  readonly answer: (question: AskedQuestion) => Promise<Answer>;
  /** The slash command, with its slash. */
  readonly command: string;
  /** Whether untagged follow-ups in threads are answered. */
  readonly threadFollowups: boolean;
  /** Absent in a bot without digests. */
  readonly digests?: DigestOffice | undefined;
  /** Who may have an answer. */
  readonly admission: Admission;
  readonly log: Logger;
}
