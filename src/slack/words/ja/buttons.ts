import { translate } from '../catalogue.ts';
import { buttons as original } from '../en/buttons.ts';

export const buttons = translate(original, {
  expired: 'この結果は古いため、ボタンを使えません。コマンドをもう一度入力してください。',
  nothingDone: '操作は実行されませんでした。',
  again: '1分ほどしてから、もう一度ボタンを押してください。',
  share: {
    done: '{channel} に共有しました。',
    doneHere: 'この会話に共有しました。',
    alreadyShared: 'この結果はすでに共有済みです。',
    alreadyClicked:
      '「共有」はすでに押されています。チャンネルに見当たらない場合は、コマンドをもう一度入力し、新しい結果を共有してください。',
    nothingShared: '共有されませんでした。',
    notTaken: 'チャンネルに送信できず、共有されませんでした。1分ほどしてから、もう一度「共有」を押してください。',
    notMember:
      'この結果は古いうえ、followstats が {channel} に参加していないため、共有できません。{channel} で <code>/invite @followstats</code> と入力してから「共有」をもう一度押すか、コマンドをもう一度入力して新しい結果を共有してください。',
    tooOld: 'この結果は古いため、ここでは共有できません。コマンドをもう一度入力し、新しい結果を共有してください。',
    unconfirmed:
      '共有できたかどうか、Slack に確認できませんでした。チャンネルを確認し、見当たらなければ、コマンドをもう一度入力して新しい結果を共有してください。',
  },
});
