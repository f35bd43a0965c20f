import { graphql, whyNot } from '../../graphql.ts';

export const planDocument = graphql(`
  query SupportPlanOf($residentId: Id!) {
    supportPlan(residentId: $residentId) {
      residentId name today thisMonday neverTapered state words notices savedPence savedWeeks
      plan { id startsOn endsOn shape weeks stepWeeks startMinutes goalMinutes hourlyPence why say outcomeId outcomeWords recordedByName recordedAt lines { id kind what minutes staff residents } }
      stop { why words onDay }
      weeks { monday state planned actual gap plannedPence actualPence boxPence savedPence freed unknown parts { kind minutes staffMinutes } reasons { reason minutes } }
      events { id kind words say byName at }
      wishMinutes { balance lines { id kind week minutes what say recordedByName } ideas { activityId name picture because } }
      routines { routineId what fromTime toTime isSaid minutes staff }
      falls { id at place hurt words recordedByName }
      outcomes { id words comfort }
    }
  }
`);

export const plansDocument = graphql(`
  query SupportPlans {
    supportPlans { residentId name state words notices wishMinutes savedPence }
  }
`);

export const makeDocument = graphql(`
  mutation MakeSupportPlan($input: MakeSupportPlanInput!) { answer: makeSupportPlan(input: $input) { __typename ... on SupportPlanOfPerson { residentId } ...WhyNot } }
`, [whyNot]);

export const stopDocument = graphql(`
  mutation StopSupportPlan($input: StopSupportPlanInput!) { answer: stopSupportPlan(input: $input) { __typename ... on SupportPlanOfPerson { residentId } ...WhyNot } }
`, [whyNot]);

export const answerDocument = graphql(`
  mutation AnswerSupportPlan($input: AnswerSupportPlanInput!) { answer: answerSupportPlan(input: $input) { __typename ... on SupportPlanOfPerson { residentId } ...WhyNot } }
`, [whyNot]);

export const spendDocument = graphql(`
  mutation SpendWishMinutes($input: SpendWishMinutesInput!) { answer: spendWishMinutes(input: $input) { __typename ... on SupportPlanOfPerson { residentId } ...WhyNot } }
`, [whyNot]);

export const fallDocument = graphql(`
  mutation NoteFall($input: NoteFallInput!) { answer: noteFall(input: $input) { __typename ... on Fall { id } ...WhyNot } }
`, [whyNot]);

export const routineHelpDocument = graphql(`
  mutation SayRoutineHelp($input: SayRoutineHelpInput!) { answer: sayRoutineHelp(input: $input) { residentId } }
`);
