import type { ComponentChild } from 'preact';
import { toEmoji } from './emoji.ts';
import { Link } from './link.tsx';
import { Mention } from './mention.tsx';
import { inOrder, numberOf, type Shape, shapeOf, textOf } from './shape.ts';
import { SlackDateText } from './slack-date-text.tsx';

/** What stands inside a section, list item, quote or preformatted part of rich text. */
export function RichTextElements({ elements }: { elements: readonly Shape[] }): ComponentChild {
  return inOrder(elements).map(({ place, item }) => (
    <Styled key={place} style={shapeOf(item.style)}>
      <Bare element={item} />
    </Styled>
  ));
}

function Styled({ style, children }: { style: Shape; children: ComponentChild }): ComponentChild {
  let styled = children;
  if (style.code === true) styled = <code>{styled}</code>;
  if (style.bold === true) styled = <strong>{styled}</strong>;
  if (style.italic === true) styled = <em>{styled}</em>;
  if (style.strike === true) styled = <s>{styled}</s>;
  if (style.underline === true) styled = <u>{styled}</u>;
  return <>{styled}</>;
}

function Bare({ element }: { element: Shape }): ComponentChild {
  switch (element.type) {
    case 'text':
      return <>{textOf(element.text)}</>;
    case 'link':
      return <Link url={textOf(element.url)}>{textOf(element.text) || textOf(element.url)}</Link>;
    case 'user':
      return <Mention id={textOf(element.user_id)} otherwise="@unknown" />;
    case 'usergroup':
      return <Mention id={textOf(element.usergroup_id)} otherwise="@group" />;
    case 'channel':
      return <Mention id={textOf(element.channel_id)} otherwise="#private channel" />;
    case 'broadcast':
      return <span class="mention loud">@{textOf(element.range)}</span>;
    case 'emoji':
      return <>{toEmoji(textOf(element.name), textOf(element.unicode))}</>;
    case 'date':
      return (
        <SlackDateText
          timestamp={numberOf(element.timestamp)}
          format={textOf(element.format)}
          fallback={textOf(element.fallback)}
        />
      );
    case 'color':
      return <code>{textOf(element.value)}</code>;
    default:
      return <span class="unsupported">[unsupported: {textOf(element.type)}]</span>;
  }
}
