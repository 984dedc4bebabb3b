/** Said of links between people and accounts, and of the commands about them. */
export const links = {
  linked: '{person} is now linked to {account}. Mention people to look them up, like {example}.',
  relinked:
    '{person} is now linked to {account}, and no longer to {before}. Mention people to look them up, like {example}.',
  unlinked: '{person} is no longer linked to {account}. To link anew, type {link}.',
  notLinked: '{person} has no link, so there was nothing to take back. See all with {links}.',
  /** All links. */
  overview: {
    none: 'Nobody is linked yet. Make a link with {link}.',
    title:
      '<b>{people, plural, one {# person is} other {# people are}} linked</b> to {accounts, plural, one {# account} other {# accounts}}:',
    each: '{account}: {people}',
    more: '… and {left, number} more accounts.',
  },
  faults: {
    missingWhoToLink: 'Whom shall I link? Mention a person, like {example}.',
    missingWhoToUnlink: 'Whom shall I unlink? Mention a person, like {example}.',
    notAPerson: '{word} is not a mention of a person. Choose one of those Slack offers behind @, like {example}.',
    missingAccount: 'Which account is {person}? Type its UserID behind the mention, like {example}.',
    listLinked: '{word} is a list, and a person is linked to one account. Type its UserID, like {example}.',
    surplusWord: '{word} is too much here. Type it like {example}.',
  },
} as const;
