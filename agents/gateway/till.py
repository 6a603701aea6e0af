"""
One channel as its payee serves it: who may sign, what may still be served, what is redeemable.

    voucher --take--> its lane: new | the same again | refused: 402 with what is due
    reserve: exposure, deposit, cap and rate hold, or nothing is done
"""

from typing import Final

from agents.gateway.faults import ApiFault, payment_wanted, request_wrong
from agents.gateway.lanes import NOTHING, REPEATS_MAX, Lane, model_place, statement
from client import ClientError
from client.flows.channels import LANES_PER_MODEL, Session
from client.modules.model_fees import ChannelState, Voucher

SERVED_IN: Final = (ChannelState.OPEN, ChannelState.ACTIVE)
EXPIRY_MARGIN_S: Final = 60  # before a session's end in which nothing more is served


class Till:
    """What a payee knows of one channel in its present session."""

    def __init__(
        self,
        session: Session,
        chain_id: int,
        exposure_wei: int,
        free: dict[int, tuple[int, ...]] | None = None,
    ) -> None:
        self.session, self.chain_id, self.exposure_wei = session, chain_id, exposure_wei
        self.lanes: dict[int, Lane] = {}
        self.lost: set[int] = set()  # lanes that were redeemed, with receipts that are not here
        self._free = free or {}  # by place of the model

    @property
    def unsigned_wei(self) -> int:
        """What is served on credit, calls under way included."""
        lanes = self.lanes.values()
        return sum(lane.owed_wei + lane.reserved_wei - lane.signed_wei for lane in lanes)

    @property
    def due_wei(self) -> int:
        """What redeeming the newest vouchers would bring."""
        return sum(lane.signed_wei - lane.redeemed_wei for lane in self.lanes.values())

    @property
    def redeemable(self) -> list[tuple[Voucher, bytes]]:
        """The newest voucher of every lane that promises more than is redeemed."""
        return [
            lane.newest
            for _, lane in sorted(self.lanes.items())
            if lane.newest and lane.signed_wei > lane.redeemed_wei
        ]

    def lane(self, number: int) -> Lane:
        """Return a lane; raises ApiFault where the session has none of this number."""
        found = self.lanes.get(number)
        if found is None:
            shown = self.session.channel
            try:
                tariff = self.session.tariff_of(number)
            except ClientError as cause:
                raise request_wrong(str(cause)) from cause
            free = NOTHING
            if number % LANES_PER_MODEL == 0:
                free = self._free.get(model_place(number), NOTHING)
            place = (shown.number, shown.epoch, number)
            found = self.lanes[number] = Lane(place, tariff, self.chain_id, free)
        return found

    def check_open(self, now_s: int) -> None:
        """Raise ApiFault where the channel is closing, over, or too near to its session's end."""
        shown = self.session.channel
        if shown.state not in SERVED_IN:
            raise payment_wanted(
                "channel_not_open", f"channel {shown.number} is {shown.state.name.lower()}"
            )
        if now_s + EXPIRY_MARGIN_S > shown.expires_s:
            raise payment_wanted(
                "session_ends", f"channel {shown.number} expires at {shown.expires_s}: renew it"
            )

    def signer(self, voucher: Voucher, signature: bytes) -> str:
        """Return who signed a voucher of this session; raises ApiFault."""
        shown = self.session.channel
        if voucher.epoch != shown.epoch:
            raise request_wrong(f"session {shown.epoch} of channel {shown.number} expected")
        try:
            return voucher.signer(signature, self.chain_id)
        except ClientError as cause:
            raise request_wrong(f"voucher: {cause}") from cause

    def take(
        self, voucher: Voucher, signature: bytes, asked: bytes, agent: str = ""
    ) -> tuple[Lane, bool]:
        """
        Take the voucher of a call; return its lane, and whether this call was charged before.

        `agent` is a key of the payer's that was found to be one.

        Raises ApiFault: of the caller where the voucher is not good, 402 where it covers less or
        more than what was served.
        """
        signer, payer = self.signer(voucher, signature), self.session.channel.payer
        if signer not in (payer, agent):
            raise ApiFault(401, "voucher_signer", f"signed by {signer}, not by {payer}")
        if voucher.lane in self.lost:
            raise payment_wanted("lane_lost", "no receipts of this lane are here: take another")
        lane = self.lane(voucher.lane)
        if lane.is_busy:
            raise ApiFault(
                409, "lane_busy", f"lane {voucher.lane} has a call under way: take another lane"
            )
        if lane.newest and lane.newest[0] == voucher:
            is_repeat = self._is_repeat(lane, voucher, asked)
            lane.is_busy = True
            return lane, is_repeat
        if voucher.nonce <= lane.nonce:
            raise _stale(lane, f"a nonce above {lane.nonce} expected, found {voucher.nonce}")
        if not lane.covers(voucher):
            raise _stale(lane, "the voucher does not cover what was served")
        lane.newest, lane.is_busy, lane.signer = (voucher, signature), True, signer
        return lane, False

    def reserve(self, lane: Lane, most_wei: int, now_s: int) -> None:
        """Set the cost of a call aside; raises ApiFault where limits do not allow it."""
        shown = self.session.channel
        credit_wei = self.exposure_wei - self.unsigned_wei
        if most_wei > credit_wei:
            raise _stale(
                lane,
                f"the call may cost {most_wei:,} wei, and {credit_wei:,} wei may be served on "
                "credit: ask for less, or sign for other lanes first",
            )
        lanes = self.lanes.values()
        whole_wei = sum(item.owed_wei + item.reserved_wei for item in lanes) + most_wei
        known_wei = sum(item.redeemed_wei for item in lanes)
        whole_wei += max(0, shown.paid_wei - known_wei)  # by lanes that are not known here
        if whole_wei > shown.deposit_wei:
            left_wei = shown.deposit_wei - whole_wei + most_wei
            raise payment_wanted(
                "insufficient_quota",
                f"the call may cost {most_wei:,} wei; the channel has {left_wei:,}: top it up",
                statement=statement(lane),
            )
        self._check_rate(lane, whole_wei, now_s)
        lane.reserved_wei = most_wei

    def _check_rate(self, lane: Lane, whole_wei: int, now_s: int) -> None:
        """Refuse what the chain would refuse to redeem: beyond the cap, or faster than allowed."""
        shown = self.session.channel
        elapsed_s = max(0, now_s - shown.session_s)
        cap = shown.cap
        if cap.cap_wei and whole_wei > cap.cap_wei * (elapsed_s // cap.period_s + 1):
            raise payment_wanted("cap_reached", "the channel's cap for this period is reached")
        tariff = lane.tariff
        if not tariff.requests_max:
            return
        place = model_place(lane.place[2])
        same = [other for n, other in self.lanes.items() if model_place(n) == place]
        served = (
            sum(len(other.receipts) + (other.is_busy and other is not lane) for other in same) + 1
        )
        windows = elapsed_s // tariff.window_s + 1
        if served > tariff.requests_max * windows:
            wait_s = tariff.window_s - elapsed_s % tariff.window_s
            raise ApiFault(
                429,
                "rate_limit_exceeded",
                f"the model's terms allow {tariff.requests_max} requests in {tariff.window_s} s",
                headers={"Retry-After": str(wait_s)},
            )

    @staticmethod
    def _is_repeat(lane: Lane, voucher: Voucher, asked: bytes) -> bool:
        """Whether the same voucher brings the call that it paid for again."""
        if lane.last[0] != voucher.nonce:
            return False  # nothing was charged on it: its call failed
        if lane.last[1] != asked:
            raise _stale(lane, "this voucher has had its call")
        if lane.repeats >= REPEATS_MAX:
            raise _stale(lane, f"this call was answered {REPEATS_MAX + 1} times")
        lane.repeats += 1
        return True


def _stale(lane: Lane, message: str) -> ApiFault:
    return payment_wanted("voucher_due", message, statement=statement(lane))
