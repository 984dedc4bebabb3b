import { translate } from '../catalogue.ts';
import { watchAlerts as original } from '../en/watch-alerts.ts';

const followers = 'フォロワー {followers, number}人';

export const watchAlerts = translate(original, {
  reaches:
    '🔔 {account} のフォロワーが{goal, number}人に到達しました。{since}は{before, number}人、現在は{followers, number}人です。',
  'falls-below':
    '🔔 {account} のフォロワーが{goal, number}人を下回りました。{since}は{before, number}人、現在は{followers, number}人です。',
  gains: '🔔 {account} のフォロワーが{since}から{by, number}人増えました（{before, number} → {followers, number}）。',
  loses: '🔔 {account} のフォロワーが{since}から{by, number}人減りました（{before, number} → {followers, number}）。',
  disappears: '🔔 {account} が Chat にありません。{since}のフォロワーは{before, number}人でした。',
  now: '<b>現在</b>',
  isMet: `🔴 {account}：${followers}（{at}に通知）`,
  isNotMet: `⚪ {account}：${followers}`,
  isMissing: '🔴 {account}：Chat にありません',
  foot: 'ウォッチ {watch} · {rule} · {since}から（{zone}）',
  ends: {
    reaches: '{mark, number}人以下になったあと、再び{goal, number}人に到達すると、もう一度通知します。',
    'falls-below': '{mark, number}人以上になったあと、再び{goal, number}人を下回ると、もう一度通知します。',
    change: 'ここから数え直します。',
    disappears: 'Chat に戻ったあと、再び消えると、もう一度通知します。',
  },
  made: 'このチャンネルにウォッチ {watch} のアラートを投稿します：{about}。',
  madeDirect: 'この DM にウォッチ {watch} のアラートをお届けします：{about}。',
  failed: 'ウォッチ {watch} のアラートを {place} に投稿できませんでした。予定時刻は{at}（{zone}）でした。',
  paused: '{place} に通知するウォッチ {watch} を一時停止しました。',
  changes: {
    edit: '{person} があなたのウォッチ {watch} を編集しました。',
    pause: '{person} があなたのウォッチ {watch} を一時停止しました。',
    resume: '{person} があなたのウォッチ {watch} を再開しました。',
    mute: '{person} があなたのウォッチ {watch} を{until}（{zone}）までミュートしました。',
    unmute: '{person} があなたのウォッチ {watch} のミュートを解除しました。',
    delete: '{person} があなたのウォッチ {watch} を削除しました。10分以内なら元に戻せます。',
    deleteForGood: '{person} があなたのウォッチ {watch} を削除しました。',
    restore: '{person} があなたのウォッチ {watch} を元に戻しました。',
  },
  delivery: {
    unknown:
      'Slack の応答を受け取れず、ウォッチ {watch} のアラートが {place} に投稿されたかどうか確認できません。予定時刻は{at}（{zone}）でした。',
    itArrived: { text: '投稿がある', label: '投稿がある：いまの投稿をそのまま残す' },
    postAgain: { text: 'もう一度投稿', label: 'もう一度投稿：このアラートを投稿し直す' },
    arrived: 'ありがとうございます。{watch} のアラートは投稿済みなので、再投稿しません。',
    again: 'いまから {watch} のアラートをもう一度投稿します。',
    gone: 'このウォッチは削除されたため、投稿しませんでした。',
  },
});
