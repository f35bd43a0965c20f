-- A few questions about how life here should be: who answered them, and every answer that was ever given.
CREATE TABLE self_assessment (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  answered_by text NOT NULL,
  helper text,
  how_known text,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_self_assessment PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_self_assessment_home_id_resident_id ON self_assessment (home_id, resident_id);
ALTER TABLE self_assessment ADD CONSTRAINT fk_self_assessment_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE self_assessment ADD CONSTRAINT fk_self_assessment_home_id FOREIGN KEY (home_id) REFERENCES home(id);

-- A changed answer is another row; the latest counts. Without an option and without words it was passed over.
CREATE TABLE self_assessment_answer (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  question text NOT NULL,
  chosen text array NOT NULL,
  words text,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_self_assessment_answer PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_self_assessment_answer_home_id_assessment_id ON self_assessment_answer (home_id, assessment_id);
ALTER TABLE self_assessment_answer ADD CONSTRAINT fk_self_assessment_answer_assessment_id FOREIGN KEY (home_id, assessment_id) REFERENCES self_assessment(home_id,id);
ALTER TABLE self_assessment_answer ADD CONSTRAINT fk_self_assessment_answer_home_id FOREIGN KEY (home_id) REFERENCES home(id);
