/** Whom a text names beside a quotation. */
export interface Named {
  /** Who is said to have said or written it. */
  readonly speaker?: string;
  /** Where it is said to have been printed, or by whom else. */
  readonly sources: readonly string[];
}

const nameWord = String.raw`(?:\p{Lu}[\p{L}\p{M}.'’-]*|[\p{Script=Han}·]{2,12})`;
const name = new RegExp(
  String.raw`^(?:@[\w.]{2,40}|(?:(?:[Tt]he|de|del|der|den|di|da|du|la|le|von|van|al|bin|el) ){0,3}${nameWord}(?: (?:${nameWord}|of|for|and|&|de|del|der|den|di|da|du|la|le|von|van|al|bin|el))*)$`,
  'u',
);
const description =
  /^(?!(?:which|who|that|as|and|but|sa(?:id|ys)|when|while|if|so|or|to|he|she|they|it)\s)(?:an?\s|the\s)?(?:\p{L}[\p{L}'’-]*\s+){1,5}\p{L}[\p{L}'’-]*$/u;
/** "— xi": typed without its capital. */
const oneWord =
  /^(?!(?:thanks|thx|please|pls|true|false|correct|right|really|exact|ok|okay|yes|no|why|when|where|who|checked|verified)$)\p{Ll}{2,20}$/u;
/** "— in The Gazette" and "— from a talk" name no speaker. */
const isPlace = /^(?:as )?(?:quoted|cited|qtd\.?|from|in|via|at)\s/i;
const initials = /^(?:\p{Lu}\.?[\s-]?){1,3}$/u;

/** Parts of a citation that name nobody. */
const noName =
  /^(?:(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b.*|\d.*|pp?\.?|para(?:graph|s)?\.?|n\.\s?d\.?|no date|counted|original|brief|ibid\.?|emphasis added|(?:my|own) translation|translated|accessed|retrieved|vol\.?|no\.?|this|that|it|he|she|they|we|i|the|and|but|so|see|here)$/i;

/** Longest signature, in characters. */
const longest = 300;

/**
 * Reads who and what stands behind a quotation: "— Jane Doe, The Gazette, May 17, 2024", "(Doe 2024)",
 * "Jane Doe, “…,” The Gazette". Undefined where nothing there is a signature.
 */
export function readSignature(behind: string): Named | undefined {
  const plain = behind
    .slice(0, longest)
    .replace(/https?:\S+/g, ' ')
    .replace(/[*_~`“”"«»]/g, ' ')
    .trim();
  const [, opener = '', body = ''] =
    /^[.,;\s¹²³\d]*((?:[—–-]{1,2}|[([（])?)\s*([\s\S]*)$/u.exec(plain) ?? [];
  const parts = partsOf(/^[([（]/.test(opener) ? (body.split(/[)\]）]/)[0] ?? '') : body);
  const [first = '', second = ''] = parts;
  if (opener === '' && !/^[^,.;:]{2,60}(?:,|\.?$|\()/.test(body)) return undefined;
  const isDescribed =
    opener !== '' && !isPlace.test(body) && (description.test(first) || oneWord.test(first));
  if (!name.test(first) && !isDescribed) return undefined;
  const isInverted = initials.test(second) && !first.includes(' ');
  if (isPlace.test(body)) return { sources: parts.filter((part) => name.test(part)) };
  const [speaker = first, ...partners] = isInverted
    ? [`${second} ${first}`]
    : isDescribed
      ? [first]
      : first.split(/ (?:and|&) (?=\p{Lu})/u);
  const others = parts.slice(isInverted ? 2 : 1).filter((part) => name.test(part));
  return { speaker, sources: [...partners, ...others] };
}

function partsOf(body: string): string[] {
  return body
    .split(/[,;()[\]\n]|\s[—–-]\s|\.\s+(?=\p{Lu}\p{Ll})/u)
    .map((part) =>
      part
        .replace(/\bet al\.?/, '')
        .replace(/\s*\d{4}[a-z]?$/, '')
        .trim(),
    )
    .map((part) =>
      part
        .replace(/^(?:as )?(?:quoted|cited|qtd\.?)? ?(?:in|by|via|from)\s+(?=\S)/i, '')
        .replace(/[.:]$/, (stop, at) => (/\b\p{Lu}$/u.test(part.slice(0, at)) ? stop : '')),
    )
    .filter((part) => part !== '' && !noName.test(part));
}
