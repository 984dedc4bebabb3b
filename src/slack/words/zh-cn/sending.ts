import { translate } from '../catalogue.ts';
import { sending as en } from '../en/sending.ts';

export const sending = translate(en, {
  moreLinesLeftOut: '另有 {lines, number} 行，Slack 无法在此显示。',
  moreLinesInBlocks: '另有 {lines, number} 行，见消息正文。',
  rejected: 'Slack 无法显示这条消息。请将参考编号 {reference} 告知 followstats 的维护人员。',
  csv: {
    title: '{accounts, number} 个账号的粉丝与关注数据',
    sent: 'CSV 已由 followstats 私信给您。',
    notTaken: 'CSV 未能发送到 Slack，请稍后重试。',
    notTakenFor: 'CSV 未能发送到 Slack（{code}）。',
    notAllowed: 'followstats 还无权在此发送文件。请告知 {admins}。',
    notAllowedOperators: 'followstats 还无权在此发送文件。请告知 followstats 的维护人员。',
    missingScopes: 'followstats 无权发送文件。请为 Slack 应用添加权限范围 files:write 和 im:write。',
  },
});
