-- Stays with a beginning and an end, the reviews that fall due in them and who meets for one, what going home takes, and looking back afterwards.
-- A session that was arranged by itself, outside any plan of a week: planning goes round it.
ALTER TABLE session ADD COLUMN apart boolean NOT NULL DEFAULT false;
CREATE TABLE life_change (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  kind text NOT NULL,
  words text,
  on_day date NOT NULL,
  undoes_id uuid,
  CONSTRAINT pk_life_change PRIMARY KEY (home_id, id),
  CONSTRAINT ck_life_change_kind CHECK (kind IN ('bereavement', 'room move', 'fall', 'hospital', 'other', 'not meant'))
);
CREATE TABLE episode (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  kind text NOT NULL,
  referred_on date,
  referred_by text,
  began_on date NOT NULL,
  purpose text NOT NULL,
  will_provide text NOT NULL,
  will_not_provide text NOT NULL,
  discussed_with text NOT NULL,
  discussed_on date NOT NULL,
  person_said text NOT NULL,
  hoped_end_on date,
  first_review_on date NOT NULL,
  CONSTRAINT pk_episode PRIMARY KEY (home_id, id),
  CONSTRAINT ck_episode_kind CHECK (kind IN ('short stay', 'living here'))
);
CREATE TABLE episode_end (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  episode_id uuid NOT NULL,
  ended_on date NOT NULL,
  result text NOT NULL,
  say text NOT NULL,
  went_to text NOT NULL,
  went_words text,
  no_plan_why text,
  CONSTRAINT pk_episode_end PRIMARY KEY (home_id, id),
  CONSTRAINT ck_episode_end_result CHECK (result IN ('reached', 'partly reached', 'not reached', 'stopped', 'cut short')),
  CONSTRAINT ck_episode_end_went_to CHECK (went_to IN ('own home', 'lives here', 'another home', 'hospital', 'family', 'somewhere else', 'died'))
);
CREATE TABLE transition_plan (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  episode_id uuid NOT NULL,
  myself text NOT NULL,
  help text NOT NULL,
  equipment text NOT NULL,
  who_to_call text NOT NULL,
  appointments text NOT NULL,
  if_worse text NOT NULL,
  say text NOT NULL,
  CONSTRAINT pk_transition_plan PRIMARY KEY (home_id, id)
);
CREATE TABLE look_back (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  episode_id uuid NOT NULL,
  weeks integer NOT NULL,
  on_day date NOT NULL,
  state text NOT NULL,
  spoke_with text NOT NULL,
  say text NOT NULL,
  still_does text,
  lost text,
  next_step text,
  CONSTRAINT pk_look_back PRIMARY KEY (home_id, id),
  CONSTRAINT ck_look_back_weeks CHECK (weeks IN (4, 12)),
  CONSTRAINT ck_look_back_state CHECK (state IN ('looked at', 'not reached', 'not wanted'))
);
CREATE TABLE home_going (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  topic text NOT NULL,
  state text NOT NULL,
  words text NOT NULL,
  owner text,
  by_date date,
  CONSTRAINT pk_home_going PRIMARY KEY (home_id, id),
  CONSTRAINT ck_home_going_state CHECK (state IN ('there', 'missing', 'not needed'))
);
CREATE TABLE review (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  episode_id uuid,
  held_on date NOT NULL,
  present text NOT NULL,
  say text NOT NULL,
  enjoyed text,
  support_say text,
  home_say text,
  next_on date,
  hoped_end_on date,
  CONSTRAINT pk_review PRIMARY KEY (home_id, id)
);
CREATE TABLE review_answer (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  review_id uuid NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  words text NOT NULL,
  CONSTRAINT pk_review_answer PRIMARY KEY (home_id, id)
);
CREATE TABLE review_action (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  review_id uuid NOT NULL,
  what text NOT NULL,
  who text NOT NULL,
  by_date date NOT NULL,
  CONSTRAINT pk_review_action PRIMARY KEY (home_id, id)
);
CREATE TABLE review_action_done (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  action_id uuid NOT NULL,
  done_on date NOT NULL,
  CONSTRAINT pk_review_action_done PRIMARY KEY (home_id, id)
);
CREATE TABLE review_meeting (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  session_id uuid NOT NULL,
  place text,
  family text,
  words text,
  CONSTRAINT pk_review_meeting PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_life_change_home_id_resident_id ON life_change (home_id, resident_id);
CREATE UNIQUE INDEX ix_life_change_home_id_undoes_id ON life_change (home_id, undoes_id);
CREATE INDEX ix_episode_home_id_resident_id ON episode (home_id, resident_id);
CREATE INDEX ix_episode_end_home_id_resident_id ON episode_end (home_id, resident_id);
CREATE UNIQUE INDEX ix_episode_end_home_id_episode_id ON episode_end (home_id, episode_id);
CREATE INDEX ix_transition_plan_home_id_resident_id ON transition_plan (home_id, resident_id);
CREATE INDEX ix_transition_plan_home_id_episode_id ON transition_plan (home_id, episode_id);
CREATE INDEX ix_look_back_home_id_resident_id ON look_back (home_id, resident_id);
CREATE INDEX ix_look_back_home_id_episode_id ON look_back (home_id, episode_id);
CREATE INDEX ix_home_going_home_id_resident_id ON home_going (home_id, resident_id);
CREATE INDEX ix_review_home_id_resident_id ON review (home_id, resident_id);
CREATE INDEX ix_review_answer_home_id_resident_id ON review_answer (home_id, resident_id);
CREATE INDEX ix_review_action_home_id_resident_id ON review_action (home_id, resident_id);
CREATE INDEX ix_review_action_done_home_id_resident_id ON review_action_done (home_id, resident_id);
CREATE UNIQUE INDEX ix_review_action_done_home_id_action_id ON review_action_done (home_id, action_id);
CREATE INDEX ix_review_meeting_home_id_resident_id ON review_meeting (home_id, resident_id);
CREATE UNIQUE INDEX ix_review_meeting_home_id_session_id ON review_meeting (home_id, session_id);
ALTER TABLE life_change ADD CONSTRAINT fk_life_change_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE life_change ADD CONSTRAINT fk_life_change_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE life_change ADD CONSTRAINT fk_life_change_undoes_id FOREIGN KEY (home_id, undoes_id) REFERENCES life_change(home_id,id);
ALTER TABLE episode ADD CONSTRAINT fk_episode_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE episode ADD CONSTRAINT fk_episode_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE episode_end ADD CONSTRAINT fk_episode_end_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE episode_end ADD CONSTRAINT fk_episode_end_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE episode_end ADD CONSTRAINT fk_episode_end_episode_id FOREIGN KEY (home_id, episode_id) REFERENCES episode(home_id,id);
ALTER TABLE transition_plan ADD CONSTRAINT fk_transition_plan_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE transition_plan ADD CONSTRAINT fk_transition_plan_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE transition_plan ADD CONSTRAINT fk_transition_plan_episode_id FOREIGN KEY (home_id, episode_id) REFERENCES episode(home_id,id);
ALTER TABLE look_back ADD CONSTRAINT fk_look_back_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE look_back ADD CONSTRAINT fk_look_back_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE look_back ADD CONSTRAINT fk_look_back_episode_id FOREIGN KEY (home_id, episode_id) REFERENCES episode(home_id,id);
ALTER TABLE home_going ADD CONSTRAINT fk_home_going_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE home_going ADD CONSTRAINT fk_home_going_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE review ADD CONSTRAINT fk_review_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE review ADD CONSTRAINT fk_review_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE review ADD CONSTRAINT fk_review_episode_id FOREIGN KEY (home_id, episode_id) REFERENCES episode(home_id,id);
ALTER TABLE review_answer ADD CONSTRAINT fk_review_answer_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE review_answer ADD CONSTRAINT fk_review_answer_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE review_answer ADD CONSTRAINT fk_review_answer_review_id FOREIGN KEY (home_id, review_id) REFERENCES review(home_id,id);
ALTER TABLE review_action ADD CONSTRAINT fk_review_action_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE review_action ADD CONSTRAINT fk_review_action_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE review_action ADD CONSTRAINT fk_review_action_review_id FOREIGN KEY (home_id, review_id) REFERENCES review(home_id,id);
ALTER TABLE review_action_done ADD CONSTRAINT fk_review_action_done_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE review_action_done ADD CONSTRAINT fk_review_action_done_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE review_action_done ADD CONSTRAINT fk_review_action_done_action_id FOREIGN KEY (home_id, action_id) REFERENCES review_action(home_id,id);
ALTER TABLE review_meeting ADD CONSTRAINT fk_review_meeting_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE review_meeting ADD CONSTRAINT fk_review_meeting_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE review_meeting ADD CONSTRAINT fk_review_meeting_session_id FOREIGN KEY (home_id, session_id) REFERENCES session(home_id,id);
