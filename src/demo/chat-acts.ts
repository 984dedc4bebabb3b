import { crowdFollower } from './chat/crowd.ts';
import type { ChatServer } from './chat/server.ts';
import type { SentWebhook } from './chat/webhooks.ts';

/** Something that the reader of the page can let happen among the users of Chat. */
export interface DemoAct {
  readonly id: string;
  /** What happens next. */
  label(): string;
  /** Resolves with what happened, in a sentence or two, once Chat's webhooks of it were answered, or weren't in time. */
  run(): Promise<string>;
}

type Chat = Pick<ChatServer, 'follow' | 'unfollow' | 'isFollowing' | 'webhooks' | 'settleWebhooks'>;

/** How many at once. */
const GROUP = 200;
/** Places in bob's audience that it never grows to by itself. */
const FIRST_PLACE = 5_000_000;

/** What the page offers. All of it goes through Chat, which sends the app its webhooks, unless they are lost. */
export function createChatActs(chat: Chat): readonly DemoAct[] {
  let groups = 0;
  const groupOf = (number: number) =>
    Array.from({ length: GROUP }, (_, step) => crowdFollower('bob', FIRST_PLACE + number * GROUP + step));

  /** @param what happens, by relations that all are new or all end */
  async function tellOf(words: string, what: () => void): Promise<string> {
    const before = chat.webhooks.length;
    what();
    await chat.settleWebhooks();
    return `${words} ${webhookWords(chat.webhooks.slice(before))}`;
  }

  return [
    {
      id: 'carol-alice',
      label: () => (chat.isFollowing('carol', 'alice') ? 'Let carol leave alice again' : 'Make carol follow alice'),
      run: () =>
        chat.isFollowing('carol', 'alice')
          ? tellOf('carol doesn’t follow alice any more.', () => chat.unfollow('carol', 'alice'))
          : tellOf('carol follows alice now.', () => chat.follow('carol', 'alice')),
    },
    {
      id: 'bob-200',
      label: () => `${GROUP} people follow bob`,
      run: () =>
        tellOf(`${GROUP} more people follow bob now.`, () => {
          for (const person of groupOf(groups)) chat.follow(person, 'bob');
          groups += 1;
        }),
    },
    {
      id: 'bob-leave',
      label: () => `${GROUP} people leave bob`,
      async run() {
        if (groups === 0) return 'Nobody has come to bob yet who would leave again.';
        groups -= 1;
        return tellOf(`The last ${GROUP} have left bob again.`, () => {
          for (const person of groupOf(groups)) chat.unfollow(person, 'bob');
        });
      },
    },
  ];
}

function webhookWords(sent: readonly SentWebhook[]): string {
  if (sent.length === 0) return 'No webhook reached the app.';
  const taken = sent.filter(({ isAcknowledged }) => isAcknowledged).length;
  const [count, were] = sent.length === 1 ? ['Chat’s webhook', 'was'] : [`Chat’s ${sent.length} webhooks`, 'were'];
  return taken === sent.length
    ? `${count} ${were} taken by the app.`
    : `Of ${sent.length} webhooks the app took ${taken}.`;
}
