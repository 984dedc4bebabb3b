import { IdentifierNode, type KyselyPlugin, OperationNodeTransformer, type SchemableIdentifierNode } from 'kysely';
import type { Database } from '../schema.ts';

/** The tables of watches that have all columns of those of digests. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['digests', 'watches'],
  ['digest_runs', 'watch_alerts'],
]);

class WatchTables extends OperationNodeTransformer {
  protected override transformSchemableIdentifier(node: SchemableIdentifierNode): SchemableIdentifierNode {
    const name = INSTEAD.get(node.identifier.name);
    return name === undefined ? node : { ...node, identifier: IdentifierNode.create(name) };
  }
}

/** Puts the tables of watches in the place of those of digests, wherever a statement names them. */
function createPlugin(): KyselyPlugin {
  const tables = new WatchTables();
  return {
    transformQuery: ({ node }) => tables.transformNode(node),
    transformResult: async ({ result }) => result,
  };
}

/** The same database, on which the statements about digests and their runs work on watches and their alerts. */
export function onWatchTables(db: Database): Database {
  return db.withPlugin(createPlugin());
}
