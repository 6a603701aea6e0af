"""
What a developer's tools do to a chain for play: one script, for any node that has the methods.

    play(ask) --same requests--> {what was asked: answer, stripped of what differs by nature}

Hashes, gas prices and absolute times differ by nature, so answers are brought to what tools rely
on: balances, counts, statuses, error codes and texts, distances in time.
"""

from collections.abc import Callable
from time import sleep
from typing import Any

Answer = dict[str, Any]  # of JSON-RPC: "result" or "error"
Ask = Callable[..., Answer]
WHALE, NOBODY, CODED = "0x" + "1a" * 20, "0x" + "2b" * 20, "0x" + "3c" * 20
ETHER = 10**18
RECEIPT_TRIES, RECEIPT_WAIT_S = 20, 0.05
COUNTER_CODE = "0x60005460010180600055806000526020600060206000a15060206000f3"
REVERTER_CODE = (
    "0x7f08c379a000000000000000000000000000000000000000000000000000000000600052"
    "602060045260026024526e" + "6e6f".ljust(30, "0") + "608852" + "60446000fd"
)
SILENT_CODE = "0x60006000fd"
DEPLOYER = "0x4e59b44847b379578588920ca78fbf26c0b4956c"
TYPED_DATA = {
    "types": {
        "EIP712Domain": [{"name": "name", "type": "string"}],
        "Mail": [{"name": "to", "type": "address"}, {"name": "text", "type": "string"}],
    },
    "primaryType": "Mail",
    "domain": {"name": "post"},
    "message": {"to": WHALE, "text": "hello"},
}


class Script:
    """The steps of one run and what came of them."""

    def __init__(self, ask: Ask) -> None:
        self.ask, self.seen = ask, dict[str, Any]()

    def call(self, method: str, *params: Any) -> Any:
        """Return a result that has to be there."""
        answer = self.ask(method, *params)
        assert "error" not in answer, (method, params, answer)
        return answer["result"]

    def note(self, name: str, value: Any) -> None:
        """Keep an answer to compare."""
        assert name not in self.seen, name
        self.seen[name] = value

    def note_error(self, name: str, method: str, *params: Any) -> None:
        """Keep the code and the text of a refusal."""
        error = self.ask(method, *params).get("error", {})
        self.note(name, (error.get("code"), error.get("message"), error.get("data")))

    def is_done(self, method: str, *params: Any) -> bool:
        """Whether the answer is true; a refusal is none."""
        return self.ask(method, *params).get("result") is True

    @property
    def height(self) -> int:
        """Number of the newest block."""
        return int(self.call("eth_blockNumber"), 16)

    @property
    def time_s(self) -> int:
        """Time of the newest block."""
        return int(self.block()["timestamp"], 16)

    def block(self) -> Any:
        """The newest block."""
        return self.call("eth_getBlockByNumber", "latest", False)

    def balance(self, who: str) -> int:
        """Coins of an account."""
        return int(self.call("eth_getBalance", who, "latest"), 16)

    def send(self, **fields: Any) -> Any:
        """
        Send from a managed account and return the receipt, None while it waits.

        anvil answers before its miner has run, so it is given a moment.
        """
        sent = self.call("eth_sendTransaction", fields)
        for _ in range(RECEIPT_TRIES):
            receipt = self.call("eth_getTransactionReceipt", sent)
            if receipt is not None:
                return receipt
            sleep(RECEIPT_WAIT_S)
        return None


def play(ask: Ask) -> dict[str, Any]:
    """Run every chapter and return what was seen, by name."""
    script = Script(ask)
    for chapter in (accounts, edits, impersonation, mining, time, snapshots, fees, pool, reset):
        chapter(script)
    return script.seen


def accounts(script: Script) -> None:
    """Managed accounts send and sign."""
    first, second = script.call("eth_accounts")[:2]
    script.note("accounts", (first, second))
    before = script.height
    receipt = script.send(**{"from": first, "to": NOBODY, "value": hex(ETHER)})
    script.note("automine", (script.height - before, receipt["status"], receipt["type"]))
    script.note("received", script.balance(NOBODY))
    script.note("sign", script.call("eth_sign", first, "0x68656c6c6f"))
    script.note("personal_sign", script.call("personal_sign", "0x68656c6c6f", first))
    script.note("typed data", script.call("eth_signTypedData_v4", first, TYPED_DATA))
    script.note_error("send from a stranger", "eth_sendTransaction", {"from": WHALE, "to": NOBODY})
    script.note_error("sign as a stranger", "eth_sign", WHALE, "0x00")
    script.note("deployer", script.call("eth_getCode", DEPLOYER, "latest"))


