import { HeartHandshake, MessageSquareText } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { DONE_ABOUT_IT } from '@promenade/domain/rounds/round';
import { Button } from '@promenade/ui/button';
import { TextField } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import styles from './rounds.module.css';
import { words } from './words.ts';

/** Somebody is distressed: what was done about it in one tap, or word for whoever comes next. */
export function Distress({ name, onAnswer, onLater, undo }: { name: string; onAnswer: (kind: 'done' | 'handover', text: string) => void; onLater?: () => void; undo?: ReactNode }) {
  const [own, setOwn] = useState('');
  const text = own.trim();
  return (
    <Page narrow title={words.distressed(name)} lead={words.distressedLead}>
      <Stack gap={4}>
        <div className={styles.answers}>
          {DONE_ABOUT_IT.map((done) => <Button key={done} kind="choice" icon={<HeartHandshake />} onClick={() => onAnswer('done', text === '' ? done : `${done}. ${text}`)}>{done}</Button>)}
          <Button kind="choice" icon={<MessageSquareText />} onClick={() => onAnswer('handover', text === '' ? words.leftWord : text)}>{words.leaveWord}</Button>
        </div>
        <TextField label={words.ownWords} hint={words.ownWordsHint} optional maxLength={200} value={own} onValue={setOwn} />
        <div className={styles.around}>
          {text !== '' && <Button kind="primary" onClick={() => onAnswer('done', text)}>{words.saveOwn}</Button>}
          {onLater && <Button onClick={onLater}>{words.later}</Button>}
          {undo}
        </div>
      </Stack>
    </Page>
  );
}
