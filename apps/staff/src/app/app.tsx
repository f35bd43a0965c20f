import { lazy, Suspense, useEffect } from 'react';
import { Asked } from '@promenade/ui/asked';
import { Notice } from '@promenade/ui/notice';
import { Main } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { meDocument } from './session.graphql.ts';
import { routes } from './routes.tsx';
import { Shell } from './shell.tsx';
import { words } from './words.ts';

/** Most days people are signed in already: the door is fetched only when it is needed. */
const SignIn = lazy(async () => ({ default: (await import('./sign-in.tsx')).SignIn }));

/** Supporters and residents have their own app. */
function Elsewhere() {
  useEffect(() => window.location.replace('/family/'), []);
  return (
    <Main>
      <Notice>{words.elsewhere}</Notice>
    </Main>
  );
}

function Known() {
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
        return me.opens.toLowerCase() === 'family' ? <Elsewhere /> : <Shell me={me} />;
      }}
    </Asked>
  );
}

export function App() {
  const Gallery = import.meta.env.DEV && window.location.pathname === '/gallery' ? routes.find((route) => route.path === '/gallery')?.page : undefined;
  return Gallery ? (
    <Suspense>
      <Gallery />
    </Suspense>
  ) : (
    <Known />
  );
}
