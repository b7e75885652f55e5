const endings =
  `ically ations ation ators ator ities ments ment ions ion ists ist isms ism ances ance
  ences ence ings ing ers ors er or ives ive ials ial ally als al able ible ity ies ed es ly s e y`
    .trim()
    .split(/\s+/);

/** A shorter beginning is shared by words that have nothing to do with each other. */
const leastRoot = 5;

/**
 * What the words of a family have in common: "invest" of investor and investment, "suspen" of
 * suspended and suspension. Undefined for short words. Too rough to search by; good enough not to say
 * of a word that nothing mentions it.
 */
export function familyOf(form: string): string | undefined {
  const ending = endings.find(
    (each) => form.endsWith(each) && form.length - each.length >= leastRoot,
  );
  const root = form.slice(0, form.length - (ending?.length ?? 0)).replace(/n[ds]$/, 'n');
  return root.length >= leastRoot ? root : undefined;
}
