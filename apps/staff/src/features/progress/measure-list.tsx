/** Everybody behind the number of a measure: who is missing stands first, with why. */
import { ArrowLeft, CircleCheck, CircleDashed } from 'lucide-react';
import { Asked } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { EmptyState } from '@promenade/ui/empty-state';
import { Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { Table } from '@promenade/ui/table';
import { measureListDocument } from './progress.graphql.ts';
import styles from './progress.module.css';
import { words } from './words.ts';

const text = words.list;

export function MeasureList({ measure }: { measure: string }) {
  const asked = useAsk(measureListDocument, { key: measure });
  return (
    <Asked of={asked}>
      {({ measureList: { measure: { title, source, rule, met, of }, lines } }) => (
        <Page title={title} lead={text.counts(met, of)} kicker={<a href="/progress"><ArrowLeft aria-hidden="true" size="1em" /> {text.back}</a>}>
          <Stack gap={4}>
            <p className={styles.soft}>{rule} {source}.</p>
            <Table
              caption={title} hideCaption lines={lines} lineKey={(line) => `${lines.indexOf(line)}`} empty={<EmptyState title={text.empty} />}
              columns={[
                { key: 'who', heading: text.who, names: true, cell: ({ residentId, name }) => <a href={`/people/${residentId}`}>{name}</a> },
                { key: 'state', heading: text.state, cell: ({ met: isMet }) => <Badge tone={isMet ? 'kept' : 'owed'} icon={isMet ? <CircleCheck /> : <CircleDashed />}>{isMet ? text.met : text.missing}</Badge> },
                { key: 'why', heading: text.why, cell: ({ why }) => why },
              ]}
            />
          </Stack>
        </Page>
      )}
    </Asked>
  );
}
