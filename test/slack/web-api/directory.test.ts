import { describe, expect, test } from 'vitest';
import type { WorkspaceOptions } from '../../../src/demo/slack/workspace-types.ts';
import { createDirectory, type PersonFacts } from '../../../src/slack/web-api/directory.ts';
import { createWebClient, type Identity } from '../../../src/slack/web-api/web-api.ts';
import { ANA, BO, FAR, GUS, manifestWith, openWorkspace, SAM } from '../../demo/slack/open-workspace.ts';
import { identify } from '../connection/identify.ts';
import { json, openServer } from '../connection/open-server.ts';
import { openLog } from '../open-log.ts';

const SAID_NOTHING = 'Slack did not say who this is';

function directoryAt(apiUrl: string, botToken: string, identity: Identity) {
  const { sink, log, logger } = openLog();
  const web = createWebClient({ botToken, apiUrl, logger, fetch, now: Date.now });
  const people = new Map<string, Promise<PersonFacts>>();
  const groups = new Map<string, Promise<ReadonlySet<string>>>();
  return { directory: createDirectory({ web, identity, people, groups, log }), sink };
}

async function open(options: Partial<WorkspaceOptions> = {}) {
  const workspace = await openWorkspace(options);
  const { apiUrl, credentials } = workspace;
  const { logger } = openLog();
  const identity = await identify(
    createWebClient({ botToken: credentials.botToken, apiUrl, logger, fetch, now: Date.now }),
  );
  const asked = (method: string) => workspace.apiCalls.filter((call) => call.method === method).length;
  return { workspace, asked, ...directoryAt(apiUrl, credentials.botToken, identity) };
}

test.each([
  ['a member', ANA.id, 'member'],
  ['a guest', GUS.id, 'guest'],
  ['a person of another team, met in a shared channel', SAM.id, 'stranger'],
  ['a person of another team, met nowhere', FAR.id, 'stranger'],
  ['a person Slack doesn’t know', 'U0NOBODY', 'unknown'],
  ['the bot itself', 'U0FOLLOWBOT', 'unknown'],
])('%s', async (_, id, membership) => {
  const { directory } = await open();
  expect(await directory.membership(id)).toBe(membership);
});

test('the locale comes with the person, asked once for both', async () => {
  const { directory, asked } = await open();
  expect(await directory.membership(ANA.id)).toBe('member');
  expect((await directory.reader(ANA.id)).locale).toBe('zh-CN');
  expect(asked('users.info')).toBe(1);
});

test('two hundred requests at once ask Slack once', async () => {
  const { directory, asked } = await open();
  const answers = await Promise.all(Array.from({ length: 200 }, () => directory.membership(BO.id)));
  expect(new Set(answers)).toEqual(new Set(['member']));
  expect(asked('users.info')).toBe(1);
});

describe('when Slack doesn’t say', () => {
  test('no one is a member, the locale is en-US, and the log names the missing scope', async () => {
    const { directory, sink } = await open({ manifest: manifestWith({ scopes: ['commands', 'chat:write'] }) });
    expect(await directory.membership(ANA.id)).toBe('unknown');
    expect((await directory.reader(ANA.id)).locale).toBe('en-US');
    expect(await directory.groupMembers('S0OPS')).toEqual(new Set());
    expect(sink.named(SAID_NOTHING)).toMatchObject([
      { id: ANA.id, error: 'missing_scope', scope: 'users:read' },
      { id: ANA.id, error: 'missing_scope', scope: 'users:read' },
      { id: 'S0OPS', error: 'missing_scope', scope: 'usergroups:read' },
    ]);
  });

  test('a failure reaches all callers that wait, and not kept', async () => {
    const { workspace, directory, asked, sink } = await open();
    workspace.setFaults([{ kind: 'refuse', method: 'users.info', error: 'missing_scope', times: 1 }]);
    const together = await Promise.all(Array.from({ length: 50 }, () => directory.membership(ANA.id)));
    expect(new Set(together)).toEqual(new Set(['unknown']));
    expect(sink.named(SAID_NOTHING)).toHaveLength(1);
    expect(await directory.membership(ANA.id)).toBe('member');
    expect(asked('users.info')).toBe(2);
  });

  test('a Slack that is out of order is the same', async () => {
    const { workspace, directory } = await open();
    workspace.setFaults([{ kind: 'status', method: 'usergroups.users.list', status: 500, times: 9 }]);
    expect(await directory.groupMembers('S0OPS')).toEqual(new Set());
    workspace.setFaults([]);
    expect(await directory.groupMembers('S0OPS')).toEqual(new Set([ANA.id, BO.id]));
  });
});

