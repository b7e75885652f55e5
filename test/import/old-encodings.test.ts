import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { heldOf, makeArticle } from '../../src/import/make-article.ts';
import { readSource } from '../../src/import/read-source.ts';

/** A source as it lies about in old folders and on old sites, all of it made up. */
interface Old {
  readonly what: string;
  readonly encoding: string;
  readonly name: string;
  readonly text: string;
  /** All its prose. */
  readonly paragraphs: readonly string[];
  readonly record: Readonly<Record<string, unknown>>;
  readonly hasMark?: boolean;
  readonly contentType?: string;
}

const ferry = [
  'Паром «Северянка» в четверг вышел из порта Каменная Губа впервые после зимы; на борту было 214 пассажиров и 1,5 тыс. тонн груза.',
  '«Лёд держался дольше обычного, — сказал начальник порта Игорь Лапшин. — Но расписание мы не меняли».',
  'По словам Лапшина, второй паром выйдет в рейс не раньше июня: его двигатель всё ещё в ремонте на верфи.',
];
const bridge = [
  'Строители соединили два берега реки Тёплой: последняя из сорока шести балок моста легла на опору в ночь на среду.',
  'Движение откроют осенью. До тех пор жители посёлка Ключи будут ездить в объезд, почти на сорок километров дальше.',
  '«Мы ждали этого моста одиннадцать лет», — говорит учительница Вера Полякова, чья школа стоит у самой переправы.',
];
const grain = [
  'Первый поезд с зерном прибыл на станцию Озёрная; по данным управления, в нём было семьдесят два вагона.',
  'Разгрузка займёт трое суток. Элеватор, построенный в прошлом году, принимает за сутки не больше двух тысяч тонн.',
  'Раньше зерно возили баржами, и каждую осень оно неделями ждало высокой воды.',
];
const ferryZh = [
  '渡轮“北风号”周四驶离石湾港，这是今年冬天过后的首次航行，船上载有二百一十四名乘客和一千五百吨货物。',
  '“今年的冰比往年化得晚，”港口负责人林志远说，“但我们没有更改时刻表。”',
  '林志远表示，第二艘渡轮最早要到六月才能出航，它的发动机仍在船厂修理。',
];
const bridgeZh = [
  '建设者周二夜间把四十六根桥梁中的最后一根架上桥墩，温水河两岸从此相连。',
  '大桥将于秋天通车。在此之前，泉村的居民仍须绕行，要多走近四十公里。',
  '“这座桥我们等了十一年。”在渡口旁的学校任教的王淑芬说。',
];
const bridgeTw = [
  '建設者週二夜間把四十六根橋樑中的最後一根架上橋墩，溫水河兩岸從此相連。',
  '大橋將於秋天通車。在此之前，泉村的居民仍須繞行，要多走近四十公里。',
  '「這座橋我們等了十一年。」在渡口旁的學校任教的王淑芬說。',
];
const grainZh = [
  '首列运粮火车抵达湖口站，据站方介绍，列车共有七十二节车厢。',
  '卸车需要三天三夜。去年建成的粮库每昼夜最多只能接收两千吨粮食。',
  '以前粮食靠驳船运输，每年秋天都要等上几个星期才能等到水位上涨。',
];

const page = (head: string, title: string, top: string, body: readonly string[]) =>
  `<html><head>${head}<title>${title}</title></head><body><div class="menu"><a href="/">1</a> <a href="/a">2</a></div><div class="article"><h1>${title}</h1>${top}${body.map((each) => `<p>${each}</p>`).join('\n')}</div></body></html>`;
const lines = (...parts: readonly string[]) => `${parts.join('\n\n')}\n`;
/** In encodings without marks of quotation and dashes. */
const typed = (texts: readonly string[]) =>
  texts.map((text) => text.replace(/[«»]/g, '"').replaceAll('—', '-'));
/** As letters and old printers break lines. */
const wrapped = (text: string) => text.replace(/(.{50,60})\s/g, '$1\n');

