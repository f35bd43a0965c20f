-- Photos and recordings, whose content lies in files, and what people say of themselves.
CREATE TABLE media (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  kind text NOT NULL,
  mime text NOT NULL,
  bytes integer NOT NULL,
  sha256 text NOT NULL,
  thumb_sha256 text,
  sent_sha256 text NOT NULL,
  width integer,
  height integer,
  seconds double precision,
  file_name text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  erased_at timestamptz,
  erased_by uuid,
  erased_why text,
  CONSTRAINT pk_media PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_media_home_id_resident_id ON media (home_id, resident_id);
CREATE INDEX ix_media_sha256 ON media (sha256);
ALTER TABLE media ADD CONSTRAINT fk_media_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE media ADD CONSTRAINT fk_media_home_id FOREIGN KEY (home_id) REFERENCES home(id);

CREATE TABLE portrait (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  media_id uuid,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_portrait PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_portrait_home_id_resident_id ON portrait (home_id, resident_id);
ALTER TABLE portrait ADD CONSTRAINT fk_portrait_media_id FOREIGN KEY (home_id, media_id) REFERENCES media(home_id,id);
ALTER TABLE portrait ADD CONSTRAINT fk_portrait_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE portrait ADD CONSTRAINT fk_portrait_home_id FOREIGN KEY (home_id) REFERENCES home(id);

CREATE TABLE about_me_entry (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  written_at timestamptz NOT NULL,
  supported_by text,
  took_part boolean NOT NULL,
  source text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_about_me_entry PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_about_me_entry_home_id_resident_id ON about_me_entry (home_id, resident_id);
ALTER TABLE about_me_entry ADD CONSTRAINT fk_about_me_entry_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE about_me_entry ADD CONSTRAINT fk_about_me_entry_home_id FOREIGN KEY (home_id) REFERENCES home(id);

CREATE TABLE about_me_statement (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  entry_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  heading text NOT NULL,
  text text,
  media_id uuid,
  alt text,
  coded_system text,
  coded_code text,
  coded_display text,
  whose text NOT NULL,
  said_by text NOT NULL,
  told_how text NOT NULL,
  said_on date,
  on_poster boolean NOT NULL,
  sensitive boolean NOT NULL,
  CONSTRAINT pk_about_me_statement PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_about_me_statement_home_id_resident_id ON about_me_statement (home_id, resident_id);
CREATE INDEX ix_about_me_statement_home_id_media_id ON about_me_statement (home_id, media_id);
ALTER TABLE about_me_statement ADD CONSTRAINT fk_about_me_statement_entry_id FOREIGN KEY (home_id, entry_id) REFERENCES about_me_entry(home_id,id);
ALTER TABLE about_me_statement ADD CONSTRAINT fk_about_me_statement_media_id FOREIGN KEY (home_id, media_id) REFERENCES media(home_id,id);
ALTER TABLE about_me_statement ADD CONSTRAINT fk_about_me_statement_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE about_me_statement ADD CONSTRAINT fk_about_me_statement_home_id FOREIGN KEY (home_id) REFERENCES home(id);
