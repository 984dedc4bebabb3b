/** Said in the app’s Home tab. */
export const home = {
  /** Above everything. */
  title: 'Your followstats',
  /** To a person whom no rule lets in here. The same whether or not a channel is let in. */
  noAccess: 'You don’t have access to followstats on this page. If you have it in a channel, type commands there.',
  storeAway:
    'followstats can’t read its data right now, so digests, lists and the rest aren’t shown. They come back here by themselves.',
  /** In the place of everything that Slack didn’t take. */
  rejected:
    'Slack couldn’t show this page. Commands work as usual. Please tell the people who run followstats this reference: {reference}',
  /** Of a control that an earlier version has shown. */
  otherVersion: 'followstats was updated meanwhile. Please press again.',
  /** A field, and what came of it. */
  lookUp: {
    label: 'Look up accounts',
    hint: 'UserIDs, with spaces between them. list:NAME stands for all accounts on a list. Press Enter; the answer comes to your messages with followstats.',
    /** `who`: accounts, lists and people; the first of them. */
    working: 'Looking up {who} … The answer comes to your messages with followstats.',
    sent: 'Looked up {who}, {time}. The answer is in your messages with followstats.',
    /** Behind the first of them. */
    more: '{left, number} more',
    notSent: 'Slack didn’t take the answer for your messages with followstats. Press Enter again in a minute.',
  },
  /** The title of what opens for an answer; at most 24 characters. */
  answerTitle: 'Answer',
  digests: {
    failing: '<b>{digests, plural, one {# digest needs attention} other {# digests need attention}}</b>',
    others: '<b>{digests, plural, one {# other digest} other {# other digests}}</b>',
    yours: '<b>{digests, plural, one {Your digest} other {Your # digests}}</b>',
    yourOthers: '<b>{digests, plural, one {Your other digest} other {Your other # digests}}</b>',
    readOnly: 'Only editors can change digests.',
    readOnlyAskAdmins: 'Only editors can change digests. An admin can make you one: {admins}.',
  },
  noLinks: 'Nobody is linked to an account yet.',
  pages: {
    position: '{from, number}–{to, number} of {total, number}',
    previous: { text: 'Previous', label: 'Previous: up to number {to, number}' },
    next: { text: 'Next', label: 'Next: from number {from, number} on' },
  },
  /** The end of the audit log. */
  audit: {
    title: '<b>Latest in the audit log</b>',
    line: '{time} · {person} · {what} · {outcome}',
    lineAbout: '{time} · {person} · {what} · {about} · {outcome}',
    accounts: '{accounts, plural, one {# account} other {# accounts}}',
    /** What was done or asked for, by the names that the log has for it. */
    actions: {
      help: 'See the help',
      home: 'Open the Home tab',
      lookup: 'Look up accounts',
      refresh: 'Refresh an answer',
      share: 'Share an answer',
      csv: 'Get an answer as CSV',
      shortcut: 'Look up whom a message mentions',
      card: 'Open an account',
      history: 'See the history of accounts',
      changes: 'See who came and who left',
      'list-show': 'See lists',
      'list-create': 'Make a list',
      'list-add': 'Add to a list',
      'list-remove': 'Remove from a list',
      'list-delete': 'Delete a list',
      link: 'Link a person',
      unlink: 'Unlink a person',
      links: 'See the links',
      'digest-new': 'Open the form of a new digest',
      'digest-form': 'Fill in the form of a digest',
      'digest-preview': 'Preview a digest',
      'digest-create': 'Make a digest',
      'digest-list': 'See the digests',
      'digest-edit': 'Edit a digest',
      'digest-log': 'See the log of a digest',
      'digest-run': 'Post a digest now',
      'digest-pause': 'Pause a digest',
      'digest-resume': 'Resume a digest',
      'digest-delete': 'Delete a digest',
      'digest-restore': 'Restore a digest',
      'digest-csv': 'Get a digest as CSV',
      'digest-arrived': 'Say that a digest arrived',
      'digest-post-again': 'Post a digest again',
      'watch-new': 'Open the form of a new watch',
      'watch-form': 'Fill in the form of a watch',
      'watch-create': 'Make a watch',
      'watch-list': 'See the watches',
      'watch-edit': 'Edit a watch',
      'watch-pause': 'Pause a watch',
      'watch-resume': 'Resume a watch',
      'watch-mute': 'Mute a watch',
      'watch-unmute': 'Unmute a watch',
      'watch-delete': 'Delete a watch',
      'watch-restore': 'Restore a watch',
      'watch-arrived': 'Say that an alert arrived',
      'watch-post-again': 'Post an alert again',
      grant: 'Give a role',
      revoke: 'Take back a role',
      access: 'See the access rules',
      why: 'See why someone has access',
      wrong: 'Type something that is no command',
    },
    outcomes: { done: 'done', failed: 'not done', refused: 'refused', allowed: 'started' },
  },
} as const;
