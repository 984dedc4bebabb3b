import { expect, test } from 'vitest';
import { emptyForm } from '../../../src/digests/form/digest-form.ts';
import { AppError } from '../../../src/errors.ts';
import { FIELDS } from '../../../src/slack/blocks/digests/digest-fields.ts';
import { digestFormView } from '../../../src/slack/blocks/digests/digest-form.ts';
import { createEnterForm } from '../../../src/slack/digests/enter-form.ts';
import { createOnFormSubmit } from '../../../src/slack/digests/on-form-submit.ts';
import { everyone } from '../../followstats/access/sample-rules.ts';
import { daily } from '../../store/contracts/digest-scene.ts';
import { openLog } from '../open-log.ts';
import { readerOf } from '../readers.ts';

type Options = Parameters<typeof createOnFormSubmit>[0];

/** Of what isn't saved no channel is tried. */
const neverSettled: Options['saveDigest']['settle'] = () => Promise.reject(new Error('settled'));

/** A form before an editor. */
function openForm(options: Pick<Options, 'saveDigest' | 'saveMs'>) {
  const { log } = openLog();
  const editor = { role: 'editor', rule: everyone('editor'), isPartial: false } as const;
  const onFormSubmit = createOnFormSubmit({
    enterForm: createEnterForm({
      authorize: async () => ({ decision: editor, admins: [], denial: undefined, keep: () => {} }),
      mayPointTo: async () => undefined,
      log,
    }),
    checkForm: async () => ({ spec: daily, who: { accounts: [], linked: [], unlinked: [], empty: [] } }),
    tellOwner: () => {},
    now: () => 0,
    directory: { reader: async () => readerOf() },
    web: undefined as never,
    posting: undefined as never,
    recipientOf: undefined as never,
    log,
    ...options,
  });
  const context = { edited: undefined, channelId: 'C1' };
  const view = {
    id: 'V1',
    private_metadata: JSON.stringify({ channelId: 'C1', days: [], time: '', cron: '' }),
    state: { values: {} },
    blocks: digestFormView(readerOf(), emptyForm('UTC'), { context, now: 0 }).blocks,
  };
  const acks: unknown[] = [];
  const args = { ack: async (answer: unknown) => acks.push(answer), body: { user: { id: 'U1' } }, view };
  return { acks, submit: () => onFormSubmit(args as never) };
}

test.each([
  [
    'a store that is away',
    new AppError('store_unavailable', 'gone'),
    'Nothing was saved. followstats can’t reach its own data right now. Press Save again in a minute.',
  ],
  ['a bug', new Error('bug'), 'Nothing was saved. Something went wrong in followstats itself.'],
])('%s is shown on the form, where what was typed stays', async (_, error, words) => {
  const { acks, submit } = openForm({
    saveDigest: { save: () => Promise.reject(error), settle: neverSettled },
    saveMs: 60_000,
  });
  await submit();
  expect(acks).toEqual([{ response_action: 'errors', errors: { [FIELDS.title]: expect.stringContaining(words) } }]);
});

test('a store that takes too long is answered before Slack gives up, on the form, which then can be saved again', async () => {
  const forms: unknown[] = [];
  const saving = Promise.withResolvers<undefined>();
  const saveDigest: Options['saveDigest'] = {
    save: ({ formId }) => {
      forms.push(formId);
      return saving.promise;
    },
    settle: neverSettled,
  };
  const { acks, submit } = openForm({ saveDigest, saveMs: 1 });
  const order: string[] = [];
  const listeners = [0, 1].map(() => submit().then(() => order.push('ended')));
  await expect.poll(() => acks.length).toBe(2);
  expect(forms).toEqual(['V1', 'V1']);
  expect(acks).toEqual(
    Array(2).fill({
      response_action: 'errors',
      errors: { [FIELDS.title]: expect.stringContaining('Press Save again: nothing is made twice.') },
    }),
  );
  // What is under way is waited for, also when the app stops meanwhile.
  order.push('saved');
  saving.resolve(undefined);
  await Promise.all(listeners);
  expect(order).toEqual(['saved', 'ended', 'ended']);
});
