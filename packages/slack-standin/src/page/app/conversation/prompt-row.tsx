import type { ChannelView } from '../../../wire.ts';

interface PromptRowProps {
  readonly suggested: ChannelView['suggested_prompts'];
  /** Sends a prompt's message. */
  readonly send: (text: string) => void;
}

/** The buttons above the message box that send what the app suggests in a conversation. */
export function PromptRow({ suggested, send }: PromptRowProps) {
  const { title, prompts = [] } = suggested ?? {};
  const label = title || 'Suggested';
  return (
    <div class="prompts" data-testid="prompts" hidden={prompts.length === 0}>
      {prompts.length > 0 && (
        <section aria-label={label}>
          <p class="prompts-title">{label}</p>
          <ul>
            {prompts.map(({ title: name, message }) => (
              <li key={name}>
                <button
                  type="button"
                  class="button prompt"
                  title={message}
                  data-testid="prompt"
                  onClick={() => send(message)}
                >
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
