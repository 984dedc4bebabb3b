import { translate } from '../catalogue.ts';
import { watchAlerts as en } from '../en/watch-alerts.ts';

export const watchAlerts = translate(en, {
  reaches: '🔔 {account} 的粉丝达到 {goal, number}：现为 {followers, number}，{since}时为 {before, number}。',
  'falls-below': '🔔 {account} 的粉丝跌破 {goal, number}：现为 {followers, number}，{since}时为 {before, number}。',
  gains: '🔔 {account} 的粉丝自 {since} 以来增加 {by, number}：{before, number} → {followers, number}。',
  loses: '🔔 {account} 的粉丝自 {since} 以来减少 {by, number}：{before, number} → {followers, number}。',
  disappears: '🔔 Chat 中已没有 {account}。{since}时粉丝为 {before, number}。',
  now: '<b>现在</b>',
  isMet: '🔴 {account}：粉丝 {followers, number}，已于 {at} 提醒',
  isNotMet: '⚪ {account}：粉丝 {followers, number}',
  isMissing: '🔴 {account}：Chat 中没有',
  foot: '监控 {watch} · {rule} · 自 {since} 起（{zone}）',
  ends: {
    reaches: '降至 {mark, number} 或以下后，再次达到 {goal, number} 时会再提醒。',
    'falls-below': '回升至 {mark, number} 或以上后，再次跌破 {goal, number} 时会再提醒。',
    change: '从此刻起重新计数。',
    disappears: '在 Chat 中重新出现后再次消失时会再提醒。',
  },
  made: '监控 {watch} 的提醒将发布到本频道：{about}。',
  madeDirect: '您将在这里收到监控 {watch} 的提醒：{about}。',
  failed: '您的监控 {watch}（{place}）有一条提醒未能发布，原定于 {at}（{zone}）。',
  paused: '您的监控 {watch}（{place}）已暂停。',
  changes: {
    edit: '{person} 编辑了您的监控 {watch}。',
    pause: '{person} 暂停了您的监控 {watch}。',
    resume: '{person} 恢复了您的监控 {watch}。',
    mute: '{person} 将您的监控 {watch} 静音至 {until}（{zone}）。',
    unmute: '{person} 取消了您的监控 {watch} 的静音。',
    delete: '{person} 删除了您的监控 {watch}。十分钟内可撤销。',
    deleteForGood: '{person} 删除了您的监控 {watch}。',
    restore: '{person} 找回了您的监控 {watch}。',
  },
  delivery: {
    unknown: '不确定您的监控 {watch}（{place}）的提醒是否已送达，因为没有收到 Slack 的响应。原定于 {at}（{zone}）。',
    itArrived: { text: '已送达', label: '已送达：保留现有的这条提醒' },
    postAgain: { text: '再次发布', label: '再次发布：重新发送这条提醒' },
    arrived: '好的，{watch} 的提醒已送达，不再重发。',
    again: '正在再次发布 {watch} 的提醒。',
    gone: '这个监控已被删除，因此没有发布。',
  },
});
