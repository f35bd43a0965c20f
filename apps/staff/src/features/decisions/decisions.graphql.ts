import { graphql, whyNot } from '../../graphql.ts';

export const decidingDocument = graphql(`
  query Deciding($residentId: Id!) {
    deciding(residentId: $residentId) {
      residentId
      name
      principles { code name words }
      nextOfKin
      neverForAnother
      areas {
        area
        words
        rights { id kind holder words standing stands matter untilDate steps }
        capacity { id matter able words helpTried why stands }
      }
      soon
      media { kind answer condition decidedBy before }
      decisions { id area what decidedBy rightWords said recordedByName recordedAt secondLook heard { id whose words } }
      heard { id whose area about words whyNot recordedByName recordedAt }
      before
      circle { id name relation }
      standIns { id kind name words }
    }
  }
`);

export const decideDocument = graphql(`
  mutation Decide($input: DecideInput!) {
    answer: decide(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const hearViewDocument = graphql(`
  mutation HearView($input: HearViewInput!) {
    answer: hearView(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const recordCapacityDocument = graphql(`
  mutation RecordCapacity($input: RecordCapacityInput!) {
    answer: recordCapacity(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const bestInterestsDocument = graphql(`
  mutation DecideInBestInterests($input: BestInterestsInput!) {
    answer: decideInBestInterests(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const agreeMediaDocument = graphql(`
  mutation AgreeMedia($input: MediaConsentInput!) {
    answer: agreeMedia(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const standInDocument = graphql(`
  mutation StandIn($input: StandInInput!) {
    answer: standIn(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const moneyDocument = graphql(`
  query MoneyToLookAt {
    moneyToLookAt { id residentId person what decidedBy rightWords said recordedByName recordedAt mayLook }
  }
`);

export const lookAtMoneyDocument = graphql(`
  mutation LookAtMoney($input: SecondLookInput!) {
    answer: lookAtMoney(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const statusDocument = graphql(`
  query StatusOf($id: Id!) {
    resident(id: $id) { id preferredName status }
    statusHistory(residentId: $id) { id fromStatus toStatus onDate words familyWords consequences recordedByName recordedAt }
  }
`);

export const meaningDocument = graphql(`
  query StatusMeaning($residentId: Id!, $to: String!, $on: Day!) {
    statusMeaning(residentId: $residentId, to: $to, on: $on) {
      __typename
      ... on StatusMeaning { consequences familyWords }
      ...WhyNot
    }
  }
`, [whyNot]);

export const changeStatusDocument = graphql(`
  mutation ChangeStatus($input: ChangeStatusInput!) {
    answer: changeStatus(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);
