import { translate } from '../catalogue.ts';
import { failures as en } from '../en/failures.ts';

export const failures = translate(en, {
  byCode: {
    missing_account: 'Chat 中没有此账号。',
    rejected_account: 'Chat 不接受此账号。',
    needs_admin: 'Chat 不允许 followstats 访问。',
    upstream_refused: 'Chat 拒绝了此请求。',
    throttled: '请求过多，Chat 暂不受理。',
    upstream_failed: 'Chat 内部出错。',
    upstream_timeout: 'Chat 未及时响应。',
    upstream_unreachable: '暂时无法连接 Chat。',
    upstream_status: '暂时无法连接 Chat。',
    upstream_garbled: '无法解析 Chat 的响应。',
    upstream_changed: 'Chat 的响应格式有变，followstats 无法识别。',
    incomplete_answer: 'Chat 未返回此账号的数据。',
    upstream_resting: 'Chat 一直没有响应，followstats 已暂停查询，片刻后恢复。',
    busy: '当前繁忙：等待处理的查询过多。',
    out_of_time: '查询超时，未能读取。',
    store_unavailable: 'followstats 暂时无法访问自身的数据。',
  },
  busyFor: '当前繁忙：等待处理的查询约需 {seconds, number} 秒。',
  help: {
    spelling: '请检查拼写和大小写。',
    again: '请稍后重试。',
    againOrTell: '请稍后重试，或告知 {admins}。',
    againOrTellOperators: '请稍后重试。如仍失败，请告知 followstats 的维护人员。',
    tell: '请告知 {admins}。',
    tellOperators: '请告知 followstats 的维护人员。',
  },
  admins: {
    upstream_timeout: '如持续出现，请检查网络，或调大 TENCENT_TIMEOUT_MS。',
    upstream_unreachable: '如持续出现，请检查网络、代理和 TENCENT_REGION。',
    upstream_status: '收到的不是 Chat 的响应，多半来自代理。HTTP 状态码见日志。',
    upstream_garbled: '如持续出现，请检查是否有代理修改了响应内容。',
    upstream_changed: '差异见日志。请查看是否有新版 followstats。',
    upstream_resting: '之前的失败原因见日志。',
    store_unavailable: '原因见日志。',
  },
  nothingRead: '<b>{accounts, plural, =0 {未能读取任何数据。} =1 {未能读取此账号。} other {# 个账号均未能读取。}}</b>',
  tryAgain: { text: '重试', label: '重试：再次向 Chat 查询' },
  unsaved: '您的更改可能未保存。重试前请先用 {command} 确认。',
});
