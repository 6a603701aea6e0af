"""How often an address may call."""

from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rpc.access import Access
from rpc.admission import CLIENTS_MAX, Bucket, Gate, RateLimited, network_of
from rpc.config import RpcConfig, RpcLimits
from rpc.credentials import Credentials, digest_of
from tests.rpc.stage import COUNTER, Stage, hex_of, on_stage

KEY = "0123456789abcdef-key"
SLOW = RpcLimits(calls_per_s=0.001, heavy_calls_per_s=0.001, sends_per_s=0.001, rate_burst_s=3_000)
COUNTED = RpcConfig(
    limits=SLOW,
    limits_loopback=True,
    credentials=Credentials(key_digests=frozenset([digest_of(KEY)])),
)
CALL = {"jsonrpc": "2.0", "id": 1, "method": "eth_call", "params": [{"to": hex_of(COUNTER)}]}
CHAIN = {"jsonrpc": "2.0", "id": 2, "method": "eth_chainId"}
SEND = {"jsonrpc": "2.0", "id": 3, "method": "eth_sendRawTransaction", "params": ["0x"]}


class Clock:
    """Seconds that a test sets."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        """Return what was set."""
        return self.now_s


def gate(clock: Clock, **limits: Any) -> Gate:
    """A gate upon this clock."""
    config = RpcConfig(limits=RpcLimits(**limits))
    return Gate(config, Access(config, ["guild"]), clock)


def count(rules: Gate, address: str, method: str, calls: int) -> int:
    """Call so often and return how many were let through."""
    admitted = 0
    for _ in range(calls):
        try:
            with rules.visit(address, has_credential=False).admit(method):
                admitted += 1
        except RateLimited:
            pass
    return admitted


@given(st.lists(st.floats(0, 10), max_size=60), st.floats(0.1, 50), st.floats(1, 20))
def test_a_bucket_never_gives_more_than_its_size_and_rate(
    steps: list[float], rate_per_s: float, size: float
) -> None:
    """Whatever the moments of asking, what was given fits the time that has gone."""
    now_s, taken = 0.0, 0
    bucket = Bucket(rate_per_s, size, now_s)
    for step in steps:
        now_s += step
        taken += bucket.take(now_s)
        assert taken <= size + rate_per_s * now_s + 1e-6


def test_each_class_and_each_address_has_a_bucket_of_its_own() -> None:
    """A burst, then the rate; heavy calls use up none of the light ones, nor of a neighbour's."""
    clock = Clock()
    rules = gate(clock, calls_per_s=4.0, heavy_calls_per_s=2.0, sends_per_s=1.0, rate_burst_s=3.0)
    assert 6 == count(rules, "10.0.0.1", "eth_call", 20)
    assert 0 == count(rules, "10.0.0.1", "guild_member", 1)
    assert 12 == count(rules, "10.0.0.1", "eth_chainId", 20)
    assert 3 == count(rules, "10.0.0.1", "eth_sendRawTransaction", 20)
    assert 6 == count(rules, "10.0.0.2", "debug_traceCall", 20)
    clock.now_s += 1.0
    assert 2 == count(rules, "10.0.0.1", "eth_getLogs", 20)
    clock.now_s += 1_000.0
    assert 6 == count(rules, "10.0.0.1", "eth_getProof", 20)


def test_so_many_heavy_calls_run_at_a_time() -> None:
    """One more is refused until one ends, also where it fails; light ones are none of them."""
    rules = gate(Clock(), heavy_calls_at_once=1)
    visit = rules.visit("10.0.0.1", has_credential=False)
    with visit.admit("eth_call"):
        with pytest.raises(RateLimited, match="too many calls at a time: at most 1"):
            visit.admit("eth_call").__enter__()
        with visit.admit("eth_chainId"):
            pass
    with pytest.raises(ZeroDivisionError), visit.admit("eth_call"):
        raise ZeroDivisionError
    with visit.admit("eth_call"):
        pass
    assert not visit.is_refused_whole


