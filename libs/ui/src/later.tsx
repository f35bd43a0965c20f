/** Parts of an app that are fetched when they are first needed. */
import { createElement, useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';

export type Later<Props> = ComponentType<Props> & { readonly fetch: () => Promise<ComponentType<Props>> };

/**
 * A part that is fetched when it is first shown, or ahead of that by `fetch`; `meanwhile` stands in its place. What is
 * here already shows at once, where React's own `lazy` holds back whatever follows a fallback for 300 ms. A part that
 * cannot be fetched throws where it would have stood.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, meanwhile: ReactNode = null): Later<Props> {
  let part: ComponentType<Props> | undefined;
  const fetch = async () => (part ??= await load());
  function Part(props: Props): ReactNode {
    const [isHere, setHere] = useState(part !== undefined);
    const [failed, setFailed] = useState<{ readonly why: unknown } | null>(null);
    useEffect(() => {
      if (isHere) return;
      let isWanted = true;
      fetch().then(() => isWanted && setHere(true), (why: unknown) => isWanted && setFailed({ why }));
      return () => {
        isWanted = false;
      };
    }, [isHere]);
    if (failed) throw failed.why;
    return isHere && part ? createElement(part, props) : meanwhile;
  }
  return Object.assign(Part, { fetch });
}
