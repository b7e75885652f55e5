const reasons: Readonly<Record<string, string>> = {
  not_in_channel: 'I am not in the channel; invite me there',
  channel_not_found: 'I can’t see the channel: it was deleted, or it is private and I am not in it',
  is_archived: 'the channel is archived',
  missing_scope: 'the app lacks a scope; an administrator has to install it anew',
  restricted_action: 'only some people may post in the channel',
  restricted_action_read_only_channel: 'the channel is read-only',
  account_inactive: 'the app’s account is switched off',
  invalid_auth: 'Slack does not take the app’s token',
  token_revoked: 'the app’s token was revoked',
  ratelimited: 'Slack took no more messages at the time',
  unconfirmed:
    'Slack did not confirm it, and I may not read the channel to look; it may be there, so I did not post it twice',
  late: 'I was away, or Slack was',
  away: 'I was away',
  fault: 'something broke; it is in my log',
};

/** Why a digest was not posted, in words; Slack's code where there are none. */
export function digestReason(code: string): string {
  if (/^http_5|^internal_error|^fatal_error|^service_unavailable/.test(code))
    return 'Slack was down';
  if (/^E[A-Z]+|^UND_|abort|timeout/i.test(code)) return 'Slack could not be reached';
  return reasons[code] ?? `Slack said ${code}`;
}
