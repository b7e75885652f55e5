import { months, weekdays } from './calendar.ts';

/** What a word can be a part of: a date, a sum of money, a length. */
export type WordClass =
  | 'day'
  | 'figure'
  | 'length'
  | 'money'
  | 'scale'
  | 'share'
  | 'time'
  | 'unit'
  | 'year';

/** The words of a class, parted by white space. */
export type WordClasses = Readonly<Partial<Record<WordClass, string>>>;

const english: WordClasses = {
  figure: `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
    thousand million billion trillion dozen half`,
  year: 'century',
  day: [...months, ...weekdays].join(' ').toLowerCase(),
  length: 'kilometer meter mile foot inch yard cm mm',
  time: 'year month week day hour minute second decade century',
  money: 'dollar euro pound yuan ruble rouble yen franc cent',
  share: 'percent half third quarter fifth tenth',
  scale: 'hundred thousand million billion trillion',
  unit: `ton tonne barrel cubic square acre hectare kg gram degree mph watt kilowatt megawatt gigawatt
    gallon liter litre`,
};

const russian: WordClasses = {
  figure: `два две три четыре пять шесть семь восемь девять десять двенадцать двадцать тридцать сорок
    пятьдесят сто двести тысяча миллион миллиард триллион половина`,
  year: 'век столетие',
  day: `января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    понедельник вторник среда четверг пятница суббота воскресенье`,
  length: 'километр метр миля км м см',
  time: 'год лет месяц неделя день дней час минута секунда десятилетие век',
  money: 'доллар евро рубль юань иена фунт франк руб долл',
  share: 'процент половина треть четверть',
  scale: 'сотня тысяча миллион миллиард триллион тыс млн млрд трлн',
  unit: 'тонна баррель кубометр куб кв гектар килограмм кг градус мегаватт гигаватт литр',
};

/** A single character stands between figures; pairs are what follows them. */
const chinese: WordClasses = {
  year: '世纪',
  day: '月 日 号 星期',
  length: '公里 千米 英里 厘米 米 里',
  time: '年 天 周 小时 分钟 个月 月份 世纪',
  money: '美元 欧元 卢布 人民 日元 英镑 亿元 万元 亿美 万美 元',
  share: '百分 半数 一半',
  scale: '亿 万 千万 百万 亿美 亿元 亿人 亿立 亿吨 万亿 万人 万吨 万美 万元 万平',
  unit: '吨 万吨 亿吨 桶 公顷 平方 立方 公斤 千瓦 度',
};

/** The words of each class in all languages. */
export const wordClasses: readonly WordClasses[] = [english, russian, chinese];
