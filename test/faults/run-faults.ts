import { parseArgs } from 'node:util';
import { type KillRunReport, runKills } from './kill-run.ts';

const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    database: { type: 'string', default: 'sqlite' },
    processes: { type: 'string', default: '1' },
    'slow-claims': { type: 'string', default: '0' },
    mode: { type: 'string', default: 'socket' },
    ends: { type: 'string', default: 'SIGKILL' },
    search: { type: 'string', default: 'memory' },
    history: { type: 'string' },
  },
});

/** Prints what came of a run; true when nothing was lost, denied or answered twice. */
function print(history: boolean, report: KillRunReport): boolean {
  const { lost, falseUnknown, undelivered, doubled, excusable, kept } = report;
  const lines = [
    `${report.taken} of ${report.questions} questions taken, ${report.kills} ends (${bots.ends}), ${report.redeliveries} redeliveries, ${report.seconds} s, seed ${values.seed}, ${bots.database}, ${bots.processes} processes, ${bots.mode}, search in ${bots.search} (${report.nodeKills} nodes killed), claims slowed by ${bots.slowClaims} ms, ${history ? 'with' : 'without'} channels:history`,
    `  lost: ${lost.length} ${lost.join(' ')}`,
    `  told that the library has nothing, which is false: ${falseUnknown.length} ${falseUnknown.join(' ')}`,
    `  told why there is no answer: ${report.reasons.length}`,
    ...report.reasons.map((reason) => `    ${reason}`),
    `  answered twice: ${doubled.length} ${doubled.join(' ')}`,
    ...report.traces.map((trace) => `    ${trace}`),
    ...Object.entries(excusable).map(
      ([why, marks]) => `  answered twice, ${why}: ${marks.length} ${marks.join(' ')}`,
    ),
    `  messages that Slack brought in vain as often as it does: ${undelivered.length}`,
    `  commands and clicks that Slack showed as failed: ${report.shownFailure}`,
    `  ends without being killed: ${report.failures}; left open: ${report.open}`,
    ...(kept ? [`  log and database: ${kept}`] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return lost.length + falseUnknown.length + doubled.length + report.failures === 0;
}

/** How the bots of this run are. */
const bots = {
  database: values.database === 'postgres' ? 'postgres' : 'sqlite',
  mode: values.mode === 'http' ? 'http' : 'socket',
  search: values.search === 'nodes' ? 'nodes' : 'memory',
  ends: values.ends === 'SIGTERM' ? 'SIGTERM' : 'SIGKILL',
  isBuilt: true,
  processes: Number(values.processes),
  slowClaims: Number(values['slow-claims']),
} as const;

const histories = values.history === undefined ? [true, false] : [values.history === 'yes'];
for (const history of histories) {
  const [questions = 0, kills = 0, seed = 0] = [values.questions, values.kills, values.seed].map(
    Number,
  );
  const pace = { meanLife: 5000, redeliveryDelaysMs: [0, 3000, 10_000] };
  const report = await runKills({ questions, kills, seed, history, ...pace, ...bots });
  if (!print(history, report)) process.exitCode = 1;
}
