"""
A network of four validators and anvil; relayers and attesters as processes, killed again and again.

    KUMIAI_TRANSFERS=1000 python -m pytest -s tests/bridge/test_network_and_anvil.py

One RPC source lies to the honest attesters, one validator believes liars alone, and anvil takes
blocks back.
"""

import os
import time

import pytest

from tests.bridge.anvil import Anvil
from tests.bridge.bursts import Burst, Ledger, balance, pending
from tests.bridge.chaos import Chaos
from tests.bridge.devnets import BOB, BRIDGE, wallet
from tests.bridge.homeward import HOME, Homeward
from tests.bridge.homeward import UNIT as HOME_UNIT
from tests.bridge.liar import LiarThread
from tests.bridge.mainland import BOND_WEI, CLOCK, Mainland, join
from tests.bridge.networks import Network, network
from tests.bridge.processes import attester_of, relayer_of

pytestmark = [pytest.mark.e2e, pytest.mark.npm, pytest.mark.long, pytest.mark.timeout(1_500)]
TRANSFERS = int(os.environ.get("KUMIAI_TRANSFERS", "1000"))  # in all, both ways
SLICES = 10  # in which they are sent
STRIKES = 9  # at relayers and attesters, at validators, and at anvil's newest blocks
END_S = 600.0  # until everything has ended
ARRIVAL_S = 180.0  # until vouchers of the slice before are there
EVERY = "4"  # blocks of anvil between two attestations
LIAR = 3  # the validator whose sources are all liars
REMOVED = 4


def carriers_of(land, main, liars):
    """Return two relayers, three honest attesters with a lying source, and one that is lied to."""
    found = [relayer_of(land.at(n), main.url, f"dev{3 + n}", "--batch", "50") for n in range(2)]
    for index in range(len(land.operators)):
        believed = liars if index == LIAR else [main.url, liars[0], f"{main.url}/"]
        words = ("--quorum", "2", "--every", EVERY)
        found.append(attester_of(land.at(index), index, believed, *words))
    return found


def carry(land, main, chaos):
    """Send both ways in slices, strike between them, and wait until every packet has ended."""
    out, home, size = Burst(land), Homeward(main), TRANSFERS // 2 // SLICES
    for number in range(SLICES + 1):
        if number < SLICES:
            out.send(size, main.anvil.now_s)
        if chaos.count < STRIKES:
            chaos.strike()
        chaos.keep()
        if number:
            wait_for(lambda: holds(main) >= size * 2 * HOME_UNIT, chaos, ARRIVAL_S)
            home.send(size, land.now_s)
            home.settle()
    wait_for(lambda: pending(land) == 0, chaos, END_S)
    wait_for(lambda: under_way(main, TRANSFERS // 2) == 0, chaos, END_S)
    return out, home


def wait_for(condition, chaos, seconds):
    """Wait until a condition holds, and keep all processes running."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "not done in time"
        chaos.keep()
        time.sleep(1)


def holds(main):
    """Return Bob's vouchers."""
    return main.anvil.ask(main.voucher.functions.balanceOf(wallet(BOB).address))


def under_way(main, count):
    """Return how many packets of the gateway have not ended."""
    return sum(main.is_under_way(number) for number in range(1, count + 1))


def test_every_packet_ends_once_over_reorganisations_lies_and_kills(tmp_path):
    """kill -9, anvil_reorg, a lying source, a lying attester: each packet ends exactly once."""
    start_s = time.monotonic()
    with (
        network(tmp_path / "a", 41_001) as cluster,
        Anvil(tmp_path / "anvil", *CLOCK) as anvil,
        LiarThread(f"http://127.0.0.1:{anvil.port}") as liar,
        LiarThread(f"http://127.0.0.1:{anvil.port}") as other,
    ):
        cluster.wait_height(2)
        land = Network(cluster)
        main = Mainland(anvil, land)
        join(land, main)
        joined_s = time.monotonic()
        carriers = carriers_of(land, main, [liar.url, other.url])
        more = [lambda dice: anvil.rpc("anvil_reorg", dice.choice((1, 2)), [])]
        try:
            for index, carrier in enumerate(carriers):
                carrier.start(*(("--first-time",) if index > 1 else ()))
            wait_for(
                lambda: all(
                    (land.at(n).devnet.home / "bridge" / "attester.json").exists() for n in range(4)
                ),
                Chaos([], []),
                60.0,
            )
            for carrier in carriers:
                carrier.more = ()  # a memory is begun once
            out, home = carry(land, main, Chaos(carriers, [land], more))
        finally:
            for carrier in carriers:
                carrier.kill()
        ended_s = time.monotonic()
        check(land, main, out, home)
        assert liar.lies and other.lies
        print(
            f"{TRANSFERS} transfers: {ended_s - joined_s:.0f} s with {STRIKES} strikes, after "
            f"{joined_s - start_s:.0f} s of starting and voting"
        )


def check(land, main, out, home):
    """Check each packet's end, that no coin was lost or made, and that the liar's bond burned."""
    outward = Ledger.of(land, [row["sequence"] for row in home.logs("Received")])
    homeward = home.ledger(land)
    for ledger in (outward, homeward):
        ledger.check(TRANSFERS // 2)
    outward.check_senders(out)
    bonds_wei = (len(land.operators) - 1) * BOND_WEI
    abroad = outward.abroad - homeward.abroad
    assert abroad == balance(land, BRIDGE) - bonds_wei
    assert abroad == main.anvil.ask(main.voucher.functions.totalSupply()) == holds(main)
    assert homeward.abroad == balance(land, HOME)
    assert (
        0
        == main.anvil.ask(main.do.feesTotal())
        == main.anvil.web3.eth.get_balance(main.gateway.address)
    )
    attester = land.bridge.functions.attester
    states = [attester(operator.address).call()[0] for operator in land.operators]
    assert [index for index, state in enumerate(states) if state == REMOVED] == [LIAR]
    print(outward.told("the network"), homeward.told("anvil"), sep="\n")
