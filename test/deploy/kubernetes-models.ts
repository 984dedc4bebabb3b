import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as prometheus from '@kubernetes-models/prometheus-operator';
import * as kubernetes from 'kubernetes-models';

/** One resource of Kubernetes, as it stands in a file. */
export interface Resource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

type Model = new (
  resource: Resource,
) => {
  /** Throws when the resource isn't as its schema says. */
  validate(): void;
};

const models = new Map<string, Model>();
collect(kubernetes);
collect(prometheus);

/** The packages give namespaces within namespaces, each model with the version and kind that it is of. */
function collect(namespace: object): void {
  for (const member of Object.values(namespace)) {
    if (typeof member === 'function' && 'apiVersion' in member && 'kind' in member)
      models.set(`${member.apiVersion} ${member.kind}`, member as Model);
    else if (typeof member === 'object' && member !== null) collect(member);
  }
}

/** Throws with what is wrong when a resource isn't as Kubernetes' own schema says, or is of a kind that doesn't exist. */
export function validateResource(resource: Resource): void {
  const Kind = models.get(`${resource.apiVersion} ${resource.kind}`);
  if (!Kind) throw new Error(`there is no ${resource.kind} in ${resource.apiVersion}`);
  new Kind(resource).validate();
}

const PACKAGES = join(import.meta.dirname, '../../node_modules');

/**
 * Returns what the compiler says of resources that have fields which their types lack; nothing when they have none. The schemas
 * themselves let such fields pass, as a cluster does silently.
 */
export function unknownFields(resources: readonly Resource[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'followstats-resources-'));
  try {
    const file = join(folder, 'resources.ts');
    writeFileSync(file, resources.map(declare).join(''));
    const compiler = join(PACKAGES, '.bin/tsc');
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--allowImportingTsExtensions'];
    return spawnSync(compiler, [...options, '--types', '', file], { encoding: 'utf8', cwd: folder }).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function declare(resource: Resource, number: number): string {
  const { apiVersion, kind } = resource;
  const home = apiVersion.startsWith('monitoring.coreos.com/')
    ? '@kubernetes-models/prometheus-operator'
    : 'kubernetes-models';
  const type = `import('${join(PACKAGES, home, apiVersion, kind)}.d.ts').I${kind}`;
  return `export const resource${number}: ${type} = ${JSON.stringify(resource)};\n`;
}
