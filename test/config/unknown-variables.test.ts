import { expect, test } from 'vitest';
import { unknownVariables } from '../../src/config/unknown-variables.ts';
import { Env } from '../../src/config.ts';

test('names that are meant for the app and not known are named, without their values', () => {
  const known = Object.fromEntries(Object.keys(Env.shape).map((name) => [name, 'x']));
  expect(unknownVariables({ ...known, PATH: '/bin', LOGLEVEL: 'info' })).toBeUndefined();
  expect(unknownVariables({ ...known, FOLLOWSTATS_PORT: '8080' })).toBe(
    'The app knows no FOLLOWSTATS_PORT, and ignores it.',
  );
  expect(unknownVariables({ FOLLOWSTATS_ADMIN: 'U1', TENCENT_KEY: 'secret' })).toBe(
    'The app knows no FOLLOWSTATS_ADMIN, TENCENT_KEY, and ignores them.',
  );
});

test('what Kubernetes says of the service followstats, and Compose of the image, is no slip of the pen', () => {
  const ofService = {
    FOLLOWSTATS_SERVICE_HOST: '10.0.0.1',
    FOLLOWSTATS_SERVICE_PORT: '80',
    FOLLOWSTATS_SERVICE_PORT_HTTP: '80',
    FOLLOWSTATS_PORT: 'tcp://10.0.0.1:80',
    FOLLOWSTATS_PORT_80_TCP: 'tcp://10.0.0.1:80',
    FOLLOWSTATS_PORT_80_TCP_PROTO: 'tcp',
    FOLLOWSTATS_PORT_80_TCP_PORT: '80',
    FOLLOWSTATS_PORT_80_TCP_ADDR: '10.0.0.1',
  };
  expect(unknownVariables({ ...ofService, FOLLOWSTATS_IMAGE: 'registry.example/followstats:1' })).toBeUndefined();
});
