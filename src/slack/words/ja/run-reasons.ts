import { translate } from '../catalogue.ts';
import { runReasons as original } from '../en/run-reasons.ts';

const lockedOut = 'Slack が followstats の接続を拒否しています。';
const giveToken = 'アプリをワークスペースに再インストールし、新しいトークンを followstats に設定してください。';

export const runReasons = translate(original, {
  unrecognized: 'このバージョンの followstats では認識できない理由です（{word}）。',
  unrecognizedState: 'このバージョンの followstats では認識できない状態です（{word}）。',
  rejected: 'Slack が投稿を受け付けませんでした。',
  runs: {
    'rate-limited': 'Slack の送信回数の制限に達しました。',
    'slack-unreachable': 'Slack に接続できませんでした。',
    'post-again': 'もう一度投稿するよう、作成者が依頼しました。',
    'sign-of-life': '1週間変化がなかったため、そのことを1行でお知らせしました。',
    found: 'Slack の応答は受け取れませんでしたが、投稿は見つかりました。',
    arrived: 'Slack の応答は受け取れませんでしたが、作成者が投稿を確認しました。',
    unchanged: '変化がありませんでした。',
    'digest-stopped': 'ダイジェストが一時停止中か、削除されていました。',
    'slack-refused': 'Slack が投稿を受け付けませんでした。',
    broken: 'followstats で問題が発生しました。',
    'no-answer': 'Slack から応答がありませんでした。',
    'holder-died': '投稿の途中で followstats が停止しました。',
    down: 'followstats が停止していました。',
  },
  lookups: {
    needs_admin: 'Chat が followstats のアクセスを拒否しました。',
    throttled: 'リクエストが多すぎて、Chat が受け付けませんでした。',
    upstream_unreachable: 'Chat に接続できませんでした。',
    upstream_status: 'Chat に接続できませんでした。',
    upstream_resting: 'Chat から応答がない状態が続いていました。',
    store_unavailable: 'followstats のデータを読み込めませんでした。',
  },
  fixes: {
    runAgain: '少し時間をおいて、もう一度投稿してください。',
    rejectedCode: 'コードの意味は、Slack のドキュメントで確認できます。',
    readLog: '詳しくは followstats のログを確認してください。',
  },
  pauses: {
    unrecognized: '一時停止の理由を、このバージョンの followstats では認識できません（{word}）。',
    unknownCode: '一時停止の理由を、このバージョンの followstats では認識できません。',
    update: '詳しく知るには、followstats をアップデートしてください。',
    rejectedThrice: 'Slack が3回続けて投稿を受け付けませんでした。',
    own: {
      'by-person': { what: '手動で一時停止されています。', fix: 'いつでも再開できます。' },
      'no-accounts': {
        what: '対象のアカウントがありません。アカウントが指定されておらず、リストも空か、削除されています。',
        fix: 'ダイジェストかそのリストに、アカウントを追加してください。',
      },
      unreadable: { what: '保存されている内容を、このバージョンの followstats では読み込めません。' },
    },
    what: {
      'not-a-member': 'followstats が {place} に参加していません。',
      'no-channel':
        '{place} が followstats から見えません。削除されたか、followstats が参加していないプライベートチャンネルです。',
      archived: '{place} はアーカイブされています。',
      restricted: '{place} ではアプリの投稿が許可されていません。',
      workspace: 'このワークスペースでは、followstats から {place} への投稿が許可されていません。',
      'messages-off': 'followstats との DM がオフになっています。',
      person: '送り先のメンバーは、followstats からの DM を受け取れません。',
      scope: 'followstats には、このワークスペースに投稿する権限がありません。',
      deactivated: lockedOut,
      revoked: lockedOut,
      expired: lockedOut,
      token: lockedOut,
    },
    fix: {
      'not-a-member': 'チャンネルで /invite を使って招待するか、別のチャンネルを選んでください。',
      'no-channel': 'followstats をチャンネルに招待するか、別のチャンネルを選んでください。',
      archived: 'アーカイブを解除するか、別のチャンネルを選んでください。',
      restricted: 'ワークスペースの管理者に許可を依頼するか、別のチャンネルを選んでください。',
      workspace: 'ワークスペースの管理者に許可を依頼してください。',
      person: '投稿先をチャンネルに変更してください。',
    },
    admins: {
      'messages-off': 'Slack アプリの設定で Messages Tab をオンにしてください。',
      scope: 'マニフェストにあるスコープをすべて追加し、アプリをワークスペースに再インストールしてください。',
      deactivated: giveToken,
      revoked: giveToken,
      expired: giveToken,
      token: giveToken,
    },
  },
});
