import type { Message, View } from '../../src/demo/slack/types.ts';
import { CHANNELS, PEOPLE, type World } from './world.ts';

export const control = (key: string) => `followstats_command:${key}`;

/** All that a Home or modal says and holds. */
export const said = ({ blocks }: Pick<View | Message, 'blocks'>): string => JSON.stringify(blocks);

/** What people do in their Homes of one world. */
export function homesOf(world: Pick<World, 'slack'>) {
  const { slack } = world;

  /** Does something, and resolves with the Home once it fits. */
  async function after(
    personId: string,
    work: () => Promise<unknown>,
    matches: (view: View) => boolean = () => true,
  ): Promise<View> {
    const since = slack.mark();
    await work();
    return slack.waitForHome({ personId, since, matches });
  }

  return {
    after,
    open: (personId: string, matches?: (view: View) => boolean) =>
      after(personId, () => slack.openHome(personId), matches),
    press: (personId: string, actionId: string, matches?: (view: View) => boolean) =>
      after(personId, () => slack.pressInView({ personId, surface: 'home', actionId }), matches),
    choose: (personId: string, actionId: string, value: string, matches?: (view: View) => boolean) =>
      after(personId, () => slack.chooseInView({ personId, surface: 'home', actionId, value }), matches),
    /** Resolves with the Home once it fits, also when it does already. */
    until: (personId: string, matches: (view: View) => boolean) => slack.waitForHome({ personId, matches }),
    /** Types a command in a channel, as an admin. */
    type: (text: string, personId: string = PEOPLE.admin) =>
      slack.type({ personId, channelId: CHANNELS.community, text: `/followstats ${text}` }),
  };
}

/** How many blocks, and bytes as JSON. */
export const sizeOf = ({ blocks }: Pick<View, 'blocks'>) => ({
  blocks: blocks.length,
  bytes: Buffer.byteLength(JSON.stringify(blocks)),
});
