declare module 'citeproc' {
  /** Of https://github.com/Juris-M/citeproc-js, what the recorder uses. */
  class Engine {
    constructor(
      system: {
        retrieveLocale(language: string): string;
        retrieveItem(id: string): object | undefined;
      },
      style: string,
      language: string,
    );
    updateItems(ids: string[]): void;
    makeBibliography(): [object, string[]];
    previewCitationCluster(
      citation: { citationItems: { id: string }[]; properties: { noteIndex: number } },
      before: [],
      after: [],
      format: 'html',
    ): string;
  }
  const CSL: { Engine: typeof Engine };
  export default CSL;
}
