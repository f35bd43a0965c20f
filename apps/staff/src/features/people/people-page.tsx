import { CalendarCheck, FileUp, KeyRound, Sprout, Target, UserPlus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import type { ResultOf } from 'gql.tada';
import { wholeName } from '@promenade/domain/people/name';
import { Asked } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { TextField } from '@promenade/ui/field';
import { Grid, Row, Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { Avatar, portraitOf } from '@promenade/ui/person-chip';
import { useAsk } from '@promenade/ui/query.ts';
import { useMay } from '../../app/me.ts';
import { AddPerson } from './add-person.tsx';
import { peopleDocument } from './person.graphql.ts';
import styles from './people.module.css';
import { words } from './words.ts';

type Listed = ResultOf<typeof peopleDocument>['residents'][number];

/** Flags worth a glance in a list; the person's page has them all. */
const PRESSING = ['NOBODY', 'NO_NAMED_WORKER', 'NO_OUTCOME'];

/** Whether somebody belongs to what the list is narrowed to. */
function isShown(person: Listed, show: string): boolean {
  if (show === 'begun') return person.profileSteps.some(({ isDone }) => !isDone);
  return show === '' || person.missing.some(({ code }) => code === show);
}

export function PeoplePage() {
  const asked = useAsk(peopleDocument);
  const [isAdding, setAdding] = useState(false);
  const mayInvite = useMay('access.invite');
  const mayWrite = useMay('people.write');
  const add = mayWrite && <Button kind="primary" icon={<UserPlus />} onClick={() => setAdding(true)}>{words.arrival.add}</Button>;
  return (
    <Page title={words.people} lead={words.peopleLead} actions={<><LinkButton href="/progress" icon={<Sprout />}>{words.toProgress}</LinkButton><LinkButton href="/outcomes" icon={<Target />}>{words.toOutcomes}</LinkButton><LinkButton href="/reviews" icon={<CalendarCheck />}>{words.toReviews}</LinkButton>{mayInvite && <LinkButton href="/sign-ins" icon={<KeyRound />}>{words.signIns}</LinkButton>}{add}</>}>
      <Asked of={asked}>
        {({ residents }) => (residents.length === 0 ? (
          <EmptyState title={words.nobody} icon={<UsersRound />} actions={<LinkButton href="/import" icon={<FileUp />}>{words.importList}</LinkButton>}>
            {words.nobodyWhat}
          </EmptyState>
        ) : <Everyone residents={residents} />)}
      </Asked>
      {isAdding && <AddPerson onClose={() => setAdding(false)} />}
    </Page>
  );
}

/** Everybody, or those found by name or room, or those a record of whom lacks one thing. */
function Everyone({ residents }: { residents: readonly Listed[] }) {
  const [letters, setLetters] = useState('');
  const [show, setShow] = useState('');
  const wanted = letters.trim().toLowerCase();
  const found = residents.filter((each) => isShown(each, show) && `${each.preferredName} ${each.legalName} ${each.room ?? ''}`.toLowerCase().includes(wanted));
  const chips = [['', words.everyone] as const, ...Object.entries(words.shows)].map(([code, label]) => ({ code, label, number: residents.filter((each) => isShown(each, code)).length }));
  return (
    <Stack gap={5}>
      <div className={styles.find}>
        <TextField label={words.find} hint={words.findHint} type="search" value={letters} onValue={setLetters} autoComplete="off" />
        <div role="group" aria-label={words.show} className={styles.chips}>
          {chips.map(({ code, label, number }) => (
            <button key={code} type="button" className={styles.chip} aria-pressed={code === show} onClick={() => setShow(code)}>
              {label} <span className={styles.number}>{number}</span>
            </button>
          ))}
        </div>
      </div>
      {found.length === 0 ? <p role="status">{wanted === '' ? words.showsNobody : words.foundNobody}</p> : (
        <Grid as="ul" min={20}>
          {found.map((each) => <PersonCard key={each.id} person={each} />)}
        </Grid>
      )}
    </Stack>
  );
}

function PersonCard({ person }: { person: Listed }) {
  const flags = person.missing.filter(({ code }) => PRESSING.includes(code));
  const coming = person.today.slice(0, 3);
  const done = person.profileSteps.filter(({ isDone }) => isDone).length;
  const isBegun = done < person.profileSteps.length;
  return (
    <Card as="li" level={2} title={person.preferredName} href={`/people/${person.id}`} before={<Avatar id={person.id} name={wholeName(person)} photo={portraitOf(person.portrait)} />}
      aside={<span className={styles.room}>{person.room ? words.room(person.room) : words.noRoom}</span>}>
      {coming.length > 0 ? (
        <ul role="list" className={styles.coming}>
          {coming.map((each) => (
            <li key={`${each.from}${each.words}`}>
              <span className={styles.time}>{each.from}</span> {each.words}
            </li>
          ))}
        </ul>
      ) : <p className={styles.soft}>{words.nothingToday}</p>}
      <p className={styles.soft}>{person.namedWorker ? words.namedWorker(person.namedWorker.name) : words.noNamedWorker}</p>
      {(flags.length > 0 || person.shortStay || isBegun) && (
        <Row gap={2}>
          {person.shortStay && <Badge tone="calm">{words.shortStay}</Badge>}
          {isBegun && <Badge tone="quiet">{words.profileSays(done, person.profileSteps.length)}</Badge>}
          {flags.map(({ code }) => <Badge key={code} tone={code === 'NOBODY' || code === 'NO_NAMED_WORKER' ? 'missed' : 'owed'}>{words.flag[code] ?? code}</Badge>)}
        </Row>
      )}
    </Card>
  );
}
