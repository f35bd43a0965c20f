/** A world for a test: the real API on a real database, and homes with people in them who ask as themselves. */
import 'reflect-metadata';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import { AccountEntity, HomeEntity, MembershipEntity, SignInEntity } from '../../apps/api/src/access/access.entities.ts';
import type { Actor } from '../../apps/api/src/access/actor.ts';
import { COOKIE } from '../../apps/api/src/access/cookie.ts';
import { CircleMemberEntity, SharingConsentEntity, SupporterEntity } from '../../apps/api/src/circle/circle.entities.ts';
import { type MailSettings, appUrlFrom } from '../../apps/api/src/config.ts';
import { Clock } from '../../apps/api/src/db/clock.ts';
import { Db, type SystemTx } from '../../apps/api/src/db/db.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { createServer } from '../../apps/api/src/server.ts';
import { StaffEntity } from '../../apps/api/src/staff/staff.entities.ts';
import type { Role } from '../../libs/domain/src/access/roles.ts';
import { SHARED_KINDS, type SharedKind } from '../../libs/domain/src/circle/sharing.ts';
import { TEMPLATE } from './global-setup.ts';

/** What a GraphQL answer looks like from outside. Tests read it loosely: its shape is the schema's business. */
export type Answer<T = Record<string, never>> = { data: T | null; errors?: { message: string; extensions: { code: string } }[] };

/** A clock that stands still until a test moves it. */
export class TestClock extends Clock {
  constructor(private at: Date) {
    super();
  }
  override now(): Date {
    return new Date(this.at);
  }
  set(at: string | Date): void {
    this.at = new Date(at);
  }
}

