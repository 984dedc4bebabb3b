import { translate } from '../catalogue.ts';
import { changes as en } from '../en/changes.ts';

export const changes = translate(en, {
  one: {
    even: '{opening, number} + 新增 {came, number} − 流失 {left, number} = {closing, number}。',
    more: '{opening, number} + 新增 {came, number} − 流失 {left, number} + 不明 {by, number} = {closing, number}。',
    fewer: '{opening, number} + 新增 {came, number} − 流失 {left, number} − 不明 {by, number} = {closing, number}。',
  },
  each: {
    even: '{account}：{opening, number} + 新增 {came, number} − 流失 {left, number} = {closing, number}',
    more: '{account}：{opening, number} + 新增 {came, number} − 流失 {left, number} + 不明 {by, number} = {closing, number}',
    fewer:
      '{account}：{opening, number} + 新增 {came, number} − 流失 {left, number} − 不明 {by, number} = {closing, number}',
  },
  together: {
    even: '合计：{opening, number} + 新增 {came, number} − 流失 {left, number} = {closing, number}。',
    more: '合计：{opening, number} + 新增 {came, number} − 流失 {left, number} + 不明 {by, number} = {closing, number}。',
    fewer:
      '合计：{opening, number} + 新增 {came, number} − 流失 {left, number} − 不明 {by, number} = {closing, number}。',
    changed: '合计：粉丝 {closing, number}，变化 {change}。',
    same: '合计：粉丝 {closing, number}，无变化。',
  },
  since: '对比时间：{since}。',
  sinceOrLater: '对比时间：{since} 或更晚。',
  off: '没有来自 Chat 的回调，因此无法得知谁新关注、谁取消了关注。',
  turnOn: '如需接收，请设置 {variable} 并在 Chat 控制台中填写回调。',
  outages: '不明的原因：以下时间没有收到回调：{times}。',
  moreOutages: '另有 {times, number} 段较短的时间',
  lost: '不明的原因：有 {events, number} 个事件未能保存。',
  notSent: '不明的原因：缺少 Chat 的回调，或回调尚未送达。',
  nobody: '没有人新关注，也没有人取消关注。',
  came: '新增（{all, number}）：',
  cameNewest: '新增 {all, number} 人中最近的 {shown, number} 人：',
  left: '流失（{all, number}）：',
  leftNewest: '流失 {all, number} 人中最近的 {shown, number} 人：',
  person: '{account} · {at}',
  personNamed: '{account}（{name}）· {at}',
  table: {
    caption: '{accounts, number} 个账号 · 新增与流失',
    before: '此前',
    came: '新增',
    left: '流失',
    unexplained: '不明',
    now: '现在',
  },
  foot: '截至 {time}（{zone}）。',
  open: { text: '变化', label: '变化：最近 24 小时内谁新关注、谁取消了关注' },
  csv: { text: 'CSV', label: 'CSV：将全部新增与流失以文件形式私信给您' },
  file: {
    title: '{accounts, number} 个账号的新增与流失',
    tooLarge: '新增与流失超过 {most, number} 条，一个文件放不下。请减少账号或缩短时间范围。',
    event: '事件',
    follower: '粉丝',
    name: '名称',
    at: '时间',
    follow: '新增',
    unfollow: '流失',
  },
  lastEvents: {
    follow: '{account} 新增：{at}。',
    unfollow: '{account} 流失：{at}。',
    followNamed: '{account}（{name}）新增：{at}。',
    unfollowNamed: '{account}（{name}）流失：{at}。',
  },
  view: {
    title: '变化',
    notOpened: 'Slack 未能打开变化（{code}），请再次点击“变化”。',
  },
  misplacedSpan:
    '时间范围只能写一个并放在最后，因此 {word} 不能作为时间范围。您要输入的是 {suggestion} 吗？如果这是账号，请加上引号，例如 {quoted}。',
  unknownSpan:
    '{word} 不是可用的时间范围，可用的有 <code>24h</code>、<code>7d</code>、<code>30d</code>。您要输入的是 {suggestion} 吗？如果这是账号，请加上引号，例如 {quoted}。',
});
