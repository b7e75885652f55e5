import type { LeadReading, Reading, SpeechReader, Surroundings, Voice } from './voice.ts';

/** Stems of the verbs by which Russian prose says who speaks, with the endings of the past and the present. */
const past = `сказа|заяви|отмети|подчеркну|сообщи|добави|ответи|говори|поясни|уточни|написа|назва|указа|напомни|предупреди|
  призна|рассказа|объясни|спроси|возрази|подытожи|заключи|воскликну|утвержда|констатирова|пообеща|выступи|призва|
  прокомментирова|провозгласи|согласи|посетова|пожалова|пошути|повтори|произнес|заме?ти|обрати|охарактеризова|
  попроси|предложи|посоветова|приказа|потребова|отреза|съязви|вздохну|усмехну|засмея|отреагирова|настаива|выкрикну|прошепта|парирова|резюмирова|подтверди|спрашива|описа`;
const present = `говорит|заявляет|отмечает|подчёркивает|подчеркивает|сообщает|добавляет|отвечает|поясняет|пишет|называет|
  указывает|напоминает|предупреждает|признаёт|признает|рассказывает|объясняет|спрашивает|возражает|утверждает|
  настаивает|вспоминает|продолжает|считает|уверяет`;
const report =
  `(?:(?:${past})л(?:а|о|и)?(?:сь|ся)?|произнёс(?:ла)?|${present}|(?:выразил|выразила|выразили|выражает)\\s(?:уверенность|надежду|мнение|убеждение|убеждённость|сожаление|готовность|опасение|озабоченность))`.replace(
    /\s+/g,
    '',
  );
const doubtful = String.raw`(?:(?:отрица|опроверг|отверг|раскритикова|процитирова|осуди|слыша|услыша|прочита|дума|усомни|запрети|отказа)\p{L}*|опроверг\p{L}*)`;
const word = String.raw`[\p{L}\p{M}-]+`;
const initial = String.raw`\p{Lu}\.\s?`;
const nameWord = String.raw`\p{Lu}[\p{L}\p{M}]*(?:-[\p{L}\p{M}]+)*`;
const name = String.raw`(?:${initial}){0,2}${nameWord}(?:\s+(?:${initial})?${nameWord}){0,3}`;
const edge = String.raw`(?<![\p{L}\p{N}])`;

const someVerb = new RegExp(`${edge}(?:(${report})|(${doubtful}))(?![\\p{L}])`, 'giu');
const nameAtEnd = new RegExp(
  String.raw`(?:^|[^\p{L}\p{M}.-])(${name})(?:\s+(?:уже|также|затем|потом|тогда|ещё|еще|вновь|снова|позже|ранее|неоднократно))?\s*$`,
  'u',
);
const nameAtStart = new RegExp(
  String.raw`^\s*((?:\p{Ll}${word.slice(0, -1)}*\s+){0,6})(${name})`,
  'u',
);
/** "Зорин поблагодарил Си и назвал": the one who did the one thing also did the other. */
const firstDoer = new RegExp(
  String.raw`^\s*(?:\p{Ll}[\p{L}-]*\s+){0,3}(${name})\s+\p{Ll}+(?:ла?|ет|ит|ёт)(?:ся|сь)?\s[^,;:]{1,120}$`,
  'u',
);
const pronounNear = /^\s*(она?|они|я|мы)(?![\p{L}])/iu;
const pronounAtEnd = /(?:^|[^\p{L}])(она?|они|я|мы)\s*$/iu;
const aside = /,[^,]{1,120},\s*$/u;
const byWords = new RegExp(
  String.raw`${edge}(?:[Пп]о\s+(?:словам|мнению|утверждению|выражению|заявлению)|[Сс]ловами)\s+((?:\p{Ll}[\p{L}-]*\s+){0,6})(${name})`,
  'u',
);
const givenWords = new RegExp(
  String.raw`${edge}(?:привод[ия]т|прив[её]л[аио]?|переда[её]т|передал[аио]?|цитиру[ею]т)\s+[^.;:«»„“]{0,60}?(?:«[^«»]{1,40}»\s+)?слова\s+((?:\p{Ll}[\p{L}-]*\s+){0,6})(${name})`,
  'u',
);
const label = new RegExp(String.raw`^\s*(?:—\s*)?((?:\p{Ll}[\p{L}-]*\s+){0,4})(${name}):\s*$`, 'u');
const headline = new RegExp(String.raw`^\s*(${name}):\s+[^:]{1,120}$`, 'u');
const notNames =
  /^(?:В|На|По|Как|Об?|Это|Эт[ауо]|При|После|До|За|Из|К|С|Но|А|И|Он|Она|Они|Мы|Я|Отвечая|Говоря|Когда|Если|Так|Там|Тогда|Что|Кто|Не|Уже|Позже|Ранее|Затем|Однако|Сегодня|Вчера|Критики|Эксперты|Аналитики)$/u;

