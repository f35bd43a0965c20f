-- What goes out of the house: calendar links, the weekly digest by e-mail, and the thread of a session through its moves.
ALTER TABLE session ADD COLUMN first_id uuid;
ALTER TABLE session ADD CONSTRAINT fk_session_first_id FOREIGN KEY (home_id, first_id) REFERENCES session(home_id,id);

CREATE TABLE calendar_link (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  supporter_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  secret_digest text NOT NULL,
  made_at timestamptz NOT NULL,
  last_used_at timestamptz,
  ended_at timestamptz,
  ended_by_name text,
  CONSTRAINT pk_calendar_link PRIMARY KEY (home_id, id)
);
CREATE TABLE calendar_entry (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  link_id uuid NOT NULL,
  subject text NOT NULL,
  subject_id uuid NOT NULL,
  activity_id uuid,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  sequence integer NOT NULL,
  content_digest text NOT NULL,
  is_off boolean NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT pk_calendar_entry PRIMARY KEY (home_id, id)
);
CREATE TABLE digest_subscription (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  supporter_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  weekday integer NOT NULL,
  at_time text NOT NULL,
  started_at timestamptz NOT NULL,
  paused_until date,
  ended_at timestamptz,
  ended_by_name text,
  CONSTRAINT pk_digest_subscription PRIMARY KEY (home_id, id)
);
CREATE TABLE digest (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  subscription_id uuid NOT NULL,
  supporter_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  week_starts date NOT NULL,
  due_at timestamptz NOT NULL,
  state text NOT NULL,
  attempts integer NOT NULL,
  next_at timestamptz NOT NULL,
  last_error text,
  stop_digests text[] NOT NULL,
  settled_at timestamptz,
  head_seq integer,
  head_hash text,
  CONSTRAINT pk_digest PRIMARY KEY (home_id, id)
);
CREATE UNIQUE INDEX ix_calendar_link_secret_digest ON calendar_link (secret_digest);
CREATE UNIQUE INDEX ix_calendar_link_home_id_supporter_id_resident_id_partial ON calendar_link (home_id, supporter_id, resident_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX ix_calendar_entry_home_id_link_id_subject_id ON calendar_entry (home_id, link_id, subject_id);
CREATE UNIQUE INDEX ix_digest_subscription_home_id_supporter_id_resident_2ba1142 ON digest_subscription (home_id, supporter_id, resident_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX ix_digest_home_id_supporter_id_resident_id_week_starts ON digest (home_id, supporter_id, resident_id, week_starts);
CREATE INDEX ix_digest_state_next_at ON digest (state, next_at);
ALTER TABLE calendar_link ADD CONSTRAINT fk_calendar_link_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE calendar_link ADD CONSTRAINT fk_calendar_link_supporter_id FOREIGN KEY (home_id, supporter_id) REFERENCES supporter(home_id,id);
ALTER TABLE calendar_link ADD CONSTRAINT fk_calendar_link_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE calendar_entry ADD CONSTRAINT fk_calendar_entry_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE calendar_entry ADD CONSTRAINT fk_calendar_entry_link_id FOREIGN KEY (home_id, link_id) REFERENCES calendar_link(home_id,id);
ALTER TABLE digest_subscription ADD CONSTRAINT fk_digest_subscription_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE digest_subscription ADD CONSTRAINT fk_digest_subscription_supporter_id FOREIGN KEY (home_id, supporter_id) REFERENCES supporter(home_id,id);
ALTER TABLE digest_subscription ADD CONSTRAINT fk_digest_subscription_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE digest ADD CONSTRAINT fk_digest_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE digest ADD CONSTRAINT fk_digest_subscription_id FOREIGN KEY (home_id, subscription_id) REFERENCES digest_subscription(home_id,id);
ALTER TABLE digest ADD CONSTRAINT fk_digest_supporter_id FOREIGN KEY (home_id, supporter_id) REFERENCES supporter(home_id,id);
ALTER TABLE digest ADD CONSTRAINT fk_digest_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
