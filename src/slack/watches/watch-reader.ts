import type { Watch } from '../../digests/watches/types.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { Reader } from '../words/reader.ts';

/** In which words, numbers and times a watch tells: those of its owner. Never rejects. */
export function readerOfWatch(
  directory: Pick<SlackDirectory, 'reader'>,
  { ownerId }: Pick<Watch, 'ownerId'>,
): Promise<Reader> {
  return directory.reader(ownerId);
}
