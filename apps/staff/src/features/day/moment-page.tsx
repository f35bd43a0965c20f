import { ArrowLeft, CircleCheck, Search } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { MOODS } from '@promenade/domain/day/attendance';
import { Asked, Failed } from '@promenade/ui/asked';
import { Button, LinkButton } from '@promenade/ui/button';
import { TextField } from '@promenade/ui/field';
import { Row, Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { Page } from '@promenade/ui/page';
import { PersonChip } from '@promenade/ui/person-chip';
import { Picture } from '@promenade/ui/picture';
import { useAsk } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { momentIdeasDocument, momentPeopleDocument, recordDocument, recordMomentDocument } from './day.graphql.ts';
import { useSafely } from '../../app/outgoing.ts';
import type { TaskNow } from '../../ladder/ladder-ask.tsx';
import { LadderNow } from '../../ladder/ladder-now.tsx';
import styles from './moment.module.css';
import { words } from './words.ts';

/** Something with one person that nobody had planned: who, what, and it is recorded. */
export function MomentPage() {
  const [search, setSearch] = useSearchParams();
  const residentId = search.get('resident');
  return residentId ? <What key={residentId} residentId={residentId} first={search.get('activity')} /> : <Who onWho={(id) => setSearch({ resident: id })} />;
}

const back = <a href="/"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>;
const holds = (text: string, sought: string) => text.toLowerCase().includes(sought.trim().toLowerCase());
/** With more people than this there is a field to find somebody. */
const MANY = 12;

function Who({ onWho }: { onWho: (residentId: string) => void }) {
  const asked = useAsk(momentPeopleDocument);
  const [sought, setSought] = useState('');
  return (
    <Page title={words.momentTitle} kicker={back} lead={<p>{words.momentWho}</p>}>
      <Asked of={asked}>{({ residents }) => {
        const here = residents.filter(({ status }) => status === 'living here');
        const found = here.filter((one) => holds(`${one.preferredName} ${one.familyName} ${one.room ?? ''}`, sought)).toSorted((a, b) => a.preferredName.localeCompare(b.preferredName));
        return (
          <Stack gap={4}>
            {here.length > MANY && <TextField label={words.findPerson} type="search" value={sought} onValue={setSought} />}
            {found.length === 0 && <p>{words.nobodyFound}</p>}
            <ul role="list" className={styles.who}>
              {found.map((one) => (
                <li key={one.id}><button type="button" className={styles.person} onClick={() => onWho(one.id)}><PersonChip id={one.id} name={`${one.preferredName} ${one.familyName}`} size="small" about={one.room ?? undefined} /></button></li>
              ))}
            </ul>
          </Stack>
        );
      }}</Asked>
    </Page>
  );
}

const LONG = [5, 10, 20, 30, 45, 60];
const USUAL = 20;
/** So many things to do stand there at once: what suits the person best. */
const FIRST = 12;

type Done = { sessionId: string; attendanceId: string; what: string; minutes: number; isKept: boolean; tasks: readonly TaskNow[] };

function What({ residentId, first }: { residentId: string; first: string | null }) {
  const asked = useAsk(momentIdeasDocument, { residentId });
  const [minutes, setMinutes] = useState(USUAL);
  const [isAll, setAll] = useState(false);
  const [sought, setSought] = useState('');
  const [going, setGoing] = useState<Omit<Done, 'isKept'> | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const saving = useSafely(recordMomentDocument, ({ recordMoment }) => refusalIn(recordMoment), ({ state }) => setDone((before) => before ?? (going && { ...going, isKept: state === 'kept' })));
  const record = (activityId: string, what: string, tasks: readonly TaskNow[]) => {
    const next = { sessionId: ownId(), attendanceId: ownId(), what, minutes, tasks };
    setGoing(next);
    saving.tell({ input: { id: next.sessionId, attendanceId: next.attendanceId, residentId, activityId, minutes, endedAt: new Date().toISOString(), level: 'took part' } });
  };
  return (
    <Asked of={asked}>{({ resident, momentIdeas }) => {
      if (done) return <Said done={done} residentId={residentId} name={resident.preferredName} />;
      // What was suggested where they come from stands first.
      const ideas = momentIdeas.toSorted((a, b) => Number(b.activityId === first) - Number(a.activityId === first));
      const shown = isAll ? ideas.filter(({ name }) => holds(name, sought)) : ideas.slice(0, FIRST);
      return (
        <Page title={words.momentWith(resident.preferredName)} kicker={back} lead={<p>{words.momentWhat}</p>}>
          <Stack gap={4}>
            <div role="group" aria-label={words.momentLong} className={styles.long}>
              {LONG.map((each) => <button key={each} type="button" className={styles.minutes} aria-pressed={each === minutes} onClick={() => setMinutes(each)}>{words.minutes(each)}</button>)}
            </div>
            <RefusedNotice refused={saving.refused} />
            <Failed error={saving.error} />
            {isAll && <TextField label={words.find} type="search" value={sought} onValue={setSought} autoFocus />}
            {shown.length === 0 && <p>{words.nothingFound}</p>}
            <ul role="list" className={styles.things}>
              {shown.map((idea) => (
                <li key={idea.activityId}>
                  <button type="button" className={styles.thing} aria-disabled={saving.busy || undefined} onClick={saving.busy ? undefined : () => record(idea.activityId, idea.name, idea.tasks)}>
                    <Picture name={idea.picture} size="small" />
                    <span className={styles.thingWords}><span>{idea.name}</span>{idea.why && <span className={styles.why} data-why={idea.why}>{words.momentWhy[idea.why]}</span>}</span>
                  </button>
                </li>
              ))}
            </ul>
            {!isAll && momentIdeas.length > FIRST && <div><Button icon={<Search />} onClick={() => setAll(true)}>{words.momentMore}</Button></div>}
          </Stack>
        </Page>
      );
    }}</Asked>
  );
}

/** It is recorded; how they were is one more tap, for whoever wants to say. */
function Said({ done, residentId, name }: { done: Done; residentId: string; name: string }) {
  const [said, setSaid] = useState<{ id: string; mood: string } | null>(null);
  const saving = useSafely(recordDocument, ({ recordAttendances }) => refusalIn(recordAttendances), () => undefined);
  const say = (mood: string) => {
    const id = ownId();
    saving.tell({ sessionId: done.sessionId, entries: [{ id, residentId, level: 'took part', mood, engagement: null, leftEarly: false, help: null, note: null, correctsId: said?.id ?? done.attendanceId }], help: [], needs: [] });
    setSaid({ id, mood });
  };
  return (
    <Page title={done.isKept ? words.momentIsKept : words.momentIsSaved} kicker={back}>
      <Stack gap={5}>
        <p className={styles.saved} role="status"><CircleCheck aria-hidden="true" /> {words.momentSaved(done.minutes, done.what, name)}</p>
        <div role="group" aria-label={words.momentMood(name)} className={styles.moods}>
          <p aria-hidden="true">{words.momentMood(name)}</p>
          {MOODS.map((mood) => <button key={mood} type="button" className={styles.minutes} aria-pressed={said?.mood === mood} onClick={() => say(mood)}>{words.moods[mood]}</button>)}
        </div>
        {done.tasks.map((task) => <LadderNow key={task.id} task={task} legend={words.taskHelp(task.name)} where={{ sessionId: done.sessionId }} />)}
        <RefusedNotice refused={saving.refused} />
        <Failed error={saving.error} />
        <Row>
          <LinkButton href="/" kind="primary">{words.back}</LinkButton>
          {!done.isKept && <LinkButton href={`/sessions/${done.sessionId}`}>{words.momentAdd}</LinkButton>}
          <LinkButton href="/moments/new">{words.momentAgain}</LinkButton>
        </Row>
      </Stack>
    </Page>
  );
}
