import { translate } from '../catalogue.ts';
import { buttons as en } from '../en/buttons.ts';

export const buttons = translate(en, {
  expired: '这条消息已过期，按钮不再可用。请重新输入命令。',
  nothingDone: '操作未执行。',
  again: '请稍后再次点击。',
  share: {
    done: '已分享到 {channel}。',
    doneHere: '已分享到此对话。',
    alreadyShared: '您已经分享过这条结果。',
    alreadyClicked: '您已点击过“分享”。如果频道中没有这条结果，请重新输入命令后再分享。',
    nothingShared: '未能分享。',
    notTaken: '未能分享：Slack 没有接受发到频道的消息。请稍后再次点击“分享”。',
    notMember:
      '这条结果已过期，无法直接分享，而且 followstats 不在 {channel} 中。请在该频道输入 <code>/invite @followstats</code>，再点击“分享”；也可以重新输入命令后再分享。',
    tooOld: '这条结果已过期，无法在此分享。请重新输入命令后再分享。',
    unconfirmed: '无法确认是否分享成功。请查看频道，如果没有这条结果，请重新输入命令后再分享。',
  },
});
