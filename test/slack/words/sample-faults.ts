import { type CommandFault, MOST_COMMAND_TEXT, readCommand } from '../../../src/followstats/commands/command.ts';
import type { ResolveFault } from '../../../src/followstats/reports/resolve.ts';
import type { ListName } from '../../../src/followstats/typed/list-name.ts';

/** Nothing that is typed shows these by itself. */
export type LaterFault = Extract<CommandFault, ResolveFault | { kind: 'nobody-mentioned' | 'message-too-large' }>;

/** What a person types, as Slack delivers it, and the word at fault: one for each kind of fault. */
export const TYPED: {
  readonly [Kind in Exclude<CommandFault['kind'], LaterFault['kind']>]: readonly [
    typed: string,
    word: string | undefined,
  ];
} = {
  'command-too-long': ['x'.repeat(MOST_COMMAND_TEXT + 1), '40,000 characters at most'],
  'unclosed-quote': ['bob "alice', '"alice'],
  'text-after-quote': ['"alice"bob', '"alice"bob'],
  'unknown-subcommand': ['lokup alice', 'lokup'],
  'missing-history-accounts': ['history', undefined],
  'unknown-span': ['history alice 14d', '14d'],
  'misplaced-span': ['history 7d alice', '7d'],
  'missing-changes-accounts': ['changes', undefined],
  'unknown-changes-span': ['changes alice 14d', '14d'],
  'misplaced-changes-span': ['changes 7d alice', '7d'],
  'missing-relation-account': ['fans', undefined],
  'surplus-relation-word': ['mutual alice bob', 'bob'],
  'not-one-account': ['following list:vip', 'list:vip'],
  'missing-check-account': ['check', undefined],
  'missing-check-others': ['check alice', 'alice'],
  'bad-list-name': ['alice list:st*rs', 'list:st*rs'],
  'unknown-list-action': ['list ad stars alice', 'ad'],
  'missing-list-name': ['list add', undefined],
  'missing-list-accounts': ['list remove stars', 'list:stars'],
  'surplus-list-word': ['list show stars alice', 'alice'],
  'missing-person': ['link', undefined],
  'not-a-person': ['link maya alice', 'maya'],
  'missing-account': ['link <@U1>', undefined],
  'mention-for-account': ['link <@U1> <@U2>', '<@U2>'],
  'linked-list': ['link <@U1> list:vip', 'list:vip'],
  'surplus-link-word': ['unlink <@U1> alice', 'alice'],
  'unknown-digest-action': ['digest edt 3', 'edt'],
  'missing-digest-id': ['digest run', undefined],
  'surplus-digest-word': ['digest log 3 4', '4'],
  'unknown-watch-action': ['watch edt 3', 'edt'],
  'missing-watch-id': ['watch pause', undefined],
  'surplus-watch-word': ['watch mute 3 4', '4'],
  'too-long': [`alice ${'x'.repeat(33)}`, 'x'.repeat(33)],
  'not-printable-ascii': ['alice zoë', 'zoë'],
  'empty-quotes': ['alice ""', undefined],
  'not-an-account': ['alice <#C1|general>', '#general'],
  'too-many': ['u1 u2 u3 u4', 'u4'],
  nobody: ['lookup', undefined],
  'no-subject': ['allow editor', undefined],
  'not-a-subject': ['revoke <!here>', '@here'],
  'not-a-role': ['allow <@U1> boss', 'boss'],
  'second-role': ['allow <@U1> viewer <@U2> EDITOR', 'EDITOR'],
  'too-many-subjects': [`allow ${Array.from({ length: 21 }, (_, n) => `<@U${n}>`).join(' ')}`, '21 people'],
  'words-behind-access': ['access <@U1>', '<@U1>'],
  'not-one-person': ['why <@U1> <@U2>', '<@U2>'],
};

/** The fault of what was typed, where a command takes three accounts. */
export function faultOf(typed: string): CommandFault {
  const command = readCommand(typed, 3);
  if (command.kind !== 'fault') throw new Error(`${typed} is no fault`);
  return command.fault;
}

const vip = 'vip' as ListName;
const byList = { kind: 'list', name: vip } as const;

const LATER: { readonly [Kind in LaterFault['kind']]: readonly Extract<LaterFault, { kind: Kind }>[] } = {
  'unknown-list': [
    { kind: 'unknown-list', name: 'vpi' as ListName, suggestion: vip, toMake: [] },
    { kind: 'unknown-list', name: 'vpi' as ListName, suggestion: vip },
    { kind: 'unknown-list', name: vip, suggestion: undefined },
  ],
  'too-many-resolved': [
    { kind: 'too-many-resolved', by: byList, count: 120, max: 100 },
    { kind: 'too-many-resolved', by: { kind: 'group', groupId: 'S1' }, count: 120, max: 100 },
  ],
  'too-many-groups': [{ kind: 'too-many-groups', count: 21, max: 20 }],
  'message-too-large': [{ kind: 'message-too-large' }],
  'nobody-mentioned': [{ kind: 'nobody-mentioned' }],
};

/** Faults of every kind. */
export const FAULTS: readonly CommandFault[] = [
  ...Object.values(TYPED).map(([typed]) => faultOf(typed)),
  ...[
    'list shwo vip',
    'check <@U1>',
    'check list:vip alice',
    'fans "unclosed',
    'check alice u1 u2 u3 u4',
    'history alice "bob" 2 weeks',
    'list frob vip',
    'digest edti 7',
    'allow <@U1> edtior',
    'allow alice',
    'digest nonsense 7',
    'watch edti 7',
    'watch nonsense 7',
    'unlink',
    'revoke',
  ].map(faultOf),
  ...Object.values(LATER).flat(),
];
