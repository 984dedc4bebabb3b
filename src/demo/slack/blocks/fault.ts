/**
 * Why a payload is rejected. `failed_constraint` is the code that `blocks.validate` documents and
 * `only_one_table_allowed` the one Slack answers for a second table; Slack publishes no list of the others.
 */
export type FaultCode =
  | 'failed_constraint'
  | 'missing_required_field'
  | 'invalid_additional_property'
  | 'unsupported_type'
  | 'wrong_type'
  | 'duplicate_id'
  | 'only_one_table_allowed';

/** One reason for which Slack would reject the whole payload. */
export interface BlockFault {
  /** JSON pointer from the list of blocks, `/0/text/text`; a property that is missing or too many is named by its object. */
  readonly pointer: string;
  readonly code: FaultCode;
  /** For developers, in the words Slack uses where they are known. */
  readonly message: string;
}

/** A fault of a value that has the right type and breaks a limit or a rule. */
export function failed(pointer: string, message: string): BlockFault {
  return { pointer, code: 'failed_constraint', message };
}
