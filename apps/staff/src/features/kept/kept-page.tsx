/** How often promises are kept: of the home, or of one person. Every number leads to the list behind it. */
import { ArrowLeft, HandHeart } from 'lucide-react';
import { useParams, useSearchParams } from 'wouter';
import { Asked } from '@promenade/ui/asked';
import { EmptyState } from '@promenade/ui/empty-state';
import { Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { PersonTabs } from '@promenade/ui/person-tabs';
import { useAsk } from '@promenade/ui/query.ts';
import { Whole, Parts, Weeks } from './figures.tsx';
import { type Behind, PERIODS, type Place, addressOf } from './kept.ts';
import { keptDocument } from './kept.graphql.ts';
import { KeptList } from './kept-list.tsx';
import styles from './kept.module.css';
import { words } from './words.ts';

export function HomeKeptPage() {
  return <KeptPage base="/kept" residentId={null} />;
}

export function PersonKeptPage() {
  const { id = '' } = useParams();
  return <KeptPage base={`/people/${id}/kept`} residentId={id} />;
}

function KeptPage({ base, residentId }: { base: string; residentId: string | null }) {
  const [params] = useSearchParams();
  const place: Place = { base, period: PERIODS.find((each) => each === params.get('period')) ?? '12 weeks' };
  const by = params.get('by');
  const behind: Behind | null = by === null ? null : { by, key: params.get('key') ?? '', outcome: params.get('outcome') };
  return behind ? <KeptList key={addressOf(place, behind)} place={place} behind={behind} residentId={residentId} /> : <Numbers place={place} residentId={residentId} />;
}

function Numbers({ place, residentId }: { place: Place; residentId: string | null }) {
  const asked = useAsk(keptDocument, { residentId, period: place.period });
  return (
    <Asked of={asked}>
      {({ keptRate: rate }) => (
        <Page
          title={words.title(rate.residentName)} lead={words.lead(rate.residentName)}
          kicker={rate.residentName === null ? <a href="/promises"><ArrowLeft aria-hidden="true" size="1em" /> {words.toPromises}</a> : <a href={`/people/${residentId ?? ''}`}><ArrowLeft aria-hidden="true" size="1em" /> {words.back(rate.residentName)}</a>}
        >
          <Stack gap={5}>
            {residentId !== null && <PersonTabs residentId={residentId} current="kept" />}
            <nav aria-label={words.period} className={styles.periods} data-print="no">
              {words.periods.map(([period, name]) => <a key={period} href={addressOf({ ...place, period })} aria-current={period === place.period ? 'true' : undefined} className={styles.period}>{name}</a>)}
              <span className={styles.soft}>{words.days(rate.from, rate.to)}</span>
            </nav>
            {rate.whole.of + rate.whole.declined + rate.whole.released + rate.whole.closed === 0 ? <EmptyState title={words.none} icon={<HandHeart />}>{words.noneWhy}</EmptyState> : (
              <>
                <Whole rate={rate} place={place} />
                <Weeks weeks={rate.weeks} place={place} />
                <Parts rate={rate} place={place} />
              </>
            )}
            <details className={styles.what}>
              <summary>{words.what}</summary>
              <ul>{words.rules.map((rule) => <li key={rule}>{rule}</li>)}</ul>
            </details>
          </Stack>
        </Page>
      )}
    </Asked>
  );
}
