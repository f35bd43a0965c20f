import { ArrowLeft, PenLine, Play, Printer } from 'lucide-react';
import { useState } from 'react';
import type { ResultOf } from 'gql.tada';
import { useParams } from 'wouter';
import { Asked } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Row, Stack } from '@promenade/ui/layout';
import { Notice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { Picture } from '@promenade/ui/picture';
import { useAsk } from '@promenade/ui/query.ts';
import { useMay } from '../../app/me.ts';
import { BringBack, NoteForm, Offered, RetireForm, StartForm } from './activity-forms.tsx';
import { Here, Love, Need, Notes, Versions } from './activity-parts.tsx';
import { ActivitySheet } from './activity-sheet.tsx';
import { entryDocument } from './library.graphql.ts';
import styles from './library.module.css';
import { words } from './words.ts';

export type Answer = ResultOf<typeof entryDocument>;
export type EntryPage = Answer['libraryEntry'];

/** One activity, to be read by somebody in their first week on the way to doing it. */
export function ActivityPage() {
  const { id } = useParams<{ id: string }>();
  return <Asked of={useAsk(entryDocument, { ref: id })}>{(answer) => <Activity {...answer} />}</Asked>;
}

type Open = 'start' | 'note' | 'retire' | null;

function Activity(answer: Answer) {
  const { libraryEntry: page } = answer;
  const { entry } = page;
  const [open, setOpen] = useState<Open>(null);
  const [mayWrite, mayOffer] = [useMay('library.write'), useMay('library.offer')];
  const close = () => setOpen(null);
  const { activityId } = entry;
  return (
    <>
      <div data-print="no">
        <Page
          title={entry.name}
          kicker={<a href="/library"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>}
          lead={entry.why}
          actions={
            <Row gap={2}>
              {entry.use === 'not yet' && mayOffer && <Button kind="primary" icon={<Play aria-hidden="true" />} onClick={() => setOpen('start')}>{words.start}</Button>}
              <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>{words.print}</Button>
              {activityId && mayWrite && <LinkButton href={`/library/${activityId}/change`} icon={<PenLine aria-hidden="true" />}>{words.changeIt}</LinkButton>}
            </Row>
          }
        >
          <Stack gap={5}>
            <div className={styles.glance}>
              <Picture name={entry.picture} size="large" />
              <Row gap={2}>
                {words.useBadges[entry.use] && <Badge tone={entry.use === 'retired' ? 'missed' : 'calm'}>{words.useBadges[entry.use]}</Badge>}
                {entry.own && <Badge tone="kept">{words.ours}</Badge>}
                {factsOf(page).map((fact) => <Badge key={fact}>{fact}</Badge>)}
              </Row>
            </div>
            {entry.use === 'retired' && <Notice kind="warning" actions={mayOffer && activityId && <BringBack id={activityId} />}>{words.retiredNotice}</Notice>}
            <div className={styles.columns}>
              <Stack gap={5}>
                <Card title={words.how}>
                  <ol role="list" className={styles.steps}>
                    {page.steps.map((step) => <li key={step}><span>{step}</span></li>)}
                  </ol>
                </Card>
                <Card title={words.adapt}>
                  <Lines of={Object.entries(words.styles).map(([style, label]) => [label, page.adapt[style as keyof typeof page.adapt]])} />
                </Card>
                {(page.goodDay || page.badDay) && <Card title={words.days}><Lines of={[[words.good, page.goodDay], [words.bad, page.badDay]]} /></Card>}
              </Stack>
              <Stack gap={5}>
                <Card title={words.watch} tone="owed">
                  <ul className={styles.plain}>{page.watchFor.map((risk) => <li key={risk}>{risk}</li>)}</ul>
                  <h3>{words.respect}</h3>
                  <p>{page.respect}</p>
                </Card>
                <Need {...answer} mayWrite={mayWrite} />
                <Love people={page.mightLove} />
                <Here page={page} />
                <Notes notes={page.notes} onAdd={activityId && mayWrite ? () => setOpen('note') : null} />
                {activityId && mayWrite && page.offered.length > 0 && <Offered id={activityId} offered={page.offered} />}
                <Versions versions={page.versions} onRetire={entry.use === 'used' && mayOffer ? () => setOpen('retire') : null} />
              </Stack>
            </div>
          </Stack>
          {open === 'start' && <StartForm {...answer} onClose={close} />}
          {open === 'note' && activityId && <NoteForm activityId={activityId} onClose={close} />}
          {open === 'retire' && activityId && <RetireForm id={activityId} namedBy={page.namedBy} onClose={close} />}
        </Page>
      </div>
      <ActivitySheet page={page} />
    </>
  );
}

/** What it is at a glance: where, how long, how many, at what cost. */
export function factsOf({ entry, baseStaff, atBedside, reach, seasons }: EntryPage): string[] {
  return [
    atBedside ? words.bedside : entry.setting === 'out' ? words.out : words.home, words.minutes(entry.minutes), words.people(entry.groupMin, entry.groupMax), words.staff(baseStaff), words.cost(entry.costPence),
    words.reaches[reach] ?? '', ...seasons.map((season) => words.seasons[season] ?? season),
  ].filter((fact) => fact !== '');
}

export function Lines({ of }: { of: readonly (readonly [label: string, text: string])[] }) {
  return (
    <dl className={styles.lines}>
      {of.filter(([, text]) => text !== '').map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
