/** What the bot tells of its work while it works. Nothing of it is a text or an id of a person. */
export interface Observer {
  /** A question got its reply, `seconds` after it arrived. */
  answered(source: string, outcome: string, seconds: number): void;
  /** Slack was told that something arrived, `seconds` after it did. */
  acknowledged(seconds: number): void;
  /** Slack was called: its method, and `ok`, its code or that of the network. */
  called(method: string, result: string, seconds: number): void;
  /** Something of this kind has to be posted again later. */
  putOff(kind: string): void;
}

/** For a bot that nobody watches. */
export const nobodyWatches: Observer = {
  answered() {},
  acknowledged() {},
  called() {},
  putOff() {},
};
