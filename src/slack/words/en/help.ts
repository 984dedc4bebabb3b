/** What `help` says; each line tells of one command. */
export const help = {
  title: '<b>followstats</b> reads follower counts of Tencent Cloud Chat accounts.',
  /** What each example of a command does. */
  lines: {
    lookup: '{command} – looks up these accounts',
    quotes: '{command} – quotes hold a UserID with spaces; commas and new lines separate, too',
    lookupWord: '{command} – looks up an account whose UserID is a subcommand’s name',
    mentions: '{command} – looks up who is linked to them, and who is on a list',
    listShow: '{command} – shows the lists, and with a name who is on that one',
    listCreate: '{command} – makes a list; list add, remove and delete change it the same way',
    link: '{command} – says which account a person is; unlink takes it back, links shows all',
    digestNew:
      '{command} – posts accounts to a channel on a schedule; digest list shows all, and digest edit, run, pause, resume, delete and log take one’s number',
    why: '{command} – says which rule lets you in, or why none does',
    allow: '{command} – gives a person, @group or #channel the role viewer (when none is named), editor or admin',
    revoke: '{command} – takes back what was given so',
    access: '{command} – lists who has which role, and who gave it',
    whyOther: '{command} – says which rule lets somebody in, or why none does',
    help: '{command} – shows this',
  },
  role: 'Your role: <b>{role}</b>.',
  noRole: 'Your role: <b>none</b> – you can’t look accounts up yet; ask an admin.',
  limits: 'Limits: {accounts} accounts a command.',
  limitsWithCache:
    'Limits: {accounts} accounts a command, counts may be up to {seconds} s old (Refresh reads them anew).',
  usage:
    'Only you see the answers, until you press Share. Slack offers slash commands in channels and DMs, not in threads; the shortcut <b>{shortcut}</b> in any message’s menu looks up whom it mentions, there too.',
} as const;
