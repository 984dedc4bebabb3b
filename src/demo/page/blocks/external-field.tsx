import type { ComponentChild } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { Chips } from './chips.tsx';
import { type Choice, chosenOptions } from './choices.ts';
import { toEmojiText } from './emoji.ts';
import { type FieldProps, placeholderOf } from './field-props.ts';
import { isWithin } from './focus.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { useHeld } from './use-held.ts';
import { type Suggest, useSuggestions } from './use-suggestions.ts';

/**
 * A select whose options the app finds while one types. With several to choose the chosen ones stand before the text; with one
 * the text is what was chosen, until another is. Arrows and Enter choose, Escape closes the list, Backspace takes the last one
 * away.
 */
export function ExternalField(props: FieldProps & { readonly suggest: Suggest }): ComponentChild {
  const { element, value, labels, isInMessage, undone, onFill, suggest } = props;
  const id = useId();
  const isMany = element.type === 'multi_external_select';
  const most = typeof element.max_selected_items === 'number' ? element.max_selected_items : Number.POSITIVE_INFINITY;
  const [chosen, setChosen] = useHeld(() => chosenOptions(value), undone);
  const [typed, setTyped] = useState<string>();
  const [current, setCurrent] = useState(0);
  const [isUnsent, setUnsent] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { list, choices, open, close } = useSuggestions(element, suggest);
  const isFull = isMany && chosen.length >= most;
  const one = isMany ? '' : toEmojiText(chosen[0]?.label ?? '');

  const openWith = (text: string): void => {
    setCurrent(0);
    open(text);
  };
  const leave = (): void => {
    setTyped(undefined);
    close();
  };
  const hold = (next: readonly Choice[]): void => {
    setChosen(next);
    if (!isMany) onFill(next[0]?.value ?? null);
    else if (isInMessage) setUnsent(true);
    else onFill(next.map((choice) => choice.value));
  };
  const drop = (gone: Choice): void => {
    hold(chosen.filter((choice) => choice.value !== gone.value));
    input.current?.focus();
  };
  const pick = (choice: Choice): void => {
    const isHeld = chosen.some((held) => held.value === choice.value);
    if (isMany && isHeld) drop(choice);
    else if (isFull) return;
    else if (!isHeld) hold(isMany ? [...chosen, choice] : [choice]);
    leave();
  };
  const move = (by: number): void => {
    if (!list) openWith(typed ?? '');
    else if (choices.length > 0) setCurrent((current + by + choices.length) % choices.length);
  };

  const takeKey = (event: KeyboardEvent): void => {
    const picked = choices[current];
    const last = chosen.at(-1);
    const acts: Readonly<Record<string, (() => void) | false | undefined>> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      // Never the form's own Enter: what is typed here is nothing yet.
      Enter: () => (picked ? pick(picked) : undefined),
      Escape: list && leave,
      Backspace: isMany && !typed && last && (() => drop(last)),
    };
    const act = event.isComposing ? undefined : acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div
      class="external"
      onFocusOut={(event) => {
        if (isWithin(event)) return;
        leave();
        if (!isUnsent) return;
        setUnsent(false);
        onFill(chosen.map((choice) => choice.value));
      }}
    >
      <div class="field external-box">
        {isMany && <Chips chosen={chosen} onDrop={drop} />}
        <input
          {...labels}
          ref={input}
          type="text"
          role="combobox"
          autocomplete="off"
          autofocus={element.focus_on_load === true}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded={list !== undefined}
          aria-controls={list && `${id}-list`}
          aria-activedescendant={choices[current] && `${id}-list-${current}`}
          placeholder={chosen.length > 0 ? '' : placeholderOf(element) || 'Type to search…'}
          value={typed ?? one}
          onClick={() => openWith(typed ?? '')}
          onInput={({ currentTarget }) => {
            setTyped(currentTarget.value);
            openWith(currentTarget.value);
          }}
          onKeyDown={takeKey}
        />
        {!isMany && !isInMessage && chosen[0] !== undefined && <Chips chosen={chosen} onDrop={drop} isBare />}
      </div>
      {list && (
        <SuggestionList
          id={`${id}-list`}
          label="Suggestions"
          list={isFull ? { ...list, note: `No more than ${most} can be chosen.` } : list}
          chosen={chosen.map((choice) => choice.value)}
          current={current}
          isMany={isMany}
          isFull={isFull}
          onPick={pick}
        />
      )}
    </div>
  );
}
