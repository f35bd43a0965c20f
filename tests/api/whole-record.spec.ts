import { DataSource } from 'typeorm';
import { newId } from '../../apps/api/src/db/ids.ts';
import { CapacityViewEntity, DecisionMadeEntity, MediaConsentEntity, ViewHeardEntity } from '../../apps/api/src/people/decisions.entities.ts';
import { AuthorityEntity, InterestEntity, LifeFactEntity, OutcomeEntity, type ResidentEntity, RoutineEntity } from '../../apps/api/src/people/people.entities.ts';
import { OutcomeActivityEntity, OutcomeReviewEntity, OutcomeStepEntity, ResidentStatusChangeEntity, SupportVersionEntity } from '../../apps/api/src/people/support.entities.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import { BeliefTalkEntity, GoalDraftEntity, GoalScaleEntity, GoalScoreEntity, OutcomeBeliefEntity } from '../../apps/api/src/reablement/scales.entities.ts';
import { FallEntity, SupportPlanEntity, SupportPlanLineEntity, SupportPlanStopEntity, WishMinuteEntity } from '../../apps/api/src/reablement/support-plan.entities.ts';
import { addDays } from '../../libs/domain/src/shared/time.ts';
import { activityRow } from '../world/rows.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

/** Everything that is known of one person, in one operation. Whoever adds a part to the record adds it here. */
const WHOLE_RECORD = `query WholeRecord($id: Id!) {
  resident(id: $id) {
    id preferredName legalName pronouns languages status funding supportWords photoConsent nextOfKinWords
    namedWorker { id name }
    lifeFacts { id words howKnown uses { kind words } }
    routines { id what because daysWords lifeFact { id words } }
    interests { id value because activity { id name } }
    outcomes { id words why }
    authorities { id area kind documentSeen }
    circle { supporterId name relation sees }
    today { kind words }
    missing { code words }
  }
  circle(residentId: $id) { supporters { id name sharing { kind isShared } } whoDecides { area words } past }
  deciding(residentId: $id) {
    areas { area words rights { id words standing steps } capacity { id words stands } }
    soon before media { kind answer before } standIns { id name }
    decisions { id what rightWords secondLook heard { id words } }
    heard { id whose words whyNot }
  }
  support(residentId: $id) { words style staff { staffId words } avoids { id name } versions { id words changes } }
  outcomesOf(residentId: $id) { outcomes { id words steps { id words } activities { activityId name } reviews { id say } } }
  goalsOf(residentId: $id) { goals { words scale { levels } earlier { id } draft { levels } sayings { sentence } latest { sentence } beliefs { confidence } fall talks { said } } scores { latest } }
  supportPlan(residentId: $id) { words weeks { monday planned actual } events { id words } wishMinutes { balance lines { id } ideas { activityId } } routines { routineId } falls { id } }
  statusHistory(residentId: $id) { id toStatus consequences }
}`;

