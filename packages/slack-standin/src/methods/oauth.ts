import { Refusal } from '../workspace/refusal.ts';
import type { Args } from './args.ts';
import type { Method, MethodContext } from './method.ts';

/** https://docs.slack.dev/reference/methods#oauth */
export const oauthMethods: Record<string, Method> = {
  'oauth.v2.access': {
    tier: 4,
    token: 'none',
    required: ['client_id', 'client_secret'],
    run: access,
  },
};

function access(args: Args, { installations }: MethodContext): Readonly<Record<string, unknown>> {
  installations.requireClient(args.string('client_id'), args.string('client_secret'));
  const kind = args.string('grant_type') || 'authorization_code';
  if (kind === 'refresh_token') return installations.refresh(args.string('refresh_token'));
  if (kind !== 'authorization_code') throw new Refusal('invalid_grant_type');
  return installations.redeem(args.string('code'), args.string('redirect_uri'));
}
