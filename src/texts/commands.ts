import type { Topic } from './message.ts';

/** What is said of the bot itself: greetings, help, and the replies to commands that are no questions. */
export const commandTexts = {
  thanked: {
    en: 'You are welcome. Ask again whenever you like.',
    ru: 'Пожалуйста. Спрашивайте ещё.',
    zh: '不客气，欢迎随时再问。',
  },
  greeting: {
    en: 'Hello! Ask me what the library says, and I quote the passages with their sources.',
    ru: 'Здравствуйте! Спросите, что говорится в библиотеке, и я приведу цитаты с источниками.',
    zh: '您好！想知道资料库里怎么说，尽管问我，我会给出原文和出处。',
  },
  forExample: {
    en: '\nFor example {question} or {timeline}.',
    ru: '\nНапример: {question} или {timeline}.',
    zh: '\n例如：{question} 或 {timeline}。',
  },
  sampleQuestion: {
    en: 'why does China object to THAAD?',
    ru: 'почему Китай против THAAD?',
    zh: '为什么中国反对萨德？',
  },
  sampleTimeline: {
    en: 'timeline gas pipeline',
    ru: 'timeline газопровод',
    zh: 'timeline 天然气管道',
  },
  loaded: {
    en: 'The library is loaded: {articles, plural, one {# article} other {# articles}} with {paragraphs, plural, one {# paragraph} other {# paragraphs}}.',
    ru: 'Библиотека загружена: {articles, plural, one {# статья} few {# статьи} many {# статей} other {# статьи}}, {paragraphs, plural, one {# абзац} few {# абзаца} many {# абзацев} other {# абзаца}}.',
    zh: '资料库已载入：{articles, number} 篇文章，{paragraphs, number} 个段落。',
  },
  leftOut: {
    en: '\nWhat could not be read, and was left out:',
    ru: '\nНе удалось прочитать и пришлось пропустить:',
    zh: '\n无法读取、因此未收入的文件：',
  },
  andMore: {
    en: '\n… and {more, number} more',
    ru: '\n… и ещё {more, number}',
    zh: '\n……另有 {more, number} 项',
  },
  needsQuestion: {
    en: '“{word}” needs a question, for example {example}. To look for the word itself: {ask}.',
    ru: 'После «{word}» нужен вопрос, например: {example}. Чтобы найти само это слово: {ask}.',
    zh: '“{word}”后面要写问题，例如：{example}。要查找这个词本身：{ask}。',
  },
  needsQuotation: {
    en: '“{word}” needs a quotation, for example {example}. To look for the word itself: {ask}.',
    ru: 'После «{word}» нужна цитата, например: {example}. Чтобы найти само это слово: {ask}.',
    zh: '“{word}”后面要写引文，例如：{example}。要查找这个词本身：{ask}。',
  },
  needsArticle: {
    en: '“{word}” needs the id of an article, for example {example}. To look for the word itself: {ask}.',
    ru: 'После «{word}» нужен код статьи, например: {example}. Чтобы найти само это слово: {ask}.',
    zh: '“{word}”后面要写文章编号，例如：{example}。要查找这个词本身：{ask}。',
  },
  needsLink: {
    en: '“{word}” needs a link, for example {example}; or share a file with me and mention me. To look for the word itself: {ask}.',
    ru: 'После «{word}» нужна ссылка, например: {example}; или отправьте файл и упомяните меня. Чтобы найти само это слово: {ask}.',
    zh: '“{word}”后面要写链接，例如：{example}；也可以分享文件并提及我。要查找这个词本身：{ask}。',
  },
  add: {
    en: 'reads a page for the library; files: share them with me and mention me',
    ru: 'прочитать страницу для библиотеки; файлы — отправьте их и упомяните меня',
    zh: '读取网页收入资料库；文件请分享并提及我',
  },
  sampleVerify: {
    en: 'verify "the words in question" — Name',
    ru: 'verify «проверяемые слова» — Имя',
    zh: 'verify “要核对的话”——姓名',
  },
  quietNeedsThread: {
    en: 'That works in a thread: mention me there with "mute" or "unmute".',
    ru: 'Это работает в ветке: упомяните меня там со словом mute или unmute.',
    zh: '这个命令要在消息列里用：请在那里提及我，并写 mute 或 unmute。',
  },
  quiet: {
    en: 'I keep quiet in this thread now. Mention me when you want to ask something.',
    ru: 'В этой ветке я теперь молчу. Упомяните меня, если захотите спросить.',
    zh: '我在这个消息列里不再发言。想提问时请提及我。',
  },
  back: {
    en: 'I am back in this thread.',
    ru: 'Я снова отвечаю в этой ветке.',
    zh: '我又在这个消息列里了。',
  },
  forgotten: {
    en: 'Forgotten: {questions, plural, one {# question} other {# questions}} of yours, with the answers and your verdicts on them. What I posted in channels stays there, and so do their digests; the person who set up one that is on is still told when it fails.',
    ru: 'Удалено: {questions, plural, one {# ваш вопрос} few {# ваших вопроса} many {# ваших вопросов} other {# вашего вопроса}} вместе с ответами и вашими оценками. Опубликованное в каналах остаётся там, дайджесты тоже; кто настроил действующий дайджест, по-прежнему узнает о сбое.',
    zh: '已删除：您提过的 {questions, number} 个问题，连同回答和您的评价。我在频道里发过的内容和频道的摘编不受影响；仍在推送的摘编如果出错，设置它的人还会收到通知。',
  },
  helpFallback: {
    en: "I find passages in the team's library of articles, originals word for word and briefs as such, each with a citation. Try {example}, or mention me in a channel.",
    ru: 'Я нахожу цитаты в библиотеке статей вашей команды: оригиналы — дословно, пересказы — с пометкой, всё с указанием источника. Попробуйте {example} или упомяните меня в канале.',
    zh: '我在团队的资料库里查找原文：原文逐字引用，转述会注明，每条都附出处。试试 {example}，或在频道里提及我。',
  },
  findsPassage: { en: 'I find the passage. ', ru: 'Я нахожу цитату. ', zh: '我负责找到原文。' },
  helpIntro: {
    en: "I quote the originals of the team's library word for word; of other articles I show our briefs, and say so. Each has a citation that you can check. I make nothing up: when the library has nothing, I tell you.\n",
    ru: 'Оригиналы из библиотеки команды я цитирую дословно, для остальных статей привожу наши пересказы и помечаю это. У каждой цитаты указан источник, который можно проверить. Я ничего не выдумываю: если в библиотеке чего-то нет, так и скажу.\n',
    zh: '团队资料库里有原文的，我逐字引用；其他文章给出我们的转述，并会注明。每条都附可以核对的出处。我不编造内容：资料库里没有，我就直说。\n',
  },
  ask: { en: 'Ask\n', ru: 'Спросить\n', zh: '提问\n' },
  onlyYouSee: {
    en: 'only you see the answer',
    ru: 'ответ увидите только вы',
    zh: '回答只有您能看到',
  },
  mentionMe: {
    en: '@mention me with a question',
    ru: '@упомяните меня с вопросом',
    zh: '@提及我并提问',
  },
  inThread: {
    en: 'in a channel or thread: I answer in the thread, and follow-ups work',
    ru: 'в канале или ветке: отвечу в ветке, можно уточнять',
    zh: '在频道或消息列里：我在消息列里回答，可以追问',
  },
  directMessage: { en: 'a direct message', ru: 'личное сообщение', zh: '私信' },
  justType: { en: 'just type', ru: 'просто напишите', zh: '直接输入就行' },
  narrow: {
    en: 'Narrow down, inside any question\n',
    ru: 'Уточнить прямо в вопросе\n',
    zh: '在任何问题里缩小范围\n',
  },
  exactPhrase: { en: 'this exact phrase', ru: 'именно эти слова подряд', zh: '必须原样出现' },
  withoutWord: { en: 'without this word', ru: 'без этого слова', zh: '不含这个词' },
  byName: {
    en: 'by part of a name',
    ru: 'по части имени или названия',
    zh: '按姓名或名称的一部分',
  },
  byTime: {
    en: 'published before or after that year, month or day',
    ru: 'опубликовано до или после этого года, месяца или дня',
    zh: '发表于该年、月或日之前或之后',
  },
  byText: {
    en: "the publisher's own text, or our retelling of it",
    ru: 'текст издания или наш пересказ',
    zh: '出版方的原文，或我们的转述',
  },
  byLanguage: {
    en: 'only articles in that language',
    ru: 'только статьи на этом языке',
    zh: '只看该语言的文章',
  },
  more: { en: 'More\n', ru: 'Ещё\n', zh: '更多\n' },
  timeline: {
    en: 'its passages by date; timeline newest reverses the order',
    ru: 'цитаты по датам; timeline newest — в обратном порядке',
    zh: '按日期排列相关段落；timeline newest 为倒序',
  },
  verify: {
    en: 'whether the library has these words, and from whom',
    ru: 'есть ли эти слова в библиотеке и чьи они',
    zh: '资料库里有没有这句话，是谁说的',
  },
  sources: { en: 'the articles of the library', ru: 'статьи библиотеки', zh: '资料库的文章' },
  article: {
    en: 'one article: its record and its parts',
    ru: 'одна статья: описание и разделы',
    zh: '一篇文章：著录信息和各部分',
  },
  feeds: {
    en: 'the feeds that bring articles; feed add follows one more',
    ru: 'ленты, из которых приходят статьи; feed add добавит ещё одну',
    zh: '为资料库提供文章的订阅源；feed add 可添加',
  },
  digest: {
    en: 'tells this channel what is new, by a timetable or as it comes; digest preview shows it',
    ru: 'сообщает этому каналу о новом, по расписанию или сразу; digest preview покажет образец',
    zh: '向本频道通报新文章，定时或即时；digest preview 可预览',
  },
  status: {
    en: 'what the library holds, and what of it could not be read',
    ru: 'что есть в библиотеке и что не удалось прочитать',
    zh: '资料库的内容，以及无法读取的文件',
  },
  forget: { en: 'removes what you have asked', ru: 'удаляет ваши вопросы', zh: '删除您提过的问题' },
  askWord: {
    en: 'asks even a word that is a command',
    ru: 'спросить слово, которое служит командой',
    zh: '查找与命令同名的词',
  },
} as const satisfies Topic;
