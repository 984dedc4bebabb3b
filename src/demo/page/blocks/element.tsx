import type { ComponentChild } from 'preact';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { Picture } from './image.tsx';
import { type Shape, textOf } from './shape.ts';
import { TextObject } from './text-object.tsx';

/** What stands in an actions or context block, or beside a section. Fields work only in views. */
export function Element({ element, blockId }: { element: Shape; blockId: string }): ComponentChild {
  switch (element.type) {
    case 'button':
      return <Button button={element} blockId={blockId} />;
    case 'image':
      return <Picture alt={textOf(element.alt_text)} />;
    case 'mrkdwn':
    case 'plain_text':
      return <TextObject text={element} />;
    default:
      return <Field element={element} blockId={blockId} />;
  }
}
