import type { Message, Saying, Topic } from './message.ts';

const browserRu =
  'сохраните страницу из браузера или напечатайте её в PDF и отправьте сюда этот файл';
const browserZh = '请从浏览器保存该网页，或打印成 PDF，再把文件发到这里';
const browserEn = 'save the page from your browser, or print it as PDF, and import that file';

/**
 * Why something can't be read for the library, as the part of a sentence. In English they are what the
 * import says, word for word; the terminal and the store have them so.
 */
export const reasonTexts = {
  empty: { en: 'it is empty', ru: 'там пусто', zh: '它是空的' },
  httpOnly: {
    en: 'only http and https addresses are fetched',
    ru: 'читаются только адреса http и https',
    zh: '只读取 http 和 https 地址',
  },
  credentials: {
    en: 'it holds a name or password; take it out',
    ru: 'в адресе есть имя или пароль; уберите их',
    zh: '地址里含有用户名或密码，请去掉',
  },
  port: {
    en: 'port {port} is not fetched, only 80 and 443',
    ru: 'порт {port} не читается, только 80 и 443',
    zh: '不读取端口 {port}，只读取 80 和 443',
  },
  own: {
    en: 'it is an address of this bot',
    ru: 'это адрес самого бота',
    zh: '这是机器人自己的地址',
  },
  notPublic: {
    en: 'it leads to a network that is not public; save the page, and import the file',
    ru: 'адрес ведёт в закрытую сеть; сохраните страницу и отправьте файл',
    zh: '该地址指向非公开网络；请保存网页并发送文件',
  },
  noAddress: { en: 'it is no address', ru: 'это не адрес', zh: '这不是网址' },
  redirects: {
    en: 'it leads on more than {times} times',
    ru: 'адрес перенаправляет более {times} раз',
    zh: '该地址跳转超过 {times} 次',
  },
  signIn: {
    en: 'Slack asks to sign in for it',
    ru: 'Slack требует входа, чтобы открыть файл',
    zh: 'Slack 要求登录才能读取该文件',
  },
  noHost: {
    en: 'its host is not known; check the address',
    ru: 'такой сайт не найден; проверьте адрес',
    zh: '找不到这个网站，请检查网址',
  },
  tooSlow: {
    en: 'it took more than {seconds} s; try again later',
    ru: 'чтение заняло больше {seconds} с; попробуйте позже',
    zh: '读取超过 {seconds} 秒，请稍后再试',
  },
  notFetched: {
    en: 'it could not be fetched ({code}); try again later, or save the page and import the file',
    ru: 'загрузить не удалось ({code}); попробуйте позже или сохраните страницу и отправьте файл',
    zh: '无法下载（{code}）；请稍后再试，或保存网页并发送文件',
  },
  noPage: {
    en: 'there is no page ({status}); check the address',
    ru: 'такой страницы нет ({status}); проверьте адрес',
    zh: '没有这个网页（{status}），请检查网址',
  },
  forbidden: {
    en: `the site does not let it be read ({status}); ${browserEn}`,
    ru: `сайт не даёт её прочитать ({status}); ${browserRu}`,
    zh: `该网站不允许读取（{status}）；${browserZh}`,
  },
  notNow: {
    en: 'the site cannot answer now ({status}); try again later',
    ru: 'сайт сейчас не отвечает ({status}); попробуйте позже',
    zh: '该网站目前无法响应（{status}），请稍后再试',
  },
  status: {
    en: `the site answers with {status}; ${browserEn}`,
    ru: `сайт отвечает кодом {status}; ${browserRu}`,
    zh: `该网站返回 {status}；${browserZh}`,
  },
  notRead: {
    en: 'it is {type}, which is not read',
    ru: 'это {type}; такое не читается',
    zh: '类型是 {type}，无法读取',
  },
  check: {
    en: `the site checks the browser instead of showing the article; ${browserEn}`,
    ru: `вместо статьи сайт проверяет браузер; ${browserRu}`,
    zh: `该网站在检查浏览器，没有显示文章；${browserZh}`,
  },
  paywall: {
    en: `the rest of it is behind a paywall; ${browserEn}`,
    ru: `остальное только по подписке; ${browserRu}`,
    zh: `其余部分需要付费；${browserZh}`,
  },
  subscription: {
    en: `only its beginning can be read without a subscription; ${browserEn}`,
    ru: `без подписки видно только начало; ${browserRu}`,
    zh: `未订阅只能看到开头；${browserZh}`,
  },
  consent: {
    en: `the site asks for consent instead of showing the article; ${browserEn}`,
    ru: `вместо статьи сайт просит согласия; ${browserRu}`,
    zh: `该网站要求先同意条款，没有显示文章；${browserZh}`,
  },
  scripts: {
    en: `it is empty until its scripts run; ${browserEn}`,
    ru: `страница пуста, пока не выполнены её скрипты; ${browserRu}`,
    zh: `网页要运行脚本才有内容；${browserZh}`,
  },
  noArticle: {
    en: `it holds no article; ${browserEn}`,
    ru: `статьи там нет; ${browserRu}`,
    zh: `里面没有文章；${browserZh}`,
  },
  encoded: {
    en: 'its encoding {encoding} is not read; save the page and import the file',
    ru: 'сжатие {encoding} не читается; сохраните страницу и отправьте файл',
    zh: '无法读取编码 {encoding}；请保存网页并发送文件',
  },
  tooLarge: {
    en: 'it has more than {most} MB; import a part of it as a file',
    ru: 'там больше {most} МБ; отправьте часть отдельным файлом',
    zh: '超过 {most} MB；请把其中一部分作为文件发送',
  },
  bytes: {
    en: 'it has {bytes} bytes; divide it into articles of at most {most}',
    ru: 'размер {bytes} байт; разделите на статьи не больше {most}',
    zh: '大小为 {bytes} 字节；请拆成不超过 {most} 字节的文章',
  },
  textBytes: {
    en: 'its text has {bytes} bytes; divide it into articles of at most {most}',
    ru: 'в тексте {bytes} байт; разделите на статьи не больше {most}',
    zh: '文字有 {bytes} 字节；请拆成不超过 {most} 字节的文章',
  },
  noWord: {
    en: 'it is no Word document; save it as DOCX',
    ru: 'это не документ Word; сохраните как DOCX',
    zh: '这不是 Word 文档，请存为 DOCX',
  },
  entities: {
    en: 'it declares entities, as no Word does; save it again',
    ru: 'в нём объявлены сущности, чего Word не делает; сохраните заново',
    zh: '其中声明了实体，Word 不会这样做；请重新保存',
  },
  feedEntities: {
    en: 'it declares entities of its own, as no feed has to; it is not read',
    ru: 'в ленте объявлены свои сущности; такая не читается',
    zh: '订阅源里声明了自己的实体，不予读取',
  },
  noFeed: {
    en: 'it is no feed that can be read (RSS, Atom or JSON Feed)',
    ru: 'это не лента, которую можно прочитать (RSS, Atom или JSON Feed)',
    zh: '这不是可读取的订阅源（RSS、Atom 或 JSON Feed）',
  },
  ending: {
    en: 'its ending is none of {endings}; save it as plain text or Markdown',
    ru: 'расширение не из числа {endings}; сохраните как простой текст или Markdown',
    zh: '扩展名不在 {endings} 之中；请存为纯文本或 Markdown',
  },
  called: {
    en: 'it is no {format}, though it is called so; save it again',
    ru: 'это не {format}, хотя так называется; сохраните заново',
    zh: '它名为 {format}，实际却不是；请重新保存',
  },
  rtf: {
    en: 'it is RTF; save it as DOCX',
    ru: 'это RTF; сохраните как DOCX',
    zh: '这是 RTF，请存为 DOCX',
  },
  oldWord: {
    en: 'it is a document of an old Word; save it as DOCX',
    ru: 'это документ старого Word; сохраните как DOCX',
    zh: '这是旧版 Word 文档，请存为 DOCX',
  },
  picture: {
    en: 'it is a picture; import its text',
    ru: 'это изображение; отправьте его текст',
    zh: '这是图片，请发送其中的文字',
  },
  compressed: {
    en: 'it is compressed ({how}); unpack it',
    ru: 'файл сжат ({how}); распакуйте его',
    zh: '文件已压缩（{how}），请先解压',
  },
  noEpub: {
    en: 'it is no EPUB that can be read: its list of contents is missing',
    ru: 'этот EPUB нельзя прочитать: в нём нет оглавления',
    zh: '这个 EPUB 无法读取：缺少目录',
  },
  copyProtected: {
    en: 'it is protected against copying; import a file without protection',
    ru: 'файл защищён от копирования; отправьте файл без защиты',
    zh: '文件有版权保护，请发送未加密的文件',
  },
  chapter: {
    en: 'its chapter {chapter} is missing or broken; save it again',
    ru: 'глава {chapter} отсутствует или повреждена; сохраните заново',
    zh: '章节 {chapter} 缺失或损坏，请重新保存',
  },
  binary: {
    en: 'it is binary; save its text as plain text or Markdown',
    ru: 'это двоичный файл; сохраните его текст как простой текст или Markdown',
    zh: '这是二进制文件；请把文字存为纯文本或 Markdown',
  },
  unknownEncoding: {
    en: "its encoding can't be told; save it as UTF-8",
    ru: 'кодировка не определяется; сохраните в UTF-8',
    zh: '无法判断编码，请存为 UTF-8',
  },
  perhapsEncoding: {
    en: "its encoding can't be told (perhaps {encoding}); save it as UTF-8",
    ru: 'кодировка не определяется (возможно, {encoding}); сохраните в UTF-8',
    zh: '无法判断编码（可能是 {encoding}），请存为 UTF-8',
  },
  wrongEncoding: {
    en: 'it is not {encoding}, as it seemed; save it as UTF-8',
    ru: 'это не {encoding}, как казалось; сохраните в UTF-8',
    zh: '编码看似 {encoding}，其实不是；请存为 UTF-8',
  },
  archive: {
    en: 'it is an archive, and neither DOCX nor EPUB; unpack it, and import its files',
    ru: 'это архив, не DOCX и не EPUB; распакуйте его и отправьте файлы',
    zh: '这是压缩包，不是 DOCX 也不是 EPUB；请解压后发送其中的文件',
  },
  emptyMail: {
    en: 'the mail holds no text; import what is attached to it',
    ru: 'в письме нет текста; отправьте вложения',
    zh: '邮件没有正文，请发送附件',
  },
  json: {
    en: 'it is JSON, and neither a feed nor CSL-JSON',
    ru: 'это JSON, но не лента и не CSL-JSON',
    zh: '这是 JSON，但既不是订阅源也不是 CSL-JSON',
  },
  brokenArchive: {
    en: 'it is a broken archive; save it again',
    ru: 'архив повреждён; сохраните заново',
    zh: '文件已损坏，请重新保存',
  },
  outside: {
    en: 'it holds files that would land outside of it; save it again',
    ru: 'в нём есть файлы, которые попали бы за его пределы; сохраните заново',
    zh: '其中有会解压到外部的文件，请重新保存',
  },
  manyFiles: {
    en: 'it holds more than {files} files; divide it',
    ru: 'в нём больше {files} файлов; разделите его',
    zh: '其中超过 {files} 个文件，请拆分',
  },
  unpacked: {
    en: 'it holds more than {most} MB once it is unpacked; divide it',
    ru: 'после распаковки больше {most} МБ; разделите его',
    zh: '解压后超过 {most} MB，请拆分',
  },
  encrypted: {
    en: 'it is encrypted; save it without a password',
    ru: 'файл зашифрован; сохраните его без пароля',
    zh: '文件已加密，请去掉密码后保存',
  },
  parsed: {
    en: 'it cannot be parsed ({why}); simplify it, or save it as plain text',
    ru: 'разобрать не удалось ({why}); упростите его или сохраните как простой текст',
    zh: '无法解析（{why}）；请简化，或存为纯文本',
  },
  tooHard: {
    en: 'it takes more memory or time to read than is allowed; divide it',
    ru: 'чтение требует больше памяти или времени, чем разрешено; разделите его',
    zh: '读取所需的内存或时间超出限制，请拆分',
  },
  manyPages: {
    en: 'it has {pages} pages; divide it into parts of at most {most}',
    ru: 'страниц: {pages}; разделите на части не больше {most}',
    zh: '共有 {pages} 页；请拆成每份不超过 {most} 页',
  },
  password: {
    en: 'it needs a password; save it without one',
    ru: 'нужен пароль; сохраните без него',
    zh: '需要密码，请去掉密码后保存',
  },
  brokenPdf: {
    en: 'it is a broken PDF ({why}); save it again',
    ru: 'PDF повреждён ({why}); сохраните заново',
    zh: 'PDF 已损坏（{why}），请重新保存',
  },
  scanned: {
    en: 'it is scanned: its pages are pictures; make it searchable with OCR first',
    ru: 'это скан: страницы — изображения; сначала распознайте текст (OCR)',
    zh: '这是扫描件，页面都是图片；请先做文字识别（OCR）',
  },
  noText: {
    en: 'it holds no text; make it searchable with OCR first',
    ru: 'текста в нём нет; сначала распознайте его (OCR)',
    zh: '里面没有文字；请先做文字识别（OCR）',
  },
  robots: {
    en: 'its robots.txt does not let programs come back; ask its publisher',
    ru: 'robots.txt сайта не пускает программы; спросите издателя',
    zh: '该网站的 robots.txt 不允许程序访问；请询问出版方',
  },
  neverRead: {
    en: 'it says that nothing has changed, to somebody who never read it',
    ru: 'сайт отвечает, что ничего не изменилось, хотя ленту ещё ни разу не читали',
    zh: '网站说没有变化，但此前从未读取过',
  },
  page: {
    en: 'it is a page and no feed; look for the address of a feed (RSS, Atom) on it',
    ru: 'это страница, а не лента; найдите на ней адрес ленты (RSS, Atom)',
    zh: '这是网页，不是订阅源；请在网页上找订阅源地址（RSS、Atom）',
  },
  unwritten: {
    en: 'its text does not survive being written down; report this as a bug',
    ru: 'текст искажается при записи; сообщите об этом как об ошибке',
    zh: '文字写入后会走样；请作为程序错误报告',
  },
  noEntry: {
    en: 'there is no entry of a bibliography in it',
    ru: 'в нём нет ни одной библиографической записи',
    zh: '其中没有任何书目条目',
  },
  nested: {
    en: 'its elements are nested too deeply to be read; save it as plain text',
    ru: 'вложенность элементов слишком велика; сохраните как простой текст',
    zh: '元素嵌套太深，无法读取；请存为纯文本',
  },
  nestedDeeply: {
    en: 'its elements are nested too deeply',
    ru: 'вложенность элементов слишком велика',
    zh: '元素嵌套太深',
  },
  markup: {
    en: 'its markup is that of no page; save it as plain text',
    ru: 'такой разметки у страниц не бывает; сохраните как простой текст',
    zh: '标记不像网页；请存为纯文本',
  },
  unfit: {
    en: 'its parts do not fit together',
    ru: 'его части не подходят друг к другу',
    zh: '各部分对不上',
  },
  namesOnly: {
    en: 'it names articles without their text; add their addresses or files one by one',
    ru: 'в нём только названия статей без текста; добавьте их адреса или файлы по одному',
    zh: '里面只有文章的名称，没有正文；请逐一添加网址或文件',
  },
  nothingIn: { en: 'there is no article in it', ru: 'статьи в нём нет', zh: '里面没有文章' },
  broke: {
    en: 'something broke while I read it; it is in my log as {id}',
    ru: 'при чтении что-то сломалось; в моём журнале это {id}',
    zh: '读取时出了错，日志编号 {id}',
  },
} satisfies Topic;

/** Each reason with the pattern of its English text, and the names of its gaps. */
const known = Object.values<Message>(reasonTexts).map((message) => {
  const names = [...message.en.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const parts = message.en
    .split(/\{\w+\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { message, names, pattern: new RegExp(`^${parts.join('(.+?)')}$`, 's') };
});

/** The reason that the import gives in English, to be said in any language; that itself if it is none of these. */
export function reasonOf(problem: string): Saying | string {
  for (const { message, names, pattern } of known) {
    const found = pattern.exec(problem);
    if (!found) continue;
    const values = Object.fromEntries(names.map((name, at) => [name, found[at + 1] ?? '']));
    return { message, values };
  }
  return problem;
}
