import { ApiError } from '../api-error.ts';
import type { CallLog } from '../http/call-log.ts';
import type { Faults } from '../http/faults.ts';
import { answerFault, type HttpAnswer, jsonAnswer, type Outcome } from '../http/http-answer.ts';
import { type ApiRequest, readApiRequest } from '../http/web-api-args.ts';
import type { InstalledApp } from '../installed-app.ts';
import type { JsonObject } from '../json-values.ts';
import type { Credentials } from '../workspace-types.ts';
import type { Method, MethodFamily } from './method.ts';
import { demandScopes } from './scopes.ts';

interface Options {
  readonly app: InstalledApp;
  readonly credentials: Credentials;
  readonly methods: MethodFamily;
  readonly faults: Faults;
  readonly calls: CallLog;
  /** Why the bot token no longer works; undefined while it does. */
  readonly revoked: () => string | undefined;
}

/** Answers Web API requests. An error is an answer too: HTTP 200 with `ok: false`, or 429 with `Retry-After`. */
export function createWebApi(options: Options): (request: ApiRequest) => Outcome {
  const { app, methods, faults, calls } = options;

  const respond = ({ method }: ApiRequest, read: ReturnType<typeof readApiRequest> | ApiError): HttpAnswer => {
    const outcome = read instanceof ApiError ? read : attempt(() => runMethod(options, method, read.token, read.args));
    if (outcome instanceof ApiError && outcome.error === 'ratelimited') {
      return jsonAnswer(429, { ok: false, error: 'ratelimited' }, { 'retry-after': '1' });
    }
    const body =
      outcome instanceof ApiError ? { ok: false, error: outcome.error, ...outcome.details } : { ok: true, ...outcome };
    return jsonAnswer(200, body, {
      'x-oauth-scopes': [...app.scopes].join(','),
      'x-accepted-oauth-scopes': (findMethod(methods, method)?.scopes ?? []).join(','),
    });
  };

  return (request) => {
    const read = attempt(() => readApiRequest(request));
    const fault = faults.take(request.method, read instanceof ApiError ? {} : read.args);
    const outcome = fault ? answerFault(fault, () => respond(request, read)) : respond(request, read);
    calls.add({ method: request.method, args: read instanceof ApiError ? {} : read.args, outcome });
    return outcome;
  };
}

/** Checks in Slack's order: the method, the token, its scopes, and only then the arguments. */
function runMethod(
  { app, credentials, methods, revoked, faults }: Options,
  name: string,
  token: string | undefined,
  args: JsonObject,
): JsonObject {
  const method = findMethod(methods, name);
  if (!method) throw new ApiError('unknown_method', { req_method: name });
  const run = (by: 'bot' | 'app' | undefined): JsonObject => {
    faults.judge(name, args);
    return method.run(args, by);
  };
  if (method.token === 'none') return run(undefined);
  if (token === undefined || token === '') throw new ApiError('not_authed');

  const caller = token === credentials.botToken ? 'bot' : token === credentials.appToken ? 'app' : undefined;
  if (caller === undefined) throw new ApiError('invalid_auth');
  const lost = caller === 'bot' ? revoked() : undefined;
  if (lost !== undefined) throw new ApiError(lost);
  if (method.token !== 'any' && method.token !== caller) throw new ApiError('not_allowed_token_type');

  demandScopes(app, method.scopes);
  return run(caller);
}

function findMethod(methods: MethodFamily, name: string): Method | undefined {
  return Object.hasOwn(methods, name) ? methods[name] : undefined;
}

function attempt<T>(work: () => T): T | ApiError {
  try {
    return work();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}
