import { cueAt, ownerOf } from './english-cues.ts';
import { nameOf, voiceFrom, voiceOf } from './english-phrase.ts';
import { subjectOf } from './english-subject.ts';
import { runFrom, runsIn, type Token, tokensOf } from './english-tokens.ts';
import {
  auxiliaries,
  conjunctions,
  isAdverb,
  opinions,
  outspoken,
  prepositions,
  speechVerbs,
  works,
} from './english-words.ts';
import type { LeadReading, Reading, SpeechReader, Surroundings, Voice } from './voice.ts';

/** Who speaks in English prose. */
export const english: SpeechReader = {
  lead: readLead,
  tail: readTail,
  names: (text) => namesIn(text),
  isReport: (sentence) => {
    const tokens = tokensOf(sentence);
    return tokens.some((_, at) => cueAt(tokens, at) !== undefined);
  },
};

function readLead(around: Surroundings): LeadReading {
  const { followsQuote, tail } = around;
  const lead = followsQuote ? around.lead : withoutAside(around.lead);
  const tokens = tokensOf(lead);
  if (followsQuote && goesOn(tokens)) return 'continues';
  const label = labelOf(lead, tokens) ?? (readTail(around) ? undefined : headlineOf(lead, tokens));
  if (label) return label;
  let at = tokens.length - 1;
  while (at >= 0 && cueAt(tokens, at) === undefined) at -= 1;
  if (at < 0) return blunt(lead, tokens) ?? opines(lead, tokens);
  // `dubbed “…” by Kalin`: who it was stands behind.
  if (at === tokens.length - 1 && /^\s+by\s/.test(tail)) return undefined;
  // "responded to “…”", "laughed at Zorin's “…”": the words are somebody else's.
  if (tokens.at(-1)?.lower === 'at') return 'unclear';
  if (tokens.at(-1)?.lower === 'to' && !isInfinitive(tokens, at)) return 'unclear';
  if (tokens.at(-1)?.kind === 'possessive' || tokens[at + 1]?.lower === 'at') return 'unclear';
  switch (cueAt(tokens, at)) {
    case 'doubt':
      // "Rozman sees “…”", as one who saw a banner is not written of.
      if (tokens[at]?.lower === 'sees' && /^(?:sees|as)$/.test(tokens.at(-1)?.lower ?? '')) {
        return subjectOf(lead, tokens, at, followsQuote);
      }
      return quotedAs(lead, tokens, at) ?? dismissedAs(lead, tokens, at) ?? 'unclear';
    case 'noun': {
      const owner = ownerOf(tokens, at) ?? 0;
      return voiceOf(lead, phraseBefore(tokens, owner)) ?? 'unclear';
    }
    case 'according':
      return source(lead, tokens, at + 1);
    case 'words of':
      return voiceFrom(lead, tokens, at + 1) ?? 'unclear';
    default:
      // "Agreed with Putin that": words of both.
      if (/^(?:agree|concur)/.test(tokens[at]?.lower ?? '') && tokens[at + 1]?.lower === 'with') {
        return 'unclear';
      }
      if (isBroken(tokens.slice(at + 1))) return quotedAs(lead, tokens, at) ?? 'unclear';
      return (
        quotedAs(lead, tokens, at) ??
        borrowing(lead, tokens, subjectOf(lead, tokens, at, followsQuote))
      );
  }
}

/** "Xi vowed to “…”", "urged Putin to “…”", "stressed the need to “…”", but not "responded to “…”". */
function isInfinitive(tokens: readonly Token[], verb: number): boolean {
  const wish =
    /^(?:vow|pledge|promise|threaten|urge|advise|tell|told|ask|warn|implore|beg|remind|call|agree)/;
  const aim =
    /^(?:need|wish|desire|readiness|willingness|duty|right|plan|plans|intention|commitment|determination|resolve|effort|efforts|importance|necessity)$/;
  return wish.test(tokens[verb]?.lower ?? '') || aim.test(tokens.at(-2)?.lower ?? '');
}

/** "Sedov — whose brother ran the port — said", "Wang (pictured) said": what stands aside names no speaker. */
function withoutAside(lead: string): string {
  const plain = lead
    .replace(/\s\([^()]{1,120}\)/g, '')
    .replace(
      /,\s(?:according to [^,\p{Lu}]{1,60}|the [^,\p{Lu}]{1,40} (?:says?|shows?|records?)),/gu,
      '',
    );
  return plain.split(/\s[—–]\s/).length === 3
    ? plain.replace(/(?<=\p{L})\s[—–]\s[^—–]{1,160}\s[—–]\s/u, ' ')
    : plain;
}