def edits(script: Script) -> None:
    """State written by hand shows at once, makes no block, and holds in the next one."""
    before = script.height
    for prefix, amount in (("anvil", 5 * ETHER), ("hardhat", 7 * ETHER)):
        script.note(f"{prefix}_setBalance", script.call(f"{prefix}_setBalance", WHALE, hex(amount)))
        script.note(f"{prefix} balance", script.balance(WHALE))
    script.note("setCode", script.call("anvil_setCode", CODED, COUNTER_CODE))
    script.note("code", script.call("eth_getCode", CODED, "latest"))
    slot, word = "0x0", "0x" + "29".zfill(64)
    script.note("setStorageAt", script.call("anvil_setStorageAt", CODED, slot, word))
    script.note("word", script.call("eth_getStorageAt", CODED, slot, "latest"))
    script.note("setNonce", script.call("anvil_setNonce", WHALE, "0x9"))
    script.note("nonce", script.call("eth_getTransactionCount", WHALE, "latest"))
    script.note("blocks made by edits", script.height - before)
    script.note("call on edits", script.call("eth_call", {"to": CODED, "data": "0x"}, "latest"))
    first = script.call("eth_accounts")[0]
    receipt = script.send(**{"from": first, "to": CODED})
    script.note("sent upon edits", (receipt["status"], len(receipt["logs"])))
    script.note("word after", script.call("eth_getStorageAt", CODED, slot, "latest"))
    script.note("balance after", script.balance(WHALE))


def impersonation(script: Script) -> None:
    """Anybody can be sent from, contracts too; then nobody again."""
    script.note("impersonate", script.call("anvil_impersonateAccount", WHALE))
    receipt = script.send(**{"from": WHALE, "to": NOBODY, "value": "0x5"})
    script.note("sent as whale", (receipt["status"], receipt["from"]))
    script.note("its nonce", script.call("eth_getTransactionCount", WHALE, "latest"))
    script.note("listed", WHALE in script.call("eth_accounts"))
    script.note("stop", script.call("anvil_stopImpersonatingAccount", WHALE))
    script.note_error("after the stop", "eth_sendTransaction", {"from": WHALE, "to": NOBODY})
    script.call("hardhat_setBalance", CODED, hex(ETHER))
    script.call("hardhat_impersonateAccount", CODED)
    sent = script.send(**{"from": CODED, "to": NOBODY, "value": "0x1", "gas": "0x5208"})
    script.note("a contract sends", sent["status"])
    script.call("hardhat_stopImpersonatingAccount", CODED)
    script.call("anvil_autoImpersonateAccount", True)
    script.note("auto", script.send(**{"from": WHALE, "to": NOBODY})["status"])
    script.call("anvil_autoImpersonateAccount", False)
    script.note_error("auto is over", "eth_sendTransaction", {"from": WHALE, "to": NOBODY})


