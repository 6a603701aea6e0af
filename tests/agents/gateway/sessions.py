"""Sessions, payers and tills without a chain."""

from typing import Any

from agents.gateway.payer import LanePayer
from agents.gateway.till import Till
from client import Wallet
from client.flows.channels import Session
from client.modules.model_fees import Cap, Channel, ChannelState, Meter, Tariff

CHAIN_ID = 31_337
PAYER, PAYEE, STRANGER = Wallet(b"\1" * 32), Wallet(b"\2" * 32), Wallet(b"\3" * 32)
PRICE_WEI = 1_000
EXPOSURE_WEI = 100 * PRICE_WEI
BEGAN_S = 1_000_000
NOBODY = "0x" + "00" * 20


class Signer:
    """What a client is to a payer: a wallet on a chain."""

    def __init__(self, wallet: Wallet = PAYER) -> None:
        self.wallet, self.chain_id = wallet, CHAIN_ID

    def sign(self, message: Any) -> bytes:
        """Return the wallet's signature."""
        return bytes(message.sign(self.wallet, CHAIN_ID))


def session(**changes: Any) -> Session:
    """Return a session of two models; `requests_max` and `window_s` are those of both."""
    rate = {name: changes.pop(name, 0) for name in ("requests_max", "window_s")}
    meters = (Meter("input_tokens", PRICE_WEI, 1), Meter("output_tokens", 2 * PRICE_WEI, 1))
    tariffs = tuple(
        Tariff(number, name, 1, 250, 10_000, rate["requests_max"], rate["window_s"], meters)
        for number, name in enumerate(("guild/embed", "guild/chat"), 1)
    )
    fields = {
        "number": 7,
        "state": ChannelState.OPEN,
        "payer": PAYER.address,
        "payee": PAYEE.address,
        "epoch": 1,
        "session_s": BEGAN_S,
        "expires_s": BEGAN_S + 86_400,
        "deadline_s": BEGAN_S + 86_400,
        "deposit_wei": 10 * EXPOSURE_WEI,
        "paid_wei": 0,
        "left_wei": 10 * EXPOSURE_WEI,
        "tariffs": (1, 2),
        "cap": Cap(NOBODY, 0, 0),
    }
    return Session(Channel(**(fields | changes)), tariffs)


def till_of(free: dict[int, tuple[int, ...]] | None = None, **changes: Any) -> Till:
    """Return a till with nothing served yet."""
    return Till(session(**changes), CHAIN_ID, EXPOSURE_WEI, free)


def payer_of(till: Till, lane: int = 0, wallet: Wallet = PAYER) -> LanePayer:
    """Return who pays by a lane."""
    return LanePayer(Signer(wallet), till.session, lane, EXPOSURE_WEI)  # type: ignore[arg-type]
