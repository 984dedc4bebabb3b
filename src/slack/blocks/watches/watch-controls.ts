import type { Button, Overflow } from '@slack/types';
import { isMuted, type Watch, type WatchId } from '../../../digests/watches/types.ts';
import type { WatchVerb } from '../../../followstats/watches/read.ts';
import type { Reader } from '../../words/reader.ts';
import { commandButton, commandMenu } from '../kit/command-controls.ts';

/** What the controls of one watch do; *Undo* restores it. */
type Deed = Exclude<WatchVerb, 'restore'> | 'undo';

const commandOf = (deed: Deed, id: WatchId): string => `watch ${deed === 'undo' ? 'restore' : deed} ${id}`;

/** A button that does something with one watch. */
export function watchButton({ words }: Reader, deed: Deed, id: WatchId): Button {
  const { text, label } = words.watches.controls[deed];
  return commandButton(
    { text, label: () => label({ id }) },
    { key: `watch-${deed}-${id}`, command: commandOf(deed, id) },
  );
}

/** *Pause* or *Resume*, as it stands. */
export function pauseButton(reader: Reader, { id, state }: Pick<Watch, 'id' | 'state'>): Button {
  return watchButton(reader, state.kind === 'paused' ? 'resume' : 'pause', id);
}

/** A button that lists all watches. */
export function allWatchesButton({ words }: Reader): Button {
  return commandButton(words.watches.controls.all, { key: 'watches', command: listFrom(undefined) });
}

/** A button that lists the watches from one on. */
export function moreWatchesButton({ words }: Reader, from: WatchId): Button {
  return commandButton(words.watches.controls.more, { key: 'more-watches', command: listFrom(from) });
}

/** A button that opens the form of a new watch. */
export function newWatchButton({ words }: Reader): Button {
  return commandButton(words.watches.controls.new, { key: 'new-watch', command: 'watch new' });
}

const listFrom = (from: WatchId | undefined): string => (from === undefined ? 'watch list' : `watch list ${from}`);

/**
 * The ⋯ menu of a watch in the list. What is changed stands in the list that is shown anew; a watch that is deleted stands alone,
 * with its *Undo*.
 * @param from where that list begins; `undefined`: with the first
 * @param now Unix milliseconds
 */
export function watchMenu({ words }: Reader, watch: Watch, from: WatchId | undefined, now: number): Overflow {
  const { controls } = words.watches;
  const { id, state } = watch;
  const list = listFrom(from);
  const entry = (deed: Deed, shows?: string) => ({ text: controls[deed].text(), command: commandOf(deed, id), shows });
  return commandMenu(`watch-${id}`, [
    entry('edit'),
    entry(state.kind === 'paused' ? 'resume' : 'pause', list),
    entry(isMuted(watch, now) ? 'unmute' : 'mute', list),
    entry('delete'),
  ]);
}
