/** Whether an id is that of direct messages with one person. */
export function isDirectMessages(id: string): boolean {
  return id.startsWith('D');
}

/** Whether an id is a person's, which Slack takes for a channel's where something is posted to their direct messages. */
export function isPersonId(id: string): boolean {
  return /^[UW]/.test(id);
}
