-- What families ask and are answered, when they come, and what they tell of a life: each line is added, none written over.
CREATE TABLE family_ask (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  supporter_id uuid NOT NULL,
  relation text NOT NULL,
  words text NOT NULL,
  answer_by date NOT NULL,
  CONSTRAINT pk_family_ask PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_family_ask_home_id_resident_id ON family_ask (home_id, resident_id);
ALTER TABLE family_ask ADD CONSTRAINT fk_family_ask_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE family_ask ADD CONSTRAINT fk_family_ask_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE family_ask ADD CONSTRAINT fk_family_ask_supporter_id FOREIGN KEY (home_id, supporter_id) REFERENCES supporter(home_id,id);

CREATE TABLE family_ask_entry (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  ask_id uuid NOT NULL,
  kind text NOT NULL,
  words text NOT NULL,
  answer_by date,
  CONSTRAINT pk_family_ask_entry PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_family_ask_entry_home_id_ask_id ON family_ask_entry (home_id, ask_id);
ALTER TABLE family_ask_entry ADD CONSTRAINT fk_family_ask_entry_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE family_ask_entry ADD CONSTRAINT fk_family_ask_entry_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE family_ask_entry ADD CONSTRAINT fk_family_ask_entry_ask_id FOREIGN KEY (home_id, ask_id) REFERENCES family_ask(home_id,id);

CREATE TABLE visit (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  supporter_id uuid NOT NULL,
  visit_id uuid NOT NULL,
  relation text NOT NULL,
  kind text NOT NULL,
  day date NOT NULL,
  from_time text NOT NULL,
  to_time text NOT NULL,
  repeats text NOT NULL,
  until_day date,
  words text NOT NULL,
  CONSTRAINT pk_visit PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_visit_home_id_resident_id ON visit (home_id, resident_id);
CREATE INDEX ix_visit_home_id_visit_id ON visit (home_id, visit_id);
ALTER TABLE visit ADD CONSTRAINT fk_visit_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE visit ADD CONSTRAINT fk_visit_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE visit ADD CONSTRAINT fk_visit_supporter_id FOREIGN KEY (home_id, supporter_id) REFERENCES supporter(home_id,id);

CREATE TABLE told_by_family (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  supporter_id uuid NOT NULL,
  memory_id uuid NOT NULL,
  relation text NOT NULL,
  kind text NOT NULL,
  words text NOT NULL,
  when_words text,
  media_id uuid,
  life_fact_id uuid,
  CONSTRAINT pk_told_by_family PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_told_by_family_home_id_resident_id ON told_by_family (home_id, resident_id);
CREATE INDEX ix_told_by_family_home_id_memory_id ON told_by_family (home_id, memory_id);
ALTER TABLE told_by_family ADD CONSTRAINT fk_told_by_family_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE told_by_family ADD CONSTRAINT fk_told_by_family_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE told_by_family ADD CONSTRAINT fk_told_by_family_supporter_id FOREIGN KEY (home_id, supporter_id) REFERENCES supporter(home_id,id);
ALTER TABLE told_by_family ADD CONSTRAINT fk_told_by_family_media_id FOREIGN KEY (home_id, media_id) REFERENCES media(home_id,id);
ALTER TABLE told_by_family ADD CONSTRAINT fk_told_by_family_life_fact_id FOREIGN KEY (home_id, life_fact_id) REFERENCES life_fact(home_id,id);
