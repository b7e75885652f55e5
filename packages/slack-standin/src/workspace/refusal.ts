/** Slack says no: thrown by what carries out a call, answered to the caller as `ok: false`. */
export class Refusal extends Error {
  readonly error: string;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(error: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(error);
    this.error = error;
    this.extra = extra;
  }
}

/** The refusal of badly formed arguments, with Slack's way of saying which. */
export function invalid(...messages: readonly string[]): Refusal {
  const lines = messages.map((message) => `[ERROR] ${message}`);
  return new Refusal('invalid_arguments', { response_metadata: { messages: lines } });
}
