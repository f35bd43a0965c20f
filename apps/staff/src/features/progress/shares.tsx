/** How much of the planned support really happened, of the home and of each; said with its bounds, or not at all where it is too little. */
import { sayMinutes } from '@promenade/domain/progress/share';
import { Card } from '@promenade/ui/card';
import { Table } from '@promenade/ui/table';
import { Part, type Shown } from './parts.tsx';
import type { Progress } from './progress.ts';
import styles from './progress.module.css';
import { words } from './words.ts';

const text = words.share;
type Shared = Progress['share'];

export function Shares({ progress: { share, shares, shareFrom, shareTo }, isShown }: Shown) {
  return (
    <Part id="share" title={text.title} lead={text.lead(shareFrom, shareTo)} isShown={isShown}>
      {shares.length === 0 ? <p>{text.none}</p> : (
        <>
          <Card level={3} title={text.home}>
            <p className={styles.large}>{share.words}</p>
            <p><Often share={share} /></p>
            {share.reasons.length > 0 && <Why share={share} />}
          </Card>
          <Table
            caption={text.title} hideCaption lines={shares} lineKey={({ residentId }) => residentId ?? ''}
            columns={[
              { key: 'who', heading: text.who, names: true, cell: ({ residentId, name }) => <a href={`/people/${residentId ?? ''}/support-plan`}>{name}</a> },
              { key: 'part', heading: text.happened, cell: (each) => <Often share={each} /> },
              { key: 'planned', heading: text.planned, cell: ({ planned, happened }) => text.of(sayMinutes(happened), sayMinutes(planned)) },
              { key: 'why', heading: text.why, cell: (each) => <Why share={each} /> },
            ]}
          />
        </>
      )}
    </Part>
  );
}

function Often({ share: { share, between, planned, happened } }: { share: Shared }) {
  if (share === null) return <span className={styles.soft}>{text.tooFew}</span>;
  return (
    <span className={styles.often}>
      <span className={styles.of}>{text.percent(share)}</span>
      <progress className={styles.bar} value={happened} max={planned} aria-hidden="true" />
      {between && <span className={styles.soft}>{text.between(between.low, between.high)}</span>}
    </span>
  );
}

function Why({ share: { reasons, planned, happened } }: { share: Shared }) {
  if (happened >= planned) return <span className={styles.soft}>{text.all}</span>;
  if (reasons.length === 0) return <span className={styles.soft}>{text.noReason}</span>;
  return <ul role="list" className={styles.reasons}>{reasons.map(({ reason, minutes }) => <li key={reason}>{text.reason(reason, sayMinutes(minutes))}</li>)}</ul>;
}
