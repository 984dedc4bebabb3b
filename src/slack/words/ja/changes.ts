import { translate } from '../catalogue.ts';
import { changes as original } from '../en/changes.ts';

export const changes = translate(original, {
  one: {
    even: '{opening, number} + 新規 {came, number} − 離脱 {left, number} = {closing, number}。',
    more: '{opening, number} + 新規 {came, number} − 離脱 {left, number} + 不明 {by, number} = {closing, number}。',
    fewer: '{opening, number} + 新規 {came, number} − 離脱 {left, number} − 不明 {by, number} = {closing, number}。',
  },
  each: {
    even: '{account}：{opening, number} + 新規 {came, number} − 離脱 {left, number} = {closing, number}',
    more: '{account}：{opening, number} + 新規 {came, number} − 離脱 {left, number} + 不明 {by, number} = {closing, number}',
    fewer:
      '{account}：{opening, number} + 新規 {came, number} − 離脱 {left, number} − 不明 {by, number} = {closing, number}',
  },
  together: {
    even: '合計：{opening, number} + 新規 {came, number} − 離脱 {left, number} = {closing, number}。',
    more: '合計：{opening, number} + 新規 {came, number} − 離脱 {left, number} + 不明 {by, number} = {closing, number}。',
    fewer:
      '合計：{opening, number} + 新規 {came, number} − 離脱 {left, number} − 不明 {by, number} = {closing, number}。',
    changed: '合計：フォロワー {closing, number}人、増減は {change} です。',
    same: '合計：フォロワー {closing, number}人、増減はありません。',
  },
  since: '{since}との比較です。',
  sinceOrLater: '{since}、またはそれ以降との比較です。',
  off: 'Chat からコールバックが届かないため、誰が新しくフォローし、誰が離れたかはわかりません。',
  turnOn: '受け取るには {variable} を設定し、Chat のコンソールにコールバックを登録してください。',
  outages: '不明の理由：次の間、コールバックを受け取っていません：{times}。',
  moreOutages: 'ほかの短い時間 {times, number}件',
  lost: '不明の理由：イベント {events, number}件を保存できませんでした。',
  notSent: '不明の理由：Chat のコールバックが欠けているか、まだ届いていません。',
  nobody: '新しくフォローした人も、離れた人もいません。',
  came: '新規（{all, number}）：',
  cameNewest: '新規 {all, number}人のうち最近の{shown, number}人：',
  left: '離脱（{all, number}）：',
  leftNewest: '離脱 {all, number}人のうち最近の{shown, number}人：',
  person: '{account} · {at}',
  personNamed: '{account}（{name}） · {at}',
  table: {
    caption: 'アカウント {accounts, number}件 · 新規と離脱',
    before: '以前',
    came: '新規',
    left: '離脱',
    unexplained: '不明',
    now: '現在',
  },
  foot: '{time}時点（{zone}）。',
  open: { text: '新規と離脱', label: '新規と離脱：過去24時間に誰がフォローし、誰が離れたかを表示' },
  csv: { text: 'CSV', label: 'CSV：新規と離脱のすべてをファイルにして DM で受け取る' },
  file: {
    title: 'アカウント {accounts, number}件の新規と離脱',
    tooLarge:
      '新規と離脱が{most, number}件を超えているため、1つのファイルに収まりません。アカウントを減らすか、期間を短くしてください。',
    event: 'イベント',
    follower: 'フォロワー',
    name: '名前',
    at: '日時',
    follow: '新規',
    unfollow: '離脱',
  },
  lastEvents: {
    follow: '{account} 新規：{at}。',
    unfollow: '{account} 離脱：{at}。',
    followNamed: '{account}（{name}）新規：{at}。',
    unfollowNamed: '{account}（{name}）離脱：{at}。',
  },
  view: {
    title: '新規と離脱',
    notOpened: '新規と離脱を開けませんでした（{code}）。もう一度「新規と離脱」を押してください。',
  },
  misplacedSpan:
    '期間は最後に1つだけ指定できるため、{word} は期間として扱えません。{suggestion} のことですか？アカウントの場合は、{quoted} のように引用符で囲んでください。',
  unknownSpan:
    '{word} という期間は指定できません。指定できるのは <code>24h</code>、<code>7d</code>、<code>30d</code> です。{suggestion} のことですか？アカウントの場合は、{quoted} のように引用符で囲んでください。',
});
