/** What may stand inside an element; strings always become text, never markup. */
export type Child = Node | string | null | undefined | false;

/** Attributes by name, and listeners as `onclick` and the like. */
export type Attributes = Readonly<
  Record<string, string | number | boolean | undefined | ((event: never) => unknown)>
>;

/**
 * Builds an element. Data reaches the page only as attribute values and text nodes, so nothing that
 * a message holds can become markup or script.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      node.addEventListener(name.slice(2), value as EventListener);
    } else if (value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? '' : String(value));
    }
  }
  node.append(
    ...children.filter((child) => child !== null && child !== undefined && child !== false),
  );
  return node;
}
