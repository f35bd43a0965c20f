import type { ResultOf } from 'gql.tada';
import { ArrowLeft, Plus, Repeat } from 'lucide-react';
import { useState } from 'react';
import { sayDay } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Badge, StateChip } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Choice } from '@promenade/ui/choice';
import { EmptyState } from '@promenade/ui/empty-state';
import { TextArea } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { Picture } from '@promenade/ui/picture';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMay } from '../../app/me.ts';
import { PromiseForm } from './promise-form.tsx';
import { chipOf, whoMayLetGo } from './promise.ts';
import styles from './promises.module.css';
import { endStandingDocument, standingDocument } from './standing.graphql.ts';
import { standingWords as say } from './standing-words.ts';
import { words } from './words.ts';

type Standing = ResultOf<typeof standingDocument>['standingPromises'][number];

/** So many days are shown at once; the others are behind a line. */
const SHOWN = 6;

/** What comes round for people, with its days. */
export function StandingPage() {
  const asked = useAsk(standingDocument);
  const [form, setForm] = useState<'new' | Standing | null>(null);
  const [mayMake, mayEnd] = [useMay('promise.make'), useMay('promise.release')];
  return (
    <Page narrow title={say.title} lead={say.lead} kicker={<a href="/promises"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>}
      actions={mayMake && <Button kind="primary" icon={<Plus />} onClick={() => setForm('new')}>{say.add}</Button>}>
      <Asked of={asked}>
        {({ standingPromises }) => standingPromises.length === 0 ? <EmptyState title={say.none} icon={<Repeat />}>{say.noneWhat}</EmptyState> : (
          <Stack gap={4} as="ul">
            {standingPromises.toSorted((a, b) => Number(a.end !== null) - Number(b.end !== null)).map((standing) => <One key={standing.id} standing={standing} onEnd={mayEnd ? () => setForm(standing) : null} />)}
          </Stack>
        )}
      </Asked>
      {form === 'new' && <PromiseForm onClose={() => setForm(null)} />}
      {form !== null && form !== 'new' && <EndStanding standing={form} onClose={() => setForm(null)} />}
    </Page>
  );
}

function One({ standing, onEnd }: { standing: Standing; onEnd: (() => void) | null }) {
  const { residentId, residentName, comesRound, since, madeByName, end, waitsBecause, days, picture } = standing;
  return (
    <Card as="li" before={<Picture name={picture ?? 'handshake'} size="small" />} title={<><a href={`/people/${residentId}`}>{residentName}</a>: {standing.words}</>} aside={end && <Badge>{say.over}</Badge>}>
      <p>{say.since(comesRound, since, madeByName)}</p>
      <p className={styles.soft}>{words.found}: {standing.found}</p>
      {waitsBecause && <p>{say.waits(residentName, waitsBecause)}</p>}
      {end && <p>{say.ended(end)}</p>}
      <h3>{say.days}</h3>
      {days.length === 0 ? <p className={styles.soft}>{say.noDays}</p> : <Days days={days.slice(0, SHOWN)} />}
      {days.length > SHOWN && <details><summary>{say.allDays(days.length)}</summary><Days days={days.slice(SHOWN)} /></details>}
      {onEnd && !end && <div><Button onClick={onEnd}>{say.end}</Button></div>}
    </Card>
  );
}

function Days({ days }: { days: Standing['days'] }) {
  return (
    <ul role="list" className={styles.dayList}>
      {days.map((day) => <li key={day.id}><a href={`/promises/${day.id}`}>{sayDay(day.dueOn)}</a> <StateChip state={chipOf(day)} /></li>)}
    </ul>
  );
}

/** Only the person, or whoever decides for them, lets go of it. */
function EndStanding({ standing, onClose }: { standing: Standing; onClose: () => void }) {
  const [whose, setWhose] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const tell = useTell(endStandingDocument, { onAnswer: ({ endStandingPromise: answer }) => {
    if (answer.__typename === 'Refused') return;
    onClose();
    toast();
  } });
  const supporter = standing.deciders.find(({ supporterId }) => supporterId === whose);
  const save = () => tell.mutate({ input: { standingId: standing.id, words: said, by: supporter ? 'a supporter' : (whose ?? ''), supporterId: supporter?.supporterId ?? null } });
  return (
    <FormSheet title={say.endTitle} save={words.saveEnd.released} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(tell.data?.endStandingPromise)} error={tell.error}>
      <p>{words.endLead} {say.endLead}</p>
      <Choice legend={words.whose} layout="list" value={whose} onValue={setWhose} options={whoMayLetGo(standing)} />
      <TextArea label={words.inTheirWords} rows={3} value={said} onValue={setSaid} dir="auto" />
    </FormSheet>
  );
}
