import type { Topic } from './message.ts';

/** What digests say of themselves, and what is said about them. */
export const digestTexts = {
  title: { en: 'Digest for {date}', ru: 'Дайджест на {date}', zh: '{date}摘编' },
  newsTitle: { en: 'New in the library', ru: 'Новое в библиотеке', zh: '资料库新到' },
  about: { en: 'About {topics}', ru: 'Темы: {topics}', zh: '主题：{topics}' },
  late: {
    en: 'Late: I was away, or Slack was. Sorry.',
    ru: 'С опозданием: не работал я или Slack. Извините.',
    zh: '迟到了：我或 Slack 曾中断。抱歉。',
  },
  further: { en: 'Also new', ru: 'Ещё новое', zh: '其他新文章' },
  elsewhere: {
    en: 'From the feeds, not in the library',
    ru: 'Из лент, в библиотеке этого нет',
    zh: '来自订阅源，未收入资料库',
  },
  moreLinks: {
    en: '… and {more, number} more',
    ru: '… и ещё {more, number}',
    zh: '……另有 {more, number} 条',
  },
  fromArchive: { en: 'From the archive', ru: 'Из архива', zh: '旧文选读' },
  again: {
    en: 'From the archive, once more',
    ru: 'Из архива, ещё раз',
    zh: '旧文重读',
  },
  inThread: {
    en: '{more, plural, one {# more} other {# more}} in the thread.',
    ru: 'В ветке ещё {more, number}.',
    zh: '消息列中另有 {more, number} 篇。',
  },
  moreNew: {
    en: '{more, plural, one {# more new article is} other {# more new articles are}} in the list of sources.',
    ru: 'Ещё {more, plural, one {# новая статья} few {# новые статьи} many {# новых статей} other {# новой статьи}} в списке источников.',
    zh: '另有 {more, number} 篇新文章，见来源列表。',
  },
  unanswered: {
    en: 'Asked here, without an answer in the library',
    ru: 'Здесь спрашивали, ответа в библиотеке нет',
    zh: '这里问过、资料库里没有答案的问题',
  },
  nextOne: {
    en: 'Next digest: {when}',
    ru: 'Следующий дайджест: {when}',
    zh: '下一期摘编：{when}',
  },
  pauseWeek: { en: 'Pause a week', ru: 'Пауза на неделю', zh: '暂停一周' },
  change: { en: 'Change', ru: 'Изменить', zh: '更改' },
  setUp: { en: 'Set up', ru: 'Настроить', zh: '设置' },
  openForm: { en: 'Open the form', ru: 'Открыть форму', zh: '打开表单' },

  stateOff: {
    en: 'The digest of this channel is off.',
    ru: 'Дайджест этого канала выключен.',
    zh: '本频道的摘编已关闭。',
  },
  stateOn: {
    en: 'The digest of this channel is on. The next one: {next}.',
    ru: 'Дайджест этого канала включён. Следующий: {next}.',
    zh: '本频道的摘编已开启。下一期：{next}。',
  },
  stateWatching: {
    en: 'I tell this channel when something new comes, at most once an hour.',
    ru: 'Я сообщаю этому каналу о новом, когда оно появляется, не чаще раза в час.',
    zh: '有新文章时我会告知本频道，每小时至多一次。',
  },
  statePaused: {
    en: 'The digest of this channel is paused until {date}. The next one: {next}.',
    ru: 'Дайджест этого канала приостановлен до {date}. Следующий: {next}.',
    zh: '本频道的摘编暂停至{date}。下一期：{next}。',
  },
  stateNone: {
    en: 'This channel gets no digest yet.',
    ru: 'У этого канала ещё нет дайджеста.',
    zh: '本频道尚无摘编。',
  },
  setUpInWords: {
    en: ' Set one up with the button, or in words: {example}',
    ru: ' Настройте его кнопкой или словами: {example}',
    zh: ' 请用按钮设置，或直接写：{example}',
  },
  settings: {
    en: '{when}, {topics}. At most {passages, plural, one {# passage is} other {# passages are}} quoted. {archive}',
    ru: '{when}, {topics}. Цитат: не более {passages, number}. {archive}',
    zh: '{when}，{topics}。至多引用 {passages, number} 段。{archive}',
  },
  atTimes: {
    en: '{days} at {time} ({zone})',
    ru: '{days} в {time} ({zone})',
    zh: '{days} {time}（{zone}）',
  },
  onNews: {
    en: 'When something new comes, at most once an hour',
    ru: 'Когда появляется новое, не чаще раза в час',
    zh: '有新文章时，每小时至多一次',
  },
  aboutEverything: { en: 'about everything', ru: 'обо всём', zh: '所有主题' },
  aboutTopics: { en: 'about {topics}', ru: 'темы: {topics}', zh: '主题：{topics}' },
  newsOnly: {
    en: 'It comes when there is something new.',
    ru: 'Приходит, когда есть новое.',
    zh: '有新内容时才发送。',
  },
  archiveToo: {
    en: 'It also quotes old articles from the archive.',
    ru: 'Цитируются и старые статьи из архива.',
    zh: '也引用旧文。',
  },
  everyDay: { en: 'Every day', ru: 'Каждый день', zh: '每天' },
  weekdays: { en: 'Monday to Friday', ru: 'С понедельника по пятницу', zh: '周一至周五' },
  unmatched: {
    en: 'Nothing in the library is about {topics} yet.',
    ru: 'В библиотеке пока ничего нет на темы: {topics}.',
    zh: '资料库里暂无相关内容：{topics}。',
  },
  quoted: { en: '“{words}”', ru: '«{words}»', zh: '“{words}”' },

  lastChanges: { en: 'Changes', ru: 'Изменения', zh: '更改记录' },
  lastDigests: { en: 'Last digests', ru: 'Последние дайджесты', zh: '最近几期' },
  changeLine: {
    en: '{when}: {person} {what}',
    ru: '{when}: {person}: {what}',
    zh: '{when}：{person}：{what}',
  },
  somebody: { en: 'somebody', ru: 'кто-то', zh: '某人' },
  switchedOn: {
    en: 'switched it on. {settings}',
    ru: 'включено. {settings}',
    zh: '开启。{settings}',
  },
  changed: { en: 'changed it. {settings}', ru: 'изменено. {settings}', zh: '更改。{settings}' },
  unchanged: { en: 'confirmed it unchanged', ru: 'оставлено без изменений', zh: '确认不变' },
  paused: { en: 'paused it until {date}', ru: 'приостановлено до {date}', zh: '暂停至{date}' },
  resumed: { en: 'resumed it', ru: 'возобновлено', zh: '恢复' },
  switchedOff: { en: 'switched it off', ru: 'выключено', zh: '关闭' },
  announced: {
    en: 'About this channel’s digest: {person} {what}',
    ru: 'О дайджесте этого канала: {person}: {what}',
    zh: '关于本频道的摘编：{person} {what}',
  },

  runAtOnce: {
    en: '{when}, at once: {outcome}',
    ru: '{when}, сразу: {outcome}',
    zh: '{when}，立即：{outcome}',
  },
  run: { en: '{when}: {outcome}', ru: '{when}: {outcome}', zh: '{when}：{outcome}' },
  because: { en: '{outcome} ({reason})', ru: '{outcome} ({reason})', zh: '{outcome}（{reason}）' },
  waiting: { en: 'waits to be posted', ru: 'ждёт отправки', zh: '等待发送' },
  posted: { en: 'posted', ru: 'отправлен', zh: '已发送' },
  empty: {
    en: 'nothing new, so nothing was posted',
    ru: 'ничего нового, поэтому не отправлен',
    zh: '没有新内容，未发送',
  },
  failed: { en: 'failed', ru: 'не удался', zh: '失败' },
  missed: {
    en: 'left out; the next one covered it',
    ru: 'пропущен; его заменил следующий',
    zh: '略过，由下一期补上',
  },
  dropped: {
    en: 'not posted: paused or switched off',
    ru: 'не отправлен: приостановлен или выключен',
    zh: '未发送：已暂停或关闭',
  },

  noneOn: {
    en: 'No channel gets digests.',
    ru: 'Дайджестов нет ни у одного канала.',
    zh: '没有频道订阅摘编。',
  },
  channelsOn: {
    en: '{channels, plural, one {# channel} other {# channels}} with digests.',
    ru: 'Каналов с дайджестами: {channels, number}.',
    zh: '有 {channels, number} 个频道订阅摘编。',
  },
  channelsOnLast: {
    en: '{channels, plural, one {# channel} other {# channels}} with digests; the last ones: {outcomes}.',
    ru: 'Каналов с дайджестами: {channels, number}; последние: {outcomes}.',
    zh: '有 {channels, number} 个频道订阅摘编；最近一期：{outcomes}。',
  },
  countPosted: {
    en: '{n, number} posted',
    ru: 'отправлено: {n, number}',
    zh: '已发送 {n, number}',
  },
  countEmpty: {
    en: '{n, number} with nothing new',
    ru: 'без нового: {n, number}',
    zh: '无新内容 {n, number}',
  },
  countWaiting: {
    en: '{n, number} on the way',
    ru: 'в пути: {n, number}',
    zh: '发送中 {n, number}',
  },
  countFailed: { en: '{n, number} failed', ru: 'не удалось: {n, number}', zh: '失败 {n, number}' },
  ownFailed: {
    en: 'A digest that you set up failed: {reason}.',
    ru: 'Дайджест, который вы настроили, не удался: {reason}.',
    zh: '您设置的摘编发送失败：{reason}。',
  },

  noDigest: {
    en: 'There is no digest in this channel yet. {word} sets one up.',
    ru: 'В этом канале ещё нет дайджеста. Его настраивает {word}.',
    zh: '本频道尚无摘编。用 {word} 设置。',
  },
  noZone: {
    en: 'I can’t see your time zone. Name it, such as {example}.',
    ru: 'Мне не виден ваш часовой пояс. Назовите его, например: {example}.',
    zh: '我看不到您的时区。请写明，例如 {example}。',
  },
  pauseTooLong: {
    en: 'The pause has to end after today ({today}) and within a year.',
    ru: 'Пауза должна закончиться позже сегодняшнего дня ({today}) и в пределах года.',
    zh: '暂停须在今天（{today}）之后、一年之内结束。',
  },
  previewEmpty: {
    en: 'A preview: there is nothing new at the moment, so nothing would be posted.',
    ru: 'Предпросмотр: сейчас нового нет, поэтому ничего не было бы отправлено.',
    zh: '预览：目前没有新内容，不会发送。',
  },
  preview: {
    en: 'A preview: this is what a digest would say now. Nothing was posted.',
    ru: 'Предпросмотр: так выглядел бы дайджест сейчас. Ничего не отправлено.',
    zh: '预览：现在的摘编会是这样。未发送任何内容。',
  },
  previewHint: {
    en: '{preview} shows what it would say now; only you see that.',
    ru: '{preview} покажет, как он выглядел бы сейчас; это увидите только вы.',
    zh: '{preview} 显示现在的摘编内容，仅您可见。',
  },
  statusHint: {
    en: '{status} shows the last digests.',
    ru: '{status} покажет последние дайджесты.',
    zh: '{status} 显示最近几期摘编。',
  },
  archiveHint: {
    en: '{archive} shows passages of old articles.',
    ru: '{archive} покажет отрывки из старых статей.',
    zh: '{archive} 显示旧文段落。',
  },
  nonePosted: {
    en: 'This channel gets no digest yet, so there is none to post.',
    ru: 'У этого канала ещё нет дайджеста, отправлять нечего.',
    zh: '本频道尚无摘编，无可发送。',
  },
  nowPosted: { en: 'The digest is posted.', ru: 'Дайджест отправлен.', zh: '摘编已发送。' },
  nowEmpty: {
    en: 'There is nothing new, so I posted nothing.',
    ru: 'Нового нет, поэтому я ничего не отправил.',
    zh: '没有新内容，我未发送。',
  },
  nowFailed: {
    en: 'The digest failed: {reason}.',
    ru: 'Дайджест не удался: {reason}.',
    zh: '摘编发送失败：{reason}。',
  },
  nowWaiting: {
    en: 'The digest could not be posted yet: {reason}. I try again for an hour.',
    ru: 'Дайджест пока не удалось отправить: {reason}. Буду пробовать ещё час.',
    zh: '摘编暂未发出：{reason}。我会在一小时内重试。',
  },
  nowOnTheWay: { en: 'The digest is on its way.', ru: 'Дайджест в пути.', zh: '摘编正在发送。' },
  inviteMe: {
    en: 'I am not in this channel yet, so I can’t post. Type /invite and my name here; the digest waits for that.',
    ru: 'Меня ещё нет в этом канале, поэтому я не могу писать. Введите здесь /invite и моё имя; дайджест этого ждёт.',
    zh: '我还不在本频道，无法发送。请在此输入 /invite 和我的名字，摘编会等到那时。',
  },
  cannotPost: {
    en: 'I can’t post here yet: {reason}.',
    ru: 'Я пока не могу здесь писать: {reason}.',
    zh: '我暂时无法在此发送：{reason}。',
  },
  youCanWrite: { en: 'You can write:', ru: 'Можно написать:', zh: '可以这样写：' },
  nothingChanged: {
    en: 'Nothing was changed.',
    ru: 'Ничего не изменено.',
    zh: '未作任何更改。',
  },
  notPosted: {
    en: 'The digest of {when} could not be posted: {reason}. {outlook}',
    ru: 'Дайджест за {when} не удалось отправить: {reason}. {outlook}',
    zh: '{when}的摘编无法发送：{reason}。{outlook}',
  },
  tryUntil: {
    en: 'I try again until {when}.',
    ru: 'Буду пробовать до {when}.',
    zh: '我会重试到{when}。',
  },
  gaveUp: {
    en: 'I have given this one up; the next one covers it.',
    ru: 'От этого я отказался; его заменит следующий.',
    zh: '这一期已放弃，由下一期补上。',
  },
  thereMore: {
    en: ' There, {status} tells more, and {off} ends it.',
    ru: ' Там {status} расскажет больше, а {off} отключит.',
    zh: ' 在那里，{status} 显示详情，{off} 则关闭。',
  },

  modalTitle: { en: 'Digest', ru: 'Дайджест', zh: '摘编' },
  save: { en: 'Save', ru: 'Сохранить', zh: '保存' },
  cancel: { en: 'Cancel', ru: 'Отмена', zh: '取消' },
  formFor: { en: 'For {place}. {state}', ru: 'Для {place}. {state}', zh: '{place}。{state}' },
  ourConversation: { en: 'our conversation', ru: 'нашей беседы', zh: '我们的对话' },
  formUnread: {
    en: 'I filled in what I understood, and changed nothing yet.',
    ru: 'Я заполнил то, что понял, и пока ничего не менял.',
    zh: '我填入了读懂的部分，尚未作任何更改。',
  },
  inputStatus: { en: 'Digest', ru: 'Дайджест', zh: '摘编' },
  on: { en: 'On', ru: 'Вкл.', zh: '开' },
  off: { en: 'Off', ru: 'Выкл.', zh: '关' },
  inputRhythm: { en: 'It comes', ru: 'Приходит', zh: '发送时机' },
  rhythmTimes: {
    en: 'On the days and at the time below, if there is something new',
    ru: 'В указанные ниже дни и время, если есть новое',
    zh: '在下列日期和时间，有新内容时',
  },
  rhythmNews: {
    en: 'When something new comes, at most once an hour',
    ru: 'Когда появляется новое, не чаще раза в час',
    zh: '一有新文章就发，每小时至多一次',
  },
  inputTime: { en: 'Local time', ru: 'Местное время', zh: '当地时间' },
  inputZone: { en: 'Time zone', ru: 'Часовой пояс', zh: '时区' },
  zonePlaceholder: { en: 'Type a city', ru: 'Введите город', zh: '输入城市' },
  inputDays: { en: 'Days', ru: 'Дни', zh: '日期' },
  inputTopics: { en: 'About', ru: 'Темы', zh: '主题' },
  topicsHint: {
    en: 'Words, phrases and filters as in questions; commas between topics. Empty: everything.',
    ru: 'Слова, фразы и фильтры, как в вопросах; темы через запятую. Пусто: обо всём.',
    zh: '可用词语、短语和筛选条件，与提问相同；主题之间用逗号分隔。留空：所有主题。',
  },
  inputPassages: { en: 'Passages, at most', ru: 'Цитат, не более', zh: '引用段落上限' },
  inputArchive: { en: 'Old articles', ru: 'Старые статьи', zh: '旧文' },
  archiveOption: {
    en: 'Also quote old articles, from the archive',
    ru: 'Цитировать и старые статьи из архива',
    zh: '也引用旧文',
  },
  notSaved: {
    en: 'I could not save this: my database is away. Please try again in a minute.',
    ru: 'Не удалось сохранить: база данных недоступна. Попробуйте через минуту.',
    zh: '未能保存：数据库暂不可用。请一分钟后再试。',
  },
  saving: {
    en: 'My database is slow. This window will say what became of the change.',
    ru: 'База данных отвечает медленно. Это окно сообщит, что стало с изменением.',
    zh: '数据库响应缓慢。本窗口稍后会显示结果。',
  },
  chooseDay: {
    en: 'Choose one weekday at least.',
    ru: 'Выберите хотя бы один день недели.',
    zh: '请至少选择一天。',
  },
  chooseFromList: {
    en: 'Choose from the list.',
    ru: 'Выберите из списка.',
    zh: '请从列表中选择。',
  },
} as const satisfies Topic;
