import { readFileSync } from 'node:fs';
import { type FieldReport, readFieldReport, type Trial } from '../field-report.ts';
import type { AnswerRule } from './chat/answer-rules.ts';
import type { ContentRule } from './slack/messages/content-rules.ts';

/** What makes the stand-ins behave as a field test found Slack and Chat. */
export interface FieldRules {
  /** For the stand-in of Slack. */
  readonly contentRules: readonly ContentRule[];
  /** For that of Chat. */
  readonly answerRules: readonly AnswerRule[];
}

/** @throws {Error} when the file can't be read, or is no report of a field test */
export function readFieldRules(file: string): FieldRules {
  return fieldRulesOf(readFieldReport(readFileSync(file, 'utf8')));
}

/**
 * The rules that a report comes to: what was tried with a content is a rule of that content, what a call came to one of that call,
 * what Chat answered one of that situation. Left out is what no stand-in can follow: what people did, how a command's text arrived,
 * whether metadata is read back, headers of limits, and what wasn't tried.
 */
export function fieldRulesOf({ trials }: Pick<FieldReport, 'trials'>): FieldRules {
  const tried = trials.filter(({ outcome }) => outcome !== 'not tried');
  return {
    contentRules: tried.flatMap(toContentRule),
    answerRules: tried.flatMap(({ chat }) => (chat ? [chat] : [])),
  };
}

/** The SDK's upload is several calls, of which the first is rejected where files are. */
const FIRST_CALL: Readonly<Record<string, string>> = { 'call/files.uploadV2': 'call/files.getUploadURLExternal' };

function toContentRule({ id, content, rejection }: Trial): readonly ContentRule[] {
  if (content) return [{ ...content, rejection }];
  return id.startsWith('call/') && rejection ? [{ way: FIRST_CALL[id] ?? id, kinds: [], rejection }] : [];
}
