import { BookOpen, PenLine } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ResultOf } from 'gql.tada';
import { useSearchParams } from 'wouter';
import { Asked, Failed } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { EmptyState } from '@promenade/ui/empty-state';
import { Grid, Row, Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { Picture } from '@promenade/ui/picture';
import { useAsk } from '@promenade/ui/query.ts';
import { useMay } from '../../app/me.ts';
import { draftsDocument, shelfDocument } from './library.graphql.ts';
import styles from './library.module.css';
import { Filters, type Wanted, wantedIn } from './shelf-filters.tsx';
import { words } from './words.ts';

type Shelf = ResultOf<typeof shelfDocument>['library'];
type Entry = Shelf['entries'][number];

/** What there is to do: by group, by words, and for one person with the reason. */
export function LibraryPage() {
  const [params, setParams] = useSearchParams();
  const wanted = wantedIn(params);
  const [letters, setLetters] = useState(wanted.words);
  const sought = useSettled(letters);
  const asked = useAsk(shelfDocument, { input: inputOf({ ...wanted, words: sought }) });
  // What was found before stays until the next answer comes: the page does not jump while somebody types.
  const [shown, setShown] = useState<Shelf | null>(null);
  if (asked.data && asked.data.library !== shown) setShown(asked.data.library);
  const may = useMay('library.write');
  const change = (more: Partial<Wanted>) => setParams((before) => {
    const next = new URLSearchParams(before);
    for (const [name, value] of Object.entries(more)) if (value) next.set(name, value); else next.delete(name);
    return next;
  }, { replace: true });
  const say = (typed: string) => {
    setLetters(typed);
    change({ words: typed.trim() });
  };
  const clear = () => {
    setLetters('');
    setParams(new URLSearchParams(), { replace: true });
  };
  return (
    <Page title={words.title} lead={words.lead} actions={may && <LinkButton href="/library/new" icon={<PenLine aria-hidden="true" />}>{words.write}</LinkButton>}>
      <Stack gap={5}>
        <Filters wanted={wanted} letters={letters} onLetters={say} onChange={change} onClear={clear} />
        {may && <Drafts />}
        <Failed error={asked.error} />
        {shown ? <Found library={shown} isGrouped={!shown.forPerson && sought.trim() === ''} /> : <Asked of={asked}>{() => null}</Asked>}
      </Stack>
    </Page>
  );
}

/** What was typed, once the hand has rested a moment. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), 150);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}

function inputOf(wanted: Wanted) {
  return {
    forResident: wanted.for || null, words: wanted.words.slice(0, 200) || null, kinds: wanted.kind ? [wanted.kind] : null, setting: wanted.setting || null, free: wanted.free === 'yes',
    minutes: wanted.minutes ? Number(wanted.minutes) : null, company: wanted.company || null, kitHere: wanted.kit === 'yes', use: wanted.use || null,
  };
}

function Found({ library, isGrouped }: { library: Shelf; isGrouped: boolean }) {
  const { entries, total, forPerson } = library;
  if (entries.length === 0) return <EmptyState title={words.none} icon={<BookOpen />}>{words.noneHint}</EmptyState>;
  const groups = isGrouped ? Object.keys(words.kinds).map((kind) => [kind, entries.filter((entry) => entry.kind === kind)] as const).filter(([, list]) => list.length > 0) : [];
  return (
    <>
      <p role="status" className={styles.soft}>
        {words.shown(entries.length, total)}. {forPerson && words.inOrder(forPerson.name)}{' '}
        {forPerson && !forPerson.style && <>{words.noStyle(forPerson.name)}<a href={`/people/${forPerson.id}/support`}>{words.recordStyle}</a>.</>}
      </p>
      {isGrouped
        ? groups.map(([kind, list]) => (
          <section key={kind} aria-labelledby={`kind-${kind}`} className={styles.group}>
            <h2 id={`kind-${kind}`}>{words.kinds[kind] ?? kind} <span className={styles.soft}>{list.length}</span></h2>
            <Entries entries={list} level={3} />
          </section>
        ))
        : <Entries entries={entries} level={2} />}
    </>
  );
}

function Entries({ entries, level }: { entries: readonly Entry[]; level: 2 | 3 }) {
  return (
    <Grid as="ul" min={15}>
      {entries.map((entry) => (
        <Card key={entry.ref} as="li" level={level} title={entry.name} href={`/library/${entry.ref}`} before={<Picture name={entry.picture} />}>
          <p>{entry.line}</p>
          {entry.how && <p><span className={styles.soft}>{words.joins}</span> {entry.how}</p>}
          {entry.drawbacks.map((drawback) => <p key={drawback} className={styles.drawback}>{drawback}</p>)}
          <p className={styles.takes}>{entry.takes}</p>
          <Row gap={2}>
            {words.useBadges[entry.use] && <Badge tone={entry.use === 'retired' ? 'missed' : 'calm'}>{words.useBadges[entry.use]}</Badge>}
            {entry.own && <Badge tone="kept">{words.ours}</Badge>}
            {entry.missingKit.length > 0 && <Badge tone="owed">{words.missing(entry.missingKit)}</Badge>}
          </Row>
        </Card>
      ))}
    </Grid>
  );
}

function Drafts() {
  const asked = useAsk(draftsDocument, {});
  const drafts = asked.data?.entryDrafts ?? [];
  if (drafts.length === 0) return null;
  return (
    <Card title={words.drafts}>
      <ul>
        {drafts.map(({ id, activityId, name, savedByName }) => (
          <li key={id}><a href={`/library/${activityId ? `${activityId}/change` : 'new'}?draft=${id}`}>{words.draftOf(name, savedByName)}</a></li>
        ))}
      </ul>
    </Card>
  );
}
