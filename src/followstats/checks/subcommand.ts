import { lookups } from '../reports/subcommand.ts';
import { defineSubcommand, noDetails } from '../subcommand.ts';
import { createCheckAnswer } from './answer.ts';
import { isChecked } from './check.ts';
import { readCheckCommand } from './read.ts';

/** `check ACCOUNT WHO…`: whether that account and each of the others follow each other. */
export const checks = defineSubcommand({
  names: ['check'],
  fits: (_, [, ...others]) => others.length > 0,
  read: (_, words, limits) => readCheckCommand(words, limits),
  answer: createCheckAnswer,
  commands: { check: { role: 'viewer', action: 'check', details: noDetails, lookAt: undefined } },
  answers: {
    check: {
      ended: ({ check: { rows } }) => [
        {
          outcome: 'done',
          details: { accounts: rows.length, failed: rows.filter((row) => !isChecked(row)).length },
        },
      ],
      measure: ({ check: { rows } }) => ({
        accounts: rows.length,
        failed: rows.filter((row) => !isChecked(row)).length,
      }),
    },
    report: lookups.answers.report,
    failed: lookups.answers.failed,
  },
  furtherActions: [],
  usage: { check: { role: undefined, example: 'check alice bob carol' } },
});
