import { translate } from '../catalogue.ts';
import { digestNotices as original } from '../en/digest-notices.ts';

export const digestNotices = translate(original, {
  made: 'このチャンネルにダイジェスト「{title}」を投稿します。スケジュールは{schedule}、次回は{next}です。',
  madeDirect: 'この DM にダイジェスト「{title}」をお届けします。スケジュールは{schedule}、次回は{next}です。',
  changed: 'ダイジェスト「{title}」が変更されました。スケジュールは{schedule}、次回は{next}です。',
  failed: 'ダイジェスト {digest} を {place} に投稿できませんでした。予定時刻は{slot}（{zone}）でした。',
  paused: '{place} に投稿するダイジェスト {digest} を一時停止しました。',
  changes: {
    edit: '{person} があなたのダイジェスト {digest} を編集しました。',
    pause: '{person} があなたのダイジェスト {digest} を一時停止しました。',
    resume: '{person} があなたのダイジェスト {digest} を再開しました。',
    delete: '{person} があなたのダイジェスト {digest} を削除しました。10分以内なら元に戻せます。',
    deleteForGood: '{person} があなたのダイジェスト {digest} を削除しました。',
    restore: '{person} があなたのダイジェスト {digest} を元に戻しました。',
  },
  at: '{at}（{zone}）',
  delivery: {
    unknown:
      'Slack の応答を受け取れず、ダイジェスト {digest} が {place} に投稿されたかどうか確認できません。予定時刻は{slot}（{zone}）でした。',
    pleaseLook: '投稿があるかどうか、確認してください。',
    itArrived: { text: '投稿がある', label: '投稿がある：いまの投稿をそのまま残す' },
    postAgain: { text: 'もう一度投稿', label: 'もう一度投稿：このダイジェストを投稿し直す' },
    arrived: 'ありがとうございます。{digest} は投稿済みなので、再投稿しません。',
    again: 'いまから {digest} をもう一度投稿します。',
    settled: 'すでに対応済みです。',
    gone: 'このダイジェストは削除されたため、投稿しませんでした。',
    otherVersion: 'followstats のバージョンが変わったため、このボタンは使えません。',
    notSaved: '保存できませんでした。1分ほどしてから、もう一度ボタンを押してください。',
  },
});
