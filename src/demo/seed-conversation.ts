import type { Workspace } from './slack/workspace-types.ts';

/** What was said in the seeded workspace before the page opens, so that there are messages to use shortcuts on. */
export async function seedConversation(workspace: Workspace): Promise<void> {
  const [channel] = workspace.channels;
  const [maya, anders, priya] = workspace.people;
  if (!channel || !maya || !anders || !priya) return;

  const say = (personId: string, text: string): Promise<unknown> =>
    workspace.type({ personId, channelId: channel.id, text });
  await say(priya.id, `@${maya.name} @${anders.name} how did last week go for @creators-team?`);
  await say(maya.id, 'Let me see. In the menu of your message there may be something for that.');
  workspace.postAsBot({
    username: 'Community desk',
    channelId: channel.id,
    text: 'New ticket',
    attachments: [{ title: 'Ticket 4711', text: `Asked by <@${anders.id}>: follower counts look wrong` }],
  });
}
