// The sentences of every module: a template for each call and each event, in both languages.
//
//     "{name}" and "{record.name}"   a value of the call or event
//     "{sender}" "{coins}"           who made the transaction, and what was sent with it
import type { Bilingual } from "../../text/language";

export type Templates = Readonly<Record<string, Bilingual<string>>>;

export const templates: Readonly<Record<string, Templates>> = {};
