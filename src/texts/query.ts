import type { Topic } from './message.ts';

/** What is said of a question or a topic that can't be read, or not as it was typed. */
export const queryTexts = {
  noFilter: {
    en: '"{typed}:" is no filter ({known}), so it was read as words.',
    ru: '«{typed}:» — не фильтр (есть {known}), поэтому это прочитано как слова.',
    zh: '“{typed}:”不是筛选条件（可用：{known}），已按普通词处理。',
  },
  unreadable: {
    en: "I can't read {filter}. {remedy}",
    ru: 'Не понимаю {filter}. {remedy}',
    zh: '无法识别 {filter}。{remedy}',
  },
  writeDate: {
    en: 'Write a year, month or day, such as {name}:2018, {name}:2018-07 or {name}:2018-07-04.',
    ru: 'Напишите год, месяц или день, например {name}:2018, {name}:2018-07 или {name}:2018-07-04.',
    zh: '请写年、月或日，例如 {name}:2018、{name}:2018-07 或 {name}:2018-07-04。',
  },
  writeText: {
    en: 'Write text:original or text:brief.',
    ru: 'Напишите text:original или text:brief.',
    zh: '请写 text:original 或 text:brief。',
  },
  writeLanguage: {
    en: 'Write lang:en, lang:ru or lang:zh.',
    ru: 'Напишите lang:en, lang:ru или lang:zh.',
    zh: '请写 lang:en、lang:ru 或 lang:zh。',
  },
  writeName: {
    en: 'Write a name after it, such as {example}.',
    ru: 'Напишите после двоеточия имя или название, например {example}.',
    zh: '请在后面写名称，例如 {example}。',
  },
  nothing: {
    en: 'There is nothing to look for. Write a word or a phrase.',
    ru: 'Искать нечего. Напишите слово или фразу.',
    zh: '没有可查的内容。请写一个词或一句话。',
  },
  tooCommon: {
    en: '“{text}” is too common to look for. Add a word that says what it is about.',
    ru: '«{text}» встречается слишком часто. Добавьте слово, из которого ясна тема.',
    zh: '“{text}”太常见，无法查找。请再加一个能说明主题的词。',
  },
  emptyTopic: {
    en: '"{topic}" names nothing to look for. Write a word, a phrase or a filter.',
    ru: '«{topic}»: искать нечего. Напишите слово, фразу или фильтр.',
    zh: '“{topic}”里没有可查的内容。请写词、短语或筛选条件。',
  },
} as const satisfies Topic;
