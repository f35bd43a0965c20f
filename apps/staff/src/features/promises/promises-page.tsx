import { ChartNoAxesColumn, HandHeart, Inbox, Link2, Megaphone, Repeat, Sprout } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { Asked } from '@promenade/ui/asked';
import { StateChip } from '@promenade/ui/badge';
import { LinkButton } from '@promenade/ui/button';
import { EmptyState } from '@promenade/ui/empty-state';
import { Page } from '@promenade/ui/page';
import { Picture } from '@promenade/ui/picture';
import { useAsk } from '@promenade/ui/query.ts';
import { Table } from '@promenade/ui/table';
import { Tabs } from '@promenade/ui/tabs';
import { useMay } from '../../app/me.ts';
import { type Listed, chipOf } from './promise.ts';
import { AtRisk } from './at-risk.tsx';
import { atRiskDocument, promisesDocument, wishesDocument } from './promises.graphql.ts';
import { managerCountDocument } from './manager.graphql.ts';
import { OpenWishes } from './open-wishes.tsx';
import styles from './promises.module.css';
import { words } from './words.ts';

/** Every promise, under the heading one is looking for. */
export function PromisesPage() {
  const [params] = useSearchParams();
  const [under, setUnder] = useState(params.get('under') ?? 'owed');
  const waiting = useAsk(wishesDocument).data?.openWishes.length ?? 0;
  const risky = useAsk(atRiskDocument).data?.promisesAtRisk.length ?? 0;
  const isManager = useMay('escalation.read');
  const forManager = useAsk(managerCountDocument, {}, { when: isManager }).data?.waitingForManagerCount ?? 0;
  const views = [
    ...Object.entries(words.filters).map(([id, title]) => ({ id, title, content: id === under ? <List under={id} /> : null })),
    { id: 'at risk', title: `${words.atRisk}${risky > 0 ? ` (${risky})` : ''}`, content: under === 'at risk' ? <AtRisk /> : null },
    { id: 'wishes', title: words.wishesTab(waiting), content: under === 'wishes' ? <OpenWishes /> : null },
  ];
  return (
    <Page title={words.title} lead={words.lead}>
      <nav aria-label={words.more} className={styles.ways}>
        {isManager && <LinkButton href="/promises/manager" kind={forManager > 0 ? 'primary' : 'quiet'} icon={<Inbox />}>{words.forManager(forManager)}</LinkButton>}
        <LinkButton href="/promises/standing" icon={<Repeat />}>{words.standing}</LinkButton>
        <LinkButton href="/promises/advertised" icon={<Megaphone />}>{words.advertised}</LinkButton>
        <LinkButton href="/kept" icon={<ChartNoAxesColumn />}>{words.howOftenKept}</LinkButton>
        <LinkButton href="/progress" icon={<Sprout />}>{words.nobodyWrittenOff}</LinkButton>
        <LinkButton href="/promises/ledger" icon={<Link2 />}>{words.checkLedger}</LinkButton>
      </nav>
      <Tabs label={words.lists} views={views} selected={under} onSelect={setUnder} />
    </Page>
  );
}

function List({ under }: { under: string }) {
  const asked = useAsk(promisesDocument, { under });
  return (
    <Asked of={asked}>
      {({ promises }) => (
        <Table<Listed>
          caption={words.filters[under] ?? ''}
          hideCaption
          lines={promises}
          lineKey={({ id }) => id}
          empty={<EmptyState title={words.none[under]} icon={<HandHeart />} />}
          columns={[
            { key: 'what', heading: words.columns.what, names: true, cell: (each) => (
              <a href={`/promises/${each.id}`} className={styles.what}><Picture name={each.picture ?? 'handshake'} size="small" /> <span>{each.words}{each.level === 'watching' && ` (${words.watching})`}</span></a>
            ) },
            { key: 'who', heading: words.columns.who, cell: (each) => <a href={`/people/${each.residentId}`}>{each.residentName}</a> },
            { key: 'due', heading: words.columns.due, cell: (each) => words.due(each.dueOn) },
            { key: 'state', heading: words.columns.state, cell: (each) => <State of={each} /> },
            { key: 'madeBy', heading: words.columns.madeBy, cell: (each) => each.madeBy },
          ]}
        />
      )}
    </Asked>
  );
}

function State({ of }: { of: Listed }) {
  const more = [of.misses > 0 ? words.misses(of.misses) : '', of.attention ? (words.attention[of.attention] ?? '') : ''].filter(Boolean).join(', ');
  return (
    <span className={styles.state}>
      <StateChip state={chipOf(of)} />
      {more && <span className={styles.soft}>{more}</span>}
    </span>
  );
}