/** Opens a world of its own: a clone of the migrated template, and the API on a free loopback port. */
export async function openWorld(options: { now?: string; staffDist?: string; familyDist?: string; mail?: MailSettings } = {}): Promise<World> {
  const serverUrl = process.env['TEST_SERVER_URL'];
  if (!serverUrl) throw new Error('No test database: run the tests with npm test or npm run jest.');
  const name = `world_${process.pid}_${randomBytes(4).toString('hex')}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  await admin.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  // The application's password follows from the owner's, which is the same for every database of the server.
  const appUrl = appUrlFrom(url.toString());
  const clock = new TestClock(new Date(options.now ?? '2026-11-24T09:00:00Z'));
  const mediaFolder = await mkdtemp(path.join(tmpdir(), 'promenade-media-'));
  const app = await createServer({ appUrl, clock, mediaFolder, logger: process.env['TEST_LOG'] ? ['error', 'warn', 'debug'] : false, staffDist: options.staffDist ?? null, familyDist: options.familyDist ?? null, mail: options.mail ?? null });
  await app.listen(0, '127.0.0.1');
  return new World(app, url.toString(), appUrl, clock, mediaFolder);
}

export class World {
  readonly db: Db;

  constructor(
    readonly app: NestExpressApplication,
    /** The owner's connection, for tests that look behind the API. */
    readonly ownerUrl: string,
    readonly appUrl: string,
    readonly clock: TestClock,
    /** Where photos and recordings lie, for tests that look behind the API. */
    readonly mediaFolder: string,
  ) {
    this.db = app.get(Db);
  }

  get url(): string {
    const address = this.app.getHttpServer().address() as { port: number };
    return `http://127.0.0.1:${address.port}`;
  }

  async home(name = 'Chestnut House'): Promise<Home> {
    const id = newId();
    await this.asSystem(id, (tx) => tx.em.insert(HomeEntity, { id, name, zone: 'Europe/London', demo: false, createdAt: tx.now }));
    return new Home(this, id, name);
  }

  asSystem<T>(homeId: string | null, work: (tx: SystemTx) => Promise<T>): Promise<T> {
    return this.db.asSystem('a test arranges its world', homeId, work);
  }

  /** Looks behind the API, past row-level security. */
  async look<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.ownerUrl });
    await client.connect();
    try {
      return (await client.query(sql, values)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  async close(): Promise<void> {
    await this.app.close();
    await rm(this.mediaFolder, { recursive: true, force: true });
  }
}

/** One home, and builders for who and what is in it. */
export class Home {
  constructor(
    readonly world: World,
    readonly id: string,
    readonly name: string,
  ) {}

  /** A member of staff who can sign in. */
  async worker(name: string, role: Exclude<Role, 'supporter'>, more: Partial<StaffEntity> = {}): Promise<Person> {
    const staff = await this.staff(name, more);
    return this.signedIn(name, role, { staffId: staff.id });
  }

  /** A member of staff on the rota. */
  async staff(name: string, more: Partial<StaffEntity> = {}): Promise<StaffEntity> {
    const [givenName = name, ...rest] = name.split(' ');
    const row: StaffEntity = {
      homeId: this.id, id: newId(), givenName, familyName: rest.join(' '), jobTitle: 'Carer', employeeNo: null, skills: [], licences: [],
      agency: false, care: true, interests: [], leftOn: null, ...more,
    };
    await this.insert(StaffEntity, row);
    return row;
  }

  async resident(name: string, more: Partial<ResidentEntity> = {}): Promise<ResidentEntity> {
    const [givenName = name, ...rest] = name.split(' ');
    const row: ResidentEntity = {
      homeId: this.id, id: newId(), title: '', givenName, familyName: rest.join(' '), preferredName: givenName, born: '1940-01-01', room: null,
      movedIn: '2025-01-01', status: 'living here', shortStay: false, funding: null, wheelchair: 'never', mobility: null, transfers: null,
      supportInStaff: 1, supportInResidents: 4, supportOutStaff: 1, supportOutResidents: 1, communication: null, namedWorkerId: null,
      targetPerWeek: 5, maxPerDay: 2, weeklyBudgetPence: null, riskOut: null, riskDo: null, photoConsent: 'not asked', photoConsentWords: null,
      recordedAt: this.world.clock.now(), ...more,
    };
    await this.insert(ResidentEntity, row);
    return row;
  }

  /** A supporter in a resident's circle who can sign in and may see these kinds of information. */
  async supporter(name: string, resident: ResidentEntity, relation: string, sees: readonly SharedKind[] = SHARED_KINDS): Promise<Person> {
    const supporter: SupporterEntity = { homeId: this.id, id: newId(), name, email: null, phone: null };
    await this.insert(SupporterEntity, supporter);
    await this.insert(CircleMemberEntity, { homeId: this.id, id: newId(), residentId: resident.id, supporterId: supporter.id, relation });
    const person = await this.signedIn(name, 'supporter', { supporterId: supporter.id });
    for (const kind of sees) {
      await this.insert(SharingConsentEntity, {
        homeId: this.id, id: newId(), residentId: resident.id, supporterId: supporter.id, kind, givenAt: this.world.clock.now(),
        givenBy: resident.preferredName, recordedBy: person.actor.accountId, withdrawnAt: null, withdrawnBy: null,
      });
    }
    return person;
  }

  /** Puts a row of any table into this home. */
  async insert<Row extends object>(table: new () => Row, row: Row | Row[]): Promise<void> {
    await this.world.asSystem(this.id, async (tx) => {
      await tx.em.createQueryBuilder().insert().into(table).values(row).execute();
    });
  }

  private async signedIn(name: string, role: Role, as: { staffId?: string; supporterId?: string }): Promise<Person> {
    const token = randomBytes(32).toString('base64url');
    const [accountId, membershipId] = [newId(), newId()];
    const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${accountId.slice(-6)}@example.org`;
    const { now } = { now: this.world.clock.now() };
    await this.world.asSystem(this.id, async (tx) => {
      await tx.em.insert(AccountEntity, { id: accountId, email, name, passwordHash: '', createdAt: now });
      await tx.em.insert(MembershipEntity, { homeId: this.id, id: membershipId, accountId, role, staffId: as.staffId ?? null, supporterId: as.supporterId ?? null, about: '', endedAt: null });
      await tx.em.insert(SignInEntity, { tokenDigest: createHash('sha256').update(token).digest('hex'), accountId, homeId: this.id, membershipId, at: now, expiresAt: new Date('2199-01-01') });
    });
    return new Person(this.world, token, {
      audience: role === 'supporter' ? 'supporter' : 'staff', accountId, membershipId, name, role, homeId: this.id, zone: 'Europe/London',
      staffId: as.staffId ?? null, supporterId: as.supporterId ?? null,
    });
  }
}

/** Somebody signed in, who asks as themselves over HTTP. */
export class Person {
  constructor(
    readonly world: World,
    readonly token: string,
    readonly actor: Actor,
  ) {}

  async asks<T = Record<string, never>>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<T>> {
    return ask<T>(this.world.url, query, variables, `${COOKIE}=${this.token}`);
  }

  /** Asks, and fails the test with the errors if there are any. */
  async gets<T = Record<string, never>>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.asks<T>(query, variables);
    if (errors || !data) throw new Error(`${this.actor.name}: ${errors?.map(({ message }) => message).join('; ') ?? 'no answer'}`);
    return data;
  }
}

/** Asks over HTTP, with a cookie or as nobody. */
export async function ask<T>(url: string, query: string, variables: Record<string, unknown> = {}, cookie = ''): Promise<Answer<T>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'x-promenade': '1', cookie }, body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer<T>;
}
