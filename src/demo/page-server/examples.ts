import { demoAccounts } from '../chat/seed.ts';
import type { Example } from './page-state.ts';

const FORTY_FIVE = demoAccounts.slice(0, 45);

/** What the page offers under "Try this". The accounts are those of the Tencent Chat stand-in, but for `ghost`. */
export const EXAMPLES: readonly Example[] = [
  { text: '/followstats alice bob ghost', why: 'Two accounts, and one that does not exist' },
  { text: '/followstats help', why: 'What it can do, and what you may do' },
  { text: '/followstats @RBT#news team_a', why: 'A UserID may begin with @ and hold a #' },
  { text: `/followstats ${FORTY_FIVE.join(' ')}`, why: '45 accounts, asked for 20 at a time' },
  { text: '/followstats link @maya alice', why: 'As Anders: then @maya is looked up, by a message’s menu, too' },
  { text: '/followstats list create stars alice bob', why: 'As Anders: then list:stars stands for both' },
  { text: '/followstats allow @priya', why: 'As Anders: then Priya may look up' },
  {
    text: '/followstats digest new',
    why: 'As Anders: a form for a post that comes by itself; then move the clock',
  },
  { text: '/followstats "alice', why: 'A quote that is never closed' },
  { text: '/followstats hlep', why: 'A subcommand that is one typo away' },
];
