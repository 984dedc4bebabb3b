import { translate } from '../catalogue.ts';
import { sending as original } from '../en/sending.ts';

export const sending = translate(original, {
  moreLinesLeftOut: '…ほか{lines, number}行は、Slack の制限で表示できません。',
  moreLinesInBlocks: '…ほか{lines, number}行は、メッセージ本文にあります。',
  rejected:
    'この結果は Slack で表示できませんでした。followstats の運用担当者に、参照番号 {reference} をお伝えください。',
  csv: {
    title: 'アカウント{accounts, number}件のフォロワー数',
    sent: 'CSV を followstats との DM に送りました。',
    notTaken: 'CSV を送れませんでした。1分ほどしてから、もう一度お試しください。',
    notTakenFor: 'CSV を送れませんでした（{code}）。',
    notAllowed: 'followstats には、まだファイルを送る権限がありません。{admins} に連絡してください。',
    notAllowedOperators:
      'followstats には、まだファイルを送る権限がありません。followstats の運用担当者に連絡してください。',
    missingScopes:
      'ファイルを送る権限がありません。Slack アプリに files:write と im:write のスコープを追加してください。',
  },
});
