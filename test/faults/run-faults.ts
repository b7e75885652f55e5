import { parseArgs } from 'node:util';
import { type KillRunReport, runKills } from './kill-run.ts';

const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
});

/** Prints what came of a run; true when nothing was lost and nothing answered twice. */
function print(history: boolean, report: KillRunReport): boolean {
  const { lost, undelivered, doubled, excusable, kept } = report;
  const lines = [
    `${report.questions} questions, ${report.kills} kills, ${report.redeliveries} redeliveries, ${report.seconds} s, seed ${values.seed}, ${history ? 'with' : 'without'} channels:history`,
    `  lost: ${lost.length} ${lost.join(' ')}`,
    `  answered twice: ${doubled.length} ${doubled.join(' ')}`,
    `  answered twice where nobody could know: ${excusable.length}`,
    `  messages that Slack brought in vain as often as it does: ${undelivered.length}`,
    `  commands and clicks that Slack showed as failed: ${report.shownFailure}`,
    `  ends without being killed: ${report.failures}; left open in the book: ${report.open}`,
    ...(kept ? [`  log and database: ${kept}`] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return lost.length + doubled.length + report.failures === 0;
}

for (const history of [true, false]) {
  const [questions = 0, kills = 0, seed = 0] = [values.questions, values.kills, values.seed].map(
    Number,
  );
  const pace = { meanLife: 5000, redeliveryDelaysMs: [0, 3000, 10_000] };
  const report = await runKills({ questions, kills, seed, history, ...pace });
  if (!print(history, report)) process.exitCode = 1;
}
