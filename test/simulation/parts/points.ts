/** Where a replica can be killed: what it is about to do, or has just done. */
export type Point = DatabasePoint | SlackPoint | ChatPoint;

/** Where in its work with the database a replica is. */
export type DatabasePoint =
  | 'before-statement'
  | 'after-statement'
  | 'after-begin'
  | 'in-transaction'
  | 'before-commit'
  | 'after-commit';

/** `before-…`: nothing has left yet; `slack-asked`: the call has reached Slack, and Slack has not done anything yet; `slack-done`: it has, and its answer is under way. Those of `chat.postMessage` have names of their own. */
export type SlackPoint =
  | 'before-slack'
  | 'before-post'
  | 'slack-asked'
  | 'slack-done'
  | 'after-slack'
  | 'post-asked'
  | 'post-done';
export type ChatPoint = 'before-chat' | 'chat-asked' | 'after-chat';
