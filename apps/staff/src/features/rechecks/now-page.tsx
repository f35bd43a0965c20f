import type { ResultOf } from 'gql.tada';
import { ArrowLeftRight, Bus, DoorOpen, Home, RotateCw, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { clockIn } from '@promenade/domain/shared/time';
import { Asked, Failed } from '@promenade/ui/asked';
import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Dialog } from '@promenade/ui/dialog';
import { EmptyState } from '@promenade/ui/empty-state';
import { Select, TextField } from '@promenade/ui/field';
import { Grid, Row, Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { Picture } from '@promenade/ui/picture';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { words as shared } from '@promenade/ui/words.ts';
import { useMay, useMe } from '../../app/me.ts';
import { goNowDocument, letThemGoDocument } from './now.graphql.ts';
import styles from './rechecks.module.css';
import { now as words } from './words.ts';

type Answer = ResultOf<typeof goNowDocument>['goNow'];
type Going = Answer['options'][number];

/** Who could go now: what could leave or begin within the hour, without a meeting. */
export function NowPage() {
  const asked = useAsk(goNowDocument, {});
  return (
    <Page title={words.title} kicker={<a href="/">{words.back}</a>} lead={words.lead} actions={<Button icon={<RotateCw />} busy={asked.isFetching} onClick={() => void asked.refetch()}>{words.lookAgain}</Button>}>
      <Asked of={asked}>
        {({ goNow }) => (
            <Stack gap={5}>
              {goNow.hasPlan && <Free free={goNow.free} />}
              {goNow.options.length === 0 && <EmptyState title={goNow.hasPlan ? words.nothing : words.noPlan} icon={<DoorOpen />}>{goNow.hasPlan ? words.nothingWhat : words.noPlanWhat}</EmptyState>}
              <Options title={words.out} options={goNow.options.filter(({ kind }) => kind === 'out')} />
              <Options title={words.home} options={goNow.options.filter(({ kind }) => kind !== 'out')} />
              {goNow.overrides > 0 && <p className={styles.by}>{words.overrides(goNow.overrides)}</p>}
            </Stack>
          )}
      </Asked>
    </Page>
  );
}

/** Who is between things, which wheels stand still, and how many the floor can spare. */
function Free({ free: { staff, vehicles, spare, spareFrom } }: { free: Answer['free'] }) {
  return (
    <section className={styles.part} aria-labelledby="free">
      <h2 id="free" className={styles.heading}>{words.free}</h2>
      {staff.length + vehicles.length === 0 ? <p>{words.nobodyFree}</p> : (
        <ul role="list" className={styles.free}>
          {staff.map(({ name, until }) => <li key={name}><Badge tone="kept" icon={<UserRound />}>{words.freeUntil(name, until)}</Badge></li>)}
          {vehicles.map(({ name, until }) => <li key={name}><Badge tone="calm" icon={<Bus />}>{words.freeUntil(name, until)}</Badge></li>)}
        </ul>
      )}
      <p className={styles.by}>{spare > 0 ? words.spare(spare) : words.noSpare(spareFrom)}</p>
    </section>
  );
}

function Options({ title, options }: { title: string; options: readonly Going[] }) {
  if (options.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      <Grid as="ul" min={20}>{options.map((option) => <Option key={`${option.activityId} ${option.start}`} option={option} />)}</Grid>
    </section>
  );
}

function useGo() {
  const [, go] = useLocation();
  return useTell(letThemGoDocument, {
    onAnswer: ({ letThemGo }) => {
      if (letThemGo.__typename !== 'Gone') return;
      toast(words.done);
      go('/');
    },
  });
}

function Option({ option }: { option: Going }) {
  const { zone } = useMe().home;
  const mayGo = useMay('plan.go');
  const [isSwapping, setSwapping] = useState(false);
  const tell = useGo();
  const { activityId, start } = option;
  const [first, ...rest] = option.sentences;
  return (
    <Card as="li" level={3} title={option.activityName} before={<Picture name={option.picture} />} aside={<Badge tone="calm" icon={option.kind === 'out' ? <DoorOpen /> : <Home />}>{words.until(clockIn(zone, new Date(option.leavesAt)), clockIn(zone, new Date(option.backAt)))}</Badge>}>
      <p><strong>{first}</strong></p>
      {rest.map((sentence) => <p key={sentence}>{sentence}</p>)}
      <details className={styles.more}>
        <summary>{words.why}</summary>
        <ul className={styles.findings}>{[...option.comes, ...option.waits].map(({ residentId, words: sentence }) => <li key={residentId}>{sentence}</li>)}</ul>
        {mayGo && option.waits.length > 0 && <Button kind="plain" icon={<ArrowLeftRight />} onClick={() => setSwapping(true)}>{words.swap}</Button>}
      </details>
      <RefusedNotice refused={refusalIn(tell.data?.letThemGo)} />
      <Failed error={tell.error} />
      {mayGo && <Row><Button kind="primary" busy={tell.isPending} aria-label={words.goFor(option.activityName)} onClick={() => tell.mutate({ activityId, start })}>{words.go}</Button></Row>}
      {isSwapping && <Swap option={option} onClose={() => setSwapping(false)} />}
    </Card>
  );
}

/** Somebody goes out of turn: with a reason, which whoever gives way may read. */
function Swap({ option, onClose }: { option: Going; onClose: () => void }) {
  const [goesId, setGoesId] = useState(option.waits[0]?.residentId ?? '');
  const [insteadId, setInsteadId] = useState(option.comes.at(-1)?.residentId ?? '');
  const [reason, setReason] = useState('');
  const tell = useGo();
  const people = (turns: Going['comes']) => turns.map(({ residentId, name }) => ({ value: residentId, label: name }));
  return (
    <Dialog open kind="sheet" onClose={onClose} title={words.swap} actions={
      <>
        <Button onClick={onClose}>{shared.cancel}</Button>
        <Button kind="primary" busy={tell.isPending} onClick={() => tell.mutate({ activityId: option.activityId, start: option.start, override: { goesId, insteadId, reason } })}>{words.go}</Button>
      </>
    }>
      <Stack gap={4}>
        <p>{words.swapLead}</p>
        <Select label={words.goes} value={goesId} onValue={setGoesId} options={people(option.waits)} />
        <Select label={words.instead} value={insteadId} onValue={setInsteadId} options={people(option.comes)} />
        <TextField label={words.reason} value={reason} onValue={setReason} />
        <RefusedNotice refused={refusalIn(tell.data?.letThemGo)} />
        <Failed error={tell.error} />
      </Stack>
    </Dialog>
  );
}
