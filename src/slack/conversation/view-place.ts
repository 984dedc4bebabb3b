import { z } from 'zod';
import type { ChannelId } from '../../followstats/ids.ts';

/** Where a view was asked for: Slack says of what is pressed in one only who does. */
const Place = z.object({ channelId: z.string() });

/** Writes where a view was asked for, to be carried in it: nothing secret, and nothing that decides who may. */
export function writeViewPlace(channelId: ChannelId | undefined): string {
  return JSON.stringify({ channelId: channelId ?? '' } satisfies z.infer<typeof Place>);
}

/** Reads what `writeViewPlace` wrote; `undefined` for no conversation, and for what another version wrote. */
export function readViewPlace(metadata: string): ChannelId | undefined {
  try {
    const { data } = Place.safeParse(JSON.parse(metadata));
    return data?.channelId || undefined;
  } catch {
    return undefined;
  }
}
