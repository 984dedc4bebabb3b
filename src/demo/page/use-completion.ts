import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { PageState } from '../page-server/page-state.ts';
import { type Choice, completionAt } from './completion.ts';

interface Options {
  readonly input: RefObject<HTMLTextAreaElement | null>;
  readonly draft: string;
  readonly setDraft: (text: string) => void;
  readonly state: PageState;
}

export interface OpenCompletion {
  readonly open: boolean;
  readonly choices: readonly Choice[];
  /** Place of the choice that Enter takes. */
  readonly chosen: number;
  readonly pick: (choice: Choice) => void;
  /** Uses a key for the list. False when it is for the text. */
  readonly takeKey: (event: KeyboardEvent) => boolean;
  /** The caret may have moved. */
  readonly follow: () => void;
  /** Closes the list until the text changes. */
  readonly dismiss: () => void;
}

export function useCompletion({ input, draft, setDraft, state }: Options): OpenCompletion {
  const [caret, setCaret] = useState({ draft: '', at: 0 });
  const [dismissed, setDismissed] = useState<string>();
  const [chosen, setChosen] = useState({ draft: '', place: 0 });

  // A caret remembered from another text says nothing: an example may have been put in since.
  const isKnown = caret.draft === draft && draft !== dismissed;
  const completion = isKnown ? completionAt(draft, caret.at, state) : undefined;
  const choices = completion?.choices ?? [];
  const place = chosen.draft === draft ? chosen.place : 0;

  const pick = ({ insert }: Choice): void => {
    if (!completion) return;
    const before = `${draft.slice(0, completion.from)}${insert} `;
    const text = before + draft.slice(caret.at).trimStart();
    setDraft(text);
    setDismissed(text);
    const { current } = input;
    if (!current) return;
    // The caret can be placed only in text that is already there, and Preact writes it later.
    current.value = text;
    current.setSelectionRange(before.length, before.length);
    current.focus();
  };
  const move = (by: number): void => setChosen({ draft, place: (place + by + choices.length) % choices.length });

  const onKey: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: () => setDismissed(draft),
    Enter: () => choices[place] && pick(choices[place]),
    Tab: () => choices[place] && pick(choices[place]),
  };

  return {
    open: choices.length > 0,
    choices,
    chosen: place,
    pick,
    follow() {
      const { current } = input;
      if (current) setCaret({ draft: current.value, at: current.selectionStart });
    },
    dismiss: () => setDismissed(draft),
    takeKey(event) {
      const act = choices.length > 0 && !event.shiftKey && !event.isComposing ? onKey[event.key] : undefined;
      if (!act) return false;
      event.preventDefault();
      act();
      return true;
    },
  };
}
