import { translate } from '../catalogue.ts';
import { who as en } from '../en/who.ts';

export const who = translate(en, {
  unclosedQuote: '{word} 缺少右引号，正确写法如 {example}。',
  textAfterQuote: '{word} 的右引号后缺少空格，正确写法如 {example}。',
  tooLong: '{word} 太长，UserID 最多 {most, number} 个字符。多个 UserID 之间请加空格，例如 {example}。',
  oneTooLong: '{word} 太长，UserID 最多 {most, number} 个字符，例如 {example}。',
  notPrintableAscii:
    '{word} 不是有效的 UserID。Chat 不支持汉字和表情符号，只支持英文字母、数字和半角符号，例如 {example}。',
  emptyQuotes: '引号内没有内容，正确写法如 {example}。',
  notAnAccount: '{word} 不是账号或成员，正确写法如 {example}。',
  badListName:
    '{word} 不能用作列表名称。名称最多 40 个字符，可用英文字母、数字、- 和 _，并以英文字母或数字开头，例如 {example}。',
  tooMany:
    '共 {count, number} 个账号，一条命令最多 {max, number} 个，从 {word} 起超出上限。请减少一些，例如 {example}。',
  tooManyGroups: '共 {count, number} 个用户组，一条命令最多 {max, number} 个。请减少一些，例如 {example}。',
  tooManyResolved:
    '共 {count, number} 个账号，一条命令最多 {max, number} 个，加上 {by} 后超出上限。请减少一些，例如 {example}。',
  unknownList: '找不到列表 {list}。可用 {show} 查看所有列表。',
  unknownListMeant: '找不到列表 {list}。您要找的是 {suggestion} 吗？可用 {show} 查看所有列表。',
  linked: {
    each: '{person} 的账号是 {account}。',
    more: '另有 {more, number} 位成员已关联账号。',
  },
  unlinked: {
    one: '{person} 还没有关联账号。',
    several: '{people} 还没有关联账号。',
    morePeople: '另外 {people, number} 位成员',
    askAdmins: '请联系 {admins} 关联。',
    askOperators: '请联系 followstats 的维护人员关联。',
    linkOne: '可用 {command} 关联。',
    linkMany: '可用 {command} 逐一关联。',
    buttonOne: { text: '关联账号…', label: '关联账号…：选择这位成员对应的账号' },
    buttonMany: { text: '关联成员…', label: '关联成员…：选择成员对应的账号' },
  },
  badLink: {
    maybe: '关联可能有误。',
    askAdmins: '请联系 {admins} 检查关联。',
    askOperators: '请联系 followstats 的维护人员检查关联。',
  },
  badList: {
    askAdmins: '请联系 {admins} 检查列表。',
    askOperators: '请联系 followstats 的维护人员检查列表。',
  },
  emptyList: {
    isEmpty: '{list} 中还没有账号。',
    askAdmins: '请联系 {admins} 添加账号。',
    askOperators: '请联系 followstats 的维护人员添加账号。',
    add: '可用 {command} 添加账号。',
  },
  group: {
    unlinked: '{group} 中还没有成员关联账号。',
    noMembers: '{group} 没有成员。',
    unread: '无法从 Slack 得知 {group} 有哪些成员。',
    missingScope: 'Slack 应用需要权限范围 {scope}。请在 OAuth & Permissions 中添加，然后重新安装应用。',
    tell: '请告知 {admins}。',
    tellOperators: '请告知 followstats 的维护人员。',
    notFound: 'Slack 中没有用户组 {group}。',
    noAnswer: '这次未能从 Slack 得知 {group} 有哪些成员，请稍后重试。',
  },
  notInChat: {
    one: 'Chat 中还没有 {account}。',
    several: 'Chat 中还没有 {accounts}。',
  },
  useMeant: { text: '改用 {account}', label: '改用 {account}，而不是 {typo}' },
});
