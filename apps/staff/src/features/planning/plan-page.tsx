import { CalendarDays, CircleHelp, HandHelping, PencilLine } from 'lucide-react';
import { addDays, clockIn, dayIn, sayDay } from '@promenade/domain/shared/time';
import { Asked } from '@promenade/ui/asked';
import { StateChip } from '@promenade/ui/badge';
import { Button, LinkButton } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Row, Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import type { ResultOf } from 'gql.tada';
import { useLocation } from 'wouter';
import { useMay, useMe } from '../../app/me.ts';
import { startDraftDocument, weeksDocument } from './planning.graphql.ts';
import { words } from './words.ts';

type PlanWeek = ResultOf<typeof weeksDocument>['planWeeks'][number];

/** The weeks that are coming: what people have been told, and what is being planned. */
export function PlanPage() {
  const asked = useAsk(weeksDocument);
  const mayPlan = useMay('plan.write');
  return (
    <Page
      title={words.weeks.title}
      lead={words.weeks.lead}
      actions={
        <>
          <LinkButton href="/can-we" icon={<CircleHelp />}>
            {words.weeks.canWe}
          </LinkButton>
          {mayPlan && (
            <LinkButton href="/what-would-help" icon={<HandHelping />}>
              {words.weeks.whatHelps}
            </LinkButton>
          )}
        </>
      }
    >
      <Asked of={asked}>
        {({ planWeeks }) => (
          <Stack as="ul">
            {planWeeks.map((week, n) => (
              <WeekCard key={week.weekStarts} week={week} n={n} />
            ))}
          </Stack>
        )}
      </Asked>
    </Page>
  );
}

function WeekCard({ week, n }: { week: PlanWeek; n: number }) {
  const mayWrite = useMay('plan.write');
  const { home } = useMe();
  const [, go] = useLocation();
  const start = useTell(startDraftDocument, {
    onAnswer: ({ startDraft }) => {
      if (startDraft.__typename === 'Plan') go(`/plan/${startDraft.id}`);
    },
  });
  const { published, drafts, weekStarts } = week;
  const when = (at: unknown) => {
    const instant = new Date(String(at));
    return `${sayDay(dayIn(home.zone, instant))}, ${clockIn(home.zone, instant)}`;
  };
  const people = new Set(published?.sessions.flatMap(({ residents }) => residents)).size;
  const range = `${sayDay(weekStarts)} – ${sayDay(addDays(weekStarts, 6))}`;
  return (
    <Card
      as="li"
      title={n === 0 ? words.weeks.thisWeek : n === 1 ? words.weeks.nextWeek : words.weeks.weekOf(sayDay(weekStarts))}
      tone={published ? 'kept' : drafts.length > 0 ? 'owed' : undefined}
      aside={published ? <StateChip state="published" /> : drafts.length > 0 ? <StateChip state="draft" /> : null}
    >
      <p>{range}</p>
      {published && (
        <p>
          {words.weeks.published(published.publishedByName ?? '', when(published.publishedAt))} {words.weeks.sessions(published.sessions.length, people)}
        </p>
      )}
      {!published && drafts.length === 0 && <p>{words.weeks.nothing}</p>}
      {drafts.map((draft) => (
        <p key={draft.id}>{words.weeks.draftBy(draft.createdByName ?? '', draft.sessions.length)}</p>
      ))}
      <RefusedNotice refused={refusalIn(start.data?.startDraft)} />
      <Row>
        {published && (
          <LinkButton href={`/plan/${published.id}`} icon={<CalendarDays />} kind={drafts.length > 0 ? 'quiet' : 'primary'}>
            {words.weeks.look}
          </LinkButton>
        )}
        {drafts.map((draft, i) => (
          <LinkButton key={draft.id} href={`/plan/${draft.id}`} icon={<PencilLine />} kind={i === 0 ? 'primary' : 'quiet'}>
            {words.weeks.openDraft}
          </LinkButton>
        ))}
        {mayWrite && drafts.length === 0 && (
          <Button icon={<PencilLine />} kind={published ? 'quiet' : 'primary'} busy={start.isPending} onClick={() => start.mutate({ weekStarts })}>
            {published ? words.weeks.change : words.weeks.start}
          </Button>
        )}
      </Row>
    </Card>
  );
}
