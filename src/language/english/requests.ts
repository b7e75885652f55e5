/** Words around a question that only ask for it, and say nothing about its subject. */
const patterns = [
  String.raw`(?:hi|hello|hey|dear|thanks|thank you|cheers|please)\b(?:\s+(?:all|team|everybody|everyone|there|in advance|so much))?`,
  String.raw`(?:i|we)(?:'m|’m|'d|’d| am| are| was| were| would)?\s+(?:be\s+|just\s+|really\s+)?(?:interested in|wondering(?:\s+(?:if|whether|about))?|looking for|trying to (?:find(?: out)?|understand)|curious (?:about|if|whether)|like to (?:know|read|see)|want to (?:know|read|see)|need to (?:know|read|see)|need|want|writing (?:about|a (?:piece|paper|report|memo) (?:on|about)))`,
  String.raw`(?:can|could|would|will) (?:you|anyone|anybody|someone|somebody)\s+(?:please\s+)?(?:tell|show|give|find|help|explain|look up)(?:\s+(?:me|us))?(?:\s+(?:out|up|about|with|to me))?`,
  '(?:do|does) (?:you|anyone|anybody|someone|somebody) (?:know|remember|have(?: anything| something)? (?:on|about))',
  String.raw`(?:is|are|was|were) there (?:anything|something|any (?:articles?|passages?|sources?|quotes?|evidence|mention))(?:\s+(?:on|about|of|that (?:says|say|mentions?)))?`,
  String.raw`(?:tell|show|give|find)\s+(?:me|us)(?:\s+(?:something|everything|anything|what you have))?(?:\s+(?:about|on))?`,
  String.raw`(?:any|some|all)?\s*(?:articles?|passages?|sources?|quotes?|pieces?)\s+(?:that (?:say|mention|deal with|talk about)|dealing with|about|on|concerning|written by|which deal with)`,
  'what (?:do|does|did) (?:the|our|your) (?:articles?|library|sources?|texts?|authors?) (?:say|write|tell(?: us)?) (?:about|on)',
  "(?:what is|what's|what’s) the meaning of",
  '(?:according to|in) (?:the|our|your) (?:articles?|library|sources?)',
  'any (?:idea|ideas|thoughts?|info(?:rmation)?|news) (?:about|on|if|whether)',
  String.raw`(?:vs|versus)\b\.?`,
];

const asking = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${patterns.join('|')})(?![\p{L}\p{N}])`,
  'giu',
);

/** More of a question is not read for them. */
const longestRead = 2000;

/**
 * A question with spaces for what only asks, so that all else keeps its place: "I was wondering
 * whether", "can you find me articles about". As it was where nothing else is left.
 */
export function withoutRequests(text: string): string {
  const read = text.slice(0, longestRead);
  const rest = read.replace(asking, (found) => ' '.repeat(found.length)) + text.slice(longestRead);
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}
