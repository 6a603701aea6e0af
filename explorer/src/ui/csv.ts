// A table as a file that the reader keeps: made in the browser, sent nowhere.

export type Row = readonly (string | number | bigint)[];

/** The lines of a CSV file (RFC 4180); a cell that a spreadsheet would calculate is kept as text. */
export function csv(rows: readonly Row[]): string {
  return rows.map((row) => row.map(cell).join(",") + "\r\n").join("");
}

export function download(name: string, rows: readonly Row[]): void {
  const url = URL.createObjectURL(new Blob([csv(rows)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

function cell(value: string | number | bigint): string {
  if (typeof value !== "string") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
