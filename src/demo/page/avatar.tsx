import type { ComponentChild } from 'preact';
import type { Person } from '../slack/types.ts';

/** Colours in `conversation.css`. */
const COLOURS = 6;

/** A square with the person's initials; without a person, the app's icon. */
export function Avatar({ person }: { person: Person | undefined }): ComponentChild {
  if (!person) return <img class="avatar" src="/icon.svg" alt="" />;
  return (
    <span class={`avatar colour-${colourOf(person.id)}`} aria-hidden="true">
      {initialsOf(person.realName)}
    </span>
  );
}

function initialsOf(realName: string): string {
  const words = realName.split(/\s+/).filter((word) => word !== '');
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? '')][0]?.toUpperCase()).join('');
}

/** Always the same one for the same person. */
function colourOf(id: string): number {
  return [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % COLOURS;
}
