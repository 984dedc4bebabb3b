/** Said of lists and of the commands about them. */
export const lists = {
  created: '{list} now holds {size, plural, one {# account} other {# accounts}}.',
  added:
    'Added {changed, plural, one {# account} other {# accounts}} to {list}. It now holds {size, plural, one {# account} other {# accounts}}.',
  addedSome:
    'Added {changed, plural, one {# account} other {# accounts}} to {list}; {already, plural, one {# was} other {# were}} in it already. It now holds {size, plural, one {# account} other {# accounts}}.',
  addedNone: 'Nothing was added to {list}, which holds them all already.',
  nothingToAdd: 'Nothing was added to {list}.',
  removed:
    'Removed {changed, plural, one {# account} other {# accounts}} from {list}. It now holds {size, plural, one {# account} other {# accounts}}.',
  removedSome:
    'Removed {changed, plural, one {# account} other {# accounts}} from {list}; {already, plural, one {# was} other {# were}} not in it. It now holds {size, plural, one {# account} other {# accounts}}.',
  removedNone: 'Nothing was removed from {list}, which holds none of them.',
  nothingToRemove: 'Nothing was removed from {list}.',
  deleted:
    'Deleted {list}, which held {size, plural, one {# account} other {# accounts}}. To have it again, type {command}.',
  deletedLong:
    'Deleted {list}, which held {size, plural, one {# account} other {# accounts}}. To have it again, type {command} with the accounts it shall hold.',
  /** Nothing was changed, and why. */
  unchanged: {
    exists: 'There is a {list} already, so nothing was changed. Add to it with {add}, or see it with {show}.',
    tooManyLists:
      'There are {max, number} lists, and there can’t be more. See them with {show}, and delete one with {delete}.',
    tooManyAccounts:
      '{list} would hold {size, plural, one {# account} other {# accounts}}, and a list takes at most {max, number}, so nothing was changed. Put some into another list, like {create}.',
  },
  /** What to type next. */
  next: {
    add: 'Add accounts with {add}.',
    see: 'See them with {show}.',
    lookUp: 'Look them up with {lookUp}.',
    lookUpOrSee: 'Look them up with {lookUp}, see them with {show}.',
    makeDigest: 'One look-up takes at most {max} accounts; {digest} takes them all.',
  },
  /** One list. */
  holds: '{list} <b>holds {size, plural, one {# account} other {# accounts}}:</b>',
  more: '… and {left, number} more.',
  empty: '{list} is empty.',
  /** All lists. */
  overview: {
    none: 'There are no lists yet. Make one with {create}.',
    title: '<b>{count, plural, one {# list} other {# lists}}</b>',
    each: '{list}: {size, plural, one {# account} other {# accounts}}',
    next: 'See one with {show}, look its accounts up with {lookUp}.',
  },
  faults: {
    /** Names every action behind `list`. */
    unknownAction: 'After {command} comes create, add, remove, show or delete, not {word}.',
    didYouMean: 'Did you mean {command}?',
    typeItLike: 'Type it like {example}.',
    showOrLookUp: 'To see a list, type {show}; to look it up, {lookUp}.',
    missingName: 'Which list? Type its name, like {example}.',
    missingWhoToAdd: 'Whom shall I add to {list}? Name at least one account, like {example}.',
    missingWhoToRemove: 'Whom shall I remove from {list}? Name at least one account, like {example}.',
    surplusWord: '{word} is too much here: type only the list’s name, like {example}.',
  },
} as const;
