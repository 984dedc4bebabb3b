import { aboutOf, type Bench, toMessage, untilTaken } from './channel-trials.ts';
import { type Content, eachKind, wholeReplies } from './contents.ts';

/** What goes to one person: messages that only they see, direct messages, a CSV. @param personId `undefined`: no one is known */
export async function tryPerson(bench: Bench, personId: string | undefined): Promise<void> {
  const { web, posting, channelId, reader, trials, cleanUp, now } = bench;
  const kinds = eachKind(reader, now());
  const nobody = 'Nobody pressed a button, and FOLLOWSTATS_ADMINS names nobody.';

  const attempt = async (way: string, words: string, content: Content, call: () => Promise<unknown>) => {
    const about = aboutOf(way, words, content);
    if (personId !== undefined) return trials.attempt(about, call);
    trials.leave(about, nobody);
    // So that nothing plainer is tried either.
    return null;
  };
  const whisper = (content: Content) =>
    attempt('ephemeral', 'for one person in the channel', content, () =>
      web.chat.postEphemeral({ ...toMessage(content), channel: channelId, user: personId ?? '' }),
    );
  for (const content of kinds) await whisper(content);
  for (const renderings of wholeReplies(reader, now())) await untilTaken(renderings, whisper);
  for (const content of kinds)
    await attempt('direct', 'in direct messages', content, async () =>
      cleanUp.posted(await posting.chat.postMessage({ ...toMessage(content), channel: personId ?? '' })),
    );

  const user = { id: 'call/users.info', tried: 'users.info of a person', isNeeded: true };
  const open = { id: 'call/conversations.open', tried: 'opening direct messages' };
  const file = { id: 'call/files.uploadV2', tried: 'a CSV in direct messages' };
  if (personId === undefined) {
    for (const about of [user, open, file]) trials.leave(about, nobody);
    return;
  }
  await trials.attempt(user, () => web.users.info({ user: personId, include_locale: true }));
  const opened = await trials.attempt(open, () => web.conversations.open({ users: personId }));
  const directId = opened?.channel?.id;
  if (directId === undefined) return trials.leave(file, 'There is no conversation to send it to.');
  await trials.attempt(file, async () => {
    const csv = {
      filename: 'followstats-field-test.csv',
      title: 'followstats field test',
      content: 'account,followers\r\n',
    };
    const { files } = await web.filesUploadV2({ channel_id: directId, ...csv });
    for (const { files: made } of files) for (const { id } of made ?? []) if (id) cleanUp.uploaded(id);
  });
}
