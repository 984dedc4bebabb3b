/** What the store does: statements by their kind, the steps of a transaction, and waiting for a connection. */
export type StoreOperation =
  | 'acquire'
  | 'begin'
  | 'commit'
  | 'rollback'
  | 'select'
  | 'insert'
  | 'update'
  | 'delete'
  | 'other';

/** Called when an operation begins. @returns to be called when it has ended, well or not */
export type OnStoreOperation = (operation: StoreOperation) => () => void;
