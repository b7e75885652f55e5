export { type FakeSlack, type FakeSlackOptions, startFakeSlack } from './fake-slack.ts';
export type {
  DeliveryFault,
  FaultRates,
  Faults,
  FaultTarget,
  RequestFault,
} from './faults/faults.ts';
export type { Call } from './methods/calls.ts';
export type { OAuthConfig } from './oauth/installations.ts';
export type { ActionResult } from './people/acting.ts';
export type { Click } from './people/click.ts';
export type { Command } from './people/command.ts';
export type { Submission, SubmissionResult } from './people/form.ts';
export { Mistake } from './people/mistake.ts';
export type { Reaction } from './people/react.ts';
export type { ShortcutUse } from './people/shortcut.ts';
export type { Query, Suggested } from './people/suggest.ts';
export type { Attachment, Saying } from './people/talk.ts';
export type { FakeTeam } from './team.ts';
export type { Site, SitePage } from './transport/site.ts';
export type * from './wire.ts';
export { type AppConfig, openApp, readManifest } from './workspace/app-config.ts';
export { pingsOf } from './workspace/pings.ts';
export type {
  ChannelConfig,
  PersonConfig,
  RosterConfig,
  TeamConfig,
} from './workspace/roster.ts';
export type { Channel, Workspace, WorkspaceConfig } from './workspace/workspace.ts';
