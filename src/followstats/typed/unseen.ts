/**
 * Characters that show as nothing: all that Unicode calls default-ignorable (zero width, bidi marks, embeddings, overrides
 * and isolates, soft hyphen, BOM, variation selectors, tags, fillers), annotation marks, and controls other than white space.
 */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]|(?!\p{White_Space})\p{Cc}/gu;
const UNSEEN_OR_EMOJI = /(\p{RGI_Emoji})|[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]|(?!\p{White_Space})\p{Cc}/gv;

/**
 * Leaves out of typed text what its writer can't see, so that it is read as it looks. Takes time in proportion to the
 * text's length; callers bound that first.
 */
export function dropUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}

/**
 * The same for text that is shown again as it was written, like a title: emoji stay whole, which are often made with
 * joiners and variation selectors. Much slower than `dropUnseen` on text full of emoji.
 */
export function dropUnseenButEmoji(text: string): string {
  return text.replace(UNSEEN_OR_EMOJI, '$1');
}
