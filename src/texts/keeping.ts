import type { Topic } from './message.ts';

/** What is said of correcting, removing and erasing articles of the library. */
export const keepingTexts = {
  correct: { en: 'Correct', ru: 'Исправить', zh: '更正' },
  remove: { en: 'Remove', ru: 'Убрать', zh: '移除' },
  erase: { en: 'Erase', ru: 'Стереть', zh: '删除' },
  save: { en: 'Save', ru: 'Сохранить', zh: '保存' },
  cancel: { en: 'Cancel', ru: 'Отмена', zh: '取消' },
  correctRecord: { en: 'Correct the record', ru: 'Исправить описание', zh: '更正著录' },
  oneALine: { en: 'One a line.', ru: 'По одному в строке.', zh: '每行一个。' },
  dateForm: {
    en: 'Such as 2017-07-04, 2017-07 or 2017.',
    ru: 'Например, 2017-07-04, 2017-07 или 2017.',
    zh: '如 2017-07-04、2017-07 或 2017。',
  },
  languageForm: {
    en: 'A code such as en, ru or zh.',
    ru: 'Код, например en, ru или zh.',
    zh: '代码，如 en、ru 或 zh。',
  },
  organisationsHint: {
    en: 'Those of the authors whose names are whole, as they stand above.',
    ru: 'Те из авторов, чьи имена не делятся на имя и фамилию, как они записаны выше.',
    zh: '作者中名称不可拆分者，写法与上面相同。',
  },
  inferred: {
    en: 'In brackets, as deduced',
    ru: 'В скобках, как предположение',
    zh: '以方括号标为推断',
  },
  corrected: {
    en: 'Corrected: {fields}. Everything that quotes the article says so from now on.',
    ru: 'Исправлено: {fields}. С этого момента так будет указано везде, где цитируется статья.',
    zh: '已更正：{fields}。今后引用此文之处都以此为准。',
  },
  nothingCorrected: {
    en: 'Nothing was changed.',
    ru: 'Ничего не изменено.',
    zh: '没有改动。',
  },
  removeTitle: { en: 'Remove an article', ru: 'Убрать статью', zh: '移除文章' },
  removeWhat: {
    en: 'It will not be found any more. Answers that quote it keep their words, and it can be added again.',
    ru: 'Статья больше не будет находиться. Ответы, где она цитируется, сохраняют свои слова; её можно добавить снова.',
    zh: '今后不再检索到此文。引用过它的回答保留原文；以后还可以重新收入。',
  },
  removed: {
    en: 'Removed: it is not found any more, and old answers keep their words.',
    ru: 'Убрано: статья больше не находится, прежние ответы сохраняют свои слова.',
    zh: '已移除：不再检索到此文，旧回答保留原文。',
  },
  restore: { en: 'Bring it back', ru: 'Вернуть', zh: '恢复' },
  restored: {
    en: 'It is back, and found again.',
    ru: 'Статья возвращена и снова находится.',
    zh: '已恢复，可以重新检索。',
  },
  eraseTitle: { en: 'Erase an article', ru: 'Стереть статью', zh: '删除文章' },
  eraseWhat: {
    en: 'This is for takedowns and can’t be undone. Its text, its record, all versions, stored quotes, vectors and index entries go. Buttons on old answers will say that it is withdrawn, and the same source can’t be added again. What I posted in channels stays there; delete those messages in Slack.',
    ru: 'Это для требований об удалении, отменить нельзя. Исчезнут текст, описание, все версии, сохранённые цитаты, векторы и записи индекса. Кнопки в старых ответах сообщат, что материал отозван; тот же источник добавить больше нельзя. Опубликованное мной в каналах остаётся: удалите эти сообщения в Slack.',
    zh: '此操作用于应要求撤稿，无法撤销。正文、著录、全部版本、保存的引文、向量和索引条目都会删除。旧回答的按钮会显示“已撤回”，同一来源不能再次收入。我已发到频道里的内容仍在，请在 Slack 中删除那些消息。',
  },
  eraseSure: {
    en: 'Yes, erase it for good',
    ru: 'Да, стереть навсегда',
    zh: '是的，永久删除',
  },
  eraseUnsure: {
    en: 'Tick the box if you are sure.',
    ru: 'Поставьте галочку, если вы уверены.',
    zh: '如果确定，请勾选。',
  },
  erasing: { en: 'Erasing…', ru: 'Стираю…', zh: '正在删除……' },
  erased: {
    en: 'Erased. Nothing of its words is kept, and its buttons say that it is withdrawn.',
    ru: 'Стёрто. От текста ничего не осталось, кнопки сообщают, что материал отозван.',
    zh: '已删除。没有保留任何文字，旧按钮会显示“已撤回”。',
  },
  inFolder: {
    en: 'Its file in a folder of the library is passed over from now on; take it out of the folder too.',
    ru: 'Её файл в папке библиотеки отныне пропускается; уберите его и из папки.',
    zh: '资料库文件夹中的文件今后会被跳过；请也从文件夹中删除。',
  },
  withdrawn: {
    en: 'This article was withdrawn from the library.',
    ru: 'Эта статья отозвана из библиотеки.',
    zh: '此文已撤出资料库。',
  },
  overtaken: {
    en: 'The article has changed since you opened this. Please open it again.',
    ru: 'Статья изменилась с тех пор, как вы её открыли. Откройте её ещё раз.',
    zh: '您打开之后，此文已有变动。请重新打开。',
  },
  gone: {
    en: 'The library no longer holds that article.',
    ru: 'Этой статьи в библиотеке больше нет.',
    zh: '资料库已没有这篇文章。',
  },
  away: {
    en: 'The database is away, so nothing was changed. Please try again in a minute.',
    ru: 'База данных недоступна, поэтому ничего не изменено. Попробуйте через минуту.',
    zh: '数据库不可用，没有做任何更改。请一分钟后再试。',
  },
  notForYou: { en: 'The library', ru: 'Библиотека', zh: '资料库' },
  history: { en: 'What was done to it', ru: 'Что с ней делали', zh: '变动记录' },
  byPerson: {
    en: '{day}: {deed} by {person}',
    ru: '{day}: {deed}, {person}',
    zh: '{day}：{person} {deed}',
  },
  byNobody: { en: '{day}: {deed}', ru: '{day}: {deed}', zh: '{day}：{deed}' },
  proposedDeed: { en: 'proposed', ru: 'предложена', zh: '提出' },
  discardedDeed: { en: 'discarded', ru: 'отклонена', zh: '放弃' },
  addedDeed: { en: 'added', ru: 'добавлена', zh: '收入' },
  correctedDeed: {
    en: 'corrected ({fields})',
    ru: 'исправлена ({fields})',
    zh: '更正（{fields}）',
  },
  replacedDeed: { en: 'replaced by a new version', ru: 'заменена новой версией', zh: '换为新版本' },
  removedDeed: { en: 'removed', ru: 'убрана', zh: '移除' },
  restoredDeed: { en: 'brought back', ru: 'возвращена', zh: '恢复' },
  erasedDeed: { en: 'erased', ru: 'стёрта', zh: '删除' },
} as const satisfies Topic;
