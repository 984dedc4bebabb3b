import type { Block, KnownBlock, ModalView, PlainTextElement } from '@slack/types';
import type { Reader } from '../../words/reader.ts';
import { toPlain, toRichText } from '../kit/inline.ts';

/** A view as Slack's payloads hold it, as far as it is needed to show it again. */
export interface ShownView {
  readonly callback_id?: string;
  readonly private_metadata?: string;
  readonly title?: PlainTextElement;
  readonly submit?: PlainTextElement | null;
  readonly close?: PlainTextElement | null;
  readonly blocks?: readonly (KnownBlock | Block)[];
}

const NOTE_ID = 'of_another_version';

/**
 * The same form with a note that says why its buttons do nothing. Its fields keep their names, and so what was typed.
 * @returns `undefined` when it isn't a form that can be shown again
 */
export function otherVersionView({ words }: Reader, view: ShownView): ModalView | undefined {
  const { title, submit, close, blocks = [] } = view;
  if (!title || blocks.length === 0) return undefined;
  const note: KnownBlock = { ...toRichText([[{ bold: toPlain(words.digestForm.otherVersion()) }]]), block_id: NOTE_ID };
  return {
    type: 'modal',
    title,
    ...(submit && { submit }),
    ...(close && { close }),
    callback_id: view.callback_id ?? '',
    private_metadata: view.private_metadata ?? '',
    blocks: [note, ...blocks.filter(({ block_id: id }) => id !== NOTE_ID)] as KnownBlock[],
  };
}

/**
 * Where an error can stand that is about the whole form.
 * @param preferred the field it should stand on, when that is there
 * @returns `undefined` in a form without fields, where Slack takes no errors
 */
export function anyField({ blocks = [] }: ShownView, preferred: string): string | undefined {
  const names = blocks.flatMap(({ type, block_id: id }) => (type === 'input' && id ? [id] : []));
  return names.includes(preferred) ? preferred : names[0];
}
