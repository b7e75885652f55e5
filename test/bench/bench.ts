import { benchWire } from './wire-bench.ts';

const wire = await benchWire(1000);
const round = (value: number) => Math.round(value * 10) / 10;
console.table(
  Object.fromEntries(Object.entries(wire).map(([name, value]) => [name, round(value)])),
);
