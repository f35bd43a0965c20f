import { graphql, whyNot } from '../../graphql.ts';

const stay = graphql(`
  fragment WholeStay on Stay {
    residentId name status shortStay namedWorkerId namedWorker isComfort
    episode {
      id kind referredOn referredBy beganOn purpose willProvide willNotProvide discussedWith discussedOn personSaid hopedEndOn firstReviewOn startWords lengthWords recordedByName
      plans { id myself help equipment whoToCall appointments ifWorse say recordedByName recordedAt }
    }
    past {
      id kind beganOn purpose
      end { endedOn result say wentTo wentWords noPlanWhy recordedByName }
      plans { id myself help equipment whoToCall appointments ifWorse say recordedByName recordedAt }
      looks { id weeks onDay state spokeWith say stillDoes lost nextStep recordedByName }
    }
    due { kind key since words }
    lookBacks { episodeId weeks dueOn isDue words }
    home {
      words missing isAsked
      topics { topic name ask suggestion now { id state words owner byDate recordedByName recordedAt } before { id state words recordedByName recordedAt } }
    }
    meetings { id startsAt endsAt staff { id name } place family trouble }
    sittings { id heldOn present say enjoyed supportSay homeSay nextOn results { outcomeId outcomeWords result say } actions { id what who byDate doneOn doneByName } answered recordedByName }
    changes { id kind words onDay recordedByName }
    family { name relation seesPlan }
  }
`);

export const stayDocument = graphql(`
  query StayOf($residentId: Id!) {
    stayOf(residentId: $residentId) { ...WholeStay }
  }
`, [stay]);

export const pictureDocument = graphql(`
  query ReviewPicture($residentId: Id!) {
    reviewPicture(residentId: $residentId) {
      since sinceWords
      outcomes { id words why importance comfort reviewDueOn levels { rater raterName day attained sentence } said { rater raterName day attained sentence } }
      tasks { id name going progress startedOn startRung hopedOn hopedRung points { day rung } }
      support { planned real reasons { reason minutes } }
      promises { due kept notKept }
      enjoyed { what times }
    }
    stayOf(residentId: $residentId) { ...WholeStay }
  }
`, [stay]);

export const reviewsDocument = graphql(`
  query Reviews {
    reviewsDue { residentId name namedWorker lastReviewOn meetingAt reasons { kind key since words } }
    lookBacks { residentId name episodeId weeks dueOn isDue words namedWorker }
    reviewMeetings { id residentId residentName startsAt endsAt staff { id name } place trouble }
  }
`);

export const colleaguesDocument = graphql(`
  query ReviewColleagues {
    staffList { id name jobTitle }
  }
`);

export const startDocument = graphql(`
  mutation StartEpisode($input: StartEpisodeInput!) {
    answer: startEpisode(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const planDocument = graphql(`
  mutation WriteTransitionPlan($input: WriteTransitionPlanInput!) {
    answer: writeTransitionPlan(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const endDocument = graphql(`
  mutation EndEpisode($input: EndEpisodeInput!) {
    answer: endEpisode(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const lookBackDocument = graphql(`
  mutation RecordLookBack($input: LookBackInput!) {
    answer: recordLookBack(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const homeDocument = graphql(`
  mutation SayHomeGoing($input: SayHomeGoingInput!) {
    answer: sayHomeGoing(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const changeDocument = graphql(`
  mutation RecordLifeChange($input: RecordLifeChangeInput!) {
    answer: recordLifeChange(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const takeBackDocument = graphql(`
  mutation TakeLifeChangeBack($id: Id!) {
    takeLifeChangeBack(id: $id) { residentId }
  }
`);

export const holdDocument = graphql(`
  mutation HoldReview($input: HoldReviewInput!) {
    answer: holdReview(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const finishDocument = graphql(`
  mutation FinishReviewAction($id: Id!) {
    finishReviewAction(id: $id) { residentId }
  }
`);

export const bookDocument = graphql(`
  mutation BookReview($input: BookReviewInput!) {
    answer: bookReview(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const callOffDocument = graphql(`
  mutation CallOffReview($id: Id!, $why: Words!) {
    answer: callOffReview(id: $id, why: $why) { __typename ...WhyNot }
  }
`, [whyNot]);
