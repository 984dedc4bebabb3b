import type { ComponentChild } from 'preact';
import { toEmojiText } from './emoji.ts';
import { Link } from './link.tsx';
import { Mention } from './mention.tsx';
import type { Inline } from './mrkdwn-inline.ts';
import { type Piece, parseMrkdwn } from './mrkdwn-parse.ts';
import { Preformatted } from './preformatted.tsx';
import { inOrder } from './shape.ts';
import { SlackDateText } from './slack-date-text.tsx';

interface Props {
  readonly text: string;
  readonly verbatim?: boolean;
}

/** Slack's own markup as elements and text nodes: nothing in `text` can become markup of the page. */
export function Mrkdwn({ text, verbatim = false }: Props): ComponentChild {
  return inOrder(parseMrkdwn(text, { verbatim })).map(({ place, item }) => <PieceView key={place} piece={item} />);
}

function PieceView({ piece }: { piece: Piece }): ComponentChild {
  switch (piece.kind) {
    case 'pre':
      return <Preformatted>{piece.text}</Preformatted>;
    case 'quote':
      return (
        <blockquote>
          <Inlines parts={piece.children} />
        </blockquote>
      );
    case 'lines':
      return (
        <span class="lines">
          <Inlines parts={piece.children} />
        </span>
      );
  }
}

function Inlines({ parts }: { parts: readonly Inline[] }): ComponentChild {
  return inOrder(parts).map(({ place, item }) => <InlineView key={place} part={item} />);
}

function InlineView({ part }: { part: Inline }): ComponentChild {
  switch (part.kind) {
    case 'text':
      return <>{toEmojiText(part.text)}</>;
    case 'code':
      return <code>{part.text}</code>;
    case 'bold':
      return (
        <strong>
          <Inlines parts={part.children} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Inlines parts={part.children} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Inlines parts={part.children} />
        </s>
      );
    case 'link':
      return <Link url={part.url}>{part.label}</Link>;
    case 'mention':
      return <Mention id={part.id} otherwise={part.label} />;
    case 'broadcast':
      return <span class="mention loud">@{part.range}</span>;
    case 'date': {
      const date = <SlackDateText timestamp={part.timestamp} format={part.format} fallback={part.fallback} />;
      return part.url === undefined ? date : <Link url={part.url}>{date}</Link>;
    }
  }
}
