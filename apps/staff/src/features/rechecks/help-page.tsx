import type { ResultOf } from 'gql.tada';
import { HandHelping } from 'lucide-react';
import { useState } from 'react';
import { clockIn, dayIn, sayDay } from '@promenade/domain/shared/time';
import { Asked, Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Stack } from '@promenade/ui/layout';
import { Notice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { useMe } from '../../app/me.ts';
import { askHelpDocument, helpDocument } from './help.graphql.ts';
import styles from './rechecks.module.css';
import { help as words } from './words.ts';

type Search = NonNullable<ResultOf<typeof helpDocument>['helpSearch']>;

const isLooking = (search: Search | null | undefined) => search?.state === 'waiting' || search?.state === 'running';
const A_SECOND = 1000;

/** What would help most: which one addition would keep more promises over the last and the next weeks. */
export function HelpPage() {
  const [isWatching, setWatching] = useState(true);
  const asked = useAsk(helpDocument, {}, isWatching ? { everyMs: A_SECOND } : {});
  const search = asked.data?.helpSearch;
  if (asked.data && isWatching !== isLooking(search)) setWatching(isLooking(search));
  const ask = useTell(askHelpDocument, { refresh: [helpDocument], onAnswer: () => setWatching(true) });
  return (
    <Page title={words.title} kicker={<a href="/plan">{words.back}</a>} lead={words.lead} actions={<Button kind="primary" icon={<HandHelping />} busy={ask.isPending || isLooking(search)} onClick={() => ask.mutate({})}>{search ? words.askAgain : words.ask}</Button>}>
      <Failed error={ask.error} />
      <Asked of={asked}>
        {({ helpSearch }) => helpSearch ? <Found search={helpSearch} /> : <EmptyState title={words.never} icon={<HandHelping />}>{words.neverWhat}</EmptyState>}
      </Asked>
    </Page>
  );
}

function Found({ search }: { search: Search }) {
  const { zone } = useMe().home;
  const at = new Date(search.askedAt);
  return (
    <Stack gap={5}>
      <p className={styles.by}>{words.asked(search.askedByName, `${sayDay(dayIn(zone, at))}, ${clockIn(zone, at)}`, search.weeks.map(sayDay))}</p>
      {isLooking(search) && (
        <div role="status">
          <p>{words.looking(search.tried, search.additions)}</p>
          <progress className={styles.progress} aria-label={words.title} max={Math.max(1, search.additions)} value={search.tried} />
        </div>
      )}
      {search.state === 'failed' && <Notice kind="warning">{words.failed}</Notice>}
      {search.state === 'interrupted' && <Notice kind="warning">{words.interrupted}</Notice>}
      {search.lines.length > 0 && (
        <Stack gap={3} as="ol">
          {search.lines.map((line, n) => <Card key={line} as="li" {...(n === 0 ? { tone: 'kept' as const } : {})}><p>{n === 0 ? <strong>{line}</strong> : line}</p></Card>)}
        </Stack>
      )}
      {search.state === 'done' && search.lines.length === 0 && <EmptyState title={words.nothing}>{words.nothingWhat(search.tried, search.additions)}</EmptyState>}
      {search.state === 'done' && search.lines.length > 0 && <p className={styles.by}>{words.tried(search.tried, search.additions)}</p>}
      {search.already.length > 0 && (
        <Card title={words.already} tone="calm">
          <p>{words.alreadyWhat}</p>
          <ul className={styles.findings}>{search.already.map((each) => <li key={each}>{each}</li>)}</ul>
        </Card>
      )}
    </Stack>
  );
}
