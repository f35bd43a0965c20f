import type { ResultOf } from 'gql.tada';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { useParams } from 'wouter';
import { sayDay } from '@promenade/domain/shared/time';
import { Asked, Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { DateField, Select, TextArea, TimeField } from '@promenade/ui/field';
import { Row, Stack } from '@promenade/ui/layout';
import { Notice, RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import { dayFrom } from '../../common/days.ts';
import styles from '../../common/lines.module.css';
import { OfPerson } from '../../common/of-person.tsx';
import { callOffDocument, sayVisitDocument, visitsDocument } from './visits.graphql.ts';
import { words } from './words.ts';

type Visits = ResultOf<typeof visitsDocument>['visitsOfMine'];
type Visit = Visits['visits'][number];

/** Say when one comes, change it, call it off. */
export function VisitsPage() {
  const { id = '' } = useParams();
  const asked = useAsk(visitsDocument, { residentId: id });
  return <Asked of={asked}>{({ visitsOfMine }) => <View of={visitsOfMine} />}</Asked>;
}

function View({ of }: { of: Visits }) {
  const [changing, setChanging] = useState<string | null>(null);
  if (of.isGone) return <OfPerson id={of.personId} name={of.person} title={words.title(of.person)}><p>{words.gone(of.person)}</p></OfPerson>;
  return (
    <OfPerson id={of.personId} name={of.person} title={words.title(of.person)} lead={words.lead}>
      <section className={styles.part}>
        <h2>{words.mine}</h2>
        {of.visits.length === 0 ? <p>{words.none}</p> : (
          <Stack as="ul">
            {of.visits.map((visit) => changing === visit.id
              ? <Card key={visit.id} as="li" level={3} title={words.changeTitle}><VisitForm of={of} visit={visit} onDone={() => setChanging(null)} /></Card>
              : <OneVisit key={visit.id} visit={visit} today={of.today} onChange={() => setChanging(visit.id)} />)}
          </Stack>
        )}
      </section>
      <Card title={words.newTitle}><VisitForm key={of.visits.length} of={of} visit={null} onDone={null} /></Card>
      {!of.seesPlan && <p className={styles.soft}>{words.noPlan(of.person)}</p>}
    </OfPerson>
  );
}

function OneVisit({ visit, today, onChange }: { visit: Visit; today: string; onChange: () => void }) {
  const tell = useTell(callOffDocument, { onAnswer: ({ answer }) => { if (answer.__typename !== 'Refused') toast(words.calledOff); } });
  const [next] = visit.next;
  const isOften = visit.repeats !== 'once';
  const off = (day: string | null) => tell.mutate({ input: { id: ownId(), visitId: visit.id, day } });
  return (
    <Card as="li" level={3} title={visit.when} tone={visit.next.some(({ meets }) => meets.length > 0) ? 'owed' : undefined}>
      {visit.words && <p>{visit.words}</p>}
      {isOften && next && <p>{words.next} {visit.next.map(({ day }) => dayFrom(today, day)).join(', ')}.</p>}
      {visit.next.filter(({ meets }) => meets.length > 0).map(({ day, meets }) => (
        <Notice key={day} kind="warning" title={isOften ? dayFrom(today, day) : undefined} reasons={meets} />
      ))}
      <RefusedNotice refused={refusalIn(tell.data?.answer)} title={null} />
      <Failed error={tell.error} />
      <div className={styles.actions}>
        <Button aria-label={words.changeAbout(visit.when)} onClick={onChange}>{words.change}</Button>
        {isOften && next && <Button busy={tell.isPending} onClick={() => off(next.day)}>{words.notThatDay(sayDay(next.day))}</Button>}
        <Button busy={tell.isPending} aria-label={words.callOffAbout(visit.when)} onClick={() => off(null)}>{words.callOff}</Button>
      </div>
    </Card>
  );
}

function VisitForm({ of, visit, onDone }: { of: Visits; visit: Visit | null; onDone: (() => void) | null }) {
  const [id, setId] = useState(ownId);
  const [draft, setDraft] = useState({ day: visit?.next[0]?.day ?? '', from: visit?.from ?? '14:00', to: visit?.to ?? '16:00', repeats: visit?.repeats ?? 'once', until: visit?.until ?? '', words: visit?.words ?? '' });
  const tell = useTell(sayVisitDocument, {
    onAnswer: ({ answer }) => {
      if (answer.__typename !== 'FamilyVisits') return;
      toast(words.saved);
      setId(ownId());
      onDone?.();
    },
  });
  function save(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    tell.mutate({ input: { id, residentId: of.personId, visitId: visit?.id ?? null, ...draft, until: draft.until || null } });
  }
  return (
    <form className={styles.form} onSubmit={save}>
      <DateField label={words.day} required min={of.today} value={draft.day} onValue={(day) => setDraft({ ...draft, day })} />
      <Row gap={4}>
        <TimeField label={words.from} required value={draft.from} onValue={(from) => setDraft({ ...draft, from })} />
        <TimeField label={words.to} required value={draft.to} onValue={(toTime) => setDraft({ ...draft, to: toTime })} />
      </Row>
      <Select label={words.repeats} value={draft.repeats} onValue={(repeats) => setDraft({ ...draft, repeats })} options={Object.entries(words.options).map(([value, label]) => ({ value, label }))} />
      {draft.repeats !== 'once' && <DateField label={words.until} hint={words.untilHint} optional min={draft.day || of.today} value={draft.until} onValue={(until) => setDraft({ ...draft, until })} />}
      <TextArea label={words.about} hint={words.aboutHint} optional rows={2} maxLength={500} value={draft.words} onValue={(text) => setDraft({ ...draft, words: text })} />
      <RefusedNotice refused={refusalIn(tell.data?.answer)} title={null} />
      <Failed error={tell.error} />
      <div className={styles.actions}>
        {onDone && <Button onClick={onDone}>{shared.cancel}</Button>}
        <Button kind="primary" type="submit" busy={tell.isPending}>{words.save}</Button>
      </div>
    </form>
  );
}
