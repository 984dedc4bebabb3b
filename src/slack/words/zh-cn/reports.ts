import { translate } from '../catalogue.ts';
import { reports as en } from '../en/reports.ts';

const counts = '粉丝 {followers, number} · 关注 {following, number} · 互关 {mutual, number}';
const others = '关注 {following, number} · 互关 {mutual, number}';
const accounts = '{accounts, number} 个账号';

export const reports = translate(en, {
  row: `{account} · ${counts}`,
  rowWithChange: `{account} · 粉丝 {followers, number}（较{since} {change}）· ${others}`,
  rowUnchanged: `{account} · 粉丝 {followers, number}（较{since}无变化）· ${others}`,
  shortRows: '各账号的粉丝 / 关注 / 互关：',
  shortRowsWithChange: '各账号的粉丝（及变化）/ 关注 / 互关：',
  shortRow: '{account}：{followers, number} / {following, number} / {mutual, number}',
  shortRowWithChange: '{account}：{followers, number}（{change}）/ {following, number} / {mutual, number}',
  shortUnread: '{account}：未读取',
  shortLastKnown: '{account}：未读取，上次数据 {followers, number} / {following, number} / {mutual, number}（{at}）',
  caption: accounts,
  captionSince: `${accounts} · 变化与{since}相比`,
  captionSinceOrLater: `${accounts} · 变化与{since}相比，部分账号的对比时间更晚`,
  cut: '表格仅显示前 {shown, number} 个账号，共 {all, number} 个。',
  columns: {
    account: '账号',
    name: '名称',
    followers: '粉丝',
    following: '关注',
    mutual: '互关',
    change: '变化',
    since: '对比时间',
    status: '状态',
    code: '错误码',
    reason: '原因',
    readAt: '读取时间',
  },
  status: { read: '已读取', lastKnown: '上次数据', unread: '未读取' },
  lastKnown: '上次读取为粉丝 {followers, number}、关注 {following, number}、互关 {mutual, number}（{at}）。',
  meant: '您要找的是 {account} 吗？',
  meantPerhaps: '您要找的可能是 {account}。',
  maybeDeleted: '该账号可能已从 Chat 中删除。',
  notRefreshed: '刷新失败，以下是 {at} 的数据。',
  notRefreshedForCode: '刷新失败（{code}），以下是 {at} 的数据。',
  notRefreshedAlone: '刷新失败。',
  notRefreshedAloneForCode: '刷新失败（{code}）。',
  stillAsking: '仍在向 Chat 查询，以下是 {at} 的数据。',
  stillAskingAlone: '仍在向 Chat 查询。',
  foot: {
    asOf: '截至 {at}。',
    updated: '更新于 {at}。',
    tried: '上次尝试：{at}。',
    cachedSeconds:
      '{accounts, plural, =1 {# 个账号为 {seconds, number} 秒前的缓存数据。} other {# 个账号为缓存数据，最早的是 {seconds, number} 秒前。}}',
    cachedMinutes:
      '{accounts, plural, =1 {# 个账号为 {minutes, number} 分钟前的缓存数据。} other {# 个账号为缓存数据，最早的是 {minutes, number} 分钟前。}}',
    shared: '由 {person} 分享 · 截至 {at}',
    sharedSince: '由 {person} 分享 · 截至 {at} · 变化与 {since} 相比',
    sharedSinceOrLater: '由 {person} 分享 · 截至 {at} · 变化与 {since} 相比，部分账号的对比时间更晚',
  },
  sharedUnread: '{all, number} 个账号中有 {failed, number} 个未能读取。',
  refresh: { text: '刷新', label: '刷新：重新读取这些数据' },
  share: { text: '分享', label: '分享：让频道中的所有人看到这些数据' },
  open: { text: '查看账号', label: '查看账号：当前数据及变化' },
  lookUp: { text: '查询 {account}', label: '查询 {account}，而不是 {typo}' },
});