def test_this_machine_and_the_admin_side_are_not_counted() -> None:
    """Unless the operator says so of this machine."""
    rules = gate(Clock(), calls_per_s=0.001)
    assert 50 == count(rules, "127.0.0.1", "eth_chainId", 50)
    assert 1 == count(rules, "10.0.0.1", "eth_chainId", 50)
    for _ in range(50):
        with rules.visit("10.0.0.1", has_credential=True).admit("eth_chainId"):
            pass


def test_the_quietest_addresses_are_forgotten_first() -> None:
    """The number remembered is bounded; who keeps calling stays limited."""
    rules = gate(Clock(), calls_per_s=0.001)
    assert 1 == count(rules, "10.0.0.1", "eth_chainId", 2)
    for index in range(CLIENTS_MAX + 10):
        rules.visit(f"11.{index >> 16}.{index >> 8 & 255}.{index & 255}", has_credential=False)
        if index % 1_000 == 0:
            assert 0 == count(rules, "10.0.0.1", "eth_chainId", 1)
    assert CLIENTS_MAX == len(rules._clients)


def test_an_address_is_counted_by_its_network() -> None:
    """IPv6 customers own 2^64 addresses; mapped IPv4 is IPv4; what is no address is itself."""
    assert network_of("2001:db8::1") == network_of("2001:db8::ffff:2") == "2001:db8::/64"
    assert network_of("2001:db8:0:1::1") != network_of("2001:db8::1")
    assert "10.0.0.1" == network_of("::ffff:10.0.0.1") == network_of("10.0.0.1")
    assert network_of("fe80::1%eth0") == "fe80::/64"
    assert "" == network_of("")


@on_stage(COUNTED)
async def test_too_many_calls_are_429_and_minus_32005(stage: Stage) -> None:
    """A request refused whole says so in HTTP; in a batch each call is answered for itself."""
    for _ in range(3):
        assert 200 == (await stage.post(CALL))[0]
    status, body = await stage.post(CALL)
    error = orjson.loads(body)["error"]
    assert (429, -32005) == (status, error["code"])
    assert error["message"].startswith("rate limit exceeded: at most 0.001 heavy calls")
    status, body = await stage.post([CALL, CHAIN, SEND])
    assert 200 == status
    codes = [item.get("error", {}).get("code") for item in orjson.loads(body)]
    assert [-32005, None, -32000] == codes
    assert 429 == (await stage.post([CALL, CALL]))[0]
    async with stage.websocket() as socket:
        assert -32005 == (await socket.ask("eth_call", *CALL["params"]))["error"]["code"]
        assert "0x7a69" == await socket.rpc("eth_chainId")
    assert 200 == (await stage.post(CALL, headers={"X-Api-Key": KEY}))[0]


@on_stage(RpcConfig(limits=SLOW, limits_loopback=True, trusted_proxies=("127.0.0.1",)))
async def test_a_proxy_of_ours_tells_who_calls(stage: Stage) -> None:
    """The last address it has seen counts, so a client cannot name another; nonsense counts not."""

    async def ask(seen: str) -> int:
        return (await stage.post(CALL, headers={"X-Forwarded-For": seen}))[0]

    assert [200, 200, 200, 429] == [await ask("10.0.0.1") for _ in range(4)]
    assert 429 == await ask("10.0.0.9, 10.0.0.1")
    assert 200 == await ask("10.0.0.1, 10.0.0.2")
    assert [200, 200, 200, 429] == [await ask("nonsense") for _ in range(4)]


@on_stage(RpcConfig(limits=SLOW, limits_loopback=True))
async def test_nobody_else_tells_who_calls(stage: Stage) -> None:
    """Without a trusted proxy the header is noise."""
    headers = [{"X-Forwarded-For": f"10.0.0.{index}"} for index in range(4)]
    assert [200, 200, 200, 429] == [(await stage.post(CALL, headers=item))[0] for item in headers]
