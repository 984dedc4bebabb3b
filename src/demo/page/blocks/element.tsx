import type { ComponentChild } from 'preact';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { Picture } from './image.tsx';
import { Overflow } from './overflow.tsx';
import { type Shape, textOf } from './shape.ts';
import { TextObject } from './text-object.tsx';

interface Props {
  readonly element: Shape;
  readonly blockId: string;
  /** The words it stands beside. */
  readonly describedBy?: string;
}

/** What stands in an actions or context block, or beside a section. */
export function Element({ element, blockId, describedBy }: Props): ComponentChild {
  switch (element.type) {
    case 'button':
      return <Button button={element} blockId={blockId} />;
    case 'overflow':
      return <Overflow menu={element} blockId={blockId} describedBy={describedBy} />;
    case 'image':
      return <Picture alt={textOf(element.alt_text)} />;
    case 'mrkdwn':
    case 'plain_text':
      return <TextObject text={element} />;
    default:
      return <Field element={element} blockId={blockId} describedBy={describedBy} />;
  }
}