/** "Quoting Confucius, Zorin said": Zorin's, and perhaps another's before him. */
function borrowing(lead: string, tokens: readonly Token[], reading: Reading): Reading {
  const isBorrowed = tokens.some(({ lower }) =>
    /^(?:quoting|citing|echoing|paraphrasing|according)$/.test(lower),
  );
  if (!isBorrowed || !Array.isArray(reading)) return reading;
  return (reading as Voice[]).map((voice) => ({ ...voice, perhapsOf: lead }));
}

/** "Guo dismissed the plan as “…”": the words are hers, and the plan is not. */
function dismissedAs(lead: string, tokens: readonly Token[], verb: number): Reading {
  if (tokens.at(-1)?.lower !== 'as') return undefined;
  const isJudgement =
    /^(?:dismiss|reject|denounc|condemn|criticis|criticiz|ridicul|mock)(?:e[ds]?|es|ed|s)$/;
  if (!isJudgement.test(tokens[verb]?.lower ?? '')) return undefined;
  const isPlain = tokens.slice(verb + 1, -1).every(({ kind }) => kind !== 'mark');
  return isPlain ? subjectOf(lead, tokens, verb, false) : undefined;
}

/** The tokens of a phrase that ends before a token: back to a mark, a verb or a conjunction. */
function phraseBefore(tokens: readonly Token[], end: number): readonly Token[] {
  let from = end;
  while (from > 0) {
    const token = tokens[from - 1];
    if (!token || token.kind === 'mark' || conjunctions.has(token.lower)) break;
    if (!token.isName && (speechVerbs.has(token.lower) || prepositions.has(token.lower))) break;
    from -= 1;
  }
  return tokens.slice(from, end);
}

/** "… and added that": a verb without a subject behind the words before. */
function goesOn(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind }) => kind === 'word');
  const [and, verb] = words;
  const at = verb ? tokens.indexOf(verb) : -1;
  const isBare = /^(?:and|but|then)$/.test(and?.lower ?? '') && cueAt(tokens, at) === 'verb';
  const isStated = speechVerbs.get(verb?.lower ?? '')?.form === 'finite';
  return (
    isBare && isStated && !tokens.slice(at + 1).some((_, next) => cueAt(tokens, at + 1 + next))
  );
}

