import type { Span } from '../sentences.ts';

/** Where a noun phrase ends. */
const behind = String.raw`(?=\s+(?:about|after|against|are|as|at|before|between|by|can|could|did|do|does|during|for|from|had|has|have|in|into|is|of|on|over|should|since|that|to|under|was|were|which|who|will|with|would)\b|\s*[,;:?!.]|\s*$)`;
const phrase = String.raw`(?:\S{1,40}\s+){0,1}?\S{1,40}?`;
const be = '(?:is|are|was|were)';
const notVerb = String.raw`(?!${be}\b|(?:did|do|does|has|have|had|will|would|can|could|should|happened|happens|the|an?|else|of|exactly)\b)`;

/** What the answer is one of: a passage that names Kazakhstan need not call it a country. */
const generic = String.raw`(?!(?:other |same )?(?:area|article|author|bloc|body|book|city|company|countr|decade|event|example|expression|figure|form|group|idea|institution|journalist|kind|language|leader|man\b|men\b|metaphor|month|name|nation|newspaper|nickname|number|one|organi[sz]ation|part\b|parts\b|party|people|person|phrase|place|point|politician|power|quote|reason|region|role|side|sort|source|state|step|term|thing|time|title|town|two|type|way|woman|women|word|writer|year))`;

/** The phrase behind each of these is what a question is about: "how many tourists", "Xi's wife". */
const patterns = [
  String.raw`\b(?:how (?:many|much)|which)\s+${notVerb}${generic}(?<point>${phrase}${behind}|\S{1,40})`,
  String.raw`\bwhat\s+${notVerb}${generic}(?<point>${phrase})${behind}`,
  String.raw`\b${be} there (?:an?|any|some)\s+${generic}(?<point>${phrase})${behind}`,
  String.raw`\b(?:what|which|who)\s+${be}\s+(?:the|an?|his|her|its|their)\s+${generic}(?<point>${phrase})${behind}`,
  String.raw`\b(?:what|which|who|when|where|how \w+)\s+${be}\s+(?:\S{1,40}\s+){0,3}?\S{1,40}['’]s?\s+${generic}(?<point>${phrase})${behind}`,
].map((pattern) => new RegExp(pattern, 'dgi'));

/** More of a question is not read for its point. */
const longestRead = 1000;

/** The words of a question that name what is asked for: of "which vaccine did Russia send" the second. */
export function pointsOf(text: string): Span[] {
  const read = text.slice(0, longestRead);
  return patterns.flatMap((pattern) =>
    Array.from(read.matchAll(pattern), ({ indices }) => indices?.groups?.point).flatMap((found) =>
      found ? [{ start: found[0], end: found[1] }] : [],
    ),
  );
}
