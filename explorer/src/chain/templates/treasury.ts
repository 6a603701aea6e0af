import { type Templates, said } from "./template";

export const treasury: Templates = {
  fund: said("{sender} gives {coins} to the treasury", "{sender} がトレジャリーに {coins} を寄付"),
  spend: said("The treasury is to pay {amountWei} to {recipient}: {purpose}", "トレジャリーから {recipient} へ {amountWei} を支出：{purpose}"),
  Funded: said("{donor} gave {amountWei} to the treasury", "{donor} がトレジャリーに {amountWei} を寄付した"),
  Spent: said("The treasury paid {amountWei} to {recipient}: {purpose}", "トレジャリーが {recipient} に {amountWei} を支払った：{purpose}"),
};
