import type { View } from '../../../src/demo/slack/types.ts';
import { ACTIONS } from '../../../src/slack/names.ts';
import { MINUTE } from '../faults/fault.ts';
import { readToldRows } from '../invariants/told-rows.ts';
import type { Action, PersonTools } from './action.ts';
import { ACCOUNTS } from './cast.ts';
import { hasButton } from './press-buttons.ts';

/** As those of an answer: a minute in the cache, and what it takes to be answered. */
const OLDEST_MS = 10 * MINUTE;

/** A person opens the card of an account below an answer: by a button where it is the only one, else by the menu. */
export const openCard: Action = {
  name: 'opens the card of an account',
  weight: 3,
  by: ['anders', 'maya'],
  async act(tools) {
    const { chance, slack, person, time, ask, hadCounts, marks, violated } = tools;
    const accounts = [...new Set(Array.from({ length: chance.pick([1, 1, 3]) }, () => chance.pick(ACCOUNTS)))];
    const { message } = await ask(accounts.join(' '));
    if (!message || !hasButton(message, ACTIONS.openAccount)) return undefined;
    const account = chance.pick(accounts);
    const given = { personId: person.id, ts: message.ts, actionId: ACTIONS.openAccount };
    await slack.closeModal({ personId: person.id, all: true }).catch(() => undefined);
    const since = slack.mark();
    await (accounts.length === 1 ? slack.press(given) : slack.choose({ ...given, value: account })).catch(
      () => undefined,
    );
    const [row] = readToldRows(await readCard(tools, since));
    if (!row) return undefined;
    marks.reach('card opened');
    if (row.account !== account || !hadCounts(account, row.counts, time.now() - OLDEST_MS, time.now()))
      violated('counts are those of Chat', `the card of ${account} shows ${JSON.stringify(row)}`, [account]);
    return undefined;
  },
};

/** @returns what the card says in the end; '' when it doesn't come, or says what is wrong */
async function readCard({ slack, person }: PersonTools, since: number): Promise<string> {
  const matches = (view: View) => readToldRows(textOf(view)).length > 0;
  const card = await slack
    .waitForModal({ personId: person.id, since, matches, timeoutMs: MINUTE })
    .catch(() => undefined);
  return card ? textOf(card) : '';
}

/** What a person reads in a modal, each line of rich text on its own. */
function textOf({ blocks }: View): string {
  const lines = blocks.flatMap(({ elements }) => (Array.isArray(elements) ? elements : []));
  return lines
    .map(({ elements = [] }: { readonly elements?: readonly { readonly text?: string }[] }) =>
      elements.map(({ text = '' }) => text).join(''),
    )
    .join('\n');
}
