/** What the code says of the database and of the API is what they are. */
import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import pg from 'pg';
import { ACCESS, Access } from '../../apps/api/src/access/access.decorator.ts';
import { RESOLVERS } from '../../apps/api/src/app.module.ts';
import { ownerDataSource } from '../../apps/api/src/db/migrate.ts';
import { schemaText } from '../../apps/api/src/graphql/schema-text.ts';
import { type World, openWorld } from '../world/world.ts';

/** Query, Mutation and Subscription methods of resolvers that do not say what access they need. */
function undeclared(resolvers: readonly (new (...args: never[]) => object)[]): string[] {
  return resolvers.flatMap((resolver) => {
    const prototype = resolver.prototype as Record<string, object>;
    return Object.getOwnPropertyNames(prototype)
      .filter((name) => name !== 'constructor' && ['Query', 'Mutation', 'Subscription'].includes(String(Reflect.getMetadata('graphql:resolver_type', prototype[name] as object))))
      .filter((name) => Reflect.getMetadata(ACCESS, prototype[name] as object) === undefined)
      .map((name) => `${resolver.name}.${name}`);
  });
}

describe('every operation', () => {
  it('says what access it needs', () => {
    expect(undeclared(RESOLVERS)).toEqual([]);
  });

  it('would be found if it did not', () => {
    @Resolver()
    class Careless {
      @Mutation(() => Boolean)
      forgotten(): boolean {
        return true;
      }
      @Query(() => Boolean)
      @Access('people.read')
      careful(): boolean {
        return true;
      }
    }
    expect(undeclared([Careless])).toEqual(['Careless.forgotten']);
  });

  it('stands in the committed schema', async () => {
    const committed = await readFile(new URL('../../apps/api/schema.graphql', import.meta.url), 'utf8');
    expect(await schemaText()).toBe(committed);
  });
});

describe('the database', () => {
  let world: World;
  let owner: pg.Client;
  beforeAll(async () => {
    world = await openWorld();
    owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await world.close();
  });

  async function drift(): Promise<string[]> {
    const dataSource = await ownerDataSource(world.ownerUrl);
    await dataSource.initialize();
    try {
      return (await dataSource.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);
    } finally {
      await dataSource.destroy();
    }
  }

  it('has the tables the code declares, and a column too many would be found', async () => {
    expect(await drift()).toEqual([]);
    await owner.query('ALTER TABLE vehicle ADD COLUMN tow_bar boolean');
    expect(await drift()).toEqual([expect.stringContaining('tow_bar')]);
    await owner.query('ALTER TABLE vehicle DROP COLUMN tow_bar');
  });

  /** Tables without forced row security or without a policy. `schema_migration` is the owner's own. */
  async function open(): Promise<string[]> {
    const { rows } = await owner.query<{ name: string }>(`
      SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname <> 'schema_migration'
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid)) ORDER BY 1`);
    return rows.map(({ name }) => name);
  }

  it('forces row security on every table, and one without would be found', async () => {
    expect(await open()).toEqual([]);
    await owner.query('CREATE TABLE forgotten (home_id uuid, id uuid)');
    expect(await open()).toEqual(['forgotten']);
    await owner.query('DROP TABLE forgotten');
  });

  it('carries the home in every key and every reference', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      SELECT con.conname AS name FROM pg_constraint con JOIN pg_class c ON c.oid = con.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relname NOT IN ('home', 'account', 'sign_in', 'schema_migration') AND con.contype IN ('p', 'f')
        AND con.confrelid IS DISTINCT FROM 'account'::regclass
        AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'home_id' AND a.attnum = con.conkey[1])`);
    expect(rows).toEqual([]);
  });

  it('serves the application as a role that owns nothing and cannot bypass', async () => {
    const { rows } = await owner.query(`
      SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owns FROM pg_roles r WHERE rolname = 'promenade_app'`);
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns: 0 }]);
  });

  it('shows nothing to a connection that does not say who is asking', async () => {
    const home = await world.home();
    await home.resident('Ada Bell');
    const app = new pg.Client({ connectionString: world.appUrl });
    await app.connect();
    try {
      expect((await app.query('SELECT * FROM resident')).rows).toEqual([]);
      await app.query('BEGIN');
      await app.query(`SELECT set_config('app.audience', 'staff', true), set_config('app.home', $1, true)`, [home.id]);
      expect((await app.query('SELECT * FROM resident')).rows).toHaveLength(1);
      await app.query('ROLLBACK');
    } finally {
      await app.end();
    }
  });

  it('refuses to change or remove history', async () => {
    const app = new pg.Client({ connectionString: world.appUrl });
    await app.connect();
    try {
      for (const table of ['ledger_entry', 'ledger_content', 'attendance', 'routine_day', 'routine_exception', 'distress_note', 'life_fact_version', 'preference_answer', 'session_report', 'assistance', 'assistance_reason', 'task_place', 'changed_fact', 'telling', 'turn', 'plan_version', 'venue_check', 'venue_visit', 'venue_follow_up', 'venue_source', 'home_place', 'capacity_view', 'best_interests', 'decision_made', 'view_heard', 'second_look', 'media_consent', 'support_version', 'outcome_review', 'resident_status_change', 'self_assessment', 'self_assessment_answer', 'portrait', 'about_me_entry', 'about_me_statement', 'activity_version', 'activity_note', 'kit_word', 'choice_offer', 'choice', 'preference_reading', 'life_change', 'episode', 'episode_end', 'transition_plan', 'look_back', 'home_going', 'review', 'review_answer', 'review_action', 'review_action_done', 'review_meeting', 'own_word', 'goal_scale', 'goal_draft', 'goal_score', 'outcome_belief', 'belief_talk', 'support_plan', 'support_plan_line', 'support_plan_stop', 'support_plan_answer', 'wish_minute', 'fall', 'routine_support', 'life_phase', 'unmet_need', 'session_media', 'media_person']) {
        for (const statement of [`DELETE FROM ${table}`, `TRUNCATE ${table}`, `UPDATE ${table} SET home_id = home_id`]) {
          await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' });
        }
      }
    } finally {
      await app.end();
    }
  });
});
