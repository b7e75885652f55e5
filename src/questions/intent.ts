import { isWholeOrder, looksLikeOrder } from '../digests/order.ts';

/** What a person who addresses the bot wants. */
export type Intent =
  | { readonly kind: 'question'; readonly text: string }
  | {
      readonly kind: 'timeline';
      readonly text: string;
      readonly order: 'oldest' | 'newest';
    }
  /** The text after the word "verify": a quotation, and who is said to have written it. */
  | { readonly kind: 'verify'; readonly text: string }
  | { readonly kind: 'help' }
  /** "Hello", "what can you do?", or thanks: no question, and answered as such. */
  | { readonly kind: 'greeting'; readonly isThanks: boolean }
  | { readonly kind: 'sources' }
  | { readonly kind: 'status' }
  /** What is wanted of the library's feeds; the text is an address, a title or a number. */
  | {
      readonly kind: 'feeds';
      readonly action: 'list' | 'add' | 'remove';
      readonly text: string;
    }
  | { readonly kind: 'forget' }
  | { readonly kind: 'mute' }
  | { readonly kind: 'unmute' }
  | { readonly kind: 'article'; readonly id: string }
  | { readonly kind: 'incomplete'; readonly word: IncompleteCommand }
  /** The text after the word "digest". */
  | { readonly kind: 'digest'; readonly order: string };

/** A command without the text that it needs. */
export type IncompleteCommand = (typeof transitiveCommands)[number];

/** Commands that need a text after them. */
const transitiveCommands = ['timeline', 'verify', 'article', 'add', 'ask'] as const;

/** Commands that take no text. */
const loneCommands = ['sources', 'status', 'forget', 'mute', 'unmute'] as const;

/** "Verify whether Xi met Putin" asks for passages, not for a wording. */
const subordinate = /^(?:whether|if|that|how|why|what|who|when|where)\b/i;

/** A quoted block with the request after it: "> So be it … verify this". */
const verifiedQuote =
  /^>\s*(.{1,4000}?)\s+(?:please\s+)?(?:verify|check)(?:\s+(?:this|that|it|the quot(?:e|ation)))?[.!?]*$/is;

/** In English, Russian and Chinese, as questions may be. */
const greetings = [
  /^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|greetings)(?: (?:there|all|everyone|everybody|bot))?|(?:and )?(?:what|how) can (?:you do|i (?:use|ask) you)|who are you|what are you|what do you do)[\s,.!?]*$/i,
  /^(?:привет|здравствуй(?:те)?|добр(?:ый (?:день|вечер)|ое утро)|кто (?:ты|вы)|что (?:ты умеешь|вы умеете))[\s,.!?]*$/iu,
  /^(?:(?:你|您|大家|早上|下午|晚上)好|[你您]是谁|[你您]能做什么)[\s，。！？啊呀]*$/u,
];
const thanks = [
  /^(?:(?:ok(?:ay)?|great|perfect|super|cool|got it)[\s,.!]+)?(?:thanks|thank you|thx|cheers|much appreciated)(?:[\s,.!]+(?:a lot|so much|very much|all|everyone|again|bot|(?:that|this|it)(?:['’]s| (?:is|was)) (?:(?:very|really|so|most|quite) )?(?:helpful|useful|great|perfect|good|enough)|(?:very|really|most|so) (?:helpful|useful)|(?:that|this) (?:really )?(?:helps|helped)(?: (?:a lot|me))?))*[\s,.!]*$/i,
  /^(?:(?:большое|огромное) )?(?:спасибо|благодарю)(?: (?:большое|огромное|всем|вам|вас|тебе))*[\s,.!]*$/iu,
  /^(?:非常|十分)?(?:谢谢|謝謝|感谢|感謝|多谢|多謝)(?:[你您们們了]|大家)*[\s，。！]*$/u,
];

/** What people type who do not know yet that commands are in English. */
const helpWords = new Set(['help', 'помощь', 'справка', '帮助', '幫助', '说明', '說明']);

/** A longer first word is no command, in characters. */
const maxCommand = 40;

/**
 * Reads what was typed after the command or the mention. A command stands alone, so that "help me
 * understand THAAD" is a question; `ask` makes a question of anything.
 */
export function readIntent(typed: string): Intent {
  const quoted = verifiedQuote.exec(typed.trim())?.[1];
  if (quoted) return { kind: 'verify', text: quoted };
  const text = typed.trim().replace(/^[,:;.!–—-]+\s+/u, '');
  if (thanks.some((form) => form.test(text))) return { kind: 'greeting', isThanks: true };
  if (greetings.some((form) => form.test(text))) return { kind: 'greeting', isThanks: false };
  const [first = '', ...rest] = text.split(/\s+/);
  const word = first
    .slice(0, maxCommand)
    .toLowerCase()
    .replace(/^[*_~`]+|[*_~`.,;!?。！？]+$/g, '');
  if (text === '' || (helpWords.has(word) && rest.length === 0)) return { kind: 'help' };
  const command = rest.length === 0 ? loneCommands.find((known) => known === word) : undefined;
  if (command) return { kind: command };
  const transitive = transitiveCommands.find((known) => known === word.replace(/:$/, ''));
  if (transitive && rest.length === 0) return { kind: 'incomplete', word: transitive };
  if (word === 'article' && rest.length === 1)
    return { kind: 'article', id: rest.join().toLowerCase() };
  const order = text.slice(first.length).trim();
  if (word === 'digest' && looksLikeOrder(order)) return { kind: 'digest', order };
  if (
    /\bdigests?\b|^(?:please )?(?:tell|notify|ping|alert) (?:me|us)\b/i.test(text) &&
    isWholeOrder(text)
  ) {
    return { kind: 'digest', order: text };
  }
  const feeds = readFeeds(word, rest);
  if (feeds) return feeds;
  if (word === 'timeline') return readTimeline(rest);
  if (/^verify:?$/.test(word) && !subordinate.test(order)) {
    return { kind: 'verify', text: order };
  }
  if (word === 'ask') {
    return { kind: 'question', text: text.slice(first.length).trim() };
  }
  return { kind: 'question', text };
}

/** "Feed the poor" is a question. */
function readFeeds(word: string, [action = '', ...rest]: readonly string[]): Intent | undefined {
  if (!/^feeds?$/.test(word)) return undefined;
  if (action === '' || (rest.length === 0 && /^(?:list|status)$/i.test(action))) {
    return { kind: 'feeds', action: 'list', text: '' };
  }
  const wanted = /^(?:add|follow|(remove|delete|stop|unfollow))$/i.exec(action);
  if (!wanted) return undefined;
  return { kind: 'feeds', action: wanted[1] ? 'remove' : 'add', text: rest.join(' ') };
}

/** `newest` or `oldest` may stand first, unless nothing to look for follows. */
function readTimeline(words: readonly string[]): Intent {
  const [, order, question] = /^(?:(newest|oldest)(?: first)? )?(.+)$/i.exec(words.join(' ')) ?? [];
  return {
    kind: 'timeline',
    text: question ?? words.join(' '),
    order: order?.toLowerCase() === 'newest' ? 'newest' : 'oldest',
  };
}
