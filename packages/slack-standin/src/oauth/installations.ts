import type { Ids } from '../workspace/ids.ts';
import { Refusal } from '../workspace/refusal.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** How an app is distributed: its teams install it, each with a token of its own. */
export interface OAuthConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whether tokens expire after twelve hours and are refreshed. */
  readonly tokenRotation?: boolean;
}

/** Source of both: https://docs.slack.dev/authentication/installing-with-oauth and /using-token-rotation */
const codeLifetimeMs = 10 * 60 * 1000;
const tokenLifetimeSeconds = 12 * 60 * 60;

/** What a person allowed, until the app fetches its token. */
interface Code {
  readonly workspace: Workspace;
  readonly user: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly expires: number;
  isUsed: boolean;
}

interface Grant {
  readonly workspace: Workspace;
  readonly expires: number;
  /** Why it holds no longer. */
  ended?: 'token_revoked' | 'account_inactive';
}

interface InstallationsOptions {
  readonly clock: () => number;
  readonly ids: Ids;
  readonly oauth: OAuthConfig | undefined;
}

/** In which workspaces the app is installed, and with what tokens. */
export class Installations {
  readonly #options: InstallationsOptions;
  readonly #grants = new Map<string, Grant>();
  readonly #refreshTokens = new Map<string, Workspace>();
  readonly #codes = new Map<string, Code>();

  constructor(options: InstallationsOptions) {
    this.#options = options;
  }

  /** Installs the app without anybody asking, with a token that never expires. */
  install(workspace: Workspace, token: string): void {
    this.#grants.set(token, { workspace, expires: Number.POSITIVE_INFINITY });
    workspace.isInstalled = true;
  }

  /** The workspace that a bot token is for; refuses one that is unknown, expired or revoked. */
  workspaceOf(token: string): Workspace {
    const grant = this.#grants.get(token);
    if (!grant) throw new Refusal('invalid_auth');
    if (grant.ended) throw new Refusal(grant.ended);
    if (this.#options.clock() >= grant.expires) throw new Refusal('token_expired');
    return grant.workspace;
  }

  /** Whether this is the app that the fake Slack knows. */
  isClient(clientId: string): boolean {
    return this.#options.oauth?.clientId === clientId;
  }

  /** A code for the app, of what a person has just allowed. */
  allow(asked: Pick<Code, 'workspace' | 'user' | 'scopes' | 'redirectUri'>): string {
    const { clock, ids } = this.#options;
    const code = ids.next('code-').toLowerCase();
    this.#codes.set(code, { ...asked, expires: clock() + codeLifetimeMs, isUsed: false });
    return code;
  }

  /** Gives a token for a code. Errors: https://docs.slack.dev/reference/methods/oauth.v2.access#errors */
  redeem(code: string, redirectUri: string): Readonly<Record<string, unknown>> {
    const allowed = this.#codes.get(code);
    if (!allowed || this.#options.clock() > allowed.expires) throw new Refusal('invalid_code');
    if (allowed.isUsed) throw new Refusal('code_already_used');
    if (redirectUri !== allowed.redirectUri) throw new Refusal('bad_redirect_uri');
    allowed.isUsed = true;
    const { workspace, scopes, user } = allowed;
    workspace.app = { ...workspace.app, scopes };
    workspace.isInstalled = true;
    workspace.changes.emit();
    return { ...this.#issue(workspace), authed_user: { id: user } };
  }

  /** Gives a new token for a refresh token, which is good once. */
  refresh(token: string): Readonly<Record<string, unknown>> {
    const workspace = this.#refreshTokens.get(token);
    if (!workspace?.isInstalled) throw new Refusal('invalid_refresh_token');
    this.#refreshTokens.delete(token);
    return this.#issue(workspace);
  }

  /** Refuses a caller that does not know the app's secret. */
  requireClient(clientId: string, clientSecret: string): void {
    if (!this.isClient(clientId)) throw new Refusal('invalid_client_id');
    if (this.#options.oauth?.clientSecret !== clientSecret) throw new Refusal('bad_client_secret');
  }

  /** Ends one token. */
  revoke(token: string): void {
    const grant = this.#grants.get(token);
    if (grant) grant.ended ??= 'token_revoked';
  }

  /** Takes the app out of a workspace: none of its tokens holds any longer. */
  uninstall(workspace: Workspace): void {
    for (const grant of this.#grants.values()) {
      if (grant.workspace === workspace) grant.ended ??= 'account_inactive';
    }
    workspace.isInstalled = false;
    workspace.changes.emit();
  }

  /** Source of the shape: https://docs.slack.dev/reference/methods/oauth.v2.access#examples */
  #issue(workspace: Workspace): Readonly<Record<string, unknown>> {
    const { clock, ids, oauth } = this.#options;
    const { app, appId, bot, team } = workspace;
    const rotates = oauth?.tokenRotation === true;
    const token = `${rotates ? 'xoxe.' : ''}xoxb-${ids.next('').toLowerCase()}`;
    const expires = rotates ? clock() + tokenLifetimeSeconds * 1000 : Number.POSITIVE_INFINITY;
    this.#grants.set(token, { workspace, expires });
    return {
      access_token: token,
      token_type: 'bot',
      scope: app.scopes.join(','),
      bot_user_id: bot.id,
      app_id: appId,
      team: { id: team.id, name: team.name },
      enterprise: null,
      is_enterprise_install: false,
      ...(rotates && this.#issueRefreshToken(workspace)),
    };
  }

  #issueRefreshToken(workspace: Workspace): Readonly<Record<string, unknown>> {
    const refresh_token = `xoxe-${this.#options.ids.next('').toLowerCase()}`;
    this.#refreshTokens.set(refresh_token, workspace);
    return { refresh_token, expires_in: tokenLifetimeSeconds };
  }
}
