/** Names in the database: snake_case columns, and constraints a person can read in an error message. */
import { createHash } from 'node:crypto';
import { DefaultNamingStrategy, type Table } from 'typeorm';

const snake = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
const tableName = (table: Table | string) => (typeof table === 'string' ? table : table.name).split('.').at(-1) ?? '';

/** Postgres cuts names at 63 bytes; a long one keeps its beginning and is told apart by a few digits of its hash. */
function named(...parts: string[]): string {
  const full = parts.join('_');
  return full.length <= 60 ? full : `${full.slice(0, 52)}_${createHash('sha256').update(full).digest('hex').slice(0, 7)}`;
}

export class Naming extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    return snake([...prefixes, custom ?? property].join('_'));
  }
  override primaryKeyName(table: Table | string): string {
    return named('pk', tableName(table));
  }
  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return named('uq', tableName(table), ...columns);
  }
  override foreignKeyName(table: Table | string, columns: string[]): string {
    return named('fk', tableName(table), ...columns.filter((column, _, all) => column !== 'home_id' || all.length === 1));
  }
  override indexName(table: Parameters<DefaultNamingStrategy['indexName']>[0], columns: string[], where?: string): string {
    return named('ix', tableName(table), ...columns, ...(where ? ['partial'] : []));
  }
}
