"""
web3.py against one node: everything a program with a wallet asks.

    play(order) --same steps--> {step: what came of it, brought to what compares between nodes}
"""

import asyncio
from collections.abc import Callable
from typing import Any

from eth_account import Account
from eth_account.messages import encode_typed_data
from web3 import AsyncWeb3, Web3
from web3.exceptions import Web3Exception, Web3RPCError
from web3.providers.persistent import WebSocketProvider

GWEI, ETHER = 10**9, 10**18
FEES = {"maxFeePerGas": 100 * GWEI, "maxPriorityFeePerGas": 2 * GWEI}
NOBODY = Web3.to_checksum_address("0x" + "beef0003".zfill(40))
NO_HASH = "0x" + "12" * 32
TRACE = "debug_traceTransaction"
HEARD_S = 10  # seconds within which news of a subscription come
FACTS = ("status", "type", "gasUsed", "from", "to", "contractAddress")
KINDS: dict[str, dict[str, Any]] = {
    "legacy": {"gasPrice": 100 * GWEI},
    "access list": {
        "type": 1,
        "gasPrice": 100 * GWEI,
        "gas": 30_000,
        "accessList": [{"address": NOBODY, "storageKeys": []}],
    },
    "fee market": {"type": 2, **FEES},
}
TYPED_DATA = {
    "types": {
        "EIP712Domain": [{"name": "name", "type": "string"}],
        "Mail": [{"name": "to", "type": "address"}, {"name": "text", "type": "string"}],
    },
    "primaryType": "Mail",
    "domain": {"name": "post"},
    "message": {"to": NOBODY, "text": "hello"},
}


def plain(value: Any) -> Any:
    """Return a value as JSON would hold it, so that two nodes' compare."""
    if isinstance(value, bytes):
        return "0x" + value.hex()
    if hasattr(value, "items"):
        return {str(name): plain(item) for name, item in sorted(value.items())}
    if isinstance(value, list | tuple | set):
        return [plain(item) for item in value]
    return value


def explain(error: Exception) -> dict[str, Any]:
    """What a program branches on: the kind of the error and the node's code and words."""
    found: dict[str, Any] = {"kind": type(error).__name__}
    if isinstance(error, Web3RPCError):
        answer: Any = error.rpc_response or {}
        found["code"] = answer.get("error", {}).get("code")
    elif getattr(error, "data", None) is not None:
        found |= {"message": str(getattr(error, "message", "")), "data": plain(error.data)}  # type: ignore[attr-defined]
    return found


class Script:
    """The steps of one run, what came of them, and what all steps share."""

    def __init__(self, order: dict[str, Any]) -> None:
        self.order, self.seen = order, dict[str, Any]()
        self.web3 = Web3(Web3.HTTPProvider(order["http"], request_kwargs={"timeout": 30}))
        self.eth: Any = self.web3.eth
        self.account: Any = Account.from_key(order["key"])
        self.counter: Any = None

    def note(self, name: str, step: Callable[[], Any]) -> Any:
        """Take a step and keep its answer, or what web3.py makes of its failure."""
        assert name not in self.seen, name
        try:
            value = step()
        except Web3Exception as error:
            self.seen[name] = {"failed": explain(error)}
            return None
        self.seen[name] = plain(value)
        return value

    def rpc(self, method: str, *params: Any) -> Any:
        """Return the whole answer to a request that web3.py has no name for."""
        return self.web3.provider.make_request(method, list(params))  # type: ignore[arg-type]

    def sign(self, **fields: Any) -> bytes:
        """Return a signed transfer, with what is not named filled in."""
        filled = {
            "to": NOBODY,
            "value": 1,
            "gas": 21_000,
            "chainId": self.order["chain_id"],
            "nonce": self.eth.get_transaction_count(self.account.address),
            **fields,
        }
        if "gasPrice" not in filled:
            filled = FEES | filled
        return bytes(self.account.sign_transaction(filled).raw_transaction)

    def submit(self, raw: bytes) -> Any:
        """Send and return the receipt."""
        sent = self.eth.send_raw_transaction(raw)
        return self.eth.wait_for_transaction_receipt(sent, timeout=20, poll_latency=0.05)

    def count(self, step: int) -> Any:
        """Let the contract count and return the receipt."""
        data = self.counter.encode_abi("count", args=[step])
        return self.submit(self.sign(to=self.counter.address, data=data, value=0, gas=100_000))


