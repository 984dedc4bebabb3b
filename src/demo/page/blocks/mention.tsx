import type { ComponentChild } from 'preact';
import { useReader } from './reader.ts';

interface Props {
  readonly id: string;
  /** What to call something the reader has no name for, such as a private channel they aren't in. */
  readonly otherwise: string;
}

/** A person, group, channel or the app itself, by the name the reader knows it under. */
export function Mention({ id, otherwise }: Props): ComponentChild {
  const { names } = useReader();
  return <span class="mention">{names[id] ?? otherwise}</span>;
}
