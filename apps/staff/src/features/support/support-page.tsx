import type { ResultOf } from 'gql.tada';
import { ArrowLeft, Pencil } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { KNOWN_AFTER } from '@promenade/domain/people/introductions';
import { dayIn, sayDay } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Row, Stack } from '@promenade/ui/layout';
import { Notice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { PersonTabs } from '@promenade/ui/person-tabs';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { Unseen } from '@promenade/ui/unseen';
import { useMay, useMe } from '../../app/me.ts';
import { declineDocument, supportDocument } from './support.graphql.ts';
import { PhaseCard } from './phase-card.tsx';
import { SupportForm } from './support-form.tsx';
import styles from './support.module.css';
import { words } from './words.ts';

export type Support = ResultOf<typeof supportDocument>['support'];

/** What somebody needs at home and out, what can go wrong, who they know, and how it was before. */
export function SupportPage() {
  const { id = '' } = useParams();
  const asked = useAsk(supportDocument, { residentId: id });
  return <Asked of={asked}>{({ support, phase }) => <SupportView support={support} phase={phase} />}</Asked>;
}

function SupportView({ support, phase }: { support: Support; phase: ResultOf<typeof supportDocument>['phase'] }) {
  const [isOpen, setOpen] = useState(false);
  const mayWrite = useMay('people.write');
  const { name, residentId } = support;
  return (
    <Page
      title={words.title(name)}
      kicker={<a href={`/people/${residentId}`}><ArrowLeft aria-hidden="true" size="1em" /> {words.back(name)}</a>}
      lead={words.lead(name)}
      actions={mayWrite && <Button kind="primary" icon={<Pencil />} onClick={() => setOpen(true)}>{words.edit}</Button>}
    >
      <Stack gap={5}>
        <PersonTabs residentId={residentId} current="support" />
        <Card title={words.now}>
          <dl className={styles.facts}>
            <Line name={words.ratios}>{support.words}</Line>
            <Line name={words.wheelchairIs}>{words.wheelchair[support.wheelchair]}</Line>
            {support.transfers && <Line name={words.transfers}>{support.transfers}</Line>}
            {support.hoist && <Line name={words.hoist}>{support.hoist}</Line>}
            {support.bring && <Line name={words.bring}>{support.bring}</Line>}
            {support.communication && <Line name={words.talks}>{support.communication}</Line>}
            {support.style && <Line name={words.style}>{words.styles[support.style] ?? support.style}</Line>}
            <Line name={words.goesWrong}>{support.riskOut ?? words.noRisk}</Line>
            {support.riskDo && <Line name={words.thenDo}>{support.riskDo}</Line>}
          </dl>
        </Card>
        <PhaseCard phase={phase} mayWrite={mayWrite} />
        <Known support={support} mayWrite={mayWrite} />
        <Card title={words.avoids}>
          <p>{support.avoids.length === 0 ? words.avoidsNobody : support.avoids.map((each) => each.name).join(', ')}</p>
        </Card>
        <Versions support={support} />
      </Stack>
      {isOpen && <SupportForm support={support} onClose={() => setOpen(false)} />}
    </Page>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Known({ support, mayWrite }: { support: Support; mayWrite: boolean }) {
  const known = support.staff.filter(({ isKnown }) => isKnown);
  const others = support.staff.filter(({ isKnown }) => !isKnown);
  return (
    <Card title={words.knows}>
      <p className={styles.soft}>{words.knowsLead(KNOWN_AFTER)}</p>
      {support.oneToOne && <Notice>{words.oneToOne(support.name)}</Notice>}
      {known.length === 0 && <p>{words.nobodyKnown(support.name)}</p>}
      <ul role="list" className={styles.people}>{known.map((each) => <Person key={each.staffId} person={each} support={support} mayWrite={mayWrite} />)}</ul>
      {others.length > 0 && (
        <details className={styles.more}>
          <summary>{words.toIntroduce} ({others.length})</summary>
          <ul role="list" className={styles.people}>{others.map((each) => <Person key={each.staffId} person={each} support={support} mayWrite={mayWrite} />)}</ul>
        </details>
      )}
    </Card>
  );
}

function Person({ person, support, mayWrite }: { person: Support['staff'][number]; support: Support; mayWrite: boolean }) {
  const tell = useTell(declineDocument, { refresh: [supportDocument] });
  const declines = person.stance === 'declines';
  return (
    <li>
      <span className={styles.who}>{person.name}</span>
      <span><Badge tone={person.isKnown ? 'kept' : 'owed'}>{person.words}</Badge></span>
      <span className={styles.soft}>{words.times(person.together)}</span>
      {person.stance && <span>{declines ? words.declines : words.prefers}</span>}
      {mayWrite && (
        <Row>
          <Button kind="plain" busy={tell.isPending} onClick={() => tell.mutate({ residentId: support.residentId, staffId: person.staffId, declines: !declines })}>
            {declines ? words.noMind : words.mind}
            <Unseen>{`: ${person.name}`}</Unseen>
          </Button>
        </Row>
      )}
    </li>
  );
}

function Versions({ support: { versions } }: { support: Support }) {
  const { home: { zone } } = useMe();
  if (versions.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>{words.versions}</summary>
      <ul role="list" className={styles.lines}>
        {versions.map((each) => (
          <li key={each.id}>
            <p className={styles.who}>{words.wrote(each.recordedByName, sayDay(dayIn(zone, new Date(each.recordedAt))))}</p>
            <p>{each.words}</p>
            {each.why && <p>{words.why}: {each.why}</p>}
            {each.changes.map((line) => <p key={line} className={styles.soft}>{line}</p>)}
          </li>
        ))}
      </ul>
    </details>
  );
}
