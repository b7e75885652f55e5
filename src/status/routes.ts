/** What an address that anybody may read answers. */
export interface StatusPage {
  readonly status: 200 | 503;
  readonly type: string;
  readonly body: string;
}

/** Path -> what `GET` finds there. */
export type StatusRoutes = Readonly<Record<string, () => Promise<StatusPage>>>;
