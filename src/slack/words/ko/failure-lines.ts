import { translate } from '../catalogue.ts';
import { failureLines as original } from '../en/failure-lines.ts';

export const failureLines = translate(original, {
  line: '⚠ {accounts}: {what}',
  besides: '{account}: {more}',
  ofSeveral: {
    missing_account: 'Chat에 없는 계정입니다.',
    rejected_account: 'Chat에서 허용하지 않는 계정입니다.',
    incomplete_answer: 'Chat의 응답에 수치가 없는 계정입니다.',
  },
  rest: '{accounts, plural, other {그 밖에 계정 #개도 조회하지 못했습니다.}}',
  moreAccounts: '{accounts, plural, other {다른 계정 #개}}',
});