describe('why it isn’t known', () => {
  test('is known where Slack said why', async () => {
    const { workspace, directory } = await open();
    expect(await directory.personGap(ANA.id)).toBeUndefined();
    expect(await directory.groupGap('S0OPS')).toBeUndefined();
    expect(await directory.personGap('U0NOBODY')).toBe('not-found');
    expect(await directory.groupGap('S0NONE')).toBe('not-found');
    workspace.setFaults([{ kind: 'refuse', method: 'users.info', error: 'fatal_error', times: 9 }]);
    expect(await directory.personGap(BO.id)).toBe('no-answer');
  });

  test('may be a missing scope', async () => {
    const { directory } = await open({ manifest: manifestWith({ scopes: ['commands', 'chat:write'] }) });
    expect(await directory.personGap(ANA.id)).toBe('missing-scope');
    expect(await directory.groupGap('S0OPS')).toBe('missing-scope');
  });
});

test('members of a group are asked once', async () => {
  const { directory, asked } = await open();
  const [first] = await Promise.all([directory.groupMembers('S0OPS'), directory.groupMembers('S0OPS')]);
  expect(first).toEqual(new Set([ANA.id, BO.id]));
  expect(asked('usergroups.users.list')).toBe(1);
});

describe('of what users.info says', () => {
  const identity = { teamId: 'T1', enterpriseId: 'E1', botId: 'B1', botUserId: 'U0BOT' };
  const member = { id: 'U1', team_id: 'T1', is_restricted: false, is_ultra_restricted: false, locale: 'fr-FR' };

  async function asked(user: Readonly<Record<string, unknown>>) {
    const { url } = await openServer(json({ ok: true, user: { ...member, ...user } }));
    const { directory } = directoryAt(`${url}/api/`, 'xoxb-test', identity);
    return { membership: await directory.membership('U1'), locale: (await directory.reader('U1')).locale };
  }

  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['all fields of a member', {}, 'member'],
    ['a single-channel guest', { is_restricted: true, is_ultra_restricted: true }, 'guest'],
    ['only that one is no ordinary guest', { is_ultra_restricted: undefined }, 'unknown'],
    ['a person who has left', { deleted: true }, 'unknown'],
    ['a bot', { is_bot: true }, 'unknown'],
    ['no team', { team_id: undefined }, 'stranger'],
    ['another team of the same organisation', { team_id: 'T2', enterprise_user: { enterprise_id: 'E1' } }, 'member'],
    ['another team of another organisation', { team_id: 'T2', enterprise_user: { enterprise_id: 'E2' } }, 'stranger'],
    ['a stranger', { is_stranger: true }, 'stranger'],
  ])('%s makes a person %3$s', async (_, user, membership) => {
    expect((await asked(user)).membership).toBe(membership);
  });

  test.each([
    ['fr-FR', 'fr-FR'],
    ['pt_BR', 'pt-BR'],
    ['tlh', 'en-US'],
    ['', 'en-US'],
    [undefined, 'en-US'],
    ['not a locale', 'en-US'],
    ['en_US_POSIX_x', 'en-US'],
  ])('the locale %j is read as %s, and says nothing about membership', async (locale, read) => {
    expect(await asked({ locale })).toEqual({ membership: 'member', locale: read });
  });

  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
    ['BST', 'UTC'],
    ['Mars/Base', 'UTC'],
    [null, 'UTC'],
  ])('the zone %j is read as %s', async (tz, zone) => {
    const { url } = await openServer(json({ ok: true, user: { ...member, tz } }));
    const { directory } = directoryAt(`${url}/api/`, 'xoxb-test', identity);
    expect((await directory.reader('U1')).zone).toBe(zone);
  });
});
