-- Wishes with where they were caught and who wrote them down; standing promises and their end; what the home advertises, and why a week fell short of it.
ALTER TABLE wish ADD COLUMN source text NOT NULL DEFAULT 'said to us';
ALTER TABLE wish ADD COLUMN meeting_on date;
ALTER TABLE wish ADD COLUMN media_id uuid;
ALTER TABLE wish ADD COLUMN caught_by uuid;
ALTER TABLE wish ADD COLUMN caught_by_name text;
ALTER TABLE wish ADD CONSTRAINT fk_wish_media_id FOREIGN KEY (home_id, media_id) REFERENCES media(home_id,id);

CREATE TABLE standing_promise (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  wish_id uuid,
  activity_id uuid,
  life_fact_id uuid,
  words text NOT NULL,
  level text NOT NULL,
  days integer[] NOT NULL,
  repeats text NOT NULL,
  since date NOT NULL,
  made_to text NOT NULL,
  found text NOT NULL,
  feasible jsonb,
  made_by uuid,
  made_by_name text NOT NULL,
  made_at timestamptz NOT NULL,
  CONSTRAINT pk_standing_promise PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_standing_promise_home_id_resident_id ON standing_promise (home_id, resident_id);
ALTER TABLE standing_promise ADD CONSTRAINT fk_standing_promise_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE standing_promise ADD CONSTRAINT fk_standing_promise_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE standing_promise ADD CONSTRAINT fk_standing_promise_wish_id FOREIGN KEY (home_id, wish_id) REFERENCES wish(home_id,id);
ALTER TABLE standing_promise ADD CONSTRAINT fk_standing_promise_activity_id FOREIGN KEY (home_id, activity_id) REFERENCES activity(home_id,id);
ALTER TABLE standing_promise ADD CONSTRAINT fk_standing_promise_life_fact_id FOREIGN KEY (home_id, life_fact_id) REFERENCES life_fact(home_id,id);

CREATE TABLE standing_end (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  standing_id uuid NOT NULL,
  ended_on date NOT NULL,
  words text NOT NULL,
  by_name text NOT NULL,
  by_right text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_standing_end PRIMARY KEY (home_id, id)
);
CREATE UNIQUE INDEX ix_standing_end_home_id_standing_id ON standing_end (home_id, standing_id);
ALTER TABLE standing_end ADD CONSTRAINT fk_standing_end_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE standing_end ADD CONSTRAINT fk_standing_end_standing_id FOREIGN KEY (home_id, standing_id) REFERENCES standing_promise(home_id,id);

ALTER TABLE promise ADD COLUMN standing_id uuid;
CREATE INDEX ix_promise_home_id_standing_id ON promise (home_id, standing_id);
ALTER TABLE promise ADD CONSTRAINT fk_promise_standing_id FOREIGN KEY (home_id, standing_id) REFERENCES standing_promise(home_id,id);

CREATE TABLE claim (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  words text NOT NULL,
  said_in text NOT NULL,
  since date NOT NULL,
  per_week integer NOT NULL,
  counts text NOT NULL,
  for_whom text NOT NULL,
  of text NOT NULL,
  activity_id uuid,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_claim PRIMARY KEY (home_id, id)
);
ALTER TABLE claim ADD CONSTRAINT fk_claim_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE claim ADD CONSTRAINT fk_claim_activity_id FOREIGN KEY (home_id, activity_id) REFERENCES activity(home_id,id);

CREATE TABLE claim_end (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  claim_id uuid NOT NULL,
  ended_on date NOT NULL,
  words text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_claim_end PRIMARY KEY (home_id, id)
);
CREATE UNIQUE INDEX ix_claim_end_home_id_claim_id ON claim_end (home_id, claim_id);
ALTER TABLE claim_end ADD CONSTRAINT fk_claim_end_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE claim_end ADD CONSTRAINT fk_claim_end_claim_id FOREIGN KEY (home_id, claim_id) REFERENCES claim(home_id,id);

CREATE TABLE claim_week (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  claim_id uuid NOT NULL,
  week_starts date NOT NULL,
  reason text NOT NULL,
  words text NOT NULL,
  answers text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_claim_week PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_claim_week_home_id_claim_id_week_starts ON claim_week (home_id, claim_id, week_starts);
ALTER TABLE claim_week ADD CONSTRAINT fk_claim_week_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE claim_week ADD CONSTRAINT fk_claim_week_claim_id FOREIGN KEY (home_id, claim_id) REFERENCES claim(home_id,id);
