import { translate } from '../catalogue.ts';
import { relations as en } from '../en/relations.ts';

const rows = '{rows, number} 个账号';
const read = '已读取 {done, number} 个';

export const relations = translate(en, {
  titles: { fans: '粉丝', following: '关注', mutual: '互关' },
  close: '关闭',
  back: '返回',
  opening: '正在打开…',
  notOpened: 'Slack 未能打开名单（{code}），请点击按钮打开。',
  open: {
    fans: { text: '粉丝', label: '粉丝：关注此账号的账号' },
    following: { text: '关注', label: '关注：此账号关注的账号' },
    mutual: { text: '互关', label: '互关：与此账号互相关注的账号' },
  },
  openLate: { text: '打开名单', label: '打开名单：在窗口中显示' },
  head: {
    fans: '{account}：{all, number} 位粉丝。',
    following: '{account} 关注了 {all, number} 个账号。',
    mutual: '{account} 与 {all, number} 个账号互相关注。',
  },
  headUncounted: {
    fans: '{account} 的粉丝：',
    following: '{account} 关注的账号：',
    mutual: '与 {account} 互相关注的账号：',
  },
  none: {
    fans: '没有账号关注 {account}。',
    following: '{account} 没有关注任何账号。',
    mutual: '没有账号与 {account} 互相关注。',
  },
  row: '{account} · 自{since}起',
  range: '第 {from, number} 至 {to, number} 个，按 Chat 给出的顺序排列，截至 {at}。',
  cut: '名单未完，但此处无法继续翻页，CSV 中有全部内容。',
  lapsed: '名单打开已久，无法翻页，以下从头显示。',
  previous: { text: '上一页', label: '上一页：前面的账号' },
  next: { text: '下一页', label: '下一页：后面的账号' },
  csv: { text: '全部 CSV', label: '全部 CSV：以私信文件获取整个名单' },
  file: {
    begun: '正在生成 CSV，完成后由 followstats 私信给您。',
    yours: '已在为您生成一份名单 CSV。请等待完成，或在与 followstats 的私信中取消。',
    full: '目前正在生成的名单 CSV 过多，请过几分钟再点击按钮。',
    notTaken: 'Slack 拒绝 followstats 给您发私信（{code}）。请联系工作区管理员。',
    notSent: '消息未能发送到 Slack，请稍后再次点击按钮。',
    titles: { fans: '{account} 的粉丝', following: '{account} 关注的账号', mutual: '与 {account} 互相关注的账号' },
    columns: { since: '关注时间' },
  },
  progress: {
    of: {
      fans: `正在生成 {account} 的粉丝 CSV：共约 {all, number} 个，${read}。`,
      following: `正在生成 {account} 所关注账号的 CSV：共约 {all, number} 个，${read}。`,
      mutual: `正在生成与 {account} 互相关注账号的 CSV：共约 {all, number} 个，${read}。`,
    },
    uncounted: {
      fans: `正在生成 {account} 的粉丝 CSV：${read}。`,
      following: `正在生成 {account} 所关注账号的 CSV：${read}。`,
      mutual: `正在生成与 {account} 互相关注账号的 CSV：${read}。`,
    },
    cancel: { text: '取消', label: '取消：不再生成 CSV' },
    done: {
      fans: `{account} 的粉丝 CSV 已发到此对话：${rows}。`,
      following: `{account} 所关注账号的 CSV 已发到此对话：${rows}。`,
      mutual: `与 {account} 互相关注账号的 CSV 已发到此对话：${rows}。`,
    },
    cut: '名单更长，一份 CSV 最多包含 {most, number} 个账号。',
    unreadable: '名单中有 {items, number} 项无法识别为账号，未列入 CSV。',
    cancelled: {
      fans: '已取消生成 {account} 的粉丝 CSV。',
      following: '已取消生成 {account} 所关注账号的 CSV。',
      mutual: '已取消生成与 {account} 互相关注账号的 CSV。',
    },
    failed: {
      fans: '未能生成 {account} 的粉丝 CSV。',
      following: '未能生成 {account} 所关注账号的 CSV。',
      mutual: '未能生成与 {account} 互相关注账号的 CSV。',
    },
    stopped: '其间 followstats 已停止运行。如要重新开始，请点击按钮。',
    unconfirmed: 'followstats 在发送文件时停止运行。如果此对话中没有文件，请点击按钮重新开始。',
    again: { text: '生成 CSV', label: '生成 CSV：重新开始' },
  },
  tooLate: 'CSV 已不在生成中，无需取消。',
  missingAccount: '要查看哪个账号？请指定一个，例如 {example}。',
  surplus: '此命令只能指定一个账号，{word} 是多余的。正确写法如 {example}。',
  notOne: '{word} 可能代表多个账号，而此命令只能指定一个。正确写法如 {example}。',
});
