import type { Topic } from './message.ts';

/** What stands around the quotes of an answer, and what is said where there are none. */
export const answerTexts = {
  found: {
    en: '{passages, plural, one {# passage} other {# passages}} from {articles, plural, one {# article} other {# articles}}',
    ru: '{passages, plural, one {# фрагмент} few {# фрагмента} many {# фрагментов} other {# фрагмента}} из {articles, plural, one {# статьи} few {# статей} many {# статей} other {# статьи}}',
    zh: '{articles, number} 篇文章中的 {passages, number} 个段落',
  },
  comma: { en: ', ', ru: ', ', zh: '、' },
  /** Stands before the words of a brief. */
  before: { en: '{brief}: ', ru: '{brief}: ', zh: '{brief}：' },
  asked: { en: '“{question}”', ru: '«{question}»', zh: '“{question}”' },
  notKept: { en: '(no longer kept)', ru: '(больше не хранится)', zh: '（已不再保存）' },
  understoodAs: {
    en: 'Understood as: {question}',
    ru: 'Понято так: {question}',
    zh: '理解为：{question}',
  },
  missing: {
    en: 'Nothing here mentions: {words}.',
    ru: 'Здесь нигде не упоминается: {words}.',
    zh: '这里都没有提到：{words}。',
  },
  closest: {
    en: 'Closest passages; nothing here answers for certain.',
    ru: 'Самые близкие фрагменты; уверенного ответа среди них нет.',
    zh: '以下是最接近的段落，都不能算确切的回答。',
  },
  tooLong: {
    en: 'Too long for this message: {places}.',
    ru: 'Не поместилось в сообщение: {places}.',
    zh: '太长，此消息放不下：{places}。',
  },
  place: {
    en: '{article}, para. {paragraph}',
    ru: '{article}, абз. {paragraph}',
    zh: '{article} 第{paragraph}段',
  },
  alsoIn: {
    en: 'Also in {language, select, ru {Russian} zh {Chinese} other {English}} sources',
    ru: 'Также в {language, select, ru {русскоязычных} zh {китайскоязычных} other {англоязычных}} источниках',
    zh: '{language, select, ru {俄文} zh {中文} other {英文}}资料中还有',
  },
  noAnswer: {
    en: 'The library has no answer to that.',
    ru: 'В библиотеке нет ответа на этот вопрос.',
    zh: '资料库里没有这个问题的答案。',
  },
  ruledOut: {
    en: 'Without the filters, exact phrases and exclusions of your question there would be an answer.',
    ru: 'Без фильтров, точных фраз и исключений в вашем вопросе ответ нашёлся бы.',
    zh: '如果去掉问题里的筛选条件、精确短语和排除词，就能找到答案。',
  },
  nearest: {
    en: 'The nearest titles, which do not answer it: {titles}.',
    ru: 'Самые близкие заголовки (но не ответ): {titles}.',
    zh: '最接近的标题（但并未回答这个问题）：{titles}。',
  },
  unread: {
    en: 'I could not read that question.',
    ru: 'Не удалось прочитать этот вопрос.',
    zh: '无法识别这个问题。',
  },
  andMore: {
    en: '{words} and {more, number} more',
    ru: '{words} и ещё {more, number}',
    zh: '{words}等，另有 {more, number} 项',
  },
  differ: {
    en: '{differ} on the {title}:',
    ru: '{differ} ({title}):',
    zh: '{differ}（{title}）：',
  },
  sourcesDiffer: { en: 'Sources differ', ru: 'Источники расходятся', zh: '各方说法不一' },
  noText: {
    en: 'That message has no text that I could look up.',
    ru: 'В этом сообщении нет текста, по которому можно искать.',
    zh: '这条消息里没有可供查找的文字。',
  },
} as const satisfies Topic;

/** How a question was read, as notes above its answer. */
export const readingTexts = {
  notHeld: {
    en: 'The library does not hold "{typed}"; I looked for {read}.',
    ru: 'Слова «{typed}» в библиотеке нет; искал: {read}.',
    zh: '资料库里没有“{typed}”，改为查找：{read}。',
  },
  readAs: { en: 'I read {pairs}.', ru: 'Прочитано: {pairs}.', zh: '识别为：{pairs}。' },
  pair: { en: '“{typed}” as {read}', ru: '«{typed}» как {read}', zh: '“{typed}”即 {read}' },
  after: {
    en: '{question} (after “{before}”)',
    ru: '{question} (вслед за «{before}»)',
    zh: '{question}（接“{before}”）',
  },
  about: {
    en: '{question} (about {topic})',
    ru: '{question} (тема: {topic})',
    zh: '{question}（关于：{topic}）',
  },
  whoWrote: {
    en: 'Who wrote what answers “{question}”',
    ru: 'Кто написал ответ на «{question}»',
    zh: '“{question}”的回答出自谁',
  },
  moreOn: { en: 'More on “{question}”', ru: 'Ещё о «{question}»', zh: '再看“{question}”' },
  noFurther: {
    en: 'There is no further passage on that.',
    ru: 'Больше об этом ничего нет.',
    zh: '没有更多相关段落了。',
  },
  noneDiffer: {
    en: 'I found no figures or dates in these passages that contradict each other; whether they agree otherwise is for you to judge.',
    ru: 'Противоречащих друг другу цифр и дат в этих фрагментах не нашлось; согласны ли они в остальном, судить вам.',
    zh: '这些段落里没有发现相互矛盾的数字或日期；其他方面是否一致，请您判断。',
  },
  silent: {
    en: 'Nothing here by {source} is about that.',
    ru: 'Об этом здесь ничего нет у источника {source}.',
    zh: '这里没有 {source} 关于此事的内容。',
  },
  allSources: {
    en: 'What different sources say about {topic}',
    ru: 'Что говорят разные источники: {topic}',
    zh: '各方关于“{topic}”的说法',
  },
  theseSources: {
    en: 'What {sources} say about {topic}',
    ru: 'Что говорят {sources}: {topic}',
    zh: '{sources} 关于“{topic}”的说法',
  },
  noneMeets: {
    en: 'No article meets {conditions, plural, one {that condition} other {all of these conditions}}.',
    ru: '{conditions, plural, one {Этому условию} few {Всем этим условиям сразу} many {Всем этим условиям сразу} other {Всем этим условиям сразу}} не отвечает ни одна статья.',
    zh: '没有文章符合{conditions, plural, other {这些条件}}。',
  },
  listed: {
    en: '{articles, plural, one {# article, by its first sentence.} other {# articles, the newest first, each by its first sentence.}}',
    ru: '{articles, plural, one {# статья, показано первое предложение.} few {# статьи, сначала новые, от каждой — первое предложение.} many {# статей, сначала новые, от каждой — первое предложение.} other {# статьи, сначала новые, от каждой — первое предложение.}}',
    zh: '共 {articles, number} 篇文章，由新到旧，各列第一句。',
  },
} as const satisfies Topic;