def mining(script: Script) -> None:
    """Blocks on request; without automine transactions wait and go into one block."""
    before, time_s = script.height, script.time_s
    script.note("evm_mine", script.call("evm_mine"))
    script.note("one block", script.height - before)
    script.note("anvil_mine", script.call("anvil_mine", "0xa", "0x3c"))
    script.note("ten blocks", script.height - before)
    script.note("their times", (script.time_s - time_s) // 60)
    time_s = script.time_s
    script.note("hardhat_mine", script.call("hardhat_mine", "0xa", "0x3c"))
    script.note("their hardhat times", (script.time_s - time_s) // 60)
    script.note("getAutomine", script.call("anvil_getAutomine"))
    script.note("setAutomine", script.call("evm_setAutomine", False))
    script.note("automine is off", script.call("hardhat_getAutomine"))
    first, second = script.call("eth_accounts")[:2]
    before = script.height
    hashes = [
        script.call("eth_sendTransaction", {"from": who, "to": NOBODY, "gas": "0x5208"})
        for who in (first, second, first)
    ]
    waiting = [script.call("eth_getTransactionReceipt", found) for found in hashes]
    script.note("they wait", (waiting, script.height - before))
    script.call("evm_mine")
    mined = [script.call("eth_getTransactionReceipt", found) for found in hashes]
    script.note("one block for all", {int(r["blockNumber"], 16) - before for r in mined})
    script.call("evm_setAutomine", True)


def time(script: Script) -> None:
    """Time moves forward, to the second."""
    start = script.time_s
    script.call("evm_increaseTime", 1_000)
    script.call("evm_mine")
    script.note("increaseTime", 1_000 <= script.time_s - start <= 1_010)
    target = script.time_s + 500
    script.note("setNextBlockTimestamp", script.call("evm_setNextBlockTimestamp", target))
    script.call("evm_mine")
    script.note("exact time", script.time_s - target)
    script.call("evm_mine")
    script.note("it goes on from there", 0 <= script.time_s - target <= 5)
    script.call("evm_mine", target + 300)
    script.note("evm_mine at a time", script.time_s - target)
    script.note_error("back in time", "evm_setNextBlockTimestamp", 1_000_000)
    script.note_error("no step in time", "evm_setNextBlockTimestamp", target + 300)
    first = script.call("eth_accounts")[0]
    script.call("evm_setNextBlockTimestamp", hex(target + 400))
    script.send(**{"from": first, "to": NOBODY})
    script.note("a transaction at a time", script.time_s - target)


def snapshots(script: Script) -> None:
    """A moment comes back whole, and once."""
    height, coins, time_s = script.height, script.balance(NOBODY), script.time_s
    early = script.call("evm_snapshot")
    script.note("an id is text", isinstance(early, str))
    first = script.call("eth_accounts")[0]
    sent = script.call("eth_sendTransaction", {"from": first, "to": NOBODY, "value": "0x7"})
    late = script.call("evm_snapshot")
    script.call("anvil_setBalance", NOBODY, "0x0")
    script.call("evm_increaseTime", 5_000)
    script.call("evm_mine")
    script.note("revert", script.call("evm_revert", early))
    script.note("height again", script.height - height)
    script.note("coins again", script.balance(NOBODY) - coins)
    script.note("its transaction is gone", script.call("eth_getTransactionByHash", sent))
    script.note("later ids are burned", script.is_done("evm_revert", late))
    script.note("an id works once", script.is_done("evm_revert", early))
    script.note("an unknown id", script.is_done("evm_revert", "0xffff"))
    script.call("evm_mine")
    script.note("time again", 0 <= script.time_s - time_s < 1_000)


def fees(script: Script) -> None:
    """The next block's base fee and who gets the tips."""
    price = 7_000_000_000
    script.note("setBaseFee", script.call("anvil_setNextBlockBaseFeePerGas", hex(price)))
    script.call("evm_mine")
    script.note("base fee", int(script.block()["baseFeePerGas"], 16))
    script.note("setCoinbase", script.call("hardhat_setCoinbase", NOBODY))
    script.call("evm_mine")
    script.note("miner", script.block()["miner"])


def pool(script: Script) -> None:
    """What waits can be dropped; what reverts says so."""
    script.call("evm_setAutomine", False)
    first = script.call("eth_accounts")[0]
    sent = script.call("eth_sendTransaction", {"from": first, "to": NOBODY, "gas": "0x5208"})
    script.note("pending", script.call("txpool_status"))
    script.note("drop", script.call("anvil_dropTransaction", sent) == sent)
    script.note("drop again", script.call("anvil_dropTransaction", sent))
    script.note("pool is empty", script.call("txpool_status"))
    script.call("evm_setAutomine", True)
    script.call("anvil_setCode", CODED, SILENT_CODE)
    script.note_error("a silent revert", "eth_sendTransaction", {"from": first, "to": CODED})
    receipt = script.send(**{"from": first, "to": CODED, "gas": "0x30d40"})
    script.note("reverted", receipt["status"])


def reset(script: Script) -> None:
    """Everything from the beginning."""
    script.note("reset", script.call("anvil_reset"))
    script.note("height 0", script.height)
    script.note("coins at first", script.balance(script.call("eth_accounts")[0]))
    script.note("edits are gone", script.balance(WHALE))
