import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** What a block is drawn on. */
export interface Page {
  /** In terminal columns. */
  readonly width: number;
  /** IANA name; the machine's own when undefined. */
  readonly timeZone: string | undefined;
  /** Colours one line; leaves it alone on a page without colour. */
  readonly paint: (style: Style, line: string) => string;
}

/** `styleText` does not look at the environment: the caller that opens the page has decided about colour. */
export function createPage(options: {
  readonly width: number;
  readonly colour: boolean;
  readonly timeZone?: string | undefined;
}): Page {
  const { width, colour, timeZone } = options;
  const paint = (style: Style, line: string) =>
    colour && line !== '' ? styleText(style, line, { validateStream: false }) : line;
  return { width, timeZone, paint };
}

/** Lines drawn by `draw` on a page two columns narrower, moved in by those two. */
export function indented(page: Page, draw: (inner: Page) => readonly string[]): readonly string[] {
  return draw({ ...page, width: Math.max(1, page.width - 2) }).map((line) => `  ${line}`);
}
