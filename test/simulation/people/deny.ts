import { CANARY } from '../invariants/denied.ts';
import type { Action, PersonTools } from './action.ts';
import { ACCOUNTS } from './cast.ts';

/** What a person reads who isn't let in, for any reason. */
export const DENIAL =
  /You haven’t been given access|Guests can use followstats only|Only (?:editors|admins) can do that|can’t read who has access right now|can’t let you in|Slack didn’t open the form/;
/** Of these the app can be sure only when it has read who has which role. */
const SURE_DENIAL = /You haven’t been given access|Guests can use followstats only|Only (?:editors|admins) can do that/;
/** What anybody reads when who may do what couldn't be found out; a fault of the app is for other invariants to find. */
const UNDECIDED = /went wrong in followstats itself|There wasn’t enough time to read this/;

/** A person asks for what their role isn't enough for. The accounts and lists in it are in no other question. */
export const askWithoutRole: Action = {
  name: 'asks without a role',
  weight: 5,
  by: ['mallory', 'greg', 'eve', 'vera'],
  async act(tools) {
    const { chance, person, expectations, ask, marks } = tools;
    await expectations.keep({ kind: 'grant', personId: person.id }, async (role) => {
      const canary = `${CANARY}${chance.whole(0, 1_000_000)}`;
      const needsAdmin = [`allow @${person.name} admin`, 'allow @mallory viewer', 'access'];
      const needsEditor = [`list create ${canary} ${canary}`, `link <@${person.id}> ${canary}`, 'digest list'];
      const needsViewer = [canary, 'digest new', 'list show'];
      if (role !== 'none' && (role === 'admin' || chance.happens(0.4))) return askWithRole(tools);
      const isForViewers = role === 'none' && chance.happens(0.5);
      const command = chance.pick([
        ...(isForViewers ? [] : needsAdmin),
        ...(isForViewers || role === 'editor' ? [] : needsEditor),
        ...(role === 'none' ? needsViewer : []),
      ]);
      const { text } = await ask(command);
      if (DENIAL.test(text)) marks.reach(role === 'none' ? 'denied' : 'role too low');
      checkDenied(tools, `typed “${command}”`, text);
    });
    return undefined;
  },
};

/** Says that the app did what it should have denied, unless an answer says that it didn't, or none came. */
export function checkDenied({ person, violated }: PersonTools, deed: string, text: string): void {
  if (text === '' || DENIAL.test(text) || UNDECIDED.test(text)) return;
  violated('no role, no answer', `${person.name} ${deed} and read “${text.slice(0, 80)}”`, [person.id]);
}

async function askWithRole({ chance, ask, person, violated }: PersonTools): Promise<void> {
  const { text } = await ask(chance.pick([chance.pick(ACCOUNTS), 'list show']));
  if (SURE_DENIAL.test(text))
    violated('who has a role gets in', `${person.name} has a role and read “${text.slice(0, 80)}”`, [person.id]);
}
