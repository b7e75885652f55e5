import { termOf } from '../words.ts';

/**
 * Verbs and their nouns that tell of one and the same act, whatever the article calls it: who asks when
 * something was built is answered by when its construction ended. Only to judge what was found; to
 * search by them would find too much.
 */
const families = `
  build construct construction erect make create creation found foundation establish establishment form
    formation begin start launch open inaugurate introduce,
  finish complete completion end conclude close,
  meet meeting summit talks hold convene host,
  visit visitor come arrive arrival trip travel tour journey reach,
  die death kill casualty victim perish toll,
  buy purchase import acquire acquisition,
  sell sale export supply supplier,
  pay cost spend price worth fund finance,
  rise grow growth increase raise double climb,
  fall drop decline decrease shrink reduce,
  say tell describe claim state declare announce argue write speak warn,
  name call nickname dub,
  reject refuse oppose opposed opposition deny object objection protest resist condemn criticise criticism,
  agree sign agreement accord treaty deal,
  attack invade invasion strike annex annexation seize,
  win victory beat defeat award,
  join participate participation part member belong,
  long length wide width deep depth large big size area high height far distance,
  live inhabitant resident population,
  control rule govern lead head leader dominate,
  leave flee depart departure emigrate,
  help support aid assist assistance back backing,
  fear worry concern afraid alarm anxious anxiety,
  want seek demand request wish,
  think believe view see consider regard opinion,
  threaten threat warn warning danger risk,
  send deploy deployment dispatch station,
  need require depend dependence dependent rely reliance,
  gain benefit profit advantage,
  cooperate cooperation collaborate collaboration partner partnership ally alliance,
  fight fighting war battle conflict clash,
  trade commerce exchange,
  produce production manufacture output,
  praise hail applaud welcome,
  promise pledge vow commit commitment,
  share common joint,
  cause reason because,
  award decorate decoration honour medal order prize`;

const familiesOf = new Map<string, Set<number>>();
for (const [at, family] of families.split(',').entries()) {
  for (const word of family.trim().split(/\s+/)) {
    const term = termOf(word);
    if (term === undefined) continue;
    familiesOf.set(term, (familiesOf.get(term) ?? new Set()).add(at));
  }
}

/** Whether two stems tell of one act: those of "built" and "construction". */
export function isSameAct(one: string, other: string): boolean {
  const [ours, theirs] = [familiesOf.get(one), familiesOf.get(other)];
  return ours !== undefined && theirs !== undefined && [...ours].some((at) => theirs.has(at));
}
