import type { Topic } from './message.ts';

/** What is said of articles that people want to add: the card, what is done with it, and why there is none. */
export const additionTexts = {
  proposes: {
    en: '{person} would like to add this to the library.',
    ru: '{person} предлагает добавить это в библиотеку.',
    zh: '{person} 想把这篇收入资料库。',
  },
  proposesVersion: {
    en: '{person} has found other words of an article that the library holds ({id}).',
    ru: '{person} предлагает новый текст статьи, которая уже есть в библиотеке ({id}).',
    zh: '{person} 找到了资料库已有文章（{id}）的另一个文本。',
  },
  somebody: { en: 'Somebody', ru: 'Кто-то', zh: '有人' },
  fallback: {
    en: 'To add to the library: {title}',
    ru: 'Добавить в библиотеку: {title}',
    zh: '待收入资料库：{title}',
  },
  read: {
    en: '{paragraphs, plural, one {# paragraph} other {# paragraphs}} from {name}.',
    ru: 'Из {name}: {paragraphs, plural, one {# абзац} few {# абзаца} many {# абзацев} other {# абзаца}}.',
    zh: '取自 {name}，共 {paragraphs, number} 段。',
  },
  title: { en: 'Title', ru: 'Заглавие', zh: '标题' },
  titleRomanised: {
    en: 'Title in Latin letters',
    ru: 'Заглавие латиницей',
    zh: '标题（拉丁字母）',
  },
  titleTranslated: { en: 'Title in English', ru: 'Заглавие по-английски', zh: '标题（英文）' },
  authors: { en: 'Authors', ru: 'Авторы', zh: '作者' },
  authorsRomanised: {
    en: 'Authors in Latin letters',
    ru: 'Авторы латиницей',
    zh: '作者（拉丁字母）',
  },
  organisations: {
    en: 'Organisations among them',
    ru: 'Из них организации',
    zh: '其中的机构',
  },
  publisher: { en: 'Publisher', ru: 'Издание', zh: '出版方' },
  published: { en: 'Date', ru: 'Дата', zh: '日期' },
  url: { en: 'Address', ru: 'Адрес', zh: '网址' },
  language: { en: 'Language', ru: 'Язык', zh: '语言' },
  text: { en: 'Text', ru: 'Текст', zh: '文本' },
  original: { en: 'the publisher’s own words', ru: 'слова издания', zh: '原文' },
  brief: { en: 'our retelling', ru: 'наш пересказ', zh: '我们的转述' },
  unknown: { en: 'unknown', ru: 'неизвестно', zh: '不详' },
  lookOver: {
    en: 'please look this over',
    ru: 'просьба проверить',
    zh: '请核对',
  },
  begins: { en: 'It begins', ru: 'Начало', zh: '开头' },
  ends: { en: 'It ends', ru: 'Конец', zh: '结尾' },
  leftOut: {
    en: '{pieces, plural, one {# piece was} other {# pieces were}} left out or moved into the record:',
    ru: '{pieces, plural, one {Пропущен или перенесён в описание # фрагмент} few {Пропущены или перенесены в описание # фрагмента} many {Пропущено или перенесено в описание # фрагментов} other {Пропущено или перенесено в описание # фрагмента}}:',
    zh: '略去或移入著录的片段（{pieces, number}）：',
  },
  nothingLeftOut: {
    en: 'Nothing was left out.',
    ru: 'Ничего не пропущено.',
    zh: '没有略去任何内容。',
  },
  muchLeftOut: {
    en: 'More than a tenth of its letters were left out; please look that over.',
    ru: 'Пропущено больше десятой части текста; просьба проверить.',
    zh: '略去的内容超过十分之一，请核对。',
  },
  inBrackets: {
    en: 'What stands in brackets was deduced.',
    ru: 'В скобках — то, что определено по косвенным признакам.',
    zh: '方括号内为推断所得。',
  },
  changed: {
    en: 'Of its paragraphs {kept, number} stay as they are, {added, number} are new and {gone, number} are gone. The record stays as it is; answers that quote the old words keep them.',
    ru: 'Абзацев без изменений: {kept, number}, новых: {added, number}, исчезло: {gone, number}. Описание остаётся прежним; ответы, где цитируется старый текст, его сохраняют.',
    zh: '段落不变 {kept, number}，新增 {added, number}，消失 {gone, number}。著录不变；引用旧文的回答保留原来的文字。',
  },
  newWords: { en: 'New', ru: 'Новое', zh: '新增' },
  goneWords: { en: 'Gone', ru: 'Исчезло', zh: '消失' },
  accept: { en: 'Accept', ru: 'Принять', zh: '收入' },
  correct: { en: 'Correct', ru: 'Исправить', zh: '更正' },
  discard: { en: 'Discard', ru: 'Отклонить', zh: '放弃' },
  forLibrarians: {
    en: 'Only librarians can use these buttons: {people}.',
    ru: 'Этими кнопками могут пользоваться только библиотекари: {people}.',
    zh: '这些按钮只有资料管理员能用：{people}。',
  },
  forMembers: {
    en: 'Full members of this workspace can use these buttons.',
    ru: 'Этими кнопками могут пользоваться полноправные участники рабочего пространства.',
    zh: '工作区的正式成员都能用这些按钮。',
  },
  librariansOnly: {
    en: 'Only librarians change the library: {people}. Please ask one of them.',
    ru: 'Библиотеку меняют только библиотекари: {people}. Обратитесь к одному из них.',
    zh: '只有资料管理员能更改资料库：{people}。请与他们联系。',
  },
  membersOnly: {
    en: 'Only full members of this workspace change the library. Please ask one of them.',
    ru: 'Библиотеку меняют только полноправные участники рабочего пространства. Обратитесь к одному из них.',
    zh: '只有工作区的正式成员能更改资料库。请与他们联系。',
  },
  unread: {
    en: 'The message names {more, plural, one {# more} other {# more}}, which I have not read: at most {max, number} at once.',
    ru: 'В сообщении есть ещё {more, plural, one {#} few {#} many {#} other {#}}; их я не читал: за раз не больше {max, number}.',
    zh: '消息里还有 {more, number} 项没有读：一次最多 {max, number} 项。',
  },
  refused: {
    en: 'I did not add {name}: {problem}.',
    ru: '{name}: не добавлено. Причина: {problem}.',
    zh: '没有收入 {name}：{problem}。',
  },
  held: {
    en: '{name} is here already, as {article}.',
    ru: '{name}: это уже есть в библиотеке, {article}.',
    zh: '{name} 已在资料库中：{article}。',
  },
  nearlyHeld: {
    en: '{name} is here already, {percent, number} % word for word, as {article}.',
    ru: '{name}: это уже есть в библиотеке, на {percent, number} % слово в слово, {article}.',
    zh: '{name} 已在资料库中（{percent, number}% 逐字相同）：{article}。',
  },
  withdrawn: {
    en: '{name} was withdrawn from the library for good, so it can’t be added again.',
    ru: '{name}: материал навсегда отозван из библиотеки, добавить его снова нельзя.',
    zh: '{name} 已永久撤出资料库，不能再次收入。',
  },
  accepted: {
    en: '{person} added this to the library as {id}.',
    ru: '{person}: добавлено в библиотеку под кодом {id}.',
    zh: '{person} 已将其收入资料库，编号 {id}。',
  },
  acceptedVersion: {
    en: '{person} made this the new version of {id}.',
    ru: '{person}: это теперь новая версия {id}.',
    zh: '{person} 已将其设为 {id} 的新版本。',
  },
  discarded: {
    en: '{person} discarded this; nothing of it is kept.',
    ru: '{person}: отклонено, ничего не сохранено.',
    zh: '{person} 已放弃这一篇，没有保留任何内容。',
  },
  settled: {
    en: 'This was settled before.',
    ru: 'Это уже решено.',
    zh: '这一篇此前已处理。',
  },
  proposedBy: {
    en: 'Proposed by {person}.',
    ru: 'Предложение: {person}.',
    zh: '由 {person} 提出。',
  },
  overtaken: {
    en: 'The library’s article has changed since this card was made. Please add it again.',
    ru: 'Статья в библиотеке с тех пор изменилась. Добавьте материал ещё раз.',
    zh: '卡片生成之后，资料库中的文章已有变动。请重新添加。',
  },
  noFilesScope: {
    en: 'Slack does not give me files: the app lacks the scope {scope}, which whoever runs me can add ({command}, then install the app again). Links work',
    ru: 'Slack не даёт мне файлов: у приложения нет права {scope}; его добавит тот, кто меня обслуживает ({command}, затем установить приложение заново). Ссылки работают',
    zh: 'Slack 不向我提供文件：应用缺少 {scope} 权限，可由我的管理者添加（运行 {command} 后重新安装应用）。链接可以使用',
  },
  fileGone: {
    en: 'Slack has no such file for me; it was deleted, or I am not where it was shared. Share it here again',
    ru: 'Slack не находит для меня этого файла: он удалён или меня нет там, где им поделились. Отправьте его сюда ещё раз',
    zh: 'Slack 找不到这个文件：可能已删除，或者我不在分享它的地方。请在这里重新分享',
  },
  fileElsewhere: {
    en: 'it is kept outside of Slack ({where}); download it, and share the file itself',
    ru: 'он хранится вне Slack ({where}); скачайте его и отправьте сам файл',
    zh: '它保存在 Slack 之外（{where}）；请下载后直接分享文件',
  },
  fileRefused: {
    en: 'Slack does not let me look at it ({code}). Try again later',
    ru: 'Slack не даёт мне его открыть ({code}). Попробуйте позже',
    zh: 'Slack 不允许我查看（{code}）。请稍后再试',
  },
  nothingInMessage: {
    en: 'That message has no link and no file that I could add.',
    ru: 'В этом сообщении нет ни ссылки, ни файла, которые можно добавить.',
    zh: '那条消息里没有可以添加的链接或文件。',
  },
  reading: {
    en: 'is reading {name}…',
    ru: 'читает {name}…',
    zh: '正在读取 {name}……',
  },
  readingPage: {
    en: 'is reading {name}: page {page, number} of {pages, number}…',
    ru: 'читает {name}: страница {page, number} из {pages, number}…',
    zh: '正在读取 {name}：第 {page, number} 页，共 {pages, number} 页……',
  },
  takesTime: {
    en: 'I am reading {name}; that may take a minute or two. The card comes here.',
    ru: 'Читаю {name}; это может занять минуту-две. Карточка появится здесь.',
    zh: '正在读取 {name}，可能需要一两分钟。卡片会出现在这里。',
  },
  givenUp: {
    en: 'What you wanted to add ({name}) could not be dealt with: {reason}. Please try again.',
    ru: 'С тем, что вы хотели добавить ({name}), не получилось: {reason}. Попробуйте ещё раз.',
    zh: '您想添加的内容（{name}）没能处理：{reason}。请再试一次。',
  },
  waitsForYou: {
    en: '{person} would like to add {name} to the library, in a conversation that you don’t see. It waits for you on my Home tab.',
    ru: '{person} предлагает добавить {name} в библиотеку, но в беседе, которой вы не видите. Предложение ждёт вас на вкладке «Главная».',
    zh: '{person} 在您看不到的对话里提议收入 {name}。请到我的主页标签中处理。',
  },
  waitsForLibrarians: {
    en: 'It waits on the Home tab of the librarians: {people}.',
    ru: 'Предложение ждёт на вкладке «Главная» у библиотекарей: {people}.',
    zh: '这一提议在资料管理员的主页标签中等待处理：{people}。',
  },
  waiting: { en: 'Waiting to be accepted', ru: 'Ждут решения', zh: '等待收入' },
  look: { en: 'Look at it', ru: 'Посмотреть', zh: '查看' },
  newArticle: { en: 'New article', ru: 'Новая статья', zh: '新文章' },
  lastAdded: { en: 'Articles added last', ru: 'Добавлены последними', zh: '最近收入' },
  tooOld: {
    en: 'That is no longer waiting, or the database is away. Please add it again.',
    ru: 'Это больше не ждёт решения, или база данных недоступна. Добавьте материал ещё раз.',
    zh: '这一项已不在等待，或数据库不可用。请重新添加。',
  },
} as const satisfies Topic;
