/** Slack's own domains; the second is GovSlack's. */
const slackDomains = ['slack.com', 'slack-gov.com'];

/** Whether something is an address of Slack, or of the API that the bot is set to use. */
export function isSlackAddress(address: unknown, apiUrl: string | undefined): address is string {
  if (typeof address !== 'string' || !URL.canParse(address)) return false;
  const { protocol, hostname, host } = new URL(address);
  if (apiUrl && host === new URL(apiUrl).host) return true;
  const isOfSlack = slackDomains.some((domain) => hostname.endsWith(`.${domain}`));
  return protocol === 'https:' && isOfSlack;
}
