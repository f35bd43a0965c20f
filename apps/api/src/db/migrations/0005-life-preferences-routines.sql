-- A life told in versions, what is steered clear of, what matters and what stands in its way, how routines come round, and distress.
ALTER TABLE life_fact ADD COLUMN recorded_by_name text;
-- Routines there are come round every week on their days, as they did.
ALTER TABLE routine ADD COLUMN repeats text NOT NULL DEFAULT 'every week';

CREATE TABLE life_fact_version (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  life_fact_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  words text NOT NULL,
  when_words text,
  theme text NOT NULL,
  told_by text NOT NULL,
  told_how text NOT NULL,
  sensitive boolean NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text,
  recorded_at timestamptz NOT NULL,
  until_at timestamptz NOT NULL,
  CONSTRAINT pk_life_fact_version PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_life_fact_version_home_id_life_fact_id ON life_fact_version (home_id, life_fact_id);
ALTER TABLE life_fact_version ADD CONSTRAINT fk_life_fact_version_life_fact_id FOREIGN KEY (home_id, life_fact_id) REFERENCES life_fact(home_id,id);
ALTER TABLE life_fact_version ADD CONSTRAINT fk_life_fact_version_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE life_fact_version ADD CONSTRAINT fk_life_fact_version_home_id FOREIGN KEY (home_id) REFERENCES home(id);

CREATE TABLE outcome_fact (
  home_id uuid NOT NULL,
  outcome_id uuid NOT NULL,
  life_fact_id uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_outcome_fact PRIMARY KEY (home_id, outcome_id, life_fact_id)
);
CREATE INDEX ix_outcome_fact_home_id_life_fact_id ON outcome_fact (home_id, life_fact_id);
ALTER TABLE outcome_fact ADD CONSTRAINT fk_outcome_fact_outcome_id FOREIGN KEY (home_id, outcome_id) REFERENCES outcome(home_id,id);
ALTER TABLE outcome_fact ADD CONSTRAINT fk_outcome_fact_life_fact_id FOREIGN KEY (home_id, life_fact_id) REFERENCES life_fact(home_id,id);
ALTER TABLE outcome_fact ADD CONSTRAINT fk_outcome_fact_home_id FOREIGN KEY (home_id) REFERENCES home(id);

CREATE TABLE topic_to_avoid (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  life_fact_id uuid,
  words text NOT NULL,
  why text NOT NULL,
  instead text NOT NULL,
  kinds text array NOT NULL,
  told_by text NOT NULL,
  told_how text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_by_name text,
  ended_why text,
  CONSTRAINT pk_topic_to_avoid PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_topic_to_avoid_home_id_resident_id ON topic_to_avoid (home_id, resident_id);
ALTER TABLE topic_to_avoid ADD CONSTRAINT fk_topic_to_avoid_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE topic_to_avoid ADD CONSTRAINT fk_topic_to_avoid_life_fact_id FOREIGN KEY (home_id, life_fact_id) REFERENCES life_fact(home_id,id);
ALTER TABLE topic_to_avoid ADD CONSTRAINT fk_topic_to_avoid_home_id FOREIGN KEY (home_id) REFERENCES home(id);

CREATE TABLE topic_activity (
  home_id uuid NOT NULL,
  topic_id uuid NOT NULL,
  activity_id uuid NOT NULL,
  CONSTRAINT pk_topic_activity PRIMARY KEY (home_id, topic_id, activity_id)
);
ALTER TABLE topic_activity ADD CONSTRAINT fk_topic_activity_topic_id FOREIGN KEY (home_id, topic_id) REFERENCES topic_to_avoid(home_id,id);
ALTER TABLE topic_activity ADD CONSTRAINT fk_topic_activity_activity_id FOREIGN KEY (home_id, activity_id) REFERENCES activity(home_id,id);
ALTER TABLE topic_activity ADD CONSTRAINT fk_topic_activity_home_id FOREIGN KEY (home_id) REFERENCES home(id);

CREATE TABLE preference_answer (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  item text NOT NULL,
  asks text,
  answer text NOT NULL,
  words text,
  answered_by text NOT NULL,
  told_how text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_preference_answer PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_preference_answer_home_id_resident_id_item ON preference_answer (home_id, resident_id, item);
ALTER TABLE preference_answer ADD CONSTRAINT fk_preference_answer_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE preference_answer ADD CONSTRAINT fk_preference_answer_home_id FOREIGN KEY (home_id) REFERENCES home(id);

CREATE TABLE barrier (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  answer_id uuid NOT NULL,
  words text NOT NULL,
  wish_id uuid,
  opened_by_name text NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  closed_by_name text,
  closed_words text,
  CONSTRAINT pk_barrier PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_barrier_home_id_resident_id ON barrier (home_id, resident_id);
CREATE UNIQUE INDEX ix_barrier_home_id_answer_id ON barrier (home_id, answer_id);
ALTER TABLE barrier ADD CONSTRAINT fk_barrier_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE barrier ADD CONSTRAINT fk_barrier_answer_id FOREIGN KEY (home_id, answer_id) REFERENCES preference_answer(home_id,id);
ALTER TABLE barrier ADD CONSTRAINT fk_barrier_wish_id FOREIGN KEY (home_id, wish_id) REFERENCES wish(home_id,id);
ALTER TABLE barrier ADD CONSTRAINT fk_barrier_home_id FOREIGN KEY (home_id) REFERENCES home(id);

CREATE TABLE routine_exception (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  routine_id uuid NOT NULL,
  day date NOT NULL,
  kind text NOT NULL,
  words text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_routine_exception PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_routine_exception_home_id_routine_id ON routine_exception (home_id, routine_id);
ALTER TABLE routine_exception ADD CONSTRAINT fk_routine_exception_routine_id FOREIGN KEY (home_id, routine_id) REFERENCES routine(home_id,id);
ALTER TABLE routine_exception ADD CONSTRAINT fk_routine_exception_home_id FOREIGN KEY (home_id) REFERENCES home(id);

CREATE TABLE distress_note (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  routine_id uuid,
  at timestamptz NOT NULL,
  level text NOT NULL,
  words text,
  corrects_id uuid,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_distress_note PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_distress_note_home_id_resident_id_at ON distress_note (home_id, resident_id, at);
CREATE INDEX ix_distress_note_home_id_corrects_id ON distress_note (home_id, corrects_id);
ALTER TABLE distress_note ADD CONSTRAINT fk_distress_note_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE distress_note ADD CONSTRAINT fk_distress_note_routine_id FOREIGN KEY (home_id, routine_id) REFERENCES routine(home_id,id);
ALTER TABLE distress_note ADD CONSTRAINT fk_distress_note_corrects_id FOREIGN KEY (home_id, corrects_id) REFERENCES distress_note(home_id,id);
ALTER TABLE distress_note ADD CONSTRAINT fk_distress_note_home_id FOREIGN KEY (home_id) REFERENCES home(id);
