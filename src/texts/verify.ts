import type { Topic } from './message.ts';

/** Verdicts on quotations: whether the words stand in the library, who said them, and what to know beside. */
export const verdictTexts = {
  exact: {
    en: 'Exact: these words stand in the library.',
    ru: 'Дословно: эти слова есть в библиотеке.',
    zh: '一字不差：资料库里有这句话。',
  },
  exactSaid: {
    en: 'Exact, and said by {named}: the words stand in the library.',
    ru: 'Дословно: эти слова есть в библиотеке, и говорит их {named}.',
    zh: '一字不差：资料库里有这句话，确为 {named} 所说。',
  },
  exactWritten: {
    en: 'Exact, and written by {named}: the words stand in the library.',
    ru: 'Дословно: эти слова есть в библиотеке, и пишет их {named}.',
    zh: '一字不差：资料库里有这句话，确为 {named} 所写。',
  },
  exactWords: { en: 'The words are exact.', ru: 'Слова приведены дословно.', zh: '文字一字不差。' },
  ellipsis: {
    en: 'Altered: the words stand there, but an ellipsis passes over what may change them.',
    ru: 'Изменено: слова такие есть, но многоточие скрывает то, что может изменить смысл.',
    zh: '有改动：文字都在，但省略号略去了可能改变意思的内容。',
  },
  joined: {
    en: 'Altered: two halves are joined that stand apart in the library.',
    ru: 'Изменено: соединены две части, которые в библиотеке стоят раздельно.',
    zh: '有改动：把资料库里分开的两半接在了一起。',
  },
  altered: {
    en: 'Altered: {edits, plural, one {one word differs} other {# words differ}} from what stands in the library.',
    ru: 'Изменено: {edits, plural, one {# слово отличается} few {# слова отличаются} many {# слов отличаются} other {# слова отличаются}} от текста в библиотеке.',
    zh: '有改动：与资料库中的文字有 {edits, number} 处不同。',
  },
  stitched: {
    en: 'Stitched: pieces of {pieces, plural, one {# place} other {# places}} are put together as one quotation.',
    ru: 'Склеено: в одну цитату соединены куски из {pieces, plural, one {# места} few {# мест} many {# мест} other {# места}}.',
    zh: '拼接：把 {pieces, number} 处文字拼成了一段引文。',
  },
  onlyBrief: {
    en: "I can't tell: the library holds only our brief of this article.",
    ru: 'Сказать нельзя: в библиотеке есть только наш пересказ этой статьи.',
    zh: '无法判断：这篇文章资料库里只有我们的转述。',
  },
  onlyBriefs: {
    en: "I can't tell: the library holds only briefs, our own retellings of articles.",
    ru: 'Сказать нельзя: в библиотеке есть только пересказы статей, сделанные нами.',
    zh: '无法判断：资料库里只有转述，即我们对文章的复述。',
  },
  notFound: {
    en: 'Not found: no article of the library has these words.',
    ru: 'Не найдено: этих слов нет ни в одной статье библиотеки.',
    zh: '未找到：资料库的文章里都没有这句话。',
  },
  saidThem: { en: '{named} said them.', ru: 'Говорит их {named}.', zh: '确为 {named} 所说。' },
  wroteThem: { en: "They are {named}'s.", ru: 'Автор — {named}.', zh: '确为 {named} 所写。' },
  notTheirs: {
    en: "They are not {named}'s: they come from {saidBy}.",
    ru: 'Их автор — не {named}: источник слов — {saidBy}.',
    zh: '并非 {named} 所写：出自 {saidBy}。',
  },
  saidByOther: {
    en: '{named} did not say them here: the paragraph gives them to {saidBy}.',
    ru: 'Здесь их говорит не {named}. Кому они приписаны в абзаце: {saidBy}.',
    zh: '这里并非 {named} 所说：该段写明出自 {saidBy}。',
  },
  notShownProse: {
    en: "Nothing beside them says that {named} said them; they are the article's own and not quoted speech.",
    ru: 'Ничто рядом не говорит, что это слова человека по имени {named}; это текст самой статьи, а не прямая речь.',
    zh: '上下文没有表明这是 {named} 说的；这是文章自己的话，不是引语。',
  },
  notShownNamed: {
    en: 'Nothing beside them says that {named} said them; the paragraph names {saidBy}.',
    ru: 'Ничто рядом не говорит, что это слова человека по имени {named}; в абзаце назван другой источник: {saidBy}.',
    zh: '上下文没有表明这是 {named} 说的；该段提到的是 {saidBy}。',
  },
  notShown: {
    en: 'Nothing beside them says that {named} said them; the paragraph does not say for certain who did.',
    ru: 'Ничто рядом не говорит, что это слова человека по имени {named}; чьи они, из абзаца точно не ясно.',
    zh: '上下文没有表明这是 {named} 说的；该段没有明确说是谁说的。',
  },
  tooShort: {
    en: 'A quotation of fewer than {shortest, number} characters stands anywhere by chance. Give a longer piece of it.',
    ru: 'Цитата короче {shortest, plural, one {# знака} few {# знаков} many {# знаков} other {# знака}} может встретиться где угодно. Приведите кусок подлиннее.',
    zh: '不足 {shortest, number} 个字符的引文哪里都可能碰巧出现。请给出更长的一段。',
  },
  tooLong: {
    en: 'That is {length, plural, one {# character} other {# characters}} long. Check it in pieces of at most {longest, number}.',
    ru: 'Здесь {length, plural, one {# знак} few {# знака} many {# знаков} other {# знака}}. Проверяйте частями, не длиннее {longest, number}.',
    zh: '全文有 {length, number} 个字符。请分段核对，每段不超过 {longest, number} 个字符。',
  },
} as const satisfies Topic;

