import { ACTIONS } from '../../../src/slack/names.ts';
import type { Chance } from '../kernel/chance.ts';
import type { Action, PersonTools } from './action.ts';
import { ACCOUNTS, CHANNELS } from './cast.ts';
import { openForm, saveForm } from './fill-form.ts';

/** A person makes a digest, once there are few. */
export const makeDigest: Action = {
  name: 'makes a digest',
  weight: 10,
  by: ['anders'],
  async act(tools) {
    const { chance, expectations, person, slack } = tools;
    if ((await tools.digests()).length >= tools.pace.digests) return false;
    const title = `Digest ${chance.whole(1, 1_000_000_000)}`;
    const form = await openForm(tools, 'digest new');
    if (!form) return undefined;
    const cron = pickCron(tools);
    await expectations.change({ kind: 'digest', title }, async () => {
      const saved = await saveForm(tools, {
        cron,
        title,
        [ACTIONS.digestTimeZone]: chance.pick(ZONES),
        ...pickWhat(chance),
      });
      // Who reads on the form that it is still being saved, or wasn't, presses the same button again.
      const isOpen = slack.modalOf(person.id)?.id === form.id;
      const { text } = isOpen ? await tools.answerTo(() => slack.submitModal(person.id).catch(() => undefined)) : saved;
      return { after: `active ${cron}`, said: isSaved(text, title) ? 'done' : 'nothing' };
    });
    return undefined;
  },
};

/** Whether an answer says that a digest is kept, be it that it goes on at once or stays paused. */
export function isSaved(text: string, title: string): boolean {
  return [`${title} is saved`, `${title} now posts to`].some((said) => text.includes(said));
}

/** Around the hour in which clocks are changed as well. */
const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC'];

/** A line that comes a few times a day at most. */
export function pickCron({ chance, pace }: Pick<PersonTools, 'chance' | 'pace'>): string {
  const minute = chance.pick([0, 30, 45]);
  return chance.pick([
    `${minute} 2 * * *`,
    `${minute} ${chance.whole(0, 23)} * * *`,
    `${minute} ${chance.whole(0, 23)} * * 1-5`,
    `${minute} 1,2,3 * * *`,
    `${minute} ${chance.whole(0, 23)} * * ${chance.whole(0, 6)}`,
    `${minute} */${chance.pick(pace.slotHours)} * * *`,
    `${minute} */${chance.pick(pace.slotHours)} * * *`,
  ]);
}

/** What a digest shows and where. */
export function pickWhat(chance: Chance) {
  const accounts = Array.from({ length: chance.whole(1, 5) }, () => chance.pick(ACCOUNTS));
  const options = ['chart', 'only-if-changed'].filter(() => chance.happens(0.5));
  return {
    accounts: accounts.join(' '),
    [ACTIONS.digestLists]: chance.happens(0.2) ? ['creators'] : null,
    channel: chance.pick(CHANNELS).id,
    options,
  };
}
