/**
 * Rows in every table of a home, with an unmistakable word in every free text: if it is read anywhere else, it has leaked.
 * Tables and columns are looked up in the database, so that a new one is planted by itself.
 */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { newId } from '../../apps/api/src/db/ids.ts';

/** Text that only makes sense with certain words in it, and times that must follow one another. */
const FITTING: Readonly<Record<string, unknown>> = {
  'resident.status': 'living here', 'resident.wheelchair': 'never', 'resident.photo_consent': 'yes', 'resident.support_in_residents': 4,
  'life_fact.told_how': 'told us', 'life_fact.sensitive': false, 'routine.from_time': '16:00', 'routine.to_time': '17:00', 'routine.needs': 'session', 'routine.days': [3], 'routine.repeats': 'every week', 'routine_exception.kind': 'not that day',
  'authority.area': 'sharing', 'authority.kind': 'deputy', 'sharing_consent.kind': 'promises', 'sharing_consent.withdrawn_by': null,
  'attendance.level': 'watched', 'attendance.mood': 'flat', 'attendance.engagement': 'partly', 'attendance.help': 'with a word', 'unmet_need.what': 'company', 'session_report.reason': 'no driver', 'routine_day.state': 'missed',
  'plan.status': 'draft', 'plan.week_starts': '2026-11-23', 'plan.sessions': [], 'plan.pinned': [], 'plan_version.sessions': [], 'session.status': 'planned', 'booking.role': 'resident',
  'wish.source': 'said to us', 'standing_promise.level': 'taking part', 'standing_promise.repeats': 'every week', 'standing_promise.days': [3], 'standing_promise.feasible': null, 'claim.said_in': 'brochure', 'claim.counts': 'days', 'claim.for_whom': 'the home', 'claim.of': 'outings', 'claim_week.reason': 'no driver',
  'wish.level': 'taking part', 'wish.answer': null, 'wish.answer_words': null, 'wish.answered_by': null,
  'promise.state': 'made', 'promise.level': 'taking part', 'promise.owed': true, 'ledger_entry.kind': 'made',
  'staff.licences': ['B'], 'staff_preference.kind': 'prefers', 'changed_fact.kind': 'staff off', 'telling.kind': 'moved', 'help_search.state': 'done', 'help_search.weeks': ['2026-11-23'], 'absence.kind': 'sick', 'floor_cover.from_time': '08:00', 'floor_cover.to_time': '20:00',
  'media.kind': 'photo', 'media.mime': 'image/webp', 'about_me_statement.heading': 'important', 'about_me_statement.whose': 'the person', 'about_me_statement.told_how': 'told us', 'about_me_entry.source': 'here',
  'room.from_time': '08:00', 'room.to_time': '20:00', 'activity.setting': 'out', 'activity.transport': null, 'activity.kind': 'physical', 'activity.picture': 'waves',
  'venue_check.fact': 'parking', 'venue_check.answer': 'yes', 'venue_check.detail': null, 'venue_check.known': 'seen by us', 'venue_visit.how': 'good', 'venue_source.kind': 'file', 'venue_source.tags': {}, 'home_place.nation': 'England', 'venue.opening': null, 'venue.travel_known': null,
  'venue.hours': [], 'activity.hours': [], 'activity.skills': {}, 'import_run.kind': 'residents', 'import_run.status': 'read', 'import_run.mapping': { columns: {}, answers: {} }, 'import_run.summary': null, 'import_mapping.mapping': { columns: {}, answers: {} },
  'life_phase.phase': 'keeping well', 'life_change.kind': 'fall', 'episode.kind': 'short stay', 'episode_end.result': 'reached', 'episode_end.went_to': 'own home', 'look_back.weeks': 4, 'look_back.state': 'looked at', 'home_going.topic': 'stairs', 'home_going.state': 'missing', 'own_word.says': 'yes', 'support_plan.shape': 'held', 'support_plan.starts_on': '2026-11-23', 'support_plan.ends_on': '2026-12-20', 'support_plan_line.kind': 'one to one', 'support_plan_stop.why': 'other', 'support_plan_answer.answer': 'hold',
  'wish_minute.kind': 'spent', 'wish_minute.minutes': -30, 'wish_minute.week': '2026-11-23', 'fall.hurt': 'not hurt',
  'activity_note.kind': 'worked', 'choice_offer.point': 'what', 'choice_offer.threes': [], 'choice.point': 'what', 'choice.answer': 'not now', 'choice.option_key': null, 'choice.standing': 'decided', 'choice.by_right': 'the person', 'choice.answered_by': 'the person',
  'choice.how': 'picture', 'choice.led_to': 'nothing', 'preference_reading.likes': 'likes it',
  'calendar_entry.subject': 'session', 'digest_subscription.at_time': '17:00', 'digest.state': 'sent', 'digest.last_error': null, 'calendar_link.ended_by_name': null, 'digest_subscription.ended_by_name': null,
  'family_ask_entry.kind': 'not enough', 'visit.kind': 'coming', 'visit.from_time': '10:00', 'visit.to_time': '11:00', 'visit.repeats': 'every week', 'visit.until_day': null, 'told_by_family.kind': 'told',
  'round_look.state': 'asleep', 'round_response.kind': 'done', 'handover.lines': [],
  'goal_scale.baseline': -1, 'goal_score.rater': 'staff',
  'vehicle.licence': 'B', 'vehicle.seats': 4, 'vehicle.inspection_until': '2027-11-25', 'vehicle.insurance_until': '2027-11-25', 'assistance.rung': 3, 'assistance_reason.reason': 'tired', 'ladder_task.start_rung': 1, 'ladder_task.hoped_rung': 4, 'ladder_task.steps': ['a step'],
};
/** The other things a booking could be of: one row is of one. */
const LEFT_EMPTY = new Set(['booking.staff_id', 'booking.vehicle_id', 'booking.room_id', 'booking.driver_id', 'telling.staff_id', 'changed_fact.undoes_id', 'attendance.corrects_id', 'unmet_need.answers_id', 'routine_day.corrects_id', 'own_word.promise_id', 'own_word.undoes_id', 'life_change.undoes_id', 'task_place.routine_id', 'task_place.undoes_id', 'goal_score.corrects_id']);
/** Belongs to whoever signs in, or to nobody's home. */
const NOT_OF_A_HOME = new Set(['home', 'account', 'membership', 'sign_in', 'schema_migration']);

