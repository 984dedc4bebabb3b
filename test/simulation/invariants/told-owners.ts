import type { Message } from '../../../src/demo/slack/types.ts';
import { ACTIONS } from '../../../src/slack/names.ts';
import type { Invariant } from './invariant.ts';

interface Row {
  readonly state: string;
  readonly tell_at: number | null;
  readonly spec: string;
}

/** An owner who counts as told of a failed or unknown post has a message about it, unless Slack never takes one for them. */
export const toldOwners: Invariant = {
  name: 'an owner who counts as told was told',
  watch({ violated, committed }) {
    /** What came to anybody's direct messages with the app. */
    let notices: readonly Message[] = [];
    /** Runs whose owner isn't known to be told, each with the notices that were there before. */
    const open = new Map<string, ReadonlySet<Message>>();

    async function look(id: string, before: ReadonlySet<Message>): Promise<void> {
      const [row] = await committed<Row>(
        'select state, tell_at, spec from digest_runs join digests on digests.id = digest_id where digest_runs.id = ?',
        [id],
      );
      if (row?.tell_at !== null && row !== undefined) return;
      open.delete(id);
      if (row?.state !== 'unknown' && row?.state !== 'failed') return;
      const { title } = JSON.parse(row.spec);
      if (!notices.some((notice) => !before.has(notice) && isAbout(notice, id, title)))
        violated(`the owner of run ${id} counts as told that it is ${row.state}, and wasn’t`, [id]);
    }

    return {
      runs(changes) {
        for (const { id, from, to } of changes)
          if (from !== to && (to === 'unknown' || to === 'failed')) open.set(id, new Set(notices));
      },
      message(message) {
        if (message.channelId.startsWith('D') && message.version === 1) notices = [...notices, message];
      },
      log({ msg, run, outcome }) {
        if (msg === 'digest owner' && outcome === 'never') open.delete(String(run));
      },
      async atRest() {
        for (const [id, before] of open) await look(id, before);
        if (open.size === 0) notices = [];
      },
    };
  },
};

/** A question names its run in its buttons, unless Slack took only its text; of the last sentence that Slack took nothing is known. */
function isAbout({ text, blocks }: Message, id: string, title: string): boolean {
  if (text.startsWith('Slack wouldn’t show this answer')) return true;
  if (!text.startsWith('Your digest ')) return false;
  const all = JSON.stringify(blocks);
  return text.includes(title) && (!all.includes(ACTIONS.digestArrived) || all.includes(`"${id}"`));
}
