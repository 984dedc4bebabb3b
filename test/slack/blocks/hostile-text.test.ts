import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import type { CommandFault } from '../../../src/followstats/commands/command.ts';
import type { ListName } from '../../../src/followstats/typed/list-name.ts';
import { createRender } from '../../../src/slack/conversation/render.ts';
import { withAudience } from '../../../src/slack/words/reader.ts';
import { accountsOf, failed, resolvedOf } from '../../followstats/reports/sample-lookups.ts';
import { readerOf } from '../readers.ts';
import { expectHarmless } from './expect-harmless.ts';
import { hostileId, hostileText } from './hostile-text.ts';
import { preformattedLines, rowsIn, unescaped } from './read-rendering.ts';
import { counts, reportOf, show } from './reports/sample-reports.ts';

const lookup = fc.oneof(
  fc.nat().map((followers) => counts(followers)),
  hostileText.map((info) => failed('upstream_refused', 99_999, info)),
);
const rows = fc.uniqueArray(fc.tuple(hostileId, lookup), { minLength: 1, maxLength: 12, selector: ([id]) => id });

test('UserIDs and words of Chat stand in a report as they are, and do nothing', () => {
  fc.assert(
    fc.property(rows, (asked) => {
      const report = reportOf(asked, {
        unlinked: ['U1'],
        empty: [{ kind: 'group', groupId: 'S1', why: 'unlinked' }],
      });
      const reply = show(report);
      expect(expectHarmless(reply).map((token) => token.replace(/\^.*/, ''))).toEqual(['<!date', '<@U1>', '<!subteam']);

      const ids = asked.map(([id]) => id);
      const [data = [], plain = [], fixed = []] = reply.renderings;
      expect(rowsIn(data).map(([id]) => id)).toEqual(ids);
      expect(rowsIn(plain).map(([id]) => id)).toEqual(ids);
      const lines = fixed.flatMap(preformattedLines).slice(1);
      expect(lines).toHaveLength(ids.length);
      for (const [n, id] of ids.entries()) expect(lines[n]?.startsWith(id)).toBe(true);

      const textLines = reply.text.split('\n');
      // Eight kinds of failure are shown, then that there are more.
      expect(textLines).toHaveLength(1 + ids.length + Math.min(report.failures.length, 9) + 2);
      for (const [n, id] of ids.entries()) expect(unescaped(textLines[n + 1] ?? '').startsWith(`${id}: `)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

const render = createRender({ maxAccounts: 100, cacheSeconds: 60 });
/** Who may do everything is offered every button. */
const reader = withAudience(readerOf(), { role: 'admin', admins: [] });
const view = { buttonValue: 'lookup alice' };

test('a fault of what a person typed is shown on one line, and does nothing', () => {
  const fault = fc.oneof(
    fc
      .tuple(
        fc.constantFrom(
          'unclosed-quote',
          'text-after-quote',
          'unavailable-subcommand',
          'bad-list-name',
          'not-printable-ascii',
          'not-an-account',
          'not-a-role',
          'second-role',
        ),
        hostileText,
      )
      .map(([kind, word]) => ({ kind, word }) as CommandFault),
    hostileText.map((word): CommandFault => ({ kind: 'too-long', word, bytes: 99 })),
    hostileText.map((word): CommandFault => ({ kind: 'too-many', word, count: 101, max: 100 })),
    hostileText.map((word): CommandFault => ({ kind: 'not-a-subject', subcommand: 'allow', word })),
    hostileText.map((word): CommandFault => ({ kind: 'unknown-subcommand', word, suggestion: 'lookup' })),
  );
  fc.assert(
    fc.property(fault, (given) => {
      const reply = render(reader, { kind: 'fault', fault: given }, view);
      expect(expectHarmless(reply)).toEqual([]);
      expect(reply.text).not.toContain('\n');
    }),
    { numRuns: 300 },
  );
});

test('a fault of what a person typed of lists and links is shown on one line, and does nothing', () => {
  const fault = hostileText.chain((word) =>
    fc.constantFrom<CommandFault>(
      { kind: 'unknown-list-action', word, suggestion: undefined, name: undefined },
      { kind: 'unknown-list-action', word, suggestion: 'create', name: undefined },
      { kind: 'linked-list', word },
      { kind: 'words-behind-access', word },
      { kind: 'not-one-person', word },
      { kind: 'surplus-list-word', word, action: 'show' },
      { kind: 'surplus-link-word', word, verb: 'links' },
      { kind: 'not-a-person', word, verb: 'link' },
    ),
  );
  fc.assert(
    fc.property(fault, (given) => {
      const reply = render(reader, { kind: 'fault', fault: given }, view);
      expect(expectHarmless(reply)).toEqual([]);
      expect(reply.text).not.toContain('\n');
    }),
    { numRuns: 300 },
  );
});

test('UserIDs on lists and in links stand there as they are, and do nothing', () => {
  fc.assert(
    fc.property(fc.uniqueArray(hostileId, { minLength: 1, maxLength: 30 }), (ids) => {
      const held = { name: 'vip' as ListName, accounts: accountsOf(...ids) };
      expect(expectHarmless(render(reader, { kind: 'list', list: held }, view))).toEqual([]);
      expect(expectHarmless(render(reader, { kind: 'list-deleted', held }, view))).toEqual([]);
      const links = held.accounts.map((account) => ({ personId: 'U1', account, by: 'U9', at: 0 }));
      const reply = render(reader, { kind: 'links', links }, view);
      expect(expectHarmless(reply)).toEqual(ids.map(() => '<@U1>'));
      for (const id of ids) expect(unescaped(reply.text).split('\n')).toContain(`${id}: <@U1>`);
    }),
    { numRuns: 200 },
  );
});

test('what Chat says of a call that failed is shown on one line, and does nothing', () => {
  fc.assert(
    fc.property(hostileText, (info) => {
      const error = new AppError('rejected_account', '', { code: 30001, info });
      const reply = render(reader, { kind: 'failed', error, who: resolvedOf('a', 'b') }, view);
      expect(expectHarmless(reply)).toEqual([]);
      expect(reply.text).not.toContain('\n');
      expect(reply.text).toContain('Check that the UserID is written as in Chat.');
    }),
    { numRuns: 300 },
  );
});
