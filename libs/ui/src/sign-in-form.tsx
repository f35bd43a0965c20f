/** Who are you? E-mail and password; in the demonstration home also a choice of people to be. */
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { Failed } from './asked.tsx';
import { Button, IconButton } from './button.tsx';
import { TextField } from './field.tsx';
import { RefusedNotice } from './notice.tsx';
import { Avatar } from './person-chip.tsx';
import type { Refused, RequestError } from './request.ts';
import styles from './sign-in-form.module.css';
import { words } from './words.ts';

/** The demonstration home's password, shown on its sign-in page; no other home has one. */
const demoPassword = 'demo';

export type DemoPerson = { name: string; email: string; about: string; opens: string };

export function SignInForm({
  busy,
  refused,
  error,
  demoPeople = [],
  onSignIn,
}: {
  busy: boolean;
  refused?: Refused | null;
  error?: RequestError | null;
  demoPeople?: readonly DemoPerson[];
  onSignIn: (email: string, password: string) => void;
}) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [missing, setMissing] = useState(false);

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const isComplete = email.trim() !== '' && password !== '';
    setMissing(!isComplete);
    if (isComplete) onSignIn(email.trim(), password);
  }

  return (
    <div className={styles.both}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <RefusedNotice refused={refused} title={null} />
        <Failed error={error} />
        <TextField
          label={words.signIn.email}
          type="email"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          value={email}
          onValue={setEmail}
          error={missing ? words.signIn.missing : null}
        />
        <div className={styles.password}>
          <TextField
            label={words.signIn.password}
            type={shown ? 'text' : 'password'}
            autoComplete="current-password"
            value={password}
            onValue={setPassword}
          />
          <IconButton label={shown ? words.hidePassword : words.showPassword} onClick={() => setShown(!shown)}>
            {shown ? <EyeOff /> : <Eye />}
          </IconButton>
        </div>
        <Button kind="primary" type="submit" busy={busy} wide>
          {words.signIn.button}
        </Button>
      </form>
      {demoPeople.length > 0 && <DemoPeople people={demoPeople} onChoose={(person) => onSignIn(person.email, demoPassword)} />}
    </div>
  );
}

function DemoPeople({ people, onChoose }: { people: readonly DemoPerson[]; onChoose: (person: DemoPerson) => void }) {
  const family = people.filter((person) => person.opens.toLowerCase().startsWith('family'));
  const staff = people.filter((person) => !family.includes(person));
  return (
    <section className={styles.demo} aria-labelledby="demo-people">
      <h2 id="demo-people">{words.signIn.demoTitle}</h2>
      <p className={styles.why}>{words.signIn.demoWhy(demoPassword)}</p>
      <People title={words.signIn.demoStaff} people={staff} onChoose={onChoose} />
      <People title={words.signIn.demoFamily} people={family} onChoose={onChoose} />
    </section>
  );
}

function People({ title, people, onChoose }: { title: string; people: readonly DemoPerson[]; onChoose: (person: DemoPerson) => void }) {
  if (people.length === 0) return null;
  return (
    <div>
      <h3 className={styles.group}>{title}</h3>
      <ul role="list" className={styles.people}>
        {people.map((person) => (
          <li key={person.email}>
            <button type="button" className={styles.person} onClick={() => onChoose(person)}>
              <Avatar id={person.email} name={person.name} />
              <span>
                <span className={styles.name}>{person.name}</span>
                <span className={styles.about}>{person.about}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
