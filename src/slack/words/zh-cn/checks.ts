import { translate } from '../catalogue.ts';
import { checks as en } from '../en/checks.ts';

export const checks = translate(en, {
  row: {
    mutual: '{account} 与 {other} 互相关注。',
    follows: '{account} 关注了 {other}，但未被回关。',
    isFollowed: '{other} 关注了 {account}，但未被回关。',
    none: '{account} 与 {other} 互不关注。',
  },
  summary:
    '在 {all, number} 个账号中，{account} 关注了 {follows, number} 个，有 {followers, number} 个关注它，其中 {mutual, number} 个互相关注。',
  itself: '{account} 不能关注自己，已略过。',
  itselfAlone: '{account} 不能关注自己。请指定其他账号，例如 {example}。',
  columns: { other: '账号', relation: '关注关系', follows: '关注它', followers: '被它关注' },
  cells: {
    mutual: '互相关注',
    follows: '仅 {account} 关注对方',
    isFollowed: '仅对方关注 {account}',
    none: '互不关注',
  },
  caption: '{account} 与其他 {all, number} 个账号',
  csv: {
    title: '关注关系：{account} 与其他 {all, number} 个账号',
    checked: '所查账号',
    other: '对方账号',
    follows: '所查账号关注对方',
    followers: '对方关注所查账号',
    yes: '是',
    no: '否',
    get: { text: 'CSV', label: 'CSV：以私信文件获取此结果' },
  },
  short: {
    title: '各账号的关注关系：',
    mutual: '{other}：互相关注',
    follows: '{other}：被关注',
    isFollowed: '{other}：关注',
    none: '{other}：互不关注',
  },
  shared: '由 {person} 分享 · 截至 {at}',
  refresh: { text: '刷新', label: '刷新：重新核对这些账号' },
  share: { text: '分享', label: '分享：让频道中的所有人看到' },
  missingAccount: '要核对哪个账号，与谁核对？请先写一个账号，再写其他账号，例如 {example}。',
  missingOthers: '要与谁核对？请在账号后写上其他账号，例如 {example}。',
});
