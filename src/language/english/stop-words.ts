/**
 * Words that say nothing about what a question is about: Lucene's 33 English stop words, and the
 * question words, auxiliaries, pronouns and prepositions that people put around their subject.
 */
export const stopWords: ReadonlySet<string> = new Set(
  `a about after again all also am an and any are as at be because been before being between both
   but by can could did do does doing done during each for from further had has have having he her
   here hers him his how i if in into is it its itself just like may me might more most must my no
   nor not of off on once only or other our out over own please s same shall she should so some such
   t tell than that the their them then there these they this those through to too under until up
   upon us very was we were what when where whether which while who whom whose why will with within
   without would you your`.split(/\s+/),
);
