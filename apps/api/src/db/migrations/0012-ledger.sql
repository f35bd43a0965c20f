-- Lawful erasure that leaves the chain whole, places of the chain noted elsewhere, and the chain's hash a second time, in SQL.
CREATE TABLE ledger_erasure (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  ground text NOT NULL,
  asked_by text NOT NULL,
  asked_words text NOT NULL,
  CONSTRAINT pk_ledger_erasure PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_ledger_erasure_home_id_resident_id ON ledger_erasure (home_id, resident_id);
ALTER TABLE ledger_erasure ADD CONSTRAINT fk_ledger_erasure_home_id FOREIGN KEY (home_id) REFERENCES home(id);
ALTER TABLE ledger_erasure ADD CONSTRAINT fk_ledger_erasure_resident_id FOREIGN KEY (home_id, resident_id) REFERENCES resident(home_id,id);

CREATE TABLE noted_head (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  seq integer NOT NULL,
  hash text NOT NULL,
  noted_at timestamptz NOT NULL,
  sent_to text NOT NULL,
  CONSTRAINT pk_noted_head PRIMARY KEY (home_id, id)
);
CREATE INDEX ix_noted_head_home_id_seq ON noted_head (home_id, seq);
ALTER TABLE noted_head ADD CONSTRAINT fk_noted_head_home_id FOREIGN KEY (home_id) REFERENCES home(id);

-- One text for one value: object keys in the order of their letters, no spaces. Text is written as JSON writes it.
CREATE FUNCTION canonical_json(value jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  CASE jsonb_typeof(value)
    WHEN 'object' THEN
      RETURN '{' || coalesce((SELECT string_agg(to_jsonb(key)::text || ':' || canonical_json(value -> key), ',' ORDER BY key COLLATE "C") FROM jsonb_object_keys(value) AS key), '') || '}';
    WHEN 'array' THEN
      RETURN '[' || coalesce((SELECT string_agg(canonical_json(each), ',' ORDER BY place) FROM jsonb_array_elements(value) WITH ORDINALITY AS listed(each, place)), '') || ']';
    ELSE RETURN value::text;
  END CASE;
END $$;

CREATE FUNCTION ledger_digest(salt text, content jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT encode(sha256(convert_to(salt || canonical_json(content), 'UTF8')), 'hex') $$;

CREATE FUNCTION ledger_hash(previous text, home uuid, seq integer, id uuid, promise uuid, kind text, at timestamptz, account uuid, digest text) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT encode(sha256(convert_to(previous || canonical_json(jsonb_build_object(
    'homeId', home, 'seq', seq, 'id', id, 'promiseId', promise, 'kind', kind,
    'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'byAccountId', account, 'contentDigest', digest)), 'UTF8')), 'hex')
$$;

-- The only way by which words leave the ledger. A manager's alone; the erasure with its reasons is there already; the entry
-- that tells of it is written here, so that nothing goes without one. Answers the number of the new entry.
CREATE FUNCTION erase_ledger_words(promise uuid, chosen integer[], erasure uuid, stands jsonb, entry uuid, said_at timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  here uuid := app_work_home();
  ground text;
  head record;
  seqs integer[] := ARRAY(SELECT DISTINCT each FROM unnest(chosen) AS each ORDER BY each);
  gone integer;
  salt text := replace(gen_random_uuid()::text, '-', '');
  content jsonb;
  digest text;
  place integer;
BEGIN
  IF app_audience() IS DISTINCT FROM 'staff' OR NOT EXISTS (
    SELECT 1 FROM membership m WHERE m.home_id = here AND m.account_id = app_account() AND m.role = 'manager' AND m.ended_at IS NULL) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Only the manager of the home erases words.';
  END IF;
  SELECT e.ground INTO ground FROM ledger_erasure e WHERE e.home_id = here AND e.id = erasure AND e.recorded_by = app_account();
  IF ground IS NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'Words are erased for a reason that is written down first.';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('ledger ' || here::text, 0));
  DELETE FROM ledger_content c USING ledger_entry e
    WHERE e.home_id = here AND e.promise_id = promise AND e.seq = ANY (seqs) AND e.kind <> 'erased' AND c.home_id = here AND c.id = e.id;
  GET DIAGNOSTICS gone = ROW_COUNT;
  IF gone = 0 OR gone <> cardinality(seqs) THEN
    RAISE check_violation USING MESSAGE = 'Some of these words are not there.';
  END IF;
  SELECT e.seq, e.hash INTO head FROM ledger_entry e WHERE e.home_id = here ORDER BY e.seq DESC LIMIT 1;
  place := head.seq + 1;
  content := jsonb_build_object('kind', 'erased', 'erasureId', erasure, 'seqs', to_jsonb(seqs), 'ground', ground, 'stands', stands,
    'by', (SELECT a.name FROM account a WHERE a.id = app_account()));
  digest := ledger_digest(salt, content);
  said_at := date_trunc('milliseconds', said_at);
  INSERT INTO ledger_entry (home_id, seq, id, promise_id, kind, at, by_account_id, content_digest, previous_hash, hash)
    VALUES (here, place, entry, promise, 'erased', said_at, app_account(), digest, head.hash,
      ledger_hash(head.hash, here, place, entry, promise, 'erased', said_at, app_account(), digest));
  INSERT INTO ledger_content (home_id, id, salt, content) VALUES (here, entry, salt, content);
  RETURN place;
END $$;
