import type { Button } from '@slack/types';
import type { RelationsAnswer } from '../../../followstats/relations/answer.ts';
import type { Relation } from '../../../followstats/relations/ports.ts';
import { relationCommand, writeRelations } from '../../../followstats/relations/read.ts';
import type { RelationPage } from '../../../followstats/relations/relation-page.ts';
import { ACTIONS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import type { AnswerRenders } from '../kit/answer-renders.ts';
import { button } from '../kit/button.ts';
import { commandButton } from '../kit/command-controls.ts';
import { foot } from '../kit/foot.ts';
import { type Sentence, toRichText, toText } from '../kit/inline.ts';
import { writeDateAndTime, writeTime } from '../kit/instant.ts';
import { named } from '../kit/named-account.ts';
import type { MessageBlock, Reply } from '../kit/reply.ts';
import { withControls } from '../kit/with-controls.ts';
import { openAccount } from '../reports/open-account.ts';
import { writePageValue } from './page-value.ts';

/** Accounts of one block: half of a page, so that none comes near what Slack takes of one. */
const ROWS_OF_BLOCK = 25;

/** The answer of a list where no modal can be opened: its beginning, and the button that opens it. */
export const RELATION_ANSWERS: AnswerRenders<Extract<RelationsAnswer, { kind: 'relations' }>> = {
  relations(reader, { page }) {
    const { relations } = reader.words;
    const command = writeRelations(relationCommand(page.kind, page.account));
    const open = commandButton(relations.openLate, { key: 'relations', command });
    const [lines, end] = [linesOf(reader, page), endOf(reader, page)];
    return withControls(asReply(lines, [...rowBlocks(lines), ...end.map(foot)], end), [open]);
  },
};

/**
 * A page of a list in its modal: how many there are in all, the accounts with their names and since when, what opens one of them,
 * what turns the page, and what makes a file of all.
 * @param notice stands on top of it
 */
export function relationsInView(reader: Reader, page: RelationPage, notice?: Sentence): Reply {
  const { relations } = page;
  const lines = [...(notice ? [notice] : []), ...linesOf(reader, page)];
  const end = endOf(reader, page);
  const accounts = relations.map(({ account }) => account);
  const open = openAccount(reader, accounts);
  const turns = turnButtons(reader, page);
  const blocks: readonly MessageBlock[] = [
    ...rowBlocks(lines),
    ...(open.length > 0 ? [{ type: 'actions' as const, block_id: 'open', elements: [...open] }] : []),
    ...(turns.length > 0 ? [{ type: 'actions' as const, block_id: 'turn', elements: [...turns] }] : []),
    ...end.map(foot),
  ];
  return asReply(lines, blocks, end);
}

function asReply(lines: readonly Sentence[], blocks: readonly MessageBlock[], end: readonly Sentence[]): Reply {
  return { text: [...lines, ...end].map(toText).join('\n'), renderings: [blocks] };
}

function rowBlocks(lines: readonly Sentence[]): readonly MessageBlock[] {
  return Array.from({ length: Math.ceil(lines.length / ROWS_OF_BLOCK) }, (_, n) =>
    toRichText(lines.slice(n * ROWS_OF_BLOCK, (n + 1) * ROWS_OF_BLOCK)),
  );
}

function linesOf(reader: Reader, { account: owner, kind, all, before, relations, readAt, isCut }: RelationPage) {
  const { none, head, headUncounted, cut } = reader.words.relations;
  const account = named(reader, owner);
  if (relations.length === 0 && before === 0) return [none[kind]({ account })];
  return [
    all === undefined ? headUncounted[kind]({ account }) : head[kind]({ account, all }),
    ...relations.map((relation) => rowOf(reader, relation, readAt)),
    ...(isCut ? [cut()] : []),
  ];
}

function rowOf(reader: Reader, { account: id, since, name }: Relation, now: number): Sentence {
  const { row } = reader.words.relations;
  const account = named(reader, id, 'bold', name);
  return since === undefined ? account : row({ account, since: writeDateAndTime(reader, since, now) });
}

function endOf(reader: Reader, { before, relations, readAt }: RelationPage): readonly Sentence[] {
  if (relations.length === 0) return [];
  const at = writeTime(reader, readAt, { seconds: true });
  return [reader.words.relations.range({ from: before + 1, to: before + relations.length, at })];
}

function turnButtons(reader: Reader, page: RelationPage): readonly Button[] {
  const { previous, next, csv } = reader.words.relations;
  const { relations, before } = page;
  const turn = (key: string, words: typeof previous, place: RelationPage['previous']) =>
    place ? [button(`${ACTIONS.relationsPage}:${key}`, words, writePageValue(page, place))] : [];
  return [
    ...turn('previous', previous, page.previous),
    ...turn('next', next, page.next),
    ...(relations.length > 0 || before > 0
      ? [button(ACTIONS.relationsCsv, csv, writePageValue(page, page.place))]
      : []),
  ];
}
