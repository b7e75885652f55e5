/** The three kinds of things that Slack sends to an app, named as in Socket Mode. */
export type DeliveryKind = 'events_api' | 'slash_commands' | 'interactive';

/** One attempt to bring something to the app. */
export interface Delivery {
  readonly kind: DeliveryKind;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly retryAttempt: number;
  readonly retryReason?: string | undefined;
  /** A fault to act out: the connection breaks before the app can acknowledge. */
  readonly breaks?: boolean | undefined;
}

/** What became of an attempt. */
export type Outcome =
  | { readonly kind: 'acked'; readonly response?: unknown }
  | {
      readonly kind: 'failed';
      /** As in `X-Slack-Retry-Reason`: https://docs.slack.dev/apis/events-api/#retries */
      readonly reason: 'http_timeout' | 'timeout' | 'http_error' | 'connection_failed';
      readonly status?: number;
      readonly noRetry?: boolean;
    };

/** A way to the app: sockets that it opened, or an address where it listens. */
export interface Transport {
  /** Its name for an acknowledgement that did not come in time. */
  readonly timeoutReason: 'http_timeout' | 'timeout';
  /** Resolves when something can be sent. */
  reachable(): Promise<void>;
  /** Tries once, and never rejects. */
  send(delivery: Delivery, timeoutMs: number): Promise<Outcome>;
  close(): Promise<void>;
}
