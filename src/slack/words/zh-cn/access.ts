import { translate } from '../catalogue.ts';
import { access as en } from '../en/access.ts';

export const access = translate(en, {
  roles: { viewer: '查看者（viewer）', editor: '编辑者（editor）', admin: '管理员（admin）' },
  aRole: {
    viewer: '<b>查看者（viewer）</b>',
    editor: '<b>编辑者（editor）</b>',
    admin: '<b>管理员（admin）</b>',
  },
  change: {
    group: {
      allowed: '{subject} 的所有正式成员现在都是{role}。',
      already: '{subject} 的所有正式成员已经是{role}。',
      covered: '{subject} 的所有正式成员原本就是{role}，角色不变。这次授权已记录，原有授权失效后生效。',
      stays: '{subject} 的所有正式成员仍是权限更高的{role}。这次授权已记录，原有授权失效后生效。',
      configured: '{subject} 的所有正式成员都是{role}，由 {variable} 设定，无法在 Slack 中更改。',
    },
    channel: {
      allowed: '在 {subject} 中使用命令的所有正式成员现在都是{role}。',
      already: '在 {subject} 中使用命令的所有正式成员已经是{role}。',
      covered: '在 {subject} 中使用命令的所有正式成员原本就是{role}，角色不变。这次授权已记录，原有授权失效后生效。',
      stays: '在 {subject} 中使用命令的所有正式成员仍是权限更高的{role}。这次授权已记录，原有授权失效后生效。',
      configured: '在 {subject} 中使用命令的所有正式成员都是{role}，由 {variable} 设定，无法在 Slack 中更改。',
    },
    you: {
      allowed: '您现在是{role}。',
      already: '您已经是{role}。',
      covered: '您原本就是{role}，角色不变。这次授权已记录，原有授权失效后生效。',
      stays: '您仍是权限更高的{role}。这次授权已记录，原有授权失效后生效。',
      revoked: '已收回您的授权。',
      notGranted: '您没有可收回的授权。',
      configured: '您是{role}，由 {variable} 设定，无法在 Slack 中更改。',
      lastAdmin: '您是最后一位管理员，更改后就没有人能授权了，因此未作更改。请先再设一位管理员，例如 {example}。',
      unsaved: '对您的角色的更改可能未保存。重试前请先用 {access} 确认。',
    },
    them: {
      allowed: '{subject} 现在是{role}。',
      already: '{subject} 已经是{role}。',
      covered: '{subject} 原本就是{role}，角色不变。这次授权已记录，原有授权失效后生效。',
      stays: '{subject} 仍是权限更高的{role}。这次授权已记录，原有授权失效后生效。',
      revoked: '已收回 {subject} 的授权。',
      notGranted: '{subject} 没有可收回的授权。',
      configured: '{subject} 是{role}，由 {variable} 设定，无法在 Slack 中更改。',
      lastAdmin:
        '{subject} 是最后一位管理员，更改后就没有人能授权了，因此未作更改。请先再设一位管理员，例如 {example}。',
      unsaved: '对 {subject} 的更改可能未保存。重试前请先用 {access} 确认。',
    },
    undo: { text: '撤销', label: '撤销：重新授予{role}角色' },
  },
  onlyNamed: {
    guest: '对方是访客，但您已单独授权，因此可以使用。',
    stranger: '对方来自其他工作区，但您已单独授权，因此可以使用。',
    unknown: '无法从 Slack 确认对方是否为正式成员，但您已单独授权，因此可以使用。',
  },
  still: {
    you: {
      none: '您现在在这里没有使用权限。',
      person: '您在这里仍是{role}，由 {variable} 设定。',
      subject: '您在这里通过 {subject} 仍是{role}。',
      everyone: '您在这里仍是{role}，和此工作区的所有正式成员一样。',
    },
    them: {
      none: '对方现在在这里没有使用权限。',
      person: '对方在这里仍是{role}，由 {variable} 设定。',
      subject: '对方在这里通过 {subject} 仍是{role}。',
      everyone: '对方在这里仍是{role}，和此工作区的所有正式成员一样。',
    },
    group: '其中的所有正式成员仍是{role}，由 {variable} 设定。',
    channel: '在其中使用命令的所有正式成员仍是{role}，由 {variable} 设定。',
  },
  notAllowed: {
    missingScope:
      '未能向 {subject} 授权：Slack 应用缺少权限范围 {scope}。请在 OAuth & Permissions 中添加，然后重新安装应用。',
    noSuchPerson: '未能向 {subject} 授权：Slack 中没有此成员。',
    noSuchGroup: '未能向 {subject} 授权：Slack 中没有此用户组。',
    noAnswer: '未能向 {subject} 授权：无法从 Slack 获取其信息，请稍后重试。',
  },
  rules: {
    title: '<b>谁可以使用 followstats</b>',
    configured: '{subject} · <b>{role}</b> · 由 {variable} 设定',
    configuredEveryone: '此工作区的所有正式成员 · <b>{role}</b> · 由 {variable} 设定',
    granted: '{subject} · <b>{role}</b> · 由 {admin} 授权，{time}',
    grantedEveryone: '此工作区的所有正式成员 · <b>{role}</b> · 由 {admin} 授权，{time}',
    unreadable: '暂时无法读取在 Slack 中授予的权限，请稍后重试。',
    noneGranted: '还没有在 Slack 中授予过权限。可用 {allow} 授权。',
    unrecognized: '另有 {count, number} 条规则来自较新版本的 followstats，当前版本无法识别，因此暂不生效。',
    changeWith: '如需更改其他规则，请输入 {allow} 或 {revoke}。',
    scope: '授权给用户组或频道时，只有其中的正式成员可以使用。',
  },
  controls: {
    make: {
      viewer: '设为查看者（viewer）',
      editor: '设为编辑者（editor）',
      admin: '设为管理员（admin）',
    },
    revoke: {
      person: { text: '收回授权', label: '收回授权：第 {place, number} 条，成员，{role}' },
      group: { text: '收回授权', label: '收回授权：第 {place, number} 条，用户组，{role}' },
      channel: { text: '收回授权', label: '收回授权：第 {place, number} 条，频道，{role}' },
    },
    revokeDialog: {
      title: '收回授权？',
      person: '这位成员将失去{role}角色，通过其他规则获得的角色不受影响。',
      group: '此用户组的成员将失去{role}角色，通过其他规则获得的角色不受影响。',
      channel: '在此频道中使用命令的成员将失去{role}角色，通过其他规则获得的角色不受影响。',
      confirm: '收回授权',
      deny: '保留',
    },
    letIn: { text: '授权…', label: '授权…：选择成员和角色' },
    see: { text: '查看谁有权限', label: '查看谁有权限：所有规则' },
  },
  why: {
    you: {
      person: '您已获单独授权，角色是{role}。',
      group: '您是 {subject} 的成员，因此在这里是{role}。',
      channel: '您在这里是{role}，和在 {subject} 中使用命令的所有正式成员一样。',
      everyone: '您是{role}，和此工作区的所有正式成员一样。',
    },
    them: {
      person: '{person} 已获单独授权，角色是{role}。',
      group: '{person} 是 {subject} 的成员，因此在这里是{role}。',
      channel: '{person} 在这里是{role}，和在 {subject} 中使用命令的所有正式成员一样。',
      everyone: '{person} 是{role}，和此工作区的所有正式成员一样。',
    },
    granted: '授权人：{admin}，{time}。',
    configured: '这个角色由 followstats 的维护人员设定。',
    configuredIn: '这个角色在配置（{variable}）中设定。',
    partial: '暂时无法读取在 Slack 中授予的权限，实际角色可能更高。',
  },
  noRole: {
    you: {
      noRule: '您在这里没有使用权限：您本人、此频道和您所在的用户组都没有获得授权。',
      guest: '您在这里没有使用权限：您是访客，需要单独授权。',
      stranger: '您在这里没有使用权限：您来自其他工作区，需要单独授权。',
      unreadable: '暂时无法读取授权记录，因此不确定您是否有使用权限。请稍后重试。',
      unknown: '您在这里没有使用权限：您没有获得单独授权，也无法从 Slack 确认您是正式成员。',
    },
    them: {
      noRule: '{person} 在这里没有使用权限：该成员本人、此频道和所在的用户组都没有获得授权。',
      guest: '{person} 在这里没有使用权限：对方是访客，需要单独授权。',
      stranger: '{person} 在这里没有使用权限：对方来自其他工作区，需要单独授权。',
      unreadable: '暂时无法读取授权记录，因此不确定 {person} 是否有使用权限。请稍后重试。',
      unknown: '{person} 在这里没有使用权限：对方没有获得单独授权，也无法从 Slack 确认其为正式成员。',
    },
    personGap: {
      missingScope: 'Slack 应用缺少权限范围 {scope}。请在 OAuth & Permissions 中添加，然后重新安装应用。',
      notFound: 'Slack 中没有此成员。',
      noAnswer: 'Slack 没有响应，请稍后重试。',
      none: '对方可能是应用，或已离开工作区。',
    },
    groupGap: {
      missingScope:
        '无法得知部分用户组有哪些成员：Slack 应用缺少权限范围 {scope}。请在 OAuth & Permissions 中添加，然后重新安装应用。',
      notFound: '有一条规则指向 Slack 中不存在的用户组。',
      noAnswer: '无法从 Slack 得知部分用户组有哪些成员，请稍后重试。',
    },
    help: {
      allow: '可用 {allow} 授权。',
      admins: '请联系管理员授权：{admins}。',
      noAdmins: '请联系 followstats 的维护人员授权。',
    },
    letIn: { text: '设为查看者', label: '设为查看者：允许对方使用' },
  },
  denial: {
    lowRole: {
      editor: '只有编辑者（editor）才能执行此操作，您是{role}。',
      admin: '只有管理员（admin）才能执行此操作，您是{role}。',
    },
    noRule: '您还没有 followstats 的使用权限。',
    guest: '访客需要单独授权才能使用 followstats。',
    stranger: '其他工作区的成员需要单独授权才能使用 followstats。',
    unknown: '无法从 Slack 确认您是否为此工作区的正式成员，因此暂时不能使用 followstats。',
    unreadable: 'followstats 暂时无法读取授权记录。请稍后重试，如仍不行，请告知 followstats 的维护人员。',
    admins: '如需权限，请联系管理员：{admins}。',
    noAdmins: '如需权限，请联系 followstats 的维护人员。',
  },
  faults: {
    noSubject: '要授权给谁？请提及成员、用户组或频道，例如 {example}。',
    notASubject: '{word} 不是这里的成员、用户组或频道。请提及其中之一，例如 {example}。',
    notARole: '{word} 不是角色。可用的角色有 viewer、editor 和 admin，正确写法如 {example}。',
    meantRole: '{word} 不是角色。您要输入的是 {role} 吗？',
    secondRole: '一条命令只能授予一个角色，{word} 是第二个。正确写法如 {example}。',
    tooManySubjects:
      '共提及 {count, number} 个成员、用户组和频道，一条命令最多 {max, number} 个。请减少一些，例如 {example}。',
    surplusWord: '{word} 是多余的。请单独输入 {access}，或用 {why} 查看某位成员。',
    notOnePerson: '{word} 是多余的。请提及一位成员，例如 {example}；或输入 {why} 查看自己的权限。',
  },
});
