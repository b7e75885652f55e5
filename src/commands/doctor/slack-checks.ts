import type { Config, InstallSettings } from '../../config.ts';
import { createManifest } from '../../slack/manifest.ts';
import { type Finding, well, wrong } from './finding.ts';

/** What Slack said to a call, and when by its own clock. */
interface Said {
  readonly body: Readonly<Record<string, unknown>> & { readonly ok: boolean };
  /** Scopes that the token was granted. */
  readonly scopes: readonly string[];
  /** Milliseconds since 1970, where Slack says so. */
  readonly date: number | undefined;
}

/** How Slack is reached. */
export interface SlackParts {
  readonly fetchUrl: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const slackApi = 'https://slack.com/api/';
const timeout = 10_000;

/** Slack refuses signatures that are five minutes off; digests are late long before. */
const maxSkew = 60_000;

/** Tokens, scopes and the clock, by what Slack says to them. */
export async function checkSlack(config: Config, parts: SlackParts) {
  const { slack, threadFollowups } = config;
  const { transport, command } = slack;
  const base = slack.apiUrl ?? slackApi;
  if (slack.install) return checkInstalling(slack.install, base, parts);
  const said = await call(new URL('auth.test', withSlash(base)), slack.botToken, parts);
  if ('reason' in said) return [unreachable(base, said.reason)];
  const findings = [botToken(said)];
  if (said.body.ok) findings.push(scopes(said, command, threadFollowups));
  if (said.body.ok) findings.push(await librarians(config, base, parts));
  findings.push(clock(said, parts.now()));
  if (transport.kind === 'socket') {
    const url = new URL('apps.connections.open', withSlash(base));
    const opened = await call(url, transport.appToken, parts);
    findings.push('reason' in opened ? unreachable(base, opened.reason) : appToken(opened));
  }
  return findings;
}

/** So many people are looked up. */
const maxLookedUp = 20;

/** Whether those who may change the library are people of the workspace. */
async function librarians(
  { librarians: listed, slack }: Config,
  base: string,
  parts: SlackParts,
): Promise<Finding> {
  if (listed.length === 0) {
    return well('LIBRARIANS', 'not set: every full member may change the library');
  }
  const unfit: string[] = [];
  for (const user of listed.slice(0, maxLookedUp)) {
    const url = new URL('users.info', withSlash(base));
    const said = await call(url, slack.botToken, parts, new URLSearchParams({ user }));
    if ('reason' in said || said.body.error === 'missing_scope') continue;
    const { deleted } = (said.body.user ?? {}) as { readonly deleted?: boolean };
    if (!said.body.ok || deleted) unfit.push(user);
  }
  if (unfit.length === 0) {
    return well('LIBRARIANS', `${listed.length} may change the library; others propose`);
  }
  return wrong(
    'LIBRARIANS',
    `Slack knows nobody active as ${unfit.join(', ')}`,
    'take them out, or copy the ids anew (profile, ⋮, Copy member ID).',
  );
}

/** In a bot that workspaces install there is no token to ask with. */
async function checkInstalling(
  { publicUrl }: InstallSettings,
  base: string,
  parts: SlackParts,
): Promise<Finding[]> {
  const said = await call(new URL('api.test', withSlash(base)), undefined, parts);
  if ('reason' in said) return [unreachable(base, said.reason)];
  const page = new URL('/slack/install', publicUrl).href;
  return [
    well('Slack', `can be reached; workspaces install the bot at ${page}`),
    clock(said, parts.now()),
  ];
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

async function call(
  url: URL,
  token: string | undefined,
  { fetchUrl }: SlackParts,
  body?: URLSearchParams,
): Promise<Said | { readonly reason: string }> {
  try {
    const response = await fetchUrl(url, {
      method: 'POST',
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        'content-type': 'application/x-www-form-urlencoded',
      },
      ...(body && { body }),
      signal: AbortSignal.timeout(timeout),
    });
    if (!response.ok) return { reason: `HTTP ${response.status}` };
    const granted = response.headers.get('x-oauth-scopes') ?? '';
    const date = Date.parse(response.headers.get('date') ?? '');
    return {
      body: (await response.json()) as Said['body'],
      scopes: granted.split(/\s*,\s*/).filter(Boolean),
      date: Number.isNaN(date) ? undefined : date,
    };
  } catch (error) {
    const { cause, name, message } = error as Error & { cause?: { code?: string } };
    return { reason: cause?.code ?? (name === 'TimeoutError' ? 'no answer in 10 s' : message) };
  }
}

function unreachable(base: string, reason: string): Finding {
  return wrong(
    'Slack',
    `${new URL(base).origin} can't be reached (${reason})`,
    'check the network, the proxy, and SLACK_API_URL if it is set.',
  );
}

function botToken({ body }: Said): Finding {
  if (body.ok) {
    return well('SLACK_BOT_TOKEN', `Slack knows it as ${body.user} in ${body.team}`);
  }
  return wrong(
    'SLACK_BOT_TOKEN',
    `Slack refuses it (${body.error})`,
    'copy the Bot User OAuth Token (xoxb-…) from OAuth & Permissions; install the app to the workspace first.',
  );
}

function appToken({ body }: Said): Finding {
  if (body.ok) return well('SLACK_APP_TOKEN', 'Slack opens Socket Mode for it');
  const remedy =
    body.error === 'missing_scope'
      ? 'give the app-level token the scope connections:write (Basic Information, App-Level Tokens).'
      : 'copy the app-level token (xapp-…) from Basic Information, App-Level Tokens, of the same app, and switch Socket Mode on.';
  return wrong('SLACK_APP_TOKEN', `Slack refuses it (${body.error})`, remedy);
}

function scopes(
  { scopes: granted }: Said,
  command: string,
  threadFollowups: boolean | undefined,
): Finding {
  const wanted = scopesOf(createManifest({ command, threadFollowups: threadFollowups !== false }));
  const least = scopesOf(createManifest({ command, threadFollowups: threadFollowups === true }));
  const missing = least.filter((scope) => !granted.includes(scope));
  if (missing.length > 0) {
    return wrong(
      'scopes',
      `the token lacks ${missing.join(', ')}`,
      'paste the output of `npm run manifest` into the app settings (App Manifest), then install the app again.',
    );
  }
  const unread = wanted.filter((scope) => !granted.includes(scope));
  if (unread.length > 0) {
    const where = `follow-ups that do not mention the bot are read only where the token allows it: it lacks ${unread.join(', ')}`;
    return well('scopes', `all ${least.length} that the settings need; ${where}`);
  }
  const more = granted.filter((scope) => !wanted.includes(scope));
  const others = more.length > 0 ? `; ${more.join(', ')} would not be needed` : '';
  return well('scopes', `all ${wanted.length} that the settings need${others}`);
}

function scopesOf(manifest: object): readonly string[] {
  const { oauth_config } = manifest as { oauth_config: { scopes: { bot: readonly string[] } } };
  return oauth_config.scopes.bot;
}

function clock({ date }: Said, now: number): Finding {
  if (date === undefined) return well('clock', 'Slack did not say what time it is');
  const seconds = Math.round((now - date) / 1000);
  const amount = `${Math.abs(seconds)} s`;
  if (Math.abs(now - date) <= maxSkew) return well('clock', `within ${amount} of Slack's`);
  return wrong(
    'clock',
    `${amount} ${seconds > 0 ? 'ahead of' : 'behind'} Slack's`,
    'set the clock of this machine by NTP; Slack refuses requests that are five minutes off.',
  );
}
