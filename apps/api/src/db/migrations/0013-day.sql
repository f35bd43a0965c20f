-- The day: help given with an attendance, needs that were not met, and photos and recordings of a session with who is in them.
ALTER TABLE attendance ADD COLUMN help text;

CREATE TABLE unmet_need (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  session_id uuid NOT NULL,
  what text NOT NULL,
  words text,
  answers_id uuid,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_unmet_need PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_unmet_need_home_id_recorded_at ON unmet_need (home_id, recorded_at);
CREATE INDEX ix_unmet_need_home_id_resident_id_recorded_at ON unmet_need (home_id, resident_id, recorded_at);
CREATE INDEX ix_unmet_need_home_id_session_id ON unmet_need (home_id, session_id);
CREATE INDEX ix_unmet_need_home_id_answers_id ON unmet_need (home_id, answers_id);
ALTER TABLE unmet_need ADD CONSTRAINT fk_unmet_need_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE unmet_need ADD CONSTRAINT fk_unmet_need_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE unmet_need ADD CONSTRAINT fk_unmet_need_session_id FOREIGN KEY (home_id, session_id) REFERENCES session(home_id,id);
ALTER TABLE unmet_need ADD CONSTRAINT fk_unmet_need_answers_id FOREIGN KEY (home_id, answers_id) REFERENCES unmet_need(home_id,id);

CREATE TABLE session_media (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  media_id uuid NOT NULL,
  words text,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_session_media PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_session_media_home_id_session_id ON session_media (home_id, session_id);
CREATE UNIQUE INDEX ix_session_media_home_id_media_id ON session_media (home_id, media_id);
ALTER TABLE session_media ADD CONSTRAINT fk_session_media_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE session_media ADD CONSTRAINT fk_session_media_session_id FOREIGN KEY (home_id, session_id) REFERENCES session(home_id,id);
ALTER TABLE session_media ADD CONSTRAINT fk_session_media_media_id FOREIGN KEY (home_id, media_id) REFERENCES media(home_id,id);

CREATE TABLE media_person (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  media_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  CONSTRAINT pk_media_person PRIMARY KEY (home_id, id)
);
CREATE UNIQUE INDEX ix_media_person_home_id_media_id_resident_id ON media_person (home_id, media_id, resident_id);
CREATE INDEX ix_media_person_home_id_resident_id ON media_person (home_id, resident_id);
ALTER TABLE media_person ADD CONSTRAINT fk_media_person_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE media_person ADD CONSTRAINT fk_media_person_media_id FOREIGN KEY (home_id, media_id) REFERENCES media(home_id,id);
ALTER TABLE media_person ADD CONSTRAINT fk_media_person_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
