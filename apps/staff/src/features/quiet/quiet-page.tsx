import { ArrowLeft, RotateCw, Sun } from 'lucide-react';
import { Asked } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { EmptyState } from '@promenade/ui/empty-state';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { QuietLine } from '../../quiet/quiet-line.tsx';
import { quietNowDocument } from '../../quiet/quiet.graphql.ts';
import { words } from '../../quiet/words.ts';
import styles from './quiet-page.module.css';

const EVERY_FIVE_MINUTES = 300_000;

/** Everybody on the quiet list, longest first, with one thing each that is possible this minute. */
export function QuietPage() {
  const asked = useAsk(quietNowDocument, {}, { everyMs: EVERY_FIVE_MINUTES });
  return (
    <Page title={words.title} kicker={<a href="/"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>} lead={words.lead} actions={<Button icon={<RotateCw />} busy={asked.isFetching} onClick={() => void asked.refetch()}>{words.lookAgain}</Button>}>
      <Asked of={asked}>
        {({ quietNow }) => quietNow.length === 0
          ? <EmptyState title={words.nobody} icon={<Sun />}>{words.nobodyWhat}</EmptyState>
          : <ol role="list" className={styles.people}>{quietNow.map((quiet) => <QuietLine key={quiet.residentId} quiet={quiet} full />)}</ol>}
      </Asked>
    </Page>
  );
}
