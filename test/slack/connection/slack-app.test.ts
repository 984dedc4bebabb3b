import { describe, expect, test } from 'vitest';
import { ANA, OPEN } from '../../demo/slack/open-workspace.ts';
import { openConnection } from './open-connection.ts';

const typed = { personId: ANA.id, channelId: OPEN, text: '/followstats alice' };

/** A command whose listener acknowledges, and then works until the test stops it. */
async function openSlow(mode: 'http' | 'socket') {
  const begun = Promise.withResolvers<void>();
  const work = Promise.withResolvers<void>();
  const opened = await openConnection({
    mode,
    register: (app) =>
      app.command('/followstats', async ({ ack }) => {
        await ack();
        begun.resolve();
        await work.promise;
      }),
  });
  return { ...opened, begun: begun.promise, work };
}

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  test('a listener still at work after its acknowledgement is waited for', async () => {
    const { workspace, connection, begun, work } = await openSlow(mode);
    expect((await workspace.type(typed)).status).toBe(200);
    await begun;
    const order: string[] = [];
    const idle = connection.app.idle().then(() => order.push('idle'));
    await new Promise(setImmediate);
    order.push('work done');
    work.resolve();
    await idle;
    expect(order).toEqual(['work done', 'idle']);
  });

  test('so are those that begin meanwhile', async () => {
    const { workspace, connection, begun, work } = await openSlow(mode);
    await workspace.type(typed);
    await begun;
    const idle = connection.app.idle();
    await workspace.type(typed);
    work.resolve();
    await expect(idle).resolves.toBeUndefined();
  });

  test('with nothing to do it is idle at once', async () => {
    const { connection } = await openConnection({ mode });
    await expect(connection.app.idle()).resolves.toBeUndefined();
  });

  test('a listener that throws reaches the error hook once, and is no longer waited for', async () => {
    const errors: unknown[] = [];
    const { workspace, connection } = await openConnection({
      mode,
      register: (app) => {
        app.command('/followstats', async ({ ack }) => {
          await ack();
          throw new Error('the reply could not be sent');
        });
        app.error(async (error) => {
          errors.push(error.message);
        });
      },
    });
    expect((await workspace.type(typed)).status).toBe(200);
    await connection.app.idle();
    expect(errors).toEqual(['the reply could not be sent']);
  });

  test('a listener that throws before it acknowledges leaves no request hanging', async () => {
    const { workspace } = await openConnection({
      mode,
      register: (app) => {
        app.command('/followstats', () => Promise.reject(new Error('too early')));
        app.error(async () => {});
      },
    });
    const { status, ackMs } = await workspace.type(typed);
    expect(status).toBe(200);
    expect(ackMs).toBeLessThan(1000);
  });
});
