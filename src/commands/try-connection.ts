import { type ConnectionParts, toPlainServer } from '../import/fetch/connection.ts';

/** An address of the public net, which nothing is sent to: for hosts that only the fake Slack knows. */
const somewhere = '93.184.216.34';

/** Lets the bot reach made-up papers, and files of Slack, at a fake Slack: whatever it asks, that answers. */
export function connectionTo({ url }: { readonly url: string }): ConnectionParts {
  const { hostname, port } = new URL(url);
  return { resolve: async () => [somewhere], connect: toPlainServer(hostname, port) };
}
