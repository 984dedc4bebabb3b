import { demoAccounts } from '../chat/seed.ts';
import type { Example } from './page-state.ts';

const FORTY_FIVE = demoAccounts.slice(0, 45);
const ANYBODY = 'Try this';
const ADMIN = 'As an admin';
const anders = 'U0ANDERS001';

/**
 * What the page offers under "Try this": a click runs it, as the person it needs. The accounts are those of the Tencent Chat
 * stand-in, but for `ghost`.
 */
export const EXAMPLES: readonly Example[] = [
  { group: ANYBODY, text: '/followstats alice', why: 'One account is one line' },
  { group: ANYBODY, text: '/followstats alice bob ghost', why: 'Two accounts, and one that does not exist' },
  { group: ANYBODY, text: '/followstats alcie', why: 'A typo: it asks what you meant' },
  { group: ANYBODY, text: `/followstats ${FORTY_FIVE.join(' ')}`, why: '45 accounts, asked for 20 at a time' },
  { group: ANYBODY, text: '/followstats help', why: 'What you can do' },
  { group: ADMIN, personId: anders, text: '/followstats link @maya alice', why: 'Then @maya can be looked up' },
  {
    group: ADMIN,
    personId: anders,
    text: '/followstats list create stars alice bob',
    why: 'Then list:stars stands for both',
  },
  { group: ADMIN, personId: anders, text: '/followstats allow @priya', why: 'Then Priya may look up' },
  {
    group: ADMIN,
    personId: anders,
    text: '/followstats digest new',
    why: 'A form for a post that comes by itself; then move the clock',
  },
];
