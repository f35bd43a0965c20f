/** Files with the awkwardness real ones have, for the tests; the people and the home are invented. */

/** Bytes as a Windows spreadsheet saves them. */
export function windowsBytes(text: string): Uint8Array {
  const special: Record<string, number> = { '’': 0x92, '‘': 0x91, '“': 0x93, '”': 0x94, '–': 0x96, '€': 0x80, 'ž': 0x9e };
  return Uint8Array.from(Array.from(text, (char) => special[char] ?? char.codePointAt(0) ?? 0x3f));
}

export const utf8Bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export const markedBytes = (text: string): Uint8Array => Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8Bytes(text)]);

export function wideBytes(text: string, order: 'little' | 'big', mark: boolean): Uint8Array {
  const bytes: number[] = mark ? (order === 'little' ? [0xff, 0xfe] : [0xfe, 0xff]) : [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const [high, low] = [unit >> 8, unit & 255];
    bytes.push(...(order === 'little' ? [low, high] : [high, low]));
  }
  return Uint8Array.from(bytes);
}

const residentHeader = 'Room,Title,Known as,First name,Surname,DOB,Admitted,Funding,Mobility,Transfers,Support out,Communication,Likes,Routine,Wants,Key worker,Next of kin,NOK relationship,NOK email,LPA H&W,Photo consent';

export const residentsText = [
  residentHeader,
  '1,Mr,Alf,Alfred,Quayle,02/05/1939,10/01/2025,LA,"Independent, stick",Self,1:1,OK,"Tram driver, pigeons",Feeds birds at 8,Race day,Siân Probert,Ruth Quayle,daughter,ruth@example.org,Ruth Quayle,Y',
  '2,Mrs,,Beryl,Oakes,31/02/1941,11/02/2025,CHC,Wheelchair out,Hoist,2:1,Few words,Ballroom,,Dance,Siân Probert,"Tom Oakes; Ann Oakes",son; daughter,tom@example.org; ann@example,Deputy (court) T Oakes,Y for family only',
  '3,Miss,,Cora,Finch,4/7/38,12/03/2025,Self,Frame,1 carer,1:2,OK,"Hats, whist",Late riser,Theatre,,,,,None - has capacity,N',
  '4,Mr,,Dennis,Ng,09/09/1944,13/04/2025,LA + top up,Bed / recliner chair,Hoist,2:1,Responds to touch,Jazz,,,Jo Marsh,None known - IMCA,,,Not known,',
  '5,Mrs,Effie,Euphemia,Bright,01/01/1950,01/05/2026,Self (short stay),Walks 20m with frame,1 carer,1:1,OK,Baker,,Home,Jo Marsh,Ivy Bright,sister,ivy@example.org,Ivy (P&F only),Yes',
  '5,Mr,,Frank,Tully,,,,?,,,,,,,,,,,,',
].join('\r\n');

export const matrixText = [
  'Alder Court - ROTA  w/c 23/11/2026,,,,,,,,,',
  'printed on Friday,,,,,,,,,',
  '',
  'Name,Job title,Mon 23/11,Tue 24/11,Wed 25/11,Thu 26/11,Fri 27/11,Sat 28/11,Sun 29/11,Hrs',
  '"Hart, Oonagh",Home Manager,9-5,9-5,9-5,9-5,9-4,,,40',
  'LOUNGE,,,,,,,,,',
  '"Probert, Siân",Activities co-ord (D1),0930-1730,10:00 - 16:00,,,,10-2 alt,,',
  'FLOOR,,,,,,,,,',
  '"Novak, Ana",Carer,E,L,LD,,,,,',
  '"Novak, Petr",Carer / driver (B),,E/L,,,SICK,,,',
  '"Marsh, Jo",Carer / driver (D1 101),N,,QQ,AL,,,,',
  'Agency 1,Carer (agency),,,,L,L,,,',
  ',,,,E,,,,,',
  '"T = training: Novak, A first aid Thu 26th 13:00-15:00",,,,,,,,,',
  'Please hand keys to reception,,,,,,,,,',
  '',
  'E = 07:30-14:30   L = 14:00-21:00   LD = 07:30-21:00 (1 hr break)   N = 20:45-07:45   AL = leave,,,,,,,,,',
].join('\r\n');

export const shiftsText = [
  'Employee No;Surname;Forename;Role;Unit;Shift start;Shift end;Unpaid break (min);Status',
  '7;Novak;Ana;Carer;Main;30/11/2026 07:30;30/11/2026 14:30;30;Confirmed',
  '7;Novak;Ana;Carer;Main;30/11/2026 07:30;30/11/2026 14:30;30;Confirmed',
  '7;Novak;Ana;Carer;Main;31/11/2026 07:30;31/11/2026 14:30;30;Confirmed',
  '7;Novak;Ana;Carer;Main;30/11/2026 14:00;30/11/2026 21:00;30;Confirmed',
  '8;Marsh;Jo;Carer;Main;02/12/2026 21:00;02/12/2026 07:30;60;Confirmed',
  '8;Marsh;Jo;Carer;Main;03/12/2026 00:00;03/12/2026 00:00;0;Annual leave',
  '8;Marsh;Jo;Carer;Main;04/12/2026 07:30;04/12/2026 14:30;30;Sickness',
  '8;Marsh;Jo;Carer;Main;05/12/2026 09:00;05/12/2026 09:00;0;Confirmed',
  '9;Hart;Oonagh;Night senior;Main;05/12/2026 20:45;06/12/2026 07:45;60;Confirmed',
  '9;Hart;Oonagh;Night senior;Main;07/12/2026 20:45;08/12/2026 07:45;60;Cancelled',
  '9;Hart;Oonagh;Night senior;Main;09/12/2026 20:45;10/12/2026 07:45;60;Pending swap',
  ';;;Carer;Main;09/12/2026 07:30;09/12/2026 14:30;30;Confirmed',
].join('\n');
