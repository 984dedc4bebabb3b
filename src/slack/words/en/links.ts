/** Said of links between people and accounts, and of the commands about them. */
export const links = {
  linked: '{person} is now linked to {account}.',
  relinked: '{person} is now linked to {account}, and no longer to {before}.',
  unlinked: '{person} is no longer linked to {account}.',
  notLinked: '{person} isn’t linked to an account, so nothing was changed.',
  lookUp: { text: 'Look up', label: 'Look up: {account}' },
  undo: { text: 'Undo', label: 'Undo: link this person to {account}' },
  unlink: { text: 'Unlink', label: 'Unlink: this person from {account}' },
  linkSomeone: { text: 'Link someone…', label: 'Link someone…: say which account a person is' },
  linkThem: { text: 'Link them…', label: 'Link them…: say which account this person is' },
  see: { text: 'See all links', label: 'See all links: who is which account' },
  /** All links. */
  overview: {
    none: 'Nobody is linked to an account yet. Link someone with {link}.',
    title:
      '<b>{people, plural, one {# person} other {# people}} linked to {accounts, plural, one {# account} other {# accounts}}</b>',
    /** One account with the people who are linked to it. */
    each: '{account}: {people}',
    more: '… and {left, number} more accounts.',
    unlinkWith: 'To unlink someone else, type {unlink}.',
  },
  faults: {
    missingWhoToLink: 'Who do you want to link? Mention a person, like {example}.',
    missingWhoToUnlink: 'Who do you want to unlink? Mention a person, like {example}.',
    notAPerson: '{word} isn’t a mention of a person. Pick someone from the list Slack shows after @, like {example}.',
    missingAccount: 'Which account is {person}? Put its UserID after the mention, like {example}.',
    accountWanted: 'A person is linked to an account, so put a UserID in place of {word}, like {example}.',
    listLinked: '{word} is a list, and a person is one account. Try {example}.',
    surplusWord: '{word} doesn’t belong there. Try {example}.',
  },
} as const;
