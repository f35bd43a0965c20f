import { Door } from '@promenade/ui/door';
import { useAsk } from '@promenade/ui/query.ts';
import { demoPeopleDocument } from './session.graphql.ts';
import { useSignIn } from './use-sign-in.ts';
import { words } from './words.ts';

export function SignIn() {
  const demo = useAsk(demoPeopleDocument);
  return <Door lead={words.doorLead} demoPeople={demo.data?.demoPeople} {...useSignIn()} />;
}
