import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore, type Store } from '../../src/store/open.ts';
import { readAudit } from '../store/contracts/askers.ts';
import { describePostgres } from '../store/engines.ts';
import { CHANNELS, createWorld, GROUP, type Mode, PEOPLE, type World, type WorldOptions } from './world.ts';

const { admin, viewer, nobody, guest, stranger, chinese } = PEOPLE;

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'followstats-access-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function open(options: WorldOptions = {}) {
  const world = await createWorld(options);
  onTestFinished(() => world.stop());
  return { world, ...speaking(world) };
}

/** What people say to the app, and how it answers. */
function speaking(world: World) {
  const say = async (personId: string, text: string, channelId: string = CHANNELS.community) =>
    (await world.ask(`/followstats ${text}`, { personId, channelId })).text;
  const mayLookUp = async (personId: string, channelId?: string) =>
    /^alice · /.test(await say(personId, 'alice', channelId));
  return { say, mayLookUp };
}

/** The store itself, to see or say what the app can't be asked for. */
async function withStore<Result>(folder: string, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore({ kind: 'sqlite', folder });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  test('who is allowed may look up with their very next command, and who is revoked may not', async () => {
    const { say, mayLookUp } = await open({ mode });
    expect(await mayLookUp(nobody)).toBe(false);
    expect(await say(admin, 'allow @priya')).toBe(`<@${nobody}> is now a viewer.`);
    expect(await mayLookUp(nobody)).toBe(true);
    expect(await say(admin, 'revoke @priya')).toBe(
      `Took back what was granted to <@${nobody}>. They have no access here now.`,
    );
    expect(await mayLookUp(nobody)).toBe(false);
  });

  test('a channel and a user group let their full members in, until they are revoked', async () => {
    const { say, mayLookUp } = await open({ mode, env: { FOLLOWSTATS_VIEWERS: '' } });
    expect(await say(admin, 'allow #growth', CHANNELS.growth)).toContain(`who types in <#${CHANNELS.growth}> is now`);
    expect(await mayLookUp(viewer, CHANNELS.growth)).toBe(true);
    expect(await mayLookUp(viewer)).toBe(false);
    expect(await say(admin, 'allow @creators-team editor')).toContain(`in <!subteam^${GROUP}> is now an editor`);
    expect(await mayLookUp(chinese)).toBe(true);
    expect(await mayLookUp(guest)).toBe(false);
    await say(admin, 'revoke @creators-team #growth');
    expect(await mayLookUp(chinese)).toBe(false);
    expect(await mayLookUp(viewer, CHANNELS.growth)).toBe(false);
  });

  test('an admin by a grant is one, and a viewer may change nothing', async () => {
    const { say } = await open({ mode });
    await say(admin, 'allow @priya admin');
    expect(await say(nobody, 'allow @chenli')).toBe(`<@${chinese}> is now a viewer.`);
    for (const text of ['allow @maya admin', 'revoke @anders', 'access', 'why @anders']) {
      expect(await say(viewer, text)).toBe(
        `Only admins can do that. You’re a viewer. An admin can change that: <@${admin}> or <@${nobody}>.`,
      );
    }
  });

  test('who has no role learns nothing of who has, whatever they type', async () => {
    const { say, world } = await open({ mode });
    await say(admin, 'allow @creators-team @chenli editor', CHANNELS.growth);
    for (const text of ['allow @tom', 'revoke @chenli', 'access', 'why @chenli', 'allow @nobody', 'access x']) {
      expect(await say(guest, text)).toBe(
        `Guests can use followstats only when they are let in by name. An admin can change that: <@${admin}>.`,
      );
    }
    expect(world.countCalls).toEqual([]);
  });
});

