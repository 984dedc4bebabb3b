import { translate } from '../catalogue.ts';
import { digestPosts as original } from '../en/digest-posts.ts';

/** `▲` in front of a number means “minus” in Japan, so that changes have arrows. */
export const digestPosts = translate(original, {
  headline: {
    first: 'フォロワーは<b>合計{followers, number}人</b>です。次回の投稿から増減もお知らせします。',
    up: '<b>↑ フォロワー{by, number}人増</b>（{since}から） · 合計{followers, number}人',
    down: '<b>↓ フォロワー{by, number}人減</b>（{since}から） · 合計{followers, number}人',
    upOver:
      '<b>↑ フォロワー{by, number}人増</b>（{since}から、比較できる{over, number}件分） · 合計{followers, number}人',
    downOver:
      '<b>↓ フォロワー{by, number}人減</b>（{since}から、比較できる{over, number}件分） · 合計{followers, number}人',
    same: '<b>フォロワーの増減なし</b>（{since}から） · 合計{followers, number}人',
    sameOver: '<b>フォロワーの増減なし</b>（{since}から、比較できる{over, number}件分） · 合計{followers, number}人',
    even: '<b>フォロワーの増減は差し引きゼロ</b>（{since}から） · 合計{followers, number}人',
    evenOver:
      '<b>フォロワーの増減は差し引きゼロ</b>（{since}から、比較できる{over, number}件分） · 合計{followers, number}人',
    incomparable: 'フォロワーは<b>合計{followers, number}人</b>です。前回の投稿には、比較できる数値がありません。',
    nothing:
      '<b>{accounts, plural, =1 {アカウントの情報を取得できませんでした。} other {どのアカウントの情報も取得できませんでした（#件）。}}</b>',
  },
  headlineInWords: {
    up: 'フォロワーは{since}から{by, number}人増えて、合計{followers, number}人です。',
    down: 'フォロワーは{since}から{by, number}人減って、合計{followers, number}人です。',
    upOver:
      '比較できるアカウント{over, number}件で、フォロワーは{since}から{by, number}人増えました。全体では合計{followers, number}人です。',
    downOver:
      '比較できるアカウント{over, number}件で、フォロワーは{since}から{by, number}人減りました。全体では合計{followers, number}人です。',
  },
  mover: '{account} {change}',
  dot: ' · ',
  crossing: '🔔 {account} のフォロワー増減が {passed} に達しました（{from, number}人 → {to, number}人）',
  crossingInWords:
    '{account} のフォロワー増減が {passed} に達しました。{from, number}人から{to, number}人になりました。',
  moreCrossings: 'ほか{accounts, number}件のアカウントでも、増減が設定値に達しました。',
  milestone: '🎉 {account} のフォロワーが{reached, number}人に達しました',
  moreMilestones: 'ほか{accounts, number}件のアカウントも、節目の人数に達しました。',
  added: '今回から追加：{accounts}',
  removed: '今回から対象外：{accounts}',
  gone: '⚠ Chat で見つからなくなったアカウント：{accounts}',
  back: 'Chat で再び見つかったアカウント：{accounts}',
  tableCut: '表に表示しているのは、全{all, number}件のうち最初の{shown, number}件です。',
  caption: '{accounts, plural, =1 {アカウント 1件} other {アカウント #件（増加の多い順）}}',
  captionFirst: '{accounts, plural, =1 {アカウント 1件} other {アカウント #件（フォロワーの多い順）}}',
  csvNotKept:
    'この投稿のデータがありません。保存期間が過ぎたか、まだ保存されていません。1分ほどしてから、もう一度お試しください。',
  foot: {
    read: '{rows, number}件中{read, number}件を取得',
    late: '遅れて投稿（予定は{slot}）',
    missed: '直前の{runs, number}回は未投稿',
  },
  columns: {
    account: 'アカウント',
    followers: 'フォロワー',
    sinceLast: '前回からの増減',
    sinceWeek: '7日間の増減',
    following: 'フォロー中',
    followingSinceLast: 'フォロー中の増減（前回から）',
    mutual: '相互フォロー',
    mutualSinceLast: '相互フォローの増減（前回から）',
    status: '状態',
    reason: '理由',
  },
  status: { read: '取得済み', notRead: '取得できず' },
  rows: {
    counts: '{account}：フォロワー {followers, number}、フォロー中 {following}、相互フォロー {mutual}',
    sinceLast:
      '{account}：フォロワー {followers, number}（前回から {sinceLast}）、フォロー中 {following}、相互フォロー {mutual}',
    sinceWeek:
      '{account}：フォロワー {followers, number}（7日間で {sinceWeek}）、フォロー中 {following}、相互フォロー {mutual}',
    sinceBoth:
      '{account}：フォロワー {followers, number}（前回から {sinceLast}、7日間で {sinceWeek}）、フォロー中 {following}、相互フォロー {mutual}',
    changed: '{count, number}（{change}）',
    short: '{account}：{followers, number} / {sinceLast} / {sinceWeek}',
    shortTitle: '各アカウントのフォロワー / 前回からの増減 / 7日間の増減：',
    shorter: '{account}：{followers, number} / {sinceLast}',
    shorterTitle: '各アカウントのフォロワー / 前回からの増減：',
    shortest: '{account}：{followers, number}',
    shortestTitle: '各アカウントのフォロワー：',
  },
  chart: {
    now: 'アカウント別フォロワー数',
    past: 'フォロワー数の推移',
    top: 'フォロワー数の上位{shown, number}件（全{all, number}件）',
    some: 'フォロワー数（全{all, number}件中{shown, number}件）',
    followers: 'フォロワー',
    account: 'アカウント',
    day: '日付',
    time: '時刻',
    inWords: 'フォロワー数（{instants}）：',
    inWordsByTime: 'フォロワー数（{instants}）：',
    series: '{account}：{followers}',
    between: '、',
    tooNew: '追加されたばかりで、まだグラフにないアカウント：{accounts}',
  },
});
