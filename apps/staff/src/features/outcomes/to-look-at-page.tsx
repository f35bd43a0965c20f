import { Asked } from '@promenade/ui/asked';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { toLookAtDocument } from './outcomes.graphql.ts';
import styles from './outcomes.module.css';
import { words } from './words.ts';

/** Who in the home has no outcome, and whose is to be looked at: nobody without one stays unnoticed. */
export function ToLookAtPage() {
  const asked = useAsk(toLookAtDocument, {});
  return (
    <Page title={words.listTitle} lead={words.listLead}>
      <Asked of={asked}>
        {({ outcomesToLookAt }) => (outcomesToLookAt.length === 0 ? <EmptyState title={words.listNone} /> : (
          <Stack as="ul" gap={3}>
            {outcomesToLookAt.map((each) => (
              <Card as="li" level={2} key={`${each.residentId}${each.words}`} title={each.name} href={`/people/${each.residentId}/outcomes`} tone={each.kind === 'none' ? 'missed' : 'owed'}>
                <p>{each.words}</p>
                {each.namedWorker && <p className={styles.soft}>{words.answers(each.namedWorker)}</p>}
              </Card>
            ))}
          </Stack>
        ))}
      </Asked>
    </Page>
  );
}
