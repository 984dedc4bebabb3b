import type { AuditDetails } from '../audit/details.ts';
import { defineSubcommand, done, type Ended, noDetails, writtenByStore } from '../subcommand.ts';
import { createWatchAnswer } from './answer.ts';
import { readWatchCommand } from './read.ts';

const lookAt = () => 'watch list';
const role = 'editor';

/** `watch …` */
export const watches = defineSubcommand({
  names: ['watch'],
  read: (_, words) => readWatchCommand(words),
  answer: createWatchAnswer,
  commands: {
    // Opens the form, of which nothing is saved yet.
    'watch-new': { role, action: 'watch-new', details: noDetails, lookAt: undefined },
    'watch-list': { role, action: 'watch-list', details: noDetails, lookAt: undefined },
    'watch-edit': { role, action: 'watch-edit', details: describeWatch, lookAt: undefined },
    'watch-pause': { role, action: 'watch-pause', details: describeWatch, lookAt },
    'watch-resume': { role, action: 'watch-resume', details: describeWatch, lookAt },
    'watch-mute': { role, action: 'watch-mute', details: describeWatch, lookAt },
    'watch-unmute': { role, action: 'watch-unmute', details: describeWatch, lookAt },
    'watch-delete': { role, action: 'watch-delete', details: describeWatch, lookAt },
    'watch-restore': { role, action: 'watch-restore', details: describeWatch, lookAt },
  },
  answers: {
    // A form that opens has changed nothing yet.
    'watch-form': { ended: () => [{ outcome: 'allowed', details: {} }] },
    'watch-list': { ended: done },
    'watch-changed': { ended: writtenByStore },
    'watch-unchanged': { ended: writtenByStore },
    'watch-rejected': { ended: failed },
    // The store has written it.
    'watch-too-late': { ended: writtenByStore },
    'watch-deleted': { ended: failed },
    'watch-elsewhere': { ended: failed },
    'watch-unreadable': { ended: failed },
    'watch-unknown': { ended: failed },
  },
  furtherActions: [
    'watch-create',
    // A field of the form was changed; written only when it was denied.
    'watch-form',
    // What the owner said of an alert whose answer was lost.
    'watch-arrived',
    'watch-post-again',
  ],
  usage: { watchNew: { role: 'editor', example: 'watch new' } },
});

/** Other words than an id are not the audit's to keep. */
const WATCH_ID = /^#?([1-9]\d{0,8})$/;

/** As the store's own entries have it, so that `#3` and `3` are found together. */
function describeWatch({ id }: { readonly id: string }): AuditDetails {
  const [, watch] = WATCH_ID.exec(id.trim()) ?? [];
  return watch === undefined ? {} : { watch };
}

function failed({ why }: { readonly why: string }): readonly Ended[] {
  return [{ outcome: 'failed', details: { why } }];
}
