import type { Fields } from '../../library/field-reader.ts';
import type { SourceBlock } from '../source.ts';

/** Less text is no article; a Han character counts for three letters. */
const shortestArticle = 250;

const check =
  /just a moment|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|attention required|access (?:to this page has been )?denied|enable (?:javascript and )?cookies to continue|ddos protection|captcha/i;
const shell =
  /(?:enable|turn on|requires?|need)\b.{0,40}\bjavascript|javascript (?:is )?(?:disabled|required)/i;
const paywall =
  /to (?:continue|keep) reading|subscribe (?:now )?to (?:read|continue|unlock)|already (?:a subscriber|have an account)|(?:article|content|story) is (?:only )?(?:for|available to) (?:our )?(?:subscribers|members)|unlock this article|оформите подписку|订阅后(?:阅读|查看)|réservé aux abonnés|jetzt weiterlesen/i;
const consent =
  /before you continue|we (?:and our (?:\d+ )?partners )?(?:use|value|store).{0,60}(?:cookies|privacy)|accept all|consent to the use|manage (?:your )?(?:preferences|choices)/i;

const advice = 'save the page from your browser, or print it as PDF, and import that file';

/** What a page shows instead of an article, and what to do; undefined for an article. */
export function whyNoArticle(
  document: { readonly text: string; readonly noscript: string; readonly isFetched: boolean },
  blocks: readonly SourceBlock[],
  articles: readonly Fields[],
): string | undefined {
  const prose = blocks.filter(({ kind }) => kind !== 'heading');
  const weight = prose.reduce((sum, { text }) => sum + weightOf(text), 0);
  const isShort = weight < shortestArticle;
  if (check.test(document.text.slice(0, 2_000)) && weight < 1_000) {
    return `the site checks the browser instead of showing the article; ${advice}`;
  }
  if (isLocked(articles) && prose.length < 3)
    return `the rest of it is behind a paywall; ${advice}`;
  if (paywall.test(document.text) && prose.length < 4 && weight < 1_500) {
    return `only its beginning can be read without a subscription; ${advice}`;
  }
  if (prose.length > 0 && prose.length < 6 && prose.every(({ text }) => consent.test(text))) {
    return `the site asks for consent instead of showing the article; ${advice}`;
  }
  if (prose.length === 0 || (isShort && (document.isFetched || shell.test(document.noscript)))) {
    const reason = shell.test(document.noscript + document.text)
      ? 'it is empty until its scripts run'
      : 'it holds no article';
    return `${reason}; ${advice}`;
  }
  return undefined;
}

function weightOf(text: string): number {
  return text.length + 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}

/** Pages say for search engines that they show only a part. */
function isLocked(articles: readonly Fields[]): boolean {
  return articles.some(
    ({ isAccessibleForFree: free }) => free === false || /^false$/i.test(String(free)),
  );
}
