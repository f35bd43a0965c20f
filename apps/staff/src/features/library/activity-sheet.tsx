import { Picture } from '@promenade/ui/picture';
import { type EntryPage, factsOf } from './activity-page.tsx';
import styles from './sheet.module.css';
import { words } from './words.ts';

/** The same on one A4 page, for the pocket: no names of residents are on it. */
export function ActivitySheet({ page }: { page: EntryPage }) {
  const { entry } = page;
  return (
    <article className={styles.sheet} aria-hidden="true">
      <header>
        <Picture name={entry.picture} bare />
        <div>
          <h1>{entry.name}</h1>
          <p>{factsOf(page).join(' · ')}</p>
        </div>
      </header>
      <p className={styles.why}>{entry.why}</p>
      <div className={styles.halves}>
        <section>
          <h2>{words.how}</h2>
          <ol>{page.steps.map((step) => <li key={step}>{step}</li>)}</ol>
        </section>
        <section>
          <h2>{words.watch}</h2>
          <ul>{page.watchFor.map((risk) => <li key={risk}>{risk}</li>)}</ul>
          <h2>{words.kit}</h2>
          <ul>{page.kit.map(({ item }) => <li key={item}>{item}</li>)}</ul>
          <p><strong>{words.where}:</strong> {page.placeWords}</p>
          <p><strong>{words.hands}:</strong> {page.staffWords}</p>
        </section>
      </div>
      <h2>{words.adapt}</h2>
      <dl>
        {Object.entries(words.styles).map(([style, label]) => <div key={style}><dt>{label}</dt><dd>{page.adapt[style as keyof typeof page.adapt]}</dd></div>)}
      </dl>
      <div className={styles.halves}>
        <p><strong>{words.good}:</strong> {page.goodDay}</p>
        <p><strong>{words.bad}:</strong> {page.badDay}</p>
      </div>
      <p><strong>{words.respect}:</strong> {page.respect}</p>
      {page.notes.length > 0 && <p><strong>{words.worked}:</strong> {page.notes.filter(({ kind }) => kind === 'worked').slice(0, 3).map(({ words: said }) => said).join(' · ')}</p>}
    </article>
  );
}
