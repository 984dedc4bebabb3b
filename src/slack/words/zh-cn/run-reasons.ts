import { translate } from '../catalogue.ts';
import { runReasons as en } from '../en/run-reasons.ts';

const lockedOut = 'Slack 拒绝 followstats 访问。';
const giveToken = '请在工作区重新安装该应用，并为 followstats 配置新令牌。';

export const runReasons = translate(en, {
  unrecognized: '此版本的 followstats 无法识别原因（{word}）。',
  unrecognizedState: '此版本的 followstats 无法识别状态（{word}）。',
  rejected: 'Slack 拒绝发布这一期。',
  runs: {
    'rate-limited': 'Slack 要求 followstats 降低请求频率。',
    'slack-unreachable': '无法连接 Slack。',
    'post-again': '创建者要求再次发布。',
    'sign-of-life': '一周没有变化，因此只发了一行说明。',
    found: '没有收到 Slack 的响应，但已找到这一期。',
    arrived: '没有收到 Slack 的响应，但创建者已看到这一期。',
    unchanged: '没有变化。',
    'digest-stopped': '简报已暂停或删除。',
    'slack-refused': 'Slack 拒绝发布这一期。',
    broken: 'followstats 出错了。',
    'no-answer': 'Slack 一直没有响应。',
    'holder-died': 'followstats 在发布过程中停止运行。',
    down: 'followstats 当时没有运行。',
  },
  lookups: {
    needs_admin: 'Chat 当时不允许 followstats 访问。',
    throttled: '当时请求过多，Chat 未受理。',
    upstream_unreachable: '当时无法连接 Chat。',
    upstream_status: '当时无法连接 Chat。',
    upstream_resting: 'Chat 当时一直没有响应。',
    store_unavailable: 'followstats 当时无法访问自身的数据。',
  },
  fixes: {
    runAgain: '请过一会儿再次发布。',
    rejectedCode: '此错误码的含义见 Slack 文档。',
    readLog: '详情见 followstats 的日志。',
  },
  pauses: {
    unrecognized: '简报已暂停，但此版本的 followstats 无法识别原因（{word}）。',
    unknownCode: '简报已暂停，但此版本的 followstats 无法识别原因。',
    update: '请更新 followstats 以查看详情。',
    rejectedThrice: 'Slack 连续三期拒绝发布。',
    own: {
      'by-person': { what: '已由成员手动暂停。', fix: '您可以随时恢复。' },
      'no-accounts': {
        what: '简报中没有账号：没有单独填写账号，所选列表也为空或已不存在。',
        fix: '请向简报或其列表中添加账号。',
      },
      unreadable: { what: '此版本的 followstats 无法读取简报的设置。' },
    },
    what: {
      'not-a-member': 'followstats 不在 {place} 中。',
      'no-channel': 'followstats 看不到 {place}：频道已不存在，或是 followstats 未加入的私人频道。',
      archived: '{place} 已归档。',
      restricted: '应用无权在 {place} 发布消息。',
      workspace: '此工作区不允许 followstats 在 {place} 发布消息。',
      'messages-off': '与 followstats 的私信已关闭。',
      person: '收件人不接收 followstats 的私信。',
      scope: 'followstats 无权在此工作区发布消息。',
      deactivated: lockedOut,
      revoked: lockedOut,
      expired: lockedOut,
      token: lockedOut,
    },
    fix: {
      'not-a-member': '请用 /invite 邀请它加入，或选择其他频道。',
      'no-channel': '请邀请 followstats 加入，或选择其他频道。',
      archived: '请取消归档，或选择其他频道。',
      restricted: '请联系工作区管理员开放权限，或选择其他频道。',
      workspace: '请联系工作区管理员开放权限。',
      person: '请改为发布到频道。',
    },
    admins: {
      'messages-off': '请在 Slack 应用的设置中启用 Messages Tab。',
      scope: '请在工作区重新安装该应用，并授予应用清单中的全部权限范围。',
      deactivated: giveToken,
      revoked: giveToken,
      expired: giveToken,
      token: giveToken,
    },
  },
});
