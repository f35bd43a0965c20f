import { graphql, whyNot } from '../../graphql.ts';

export const supportDocument = graphql(`
  query Support($residentId: Id!) {
    support(residentId: $residentId) {
      residentId
      name
      inStaff
      inResidents
      outStaff
      outResidents
      wheelchair
      transfers
      hoist
      bring
      communication
      riskOut
      riskDo
      style
      words
      oneToOne
      staff { staffId name agency together isKnown stance words }
      avoids { id name }
      versions { id words changes why recordedByName recordedAt }
    }
    phase: phaseOf(residentId: $residentId) { residentId name phase means neverTapered said { id phase words recordedByName recordedAt } }
  }
`);

export const changeSupportDocument = graphql(`
  mutation ChangeSupport($input: EditSupportInput!) {
    answer: editSupport(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);

export const declineDocument = graphql(`
  mutation DeclineStaff($residentId: Id!, $staffId: Id!, $declines: Boolean!) {
    declineStaff(residentId: $residentId, staffId: $staffId, declines: $declines) { id }
  }
`);

export const sayPhaseDocument = graphql(`
  mutation SayPhase($input: SayPhaseInput!) {
    answer: sayPhase(input: $input) { __typename ...WhyNot }
  }
`, [whyNot]);
