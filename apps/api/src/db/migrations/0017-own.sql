-- What people say themselves of what is planned for them and promised to them: yes, no, or that a tap was not meant.
CREATE TABLE own_word (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  says text NOT NULL,
  session_id uuid,
  promise_id uuid,
  what text NOT NULL,
  change_id uuid,
  undoes_id uuid,
  said_at timestamptz NOT NULL,
  CONSTRAINT pk_own_word PRIMARY KEY (home_id, id),
  CONSTRAINT ck_own_word_says CHECK (says IN ('yes', 'no', 'not meant')),
  CONSTRAINT ck_own_word_one_subject CHECK (num_nonnulls(session_id, promise_id) = 1)
);
CREATE INDEX ix_own_word_home_id_resident_id ON own_word (home_id, resident_id);
CREATE INDEX ix_own_word_home_id_session_id ON own_word (home_id, session_id);
CREATE INDEX ix_own_word_home_id_promise_id ON own_word (home_id, promise_id);
CREATE UNIQUE INDEX ix_own_word_home_id_undoes_id ON own_word (home_id, undoes_id);
ALTER TABLE own_word ADD CONSTRAINT fk_own_word_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE own_word ADD CONSTRAINT fk_own_word_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE own_word ADD CONSTRAINT fk_own_word_session_id FOREIGN KEY (home_id, session_id) REFERENCES session(home_id,id);
ALTER TABLE own_word ADD CONSTRAINT fk_own_word_promise_id FOREIGN KEY (home_id, promise_id) REFERENCES promise(home_id,id);
ALTER TABLE own_word ADD CONSTRAINT fk_own_word_change_id FOREIGN KEY (home_id, change_id) REFERENCES changed_fact(home_id,id);
ALTER TABLE own_word ADD CONSTRAINT fk_own_word_undoes_id FOREIGN KEY (home_id, undoes_id) REFERENCES own_word(home_id,id);
