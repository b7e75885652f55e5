import { createRequire } from 'node:module';
import { ownName, zones } from '../zones.ts';

/** Brings a CommonJS module in when it is needed, not before. */
const require = createRequire(import.meta.url);

/** A town of the list: one name may belong to several. */
interface Town {
  readonly city_ascii: string;
  readonly country: string;
  readonly pop: number;
  readonly timezone: string;
}

/** Where people say another name than the list. */
const otherNames: Readonly<Record<string, string>> = {
  kiev: 'kyiv',
  peking: 'beijing',
  nyc: 'new york',
  washington: 'washington dc',
  dc: 'washington dc',
  uk: 'united kingdom',
  britain: 'united kingdom',
};

/** What people call the time of a region. */
const regions: Readonly<Record<string, readonly string[]>> = {
  ...{ utc: ['UTC'], gmt: ['UTC'], zulu: ['UTC'], msk: ['Europe/Moscow'] },
  ...{ et: ['America/New_York'], est: ['America/New_York'], edt: ['America/New_York'] },
  ...{
    eastern: ['America/New_York'],
    central: ['America/Chicago'],
    pacific: ['America/Los_Angeles'],
  },
  ...{ ct: ['America/Chicago'], cdt: ['America/Chicago'], mt: ['America/Denver'] },
  ...{ mst: ['America/Denver'], mdt: ['America/Denver'], pt: ['America/Los_Angeles'] },
  ...{ pst: ['America/Los_Angeles'], pdt: ['America/Los_Angeles'], cet: ['Europe/Berlin'] },
  ...{ cest: ['Europe/Berlin'], eet: ['Europe/Athens'], eest: ['Europe/Athens'] },
  ...{ wet: ['Europe/Lisbon'], bst: ['Europe/London'], hkt: ['Asia/Hong_Kong'] },
  ...{
    jst: ['Asia/Tokyo'],
    kst: ['Asia/Seoul'],
    sgt: ['Asia/Singapore'],
    aest: ['Australia/Sydney'],
  },
  ...{ aedt: ['Australia/Sydney'], cst: ['America/Chicago', 'Asia/Shanghai'] },
  ...{ ist: ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin'] },
};

/** A town so many times as large as its namesakes is the one that is meant. */
const dominance = 5;

let known: ReadonlyMap<string, readonly string[]> | undefined;

/** The time zones that a name of a town, country or region may mean; empty for no such name. */
export function zonesNamed(name: string): readonly string[] {
  const plain = plainName(name);
  const region = regions[plain];
  if (region) return region;
  known ??= readTowns();
  return known.get(otherNames[plain] ?? plain) ?? [];
}

/** Whether a name is one of those that are written in capitals. */
export function isAbbreviation(name: string): boolean {
  return /^[a-z]{2,4}$/.test(name) && regions[name] !== undefined;
}

function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[._-]+/g, ' ')
    .replace(/[^\p{L} ]/gu, '')
    .replace(/\bsaint\b/g, 'st')
    .replace(/\s+/g, ' ')
    .replace(/\bd c\b/, 'dc')
    .trim();
}

/** The people of each zone, by the zone's own name; aliases of it are counted together. */
type Counts = Map<
  string,
  { readonly zone: string; readonly largest: number; readonly all: number }
>;

/** Read once, and only for somebody who names a town. */
function readTowns(): Map<string, readonly string[]> {
  const { cityMapping: towns } = require('city-timezones') as {
    readonly cityMapping: readonly Town[];
  };
  const ownNames = new Map<string, string | undefined>();
  const people = new Map<string, Counts>();
  for (const { city_ascii, country, pop, timezone: zone } of towns) {
    if (!ownNames.has(zone)) ownNames.set(zone, ownName(zone));
    const own = ownNames.get(zone);
    if (!own) continue;
    for (const name of [plainName(city_ascii), plainName(country)]) {
      const counts: Counts = people.get(name) ?? new Map();
      const { zone: before = zone, largest = 0, all = 0 } = counts.get(own) ?? {};
      const isLarger = pop > largest;
      const count = { zone: isLarger ? zone : before, largest: Math.max(pop, largest) };
      people.set(name, counts.set(own, { ...count, all: all + pop }));
    }
  }
  const named = new Map([...people].map(([name, counts]) => [name, likeliest(counts)] as const));
  // The towns that the zones have their names from are meant before all others.
  for (const zone of zones) named.set(plainName(zone.split('/').at(-1) ?? zone), [zone]);
  return named;
}

function likeliest(counts: Counts): readonly string[] {
  const [first, ...others] = [...counts.values()].sort((a, b) => b.all - a.all).slice(0, 3);
  if (!first) return [];
  const isClear = others.every(({ all }) => first.all >= all * dominance);
  return (isClear ? [first] : [first, ...others]).map(({ zone }) => zone);
}
