// What a template is: a sentence with places for values, in both languages.
//
//     "{name}" "{record.name}"   a value of the call or event, shown as its name and type say
//     "{name:height}"            the same, shown as a block, an amount (wei) or a moment
//     "{sender}" "{coins}"       who made the transaction, and what was sent with it
import { type Bilingual, bilingual } from "../../text/language";

export type Templates = Readonly<Record<string, Bilingual<string>>>;

export const said = bilingual<string>;
