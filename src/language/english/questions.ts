import type { Span } from '../sentences.ts';
import { termOf } from '../words.ts';

/** Words around a question that only ask for it, and say nothing about its subject. */
const requests = [
  String.raw`(?:hi|hello|hey|dear|thanks|thank you|cheers|please)\b(?:\s+(?:all|team|everybody|everyone|there|in advance|so much))?`,
  String.raw`(?:i|we)(?:'m|’m|'d|’d| am| are| was| were| would)?\s+(?:be\s+|just\s+|really\s+)?(?:interested in|wondering(?:\s+(?:if|whether|about))?|looking for|trying to (?:find(?: out)?|understand)|curious (?:about|if|whether)|like to (?:know|read|see)|want to (?:know|read|see)|need to (?:know|read|see)|need|want|writing (?:about|a (?:piece|paper|report|memo) (?:on|about)))`,
  String.raw`(?:can|could|would|will) (?:you|anyone|anybody|someone|somebody)\s+(?:please\s+)?(?:tell|show|give|find|help|explain|look up)(?:\s+(?:me|us))?(?:\s+(?:out|up|about|with|to me))?`,
  '(?:do|does) (?:you|anyone|anybody|someone|somebody) (?:know|remember|have(?: anything| something)? (?:on|about))',
  String.raw`(?:is|are|was|were) there (?:anything|something|any (?:articles?|passages?|sources?|quotes?|evidence|mention))(?:\s+(?:on|about|of|that (?:says|say|mentions?)))?`,
  String.raw`(?:tell|show|give|find)\s+(?:me|us)(?:\s+(?:something|everything|anything|what you have))?(?:\s+(?:about|on))?`,
  String.raw`(?:any|some|all|an?)?\s*(?:(?:good|nice|strong|useful|interesting)\s+)?(?:articles?|passages?|sources?|quotes?|pieces?)\s+(?:that (?:say|mention|deal with|talk about)|dealing with|about|on|concerning|written by|which deal with)`,
  'what (?:do|does|did) (?:the|our|your) (?:articles?|library|sources?|texts?|authors?) (?:say|write|tell(?: us)?) (?:about|on)',
  "(?:what is|what's|what’s) the meaning of",
  '(?:according to|in) (?:the|our|your) (?:articles?|library|sources?)',
  'for (?:my|our|an?) (?:article|paper|report|story|essay|thesis|memo|piece|presentation)',
  'any (?:idea|ideas|thoughts?|info(?:rmation)?|news) (?:about|on|if|whether)',
  String.raw`(?:vs|versus)\b\.?`,
];

const asking = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${requests.join('|')})(?![\p{L}\p{N}])`,
  'giu',
);

/** More of a question is not read for them. */
const maxLengthWithRequests = 2000;

/**
 * A question with spaces for what only asks, so that all else keeps its place: "I was wondering
 * whether", "can you find me articles about". As it was where nothing else is left.
 */
export function withoutRequests(text: string): string {
  const read = text.slice(0, maxLengthWithRequests);
  const rest =
    read.replace(asking, (found) => ' '.repeat(found.length)) + text.slice(maxLengthWithRequests);
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}

/** Where a noun phrase ends. */
const behind = String.raw`(?=\s+(?:about|after|against|are|as|at|before|between|by|can|could|did|do|does|during|for|from|had|has|have|in|into|is|of|on|over|should|since|that|to|under|was|were|which|who|will|with|would)\b|\s*[,;:?!.]|\s*$)`;
const phrase = String.raw`(?:\S{1,40}\s+){0,1}?\S{1,40}?`;
const be = '(?:is|are|was|were)';
const notVerb = String.raw`(?!${be}\b|(?:did|do|does|has|have|had|will|would|can|could|should|happened|happens|the|an?|else|of|exactly)\b)`;

/** What the answer is one of: a passage that names Kazakhstan need not call it a country. */
const generic = String.raw`(?!(?:other |same )?(?:amount|area|article|author|bloc|body|book|city|company|countr|decade|distance|event|example|expression|figure|form|group|idea|institution|journalist|kind|language|leader|length|man\b|men\b|metaphor|month|name|nation|newspaper|nickname|number|one|organi[sz]ation|part\b|parts\b|party|people|percent|person|phrase|place|point|politician|power|quote|reason|region|role|side|sort|source|state|step|term|thing|time|title|town|two|type|way|woman|women|word|writer|year))`;

/** The phrase behind each of these is what a question is about: "how many tourists", "Xi's wife". */
const patterns = [
  String.raw`\b(?:how (?:many|much)|which)\s+${notVerb}${generic}(?<point>${phrase}${behind}|\S{1,40})`,
  String.raw`\bwhat\s+${notVerb}${generic}(?<point>${phrase})${behind}`,
  String.raw`\b${be} there (?:an?|any|some)\s+${generic}(?<point>${phrase})${behind}`,
  String.raw`\b(?:what|which|who)\s+${be}\s+(?:the|an?|his|her|its|their)\s+${generic}(?<point>${phrase})${behind}`,
  String.raw`\b(?:what|which|who|when|where|how \w+)\s+${be}\s+(?:\S{1,40}\s+){0,3}?\S{1,40}['’]s?\s+${generic}(?<point>${phrase})${behind}`,
].map((pattern) => new RegExp(pattern, 'dgi'));

/** More of a question is not read for its point. */
const maxLengthWithPoints = 1000;

/** The words of a question that name what is asked for: of "which vaccine did Russia send" the second. */
export function pointsOf(text: string): Span[] {
  const read = text.slice(0, maxLengthWithPoints);
  return patterns.flatMap((pattern) =>
    Array.from(read.matchAll(pattern), ({ indices }) => indices?.groups?.point).flatMap((found) =>
      found ? [{ start: found[0], end: found[1] }] : [],
    ),
  );
}

/**
 * What people ask of a person, a thing or a country, and for which no other word stands: a library
 * that never says "wife" or "born" can't tell whose wife, or where.
 */
const attributeWords = `born birth birthday birthplace die died death dead buried married marry wedding divorce wife
  husband spouse son daughter child children brother sister father mother parents grandfather family
  age height weight diameter depth width circumference altitude temperature
  salary wage income wealth fortune pension
  price cost fee fare budget deficit debt inflation unemployment interest
  population census capital mayor emperor king queen pope
  nationality religion hobby favourite favorite nickname
  next upcoming vote elected election resign resigned successor predecessor deputy
  phone address email website password menu recipe`;

const attributes: ReadonlySet<string> = new Set(
  attributeWords.split(/\s+/).flatMap((word) => termOf(word) ?? []),
);

const persons = new Set(
  `person people personnel soldier troop serviceman man woman worker officer viewer visitor passenger
  student member participant victim inhabitant resident citizen refugee tourist dead life`
    .split(/\s+/)
    .flatMap((word) => termOf(word) ?? []),
);

/** Whether a stem is one of those that people are counted by: "128,000 personnel". */
export function isPersonNoun(term: string): boolean {
  return persons.has(term);
}

/** Stands beside a number that is an age. */
export const agePattern = /\b(?:aged?|born|old|years?)\b/i;

/** Whether a stem asks for such a fact. */
export function isAttribute(term: string): boolean {
  return attributes.has(term);
}
