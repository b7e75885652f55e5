import type { Topic } from './message.ts';

/** Buttons, menus and windows that several replies have, and what is said when they have nothing to show. */
export const controlTexts = {
  readInContext: { en: 'Read in context', ru: 'Читать в контексте', zh: '查看上下文' },
  cite: { en: 'Cite', ru: 'Оформить ссылку', zh: '引用' },
  open: { en: 'Open', ru: 'Открыть', zh: '打开' },
  shareInThread: { en: 'Share in thread', ru: 'Поделиться в ветке', zh: '分享到消息列' },
  shareToChannel: { en: 'Share to channel', ru: 'Поделиться в канале', zh: '分享到频道' },
  morePassages: { en: 'More passages', ru: 'Ещё фрагменты', zh: '更多段落' },
  citeAll: { en: 'Cite all', ru: 'Все ссылки', zh: '全部引用' },
  helpful: { en: 'Helpful', ru: 'Полезно', zh: '有用' },
  helpfulLabel: { en: 'This answer helped', ru: 'Этот ответ помог', zh: '这个回答有帮助' },
  unhelpful: { en: 'Not helpful', ru: 'Не помогло', zh: '没用' },
  unhelpfulLabel: {
    en: 'This answer did not help',
    ru: 'Этот ответ не помог',
    zh: '这个回答没有帮助',
  },
  close: { en: 'Close', ru: 'Закрыть', zh: '关闭' },
  yourQuestion: { en: 'Your question', ru: 'Ваш вопрос', zh: '您的问题' },
  share: { en: 'Share', ru: 'Поделиться', zh: '分享' },
  shareTo: { en: 'Share to', ru: 'Куда', zh: '分享到' },
  chooseChannel: { en: 'Choose a channel', ru: 'Выберите канал', zh: '选择频道' },
  whatMissing: { en: 'What was missing?', ru: 'Чего не хватило?', zh: '缺了什么？' },
  send: { en: 'Send', ru: 'Отправить', zh: '发送' },
  skip: { en: 'Skip', ru: 'Пропустить', zh: '跳过' },
  whyUnhelpful: {
    en: 'Why did the answer not help?',
    ru: 'Почему ответ не помог?',
    zh: '这个回答为什么没有帮助？',
  },
  whoReads: {
    en: 'The people who keep the library read this.',
    ru: 'Это прочитают те, кто ведёт библиотеку.',
    zh: '资料库的管理人员会看到。',
  },
  notedHelpful: {
    en: 'Noted: the answer was helpful to you. Only you see this, and you can change it.',
    ru: 'Записано: ответ вам помог. Это видите только вы, оценку можно изменить.',
    zh: '已记录：这个回答对您有用。只有您能看到，可以更改。',
  },
  notedUnhelpful: {
    en: 'Noted: the answer was not helpful to you. Only you see this, and you can change it.',
    ru: 'Записано: ответ вам не помог. Это видите только вы, оценку можно изменить.',
    zh: '已记录：这个回答对您没有用。只有您能看到，可以更改。',
  },
  notNoted: {
    en: 'That answer is no longer kept, so I could not note your verdict.',
    ru: 'Этот ответ больше не хранится, поэтому вашу оценку записать не удалось.',
    zh: '这个回答已不再保存，无法记录您的评价。',
  },
  tooOld: {
    en: 'That answer is no longer kept, or the library has changed since. Please ask again.',
    ru: 'Этот ответ больше не хранится, или библиотека с тех пор изменилась. Спросите ещё раз.',
    zh: '这个回答已不再保存，或资料库已有变动。请重新提问。',
  },
  withdrawn: {
    en: 'That answer quoted an article that was withdrawn from the library.',
    ru: 'В этом ответе цитировалась статья, отозванная из библиотеки.',
    zh: '这个回答引用的文章已撤出资料库。',
  },
  sharedAlready: {
    en: 'You have shared this answer already.',
    ru: 'Вы уже поделились этим ответом.',
    zh: '您已经分享过这个回答了。',
  },
  noMore: {
    en: 'I can show nothing more for that question: it is no longer kept, or the library has changed since. Please ask it again.',
    ru: 'По этому вопросу больше нечего показать: он больше не хранится, или библиотека с тех пор изменилась. Спросите ещё раз.',
    zh: '这个问题没有更多内容可以显示：它已不再保存，或资料库已有变动。请重新提问。',
  },
  gone: {
    en: 'The library no longer holds that paragraph. Please ask again.',
    ru: 'Этого абзаца в библиотеке больше нет. Спросите ещё раз.',
    zh: '资料库里已没有这个段落。请重新提问。',
  },
  inContext: { en: 'In context', ru: 'В контексте', zh: '上下文' },
  article: { en: 'Article', ru: 'Статья', zh: '文章' },
  ourWords: {
    en: '{brief}: our retelling, in our words.',
    ru: '{brief}: изложено нашими словами.',
    zh: '{brief}：用我们自己的话写成。',
  },
  paragraph: { en: '¶ {number}', ru: '¶ {number}', zh: '¶ {number}' },
  quotedParagraph: {
    en: '¶ {number} (the quote is bold)',
    ru: '¶ {number} (цитата выделена)',
    zh: '¶ {number}（粗体为引文）',
  },
  cutParagraph: {
    en: '{paragraph}, {shown, number} of {all, number} characters',
    ru: '{paragraph}, показано {shown, number} из {all, number} знаков',
    zh: '{paragraph}，显示 {all, number} 个字符中的 {shown, number} 个',
  },
  earlier: { en: '▲ Earlier', ru: '▲ Выше', zh: '▲ 上文' },
  later: { en: '▼ Later', ru: '▼ Ниже', zh: '▼ 下文' },
  wholeArticle: {
    en: 'The whole article: {paragraphs, plural, one {# paragraph} other {# paragraphs}}',
    ru: 'Вся статья: {paragraphs, plural, one {# абзац} few {# абзаца} many {# абзацев} other {# абзаца}}',
    zh: '全文共 {paragraphs, number} 段',
  },
  sharedSources: {
    en: '{person} looked that message up in the library, and shares what it says:',
    ru: '{person} проверяет это сообщение по библиотеке и делится найденным:',
    zh: '{person}在资料库中查了这条消息，并分享查到的内容：',
  },
  sharedCheck: {
    en: '{person} had that message checked, and shares the verdict:',
    ru: '{person} проверяет цитаты в этом сообщении и делится итогом:',
    zh: '{person}请我核对了这条消息，并分享结果：',
  },
  sharedVerdict: {
    en: '{person} had a quotation checked, and shares the verdict:',
    ru: '{person} проверяет цитату и делится итогом:',
    zh: '{person}请我核对了一段引文，并分享结果：',
  },
  sharedAnswer: {
    en: '{person} asked, and shares the answer:',
    ru: '{person} делится ответом на свой вопрос:',
    zh: '{person}提了问题，并分享回答：',
  },
} as const satisfies Topic;
