import type { ResultOf } from 'gql.tada';
import { ArrowLeft, FileText, Luggage, PenLine, Plus, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'wouter';
import { Asked, Failed } from '@promenade/ui/asked';
import { Button, LinkButton } from '@promenade/ui/button';
import { Dialog } from '@promenade/ui/dialog';
import { Stack } from '@promenade/ui/layout';
import { RefusedNotice } from '@promenade/ui/notice';
import { Page as PageFrame } from '@promenade/ui/page';
import { PersonTabs } from '@promenade/ui/person-tabs';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { Unseen } from '@promenade/ui/unseen';
import { words as shared } from '@promenade/ui/words.ts';
import { useMay } from '../../app/me.ts';
import { aboutMeDocument, putOnProfileDocument, takeAwayDocument } from './about-me.graphql.ts';
import styles from './about-me.module.css';
import { Portrait } from './portrait.tsx';
import { SaidView, sayWritten } from './said-view.tsx';
import { SayForm } from './say-form.tsx';
import { SupportForm } from './support-form.tsx';
import { Travel } from './travel.tsx';
import { words } from './words.ts';

export type Page = ResultOf<typeof aboutMeDocument>['aboutMe'];
export type Heading = Page['headings'][number];
type Opened = { what: 'say' | 'takeAway'; heading: Heading } | { what: 'support' | 'travel' } | null;

/** What a person says of themselves, in their own words and voice. */
export function AboutMePage() {
  const { id = '' } = useParams();
  const asked = useAsk(aboutMeDocument, { residentId: id });
  return <Asked of={asked}>{({ aboutMe }) => <AboutMeView page={aboutMe} />}</Asked>;
}

function AboutMeView({ page }: { page: Page }) {
  const [opened, open] = useState<Opened>(null);
  const mayWrite = useMay('people.write');
  const close = () => open(null);
  const isEmpty = page.headings.every(({ current }) => !current);
  return (
    <PageFrame
      title={words.title(page.name)}
      kicker={<a href={`/people/${page.residentId}`}><ArrowLeft aria-hidden="true" /> {words.back(page.name)}</a>}
      lead={words.lead(page.name)}
      actions={
        <>
          <LinkButton href={`/people/${page.residentId}/about-me/profile`} icon={<FileText aria-hidden="true" />}>{words.profile}</LinkButton>
          <Button icon={<Luggage aria-hidden="true" />} onClick={() => open({ what: 'travel' })}>{words.carry}</Button>
        </>
      }
    >
      <PersonTabs residentId={page.residentId} current="about-me" />
      <div className={styles.top}>
        <Portrait page={page} />
        <div className={styles.written}>
          <p>{isEmpty ? words.nothingYet : page.updatedAt ? words.updated(sayWritten(page.updatedAt)) : ''}</p>
          {page.supportedBy && <p>{words.supportedBy(page.supportedBy)}{page.tookPart === false && ` ${words.notThere}`}</p>}
          {mayWrite && <div><Button onClick={() => open({ what: 'support' })}>{words.whoHelped}</Button></div>}
        </div>
      </div>
      <Stack gap={5}>
        {page.headings.map((heading) => (
          <HeadingPart key={heading.heading} heading={heading} mayWrite={mayWrite} onSay={() => open({ what: 'say', heading })} onTakeAway={() => open({ what: 'takeAway', heading })} />
        ))}
      </Stack>
      {opened?.what === 'say' && <SayForm page={page} heading={opened.heading} onClose={close} />}
      {opened?.what === 'takeAway' && <TakeAway page={page} heading={opened.heading} onClose={close} />}
      {opened?.what === 'support' && <SupportForm page={page} onClose={close} />}
      {opened?.what === 'travel' && <Travel page={page} onClose={close} />}
    </PageFrame>
  );
}

function HeadingPart({ heading, mayWrite, onSay, onTakeAway }: { heading: Heading; mayWrite: boolean; onSay: () => void; onTakeAway: () => void }) {
  const { current, older, name } = heading;
  return (
    <section className={current ? styles.part : styles.open} aria-labelledby={`about-${heading.heading}`}>
      <div className={styles.head}>
        <h2 id={`about-${heading.heading}`}>{name}</h2>
        <p className={styles.soft}>{heading.question}</p>
      </div>
      {current ? <SaidView said={current} /> : <p className={styles.soft}>{words.nothingHere}</p>}
      {mayWrite && (
        <div className={styles.actions}>
          <Button icon={current ? <PenLine aria-hidden="true" /> : <Plus aria-hidden="true" />} onClick={onSay}>{current ? words.renew : words.add}<Unseen>{` ${name}`}</Unseen></Button>
          {current && <OnProfile said={current} name={name} />}
          {current && <Button kind="plain" icon={<Undo2 aria-hidden="true" />} onClick={onTakeAway}>{words.takeAway}<Unseen>{` ${name}`}</Unseen></Button>}
        </div>
      )}
      {older.length > 0 && (
        <details className={styles.older}>
          <summary>{words.older(older.length)}<Unseen>{` ${name}`}</Unseen></summary>
          <ol role="list">{older.map((one) => <li key={one.id}><SaidView said={one} isOlder /></li>)}</ol>
        </details>
      )}
    </section>
  );
}

function OnProfile({ said, name }: { said: NonNullable<Heading['current']>; name: string }) {
  const tell = useTell(putOnProfileDocument, {
    onAnswer: ({ answer }) => {
      if (answer.__typename !== 'Refused') toast(said.onPoster ? words.isOff : words.isOn);
    },
  });
  if (said.sensitive || !said.text) return null;
  return (
    <>
      <Button kind="plain" busy={tell.isPending} onClick={() => tell.mutate({ statementId: said.id, onPoster: !said.onPoster })}>
        {said.onPoster ? words.takeOff : words.putOn}<Unseen>{` ${name}`}</Unseen>
      </Button>
      <RefusedNotice refused={refusalIn(tell.data?.answer)} />
      <Failed error={tell.error} />
    </>
  );
}

function TakeAway({ page, heading, onClose }: { page: Page; heading: Heading; onClose: () => void }) {
  const tell = useTell(takeAwayDocument, {
    onAnswer: ({ answer }) => {
      if (answer.__typename === 'Refused') return;
      toast(words.takenAway);
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.takeAway} actions={
      <>
        <Button onClick={onClose}>{shared.cancel}</Button>
        <Button kind="danger" busy={tell.isPending} onClick={() => tell.mutate({ residentId: page.residentId, heading: heading.heading })}>{words.takeAway}</Button>
      </>
    }>
      <p>{words.takeAwayWhy(heading.name)}</p>
      <RefusedNotice refused={refusalIn(tell.data?.answer)} />
      <Failed error={tell.error} />
    </Dialog>
  );
}
