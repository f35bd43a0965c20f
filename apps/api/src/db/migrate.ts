/** Brings a database to the schema of this version: role, migrations, policies, the queue's tables. Safe to run again. */
import { readFile, readdir } from 'node:fs/promises';
import { PgBoss } from 'pg-boss';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { APP_ROLE } from '../config.ts';
import { QUEUES } from '../jobs/queues.ts';
import { ENTITIES } from './data-source.ts';
import { Naming } from './naming.ts';

const FOLDER = new URL('./migrations/', import.meta.url);
const POLICIES = new URL('./policies.sql', import.meta.url);

/** Each `0001-name.sql` as a migration. They only go forward; each is one transaction. */
async function migrations(): Promise<(new () => MigrationInterface)[]> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(files.map(async (file) => {
    const sql = await readFile(new URL(file, FOLDER), 'utf8');
    const order = 1_700_000_000_000 + Number(file.slice(0, 4));
    return class implements MigrationInterface {
      name = `${file.slice(5, -4)}${order}`;
      async up(runner: QueryRunner): Promise<void> {
        await runner.query(sql);
      }
      down(): Promise<void> {
        return Promise.reject(new Error(`${file} does not go backwards: restore a backup instead.`));
      }
    };
  }));
}

/** A connection for the owner that knows the migrations. */
export async function ownerDataSource(ownerUrl: string): Promise<DataSource> {
  return new DataSource({
    type: 'postgres', url: ownerUrl, entities: ENTITIES, namingStrategy: new Naming(), installExtensions: false,
    migrations: await migrations(), migrationsTableName: 'schema_migration', migrationsTransactionMode: 'each', poolSize: 2,
  });
}

export async function migrate({ ownerUrl, appUrl }: { readonly ownerUrl: string; readonly appUrl: string }): Promise<{ applied: string[] }> {
  const owner = await ownerDataSource(ownerUrl);
  await owner.initialize();
  try {
    await ensureRole(owner, new URL(appUrl));
    const applied = await owner.runMigrations();
    await owner.query(await readFile(POLICIES, 'utf8'));
    await prepareQueue(owner, ownerUrl);
    return { applied: applied.map(({ name }) => name) };
  } finally {
    await owner.destroy();
  }
}

/** Tells the database how much of what there is: after much was put in at once, so that the first reads are fast too. */
export async function countAfresh({ ownerUrl }: { readonly ownerUrl: string }): Promise<void> {
  const owner = await ownerDataSource(ownerUrl);
  await owner.initialize();
  try {
    await owner.query('ANALYZE');
  } finally {
    await owner.destroy();
  }
}

async function ensureRole(owner: DataSource, app: URL): Promise<void> {
  const password = decodeURIComponent(app.password);
  const quoted = `'${password.replaceAll("'", "''")}'`;
  const exists = await owner.query<unknown[]>('SELECT 1 FROM pg_roles WHERE rolname = $1', [APP_ROLE]);
  if (exists.length === 0) await owner.query(`CREATE ROLE ${APP_ROLE} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${quoted}`);
  else await owner.query(`ALTER ROLE ${APP_ROLE} LOGIN PASSWORD ${quoted}`);
}

async function prepareQueue(owner: DataSource, ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 2, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const queue of QUEUES) await boss.createQueue(queue);
  } finally {
    await boss.stop({ graceful: false });
  }
  await owner.query(`
    GRANT USAGE ON SCHEMA pgboss TO ${APP_ROLE};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO ${APP_ROLE};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA pgboss TO ${APP_ROLE};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO ${APP_ROLE};`);
}
