/** Raise it whenever words, windows or the fields change: an index of another version is not used. */
export const pipeline = 1;

const terms = { type: 'text', analyzer: 'terms', similarity: 'ours' } as const;
const unsearched = { type: 'keyword', index: false, doc_values: false } as const;

/**
 * One index holds a library: a document for each passage, one for each article, and the statistics.
 * Words come as our terms, so that splitting and stemming is ours; `_` is a stop word, which keeps the
 * distance in phrases.
 */
export const indexDefinition = {
  settings: {
    index: {
      number_of_shards: 1,
      auto_expand_replicas: '0-1',
      refresh_interval: '5s',
      similarity: { ours: { type: 'BM25', k1: 1.2, b: 0.7 } },
      analysis: {
        filter: { gaps: { type: 'stop', stopwords: ['_'] } },
        analyzer: { terms: { type: 'custom', tokenizer: 'whitespace', filter: ['gaps'] } },
      },
    },
  },
  mappings: {
    dynamic: 'strict',
    _meta: { pipeline },
    properties: {
      kind: { type: 'keyword' },
      article: { type: 'keyword' },
      words: { ...terms, copy_to: 'both' },
      titles: { ...terms, norms: false, index_options: 'docs', copy_to: 'both' },
      both: { ...terms, index_options: 'freqs' },
      forms: unsearched,
      titleForms: unsearched,
      titleKey: { type: 'keyword' },
      paragraph: { type: 'integer', index: false },
      start: { type: 'integer', index: false },
      end: { type: 'integer', index: false },
      siblings: { type: 'integer', index: false },
      language: { type: 'keyword' },
      authors: { type: 'keyword' },
      publisher: { type: 'keyword' },
      first: { type: 'date', format: 'yyyy-MM-dd' },
      last: { type: 'date', format: 'yyyy-MM-dd' },
      text: { type: 'keyword' },
      articleLanguage: { type: 'keyword' },
      hash: unsearched,
      passages: { type: 'integer', index: false },
      payload: { type: 'binary' },
      state: { type: 'object', enabled: false },
    },
  },
} as const;

/** A term as the index takes it: the whitespace tokenizer divides longer ones. */
export function tokenOf(term: string | undefined): string {
  return term?.slice(0, 200) ?? '_';
}
