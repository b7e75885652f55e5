/** The families that most Chinese belong to, the commonest first, less the given names of the West. */
const chineseFamilies = wordSet(
  `wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie
  song tang deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lü
  ding ren shen yao lu fu zhong cui tan fan liao shi jia xia fang zou xiong bai meng qin qiu
  hou jin yin xue yan lei duan hao wen shao mao chang wan gu lai gong qian tao xi qi shang niu an chiang`,
);

/** Behind one of these a second family name is a given one; between two of them nobody can tell. */
const commonestFamilies = new Set([...chineseFamilies].slice(0, 30));

/** Families of two syllables. */
const compoundFamilies = wordSet(
  'ouyang sima zhuge shangguan situ huangfu murong linghu dongfang gongsun xiahou zhangsun yuwen duanmu nangong',
);

const koreanFamilies = wordSet(
  `kim lee park choi jung jeong kang cho jo yoon yun jang chang lim im han oh seo suh shin kwon hwang
  ahn an song yoo yu ryu ri rhee pak choe hong moon ban roh noh chung bae baek paik nam son sohn ha
  heo hur koo ku min woo na cha joo sim shim won hyun`,
);

const vietnameseFamilies = wordSet(
  'nguyen tran pham vo vu ngo hoang phan truong bui dang duong le ho do ly to dinh trinh luong mai',
);

/** These are no given names of other languages. */
const plainlyVietnamese = wordSet('nguyen tran pham');

const chineseSyllable =
  '(?:[bpmfdtnlgkhjqxrcszyw]|[zcs]h)?(?:[iu]?a(?:ng?|i|o)?|[iu]?e(?:ng?|i|r)?|iu|i(?:ong|ng?)?|u(?:i|o|n)?|o(?:ng|u)?|ü)';
const pinyin = new RegExp(`^${chineseSyllable}['’-]?(?:${chineseSyllable})?$`, 'i');

const koreanSyllable =
  '(?:[gkntdrlmbpsjhc]|[cks]h|kk|tt|pp|ss|jj)?[yw]?(?:ae?|eo|eu|ee?|oo|ou|oe?|ui?|i)(?:ng|[nmlkpth])?';
const koreanSyllables = new RegExp(`^${koreanSyllable} ${koreanSyllable}$`, 'i');

/** `Jong-un`, `Zedong` of old as `Tse-tung`: no given name of the West goes on in lower case. */
const hyphenated = /^\p{Lu}\p{Ll}{1,5}-\p{Ll}{1,6}$/u;
const hyphenatedKorean = new RegExp(`^${koreanSyllable}-${koreanSyllable}$`, 'i');

/** The letters that only Vietnamese has: đ, a horn, a hook, or a dot below. */
const vietnameseLetter = /đ|\u031b|\u0309|\u0323/iu;

/** Whether a name of these words puts the family first, as in China, Korea and Vietnam. */
export function isFamilyFirst(first: string, others: readonly string[]): boolean {
  const [second = ''] = others;
  if (others.length === 1 && isChinese(first, second)) return true;
  return isKorean(first.toLowerCase(), others) || isVietnamese(first, others);
}

/** "Wang Wen", not "Nectar Gan", nor "Wei Li", which may be either. */
function isChinese(first: string, second: string): boolean {
  if (compoundFamilies.has(first.toLowerCase())) return pinyin.test(second);
  if (!chineseFamilies.has(first.toLowerCase())) return false;
  if (hyphenated.test(second)) return true;
  return !commonestFamilies.has(second.toLowerCase()) && pinyin.test(second);
}

/** "Kim Jong-un", "Kim Jong Un", not "Kim Lee". */
function isKorean(first: string, others: readonly string[]): boolean {
  if (!koreanFamilies.has(first)) return false;
  const given = others.join(' ');
  return hyphenatedKorean.test(given) || (others.length === 2 && koreanSyllables.test(given));
}

/** "Nguyen Phu Trong", "Tô Lâm", not "Huong Nguyen". */
function isVietnamese(first: string, others: readonly string[]): boolean {
  if (!vietnameseFamilies.has(withoutMarks(first))) return false;
  if (vietnameseFamilies.has(withoutMarks(others.at(-1) ?? ''))) return false;
  const isWritten = vietnameseLetter.test([first, ...others].join(' ').normalize('NFD'));
  return isWritten || plainlyVietnamese.has(withoutMarks(first));
}

function withoutMarks(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

function wordSet(words: string): Set<string> {
  return new Set(words.split(/\s+/));
}
