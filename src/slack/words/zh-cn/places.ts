import { translate } from '../catalogue.ts';
import { places as en } from '../en/places.ts';

export const places = translate(en, {
  'not-yours': {
    what: '您不在该对话中，因此不能发布到那里。',
    fix: '请选择您已加入的频道，或您与 followstats 的私信。',
  },
  'not-found': {
    what: 'followstats 看不到该频道：频道已不存在，或是 followstats 未加入的私人频道。',
    fix: '请先邀请 followstats 加入，或选择其他频道。',
  },
  'missing-scope': {
    what: 'followstats 无法确认您是否在该对话中。',
    fix: '请告知 followstats 的管理员，或选择您与 followstats 的私信。',
    fixForAdmins: '请为 Slack 应用添加权限范围 channels:read、groups:read 和 im:write。',
  },
  'no-answer': {
    what: '无法从 Slack 确认您是否在该对话中。',
    fix: '请稍后重试。',
  },
});
