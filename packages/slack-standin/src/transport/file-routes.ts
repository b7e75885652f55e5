import type { Installations } from '../oauth/installations.ts';
import type { FileRecord } from '../wire.ts';
import type { Files } from '../workspace/files.ts';
import { Refusal } from '../workspace/refusal.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Reply, text } from './reply.ts';
import type { Inquiry } from './server.ts';

/** What answering needs. */
interface FileRoutes {
  readonly files: Files;
  readonly workspace: Workspace;
  readonly installations: Installations;
}

/**
 * Takes the bytes of an upload that `files.getUploadURLExternal` began, as they are or in a form.
 * Source: https://docs.slack.dev/messaging/working-with-files#upload
 */
export async function takeUpload(ticket: string, inquiry: Inquiry, files: Files): Promise<Reply> {
  const bytes = await uploadedBytes(inquiry);
  if (bytes && files.receive(ticket, bytes)) return text(`OK - ${bytes.length}`);
  return text('There is no upload of so many bytes here.', 400);
}

/**
 * Gives the app the bytes of a file. Without the bot's token and the scope, Slack leads to its page
 * for signing in. Source: https://docs.slack.dev/reference/objects/file-object#authentication
 */
export function giveToApp(
  { url, headers }: Pick<Inquiry, 'url' | 'headers'>,
  routes: FileRoutes,
): Reply {
  const token = headers.authorization?.replace(/^Bearer /i, '') ?? '';
  if (!mayRead(token, routes)) return { status: 302, headers: { location: '/' }, body: '' };
  const id = url.pathname.split('/')[2]?.split('-').at(-1) ?? '';
  const file = routes.files.find(id);
  return file ? download(file.record, file.bytes) : text('There is no such file.', 404);
}

function mayRead(token: string, { installations, workspace }: FileRoutes): boolean {
  try {
    const isOwn = installations.workspaceOf(token) === workspace;
    return isOwn && workspace.app.scopes.includes('files:read');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return false;
  }
}

const pictures = new Set(['image/gif', 'image/jpeg', 'image/png', 'image/webp']);

/** A file on its way to a browser or the app: saved, and never run on the fake Slack's page. */
export function download({ name, mimetype }: FileRecord, bytes: Buffer): Reply {
  return {
    status: 200,
    headers: {
      'content-type': pictures.has(mimetype) ? mimetype : 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
    body: bytes,
  };
}

async function uploadedBytes({ bytes, headers }: Inquiry): Promise<Buffer | undefined> {
  const type = headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return bytes;
  try {
    const form = await new Response(new Uint8Array(bytes), {
      headers: { 'content-type': type },
    }).formData();
    const [file] = [...form.values()].filter((value) => typeof value !== 'string');
    return file && Buffer.from(await file.arrayBuffer());
  } catch {
    // A form that cannot be read holds no file.
    return undefined;
  }
}
