import { ArrowLeft, Plus, Printer, X } from 'lucide-react';
import { useState } from 'react';
import { dayIn } from '@promenade/domain/shared/time';
import { Asked, Failed } from '@promenade/ui/asked';
import { Button, IconButton, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { DateField, Select, TextField } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { ownId } from '@promenade/ui/own-id.ts';
import { Page } from '@promenade/ui/page';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMe } from '../../app/me.ts';
import { MeetingWishes } from './meeting-wishes.tsx';
import { asOptions, usePeople } from './people.ts';
import { catchAtMeetingDocument, meetingWishesDocument } from './wishes.graphql.ts';
import styles from './wishes.module.css';
import { words } from './words.ts';

type Line = { id: string; residentId: string; words: string };
const emptyLine = (): Line => ({ id: ownId(), residentId: '', words: '' });
const fourLines = () => Array.from({ length: 4 }, emptyLine);

/** What was said at a residents’ meeting, from the sheet of paper, in one go. */
export function MeetingPage() {
  const { zone } = useMe().home;
  const people = usePeople();
  const [today] = useState(() => dayIn(zone, new Date(Date.now())));
  const [meetingOn, setMeetingOn] = useState(today);
  const [lines, setLines] = useState<Line[]>(fourLines);
  const before = useAsk(meetingWishesDocument);
  const tell = useTell(catchAtMeetingDocument, {
    onAnswer: ({ answer }) => {
      if (answer.__typename === 'Refused') return;
      setLines(fourLines());
      toast(words.savedMany);
    },
  });
  // A line that nobody has begun is no line.
  const begun = lines.filter((line) => line.residentId !== '' || line.words.trim() !== '');
  const whole = begun.every(({ residentId }) => residentId !== '');
  const change = (id: string, more: Partial<Line>) => setLines((now) => now.map((line) => (line.id === id ? { ...line, ...more } : line)));
  return (
    <Page narrow title={words.meeting} lead={words.meetingLead} kicker={<a href="/promises"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>}
      actions={<LinkButton href="/promises/wishes/sheet" icon={<Printer />}>{words.sheet}</LinkButton>}>
      <Stack gap={5}>
        <Card>
          <Stack gap={4}>
            <DateField label={words.meetingOn} value={meetingOn} max={today} onValue={setMeetingOn} />
            <ol role="list" className={styles.lines}>
              {lines.map((line, n) => (
                <li key={line.id} className={styles.line}>
                  <fieldset>
                    <legend className={styles.legend}>{words.line(n + 1)}</legend>
                    <div className={styles.pair}>
                      <Select label={words.person} value={line.residentId} onValue={(residentId) => change(line.id, { residentId })} options={asOptions(people)} />
                      <TextField label={words.words} value={line.words} onValue={(text) => change(line.id, { words: text })} autoComplete="off" dir="auto" />
                    </div>
                  </fieldset>
                  {lines.length > 1 && <IconButton label={words.removeLine(n + 1)} onClick={() => setLines((now) => now.filter(({ id }) => id !== line.id))}><X /></IconButton>}
                </li>
              ))}
            </ol>
            <div><Button icon={<Plus />} onClick={() => setLines((now) => [...now, emptyLine()])}>{words.addLine}</Button></div>
            <RefusedNotice refused={refusalIn(tell.data?.answer)} />
            <Failed error={tell.error} />
            <div>
              <Button kind="primary" busy={tell.isPending} disabled={begun.length === 0 || !whole || meetingOn === ''} onClick={() => tell.mutate({ meetingOn, wishes: begun })}>{words.saveMany(begun.length)}</Button>
            </div>
          </Stack>
        </Card>
        <Card title={words.before}>
          <Asked of={before}>{({ meetingWishes }) => <MeetingWishes wishes={meetingWishes} />}</Asked>
        </Card>
      </Stack>
    </Page>
  );
}
