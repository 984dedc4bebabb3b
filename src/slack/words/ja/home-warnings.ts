import { translate } from '../catalogue.ts';
import { homeWarnings as original } from '../en/home-warnings.ts';

export const homeWarnings = translate(original, {
  title: '<b>サーバーで管理者の対応が必要な問題 {warnings, number}件</b>',
  scopesRequired:
    'Slack アプリに followstats に欠かせない {scopes} スコープがありません。マニフェストを適用し、アプリを再インストールしてください。',
  scopesOptional:
    'Slack アプリに {scopes} スコープがありません。意図的に外した場合を除き、マニフェストにあるスコープをすべて追加し、アプリを再インストールしてください。',
  slackClock: 'サーバーの時計が Slack の時計と {seconds, number}秒ずれています。正しく合わせてください。',
  chatClock: 'サーバーの時計が Chat の時計と {seconds, number}秒ずれています。正しく合わせてください。',
  space: 'followstats のデータがあるディスクの空きが残り {megabytes, number} MB です。空き容量を増やしてください。',
  overdue: 'ダイジェストの投稿 {posts, number}件が最大 {minutes, number}分遅れています。原因はログで確認できます。',
  more: 'サーバーで {command} を実行すると、すべてを点検できます。',
});
