-- Which rows exist for whom. Applied again after every migration; the application's role owns nothing and cannot bypass.
-- A unit of work sets app.audience (staff, supporter, system), app.home, app.account and app.supporter for itself alone;
-- with none set, nothing is visible.

CREATE OR REPLACE FUNCTION app_audience() RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT current_setting('app.audience', true) $$;
CREATE OR REPLACE FUNCTION app_home() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('app.home', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION app_account() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('app.account', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION app_supporter() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('app.supporter', true), '')::uuid $$;

-- The home whose rows whoever asks works with: of its staff, or of the system when it is confined to a home.
CREATE OR REPLACE FUNCTION app_work_home() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT CASE WHEN app_audience() IN ('staff', 'system') THEN app_home() END $$;
-- Whether it is the system at work in no home in particular.
CREATE OR REPLACE FUNCTION app_everywhere() RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT app_audience() = 'system' AND app_home() IS NULL $$;

-- Whether the supporter who asks has the resident's standing consent for one kind of information.
CREATE OR REPLACE FUNCTION app_may_see(home uuid, resident uuid, wanted text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_audience() = 'supporter' AND home = app_home() AND EXISTS (
    SELECT 1 FROM sharing_consent c
    WHERE c.home_id = home AND c.resident_id = resident AND c.supporter_id = app_supporter()
      AND c.kind = wanted AND c.withdrawn_at IS NULL)
$$;

-- Whether the supporter who asks belongs to the resident's circle and may see anything of theirs at all.
CREATE OR REPLACE FUNCTION app_may_see_anything(home uuid, resident uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_audience() = 'supporter' AND home = app_home() AND EXISTS (
    SELECT 1 FROM sharing_consent c
    WHERE c.home_id = home AND c.resident_id = resident AND c.supporter_id = app_supporter() AND c.withdrawn_at IS NULL)
$$;

-- Whether a session has somebody in it whose plan or attendance a supporter may see.
CREATE OR REPLACE FUNCTION session_is_shared(home uuid, wanted uuid, supporter uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM booking b JOIN sharing_consent c ON c.home_id = b.home_id AND c.resident_id = b.resident_id
                 WHERE b.home_id = home AND b.session_id = wanted AND c.supporter_id = supporter AND c.kind = 'plan' AND c.withdrawn_at IS NULL)
      OR EXISTS (SELECT 1 FROM attendance a JOIN sharing_consent c ON c.home_id = a.home_id AND c.resident_id = a.resident_id
                 WHERE a.home_id = home AND a.session_id = wanted AND c.supporter_id = supporter AND c.kind = 'attendance' AND c.withdrawn_at IS NULL)
$$;

CREATE OR REPLACE FUNCTION app_may_see_session(home uuid, wanted uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT app_audience() = 'supporter' AND home = app_home() AND session_is_shared(home, wanted, app_supporter())
$$;

-- Whether the supporter who asks decides, as attorney or deputy, in one area of the resident's life: the document was
-- seen. Whether it still stands today is asked of the rules, which know the home's day.
CREATE OR REPLACE FUNCTION app_represents(home uuid, resident uuid, wanted text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_audience() = 'supporter' AND home = app_home() AND EXISTS (
    SELECT 1 FROM authority a
    WHERE a.home_id = home AND a.resident_id = resident AND a.supporter_id = app_supporter()
      AND a.area = wanted AND a.superseded_at IS NULL AND a.kind IN ('attorney', 'deputy') AND coalesce(a.document_seen, '') <> '')
$$;

-- Whether a photo or recording is one that the person's side may be shown: their portrait, or with words that are not sensitive.
CREATE OR REPLACE FUNCTION media_is_for_sharing(home uuid, wanted uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT (EXISTS (SELECT 1 FROM portrait p WHERE p.home_id = home AND p.media_id = wanted)
          OR EXISTS (SELECT 1 FROM about_me_statement s WHERE s.home_id = home AND s.media_id = wanted))
     AND NOT EXISTS (SELECT 1 FROM about_me_statement s WHERE s.home_id = home AND s.media_id = wanted AND s.sensitive)
$$;

-- Whether a photo of a session shows somebody whose photos the supporter who asks may see, and nobody beside them who has
-- not plainly agreed to photos: one family's picture is never made of another person's doubt.
CREATE OR REPLACE FUNCTION app_may_see_session_photo(home uuid, wanted uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_audience() = 'supporter' AND home = app_home()
     AND EXISTS (SELECT 1 FROM session_media s JOIN media m ON m.home_id = s.home_id AND m.id = s.media_id
                 WHERE s.home_id = home AND s.media_id = wanted AND m.kind = 'photo' AND m.erased_at IS NULL)
     AND EXISTS (SELECT 1 FROM media_person p WHERE p.home_id = home AND p.media_id = wanted AND app_may_see(home, p.resident_id, 'photos')
                   AND NOT EXISTS (SELECT 1 FROM media_person o JOIN resident r ON r.home_id = o.home_id AND r.id = o.resident_id
                                   WHERE o.home_id = home AND o.media_id = wanted AND o.resident_id <> p.resident_id AND r.photo_consent <> 'yes'))
$$;

-- What was answered last about recordings of somebody, for whoever shows one: the answers themselves are the home's.
CREATE OR REPLACE FUNCTION recording_consent(home uuid, resident uuid) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT c.answer FROM media_consent c
                   WHERE c.home_id = home AND c.resident_id = resident AND c.kind = 'audio' AND (app_home() IS NULL OR home = app_home())
                   ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1), 'not asked')
$$;

-- Who is in a photo or recording and does not agree to be shown; by name, for a sentence to the home.
CREATE OR REPLACE FUNCTION media_against(home uuid, wanted uuid) RETURNS text[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(r.preferred_name ORDER BY r.preferred_name), '{}') FROM media m
  JOIN media_person p ON p.home_id = m.home_id AND p.media_id = m.id JOIN resident r ON r.home_id = p.home_id AND r.id = p.resident_id
  WHERE m.home_id = home AND m.id = wanted AND (app_home() IS NULL OR home = app_home())
    AND CASE m.kind WHEN 'photo' THEN r.photo_consent ELSE recording_consent(r.home_id, r.id) END NOT IN ('yes', 'conditional')
$$;

-- Whose bank holidays a home keeps, for whoever counts its working days; where it stands is its staff's to read.
CREATE OR REPLACE FUNCTION home_nation(home uuid) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.nation FROM home_place p WHERE p.home_id = home AND (app_home() IS NULL OR home = app_home()) ORDER BY p.said_at DESC, p.id DESC LIMIT 1
$$;

-- The end of the home's ledger, to add to: whoever appends must see it, though not the entries themselves.
CREATE OR REPLACE FUNCTION ledger_head(home uuid) RETURNS TABLE (seq integer, hash text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.seq, e.hash FROM ledger_entry e
  WHERE e.home_id = home AND (app_home() IS NULL OR home = app_home())
  ORDER BY e.seq DESC LIMIT 1
$$;

-- When the sessions of some promises were held, for whoever may see the promises: what counts as kept by its day is the same
-- for a family as for the home.
CREATE OR REPLACE FUNCTION sessions_of_promises(home uuid, promises uuid[]) RETURNS TABLE (session_id uuid, starts_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT s.id, s.starts_at FROM promise p
  JOIN ledger_entry e ON e.home_id = p.home_id AND e.promise_id = p.id AND e.kind = 'attended'
  JOIN ledger_content c ON c.home_id = e.home_id AND c.id = e.id
  JOIN session s ON s.home_id = e.home_id AND s.id = (c.content ->> 'sessionId')::uuid
  WHERE p.home_id = home AND p.id = ANY(promises) AND (home = app_work_home() OR app_may_see(home, p.resident_id, 'promises'))
$$;

-- Who plans in the home, for its staff to know whom to ask: memberships themselves are the system's alone.
CREATE OR REPLACE FUNCTION planners_here() RETURNS TABLE ("staffId" uuid, name text, role text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.staff_id, a.name, m.role FROM membership m JOIN account a ON a.id = m.account_id
  WHERE m.home_id = app_work_home() AND m.role IN ('coordinator', 'manager') AND m.ended_at IS NULL
  ORDER BY a.name, m.id
$$;

-- Where e-mails to whoever asks go: the address they sign in with. Accounts themselves are the system's alone.
CREATE OR REPLACE FUNCTION own_address() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT email FROM account WHERE id = app_account()
$$;

-- Whether the supporter who asks said this level of this outcome themselves.
CREATE OR REPLACE FUNCTION app_said_level(home uuid, outcome uuid, wanted uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_audience() = 'supporter' AND home = app_home() AND EXISTS (
    SELECT 1 FROM goal_score s WHERE s.home_id = home AND s.outcome_id = outcome AND s.id = wanted AND s.supporter_id = app_supporter())
$$;

-- What help somebody's support plan is made of today, in words, for their side by consent; its minutes and its money are the home's.
CREATE OR REPLACE FUNCTION support_in_words(home uuid, resident uuid, today date) RETURNS TABLE (kind text, what text, falls boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.kind, l.what, p.shape <> 'held' AND p.goal_minutes < p.start_minutes FROM support_plan p
  JOIN support_plan_line l ON l.home_id = p.home_id AND l.plan_id = p.id
  WHERE p.home_id = home AND p.resident_id = resident AND today BETWEEN p.starts_on AND p.ends_on AND app_may_see(home, resident, 'progress')
    AND NOT EXISTS (SELECT 1 FROM support_plan n WHERE n.home_id = p.home_id AND n.follows_id = p.id AND n.starts_on <= today)
  ORDER BY l.place
$$;

GRANT USAGE ON SCHEMA public TO promenade_app;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM promenade_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO promenade_app;
-- History is added to, never rewritten.
REVOKE UPDATE, DELETE ON ledger_entry, ledger_content, attendance, session_report, routine_day, routine_exception, distress_note, life_fact_version, preference_answer, assistance, changed_fact, telling, turn, plan_version FROM promenade_app;
REVOKE UPDATE, DELETE ON ledger_erasure, noted_head FROM promenade_app;
REVOKE UPDATE, DELETE ON venue_check, venue_visit, venue_follow_up, venue_source, home_place FROM promenade_app;
REVOKE UPDATE, DELETE ON capacity_view, best_interests, decision_made, view_heard, second_look, media_consent, support_version, outcome_review, resident_status_change FROM promenade_app;
REVOKE UPDATE, DELETE ON portrait, about_me_entry, about_me_statement FROM promenade_app;
REVOKE UPDATE, DELETE ON choice_offer, choice, preference_reading FROM promenade_app;
REVOKE UPDATE, DELETE ON round, round_look, round_end, round_response, handover, handover_note, handover_reading FROM promenade_app;
REVOKE DELETE ON media FROM promenade_app;
REVOKE UPDATE, DELETE ON self_assessment, self_assessment_answer FROM promenade_app;
REVOKE UPDATE, DELETE ON unmet_need, session_media, media_person FROM promenade_app;
REVOKE UPDATE, DELETE ON activity_version, activity_note, kit_word FROM promenade_app;
REVOKE DELETE ON calendar_link, calendar_entry, digest_subscription, digest FROM promenade_app;
REVOKE UPDATE, DELETE ON family_ask, family_ask_entry, visit, told_by_family FROM promenade_app;
REVOKE UPDATE, DELETE ON standing_promise, standing_end, claim, claim_end, claim_week FROM promenade_app;
REVOKE UPDATE, DELETE ON own_word, life_phase FROM promenade_app;
REVOKE UPDATE, DELETE ON life_change, episode, episode_end, transition_plan, look_back, home_going, review, review_answer, review_action, review_action_done, review_meeting FROM promenade_app;
REVOKE UPDATE, DELETE ON support_plan, support_plan_line, support_plan_stop, support_plan_answer, wish_minute, fall, routine_support FROM promenade_app;
REVOKE UPDATE, DELETE ON goal_scale, goal_draft, goal_score, outcome_belief, belief_talk FROM promenade_app;
REVOKE UPDATE, DELETE ON task_place, assistance_reason FROM promenade_app;
REVOKE ALL ON schema_migration FROM promenade_app;

-- Every table of a home: its staff see and change the home's rows, and nobody else's.
DO $$
DECLARE t record; p record;
BEGIN
  FOR p IN SELECT policyname, tablename FROM pg_policies WHERE schemaname = 'public' LOOP
    EXECUTE format('DROP POLICY %I ON %I', p.policyname, p.tablename);
  END LOOP;
  FOR t IN SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname <> 'schema_migration' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t.relname);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t.relname);
    -- The functions above that look on behalf of whoever asks run as the owner, who reads everything.
    EXECUTE format('CREATE POLICY owner_reads ON %I FOR SELECT TO %I USING (true)', t.relname, current_user);
    -- Sign-in looks people up before it is known who asks: those tables open to the system alone.
    IF t.relname IN ('account', 'sign_in', 'membership', 'invitation') THEN CONTINUE; END IF;
    IF t.relname = 'home' THEN CONTINUE; END IF;
    -- Asked once for each statement, not for each row: hence the SELECTs.
    EXECUTE format('CREATE POLICY at_work ON %I USING (home_id = (SELECT app_work_home()) OR (SELECT app_everywhere()))
                    WITH CHECK (home_id = (SELECT app_work_home()) OR (SELECT app_everywhere()))', t.relname);
  END LOOP;
END $$;

CREATE POLICY own_home ON home FOR SELECT USING (id = (SELECT app_home()) OR (SELECT app_audience()) = 'system');
CREATE POLICY system_homes ON home USING ((SELECT app_audience()) = 'system') WITH CHECK ((SELECT app_audience()) = 'system');
CREATE POLICY system_only ON account USING ((SELECT app_audience()) = 'system') WITH CHECK ((SELECT app_audience()) = 'system');
CREATE POLICY system_only ON membership USING ((SELECT app_audience()) = 'system') WITH CHECK ((SELECT app_audience()) = 'system');
CREATE POLICY system_only ON sign_in USING ((SELECT app_audience()) = 'system') WITH CHECK ((SELECT app_audience()) = 'system');
CREATE POLICY system_only ON invitation USING ((SELECT app_audience()) = 'system') WITH CHECK ((SELECT app_audience()) = 'system');

-- Supporters: by consent, kind by kind, and read only.
CREATE POLICY by_consent ON resident FOR SELECT USING (app_may_see_anything(home_id, id) OR app_represents(home_id, id, 'sharing'));
CREATE POLICY by_consent ON circle_member FOR SELECT USING (
  (SELECT app_audience()) = 'supporter' AND home_id = (SELECT app_home())
  AND (supporter_id = (SELECT app_supporter()) OR app_represents(home_id, resident_id, 'sharing')));
CREATE POLICY own_row ON supporter FOR SELECT USING (
  (SELECT app_audience()) = 'supporter' AND home_id = (SELECT app_home()) AND (id = (SELECT app_supporter())
  OR EXISTS (SELECT 1 FROM circle_member m WHERE m.home_id = supporter.home_id AND m.supporter_id = supporter.id)));
CREATE POLICY own_consents ON sharing_consent FOR SELECT USING (
  (SELECT app_audience()) = 'supporter' AND home_id = (SELECT app_home())
  AND (supporter_id = (SELECT app_supporter()) OR app_represents(home_id, resident_id, 'sharing')));
-- Whoever decides about sharing in the person's place may withdraw it; giving it is done with the home.
CREATE POLICY withdrawn_by_representative ON sharing_consent FOR UPDATE
  USING (withdrawn_at IS NULL AND app_represents(home_id, resident_id, 'sharing'))
  WITH CHECK (withdrawn_at IS NOT NULL AND app_represents(home_id, resident_id, 'sharing'));
-- Whoever wanted to decide what is not theirs is heard all the same: in their own name, about somebody whose circle they are in.
CREATE POLICY own_view ON view_heard FOR INSERT WITH CHECK (
  (SELECT app_audience()) = 'supporter' AND home_id = (SELECT app_home()) AND supporter_id = (SELECT app_supporter()) AND recorded_by = (SELECT app_account())
  AND EXISTS (SELECT 1 FROM circle_member m WHERE m.home_id = view_heard.home_id AND m.resident_id = view_heard.resident_id AND m.supporter_id = view_heard.supporter_id));
CREATE POLICY own_authority ON authority FOR SELECT USING (
  (SELECT app_audience()) = 'supporter' AND home_id = (SELECT app_home()) AND supporter_id = (SELECT app_supporter()));
CREATE POLICY by_consent ON promise FOR SELECT USING (app_may_see(home_id, resident_id, 'promises'));
CREATE POLICY by_consent ON wish FOR SELECT USING (app_may_see(home_id, resident_id, 'promises'));
CREATE POLICY by_consent ON ledger_entry FOR SELECT USING (
  (SELECT app_audience()) = 'supporter' AND EXISTS (SELECT 1 FROM promise p WHERE p.home_id = ledger_entry.home_id AND p.id = ledger_entry.promise_id));
CREATE POLICY by_consent ON ledger_content FOR SELECT USING (
  (SELECT app_audience()) = 'supporter' AND EXISTS (SELECT 1 FROM ledger_entry e WHERE e.home_id = ledger_content.home_id AND e.id = ledger_content.id));
-- What a supporter may add: that a promise they may see was kept as said, or was not. In their own name.
CREATE POLICY own_word ON ledger_entry FOR INSERT WITH CHECK (
  (SELECT app_audience()) = 'supporter' AND home_id = (SELECT app_home()) AND kind IN ('confirmed', 'disputed') AND by_account_id = (SELECT app_account())
  AND EXISTS (SELECT 1 FROM promise p WHERE p.home_id = ledger_entry.home_id AND p.id = ledger_entry.promise_id));
CREATE POLICY own_word ON ledger_content FOR INSERT WITH CHECK (
  (SELECT app_audience()) = 'supporter' AND EXISTS (
    SELECT 1 FROM ledger_entry e WHERE e.home_id = ledger_content.home_id AND e.id = ledger_content.id
      AND e.by_account_id = (SELECT app_account()) AND e.kind = ledger_content.content ->> 'kind'));
CREATE POLICY by_consent ON attendance FOR SELECT USING (app_may_see(home_id, resident_id, 'attendance'));
CREATE POLICY by_consent ON routine_day FOR SELECT USING (app_may_see(home_id, resident_id, 'attendance'));
CREATE POLICY by_consent ON routine FOR SELECT USING (app_may_see(home_id, resident_id, 'plan') OR app_may_see(home_id, resident_id, 'attendance'));
CREATE POLICY by_consent ON life_fact FOR SELECT USING (NOT sensitive AND app_may_see(home_id, resident_id, 'life story'));
CREATE POLICY by_consent ON outcome FOR SELECT USING (app_may_see(home_id, resident_id, 'progress'));
CREATE POLICY by_consent ON ladder_task FOR SELECT USING (app_may_see(home_id, resident_id, 'progress'));
CREATE POLICY by_consent ON assistance FOR SELECT USING (app_may_see(home_id, resident_id, 'progress'));
-- What somebody's progress set free and what they chose to do with it; plans with their minutes and their money are the home's.
CREATE POLICY by_consent ON wish_minute FOR SELECT USING (app_may_see(home_id, resident_id, 'progress'));
-- The five levels of what somebody wants, and which of them each says is reached. Half-written levels, how sure somebody is and what was talked about stay with the home.
CREATE POLICY by_consent ON goal_scale FOR SELECT USING (app_may_see(home_id, resident_id, 'progress'));
CREATE POLICY by_consent ON goal_score FOR SELECT USING (app_may_see(home_id, resident_id, 'progress'));
-- What a supporter may add: the level that they see reached, in their own name, and what puts their own right.
CREATE POLICY own_view ON goal_score FOR INSERT WITH CHECK (
  rater = 'family' AND supporter_id = (SELECT app_supporter()) AND recorded_by = (SELECT app_account()) AND app_may_see(home_id, resident_id, 'progress')
  AND EXISTS (SELECT 1 FROM goal_scale s WHERE s.home_id = goal_score.home_id AND s.id = goal_score.scale_id AND s.outcome_id = goal_score.outcome_id AND s.resident_id = goal_score.resident_id)
  AND (corrects_id IS NULL OR app_said_level(home_id, outcome_id, corrects_id)));
CREATE POLICY by_consent ON session FOR SELECT USING (app_may_see_session(home_id, id));
CREATE POLICY by_consent ON session_report FOR SELECT USING (app_may_see_session(home_id, session_id));
CREATE POLICY by_consent ON booking FOR SELECT USING (
  CASE WHEN resident_id IS NULL THEN app_may_see_session(home_id, session_id) ELSE app_may_see(home_id, resident_id, 'plan') END);
-- What was told of a change of the plan: to the resident's side in words fit for it; what staff were told is theirs.
CREATE POLICY by_consent ON telling FOR SELECT USING (resident_id IS NOT NULL AND app_may_see(home_id, resident_id, 'plan'));
CREATE POLICY of_the_home ON activity FOR SELECT USING ((SELECT app_audience()) = 'supporter' AND home_id = (SELECT app_home()));
CREATE POLICY of_the_home ON venue FOR SELECT USING ((SELECT app_audience()) = 'supporter' AND home_id = (SELECT app_home()));
-- Staff who are with somebody of theirs: what the bookings they may see say.
CREATE POLICY with_theirs ON staff FOR SELECT USING (
  (SELECT app_audience()) = 'supporter' AND home_id = (SELECT app_home())
  AND EXISTS (SELECT 1 FROM booking b WHERE b.home_id = staff.home_id AND b.staff_id = staff.id));
-- Where their person lives now, in the words meant for them.
CREATE POLICY by_consent ON resident_status_change FOR SELECT USING (app_may_see_anything(home_id, resident_id));
-- What was found of a person's capacity about sharing, for whoever would decide about it in their place.
CREATE POLICY for_representative ON capacity_view FOR SELECT USING (area = 'sharing' AND app_represents(home_id, resident_id, 'sharing'));
-- Photos and recordings: with consent to share photos, and never what stands with something sensitive. Whether the person
-- still agrees to be shown is asked at every look.
CREATE POLICY by_consent ON media FOR SELECT USING (erased_at IS NULL AND ((app_may_see(home_id, resident_id, 'photos') AND media_is_for_sharing(home_id, id)) OR app_may_see_session_photo(home_id, id)));
-- Photos of a session, and that their own person is in them; who else is stays with the home.
CREATE POLICY by_consent ON session_media FOR SELECT USING (app_may_see_session_photo(home_id, media_id));
CREATE POLICY by_consent ON media_person FOR SELECT USING (app_may_see(home_id, resident_id, 'photos') AND app_may_see_session_photo(home_id, media_id));
-- A supporter's own calendar links and weekly e-mails, about people in whose circle they are; what became of each e-mail is written by the system.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['calendar_link', 'digest_subscription'] LOOP
    EXECUTE format('CREATE POLICY own_asked ON %I FOR INSERT WITH CHECK (
      (SELECT app_audience()) = ''supporter'' AND home_id = (SELECT app_home()) AND supporter_id = (SELECT app_supporter())
      AND EXISTS (SELECT 1 FROM circle_member m WHERE m.home_id = %I.home_id AND m.resident_id = %I.resident_id AND m.supporter_id = %I.supporter_id))', t, t, t, t);
    EXECUTE format('CREATE POLICY own_ended ON %I FOR UPDATE USING ((SELECT app_audience()) = ''supporter'' AND home_id = (SELECT app_home()) AND supporter_id = (SELECT app_supporter()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['calendar_link', 'digest_subscription', 'digest'] LOOP
    EXECUTE format('CREATE POLICY own_row ON %I FOR SELECT USING ((SELECT app_audience()) = ''supporter'' AND home_id = (SELECT app_home()) AND supporter_id = (SELECT app_supporter()))', t);
  END LOOP;
END $$;
-- What supporters ask, when they come and what they tell: each sees their own, of somebody who shares something with them, and adds in their own name.
CREATE POLICY own_asks ON family_ask FOR SELECT USING (supporter_id = (SELECT app_supporter()) AND app_may_see_anything(home_id, resident_id));
CREATE POLICY own_ask ON family_ask FOR INSERT WITH CHECK (supporter_id = (SELECT app_supporter()) AND recorded_by = (SELECT app_account()) AND app_may_see_anything(home_id, resident_id));
CREATE POLICY own_asks ON family_ask_entry FOR SELECT USING (
  (SELECT app_audience()) = 'supporter' AND EXISTS (SELECT 1 FROM family_ask a WHERE a.home_id = family_ask_entry.home_id AND a.id = family_ask_entry.ask_id));
CREATE POLICY own_ask ON family_ask_entry FOR INSERT WITH CHECK (
  (SELECT app_audience()) = 'supporter' AND kind = 'not enough' AND recorded_by = (SELECT app_account())
  AND EXISTS (SELECT 1 FROM family_ask a WHERE a.home_id = family_ask_entry.home_id AND a.id = family_ask_entry.ask_id AND a.resident_id = family_ask_entry.resident_id));
CREATE POLICY own_visits ON visit FOR SELECT USING (supporter_id = (SELECT app_supporter()) AND app_may_see_anything(home_id, resident_id));
CREATE POLICY own_visit ON visit FOR INSERT WITH CHECK (supporter_id = (SELECT app_supporter()) AND recorded_by = (SELECT app_account()) AND app_may_see_anything(home_id, resident_id));
CREATE POLICY own_memories ON told_by_family FOR SELECT USING (supporter_id = (SELECT app_supporter()) AND app_may_see_anything(home_id, resident_id));
CREATE POLICY own_memory ON told_by_family FOR INSERT WITH CHECK (
  supporter_id = (SELECT app_supporter()) AND recorded_by = (SELECT app_account()) AND kind <> 'kept' AND life_fact_id IS NULL AND app_may_see_anything(home_id, resident_id));
-- A wish that a supporter brought is theirs to read until it is answered and after, whatever else is shared.
CREATE POLICY own_wish ON wish FOR SELECT USING (EXISTS (SELECT 1 FROM family_ask a WHERE a.home_id = wish.home_id AND a.id = wish.id AND (SELECT app_audience()) = 'supporter'));
CREATE POLICY own_wish_new ON wish FOR INSERT WITH CHECK (
  (SELECT app_audience()) = 'supporter' AND answer IS NULL
  AND EXISTS (SELECT 1 FROM family_ask a WHERE a.home_id = wish.home_id AND a.id = wish.id AND a.resident_id = wish.resident_id));
-- A photo that a supporter put beside what they told, while the person shares anything with them.
CREATE POLICY own_photo ON media FOR SELECT USING (erased_at IS NULL AND recorded_by = (SELECT app_account()) AND app_may_see_anything(home_id, resident_id));
CREATE POLICY own_photo_new ON media FOR INSERT WITH CHECK (
  kind = 'photo' AND erased_at IS NULL AND recorded_by = (SELECT app_account()) AND app_may_see_anything(home_id, resident_id));
