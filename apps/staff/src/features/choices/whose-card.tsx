import { Card } from '@promenade/ui/card';
import { Notice } from '@promenade/ui/notice';
import type { Whose } from './choices.ts';
import styles from './choices.module.css';
import { words } from './words.ts';

type Shown = { title: string; lead: string; whose: Whose; summary: (own: number, all: number) => string; only: string; shown?: string | null; onShow?: (code: string | null) => void };

/** The numbers, each a way to what is behind it. */
export function WhoseCard({ title, lead, whose, summary, only, shown = null, onShow }: Shown) {
  const of = (code: string) => whose.counts.find((each) => each.code === code)?.count ?? 0;
  const all = of('decisions');
  return (
    <Card title={title}>
      <p className={styles.soft}>{lead}</p>
      <p className={styles.headline}>{all === 0 ? words.noneYet : summary(of('own'), all)}</p>
      {whose.onlyGoOrNot && <Notice kind="warning">{only}</Notice>}
      <ul role="list" className={styles.counts}>
        {whose.counts.map(({ code, count }) => (
          <li key={code}>
            {onShow ? (
              <button type="button" className={styles.count} aria-pressed={shown === code} disabled={count === 0} onClick={() => onShow(shown === code ? null : code)}>
                <span className={styles.number}>{count}</span> <span>{words.counts[code]}</span>
              </button>
            ) : <div className={styles.count}><span className={styles.number}>{count}</span> <span>{words.counts[code]}</span></div>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
