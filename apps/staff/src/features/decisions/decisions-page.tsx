import type { ResultOf } from 'gql.tada';
import { ArrowLeft, Ear, HeartHandshake, Scale } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'wouter';
import { dayIn, sayDay } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Row, Stack } from '@promenade/ui/layout';
import { Notice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { PersonTabs } from '@promenade/ui/person-tabs';
import { useAsk } from '@promenade/ui/query.ts';
import { useMay, useMe } from '../../app/me.ts';
import { BestInterestsForm, CapacityForm } from './capacity-forms.tsx';
import { decidingDocument } from './decisions.graphql.ts';
import { DecideForm, HearForm, MediaForm, StandInForm } from './decide-forms.tsx';
import styles from './decisions.module.css';
import { MoneyToLookAt } from './money.tsx';
import { StatusCard } from './status.tsx';
import { words } from './words.ts';

export type Deciding = ResultOf<typeof decidingDocument>['deciding'];
type Area = Deciding['areas'][number];
type Opened = { form: 'decide' | 'hear' | 'capacity' | 'best' | 'stand-in' } | { form: 'media'; kind: string };

/** Area by area: who decides, by what right, seen by whom, until when; what was decided, and who was heard. */
export function DecisionsPage() {
  const { id = '' } = useParams();
  const asked = useAsk(decidingDocument, { residentId: id });
  return <Asked of={asked}>{({ deciding }) => <DecidingView deciding={deciding} />}</Asked>;
}

function DecidingView({ deciding }: { deciding: Deciding }) {
  const [opened, open] = useState<Opened | null>(null);
  const mayRecord = useMay('decision.record');
  const mayBest = useMay('authority.write');
  const mayStandIn = useMay('circle.write');
  const close = () => open(null);
  const { name, residentId } = deciding;
  return (
    <Page
      title={words.title(name)}
      kicker={<a href={`/people/${residentId}`}><ArrowLeft aria-hidden="true" size="1em" /> {words.back(name)}</a>}
      lead={words.lead(name)}
      actions={mayRecord && (
        <>
          <Button kind="primary" icon={<Scale />} onClick={() => open({ form: 'decide' })}>{words.decide}</Button>
          <Button icon={<Ear />} onClick={() => open({ form: 'hear' })}>{words.hear}</Button>
        </>
      )}
    >
      <Stack gap={5}>
        <PersonTabs residentId={residentId} current="decisions" />
        {deciding.soon.length > 0 && <Notice kind="warning" title={words.soon} reasons={deciding.soon} />}
        {deciding.circle.length === 0 && <Alone deciding={deciding} onStandIn={mayStandIn ? () => open({ form: 'stand-in' }) : null} />}
        <Principles deciding={deciding} />
        <section>
          <Stack gap={4}>
            <h2>{words.areas}</h2>
            <div className={styles.areas}>{deciding.areas.map((area) => <AreaCard key={area.area} area={area} />)}</div>
            <Row>
              {mayRecord && <Button icon={<HeartHandshake />} onClick={() => open({ form: 'capacity' })}>{words.capacity}</Button>}
              {mayBest && <Button onClick={() => open({ form: 'best' })}>{words.best}</Button>}
              <a href={`/people/${residentId}/circle`}>{words.toCircle}</a>
            </Row>
          </Stack>
        </section>
        <Media deciding={deciding} onAsk={mayRecord ? (kind) => open({ form: 'media', kind }) : null} />
        <Decided deciding={deciding} />
        <HeardViews deciding={deciding} />
        {mayBest && <MoneyToLookAt />}
        <StatusCard residentId={residentId} />
        {deciding.before.length > 0 && (
          <details className={styles.more}>
            <summary>{words.history}</summary>
            <ul className={styles.bullets}>{deciding.before.map((line) => <li key={line}>{line}</li>)}</ul>
          </details>
        )}
      </Stack>
      {opened?.form === 'decide' && <DecideForm deciding={deciding} onClose={close} />}
      {opened?.form === 'hear' && <HearForm deciding={deciding} onClose={close} />}
      {opened?.form === 'capacity' && <CapacityForm deciding={deciding} onClose={close} />}
      {opened?.form === 'best' && <BestInterestsForm deciding={deciding} onClose={close} />}
      {opened?.form === 'media' && <MediaForm deciding={deciding} kind={opened.kind} onClose={close} />}
      {opened?.form === 'stand-in' && <StandInForm deciding={deciding} onClose={close} />}
    </Page>
  );
}

function Alone({ deciding, onStandIn }: { deciding: Deciding; onStandIn: (() => void) | null }) {
  const { standIns, name } = deciding;
  if (standIns.length > 0) return <Notice reasons={standIns.map((each) => words.standsIn(each.name, each.kind))} title={words.nobody(name)} />;
  return <Notice kind="warning" title={words.nobody(name)} actions={onStandIn && <Button onClick={onStandIn}>{words.standIn}</Button>}>{words.nobodyWhat}</Notice>;
}

function Principles({ deciding }: { deciding: Deciding }) {
  return (
    <Card title={words.principles}>
      <ol role="list" className={styles.principles}>
        {deciding.principles.map(({ code, name, words: says }) => (
          <li key={code}>
            <strong>{name}</strong>
            <br />
            <span className={styles.soft}>{says}</span>
          </li>
        ))}
      </ol>
      <p className={styles.note}>{deciding.nextOfKin} {deciding.neverForAnother}</p>
    </Card>
  );
}

function AreaCard({ area: { area, words: says, rights, capacity } }: { area: Area }) {
  const latest = capacity.filter(({ stands }) => stands);
  const earlier = capacity.filter(({ stands }) => !stands);
  return (
    <Card level={3} title={<span className={styles.title}>{area}</span>}>
      <p className={styles.says}>{says}</p>
      <ul role="list" className={styles.lines}>
        {rights.map((right) => (
          <li key={right.id}>
            <p className={styles.right}>
              <Badge tone={right.stands ? 'kept' : 'missed'}>{right.stands ? words.stands : words.standsNot}</Badge> <span>{right.words}</span>
            </p>
            <p className={styles.soft}>{right.standing}</p>
            {right.steps.length > 0 && (
              <details className={styles.more}>
                <summary>{words.how}</summary>
                <ul className={styles.bullets}>{right.steps.map((step) => <li key={step}>{step}</li>)}</ul>
              </details>
            )}
          </li>
        ))}
        {latest.map((view) => (
          <li key={view.id}>
            <p className={styles.right}><Badge tone={view.able ? 'kept' : 'owed'}>{view.able ? words.able : words.unable}</Badge> <span>{view.words}</span></p>
            {view.helpTried && <p className={styles.soft}>{words.helped} {view.helpTried}</p>}
            <p className={styles.soft}>{words.found} {view.why}</p>
          </li>
        ))}
      </ul>
      {earlier.length > 0 && (
        <details className={styles.more}>
          <summary>{words.formerly}</summary>
          <ul className={styles.bullets}>{earlier.map((view) => <li key={view.id}>{view.words}</li>)}</ul>
        </details>
      )}
    </Card>
  );
}

function Media({ deciding, onAsk }: { deciding: Deciding; onAsk: ((kind: string) => void) | null }) {
  return (
    <Card title={words.media}>
      <ul role="list" className={styles.lines}>
        {deciding.media.map(({ kind, answer, condition, decidedBy, before }) => (
          <li key={kind}>
            <p className={styles.right}>
              <strong>{words.mediaKinds[kind]}</strong> <Badge tone={answer === 'yes' ? 'kept' : answer === 'no' ? 'missed' : 'owed'}>{words.answers[answer] ?? answer}</Badge> {condition && <span>{condition}</span>}
            </p>
            {decidedBy && <p className={styles.soft}>{decidedBy}</p>}
            {before.length > 0 && (
              <details className={styles.more}>
                <summary>{words.before}</summary>
                <ul className={styles.bullets}>{before.map((line) => <li key={line}>{line}</li>)}</ul>
              </details>
            )}
            {onAsk && <Row><Button onClick={() => onAsk(kind)}>{words.askAgain}: {words.mediaKinds[kind]?.toLowerCase()}</Button></Row>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Decided({ deciding: { decisions } }: { deciding: Deciding }) {
  const { home: { zone } } = useMe();
  return (
    <Card title={words.decisions}>
      {decisions.length === 0 && <p className={styles.soft}>{words.noDecisions}</p>}
      <ul role="list" className={styles.lines}>
        {decisions.map((each) => (
          <li key={each.id}>
            <p className={styles.what}>{each.what}</p>
            <p>{each.decidedBy}, {each.rightWords}: “{each.said}”</p>
            {each.heard.map((view) => <p key={view.id} className={styles.soft}>{words.heardWith(view.whose, view.words)}</p>)}
            {each.secondLook && <p className={styles.soft}>{each.secondLook}</p>}
            <p className={styles.soft}>{words.wrote(each.recordedByName, sayDay(dayIn(zone, new Date(each.recordedAt))))}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function HeardViews({ deciding: { heard } }: { deciding: Deciding }) {
  const { home: { zone } } = useMe();
  return (
    <Card title={words.heard}>
      <p className={styles.soft}>{heard.length === 0 ? words.noHeard : words.heardWhy}</p>
      <ul role="list" className={styles.lines}>
        {heard.map((each) => (
          <li key={each.id}>
            <p><strong>{each.whose}</strong>, {each.about}: “{each.words}”</p>
            {each.whyNot && <p className={styles.soft}>{words.didNotDecide} {each.whyNot}</p>}
            <p className={styles.soft}>{words.wrote(each.recordedByName, sayDay(dayIn(zone, new Date(each.recordedAt))))}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
