import { OptionList } from '../dom/option-list.tsx';
import type { Suggestion, Suggestions } from './suggestions.ts';

interface SuggestionBoxProps {
  readonly id: string;
  readonly testId: string;
  readonly suggestions: Suggestions | undefined;
  readonly marked: number;
  readonly take: (suggestion: Suggestion) => void;
}

/** The list above a message box that completes what is typed there. */
export function SuggestionBox({ id, testId, suggestions, marked, take }: SuggestionBoxProps) {
  return (
    <OptionList
      id={id}
      label="Suggestions"
      look="suggestions"
      testId="suggestion"
      listTestId={testId}
      marked={marked}
      options={(suggestions?.items ?? []).map((item) => ({
        words: <strong>{item.label}</strong>,
        more: <span>{item.detail}</span>,
        take: () => take(item),
      }))}
    />
  );
}
