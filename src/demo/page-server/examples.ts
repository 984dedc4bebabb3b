import { demoAccounts } from '../chat/seed.ts';
import type { Example } from './page-state.ts';

const FORTY_FIVE = demoAccounts.slice(0, 45);
const ANYBODY = 'Try this';
const BEHIND = 'Who is behind a number';
const ADMIN = 'As an admin';
const anders = 'U0ANDERS001';

/**
 * What the page offers to try: a click runs it, as the person it needs. The accounts are those of the Tencent Chat stand-in, but
 * for `ghost` and a typing error; the lists are those that the workspace has when the page opens.
 */
export const EXAMPLES: readonly Example[] = [
  { group: ANYBODY, text: '/followstats alice', why: 'One account is one line' },
  { group: ANYBODY, text: '/followstats alice bob ghost', why: 'Two accounts, and one that does not exist' },
  { group: ANYBODY, text: '/followstats list:creators', why: 'A list; “Open account” below the answer shows a card' },
  { group: ANYBODY, text: '/followstats history heidi grace 30d', why: 'How their followers went, with a chart' },
  { group: ANYBODY, text: '/followstats @maya', why: 'A person, by the account they are linked to' },
  { group: ANYBODY, text: '/followstats alcie', why: 'A typo: it asks what you meant' },
  { group: ANYBODY, text: `/followstats ${FORTY_FIVE.join(' ')}`, why: '45 accounts, asked for 20 at a time' },
  { group: ANYBODY, text: '/followstats help', why: 'What you can do; the app’s Home in the sidebar shows more' },
  { group: BEHIND, text: '/followstats fans alice', why: 'Who follows her and since when; mallory has a hostile name' },
  { group: BEHIND, text: '/followstats following alice', why: 'Whom she follows' },
  { group: BEHIND, text: '/followstats mutual alice', why: 'Who does both' },
  { group: BEHIND, text: '/followstats check alice bob carol', why: 'Who follows whom' },
  { group: BEHIND, text: '/followstats changes alice', why: 'Who came and who left, and that the sum is right' },
  {
    group: ADMIN,
    personId: anders,
    text: '/followstats watch new',
    why: 'Tells a channel when a count gets where you say; then let 200 people follow bob',
  },
  {
    group: ADMIN,
    personId: anders,
    text: '/followstats digest list',
    why: 'The post that comes to #growth each morning; its menu runs it now',
  },
  {
    group: ADMIN,
    personId: anders,
    text: '/followstats digest new',
    why: 'A form for another one; then go on to the next digest',
  },
  {
    group: ADMIN,
    personId: anders,
    text: '/followstats list create stars aiko NewsDesk wei',
    why: 'Then list:stars stands for all three',
  },
  { group: ADMIN, personId: anders, text: '/followstats link @chenli heidi', why: 'Then @chenli can be looked up' },
  { group: ADMIN, personId: anders, text: '/followstats allow @priya', why: 'Then Priya may look up' },
];
