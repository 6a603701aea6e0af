"""
Nonsense and malice over every door of a running node: each gets an answer, none gets through.

    HTTP, gRPC, transactions, calls --> one devnet --> after each test it still makes blocks
"""

import http.client
import json
import socket
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import grpc
import pytest
from eth_account import Account
from eth_utils import keccak, to_checksum_address
from hexbytes import HexBytes
from web3.exceptions import (
    ContractCustomError,
    ContractLogicError,
    TransactionNotFound,
    Web3RPCError,
)

from chain.vm.call import MODULE_HEADROOM_GAS, MODULE_HEADROOM_PERCENT
from rpc.wire import model_fees_pb2, model_fees_pb2_grpc, node_pb2, node_pb2_grpc, tx_pb2
from rpc.wire.tx_pb2_grpc import TxStub
from tests.e2e.devnet import Devnet, wait_until
from tests.e2e.stage import abi, deploy, dev, fee_wei, module, send, sign, submit

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(120)]
BODY_BYTES_MAX = 5 * 2**20  # of the node's default limits
TARGET = to_checksum_address("0x" + "b4" * 20)
N = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141  # secp256k1's order
GWEI = 10**9
INPUT_WEI = 1_000_003
FAULT = -32603  # "internal error": the node's own fault, which bad input must never be


@pytest.fixture(scope="module")
def devnet(tmp_path_factory):
    """One chain for all tests of this file."""
    with Devnet(tmp_path_factory.mktemp("bad") / "home", "--consensus") as running:
        yield running


@pytest.fixture(scope="module")
def web3(devnet):
    """A client over HTTP."""
    return devnet.web3


@pytest.fixture(autouse=True)
def alive(devnet):
    """After each test the same process answers, makes blocks, and has logged no fault."""
    yield
    web3 = devnet.web3
    before = web3.eth.get_balance(TARGET)
    assert 1 == submit(web3, sign(web3, dev(19), to=TARGET, value=1))["status"]
    assert before + 1 == web3.eth.get_balance(TARGET)
    assert devnet.process is not None and devnet.process.poll() is None
    assert "Traceback" not in devnet.output()


@pytest.fixture(scope="module")
def fees(web3):
    """The model fees module with a model on sale."""
    found = module(web3, "model_fees")
    split = (dev(2).address, 6_000, 3_000, 1_000)
    send(web3, dev(1), found.functions.registerModel("m", "", (INPUT_WEI, 1), split))
    send(web3, dev(1), found.functions.activateModel("m"))
    return found


# HTTP.


def request(
    devnet: Devnet, body: bytes, method: str = "POST", path: str = "/", **headers: str
) -> tuple[int, Any]:
    """Send one HTTP request; returns its status and the decoded answer (None without one)."""
    place = urlsplit(devnet.endpoints["rpc"])
    connection = http.client.HTTPConnection(place.hostname, place.port, timeout=30)
    sent = {"Content-Type": "application/json"}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body, sent)
    answer = connection.getresponse()
    raw = answer.read()
    connection.close()
    return answer.status, json.loads(raw) if raw else None


