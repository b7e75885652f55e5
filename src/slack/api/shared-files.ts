import { setTimeout as wait } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { Problem, SharedFile } from '../../additions/gathering.ts';
import { maxSourceBytes } from '../../import/read-source.ts';
import { additionTexts as texts } from '../../texts/additions.ts';
import { saying } from '../../texts/message.ts';
import { escapeSlackText } from '../text.ts';
import { toPostError } from './web-api.ts';

/** Slack is asked again so often while it can't answer. */
const maxAttempts = 3;

/** Nobody waits longer for Slack to answer, in ms. */
const maxPause = 10_000;

/** What the app lacks, and what helps. */
const needed = { scope: 'files:read', command: 'npm run manifest' };

/** Slack knows no such file, or not for us. */
const gone = /^file_(?:not_found|deleted)$|^not_visible$|^channel_not_found$/;

/** Finds a file that was shared in Slack, or says why it can't be had. Never rejects. */
export async function findSharedFile(
  client: Pick<WebClient, 'files'>,
  id: string,
  attempt = 1,
): Promise<SharedFile | Problem> {
  try {
    const { file = {} } = await client.files.info({ file: id });
    const { name = id, size = 0, mode, is_external, external_type = '' } = file;
    const address = file.url_private_download ?? file.url_private;
    if (is_external || mode === 'external') {
      return { problem: saying(texts.fileElsewhere, { where: external_type }) };
    }
    if (!address || mode === 'tombstone') return { problem: saying(texts.fileGone) };
    if (size > maxSourceBytes) {
      return {
        problem: `it has ${size} bytes; divide it into articles of at most ${maxSourceBytes}`,
      };
    }
    return { address, name };
  } catch (error) {
    const { kind, code, retryAfter } = toPostError(error);
    if (kind !== 'refused' && attempt < maxAttempts) {
      await wait(Math.min(retryAfter, maxPause));
      return findSharedFile(client, id, attempt + 1);
    }
    if (code === 'missing_scope') return { problem: saying(texts.noFilesScope, needed) };
    if (gone.test(code)) return { problem: saying(texts.fileGone) };
    return { problem: saying(texts.fileRefused, { code: escapeSlackText(code) }) };
  }
}
