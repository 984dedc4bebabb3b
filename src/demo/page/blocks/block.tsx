import type { ComponentChild } from 'preact';
import type { Block as SlackBlock } from '../../slack/types.ts';
import { ActionsBlock } from './actions.tsx';
import { AlertBlock } from './alert.tsx';
import { ContextBlock } from './context.tsx';
import { DataTableBlock } from './data-table.tsx';
import { DataVisualizationBlock } from './data-visualization.tsx';
import { HeaderBlock } from './header.tsx';
import { ImageBlock } from './image.tsx';
import { InputBlock } from './input.tsx';
import { MarkdownBlock } from './markdown.tsx';
import { useAround } from './reader.ts';
import { RichTextBlock } from './rich-text.tsx';
import { SectionBlock } from './section.tsx';
import { inOrder, textOf } from './shape.ts';
import { TableBlock } from './table.tsx';
import { Unsupported } from './unsupported.tsx';

export function Blocks({ blocks }: { blocks: readonly SlackBlock[] }): ComponentChild {
  const { surface } = useAround();
  return inOrder(blocks).map(({ place, item }) => (
    // In a view a field keeps what is typed as long as its block keeps its id, wherever that moves.
    <Block key={surface === 'message' ? place : textOf(item.block_id)} block={item} />
  ));
}

function Block({ block }: { block: SlackBlock }): ComponentChild {
  switch (block.type) {
    case 'header':
      return <HeaderBlock block={block} />;
    case 'section':
      return <SectionBlock block={block} />;
    case 'context':
      return <ContextBlock block={block} />;
    case 'divider':
      return <hr class="block-divider" />;
    case 'actions':
      return <ActionsBlock block={block} />;
    case 'input':
      return <InputBlock block={block} />;
    case 'alert':
      return <AlertBlock block={block} />;
    case 'rich_text':
      return <RichTextBlock block={block} />;
    case 'table':
      return <TableBlock block={block} />;
    case 'data_table':
      return <DataTableBlock block={block} />;
    case 'data_visualization':
      return <DataVisualizationBlock block={block} />;
    case 'image':
      return <ImageBlock block={block} />;
    case 'markdown':
      return <MarkdownBlock block={block} />;
    default:
      return <Unsupported what={`block “${block.type}”`} />;
  }
}
