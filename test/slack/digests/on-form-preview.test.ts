import { expect, test } from 'vitest';
import { emptyForm } from '../../../src/digests/form/digest-form.ts';
import { AppError } from '../../../src/errors.ts';
import { digestFormView } from '../../../src/slack/blocks/digests/digest-form.ts';
import { createOnFormPreview } from '../../../src/slack/digests/on-form-preview.ts';
import { systemTimers } from '../../../src/timers.ts';
import { daily } from '../../store/contracts/digest-scene.ts';
import { openLog } from '../open-log.ts';
import { readerOf } from '../readers.ts';

type Options = Parameters<typeof createOnFormPreview>[0];

/** Presses *Preview* where drafting fails so; resolves with what the form said at last, and what the audit kept. */
async function pressPreview(draftReport: Options['draftReport']) {
  const { log } = openLog();
  const form = emptyForm('UTC');
  const context = { edited: undefined, channelId: 'C1' };
  const shown: unknown[] = [];
  const kept: unknown[] = [];
  const onFormPreview = createOnFormPreview({
    enterForm: async () => ({
      kind: 'form',
      asker: { personId: 'U1', channelId: 'C1' },
      form,
      context,
      keep: (outcome, details) => kept.push({ outcome, details }),
      audience: { role: 'editor', admins: [] },
    }),
    checkForm: async () => ({ spec: daily, who: { accounts: [], linked: [], unlinked: [], empty: [] } }),
    draftReport,
    web: { views: { update: async ({ view }: { view: unknown }) => shown.push(view) } } as never,
    posting: undefined as never,
    directory: { reader: async () => readerOf() },
    log,
    now: () => 0,
    timeLimitMs: 1000,
    timers: systemTimers,
  });
  const { blocks } = digestFormView(readerOf(), form, { context, now: 0 });
  await onFormPreview({ ack: async () => {}, body: { user: { id: 'U1' }, view: { id: 'V1', blocks } } } as never);
  return { last: JSON.stringify(shown.at(-1)), kept };
}

test.each([
  [
    'a store that doesn’t answer',
    new AppError('store_unavailable', ''),
    'followstats can’t reach its own data right now',
    'store_unavailable',
  ],
  ['a fault of the app', new Error('broken'), 'Something went wrong in followstats itself', 'fault-of-the-app'],
])(
  '%s is shown in the form, which doesn’t say for ever that the preview is being made',
  async (_, error, words, why) => {
    const { last, kept } = await pressPreview(async () => Promise.reject(error));
    expect(last).toContain(words);
    expect(last).not.toContain('Making the preview');
    expect(kept).toEqual([{ outcome: 'failed', details: { why } }]);
  },
);
