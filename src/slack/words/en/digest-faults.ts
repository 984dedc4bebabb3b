/** What is wrong with a command about digests. */
export const digestFaults = {
  /** `suggestion`: the command that was meant. */
  meantAction: 'There’s no {word} for digests. Did you mean {suggestion}?',
  /** Names every action. */
  unknownAction: 'There’s no {word} for digests. There’s new, list, edit, run, pause, resume, delete, restore and log.',
  missingId: 'Which digest? Add its number, like {example}.',
  surplusWord: '{word} is too much here. Type it like {example}.',
} as const;
