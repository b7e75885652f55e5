import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface OptionListProps {
  /** Each option's id is this one's with its index. */
  readonly id: string;
  readonly label: string;
  readonly look: string;
  readonly testId: string;
  readonly listTestId?: string;
  readonly marked: number;
  readonly options: readonly {
    readonly words: ComponentChildren;
    readonly more?: ComponentChildren;
    readonly take: () => void;
  }[];
}

/** The list beside a text field that completes what is typed there; the field keeps the focus. */
export function OptionList({
  id,
  label,
  look,
  testId,
  listTestId,
  marked,
  options,
}: OptionListProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.children[marked]?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return (
    <div
      ref={list}
      id={id}
      class={look}
      role="listbox"
      aria-label={label}
      data-testid={listTestId}
      hidden={options.length === 0}
    >
      {options.map(({ words, more, take }, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field names the marked one instead.
        <div
          key={index}
          id={`${id}-${index}`}
          role="option"
          class="suggestion"
          aria-selected={index === marked}
          data-testid={testId}
          // The press, not the click: the field must not lose the focus before.
          onPointerDown={(event) => {
            event.preventDefault();
            take();
          }}
        >
          {words}
          {more}
        </div>
      ))}
    </div>
  );
}
