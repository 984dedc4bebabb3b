import { lookups } from '../reports/subcommand.ts';
import { defineSubcommand, noDetails } from '../subcommand.ts';
import { createRelationsAnswer } from './answer.ts';
import { RELATION_KINDS, readRelationCommand } from './read.ts';

const row = <const Action extends string>(action: Action) => ({
  ...({ role: 'viewer', action, details: noDetails, lookAt: undefined } as const),
});

/** `fans ACCOUNT`, `following ACCOUNT` and `mutual ACCOUNT`: who they are. */
export const relations = defineSubcommand({
  names: RELATION_KINDS,
  fits: (_, [, ...others]) => others.length === 0,
  read: readRelationCommand,
  answer: createRelationsAnswer,
  commands: { fans: row('fans'), following: row('following'), mutual: row('mutual') },
  answers: {
    relations: {
      ended: () => [{ outcome: 'done', details: { accounts: 1, failed: 0 } }],
      measure: ({ page: { relations, all } }) => ({ shown: relations.length, all }),
    },
    report: lookups.answers.report,
    failed: lookups.answers.failed,
  },
  furtherActions: ['relations-page', 'relations-csv', 'relations-cancel'],
  usage: { relations: { role: undefined, example: 'fans alice' } },
});
