import type { ServerResponse } from 'node:http';
import { isObject } from '../block-kit/check.ts';
import { type Acting, personNamed } from '../people/acting.ts';
import { Mistake } from '../people/mistake.ts';
import { download } from '../transport/file-routes.ts';
import { json, type Reply } from '../transport/reply.ts';
import type { Inquiry } from '../transport/server.ts';
import { pageActions } from './page-actions.ts';
import { PageFiles } from './page-files.ts';
import { pageState } from './page-state.ts';
import { permalinkTarget } from './permalink-target.ts';

/** Serves the browser page, its state, and what people do there. */
export class PageServer {
  readonly #teams: readonly [first: Acting, ...others: Acting[]];
  readonly #files = new PageFiles();

  constructor(teams: readonly [first: Acting, ...others: Acting[]]) {
    this.#teams = teams;
  }

  /** Answers a request of the page; undefined when the response is left open as an event stream. */
  async reply(inquiry: Inquiry, response: ServerResponse): Promise<Reply | undefined> {
    const { method, url } = inquiry;
    try {
      if (method === 'POST') return await this.#act(inquiry);
      if (url.pathname === '/page/state') {
        const acting = this.#teamOf(url);
        const user = url.searchParams.get('user') ?? acting.workspace.users[0]?.id ?? '';
        const state = pageState(acting.workspace, personNamed(acting, user));
        return json({ ...state, teams: this.#teams.map(({ workspace }) => workspace.team) });
      }
      if (url.pathname === '/page/events') {
        this.#stream(this.#teamOf(url), response);
        return undefined;
      }
      if (url.pathname.startsWith('/page/files/')) return this.#file(url);
      const target = this.#permalink(url);
      if (target) return { status: 302, headers: { location: target }, body: '' };
      return (await this.#files.reply(url.pathname)) ?? notFound(url.pathname);
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      return json({ ok: false, error: error.message }, 400);
    }
  }

  /** The team that an address names; the first one unless it does. */
  #teamOf({ searchParams }: URL): Acting {
    const id = searchParams.get('team');
    return this.#teams.find(({ workspace }) => workspace.team.id === id) ?? this.#teams[0];
  }

  #permalink(url: URL): string | undefined {
    for (const { workspace } of this.#teams) {
      const target = permalinkTarget(url, workspace);
      if (target === undefined) continue;
      const isFirst = workspace === this.#teams[0].workspace;
      return isFirst ? target : `${target}&team=${workspace.team.id}`;
    }
    return undefined;
  }

  /** A file for a person who sees a message that shares it. */
  #file(url: URL): Reply {
    const { pathname, searchParams } = url;
    const acting = this.#teamOf(url);
    const { workspace, files } = acting;
    const person = personNamed(acting, searchParams.get('user') ?? '');
    const id = pathname.split('/').at(-1) ?? '';
    const file = files.find(id);
    const isShared = workspace.channels.some(
      ({ members, messages }) =>
        members.has(person.id) &&
        messages.some((message) => message.files?.some((one) => one.id === id)),
    );
    return file && isShared ? download(file.record, file.bytes) : notFound(pathname);
  }

  async #act({ url, body, headers }: Inquiry): Promise<Reply> {
    const action = Object.hasOwn(pageActions, url.pathname) ? pageActions[url.pathname] : undefined;
    if (!action) return notFound(url.pathname);
    // A form of a foreign page cannot carry this type without asking first.
    if (!headers['content-type']?.startsWith('application/json')) {
      throw new Mistake('The body must be JSON, with the content type application/json.');
    }
    return json(await action(this.#teamOf(url), parse(body)));
  }

  #stream({ workspace: { changes } }: Acting, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    let isDue = false;
    const write = () => {
      isDue = false;
      response.write(`event: change\ndata: ${changes.count}\n\n`);
    };
    const unlisten = changes.listen(() => {
      // Several changes of one moment make one event.
      if (!isDue) setImmediate(write);
      isDue = true;
    });
    response.on('close', unlisten);
    write();
  }
}

function parse(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    if (isObject(value)) return value;
  } catch (error) {
    throw new Mistake(`The body is not JSON (${String(error)}).`);
  }
  throw new Mistake('The body must be a JSON object.');
}

function notFound(path: string): Reply {
  return json({ ok: false, error: `There is nothing at ${path}.` }, 404);
}
