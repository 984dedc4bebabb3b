import { translate } from '../catalogue.ts';
import { history as original } from '../en/history.ts';

const followers = 'フォロワー {followers, number}人';
const accounts = 'アカウント {accounts, number}件';

export const history = translate(original, {
  changedInDays: `{account}：${followers}、{days, number}日間の増減は {change} です。`,
  changedInYear: `{account}：${followers}、1年間の増減は {change} です。`,
  sameInDays: `{account}：${followers}、{days, number}日間の増減はありません。`,
  sameInYear: `{account}：${followers}、1年間の増減はありません。`,
  changedBetween: `{account}：${followers}、{from}から{to}までの増減は {change} です。`,
  sameBetween: `{account}：${followers}、{from}から{to}までの増減はありません。`,
  changedSince: `{account}：${followers}、{since}からの増減は {change} です。`,
  sameSince: `{account}：${followers}、{since}からの増減はありません。`,
  readOnce: `{account}：${followers}（{at}）。比較できる記録はほかにありません。`,
  together: {
    changedInDays: `${accounts}：合計で${followers}、{days, number}日間の増減は {change} です。`,
    changedInYear: `${accounts}：合計で${followers}、1年間の増減は {change} です。`,
    sameInDays: `${accounts}：合計で${followers}、{days, number}日間の増減はありません。`,
    sameInYear: `${accounts}：合計で${followers}、1年間の増減はありません。`,
    changedBetween: `${accounts}：合計で${followers}、下の表示での各アカウントの最初の値から最後の値までの増減は {change} です。`,
    sameBetween: `${accounts}：合計で${followers}、下の表示での各アカウントの最初の値から最後の値までの増減はありません。`,
    changedSinceFirst: `${accounts}：合計で${followers}、初めて調べたときからの増減は {change} です。`,
    sameSinceFirst: `${accounts}：合計で${followers}、初めて調べたときからの増減はありません。`,
    readOnce: `${accounts}：合計で${followers}。比較できる過去の記録はありません。`,
    movers: '増減の大きいアカウント：{movers}。',
    mover: '{account} {change}',
  },
  noneInDays: '{accounts} には、過去{days, number}日間の記録がありません。',
  noneInYear: '{accounts} には、過去1年間の記録がありません。',
  noneShared: '{all, number}件中{none, number}件には、この期間の記録がありません。',
  lastCounts: `{account} の最後の記録は{at}のもので、${followers}です。`,
  keptFrom: '記録は、初めて調べたときから残ります。',
  begun: '{accounts} の記録は{at}からです。',
  begunOrLater: '{accounts} の記録は{at}、またはそれ以降からです。',
  lastRead: '{accounts} の最後の記録は{at}のものです。',
  lastReadOrEarlier: '{accounts} の最後の記録は{at}、またはそれ以前のものです。',
  gaps: '{accounts} の記録がない期間：{times}。',
  chart: {
    all: 'フォロワー数の推移',
    top: 'フォロワー数の上位{shown, number}件（全{all, number}件）',
    some: 'フォロワー数（全{all, number}件中{shown, number}件）',
    followers: 'フォロワー',
    day: '日付',
    leftOut: 'グラフでは、記録がない時点を省いています。',
    leftOutSeveral: 'グラフでは、表示中のアカウントのどれかに記録がない時点を省いています。',
    tooFew: '記録が少ないため、グラフにないアカウント：{accounts}',
  },
  joining: {
    title: '最初の記録より前',
    series: '今もフォロー中',
    what: 'それ以前：{at}に {account} をフォローしていた人のうち、それぞれの日にすでにフォローしていた人数です。その間に離れた人は含みません。',
    numbers: '今もフォロー中（{times}）：{followers}',
    pending: '今のフォロワーがいつからフォローしているかを取得中です。1分ほどしてから、もう一度お試しください。',
    failed: '今のフォロワーがいつからフォローしているかを取得できませんでした。',
    tooMany:
      'それ以前は表示していません。{account} のフォロワーは{followers, number}人で、フォローした日を取得するのは{most, number}人までです。',
  },
  table: {
    caption: '{account} の推移',
    captionSeveral: `${accounts} · フォロワー数の推移`,
    fewerTimes: '表に表示しているのは、全{all, number}時点のうち{shown, number}時点です。',
    allInCsv: 'すべての記録は CSV で確認できます。',
  },
  text: {
    row: `{at}：${followers}（{change}） · フォロー中 {following, number}人 · 相互フォロー {mutual, number}人`,
    firstRow: `{at}：${followers} · フォロー中 {following, number}人 · 相互フォロー {mutual, number}人`,
    missing: '{at}：–',
    fewerTimes: 'テキストに表示しているのは、全{all, number}時点のうち{shown, number}時点です。',
    times: 'フォロワー数（{times}）：',
    series: '{account}：{followers}',
    ends: '各アカウントの、最初と最後の記録のフォロワー数：',
    between: '、',
  },
  foot: {
    byTime: '数値は、それぞれの日の{time}までの最後の記録です（{zone}）。',
    byAboutTime: '数値は、それぞれの日の{time}ごろまでの最後の記録です（{zone}）。',
    newest: '最新の記録は{at}のものです。',
    shared: '{person} が共有しました。',
  },
  open: { text: '推移', label: '推移：過去30日間の値を表示' },
  csv: { text: 'CSV', label: 'CSV：すべての記録をファイルにして DM で受け取る' },
  lookUp: { text: '調べる', label: '調べる：記録がないアカウントの値を取得' },
  lookUpSome: {
    text: 'アカウント {accounts, number}件を調べる',
    label: 'アカウント {accounts, number}件を調べる：記録がないアカウントの先頭から',
  },
  overDays: { text: '{days, number}日間', label: '{days, number}日間：同じアカウントのこの期間の推移' },
  overYear: { text: '1年間', label: '1年間：同じアカウントのこの期間の推移' },
  meant: { text: '{account} の推移', label: '{account} の推移（{typo} の代わり）' },
  file: {
    title: 'アカウント {accounts, number}件の推移',
    tooLarge:
      '記録が{most, number}件を超えているため、1つのファイルに収まりません。アカウントを減らすか、期間を短くしてください。',
  },
  view: {
    title: '推移',
    back: '戻る',
    opening: '開いています…',
    notOpened: '推移を開けませんでした（{code}）。もう一度「推移」を押してください。',
    send: { text: '自分の DM に送る', label: '自分の DM に送る：グラフ、表、CSV 付き' },
    sent: '推移のすべてを followstats との DM に送りました。',
    notSent: 'メッセージを送れませんでした。1分ほどしてから、もう一度開いてください。',
    notTaken:
      'followstats からの DM が Slack に拒否されています（{code}）。ワークスペースの管理者に問い合わせてください。',
  },
  misplacedSpan:
    '期間は最後に1つだけ指定できるため、{word} は期間として扱えません。{suggestion} のことですか？アカウントの場合は、{quoted} のように引用符で囲んでください。',
  unknownSpan:
    '{word} という期間は指定できません。指定できるのは <code>7d</code>、<code>30d</code>、<code>90d</code>、<code>1y</code> です。{suggestion} のことですか？アカウントの場合は、{quoted} のように引用符で囲んでください。',
});
