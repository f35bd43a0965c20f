/** Follows the planner while it looks for a better week: each better plan as it is found. */
import { useQueryClient } from '@tanstack/react-query';
import { keyOf } from '@promenade/ui/query.ts';
import { useEffect, useState } from 'react';
import type { Live } from './board.ts';
import { boardDocument } from './planning.graphql.ts';

export function useLivePlan(id: string, isSearching: boolean): Live | null {
  const cache = useQueryClient();
  const [live, setLive] = useState<{ id: string; plan: Live } | null>(null);
  useEffect(() => {
    if (!isSearching) return;
    const source = new EventSource(`/api/plans/${id}/progress`);
    source.addEventListener('plan', (event: MessageEvent<string>) => setLive({ id, plan: JSON.parse(event.data) as Live }));
    const leave = () => {
      source.close();
      void cache.invalidateQueries({ queryKey: keyOf(boardDocument, { id }) });
    };
    source.addEventListener('end', leave);
    return () => source.close();
  }, [id, isSearching, cache]);
  return live?.id === id ? live.plan : null;
}
