-- The library: entries say more, remember which shipped entry they began as, and keep every version; notes of what
-- worked, and which kit is missing.
ALTER TABLE activity
  ADD COLUMN reach text NOT NULL DEFAULT 'sitting',
  ADD COLUMN speaks_to text[] NOT NULL DEFAULT '{}',
  ADD COLUMN seasons text[] NOT NULL DEFAULT '{}',
  ADD COLUMN place_words text NOT NULL DEFAULT '',
  ADD COLUMN staff_words text NOT NULL DEFAULT '',
  ADD COLUMN good_day text NOT NULL DEFAULT '',
  ADD COLUMN bad_day text NOT NULL DEFAULT '',
  ADD COLUMN at_bedside boolean NOT NULL DEFAULT false,
  ADD COLUMN shipped_key text,
  ADD COLUMN shipped_version integer,
  ADD COLUMN own_fields text[] NOT NULL DEFAULT '{}';
CREATE UNIQUE INDEX ix_activity_home_id_shipped_key ON activity (home_id, shipped_key);

CREATE TABLE activity_version (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  activity_id uuid NOT NULL,
  number integer NOT NULL,
  kind text NOT NULL,
  content jsonb NOT NULL,
  why text,
  recorded_by uuid,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_activity_version PRIMARY KEY (home_id, id)
);
CREATE UNIQUE INDEX ix_activity_version_home_id_activity_id_number ON activity_version (home_id, activity_id, number);
ALTER TABLE activity_version ADD CONSTRAINT fk_activity_version_activity_id FOREIGN KEY (home_id, activity_id) REFERENCES activity(home_id,id);
ALTER TABLE activity_version ADD CONSTRAINT fk_activity_version_home_id FOREIGN KEY (home_id) REFERENCES home(id);

CREATE TABLE activity_draft (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  activity_id uuid,
  content jsonb NOT NULL,
  saved_by uuid NOT NULL,
  saved_by_name text NOT NULL,
  saved_at timestamptz NOT NULL,
  CONSTRAINT pk_activity_draft PRIMARY KEY (home_id, id)
);
ALTER TABLE activity_draft ADD CONSTRAINT fk_activity_draft_activity_id FOREIGN KEY (home_id, activity_id) REFERENCES activity(home_id,id);
ALTER TABLE activity_draft ADD CONSTRAINT fk_activity_draft_home_id FOREIGN KEY (home_id) REFERENCES home(id);

CREATE TABLE activity_note (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  activity_id uuid NOT NULL,
  session_id uuid,
  kind text NOT NULL,
  style text,
  words text NOT NULL,
  corrects_id uuid,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_activity_note PRIMARY KEY (home_id, id),
  CONSTRAINT ck_activity_note_kind CHECK (kind IN ('worked', 'change'))
);
CREATE INDEX ix_activity_note_home_id_activity_id ON activity_note (home_id, activity_id);
ALTER TABLE activity_note ADD CONSTRAINT fk_activity_note_activity_id FOREIGN KEY (home_id, activity_id) REFERENCES activity(home_id,id);
ALTER TABLE activity_note ADD CONSTRAINT fk_activity_note_session_id FOREIGN KEY (home_id, session_id) REFERENCES session(home_id,id);
ALTER TABLE activity_note ADD CONSTRAINT fk_activity_note_corrects_id FOREIGN KEY (home_id, corrects_id) REFERENCES activity_note(home_id,id);
ALTER TABLE activity_note ADD CONSTRAINT fk_activity_note_home_id FOREIGN KEY (home_id) REFERENCES home(id);

CREATE TABLE kit_word (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  item text NOT NULL,
  missing boolean NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_kit_word PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_kit_word_home_id_item_recorded_at ON kit_word (home_id, item, recorded_at);
ALTER TABLE kit_word ADD CONSTRAINT fk_kit_word_home_id FOREIGN KEY (home_id) REFERENCES home(id);
