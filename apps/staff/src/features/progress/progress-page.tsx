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
import { progressDocument } from './progress.graphql.ts';
import { Shares } from './shares.tsx';
import { words } from './words.ts';

export function ProgressPage() {
  const [params] = useSearchParams();
  const measure = params.get('measure');
  return measure === null ? <Home /> : <MeasureList key={measure} measure={measure} />;
}

function Home() {
  const asked = useAsk(progressDocument);
  return (
    <Page
      title={words.title} lead={words.lead} kicker={<a href="/people"><ArrowLeft aria-hidden="true" size="1em" /> {words.back}</a>}
      actions={<Button icon={<Printer />} onClick={() => window.print()}>{words.print}</Button>}
    >
      <Asked of={asked}>
        {({ homeProgress: progress }) => (
          <Stack gap={5}>
            <Glance progress={progress} />
            <Without progress={progress} />
            <Idle progress={progress} />
            <Shares progress={progress} />
            <Going progress={progress} />
            <Measures progress={progress} />
          </Stack>
        )}
      </Asked>
    </Page>
  );
}
