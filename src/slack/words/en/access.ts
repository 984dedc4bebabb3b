/** Said of who may use the app. `you` and `them`: of the reader, and of another person. Roles are typed in English everywhere; `roles`: how each is spoken of. */
export const access = {
  roles: { viewer: 'viewer', editor: 'editor', admin: 'admin' },
  /** What came of `allow` and `revoke` for one subject. */
  change: {
    personAllowed: '{person} is now <b>{role}</b>.',
    groupAllowed: 'Every full member in {group} is now <b>{role}</b>.',
    channelAllowed: 'Every full member who types in {channel} is now <b>{role}</b>.',
    /** Another rule gives as much or more already. */
    already: '{subject} is <b>{role}</b> already, so nothing changes for now. Your grant is kept as well.',
    stays: '{subject} stays <b>{role}</b>, which counts for more. The role <b>{granted}</b> is kept as well.',
    revoked: 'Took back what was granted to {subject}.',
    notGranted: 'Nothing was granted to {subject}, so there was nothing to take back.',
    configured:
      '{subject} is <b>{role}</b>, and that’s fixed by the people who run followstats. It can’t be changed from Slack.',
    lastAdmin:
      '{subject} is the last admin, so nothing was changed: nobody could give access any more. Make someone else admin first, like {example}.',
    unsaved: 'The change for {subject} may not have been saved. Check {access} before you try again.',
  },
  /** Follows what was allowed, where the person gets in only since a rule names them. */
  onlyNamed: {
    guest: 'They’re a guest here, so they get in only because you named them.',
    stranger: 'They’re from another workspace, so they get in only because you named them.',
    unknown: 'Slack didn’t say whether they’re a full member, so they get in only because you named them.',
  },
  /** Follows what was revoked: what other rules give. */
  still: {
    none: 'They have no role here now.',
    person: 'They’re still <b>{role}</b> here, by name.',
    subject: 'They’re still <b>{role}</b> here through {subject}.',
    everyone: 'They’re still <b>{role}</b> here, like every full member of this workspace.',
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
    configured: '{subject} · <b>{role}</b> · fixed by the people who run followstats',
    configuredEveryone: 'Every full member of this workspace · <b>{role}</b> · fixed by the people who run followstats',
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
      viewer: 'Make viewer',
      editor: 'Make editor',
      admin: 'Make admin',
    },
    revoke: { text: 'Revoke', label: 'Revoke this role' },
    revokeDialog: {
      title: 'Take back this role?',
      person: 'This person loses the role {role}. They keep what other rules give them.',
      group: 'The members of this user group lose the role {role}. They keep what other rules give them.',
      channel: 'The members of this channel lose the role {role}. They keep what other rules give them.',
      confirm: 'Take it back',
      deny: 'Keep it',
    },
    see: { text: 'See who has access', label: 'See who has access: all rules' },
  },
  /** Which rule gives a person their role. */
  why: {
    you: {
      person: 'You are <b>{role}</b>, by name.',
      group: 'You are <b>{role}</b> here as a member of {subject}.',
      channel: 'You are <b>{role}</b> here, like every full member who types in {subject}.',
      everyone: 'You are <b>{role}</b>, like every full member of this workspace.',
    },
    them: {
      person: '{person} is <b>{role}</b>, by name.',
      group: '{person} is <b>{role}</b> here as a member of {subject}.',
      channel: '{person} is <b>{role}</b> here, like every full member who types in {subject}.',
      everyone: '{person} is <b>{role}</b>, like every full member of this workspace.',
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
      stranger: 'You don’t have access here. You’re from another workspace, and such people have to be let in by name.',
      unreadable:
        'It isn’t clear whether you have access: what was granted can’t be read right now. Try again in a minute.',
      unknown: 'You don’t have access here. No rule names you, and Slack didn’t say that you’re a full member.',
    },
    them: {
      noRule:
        '{person} doesn’t have access here. No rule names them, this channel or a user group they’re known to be in.',
      guest: '{person} doesn’t have access here. They’re a guest, and guests have to be let in by name.',
      stranger:
        '{person} doesn’t have access here. They’re from another workspace, and such people have to be let in by name.',
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
    letIn: { text: 'Make them viewer', label: 'Make them viewer: let this person in' },
  },
  /** Why a person may not do what they asked for. */
  denial: {
    lowRole: 'This needs the role <b>{needed}</b>, and yours is <b>{role}</b>.',
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
    secondRole: '{word} is a second role, and one command gives one. Try {example}.',
    tooManySubjects:
      'That’s {count, number} people, user groups and channels, and one command takes {max, number} at most. Try fewer, like {example}.',
    surplusWord: '{word} doesn’t belong there. Type {access} alone, or {why} about one person.',
    notOnePerson: '{word} doesn’t belong there. Mention one person, like {example}, or type {why} about yourself.',
    notAboutOneself: '{word} doesn’t belong there. Type {why} alone to see your own role.',
  },
} as const;
