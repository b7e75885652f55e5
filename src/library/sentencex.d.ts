declare module 'sentencex' {
  /** Sentences with the white space behind them; joined they are the text. */
  export function segment(language: string, text: string): string[];
}