test('access lists the configuration’s rules as such, and the grants with who gave them and when', async () => {
  const { say } = await open({ env: { FOLLOWSTATS_VIEWERS: `*,${CHANNELS.growth}` } });
  expect(await say(admin, 'access')).toContain('Nothing has been granted from Slack yet.');
  await say(admin, 'allow @priya editor');
  const lines = (await say(admin, 'access')).split('\n');
  expect(lines).toEqual([
    'Who may use followstats',
    `<@${admin}> · admin · fixed in FOLLOWSTATS_ADMINS`,
    expect.stringMatching(new RegExp(`^<@${nobody}> · editor · granted by <@${admin}>, <!date.+ UTC>$`)),
    'Every full member of this workspace · viewer · fixed in FOLLOWSTATS_VIEWERS',
    `<#${CHANNELS.growth}> · viewer · fixed in FOLLOWSTATS_VIEWERS`,
    'A user group or channel lets in full members only.',
  ]);
});

test('what the configuration gives can’t be revoked, and the answer says where it is fixed', async () => {
  const { say, mayLookUp } = await open();
  expect(await say(admin, 'revoke @maya')).toBe(
    `FOLLOWSTATS_VIEWERS makes <@${viewer}> a viewer, and that can’t be changed from Slack.`,
  );
  expect(await mayLookUp(viewer)).toBe(true);
  expect(await say(admin, 'revoke @anders')).toBe(
    'FOLLOWSTATS_ADMINS makes you an admin, and that can’t be changed from Slack.',
  );
  expect(await say(admin, 'allow @anders viewer')).toBe(
    'You’re still an admin, which counts for more. Your grant is kept as well.',
  );
});

test('what was granted already is no news, and what was taken back is given back by a button', async () => {
  const { world, say, mayLookUp } = await open();
  await say(admin, 'allow @priya editor');
  expect(await say(admin, 'allow @priya editor')).toBe(`<@${nobody}> is an editor already.`);
  const taken = await world.ask('/followstats revoke @priya', { personId: admin });
  expect(await mayLookUp(nobody)).toBe(false);
  const back = await world.press(taken, 'followstats_command:undo', { personId: admin });
  expect(back.text).toMatch(new RegExp(`^<@${nobody}> is now an editor\\.\n.*<@${nobody}> · editor · granted by`, 's'));
  expect(await mayLookUp(nobody)).toBe(true);
});

test('a guest and a person of another workspace may be named, and the admin is told what they are', async () => {
  const { say, mayLookUp } = await open();
  expect(await say(admin, 'allow @tom')).toContain('They’re a guest');
  expect(await say(admin, 'allow @elena')).toContain('They’re from another workspace');
  expect(await mayLookUp(guest)).toBe(true);
  expect(await mayLookUp(stranger)).toBe(true);
});

test('nobody of that id is granted nothing', async () => {
  const { world } = await open();
  const since = world.slack.mark();
  await world.slack.deliver({
    body: {
      form: {
        command: '/followstats',
        text: 'allow <@U0GONE00001|gone> <!subteam^S0GONE00001>',
        user_id: admin,
        channel_id: CHANNELS.community,
        response_url: `${world.slack.apiUrl.replace('/api/', '/response/')}unknown`,
      },
    },
  });
  const { text } = await world.slack.waitForMessage({ personId: admin, channelId: CHANNELS.community, since });
  expect(text.split('\n')).toEqual([
    'Nothing was granted to U0GONE00001: Slack knows no such person.',
    'Nothing was granted to S0GONE00001: Slack knows no such user group.',
  ]);
});

test('without the scope a user group can’t be allowed, and the admin alone reads which it is', async () => {
  const { world, say } = await open({ env: { FOLLOWSTATS_VIEWERS: GROUP } });
  world.slack.setFaults([{ kind: 'refuse', method: 'usergroups.users.list', error: 'missing_scope', times: 99 }]);
  expect(await say(admin, 'allow @creators-team')).toBe(
    `Nothing was granted to <!subteam^${GROUP}>: the Slack app lacks the scope usergroups:read. ` +
      'Add it under OAuth &amp; Permissions and reinstall the app.',
  );
  const why = await say(nobody, 'why');
  expect(why).toContain(`An admin can let you in: <@${admin}>.`);
  expect(why).not.toMatch(new RegExp(`scope|${GROUP}`));
  expect(await say(admin, 'why @priya')).toContain('the Slack app lacks the scope usergroups:read');
});

