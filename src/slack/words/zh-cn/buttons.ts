import { buttons as en } from '../en/buttons.ts';
import { translate } from '../catalogue.ts';

export const buttons = translate(en, {
  expired: '这条消息太旧，按钮已失效。请重新输入命令。',
  nothingDone: '未执行任何操作。',
  again: '请稍后再按一次。',
  share: {
    done: '已分享到 {channel}。',
    doneHere: '已分享到此对话。',
    alreadyShared: '您已经分享过这条结果。',
    alreadyClicked: '您已对这条结果按过“分享”。如果频道中没有，请重新输入命令，再分享新的结果。',
    nothingShared: '未分享任何内容。',
    notTaken: 'Slack 未能将这条结果发到频道，因此没有分享。请稍后再按“分享”。',
    notMember:
      '这条结果太旧，无法直接分享，而 followstats 又不在 {channel}。请在该频道输入 <code>/invite @followstats</code> 后再按“分享”，或重新输入命令并分享新的结果。',
    tooOld: '这条结果太旧，无法在此分享。请重新输入命令，再分享新的结果。',
    unconfirmed: 'Slack 未确认是否分享成功。请到频道查看，如果没有，请重新输入命令，再分享新的结果。',
  },
});
