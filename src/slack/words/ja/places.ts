import { translate } from '../catalogue.ts';
import { places as original } from '../en/places.ts';

export const places = translate(original, {
  'not-yours': {
    what: 'あなたが参加していない会話は、投稿先にできません。',
    fix: '参加しているチャンネルか、followstats との DM を選んでください。',
  },
  'not-found': {
    what: 'このチャンネルは followstats から見えません。削除されたか、followstats が参加していないプライベートチャンネルです。',
    fix: 'followstats をチャンネルに招待するか、別のチャンネルを選んでください。',
  },
  'missing-scope': {
    what: 'この会話にあなたが参加しているかどうかを確認できません。',
    fix: 'followstats の管理者に連絡するか、followstats との DM を選んでください。',
    fixForAdmins: 'Slack アプリに channels:read、groups:read、im:write のスコープを追加してください。',
  },
  'no-answer': {
    what: 'この会話にあなたが参加しているかどうかを、Slack に確認できませんでした。',
    fix: '1分ほどしてから、もう一度お試しください。',
  },
});
