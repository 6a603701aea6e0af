"""Relayers as processes, killed again and again: every packet ends once, to the wei."""

import json
import os
import random
import signal
import urllib.request

import pytest

from tests.bridge.devnets import BOB, BRIDGE, COIN, NATIVE, Land, join, start, wallet
from tests.bridge.processes import relayer_of
from tests.e2e.devnet import wait_until
from tests.ports import free_port

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(420)]
TRANSFERS = int(os.environ.get("KUMIAI_TRANSFERS", "24"))  # in all, both ways
KILLS = 4
UNIT = COIN // 10


def states(land: Land, count: int) -> list[int]:
    """Return the states of the packets that a chain sent."""
    return [land.state(number) for number in range(1, count + 1)]


def test_packets_end_once_though_relayers_are_killed(tmp_path):
    """Two relayers with keys of their own, killed at random moments: no coin lost, none made."""
    with start(tmp_path / "a", 41_001) as a, start(tmp_path / "b", 41_002) as b:
        one, two = Land(a), Land(b)
        join(one, two)
        relayers = [relayer_of(one, two.url, "dev3"), relayer_of(one, two.url, "dev4")]
        dice, half = random.Random(7), TRANSFERS // 2
        try:
            relayers[0].start("--metrics-port", "0")
            relayers[1].start()
            for number in range(half):
                one.transfer(two.now_s, amount=UNIT, fee=1_000 + number)
                two.transfer(one.now_s, amount=UNIT, fee=1_000)
                if number % max(1, half // KILLS) == 0:
                    chosen = dice.choice(relayers)
                    chosen.end(signal.SIGKILL)
                    chosen.start()
            ended = lambda: {*states(one, half), *states(two, half)} == {2}  # noqa: E731
            wait_until(ended, 150.0, 1.0)
        finally:
            status = [relayer.end(signal.SIGTERM) for relayer in relayers]
        assert [0, 0] == status, [relayer.log.read_text()[-2_000:] for relayer in relayers]
        for land in (one, two):
            assert half * UNIT == land.vouchers(BOB)
            assert half * UNIT == land.web3.eth.get_balance(BRIDGE)


def test_a_person_sends_waits_and_sees(tmp_path):
    """transfer --wait, routes, status, a dry run and the metrics, as the documentation shows."""
    with start(tmp_path / "a", 41_001) as a, start(tmp_path / "b", 41_002) as b:
        one, two = Land(a), Land(b)
        join(one, two)
        one.transfer(two.now_s)
        relayer = relayer_of(one, two.url, "dev3")
        dry = json.loads(a.run(*relayer.words[:2], *relayer.words[6:-2], "--dry-run", "--json"))
        assert [41_002] == [row["chain_id"] for row in dry["updates"]]
        port = free_port()
        relayer.start("--metrics-port", str(port))
        try:
            bob = wallet(BOB).address
            words = ("bridge", "transfer", bob, "1kum", "--route", "1", "--from", "dev1")
            found = json.loads(a.run(*words, "--fee", "1000", "--wait", "--json"))
            assert ("acknowledged", 2) == (found["state"], found["packet"])
            (route,) = json.loads(a.run("bridge", "routes", "--json"))
            assert (2, 0) == (route["sent"], route["pending"])
            words = ("relayer", "status", "--route", "1", "--remote", two.url, "--from", "dev3")
            here, there = json.loads(a.run(*words, "--json"))["ends"]
            assert ([2, 0], [0, 0]) == tuple([end["sent"], end["pending"]] for end in (here, there))
            assert all(int(end["balance_wei"]) > 0 for end in (here, there))
            metrics = urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5).read()
            assert b'kumiai_bridge_calls_total{chain="41002",task="deliver"} 2.0' in metrics
        finally:
            relayer.end(signal.SIGTERM)
        assert 2 * COIN == two.vouchers(BOB, NATIVE)