def play(order: dict[str, Any]) -> dict[str, Any]:
    """Run every chapter and return what was seen, by name."""
    script = Script(order)
    for chapter in (chain, transfers, contract, reverts, logs, traces, refusals, pool, signing):
        chapter(script)
    asyncio.run(socket(script))
    return script.seen


def chain(script: Script) -> None:
    """Blocks, accounts and fees of a chain that nothing was done on."""
    eth, note, me = script.eth, script.note, script.account.address
    note("chain id", lambda: eth.chain_id)
    note("network", lambda: script.web3.net.version)
    note("listening", lambda: script.web3.net.listening)
    note("height", lambda: eth.block_number >= 0)
    note("syncing", lambda: eth.syncing)
    note("block's shape", lambda: sorted(eth.get_block("latest")))
    note("earliest", lambda: eth.get_block("earliest").number)
    note("finalized", lambda: "number" in eth.get_block("finalized"))
    note("safe", lambda: "number" in eth.get_block("safe"))
    note("pending block", lambda: "number" in eth.get_block("pending"))
    note("no such block", lambda: eth.get_block(10_000_000))
    note("transactions in a block", lambda: eth.get_block_transaction_count("earliest"))
    note("balance", lambda: eth.get_balance(me))
    note("nonce", lambda: eth.get_transaction_count(me))
    note("pending nonce", lambda: eth.get_transaction_count(me, "pending"))
    note("no code", lambda: eth.get_code(NOBODY))
    note("no storage", lambda: eth.get_storage_at(NOBODY, 0))
    note("gas price", lambda: eth.gas_price > 0)
    note("tip", lambda: eth.max_priority_fee >= 0)
    note("fee history", lambda: sorted(eth.fee_history(1, "latest", [10, 90])))
    note("proof", lambda: sorted(eth.get_proof(me, [0], "latest")))
    note("proof's nonce", lambda: eth.get_proof(me, [0], "latest").nonce)
    note("no such transaction", lambda: eth.get_transaction(NO_HASH))
    note("no such receipt", lambda: eth.get_transaction_receipt(NO_HASH))
    note("no such method", lambda: script.rpc("eth_nonsense")["error"]["code"])
    note("bad parameters", lambda: script.rpc("eth_getBalance")["error"]["code"])


def transfers(script: Script) -> None:
    """One transfer of each type, and how it is shown afterwards."""
    eth, note = script.eth, script.note
    for name, fields in KINDS.items():
        receipt = script.submit(script.sign(value=5, **fields))
        sent = receipt["transactionHash"]
        note(f"{name}: hash", lambda sent=sent: sent)
        note(f"{name}: receipt's shape", lambda receipt=receipt: sorted(receipt))
        note(f"{name}: receipt", lambda receipt=receipt: [receipt[fact] for fact in FACTS])
        note(f"{name}: transaction", lambda sent=sent: sorted(eth.get_transaction(sent)))
        place = receipt["blockNumber"], receipt["transactionIndex"]
        note(f"{name}: by index", lambda at=place: eth.get_transaction_by_block(*at)["hash"])
        note(f"{name}: raw", lambda sent=sent: eth.get_raw_transaction(sent))
        note(f"{name}: among all", lambda at=place: of_block(eth, *at)["transactionHash"])
    note("received", lambda: eth.get_balance(NOBODY))
    transfer = {"from": script.account.address, "to": NOBODY, "value": 1}
    note("estimate of a transfer", lambda: eth.estimate_gas(transfer))


def of_block(eth: Any, height: int, index: int) -> Any:
    """Return one of a block's receipts; a module's beginning of a block may stand before it."""
    return eth.get_block_receipts(height)[index]


