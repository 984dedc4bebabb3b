import { translate } from '../catalogue.ts';
import { commands as original } from '../en/commands.ts';

export const commands = translate(original, {
  tooLong:
    'コマンドが長すぎます。入力できるのは{most}文字までです。アカウントの数を減らすか、{example} のようにリストを使ってください。',
  unknownSubcommand:
    '{word} というコマンドはありません。{suggestion} のことですか？その名前のアカウントを調べるには、{lookup} と入力してください。',
  noSubcommand: '{word} というコマンドはありません。その名前のアカウントを調べるには、{lookup} と入力してください。',
  missingWho: 'どのアカウントを調べますか？{example} のように入力してください。',
  noMentions:
    'このメッセージにはメンションがなく、投稿したのもメンバーではありません。アカウントを指定して調べるには、{example} のように入力してください。',
  messageTooLarge:
    'このメッセージは大きすぎて読み取れません。アカウントを指定して調べるには、{example} のように入力してください。',
  typeToOpenForm: 'これはフォームを開くコマンドです。直接入力してください。',
  runCorrected: { text: 'はい、実行する', label: 'はい、実行する：{command}' },
  lookUpWord: { text: 'アカウントを調べる', label: 'アカウントを調べる：{account}' },
  lookUp: { text: 'アカウントを調べる…', label: 'アカウントを調べる…：フォームを開く' },
});
