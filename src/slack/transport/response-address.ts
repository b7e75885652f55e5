import type { App, Logger, ReceiverEvent } from '@slack/bolt';

/** Slack's own domains; the second is GovSlack's. */
const slackDomains = ['slack.com', 'slack-gov.com'];

const noAddress = {
  response_type: 'ephemeral',
  text: 'Slack sent no address that I may answer at, so I did not look. Please ask again.',
};

/**
 * Lets the app hear only of what can be answered at an address of Slack, or of the API that the bot
 * is set to use: somebody with the signing secret could otherwise have answers sent anywhere, and a
 * command without an address would be answered in public.
 */
export function refuseForeignAddresses(
  app: App,
  { apiUrl, log }: { readonly apiUrl?: string | undefined; readonly log: Logger },
): void {
  const processEvent = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    if (addressesOf(event.body).every((address) => isSlack(address, apiUrl))) {
      return processEvent(event);
    }
    log.warn('Refused a command or click whose response_url is no https address of Slack');
    await event.ack('command' in event.body ? noAddress : undefined);
  };
}

/** Every address that the bot may be asked to answer at; a command has one in any case. */
function addressesOf(body: ReceiverEvent['body']): unknown[] {
  const { response_url: one, response_urls: several } = body;
  const listed = Array.isArray(several) ? several.map((each) => each?.response_url) : [];
  return one !== undefined || 'command' in body ? [one, ...listed] : listed;
}

function isSlack(address: unknown, apiUrl: string | undefined): boolean {
  if (typeof address !== 'string' || !URL.canParse(address)) return false;
  const { protocol, hostname, host } = new URL(address);
  if (apiUrl && host === new URL(apiUrl).host) return true;
  const isOfSlack = slackDomains.some((domain) => hostname.endsWith(`.${domain}`));
  return protocol === 'https:' && isOfSlack;
}
