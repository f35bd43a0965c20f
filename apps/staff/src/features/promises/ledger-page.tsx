import { ArrowLeft } from 'lucide-react';
import { Asked } from '@promenade/ui/asked';
import { Stack } from '@promenade/ui/layout';
import { Notice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { ledgerDocument } from './promises.graphql.ts';
import styles from './promises.module.css';
import { words } from './words.ts';

/** The ledger of the home, recomputed while one looks. */
export function LedgerPage() {
  const asked = useAsk(ledgerDocument);
  return (
    <Page narrow title={words.ledger} lead={words.ledgerLead} kicker={<a href="/promises"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>}>
      <Asked of={asked}>
        {({ ledgerCheck: check }) => (
          <Stack gap={4}>
            {check.ok
              ? <Notice kind="good">{check.entries === 0 ? words.ledgerEmpty : words.ledgerWhole(check.entries)}</Notice>
              : <Notice kind="refused" title={words.ledgerBroken} reasons={check.breaks.map(({ seq, what }) => words.ledgerBreak(seq, what))} />}
            {check.headHash && <p>{words.head}: <code className={styles.hash}>{check.headSeq}:{check.headHash}</code></p>}
          </Stack>
        )}
      </Asked>
    </Page>
  );
}
