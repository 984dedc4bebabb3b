import { AppError } from '../../errors.ts';
import type { Authorize } from '../../followstats/access/authorize.ts';
import type { Logger } from '../../logger.ts';
import { readPages } from '../blocks/home/pages.ts';
import { type ButtonClickArgs, readClicker } from '../conversation/clicker.ts';
import type { HomeTabs } from './home-tabs.ts';

interface Options {
  readonly authorize: Authorize;
  readonly homeTabs: Pick<HomeTabs, 'turned'>;
  readonly log: Logger;
}

/** *Previous* and *Next* below a part of a Home. A person who may see nothing of it any more is shown that instead. */
export function createOnHomePage({ authorize, homeTabs, log }: Options) {
  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();

    const { asker } = readClicker(args);
    // What they may see is decided once more when it is shown; a denial is kept here.
    await authorize(asker, 'viewer', 'home');
    try {
      await homeTabs.turned(asker.personId, readPages(args.action.value ?? ''));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // The Home is shown anew in any case, and says what is wrong.
      log.warn({ err: error }, 'the pages of a Home were not kept');
    }
  };
}
