"""A provider beats for its device on a real chain, and every coin of both is accounted for."""

from typing import Any

import pytest

from chain.types.primitives import ZERO_HASH, Hash32, Seconds
from cli.devnet import CHAIN_ID_DEFAULT
from client import Wallet
from client.modules.devices import Application as Signed
from client.modules.devices import DeviceClass as SignedClass
from modules.devices.records import Application, Attestation, DeviceClass, Status
from tests.e2e.devnet import wait_until
from tests.e2e.providers import BOND_WEI, COIN, HURRY, ProviderProcess
from tests.stories.books import FEES, Books
from tests.stories.stage import StoryChain

WINDOWS = 2
HURRY_BEATS = {
    **HURRY,
    "devices": {
        "windows": WINDOWS,
        "window_blocks": 60,  # six seconds, in which a busy machine gets to its beat, too
        "proof_blocks": 2,
        "probation_epochs": 1,
        "probation_challenges": 0,
        "challenges_per_draw": 0,
        "escrow_epochs": 1,
        "floor_wei": str(COIN),
    },
}
PEOPLE = ("customer", "dev1", "dev2")  # who pays for service; the provider; its device's key
DEVICE_BOND_WEI = 100 * COIN  # devices.gpu_bond_wei
FEE_WEI = COIN  # devices.registration_fee_wei
UNITS, PRICE_WEI = 3, 10**15 + 7  # a price that no share divides
WAIT_S = 120  # for a few epochs of twelve seconds, on a machine that does other things, too
COST_WEI = UNITS * PRICE_WEI
TAKE_WEI = COST_WEI * 500 // 10_000  # devices.take_bps
pytestmark = [pytest.mark.e2e, pytest.mark.long]


def enlist(chain: StoryChain) -> int:
    """Register and bond the device of dev2's key for dev1, set its price; return its number."""
    key = Wallet(bytes(chain.keys["dev2"].key))
    serial, later_s = b"serial".ljust(32, b"\0"), Seconds(2_000_000_000)
    words = (1, serial, bytes(32), 7, bytes(32), 0, later_s)
    signature = Signed(chain.address("dev1"), key.address, SignedClass.GPU, *words).sign(
        key, CHAIN_ID_DEFAULT
    )
    application = Application(
        chain.account("dev1"), chain.account("dev2"), DeviceClass.GPU,
        1, Hash32(serial), ZERO_HASH, 7, ZERO_HASH, 0, later_s,
    )  # fmt: skip
    sent = (application, signature, Attestation(Seconds(0), b""))
    receipt = chain.send("dev1", "devices", "register", *sent, value_wei=FEE_WEI)
    number = int(chain.logged(receipt, "devices", "Registered")[0]["device"])
    chain.send("dev1", "devices", "bond", number, value_wei=DEVICE_BOND_WEI)
    chain.send("dev1", "devices", "setPrice", number, PRICE_WEI)
    return number


def beats_heard(chain: StoryChain) -> list[tuple[int, int]]:
    """Return the epoch and window of every beat that the chain counted."""
    found: Any = chain.contracts["devices"].events.BeatHeard().get_logs(from_block=1)
    return [(log["args"]["epoch"], log["args"]["window"]) for log in found]


def test_a_provider_beats_for_its_device_and_both_are_paid_to_the_wei(tmp_path):
    """Every window of whole epochs is heard once; service is paid; no coin is unexplained."""
    with StoryChain(tmp_path / "chain", PEOPLE, HURRY_BEATS) as chain:
        number = enlist(chain)
        books = Books(chain)
        provider = ProviderProcess(chain, tmp_path / "content", "dev1", "--device-key", "dev2")
        device = f"[device]\nnumber = {number}\ncapacity = 1"
        provider.write_policy(tmp_path / "content", "", device)
        with provider:
            check_beats(chain, number)
            chain.send("customer", "devices", "payForService", number, UNITS, value_wei=COST_WEI)
            wait_until(lambda: len(beats_heard(chain)) >= 3 * WINDOWS, WAIT_S)
        check_books(chain, books, provider)


def check_beats(chain: StoryChain, number: int) -> None:
    """Wait for an epoch in which each window has its beat, and for what follows from it."""
    every = (1 << WINDOWS) - 1

    def whole() -> Any:
        tally = chain.view("devices", "uptime", number)
        return tally.beats == every and tally

    tally = wait_until(whole, WAIT_S)
    assert WINDOWS == tally.capacity_beats, "the capacity that the policy says, each time"
    wait_until(lambda: len(beats_heard(chain)) >= 2 * WINDOWS, WAIT_S)

    def is_proven() -> bool:
        return bool(chain.view("devices", "device", number).standing.status == Status.ACTIVE)

    wait_until(is_proven, WAIT_S)  # a good epoch ends its probation


def check_books(chain: StoryChain, books: Books, provider: ProviderProcess) -> None:
    """The provider's own statement is the chain's: its bond, what it was paid, and its gas."""
    heard = [epoch * WINDOWS + window for epoch, window in beats_heard(chain)]
    assert heard == list(range(heard[0], heard[0] + len(heard))), "none missed, none heard twice"
    statement, found = provider.statement(), books.close()
    assert 0 == statement["difference_wei"], provider.said()
    rows = statement["rows_wei"]
    expected = {
        "devices: device_service": COST_WEI - TAKE_WEI,
        "sent with calls": -BOND_WEI,
        FEES: -found["dev1"].spending_wei[FEES],
    }
    assert expected == rows
    assert (-COST_WEI, COST_WEI - TAKE_WEI - BOND_WEI, 0) == tuple(
        found[name].result_wei for name in PEOPLE
    )
