import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import type { Chance } from './chance.ts';

/**
 * Makes what Node gives at random come from the seed: ids, secrets and `Math.random`. For the rest of the process, and also
 * where these functions were imported before.
 */
export function seedRandomness(chance: Chance): void {
  const bytes = (size: number): Buffer => Buffer.from(Array.from({ length: size }, () => chance.whole(0, 255)));
  const toUuid = (version: number, given: Buffer): string => {
    given.writeUInt8(((given[6] as number) & 0x0f) | (version << 4), 6);
    given.writeUInt8(((given[8] as number) & 0x3f) | 0x80, 8);
    const hex = given.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  };
  const uuidV7 = (): string => {
    const given = bytes(16);
    given.writeUIntBE(Date.now(), 0, 6);
    return toUuid(7, given);
  };
  Math.random = chance.next;
  Object.assign(crypto, {
    randomUUID: () => toUuid(4, bytes(16)),
    randomUUIDv7: uuidV7,
    randomBytes: bytes,
    randomInt: (least: number, most?: number) =>
      most === undefined ? chance.whole(0, least - 1) : chance.whole(least, most - 1),
  });
  syncBuiltinESMExports();
}
