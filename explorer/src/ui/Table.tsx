// A table with a caption for screen readers. On a narrow screen each row becomes a card, or, where
// some columns are minor, the table goes without those.
import type { ComponentChildren } from "preact";

export interface Column<R> {
  readonly title: string;
  readonly cell: (row: R) => ComponentChildren;
  readonly isNumber?: boolean; // right-aligned
  readonly isMain?: boolean; // takes the room that is left
  readonly isMinor?: boolean; // not on a narrow screen
}

interface Props<R> {
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string | number;
  readonly empty: ComponentChildren;
}

export function Table<R>({ caption, columns, rows, keyOf, empty }: Props<R>) {
  if (rows.length === 0) return <p class="empty">{empty}</p>;
  return (
    <table class={columns.some((column) => column.isMinor) ? "" : "cards"}>
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.title} scope="col" class={classOf(column)}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column) => (
              <td key={column.title} class={classOf(column)} data-title={column.title}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function classOf(column: Column<never>): string {
  return [column.isNumber && "right", column.isMain && "main", column.isMinor && "minor"].filter(Boolean).join(" ");
}
