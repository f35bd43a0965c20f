-- What people were offered to choose from, what they chose and by what right, and how they are read who do not use words.
CREATE TABLE choice_offer (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  point text NOT NULL,
  activity_id uuid,
  session_id uuid,
  question text NOT NULL,
  lead text NOT NULL,
  threes jsonb NOT NULL,
  is_out boolean NOT NULL,
  CONSTRAINT pk_choice_offer PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_choice_offer_home_id_resident_id_recorded_at ON choice_offer (home_id, resident_id, recorded_at);
ALTER TABLE choice_offer ADD CONSTRAINT fk_choice_offer_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE choice_offer ADD CONSTRAINT fk_choice_offer_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE choice_offer ADD CONSTRAINT fk_choice_offer_activity_id FOREIGN KEY (home_id, activity_id) REFERENCES activity(home_id,id);
ALTER TABLE choice_offer ADD CONSTRAINT fk_choice_offer_session_id FOREIGN KEY (home_id, session_id) REFERENCES session(home_id,id);

CREATE TABLE choice (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  offer_id uuid NOT NULL,
  point text NOT NULL,
  shown integer NOT NULL,
  answer text NOT NULL,
  option_key text,
  words text,
  standing text NOT NULL,
  by_right text,
  supporter_id uuid,
  answered_by text NOT NULL,
  answered_by_name text NOT NULL,
  how text NOT NULL,
  why_not text,
  led_to text NOT NULL,
  led_to_id uuid,
  chosen_at timestamptz NOT NULL,
  CONSTRAINT pk_choice PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_choice_home_id_resident_id_chosen_at ON choice (home_id, resident_id, chosen_at);
CREATE INDEX ix_choice_home_id_chosen_at ON choice (home_id, chosen_at);
ALTER TABLE choice ADD CONSTRAINT fk_choice_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE choice ADD CONSTRAINT fk_choice_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE choice ADD CONSTRAINT fk_choice_offer_id FOREIGN KEY (home_id, offer_id) REFERENCES choice_offer(home_id,id);
ALTER TABLE choice ADD CONSTRAINT fk_choice_supporter_id FOREIGN KEY (home_id, supporter_id) REFERENCES supporter(home_id,id);

CREATE TABLE preference_reading (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  activity_id uuid NOT NULL,
  likes text NOT NULL,
  signs text NOT NULL,
  knows text NOT NULL,
  sessions_together integer NOT NULL,
  evidence text NOT NULL,
  answers_id uuid,
  CONSTRAINT pk_preference_reading PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_preference_reading_home_id_resident_id ON preference_reading (home_id, resident_id);
ALTER TABLE preference_reading ADD CONSTRAINT fk_preference_reading_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE preference_reading ADD CONSTRAINT fk_preference_reading_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE preference_reading ADD CONSTRAINT fk_preference_reading_activity_id FOREIGN KEY (home_id, activity_id) REFERENCES activity(home_id,id);
ALTER TABLE preference_reading ADD CONSTRAINT fk_preference_reading_answers_id FOREIGN KEY (home_id, answers_id) REFERENCES preference_reading(home_id,id);
