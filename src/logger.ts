import { randomUUID } from 'node:crypto';
import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino';

export type { Logger };

/** The second net: the first is never to build a string that holds a secret. */
const SECRET_FIELDS = [
  'token',
  'secret',
  'secretKey',
  'signingSecret',
  'usersig',
  'authorization',
  'url',
  'response_url',
];

interface Options {
  readonly level: string;
  /** Values that must not appear in any line, wherever they come from. */
  readonly secrets: readonly string[];
  readonly destination?: DestinationStream | undefined;
}

/** JSON lines on stdout (or `destination`), with every known secret's value blanked out of them. */
export function createLogger({ level, secrets, destination }: Options): Logger {
  // As they would stand inside a JSON string.
  const blanked = secrets.map((secret) => JSON.stringify(secret).slice(1, -1));
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]),
    hooks: { streamWrite: (line) => blanked.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line) },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Returns a new reference, eight hexadecimal digits, that people are shown and a log line holds. */
export function newReference(): string {
  return randomUUID().slice(0, 8);
}
