import { translate } from '../catalogue.ts';
import { links as en } from '../en/links.ts';

export const links = translate(en, {
  linked: '{person} 已关联到 {account}。',
  relinked: '{person} 已关联到 {account}，不再关联 {before}。',
  unlinked: '{person} 不再关联 {account}。',
  notLinked: '{person} 没有关联账号，无需更改。',
  lookUp: { text: '查询', label: '查询 {account}' },
  undo: { text: '撤销', label: '撤销：重新将这位成员关联到 {account}' },
  unlink: { text: '取消关联', label: '取消关联：这位成员与 {account}' },
  linkSomeone: { text: '关联成员…', label: '关联成员…：选择成员对应的账号' },
  linkThem: { text: '关联账号…', label: '关联账号…：选择这位成员对应的账号' },
  see: { text: '查看所有关联', label: '查看所有关联：成员与账号的对应关系' },
  overview: {
    none: '还没有成员关联账号。可用 {link} 关联。',
    title: '<b>{people, number} 位成员关联了 {accounts, number} 个账号</b>',
    each: '{account}：{people}',
    more: '另有 {left, number} 个账号。',
    unlinkWith: '如需取消其他成员的关联，请输入 {unlink}。',
  },
  faults: {
    missingWhoToLink: '要关联哪位成员？请提及成员，例如 {example}。',
    missingWhoToUnlink: '要取消哪位成员的关联？请提及成员，例如 {example}。',
    notAPerson: '{word} 不是对成员的提及。请输入 @，再从 Slack 显示的列表中选择，例如 {example}。',
    missingAccount: '{person} 的账号是哪个？请在 @成员 之后输入 UserID，例如 {example}。',
    accountWanted: '成员只能关联账号，请将 {word} 换成 UserID，例如 {example}。',
    listLinked: '{word} 是列表，一位成员只能关联一个账号。正确写法如 {example}。',
    surplusWord: '{word} 是多余的，正确写法如 {example}。',
  },
});
