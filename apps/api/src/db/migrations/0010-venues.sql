-- Places in the community: what is known of them, by whom and since when; how we were treated; where imports came from; where the home is.
ALTER TABLE venue ADD COLUMN website text;
ALTER TABLE venue ADD COLUMN category text;
ALTER TABLE venue ADD COLUMN opening jsonb;
ALTER TABLE venue ADD COLUMN travel_known text;

CREATE TABLE venue_check (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  venue_id uuid NOT NULL,
  fact text NOT NULL,
  answer text NOT NULL,
  words text NOT NULL,
  metres integer,
  detail jsonb,
  known text NOT NULL,
  checked_by uuid,
  checked_by_name text NOT NULL,
  checked_at timestamptz NOT NULL,
  CONSTRAINT pk_venue_check PRIMARY KEY (home_id, id)
);
CREATE TABLE venue_visit (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  venue_id uuid NOT NULL,
  session_id uuid,
  visited_on date NOT NULL,
  how text NOT NULL,
  words text NOT NULL,
  recorded_by uuid,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_venue_visit PRIMARY KEY (home_id, id)
);
CREATE TABLE venue_follow_up (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  visit_id uuid NOT NULL,
  words text NOT NULL,
  recorded_by uuid,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_venue_follow_up PRIMARY KEY (home_id, id)
);
CREATE TABLE venue_source (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  venue_id uuid NOT NULL,
  kind text NOT NULL,
  ref text,
  tags jsonb NOT NULL,
  file_name text NOT NULL,
  imported_by uuid,
  imported_by_name text NOT NULL,
  imported_at timestamptz NOT NULL,
  CONSTRAINT pk_venue_source PRIMARY KEY (home_id, id)
);
CREATE TABLE home_place (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  lat double precision NOT NULL,
  lon double precision NOT NULL,
  nation text NOT NULL,
  said_by uuid,
  said_by_name text NOT NULL,
  said_at timestamptz NOT NULL,
  CONSTRAINT pk_home_place PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_venue_check_home_id_venue_id ON venue_check (home_id, venue_id);
CREATE INDEX ix_venue_visit_home_id_venue_id ON venue_visit (home_id, venue_id);
CREATE UNIQUE INDEX ix_venue_follow_up_home_id_visit_id ON venue_follow_up (home_id, visit_id);
CREATE INDEX ix_venue_source_home_id_venue_id ON venue_source (home_id, venue_id);
CREATE INDEX ix_home_place_home_id_said_at ON home_place (home_id, said_at);
ALTER TABLE venue_check ADD CONSTRAINT fk_venue_check_venue_id FOREIGN KEY (home_id, venue_id) REFERENCES venue(home_id,id);
ALTER TABLE venue_check ADD CONSTRAINT fk_venue_check_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE venue_visit ADD CONSTRAINT fk_venue_visit_venue_id FOREIGN KEY (home_id, venue_id) REFERENCES venue(home_id,id);
ALTER TABLE venue_visit ADD CONSTRAINT fk_venue_visit_session_id FOREIGN KEY (home_id, session_id) REFERENCES session(home_id,id);
ALTER TABLE venue_visit ADD CONSTRAINT fk_venue_visit_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE venue_follow_up ADD CONSTRAINT fk_venue_follow_up_visit_id FOREIGN KEY (home_id, visit_id) REFERENCES venue_visit(home_id,id);
ALTER TABLE venue_follow_up ADD CONSTRAINT fk_venue_follow_up_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE venue_source ADD CONSTRAINT fk_venue_source_venue_id FOREIGN KEY (home_id, venue_id) REFERENCES venue(home_id,id);
ALTER TABLE venue_source ADD CONSTRAINT fk_venue_source_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE home_place ADD CONSTRAINT fk_home_place_home_id FOREIGN KEY (home_id) REFERENCES home(id);
