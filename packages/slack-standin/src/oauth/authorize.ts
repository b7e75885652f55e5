import { type Reply, text } from '../transport/reply.ts';
import type { Inquiry } from '../transport/server.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Installations } from './installations.ts';

/** What the pages need. */
interface AuthorizeParts {
  readonly installations: Installations;
  readonly workspaces: readonly Workspace[];
}

/** What an app asks a person for. Source: https://docs.slack.dev/authentication/installing-with-oauth#asking */
interface Asked {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly state: string | undefined;
  readonly redirectUri: string;
}

/** The person's answer. */
export interface Consent {
  /** Of one of the teams, by id or name. */
  readonly team: string;
  readonly user: string;
  readonly allows: boolean;
}

/** Serves the page on which a person lets an app into a team, and takes their answer. */
export function replyToAuthorize(inquiry: Inquiry, parts: AuthorizeParts): Reply {
  const asked = readAsked(inquiry.url.searchParams, parts.installations);
  if (typeof asked === 'string') return text(asked, 400);
  if (inquiry.method !== 'POST') return page(asked, parts.workspaces);
  const answer = new URLSearchParams(inquiry.body);
  const [team = '', user = ''] = (answer.get('person') ?? '').split('/');
  const target = decide(asked, { team, user, allows: answer.has('allow') }, parts);
  if (target === undefined) return text('There is no such person in that team.', 400);
  return { status: 302, headers: { location: target }, body: '' };
}

/**
 * Answers an app's request for a person, and gives back the address to which Slack sends them; the
 * reason when the request itself is wrong.
 */
export function consentTo(
  address: string,
  consent: Consent,
  parts: AuthorizeParts,
): { readonly location: string } | { readonly problem: string } {
  const asked = readAsked(new URL(address).searchParams, parts.installations);
  if (typeof asked === 'string') return { problem: asked };
  const location = decide(asked, consent, parts);
  return location === undefined
    ? { problem: `There is no "${consent.user}" in a team "${consent.team}".` }
    : { location };
}

function readAsked(query: URLSearchParams, installations: Installations): Asked | string {
  const clientId = query.get('client_id') ?? '';
  if (!installations.isClient(clientId)) return `invalid_client_id: "${clientId}" is no app here.`;
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!/^https?:\/\//.test(redirectUri)) return 'bad_redirect_uri: redirect_uri is no web address.';
  const scopes = (query.get('scope') ?? '').split(/[ ,]+/).filter(Boolean);
  if (scopes.length === 0) return 'invalid_scope_requested: the app asks for no scope.';
  return { clientId, scopes, redirectUri, state: query.get('state') ?? undefined };
}

function decide(
  { scopes, redirectUri, state }: Asked,
  { team, user, allows }: Consent,
  { installations, workspaces }: AuthorizeParts,
): string | undefined {
  const workspace = workspaces.find((one) => one.team.id === team || one.team.name === team);
  const person = workspace?.user(user);
  if (!workspace || !person || person.is_bot) return undefined;
  const target = new URL(redirectUri);
  if (allows) {
    const code = installations.allow({ workspace, user: person.id, scopes, redirectUri });
    target.searchParams.set('code', code);
  } else target.searchParams.set('error', 'access_denied');
  if (state !== undefined) target.searchParams.set('state', state);
  return target.href;
}

function page({ scopes }: Asked, workspaces: readonly Workspace[]): Reply {
  const people = workspaces.flatMap(({ team, users }) =>
    users
      .filter(({ is_bot }) => !is_bot)
      .map(({ id, real_name }) => ({
        value: `${team.id}/${id}`,
        words: `${real_name}, ${team.name}`,
      })),
  );
  const choices = people.map(
    ({ value, words }, index) =>
      `<p><label><input type="radio" name="person" value="${escapeHtml(value)}"${index === 0 ? ' checked' : ''}> ${escapeHtml(words)}</label></p>`,
  );
  const app = escapeHtml(workspaces[0]?.app.name ?? '');
  const body = `<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Install ${app}</title>
<style>body { max-width: 32rem; margin: 3rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif } button { font: inherit; padding: .4rem 1rem }</style>
<main>
<h1>${app} asks to be let in</h1>
<p>It would have these scopes: ${escapeHtml(scopes.join(', '))}</p>
<form method="post">
<fieldset><legend>As whom, and where?</legend>${choices.join('')}</fieldset>
<p><button name="allow" value="1">Allow</button> <button name="deny" value="1">Cancel</button></p>
</form>
</main>`;
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
    body,
  };
}

function escapeHtml(words: string): string {
  const names: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' };
  return words.replace(/[&<>"]/g, (character) => `&${names[character]};`);
}
