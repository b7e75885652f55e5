import { reasonTexts as texts } from '../../texts/digest-orders.ts';
import type { Message } from '../../texts/message.ts';
import type { Say } from '../../texts/say.ts';

const reasons: Readonly<Record<string, Message>> = {
  not_in_channel: texts.notInChannel,
  channel_not_found: texts.channelNotFound,
  is_archived: texts.archived,
  missing_scope: texts.missingScope,
  restricted_action: texts.restricted,
  restricted_action_read_only_channel: texts.readOnly,
  account_inactive: texts.accountInactive,
  invalid_auth: texts.invalidAuth,
  token_revoked: texts.tokenRevoked,
  ratelimited: texts.rateLimited,
  unconfirmed: texts.unconfirmed,
  late: texts.late,
  away: texts.away,
  fault: texts.fault,
};

/** Why a digest was not posted, in words; Slack's code where there are none. */
export function digestReason(code: string, say: Say): string {
  if (/^http_5|^internal_error|^fatal_error|^service_unavailable/.test(code))
    return say(texts.down);
  if (/^E[A-Z]+|^UND_|abort|timeout/i.test(code)) return say(texts.unreachable);
  const known = reasons[code];
  return known ? say({ message: known, values: {} }) : say(texts.said, { code });
}
