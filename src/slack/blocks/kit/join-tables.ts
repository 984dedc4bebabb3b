type Joined<Table> = (Table extends unknown ? (table: Table) => void : never) extends (table: infer All) => void
  ? All
  : never;

/** Tables as they are; one with a name that an earlier one has becomes a text that names it, which no table fits. */
type Disjoint<Tables extends readonly unknown[], Taken = never> = Tables extends readonly [infer Table, ...infer Others]
  ? [keyof Table & Taken] extends [never]
    ? readonly [Table, ...Disjoint<Others, Taken | keyof Table>]
    : readonly [`${string & keyof Table & Taken} stands in two tables`, ...Disjoint<Others, Taken>]
  : readonly [];

/**
 * Joins the tables of several subjects into one. A name that stands in two of them does not compile: spread into one, the
 * later would silently win.
 * @returns a new table with the rows of all
 */
export function joinTables<const Tables extends readonly object[]>(
  tables: Tables & Disjoint<Tables>,
): Joined<Tables[number]> {
  return Object.assign({}, ...tables);
}
