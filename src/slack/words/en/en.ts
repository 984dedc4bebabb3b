import { buttons } from './buttons.ts';
import { conversation } from './conversation.ts';
import { digestFaults } from './digest-faults.ts';
import { digestForm } from './digest-form.ts';
import { digestNotices } from './digest-notices.ts';
import { digestPosts } from './digest-posts.ts';
import { digestPreview } from './digest-preview.ts';
import { digests } from './digests.ts';
import { progress } from './progress.ts';
import { runReasons } from './run-reasons.ts';
import { schedules } from './schedules.ts';
import { sending } from './sending.ts';

/** English: the original, which every translation follows. One file a subject. */
export const en = {
  buttons,
  conversation,
  digestFaults,
  digestForm,
  digestNotices,
  digestPosts,
  digestPreview,
  digests,
  progress,
  runReasons,
  schedules,
  sending,
} as const;
