/** One use of the Web API or of a `response_url` by the app. */
export interface Call {
  /** A Web API method, or `response_url`. */
  readonly method: string;
  /** The team whose workspace it was about, by id. */
  readonly team?: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly ok: boolean;
  readonly error?: string | undefined;
  /** The fault that the test asked for and that struck this call. */
  readonly fault?: string | undefined;
  /** What was answered, or would have been if the answer had not been lost. */
  readonly response: Readonly<Record<string, unknown>>;
  /** When, in milliseconds of the fake Slack's clock. */
  readonly at: number;
}
