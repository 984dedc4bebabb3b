/**
 * Slack's ids, each a type of its own, so that one can't stand where another is meant. Text from outside becomes one where it is
 * declared as one; what two of them say to the compiler is only that they are different.
 */
interface Kind<Name extends string> {
  readonly __kind?: Name;
}

/** A person: `U…`, or `W…` in an enterprise. */
export type PersonId = string & Kind<'PersonId'>;
/** A user group: `S…`. */
export type GroupId = string & Kind<'GroupId'>;
/** A channel, private channel or conversation: `C…`, `G…` or `D…`. */
export type ChannelId = string & Kind<'ChannelId'>;
