import { translate } from '../catalogue.ts';
import { homeWarnings as original } from '../en/home-warnings.ts';

export const homeWarnings = translate(original, {
  title: '<b>服务器上有 {warnings, number} 个问题需要管理员处理</b>',
  scopesRequired: 'Slack 应用缺少 followstats 必需的权限范围 {scopes}。请更新应用清单，然后重新安装应用。',
  scopesOptional: 'Slack 应用缺少权限范围 {scopes}。如非有意不授予，请授予应用清单中的全部权限范围，然后重新安装应用。',
  slackClock: '服务器的时钟与 Slack 相差 {seconds, number} 秒。请校准时钟。',
  chatClock: '服务器的时钟与 Chat 相差 {seconds, number} 秒。请校准时钟。',
  space: 'followstats 数据所在的磁盘仅剩 {megabytes, number} MB。请清理空间。',
  overdue: '有 {posts, number} 条简报未按时发布，最多已晚 {minutes, number} 分钟。原因见日志。',
  more: '在服务器上运行 {command} 可检查全部项目。',
});
