import { readByline } from './record/byline.ts';
import { isDateLine } from './record/date-line.ts';

/** A kind of line that belongs to a page, not to the article on it. */
interface LineRule {
  readonly name: string;
  readonly pattern: RegExp;
}

/** Longer lines are prose, whatever they begin with. */
const maxLineLength = 420;

const rules: readonly LineRule[] = [
  rule(
    'share counts',
    /^(?:\d[\d.,]{0,12}(?:\s?[km])?\s?(?:views?|comments?|shares?|likes?|reactions?|retweets?|reads?)[\s·|,•]{0,5}){1,8}$/i,
  ),
  rule(
    'page control',
    /^(?:follow(?: us)?|share(?: this(?: article| story| page)?)?|tweet|print|e-?mail|save|bookmark|subscribe(?: now)?|sign (?:in|up)|log in|(?:read|show|see|view) (?:more|all)|advertisement|sponsored|related(?: (?:articles?|stories|content|topics))?|recommended(?: for you)?|listen|watch(?: now)?|(?:leave a )?comments?(?: \(\d+\))?|back to top|(?:story|article) continues(?: below)?(?: (?:the )?(?:ad|advertisement|photo|video))?|skip to (?:main )?content|menu|more from .{1,40})\s*[:>»…]*$/i,
  ),
  rule(
    'other story',
    /^(?:(?:see|read|watch) also|also read|read (?:next|more|the full story)|more on this(?: story)?|related(?: (?:articles?|stories|reading))?|recommended|читайте также|по теме|см\. также|相关阅读|延伸阅读|推荐阅读|(?:à )?lire aussi|lesen sie auch|mehr zum thema)\s*[:：»>].{0,250}$/iu,
  ),
  rule(
    'newsletter',
    /^(?:click here to )?(?:sign up|subscribe|register|join|get)\b(?=.{0,120}\b(?:newsletters?|briefings?|alerts?|inbox|mailing list|subscribers)\b).{0,160}$|^подпи(?:шитесь|сывайтесь)\b.{0,120}$/iu,
  ),
  rule(
    'follow us',
    /^follow\b.{0,80}\b(?:twitter|facebook|x|instagram|telegram|linkedin|google news|weibo|wechat|youtube)\b.{0,80}$|^(?:share|tweet|post) (?:this )?on\b.{0,60}$/i,
  ),
  rule(
    'cookie notice',
    /^(?:we|this (?:web)?site|our (?:web)?site|.{0,30}\band (?:our|its) partners) uses? cookies\b.{0,300}$|^by (?:continuing|using|browsing).{0,60}\b(?:site|cookies)\b.{0,200}$|^(?:accept|manage) (?:all )?cookies\.?$/i,
  ),
  rule(
    'tags',
    /^(?:tags?|tagged(?: with| in)?|topics?|keywords|filed under|categories|category|posted in|теги|метки|ключевые слова|标签|关键词|关键字|mots-clés|schlagwörter)\s*[:：].{0,250}$/iu,
  ),
  rule('video caption', /^.{0,120}\b\d{1,2}:\d{2}(?::\d{2})?\s*[-–—|]\s*Source:\s*.{1,60}$/i),
  rule(
    'picture credit',
    /^(?:photo(?:graph)?s?|image|picture|credit|source|фото|иллюстрация|foto|图片?来源|图|摄影|crédit(?: photo)?)(?: credit| by)?\s*[:：]\s*[^.。]{1,80}\.?$/iu,
  ),
  rule(
    'credits of an agency',
    /^\(?(?:additional |with )?(?:reporting|writing|editing) by\b.{1,300}$|^our standards:.{0,120}$|^(?:责任编辑|编辑|责编|审核|校对|值班编辑)\s*[:：].{1,40}$/iu,
  ),
  rule('contact', /^(?:contact|e-?mail|write to|reach|follow)\b.{0,100}\S@\S+\.\S.{0,60}$/i),
  rule(
    'first published elsewhere',
    /^(?:this|the) (?:article|story|post|piece|essay) (?:was )?(?:originally |first )(?:published|appeared|ran)\b.{0,200}$/i,
  ),
  rule(
    'correction',
    /^(?:correction|clarification|исправление|更正)s?\s*(?:\([^)]{0,40}\))?\s*[:：—–-]\s?.{1,400}$|^(?:this|the) (?:story|article|post|report|headline|piece) (?:has been|was) (?:updated|corrected|amended|edited)\b.{0,300}$/iu,
  ),
  rule(
    'disclaimer',
    /^(?:disclaimer\s*:|editor['’]?s['’]? note\s*:|the (?:views|opinions) (?:and (?:views|opinions) )?expressed (?:in|by|here)|(?:views|opinions) expressed (?:in|by|here)|本文(?:仅|只)?代表作者|本文(?:仅|不)代表|(?:мнение|позиция) (?:автора|редакции) (?:может|не))/iu,
  ),
  rule(
    'copyright',
    /^(?:©|\(c\)|copyright\b)[^.]{0,120}\.?$|^.{0,120}\ball rights reserved\.?$|^.{0,60}(?:все права защищены|版权所有|未经授权).{0,80}$/iu,
  ),
];

function rule(name: string, pattern: RegExp): LineRule {
  return { name, pattern };
}

/** The name of the rule that leaves a line out wherever it stands; undefined when there is none. */
export function furnitureRule(line: string): string | undefined {
  if (line.length > maxLineLength) return undefined;
  const found = rules.find(({ pattern }) => pattern.test(line))?.name;
  if (found) return found;
  if (/^(?:first|last|updated|published|posted)\b/i.test(line) && isDateLine(line)) {
    return 'date line';
  }
  return /^by\s/i.test(line) && readByline(line) ? 'byline' : undefined;
}

/** Whether a line opens the box of highlights above an article. */
export function opensHighlights(line: string): boolean {
  return /^(?:story highlights|highlights|key points|at a glance)\s*:?$/i.test(line);
}
