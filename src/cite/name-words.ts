/** What tells organisations from people, and people's names from what stands beside them. Data. */

/** A name with one of these is an organisation's. */
export const organisationWords =
  wordSet(`the of for and & agency agencies news staff team desk board bureau ministry
  department office institute institution institutes university college school center centre council committee
  commission group association organisation organization foundation federation government embassy editor editors
  editorial reporter reporters correspondent correspondents times daily journal review network company
  corporation corp inc ltd llc gmbh plc ag sa oao pao zao fund union thinktank think-tank endowment forum service
  services international radio television broadcasting research alliance institution society league congress
  parliament duma assembly administration authority directorate secretariat academy laboratory laboratories
  initiative project programme program campaign coalition consortium partnership studio publishing publishers
  monitoring information resources strategy strategies policy affairs studies analytics intelligence defence
  defense security petroleum gas energy railways airlines industries technologies systems solutions holdings
  petrochemical nuclear cooperation development consulting consultancy media tribune herald gazette chronicle
  observer newspaper magazine weekly monthly quarterly bulletin diplomat economist guardian pravda izvestia
  unit force forces navy army command party front movement watchdog newsroom contributors developers authors
  министерство агентство институт университет академия фонд служба редакция комитет совет центр газета`);

/** These are family names too: an organisation's only beside a word that is no given name, or two others. */
export const doubtfulOrganisationWords = wordSet('post press bank house watch club banks');

/** Given names that stand before such a family name. */
export const givenNames =
  wordSet(`adam alan albert alex alexander alice amy andrew ann anna anne anthony arthur barbara ben
  benjamin bob brian bruce carl carol caroline catherine charles charlotte chris christine christopher clara
  claire colin craig daniel dave david deborah dennis diana donald dorothy douglas ed edward eleanor elizabeth
  ella emily emma eric ernest eva frances francis frank fred gary george gerald grace graham greg harold harry
  heather helen henry hugh ian isabel jack jacob james jane janet jason jean jeff jennifer jessica jill jim joan
  joe john jonathan joseph judith julia julian karen kate keith kelly ken kevin kim larry laura lawrence leo
  linda lisa liz louis lucy margaret maria mark martha martin mary matthew max michael michelle mike nancy
  natalie neil nicholas nick nicole nina nora oliver olivia oscar pamela patricia patrick paul peter philip
  rachel ralph raymond rebecca richard robert robin roger ronald rose roy ruth ryan sally sam samuel sandra sara
  sarah scott sean sharon simon sophie stephen steve steven stuart susan ted theodore thomas tim timothy tina
  tom tony vera victor victoria vincent virginia walter wendy will william`);

/** They begin a byline without being part of the name. */
export const honorifics =
  wordSet(`dr prof professor mr mrs ms miss mx sir dame lord lady rev reverend father hon amb
  ambassador gen general lt lieutenant maj major col colonel capt captain cmdr commander adm admiral rear vice
  brig brigadier sgt sergeant sen senator rep representative gov governor president academician г-н г-жа проф
  профессор д-р`);

/** They end it. */
export const degrees =
  wordSet(`phd ph.d dphil md m.d ma m.a mba msc m.sc ba b.a bsc jd j.d llm ll.m edd dds esq cpa cfa
  ret rn obe mbe cbe kbe frs usn usa usaf usmc`);

/** Before a family name; with a capital they are part of it. */
export const nameParticles = wordSet(
  `van von der den de del della di da dos du la le bin ibn al el ten ter zu zur`,
);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
