import type { InputBlock } from '@slack/types';
import { useFreshId } from '../dom/fresh-id.ts';
import { Icon } from '../dom/icon.tsx';
import { Control } from './control.tsx';
import { plainWords } from './marked.tsx';
import { useBlocks } from './setting.ts';

interface LabelledFieldProps {
  readonly block: InputBlock;
  readonly blockId: string;
}

/** A labelled field with its hint, and the error that its last submission got. */
export function LabelledField({ block, blockId }: LabelledFieldProps) {
  const id = useFreshId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const error = useBlocks().errors?.[blockId];
  const label = plainWords(block.label);
  const described = [block.hint ? hintId : '', error ? errorId : ''].filter(Boolean).join(' ');
  const slot = {
    blockId,
    label,
    id,
    describedBy: described || undefined,
    isInvalid: error !== undefined,
    isRequired: block.optional !== true,
    dispatches: block.dispatch_action === true,
  };
  return (
    <div class="block input-block" data-block="input" data-testid="input" data-block-id={blockId}>
      <label class="input-label" for={id}>
        {label}
        {block.optional === true && <span class="optional"> (optional)</span>}
      </label>
      <Control control={block.element} slot={slot} />
      {error !== undefined && (
        <p id={errorId} class="field-error" data-testid="field-error">
          <Icon name="alert" />
          {error}
        </p>
      )}
      {block.hint && (
        <p id={hintId} class="hint">
          {plainWords(block.hint)}
        </p>
      )}
    </div>
  );
}
