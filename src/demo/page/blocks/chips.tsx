import type { ComponentChild } from 'preact';
import { Icon } from '../icons.tsx';
import type { Choice } from './choices.ts';
import { toEmojiText } from './emoji.ts';

interface Props {
  readonly chosen: readonly Choice[];
  readonly onDrop: (choice: Choice) => void;
  /** Only the crosses: what is chosen stands elsewhere. */
  readonly isBare?: boolean;
}

/** What a field holds, each with a cross that takes it away. */
export function Chips({ chosen, onDrop, isBare = false }: Props): ComponentChild {
  return (
    <ul class="chips" aria-label="Chosen">
      {chosen.map((choice) => (
        <li key={choice.value} class={isBare ? undefined : 'chip'}>
          {!isBare && <span>{toEmojiText(choice.label)}</span>}
          <button type="button" aria-label={`Remove ${choice.label}`} onClick={() => onDrop(choice)}>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
