import type { ResultOf } from 'gql.tada';
import { useParams } from 'wouter';
import { Asked } from '@promenade/ui/asked';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Stack } from '@promenade/ui/layout';
import { NotFound } from '@promenade/ui/not-found';
import { Page } from '@promenade/ui/page';
import { PersonChip } from '@promenade/ui/person-chip';
import { useAsk } from '@promenade/ui/query.ts';
import { to } from '../../app/to.ts';
import { onDay } from '../../common/days.ts';
import { NotShared } from '../../common/of-person.tsx';
import { Asking, Changed, Latest, StillOpen, Today } from './at-a-glance.tsx';
import { familyDocument } from './family.graphql.ts';
import { Ways } from './ways.tsx';
import { words } from './words.ts';

type Family = ResultOf<typeof familyDocument>['family'];
export type FamilyPerson = Family['people'][number];

/** The start: what matters today of the one person somebody has here, or a choice of several. */
export function StartPage() {
  const asked = useAsk(familyDocument);
  return (
    <Asked of={asked}>
      {({ family }) => {
        const [only, ...others] = family.people;
        if (!only) {
          return (
            <Page title={words.nobodyTitle} narrow>
              <p>{words.nobody}</p>
              <Stopped family={family} />
            </Page>
          );
        }
        return others.length === 0 ? <PersonView person={only} family={family} /> : <People family={family} />;
      }}
    </Asked>
  );
}

/** One of several people. */
export function PersonPage() {
  const { id } = useParams();
  const asked = useAsk(familyDocument);
  return (
    <Asked of={asked}>
      {({ family }) => {
        const person = family.people.find((each) => each.id === id);
        return person ? <PersonView person={person} family={family} /> : <NotFound home={to('/')} />;
      }}
    </Asked>
  );
}

function People({ family }: { family: Family }) {
  return (
    <Page title={words.people} narrow>
      <Stack as="ul">
        {family.people.map((person) => (
          <Card key={person.id} as="li" title={person.name} href={to(`/people/${person.id}`)}>
            <p>{person.headline}</p>
            {person.lead && <p>{person.lead}</p>}
          </Card>
        ))}
      </Stack>
      <Stopped family={family} />
    </Page>
  );
}

function PersonView({ person, family }: { person: FamilyPerson; family: Family }) {
  const { today } = family;
  const isAnythingShared = person.promises !== null || person.planned !== null || person.happened !== null || person.seesProgress;
  return (
    <Page narrow title={person.headline} kicker={<PersonChip id={person.id} name={person.name} />} lead={person.lead}>
      {!person.isGone && <Today person={person} today={today} />}
      {person.changed && <Changed changed={person.changed} today={today} personId={person.id} />}
      {person.promises && !person.isGone && <StillOpen promises={person.promises} personId={person.id} />}
      <Asking asks={person.asks} personId={person.id} />
      {person.happened && <Latest happened={person.happened} today={today} />}
      {!isAnythingShared && !person.isGone && <EmptyState title={words.nobodyTitle}>{words.nobody}</EmptyState>}
      <Ways person={person} />
      {isAnythingShared && <NotShared sentences={person.notShared} />}
      <Stopped family={family} />
    </Page>
  );
}

/** Said plainly, without saying whose it was. */
function Stopped({ family: { stopped, today } }: { family: Family }) {
  return stopped.map((day) => <p key={day}>{words.stopped(onDay(today, day))}</p>);
}
