import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { APP, readDeployFile } from './deployed-app.ts';
import { type Resource, unknownFields, validateResource } from './kubernetes-models.ts';

interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
}

interface Container {
  readonly image: string;
  readonly envFrom: readonly object[];
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string; readonly readOnly?: boolean }[];
  readonly startupProbe: Probe;
  readonly livenessProbe: Probe;
  readonly readinessProbe: Probe;
  readonly lifecycle?: { readonly preStop: { readonly sleep: { readonly seconds: number } } };
}

interface Workload extends Resource {
  readonly spec: {
    readonly replicas: number;
    readonly template: {
      readonly metadata: { readonly labels: Readonly<Record<string, string>> };
      readonly spec: {
        readonly terminationGracePeriodSeconds: number;
        readonly securityContext: object;
        readonly containers: readonly [Container];
      };
    };
  };
}

const FOLDER = join(import.meta.dirname, '../../manifest/deploy/kubernetes');

const resources = globSync('*.yaml', { cwd: FOLDER }).flatMap((path) =>
  parseAllDocuments(readDeployFile(`kubernetes/${basename(path)}`), { merge: true }).map(
    (document): readonly [name: string, resource: Resource] => {
      const resource: Resource = document.toJS();
      return [`${resource.kind} of ${path}`, resource];
    },
  ),
);
const ofKind = <Kind>(kind: string) => resources.flatMap(([, one]) => (one.kind === kind ? [one as Kind] : []));
const workloads = [...ofKind<Workload>('Deployment'), ...ofKind<Workload>('StatefulSet')];
const podOf = ({ spec }: Workload) => spec.template.spec;

test.each(resources)('the %s is as Kubernetes’ schema says', (_name, resource) => {
  expect(() => validateResource(resource)).not.toThrow();
});

test('no resource has a field that Kubernetes doesn’t know', () => {
  expect(unknownFields(resources.map(([, resource]) => resource))).toBe('');
});

test('a misspelt field would be found', () => {
  const [deployment] = ofKind<Workload>('Deployment');
  const misspelt = { ...deployment, spec: { ...deployment?.spec, replica: 3 } };
  expect(unknownFields([misspelt as unknown as Resource])).toContain(`'"replica"' does not exist`);
});

test('three replicas share a Postgres, and there is but one with an embedded store', () => {
  expect(workloads.map(({ kind, spec }) => [kind, spec.replicas])).toEqual([
    ['Deployment', 3],
    ['StatefulSet', 1],
  ]);
  expect(ofKind('PodDisruptionBudget')).toMatchObject([
    { spec: { selector: { matchLabels: workloads[0]?.spec.template.metadata.labels } } },
  ]);
});

test('every variable that is set is one that the app reads, and no secret has a value', () => {
  const maps = ofKind<Resource & { data: Readonly<Record<string, string>> }>('ConfigMap');
  const secrets = ofKind<Resource & { stringData: Readonly<Record<string, string>> }>('Secret');
  const set = [
    ...maps.flatMap(({ data }) => Object.keys(data)),
    ...secrets.flatMap(({ stringData }) => Object.keys(stringData)),
  ];
  expect(set.filter((name) => !APP.variables.includes(name))).toEqual([]);
  expect(new Set(secrets.flatMap(({ stringData }) => Object.values(stringData)))).toEqual(new Set(['']));
  for (const workload of workloads)
    expect(podOf(workload).containers[0].envFrom).toEqual([
      { configMapRef: { name: maps[0]?.metadata.name } },
      { secretRef: { name: secrets[0]?.metadata.name } },
    ]);
});

test.each(workloads.map((workload) => [workload.kind, workload] as const))(
  'user, port, folder and paths of the %s are the image’s',
  (_kind, workload) => {
    const pod = podOf(workload);
    const [container] = pod.containers;
    const [uid, gid] = APP.user.split(':').map(Number);
    expect(pod).toMatchObject({ securityContext: { runAsNonRoot: true, runAsUser: uid, runAsGroup: gid } });
    expect(container).toMatchObject({ securityContext: { readOnlyRootFilesystem: true } });
    expect(container.ports[0]).toEqual({ name: 'http', containerPort: APP.port });
    // A replica that was given no DATABASE_URL would otherwise begin a store of its own.
    const isReadOnly = workload.kind === 'Deployment';
    expect(container.volumeMounts.map(({ mountPath, readOnly = false }) => ({ mountPath, readOnly }))).toEqual([
      { mountPath: APP.dataFolder, readOnly: isReadOnly },
    ]);
    const probes = [container.startupProbe, container.livenessProbe, container.readinessProbe];
    expect(probes.map(({ httpGet }) => httpGet)).toEqual(
      ['/healthz', '/healthz', '/readyz'].map((path) => ({ path, port: 'http' })),
    );
    expect(new Set(probes.map(({ httpGet }) => httpGet.path))).toEqual(new Set(APP.healthPaths));
  },
);

