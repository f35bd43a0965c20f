-- Goal attainment: the five levels of an outcome as they were written at one time.
CREATE TABLE goal_scale (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  outcome_id uuid NOT NULL,
  much_less text NOT NULL,
  less text NOT NULL,
  expected text NOT NULL,
  better text NOT NULL,
  much_better text NOT NULL,
  baseline integer NOT NULL,
  importance_weight integer,
  difficulty integer,
  by_day date,
  written_with text,
  CONSTRAINT pk_goal_scale PRIMARY KEY (home_id, id),
  CONSTRAINT ck_goal_scale_baseline CHECK (baseline BETWEEN -2 AND 0),
  CONSTRAINT ck_goal_scale_weights CHECK (importance_weight BETWEEN 0 AND 3 AND difficulty BETWEEN 0 AND 3)
);
CREATE INDEX ix_goal_scale_home_id_resident_id ON goal_scale (home_id, resident_id);
CREATE INDEX ix_goal_scale_home_id_outcome_id_recorded_at ON goal_scale (home_id, outcome_id, recorded_at);
ALTER TABLE goal_scale ADD CONSTRAINT fk_goal_scale_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE goal_scale ADD CONSTRAINT fk_goal_scale_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE goal_scale ADD CONSTRAINT fk_goal_scale_outcome_id FOREIGN KEY (home_id, outcome_id) REFERENCES outcome(home_id,id);

-- Levels put aside half written.
CREATE TABLE goal_draft (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  outcome_id uuid NOT NULL,
  levels text[] NOT NULL,
  baseline integer,
  importance_weight integer,
  difficulty integer,
  by_day date,
  written_with text,
  CONSTRAINT pk_goal_draft PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_goal_draft_home_id_resident_id ON goal_draft (home_id, resident_id);
CREATE INDEX ix_goal_draft_home_id_outcome_id ON goal_draft (home_id, outcome_id);
ALTER TABLE goal_draft ADD CONSTRAINT fk_goal_draft_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE goal_draft ADD CONSTRAINT fk_goal_draft_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE goal_draft ADD CONSTRAINT fk_goal_draft_outcome_id FOREIGN KEY (home_id, outcome_id) REFERENCES outcome(home_id,id);

-- One say of the level reached: by the person, somebody of their family, or staff.
CREATE TABLE goal_score (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  outcome_id uuid NOT NULL,
  scale_id uuid NOT NULL,
  scored_on date NOT NULL,
  attained integer NOT NULL,
  rater text NOT NULL,
  rater_name text NOT NULL,
  words text,
  supporter_id uuid,
  corrects_id uuid,
  CONSTRAINT pk_goal_score PRIMARY KEY (home_id, id),
  CONSTRAINT ck_goal_score_attained CHECK (attained BETWEEN -2 AND 2),
  CONSTRAINT ck_goal_score_rater CHECK (rater IN ('person', 'family', 'staff'))
);
CREATE INDEX ix_goal_score_home_id_resident_id ON goal_score (home_id, resident_id);
CREATE INDEX ix_goal_score_home_id_outcome_id_scored_on ON goal_score (home_id, outcome_id, scored_on);
CREATE INDEX ix_goal_score_home_id_scale_id ON goal_score (home_id, scale_id);
CREATE UNIQUE INDEX ix_goal_score_home_id_corrects_id ON goal_score (home_id, corrects_id);
ALTER TABLE goal_score ADD CONSTRAINT fk_goal_score_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE goal_score ADD CONSTRAINT fk_goal_score_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE goal_score ADD CONSTRAINT fk_goal_score_outcome_id FOREIGN KEY (home_id, outcome_id) REFERENCES outcome(home_id,id);
ALTER TABLE goal_score ADD CONSTRAINT fk_goal_score_scale_id FOREIGN KEY (home_id, scale_id) REFERENCES goal_scale(home_id,id);
ALTER TABLE goal_score ADD CONSTRAINT fk_goal_score_supporter_id FOREIGN KEY (home_id, supporter_id) REFERENCES supporter(home_id,id);
ALTER TABLE goal_score ADD CONSTRAINT fk_goal_score_corrects_id FOREIGN KEY (home_id, corrects_id) REFERENCES goal_score(home_id,id);

-- How much an outcome matters to the person, and how sure they are of it.
CREATE TABLE outcome_belief (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  outcome_id uuid NOT NULL,
  asked_on date NOT NULL,
  importance integer NOT NULL,
  confidence integer NOT NULL,
  words text,
  CONSTRAINT pk_outcome_belief PRIMARY KEY (home_id, id),
  CONSTRAINT ck_outcome_belief_range CHECK (importance BETWEEN 1 AND 10 AND confidence BETWEEN 1 AND 10)
);
CREATE INDEX ix_outcome_belief_home_id_resident_id ON outcome_belief (home_id, resident_id);
CREATE INDEX ix_outcome_belief_home_id_outcome_id_asked_on ON outcome_belief (home_id, outcome_id, asked_on);
ALTER TABLE outcome_belief ADD CONSTRAINT fk_outcome_belief_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE outcome_belief ADD CONSTRAINT fk_outcome_belief_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE outcome_belief ADD CONSTRAINT fk_outcome_belief_outcome_id FOREIGN KEY (home_id, outcome_id) REFERENCES outcome(home_id,id);

-- A conversation about how sure somebody is, with the answer that it began with.
CREATE TABLE belief_talk (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  outcome_id uuid NOT NULL,
  belief_id uuid NOT NULL,
  said text NOT NULL,
  "then" text,
  CONSTRAINT pk_belief_talk PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_belief_talk_home_id_resident_id ON belief_talk (home_id, resident_id);
CREATE INDEX ix_belief_talk_home_id_outcome_id ON belief_talk (home_id, outcome_id);
CREATE INDEX ix_belief_talk_home_id_belief_id ON belief_talk (home_id, belief_id);
ALTER TABLE belief_talk ADD CONSTRAINT fk_belief_talk_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE belief_talk ADD CONSTRAINT fk_belief_talk_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE belief_talk ADD CONSTRAINT fk_belief_talk_outcome_id FOREIGN KEY (home_id, outcome_id) REFERENCES outcome(home_id,id);
ALTER TABLE belief_talk ADD CONSTRAINT fk_belief_talk_belief_id FOREIGN KEY (home_id, belief_id) REFERENCES outcome_belief(home_id,id);
