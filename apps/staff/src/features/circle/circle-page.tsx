import type { ResultOf } from 'gql.tada';
import { ArrowLeft, KeyRound, Scale, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'wouter';
import { Asked } from '@promenade/ui/asked';
import { Button, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { Avatar } from '@promenade/ui/person-chip';
import { PersonTabs } from '@promenade/ui/person-tabs';
import { useAsk } from '@promenade/ui/query.ts';
import { Unseen } from '@promenade/ui/unseen';
import { inARow } from '@promenade/ui/words.ts';
import { useMay } from '../../app/me.ts';
import { AddSupporter } from './add-supporter.tsx';
import { circleDocument, circleSignInsDocument } from './circle.graphql.ts';
import styles from './circle.module.css';
import { RecordAuthority } from './record-authority.tsx';
import { KindButton } from './kind-button.tsx';
import { SharingDialog } from './sharing-dialog.tsx';
import { words } from './words.ts';

export type Circle = ResultOf<typeof circleDocument>['circle'];
export type Supporter = Circle['supporters'][number];
export type Kind = Supporter['sharing'][number];

/** Who is close to a resident, what each of them sees, and who decides what. */
export function CirclePage() {
  const { id = '' } = useParams();
  const asked = useAsk(circleDocument, { residentId: id });
  return <Asked of={asked}>{({ circle }) => <CircleView circle={circle} />}</Asked>;
}

type Opened = { what: 'add' } | { what: 'record' } | { what: 'sharing'; supporter: Supporter; kind: Kind } | null;

function CircleView({ circle }: { circle: Circle }) {
  const [opened, open] = useState<Opened>(null);
  const mayWrite = useMay('circle.write');
  const signIns = useAsk(circleSignInsDocument, undefined, { when: useMay('access.invite') });
  const uninvited = signIns.data?.whoCanSignIn.filter(({ hasSignIn }) => !hasSignIn).map(({ id }) => id) ?? [];
  const close = () => open(null);
  return (
    <Page
      title={words.title(circle.name)}
      kicker={
        <a href={`/people/${circle.residentId}`}>
          <ArrowLeft aria-hidden="true" /> {words.back(circle.name)}
        </a>
      }
      lead={words.lead(circle.name)}
      actions={
        mayWrite && (
          <Button icon={<UserPlus aria-hidden="true" />} onClick={() => open({ what: 'add' })}>
            {words.add}
          </Button>
        )
      }
    >
      <PersonTabs residentId={circle.residentId} current="circle" />
      <section className={styles.part}>
        <h2>{words.supporters}</h2>
        {circle.supporters.length === 0 && <EmptyState title={words.nobody(circle.name)}>{words.nobodyWhy}</EmptyState>}
        <Stack as="ul">
          {circle.supporters.map((supporter) => (
            <SupporterCard
              key={supporter.id}
              supporter={supporter}
              isToInvite={uninvited.includes(supporter.id)}
              onKind={mayWrite ? (kind) => open({ what: 'sharing', supporter, kind }) : null}
            />
          ))}
        </Stack>
      </section>
      <WhoDecides circle={circle} onRecord={mayWrite ? () => open({ what: 'record' }) : null} />
      {circle.past.length > 0 && (
        <details className={styles.past}>
          <summary>{words.past(circle.past.length)}</summary>
          <ul>
            {circle.past.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
      {opened?.what === 'sharing' && <SharingDialog circle={circle} supporter={opened.supporter} kind={opened.kind} onClose={close} />}
      {opened?.what === 'add' && <AddSupporter residentId={circle.residentId} onClose={close} />}
      {opened?.what === 'record' && <RecordAuthority circle={circle} onClose={close} />}
    </Page>
  );
}

function SupporterCard({ supporter, isToInvite, onKind }: { supporter: Supporter; isToInvite: boolean; onKind: ((kind: Kind) => void) | null }) {
  const reach = [supporter.relation, supporter.phone, supporter.email].filter(Boolean).join(' · ');
  return (
    <Card as="li" level={3} title={supporter.name} before={<Avatar id={supporter.id} name={supporter.name} />}>
      <p className={styles.soft}>{reach}</p>
      {supporter.decides.length > 0 && <p>{words.decides(inARow(supporter.decides))}</p>}
      <ul role="list" className={styles.kinds}>
        {supporter.sharing.map((kind) => (
          <li key={kind.kind}>
            <KindButton kind={kind} onTap={onKind && (() => onKind(kind))} />
          </li>
        ))}
      </ul>
      {isToInvite && (
        <div>
          <LinkButton href={`/sign-ins/${supporter.id}`} icon={<KeyRound aria-hidden="true" />}>
            {words.invite}
            <Unseen>{` ${supporter.name}`}</Unseen>
          </LinkButton>
        </div>
      )}
    </Card>
  );
}

function WhoDecides({ circle, onRecord }: { circle: Circle; onRecord: (() => void) | null }) {
  return (
    <section className={styles.part}>
      <h2>{words.whoDecides}</h2>
      <p className={styles.soft}>{words.whoDecidesWhy}</p>
      <Card as="div">
        <dl className={styles.areas}>
          {circle.whoDecides.map((each) => (
            <div key={each.area}>
              <dt>{each.area}</dt>
              <dd>{each.words}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <div className={styles.acts}>
        {onRecord && (
          <Button icon={<Scale aria-hidden="true" />} onClick={onRecord}>
            {words.record}
          </Button>
        )}
        <a href={`/people/${circle.residentId}/decisions`}>{words.toDecisions}</a>
      </div>
    </section>
  );
}
