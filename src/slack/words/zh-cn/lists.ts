import { translate } from '../catalogue.ts';
import { lists as en } from '../en/lists.ts';

export const lists = translate(en, {
  created: '已创建 {list}，包含 {size, number} 个账号。',
  createdEmpty: '已创建 {list}，其中还没有账号。',
  added: '已向 {list} 添加 {changed, number} 个账号，现有 {size, number} 个。',
  addedSome:
    '已向 {list} 添加 {changed, number} 个账号（另有 {already, number} 个原本就在其中），现有 {size, number} 个。',
  addedNone: '这些账号都已在 {list} 中，无需添加。',
  nothingToAdd: '没有向 {list} 添加账号。',
  removed: '已从 {list} 移除 {changed, number} 个账号，剩余 {size, number} 个。',
  removedSome:
    '已从 {list} 移除 {changed, number} 个账号（另有 {already, number} 个原本就不在其中），剩余 {size, number} 个。',
  removedNone: '这些账号都不在 {list} 中，无需移除。',
  nothingToRemove: '没有从 {list} 移除账号。',
  deleted: '已删除列表 {list}，其中原有 {size, number} 个账号。',
  deletedEmpty: '已删除空列表 {list}。',
  heldBelow: '账号太多，无法撤销。账号列在下方，方便重新添加。',
  undo: { text: '撤销', label: '撤销：重新创建 {list}' },
  undoRemoval: { text: '撤销', label: '撤销：重新添加到 {list}' },
  unchanged: {
    exists: '{list} 已存在，未作更改。',
    tooManyLists: '已有 {max, number} 个列表，达到上限。请先删除一个。',
    tooManyAccounts:
      '{list} 最多 {max, number} 个账号，这样会有 {size, number} 个，因此未作更改。请将部分账号放进另一个列表，例如 {create}。',
  },
  tooManyToLookUp: '一次最多查询 {max, number} 个账号。',
  useDigest: '简报没有这个限制，可用 {digest} 新建。',
  one: '{list} · {size, plural, =0 {空} other {# 个账号}}',
  more: '另有 {left, number} 个账号。',
  overview: {
    none: '还没有列表。',
    askAdmins: '请联系 {admins} 创建。',
    askEditor: '请联系编辑者创建。',
    make: '可用 {create} 创建。',
    title: '<b>{count, number} 个列表</b>',
    others: '更多列表',
  },
  lookUp: { text: '查询', label: '查询 {list}' },
  show: { text: '查看', label: '查看 {list}' },
  addAccounts: { text: '添加账号…', label: '添加账号…：{list}' },
  removeAccounts: { text: '移除账号…', label: '移除账号…：{list}' },
  remove: { text: '删除', label: '删除 {list}' },
  fill: { text: '创建此列表…', label: '创建此列表…：{list}' },
  make: { text: '新建列表…', label: '新建列表…：打开表单' },
  see: { text: '查看列表', label: '查看列表：所有列表' },
  newDigest: { text: '新建简报…', label: '新建简报…：打开表单' },
  faults: {
    unknownAction: '{command} 后面不能用 {word}，可用 create、add、remove、show 或 delete。',
    unknownActionOfViewer: '{command} 后面不能用 {word}，可用 show 加列表名称。',
    didYouMean: '您要输入的是 {command} 吗？',
    typeItLike: '正确写法如 {example}。',
    missingName: '请加上列表名称，例如 {example}。',
    missingWhoToAdd: '要将哪些账号加入 {list}？例如 {example}。',
    missingWhoToRemove: '要从 {list} 移除哪些账号？例如 {example}。',
    surplusWord: '{word} 是多余的，正确写法如 {example}。',
  },
});
