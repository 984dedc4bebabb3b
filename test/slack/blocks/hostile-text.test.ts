import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import type { CommandFault } from '../../../src/followstats/commands/command.ts';
import type { ListName } from '../../../src/followstats/typed/list-name.ts';
import type { Lookup } from '../../../src/followstats/types.ts';
import { historyInView } from '../../../src/slack/blocks/history/history-view.ts';
import { toPlain } from '../../../src/slack/blocks/kit/inline.ts';
import { cardReply } from '../../../src/slack/blocks/reports/account-card.ts';
import { createRender } from '../../../src/slack/conversation/render.ts';
import { withAudience } from '../../../src/slack/words/reader.ts';
import { historyOf } from '../../followstats/history/sample-histories.ts';
import { accountsOf, failed } from '../../followstats/reports/sample-lookups.ts';
import { anyLocale, type Locale, readerOf } from '../readers.ts';
import { expectHarmless } from './expect-harmless.ts';
import { hostileId, hostileText } from './hostile-text.ts';
import { preformattedLines, rowsIn, unescaped } from './read-rendering.ts';
import { ASKED_AT, baseline, counts, reportOf, show } from './reports/sample-reports.ts';

const lookup = fc.oneof(
  fc.nat().map((followers) => counts(followers)),
  hostileText.map((info) => failed('upstream_refused', 99_999, info)),
);
const rows = fc.uniqueArray(fc.tuple(hostileId, lookup), { minLength: 1, maxLength: 12, selector: ([id]) => id });

test('UserIDs and words of Chat stand in a report as they are, and do nothing', () => {
  fc.assert(
    fc.property(rows, hostileId, anyLocale, (asked, other, locale) => {
      const [failedIds, readIds] = [idsOf(asked, 'failed'), idsOf(asked, 'found')];
      const report = reportOf(
        asked,
        { unlinked: ['U1'], empty: [{ kind: 'group', groupId: 'S1', why: 'no-members' }] },
        {},
        Object.fromEntries(failedIds.map((id) => [id, other])),
      );
      // What Chat says is for admins.
      const reply = show(report, { role: 'admin', locale });
      expect(expectHarmless(reply).map((token) => token.replace(/\^.*/, ''))).toEqual(['<@U1>', '<@U1>', '<!subteam']);

      const [data = [], plain = [], fixed = []] = reply.renderings;
      if (readIds.length > 1) {
        expect(rowsIn(data).map(([id]) => id)).toEqual(readIds);
        expect(rowsIn(plain).map(([id]) => id)).toEqual(readIds);
        const lines = fixed.flatMap(preformattedLines).slice(1);
        expect(lines).toHaveLength(readIds.length);
        for (const [n, id] of readIds.entries()) expect(lines[n]?.startsWith(id)).toBe(true);
      }

      const textLines = unescaped(reply.text).split('\n');
      for (const [n, id] of readIds.entries()) expect(textLines[n]?.startsWith(`${id} · `)).toBe(true);
      const below = textLines.slice(readIds.length);
      const lines = below.filter((line) => line.startsWith('⚠ '));
      for (const id of failedIds) expect(lines.some((line) => line.includes(id))).toBe(true);
      const meant = toPlain(readerOf(locale).words.reports.meant({ account: other }));
      if (failedIds.length > 0) expect(unescaped(reply.text)).toContain(meant);
      // Of accounts that share a line, what each may mean stands below it.
      const besides = below.filter((line) => !line.startsWith('⚠ ') && line.endsWith(meant));
      expect(below).toHaveLength(lines.length + besides.length + 2 + (readIds.length > 0 ? 1 : 0));
    }),
    { numRuns: 300 },
  );
});

test('an account’s card shows a UserID and what Chat says as they are, and does nothing', () => {
  fc.assert(
    fc.property(hostileId, lookup, anyLocale, (id, one, locale) => {
      const [row] = reportOf([[id, one]]).rows;
      if (!row) throw new Error('no row');
      const event = { kind: 'follow', follower: row.account, account: row.account, at: ASKED_AT } as const;
      const names = new Map([[row.account, id]]);
      const card = { row, baselines: [baseline(1)], lastEvents: [event], names, askedAt: ASKED_AT };
      const reply = cardReply(adminOf(locale), card);
      expect(expectHarmless(reply)).toEqual([]);
      expect(unescaped(reply.text)).toContain(id);
    }),
  );
});

