/** Words that hardly a sentence of a language goes without, for languages in Latin letters. */
const frequent: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|and|of|to|that|was|with|for|is)\b/giu,
  fr: /(?<![\p{L}])(?:le|la|les|des|une|est|dans|que|et|du)(?![\p{L}])/giu,
  de: /(?<![\p{L}])(?:der|die|das|und|ist|nicht|mit|den|von|ein)(?![\p{L}])/giu,
  es: /(?<![\p{L}])(?:el|los|las|una|que|por|con|del|para|está)(?![\p{L}])/giu,
  it: /(?<![\p{L}])(?:il|gli|che|una|della|con|per|sono|nel|di)(?![\p{L}])/giu,
};

/** A text of which so much is read tells its language. */
const enough = 20_000;

/** The language of a text by its script, and in Latin letters by its most frequent words. */
export function languageOf(text: string): string {
  const part = text.slice(0, enough);
  const letters = part.match(/\p{L}/gu)?.length ?? 0;
  const share = (script: RegExp) => (part.match(script)?.length ?? 0) / Math.max(1, letters);
  if (share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0.2) return 'ja';
  if (share(/\p{Script=Han}/gu) > 0.3) return 'zh';
  if (share(/\p{Script=Hangul}/gu) > 0.5) return 'ko';
  if (share(/\p{Script=Cyrillic}/gu) > 0.5) return /[їєґ]/iu.test(part) ? 'uk' : 'ru';
  const counts = Object.entries(frequent).map(
    ([language, words]) => [language, part.match(words)?.length ?? 0] as const,
  );
  const [language, count] = counts.reduce((best, next) => (next[1] > best[1] ? next : best));
  return count >= 3 ? language : 'en';
}
