import { translate } from '../catalogue.ts';
import { reports as original } from '../en/reports.ts';

const followers = 'フォロワー {followers, number}人';
const others = 'フォロー中 {following, number}人 · 相互フォロー {mutual, number}人';
const accounts = 'アカウント {accounts, number}件';

export const reports = translate(original, {
  row: `{account} · ${followers} · ${others}`,
  rowWithChange: `{account} · ${followers}（{since}から {change}） · ${others}`,
  rowUnchanged: `{account} · ${followers}（{since}から増減なし） · ${others}`,
  shortRows: '各アカウントのフォロワー / フォロー中 / 相互フォロー：',
  shortRowsWithChange: '各アカウントのフォロワー（増減） / フォロー中 / 相互フォロー：',
  shortRow: '{account}：{followers, number} / {following, number} / {mutual, number}',
  shortRowWithChange: '{account}：{followers, number}（{change}） / {following, number} / {mutual, number}',
  shortUnread: '{account}：取得できず',
  shortLastKnown:
    '{account}：取得できず。前回の値は {followers, number} / {following, number} / {mutual, number}（{at}）',
  caption: accounts,
  captionSince: `${accounts} · {since}からの増減`,
  captionSinceOrLater: `${accounts} · {since}以降の増減`,
  cut: '表に表示しているのは、全{all, number}件のうち最初の{shown, number}件です。',
  columns: {
    account: 'アカウント',
    name: '名前',
    followers: 'フォロワー',
    following: 'フォロー中',
    mutual: '相互フォロー',
    change: '増減',
    since: '比較元の日時',
    status: '状態',
    code: 'コード',
    reason: '理由',
    readAt: '取得日時',
  },
  status: { read: '取得済み', lastKnown: '前回の値', unread: '取得できず' },
  lastKnown:
    '前回の値：フォロワー {followers, number}人、フォロー中 {following, number}人、相互フォロー {mutual, number}人（{at}）。',
  meant: '{account} のことですか？',
  meantPerhaps: '{account} のことかもしれません。',
  maybeDeleted: '削除されたアカウントの可能性があります。',
  notRefreshed: '更新できませんでした。表示しているのは{at}の値です。',
  notRefreshedForCode: '更新できませんでした（{code}）。表示しているのは{at}の値です。',
  notRefreshedAlone: '更新できませんでした。',
  notRefreshedAloneForCode: '更新できませんでした（{code}）。',
  stillAsking: 'Chat に問い合わせ中です。表示しているのは{at}の値です。',
  stillAskingAlone: 'Chat に問い合わせ中です。',
  foot: {
    asOf: '{at}時点の値です。',
    updated: '{at}に更新しました。',
    tried: '{at}に更新を試みました。',
    cachedSeconds:
      '{accounts, plural, =1 {1件はキャッシュの値です（{seconds, number}秒前）。} other {#件はキャッシュの値です（最も古いもので{seconds, number}秒前）。}}',
    cachedMinutes:
      '{accounts, plural, =1 {1件はキャッシュの値です（{minutes, number}分前）。} other {#件はキャッシュの値です（最も古いもので{minutes, number}分前）。}}',
    shared: '{person} が共有 · {at}時点',
    sharedSince: '{person} が共有 · {at}時点 · {since}からの増減',
    sharedSinceOrLater: '{person} が共有 · {at}時点 · {since}以降の増減',
  },
  sharedUnread: '{all, number}件中{failed, number}件は取得できませんでした。',
  refresh: { text: '更新', label: '更新：最新の値を取得' },
  share: { text: '共有', label: '共有：このチャンネルの全員に表示' },
  open: { text: 'アカウントを開く', label: 'アカウントを開く：フォロワー数と増減を表示' },
  lookUp: { text: '{account} を調べる', label: '{account} を調べる（{typo} の代わり）' },
});
