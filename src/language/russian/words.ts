import { stemmer } from '@orama/stemmers/russian';

/** Latin letters that look like Cyrillic ones, as they get into words that were copied. */
const lookalikes = new Map(
  [...'aceopxyABCEHKMOPTXyk'].map((latin, at) => [latin, [...'асеорхуАВСЕНКМОРТХук'][at] ?? latin]),
);

/**
 * The form of a word in Cyrillic letters: lower case, е for ё, without marks of stress. й keeps its
 * breve, without which the stemmer knows no adjective.
 */
export function formOf(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/[\p{M}.'’]/gu, '')
    .replace(/[A-Za-z]/g, (latin) => lookalikes.get(latin) ?? latin)
    .toLowerCase()
    .replaceAll('ё', 'е');
}

/** The stem of a form by Snowball's Russian algorithm; undefined for a stop word. */
export function stemOf(form: string): string | undefined {
  if (stopWords.has(form)) return undefined;
  const noun = nounInEya.exec(form)?.groups?.stem;
  return noun ?? (/\d/.test(form) ? form : stemmer(form) || form);
}

/** Snowball takes «Корее» for a comparative, and finds other stems for it than for «Корея». */
const nounInEya =
  /^(?<stem>коре|гвине|иде|галере|батаре|алле|ассамбле|эпопе|лотере|траше)(?:я|и|ю|е|й|ей|ею|ям|ями|ях)$/u;

/** Words that say nothing about what a question is about: pronouns, prepositions, what people ask with. */
const stopWords: ReadonlySet<string> = new Set(
  `а без бы был была были было быть в вам вами вас весь во вот все всё всего всей всех вы где да даже
   для до его ее ей ему если есть еще же за здесь и из из-за или им ими их к как какая какие каких каким
   какими какого какое какой какому каком какую ко когда которая которого которое которой котором которую
   которые который которых кто куда ли либо лишь между меня мне много может можно мой мы на над надо нам
   нами нас наш не него нее ней нет нечто ни ним них но ну о об однако он она они оно от откуда очень перед
   по под после потом почему при про раз с сам само свой себе себя скольким сколько со так также такая такие
   такое такой там те тем то того тоже той только том ту тут ты у уж уже хотя чего чей чем чему через что
   чтобы чье чьи чья эта эти этим этих это этого этой этом этот эту является являются я пожалуйста`
    .split(/\s+/)
    .map((word) => word.replaceAll('ё', 'е')),
);
