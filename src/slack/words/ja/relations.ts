import { translate } from '../catalogue.ts';
import { relations as original } from '../en/relations.ts';

const rows = 'アカウント{rows, number}件';
const read = '{done, number}件を取得しました';

export const relations = translate(original, {
  titles: { fans: 'フォロワー', following: 'フォロー中', mutual: '相互フォロー' },
  close: '閉じる',
  back: '戻る',
  opening: '開いています…',
  notOpened: '一覧を開けませんでした（{code}）。ボタンを押して開いてください。',
  open: {
    fans: { text: 'フォロワー', label: 'フォロワー：このアカウントをフォローしているアカウント' },
    following: { text: 'フォロー中', label: 'フォロー中：このアカウントがフォローしているアカウント' },
    mutual: { text: '相互フォロー', label: '相互フォロー：このアカウントと互いにフォローしているアカウント' },
  },
  openLate: { text: '一覧を開く', label: '一覧を開く：ウィンドウで表示' },
  head: {
    fans: '{account}：フォロワー{all, number}人。',
    following: '{account} がフォロー中のアカウントは{all, number}件です。',
    mutual: '{account} と相互フォローのアカウントは{all, number}件です。',
  },
  headUncounted: {
    fans: '{account} のフォロワー：',
    following: '{account} がフォロー中のアカウント：',
    mutual: '{account} と相互フォローのアカウント：',
  },
  none: {
    fans: '{account} をフォローしているアカウントはありません。',
    following: '{account} がフォローしているアカウントはありません。',
    mutual: '{account} と相互フォローのアカウントはありません。',
  },
  row: '{account} · {since}から',
  range: 'Chat から届いた順に{from, number}件目から{to, number}件目までです。{at}時点の値です。',
  cut: 'この先もありますが、ここではこれ以上めくれません。CSV にはすべて入ります。',
  lapsed: '一覧を開いてから時間がたち、ページをめくれないため、最初から表示しています。',
  previous: { text: '前へ', label: '前へ：前のページ' },
  next: { text: '次へ', label: '次へ：次のページ' },
  csv: { text: 'すべての CSV', label: 'すべての CSV：一覧の全件をファイルで DM に受け取る' },
  file: {
    begun: 'CSV を作成しています。followstats との DM に届きます。',
    yours: 'あなたの一覧の CSV をすでに作成中です。完了を待つか、followstats との DM でキャンセルしてください。',
    full: '現在、作成中の一覧の CSV が多すぎます。数分してから、もう一度ボタンを押してください。',
    notTaken:
      'followstats からの DM が Slack に拒否されています（{code}）。ワークスペースの管理者に問い合わせてください。',
    notSent: 'メッセージを送れませんでした。1分ほどしてから、もう一度ボタンを押してください。',
    titles: {
      fans: '{account} のフォロワー',
      following: '{account} がフォロー中のアカウント',
      mutual: '{account} と相互フォローのアカウント',
    },
    columns: { since: 'フォロー開始日時' },
  },
  progress: {
    of: {
      fans: `{account} のフォロワーの CSV を作成中：約{all, number}件のうち${read}。`,
      following: `{account} がフォロー中のアカウントの CSV を作成中：約{all, number}件のうち${read}。`,
      mutual: `{account} と相互フォローのアカウントの CSV を作成中：約{all, number}件のうち${read}。`,
    },
    uncounted: {
      fans: `{account} のフォロワーの CSV を作成中：${read}。`,
      following: `{account} がフォロー中のアカウントの CSV を作成中：${read}。`,
      mutual: `{account} と相互フォローのアカウントの CSV を作成中：${read}。`,
    },
    cancel: { text: 'キャンセル', label: 'キャンセル：CSV を作成しない' },
    done: {
      fans: `{account} のフォロワーの CSV をこの会話に送りました：${rows}。`,
      following: `{account} がフォロー中のアカウントの CSV をこの会話に送りました：${rows}。`,
      mutual: `{account} と相互フォローのアカウントの CSV をこの会話に送りました：${rows}。`,
    },
    cut: '一覧はさらに続きます。1つの CSV に入るのは{most, number}件までです。',
    unreadable: 'アカウントを読み取れない項目が{items, number}件あり、CSV には入っていません。',
    cancelled: {
      fans: '{account} のフォロワーの CSV の作成をキャンセルしました。',
      following: '{account} がフォロー中のアカウントの CSV の作成をキャンセルしました。',
      mutual: '{account} と相互フォローのアカウントの CSV の作成をキャンセルしました。',
    },
    failed: {
      fans: '{account} のフォロワーの CSV を作成できませんでした。',
      following: '{account} がフォロー中のアカウントの CSV を作成できませんでした。',
      mutual: '{account} と相互フォローのアカウントの CSV を作成できませんでした。',
    },
    stopped: '途中で followstats が停止しました。もう一度始めるには、ボタンを押してください。',
    unconfirmed:
      'ファイルの送信中に followstats が停止しました。この会話にファイルが見当たらなければ、ボタンを押してもう一度始めてください。',
    again: { text: 'CSV を作成', label: 'CSV を作成：もう一度始める' },
  },
  tooLate: 'CSV はもう作成中ではないため、キャンセルするものはありません。',
  missingAccount: 'どのアカウントですか？{example} のように、1つ指定してください。',
  surplus: 'このコマンドで指定できるアカウントは1つだけで、{word} は余分です。{example} のように入力してください。',
  notOne:
    '{word} は複数のアカウントを指すことがあります。指定できるのは1つだけです。{example} のように入力してください。',
});
