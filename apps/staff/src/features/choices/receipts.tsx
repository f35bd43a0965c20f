import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Row } from '@promenade/ui/layout';
import type { Receipt, ShownOption } from './choices.ts';
import styles from './choices.module.css';
import { words } from './words.ts';

/** What was offered, what was chosen, by whom and by what right. */
export function Receipts({ receipts, showing, onAll }: { receipts: readonly Receipt[]; showing: string | null; onAll: () => void }) {
  return (
    <Card title={words.receipts} aside={showing === null ? undefined : <Row><Badge tone="calm">{words.showing(showing)}</Badge><Button kind="plain" onClick={onAll}>{words.showAll}</Button></Row>}>
      {receipts.length === 0 ? <p className={styles.soft}>{words.noReceipts}</p> : (
        <ol role="list" className={styles.receipts}>
          {receipts.map((receipt) => <li key={receipt.id}><Line receipt={receipt} /></li>)}
        </ol>
      )}
    </Card>
  );
}

const TONE = { decided: 'kept', heard: 'owed', read: 'calm' } as const;

function Line({ receipt }: { receipt: Receipt }) {
  const { standing, byRight, answeredByName } = receipt;
  const by = standing === 'heard' ? words.heardOf(answeredByName) : standing === 'read' ? words.readBy(answeredByName) : `${answeredByName} ${words.rights[byRight ?? ''] ?? ''}.`;
  const when = new Date(receipt.chosenAt).toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
  return (
    <article className={styles.receipt}>
      <p className={styles.soft}>{receipt.question} · {when}</p>
      <p className={styles.chosen}>{receipt.chosen} <Badge tone={TONE[standing as keyof typeof TONE]}>{words.standing[standing]}</Badge></p>
      <p>{by} {receipt.answer !== 'not now' && receipt.ledTo} {receipt.whyNot}</p>
      {standing === 'read' && receipt.words && <p>“{receipt.words}”</p>}
      <p className={styles.soft}>{words.how[receipt.how]} · {words.recordedBy(receipt.recordedByName)}</p>
      {receipt.offered.length > 0 && (
        <details>
          <summary className={styles.summary}>{words.offered}</summary>
          <ol className={styles.offered}>{receipt.offered.map((option) => <li key={option.key}><OptionAdvice option={option} /></li>)}</ol>
        </details>
      )}
    </article>
  );
}

/** The advice on one option, with how it was ranked. */
export function OptionAdvice({ option }: { option: ShownOption }) {
  return (
    <div className={styles.option}>
      <p className={styles.optionTitle}>{option.title}</p>
      <ul className={styles.reasons}>{option.reasons.map((reason) => <li key={reason.words}>{reason.words}</li>)}</ul>
      <p><span className={styles.soft}>{words.against}:</span> {option.drawback}</p>
      <p><span className={styles.soft}>{words.sure[option.sureness]}:</span> {option.sureWhy}</p>
      <p className={styles.soft}>{words.ranking(option.score)}: {option.parts.map(({ name, points }) => words.part(name, points)).join(', ')}</p>
    </div>
  );
}
