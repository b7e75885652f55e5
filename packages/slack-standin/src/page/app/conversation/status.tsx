import { useEffect, useState } from 'preact/hooks';
import type { Status } from '../../../wire.ts';
import { usePage } from '../page.ts';
import { statusWords } from './thread.ts';

const turnMs = 2500;

/** What the app says it is doing, such as "scout is thinking…", until it says more. */
export function StatusLine({ status }: { readonly status: Status }) {
  const { bot } = usePage().names;
  const { loading_messages: messages } = status;
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (messages.length < 2) return;
    const timer = setInterval(() => setTurn((before) => before + 1), turnMs);
    return () => clearInterval(timer);
  }, [messages.length]);
  return (
    <p class="status" data-testid="status">
      <span class="dots" aria-hidden="true">
        <span class="dot" />
        <span class="dot" />
        <span class="dot" />
      </span>
      <span>{messages[turn % messages.length] ?? statusWords(status, bot?.name ?? 'The app')}</span>
    </p>
  );
}
