import { Asked } from '@promenade/ui/asked';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { toLookAtDocument } from './outcomes.graphql.ts';
import styles from './outcomes.module.css';
import { words } from './words.ts';

/** Who in the home grows less sure, who has no outcome, and whose is to be looked at: nobody without one stays unnoticed. */
export function ToLookAtPage() {
  const asked = useAsk(toLookAtDocument, {});
  return (
    <Page title={words.listTitle} lead={words.listLead}>
      <Asked of={asked}>
        {({ outcomesToLookAt, confidenceToTalkAbout }) => (outcomesToLookAt.length + confidenceToTalkAbout.length === 0 ? <EmptyState title={words.listNone} /> : (
          <Stack gap={5}>
            {confidenceToTalkAbout.length > 0 && (
              <section className={styles.part}>
                <h2>{words.lessSure}</h2>
                <Stack as="ul" gap={3}>
                  {confidenceToTalkAbout.map((each) => (
                    <Card as="li" level={3} key={each.outcomeId} title={each.name} href={`/people/${each.residentId}/outcomes`} tone="calm">
                      <p>“{each.outcomeWords}”</p>
                      <p>{each.words}</p>
                      {each.namedWorker && <p className={styles.soft}>{words.answers(each.namedWorker)}</p>}
                    </Card>
                  ))}
                </Stack>
              </section>
            )}
            {outcomesToLookAt.length > 0 && (
              <section className={styles.part}>
                <h2>{words.dueTitle}</h2>
                <Stack as="ul" gap={3}>
                  {outcomesToLookAt.map((each) => (
                    <Card as="li" level={3} key={`${each.residentId}${each.words}`} title={each.name} href={`/people/${each.residentId}/outcomes`} tone={each.kind === 'none' ? 'missed' : 'owed'}>
                      <p>{each.words}</p>
                      {each.namedWorker && <p className={styles.soft}>{words.answers(each.namedWorker)}</p>}
                    </Card>
                  ))}
                </Stack>
              </section>
            )}
          </Stack>
        ))}
      </Asked>
    </Page>
  );
}
