import type { ResultOf } from 'gql.tada';
import { useParams } from 'wouter';
import { sayDay, sayWhen } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { StateChip } from '@promenade/ui/badge';
import { Card } from '@promenade/ui/card';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { useMe } from '../../app/me.ts';
import { to } from '../../app/to.ts';
import { stateOf, toneOf } from '../../common/looks.ts';
import { Why } from '../../common/why.tsx';
import { promiseDocument } from './promise.graphql.ts';
import styles from './promise.module.css';
import { words } from './words.ts';
import { YourWord } from './your-word.tsx';

type Parts = ResultOf<typeof promiseDocument>['familyPromise'];

export function PromisePage() {
  const { id = '' } = useParams();
  const asked = useAsk(promiseDocument, { id });
  return <Asked of={asked}>{({ familyPromise }) => <PromiseView page={familyPromise} />}</Asked>;
}

function PromiseView({ page }: { page: Parts }) {
  const { promise } = page;
  return (
    <Page narrow title={promise.words} kicker={<a href={to(`/people/${page.personId}/promises`)}>{words.promise} to {page.person}</a>}>
      <Card as="div" tone={toneOf(promise.mark)}>
        <div>
          <StateChip state={stateOf(promise.mark)} />
        </div>
        <p className={styles.state}>{promise.stateWords}</p>
        {promise.dispute && <p className={styles.dispute}>{promise.dispute.words}</p>}
        <Why promise={promise} />
        <dl className={styles.facts}>
          <div>
            <dt>{words.promised}</dt>
            <dd>{words.by(promise.madeBy, sayDay(promise.madeOn))}</dd>
          </div>
          <div>
            <dt>{words.due}</dt>
            <dd>{sayDay(promise.dueOn)}</dd>
          </div>
          <div>
            <dt>{words.level}</dt>
            <dd>{words.levels[promise.level] ?? promise.level}</dd>
          </div>
        </dl>
      </Card>
      <History page={page} />
      <YourWord id={promise.id} person={page.person} />
      {page.head && (
        <details className={styles.proof}>
          <summary>{words.proof}</summary>
          <p>{words.proofWhy}</p>
          <p>{words.entries(page.head.entries)}</p>
          <p>
            <code className={styles.hash}>{page.head.hash}</code>
          </p>
        </details>
      )}
    </Page>
  );
}

function History({ page }: { page: Parts }) {
  const { home } = useMe();
  return (
    <section className={styles.part}>
      <h2>{words.history}</h2>
      <ol role="list" className={styles.path}>
        {page.history.map((entry) => (
          <li key={entry.id} className={styles.step}>
            <p className={styles.when}>{sayWhen(home.zone, new Date(entry.at))}</p>
            <p>{entry.sentence}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
