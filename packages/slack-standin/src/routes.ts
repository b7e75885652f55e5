import type { Faults } from './faults/faults.ts';
import type { RateLimits } from './methods/rate-limits.ts';
import { answerCall } from './methods/web-api.ts';
import { replyToAuthorize } from './oauth/authorize.ts';
import type { Installations } from './oauth/installations.ts';
import type { Team } from './team.ts';
import { giveToApp, takeUpload } from './transport/file-routes.ts';
import { type Reply, text } from './transport/reply.ts';
import type { ElsewhereRequest, Inquiry } from './transport/server.ts';
import { replyFromSite, type Site } from './transport/site.ts';
import type { SocketTransport } from './transport/socket.ts';
import type { Workspace } from './workspace/workspace.ts';

/** What answering an app needs. */
export interface Routes {
  readonly address: { readonly url: string };
  readonly faults: Faults;
  readonly filesUrl: () => string;
  readonly installations: Installations;
  readonly rateLimits: RateLimits | undefined;
  readonly site: Site;
  readonly socket: SocketTransport | undefined;
  readonly teams: readonly [first: Team, ...others: Team[]];
}

/** Answers what an app asks; undefined for what is the page's. */
export function replyAsSlack(inquiry: Inquiry, routes: Routes): Promise<Reply> | undefined {
  const { method, url } = inquiry;
  const [, place, id = ''] = url.pathname.split('/');
  const { teams, installations } = routes;
  if (place === 'response' && method === 'POST') {
    const team = teams.find(({ responseUrls }) => responseUrls.knows(id)) ?? teams[0];
    return team.responseUrls.use(id, inquiry.body);
  }
  if (place === 'upload' && method === 'POST') {
    const ticket = url.pathname.split('/').at(-1) ?? '';
    const team = teams.find(({ files }) => files.expects(ticket)) ?? teams[0];
    return takeUpload(ticket, inquiry, team.files);
  }
  if (place === 'files-pri') {
    return Promise.resolve(giveFile(id, inquiry, routes));
  }
  if (place === 'site' && method === 'GET') {
    const path = url.pathname.slice('/site/'.length);
    return Promise.resolve(replyFromSite(path, routes.site));
  }
  if (url.pathname === '/oauth/v2/authorize') {
    const workspaces = teams.map(({ workspace }) => workspace);
    return Promise.resolve(replyToAuthorize(inquiry, { installations, workspaces }));
  }
  return place === 'api' ? replyToCall(id, inquiry, routes) : undefined;
}

/** Answers for another host: a file of Slack's, or a page of the site that has that host's name. */
export function replyElsewhere(request: ElsewhereRequest, routes: Routes): Reply | undefined {
  const { url, headers } = request;
  const [, place, id = ''] = url.pathname.split('/');
  if (place === 'files-pri' && url.host === new URL(routes.filesUrl()).host) {
    return giveFile(id, { url, headers }, routes);
  }
  const prefix = `//${url.host}/`;
  const isOfSite = Object.keys(routes.site).some((path) => path.startsWith(prefix));
  return isOfSite ? replyFromSite(`//${url.host}${url.pathname}`, routes.site) : undefined;
}

function giveFile(id: string, request: ElsewhereRequest, { teams, installations }: Routes): Reply {
  const owner = teams.find(({ workspace }) => id.startsWith(`${workspace.team.id}-`)) ?? teams[0];
  return giveToApp(request, { ...owner, installations });
}

function replyToCall(name: string, inquiry: Inquiry, routes: Routes): Promise<Reply> {
  const { method, url, headers, body } = inquiry;
  if (method !== 'POST' && method !== 'GET') return Promise.resolve(text('Use POST.', 405));
  const { address, socket, teams, installations } = routes;
  const openSocket = socket && (() => `${address.url.replace(/^http/, 'ws')}${socket.ticket()}`);
  const contextOf = (workspace: Workspace | undefined, token: string) => {
    const team = teams.find((one) => one.workspace === workspace) ?? teams[0];
    return { ...team, installations, token, url: address.url, openSocket };
  };
  return answerCall(
    {
      method: name,
      body: method === 'GET' ? url.search.slice(1) : body,
      contentType: headers['content-type'] ?? '',
      authorization: headers.authorization ?? '',
    },
    { ...routes, contextOf },
  );
}
