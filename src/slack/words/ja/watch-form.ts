import { translate } from '../catalogue.ts';
import { watchForm as original } from '../en/watch-form.ts';

export const watchForm = translate(original, {
  newTitle: '新しいウォッチ',
  editTitle: 'ウォッチ {id} を編集',
  wordsTitle: 'ウォッチ',
  madeBy: 'このウォッチの作成者は {owner} です。問題が起きたときは、作成者に通知します。',
  whose: '<b>誰をウォッチしますか？</b>リスト、アカウント、メンバーのうち、少なくとも1つを選んでください。',
  savedMet: {
    reaches: '保存しました。{accounts} はすでに到達しているため、いまは通知せず、再び到達したときに通知します。',
    'falls-below': '保存しました。{accounts} はすでに下回っているため、いまは通知せず、再び下回ったときに通知します。',
    disappears: '保存しました。{accounts} はすでに Chat にないため、いまは通知せず、再び消えたときに通知します。',
  },
  fields: {
    kind: {
      label: '通知の条件',
      names: {
        reaches: 'フォロワーが一定の人数に到達',
        'falls-below': 'フォロワーが一定の人数を下回る',
        gains: 'フォロワーが増える',
        loses: 'フォロワーが減る',
        disappears: 'Chat から消える',
      },
    },
    followers: { label: 'フォロワーの人数' },
    absolute: { label: '増減の人数（以上）', hint: '人数か割合のどちらか一方を入力します。' },
    percent: { label: 'または増減の割合（%以上）' },
    span: { label: '期間', names: { hour: '1時間', day: '1日', week: '1週間' } },
    channel: {
      label: '通知先',
      hint: 'followstats がチャンネルに参加していない場合は、保存時に招待方法をお知らせします。',
    },
    listsHint: '確認のたびに最新の内容を使います。リストがまだない場合は、アカウントかメンバーを指定してください。',
  },
  faults: {
    gone: 'このウォッチは編集中に削除されたため、保存していません。入力した内容は残っているので、必要な部分を新しいウォッチにコピーしてください。',
    full: 'ウォッチはすでに{most}件あり、これ以上作成できません。先にどれかを削除してください。',
    notYours: 'このウォッチの通知先の会話に、あなたは参加していません。変更できるのは作成者と会話の参加者だけです。',
    amountMissing: 'ここに人数を入力するか、下に割合を入力してください。',
    twoAmounts: '人数か割合のどちらか一方だけを入力し、もう一方は空にしてください。',
    tooManyWatched:
      'リストの分も含めてアカウントが{count, number}件あります。1つのウォッチで確認できるのは{most, number}件までなので、分けて作成してください。',
  },
});
