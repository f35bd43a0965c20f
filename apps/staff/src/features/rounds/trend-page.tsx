import { ArrowLeft, TrendingUp } from 'lucide-react';
import { useState } from 'react';
import { sayDay } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Select } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { type Share, ofPersonDocument, trendDocument } from './rounds.graphql.ts';
import styles from './rounds.module.css';
import { words } from './words.ts';

const WEEKS = 8;

/** What rounds show together: shares with their bands, and silence where there is too little to say. */
export function TrendPage() {
  const asked = useAsk(trendDocument, { weeks: WEEKS });
  return (
    <Page title={words.trend} kicker={<a href="/rounds"><ArrowLeft aria-hidden="true" size="1em" /> {words.backToRounds}</a>} lead={words.trendLead}>
      <Asked of={asked}>
        {({ roundTrend: trend, rounds }) => trend.whole.looks === 0 ? <EmptyState title={words.noTrend} icon={<TrendingUp />}>{words.noTrendWhat}</EmptyState> : (
          <Stack gap={5}>
            <Shares title={words.overall} shares={[trend.whole]} label={() => words.overall} more={`${words.partialRounds(trend.partial)} ${words.overlap}`} />
            <div className={styles.shares}>
              <Shares title={words.byWeek} shares={trend.weeks} label={(key) => words.weekOf(sayDay(key))} />
              <Shares title={words.byRoom} shares={trend.rooms} label={(key) => key} />
              <Shares title={words.byPart} shares={trend.partsOfDay} label={(key) => words.parts[key] ?? key} />
              <OfPerson people={rounds.people} />
            </div>
          </Stack>
        )}
      </Asked>
    </Page>
  );
}

function Shares({ title, shares, label, more }: { title: string; shares: readonly Share[]; label: (key: string) => string; more?: string }) {
  return (
    <Card title={title}>
      <dl className={styles.bands}>
        {shares.map((share) => (
          <div key={share.key}>
            {shares.length > 1 || title !== label(share.key) ? <dt>{label(share.key)}</dt> : <dt className={styles.unsaid}>{title}</dt>}
            <dd><Band share={share} />{share.words}</dd>
          </div>
        ))}
      </dl>
      {more && <p className={styles.soft}>{more}</p>}
    </Card>
  );
}

/** The share as a mark within the band in which it most likely lies. */
function Band({ share: { share, low, high } }: { share: Share }) {
  if (share === null || low === null || high === null) return null;
  const x = (part: number) => part * 100;
  return (
    <svg className={styles.band} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.bandAll} x="0" y="3" width="100" height="4" />
      <rect className={styles.bandLikely} x={x(low)} y="1" width={x(high - low)} height="8" />
      <rect className={styles.bandMark} x={Math.min(99, x(share))} y="0" width="1" height="10" />
    </svg>
  );
}

function OfPerson({ people }: { people: readonly { id: string; name: string }[] }) {
  const [residentId, setResidentId] = useState('');
  const asked = useAsk(ofPersonDocument, { residentId, weeks: WEEKS }, { when: residentId !== '' });
  return (
    <Card title={words.ofPerson}>
      <Stack gap={3}>
        <p className={styles.soft}>{words.ofPersonLead}</p>
        <Select label={words.choosePerson} value={residentId} onValue={setResidentId} options={[{ value: '', label: words.choosePerson }, ...people.map(({ id, name }) => ({ value: id, label: name }))]} />
        {residentId !== '' && (
          <Asked of={asked}>
            {({ roundsOfPerson: { share, states } }) => (
              <div aria-live="polite">
                <Band share={share} />
                <p>{share.words}</p>
                {states.length > 0 && <p className={styles.soft}>{words.counts(states.map(({ state, times }) => [words.states[state]?.toLowerCase() ?? state, times]))}.</p>}
              </div>
            )}
          </Asked>
        )}
      </Stack>
    </Card>
  );
}
