-- Facts that change after a week was published: who said so and when, what of it still holds, and what people were told.

CREATE TABLE changed_fact (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  staff_id uuid,
  resident_id uuid,
  vehicle_id uuid,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz,
  words text NOT NULL,
  undoes_id uuid,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_changed_fact PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_changed_fact_home_id_recorded_at ON changed_fact (home_id, recorded_at);
CREATE INDEX ix_changed_fact_home_id_undoes_id ON changed_fact (home_id, undoes_id);
ALTER TABLE changed_fact ADD CONSTRAINT fk_changed_fact_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE changed_fact ADD CONSTRAINT fk_changed_fact_staff_id FOREIGN KEY (home_id, staff_id) REFERENCES staff(home_id,id);
ALTER TABLE changed_fact ADD CONSTRAINT fk_changed_fact_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE changed_fact ADD CONSTRAINT fk_changed_fact_vehicle_id FOREIGN KEY (home_id, vehicle_id) REFERENCES vehicle(home_id,id);
ALTER TABLE changed_fact ADD CONSTRAINT fk_changed_fact_undoes_id FOREIGN KEY (home_id, undoes_id) REFERENCES changed_fact(home_id,id);

ALTER TABLE absence ADD COLUMN change_id uuid, ADD COLUMN ended_at timestamptz;
ALTER TABLE absence ADD CONSTRAINT fk_absence_change_id FOREIGN KEY (home_id, change_id) REFERENCES changed_fact(home_id,id);
ALTER TABLE away_time ADD COLUMN change_id uuid, ADD COLUMN ended_at timestamptz;
ALTER TABLE away_time ADD CONSTRAINT fk_away_time_change_id FOREIGN KEY (home_id, change_id) REFERENCES changed_fact(home_id,id);
ALTER TABLE vehicle_off_road ADD COLUMN change_id uuid, ADD COLUMN ended_at timestamptz;
ALTER TABLE vehicle_off_road ADD CONSTRAINT fk_vehicle_off_road_change_id FOREIGN KEY (home_id, change_id) REFERENCES changed_fact(home_id,id);

CREATE TABLE telling (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  resident_id uuid,
  staff_id uuid,
  activity_id uuid NOT NULL,
  kind text NOT NULL,
  was_at timestamptz,
  starts_at timestamptz NOT NULL,
  words text NOT NULL,
  told_at timestamptz NOT NULL,
  told_by_name text NOT NULL,
  CONSTRAINT ck_telling_one_subject CHECK (num_nonnulls(resident_id, staff_id) = 1),
  CONSTRAINT pk_telling PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_telling_home_id_starts_at ON telling (home_id, starts_at);
CREATE INDEX ix_telling_home_id_resident_id ON telling (home_id, resident_id);
ALTER TABLE telling ADD CONSTRAINT fk_telling_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE telling ADD CONSTRAINT fk_telling_plan_id FOREIGN KEY (home_id, plan_id) REFERENCES plan(home_id,id);
ALTER TABLE telling ADD CONSTRAINT fk_telling_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE telling ADD CONSTRAINT fk_telling_staff_id FOREIGN KEY (home_id, staff_id) REFERENCES staff(home_id,id);
ALTER TABLE telling ADD CONSTRAINT fk_telling_activity_id FOREIGN KEY (home_id, activity_id) REFERENCES activity(home_id,id);

CREATE TABLE turn (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  place integer NOT NULL,
  goes boolean NOT NULL,
  words text NOT NULL,
  override_reason text,
  decided_by uuid NOT NULL,
  decided_by_name text NOT NULL,
  decided_at timestamptz NOT NULL,
  CONSTRAINT pk_turn PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_turn_home_id_session_id ON turn (home_id, session_id);
CREATE INDEX ix_turn_home_id_resident_id_decided_at ON turn (home_id, resident_id, decided_at);
ALTER TABLE turn ADD CONSTRAINT fk_turn_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE turn ADD CONSTRAINT fk_turn_session_id FOREIGN KEY (home_id, session_id) REFERENCES session(home_id,id);
ALTER TABLE turn ADD CONSTRAINT fk_turn_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);

CREATE TABLE help_search (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  state text NOT NULL,
  weeks text array NOT NULL,
  tried integer NOT NULL,
  additions integer NOT NULL,
  lines text array NOT NULL,
  already text array NOT NULL,
  asked_by uuid NOT NULL,
  asked_by_name text NOT NULL,
  asked_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  CONSTRAINT pk_help_search PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_help_search_home_id_asked_at ON help_search (home_id, asked_at);
ALTER TABLE help_search ADD CONSTRAINT fk_help_search_home_id FOREIGN KEY (home_id) REFERENCES home(id);
