"""
A browser wallet that a test holds: EIP-1193 in the page, keys and signatures in the test.

    page --request({method, params})--> Wallet.answer --> signs here, or forwards to the node
"""

import json
from typing import Any, Final

from eth_account.signers.local import LocalAccount
from playwright.sync_api import Page

from tests.e2e.devnet import Devnet

REJECTED: Final = 4001  # EIP-1193: the person said no
UNKNOWN_CHAIN: Final = 4902  # EIP-3326: a chain that the wallet was not told of
MAINNET: Final = 1
PROVIDER: Final = """
const provider = {
  request: async ({ method, params }) => {
    const answer = await window.walletAnswer(method, JSON.stringify(params ?? []));
    if (answer.error) throw answer.error;
    return answer.result;
  },
};
"""
INJECTED: Final = PROVIDER + "window.ethereum = provider;"
ANNOUNCED: Final = (
    PROVIDER
    + """
const announce = () => dispatchEvent(new CustomEvent("eip6963:announceProvider", {
  detail: Object.freeze({ info: { uuid: "9c7f5b5c", name: NAME, icon: "", rdns: "" }, provider }),
}));
addEventListener("eip6963:requestProvider", announce);
announce();
"""
)


class Wallet:
    """One account's wallet; it may be on another chain, and its person may say no."""

    def __init__(self, devnet: Devnet, account: LocalAccount, chain_id: int | None = None) -> None:
        self._devnet, self.account = devnet, account
        own_id = int(devnet.call("eth_chainId"), 16)
        self.chain_id = own_id if chain_id is None else chain_id
        self.known_chains = {MAINNET, self.chain_id}
        self.says_no = False
        self.asked: list[str] = []

    def inject(self, page: Page) -> None:
        """Put the wallet at window.ethereum of every page that is opened from now on."""
        self._install(page, INJECTED)

    def announce(self, page: Page, name: str) -> None:
        """Have the wallet announce itself by EIP-6963 under a name."""
        self._install(page, ANNOUNCED.replace("NAME", json.dumps(name)))

    def _install(self, page: Page, script: str) -> None:
        page.expose_function("walletAnswer", self.answer)
        page.add_init_script(script)

    def answer(self, method: str, params: str) -> dict[str, Any]:
        """Answer a request of the page as EIP-1193 says; an error has a code and a message."""
        self.asked.append(method)
        try:
            return {"result": self._result(method, json.loads(params))}
        except WalletError as error:
            return {"error": {"code": error.code, "message": str(error)}}

    def _result(self, method: str, params: list[Any]) -> Any:
        match method:
            case "eth_requestAccounts" | "eth_accounts":
                return [self.account.address]
            case "eth_chainId":
                return hex(self.chain_id)
            case "wallet_switchEthereumChain":
                return self._switch(int(params[0]["chainId"], 16))
            case "wallet_addEthereumChain":
                self.known_chains.add(int(params[0]["chainId"], 16))
                return self._switch(int(params[0]["chainId"], 16))
            case "eth_sendTransaction":
                return self._send(params[0])
            case _:
                return self._devnet.call(method, *params)

    def _switch(self, chain_id: int) -> None:
        if chain_id not in self.known_chains:
            raise WalletError(UNKNOWN_CHAIN, "unknown chain")
        self.chain_id = chain_id

    def _send(self, intent: dict[str, str]) -> str:
        if self.says_no:
            raise WalletError(REJECTED, "User rejected the request.")
        web3 = self._devnet.web3
        fields: Any = {
            "to": intent["to"],
            "data": intent["data"],
            "gas": int(intent["gas"], 16),
            "nonce": web3.eth.get_transaction_count(self.account.address, "pending"),
            "chainId": self.chain_id,
            "maxFeePerGas": web3.eth.gas_price * 2,
            "maxPriorityFeePerGas": web3.eth.max_priority_fee,
        }
        signed = self.account.sign_transaction(fields)
        return "0x" + web3.eth.send_raw_transaction(signed.raw_transaction).hex().removeprefix("0x")


class WalletError(Exception):
    """What a wallet answers instead of a result."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
