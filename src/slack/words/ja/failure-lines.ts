import { translate } from '../catalogue.ts';
import { failureLines as original } from '../en/failure-lines.ts';

export const failureLines = translate(original, {
  line: '⚠ {accounts}：{what}',
  besides: '{account}：{more}',
  ofSeveral: {
    missing_account: 'これらのアカウントは Chat にありません。',
    rejected_account: 'Chat がこれらのアカウントを受け付けませんでした。',
    incomplete_answer: 'Chat の応答に、これらのアカウントのフォロワー数が含まれていませんでした。',
  },
  rest: 'ほか{accounts, number}件のアカウントの情報も取得できませんでした。',
  moreAccounts: 'ほか{accounts, number}件',
});
