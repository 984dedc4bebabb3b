import { translate } from '../catalogue.ts';
import { digestNotices as en } from '../en/digest-notices.ts';

export const digestNotices = translate(en, {
  made: '简报“{title}”将发布到本频道：{schedule}。下一期：{next}。',
  madeDirect: '您将在这里收到简报“{title}”：{schedule}。下一期：{next}。',
  changed: '简报“{title}”已修改：{schedule}。下一期：{next}。',
  failed: '您的简报 {digest}（{place}）未能发布，原定于 {slot}（{zone}）。',
  paused: '您的简报 {digest}（{place}）已暂停。',
  changes: {
    edit: '{person} 编辑了您的简报 {digest}。',
    pause: '{person} 暂停了您的简报 {digest}。',
    resume: '{person} 恢复了您的简报 {digest}。',
    delete: '{person} 删除了您的简报 {digest}。十分钟内可撤销。',
    deleteForGood: '{person} 删除了您的简报 {digest}。',
    restore: '{person} 找回了您的简报 {digest}。',
  },
  at: '{at}（{zone}）',
  delivery: {
    unknown: '不确定您的简报 {digest}（{place}）是否已送达，因为没有收到 Slack 的响应。原定于 {slot}（{zone}）。',
    pleaseLook: '请到发布的地方看看有没有这一期。',
    itArrived: { text: '已送达', label: '已送达：保留现有的这一期' },
    postAgain: { text: '再次发布', label: '再次发布：重新发送这一期简报' },
    arrived: '好的，{digest} 已送达，不再重发。',
    again: '正在再次发布 {digest}。',
    settled: '这一期此前已处理过。',
    gone: '这份简报已被删除，因此没有发布。',
    otherVersion: '此按钮来自其他版本的 followstats，因此操作未执行。',
    notSaved: '暂时无法保存，请稍后再次点击。',
  },
});
