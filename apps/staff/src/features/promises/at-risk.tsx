import { ShieldCheck } from 'lucide-react';
import { Asked } from '@promenade/ui/asked';
import { StateChip } from '@promenade/ui/badge';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Stack } from '@promenade/ui/layout';
import { Picture } from '@promenade/ui/picture';
import { useAsk } from '@promenade/ui/query.ts';
import { atRiskDocument } from './promises.graphql.ts';
import styles from './promises.module.css';
import { words } from './words.ts';

/** What is at risk now, what is wrong with it, and who must act. */
export function AtRisk() {
  const asked = useAsk(atRiskDocument);
  return (
    <Asked of={asked}>
      {({ promisesAtRisk }) => promisesAtRisk.length === 0 ? <EmptyState title={words.noneAtRisk} icon={<ShieldCheck />} /> : (
        <Stack gap={4}>
          <p className={styles.soft}>{words.atRiskLead}</p>
          <Stack gap={4} as="ul">
            {promisesAtRisk.map((each) => (
              <Card key={each.id} as="li" tone="owed" before={<Picture name={each.picture ?? 'handshake'} size="small" />} title={<a href={`/promises/${each.id}`}>{each.residentName}: {each.words}</a>} aside={<StateChip state="atRisk" />}>
                <p className={styles.soft}>{words.dueOn}: {words.due(each.dueOn)}</p>
                <ul className={styles.risks}>{each.risks.map((risk) => <li key={risk.words}>{risk.words}{risk.because && words.riskSince(risk.because, risk.saidBy)}</li>)}</ul>
                <p><strong>{each.mustAct ? words.mustAct(each.mustAct) : words.noMustAct}</strong></p>
              </Card>
            ))}
          </Stack>
        </Stack>
      )}
    </Asked>
  );
}
