"""The lives of channels, as data."""

from typing import Final

from chain.kit.state_machine import ANYONE, CHAIN, StateMachine, Transition
from modules.model_fees.records import ChannelState

S = ChannelState
PAYER: Final = "payer"  # who put the deposit in, and gets what is left
PAYEE: Final = "payee"  # who serves, and is paid by vouchers
PARTIES: Final = (PAYER, PAYEE)
LIVE: Final = (S.OPEN, S.ACTIVE)
HELD: Final = (S.OPEN, S.ACTIVE, S.CLOSING)  # states that hold a deposit
BY_CHAIN: Final = (CHAIN,)

CHANNELS: Final = StateMachine(
    "channel",
    S.NOTHING,
    (
        Transition("open_channel", (S.NOTHING,), (S.OPEN,), (ANYONE,), "coins sent are deposit"),
        Transition("top_up_channel", LIVE, LIVE, (ANYONE,), "coins sent join the deposit"),
        Transition("redeem", LIVE, (S.ACTIVE,), (ANYONE,), "what a voucher adds is paid, once"),
        Transition(
            "redeem",
            (S.CLOSING,),
            (S.CLOSING,),
            (ANYONE,),
            "the same; in the last part of the wait a watchtower is paid for it",
        ),
        Transition("renew_channel", LIVE, (S.OPEN,), PARTIES, "a new session, at new prices"),
        Transition(
            "close_channel", LIVE, (S.CLOSING,), PARTIES, "the payee's last time to redeem begins"
        ),
        Transition(
            "close_together", HELD, (S.SETTLED,), (ANYONE,), "both signed: the rest goes back"
        ),
        Transition(
            "settle_channel",
            (S.CLOSING,),
            (S.SETTLED, S.EXPIRED, S.CLOSING),
            (ANYONE,),
            "after the wait, where the chain is late: the rest goes back",
        ),
        Transition("session_ends", LIVE, (S.CLOSING,), BY_CHAIN, "as if somebody had closed it"),
        Transition(
            "challenge_ends",
            (S.CLOSING,),
            (S.SETTLED, S.EXPIRED, S.CLOSING),
            BY_CHAIN,
            "the rest goes back; the wait begins again where the module stood still in it",
        ),
    ),
)
