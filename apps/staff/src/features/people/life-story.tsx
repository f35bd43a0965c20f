import { CalendarClock, Heart, HandHeart, Plus } from 'lucide-react';
import { Badge } from '@promenade/ui/badge';
import { Button } from '@promenade/ui/button';
import { Card } from '@promenade/ui/card';
import { Row, Stack } from '@promenade/ui/layout';
import styles from './people.module.css';
import type { Fact, Opened, Person } from './person.ts';
import { words } from './words.ts';

/** Memories that lead to nothing come first, each with what could be made of it. */
export function LifeStory({ person, open }: { person: Person; open: (what: Opened) => void }) {
  const unused = person.lifeFacts.filter(({ uses, sensitive }) => uses.length === 0 && !sensitive);
  const rest = person.lifeFacts.filter((fact) => !unused.includes(fact));
  return (
    <div id="life-story">
      <Card title={words.story} aside={<Button icon={<Plus />} onClick={() => open({ form: 'fact' })}>{words.addFact}</Button>}>
        <p className={styles.soft}>{words.storyLead}</p>
        {unused.length > 0 && (
          <Stack gap={3}>
            <h3>{words.unused}</h3>
            <ul role="list" className={styles.lines}>
              {unused.map((fact) => (
                <li key={fact.id}>
                  <Told fact={fact} />
                  <Row gap={2}>
                    <Button icon={<CalendarClock />} aria-label={`${words.makeRoutine}: ${fact.words}`} onClick={() => open({ form: 'routine', fact })}>{words.aRoutine}</Button>
                    <Button icon={<Heart />} aria-label={`${words.makeInterest}: ${fact.words}`} onClick={() => open({ form: 'interest', fact })}>{words.aLike}</Button>
                    <Button icon={<HandHeart />} aria-label={`${words.makeWish}: ${fact.words}`} onClick={() => open({ form: 'wish', fact })}>{words.aWish}</Button>
                  </Row>
                </li>
              ))}
            </ul>
          </Stack>
        )}
        {rest.length > 0 && (
          <Stack gap={3}>
            {unused.length > 0 && <h3>{words.used}</h3>}
            <ul role="list" className={styles.lines}>
              {rest.map((fact) => (
                <li key={fact.id}>
                  <Told fact={fact} />
                  {fact.uses.length > 0 && <p className={styles.because}>{words.ledTo} {fact.uses.map((use) => `${use.words} (${words.useKind[use.kind] ?? use.kind})`).join('; ')}</p>}
                </li>
              ))}
            </ul>
          </Stack>
        )}
      </Card>
    </div>
  );
}

function Told({ fact }: { fact: Fact }) {
  return (
    <>
      <p>{fact.words}</p>
      <p className={styles.soft}>{[fact.whenWords ?? '', fact.howKnown].filter((part) => part !== '').join('; ')}</p>
      {fact.sensitive && <Row gap={2}><Badge tone="missed">{words.sensitive}</Badge></Row>}
    </>
  );
}
