import type { ActionsBlock } from '@slack/types';
import type { Reply } from './reply.ts';

/** The same reply with a row of controls at its end, in every rendering; none at all add nothing. */
export function withControls(reply: Reply, controls: readonly ActionsBlock['elements'][number][]): Reply {
  if (controls.length === 0) return reply;
  const row: ActionsBlock = { type: 'actions', elements: [...controls] };
  return { ...reply, renderings: reply.renderings.map((blocks) => [...blocks, row]) };
}