test('the store is copied from the volume of the pod that had it, once, by a pod that gets no requests', () => {
  const [{ spec } = {}] = ofKind<{ spec: { backoffLimit: number; template: Workload['spec']['template'] } }>('Job');
  const [embedded] = ofKind<Workload & { spec: { volumeClaimTemplates: readonly Resource[] } }>('StatefulSet');
  const [service] = ofKind<{ spec: { selector: Readonly<Record<string, string>> } }>('Service');
  if (!spec || !embedded || !service) throw new Error('something is missing');
  const { securityContext, containers } = embedded.spec.template.spec;
  const { image, envFrom, volumeMounts } = containers[0];
  const claimName = `${embedded.spec.volumeClaimTemplates[0]?.metadata.name}-${embedded.metadata.name}-0`;
  expect(spec).toMatchObject({ backoffLimit: 0, template: { spec: { restartPolicy: 'Never', securityContext } } });
  expect(spec.template.spec).toMatchObject({
    containers: [{ image, envFrom, volumeMounts, command: ['node', 'dist/cli.mjs', 'copy-store'] }],
    volumes: [{ name: volumeMounts[0]?.name, persistentVolumeClaim: { claimName } }],
  });
  expect(spec.template.metadata.labels).not.toMatchObject(service.spec.selector);
});

test('a pod has longer than the app needs to finish', () => {
  for (const workload of workloads) {
    const [{ lifecycle }] = podOf(workload).containers;
    const before = lifecycle?.preStop.sleep.seconds ?? 0;
    expect(podOf(workload).terminationGracePeriodSeconds).toBeGreaterThan(before + APP.graceSeconds);
  }
});

test('service, policy and monitor find the pods, by ports that these have', () => {
  const [service] = ofKind<Resource & { spec: { selector: object; ports: { name: string; targetPort: string }[] } }>(
    'Service',
  );
  for (const { spec } of workloads) {
    expect(spec.template.metadata.labels).toMatchObject(service?.spec.selector ?? {});
    const names = spec.template.spec.containers[0].ports.map(({ name }) => name);
    expect(service?.spec.ports.map(({ targetPort }) => targetPort)).toEqual(names);
  }
  expect(ofKind('NetworkPolicy')).toMatchObject([{ spec: { podSelector: { matchLabels: service?.spec.selector } } }]);
  expect(ofKind('ServiceMonitor')).toMatchObject([
    { spec: { selector: { matchLabels: service?.spec.selector }, endpoints: [{ port: 'metrics' }] } },
  ]);
});

const PAGE = readDeployFile('README.md');
const [, kubernetesPage = ''] = PAGE.split('\n## With Kubernetes\n');

test('what has an example for its value is named before anything is applied', () => {
  const [map] = ofKind<Resource & { data: Readonly<Record<string, string>> }>('ConfigMap');
  const examples = Object.keys(map?.data ?? {}).filter((name) => /^(?:TENCENT|FOLLOWSTATS)_/.test(name));
  expect(examples).not.toEqual([]);
  const [before = ''] = kubernetesPage.split('kubectl apply');
  expect(examples.filter((name) => !before.includes(name))).toEqual([]);
});

test('every file with an image to be set is named where README.md says so', () => {
  const withImage = globSync('*.yaml', { cwd: FOLDER }).filter((name) =>
    /^ *(?:- )?image: followstats:/m.test(readDeployFile(join('kubernetes', name))),
  );
  const [said = ''] = /^- In .+ set `image` to .+$/m.exec(kubernetesPage) ?? [];
  expect(withImage).not.toEqual([]);
  expect(withImage.filter((name) => !said.includes(`\`${name}\``))).toEqual([]);
});

test('the command of README.md makes a rule of the Prometheus operator with all alerts', () => {
  const [, command = ''] = /^ {4}(.+) \| kubectl apply -f -$/m.exec(kubernetesPage) ?? [];
  const rule: Resource & { spec: unknown } = parse(
    execFileSync('sh', ['-c', command], { cwd: FOLDER, encoding: 'utf8' }),
  );
  expect(() => validateResource(rule)).not.toThrow();
  expect(unknownFields([rule])).toBe('');
  expect([rule.kind, rule.spec]).toEqual(['PrometheusRule', parse(readDeployFile('alerts.yml'))]);
});
