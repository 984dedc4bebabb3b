import { translate } from '../catalogue.ts';
import { access as original } from '../en/access.ts';

export const access = translate(original, {
  roles: { viewer: '조회자(viewer)', editor: '편집자(editor)', admin: '관리자(admin)' },
  aRole: {
    viewer: '<b>조회자(viewer)</b>',
    editor: '<b>편집자(editor)</b>',
    admin: '<b>관리자(admin)</b>',
  },
  change: {
    group: {
      allowed: '{subject}에 속한 정식 멤버의 역할은 이제 모두 {role}입니다.',
      already: '{subject}에 속한 정식 멤버의 역할은 이미 모두 {role}입니다.',
      covered:
        '{subject}에 속한 정식 멤버의 역할은 이미 모두 {role}이므로 바뀌지 않습니다. 이번에 부여한 역할은 따로 저장해 두었습니다.',
      stays:
        '{subject}에 속한 정식 멤버의 역할은 더 높은 역할인 {role}로 유지됩니다. 이번에 부여한 역할은 따로 저장해 두었습니다.',
      configured: '{subject}에 속한 정식 멤버의 {role} 역할은 {variable}에 설정되어 있어 Slack에서 변경할 수 없습니다.',
    },
    channel: {
      allowed: '{subject}에서 명령을 입력하는 정식 멤버의 역할은 이제 모두 {role}입니다.',
      already: '{subject}에서 명령을 입력하는 정식 멤버의 역할은 이미 모두 {role}입니다.',
      covered:
        '{subject}에서 명령을 입력하는 정식 멤버의 역할은 이미 모두 {role}이므로 바뀌지 않습니다. 이번에 부여한 역할은 따로 저장해 두었습니다.',
      stays:
        '{subject}에서 명령을 입력하는 정식 멤버의 역할은 더 높은 역할인 {role}로 유지됩니다. 이번에 부여한 역할은 따로 저장해 두었습니다.',
      configured:
        '{subject}에서 명령을 입력하는 정식 멤버의 {role} 역할은 {variable}에 설정되어 있어 Slack에서 변경할 수 없습니다.',
    },
    you: {
      allowed: '내 역할은 이제 {role}입니다.',
      already: '내 역할은 이미 {role}입니다.',
      covered: '내 역할은 이미 {role}이므로 바뀌지 않습니다. 이번에 부여한 역할은 따로 저장해 두었습니다.',
      stays: '내 역할은 더 높은 역할인 {role}로 유지됩니다. 이번에 부여한 역할은 따로 저장해 두었습니다.',
      revoked: '나에게 부여된 역할을 회수했습니다.',
      notGranted: '나에게 따로 부여된 역할이 없어 회수하지 않았습니다.',
      configured: '내 {role} 역할은 {variable}에 설정되어 있어 Slack에서 변경할 수 없습니다.',
      lastAdmin:
        '내 역할은 변경하지 않았습니다. 마지막 관리자라 역할을 바꾸면 권한을 부여할 사람이 없어집니다. 먼저 다른 사용자를 관리자로 지정하세요. 예: {example}',
      unsaved: '내 역할 변경 사항이 저장되지 않았을 수 있습니다. 다시 시도하기 전에 {access} 명령으로 확인하세요.',
    },
    them: {
      allowed: '{subject} 님의 역할은 이제 {role}입니다.',
      already: '{subject} 님의 역할은 이미 {role}입니다.',
      covered: '{subject} 님의 역할은 이미 {role}이므로 바뀌지 않습니다. 이번에 부여한 역할은 따로 저장해 두었습니다.',
      stays: '{subject} 님의 역할은 더 높은 역할인 {role}로 유지됩니다. 이번에 부여한 역할은 따로 저장해 두었습니다.',
      revoked: '{subject}의 역할을 회수했습니다.',
      notGranted: '{subject}의 역할은 따로 부여된 적이 없어 회수하지 않았습니다.',
      configured: '{subject} 님의 {role} 역할은 {variable}에 설정되어 있어 Slack에서 변경할 수 없습니다.',
      lastAdmin:
        '{subject} 님의 역할은 변경하지 않았습니다. 마지막 관리자라 역할을 바꾸면 권한을 부여할 사람이 없어집니다. 먼저 다른 사용자를 관리자로 지정하세요. 예: {example}',
      unsaved:
        '{subject}의 역할 변경 사항이 저장되지 않았을 수 있습니다. 다시 시도하기 전에 {access} 명령으로 확인하세요.',
    },
    undo: { text: '실행 취소', label: '실행 취소: {role} 역할 다시 부여' },
  },
  onlyNamed: {
    guest: '이 사용자는 게스트이지만, 직접 지정했으므로 이용할 수 있습니다.',
    stranger: '이 사용자는 다른 워크스페이스 소속이지만, 직접 지정했으므로 이용할 수 있습니다.',
    unknown: '정식 멤버인지 Slack에서 확인하지 못했지만, 직접 지정했으므로 이용할 수 있습니다.',
  },
  still: {
    you: {
      none: '이제 여기서는 이용 권한이 없습니다.',
      person: '{variable}에 지정된 {role} 역할로 계속 이용할 수 있습니다.',
      subject: '{subject}에 부여된 {role} 역할로 계속 이용할 수 있습니다.',
      everyone: '이 워크스페이스의 모든 정식 멤버에게 부여된 {role} 역할로 계속 이용할 수 있습니다.',
    },
    them: {
      none: '이제 여기서는 이 사용자에게 이용 권한이 없습니다.',
      person: '이 사용자는 {variable}에 지정된 {role} 역할로 계속 이용할 수 있습니다.',
      subject: '이 사용자는 {subject}에 부여된 {role} 역할로 계속 이용할 수 있습니다.',
      everyone: '이 사용자는 이 워크스페이스의 모든 정식 멤버에게 부여된 {role} 역할로 계속 이용할 수 있습니다.',
    },
    group: '이 그룹의 정식 멤버는 {variable}에 설정된 {role} 역할로 계속 이용할 수 있습니다.',
    channel: '이 채널에서 명령을 입력하는 정식 멤버는 {variable}에 설정된 {role} 역할로 계속 이용할 수 있습니다.',
  },
  notAllowed: {
    missingScope:
      'Slack 앱에 {scope} 권한 범위가 없어 {subject}의 역할을 설정하지 못했습니다. OAuth & Permissions에서 추가하고 앱을 다시 설치하세요.',
    noSuchPerson: '{subject} 사용자가 Slack에 없어 역할을 설정하지 못했습니다.',
    noSuchGroup: '{subject} 사용자 그룹이 Slack에 없어 역할을 설정하지 못했습니다.',
    noAnswer: 'Slack에서 정보를 받지 못해 {subject}의 역할을 설정하지 못했습니다. 잠시 후 다시 시도하세요.',
  },
  rules: {
    title: '<b>followstats 이용 권한</b>',
    configured: '{subject} · <b>{role}</b> · {variable}에 설정됨',
    configuredEveryone: '이 워크스페이스의 모든 정식 멤버 · <b>{role}</b> · {variable}에 설정됨',
    granted: '{subject} · <b>{role}</b> · {admin} 님이 부여함, {time}',
    grantedEveryone: '이 워크스페이스의 모든 정식 멤버 · <b>{role}</b> · {admin} 님이 부여함, {time}',
    unreadable: '지금은 Slack에서 부여한 권한을 불러올 수 없습니다. 잠시 후 다시 시도하세요.',
    noneGranted: '아직 Slack에서 부여한 권한이 없습니다. {allow} 명령으로 권한을 부여하세요.',
    unrecognized:
      '{count, plural, other {더 최신 버전의 followstats에서 만든 규칙이 #개 더 있지만, 이 버전에서는 읽을 수 없어 적용하지 않습니다.}}',
    changeWith: '나머지 규칙을 바꾸려면 {allow} 또는 {revoke} 명령을 입력하세요.',
    scope: '사용자 그룹이나 채널에 부여한 권한은 정식 멤버에게만 적용됩니다.',
  },
  controls: {
    make: {
      viewer: '조회자(viewer)로 변경',
      editor: '편집자(editor)로 변경',
      admin: '관리자(admin)로 변경',
    },
    revoke: {
      person: { text: '역할 회수', label: '역할 회수: {place, number}번째, 사용자, {role}' },
      group: { text: '역할 회수', label: '역할 회수: {place, number}번째, 사용자 그룹, {role}' },
      channel: { text: '역할 회수', label: '역할 회수: {place, number}번째, 채널, {role}' },
    },
    revokeDialog: {
      title: '이 역할을 회수할까요?',
      person: '이 사용자의 {role} 역할이 없어집니다. 다른 규칙으로 받은 역할은 그대로 유지됩니다.',
      group: '이 사용자 그룹 멤버의 {role} 역할이 없어집니다. 다른 규칙으로 받은 역할은 그대로 유지됩니다.',
      channel:
        '이 채널에서 명령을 입력하는 멤버의 {role} 역할이 없어집니다. 다른 규칙으로 받은 역할은 그대로 유지됩니다.',
      confirm: '회수',
      deny: '그대로 두기',
    },
    letIn: { text: '권한 부여…', label: '권한 부여…: 사용자와 역할 지정' },
    see: { text: '권한 목록 보기', label: '권한 목록 보기: 모든 규칙' },
  },
  why: {
    you: {
      person: '내 역할은 {role}입니다. 나를 직접 지정해 부여한 역할입니다.',
      group: '여기서 내 역할은 {role}입니다. {subject} 멤버에게 부여된 역할입니다.',
      channel: '여기서 내 역할은 {role}입니다. {subject}에서 명령을 입력하는 정식 멤버는 모두 이 역할입니다.',
      everyone: '내 역할은 {role}입니다. 이 워크스페이스의 정식 멤버는 모두 이 역할입니다.',
    },
    them: {
      person: '{person} 님의 역할은 {role}입니다. 이 사용자를 직접 지정해 부여한 역할입니다.',
      group: '여기서 {person} 님의 역할은 {role}입니다. {subject} 멤버에게 부여된 역할입니다.',
      channel:
        '여기서 {person} 님의 역할은 {role}입니다. {subject}에서 명령을 입력하는 정식 멤버는 모두 이 역할입니다.',
      everyone: '{person} 님의 역할은 {role}입니다. 이 워크스페이스의 정식 멤버는 모두 이 역할입니다.',
    },
    granted: '{admin} 님이 {time}에 부여했습니다.',
    configured: 'followstats 운영 담당자가 설정했습니다.',
    configuredIn: '{variable} 설정에 지정되어 있습니다.',
    partial: '지금은 Slack에서 부여한 권한을 불러올 수 없어, 실제 역할은 더 높을 수 있습니다.',
  },
  noRole: {
    you: {
      noRule: '여기서는 이용 권한이 없습니다. 본인이나 이 채널, 소속이 확인된 사용자 그룹에 부여된 권한이 없습니다.',
      guest: '여기서는 이용 권한이 없습니다. 게스트는 직접 지정된 경우에만 이용할 수 있습니다.',
      stranger: '여기서는 이용 권한이 없습니다. 다른 워크스페이스의 사용자는 직접 지정된 경우에만 이용할 수 있습니다.',
      unreadable:
        '지금은 부여된 권한을 불러올 수 없어 이용 권한이 있는지 확인하지 못했습니다. 잠시 후 다시 시도하세요.',
      unknown: '여기서는 이용 권한이 없습니다. 직접 지정되지 않았고, 정식 멤버인지 Slack에서 확인하지 못했습니다.',
    },
    them: {
      noRule:
        '{person} 님은 여기서 이용 권한이 없습니다. 본인이나 이 채널, 소속이 확인된 사용자 그룹에 부여된 권한이 없습니다.',
      guest: '{person} 님은 여기서 이용 권한이 없습니다. 게스트는 직접 지정된 경우에만 이용할 수 있습니다.',
      stranger:
        '{person} 님은 여기서 이용 권한이 없습니다. 다른 워크스페이스의 사용자는 직접 지정된 경우에만 이용할 수 있습니다.',
      unreadable:
        '지금은 부여된 권한을 불러올 수 없어 {person} 님에게 이용 권한이 있는지 확인하지 못했습니다. 잠시 후 다시 시도하세요.',
      unknown:
        '{person} 님은 여기서 이용 권한이 없습니다. 직접 지정되지 않았고, 정식 멤버인지 Slack에서 확인하지 못했습니다.',
    },
    personGap: {
      missingScope: 'Slack 앱에 {scope} 권한 범위가 없습니다. OAuth & Permissions에서 추가하고 앱을 다시 설치하세요.',
      notFound: 'Slack에 없는 사용자입니다.',
      noAnswer: 'Slack에서 응답이 없습니다. 잠시 후 다시 시도하세요.',
      none: '앱이거나 워크스페이스를 나간 사용자일 수 있습니다.',
    },
    groupGap: {
      missingScope:
        '일부 사용자 그룹의 멤버를 확인할 수 없습니다. Slack 앱에 {scope} 권한 범위가 없습니다. OAuth & Permissions에서 추가하고 앱을 다시 설치하세요.',
      notFound: '권한이 부여된 사용자 그룹 중에 Slack에 없는 그룹이 있습니다.',
      noAnswer: '일부 사용자 그룹의 멤버를 Slack에서 확인하지 못했습니다. 잠시 후 다시 시도하세요.',
    },
    help: {
      allow: '권한을 부여하려면 {allow} 명령을 입력하세요.',
      admins: '{admins} 님에게 권한을 요청하세요.',
      noAdmins: 'followstats 운영 담당자에게 권한을 요청하세요.',
    },
    letIn: { text: '조회자(viewer)로 지정', label: '조회자(viewer)로 지정: 이 사용자에게 이용 권한 부여' },
  },
  denial: {
    lowRole: {
      editor: '편집자(editor)만 할 수 있는 작업입니다. 현재 역할은 {role}입니다.',
      admin: '관리자(admin)만 할 수 있는 작업입니다. 현재 역할은 {role}입니다.',
    },
    noRule: 'followstats 이용 권한이 없습니다.',
    guest: '게스트는 직접 지정된 경우에만 followstats를 이용할 수 있습니다.',
    stranger: '다른 워크스페이스의 사용자는 직접 지정된 경우에만 followstats를 이용할 수 있습니다.',
    unknown: '이 워크스페이스의 정식 멤버인지 Slack에서 확인하지 못해 followstats를 이용할 수 없습니다.',
    unreadable:
      '지금은 followstats가 이용 권한을 확인할 수 없습니다. 잠시 후 다시 시도하세요. 계속되면 followstats 운영 담당자에게 알려 주세요.',
    admins: '{admins} 님에게 권한을 요청하세요.',
    noAdmins: 'followstats 운영 담당자에게 권한을 요청하세요.',
  },
  faults: {
    noSubject: '누구에게 적용할까요? 사용자, 사용자 그룹, 채널 중 하나를 멘션하세요. 예: {example}',
    notASubject: '{word} 대신 사용자, 사용자 그룹, 채널 중 하나를 멘션하세요. 예: {example}',
    notARole: '{word} 역할은 없습니다. 역할은 viewer, editor, admin 중 하나입니다. 예: {example}',
    meantRole: '{word} 역할은 없습니다. 혹시 {role} 역할을 찾으시나요?',
    secondRole: '역할은 한 번에 하나만 부여할 수 있습니다. {word} 부분을 빼고 입력하세요. 예: {example}',
    tooManySubjects:
      '사용자, 사용자 그룹, 채널은 한 번에 {max, number}개까지 지정할 수 있는데 {count, number}개를 입력했습니다. 줄여서 입력하세요. 예: {example}',
    surplusWord: '{word} 부분을 빼고 {access}만 입력하세요. 한 사용자의 권한은 {why} 명령으로 볼 수 있습니다.',
    notOnePerson: '{word} 대신 사용자 한 명을 멘션하거나(예: {example}), 내 권한을 보려면 {why}만 입력하세요.',
    notAboutOneself: '{word} 부분을 빼고 입력하세요. 내 권한은 {why} 명령으로 볼 수 있습니다.',
  },
});
