import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Message, MessageRef } from '../../../wire.ts';
import { confirmAction } from '../blocks/confirm.tsx';
import { Dialog } from '../dom/dialog.tsx';
import type { Page } from '../page.ts';
import { server } from '../server.ts';
import { typedText } from '../text/typed-text.ts';

/** Opens a box with the words of one's message, to be changed. */
export function editMessage(message: Message, channel: string, page: Page): void {
  page.open((close) => {
    const save = (text: string) => {
      close();
      void page.told(server.editMessage(refOf(message, channel, page), text));
    };
    return <EditBox words={typedText(message.text, page.names)} save={save} close={close} />;
  });
}

interface EditBoxProps {
  readonly words: string;
  readonly save: (text: string) => void;
  readonly close: () => void;
}

function EditBox({ words, save, close }: EditBoxProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(words);
  useLayoutEffect(() => field.current?.setSelectionRange(words.length, words.length), [words]);
  const done = () => {
    if (text.trim() !== '') save(text.trim());
  };
  const takeKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    done();
  };
  return (
    <Dialog label="Edit message" testId="edit" onEscape={close}>
      <header class="dialog-head">
        <h2>Edit message</h2>
      </header>
      <div class="dialog-body">
        <textarea
          ref={field}
          class="field"
          rows={5}
          dir="auto"
          aria-label="Message"
          data-testid="edit-field"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={takeKey}
        />
      </div>
      <footer class="dialog-foot">
        <button type="button" class="button" data-testid="edit-cancel" onClick={close}>
          Cancel
        </button>
        <button type="button" class="button button-primary" data-testid="edit-save" onClick={done}>
          Save
        </button>
      </footer>
    </Dialog>
  );
}

/** Deletes one's message, once one has said that one means it. */
export async function deleteMessage(message: Message, channel: string, page: Page): Promise<void> {
  const plain = (text: string) => ({ type: 'plain_text', text }) as const;
  const confirm = {
    title: plain('Delete message'),
    text: plain('Do you want to delete this message? It cannot be brought back.'),
    confirm: plain('Delete'),
    deny: plain('Cancel'),
    style: 'danger',
  } as const;
  if (!(await confirmAction(page, confirm))) return;
  await page.told(server.deleteMessage(refOf(message, channel, page)));
}

/** The last message in a list that a person wrote and can still change. */
export function lastOwn(messages: readonly Message[], user: string): Message | undefined {
  return messages.findLast((message) => isOwn(message, user));
}

/** Whether a person can change and delete a message. */
export function isOwn(message: Message, user: string): boolean {
  return message.user === user && message.subtype !== 'tombstone';
}

function refOf({ ts }: Message, channel: string, page: Page): MessageRef {
  return { user: page.place.user, channel, ts };
}
