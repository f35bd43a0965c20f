import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Row } from '@promenade/ui/layout';
import type { Tone } from '@promenade/ui/tone.ts';
import { Unseen } from '@promenade/ui/unseen';
import { type Venue, type VenueFact, sayDate } from './venue.ts';
import styles from './venues.module.css';
import { words } from './words.ts';

const isUnknown = ({ answer, words: said }: VenueFact) => answer === 'unknown' && said === '';
const TONE: Partial<Record<string, Tone>> = { yes: 'kept', partly: 'owed', no: 'missed' };

/** What is known, each with who says so; and what nobody has checked, which is neither yes nor no. */
export function Facts({ venue, onCheck }: { venue: Venue; onCheck: ((fact: VenueFact) => void) | null }) {
  const [unknown, known] = [venue.facts.filter(isUnknown), venue.facts.filter((fact) => !isUnknown(fact))];
  return (
    <Card title={words.what}>
      {known.length > 0 && <p className={styles.soft}>{words.whatLead}</p>}
      <ul role="list" className={styles.facts}>{known.map((fact) => <Known key={fact.fact} fact={fact} onCheck={onCheck} />)}</ul>
      {unknown.length > 0 && (
        <>
          <h3>{words.unknownTitle}</h3>
          <p className={styles.soft}>{words.unknownLead}</p>
          <ul role="list" className={styles.facts}>
            {unknown.map((fact) => (
              <li key={fact.fact}>
                <div className={styles.fact}><span>{fact.label}</span></div>
                {onCheck && <Button onClick={() => onCheck(fact)}>{words.check}<Unseen>{`: ${fact.label}`}</Unseen></Button>}
                {fact.older.length > 0 && <Older fact={fact} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Known({ fact, onCheck }: { fact: VenueFact; onCheck: ((fact: VenueFact) => void) | null }) {
  return (
    <li>
      <div className={styles.fact}>
        <span className={styles.soft}>{fact.label}</span>
        <Row gap={2}>
          {fact.answer === 'unknown' ? <strong>{fact.words}</strong> : <Badge tone={TONE[fact.answer] ?? 'quiet'}>{fact.answerWords}</Badge>}
          {fact.isStale && <Badge tone="owed">{words.stale}</Badge>}
        </Row>
        {fact.answer !== 'unknown' && fact.words && <span>{fact.words}</span>}
        <span className={styles.small}>{fact.knownWords}{fact.at ? `, ${sayDate(fact.at)}` : ''}</span>
      </div>
      {onCheck && <Button onClick={() => onCheck(fact)}>{words.checkAgain}<Unseen>{`: ${fact.label}`}</Unseen></Button>}
      {fact.beside && <p className={`${styles.small} ${styles.said}`}>{words.beside} {fact.beside.answerWords}{fact.beside.words ? `, ${fact.beside.words}` : ''}</p>}
      {fact.older.length > 0 && <Older fact={fact} />}
    </li>
  );
}

function Older({ fact }: { fact: VenueFact }) {
  return (
    <details className={styles.details}>
      <summary>{words.older(fact.older.length)}<Unseen>{`: ${fact.label}`}</Unseen></summary>
      <ul>{fact.older.map((each) => <li key={`${each.at} ${each.answerWords}`}>{each.answerWords}{each.words ? `, ${each.words}` : ''} <span className={styles.small}>({each.knownWords}{each.at ? `, ${sayDate(each.at)}` : ''})</span></li>)}</ul>
    </details>
  );
}
