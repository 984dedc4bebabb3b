import type { ComponentChild } from 'preact';
import type { Person } from '../slack/types.ts';
import { firstName } from './arrival-lines.ts';

/** Whom the demo has made of the reader; undefined once the reader has chosen otherwise. */
export function Played({ person }: { person: Person | undefined }): ComponentChild {
  return (
    <p class="played" role="status">
      {person && `You’re ${firstName(person.realName)} (${person.note}) now.`}
    </p>
  );
}
