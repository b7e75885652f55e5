/** Cyrillic letters by how they sound, in the letters of a key. */
const cyrillic = new Map(
  Object.entries({
    ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'j', з: 'z', и: 'i', й: 'i', к: 'k' },
    ...{ л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h' },
    ...{ ц: 'c', ч: 'C', ш: 'S', щ: 'S', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia' },
  }),
);

/** What Latin letters sound like together, in any of the systems that names are written by. */
const latin: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh|š/g, 'S'],
  [/tch|ch|č/g, 'C'],
  [/dzh|zh|ž|dj|j/g, 'j'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck|qu|q/g, 'k'],
  [/ts|tz/g, 'c'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/y/g, 'i'],
  [/['’]/g, ''],
];

/** How a name sounds, so that names in Latin and Cyrillic letters can be compared. */
export function soundOf(name: string): string {
  const plain = name.toLowerCase().replaceAll('ё', 'е');
  const written = /\p{Script=Cyrillic}/u.test(plain)
    ? [...plain.replace(/дж/g, 'ж').replace(/тс/g, 'ц')]
        .map((each) => cyrillic.get(each) ?? each)
        .join('')
    : latin.reduce((key, [letters, sound]) => key.replace(letters, sound), withoutMarks(plain));
  return written.replace(/(.)\1+/g, '$1');
}

function withoutMarks(text: string): string {
  return text.replace(/[^šžč]/gu, (each) => each.normalize('NFKD').replace(/\p{M}/gu, ''));
}

/** Sounds that one alphabet takes for the other's. */
const alike = ['gh', 'hj', 'sz', 'sc', 'kc', 'vf', 'vu', 'SC', 'jC', 'jz', 'jS', 'cz', 'bv'];
const vowels = /[aeiou]/;

/** How different two names sound: 0 for the same, 1 where nothing is alike. */
export function soundDistance(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  if (longest === 0) return 1;
  let above = [0];
  for (const letter of other) above.push((above.at(-1) ?? 0) + costOfOne(letter));
  for (const letter of one) {
    const line = [(above[0] ?? 0) + costOfOne(letter)];
    for (let at = 0; at < other.length; at += 1) {
      const replaced = (above[at] ?? 0) + costOf(letter, other[at] ?? '');
      const left = (line[at] ?? 0) + costOfOne(other[at] ?? '');
      line.push(Math.min(replaced, left, (above[at + 1] ?? 0) + costOfOne(letter)));
    }
    above = line;
  }
  return (above.at(-1) ?? 0) / longest;
}

function costOf(one: string, other: string): number {
  if (one === other) return 0;
  if (vowels.test(one) && vowels.test(other)) return 0.4;
  return alike.some((pair) => pair === one + other || pair === other + one) ? 0.5 : 1;
}

function costOfOne(letter: string): number {
  return vowels.test(letter) ? 0.5 : 1;
}

/** The letters of the other alphabet that a name may begin with. */
export function otherInitials(form: string): readonly string[] {
  return initials.get(form.slice(0, 1).toLowerCase()) ?? [];
}

const fromLatin = {
  ...{ a: 'аэ', b: 'бв', c: 'кцчс', d: 'д', e: 'эеию', f: 'ф', g: 'гдж', h: 'хг', i: 'иайя' },
  ...{
    j: 'дйюяхжи',
    k: 'кх',
    l: 'л',
    m: 'м',
    n: 'н',
    o: 'оу',
    p: 'пф',
    q: 'кцч',
    r: 'р',
    s: 'сшзщ',
  },
  ...{ t: 'тц', u: 'уюа', v: 'вф', w: 'ву', x: 'скх', y: 'йюяие', z: 'зцжч' },
};

const initials = new Map<string, string[]>();
for (const [one, others] of Object.entries(fromLatin)) {
  for (const other of others) {
    initials.set(one, [...(initials.get(one) ?? []), other]);
    initials.set(other, [...(initials.get(other) ?? []), one]);
  }
}
