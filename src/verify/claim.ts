/** What a text says: these words, and by whom. */
export interface Claim {
  readonly quotation: string;
  /** What stands around the quotation: names, dates, a sentence. */
  readonly named: string;
}

const marked = /“([^“”]*(?:“[^“”]*”[^“”]*)*)”|"([^"]*)"|«([^«»]*)»|„([^„“”]*)[“”]|「([^「」]*)」/g;
const opening = /["“«„「]/;
const closing = /["”»“」](?=[^"”»“」]*$)/;

/** "…" — Andrew Hammond; a dash with a few words behind it at the very end. */
const signature = /\s(?:[—–]|--?)\s*([^—–\s][^—–]{1,89})$/;

/** Only in the last so many characters is a signature looked for. */
const longestSignature = 100;

/** Shorter ones are no quotation. */
const leastSigned = 12;

/** The passages between quotation marks, each with all that stands outside of any. */
export function markedClaims(text: string): Claim[] {
  const spans = [...text.matchAll(marked)];
  const named = spans.reduceRight(
    (rest, { index, 0: span }) => `${rest.slice(0, index)} ${rest.slice(index + span.length)}`,
    text,
  );
  return spans.map(([, ...inside]) => ({
    quotation: inside.find((each) => each !== undefined) ?? '',
    named,
  }));
}

/** All from the first to the last quotation mark; undefined without two of them. */
export function outermostClaim(text: string): Claim | undefined {
  const from = text.search(opening);
  const to = text.search(closing);
  if (from === -1 || to <= from) return undefined;
  return {
    quotation: text.slice(from + 1, to),
    named: `${text.slice(0, from)} ${text.slice(to + 1)}`,
  };
}

/** A text without quotation marks that ends in a dash and a name. */
export function signedClaim(text: string): Claim | undefined {
  const whole = text.trimEnd();
  const [end, name] = signature.exec(whole.slice(-longestSignature)) ?? [];
  if (!end || !name) return undefined;
  const quotation = whole.slice(0, -end.length).trim();
  return quotation.length < leastSigned ? undefined : { quotation, named: `— ${name}` };
}
