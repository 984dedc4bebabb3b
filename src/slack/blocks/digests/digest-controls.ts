import type { Button, Overflow } from '@slack/types';
import { ownPauseOf } from '../../../digests/pauses.ts';
import type { Digest, DigestId } from '../../../digests/types.ts';
import type { DigestVerb } from '../../../followstats/digests/read.ts';
import type { Reader } from '../../words/reader.ts';
import { commandButton, commandMenu } from '../kit/command-controls.ts';

/** What the controls of one digest do; *Undo* restores it. */
type Deed = Exclude<DigestVerb, 'restore'> | 'undo';

const VERBS = { undo: 'restore' } as const;
const commandOf = (deed: Deed, id: DigestId): string => `digest ${deed === 'undo' ? VERBS.undo : deed} ${id}`;

/** A button that does something with one digest. */
export function digestButton({ words }: Reader, deed: Deed, id: DigestId): Button {
  const { text, label } = words.digests.controls[deed];
  return commandButton({ text, label: () => label({ id }) }, { key: `${deed}-${id}`, command: commandOf(deed, id) });
}

/** *Pause* or *Resume*, as it stands. */
export function pauseButton(reader: Reader, { id, state }: Pick<Digest, 'id' | 'state'>): Button {
  return digestButton(reader, state.kind === 'paused' ? 'resume' : 'pause', id);
}

/** A button that lists all digests. */
export function allDigestsButton({ words }: Reader): Button {
  return commandButton(words.digests.controls.all, { key: 'digests', command: listFrom(undefined) });
}

/** A button that lists the digests from one on. */
export function moreDigestsButton({ words }: Reader, from: DigestId): Button {
  return commandButton(words.digests.controls.more, { key: 'more-digests', command: listFrom(from) });
}

/** A button that opens the form of a new digest. */
export function newDigestButton({ words }: Reader): Button {
  return commandButton(words.digests.controls.new, { key: 'new-digest', command: 'digest new' });
}

const listFrom = (from: DigestId | undefined): string => (from === undefined ? 'digest list' : `digest list ${from}`);

/**
 * The ⋯ menu of a digest in the list. What is changed stands in the list that is shown anew; a digest that is deleted stands
 * alone, with its *Undo*. It always has *Delete*.
 * @param from where that list begins; `undefined`: with the first
 * @param shown what stands beside it as buttons
 */
export function digestMenu(
  { words }: Reader,
  digest: Pick<Digest, 'id' | 'state'>,
  from: DigestId | undefined,
  shown: readonly Deed[] = [],
): Overflow {
  const { controls } = words.digests;
  const { id, state } = digest;
  const list = listFrom(from);
  const entry = (deed: Deed, shows?: string) => ({ text: controls[deed].text(), command: commandOf(deed, id), shows });
  const pausing = state.kind === 'paused' ? 'resume' : 'pause';
  const deeds = ['edit', ...(ownPauseOf(digest) ? [] : (['run'] as const)), pausing, 'log'] as const;
  const left = deeds.filter((deed) => !shown.includes(deed));
  const [first = entry('delete'), ...others] = left.map((deed) =>
    entry(deed, deed === 'run' || deed === pausing ? list : undefined),
  );
  return commandMenu(`digest-${id}`, left.length > 0 ? [first, ...others, entry('delete')] : [first]);
}
