const before = String.raw`(?:^|[\s("«„[—-])`;

/** A name, number or word follows: «им. Ленина», «рис. 3», «т. е.»; so do initials: «В. В. Путин». */
const neverEnds = new RegExp(
  String.raw`${before}(?:\p{Lu}|акад|гл|г-жа|г-н|ген|гос|доц|зам|им|напр|ок|п|пл|полк|пом|пос|пр|просп|проф|рис|ред|с|св|см|ср|ст|стр|табл|тов|т|т\.\s?е|ул|ч|янв|февр|мар|апр|авг|сент|окт|нояб|дек)\.\s*$`,
  'u',
);

/** These may end a sentence: «в 2025 г.», «10 млн руб.», «и т. д.». */
const mayEnd = new RegExp(
  String.raw`${before}(?:\d+\s?)?(?:г|гг|в|вв|др|пр|руб|коп|долл|млн|млрд|трлн|тыс|чел|кв|куб|км|кг|мин|сек|ч|обл|р-н|н\.\s?э|т\.\s?д|т\.\s?п|т\.\s?н|т\.\s?ч)\.\s*$`,
  'u',
);

const opensSentence =
  /^[«"„“(]?(?:А|Без|Более|Бывш\p{L}+|В|Во|Все|Вместе|Время|Для|До|Его|Ее|Её|Если|За|Затем|Здесь|И|Из|Именно|Их|К|Как|Когда|Кроме|На|Не|Но|О|Об|Однако|Он|Она|Они|Оно|От|По|Позже|После|Потом|При|Поэтому|С|Сейчас|Со|Среди|Так|Также|Там|Тем|Теперь|То|Только|У|Через|Что|Эта|Эти|Это|Этот|Я)(?![\p{L}-])/u;

/**
 * Whether a full stop is one of an abbreviation, by the end of the text before it and what follows.
 * Behind speech a dash with a small letter goes on: «Это хорошо!» — заметил министр.
 */
export function isAbbreviation(tail: string, rest: string): boolean {
  if (/[!?…][»"”]?\s*$/.test(tail)) return /^[»"”]?\s*[—–-]\s*\p{Ll}/u.test(rest);
  if (!/\.\s*$/.test(tail)) return false;
  if (mayEnd.test(tail))
    return !opensSentence.test(rest) && !/^[«"„“]?\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(rest);
  return neverEnds.test(tail);
}
