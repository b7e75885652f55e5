/** The measurements that are made when the search or the import changes, by the names of their files. */
const experiments = [
  'collections',
  'constants',
  'follow-ups',
  'import',
  'left-out',
  'journeys',
  'taken-out',
];

const [name = ''] = process.argv.splice(2, 1);
if (experiments.includes(name)) {
  await import(`./${name}.ts`);
} else {
  console.error(`Usage: npm run experiment -- ${experiments.join('|')} …`);
  process.exitCode = 64;
}