const series = fc.array(fc.option(fc.nat(1e6), { nil: undefined }), { minLength: 2, maxLength: 11 });
const named = fc.uniqueArray(fc.tuple(hostileId, series), { minLength: 1, maxLength: 9, selector: ([id]) => id });

test('UserIDs stand in a history as they are, and do nothing', () => {
  fc.assert(
    fc.property(named, hostileId, hostileId, anyLocale, (rows, other, meant, locale) => {
      const read = rows.filter(([, all]) => all.some((one) => one !== undefined));
      const unkept = accountsOf(other).map((account) => ({ account, meant: accountsOf(meant)[0] }));
      const history = historyOf(Object.fromEntries(read.map(([id, all]) => [`_${id}`.slice(0, 32).trim(), all])), {
        unkept,
      });
      const reply = render(adminOf(locale), { kind: 'history', history }, { buttonValue: 'kept 1' });
      expect(expectHarmless(reply)).toEqual([]);
      for (const { account } of history.accounts) expect(unescaped(reply.text)).toContain(account);
      expect(unescaped(reply.text)).toContain(meant);
      for (const { account, readings } of history.accounts.slice(0, 1)) {
        if (history.accounts.length > 1 || readings.length === 0) break;
        expect(expectHarmless(historyInView(adminOf(locale), history, { account }))).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});

const idsOf = (asked: readonly (readonly [id: string, one: Lookup])[], kind: Lookup['kind']) =>
  asked.flatMap(([id, one]) => (one.kind === kind ? [id] : []));

const render = createRender({ maxAccounts: 100, cacheSeconds: 60 });
/** Who may do everything is offered every button. */
const adminOf = (locale: Locale) => withAudience(readerOf(locale), { role: 'admin', admins: [] });
const view = { buttonValue: 'lookup alice' };

test('a fault of what a person typed is shown on one line, and does nothing', () => {
  const fault = fc.oneof(
    fc
      .tuple(
        fc.constantFrom(
          'unclosed-quote',
          'text-after-quote',
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
    fc.property(fault, anyLocale, (given, locale) => {
      const reply = render(adminOf(locale), { kind: 'fault', fault: given }, view);
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
      { kind: 'surplus-list-word', word },
      { kind: 'mention-for-account', word },
      { kind: 'surplus-link-word', word, verb: 'links' },
      { kind: 'not-a-person', word, verb: 'link' },
    ),
  );
  fc.assert(
    fc.property(fault, anyLocale, (given, locale) => {
      const reply = render(adminOf(locale), { kind: 'fault', fault: given }, view);
      expect(expectHarmless(reply)).toEqual([]);
      expect(reply.text).not.toContain('\n');
    }),
    { numRuns: 300 },
  );
});

test('UserIDs on lists and in links stand there as they are, and do nothing', () => {
  fc.assert(
    fc.property(fc.uniqueArray(hostileId, { minLength: 1, maxLength: 30 }), anyLocale, (ids, locale) => {
      const reader = adminOf(locale);
      const held = { name: 'vip' as ListName, accounts: accountsOf(...ids) };
      expect(expectHarmless(render(reader, { kind: 'list', list: held }, view))).toEqual([]);
      expect(expectHarmless(render(reader, { kind: 'list-deleted', held }, view))).toEqual([]);
      const links = held.accounts.map((account) => ({ personId: 'U1', account, by: 'U9', at: 0 }));
      const reply = render(reader, { kind: 'links', links }, view);
      expect(expectHarmless(reply)).toEqual(ids.map(() => '<@U1>'));
      const { each } = reader.words.links.overview;
      const lines = unescaped(reply.text).split('\n');
      for (const id of ids) expect(lines).toContain(toPlain(each({ account: id, people: '<@U1>' })));
    }),
    { numRuns: 200 },
  );
});

test('what Chat says of a call that failed is shown on one line, and does nothing', () => {
  fc.assert(
    fc.property(hostileText, anyLocale, (info, locale) => {
      const reader = adminOf(locale);
      const error = new AppError('rejected_account', '', { code: 30001, info });
      const failure = failed('rejected_account', 30001, info);
      const report = reportOf([
        ['a', failure],
        ['b', failure],
      ]);
      for (const about of [{ who: undefined }, { who: report.who, report }]) {
        const reply = render(reader, { kind: 'failed', error, ...about }, view);
        expect(expectHarmless(reply)).toEqual([]);
        expect(reply.text.split('\n')).toHaveLength(about.report ? 2 : 1);
        expect(reply.text).toContain(toPlain(reader.words.chatCodes.admins[30001]()));
      }
    }),
    { numRuns: 300 },
  );
});
