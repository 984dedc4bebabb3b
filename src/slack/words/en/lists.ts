/** Said of lists and of the commands about them. */
export const lists = {
  created: '{list} now holds {size, plural, one {# account} other {# accounts}}.',
  createdEmpty: '{list} is ready, and still empty.',
  added:
    'Added {changed, plural, one {# account} other {# accounts}} to {list}. It now holds {size, plural, one {# account} other {# accounts}}.',
  addedSome:
    'Added {changed, plural, one {# account} other {# accounts}} to {list}. {already, plural, one {# was in it already} other {# were in it already}}. It now holds {size, plural, one {# account} other {# accounts}}.',
  addedNone: '{list} holds all of them already. Nothing was added.',
  nothingToAdd: 'Nothing was added to {list}.',
  removed:
    'Removed {changed, plural, one {# account} other {# accounts}} from {list}. It now holds {size, plural, one {# account} other {# accounts}}.',
  removedSome:
    'Removed {changed, plural, one {# account} other {# accounts}} from {list}. {already, plural, one {# wasn’t in it} other {# weren’t in it}}. It now holds {size, plural, one {# account} other {# accounts}}.',
  removedNone: '{list} holds none of them. Nothing was removed.',
  nothingToRemove: 'Nothing was removed from {list}.',
  deleted: 'Deleted {list} and the {size, plural, one {# account} other {# accounts}} on it.',
  deletedEmpty: 'Deleted {list}. It was empty.',
  /** Follows `deleted` where *Undo* would be too long for a button. The accounts stand below. */
  heldBelow: 'That’s too many for an Undo, so here they are, in case you want them back.',
  undo: { text: 'Undo', label: 'Undo: make {list} again' },
  undoRemoval: { text: 'Undo', label: 'Undo: put them back on {list}' },
  /** Nothing was changed, and why. */
  unchanged: {
    exists: 'There is a {list} already, so nothing was changed.',
    tooManyLists: 'There are {max, number} lists already, and that’s the most. Delete one first.',
    tooManyAccounts:
      '{list} would hold {size, plural, one {# account} other {# accounts}}, and the limit is {max, number}. Nothing was changed. Put some on another list, like {create}.',
  },
  /** Of a list that is longer than one look-up takes. `digest`: only where the reader may make one. */
  tooManyToLookUp: 'A look-up takes {max, number} accounts at most.',
  useDigest: 'A digest takes them all: {digest}.',
  /** One list, and its line among all of them. */
  one: '{list} · {size, plural, =0 {empty} one {# account} other {# accounts}}',
  /** Below the accounts of a list: those that have a name, each with it. */
  names: 'Their names: {accounts}.',
  more: '… and {left, number} more.',
  /** All lists. */
  overview: {
    none: 'There are no lists yet.',
    askAdmins: 'Ask {admins} to make one.',
    askEditor: 'An editor can make one.',
    make: 'Make one with {create}.',
    title: '<b>{count, plural, one {# list} other {# lists}}</b>',
    others: 'More lists',
  },
  /** Buttons, and entries of menus with the same words. */
  lookUp: { text: 'Look up', label: 'Look up {list}' },
  show: { text: 'Show', label: 'Show {list}' },
  addAccounts: { text: 'Add accounts…', label: 'Add accounts…: to {list}' },
  removeAccounts: { text: 'Remove accounts…', label: 'Remove accounts…: from {list}' },
  remove: { text: 'Delete', label: 'Delete {list}' },
  fill: { text: 'Make this list…', label: 'Make this list…: {list}' },
  make: { text: 'New list…', label: 'New list…: opens a form' },
  see: { text: 'See the lists', label: 'See the lists: all of them' },
  newDigest: { text: 'New digest…', label: 'New digest…: opens a form' },
  faults: {
    /** Names every action behind `list`. */
    unknownAction: '{command} takes create, add, remove, show or delete, not {word}.',
    unknownActionOfViewer: '{command} takes show and the name of a list, not {word}.',
    didYouMean: 'Did you mean {command}?',
    typeItLike: 'Try {example}.',
    missingName: 'Which list? Try {example}.',
    missingWhoToAdd: 'Which accounts go on {list}? Try {example}.',
    missingWhoToRemove: 'Which accounts leave {list}? Try {example}.',
    surplusWord: '{word} doesn’t belong there. Try {example}.',
  },
} as const;
