import type { Viewer } from '../../questions/question.ts';

/** Who clicked something, and where it stands, as every interaction of Slack says it. */
export function viewerIn(body: {
  readonly team?: { readonly id: string } | null;
  readonly user: { readonly id: string };
  readonly channel?: { readonly id: string };
}): Viewer {
  return { team: body.team?.id ?? '', person: body.user.id, channel: body.channel?.id };
}
