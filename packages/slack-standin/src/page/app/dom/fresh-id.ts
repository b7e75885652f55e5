import { useState } from 'preact/hooks';

let issued = 0;

/**
 * An id that no other element of the page has, the same each time that a part is drawn. (Preact's own
 * `useId` counts from the beginning each time that the whole page is drawn, and repeats itself.)
 */
export function useFreshId(): string {
  const [id] = useState(() => {
    issued += 1;
    return `field-${issued}`;
  });
  return id;
}
