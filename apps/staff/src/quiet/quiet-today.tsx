import { LinkButton } from '@promenade/ui/button';
import { Asked } from '@promenade/ui/asked';
import { Card } from '@promenade/ui/card';
import { useAsk } from '@promenade/ui/query.ts';
import { quietNowDocument } from './quiet.graphql.ts';
import { QuietLine } from './quiet-line.tsx';
import styles from './quiet.module.css';
import { words } from './words.ts';

const FIRST = 4;
const EVERY_FIVE_MINUTES = 300_000;

/** The first of the quiet list, for the screen of a shift. */
export function QuietToday() {
  const asked = useAsk(quietNowDocument, {}, { everyMs: EVERY_FIVE_MINUTES });
  return (
    <Card title={<span id="quiet">{words.title}</span>}>
      <Asked of={asked}>
        {({ quietNow }) => (
          <>
            <p className={styles.soft}>{quietNow.length === 0 ? words.nobodyWhat : words.what}</p>
            <ul role="list" className={styles.lines}>{quietNow.slice(0, FIRST).map((quiet) => <QuietLine key={quiet.residentId} quiet={quiet} />)}</ul>
            {quietNow.length > 0 && <LinkButton href="/quiet">{words.all(quietNow.length)}</LinkButton>}
          </>
        )}
      </Asked>
    </Card>
  );
}
