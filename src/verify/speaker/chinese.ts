import type { LeadReading, Reading, SpeechReader, Surroundings, Voice } from './voice.ts';

/** The verbs by which Chinese prose says who speaks; longer ones first. */
const report =
  '(?:表示|指出|强调|強調|回答|告诉|告訴|写道|寫道|介绍|介紹|透露|警告|宣布|呼吁|呼籲|补充|補充|问道|問道|解释|解釋|坦言|直言|提到|谈到|談到|重申|声称|聲稱|评价|評價|形容|认为|認為|答道|回应|回應|反问|反問|说道|說道|感叹|感嘆|承认|承認|坚称|堅稱|说|說|称|稱|问|問|答)';
const doubtful = '(?:否认|否認|反驳|反駁|批评|批評|引用|听到|聽到|转述|轉述|谴责|譴責|拒绝|拒絕)';
const someVerb = new RegExp(`${report}|${doubtful}`, 'gu');
const doubt = new RegExp(`^${doubtful}$`, 'u');
const clauseEnd = /[，,。；;！!？?：:\s”」]/u;

/** Words between a name and its verb. */
const adverbial =
  /^(?:在|于|於|向|对|對|就|也|还|還|则|則|曾|昨|今|当|當|周[一二三四五六日]|星期|上午|下午|随后|隨後|之后|之後|日前|近日|再次|又|接着|同时|回忆|回憶|笑着|笑著|苦笑|感慨|坦率|明确|明確|郑重|鄭重|\d)/u;
const denial = /(?:没有|沒有|没|沒|并未|從未|从未|未曾|未|不曾|不)$/u;
const connective = new RegExp(
  `^[，,\\s]*(?:并且|并|并且|还|還|又|也|接着|随后|同时|但|而|且)?(?:${report})?$`,
  'u',
);
const pronoun = /^(?:他|她|他们|她们|他們|她們|我|我们)/u;

/** Who speaks in Chinese prose. A voice's phrase is the whole clause before its verb: no space ends a name. */
export const chinese: SpeechReader = { lead: readLead, tail: readTail, names: () => [], isReport };

function isReport(sentence: string): boolean {
  return new RegExp(someVerb.source, 'u').test(sentence);
}

function readLead({ lead, followsQuote }: Surroundings): LeadReading {
  const words =
    /(?:据|根据|按照|按|用)([^，,。]{2,24}?)(?:的话说|的话来说|的说法|介绍|介紹|透露|说|表示)[，,：:]?[^。]{0,40}$/u.exec(
      lead,
    );
  if (words?.[1]) return [voiceOf(words[1])];
  const cited = /(?:援引|引述|引用)([^，,。]{2,24}?)的话(?:说|称|報道|报道)?[，,：:]?$/u.exec(lead);
  if (cited?.[1]) return [voiceOf(cited[1])];
  const labelled = /^([^，,。：:\s]{2,16})[：:]\s*$/u.exec(lead);
  if (labelled?.[1] && !new RegExp(someVerb.source, 'u').test(labelled[1]))
    return [voiceOf(labelled[1])];
  const passive = /被([^，,。]{2,16}?)(?:称为|稱為|称作|形容为|形容為|描述为)$/u.exec(lead);
  if (passive?.[1]) return [voiceOf(passive[1])];
  const verb = [...lead.matchAll(someVerb)].at(-1);
  // 王毅强调，中方“…”，愿同俄方“…”
  if (
    !verb &&
    followsQuote &&
    /^[，,]\s*(?:愿|并|也|还|将|要|希望)[^，,。；;]{0,16}$/u.test(lead)
  ) {
    return 'continues';
  }
  const headline = /^([^，,。：:\s]{2,16})[：:][^：:]{1,40}$/u.exec(lead)?.[1];
  if (!verb) return headline && !followsQuote ? [voiceOf(headline)] : undefined;
  if (doubt.test(verb[0])) return 'unclear';
  const before = lead.slice(0, verb.index);
  if (followsQuote && connective.test(before)) return 'continues';
  if (
    followsQuote &&
    isAtStart(before) &&
    /^[，,：:\s]*$/u.test(lead.slice(verb.index + verb[0].length))
  )
    return undefined;
  return subjectOf(before);
}

