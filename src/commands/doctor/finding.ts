/** What one check found, in words for the person who runs the bot. */
export interface Finding {
  /** What was looked at, such as `clock`. */
  readonly what: string;
  readonly isWell: boolean;
  readonly found: string;
  /** What to do about it; only where something is wrong. */
  readonly remedy?: string;
}

export function well(what: string, found: string): Finding {
  return { what, isWell: true, found };
}

export function wrong(what: string, found: string, remedy: string): Finding {
  return { what, isWell: false, found, remedy };
}

/** A finding as lines of text. */
export function findingToText({ what, isWell, found, remedy }: Finding): string {
  const line = `${isWell ? 'well ' : 'WRONG'}  ${what}: ${found}`;
  return remedy ? `${line}\n       What to do: ${remedy}` : line;
}
