import { Field, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { IdScalar } from '../graphql/scalars.ts';

@ObjectType('Home')
export class HomeType {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
  @Field() zone: string;
}

@ObjectType('Me', { description: 'Whoever is signed in.' })
export class MeType {
  @Field() name: string;
  @Field() role: string;
  @Field({ description: "'staff' or 'family': which app is theirs." }) opens: string;
  @Field(() => HomeType) home: HomeType;
  @Field(() => [String], { description: 'Permissions, for a screen to show what can be done; the server decides.' }) mayDo: string[];
}

@ObjectType('DemoPerson')
export class DemoPersonType {
  @Field() name: string;
  @Field() email: string;
  @Field() about: string;
  @Field() opens: string;
}

export const SignInResult = orRefused('SignInResult', MeType);
