import { BOT_USER_ID } from '../../../src/demo/slack/installed-app.ts';
import { seedWorkspace } from '../../../src/demo/slack/seed.ts';
import type { Channel, Person } from '../../../src/demo/slack/types.ts';

/** A person who asks, in a conversation of their own, so that what comes there is for them. */
export interface Asker {
  readonly personId: string;
  readonly channelId: string;
  /** Counts from 0. */
  readonly place: number;
}

/** So many people beside those of the seeded workspace, each with a private channel that the app is in. */
export function crowdOf(size: number) {
  const seed = seedWorkspace();
  const [like] = seed.people;
  const askers = Array.from({ length: size }, (_, place): Asker => {
    const number = String(place).padStart(4, '0');
    return { personId: `U0SOAK${number}`, channelId: `C0SOAK${number}`, place };
  });
  const people = askers.map(
    ({ personId, place }): Person => ({ ...(like as Person), id: personId, name: `soak${place}` }),
  );
  const channels = askers.map(
    ({ personId, channelId, place }): Channel => ({
      ...{ id: channelId, name: `soak-${place}`, isPrivate: true },
      memberIds: [personId, BOT_USER_ID],
    }),
  );
  return {
    askers,
    workspace: { ...seed, people: [...seed.people, ...people], channels: [...seed.channels, ...channels] },
  };
}
