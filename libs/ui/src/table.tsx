/** A table that becomes a list of cards where it would not fit. */
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './table.module.css';

export type Column<Line> = {
  key: string;
  heading: string;
  cell: (line: Line) => ReactNode;
  /** Numbers stand to the right. */
  number?: boolean;
  /** The cell that names the line; it becomes the card's title. */
  names?: boolean;
};

/** Roles are spelled out because a table shown as blocks would otherwise stop being one to a screen reader. */
export function Table<Line>({
  caption,
  hideCaption,
  columns,
  lines,
  lineKey,
  empty,
}: {
  caption: string;
  hideCaption?: boolean;
  columns: readonly Column<Line>[];
  lines: readonly Line[];
  lineKey: (line: Line) => string;
  empty?: ReactNode;
}) {
  if (lines.length === 0 && empty) return <>{empty}</>;
  return (
    <div className={styles.around}>
      <table role="table" className={styles.table}>
        <caption className={hideCaption ? styles.unseen : styles.caption}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.key} role="columnheader" scope="col" className={classes(column.number && styles.number)}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines.map((line) => (
            <tr role="row" key={lineKey(line)}>
              {columns.map((column) =>
                column.names ? (
                  <th key={column.key} role="rowheader" scope="row">
                    {column.cell(line)}
                  </th>
                ) : (
                  <td key={column.key} role="cell" className={classes(column.number && styles.number)}>
                    <span className={styles.label} aria-hidden="true">
                      {column.heading}
                    </span>
                    <span className={styles.cell}>{column.cell(line)}</span>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
