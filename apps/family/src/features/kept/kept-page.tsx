import { useParams } from 'wouter';
import { Asked } from '@promenade/ui/asked';
import { Card } from '@promenade/ui/card';
import { NotFound } from '@promenade/ui/not-found';
import { useAsk } from '@promenade/ui/query.ts';
import { to } from '../../app/to.ts';
import styles from '../../common/lines.module.css';
import { OfPerson } from '../../common/of-person.tsx';
import { graphql } from '../../graphql.ts';

const figuresDocument = graphql(`
  query FamilyFigures {
    family {
      people {
        id
        name
        figures {
          words
          unexplained
          reasons {
            words
            times
          }
        }
      }
    }
  }
`);

const words = {
  title: (person: string) => `How promises to ${person} have gone`,
  notShared: (person: string) => `${person} has not shared promises with you.`,
  whyNot: 'Why a promise was not kept',
  times: (times: number) => (times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`),
  unexplained: (many: number) => (many === 1 ? 'One went wrong, and nobody has said why yet.' : `${many} went wrong, and nobody has said why yet.`),
  behind: 'See each promise',
} as const;

/** How often promises are kept, and for what reasons not, with the list behind the number. */
export function KeptPage() {
  const { id } = useParams();
  const asked = useAsk(figuresDocument);
  return (
    <Asked of={asked}>
      {({ family }) => {
        const person = family.people.find((each) => each.id === id);
        if (!person) return <NotFound home={to('/')} />;
        const { figures } = person;
        return (
          <OfPerson id={person.id} name={person.name} title={words.title(person.name)} lead={figures?.words}>
            {!figures && <p>{words.notShared(person.name)}</p>}
            {figures && figures.unexplained > 0 && <p><strong>{words.unexplained(figures.unexplained)}</strong></p>}
            {figures && figures.reasons.length > 0 && (
              <Card title={words.whyNot}>
                <ul>
                  {figures.reasons.map((reason) => <li key={reason.words}>{reason.words} <span className={styles.soft}>({words.times(reason.times)})</span></li>)}
                </ul>
              </Card>
            )}
            {figures && <p><a href={to(`/people/${person.id}/promises`)}>{words.behind}</a></p>}
          </OfPerson>
        );
      }}
    </Asked>
  );
}