def contract(script: Script) -> None:
    """A contract is deployed, read and written."""
    eth, note, order = script.eth, script.note, script.order
    receipt = script.submit(
        script.sign(to=b"", value=0, gas=1_000_000, data=order["bytecode"] + f"{40:064x}")
    )
    script.counter = eth.contract(receipt["contractAddress"], abi=order["abi"])
    counter, me = script.counter, {"from": script.account.address}
    note("deployed at", lambda: counter.address)
    note("its code", lambda: eth.get_code(counter.address))
    note("call", lambda: counter.functions.total().call())
    note("static call", lambda: counter.functions.count(3).call(me))
    note("estimate of a call", lambda: counter.functions.count(3).estimate_gas(me))
    done = script.count(3)
    note("gas of a call", lambda: done["gasUsed"])
    note("failed in a block", lambda: script.count(11)["status"])
    note("storage", lambda: eth.get_storage_at(counter.address, 0))
    past = done["blockNumber"] - 1
    note("call in the past", lambda: counter.functions.total().call(block_identifier=past))
    wish = {**me, "to": counter.address, "data": counter.encode_abi("count", args=[1])}
    note("access list of a call", lambda: eth.create_access_list(wish))
    diff = {counter.address: {"stateDiff": {"0x" + "0" * 64: "0x" + "7".zfill(64)}}}
    note("overridden state", lambda: counter.functions.total().call(state_override=diff))
    blocks = {"blockStateCalls": [{"calls": [wish]}]}
    note("simulated", lambda: [shown(call) for call in eth.simulate_v1(blocks, "latest")[0].calls])
    note("delegation", lambda: delegate(script))


def shown(call: Any) -> Any:
    """What compares of one simulated call."""
    return sorted(call), call["status"], call["gasUsed"], call["returnData"], len(call["logs"])


def delegate(script: Script) -> Any:
    """Let the account act as the contract, EIP-7702."""
    nonce = script.eth.get_transaction_count(script.account.address)
    signed = script.account.sign_authorization(
        {"chainId": script.order["chain_id"], "address": script.counter.address, "nonce": nonce + 1}
    )
    receipt = script.submit(script.sign(authorizationList=[signed], gas=100_000, value=0))
    code = script.eth.get_code(script.account.address)
    return receipt["type"], receipt["status"], receipt["gasUsed"], code


def reverts(script: Script) -> None:
    """Each kind of failure of a contract has its exception."""
    functions, note = script.counter.functions, script.note
    me = {"from": script.account.address}
    note("revert in words", lambda: functions.refuse().call())
    note("custom error", lambda: functions.count(11).call(me))
    note("custom error in an estimate", lambda: functions.count(11).estimate_gas(me))
    note("panic", lambda: functions.divide(0).call())
    nothing = script.eth.contract(NOBODY, abi=script.order["abi"])
    note("call of nothing", lambda: nothing.functions.total().call())


def logs(script: Script) -> None:
    """Events, log queries and the three filters."""
    eth, note, counter = script.eth, script.note, script.counter
    everything = eth.filter({"address": counter.address})
    blocks = eth.filter("latest")
    receipt = script.count(1)
    at = {"address": counter.address}
    counted = counter.events.Counted()
    note("events of a receipt", lambda: event_args(counted.process_receipt(receipt)))
    note("events", lambda: event_args(counted.get_logs(from_block=0)))
    one = {**at, "blockHash": receipt["blockHash"]}
    note("logs of a block", lambda: len(eth.get_logs(one)))
    note("log's shape", lambda: sorted(eth.get_logs(one)[0]))
    note("logs upside down", lambda: eth.get_logs({**at, "fromBlock": 5, "toBlock": 1}))
    note("filter", lambda: [log["data"] for log in everything.get_new_entries()])
    note("filter again", lambda: everything.get_new_entries())
    note("filter from the start", lambda: len(everything.get_all_entries()) > 0)
    note("block filter", lambda: blocks.get_new_entries() == [receipt["blockHash"]])
    note("uninstalled", lambda: eth.uninstall_filter(everything.filter_id))
    note("unknown filter", lambda: eth.get_filter_changes("0x123456"))


def event_args(events: Any) -> Any:
    """Return the fields of decoded events."""
    return [(event["event"], event["args"]) for event in events]


def traces(script: Script) -> None:
    """How a transaction ran."""
    sent = script.web3.to_hex(script.count(1)["transactionHash"])
    tracer = {"tracer": "callTracer"}
    script.note("trace's shape", lambda: sorted(script.rpc(TRACE, sent, tracer)["result"]))
    steps = script.rpc(TRACE, sent, {})["result"]
    script.note("structured trace", lambda: sorted(steps))
    script.note("its instructions", lambda: [step["op"] for step in steps["structLogs"]])
    script.note("its gas", lambda: [step["gasCost"] for step in steps["structLogs"]])


