import type { ResultOf } from 'gql.tada';
import type { meetingWishesDocument } from './wishes.graphql.ts';
import styles from './wishes.module.css';
import { words } from './words.ts';

type Wish = ResultOf<typeof meetingWishesDocument>['meetingWishes'][number];

/** What was said at each meeting, and what became of it. */
export function MeetingWishes({ wishes, most = 10 }: { wishes: readonly Wish[]; most?: number }) {
  const meetings = [...Map.groupBy(wishes, ({ meetingOn }) => meetingOn ?? '')].slice(0, most);
  if (meetings.length === 0) return <p className={styles.soft}>{words.beforeNone}</p>;
  return (
    <div className={styles.meetings}>
      {meetings.map(([day, own]) => (
        <section key={day}>
          <h3>{words.heldOn(day)}</h3>
          <ul className={styles.said}>
            {own.map((wish) => <li key={wish.id}><strong>{wish.residentName}</strong>: {wish.words} <span className={styles.soft}>({sayAnswer(wish)})</span></li>)}
          </ul>
        </section>
      ))}
    </div>
  );
}

function sayAnswer({ answer, answerWords }: Wish): string {
  if (answer === null) return words.open;
  return answer === 'promised' ? words.promised : words.declined(answerWords ?? '');
}
