import { isTraditional, simplify } from '../../src/language/chinese/simplified.ts';

/** The first traditional character for each simplified one. */
const traditional = new Map<string, string>();
for (let code = 0x4e00; code <= 0x9fff; code += 1) {
  const character = String.fromCodePoint(code);
  const simplified = simplify(character);
  if (simplified !== character && !traditional.has(simplified)) {
    traditional.set(simplified, character);
  }
}

/** A Chinese text in the other script: in simplified characters, or in traditional ones. */
export function otherScript(text: string): string {
  if (isTraditional(text)) return simplify(text);
  return [...text].map((character) => traditional.get(character) ?? character).join('');
}
