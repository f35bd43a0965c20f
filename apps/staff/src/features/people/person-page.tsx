import { ArrowLeft, CalendarX, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { wholeName } from '@promenade/domain/people/name';
import { sayDay } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Button, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Row, Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { Avatar, portraitOf } from '@promenade/ui/person-chip';
import { PersonTabs } from '@promenade/ui/person-tabs';
import { useAsk } from '@promenade/ui/query.ts';
import { inARow } from '@promenade/ui/words.ts';
import { useMay } from '../../app/me.ts';
import { Lead } from './lead.tsx';
import { FactForm, InterestForm, OutcomeForm, WishForm } from './life-forms.tsx';
import { LifeStory } from './life-story.tsx';
import { personDocument } from './person.graphql.ts';
import type { Opened, Person, PersonAnswer } from './person.ts';
import styles from './people.module.css';
import { RoutineForm } from './routine-form.tsx';
import { Routines } from './routines.tsx';
import { BasicsForm, SupportForm } from './support-forms.tsx';
import { words } from './words.ts';

/** Who somebody is, to be taken in at a glance; then what lies behind it. */
export function PersonPage() {
  const { id } = useParams<{ id: string }>();
  const asked = useAsk(personDocument, { id });
  return <Asked of={asked}>{(answer) => <Profile answer={answer} />}</Asked>;
}

/** With fewer steps done than this there is little to glance at, and what to find out comes first. */
const LITTLE = 4;

function Profile({ answer }: { answer: PersonAnswer }) {
  const { resident } = answer;
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const mayWrite = useMay('people.write');
  // Settled on arrival, so that nothing changes places while somebody goes from step to step.
  const [leadsFirst] = useState(() => resident.profileSteps.filter(({ isDone }) => isDone).length < LITTLE);
  return (
    <Page
      title={resident.preferredName}
      kicker={<a href="/people"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>}
      lead={[resident.legalName, ...(resident.pronouns ? [resident.pronouns] : []), resident.room ? words.room(resident.room) : words.noRoom, resident.namedWorker ? words.namedWorker(resident.namedWorker.name) : words.noNamedWorker].join(' · ')}
      actions={
        <>
          <LinkButton href={`/changes?resident=${resident.id}`} icon={<CalendarX />}>{words.cannotCome}</LinkButton>
          <Button icon={<Pencil />} onClick={() => setOpened({ form: 'basics' })}>{words.editBasics}</Button>
        </>
      }
    >
      <Stack gap={5}>
        <PersonTabs residentId={resident.id} current="glance" />
        {mayWrite && leadsFirst && <Lead person={resident} />}
        <Glance person={resident} open={setOpened} />
        {mayWrite && !leadsFirst && <Lead person={resident} />}
        <MissingThings person={resident} open={setOpened} />
        <div className={styles.columns}>
          <Stack gap={5}>
            <div id="routines"><Routines person={resident} open={setOpened} /></div>
            <div id="outcomes"><Outcomes person={resident} open={setOpened} /></div>
            <div id="wishes"><Wishes answer={answer} open={setOpened} /></div>
            <CircleCard answer={answer} />
          </Stack>
          <Stack gap={5}>
            <LifeStory person={resident} open={setOpened} />
          </Stack>
        </div>
      </Stack>
      {opened?.form === 'fact' && <FactForm person={resident} onClose={close} />}
      {opened?.form === 'routine' && <RoutineForm person={resident} fact={opened.fact ?? null} onClose={close} />}
      {opened?.form === 'interest' && <InterestForm person={resident} fact={opened.fact ?? null} onClose={close} />}
      {opened?.form === 'wish' && <WishForm person={resident} fact={opened.fact ?? null} onClose={close} />}
      {opened?.form === 'outcome' && <OutcomeForm person={resident} onClose={close} />}
      {opened?.form === 'support' && <SupportForm person={resident} onClose={close} />}
      {opened?.form === 'basics' && <BasicsForm person={resident} onClose={close} />}
    </Page>
  );
}

type Opening = { person: Person; open: (what: Opened) => void };

/** Four seconds: what matters most, support, how they move and talk, what can go wrong out, what to leave alone, and today. */
function Glance({ person, open }: Opening) {
  return (
    <Card title={words.atAGlance} before={<Avatar id={person.id} name={wholeName(person)} photo={portraitOf(person.portrait)} size="large" />}
      aside={<Button icon={<Pencil />} onClick={() => open({ form: 'support' })}>{words.editSupport}</Button>}>
      {person.mattersMost && (
        <div className={styles.most}>
          <h3 className={styles.mostTitle}>{words.mattersMost}</h3>
          <p className={styles.mostWords}>{person.mattersMost}</p>
        </div>
      )}
      <dl className={styles.facts}>
        <Line name={words.support}>{person.profileSteps.some(({ code, isDone }) => code === 'SUPPORT' && !isDone) ? words.supportUnsaid(person.supportWords) : person.supportWords}</Line>
        <Line name={words.moves}>{[words.wheelchair[person.wheelchair] ?? '', person.mobility ?? '', person.transfers ? words.transfers(person.transfers) : ''].filter((part) => part !== '').join('. ')}</Line>
        {person.communication && <Line name={words.talks}>{person.communication}</Line>}
        {person.languages && person.languages.length > 0 && <Line name={words.basics.languages}>{inARow(person.languages)}</Line>}
        {person.riskOut ? (
          <>
            <Line name={`${words.goingOut}: ${words.canGoWrong.toLowerCase()}`}>{person.riskOut}</Line>
            {person.riskDo && <Line name={words.thenDo}>{person.riskDo}</Line>}
          </>
        ) : <Line name={words.goingOut}>{words.noRisk}</Line>}
        {person.pleaseNote && <Line name={words.please}>{person.pleaseNote}</Line>}
        {person.topicsToAvoid.map((topic) => <Line key={topic.id} name={words.avoid}>{topic.words}. {topic.instead}</Line>)}
      </dl>
      <h3>{words.today}</h3>
      {person.today.length === 0 ? <p className={styles.soft}>{words.nothingToday}</p> : (
        <ul role="list" className={styles.coming}>
          {person.today.map((each) => (
            <li key={`${each.from}${each.words}`}>
              <span className={styles.time}>{each.from}</span> <strong>{each.words}</strong>
              {each.because && <>, <span className={styles.because}>{each.because}</span></>}
            </li>
          ))}
        </ul>
      )}
    </Card>
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

const OPENS: Record<string, Opened['form']> = {
  NO_NAMED_WORKER: 'basics', NO_OUTCOME: 'outcome', NO_LIFE_STORY: 'fact', NO_ROUTINE: 'routine', NO_RISK: 'support', NOT_ASKED_PHOTOS: 'basics', NO_BIRTHDAY: 'basics', NO_ROOM: 'basics',
};

/** What the lead above asks about is not listed a second time. */
const LED = ['NO_OUTCOME', 'NO_LIFE_STORY', 'NO_ROUTINE', 'NO_RISK'];

function MissingThings({ person, open }: Opening) {
  const [all, setAll] = useState(false);
  const isLed = person.profileSteps.some(({ isDone }) => !isDone);
  const missing = person.missing.filter(({ code }) => !(isLed && LED.includes(code)));
  if (missing.length === 0) return null;
  const shown = all ? missing : missing.slice(0, 3);
  const rest = missing.length - shown.length;
  return (
    <Card title={words.missing} tone="owed">
      <p className={styles.soft}>{words.missingLead}</p>
      <ul role="list" className={styles.lines}>
        {shown.map((each) => {
          const form = OPENS[each.code];
          return (
            <li key={each.code}>
              <div className={styles.missing}>
                <p>{each.words}</p>
                {form ? <Button onClick={() => open({ form })}>{words.doIt[each.code]}</Button>
                  : <LinkButton href={each.code === 'FACTS_UNUSED' ? '#life-story' : '#circle'}>{words.doIt[each.code]}</LinkButton>}
              </div>
            </li>
          );
        })}
      </ul>
      {rest > 0 && <Row><Button kind="plain" onClick={() => setAll(true)}>{words.moreMissing(rest)}</Button></Row>}
    </Card>
  );
}

function Outcomes({ person, open }: Opening) {
  return (
    <Card title={words.outcomes} aside={<Button icon={<Plus />} onClick={() => open({ form: 'outcome' })}>{words.addOutcome}</Button>}>
      {person.outcomes.length === 0 ? <p className={styles.soft}>{words.noOutcomes}</p> : (
        <ul role="list" className={styles.lines}>
          {person.outcomes.map((each) => (
            <li key={each.id}>
              <p className={styles.quote}>{each.words}</p>
              <p>{each.why}</p>
              {(each.measure || each.byDate) && <p className={styles.soft}>{[each.measure ? `${words.measure} ${each.measure}` : '', each.byDate ? words.by(sayDay(each.byDate)) : ''].filter((part) => part !== '').join(', ')}</p>}
            </li>
          ))}
        </ul>
      )}
      {person.interests.length > 0 && (
        <>
          <h3>{words.interests}</h3>
          <ul role="list" className={styles.likes}>
            {person.interests.map((each) => (
              <li key={each.id}>
                <a href={`/library/${each.activity.id}`}>{each.activity.name}</a>
                <span className={styles.soft}>: {each.because}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Wishes({ answer, open }: { answer: PersonAnswer; open: (what: Opened) => void }) {
  return (
    <Card title={words.wishes} aside={<Button icon={<Plus />} onClick={() => open({ form: 'wish' })}>{words.wish.title}</Button>}>
      {answer.openWishes.length === 0 ? <p className={styles.soft}>{words.noWishes}</p> : (
        <>
          <ul role="list" className={styles.lines}>
            {answer.openWishes.map((wish) => (
              <li key={wish.id}>
                <p className={styles.what}>{wish.words}</p>
                <p className={styles.soft}>{words.wishBy(wish.raisedBy)}</p>
              </li>
            ))}
          </ul>
          <Row><LinkButton href="/promises">{words.toPromises}</LinkButton></Row>
        </>
      )}
    </Card>
  );
}

/** Who is round them, what each may see, and who decides what. Next of kin is not a right. */
function CircleCard({ answer: { resident, circle } }: { answer: PersonAnswer }) {
  return (
    <div id="circle">
      <Card title={words.circle}>
        {resident.circle.length === 0 ? <p>{words.nobodyInCircle}</p> : (
          <ul role="list" className={styles.coming}>
            {resident.circle.map((each) => (
              <li key={each.supporterId}>
                <strong>{each.name}</strong>, {each.relation}; <span className={styles.soft}>{words.sees(each.sees)}</span>
              </li>
            ))}
          </ul>
        )}
        <h3>{words.decides}</h3>
        <dl className={styles.facts}>
          {[...Map.groupBy(circle.whoDecides, (each) => each.words)].map(([said, areas]) => (
            <div key={said}>
              <dt>{areas.map(({ area }) => area).join(', ')}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
        {resident.authorities.some(({ documentSeen }) => !documentSeen) && (
          <ul role="list" className={styles.coming}>
            {[...new Set(resident.authorities.filter(({ documentSeen }) => !documentSeen).map((each) => each.words))].map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        )}
        <p className={styles.soft}>{resident.nextOfKinWords}</p>
        <p>
          <a href={`/people/${resident.id}/circle`}>{words.toCircle}</a>
        </p>
      </Card>
    </div>
  );
}

