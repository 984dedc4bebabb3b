/** What is wrong with a command about digests. */
export const digestFaults = {
  /** Names every action; `suggestion` is the command that was meant. */
  meantAction:
    'After {digest} comes new, list, edit, run, pause, resume, delete or log, not {word}. Did you mean {suggestion}?',
  unknownAction:
    'After {digest} comes new, list, edit, run, pause, resume, delete or log, not {word}. Type {example} to make one.',
  missingId: 'Which digest? Type its number, like {example}; {list} shows them all.',
  surplusWord: '{word} is too much here; type {example}.',
} as const;
