import { type Templates, said } from "./template";

export const token: Templates = {
  approve: said("{sender} lets {spender} take up to {value:wei}", "{sender} が {spender} に {value:wei} までの引き出しを許可"),
  cancelAuthorization: said("{sender} cancels an authorization of {authorizer}", "{sender} が {authorizer} の支払い承認を取り消し"),
  permit: said("{owner} lets {spender} take up to {value:wei}, by a signature that {sender} brought", "{sender} の届けた署名により、{owner} が {spender} に {value:wei} までの引き出しを許可"),
  receiveWithAuthorization: said("{to} takes {value:wei} that {from} has signed for", "{to} が {from} の署名した {value:wei} を受け取る"),
  transfer: said("{sender} sends {value:wei} to {to}", "{sender} が {to} へ {value:wei} を送金"),
  transferFrom: said("{sender} moves {value:wei} from {from} to {to}", "{sender} が {from} から {to} へ {value:wei} を移す"),
  transferWithAuthorization: said("{value:wei} from {from} to {to}, by a signature that {sender} brought", "{sender} の届けた署名により、{from} から {to} へ {value:wei} を送金"),
  Approval: said("{spender} may take up to {value:wei} of {owner}", "{spender} は {owner} から {value:wei} まで引き出せる"),
  AuthorizationCanceled: said("{authorizer} cancelled an authorization", "{authorizer} が支払い承認を取り消した"),
  AuthorizationUsed: said("An authorization of {authorizer} is used up", "{authorizer} の支払い承認が使用済みに"),
  Transfer: said("{value:wei} from {from} to {to}", "{from} から {to} へ {value:wei}"),
};
