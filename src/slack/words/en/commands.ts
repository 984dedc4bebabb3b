/** What is wrong with a command as it was typed: each sentence names the word at fault and shows a right example. */
export const commands = {
  tooLong:
    'A command has at most {most} characters, and this one has more. Name fewer accounts, or put them on a list and look that up, like {example}.',
  unknownSubcommand: 'There is no subcommand {word}. Did you mean {suggestion}? If it is a UserID, type {lookup}.',
  unavailableSubcommand:
    '{word} is kept for a subcommand that this version doesn’t have yet. If it is a UserID, type {lookup}.',
  missingWho: 'Whom shall I look up? Name at least one account, like {example}.',
  noMentions:
    'That message mentions no person, and none wrote it, so there is nobody to look up. Type UserIDs instead, like {example}.',
  messageTooLarge: 'That message is too large to find the people in it. Type UserIDs instead, like {example}.',
  /** For an answer that is a form, where none can be opened. */
  typeToOpenForm: 'Type the command itself to open its form.',
} as const;
