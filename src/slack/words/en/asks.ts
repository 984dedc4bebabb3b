/** Said in the small forms that ask for what is missing of a command. No command is typed there, so that none is named. */
export const asks = {
  /** Titles hold 24 characters. */
  titles: {
    lookup: 'Look up accounts',
    link: 'Link someone',
    'link-person': 'Link someone',
    'list-create': 'New list',
    'list-add': 'Add accounts',
    'list-remove': 'Remove accounts',
    'list-fill': 'New list',
    allow: 'Let someone in',
  },
  submit: {
    lookup: 'Look up',
    link: 'Link',
    'link-person': 'Link',
    'list-create': 'Create',
    'list-add': 'Add',
    'list-remove': 'Remove',
    'list-fill': 'Create',
    allow: 'Let in',
  },
  cancel: 'Cancel',
  /** Above the field, where the form is about one person or list. */
  about: {
    person: 'Which account is {person}?',
    list: 'Which accounts go on {list}?',
    listToShorten: 'Which accounts leave {list}?',
  },
  fields: {
    accounts: 'Accounts',
    accountsHint: 'UserIDs, with spaces or new lines between them. list:NAME stands for all accounts on a list.',
    account: 'UserID',
    accountHint: 'As it is written in Chat.',
    person: 'Person',
    name: 'Name',
    nameHint: 'Up to 40 letters, digits, - and _.',
    role: 'Role',
  },
  /** To choose from. */
  roles: {
    viewer: 'Viewer: looks accounts up',
    editor: 'Editor: also changes lists, links and digests',
    admin: 'Admin: also decides who gets in',
  },
  working: 'One moment …',
  /** In the form’s place, where the answer took long. */
  sent: 'The answer is in the conversation. Only you see it.',
  notOpened: 'Slack didn’t open the form. Please press again.',
  /** On a field. */
  faults: {
    unclosedQuote: 'Close the quote: {word}',
    textAfterQuote: 'Put a space after the closing quote: {word}',
    tooLong: '{word} is too long. A UserID has at most {most, number} characters.',
    notPrintableAscii: '{word} can’t be a UserID. Chat takes only plain letters, digits and signs.',
    emptyQuotes: 'There’s nothing between the quotes.',
    badListName: '{word} can’t be the name of a list. Use up to 40 letters, digits, - and _.',
    tooMany: 'That’s {count, number} accounts, and the limit is {max, number}. From {word} on it’s too many.',
    tooManyResolved: 'That’s {count, number} accounts, and the limit is {max, number}.',
    unknownList: 'There is no {list}.',
    unknownListMeant: 'There is no {list}. Did you mean {suggestion}?',
    listLinked: '{word} is a list, and a person is one account.',
    nobody: 'Type at least one UserID.',
    oneAccount: 'Type one UserID.',
    exists: 'There is a {list} already.',
    tooManyLists: 'There are {max, number} lists already, and that’s the most.',
    tooManyAccounts: '{list} would hold {size, number} accounts, and the limit is {max, number}.',
    other: 'That can’t be read. Please check what you typed.',
    otherVersion: 'followstats was updated meanwhile. Close this form and open it again.',
    broken: 'Something went wrong in followstats itself. Please tell the people who run it this reference: {reference}',
  },
} as const;
