"""The lives of channels, of disputes about meters and of ticket funds, as data."""

from typing import Final

from chain.kit.state_machine import ANYONE, CHAIN, StateMachine, Transition
from modules.model_fees.records import ChannelState, DisputeState, FundState

S = ChannelState
PAYER: Final = "payer"  # who put the deposit in, and gets what is left
PAYEE: Final = "payee"  # who serves, and is paid by vouchers
PARTIES: Final = (PAYER, PAYEE)
LIVE: Final = (S.OPEN, S.ACTIVE)
HELD: Final = (S.OPEN, S.ACTIVE, S.CLOSING)  # states that hold a deposit
PROVIDER: Final = "provider"  # whose meter is disputed
JURY: Final = "jury"  # the module that judges
SENDER: Final = "sender"  # whose tickets they are
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

D = DisputeState
DISPUTES: Final = StateMachine(
    "dispute",
    D.NOTHING,
    (
        Transition("dispute_meter", (D.NOTHING,), (D.OPENED,), (PAYER,), "a stake; bond is locked"),
        Transition("sample_drawn", (D.OPENED,), (D.SAMPLED,), BY_CHAIN, "by a later beacon"),
        Transition(
            "answer_dispute",
            (D.SAMPLED,),
            (D.SAMPLED, D.ANSWERED),
            (PROVIDER,),
            "receipts that account for what was sampled",
        ),
        Transition(
            "answer_times_out",
            (D.SAMPLED,),
            (D.CONVICTED, D.SAMPLED),
            BY_CHAIN,
            "the payer gets the missing part's multiple; again where the module stood still",
        ),
        Transition(
            "doubt_receipt", (D.ANSWERED,), (D.JUDGED,), (PAYER,), "the jury's bond is deposited"
        ),
        Transition(
            "doubt_times_out",
            (D.ANSWERED,),
            (D.CLEARED, D.ANSWERED),
            BY_CHAIN,
            "the stake is the provider's; again where the module stood still",
        ),
        Transition(
            "claim_ruled",
            (D.JUDGED,),
            (D.CONVICTED, D.CLEARED),
            (JURY,),
            "the part ruled against is refunded, its multiple forfeited",
        ),
        Transition(
            "verdict_times_out", (D.JUDGED,), (D.LAPSED,), BY_CHAIN, "all have back what is theirs"
        ),
    ),
)

F = FundState
OWN_COINS: Final = "its sender's own coins; unlocking brings them back"
FUNDS: Final = StateMachine(
    "ticket fund",
    F.NOTHING,
    (
        Transition(
            "fund_tickets",
            (F.NOTHING, F.FUNDED, F.UNLOCKING, F.RETURNED),
            (F.FUNDED,),
            (SENDER,),
            "coins sent stand behind tickets; an unlock is off",
        ),
        Transition("reserve_tickets", (F.FUNDED,), (F.FUNDED,), (SENDER,), "for one recipient"),
        Transition(
            "redeem_ticket",
            (F.FUNDED, F.UNLOCKING),
            (F.FUNDED, F.UNLOCKING),
            (ANYONE,),
            "the whole face value, or nothing",
        ),
        Transition("unlock_tickets", (F.FUNDED,), (F.UNLOCKING,), (SENDER,), "the wait begins"),
        Transition(
            "unlock_ends", (F.UNLOCKING,), (F.RETURNED, F.UNLOCKING), BY_CHAIN, "all goes back"
        ),
    ),
    {F.FUNDED: OWN_COINS, F.RETURNED: "nothing lies here"},
)
