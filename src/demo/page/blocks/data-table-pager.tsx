import type { ComponentChild } from 'preact';
import { useReader } from './reader.ts';

interface Props {
  /** From 0. */
  readonly page: number;
  /** Rows on a page. */
  readonly size: number;
  /** Rows in all. */
  readonly total: number;
  readonly onPage: (page: number) => void;
}

/** Which rows are shown, and the way to the others; nothing when all fit. */
export function DataTablePager({ page, size, total, onPage }: Props): ComponentChild {
  const { locale } = useReader();
  const number = new Intl.NumberFormat(locale);
  if (total <= size) return null;
  const last = Math.min((page + 1) * size, total);
  return (
    <nav class="pager" aria-label="Pages of the table">
      <button type="button" class="button" disabled={page === 0} onClick={() => onPage(page - 1)}>
        Previous
      </button>
      <span>
        {number.format(page * size + 1)}–{number.format(last)} of {number.format(total)}
      </span>
      <button type="button" class="button" disabled={last === total} onClick={() => onPage(page + 1)}>
        Next
      </button>
    </nav>
  );
}
