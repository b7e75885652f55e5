import { splitSentences } from '../language/sentences.ts';
import type { omissionTexts } from '../texts/verify.ts';
import type { Step } from './alignment.ts';
import { speechesOf } from './speaker/paragraph-speeches.ts';
import { areOneVoice, type Speech } from './speaker/voices.ts';
import type { StoredToken } from './stretch.ts';

/** `a negation`, `another speaker`, … */
export type OmissionReason = keyof typeof omissionTexts;

/** What an ellipsis of a quotation passes over. */
export interface Omission {
  /** The words as they stand; of long ones the first and the last. */
  readonly text: string;
  /** Why it may change what is said. */
  readonly reasons: readonly OmissionReason[];
}

/** Longer ones are shown by their ends, in characters. */
const longestShown = 240;
const keptOfEnds = 90;

const negations = new Set(
  `not no never none nobody nothing nowhere neither nor cannot without hardly scarcely barely rarely seldom
  unless except refuse refuses refused refusing deny denies denied denying fail fails failed failing lack lacks
  lacked doubt doubts doubted unlikely impossible reject rejects rejected rejecting forbid forbids forbade forbidden
  false unable unwilling instead stop stops stopped oppose opposes opposed against
  не ни нет никогда никто ничего ничто нигде никак никакой никакие нельзя невозможно без вряд едва кроме
  отказался отказалась отказались отказывается отрицает отрицал против`.split(/\s+/),
);
const conditions = new Set(
  `if only may might could perhaps possibly maybe probably supposedly allegedly reportedly whether provided
  если бы может возможно вероятно якобы только`.split(/\s+/),
);
const hanNegation = /不|没|沒|未|无|無|非|勿|莫|别|別|否|拒绝|拒絕/u;
/** Words with such a character that negate nothing. */
const hanHarmless =
  /未来|未來|非常|区别|區別|特别|特別|分别|分別|不仅|不僅|不同|不断|不斷|非洲|无论|無論|别的/gu;
const hanCondition = /如果|若|可能|也许|也許|或许|或許|只有|除非|假如|据说/u;

/** What the ellipses of a quotation pass over, in its order. */
export function omissionsIn(steps: readonly Step[], stored: readonly StoredToken[]): Omission[] {
  const omissions: Omission[] = [];
  let run: StoredToken[] = [];
  let before: StoredToken | undefined;
  for (const step of steps) {
    const token = 'stored' in step ? stored[step.stored] : undefined;
    if (!token) continue;
    if (step.kind === 'skipped') run.push(token);
    else {
      if (before && run.length > 0) omissions.push(omissionOf(before, run, token));
      run = [];
      before = token;
    }
  }
  return omissions;
}

/** What stands between two stored words that a quotation brings together. */
export function omissionOf(
  before: StoredToken,
  skipped: readonly StoredToken[],
  behind: StoredToken,
): Omission {
  const reasons: OmissionReason[] = [
    ...wordReasons(skipped),
    ...(isAnotherVoice(before, behind) ? ['another speaker' as const] : []),
    ...(isOverSentence(before, behind) ? ['the end of a sentence' as const] : []),
  ];
  return { text: textOf(skipped), reasons };
}

function wordReasons(skipped: readonly StoredToken[]): OmissionReason[] {
  const text = skipped.map(({ form }) => form).join('');
  const keys = skipped.map(({ key }) => key);
  const han = text.replace(hanHarmless, '');
  const isNegated =
    keys.some((key) => negations.has(key) || key.endsWith("n't")) || hanNegation.test(han);
  const isConditional = keys.some((key) => conditions.has(key)) || hanCondition.test(han);
  return [
    ...(isNegated ? ['a negation' as const] : []),
    ...(isConditional ? ['a condition or doubt' as const] : []),
  ];
}

/** Whether one is said by somebody else than the other, or one is quoted and the other is not. */
function isAnotherVoice(before: StoredToken, behind: StoredToken): boolean {
  const [ours, theirs] = [speechAt(before), speechAt(behind)];
  if (!ours && !theirs) return false;
  if (!ours || !theirs) return true;
  return ours !== theirs && !areOneVoice(ours, theirs);
}

function speechAt({ home, start, end }: StoredToken): Speech | undefined {
  return speechesOf(home.paragraph).find(
    ({ quoted }) => quoted.start <= start && quoted.end >= end,
  );
}

function isOverSentence(before: StoredToken, behind: StoredToken): boolean {
  if (before.home !== behind.home) return true;
  const { paragraph, article } = before.home;
  const sentences = splitSentences(paragraph.text, article.language);
  const at = (token: StoredToken) => sentences.findIndex(({ end }) => end >= token.end);
  return at(before) !== at(behind);
}

function textOf(tokens: readonly StoredToken[]): string {
  const pieces: string[] = [];
  let run: StoredToken[] = [];
  const close = () => {
    const [first] = run;
    const last = run.at(-1);
    if (first && last) pieces.push(first.home.paragraph.text.slice(first.start, last.end));
    run = [];
  };
  for (const token of tokens) {
    if (run[0] && run[0].home !== token.home) close();
    run.push(token);
  }
  close();
  const text = pieces.join(' ¶ ');
  if (text.length <= longestShown) return text;
  const head = text.slice(0, keptOfEnds).replace(/\s\S*$/, '');
  return `${head} … ${text.slice(-keptOfEnds).replace(/^\S*\s/, '')}`;
}
