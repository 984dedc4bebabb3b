import { formatSlackDate } from './slack-date.ts';

/**
 * Slack's mrkdwn as plain words: marks for code, bold, italic and strike dropped, mentions as names (ids where the
 * message gives no label), links with their address, dates in `timeZone` (the machine's own when undefined). Entities are
 * decoded last, so that nothing decoded is taken for a mark.
 */
export function plainWords(mrkdwn: string, timeZone: string | undefined): string {
  // Code is taken out first: marks inside it are meant literally.
  return mrkdwn
    .split(/(```[\s\S]+?```|`[^`\n]+`)/)
    .map((part, index) => {
      if (index % 2 === 1) return decode(part.replace(/^`+|`+$/g, ''), timeZone);
      const quote = index === 0 ? /^(?:&gt;|>) ?/gm : /(?<=\n)(?:&gt;|>) ?/g;
      return decode(unmark(part.replace(quote, '│ ')), timeZone);
    })
    .join('');
}

/** A mark counts only around words and outside `<…>`, so `snake_case_names`, `2 * 3 * 4` and addresses stay whole. */
function unmark(text: string): string {
  return ['*', '_', '~'].reduce((rest, mark) => {
    const sign = String.raw`${RegExp.escape(mark)}(?![^<>\n]*>)`;
    const words = String.raw`(?!\s)((?:(?!${sign})[^\n])*?\S)`;
    const marked = new RegExp(String.raw`(?<![\p{L}\p{N}])${sign}${words}${sign}(?![\p{L}\p{N}])`, 'gu');
    return rest.replace(marked, '$1');
  }, text);
}

function decode(text: string, timeZone: string | undefined): string {
  return text
    .replace(/<([^<>\n]+)>/g, (_, inner: string) => reference(inner, timeZone))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** What stands between `<` and `>`: a target, and a label after `|`. */
function reference(inner: string, timeZone: string | undefined): string {
  const bar = inner.indexOf('|');
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? '' : inner.slice(bar + 1);

  const [, sign = '', id = ''] = /^(@|#|!subteam\^|!date\^|!)?(.*)$/.exec(target) ?? [];
  if (sign === '@') return `@${label || id}`;
  if (sign === '#') return `#${label || id}`;
  if (sign === '!subteam^') return label || `@${id}`;
  if (sign === '!') return `@${id}`;
  if (sign === '!date^') {
    const [seconds = '', format = ''] = id.split('^');
    return formatSlackDate(Number(seconds), format, label, timeZone);
  }
  return linkWords(target, label);
}

/** A label may lie, so the address is shown too, unless the label is the address. */
export function linkWords(url: string, label: string): string {
  if (label === '') return url.replace(/^mailto:/, '');
  const isAddress = label === url || label === url.replace(/^(?:https?:\/\/|mailto:)/, '');
  return isAddress ? label : `${label} (${url})`;
}
