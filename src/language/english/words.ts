import stemmer from 'wink-porter2-stemmer';

/** Letters that Unicode does not take apart. */
const plainLetters = new Map(
  Object.entries({ ł: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' }),
);

/**
 * The form of a word in Latin letters: lower case, without accents, possessive and the full stops of
 * an acronym. `shouted`: the text is all in capitals, which say nothing then.
 */
export function formOf(raw: string, shouted: boolean): string {
  const folded = raw
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđðıßæœþŁØĐÆŒÞ]/g, (letter) => plainLetters.get(letter.toLowerCase()) ?? letter)
    .replaceAll('’', "'");
  const bare = folded.replace(/'(?:s|re|ve|ll|d|m)$/iu, '').replace(/n't$/i, '');
  const joined = bare.replace(/[.']/g, '');
  const form = joined.toLowerCase();
  const isAcronym =
    /^\p{Lu}{2,}$/u.test(joined) && (!shouted || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(bare));
  // The trailing dot keeps US, WHO and IT apart from the stop words us, who and it.
  return isAcronym && stopWords.has(form) ? `${form}.` : form;
}

/** The stem of a form, by Porter's second algorithm and a list of irregular words; none for a stop word. */
export function stemOf(form: string): string | undefined {
  if (stopWords.has(form)) return undefined;
  const base = regularOf(form);
  // The stemmer writes a 3 for a consonant y while it works, and so would turn 2013 into 201y.
  return /\d/.test(base) ? base : stemmer(base);
}

/**
 * Words that say nothing about what a question is about: Lucene's 33 English stop words, and the
 * question words, auxiliaries, pronouns and prepositions that people put around their subject; the last
 * lines as they are typed in haste.
 */
const stopWords: ReadonlySet<string> = new Set(
  `a about after again all also am an and any are as at be because been before being between both
   but by can could did do does doing done during each for from further had has have having he her
   here hers him his how i if in into is it its itself just like may me might more most must my no
   nor not of off on once only or other our out over own please s same shall she should so some such
   t tell than that the their them then there these they this those through to too under until up
   upon us very was we were what when where whether which while who whom whose why will with within
   without would you your
   arent cant couldnt didnt doesnt dont hadnt hasnt havent hows isnt shouldnt thats theres theyre wasnt
   werent whats whens wheres whos whys wont wouldnt youre`.split(/\s+/),
);

/** Base, then the irregular forms that a stemmer of endings can't bring back to it. */
const families = `
  arise arose arisen, awake awoke awoken, bear bore borne, beat beaten, become became, begin began
  begun, bend bent, bind bound, bite bit bitten, bleed bled, blow blew blown, break broke broken,
  breed bred, bring brought, build built, burn burnt, buy bought, catch caught, choose chose chosen,
  come came, creep crept, deal dealt, dig dug, draw drew drawn, dream dreamt, drink drank drunk, drive
  drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought, find found, flee
  fled, fly flew flown, forbid forbade forbidden, forget forgot forgotten, forgive forgave forgiven,
  freeze froze frozen, get got gotten, give gave given, go went gone, grow grew grown, hang hung, hear
  heard, hide hid hidden, hold held, keep kept, know knew known, lay laid, lead led, lean leant, learn
  learnt, leave left, lend lent, lose lost, make made, mean meant, meet met, mistake mistook mistaken,
  overcome overcame, overthrow overthrew overthrown, pay paid, ride rode ridden, ring rang rung, rise
  rose risen, run ran, say said, see saw seen, seek sought, sell sold, send sent, shake shook shaken,
  shine shone, shoot shot, show shown, shrink shrank shrunk, sing sang sung, sink sank sunk, sit sat,
  sleep slept, slide slid, speak spoke spoken, spend spent, spin spun, spring sprang sprung, stand
  stood, steal stole stolen, stick stuck, strike struck stricken, strive strove striven, swear swore
  sworn, sweep swept, swim swam swum, swing swung, take took taken, teach taught, tear tore torn, tell
  told, think thought, throw threw thrown, undergo underwent undergone, understand understood,
  undertake undertook undertaken, wake woke woken, wear wore worn, weave wove woven, win won, wind
  wound, withdraw withdrew withdrawn, write wrote written, man men, woman women, child children, foot
  feet, tooth teeth, mouse mice, person people, wife wives, life lives, half halves, leaf leaves,
  thief thieves, analysis analyses, crisis crises, basis bases, thesis theses, hypothesis hypotheses,
  datum data, medium media, phenomenon phenomena, criterion criteria, matrix matrices, index indices,
  vertex vertices, axis axes, formula formulae, nucleus nuclei, radius radii, stimulus stimuli,
  bacterium bacteria, spectrum spectra, die died dying, lie lied lying, tie tied tying, km kilometer
  kilometers kilometre kilometres, kg kilogram kilograms, meter metre metres`;

const bases = new Map(
  families.split(',').flatMap((family) => {
    const [base = '', ...forms] = family.trim().split(/\s+/);
    return forms.map((form) => [form, base] as const);
  }),
);

/** The base of an irregular form, "write" for "wrote"; any other word as it is. */
export function regularOf(form: string): string {
  return bases.get(form) ?? form;
}

/** How British and American English end or write the same words; each pair works both ways. */
const pairs: readonly (readonly [RegExp, string])[] = [
  [/our(?=$|s$|ed$|ing$|able$|ite$|ful$|less$|hood$)/, 'or'],
  [/or(?=$|s$|ed$|ing$|able$|ite$|ful$|less$|hood$)/, 'our'],
  [/is(?=e$|es$|ed$|ing$|ation$|ations$)/, 'iz'],
  [/iz(?=e$|es$|ed$|ing$|ation$|ations$)/, 'is'],
  [/ys(?=e$|es$|ed$|ing$)/, 'yz'],
  [/yz(?=e$|es$|ed$|ing$)/, 'ys'],
  [/tre(?=s?$)/, 'ter'],
  [/ter(?=s?$)/, 'tre'],
  [/ence(?=s?$)/, 'ense'],
  [/ense(?=s?$)/, 'ence'],
  [/logue(?=s?$)/, 'log'],
  [/log(?=s?$)/, 'logue'],
  [/gramme(?=s?$)/, 'gram'],
  [/ll(?=ed$|ing$|er$|ers$)/, 'l'],
  [/l(?=ed$|ing$|er$|ers$)/, 'll'],
  [/oeu/, 'eu'],
  [/ae/, 'e'],
];

const numbers =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
  fifteen sixteen seventeen eighteen nineteen twenty`.split(/\s+/);

/**
 * A word as others write it: as the other side of the Atlantic does, a number in digits.
 * Not all of them are words.
 */
export function otherSpellings(form: string): string[] {
  if (numbers.includes(form)) return [String(numbers.indexOf(form))];
  return pairs.flatMap(([ending, other]) => {
    const spelling = form.replace(ending, other);
    return spelling === form ? [] : [spelling];
  });
}

const endings =
  `ically ations ation ators ator ities ments ment ions ion ists ist isms ism ances ance
  ences ence ings ing ers ors er or ives ive ials ial ally als al able ible ity ies ed es ly s e y`
    .trim()
    .split(/\s+/);

/** A shorter beginning is shared by words that have nothing to do with each other. */
const minRoot = 5;

/**
 * What the words of a family have in common: "invest" of investor and investment, "suspen" of
 * suspended and suspension. Undefined for short words. Too rough to search by; good enough not to say
 * of a word that nothing mentions it.
 */
export function familyOf(form: string): string | undefined {
  const ending = endings.find(
    (each) => form.endsWith(each) && form.length - each.length >= minRoot,
  );
  const root = form.slice(0, form.length - (ending?.length ?? 0)).replace(/n[ds]$/, 'n');
  return root.length >= minRoot ? root : undefined;
}