function isAtStart(before: string): boolean {
  return !/[，,。；;：:]/u.test(before.replace(/^[，,\s]+/u, ''));
}

function readTail({ tail, leadsToQuote }: Surroundings): Reading {
  const body = tail.replace(/^[，,\s—–-]+/u, '');
  // “…”，而别洛乌索夫表示，这是“…”: another clause, of other words.
  if (leadsToQuote && /^(?:而|但|不过|然而)/u.test(body)) return undefined;
  const verb = new RegExp(someVerb.source, 'u').exec(body);
  if (!verb) return undefined;
  const before = body.slice(0, verb.index);
  if (clauseEnd.test(before) || connective.test(before) || before.length > 24) return undefined;
  const behind = body.slice(verb.index + verb[0].length);
  // 贾平回答：“…” opens what follows.
  if (leadsToQuote && /[：:]\s*$/u.test(behind)) return undefined;
  if (doubt.test(verb[0])) return 'unclear';
  return subjectOf(before);
}

/** "回答说": the first of two verbs. */
const twoVerbs = new RegExp(`(?<=.{2})${report}$`, 'u');

function subjectOf(before: string): Reading {
  const clause = before
    .slice(before.search(/[^，,。；;！!？?：:\s]*$/u))
    .replace(/^(?:而|但是|但|不过|然而)/u, '')
    .replace(twoVerbs, '');
  if (clause === '') return 'unclear';
  if (denial.test(clause)) return 'unclear';
  if (pronoun.test(clause)) return [{ phrase: clause, kind: 'pronoun', name: '' }];
  return [voiceOf(clause)];
}

function voiceOf(phrase: string): Voice {
  return { phrase, kind: 'name', name: phrase };
}

/** A title behind the name, and what somebody does meanwhile: "会见…时". */
const behindName =
  /^(?:主席|总统|總統|总理|總理|部长|部長|外长|外長|先生|女士|教授|博士|大使|发言人|發言人|书记|書記|将军|將軍|院长|校长|主任|同志)?(?:$|(?:会见|會見|会晤|访问|訪問|接受|出席|参加|回答|抵达|陪同)[^，。]{0,20}(?:时|時|后|後|期间|中|上)$)/u;

/** The ends of titles: behind one of them a name begins. */
const titleEnd =
  /(?:[长長人席统統理相者员員授士家官使记記任师師生帅帥裁国國方部会會社院府党黨局省市区區县縣厅廳办辦团團代表导導手工民友司书書妻子弟兄妹姐父母·‧•]|^)$/u;

/** Whether a clause names somebody: a title may stand before the name, what is no part of one behind it. */
export function isNamedIn(clause: string, name: string): boolean {
  for (let at = clause.indexOf(name); at !== -1; at = clause.indexOf(name, at + 1)) {
    const behind = clause.slice(at + name.length);
    const before = clause.slice(0, at);
    const isPossessive = behind.startsWith('的');
    const bare = behind.replace(behindName, '');
    const isEnd = bare === '' || adverbial.test(withoutTitle(behind));
    if (!isPossessive && isEnd && titleEnd.test(before)) return true;
  }
  return false;
}

function withoutTitle(behind: string): string {
  return behind.replace(
    /^(?:主席|总统|總統|总理|總理|部长|部長|外长|先生|女士|教授|博士|大使|发言人|書記|书记|院长|主任)/u,
    '',
  );
}

/** "一位外交官": nobody whom the text names. */
export const isUnnamed = (clause: string): boolean => /^(?:一位|一名|某|有)/u.test(clause);

const surnames =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫阎雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴洪武戴莫孔向汤湯习習普';

/** Whether a clause ends in a name for certain, so that it is nobody else's. */
export function isNameAlone(clause: string): boolean {
  const bare = clause.replace(
    /^.*(?:[长長人席统統理相员員授官记記任])(?=[\p{Script=Han}]{2,3}$)/u,
    '',
  );
  return /[·‧•]/u.test(bare) || new RegExp(`^[${surnames}]\\p{Script=Han}{1,2}$`, 'u').test(bare);
}
