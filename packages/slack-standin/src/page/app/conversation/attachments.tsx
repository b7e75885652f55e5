import type { Ref } from 'preact';
import { useRef } from 'preact/hooks';
import { Icon } from '../dom/icon.tsx';
import type { SentFile } from '../server.ts';
import { describeSize } from './files.tsx';

interface AttachmentsProps {
  readonly files: readonly File[];
  readonly remove: (file: File) => void;
}

/** The files that will be sent with a message. */
export function Attachments({ files, remove }: AttachmentsProps) {
  return (
    <ul class="attachments" aria-label="Attached files" hidden={files.length === 0}>
      {files.map((file, index) => (
        <Attachment key={`${index}-${file.name}`} file={file} remove={() => remove(file)} />
      ))}
    </ul>
  );
}

interface AttachButtonProps {
  readonly testId: string;
  readonly onChoose: (files: readonly File[]) => void;
}

/** The button that chooses files. */
export function AttachButton({ testId, onChoose }: AttachButtonProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <span class="attach">
      <button
        type="button"
        class="button button-icon"
        title="Attach a file"
        aria-label="Attach a file"
        data-testid={`${testId}-attach`}
        onClick={() => chooser.current?.click()}
      >
        <Icon name="clip" />
      </button>
      <FileChooser field={chooser} testId={`${testId}-files`} multiple onChoose={onChoose} />
    </span>
  );
}

interface FileChooserProps {
  readonly field: Ref<HTMLInputElement>;
  readonly testId: string;
  readonly multiple: boolean;
  readonly accept?: string;
  readonly onChoose: (files: readonly File[]) => void;
}

/** The browser's own chooser of files, which is opened by a button elsewhere. */
export function FileChooser({ field, testId, multiple, accept, onChoose }: FileChooserProps) {
  return (
    <input
      ref={field}
      type="file"
      hidden
      multiple={multiple}
      accept={accept}
      data-testid={testId}
      onChange={({ currentTarget }) => {
        onChoose([...(currentTarget.files ?? [])]);
        // The same file may be chosen again.
        currentTarget.value = '';
      }}
    />
  );
}

interface AttachmentProps {
  readonly file: { readonly name: string; readonly size: number };
  readonly remove: () => void;
}

/** A file that was chosen, with a button that leaves it out again. */
export function Attachment({ file, remove }: AttachmentProps) {
  return (
    <li class="attachment" data-testid="attachment">
      <Icon name="file" />
      <span class="file-words">
        <bdi class="file-title">{file.name}</bdi>
        <small>{describeSize(file.size)}</small>
      </span>
      <button
        type="button"
        class="button button-icon"
        title="Remove"
        aria-label={`Remove ${file.name}`}
        onClick={remove}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}

/** Reads a file for sending; undefined when that cannot be done, as with a folder that was dropped. */
export async function readForSending(file: File): Promise<SentFile | undefined> {
  const address = await new Promise<string | undefined>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => resolve(undefined);
    reader.readAsDataURL(file);
  });
  if (address === undefined) return undefined;
  return { name: file.name, base64: address.slice(address.indexOf(',') + 1) };
}