type Column = { table: string; name: string; type: string; nullable: boolean };
type Reference = { table: string; column: string; to: string };

export type Planted = {
  readonly marker: string;
  readonly homeId: string;
  /** The id of the planted row of each table that has one. */
  readonly ids: ReadonlyMap<string, string>;
};

async function columnsOf(db: pg.Client): Promise<Column[]> {
  const { rows } = await db.query<Column>(
    `SELECT c.table_name AS table, c.column_name AS name, CASE WHEN c.data_type = 'ARRAY' THEN c.udt_name ELSE c.data_type END AS type, c.is_nullable = 'YES' AS nullable
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' ORDER BY c.table_name, c.ordinal_position`,
  );
  return rows.filter(({ table }) => !NOT_OF_A_HOME.has(table));
}

/** References to rows of the same home: the column beside home_id in each foreign key. */
async function referencesOf(db: pg.Client): Promise<Reference[]> {
  const { rows } = await db.query<Reference>(
    `SELECT k.conrelid::regclass::text AS table, a.attname AS column, k.confrelid::regclass::text AS to
     FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY(k.conkey)
     WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND a.attname <> 'home_id'`,
  );
  // The words of a ledger entry go by its id, without a reference: they can be erased.
  return [...rows, { table: 'ledger_content', column: 'id', to: 'ledger_entry' }];
}

/** Tables so that each comes after those it points at. */
function inOrder(tables: readonly string[], references: readonly Reference[]): string[] {
  const done: string[] = [];
  const visit = (table: string, above: readonly string[]): void => {
    if (done.includes(table) || above.includes(table) || !tables.includes(table)) return;
    for (const { to } of references.filter((each) => each.table === table)) visit(to, [...above, table]);
    done.push(table);
  };
  for (const table of tables) visit(table, []);
  return done;
}

