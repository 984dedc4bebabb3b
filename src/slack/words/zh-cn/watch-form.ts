import { translate } from '../catalogue.ts';
import { watchForm as en } from '../en/watch-form.ts';

export const watchForm = translate(en, {
  newTitle: '新建监控',
  editTitle: '编辑监控 {id}',
  wordsTitle: '监控',
  madeBy: '由 {owner} 创建，监控出问题时会通知创建者。',
  whose: '<b>监控谁？</b>请至少选择一个列表、账号或成员。',
  savedMet: {
    reaches: '已保存。{accounts}：已达到该数，因此现在不提醒，再次达到时才提醒。',
    'falls-below': '已保存。{accounts}：已低于该数，因此现在不提醒，再次跌破时才提醒。',
    disappears: '已保存。{accounts}：已不在 Chat 中，因此现在不提醒，再次消失时才提醒。',
  },
  fields: {
    kind: {
      label: '何时提醒',
      names: {
        reaches: '粉丝达到某个数',
        'falls-below': '粉丝跌破某个数',
        gains: '粉丝增加',
        loses: '粉丝减少',
        disappears: '从 Chat 中消失',
      },
    },
    followers: { label: '粉丝数' },
    absolute: { label: '变化至少多少人', hint: '人数和百分比只填一项。' },
    percent: { label: '或变化至少百分之几' },
    span: { label: '时间范围', names: { hour: '一小时内', day: '一天内', week: '一周内' } },
    channel: { label: '提醒发到', hint: '如果 followstats 不在该频道，保存时会提示如何邀请。' },
    listsHint: '每次检查都会读取列表的最新内容。还没有列表？可直接填写账号或选择成员。',
  },
  faults: {
    gone: '这个监控已被删除，因此未保存。您填写的内容仍在这里，可将需要的部分复制到新监控中。',
    full: '已有 {most} 个监控，无法再新建。请先删除一个。',
    notYours: '这个监控的提醒发布在您未加入的对话中，只有创建者和对话成员可以修改。',
    amountMissing: '请在此填写人数，或在下方填写百分比。',
    twoAmounts: '人数和百分比只填一项，请清空另一项。',
    tooManyWatched: '连同列表共 {count, number} 个账号，一个监控最多检查 {most, number} 个。请分成多个监控。',
  },
});
