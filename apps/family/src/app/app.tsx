import { lazy, Suspense, useEffect } from 'react';
import { Asked } from '@promenade/ui/asked';
import { Notice } from '@promenade/ui/notice';
import { Main } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { meDocument } from './session.graphql.ts';
import { Shell } from './shell.tsx';
import { words } from './words.ts';

/** Most days people are signed in already: the door is fetched only when it is needed. */
const SignIn = lazy(async () => ({ default: (await import('./sign-in.tsx')).SignIn }));

/** People who work in the home have their own app. */
function Elsewhere() {
  useEffect(() => window.location.replace('/'), []);
  return (
    <Main>
      <Notice>{words.elsewhere}</Notice>
    </Main>
  );
}

export function App() {
  const asked = useAsk(meDocument);
  return (
    <Asked of={asked}>
      {({ me }) => {
        if (!me) {
          return (
            <Suspense>
              <SignIn />
            </Suspense>
          );
        }
        return me.opens.toLowerCase() === 'staff' ? <Elsewhere /> : <Shell me={me} />;
      }}
    </Asked>
  );
}
