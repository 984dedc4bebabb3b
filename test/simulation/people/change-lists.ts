import type { Action, PersonTools } from './action.ts';
import { ACCOUNTS } from './cast.ts';

const NAMES = ['creators', 'vip', 'press'];

/** A person makes, fills, empties and deletes lists. */
export const changeLists: Action = {
  name: 'changes a list',
  weight: 4,
  by: ['anders'],
  async act(tools) {
    const changes = tools.chance.whole(1, 4);
    for (let n = 0; n < changes; n += 1) await changeOne(tools);
    return undefined;
  },
};

async function changeOne({ chance, time, ask, expectations }: PersonTools): Promise<void> {
  const name = chance.pick(NAMES);
  // The answer to an earlier change may come once more, if Slack's answer to the app was lost.
  await time.sleep(chance.between(20_000, 60_000));
  await expectations.change({ kind: 'list', name }, async (before) => {
    const holds = before === 'absent' ? [] : before.slice(1, -1).split(' ').filter(Boolean);
    const account = chance.pick(ACCOUNTS);
    const change = async (command: string, after: readonly string[] | 'absent', done: string) => {
      const { text } = await ask(`list ${command}`);
      return { after: toValue(after), said: text.includes(done) ? 'done' : 'nothing' } as const;
    };
    if (before === 'absent') return change(`create ${name} ${account}`, [account], `list:${name} now holds 1 account`);
    if (chance.happens(0.15)) return change(`delete ${name}`, 'absent', `Deleted list:${name}${held(holds.length)}`);
    if (holds.includes(account)) {
      const left = holds.filter((one) => one !== account);
      return change(`remove ${name} ${account}`, left, `from list:${name}. It now holds ${left.length} account`);
    }
    const more = [...holds, account];
    return change(`add ${name} ${account}`, more, `to list:${name}. It now holds ${more.length} account`);
  });
}

/** What the answer to a deletion says that the list held. */
const held = (size: number) => (size === 0 ? '. It was empty' : ` and the ${size} account`);

const toValue = (accounts: readonly string[] | 'absent') =>
  accounts === 'absent' ? accounts : `[${accounts.join(' ')}]`;
