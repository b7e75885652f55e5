/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/): enough to notice a changed text. */
export function fingerprintOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
