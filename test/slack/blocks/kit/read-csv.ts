/**
 * Reads a CSV as spreadsheets do: a quote opens a quoted part only at the start of a cell, and what follows the closing
 * quote belongs to the cell as it stands.
 * @param separator what the spreadsheet splits at, `;` in many countries
 */
export function readCsv(text: string, separator: ',' | ';'): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isAtStart = true;
  let isQuoted = false;
  const body = text.replace(/^\ufeff/, '');

  function endCell(): void {
    row.push(cell);
    cell = '';
    isAtStart = true;
  }
  for (let at = 0; at < body.length; at += 1) {
    const letter = body[at] as string;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (body[at + 1] === '"') {
        cell += letter;
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && isAtStart) {
      isQuoted = true;
      isAtStart = false;
    } else if (letter === separator) endCell();
    else if (letter === '\r' && body[at + 1] === '\n') {
      endCell();
      rows.push(row);
      row = [];
      at += 1;
    } else {
      cell += letter;
      isAtStart = false;
    }
  }
  if (!isAtStart || row.length > 0) {
    endCell();
    rows.push(row);
  }
  return rows;
}
