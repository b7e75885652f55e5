import type { FeedbackButtons } from '@slack/types';
import { useState } from 'preact/hooks';
import { Icon } from '../dom/icon.tsx';
import { plainWords } from './marked.tsx';
import { type Slot, useApp } from './setting.ts';

interface FeedbackProps {
  readonly feedback: FeedbackButtons;
  readonly slot: Slot;
}

type Side = 'positive' | 'negative';

/** The two thumbs; the one that was pressed stays marked, as in Slack. */
export function Feedback({ feedback, slot }: FeedbackProps) {
  const { act } = useApp();
  const [pressed, setPressed] = useState<Side>();
  const action_id = feedback.action_id ?? '';
  const thumb = (side: Side) => {
    const { text, accessibility_label, value } = feedback[`${side}_button`];
    const press = () => {
      setPressed(side);
      act({ block_id: slot.blockId, action_id, element_type: 'feedback_buttons', value });
    };
    return (
      <button
        type="button"
        class="button button-icon"
        title={plainWords(text)}
        aria-label={accessibility_label ?? plainWords(text)}
        aria-pressed={pressed === side}
        data-testid={`feedback-${side}`}
        data-action-id={action_id}
        onClick={press}
      >
        <Icon name={side === 'positive' ? 'good' : 'bad'} />
      </button>
    );
  };
  return (
    <fieldset class="feedback" aria-label="Feedback">
      {thumb('positive')}
      {thumb('negative')}
    </fieldset>
  );
}
