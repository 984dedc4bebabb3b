/** What `help` says. */
export const help = {
  title: 'Follower counts from Tencent Cloud Chat',
  /** The first things to do, by role; each has a button with the same words. */
  start: {
    lookup: 'Look accounts up with {command}.',
    lists: 'See the team’s lists with {command}.',
    newList: 'Keep accounts together on a list with {command}.',
    why: 'See why you have access with {command}.',
    newDigest: 'Get counts in a channel on a schedule with {command}.',
    access: 'See who may use followstats with {command}.',
  },
  buttons: {
    lookup: { text: 'Look up accounts…', label: 'Look up accounts…: opens a form' },
    lists: { text: 'See the lists', label: 'See the lists: all of them' },
    newList: { text: 'New list…', label: 'New list…: opens a form' },
    why: { text: 'Why do I have access?', label: 'Why do I have access? Says which rule lets you in' },
    newDigest: { text: 'New digest…', label: 'New digest…: opens a form' },
    access: { text: 'See who has access', label: 'See who has access: all rules' },
    more: { text: 'More commands', label: 'More commands: all you can type' },
  },
  moreWith: 'See all commands with {command}.',
  allTitle: 'What you can type',
  /** What each example of a command does. */
  lines: {
    lookup: '{command} – looks these accounts up',
    lookupWord: '{command} – looks up an account whose UserID is also a command',
    mentions: '{command} – looks up linked people and the accounts on a list',
    history: '{command} – shows counts over time: 7d, 30d, 90d or 1y',
    changes: '{command} – shows who came and who left: 24h, 7d or 30d',
    relations:
      '{command} – shows who follows an account; <code>following</code> and <code>mutual</code> work the same way',
    check: '{command} – says who of them follows whom',
    listShow: '{command} – shows all lists; add a name to see one of them',
    listCreate: '{command} – makes a list; list add, list remove and list delete change it',
    link: '{command} – links a person to their account; unlink undoes that, links shows all links',
    digestNew: '{command} – posts counts to a channel on a schedule; digest list shows all digests',
    watchNew: '{command} – tells you when followers reach, pass or lose a number; watch list shows all watches',
    why: '{command} – says why you have access',
    allow: '{command} – lets in a person, a user group or a channel as viewer, editor or admin',
    revoke: '{command} – takes that role back',
    access: '{command} – shows who has which role',
    whyOther: '{command} – says why someone has access, or why not',
    help: '{command} – shows where to start',
  },
  /** The small line at the end. */
  role: 'Your role: {role}.',
  admins: 'Admins: {admins}.',
  limits: 'One command takes up to {accounts, number} accounts.',
  cached: 'Counts may be up to {seconds, plural, one {# second} other {# seconds}} old; Refresh gets new ones.',
  private: 'Only you see the answers until you press Share.',
  threads: 'In a thread, use <b>{shortcut}</b> in the menu of a message: Slack has no commands there.',
  /** For a person without a role: whom to ask, and nothing else. */
  noRole: 'You don’t have access to followstats yet.',
  askAdmins: 'Ask {admins} to let you in.',
  askOperators: 'Ask the people who run it to let you in.',
} as const;
