import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { CitationStyle, DataStyle } from '../../cite/citation-styles.ts';
import { groupedByArticle } from '../../cite/source.ts';
import { citeTexts as texts } from '../../texts/cite.ts';
import { saying } from '../../texts/message.ts';
import type { Say } from '../../texts/say.ts';
import { toPostError } from '../api/web-api.ts';
import { context } from '../blocks/block-kit.ts';
import { type CitableQuote, citationPages } from '../blocks/citation-pages.ts';
import { readCited, readCiteView } from '../blocks/cite-modal.ts';
import { ids } from '../ids.ts';
import { type CiteParts, citeAgain, quotesToCite } from './cite.ts';

/** More messages than these would be a flood. */
const maxMessages = 5;

/** Sends what a modal cites to the person who looks at it: as messages to copy, or as a file. */
export function registerSendCitations(app: App, parts: CiteParts & { readonly log: Log }): void {
  app.action<BlockAction<ButtonAction>>(ids.citeSend, async ({ ack, action, body, client }) => {
    await ack();
    if (!body.view) return;
    const wish = readCiteView(action.value);
    const cited = readCited(body.view.private_metadata);
    const reader = { team: body.team?.id ?? '', person: body.user.id };
    const quotes = await quotesToCite(cited, reader, parts);
    const say = await parts.sayTo(reader);
    const recipient = { client, person: body.user.id, log: parts.log, say };
    const outcome = await send(quotes, wish.style, recipient);
    const { title } = body.view;
    const view = await citeAgain(title.text, cited, reader, parts, say, wish, [outcome]);
    await client.views.update({ view_id: body.view.id, view });
  });
}

type Log = { readonly warn: (text: string) => void };

interface Recipient {
  readonly client: WebClient;
  readonly person: string;
  readonly log: Log;
  readonly say: Say;
}

/** Says for the modal what became of it. */
async function send(
  quotes: readonly CitableQuote[],
  style: CitationStyle,
  recipient: Recipient,
): Promise<string> {
  const { say } = recipient;
  if (quotes.length === 0) return say(texts.nothingSent);
  try {
    const isFile = style.kind === 'data' && (await sendFile(quotes, style, recipient));
    if (!isFile) await sendMessages(quotes, style, recipient);
    return say(isFile ? texts.sentFile : texts.sentMessage);
  } catch (error) {
    const { code } = toPostError(error);
    recipient.log.warn(`Citations could not be sent: ${code}`);
    return say(texts.notTaken, { code });
  }
}

/** One file for all articles; false where the bot may upload none, so that it is sent as text. */
async function sendFile(
  quotes: readonly CitableQuote[],
  style: DataStyle,
  { client, person, log, say }: Recipient,
): Promise<boolean> {
  const sources = groupedByArticle(quotes.map(({ source }) => source));
  const text = say(texts.articlesAs, { articles: sources.length, style: style.name });
  const { channel } = await client.chat.postMessage({ channel: person, text });
  const filename = `citations.${style.extension}`;
  try {
    await client.files.uploadV2({
      channel_id: channel ?? person,
      filename,
      title: filename,
      content: style.write(sources),
    });
    return true;
  } catch (error) {
    const code = toPostError(error).code;
    const remedy = '; the scope files:write is needed for files, "npm run manifest" has it';
    const advice = code === 'missing_scope' ? remedy : '';
    log.warn(`A file of citations was sent as text (${code})${advice}`);
    return false;
  }
}

async function sendMessages(
  quotes: readonly CitableQuote[],
  style: CitationStyle,
  { client, person, say }: Recipient,
): Promise<void> {
  const text = say(texts.citations, { style: style.name });
  const { pages, tooLong } = citationPages(quotes, style, [context(text)], say);
  const left = pages.length - maxMessages;
  for (const [at, page] of pages.slice(0, maxMessages).entries()) {
    const isLast = at === Math.min(pages.length, maxMessages) - 1;
    const missing = [
      ...(left > 0 ? [saying(texts.furtherPages, { pages: left })] : []),
      ...(tooLong > 0 ? [saying(texts.tooLongForSlack, { citations: tooLong })] : []),
    ];
    const note = isLast && missing.length > 0 ? say(texts.notSent, { what: text, missing }) : text;
    await client.chat.postMessage({ channel: person, text, blocks: [context(note), ...page] });
  }
}
