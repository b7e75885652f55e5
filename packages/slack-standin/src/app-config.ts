/** What the app declares to Slack, as its manifest would. */
export interface AppConfig {
  /** The bot's name, which people type after `@`. */
  readonly name: string;
  readonly commands: readonly CommandConfig[];
  readonly shortcuts: readonly ShortcutConfig[];
  readonly scopes: readonly string[];
  readonly botEvents: readonly string[];
}

/** A slash command that people can type. */
export interface CommandConfig {
  readonly command: string;
  readonly description: string;
  readonly usage_hint: string;
}

/** An entry of a message's menu, or of the global shortcuts menu. */
export interface ShortcutConfig {
  readonly callback_id: string;
  readonly name: string;
  readonly type: 'message' | 'global';
}

/** An app with the least scopes that answer commands, mentions and direct messages. */
export const defaultApp: AppConfig = {
  name: 'sino-russia',
  commands: [
    {
      command: '/sino-russia',
      description: 'Find the passage: quotes with citations',
      usage_hint: '<question>',
    },
  ],
  shortcuts: [{ callback_id: 'find_passages', name: 'Find passages', type: 'message' }],
  scopes: [
    'app_mentions:read',
    'assistant:write',
    'chat:write',
    'commands',
    'im:history',
    'users:read',
  ],
  botEvents: ['app_home_opened', 'app_mention', 'message.im'],
};
