import type { CheckId, CheckStatus } from '../../../src/cli/doctor/check.ts';
import type { DoctorSeams } from '../../../src/cli/doctor/run-doctor.ts';
import type { Environment, Scene, SceneOptions } from './doctor-scene.ts';

/** One fault, made real, and what the doctor has to say of it. */
export interface Fault extends SceneOptions {
  /** Makes it real; @returns what is different in the environment. */
  readonly make?: (scene: Scene) => Environment | Promise<Environment> | undefined;
  readonly env?: Environment;
  readonly seams?: DoctorSeams;
  readonly fileFaults?: () => readonly string[];
  /** All that isn't fine, and isn't skipped. */
  readonly trouble: Partial<Record<CheckId, CheckStatus>>;
  /** Of the first of them. */
  readonly what: RegExp;
  readonly fix: RegExp;
}

/** Faults by what is wrong. */
export type Faults = Readonly<Record<string, Fault>>;

/** What a fix says where a host gives no answer. */
export const NETWORK = /network.*HTTPS_PROXY/;
