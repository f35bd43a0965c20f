import { CalendarClock, EarOff, Heart, HandHeart, Pencil, Plus, Printer, Target } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'wouter';
import { dayIn, sayDay } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Row, Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { PersonTabs } from '@promenade/ui/person-tabs';
import { useAsk } from '@promenade/ui/query.ts';
import { useMay, useMe } from '../../app/me.ts';
import { AddFact, EditFact } from './add-fact.tsx';
import { lifeStoryDocument } from './life-story.graphql.ts';
import { type Fact, type Opened, type Person, byDecade, isUnused } from './life-story.ts';
import styles from './life-story.module.css';
import { ToldByFamily } from './told-by-family.tsx';
import { AvoidForm, EndTopic, LikeForm, OutcomeLink, WishForm } from './use-fact.tsx';
import { words } from './words.ts';

type Open = (what: Opened) => void;

/** A life told along a line of time, to read, to add to, and to print. */
export function LifeStoryPage() {
  const { id } = useParams<{ id: string }>();
  const asked = useAsk(lifeStoryDocument, { id });
  return <Asked of={asked}>{({ resident }) => <Story person={resident} />}</Asked>;
}

function Story({ person }: { person: Person }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const mayWrite = useMay('people.write');
  const close = () => setOpened(null);
  return (
    <Page title={words.title(person.preferredName)} kicker={<a href={`/people/${person.id}`}>{words.back(person.preferredName)}</a>}
      lead={<>{words.lead}{person.born && <> {words.born(`${sayDay(person.born).replace(/^\S+ /, '')} ${person.born.slice(0, 4)}`)}.</>}</>}
      actions={<Button icon={<Printer />} onClick={() => window.print()}>{words.print}</Button>}>
      <Stack gap={5}>
        <PersonTabs residentId={person.id} current="life-story" />
        <div className={styles.columns}>
          <LineOfTime person={person} open={mayWrite ? setOpened : null} />
          <div data-print="no">
            <Stack gap={5}>
              {mayWrite && <AddFact person={person} />}
              <ToldByFamily residentId={person.id} mayKeep={mayWrite} />
              {mayWrite && <Unused person={person} open={setOpened} />}
              <Topics person={person} open={mayWrite ? setOpened : null} />
            </Stack>
          </div>
        </div>
      </Stack>
      {opened?.what === 'edit' && <EditFact person={person} fact={opened.fact} onClose={close} />}
      {opened?.what === 'like' && <LikeForm person={person} fact={opened.fact} onClose={close} />}
      {opened?.what === 'wish' && <WishForm person={person} fact={opened.fact} onClose={close} />}
      {opened?.what === 'outcome' && <OutcomeLink person={person} fact={opened.fact} onClose={close} />}
      {opened?.what === 'avoid' && <AvoidForm person={person} fact={opened.fact} onClose={close} />}
      {opened?.what === 'end' && <EndTopic topic={opened.topic} onClose={close} />}
    </Page>
  );
}

