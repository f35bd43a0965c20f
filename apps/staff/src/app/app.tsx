import { Suspense, useEffect } from 'react';
import { Asked } from '@promenade/ui/asked';
import { Notice } from '@promenade/ui/notice';
import { Main } from '@promenade/ui/page';
import { useAsk } from '@promenade/ui/query.ts';
import { meDocument } from './session.graphql.ts';
import { routes } from './routes.tsx';
import { Shell } from './shell.tsx';
import { SignIn } from './sign-in.tsx';
import { words } from './words.ts';

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
        if (!me) return <SignIn />;
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
