import { translate } from '../catalogue.ts';
import { failures as original } from '../en/failures.ts';

export const failures = translate(original, {
  byCode: {
    missing_account: 'このアカウントは Chat にありません。',
    rejected_account: 'Chat がこのアカウントを受け付けませんでした。',
    needs_admin: 'Chat が followstats のアクセスを拒否しています。',
    upstream_refused: 'Chat がこのリクエストを拒否しました。',
    throttled: 'リクエストが多すぎるため、Chat が一時的に受け付けていません。',
    upstream_failed: 'Chat 側で問題が発生しました。',
    upstream_timeout: 'Chat の応答が時間内に届きませんでした。',
    upstream_unreachable: 'いまは Chat に接続できません。',
    upstream_status: 'いまは Chat に接続できません。',
    upstream_garbled: 'Chat の応答を読み取れませんでした。',
    upstream_changed: 'Chat の応答が、followstats の想定と異なります。',
    incomplete_answer: 'Chat の応答に、このアカウントのフォロワー数が含まれていませんでした。',
    upstream_resting: 'Chat から応答がないため、問い合わせを一時的に控えています。',
    busy: '混み合っています。処理待ちの問い合わせが多すぎます。',
    out_of_time: '時間内に取得できませんでした。',
    store_unavailable: 'いまは followstats のデータを読み込めません。',
  },
  busyFor: '混み合っています。処理待ちの問い合わせに約{seconds, number}秒かかります。',
  help: {
    spelling: '大文字と小文字も含めて、UserID の表記を確認してください。',
    again: '1分ほどしてから、もう一度お試しください。',
    againOrTell: '1分ほどしてからもう一度試すか、{admins} に連絡してください。',
    againOrTellOperators:
      '1分ほどしてから、もう一度お試しください。続く場合は、followstats の運用担当者に連絡してください。',
    tell: '{admins} に連絡してください。',
    tellOperators: 'followstats の運用担当者に連絡してください。',
  },
  admins: {
    upstream_timeout: '続く場合は、ネットワークを確認するか、TENCENT_TIMEOUT_MS で待ち時間を延ばしてください。',
    upstream_unreachable: '続く場合は、ネットワーク、プロキシ、TENCENT_REGION を確認してください。',
    upstream_status: '途中の別のサーバー（多くはプロキシ）が応答しています。HTTP ステータスはログで確認できます。',
    upstream_garbled: '続く場合は、通信内容を書き換えるプロキシがないか確認してください。',
    upstream_changed: '違いはログで確認できます。followstats の新しいバージョンがないか確認してください。',
    upstream_resting: '前回までの失敗の内容は、ログで確認できます。',
    store_unavailable: '原因はログで確認できます。',
  },
  nothingRead:
    '<b>{accounts, plural, =0 {情報を取得できませんでした。} =1 {このアカウントの情報を取得できませんでした。} other {どのアカウントの情報も取得できませんでした（{accounts, number}件）。}}</b>',
  tryAgain: { text: 'もう一度試す', label: 'もう一度試す：Chat に再度問い合わせる' },
  unsaved: '変更が保存されていない可能性があります。もう一度試す前に、{command} で確認してください。',
});