describe('why', () => {
  test('tells oneself and an admin the rule that decided', async () => {
    const { say } = await open();
    expect(await say(viewer, 'why')).toBe(
      'You’re a viewer, because you were added by name. That’s fixed by the people who run followstats.',
    );
    expect(await say(admin, 'why')).toBe(
      'You’re an admin, because you were added by name. That’s fixed in the configuration (FOLLOWSTATS_ADMINS).',
    );
    await say(admin, 'allow @creators-team editor');
    expect(await say(nobody, 'why')).toContain(
      `You’re an editor here, because you’re in <!subteam^${GROUP}>. <@${admin}> granted that, <!date`,
    );
    await say(admin, 'allow #community admin');
    expect(await say(admin, 'why @priya')).toContain(
      `<@${nobody}> is an admin here, like every full member who types in <#${CHANNELS.community}>. <@${admin}> granted that`,
    );
  });

  test('tells of everyone', async () => {
    const { say } = await open({ env: { FOLLOWSTATS_VIEWERS: '*' } });
    expect(await say(nobody, 'why')).toBe(
      'You’re a viewer, like every full member of this workspace. That’s fixed by the people who run followstats.',
    );
  });

  test.each([
    ['no rule', nobody, 'No rule names you'],
    ['a guest', guest, 'guests have to be let in by name'],
    ['a person of another workspace', stranger, 'You’re from another workspace'],
  ])('tells %s what is missing and who can help', async (_, personId, words) => {
    const { say } = await open({ env: { FOLLOWSTATS_VIEWERS: CHANNELS.growth } });
    const text = await say(personId, 'why');
    expect(text).toContain('You don’t have access here');
    expect(text).toContain(words);
    expect(text).toContain(`An admin can let you in: <@${admin}>.`);
    expect(text).not.toContain(CHANNELS.growth);
    expect(await say(admin, `why @${{ [nobody]: 'priya', [guest]: 'tom', [stranger]: 'elena' }[personId]}`)).toContain(
      `<@${personId}> doesn’t have access here`,
    );
  });

  test('tells an admin which scope it takes where Slack doesn’t say who somebody is', async () => {
    const { world, say } = await open({ env: { FOLLOWSTATS_VIEWERS: '*' } });
    world.slack.setFaults([{ kind: 'refuse', method: 'users.info', error: 'missing_scope', times: 99 }]);
    expect(await say(nobody, 'why')).toContain('Slack didn’t say that you’re a full member');
    expect(await say(nobody, 'why')).not.toContain('scope');
    expect(await say(admin, 'why @priya')).toContain('The Slack app lacks the scope users:read.');
  });
});

test('the last admin can’t be locked out where the configuration names none', async () => {
  const folder = newFolder();
  const by = { personId: admin, channelId: CHANNELS.community };
  await withStore(folder, ({ grants }) =>
    grants.grant({ subject: { kind: 'person', id: admin }, role: 'admin' }, by, { keepAnAdmin: true }),
  );
  const { say } = await open({ env: { DATA_DIR: folder, FOLLOWSTATS_ADMINS: '' } });
  for (const text of ['revoke @anders', 'allow @anders viewer']) {
    expect(await say(admin, text)).toContain('You’re the last admin');
  }
  await say(admin, 'allow @priya admin');
  expect(await say(admin, 'revoke @anders')).toContain('Took back');
  expect(await say(admin, 'access')).toContain('You haven’t been given access to followstats. An admin');
});

test('help shows each reader what they may do', async () => {
  const { say } = await open();
  expect(await say(admin, 'help all')).toContain('/followstats allow @priya editor');
  expect(await say(viewer, 'help all')).not.toContain('/followstats allow');
  expect(await say(viewer, 'help')).toContain('/followstats why');
  expect(await say(viewer, 'help')).toContain(`Your role: viewer. Admins: <@${admin}>.`);
  for (const text of ['', 'help', 'help all']) {
    expect(await say(nobody, text)).toBe(`You don’t have access to followstats yet. Ask <@${admin}> to let you in.`);
  }
});

