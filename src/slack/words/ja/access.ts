import { translate } from '../catalogue.ts';
import { access as original } from '../en/access.ts';

export const access = translate(original, {
  roles: { viewer: '閲覧者（viewer）', editor: '編集者（editor）', admin: '管理者（admin）' },
  aRole: {
    viewer: '<b>閲覧者（viewer）</b>',
    editor: '<b>編集者（editor）</b>',
    admin: '<b>管理者（admin）</b>',
  },
  change: {
    group: {
      allowed: '{subject} の正規メンバー全員に{role}権限を付与しました。',
      already: '{subject} の正規メンバー全員に、すでに{role}権限が付与されています。',
      covered:
        '{subject} の正規メンバー全員の権限はすでに{role}です。今回の付与内容も保存しましたが、実際の権限は変わりません。',
      stays: '{subject} の正規メンバー全員の権限は、より上位の{role}のままです。今回の付与内容も保存しました。',
      configured:
        '{subject} の正規メンバー全員の{role}権限は {variable} で設定されています。Slack からは変更できません。',
    },
    channel: {
      allowed: '{subject} での{role}権限を、正規メンバー全員に付与しました。',
      already: '{subject} での{role}権限は、すでに正規メンバー全員に付与されています。',
      covered:
        '{subject} では、正規メンバー全員の権限がすでに{role}です。今回の付与内容も保存しましたが、実際の権限は変わりません。',
      stays: '{subject} では、正規メンバー全員の権限がより上位の{role}のままです。今回の付与内容も保存しました。',
      configured:
        '{subject} では、正規メンバー全員の{role}権限が {variable} で設定されています。Slack からは変更できません。',
    },
    you: {
      allowed: 'あなたの権限は{role}になりました。',
      already: 'あなたの権限はすでに{role}です。',
      covered: 'あなたの権限はすでに{role}です。今回の付与内容も保存しましたが、実際の権限は変わりません。',
      stays: 'あなたの権限は、より上位の{role}のままです。今回の付与内容も保存しました。',
      revoked: 'あなたに付与されていた権限を解除しました。',
      notGranted: 'あなたに付与されている権限はないため、何も変更しませんでした。',
      configured: 'あなたの{role}権限は {variable} で設定されています。Slack からは変更できません。',
      lastAdmin:
        'あなたは最後の管理者（admin）です。権限を付与できる人がいなくなるため、変更しませんでした。先に {example} のように入力して、ほかの人を管理者にしてください。',
      unsaved:
        'あなたの権限の変更は、保存されていない可能性があります。もう一度試す前に、{access} で確認してください。',
    },
    them: {
      allowed: '{subject} に{role}権限を付与しました。',
      already: '{subject} には、すでに{role}権限が付与されています。',
      covered: '{subject} の権限はすでに{role}です。今回の付与内容も保存しましたが、実際の権限は変わりません。',
      stays: '{subject} の権限は、より上位の{role}のままです。今回の付与内容も保存しました。',
      revoked: '{subject} に付与されていた権限を解除しました。',
      notGranted: '{subject} に付与されている権限はないため、何も変更しませんでした。',
      configured: '{subject} の{role}権限は {variable} で設定されています。Slack からは変更できません。',
      lastAdmin:
        '{subject} は最後の管理者（admin）です。権限を付与できる人がいなくなるため、変更しませんでした。先に {example} のように入力して、ほかの人を管理者にしてください。',
      unsaved:
        '{subject} の権限の変更は、保存されていない可能性があります。もう一度試す前に、{access} で確認してください。',
    },
    undo: { text: '元に戻す', label: '元に戻す：{role}権限をもう一度付与' },
  },
  onlyNamed: {
    guest: 'ゲストですが、本人を直接指定したため利用できます。',
    stranger: '別のワークスペースの人ですが、本人を直接指定したため利用できます。',
    unknown: '正規メンバーかどうかを Slack に確認できませんでしたが、本人を直接指定したため利用できます。',
  },
  still: {
    you: {
      none: 'ここでは、あなたの権限はもうありません。',
      person: '{variable} で設定されている{role}権限が、ここでは引き続き有効です。',
      subject: '{subject} に付与されている{role}権限が、ここでは引き続き有効です。',
      everyone: 'このワークスペースの正規メンバー全員に付与されている{role}権限が、ここでは引き続き有効です。',
    },
    them: {
      none: 'ここで有効な権限はもうありません。',
      person: '{variable} で本人に設定されている{role}権限が、ここでは引き続き有効です。',
      subject: '{subject} に付与されている{role}権限が、ここでは本人にも引き続き適用されます。',
      everyone:
        'このワークスペースの正規メンバー全員に付与されている{role}権限が、ここでは本人にも引き続き適用されます。',
    },
    group: '{variable} で設定されている{role}権限は、このグループの正規メンバー全員に引き続き適用されます。',
    channel: '{variable} で設定されている{role}権限は、このチャンネルでは正規メンバー全員に引き続き適用されます。',
  },
  notAllowed: {
    missingScope:
      '{subject} に権限を付与できませんでした。Slack アプリに {scope} スコープがありません。OAuth & Permissions で追加し、アプリを再インストールしてください。',
    noSuchPerson: '{subject} に権限を付与できませんでした。Slack に該当するメンバーがいません。',
    noSuchGroup: '{subject} に権限を付与できませんでした。Slack に該当するユーザーグループがありません。',
    noAnswer:
      '{subject} に権限を付与できませんでした。Slack に確認できませんでした。1分ほどしてから、もう一度お試しください。',
  },
  rules: {
    title: '<b>followstats を利用できる人</b>',
    configured: '{subject} · <b>{role}</b> · {variable} で設定',
    configuredEveryone: 'このワークスペースの正規メンバー全員 · <b>{role}</b> · {variable} で設定',
    granted: '{subject} · <b>{role}</b> · {admin} が付与（{time}）',
    grantedEveryone: 'このワークスペースの正規メンバー全員 · <b>{role}</b> · {admin} が付与（{time}）',
    unreadable: 'Slack で付与した権限を、いまは読み込めません。1分ほどしてから、もう一度お試しください。',
    noneGranted: 'Slack で付与した権限はまだありません。{allow} で付与できます。',
    unrecognized:
      'ほかに{count, number}件のルールがありますが、新しいバージョンの followstats で作られたため読み取れず、適用されません。',
    changeWith: 'ほかの権限を変更するには、{allow} か {revoke} を入力してください。',
    scope: 'ユーザーグループやチャンネルに付与した権限は、正規メンバーだけに適用されます。',
  },
  controls: {
    make: {
      viewer: '閲覧者（viewer）にする',
      editor: '編集者（editor）にする',
      admin: '管理者（admin）にする',
    },
    revoke: {
      person: { text: '解除', label: '解除：{place, number}番目、メンバー、{role}' },
      group: { text: '解除', label: '解除：{place, number}番目、ユーザーグループ、{role}' },
      channel: { text: '解除', label: '解除：{place, number}番目、チャンネル、{role}' },
    },
    revokeDialog: {
      title: '権限を解除しますか？',
      person: 'このメンバーの{role}権限を解除します。ほかのルールによる権限は残ります。',
      group: 'このユーザーグループのメンバーの{role}権限を解除します。ほかのルールによる権限は残ります。',
      channel: 'このチャンネルでの{role}権限を解除します。ほかのルールによる権限は残ります。',
      confirm: '解除する',
      deny: '解除しない',
    },
    letIn: { text: '権限を付与…', label: '権限を付与…：メンバーと権限を指定' },
    see: { text: '利用できる人を見る', label: '利用できる人を見る：すべてのルール' },
  },
  why: {
    you: {
      person: 'あなたには{role}権限が直接付与されています。',
      group: 'あなたは {subject} のメンバーなので、ここでは{role}権限があります。',
      channel: 'あなたは正規メンバーなので、{subject} では{role}権限があります。',
      everyone: 'あなたはこのワークスペースの正規メンバーなので、{role}権限があります。',
    },
    them: {
      person: '{person} には{role}権限が直接付与されています。',
      group: '{person} は {subject} のメンバーなので、ここでは{role}権限があります。',
      channel: '{person} は正規メンバーなので、{subject} では{role}権限があります。',
      everyone: '{person} はこのワークスペースの正規メンバーなので、{role}権限があります。',
    },
    granted: '{admin} が付与しました（{time}）。',
    configured: 'followstats の運用担当者が設定した権限です。',
    configuredIn: '設定（{variable}）で決められた権限です。',
    partial: 'Slack で付与した権限をいまは読み込めないため、実際にはより上位の権限かもしれません。',
  },
  noRole: {
    you: {
      noRule:
        'ここでは followstats を利用できません。あなたにも、このチャンネルにも、所属を確認できたユーザーグループにも、権限が付与されていません。',
      guest:
        'ここでは followstats を利用できません。ゲストが利用できるのは、本人に直接権限が付与されている場合だけです。',
      stranger:
        'ここでは followstats を利用できません。別のワークスペースの人が利用できるのは、本人に直接権限が付与されている場合だけです。',
      unreadable:
        '付与された権限をいまは読み込めないため、followstats を利用できるかどうか確認できません。1分ほどしてから、もう一度お試しください。',
      unknown:
        'ここでは followstats を利用できません。直接付与された権限がなく、正規メンバーかどうかも Slack に確認できませんでした。',
    },
    them: {
      noRule:
        '{person} は、ここでは followstats を利用できません。本人にも、このチャンネルにも、所属を確認できたユーザーグループにも、権限が付与されていません。',
      guest:
        '{person} は、ここでは followstats を利用できません。ゲストが利用できるのは、本人に直接権限が付与されている場合だけです。',
      stranger:
        '{person} は、ここでは followstats を利用できません。別のワークスペースの人が利用できるのは、本人に直接権限が付与されている場合だけです。',
      unreadable:
        '付与された権限をいまは読み込めないため、{person} が followstats を利用できるかどうか確認できません。1分ほどしてから、もう一度お試しください。',
      unknown:
        '{person} は、ここでは followstats を利用できません。直接付与された権限がなく、正規メンバーかどうかも Slack に確認できませんでした。',
    },
    personGap: {
      missingScope:
        'Slack アプリに {scope} スコープがありません。OAuth & Permissions で追加し、アプリを再インストールしてください。',
      notFound: 'Slack に該当するメンバーがいません。',
      noAnswer: 'Slack から応答がありませんでした。1分ほどしてから、もう一度お試しください。',
      none: 'アプリか、すでにワークスペースを離れた人かもしれません。',
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
      admins: '管理者（{admins}）に権限の付与を依頼してください。',
      noAdmins: 'followstats の運用担当者に、権限の付与を依頼してください。',
    },
    letIn: { text: '閲覧者（viewer）にする', label: '閲覧者（viewer）にする：このメンバーに権限を付与' },
  },
  denial: {
    lowRole: {
      editor: 'この操作には編集者（editor）の権限が必要です。あなたの権限は{role}です。',
      admin: 'この操作には管理者（admin）の権限が必要です。あなたの権限は{role}です。',
    },
    noRule: 'followstats を利用する権限がありません。',
    guest: 'ゲストが followstats を利用できるのは、本人に直接権限が付与されている場合だけです。',
    stranger: '別のワークスペースの人が followstats を利用できるのは、本人に直接権限が付与されている場合だけです。',
    unknown: 'このワークスペースの正規メンバーかどうかを Slack に確認できないため、followstats を利用できません。',
    unreadable:
      '権限の情報を、いまは読み込めません。1分ほどしてから、もう一度お試しください。解決しない場合は、followstats の運用担当者に連絡してください。',
    admins: '管理者（{admins}）に相談してください。',
    noAdmins: 'followstats の運用担当者に相談してください。',
  },
  faults: {
    noSubject:
      '対象を指定してください。{example} のように、メンバー、ユーザーグループ、チャンネルのいずれかをメンションします。',
    notASubject:
      '{word} は、このワークスペースのメンバー、ユーザーグループ、チャンネルのいずれでもありません。{example} のようにメンションしてください。',
    notARole:
      '{word} という権限はありません。使えるのは viewer（閲覧者）、editor（編集者）、admin（管理者）です。例：{example}',
    meantRole: '{word} という権限はありません。{role} のことですか？',
    secondRole: '1回のコマンドで付与できる権限は1つだけです（2つ目：{word}）。例：{example}',
    tooManySubjects:
      '対象が{count, number}件あります。1回のコマンドで指定できるのは{max, number}件までです。{example} のように、数を減らしてください。',
    surplusWord: '{word} は不要です。全員の権限は {access}、特定の人の権限は {why} で確認できます。',
    notOnePerson:
      '{word} は不要です。{example} のように、1人だけメンションしてください。自分の権限は {why} で確認できます。',
    notAboutOneself: '{word} は不要です。ご自身の権限は {why} だけで確認できます。',
  },
});
