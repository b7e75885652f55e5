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
export function baseOf(form: string): string {
  return bases.get(form) ?? form;
}
