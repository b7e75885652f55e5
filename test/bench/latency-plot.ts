/** What is drawn of a row of the benchmark. */
interface Latencies {
  readonly passages: number;
  readonly p50: number;
  readonly p95: number;
  readonly 'plain p50': number;
  readonly 'plain p95': number;
}

const [width, height, margin] = [640, 400, 60];
const lines = [
  { key: 'p50', label: 'ours, p50', style: 'stroke="#1264a3"' },
  { key: 'p95', label: 'ours, p95', style: 'stroke="#1264a3" stroke-dasharray="6 4"' },
  { key: 'plain p50', label: 'plain MiniSearch, p50', style: 'stroke="#b0413e"' },
  {
    key: 'plain p95',
    label: 'plain MiniSearch, p95',
    style: 'stroke="#b0413e" stroke-dasharray="6 4"',
  },
] as const;

/** An SVG of latency against size, both on logarithmic scales. */
export function drawLatencies(rows: readonly Latencies[]): string {
  const sizes = rows.map(({ passages }) => passages);
  const times = rows.flatMap((row) => lines.map(({ key }) => Math.max(0.01, row[key])));
  const x = scale(Math.min(...sizes), Math.max(...sizes), margin, width - margin);
  const y = scale(Math.min(...times), Math.max(...times), height - margin, margin);
  const curves = lines.map(({ key, label, style }, line) => {
    const points = rows.map((row) => `${x(row.passages)},${y(Math.max(0.01, row[key]))}`).join(' ');
    return [
      `<polyline fill="none" stroke-width="2" ${style} points="${points}"/>`,
      `<text x="${margin + 10}" y="${margin + 16 * line}">${label}</text>`,
      `<line x1="${margin - 30}" x2="${margin}" y1="${margin - 4 + 16 * line}" y2="${margin - 4 + 16 * line}" stroke-width="2" ${style}/>`,
    ].join('\n');
  });
  const ticks = rows.flatMap((row) => [
    `<text x="${x(row.passages)}" y="${height - margin + 20}" text-anchor="middle">${row.passages}</text>`,
    `<text x="${x(row.passages)}" y="${y(Math.max(0.01, row.p95)) - 6}" text-anchor="middle">${row.p95}</text>`,
    `<text x="${x(row.passages)}" y="${y(row['plain p95']) - 6}" text-anchor="middle">${row['plain p95']}</text>`,
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
