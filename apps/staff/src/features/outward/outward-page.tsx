import type { ResultOf } from 'gql.tada';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { sayDay, sayWhen } from '@promenade/domain/shared/time';
import { Asked, Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Dialog } from '@promenade/ui/dialog';
import { EmptyState } from '@promenade/ui/empty-state';
import { Stack } from '@promenade/ui/layout';
import { Notice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { toast } from '@promenade/ui/toast';
import { Unseen } from '@promenade/ui/unseen';
import { words as shared } from '@promenade/ui/words.ts';
import { useMe } from '../../app/me.ts';
import { endCalendarLinkDocument, endDigestDocument, outwardLinesDocument } from './outward.graphql.ts';
import styles from './outward.module.css';
import { words } from './words.ts';

type Line = ResultOf<typeof outwardLinesDocument>['outwardLines'][number];
type Ending = { what: 'calendar' | 'digest'; id: string; supporter: string };

/** Every calendar link and weekly e-mail of the home, those in trouble first, with a way to end each. */
export function OutwardPage() {
  const asked = useAsk(outwardLinesDocument);
  const [ending, setEnding] = useState<Ending | null>(null);
  return (
    <Page narrow title={words.title} lead={words.lead} kicker={<a href="/sign-ins"><ArrowLeft aria-hidden="true" /> {words.back}</a>}>
      <Asked of={asked}>
        {({ outwardLines }) => {
          const trouble = outwardLines.flatMap(({ supporter, person, digest }) => (digest?.trouble ? [`${words.about(supporter, person)}: ${digest.trouble}`] : []));
          return (
            <Stack gap={5}>
              {trouble.length > 0 && <Notice kind="warning" title={words.trouble} reasons={trouble} />}
              {outwardLines.length === 0 ? <EmptyState title={words.none} /> : (
                <Stack as="ul">
                  {outwardLines.map((line) => <OneLine key={`${line.supporterId} ${line.residentId}`} line={line} onEnd={setEnding} />)}
                </Stack>
              )}
            </Stack>
          );
        }}
      </Asked>
      {ending && <End ending={ending} onClose={() => setEnding(null)} />}
    </Page>
  );
}

function OneLine({ line: { supporter, person, calendar, digest }, onEnd }: { line: Line; onEnd: (ending: Ending) => void }) {
  const { zone } = useMe().home;
  const say = (at: string) => sayWhen(zone, new Date(at));
  return (
    <Card as="li" title={words.about(supporter, person)}>
      {calendar && (
        <div className={styles.entry}>
          <p>{words.calendar(say(calendar.madeAt))} {calendar.lastUsedAt ? words.used(say(calendar.lastUsedAt)) : words.notUsed}</p>
          <Button onClick={() => onEnd({ what: 'calendar', id: calendar.id, supporter })}>{words.endCalendar}<Unseen>{words.of(supporter)}</Unseen></Button>
        </div>
      )}
      {digest && (
        <div className={styles.entry}>
          <p>{[words.digest(words.days[digest.weekday - 1] ?? '', digest.atTime), digest.pausedUntil ? words.paused(sayDay(digest.pausedUntil)) : '', digest.lastSentAt ? words.sent(say(digest.lastSentAt)) : words.notSent].filter(Boolean).join(' ')}</p>
          <Button onClick={() => onEnd({ what: 'digest', id: digest.id, supporter })}>{words.endDigest}<Unseen>{words.of(supporter)}</Unseen></Button>
        </div>
      )}
    </Card>
  );
}

function End({ ending: { what, id, supporter }, onClose }: { ending: Ending; onClose: () => void }) {
  const onAnswer = () => {
    toast(words.ended);
    onClose();
  };
  const calendar = useTell(endCalendarLinkDocument, { onAnswer });
  const digest = useTell(endDigestDocument, { onAnswer });
  const end = what === 'calendar' ? calendar : digest;
  return (
    <Dialog open onClose={onClose} title={what === 'calendar' ? words.confirmCalendar(supporter) : words.confirmDigest(supporter)}
      actions={
        <>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button kind="danger" busy={end.isPending} onClick={() => end.mutate({ id })}>{words.yes}</Button>
        </>
      }
    >
      <Failed error={end.error} />
      <p>{words.confirmWhat}</p>
    </Dialog>
  );
}
