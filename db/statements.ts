/** What is asked of a database here: that it prepares statements, which keep in mind how rows are wanted. */
type Preparing = {
  prepare(source: string): { readonly reader: boolean; raw(areLists: boolean): unknown };
};

/** So many different statements are kept ready on one connection, those that were asked last. */
const mostKept = 500;

/**
 * The same database, preparing each statement once. A page that walks through many works asks a few questions a hundred
 * times, and to prepare one takes as long as to answer it.
 */
export function preparingOnce<Opened extends Preparing>(database: Opened): Opened {
  const kept = new Map<string, ReturnType<Preparing['prepare']>>();
  const prepare: Preparing['prepare'] = (source) => {
    const statement = kept.get(source) ?? database.prepare(source);
    kept.delete(source);
    kept.set(source, statement);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? '');
    // Whoever asked before may have asked for rows as lists.
    if (statement.reader) statement.raw(false);
    return statement;
  };
  return Object.create(database, { prepare: { value: prepare } });
}
