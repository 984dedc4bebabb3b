import type { SlackFile } from '../slack/types.ts';
import type { Workspace } from '../slack/workspace-types.ts';
import type { Answer } from './answer.ts';

/**
 * Returns the file with this id as a download; undefined when no person in the workspace can see one.
 * The reader of the page plays every person, so it is enough that one of them sees it.
 */
export function findDownload(workspace: Workspace, fileId: string): Answer | undefined {
  for (const person of workspace.people) {
    for (const channel of workspace.channels) {
      const files = workspace.messagesFor(person.id, channel.id).flatMap((message) => message.files);
      const file = files.find(({ id }) => id === fileId);
      if (file) return toDownload(file);
    }
  }
  return undefined;
}

function toDownload({ name, content }: SlackFile): Answer {
  return {
    status: 200,
    // Never a type that a browser would open in the page's origin.
    contentType: 'application/octet-stream',
    body: content,
    headers: { 'content-disposition': `attachment; filename*=UTF-8''${encodeRfc5987(name)}` },
  };
}

/** RFC 5987 leaves out four marks that `encodeURIComponent` keeps. */
function encodeRfc5987(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