/** Who speaks in Russian prose. */
export const russian: SpeechReader = {
  lead: readLead,
  tail: readTail,
  names: (text) =>
    [...text.matchAll(new RegExp(name, 'gu'))]
      .map(([found]) => found)
      .filter((found) => !notNames.test(found)),
  isReport: (sentence) =>
    new RegExp(someVerb.source, 'iu').test(sentence) || byWordsOf(sentence) !== undefined,
};

function readLead({ lead, followsQuote }: Surroundings): LeadReading {
  const labelled = label.exec(lead);
  if (labelled?.[2] && !notNames.test(labelled[2]))
    return [named(labelled[0].trim().replace(/:$/, ''), labelled[2])];
  const last = [...lead.matchAll(someVerb)].at(-1);
  const words = byWordsOf(lead);
  if (!last) return words ?? headlineOf(lead);
  if (last[2]) return 'unclear';
  const [before, behind] = [lead.slice(0, last.index), lead.slice(last.index + last[0].length)];
  if (followsQuote && /^[\s,—–-]*$/u.test(before)) return undefined;
  if (words) return 'unclear';
  const isBare = /^[\s,]*(?:и|но|а также|затем)?\s*$/iu.test(before);
  if (followsQuote && isBare && !nameAtStart.test(behind)) return 'continues';
  return subjectOf(before, behind);
}

/** "Песков: Запад «…»" */
function headlineOf(lead: string): Reading {
  const found = headline.exec(lead)?.[1];
  return found && !notNames.test(found) ? [named(found, found)] : undefined;
}

function readTail({ tail, isOwnSentence, leadsToQuote }: Surroundings): Reading {
  const body = tail.replace(/^[\s,—–-]+/u, '');
  // "«…», а Ли назвал …": another clause, of other words.
  if (leadsToQuote && /^(?:а|но|тогда как|в то время как)\s/iu.test(body)) return undefined;
  const words = byWordsOf(body);
  if (words && (byWords.exec(body) ?? givenWords.exec(body))?.index === 0) return words;
  const verb = new RegExp(someVerb.source, 'iu').exec(body);
  if (!verb) return undefined;
  const [before, behind] = [body.slice(0, verb.index), body.slice(verb.index + verb[0].length)];
  if (before.trim() !== '' && !isSubject(before)) return undefined;
  if (before.trim() !== '' && (leadsToQuote || isOwnSentence) && /^\s*,?\s*(?:что|:)/u.test(behind))
    return undefined;
  if (leadsToQuote && before.trim() !== '' && /:\s*$/.test(behind)) return undefined;
  if (verb[2]) return 'unclear';
  return subjectOf(before, behind);
}

function isSubject(before: string): boolean {
  return (
    new RegExp(String.raw`^(?:\p{Ll}[\p{L}-]*\s+){0,4}${name}\s*$`, 'u').test(before) ||
    /^(?:он|она|они)\s*$/iu.test(before)
  );
}

/** The name before the verb, else the one behind it: Russian has both orders. */
function subjectOf(before: string, behind: string): Reading {
  if (/(?:^|[^\p{L}])(?:не|никогда|ни|бы|якобы)\s*$/iu.test(before)) return 'unclear';
  const doer = /\sи\s*$/u.test(before) ? firstDoer.exec(before)?.[1] : undefined;
  if (doer && !notNames.test(doer)) return [named(doer, doer)];
  const pronoun = pronounAtEnd.exec(before)?.[1];
  if (pronoun) return [{ phrase: pronoun, kind: 'pronoun', name: '' }];
  const direct = nameAtEnd.exec(before)?.[1];
  const left =
    direct ?? (aside.test(before) ? nameAtEnd.exec(before.replace(aside, ''))?.[1] : undefined);
  const opening = left && besideObject(before, left);
  if (opening) return opening;
  if (left && !notNames.test(left)) return [named(left, lastName(left))];
  const behindVerb = pronounNear.exec(behind)?.[1];
  if (behindVerb) return [{ phrase: behindVerb, kind: 'pronoun', name: '' }];
  // "заявил «Известиям» Слуцын": a paper, to whom it was said.
  const right = nameAtStart.exec(behind.replace(/\s*«[^«»]{1,40}»/u, ''));
  if (right?.[2]) {
    const phrase = right[0].trim().replace(/^(?:во?|на|после)\s+\S+\s+/u, '');
    return [named(phrase, right[1] ? titledName(right[2]) : firstName(right[2]))];
  }
  return 'unclear';
}

