import { createReaders, type Reader } from '../../src/slack/words/reader.ts';

const readers = createReaders();

/** A person who reads English, with numbers the way of a locale. */
export const readerOf = (locale = 'en-US', zone = 'UTC'): Reader => readers({ locale, zone });
