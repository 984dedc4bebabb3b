import type { AuditDetails } from '../audit/details.ts';
import { defineSubcommand, done, type Ended, noDetails, writtenByStore } from '../subcommand.ts';
import { createDigestAnswer } from './answer.ts';
import { readDigestCommand } from './read.ts';

const lookAt = () => 'digest list';
const role = 'editor';

/** `digest …` */
export const digests = defineSubcommand({
  names: ['digest'],
  read: (_, words) => readDigestCommand(words),
  answer: createDigestAnswer,
  commands: {
    // Opens the form, of which nothing is saved yet.
    'digest-new': { role, action: 'digest-new', details: noDetails, lookAt: undefined },
    'digest-list': { role, action: 'digest-list', details: noDetails, lookAt: undefined },
    'digest-edit': { role, action: 'digest-edit', details: describeDigest, lookAt: undefined },
    'digest-log': { role, action: 'digest-log', details: describeDigest, lookAt: undefined },
    // A post is asked for; the digest's log says what came of it.
    'digest-run': { role, action: 'digest-run', details: describeDigest, lookAt },
    'digest-pause': { role, action: 'digest-pause', details: describeDigest, lookAt },
    'digest-resume': { role, action: 'digest-resume', details: describeDigest, lookAt },
    'digest-delete': { role, action: 'digest-delete', details: describeDigest, lookAt },
    'digest-restore': { role, action: 'digest-restore', details: describeDigest, lookAt },
  },
  answers: {
    // A form that opens has changed nothing yet.
    'digest-form': { ended: () => [{ outcome: 'allowed', details: {} }] },
    'digest-list': { ended: done },
    'digest-log': { ended: done },
    'digest-changed': { ended: writtenByStore },
    'digest-unchanged': { ended: writtenByStore },
    'digest-rejected': { ended: failed },
    // The store has written it.
    'digest-too-late': { ended: writtenByStore },
    'digest-deleted': { ended: failed },
    'digest-elsewhere': { ended: failed },
    'digest-unreadable': { ended: failed },
    'digest-unknown': { ended: failed },
  },
  furtherActions: [
    'digest-create',
    'digest-preview',
    // A field of the form was changed; written only when it was denied.
    'digest-form',
    'digest-csv',
    // What the owner said of a post whose answer was lost.
    'digest-arrived',
    'digest-post-again',
  ],
  usage: { digestNew: { role: 'editor', example: 'digest new' } },
});

/** Other words than an id are not the audit's to keep. */
const DIGEST_ID = /^#?([1-9]\d{0,8})$/;

/** As the store's own entries have it, so that `#3` and `3` are found together. */
function describeDigest({ id }: { readonly id: string }): AuditDetails {
  const [, digest] = DIGEST_ID.exec(id.trim()) ?? [];
  return digest === undefined ? {} : { digest };
}

function failed({ why }: { readonly why: string }): readonly Ended[] {
  return [{ outcome: 'failed', details: { why } }];
}
