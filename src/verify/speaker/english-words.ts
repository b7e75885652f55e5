/** The words by which English prose says who speaks. Data: add to it what your sources use. */
import { negations as denials } from '../../language/english/negations.ts';

const regular = `add admit affirm agree announce answer argue assert assure acknowledge beg brag boast call caution
  characterise characterize claim comment complain concede conclude confess confirm contend counter
  declare demand describe dub emphasise emphasize exclaim explain hail insist joke label lament maintain
  mention muse mutter note observe opine plead pledge praise predict proclaim promise quip reassure recall
  recount reiterate remark reply respond retort scoff shout snap state stress sum suggest tweet
  underline underscore urge vow warn whisper brand portray counsel advise remind recollect venture
  threaten tease disagree confide fume grumble growl interject jest murmur narrate preach rant roar scream
  yell testify reveal disclose pronounce sneer bemoan implore ask inquire wonder query comment cable reason sigh laugh elaborate continue
  remember coin believe`;

const irregular = `say says said saying tell tells told telling write writes wrote writing written put puts putting
  speak speaks spoke speaking spoken cry cries cried crying reply replies replied replying go goes went going`;

/** Behind these the words may be somebody else's, or nobody's. */
const doubtful = `deny reject dismiss refute refuse doubt question cite quote echo repeat hear read see think
  fear hope want know learn understand criticise criticize ridicule mock oppose welcome ignore denounce
  condemn imagine dispute rebut disown paraphrase parody misquote attribute credit accuse blame
  react object compare expect consider regard allege rumour forbid ban avoid report`;

const doubtfulForms = `heard saw seen thought knew known understood forbade forbidden quoth`;

/** "X's answer was short: …" */
export const speechNouns =
  wordSet(`words word phrase statement remark remarks comment comments claim warning pledge
  promise vow call description slogan message answer reply response view verdict term assertion insistence
  declaration assessment motto line advice conclusion explanation complaint appeal admission tweet
  question retort joke judgment judgement summary plea`);

export const pronouns = wordSet('he she they it we i you who');

/** A run of capitals that these begin is no name, or begins behind them. */
export const notNames =
  wordSet(`the a an in on at to of for from by with as and or but nor so yet if when while whereas
  after before since until because although though despite during under over between among against
  according speaking asked asking answering responding writing addressing quoting citing he she they it we i you
  his her their its our my your this that these those there here what who whom whose which why how where
  then now later earlier today yesterday tomorrow still also even only once never not no neither both
  meanwhile however moreover instead nevertheless perhaps maybe yes did does do is was were are has have had
  will would could should may might must can one two three another some many most few several all each every
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december last next`);

/** Part of no name, but they stand beside it. */
export const titles =
  wordSet(`president premier prime minister chancellor governor senator secretary ambassador general
  gen colonel col captain capt lieutenant lt major maj sergeant sgt admiral adm commander marshal king queen prince
  princess baron baroness duke duchess pope mr mrs ms miss dr doctor prof professor sir lord lady dame chairman chairwoman chairperson
  chair chief director deputy vice foreign defence defense finance interior trade acting former ex
  spokesman spokeswoman spokesperson judge mayor comrade secretary-general adviser advisor economist analyst engineer
  researcher leader head boss founder editor academician congressman congresswoman representative rep
  sen gov rev reverend father sister brother bishop archbishop imam rabbi justice attorney envoy consul
  chinese russian american british french german japanese korean indian ukrainian soviet european kremlin
  north south then-president`);

/** "China's Wang" is a name, "Xi's Rogov" is none. */
export const states: ReadonlySet<string> = new Set([
  ...regionNames(),
  ...[
    'kremlin',
    'beijing',
    'moscow',
    'washington',
    'brussels',
    'pyongyang',
    'seoul',
    'tokyo',
    'kyiv',
  ],
]);

function regionNames(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  return letters.flatMap((first) =>
    letters.flatMap((second) => names.of(first + second)?.toLowerCase() ?? []),
  );
}

/** Behind these "of" goes on with the name: "the Ministry of Fisheries". */
export const bodies =
  wordSet(`ministry department institute institution university college school academy bureau office agency
  commission committee council board bank chamber union association federation confederation league society
  foundation fund centre center embassy consulate court parliament congress assembly house museum
  company corporation group press republic kingdom administration authority service`);

