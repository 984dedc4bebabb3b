import type { Digest } from '../../digests/types.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { Reader } from '../words/reader.ts';

/**
 * In which words, numbers and times a digest is posted: its own language and zone, and where it names no language its owner's.
 * Never rejects.
 */
export function readerOfDigest(
  directory: Pick<SlackDirectory, 'reader'>,
  { ownerId, language, schedule }: Pick<Digest, 'ownerId' | 'language' | 'schedule'>,
): Promise<Reader> {
  return directory.reader(ownerId, { language, zone: schedule.zone });
}
