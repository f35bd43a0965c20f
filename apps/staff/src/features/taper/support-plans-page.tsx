import { Asked } from '@promenade/ui/asked';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { plansDocument } from './taper.graphql.ts';
import styles from './taper.module.css';
import { pounds, words } from './words.ts';

/** Everybody who has a support plan; those somebody has to talk with first. */
export function SupportPlansPage() {
  const asked = useAsk(plansDocument, {});
  return (
    <Page title={words.listTitle} lead={words.listLead}>
      <Asked of={asked}>
        {({ supportPlans }) => (supportPlans.length === 0 ? <EmptyState title={words.listNone}>{words.listNoneWhat}</EmptyState> : (
          <Stack as="ul" gap={3}>
            {supportPlans.map((each) => (
              <Card as="li" level={2} key={each.residentId} title={each.name} href={`/people/${each.residentId}/support-plan`} tone={each.state === 'stopped' ? 'missed' : each.notices.length > 0 ? 'owed' : undefined}>
                {each.state !== 'stopped' && <p>{each.words}</p>}
                {each.notices.map((notice) => <p key={notice}>{notice}</p>)}
                <p className={styles.soft}>{[each.wishMinutes > 0 && `${each.wishMinutes} ${words.balance(each.wishMinutes)}`, each.savedPence > 0 && `${words.saved2} ${pounds(each.savedPence)}`].filter(Boolean).join(' · ')}</p>
              </Card>
            ))}
          </Stack>
        ))}
      </Asked>
    </Page>
  );
}
