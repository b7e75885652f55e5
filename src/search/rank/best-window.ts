/** Something that a text holds at one place: what it counts for, and how much. */
export interface Found {
  /** Which word of the text. */
  readonly at: number;
  readonly concept: number;
  readonly worth: number;
}

/**
 * The most that any `windowWords` neighbouring words of a text hold of a question: the sum over the
 * concepts named among them, each at least at what `base` says. A passage that says all of it in one
 * sentence answers more likely than one that is strewn with the words.
 */
export function bestWindow(
  found: readonly Found[],
  base: readonly number[],
  windowWords: number,
): number {
  const least = base.reduce((total, each) => total + each, 0);
  let best = least;
  for (const [from, { at: start }] of found.entries()) {
    const inside = [...base];
    let sum = least;
    for (let next = from; next < found.length; next += 1) {
      const each = found[next];
      if (!each || each.at >= start + windowWords) break;
      const before = inside[each.concept] ?? 0;
      if (each.worth <= before) continue;
      sum += each.worth - before;
      inside[each.concept] = each.worth;
    }
    best = Math.max(best, sum);
  }
  return best;
}
