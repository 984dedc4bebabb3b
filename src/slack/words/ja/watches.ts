import { translate } from '../catalogue.ts';
import { watches as original } from '../en/watches.ts';

const followers = '{followers, number}人';
const by = '{by, number}人';

export const watches = translate(original, {
  rules: {
    reaches: `フォロワーが${followers}に到達`,
    'falls-below': `フォロワーが${followers}を下回る`,
    gains: {
      followers: {
        hour: `1時間以内にフォロワーが${by}以上増加`,
        day: `1日以内にフォロワーが${by}以上増加`,
        week: `1週間以内にフォロワーが${by}以上増加`,
      },
      percent: {
        hour: '1時間以内にフォロワーが{percent}%以上増加',
        day: '1日以内にフォロワーが{percent}%以上増加',
        week: '1週間以内にフォロワーが{percent}%以上増加',
      },
    },
    loses: {
      followers: {
        hour: `1時間以内にフォロワーが${by}以上減少`,
        day: `1日以内にフォロワーが${by}以上減少`,
        week: `1週間以内にフォロワーが${by}以上減少`,
      },
      percent: {
        hour: '1時間以内にフォロワーが{percent}%以上減少',
        day: '1日以内にフォロワーが{percent}%以上減少',
        week: '1週間以内にフォロワーが{percent}%以上減少',
      },
    },
    disappears: 'Chat から消える',
  },
  about: '{who} · {rule}',
  more: 'ほか {left, number}件',
  whereAndWhose: '{place} · 作成者 {owner}',
  none: 'ウォッチはまだありません。',
  unknown: '{word} というウォッチはありません。',
  unreadable: '<b>#{id}</b> は確認できません。',
  leftAlone: '{watch} は変更していません。',
  notYours:
    '{watch} の通知先の会話に、あなたは参加していません。できるのは一時停止、ミュート、削除だけです。それ以外は作成者の {owner} に依頼してください。',
  notYoursAnyMore: '{watch} の通知先の会話に、あなたはもう参加していません。編集して、通知先を変更してください。',
  tooLate: '{watch} は元に戻せません。元に戻せるのは、削除から10分以内です。',
  saved: '{watch} を保存しました。通知先は {place} です。',
  savedPaused: '{watch} を保存しましたが、いまは一時停止中です。',
  savedStaysPaused: '{watch} を保存しました。一時停止中のままです。',
  notAnnounced: '通知先へのお知らせはいま送れませんでしたが、アラートは投稿を試みます。',
  changes: {
    pause: '{watch} を一時停止しました。',
    resume: '{watch} を再開しました。すでに条件を満たしているアカウントは通知しません。',
    mute: '{watch} を{until}までミュートしました。',
    unmute: '{watch} のミュートを解除しました。',
    delete: '{watch} を削除しました。',
    restore: '{watch} を元に戻しました。すでに条件を満たしているアカウントは通知しません。',
    alreadyPaused: '{watch} はすでに一時停止中です。',
    notPaused: '{watch} は一時停止していません。',
    notDeleted: '{watch} は削除されていません。',
    staysPaused: '{watch} は一時停止中のままです。',
  },
  marks: {
    running: '{watch} · 🟢 稼働中',
    idle: '{watch} · ⚪ 対象なし',
    muted: '{watch} · 🔕 {until}までミュート',
    paused: '{watch} · ⏸️ 一時停止中',
    failing: '{watch} · ⚠️ 問題あり',
    deleted: '{watch} · 🗑️ 削除済み',
  },
  idle: 'リストが空か削除されているため、対象のアカウントがありません。リストにアカウントが追加されると再開します。',
  pausedSince: '{since}から一時停止中です。',
  last: {
    none: 'まだアラートはありません。',
    posted: '前回のアラートは{at}でした。',
    failed: '前回のアラート（{at}）は投稿できませんでした。',
    unknown: '前回のアラート（{at}）は投稿されたかどうか確認できません。',
    other: '前回のアラートの予定は{at}でした。',
  },
  controls: {
    new: { text: '新しいウォッチ…', label: '新しいウォッチ…：フォームを開く' },
    more: { text: 'ほかのウォッチ', label: 'ほかのウォッチ' },
    all: { text: 'すべてのウォッチ', label: 'すべてのウォッチ' },
    edit: { text: '編集', label: '編集：ウォッチ {id}' },
    pause: { text: '一時停止', label: '一時停止：ウォッチ {id}' },
    resume: { text: '再開', label: '再開：ウォッチ {id}' },
    mute: { text: '1日ミュート', label: '1日ミュート：ウォッチ {id}' },
    unmute: { text: 'ミュート解除', label: 'ミュート解除：ウォッチ {id}' },
    delete: { text: '削除', label: '削除：ウォッチ {id}' },
    undo: { text: '元に戻す', label: '元に戻す：ウォッチ {id}' },
    account: { text: 'ウォッチ…', label: 'ウォッチ…：フォームを開く' },
  },
  list: {
    title: '<b>ウォッチ {watches, number}件</b>',
    titleFrom: '<b>ウォッチ {watches, number}件（#{from} から表示）</b>',
    more: 'ほかに{left, number}件あります。',
  },
  home: {
    yours: '<b>あなたのウォッチ {watches, number}件</b>',
    readOnly: 'ウォッチを変更できるのは編集者（editor）だけです。',
    readOnlyAskAdmins:
      'ウォッチを変更できるのは編集者（editor）だけです。権限が必要な場合は、管理者に依頼してください：{admins}',
  },
  faults: {
    meantAction: 'ウォッチに {word} という操作はありません。{suggestion} のことですか？',
    unknownAction:
      'ウォッチに {word} という操作はありません。使えるのは new、list、edit、pause、resume、mute、unmute、delete、restore です。',
    missingId: 'どのウォッチですか？番号を付けて、{example} のように入力してください。',
    surplusWord: '{word} は不要です。{example} のように入力してください。',
  },
});
