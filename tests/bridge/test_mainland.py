"""A development chain and anvil, a chain that none of this wrote: relayer and attester between."""

import asyncio
import time

import pytest
from web3 import Web3

from bridge.relayer import Relayer
from bridge.side import Side
from chain.types.primitives import Address
from tests.bridge.anvil import Anvil
from tests.bridge.devnets import BOB, BRIDGE, COIN, RELAYER, Land, start, wallet
from tests.bridge.liar import Liar
from tests.bridge.mainland import BOND_WEI, CLOCK, Mainland, join, witness

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.npm, pytest.mark.timeout(240)]
ACKNOWLEDGED = 2
PAYEE = Address(bytes.fromhex(wallet(RELAYER).address[2:]))


async def relay_until(land, main, home, conditions, seconds=30.0):
    """Attest, by two sources and a liar, and relay by hand until all conditions held."""
    ends = (land.end(RELAYER), main.end(RELAYER))
    async with Liar(main.url) as liar:
        attester, opened = witness(land, [main.url, liar.url, main.url], home, quorum=2)
        await carry(attester, ends, conditions, seconds, opened)
        assert liar.lies and b"disagreements_total" in attester.metrics.render()


async def carry(attester, ends, conditions, seconds, opened):
    """Attest and relay until each condition, in turn, holds."""
    try:
        for end in ends:
            await end.open()
        relayer = Relayer((Side(ends[0], PAYEE), Side(ends[1], PAYEE)))
        await relayer.begin()
        await attester.begin()
        deadline = time.monotonic() + seconds
        for condition in conditions:
            while not condition():
                assert time.monotonic() < deadline, "not done in time"
                await attester.round()
                await relayer.round()
                await asyncio.sleep(0.2)
    finally:
        for end in (*ends, *opened):
            await end.close()


def test_coins_cross_to_anvil_and_come_home_over_a_reorganisation(tmp_path):
    """Coins go out by certificates, home by attestations, though anvil takes blocks back."""
    with start(tmp_path / "a", 41_001) as devnet, Anvil(tmp_path / "anvil", *CLOCK) as anvil:
        land = Land(devnet)
        main = Mainland(anvil, land)
        join(land, main)
        bob = Web3.to_checksum_address(wallet(BOB).address)
        anvil.rpc("anvil_setBalance", bob, hex(COIN))
        anvil.rpc("anvil_impersonateAccount", bob)
        anvil.rpc("anvil_setBalance", wallet(RELAYER).address, hex(100 * COIN))
        anvil.users.append(bob)
        out = [land.transfer(anvil.now_s, timeout_s=anvil.now_s + 3_000) for _ in range(2)]
        home: list[int] = []

        def is_over() -> bool:
            return all(land.state(number) == ACKNOWLEDGED for number in out)

        def sends_home() -> bool:
            last = len(anvil.users) - 1
            for amount in (COIN // 2, COIN // 4):  # what the first says may be taken back
                home.append(main.transfer(last, amount, bob, land.now_s + 3_000))
                anvil.rpc("anvil_reorg", 1, [])
            home.append(main.transfer(last, COIN // 8, bob, land.now_s + 3_000))
            return True

        def is_home() -> bool:
            return not any(main.is_under_way(number) for number in range(1, 4))

        before_wei = land.web3.eth.get_balance(bob)
        asyncio.run(relay_until(land, main, tmp_path, [is_over, sends_home, is_home]))
        supply = anvil.ask(main.voucher.functions.totalSupply())
        came_home = land.web3.eth.get_balance(bob) - before_wei
        assert came_home >= COIN // 8 and supply == 2 * COIN - came_home
        assert land.web3.eth.get_balance(BRIDGE) == supply + BOND_WEI
