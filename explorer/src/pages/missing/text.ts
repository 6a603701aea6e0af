import { bilingual } from "../../text/language";

export const texts = bilingual(
  {
    title: "No such page",
    lead: "The address leads nowhere: it may have been cut, or the page may have moved.",
    home: "Overview of the chain",
  },
  {
    title: "ページが見つかりません",
    lead: "このアドレスのページはありません。途中で切れているか、移動した可能性があります。",
    home: "チェーンの概要へ",
  },
);