describe('a person’s whole record', () => {
  let world: World;
  let home: Home;
  let karen: Person;
  beforeAll(async () => {
    world = await openWorld({ now: '2026-11-24T09:00:00Z' });
    home = await world.home();
    karen = await home.worker('Karen Whitfield', 'manager');
  });
  afterAll(() => world.close());

  /** Somebody with so many of everything. */
  async function somebody(name: string, many: number): Promise<ResidentEntity> {
    const resident = await home.resident(name, { namedWorkerId: karen.actor.staffId });
    const [residentId, homeId] = [resident.id, home.id];
    const mark = (await home.supporter('Mark Marlow', resident, 'father')).actor.supporterId ?? '';
    const all = <Row>(row: (n: number) => Row) => Array.from({ length: many }, (_, n) => row(n));
    const own = () => ({ homeId, id: newId(), residentId, recordedBy: karen.actor.accountId, recordedByName: 'Karen Whitfield', recordedAt: world.clock.now() });
    const plain = () => ({ homeId, id: newId(), residentId, recordedBy: karen.actor.accountId, recordedAt: world.clock.now() });
    const activities = all((n) => activityRow(homeId, { name: `Activity ${n} of ${name}` }));
    await home.insert(ActivityEntity, activities);
    const facts = all((n): LifeFactEntity => ({ ...plain(), words: `Fact ${n}`, whenWords: null, theme: 'work', toldBy: name, toldHow: 'told us', sensitive: false }));
    await home.insert(LifeFactEntity, facts);
    await home.insert(RoutineEntity, facts.map((fact, n): RoutineEntity => ({
      ...plain(), what: `Routine ${n}`, activityId: activities[n]?.id ?? null, lifeFactId: fact.id, days: [1, 2, 3, 4, 5, 6, 7], fromTime: '10:00', toTime: '11:00', why: 'he always did', whenMissed: '', help: '', needs: 'respect', protected: false,
      weight: 1, since: '2026-01-01', endedOn: null,
    })));
    await home.insert(InterestEntity, activities.map(({ id }): InterestEntity => ({ homeId, id: newId(), residentId, activityId: id, value: 50, because: 'he likes it', lifeFactId: null })));
    const outcomes = all((n): OutcomeEntity => ({ ...plain(), words: `Outcome ${n}`, why: 'x', measure: null, byDate: null, endedOn: null }));
    await home.insert(OutcomeEntity, outcomes);
    await home.insert(OutcomeStepEntity, outcomes.map(({ id }): OutcomeStepEntity => ({ ...plain(), outcomeId: id, kind: 'step', words: 'A step', who: null, byDate: null, doneOn: null, doneByName: null })));
    await home.insert(OutcomeActivityEntity, outcomes.map(({ id }, n): OutcomeActivityEntity => ({ homeId, id: newId(), outcomeId: id, activityId: activities[n]?.id ?? '', because: 'x', recordedBy: karen.actor.accountId, recordedAt: world.clock.now() })));
    await home.insert(OutcomeReviewEntity, outcomes.map(({ id }): OutcomeReviewEntity => ({ ...own(), outcomeId: id, result: 'go on', say: 'Yes.', words: null, nextOn: '2026-12-24' })));
    const scales = outcomes.map(({ id }): GoalScaleEntity => ({ ...own(), outcomeId: id, muchLess: 'a', less: 'b', expected: 'c', better: 'd', muchBetter: 'e', baseline: -1, importanceWeight: null, difficulty: null, byDay: null, writtenWith: null }));
    await home.insert(GoalScaleEntity, scales);
    await home.insert(GoalDraftEntity, outcomes.map(({ id }): GoalDraftEntity => ({ ...own(), outcomeId: id, levels: ['a', '', '', '', ''], baseline: null, importanceWeight: null, difficulty: null, byDay: null, writtenWith: null })));
    await home.insert(GoalScoreEntity, scales.map(({ id, outcomeId }): GoalScoreEntity => ({ ...own(), outcomeId, scaleId: id, scoredOn: '2026-11-20', attained: 0, rater: 'staff', raterName: 'Karen Whitfield', words: null, supporterId: null, correctsId: null })));
    const beliefs = outcomes.map(({ id }): OutcomeBeliefEntity => ({ ...own(), outcomeId: id, askedOn: '2026-11-20', importance: 8, confidence: 5, words: null }));
    await home.insert(OutcomeBeliefEntity, beliefs);
    await home.insert(BeliefTalkEntity, beliefs.map(({ id, outcomeId }): BeliefTalkEntity => ({ ...own(), outcomeId, beliefId: id, said: 'x', then: null })));
    await home.insert(AuthorityEntity, all((n): AuthorityEntity => ({ homeId, id: newId(), residentId, area: 'money', kind: 'deputy', supporterId: mark, words: `Order ${n}`, documentSeen: 'Order', seenBy: null, seenOn: '2026-01-01', untilDate: '2026-12-01' })));
    await home.insert(CapacityViewEntity, all((n): CapacityViewEntity => ({ ...own(), area: 'money', matter: `Matter ${n}`, able: false, helpTried: 'x', why: 'x', onDate: '2026-11-01', untilDate: '2026-12-31' })));
    const decisions = all((n): DecisionMadeEntity => ({ ...own(), supporterId: mark, area: 'money', matter: null, what: `Decision ${n}`, decidedBy: 'Mark', byRight: 'deputy', rightWords: 'deputy for money', said: 'x', wantsSecondLook: true }));
    await home.insert(DecisionMadeEntity, decisions);
    await home.insert(ViewHeardEntity, decisions.map(({ id }): ViewHeardEntity => ({ ...own(), supporterId: mark, decisionId: id, whose: 'Mark', area: 'money', about: 'x', words: 'x', whyNot: null })));
    await home.insert(MediaConsentEntity, all((): MediaConsentEntity => ({ ...own(), kind: 'audio', answer: 'yes', condition: null, decidedBy: name })));
    await home.insert(SupportVersionEntity, all((): SupportVersionEntity => ({ ...own(), inStaff: 1, inResidents: 4, outStaff: 1, outResidents: 1, wheelchair: 'never', transfers: null, hoist: null, bring: null, communication: null, riskOut: null, riskDo: null, style: null, why: null })));
    await home.insert(ResidentStatusChangeEntity, all((): ResidentStatusChangeEntity => ({ ...own(), fromStatus: 'away', toStatus: 'living here', onDate: '2026-11-01', words: null, familyWords: 'x', consequences: ['x'] })));
    const plan = (startsOn: string): SupportPlanEntity => ({ ...own(), startsOn, endsOn: addDays(startsOn, 55), shape: 'held', stepWeeks: 2, startMinutes: 60, goalMinutes: 60, hourlyPence: 1500, why: 'x', say: 'x', outcomeId: null, followsId: null });
    const plans = all((n) => plan(addDays('2026-10-05', 7 * (n % 8))));
    await home.insert(SupportPlanEntity, plans);
    await home.insert(SupportPlanLineEntity, plans.map(({ id }): SupportPlanLineEntity => ({ homeId, id: newId(), planId: id, place: 0, kind: 'one to one', what: 'x', minutes: 60, staff: 1, residents: 1 })));
    await home.insert(SupportPlanStopEntity, plans.map(({ id }): SupportPlanStopEntity => ({ ...own(), planId: id, why: 'other', words: 'x', onDay: '2026-11-01' })));
    await home.insert(WishMinuteEntity, all((): WishMinuteEntity => ({ ...own(), kind: 'not now', week: '2026-11-02', minutes: 0, what: 'x', say: 'x', activityId: null, planId: null })));
    await home.insert(FallEntity, all((): FallEntity => ({ ...own(), at: new Date('2026-11-01T09:00:00Z'), place: 'x', hurt: 'not hurt', words: null, correctsId: null })));
    return resident;
  }

  /** How many statements an operation takes, setting up and closing its snapshot included. */
  async function counted(id: string): Promise<{ statements: number; data: Record<string, unknown> }> {
    const source = world.app.get(DataSource);
    const before = source.logger;
    let statements = 0;
    source.logger = { logQuery: () => { statements += 1; }, logQueryError: () => undefined, logQuerySlow: () => undefined, logSchemaBuild: () => undefined, logMigration: () => undefined, log: () => undefined };
    try {
      const data = await karen.gets<Record<string, unknown>>(WHOLE_RECORD, { id });
      return { statements, data };
    } finally {
      source.logger = before;
    }
  }

  it('is read in the same number of statements, whatever its size', async () => {
    const [little, much] = [await somebody('Bob Ellison', 5), await somebody('Steven Marlow', 200)];
    await counted(little.id);
    const [small, large] = [await counted(little.id), await counted(much.id)];
    const facts = (record: Record<string, unknown>) => (record['resident'] as { lifeFacts: object[] }).lifeFacts.length;
    expect([facts(small.data), facts(large.data)]).toEqual([5, 200]);
    expect(large.statements).toBe(small.statements);
    expect(small.statements).toBeGreaterThan(20);
    expect(small.statements).toBeLessThan(80);
  });
});
