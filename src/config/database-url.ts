import { isDecodable, mayHaveCutPassword } from './url-checks.ts';

const FORM = 'must be a Postgres URL, postgres://USER:PASSWORD@HOST/DATABASE';
const SOCKET_FORM =
  'must name a host, or for a socket have the form postgres:///DATABASE?host=/FOLDER&user=USER&password=PASSWORD';

/** Parameters for which the driver takes any value, and reads an unknown one as a known one: name → the values allowed. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  sslmode: ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'],
  ssl: ['true', '1', '0', 'no-verify'],
  sslnegotiation: ['postgres', 'direct'],
  uselibpqcompat: ['true', 'false'],
};

/** Returns the fault of a `DATABASE_URL`, to follow the variable's name, without any of the value; `undefined` when it has none. */
export function faultOfDatabaseUrl(value: string): string | undefined {
  if (!/^postgres(ql)?:\/\//.test(value)) return FORM;
  if (mayHaveCutPassword(value)) {
    return 'must have no bare /, ? or # in its user or password, and no bare @ behind its host; write %2F, %3F, %23 and %40';
  }
  if (value.includes('#')) return 'must have no bare # in it; write %23';
  if (/\s|["'`]$/.test(value)) return 'must have no blank in it and no quote at its end; write %20, %22 or %27';
  // The driver's words for a stray % would hold the password.
  if (!isDecodable(value)) return 'must have no bare % in it; write %25';
  if (/^\w+:\/\/[^/?]*,[^/?@]*(?:[/?]|$)/.test(value)) return 'must name one host; the driver takes no list of them';
  if (!URL.canParse(value)) return /@[/?]/.test(value) ? SOCKET_FORM : FORM;
  return faultOfParameters(new URL(value).searchParams);
}

function faultOfParameters(parameters: URLSearchParams): string | undefined {
  for (const [name, allowed] of Object.entries(PARAMETERS)) {
    const values = parameters.getAll(name);
    if (values.length > 1) return `must name ${name} once`;
    if (values.some((value) => !allowed.includes(value))) return `must have one of ${allowed.join(', ')} for ${name}`;
  }
  const port = parameters.get('port');
  if (port !== null && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) return 'must have a port from 0 to 65535';
  return undefined;
}
