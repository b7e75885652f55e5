import type { Logger } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { Adding } from '../additions/adding.ts';
import { additionJob, additionKind, type NewAddition } from '../additions/addition.ts';
import type { GatherParts } from '../additions/gathering.ts';
import type { Librarians } from '../additions/librarians.ts';
import type { Fetcher } from '../import/fetch/fetcher.ts';
import type { ArticleStore } from '../library/article-store.ts';
import type { Library } from '../library/library.ts';
import type { Poster } from '../outbox/delivery.ts';
import type { Kind } from '../outbox/kind.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Admission, SayTo } from '../questions/people.ts';
import { showProgress } from './api/addition-status.ts';
import type { AgentView } from './api/agent-view.ts';
import { findSharedFile } from './api/shared-files.ts';
import { additionGivenUp, callLibrarians, composeAddition } from './replies/compose-addition.ts';

/** What reads what people want to add. */
export interface Reading extends Pick<GatherParts, 'parsers'> {
  readonly fetcher: Pick<Fetcher, 'fetch' | 'download'>;
}

/** What additions are made from. */
export interface AdditionParts {
  readonly reading: Reading;
  /** Opens files of Slack. */
  readonly botToken: string | (() => Promise<string>);
  readonly client: WebClient;
  readonly agentView: AgentView;
  readonly admission: Admission;
  readonly librarians: Librarians;
  readonly sayTo: SayTo;
  readonly library: Library;
  readonly articles: ArticleStore;
  readonly log: Logger;
}

/** Lets an outbox post a card for each thing that somebody wants to add; returns the way in. */
export function openAdditions(
  parts: AdditionParts,
  to: { readonly outbox: Outbox; readonly poster: Poster; readonly kinds: Record<string, Kind> },
): (addition: NewAddition) => Promise<boolean> {
  const { reading, botToken, client, admission, librarians, library, articles, log } = parts;
  const { outbox, poster, kinds } = to;
  kinds[additionKind] = new Adding({
    ...reading,
    ...{ library, articles, poster, log },
    slackToken: async () => (typeof botToken === 'string' ? botToken : botToken()),
    findFile: (_, id) => findSharedFile(client, id),
    refusalOf: (person) => admission.refusalOf(person),
    isLibrarian: async (person) => (await librarians.refusalOf(person)) === undefined,
    compose: (addition, result) => composeAddition(addition, result, parts),
    callLibrarians: (addition, result) => callLibrarians(addition, result, parts),
    giveUpNotice: (addition, why) => additionGivenUp(addition, why, parts),
    during: (addition, work) => showProgress(addition, work, { ...parts, poster }),
  });
  return (addition) => outbox.take(additionJob(addition));
}
