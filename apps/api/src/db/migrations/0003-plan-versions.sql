-- What people were told of a week, each time they were told: so that what changed since can be said, on screen and on paper.
CREATE TABLE plan_version (
  home_id uuid NOT NULL,
  id uuid NOT NULL,
  week_starts date NOT NULL,
  number integer NOT NULL,
  plan_id uuid NOT NULL,
  sessions jsonb NOT NULL,
  at timestamptz NOT NULL,
  by_name text,
  CONSTRAINT pk_plan_version PRIMARY KEY (home_id, id)
);
CREATE UNIQUE INDEX ix_plan_version_home_id_week_starts_number ON plan_version (home_id, week_starts, number);
ALTER TABLE plan_version ADD CONSTRAINT fk_plan_version_plan_id FOREIGN KEY (home_id, plan_id) REFERENCES plan(home_id,id);
ALTER TABLE plan_version ADD CONSTRAINT fk_plan_version_home_id FOREIGN KEY (home_id) REFERENCES home(id);

-- Weeks published before this table was there: what their plans say, in the order they were published.
INSERT INTO plan_version (home_id, id, week_starts, number, plan_id, sessions, at, by_name)
SELECT home_id, gen_random_uuid(), week_starts, row_number() OVER (PARTITION BY home_id, week_starts ORDER BY published_at), id, sessions, published_at, published_by_name
FROM plan WHERE status IN ('published', 'superseded') AND published_at IS NOT NULL;
