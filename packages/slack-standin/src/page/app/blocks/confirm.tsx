import type { ConfirmationDialog } from '@slack/types';
import { Dialog } from '../dom/dialog.tsx';
import type { Page } from '../page.ts';
import { plainWords, TextObject } from './marked.tsx';

/** Asks before an action where its element demands it; resolves to whether the person went on. */
export function confirmAction(
  page: Page,
  confirm: ConfirmationDialog | undefined,
): Promise<boolean> {
  if (!confirm) return Promise.resolve(true);
  return new Promise((resolve) => {
    page.open((close) => {
      const decide = (agreed: boolean) => {
        close();
        resolve(agreed);
      };
      return <Confirm confirm={confirm} decide={decide} />;
    });
  });
}

interface ConfirmProps {
  readonly confirm: ConfirmationDialog;
  readonly decide: (agreed: boolean) => void;
}

function Confirm({ confirm, decide }: ConfirmProps) {
  const title = confirm.title ? plainWords(confirm.title) : 'Are you sure?';
  const look = confirm.style === 'danger' ? 'button-danger' : 'button-primary';
  return (
    <Dialog label={title} testId="confirm" look="dialog-small" onEscape={() => decide(false)}>
      <header class="dialog-head">
        <h2>{title}</h2>
      </header>
      <div class="dialog-body">
        <TextObject text={confirm.text} />
      </div>
      <footer class="dialog-foot">
        <button
          type="button"
          class="button"
          data-testid="confirm-deny"
          onClick={() => decide(false)}
        >
          {confirm.deny ? plainWords(confirm.deny) : 'Cancel'}
        </button>
        <button
          type="button"
          class={`button ${look}`}
          data-testid="confirm-agree"
          onClick={() => decide(true)}
        >
          {confirm.confirm ? plainWords(confirm.confirm) : 'Yes'}
        </button>
      </footer>
    </Dialog>
  );
}