test('a mention in an answer is only ever in an answer that one person sees', async () => {
  const { world } = await open();
  const answer = await world.ask('/followstats allow @creators-team #community @priya', { personId: admin });
  expect(answer.visibleTo).toBe(admin);
});

describe('the audit log', () => {
  test('has one entry for each question and each change, with the rule that decided, and no counts of followers', async () => {
    const folder = newFolder();
    const { world, say } = await open({ env: { DATA_DIR: folder } });
    const answer = await world.ask('/followstats alice ghost', { personId: viewer });
    await world.press(answer, 'followstats_refresh', { personId: viewer });
    await world.share(answer, { personId: viewer });
    await say(nobody, 'alice');
    await say(viewer, 'allow @priya admin');
    await say(admin, 'allow @priya editor');
    await say(admin, 'revoke @priya');
    await say(admin, 'revoke @maya');
    await say(admin, 'list add nosuch alice');
    await say(admin, 'list remove nosuch alice');
    await say(admin, 'list delete nosuch');
    await say(admin, 'why @priya');
    await say(admin, 'access');
    await say(viewer, 'help');
    await say(viewer, 'alice "bob');
    await world.app.stop();

    const entries = await withStore(folder, ({ audit }) => readAudit(audit));
    const rule = `person ${viewer}, viewer, configuration`;
    const lookup = { actor: viewer, channelId: CHANNELS.community, details: { rule, accounts: 2, failed: 1 } };
    const priya = `person ${nobody}`;
    expect(entries).toMatchObject([
      { action: 'lookup', outcome: 'done', ...lookup },
      { action: 'refresh', outcome: 'done', ...lookup },
      { action: 'share', outcome: 'done', ...lookup },
      { action: 'lookup', outcome: 'refused', actor: nobody, details: { rule: 'no-rule' } },
      {
        action: 'grant',
        outcome: 'refused',
        actor: viewer,
        details: { subject: priya, role: 'admin', why: 'low-role' },
      },
      { action: 'grant', outcome: 'done', actor: admin, details: { subject: priya, role: 'editor' } },
      { action: 'revoke', outcome: 'done', actor: admin, details: { subject: priya, before: 'editor' } },
      { action: 'revoke', outcome: 'failed', actor: admin, details: { subject: `person ${viewer}`, why: 'absent' } },
      { action: 'list-add', outcome: 'failed', actor: admin, details: { list: 'nosuch', asked: 1, why: 'absent' } },
      { action: 'list-remove', outcome: 'failed', actor: admin, details: { list: 'nosuch', asked: 1, why: 'absent' } },
      { action: 'list-delete', outcome: 'failed', actor: admin, details: { list: 'nosuch', why: 'unknown-list' } },
      { action: 'why', outcome: 'done', actor: admin, details: { subject: priya } },
      { action: 'access', outcome: 'done', actor: admin },
      { action: 'help', outcome: 'done', actor: viewer },
      { action: 'wrong', outcome: 'failed', actor: viewer, details: { why: 'unclosed-quote' } },
    ]);
    expect(entries).toHaveLength(15);
    expect(JSON.stringify(entries)).not.toMatch(/alice|ghost|bob/);
  });
});

describePostgres('two replicas', (newStore) => {
  test('honour a grant and a revoke of each other with the very next command', async () => {
    const options = await newStore();
    const env: Record<string, string> = 'url' in options ? { DATABASE_URL: options.url } : {};
    const [one, other] = [await open({ env }), await open({ env })];
    await one.say(admin, 'allow @priya');
    expect(await other.mayLookUp(nobody)).toBe(true);
    await other.say(admin, 'revoke @priya');
    expect(await one.mayLookUp(nobody)).toBe(false);
  });
});
