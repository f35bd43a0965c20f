import { PARTS } from '@promenade/domain/handover/lines';
import type { Handover } from './handover.graphql.ts';
import styles from './handover.module.css';
import { words } from './words.ts';

/** The lines of a handover, part by part; each leads to its record. */
export function Lines({ lines }: { lines: Handover['lines'] }) {
  return (
    <div className={styles.parts}>
      {PARTS.map((part) => {
        const own = lines.filter((line) => line.part === part);
        return own.length === 0 ? null : (
          <section key={part} className={styles.part} data-part={part}>
            <h2>{words.parts[part]}</h2>
            <ul role="list">{own.map((line) => <Line key={`${line.href} ${line.words}`} line={line} />)}</ul>
          </section>
        );
      })}
    </div>
  );
}

function Line({ line }: { line: Handover['lines'][number] }) {
  const isNote = line.href.startsWith('/handover');
  const text = <>{line.who && <strong>{line.who}: </strong>}{line.words}</>;
  return (
    <li className={styles.line}>
      <span>{isNote ? text : <a href={line.href}>{text}</a>}{line.by && <span className={styles.by}> {line.by}</span>}</span>
      {line.more && <span className={styles.more} data-print="no">{words.onlyForYou} {line.more}</span>}
    </li>
  );
}
