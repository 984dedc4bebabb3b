import type { Action, PersonTools } from './action.ts';
import { ACCOUNTS } from './cast.ts';
import type { Said } from './expectations.ts';

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

async function changeOne({ chance, ask, expectations }: PersonTools): Promise<void> {
  const name = chance.pick(NAMES);
  await expectations.change({ kind: 'list', name }, async (before) => {
    const holds = before === 'absent' ? [] : before.slice(1, -1).split(' ').filter(Boolean);
    const account = chance.pick(ACCOUNTS);
    if (before === 'absent') {
      const { text } = await ask(`list create ${name} ${account}`);
      return { after: `[${account}]`, said: readSaid(text, name, 'now holds') };
    }
    if (chance.happens(0.15)) {
      const { text } = await ask(`list delete ${name}`);
      return { after: 'absent', said: readSaid(text, name, 'Deleted') };
    }
    if (holds.includes(account)) {
      const { text } = await ask(`list remove ${name} ${account}`);
      return { after: toValue(holds.filter((one) => one !== account)), said: readSaid(text, name, 'Removed 1') };
    }
    const { text } = await ask(`list add ${name} ${account}`);
    return { after: toValue([...holds, account]), said: readSaid(text, name, 'Added 1') };
  });
}

const toValue = (accounts: readonly string[]) => `[${accounts.join(' ')}]`;

/** Only words about this list count: an answer may be a late one to an earlier command. */
function readSaid(text: string, name: string, done: string): Said {
  return text.includes(done) && text.includes(name) ? 'done' : 'nothing';
}
