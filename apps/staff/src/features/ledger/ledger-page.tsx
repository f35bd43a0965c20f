import { ArrowLeft, Eraser } from 'lucide-react';
import { dayIn } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Stack } from '@promenade/ui/layout';
import { Notice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { useMay, useMe } from '../../app/me.ts';
import { erasuresDocument, ledgerDocument } from './ledger.graphql.ts';
import styles from './ledger.module.css';
import { words } from './words.ts';

type Break = { seq: number; kind: string; column: string | null; what: string; advice: string };

/** The ledger of the home, worked out again while one looks. */
export function LedgerPage() {
  const asked = useAsk(ledgerDocument);
  const mayErase = useMay('ledger.erase');
  return (
    <Page narrow title={words.title} lead={words.lead} kicker={<a href="/promises"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>}>
      <Stack gap={5}>
        <Asked of={asked}>
          {({ ledgerCheck: check }) => (
            <Stack gap={5}>
              {check.ok ? (
                <Notice kind="good">
                  {check.entries === 0 ? words.empty : words.whole(check.entries)}
                  {check.erased > 0 && <p>{words.erasedToo(check.erased)}</p>}
                  {check.notedHere > 0 && <p>{words.noted(check.notedHere)}</p>}
                </Notice>
              ) : <Breaks breaks={check.breaks} />}
              {check.headHash && <Head homeId={check.homeId} seq={check.headSeq} hash={check.headHash} />}
            </Stack>
          )}
        </Asked>
        {mayErase && <Erasures />}
      </Stack>
    </Page>
  );
}

/** Each place where it is broken, what that means, and what to do. */
function Breaks({ breaks }: { breaks: readonly Break[] }) {
  return (
    <Stack gap={4}>
      <Notice kind="refused" title={words.broken}>{words.brokenLead}</Notice>
      <Stack as="ul" gap={3}>
        {breaks.map(({ seq, kind, column, what, advice }) => (
          <Card as="li" key={`${seq}${kind}${column}${what}`} title={words.at(seq)} tone="missed">
            <p>{what}</p>
            {column && <p className={styles.soft}>{words.column(column)}</p>}
            <p><strong>{words.todo}:</strong> {advice}</p>
          </Card>
        ))}
      </Stack>
    </Stack>
  );
}

function Head({ homeId, seq, hash }: { homeId: string; seq: number; hash: string }) {
  return (
    <Card title={words.head}>
      <Stack gap={3}>
        <p>{words.headLead}</p>
        <dl className={styles.head}>
          <div><dt>{words.place}</dt><dd>{seq}</dd></div>
          <div><dt>{words.check}</dt><dd>{hash}</dd></div>
        </dl>
        <p><a href={`/check?home=${homeId}&seq=${seq}&hash=${hash}`} target="_blank" rel="noreferrer">{words.checkPage}</a></p>
      </Stack>
    </Card>
  );
}

/** What the manager erased, on what ground and for whom. */
function Erasures() {
  const asked = useAsk(erasuresDocument);
  const { zone } = useMe().home;
  return (
    <Card title={words.erasures} aside={<LinkButton href="/promises/ledger/erase" icon={<Eraser />}>{words.erase}</LinkButton>}>
      <Asked of={asked}>
        {({ ledgerErasures }) => (ledgerErasures.length === 0 ? <p className={styles.soft}>{words.noErasures}</p> : (
          <Stack as="ul" gap={4}>
            {ledgerErasures.map((each) => (
              <li key={each.id}>
                <p><strong>{words.erased(each.seqs)}</strong></p>
                <p>{words.about(each.residentName)}. {words.grounds[each.ground] ?? each.ground}.</p>
                <p>{words.asked(each.askedBy, each.askedWords)}</p>
                <p className={styles.soft}>{words.by(each.recordedByName, dayIn(zone, new Date(each.recordedAt)))}</p>
              </li>
            ))}
          </Stack>
        ))}
      </Asked>
    </Card>
  );
}
