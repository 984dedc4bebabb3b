import { unknownVariables } from '../../config/unknown-variables.ts';
import { type Config, readConfig, readStoreConfig } from '../../config.ts';
import { ConfigError } from '../../errors.ts';
import { type Finding, fail, ok, sentences, warn } from './check.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the configuration comes to. */
export interface ConfigCheck {
  readonly finding: Finding;
  /** `undefined` when it has a fault. */
  readonly config: Config | undefined;
  /** Where the store is; also when only other variables have faults. */
  readonly store: Config['store'] | undefined;
}

/**
 * Reads the configuration as the app would.
 * @param fileFaults what is wrong with the `.env` file, none of whose variables was read then
 */
export function checkConfig(environment: Environment, fileFaults: readonly string[]): ConfigCheck {
  const { value: config, faults } = attempt(() => readConfig(environment));
  const { value: store } = attempt(() => readStoreConfig(environment));
  if (fileFaults.length > 0) {
    const fix = 'Correct the .env file; none of it is read until then.';
    return { finding: fail(sentences(fileFaults), fix), config: undefined, store: undefined };
  }
  if (!config) {
    const fix =
      'Set it right in the environment or the .env file; the README’s table says what each variable holds, and where it comes from.';
    const unknown = unknownVariables(environment);
    const what = [sentences(faults), ...(unknown ? [unknown] : [])].join('\n');
    return { finding: fail(what, fix), config: undefined, store };
  }
  return { finding: judge(config, environment), config, store };
}

function judge(config: Config, environment: Environment): Finding {
  const unknown = unknownVariables(environment);
  if (unknown) return warn(unknown, 'Compare the spelling with the README’s table, or remove it.');
  if (config.rules.length === 0)
    return warn(
      'FOLLOWSTATS_ADMINS and FOLLOWSTATS_VIEWERS are empty, so only whom somebody has allowed from Slack gets in.',
      'Put the Slack user id of an admin into FOLLOWSTATS_ADMINS.',
    );
  return ok(
    `Every variable is in order; Slack is reached by ${config.slack.mode === 'socket' ? 'Socket Mode' : 'HTTP'}.`,
  );
}

function attempt<Value>(read: () => Value): { readonly value: Value | undefined; readonly faults: readonly string[] } {
  try {
    return { value: read(), faults: [] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { value: undefined, faults: error.faults };
  }
}
