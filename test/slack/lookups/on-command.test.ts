import { expect, test } from 'vitest';
import type { Answer } from '../../../src/followstats/commands/answer.ts';
import { ANA, OPEN } from '../../demo/slack/open-workspace.ts';
import { whoOf } from '../../followstats/reports/sample-lookups.ts';
import { counts, reportOf } from '../blocks/reports/sample-reports.ts';
import { openListeners } from '../open-listeners.ts';

const report: Answer = { kind: 'report', report: reportOf([['alice', counts(1)]]) };

test('a command is asked as typed, by whom and where', async () => {
  const { ask, invocations } = await openListeners(async () => report);
  expect((await ask('lookup alice bob')).visibleTo).toBe(ANA.id);
  expect(invocations).toMatchObject([
    {
      asker: { personId: ANA.id, channelId: OPEN },
      command: { kind: 'lookup', who: whoOf('alice', 'bob') },
    },
  ]);
  expect(invocations[0]?.fresh).toBeUndefined();
});

test('it is acknowledged before anything is asked, however long the answer takes', async () => {
  const gate = Promise.withResolvers<Answer>();
  const { workspace, connection, seenBy } = await openListeners(() => gate.promise);
  const { status, body, ackMs } = await workspace.type({
    personId: ANA.id,
    channelId: OPEN,
    text: '/followstats alice',
  });
  expect({ status, body }).toEqual({ status: 200, body: '' });
  expect(ackMs).toBeLessThan(1000);
  expect(seenBy(ANA.id)).toEqual([]);
  gate.resolve(report);
  await connection.app.idle();
  expect(seenBy(ANA.id)).toHaveLength(1);
});

test('an answer that can’t be delivered is logged once, without the response URL', async () => {
  const { workspace, connection, sink } = await openListeners(async () => report);
  workspace.setFaults([
    { kind: 'refuse', method: 'response_url', error: 'expired_url', times: 9 },
    { kind: 'refuse', method: 'chat.postEphemeral', error: 'channel_not_found', times: 9 },
    { kind: 'refuse', method: 'chat.postMessage', error: 'messages_tab_disabled', times: 9 },
  ]);
  await workspace.type({ personId: ANA.id, channelId: OPEN, text: '/followstats alice' });
  await connection.app.idle();
  expect(sink.named('a request from Slack could not be answered')).toHaveLength(1);
  expect(sink.lines.join()).not.toContain('/response/');
});
