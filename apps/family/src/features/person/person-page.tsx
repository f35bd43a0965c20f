import type { ResultOf } from 'gql.tada';
import { HeartHandshake } from 'lucide-react';
import { useParams } from 'wouter';
import { Asked } from '@promenade/ui/asked';
import { LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Stack } from '@promenade/ui/layout';
import { NotFound } from '@promenade/ui/not-found';
import { Page } from '@promenade/ui/page';
import { PersonChip } from '@promenade/ui/person-chip';
import { useAsk } from '@promenade/ui/query.ts';
import { to } from '../../app/to.ts';
import { Agenda } from './agenda.tsx';
import { Changed } from './changed.tsx';
import { familyDocument } from './family.graphql.ts';
import { Figures } from './figures.tsx';
import { Happenings } from './happenings.tsx';
import { Promises } from './promises.tsx';
import { words } from './words.ts';

export type FamilyPerson = ResultOf<typeof familyDocument>['family']['people'][number];

/** The start: the page of the one person somebody has here, or a choice of several. */
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
            </Page>
          );
        }
        return others.length === 0 ? <PersonView person={only} today={family.today} /> : <People people={family.people} />;
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
        return person ? <PersonView person={person} today={family.today} /> : <NotFound home={to('/')} />;
      }}
    </Asked>
  );
}

function People({ people }: { people: readonly FamilyPerson[] }) {
  return (
    <Page title={words.people} narrow>
      <Stack as="ul">
        {people.map((person) => (
          <Card key={person.id} as="li" title={person.name} href={to(`/people/${person.id}`)}>
            <p>{person.headline}</p>
          </Card>
        ))}
      </Stack>
    </Page>
  );
}

function PersonView({ person, today }: { person: FamilyPerson; today: string }) {
  const isAnythingShared = person.promises !== null || person.planned !== null || person.happened !== null;
  return (
    <Page narrow title={person.headline} kicker={<PersonChip id={person.id} name={person.name} />} lead={person.lead}>
      {person.changed && <Changed changed={person.changed} today={today} />}
      {person.promises && <Promises promises={person.promises} today={today} />}
      {person.planned && <Agenda planned={person.planned} today={today} />}
      {person.happened && <Happenings happened={person.happened} today={today} />}
      {person.figures && <Figures figures={person.figures} />}
      {isAnythingShared ? (
        person.notShared.map((sentence) => <p key={sentence}>{sentence}</p>)
      ) : (
        <EmptyState title={words.nobodyTitle}>{words.nobody}</EmptyState>
      )}
      <div>
        <LinkButton href={to(`/sharing/${person.id}`)} icon={<HeartHandshake aria-hidden="true" />}>
          {words.sharing(person.name, person.decidesSharing)}
        </LinkButton>
      </div>
    </Page>
  );
}
