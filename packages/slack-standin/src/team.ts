import { AppEvents } from './events/app-events.ts';
import type { Dispatcher } from './events/dispatcher.ts';
import type { Faults } from './faults/faults.ts';
import type { Call } from './methods/calls.ts';
import { type Acting, personNamed } from './people/acting.ts';
import { type Click, click } from './people/click.ts';
import { type Command, sendCommand } from './people/command.ts';
import { closeView, type Submission, submitView } from './people/form.ts';
import { type Reaction, react } from './people/react.ts';
import { type ShortcutUse, useShortcut } from './people/shortcut.ts';
import { type Query, suggestOptions } from './people/suggest.ts';
import { edit, remove, type Saying, say } from './people/talk.ts';
import { ResponseUrls } from './transport/response-urls.ts';
import type { MessageRef } from './wire.ts';
import { Files } from './workspace/files.ts';
import { Triggers } from './workspace/triggers.ts';
import type { Workspace } from './workspace/workspace.ts';

/** What the teams of one fake Slack have in common. */
export interface Shared {
  readonly dispatcher: Dispatcher;
  readonly faults: Faults;
  readonly calls: Call[];
  /** The server's address, known only after it listens. */
  readonly url: () => string;
  /** Where the addresses of files begin. */
  readonly filesUrl: () => string;
  /** The largest file that is kept. */
  readonly maxFileBytes: number;
}

/** A team's workspace with all that belongs to it alone. */
export interface Team extends Acting {
  readonly log: (call: Call) => void;
}

/** Puts what belongs to a team around its workspace. */
export function createTeam(workspace: Workspace, shared: Shared): Team {
  const { dispatcher, faults, calls, url, filesUrl, maxFileBytes } = shared;
  const { clock, ids, team, changes } = workspace;
  const events = new AppEvents(workspace, dispatcher);
  const posted = events.messagePosted.bind(events);
  const log = (call: Call) => {
    calls.push({ ...call, team: team.id });
    changes.emit();
  };
  return {
    workspace,
    dispatcher,
    events,
    log,
    files: new Files({ clock, ids, team: team.id, url, filesUrl, maxFileBytes }),
    triggers: new Triggers(workspace),
    responseUrls: new ResponseUrls({ workspace, faults, log, url, posted }),
  };
}

/** Everything that the people of a team can do. */
export function actionsOf(acting: Acting) {
  const { workspace } = acting;
  return {
    workspace,
    command: (command: Command) => sendCommand(acting, command),
    say: async (saying: Saying) => say(acting, saying),
    edit: async (change: MessageRef & { readonly text: string }) => edit(acting, change),
    remove: async (ref: MessageRef) => remove(acting, ref),
    react: async (reaction: Reaction) => react(acting, reaction),
    click: (use: Click) => click(acting, use),
    suggest: (query: Query) => suggestOptions(acting, query),
    submitView: (form: Submission) => submitView(acting, form),
    closeView: (view: { readonly user: string; readonly viewId: string }) =>
      closeView(acting, view),
    shortcut: (use: ShortcutUse) => useShortcut(acting, use),
    openHome: async ({ user, tab = 'home' }: { user: string; tab?: 'home' | 'messages' }) =>
      acting.events.homeOpened(personNamed(acting, user).id, tab),
    /** Resolves with what `find` finds in the workspace, looking again after each change. */
    waitFor: <T>(
      find: (workspace: Workspace) => T | undefined | false,
      { timeoutMs = 15_000, what = 'the workspace to change' }: WaitOptions = {},
    ): Promise<T> => workspace.changes.waitFor(() => find(workspace), timeoutMs, what),
  };
}

interface WaitOptions {
  readonly timeoutMs?: number;
  readonly what?: string;
}

/** A team's workspace, with its people to act as. */
export type FakeTeam = ReturnType<typeof actionsOf>;
