import type { ResultOf } from 'gql.tada';
import { useParams } from 'wouter';
import { Asked } from '@promenade/ui/asked';
import { StateChip } from '@promenade/ui/badge';
import { Card } from '@promenade/ui/card';
import { Stack } from '@promenade/ui/layout';
import { NotFound } from '@promenade/ui/not-found';
import { useAsk } from '@promenade/ui/query.ts';
import { to } from '../../app/to.ts';
import { dayFrom } from '../../common/days.ts';
import styles from '../../common/lines.module.css';
import { stateOf, toneOf } from '../../common/looks.ts';
import { OfPerson } from '../../common/of-person.tsx';
import { Why } from '../../common/why.tsx';
import { promisesDocument } from './promises.graphql.ts';
import { words } from './words.ts';

type Person = ResultOf<typeof promisesDocument>['family']['people'][number];
type Promised = NonNullable<Person['promises']>[number];

/** Every promise: the open ones first; what is kept or let go is folded away below. */
export function PromisesPage() {
  const { id } = useParams();
  const asked = useAsk(promisesDocument);
  return (
    <Asked of={asked}>
      {({ family }) => {
        const person = family.people.find((each) => each.id === id);
        return person ? <PromisesView person={person} today={family.today} /> : <NotFound home={to('/')} />;
      }}
    </Asked>
  );
}

function PromisesView({ person, today }: { person: Person; today: string }) {
  const promises = person.promises ?? [];
  const open = promises.filter((promise) => promise.isOwed);
  const closed = promises.filter((promise) => !promise.isOwed);
  return (
    <OfPerson id={person.id} name={person.name} title={words.title(person.name)}>
      {person.promises === null ? <p>{words.notShared(person.name)}</p> : promises.length === 0 ? <p>{words.none(person.name)}</p> : (
        <section className={styles.part}>
          <h2>{words.owed}</h2>
          {open.length === 0 && <p>{words.owedNone}</p>}
          <List promises={open} today={today} />
        </section>
      )}
      {closed.length > 0 && (
        <details className={styles.more}>
          <summary>{words.closed(closed.length)}</summary>
          <List promises={closed} today={today} />
        </details>
      )}
    </OfPerson>
  );
}

function List({ promises, today }: { promises: readonly Promised[]; today: string }) {
  return (
    <Stack as="ul" gap={3}>
      {promises.map((promise) => (
        <Card key={promise.id} as="li" level={3} title={promise.words} href={to(`/promises/${promise.id}`)} tone={toneOf(promise.mark)}>
          <div><StateChip state={stateOf(promise.mark)} /></div>
          <p><strong>{promise.stateWords}</strong></p>
          {promise.dispute && <p>{promise.dispute.words}</p>}
          <Why promise={promise} />
          <p className={styles.soft}>{words.promisedBy(promise.madeBy, inside(dayFrom(today, promise.dueOn)))}</p>
        </Card>
      ))}
    </Stack>
  );
}

const inside = (words: string) => (/^(Today|Tomorrow|Yesterday)$/.test(words) ? words.toLowerCase() : words);
