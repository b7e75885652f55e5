declare module 'wink-porter2-stemmer' {
  /** Snowball's English stemmer (Porter2) for one lower-case word. */
  function stemmer(word: string): string;
  export = stemmer;
}
