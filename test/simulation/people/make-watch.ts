import type { FieldInput } from '../../../src/demo/slack/types.ts';
import { WATCH_SPANS, type WatchRule } from '../../../src/followstats/watches/rule.ts';
import { ACTIONS, VIEWS } from '../../../src/slack/names.ts';
import type { Action, PersonTools } from './action.ts';
import { ACCOUNTS, CHANNELS, STARS } from './cast.ts';
import { openForm, sendForm } from './fill-form.ts';

/** A person makes a watch, once there are few. */
export const makeWatch: Action = {
  name: 'makes a watch',
  weight: 5,
  by: ['anders'],
  async act(tools) {
    const { pace, person, slack, violated } = tools;
    const before = new Set((await tools.watches()).map(({ id }) => id));
    if (before.size >= pace.watches) return false;
    const form = await openForm(tools, 'watch new', VIEWS.watch);
    if (!form) return undefined;
    await fillWatch(tools, pickRule(tools));
    const { text } = await sendForm(tools);
    const [, id = ''] = /^#(\d+) is saved/.exec(text) ?? [];
    if (id !== '' && !(await tools.watches()).some((watch) => `${watch.id}` === id))
      violated('what was said to be done is done', `watch ${id} was said to be saved, and isn’t there`, [
        `watch ${id}`,
      ]);
    await slack.closeModal({ personId: person.id, all: true }).catch(() => undefined);
    return undefined;
  },
};

/** A rule about stars, near what they have. */
export function pickRule({ chance, chat }: Pick<PersonTools, 'chance' | 'chat'>): WatchRule {
  const followers = Math.max(1, chat.followersOf(chance.pick(STARS)) + chance.whole(-4, 4));
  const kind = chance.pick(['reaches', 'reaches', 'reaches', 'falls-below', 'gains', 'loses'] as const);
  if (kind === 'reaches' || kind === 'falls-below') return { kind, followers };
  return { kind, by: { unit: 'followers', size: chance.whole(2, 10) }, span: chance.pick(WATCH_SPANS) };
}

/** Fills a watch's form in. @returns whether the form took it */
export async function fillWatch({ slack, person, time, chance }: PersonTools, rule: WatchRule): Promise<boolean> {
  const personId = person.id;
  const fill = (values: Readonly<Record<string, FieldInput>>) => slack.fillIn({ personId, values });
  const field = 'followers' in rule ? 'followers' : 'absolute';
  const accounts = [...STARS, ...(chance.happens(0.3) ? [chance.pick(ACCOUNTS)] : [])];
  try {
    await fill({ [ACTIONS.watchKind]: rule.kind });
    // The fields of the rule come once the app has changed the form.
    await slack.waitForModal({
      personId,
      matches: ({ blocks }) => JSON.stringify(blocks).includes(`"${field}"`),
      timeoutMs: 20_000,
    });
    await fill({
      ...('span' in rule ? { absolute: `${rule.by.size}`, span: rule.span } : {}),
      ...('followers' in rule ? { followers: `${rule.followers}` } : {}),
      accounts: accounts.join(' '),
      channel: chance.pick(CHANNELS).id,
    });
    await time.sleep(chance.between(500, 5000));
    return true;
  } catch {
    return false;
  }
}
