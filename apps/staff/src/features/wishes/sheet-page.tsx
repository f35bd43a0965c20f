import { ArrowLeft, Printer } from 'lucide-react';
import { wholeName } from '@promenade/domain/people/name';
import { Asked } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { useMe } from '../../app/me.ts';
import { MeetingWishes } from './meeting-wishes.tsx';
import { usePeople } from './people.ts';
import { meetingWishesDocument } from './wishes.graphql.ts';
import styles from './wishes.module.css';
import { words } from './words.ts';

/** Paper for the meeting: a line for everybody, and what came of what was said last time. */
export function SheetPage() {
  const people = usePeople();
  const { name } = useMe().home;
  const before = useAsk(meetingWishesDocument);
  return (
    <Page narrow title={words.sheetTitle} lead={<>{words.sheetLead}, {name}</>} kicker={<a href="/promises/wishes/meeting" data-print="no"><ArrowLeft aria-hidden="true" size="1em" /> {words.meeting}</a>}
      actions={<Button kind="primary" icon={<Printer />} onClick={() => window.print()}>{words.print}</Button>}>
      <p className={styles.soft} data-print="no">{words.printLead}</p>
      <div className={styles.paper}>
        <p className={styles.day}>{words.sheetDay} <span className={styles.blank} /></p>
        <table className={styles.table}>
          <thead><tr><th scope="col">{words.sheetWho}</th><th scope="col">{words.sheetWhat}</th></tr></thead>
          <tbody>
            {people.map((person) => <tr key={person.id}><th scope="row">{wholeName(person)}</th><td /></tr>)}
          </tbody>
        </table>
        <Asked of={before}>
          {({ meetingWishes }) => meetingWishes.length > 0 && (
            <section className={styles.last}>
              <h2>{words.sheetBefore}</h2>
              <MeetingWishes wishes={meetingWishes} most={1} />
            </section>
          )}
        </Asked>
      </div>
    </Page>
  );
}
