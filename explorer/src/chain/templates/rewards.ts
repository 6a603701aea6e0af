import { type Templates, said } from "./template";

export const rewards: Templates = {
  setWithdrawAddress: said("{sender} has its rewards paid to {payee}", "{sender} が報酬の受取先を {payee} に設定"),
  withdraw: said("{sender} takes what its stake with {validator} has earned", "{sender} が {validator} への委任の報酬を受け取る"),
  withdrawAll: said("{sender} takes what its stakes have earned", "{sender} がすべての委任の報酬を受け取る"),
  withdrawCommission: said("{sender} takes its commission", "{sender} が手数料収入を受け取る"),
  CommissionWithdrawn: said("{payee} got {amountWei}, the commission of {validator}", "{validator} の手数料収入 {amountWei} を {payee} が受け取った"),
  RewardsWithdrawn: said("{payee} got {amountWei} that {delegator}'s stake with {validator} had earned", "{delegator} の {validator} への委任の報酬 {amountWei} を {payee} が受け取った"),
  WithdrawAddressChanged: said("Rewards of {account} are paid to {payee} from now on", "{account} の報酬の受取先が {payee} に"),
};
