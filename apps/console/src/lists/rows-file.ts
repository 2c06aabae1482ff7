import Papa from 'papaparse';

export type RowsFormat = 'csv' | 'json';

const types: Readonly<Record<RowsFormat, string>> = { csv: 'text/csv', json: 'application/json' };

/**
 * Has the browser save rows as a file.
 *
 * @returns the name of the file
 */
export function saveRows(rows: readonly object[], name: string, format: RowsFormat): string {
  const file = `${name}.${format}`;
  const text = format === 'csv' ? toCsv(rows) : `${JSON.stringify(rows, undefined, 2)}\n`;
  const address = URL.createObjectURL(new Blob([text], { type: `${types[format]};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  URL.revokeObjectURL(address);
  return file;
}

/**
 * Rows as CSV (RFC 4180): a column for each member that any of them has, under the name that the API gives it. What is no
 * plain value is JSON. Spreadsheets take the mark at the beginning for UTF-8, and no cell for a formula.
 */
export function toCsv(rows: readonly object[]): string {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const data = rows.map((row) => {
    const members = new Map<string, unknown>(Object.entries(row));
    return fields.map((field) => cellOf(members.get(field)));
  });
  return `\uFEFF${Papa.unparse({ fields, data }, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}

const cellOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? '');
