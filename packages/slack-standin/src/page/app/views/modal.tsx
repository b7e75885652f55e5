import { useRef, useState } from 'preact/hooks';
import type { View } from '../../../wire.ts';
import { plainWords } from '../blocks/marked.tsx';
import { Dialog } from '../dom/dialog.tsx';
import { Icon } from '../dom/icon.tsx';
import { usePage } from '../page.ts';
import { server } from '../server.ts';
import { ViewBody } from './view-body.tsx';

/** The top one of a person's modals, over the page. */
export function TopModal() {
  const { state, place } = usePage();
  const view = state.modals.at(-1);
  return view ? <Modal key={`${place.user}/${view.id}`} view={view} /> : null;
}

function Modal({ view }: { readonly view: View }) {
  const page = usePage();
  const { user } = page.place;
  const { send, isBusy, problem } = useSubmission(view);
  const close = () => void page.told(server.closeView(user, view.id)).then(() => page.refresh());
  const submits = view.submit !== null || view.blocks.some(({ type }) => type === 'input');
  const title = view.title ? plainWords(view.title) : '';
  return (
    <Dialog label={title || 'Dialog'} testId="modal" onEscape={close}>
      {/* The server finds what is wrong with the values, as Slack does, not the browser. */}
      <form class="dialog-form" noValidate onSubmit={send}>
        <header class="dialog-head">
          <h2 data-testid="modal-title">{title}</h2>
          <button
            type="button"
            class="button button-icon"
            aria-label="Close"
            title="Close"
            data-testid="modal-x"
            onClick={close}
          >
            <Icon name="close" />
          </button>
        </header>
        <div class="dialog-body">
          <ViewBody view={view} errors={view.errors} />
        </div>
        {problem !== undefined && (
          <p class="dialog-problem" role="alert" data-testid="modal-problem">
            <Icon name="alert" />
            {problem}
          </p>
        )}
        <footer class="dialog-foot">
          <button type="button" class="button" data-testid="modal-close" onClick={close}>
            {view.close ? plainWords(view.close) : submits ? 'Cancel' : 'Close'}
          </button>
          {submits && (
            <button
              type="submit"
              class="button button-primary"
              data-testid="modal-submit"
              disabled={isBusy}
            >
              {view.submit ? plainWords(view.submit) : 'Submit'}
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}

/** Sends a view's values once at a time, and leads to the first field that was wrong. */
function useSubmission(view: View) {
  const page = usePage();
  const form = useRef<HTMLFormElement | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = async () => {
    const { user } = page.place;
    setBusy(true);
    setProblem(undefined);
    const reply = await server.submitView(user, view.id, page.values.of(view, user).collect());
    await page.refresh();
    setBusy(false);
    if (reply.ok) return;
    if (reply.error) setProblem(`We had some trouble connecting. Try again? (${reply.error})`);
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  };
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    form.current = event.currentTarget as HTMLFormElement;
    if (!isBusy) void submit();
  };
  return { send, isBusy, problem };
}
