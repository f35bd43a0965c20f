-- Support plans with what they are made of, why they were stopped and what was answered; minutes that progress set free; falls; the help a routine takes.
CREATE TABLE support_plan (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  shape text NOT NULL,
  step_weeks integer NOT NULL,
  start_minutes integer NOT NULL,
  goal_minutes integer NOT NULL,
  hourly_pence integer NOT NULL,
  why text NOT NULL,
  say text NOT NULL,
  outcome_id uuid,
  follows_id uuid,
  CONSTRAINT pk_support_plan PRIMARY KEY (home_id, id),
  CONSTRAINT ck_support_plan_shape CHECK (shape IN ('straight', 'stepped', 'held')),
  CONSTRAINT ck_support_plan_falls CHECK (0 <= goal_minutes AND goal_minutes <= start_minutes)
);
CREATE INDEX ix_support_plan_home_id_resident_id_recorded_at ON support_plan (home_id, resident_id, recorded_at);
CREATE UNIQUE INDEX ix_support_plan_home_id_follows_id ON support_plan (home_id, follows_id);
ALTER TABLE support_plan ADD CONSTRAINT fk_support_plan_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE support_plan ADD CONSTRAINT fk_support_plan_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE support_plan ADD CONSTRAINT fk_support_plan_outcome_id FOREIGN KEY (home_id, outcome_id) REFERENCES outcome(home_id,id);
ALTER TABLE support_plan ADD CONSTRAINT fk_support_plan_follows_id FOREIGN KEY (home_id, follows_id) REFERENCES support_plan(home_id,id);

CREATE TABLE support_plan_line (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  place integer NOT NULL,
  kind text NOT NULL,
  what text NOT NULL,
  minutes integer NOT NULL,
  staff integer NOT NULL,
  residents integer NOT NULL,
  CONSTRAINT pk_support_plan_line PRIMARY KEY (home_id, id),
  CONSTRAINT ck_support_plan_line_kind CHECK (kind IN ('one to one', 'two to one', 'shared'))
);
CREATE INDEX ix_support_plan_line_home_id_plan_id ON support_plan_line (home_id, plan_id);
ALTER TABLE support_plan_line ADD CONSTRAINT fk_support_plan_line_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE support_plan_line ADD CONSTRAINT fk_support_plan_line_plan_id FOREIGN KEY (home_id, plan_id) REFERENCES support_plan(home_id,id);

CREATE TABLE support_plan_stop (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  plan_id uuid NOT NULL,
  why text NOT NULL,
  words text NOT NULL,
  on_day date NOT NULL,
  CONSTRAINT pk_support_plan_stop PRIMARY KEY (home_id, id),
  CONSTRAINT ck_support_plan_stop_why CHECK (why IN ('distress', 'falls', 'refusals', 'more help', 'the person said so', 'comfort and connection', 'other'))
);
CREATE INDEX ix_support_plan_stop_home_id_resident_id ON support_plan_stop (home_id, resident_id);
CREATE INDEX ix_support_plan_stop_home_id_plan_id ON support_plan_stop (home_id, plan_id);
ALTER TABLE support_plan_stop ADD CONSTRAINT fk_support_plan_stop_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE support_plan_stop ADD CONSTRAINT fk_support_plan_stop_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE support_plan_stop ADD CONSTRAINT fk_support_plan_stop_plan_id FOREIGN KEY (home_id, plan_id) REFERENCES support_plan(home_id,id);

CREATE TABLE support_plan_answer (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  plan_id uuid NOT NULL,
  stop_id uuid NOT NULL,
  answer text NOT NULL,
  say text NOT NULL,
  words text,
  on_day date NOT NULL,
  CONSTRAINT pk_support_plan_answer PRIMARY KEY (home_id, id),
  CONSTRAINT ck_support_plan_answer_answer CHECK (answer IN ('go on', 'hold', 'go back'))
);
CREATE INDEX ix_support_plan_answer_home_id_resident_id ON support_plan_answer (home_id, resident_id);
CREATE UNIQUE INDEX ix_support_plan_answer_home_id_stop_id ON support_plan_answer (home_id, stop_id);
ALTER TABLE support_plan_answer ADD CONSTRAINT fk_support_plan_answer_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE support_plan_answer ADD CONSTRAINT fk_support_plan_answer_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE support_plan_answer ADD CONSTRAINT fk_support_plan_answer_plan_id FOREIGN KEY (home_id, plan_id) REFERENCES support_plan(home_id,id);
ALTER TABLE support_plan_answer ADD CONSTRAINT fk_support_plan_answer_stop_id FOREIGN KEY (home_id, stop_id) REFERENCES support_plan_stop(home_id,id);

CREATE TABLE wish_minute (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  kind text NOT NULL,
  week date NOT NULL,
  minutes integer NOT NULL,
  what text NOT NULL,
  say text,
  activity_id uuid,
  plan_id uuid,
  CONSTRAINT pk_wish_minute PRIMARY KEY (home_id, id),
  CONSTRAINT ck_wish_minute_sign CHECK (CASE kind WHEN 'freed' THEN minutes > 0 WHEN 'spent' THEN minutes < 0 WHEN 'not now' THEN minutes = 0 ELSE false END)
);
CREATE INDEX ix_wish_minute_home_id_resident_id ON wish_minute (home_id, resident_id);
CREATE UNIQUE INDEX ix_wish_minute_freed_once ON wish_minute (home_id, resident_id, week) WHERE (kind = 'freed'::text);
ALTER TABLE wish_minute ADD CONSTRAINT fk_wish_minute_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE wish_minute ADD CONSTRAINT fk_wish_minute_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE wish_minute ADD CONSTRAINT fk_wish_minute_plan_id FOREIGN KEY (home_id, plan_id) REFERENCES support_plan(home_id,id);
ALTER TABLE wish_minute ADD CONSTRAINT fk_wish_minute_activity_id FOREIGN KEY (home_id, activity_id) REFERENCES activity(home_id,id);

CREATE TABLE fall (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  at timestamptz NOT NULL,
  place text NOT NULL,
  hurt text NOT NULL,
  words text,
  corrects_id uuid,
  CONSTRAINT pk_fall PRIMARY KEY (home_id, id),
  CONSTRAINT ck_fall_hurt CHECK (hurt IN ('not hurt', 'hurt', 'not a fall after all'))
);
CREATE INDEX ix_fall_home_id_resident_id_at ON fall (home_id, resident_id, at);
CREATE INDEX ix_fall_home_id_corrects_id ON fall (home_id, corrects_id);
ALTER TABLE fall ADD CONSTRAINT fk_fall_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE fall ADD CONSTRAINT fk_fall_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE fall ADD CONSTRAINT fk_fall_corrects_id FOREIGN KEY (home_id, corrects_id) REFERENCES fall(home_id,id);

CREATE TABLE routine_support (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  routine_id uuid NOT NULL,
  minutes integer,
  staff integer NOT NULL,
  since date NOT NULL,
  CONSTRAINT pk_routine_support PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_routine_support_home_id_resident_id ON routine_support (home_id, resident_id);
CREATE INDEX ix_routine_support_home_id_routine_id ON routine_support (home_id, routine_id);
ALTER TABLE routine_support ADD CONSTRAINT fk_routine_support_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE routine_support ADD CONSTRAINT fk_routine_support_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE routine_support ADD CONSTRAINT fk_routine_support_routine_id FOREIGN KEY (home_id, routine_id) REFERENCES routine(home_id,id);
