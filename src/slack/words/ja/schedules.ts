import { translate } from '../catalogue.ts';
import { schedules as original } from '../en/schedules.ts';

export const schedules = translate(original, {
  everyDay: '毎日 {time}（{zone}）',
  weekdays: '月〜金 {time}（{zone}）',
  weekends: '土日 {time}（{zone}）',
  onDays: '毎週{days} {time}（{zone}）',
  byCron: 'cron {line}（{zone}）',
  days: {
    1: '月曜',
    2: '火曜',
    3: '水曜',
    4: '木曜',
    5: '金曜',
    6: '土曜',
    7: '日曜',
  },
  faults: {
    noDays: '曜日を少なくとも1つ選んでください。',
    notATime: '時刻を選んでください。',
    cronTooLong: 'cron 式は{most}文字以内で入力してください。',
    fieldCount:
      'cron 式は、分、時、日、月、曜日の5項目で指定します。{count, plural, =0 {項目がまだありません。} other {いまは#項目です。}}',
    badField: {
      minute: '「分」に {text} は使えません。0〜59 で指定してください。',
      hour: '「時」に {text} は使えません。0〜23 で指定してください。',
      'day of the month': '「日」に {text} は使えません。1〜31 で指定してください。',
      month: '「月」に {text} は使えません。1〜12 で指定してください。',
      weekday: '「曜日」に {text} は使えません。1（月曜）〜7（日曜）で指定してください。',
    },
    tooOften:
      'この設定では、{minutes, number}分おきに投稿される時間帯があります。投稿の間隔を{least}分以上にしてください。',
    never: '存在しない日付なので、一度も投稿されません。',
    noZone: 'タイムゾーンを選んでください。',
    unknownZone: '{text} というタイムゾーンはありません。メニューから選んでください。',
    ambiguousZone: '{text} に当てはまるタイムゾーンは複数あります。{zones} を選んでください。',
    shortZone: '{text} はタイムゾーンの略称です。{zone} を選んでください。',
  },
});
