import type { ComponentChild } from 'preact';
import type { Attachment, Block } from '../slack/types.ts';
import { Blocks } from './blocks/block.tsx';
import { Mrkdwn } from './blocks/mrkdwn.tsx';
import { inOrder, shapesOf, textOf } from './blocks/shape.ts';

/** Secondary attachments: a bar at the side, then what each of them says. */
export function Attachments({ attachments }: { attachments: readonly Attachment[] }): ComponentChild {
  return inOrder(attachments).map(({ place, item }) => <AttachmentView key={place} attachment={item} />);
}

function AttachmentView({ attachment }: { attachment: Attachment }): ComponentChild {
  const blocks = shapesOf(attachment.blocks).filter((block): block is Block => typeof block.type === 'string');
  const title = textOf(attachment.title);
  const lines = [textOf(attachment.pretext), title && `*${title}*`, textOf(attachment.text)].filter(
    (line) => line !== '',
  );
  const fields = shapesOf(attachment.fields).map(({ title, value }) => `*${textOf(title)}*\n${textOf(value)}`);
  const words =
    blocks.length + lines.length + fields.length > 0 ? [...lines, ...fields] : [textOf(attachment.fallback)];
  return (
    <div class="attachment">
      {inOrder(words).map(({ place, item }) => (
        <Mrkdwn key={place} text={item} />
      ))}
      <Blocks blocks={blocks} />
    </div>
  );
}
