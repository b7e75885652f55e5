import { form } from './phrases.ts';

/** Words that carry no order of their own; none of them counts, denies or chooses. */
const fillers = new Set(
  [
    'please pls kindly thanks hi hello ok okay so just then instead again now',
    'i we you it me us my our your the a an this that these those there here everyone everybody',
    'i’d i’ll we’d we’ll let’s let us all team channel group',
    'want wants need like would could can should shall will may be is are',
    'send post give get show bring deliver drop have do make set put keep move change switch turn',
    'update edit schedule subscribe start begin run come comes arrive',
    'tell notify ping inform know sending posting',
    'digest digests summary summaries news update updates article articles passage passages one ones',
    'for to at on in of and with by from up out every each time timezone zone clock local sharp',
  ].flatMap((line) => line.replace(/’/g, "'").split(' ')),
);

/** Whether a word says nothing of what is ordered. */
export function isFiller(word: string): boolean {
  return fillers.has(word.toLowerCase());
}

/** What is done at once, or to the whole order. */
export type Action = 'preview' | 'now' | 'status' | 'help' | 'open' | 'resume' | 'off' | 'on';

const actions: readonly (readonly [Action, RegExp])[] = [
  [
    'off',
    form(
      '(?:turn|switch|shut)(?:ed)?\\s(?:it\\s|this\\s)?off|off|stop(?:ped)?|cancel(?:led)?|unsubscribe|end|quit|disable|remove|delete|no more|выкл|выключи|отключи|стоп|停止|取消|关闭|關閉',
    ),
  ],
  ['resume', form('resume|unpause|restart|continue|возобнови|恢复|恢復')],
  ['preview', form('preview|предпросмотр|预览|預覽')],
  ['now', form('(?:right|straight)\\s(?:now|away)|now|сейчас|立即|现在')],
  ['status', form('status|статус|状态|狀態')],
  ['help', form('help|помощь|帮助|幫助')],
  ['open', form('open|form|settings?|configure|options?|set\\s?up')],
  ['on', form('turn\\s(?:it\\s)?on|switch\\s(?:it\\s)?on|start|enable|subscribe')],
];

/** The actions that a text names, and the text without them. */
export function takeActions(take: (form: RegExp, read: () => void) => void): Action[] {
  const found: Action[] = [];
  for (const [action, words] of actions) take(words, () => void found.push(action));
  return found;
}

const something = '(?:something|anything|some|any|a|an|the|articles?|it)';
const come =
  '(?:comes?|arrives?|appears?|turns?\\sup|lands?|(?:is|are)\\s(?:added|published|there|here|found|in))';

/** A digest that comes whenever there is news. */
export const onNews = form(
  [
    String.raw`(?:only\s)?(?:when(?:ever)?|as\ssoon\sas|every\stime|each\stime|once|if|the\smoment)\s(?:there(?:'s|\sis|\sare)\s|you\s(?:have|get|find)\s)?(?:${something}\s)*new(?:s|\sones?|\sarticles?|\sitems?|\sthings?)?(?:\s${come})?(?:\s(?:in|up|out|along))?`,
    String.raw`(?:when(?:ever)?|as\ssoon\sas|as)\s(?:articles?\s|something\s|it\s|they\s)(?:comes?|arrives?|appears?|happens?)(?:\s(?:in|up|out|along))?`,
    String.raw`on\s(?:every|each|any)\snew\s(?:article|item)`,
    '(?:at most |max(?:imum)? |no more than )?(?:once|1x)\\s(?:an|per|every|a)\\shour|hourly|(?:every|each)\\shour',
    'immediately|instantly|watch|alerts?',
  ].join('|'),
);

/** Old articles too, and new ones only. */
export const fromArchive = form(
  String.raw`(?:and\s|also\s)?(?:from|with|including|include|out\sof|plus)\s(?:the\s|our\s)?(?:archives?|old(?:er)?\s(?:articles|ones))`,
);
export const newOnly = form(
  String.raw`(?:without|no)\s(?:the\s)?(?:archives?|old(?:er)?\s(?:articles|ones))|(?:only\swhat\sis|only|just)\snew(?:s|\sarticles|\sones|\sthings)?|new(?:s|\sarticles|\sones)?\sonly|what(?:'s|\sis)\snew`,
);

/** How many passages. */
export const howMany = form(
  String.raw`(?:at most |up to |max(?:imum)? )?(?<count>\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s(?:passages?|quotes?|quotations?)`,
);

/** Begins a pause. */
export const pauseForm =
  /^(?:please\s|can you\s)?(?:pause|snooze|suspend|hold|(?:stop|off)(?=\s(?:it\s)?(?:until|till|for)\s))(?:\s(?:it|this|the digest|digests|everything))?(?:\s(?:until|till|til|for)(?=\s|$))?(?<until>.*)$/u;
