import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkFolder } from '../../../src/cli/field-test/write-report.ts';
import { ConfigError } from '../../../src/errors.ts';
import { temporaryFolder } from '../../store/new-store.ts';

test('a folder that can’t take the report is named as the fault before anything is tried', async () => {
  const folder = temporaryFolder();
  await expect(checkFolder(folder)).resolves.toBeUndefined();
  await expect(checkFolder(join(folder, 'gone'))).rejects.toEqual(
    new ConfigError(["the report is written into the current folder, which can't be written (ENOENT)"]),
  );
});
