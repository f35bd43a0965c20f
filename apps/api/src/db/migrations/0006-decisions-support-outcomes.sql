-- Who decides and by what right, support and introductions, outcomes and their reviews, and where somebody lives now.
ALTER TABLE resident ADD COLUMN pronouns text, ADD COLUMN languages text array;

-- A record of who decides is not written over: another follows it, and it stays readable.
ALTER TABLE authority ADD COLUMN power text, ADD COLUMN acts_early boolean, ADD COLUMN scope text, ADD COLUMN matter text, ADD COLUMN seen_by_name text,
  ADD COLUMN recorded_by_name text, ADD COLUMN recorded_at timestamptz, ADD COLUMN superseded_at timestamptz;

CREATE TABLE capacity_view (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  area text NOT NULL,
  matter text NOT NULL,
  able boolean NOT NULL,
  help_tried text NOT NULL,
  why text NOT NULL,
  on_date date NOT NULL,
  until_date date NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_capacity_view PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_capacity_view_home_id_resident_id ON capacity_view (home_id, resident_id);
ALTER TABLE capacity_view ADD CONSTRAINT fk_capacity_view_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE capacity_view ADD CONSTRAINT fk_capacity_view_home_id FOREIGN KEY (home_id) REFERENCES home(id);

CREATE TABLE best_interests (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  authority_id uuid NOT NULL,
  decision text NOT NULL,
  consulted text NOT NULL,
  weighed text NOT NULL,
  less_restrictive text NOT NULL,
  could_wait text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_best_interests PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_best_interests_home_id_resident_id ON best_interests (home_id, resident_id);
ALTER TABLE best_interests ADD CONSTRAINT fk_best_interests_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE best_interests ADD CONSTRAINT fk_best_interests_authority_id FOREIGN KEY (home_id, authority_id) REFERENCES authority(home_id,id);
ALTER TABLE best_interests ADD CONSTRAINT fk_best_interests_home_id FOREIGN KEY (home_id) REFERENCES home(id);

CREATE TABLE decision_made (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  supporter_id uuid,
  area text NOT NULL,
  matter text,
  what text NOT NULL,
  decided_by text NOT NULL,
  by_right text NOT NULL,
  right_words text NOT NULL,
  said text NOT NULL,
  wants_second_look boolean NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_decision_made PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_decision_made_home_id_resident_id ON decision_made (home_id, resident_id);
ALTER TABLE decision_made ADD CONSTRAINT fk_decision_made_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE decision_made ADD CONSTRAINT fk_decision_made_supporter_id FOREIGN KEY (home_id, supporter_id) REFERENCES supporter(home_id,id);
ALTER TABLE decision_made ADD CONSTRAINT fk_decision_made_home_id FOREIGN KEY (home_id) REFERENCES home(id);

CREATE TABLE view_heard (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  supporter_id uuid,
  decision_id uuid,
  whose text NOT NULL,
  area text NOT NULL,
  about text NOT NULL,
  words text NOT NULL,
  why_not text,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_view_heard PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_view_heard_home_id_resident_id ON view_heard (home_id, resident_id);
ALTER TABLE view_heard ADD CONSTRAINT fk_view_heard_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE view_heard ADD CONSTRAINT fk_view_heard_supporter_id FOREIGN KEY (home_id, supporter_id) REFERENCES supporter(home_id,id);
ALTER TABLE view_heard ADD CONSTRAINT fk_view_heard_decision_id FOREIGN KEY (home_id, decision_id) REFERENCES decision_made(home_id,id);
ALTER TABLE view_heard ADD CONSTRAINT fk_view_heard_home_id FOREIGN KEY (home_id) REFERENCES home(id);

CREATE TABLE second_look (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  decision_id uuid NOT NULL,
  words text NOT NULL,
  is_well boolean NOT NULL,
  looked_by uuid NOT NULL,
  looked_by_name text NOT NULL,
  looked_at timestamptz NOT NULL,
  CONSTRAINT pk_second_look PRIMARY KEY (home_id, id)
);
CREATE UNIQUE INDEX ix_second_look_home_id_decision_id ON second_look (home_id, decision_id);
ALTER TABLE second_look ADD CONSTRAINT fk_second_look_decision_id FOREIGN KEY (home_id, decision_id) REFERENCES decision_made(home_id,id);
ALTER TABLE second_look ADD CONSTRAINT fk_second_look_home_id FOREIGN KEY (home_id) REFERENCES home(id);

CREATE TABLE media_consent (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  kind text NOT NULL,
  answer text NOT NULL,
  condition text,
  decided_by text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_media_consent PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_media_consent_home_id_resident_id ON media_consent (home_id, resident_id);
ALTER TABLE media_consent ADD CONSTRAINT fk_media_consent_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE media_consent ADD CONSTRAINT fk_media_consent_home_id FOREIGN KEY (home_id) REFERENCES home(id);

CREATE TABLE stand_in (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  words text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT pk_stand_in PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_stand_in_home_id_resident_id ON stand_in (home_id, resident_id);
ALTER TABLE stand_in ADD CONSTRAINT fk_stand_in_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE stand_in ADD CONSTRAINT fk_stand_in_home_id FOREIGN KEY (home_id) REFERENCES home(id);

CREATE TABLE support_version (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  in_staff integer NOT NULL,
  in_residents integer NOT NULL,
  out_staff integer NOT NULL,
  out_residents integer NOT NULL,
  wheelchair text NOT NULL,
  transfers text,
  hoist text,
  bring text,
  communication text,
  risk_out text,
  risk_do text,
  style text,
  why text,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_support_version PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_support_version_home_id_resident_id_recorded_at ON support_version (home_id, resident_id, recorded_at);
ALTER TABLE support_version ADD CONSTRAINT fk_support_version_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE support_version ADD CONSTRAINT fk_support_version_home_id FOREIGN KEY (home_id) REFERENCES home(id);

ALTER TABLE outcome ADD COLUMN importance integer, ADD COLUMN review_on date, ADD COLUMN who_helps text, ADD COLUMN comfort boolean NOT NULL DEFAULT false, ADD COLUMN follows_id uuid;
ALTER TABLE outcome ADD CONSTRAINT fk_outcome_follows_id FOREIGN KEY (home_id, follows_id) REFERENCES outcome(home_id,id);
CREATE TABLE outcome_step (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  outcome_id uuid NOT NULL,
  kind text NOT NULL,
  words text NOT NULL,
  who text,
  by_date date,
  done_on date,
  done_by_name text,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_outcome_step PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_outcome_step_home_id_resident_id ON outcome_step (home_id, resident_id);
ALTER TABLE outcome_step ADD CONSTRAINT fk_outcome_step_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE outcome_step ADD CONSTRAINT fk_outcome_step_outcome_id FOREIGN KEY (home_id, outcome_id) REFERENCES outcome(home_id,id);
ALTER TABLE outcome_step ADD CONSTRAINT fk_outcome_step_home_id FOREIGN KEY (home_id) REFERENCES home(id);
CREATE TABLE outcome_activity (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  outcome_id uuid NOT NULL,
  activity_id uuid NOT NULL,
  because text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_outcome_activity PRIMARY KEY (home_id, id)
);
CREATE UNIQUE INDEX ix_outcome_activity_home_id_outcome_id_activity_id ON outcome_activity (home_id, outcome_id, activity_id);
ALTER TABLE outcome_activity ADD CONSTRAINT fk_outcome_activity_outcome_id FOREIGN KEY (home_id, outcome_id) REFERENCES outcome(home_id,id);
ALTER TABLE outcome_activity ADD CONSTRAINT fk_outcome_activity_activity_id FOREIGN KEY (home_id, activity_id) REFERENCES activity(home_id,id);
ALTER TABLE outcome_activity ADD CONSTRAINT fk_outcome_activity_home_id FOREIGN KEY (home_id) REFERENCES home(id);
CREATE TABLE outcome_review (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  outcome_id uuid NOT NULL,
  result text NOT NULL,
  say text NOT NULL,
  words text,
  next_on date,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_outcome_review PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_outcome_review_home_id_outcome_id ON outcome_review (home_id, outcome_id);
ALTER TABLE outcome_review ADD CONSTRAINT fk_outcome_review_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE outcome_review ADD CONSTRAINT fk_outcome_review_outcome_id FOREIGN KEY (home_id, outcome_id) REFERENCES outcome(home_id,id);
ALTER TABLE outcome_review ADD CONSTRAINT fk_outcome_review_home_id FOREIGN KEY (home_id) REFERENCES home(id);

CREATE TABLE resident_status_change (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  from_status text NOT NULL,
  to_status text NOT NULL,
  on_date date NOT NULL,
  words text,
  family_words text NOT NULL,
  consequences text array NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_resident_status_change PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_resident_status_change_home_id_resident_id ON resident_status_change (home_id, resident_id);
ALTER TABLE resident_status_change ADD CONSTRAINT fk_resident_status_change_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE resident_status_change ADD CONSTRAINT fk_resident_status_change_home_id FOREIGN KEY (home_id) REFERENCES home(id);

-- A promise to somebody who is away waits: its days do not run.
ALTER TABLE promise ADD COLUMN paused boolean NOT NULL DEFAULT false;
