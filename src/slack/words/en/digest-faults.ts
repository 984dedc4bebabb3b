/** What is wrong with a command about digests. */
export const digestFaults = {
  /** `suggestion`: the command that was meant. */
  meantAction: '{digest} has no {word}. Did you mean {suggestion}?',
  /** Names every action. */
  unknownAction: '{digest} has no {word}. It has new, list, edit, run, pause, resume, delete, restore and log.',
  missingId: 'Which digest? Add its number, like {example}.',
  surplusWord: '{word} is too much here. Type it like {example}.',
} as const;
