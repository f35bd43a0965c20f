-- Once around a room, what was done about distress seen there, and handovers as they were read.
CREATE TABLE round (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  room_id uuid NOT NULL,
  began_at timestamptz NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_round PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_round_home_id_began_at ON round (home_id, began_at);
ALTER TABLE round ADD CONSTRAINT fk_round_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE round ADD CONSTRAINT fk_round_room_id FOREIGN KEY (home_id, room_id) REFERENCES room(home_id,id);

CREATE TABLE round_look (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  state text NOT NULL,
  at timestamptz NOT NULL,
  corrects_id uuid,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_round_look PRIMARY KEY (home_id, id),
  CONSTRAINT ck_round_look_state CHECK (state IN ('active', 'engaged', 'passive', 'asleep', 'distressed', 'taken back'))
);
CREATE INDEX ix_round_look_home_id_round_id ON round_look (home_id, round_id);
CREATE INDEX ix_round_look_home_id_resident_id_at ON round_look (home_id, resident_id, at);
CREATE INDEX ix_round_look_home_id_corrects_id ON round_look (home_id, corrects_id);
ALTER TABLE round_look ADD CONSTRAINT fk_round_look_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE round_look ADD CONSTRAINT fk_round_look_round_id FOREIGN KEY (home_id, round_id) REFERENCES round(home_id,id);
ALTER TABLE round_look ADD CONSTRAINT fk_round_look_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE round_look ADD CONSTRAINT fk_round_look_corrects_id FOREIGN KEY (home_id, corrects_id) REFERENCES round_look(home_id,id);

CREATE TABLE round_end (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  whole boolean NOT NULL,
  ended_at timestamptz NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_round_end PRIMARY KEY (home_id, id)
);
CREATE UNIQUE INDEX ix_round_end_home_id_round_id ON round_end (home_id, round_id);
ALTER TABLE round_end ADD CONSTRAINT fk_round_end_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE round_end ADD CONSTRAINT fk_round_end_round_id FOREIGN KEY (home_id, round_id) REFERENCES round(home_id,id);

CREATE TABLE round_response (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  look_id uuid NOT NULL,
  kind text NOT NULL,
  words text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_round_response PRIMARY KEY (home_id, id),
  CONSTRAINT ck_round_response_kind CHECK (kind IN ('done', 'handover'))
);
CREATE INDEX ix_round_response_home_id_look_id ON round_response (home_id, look_id);
ALTER TABLE round_response ADD CONSTRAINT fk_round_response_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE round_response ADD CONSTRAINT fk_round_response_look_id FOREIGN KEY (home_id, look_id) REFERENCES round_look(home_id,id);

CREATE TABLE handover (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  from_at timestamptz NOT NULL,
  until_at timestamptz NOT NULL,
  lines jsonb NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_handover PRIMARY KEY (home_id, id),
  CONSTRAINT ck_handover_order CHECK (from_at < until_at)
);
CREATE UNIQUE INDEX ix_handover_home_id_from_at ON handover (home_id, from_at);
CREATE INDEX ix_handover_home_id_until_at ON handover (home_id, until_at);
ALTER TABLE handover ADD CONSTRAINT fk_handover_home_id FOREIGN KEY (home_id) REFERENCES home(id);

CREATE TABLE handover_note (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid,
  words text NOT NULL,
  urgent boolean NOT NULL,
  sensitive boolean NOT NULL,
  corrects_id uuid,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_handover_note PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_handover_note_home_id_recorded_at ON handover_note (home_id, recorded_at);
CREATE INDEX ix_handover_note_home_id_corrects_id ON handover_note (home_id, corrects_id);
ALTER TABLE handover_note ADD CONSTRAINT fk_handover_note_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE handover_note ADD CONSTRAINT fk_handover_note_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);
ALTER TABLE handover_note ADD CONSTRAINT fk_handover_note_corrects_id FOREIGN KEY (home_id, corrects_id) REFERENCES handover_note(home_id,id);

CREATE TABLE handover_reading (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  handover_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pk_handover_reading PRIMARY KEY (home_id, id)
);
CREATE UNIQUE INDEX ix_handover_reading_home_id_handover_id_recorded_by ON handover_reading (home_id, handover_id, recorded_by);
ALTER TABLE handover_reading ADD CONSTRAINT fk_handover_reading_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE handover_reading ADD CONSTRAINT fk_handover_reading_handover_id FOREIGN KEY (home_id, handover_id) REFERENCES handover(home_id,id);
