/**
 * Slack's limits on what the app builds. Where Slack's pages have given two numbers over time, the lower one, so that
 * both hold.
 */
export const LIMITS = {
  /** Rows below the header of `data_table` (newer pages: 200). */
  dataTableRows: 100,
  /** Rows below the header of `table`, whose 100 include it. */
  tableRows: 99,
  /** Characters in all cells of one table, and of all tables of one message (newer pages: 20,000 for `data_table`). */
  tableCharacters: 10_000,
  /** `page_size` goes to 100; this many rows are read without scrolling far. */
  tablePageRows: 25,
  buttonValue: 2000,
  /** Characters of an option of a menu. */
  optionText: 75,
  /** Options of a menu, and of an answer to a search in one. */
  options: 100,
  /** Names of series and categories of a chart. */
  chartLabel: 20,
  /** Top-level `text` is cut over this. */
  text: 40_000,
  /** `chat.postMessage` rejects, or splits, longer text from about 4,000 characters on; this is surely taken. */
  shortText: 3900,
  /** Over all blocks of one message: `chat.postMessage` has been seen to reject 11,341 and more (`msg_blocks_too_long`). */
  messageCharacters: 11_000,
} as const;
