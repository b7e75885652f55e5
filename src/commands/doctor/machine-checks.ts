import { type Finding, well, wrong } from './finding.ts';

/** What this machine knows about times and languages. */
export interface Machine {
  /** The name of its time zone; throws or is undefined where it has none. */
  readonly timeZone: () => string | undefined;
  /** The hour of the day (0 to 23) at a time (ms since 1970) in a zone; throws when it is unknown. */
  readonly hourIn: (zone: string, time: number) => number;
  /** The name of January in a language. */
  readonly january: (language: string) => string;
}

/** The machine that this process runs on. */
export const thisMachine: Machine = {
  timeZone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
  hourIn: (timeZone, time) => {
    const format = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' });
    return Number(format.format(time));
  },
  january: (language) =>
    new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(0),
};

/** Noon in Berlin is 11:00 UTC in winter and 10:00 UTC in summer. */
const noons = [Date.UTC(2026, 0, 15, 11), Date.UTC(2026, 6, 15, 10)];

/** Time zone data and languages, which digests and citations rest on. */
export function checkMachine(machine: Machine): Finding[] {
  return [timeZone(machine), languages(machine)];
}

function timeZone({ timeZone: read, hourIn }: Machine): Finding {
  const remedy = 'set TZ to a name such as Europe/Berlin or UTC, and install tzdata.';
  try {
    const zone = read();
    if (!zone || zone === 'Etc/Unknown') {
      return wrong('time zone', 'this machine does not say which one it is in', remedy);
    }
    const isRight = noons.every((noon) => hourIn('Europe/Berlin', noon) === 12);
    if (isRight) return well('time zone', `${zone}; the zones of channels are known`);
    return wrong('time zone', 'summer time of Europe/Berlin comes out wrong', 'update Node.js.');
  } catch (error) {
    return wrong('time zone', `it can't be read (${(error as Error).message})`, remedy);
  }
}

function languages({ january }: Machine): Finding {
  const isFull = january('ru').toLowerCase().startsWith('январ') && january('zh') === '一月';
  return isFull
    ? well('languages', 'this Node.js knows all of them (full ICU)')
    : wrong(
        'languages',
        'this Node.js was built with English only (small ICU)',
        'use a build of nodejs.org, or set NODE_ICU_DATA to the full data.',
      );
}
