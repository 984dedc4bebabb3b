import type { AllMiddlewareArgs, BlockSuggestion, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { withDeadline } from '../../deadline.ts';
import { searchZones } from '../../digests/schedule/zone-search.ts';
import type { AuditAction } from '../../followstats/audit-actions.ts';
import type { Lists } from '../../followstats/lists/lists.ts';
import type { Logger } from '../../logger.ts';
import { listOption, type MenuOption, MOST_OPTIONS, zoneOption } from '../blocks/digests/digest-fields.ts';
import type { AuthorizeFormOptions } from '../conversation/authorize-in-form.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { Reader } from '../words/reader.ts';
import { createAuthorizeForm } from './authorize-form.ts';

type Args = Pick<SlackOptionsMiddlewareArgs<'block_suggestion'> & AllMiddlewareArgs, 'ack' | 'body'>;

interface Options extends AuthorizeFormOptions {
  readonly lists: Pick<Lists, 'all'>;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** What the audit calls a denial; a watch's form has a menu of lists, too. */
  readonly action?: AuditAction;
  /** What finding options may take of Slack's three seconds, milliseconds. */
  readonly optionsMs?: number;
}

const OPTIONS_MS = 2000;

/** Finds what a menu offers for what was typed into it: at most `MOST_OPTIONS`. */
type FindOptions = (typed: string, reader: Reader) => Promise<readonly MenuOption[]>;

/**
 * What the menus of the form offer while a person types into them. A person who may not use the form is offered nothing, and
 * while the store fails no person is: the other fields still take what was meant.
 * @returns a listener for each menu
 */
export function createOnFormOptions(options: Options) {
  const { lists, directory, log, now, action = 'digest-form', optionsMs = OPTIONS_MS } = options;
  const authorizeForm = createAuthorizeForm(options);

  const findLists: FindOptions = async (typed) => {
    const asked = typed
      .trim()
      .toLowerCase()
      .replace(/^list:/, '');
    const found = (await lists.all()).map(({ name }) => name).filter((name) => name.includes(asked));
    const [first, rest] = [
      found.filter((name) => name.startsWith(asked)),
      found.filter((name) => !name.startsWith(asked)),
    ];
    return [...first, ...rest].slice(0, MOST_OPTIONS).map(listOption);
  };

  const findZones: FindOptions = async (typed, reader) => {
    const zones = await searchZones(typed, reader, MOST_OPTIONS);
    return zones.map((zone) => zoneOption(zone, now()));
  };

  const listener = (find: FindOptions) => {
    async function offer({ view, user, value }: BlockSuggestion): Promise<readonly MenuOption[]> {
      if (!view) return [];
      const [{ denial }, reader] = await Promise.all([authorizeForm(view, user.id, action), directory.reader(user.id)]);
      // Nothing promises that it is text.
      return denial ? [] : find(typeof value === 'string' ? value : '', reader);
    }

    return async ({ ack, body }: Args): Promise<void> => {
      const offered = offer(body).catch((error: unknown) => {
        log.warn({ err: error }, 'a menu of a form offers nothing');
        return [];
      });
      const known = await withDeadline(offered, { ms: optionsMs }, () => {
        log.warn({ ms: optionsMs }, 'a menu of a form offers nothing: finding its options took too long');
        return [];
      });
      await ack({ options: [...known] });
    };
  };

  return { lists: listener(findLists), zones: listener(findZones) };
}