function LineOfTime({ person, open }: { person: Person; open: Open | null }) {
  if (person.lifeStory.length === 0) return <EmptyState title={words.none}>{words.noneWhat}</EmptyState>;
  return (
    <div className={styles.line}>
      {byDecade(person.lifeStory).map(({ decade, facts }) => (
        <section key={decade ?? 'none'} className={styles.decade} aria-labelledby={`decade-${decade ?? 'none'}`}>
          <h2 id={`decade-${decade ?? 'none'}`} className={styles.decadeName}>{decade === null ? words.undated : words.decade(decade)}</h2>
          <ol role="list" className={styles.facts}>
            {facts.map((fact) => <OneFact key={fact.id} fact={fact} open={open} />)}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** The day of an instant as people say it here. */
function useDay(): (at: string) => string {
  const { zone } = useMe().home;
  return (at) => sayDay(dayIn(zone, new Date(at)));
}

function OneFact({ fact, open }: { fact: Fact; open: Open | null }) {
  const day = useDay();
  return (
    <li className={styles.fact} data-print={fact.sensitive ? 'no' : undefined}>
      {fact.time.said !== '' && <p className={styles.when}>{fact.time.said}</p>}
      <p className={styles.told}>{fact.words}</p>
      <p className={styles.soft}>{[words.themes[fact.theme] ?? fact.theme, fact.howKnown].join(' · ')}</p>
      {fact.sensitive && <Row gap={2}><Badge tone="missed">{words.isSensitive}</Badge></Row>}
      {fact.uses.length > 0 && (
        <p className={styles.because}>
          <strong>{words.cameOfIt}:</strong> {fact.uses.map((use) => `${words.uses[use.kind] ?? use.kind}, “${use.words}”`).join('; ')}
        </p>
      )}
      {fact.versions.length > 0 && (
        <details className={styles.more} data-print="no">
          <summary>{words.earlier(fact.versions.length)}</summary>
          <ul role="list" className={styles.versions}>
            {fact.versions.map((version) => (
              <li key={version.id}>
                <p>{version.words}</p>
                <p className={styles.soft}>{[version.whenWords, version.howKnown, words.until(day(version.untilAt), version.recordedByName)].filter(Boolean).join(' · ')}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
      {open && <div data-print="no"><Button kind="plain" icon={<Pencil />} aria-label={words.editFor(fact.words)} onClick={() => open({ what: 'edit', fact })}>{words.edit}</Button></div>}
    </li>
  );
}

/** Memories from which nothing has come yet, each with what could. */
function Unused({ person, open }: { person: Person; open: Open }) {
  const unused = person.lifeStory.filter(isUnused);
  if (person.lifeStory.length === 0) return null;
  return (
    <Card title={words.unused} tone={unused.length > 0 ? 'owed' : 'kept'}>
      {unused.length === 0 ? <p>{words.allUsed}</p> : (
        <>
          <p className={styles.soft}>{words.unusedLead}</p>
          <ul role="list" className={styles.versions}>
            {unused.map((fact) => (
              <li key={fact.id}>
                <p>{fact.words}</p>
                <Row gap={2}>
                  <LinkButton icon={<CalendarClock />} aria-label={words.makeOf(words.routine, fact.words)} href={`/people/${person.id}/routines?fact=${fact.id}`}>{words.routine}</LinkButton>
                  <Button icon={<Heart />} aria-label={words.makeOf(words.like, fact.words)} onClick={() => open({ what: 'like', fact })}>{words.like}</Button>
                  <Button icon={<HandHeart />} aria-label={words.makeOf(words.wish, fact.words)} onClick={() => open({ what: 'wish', fact })}>{words.wish}</Button>
                  <Button icon={<Target />} aria-label={words.makeOf(words.outcome, fact.words)} onClick={() => open({ what: 'outcome', fact })}>{words.outcome}</Button>
                  <Button icon={<EarOff />} aria-label={words.makeOf(words.avoid, fact.words)} onClick={() => open({ what: 'avoid', fact })}>{words.avoid}</Button>
                </Row>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

/** What to steer clear of, and what plans leave out because of it. */
function Topics({ person, open }: { person: Person; open: Open | null }) {
  const day = useDay();
  return (
    <Card title={words.topics} aside={open && <Button icon={<Plus />} onClick={() => open({ what: 'avoid', fact: null })}>{words.addTopic}</Button>}>
      <p className={styles.soft}>{words.topicsLead}</p>
      {person.topicsToAvoid.length === 0 ? <p>{words.noTopics}</p> : (
        <ul role="list" className={styles.versions}>
          {person.topicsToAvoid.map((topic) => (
            <li key={topic.id}>
              <p className={styles.told}>{topic.words}</p>
              {topic.instead !== '' && <p><strong>{words.ifItComes}</strong> {topic.instead}</p>}
              {topic.why === null ? <p className={styles.soft}>{words.storyKept}</p> : topic.why !== '' && <p><strong>{words.story}</strong> {topic.why}</p>}
              <p className={styles.soft}>{topic.howKnown}, {day(topic.recordedAt)}</p>
              {open && <div><Button kind="plain" aria-label={words.endTopicFor(topic.words)} onClick={() => open({ what: 'end', topic })}>{words.endTopic}</Button></div>}
            </li>
          ))}
        </ul>
      )}
      {person.keptOut.length > 0 && (
        <>
          <h3>{words.leftOut}</h3>
          <ul role="list" className={styles.versions}>
            {person.keptOut.map((each) => (
              <li key={each.activityId}>
                <p><a href={`/library/${each.activityId}`}>{each.activityName}</a></p>
                <p className={styles.soft}>{each.because}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