BODIES: dict[str, tuple[bytes, int]] = {
    "nothing": (b"", -32700),
    "no JSON": (b"{", -32700),
    "no text": (b"\xff\xfe\x00\x01", -32700),
    "two documents": (b"{}{}", -32700),
    "not a number": (b'{"jsonrpc":"2.0","id":NaN,"method":"eth_chainId"}', -32700),
    "deep nesting": (b"[" * 100_000 + b"]" * 100_000, -32700),
    "null": (b"null", -32600),
    "a number": (b"7", -32600),
    "an empty batch": (b"[]", -32600),
    "no method": (b'{"jsonrpc":"2.0","id":1}', -32600),
    "a method that is no text": (b'{"jsonrpc":"2.0","id":1,"method":{}}', -32600),
    "parameters that are a text": (
        b'{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":"x"}',
        -32602,
    ),
    "an unknown method": (b'{"jsonrpc":"2.0","id":1,"method":"eth_mine"}', -32601),
    "a long unknown method": (
        b'{"jsonrpc":"2.0","id":1,"method":"' + b"x" * 10**6 + b'"}',
        -32601,
    ),
    "a method of a socket": (
        b'{"jsonrpc":"2.0","id":1,"method":"eth_subscribe","params":["newHeads"]}',
        -32601,
    ),
    "missing parameters": (b'{"jsonrpc":"2.0","id":1,"method":"eth_getBalance"}', -32602),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_body_that_is_no_request_is_told_why(devnet, name):
    """Malformed JSON and malformed requests get the code that the specification gives them."""
    body, code = BODIES[name]
    status, answer = request(devnet, body)
    assert (200, code) == (status, answer["error"]["code"]), answer
    assert len(answer["error"]["message"]) < 300


def test_too_much_is_refused_before_it_is_read(devnet):
    """Bodies, batches and announced lengths above the limit get an error, not memory."""
    status, answer = request(devnet, b" " * (BODY_BYTES_MAX + 1))
    assert (413, -32600) == (status, answer["error"]["code"])
    call = {"jsonrpc": "2.0", "id": 1, "method": "eth_chainId"}
    status, answer = request(devnet, json.dumps([call] * 1_001).encode())
    assert (200, True) == (status, "batch" in json.dumps(answer))
    place = urlsplit(devnet.endpoints["rpc"])
    with socket.create_connection((place.hostname, place.port), timeout=10) as raw:
        raw.sendall(
            b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            b"Content-Length: 99999999999\r\n\r\n"
        )
        assert b"413" in raw.recv(100)


def test_what_is_not_for_us_is_turned_away(devnet):
    """Another host's name, another path, method or type get an HTTP status of their own."""
    good = b'{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}'
    assert 403 == request(devnet, good, Host="evil.example")[0]
    assert 404 == request(devnet, good, path="/admin")[0]
    assert 405 == request(devnet, b"", method="DELETE")[0]
    assert 415 == request(devnet, good, Content_Type="text/plain")[0]


@pytest.mark.parametrize(
    "noise",
    [
        b"\x00\x01\x02\xff" * 100,
        b"GET / HTTP/9.9\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -5\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 50\r\n\r\n{",
        b"GET / HTTP/1.1\r\n" + b"X: " + b"y" * 100_000 + b"\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ],
    ids=["binary", "version", "negative length", "half a body", "endless header", "HTTP/2"],
)
@pytest.mark.parametrize("door", ["rpc", "grpc"])
def test_noise_on_a_port_hurts_nobody(devnet, door, noise):
    """Bytes that are no request end their own connection and nothing else."""
    place = urlsplit("//" + devnet.endpoints[door].rpartition("//")[2])
    with (
        suppress(ConnectionError),  # cut off: an answer as well
        socket.create_connection((place.hostname, place.port), timeout=10) as raw,
    ):
        raw.sendall(noise)
        raw.recv(4_096)


WRONG: tuple[Any, ...] = (
    None, True, -1, 2**300, 1.5, "", "0x", "0xzz", "0x00", "latest", "0x" + "1" * 65, [], [[]], {},
    {"to": 5}, "x" * 10_000,
)  # fmt: skip


def test_wrong_types_are_never_our_fault(devnet, web3):
    """Every method, with every wrong value in every place, answers; none says internal error."""
    found = web3.provider.make_request("rpc.discover", [])["result"]["methods"]
    calls = [
        {"jsonrpc": "2.0", "id": f"{entry['name']} {value!r:.40}", "method": entry["name"],
         "params": [value] * count}
        for entry in found
        for value in WRONG
        for count in {1, max(1, len(entry["params"]))}
    ]  # fmt: skip
    assert len(calls) > 1_000
    for start in range(0, len(calls), 500):
        status, answers = request(devnet, json.dumps(calls[start : start + 500]).encode())
        assert (200, len(calls[start : start + 500])) == (status, len(answers))
        faults = [a for a in answers if a.get("error", {}).get("code") == FAULT]
        assert [] == faults


# gRPC.


@pytest.fixture
def channel(devnet):
    """A connection to the gRPC server."""
    with grpc.insecure_channel(devnet.endpoints["grpc"]) as opened:
        yield opened


def status_of(call: Any, *arguments: Any) -> tuple[grpc.StatusCode, str]:
    """Return how a call fails."""
    with pytest.raises(grpc.RpcError) as caught:
        call(*arguments, timeout=20)
    return caught.value.code(), caught.value.details()


@pytest.mark.parametrize(
    "method",
    [
        "/kumiai.tx.v1.Tx/Broadcast",
        "/kumiai.blocks.v1.Blocks/Get",
        "/kumiai.model_fees.v1.Query/Model",
    ],
)
def test_malformed_protobuf_is_refused(channel, method):
    """Bytes that are no message of the method are an invalid argument, not an internal error."""
    call = channel.unary_unary(method)
    for body in (b"\xff" * 10, b"\x0a\xff\xff\xff\xff\x0f", b"\x0a\x05abc", b"\x0b" * 5_000):
        code, text = status_of(call, body)
        assert grpc.StatusCode.INVALID_ARGUMENT == code, text


def test_grpc_refuses_by_name(channel):
    """Unknown methods, oversized messages, wrong texts and wrong bytes each get their code."""
    assert grpc.StatusCode.UNIMPLEMENTED == status_of(channel.unary_unary("/no.Such/Thing"), b"")[0]
    tx, fees = TxStub(channel), model_fees_pb2_grpc.QueryStub(channel)
    for raw in (b"", b"\x00", b"\x02" + b"\xff" * 50, b"\x7f\x01"):
        assert (
            grpc.StatusCode.INVALID_ARGUMENT
            == status_of(tx.Broadcast, tx_pb2.BroadcastRequest(raw=raw))[0]
        )
    large = tx_pb2.BroadcastRequest(raw=b"\x02" * (5 * 2**20))
    assert grpc.StatusCode.RESOURCE_EXHAUSTED == status_of(tx.Broadcast, large)[0]
    message = tx_pb2.Message(sender="0x12", to="nobody")
    code, text = status_of(tx.Simulate, tx_pb2.SimulateRequest(message=message))
    assert grpc.StatusCode.INVALID_ARGUMENT == code and "0x12" in text
    code, text = status_of(fees.Model, model_fees_pb2.ModelRequest(model_id="none"))
    assert (grpc.StatusCode.FAILED_PRECONDITION, True) == (code, "UnknownModel" in text)
    assert 31337 == node_pb2_grpc.NodeStub(channel).Status(node_pb2.StatusRequest()).chain_id


# Transactions.


def resigned(raw: bytes, **signature: int) -> bytes:
    """Return a signed type-2 transaction with parts of its signature put in place of its own."""
    import rlp

    fields = rlp.decode(raw[1:])
    for name, value in signature.items():
        place = {"y_parity": -3, "r": -2, "s": -1}[name]
        fields[place] = value.to_bytes(32, "big").lstrip(b"\0")
    return raw[:1] + rlp.encode(fields)


def legacy(web3: Any, chain_id: int | None) -> bytes:
    """Return a legacy transaction for a chain, or for any where there is no chain id."""
    fields = {"to": TARGET, "value": 1, "gas": 21_000, "gasPrice": 2 * GWEI, "nonce": 0}
    if chain_id is not None:
        fields["chainId"] = chain_id
    return bytes(dev(8).sign_transaction(fields).raw_transaction)


def wrong_transactions(web3: Any) -> dict[str, tuple[bytes, str]]:
    """Return transactions that nobody may take, and a part of what is said of each."""
    good = sign(web3, dev(8), to=TARGET, value=1, nonce=0)
    poor = Account.create()
    s = int.from_bytes(good[-32:], "big")
    return {
        "nothing": (b"", "no bytes"),
        "no RLP": (b"\xff" * 40, "rlp: value is cut short"),
        "cut": (good[:-1], "rlp: value is cut short"),
        "a byte too many": (good + b"\0", "rlp: 1 bytes behind the end"),
        "unknown type": (b"\x7f" + good[1:], "transaction type not supported"),
        "blobs": (b"\x03" + good[1:], "transaction type not supported: blob"),
        "r is zero": (resigned(good, r=0), "invalid transaction v, r, s values"),
        "s is high": (resigned(good, s=N - s), "invalid transaction v, r, s values"),
        "parity is 5": (resigned(good, y_parity=5), "y parity: expected at most 1, found 5"),
        "another chain": (
            sign(web3, dev(8), to=TARGET, nonce=0, chainId=1),
            "invalid chain id for signer: have 1 want 31337",
        ),
        "another chain, legacy": (
            legacy(web3, 1),
            "invalid chain id for signer: have 1 want 31337",
        ),
        "any chain": (legacy(web3, None), "only replay-protected"),
        "too long": (
            sign(web3, dev(8), to=TARGET, data=b"\1" * 131_072, gas=10**7),
            "oversized data",
        ),
        "no coins": (sign(web3, poor, to=TARGET, nonce=0), "insufficient funds for gas"),
        "more than there is": (
            sign(web3, dev(8), to=TARGET, nonce=0, value=10**24),
            "insufficient funds for gas \\* price \\+ value",
        ),
        "too little gas": (sign(web3, dev(8), to=TARGET, gas=20_999), "intrinsic gas too low"),
        "too much gas": (sign(web3, dev(8), to=TARGET, gas=30_000_001), "exceeds block gas limit"),
        "tip above the cap": (
            sign(web3, dev(8), to=TARGET, maxFeePerGas=GWEI, maxPriorityFeePerGas=2 * GWEI),
            "max priority fee per gas higher than max fee per gas",
        ),
        "the last nonce": (
            sign(web3, dev(8), to=TARGET, nonce=2**64 - 1),
            "nonce has max value",
        ),
    }


def test_a_wrong_transaction_never_enters_the_pool(web3):
    """Each is refused in geth's words, over JSON-RPC; pool, nonce and balance stay as they were."""
    before = web3.eth.get_balance(dev(8).address)
    for name, (raw, text) in wrong_transactions(web3).items():
        with pytest.raises(Web3RPCError, match=text) as caught:
            web3.eth.send_raw_transaction(HexBytes(raw))
        assert FAULT != caught.value.rpc_response["error"]["code"], name
    assert {"pending": "0x0", "queued": "0x0"} == web3.geth.txpool.status()
    assert 0 == web3.eth.get_transaction_count(dev(8).address, "pending")
    assert before == web3.eth.get_balance(dev(8).address)


def test_a_mined_transaction_cannot_come_again(web3):
    """Sent a second time it is refused, over both doors, and nothing moves."""
    raw = sign(web3, dev(9), to=TARGET, value=10**18)
    submit(web3, raw)
    before = web3.eth.get_balance(dev(9).address)
    for _ in range(2):
        with pytest.raises(Web3RPCError, match="nonce too low|already known"):
            web3.eth.send_raw_transaction(raw)
    assert before == web3.eth.get_balance(dev(9).address)


def test_transactions_behind_a_gap_wait_and_then_run(web3):
    """Nonces 3, 2, 1 wait; with 0 all four run in order. Too many of one sender are refused."""
    account = dev(10)
    waiting = [
        web3.eth.send_raw_transaction(sign(web3, account, to=TARGET, nonce=n, value=n))
        for n in (3, 2, 1)
    ]
    assert {"pending": "0x0", "queued": "0x3"} == web3.geth.txpool.status()
    submit(web3, sign(web3, account, to=TARGET, nonce=0))
    receipts = [web3.eth.wait_for_transaction_receipt(item, timeout=30) for item in waiting]
    places = [(item["blockNumber"], item["transactionIndex"]) for item in receipts]
    assert [1, 1, 1] == [item["status"] for item in receipts]
    assert places == sorted(places, reverse=True)
    hoarder = dev(11)
    with pytest.raises(Web3RPCError, match="account limit exceeded"):
        for nonce in range(1, 70):
            web3.eth.send_raw_transaction(sign(web3, hoarder, to=TARGET, nonce=nonce))


# Calls into modules.


def storage_hash(web3: Any, address: str) -> bytes:
    """Return the root of all that a module has stored."""
    return bytes(web3.eth.get_proof(address, [], "latest")["storageHash"])


def test_out_of_gas_in_a_module_leaves_only_the_fee(web3, fees):
    """With any gas below what a call needs, nothing of it stays: receipt 0, all gas paid."""
    payer = dev(12)
    data = fees.encode_abi("payForUse", ["m", 5, 5, 10**18, []])
    fields = {"to": fees.address, "data": data, "value": 10 * INPUT_WEI}
    enough = web3.eth.estimate_gas(fields | {"from": payer.address})
    used = fees.functions.usageTotal().call()
    root, held = storage_hash(web3, fees.address), web3.eth.get_balance(fees.address)
    tight = (enough - MODULE_HEADROOM_GAS) * 100 // (100 + MODULE_HEADROOM_PERCENT)
    for gas in (30_000, tight // 2, tight * 3 // 4, tight * 9 // 10):
        before = web3.eth.get_balance(payer.address)
        receipt = submit(web3, sign(web3, payer, gas=gas, **fields))
        assert (0, gas, []) == (receipt["status"], receipt["gasUsed"], receipt["logs"])
        assert before - fee_wei(receipt) == web3.eth.get_balance(payer.address)
    assert (root, held) == (storage_hash(web3, fees.address), web3.eth.get_balance(fees.address))
    assert used == fees.functions.usageTotal().call()
    assert 1 == submit(web3, sign(web3, payer, gas=enough, **fields))["status"]


def test_a_contract_survives_a_module_out_of_gas(web3, fees):
    """The call that ran out fails and undoes its own; the contract goes on and keeps the coins."""
    proxy = deploy(web3, dev(13), "Proxy")
    data = fees.encode_abi("payForUse", ["m", 5, 0, 10**18, []])
    root = storage_hash(web3, fees.address)
    starved = proxy.functions.byCall(fees.address, data, 40_000)
    send(web3, dev(13), starved, value=5 * INPUT_WEI, gas=500_000)
    assert root == storage_hash(web3, fees.address)
    assert 5 * INPUT_WEI == web3.eth.get_balance(proxy.address)
    fed = proxy.functions.byCall(fees.address, data, 900_000)
    send(web3, dev(13), fed, value=5 * INPUT_WEI, gas=1_000_000)
    assert root != storage_hash(web3, fees.address)


def test_a_module_runs_in_its_own_account_only(web3, fees):
    """Delegatecall and callcode into a module are refused; a static call may read, not write."""
    proxy, sender = deploy(web3, dev(14), "Proxy"), {"from": dev(14).address}
    view = fees.encode_abi("params")
    write = fees.encode_abi("registerModel", ["p", "", (1, 1), (dev(2).address, 9_000, 1_000, 0)])
    read = proxy.functions.byStatic(fees.address, HexBytes(view))
    expected = web3.eth.call({"to": fees.address, "data": view})
    assert expected == web3.eth.call({"to": proxy.address, "data": read._encode_transaction_data()})
    for data in (view, write):
        with pytest.raises(ContractCustomError) as caught:
            proxy.functions.byDelegate(fees.address, HexBytes(data)).call(sender)
        assert keccak(text="DelegatecallRefused()")[:4].hex() == caught.value.data[2:]
    with pytest.raises(ContractLogicError):
        proxy.functions.byStatic(fees.address, HexBytes(write)).call(sender)
    root = storage_hash(web3, fees.address)
    data = proxy.encode_abi("byDelegate", [fees.address, HexBytes(write)])
    receipt = submit(web3, sign(web3, dev(14), to=proxy.address, data=data, gas=300_000))
    assert (0, []) == (receipt["status"], receipt["logs"])
    assert root == storage_hash(web3, fees.address)
    for opcode, ok in (("f1", 1), ("f2", 0)):  # CALL succeeds, CALLCODE does not
        assert ok == answer_of(web3, opcode, fees.address, view)


def test_endless_code_stops_neither_blocks_nor_calls(web3):
    """A loop as transaction and as calls is ended in time; others are served meanwhile."""
    # For ever: multiply a point of BN254, whose gas says little of the time it takes in Python.
    loop = "5b60015f5260026020525f196040525f5f60605f60075afa505f56"
    size = len(loop) // 2
    create = f"0x{0x5F + size:02x}{loop}5f5260{size:02x}60{32 - size:02x}f3"
    target = submit(web3, sign(web3, dev(16), data=create, gas=100_000))["contractAddress"]
    assert f"0x{loop}" == web3.eth.get_code(target).to_0x_hex()
    endless = sign(web3, dev(16), to=target, gas=30_000_000)
    slow = web3.eth.send_raw_transaction(endless)
    assert 1 == submit(web3, sign(web3, dev(17), to=TARGET, value=1))["status"]
    with pytest.raises(TransactionNotFound):
        web3.eth.get_transaction_receipt(slow)
    pairing = {"to": to_checksum_address("0x" + "00" * 19 + "08"), "data": bytes(192 * 600)}
    for call in ({"to": target}, pairing):
        with pytest.raises(Web3RPCError, match="execution aborted \\(timeout = 5s\\)"):
            web3.eth.call(call | {"gas": 50_000_000})
    dropped = web3.eth.send_raw_transaction(sign(web3, dev(16), gas=25_000_000, **pairing))
    assert 1 == submit(web3, sign(web3, dev(17), to=TARGET, value=1))["status"]
    known = ("eth_getTransactionByHash", [dropped.to_0x_hex()])
    wait_until(lambda: web3.provider.make_request(*known)["result"] is None)


def answer_of(web3: Any, opcode: str, address: str, data: str) -> int:
    """Run hand-made code that calls with one opcode; returns whether that call succeeded."""
    words = bytes.fromhex(data[2:])
    code = (
        f"63{words.hex()}5f52"  # MSTORE the selector, right-aligned in word 0
        f"5f5f6004601c5f73{address[2:]}5a{opcode}"  # call with value 0, input at 28, 4 bytes
        "5f5260205ff3"  # return its success
    )
    overrides = {TARGET: {"code": "0x" + code}}
    return int.from_bytes(web3.eth.call({"to": TARGET}, "latest", overrides), "big")


def test_nonsense_sent_to_a_module_is_refused(web3, fees):
    """Unknown selectors, cut arguments, dirty words and coins for a free call: nothing happens."""
    root = storage_hash(web3, fees.address)
    activate = HexBytes(fees.encode_abi("activateModel", ["m"]))
    for data in (
        b"\xde\xad\xbe\xef",
        b"\x01",
        activate[:-1],
        activate[:4],
        activate[:4] + b"\xff" * 64,
        activate[:35] + b"\x7f" + activate[36:],
    ):
        receipt = submit(web3, sign(web3, dev(15), to=fees.address, data=data))
        assert (0, []) == (receipt["status"], receipt["logs"]), data.hex()
    receipt = submit(web3, sign(web3, dev(15), to=fees.address, data=activate, value=5))
    assert 0 == receipt["status"]
    assert root == storage_hash(web3, fees.address)
    assert [] == [e for e in abi("model_fees") if e["type"] in ("fallback", "receive")]
