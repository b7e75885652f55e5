/** Strokes on a 20 by 20 grid, drawn for this page. */
const strokes = {
  reply: 'M4 4h12v9H9l-4 3v-3H4z',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  send: 'M3 10 17 4l-4 13-3-6zM10 11l7-7',
  close: 'M5 5l10 10M15 5 5 15',
  menu: 'M3 5h14M3 10h14M3 15h14',
  hash: 'M8 3 6 17M14 3l-2 14M4 7.5h13M3 12.5h13',
  home: 'M3 10l7-6 7 6M5 9v8h10V9M8.5 17v-5h3v5',
  chat: 'M3 5h14v9H8l-4 3v-3H3z',
  down: 'M5 8l5 5 5-5',
  check: 'M4 10.5l4 4 8-9',
  eye: 'M2 10c4-6 12-6 16 0-4 6-12 6-16 0zM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  trash: 'M4 6h12M8 6V4h4v2M6 6l1 11h6l1-11',
  good: 'M3 9h3v8H3zM6 9l4-6c2 0 2 2 1.4 5H16c1 0 1.500 1 1.200 2l-1.600 6c-.2.600-.6 1-1.300 1H6',
  bad: 'M3 11h3V3H3zM6 11l4 6c2 0 2-2 1.400-5H16c1 0 1.500-1 1.200-2l-1.600-6c-.2-.600-.6-1-1.300-1H6',
  bolt: 'M11 2 4 11h5l-1 7 8-10h-5z',
  smile:
    'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7.500 8.500h.01M12.500 8.500h.01M7 12c1.500 2 4.500 2 6 0',
  clip: 'M15 9.500l-5.500 5.500a3.500 3.500 0 0 1-5-5l6-6a2.300 2.300 0 0 1 3.300 3.300l-6 6a1.100 1.100 0 0 1-1.600-1.600l5.200-5.200',
  file: 'M5 2.500h7l3.500 3.500v11.500H5zM12 2.500V6h3.500',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 9.500v4M10 6.500h.01',
  spark: 'M10 3l1.800 5.200L17 10l-5.200 1.800L10 17l-1.800-5.200L3 10l5.200-1.800z',
  alert: 'M10 3 2 17h16zM10 8v4M10 14.500h.01',
} as const;

/** The icons that the page knows. */
export type IconName = keyof typeof strokes;

/** An icon; it says nothing to screen readers, so its control needs a label of its own. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg viewBox="0 0 20 20" class={`icon icon-${name}`} aria-hidden="true">
      <path d={strokes[name]} />
    </svg>
  );
}