const russian: readonly Old[] = [
  {
    what: 'a page that declares windows-1251',
    encoding: 'windows-1251',
    name: 'news.html',
    text: page(
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><meta name="author" content="Анна Крылова">',
      'Паром вышел из Каменной Губы',
      '<div class="date">5 мая 2011 г., 14:30</div>',
      ferry,
    ),
    paragraphs: ferry,
    record: {
      title: 'Паром вышел из Каменной Губы',
      authors: ['Анна Крылова'],
      published: '2011-05-05',
    },
  },
  {
    what: 'a page that declares nothing',
    encoding: 'windows-1251',
    name: 'bridge.htm',
    text: page('', 'Мост через Тёплую соединил берега', '<p>12 октября 2009 года</p>', bridge),
    paragraphs: bridge,
    record: { title: 'Мост через Тёплую соединил берега', published: '2009-10-12' },
  },
  {
    what: 'a page that declares UTF-8 and is none',
    encoding: 'windows-1251',
    name: 'grain.html',
    text: page(
      '<meta charset="utf-8">',
      'Зерно пошло по железной дороге',
      '<p class="date">03.09.2014</p>',
      grain,
    ),
    paragraphs: grain,
    record: { title: 'Зерно пошло по железной дороге', published: '2014-09-03' },
  },
  {
    what: 'a page in KOI8-R that only its server declares',
    encoding: 'koi8-r',
    contentType: 'text/html; charset=KOI8-R',
    name: 'index.html',
    text: page('', 'Паром вышел из Каменной Губы', '<p>Четверг, 5 мая 2005 года</p>', typed(ferry)),
    paragraphs: typed(ferry),
    record: { title: 'Паром вышел из Каменной Губы', published: '2005-05-05' },
  },
  {
    what: 'a text in KOI8-R',
    encoding: 'koi8-r',
    name: 'bridge.txt',
    text: lines(
      'Мост через Тёплую соединил берега',
      'Автор: Пётр Санин',
      '12 октября 2009 года',
      ...typed(bridge),
    ),
    paragraphs: typed(bridge),
    record: {
      title: 'Мост через Тёплую соединил берега',
      authors: ['Пётр Санин'],
      published: '2009-10-12',
    },
  },
  {
    what: 'a text of DOS with the lines of its screen',
    encoding: 'cp866',
    name: 'GRAIN.TXT',
    text: lines(
      'Зерно пошло по железной дороге',
      '3 сентября 1996 г.',
      ...grain.map(wrapped),
    ).replaceAll('\n', '\r\n'),
    paragraphs: grain,
    record: { title: 'Зерно пошло по железной дороге', published: '1996-09-03' },
  },
  {
    what: 'a text in ISO 8859-5',
    encoding: 'iso-8859-5',
    name: 'ferry.txt',
    text: lines('Паром вышел из Каменной Губы', '5 мая 2011 года', ...typed(ferry)),
    paragraphs: typed(ferry),
    record: { title: 'Паром вышел из Каменной Губы', published: '2011-05-05' },
  },
  {
    what: 'a text of an old Macintosh',
    encoding: 'maccyrillic',
    name: 'bridge.txt',
    text: lines('Мост через Тёплую соединил берега', '12 октября 2009 года', ...bridge).replaceAll(
      '\n',
      '\r',
    ),
    paragraphs: bridge,
    record: { title: 'Мост через Тёплую соединил берега', published: '2009-10-12' },
  },
  {
    what: 'a text in UTF-16 with its mark',
    encoding: 'utf-16le',
    hasMark: true,
    name: 'grain.txt',
    text: lines('Зерно пошло по железной дороге', 'Ольга Грач', '3 сентября 2014 г.', ...grain),
    paragraphs: grain,
    record: { title: 'Зерно пошло по железной дороге', published: '2014-09-03' },
  },
  {
    what: 'the wire of an agency, in windows-1251',
    encoding: 'windows-1251',
    name: 'wire.txt',
    text: lines(
      'Паром вышел из Каменной Губы',
      `КАМЕННАЯ ГУБА, 5 мая 2011 года. /Северный вестник/. ${ferry[0]}`,
      ...ferry.slice(1),
    ),
    paragraphs: ferry,
    record: { title: 'Паром вышел из Каменной Губы', published: '2011-05-05' },
  },
];

