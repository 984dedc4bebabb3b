/** The page asked for something that can't be done. The message is one sentence, shown to the person as it is. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}
