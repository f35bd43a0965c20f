import type { ResultOf } from 'gql.tada';
import { sayWhen } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { LinkButton } from '@promenade/ui/button';
import { Row, Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { Unseen } from '@promenade/ui/unseen';
import { useMe } from '../../app/me.ts';
import { whoCanSignInDocument } from './access.graphql.ts';
import styles from './access.module.css';
import { words } from './words.ts';

export type Standing = ResultOf<typeof whoCanSignInDocument>['whoCanSignIn'][number];

/** Who of the home and of the circles has a sign-in; those without come first. */
export function SignInsPage() {
  const asked = useAsk(whoCanSignInDocument);
  return (
    <Page title={words.title} lead={words.lead} narrow>
      <Asked of={asked}>
        {({ whoCanSignIn }) => (
          <Stack gap={6}>
            <p><a href="/to-families">{words.toFamilies}</a></p>
            <Group title={words.colleagues} empty={words.nobodyColleagues} people={whoCanSignIn.filter(({ opens }) => opens === 'staff')} />
            <Group title={words.family} empty={words.nobodyFamily} people={whoCanSignIn.filter(({ opens }) => opens === 'family')} />
          </Stack>
        )}
      </Asked>
    </Page>
  );
}

function Group({ title, empty, people }: { title: string; empty: string; people: readonly Standing[] }) {
  return (
    <section>
      <h2>{title}</h2>
      {people.length === 0 ? <p>{empty}</p> : (
        <ul role="list">
          {people.map((person) => <Line key={person.id} person={person} />)}
        </ul>
      )}
    </section>
  );
}

function Line({ person }: { person: Standing }) {
  const { zone } = useMe().home;
  return (
    <li className={styles.line}>
      <span className={styles.who}>
        <strong>{person.name}</strong>
        <span className={styles.soft}>{person.about}</span>
      </span>
      {person.hasSignIn ? <span className={styles.soft}>{words.isIn(person.opens === 'staff' ? words.roles[person.role ?? ''] : undefined, person.email ?? '')}</span> : (
        <Row gap={3}>
          {person.invitedUntil && <Badge tone="calm">{words.invited(sayWhen(zone, new Date(person.invitedUntil)))}</Badge>}
          <LinkButton href={`/sign-ins/${person.id}`}>
            {person.invitedUntil ? words.inviteAgain : words.invite}
            <Unseen>{words.for(person.name)}</Unseen>
          </LinkButton>
        </Row>
      )}
    </li>
  );
}
