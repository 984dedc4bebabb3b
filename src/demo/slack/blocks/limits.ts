/**
 * Every number Block Kit documents, in one place. Lengths are UTF-16 units, as JavaScript counts them: Slack doesn't
 * say how it counts, and this is the strictest reading. Where two editions of the reference disagree the lower number
 * stands, so that what passes here passes both.
 */
export const LIMITS = {
  blocks: { message: 50, modal: 100, home: 100 },
  id: 255,
  url: 3000,
  text: 3000,

  sectionFields: 10,
  sectionField: 2000,
  header: 150,
  headerLevel: 4,
  contextElements: 10,
  contextActions: 5,
  actionsElements: 25,
  inputLabel: 2000,
  imageAlt: 2000,
  imageTitle: 2000,
  /** Over all markdown blocks of one payload. */
  markdown: 12_000,

  buttonText: 75,
  buttonValue: 2000,
  accessibilityLabel: 75,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  placeholder: 150,
  options: 100,
  optionText: 75,
  /** The reference page says 150, the SDK 75. */
  optionValue: 75,
  overflowOptions: 5,
  choiceOptions: 10,
  inputLength: 3000,
  inputLines: 100,
  inputFiles: 10,
  listIndent: 8,

  tableRows: 100,
  /** All words of a message's blocks together. Not documented; 11,341 were seen to be rejected. */
  postCharacters: 12_000,
  tableColumns: 20,
  /** Rows under the header. Newer pages: 200. */
  dataRows: 100,
  dataPageSize: 100,
  /** All cells of one table. Newer pages give a `data_table` 20,000. */
  tableCharacters: 10_000,

  chartsPerMessage: 2,
  chartTitle: 50,
  /** Newer pages: 12. */
  chartSeries: 6,
  chartSegments: 6,
  chartPoints: 20,
  chartLabel: 20,
  axisLabel: 50,

  cardTitle: 150,
  cardBody: 200,
  cardButtons: 3,
  carouselCards: 10,
  containerTitle: 150,
  containerBlocks: 10,
  alert: 200,

  /** Title, submit and close of a modal. */
  viewTitle: 24,
  privateMetadata: 3000,
  /** Views on top of each other. */
  viewStack: 3,
} as const;
