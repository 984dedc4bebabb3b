import { translate } from '../catalogue.ts';
import { chatCodes as original } from '../en/chat-codes.ts';

const SUPPORT = '続く場合は、Tencent Cloud のサポートに問い合わせてください。';
const SLOWER =
  'ほかのプログラムと SDKAppID を共有しているため、頻繁に起きる場合は、TENCENT_MAX_CALLS_PER_SECOND を下げてください。';
const IMPORT = '表記が正しければ、アカウントを Chat にインポートしてください。';
const ADMIN_ID = 'TENCENT_ADMIN に、この Chat アプリのアプリ管理者を設定してください。';
const KEY = 'TENCENT_SECRET_KEY が TENCENT_SDK_APP_ID のキーかどうか確認してください。';
const KEY_OR_ADMIN =
  'TENCENT_SECRET_KEY が TENCENT_SDK_APP_ID のキーかどうか、TENCENT_ADMIN がそのアプリ管理者かどうか確認してください。';
const REGION = 'TENCENT_REGION が TENCENT_SDK_APP_ID のリージョンかどうか確認してください。';
const BUG = 'followstats の不具合です。コードを添えて報告してください。';
const PLAN = 'Tencent Cloud コンソールで、Chat アプリのプランと残高を確認してください。';
const CLOCK = 'followstats を動かしているサーバーの時計を確認してください。';
const LIMIT = 'これは Chat 側の上限です。';
const SIGNATURE = '署名が無効です。';
const DISABLED_FEATURE = '必要な機能が有効になっていません。';

export const chatCodes = translate(original, {
  people: {
    30005: 'この Chat アプリでは、フォロー機能がオンになっていません。',
    32100: 'このアカウントは、フォローできる数の上限に達しています。',
    32101: 'このアカウントは、フォロワー数の上限に達しています。',
    32103: 'このアカウントは、相互フォローの上限に達しています。',
    60020: 'Chat のプランの期限が切れています。',
    60028: 'Chat のトライアルで、本日の API 呼び出し回数を使い切りました。',
    70399: 'このアカウントは Chat から削除されました。',
    72000: 'Chat のトライアルで、本日のユーザー数の上限に達しました。',
    72002: 'Chat のトライアルで、今月のユーザー数の上限に達しました。',
  },
  admins: {
    30001: 'UserID が Chat での表記どおりか確認してください。',
    30002: 'TENCENT_SDK_APP_ID と TENCENT_FROM_ACCOUNT を確認してください。',
    30003: IMPORT,
    30004: `アプリ管理者の権限が必要です。${ADMIN_ID}`,
    30005:
      'Chat コンソールの Configuration → Friends and Relationship Chains → Follow/Fan settings でオンにしてください（Pro、Pro-plus、Enterprise の各エディション）。',
    30006: SUPPORT,
    30007: SUPPORT,
    32100: LIMIT,
    32101: LIMIT,
    32102:
      '問い合わせに使うアカウントが、相互フォローの上限に達しています。TENCENT_FROM_ACCOUNT に別のアカウントを設定してください。',
    32103: LIMIT,
    40001: BUG,
    40002: BUG,
    40003: IMPORT,
    40004: `アプリ管理者の権限が必要です。${ADMIN_ID}`,
    40006: SUPPORT,
    40007: `問い合わせに使うアカウントに、読み取る権限がありません。${ADMIN_ID}`,
    40009: BUG,
    60002: BUG,
    60003: BUG,
    60004: '続く場合は、TENCENT_ADMIN と TENCENT_SECRET_KEY を確認してください。',
    60005: '続く場合は、TENCENT_ADMIN と TENCENT_SECRET_KEY を確認してください。',
    60006: 'SDKAppID が無効です。TENCENT_SDK_APP_ID を確認してください。',
    60007: SLOWER,
    60008: SUPPORT,
    60009: 'TENCENT_BASE_URL を確認してください。設定していない場合は、followstats の不具合です。',
    60010: `識別子がアプリ管理者ではありません。${ADMIN_ID}`,
    60011: SLOWER,
    60012: BUG,
    60013: SUPPORT,
    60014: SUPPORT,
    60015: BUG,
    60016: 'この SDKAppID は無効化されています。Tencent Cloud のサポートに理由を問い合わせてください。',
    60017: 'このアプリのリクエストは無効化されています。Tencent Cloud のサポートに理由を問い合わせてください。',
    60018: SLOWER,
    60019: SLOWER,
    60020: PLAN,
    60021: 'Chat コンソールの IP 許可リストに、このサーバーのアドレスを追加してください。',
    60025: 'TENCENT_SDK_APP_ID、TENCENT_ADMIN、TENCENT_SECRET_KEY を確認してください。',
    60026: `SDKAppID は別のリージョンのものです。${REGION}`,
    60027: 'SDKAppID は Chat 以外の製品のものです。TENCENT_SDK_APP_ID を確認してください。',
    60028: PLAN,
    70001: `署名を新しくしても期限切れになります。${CLOCK}`,
    70002: `署名が空です。${KEY}`,
    70003: `${SIGNATURE}${KEY}`,
    70004: `${SIGNATURE}${KEY_OR_ADMIN}`,
    70005: `${SIGNATURE}${KEY}`,
    70006: `${SIGNATURE}${KEY_OR_ADMIN}`,
    70007: `${SIGNATURE}${KEY_OR_ADMIN}`,
    70008: `${SIGNATURE}${KEY_OR_ADMIN}`,
    70009: `署名が一致しません。${KEY}`,
    70013: `署名が別の識別子のものです。${ADMIN_ID}`,
    70014: `署名が別の SDKAppID のものです。${KEY}`,
    70016: `この SDKAppID のキーが Chat にありません。${REGION}`,
    70020: 'この SDKAppID は Chat にありません。TENCENT_SDK_APP_ID と TENCENT_REGION を確認してください。',
    70050: `署名の誤りが続いたため、1分間ロックされています。${KEY}その後、1分ほど待ってください。`,
    70051: '管理者アカウントがブロックされています。Tencent Cloud のサポートに理由を問い合わせてください。',
    70052: `署名を新しくしても失効しています。TENCENT_ADMIN を確認してください。${CLOCK}`,
    70107: IMPORT,
    70114: SLOWER,
    70169: SUPPORT,
    70202: SUPPORT,
    70206: BUG,
    70398: `アプリのアカウント数が、エディションの上限に達しています。${PLAN}`,
    70399: '3か月間は元に戻せません。',
    70402: BUG,
    70403: `アプリ管理者の権限が必要です。${ADMIN_ID}`,
    70404: BUG,
    70500: SUPPORT,
    71000: 'このアプリのアカウントは削除できません。',
    72000: PLAN,
    72001: `${DISABLED_FEATURE}${PLAN}`,
    72002: PLAN,
    72010: SLOWER,
    72011: `${DISABLED_FEATURE}${PLAN}`,
    72012: `${DISABLED_FEATURE}${PLAN}`,
    80005: `このアプリの Chat サービスは停止されています。${PLAN}`,
  },
  unknownFromAccount:
    '問い合わせに使うアカウントが Chat にありません。TENCENT_FROM_ACCOUNT に既存のアカウントを設定するか、そのアカウントをインポートしてください。',
  undocumented: 'このコードはどのドキュメントにもありません。Tencent Cloud のサポートに意味を問い合わせてください。',
  info: 'Chat からのメッセージ：「{info}」。',
});
