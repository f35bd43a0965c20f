import { Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import type { SubmitEvent } from 'react';
import { useParams } from 'wouter';
import { sayWhen } from '@promenade/domain/shared/time';
import { Asked, Failed } from '@promenade/ui/asked';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Select, TextField } from '@promenade/ui/field';
import { Stack } from '@promenade/ui/layout';
import { NotFound } from '@promenade/ui/not-found';
import { Notice, RefusedNotice } from '@promenade/ui/notice';
import { Page } from '@promenade/ui/page';
import { useAsk, useTell } from '@promenade/ui/query.ts';
import { refusalIn } from '@promenade/ui/request.ts';
import { toast } from '@promenade/ui/toast';
import { useMe } from '../../app/me.ts';
import { inviteStaffDocument, inviteSupporterDocument, whoCanSignInDocument } from './access.graphql.ts';
import type { Standing } from './sign-ins-page.tsx';
import { words } from './words.ts';

const ROLES = ['carer', 'coordinator', 'manager'] as const;
type Role = (typeof ROLES)[number];
type Link = { path: string; expiresAt: string };

/** Invites one person: a colleague as something, or a supporter. */
export function InvitePage() {
  const { id } = useParams();
  const asked = useAsk(whoCanSignInDocument);
  return (
    <Asked of={asked}>
      {({ whoCanSignIn }) => {
        const person = whoCanSignIn.find((each) => each.id === id);
        return person ? <Invite key={person.id} person={person} /> : <NotFound home="/sign-ins" />;
      }}
    </Asked>
  );
}

function Invite({ person }: { person: Standing }) {
  const isStaff = person.opens === 'staff';
  const [email, setEmail] = useState(person.email ?? '');
  const [role, setRole] = useState<Role>(ROLES.find((each) => each === person.role) ?? 'carer');
  const supporter = useTell(inviteSupporterDocument);
  const staff = useTell(inviteStaffDocument);
  const tell = isStaff ? staff : supporter;
  const answer = isStaff ? staff.data?.inviteStaff : supporter.data?.inviteSupporter;
  const link = answer?.__typename === 'InvitationLink' ? answer : null;

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (isStaff) staff.mutate({ input: { staffId: person.id, email, role } });
    else supporter.mutate({ input: { supporterId: person.id, email } });
  }

  const back = <a href="/sign-ins">{words.back}</a>;
  if (link) return <Made name={person.name} link={link} />;
  if (person.hasSignIn) {
    return (
      <Page title={words.has(person.name)} kicker={back} narrow>
        <p>{words.hasWhat(person.email ?? '')}</p>
      </Page>
    );
  }
  return (
    <Page title={words.inviteTitle(person.name)} kicker={back} lead={person.about} narrow>
      <form onSubmit={submit} noValidate>
        <Stack gap={4}>
          {person.invitedUntil && <Notice>{words.again}</Notice>}
          <TextField label={words.email} hint={words.emailHint} type="email" inputMode="email" autoComplete="off" autoCapitalize="none" spellCheck={false} value={email} onValue={setEmail} />
          {isStaff && <Select label={words.role} hint={words.roleHint} value={role} onValue={setRole} options={ROLES.map((value) => ({ value, label: words.roles[value] ?? value }))} />}
          {!isStaff && <p>{words.showsNothing(person.name)}</p>}
          <RefusedNotice refused={refusalIn(answer)} title={null} />
          <Failed error={tell.error} />
          <div>
            <Button kind="primary" type="submit" busy={tell.isPending}>{words.make}</Button>
          </div>
        </Stack>
      </form>
    </Page>
  );
}

/** The link, the one time it is shown. */
function Made({ name, link }: { name: string; link: Link }) {
  const { zone } = useMe().home;
  const field = useRef<HTMLInputElement>(null);
  const address = `${window.location.origin}${link.path}`;

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(address);
      toast(words.copied);
    } catch {
      // Without https the browser keeps its clipboard to itself.
      field.current?.select();
      toast(words.selected, { tone: 'warning' });
    }
  }

  return (
    <Page title={words.made(name)} kicker={<a href="/sign-ins">{words.back}</a>} lead={words.madeLead(sayWhen(zone, new Date(link.expiresAt)))} narrow>
      <Card as="div">
        <Stack gap={4}>
          <TextField label={words.link} hint={words.linkHint} readOnly value={address} ref={field} onFocus={(event) => event.target.select()} />
          <div>
            <Button kind="primary" icon={<Copy />} onClick={() => void copy()}>{words.copy}</Button>
          </div>
          <p>{words.handOver}</p>
        </Stack>
      </Card>
    </Page>
  );
}
