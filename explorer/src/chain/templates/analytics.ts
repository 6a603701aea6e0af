import { type Templates, said } from "./template";

export const analytics: Templates = {
  EpochClosed: said("Epoch {number}: {payments} payments of {activePayers} payers, {chargedWei} charged, {mintedWei} minted, {burnedWei} burned", "エポック {number}：{activePayers} 名が {payments} 回支払い、請求 {chargedWei}、発行 {mintedWei}、焼却 {burnedWei}"),
};