/** Whether another clause begins between a verb and the words, so that they need not be its own. */
function isBroken(between: readonly Token[]): boolean {
  if (between.at(-1)?.lower === 'that') return false;
  return between.some(({ text }, at) => {
    const next = between[at + 1];
    if (/^[;:(]$/.test(text)) return at < between.length - 1;
    const isClause = conjunctions.has(next?.lower ?? '') || next?.lower === 'who';
    return text === ',' && isClause && next?.lower !== 'that';
  });
}

/** "Qin Hao:" with nothing else before the words. */
function labelOf(lead: string, tokens: readonly Token[]): Reading {
  const body = tokens.slice(0, -1);
  if (tokens.at(-1)?.text !== ':') return undefined;
  if (body.some((token, at) => cueAt(body, at) !== undefined && !token.isName)) return undefined;
  const [run, ...others] = runsIn(body);
  if (run?.from === 0 && others.length === 0 && isRole(body.slice(run.to))) {
    return voiceOf(lead, body.slice(0, run.to));
  }
  if (body.some(({ kind }) => kind !== 'word')) return undefined;
  // "Xi to Putin: …"
  const [addressee] = others;
  const isAddressed = others.length === 1 && body[run?.to ?? 0]?.lower === 'to';
  if (run?.from === 0 && isAddressed && addressee?.from === run.to + 1) {
    return voiceOf(lead, body.slice(0, run.to));
  }
  if (!run || others.length > 0 || run.to !== body.length) return undefined;
  if (
    body.slice(0, run.from).some(({ lower }) => prepositions.has(lower) || conjunctions.has(lower))
  )
    return undefined;
  return voiceOf(lead, body);
}

/** "Putin: China and Russia are “…”" */
function headlineOf(lead: string, tokens: readonly Token[]): Reading {
  const run = runFrom(tokens, 0);
  const isHeadline =
    run && run.to <= 3 && tokens[run.to]?.text === ':' && run.to < tokens.length - 1;
  if (!isHeadline || tokens.some((_, at) => cueAt(tokens, at) !== undefined)) return undefined;
  return voiceOf(lead, tokens.slice(0, run.to));
}

/** "Tao Lin, former envoy: …", "Beketov on the loan: …" */
function isRole(behind: readonly Token[]): boolean {
  const [first, ...words] = behind;
  return (
    (first?.text === ',' || first?.lower === 'on') &&
    words.length > 0 &&
    words.length <= 6 &&
    words.every(({ kind, lower }) => kind !== 'mark' && !auxiliaries.has(lower))
  );
}

/** "Putin was blunt: …" */
function blunt(lead: string, tokens: readonly Token[]): Reading {
  const [colon, adjective, verb] = [tokens.at(-1), tokens.at(-2), tokens.at(-3)];
  if (colon?.text !== ':' || !outspoken.has(adjective?.lower ?? '')) return undefined;
  if (!/^(?:was|is|were)$/.test(verb?.lower ?? '')) return undefined;
  const voice = voiceOf(lead, phraseBefore(tokens, tokens.length - 3));
  return Array.isArray(voice) && voice[0]?.kind === 'name' ? voice : 'unclear';
}

/** "Old Zimin had his own view of diplomacy: …" */
function opines(lead: string, tokens: readonly Token[]): Reading {
  const body = tokens.slice(0, -1);
  if (tokens.at(-1)?.text !== ':' || runsIn(body).length !== 1) return undefined;
  const verb = body.findLastIndex(({ lower }) =>
    /^(?:ha[sd]|gave|gives|offer(?:s|ed))$/.test(lower),
  );
  const given = body.slice(verb + 1);
  if (verb < 1 || !given.some(({ lower }) => opinions.has(lower))) return undefined;
  if (given.some(({ kind, lower }) => kind === 'mark' || /^(?:from|no|not)$/.test(lower))) {
    return 'unclear';
  }
  const voice = subjectOf(lead, tokens, verb, false);
  return Array.isArray(voice) && voice[0]?.kind === 'name' ? voice : 'unclear';
}

/** "TASS quoted Nosov as saying", "Ye was quoted by Xinhua as saying". */
function quotedAs(lead: string, tokens: readonly Token[], cue: number): Reading {
  const quoted = tokens.findLastIndex(({ lower }) =>
    /^(?:quote[ds]?|quoting|cite[ds]?|citing)$/.test(lower),
  );
  const as = tokens.findIndex(({ lower }, at) => at > quoted && lower === 'as');
  if (quoted === -1 || as === -1 || quoted > cue) return undefined;
  if (
    !/^(?:saying|telling|writing|calling|describing|adding|warning|insisting)$/.test(
      tokens[as + 1]?.lower ?? '',
    )
  ) {
    return undefined;
  }
  if (tokens.slice(as + 2).some((_, at) => cueAt(tokens, as + 2 + at) === 'verb')) return undefined;
  const be = tokens[quoted - 1]?.lower ?? '';
  if (!/^(?:is|was|were|are|been)$/.test(be))
    return quotedPerson(lead, tokens.slice(0, as), quoted + 1) ?? 'unclear';
  const has = /^(?:has|have|had)$/.test(tokens[quoted - 2]?.lower ?? '') ? 1 : 0;
  return voiceOf(lead, phraseBefore(tokens, quoted - 1 - has)) ?? 'unclear';
}

/** "… quoted her teacher, Semyon Adler, as saying", "… quoted Brandt, head of the terminal, as saying". */
function quotedPerson(source: string, tokens: readonly Token[], from: number): Reading {
  if (tokens.at(-1)?.text !== ',') return voiceOf(source, tokens.slice(from));
  return voiceFrom(source, tokens, from);
}

function readTail(around: Surroundings): Reading {
  const { tail } = around;
  const tokens = tokensOf(tail);
  let from = 0;
  while (/^[,—–-]$/.test(tokens[from]?.text ?? '')) from += 1;
  const signed = signatureOf(tail, tokens, from);
  if (signed) return signed;
  const first = tokens[from];
  if (!first) return undefined;
  if (first.lower === 'according' && tokens[from + 1]?.lower === 'to')
    return source(tail, tokens, from + 2);
  if (/^(?:is|was)$/.test(first.lower) && tokens[from + 1]?.lower === 'how')
    return readTailFrom(around, tokens, from + 2);
  if (first.lower === 'by' && from === 0) return voiceFrom(tail, tokens, 1);
  if (first.lower === 'as') return readTailFrom(around, tokens, from + 1);
  if (
    first.lower === 'in' &&
    /^the (?:words|view|opinion|phrase|telling) of /i.test(tail.slice(tokens[from + 1]?.start))
  ) {
    return voiceFrom(tail, tokens, from + 4) ?? 'unclear';
  }
  if (conjunctions.has(first.lower) || first.text === ';') return undefined;
  return readTailFrom(around, tokens, from);
}

/** "According to Lin", "according to a paper on the timber trade by Lin of the academy". */
function source(text: string, tokens: readonly Token[], from: number): Reading {
  const mark = tokens.findIndex(({ kind }, at) => at >= from && kind === 'mark');
  const phrase = tokens.slice(from, mark === -1 ? undefined : mark);
  const work = phrase.findIndex(({ lower }) => works.has(lower));
  const isWork = work !== -1 && phrase.slice(0, work).every(({ isName }) => !isName);
  if (!isWork) return voiceFrom(text, tokens, from) ?? 'unclear';
  const by = phrase.findLastIndex(({ lower }) => lower === 'by');
  return (by > work ? voiceFrom(text, tokens, from + by + 1) : undefined) ?? 'unclear';
}

/** Whether a verb opens the words that follow: "Xi says “…”", but not "Xi said, adding that “…”". */
function isForward(tokens: readonly Token[], verb: number): boolean {
  if (verb === tokens.length - 1 || tokens[verb + 1]?.lower === 'that') return true;
  const hasOther = tokens.some((_, at) => at > verb && cueAt(tokens, at) === 'verb');
  return !hasOther && /^(?:that|:)$/.test(tokens.at(-1)?.lower ?? '');
}

function readTailFrom(
  { tail, isOwnSentence, leadsToQuote }: Surroundings,
  tokens: readonly Token[],
  from: number,
): Reading {
  const verb = tokens.findIndex(
    (_, at) => at >= from && /^(?:verb|doubt)$/.test(cueAt(tokens, at) ?? ''),
  );
  if (verb === -1) return undefined;
  // "… was not repeated by Dong": what became of the words.
  if (cueAt(tokens, verb) === 'doubt' && auxiliaries.has(tokens[from]?.lower ?? ''))
    return undefined;
  // "Tang preferred to call it" is no statement about the words before.
  if (tokens[verb - 1]?.lower === 'to' && tokens[from - 1]?.lower !== 'as') return undefined;
  const next = tokens[verb + 1]?.lower ?? '';
  const isInverted = verb === from;
  // "…! Putin said that": the words are those that follow.
  if (isOwnSentence && !isInverted && /^(?:that|:)$/.test(next)) return undefined;
  if (!isInverted && leadsToQuote && isForward(tokens, verb)) return undefined;
  if (isInverted) {
    if (tokens[verb]?.isName || speechVerbs.get(tokens[verb]?.lower ?? '')?.form !== 'finite')
      return undefined;
    // "…, denies talks": what the speaker before does next.
    if (cueAt(tokens, verb) === 'doubt') return tokens[verb + 1]?.isName ? 'unclear' : undefined;
    return voiceFrom(tail, tokens, skipAdverbs(tokens, verb + 1)) ?? 'unclear';
  }
  const late = lateVerb(tokens, from);
  if (late !== undefined) return voiceFrom(tail, tokens, late + 1) ?? 'unclear';
  const rest = tokens.slice(from);
  const reading =
    quotedAs(tail, tokens, tokens.length) ?? subjectOf(tail, rest, verb - from, false, true);
  return cueAt(tokens, verb) === 'doubt' && quotedAs(tail, tokens, tokens.length) === undefined
    ? 'unclear'
    : borrowing(tail, tokens, reading);
}

/** `“…,” a plan that few have seen, said Kirsanov`: behind words that name nobody else. */
function lateVerb(tokens: readonly Token[], from: number): number | undefined {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      index > from && /^(?:said|says)$/.test(lower) && tokens[index - 1]?.text === ',',
  );
  const isFirst = at !== -1 && tokens.slice(from, at).every(({ isName }) => !isName);
  return isFirst && tokens[at + 1]?.isName ? at : undefined;
}

function skipAdverbs(tokens: readonly Token[], from: number): number {
  let at = from;
  while (isAdverb(tokens[at]?.lower ?? '') && !tokens[at]?.isName) at += 1;
  return at;
}

/** "— Qin Hao" behind the words, as below a motto. */
function signatureOf(tail: string, tokens: readonly Token[], from: number): Reading {
  if (from === 0 || !/^[—–-]$/.test(tokens[from - 1]?.text ?? '')) return undefined;
  const body = tokens.slice(from).filter(({ text }) => text !== '.');
  if (body.length === 0 || body.length > 6 || !body.every(({ isName }) => isName)) return undefined;
  return voiceOf(tail, body);
}

function namesIn(text: string): string[] {
  const tokens = tokensOf(text);
  return runsIn(tokens).flatMap(({ from, to }) => nameOf(text, tokens.slice(from, to)) || []);
}
