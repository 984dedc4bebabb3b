import { translate } from '../catalogue.ts';
import { access as original } from '../en/access.ts';

export const access = translate(original, {
  change: {
    personAllowed: '{person} に <b>{role}</b> 権限を付与しました。',
    groupAllowed: '{group} の正規メンバー全員に <b>{role}</b> 権限を付与しました。',
    channelAllowed: '{channel} で followstats を使う正規メンバー全員に <b>{role}</b> 権限を付与しました。',
    already: '{subject} にはすでに <b>{role}</b> 権限があります。今回の付与も保存しましたが、権限は変わりません。',
    stays:
      '{subject} には、より強い <b>{role}</b> 権限がすでにあり、そのまま変わりません。<b>{granted}</b> 権限の付与も保存しました。',
    revoked: '{subject} に付与した権限を取り消しました。',
    notGranted: '{subject} に付与した権限はないため、取り消すものはありませんでした。',
    configured:
      '{subject} の <b>{role}</b> 権限は、followstats の運用担当者が固定しています。Slack からは変更できません。',
    lastAdmin:
      '{subject} は最後の管理者（admin）です。アクセス権を付与できる人がいなくなるため、変更しませんでした。先に {example} のように入力して、ほかの人を管理者にしてください。',
    unsaved: '{subject} の変更は、保存されていない可能性があります。もう一度試す前に、{access} で確認してください。',
  },
  onlyNamed: {
    guest: 'ゲストのため、直接指定されている間だけ利用できます。',
    stranger: '別のワークスペースのメンバーのため、直接指定されている間だけ利用できます。',
    unknown: '正規メンバーかどうかを Slack に確認できないため、直接指定されている間だけ利用できます。',
  },
  still: {
    none: 'ここで使える権限はもうありません。',
    person: '本人への付与により、ここでは引き続き <b>{role}</b> 権限があります。',
    subject: '{subject} への付与により、ここでは引き続き <b>{role}</b> 権限があります。',
    everyone: 'このワークスペースの正規メンバーとして、ここでは引き続き <b>{role}</b> 権限があります。',
  },
  notAllowed: {
    missingScope:
      '{subject} に権限を付与できませんでした。Slack アプリに {scope} スコープがありません。OAuth & Permissions で追加し、アプリを再インストールしてください。',
    noSuchPerson: '{subject} に権限を付与できませんでした。Slack に該当するメンバーがいません。',
    noSuchGroup: '{subject} に権限を付与できませんでした。Slack に該当するユーザーグループがありません。',
    noAnswer:
      '{subject} に権限を付与できませんでした。Slack に確認できなかったため、1分ほどしてから、もう一度お試しください。',
  },
  rules: {
    title: '<b>followstats を利用できる人</b>',
    configured: '{subject} · <b>{role}</b> · 運用担当者が固定',
    configuredEveryone: 'このワークスペースの正規メンバー全員 · <b>{role}</b> · 運用担当者が固定',
    granted: '{subject} · <b>{role}</b> · {admin} が付与（{time}）',
    grantedEveryone: 'このワークスペースの正規メンバー全員 · <b>{role}</b> · {admin} が付与（{time}）',
    unreadable: 'Slack から付与した権限を、いまは読み込めません。1分ほどしてから、もう一度お試しください。',
    noneGranted: 'Slack から付与した権限はまだありません。{allow} で付与できます。',
    unrecognized:
      'ほかに{count, number}件のルールがありますが、新しいバージョンの followstats のもので、このバージョンでは読み取れません。これらのルールでは誰も利用できません。',
    changeWith: 'そのほかを変更するには、{allow} か {revoke} と入力してください。',
    scope: 'ユーザーグループやチャンネルへの付与で利用できるのは、正規メンバーだけです。',
  },
  controls: {
    make: {
      viewer: '閲覧者（viewer）にする',
      editor: '編集者（editor）にする',
      admin: '管理者（admin）にする',
    },
    revoke: { text: '取り消す', label: '取り消す：この権限' },
    revokeDialog: {
      title: '権限を取り消しますか？',
      person: 'このメンバーの {role} 権限を取り消します。ほかのルールによる権限は残ります。',
      group: 'このユーザーグループのメンバーの {role} 権限を取り消します。ほかのルールによる権限は残ります。',
      channel: 'このチャンネルのメンバーの {role} 権限を取り消します。ほかのルールによる権限は残ります。',
      confirm: '取り消す',
      deny: 'キャンセル',
    },
    see: { text: 'アクセス権を確認', label: 'アクセス権を確認：すべてのルール' },
  },
  why: {
    you: {
      person: 'あなたには <b>{role}</b> 権限があります（本人への付与）。',
      group: 'あなたは {subject} のメンバーなので、ここでは <b>{role}</b> 権限があります。',
      channel: '{subject} で使う正規メンバーには <b>{role}</b> 権限があり、あなたも含まれます。',
      everyone: 'このワークスペースの正規メンバーには <b>{role}</b> 権限があり、あなたも含まれます。',
    },
    them: {
      person: '{person} には <b>{role}</b> 権限があります（本人への付与）。',
      group: '{person} は {subject} のメンバーなので、ここでは <b>{role}</b> 権限があります。',
      channel: '{subject} で使う正規メンバーには <b>{role}</b> 権限があり、{person} も含まれます。',
      everyone: 'このワークスペースの正規メンバーには <b>{role}</b> 権限があり、{person} も含まれます。',
    },
    granted: '{admin} が付与しました（{time}）。',
    configured: 'followstats の運用担当者が固定しています。',
    configuredIn: '設定（{variable}）で固定されています。',
    partial: 'Slack から付与した権限をいまは読み込めないため、実際にはより強い権限かもしれません。',
  },
  noRole: {
    you: {
      noRule:
        'ここではアクセス権がありません。あなた自身も、このチャンネルも、あなたの所属が確認できるユーザーグループも、ルールで指定されていません。',
      guest: 'ここではアクセス権がありません。ゲストが利用するには、本人が直接指定される必要があります。',
      stranger:
        'ここではアクセス権がありません。別のワークスペースのメンバーが利用するには、本人が直接指定される必要があります。',
      unreadable:
        'アクセス権を確認できません。付与された権限を、いまは読み込めません。1分ほどしてから、もう一度お試しください。',
      unknown:
        'ここではアクセス権がありません。あなたを直接指定するルールがなく、正規メンバーかどうかを Slack に確認できませんでした。',
    },
    them: {
      noRule:
        '{person} には、ここではアクセス権がありません。本人も、このチャンネルも、所属が確認できるユーザーグループも、ルールで指定されていません。',
      guest:
        '{person} には、ここではアクセス権がありません。ゲストが利用するには、本人が直接指定される必要があります。',
      stranger:
        '{person} には、ここではアクセス権がありません。別のワークスペースのメンバーが利用するには、本人が直接指定される必要があります。',
      unreadable:
        '{person} のアクセス権を確認できません。付与された権限を、いまは読み込めません。1分ほどしてから、もう一度お試しください。',
      unknown:
        '{person} には、ここではアクセス権がありません。本人を直接指定するルールがなく、正規メンバーかどうかを Slack に確認できませんでした。',
    },
    personGap: {
      missingScope:
        'Slack アプリに {scope} スコープがありません。OAuth & Permissions で追加し、アプリを再インストールしてください。',
      notFound: 'Slack に該当するメンバーがいません。',
      noAnswer: 'Slack から応答がありませんでした。1分ほどしてから、もう一度お試しください。',
      none: 'アプリか、すでに退会した人かもしれません。',
    },
    groupGap: {
      missingScope:
        '一部のユーザーグループのメンバーを確認できません。Slack アプリに {scope} スコープがありません。OAuth & Permissions で追加し、アプリを再インストールしてください。',
      notFound: 'Slack に存在しないユーザーグループを指定しているルールがあります。',
      noAnswer:
        '一部のユーザーグループのメンバーを Slack に確認できませんでした。1分ほどしてから、もう一度お試しください。',
    },
    help: {
      allow: '{allow} で権限を付与できます。',
      admins: '管理者に権限の付与を依頼してください：{admins}。',
      noAdmins: 'followstats の運用担当者に、権限の付与を依頼してください。',
    },
    letIn: { text: '閲覧者（viewer）にする', label: '閲覧者（viewer）にする：このメンバーに権限を付与' },
  },
  denial: {
    lowRole: 'この操作には <b>{needed}</b> 権限が必要です。あなたの権限は <b>{role}</b> です。',
    noRule: 'followstats のアクセス権がありません。',
    guest: 'ゲストが followstats を利用するには、本人が直接指定される必要があります。',
    stranger: '別のワークスペースのメンバーが followstats を利用するには、本人が直接指定される必要があります。',
    unknown: 'このワークスペースの正規メンバーかどうかを Slack に確認できないため、followstats を利用できません。',
    unreadable:
      'アクセス権の情報を、いまは読み込めません。1分ほどしてから、もう一度お試しください。解決しない場合は、followstats の運用担当者に連絡してください。',
    admins: '管理者に相談してください：{admins}。',
    noAdmins: 'followstats の運用担当者に相談してください。',
  },
  faults: {
    noSubject:
      '対象は誰ですか？{example} のように、メンバー、ユーザーグループ、チャンネルのいずれかをメンションしてください。',
    notASubject:
      '{word} は、ここのメンバー、ユーザーグループ、チャンネルのいずれでもありません。{example} のようにメンションしてください。',
    notARole:
      '{word} という権限はありません。使えるのは viewer（閲覧者）、editor（編集者）、admin（管理者）です。例：{example}',
    secondRole: '{word} は2つ目の権限です。1回のコマンドで付与できるのは1つだけです。例：{example}',
    tooManySubjects:
      '対象が{count, number}件あります。1回のコマンドで指定できるのは{max, number}件までです。{example} のように、数を減らしてください。',
    surplusWord: '{word} は不要です。{access} だけを入力するか、1人について調べるには {why} と入力してください。',
    notOnePerson:
      '{word} は不要です。{example} のように1人だけメンションするか、自分について調べるには {why} と入力してください。',
  },
});
