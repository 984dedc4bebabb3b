/** Said to admins in the app’s Home tab, of the server that followstats runs on. */
export const homeWarnings = {
  title:
    '<b>{warnings, plural, one {# thing on the server needs an admin} other {# things on the server need an admin}}</b>',
  scopesRequired:
    'The Slack app lacks scopes that followstats can’t do without: {scopes}. Give it the manifest again and reinstall it.',
  scopesOptional:
    'The Slack app lacks the scopes {scopes}. Reinstall it with every scope of the manifest, unless they were left out on purpose.',
  slackClock:
    'The server’s clock differs from Slack’s by {seconds, plural, one {# second} other {# seconds}}. Set it right.',
  chatClock:
    'The server’s clock differs from Chat’s by {seconds, plural, one {# second} other {# seconds}}. Set it right.',
  space: 'The disk of followstats’ data has {megabytes, number} MB left. Make room on it.',
  overdue:
    '{posts, plural, one {# post of a digest is overdue} other {# posts of digests are overdue}}, by up to {minutes, plural, one {# minute} other {# minutes}}. The reason is in the log.',
  more: 'On the server, {command} checks everything.',
} as const;
