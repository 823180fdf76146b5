/** On phones the rows are laid out as grids, and older browsers then no longer take them for a table unless told. */
export const spoken = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
};
