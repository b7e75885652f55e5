import type { Wanted } from '../additions/addition.ts';
import { readSlackText } from './text.ts';

/** A file of a message, as Slack sends it; it may come from anybody. */
interface SharedFile {
  readonly id?: unknown;
  readonly name?: unknown;
}

/** What a message consists of, where it may ask to add something. */
export interface Asking {
  /** As Slack writes it, with `<…>` around links. */
  readonly text: string;
  readonly files?: unknown;
  /** Whether it was said to the bot alone. */
  readonly isDirect?: boolean;
}

/** `<https://…|label>`, and addresses as they are typed after a command. */
const links = /<(https?:\/\/[^|<>\s]+)(?:\|[^<>]*)?>|(?<![<|\w])(https?:\/\/[^\s<>|]+)/gi;

/** "add …", "please add …", "can you add …". */
const addsFirst = /^(?:please[\s,]+|(?:can|could|would) you (?:please )?)?add\b[:,]?/i;

/** "… add this to the library, please". */
const addsLast =
  /(?:^|[\s,;—–-])add(?: (?:this|that|it|these|those|them))?(?: to (?:the|our|your) library)?(?:[\s,]+(?:too|please))*[.!]*$/i;

/** "feed add …" is an order about feeds. */
const ofFeeds = /^feeds?\s+(?:add|follow|remove|delete|stop|unfollow)\b/i;

/** "add gazette.example/road", without the beginning that nobody types. */
const bareAddress = /^\S*add\S*\s+((?:[\p{L}\p{N}-]+\.)+[\p{L}]{2,}(?:\/\S*)?)$/iu;

/**
 * What a message asks to add: its links and files where it says "add"; its files also without, unless
 * it asks something; in a direct message a link that stands alone. Undefined where it asks for nothing
 * of that kind.
 */
export function readWanted({ text, files, isDirect = false }: Asking): Wanted[] | undefined {
  const { linked, words } = linksIn(text);
  const shared = filesIn(files);
  if (ofFeeds.test(words)) return undefined;
  if (addsFirst.test(words) || addsLast.test(words)) {
    const [, bare] = bareAddress.exec(words) ?? [];
    const named = linked.length === 0 && bare ? [linkOf(`https://${bare}`)] : linked;
    const all = [...named, ...shared];
    return all.length > 0 ? all : undefined;
  }
  if (shared.length > 0 && !/[?？]/.test(words)) return shared;
  return isDirect && linked.length > 0 && words === '' ? linked : undefined;
}

/** Everything in a message that could be added, whatever it says. */
export function allIn({ text, files }: Asking): Wanted[] {
  return [...linksIn(text).linked, ...filesIn(files)];
}

function linksIn(text: string): { readonly linked: Wanted[]; readonly words: string } {
  const addresses = new Set<string>();
  const rest = text.replace(links, (_, marked?: string, typed?: string) => {
    const address = marked ?? withoutStop(typed ?? '');
    addresses.add(address.replaceAll('&amp;', '&'));
    return ' ';
  });
  return {
    linked: Array.from(addresses, linkOf),
    words: readSlackText(rest).replace(/^[\s,:;.!–—-]+/, ''),
  };
}

/** A stop or bracket at the end of a typed address is the sentence's. */
function withoutStop(address: string): string {
  return address.replace(/[.,;:!?)\]'"»”]+$/, '');
}

/** Longer addresses lead nowhere; what is left of them is refused with the reason. */
const maxAddressLength = 2000;

function linkOf(address: string): Wanted {
  return { kind: 'link', address: address.slice(0, maxAddressLength) };
}

function filesIn(files: unknown): Wanted[] {
  if (!Array.isArray(files)) return [];
  return (files as SharedFile[]).flatMap((file) => {
    const { id, name } = file ?? {};
    if (typeof id !== 'string' || !/^[A-Z0-9]{1,30}$/i.test(id)) return [];
    return [{ kind: 'file' as const, id, name: shownName(name) }];
  });
}

function shownName(name: unknown): string {
  const text = typeof name === 'string' ? readSlackText(name).slice(0, 150) : '';
  return text === '' ? 'file' : text;
}
