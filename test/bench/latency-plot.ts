import type { SizeFigures } from './search-bench.ts';

const [width, height, margin] = [640, 400, 60];
const lines = [
  { who: 'ours', share: 'p50', label: 'ours, p50', style: 'stroke="#1264a3"' },
  {
    who: 'ours',
    share: 'p95',
    label: 'ours, p95',
    style: 'stroke="#1264a3" stroke-dasharray="6 4"',
  },
  { who: 'plain', share: 'p50', label: 'plain MiniSearch, p50', style: 'stroke="#b0413e"' },
  {
    who: 'plain',
    share: 'p95',
    label: 'plain MiniSearch, p95',
    style: 'stroke="#b0413e" stroke-dasharray="6 4"',
  },
] as const;

/** An SVG of latency against size, both on logarithmic scales. */
export function drawLatencies(figures: readonly SizeFigures[]): string {
  const sizes = figures.map(({ passages }) => passages);
  const timesOf = ({ who, share }: (typeof lines)[number]) =>
    figures.map((each) => Math.max(0.01, each[who][share]));
  const times = lines.flatMap(timesOf);
  const x = scale(Math.min(...sizes), Math.max(...sizes), margin, width - margin);
  const y = scale(Math.min(...times), Math.max(...times), height - margin, margin);
  const curves = lines.map((line, at) => {
    const points = timesOf(line).map((time, i) => `${x(sizes[i] ?? 1)},${y(time)}`);
    const key = margin + 16 * at;
    return [
      `<polyline fill="none" stroke-width="2" ${line.style} points="${points.join(' ')}"/>`,
      `<text x="${margin + 10}" y="${key}">${line.label}</text>`,
      `<line x1="${margin - 30}" x2="${margin}" y1="${key - 4}" y2="${key - 4}" stroke-width="2" ${line.style}/>`,
    ].join('\n');
  });
  const text = (at: number, height: number, words: number) =>
    `<text x="${x(at)}" y="${height}" text-anchor="middle">${words}</text>`;
  const ticks = figures.flatMap(({ passages, ours, plain }) => [
    text(passages, height - margin + 20, passages),
    ...[ours.p95, plain.p95].map((time) =>
      text(passages, y(Math.max(0.01, time)) - 6, Math.round(time * 10) / 10),
    ),
  ]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    '<rect width="100%" height="100%" fill="white"/>',
    ...curves,
    ...ticks,
    `<text x="${width / 2}" y="${height - 14}" text-anchor="middle">passages; milliseconds a question</text>`,
    '</svg>',
  ].join('\n');
}

function scale(from: number, to: number, start: number, end: number): (value: number) => number {
  const span = Math.log(to / from) || 1;
  return (value) => Math.round(start + (Math.log(value / from) / span) * (end - start));
}
