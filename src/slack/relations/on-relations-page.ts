import { withDeadline } from '../../deadline.ts';
import { AppError } from '../../errors.ts';
import { relationCommand } from '../../followstats/relations/read.ts';
import type { RelationLists } from '../../followstats/relations/relation-lists.ts';
import type { Timers } from '../../timers.ts';
import { button } from '../blocks/kit/button.ts';
import { failureSentence } from '../blocks/kit/failure-text.ts';
import { sentences } from '../blocks/kit/reply.ts';
import { withControls } from '../blocks/kit/with-controls.ts';
import { writePageValue } from '../blocks/relations/page-value.ts';
import { relationsInView } from '../blocks/relations/relations.ts';
import { ACTIONS } from '../names.ts';
import { createInList, type InListOptions, type ListPress } from './in-list.ts';
import type { OpenRelations } from './open-relations.ts';

interface Options extends InListOptions {
  readonly turnRelations: RelationLists['turn'];
  readonly openRelations: OpenRelations;
  /** The time for one page, milliseconds. */
  readonly timeLimitMs: number;
  readonly timers: Pick<Timers, 'timeout'>;
}

/**
 * *Previous* and *Next* in a list: the page that the button names takes this one's place. A list that was opened too long ago begins
 * anew, and says so; a page that couldn't be read gives way to why, and to a button that asks for it again.
 */
export function createOnRelationsPage(options: Options) {
  const { turnRelations, openRelations, timeLimitMs, timers, log } = options;

  async function turn(press: ListPress): Promise<void> {
    const { value, asker, reader, authorization, show } = press;
    const { listId, place, kind, account } = value;
    try {
      const signal = timers.timeout(timeLimitMs);
      const page = await withDeadline(turnRelations(asker.personId, listId, place, { signal }), { signal });
      if (!page) {
        const invocation = { asker, command: relationCommand(kind, account), authorization };
        const { viewId, frame, replyTo } = press;
        return openRelations.show(
          invocation,
          { asker, replyTo },
          {
            ...{ viewId, frame, notice: reader.words.relations.lapsed() },
          },
        );
      }
      authorization.keep('done', { accounts: 1 });
      await show(relationsInView(reader, page));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      log.warn({ err: error }, 'a page of a list could not be read');
      authorization.keep('failed', { why: error.failure.code });
      const again = button(
        `${ACTIONS.relationsPage}:again`,
        reader.words.failures.tryAgain,
        writePageValue({ kind, listId, account }, place),
      );
      await show(withControls(sentences(reader, failureSentence(reader, error.failure)), [again]));
    }
  }

  return createInList(options, 'relations-page', turn);
}
