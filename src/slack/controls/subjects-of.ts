import { readDigestId } from '../../digests/types.ts';
import { readWatchId } from '../../digests/watches/types.ts';
import { describeSubject } from '../../followstats/access/rules.ts';
import type { NoticeSubject } from '../../followstats/homes.ts';
import type { Answered } from '../conversation/conversation.ts';

/** What an answer is about, as far as a Home shows that: once that is different, the answer may be true no more. */
export function subjectsOf({
  invocation: { command },
  answer,
}: Pick<Answered, 'invocation' | 'answer'>): readonly NoticeSubject[] {
  if (answer.kind === 'digest-changed') return [{ kind: 'digest', id: answer.digest.id, slot: answer.slot }];
  switch (command.kind) {
    case 'digest-edit':
    case 'digest-run':
    case 'digest-pause':
    case 'digest-resume':
    case 'digest-delete':
    case 'digest-restore':
    case 'digest-log': {
      const id = readDigestId(command.id);
      return id === undefined ? [] : [{ kind: 'digest', id }];
    }
    case 'watch-edit':
    case 'watch-pause':
    case 'watch-resume':
    case 'watch-mute':
    case 'watch-unmute':
    case 'watch-delete':
    case 'watch-restore': {
      const id = readWatchId(command.id);
      return id === undefined ? [] : [{ kind: 'watch', id }];
    }
    case 'list-create':
    case 'list-add':
    case 'list-remove':
    case 'list-delete':
    case 'list-show':
      return command.name === undefined ? [] : [{ kind: 'list', name: command.name }];
    case 'link':
    case 'unlink':
      return [{ kind: 'link', personId: command.personId }];
    case 'allow':
    case 'revoke':
      return command.subjects.map((subject) => ({ kind: 'rule', subject: describeSubject(subject) }));
    default:
      return [];
  }
}
