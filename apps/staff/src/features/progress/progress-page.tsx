/** Nobody written off: everybody in the home by what they want to be true and what is done for it; every number leads to its people. */
import { ArrowLeft, Printer } from 'lucide-react';
import { useSearchParams } from 'wouter';
import { Asked } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Stack } from '@promenade/ui/layout';
import { Page } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { Glance } from './glance.tsx';
import { MeasureList } from './measure-list.tsx';
import { Going, Idle, Measures, Without } from './parts.tsx';
import { PARTS } from './progress.ts';
import { progressDocument } from './progress.graphql.ts';
import { Shares } from './shares.tsx';
import { words } from './words.ts';

const VIEWS = { without: Without, idle: Idle, share: Shares, going: Going, measures: Measures } as const;

/** What is looked at stands in the address: `?part=idle`, `?measure=took-part`. */
export function ProgressPage() {
  const [params] = useSearchParams();
  const measure = params.get('measure');
  return measure === null ? <Home part={PARTS.find((each) => each === params.get('part')) ?? 'without'} /> : <MeasureList key={measure} measure={measure} />;
}

/** One part at a time on a screen, all of them on paper. */
function Home({ part }: { part: (typeof PARTS)[number] }) {
  const asked = useAsk(progressDocument);
  return (
    <Page
      title={words.title} lead={words.lead} kicker={<a href="/people"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>}
      actions={<Button icon={<Printer />} onClick={() => window.print()}>{words.print}</Button>}
    >
      <Asked of={asked}>
        {({ homeProgress: progress }) => (
          <Stack gap={5}>
            <Glance progress={progress} part={part} />
            {PARTS.map((each) => {
              const View = VIEWS[each];
              return <View key={each} progress={progress} isShown={each === part} />;
            })}
          </Stack>
        )}
      </Asked>
    </Page>
  );
}
