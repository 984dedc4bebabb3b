import type { FieldInput, View } from '../../../src/demo/slack/types.ts';
import { ACTIONS, VIEWS } from '../../../src/slack/names.ts';
import type { Answer, PersonTools } from './action.ts';

/** Types a command that opens the form. @returns the form, or `undefined` when none came in time */
export async function openForm(
  { slack, person, time, ask: _, ...tools }: PersonTools,
  text: string,
  callback: string = VIEWS.digest,
): Promise<View | undefined> {
  const channelId = tools.channel();
  await slack.closeModal({ personId: person.id, all: true }).catch(() => undefined);
  const since = slack.mark();
  await slack.type({ personId: person.id, channelId, text: `/followstats ${text}` });
  const form = await slack
    .waitForModal({ personId: person.id, since, matches: isForm(callback), timeoutMs: 20_000 })
    .catch(() => undefined);
  // A person needs a moment to fill it in.
  await time.sleep(tools.chance.between(2000, 60_000));
  return form && slack.modalOf(person.id)?.id === form.id ? form : undefined;
}

const isForm =
  (callback: string) =>
  ({ callbackId, submit }: View) =>
    callbackId === callback && submit !== undefined;

type Values = Readonly<Record<string, FieldInput>> & { readonly cron: string };

/** Fills a cron line and whatever else in. @returns whether the form took it */
export async function fillForm({ slack, person, time, chance }: PersonTools, given: Values): Promise<boolean> {
  const { cron, [ACTIONS.digestLists]: lists = null, ...values } = given;
  const personId = person.id;
  try {
    await slack.fillIn({ personId, values: { [ACTIONS.digestWhen]: 'cron' } });
    // The field comes once the app has changed the form.
    await slack.waitForModal({
      personId,
      matches: ({ blocks }) => JSON.stringify(blocks).includes(`"${ACTIONS.digestCron}"`),
      timeoutMs: 20_000,
    });
    const zone = values[ACTIONS.digestTimeZone];
    if (typeof zone === 'string') await slack.suggest({ personId, actionId: ACTIONS.digestTimeZone, text: zone });
    const chosen = await findLists(slack, personId, lists);
    await slack.fillIn({ personId, values: { ...values, ...chosen, [ACTIONS.digestCron]: cron } });
    await time.sleep(chance.between(500, 5000));
    return true;
  } catch {
    return false;
  }
}

/** Types the beginning of each list's name. @returns those of them that the menu offers */
async function findLists(
  slack: PersonTools['slack'],
  personId: string,
  lists: FieldInput,
): Promise<Readonly<Record<string, FieldInput>>> {
  const offered: string[] = [];
  for (const list of Array.isArray(lists) ? lists : []) {
    const text = list.slice(0, 4);
    const { options } = await slack.suggest({ personId, actionId: ACTIONS.digestLists, text });
    if (options.some(({ value }) => value === list)) offered.push(list);
  }
  return { [ACTIONS.digestLists]: offered.length > 0 ? offered : null };
}

/** Sends a form in, sometimes twice at once. @returns what the person is told; no message when nothing is */
export async function sendForm({ slack, person, chance, marks, answerTo }: PersonTools): Promise<Answer> {
  const submit = () => slack.submitModal(person.id).catch(() => undefined);
  if (!chance.happens(0.2)) return answerTo(submit);
  marks.reach('form sent in twice');
  return answerTo(() => Promise.all([submit(), submit()]));
}

/** Fills in and sends in. @returns as `sendForm` */
export async function saveForm(tools: PersonTools, values: Values): Promise<Answer> {
  return (await fillForm(tools, values)) ? sendForm(tools) : { message: undefined, text: '' };
}
