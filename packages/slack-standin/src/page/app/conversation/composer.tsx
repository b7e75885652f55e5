import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { useFreshId } from '../dom/fresh-id.ts';
import { Icon } from '../dom/icon.tsx';
import { usePage } from '../page.ts';
import { AttachButton, Attachments } from './attachments.tsx';
import { type Draft, isEmpty } from './drafts.ts';
import { sendDraft } from './send.ts';
import { SuggestionBox } from './suggestion-box.tsx';
import { type Suggestion, suggest } from './suggestions.ts';

interface ComposerProps {
  readonly testId: string;
  /** Where the text will go: every place keeps the draft that was begun there. */
  readonly place: string;
  /** Stands in the empty box, and is what screen readers call it. */
  readonly label: string;
  readonly thread?: string;
  /** Asked for the message that was written last, to change it. */
  readonly recall: () => void;
  readonly children?: ComponentChildren;
}

/** Where people write: Enter sends, Shift+Enter begins a new line, `/` and `@` are completed. */
export function Composer({ testId, place, label, thread, recall, children }: ComposerProps) {
  const box = useRef<HTMLDivElement>(null);
  const { draft, change, submit, takeFiles } = useDraft(place, thread);
  const { text, files, trouble } = draft;
  const removeFile = (file: File) => {
    change({ files: files.filter((one) => one !== file) });
    box.current?.querySelector<HTMLElement>('.attach button')?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files can be dropped here, and chosen below.
    <div
      class="composer"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => takeFiles(event, event.dataTransfer)}
    >
      <Attachments files={files} remove={removeFile} />
      <div class="composer-box" ref={box}>
        <MessageBox
          testId={testId}
          label={label}
          text={text}
          change={(now) => change({ text: now })}
          submit={submit}
          recall={recall}
          onPaste={(event) => takeFiles(event, event.clipboardData)}
        />
        <AttachButton testId={testId} onChoose={(more) => change({ files: [...files, ...more] })} />
        {children}
        <SendButton testId={testId} isOff={isEmpty(draft)} submit={submit} />
      </div>
      <p class="composer-trouble" role="alert" data-testid={`${testId}-trouble`}>
        {trouble}
      </p>
    </div>
  );
}

/** What is being written in a place, and what can be done with it. */
function useDraft(place: string, thread: string | undefined) {
  const page = usePage();
  const { drafts } = page;
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
  useLayoutEffect(() => drafts.listen(() => redraw(undefined)), [drafts]);
  const draft = drafts.of(place);
  const change = (now: Partial<Draft>) => drafts.change(place, { trouble: '', ...now });
  const takeFiles = (event: Event, transfer: DataTransfer | null) => {
    const more = [...(transfer?.files ?? [])];
    // The browser pastes text by itself.
    if (more.length === 0) return;
    event.preventDefault();
    change({ files: [...draft.files, ...more] });
  };
  return { draft, change, takeFiles, submit: () => void sendDraft(page, place, thread) };
}

interface SendButtonProps {
  readonly testId: string;
  readonly isOff: boolean;
  readonly submit: () => void;
}

function SendButton({ testId, isOff, submit }: SendButtonProps) {
  return (
    <button
      type="button"
      class="button button-send"
      title="Send"
      aria-label="Send"
      data-testid={`${testId}-send`}
      disabled={isOff}
      onClick={submit}
    >
      <Icon name="send" />
    </button>
  );
}

interface MessageBoxProps {
  readonly testId: string;
  readonly label: string;
  readonly text: string;
  readonly change: (text: string) => void;
  readonly submit: () => void;
  readonly recall: () => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

function MessageBox(props: MessageBoxProps) {
  const { testId, label, text, change, onPaste } = props;
  const listId = useFreshId();
  const field = useRef<HTMLTextAreaElement>(null);
  const completion = useCompletion(field, text, change);
  const { suggestions, marked } = completion;
  return (
    <>
      <SuggestionBox
        id={listId}
        testId={`${testId}-suggestions`}
        suggestions={suggestions}
        marked={marked}
        take={completion.take}
      />
      <textarea
        ref={field}
        class="composer-field"
        rows={1}
        dir="auto"
        data-testid={testId}
        placeholder={label}
        aria-label={label}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={suggestions && `${listId}-${marked}`}
        value={text}
        onInput={({ currentTarget: { value } }) => {
          change(value);
          completion.look();
        }}
        onPaste={onPaste}
        onBlur={completion.close}
        onKeyDown={(event) => takeKey(event, props, completion.takeKey)}
      />
    </>
  );
}

function takeKey(
  event: KeyboardEvent,
  { text, submit, recall }: MessageBoxProps,
  forList: (event: KeyboardEvent) => boolean,
): void {
  // While an input method is composing, Enter and Esc are its own.
  if (event.isComposing) return;
  const isForList = forList(event);
  const sends = event.key === 'Enter' && !event.shiftKey;
  if (isForList || sends) event.preventDefault();
  if (isForList) event.stopPropagation();
  else if (sends) submit();
  else if (event.key === 'ArrowUp' && text === '') {
    event.preventDefault();
    recall();
  }
}

/** What could complete the text before the caret, and how it is chosen. */
function useCompletion(
  field: { readonly current: HTMLTextAreaElement | null },
  text: string,
  change: (text: string) => void,
) {
  const { state } = usePage();
  const [caret, setCaret] = useState<number>();
  const [marked, setMarked] = useState(0);
  const suggestions = caret === undefined ? undefined : suggest(text.slice(0, caret), state);
  const close = () => setCaret(undefined);
  const caretDue = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    const { current: due } = caretDue;
    if (due !== undefined) field.current?.setSelectionRange(due, due);
    caretDue.current = undefined;
  });
  const take = ({ insert }: Suggestion) => {
    if (!suggestions || caret === undefined) return;
    const end = suggestions.from + insert.length;
    change(text.slice(0, suggestions.from) + insert + text.slice(caret).replace(/^ /, ''));
    caretDue.current = end;
    close();
  };
  const takeKey = (event: KeyboardEvent): boolean => {
    if (!suggestions || caret === undefined) return false;
    const { from, items } = suggestions;
    const item = items[marked];
    const typed = text.slice(from, caret);
    if (event.key === 'ArrowDown') setMarked((marked + 1) % items.length);
    else if (event.key === 'ArrowUp') setMarked((marked - 1 + items.length) % items.length);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab' && item) take(item);
    // A name that is already there in full needs no completing: Enter then sends.
    else if (event.key === 'Enter' && item && typed !== item.insert.trim()) take(item);
    else return false;
    return true;
  };
  const look = () => {
    setCaret(field.current?.selectionStart);
    setMarked(0);
  };
  return { suggestions, marked, take, takeKey, look, close };
}
