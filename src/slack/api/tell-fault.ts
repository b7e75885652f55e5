import type { WebClient } from '@slack/web-api';

const apology =
  'Something broke before I could write your question down, so there will be no answer to it. Please ask again; it is in my log.';

/** Tells the person who addressed the bot that a listener failed: in private where Slack allows it. */
export async function tellFault(client: WebClient, body: unknown): Promise<void> {
  const { response_url: responseUrl, event } = body as FailedBody;
  if (responseUrl) {
    await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, text: apology }),
      redirect: 'error',
      signal: AbortSignal.timeout(5000),
    });
    // A person who opened a tab asked nothing.
  } else if (event?.channel && event.user && event.type !== 'app_home_opened') {
    const { channel, user, thread_ts } = event;
    await client.chat.postEphemeral({
      channel,
      user,
      text: apology,
      ...(thread_ts && { thread_ts }),
    });
  }
}

interface FailedBody {
  readonly response_url?: string;
  readonly event?: {
    readonly type?: string;
    readonly channel?: string;
    readonly user?: string;
    readonly thread_ts?: string;
  };
}
