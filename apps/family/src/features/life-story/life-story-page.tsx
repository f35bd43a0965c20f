import type { ResultOf } from 'gql.tada';
import { useState } from 'react';
import { useParams } from 'wouter';
import { dayIn } from '@promenade/domain/shared/time';
import { Asked, Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMe } from '../../app/me.ts';
import { atTime } from '../../common/days.ts';
import styles from '../../common/lines.module.css';
import { OfPerson } from '../../common/of-person.tsx';
import { lifeStoryDocument, takeBackDocument } from './life-story.graphql.ts';
import { TellForm } from './tell-form.tsx';
import { words } from './words.ts';

type Story = ResultOf<typeof lifeStoryDocument>['familyLifeStory'];
export type Memory = Story['told'][number];

/** The life story that is shared, and what one tells of it oneself. */
export function LifeStoryPage() {
  const { id = '' } = useParams();
  const asked = useAsk(lifeStoryDocument, { residentId: id });
  return <Asked of={asked}>{({ familyLifeStory }) => <View story={familyLifeStory} />}</Asked>;
}

function View({ story }: { story: Story }) {
  return (
    <OfPerson id={story.personId} name={story.person} title={words.title(story.person)} lead={words.lead}>
      <Card title={words.add}>
        <TellForm key={story.told.length} story={story} memory={null} onDone={null} />
      </Card>
      {story.told.length > 0 && (
        <section className={styles.part}>
          <h2>{words.mine}</h2>
          <Stack as="ul">{story.told.map((memory) => <Told key={memory.id} story={story} memory={memory} />)}</Stack>
        </section>
      )}
      {story.facts && (
        <section className={styles.part}>
          <h2>{words.story}</h2>
          {story.facts.length === 0 ? <p>{words.storyNone}</p> : (
            <Card as="div">
              <ul role="list" className={styles.list}>
                {story.facts.map((fact) => (
                  <li key={fact.id}>
                    <p className={styles.what}>{fact.words}</p>
                    <p className={styles.soft}>{[fact.whenWords, fact.howKnown].filter(Boolean).join(' · ')}</p>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </section>
      )}
      {story.notShared && <p>{story.notShared}</p>}
    </OfPerson>
  );
}

function Told({ story, memory }: { story: Story; memory: Memory }) {
  const { zone } = useMe().home;
  const [isChanging, setChanging] = useState(false);
  const tell = useTell(takeBackDocument, { onAnswer: ({ answer }) => { if (answer.__typename !== 'Refused') toast(words.takenBackToast); } });
  const isBack = memory.takenBack !== null;
  if (isChanging) return <Card as="li" level={3} title={words.correct}><TellForm story={story} memory={memory} onDone={() => setChanging(false)} /></Card>;
  return (
    <Card as="li" tone={isBack ? 'quiet' : undefined}>
      <p className={isBack ? undefined : styles.what}>{memory.words}</p>
      {memory.photoId && <div className={styles.photos}><img src={`/media/${memory.photoId}?size=thumb`} alt={words.alt(memory.words)} loading="lazy" /></div>}
      <p className={styles.soft}>{[memory.whenWords, words.told(atTime(zone, dayIn(zone, new Date()), new Date(memory.toldAt)))].filter(Boolean).join(' · ')}</p>
      {memory.keptBy && <p>{words.kept(memory.keptBy)}</p>}
      {isBack && <p><strong>{words.takenBack}</strong></p>}
      {memory.earlier.length > 0 && (
        <details className={styles.more}>
          <summary>{words.before}</summary>
          <ul role="list" className={styles.list}>{memory.earlier.map((each) => <li key={each.at}>{each.words}</li>)}</ul>
        </details>
      )}
      <RefusedNotice refused={refusalIn(tell.data?.answer)} title={null} />
      <Failed error={tell.error} />
      {!isBack && (
        <div className={styles.actions}>
          <Button aria-label={words.correctAbout(memory.words)} onClick={() => setChanging(true)}>{words.correct}</Button>
          <Button aria-label={words.takeBackAbout(memory.words)} busy={tell.isPending} onClick={() => tell.mutate({ input: { id: ownId(), memoryId: memory.id, words: '' } })}>{words.takeBack}</Button>
        </div>
      )}
    </Card>
  );
}
