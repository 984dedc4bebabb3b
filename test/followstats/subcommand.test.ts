import { expect, test } from 'vitest';
import {
  type AnswerContext,
  defineSubcommand,
  done,
  noDetails,
  writtenByStore,
} from '../../src/followstats/subcommand.ts';

type NoteCommand = { readonly kind: 'note-show' } | { readonly kind: 'note-add'; readonly text: string };
type NoteAnswer = { readonly kind: 'note'; readonly text: string } | { readonly kind: 'note-added' };

const read = (): NoteCommand | { readonly fault: { readonly kind: 'no-text' } } => ({ fault: { kind: 'no-text' } });
const answer =
  (notes: { readonly text: string }) =>
  async ({ kind }: NoteCommand, _: AnswerContext): Promise<NoteAnswer> =>
    kind === 'note-show' ? { kind: 'note', text: notes.text } : { kind: 'note-added' };

const show = { role: 'viewer', action: 'note-show', details: noDetails, lookAt: undefined } as const;
const add = { role: 'editor', action: 'note-add', details: noDetails, lookAt: () => 'note show' } as const;
const commands = { 'note-show': show, 'note-add': add };
const answers = { note: { ended: done }, 'note-added': { ended: writtenByStore } };
const rest = { names: ['note'], furtherActions: [], usage: {} } as const;

test('a table has what each kind of command and answer needs, typed by its kind', () => {
  const notes = defineSubcommand({
    ...rest,
    read,
    answer,
    commands: { 'note-show': show, 'note-add': { ...add, lookAt: ({ text }) => `note show ${text}` } },
    answers: {
      note: { ended: done, measure: ({ text }) => ({ size: text.length }) },
      'note-added': answers['note-added'],
    },
  });
  expect(notes.commands['note-add'].lookAt({ kind: 'note-add', text: 'a' })).toBe('note show a');
  expect(notes.answers.note.measure?.({ kind: 'note', text: 'abc' })).toEqual({ size: 3 });
});

/** Never called: each call lacks a piece, and tsc says when one of them compiles all the same. */
function incomplete() {
  const { lookAt: _, ...withoutLookAt } = add;
  const { role: __, ...withoutRole } = add;
  const { action: ___, details: ____, ...withoutAudit } = add;
  // @ts-expect-error a kind of command
  defineSubcommand({ ...rest, read, answer, answers, commands: { 'note-show': show } });
  // @ts-expect-error where to look after a change
  defineSubcommand({ ...rest, read, answer, answers, commands: { 'note-show': show, 'note-add': withoutLookAt } });
  // @ts-expect-error a role
  defineSubcommand({ ...rest, read, answer, answers, commands: { 'note-show': show, 'note-add': withoutRole } });
  // @ts-expect-error the words of the audit
  defineSubcommand({ ...rest, read, answer, answers, commands: { 'note-show': show, 'note-add': withoutAudit } });
  // @ts-expect-error how an answer ended
  defineSubcommand({ ...rest, read, answer, commands, answers: { note: { ended: done } } });
  // @ts-expect-error what answers
  defineSubcommand({ ...rest, read, commands, answers });
  // @ts-expect-error what reads
  defineSubcommand({ ...rest, answer, commands, answers });
  // @ts-expect-error a kind of command that isn't the subject's
  defineSubcommand({ ...rest, read, answer, answers, commands: { ...commands, 'note-drop': add } });
}

test('a table without one of its pieces doesn’t compile', () => {
  expect(incomplete).toBeTypeOf('function');
});
