import { Env } from '../config.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Variables of these beginnings are meant for this app, so that an unknown one is a slip of the pen. */
const OURS = /^(?:FOLLOWSTATS|TENCENT)_/;
/** What compose.yaml reads from the `.env` that it hands to the container as a whole. */
const OF_COMPOSE: ReadonlySet<string> = new Set(['FOLLOWSTATS_IMAGE']);

/**
 * Names the variables that are meant for the app and that it doesn't know.
 * @returns one sentence, without any value; `undefined` when there are none
 */
export function unknownVariables(environment: Environment): string | undefined {
  const unknown = Object.entries(environment).flatMap(([name, value = '']) =>
    OURS.test(name) && !Object.hasOwn(Env.shape, name) && !OF_COMPOSE.has(name) && !isOfService(name, value)
      ? [name]
      : [],
  );
  if (unknown.length === 0) return undefined;
  return `The app knows no ${unknown.join(', ')}, and ignores ${unknown.length === 1 ? 'it' : 'them'}.`;
}

/**
 * Whether Kubernetes has set it: into every pod it puts the addresses of the services in its namespace, `FOLLOWSTATS_PORT` and others of
 * the service `followstats`, as Docker's links did.
 */
function isOfService(name: string, value: string): boolean {
  return (
    /_SERVICE_(?:HOST|PORT)(?:_|$)|_PORT_\d+_(?:TCP|UDP|SCTP)(?:_|$)/.test(name) || /^(?:tcp|udp|sctp):/.test(value)
  );
}
