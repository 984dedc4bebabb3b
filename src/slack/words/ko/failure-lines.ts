import { translate } from '../catalogue.ts';
import { failureLines as original } from '../en/failure-lines.ts';

export const failureLines = translate(original, {
  line: '⚠ {accounts}: {what}',
  besides: '{account}: {more}',
  rest: '{accounts, plural, other {그 밖에 계정 #개를 조회하지 못했습니다.}}',
  moreAccounts: '{accounts, plural, other {외 계정 #개}}',
});
