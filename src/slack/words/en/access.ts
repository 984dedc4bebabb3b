/** Said of who may use the app. `you` and `them`: of the reader, and of another person. */
export const access = {
  /** What came of `allow` and `revoke` for one subject. */
  change: {
    personAllowed: '{person} is now <b>{role}</b>.',
    groupAllowed: 'Every full member in {group} is now <b>{role}</b>.',
    channelAllowed: 'Every full member who types in {channel} is now <b>{role}</b>.',
    revoked: 'Revoked what was granted to {subject}.',
    notGranted: 'Nothing was granted to {subject}, so there is nothing to revoke.',
    configured:
      '{subject} has the role <b>{role}</b> from the configuration ({variable}), which can’t be revoked from Slack. Whoever runs followstats can change it.',
    lastAdmin:
      '{subject} is the last admin, and without one nobody could give access any more, so nothing was changed. Make somebody else admin first, like {example}.',
    unsaved:
      'The change for {subject} may not have been saved. Look at {access} before you try again; if it stays, tell whoever runs followstats.',
  },
  /** Follows `personAllowed`, where the person gets in only since a rule names them. */
  onlyNamed: {
    guest: 'They are a guest here: only because they are named themselves do they get in.',
    stranger: 'They belong to another workspace: only because they are named themselves do they get in.',
    unknown: 'Slack doesn’t say that they are a full member: only because they are named themselves do they get in.',
  },
  /** Follows what was allowed, where the configuration has a rule about the same subject. */
  configuredToo: {
    same: 'The configuration gives the same role already.',
    higher: 'The configuration gives the role <b>{role}</b>, and the higher role counts.',
  },
  /** Follows what was revoked: what other rules give. */
  still: {
    none: 'They have no role here.',
    configured: 'They are still <b>{role}</b> here by the rule about {subject}, from the configuration ({variable}).',
    configuredEveryone:
      'They are still <b>{role}</b> here by the rule about every full member of this workspace, from the configuration ({variable}).',
    granted: 'They are still <b>{role}</b> here by the rule about {subject}, granted by {admin}, {time}.',
    grantedEveryone:
      'They are still <b>{role}</b> here by the rule about every full member of this workspace, granted by {admin}, {time}.',
  },
  /** Why nothing was granted: Slack doesn’t say who the subject is. */
  notAllowed: {
    missingScope:
      'Nothing was granted to {subject}: the Slack app lacks the scope {scope}. Whoever runs followstats can add it under OAuth & Permissions and reinstall the app.',
    noSuchPerson: 'Nothing was granted to {subject}: Slack knows no such person.',
    noSuchGroup: 'Nothing was granted to {subject}: Slack knows no such user group.',
    noAnswer: 'Nothing was granted to {subject}: Slack gave no answer just now. Try again in a minute.',
  },
  /** All rules. */
  rules: {
    title: '<b>Who may use followstats</b>',
    configured: '{subject} – <b>{role}</b>, from the configuration ({variable})',
    configuredEveryone: 'every full member of this workspace – <b>{role}</b>, from the configuration ({variable})',
    granted: '{subject} – <b>{role}</b>, granted by {admin}, {time}',
    grantedEveryone: 'every full member of this workspace – <b>{role}</b>, granted by {admin}, {time}',
    unreadable: 'What was granted from Slack can’t be read just now; try again in a minute.',
    noneGranted: 'Nothing has been granted from Slack.',
    unrecognized:
      '{count, plural, one {{count} more rule was granted by a newer version of followstats; this version does not know what they mean, so they let nobody in.} other {{count} more rules were granted by a newer version of followstats; this version does not know what they mean, so they let nobody in.}}',
    scope:
      'What the configuration gives can’t be revoked from Slack. A user group or channel lets in full members only.',
  },
  /** Which rule gives a person their role, by where it comes from and whom it is about. */
  why: {
    you: {
      configured: {
        person: 'You are <b>{role}</b> here: a rule names you, from the configuration ({variable}).',
        group:
          'You are <b>{role}</b> here: a rule lets in the members of the user group {subject}, from the configuration ({variable}).',
        channel:
          'You are <b>{role}</b> here: a rule lets in full members who type in this channel, {subject}, from the configuration ({variable}).',
        everyone:
          'You are <b>{role}</b> here: a rule lets in every full member of this workspace, from the configuration ({variable}).',
      },
      granted: {
        person: 'You are <b>{role}</b> here: a rule names you, granted by {admin}, {time}.',
        group:
          'You are <b>{role}</b> here: a rule lets in the members of the user group {subject}, granted by {admin}, {time}.',
        channel:
          'You are <b>{role}</b> here: a rule lets in full members who type in this channel, {subject}, granted by {admin}, {time}.',
        everyone:
          'You are <b>{role}</b> here: a rule lets in every full member of this workspace, granted by {admin}, {time}.',
      },
    },
    them: {
      configured: {
        person: '{person} is <b>{role}</b> here: a rule names them, from the configuration ({variable}).',
        group:
          '{person} is <b>{role}</b> here: a rule lets in the members of the user group {subject}, from the configuration ({variable}).',
        channel:
          '{person} is <b>{role}</b> here: a rule lets in full members who type in this channel, {subject}, from the configuration ({variable}).',
        everyone:
          '{person} is <b>{role}</b> here: a rule lets in every full member of this workspace, from the configuration ({variable}).',
      },
      granted: {
        person: '{person} is <b>{role}</b> here: a rule names them, granted by {admin}, {time}.',
        group:
          '{person} is <b>{role}</b> here: a rule lets in the members of the user group {subject}, granted by {admin}, {time}.',
        channel:
          '{person} is <b>{role}</b> here: a rule lets in full members who type in this channel, {subject}, granted by {admin}, {time}.',
        everyone:
          '{person} is <b>{role}</b> here: a rule lets in every full member of this workspace, granted by {admin}, {time}.',
      },
    },
    partial: 'What was granted from Slack can’t be read just now, so there may be a higher role.',
  },
  /** Why a person has no role. */
  noRole: {
    you: {
      noRule: 'You have no role here: no rule names you, this channel, or a user group known to have you as a member.',
      guest: 'You have no role here: guests get in only when a rule names them themselves, and none does.',
      stranger:
        'You have no role here: people of other workspaces get in only when a rule names them themselves, and none does.',
      unreadable:
        'You have no role here: the configuration gives none, and what was granted from Slack can’t be read just now. Try again in a minute.',
      unknown: {
        missingScope:
          'You have no role here: no rule names you, and any other needs a full member, which Slack doesn’t say you are: the Slack app lacks the scope {scope}. Whoever runs followstats can add it under OAuth & Permissions and reinstall the app.',
        notFound:
          'You have no role here: no rule names you, and any other needs a full member, which Slack doesn’t say you are: Slack knows no such person.',
        noAnswer:
          'You have no role here: no rule names you, and any other needs a full member, which Slack doesn’t say you are: Slack gave no answer just now. Try again in a minute.',
        noPerson:
          'You have no role here: no rule names you, and any other needs a full member, which Slack doesn’t say you are: it may be an app, or somebody who has left.',
      },
    },
    them: {
      noRule:
        '{person} has no role here: no rule names them, this channel, or a user group known to have them as a member.',
      guest: '{person} has no role here: guests get in only when a rule names them themselves, and none does.',
      stranger:
        '{person} has no role here: people of other workspaces get in only when a rule names them themselves, and none does.',
      unreadable:
        '{person} has no role here: the configuration gives none, and what was granted from Slack can’t be read just now. Try again in a minute.',
      unknown: {
        missingScope:
          '{person} has no role here: no rule names them, and any other needs a full member, which Slack doesn’t say they are: the Slack app lacks the scope {scope}. Whoever runs followstats can add it under OAuth & Permissions and reinstall the app.',
        notFound:
          '{person} has no role here: no rule names them, and any other needs a full member, which Slack doesn’t say they are: Slack knows no such person.',
        noAnswer:
          '{person} has no role here: no rule names them, and any other needs a full member, which Slack doesn’t say they are: Slack gave no answer just now. Try again in a minute.',
        noPerson:
          '{person} has no role here: no rule names them, and any other needs a full member, which Slack doesn’t say they are: it may be an app, or somebody who has left.',
      },
    },
    /** Follows `noRule`: a user group that may have them as a member can’t be read. */
    groups: {
      missingScope:
        'Of some user groups the members aren’t known: the Slack app lacks the scope {scope}. Whoever runs followstats can add it under OAuth & Permissions and reinstall the app.',
      notFound: 'Of some user groups the members aren’t known: Slack knows no such user group.',
      noAnswer: 'Of some user groups the members aren’t known: Slack gave no answer just now. Try again in a minute.',
    },
    /** What would help. */
    help: {
      allow: 'To let them in, type {allow} with their name.',
      admins: 'An admin can let you in: {admins}.',
      noAdmins: 'Whoever runs followstats can let you in.',
    },
  },
  /** Why a person may not do what they asked for. */
  denial: {
    lowRole: 'This needs the role <b>{needed}</b>, and yours is <b>{role}</b>.',
    noRule: 'You haven’t been given access to followstats.',
    guest: 'Guests can use followstats only when they are named themselves.',
    stranger: 'People of other workspaces can use followstats only when they are named themselves.',
    unknown: 'Slack didn’t say whether you are a full member of this workspace, so followstats can’t let you in.',
    unreadable:
      'followstats can’t read just now who has been given access. Try again in a minute; if it stays, tell whoever runs followstats.',
    admins: 'An admin can change that: {admins}.',
    noAdmins: 'Whoever runs followstats can change that.',
  },
  faults: {
    noSubject: 'Whom? Name a person, a user group or a channel, like {example}.',
    notASubject: '{word} is not a person, a user group or a channel of this workspace. Mention them, like {example}.',
    notARole: '{word} is neither a role (viewer, editor or admin) nor a mention. Write it like {example}.',
    secondRole: 'One command gives one role, and {word} is the second. Write it like {example}.',
    tooManySubjects:
      'That is {count} people, user groups and channels, and one command takes at most {max}. Split it into several, like {example}.',
    surplusWord: '{word} is too much here: type {access} alone for all rules, or {why} for what lets one person in.',
    notOnePerson: 'Mention one person, and not {word}, like {example}; about yourself type {why}.',
  },
} as const;