def refusals(script: Script) -> None:
    """Transactions that no node takes."""
    eth, note, sign = script.eth, script.note, script.sign
    poor: Any = Account.from_key("0x" + "33" * 32)
    wish = {"to": NOBODY, "value": ETHER, "gas": 21_000, "nonce": 0, "chainId": eth.chain_id}
    unpaid = poor.sign_transaction(wish | FEES).raw_transaction
    for name, raw in {
        "insufficient funds": unpaid,
        "nonce too low": sign(nonce=0),
        "intrinsic gas too low": sign(gas=20_000),
        "fee below the base fee": sign(maxFeePerGas=1, maxPriorityFeePerGas=0),
        "tip above the fee": sign(maxPriorityFeePerGas=101 * GWEI),
        "another chain": sign(chainId=5),
        "not a transaction": b"\x02\xff",
    }.items():
        note(name, lambda raw=raw: eth.send_raw_transaction(raw))


def pool(script: Script) -> None:
    """What waits is shown, replaced by what pays more, and mined."""
    eth, note = script.eth, script.note
    script.rpc("evm_setAutomine", False)
    raw = script.sign(value=1)
    waiting = eth.send_raw_transaction(raw)
    note("already known", lambda: eth.send_raw_transaction(raw))
    note("replacement underpriced", lambda: eth.send_raw_transaction(script.sign(value=2)))
    note("a receipt that waits", lambda: eth.get_transaction_receipt(waiting))
    note("a transaction that waits", lambda: eth.get_transaction(waiting)["blockNumber"])
    note("pool", lambda: script.web3.geth.txpool.status())
    fees = {"maxFeePerGas": 200 * GWEI, "maxPriorityFeePerGas": 10 * GWEI}
    better = eth.send_raw_transaction(script.sign(value=3, **fees))
    script.rpc("evm_setAutomine", True)
    script.rpc("evm_mine")
    note("replaced", lambda: eth.wait_for_transaction_receipt(better, timeout=20)["status"])
    note("what was replaced", lambda: eth.get_transaction_receipt(waiting))


def signing(script: Script) -> None:
    """The client and the node sign."""
    eth, note, managed = script.eth, script.note, Web3.to_checksum_address(script.order["managed"])
    typed = encode_typed_data(full_message=TYPED_DATA)
    note("typed data", lambda: script.account.sign_message(typed).signature)
    wish = ("eth_signTypedData_v4", managed, TYPED_DATA)
    note("typed data of the node", lambda: script.rpc(*wish)["result"])
    note("signature of the node", lambda: eth.sign(managed, text="hello"))
    transfer = {"from": managed, "to": NOBODY, "value": 7}
    sent = note("sent by the node", lambda: eth.send_transaction(transfer) is not None)
    assert sent is not None
    with script.web3.batch_requests() as batch:
        for slot in range(3):
            batch.add(eth.get_storage_at(NOBODY, slot))
        note("batch", batch.execute)
    note("a name", lambda: script.web3.ens.address("nobody.eth") if script.web3.ens else None)


async def socket(script: Script) -> None:
    """News over a WebSocket."""
    async with AsyncWeb3(WebSocketProvider(script.order["ws"])) as live:
        chain_id, balance = await live.eth.chain_id, await live.eth.get_balance(NOBODY)
        script.note("socket: chain id", lambda: chain_id)
        script.note("socket: balance", lambda: balance)
        address: Any = script.counter.address
        names = {
            await live.eth.subscribe("newHeads"): "head",
            await live.eth.subscribe("logs", {"address": address}): "log",
            await live.eth.subscribe("newPendingTransactions"): "pending",
        }
        receipt = await asyncio.to_thread(script.count, 1)
        heard: dict[str, Any] = {}
        async with asyncio.timeout(HEARD_S):
            async for news in live.socket.process_subscriptions():
                heard[names[news["subscription"]]] = news["result"]
                if len(heard) == len(names):
                    break
        script.note("socket: head's shape", lambda: sorted(heard["head"]))
        script.note("socket: head", lambda: heard["head"]["number"] == receipt["blockNumber"])
        script.note("socket: log", lambda: heard["log"]["data"])
        script.note("socket: pending", lambda: heard["pending"] == receipt["transactionHash"])
        ends = [await live.eth.unsubscribe(name) for name in names]
        script.note("socket: unsubscribed", lambda: ends)
