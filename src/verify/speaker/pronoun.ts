import { titles } from './english-words.ts';

/** Words before a name that leave it the first of its sentence. */
const openers = /^(?:the|an?|old|young|veteran|retired|late)$/;
const russianPrepositions =
  /^(?:во?|на|со?|ко?|об?|у|из|от|до|по|при|за|для|после|перед|под|над|между|без|через|про|муж|жена|брат|сестра|сын|дочь|отец|мать|друг)$/;

/** Somebody without a name, of whom the pronoun may speak as well. */
const somebody =
  /\b(?:the|an?|his|her|their|this|another)\s(?:[\p{L}-]+\s){0,2}?(?:president|premier|minister|chancellor|ambassador|leader|official|governor|chief|head|director|general|secretary|mayor|captain|officer|man|woman|boy|girl|wife|husband|brother|sister|father|mother|son|daughter|friend|colleague|neighbour|neighbor|partner|boss|driver|guard|worker|teacher|student|doctor|lawyer|reporter|journalist|visitor|guest|host|successor|predecessor|rival|assistant|deputy|spokes\p{L}+)\b(?!\s\p{Lu})/giu;

/** "He told her", "сказал он ей": two people are meant. */
const toAnother =
  /^[^\p{L}]*(?:(?:s?he|она?)\s\p{L}+|\p{L}+\s(?:s?he|она?))\s(?:him|her|ему|ей)(?!\p{L})/iu;

/**
 * Whether "he" or "she" beside quoted words can be nobody but the one person who is named before
 * them: one of the sentences before begins with the name, and nobody else is spoken of.
 */
export function isAlone(name: string, before: string, behind: string): boolean {
  if (toAnother.test(behind.slice(0, 80))) return false;
  const others = [...before.matchAll(somebody)].filter(({ 0: found, index }) => {
    const next = before.slice(index + found.length, index + found.length + 40);
    return !/^,?\s\p{Lu}/u.test(next) && !isOfName(before.slice(0, index), name);
  });
  return others.length === 0 && opensSentence(name, before);
}

/** "Anna Rudakova, the driver": what describes the name is nobody else. */
function isOfName(before: string, name: string): boolean {
  return /(?:,|\sis|\swas|\sas|\sbecame)\s$/u.test(before)
    ? before.slice(-name.length - 12).includes(name)
    : false;
}

function opensSentence(name: string, before: string): boolean {
  for (let at = before.indexOf(name); at !== -1; at = before.indexOf(name, at + name.length)) {
    const lead = before.slice(Math.max(0, at - 80), at);
    const words = (/[^.!?…”»"]*$/u.exec(lead)?.[0] ?? '').trim().split(/\s+/).filter(Boolean);
    const isFirst = words.length <= 4 && words.every(isOpener);
    if (isFirst && !/^(?:['’]s|\s(?:and|и)\s)/u.test(before.slice(at + name.length))) return true;
  }
  return false;
}

function isOpener(word: string): boolean {
  const lower = word.toLowerCase();
  if (/\p{Script=Cyrillic}/u.test(word)) return !russianPrepositions.test(lower);
  return openers.test(lower) || titles.has(lower.replace(/\.$/, ''));
}
