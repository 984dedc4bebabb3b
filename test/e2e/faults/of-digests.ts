import type { SlackFault } from '../../../src/demo/slack/types.ts';
import type { Run } from '../../../src/digests/runs.ts';
import { createDigestWorld, DAY, type DigestWorld, HOUR, MINUTE, NINE } from '../digest-world.ts';
import { CHANNELS, type WorldOptions } from '../world.ts';
import type { MadeFaults, MakeFault, Seen } from './fault-row.ts';
import { asRead, unusualLines } from './seen.ts';

interface Trouble extends Pick<WorldOptions, 'slack'> {
  /** From before the first slot until everything has come of it; returns what is due by then. */
  readonly live: (world: DigestWorld) => Promise<void>;
  /** How many slots are due in that time. */
  readonly slots?: number;
}

/** A digest is due while something is wrong. People read its posts; its owner also reads a direct message. */
function due({ live, slots = 1, slack }: Trouble): MakeFault {
  return async (scope): Promise<Seen> => {
    const world = await createDigestWorld({
      env: { LOG_LEVEL: 'info', FOLLOWSTATS_NAMES: 'off' },
      ...(slack && { slack }),
    });
    scope.defer(() => world.stop());
    await live(world);
    const runs = await world.history();
    const posts = world.posts();
    const posted = runs.filter(({ state }) => state === 'posted');
    const read = (text: string) => asRead(text, world.slack).split('\n').slice(0, 2).join(' ');
    return {
      person: [
        ...posts.map(({ text }) => `in the channel: ${read(text)} …`),
        ...world.notices().map(({ text }) => `the owner, in direct messages: ${asRead(text, world.slack)}`),
      ],
      operator: [
        ...unusualLines(world.log.lines),
        `the digest’s log: ${runs.map(({ state, reason }) => [state, ...(reason ? [reason] : [])].join(', ')).join('; ')}`,
      ],
      kept: [
        { what: 'slots with their record', of: slots, kept: runs.length },
        { what: 'posts that the records tell of', of: posted.length, kept: posts.length },
        // What wasn't posted is known to the owner.
        { what: 'failures told', of: runs.some(isFailed) ? 1 : 0, kept: runs.some(isFailed) ? told(world) : 0 },
      ].filter(({ of }) => of > 0),
    };
  };
}

const isFailed = ({ state }: Run): boolean => state === 'failed';
const told = (world: DigestWorld): number => Math.min(1, world.notices().length);

/** A refusal for good, until the owner has been told. */
const paused = (make: (world: DigestWorld) => void): MakeFault =>
  due({
    async live(world) {
      make(world);
      await world.runAt(NINE);
      await world.notice('is paused');
    },
  });

const faults =
  (...made: readonly SlackFault[]) =>
  ({ slack }: DigestWorld) =>
    slack.setFaults(made);
const lost: SlackFault = { kind: 'lose-answer', method: 'chat.postMessage', times: 1 };
const { community } = CHANNELS;

export const OF_DIGESTS: MadeFaults = {
  'its channel is archived': paused(({ slack }) => slack.changeChannel(community, { isArchived: true })),
  'the app was removed from its channel': paused(({ slack }) => slack.changeChannel(community, { hasBot: false })),
  'its channel is deleted': paused(({ slack }) => slack.changeChannel(community, { isDeleted: true })),
  'only some people may post in its channel': paused(({ slack }) =>
    slack.changeChannel(community, { isRestricted: true }),
  ),
  'the app lacks the scope to post': paused(
    faults({ kind: 'refuse', method: 'chat.postMessage', error: 'missing_scope', times: 1 }),
  ),
  'the token is revoked, and given back': due({
    async live(world) {
      world.slack.setInstallation('token_revoked');
      await world.runAt(NINE);
      await world.log.first('the owner of a digest cannot be told');
      world.slack.setInstallation('active');
      world.moveTo(NINE + 2 * MINUTE);
      await world.notice('token_revoked');
    },
  }),
  'Slack puts the post off for 40 s': due({
    async live(world) {
      faults({ kind: 'rate-limit', method: 'chat.postMessage', retryAfterSeconds: 40, times: 1 })(world);
      await world.runAt(NINE);
      await world.runAt(NINE + 40_000);
    },
  }),
  'Slack’s “ok” for the post gets lost': due({
    async live(world) {
      faults(lost)(world);
      await world.runAt(NINE);
      await world.log.first('digest owner');
    },
  }),
  'the “ok” gets lost where the app may not read the channel': due({
    slack: { withoutScopes: ['channels:history', 'groups:history'] },
    async live(world) {
      faults(lost)(world);
      await world.runAt(NINE);
      const { ts } = await world.notice('may or may not have arrived');
      await world.slack.press({ personId: 'U0ANDERS001', ts, actionId: 'followstats_digest_arrived' });
      await world.notice('did arrive');
    },
  }),
  'Slack answers 503, and the post isn’t there': due({
    slack: { withoutScopes: ['channels:history', 'groups:history'] },
    async live(world) {
      faults({ kind: 'status', status: 503, method: 'chat.postMessage', times: 1 })(world);
      await world.runAt(NINE);
      const { ts } = await world.notice('may or may not have arrived');
      await world.slack.press({ personId: 'U0ANDERS001', ts, actionId: 'followstats_digest_again' });
      await world.log.first('digest run', ({ state }) => state === 'posted');
      await world.notice('posted again');
    },
  }),
  'Chat is away for five minutes': due({
    async live(world) {
      world.chat.setFaults([{ kind: 'status', status: 502 }]);
      await world.runAt(NINE);
      world.chat.setFaults([]);
      await world.runAt(NINE + 5 * MINUTE);
    },
  }),
  'Chat is away for twenty minutes': due({
    async live(world) {
      world.chat.setFaults([{ kind: 'status', status: 502 }]);
      let state: unknown;
      for (let at = NINE; state !== 'failed'; at += 4 * MINUTE) ({ state } = await world.runAt(at));
      await world.notice('wasn’t posted');
    },
  }),
  'the app is down at the slot, and up two hours later': due({
    async live(world) {
      await world.restart(async () => world.moveTo(NINE + 2 * HOUR));
      await world.log.first('digest run', ({ state }) => state === 'posted');
    },
  }),
  'the app is down for three days': due({
    slots: 3,
    async live(world) {
      await world.restart(async () => world.moveTo(NINE + 2 * DAY + HOUR));
      await world.log.first('digest run', ({ state }) => state === 'posted');
    },
  }),
};
