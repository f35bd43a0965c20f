-- The tables of the house. Every table of a home has the key (home_id, id), and every reference carries the home.
CREATE EXTENSION IF NOT EXISTS btree_gist;


CREATE TABLE home (
  id uuid NOT NULL,
  name text NOT NULL,
  zone text NOT NULL,
  demo boolean NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT pk_home PRIMARY KEY (id)
);

CREATE TABLE account (
  id uuid NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  password_hash text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT pk_account PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_account_email ON account (email);

CREATE TABLE membership (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  role text NOT NULL,
  staff_id uuid,
  supporter_id uuid,
  about text NOT NULL,
  ended_at timestamptz,
  CONSTRAINT pk_membership PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_membership_account_id ON membership (account_id);

CREATE TABLE sign_in (
  token_digest text NOT NULL,
  account_id uuid NOT NULL,
  home_id uuid NOT NULL,
  membership_id uuid NOT NULL,
  at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT pk_sign_in PRIMARY KEY (token_digest)
);

CREATE TABLE invitation (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  code_digest text NOT NULL,
  staff_id uuid,
  supporter_id uuid,
  role text NOT NULL,
  email text NOT NULL,
  made_at timestamptz NOT NULL,
  made_by uuid,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  ended_at timestamptz,
  CONSTRAINT pk_invitation PRIMARY KEY (home_id, id)
);
CREATE UNIQUE INDEX ix_invitation_code_digest ON invitation (code_digest);

CREATE TABLE supporter (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  email text,
  phone text,
  CONSTRAINT pk_supporter PRIMARY KEY (home_id, id)
);

CREATE TABLE circle_member (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  supporter_id uuid NOT NULL,
  relation text NOT NULL,
  CONSTRAINT pk_circle_member PRIMARY KEY (home_id, id)
);
CREATE UNIQUE INDEX ix_circle_member_home_id_resident_id_supporter_id ON circle_member (home_id, resident_id, supporter_id);

CREATE TABLE sharing_consent (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  supporter_id uuid NOT NULL,
  kind text NOT NULL,
  given_at timestamptz NOT NULL,
  given_by text NOT NULL,
  recorded_by uuid NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_by text,
  CONSTRAINT pk_sharing_consent PRIMARY KEY (home_id, id)
);
CREATE UNIQUE INDEX ix_sharing_consent_home_id_supporter_id_resident_id__a551254 ON sharing_consent (home_id, supporter_id, resident_id, kind) WHERE (withdrawn_at IS NULL);

CREATE TABLE attendance (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  level text NOT NULL,
  mood text,
  engagement text,
  left_early boolean NOT NULL,
  note text,
  corrects_id uuid,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_attendance PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_attendance_home_id_resident_id_recorded_at ON attendance (home_id, resident_id, recorded_at);
CREATE INDEX ix_attendance_home_id_corrects_id ON attendance (home_id, corrects_id);
CREATE INDEX ix_attendance_home_id_session_id ON attendance (home_id, session_id);

CREATE TABLE session_report (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  ran boolean NOT NULL,
  reason text,
  words text,
  answers text,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_session_report PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_session_report_home_id_session_id ON session_report (home_id, session_id);

CREATE TABLE routine_day (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  routine_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  day date NOT NULL,
  state text NOT NULL,
  reason text,
  corrects_id uuid,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_routine_day PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_routine_day_home_id_routine_id_day ON routine_day (home_id, routine_id, day);
CREATE INDEX ix_routine_day_home_id_resident_id_day ON routine_day (home_id, resident_id, day);
CREATE INDEX ix_routine_day_home_id_corrects_id ON routine_day (home_id, corrects_id);

CREATE TABLE import_run (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  file_name text NOT NULL,
  bytes bytea NOT NULL,
  mapping jsonb NOT NULL,
  status text NOT NULL,
  summary jsonb,
  started_by uuid NOT NULL,
  started_at timestamptz NOT NULL,
  imported_at timestamptz,
  CONSTRAINT pk_import_run PRIMARY KEY (home_id, id)
);

CREATE TABLE import_mapping (
  home_id uuid NOT NULL,
  kind text NOT NULL,
  mapping jsonb NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT pk_import_mapping PRIMARY KEY (home_id, kind)
);

CREATE TABLE activity (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  picture text NOT NULL,
  setting text NOT NULL,
  minutes integer NOT NULL,
  group_min integer NOT NULL,
  group_max integer NOT NULL,
  base_staff integer NOT NULL,
  skills jsonb NOT NULL,
  driver_supports boolean NOT NULL,
  transport text,
  venue_id uuid,
  cost_pence integer NOT NULL,
  max_per_week integer NOT NULL,
  hours jsonb NOT NULL,
  steps text array NOT NULL,
  adapt jsonb NOT NULL,
  why text NOT NULL,
  watch_for text array NOT NULL,
  equipment text array NOT NULL,
  respect text NOT NULL,
  retired_on date,
  CONSTRAINT pk_activity PRIMARY KEY (home_id, id)
);

CREATE TABLE activity_room (
  home_id uuid NOT NULL,
  activity_id uuid NOT NULL,
  room_id uuid NOT NULL,
  CONSTRAINT pk_activity_room PRIMARY KEY (home_id, activity_id, room_id)
);

CREATE TABLE resident (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  title text NOT NULL,
  given_name text NOT NULL,
  family_name text NOT NULL,
  preferred_name text NOT NULL,
  born date,
  room text,
  moved_in date,
  status text NOT NULL,
  short_stay boolean NOT NULL,
  funding text,
  wheelchair text NOT NULL,
  mobility text,
  transfers text,
  support_in_staff integer NOT NULL,
  support_in_residents integer NOT NULL,
  support_out_staff integer NOT NULL,
  support_out_residents integer NOT NULL,
  communication text,
  named_worker_id uuid,
  target_per_week integer NOT NULL,
  max_per_day integer NOT NULL,
  weekly_budget_pence integer,
  risk_out text,
  risk_do text,
  photo_consent text NOT NULL,
  photo_consent_words text,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_resident PRIMARY KEY (home_id, id)
);

CREATE TABLE life_fact (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  words text NOT NULL,
  when_words text,
  theme text NOT NULL,
  told_by text NOT NULL,
  told_how text NOT NULL,
  sensitive boolean NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_life_fact PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_life_fact_home_id_resident_id ON life_fact (home_id, resident_id);

CREATE TABLE routine (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  what text NOT NULL,
  activity_id uuid,
  life_fact_id uuid,
  days integer array NOT NULL,
  from_time text NOT NULL,
  to_time text NOT NULL,
  why text NOT NULL,
  when_missed text NOT NULL,
  help text NOT NULL,
  needs text NOT NULL,
  protected boolean NOT NULL,
  weight integer NOT NULL,
  since date NOT NULL,
  ended_on date,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT ck_routine_times CHECK (from_time < to_time),
  CONSTRAINT pk_routine PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_routine_home_id_resident_id ON routine (home_id, resident_id);

CREATE TABLE interest (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  activity_id uuid NOT NULL,
  value integer NOT NULL,
  because text NOT NULL,
  life_fact_id uuid,
  CONSTRAINT pk_interest PRIMARY KEY (home_id, id)
);
CREATE UNIQUE INDEX ix_interest_home_id_resident_id_activity_id ON interest (home_id, resident_id, activity_id);

CREATE TABLE outcome (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  words text NOT NULL,
  why text NOT NULL,
  measure text,
  by_date date,
  ended_on date,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_outcome PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_outcome_home_id_resident_id ON outcome (home_id, resident_id);

CREATE TABLE authority (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  area text NOT NULL,
  kind text NOT NULL,
  supporter_id uuid,
  words text NOT NULL,
  document_seen text,
  seen_by uuid,
  seen_on date,
  until_date date,
  CONSTRAINT pk_authority PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_authority_home_id_resident_id ON authority (home_id, resident_id);

CREATE TABLE avoidance (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  other_id uuid NOT NULL,
  CONSTRAINT pk_avoidance PRIMARY KEY (home_id, id)
);

CREATE TABLE away_time (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  why text NOT NULL,
  CONSTRAINT ck_away_time_order CHECK (starts_at < ends_at),
  CONSTRAINT pk_away_time PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_away_time_home_id_resident_id ON away_time (home_id, resident_id);

CREATE TABLE plan (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  week_starts date NOT NULL,
  name text NOT NULL,
  status text NOT NULL,
  version integer NOT NULL,
  sessions jsonb NOT NULL,
  pinned integer array NOT NULL,
  score integer,
  parts jsonb,
  based_on uuid,
  search jsonb,
  created_by uuid NOT NULL,
  created_by_name text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  published_by uuid,
  published_by_name text,
  published_at timestamptz,
  CONSTRAINT pk_plan PRIMARY KEY (home_id, id)
);
CREATE UNIQUE INDEX ix_plan_home_id_week_starts_partial ON plan (home_id, week_starts) WHERE (status = 'published'::text);

CREATE TABLE session (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  plan_id uuid,
  activity_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  status text NOT NULL,
  cancelled_why text,
  CONSTRAINT ck_session_order CHECK (starts_at < ends_at),
  CONSTRAINT pk_session PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_session_home_id_starts_at ON session (home_id, starts_at);

CREATE TABLE booking (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  role text NOT NULL,
  resident_id uuid,
  staff_id uuid,
  vehicle_id uuid,
  room_id uuid,
  driver_id uuid,
  CONSTRAINT ck_booking_order CHECK (starts_at < ends_at),
  CONSTRAINT ck_booking_one_subject CHECK (num_nonnulls(resident_id, staff_id, vehicle_id, room_id) = 1),
  CONSTRAINT ex_booking_room EXCLUDE USING gist (home_id WITH =, room_id WITH =, tstzrange(starts_at, ends_at) WITH &&),
  CONSTRAINT ex_booking_vehicle EXCLUDE USING gist (home_id WITH =, vehicle_id WITH =, tstzrange(starts_at, ends_at) WITH &&),
  CONSTRAINT ex_booking_staff EXCLUDE USING gist (home_id WITH =, staff_id WITH =, tstzrange(starts_at, ends_at) WITH &&),
  CONSTRAINT ex_booking_resident EXCLUDE USING gist (home_id WITH =, resident_id WITH =, tstzrange(starts_at, ends_at) WITH &&),
  CONSTRAINT pk_booking PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_booking_home_id_session_id ON booking (home_id, session_id);

CREATE TABLE wish (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  words text NOT NULL,
  activity_id uuid,
  level text NOT NULL,
  life_fact_id uuid,
  raised_by text NOT NULL,
  raised_at timestamptz NOT NULL,
  answer text,
  answer_words text,
  answered_by text,
  answered_at timestamptz,
  CONSTRAINT pk_wish PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_wish_home_id_resident_id ON wish (home_id, resident_id);

CREATE TABLE promise (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  wish_id uuid,
  activity_id uuid,
  life_fact_id uuid,
  words text NOT NULL,
  level text NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  due_on date NOT NULL,
  state text NOT NULL,
  owed boolean NOT NULL,
  unexplained boolean NOT NULL,
  misses integer NOT NULL,
  session_id uuid,
  entries integer NOT NULL,
  CONSTRAINT pk_promise PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_promise_home_id_resident_id ON promise (home_id, resident_id);

CREATE TABLE ledger_entry (
  home_id uuid NOT NULL,
  seq integer NOT NULL,
  id uuid NOT NULL,
  promise_id uuid NOT NULL,
  kind text NOT NULL,
  at timestamptz(3) NOT NULL,
  by_account_id uuid,
  content_digest text NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT pk_ledger_entry PRIMARY KEY (home_id, seq)
);
CREATE INDEX ix_ledger_entry_home_id_promise_id ON ledger_entry (home_id, promise_id);
CREATE UNIQUE INDEX ix_ledger_entry_home_id_id ON ledger_entry (home_id, id);

CREATE TABLE ledger_content (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  salt text NOT NULL,
  content jsonb NOT NULL,
  CONSTRAINT pk_ledger_content PRIMARY KEY (home_id, id)
);

CREATE TABLE ladder_task (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  outcome_id uuid,
  name text NOT NULL,
  started_on date NOT NULL,
  start_rung integer NOT NULL,
  hoped_on date NOT NULL,
  hoped_rung integer NOT NULL,
  ended_on date,
  CONSTRAINT ck_ladder_task_rungs CHECK (start_rung BETWEEN 0 AND 6 AND hoped_rung BETWEEN 0 AND 6),
  CONSTRAINT pk_ladder_task PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_ladder_task_home_id_resident_id ON ladder_task (home_id, resident_id);

CREATE TABLE assistance (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  task_id uuid NOT NULL,
  rung integer NOT NULL,
  at timestamptz NOT NULL,
  note text,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT ck_assistance_rung CHECK (rung BETWEEN 0 AND 6),
  CONSTRAINT pk_assistance PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_assistance_home_id_task_id_at ON assistance (home_id, task_id, at);

CREATE TABLE staff (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  given_name text NOT NULL,
  family_name text NOT NULL,
  job_title text NOT NULL,
  employee_no text,
  skills text array NOT NULL,
  licences text array NOT NULL,
  agency boolean NOT NULL,
  care boolean NOT NULL DEFAULT true,
  interests text array NOT NULL,
  left_on date,
  CONSTRAINT pk_staff PRIMARY KEY (home_id, id)
);

CREATE TABLE shift (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  staff_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  break_minutes integer NOT NULL,
  source text NOT NULL,
  CONSTRAINT ck_shift_order CHECK (starts_at < ends_at),
  CONSTRAINT ex_shift_one_at_a_time EXCLUDE USING gist (home_id WITH =, staff_id WITH =, tstzrange(starts_at, ends_at) WITH &&),
  CONSTRAINT pk_shift PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_shift_home_id_starts_at ON shift (home_id, starts_at);

CREATE TABLE absence (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  staff_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  kind text NOT NULL,
  note text NOT NULL,
  CONSTRAINT ck_absence_order CHECK (starts_at < ends_at),
  CONSTRAINT pk_absence PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_absence_home_id_staff_id ON absence (home_id, staff_id);

CREATE TABLE floor_cover (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  days integer array NOT NULL,
  from_time text NOT NULL,
  to_time text NOT NULL,
  least integer NOT NULL,
  CONSTRAINT pk_floor_cover PRIMARY KEY (home_id, id)
);

CREATE TABLE staff_preference (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  kind text NOT NULL,
  CONSTRAINT pk_staff_preference PRIMARY KEY (home_id, id)
);
CREATE UNIQUE INDEX ix_staff_preference_home_id_resident_id_staff_id ON staff_preference (home_id, resident_id, staff_id);

CREATE TABLE vehicle (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  registration text NOT NULL,
  seats integer NOT NULL,
  bays integer NOT NULL,
  licence text NOT NULL,
  inspection_due date NOT NULL,
  insurance_due date NOT NULL,
  from_time text NOT NULL,
  to_time text NOT NULL,
  CONSTRAINT pk_vehicle PRIMARY KEY (home_id, id)
);

CREATE TABLE vehicle_off_road (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz,
  why text NOT NULL,
  CONSTRAINT pk_vehicle_off_road PRIMARY KEY (home_id, id)
);

CREATE TABLE venue (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  address text NOT NULL,
  phone text,
  lat double precision NOT NULL,
  lon double precision NOT NULL,
  drive_minutes integer NOT NULL,
  walk_minutes integer,
  hours jsonb NOT NULL,
  price text NOT NULL,
  access jsonb NOT NULL,
  last_visited text NOT NULL,
  CONSTRAINT pk_venue PRIMARY KEY (home_id, id)
);

CREATE TABLE room (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  capacity integer NOT NULL,
  from_time text NOT NULL,
  to_time text NOT NULL,
  CONSTRAINT pk_room PRIMARY KEY (home_id, id)
);
ALTER TABLE membership ADD CONSTRAINT fk_membership_supporter_id FOREIGN KEY (home_id, supporter_id) REFERENCES supporter(home_id,id);
ALTER TABLE membership ADD CONSTRAINT fk_membership_staff_id FOREIGN KEY (home_id, staff_id) REFERENCES staff(home_id,id);
ALTER TABLE membership ADD CONSTRAINT fk_membership_account_id FOREIGN KEY (account_id) REFERENCES account(id);
ALTER TABLE membership ADD CONSTRAINT fk_membership_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE invitation ADD CONSTRAINT fk_invitation_supporter_id FOREIGN KEY (home_id, supporter_id) REFERENCES supporter(home_id,id);
ALTER TABLE invitation ADD CONSTRAINT fk_invitation_staff_id FOREIGN KEY (home_id, staff_id) REFERENCES staff(home_id,id);
ALTER TABLE invitation ADD CONSTRAINT fk_invitation_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE sign_in ADD CONSTRAINT fk_sign_in_membership_id FOREIGN KEY (home_id, membership_id) REFERENCES membership(home_id,id);
ALTER TABLE sign_in ADD CONSTRAINT fk_sign_in_account_id FOREIGN KEY (account_id) REFERENCES account(id);
ALTER TABLE supporter ADD CONSTRAINT fk_supporter_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE circle_member ADD CONSTRAINT fk_circle_member_supporter_id FOREIGN KEY (home_id, supporter_id) REFERENCES supporter(home_id,id);
ALTER TABLE circle_member ADD CONSTRAINT fk_circle_member_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE circle_member ADD CONSTRAINT fk_circle_member_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE sharing_consent ADD CONSTRAINT fk_sharing_consent_supporter_id FOREIGN KEY (home_id, supporter_id) REFERENCES supporter(home_id,id);
ALTER TABLE sharing_consent ADD CONSTRAINT fk_sharing_consent_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE sharing_consent ADD CONSTRAINT fk_sharing_consent_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE attendance ADD CONSTRAINT fk_attendance_corrects_id FOREIGN KEY (home_id, corrects_id) REFERENCES attendance(home_id,id);
ALTER TABLE attendance ADD CONSTRAINT fk_attendance_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE attendance ADD CONSTRAINT fk_attendance_session_id FOREIGN KEY (home_id, session_id) REFERENCES session(home_id,id);
ALTER TABLE attendance ADD CONSTRAINT fk_attendance_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE session_report ADD CONSTRAINT fk_session_report_session_id FOREIGN KEY (home_id, session_id) REFERENCES session(home_id,id);
ALTER TABLE session_report ADD CONSTRAINT fk_session_report_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE routine_day ADD CONSTRAINT fk_routine_day_corrects_id FOREIGN KEY (home_id, corrects_id) REFERENCES routine_day(home_id,id);
ALTER TABLE routine_day ADD CONSTRAINT fk_routine_day_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE routine_day ADD CONSTRAINT fk_routine_day_routine_id FOREIGN KEY (home_id, routine_id) REFERENCES routine(home_id,id);
ALTER TABLE routine_day ADD CONSTRAINT fk_routine_day_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE import_run ADD CONSTRAINT fk_import_run_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE import_mapping ADD CONSTRAINT fk_import_mapping_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE activity ADD CONSTRAINT fk_activity_venue_id FOREIGN KEY (home_id, venue_id) REFERENCES venue(home_id,id);
ALTER TABLE activity ADD CONSTRAINT fk_activity_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE activity_room ADD CONSTRAINT fk_activity_room_room_id FOREIGN KEY (home_id, room_id) REFERENCES room(home_id,id);
ALTER TABLE activity_room ADD CONSTRAINT fk_activity_room_activity_id FOREIGN KEY (home_id, activity_id) REFERENCES activity(home_id,id);
ALTER TABLE activity_room ADD CONSTRAINT fk_activity_room_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE resident ADD CONSTRAINT fk_resident_named_worker_id FOREIGN KEY (home_id, named_worker_id) REFERENCES staff(home_id,id);
ALTER TABLE resident ADD CONSTRAINT fk_resident_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE life_fact ADD CONSTRAINT fk_life_fact_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE life_fact ADD CONSTRAINT fk_life_fact_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE routine ADD CONSTRAINT fk_routine_life_fact_id FOREIGN KEY (home_id, life_fact_id) REFERENCES life_fact(home_id,id);
ALTER TABLE routine ADD CONSTRAINT fk_routine_activity_id FOREIGN KEY (home_id, activity_id) REFERENCES activity(home_id,id);
ALTER TABLE routine ADD CONSTRAINT fk_routine_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE routine ADD CONSTRAINT fk_routine_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE interest ADD CONSTRAINT fk_interest_life_fact_id FOREIGN KEY (home_id, life_fact_id) REFERENCES life_fact(home_id,id);
ALTER TABLE interest ADD CONSTRAINT fk_interest_activity_id FOREIGN KEY (home_id, activity_id) REFERENCES activity(home_id,id);
ALTER TABLE interest ADD CONSTRAINT fk_interest_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE interest ADD CONSTRAINT fk_interest_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE outcome ADD CONSTRAINT fk_outcome_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE outcome ADD CONSTRAINT fk_outcome_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE authority ADD CONSTRAINT fk_authority_supporter_id FOREIGN KEY (home_id, supporter_id) REFERENCES supporter(home_id,id);
ALTER TABLE authority ADD CONSTRAINT fk_authority_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE authority ADD CONSTRAINT fk_authority_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE avoidance ADD CONSTRAINT fk_avoidance_other_id FOREIGN KEY (home_id, other_id) REFERENCES resident(home_id,id);
ALTER TABLE avoidance ADD CONSTRAINT fk_avoidance_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE avoidance ADD CONSTRAINT fk_avoidance_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE away_time ADD CONSTRAINT fk_away_time_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE away_time ADD CONSTRAINT fk_away_time_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE plan ADD CONSTRAINT fk_plan_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE session ADD CONSTRAINT fk_session_activity_id FOREIGN KEY (home_id, activity_id) REFERENCES activity(home_id,id);
ALTER TABLE session ADD CONSTRAINT fk_session_plan_id FOREIGN KEY (home_id, plan_id) REFERENCES plan(home_id,id);
ALTER TABLE session ADD CONSTRAINT fk_session_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE booking ADD CONSTRAINT fk_booking_driver_id FOREIGN KEY (home_id, driver_id) REFERENCES staff(home_id,id);
ALTER TABLE booking ADD CONSTRAINT fk_booking_room_id FOREIGN KEY (home_id, room_id) REFERENCES room(home_id,id);
ALTER TABLE booking ADD CONSTRAINT fk_booking_vehicle_id FOREIGN KEY (home_id, vehicle_id) REFERENCES vehicle(home_id,id);
ALTER TABLE booking ADD CONSTRAINT fk_booking_staff_id FOREIGN KEY (home_id, staff_id) REFERENCES staff(home_id,id);
ALTER TABLE booking ADD CONSTRAINT fk_booking_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE booking ADD CONSTRAINT fk_booking_session_id FOREIGN KEY (home_id, session_id) REFERENCES session(home_id,id);
ALTER TABLE booking ADD CONSTRAINT fk_booking_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE wish ADD CONSTRAINT fk_wish_life_fact_id FOREIGN KEY (home_id, life_fact_id) REFERENCES life_fact(home_id,id);
ALTER TABLE wish ADD CONSTRAINT fk_wish_activity_id FOREIGN KEY (home_id, activity_id) REFERENCES activity(home_id,id);
ALTER TABLE wish ADD CONSTRAINT fk_wish_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE wish ADD CONSTRAINT fk_wish_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE promise ADD CONSTRAINT fk_promise_session_id FOREIGN KEY (home_id, session_id) REFERENCES session(home_id,id);
ALTER TABLE promise ADD CONSTRAINT fk_promise_life_fact_id FOREIGN KEY (home_id, life_fact_id) REFERENCES life_fact(home_id,id);
ALTER TABLE promise ADD CONSTRAINT fk_promise_activity_id FOREIGN KEY (home_id, activity_id) REFERENCES activity(home_id,id);
ALTER TABLE promise ADD CONSTRAINT fk_promise_wish_id FOREIGN KEY (home_id, wish_id) REFERENCES wish(home_id,id);
ALTER TABLE promise ADD CONSTRAINT fk_promise_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE promise ADD CONSTRAINT fk_promise_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE ledger_entry ADD CONSTRAINT fk_ledger_entry_promise_id FOREIGN KEY (home_id, promise_id) REFERENCES promise(home_id,id);
ALTER TABLE ledger_entry ADD CONSTRAINT fk_ledger_entry_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE ledger_content ADD CONSTRAINT fk_ledger_content_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE ladder_task ADD CONSTRAINT fk_ladder_task_outcome_id FOREIGN KEY (home_id, outcome_id) REFERENCES outcome(home_id,id);
ALTER TABLE ladder_task ADD CONSTRAINT fk_ladder_task_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE ladder_task ADD CONSTRAINT fk_ladder_task_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE assistance ADD CONSTRAINT fk_assistance_task_id FOREIGN KEY (home_id, task_id) REFERENCES ladder_task(home_id,id);
ALTER TABLE assistance ADD CONSTRAINT fk_assistance_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE assistance ADD CONSTRAINT fk_assistance_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE staff ADD CONSTRAINT fk_staff_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE shift ADD CONSTRAINT fk_shift_staff_id FOREIGN KEY (home_id, staff_id) REFERENCES staff(home_id,id);
ALTER TABLE shift ADD CONSTRAINT fk_shift_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE absence ADD CONSTRAINT fk_absence_staff_id FOREIGN KEY (home_id, staff_id) REFERENCES staff(home_id,id);
ALTER TABLE absence ADD CONSTRAINT fk_absence_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE floor_cover ADD CONSTRAINT fk_floor_cover_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE staff_preference ADD CONSTRAINT fk_staff_preference_staff_id FOREIGN KEY (home_id, staff_id) REFERENCES staff(home_id,id);
ALTER TABLE staff_preference ADD CONSTRAINT fk_staff_preference_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE staff_preference ADD CONSTRAINT fk_staff_preference_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE vehicle ADD CONSTRAINT fk_vehicle_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE vehicle_off_road ADD CONSTRAINT fk_vehicle_off_road_vehicle_id FOREIGN KEY (home_id, vehicle_id) REFERENCES vehicle(home_id,id);
ALTER TABLE vehicle_off_road ADD CONSTRAINT fk_vehicle_off_road_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE venue ADD CONSTRAINT fk_venue_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE room ADD CONSTRAINT fk_room_home_id FOREIGN KEY (home_id) REFERENCES home(id);