/** Between the parts of a name. */
export const particles = wordSet(
  'van von de der den del della di da dos du la le bin ibn al el ten ter zu of',
);

export const prepositions =
  wordSet(`of to for from by with without in on at into onto about near against between among
  under over behind beyond after before during like than through across toward towards via inside outside
  alongside beside including despite upon per`);

export const conjunctions =
  wordSet(`and or but nor while whereas when as which that because although though if unless
  whether so yet since until where whom whose what how why`);

export const modals = wordSet('will would could should may might must can shall ought cannot');
export const negations = new Set([...denials, "n't"]);
export const auxiliaries = wordSet(
  `has have had having is are was were be been being do does did am`,
);
export const beForms = wordSet('is are was were be been being am get gets got');
const adverbs =
  wordSet(`long also then later once again even just still now recently already often always sometimes
  twice instead only earlier soon today yesterday once both all simply reportedly famously further
  meanwhile nevertheless nonetheless thus therefore too once himself herself themselves itself`);
const timeWords = `monday tuesday wednesday thursday friday saturday sunday last this next today yesterday earlier later
  here there again then too also not recently once afterwards`;
export const afterSubject = wordSet(timeWords);

/** Words in -ly that are no adverbs. */
const nouns = wordSet('ally family italy july assembly reply supply monopoly bully anomaly');

/** Whether a word only tells how something is done. */
export function isAdverb(lower: string): boolean {
  return adverbs.has(lower) || (/\wly$/.test(lower) && !nouns.has(lower));
}

/** Behind an adjective of this kind a colon brings the words: "Putin was blunt: …" */
export const outspoken =
  wordSet(`blunt clear adamant unapologetic brief short direct frank categorical emphatic terse
  defiant succinct curt explicit plain unequivocal laconic`);

/** What somebody has written may be anybody's unless it is said whose. */
export const works =
  wordSet(`paper report study book letter article essay memo memorandum memoir memoirs survey poll
  analysis account dispatch column interview transcript minutes diary testimony thesis dissertation review`);

/** Behind what somebody has or gives of these a colon brings the words: "Zimin had a simple answer: …" */
export const opinions =
  wordSet(`view answer explanation theory verdict advice opinion reply message warning take complaint
  question rule saying formula thought description definition diagnosis word words conclusion remedy`);

/** What each form of a verb is: `report`, or `doubtful`; and whether it is bare, as in "heard him say". */
export interface SpeechVerb {
  readonly kind: 'report' | 'doubtful';
  readonly form: 'base' | 'finite' | 'ing';
}

const bases = wordSet('say tell write put speak cry reply go');

export const speechVerbs: ReadonlyMap<string, SpeechVerb> = new Map([
  ...wordsOf(doubtful).flatMap((base) => formsOf(base, 'doubtful')),
  ...wordsOf(doubtfulForms).map((form) => [form, { kind: 'doubtful', form: 'finite' }] as const),
  ...wordsOf(regular).flatMap((base) => formsOf(base, 'report')),
  ...wordsOf(irregular).map((form) => [form, { kind: 'report', form: formOf(form) }] as const),
]);

function formOf(word: string): SpeechVerb['form'] {
  if (word.endsWith('ing')) return 'ing';
  // "Put" is its own past.
  return bases.has(word) && word !== 'put' ? 'base' : 'finite';
}

function formsOf(base: string, kind: SpeechVerb['kind']): (readonly [string, SpeechVerb])[] {
  const stem = base.replace(/e$/, '');
  const isY = /[^aeiou]y$/.test(base);
  const doubled = /^(?:snap|refer|plan|beg|quip|dub|ban|admit)$/.test(base)
    ? base + base.slice(-1)
    : stem;
  const third = isY
    ? `${base.slice(0, -1)}ies`
    : /(?:s|sh|ch|x|o)$/.test(base)
      ? `${base}es`
      : `${base}s`;
  const past = isY ? `${base.slice(0, -1)}ied` : `${doubled}ed`;
  const forms: [string, SpeechVerb['form']][] = [
    [base, 'base'],
    [third, 'finite'],
    [past, 'finite'],
    [`${doubled}ing`, 'ing'],
  ];
  return forms.map(([word, form]) => [word, { kind, form }] as const);
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(wordsOf(words));
}

function wordsOf(words: string): string[] {
  return words.trim().split(/\s+/);
}
