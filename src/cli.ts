#!/usr/bin/env node
import { command, type Run, Stop, wrongUse } from './commands/command.ts';
import { runAsProcess } from './commands/process.ts';

/** The first word of the command line, and what carries it out; loaded when it is asked for. */
const commands: Readonly<Record<string, () => Promise<{ readonly run: Run }>>> = {
  ask: () => import('./commands/ask.ts'),
  doctor: () => import('./commands/doctor.ts'),
  import: () => import('./commands/import.ts'),
  library: () => import('./commands/library.ts'),
  manifest: () => import('./commands/manifest.ts'),
  model: () => import('./commands/model.ts'),
  report: () => import('./commands/report.ts'),
  start: async () => {
    await import('./commands/small-heap.ts');
    return import('./commands/start.ts');
  },
  // The build leaves it out, as it does the fake Slack: the compiler follows no computed path.
  try: () => import(['./commands', 'try.ts'].join('/')),
};

const usage = `Usage: sino-russia ${Object.keys(commands).join('|')} [--help] …`;

const noSuchCommand = command(usage, { strict: false }, () => {
  throw new Stop(wrongUse, usage);
});

const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
await (load
  ? runAsProcess((await load()).run, args)
  : runAsProcess(noSuchCommand, process.argv.slice(2)));
