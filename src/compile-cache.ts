import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/*
 * Loaded before the app (`npm start`), so that its sources are compiled once and not at every start. Beside the packages, since
 * what stands there is run as it is: in a temporary folder that all users share, another could put code of theirs. A folder
 * that can't be written is no fault; then nothing is kept.
 */
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'));
