import { CANARY } from '../invariants/denied.ts';
import type { Action } from './action.ts';

const DENIAL =
  /You haven’t been given access|Guests can use followstats only|can’t read just now who has been given|can’t let you in|did not open the form/;

/** What anybody reads when who may do what couldn't be found out. */
const UNDECIDED = /went wrong in followstats itself|the time for this question ran out/;

/** A person without a role asks all the same. Their accounts are looked up for nobody else. */
export const askWithoutRole: Action = {
  name: 'asks without a role',
  weight: 5,
  by: ['mallory', 'greg', 'eve', 'vera'],
  async act({ chance, person, expectations, ask, marks, violated }) {
    await expectations.keep({ kind: 'grant', personId: person.id }, async (role) => {
      if (role !== 'none') return;
      const canary = `${CANARY}${chance.whole(0, 1_000_000)}`;
      const command = chance.pick([
        canary,
        `list create ${canary} ${canary}`,
        `link <@${person.id}> ${canary}`,
        `allow @${person.name} admin`,
        'access',
        'digest new',
        'digest list',
        'list show',
      ]);
      const { text } = await ask(command);
      if (text === '') return;
      if (DENIAL.test(text)) marks.reach('denied');
      else if (!UNDECIDED.test(text))
        violated('no role, no answer', `${person.name} typed “${command}” and read “${text.slice(0, 80)}”`, [
          person.id,
        ]);
    });
    return undefined;
  },
};
