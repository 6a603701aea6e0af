// Words for the members of the enumerations of staking.
import type { Standing } from "@kumiai/staking";
import { type Bilingual, bilingual } from "../language";

export const standings: Bilingual<Record<keyof typeof Standing, string>> = bilingual(
  { FREE: "free", JAILED: "jailed", TOMBSTONED: "shut out for good" },
  { FREE: "正常", JAILED: "拘束中", TOMBSTONED: "永久追放" },
);
