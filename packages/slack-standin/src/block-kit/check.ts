/** One thing that Slack would refuse, with the place of it as a JSON pointer. */
export interface Problem {
  readonly pointer: string;
  readonly message: string;
  readonly constraint: string;
}

/** Looks at one value and reports what Slack would refuse in it. */
export type Check = (value: unknown, at: string, report: (problem: Problem) => void) => void;

/** Tells whether a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Accepts strings of `min` to `max` characters. */
export function string({ min = 1, max = Infinity, pattern = /^/ } = {}): Check {
  return (value, at, report) => {
    const refuse = (constraint: string, message: string) =>
      report({ pointer: at, message, constraint });
    if (typeof value !== 'string') return refuse('type', 'must provide a string');
    if (value.length < min) refuse('min_length', `must be more than ${min - 1} characters`);
    if (value.length > max) refuse('max_length', `must be less than ${max + 1} characters`);
    if (!pattern.test(value)) refuse('pattern', `does not match ${pattern.source}`);
  };
}

/** Accepts absolute http and https addresses only. */
export function url(max: number): Check {
  const length = string({ max });
  return (value, at, report) => {
    length(value, at, report);
    if (typeof value !== 'string' || /^https?:\/\/[^\s<>|]+$/i.test(value)) return;
    report({ pointer: at, message: 'must be a valid http(s) url', constraint: 'url' });
  };
}

/** Accepts true and false. */
export const flag: Check = (value, at, report) => {
  if (typeof value !== 'boolean') {
    report({ pointer: at, message: 'must provide a boolean', constraint: 'type' });
  }
};

/** Accepts numbers from `min` to `max`. */
export function number({ min = -Infinity, max = Infinity, whole = true } = {}): Check {
  return (value, at, report) => {
    if (typeof value !== 'number' || (whole && !Number.isInteger(value))) {
      return report({ pointer: at, message: 'must provide a number', constraint: 'type' });
    }
    if (value < min || value > max) {
      const message = `must be between ${min} and ${max}`;
      report({ pointer: at, message, constraint: 'range' });
    }
  };
}

/** Accepts one of a few fixed values. */
export function oneOf(...values: readonly (string | number)[]): Check {
  return (value, at, report) => {
    if (values.some((known) => known === value)) return;
    const message = `must be one of: ${values.join(', ')}`;
    report({ pointer: at, message, constraint: 'enum' });
  };
}

/** Accepts lists of `min` to `max` items that each pass `item`. */
export function list(item: Check, { min = 1, max = Infinity } = {}): Check {
  return (value, at, report) => {
    const refuse = (constraint: string, message: string) =>
      report({ pointer: at, message, constraint });
    if (!Array.isArray(value)) return refuse('type', 'must provide an array');
    if (value.length < min) refuse('min_items', `no fewer than ${min} items allowed`);
    if (value.length > max) refuse('max_items', `no more than ${max} items allowed`);
    value.forEach((entry, index) => {
      item(entry, `${at}/${index}`, report);
    });
  };
}

/** Accepts objects with exactly these fields: the required ones, and any of the optional ones. */
export function fields(
  required: Record<string, Check>,
  optional: Record<string, Check> = {},
): Check {
  return (value, at, report) => {
    if (!isObject(value)) {
      return report({ pointer: at, message: 'must provide an object', constraint: 'type' });
    }
    for (const name of Object.keys(required)) {
      if (value[name] !== undefined) continue;
      report({ pointer: at, message: `missing required field: ${name}`, constraint: 'required' });
    }
    for (const [name, entry] of Object.entries(value)) {
      const check = required[name] ?? optional[name];
      if (check && entry !== undefined) check(entry, `${at}/${name}`, report);
      if (check || name === 'type') continue;
      const message = `invalid additional property: ${name}`;
      report({ pointer: at, message, constraint: 'additional_property' });
    }
  };
}

/** Accepts objects whose `type` is one of the keys, each by its own check. */
export function typed(variants: Record<string, Check>): Check {
  return (value, at, report) => {
    if (!isObject(value)) {
      return report({ pointer: at, message: 'must provide an object', constraint: 'type' });
    }
    const { type } = value;
    if (type === undefined) {
      return report({
        pointer: at,
        message: 'missing required field: type',
        constraint: 'required',
      });
    }
    const variant =
      typeof type === 'string' && Object.hasOwn(variants, type) ? variants[type] : undefined;
    if (variant) return variant(value, at, report);
    const message = `unsupported type: ${String(type)}`;
    report({ pointer: `${at}/type`, message, constraint: 'enum' });
  };
}

/** Accepts what every one of the checks accepts. */
export function all(...checks: readonly Check[]): Check {
  return (value, at, report) => {
    for (const check of checks) check(value, at, report);
  };
}

/** Lists what `check` refuses in `value`. */
export function problemsOf(check: Check, value: unknown, at: string): Problem[] {
  const problems: Problem[] = [];
  check(value, at, (problem) => problems.push(problem));
  return problems;
}

/** Writes a problem as Slack does in `response_metadata.messages`. */
export function problemToMessage({ message, pointer }: Problem): string {
  return `[ERROR] ${message} [json-pointer:${pointer}]`;
}
