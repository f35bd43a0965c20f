import { Eye } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Choice } from '@promenade/ui/choice';
import { Dialog } from '@promenade/ui/dialog';
import { TextArea, TextField } from '@promenade/ui/field';
import { Row, Stack } from '@promenade/ui/layout';
import { Failed } from '@promenade/ui/asked';
import { Notice, RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { Picture } from '@promenade/ui/picture';
import { useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { choicesDocument, recordReadingDocument } from './choices.graphql.ts';
import type { Choices, Readings } from './choices.ts';
import styles from './choices.module.css';
import { words } from './words.ts';

type Open = { of: Readings; answersId: string | null };

/** How somebody responded to each activity, how people who know them read it, and where they differ. */
export function ReadingsCard({ choices }: { choices: Choices }) {
  const [open, setOpen] = useState<Open | null>(null);
  return (
    <Card title={words.readings}>
      <p className={styles.soft}>{words.readingsLead(choices.name)}</p>
      {choices.readings.length === 0 ? <p>{words.noResponses}</p> : (
        <ul role="list" className={styles.receipts}>
          {choices.readings.map((of) => (
            <li key={of.activityId}>
              <div className={styles.reading}>
                <Picture name={of.picture} />
                <div className={styles.pointWords}>
                  <h3>{of.activityName}</h3>
                  <p>{of.responses}</p>
                  {of.disagree && <Notice kind="warning">{words.disagree}</Notice>}
                  <ul role="list" className={styles.offered}>
                    {of.readings.map((each) => (
                      <li key={each.id}>
                        <p><strong>{words.reading(each.recordedByName, each.likes)}</strong>. {each.signs} {!each.stands && <span className={styles.soft}>({words.older.toLowerCase()})</span>}</p>
                        <p className={styles.soft}>{words.knows(each.knows, each.sessionsTogether)} {words.then(each.evidence)}</p>
                        {each.stands && <Button kind="plain" onClick={() => setOpen({ of, answersId: each.id })}>{words.seeDifferently}</Button>}
                      </li>
                    ))}
                  </ul>
                  <Row><Button icon={<Eye />} aria-label={`${words.addReading}: ${of.activityName}`} onClick={() => setOpen({ of, answersId: null })}>{words.addReading}</Button></Row>
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
      {open && <ReadingDialog residentId={choices.residentId} open={open} onClose={() => setOpen(null)} />}
    </Card>
  );
}

function ReadingDialog({ residentId, open: { of, answersId }, onClose }: { residentId: string; open: Open; onClose: () => void }) {
  const [id] = useState(ownId);
  const [likes, setLikes] = useState<string | null>(null);
  const [signs, setSigns] = useState('');
  const [knows, setKnows] = useState('');
  const tell = useTell(recordReadingDocument, { refresh: [choicesDocument], onAnswer: ({ recordReading }) => { if (recordReading.__typename !== 'Refused') onClose(); } });
  return (
    <Dialog open title={words.readingTitle(of.activityName)} onClose={onClose}
      actions={<Button kind="primary" busy={tell.isPending} onClick={() => tell.mutate({ input: { id, residentId, activityId: of.activityId, likes: likes ?? '', signs, knows, answersId } })}>{words.save}</Button>}>
      <Stack>
        <p>{of.responses}</p>
        <Choice legend={words.likes} value={likes} onValue={setLikes} options={words.likesOptions.map((each) => ({ value: each, label: each }))} />
        <TextArea label={words.signs} hint={words.signsHint} value={signs} onValue={setSigns} rows={3} />
        <TextField label={words.knowsYou} value={knows} onValue={setKnows} />
        <RefusedNotice refused={refusalIn(tell.data?.recordReading)} />
        <Failed error={tell.error} />
      </Stack>
    </Dialog>
  );
}
