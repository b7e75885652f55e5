import type { AppEvents } from '../events/app-events.ts';
import type { Dispatcher } from '../events/dispatcher.ts';
import type { ResponseUrls } from '../transport/response-urls.ts';
import type { Outcome } from '../transport/transport.ts';
import type { User } from '../wire.ts';
import type { Files } from '../workspace/files.ts';
import type { Triggers } from '../workspace/triggers.ts';
import type { Channel, Workspace } from '../workspace/workspace.ts';
import { Mistake } from './mistake.ts';

/** What a person's actions go through. */
export interface Acting {
  readonly workspace: Workspace;
  readonly events: AppEvents;
  readonly dispatcher: Dispatcher;
  readonly triggers: Triggers;
  readonly files: Files;
  readonly responseUrls: ResponseUrls;
}

/** Whether the app took an action, or what Slack shows the person instead. */
export type ActionResult =
  | { readonly ok: true; readonly text?: string }
  | { readonly ok: false; readonly error: string };

/** The person with this id or name; an error for anybody else, which is the caller's mistake. */
export function personNamed({ workspace }: Acting, idOrName: string): User {
  const user = workspace.user(idOrName);
  if (user && !user.is_bot) return user;
  throw new Mistake(`There is no person "${idOrName}" in the fake Slack's workspace.`);
}

/** The channel with this id or name, if this person can see it. */
export function channelNamed({ workspace }: Acting, idOrName: string, person: User): Channel {
  const channel = workspace.channel(idOrName);
  if (channel?.members.has(person.id)) return channel;
  throw new Mistake(
    `${person.real_name} sees no channel "${idOrName}" in the fake Slack's workspace.`,
  );
}

/** What every interaction payload begins with. Source: https://docs.slack.dev/reference/interaction-payloads */
export function interactionBase(
  { workspace, triggers }: Acting,
  person: User,
): Record<string, unknown> {
  const { team, appId, isInstalled } = workspace;
  if (!isInstalled) throw new Mistake(`The app is not installed in ${team.name}.`);
  return {
    token: 'fake-slack',
    api_app_id: appId,
    team: { id: team.id, domain: team.domain },
    user: { id: person.id, username: person.name, name: person.name, team_id: team.id },
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: triggers.issue(person.id),
  };
}

/** Slack's short name for why an app did not take an action. */
export function failureName(outcome: Outcome & { kind: 'failed' }): string {
  if (outcome.reason === 'timeout' || outcome.reason === 'http_timeout') return 'operation_timeout';
  if (outcome.reason === 'connection_failed') return 'dispatch_failed';
  return (outcome.status ?? 500) >= 500 ? 'http_service_error' : 'http_client_error';
}
