/** What is wrong with the words that name accounts, people or lists: each names the word at fault and shows a right example. */
export const who = {
  unclosedQuote: 'The quote at {word} isn’t closed. Try {example}.',
  textAfterQuote: 'There’s a space missing after the closing quote in {word}. Try {example}.',
  tooLong:
    '{word} is too long: a UserID has at most {most, number} characters. Put spaces between UserIDs, like {example}.',
  oneTooLong: '{word} is too long: a UserID has at most {most, number} characters. Try {example}.',
  notPrintableAscii:
    '{word} can’t be a UserID. Chat takes only plain letters, digits and signs (no accents, no emoji), like {example}.',
  emptyQuotes: 'There’s nothing between the quotes. Try {example}.',
  notAnAccount: '{word} isn’t an account or a person. Try {example}.',
  badListName:
    '{word} can’t be the name of a list. A name has up to 40 letters, digits, - and _, and starts with a letter or digit, like {example}.',
  tooMany:
    'That’s {count, number} accounts, and one command takes {max, number} at most. From {word} on it’s too many. Try fewer, like {example}.',
  tooManyGroups:
    'That’s {count, number} user groups, and one command takes {max, number} at most. Try fewer, like {example}.',
  tooManyResolved:
    'That’s {count, number} accounts, and one command takes {max, number} at most. With {by} it’s too many. Try fewer, like {example}.',
  unknownList: 'There is no {list}. See all lists with {show}.',
  unknownListMeant: 'There is no {list}. Did you mean {suggestion}? See all lists with {show}.',
  /** People who were mentioned, and their account. */
  linked: {
    each: '{person} is {account}.',
    more: '{more, plural, one {# more person has an account.} other {# more people have an account.}}',
  },
  /** People who were mentioned and have no account: how they get one depends on the reader’s role. */
  unlinked: {
    one: '{person} isn’t linked to an account yet.',
    several: '{people} aren’t linked to accounts yet.',
    /** The last item of a longer list of people. */
    morePeople: '{people, plural, one {# more person} other {# more people}}',
    askAdmins: 'Ask {admins} to link them.',
    askOperators: 'Ask the people who run followstats to link them.',
    linkOne: 'Link them with {command}.',
    linkMany: 'Link each of them with {command}.',
    buttonOne: { text: 'Link them…', label: 'Link them…: say which account this person is' },
    buttonMany: { text: 'Link someone…', label: 'Link someone…: say which account a person is' },
  },
  /** Of an account that Chat doesn’t know, and that a person’s link or a list named. */
  badLink: {
    maybe: 'The link may be wrong.',
    askAdmins: 'Ask {admins} to check the link.',
    askOperators: 'Ask the people who run followstats to check the link.',
  },
  badList: {
    askAdmins: 'Ask {admins} to check the list.',
    askOperators: 'Ask the people who run followstats to check the list.',
  },
  emptyList: {
    isEmpty: '{list} is empty.',
    askAdmins: 'Ask {admins} to add accounts.',
    askOperators: 'Ask the people who run followstats to add accounts.',
    add: 'Add accounts with {command}.',
  },
  group: {
    unlinked: 'Nobody in {group} is linked to an account yet.',
    noMembers: '{group} has no members.',
    unread: 'Slack doesn’t say who is in {group}.',
    missingScope:
      'The Slack app needs the scope {scope} for that. Add it under OAuth & Permissions and reinstall the app.',
    tell: 'Please tell {admins}.',
    tellOperators: 'Please tell the people who run followstats.',
    notFound: 'Slack knows no user group {group}.',
    noAnswer: 'Slack didn’t say who is in {group} this time. Try again in a minute.',
  },
  /** Accounts that were just put on a list or linked, and that Chat doesn’t know. */
  notInChat: {
    one: '{account} isn’t in Chat (yet).',
    several: '{accounts} aren’t in Chat (yet).',
  },
  /** The button that puts the right account in the place of such a one. */
  useMeant: { text: 'Use {account}', label: 'Use {account} instead of {typo}' },
} as const;
