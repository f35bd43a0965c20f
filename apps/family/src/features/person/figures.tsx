import type { FamilyPerson } from './person-page.tsx';
import styles from './person.module.css';
import { words } from './words.ts';

/** How often promises are kept, and for what reasons not. */
export function Figures({ figures }: { figures: NonNullable<FamilyPerson['figures']> }) {
  return (
    <section className={styles.part}>
      <h2>{words.gone}</h2>
      <p>{figures.words}</p>
      {figures.reasons.length > 0 && (
        <>
          <p>{words.whyNot}</p>
          <ul>
            {figures.reasons.map((reason) => (
              <li key={reason.words}>
                {reason.words} <span className={styles.soft}>({words.times(reason.times)})</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
