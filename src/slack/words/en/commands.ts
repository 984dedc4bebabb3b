/** What is wrong with a command as it was typed: each sentence names the word at fault and shows a right example. */
export const commands = {
  tooLong:
    'That’s too long: a command takes {most} characters at most. Name fewer accounts, or look up a list, like {example}.',
  unknownSubcommand:
    'There is no command {word}. Did you mean {suggestion}? For an account of that name, type {lookup}.',
  /** The same to a person who may not give the command that is near. */
  noSubcommand: 'There is no command {word}. For an account of that name, type {lookup}.',
  missingWho: 'Which accounts? Try {example}.',
  noMentions:
    'That message mentions nobody, and it wasn’t written by a person. To look accounts up yourself, try {example}.',
  messageTooLarge: 'That message is too large to read. To look accounts up yourself, try {example}.',
  /** For an answer that is a form, where none can be opened. */
  typeToOpenForm: 'This opens a form. Please type the command yourself.',
  /** Buttons that do what the sentences describe. */
  runCorrected: { text: 'Yes, run that', label: 'Yes, run that: {command}' },
  lookUpWord: { text: 'Look up the account', label: 'Look up the account: {account}' },
  lookUp: { text: 'Look up accounts…', label: 'Look up accounts…: opens a form' },
} as const;