const chinese: readonly Old[] = [
  {
    what: 'a page that declares gb2312',
    encoding: 'gbk',
    name: 'content_123.htm',
    text: page(
      '<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><meta name="author" content="陈晓东">',
      '渡轮驶离石湾港',
      '<div class="time">2011年05月05日 14:30</div>',
      ferryZh,
    ),
    paragraphs: ferryZh,
    record: { title: '渡轮驶离石湾港', authors: ['陈晓东'], published: '2011-05-05' },
  },
  {
    what: 'a page that declares nothing',
    encoding: 'gb18030',
    name: 'bridge.html',
    text: page('', '温水河大桥合龙', '<p>2009年10月12日</p>', bridgeZh),
    paragraphs: bridgeZh,
    record: { title: '温水河大桥合龙', published: '2009-10-12' },
  },
  {
    what: 'a page that declares UTF-8 and is none',
    encoding: 'gbk',
    name: 'grain.html',
    text: page(
      '<meta charset="UTF-8">',
      '首列运粮火车抵达湖口站',
      '<span>2014-09-03 08:15</span>',
      grainZh,
    ),
    paragraphs: grainZh,
    record: { title: '首列运粮火车抵达湖口站', published: '2014-09-03' },
  },
  {
    what: 'a page in Big5 that declares it',
    encoding: 'big5',
    name: 'bridge.html',
    text: page('<meta charset="big5">', '溫水河大橋合龍', '<p>2009年10月12日</p>', bridgeTw),
    paragraphs: bridgeTw,
    record: { title: '溫水河大橋合龍', published: '2009-10-12' },
  },
  {
    what: 'a page in Big5 that only its server declares',
    encoding: 'big5',
    contentType: 'text/html; charset=Big5',
    name: 'bridge.html',
    text: page('', '溫水河大橋合龍', '<p>2009年10月12日</p>', bridgeTw),
    paragraphs: bridgeTw,
    record: { title: '溫水河大橋合龍', published: '2009-10-12' },
  },
  {
    what: 'a text in GBK',
    encoding: 'gbk',
    name: 'ferry.txt',
    text: lines('渡轮驶离石湾港', '作者：陈晓东', '2011年5月5日', ...ferryZh),
    paragraphs: ferryZh,
    record: { title: '渡轮驶离石湾港', authors: ['陈晓东'], published: '2011-05-05' },
  },
  {
    what: 'a text in GB 18030 whose paragraphs begin with two blanks and follow line by line',
    encoding: 'gb18030',
    name: 'grain.txt',
    text: `首列运粮火车抵达湖口站\r\n2014年9月3日\r\n${grainZh.map((each) => `　　${each}`).join('\r\n')}\r\n`,
    paragraphs: grainZh,
    record: { title: '首列运粮火车抵达湖口站', published: '2014-09-03' },
  },
  {
    what: 'a text in Big5',
    encoding: 'big5',
    name: 'bridge.txt',
    text: lines('溫水河大橋合龍', '二〇〇九年十月十二日', ...bridgeTw),
    paragraphs: bridgeTw,
    record: { title: '溫水河大橋合龍', published: '2009-10-12' },
  },
  {
    what: 'a text in UTF-16 without its mark',
    encoding: 'utf-16le',
    name: 'ferry.txt',
    text: lines('渡轮驶离石湾港', '2011年5月5日', ...ferryZh),
    paragraphs: ferryZh,
    record: { title: '渡轮驶离石湾港', published: '2011-05-05' },
  },
  {
    what: 'the wire of an agency, in GBK',
    encoding: 'gbk',
    name: 'wire.txt',
    text: lines(
      '渡轮驶离石湾港',
      `北风社石湾2011年5月5日电（记者 陈晓东）${ferryZh[0]}`,
      ...ferryZh.slice(1),
    ),
    paragraphs: ferryZh,
    record: { title: '渡轮驶离石湾港', authors: ['陈晓东'], published: '2011-05-05' },
  },
];

describe.each([
  ['Russian', russian],
  ['Chinese', chinese],
])('in an old encoding of %s', (_, sources) => {
  it.each(sources.map((source) => [source.what, source] as const))(
    '%s keeps every paragraph and its record',
    async (__, { encoding, text, name, paragraphs, record, hasMark, contentType }) => {
      const bytes = iconv.encode(text, encoding, { addBOM: hasMark ?? false });
      const read = await readSource({ name, bytes, ...(contentType && { contentType }) });
      if ('problem' in read) throw new Error(read.problem);
      const [document] = read.documents;
      if (!document) throw new Error('there is no article in it');
      const made = makeArticle(document, { file: name, sha256: '0'.repeat(64) }, heldOf([]));
      if ('problems' in made) throw new Error(made.problems.join('; '));
      const { article } = made;
      const texts = article.paragraphs.map(({ text: kept }) => kept);
      for (const paragraph of paragraphs) {
        expect(texts.filter((kept) => kept.endsWith(paragraph))).toHaveLength(1);
      }
      expect(article).toMatchObject(record);
    },
  );
});
