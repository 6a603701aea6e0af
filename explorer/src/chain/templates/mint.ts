import { type Templates, said } from "./template";

export const mint: Templates = {
  burnCoins: said("{sender} burns {coins}", "{sender} が {coins} を焼却"),
  AllowanceLapsed: said("{amountWei} that nobody drew will not be minted", "引き出されなかった {amountWei} の発行枠が失効"),
  Burned: said("{amountWei} of {account} are burned", "{account} の {amountWei} を焼却した"),
  Issued: said("{amountWei} are new; the supply is {supplyWei}", "{amountWei} を新規発行（供給量 {supplyWei}）"),
};
