/** What is wrong with the words that name accounts, people or lists: each names the word at fault and shows a right example. */
export const who = {
  unclosedQuote: 'The quote at {word} is never closed. Write it like this: {example}.',
  textAfterQuote: 'Put a space after the closing quote in {word}, like this: {example}.',
  tooLong:
    '{word} is {bytes} bytes long, and a UserID has at most {most}. Separate UserIDs with spaces, like {example}.',
  notPrintableAscii:
    '{word} can’t be a UserID: Chat takes only printable ASCII characters (letters, digits, punctuation), like {example}.',
  emptyQuotes: 'There is nothing between the quotes. Write a UserID with spaces like {example}.',
  notAnAccount: '{word} is not an account or a person. Type UserIDs, like {example}.',
  badListName:
    '{word} can’t be a list: a list’s name is 1 to 40 letters, digits, - and _, beginning with a letter or digit, like {example}.',
  tooMany:
    'That is {count} accounts, and one command takes at most {max}; the first too many is {word}. Split it into several commands, like {example}.',
  tooManyGroups:
    'That is {count} user groups, and one question takes at most {max}. Name fewer at a time, like {example}.',
  tooManyResolved:
    'That is {count} accounts, and one command takes at most {max}; too many since {by}. Ask about fewer at a time, like {example}.',
  unknownList: 'There is no {list}. Type {show} to see all lists, or make it with {create}.',
  unknownListMeant:
    'There is no {list}. Did you mean {suggestion}? Type {show} to see all lists, or make it with {create}.',
} as const;
