import { isObject } from '../block-kit/check.ts';
import type { CommandConfig, ShortcutConfig } from '../wire.ts';

/** What the app declares to Slack. */
export interface AppConfig {
  /** The bot's name, which people type after `@`. */
  readonly name: string;
  readonly commands: readonly CommandConfig[];
  readonly shortcuts: readonly ShortcutConfig[];
  /** The scopes of the bot's token. */
  readonly scopes: readonly string[];
  /** The events that it subscribes to. */
  readonly botEvents: readonly string[];
}

/** An app that declares nothing of its own, and may do and hear all that the fake Slack knows. */
export const openApp: AppConfig = {
  name: 'app',
  commands: [],
  shortcuts: [],
  scopes: [
    'app_mentions:read',
    'assistant:write',
    'channels:history',
    'channels:join',
    'channels:read',
    'chat:write',
    'chat:write.public',
    'commands',
    'files:read',
    'files:write',
    'im:history',
    'im:read',
    'im:write',
    'reactions:read',
    'reactions:write',
    'users:read',
  ],
  botEvents: [
    'app_home_opened',
    'app_mention',
    'app_uninstalled',
    'file_shared',
    'message.channels',
    'message.im',
    'reaction_added',
    'reaction_removed',
    'tokens_revoked',
  ],
};

/**
 * What an app manifest declares, as `app` of the options; what is not in it is an app's that has no
 * such thing. Source: https://docs.slack.dev/reference/app-manifest
 */
export function readManifest(manifest: unknown): AppConfig {
  const features = child(manifest, 'features');
  const name =
    text(child(features, 'bot_user'), 'display_name') ||
    text(child(manifest, 'display_information'), 'name');
  return {
    name: name || openApp.name,
    commands: list(features, 'slash_commands').map((command) => ({
      command: text(command, 'command'),
      description: text(command, 'description'),
      usage_hint: text(command, 'usage_hint'),
    })),
    shortcuts: list(features, 'shortcuts').map((shortcut) => ({
      callback_id: text(shortcut, 'callback_id'),
      name: text(shortcut, 'name'),
      type: text(shortcut, 'type') === 'global' ? 'global' : 'message',
    })),
    scopes: list(child(child(manifest, 'oauth_config'), 'scopes'), 'bot').map(String),
    botEvents: list(child(child(manifest, 'settings'), 'event_subscriptions'), 'bot_events').map(
      String,
    ),
  };
}

function child(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined;
}

function text(value: unknown, name: string): string {
  const found = child(value, name);
  return typeof found === 'string' ? found : '';
}

function list(value: unknown, name: string): readonly unknown[] {
  const found = child(value, name);
  return Array.isArray(found) ? found : [];
}
