import { translate } from '../catalogue.ts';
import { digestForm as original } from '../en/digest-form.ts';

export const digestForm = translate(original, {
  newTitle: '新しいダイジェスト',
  editTitle: 'ダイジェスト {id} を編集',
  save: '保存',
  cancel: 'キャンセル',
  preview: { text: 'プレビュー', label: 'プレビュー：冒頭をここに表示し、全文を DM で送ります' },
  previewHint: '投稿の冒頭をここに表示し、全文を DM で送ります。',
  madeBy: 'このダイジェストの作成者は {owner} です。問題が起きたときは、作成者に通知します。',
  nextRuns: '<b>次回以降の投稿（{zone}）</b>',
  noNextRuns: 'スケジュールを正しく設定すると、次回以降の投稿がここに表示されます。',
  whose: '<b>誰のフォロワー数を投稿しますか？</b>リスト、アカウント、メンバーのうち、少なくとも1つを選んでください。',
  wordsTitle: 'ダイジェスト',
  opening: 'フォームを開いています…',
  notOpened: 'フォームを開けませんでした。しばらくしてから、もう一度お試しください。',
  notShown: 'フォームを表示できませんでした。しばらくしてから、もう一度お試しください。',
  otherVersion:
    'followstats のバージョンが変わったため、保存できませんでした。入力内容は残っています。コピーしてからこのフォームを閉じ、新しいフォームを開いてください。',
  saving: {
    late: '保存に時間がかかりすぎました。もう一度「保存」を押してください。二重に作成されることはありません。',
    notSaved: '保存されませんでした。',
    again: '1分ほどしてから、もう一度「保存」を押してください。',
  },
  fields: {
    title: { label: 'タイトル' },
    channel: {
      label: '投稿先',
      hint: 'followstats がチャンネルに参加していない場合は、保存時に招待方法をお知らせします。',
    },
    lists: {
      label: 'リスト',
      placeholder: 'リストを選択',
      hint: '投稿のたびに最新の内容を使います。リストがまだない場合は、アカウントかメンバーを指定してください。',
    },
    accounts: {
      label: 'その他のアカウント',
      hint: 'UserID をスペースで区切って入力します。スペースを含む UserID は引用符で囲んでください。',
    },
    people: {
      label: 'メンバー（紐付け済みのアカウント）',
      hint: '保存時に、各メンバーに紐付いたアカウントを確認します。',
    },
    timing: {
      label: '投稿のタイミング',
      names: {
        weekdays: '平日（月〜金）',
        'every-day': '毎日',
        days: '曜日を選択',
        cron: 'カスタム（cron）',
      },
    },
    days: {
      label: '曜日',
      names: {
        1: '月曜日',
        2: '火曜日',
        3: '水曜日',
        4: '木曜日',
        5: '金曜日',
        6: '土曜日',
        7: '日曜日',
      },
    },
    time: { label: '時刻' },
    cron: {
      label: 'cron 式',
      hint: '分、時、日、月、曜日の順に指定します。例：0 9 * * 1-5 は月〜金の 09:00 です。',
    },
    zone: { label: 'タイムゾーン', placeholder: '都市名か国名を入力' },
    absolute: {
      label: '増減がこの人数以上のアカウントをハイライト',
      hint: '前回ハイライトしたときからの増減で判断します。',
    },
    percent: { label: '増減がこの割合（%）以上のアカウントをハイライト' },
    options: {
      label: 'オプション',
      chart: 'グラフを表示する',
      onlyIfChanged: '変化があったときだけ投稿する',
      onlyIfChangedHint: '1週間変化がなければ、そのことを1行でお知らせします。',
    },
    language: { label: '投稿の言語' },
  },
  faults: {
    titleMissing: 'タイトルを入力してください。',
    titleTooLong: 'タイトルは{most}文字以内で入力してください（現在{length}文字）。',
    digestGone:
      'このダイジェストは編集中に削除されたため、保存されませんでした。入力内容は残っています。必要な部分をコピーして、新しいダイジェストを作成してください。',
    channelMissing: '投稿先を選んでください。',
    notYours:
      'このダイジェストの投稿先の会話に、あなたは参加していません。変更できるのは、作成者とその会話のメンバーだけです。',
    nobodyNamed: 'ここでリストを選ぶか、下でアカウントかメンバーを指定してください。',
    noLinks:
      '選んだメンバーは、誰もアカウントに紐付けられていません。別のメンバーを選ぶか、上でアカウントを指定してください。',
    tooManyLists: 'リストは{most}件まで選べます。',
    tooManyNamed: 'アカウントの入力が{most, number}文字を超えています。リストにまとめて、そのリストを選んでください。',
    tooManyPeople: 'メンバーは{most}人まで選べます。',
    notANumber: '人数に {text} は使えません。1以上{most, number}以下の整数を入力してください。',
    notAPercentage: '割合に {text} は使えません。0より大きく{most, number}以下の数値を入力してください。',
    noSuchList: '{name} というリストはありません。',
    lists: '使えるリストは {lists} です。',
    someLists: '{lists} などのリストがあります。',
    noLists: 'リストはまだありません。アカウントかメンバーを指定してください。',
    unclosedQuote: '引用符を閉じてください：{word}',
    textAfterQuote: '閉じる引用符の後にスペースを入れてください：{word}',
    tooLong: 'UserID は{most}文字までですが、{count}文字あります：{word}',
    notAnAccount: 'UserID として使えません：{word}',
    emptyQuotes: '引用符の中が空です。',
    tooManyAccounts:
      'アカウントが{count}件あります。ここに入力できるのは{most}件までです。リストにまとめて、そのリストを選んでください。',
    tooManyGroups: 'ユーザーグループが{count}件あります。指定できるのは{most}件までです。',
  },
});
