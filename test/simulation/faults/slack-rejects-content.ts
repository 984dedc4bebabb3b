import { type Fault, HOUR, MINUTE } from './fault.ts';

/** Slack takes no charts, tables or blocks at all; the same message must go out plainer. */
export const slackRejectsContent: Fault = {
  name: 'Slack rejects blocks',
  weight: 3,
  lasts: [10 * MINUTE, 6 * HOUR],
  begin({ chance }) {
    if (chance.happens(0.5)) {
      const types = ['data_visualization', 'data_table', 'table', 'rich_text'].slice(0, chance.whole(1, 4));
      return { slack: [{ kind: 'refuse-blocks', types }] };
    }
    const error = chance.pick(['invalid_blocks', 'msg_too_long', 'invalid_arguments']);
    return { slack: [{ kind: 'refuse-content', method: 'chat.postMessage', error, share: chance.between(0.3, 1) }] };
  },
};
