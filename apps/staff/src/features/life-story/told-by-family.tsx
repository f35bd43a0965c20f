import { useState } from 'react';
import { BookPlus } from 'lucide-react';
import { dayIn, sayDay } from '@promenade/domain/shared/time';
import { Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMe } from '../../app/me.ts';
import { graphql, whyNot } from '../../graphql.ts';
import styles from './life-story.module.css';

const toldDocument = graphql(`
  query ToldByFamily($residentId: Id!) {
    toldByFamily(residentId: $residentId) {
      id
      words
      whenWords
      who
      relation
      toldAt
      photoId
      takenBack
      keptBy
      earlier {
        words
        at
      }
    }
  }
`);

const keepDocument = graphql(`
  mutation KeepMemory($input: KeepMemoryInput!) {
    answer: keepMemory(input: $input) {
      __typename
      ...WhyNot
    }
  }
`, [whyNot]);

const words = {
  title: 'Told by the family',
  lead: 'In their own words. Only whoever told it sees it, besides everybody who works here.',
  by: (who: string, relation: string) => `${who}, ${relation}`,
  on: (day: string) => `on ${day}`,
  alt: (what: string) => `The photo beside: ${what}`,
  takenBack: (why: string) => `Taken back: ${why}`,
  keptBy: (name: string) => `${name} put it into the story.`,
  before: 'Said before:',
  keep: 'Put it into the story',
  keepAbout: (what: string) => `Put it into the story: ${what}`,
  kept: 'It is part of the story now, as told by them.',
} as const;

/** What supporters told of this life, marked as theirs; nothing when nobody has. */
export function ToldByFamily({ residentId, mayKeep }: { residentId: string; mayKeep: boolean }) {
  const told = useAsk(toldDocument, { residentId }).data?.toldByFamily ?? [];
  const { zone } = useMe().home;
  const [id, setId] = useState(ownId);
  const tell = useTell(keepDocument, {
    onAnswer: ({ answer }) => {
      if (answer.__typename === 'Refused') return;
      setId(ownId());
      toast(words.kept);
    },
  });
  if (told.length === 0) return null;
  return (
    <Card title={words.title}>
      <p className={styles.soft}>{words.lead}</p>
      <RefusedNotice refused={refusalIn(tell.data?.answer)} title={null} />
      <Failed error={tell.error} />
      <ul role="list" className={styles.versions}>
        {told.map((memory) => (
          <li key={memory.id}>
            <p>{memory.words}</p>
            {memory.photoId && <img src={`/media/${memory.photoId}?size=thumb`} alt={words.alt(memory.words)} className={styles.photo} loading="lazy" />}
            <p className={styles.soft}>{[words.by(memory.who, memory.relation), memory.whenWords, words.on(sayDay(dayIn(zone, new Date(memory.toldAt))))].filter(Boolean).join(' · ')}</p>
            {memory.earlier.map((each) => <p key={each.at} className={styles.soft}>{words.before} {each.words}</p>)}
            {memory.takenBack && <p><strong>{words.takenBack(memory.takenBack)}</strong></p>}
            {memory.keptBy ? <p className={styles.soft}>{words.keptBy(memory.keptBy)}</p> : !memory.takenBack && mayKeep && (
              <Button icon={<BookPlus />} busy={tell.isPending} aria-label={words.keepAbout(memory.words)} onClick={() => tell.mutate({ input: { id, memoryId: memory.id, theme: 'family' } })}>{words.keep}</Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
