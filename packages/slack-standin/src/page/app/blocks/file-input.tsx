import type { FileInput } from '@slack/types';
import { useRef } from 'preact/hooks';
import { Attachment, FileChooser } from '../conversation/attachments.tsx';
import { fieldAttributes, useHeld } from './field.ts';
import { type Slot, useApp } from './setting.ts';

/** Source: https://docs.slack.dev/reference/block-kit/block-elements/file-input-element */
const defaultMaxFiles = 10;

interface FileFieldProps {
  readonly input: FileInput;
  readonly slot: Slot;
}

/** A field for files: they are uploaded as they are chosen, and listed above its button. */
export function FileField({ input, slot }: FileFieldProps) {
  const { upload } = useApp();
  const chooser = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { type } = input;
  const { value, change } = useHeld(input, slot, (before) => ({
    type,
    files: before?.files ?? [],
  }));
  const chosen = value.files ?? [];
  const max = input.max_files ?? defaultMaxFiles;
  const take = async (files: readonly File[]) => {
    const uploaded = await Promise.all(files.map(upload));
    const all = [...chosen, ...uploaded.filter((file) => file !== undefined)];
    change({ type, files: all.slice(0, max) });
  };
  return (
    <div>
      <ul class="attachments" aria-label="Chosen files">
        {chosen.map((file) => (
          <Attachment
            key={file.id}
            file={file}
            remove={() => {
              change({ type, files: chosen.filter(({ id }) => id !== file.id) });
              button.current?.focus();
            }}
          />
        ))}
      </ul>
      <button
        {...fieldAttributes(input, slot)}
        ref={button}
        type="button"
        class="button"
        disabled={chosen.length >= max}
        onClick={() => chooser.current?.click()}
      >
        Choose files
      </button>
      <FileChooser
        field={chooser}
        testId={`${input.action_id ?? ''}-files`}
        accept={(input.filetypes ?? []).map((ending) => `.${ending}`).join(',')}
        multiple={max > 1}
        onChoose={(files) => void take(files)}
      />
    </div>
  );
}
