/**
 * Rare states that a simulation has to reach to prove anything. A long one in which a mark stays at 0 has not looked there, and
 * fails. To add one: a line here, and `marks.reach` where it shows.
 */
export const MARKS = {
  // Deaths
  'killed while posting': 'a replica died after Slack had its post, before its answer was written down',
  'killed before Slack had the post': 'a replica died with a post on its way that Slack never did',
  'killed in a transaction': 'a replica died between two statements of one transaction',
  'killed after a commit': 'a replica died before it learned that its change was written',
  'stood still': 'a replica did nothing for about a minute, and went on',
  'stopped in the middle of work': 'a replica was stopped as an operator would while it worked on a run',
  // Runs
  'holder died while posting': 'a run became unknown because its holder died',
  'answer to a post lost': 'a run became unknown because Slack’s answer was lost',
  'unknown post found': 'the post of an unknown run was found in its channel',
  'owner asked': 'an owner was asked whether a post arrived',
  'owner said it arrived': 'an owner pressed It arrived',
  'owner had it posted again': 'an owner pressed Post again',
  'run retried': 'a run was put off and tried again',
  'run failed': 'a run ended as failed',
  'run missed': 'a slot was missed because no replica was up',
  'run skipped, unchanged': 'nothing was posted because nothing had changed',
  'run skipped, stopped': 'nothing was posted because its digest was paused or deleted',
  'run of a person': 'a person had a digest posted at once',
  'sign of life': 'a digest said that it is still watched',
  'late post': 'a post came more than two minutes after its slot',
  'another holder': 'a run was claimed anew, since its holder had died before it posted',
  'let go': 'a holder found that its run was another’s',
  'digest restored': 'a person took the deletion of a digest back',
  'too late to restore': 'a digest was to be restored when it was too late',
  'digest paused by the app': 'a digest was paused because its posts can’t succeed',
  'clocks went forward': 'a slot came on a day whose clocks went forward',
  'clocks went back': 'a slot came on a day whose clocks went back',
  // Look-ups
  'hedge won': 'a second call was answered before the first',
  'breaker opened': 'Chat was left alone for some seconds',
  'batch halved': 'a batch that one account spoiled was asked again in halves',
  'throttled by Chat': 'Chat said that it was asked too often',
  'permits without the store': 'a replica called slower because the store gave no permits',
  // Events
  'webhook too late': 'a webhook came when it passed for a captured one, and was lost',
  'webhook came twice': 'a webhook came twice',
  'asked right after an event': 'counts were asked for before those of a minute ago were forgotten, and after an event',
  'event waited for the store': 'a webhook was answered before its events were in the store',
  'event lost with its replica': 'events that waited for the store were lost with their replica',
  'told who came': 'an answer said how many came to an account or left it',
  'who follows whom': 'an answer said of two accounts who follows whom',
  unexplained: 'an answer said that something is unexplained, and why',
  // Watches
  'watch told': 'an alert of a watch was posted',
  'watch was muted': 'a rule was met while its watch was muted',
  'answer to an alert lost': 'an alert became unknown: its holder died, or Slack’s answer was lost',
  'alert posted again': 'an owner had an alert posted again',
  'alert of another holder': 'an alert was claimed anew, since its holder had died before it posted',
  'told twice over a crossing and back': 'a watch was crossed, hovered, fell back and was crossed again',
  // Messages
  'plainer message': 'Slack rejected what was in a message, and took it plainer',
  'answer by another way': 'an answer went out by another way than its response_url',
  'request done once': 'a request came twice and was done once',
  'CSV sent': 'a file was sent',
  'counts of a file': 'the counts in a look-up’s file were compared with Chat’s',
  shared: 'an answer was shared with its channel',
  'last known': 'an answer said what was read last of an account that couldn’t be read',
  'numbers kept': 'an answer that couldn’t be refreshed kept its numbers',
  'card opened': 'the card of an account was opened',
  'account meant': 'a mistyped account was put right by a button',
  'operators’ words': 'an admin read what an operator has to do',
  // People
  'menu used': 'a digest was changed by the menu of its card',
  'notice’s button used': 'an owner did what a notice offers by its button',
  'owner told of a change': 'an owner was told what another person did to their digest',
  denied: 'a person without a role was denied',
  granted: 'a person was given a role',
  revoked: 'a role was taken back',
  'change unsaved': 'a person was told that their change may not have been saved',
  'form of a person who lost their role': 'a form was submitted by a person who no longer had the role for it',
  'button of a person who lost their role': 'a button of an answer was pressed after its person had lost their role',
  'role too low': 'a person with a role was denied what needs a higher one',
  'form sent in twice': 'a form was sent in twice',
  'digest edited while a run was open': 'a digest was edited, paused or deleted while one of its runs was open',
} as const;

export type Mark = keyof typeof MARKS;

/** How often each mark was reached. */
export interface Marks {
  reach(mark: Mark): void;
  counts(): Readonly<Record<Mark, number>>;
}

export function createMarks(): Marks {
  const counts = Object.fromEntries(Object.keys(MARKS).map((mark) => [mark, 0])) as Record<Mark, number>;
  return {
    reach(mark) {
      counts[mark] += 1;
    },
    counts: () => ({ ...counts }),
  };
}
