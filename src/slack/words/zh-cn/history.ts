import { translate } from '../catalogue.ts';
import { history as en } from '../en/history.ts';

const followers = '粉丝 {followers, number}';
const accounts = '{accounts, number} 个账号';

export const history = translate(en, {
  changedInDays: `{account}：${followers}，{days, number} 天内变化 {change}。`,
  changedInYear: `{account}：${followers}，一年内变化 {change}。`,
  sameInDays: `{account}：${followers}，{days, number} 天内无变化。`,
  sameInYear: `{account}：${followers}，一年内无变化。`,
  changedBetween: `{account}：${followers}，从 {from} 到 {to} 变化 {change}。`,
  sameBetween: `{account}：${followers}，从 {from} 到 {to} 无变化。`,
  readOnce: `{account}：${followers}（{at}）。没有其他记录可供比较。`,
  together: {
    changedInDays: `${accounts}：合计${followers}，{days, number} 天内变化 {change}。`,
    changedInYear: `${accounts}：合计${followers}，一年内变化 {change}。`,
    sameInDays: `${accounts}：合计${followers}，{days, number} 天内无变化。`,
    sameInYear: `${accounts}：合计${followers}，一年内无变化。`,
    readOnce: `${accounts}：合计${followers}。没有更早的记录可供比较。`,
    movers: '变化最大的账号：{movers}',
    mover: '{account} {change}',
  },
  noneInDays: '{accounts} 在最近 {days, number} 天内没有记录。',
  noneInYear: '{accounts} 在最近一年内没有记录。',
  noneShared: '{all, number} 个账号中有 {none, number} 个在此期间没有记录。',
  keptFrom: '账号从首次查询起开始有记录。',
  begun: '{accounts} 的记录始于 {at}。',
  begunOrLater: '{accounts} 的记录始于 {at} 或更晚。',
  lastRead: '{accounts} 的最后一条记录截至 {at}。',
  lastReadOrEarlier: '{accounts} 的最后一条记录截至 {at} 或更早。',
  gaps: '{accounts} 在以下时间点没有记录：{times}',
  chart: {
    all: '粉丝数走势',
    top: '粉丝最多的 {shown, number} 个账号（共 {all, number} 个）',
    some: '{shown, number} 个账号的粉丝数（共 {all, number} 个）',
    followers: '粉丝',
    day: '日期',
    leftOut: '图表略去了没有记录的时间点。',
    leftOutSeveral: '只要图中有一个账号没有记录，图表就会略去该时间点。',
    tooFew: '记录太少，图表中未显示：{accounts}',
  },
  table: {
    caption: '{account} 的数据走势',
    captionSeveral: `${accounts} · 粉丝数走势`,
    fewerTimes: '表格仅显示 {shown, number} 个时间点，共 {all, number} 个。CSV 中有全部记录。',
  },
  text: {
    row: `{at}：${followers}（{change}）· 关注 {following, number} · 互关 {mutual, number}`,
    firstRow: `{at}：${followers} · 关注 {following, number} · 互关 {mutual, number}`,
    missing: '{at}：–',
    times: '各日粉丝数（{times}）：',
    series: '{account}：{followers}',
    ends: '各账号最早和最新记录的粉丝数：',
    between: '；',
  },
  foot: {
    byTime: '各项数据为当天 {time} 之前的最后一条记录（{zone}）。',
    byAboutTime: '各项数据为当天 {time} 左右之前的最后一条记录（{zone}）。',
    newest: '最新记录截至 {at}。',
    shared: '由 {person} 分享。',
  },
  open: { text: '历史', label: '历史：最近 30 天的数据' },
  csv: { text: 'CSV', label: 'CSV：将全部记录以文件形式私信给您' },
  lookUp: { text: '查询', label: '查询：现在读取没有记录的账号' },
  meant: { text: '{account} 的历史', label: '{account} 的历史，而不是 {typo}' },
  file: {
    title: '{accounts, number} 个账号的历史数据',
    tooLarge: '记录超过 {most, number} 条，一个文件放不下。请减少账号或缩短时间范围。',
  },
  view: {
    title: '历史',
    back: '返回',
    opening: '正在打开…',
    notOpened: 'Slack 未能打开历史（{code}），请再次点击“历史”。',
    send: { text: '发到我的私信', label: '发到我的私信：附图表、表格和 CSV' },
    sent: '完整历史已由 followstats 私信给您。',
    notSent: '消息未能发送到 Slack。请稍后重新打开历史。',
  },
  unknownSpan:
    '{word} 不是可用的时间范围，可用的有 <code>7d</code>、<code>30d</code>、<code>90d</code>、<code>1y</code>。您要输入的是 {suggestion} 吗？如果这是账号，请加上引号，例如 {quoted}。',
});
