import { isObject } from '../block-kit/check.ts';
import { invalid, Refusal } from '../workspace/refusal.ts';

/** The arguments of one Web API call, read strictly. */
export class Args {
  readonly all: Readonly<Record<string, unknown>>;

  constructor(all: Readonly<Record<string, unknown>>) {
    this.all = all;
  }

  /** Names of `required` that are missing or empty. */
  missing(required: readonly string[]): string[] {
    return required.filter((name) => this.all[name] === undefined || this.all[name] === '');
  }

  /** A string, or '' when it was not given. */
  string(name: string): string {
    return this.optional(name) ?? '';
  }

  /** A string, if it was given. */
  optional(name: string): string | undefined {
    const value = this.all[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    throw invalid(`must provide a string [json-pointer:/${name}]`);
  }

  /** A truth value, false when it was not given. */
  flag(name: string): boolean {
    const value = this.all[name];
    return value === true || value === 'true' || value === '1' || value === 1;
  }

  /** A positive whole number. */
  count(name: string, fallback: number): number {
    const value = this.all[name] === undefined ? fallback : Number(this.all[name]);
    if (Number.isInteger(value) && value > 0) return value;
    throw invalid(`must provide a positive number [json-pointer:/${name}]`);
  }

  /** A list or an object; forms carry these as JSON text. */
  json(name: string, malformed = 'invalid_arguments'): unknown {
    const value = this.all[name];
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value);
    } catch {
      throw new Refusal(malformed);
    }
  }
}

/** Reads a form or JSON body into named arguments; undefined when it is neither. */
export function readArgs(body: string, contentType: string): Record<string, unknown> | undefined {
  if (!contentType.startsWith('application/json')) {
    return Object.fromEntries(new URLSearchParams(body));
  }
  try {
    const value: unknown = JSON.parse(body || '{}');
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
