import { dayIn } from '@promenade/domain/shared/time';
import { Card } from '@promenade/ui/card';
import { LinkButton } from '@promenade/ui/button';
import { Notice } from '@promenade/ui/notice';
import { useAsk } from '@promenade/ui/query.ts';
import { useMay, useMe } from '../../app/me.ts';
import { needsToday } from './changes.graphql.ts';
import styles from './changes.module.css';
import { words } from './words.ts';

const EVERY_MINUTE = 60_000;

/** That something published no longer holds: to those who plan all of it, to everybody else what is of this day. */
export function NeedsAnswer({ day }: { day: string }) {
  const { zone } = useMe().home;
  const mayMend = useMay('plan.publish');
  const asked = useAsk(needsToday, { day }, { everyMs: EVERY_MINUTE });
  const needs = asked.data?.needsAnswer;
  if (!needs || needs.count === 0) return null;
  const sessions = needs.weeks.flatMap((week) => week.sessions);
  const ofTheDay = sessions.filter(({ startsAt }) => dayIn(zone, new Date(startsAt)) === day);
  if (!mayMend && ofTheDay.length === 0) return null;
  const acting = [...new Set((mayMend ? sessions : ofTheDay).map(({ mustAct }) => mustAct).filter((name) => name !== null))];
  return (
    <Notice kind="warning" live="polite" title={words.noLonger(mayMend ? needs.count : ofTheDay.length, !mayMend)}
      actions={<LinkButton href="/changes" kind={mayMend ? 'primary' : 'quiet'}>{mayMend ? words.needsLook : words.needsSee}</LinkButton>}>
      {needs.mine > 0 ? words.noLongerMine(needs.mine) : acting.length > 0 && words.noLongerOthers(acting.join('; '))}
    </Notice>
  );
}

/** What was told of changes to this day; what was asked of whoever looks stands first. */
export function ToldToday({ day }: { day: string }) {
  const asked = useAsk(needsToday, { day }, { everyMs: EVERY_MINUTE });
  const tellings = asked.data?.tellings ?? [];
  const mine = tellings.filter(({ isMine }) => isMine);
  const others = tellings.filter(({ isMine }) => !isMine);
  if (tellings.length === 0) return null;
  return (
    <Card title={words.changed} tone={mine.length > 0 ? 'owed' : 'calm'}>
      {mine.length > 0 && <ul className={styles.told}>{mine.map((each) => <li key={each.id}><strong>{each.words}</strong></li>)}</ul>}
      {others.length > 0 && (
        <ul className={styles.told}>{others.map((each) => <li key={each.id}>{each.words}</li>)}</ul>
      )}
      <p className={styles.by}>{words.toldBy([...new Set(tellings.map(({ toldByName }) => toldByName))])}</p>
    </Card>
  );
}
