/** Lower case, so that `list:Creators` and `list:creators` are one. */
const LIST_NAME = /^[a-z0-9][a-z0-9_-]{0,39}$/;

/** A list's name that passed `readListName`. */
export type ListName = string & { readonly __brand: 'ListName' };

/** Takes text as a list's name: 1–40 letters, digits, `-` and `_`, beginning with a letter or digit; case doesn't count. */
export function readListName(text: string): ListName | undefined {
  const name = text.toLowerCase();
  return LIST_NAME.test(name) ? (name as ListName) : undefined;
}
