/** The names this app and its messages are likely to use. Slack knows some 1 900; others are shown as they are typed. */
const EMOJI: Readonly<Record<string, string>> = {
  arrow_down: '⬇️',
  arrow_up: '⬆️',
  arrows_counterclockwise: '🔄',
  bar_chart: '📊',
  bell: '🔔',
  bulb: '💡',
  busts_in_silhouette: '👥',
  calendar: '📆',
  chart_with_downwards_trend: '📉',
  chart_with_upwards_trend: '📈',
  clock1: '🕐',
  eyes: '👀',
  ghost: '👻',
  heart: '❤️',
  hourglass_flowing_sand: '⏳',
  information_source: 'ℹ️',
  large_green_circle: '🟢',
  large_yellow_circle: '🟡',
  lock: '🔒',
  mag: '🔍',
  no_entry: '⛔',
  pause_button: '⏸️',
  question: '❓',
  red_circle: '🔴',
  rotating_light: '🚨',
  smile: '😄',
  sparkles: '✨',
  tada: '🎉',
  thumbsup: '👍',
  '+1': '👍',
  warning: '⚠️',
  wave: '👋',
  white_check_mark: '✅',
  x: '❌',
};

/** Replaces the `:names:` it knows. */
export function toEmojiText(text: string): string {
  return text.replace(/:([a-z0-9_+-]+):/g, (typed, name: string) =>
    Object.hasOwn(EMOJI, name) ? `${EMOJI[name]}` : typed,
  );
}

/** `unicode` as rich text carries it: code points in hex, `1f44b-1f3fb`. Without it the name decides. */
export function toEmoji(name: string, unicode: string): string {
  const points = unicode.split('-').map((hex) => Number.parseInt(hex, 16));
  const isUnicode = points.every((point) => point >= 0 && point <= 0x10ffff);
  return isUnicode ? String.fromCodePoint(...points) : toEmojiText(`:${name}:`);
}
