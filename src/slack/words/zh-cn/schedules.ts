import { translate } from '../catalogue.ts';
import { schedules as en } from '../en/schedules.ts';

export const schedules = translate(en, {
  everyDay: '每天 {time}，{zone}',
  weekdays: '周一至周五 {time}，{zone}',
  weekends: '周六和周日 {time}，{zone}',
  onDays: '每{days} {time}，{zone}',
  byCron: 'cron {line}，{zone}',
  days: {
    1: '周一',
    2: '周二',
    3: '周三',
    4: '周四',
    5: '周五',
    6: '周六',
    7: '周日',
  },
  faults: {
    noDays: '请至少选择一天。',
    notATime: '请选择时间。',
    cronTooLong: 'cron 表达式最多 {most} 个字符。',
    fieldCount:
      'cron 表达式由五部分组成：分、时、日、月、星期。{count, plural, =0 {这里没有填写。} other {这里有 # 部分。}}',
    badField: {
      minute: '“分”不能是 {text}，取值范围为 0 到 59。',
      hour: '“时”不能是 {text}，取值范围为 0 到 23。',
      'day of the month': '“日”不能是 {text}，取值范围为 1 到 31。',
      month: '“月”不能是 {text}，取值范围为 1 到 12。',
      weekday: '“星期”不能是 {text}，取值范围为 1（周一）到 7（周日）。',
    },
    tooOften: '这样设置，有时每 {minutes, number} 分钟就会发布一期。两期之间请至少间隔 {least} 分钟。',
    never: '没有这样的日期，因此永远不会发布。',
    noZone: '请选择时区。',
    unknownZone: '{text} 不是时区，请从菜单中选择。',
    ambiguousZone: '{text} 可能指多个时区，请选择 {zones}。',
    shortZone: '{text} 是时区的缩写，请选择 {zone}。',
  },
});
