-- The independence ladder: tasks from the library, with what aid, where a task comes up, and what was different when more help was given.
ALTER TABLE ladder_task ADD COLUMN library_key text;
ALTER TABLE ladder_task ADD COLUMN aid text;
ALTER TABLE ladder_task ADD COLUMN guide text;

ALTER TABLE assistance ADD COLUMN aid text;
ALTER TABLE assistance ADD COLUMN session_id uuid;
ALTER TABLE assistance ADD COLUMN routine_id uuid;
ALTER TABLE assistance ADD CONSTRAINT fk_assistance_session_id FOREIGN KEY (home_id, session_id) REFERENCES session(home_id,id);
ALTER TABLE assistance ADD CONSTRAINT fk_assistance_routine_id FOREIGN KEY (home_id, routine_id) REFERENCES routine(home_id,id);
CREATE INDEX ix_assistance_home_id_session_id ON assistance (home_id, session_id);
CREATE INDEX ix_assistance_home_id_routine_id ON assistance (home_id, routine_id);

CREATE TABLE task_place (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  task_id uuid NOT NULL,
  activity_id uuid,
  routine_id uuid,
  undoes_id uuid,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_task_place PRIMARY KEY (home_id, id),
  CONSTRAINT ck_task_place_one_place CHECK (num_nonnulls(activity_id, routine_id) = 1)
);
CREATE INDEX ix_task_place_home_id_task_id ON task_place (home_id, task_id);
CREATE INDEX ix_task_place_home_id_resident_id ON task_place (home_id, resident_id);
CREATE INDEX ix_task_place_home_id_activity_id ON task_place (home_id, activity_id);
CREATE INDEX ix_task_place_home_id_routine_id ON task_place (home_id, routine_id);
CREATE UNIQUE INDEX ix_task_place_home_id_undoes_id ON task_place (home_id, undoes_id);
ALTER TABLE task_place ADD CONSTRAINT fk_task_place_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE task_place ADD CONSTRAINT fk_task_place_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE task_place ADD CONSTRAINT fk_task_place_task_id FOREIGN KEY (home_id, task_id) REFERENCES ladder_task(home_id,id);
ALTER TABLE task_place ADD CONSTRAINT fk_task_place_activity_id FOREIGN KEY (home_id, activity_id) REFERENCES activity(home_id,id);
ALTER TABLE task_place ADD CONSTRAINT fk_task_place_routine_id FOREIGN KEY (home_id, routine_id) REFERENCES routine(home_id,id);
ALTER TABLE task_place ADD CONSTRAINT fk_task_place_undoes_id FOREIGN KEY (home_id, undoes_id) REFERENCES task_place(home_id,id);

CREATE TABLE assistance_reason (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  assistance_id uuid NOT NULL,
  reason text NOT NULL,
  words text,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_assistance_reason PRIMARY KEY (home_id, id),
  CONSTRAINT ck_assistance_reason_reason CHECK (reason IN ('tired', 'in pain', 'unwell', 'our hurry', 'asked me to', 'other'))
);
CREATE INDEX ix_assistance_reason_home_id_assistance_id ON assistance_reason (home_id, assistance_id);
CREATE INDEX ix_assistance_reason_home_id_resident_id ON assistance_reason (home_id, resident_id);
ALTER TABLE assistance_reason ADD CONSTRAINT fk_assistance_reason_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE assistance_reason ADD CONSTRAINT fk_assistance_reason_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE assistance_reason ADD CONSTRAINT fk_assistance_reason_assistance_id FOREIGN KEY (home_id, assistance_id) REFERENCES assistance(home_id,id);
