import type { FieldInput, View } from '../../../src/demo/slack/types.ts';
import type { Answer, PersonTools } from './action.ts';

/** Types a command that opens the form. @returns the form, or `undefined` when none came in time */
export async function openForm(
  { slack, person, time, ask: _, ...tools }: PersonTools,
  text: string,
): Promise<View | undefined> {
  const channelId = tools.channel();
  await slack.closeModal({ personId: person.id, all: true }).catch(() => undefined);
  const since = slack.mark();
  await slack.type({ personId: person.id, channelId, text: `/followstats ${text}` });
  const form = await slack
    .waitForModal({ personId: person.id, since, matches: isForm, timeoutMs: 20_000 })
    .catch(() => undefined);
  // A person needs a moment to fill it in.
  await time.sleep(tools.chance.between(2000, 60_000));
  return form && slack.modalOf(person.id)?.id === form.id ? form : undefined;
}

const isForm = ({ callbackId, submit }: View) => callbackId === 'followstats_digest' && submit !== undefined;

/** Fills a cron line and whatever else in, and saves. @returns what the person is told; no message when nothing is */
export async function saveForm(
  tools: PersonTools,
  { cron, ...values }: Readonly<Record<string, FieldInput>> & { readonly cron: string },
): Promise<Answer> {
  const { slack, person, time } = tools;
  const personId = person.id;
  const nothing: Answer = { message: undefined, text: '' };
  try {
    await slack.fillIn({ personId, values: { followstats_digest_timing: 'cron' } });
    // The field comes once the app has changed the form.
    await slack.waitForModal({
      personId,
      matches: ({ blocks }) => JSON.stringify(blocks).includes('"followstats_digest_cron"'),
      timeoutMs: 20_000,
    });
    await slack.fillIn({ personId, values: { ...values, followstats_digest_cron: cron } });
    await time.sleep(tools.chance.between(500, 5000));
  } catch {
    return nothing;
  }
  const submit = () => slack.submitModal(personId).catch(() => undefined);
  if (!tools.chance.happens(0.2)) return tools.answerTo(submit);
  tools.marks.reach('form sent in twice');
  return tools.answerTo(() => Promise.all([submit(), submit()]));
}