const openingName = new RegExp(
  String.raw`^\s*(?:\p{Ll}[\p{L}-]*\s+){0,3}(${name})\s+(?:на|во?|после|при|перед|по)\s[^,;:]*$`,
  'u',
);
const ofObject = /(?<!\p{L})(?:со?|ко?|от|для|перед|против)\s+(?:\p{L}[\p{L}-]*\s+){0,4}$/u;

/** "Осип Зорин на встрече с Си Ваньли подчеркнул": the name at the verb is that of whom he met. */
function besideObject(before: string, left: string): Reading {
  const opening = openingName.exec(before)?.[1];
  if (!opening || notNames.test(opening.split(/\s/)[0] ?? '')) return undefined;
  if (!ofObject.test(before.slice(0, before.lastIndexOf(left)))) return undefined;
  return /\s/.test(opening) ? [named(opening, opening)] : 'unclear';
}

const patronymic = /(?:вич|вна|ична)(?![\p{L}])/u;

/** Of "Лавров Ван И", where one answers the other, the two words that stand at the verb for certain. */
function firstName(run: string): string {
  const words = run.split(/\s+/);
  if (patronymic.test(run)) return run;
  // "пообещал Мельнику Хоу Вэй": to whom stands in the dative.
  const isDative = (word: string | undefined) => /(?:[ую]|ому|ему)$/u.test(word ?? '');
  if (words.length < 3) return run;
  if (words.length > 3 && isDative(words[0]) && isDative(words[1])) return words.slice(2).join(' ');
  return (isDative(words[0]) ? words.slice(1) : words.slice(0, 2)).join(' ');
}

function lastName(run: string): string {
  const words = run.split(/\s+/);
  return words.length > 2 && !patronymic.test(run) ? words.slice(-2).join(' ') : run;
}

/** "президент России Владимир Путин": behind a title, a country or a person in the genitive is none of the name. */
function titledName(run: string): string {
  let words = run.split(/\s+/);
  if (patronymic.test(run)) return run;
  while (words.length > 2 && /^\p{Lu}{2,}$|[аяыи]$|ой$|[ое]го$/u.test(words[0] ?? ''))
    words = words.slice(1);
  return words.slice(0, 2).join(' ');
}

function byWordsOf(text: string): Reading {
  const found = byWords.exec(text) ?? givenWords.exec(text);
  return found?.[2]
    ? [{ ...named(`${found[1]}${found[2]}`.trim(), found[2]), isGenitive: true }]
    : undefined;
}

function named(phrase: string, found: string): Voice {
  return { phrase, kind: 'name', name: found };
}

/** The forms that a name's word may have in the genitive. */
export function genitivesOf(nominative: string): string[] {
  const lower = nominative.toLowerCase();
  const stem = lower.slice(0, -1);
  if (/ий$/.test(lower))
    return [`${stem}я`, `${lower.slice(0, -2)}ого`, `${lower.slice(0, -2)}его`];
  if (/[ыо]й$/.test(lower)) return [`${lower.slice(0, -2)}ого`];
  if (/[йь]$/.test(lower)) return [`${stem}я`, `${stem}и`];
  if (/ая$/.test(lower)) return [`${lower.slice(0, -2)}ой`];
  if (/(?:ов|ев|ёв|ин|ын)а$/.test(lower)) return [`${stem}ой`];
  if (/а$/.test(lower)) return [`${stem}ы`, `${stem}и`];
  if (/я$/.test(lower)) return [`${stem}и`];
  if (/[еёиоуыэю]$/.test(lower)) return [lower];
  return [`${lower}а`, lower];
}