function plain(column: Column, word: string): unknown {
  switch (column.type) {
    case 'text': return word;
    case '_text': return [word];
    case 'uuid': return newId();
    case 'boolean': return false;
    case 'integer': case 'double precision': case 'numeric': case 'bigint': case 'smallint': return 1;
    case '_int4': return [1];
    case 'date': return '2026-11-25';
    case 'timestamp with time zone': return column.name === 'ends_at' ? '2026-11-25T11:00:00Z' : '2026-11-25T10:00:00Z';
    case 'jsonb': return { note: word };
    case 'bytea': return Buffer.from(word);
    default: throw new Error(`tests/world/planted.ts does not know what to put into ${column.table}.${column.name} (${column.type}).`);
  }
}

/** Plants a row of every table into a home; `seq` is its place in the home's ledger. */
export async function plant(ownerUrl: string, homeId: string, marker: string, seq: number): Promise<Planted> {
  const db = new pg.Client({ connectionString: ownerUrl });
  await db.connect();
  try {
    const [columns, references] = [await columnsOf(db), await referencesOf(db)];
    const ids = new Map<string, string>();
    for (const table of inOrder([...new Set(columns.map((column) => column.table))], references)) {
      const mine = columns.filter((column) => column.table === table);
      const values = mine.map((column) => valueOf(column, references, ids, { homeId, marker, seq }));
      const names = mine.map(({ name }) => `"${name}"`).join(', ');
      await db.query(`INSERT INTO ${table} (${names}) VALUES (${mine.map((column, n) => (column.type === 'jsonb' ? `$${n + 1}::jsonb` : `$${n + 1}`)).join(', ')})`, values).catch((error: unknown) => {
        throw new Error(`A row could not be planted in "${table}": ${String(error)}. If a column takes certain words only, say so in tests/world/planted.ts.`);
      });
      const at = mine.findIndex(({ name }) => name === 'id');
      if (at >= 0) ids.set(table, String(values[at]));
    }
    await complete(db, homeId, ids);
    return { marker, homeId, ids };
  } finally {
    await db.end();
  }
}

function valueOf(column: Column, references: readonly Reference[], ids: ReadonlyMap<string, string>, { homeId, marker, seq }: { homeId: string; marker: string; seq: number }): unknown {
  const place = `${column.table}.${column.name}`;
  const word = `${marker} ${place}`;
  if (column.name === 'home_id') return homeId;
  if (LEFT_EMPTY.has(place)) return null;
  // One shift of a home is handed over once.
  if (place === 'handover.from_at') return `2026-11-2${seq}T07:00:00Z`;
  if (place in FITTING) return column.type === 'jsonb' ? JSON.stringify(FITTING[place]) : FITTING[place];
  if (place === 'ledger_entry.seq' || place === 'plan_version.number') return seq;
  // A hash says nothing of what it was made from: the head of the home's chain is for everyone.
  if (column.table === 'ledger_entry' && /hash|digest/.test(column.name)) return createHash('sha256').update(word).digest('hex');
  if (place === 'import_mapping.kind') return word;
  if (place === 'ledger_content.content') {
    return JSON.stringify({ kind: 'made', residentId: ids.get('resident'), words: word, activityId: null, level: 'taking part', dueOn: '2026-11-25', madeBy: word, madeTo: word, lifeFactId: null, wishId: null, found: word });
  }
  if (place === 'venue.access') return JSON.stringify({ stepFree: true, hoist: true, changingPlace: true, quietHours: null, parking: word, welcome: word });
  if (place === 'activity.adapt') return JSON.stringify({ plansIt: word, stepByStep: word, joinsThroughSenses: word, respondsToTouchAndSound: word });
  const reference = references.find((each) => each.table === column.table && each.column === column.name);
  if (reference) return ids.get(reference.to) ?? null;
  if (column.nullable && ['date', 'timestamp with time zone', 'uuid', 'jsonb'].includes(column.type)) return null;
  const value = plain(column, word);
  return column.type === 'jsonb' ? JSON.stringify(value) : value;
}

/** What one row of each cannot say: the session's staff, and the promise whose ledger entry came first. */
async function complete(db: pg.Client, homeId: string, ids: ReadonlyMap<string, string>): Promise<void> {
  await db.query(
    `INSERT INTO booking (home_id, id, session_id, starts_at, ends_at, role, staff_id) SELECT home_id, $2, session_id, starts_at, ends_at, 'staff', $3 FROM booking WHERE home_id = $1 AND id = $4`,
    [homeId, newId(), ids.get('staff'), ids.get('booking')],
  );
}
