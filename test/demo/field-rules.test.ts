import { expect, test } from 'vitest';
import { fieldRulesOf } from '../../src/demo/field-rules.ts';
import { isWell } from '../../src/field-report.ts';
import { createFieldScene, type FieldSceneOptions, outcomesOf, pressAll } from '../cli/field-test/field-scene.ts';

/** Runs the field test against one pair of stand-ins, and then against another that behaves as its report says. */
async function thereAndBack(
  options: FieldSceneOptions,
  twist: (scene: Awaited<ReturnType<typeof createFieldScene>>) => void,
) {
  const first = await createFieldScene(options);
  twist(first);
  const report = await first.run({ person: pressAll });
  const { contentRules, answerRules } = fieldRulesOf(report);
  const second = await createFieldScene({ slack: { contentRules }, chat: { answerRules } });
  return { report, again: await second.run({ person: pressAll }) };
}

test('stand-ins that follow the report of others that follow the documents give the same report', async () => {
  const { report, again } = await thereAndBack({}, () => {});
  expect(outcomesOf(again)).toEqual(outcomesOf(report));
});

test('what Slack refuses by one way alone is refused by that way alone, with its code', async () => {
  const { report, again } = await thereAndBack({}, ({ slack }) =>
    slack.setFaults([
      {
        kind: 'refuse-content',
        method: 'chat.postEphemeral',
        error: 'invalid_blocks',
        blocks: ['table', 'data_table'],
      },
      { kind: 'refuse-content', method: 'response_url', error: 'invalid_arguments', blocks: ['data_visualization'] },
      { kind: 'refuse-content', method: 'views.publish', error: 'internal_error', blocks: ['data_table'] },
      { kind: 'refuse', method: 'conversations.members', error: 'missing_scope' },
    ]),
  );
  const outcomes = outcomesOf(again);
  expect(outcomes).toEqual(outcomesOf(report));
  expect(outcomes['ephemeral/data_table']?.rejection?.code).toBe('invalid_blocks');
  expect(outcomes['post/data_table']?.outcome).toBe('taken');
  expect(outcomes['response-url/data_visualization:line']?.rejection?.code).toBe('invalid_arguments');
  expect(outcomes['home/data_table']?.rejection?.code).toBe('internal_error');
  expect(outcomes['call/conversations.members']?.rejection?.code).toBe('missing_scope');
});

test('a workspace that takes no charts, with the words that it says so in', async () => {
  const { report, again } = await thereAndBack({}, ({ slack }) =>
    slack.setFaults([{ kind: 'refuse-blocks', types: ['data_visualization', 'header'] }]),
  );
  expect(outcomesOf(again)).toEqual(outcomesOf(report));
  expect(isWell(again)).toBe(false);
});

test('what Slack takes against its documents is taken', async () => {
  const first = await createFieldScene();
  const report = await first.run({ person: pressAll });
  const taken = [
    'home/data_visualization:line',
    'modal-update/table',
    'post/a data_table of 201 rows',
    'post/blocks of 12500 characters',
  ];
  const trials = report.trials.map(({ rejection, ...trial }) =>
    taken.includes(trial.id) ? { ...trial, detail: 'Slack takes it.' } : { ...trial, ...(rejection && { rejection }) },
  );
  const second = await createFieldScene({ slack: { contentRules: fieldRulesOf({ trials }).contentRules } });
  const again = outcomesOf(await second.run({ person: pressAll }));
  expect(again).toEqual(outcomesOf({ trials }));
});

test.each<[string, FieldSceneOptions['chat']]>([
  [
    'an account that Chat doesn’t know fails the call',
    { unknownFailsCall: ['follow_get_info', 'portrait_get', 'follow_check'] },
  ],
  ['pages are cut', { largestPage: { accounts: 100, above: 'cut' } }],
  ['an administrator who isn’t one', { admins: ['somebody-else'] }],
  [
    'other codes, items left out, counts of failed accounts and times in milliseconds',
    {
      answerRules: [
        {
          command: 'follow_get_info',
          situation: 'unknown',
          call: 0,
          items: { missing: 70107 },
          facts: { hasCounts: true, hasFailList: true },
        },
        { command: 'follow_get_info', situation: 'mixed', call: 0, items: { existing: 0, missing: null } },
        { command: 'follow_get_info', situation: 'over-limit', call: 0 },
        { command: 'follow_get_info', situation: 'empty', call: 0 },
        { command: 'follow_get_info', situation: 'twice', call: 0, facts: { items: 1 } },
        { command: 'follow_get_info', situation: 'order', call: 0, facts: { isKept: false } },
        { command: 'follow_get_info', situation: 'other-case', call: 0, facts: { isFound: true } },
        { command: 'follow_get_info', situation: 'unknown-from', call: 0 },
        { command: 'follow_get_info', situation: 'long-id', call: 30001 },
        { command: 'follow_get_info', situation: 'not-ascii', call: 0, items: { missing: 30002 } },
        { command: 'follow_get_info', situation: 'wrong-signature', call: 70003 },
        { command: 'follow_check', situation: 'unknown-from', call: 30006 },
        { command: 'follow_get', situation: 'found', call: 0, facts: { timesAreIn: 'milliseconds' } },
        { command: 'follow_get', situation: 'end', call: 0, facts: { cursor: 'absent' } },
        { command: 'follow_get', situation: 'foreign-cursor', call: 0 },
        { command: 'follow_get', situation: 'too-large-page', call: 0 },
        { command: 'portrait_get', situation: 'mixed', call: 40003 },
      ],
    },
  ],
])('Chat that answers otherwise is followed: %s', async (_what, chat) => {
  const { report, again } = await thereAndBack({ ...(chat && { chat }) }, () => {});
  const ofChat = (outcomes: ReturnType<typeof outcomesOf>) =>
    Object.entries(outcomes).filter(([id]) => id.startsWith('chat/'));
  expect(ofChat(outcomesOf(again))).toEqual(ofChat(outcomesOf(report)));
  for (const { command, situation, ...rule } of chat?.answerRules ?? [])
    expect(outcomesOf(report)[`chat/${command}/${situation}`]?.chat).toMatchObject(rule);
});
