"""
Two networks of four validators, two relayers, all of them processes, killed again and again.

    KUMIAI_TRANSFERS=1000 python -m pytest -s tests/bridge/test_two_networks.py
"""

import os
import time

import pytest

from tests.bridge.bursts import Burst, Ledger, balance, pending, received_by
from tests.bridge.chaos import Chaos
from tests.bridge.devnets import BOB, BRIDGE, join
from tests.bridge.networks import Network, network
from tests.bridge.processes import relayer_of

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(1_200)]
TRANSFERS = int(os.environ.get("KUMIAI_TRANSFERS", "1000"))  # in all, both ways
SLICES = 10  # in which they are sent
STRIKES = 8  # of relayers and of validators, in all
END_S = 600.0  # until everything has ended


def carry(one, two, chaos):
    """Send both ways in slices, strike between them, and wait until every packet has ended."""
    bursts = [Burst(one), Burst(two)]
    for _ in range(SLICES):
        size = TRANSFERS // 2 // SLICES
        bursts[0].send(size, two.now_s)
        bursts[1].send(size, one.now_s)
        if chaos.count < STRIKES:
            chaos.strike()
        chaos.keep()
    for burst in bursts:
        burst.gas_wei()
    deadline = time.monotonic() + END_S
    while pending(one) + pending(two):
        assert time.monotonic() < deadline, "packets are left"
        chaos.keep()
        time.sleep(1)
    return bursts


def check(source, destination, burst):
    """Check each packet's end, and that no coin was lost or made, on both chains."""
    ledger = Ledger.of(source, received_by(destination))
    ledger.check(TRANSFERS // 2)
    ledger.check_senders(burst)
    assert ledger.abroad == balance(source, BRIDGE)  # escrow: no fee is left, no bond is here
    assert ledger.abroad == destination.vouchers(BOB) == destination.supply()
    print(ledger.told(f"chain {source.chain_id}"))


def test_every_packet_ends_once_though_relayers_and_validators_are_killed(tmp_path):
    """kill -9 of relayers and validators: each packet arrives or comes back, exactly once."""
    start_s = time.monotonic()
    with network(tmp_path / "a", 41_001) as a, network(tmp_path / "b", 41_002) as b:
        for cluster in (a, b):
            cluster.wait_height(2)
        one, two = Network(a), Network(b)
        join(one, two)
        joined_s = time.monotonic()
        words = ("--batch", "50")
        relayers = [
            relayer_of(one.at(0), two.at(0).url, "dev3", *words),
            relayer_of(one.at(1), two.at(1).url, "dev4", *words),
        ]
        try:
            for relayer in relayers:
                relayer.start()
            bursts = carry(one, two, Chaos(relayers, [one, two]))
        finally:
            for relayer in relayers:
                relayer.kill()
        ended_s = time.monotonic()
        for burst, pair in zip(bursts, ((one, two), (two, one)), strict=True):
            check(*pair, burst)
        a.agree()
        b.agree()
        print(
            f"{TRANSFERS} transfers: {ended_s - joined_s:.0f} s with {STRIKES} kills, after "
            f"{joined_s - start_s:.0f} s of starting and voting"
        )
