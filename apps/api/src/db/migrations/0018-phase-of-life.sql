-- The phase of life somebody is in, as they or who decides for them say: it settles whether support may ever be made less.
CREATE TABLE life_phase (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  phase text NOT NULL,
  words text NOT NULL,
  CONSTRAINT pk_life_phase PRIMARY KEY (home_id, id),
  CONSTRAINT ck_life_phase_phase CHECK (phase IN ('getting stronger', 'keeping well', 'comfort and connection'))
);
CREATE INDEX ix_life_phase_home_id_resident_id_recorded_at ON life_phase (home_id, resident_id, recorded_at);
ALTER TABLE life_phase ADD CONSTRAINT fk_life_phase_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE life_phase ADD CONSTRAINT fk_life_phase_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
