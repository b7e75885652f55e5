import { ids } from './ids.ts';

/** The settings that a manifest depends on. */
export interface ManifestSettings {
  /** The slash command, with its slash. */
  readonly command: string;
  /** Answering untagged follow-ups means reading the channels' messages. */
  readonly threadFollowups: boolean;
  /** Where Slack sends events in HTTP mode; absent in Socket Mode. */
  readonly requestUrl?: string | undefined;
  /** Whether many workspaces install the bot. */
  readonly isShared?: boolean | undefined;
}

/** What a message's menu offers. */
export const messageShortcuts = [
  {
    type: 'message',
    callback_id: ids.findSources,
    name: 'Find sources',
    description: 'Passages of the library about what this message claims, for you only',
  },
  {
    type: 'message',
    callback_id: ids.checkQuote,
    name: 'Check this quote',
    description: 'Whether the library has these very words, and from whom, for you only',
  },
  {
    type: 'message',
    callback_id: ids.citeThread,
    name: 'Cite this thread',
    description: 'All sources of my answers in this thread, each once, in your style, for you only',
  },
  {
    type: 'message',
    callback_id: ids.addToLibrary,
    name: 'Add to library',
    description: 'Reads the links and files of this message; a card shows what would be added',
  },
] as const;

const baseScopes = [
  'app_mentions:read',
  'assistant:write',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'im:history',
  'users:read',
];
const historyScopes = ['channels:history', 'groups:history', 'mpim:history'];

const baseEvents = ['app_home_opened', 'app_mention', 'message.im'];
/** What a bot hears of that has to forget a workspace. */
const removalEvents = ['app_uninstalled', 'tokens_revoked'];

const historyEvents = ['message.channels', 'message.groups', 'message.mpim'];

/** What every library answers; a person who opens the messages is offered this one's own questions. */
const agentView = {
  agent_description:
    'I find the passage in your team’s library of articles, with a citation that you can check: originals word for word, our briefs as briefs. No model writes: what the library does not hold, I do not say.',
  suggested_prompts: [
    { title: 'What is in the library?', message: 'sources' },
    { title: 'How do I ask?', message: 'help' },
  ],
} as const;

/** What the bot may do, and what it hears of: the least that does the work. */
export function grantsFor({ threadFollowups }: Pick<ManifestSettings, 'threadFollowups'>): {
  readonly scopes: readonly string[];
  readonly botEvents: readonly string[];
} {
  return threadFollowups
    ? { scopes: [...baseScopes, ...historyScopes], botEvents: [...baseEvents, ...historyEvents] }
    : { scopes: baseScopes, botEvents: baseEvents };
}

/**
 * The app manifest for these settings
 * (https://docs.slack.dev/reference/app-manifest).
 */
export function createManifest(settings: ManifestSettings): object {
  const { requestUrl, isShared = false } = settings;
  const { scopes, botEvents } = grantsFor(settings);
  const receives = requestUrl ? { request_url: requestUrl } : {};
  const redirects =
    isShared && requestUrl
      ? { redirect_urls: [new URL('/slack/oauth_redirect', requestUrl).href] }
      : {};
  return {
    _metadata: { major_version: 2 },
    display_information: {
      name: 'Sino-Russia desk',
      description: 'Finds the passage in your library of articles, with a citation to check',
      background_color: '#8b1a1a',
    },
    features: featuresOf(settings),
    oauth_config: { ...redirects, scopes: { bot: scopes } },
    settings: {
      event_subscriptions: {
        ...receives,
        bot_events: isShared ? [...botEvents, ...removalEvents] : botEvents,
      },
      interactivity: { is_enabled: true, ...receives },
      org_deploy_enabled: false,
      socket_mode_enabled: !requestUrl,
      token_rotation_enabled: isShared,
    },
  };
}

function featuresOf({ command, requestUrl }: ManifestSettings): object {
  return {
    app_home: {
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    },
    bot_user: { display_name: 'sino-russia', always_online: true },
    agent_view: agentView,
    shortcuts: messageShortcuts,
    slash_commands: [
      {
        command,
        ...(requestUrl && { url: requestUrl }),
        description: 'Find the passage: quotes with citations',
        usage_hint: '<question> | add <link> | timeline | verify | digest | sources | help',
        should_escape: false,
      },
    ],
  };
}
