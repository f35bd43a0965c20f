/** *Could go home?*: what it takes, what is there, and whose turn it is with what is missing. */
import { CircleCheck, CircleDashed, CircleHelp, Minus } from 'lucide-react';
import { useState } from 'react';
import { sayDay } from '@promenade/domain/shared/time';
import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Choice } from '@promenade/ui/choice';
import { DateField, TextArea, TextField } from '@promenade/ui/field';
import { FormSheet } from '@promenade/ui/form-sheet';
import { Notice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import type { Tone } from '@promenade/ui/tone.ts';
import { Unseen } from '@promenade/ui/unseen';
import { afterwards, options } from './episode-forms.tsx';
import { homeDocument } from './episodes.graphql.ts';
import styles from './episodes.module.css';
import type { Stay } from './stay-page.tsx';
import { words } from './words.ts';

type Topic = Stay['home']['topics'][number];
const LOOKS: Record<string, { tone: Tone; icon: React.ReactNode }> = { there: { tone: 'kept', icon: <CircleCheck /> }, missing: { tone: 'owed', icon: <CircleDashed /> }, 'not needed': { tone: 'quiet', icon: <Minus /> } };

/** From the first day of a short stay it stands open; for whoever lives here it waits to be wished. */
export function HomeGoing({ stay, mayWrite }: { stay: Stay; mayWrite: boolean }) {
  const [topic, setTopic] = useState<Topic | null>(null);
  const isOpen = stay.shortStay || stay.episode?.kind === 'short stay' || stay.home.isAsked;
  const list = (
    <ul role="list" className={styles.lines}>
      {stay.home.topics.map((each) => <TopicLine key={each.topic} topic={each} onSay={mayWrite ? () => setTopic(each) : null} />)}
    </ul>
  );
  return (
    <Card title={words.home}>
      <p className={isOpen ? styles.quote : styles.soft}>{isOpen ? stay.home.words : words.homeHere(stay.name)}</p>
      {stay.home.missing.length > 0 && (
        <>
          <h3>{words.homeMissing}</h3>
          <ul>{stay.home.missing.map((each) => <li key={each}>{each}</li>)}</ul>
        </>
      )}
      {isOpen ? list : <details className={styles.more}><summary>{words.homeAsk}</summary>{list}</details>}
      {topic && <HomeForm residentId={stay.residentId} topic={topic} onClose={() => setTopic(null)} />}
    </Card>
  );
}

function TopicLine({ topic: { name, ask, now, before, suggestion }, onSay }: { topic: Topic; onSay: (() => void) | null }) {
  const look = now ? LOOKS[now.state] : undefined;
  return (
    <li>
      <div>
        <p><strong>{name}</strong> <Badge tone={look?.tone ?? 'quiet'} icon={look?.icon ?? <CircleHelp />}>{now ? words.homeStates[now.state] : words.homeNotAsked}</Badge></p>
        <p className={now ? undefined : styles.soft}>{now ? now.words : ask}</p>
        {now?.owner && <p>{words.homeOwnerIs(now.owner, now.byDate && sayDay(now.byDate))}</p>}
        {now && <p className={styles.soft}>{words.recorded(now.recordedByName)}</p>}
        {suggestion && <Notice>{suggestion}</Notice>}
        {before.length > 0 && (
          <details className={styles.more}>
            <summary>{words.homeBefore}<Unseen>{`: ${name}`}</Unseen></summary>
            <ul>{before.map((each) => <li key={each.id}>{words.homeStates[each.state]}: {each.words} <span className={styles.soft}>{each.recordedByName}</span></li>)}</ul>
          </details>
        )}
      </div>
      {onSay && <Button onClick={onSay}>{words.homeState}<Unseen>{`: ${name}`}</Unseen></Button>}
    </li>
  );
}

function HomeForm({ residentId, topic, onClose }: { residentId: string; topic: Topic; onClose: () => void }) {
  const [id] = useState(ownId);
  const [draft, setDraft] = useState({ state: topic.now?.state ?? '', said: '', owner: topic.now?.owner ?? '', byDate: topic.now?.byDate ?? '' });
  const change = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });
  const tell = useTell(homeDocument, { onAnswer: afterwards(onClose) });
  const isMissing = draft.state === 'missing';
  const save = () => tell.mutate({ input: { id, residentId, topic: topic.topic, state: draft.state, words: draft.said, owner: isMissing ? draft.owner || null : null, byDate: isMissing ? draft.byDate || null : null } });
  return (
    <FormSheet title={topic.name} save={words.save} onClose={onClose} onSave={save} busy={tell.isPending} refused={refusalIn(tell.data?.answer)} error={tell.error}>
      <p>{topic.ask}</p>
      {topic.suggestion && <Notice>{topic.suggestion}</Notice>}
      <Choice legend={words.homeState} options={options(words.homeStates)} layout="row" value={draft.state} onValue={(state) => change({ state })} />
      <TextArea label={words.homeWords} rows={2} maxLength={500} value={draft.said} onValue={(said) => change({ said })} />
      {isMissing && <TextField label={words.homeOwner} maxLength={200} value={draft.owner} onValue={(owner) => change({ owner })} />}
      {isMissing && <DateField label={words.homeBy} value={draft.byDate} onValue={(byDate) => change({ byDate })} />}
    </FormSheet>
  );
}