/** What stands beside a verdict. */
export const verdictNoteTexts = {
  withoutEllipsis: {
    en: 'Left out without an ellipsis: “{interjection}”, which tells who speaks.',
    ru: 'Пропущено без многоточия указание на говорящего: «{interjection}».',
    zh: '未用省略号就略去了说明是谁在说话的“{interjection}”。',
  },
  elsewhere: {
    en: 'The same words also stand in {places}.',
    ru: 'Те же слова есть ещё здесь: {places}.',
    zh: '同样的文字还见于：{places}。',
  },
  unfound: {
    en: 'In no piece: {words}.',
    ru: 'Нет ни в одном из кусков: {words}.',
    zh: '各处都没有的词：{words}。',
  },
  briefsWords: {
    en: "These are the brief's words: ours, not the author's.",
    ru: 'Это слова пересказа: наши, а не автора.',
    zh: '这是转述里的话，出自我们，不是作者的原话。',
  },
  briefSays: {
    en: "What our brief says, in our words and not the author's:",
    ru: 'Что говорится в нашем пересказе, нашими словами, а не словами автора:',
    zh: '我们的转述是这样写的，用的是我们的话，不是作者的原话：',
  },
  passesOver: {
    en: 'The ellipsis passes over “{text}”.',
    ru: 'Многоточие скрывает: «{text}».',
    zh: '省略号略去了“{text}”。',
  },
  passesOverWhy: {
    en: 'The ellipsis passes over “{text}”: {reasons}.',
    ru: 'Многоточие скрывает: «{text}» ({reasons}).',
    zh: '省略号略去了“{text}”（{reasons}）。',
  },
  reordered: {
    en: 'The pieces stand in another order in the article.',
    ru: 'В статье эти куски идут в другом порядке.',
    zh: '这些文字在文章里的先后次序不同。',
  },
  notCompared: {
    en: 'Not compared: {asides}.',
    ru: 'Не сравнивалось: {asides}.',
    zh: '未参与比对：{asides}。',
  },
  punctuation: {
    en: 'The words are the same; the punctuation is not.',
    ru: 'Слова те же, пунктуация отличается.',
    zh: '文字相同，标点不同。',
  },
  capitals: {
    en: 'Only capitals differ.',
    ru: 'Отличаются только прописные буквы.',
    zh: '只有字母大小写不同。',
  },
  briefsHeld: {
    en: "I hold only a brief for {briefs, number} of the {articles, number} articles, so I can't verify the publisher's wording there.",
    ru: 'Из статей библиотеки (всего {articles, number}) только в пересказе — {briefs, number}; дословный текст издания там проверить нельзя.',
    zh: '{articles, number} 篇文章里有 {briefs, number} 篇只存了转述，无法核对出版方的原文。',
  },
  comma: { en: ', ', ru: ', ', zh: '、' },
  word: { en: '“{word}”', ru: '«{word}»', zh: '“{word}”' },
  moreQuotations: {
    en: 'Not shown: {quotations, plural, one {# more quotation} other {# more quotations}} of the message.',
    ru: 'Не показано: ещё {quotations, plural, one {# цитата} few {# цитаты} many {# цитат} other {# цитаты}} из сообщения.',
    zh: '消息中还有 {quotations, number} 段引文未显示。',
  },
  moreChanges: {
    en: ' … (more changes are not shown)',
    ru: ' … (остальные отличия не показаны)',
    zh: '……（其余改动未显示）',
  },
  key: {
    en: 'Struck out: only in the library. Bold: only in the text.',
    ru: 'Зачёркнуто: есть только в библиотеке. Жирным: есть только в проверяемом тексте.',
    zh: '删除线：仅资料库中有。粗体：仅待核文字中有。',
  },
  keyOmitted: {
    en: 'Struck out: only in the library. Bold: only in the text. Italics: what an ellipsis passes over.',
    ru: 'Зачёркнуто: есть только в библиотеке. Жирным: есть только в проверяемом тексте. Курсивом: скрыто многоточием.',
    zh: '删除线：仅资料库中有。粗体：仅待核文字中有。斜体：被省略号略去。',
  },
} as const satisfies Topic;

/** Why what an ellipsis passes over may change what is said; each by the name that JSON has for it. */
export const omissionTexts = {
  'a negation': { en: 'a negation', ru: 'отрицание', zh: '含否定' },
  'a condition or doubt': {
    en: 'a condition or doubt',
    ru: 'условие или сомнение',
    zh: '含条件或存疑',
  },
  'another speaker': { en: 'another speaker', ru: 'другой говорящий', zh: '换了说话人' },
  'the end of a sentence': {
    en: 'the end of a sentence',
    ru: 'конец предложения',
    zh: '跨越了句子',
  },
} as const satisfies Topic;
