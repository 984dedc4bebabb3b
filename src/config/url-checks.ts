/**
 * Returns whether the part before the host may have been cut by a `/`, `?` or `#` of a password: an `@` then stands behind the place
 * where the host's name ends, and the password's beginning in the place of the host.
 */
export function mayHaveCutPassword(url: string): boolean {
  return /^[a-z][a-z+.-]*:\/\/[^/?#]*[/?#].*@/is.test(url);
}

/** Returns whether each `%` begins an escape, and the escapes are UTF-8. */
export function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}
