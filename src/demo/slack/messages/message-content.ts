import { ApiError } from '../api-error.ts';
import { validateBlocks } from '../blocks/validate.ts';
import { isObject, type JsonObject, listOf, textOf } from '../json-values.ts';
import type { Attachment, Block } from '../types.ts';
import { isBlock } from './block-ids.ts';

export interface MessageContent {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly attachments: readonly Attachment[];
}

/** What one workspace rejects and takes, whatever the documents say. */
export interface Taste {
  rejectedBlocks(): ReadonlySet<string>;
  isKnownTaken(content: unknown): boolean;
}

// chat.postMessage: "text … truncated over 40,000 characters"; the methods name msg_too_long for it.
const MAX_TEXT = 40_000;
const MAX_ATTACHMENTS = 100;

/**
 * The words and blocks of a message that the app wants shown.
 *
 * @param workspace What this workspace rejects and takes, whatever the documents say.
 * @throws {ApiError} `no_text`, `msg_too_long`, `invalid_attachments`, `invalid_blocks_format` (not an array of blocks) or
 * `invalid_blocks`, the last with `errors` and `response_metadata.messages` that say which and where.
 */
export function readContent(args: JsonObject, workspace: Taste): MessageContent {
  const text = textOf(args, 'text');
  if (text.length > MAX_TEXT) throw new ApiError('msg_too_long');

  const blocks = readBlocks(args, workspace);
  const attachments = readAttachments(args);
  if (text.trim() === '' && blocks.length + attachments.length === 0) throw new ApiError('no_text');
  return { text, blocks, attachments };
}

/** "Posting messages": "no more than 100 attachments". Their blocks are checked like any others. */
function readAttachments({ attachments = [] }: JsonObject): readonly Attachment[] {
  if (!Array.isArray(attachments)) throw new ApiError('invalid_attachments');
  if (attachments.length > MAX_ATTACHMENTS) throw new ApiError('too_many_attachments');
  const read = attachments.filter(isObject);
  const isSound = ({ blocks = [] }: Attachment): boolean => validateBlocks(blocks, 'message').length === 0;
  if (read.length < attachments.length || !read.every(isSound)) throw new ApiError('invalid_attachments');
  return read;
}

function readBlocks(args: JsonObject, { rejectedBlocks, isKnownTaken }: Taste): readonly Block[] {
  const blocks = args.blocks ?? [];
  if (!Array.isArray(blocks)) throw new ApiError('invalid_blocks_format');
  if (blocks.length === 0) return [];
  if (isKnownTaken(args)) return blocks.filter(isBlock);

  const faults = [
    ...validateBlocks(blocks, 'message'),
    ...listRejected(blocks, rejectedBlocks(), '').map((pointer) => ({ pointer, message: 'unsupported type' })),
  ];
  if (faults.length === 0) return blocks.filter(isBlock);

  const errors = faults.map(({ pointer, message }) => `${message} [json-pointer:/blocks${pointer}]`);
  throw new ApiError('invalid_blocks', {
    errors,
    response_metadata: { messages: errors.map((error) => `[ERROR] ${error}`) },
  });
}

function listRejected(blocks: readonly unknown[], rejected: ReadonlySet<string>, at: string): readonly string[] {
  return blocks.flatMap((block, index) => {
    if (!isBlock(block)) return [];
    const own = rejected.has(block.type) ? [`${at}/${index}/type`] : [];
    return [...own, ...listRejected(listOf(block, 'child_blocks'), rejected, `${at}/${index}/child_blocks`)];
  });
}
