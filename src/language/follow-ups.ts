import { type LanguageCode, languageOf } from './languages.ts';
import { wordsOf } from './words.ts';

/** How people of a language come back to what was said before. */
interface FollowUpWords {
  /** Words that point back. */
  readonly pointer: RegExp;
  /** "Tell me more." */
  readonly more: RegExp;
  /** "Who wrote that?" */
  readonly source: RegExp;
  /** Names what it is about itself, however short it is. */
  readonly namesTopic?: RegExp;
  /** What stands before a topic: "what is the", "tell me about"; keywords are a topic by themselves. */
  readonly beforeTopic: RegExp;
  /** Asks rather than names. */
  readonly asks: RegExp;
}

const english: FollowUpWords = {
  pointer:
    /^(?:and|but|so|why|how come|since when|what about|how about)\b|\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|that|this|those|these|one|ones|there|then|else|more|former|latter|same)\b/i,
  more: /^(?:(?:please|can you|could you)\s+)?(?:(?:tell|show|give) me (?:some )?more|(?:any(?:thing)?|what) (?:more|else)|go on|continue|more)(?:\s+(?:about|on) (?:it|that|this))?(?:,? please)?\W*$/i,
  source:
    /^(?:who (?:wrote|said|says|writes) (?:that|this|it)|(?:where|what) (?:is|was) (?:that|this|it) from|what(?:'s| is) (?:the|your) source|source|says who)\W*$/i,
  namesTopic: /^what (?:is|was|has been) said (?:about|of|on)\b/i,
  beforeTopic:
    /^(?:(?:please\s+)?tell me (?:more )?about|(?:what|who)\s+(?:is|are|was|were)|what about)\s+(?:the\s+|an?\s+)?/i,
  asks: /^(?:what|who|which|when|where|why|how|is|are|was|were|do|does|did|has|have|can|will|would)\b/i,
};

const russian: FollowUpWords = {
  pointer:
    /^(?:а|и|но|так|почему|зачем|отчего)(?!\p{L})|(?<!\p{L})(?:он|она|оно|они|его|е[её]|их|ему|ей|им|н[её]м|ней|них|ними|эт(?:от|а|о|и|ого|ой|ом|ому|их|им|у)|того|той|тех|там|тогда|ещ[её]|тоже|также)(?!\p{L})/iu,
  more: /^(?:пожалуйста,?\s+)?(?:а\s+)?(?:(?:(?:рас)?скажи|покажи|дай)(?:те)?(?:\s+мне)?\s+(?:ещ[её]|больше|(?:по)?подробнее|дальше)|(?:что\s+)?ещ[её](?:\s+что(?:-нибудь|-то)?)?|(?:по)?подробнее|дальше|продолжай(?:те)?|больше)(?:\s+об?\s+(?:этом|н[её]м|ней|них))?(?:,?\s+пожалуйста)?[\s\p{P}]*$/iu,
  source:
    /^(?:а\s+)?(?:кто\s+(?:это|так|его|е[её])\s+(?:(?:на)?писал[аи]?|пишет|сказал[аи]?|говорит|утверждает)|кто\s+(?:написал|сказал)\s+это|чьи\s+это\s+слова|кто\s+автор|(?:это\s+)?откуда(?:\s+это)?|(?:какой\s+)?источник)[\s\p{P}]*$/iu,
  beforeTopic:
    /^(?:расскажи(?:те)?(?:\s+мне)?\s+(?:об?о?|про)|что\s+такое|кто\s+так(?:ой|ая|ие)|что\s+насч[её]т|как\s+насч[её]т)\s+/iu,
  asks: /^(?:что|кт?о|кого|кому|кем|чем|чей|чья|чьи|как(?:ой|ая|ое|ие|ую|им|их)?|когда|где|куда|откуда|почему|зачем|сколько|ли)(?!\p{L})|(?<!\p{L})ли(?!\p{L})/iu,
};

const chinese: FollowUpWords = {
  pointer:
    /^(?:那|[为為](?:什[么麼]|何)[呢?？\s]*$|可是|但是|所以)|(?<!其)[它他她][们們]?(?![国國])|[这這](?!些?年)|那(?:[个個些時时裡里]|件事|[项項])|其(?![他它中實实余餘])|[还還]有|呢[?？\s]*$/u,
  more: /^[请請]?(?:[还還]有(?:[吗嗎呢]|什[么麼]|[别別]的[吗嗎]?)?|更多(?:[内內]容|信息)?|[继繼][续續](?:[说說][讲講]?)?|(?:再|多|再多|[详詳][细細]地?)?[说說讲講](?:[说說讲講]|[详詳][细細]|得?更多)?(?:一?[点點些下])?|[详詳][细細](?:一?[点點些])?|再[来來]一?[点點些])[吧呢吗嗎]?[\s\p{P}]*$/u,
  source:
    /^(?:[这這那]是?|是)?(?:[谁誰](?:[写寫说說讲講]的?(?:[这這那](?:些|[个個])?)?的?)|(?:出自|[来來]自)(?:哪[里裡儿兒篇]|何[处處]))[呢?？\s\p{P}]*$|^(?:[这這那]的?)?(?:[来來]源|出[处處]|作者)(?:是?(?:什[么麼]|[谁誰]|哪[里裡儿兒])|呢)?[\s\p{P}]*$/u,
  beforeTopic: /^(?:[请請]?(?:[说說讲講介]|介[绍紹])(?:一下|[说說讲講])|[关關][于於])/u,
  asks: /什[么麼]|[谁誰]|哪|[为為]何|多少|[几幾]|怎|[吗嗎呢]/u,
};

const wordsOfLanguage: Readonly<Record<LanguageCode, FollowUpWords>> = {
  en: english,
  ru: russian,
  zh: chinese,
};

/** Words of a question that has no subject of its own. */
const maxWords = 3;

/** Function words of Chinese that no question is about, and its question words. */
const chineseFrame =
  /[为為]什[么麼]|[为為]何|什[么麼](?:[时時]候|地方|人)?|怎[么麼][样樣]?|哪[里裡儿兒个個些]|[谁誰]|多少|[几幾]|[那呢吗嗎吧啊呀的了是在有和与與对對]/gu;

/** Whether somebody asks for more of the same: "tell me more". */
export function asksForMore(text: string): boolean {
  return wordsFor(text).more.test(text.trim());
}

/** Whether somebody asks whose words an answer was: "who wrote that?" */
export function asksForSource(text: string): boolean {
  return wordsFor(text).source.test(text.trim());
}

/** Whether a question leans on what was said before: it points back, or is too short to stand alone. */
export function leansOnEarlier(text: string): boolean {
  const { pointer, namesTopic } = wordsFor(text);
  return pointer.test(text.trim()) || (sizeOf(text) <= maxWords && !namesTopic?.test(text.trim()));
}

/** What a question is about, where it names no more than that; undefined for a real question. */
export function topicNamed(text: string): string | undefined {
  const { beforeTopic, asks } = wordsFor(text);
  const topic = text
    .trim()
    .replace(beforeTopic, '')
    .replace(/[\s.?!。？！]+$/u, '');
  return topic !== '' && !asks.test(topic) ? topic : undefined;
}

function wordsFor(text: string): FollowUpWords {
  return wordsOfLanguage[languageOf(text)];
}

/** In words that something may be about; two characters of Chinese are about one. */
function sizeOf(text: string): number {
  const han = text.replace(chineseFrame, ' ').match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = text.replace(/\p{Script=Han}+/gu, ' ');
  return Math.ceil(han / 2) + wordsOf(others).filter(({ term }) => term !== undefined).length;
}
