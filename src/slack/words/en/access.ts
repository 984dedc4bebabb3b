/** Said of who may use the app. `you` and `them`: of the reader, and of another person. Roles are typed in English everywhere; `roles`: how each is spoken of. */
export const access = {
  roles: { viewer: 'viewer', editor: 'editor', admin: 'admin' },
  /** The same of a person who is one. */
  aRole: { viewer: 'a <b>viewer</b>', editor: 'an <b>editor</b>', admin: 'an <b>admin</b>' },
  /** What came of `allow` and `revoke` for one subject. */
  change: {
    group: {
      allowed: 'Every full member in {subject} is now {role}.',
      /** That was granted before. */
      already: 'Every full member in {subject} is {role} already.',
      /** Another rule gives as much or more. */
      covered:
        'Every full member in {subject} is {role} already, so nothing changes for now. Your grant is kept as well.',
      stays: 'Every full member in {subject} is still {role}, which counts for more. Your grant is kept as well.',
      configured: '{variable} makes every full member in {subject} {role}, and that can’t be changed from Slack.',
    },
    channel: {
      allowed: 'Every full member who types in {subject} is now {role}.',
      already: 'Every full member who types in {subject} is {role} already.',
      covered:
        'Every full member who types in {subject} is {role} already, so nothing changes for now. Your grant is kept as well.',
      stays:
        'Every full member who types in {subject} is still {role}, which counts for more. Your grant is kept as well.',
      configured:
        '{variable} makes every full member who types in {subject} {role}, and that can’t be changed from Slack.',
    },
    you: {
      allowed: 'You’re now {role}.',
      already: 'You’re {role} already.',
      covered: 'You’re {role} already, so nothing changes for now. Your grant is kept as well.',
      stays: 'You’re still {role}, which counts for more. Your grant is kept as well.',
      revoked: 'Took back what was granted to you.',
      notGranted: 'Nothing was granted to you, so there was nothing to take back.',
      configured: '{variable} makes you {role}, and that can’t be changed from Slack.',
      lastAdmin:
        'You’re the last admin, so nothing was changed: nobody could give access any more. Make someone else an admin first, like {example}.',
      unsaved: 'The change to your role may not have been saved. Check {access} before you try again.',
    },
    them: {
      allowed: '{subject} is now {role}.',
      already: '{subject} is {role} already.',
      covered: '{subject} is {role} already, so nothing changes for now. Your grant is kept as well.',
      stays: '{subject} is still {role}, which counts for more. Your grant is kept as well.',
      revoked: 'Took back what was granted to {subject}.',
      notGranted: 'Nothing was granted to {subject}, so there was nothing to take back.',
      configured: '{variable} makes {subject} {role}, and that can’t be changed from Slack.',
      lastAdmin:
        '{subject} is the last admin, so nothing was changed: nobody could give access any more. Make someone else an admin first, like {example}.',
      unsaved: 'The change for {subject} may not have been saved. Check {access} before you try again.',
    },
    undo: { text: 'Undo', label: 'Undo: give the role {role} back' },
  },
  /** Follows what was allowed, where the person gets in only since a rule names them. */
  onlyNamed: {
    guest: 'They’re a guest here, so they get in only because you named them.',
    stranger: 'They’re from another workspace, so they get in only because you named them.',
    unknown: 'Slack didn’t say whether they’re a full member, so they get in only because you named them.',
  },
  /** Follows what was revoked: what other rules give. */
  still: {
    you: {
      none: 'You have no access here now.',
      person: 'You’re still {role} here, because {variable} names you.',
      subject: 'You’re still {role} here through {subject}.',
      everyone: 'You’re still {role} here, like every full member of this workspace.',
    },
    them: {
      none: 'They have no access here now.',
      person: 'They’re still {role} here, because {variable} names them.',
      subject: 'They’re still {role} here through {subject}.',
      everyone: 'They’re still {role} here, like every full member of this workspace.',
    },
    group: 'Every full member in it is still {role}, because {variable} names it.',
    channel: 'Every full member who types there is still {role}, because {variable} names it.',
  },
  /** Why nothing was granted: Slack doesn’t say who the subject is. */
  notAllowed: {
    missingScope:
      'Nothing was granted to {subject}: the Slack app lacks the scope {scope}. Add it under OAuth & Permissions and reinstall the app.',
    noSuchPerson: 'Nothing was granted to {subject}: Slack knows no such person.',
    noSuchGroup: 'Nothing was granted to {subject}: Slack knows no such user group.',
    noAnswer: 'Nothing was granted to {subject}: Slack didn’t say who that is. Try again in a minute.',
  },
  /** All rules, by role. */
  rules: {
    title: '<b>Who may use followstats</b>',
    configured: '{subject} · <b>{role}</b> · fixed in {variable}',
    configuredEveryone: 'Every full member of this workspace · <b>{role}</b> · fixed in {variable}',
    granted: '{subject} · <b>{role}</b> · granted by {admin}, {time}',
    grantedEveryone: 'Every full member of this workspace · <b>{role}</b> · granted by {admin}, {time}',
    unreadable: 'What was granted from Slack can’t be read right now. Try again in a minute.',
    noneGranted: 'Nothing has been granted from Slack yet. Let someone in with {allow}.',
    unrecognized:
      '{count, plural, one {# more rule comes from a newer version of followstats. This one doesn’t know it, so it lets nobody in.} other {# more rules come from a newer version of followstats. This one doesn’t know them, so they let nobody in.}}',
    changeWith: 'To change one of the others, type {allow} or {revoke}.',
    scope: 'A user group or channel lets in full members only.',
  },
  /** Controls of a rule that was granted. */
  controls: {
    make: {
      viewer: 'Change to viewer',
      editor: 'Change to editor',
      admin: 'Change to admin',
    },
    /** By whom the rule is about: nothing else tells them apart where no mention can stand. */
    revoke: {
      person: { text: 'Revoke', label: 'Revoke: number {place, number}, a person, {role}' },
      group: { text: 'Revoke', label: 'Revoke: number {place, number}, a user group, {role}' },
      channel: { text: 'Revoke', label: 'Revoke: number {place, number}, a channel, {role}' },
    },
    revokeDialog: {
      title: 'Take back this role?',
      person: 'This person will no longer be {role}, unless another rule makes them one.',
      group: 'Being in this user group will no longer make anyone {role}. What other rules give them stays.',
      channel: 'Typing in this channel will no longer make anyone {role}. What other rules give them stays.',
      confirm: 'Take it back',
      deny: 'Keep it',
    },
    letIn: { text: 'Let someone in…', label: 'Let someone in…: say who, and as what' },
    see: { text: 'See who has access', label: 'See who has access: all rules' },
  },
  /** Which rule gives a person their role. */
  why: {
    you: {
      person: 'You’re {role}, because you were added by name.',
      group: 'You’re {role} here, because you’re in {subject}.',
      channel: 'You’re {role} here, like every full member who types in {subject}.',
      everyone: 'You’re {role}, like every full member of this workspace.',
    },
    them: {
      person: '{person} is {role}, because they were added by name.',
      group: '{person} is {role} here, because they’re in {subject}.',
      channel: '{person} is {role} here, like every full member who types in {subject}.',
      everyone: '{person} is {role}, like every full member of this workspace.',
    },
    /** Where the rule comes from. */
    granted: '{admin} granted that, {time}.',
    configured: 'That’s fixed by the people who run followstats.',
    /** The same for admins. */
    configuredIn: 'That’s fixed in the configuration ({variable}).',
    partial: 'What was granted from Slack can’t be read right now, so there may be a higher role.',
  },
  /** Why a person has no role. */
  noRole: {
    you: {
      noRule: 'You don’t have access here. No rule names you, this channel or a user group you’re known to be in.',
      guest: 'You don’t have access here. You’re a guest, and guests have to be let in by name.',
      stranger:
        'You don’t have access here. You’re from another workspace, and people from there have to be let in by name.',
      unreadable:
        'It isn’t clear whether you have access: what was granted can’t be read right now. Try again in a minute.',
      unknown: 'You don’t have access here. No rule names you, and Slack didn’t say that you’re a full member.',
    },
    them: {
      noRule:
        '{person} doesn’t have access here. No rule names them, this channel or a user group they’re known to be in.',
      guest: '{person} doesn’t have access here. They’re a guest, and guests have to be let in by name.',
      stranger:
        '{person} doesn’t have access here. They’re from another workspace, and people from there have to be let in by name.',
      unreadable:
        'It isn’t clear whether {person} has access: what was granted can’t be read right now. Try again in a minute.',
      unknown:
        '{person} doesn’t have access here. No rule names them, and Slack didn’t say that they’re a full member.',
    },
    /** Why Slack didn’t say. The scope is named to admins only. */
    personGap: {
      missingScope: 'The Slack app lacks the scope {scope}. Add it under OAuth & Permissions and reinstall the app.',
      notFound: 'Slack knows no such person.',
      noAnswer: 'Slack gave no answer. Try again in a minute.',
      none: 'It may be an app, or someone who has left.',
    },
    groupGap: {
      missingScope:
        'Who is in some user groups isn’t known: the Slack app lacks the scope {scope}. Add it under OAuth & Permissions and reinstall the app.',
      notFound: 'One of the rules names a user group that Slack doesn’t know.',
      noAnswer: 'Slack didn’t say who is in some user groups. Try again in a minute.',
    },
    /** What would help. */
    help: {
      allow: 'Let them in with {allow}.',
      admins: 'An admin can let you in: {admins}.',
      noAdmins: 'The people who run followstats can let you in.',
    },
    /** A button that does that. */
    letIn: { text: 'Make them a viewer', label: 'Make them a viewer: let this person in' },
  },
  /** Why a person may not do what they asked for. */
  denial: {
    /** By the role that it takes. */
    lowRole: { editor: 'Only editors can do that. You’re {role}.', admin: 'Only admins can do that. You’re {role}.' },
    noRule: 'You haven’t been given access to followstats.',
    guest: 'Guests can use followstats only when they are let in by name.',
    stranger: 'People from other workspaces can use followstats only when they are let in by name.',
    unknown: 'Slack didn’t say whether you’re a full member of this workspace, so followstats can’t let you in.',
    unreadable:
      'followstats can’t read who has access right now. Try again in a minute. If that doesn’t help, tell the people who run followstats.',
    admins: 'An admin can change that: {admins}.',
    noAdmins: 'The people who run followstats can change that.',
  },
  faults: {
    noSubject: 'Who is it for? Mention a person, a user group or a channel, like {example}.',
    notASubject: '{word} isn’t a person, a user group or a channel here. Mention one, like {example}.',
    notARole: '{word} isn’t a role. Roles are viewer, editor and admin, like in {example}.',
    meantRole: '{word} isn’t a role. Did you mean {role}?',
    secondRole: 'One command gives one role, and {word} would be a second one. Try {example}.',
    tooManySubjects:
      'That’s {count, number} people, user groups and channels, and one command takes {max, number} at most. Try fewer, like {example}.',
    surplusWord: '{word} doesn’t belong there. Type {access} alone, or {why} about one person.',
    notOnePerson: '{word} doesn’t belong there. Mention one person, like {example}, or type {why} about yourself.',
    notAboutOneself: '{word} doesn’t belong there. Type {why} alone to see your own role.',
  },
} as const;
